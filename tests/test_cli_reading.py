"""The commands that read a graph: chains, explain."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conceptgraph.cli.chains import compose_path, select_chains
from conceptgraph.model import ConceptGraph, Edge, Evidence, GraphChain, Span

Call = Callable[..., Any]  # the fixture of conftest.py
TEXT = """数字劳动与异化

数字劳动变成数字商品，数字商品变成数字资本。
平台控制数字劳动。
数字劳动是异化劳动。
马克思认为，异化劳动导致异化。
数字资本并没有使异化消失。
数字劳动与平台的关系仍不清楚。
"""


@pytest.fixture
def built(call: Call) -> Call:
    """Return the function that runs the program, beside a graph that has been built."""
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert call("build", "a.txt", "-q", "-o", "built").code == 0
    return call


def test_chains_with_their_sentences(built: Call) -> None:
    said = built("chains", "built")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0].startswith("1. 数字劳动 —becomes→ 数字商品 —becomes→ 数字资本  [in one passage")
    assert lines[1] == "    数字劳动变成数字商品，数字商品变成数字资本。"
    assert built("chains", "a.txt").out == built("chains", "built/graph.json").out == said.out


def test_chains_from_and_to(built: Call) -> None:
    assert "数字商品" in built("chains", "built", "--from", "数字劳动", "--to", "数字资本", "--type", "becomes").out
    for arguments in (["--from", "数字资本", "--to", "数字劳动"], ["--type", "opposes"]):
        said = built("chains", "built", *arguments)
        assert (said.code, said.out) == (0, "")
        assert said.err == "no such chain; try without --type, or the other way round\n"


def test_an_unknown_concept_is_named_with_the_near_ones(built: Call) -> None:
    said = built("chains", "built", "--from", "数字商")
    assert said.code == 2
    assert said.err.startswith("数字商: no such concept in the graph; near: 数字商品")


def test_explain_a_concept(built: Call) -> None:
    said = built("explain", "built", "数字劳动")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "数字劳动"
    steps = [line for line in lines if "—" in line and not line.startswith(" ")]
    assert steps[0] == "数字劳动 —is a→ 异化劳动"
    assert "数字劳动 —becomes→ 数字商品" in steps
    for step in steps:
        quote = lines[lines.index(step) + 1]
        assert quote.strip() in TEXT
        assert "confidence" in lines[lines.index(step) + 2]


def test_explain_says_who_speaks(built: Call) -> None:
    said = built("explain", "built", "异化劳动", "异化", "--lang", "zh")
    assert "异化劳动 —导致→ 异化" in said.out
    assert "马克思 的主张" in said.out


def test_explain_what_stands_together_without_a_relation(built: Call) -> None:
    said = built("explain", "built", "数字资本", "异化")
    assert "数字资本 and 异化 stand together in 1 sentences." in said.out
    assert "数字资本并没有使异化消失。" in said.out


def test_explain_says_that_two_never_stand_together(call: Call) -> None:
    Path("apart.txt").write_text("平台占有数据，平台分析数据。\n\n教师批评考试，教师反对考试。\n", encoding="utf-8")
    said = call("explain", "apart.txt", "平台", "考试", "--lang", "zh")
    assert said.out == "没有一个句子同时提到 平台 和 考试。\n"


@pytest.mark.parametrize("names", [[""], ["数字劳动", " "]])
def test_explain_an_empty_name(built: Call, names: list[str]) -> None:
    assert built("explain", "built", *names) == (2, "", "the name of a concept is empty; write its name\n")


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        ("量子", "量子 does not occur in these texts."),
        ("字劳", "The segmenter cuts some occurrences otherwise: 数字/劳动"),
        ("字劳", "It stands inside longer concepts: 数字劳动"),
        ("清楚", "清楚 is not in the graph, but occurs 1 times in 1 sentences."),
    ],
)
def test_explain_why_a_term_is_missing(built: Call, term: str, reason: str) -> None:
    said = built("explain", "built", term)
    assert said.code == 0
    assert any(line.startswith(reason) for line in said.out.splitlines()), said.out
    assert built("explain", "a.txt", term).out == said.out


def test_explain_what_was_read_but_not_sure_enough(call: Call) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert call("build", "a.txt", "-q", "-o", "built", "--set", "relate.lowest_confidence=0.95").code == 0
    said = call("explain", "built", "数字劳动", "异化劳动", "--set", "relate.lowest_confidence=0.95")
    assert said.code == 0
    assert re.search(
        r"read from it, but not sure enough: 数字劳动 —is a→ 异化劳动 "
        r"\(0\.\d+; relate.lowest_confidence = 0.95\)",
        said.out,
    ), said.out


# --- paths --------------------------------------------------------------------------------------------------


def edge(source: str, target: str, confidence: float, relation: str = "causes", **evidence: Any) -> Edge:
    """Return an edge with one piece of evidence."""
    span = Span(0, 0, 1)
    proof = Evidence((0,), span, span, span, "导致", "r", confidence=confidence, **evidence)
    return Edge("e", source, target, relation, True, True, 1.0, False, (None,), confidence, (proof,))


def path(*edges: Edge, types: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the composed path from 甲 to 丁."""
    graph = ConceptGraph((), (), (), edges, ())
    return [chain.concepts for chain in compose_path(graph, "甲", "丁", types)]


def test_the_surest_path_wins_over_the_shortest() -> None:
    long = (edge("甲", "乙", 0.9), edge("乙", "丙", 0.9), edge("丙", "丁", 0.9))
    assert path(edge("甲", "丁", 0.5), *long) == [("甲", "乙", "丙", "丁")]
    assert path(edge("甲", "丁", 0.9), *long) == [("甲", "丁")]
    assert path(*long, types=("becomes",)) == []


@pytest.mark.parametrize("evidence", [{"negated": True}, {"modality": "asked"}, {"speaker": "马克思"}])
def test_a_path_is_made_of_what_the_author_asserts(evidence: dict[str, Any]) -> None:
    assert path(edge("甲", "丁", 1.0, **evidence)) == []


def test_a_path_ends_in_spite_of_circles() -> None:
    assert path(edge("甲", "乙", 1.0), edge("乙", "甲", 1.0)) == []


def test_the_order_of_the_concepts_counts() -> None:
    chain = GraphChain(("甲", "乙", "丙"), ("causes", "becomes"), (0,), "attested")
    assert list(select_chains([chain], "甲", "丙", ())) == [chain]
    assert list(select_chains([chain], "丙", "甲", ())) == []
    assert list(select_chains([chain], "", "乙", ("causes",))) == []


# --- render, open, evaluate ---------------------------------------------------------------------------------


def test_render_writes_the_same_files_again(built: Call) -> None:
    before = {path.name: path.read_bytes() for path in Path("built").iterdir()}
    for path in Path("built").glob("*.*ml"):
        path.unlink()
    said = built("render", "built", "--to", "graphml,html,csv")
    assert said.code == 0, said.err
    assert {Path(line).name for line in said.out.splitlines()} == {
        "graph.graphml",
        "graph.html",
        *(name for name in before if name.endswith(".csv")),
    }
    after = {path.name: path.read_bytes() for path in Path("built").iterdir()}
    assert after == before


def test_render_elsewhere_with_an_edited_graph(built: Call) -> None:
    graph = json.loads(Path("built/graph.json").read_text(encoding="utf-8"))
    graph["concepts"] = [concept for concept in graph["concepts"] if concept["name"] != "平台"]
    Path("edited.json").write_text(json.dumps(graph), encoding="utf-8")
    for _ in range(2):  # the second time the folder is one of ours
        assert built("render", "edited.json", "-o", "other", "--to", "json,csv", "-q") == (0, "", "")
    assert "\n平台," not in Path("other/concepts.csv").read_text(encoding="utf-8")
    assert {path.name for path in Path("other").glob("*.json")} == {"graph.json", "run.json"}
    assert built("render", "other", "--to", "csv", "--set", "write.csv_safe=no").code == 2


def test_render_writes_on_request_what_a_build_does_not(built: Call) -> None:
    said = built("render", "built", "--to", "gephi,dot,mermaid", "-o", "more")
    assert {Path(line).name for line in said.out.splitlines()} == {
        "gephi-nodes.csv",
        "gephi-edges.csv",
        "chains.dot",
        "chains.mmd",
        "run.json",
    }
    plain = built("render", "built", "-o", "plain")
    assert {Path(line).name for line in plain.out.splitlines()} == {path.name for path in Path("built").iterdir()}


def test_render_refuses(built: Call) -> None:
    Path("mine").mkdir()
    Path("mine/thesis.txt").write_text("论文")
    assert built("render", "built", "-o", "mine").code == 2
    assert built("render", "built", "--to", "docx").err.startswith("--to: docx is not one of ")
    assert built("render", "none.json").err.startswith("none.json: cannot be read")
    assert built("render", "a.txt").err.startswith("a.txt: not valid JSON")
    assert list(Path("mine").iterdir()) == [Path("mine/thesis.txt")]


@pytest.mark.parametrize("name", ["a", "outputs/a", "outputs/a/graph.html", "outputs/a/graph.json", "a.txt", None])
def test_open(call: Call, monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    page = Path("outputs/a/graph.html")
    page.parent.mkdir(parents=True)
    page.touch()
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    assert call("open", *filter(None, [name])) == (0, f"{page}\n", "")
    assert opened == [page.resolve().as_uri()]


def test_open_without_a_page_or_browser(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("open") == (2, "", "outputs: no page (graph.html) there; make one with conceptgraph build\n")
    assert call("open", "none").err == "none: no page (graph.html) there; make one with conceptgraph build\n"
    Path("graph.html").touch()
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    said = call("open", "graph.html")
    assert (said.code, said.err) == (0, "no browser could be started; open the file by hand\n")


def test_evaluate(built: Call) -> None:
    gold = {
        "doc": "a",
        "concepts": [{"name": "数字劳动", "tier": 1}, {"name": "数字商品", "tier": 1}],
        "relations": [{"s": "数字劳动", "t": "数字商品", "type": "becomes"}],
        "chains": [],
    }
    Path("gold.json").write_text(json.dumps(gold), encoding="utf-8")
    scores = json.loads(built("evaluate", "built", "gold.json", "--format", "json").out)
    assert scores["relation_typed_strict_R"] == 1.0
    table = built("evaluate", "built/graph.json", "gold.json").out
    assert dict(line.split() for line in table.splitlines())["concept_recall_tier1_strict"] == "1.000"
    assert built("evaluate", "built", "a.txt").code == 2
    assert built("evaluate", "a.txt", "gold.json").err.startswith("a.txt: not valid JSON")
