"""The frozen records that pass between stages, in the order of the pipeline.

Names: a *term* is a dictionary entry, a *mention* its occurrence in a sentence, a *concept* a node of the graph,
a *relation* a directed claim with its evidence, a *cue* the words that signal it, a *pair* two concepts that
co-occur, a *chain* an ordered list of concepts. Offsets count Unicode code points; spans are half-open.
"""

from __future__ import annotations

from conceptgraph.model.findings import (
    Chain,
    Lexicon,
    MatchedSentence,
    Mention,
    PairMeasures,
    Relation,
    Span,
    Term,
)
from conceptgraph.model.graph import (
    RELATION_TYPES,
    UNDIRECTED,
    Concept,
    ConceptGraph,
    Edge,
    Evidence,
    FullEvidence,
    GraphChain,
    GraphDocument,
    GraphSentence,
)
from conceptgraph.model.run import (
    Decoding,
    ReadFailure,
    Result,
)
from conceptgraph.model.text import (
    NAMED_DEED,
    Block,
    Citation,
    CleanDocument,
    Document,
    Dropped,
    PreparedDocument,
    Sentence,
    Shelved,
    Standing,
    TaggedSentence,
)

__all__ = [
    "NAMED_DEED",
    "RELATION_TYPES",
    "UNDIRECTED",
    "Block",
    "Chain",
    "Citation",
    "CleanDocument",
    "Concept",
    "ConceptGraph",
    "Decoding",
    "Document",
    "Dropped",
    "Edge",
    "Evidence",
    "FullEvidence",
    "GraphChain",
    "GraphDocument",
    "GraphSentence",
    "Lexicon",
    "MatchedSentence",
    "Mention",
    "PairMeasures",
    "PreparedDocument",
    "ReadFailure",
    "Relation",
    "Result",
    "Sentence",
    "Shelved",
    "Span",
    "Standing",
    "TaggedSentence",
    "Term",
]
