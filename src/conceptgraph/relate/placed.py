"""What is a place, or stands behind a preposition, and still does something: [在 A 中 的] B V C, 面对 A 造成 的 B."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conceptgraph.relate.deeds import Deeds
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.words import ADDING, BECAUSE, COUPLING

LONGEST_TURN = 16  # characters of A 向 B 的 转变
INSIDE_IT = ("内部", "之中", "当中", "背后", "之内")  # behind 其: 其 内部 V A


@dataclass(slots=True)
class Placed(Deeds):
    """A parsed sentence with what its places and what stands behind its prepositions do."""

    def told_in_place(self, above: int, noun: int, verb: int) -> bool:
        """Whether what is said or done about a thing in some place does what follows: 家训 中 对 A 的 强调 V B."""
        first = self.first[verb]
        place, led = self.parse.chunks[first].items, self.is_in(above, "toward") or self.words[above] == "关于"
        if not led or self.kinds[first:verb].count("N") != 2 or self.kinds[first : noun + 1] != ["N", "P", "N"]:
            return False
        owned = len(self.parse.chunks[noun].items[-1].parts) > 1 and "verb" in self.uses_at(verb).frames
        return (
            owned and place[-1].local and self.last_word(first) in ("中", "里") and not self.is_in(verb, "light_verb")
        )

    def holder_toward(self, verb: int) -> int | None:
        """Return S of S 对 [V B 的] H 享有 C, who has it, where H is no deed of S; None for other clauses."""
        noun = verb - 1
        has = self.is_in(verb, "two_senses") or "has_part" in self.uses_at(verb).relations
        if self.kinds[noun] != "N" or not has:
            return None
        toward = next((at for at in range(noun - 1, self.first[verb], -1) if self.kinds[at] in "PBI"), 0)
        if not toward or self.kinds[toward - 1] not in "NSR" or not self.is_in(toward, "toward"):
            return None
        parts = self.parse.chunks[noun].items[-1].parts
        told = "V" in self.kinds[toward:noun] and ("D" in self.kinds[toward:noun] or len(parts) == 2)
        deed = "verb" in self.uses_of_head(noun).frames or self.is_in_any_head(noun, "relational_head", "light_head")
        return toward - 1 if told and not deed and self.governor(toward - 1) is None else None

    def turn_told_of(self, above: int | None, index: int, verb: int) -> Ends:
        """Return A 向 B 的 转变 of A 向 B 的 转变 V C, where not A does it; nothing elsewhere."""
        if above is None or above != index - 1 or self.word(above) not in ("向", "到") or self.kinds[above - 1] != "N":
            return ()
        turn = self.is_in_head(index, "passage") and len(self.parse.chunks[index].items[-1].parts) > 1
        told = turn and above > self.first[verb] and set(self.kinds[index + 1 : verb]) <= {"d"}
        return self.chunks_as_written(above - 1, index, LONGEST_TURN) if told else ()

    def placed(self, above: int | None, index: int, verb: int) -> Ends:
        """Return what the heads behind 在 name: of 在 A 中 的 B 和 C both; also A of [S V 的] A 中 含有 B."""
        if above is None:
            return ()
        if self.kinds[max(index - 2, 0) : index + 1] == ["V", "D", "N"] and self._holds(index, verb):
            return self.ends_of(index)
        if not self._is_placed_head(above, index, verb):
            return ()
        items = self._placed_items(index)
        return self.head_of(index) if len(items) == 1 else self.name_all([item.of(item.parts[-1:]) for item in items])

    def _placed_items(self, index: int) -> Sequence[Item]:
        """Return the members of a noun phrase, A 与 B 之间 as one: of 在 A 与 B 之间 的 H only the last."""
        items, tokens = self.parse.chunks[index].items, self.parse.tokens
        if len(items) != 2 or len(items[0].parts) != 1 or len(items[1].parts) != 2:
            return items
        return items[1:] if tokens.words[items[1].parts[0][1]] == "之间" else items

    def _holds(self, place: int, verb: int) -> bool:
        """Whether a verb says what there is in a place, and nobody does it there: 学说 中 含有 A."""
        told = self.is_place(place) and "has_part" in self.uses_at(verb).relations
        return told and "在" not in self.words[self.first[verb] : place]

    def _is_placed_head(self, above: int, index: int, verb: int) -> bool:
        """Whether 在 and a place belong to the head of a noun phrase that says more than a light one does."""
        items, tokens = self._placed_items(index), self.parse.tokens
        there = above == self.first[index] and self.is_in(verb, "arising")  # 在 A 上 的 B 出现 C
        if self.words[above] == "在" and above > self.first[index] and self.is_timed(index):
            return not self.is_in_any_head(index, "light_head", "hollow_head")
        if self.words[above] != "在" or there or not items or len(items[0].parts) != 2:
            return False
        if self.kinds[max(above - 2, 0) : above] == ["P", "N"] and self.words[above - 2] in ("为", "给", "对", "对于"):
            return False  # S 为 甲 在 A 中 的 B V C
        if items[-1].local:
            return False  # 在 A 的 B 和 C 的 D 中
        (_, end), (start, _) = items[0].parts
        placed = (
            "f" in tokens.kinds[end - 1 : start] or tokens.words[end - 1] in self.rules.grammar.sets["respect_head"]
        )
        bare = items[0].parts[1][1] - start == 1  # 边缘群体 is more than a group
        weak = ("light_head", "hollow_head", "class_noun") if bare else ("light_head", "hollow_head")
        return placed and not self.is_in_any_head(index, *weak)

    def is_deed_taken(self, noun: int, verb: int) -> bool:
        """Whether a noun phrase that ends in one deed is said to be taken for something: S 对 A 的 B 被 看作 C."""
        taken = self.kinds[verb - 1] == "I" and self.has_frame(verb, "copula")
        return (
            taken
            and len(self.parse.chunks[noun].items) == 1
            and all(self.kinds[at] in "du" for at in range(noun + 1, verb - 1))
        )

    def is_companion_of(self, index: int) -> bool:
        """Whether 与 stands between a verb of being and the noun phrase `index`: 而是 与 B V C."""
        joined = self.kinds[index - 1] == "C" and self.word(index - 1) in COUPLING
        return joined and self.kinds[index - 2] == "V" and self.is_in(index - 2, "focus")

    def within_it(self, place: int) -> Ends:
        """Return what 其 stands for in 其 内部 存在 A, where that opens a clause; nothing for other places."""
        owned = place > 0 and self.kinds[place - 1 : place + 1] == ["R", "f"] and self.word(place) in INSIDE_IT
        opens = owned and self.word(place - 1) == "其" and place - 1 == self.first[place]
        return self.ends_of(place - 1) if opens else ()

    def leads_nowhere(self, above: int, index: int) -> bool:
        """Whether the noun phrase `index` and what governs it leave the subject before them: 在 V A 的 形势下 V B."""
        return self.is_place(index) or (above == index - 2 and self.is_companion_of(index))

    def acting(self, noun: int) -> Sequence[Item]:
        """Return the members of a list that do what the verb behind says: A and B of 克服 A 和 B 造成 的 H, else B."""
        items, tokens = self.parse.chunks[noun].items, self.parse.tokens
        joined = len(items) > 1 and tokens.words[items[-1].parts[0][0] - 1] in ADDING
        return items if joined and self._brings_head(noun + 1) else items[-1:]

    def is_faced(self, above: int, noun: int, verb: int) -> bool:
        """Whether what stands behind 面对 or the like does what a verb says of the head behind it: 面对 A 造成 的 H."""
        if noun + 1 != verb or not self._brings_head(verb):
            return False
        return self.is_in(above, "meeting") or self.words[above] in ("关于", "在", "从")

    def _brings_head(self, verb: int) -> bool:
        """Whether a verb with 的 says what the head behind it comes of: 造成 的 损失."""
        return self.kinds[verb : verb + 3] == ["V", "D", "N"] and "causes" in self.uses_at(verb).relations

    def does_behind(self, above: int, verb: int) -> bool:
        """Whether what stands between a preposition and a verb does that: 面对 A 造成 的 B; 为 A V B 提供 C."""
        if self.is_faced(above, verb - 1, verb) or (self.kinds[above] == "B" and self.is_told_of_taken(above, verb)):
            return True
        if self.words[above] == "关于" and self.about_of(verb) == above:
            return True
        if self.words[above] in ("在", "当") and self._turns_meanwhile(above, verb):
            return True
        if self.words[above] != "为" or self.kinds[above : verb + 1] != ["P", "N", self.kinds[verb]]:
            return False
        if self.is_in_head(above + 1, "span_head"):
            return False  # 为 新 时期 V B 提供 C
        later = (at for at in range(verb + 1, self.last[verb]) if self.kinds[at] == "V")
        return any(use.rule.id == "promotes.provide_for" for at in later for use in self.uses_at(at).closing)

    def is_brought_out(self, verb: int) -> bool:
        """Whether 起来 or 出来 stands behind a verb of making, which it only closes: 建立 起来 的 A."""
        closed = self.words[verb + 1 : verb + 2] in (["起来"], ["出来"])
        return closed and "produces" in self.uses_at(verb).relations

    def counts_one(self, verb: int) -> bool:
        """Whether a clause says what one of several is: 一种 是 A，另 一种 是 B."""
        if not self.is_in(verb, "being") or not self.is_in(self.first[verb], "one_of"):
            return False
        told = self.clause_before(verb)  # but A 一方面 V B，另一方面 是 C
        does = any(self.words[at] == "一方面" and not self.is_in(at + 1, "being") for at in told[1:])
        return not does or not self.words[self.first[verb]].endswith("一方面")

    def says_or_means(self, verb: int, opening: set[str]) -> bool:
        """Whether a verb says what only persons do, or means to be done, and the last subject is none: 并 试图 V A.

        What acts on another thing may mean to do more: 甲 指出 A 压制 B，并 企图 控制 C.
        """
        if opening.isdisjoint(self.sets["intending"]):
            return self.has_frame(verb, "speech")
        deeds = [self.uses_at(at).relations for at in self.clause_before(verb)]
        acts = any(told & {"acts_on", "negates"} and "causes" not in told for told in deeds)
        if acts or any(end.sentence != self.here for end in self.memory.person):
            return False
        names, endings = ("group_ending", "user_ending"), self.rules.grammar.endings
        return not any(end.name.endswith(endings[name]) for end in self.memory.subject for name in names)

    def _turns_meanwhile(self, above: int, verb: int) -> bool:
        """Whether 在 and 时 enclose what turns into another thing, while somebody does what follows: 在 A 变为 B 时."""
        noun, patient = above + 1, self.object_at(verb)
        led = self.kinds[noun + 1 : verb] in ([], ["P", "N"], ["I", "N"]) and self.has_frame(verb, "result")
        if not led or patient is None or self.kinds[noun] != "N" or self.is_place(noun) or self.is_timed(noun):
            return False
        ends = any(self.last_word(patient) in self.sets[name] for name in ("meanwhile_end", "when"))
        return ends or (self.is_place(patient) and self.is_in_any_head(patient, "span_head", "course_head"))

    def is_called_for_toward(self, toward: int, verb: int) -> bool:
        """Whether what 对 opens a clause with is what something is demanded for: 对 [S 所 V 的] A 需要 V B."""
        noun = verb - 1
        while noun > toward and (self.kinds[noun] in "du" or self.is_in(noun, "demand")):
            noun -= 1
        demanded = any(self.is_in(at, "demand") for at in range(noun + 1, verb + 1))
        if not demanded or not self.is_in(toward, "toward") or self.kinds[noun] != "N":
            return False
        form = self.parse.form[self.parse.chunks[noun].start : self.parse.chunks[noun].end]
        return "D" not in form and "C" not in form and self.kinds[noun - 1] in "DP"

    def is_place_told_of(self, index: int, verb: int) -> bool:
        """Whether a place opens a clause, or what is said to be between two things: 但 A 与 B 之间 是 C."""
        first = self.first[verb]
        if index == first or self.words[first] == "在":
            return True
        between = self.is_being(verb) and self.last_word(index) == "之间"
        return between and all(self.kinds[at] == "d" for at in range(first, index))

    def is_key(self, index: int) -> bool:
        """Whether the noun phrase `index` is headed by 关键, 措施 or the like, before 在于, 是, 包括： or 有：."""
        after = self.after(index) if self.is_in_any_head(index, "key", "remedy") else None
        if after is None or self.is_in(after, "copula"):
            return after is not None
        return self.words[after + 1 : after + 2] in (["："], [":"]) and (
            self.word(after) == "有" or self.is_in(after, "including")
        )

    def is_weighed_row(self, toward: int) -> bool:
        """Whether 对 opens what something matters for, also over a comma: 对 V B，V C 具有 意义."""
        border = self.last[toward]
        ahead = self.opening(border)
        row = ahead < len(self.kinds) and self.words[border] in "，," and self.kinds[ahead] == "V"
        return self.is_weighed(toward) or (row and self.is_weighed(ahead))

    def goes_on_alike(self, above: int, object_at: int, verb: int) -> bool:
        """Whether what did the one thing does the next: A 既是 B 也是 C; A 否定 B 而 走向 C."""
        also = "而" in self.words[object_at + 1 : verb]
        if self.is_being(above) and self.is_being(verb):
            return also or self.word(verb)[0] in "也又更还"
        return also and self.has_frame(verb, "result") and not self.is_in(above, "pivot")

    def reason_before(self, verb: int) -> int | None:
        """Return the first verb of A 因 忽视 B 而 失去 C and A V B 是 为了 V C, whose subject does both; else None."""
        if self.words[verb - 1] == "为了" and verb - 3 > self.first[verb] and self.is_being(verb - 2):
            done = self.governor(verb - 3) if self.kinds[verb - 3] == "N" else None
            if done is None or self.kinds[done] != "V" or self.is_being(done) or self.before(done) is None:
                return None
            return done
        joint = verb - 1 - (self.words[verb - 1] == "为")  # also 因 忽视 B 而 为 失去 C 提供 D
        if joint <= self.first[verb] or self.words[joint] != "而":
            return None
        by = next((at for at in range(self.first[verb], joint) if self.words[at] in BECAUSE), joint)
        past = "duN" if by == self.first[verb] else "du"  # 由于 A 忽视 B 而 失去 C
        done = next((at for at in range(by + 1, joint) if self.kinds[at] not in past), joint)
        alone = "V" not in self.kinds[self.first[verb] : by]  # not S V 由于 忽视 A 而 造成 的 B
        return done if alone and done < joint and self.kinds[done] == "V" else None

    def is_only_seen(self, by: int, noun: int) -> bool:
        """Whether 结合 only tells in view of what something is done: 结合 A 的 现状 探讨 B."""
        return self.word(by) == "结合" and self.head_word(noun)[-2:] in self.sets["seen_only"]

    def used(self, tool: int) -> Ends:
        """Return what the noun phrase `tool` names, by which a verb is done; nothing of 结合 A 的 现状 V B."""
        by = self.governor(tool)
        return () if by is not None and self.is_only_seen(by, tool) else self.ends_of(tool)

    def last_of_taken(self, noun: int) -> Ends:
        """Return C of V A、B 和 C 所 W 的 D, where only C does what W says; nothing for other noun phrases."""
        items, above = self.parse.chunks[noun].items, self.governor(noun)
        if above is None or self.is_being(above) or self.parse.chunks[noun].genus is not None:
            return ()  # A 是 B、C 等 G 所 V 的 D
        marks = {self.parse.tokens.words[item.parts[0][0] - 1] for item in items[1:]}
        taken = self.kinds[above] == "V" and "、" in marks and self.kinds[noun] == "N"
        return self.name_all(items[-1:]) if taken else ()

    def is_helped(self, verb: int, above: int, object_at: int) -> bool:
        """Whether a deed that opens a clause serves something, and so does what it furthers: 加强 A 有利于 B."""
        if self.kinds[object_at] != "N" or self.before(above) is not None:
            return False
        if self.is_in(verb, "serving_verb"):
            return True
        furthers = not self.memory.first and "promotes" in self.uses_at(above).relations
        return furthers and not self.uses_at(verb).relations.isdisjoint(("promotes", "influences", "causes", "negates"))

    def aiming(self, verb: int) -> int | None:
        """Return the 对 of A 对 V B、V C 具有 意义, where `verb` is one of those V; else None."""
        for at in range(self.first[verb], verb - 1):
            opens = self.kinds[at] == "P" and self.is_in(at, "toward")
            if opens and (self.kinds[at + 1] == "V" or self.kinds[at + 1 : at + 3] in (["S", "V"], ["S", "d"])):
                return at if self.is_weighed(verb) else None
        return None

    def is_of_root(self, patient: int) -> bool:
        """Whether what a verb takes belongs to a verb with the name of a role: 造成 A 的 根源在于 B."""
        return self.kinds[patient + 1 : patient + 3] == ["D", "V"] and self.word(patient + 2).endswith("在于")

    def before_disposal(self, verb: int, stop: int) -> int:
        """Return where the subject of a verb is looked for: before 把 and what it takes, else right before the verb."""
        position = verb - 1
        while position > stop and self.kinds[position] not in "VB":
            position -= 1
        if position > stop and self.kinds[position : position + 2] == ["V", "D"] and "B" in self.kinds[stop:position]:
            inner = next(at for at in range(position - 1, -1, -1) if self.kinds[at] == "B")
            if self.is_told_of_taken(inner, position):
                return inner - 1  # S 把 [C V 的] H 变成 B
        if position > stop and self.kinds[position] == "V" and self.is_in(verb, "naming"):
            inner = position - 1 - (self.kinds[position - 1] == "r")
            if inner > stop and self.kinds[inner] == "B" and self.marker(verb) == inner:
                position = inner  # A 把 [V 了 B 的] C 称为 D
        if position > stop and self.kinds[position] == "V" and self.tells_of_named(position, verb):
            position -= self.kinds[:position][::-1].index("B") + 1
            return position - 1  # A 把 [S V B 的] C 称为 D
        led = self.kinds[position] == "B" and position > stop and not self.is_told_of_taken(position, verb)
        return position - 1 if led else verb - 1

    def trouble_that_acts(self, index: int) -> Ends:
        """Return 乡约的困境 as one concept where it does something or comes of something; nothing elsewhere."""
        if not (self.is_in_head(index, "trouble") and self.is_in_head(index, "light_head")):
            return ()
        told, chunk = self.after(index), self.parse.chunks[index]
        if (
            told is None
            or self.kinds[told] != "V"
            or self.is_in(told, "lying")
            or "r" in self.parse.form[chunk.start : chunk.end]
        ):
            return ()
        acts = self.has_frame(told, "verb", "reverse") and "has_part" not in self.uses_at(told).relations
        return self.named_whole(index) if acts else ()

    def tells_why(self, above: int, after: int) -> bool:
        """Whether what a verb takes is told by a clause, whose verb or adverbs begin at `after`: 源于 A V 了 B."""
        told = "causes" in self.uses_at(above).relations and not self.is_in(after, "verb_joining")
        named = self.has_frame(above, "reverse") and self.kinds[after - 1] == "N"
        return told and (named or self.words[above].endswith(("由于", "因为", "源于", "源自", "缘于", "起因于")))

    def whole_behind(self, verb: int) -> int | None:
        """Return H of [包括 A、B 在内 的] H where it opens a clause."""
        closing = self.words.index("在内", verb) + 1
        return closing + 1 if self.kinds[closing : closing + 2] == ["D", "N"] else None
