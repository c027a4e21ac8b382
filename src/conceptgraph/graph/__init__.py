"""All that was found -> ConceptGraph, in canonical order. The only builder of the graph.

What pass 2 knows of documents adds up in any order: `DocumentFindings`, complete, or `Condensed`, counts, where the
texts are too many to keep all. `collect` and `collect_corpus` turn them into nodes and links, which `analyze`
measures and `rank` weighs; `build_graph` writes the records.
"""

from conceptgraph.graph.build import build_graph
from conceptgraph.graph.collect import collect
from conceptgraph.graph.condense import (
    ConceptCounts,
    Condensed,
    CorpusCounts,
    LinkCounts,
    add_concepts,
    add_counts,
    add_links,
    condense,
)
from conceptgraph.graph.corpus import (
    Claimed,
    Selection,
    claimed_most,
    collect_corpus,
    corpus_links,
    number_places,
    quoted_places,
    recurring_names,
    strongest_pairs,
)
from conceptgraph.graph.evidence import Claim, DocumentEvidence, Passage, gather_evidence
from conceptgraph.graph.records import Collection, DocumentFindings, Key, NodeValues, Place, find_in

__all__ = [
    "Claim",
    "Claimed",
    "Collection",
    "ConceptCounts",
    "Condensed",
    "CorpusCounts",
    "DocumentEvidence",
    "DocumentFindings",
    "Key",
    "LinkCounts",
    "NodeValues",
    "Passage",
    "Place",
    "Selection",
    "add_concepts",
    "add_counts",
    "add_links",
    "build_graph",
    "claimed_most",
    "collect",
    "collect_corpus",
    "condense",
    "corpus_links",
    "find_in",
    "gather_evidence",
    "number_places",
    "quoted_places",
    "recurring_names",
    "strongest_pairs",
]
