"""Relative clauses: [V O 的] H, [S V O 的] H, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from conceptgraph.relate.brought_on import is_brought_on
from conceptgraph.relate.places import Places
from conceptgraph.relate.relative_heads import behind_much, does_by, taken_by, takes_right_or_measure, tells_named
from conceptgraph.relate.words import ADDING, EXACTLY, FOR_WHOM, PLAINLY, RESULT_ENDS, SO_THEN

CLAUSAL = ("pivot", "serial", "copula")  # verbs that take clauses


@dataclass(slots=True)
class Relatives(Places):
    """A parsed sentence with the question of which verbs only tell what a noun is like."""

    relatives: dict[tuple[int, int, int], bool] = field(default_factory=dict)  # what was asked so far

    def in_relative(self, verb: int, patient: int) -> bool:
        """Whether [V O 的 H] is a relative clause on H, and not an object O 的 H, as in 从 A 出发 V O 的 H."""
        asked = (verb, patient, self.genus)
        if asked not in self.relatives:
            led = not self.is_in(verb - 1, "deed_leader") and not self._goes_on(verb, patient)
            self.relatives[asked] = led and self._is_in_relative(verb, patient)
        return self.relatives[asked]

    def _goes_on(self, verb: int, patient: int) -> bool:
        """Whether 而 and another deed of the subject stand behind what a verb takes: A 取代 B 的 C 而 成为 D."""
        before = self._before_adverbials(verb) if self.words[patient + 1 : patient + 2] == ["而"] else None
        return before is not None and self.kinds[before] in "NRS"

    def _is_in_relative(self, verb: int, patient: int) -> bool:
        items = self.parse.chunks[patient].items
        if not items or self._lays_ground(verb, patient) or self._contrasts_subject(verb):
            return False
        if max(len(items[0].parts), len(items[-1].parts)) < 2:
            return self._closes_definition(verb, patient)
        titled = patient == self.genus or self.is_title_of(verb, patient) or self._is_genus_of(verb, patient)
        if titled or self.has_effect(verb, patient):
            return True
        parts, tokens = items[-1].parts, self.parse.tokens
        ends = range(parts[0][1] - 1, min(parts[0][1] + 1, len(tokens.kinds))) if len(parts) > 1 else ()
        placed = any(tokens.kinds[at] == "f" and tokens.words[at][-1] != "间" for at in ends)
        into = self.words[verb + 1] in ("到", "进") or (self.words[verb][-1] == "入" and self.before(verb) is None)
        beside = self.kinds[verb + 1 : patient] == ["u", "C"] and self.word(patient - 1) in ("与", "同")
        if beside or (placed and self.words[verb][-1] not in "于在" and not into):
            return False  # 丧失 了 与 A 的 B; 挖掘 A 中 的 B, but 嵌入 A 中 的 B 即 C
        if len(items[-1].parts) < 2 and (self.before(verb) is None or self.kinds[verb - 1] not in "VumC"):
            return False  # only behind a verb also [V O 的] H 和 I
        if any(self.kinds[at] == "V" and self.kinds[at - 1] != "C" for at in range(verb + 1, patient)):
            return False  # 解释 [来自 异域 的] 理论
        held = self.words[verb - 1] == "在" and self.words[patient + 1 : patient + 2] == ["那里"]  # 在 [V A 的] B 那里
        if held or self.closes_attributes(verb, patient) or self.is_by_means(verb, patient):
            return True
        before, after = self._before_adverbials(verb), self.after(patient)
        if after == patient + 1 and self.kinds[after] == "V" and self._is_taken(verb):
            return True  # 将 A 从 B 中 [V C 的] H 称为 D
        if before is not None and after is not None and self._closes_list(before) and self.kinds[after] == "V":
            return True  # A、B 和 [V C 的] H V2 D
        leading = range(self.first[verb] if before is None else before, verb)
        opening = self.first[verb] if after is not None and self.kinds[after] == "V" else -1  # 而 V A 的 B V2 C
        if any(self._opens_another(at) and not (self.word(at) == "而" and at == opening) for at in leading):
            return False
        counted = before is not None and self.is_whole_deed(before, verb, patient)
        counted = counted or (self._takes_one(patient) and not self.has_frame(verb, "copula"))
        being = before is not None and self.kinds[before] == "V" and self.has_frame(before, "copula")
        if counted or ("地" in self.words[leading.start : verb] and not being):
            return False  # 开发 一批 A 的 B; 不同 程度 地 改变 A 的 B
        told = self.words[verb].endswith(("是", "并非", "致使")) or self._reports(verb, patient, after)
        if before is None and (told or (after is not None and self.is_duty(after))):
            return False  # 正是 A 的 B V 了 C; 不是 A，而是 B 的 C V 了 D; 致使 A 的 B 瓦解; 推动 A 的 B 是 C 的 任务
        if before is None:
            leads = after is not None and (self.kinds[after] in "Va" or self.word(after) == "所")
            leads = leads or (after is not None and self._is_undergone(after, patient))
            if after is None and verb == 0:
                return self._opens_topic(verb, patient)
            if after is not None and self._is_deed_told_of(verb, patient, after):
                return False  # 加强 A 的 培育 是 B, 寻求 A 与 B 的 和解 是 C, 改善 集市 的 秩序 需要 A
            return leads or (after is not None and self.word(verb) == "作为" and self.kinds[after] in "PBI")
        return self._follows_relative(verb, patient, before, after)

    def _lays_ground(self, verb: int, patient: int) -> bool:
        """Whether a ground is laid, a right or measure set, or 使 takes a clause: 奠定 A 的 基础, 提高 A 的 质量."""
        if self.word(verb) in ("使", "使得", "让"):
            return "V" not in self.kinds[verb + 1 : patient]
        if self.word(verb) in ("奠定", "打下", "夯实"):
            return self.is_in_head(patient, "needed_head")
        return takes_right_or_measure(self, verb, patient)

    def _reports(self, verb: int, patient: int, after: int | None) -> bool:
        """Whether a verb opens a clause about A 的 B: 认为 A 的 B V D, 由于 C，导致 A 的 B V; not A 的 研究 是 D."""
        told = after is None or not self.is_being(after) or not self.is_in_head(patient, "light_head")
        return verb > 0 and told and (self.is_in(verb, "stating") or is_brought_on(self, verb, patient, after))

    def _is_undergone(self, marker: int, patient: int) -> bool:
        """Whether a passive tells what befalls its subject, not what that is taken for: 被 A 拆毁, not 被 视为 A."""
        done = next((at for at in range(marker, self.last[marker]) if self.kinds[at] == "V"), None)
        people = self.has_head_ending(patient, "group_ending")  # … 的 士绅 受到 打击
        return self.kinds[marker] == "I" and (people if done is None else not self.takes_for(done))

    def _heads_deed(self, index: int) -> bool:
        """Whether the head of a noun phrase names what is done to something or what is between two things."""
        return "verb" in self.uses_of_head(index).frames or self.is_in_head(index, "relational_head")

    def _is_deed_told_of(self, verb: int, patient: int, after: int) -> bool:
        """Whether a clause tells what doing something is, needs or is good for: 改善 集市 的 秩序 需要 A."""
        if not (self.is_in(after, "needs") or self.is_in(after, "helping")):
            return self.is_being(after) and self._heads_deed(patient)
        sided = self.is_in_any_head(patient, "owned_noun", "side_head", "interest", "light_head")
        return sided and not {"promotes", "acts_on"}.isdisjoint(self.uses_at(verb).relations)

    def _contrasts_subject(self, verb: int) -> bool:
        """Whether 而非 before a verb sets another subject against the one that opens the clause: A 而非 B V C 的 D."""
        contrast = verb - 2
        if contrast <= self.first[verb] or self.kinds[contrast + 1] != "N" or not self.is_in(contrast, "contrast"):
            return False
        opens = self.first[verb] + (self.words[self.first[verb]] in ("是", "正是"))
        return self.kinds[contrast - 1] == "N" and {"V", "P", "B", "I"}.isdisjoint(self.kinds[opens:contrast])

    def takes_outcome(self, verb: int, done: int) -> bool:
        """Whether somebody acts on what another thing brings about: S 化解 A 所 造成 的 B, not 追求 A 所 造成 的 B."""
        before = self.before(verb)
        acts = before is not None and self.kinds[before] in "NRS" and self.governor(before) is None
        closes = self.kinds[done + 1 : self.last[verb]] == ["V", "D", "N"] and not self.is_in(done + 1, "needs")
        return acts and closes

    def closes_attributes(self, verb: int, patient: int) -> bool:
        """Whether a verb is the second of two that tell what a thing is like: 是 区别于 A 而 具有 [B 的 H]."""
        if self.word(verb - 1) not in ("而", "并", "且", "又", "和", "以及", "、") or verb < 4:
            return False
        noun = verb - 2 - (self.words[verb - 2 : verb] == ["、", "又"])
        above = self.governor(noun) if self.kinds[noun] == "N" else None
        outer = self.before(above) if above is not None and self.kinds[above] == "V" else None
        if outer is not None and self.kinds[outer] == "N":
            outer = self.before(outer)  # 是 S V A 和 V [B 的 H]
        being = outer is not None and self.kinds[outer] == "V" and self.word(outer).endswith("是")
        if outer is None or not being or self.word(outer)[0] in "不而" or patient + 1 != self.last[verb]:
            return False
        told = self.before(outer)
        return told is None or self.kinds[told] != "N" or not self.takes_clause(told)

    def _closes_list(self, joint: int, joints: tuple[str, ...] = ADDING) -> bool:
        """Whether 和 stands behind a noun phrase that no verb or preposition takes, so that what follows is one too."""
        listed = joint > self.first[joint] and self.kinds[joint] == "C" and self.kinds[joint - 1] == "N"
        return listed and self.governor(joint - 1) is None and self.word(joint) in joints

    def _opens_topic(self, verb: int, patient: int) -> bool:
        """Whether [V 于 O 的] H opens a sentence, and the next clause tells what H does: 建立在 A 上 的 B，V C."""
        border = self.last[verb]
        bound = (self.word(verb)[-1] in "于在自" and len(self.word(verb)) > 1) or self._tells_of_head(verb, patient)
        if not bound or patient + 1 != border or border + 1 >= len(self.kinds) or self.word(border) not in "，,":
            return False
        opens = self.parse.tokens.tags[self.parse.chunks[border + 1].start]
        led = self.word(verb) == "作为" and "".join(self.kinds[border + 1 : border + 3]) in ("PN", "BN", "IN")
        led = led and self.kinds[self.after(border + 2) or border] not in "NRS"  # 受 C 的 V; not 在 C 中 我国 V
        return (self.kinds[border + 1] in "dV" or led) and opens != "r"  # not 作为 A 的 B，我国 V C

    def _tells_of_head(self, verb: int, patient: int) -> bool:
        """Whether a verb tells what the head of its object is or has: 作为 B 的 H, 有着 悠久 历史 的 H."""
        items, kinds = self.parse.chunks[patient].items, self.parse.tokens.kinds
        owned = len(items) == 1 and len(items[0].parts) == 2 and "N" in kinds[slice(*items[0].parts[0])]
        plain = not self.role_headed(patient) and not self.is_in_head(patient, "power")
        return owned and plain and self.is_in(verb, "having_like")

    def _follows_relative(self, verb: int, patient: int, before: int, after: int | None) -> bool:
        """Whether what stands before a verb and after its object leaves it to be a relative clause."""
        kind = self.kinds[before]
        if kind == "N" and self.words[verb].endswith("给") and self.goes_on_behind(verb, patient, after):
            return True  # [S 摊派 给 A 的] H V B; [S 写给 A 的] H，V B
        if kind == "D" and before == verb - 1 and before > self.first[verb] and self.kinds[before - 1] in "Na":
            return False  # A 的 原因在于 B, 随之而来 的 是 A 的 B
        from_deed = after is not None and self.is_in(after, "beginning")
        if kind == "P" and (from_deed or not self.is_in(before, "verb_marker")):
            return self.is_met(before, patient, after)  # not 对于 促进 A 的 B, 从 摆脱 A 的 束缚 开始
        if kind == "C":
            return self._joins_relative(verb, patient, before, after)
        if kind == "N":
            above = self.governor(before)
            if above is not None and after is None and self.has_frame(verb, "result") and self.is_in(above, "pivot"):
                return False  # 使 A 成为 B 的 延伸
            clausal = self.is_in_any_head(patient, "happening", "opinion", "ability_head")
            clausal = after is not None and (clausal or self._tells_what_is(after))
            grounded = "fD" in self.parse.form[self.parse.chunks[patient].start : self.parse.chunks[patient].end]
            if above is None and (clausal or (grounded and self.words[verb] == "建立在")):
                return True  # [A V B 的] H 是 C, [A V B 的] 行为 V C, [S 建立在 A 上 的] H V B
            apart = self.words[verb + 1 : verb + 2] == ["了"]
            done = apart or self.word(verb).endswith("了")
            given = above is not None and self.kinds[above] == "P" and self.word(above) in FOR_WHOM
            brings = "produces" in self.uses_at(verb).relations and after is None
            given = given and (done or (above is not None and brings and self._opens_plainly(above)))
            if self.is_nobody(before) or given or (above is not None and apart and self.uses_at(above).opens):
                return False  # 认为 A 导致 了 B 的 C, 为 A 提供 (了) B 的 C
            if above is not None and self._relative_head(above, before) == patient:
                return True  # 影响 了 [A V B 的] H
            if above is not None and self._leads_relative(above, verb, patient, after):
                return True
            if above is None or not self.is_in(above, "copula") or after is not None:
                return False
            if self.word(above) == "作为" and len(self.parse.chunks[before].items[0].parts) > 1:
                return False  # [作为 C 的] A V B 的 D
            told = self.before(above)
            clausal = told is not None and self.kinds[told] == "N" and self.is_in_head(told, "clausal")
            return not clausal and (told is not None or not self._is_stressed(above, verb))  # not 事实 是 A V B 的 C
        if kind == "V" and self.is_in(before, "focus") and self.has_frame(verb, "reverse"):
            return False  # 而 不是 来自 A 的 B
        if self.word(before) == "是" and self.kinds[before - 1] == "N" and self.is_in_head(before - 1, "goal"):
            return False  # A 的 目标 是 V B 的 C
        if self.word(before) == "在于" and any(self.kinds[at] == "N" and self.tells_aim(at) for at in range(before)):
            return False  # A 的 目的 在于 V B 的 C
        if kind == "V" and self.is_in(before, "copula"):
            return after is None or self.kinds[after] not in "VP"
        if kind == "I" and (self.words[verb][-1] in RESULT_ENDS or self._is_undergone_here(before, verb, after)):
            return False  # 被 归咎于 A 的 B, A 被 归入 B 的 C
        taking = kind == "V" and self.word(before + 1) not in self.rules.grammar.sets["aspect"]  # 导致 了 [V O 的] H
        return kind in "VPmrDIB" and not (taking and self.is_in(before, "serial"))

    def _leads_relative(self, above: int, verb: int, head: int, after: int | None) -> bool:
        """Whether a preposition opens a relative clause: [对 A 具有 B 的] H V C, [从 A V 的] H V C, V 了 [在 A V] H."""
        behind = after is None and self.words[above - 1] == "了"
        if not behind and (above != self.first[above] or after is None or self.kinds[after] != "V"):
            return False
        if self.is_in(above, "toward") and self.is_in(verb, "having"):
            return True
        thing = self.parse.tokens.tags[self.parse.chunks[head].end - 1][0] == "n"
        does = after is None or "".join(self.kinds[after + 1 : after + 2]) in tuple("uNamr")
        does = does and (after is None or not self.is_in(after, "taken_as"))
        return not self._heads_deed(head) and (
            self.word(above) == "从" or (self.word(above) == "在" and thing and does)
        )

    def _is_undergone_here(self, marker: int, verb: int, after: int | None) -> bool:
        """Whether 被 stands between a noun and the last verb, so that nobody is named who does it: A 被 归入 B 的 C."""
        if after is not None:
            return False
        return self.word(marker) == "被" and self.first[verb] < marker == verb - 1 and self.kinds[marker - 1] in "Nd"

    def _joins_relative(self, verb: int, patient: int, joint: int, after: int | None) -> bool:
        """Whether what 和 or 、 joins to something before is a relative clause with its head."""
        if self.outer_of_deeds(joint) is not None:
            return True  # 处于 [V A、V B 的] H
        if self._closes_list(joint, ("、",)):
            return True  # A、[V B 的] H 和 I
        led = self.adds_part(joint) or any(self.is_in(at, "reason") for at in range(self.first[verb], joint))
        if led and after is None and patient + 1 == self.last[verb]:
            return True  # 随着 A 和 [V B 的] H，; 包括 A 和 [V B 的] H
        bound = joint == self.first[verb] and self.word(verb)[-1] in RESULT_ENDS + "在自"
        return bound or (after is not None and self.kinds[after] in "Va")  # 批评 A，以及 建立在 B 上 的 C

    def _opens_plainly(self, index: int) -> bool:
        """Whether only a noun phrase or nothing stands before a preposition in its clause: (S) 为 A 带来 B 的 C."""
        outer = self.before(index)
        return outer is None or (self.kinds[outer] in "NRS" and self.governor(outer) is None)

    def _closes_definition(self, verb: int, patient: int) -> bool:
        """Whether 的 in a noun phrase of one name ends a relative clause with a subject: 是 [S V 过去 的] H."""
        chunk = self.parse.chunks[patient]
        if patient + 1 != self.last[verb] or "D" not in self.parse.form[chunk.start : chunk.end]:
            return False
        if patient == self.genus:
            return True  # 是指 [具有 普遍意义 的] H
        opens = next((at for at in range(verb - 1, self.first[verb], -1) if self.words[at] in PLAINLY), 0)
        told = self.before(opens) if opens else None
        return told is not None and self.kinds[opens + 1] == "N" and opens + 1 < verb and not self.takes_clause(told)

    def takes_clause(self, index: int) -> bool:
        """Whether the noun phrase before 是 may be told of by a clause: 事实 是 A V 了 B 的 C."""
        return self.is_in_head(index, "clausal") or self.role_headed(index) or self.is_in_head(index, "aim")

    def outer_of_deeds(self, joint: int) -> int | None:
        """Return the verb before two that 、 joins, the first with its object: 成为 of 成为 [克服 A、提高 B 的] H."""
        if self.word(joint) != "、" or self.kinds[joint - 1] != "N":
            return None
        above = self.governor(joint - 1)
        outer = self.before(above) if above is not None and self.kinds[above] == "V" else None
        if outer is not None and outer > self.first[joint] and self.is_place(outer):
            outer = self.before(outer)  # 是 W 中 [V A、V B 的] H
        if outer and outer > self.first[joint] and self.kinds[outer] == "N" and self.is_being(outer - 1):
            outer -= 1  # 是 [S V A、V B 的] H
        if outer is not None and self.kinds[outer] == "C":
            return self.outer_of_deeds(outer)  # 成为 [V A、V B、V C 的] H
        return outer if outer is not None and self.kinds[outer] == "V" and not self.is_in(outer, "serial") else None

    def is_told_of_taken(self, marker: int, verb: int) -> bool:
        """Whether a verb tells which thing 把 takes for a later one: 把 [S V 的] A 还给 B, 把 [S V B 的] A 称为 C."""
        done = self.kinds[marker + 1] in "NR" and self.kinds[verb + 1 : verb + 3] == ["D", "N"]
        inner = done and all(self.kinds[at] == "d" or self.words[at] == "所" for at in range(marker + 2, verb))
        if not inner and self.kinds[verb] == "V" and self.kinds[marker + 1] == "N":
            return tells_named(self, marker + 2, verb)
        later = (self.kinds[at] for at in range(verb + 3, self.last[verb]) if self.kinds[at] not in "duP")
        plain = inner and len(self.parse.chunks[verb + 2].items) == 1 and next(later, "") == "V"
        return plain and not self.is_in_any_head(verb + 2, "state_head", "happening")

    def tells_of_named(self, inner: int, verb: int) -> bool:
        """Whether the verb `inner` only tells of the head that 把 takes for `verb`: 把 [S V B 的] A 称为 C."""
        if inner < 3 or self.words[verb] in ("是", "就是") or not self.has_frame(verb, "copula", "result"):
            return False
        taking = next((at for at in range(inner - 2, self.first[verb], -1) if self.kinds[at] in "BV"), inner)
        return self.kinds[taking] == "B" and self.is_told_of_taken(taking, inner)

    def _is_taken(self, verb: int) -> bool:
        """Whether 把 or 将 stands before a verb in its clause, and no other verb between."""
        markers = (at for at in range(verb - 1, self.first[verb] - 1, -1) if self.kinds[at] in "BV")
        return self.kinds[next(markers, verb)] == "B"

    def _opens_another(self, index: int) -> bool:
        """Whether a chunk opens a verb that is no relative clause: 以 形成 A 的 B; 缺乏 A 则 导致 B 的 C."""
        joining = self.is_in(index, "purpose") or self.is_in(index, "verb_joining")
        joining = joining and not (self.words[index] == "旨在" and self.kinds[index - 1] in "rmV")  # 是 旨在 V A 的 B
        since = self.word(index) == "来" and index > 0 and self.kinds[index - 1] == "m"  # 多年 来
        return (joining and not since) or self.words[index] in SO_THEN

    def _before_adverbials(self, verb: int) -> int | None:
        """Return the chunk before a verb or one joined to it; behind 是 past where and when: 是 A 在 B 中 V C 的 H."""
        if self.kinds[verb - 2 : verb] == ["V", "C"] and self.word(verb - 1) != "、" and verb - 2 > self.first[verb]:
            verb -= 2  # 是 A 认识 和 改造 B 的 H
        before = position = self.before(verb)
        while position is not None and position > self.first[verb] and self.kinds[position] in "NafC":
            position -= 1
        if position is None or self.kinds[position] != "P":
            return before
        outer = self.before(position)
        above = None if outer is None else taken_by(self, outer)
        return outer if above is not None and self.is_in(above, "copula") else before

    def _tells_what_is(self, index: int) -> bool:
        """Whether a chunk is a verb that says what a thing is or that there is one, and so follows its subject."""
        return self.kinds[index] == "V" and (self.is_in(index, "being") or self.word(index) == "存在")

    def _is_genus_of(self, verb: int, patient: int) -> bool:
        """Whether a head with a number of its own closes what a thing is, told by a verb: 是 用 A 来 V B 的 一种 C."""
        being = (self.kinds[at] == "V" and self.has_frame(at, "copula") for at in range(self.first[verb], verb))
        return any(being) and self.counts_head(patient)

    def counts_head(self, index: int) -> bool:
        """Whether a number stands between 的 and the head, so that what is before belongs to it: V A 于 B 的 一场 C."""
        tokens, parts = self.parse.tokens, self.parse.chunks[index].items[-1].parts
        opening = range(parts[-1][0] - 1, parts[-1][0] + 1) if len(parts) > 1 else ()
        return any(tokens.kinds[at] in "mr" and tokens.words[at][0] == "一" for at in opening)

    def _takes_one(self, index: int) -> bool:
        """Whether 一 and a measure open a noun phrase and so count its head: 一批 高 素质 的 人才."""
        word, start = self.parse.tokens.words[self.parse.chunks[index].start], self.parse.chunks[index].start
        counted = self.parse.form[start] == "m" and word[0] == "一" and word != "一系列"
        return counted and not self.is_in_head(index, "means_head")

    def _is_stressed(self, copula: int, verb: int) -> bool:
        """Whether 是 at the head of a clause only stresses who does what a verb says: 正是 A V B; 是 A V 了 B."""
        return self.word(copula) in EXACTLY or (verb + 1 < self.last[verb] and self.is_in(verb + 1, "aspect"))

    def waits_for_place(self, verb: int) -> bool:
        """Whether 在 before a verb waits for the place that its object ends in: 在 为 A 提供 B 的 过程 中 C."""
        before = range(self.first[verb], verb)
        return any(self.words[at] == "在" for at in before) and not any(map(self.is_place, before))

    def _takes_ability(self, verb: int, patient: int) -> bool:
        """Whether a verb that takes no clause takes what somebody can or may do: 提高 居民 解决 问题 的 能力."""
        clausal = self.kinds[verb] != "V" or any(self.is_in(verb, name) for name in CLAUSAL)  # 从 A 分析 B 的 能力
        return self._is_ability(patient) and not clausal and not self.uses_at(verb).opens

    def _is_ability(self, index: int) -> bool:
        """Whether a noun phrase is headed by a measure of what somebody does or a chance: 能力, 交易成本, 渠道."""
        able = self.sets["ability_head"] | self.sets["chance_head"]
        return self.head_word(index) in able or self.head_word(index)[-2:] in able

    def _relative_head(self, verb: int, index: int) -> int | None:
        """Return the head of [S V O 的] H, where `verb` takes a thing and no clause: 影响 了 农民 使用 土地 的 方式."""
        inner = self.after(index)
        if inner is None or self.kinds[inner] != "V" or self.is_in(inner, "copula"):
            return None
        if inner == index + 1 and self.is_being(verb) and (much := behind_much(self, inner)) is not None:
            return much  # 是 [S 讨论 较 多 的] H
        done = self.words[inner + 1 : inner + 2] == ["了"] or self.words[inner][-1] == "了"  # A 控制 B 导致 了 C 的 D
        if done or any(self._opens_another(at) for at in range(index + 1, inner)):
            return None  # 重塑 A 来 消弭 B 的 C
        views = self.takes_for(verb) and not self.is_in(verb, "taken_as")  # 视为 国人 接触 学说 的 入口
        views = views or self.is_in(verb, "becoming") or self.is_in(verb, "giving")  # 赋予 公民 参与 政治 的 权利
        patient = self.first_noun(inner)
        if patient is None or self.kinds[patient] != "N":
            return None
        set_up = self.is_in(verb, "taken_as") or self.is_in(verb, "setting_up")  # 建立 农民 反抗 地主 的 机制
        views = views or (set_up and does_by(self, index, patient))
        has = self.kinds[verb] == "V" and "has_part" in self.uses_at(verb).relations  # 具有 士绅 控制 村民 的 功能
        if not (views or has or self.is_in(verb, "taking_things") or self._takes_ability(verb, patient)):
            return None
        if self.words[patient + 1 : patient + 2] == ["所"] and self.is_in(verb, "taking_things"):
            closes = self.kinds[self.last[verb] - 2 : self.last[verb]] == ["D", "N"]
            return self.last[verb] - 1 if closes else None  # 忽视 A V B 所 V 的 C
        if patient + 1 != self.last[verb] and self.kinds[patient + 1] != "C":
            return None
        direct = all(self.kinds[at] in "duamr" for at in range(inner + 1, patient))
        bare = views and len(self.parse.chunks[patient].items[-1].parts) == 1
        if bare and self.kinds[patient + 1 : self.last[verb]] == ["C", "V", "N"]:
            patient += 3  # 成为 [S 维护 A、控制 B 的] H
        return patient if direct and len(self.parse.chunks[patient].items[-1].parts) > 1 else None

    def is_being(self, verb: int) -> bool:
        """Whether a verb says what a thing is."""
        return "copula" in self.uses_at(verb).frames or self.words[verb] in ("是", "成为", "成了")
