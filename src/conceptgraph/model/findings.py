"""The records of what is found in a text: terms and mentions, relations, chains, pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from conceptgraph.model.text import TaggedSentence
from conceptgraph.packed import packed

# --- terms --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Term:
    """A dictionary entry: `forms` are the surface forms that match, `name` among them."""

    name: str
    forms: tuple[str, ...]
    kind: str = "concept"  # concept | person | work
    frequency: int = 0
    documents: int = 0
    score: float = 0.0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The accepted terms, sorted by name, and the word-order variants that the report offers for merging."""

    terms: tuple[Term, ...]
    variants: tuple[tuple[str, str], ...] = ()


class Mention(NamedTuple):
    """The occurrence of a term in a sentence: ``sentence.text[start:end]`` is one of its forms."""

    term: str
    start: int
    end: int


class MatchedSentence(NamedTuple):
    """A tagged sentence with its mentions, in text order, none overlapping."""

    tagged: TaggedSentence
    mentions: tuple[Mention, ...]


# --- relations, chains, pairs -------------------------------------------------------------------------------


class Span(NamedTuple):
    """``start:end`` in the text of the passage's sentence number `sentence` (a position in `Relation.sentences`)."""

    sentence: int
    start: int
    end: int


@packed
@dataclass(frozen=True, slots=True)
class Relation:
    """One claim in one passage. `sentences` are `Sentence.index` values of `document`; the spans index into them."""

    source: str
    target: str
    relation: str
    document: str
    sentences: tuple[int, ...]
    source_span: Span
    target_span: Span
    cue_span: Span
    cue: str
    rule: str
    speaker: str | None = None
    modality: str = "asserted"  # asserted | reported | asked | conceded
    negated: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Chain:
    """Concepts that a text strings together; `relations[i]` links concepts i and i+1.

    Before numbering `sentences` are (document id, Sentence.index) pairs.
    """

    concepts: tuple[str, ...]
    relations: tuple[str, ...]
    sentences: tuple[tuple[str, int], ...]
    kind: str = "attested"  # attested | composed
    confidence: float = 1.0
    speakers: tuple[str, ...] = ()  # who says a link of it, where that is not the author


@dataclass(frozen=True, slots=True)
class PairMeasures:
    """The association of two concepts; `first` < `second` by code points, `count` windows hold both."""

    first: str
    second: str
    count: int
    jaccard: float
    npmi: float
    g2: float
    p: float
    association: float

    def weight(self, name: str) -> float:
        """Return the measure that `name` (a choice of the setting cooccur.weight) stands for."""
        return float(getattr(self, name))
