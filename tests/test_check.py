"""`conceptgraph check`: each spoilt file gives its finding; graphology and networkx read what it foretells."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import networkx
import pytest

from conceptgraph.check import check_file, findings
from conceptgraph.check.programs import NETWORKX, read_by_gephi, read_by_lite, read_by_networkx
from conceptgraph.write.graph_xml import to_gexf, to_graphml
from page_graphs import argument_graph

READER = Path(__file__).parent / "js" / "read_as_gephi_lite.mjs"
WHOLE = (10, 8, 3)  # nodes, directed and undirected edges of the argument
needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (READER.parent / "node_modules").is_dir(),
    reason="needs Node and `npm ci` in tests/js",
)


@cache
def fresh(name: str) -> str:
    """Return one of our files: ``gephi.graphml``, ``plain.graphml`` or ``graph.gexf``."""
    graph = argument_graph()
    content = to_gexf(graph) if name.endswith("gexf") else to_graphml(graph, name.partition(".")[0])
    return content.decode("utf-8")


def swap(old: str, new: str, count: int = 1) -> Callable[[str], str]:
    """Return a spoiler that replaces the first matches of a pattern (0: all)."""

    def spoil(text: str) -> str:
        spoilt = re.sub(old, new, text, count=count)
        assert spoilt != text
        return spoilt

    return spoil


def without_kinds(text: str) -> str:
    """Give two edges the same ends and take the kinds away."""
    return swap(' label="[a-z_]+"', "", 0)(swap('(edge id="e2" source="n0" target=)"n2"', r'\1"n9"')(text))


def same(text: str) -> str:
    return text


# name: file, what a user did to it, the finding, what Gephi shows
CASES: dict[str, tuple[str, Callable[[str], str], str, tuple[int, int, int]]] = {
    "ours": ("gephi.graphml", same, "check_mixed", WHOLE),
    "ours, plain": ("plain.graphml", same, "check_parallel", (10, 10, 0)),
    "ours, gexf": ("graph.gexf", same, "check_mixed_gexf", WHOLE),
    "control character": ("gephi.graphml", swap("待命劳动", "待命&#11;劳动"), "check_control", (0, 0, 0)),
    "control byte": ("graph.gexf", swap("待命劳动", "待命\x0b劳动"), "check_control", (0, 0, 0)),
    "no namespace": ("plain.graphml", swap(r' xmlns="[^"]*"', ""), "check_namespace", (10, 10, 0)),
    "no default": ("gephi.graphml", swap(' edgedefault="undirected"', ""), "check_default", WHOLE),
    "odd default": ("gephi.graphml", swap('edgedefault="undirected"', 'edgedefault="both"'), "check_default", WHOLE),
    "directed default": (
        "gephi.graphml",
        swap('edgedefault="undirected"', 'edgedefault="directed"'),
        "check_default_directed",
        WHOLE,
    ),
    "default of gexf": (
        "graph.gexf",
        swap("<graph ", '<graph defaultedgetype="directed" '),
        "check_default_gexf",
        (10, 8, 0),
    ),
    "key for all": ("gephi.graphml", swap('id="e_weight" for="edge"', 'id="e_weight" for="all"'), "check_scope", WHOLE),
    "list": ("gephi.graphml", swap('(id="n_aliases".*?attr.type=)"string"', r'\1"liststring"'), "check_type", WHOLE),
    "Weight": ("gephi.graphml", swap('attr.name="weight"', 'attr.name="Weight"'), "check_misspelt", WHOLE),
    "name of Gephi's": ("gephi.graphml", swap('attr.name="negated"', 'attr.name="edgeid"'), "check_taken", WHOLE),
    "two columns": (
        "plain.graphml",
        swap('attr.name="documents"', 'attr.name="frequency"'),
        "check_column_twice",
        (10, 10, 0),
    ),
    "undeclared": ("plain.graphml", swap('key="n_kind"', 'key="note"'), "check_undeclared", (10, 10, 0)),
    "undeclared in gexf": ("graph.gexf", swap('<attvalue for="0"', '<attvalue for="99"'), "check_undeclared", WHOLE),
    "no number": ("plain.graphml", swap('(key="n_frequency">)\\d+', r"\1many"), "check_value", (10, 10, 0)),
    "colour as double": ("gephi.graphml", swap('(key="n_r">\\d+)', r"\1.0"), "check_colour", WHOLE),
    "colour as text": (
        "gephi.graphml",
        swap('(id="n_r".*?attr.type=)"int"', r'\1"string"'),
        "check_colour_text",
        WHOLE,
    ),
    "node twice": ("gephi.graphml", swap('<node id="n1">', '<node id="n0">'), "check_node_twice", WHOLE),
    "node without id": ("gephi.graphml", swap('<node id="n9">', "<node>"), "check_node_without_id", WHOLE),
    "node without label": ("gephi.graphml", swap('<data key="n_label">平台</data>', ""), "check_label", WHOLE),
    "large node": ("gephi.graphml", swap('(key="n_size">)100.0', r"\g<1>640"), "check_size", WHOLE),
    "smaller span": ("gephi.graphml", swap('(key="n_size">)100.0', r"\g<1>80"), "check_size_span", WHOLE),
    "no size": ("graph.gexf", swap("<viz:size[^>]*>", ""), "check_size_missing", WHOLE),
    "far away": ("gephi.graphml", swap('(key="n_x">)[-0-9.]+', r"\g<1>9000"), "check_place", WHOLE),
    "no place": ("graph.gexf", swap("<viz:position[^>]*>", ""), "check_place_missing", WHOLE),
    "unknown end": ("gephi.graphml", swap('target="n\\d+"', 'target="n77"'), "check_end_unknown", (11, 8, 3)),
    "no end": ("plain.graphml", swap('target="n\\d+"', 'target=""'), "check_end_missing", (10, 9, 0)),
    "edge twice": ("gephi.graphml", swap('edge id="e1"', 'edge id="e0"'), "check_edge_twice", (10, 7, 3)),
    "weight 0": ("gephi.graphml", swap('(key="e_weight">)[0-9.]+', r"\g<1>0"), "check_weight_zero", (10, 7, 3)),
    "weight below 0": ("graph.gexf", swap('weight="[0-9.]+"', 'weight="-1"'), "check_weight_negative", WHOLE),
    "no weight": ("graph.gexf", swap(' weight="[0-9.]+"', ""), "check_weight_missing", WHOLE),
    "no kind": ("gephi.graphml", without_kinds, "check_parallel", (10, 7, 3)),
    "other kind": ("graph.gexf", swap('kind="[a-z_]+"', 'kind="x"', 0), "check_kind", WHOLE),
    "odd direction": ("gephi.graphml", swap('directed="true"', 'directed="yes"'), "check_direction", (10, 7, 4)),
    "lost arrow": ("gephi.graphml", swap('directed="true"', 'directed="false"'), "check_arrow_lost", (10, 7, 4)),
    "new arrow": ("graph.gexf", swap('type="undirected"', 'type="directed"'), "check_arrow_gained", (10, 9, 2)),
    "look among columns": ("graph.gexf", swap('title="kind"', 'title="size"'), "check_look_gexf", WHOLE),
    "hyperedge": ("plain.graphml", swap("</graph>", "<hyperedge/></graph>"), "check_hyperedge", (10, 10, 0)),
}


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the files of all cases."""
    folder = tmp_path_factory.mktemp("spoilt")
    paths = {}
    for number, (name, (file, spoil, _, _)) in enumerate(CASES.items()):
        paths[name] = folder / f"{number}{Path(file).suffix}"
        paths[name].write_text(spoil(fresh(file)), encoding="utf-8")
    return paths


def keys(path: Path) -> set[str]:
    checked = check_file(path)
    return {finding.key for finding in (*checked.losses, *checked.notes)}


@pytest.mark.parametrize("name", CASES)
def test_the_finding_is_made_and_gephis_graph_foretold(name: str, spoilt: dict[str, Path]) -> None:
    _, _, key, shown = CASES[name]
    checked = check_file(spoilt[name])
    assert key in keys(spoilt[name])
    reading = read_by_gephi(checked.file)
    assert (reading.nodes, reading.directed, reading.undirected) == shown


@pytest.mark.parametrize("name", ["gephi.graphml", "plain.graphml", "graph.gexf"])
def test_our_own_files_are_whole(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(fresh(name), encoding="utf-8")
    assert check_file(path).is_whole


@needs_node
def test_gephi_lite_shows_what_is_foretold(spoilt: dict[str, Path]) -> None:
    call = ["node", str(READER), *map(str, spoilt.values())]
    read = json.loads(subprocess.run(call, capture_output=True, check=True, encoding="utf-8").stdout)
    found = {name: "refused" if isinstance(each, str) else each for name, each in zip(spoilt, read, strict=True)}
    found |= dict.fromkeys(("control character", "control byte"), "refused")  # by browsers; jsdom lets them pass
    foretold: dict[str, Any] = {}
    for name, path in spoilt.items():
        reading = read_by_lite(check_file(path).file)
        foretold[name] = "refused" if reading.refusal else [reading.nodes, reading.directed, reading.undirected]
    assert found == foretold


@pytest.mark.filterwarnings("ignore")
def test_networkx_shows_what_is_foretold(spoilt: dict[str, Path]) -> None:
    found, foretold = {}, {}
    for name, path in spoilt.items():
        reading = read_by_networkx(check_file(path).file)
        foretold[name] = "refused" if reading.refusal else (reading.nodes, reading.directed + reading.undirected)
        found[name] = by_networkx(path)
    assert found == foretold
    assert NETWORKX in {reading.program for reading in check_file(path).readings}


def by_networkx(path: Path) -> str | tuple[int, int]:
    """Return nodes and edges as networkx reads them; whatever it raises, it refuses."""
    try:
        graph = networkx.read_gexf(path) if path.suffix == ".gexf" else networkx.read_graphml(path)
    except Exception:
        return "refused"
    return graph.number_of_nodes(), graph.number_of_edges()


def test_every_rule_has_a_case() -> None:
    source = Path(findings.__file__ or "").read_text(encoding="utf-8")
    rules = set(re.findall('"(check_[a-z_]+)"', source))
    assert rules == {key for _, _, key, _ in CASES.values()} | {"check_parallel_gexf"}


@pytest.mark.parametrize(("name", "code"), [("ours", 0), ("ours, gexf", 0), ("weight 0", 1), ("directed default", 1)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_command_says_it(call: Any, spoilt: dict[str, Path], name: str, code: int, language: str) -> None:
    said = call("check", str(spoilt[name]), "--lang", language)
    assert (said.code, said.err) == (code, "")
    lines = said.out.splitlines()
    assert [line.split("  ")[1].strip() for line in lines[1:4]] == ["Gephi", "Gephi Lite", "networkx"]
    assert any(line.startswith("! ") for line in lines) == bool(code)
    assert "{" not in said.out


@pytest.mark.parametrize("content", [b"", b"<graphml", b"<html/>", b"<graphml/>", "数字劳动".encode()])
def test_what_is_no_graph_file_is_an_error(call: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "图.graphml"
    path.write_bytes(content)
    for place in (path, tmp_path / "none.gexf", tmp_path):
        said = call("check", str(place))
        assert (said.code, said.out) == (2, "")
        assert said.err.count("\n") == 1
