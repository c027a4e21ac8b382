"""Clauses: which noun phrase is the subject of a verb, which its object, what they name, and what is carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from conceptgraph.relate.endpoints import BARE, couples_of, name_between, name_item
from conceptgraph.relate.memory import Ends, Memory
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.syntax import Syntax
from conceptgraph.resources import word_list


@dataclass(slots=True)
class Clauses(Syntax):
    """A parsed sentence with the questions that rules ask of it."""

    memory: Memory = field(default_factory=Memory)
    carried: bool = False  # whether the last answer of `subject` came from another clause
    named: dict[int, Ends] = field(default_factory=dict)  # what noun phrases name that point to nothing else
    pointed: dict[int, Ends] = field(default_factory=dict)  # what those named that point back, when they were read
    read: int = 0  # chunks that have been read

    def ends_of(self, index: int) -> Ends:
        """Return the concepts of the noun phrase `index` (an anaphor gives what it stands for)."""
        if index in self.named:
            return self.named[index]
        if self.kinds[index] == "R":
            return self.antecedent(index)
        found = self._name_phrase(index)
        if not self.is_in(index, "pointing"):
            self.named[index] = found
        return found

    def _name_phrase(self, index: int) -> Ends:
        chunk = self.parse.chunks[index]
        items = chunk.items
        if items and len(items[-1].parts) > 1:
            above = self.governor(index)
            if above is not None and self.kinds[above] == "V" and self.in_relative(above, index):
                heads = tuple(item for item in items[:-1] if len(item.parts) > 1)
                return self.name_all((*heads, items[-1].of(items[-1].parts[-1:])))  # [V O 的] H
        genus = self.genus_of(index) if chunk.genus is not None else ()
        closed = genus and len(genus[0].name) > BARE  # of A、B 等 思想 the members say more
        found = genus if closed else self.name_all(items)
        return (self._pointed_at(index, found) if self.is_in(index, "pointing") else ()) or found

    def _pointed_at(self, index: int, ends: Ends) -> Ends:
        """Return what 这一观念 points back to: the last concept named whose name ends in these words."""
        if len(ends) != 1 or ends[0].start - self.parse.tokens.ends[self.parse.chunks[index].start] > 1:
            return ()
        short = ends[0].name
        fitting = (end for end in reversed(self.memory.named) if end.name.endswith(short) and end.name != short)
        return tuple(end for end in fitting if end.sentence >= self.here - 1)[:1]

    def last_object(self) -> Ends:
        """Return what the last noun phrase read names that a verb takes and that names anything."""
        for index in range(self.read - 1, -1, -1):
            if self.kinds[index] == "N":
                above = self.governor(index)
                found = self._as_read(index) if above is not None and self.kinds[above] in "VB" else ()
                if found:
                    return found
        return ()

    def _last_couple(self) -> Ends:
        """Return what the last list of two that was read names."""
        chunks = self.parse.chunks
        last = next((at for at in range(self.read - 1, -1, -1) if len(chunks[at].items) == 2), None)
        return () if last is None else self._as_read(last)

    def _as_read(self, index: int) -> Ends:
        """Return what a noun phrase named when it was read."""
        return self.pointed[index] if index in self.pointed else self.ends_of(index)

    def antecedent(self, index: int) -> Ends:
        """Return what an anaphor stands for, or nothing where that is not safe."""
        memory, sets, word = self.memory, self.rules.grammar.sets, self.word(index)
        recent = self.last_object()
        if word in ("前者", "后者"):
            if word == "前者" or len(memory.pair) != 2:
                candidates = (self._last_couple(), recent, memory.subject)
                memory.pair = next((ends for ends in candidates if len(ends) == 2), ())
            return memory.pair[:1] if word == "前者" else memory.pair[1:]
        if word in sets["near_anaphor"]:
            return recent
        if word in sets["plural_anaphor"]:
            if len(recent) > 1 and word not in sets["personal_anaphor"]:
                return recent
            if len(memory.several) > 1:
                return memory.several
        if word in sets["personal_anaphor"] and memory.person:
            return memory.person
        above = self.governor(index)
        if above is not None and self.kinds[above] != "D":
            return recent or memory.subject
        return memory.subject

    def genus_of(self, index: int) -> Ends:
        """Return what closes an open list: A、B 等 C gives C."""
        genus = self.parse.chunks[index].genus
        return self.name_all((Item((genus,), False),)) if genus is not None else ()

    def name_all(self, items: Sequence[Item]) -> Ends:
        """Return the concepts that the members of a noun phrase name."""
        tokens, grammar = self.parse.tokens, self.rules.grammar
        if len(items) == 1:
            end = name_item(tokens, items[0], grammar)
            return (end,) if end is not None else ()
        if len(items) > 2:
            couples = couples_of(tokens, items, grammar)
            if couples:
                return tuple(end for couple in couples for end in self.name_all(couple))
        if items:
            whole = name_between(tokens, items, grammar)
            if whole is not None:
                return (whole,)
            items = self._without_doubled(items)
            if self._shares_head(items):
                items = items[-1:]  # A 化、B 化和 C 化时代
            while len(items) > 1 and self._shares_owner(items[-2], items[-1]):
                items = items[:-1]  # A 的传播与保存
        return tuple([end for item in items if (end := name_item(tokens, item, grammar)) is not None])

    def _shares_owner(self, one: Item, other: Item) -> bool:
        """Whether a bare action belongs to what the action before it belongs to: A 的传播与保存."""
        (_, end), (start, last) = one.parts[-1], other.parts[-1]
        tags, names = self.parse.tokens.tags, self.parse.tokens.names
        if len(one.parts) < 2 or len(other.parts) > 1 or last - start > 1 or names[start]:
            return False
        return tags[start] in ("v", "vn") and tags[end - 1] in ("v", "vn")

    def _shares_head(self, items: Sequence[Item]) -> bool:
        """Whether the head of the last member is that of all: 信息化、数字化时代."""
        starts, ends, text = self.parse.tokens.starts, self.parse.tokens.ends, self.sentence.text
        forms = [text[starts[item.parts[0][0]] : ends[item.parts[-1][1] - 1]] for item in items]
        return forms[-1].endswith("时代") and all(form.endswith("化") for form in forms[:-1])

    def _without_doubled(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return the members without the first of 人与人的 A, and of the second only A."""
        kept: list[Item] = []
        for item in items:
            if kept and self._is_doubled(kept[-1], item):
                kept[-1] = item.of(item.parts[1:] or item.parts)
            else:
                kept.append(item)
        return kept

    def _is_doubled(self, one: Item, other: Item) -> bool:
        """Whether a member is the word that the next one begins with: 人与人."""
        words, (start, end) = self.parse.tokens.words, one.parts[0]
        return len(one.parts) == 1 and end - start == 1 and words[start] == words[other.parts[0][0]]

    def whole_of(self, index: int) -> Ends:
        """Return 教师与学生的信任 as one concept, where a thing is said to be it; nothing for other phrases."""
        items = self.parse.chunks[index].items
        joined = len(items) == 2 and self.parse.tokens.words[items[1].parts[0][0] - 1] in ("与", "和", "同")
        if not joined or self.parse.tokens.names[items[-1].parts[-1][1] - 1]:
            return ()
        whole = name_between(self.parse.tokens, items, self.rules.grammar, any_head=True)
        return (whole,) if whole is not None else ()

    def head_of(self, index: int) -> Ends:
        """Return what the last head of a noun phrase names, without what stands before its 的."""
        last = self.parse.chunks[index].items[-1]
        return self.name_all((last.of(last.parts[-1:]),))

    def heads_of(self, index: int) -> Ends:
        """Return what the heads of a noun phrase name behind a relative clause: of A 的 B 和 C both, without A."""
        items = self.parse.chunks[index].items
        if len(items) < 2 or len(items[-1].parts) > 1:
            return self.ends_of(index)
        return self.name_all([item.of(item.parts[-1:]) for item in items])

    def attributes_of(self, index: int) -> Ends:
        """Return what the head of the last member belongs to: 资本的剥削 gives 资本."""
        items = list(self.parse.chunks[index].items)
        while items and len(items[-1].parts) < 2:
            items.pop()  # 数据的收集和分析
        if not items:
            return ()
        inner = items[-1].of(items[-1].parts[:-1])
        return self.name_all((*(item for item in items[:-1] if len(item.parts) == 1), inner))

    def local_subject(self, verb: int) -> Ends | None:
        """Return the subject of a verb inside its own clause; None where there is none."""
        stop, chunks = self.first[verb], self.parse.chunks
        position = self.before_disposal(verb, stop)
        between: list[int] = []
        tool: int | None = None
        while position >= stop:
            chunk = chunks[position]
            if chunk.kind in "NRS":
                above = self.governor(position)
                if above is not None and self.kinds[above] in "PIB":
                    tool = position if self.is_in(above, "instrument") else tool
                    position = above - 1
                    continue
                if above is None and self.is_only_beside(position, verb):
                    position -= 2  # A 既 与 B V
                    continue
                if above is not None and self.kinds[above] == "V":
                    return self._subject_after_object(verb, above, position, between)
                if above is None and chunk.items and chunk.items[-1].local and position == stop:
                    return None
                found = self.subject_ends(position)
                if found is None and position > stop and chunks[position - 1].kind == "N":
                    position -= 1
                    continue
                return found
            if chunk.kind == "V":
                return () if self._begins_report(position) else self.local_subject(position)
            if chunk.kind == "D" and position == verb - 1 and chunks[position - 1].kind == "V":
                return ()  # 赢得的是
            if chunk.kind == "P" and self.is_in(position, "toward"):
                return (self.local_subject(position) or ()) if self.is_weighed(verb) else ()  # 对 消除 贫困 具有 …
            between.append(position)
            position -= 1
        return self.ends_of(tool) if tool is not None else None

    def _begins_report(self, verb: int) -> bool:
        """Whether what follows a verb is told by somebody who does not do it: A 认为 出于 B 的 C."""
        return self.is_in(verb, "stating") and not any(
            self.kinds[at] == "I" or self.is_in(at, "verb_joining") for at in range(self.first[verb], self.last[verb])
        )

    def instrument(self, verb: int) -> Ends:
        """Return the means of a verb: 通过 A V B."""
        for position in range(verb - 1, self.first[verb], -1):
            chunk = self.parse.chunks[position]
            if chunk.kind == "V":
                by = self.before(position)
                led = by is not None and self.kinds[by] == "P" and self.is_in(by, "instrument")
                led = led and "negates" not in self.uses_at(position).relations
                return self.object_ends(position) if led else ()  # 通过 提供 补贴 推动 A
            above = self.governor(position) if chunk.kind == "N" else None
            if above is not None and self.is_in(above, "instrument"):
                return self.ends_of(position)
        return self._means_before(verb)

    def _means_before(self, verb: int) -> Ends:
        """Return the means that a clause of its own names: 通过 A，S V B; not what somebody studies."""
        border = self.first[verb] - 1
        noun = border - 1
        if noun < 1 or self.word(border) not in "，," or self.kinds[noun] != "N":
            return ()
        above = self.governor(noun)
        leads = above is not None and above == self.first[noun] and self.is_in(above, "leading_means")
        studied = "speech" in self.uses_of_head(noun).frames
        return self.ends_of(noun) if leads and not studied else ()

    def causer(self, verb: int) -> Ends:
        """Return A of A 使 B V C."""
        for position in range(verb - 1, self.first[verb], -1):
            kind = self.kinds[position]
            if kind == "V":
                return self.subject(position) if self.is_in(position, "causative") else ()
        return ()

    def _is_static(self, verb: int) -> bool:
        """Whether a verb tells what becomes of a thing (来自, 成为, 是), so that the noun before it is its subject."""
        return self.has_frame(verb, "reverse", "result", "copula", "make")

    def opens_report(self, verb: int) -> bool:
        """Whether what follows a verb is reported."""
        return self.uses_at(verb).opens

    def subject_ends(self, index: int) -> Ends | None:
        """Return the concepts of a noun phrase as a subject; 资本的特征 speaks of 资本, a bare 目的 of nothing new."""
        if self.role_headed(index):
            return self.attributes_of(index) or None
        found = self.ends_of(index)
        if found or self.kinds[index] == "S":
            return found
        head = self.head_word(index)
        other = head in word_list("generic_words") and head not in self.rules.grammar.sets["light_head"]
        return () if other and not self.is_in(index, "owning") else None

    def _subject_after_object(self, verb: int, above: int, object_at: int, between: list[int]) -> Ends | None:
        """Return the subject of a verb before which another verb and its object stand."""
        pivot = self.rules.grammar.sets["pivot"]
        chunks = self.parse.chunks
        if self.is_key(object_at):
            return ()
        purpose = self.purpose(above)
        if purpose is not None and chunks[verb].kind == "V":
            return self.local_subject(purpose)  # 为 A 加强 B 提供 了 C
        if chunks[object_at + 1].kind == "C":
            return self.local_subject(above)
        after = object_at + 1
        if chunks[after].kind == "V" and after + 1 < len(chunks) and chunks[after + 1].kind == "D":
            return self.name_all(chunks[object_at].items[-1:])
        if (
            self.word(above) in pivot
            or self.is_in(above, "copula")
            or (self.has_frame(above, "speech") and not self.is_in(after, "verb_joining"))  # 描述 了 A V B
            or chunks[verb].kind in "PI"
            or (self._is_static(verb) and not self._takes_place(verb, above))
        ):
            return self.subject_ends(object_at)
        if self.in_relative(above, object_at):
            return self.ends_of(object_at)
        own = self.local_subject(above)
        if between and chunks[object_at].kind == "N" and (own is None or self._is_gerund(verb, between)):
            return self._gerund_ends(above, object_at)
        return own

    def _takes_place(self, verb: int, above: int) -> bool:
        """Whether who does something becomes something by it: A 取代 B 成为 C."""
        return self.is_in(verb, "becoming") and "negates" in self.uses_at(above).relations

    def _is_gerund(self, verb: int, between: Sequence[int]) -> bool:
        """Whether what stands before a verb is a row of measures without a subject: 利用 A 来 解决 B 将 有助于 C."""
        start = self.first[verb]
        opens = next((at for at in range(start, verb) if self.kinds[at] not in "du"), verb)
        leads = any(self.is_in(at, "effect_opening") for at in between)
        return leads and self.kinds[opens] in "VP" and self.is_in(verb, "result_verb")

    def _gerund_ends(self, above: int, object_at: int) -> Ends:
        """Return the objects of the verbs of a row: 解决 A 和 扩大 B."""
        chunks, found = self.parse.chunks, self.ends_of(object_at)
        if above - 2 > self.first[above] and chunks[above - 1].kind == "C" and chunks[above - 2].kind == "N":
            governor = self.governor(above - 2)
            if governor is not None and chunks[governor].kind == "V":
                return self._gerund_ends(governor, above - 2) + found
        return found

    def main_subject(self, verb: int) -> Ends | None:
        """Return the subject of the clause whose first verb is `verb`: past a relative clause its head."""
        chunks = self.parse.chunks
        if verb + 2 < len(chunks) and chunks[verb + 1].kind == "D" and chunks[verb + 2].kind == "N":
            return self.subject_ends(verb + 2) if self.before(verb) is not None else None
        return self.local_subject(verb)

    def subject(self, verb: int) -> Ends:
        """Return the subject of a verb, from its clause or carried over from the clause before."""
        own = self.local_subject(verb)
        self.carried = own is None
        return self._carried_subject(verb) if own is None else own

    def _carried_subject(self, verb: int) -> Ends:
        memory, sets = self.memory, self.rules.grammar.sets
        if self.is_in(verb, "apposition") and self.before(verb) is None:
            recent = self.last_object() or (memory.object if memory.sentence != self.here else ())
            return recent or (memory.subject if memory.sentence == self.here else ())
        if verb == self.first[verb] and self.is_in(verb, "including") and self.is_explained(verb):
            return self.last_object()
        opening = self.words_before(verb)
        measures = self._measures(verb, opening)
        if measures:
            return measures
        if memory.outcome and memory.outcome_sentence == self.here and opening & sets["outcome"]:
            memory.subject = memory.outcome
            return memory.outcome
        if memory.sentence != self.here:
            led = bool(opening & sets["effect_opening"]) or self.is_in(verb, "copula")
            return memory.measures if led else ()
        if opening & sets["demand"] and not memory.told and not self._follows_topic(verb):
            return ()  # A 引起 B，需 增强 C: not A does it
        return memory.subject

    def _follows_topic(self, verb: int) -> bool:
        """Whether the clause before has no verb, so that it only names what this one is about: A，必须 V B."""
        border = self.first[verb] - 1
        return border > 0 and "V" not in self.kinds[self.first[border] : border]

    def outcome_of(self, verb: int) -> Ends:
        """Return what 由此 V 的 A refers to: the subject before, or nothing without such a word."""
        opening = self.words_before(verb)
        self.carried = True
        return self.memory.subject if opening & self.rules.grammar.sets["outcome"] else ()

    def _measures(self, verb: int, opening: set[str]) -> Ends:
        """Return the objects of the measures listed before, where `verb` says what they serve: 完善 A，从而促进 C."""
        memory = self.memory
        before = self.before(verb)
        joined = before is not None and self.kinds[before] == "C"  # 促进 A 以及 增强 B
        if joined or memory.key or (memory.first and not memory.told):
            return ()
        return memory.measures if self.is_aim(verb, opening) else ()

    def is_aim(self, verb: int, opening: set[str]) -> bool:
        """Whether `verb` says what a row of measures serves: 从而 V, 实现 A, or the last of the row."""
        if opening & self.rules.grammar.sets["purpose"] or self.is_in(verb, "goal_verb"):
            return True
        border = self.last[verb]
        closes = border >= len(self.parse.chunks) or self.parse.chunks[border].kind == "." or self.word(border) in "；;"
        return closes and self.is_in(verb, "aim_verb")

    def theme(self, verb: int) -> Ends:
        """Return what 把/将 puts before a verb, else its subject."""
        position = verb - 1
        while position >= self.first[verb]:
            kind = self.kinds[position]
            if kind == "B":
                noun = self.noun_between(position, verb)
                return self.ends_of(noun) if noun is not None else ()
            if kind == "V":
                break
            position -= 1
        return self.subject(verb)

    def object_ends(self, verb: int) -> Ends:
        """Return the object of a verb; A、B 和 [C V 的] D gives A, B and D."""
        found = self.object_at(verb)
        if found is None:
            return ()
        ends = self.ends_of(found)
        first = self.first_noun(verb)
        if first is not None and first < found and len(self.parse.chunks[first].items) > 1:
            ends = self.name_all(self.parse.chunks[first].items[:-1]) + ends
        return ends
