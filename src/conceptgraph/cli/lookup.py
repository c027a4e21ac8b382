"""Finding concepts of a graph by any of their names."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from conceptgraph.characters import simplify
from conceptgraph.errors import InputError

if TYPE_CHECKING:
    from conceptgraph.model import Concept, ConceptGraph


def names_of(graph: ConceptGraph) -> dict[str, Concept]:
    """Return the concepts by each of their names."""
    named = {alias: concept for concept in graph.concepts for alias in concept.aliases}
    return named | {concept.name: concept for concept in graph.concepts}


def seek_concept(graph: ConceptGraph, name: str) -> Concept | None:
    """Return the concept that is called `name`, in simplified or traditional characters; None where there is none."""
    known = names_of(graph)
    if name in known:
        return known[name]
    return {simplify(each): concept for each, concept in known.items()}.get(simplify(name))


def find_concept(graph: ConceptGraph, name: str) -> Concept:
    """Return the concept that is called `name`; raise InputError, with the nearest names, where there is none."""
    found = seek_concept(graph, name)
    if found:
        return found
    inside = [concept.name for concept in graph.concepts if name in concept.name or concept.name in name]
    near = dict.fromkeys([*inside[:3], *difflib.get_close_matches(name, names_of(graph), n=3, cutoff=0.4)])
    if near:
        raise InputError("concept_unknown", name=name, near=", ".join(near))
    raise InputError("concept_unknown_far", name=name)
