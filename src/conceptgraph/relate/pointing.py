"""Phrases that point back: which of the things named before 这一 制度 or 这些 因素 means."""

from __future__ import annotations

from dataclasses import dataclass, field

from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.members import Members
from conceptgraph.relate.memory import Ends, Memory
from conceptgraph.relate.phrases import Item, one_token
from conceptgraph.relate.words import BUT, DONE_TO, REASONS, TITLES, TOPIC_OPENING, WITH
from conceptgraph.resources import word_list

LIKENING = (["相比"], ["相较"], ["相比较"], ["比较"], ["不同"], ["相反"], ["相似"], ["类似"], ["一样"])


@dataclass(slots=True)
class Pointing(Members):
    """A parsed sentence with the question of what a phrase points back to."""

    memory: Memory = field(default_factory=Memory)

    def only_points(self, index: int, ends: Ends) -> bool:
        """Whether a phrase points back with one word that is no term, and to nothing that is known: 这一论断."""
        tokens, chunk = self.parse.tokens, self.parse.chunks[index]
        bare = len(ends) == 1 and not ends[0].known and ends[0].name == tokens.words[chunk.end - 1]
        if not bare or ends[0].start - tokens.ends[chunk.start] > 1 or "D" in self.kinds[index : self.last[index]]:
            return False  # 这种 A V B 的 C
        if self.follows_reason(index) and ends[0].name not in word_list("generic_words"):
            return False  # 随着 A 的 发展，这种 集市 V C
        first = next(iter(self.memory.named), None)
        told = first is not None and (first.sentence, first.start) < (self.here, ends[0].start)
        return told or self.memory.last is not None

    def meant_again(self, index: int, word: str, unclear: bool) -> Ends:
        """Return what 它 stood for before in the sentence, where it is taken up: 它 V A，因为 B V C；其次，它 V D.

        Where only people were told of since, 但 它 goes on with what was told of first: A V B，因为 P V C，但 它 V D.
        """
        memory, first = self.memory, self.first[index]
        if word != "它":
            return ()
        if not memory.subject and memory.sentence != self.here and memory.last is not None:
            told = memory.last.here == self.here - 1 and index == self.first[index] == 0
            return memory.last.last_object("B") if told else ()  # 我们 不应 把 A 浪漫化。它 V B
        if memory.meant is None or memory.meant[0] >= index:
            goes_on = unclear and memory.sentence == self.here and self.words[first] in BUT
            return memory.first if goes_on and not any(end in memory.people for end in memory.first) else ()
        again = first > 0 and (self.words[first - 1] in "；;" or self.is_in(first, "in_turn"))
        earlier = self.first[first - 1] if first > 0 else 0
        again = again or (earlier + 2 == first and self.is_in(earlier, "in_turn"))  # 其次，它 V
        return memory.meant[1] if again or unclear or not memory.subject else ()

    def told_in_turn(self, index: int) -> Ends:
        """Return A and B of A V C，而 B V D，(即) 前者, where each clause told of one thing; nothing elsewhere."""
        memory, first = self.memory, self.first[index]
        start = self.first[first - 1] if first > 1 else 0
        told = start > 1 and self.words[start] == "而" and memory.sentence == self.here
        one, other = memory.earlier, memory.subject
        if not told or len(one) != 1 or len(other) != 1 or one[0].sentence != self.here:
            return ()
        opens = self.parse.tokens.starts[self.parse.chunks[self.first[start - 1]].start]
        return one + other if opens <= one[0].start < other[0].start else ()

    def things(self, word: str) -> Ends:
        """Return the several that a plural anaphor may stand for: 它们 are no persons."""
        memory = self.memory
        if word != "它们" or not memory.person or len(memory.several) < 2:
            return memory.several
        people = {end.name for end in memory.person if not self.is_doctrine(end)}
        return tuple(end for end in memory.several if end.name not in people)

    def plays_role_before(self, index: int) -> bool:
        """Whether the clause before says which role something plays, which then is meant: A 是 B 的 原因，C 为 其 V.

        So it does where it says what a thing comes from: A 来自 B，C 却 V 它.
        """
        told = self.clause_before(index)
        comes = self.word(index) == "它" and any(
            self.has_frame(at, "reverse") and "causes" in self.uses_at(at).relations for at in told
        )
        return comes or (bool(told) and self.role_headed(told[-1]) and any(self.is_being(at) for at in told))

    def is_taken_before(self, index: int) -> bool:
        """Whether the clause before 其 says for what something is taken: 将 A 视为 B，评估 其 对 C 的 影响."""
        told = self.clause_before(index) if self.word(index) in ("其", "它") else ()
        return any(self.kinds[at] == "V" and self.takes_for(at) and self._is_taken(at) for at in told)

    def pointed_at(self, index: int, ends: Ends) -> Ends:
        """Return what 这一观念 points back to: the last concept named whose name ends in these words, or is followed by
        them: “分享”理念 …该理念.
        """
        if not ends and (alone := self.bare_noun(index)) is not None and self.word(index) != "其":
            return self._not_related(index, self.parse.tokens.words[alone])  # 这种 关系, 这些 因素
        if len(ends) != 1 or ends[0].start - self.parse.tokens.ends[self.parse.chunks[index].start] > 1:
            return ()
        short = ends[0].name
        fitting = (end for end in reversed(self.memory.named) if end.name != short and self._ends_in(end, short))
        near = [end for end in fitting if end.sentence >= self.here - 1]
        if not near:
            return self._not_related(index, short)
        if self.word(index) not in ("这些", "上述"):
            beside = any(0 <= near[0].start - end.end <= 1 for end in near)  # A 制度 和 B 制度 V。这种 制度
            return () if beside else tuple(near[:1])
        named = {end.name: end for end in reversed(near) if end.sentence == near[0].sentence}
        return tuple(sorted(named.values(), key=lambda end: end.start))  # A 制度、B 制度 …这些 制度

    def _not_related(self, index: int, short: str) -> Ends:
        """Return what a phrase points back to of which nothing was claimed, where only one thing can be meant."""
        several = self.word(index) in ("这些", "上述")
        told = self.memory.last if self.memory.last is not None and self.memory.last.here == self.here - 1 else None
        if short in ("理论", "学说") and (doctrine := self._doctrine_before()):
            return doctrine
        like = self.phrases_ending(short, index) or (told.phrases_ending(short) if told is not None else ())
        if like or told is None:
            return like if several or len(like) == 1 else ()
        return (told.only_list(short) if several else ()) or told.set_up(short)

    def _doctrine_before(self) -> Ends:
        """Return the only doctrine that the sentence before named: 契约论 of 甲 提出 契约论。这一 理论."""
        near = {end.name: end for end in self.memory.named if end.sentence == self.here - 1 and self.is_doctrine(end)}
        return tuple(near.values()) if len(near) == 1 else ()

    def phrases_ending(self, short: str, stop: int | None = None) -> Ends:
        """Return the different names, before the chunk `stop`, that end in a word: 科举 制度."""
        if short not in self.sentence.text:
            return ()
        tokens, found = self.parse.tokens, dict[str, Endpoint]()
        for chunk in self.parse.chunks[:stop]:
            for start, end in (part for item in chunk.items for part in item.parts):
                if tokens.words[end - 1].endswith(short):
                    for named in self.name_all((Item(((start, end),), False),)):
                        if named.name != short and named.name.endswith(short):
                            found.setdefault(named.name, named)
        return tuple(found.values())

    def only_list(self, head: str) -> Ends:
        """Return the members of the only list, which a plural `head` may mean: A、B 和 C V。这些 因素."""
        chunks, factors = self.parse.chunks, head in self.sets["factor_head"]
        nouns = [at for at, kind in enumerate(self.kinds) if kind == "N" and not self.is_place(at)]
        lists = [at for at in nouns if len(chunks[at].items) > 1]
        if len(lists) != 1 or not (factors or all(self._is_aside(at) for at in nouns if at != lists[0])):
            return ()
        items = chunks[lists[0]].items
        named = self.name_all(items)
        return named if len(named) == len(items) and not self._are_persons(items) else ()

    def _is_aside(self, index: int) -> bool:
        """Whether a preposition takes the noun phrase `index`."""
        above = self.governor(index)
        return above is not None and self.kinds[above] == "P"

    def set_up(self, head: str) -> Ends:
        """Return what a sentence ends on and says to be set up, `head` being what that is: 设立 土司。该 制度."""
        last = len(self.kinds) - 2
        above = self.governor(last) if last > 0 and self.kinds[last] == "N" else None
        if above is None or self.kinds[above] != "V":
            return ()
        verb = self.word(above).removesuffix("了")
        rule = head in self.sets["set_up_head"] and verb in self.sets["setting_up"]
        body = head in self.sets["body_head"] and (verb in self.sets["happened"] or verb in self.sets["arising"])
        return self.name_all(self.parse.chunks[last].items) if rule or body else ()

    def is_said_of(self, index: int) -> bool:
        """Whether the clause before an anaphor tells what something is, which no person does."""
        told = self.first_verb(before.start) if (before := self.clause_before(index)) else None
        plain = self.memory.sentence == self.here and self.memory.subject != self.memory.person
        return told is not None and plain and self.is_being(told) and not self.takes_for(told)

    def lists_taken(self, verb: int) -> bool:
        """Whether a verb only lists what the verb before it takes, by its kind: 面临 (了) 包括 A、B 等 灾害."""
        chunks, last = self.parse.chunks, self.last[verb] - 1
        taken = "".join(self.kinds[max(verb - 2, 0) : verb]).removesuffix("u").endswith("V")
        listed = "E" in self.parse.tokens.kinds[chunks[verb].end : chunks[last].end - 1]
        return taken and listed and self.kinds[last] == "N"

    def _ends_in(self, end: Endpoint, short: str) -> bool:
        """Whether a name ends in these words, or they follow it in this sentence."""
        text, after = self.sentence.text, end.end
        after += text[after : after + 1] in ("”", '"')
        return end.name.endswith(short) or (end.sentence == self.here and text.startswith(short, after))

    def named_person(self, stop: int) -> Ends:
        """Return the person whom the sentence names before the token `stop`; nothing for none or several."""
        words, persons = self.parse.tokens.words, sorted(self.parse.tokens.persons)
        beside = {at for at in persons if words[at - 1] in WITH and words[at + 1 : at + 2] in LIKENING}  # 与 甲 相比，
        named = {words[at]: at for at in persons if at < stop and words[at][0] not in TITLES and at not in beside}
        if not named and stop < len(words):  # 歌德 V A，他 V B: a name by its sound
            named = {words[at]: at for at, tag in enumerate(self.parse.tokens.tags[:stop]) if tag == "nrt"}
        if len(named) != 1:
            return ()
        (at,) = named.values()
        if "他" in words[:at]:
            return ()  # 他 对 康德 的 学说 产生 怀疑: not 康德
        ends = self.name_all((one_token(at),))
        self.memory.speakers.update(end.name for end in ends)
        return ends

    def is_doctrine(self, end: Endpoint) -> bool:
        """Whether a concept is named as doctrines are, and so is no person."""
        return self.names_doctrine(end.name)

    def names_doctrine(self, word: str) -> bool:
        """Whether a word, or the last one of a name, is as those of doctrines are: 契约论."""
        return word.endswith(self.rules.grammar.endings["doctrine_ending"])

    def is_owned_again(self, index: int) -> bool:
        """Whether 其 stands for whose thing the clause before told of: A V B，其 C，使 其 V D."""
        earlier = self.clause_before(index) if self.word(index) == "其" else range(0)
        if not earlier or self.parse.tokens.words[self.parse.chunks[earlier.start].start] != "其":
            return False
        bare = all(self.kinds[at] != "V" or self.kinds[at + 1] == "D" for at in earlier)
        return bare and self.kinds[earlier.stop - 1] == "N"

    def taker(self, index: int) -> int | None:
        """Return what governs an anaphor, but no reason, where it does something: 是 因为 它 V A, 由 其 V A."""
        above = self.governor(index)
        told = above is not None and (self.word(above) == "可见" or self.is_in(above - 1, "near_anaphor"))  # 这 使 它 V
        told = told or (
            self.word(index) == "其" and self.words[index - 1] == "由" and self.kinds[index + 1 : index + 2] == ["V"]
        )
        told = told or (above is not None and self.words[above - 1 : above + 1] == ["就", "在于"])
        return None if above is not None and (told or self.word(above).endswith(REASONS)) else above

    def told_of_before(self, index: int) -> Ends:
        """Return A of 至于 A，甲 将 其 V B or of A 是 B，甲 将 其 V C: the topic before whoever treats it."""
        before = self.clause_before(index)
        kinds = "".join(self.kinds[before.start : before.stop])
        if not before or self.first[index] == index - 1:
            return ()  # A 是 B，将 其 V C
        if kinds == "PN" and self.words[before.start] in TOPIC_OPENING:
            return self.name_all(self.parse.chunks[before.start + 1].items)
        verb = self.first_verb(before.start) if kinds[:1] == "N" else None
        being = verb is not None and self.is_being(verb) and self.object_at(verb) == before.stop - 1
        return (
            self.name_all(self.parse.chunks[before.start].items)
            if being and kinds.count("V") == 1 and "B" not in kinds
            else ()
        )

    def told_last(self, index: int) -> Ends:
        """Return B of A 是 B，后者 V C: what the clause before ends in, said to be what was named before it."""
        noun = self.first[index] - 2
        opens = (
            index == self.first[index] and noun > 0 and self.words[noun + 1] in "，," and len(self.memory.subject) < 2
        )
        if not opens or self.kinds[noun] != "N" or "前者" in self.words or len(self.parse.chunks[noun].items) != 1:
            return ()
        above = self.governor(noun)
        return self.name_all(self.parse.chunks[noun].items) if above is not None and self.is_being(above) else ()

    def owner_who_acts(self, index: int) -> int | None:
        """Return 佃农的开支 of S 压低 佃农 的 开支，使 其 依赖 B, whose owner does so; else None."""
        earlier, verb = self.clause_before(index), self.after(index)
        noun = earlier.stop - 1 if earlier else 0
        if verb is None or self.word(index - 1) not in ("使", "让", "令") or self.kinds[noun] != "N":
            return None
        parts = self.parse.chunks[noun].items[-1].parts if len(self.parse.chunks[noun].items) == 1 else ()
        endings = self.rules.grammar.endings["group_ending"]
        if len(parts) != 2 or not self.parse.tokens.words[parts[0][1] - 1].endswith(endings):
            return None
        acts = any(self.is_in(verb, name) for name in ("losing", "gaining", "toward"))
        return noun if acts or not self.uses_at(verb).relations.isdisjoint(("acts_on", "depends_on")) else None

    def _are_several(self, ends: Ends) -> bool:
        """Whether ends are several persons, a group or a school, which 他们 may stand for."""
        endings = self.rules.grammar.endings
        groups, speakers = endings["group_ending"], endings["speaker_ending"]
        return len(ends) > 1 or any(end.name.endswith(groups) or end.name.endswith(speakers) for end in ends)

    def past_owned(self, ends: Ends) -> Ends:
        """Return the subject before the last one where that is only something of it: A 是 B，它 的 C V D。它 是 E."""
        memory = self.memory
        if len(ends) != 1 or not memory.earlier or memory.earlier[0].sentence != ends[0].sentence:
            return ends
        told = self if ends[0].sentence == self.here else memory.last
        return memory.earlier if told is not None and told.is_its(ends[0]) else ends

    def is_its(self, end: Endpoint) -> bool:
        """Whether a name of this sentence is only what belongs to something: 其 C, 它的 C."""
        return end.sentence == self.here and self.sentence.text[: end.start].endswith(
            ("，它的", ",它的", "它们的", "，其", ",其", "，而其", ",而其")
        )

    def is_deed_done(self, verb: int) -> bool:
        """Whether a verb says only that the deed is done which it takes, to what 对 names: 对 A 进行 修正."""
        marker = self.marker(verb) if self.word(verb).removesuffix("了") in DONE_TO else None
        return marker is not None and self.is_in(marker, "toward")

    def _is_somebody(self, ends: Ends) -> bool:
        """Whether what this sentence speaks of is only 一个 人, who is meant by the next 他."""
        names = [end.name for end in ends if end.sentence == self.here]
        return names == ["人"] and self.sentence.text[: ends[0].start].endswith("一个")

    def _acts_before(self, index: int) -> bool:
        """Whether the clause before tells what one thing does to another, not what it is."""
        verb = self.first_verb(before.start) if (before := self.clause_before(index)) else None
        return verb is not None and self.memory.sentence == self.here and not self.is_being(verb)

    def about_of(self, verb: int) -> int | None:
        """Return 关于 where a verb tells what somebody says, which the head behind it names: 关于 [S V O] 的 论断."""
        row = self.words[self.first[verb] : verb]
        if "关于" not in row or self.kinds[verb] != "V":
            return None
        about, closing = self.first[verb] + row.index("关于"), self.object_at(verb)
        if closing is None or self.kinds[closing] != "N" or self.kinds[about + 1 : verb].count("N") != 1:
            return None
        owned = self.kinds[closing - 1] == "D" or len(self.parse.chunks[closing].items[-1].parts) > 1
        said = owned and self.is_in_any_head(closing, "statement", "mindset", "stance", "opinion")
        return about if said else None

    def _is_presented(self, index: int) -> bool:
        """Whether the clause before an anaphor ends in what it says that there is now: A 催生 一种 B，它 V C."""
        noun = self.first[index] - 2
        if self.word(index) == "其" and noun > 0 and self.kinds[noun : index + 2] == ["N", ",", "R", "V"]:
            by = self.governor(noun)
            there = by is not None and (self.is_in(by, "arising") or self.word(by)[0] == "有")
            return there and self.word(index + 1).endswith("在于") and "causes" in self.uses_at(index + 1).relations
        above = self.governor(noun) if noun > 0 and self.kinds[noun] == "N" and self.is_in(noun, "counter") else None
        if above is None or self.kinds[above] != "V" or self.word(index) not in ("它", "它们"):
            return False
        return "produces" in self.uses_at(above).relations or self.is_in(above, "arising") or self.word(above) == "有"
