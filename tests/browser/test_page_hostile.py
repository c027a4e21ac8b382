"""Whatever a hostile file, list, lexicon or heading brings into the page stays text, in every view and panel."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conceptgraph.config import Config, WordsConfig
from conceptgraph.model import ConceptGraph
from conceptgraph.pipeline import run

VIEWS = ("graph", "text", "chains", "table")
PAYLOADS = (
    "<img src=x onerror=window.ran=1>",
    "</script><script>window.ran=1</script>",
    "<svg/onload=window.ran=1>",
    "\"><iframe srcdoc='<script>parent.ran=1</script>'>",
    "<a href=javascript:window.ran=1>a</a>",
    "{{window.ran=1}}${window.ran=1}",
    "'-(window.ran=1)-'",
    "<!--<script>window.ran=1//-->",
    "<style>*{background:url(//h.example/x)}</style>",
    "<math><mtext></p><img src=//h.example/y onerror=window.ran=1></math>",
    "&lt;img src=x onerror=window.ran=1&gt;",
    "\u2028window.ran=1\u2029",
)
TERM = "<b>数据</b>"  # as the user's lexicon has it
ELEMENTS = "img, iframe, object, embed, math, base, form, a[href^='javascript:'], [onerror], [onload]"


def hostile_files(folder: Path) -> list[str]:
    """Write a list of papers, a text and an essay in Markdown that have a payload wherever one can stand."""
    rows = [
        {
            "id": payload,
            "title": f"数据与劳动{payload}",
            "text": f"何以安认为，{payload}平台导致{TERM}异化。平台把时间变成“{payload}数据”，数据又变成商品。",
            "author": [payload, "何以安"],
            "year": "2020",
            "source": payload,
            "keywords": [payload, "数据"],
        }
        for payload in PAYLOADS
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "papers.jsonl").write_text(lines, encoding="utf-8")
    sections = "\n\n".join(
        f"## 一、数据{payload}\n\n平台导致异化（{payload}，2014：45）。{TERM}变成商品[{number}]。"
        "马克思认为，数据导致异化。"
        for number, payload in enumerate(PAYLOADS)
    )
    (folder / "essay.md").write_text(f"# 平台{PAYLOADS[0]}\n\n{sections}\n", encoding="utf-8")
    named = "<img src=x onerror=window.ran=1>.txt"
    (folder / named).write_text(f"平台{PAYLOADS[1]}导致异化。数据{PAYLOADS[2]}变成商品。", encoding="utf-8")
    (folder / "lexicon").write_text(TERM + "\n", encoding="utf-8")
    (folder / "synonyms").write_text("劳动 = <b onclick>劳动者</b>\n", encoding="utf-8")
    renamed = zip(("劳动", "商品", "马克思", "异化", "数据"), PAYLOADS, strict=False)
    edits = (f"[[rename]]\nconcept = {json.dumps(name)}\nto = {json.dumps(payload)}\n" for name, payload in renamed)
    (folder / "edits").write_text("".join(edits), encoding="utf-8")
    return [str(folder / name) for name in ("papers.jsonl", "essay.md", named)]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> ConceptGraph:
    folder = tmp_path_factory.mktemp("hostile")
    words = {name: str(folder / name) for name in ("lexicon", "synonyms", "edits")}
    return run(hostile_files(folder), replace(Config(), words=WordsConfig(**words))).graph


def test_the_payloads_reach_every_place(graph: ConceptGraph) -> None:
    """Else the other tests say nothing."""
    documents, names = graph.documents, {concept.name for concept in graph.concepts}
    for field in ("id", "title", "authors", "source", "keywords", "path"):
        assert any("window.ran" in str(getattr(document, field)) for document in documents), field
    assert any("window.ran" in sentence.text for sentence in graph.sentences)
    assert any("window.ran" in sentence.section for sentence in graph.sentences)
    assert {*PAYLOADS[:2], *PAYLOADS[3:5]} <= names
    assert any(PAYLOADS[2] in edge.speakers for edge in graph.edges)
    assert any(PAYLOADS[1] in chain.concepts for chain in graph.chains)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_of_a_hostile_input_runs(open_page: Any, graph: ConceptGraph, view: str) -> None:
    page = open_page(graph, f"#view={view}")
    scripts = page.evaluate("document.querySelectorAll('script').length")
    marked = [concept.name for concept in graph.concepts if "<" in concept.name] + [graph.concepts[0].name]
    selections = [{"n": name} for name in marked[:8]]
    selections += [{"e": edge.id} for edge in graph.edges if edge.relation != "cooccurrence"][:8]
    selections += [{"chain": str(number)} for number in range(min(3, len(graph.chains)))]
    selections += [{"s": str(number)} for number in range(0, len(graph.sentences), 5)]
    for selection in selections:
        page.evaluate("changes => State.go(changes)", selection)
        assert page.evaluate(f"document.querySelectorAll({json.dumps(ELEMENTS)}).length") == 0, selection
    for typed in ("window", "<img", "数据"):
        page.fill("#search", typed)
    page.emulate_media(media="print")
    page.wait_for_timeout(50)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.querySelectorAll('script').length") == scripts
    assert page.evaluate(f"document.querySelectorAll({json.dumps(ELEMENTS)}).length") == 0


def test_a_hostile_address_of_a_view_stays_text(open_page: Any, graph: ConceptGraph) -> None:
    page = open_page(graph)
    for payload in PAYLOADS[:4]:
        for key in ("n", "e", "view", "chain", "s", "q"):
            page.evaluate("address => { location.hash = address }", f"{key}={payload}")
            page.wait_for_timeout(20)
            assert page.evaluate("window.ran") is None
            assert page.evaluate(f"document.querySelectorAll({json.dumps(ELEMENTS)}).length") == 0


def test_the_policy_of_the_page_names_no_source_but_its_own_hashes(graph: ConceptGraph) -> None:
    from conceptgraph.write.html_page import html_page

    text = html_page(graph, Config().write).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy"\s+content="([^"]*)"', text)
    assert "default-src 'none'" in policy
    assert not re.search(r"unsafe-eval|https?:|//|\*", policy)
