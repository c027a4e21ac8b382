"""What the graph is made of before it is ranked: findings of documents, nodes, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conceptgraph.graph.carriers import Carrier, Years, YearSpan
from conceptgraph.model import Chain, Document, MatchedSentence, Relation, Sentence, Term

Place = tuple[str, int]  # document id, Sentence.index
Key = tuple[str, str, str]  # source, target, relation
EvidencePlace = tuple[str, Relation | None, tuple[int, ...]]  # document, relation, sentence indices


@dataclass(frozen=True, slots=True)
class DocumentFindings:
    """What pass 2 found in one document; `mentions` are the indices of the sentences of each concept, with repeats."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: Mapping[str, tuple[int, ...]]
    relations: tuple[Relation, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A concept before it is ranked: its term (None where only the argument names it) and where it stands."""

    name: str
    kind: str
    term: Term | None
    frequency: int
    documents: int
    places: tuple[Place, ...]  # of its sentences; of a large corpus some
    spread: float  # share of all sections, 0..1
    headline: bool
    carriers: tuple[Carrier, ...] = ()  # the documents that mention it most
    years: Years = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An edge before it is ranked."""

    key: Key
    weight: float
    evidence: tuple[EvidencePlace, ...]  # of a large corpus some
    negated: bool = False
    speakers: tuple[str | None, ...] = (None,)
    confidence: float = 1.0
    measures: Mapping[str, float] = field(default_factory=dict)
    documents: int = 0  # that claim it; of a pair they are not counted
    years: YearSpan = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """The nodes and links of the graph, sorted, documents by id. `left_out` counts what is not here, by kind,
    `years` the documents of each year.
    """

    documents: tuple[DocumentFindings, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    chains: tuple[Chain, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    years: Years = ()

    @property
    def is_corpus(self) -> bool:
        """Whether there are several documents, so that it matters which of them carries what."""
        return len(self.documents) + self.left_out.get("documents", 0) > 1


@dataclass(frozen=True, slots=True)
class NodeValues:
    """What the analysis says of a node."""

    importance: float
    community: int
    measures: Mapping[str, float]


def find_in(
    document: Document,
    matched: Sequence[MatchedSentence],
    relations: Sequence[Relation],
    chains: Sequence[Chain],
) -> DocumentFindings:
    """Return the findings of one document; its text is left behind."""
    mentions: dict[str, list[int]] = {}
    for sentence in matched:
        for mention in sentence.mentions:
            mentions.setdefault(mention.term, []).append(sentence.tagged.sentence.index)
    return DocumentFindings(
        document=replace(document, text=""),
        sentences=tuple(sentence.tagged.sentence for sentence in matched),
        mentions={name: tuple(indices) for name, indices in mentions.items()},
        relations=tuple(relations),
        chains=tuple(chains),
    )


def speakers_in_order(speakers: Iterable[str | None]) -> tuple[str | None, ...]:
    """Return speakers, each once, the author (None) first.

    >>> speakers_in_order(["马克思", None, "马克思"])
    (None, '马克思')
    """
    return tuple(sorted(set(speakers), key=lambda name: (name is not None, name or "")))
