"""Objects: the concepts that a verb takes, where they are not all of its noun phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conceptgraph.relate.endpoints import SHORT_HEAD
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.subjects import Subjects
from conceptgraph.relate.ways_of_deeds import WAYS
from conceptgraph.relate.words import TITLES

DEEDS = re.compile("(?:d*Vu?P?N[C,]?)+d*$")  # kinds of a row of deeds before a verb: V A、V B，V C，已


@dataclass(slots=True)
class Objects(Subjects):
    """A parsed sentence with the objects of its verbs."""

    duties: dict[int, Ends] | None = None  # who has to do what the verbs of a row tell: V A，V B，是 D 的 职责

    def _is_on_its_way(self, noun: int) -> bool:
        """Whether the noun phrase `noun` is what turns into another thing, where only the way is an object."""
        way = noun + 2
        closes = way + 1 == self.last[noun] and self.kinds[way] == "N"
        closes = closes and self.is_in_any_head(way, "passage", "movement")
        return closes and len(self.parse.chunks[way].items[-1].parts) > 1

    def _is_way_told(self, verb: int, patient: int) -> bool:
        """Whether a verb with what it takes tells in which way another thing is done: 以 限制 A 的 形式 V B."""
        if verb <= self.first[verb] or self.word(verb - 1) not in ("以", "用", "通过"):
            return False
        done = self.kinds[patient + 1 : patient + 2] == ["V"]
        return done and self.head_word(patient) in WAYS and len(self.parse.chunks[patient].items) == 1

    def _closes_deeds(self, verb: int, patient: int) -> bool:
        """Whether a verb with its object is the last of a row of deeds: 具有 V A、V B、V C 等 功能."""
        genus = self.parse.chunks[patient].genus
        if genus is None or verb <= self.first[verb] or self.kinds[verb - 1] != "C":
            return False
        return self.is_deed_head(genus[1] - 1)

    def is_deed_head(self, token: int) -> bool:
        """Whether a word closes a row of what something does: 功能, 方法, also 教化功能."""
        word, sets = self.parse.tokens.words[token], self.rules.grammar.sets
        return word in sets["deed_head"] or (word[-2:] in sets["duty_head"] and word[-2:] in sets["deed_head"])

    def _is_duty(self, verb: int, patient: int) -> bool:
        """Whether the head of a noun phrase only closes a row of what somebody does: 具有 V A 和 V B 的 功能."""
        items = self.parse.chunks[patient].items
        bare = bool(items) and len(items[-1].parts) > 1 and items[-1].parts[-1][1] - items[-1].parts[-1][0] == 1
        closes = bare and patient + 1 == self.last[verb] and self.is_in_head(patient, "duty_head")
        if not closes or not self.is_in_head(patient, "deed_head"):
            return False
        opens = next((at for at in range(verb, self.first[verb], -1) if self.is_in(at, "having")), verb)
        return self.is_in(opens, "having") and (len(items) > 1 if opens == verb else self.kinds[verb - 1] == "C")

    def _is_told_about(self, verb: int, patient: int) -> bool:
        """Whether the head of a noun phrase is what somebody says with a verb, or does to all that a thing rests on.

        关于 [S V O] 的 论断; 建立在 对 A、B 的 V 上.
        """
        rests = self.words[verb][-1:] in ("在", "于") and len(self.parse.chunks[patient].items) > 1
        if rests and self._is_turned_on(verb, patient):
            return True
        return self.about_of(verb) is not None and len(self.parse.chunks[patient].items[-1].parts) > 1

    def _is_within_place(self, verb: int, patient: int) -> bool:
        """Whether a verb and its object tell where the first member of a list does something: 在 V O 中 的 H、I."""
        items, tokens = self.parse.chunks[patient].items, self.parse.tokens
        led = self.words[verb - 1] == "在" and len(items) > 1 and len(items[0].parts) > 1
        return led and tokens.kinds[items[0].parts[0][1] - 1 : items[0].parts[0][1] + 2].count("f") == 1

    def is_in_counted(self, verb: int, patient: int) -> bool:
        """Whether a verb with 把 tells of a head that 一套 or the like counts before 把."""
        items = self.parse.chunks[patient].items
        if len(items) != 1 or len(items[0].parts) < 2 or patient + 1 != self.last[verb]:
            return False
        marker = self.marker(verb)
        if marker is None or self.kinds[marker] != "B":
            return False
        outer = next((at for at in range(marker - 1, self.first[verb], -1) if self.kinds[at] not in "dumr"), marker)
        return self.kinds[outer] == "V" and self.opens_counted(outer, marker)

    def _tells_in_what(self, verb: int, patient: int) -> bool:
        """Whether what follows 在 tells in the course of what something is done: 在 开发 和 保护 A 的 实践 中."""
        items = self.parse.chunks[patient].items
        if not items or not items[-1].local or len(items[-1].parts) < 2:
            return False
        opens = next((at for at in range(verb - 1, self.first[verb], -1) if self.kinds[at] not in "VCu"), verb)
        opens -= self.kinds[opens] == "P" and self.kinds[opens + 1] == "C"  # 在 利用 和
        names = ("happening", "deed_head", "process_head", "struggle")
        return self.word(opens) == "在" and self.is_in_any_head(patient, *names)

    def shared_with(self, index: int) -> tuple[Ends, Ends] | None:
        """Return B and C of the noun phrase `index` of (具有) 与 B 同等 的 C; None for others."""
        items = self.parse.chunks[index].items
        if not items or len(items[0].parts) < 2 or index <= self.first[index] or self.kinds[index - 1] != "C":
            return None
        (start, end), *owned = items[0].parts
        if end - start < 2 or self.parse.tokens.words[end - 1] not in self.sets["alike"]:
            return None
        held = (items[0].of(tuple(owned)), *items[1:])
        return self.name_all((items[0].of(((start, end - 1),)),)), self.name_all(held)

    def _is_joined(self, noun: int) -> bool:
        """Whether what follows only says how the members of a list stand to one another: 德 与 法 相统一 的 理念."""
        return self.word(noun + 1) == "对立" or self.is_in(noun + 1, "related") or self.lists_aspects(noun)

    def needed_ends(self, index: int) -> Ends:
        """Return what a noun phrase says is needed, else whose it is: (离不开) 商会 的 支持 (和 村民 的 信任)."""
        if len(items := self.parse.chunks[index].items) > 1:
            hollow, words = self.sets["hollow_head"], self.parse.tokens.words
            owned = [len(item.parts) > 1 and words[item.parts[-1][0]] in hollow for item in items]
            if any(owned):
                return self.name_all(
                    [item.of(item.parts[: -1 if own else None]) for item, own in zip(items, owned, strict=True)]
                )
        owner = self.is_in_any_head(index, "hollow_head", "needed_head")  # 建立在 V A 的 基础 上
        return self.ends_of(index) or (self.attributes_of(index) if owner else ())

    def object_ends(self, verb: int) -> Ends:
        """Return the object of a verb; A、B 和 [C V 的] D gives A, B and D."""
        found = self.object_at(verb)
        if found is None:
            return ()
        ends = self._before_doer(found)
        if self._is_within_place(verb, found):
            return self.name_all([(item := self.parse.chunks[found].items[0]).of(item.parts[:1])])
        if self.is_in_counted(verb, found) or self._tells_in_what(verb, found) or self._is_way_told(verb, found):
            return self.attributes_of(found)  # 需要 一套 [把 A 转化为 B 的] H
        shared = self.shared_with(found)
        if shared is not None:
            return shared[1]
        if self.is_led(verb, found) or self.is_action_on(found):
            bare = self.is_action_on(found) and len(self.parse.chunks[found].items[-1].parts) < 2
            ends = () if bare else self.head_of(found)  # not (体现) A 对 B 和 C 的 继承 和 发扬
        elif self.is_deed_on(found):
            hollow, above = self.is_in_head(found, "hollow_head"), self.governor(found)  # (体现) B 对 C 的 影响
            ends = () if hollow or above is None else self.whole_deed(above, found)
        elif self._is_turned_on(verb, found):
            items = self.parse.chunks[found].items
            head, several = self.head_of(found), len(items) > 1 or len(items[0].parts) > 2  # 对 A 的 B 的 论证
            named = head and len(head[0].name) >= SHORT_HEAD  # 培育 对 邻人 的 情感 信任, but 邻人 的 信任
            ends = head if named else () if several else ends
        elif self.words[found + 1 : found + 2] in (["向"], ["到"]) and self._is_on_its_way(found):
            ends = self.chunks_as_written(found, found + 2, LONGEST)  # 推动 A 向 B 的 转变
        if self._closes_deeds(verb, found):
            ends = self.name_all(self.parse.chunks[found].items)
        elif self._is_duty(verb, found) or self._is_told_about(verb, found):
            *before, last = self.parse.chunks[found].items
            ends = self.name_all((*before, last.of(last.parts[:-1])))
        ends += self._last_part(found)
        first = self.first_noun(verb)
        several = first is not None and first < found and len(self.parse.chunks[first].items) > 1
        apart = first is not None and several and not self._is_joined(first) and len(self.acting(first)) == 1
        if first is not None and several and first + 1 == found and self.last_word(first) == "之间":
            return self.chunks_as_written(first, found, LONGEST) or ends  # 导致 A 与 B 之间 关系 的 疏离
        if first is not None and apart and self.governor(first) == verb:
            ends = self.name_all(self.parse.chunks[first].items[:-1]) + ends
        return ends

    def factors_of(self, index: int) -> Ends:
        """Return A of the noun phrase 影响 B 的 因素 where the clause names them: 影响 B 的 因素 包括 A."""
        told = self.after(index) if self.is_in_head(index, "factor") else None
        listed = told is not None and (self.is_in(told, "including") or self.word(told) in ("有", "是", "为"))
        return self.object_ends(told) if listed and told is not None else ()

    def has_to(self, verb: int) -> Ends | None:
        """Return D of V A、V B，V C，是 D 的 职责 for its verbs, nothing for 是; None for a verb of no such row."""
        if self.duties is None:
            self.duties = {}
            for being, kind in enumerate(self.kinds):
                if kind == "V" and self.is_being(being) and (duty := self.object_at(being)) is not None:
                    head = self.head_word(duty)[-2:]
                    told = head in self.sets["duty"] or head == "功能"
                    if told and "V" not in self.kinds[being + 1 : duty]:
                        self.duties |= self._duties_before(being, self.attributes_of(duty))
        return self.duties.get(verb)

    def _duties_before(self, being: int, holder: Ends) -> dict[int, Ends]:
        """Return D for each verb before 是 of V A、V B，V C，是 D 的 职责; nothing where they have another subject."""
        first, kinds = max([at + 1 for at in range(being) if self.words[at] in "；;：:。"], default=0), self.kinds
        row = DEEDS.search("".join(kinds[first:being]))
        start = being if row is None else first + row.start()
        if start > first and kinds[start - 2 : start] not in (["d", ","], ["V", ","]):
            start = self.first[being] + (self.word(self.first[being]) == "即")  # A V B，[V C] 是 D 的 职责
            start = start if DEEDS.fullmatch("".join(kinds[start:being])) else being
        if not holder or not self.sets["asker"].isdisjoint(self.words[start:being]):
            return {}
        duties = {at: holder for at in range(start, being) if kinds[at] == "V"}
        return {**duties, being: ()} if duties else {}

    def _last_part(self, noun: int) -> Ends:
        """Return H of 包括 A 以及 [V B 的] H for the noun phrase A; nothing elsewhere."""
        verb, last = noun + 2, self.last[noun] - 1
        if verb >= last or self.kinds[last] != "N" or not self.adds_part(noun + 1):
            return ()
        while self.kinds[verb] == "d":
            verb += 1
        if self.kinds[verb:last] == ["V", "D"]:
            return self.ends_of(last)  # 包括 A 以及 [不断 V 的] H
        if self.kinds[verb] != "V" or not self.in_relative(verb, last):
            return ()
        item, *others = self.parse.chunks[last].items
        return self.name_all([item.of(item.parts[-1:]), *others])

    def _before_doer(self, noun: int) -> Ends:
        """Return what a noun phrase names; A and B of (存在) A、B 和 C 所 V 的 D."""
        items = self.parse.chunks[noun].items
        done = len(items) > 1 and self.words[noun + 1 : noun + 2] == ["所"]
        return self.name_all(items[:-1]) if done else self.ends_of(noun)

    def _is_turned_on(self, verb: int, noun: int) -> bool:
        """Whether a verb takes an attitude to something, or an action on it, right behind it: 培育 对 邻人 的 信任."""
        toward = noun - 1
        led, items = self.kinds[toward] == "P" and self.is_in(toward, "toward"), self.parse.chunks[noun].items
        if led and len(items) > 1:  # 实现 对 A、B 的 控制, not 增强 对 A 的 认同 和 B
            led = len(items[-1].parts) > 1 and all(len(item.parts) == 1 for item in items[:-1])
        return led and bool(items) and all(self.kinds[at] == "u" for at in range(verb + 1, toward))

    def needs_for_affected(self, verb: int) -> bool:
        """Whether a clause tells what is needed now that something is made to do something: A 使 B V，需要 C."""
        needed = self.is_in(verb, "needs") and verb == self.first[verb]
        return needed and any(self.is_in(at, "causative") for at in self.clause_before(verb))

    def deed_ends(self, verb: int) -> Ends:
        """Return what a deed of nobody named does its work by: its object, or the deed itself where it removes that."""
        patient = self.object_at(verb)
        above = self.governor(patient) if patient is not None else None  # 需要 V A
        if patient is None or above is None or above > verb + 1:
            return self.object_ends(verb)
        return self.done_by(above, patient, self.object_ends(verb))

    def measures_of(self, verb: int) -> Ends:
        """Return what the deeds work by that a verb opens a row of: V A 和 V B，能够 C; V A、V B 促进 C，从而 V D.

        A feature that something has is no deed: 具有 A 的 特点，V B.
        """
        held = self.object_at(verb) if self.is_in(verb, "having_like") else None
        if held is not None and self.role_headed(held):
            return ()
        found, later = self.deed_ends(verb), verb
        while self.kinds[later : later + 5] == ["V", "N", "C", "V", "N"] and self.object_at(later) == later + 1:
            later += 3
            found += self.deed_ends(later)
        return found

    def said_before(self, verb: int) -> int | None:
        """Return the verb of speech whose clause goes on with a verb of being: 甲 指出 A 与 B 的 C，是 D."""
        if not self.goes_on(verb) or not self.is_being(verb) or self.words[verb] in ("成为", "成了"):
            return None
        said = next((at for at in self.clause_before(verb) if self.kinds[at] == "V"), None)
        if said is None or not self.is_in(said, "saying_that"):
            return None
        return said if self.object_at(said) == self.first[verb] - 2 else None

    def names_work(self, ends: Ends) -> bool:
        """Whether what is told of is a work that the sentence names: 《A》 V B."""
        if not ends or ends[0].sentence != self.here:
            return False
        return not TITLES.isdisjoint(self.sentence.text[max(ends[0].start - 1, 0) : ends[0].start + 1])

    def is_led(self, verb: int, patient: int) -> bool:
        """Whether attributes with a verb of their own lead to the object of a verb: 建立 与 A 融合、居于 B 的 C."""
        if patient == verb + 1:
            return False
        opens = next((at for at in range(verb + 1, patient) if self.kinds[at] not in "du"), patient)
        placed = self.kinds[opens] == "N" and self.kinds[opens + 1 : opens + 2] == ["P"] and patient == opens + 2
        if placed and self.words[opens + 1] == "在":
            return True
        whole = "has_part" in self.uses_at(verb).relations
        brings = self.is_in(opens, "attributive") or (whole and self.is_in(opens, "toward"))
        led = self.kinds[opens] in "PC" and brings and self.kinds[opens + 1] in "NR"
        marker = next((at for at in range(verb + 1, patient) if self.kinds[at] == "B"), None)
        led = led or (marker is not None and self.opens_counted(verb, marker))
        return led and "V" in self.kinds[opens:patient]
