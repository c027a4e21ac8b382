"""What belongs to what in a parsed sentence: objects, markers, relative clauses. Nothing is named or resolved here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from conceptgraph.relate.deeds_in_row import MATTERS
from conceptgraph.relate.relatives import Relatives
from conceptgraph.relate.words import BECAUSE


@dataclass(slots=True)
class Syntax(Relatives):
    """A parsed sentence with the questions of what takes what."""

    objects: dict[int, int | None] = field(default_factory=dict)  # what the verbs asked for so far take

    def marker(self, verb: int) -> int | None:
        """Return the 被/由 or 把/将/对 that governs a verb."""
        chunks, position = self.parse.chunks, verb - 1
        while position >= self.first[verb]:
            kind = chunks[position].kind
            if kind == "I" and self.word(position) == "由" and self.leads_toward(position, verb):
                return None  # B 由 C 向 A 发展
            if (kind in "IB" and self.word(position) != "所") or (
                kind == "P" and self.is_in(position, "toward") and position + 1 < verb
            ):
                return None if kind == "B" and self.is_told_of_taken(position, verb) else position
            plain = chunks[position + 1].kind not in "CV" or self.takes_for(position)
            plain = plain or self.has_frame(position, "result") or self.is_in(position, "being")  # A 被 认为 是 V B
            plain = plain or self.is_in(position, "used_for")  # 把 A 用于 V B
            due = self.words[position] in BECAUSE and self.words[verb - 1] == "而"
            led = self._leads_doer(position, verb) or self.tells_of_named(position, verb)
            if due or (kind == "V" and plain and not led):
                return None  # 把 A 看作 [V B 的] H; S 对 A 的 B 因 C 而 V
            position -= 1
        return None

    def _leads_doer(self, inner: int, verb: int) -> bool:
        """Whether a verb only tells who does something to a thing: A 由 [V B 的] C 决定, 由 [S 所 V 的] C 决定."""
        opens = range(inner - 1, max(inner - 4, self.first[verb] - 1), -1)
        closed = any(self.words[at] in ("由", "被") and self.kinds[at] == "I" for at in opens)
        last = verb - 2 if self.words[verb - 1] == "所" else verb - 1  # 被 [V B 的] C 所 V
        doer = self.parse.chunks[last]
        owned = self.kinds[last - 1] == "D" or "D" in self.parse.form[doer.start : doer.end]
        if any(self.kinds[at] == "B" and self.is_told_of_taken(at, inner) for at in range(self.first[verb], inner - 1)):
            return True  # 将 [S V 的] C 应用于 D
        led = self.before(inner) if self.kinds[inner - 1] == "d" else inner - 1
        if led is not None and (self.kinds[led] == "B" or self.kinds[led - 1 : led + 1] == ["B", "r"]):
            closes = owned and doer.kind == "N" and verb + 1 == self.last[verb]  # 把 [V B 的] C V
            return closes or self.takes_for(verb) or self.has_frame(verb, "result")  # 把 [V B 的] C 称为 D
        return closed and owned and last > inner and doer.kind == "N" and self.object_at(verb) is None

    def noun_between(self, marker: int, verb: int) -> int | None:
        """Return the last noun phrase between a marker and its verb."""
        nouns = [at for at in range(verb - 1, marker, -1) if self.kinds[at] in "NR"]
        taken = (at for at in nouns if not (self._is_led_away(marker, at) or self.is_class_of(at, marker)))
        return next(taken, nouns[0] if nouns else None)

    def _is_led_away(self, marker: int, noun: int) -> bool:
        """Whether a preposition behind a marker takes the noun phrase, with another one before it."""
        above = self.governor(noun)
        if above is None or above <= marker or (self.kinds[above] != "P" and self.word(above) != "由"):
            return False  # 将 A 由 B 转变 为 C
        return self.kinds[marker] in "BI" and any(self.kinds[at] in "NR" for at in range(marker + 1, above))

    def _is_beside(self, verb: int, position: int) -> bool:
        """Whether 而 or 、 joins a verb that takes nothing with a clause of another subject: A 增加 而 B 递减."""
        apart = self.word(verb - 1) in ("不", "未") or self.kinds[position + 2 : position + 3] == ["d"]
        split = self.words[position] == "而" or (apart and self.words[position] == "、")
        before = self.before(verb) if split and self.kinds[position + 1 : position + 2] == ["N"] else None
        return before is not None and self.kinds[before] == "N"

    def object_at(self, verb: int) -> int | None:
        """Return the noun phrase that a verb takes, past aspect words, coordinated and serial verbs."""
        if verb not in self.objects:
            found = self.objects[verb] = None if self.takes_itself(verb) else self._find_object(verb)
            if found is not None and self._has_sequel(verb, found):
                self.objects[verb] = found + 4  # 超越 [S 所 V 的] A
        return self.objects[verb]

    def _has_sequel(self, verb: int, noun: int) -> bool:
        """Whether 所 opens what S does to the thing that a verb takes, not what doing so needs: 追求 A 所 需要 的 B."""
        due = self.words[noun - 1 : noun + 2 : 2] == ["因", "而"]  # 控制 [因 A 而 兴起 的] B
        told = due or self.words[noun + 1 : noun + 2] == ["所"]
        told = told and self.kinds[noun + 2 : self.last[verb]] == ["V", "D", "N"]
        plain = self.kinds[verb] == "V" and self.word(verb) != "为"
        return told and plain and not (self.is_in(verb, "grounding") or self.is_in(noun + 2, "needs"))

    def _find_object(self, verb: int) -> int | None:
        position, stop, chunks = verb + 1, self.last[verb], self.parse.chunks
        amounts = position < stop and self.words[verb - 1] == "而" and self.is_in(position, "amounting")
        if amounts or (position < stop and (self.is_in(position, "when") or self._is_beside(verb, position))):
            return None  # 为 A 而 V 就是 B; 货币 产生 后，…; 投入 增加 而 报酬 递减; 族规 不 健全、乡约 得以 完善
        while position < stop:
            kind = chunks[position].kind
            beyond = self.kinds[position + 1 : position + 3]
            if kind == "N" and chunks[position].items[-1].local and not self.leads_to_place(verb):
                if beyond[:1] == ["N"] and not self.waits_for_place(verb):
                    position += 1
                    continue  # 打破 城市 中 关系 的 平衡, not 建立在 A 上, 在 为 A 提供 B 的 过程 中 C
                tells = beyond[:1] == ["V"] and not self.waits_for_place(verb)  # not 在 改善 A 上 发挥 重要 的 B
                if tells and (closing := self._closing_noun(position + 1)) is not None:
                    return closing  # 造就 历史 上 延续 千年 的 A
            closing = self._behind_row(verb, position) if kind in "Na" and not {"C", "D"}.isdisjoint(beyond) else None
            if closing is not None:
                return closing
            if kind == "N" and self.words[position + 1 : position + 2] == ["以"] and self.is_in(verb, "giving"):
                return position + 2 if beyond[1:] == ["N"] else self._closing_noun(position + 1)  # 赋予 A 以 [V 的] B
            if kind == "V" and self._is_row(verb, position):
                return self._closing_noun(position)  # 变成 一条 光滑、可以 截断 的 H
            if kind == "V" and self._tells_like(verb, position):
                return position + 2  # 塑造 着 驯顺 的 身体
            if kind == "N" and position > verb + 1 and beyond[:1] == ["C"] and self._opens_deeds(position):
                return self.last[verb] - 1  # 成为 [V A、V B 的] H
            if kind == "N" and beyond[:1] == ["P"] and self.is_being(verb) and self._opens_definition(position):
                return self.last[verb] - 1  # 是 [S 在 W 中 V O 的] H
            if kind in "NRS":
                head = self._relative_head(verb, position)
                return self._behind_relative(verb, position) if head is None else head
            if kind == "V" and self.is_in(position, "including") and "在内" in self.words[position:stop]:
                return self._closing_noun(position)  # 包括 A、B 在内 的 H
            if kind in "PCI" and self.is_in(position, "attributive") and self._follows(verb, position):
                return self._closing_noun(position) or (self._behind_passive(position) if kind == "I" else None)
            if kind == "I":
                return self._behind_passive(position)
            if kind == "B" and self.opens_counted(verb, position):
                return self._closing_noun(position)  # 需要 一套 能够 把 A 转换 为 B 的 H
            if kind in "BD":  # 要求 把 A 纳入 B
                return self.first_noun(position) if kind == "B" and self.is_in(verb, "needs") else None
            led = kind == "P" and (self.is_in(position, "toward") or self._opens_respect(position))
            if led and "has_part" in self.uses_at(verb).relations:
                return self._closing_noun(position)  # 包括 对 A 进行 V 的 H, 包含 在 A 层面 的 H
            if kind == "P" and not self.is_in(position, "before_object"):
                return None
            position += 1
        return None

    def _behind_row(self, verb: int, index: int) -> int | None:
        """Return H of 变成 一条 A、B、可以 C 的 H, 成为 A 的、可 B 的 H and 改变 A、B 等 方面 的 H, or None."""
        beyond = self.kinds[index + 1 : index + 3]
        led = beyond in (["D", "P"], ["D", "I"])
        if self.kinds[index] == "a" or (led and "produces" in self.uses_at(verb).relations):
            closing = self._closing_noun(index) if led else None
            return closing if closing is not None and self.head_word(closing) != "人" else None  # 统一 的 由 A V 的 H
        if "C" not in beyond:
            ends = beyond == ["D", "N"] and index + 3 == self.last[verb]
            return index + 2 if ends and self.lists_aspects(index) else None
        closing = self._closing_noun(index)
        if closing is None or self._opens_qualities(verb, index):
            return closing
        owned = self.kinds[index + 1 : index + 3] == ["D", "C"] and "V" not in self.kinds[index:closing]
        return closing if owned else None

    def _opens_qualities(self, verb: int, index: int) -> bool:
        """Whether a noun phrase is one of a row that says what a thing is like: 一条 均匀、空洞、可以 分割 的 H."""
        if self.words[index + 1 : index + 2] != ["、"] or self.kinds[index + 2 : index + 3] not in (["d"], ["V"]):
            return False
        before = [at for at in range(verb + 1, index) if self.kinds[at] != "u"]
        first = before[0] if before else index
        counted = self.parse.tokens.words[self.parse.chunks[first].start].startswith("一")
        row = [self.kinds[at] for at in before[1:]] == ["a", "C"] * (len(before) // 2)
        return counted and row and "P" not in self.kinds[index : self.last[index]]

    def _is_row(self, verb: int, inner: int) -> bool:
        """Whether only a number and qualities in a row stand between two verbs: 一条 光滑、冰冷、可以."""
        row = [self.kinds[at] for at in range(verb + 1, inner) if self.kinds[at] not in "du"]
        return row[:1] in (["m"], ["r"]) and "C" in row and set(row[1:]) <= {"a", "C"}

    def _tells_like(self, verb: int, inner: int) -> bool:
        """Whether a verb right behind another only tells what a thing is like: 变成 可以 撤销 的 合同."""
        near = all(self.kinds[at] in "ud" or self.word(at) in ("自身", "自己") for at in range(verb + 1, inner))
        plain = near and not self.is_in(verb, "serial") and not self.uses_at(verb).opens
        return plain and self.kinds[inner + 1 : inner + 3] == ["D", "N"] and inner + 3 >= self.last[verb]

    def is_deed_on(self, index: int) -> bool:
        """Whether a noun phrase is what somebody named before 对 does to something: (影响) A 对 B 的 认识."""
        above, items = self.governor(index), self.parse.chunks[index].items
        if above is None or above == self.first[above] or self.kinds[above] != "P" or self.kinds[above - 1] not in "NS":
            return False
        return self.is_in(above, "toward") and any(len(item.parts) > 1 for item in items)

    def opens_counted(self, verb: int, marker: int) -> bool:
        """Whether only 一种 or the like and adverbs stand between a verb and a 把: 需要 一套 能够 把."""
        between = [at for at in range(verb + 1, marker) if self.kinds[at] not in "du"]
        return len(between) == 1 and self.word(between[0]).startswith("一") and self.kinds[between[0]] in "mr"

    def _opens_definition(self, index: int) -> bool:
        """Whether a noun phrase does, where or by what follows it, what the last head of its clause is defined by."""
        last = self.last[index] - 1
        if self.kinds[index + 1 : index + 2] != ["P"] or self.kinds[last] != "N" or last < index + 4:
            return False
        above = self.governor(last)
        if above is None or self.kinds[above] != "V" or "V" in self.kinds[index:above] or self.role_headed(last):
            return False
        return len(self.parse.chunks[last].items) == 1 and len(self.parse.chunks[last].items[0].parts) > 1

    def _opens_deeds(self, index: int) -> bool:
        """Whether a noun phrase is what the first of two verbs takes that tell what the last head of a clause does."""
        last = self.last[index] - 1
        if self.kinds[index - 1] != "V" or self.words[index + 1 : index + 2] != ["、"] or self.kinds[last] != "N":
            return False
        return self.kinds[index + 2 : last] == ["V"] and len(self.parse.chunks[last].items[-1].parts) > 1

    def _follows(self, verb: int, index: int) -> bool:
        """Whether only particles and a number stand between a verb and what takes its object, not 由 A 到 B 的 H."""
        last = self.last[index]
        if self.words[index] == "由" and "V" not in self.kinds[index:last] and self.leads_toward(index, last):
            return False
        return all(self.kinds[at] in "dumr" for at in range(verb + 1, index))

    def _closing_noun(self, index: int) -> int | None:
        """Return the head noun of [以 A 为 B 的] H, [与 A 相 适应 的] H or [延续 千年 的] H, last of its clause."""
        last = self.last[index] - 1
        if last <= index or self.kinds[last] != "N":
            return None
        chunk = self.parse.chunks[last]
        return last if self.kinds[last - 1] == "D" or "D" in self.parse.form[chunk.start : chunk.end] else None

    def counts_another(self, first: int) -> bool:
        """Whether a clause only names one more thing that something is said to be: …，一种 对 C 的 D."""
        if first >= len(self.kinds) or self.kinds[first] not in "Nmr":
            return False
        word = self.parse.tokens.words[self.parse.chunks[first].start]
        counted = word in self.rules.grammar.sets["counter"]
        return counted and "V" not in self.kinds[first : self.last[first]] and self.kinds[self.last[first] - 1] == "N"

    def _behind_passive(self, index: int) -> int | None:
        """Return the head noun of [被 A V 的] H."""
        last = self.last[index] - 1
        for position in range(index + 1, last):
            if self.kinds[position : position + 2] == ["D", "N"]:
                return position + 1
        owned = last == index + 1 and self.kinds[last] == "N" and len(self.parse.chunks[last].items[-1].parts) > 1
        return last if owned else None  # [被 寄予厚望 的] A

    def _behind_relative(self, verb: int, index: int) -> int:
        """Return the head noun where `index` opens a relative clause: [资本 控制 的] 市场."""
        chunks, after = self.parse.chunks, index + 1
        owned = self.kinds[after : after + 1] == ["D"]
        owner = self._head_behind(index) if owned else self.head_of_way(verb, index)
        if owner is not None:
            return owner
        opens = self.before(verb)
        if "而" in self.words[after:][:1] and (self.kinds[after:][1:3] == ["V", "D"] or self.purpose(verb) is not None):
            return index  # V A 而 形成 的 B, 为了 V A 而 进行 的 B
        if opens is not None and self.is_in(verb, "ground") and (self.is_in(opens, "being") or self.takes_for(opens)):
            return index  # 是 依据 A 制定 的 B, 视为 依据 A 制定 的 B
        made = self.words[after : after + 1] == ["关于"]
        if (
            after + 1 < self.last[index]
            and chunks[after].kind == "P"
            and (self.is_in(after, "toward") or made or self.word(after) == "给")
        ):
            head = self._closing_noun(after)
            brought = self.kinds[after:head] == ["P", "N", "V", "D"] and self.is_in(after + 2, "bringing")
            if head is not None and (brought or "V" not in self.kinds[after:head]):
                return head  # 塑造 人们 对 A 的 想象, 人们 关于 A 的 记忆, 弥补 A 对 B 造成 的 C
        if after + 2 == self.last[index] and self.words[after] == "在" and self.kinds[after + 1] == "N":
            parts, tokens = chunks[after + 1].items[-1].parts, self.parse.tokens
            placed = "f" in self.parse.form[chunks[after + 1].start : chunks[after + 1].end]
            respect = tokens.words[parts[0][1] - 1] in self.rules.grammar.sets["respect_head"]
            placed = placed or respect or self.is_in(verb, "becoming")  # 成为 A 在 B 的 C
            return after + 1 if placed and len(parts) > 1 else index  # 源于 A 在 B 和 C 上 的 差异
        beyond = self.kinds[after + 1 : after + 3]
        if after + 3 == self.last[index] and self.words[after] == "在" and beyond == ["N", "N"]:
            owned = chunks[after + 1].items[-1].local and len(chunks[after + 2].items[-1].parts) > 1
            return after + 2 if owned else index  # 成为 A 在 B 中 C 的 体现
        placed = self.kinds[index : after + 1] == ["R", "f"]
        if beyond == ["D", "N"] and (placed or self.is_in(after, "of_this_kind")):
            return after + 2  # 祠堂 这样 的 建筑, 其 背后 的 A
        within = opens is not None and self.kinds[opens] == "N" and self._is_taken_with_clause(opens)
        within = within or self.is_in(verb, "taken_as")  # not 以 A 为 B 所 V 的 C
        done = None if within else self._place_of_done(verb, index)
        position = index + 1 if done is None else done + 1
        while position < self.last[index] and (self.words[position] == "被" or chunks[position].kind in "adCVuP"):
            inside = chunks[position].kind == "V" and position + 2 < self.last[index]
            if inside and chunks[position + 1].kind == "D" and chunks[position + 2].kind == "N":
                return position + 2
            position += 1
        return index

    def _head_behind(self, index: int) -> int | None:
        """Return what 的 behind a noun phrase leads to, where that stood for all or for several counted things.

        我们 的 A, A 和 B 两大 派别 的 C, A、B 等 方面 的 C, 外人 公认 的 几乎 所有 A.
        """
        head = next((at for at in range(index + 2, self.last[index]) if self.kinds[at] not in "damr"), index)
        chunk, words = self.parse.chunks[index], self.parse.tokens.words
        if chunk.genus is None:
            counted = len(chunk.items) > 1 and chunk.items[-1].parts[-1][1] < chunk.end
        else:
            counted = self.lists_aspects(index)
        whole = words[self.parse.chunks[head].start] in ("所有", "一切", "全部")
        return head if self.kinds[head] == "N" and (not chunk.items or counted or whole) and head > index else None

    def _is_taken_with_clause(self, doer: int) -> bool:
        """Whether a verb takes the end of a clause of which a noun phrase is the subject: 忽视 甲 V A 所 V 的 B."""
        above = self.governor(doer)
        taken = above is not None and self.kinds[above] == "V" and self.is_in(above, "taking_things")
        return taken and above is not None and self._relative_head(above, doer) is not None

    def _place_of_done(self, verb: int, index: int) -> int | None:
        """Return the 所 behind a noun phrase, past where and how it is done, before a verb that what does it does."""
        for position in range(index + 1, self.last[index] - 1):
            if self.words[position] == "所":
                after = position + 1 + (self.kinds[position + 1] == "d")  # 成为 A 所 要 V 的 B
                brought = self.kinds[after : after + 1] != ["V"] or (
                    self.is_in(after, "needs") and not self.takes_needed(verb)
                )
                toward = any(self.kinds[at] == "P" and self.is_in(at, "toward") for at in range(index, position))
                toward = toward or self.takes_outcome(verb, position)  # but A 对 C 所 造成 的 B
                brought = brought or (self.is_in(after, "result_verb") and not toward)
                return None if brought else position  # not 追求 财富 所 需要 的 A, 遵循 A 所 产生 的 B
            governor = self.governor(position) if self.kinds[position] == "N" else position
            if self.kinds[position] not in "dPN" or governor is None or self.kinds[governor] not in "dP":
                return None
        return None

    def takes_needed(self, verb: int) -> bool:
        """Whether a verb takes what somebody else needs: 提供 村民 所 需 的 A, not 追求 财富 所 需 的 A V B."""
        given = not self.uses_at(verb).relations.isdisjoint(("has_part", "produces"))
        return given or self.before(verb) is not None

    def is_explained(self, verb: int) -> bool:
        """Whether the clause before ends in the object of a verb that does not say what a thing is.

        In brackets it is always what stands before them that is explained: 费用（包括 A 和 B）.
        """
        border = self.first[verb] - 1
        last = border - 1
        if last < 0 or self.word(border) not in "，,（(" or self.kinds[last] != "N":
            return False
        if self.word(border) in "（(":
            return True
        above = self.governor(last)
        if above is None or self.kinds[above] != "V":
            return False
        return not (self.is_being(above) or self.is_in(above, "including") or self.in_relative(above, last))

    def relates(self, index: int) -> bool:
        """Whether a noun phrase begins with what its head is related to: 与 [A 密切相关 的 B]."""
        items, words = self.parse.chunks[index].items, self.parse.tokens.words
        if not items or len(items[-1].parts) < 2 or index == self.first[index] or self.kinds[index - 1] != "C":
            return False
        return words[items[-1].parts[0][1] - 1].endswith(("相关", "有关", "相应"))

    def is_gerund(self, verb: int) -> bool:
        """Whether a verb that opens its clause is, with its object, what is told of: V O 是 B, V O 将 V C."""
        opens = self.before(verb) is None or (self.word(verb - 1) == "即" and verb - 1 == self.first[verb])
        patient = self.object_at(verb) if opens and not self.has_frame(verb, "speech") else None  # also 即 V O 是 B
        told = self.after(patient) if patient is not None else None
        if told is None or patient is None or self.word(told) in ("是", "就是", "即是", "是指", "意味着"):
            return told is not None
        brings = any(self.is_in(at, "effect_opening") for at in range(patient + 1, told))
        brings = brings or (self.word(patient + 1) in ("就", "便") and "produces" in self.uses_at(told).relations)
        return self.kinds[told] == "V" and brings  # also V O 就 产生 B

    def is_weighed(self, verb: int) -> bool:
        """Whether the clause goes on to say that something matters for what a verb does: 对 V O 具有 重要 意义."""
        closing = self.last[verb] - 1
        for position in range(verb + 1, closing):
            if self.kinds[position] == "V" and self.is_in(position, "light_verb"):
                patient = self.object_at(position)
                return patient is not None and self._is_weight(patient)
        return closing > verb and self.last_word(closing) in MATTERS  # 对 V O 至关重要

    def _is_weight(self, index: int) -> bool:
        """Whether a noun phrase is headed by what a thing has that matters: 意义, 作用."""
        return self.head_word(index)[-2:] in self.sets["weight"]

    def purpose(self, verb: int, words: Sequence[str] = ("为", "为了")) -> int | None:
        """Return the 为 before a verb that says what something is for: 为 (A) 加强 B 提供 C."""
        position = verb - 1
        while position >= self.first[verb] and self.kinds[position] in "duNRS":
            position -= 1
        opens = position >= self.first[verb] and self.kinds[position] == "P"
        return position if opens and self.word(position) in words else None

    def lists_aspects(self, index: int) -> bool:
        """Whether a noun phrase only says in which respects: A、B 等 方面."""
        genus = self.parse.chunks[index].genus
        if self.kinds[index + 1 : index + 3] == ["D", "N"] and self.is_in_head(index + 2, "light_head"):
            return False  # A、B 等 方面 的 问题
        return genus is not None and self.parse.tokens.words[genus[1] - 1] in self.rules.grammar.sets["aspect_head"]

    def tells_which(self, index: int) -> bool:
        """Whether a chunk says which it is that does something or to which it is done: V B 的 是 A, 与其说是 A."""
        return self.is_in(index, "copula") or self.word(index) == "与其说"

    def _opens_respect(self, index: int) -> bool:
        """Whether 在 only tells in which respect a head is meant: 在 实践 层面 的 H."""
        items = self.parse.chunks[index + 1].items if self.words[index] == "在" else ()
        head = self.parse.tokens.words[items[0].parts[0][1] - 1] if items and len(items[0].parts) > 1 else ""
        return head in self.rules.grammar.sets["aspect_head"]
