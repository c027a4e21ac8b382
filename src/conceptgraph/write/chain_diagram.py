"""The chains as one diagram: concepts once each, and the links between them; chains.dot and chains.mmd spell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conceptgraph.config import WriteConfig
from conceptgraph.messages import text
from conceptgraph.model import UNDIRECTED, ConceptGraph, GraphChain
from conceptgraph.resources import colours
from conceptgraph.write.styled import xml_text


@dataclass(frozen=True, slots=True)
class Box:
    """A concept of the diagram; `key` is made of letters and digits, `colour` is that of its community."""

    key: str
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a chain; `label` names its relation and who says so, `composed` chains stand in no one passage."""

    source: str
    target: str
    label: str
    colour: str
    directed: bool
    composed: bool


@dataclass(frozen=True, slots=True)
class ChainDiagram:
    """Boxes in the order of the graph, links in the order of the chains, and how many chains were left out."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    left_out: int


def chain_diagram(graph: ConceptGraph, config: WriteConfig, language: str) -> ChainDiagram:
    """Return the diagram of the first `config.diagram_chains` chains: attested before composed, the longer and surer
    first. A link that several chains share stands once.
    """
    chosen = sorted(graph.chains, key=_rank)[: config.diagram_chains]
    used = {name for chain in chosen for name in chain.concepts}
    keys = {concept.name: f"c{number}" for number, concept in enumerate(graph.concepts, start=1)}
    boxes = (
        Box(keys[concept.name], one_line(concept.name), colours().of_community(concept.community))
        for concept in graph.concepts
        if concept.name in used
    )
    links: dict[tuple[str, str, str], Link] = {}
    for chain in chosen:
        for link in _links(chain, keys, language):
            links.setdefault((link.source, link.target, link.label), link)
    return ChainDiagram(tuple(boxes), tuple(links.values()), len(graph.chains) - len(chosen))


def _rank(chain: GraphChain) -> tuple[bool, int, float, tuple[str, ...]]:
    return chain.kind == "composed", -len(chain.concepts), -chain.confidence, chain.concepts


def _links(chain: GraphChain, keys: dict[str, str], language: str) -> list[Link]:
    said = text("list_comma", language).join(chain.speakers)
    return [
        Link(
            source=keys[source],
            target=keys[target],
            label=one_line(text(f"type_{relation}", language) + (f" ({said})" if said else "")),
            colour=colours().relations.get(relation, colours().other),
            directed=relation not in UNDIRECTED,
            composed=chain.kind == "composed",
        )
        for source, target, relation in _hops(chain.concepts, chain.relations)
    ]


def _hops(concepts: Sequence[str], relations: Sequence[str]) -> list[tuple[str, str, str]]:
    return list(zip(concepts, concepts[1:], relations, strict=False))


def one_line(words: str) -> str:
    """Return text as one line without control characters."""
    return " ".join(xml_text(words).split())
