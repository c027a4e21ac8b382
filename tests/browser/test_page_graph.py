"""The picture: what is drawn, where, and what a click, a key, a filter or a link shows."""

from __future__ import annotations

from typing import Any

import pytest

from conceptgraph.config import WriteConfig
from page_graphs import CONCEPTS, argument_graph, crowd

DRAWN = "() => [Picture.nodes.length, Picture.links.length]"
NODE_PLACE = "id => Picture.network.canvasToDOM(Picture.network.getPosition(id))"
EDGE_PLACE = """id => {
  const edge = Content.edgeById.get(id);
  const [one, other] = [edge.source, edge.target].map((each) => Picture.boxNow(each));
  const { smooth } = Picture.links.get(id);
  const via = Geometry.via(one, other, smooth ? smooth.roundness * (smooth.type === "curvedCW" ? 1 : -1) : 0);
  for (let share = 0.05; share < 1; share += 0.05) {
    const at = (axis) => (1 - share) ** 2 * one[axis] + 2 * share * (1 - share) * via[axis] + share ** 2 * other[axis];
    const place = { x: at("x"), y: at("y") };
    const dom = Picture.network.canvasToDOM(place);
    if (!Picture.network.getNodeAt(dom) && Picture.network.getEdgeAt(dom) === id) return dom;
  }
  throw new Error("the edge lies under boxes");
}"""


BOXES = """() => Content.concepts.map(({ id }) => {
  const { x, y, shape: { width, height } } = Picture.network.body.nodes[id];
  return { id, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
})"""


def click_at(page: Any, place: dict[str, float]) -> None:
    frame = page.locator("#network").bounding_box()
    page.mouse.click(frame["x"] + place["x"], frame["y"] + place["y"])


def panel(page: Any) -> str:
    return page.inner_text("#panel-body")


def test_it_opens_on_what_is_shown_and_shows_all_on_demand(open_page: Any) -> None:
    page = open_page(argument_graph())
    shown = {name for name, each in CONCEPTS.items() if each[3]}
    assert page.evaluate(DRAWN) == [len(shown), 9]
    page.click("#show-all")
    assert page.evaluate(DRAWN) == [len(CONCEPTS), 11]
    page.click("#undo")
    page.wait_for_timeout(100)
    assert page.evaluate(DRAWN) == [len(shown), 9]


@pytest.mark.parametrize(("nodes", "edges"), [(60, 150), (150, 500)])
def test_boxes_have_a_ground_and_do_not_overlap(open_page: Any, nodes: int, edges: int) -> None:
    page = open_page(crowd(nodes, edges, shown=nodes))
    boxes = page.evaluate(BOXES)
    assert len(boxes) == nodes
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = (
                one["left"] - other["right"],
                other["left"] - one["right"],
                one["top"] - other["bottom"],
                other["top"] - one["bottom"],
            )
            assert max(apart) > 0, (one, other)
    grounds = page.evaluate(
        """() => {
      const canvas = document.querySelector("#network canvas");
      const ratio = canvas.width / canvas.clientWidth;
      Picture.network.moveTo({ scale: 1, position: { x: 0, y: 0 } });
      return Content.concepts.map(({ id }) => {
        const { x, y, shape } = Picture.network.body.nodes[id];
        Picture.network.moveTo({ scale: 1, position: { x, y } });
        Picture.network.redraw();
        const place = Picture.network.canvasToDOM({ x: x - shape.width / 2 + 3, y });
        const [red, green, blue] = canvas.getContext("2d").getImageData(place.x * ratio, place.y * ratio, 1, 1).data;
        const wanted = Picture.nodes.get(id).color.background;
        return [wanted, "#" + [red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")];
      });
    }"""
    )
    assert [wanted for wanted, _ in grounds] == [found for _, found in grounds]


def test_a_click_on_a_concept_shows_its_evidence_in_order(open_page: Any) -> None:
    page = open_page(argument_graph())
    click_at(page, page.evaluate(NODE_PLACE, "n0"))
    text = panel(page)
    assert text.startswith("待命劳动")
    assert "又作：standby labour" in text
    order = [text.index(each) for each in ("它是什么", "又称", "由什么转化而来", "它产生什么", "全部出处")]
    assert order == sorted(order)
    first = page.locator("#panel-body .group[data-type=is_a] .piece").first
    assert first.locator("mark.cue").inner_text() == "是指"
    assert first.locator("mark.end").all_inner_texts() == ["待命劳动", "订单"]
    assert "一、待命劳动" in first.locator("footer").inner_text()
    assert page.locator("#panel-body svg.strip rect").count() == 4


def test_a_click_on_an_edge_shows_sentence_cue_rule_and_speaker(open_page: Any) -> None:
    page = open_page(argument_graph(), "#hide=argues")
    click_at(page, page.evaluate(EDGE_PLACE, "e3"))
    assert page.evaluate("location.hash") == "#e=e3&hide=argues"
    text = panel(page)
    assert "林澜：" in text
    assert "只是转述他人" in text
    assert "线索词“占有”" in text
    assert "rule.占有" in text
    assert page.locator("#panel-body .piece.reported mark.cue").inner_text() == "占有"


@pytest.mark.parametrize(
    ("edge", "kind", "words"),
    [("e5", "negated", "文本否定这一论断"), ("e6", "asked", "只是设问"), ("e3", "reported", "转述")],
)
def test_what_is_not_the_authors_own_is_marked(open_page: Any, edge: str, kind: str, words: str) -> None:
    page = open_page(argument_graph(), f"#e={edge}")
    assert words in page.inner_text("#panel-body .notice")
    assert page.locator(f"#panel-body .piece.{kind}").count() == 1
    style = page.evaluate("id => Picture.links.get(id)", edge)
    assert style["dashes"] == [8, 5]
    assert ("middle" in style["arrows"]) == (kind == "negated")


def test_a_co_occurrence_shows_its_sentences(open_page: Any) -> None:
    page = open_page(argument_graph(), "#e=e10")
    assert "共同出现 2 次" in panel(page)
    assert page.locator("#panel-body .piece").count() == 2


@pytest.mark.parametrize(
    ("fragment", "nodes", "edges"),
    [
        ("#hide=cooccurrence", 8, 7),
        ("#hide=cooccurrence,causes,promotes", 8, 5),
        ("#community=1", 4, 4),
        ("#speaker=林澜", 2, 1),
        ("#negated=only", 2, 1),
        ("#negated=hide", 8, 8),
        ("#confidence=0.6&hide=cooccurrence", 7, 6),
        ("#weight=2", 2, 1),
        ("#n=评分制度&focus=1", 4, 4),
        ("#from=等待时间&to=数据痕迹", 3, 2),
        ("#speaker=无此人", 0, 0),
    ],
)
def test_filters(open_page: Any, fragment: str, nodes: int, edges: int) -> None:
    page = open_page(argument_graph(), fragment)
    assert page.evaluate(DRAWN) == [nodes, edges]
    assert page.locator("#empty").is_visible() == (nodes == 0)


def test_the_legend_is_the_filter(open_page: Any) -> None:
    page = open_page(argument_graph())
    page.uncheck("#legend-types input[value=causes]")
    assert page.evaluate("location.hash") == "#hide=causes"
    assert page.evaluate(DRAWN) == [8, 8]
    page.click("#communities button >> nth=1")
    assert page.evaluate(DRAWN) == [4, 3]
    page.click("#reset")
    assert page.evaluate(DRAWN) == [8, 9]


def test_lines_run_round_boxes(open_page: Any) -> None:
    page = open_page(crowd(60, 150))
    hidden = page.evaluate(
        """() => {
      const boxes = [...Picture.places.values()];
      const crossed = (edge, bend) => {
        const ends = [edge.source, edge.target].map((each) => Picture.places.get(each));
        return Geometry.crossed(...ends, bend, boxes.filter((box) => !ends.includes(box)));
      };
      const bends = Picture.bends([...Picture.seen.edges], 60);
      const relations = [...Picture.seen.edges].filter((edge) => !edge.pair);
      const sum = (bend) => relations.reduce((count, edge) => count + crossed(edge, bend(edge)), 0);
      return [sum(() => 0), sum((edge) => bends.get(edge))];
    }"""
    )
    assert hidden[1] < 0.6 * hidden[0]


def test_only_the_strongest_concepts_of_a_huge_graph_are_held(open_page: Any) -> None:
    page = open_page(crowd(120, 200), "#all=1", config=WriteConfig(page_concepts=100))
    assert page.evaluate(DRAWN)[0] == 100
    assert "20 个次要概念（见 graph.json）" in page.inner_text("#view-note")
    page.fill("#search", "不存在的概念")
    assert "graph.json" in page.inner_text("#suggestions")


def test_an_empty_view_says_what_to_loosen(open_page: Any) -> None:
    page = open_page(argument_graph(), "#speaker=无此人")
    page.click("#empty >> text=不限说话人")
    assert page.evaluate(DRAWN) == [8, 9]


def test_a_concept_beyond_the_first_view_comes_into_it(open_page: Any) -> None:
    page = open_page(argument_graph(), "#n=候单劳动")
    assert page.evaluate("Picture.nodes.get('n8') !== null")
    assert panel(page).startswith("候单劳动")


@pytest.mark.parametrize(
    ("typed", "found"), [("待命", "待命劳动"), ("打分", "评分制度"), ("STANDBY", "待命劳动"), ("候单", "候单劳动")]
)
def test_search_by_name_alias_and_gloss(open_page: Any, typed: str, found: str) -> None:
    page = open_page(argument_graph())
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert found in page.inner_text("#suggestions li[aria-selected=true]")
    page.keyboard.press("Enter")
    assert panel(page).startswith(found)
    assert page.locator("#suggestions").is_hidden()


def test_search_without_a_match_says_so(open_page: Any) -> None:
    page = open_page(argument_graph())
    page.fill("#search", "不存在的概念")
    assert "没有这个概念" in page.inner_text("#suggestions")


def test_the_keyboard_walks_the_graph(open_page: Any) -> None:
    page = open_page(argument_graph())
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    assert panel(page).startswith("待命劳动")
    seen = set()
    for key in (
        "ArrowRight",
        "ArrowRight",
        "ArrowDown",
        "ArrowDown",
        "ArrowLeft",
        "ArrowLeft",
        "ArrowUp",
        "ArrowUp",
    ) * 2:
        page.keyboard.press(key)
        seen.add(page.inner_text("#panel-body h2"))
    assert len(seen) > 3
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == ""
    page.keyboard.press("2")
    assert page.locator("#reading").is_visible()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()


def test_every_tool_can_be_reached_by_tab(open_page: Any) -> None:
    page = open_page(argument_graph())
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.dataset.viewTab || ''"))
    assert {
        "search",
        "graph",
        "text",
        "chains",
        "table",
        "language",
        "theme",
        "network",
        "fit",
        "panel-body",
    } <= reached


def test_a_path_is_asked_for_in_the_panel(open_page: Any) -> None:
    page = open_page(argument_graph(), "#n=等待时间")
    page.click("#panel-body >> text=到……的路径")
    page.keyboard.type("数据痕迹")
    page.keyboard.press("Enter")
    assert page.evaluate(DRAWN) == [3, 2]
    assert "“等待时间”到“数据痕迹”的路径" in page.inner_text("#view-note")
    assert page.locator("#panel-body .group h3").all_inner_texts() == ["等待时间 — 待命劳动", "待命劳动 — 数据痕迹"]
    assert page.locator("#panel-body .piece mark.cue").all_inner_texts() == ["变成", "产生"]


def test_undo_goes_back_through_what_was_seen(open_page: Any) -> None:
    page = open_page(argument_graph())
    assert page.locator("#undo").is_disabled()
    for name in ("待命劳动", "平台"):
        page.evaluate("name => State.go({ n: name })", name)
    page.keyboard.press("u")
    page.wait_for_timeout(100)
    assert panel(page).startswith("待命劳动")
    page.keyboard.press("Control+z")
    page.wait_for_timeout(100)
    assert page.locator("#undo").is_disabled()


def test_a_large_graph_is_drawn_with_dots(open_page: Any) -> None:
    page = open_page(crowd(600, 1500), "#all=1")
    assert page.evaluate(DRAWN)[0] == 600
    shapes = page.evaluate("Picture.nodes.get().map((node) => node.shape)")
    assert shapes.count("box") == 150
    assert shapes.count("dot") == 450
