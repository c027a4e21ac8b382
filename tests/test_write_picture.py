"""graph.svg and graph.png: what is drawn and where, read back with an XML parser and with Pillow; fonts; same bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conceptgraph.config import Config
from conceptgraph.errors import ConceptgraphWarning, OutputError
from conceptgraph.messages import LANGUAGES, catalogue
from conceptgraph.model import ConceptGraph
from conceptgraph.settings import with_settings
from conceptgraph.write import picture
from conceptgraph.write.picture import fonts, to_png, to_svg
from conceptgraph.write.picture.legend import make_legend
from conceptgraph.write.picture.scene import Box, Line, make_scene, text_width
from page_graphs import argument_graph, crowd, hostile_graph
from sample_graphs import EMPTY, sample_result

pytest.importorskip("matplotlib", reason='matplotlib is not installed (pip install "conceptgraph[picture]")')
CONFIG = Config()
SVG = "{http://www.w3.org/2000/svg}"


def can_draw() -> bool:
    try:
        picture.check_picture(CONFIG)
    except OutputError:
        return False
    return True


needs_font = pytest.mark.skipif(not can_draw(), reason="no font with Chinese characters (fonts-noto-cjk)")


def overlap(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2 and abs(one.y - other.y) < (one.height + other.height) / 2
    )


# --- the scene


def test_the_scene_is_the_opening_view() -> None:
    graph = sample_result().graph
    scene = make_scene(graph, 150)
    assert [box.name for box in scene.boxes] == [concept.name for concept in graph.concepts if concept.shown]
    relations = [edge for edge in graph.edges if edge.shown and edge.relation != "cooccurrence"]
    drawn = [line for line in scene.lines if line.relation != "cooccurrence"]
    assert sorted(line.relation for line in drawn) == sorted(edge.relation for edge in relations)
    assert (
        0 < len(scene.lines) - len(drawn) <= sum(edge.shown and edge.relation == "cooccurrence" for edge in graph.edges)
    )


@pytest.mark.parametrize("shown", [60, 150])
def test_no_box_lies_over_another_and_names_fit(shown: int) -> None:
    boxes = make_scene(crowd(shown, 3 * shown, shown), 150).boxes
    assert len(boxes) == shown
    assert not [(one.name, other.name) for at, one in enumerate(boxes) for other in boxes[:at] if overlap(one, other)]
    assert all(text_width(box.name, box.font) < box.width for box in boxes)


def test_beyond_the_boxes_concepts_are_dots() -> None:
    boxes = make_scene(crowd(80, 200, 80), 50).boxes
    assert [bool(box.name) for box in boxes] == [True] * 50 + [False] * 30


def test_lines_show_whose_claim_they_are() -> None:
    scene = make_scene(argument_graph(), 150)
    lines = {line.relation: line for line in scene.lines}
    assert (lines["becomes"].dashes, lines["becomes"].head, lines["becomes"].denied) == (None, "arrow", False)
    assert lines["acts_on"].dashes  # reported
    assert lines["causes"].denied
    assert lines["cooccurrence"].head == ""
    assert scene.voices == {"own", "reported", "asked", "negated"}


def test_lines_between_the_same_two_do_not_coincide() -> None:
    graph = argument_graph()
    edge = next(edge for edge in graph.edges if edge.relation == "becomes")
    back = replace(edge, id="back", source=edge.target, target=edge.source, relation="causes")
    more = [replace(edge, id=f"more{number}", relation=kind) for number, kind in enumerate(("is_a", "chain", "argues"))]
    ends = {edge.source, edge.target}
    scene = make_scene(replace(graph, edges=(edge, back, *more)), 150)
    middles = {line.control and (round(line.control[0]), round(line.control[1])) for line in scene.lines}
    assert len(middles) == len(scene.lines) == 5
    assert len(ends) == 2


def test_a_line_goes_round_a_box_that_stands_between() -> None:
    graph = argument_graph()
    places = {"等待时间": -300.0, "平台": 0.0, "待命劳动": 300.0}
    row = tuple(
        replace(concept, measures={**concept.measures, "x": places[concept.name], "y": 0.0})
        for concept in graph.concepts
        if concept.name in places
    )
    edges = tuple(edge for edge in graph.edges if edge.relation == "becomes")
    (line,) = make_scene(replace(graph, concepts=row, edges=edges), 150).lines
    assert line.control is not None
    middle = line.control[1] / 2
    assert abs(middle) > next(box.height for box in make_scene(graph, 150).boxes if box.name == "平台") / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_names_every_relation_and_voice(language: str) -> None:
    scene = make_scene(argument_graph(), 150)
    keys = make_legend(scene, language, 500)
    words = catalogue(f"page.{language}")
    named = {words[f"relation_{line.relation}"] for line in scene.lines}
    assert {key.name for key in keys} == named | {words["line_reported"], words["line_negated"]}
    assert max(key.x + 42 + text_width(key.name, 15) for key in keys) <= 500
    assert len({(key.row, key.x) for key in keys}) == len(keys)


@needs_font
def test_what_cannot_be_drawn_is_said() -> None:
    with pytest.warns(ConceptgraphWarning, match="no concept of the graph is shown"):
        to_svg(EMPTY.graph, CONFIG, "zh")
    graph = argument_graph()
    with pytest.raises(OutputError, match="待命劳动 has none"):
        make_scene(replace(graph, concepts=tuple(replace(concept, measures={}) for concept in graph.concepts)), 150)


# --- the files


@needs_font
@pytest.mark.parametrize(
    "graph", [argument_graph(), hostile_graph(), sample_result().graph], ids=["argument", "hostile", "sample"]
)
def test_the_svg_has_every_box_and_line(graph: ConceptGraph) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConceptgraphWarning)
        root = ElementTree.fromstring(to_svg(graph, CONFIG, "zh"))
    scene = make_scene(graph, 150)
    found = [group.get("id") or "" for group in root.iter(f"{SVG}g")]
    assert [name for name in found if name.startswith("concept")] == [box.gid for box in scene.boxes]
    assert [name for name in found if name.startswith("line")] == [line.gid for line in scene.lines if line.gid]
    assert not list(root.iter(f"{SVG}text"))  # characters are outlines
    assert not [element for element in root.iter() if element.tag.endswith(("script", "image"))]


@needs_font
def test_the_png_has_every_box_in_its_colour() -> None:
    from PIL import Image

    graph = crowd(60, 150, 60)
    config = with_settings(CONFIG, {"write.picture_dpi": 96}, "--set")
    image = Image.open(io.BytesIO(to_png(graph, config, "zh"))).convert("RGB")
    scene = make_scene(graph, 150)
    left = min(point[0] for ground in scene.grounds for point in ground.points)
    top = min(point[1] for ground in scene.grounds for point in ground.points)
    left, top = (min(edge, *sides) - 28 for edge, sides in zip((left, top), _sides(scene.boxes), strict=True))
    for box in scene.boxes:
        place = (round(box.x - box.width / 2 - left + 4), round(box.y - top))
        assert "#{:02x}{:02x}{:02x}".format(*image.getpixel(place)) == box.fill, box.name


def _sides(boxes: tuple[Box, ...]) -> tuple[list[float], list[float]]:
    return [box.x - box.width / 2 for box in boxes], [box.y - box.height / 2 for box in boxes]


@needs_font
@pytest.mark.parametrize("dpi", [50, 200])
def test_the_resolution_can_be_set(dpi: int) -> None:
    from PIL import Image

    config = with_settings(CONFIG, {"write.picture_dpi": dpi}, "--set")
    image = Image.open(io.BytesIO(to_png(argument_graph(), config, "zh")))
    assert round(image.info["dpi"][0]) == dpi


@needs_font
def test_same_bytes_whatever_the_hash_seed_the_locale_and_the_users_matplotlibrc(tmp_path: Path) -> None:
    program = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from page_graphs import crowd;"
        "from conceptgraph.config import Config; from conceptgraph.write.picture import to_png, to_svg;"
        "print([hashlib.sha256(write(crowd(20, 40), Config(), 'zh')).hexdigest() for write in (to_svg, to_png)])"
    )
    odd = tmp_path / "matplotlibrc"
    odd.write_text("font.size: 30\ntext.usetex: True\nlines.linewidth: 9\naxes.facecolor: red\n")
    found = set()
    for more in ({"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "MATPLOTLIBRC": str(odd)}):
        call = [sys.executable, "-c", program, str(Path(__file__).parent)]
        done = subprocess.run(call, capture_output=True, check=True, text=True, env={**os.environ, **more})
        found.add(done.stdout)
    assert len(found) == 1


# --- fonts


def test_without_a_chinese_font_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", ("No Such Font SC",))
    monkeypatch.setattr("matplotlib.font_manager.findSystemFonts", lambda: [])
    with pytest.raises(OutputError, match=r"no font with Chinese characters .* No Such Font SC"):
        to_svg(argument_graph(), CONFIG, "zh")


@needs_font
def test_characters_that_no_font_has_are_named() -> None:
    graph = argument_graph()
    odd = replace(graph.concepts[0], name="劳动\ue123")
    with pytest.warns(ConceptgraphWarning, match="empty boxes for \ue123"):
        to_svg(replace(graph, concepts=(odd, *graph.concepts[1:]), edges=()), CONFIG, "zh")


@needs_font
def test_a_font_file_can_be_named(tmp_path: Path) -> None:
    from matplotlib.font_manager import fontManager

    path = str(fontManager.findfont(fonts.LAST, fallback_to_default=False))
    with pytest.warns(ConceptgraphWarning, match="待"):  # the one that comes with matplotlib has no Chinese
        to_svg(argument_graph(), with_settings(CONFIG, {"write.picture_font": path}, "--set"), "zh")
    chinese = str(fontManager.findfont(fonts.choose_font("", []).get_family()[0], fallback_to_default=False))
    assert to_svg(argument_graph(), with_settings(CONFIG, {"write.picture_font": chinese}, "--set"), "zh") == to_svg(
        argument_graph(), CONFIG, "zh"
    )
    (tmp_path / "no.ttf").write_text("no font")
    for bad in (tmp_path / "no.ttf", tmp_path / "missing.ttf"):
        with pytest.raises(OutputError, match=r"not a font file"):
            to_svg(argument_graph(), with_settings(CONFIG, {"write.picture_font": str(bad)}, "--set"), "zh")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    for write in (to_svg, to_png):
        with pytest.raises(OutputError, match=r'pip install "conceptgraph\[picture\]"'):
            write(argument_graph(), CONFIG, "zh")


def test_a_line_of_the_legend_is_no_line_of_the_graph() -> None:
    keys = make_legend(make_scene(argument_graph(), 150), "zh", 1000)
    assert all(isinstance(key.line, Line) and key.line.gid is None for key in keys)
