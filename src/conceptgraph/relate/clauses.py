"""Clauses: the subject of a verb, also where it is carried over from the clause before."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgraph.relate.means import Means
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.words import AND_THEN, BECAUSE, EXACTLY

THEN = frozenset(["并", "并且", "最后", "然后"])  # open the next thing that somebody does
ITS = frozenset(["及其", "以及其", "它", "其", "它们"])  # behind a noun: what belongs to it or comes of it


@dataclass(slots=True)
class Clauses(Means):
    """A parsed sentence with the questions that rules ask of it."""

    carried: bool = False  # whether the last answer of `subject` came from another clause

    def opposes_doing(self, above: int, verb: int) -> bool:
        """Whether the verb `above` takes what a later one says: 反对 (A) V B, not 反对 A 并 V B, 反对 [V A 的] B."""
        if self.kinds[above + 1] == "P" and not self.is_in(above + 1, "toward"):
            return self.first_verb(above + 1) == verb  # 反对 用 A V B
        noun, taken = self.object_at(above), self.object_at(verb)
        if noun is None or taken is None or noun > taken or self.in_relative(above, noun):
            return False
        if self.words[verb] in ("以", "用以", "借以") and self.kinds[verb + 1] == "V":
            return False  # 抵制 A 以 V B
        if verb == above + 1:
            return not self.in_relative(verb, taken)
        between = range(noun + 1, verb)  # also 反对 A 用 B V C
        return all(self.kinds[at] not in "CVD" and not self.joins_verbs(at) for at in between)

    def changing_before(self, index: int) -> Ends:
        """Return what the clause before that of a chunk only says that it changes: A 增加，B 减少，."""
        return self.memory.changes if self.memory.changes_border == self.first[index] - 1 else ()

    def causer(self, verb: int) -> Ends:
        """Return A of A 使 B V C, A 推动 B V C."""
        for position in range(verb - 1, self.first[verb], -1):
            kind = self.kinds[position]
            if kind == "V":
                pushing = self.is_in(position, "causative") or self.is_in(position, "pushing")
                pushing = pushing and not any(self.has_frame(at, "disable") for at in range(position, verb))
                return self.subject(position) if pushing and self.kinds[position + 1] in "NRSm" else ()
        return ()

    def pushed(self, verb: int, kinds: str = "VB") -> Ends:
        """Return P of A 要求 P V B, A 迫使 P V B, with "VBP" also of A 要求 P 用 B V C."""
        doer = self.doer_behind(verb, "driving", kinds)
        return self.ends_of(doer) if doer is not None and self.kinds[doer] == "N" else ()

    def doer_behind(self, verb: int, name: str, kinds: str = "VB") -> int | None:
        """Return who acts behind a verb of the list `name`: P of A 要求 P V B, A 批评 P 把 B V; None for nobody."""
        if not self.is_in(verb, name):
            return None
        doer = verb + 1 + (self.kinds[verb + 1 : verb + 2] == ["u"])
        if doer >= self.last[verb]:
            return None
        done = self.after(doer) if self.kinds[doer] in "NRS" else None
        return doer if done is not None and self.kinds[done] in kinds else None

    def opens_report(self, verb: int) -> bool:
        """Whether what follows a verb is reported."""
        return self.uses_at(verb).opens

    def main_subject(self, verb: int) -> Ends | None:
        """Return the subject of the clause whose first verb is `verb`: past a relative clause its head."""
        if (later := self.taking_done(verb)) is not None:
            return self.local_subject(later)  # S 把 [C V 的] H 变成 B，V D
        led = self.kinds[self.first[verb]] in "PBI"  # [为 S V B 的] H V C，V D
        patient = self.object_at(verb) if verb == self.first[verb] or led else None
        if patient is not None:
            acting = self.kinds[patient + 1 : patient + 2] == ["V"] and not self.is_being(patient + 1)
            closing = verb == 0 and patient + 1 == self.last[verb]
            if (acting or closing) and self.in_relative(verb, patient):
                return self.heads_of(patient)  # 建立在 A 上 的 B，V C; 失去 A 的 B V C，V D
            deed = self._deed_ahead(verb) if patient == verb + 1 else ()
            if deed:
                return deed  # 追求 A 会 V B，V C
        if verb > 1 and self.is_faced(verb - 2, verb - 1, verb):
            return self.local_subject(verb - 2)  # S 面对 A 造成 的 B，V C
        if (owner := self._owner_of_reason(verb)) is not None:
            return self.subject_ends(owner)  # A 由于 其 所 V 的 B，V C
        behind = verb + 1 + (self.words[verb + 1 : verb + 2] in (["起来"], ["下来"], ["出来"]))  # [S 积攒 下来 的] H
        if self.kinds[behind : behind + 2] == ["D", "N"] and not self._is_led_off(verb):
            told = self.before(verb) is not None or bool(self.words_before(verb) & self.rules.grammar.sets["outcome"])
            follows = self.after(behind + 1)
            told = told or (follows is not None and self.kinds[follows] in "VBPI")
            return self.subject_ends(behind + 1) if told else None  # also 由此 引发 的 A 既 V
        if self.memory.subject and self._is_done_by_means(verb):
            return None  # A V B，借助 C V D，V E: A does
        return self.local_subject(verb)

    def _owner_of_reason(self, verb: int) -> int | None:
        """Return A of A 由于 自身 所 V 的 B，V C, which does what follows; None for other clauses."""
        if self.words[verb - 1] != "所" or self.kinds[verb + 1 : self.last[verb]] != ["D", "N"]:
            return None
        before = range(verb - 2, self.first[verb], -1)
        led = next((at for at in before if self.words[at] in BECAUSE), None)
        return led - 1 if led is not None and self.kinds[led - 1] == "N" else None

    def _deed_ahead(self, verb: int) -> Ends:
        """Return the deed that opens a clause where another verb says what it does: 追求 A 会 V B."""
        patient = verb + 1
        told = next((at for at in range(patient + 1, self.last[verb]) if self.kinds[at] not in "dum"), verb)
        return self.deed(told, verb, patient) if told > patient and self.kinds[told] == "V" else ()

    def _is_led_off(self, verb: int) -> bool:
        """Whether a preposition or 把 stands before a verb, past adverbs and pronouns: 从 [其 发生 的] A 中 V."""
        opens = next((at for at in range(verb - 1, self.first[verb] - 1, -1) if self.kinds[at] not in "rRdu"), verb)
        doer = opens - (self.words[opens] == "所")  # A 由 [S (所) V 的] B V2
        done = self.kinds[doer - 1 : doer + 1] == ["I", "N"] and self.kinds[doer - 2] == "N" and doer > 1
        return done or self.kinds[opens] in "PB" or self.is_in(self.first[verb], "meeting")  # 针对 S 中 存在 的 A

    def _is_done_by_means(self, verb: int) -> bool:
        """Whether a clause that goes on opens with the means by which something is done, and tells nobody who does."""
        first = self.first[verb]
        if not first or self.kinds[first] not in "Pdu" or "P" not in self.kinds[first : verb - 1]:
            return False
        opens = next((at for at in range(first, verb) if self.kinds[at] not in "du"), verb)
        led = opens + 1 < verb and self.kinds[opens : opens + 2] == ["P", "N"] and self.is_in(opens, "instrument")
        alone = led and all(self.kinds[at] in "du" for at in range(opens + 2, verb))
        sets = self.rules.grammar.sets
        before = self.words_before(verb)
        alone = alone and before.isdisjoint(sets["demand"]) and before.isdisjoint(sets["effect_opening"])
        return alone and self.goes_on(first)

    def subject(self, verb: int) -> Ends:
        """Return the subject of a verb, from its clause or carried over from the clause before."""
        own = self.local_subject(verb) if (duty := self.has_to(verb)) is None else duty
        self.carried = own is None
        if own is None:
            if (being := self.told_which(verb)) is not None:
                return () if self.words[being][0] in "不并绝" else self.object_ends(being)
            beside = self.verb_beside(verb)
            return (beside and self.local_subject(beside)) or self._carried_subject(verb)
        return self._beside(verb) + own if own else own

    def told_next(self, marker: int, verb: int) -> Ends:
        """Return B of 受 A 影响，B V C; nothing where the clause has a subject or the next one has none."""
        following = self.verb_of_next(verb) if self.before(marker) is None and verb + 1 == self.last[verb] else None
        if following is None or (self.memory.sentence == self.here and self.is_in(self.first[following], "pointing")):
            return ()  # also A，受 B 的 批评，这些 批评 V C
        own = self.local_subject(following) or ()
        return () if own and own == self.instrument(following) else own  # not 受 A 影响，通过 B V C

    def _serves_next(self, verb: int) -> bool:
        """Whether a clause tells to what end, why or when the next one says of its own subject what it does."""
        first, closing = self.first[verb], self.last_word(self.last[verb] - 1)
        word = self.words[first]
        placed = word in ("在", "当") and (verb == first + 1 or closing[-1] in "上中下时后前")  # 在 V A 的 地方
        if not placed and word != "出于" and not self.opens_aim(first):
            return False
        following = self.verb_of_next(verb)
        own = None if following is None else self.local_subject(following)
        opens = self.kinds[self.last[verb] + 1 : self.last[verb] + 2] == ["N"]  # 在 V A 的 地方，B 流于 形式
        demanded = word == "为了" and following is not None and self.words_before(following) & self.sets["demand"]
        wanted = own is None and bool(demanded)  # 为了 V A，必须 V B
        return bool(own) or wanted or (placed and (own is not None or opens))  # 在 V A 的 基础 上，我们 V B

    def _beside(self, verb: int) -> Ends:
        """Return A of 不仅 A，而且 B 也 V, of 除了 A，B 也 V and of A 以及 与 之 相关 的 B V; nothing elsewhere."""
        first = self.first[verb]
        if self.kinds[first + 1 : first + 2] == ["C"] and (joined := self.joined_with_relative(verb)):
            return joined
        if first < 3 or self.words[first - 1] not in "，," or self.kinds[first - 2] != "N":
            return ()
        opens = self.first[first - 1]
        word, told = self.words[opens], self.words[first]
        added = word in ("不仅", "不但", "不只", "不光", "不单") and told in ("而且", "并且", "就连", "甚至")
        too = self.words[verb - 1] in ("也", "还", "同样") or self.words[verb] in ("也是", "还是", "同样是")
        added = added or (word in ("除了", "除") and too)
        return self.ends_of(opens + 1) if added and opens + 2 == first - 1 else ()

    def _taken_by_person(self, verb: int) -> Ends:
        """Return A of P 把 A V，作为 B, P 把 A V，当作 B: it is not the person who is B."""
        memory, earlier = self.memory, self.clause_before(verb)
        personal = self.word(verb) == "作为" and memory.person and memory.subject == memory.person
        personal = personal or (self.is_in(verb, "deeming") and self.before(verb) is None and "把" in self.words[:verb])
        if not personal or any(self.is_in(at, "taken_as") for at in earlier):
            return ()  # 甲 以 A 为 业，作为 B
        noun = next((at + 1 for at in earlier if self.kinds[at] == "B" or self.words[at] == "以"), earlier.stop)
        return self.ends_of(noun) if noun < earlier.stop and self.kinds[noun] == "N" else ()

    def _carried_subject(self, verb: int) -> Ends:
        memory, sets = self.memory, self.rules.grammar.sets
        if self.is_in(verb, "apposition") and self.before(verb) is None:
            if self._explains_setting(verb):
                return ()  # 考察 A 的 背景，即 B
            recent = self.last_object() or (memory.object if memory.sentence != self.here else ())
            return recent or memory.subject_in(self.here)
        if verb == self.first[verb] and self.is_in(verb, "including") and self.is_explained(verb):
            return self.last_object() if self.word(verb - 1) in "，," else self.head_of(verb - 2)
        if self.is_gerund(verb) or self.is_topic(verb):
            return ()
        stressed = self._named_apart(verb) or self._stressed(verb) or self._taken_by_person(verb)
        if stressed:
            return stressed
        told_else = self.counts_one(verb) or self._leaves_subject(verb) or self._is_spoken_of(verb)
        if told_else or self.is_made_needed(verb):
            return ()  # 一种 是 A，另 一种 是 B; A V B，为了 V C，S V D
        opening = self.words_before(verb)
        if "其中" in opening and self.is_in(verb, "including") and self.kinds[self.first[verb] - 2] == "S":
            return ()  # 有 学者，其中 包括 甲
        if "只有" in opening and not any(self.is_in(at, "only_then") for at in range(verb, self.last[verb])):
            return ()  # 只有 V B，A 才 …; not S，只有 V B 才 …
        if ("以" in opening and self.word(verb) in ("区别于", "有别于")) or self.word(verb) == "代之以":
            return self.last_object()  # 把 A 称为 B，以 区别于 C; 废除 A，代之以 B
        if "必须" not in opening and (measures := self._measures(verb, opening)):
            return measures
        comes = memory.outcome and memory.outcome_sentence == self.here and opening & sets["outcome"]
        if comes and not memory.reached and not (memory.disposed and memory.subject) and not self._does_more(verb):
            memory.subject = memory.outcome
            return memory.outcome
        if memory.sentence != self.here:
            return self._from_before(verb, opening)
        goes_on = bool(memory.person) and not opening.isdisjoint(AND_THEN) and self.says_or_means(verb, opening)
        if goes_on and not self.names_work(memory.subject):
            return memory.person  # P 强调 A 是 B，并 由此 揭露 了 C, 并 试图 V C; not 《W》 呈现 A，并 揭示 B
        persons = bool(memory.subject) and memory.subject == memory.person
        if persons and self.takes_for(verb) and opening & sets["advising"] and self.marker(verb) is None:
            return ()  # 甲 V A，可以 看作 B: what he does is
        named = self.follows_topic(verb) and self.kinds[self.first[verb] - 2] != "a"
        if opening & sets["demand"] and self.kinds[verb] != "I" and not memory.told and not named:
            return ()  # A 引起 B，需 增强 C; A 不 成熟，应 增强 C: not A does it
        if self.kinds[verb] == "V" and self.before(verb) is None and self.is_weighed(verb):
            return ()  # A V B，实现 C 具有 意义: not A does it
        if memory.pushed and memory.pushed_border == self.first[verb] - 1 and not self._is_done(verb):
            memory.pushed_border = self.last[verb]
            return memory.pushed  # A 要求 P V B，V C
        several = memory.changes_border == self.first[verb] - 1 and len(memory.changes) > len(memory.subject)
        if several and not self.is_being(verb) and memory.changes[-len(memory.subject) :] == memory.subject:
            return memory.changes  # A 增加，B 减少，导致 C
        return memory.subject

    def _explains_setting(self, verb: int) -> bool:
        """Whether the clause before ends in what something stands against, which a gloss then names."""
        noun = self.first[verb] - 2
        if noun < 0 or self.kinds[noun] != "N" or self.head_word(noun)[-2:] not in ("背景", "语境", "情境", "氛围"):
            return False
        items = self.parse.chunks[noun].items
        return len(items) == 1 and len(items[0].parts) > 1

    def _from_before(self, verb: int, opening: set[str]) -> Ends:
        """Return what the sentence before or a row of measures says to do what `verb` says: 也 促进 了 A."""
        memory, sets = self.memory, self.rules.grammar.sets
        goes_on = not self.first[verb] and memory.sentence == self.here - 1 and not opening & sets["demand"]
        if goes_on and opening & sets["carrying_on"]:
            return memory.subject
        if not memory.measures or (not opening & THEN and self.leads_on(verb, opening)):
            return memory.measures  # not 规范 A，并 可以 增强 B
        told, before = self.is_in(verb, "copula"), self.words[: self.first[verb]]
        told = told and not opening & sets["only_then"]
        told = told and all(sets[name].isdisjoint(before) for name in ("asker", "whichever"))
        return memory.measures if told else ()  # not 如何 V A，是 B; 无论是 V A 还是 V B，都是 C

    def _does_more(self, verb: int) -> bool:
        """Whether something is told between the last outcome and a clause: A 引起 B，削弱 C，从而 V D."""
        reached = self.memory.outcome[-1].end
        starts = [self.parse.tokens.starts[chunk.start] for chunk in self.parse.chunks[: self.first[verb]]]
        behind = (at for at, start in enumerate(starts) if start >= reached and self.kinds[at] == "V")
        return any(self.kinds[at - 1] == "C" or starts[self.first[at]] >= reached for at in behind)

    def _is_spoken_of(self, verb: int) -> bool:
        """Whether a clause tells of what somebody speaks of or studies, who does not do it himself.

        甲 批评 A 的 弊病，如 V B; 本文 指出 A V B，并 对 C 进行 了 分析.
        """
        sets, tokens, chunks = self.rules.grammar.sets, self.parse.tokens, self.parse.chunks
        given = not sets["including"].isdisjoint(self.words_before(verb))
        if given and any(self.has_frame(at, "speech") for at in self.clause_before(verb)):
            return True
        if self.kinds[0] != "S" or self.words[0] not in sets["author"] or THEN.isdisjoint(self.words_before(verb)):
            return False
        words = tokens.words[chunks[self.first[verb]].start : chunks[self.last[verb] - 1].end]
        return not sets["studying"].isdisjoint(words)

    def _named_apart(self, verb: int) -> Ends:
        """Return A of S 认为 A，即 B，是 C; nothing elsewhere."""
        gloss = self.clause_before(verb) if self.is_being(self.first[verb]) else range(0)
        if not gloss or not self.is_in(gloss.start, "apposition"):
            return ()
        told = self.clause_before(gloss.start)
        above = self.governor(told.stop - 1) if told and self.kinds[told.stop - 1] == "N" else None
        said = above is not None and self.kinds[above] == "V" and self.has_frame(above, "speech")
        return self.ends_of(told.stop - 1) if said else ()

    def _stressed(self, verb: int) -> Ends:
        """Return A of 正是 A，(而不是 B，)V C; nothing elsewhere."""
        told = self.clause_before(verb)
        denied = bool(told) and self.word(told.start) in ("不是", "而不是", "而非", "并非")
        told = self.clause_before(told.start) if denied else told
        being = self.opening(told.start - 1) if told else 0
        if told.stop - being != 2 or self.kinds[being + 1] != "N":
            return ()
        stressed = self.is_in(being, "being") if denied else self.word(being) in EXACTLY
        return self.ends_of(being + 1) if stressed else ()

    def _is_done(self, verb: int) -> bool:
        """Whether a clause tells what came of it: 了 follows its verb, or 从而 or 也 opens it."""
        told = verb + 1 < self.last[verb] and self.is_in(verb + 1, "aspect")
        return told or any(
            self.is_in(at, "outcome") or self.word(at) in ("也", "又", "还") for at in range(self.first[verb], verb)
        )

    def is_topic(self, verb: int) -> bool:
        """Whether a verb with its object, behind a semicolon or at the beginning, is what is spoken of: V O，是 B."""
        first, border = self.first[verb], self.last[verb]
        if (verb != first and self.kinds[verb - 1] not in "du") or border + 1 >= len(self.kinds):
            return False
        if self.words[border] not in "，," or verb != self.opening(first - 1):
            return False
        if self.words[border + 1] == "才是":
            return True
        demanded = border + 2 < len(self.kinds) and self.words[border + 1] in ("应", "应该", "应当", "无疑")
        if demanded and self.words[border + 2] == "是":
            return True  # A 不足，完善 B，应 是 C
        if self.words[border + 1] in ("是", "就是", "成为"):
            return not first or self.words[first - 1] in "；;" or not self._tells_something(first - 1)
        ahead = self.opening(border)  # V O，V O 是 B
        row = ahead < len(self.kinds) and self.kinds[ahead] == "V" and self.is_gerund(ahead)
        return row and not self.is_in(verb, "causative") and not self._is_done(verb)

    def _tells_something(self, border: int) -> bool:
        """Whether the clause that ends at a border has a noun or a verb: not 恰恰相反，."""
        return not {"N", "V", "R", "S"}.isdisjoint(self.kinds[self.first[border - 1] : border])

    def outcome_of(self, verb: int) -> Ends:
        """Return what 由此 V 的 B refers to: A of A 以及 由此 V 的 B, or the subject before; nothing without 由此."""
        opening, memory = self.words_before(verb), self.memory
        joint = verb - 1
        while self.kinds[joint] in "dIR" and joint > self.first[verb]:
            joint -= 1
        its = opening & self.sets["outcome"] or not ITS.isdisjoint(self.words[joint : joint + 2])
        if its and self.kinds[joint] == "C" and self.kinds[joint - 1] == "N":
            return self.ends_of(joint - 1)  # A 及其 V 的 B, A 和 它 所 V 的 B
        self.carried = True
        told = opening & self.rules.grammar.sets["outcome"] and memory.subject != memory.person
        return memory.subject_in(self.here) if told else ()

    def _leaves_subject(self, verb: int) -> bool:
        """Whether a verb tells of what follows, not of what was told of: A V B，为了 V C，S V D."""
        if self._is_weighed_next(verb):
            self.memory.subject = ()
            return True
        return self._serves_next(verb) or self.needs_for_affected(verb) or self.is_told_elsewhere(verb)

    def _is_weighed_next(self, verb: int) -> bool:
        """Whether a row of deeds behind a state is told of in the clause behind it: A 简单，V B，V C，是 D 的 关键."""
        if not self.follows_topic(verb) or self.kinds[self.first[verb] - 2] != "a":
            return False  # A 促进 B，改善 C，是 D 的 保障
        ahead = self.opening(self.last[verb])
        while ahead < len(self.kinds) and self.kinds[ahead] == "V" and not self.is_in(ahead, "being"):
            ahead = self.opening(self.last[ahead])
        told = ahead < len(self.kinds) and self.is_in(ahead, "being") and ahead != verb
        return told and self.is_in_head(self.last[ahead] - 1, "deed_role")

    def _measures(self, verb: int, opening: set[str]) -> Ends:
        """Return the objects of the measures listed before, where `verb` says what they serve: 完善 A，从而促进 C."""
        memory = self.memory
        before = self.before(verb)
        joined = before is not None and self.kinds[before] == "C"  # 促进 A 以及 增强 B
        if joined or memory.key or (memory.first and not memory.told) or self.is_in(verb, "instrument"):
            return ()  # 提出 A，并 运用 M 检验 B: the author does
        if not memory.measures or not self.is_aim(verb, opening):
            return ()
        own = self.has_any(verb, memory.measures) and (before is None or "旨在" in opening)
        return () if own else memory.measures  # 旨在 促进 A 并 增强 B

    def is_aim(self, verb: int, opening: set[str]) -> bool:
        """Whether `verb` says what a row of measures serves: 从而 V, 实现 A, or the last of the row."""
        if opening & self.rules.grammar.sets["purpose"] or self.is_in(verb, "goal_verb"):
            return True
        border = self.last[verb]
        closes = border >= len(self.kinds) or self.kinds[border] == "." or self.words[border] in "；;"
        return closes and self.is_in(verb, "aim_verb") and not opening & THEN  # not 规范 A，并 增强 B

    def theme(self, verb: int) -> Ends:
        """Return what 把/将 puts before a verb, else its subject."""
        position = verb - 1
        while position >= self.first[verb]:
            kind = self.kinds[position]
            if kind == "B":
                noun = self.noun_between(position, verb)
                return self.ends_of(noun) if noun is not None else ()
            if kind == "V" and self.kinds[position + 1] != "D" and not self.tells_of_named(position, verb):
                break  # but 将 [V 的] A 归结为 B
            position -= 1
        if self.words[verb].endswith("之为") and self.local_subject(verb):
            return self.memory.subject_in(self.here)  # A V 了 B，甲 斥之为 C
        said = self.said_before(verb)
        return self.subject(verb) if said is None else self.object_ends(said)
