"""The other views, languages, themes, downloads, and text that wants to be markup."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from conceptgraph.config import WriteConfig
from conceptgraph.model import ConceptGraph
from page_graphs import TEXTS, TITLE, argument_graph, hostile_graph

VIEWS = ("graph", "text", "chains", "table")
EMPTY = ConceptGraph((), (), (), (), ())


def test_the_reading_view_has_the_text_and_a_sentence_lights_its_part(open_page: Any) -> None:
    page = open_page(argument_graph())
    page.click("[data-view-tab=text]")
    text = page.inner_text("#reading")
    assert all(each in text for _, _, each in TEXTS)
    page.click("#s3")
    assert page.locator("#s3").get_attribute("aria-pressed") == "true"
    lit = page.evaluate("[...Picture.lit.concepts].map((each) => each.label).sort()")
    assert lit == sorted(["等待时间", "待命劳动", "数据痕迹"])
    assert page.locator("#panel-body .claim-line").count() == 2


def test_sentences_are_walked_by_keys(open_page: Any) -> None:
    page = open_page(argument_graph(), "#view=text")
    for _ in range(2):  # a change of language builds the text anew
        page.click("#language")
    page.focus("#s0")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#view=text&s=2"


def test_a_concept_in_the_text_opens_it(open_page: Any) -> None:
    page = open_page(argument_graph(), "#view=text")
    page.click("#s6")
    page.click("#s6 mark >> text=信任")
    assert page.inner_text("#panel-body h2") == "信任"
    assert page.locator("#reading mark.chosen").count() == 1


def test_chains_are_listed_drawn_and_lit(open_page: Any) -> None:
    page = open_page(argument_graph())
    page.click("[data-view-tab=chains]")
    assert page.locator("#chains .chain").count() == 1  # the composed one is not listed at first
    page.click("#chains .chain >> nth=0")
    assert page.locator("#chains .chain >> nth=0").locator(".box").all_inner_texts() == [
        "等待时间",
        "待命劳动",
        "数据痕迹",
    ]
    assert page.evaluate("[...Picture.lit.edges].map((each) => each.id)") == ["e1", "e2"]
    assert page.locator("#panel-body .piece mark.cue").all_inner_texts() == ["变成", "产生"]
    boxes = [each.bounding_box() for each in page.locator("#chains .chain >> nth=0").locator(".box").all()]
    assert [box["x"] for box in boxes] == sorted(box["x"] for box in boxes)
    page.click("#chains >> text=全部（2）")
    assert page.locator("#chains .chain").count() == 2
    page.click("#chains >> text=组合链（1）")
    assert page.locator("#chains li:has(.badge.composed)").count() == 1
    assert page.locator("#chains .chain[aria-pressed=true]").count() == 1  # the chosen one stays listed


def test_chains_are_filtered_and_the_filter_can_be_taken_away(open_page: Any) -> None:
    page = open_page(argument_graph(), "#view=chains&hide=becomes&chains=all")
    assert page.locator("#chains .chain").count() == 0
    assert "没有这一类论证链" in page.inner_text("#chains")
    page.click("#chains .active-filters >> text=关系")
    assert page.locator("#chains .chain").count() == 2


def test_an_empty_table_says_what_to_loosen(open_page: Any) -> None:
    page = open_page(argument_graph(), "#view=table&speaker=无此人")
    page.click("#table-relations")
    assert page.locator("#table-area tbody tr").count() == 0
    page.click("#table-area .active-filters >> text=谁说的")
    assert page.locator("#table-area tbody tr").count() == 11
    page.fill("#table-filter", "查无此词")
    page.click("#table-area >> text=清除筛选文字")
    assert page.locator("#table-area tbody tr").count() == 11


@pytest.mark.parametrize(
    ("fragment", "heading"),
    [("#n=评分制度", "评分制度"), ("#e=e1", "等待时间"), ("#chain=2", "论证链 2"), ("#s=4", "第 5 句")],
)
def test_links_open_what_they_name(open_page: Any, fragment: str, heading: str) -> None:
    page = open_page(argument_graph(), quote(fragment, safe="#=&"))
    assert page.inner_text("#panel-body h2").startswith(heading)


def test_the_address_of_a_view_opens_the_same_view(open_page: Any) -> None:
    page = open_page(argument_graph())
    page.evaluate("State.go({ n: '平台', hide: 'cooccurrence', focus: '1' })")
    fragment = page.evaluate("location.hash")
    again = open_page(argument_graph(), fragment)
    assert again.evaluate("State.now") == page.evaluate("State.now")
    assert again.evaluate("Picture.nodes.getIds().sort()") == page.evaluate("Picture.nodes.getIds().sort()")


def test_an_unknown_link_opens_the_overview(open_page: Any) -> None:
    page = open_page(argument_graph(), "#n=没有&e=e999&chain=7&s=xyz&view=nowhere&focus=z")
    assert TITLE in page.inner_text("#panel-body")
    assert page.evaluate("Picture.nodes.length") == 8


def test_the_overview_opens_with_the_argument_itself(open_page: Any) -> None:
    page = open_page(argument_graph())
    assert page.locator("#panel-body h3").all_inner_texts() == ["关键概念", "主要论证链", "主要论断"]
    chains = page.locator('#panel-body section:has(h3:text-is("主要论证链")) button')
    assert chains.all_inner_texts() == ["等待时间 → 待命劳动 → 数据痕迹"]  # not the composed one
    claims = page.locator('#panel-body section:has(h3:text-is("主要论断")) button').all_inner_texts()
    assert claims
    assert not any("信任" in each or "平台 —" in each for each in claims)
    chains.click()
    assert page.evaluate("location.hash") == "#chain=1"
    assert "等待时间变成待命劳动" in page.inner_text("#panel-body")


def test_a_chain_that_several_passages_tell_stands_once(open_page: Any) -> None:
    graph = argument_graph()
    again = tuple(replace(chain, confidence=chain.confidence / 2) for chain in graph.chains)
    page = open_page(replace(graph, chains=(*graph.chains, *again)))
    chains = page.locator('#panel-body section:has(h3:text-is("主要论证链")) button')
    assert chains.all_inner_texts() == ["等待时间 → 待命劳动 → 数据痕迹"]


def test_main_claims_join_important_concepts(open_page: Any) -> None:
    claims = open_page(argument_graph()).evaluate(
        "Panel.mainClaims(Content.edges.filter((edge) => !edge.pair))"
        ".map((edge) => edge.weight * (edge.source.importance + edge.target.importance))"
    )
    assert len(claims) > 2
    assert claims == sorted(claims, reverse=True)


def test_tables_sort_filter_and_select(open_page: Any) -> None:
    page = open_page(argument_graph(), "#view=table")
    assert page.locator("#table-area tbody tr").count() == 10
    page.click("#table-area th.column-frequency button")
    page.click("#table-area th.column-frequency button")
    assert page.locator("#table-area th.column-frequency").get_attribute("aria-sort") == "descending"
    counts = [int(each) for each in page.locator("#table-area tbody td:nth-child(5)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert page.evaluate("location.hash") == "#view=table&sort=-frequency"
    page.click("#table-relations")
    assert page.evaluate("location.hash") == "#view=table&table=relations"
    assert page.locator("#table-area tbody tr").count() == 11
    page.fill("#table-filter", "林澜")
    rows = page.locator("#table-area tbody tr").all_inner_texts()
    assert len(rows) == 2
    assert any("林澜" in row and "占有" in row for row in rows)
    page.click("#table-area tbody tr:has-text('占有') button")
    assert page.evaluate("State.edge().id") == "e3"


def test_the_table_says_denied_and_asked(open_page: Any) -> None:
    page = open_page(argument_graph(), "#view=table")
    page.click("#table-relations")
    assert "否定" in page.inner_text("#table-area tr:has-text('导致')")
    assert "设问" in page.inner_text("#table-area tr:has-text('促进')")


def test_language_follows_the_browser_and_can_be_changed(open_page: Any) -> None:
    page = open_page(argument_graph(), locale="en-GB")
    assert page.inner_text("[data-view-tab=chains]") == "Chains"
    assert page.get_attribute("html", "lang") == "en"
    page.click("#language")
    assert page.inner_text("[data-view-tab=chains]") == "论证链"
    page.reload()
    assert page.inner_text("[data-view-tab=chains]") == "论证链"


def test_theme_follows_the_system_and_can_be_changed(open_page: Any) -> None:
    page = open_page(argument_graph(), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    light = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == light


def test_pictures_can_be_saved(open_page: Any) -> None:
    page = open_page(argument_graph())
    with page.expect_download() as saved:
        page.click("#download-svg")
    root = ElementTree.parse(saved.value.path()).getroot()
    names = {each.text for each in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"待命劳动", "评分制度", "导致", "共现"} <= names  # concepts and, below, the types of lines
    assert saved.value.suggested_filename == "waiting.svg"
    with page.expect_download() as saved:
        page.click("#download-png")
    content = saved.value.path().read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") > 1000


def test_paper_gets_the_picture_in_lines(open_page: Any) -> None:
    page = open_page(argument_graph(), color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#network").is_hidden()
    assert {"待命劳动", "导致"} <= set(page.locator("#printed svg text").all_text_contents())
    assert page.evaluate("Picture.colours.paper") == "#fcfbf8"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("Picture.colours.paper") != "#fcfbf8"


def test_quotes_are_copied_with_their_reference(open_page: Any) -> None:
    page = open_page(argument_graph(), "#e=e1")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.click("#panel-body >> text=复制引文")
    assert page.evaluate("window.copied") == f"“{TEXTS[3][2]}”（沈某，《{TITLE}》，某学报，2024，一、待命劳动）"
    page.click("#panel-body >> text=复制链接")
    assert page.evaluate("window.copied").endswith("#e=e1")


@pytest.mark.parametrize("width", [360, 768, 1024])
def test_nothing_sticks_out_of_a_narrow_window(open_page: Any, width: int) -> None:
    for view in VIEWS:
        page = open_page(argument_graph(), f"#view={view}&n=待命劳动", viewport={"width": width, "height": 760})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_legend_opens_over_the_picture_on_a_phone(open_page: Any) -> None:
    page = open_page(argument_graph(), viewport={"width": 390, "height": 800})
    assert page.locator("#legend").is_hidden()
    page.click("#open-legend")
    assert page.locator("#legend-types").is_visible()
    page.click("#open-legend")
    assert page.locator("#legend").is_hidden()


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_graph_says_so(open_page: Any, view: str) -> None:
    page = open_page(EMPTY, f"#view={view}")
    words = {"graph": "没有发现概念", "text": "没有发现概念", "chains": "没有发现论证链", "table": "共 0 行"}
    area = {"graph": "#empty", "text": "#reading", "chains": "#chains", "table": "#table-area"}
    assert words[view] in page.inner_text(area[view])


def test_without_the_text_the_page_says_so(open_page: Any) -> None:
    page = open_page(argument_graph(), "#e=e1", config=WriteConfig(evidence="none"))
    assert "此处原文未收入本页" in page.inner_text("#panel-body")
    assert "线索词“变成”" in page.inner_text("#panel-body")
    page.click("[data-view-tab=text]")
    assert "本页按设置不含原文" in page.inner_text("#reading")


def test_left_out_evidence_is_counted(open_page: Any) -> None:
    page = open_page(argument_graph(), "#e=e10", config=WriteConfig(page_evidence=1))
    assert "另有 1 处证据未收入本页" in page.inner_text("#panel-body")
    page.keyboard.press("Escape")
    assert "1 处证据（每条边只收置信度最高的几处）" in page.inner_text("#panel-body")


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_text_stays_text(open_page: Any, view: str) -> None:
    page = open_page(hostile_graph(), f"#view={view}")
    count = page.evaluate("document.querySelectorAll('script').length")
    assert count == 3
    for selection in ("n", "e", "chain", "s"):
        value = {"n": page.evaluate("Content.concepts[3].label"), "e": "e3", "chain": "1", "s": "4"}[selection]
        page.evaluate("changes => State.go(changes)", {selection: value})
    page.fill("#search", "onerror")
    assert page.locator("#suggestions li").count() > 0
    page.click("#table-relations", force=True) if view == "table" else None
    page.evaluate("Picture.showTip({ node: 'n0', pointer: { DOM: { x: 5, y: 5 } } })")
    page.evaluate("Picture.showTip({ edge: 'e3', pointer: { DOM: { x: 5, y: 5 } } })")
    page.wait_for_timeout(100)
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, [onerror]').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 3


def test_the_policy_blocks_an_injected_handler(open_page: Any) -> None:
    page = open_page(argument_graph())
    page.evaluate(
        """() => {
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.ran = true");
      image.setAttribute("src", "data:image/png;base64,broken");
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(image, script);
    }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    blocked = [event for event in page.watched if re.search("Content Security Policy", event)]
    assert len(blocked) == 2
    page.watched.clear()


def test_a_graph_edited_by_hand_still_opens(open_page: Any) -> None:
    base = argument_graph()
    graph = replace(
        base,
        documents=(),
        sentences=base.sentences[:3],
        concepts=tuple(replace(each, measures={}) for each in base.concepts),
    )
    page = open_page(graph)
    for selection in ({"n": "评分制度"}, {"e": "e1"}, {"e": "e10"}, {"chain": "1"}, {"s": "2"}):
        page.evaluate("changes => State.go(changes)", selection)
        assert page.inner_text("#panel-body h2")
    page.click("[data-view-tab=text]")
    assert TEXTS[2][2] in page.inner_text("#panel-body")


def test_many_documents_are_named_beside_each_quote(open_page: Any) -> None:
    base = argument_graph()
    other = replace(base.documents[0], id="other", title="另一篇")
    graph = replace(
        base,
        documents=(*base.documents, other),
        sentences=tuple(replace(each, document="other") if each.id > 4 else each for each in base.sentences),
    )
    page = open_page(graph, "#e=e5")
    assert "另一篇 · 二、评分制度" in page.inner_text("#panel-body .place")
    page.keyboard.press("Escape")
    assert "2 篇文献" in page.inner_text("#panel-body")
