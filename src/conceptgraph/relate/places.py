"""Places in a parsed sentence: its chunks and their clauses, what governs a noun phrase, which words stand where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from conceptgraph.model import Sentence
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.phrases import Parse
from conceptgraph.relate.rules import Rule, RuleSet, Uses
from conceptgraph.relate.words import BECAUSE, BORDER, FOR_WHOM, JOINING, NO_USE

LONGEST_CLAUSE = 200  # chunks without a mark, beyond which a new clause begins; a page of words has no subject


@dataclass(slots=True)
class Places:
    """A parsed sentence with the questions about places; `first` and `last` bound the clause of each chunk."""

    parse: Parse
    rules: RuleSet
    first: list[int] = field(default_factory=list)  # chunk -> first chunk of its clause
    last: list[int] = field(default_factory=list)  # chunk -> end of its clause
    genus: int = -1  # the noun phrase that closes the definition of an entry: 【X】… 的 N

    sentence: Sentence = field(init=False)
    here: int = field(init=False)  # the index of the sentence in its document
    kinds: list[str] = field(init=False)  # of the chunks
    words: list[str] = field(init=False)  # the first one of each chunk
    sets: Mapping[str, frozenset[str]] = field(init=False)  # the lists of the grammar

    def __post_init__(self) -> None:
        chunks, words = self.parse.chunks, self.parse.tokens.words
        self.sentence = self.parse.tokens.sentence
        self.here = self.sentence.index
        self.sets = self.rules.grammar.sets
        self.kinds = [chunk.kind for chunk in chunks]
        self.words = [words[chunk.start] for chunk in chunks]
        start = 0
        for border in BORDER.finditer("".join(self.kinds)):
            end = border.start()
            self._close(start, end, end + 1)
            start = end + 1
        self._close(start, len(chunks), len(chunks))

    def _close(self, start: int, end: int, stop: int) -> None:
        """Keep the bounds of a clause of the chunks ``start:end``, its border up to `stop`."""
        while end - start > LONGEST_CLAUSE:
            self.first += [start] * LONGEST_CLAUSE
            start += LONGEST_CLAUSE
            self.last += [start] * LONGEST_CLAUSE
        self.first += [start] * (stop - start)
        self.last += [end] * (stop - start)

    def clause_before(self, index: int) -> range:
        """Return the chunks of the clause before that of chunk `index`, an empty range for the first one."""
        border = self.first[index] - 1
        return range(self.first[border - 1], border) if border > 0 else range(0)

    def is_in(self, index: int, name: str) -> bool:
        """Whether the first word of a chunk is in the list `name` of the grammar."""
        return self.words[index] in self.sets[name]

    def uses_at(self, index: int) -> Uses:
        """Return what the first word of a chunk is a cue of."""
        return self.parse.tokens.cues.get(self.parse.chunks[index].start, NO_USE)

    def has_frame(self, index: int, *frames: str) -> bool:
        """Whether the first word of a chunk is the cue of a rule with one of these frames."""
        return not self.uses_at(index).frames.isdisjoint(frames)

    def bare_noun(self, index: int) -> int | None:
        """Return the only noun of a noun phrase of one word behind 其 or 他的; None where it says more."""
        items, tokens = self.parse.chunks[index].items, self.parse.tokens
        if self.kinds[index] != "N" or len(items) != 1 or len(items[0].parts) != 1:
            return None
        nouns = [at for at in range(*items[0].parts[0]) if tokens.kinds[at] == "N"]
        return nouns[0] if len(nouns) == 1 else None

    def governor(self, index: int) -> int | None:
        """Return the verb, preposition, marker or 的 right before the noun phrase `index`."""
        position, first, kinds = index - 1, self.first[index], self.kinds
        while position >= first:
            kind = kinds[position]
            if kind == "D" and position > first and kinds[position - 1] == "S":
                position -= 2  # 涵养 我们 的 A
                continue
            if kind in "VPIBD":
                return position
            listed = kind == "C" and self.parse.chunks[position - 1].genus is not None  # 对 A、B 等 C 和 D 进行
            if listed or (kind == "N" and self._is_companion(position)):
                position -= 2
                continue
            if kind == "N" and position == index - 1 and self._spans(index):
                position -= 1  # 在 乡村 几百年 的 历史 中
                continue
            if kind == "C" and position == index - 1 and self._closes_place(index):
                return index - 4
            if kind not in "duam" and not (kind == "C" and kinds[position - 1] in "PVa"):
                return None
            position -= 1
        return None

    def adds_part(self, joint: int) -> bool:
        """Whether 和 joins something to what a thing has or needs: 包括 A 和 [V B 的] H."""
        joins = self.kinds[joint] == "C" and self.kinds[joint - 1] == "N" and self.word(joint) in JOINING
        joins = joins and self.words[joint + 1 : joint + 2] != ["又"]  # 具有 A、又 V B 的 H
        above = self.governor(joint - 1) if joins else None
        if above is None or self.kinds[above] != "V" or self.has_frame(above, "copula"):
            return False
        relations = self.uses_at(above).relations
        return "has_part" in relations or (self.word(joint) != "、" and "depends_on" in relations)

    def _spans(self, index: int) -> bool:
        """Whether a noun phrase behind another one begins with how long it lasts."""
        chunk = self.parse.chunks[index]
        span = self.parse.tokens.words[chunk.start] if self.parse.tokens.kinds[chunk.start] == "m" else ""
        return span.endswith(("年", "世纪", "载", "代"))

    def _closes_place(self, index: int) -> bool:
        """Whether two states before 的 tell what the place `index` is like: 在 A 激烈、B 复杂 的 C 中."""
        items, opens = self.parse.chunks[index].items, index - 4
        row = opens >= self.first[index] and self.kinds[opens:index] == ["P", "N", "a", "C"]
        return row and bool(items) and items[-1].local and len(items[-1].parts) > 1

    def _is_companion(self, index: int) -> bool:
        """Whether the noun phrase `index` is the 与 X 之间 of 通过 与 X 之间 Y."""
        items = self.parse.chunks[index].items
        return bool(items) and items[-1].local and index > self.first[index] and self.kinds[index - 1] == "C"

    def goes_on_behind(self, verb: int, patient: int, after: int | None) -> bool:
        """Whether a verb follows a noun phrase, or opens the clause behind it where nothing but a noun leads."""
        if after is not None:
            return self.kinds[after] == "V"
        border, opens = self.last[verb], self.first[verb]
        bare = patient + 1 == border and verb == opens + 1
        if not bare or border + 1 >= len(self.kinds) or self.word(border) not in "，,":
            return False
        at = self.opening(border)
        return at < len(self.kinds) and self.kinds[at] in "VI"

    def word(self, index: int) -> str:
        """Return the first word of a chunk."""
        return self.words[index]

    def words_before(self, index: int) -> set[str]:
        """Return the first words of the chunks before a chunk in its clause."""
        return set(self.words[self.first[index] : index])

    def role_headed(self, index: int) -> bool:
        """Whether a noun phrase is headed by the cue of a role: 资本的根源."""
        items = self.parse.chunks[index].items
        if not items:
            return False
        start, end = items[-1].parts[-1]
        if self.is_role(end - 1):
            named = self.after(index)  # 理论依据 是 B
            role = named is not None and self.is_in(named, "copula")
            return role or "N" not in self.parse.tokens.kinds[start : end - 1]  # 劳动形式 is a thing, no role
        return False

    def is_role(self, token: int) -> bool:
        """Whether a token is the cue of a role: 根源, 基础."""
        return not self.parse.tokens.cues.get(token, NO_USE).frames.isdisjoint(("role", "owner"))

    def is_duty(self, being: int) -> bool:
        """Whether a verb of being says that something is to be done: 是 A 的 任务."""
        last = self.last[being] - 1
        told = self.is_in_head(last, "duty") or self.head_word(last)[-2:] in ("课题", "要务")
        return told and self.words[being] in ("是", "就是", "乃是", "正是", "成为")

    def is_whole_deed(self, being: int, verb: int, patient: int) -> bool:
        """Whether something lies in what is done to what somebody does: 在于 打破 B 的 垄断, not 控制 B 的 组织."""
        if not self.words[being].endswith(("在于", "意味着")):
            return False
        if self.words[being] == "在于" and self.words[verb + 1] == "了":
            return True  # 在于 揭示 了 A 的 B
        fights = not self.uses_at(verb).relations.isdisjoint(("depends_on", "negates", "promotes"))
        return fights and patient + 1 == self.last[verb] and "verb" in self.uses_of_head(patient).frames

    def leading(self, verb: int) -> int | None:
        """Return what governs the noun phrase before a verb: 从 of 从 A 变成 B."""
        noun = self.before(verb)
        return self.governor(noun) if noun is not None and self.kinds[noun] == "N" else None

    def first_verb(self, index: int) -> int | None:
        """Return the first verb from a chunk on to the end of its clause."""
        return next((at for at in range(index, self.last[index]) if self.kinds[at] == "V"), None)

    def verb_of_next(self, index: int) -> int | None:
        """Return the first verb of the clause behind that of a chunk, where only a comma stands between."""
        border = self.last[index]
        joined = border + 1 < len(self.kinds) and self.word(border) in "，,"
        return self.first_verb(border + 1) if joined else None

    def last_word(self, index: int) -> str:
        """Return the word that closes a chunk: 中 of 乡村 社会 中."""
        return self.parse.tokens.words[self.parse.chunks[index].end - 1]

    def follows_topic(self, verb: int) -> bool:
        """Whether the clause before has no verb, so that it only names what this one is about: A，必须 V B."""
        border = self.first[verb] - 1
        return border > 0 and "V" not in self.kinds[self.first[border] : border]

    def takes_itself(self, verb: int) -> bool:
        """Whether a verb takes nothing but 自身 before another one (依靠 自身 建立 A), or how little: 再现 不够、A."""
        if self.words[verb + 1 : verb + 2] in (["是因为"], ["是由于"]):
            return True
        if self.falls_short(verb) or self.is_bare_reason(verb):
            return True
        return self.words[verb + 1 : verb + 2] == ["自身"] and self.kinds[verb + 2 : verb + 3] in (["V"], ["d"])

    def falls_short(self, verb: int) -> bool:
        """Whether too little is done, or a verb tells what doing something comes to: 对 A 再现 不够; V A 等于 V B."""
        if self.is_in(verb, "deed_leader"):
            return self.kinds[verb + 1 : verb + 3] == ["V", "N"]
        return self.kinds[verb + 2 : verb + 3] in (["C"], [","], ["."]) and self.is_in(verb + 1, "falling_short")

    def is_bare_reason(self, verb: int) -> bool:
        """Whether a bare verb only tells of what something comes: 由于 不 信任 而 产生 的 A."""
        if self.words[verb + 1 : verb + 2] != ["而"]:
            return False
        at = verb - 1
        while at > self.first[verb] and self.kinds[at] in "duVC" and self.words[at] not in BECAUSE:
            at -= 1
        return self.words[at] in BECAUSE and self.kinds[verb + 2 : verb + 3] == ["V"]

    def opens_aim(self, index: int) -> bool:
        """Whether a chunk opens what something is done for: 为了 V B, 为 V B."""
        return self.words[index] == "为了" or (self.words[index] == "为" and self.kinds[index + 1 : index + 2] == ["V"])

    def has_any(self, index: int, ends: Ends) -> bool:
        """Whether one of some ends stands in the clause of a chunk."""
        opens = self.parse.tokens.starts[self.parse.chunks[self.first[index]].start]
        return any(end.sentence == self.here and end.start >= opens for end in ends)

    def is_place(self, index: int) -> bool:
        """Whether a chunk is a noun phrase that ends in a localizer: 乡村 社会 中."""
        items = self.parse.chunks[index].items
        return self.kinds[index] == "N" and bool(items) and items[-1].local

    def head_word(self, index: int) -> str:
        """Return the head of the noun phrase `index`: its last word, but for a localizer; empty where it has none."""
        items = self.parse.chunks[index].items
        return self.parse.tokens.words[items[-1].head] if items else ""

    def uses_of_head(self, index: int) -> Uses:
        """Return what the head of the noun phrase `index` is a cue of."""
        items = self.parse.chunks[index].items
        return self.parse.tokens.cues.get(items[-1].head, NO_USE) if items else NO_USE

    def is_in_head(self, index: int, name: str) -> bool:
        """Whether the head of the noun phrase `index` is in the list `name` of the grammar."""
        return self.head_word(index) in self.sets[name]

    def has_head_ending(self, index: int, name: str) -> bool:
        """Whether the head of the noun phrase `index` ends as a word of the list `name` of the grammar: 商会 组织."""
        return self.head_word(index).endswith(self.rules.grammar.endings[name])

    def is_in_any_head(self, index: int, *names: str) -> bool:
        """Whether the head of the noun phrase `index` is in one of the lists `names` of the grammar."""
        head = self.head_word(index)
        return any(head in self.sets[name] for name in names)

    def leads_toward(self, marker: int, verb: int) -> bool:
        """Whether 由 only says where a way begins, because 向 or 到 follows before the verb."""
        return any(self.kinds[at] == "P" and self.words[at] in ("向", "到", "至", "朝") for at in range(marker, verb))

    def takes_for(self, verb: int) -> bool:
        """Whether a verb says what a thing is taken for: 看作."""
        return "copula" in self.uses_at(verb).frames and not self.is_in(verb, "being")

    def is_change(self, index: int) -> bool:
        """Whether a noun phrase names only that something changes: 变化, 剧烈变化, not 社会变革."""
        head, changes = self.head_word(index), self.sets["change"]
        return head in changes or (head[2:] in changes and head[:2] in self.sets["hollow_quality"])

    def rule_of(self, cue: str, otherwise: Rule) -> Rule:
        """Return the rule of a cue that a verb takes, `otherwise` where it is switched off."""
        uses = self.rules.finder.uses_of.get(cue, ())
        return next((use.rule for use in uses if use.rule.frame in ("verb", "result", "copula")), otherwise)

    def is_nobody(self, index: int) -> bool:
        """Whether a noun phrase says that nobody does it: 没有 人, 无人."""
        word = self.words[index]
        denied = word in ("人", "一个人") and index > 0 and self.word(index - 1) == "没有"
        return denied or word in ("没有人", "无人")

    def leads_to_place(self, verb: int) -> bool:
        """Whether a place may be what a verb takes: 存在于 A 中, not 有利于 W 中 的 A."""
        return self.word(verb)[-1] in "在于" and "promotes" not in self.uses_at(verb).relations

    def is_class_of(self, index: int, marker: int) -> bool:
        """Whether 这一 only classes what stands before it behind 由 or 被: 由 A 这一 机制 V."""
        classed = index - 1 > marker and self.kinds[index - 1] == "N" and self.is_in(index, "pointing")
        return classed and self.words[marker] in ("由", "被", "受")

    def is_by_means(self, verb: int, patient: int) -> bool:
        """Whether means open what the head is like, or it is one: 走上 了 [以 A V B 的] H, 运用 [含有 B 的] H."""
        by, means = verb - 2, verb - 1 - (self.kinds[verb - 1] in "rm")
        if self.word(verb).endswith(("有", "含")) and self.is_in(means, "instrument"):
            return "has_part" in self.uses_at(verb).relations
        led = by > self.first[verb] + 1 and self.kinds[by - 2 : verb] == ["V", "u", "P", "N"]
        led = led and patient + 1 == self.last[verb]
        return led and self.is_in(by - 1, "aspect") and self.word(by) in ("以", "用", "通过")

    def has_effect(self, verb: int, patient: int) -> bool:
        """Whether an empty verb and its noun tell what the head behind 的 does to something: [对 A 产生 影响 的] H."""
        light, offers = self.is_in(verb, "light_verb"), "pattern" in self.uses_at(verb).frames
        if not (light or offers) or not self.parse.chunks[patient].items:
            return False
        parts, toward = self.parse.chunks[patient].items[0].parts, self.before(verb)
        above = self.governor(toward) if toward is not None and self.kinds[toward] == "N" else None
        if len(parts) < 2 or above is None or not (self.is_in(above, "toward") or self.word(above) in FOR_WHOM):
            return False
        outer, after = self.before(above), self.after(patient)
        governed = outer is not None and self.kinds[outer] == "V" and "d" not in self.kinds[outer:above]
        effect = self.parse.tokens.cues.get(parts[0][1] - 1)
        if light and effect is not None and "pattern" in effect.frames:
            return governed or outer is None or after is not None  # not S 给 A 带来 希望 的 破灭
        alone = outer is None and after is not None and self.kinds[after] == "V"
        return offers and (alone or governed)  # 建立 了 [为 A 提供 B 的] C

    def head_of_way(self, verb: int, index: int) -> int | None:
        """Return H of 恢复 了 [S 以 A 为 B 的] H and 继承 了 [S 从 W V O 的] H: what a verb, done, takes; else None."""
        by, last = index + 1, self.last[index] - 1
        led = self.words[verb + 1] == "了" and by < last and self.words[by] in ("以", "从", "通过")
        if not led or self.kinds[by : by + 2] != ["P", "N"] or self.kinds[last] != "N":
            return None
        clausal = self.is_in(verb, "pivot") or self.uses_at(verb).opens or self.has_frame(verb, "copula")
        attributed = self.kinds[last - 1] == "D" or len(self.parse.chunks[last].items[-1].parts) > 1
        told = by + 1 == last or not {"V", "u"}.isdisjoint(self.kinds[by:last])
        return last if attributed and told and not clausal and not self.is_place(last) else None

    def opening(self, border: int) -> int:
        """Return the chunk behind a border, past adverbs and particles; the number of chunks where there is none."""
        position = border + 1
        while position < len(self.kinds) and self.kinds[position] in "du":
            position += 1
        return position

    def before(self, index: int) -> int | None:
        """Return the chunk before `index` in its clause, past adverbs and particles."""
        position, first, kinds = index - 1, self.first[index], self.kinds
        while position >= first and kinds[position] in "du":
            position -= 1
        return position if position >= first else None

    def after(self, index: int) -> int | None:
        """Return the chunk after `index` in its clause, past adverbs and particles."""
        position, last, kinds = index + 1, self.last[index], self.kinds
        while position < last and kinds[position] in "du":
            position += 1
        return position if position < last else None

    def is_met(self, toward: int, patient: int, after: int | None) -> bool:
        """Whether people are what something is done to: 对 [V A 的] 村民 进行 B; not 对 V A 的 B 具有 意义."""
        if after is None or not self.is_in(after, "light_verb") or not self.is_in(toward, "toward"):
            return False
        start, end = self.parse.chunks[patient].items[0].parts[0]
        weighed = self.has_head_ending(self.last[toward] - 1, "benefit_ending")
        people = any(self.has_head_ending(patient, name) for name in ("group_ending", "organisation_ending"))
        return people and not weighed and "N" in self.parse.form[start:end]

    def tells_aim(self, index: int) -> bool:
        """Whether a noun phrase is what somebody is after, or what a thing is good for: A 的 价值 在于 V B."""
        return self.is_in_head(index, "aim") or self.is_worth(index)

    def is_worth(self, index: int) -> bool:
        """Whether a noun phrase is the worth or fault of something, which lies in what it does: A 的 长处 在于 V B."""
        told = self.after(index)  # past 就
        lies = told is not None and self.kinds[told + 1 : told + 2] == ["V"] and self.is_in(told, "lying")
        return lies and self.head_word(index)[-2:] in self.sets["merit"]

    def is_title_of(self, verb: int, patient: int) -> bool:
        """Whether a title is the noun phrase [A V B 的] H, which is a head of no weight: 措施, 方法, 研究."""
        if self.sentence.kind not in ("title", "heading") or self.first[verb] or len(self.kinds) != patient + 1:
            return False
        light = self.is_in_any_head(patient, "light_head", "studying", "deed_head", "means_head", "title_head")
        light = light and "P" not in self.kinds[:verb]
        return light and all(self.kinds[at] in "duamr" for at in range(verb + 1, patient))

    def first_noun(self, verb: int) -> int | None:
        """Return the first noun phrase behind a verb in its clause."""
        return next((at for at in range(verb + 1, self.last[verb]) if self.kinds[at] in "NRS"), None)
