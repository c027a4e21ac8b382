"""The graph of a paper is the same whether it comes as text or as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from conceptgraph.config import Config
from conceptgraph.pipeline import run
from handmade_pdf import make_pdf, not_embedded
from sample_paper import agreement, marked_blocks
from typeset_pdf import Layout, Paragraph, typeset

pytest.importorskip("pdf_oxide", reason="the extra pdf is not installed")

ONE = Layout()
TWO = Layout(columns=2, by_rows=True, gutter=12)
HEADED = Layout(columns=2, bottom=500, heads=("临江学院学报　2024年第3期", "沈知遥：等待、评分与可见性"))


def paragraphs() -> list[Paragraph]:
    """Return the paragraphs of the sample, with their citation marks."""
    kinds = ("title", "heading")
    return [(block.kind if block.kind in kinds else "body", text) for block, text in marked_blocks()]


@pytest.mark.parametrize("encoding", ["Identity-H", "GBK-EUC-H"])
@pytest.mark.parametrize(("layout", "least"), [(ONE, 0.95), (TWO, 0.90), (HEADED, 0.90)], ids=["one", "two", "headed"])
def test_the_graph_is_that_of_the_text(layout: Layout, least: float, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    pages = typeset(paragraphs(), layout)
    path.write_bytes(make_pdf(pages, {"song": not_embedded(encoding)}))
    result = run([str(path)], Config())
    concepts, score = agreement(result.graph)
    assert concepts >= 27
    assert score >= least
    assert {sentence.page for sentence in result.graph.sentences} == set(range(1, len(pages) + 1))
