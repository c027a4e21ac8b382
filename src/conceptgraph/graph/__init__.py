"""All that was found -> ConceptGraph, in canonical order. The only builder of the graph.

What pass 2 knows of documents adds up in any order: `DocumentFindings`, complete, or `CorpusFindings`, condensed, where
the texts are too many to keep all. `collect` and `collect_corpus` turn them into nodes and links, which `analyze`
measures and `rank` weighs; `build_graph` writes the records.
"""

from conceptgraph.graph.build import build_graph
from conceptgraph.graph.collect import collect
from conceptgraph.graph.condense import CorpusFindings, condense, sum_corpus
from conceptgraph.graph.corpus import Selection, collect_corpus, quoted_places, select_corpus
from conceptgraph.graph.records import Collection, DocumentFindings, NodeValues, Place, find_in

__all__ = [
    "Collection",
    "CorpusFindings",
    "DocumentFindings",
    "NodeValues",
    "Place",
    "Selection",
    "build_graph",
    "collect",
    "collect_corpus",
    "condense",
    "find_in",
    "quoted_places",
    "select_corpus",
    "sum_corpus",
]
