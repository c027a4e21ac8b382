"""Subjects: which noun phrase of its own clause does what a verb says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.placed import Placed
from conceptgraph.relate.words import ADDING, AND_THEN, BECAUSE
from conceptgraph.resources import word_list

FIRST = frozenset(["既", "不仅", "不但", "一面", "一边"])
SECOND = frozenset(["又", "且", "而且", "并且", "一面", "一边", "一方面"])  # open the second thing that one does


@dataclass(slots=True)
class Subjects(Placed):
    """A parsed sentence with the question of what stands as the subject of a verb in its clause."""

    def local_subject(self, verb: int) -> Ends | None:
        """Return the subject of a verb inside its own clause; None where there is none."""
        inner = self._inner_doer(verb) if self.words[verb - 1] in ("所", "自身", "本身") else None
        if inner is not None:
            return self.last_of_taken(inner) or self.subject_ends(inner)
        led = "P" in self.kinds[self.first[verb] : verb]
        if led and self.is_called_for_toward(self.first[verb], verb):
            return None
        if led and (holder := self.holder_toward(verb)) is not None:
            return self.subject_ends(holder)  # S 对 [V B 的] H 享有 C
        aiming = (self.aiming(verb) if led else None) or self.reason_before(verb)
        return self._found_subject(verb if aiming is None else aiming)

    def _found_subject(self, verb: int) -> Ends | None:
        """Return what stands before a verb as its subject."""
        stop = self.first[verb]
        if (stop and self.kinds[stop - 1] == "-" and self._closes_row(stop, verb)) or self.closes_topics(verb):
            return ()  # A－B－C 构成 D; A 和 [V B 的] H
        position = self.before_disposal(verb, stop)
        between: list[int] = []
        tool: int | None = None
        while position >= stop:
            if (kind := self.kinds[position]) in "NRS":
                if (led := self._leading_aside(position, verb)) is not None:
                    position = led - 1
                    continue
                above = self._outer(self.governor(position))
                acting = self._action_toward(above, position, verb)
                if acting is not None:
                    return acting
                if heads := self.turn_told_of(above, position, verb) or self.placed(above, position, verb):
                    return heads  # A 向 B 的 转变 V C, A 在 B 上 的 争端 V C
                if above is not None and self.kinds[above] in "PIB" and not self.does_behind(above, verb):
                    tool = position if self.is_in(above, "instrument") else tool
                    position = above - 1
                    continue
                if above is None and self.is_only_beside(position, verb):
                    position -= 2  # A 既 与 B V
                    continue
                if self.kinds[verb + 1 : verb + 2] == ["D"] and self._is_placed(above, position, verb):
                    return ()  # 源于 集市 中 积累 的 A
                if above is not None and self.leads_nowhere(above, position):
                    position = above - 1
                    continue
                if above is not None and (outer := self.taker_outside(above, position, verb)) is not None:
                    return self.local_subject(outer)
                if above is not None and self.kinds[above] == "V":
                    return self._subject_after_object(verb, above, position, between)
                if above is None and self.is_place(position) and self.is_place_told_of(position, verb):
                    return None if "I" in self.kinds[position:verb] else ()  # A 与 B 之间 形成 C; 传统 上 被 看作 D
                found = self.subject_ends(position)
                if found is not None or position == stop or self.kinds[position - 1] != "N":
                    return found
                position -= 1
                continue
            if kind == "V":
                return self.taken_for(position) or self.deed_toward(position, verb) or self._led_subject(position, verb)
            if kind in "DrCd" and self._is_nothing(verb, position, between):
                return ()
            if kind == "P" and self.is_in(position, "toward"):
                return self.weighed_by(position)  # 对 消除 贫困 具有 …
            between.append(position)
            position -= 1
        return self.used(tool) if tool is not None else None

    def weighed_by(self, toward: int) -> Ends | None:
        """Return what matters for what 对 opens: A of A 对 V B 具有 意义; None where measures before it do."""
        own = self.local_subject(toward) if self.is_weighed_row(toward) else ()
        return own or (None if own is None and self.memory.measures else ())

    def _is_nothing(self, verb: int, index: int, between: Sequence[int]) -> bool:
        """Whether a chunk before a verb says that nothing named does it: (因为) 一个 从未 V A 的 人."""
        if self.kinds[index] == "D":
            return self._is_headless(verb, index, between)
        if self.kinds[index] == "C":
            return self.kinds[verb + 1 : verb + 2] == ["D"] and self.words[index] in ADDING
        first = self.first[verb]
        if self.words[index] == "其中":
            return "has_part" not in self.uses_at(verb).relations  # 其中 凝聚 着 A, not 其中 包括 A
        if index == first and self.kinds[index] == "r" and self.word(index) in ("有人", "有的人", "人人"):
            return True
        opens = self.kinds[index] == "r" and index <= first + 1 and self.is_in(index, "counter")
        return opens and (not first or self.word(first - 1) != "】")

    def _is_placed(self, above: int | None, index: int, verb: int) -> bool:
        """Whether a noun phrase right before a verb only tells where it is done, and no 在 leads to who does it."""
        led = above is not None and self.kinds[above] != "V"
        return index == verb - 1 and self.is_place(index) and not led

    def taking(self, index: int) -> int | None:
        """Return the 以 of 以 A 为 B, where the noun phrase `index` is the B and more follows it; else None."""
        noun = index - 2
        if noun <= self.first[index] or not self.is_in(index - 1, "taken_as") or self.kinds[noun] not in "NR":
            return None
        items = self.parse.chunks[index].items
        if not items or len(items[-1].parts) > 1:
            return None  # [以 A 为 B 的] H V C
        by = self.governor(noun)
        return by if by is not None and self.kinds[by] == "P" and self.word(by).endswith("以") else None

    def _is_headless(self, verb: int, attribute: int, between: Sequence[int]) -> bool:
        """Whether the 的 `attribute` has no noun behind it before a verb: 赢得 的 则将 是, 更 重要 的 是."""
        told = self.kinds[attribute - 1] in ("Va" if self.is_in(verb, "copula") else "V")
        row = self.words[attribute + 1 : verb] == ["、"]  # 开放 的、追求 A 的 B
        return row or (told and all(self.kinds[at] in "dB" for at in between))

    def _outer(self, above: int | None) -> int | None:
        """Return the preposition before a bare verb with 的 for that 的, else the governor: 从 [生产 的] 主体."""
        if above is None or above - 2 < self.first[above]:
            return above
        counted = "".join(self.kinds[above - 2 : above + 1]) in ("PmV", "PrV")
        counted = counted and self.word(above - 2) in ("为", "给", "对")
        bare = self.kinds[above - 2 : above + 1] == ["P", "V", "D"]
        return above - 2 if bare or counted else above  # 为 一种 [具有 A 的] B 提供 C

    def _heads_action(self, above: int, noun: int, verb: int) -> bool:
        """Whether 对 only belongs to the head of a noun phrase that is said to be something: 对 A 的 B 是 C."""
        owned = bool(self.parse.chunks[noun].items) and len(self.parse.chunks[noun].items[-1].parts) > 1
        static = self.is_in(verb, "copula") or self.has_frame(verb, "result")
        if above > self.first[verb]:
            patient = self.object_at(verb) if self.word(verb).startswith("构成") else None
            static = self.is_being(verb) or self.has_frame(verb, "reverse", "result") or self.is_in(verb, "shows")
            if patient is not None:
                static = not self.uses_of_head(patient)  # not 构成 挑战
        between = range(noun + 1, verb)
        led = [at for at in between if self.kinds[at] == "I" and self.kinds[at + 1] == "N"]  # 由 C 变为 D
        if above > self.first[verb] and self.is_deed_taken(noun, verb):
            return owned
        told = static and all(self.kinds[at] in "du" or at in led or at - 1 in led for at in between)
        return owned and told

    def _action_toward(self, above: int | None, noun: int, verb: int) -> Ends | None:
        """Return what does what `verb` says, where an action on something does: 对 A 的 B 是 C, S 对 A 的 B 构成 C.

        The whole of 对 A 的 B in 这种 对 A 的 B V C; None for other phrases.
        """
        within = above is not None and self.acts_within(above, noun, verb)  # S 在 A V B 方面
        if told := self.ends_of(noun) if within else self.told_head(noun, verb):
            return told
        if above is not None and self.words[above] == "到":
            return self.between_stations(above, noun) or (() if "所" in self.words[noun + 1 : verb] else None)
        if above is None or self.told_in_place(above, noun, verb):
            return None if above is None else self.named_whole(noun)
        if not self.is_in(above, "toward"):
            return None
        if self.kinds[above : verb + 1] == ["P", "N", "P"] and above > self.first[verb] and self.is_in(verb, "toward"):
            return self.whole_deed(above, noun)  # [S 对 A 的 B] 对 C 有 影响
        if self.kinds[above] == "P" and self._heads_action(above, noun, verb):
            turned = self.has_frame(verb, "reverse", "result") or self.is_deed_taken(noun, verb)
            turned = turned and above > self.first[verb]
            return self.whole_deed(above, noun) if turned else self.head_of(noun)
        chunk = self.parse.chunks[noun]
        owned = bool(chunk.items) and len(chunk.items[-1].parts) > 1
        led = above > self.first[noun] and self.kinds[above - 1 : above + 1] == ["r", "P"]
        if led and self.is_in(above - 1, "pointing") and "D" in self.parse.form[chunk.start : chunk.end]:
            return self.chunks_as_written(above, noun, LONGEST)  # 这种 对 A 的 B V C
        opens = all(self.kinds[at] in "du" for at in range(self.first[noun], above))
        acts = opens and self.kinds[above] == "P" and "verb" in self.uses_at(verb).frames
        direct = all(self.kinds[at] in "du" for at in range(noun + 1, verb))
        deed = "verb" in self.uses_of_head(noun).frames  # 对 A 的 监督 缺乏 B, not 对 A 的 结构 缺乏 了解
        if not (acts and direct) or self.is_in(verb, "light_verb") or (self.words[verb] == "缺乏" and not deed):
            return None
        stated = not owned and deed  # 对 自由 的 限制
        stated = stated and "D" in self.parse.form[chunk.start : chunk.end]
        return (self.chunks_as_written(noun, noun, LONGEST) if stated else self.named_whole(noun)) or None

    def taken_for(self, verb: int) -> Ends:
        """Return A of 把 A 看作 and the like, which does what follows: 把 A 看作 [V B 的] H; nothing of other verbs."""
        if not self.takes_for(verb):
            return ()
        marker = self.marker(verb)
        noun = self.noun_between(marker, verb) if marker is not None and self.kinds[marker] == "B" else None
        return self.ends_of(noun) if noun is not None else ()

    def _led_subject(self, verb: int, later: int) -> Ends | None:
        """Return the subject of a verb, unless it reports or tells what the `later` one says."""
        nobody = self._begins_report(verb) or self.does_not_act(verb, later) or self.is_bare_reason(verb)
        nobody = nobody or (self.is_in(verb, "doubting") and self.kinds[verb + 1] == "P")  # 反对 用 A V B
        own = () if nobody else self.local_subject(verb)
        first = self.memory.first if self.is_in(verb, "calling_for") else ()  # 甲 认为 A 是 B，主张 V C
        return first if first and own is None and first == self.memory.person else own

    def _begins_report(self, verb: int) -> bool:
        """Whether what follows a verb is told by somebody who does not do it: A 认为 出于 B 的 C."""
        if self.words[verb].endswith(("我们", "人们")):
            return True  # A 提醒我们 要 V B
        return self.is_in(verb, "stating") and not any(
            self.kinds[at] == "I" or self.is_in(at, "verb_joining") for at in range(self.first[verb], self.last[verb])
        )

    def _is_static(self, verb: int) -> bool:
        """Whether a verb tells what becomes of a thing (来自, 成为, 是), so that the noun before it is its subject."""
        return self.has_frame(verb, "reverse", "result", "copula", "make")

    def _leading_aside(self, position: int, verb: int) -> int | None:
        """Return what opens a phrase before the verb that ends in a noun: S 以 A 为 基础 V B, S 因 A 而 成为 B."""
        opens = position - 1
        because = self.words[opens] in BECAUSE and self.words[position + 1 : position + 2] == ["而"]
        led = opens > self.first[verb] and "causes" not in self.uses_at(verb).relations
        because = because and (led or self.has_frame(verb, "result"))  # S 因 A 而 V B
        if opens > self.first[verb] and self.words[opens] in BECAUSE:
            because = because or (self.is_in(position + 1, "not_done") and self.closes_alone(verb))  # S 因 A 无法 V B
        if opens >= self.first[verb] and self.is_in(opens, "along_with"):
            because = opens > self.first[verb] or self.words[position + 1] == "而"  # S 随着 A 的 发展 而 V B
        return opens if because and position > self.first[verb] else self.taking(position)

    def subject_ends(self, index: int) -> Ends | None:
        """Return the concepts of a noun phrase as a subject; 资本的特征 speaks of 资本, a bare 目的 of nothing new."""
        pointed = self.is_in(index, "pointing")
        if pointed and self.is_in_head(index, "factor_head") and (meant := self.ends_of(index)):
            return meant
        if self.role_headed(index) and not self._is_made_thing(index):
            owner = self.role_owner(index)
            return self.ends_of(index - 2) if owner is None and self.kinds[index - 2 : index] == ["R", "D"] else owner
        if self.is_worth(index):
            return self.attributes_of(index) or None  # A 的 价值 在于 V B, A 的 功能 是 V B
        if self._is_goal_of_last(index):
            return self.memory.subject  # A 是 B，价值 目标 是 V C
        if self._is_apposed(index):
            return self.subject_ends(index - 1)  # A 这一 曾经 的 B V
        owner = self.owner_of_deed(index) or self.trouble_that_acts(index)
        if owner:
            return owner  # 其 培育 则 V
        if self.is_in_head(index, "time_ending") and self.governor(index) is None:
            return None  # 殖民地 时期 形成 的 A
        if self.is_nobody(index) or (pointed and self.is_in_head(index, "statement")):
            return ()  # 没有 人 会 V A; 甲 认为 A V B，这一 判断 V C
        told = False
        if self.kinds[index - 1] == "D":
            if self.kinds[index - 2 : index] == ["R", "D"] and self.is_in(index - 2, "plural_anaphor"):
                return self.ends_of(index)  # 二者 的 分歧 V C: not what was told of before
            told = self.kinds[index - 3 : index] == ["R", "V", "D"] and self.is_in(index - 3, "personal_anaphor")
        found = self.ends_of(index)
        personal = self.is_in(index, "personal_anaphor")
        led = personal or (told and not self.is_in_head(index, "light_head"))
        start = self.parse.chunks[index].start
        timed = personal and self.parse.tokens.tags[start + 1 : start + 2] == ["t"]  # 他 早年 求学
        if led and self.kinds[index] == "N" and (not found or timed or self._is_bare_thought(index)):
            self.memory.speakers.update(end.name for end in self.memory.person)
            return self.memory.person  # 他 的 著作, 他 提出 的 理论
        kind = self.kinds[index]
        if found or kind == "S":
            return found
        pointing = personal or self.is_in(index, "near_anaphor") or self.words[index] in ("前者", "后者")
        if kind == "R" or (kind == "r" and pointing):
            return found
        if self.words[index] in ("一切", "所有", "任何", "每个"):
            return ()  # 一切 概念 V: not what was told of before
        head = self.head_word(index)
        other = head in word_list("generic_words") and head not in self.rules.grammar.sets["light_head"]
        pointed = pointed and self.kinds[index - 1] == ","  # S V A，这一 变化 V B; not 程颐 此 解 V A
        other = other or (kind == "N" and (pointed or self._says_more(index) or self._is_reported(index)))
        return () if other and not self.is_in(index, "owning") else None

    def _is_reported(self, index: int) -> bool:
        """Whether a noun phrase begins what somebody says, so that he is not its subject: 认为 农民 的 研究 是 A."""
        above = self.governor(index)
        return above is not None and above == index - 1 and self.uses_at(above).opens

    def _says_more(self, index: int) -> bool:
        """Whether a noun phrase that names no concept is still none that speaks of the last one: 专家 之间 的 分歧."""
        items = self.parse.chunks[index].items
        return bool(items) and len(items[-1].parts) > 1 and not self.is_in_head(index, "light_head")

    def _is_apposed(self, index: int) -> bool:
        """Whether a noun phrase with 这一 only says what the one right before it is."""
        if index <= self.first[index] or self.kinds[index - 1 : index + 1] != ["N", "N"]:
            return False
        chunk, before, tokens = self.parse.chunks[index], self.parse.chunks[index - 1], self.parse.tokens
        near = tokens.ends[before.end - 1] == tokens.starts[chunk.start] and not before.items[-1].local
        return near and self.word(index) in ("这", "这一", "这种") and self.governor(index - 1) is None

    def _subject_after_object(self, verb: int, above: int, object_at: int, between: list[int]) -> Ends | None:
        """Return the subject of a verb before which another verb and its object stand."""
        if self.words[above - 1] == "、" and self.closes_topics(above):
            return self.ends_of(above - 2)
        if (weighed := self._weighed_before(verb)) is not None:
            return self.local_subject(weighed) or ()  # S 对 A V B 具有 意义
        if self.does_within(verb, above, object_at):
            return self.subject_ends(object_at)
        if self.is_in(above, "contrast") and self.kinds[above - 1] == "N":  # 是 A 而不是 B V 了 C
            return self.ends_of(object_at if self.kinds[verb + 1 :][:1] == ["D"] else above - 1)
        if self.is_key(object_at) or self.is_nobody(object_at) or self._is_asked(above, verb):
            return ()
        if self.is_goal_of_deed(above, object_at):
            return self.done_by(above, object_at, self.attributes_of(object_at))  # V A 的 目的 在于 V B
        if self.goes_on_alike(above, object_at, verb):
            return self.local_subject(above)  # A 既是 B 也是 C; A 不是 B，而 在于 C; A 否定 B 而 走向 C
        standing = self._stands_in(above, object_at)
        if standing is not None:
            return self.local_subject(standing)  # S 在 V O 时 指出, S 在 V O 方面 V
        purpose = self._purpose_of(verb, above)
        if purpose is not None and self.kinds[verb] == "V":
            return self.local_subject(purpose)  # 为 A 加强 B 提供 了 C, 对 A 加强 B 提供 了 C
        both = self._does_both(above, verb, between) or self.closes_attributes(verb, self.last[verb] - 1)
        if self.kinds[object_at + 1] == "C" or both:
            return self.local_subject(above)
        if above > self.first[above] and self._closes_list(above - 1) and self.in_relative(above, object_at):
            return self.ends_of(above - 2) + self.heads_of(object_at)  # A、B 及 [V C 的] H
        deed = self.row_of_deeds(verb, above, object_at) or self.deed(verb, above, object_at)
        if deed := deed or self._led_alone(above, object_at):
            return deed
        if self._does_to(verb, above):
            return self.local_subject(above)  # S 走上 A 对 B 进行 V
        after = object_at + 1
        if self.kinds[after : after + 2] == ["V", "D"]:
            return self.name_all(self.acting(object_at))
        if self._object_does(verb, above, after, between):
            return self.last_listed(object_at, after) or self.subject_ends(object_at)
        own = self.local_subject(above)
        if self.in_relative(above, object_at) and not (own and self.is_in_head(object_at, "happening")):
            return self.ends_of(object_at)  # but [A V B 的] 局面 V C
        if own is None and self.has_frame(above, "verb") and "negates" in self.uses_at(above).relations:
            return None  # 打破 旧 的 A 来 V: A does nothing
        if own is None and (self.is_weighed_deed(verb, above) or any(self.is_in(at, "demand") for at in between)):
            return ()  # 改善 A 具有 B; 改善 A 需 培育 B
        if own is None and (self.joins_deeds(between) or self.is_supposed(above)):
            return None  # 掌握 A 并 积累 B, not 补贴 A 并 不 改善 B
        if between and self.kinds[object_at] == "N" and (own is None or self._is_gerund(verb, between)):
            return self._gerund_ends(above, object_at)
        if own is None and self.is_helped(verb, above, object_at):
            return self._gerund_ends(above, object_at)
        return own

    def _is_asked(self, above: int, verb: int) -> bool:
        """Whether a question is said to be something: A 何时 V B 是 一个 问题."""
        asked = range(self.first[above], above) if self.is_being(verb) and not self.is_being(above) else ()
        return any(self.is_in(at, "asker") for at in asked)

    def _led_alone(self, above: int, object_at: int) -> Ends:
        """Return the measures of 从 V A、V C 等 方面 V B where nobody stands before them."""
        led = self.led_deeds(object_at)
        return () if led and self.local_subject(above) else led

    def _purpose_of(self, verb: int, above: int) -> int | None:
        """Return what opens the purpose or the help that a verb tells of: 为 A 加强 B 提供 C, 对 A 加强 B 提供 C."""
        giving = self.words[verb][:2] in ("提供", "带来")
        return self.purpose(above, ("为", "为了", "对", "对于")) if giving else self.purpose(above)

    def _stands_in(self, above: int, object_at: int) -> int | None:
        """Return the 在 of 在 V O 时 and 在 V O 方面, where `above` is the verb; else None."""
        standing = self.before(above)
        timed = self.is_place(object_at) or self.is_in_any_head(object_at, "respect_head", "when")
        told = self.words[object_at + 1 : object_at + 3]  # 在 V O 的 同时
        timed = (timed and told[:1] != ["的"]) or told == ["的", "同时"] or told[:1] == ["那里"]  # 在 [V O 的] H 那里
        led = standing is not None and self.kinds[standing] == "P" and self.is_in(standing, "standing")
        return standing if timed and led else None

    def _does_both(self, above: int, verb: int, between: Sequence[int]) -> bool:
        """Whether who does the one thing does the other as well: A 既 V B 又 V C, but not A 使 B V 又 V."""
        led = self.word(above - 1) in FIRST  # A 既 不是 B 也 不是 C
        second = any(self.word(at) in SECOND or (led and self.word(at) == "也") for at in between)
        if self.joins_deeds(between) and not self.is_in(above, "pivot") and self.local_subject(above) is not None:
            return True  # S 参加 A 的 组建 并 成为 B
        return second and "I" not in self.kinds[above:verb] and (led or not self.is_in(above, "pivot"))

    def _object_does(self, verb: int, above: int, after: int, between: Sequence[int]) -> bool:
        """Whether what the verb `above` takes does what `verb` says, `after` being the chunk behind it: 使 A V B."""
        apart = self.words[after] == "而" or self.words[above] == "作为"
        apart = apart or (self.takes_for(above) and self.is_in(after, "verb_joining"))  # 把 A 视为 B 来 V C
        if self.is_in(above, "grounding") and self.is_in(verb, "toward") and "V" in self.kinds[verb : self.last[verb]]:
            return False  # S 基于 A 的 立场 对 B 进行 C
        served = self.is_in(above, "avoiding") and self.words[after] in ("以", "用以", "借以", "以便")  # 避免 A 以 V B
        if served or self.words[after] in AND_THEN or (self.words[after] == "而" and self.kinds[above + 1] == "R"):
            return False  # 促进 A 的 完善 并 增强 B, 鼓励 前者 而 限制 后者, 参与 A 的 管理 并 成为 B
        if self.is_in(above, "pivot") or (self.has_frame(above, "copula", "result") and not apart):
            return True
        if (self.has_frame(above, "speech") or self.is_in(above, "doubting")) and not self.joins_verbs(after):
            return True  # 描述 了 A V B, 反对 A 以 C V B
        if self.tells_why(above, after):
            return True
        if self.words[above] == "作为" and (self.kinds[verb] == "P" or self.is_in(verb, "causative")):
            opens = self.first[above]
            if opens < above and all(kind in "Nd" for kind in self.kinds[opens:above]):
                return False  # A 作为 B 使 C V; A 作为 B 对 C 产生 影响
        static = self._is_static(verb) and not self._takes_place(verb, above) and not self._comes_of(between)
        if self.kinds[verb] == "I" and self.words[after] in ("而", "又", "且"):
            return False  # S 脱离 A 而 被 B V
        return self.kinds[verb] in "PI" or static
