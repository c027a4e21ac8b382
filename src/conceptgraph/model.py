"""The frozen records that pass between stages, in the order of the pipeline.

Names: a *term* is a dictionary entry, a *mention* its occurrence in a sentence, a *concept* a node of the graph,
a *relation* a directed claim with its evidence, a *cue* the words that signal it, a *pair* two concepts that
co-occur, a *chain* an ordered list of concepts. Offsets count Unicode code points; spans are half-open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from conceptgraph.errors import ConceptgraphError
from conceptgraph.packed import packed

# --- read -> clean -> sentences -----------------------------------------------------------------------------


class Dropped(NamedTuple):
    """Raw characters ``text[start:end]`` that cleaning removed, and why (``space``, ``citation``, ``footnote`` ...)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text as `read` returned it; `text` is the decoded text that every raw offset indexes.

    A row, page or book with a title has the text ``title + "\\n\\n" + text``, so that its title is a sentence as well.
    A form feed ends a page. `asides` are whole lines of which the file itself shows that they are no prose, `headings`
    (offset, level) of those that it makes headings: level 1 is outermost, 0 says that only its look makes it one; None
    where the file cannot show them. Where it shows its paragraphs (`parted`), empty lines part them, and nothing else.
    """

    id: str
    title: str
    path: str
    text: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    source: str | None = None
    keywords: tuple[str, ...] = ()
    encoding: str = ""  # in which the bytes came
    margin: float = 1.0  # of the guess of the encoding (read/decode.py); 1 where nothing was guessed
    lost: int = 0  # sequences of bytes of the file that the encoding does not have, now U+FFFD
    format: str = ""  # what the file was taken for: text, Markdown, PDF, RIS ...
    asides: tuple[Dropped, ...] = ()
    parted: bool = False
    headings: tuple[tuple[int, int], ...] | None = None


class Citation(NamedTuple):
    """A citation mark taken out of a block: where in the cleaned text it stood, and the mark as written."""

    position: int
    mark: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or front-matter line of a cleaned document.

    `offsets[i]` is the raw offset of `text[i]`. `kind` is ``title``, ``heading``, ``abstract``, ``body``, ``quote`` or
    ``list``; what is no prose (keywords line, authors, references) is dropped, not a block. `section` holds the
    headings in force, outermost first.
    """

    kind: str
    text: str
    offsets: Sequence[int]
    section: tuple[str, ...] = ()
    page: int | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """A document as blocks of clean prose, with the record of what was removed or folded.

    `document` is the input with title, authors and keywords filled in where the text itself states them.
    `dropped` is sorted and disjoint; `folds` maps a raw offset to the one character that replaces it there.
    """

    document: Document
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    folds: Mapping[int, str]


@packed
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `index` counts the sentences of its document from 0, `paragraph` its blocks from 0.

    ``start``/``end`` are raw offsets: removing the dropped characters from ``document.text[start:end]`` and applying
    the folds gives `text`. `kind` is the kind of its block, `section` the headings in force, outermost first. Where the
    document has traditional characters, `text` is in simplified ones and `written` is as it stands there.
    """

    document: str
    index: int
    text: str
    start: int
    end: int
    kind: str = "body"
    section: tuple[str, ...] = ()
    paragraph: int = 0
    page: int | None = None
    citations: tuple[str, ...] = ()
    written: str = ""


class TaggedSentence(NamedTuple):
    """A sentence cut into words: word ``words[i]`` has part of speech ``tags[i]`` and starts at ``starts[i]``."""

    sentence: Sentence
    words: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A cleaned, split and tagged document: what both passes work on."""

    document: Document
    sentences: tuple[TaggedSentence, ...]


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
    places: tuple[tuple[str, int], ...]

    def weight(self, name: str) -> float:
        """Return the measure that `name` (a choice of the setting cooccur.weight) stands for."""
        return float(getattr(self, name))


# --- the graph, as graph.json has it ------------------------------------------------------------------------


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
    """A node. `measures` are numbers by name (degree, strength, betweenness, x, y ...), `importance` is in 0..1."""

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
    """An edge, one for each (source, target, relation). A co-occurrence has `measures`: count, npmi, g2 ..."""

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
class ConceptGraph:
    """Everything that graph.json holds, in canonical order; every writer and every reading command starts from it."""

    documents: tuple[GraphDocument, ...]
    sentences: tuple[GraphSentence, ...]
    concepts: tuple[Concept, ...]
    edges: tuple[Edge, ...]
    chains: tuple[GraphChain, ...]
    variants: tuple[tuple[str, str], ...] = ()  # word-order variants offered for merging
    notes: Mapping[str, int] = field(default_factory=dict)  # counts of what was left out, by reason


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


# --- a run --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file or table row that gave no document, and why; `path` is relative to the input argument."""

    path: str
    error: ConceptgraphError


class Decoding(NamedTuple):
    """How a file was understood: its encoding, the margin of the guess, sequences of bytes lost, hans or hant."""

    encoding: str
    margin: float
    lost: int
    script: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gives: the graph, what could not be read, and the figures for run.json.

    `inputs` maps the path of each document to the SHA-256 of its decoded text, `decoding` to what was made of its
    bytes, `seconds` each stage to its wall time; all are empty where a graph was read back from its file.
    """

    graph: ConceptGraph
    failures: tuple[ReadFailure, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    decoding: Mapping[str, Decoding] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    warnings: tuple[ConceptgraphError, ...] = ()  # what was repaired in reading, edits that met nothing
