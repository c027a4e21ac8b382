"""Noun phrases: the concepts that they name, and what a word that points back stands for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from conceptgraph.relate.couples import name_between
from conceptgraph.relate.endpoints import BARE, Endpoint, is_taken_for
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST, with_marks
from conceptgraph.relate.pointing import Pointing
from conceptgraph.relate.words import FLOWS, THREE_OR_MORE, WITH
from conceptgraph.resources import word_list


@dataclass(slots=True)
class NounPhrases(Pointing):
    """A parsed sentence with the questions about what stands for what."""

    named: dict[int, Ends] = field(default_factory=dict)  # what noun phrases name that point to nothing else
    pointed: dict[int, Ends] = field(default_factory=dict)  # what those named that point back, when they were read
    read: int = 0  # chunks that have been read

    def ends_of(self, index: int) -> Ends:
        """Return the concepts of the noun phrase `index` (an anaphor gives what it stands for)."""
        if index in self.named:
            return self.named[index]
        if self.kinds[index] == "R":
            return (self.words[index] == "其" and self._owner_before(index)) or self.antecedent(index)
        pointing = self.is_in(index, "pointing")
        found = self._name_phrase(index, pointing)
        if not pointing:
            self.named[index] = found
        return found

    def _name_phrase(self, index: int, pointing: bool) -> Ends:
        items = (chunk := self.parse.chunks[index]).items
        if items and len(items[-1].parts) > 1:
            above = self.governor(index)
            if above is not None and self.kinds[above] == "V" and self.in_relative(above, index):
                heads = tuple(item for item in items[:-1] if len(item.parts) > 1)
                named = self.name_all((*heads, items[-1].of(items[-1].parts[-1:])))  # [V O 的] H
                known = any(end.known for end in named)
                bare = self.is_in_head(index, "bare_wish") or (not known and self.head_word(index) == "可能性")
                short = not known and all(len(end.name) <= BARE for end in named)
                able = self._ability(above, index) if bare or short else ()  # [V O 的] 意图, 意愿
                return able or (() if bare else named)
            told = self.after(index) if above is not None and self.is_in_head(index, "action_head") else None
            if above is not None and told is not None and self.is_being(told) and self.kinds[above] == "V":
                return self._ability(above, index)  # S 在 W 中 [V O 的] 活动 是 B
        if self.kinds[index - 1] == "D" and self._tells_which_kind(index):
            return self.chunks_as_written(index - 2, index)  # 思考 的 环境
        if self.kinds[index - 1] == "C" and self.relates(index):
            return self.name_all((items[-1].of(items[-1].parts[-1:]),))
        if len(items) > 1 and (whole := self.between_quoted(items)) is not None:
            return self.name_all(items[:-2]) + self.as_written(*whole)
        if len(items) > 1 and self.shares_respect(index) and (named := self.head_of(index)):
            return named  # 个人、社会 层面 的 要求
        if len(items) > 1 and len(items[-1].parts) > 1 and self.word(index) in ("一种", "某种", "一个", "一批"):
            return self.name_all(items[-1:])  # 一种 专注、细致 的 H
        found: Ends = ()
        if chunk.genus is not None and self.kinds[index + 1 : index + 3] != ["D", "N"]:
            genus = self.genus_of(index)  # not of A、B 等 宗族 的 资源
            found = genus if genus and len(genus[0].name) > BARE else ()  # of A、B 等 思想 the members say more
            if found and self._are_persons(items) and self._are_several(found):
                found = ()  # 甲、乙 等 史学家
        found = found or self.name_all(items)
        if len(found) == 1 and self.kinds[index - 1] == "P" and "的" in found[0].name and not found[0].known:
            opens = self.toward_taken(index)
            found = (self.chunks_as_written(opens, index, LONGEST) if opens is not None else ()) or found
        if not pointing:
            return found
        return self.pointed_at(index, found) or (() if self.only_points(index, found) else found)

    def _tells_which_kind(self, index: int) -> bool:
        """Whether only a verb before 的 tells which one a short noun is that says little alone: 思考 的 环境."""
        verb = index - 2
        if verb < self.first[index] or self.kinds[verb : index + 1] != ["V", "D", "N"]:
            return False
        outer, noun = self.before(verb), self.bare_noun(index)
        taken = outer is not None and self.kinds[outer] == "V" and not self.has_frame(outer, "copula")
        if outer is None or not taken or noun is None or noun > self.parse.chunks[index].start:
            return False
        word, grammar, tokens = self.word(verb), self.rules.grammar, self.parse.tokens
        empty = any(self.is_in(verb, name) for name in ("arising", "light_verb", "having", "needs"))
        general = len(tokens.words[noun]) <= BARE and not tokens.names[noun]
        empty = (
            empty
            or word[0] == "不"
            or "produces" in self.uses_at(verb).relations
            or tokens.words[noun] in grammar.sets["hollow_head"]
        )
        empty = empty or tokens.words[noun] in word_list("generic_words")
        return general and len(word) == BARE and not empty and self.kinds[outer + 1 : verb] in ([], ["u"])

    def as_written(self, start: int, end: int) -> Ends:
        """Return the characters ``start:end`` of the sentence as one concept that is no term."""
        start, end = with_marks(self.sentence.text, start, end)
        return (Endpoint(self.sentence.text[start:end], self.here, start, end, False),)

    def chunks_as_written(self, first: int, last: int, longest: int | None = None) -> Ends:
        """Return the chunks `first` to `last` as one concept; nothing for more than `longest` characters."""
        tokens, chunks = self.parse.tokens, self.parse.chunks
        start, end = tokens.starts[chunks[first].start], tokens.ends[chunks[last].end - 1]
        return self.as_written(start, end) if longest is None or end - start <= longest else ()

    def goes_on(self, index: int) -> bool:
        """Whether a chunk opens a clause behind a comma, where the sentence told of something: A 是 B，目的 是 C."""
        opens = index == self.first[index] > 0 and self.words[index - 1] in "，,"
        return opens and self.memory.sentence == self.here

    def _ability(self, verb: int, index: int) -> Ends:
        """Return 感知世界的方式 as one concept: a verb, what it takes and a head that says little alone."""
        told = self.is_in_any_head(index, "ability_head", "bare_wish", "action_head")
        told = told and not self.has_frame(verb, "copula")
        return self.chunks_as_written(verb, index, LONGEST) if told and verb + 1 == index else ()  # not 界定为

    def last_object(self, takers: str = "VB", stop: int | None = None) -> Ends:
        """Return what the last noun phrase read (before `stop`) names that a verb or 把 takes, where it does."""
        for index in range((self.read if stop is None else min(stop, self.read)) - 1, -1, -1):
            if self.kinds[index] == "N" and not self.places_next(index):
                above = self.governor(index - 1 if index and self.places_next(index - 1) else index)
                taken = above is not None and self.kinds[above] in takers and not self.is_deed_done(above)
                found = self._as_read(index) if taken else ()
                if found:
                    return found
        return ()

    def last_couple(self) -> Ends:
        """Return what the last list of two that was read names."""
        chunks = self.parse.chunks
        last = next((at for at in range(self.read - 1, -1, -1) if len(chunks[at].items) == 2), None)
        return () if last is None else self._as_read(last)

    def _members_of_last(self) -> Ends:
        """Return A and B of the last noun phrase A 与 B 的 C that was read, nothing where there is none."""
        chunks = self.parse.chunks
        last = next((at for at in range(self.read - 1, -1, -1) if len(chunks[at].items) == 2), None)
        items = chunks[last].items if last is not None else ()
        if not items or [len(item.parts) for item in items] != [1, 2]:
            return ()
        members = self.name_all(items[:1]) + self.name_all((items[1].of(items[1].parts[:1]),))
        return members if len(members) == 2 else ()

    def _as_read(self, index: int) -> Ends:
        """Return what a noun phrase named when it was read."""
        return self.pointed[index] if index in self.pointed else self.ends_of(index)

    def antecedent(self, index: int) -> Ends:
        """Return what an anaphor stands for, or nothing where that is not safe."""
        memory, sets, word = self.memory, self.rules.grammar.sets, self.word(index)
        recent = self.last_object(stop=index)
        if word in ("前者", "后者"):
            return self._one_of_pair(word, index, recent)
        if word in ("此举", "那") or word in sets["near_anaphor"]:
            return memory.subject if word == "此举" else self._stated_before(index, recent)
        personal = word in sets["personal_anaphor"]
        if word in sets["plural_anaphor"]:
            if several := self._several_meant(index, recent):
                return several
            if word in THREE_OR_MORE:
                return ()
        if personal and all(end.sentence != self.here for end in memory.person):
            if self._are_several(memory.concern):
                return memory.concern  # 对于 佃农 来说，他们 V A
            memory.person = self._named_here(index, word in sets["plural_anaphor"]) or memory.person
            if self.taker(index) is not None and all(end.sentence < self.here - 2 for end in memory.person):
                return ()  # whom a verb takes was named not long ago
        if personal and word not in sets["plural_anaphor"] and len(memory.person) > 1:
            return memory.person[:1]  # A 与 B 不同，他 V C
        if personal and word in sets["plural_anaphor"] and not self._are_several(memory.person):
            return ()  # 康德 V A，B 为 他们 V C
        if personal:
            return memory.subject if self._is_somebody(memory.subject) else memory.person
        above = self.taker(index)
        if word == "它" and above is not None and self.kinds[above] == "B" and self.is_said_of(index):
            return memory.subject  # A 是 B 的 产物，并 将 它 V C
        told = memory.subject == memory.person and not any(map(self.is_doctrine, memory.person))
        thing = told and word in ("它", "它们")
        if above is not None and self.kinds[above] != "D" and not self.uses_at(above).opens:
            again = self.kinds[above] == "B" or self.is_taken_before(index)  # 把 A 当作 B，没有 把 它 当作 C
            if self.kinds[above] == "B" and (topic := self.told_of_before(index)):
                return topic
            treated = self.last_object("B") if again else memory.earlier if self.is_owned_again(index) else ()
            makes = self.is_in(above, "pivot") and self.has_any(index, memory.subject)  # 甲 使 之 成为 B
            if word == "其" and not treated and (owner := self.owner_who_acts(index)) is not None:
                return self.attributes_of(owner)
            recent = () if self.plays_role_before(index) else recent
            return treated or recent or (() if thing or makes else memory.subject)
        if word == "它" and above is not None and self.kinds[above] == "V" and memory.sentence == self.here:
            return self._told_about(index, above, recent)
        if above is None and (meant := self.meant_again(index, word, thing)):
            return meant
        if thing:
            treated = self.last_object("B", index)  # a person is no 它: 甲 把 A 称为 B，它 …
            return treated or recent or (memory.object if memory.sentence != self.here else ())
        meant = memory.subject[:1] if word == "它" and len(memory.subject) == 2 else memory.subject  # A 与 B 不同，它
        memory.meant = memory.meant or ((index, meant) if word == "它" and above is None and meant else None)
        return (recent if self._is_presented(index) else ()) or (self.past_owned(meant) if word == "它" else meant)

    def _several_meant(self, index: int, recent: Ends) -> Ends:
        """Return the several that a plural anaphor stands for where they were named together, else nothing."""
        memory, word = self.memory, self.word(index)
        personal = word in self.sets["personal_anaphor"]
        side = self.word(index - 1) if word in ("二者", "两者") and index > self.first[index] else ""
        if len(beside := self._apposed(index)) > 1:
            return beside
        if len(recent) > 2 and side in ("前", "后"):
            return recent[:2] if side == "前" else recent[-2:]
        if len(recent) > 1 and not personal:
            near = memory.subject if len(memory.subject) > 1 and memory.sentence == self.here else ()
            return near if near and near[0].start > recent[-1].end else recent
        if word in THREE_OR_MORE:
            return next((ends for ends in (memory.subject, memory.object, memory.trio) if len(ends) > 2), ())
        if couple := self._members_of_last() if word in ("二者", "两者") and len(memory.subject) < 2 else ():
            return couple  # A 与 B 的 对立 V，两者 都 V
        if len(several := self._named_here(index, True) or memory.people if personal else self.things(word)) > 1:
            return several
        if word in ("二者", "两者") and self._acts_before(index) and len(memory.subject) == len(recent) == 1:
            return memory.subject + recent  # A 限制 B，二者 V C
        return ()

    def _apposed(self, index: int) -> Ends:
        """Return A and B of A 与 B 两者 都 V."""
        free = index > self.first[index] and self.kinds[index - 1] == "N" and self.governor(index - 1) is None
        return self.ends_of(index - 1) if free else ()

    def _owner_before(self, index: int) -> Ends:
        """Return A of A 的 衰落 源于 其 对 B 的 剥削: 其 is whose decay it is; nothing elsewhere."""
        verb = self.governor(index) if self.kinds[index + 1 : index + 2] == ["P"] else None
        noun = self.before(verb) if verb is not None and self.has_frame(verb, "reverse") else None
        if noun is None or self.kinds[noun] != "N" or not self.is_in(index + 1, "toward"):
            return ()
        items = self.parse.chunks[noun].items
        return self.attributes_of(noun) if len(items) == 1 and len(items[0].parts) == 2 else ()

    def _told_about(self, index: int, above: int, recent: Ends) -> Ends:
        """Return what 它 stands for behind a verb of speech, never who speaks: A 是 B，乙 学 认为 它 V."""
        memory = self.memory
        topic = memory.subject
        if topic == memory.thinker:
            named = "N" in self.kinds[self.first[above] : above]  # not 乙 学 批判 A，认为 它 V
            topic = memory.earlier if named else ()
        speaks = any(end.name in memory.speakers for end in topic)
        return (() if speaks else topic) or self.last_object("B", index) or recent

    def _one_of_pair(self, word: str, index: int, recent: Ends) -> Ends:
        """Return what 前者 or 后者 stands for."""
        memory = self.memory
        if word == "后者" and "前者" in self.words[:index] and not memory.pair:
            return ()
        if word == "后者" and (last := self.told_last(index)):
            return last
        if word == "前者" or len(memory.pair) != 2:
            ended = memory.subject + recent if len(memory.subject) == len(recent) == 1 else ()  # A 变成 B，后者
            told = (memory.contrast, memory.subject, memory.several[-2:], *memory.before(), ended)
            before = self.sentence.text[: self.parse.tokens.starts[self.parse.chunks[index].start]]
            taken_up = any(before.count(end.name) > 1 for end in ended[:1])  # A 造就 B，B 造就 C，后者
            candidates = (self.told_in_turn(index), self.last_couple(), recent, ended if taken_up else (), *told)
            memory.pair = next((ends for ends in candidates if len(ends) == 2), ())
        return memory.pair[:1] if word == "前者" else memory.pair[1:]

    def _named_here(self, index: int, several: bool) -> Ends:
        """Return whom 他 or, of `several`, 他们 stands for by the names here: 学派 以 P 和 Q 为 代表，他们 V A."""
        if not several:
            return self.named_person(self.parse.chunks[index].start)
        border = self.first[index] - 1
        nouns = range(self.first[border], border) if border > 0 else ()
        named = (at for at in nouns if self.kinds[at] == "N" and len(self.parse.chunks[at].items) > 1)
        found = next((at for at in named if self._are_persons(self.parse.chunks[at].items)), None)
        return self.name_all(self.parse.chunks[found].items) if found is not None else ()

    def _stated_before(self, index: int, recent: Ends) -> Ends:
        """Return what 这 stands for: what the clause before says there is; who acts there, for what comes of it."""
        border = self.first[index] - 1
        told = border > 1 and self.kinds[border - 1] == "N" and self.kinds[index + 1 : index + 2] == ["C"]
        if told or self.words[index + 1 : index + 2] == ["一点"]:
            return ()  # S 奉 A 为 B，这 与 C 有关; A 印证 了 这 一点
        if border > 0 and self.word(index) == "那":
            named = self.kinds[border - 1] == "N" and self.kinds[index + 2 : index + 3] != ["V"]
            return self.ends_of(border - 1) if named else ()  # S 选择 了 一条 A，那 就是 B
        if border > 0 and any(self.is_in(at, "asker") for at in range(self.first[border - 1], border)):
            return ()  # A 是否 B，这 是 C: the question is meant
        above = self.governor(border - 1) if border > 0 and self.kinds[border - 1] == "N" else None
        after = self.after(index)
        if border <= 0 and not recent and after is not None and self.memory.sentence == self.here - 1:
            brings = self.kinds[after] == "V" and not self.uses_at(after).relations.isdisjoint(FLOWS)
            return self.memory.subject if brings else ()  # A 不断 扩大。这 导致 了 B
        if border <= 0 or (above is not None and (self.is_in(above, "arising") or self.word(above)[0] == "有")):
            return recent
        being = after is not None and self.kinds[after] == "V" and self.is_in(after, "copula")
        if after is not None and self.kinds[border - 1] in "Va":  # A 日趋 衰落，这 是 由 B 造成 的, 这 源于 B
            being = being and self.kinds[index + 2 : index + 3] != ["I"] and not self.has_frame(after, "reverse")
        stated = self.memory.sentence == self.here and not (being and not self.follows_topic(index))
        return self.memory.subject if stated else ()

    def whole_of(self, index: int) -> Ends:
        """Return 教师与学生的信任 as one concept, where a thing is said to be it; nothing for other phrases."""
        items = self.parse.chunks[index].items
        joined = len(items) == 2 and self.parse.tokens.words[items[1].parts[0][0] - 1] in WITH
        if not joined or self.parse.tokens.names[items[-1].head] or self.shares_counted_head(index):
            return ()
        whole = name_between(self.parse.tokens, items, self.rules.grammar, any_head=True)
        return (whole,) if whole is not None else ()

    def named_whole(self, index: int) -> Ends:
        """Return 人的存在 as one concept, a head with what it belongs to; nothing for phrases of other shapes."""
        items = self.parse.chunks[index].items
        if len(items) != 1 or len(items[0].parts) != 2:
            return ()
        owners, tokens = self.attributes_of(index), self.parse.tokens
        end = tokens.ends[items[0].head]
        if len(owners) != 1 or end - owners[0].start > LONGEST:
            return ()
        return self.as_written(owners[0].start, end)

    def told_apart(self, one: Endpoint, other: Endpoint) -> tuple[Endpoint, Endpoint]:
        """Return two ends, with what stands before 的 where one is the head of the other: 传统社会 是 开放的社会."""
        alike = one.name == other.name
        if one.name.endswith(other.name):
            other = self._with_attribute(other, alike)
        if other.name.endswith(one.name):
            one = self._with_attribute(one, alike)
        return one, other

    def _with_attribute(self, end: Endpoint, weak: bool) -> Endpoint:
        """Return an end of this sentence with the noun or quality, also a `weak` one, before its 的; others as is."""
        tokens, head = self.parse.tokens, bisect_left(self.parse.tokens.starts, end.start)
        before = tokens.kinds[head - 1] if head else ""
        if end.sentence != self.here or before not in ("D", "a") or tokens.starts[head] != end.start:
            return end
        if before == "a":
            return self.as_written(tokens.starts[head - 1], end.end)[0]  # 汉代 儒学 继承 先秦 儒学
        chunk = self.parse.chunk_of[head]
        above = self.governor(chunk)
        done = above is not None and not self.is_in(above, "copula")
        if done and above is not None and (self.is_in(above, "toward") or self.in_relative(above, chunk)):
            return end  # 对 他人 的 信任; [关心 孩子 的] 家长
        first = head - 1
        while first and tokens.kinds[first - 1] in "Na":
            first -= 1
        start, sets = tokens.starts[first], self.rules.grammar.sets
        weighs = not weak and any(tokens.words[head - 2] in sets[name] for name in ("hollow_quality", "degree"))
        if first == head - 1 or weighs or is_taken_for(tokens, first) or end.end - start > LONGEST:
            return end
        return Endpoint(self.sentence.text[start : end.end], self.here, start, end.end, False)

    def head_of(self, index: int) -> Ends:
        """Return what the last head of a noun phrase names, without what stands before its 的."""
        last = self.parse.chunks[index].items[-1]
        return self.name_all((last.of(last.parts[-1:]),))

    def between_stations(self, to: int, index: int) -> Ends:
        """Return H of 从 A 到 B 的 H, which opens a clause and is not the way from A to B; nothing elsewhere."""
        first = self.first[to]
        if self.kinds[index] != "N" or self.words[first] != "从" or "V" in self.kinds[first:to]:
            return ()
        owned = len(self.parse.chunks[index].items[-1].parts) > 1
        return self.head_of(index) if owned and not self.is_in_head(index, "passage") else ()

    def heads_of(self, index: int) -> Ends:
        """Return what the heads of a noun phrase name behind a relative clause: of A 的 B 和 C both, without A."""
        items = self.parse.chunks[index].items
        if len(items) < 2 or len(items[-1].parts) > 1:
            first = self.parse.tokens.starts[self.parse.chunks[index].start]
            return tuple(end for end in self.ends_of(index) if end.start >= first and not self._is_light(end))
        return self.name_all([item.of(item.parts[-1:]) for item in items])

    def _is_light(self, end: Endpoint) -> bool:
        """Whether a name is a word that says little alone: nobody builds A in 建立 A 的 设想."""
        return end.name in self.sets["light_head"] and (not end.known or end.name in self.sets["plan_head"])

    def attributes_of(self, index: int) -> Ends:
        """Return what the head of the last member belongs to: 资本的剥削 gives 资本."""
        items = list(self.parse.chunks[index].items)
        while items and len(items[-1].parts) < 2:
            items.pop()  # 数据的收集和分析
        if not items:
            return ()
        parts, tokens, (start, end) = items[-1].parts[:-1], self.parse.tokens, items[-1].parts[-2]
        like = end - start == 2 and tokens.tags[end - 1] == "a" and self.parse.form[start:end] == "Na"
        like = like and tokens.words[end - 1] not in self.rules.grammar.sets["attribute_noun"]
        if like and not self.is_in_any_head(index, "key", "needed_head", "factor"):  # but A 成功 的 前提
            parts = parts[:-1] + ((start, end - 1),) * (tokens.words[end - 1][0] == "最")  # 风格 多样 的 A
            if not parts:
                return ()
        before, roles = items[:-1], [self.is_role(item.head) for item in items]
        above = self.governor(index) if before and self.has_head_ending(index, "effect_ending") else None
        met = above is not None and self.is_in(above, "toward")  # (A) 对 B 的 形成 和 C 的 影响
        if not met and (sum(roles) > 1 or not roles[-1] or any(len(item.parts) == 1 for item in before)):
            before = [item for item in before if len(item.parts) == 1]  # but all of A 的 兴起 和 B 的 扩大 的 产物
        return self.name_all((*before, items[-1].of(parts)))
