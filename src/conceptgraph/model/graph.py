"""The records of the graph, as graph.json has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from conceptgraph.model.findings import Span


@dataclass(frozen=True, slots=True)
class GraphDocument:
    """A document of the graph; `concepts` are names, most important for this document first."""

    id: str
    title: str
    path: str
    authors: tuple[str, ...]
    year: int | None
    source: str | None
    keywords: tuple[str, ...]
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GraphSentence:
    """A sentence of the graph, numbered over all documents; `section` is one string, levels joined by `` / ``."""

    id: int
    document: str
    section: str
    paragraph: int
    page: int | None
    kind: str
    text: str
    start: int
    end: int
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A node. `measures` are numbers by name (degree, strength, betweenness, x, y ...), `importance` is in 0..1.

    Of a graph of several documents `carriers` are those that mention it most, with how often, and `years` says in how
    many documents of each year it stands; else both are empty.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    frequency: int
    documents: int
    importance: float
    community: int
    shown: bool
    measures: Mapping[str, float] = field(default_factory=dict)
    sentences: tuple[int, ...] = ()  # ids of the sentences that mention it
    carriers: tuple[tuple[str, int], ...] = ()  # document id, mentions
    years: tuple[tuple[int, int], ...] = ()  # year, documents; in order of years


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an edge stands in the graph. Co-occurrence has only `sentences`; spans index `sentences` by position."""

    sentences: tuple[int, ...]
    source_span: Span | None = None
    target_span: Span | None = None
    cue_span: Span | None = None
    cue: str = ""
    rule: str = ""
    speaker: str | None = None
    modality: str = "asserted"
    negated: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge, one for each (source, target, relation). A co-occurrence has `measures`: count, npmi, g2 ...

    A relation of a graph of several documents has documents, first_year and last_year.
    """

    id: str
    source: str
    target: str
    relation: str
    directed: bool
    shown: bool
    weight: float
    negated: bool
    speakers: tuple[str | None, ...]
    confidence: float
    evidence: tuple[Evidence, ...]
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphChain:
    """A chain of the graph; `evidence` are sentence ids."""

    concepts: tuple[str, ...]
    relations: tuple[str, ...]
    evidence: tuple[int, ...]
    kind: str
    confidence: float = 1.0
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FullEvidence:
    """The file beside the graph that has the evidence of which the graph itself holds a part; both have its `key`."""

    file: str
    key: str


@dataclass(frozen=True, slots=True)
class ConceptGraph:
    """Everything that graph.json holds, in canonical order; every writer and every reading command starts from it."""

    documents: tuple[GraphDocument, ...]
    sentences: tuple[GraphSentence, ...]
    concepts: tuple[Concept, ...]
    edges: tuple[Edge, ...]
    chains: tuple[GraphChain, ...]
    variants: tuple[tuple[str, str], ...] = ()  # word-order variants offered for merging
    notes: Mapping[str, int] = field(default_factory=dict)  # counts of what was left out, by reason
    years: tuple[tuple[int, int], ...] = ()  # of several documents, how many are of each year; in order of years
    full_evidence: FullEvidence | None = None  # of a large corpus


RELATION_TYPES = (
    "causes",
    "becomes",
    "produces",
    "promotes",
    "negates",
    "influences",
    "depends_on",
    "acts_on",
    "is_a",
    "has_part",
    "equals",
    "opposes",
    "argues",
    "chain",
)
UNDIRECTED = frozenset({"cooccurrence", "equals", "opposes"})
