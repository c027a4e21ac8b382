"""The CSV pair for Gephi: read as its import reads (a backslash escapes), it is the graph of graph.graphml."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx
import pytest

from conceptgraph.config import WriteConfig
from conceptgraph.write.gephi_tables import gephi_edges, gephi_nodes
from conceptgraph.write.graph_xml import to_graphml
from conceptgraph.write.styled import styled_nodes, xml_text
from sample_graphs import EMPTY, hostile_result, sample_result

RESULTS = {"sample": sample_result, "hostile": hostile_result, "empty": lambda: EMPTY}
AS_IS = WriteConfig(csv_safe=False)
TYPED = 25  # rows from which Gephi guesses the type of a column


def as_gephi(content: bytes) -> list[dict[str, str]]:
    """Return the rows as Gephi's importer takes them: it skips the byte order mark and trims the cells."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [{name: cell.strip() for name, cell in row.items()} for row in csv.DictReader(text, escapechar="\\")]


@pytest.mark.parametrize("name", list(RESULTS))
def test_the_pair_is_the_graph_of_the_graphml(name: str, tmp_path: Path) -> None:
    graph = RESULTS[name]().graph
    path = tmp_path / "graph.graphml"
    path.write_bytes(to_graphml(graph, "plain"))
    read = networkx.read_graphml(path, force_multigraph=True)
    nodes = as_gephi(gephi_nodes(graph, AS_IS))
    assert [(row["Id"], row["Label"]) for row in nodes] == [
        (key, found["label"].strip()) for key, found in read.nodes(data=True)
    ]
    edges = as_gephi(gephi_edges(graph, AS_IS))
    assert {(row["Id"], row["Source"], row["Target"], row["Kind"], float(row["Weight"])) for row in edges} == {
        (key, a, b, found["relation"], found["weight"]) for a, b, key, found in read.edges(keys=True, data=True)
    }
    evidence = {key: found.get("evidence", "") for _, _, key, found in read.edges(keys=True, data=True)}
    assert {row["Id"]: row["evidence"].split() for row in edges} == {
        key: text.split() for key, text in evidence.items()
    }


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_what_gephi_needs_of_an_edge(name: str) -> None:
    graph = RESULTS[name]().graph
    edges = as_gephi(gephi_edges(graph, WriteConfig()))
    assert [row["Type"] for row in edges] == ["Directed" if edge.directed else "Undirected" for edge in graph.edges]
    assert all(float(row["Weight"]) > 0 for row in edges)
    assert len({row["Id"] for row in edges}) == len(edges)
    ids = {row["Id"] for row in as_gephi(gephi_nodes(graph, WriteConfig()))}
    assert all(row["Source"] in ids and row["Target"] in ids for row in edges)


def test_types_are_those_that_the_first_rows_show() -> None:
    rows = as_gephi(gephi_nodes(sample_result().graph, WriteConfig()))
    for column, cells in {name: [row[name] for row in rows] for name in rows[0]}.items():
        if all("." in cell for cell in cells[:TYPED] if cell) and column != "aliases":
            assert all("." in cell or "e-" in cell for cell in cells if cell), column
        assert not {"interval", "timestamp", "timeset"} & {column.lower()}


def test_formulas_are_made_harmless() -> None:
    assert any(row["Label"].startswith("'=") for row in as_gephi(gephi_nodes(hostile_result().graph, WriteConfig())))


def test_attributes_are_those_of_the_graph_files() -> None:
    graph = sample_result().graph
    rows = as_gephi(gephi_nodes(graph, AS_IS))
    for row, node in zip(rows, styled_nodes(graph), strict=True):
        assert row["frequency"] == str(node.concept.frequency)
        assert row["kind"] == node.concept.kind
        assert row["aliases"] == xml_text("; ".join(node.concept.aliases))
