"""The graph of a paper is the same whether it comes as text, Word file, page, e-book or Markdown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conceptgraph.config import Config
from conceptgraph.pipeline import run
from handmade_docx import escape, make_docx, para, style, styles
from handmade_epub import make_epub, package, page
from sample_paper import agreement, marked_blocks, plain_graph

pytest.importorskip("selectolax", reason="the extra web is not installed")

LEVELS = styles(*(style(str(level), f"heading {level}") for level in (1, 2, 3)), style("ti", "Title"))


def as_docx() -> bytes:
    """Return the sample as a Word file with headings in styles."""
    return make_docx(
        *(
            para(
                text,
                style="ti" if block.kind == "title" else str(len(block.section)) if block.kind == "heading" else "",
            )
            for block, text in marked_blocks()
        ),
        styles=LEVELS,
    )


def as_plain_docx() -> bytes:
    """Return the sample as a Word file without any style, as most are."""
    return make_docx(*(para(text) for _, text in marked_blocks()))


def body() -> str:
    """Return the sample as elements of HTML."""
    parts = []
    for block, text in marked_blocks():
        level = {"title": 1, "heading": len(block.section) + 1}.get(block.kind)
        tag = f"h{level}" if level else "p"
        parts.append(f"<{tag}>{escape(text)}</{tag}>")
    return "\n".join(parts)


def as_html() -> bytes:
    """Return the sample as a page."""
    return f"<!DOCTYPE html><html><head><title>样例</title></head><body>{body()}</body></html>".encode()


def as_epub() -> bytes:
    """Return the sample as an e-book, a file a section."""
    first, *rest = body().split("<h2>")
    pages = {f"{n}.xhtml": page(text) for n, text in enumerate([first, *(f"<h2>{part}" for part in rest)])}
    facts = f"<dc:title>{marked_blocks()[0][1]}</dc:title>"
    return make_epub({"content.opf": package(list(pages), facts), **pages})


def as_markdown() -> bytes:
    """Return the sample as Markdown."""
    parts = []
    for block, text in marked_blocks():
        level = {"title": 1, "heading": len(block.section) + 1}.get(block.kind, 0)
        parts.append("#" * level + " " * bool(level) + text)
    return "\n\n".join(parts).encode()


FORMATS: dict[str, Callable[[], bytes]] = {
    "paper.docx": as_docx,
    "plain.docx": as_plain_docx,
    "paper.html": as_html,
    "paper.epub": as_epub,
    "paper.md": as_markdown,
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_graph_is_that_of_the_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FORMATS[name]())
    graph = run([str(path)], Config()).graph
    concepts, score = agreement(graph)
    assert concepts >= 27
    assert score >= 0.95
    sections = [{sentence.section for sentence in each.sentences} for each in (graph, plain_graph())]
    assert sections[0] == sections[1]
