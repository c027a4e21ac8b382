"""Deeds that do something: 减少考试 in 减少 考试 能够 缓解 A, the 加强 A of 加强 A 有利于 B."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.noun_phrases import NounPhrases
from conceptgraph.relate.words import AND_THEN, DONE_TO, ITSELF, REASONS


@dataclass(slots=True)
class Deeds(NounPhrases):
    """A parsed sentence with the question of what a verb and its object before another verb do."""

    def deed(self, verb: int, above: int, object_at: int) -> Ends:
        """Return 减少考试 as one concept, which opens a clause and is said to do something: 减少 考试 能够 缓解 A."""
        items = self.parse.chunks[object_at].items
        if object_at != above + 1 or len(items) != 1 or len(items[0].parts) > 1 or self.before(above) is not None:
            return ()
        yields = self.word(verb)[:2] == "让位"  # 积累 财富 让位于 A
        told = yields or any(self.is_in(verb, name) for name in ("copula", "being", "result_verb"))
        told = told and not self.is_in(verb, "needs")
        told = told or (self.is_in(verb - 1, "modal") and not self.is_in(verb - 1, "demand"))
        told = told or (verb + 1 < self.last[verb] and self.is_in(verb + 1, "aspect"))
        timed = len(self.word(above)) < 2 or self.word(above)[-1] in "了着"  # 标志着 A 走向 B
        timed = timed or self.word(above).endswith(REASONS)  # 是因为 A V 了 B
        if not told or timed or items[0].local or self.has_frame(above, "speech"):
            return ()
        kinds = ("serial", "pivot", "copula", "light_verb", "stating", "including", "having")
        other = any(self.is_in(above, name) for name in kinds)
        furthers = not self.uses_at(above).relations.isdisjoint(("promotes", "produces"))
        last = self.last[verb] - 1
        plain = "V" not in self.kinds[verb + 1 : last] and not self.role_headed(last) and self.word(verb) == "是"
        plain = plain or yields
        other = other or (furthers and not plain)  # A does it as well, but 保障 A 是 B 的 价值
        other = other or self.is_in(object_at, "pointing") or self.word(verb) == "作为"  # 选取 A 作为 B
        joined = any(self.is_in(at, "verb_joining") for at in range(object_at + 1, verb))
        if other or joined or self.is_supposed(above) or (self.goes_on(above) and self._takes_place(verb, above)):
            return ()  # also ，取代 B 成为 C: whoever was told of before does
        return self.chunks_as_written(above - self.is_undone(above), object_at, LONGEST)

    def is_undone(self, verb: int) -> bool:
        """Whether a word of denial stands right before a verb: 不 减少 税收 会 加重 A."""
        return verb > self.first[verb] and self.is_in(verb - 1, "negator")

    def is_supposed(self, verb: int) -> bool:
        """Whether it is only supposed that something is not done, in a clause that goes on: A V B，如 不 V C 将 V D."""
        return self.is_undone(verb) and self.is_in(verb - 2, "hypothetical") and self.goes_on(verb - 2)

    def acts_within(self, above: int, noun: int, verb: int) -> bool:
        """Whether 在 opens what somebody does, in which something plays a part: 礼仪 在 官员 履行 职责 方面 有 作用."""
        if (
            self.word(above) != "在"
            or noun != verb - 1
            or not self.uses_at(verb)
            or self.kinds[verb + 1 : verb + 2] != ["N"]
        ):
            return False
        chunk, tokens = self.parse.chunks[verb + 1], self.parse.tokens
        told = not self.rules.grammar.sets["respect_head"].isdisjoint(tokens.words[chunk.start : chunk.end])
        placed = tokens.tags[self.parse.chunks[noun].end - 1] in ("ns", "s", "f", "t")
        return not placed and (told or chunk.items[-1].local)

    def closes_topics(self, verb: int) -> bool:
        """Whether a verb with its object closes a row of what is told of: A 的 扩张、改造 B 等 问题 影响 了 C.

        Also one that opens the last member of a list: A 和 [V B 的] H.
        """
        if verb > 0 and self._closes_list(verb - 1):
            return True
        if verb < 2 or self.words[verb - 1] != "、" or self.kinds[verb - 2 : verb] != ["N", "C"]:
            return False
        if self.kinds[verb + 1 : verb + 2] != ["N"] or self.parse.chunks[verb + 1].genus is None:
            return False
        return verb - 2 == self.first[verb] and self.kinds[verb + 2 : verb + 3] == ["V"]

    def _is_gerund(self, verb: int, between: Sequence[int]) -> bool:
        """Whether what stands before a verb is a row of measures without a subject: 利用 A 来 解决 B 将 有助于 C."""
        start = self.first[verb]
        opens = next((at for at in range(start, verb) if self.kinds[at] not in "du"), verb)
        leads = any(self.is_in(at, "effect_opening") for at in between)
        return leads and self.kinds[opens] in "VP" and self.is_in(verb, "result_verb")

    def is_weighed_deed(self, verb: int, above: int) -> bool:
        """Whether a verb right behind the object of one that opens a clause says what the deed has: 改善 A 具有 B."""
        return above == self.first[above] and self.is_in(verb, "having") and self.kinds[verb - 1] in "NR"

    def joins_deeds(self, between: Sequence[int]) -> bool:
        """Whether what stands between two verbs says that one does both: 掌握 A 并 积累 B."""
        joined = any(self.word(at) in AND_THEN for at in between)
        return joined and not any(self.is_in(at, "negator") for at in between)

    def _gerund_ends(self, above: int, object_at: int) -> Ends:
        """Return the objects of the verbs of a row: 解决 A 和 扩大 B."""
        if self.is_undone(above):
            return self.chunks_as_written(above - 1, object_at, LONGEST)  # 不 加强 A 会 导致 B
        chunks, found = self.parse.chunks, self.done_by(above, object_at, self.ends_of(object_at))
        if above - 2 > self.first[above] and chunks[above - 1].kind == "C" and chunks[above - 2].kind == "N":
            governor = self.governor(above - 2)
            if governor is not None and chunks[governor].kind == "V":
                return self._gerund_ends(governor, above - 2) + found
        return found

    def done_by(self, verb: int, noun: int, ends: Ends) -> Ends:
        """Return what a deed works by, `ends` being what it acts on: not 税收, but 减少税收 furthers what it serves."""
        told, start = self.uses_at(verb).relations, self.parse.tokens.starts[self.parse.chunks[verb].start]
        removes = "negates" in told and told.isdisjoint(("promotes", "produces"))
        if not removes and not self.is_in(verb, "restraining"):
            return ends
        whole = noun == verb + 1 and len(ends) == 1 and ends[0].end - start <= LONGEST
        return self.as_written(start, ends[0].end) if whole else ()

    def row_of_deeds(self, verb: int, above: int, object_at: int) -> Ends:
        """Return what the deeds of a row do what is told of them by: V A 和 V B 有助于 C; nothing of other verbs."""
        told = any(self.is_in(verb, name) for name in ("being", "result_verb", "serving_verb"))
        told = told or not self.uses_at(verb).relations.isdisjoint(("promotes", "negates", "causes"))
        start = above
        while told and start - 3 >= self.first[verb] and self.kinds[start - 3 : start] == ["V", "N", "C"]:
            start -= 3
        joined = start < above and object_at == above + 1 and not self.in_relative(above, object_at)
        joined = joined and all(self.kinds[at] in "du" for at in range(object_at + 1, verb))
        return self._gerund_ends(above, object_at) if joined and self.before(start) is None else ()

    def led_deeds(self, closing: int) -> Ends:
        """Return A and C of 从 V A、V C 等 方面 (入手) and 通过 V A、V C, a row up to `closing`; else nothing."""
        first, opens = self.first[closing], closing
        while opens > first and (self.kinds[opens] == "d" or self.is_in(opens, "setting_to")):
            opens -= 1
        respects = self.last_word(opens) in self.sets["aspect_head"]
        opens -= respects and self.kinds[opens - 1] == "N"  # V A、V C 两个 方面
        found: Ends = ()
        while opens - 1 > first and self.kinds[opens - 1 : opens + 1] == ["V", "N"]:
            found = self.done_by(opens - 1, opens, self.ends_of(opens)) + found
            opens -= 2
            while opens > first and self.kinds[opens] == "d":
                opens -= 1
            if self.kinds[opens] != "C":
                break
            opens -= 1
        if not found or self.kinds[opens] not in "PV":
            return ()
        listed = len(found) > 1 and self.is_in(opens, "leading_means")
        return found if listed or (respects and self.word(opens).endswith("从")) else ()

    def is_goal_of_deed(self, verb: int, noun: int) -> bool:
        """Whether a clause opens with the goal of what is done, which is to do something: 完善 A 的 目的 在于 V B."""
        told = noun == verb + 1 and self.is_in_head(noun, "goal") and not self.is_in_head(noun, "key")
        after = self.after(noun) if told else None
        return after is not None and self.is_in(after, "being") and self.before(verb) is None

    def _inner_doer(self, verb: int) -> int | None:
        """Return who does what 所 opens: 受制于 银行 所 支配 的 A, 评估 A 对 B 所 造成 的 C."""
        toward = verb - 3
        if self.kinds[verb - 4 : verb] == ["N", "P", "N", "I"] and toward - 1 > self.first[verb]:
            return toward - 1 if self.is_in(toward, "toward") else None
        aim = verb - 4
        if aim > self.first[verb] and self.kinds[verb - 3 : verb] == ["V", "N", "I"] and self.words[aim] == "为":
            return aim - 1 if self.kinds[aim - 1] == "N" else None  # S 为 V A 所 采用 的 B
        head = verb + 2 + (self.words[verb + 1 : verb + 2] == ["出来"])
        led = self.kinds[verb - 3 : verb + 1] == ["P", "N", "I", "V"] and self.kinds[head - 1 : head + 1] == ["D", "N"]
        led = led and self.is_in(verb - 3, "toward")
        said = led and bool(self.uses_of_head(head).frames & {"speech", "verb"}) and bool(self.attributes_of(head))
        treated = led and not {*DONE_TO, "给予", "作出"}.isdisjoint(self.words[head + 1 : self.last[head]])
        if said or (treated and "causes" not in self.uses_at(verb).relations):
            return verb - 2  # 甲 对 [S 所 V 的] B 的 分析, 的 继承; 甲 对 [S 所 V (出来) 的] B 进行 分析
        itself = verb - 1 - (self.words[verb - 1] == "所")
        if itself > self.first[verb] and self.words[itself] in ITSELF:
            above = self.governor(itself - 1) if self.kinds[itself - 1] == "N" and not self.is_being(verb) else None
            return itself - 1 if above is not None and self.kinds[above] == "V" else None  # 忽略 A 自身 (所) 蕴含 的 B
        return verb - 2 if self._is_inner_deed(verb) else None

    def _is_inner_deed(self, verb: int) -> bool:
        """Whether a verb only says which thing is the object of another one: 受制于 银行 所 支配 的 A."""
        done = verb - 2 >= self.first[verb] and self.word(verb - 1) == "所" and self.kinds[verb - 2] in "NR"
        if not done or (self.kinds[verb - 2] == "N" and self.parse.chunks[verb - 2].items[-1].local):
            return False
        outside = self.governor(verb - 2)
        taken = outside is not None and self.kinds[outside] == "V"
        if outside is not None and self.is_in(verb, "result_verb"):
            taken = taken and self.takes_outcome(outside, verb - 1)
        return taken and outside is not None and (not self.is_in(verb, "needs") or self.takes_needed(outside))

    def _does_to(self, toward: int, above: int) -> bool:
        """Whether 对 and an empty verb tell what is done by who did what the verb `above` says."""
        done = toward + 2
        empty = self.kinds[toward] == "P" and self.is_in(toward, "toward") and self.kinds[done : done + 1] == ["V"]
        if not empty or self.word(done) not in DONE_TO:
            return False
        names = ("pivot", "pushing", "driving", "copula", "stating", "sending")
        by = self.before(above)
        means = by is not None and self.kinds[by] == "P" and self.is_in(by, "instrument")  # 通过 控制 A 对 B 进行 V
        if self.has_frame(above, "verb") and not means:
            return False
        return not (self.uses_at(above).opens or any(self.is_in(above, name) for name in names))

    def _takes_place(self, verb: int, above: int) -> bool:
        """Whether who does something becomes something by it: A 取代 B 成为 C."""
        beaten = "negates" in self.uses_at(above).relations or self.word(above) in ("超过", "赶超", "反超")
        return beaten and self.is_in(verb, "becoming") and not self.is_in_head(self.last[verb] - 1, "duty")

    def _comes_of(self, between: Sequence[int]) -> bool:
        """Whether 就 or the like tells what who did the one thing comes to by it: A 接受 B 就 成为 C."""
        return any(self.word(at) in ("就", "便", "也就", "即") for at in between)

    def taker_outside(self, inner: int, noun: int, verb: int) -> int | None:
        """Return the verb that takes the head of a relative clause before 而: 忽略 of S 忽略 [甲 所 V 的] H 而 V.

        Also 关于 of S 关于 [甲 V O] 的 论断 V.
        """
        if (about := self.about_of(inner)) is not None:
            return about
        earlier = range(inner - 1, self.first[inner] - 1, -1) if "而" in self.words[noun + 1 : verb] else range(0)
        return next((at for at in earlier if self.kinds[at] == "V" and self.object_at(at) == noun), None)

    def last_listed(self, noun: int, after: int) -> Ends:
        """Return C of a list whose last member alone goes on: 肯定 A 的 B、C 在 V D 中 的 H; nothing of others."""
        items = self.parse.chunks[noun].items
        apart = len(items) > 1 and len(items[-1].parts) == 1 and any(len(item.parts) > 1 for item in items)
        return self.name_all(items[-1:]) if apart and self.words[after] in ("在", "对") else ()

    def whole_deed(self, above: int, noun: int) -> Ends:
        """Return 资本对劳动的统治 as one concept, 对劳动的关注 of nobody named; if long, what stands behind 对."""
        doer, found = self.before(above), self.ends_of(noun)
        owners = self.ends_of(doer) if doer is not None and self.kinds[doer] == "N" else ()
        owners = tuple(end for end in owners if end.sentence == self.here)  # not 它, which an earlier one names
        tokens, chunk = self.parse.tokens, self.parse.chunks[noun]
        local = bool(chunk.items) and chunk.items[-1].local  # 文化 对 职业 地位 的 影响, not 影响 之上
        closed = tokens.ends[chunk.items[-1].head if local else chunk.end - 1]
        start = owners[-1].start if owners else tokens.starts[self.parse.chunks[above].start]
        if len(found) > 1 or not (owners or self.is_deed_on(noun)) or closed - start > LONGEST:
            return found
        return self.as_written(start, closed)  # of A 和 S 对 B 的 V the S alone

    def deed_toward(self, verb: int, later: int) -> Ends:
        """Return what is done to a thing, and how, as one concept that does what follows: 对 形式 的 过分 强调 会 V."""
        joint = self.before(verb)
        if joint is None or any(self.kinds[at] not in "du" for at in range(verb + 1, later)):
            return ()
        if self.words[verb - 1] == "而" and joint == verb - 2 and self.is_being(later):
            by = self.governor(joint)
            led = by is not None and self.word(by) in ("为", "为了") and self.before(by) is None
            return self.chunks_as_written(by, verb, LONGEST) if led and by is not None else ()  # 为 A 而 V 是 B
        if self.kinds[joint - 1 : joint + 1] != ["N", "D"]:
            return ()
        above = self.governor(joint - 1)
        opens = above is not None and self.is_in(above, "toward") and self.before(above) is None
        return self.chunks_as_written(joint - 1, verb, LONGEST) if opens else ()

    def is_timed(self, index: int) -> bool:
        """Whether a noun phrase of several words begins with when what it names is there: 童年 时期 的 阅读 兴趣."""
        chunk, tokens = self.parse.chunks[index], self.parse.tokens
        start, end = chunk.items[0].parts[0] if len(chunk.items) == 1 else (0, 0)
        timed = start == chunk.start + 2 and tokens.tags[chunk.start] == "t" and tokens.kinds[chunk.start + 1] == "D"
        return timed and end > start + 1 and len(chunk.items[0].parts) == 1

    def role_owner(self, index: int) -> Ends | None:
        """Return whose role a noun phrase names; () for 这些 特点 of what only was made so: A 使 B V，这些 特点 V C."""
        parts = index + 1 < len(self.kinds) and self.is_in(index + 1, "including")  # 乡约 内容 包括 A
        owners = self.attributes_of(index) or (self.owner_in_compound(index) if parts else ())
        made = self.is_in(index, "pointing") and any(self.is_in(at, "causative") for at in self.clause_before(index))
        return owners or (() if made else None)

    def clause_explained(self, index: int) -> Ends:
        """Return 农民离开土地 of [农民 离开 土地 的] 原因 as one concept; nothing where no clause stands before 的."""
        items, verb = self.parse.chunks[index].items, self.governor(index)
        if verb is None or self.kinds[verb] != "V" or len(items) != 1 or len(items[0].parts) < 2:
            return ()
        noun, after = self.before(verb), self.after(index)
        why = "之所以" in self.words[noun or verb : verb]  # S 之所以 是 B 的 原因
        if noun is None or self.kinds[noun] != "N" or (self.is_being(verb) > why) or self.has_frame(verb, "speech"):
            return ()
        above, told = self.governor(noun), self.uses_of_head(index).relations
        grounds = (
            above is None and "depends_on" in told and self.is_in_head(index, "clausal_role")
        )  # A V B 的 依据 在于 C
        grounds = grounds and "opposes" not in self.uses_at(verb).relations  # not A 区别于 B 的 关键 在于 C
        if not ("causes" in told or grounds) or ("causes" in self.uses_at(verb).relations) > why:
            return ()
        copula = after if above is None else above if above == noun - 1 else None
        if copula is None or self.kinds[copula] != "V" or not self.is_being(copula):
            return ()
        tokens = self.parse.tokens
        start, end = tokens.starts[self.parse.chunks[noun].start], tokens.ends[items[0].parts[-2][1] - 1]
        return self.as_written(start, end) if end - start <= LONGEST * (1 + why) else ()

    def closes_alone(self, verb: int) -> bool:
        """Whether the clause of a verb is the last, or the next one has a subject of its own."""
        border = self.last[verb]
        return border + 1 >= len(self.kinds) or self.words[border] not in "，," or self.kinds[border + 1] in "NRS"

    def _is_bare_thought(self, index: int) -> bool:
        """Whether a noun phrase names only what somebody thinks or writes: 他 的 思想."""
        noun = self.bare_noun(index)
        return noun is not None and not self.parse.tokens.names[noun] and self.is_in_head(index, "thought")

    def told_head(self, index: int, verb: int) -> Ends:
        """Return H of [在 B V 的] H V2 C, where the first verb was read as a noun; nothing elsewhere."""
        first, items, tokens = self.first[index], self.parse.chunks[index].items, self.parse.tokens
        opens = index == first + 1 and self.kinds[first] in "PC" and self.word(first) in ("在", "与", "同", "向")
        if not opens or len(items) != 1 or len(items[0].parts) != 2 or items[0].local or self.goes_on(first):
            return ()
        (start, end), (_, stop) = items[0].parts
        told = tokens.tags[end - 1] in ("v", "vn", "a", "ad", "an") or tokens.words[end - 1].endswith("密切")
        told = told and end - start > 1
        direct = all(self.kinds[at] in "du" for at in range(index + 1, verb))
        weak = ("light_head", "hollow_head", "relational_head", "span_head", "place_head", "respect_head", "aim")
        plain = tokens.tags[stop - 1][:1] == "n" and not self.is_in_any_head(index, *weak)
        return self.head_of(index) if told and direct and plain else ()

    def owner_of_deed(self, index: int) -> Ends:
        """Return whose action a noun phrase names, where it says no more: 其 培育, 它 的 普及."""
        if self.words[index] not in ("其", "它", "它的") or self.memory.subject == self.memory.person:
            return ()
        noun = self.bare_noun(index)
        return self.memory.subject if noun is not None and self.parse.tokens.tags[noun] in ("v", "vn") else ()

    def _weighed_before(self, verb: int) -> int | None:
        """Return the 对 that opens what something matters for, where `verb` says that it does; None otherwise."""
        if not self.is_in(verb, "having"):
            return None
        patient = self.object_at(verb)
        if patient is None or not self._is_weight(patient):
            return None
        return next(
            (at for at in range(self.first[verb], verb) if self.kinds[at] == "P" and self.is_in(at, "toward")), None
        )

    def _is_made_thing(self, index: int) -> bool:
        """Whether a role is the name of a thing: 劳动 (的) 产品, 文化 成果, 形式 of S V 形式，形式 来自 A."""
        items = self.parse.chunks[index].items
        whole = len(items) == 1 and items[0].parts[-1][1] - items[0].parts[0][0] > 1
        return (whole and self.is_in_head(index, "made_role")) or self._takes_up(index)

    def _takes_up(self, index: int) -> bool:
        """Whether a clause begins with the word that the one before ends in: S V 声望，声望 又 V B."""
        border = self.first[index] - 1
        same = border > 0 and self.words[border - 1] == self.words[index] and self.kinds[border - 1] == "N"
        return same and all(kind == "d" for kind in self.kinds[border + 1 : index])

    def _is_goal_of_last(self, index: int) -> bool:
        """Whether a goal or a side of nothing named opens a clause behind one that told of something."""
        if index != self.first[index] or index + 1 >= len(self.kinds) or not self.goes_on(index):
            return False
        chunk, tokens, sets = self.parse.chunks[index], self.parse.tokens, self.rules.grammar.sets
        words = tokens.words[chunk.start : chunk.end]
        if words[-1] in sets["side_head"] and not tokens.names[chunk.end - 1]:
            bare = sets["side_attribute"].issuperset(words[:-1]) and not self._takes_up(index)
            return bool(self.memory.subject) and bare  # A V，规模 扩大，V C
        if not self.is_in(index + 1, "being") or not self.is_in_head(index, "goal"):
            return False
        bare = (sets["goal_attribute"] | sets["owning"]).issuperset(words[:-1])
        return bare and bool(self.memory.subject)

    def _closes_row(self, start: int, verb: int) -> bool:
        """Whether a clause begins with the last of a row of three or more, so that no member alone does anything."""
        row = start > 3 and self.kinds[start - 4 : start] == ["N", "-", "N", "-"] and self.before(verb) == start
        return row and self.kinds[start] == "N"

    def explains_deed(self, being: int, verb: int) -> bool:
        """Whether 就是 or 即 tells what a deed comes to, so that nobody does what `verb` says: V A 就是 V B."""
        equal = self.is_in(being, "amounting") or self.is_in(being, "needs")  # V A 离不开 V B
        deed = self.first_verb(self.first[being]) if equal else None
        patient = self.object_at(deed) if deed is not None and deed < being else None
        if deed is None or patient is None or self.before(deed) is not None or self.after(patient) != being:
            return False
        taken = self.object_at(verb) if self.words[being] != "即" else None
        return not self.has_frame(deed, "speech") and (taken is None or not self.in_relative(verb, taken))

    def does_within(self, verb: int, above: int, doer: int) -> bool:
        """Whether what a verb takes opens a clause on its object: 忽视 甲 V A 所 V 的 B, 影响 了 甲 从 A 中 V 的 B."""
        last = self.last[verb]
        if "所" in self.words[verb:last] and self._relative_head(above, doer) == last - 1:
            return True
        return self.kinds[verb + 1 : last] == ["D", "N"] and self.head_of_way(above, doer) == verb + 2

    def does_not_act(self, verb: int, later: int) -> bool:
        """Whether the subject of a verb does not do what a later one says, which that takes or explains."""
        explained = self.explains_deed(verb, later) or self.comes_of_deed(verb)
        return explained or self._only_studies(verb, later) or self._is_root_of(verb, later)

    def _only_studies(self, verb: int, later: int) -> bool:
        """Whether a verb takes a deed that its subject only studies: 探讨 了 巩固 A 对 B 的 作用, not 研究 发现 A."""
        direct = all(self.kinds[at] == "u" for at in range(verb + 1, later))
        return direct and self.is_in(verb, "studying_deed") and not self.has_frame(later, "speech")

    def _is_root_of(self, being: int, verb: int) -> bool:
        """Whether a verb right behind 是 is what something comes of, which does not do it: A 的 根源 是 缺乏 B."""
        told = self.before(being) if being + 1 == verb and self.is_in(being, "being") else None
        if told is None or self.kinds[told] != "N" or not self.role_headed(told):
            return False
        return "causes" in self.uses_of_head(told).relations

    def comes_of_deed(self, verb: int) -> bool:
        """Whether what comes of a deed stands before a verb, so that it is not what does it: A 源于 对 B 的 V."""
        return "causes" in self.uses_at(verb).relations and self.has_frame(verb, "reverse")
