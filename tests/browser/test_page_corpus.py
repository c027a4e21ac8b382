"""What the page of several documents says of them: which carry a concept or a claim, and of which years they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from page_graphs import argument_graph, corpus_graph

AXE = Path(__file__).parent.parent / "js" / "node_modules" / "axe-core" / "axe.min.js"


def test_a_concept_lists_its_documents_each_with_its_sentences(open_page: Any) -> None:
    page = open_page(corpus_graph(), "#n=待命劳动")
    lines = [each.inner_text().split("\n")[0] for each in page.locator(".carriers .carrier").all()]
    assert [line.split(" · ")[-1] for line in lines] == ["出现 7 次", "出现 3 次", "出现 1 次"]
    assert ["1998" in line for line in lines] == [False, True, False]
    assert "另有 1 篇" in page.inner_text(".carriers")
    assert page.locator(".carriers .carrier >> nth=0").locator("details").count() == 0  # nothing of it is quoted
    page.click(".carriers summary >> text=等待的时间")
    page.wait_for_selector(".carriers blockquote")
    assert page.locator(".carriers blockquote").count() >= 2
    assert "评分" not in page.inner_text(".carriers blockquote >> nth=0")
    page.click(".carriers blockquote >> nth=0 >> .place")
    assert page.evaluate("State.now.view") == "text"
    assert page.locator("#reading .sentence.lit").count() == 1


def test_a_corpus_is_called_by_the_number_of_its_documents(open_page: Any) -> None:
    graph = corpus_graph()
    page = open_page(
        replace(graph, documents=(*graph.documents, *(replace(graph.documents[0], id=each) for each in "甲乙")))
    )
    assert page.inner_text("h1") == "5 篇文献"
    page.click("#language")
    assert page.inner_text("h1") == "5 documents"
    assert open_page(argument_graph()).inner_text("h1") == "等待时间的政治"


def test_a_concept_shows_the_documents_of_each_year(open_page: Any) -> None:
    page = open_page(corpus_graph(), "#n=待命劳动")
    bars = page.locator(".strip.years rect")
    assert bars.count() == 3
    assert [each.text_content() for each in page.locator(".strip.years title").all()] == [
        "1998 年：2 篇中的 1 篇",
        "2004 年：3 篇中的 1 篇",
        "2005 年：1 篇中的 1 篇",
    ]
    assert "1998—2005" in page.inner_text(".panel-head")
    places = [bar.bounding_box()["x"] for bar in bars.all()]
    assert places[1] - places[0] > 5 * (places[2] - places[1]) > 0  # six years apart, and one


def test_a_relation_says_in_how_many_documents_it_is_claimed(open_page: Any) -> None:
    page = open_page(corpus_graph(), "#e=e2")
    assert "共主张 6 次，见于 2 篇文献 · 最早见于 1998 年" in page.inner_text("#panel-body")
    page.evaluate("State.go({ e: 'e0' })")
    assert "共主张" not in page.inner_text("#panel-body")


def test_the_page_of_one_text_says_nothing_of_documents(open_page: Any) -> None:
    page = open_page(argument_graph(), "#n=待命劳动")
    assert page.locator(".carriers, .strip.years").count() == 0


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in tests/js)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Any, scheme: str) -> None:
    page = open_page(corpus_graph(), "#n=待命劳动", color_scheme=scheme, locale="en-GB")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.click(".carriers summary >> nth=0")
    page.wait_for_selector(".carriers blockquote")
    for change in ({}, {"e": "e2"}):
        page.evaluate("changes => State.go(changes)", change)
        found = page.evaluate("axe.run()")
        assert [each for each in found["violations"] if each["impact"] in ("serious", "critical")] == []
