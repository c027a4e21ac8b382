"""GraphML and GEXF through readers that we did not write: networkx and igraph (plain), graphology (gephi, GEXF)."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest

from conceptgraph.model import Result
from conceptgraph.write.graph_xml import to_gexf, to_graphml
from conceptgraph.write.styled import quote, styled_edges, styled_nodes, xml_text
from sample_graphs import EMPTY, hostile_result, sample_result

READER = Path(__file__).parent / "js" / "read_graph.mjs"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
RESULTS = {"sample": sample_result, "hostile": hostile_result}
needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (READER.parent / "node_modules").is_dir(),
    reason="needs Node and `npm ci` in tests/js",
)


@cache
def by_graphology(name: str, format_: str, folder: Path) -> dict[str, Any]:
    """Return a graph as graphology reads it."""
    graph = RESULTS[name]().graph
    path = folder / f"{name}.{format_}"
    path.write_bytes(to_gexf(graph) if format_ == "gexf" else to_graphml(graph, "gephi"))
    done = subprocess.run(["node", str(READER), str(path)], capture_output=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("graphs")


def spelt(colour: tuple[int, int, int]) -> tuple[str, str]:
    """Return the two ways in which graphology spells a colour."""
    return "#{:02x}{:02x}{:02x}".format(*colour), "rgb({},{},{})".format(*colour)


@needs_node
@pytest.mark.parametrize("format_", ["graphml", "gexf"])
@pytest.mark.parametrize("name", list(RESULTS))
def test_graphology_reads_every_node_with_its_look(name: str, format_: str, folder: Path) -> None:
    nodes = by_graphology(name, format_, folder)["nodes"]
    styled = list(styled_nodes(RESULTS[name]().graph))
    assert [node["key"] for node in nodes] == [each.concept.id for each in styled]
    for node, each in zip(nodes, styled, strict=True):
        found = node["attributes"]
        assert found["label"] == xml_text(each.concept.name)
        assert (found["x"], found["y"], found["size"]) == (each.x, each.y, each.size)
        assert found["kind"] == each.concept.kind
        assert found["frequency"] == each.concept.frequency
        assert found["color"] in spelt(each.colour)


@needs_node
@pytest.mark.parametrize("format_", ["graphml", "gexf"])
@pytest.mark.parametrize("name", list(RESULTS))
def test_graphology_reads_every_edge_with_its_evidence(name: str, format_: str, folder: Path) -> None:
    read = by_graphology(name, format_, folder)
    graph = RESULTS[name]().graph
    assert read["type"] == "mixed"
    edges = {edge["key"]: edge for edge in read["edges"]}
    styled, texts = list(styled_edges(graph)), [sentence.text for sentence in graph.sentences]
    assert set(edges) == {each.edge.id for each in styled}
    for each in styled:
        edge = edges[each.edge.id]
        ends = (edge["source"], edge["target"])
        assert ends == (each.source, each.target) or (not each.edge.directed and ends == (each.target, each.source))
        assert edge["attributes"]["color"] in spelt(each.colour)
        assert edge["attributes"].get("label", "") == each.label
        assert edge["attributes"].get("kind", each.edge.relation) == each.edge.relation  # an attribute in GEXF only
        assert edge["undirected"] is not each.edge.directed
        assert edge["attributes"]["relation"] == each.edge.relation
        assert edge["attributes"]["weight"] == pytest.approx(each.edge.weight)
        said = "\n".join(quote(texts, evidence) for evidence in each.edge.evidence)
        assert edge["attributes"]["evidence"].split() == xml_text(said).split()


@pytest.mark.parametrize("name", list(RESULTS))
def test_networkx_reads_the_plain_profile(name: str, folder: Path) -> None:
    graph = RESULTS[name]().graph
    path = folder / f"{name}-plain.graphml"
    path.write_bytes(to_graphml(graph, "plain"))
    read = networkx.read_graphml(path, force_multigraph=True)
    assert {key: found["label"] for key, found in read.nodes(data=True)} == {
        concept.id: xml_text(concept.name) for concept in graph.concepts
    }
    ids = {concept.name: concept.id for concept in graph.concepts}
    expected = {(edge.id, ids[edge.source], ids[edge.target], edge.relation, edge.weight) for edge in graph.edges}
    assert {
        (key, a, b, found["relation"], found["weight"]) for a, b, key, found in read.edges(keys=True, data=True)
    } == expected


@pytest.mark.parametrize("name", list(RESULTS))
def test_igraph_reads_the_plain_profile(name: str, folder: Path) -> None:
    igraph = pytest.importorskip("igraph", reason="python-igraph is not installed")
    graph = RESULTS[name]().graph
    path = folder / f"{name}-igraph.graphml"
    path.write_bytes(to_graphml(graph, "plain"))
    read = igraph.Graph.Read_GraphML(str(path))
    assert read.vs["label"] == [xml_text(concept.name) for concept in graph.concepts]
    assert read.es["relation"] == [edge.relation for edge in graph.edges]
    assert read.es["weight"] == pytest.approx([edge.weight for edge in graph.edges])


def test_gephis_rules_hold(folder: Path) -> None:
    graph = sample_result().graph
    root = ElementTree.fromstring(to_graphml(graph, "gephi"))
    keys = {key.get("id"): key for key in root.iter(f"{GRAPHML}key")}
    assert {key.get("for") for key in keys.values()} == {"node", "edge"}
    named = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in keys.values()}
    for scope, name, kind in [
        ("node", "label", "string"),
        ("node", "size", "double"),
        ("node", "r", "int"),
        ("edge", "weight", "double"),
        ("edge", "label", "string"),
    ]:
        assert named[scope, name] == kind
    (body,) = root.iter(f"{GRAPHML}graph")
    assert body.get("edgedefault") == "undirected"
    edges = list(root.iter(f"{GRAPHML}edge"))
    assert {edge.get("directed") for edge in edges} == {"true", "false"}
    assert {edge.get("label") for edge in edges} == {edge.relation for edge in graph.edges}
    assert len({edge.get("id") for edge in edges}) == len(edges)
    nodes = list(styled_nodes(graph))
    assert (min(node.size for node in nodes), max(node.size for node in nodes)) == (4, 100)
    assert max(max(abs(node.x), abs(node.y)) for node in nodes) <= 5000
    assert all(edge.weight > 0 for edge in graph.edges)


def test_gexf_names_no_default_edge_type_and_spells_years() -> None:
    import dataclasses

    graph = sample_result().graph
    assert b"defaultedgetype" not in to_gexf(graph)
    dated = dataclasses.replace(graph, documents=tuple(dataclasses.replace(d, year=2021) for d in graph.documents))
    content = to_gexf(dated)
    ElementTree.fromstring(content)
    assert content.count(b'<spell start="2021" end="2021"/>') == len(graph.concepts)


@pytest.mark.parametrize("result", [sample_result(), hostile_result(), EMPTY], ids=["sample", "hostile", "empty"])
def test_files_are_well_formed_and_the_same_each_time(result: Result) -> None:
    for content in (to_graphml(result.graph, "gephi"), to_graphml(result.graph, "plain"), to_gexf(result.graph)):
        ElementTree.fromstring(content)
    assert to_gexf(result.graph) == to_gexf(result.graph)
