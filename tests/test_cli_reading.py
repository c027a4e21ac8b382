"""The commands that read a graph: chains, explain."""

from __future__ import annotations

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
