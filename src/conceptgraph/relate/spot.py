"""A word whose kind is to be decided, with its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE, names_class

CLAUSE_ENDS = ",.-"  # kinds of the marks between clauses, the dash with them
DEED_ENDS = CLAUSE_ENDS + "V"  # and of verbs
CLASS_ENDS = "性体值级术"  # words of two characters that end in one of these name classes of things


@dataclass(slots=True)
class Spot:
    """A word that may be verb or noun, and what stands around it (kinds; a border beyond the sentence)."""

    tokens: Tokens
    grammar: Grammar
    at: int
    word: str
    kind: str  # V, or n for what is tagged as a noun
    before: str
    after: str
    cue: bool
    verbs_left: int  # verbs so far in the clause
    marked: bool  # a marker such as 被, 把, 向 waits for its verb

    @property
    def titled(self) -> bool:
        """Whether the word stands in a title or heading, which needs no verb."""
        return self.tokens.sentence.kind in ("heading", "title")

    def kind_at(self, offset: int) -> str:
        """Return the kind of a neighbour."""
        position = self.at + offset
        return self.tokens.kinds[position] if 0 <= position < len(self.tokens.kinds) else "."

    def word_at(self, offset: int) -> str:
        """Return the word of a neighbour."""
        position = self.at + offset
        return self.tokens.words[position] if 0 <= position < len(self.tokens.words) else ""

    def ahead(self, offset: int = 1, until: str = CLAUSE_ENDS) -> Iterator[int]:
        """Yield the places from a neighbour on to the right, up to a word of one of the kinds `until`."""
        kinds = self.tokens.kinds
        for position in range(self.at + offset, len(kinds)):
            if kinds[position] in until:
                return
            yield position

    def behind(self, offset: int = 1, until: str = CLAUSE_ENDS) -> Iterator[int]:
        """Yield the places from a neighbour on to the left, up to a word of one of the kinds `until`."""
        kinds = self.tokens.kinds
        for position in range(self.at - offset, -1, -1):
            if kinds[position] in until:
                return
            yield position

    def is_at(self, offset: int, name: str) -> bool:
        """Whether the word of a neighbour is in the list `name` of the grammar."""
        position, words = self.at + offset, self.tokens.words
        return 0 <= position < len(words) and words[position] in self.grammar.sets[name]

    def has_ending(self, offset: int, name: str) -> bool:
        """Whether the word of a neighbour ends as a word of the list `name` of the grammar: 小农户."""
        return self.word_at(offset).endswith(self.grammar.endings[name])

    def has_cue(self, offset: int, *, frame: str = "", relation: str = "") -> bool:
        """Whether a neighbour is the cue of a rule with this frame or for this relation."""
        uses = self.tokens.cues.get(self.at + offset, NO_USE)
        return frame in uses.frames or relation in uses.relations

    def states_any(self, offset: int, relations: Iterable[str]) -> bool:
        """Whether a neighbour is the cue of a rule for one of the `relations`."""
        return not self.tokens.cues.get(self.at + offset, NO_USE).relations.isdisjoint(relations)

    def is_cue(self, offset: int) -> bool:
        """Whether a neighbour is the cue of a rule."""
        return self.at + offset in self.tokens.cues

    def is_term(self) -> bool:
        """Whether the word is a concept of the text."""
        return bool(self.tokens.names[self.at])

    def next_is_class(self) -> bool:
        """Whether the next word names a class of things, so that a verb before it says which: 使用 价值, 批判 理论."""
        return self.is_class(1)

    def is_class(self, offset: int) -> bool:
        """Whether the word of a neighbour names a class of things."""
        word = self.word_at(offset)
        ends = len(word) == 2 and word[-1] in CLASS_ENDS and word not in ("人性", "个性", "身体")
        return ends or names_class(word, self.grammar.sets)

    def next_is(self, name: str) -> bool:
        """Whether the next word is in the list `name` of the grammar."""
        return self.is_at(1, name)

    def is_lacking(self) -> bool:
        """Whether a deed is part of what has to be there first: 没有 消费 的 节制，就 没有 A."""
        return self.word_at(-1) == "没有" and self.after == "D" and "就没有" in self.tokens.sentence.text
