"""Members of a noun phrase -> what they name together: A 与 B 的 C as one, A、B 和 C as three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conceptgraph.relate.couples import (
    couples_alike,
    couples_of,
    holds_both,
    is_joined_owner,
    name_between,
    relates,
    without_bond,
    without_pair,
)
from conceptgraph.relate.endpoints import BARE, is_taken_for, name_item
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.syntax import Syntax
from conceptgraph.relate.words import ADDING, COUPLING, WITH

COUNTS = frozenset(["双重", "二重", "两重", "多重", "三重", "四重", "双重身份"])  # stand behind a list and count it
LIGHTEST = 3  # characters of a head that several qualities share; a shorter one may only say what becomes of them


@dataclass(slots=True)
class Members(Syntax):
    """A parsed sentence with the question of what the members of a noun phrase name."""

    def genus_of(self, index: int) -> Ends:
        """Return what closes an open list: A、B 等 C gives C."""
        genus = self.parse.chunks[index].genus
        return self.name_all((Item((genus,), False),)) if genus is not None else ()

    def owner_in_compound(self, index: int) -> Ends:
        """Return what stands before the head of a noun phrase in one compound: 乡约 of 乡约 内容."""
        last = self.parse.chunks[index].items[-1]
        start, end = last.parts[-1]
        owned = len(last.parts) == 1 and end - start > 1
        return self.name_all((last.of(((start, end - 1),)),)) if owned else ()

    def shares_last_head(self, index: int) -> bool:
        """Whether the head of the last member, joined by 和, 与 or 及, is that of all: 乡村 与 城市 的 桥梁."""
        items, words = self.parse.chunks[index].items, self.parse.tokens.words
        if self.shares_counted_head(index):
            return True
        if len(items) < 2 or any(len(item.parts) > 1 for item in items[:-1]) or len(items[-1].parts) < 2:
            return False
        shared = len(items) == 2 or self.is_in_any_head(index, "needed_head", "bond", "factor")  # A、B 和 C 的 基础
        return shared and words[items[-1].parts[0][0] - 1] in ("和", "与", "及", "或", "乃至")

    def between_quoted(self, items: Sequence[Item]) -> tuple[int, int] | None:
        """Return where the name of what is between two quoted words begins and ends: “公”“私”关系, “公”与“私”关系."""
        (one, stop), (other, end), tokens = items[-2].parts[-1], items[-1].parts[-1], self.parse.tokens
        quoted = stop - one == 1 and {one, other} <= tokens.quoted and len(items[-2].parts) == len(items[-1].parts) == 1
        if not quoted or end - other != 2 or tokens.words[other + 1] != "关系":
            return None
        return tokens.starts[one], tokens.ends[other + 1]

    def shares_respect(self, index: int) -> bool:
        """Whether the members of a list only say in which respects the head is meant: 个人、社会 层面 的 要求."""
        items, words = self.parse.chunks[index].items, self.parse.tokens.words
        if len(items[-1].parts) < 2 or any(len(item.parts) > 1 for item in items[:-1]):
            return False
        start, end = items[-1].parts[0]
        return end - start > 1 and words[end - 1] in ("层面", "方面", "领域", "维度", "层次")

    def shares_counted_head(self, index: int) -> bool:
        """Whether a head that 一种 counts is that of a whole list: 宗族、书院 和 商会 的 一种 规范."""
        items, words = self.parse.chunks[index].items, self.parse.tokens.words
        return len(items) > 1 < len(items[-1].parts) and words[items[-1].parts[-1][0]] in self.sets["counter"]

    def is_owned_by_both(self, index: int) -> bool:
        """Whether 、 joins the owners of a head: (是) 宗族、村落 的 史书."""
        items, words = self.parse.chunks[index].items, self.parse.tokens.words
        bare = len(items) == 2 and len(items[0].parts) == 1 and len(items[1].parts) == 2
        return bare and words[items[1].parts[0][0] - 1] == "、" and self.parse.chunks[index].genus is None

    def closes_barely(self, index: int) -> bool:
        """Whether a bare noun closes a noun phrase, joined with a head that has its owner: (是) B 的 核心 与 枢纽."""
        items, words = self.parse.chunks[index].items, self.parse.tokens.words
        if len(items) != 2 or len(items[0].parts) < 2 or len(items[1].parts) > 1:
            return False
        start, end = items[1].parts[0]
        return end - start == 1 and len(words[start]) == BARE and words[start - 1] in ADDING

    def name_all(self, items: Sequence[Item]) -> Ends:
        """Return the concepts that the members of a noun phrase name."""
        tokens, grammar = self.parse.tokens, self.rules.grammar
        if len(items) == 1:
            end = name_item(tokens, items[0], grammar)
            return (end,) if end is not None else ()
        joints = (number for number in range(1, len(items)) if tokens.words[items[number].parts[0][0] - 2] in ",，")
        if added := next(joints, 0):  # V 了 A，以及 B 的 C
            return (*self.name_all(items[:added]), *self.name_all(items[added:]))
        if items and len(items[0].parts) > 1 and is_taken_for(tokens, items[0].parts[0][0]):
            items = [items[0].of(items[0].parts[1:]), *items[1:]]  # 以 A 为 中介 的 人 与 人 的 关系
        if len(items) > 2 and "之间" in tokens.words:
            items = without_pair(tokens, items, grammar)
        if len(items) > 2 and self._owns_all(items):
            items = [items[0].of(items[0].parts[-1:]), *items[1:]]  # 女性 的 柔顺、贞洁、温厚
        if len(items) > 2:
            alike = [name_between(tokens, couple, grammar, any_head=True) for couple in couples_alike(tokens, items)]
            if alike and None not in alike:
                return tuple(end for end in alike if end is not None)
            couples = couples_of(tokens, items, grammar)
            if couples:
                return tuple(end for couple in couples for end in self.name_all(couple))
        if items:
            both = len(items) == 3 and self._holds_as_well(items[2])  # A 与 B 的 合作 与 交流
            whole = name_between(tokens, items[:-1] if both else items, grammar)
            if whole is not None:
                return (whole,)
            if len(items) == 2 and holds_both(tokens, items[1].parts, grammar):
                return self.name_all((items[1].of(items[1].parts[1:]),))  # A 与 B 并重 的 H
            if len(items) > 2 and any(self._is_led_again(item) for item in items[1:]):
                items = [items[-1].of(items[-1].parts[-1:])]  # A 与 B、与 C 的 H
            items = self._without_doubled(without_bond(tokens, self._without_count(items), grammar))
            owned = len(items) > 2 and len(items[-1].parts) > 1
            if owned and self._begins_alike(items):
                items = items[-1:]  # 不同 A、不同 B 和 不同 C 的 H
            elif owned and self._are_mottoes(items):
                items = [items[-1].of(items[-1].parts[-1:])]
            items = self._with_its(items)
            if self._shares_head(items):
                items = items[-1:]  # A 化、B 化和 C 化时代
            elif self._are_fields(items) or self._share_place(items):
                items = items[-1:]  # 政治、经济 和 文化 生活; A 及 B 上 的 C
            elif is_joined_owner(tokens, items, grammar):
                head = name_item(tokens, items[-1].of(items[-1].parts[1:]), grammar)
                items = items[-1:] if head is not None else items  # 劳作与祈祷 的 节律, not A 与 B 的 共同 发展
            while len(items) > 1 and self.shares_owner(items[-2], items[-1]):
                items = items[:-1]  # A 的传播与保存
            if len(items) > 1 and self._are_halves(items):
                items = items[-1:]  # 显性 和 隐性 知识
        return tuple([end for item in items if (end := name_item(tokens, item, grammar)) is not None])

    def _holds_as_well(self, item: Item) -> bool:
        """Whether a member is one word for what holds between two things, joined by 与 or 和: 与 交流."""
        start, end = item.parts[-1]
        words = self.parse.tokens.words
        alone = len(item.parts) == 1 and end - start == 1 and words[start - 1] in COUPLING
        return alone and relates(words[start], self.rules.grammar)

    def _are_halves(self, items: Sequence[Item]) -> bool:
        """Whether the members before the last one only tell of its head: 显性 和 隐性 知识."""
        tokens, text, endings = self.parse.tokens, self.sentence.text, self.rules.grammar.endings
        last = text[tokens.starts[items[-1].parts[0][0]] : tokens.ends[items[-1].parts[0][1] - 1]]
        if last.endswith(endings["feature_ending"]) and last[:-BARE].endswith("性") and len(last) > 2 * BARE:
            return False  # 稳定性、公开性 和 地方性 特征
        for item in items[:-1]:
            start, end = item.parts[-1]
            half = text[tokens.starts[start] : tokens.ends[end - 1]]
            like = last[: len(half)]
            ends_alike = like[-1] == half[-1] and like.endswith(endings["side_ending"])
            apart = {half, like} <= self.sets["dichotomy"] and not last.endswith(("主义", "论"))
            if not (ends_alike or apart or last.startswith("非" + half)) or len(last) < len(like) + BARE:
                return False
        return True

    def _are_fields(self, items: Sequence[Item]) -> bool:
        """Whether the members only tell of which fields the last word is: 政治、经济 和 文化 生活."""
        words, (start, end) = self.parse.tokens.words, items[-1].parts[0]
        if len(items) < 2 or end - start != 2 or words[end - 1] not in self.sets["field_head"]:
            return False
        heads = [words[start], *(words[item.head] for item in items[:-1])]
        bare = all(len(item.parts) == 1 for item in items) and not any(
            "N" in self.parse.form[item.parts[0][0] : item.parts[0][1] - 1] for item in items[:-1]
        )
        return bare and self.sets["field"].issuperset(heads)

    def _share_place(self, items: Sequence[Item]) -> bool:
        """Whether two members only tell in which respects the head is meant: 精神 和 制度 上 的 支配."""
        if len(items) != 2 or len(items[0].parts) > 1 or len(items[1].parts) < 2:
            return False
        tokens, (start, end) = self.parse.tokens, items[1].parts[0]
        respect = tokens.words[end] in ("上", "意义上") and tokens.words[end - 1] not in self.sets["needed_head"]
        respect = respect or tokens.words[end - 1] in ("层面", "方面")
        respect = respect or (tokens.words[end] == "下" and tokens.words[end - 1] in self.sets["setting_head"])
        return respect and tokens.words[start - 1] in ("和", "与", "及", "或")

    def _owns_all(self, items: Sequence[Item]) -> bool:
        """Whether what owns the first member of an open list owns all of them: 女性 的 柔顺、贞洁、温厚 等."""
        closing = self.parse.tokens.kinds[items[-1].parts[-1][1] :][:1]
        return closing == ["E"] and len(items[0].parts) > 1 and all(len(item.parts) == 1 for item in items[1:])

    def _with_its(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the members with A 及其 B 的 C as one, whose head belongs to both."""
        kept: list[Item] = []
        for item in items:
            start = item.parts[0][0]
            its = kept and len(item.parts) > 1 and self.parse.tokens.words[start - 1] == "及其"
            if its and len(kept[-1].parts) == 1:
                item = item.of(((kept.pop().parts[0][0], item.parts[0][1]), *item.parts[1:]))
            kept.append(item)
        return kept

    def _without_count(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the members of a list without what counts them: A 和 B 双重 身份, A 与 B 的 双重 功能."""
        words, (start, end) = self.parse.tokens.words, items[-1].parts[-1]
        if len(items) > 1 and len(items[-1].parts) > 1 and words[start] in COUNTS:
            return (*items[:-1], items[-1].of(items[-1].parts[:-1]))
        count = next((at for at in range(start + 1, end) if words[at][:2] in COUNTS), None)
        if count is None:
            return items
        return (*items[:-1], items[-1].of((*items[-1].parts[:-1], (start, count))))

    def _is_led_again(self, item: Item) -> bool:
        """Whether 与 stands behind the mark of a list before a member."""
        words, start = self.parse.tokens.words, item.parts[0][0]
        return start > 1 and words[start - 1] in WITH and words[start - 2] == "、"

    def shares_owner(self, one: Item, other: Item) -> bool:
        """Whether a bare noun belongs to what the one before it belongs to: A 的传播与保存, A 的兴起与结构."""
        (_, end), (start, last) = one.parts[-1], other.parts[-1]
        tokens, word = self.parse.tokens, self.parse.tokens.words[start]
        its = tokens.words[start - 1] == "及其"
        if tokens.words[end - 1] == word:
            return False  # A 的丧失和自由的丧失
        if (len(one.parts) < 2 and not its) or len(other.parts) > 1 or last - start > 1 or len(word) > BARE:
            return False
        if word in self.rules.grammar.sets["owned_noun"] and not tokens.names[start]:
            return its or tokens.words[start - 1] in COUPLING
        both = tokens.names[start] and tokens.names[end - 1]  # terms of their own
        return not both and {tokens.tags[start], tokens.tags[end - 1]} <= {"v", "vn"}

    def _begins_alike(self, items: Sequence[Item]) -> bool:
        """Whether all members begin with the same word of quality."""
        tokens = self.parse.tokens
        starts = [item.parts[0][0] for item in items]
        return len({tokens.words[start] for start in starts}) == 1 and tokens.tags[starts[0]] == "a"

    def _are_mottoes(self, items: Sequence[Item]) -> bool:
        """Whether all members are one word of four characters, that tell what a head is: 公而忘私、廉洁高效 的 A."""
        words = self.parse.tokens.words
        bare = all(len(item.parts) == 1 for item in items[:-1])
        starts = [item.parts[0] for item in items]
        return bare and all(end - start == 1 and len(words[start]) == 4 for start, end in starts)

    def _shares_head(self, items: Sequence[Item]) -> bool:
        """Whether the head of the last member is that of all: 信息化、数字化时代; 条理化、系统化的知识体系."""
        starts, ends, text = self.parse.tokens.starts, self.parse.tokens.ends, self.sentence.text
        before = [text[starts[item.parts[0][0]] : ends[item.head]] for item in items[:-1]]
        first, last = items[-1].parts[0], items[-1].parts[-1]
        head = text[starts[last[0]] : ends[last[1] - 1]]
        if not all(form.endswith("化") for form in before):
            return False
        closed = first != last and ends[first[1] - 1] == starts[first[1]] and text[ends[first[1] - 1] - 1] == "化"
        return head.endswith("时代") or (closed and len(head) > LIGHTEST)

    def _without_doubled(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the members without the first of 人与人的 A, and of the second only A."""
        kept: list[Item] = []
        for item in items:
            if kept and self._is_doubled(kept[-1], item):
                kept[-1] = item.of(item.parts[1:] or item.parts)
            else:
                kept.append(item)
        return kept

    def _is_doubled(self, one: Item, other: Item) -> bool:
        """Whether a member is the word that the next one begins with: 人与人."""
        words, (start, end) = self.parse.tokens.words, one.parts[0]
        return len(one.parts) == 1 and end - start == 1 and words[start] == words[other.parts[0][0]]

    def names_fillers(self, role: int, verb: int) -> bool:
        """Whether 包括 or 有 lists what fills a role other than that of a part: B 的 原因 包括 A."""
        lists = self.is_in(verb, "including") or self.word(verb) in ("有", "主要有")
        return lists and self.role_headed(role) and "has_part" not in self.uses_of_head(role).relations

    def joins_verbs(self, index: int) -> bool:
        """Whether a word joins what somebody does to what he does it for: 来 V B, 以 V B, but not 以 A V B."""
        return self.is_in(index, "verb_joining") and not (self.words[index] == "以" and self.kinds[index + 1] == "N")

    def follows_reason(self, index: int) -> bool:
        """Whether the clause before only gives a reason or a place, and no verb: 随着 A 的 发展，; 在 A 中，."""
        told = self.clause_before(index)
        led = bool(told) and (self.kinds[told.start] == "P" or self.is_in(told.start, "reason"))
        return led and {"V", "I", "B"}.isdisjoint(self.kinds[told.start : told.stop])

    def is_listed(self, index: int) -> bool:
        """Whether the clause of a chunk is a member of a list: 一是 …, 第二 …, 其三 …; not A 首先 是 B，其次 是 C."""
        first = self.first[index]
        again = self.is_in(first, "in_turn")
        if again and any(self.words[at] == "首先" and self.first[at] < at for at in range(first)):
            return False
        start = self.parse.tokens.starts[self.parse.chunks[first].start]
        return self.sentence.text[start : start + 2] in self.rules.grammar.sets["list_mark"]

    def is_action_on(self, index: int) -> bool:
        """Whether somebody does it to several things: (改变) A 对 B 和 C 的 感知."""
        items = self.parse.chunks[index].items
        return len(items) > 1 and len(items[0].parts) == 1 and self.is_deed_on(index)

    def members_of(self, index: int) -> Ends:
        """Return A and B of A 与 B, of A 与 B 的 关系 and of A 与 B 关系; nothing for other noun phrases."""
        items = self.parse.chunks[index].items
        if len(items) != 2 or len(items[0].parts) > 1:
            return ()
        (start, end), *owned = items[1].parts
        if self.is_in_head(index, "relational_head"):
            end -= not owned
        elif owned:
            return ()
        members = self.name_all(items[:1]) + self.name_all((items[1].of(((start, end),)),))
        return members if len(members) == 2 else ()

    def _are_persons(self, items: Sequence[Item]) -> bool:
        """Whether the members of a noun phrase are names of persons or works."""
        persons = self.parse.tokens.persons
        return all(len(item.parts) == 1 and item.parts[0][1] - 1 in persons for item in items)

    def places_next(self, index: int) -> bool:
        """Whether a noun phrase only says where the one right behind it is: 村落 中 族长 的 权威."""
        items = self.parse.chunks[index].items
        return bool(items) and items[-1].local and self.kinds[index + 1 : index + 2] == ["N"]

    def toward_taken(self, index: int) -> int | None:
        """Return where 对官府的依赖 begins, which a verb takes: 官府的依赖 would be another's; None elsewhere."""
        toward, closes = index - 1, index + 1 == self.last[index] and not self.parse.chunks[index].items[-1].local
        if not closes or self.word(toward) not in ("对", "对于", "关于"):
            return None
        verb = toward - 1 - (self.kinds[toward - 1] == "u")
        if self.kinds[verb] != "N":
            furthers = "promotes" in self.uses_at(verb).relations  # S 加强 对 A 的 B: S does B
            return toward if verb > 0 and self.kinds[verb] == "V" and not furthers else None
        verb = next((at for at in range(verb - 1, self.first[index], -1) if self.kinds[at] == "V"), 0)
        if not verb or not (self.is_being(verb) or self.has_frame(verb, "result")):
            return None
        return toward - (verb == toward - 2)  # A 是 S 对 B 的 C

    def is_only_beside(self, index: int, verb: int) -> bool:
        """Whether what stands before a verb follows a 与 that opens the clause or follows an adverb; A 与 之 V."""
        joined = index > self.first[verb] and self.kinds[index - 1] == "C" and self.is_in(index - 1, "companion")
        if not joined or self.relates(index) or self.kinds[verb + 1 : verb + 2] == ["D"]:
            return False
        return index - 1 == self.first[verb] or self.kinds[index - 2] == "d" or self.words[index] in ("之", "其")
