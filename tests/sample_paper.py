"""The sample of data/ as structured paragraphs, and its graph, for comparing it with its other formats."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig, Config
from conceptgraph.model import Block, ConceptGraph, Document
from conceptgraph.pipeline import run

SAMPLE = Path(__file__).parent.parent / "data" / "digital-labour.txt"
TOP = 30  # concepts


@cache
def plain_graph() -> ConceptGraph:
    """Return the graph of the sample as plain text."""
    return run([str(SAMPLE)], Config()).graph


def marked_blocks() -> list[tuple[Block, str]]:
    """Return the blocks of the sample as cleaning finds them, each with its text as written, citation marks in it."""
    text = SAMPLE.read_text(encoding="utf-8")
    cleaned = clean(Document("sample", "", SAMPLE.name, text), CleanConfig())
    marks = {at for piece in cleaned.dropped if piece.reason == "citation" for at in range(piece.start, piece.end)}
    found: list[tuple[Block, str]] = []
    for block in cleaned.blocks:
        kept = sorted({*block.offsets, *(at for at in marks if block.offsets[0] < at <= block.offsets[-1] + 4)})
        label = "摘要：" if block.kind == "abstract" else ""
        found.append((block, label + "".join(text[at] for at in kept if text[at] != "\n")))
    return found


def relations(graph: ConceptGraph) -> set[tuple[str, str, str]]:
    """Return the explicit relations of a graph."""
    return {(edge.source, edge.target, edge.relation) for edge in graph.edges if edge.relation != "cooccurrence"}


def agreement(graph: ConceptGraph) -> tuple[int, float]:
    """Return how many of the first concepts of `graph` are those of the plain text, and the F1 of its relations."""
    tops = [{concept.name for concept in each.concepts[:TOP]} for each in (graph, plain_graph())]
    found, expected = relations(graph), relations(plain_graph())
    return len(tops[0] & tops[1]), 2 * len(found & expected) / (len(found) + len(expected))
