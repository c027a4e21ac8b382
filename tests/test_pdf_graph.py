"""The graph of a paper is the same whether it comes as text or as PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig, Config
from conceptgraph.model import ConceptGraph, Document
from conceptgraph.pipeline import run
from handmade_pdf import make_pdf, not_embedded
from typeset_pdf import Layout, Paragraph, typeset

pytest.importorskip("pdf_oxide", reason="the extra pdf is not installed")

SAMPLE = Path(__file__).parent.parent / "data" / "digital-labour.txt"
TOP = 30
ONE = Layout()
TWO = Layout(columns=2, by_rows=True, gutter=12)
HEADED = Layout(columns=2, bottom=500, heads=("临江学院学报　2024年第3期", "沈知遥：等待、评分与可见性"))


@cache
def plain_graph() -> ConceptGraph:
    return run([str(SAMPLE)], Config()).graph


def paragraphs() -> list[Paragraph]:
    """Return the paragraphs of the sample as cleaning finds them, with their citation marks."""
    text = SAMPLE.read_text(encoding="utf-8")
    cleaned = clean(Document("sample", "", SAMPLE.name, text), CleanConfig())
    marks = {at for piece in cleaned.dropped if piece.reason == "citation" for at in range(piece.start, piece.end)}
    found: list[Paragraph] = []
    for block in cleaned.blocks:
        kept = sorted({*block.offsets, *(at for at in marks if block.offsets[0] < at <= block.offsets[-1] + 4)})
        label = "摘要：" if block.kind == "abstract" else ""
        kind = block.kind if block.kind in ("title", "heading") else "body"
        found.append((kind, label + "".join(text[at] for at in kept if text[at] != "\n")))
    return found


def relations(graph: ConceptGraph) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.target, edge.relation) for edge in graph.edges if edge.relation != "cooccurrence"}


@pytest.mark.parametrize("encoding", ["Identity-H", "GBK-EUC-H"])
@pytest.mark.parametrize(("layout", "least"), [(ONE, 0.95), (TWO, 0.90), (HEADED, 0.90)], ids=["one", "two", "headed"])
def test_the_graph_is_that_of_the_text(layout: Layout, least: float, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    pages = typeset(paragraphs(), layout)
    path.write_bytes(make_pdf(pages, {"song": not_embedded(encoding)}))
    result = run([str(path)], Config())
    tops = [{concept.name for concept in graph.concepts[:TOP]} for graph in (result.graph, plain_graph())]
    assert len(tops[0] & tops[1]) >= 27
    found, expected = relations(result.graph), relations(plain_graph())
    assert 2 * len(found & expected) >= least * (len(found) + len(expected))
    assert {sentence.page for sentence in result.graph.sentences} == set(range(1, len(pages) + 1))
