"""Means: by what something is done."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from conceptgraph.relate.memory import Ends
from conceptgraph.relate.objects import Objects
from conceptgraph.relate.words import IDIOM, TOPIC_OPENING

BESIDES = frozenset(["并", "并且", "同时", "还"])
RELATED = ("CCRVDN", "CPRVDN", "CCRN", "CPRN", "CdDN")  # kinds of 以及 与 之 相关 的 B
USER_RELATIONS = frozenset(["acts_on", "depends_on", "promotes", "negates", "produces"])  # of who may use something


@dataclass(slots=True)
class Means(Objects):
    """A parsed sentence with the means of its verbs, in their clauses and before them."""

    def instrument(self, verb: int) -> Ends:
        """Return the means of a verb: 通过 A V B."""
        if not self.has_frame(verb, "speech") and (deeds := self.led_deeds(verb - 1)):
            return deeds
        for position in range(verb - 1, self.first[verb], -1):
            chunk = self.parse.chunks[position]
            if chunk.kind == "V":
                by = self.before(position)
                led = by is not None and self.kinds[by] == "P" and self.is_in(by, "instrument")
                led = led or (self.word(verb - 1) == "来" and "produces" in self.uses_at(position).relations)
                led = led and self.kinds[verb - 1] != "C"  # not 通过 V A、V B
                return self.deed_ends(position) if led else ()  # 通过 提供 补贴 推动 A; 建立 B 来 规避 A
            above = self.governor(position) if chunk.kind == "N" else None
            if above is None or self.kinds[position + 1] == "C":
                continue
            by = self.word(above) == "以" and all(self.kinds[at] == "d" for at in range(position + 1, verb))
            by = by and not self.is_in_head(position, "manner_head")
            if self.is_only_seen(above, position):
                return ()
            people = self.is_in(above, "sending") and self.head_word(position).endswith(
                self.rules.grammar.endings["group_ending"]
            )
            if by or people or self.is_in(above, "instrument"):  # 雇佣 农民 V B
                between = "中介" in self.head_word(position)
                return self.attributes_of(position) if between else self.ends_of(position)  # also 以 A (来) V B
        return self.means_before(verb)

    def means_before(self, verb: int) -> Ends:
        """Return the means that a clause of its own names: 通过 A，S V B; 采用 A，可以 V B; nothing studied."""
        border = self.first[verb] - 1
        noun = border - 1
        if noun < 1 or self.word(border) not in "，,":
            return ()
        if not self.has_frame(verb, "speech") and (deeds := self.led_deeds(noun)):
            return deeds
        if self.kinds[noun] != "N":
            return ()
        above = self.governor(noun)
        before = self.before(above) if above is not None else None
        if above is not None and before == self.first[noun] and self.is_in(before, "leading_means"):
            done = self.kinds[above] == "V" and not self.has_frame(above, "speech")
            done = done and bool(self.local_subject(verb))
            return self.done_by(above, noun, self.ends_of(noun)) if done else ()  # 通过 V A，S V B
        leads = before is None or (before == self.first[noun] and self.words[before] in ("正是", "恰恰是"))
        if not leads or above is None or self.is_only_seen(above, noun):
            return ()
        opening = self.words_before(verb)
        effect = not (
            self.sets["effect_opening"].isdisjoint(opening) and self.sets["not_only_opening"].isdisjoint(opening)
        )
        leads = self.is_in(above, "leading_means") or (effect and self.is_in(above, "instrument"))
        studied = "speech" in self.uses_of_head(noun).frames
        return self.ends_of(noun) if leads and not studied else ()

    def leads_on(self, verb: int, opening: Set[str]) -> bool:
        """Whether a clause without a subject says what the measures before it lead to: V A，可以 V B，V C."""
        if opening & self.sets["effect_opening"] and "B" not in self.kinds[self.first[verb] : verb]:
            return True
        goes_on = 0 < self.first[verb] == self.memory.led_border + 1 and not opening & self.sets["demand"]
        goes_on = goes_on and self.words[self.memory.led_border] in "，,"
        serves = self.is_in(verb, "serving_verb") or bool(opening & self.sets["serving_verb"])
        serves = serves and {"N", "R"}.isdisjoint(self.kinds[self.first[verb] : verb])
        return goes_on or serves or self.matters_for(self.first[verb])

    def matters_for(self, first: int) -> bool:
        """Whether the clause from `first` on says what the measures before it matter for: V A，对 V B、V C 具有 意义.

        Also 对 B 至关重要, and V C 具有 意义 behind 对 V B.
        """
        if first >= len(self.kinds) or not first or self.words[first - 1] not in "，,":
            return False
        opens = self.opening(first - 1)
        while opens < len(self.kinds) and self.kinds[opens] == "V" and first > 1 and self.is_weighed(opens):
            first = self.first[first - 2]  # 对 V B，V C 具有 意义
            opens = self.opening(first - 1)
        toward = opens < self.last[first] and self.kinds[opens] == "P" and self.is_in(opens, "toward")
        return toward and self.kinds[opens + 1] != "S" and self.is_weighed_row(opens)  # not 对 我们 V B 具有 意义

    def told_which(self, verb: int) -> int | None:
        """Return 是 of 使 A 变为 B 的，是 C and 把 A 引向 B 的 是 C, which tells who does so; None elsewhere."""
        first, end = self.first[verb], self.last[verb]
        opens, before = self.opening(first - 1), self.clause_before(verb)
        if "D" not in self.kinds[verb:end] or self.kinds[opens] not in "VB":
            return None
        topic = "".join(self.kinds[before.start : before.stop]) == "N"  # A，V 的 是 B
        if topic or not {"N", "R", "S"}.isdisjoint(self.kinds[first:opens]):
            return None
        headless = self.kinds.index("D", verb)
        if "N" not in self.kinds[verb:headless]:
            return None  # V 的 是 B
        being = self.after(headless)
        if being is None and self.kinds[end - 1] == "D" and end < len(self.kinds) and self.word(end) in "，,":
            being = self.opening(end)
        if being is None or being >= len(self.kinds) or not self.is_being(being):
            return None
        return being if self.kinds[being] == "V" and self.is_in(being, "being") else None

    def is_made_needed(self, verb: int) -> bool:
        """Whether a verb says what somebody needs whom the sentence does not name, for a reason: 由于 A，需要 B."""
        if not self.is_in(verb, "needs") or not self.memory.subject or self.memory.sentence != self.here:
            return False
        starts, told = self.parse.tokens.starts, self.memory.subject[0].start
        given = [at for at in range(self.first[verb]) if starts[self.parse.chunks[at].start] <= told]
        if not given or self.words[self.first[given[-1]]] not in self.sets["reason"]:
            return False
        return "V" not in self.kinds[self.first[given[-1]] : self.last[given[-1]]]  # not 由于 A 缺乏 B，需要 C

    def shows_clause(self, verb: int, noun: int) -> bool:
        """Whether what a verb like 体现为 or 意味着 takes is a clause that `noun` opens: A 体现为 B 成为 C."""
        if self.word(verb) == "得出":
            inner = [at for at in range(noun + 1, self.last[verb]) if self.kinds[at] == "V"]
            told = bool(inner) and self.head_word(self.last[verb] - 1) in ("结论", "推论")  # 得出 A V B 的 结论
            return told or any(self.is_in(at, "copula") for at in inner)  # 得出 A 的 本质 是 B
        after = self.after(noun) if self.is_in(verb, "shows") else None
        if after is not None and self.is_in(after, "toward") and self.kinds[after : after + 2] == ["P", "N"]:
            after = self.after(after + 1)  # 标志着 S 对 A 的 理解 由 B 转向 C
            return after is not None and self.kinds[after] in "VBPI"
        return after is not None and self.kinds[after] in "VB" and not self.is_in(after, "contrast")

    def taking_done(self, verb: int) -> int | None:
        """Return the verb that takes H in 把 [C V 的] H 变成 B, where `verb` is V; None elsewhere."""
        if self.kinds[verb + 1 : verb + 3] != ["D", "N"] or "B" not in self.kinds[self.first[verb] : verb]:
            return None
        marker = next(at for at in range(verb - 1, -1, -1) if self.kinds[at] == "B")
        return self.after(verb + 2) if self.is_told_of_taken(marker, verb) else None

    def verb_beside(self, verb: int) -> int | None:
        """Return V of 在 W A 的 同时，S 也 V B and 除了 W A 外，S 还 V B, where `verb` is W; else None."""
        first, border = self.first[verb], self.last[verb]
        if border + 1 >= len(self.kinds) or self.sets["meanwhile"].isdisjoint(self.words[first:verb]):
            return None
        if not {"N", "R", "S"}.isdisjoint(self.kinds[first:verb]):
            return None  # 在 A W B 的 同时
        closing = self.last_word(border - 1)
        closes = self.words[border - 2 : border] == ["的", "同时"] or closing in self.sets["meanwhile_end"]
        course = (self.head_word(border - 1), closing) in (("过程", "中"), ("基础", "上"))
        closes = closes or course or self.words[first] == "除了"
        return self.verb_of_next(verb) if closes else None

    def joined_with_relative(self, verb: int) -> Ends:
        """Return A of A 以及 与 之 相关 的 B V C, which does what B does; nothing elsewhere."""
        first, noun = self.first[verb], verb - 1
        while noun > first and self.kinds[noun] in "du":
            noun -= 1
        if self.kinds[first] != "N" or "".join(self.kinds[first + 1 : noun + 1]) not in RELATED:
            return ()
        beside = self.word(first + 2)
        pointed = beside.startswith(("与此", "与之")) or self.word(first + 3) in ("之", "其", "它", "此")
        return self.ends_of(first) if pointed and beside[0] in "与同和" else ()

    def _only_grounds(self, verb: int) -> bool:
        """Whether a clause only tells on what ground the author does what the next one says: A V B；基于 C，V D."""
        first, border = self.first[verb], self.last[verb]
        if not self.is_in(verb, "grounding") or any(self.kinds[at] != "d" for at in range(first, verb)):
            return False
        goes_on = border + 1 < len(self.kinds) and self.words[border] in "，,"
        topic = self.follows_topic(verb) and self.words[first - 1] in "，,"
        return goes_on and not topic and "D" not in self.kinds[verb:border]

    def _explains(self, verb: int) -> bool:
        """Whether 即 opens what somebody does of which the head is told, as another word: A，即 [V B 的] 方法."""
        first, closing = self.first[verb], self.last[verb] - 1
        opens = first > 0 and self.word(first) == "即" and self.kinds[first + 1] in "VP"
        return opens and self.kinds[closing] == "N" and self.is_in_head(closing, "told_means")

    def _is_of_saying(self, verb: int) -> bool:
        """Whether a clause says what a saying is, which the tagger takes for no name: A 是 B；守望相助 是 C."""
        first = self.first[verb]
        if not first or self.word(first - 1) not in "；;" or not self.is_being(verb):
            return False
        idiom = first + 1 == verb and self.kinds[first] == "a" and len(self.word(first)) == IDIOM
        return idiom or (self.kinds[first:verb] == ["P", "N"] and self.word(first) == "为")  # 为仁由己 是 C

    def _is_of_author(self, verb: int) -> bool:
        """Whether the author, and nothing told of before, uses what a clause without a subject takes: …，利用 A V B."""
        memory = self.memory
        studies = self.is_in(verb, "author_deed") and not BESIDES.isdisjoint(self.words[self.first[verb] : verb])
        if not (studies or self.is_in(verb, "instrument")) or not self.first[verb]:
            return False
        if self.kinds[0] in "VP" and (self.is_in(0, "instrument") or self.is_in(0, "proposing")):
            return True
        if memory.sentence != self.here:
            return False
        users, groups = (self.rules.grammar.endings[name] for name in ("user_ending", "group_ending"))
        people = {end.name for end in (*memory.person, *memory.people)} | memory.speakers
        names = [end.name for end in memory.subject]
        if any(name in people or name.endswith(users) or name.endswith(groups) for name in names):
            return False
        return not self.acts_before(verb)

    def acts_before(self, verb: int) -> bool:
        """Whether the clause before that of a verb says that the last one told of does something."""
        return any(self._does_too(at) for at in self.clause_before(verb))

    def _does_too(self, verb: int) -> bool:
        """Whether a verb says that its own subject, which is the last one told of, does something or rests on it."""
        acts = self.kinds[verb] in "VP" and not USER_RELATIONS.isdisjoint(self.uses_at(verb).relations)
        return acts and bool(self.memory.subject) and self.local_subject(verb) == self.memory.subject

    def _is_advised(self, verb: int) -> bool:
        """Whether a clause that opens with 可以, 应 or the like says what anybody may or should do."""
        return any(self.is_in(at, "advising") or self.is_in(at, "demand") for at in range(self.first[verb], verb))

    def is_told_elsewhere(self, verb: int) -> bool:
        """Whether a clause without a subject that is known tells of none of the things told of before."""
        if self._only_grounds(verb) or self._is_of_saying(verb) or self._is_of_author(verb) or self._explains(verb):
            return True
        told = self.clause_before(verb)  # 对于 A 造成 的 B，可以 V C
        return bool(told) and self.words[told.start] in TOPIC_OPENING and self._is_advised(verb)
