"""How a graph looks in other programs: sizes, colours, places, texts; the graph formats differ only in spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from conceptgraph.model import Concept, ConceptGraph, Edge, Evidence
from conceptgraph.resources import Colours, colours

SMALLEST, LARGEST = 4.0, 100.0  # Gephi scales sizes into this range on import, and keeps those that span it
FARTHEST = 5000.0  # positions beyond are scaled by Gephi
LEFT_OUT = frozenset({"x", "y", "font"})  # measures that are spelled as place and size
LINE_SEPARATOR = re.compile("[\u0085\u2028\u2029]")  # some readers take them for line ends, others not
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class StyledNode:
    """A concept with its look; `size` is in 4..100, `x` and `y` (upwards) within 5000 of the middle."""

    concept: Concept
    x: float
    y: float
    size: float
    colour: tuple[int, int, int]
    attributes: dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class StyledEdge:
    """An edge with its look; `source` and `target` are concept ids, `label` the cue of its surest evidence."""

    edge: Edge
    source: str
    target: str
    label: str
    colour: tuple[int, int, int]
    attributes: dict[str, str | int | float | bool]


def styled_nodes(graph: ConceptGraph) -> Iterator[StyledNode]:
    """Yield the concepts with sizes that span 4..100 by importance and positions centred on 0."""
    concepts = graph.concepts
    low = min((concept.importance for concept in concepts), default=0.0)
    width = max((concept.importance for concept in concepts), default=1.0) - low
    places = {concept.id: (concept.measures.get("x", 0.0), concept.measures.get("y", 0.0)) for concept in concepts}
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*places.values(), strict=True)] if places else [0.0, 0.0]
    reach = max(
        (abs(value - centre) for place in places.values() for value, centre in zip(place, middle, strict=True)),
        default=0.0,
    )
    scale = min(1.0, FARTHEST / reach) if reach else 1.0
    for concept in concepts:
        x, y = places[concept.id]
        share = (concept.importance - low) / width if width else 1.0
        yield StyledNode(
            concept=concept,
            x=round((x - middle[0]) * scale, 2),
            y=round((middle[1] - y) * scale, 2),
            size=round(SMALLEST + (LARGEST - SMALLEST) * share, 3),
            colour=_rgb(colours().of_community(concept.community)),
            attributes=_node_attributes(concept),
        )


def _node_attributes(concept: Concept) -> dict[str, str | int | float]:
    measures = {name: value for name, value in sorted(concept.measures.items()) if name not in LEFT_OUT}
    return {
        "kind": xml_text(concept.kind),
        "aliases": xml_text("; ".join(concept.aliases)),
        "frequency": concept.frequency,
        "documents": concept.documents,
        "importance": concept.importance,
        "community": concept.community,
        **measures,
    }


def styled_edges(graph: ConceptGraph) -> Iterator[StyledEdge]:
    """Yield the edges with their colours by relation type and their evidence as text."""
    ids = {concept.name: concept.id for concept in graph.concepts}
    texts = [xml_text(sentence.text) for sentence in graph.sentences]
    for edge in graph.edges:
        surest = max(edge.evidence, key=lambda evidence: evidence.confidence, default=None)
        yield StyledEdge(
            edge=edge,
            source=ids[edge.source],
            target=ids[edge.target],
            label=xml_text(surest.cue if surest else ""),
            colour=_rgb(_relation_colour(colours(), edge.relation)),
            attributes={
                "relation": xml_text(edge.relation),
                "negated": edge.negated,
                "speakers": xml_text("; ".join(name for name in edge.speakers if name)),
                "confidence": edge.confidence,
                "evidence": "\n".join([quote(texts, evidence) for evidence in edge.evidence]),
            },
        )


def quote(texts: Sequence[str], evidence: Evidence) -> str:
    """Return the sentences of a piece of evidence, marked where they are not the author's own assertion; `texts` are
    those of all sentences of the graph.
    """
    said = " ".join([texts[number] for number in evidence.sentences])
    marks = [evidence.speaker or "", "" if evidence.modality == "asserted" else evidence.modality]
    marks += ["negated"] if evidence.negated else []
    mark = ", ".join(filter(None, marks))
    return f"{said} [{xml_text(mark)}]" if mark else said


def xml_text(text: str) -> str:
    """Return `text` without the characters that XML 1.0 has no way to write, Unicode's line separators as blanks.

    >>> xml_text("数字\\x0b劳动")
    '数字劳动'
    """
    return text if text.isprintable() else CONTROL.sub("", LINE_SEPARATOR.sub(" ", text))


def _relation_colour(palette: Colours, relation: str) -> str:
    return palette.relations.get(relation, palette.other)


@cache
def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
