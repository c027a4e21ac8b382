"""What pictures hold of a graph: the concepts that have a place (setting analyze.drawn), and what is between them."""

from __future__ import annotations

from dataclasses import replace

from conceptgraph.model import ConceptGraph


def drawn_part(graph: ConceptGraph) -> ConceptGraph:
    """Return the graph without the concepts that have no place; the whole graph where no or every concept has one."""
    concepts = tuple(concept for concept in graph.concepts if "x" in concept.measures)
    if len(concepts) in (0, len(graph.concepts)):
        return graph
    names = {concept.name for concept in concepts}
    return replace(
        graph,
        concepts=concepts,
        edges=tuple(edge for edge in graph.edges if edge.source in names and edge.target in names),
        chains=tuple(chain for chain in graph.chains if names.issuperset(chain.concepts)),
    )
