"""gephi-nodes.csv and gephi-edges.csv: the pair that Gephi's spreadsheet import reads, with the ids of graph.graphml.

Gephi takes the columns Id, Label, Source, Target, Type (direction), Kind and Weight for its own and guesses the types
of the others from the first 25 rows; a backslash is an escape there. Colours and places it takes only from GraphML and
GEXF.
"""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.config import WriteConfig
from conceptgraph.model import ConceptGraph
from conceptgraph.write.csv_tables import Cell, csv_table
from conceptgraph.write.styled import styled_edges, styled_nodes, xml_text

DIRECTIONS = {True: "Directed", False: "Undirected"}


def gephi_nodes(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return the node table: Id, Label, and the attributes of graph.graphml."""
    nodes = list(styled_nodes(graph))
    names = list(dict.fromkeys(name for node in nodes for name in node.attributes))
    rows = ([node.concept.id, _text(node.concept.name), *_values(node.attributes, names)] for node in nodes)
    return csv_table(("Id", "Label", *names), rows, config)


def gephi_edges(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return the edge table; the relation is the kind, so that Gephi keeps parallel edges of different relations."""
    edges = list(styled_edges(graph))
    names = list(dict.fromkeys(name for edge in edges for name in edge.attributes))
    rows = (
        [
            edge.source,
            edge.target,
            DIRECTIONS[edge.edge.directed],
            edge.edge.id,
            edge.edge.relation,
            float(edge.edge.weight),
            _text(edge.label),
            *_values(edge.attributes, names),
        ]
        for edge in edges
    )
    return csv_table(("Source", "Target", "Type", "Id", "Kind", "Weight", "Label", *names), rows, config)


def _values(attributes: dict[str, str | int | float], names: Sequence[str]) -> list[Cell]:
    cells = (attributes.get(name) for name in names)
    return [_text(cell) if isinstance(cell, str) else cell for cell in cells]


def _text(text: str) -> str:
    """Return text in which Gephi finds no escape."""
    return xml_text(text).replace("\\", "\\\\")
