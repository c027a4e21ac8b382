"""chains.dot and chains.mmd through readers that we did not write: pydot, and Mermaid itself in Node."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conceptgraph.config import WriteConfig
from conceptgraph.messages import LANGUAGES
from conceptgraph.write.chain_diagram import ChainDiagram, chain_diagram
from conceptgraph.write.dot import to_dot
from conceptgraph.write.mermaid import to_mermaid
from page_graphs import argument_graph
from sample_graphs import EMPTY, hostile_result, sample_result

ALL = WriteConfig(diagram_chains=1000)
GRAPHS = {"sample": sample_result().graph, "hostile": hostile_result().graph, "empty": EMPTY.graph}
READER = Path(__file__).parent / "js" / "read_mermaid.mjs"
needs_mermaid = pytest.mark.skipif(
    shutil.which("node") is None or not (READER.parent / "node_modules" / "mermaid").is_dir(),
    reason="needs Node and `npm ci` in tests/js",
)


Read = tuple[dict[str, str], list[tuple[str, str, str, bool, bool]]]


def expected(diagram: ChainDiagram) -> Read:
    """Return the names of the boxes by their keys, and the links, sorted."""
    links = sorted((link.source, link.target, link.label, link.directed, link.composed) for link in diagram.links)
    return {box.key: box.name for box in diagram.boxes}, links


def unquoted(text: str) -> str:
    assert text.startswith('"')
    assert text.endswith('"')
    return re.sub(r"\\(.)", r"\1", text[1:-1])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(GRAPHS))
def test_pydot_reads_every_box_and_link(name: str, language: str) -> None:
    pydot = pytest.importorskip("pydot", reason="pydot is not installed")
    (read,) = pydot.graph_from_dot_data(to_dot(GRAPHS[name], ALL, language).decode())
    boxes = {node.get_name(): unquoted(node.get_label()) for node in read.get_nodes() if node.get_label()}
    links = [
        (
            edge.get_source(),
            edge.get_destination(),
            unquoted(edge.get_label()),
            edge.get("dir") == "forward",
            edge.get("style") == "dashed",
        )
        for edge in read.get_edges()
    ]
    assert (boxes, sorted(links)) == expected(chain_diagram(GRAPHS[name], ALL, language))


def by_mermaid(content: bytes, folder: Path) -> dict[str, Any]:
    """Return a flowchart as Mermaid reads it."""
    path = folder / "chains.mmd"
    path.write_bytes(content)
    done = subprocess.run(["node", str(READER), str(path)], capture_output=True, check=True, encoding="utf-8")
    read: dict[str, Any] = json.loads(done.stdout)
    return read


@needs_mermaid
@pytest.mark.parametrize("name", list(GRAPHS))
def test_mermaid_reads_every_box_and_link(name: str, tmp_path: Path) -> None:
    read = by_mermaid(to_mermaid(GRAPHS[name], ALL, "zh"), tmp_path)
    boxes = {box["id"]: box["text"] for box in read["boxes"]}
    links = [
        (link["start"], link["end"], link["text"], link["type"] == "arrow_point", link["stroke"] == "dotted")
        for link in read["links"]
    ]
    assert (boxes, sorted(links)) == expected(chain_diagram(GRAPHS[name], ALL, "zh"))


def test_chains_share_their_boxes_and_links() -> None:
    diagram = chain_diagram(argument_graph(), WriteConfig(), "en")
    assert [box.name for box in diagram.boxes] == ["待命劳动", "等待时间", "数据痕迹", "候单劳动"]
    assert [(link.label, link.directed, link.composed) for link in diagram.links] == [
        ("becomes", True, False),
        ("produces", True, False),
        ("equals", False, True),
    ]


def test_the_limit_keeps_attested_chains_and_says_how_many_are_left_out() -> None:
    graph = argument_graph()
    diagram = chain_diagram(graph, WriteConfig(diagram_chains=1), "zh")
    assert (len(diagram.links), diagram.left_out) == (2, 1)
    for content in (
        to_dot(graph, WriteConfig(diagram_chains=1), "zh"),
        to_mermaid(graph, WriteConfig(diagram_chains=1), "zh"),
    ):
        assert b"+1: chains.csv" in content


def test_a_thinkers_link_names_the_thinker() -> None:
    graph = argument_graph()
    said = replace(graph, chains=tuple(replace(chain, speakers=("林澜",)) for chain in graph.chains))
    assert [link.label for link in chain_diagram(said, ALL, "zh").links] == [
        "转化为 (林澜)",
        "产生 (林澜)",
        "同义 (林澜)",
    ]


def test_a_sign_of_the_syntax_is_only_a_sign() -> None:
    name = '\\N "x" #1; [a](b) `c` <b>d</b> | end; %% e --> f\u2028g'
    graph = argument_graph()
    names = {concept.name: concept.name for concept in graph.concepts} | {"等待时间": name}
    odd = replace(
        graph,
        concepts=tuple(replace(concept, name=names[concept.name]) for concept in graph.concepts),
        chains=tuple(replace(chain, concepts=tuple(names[each] for each in chain.concepts)) for chain in graph.chains),
    )
    mermaid = to_mermaid(odd, ALL, "zh").decode()
    (line,) = [line for line in mermaid.splitlines() if line.startswith("  c2(")]
    assert set(re.sub(r"#\d+;", "", line)) <= set('c2("") xabcdefgN1bend ')
    assert '\\\\N \\"x\\"' in to_dot(odd, ALL, "zh").decode()
