"""A graph file as it is written: what a reader finds in GraphML or GEXF before it decides what to make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from conceptgraph.errors import InputError

# What XML 1.0 cannot hold, as bytes of UTF-8 and as references to characters.
CONTROL = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xed[\xa0-\xbf][\x80-\xbf]|\xef\xbf[\xbe\xbf]"
    rb"|&#(?:[0-8]|1[124-9]|2\d|3[01]|[xX](?:0?[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
NAMESPACES = ("http://graphml.graphdrawing.org/xmlns", "http://gexf.net/", "http://www.gexf.net/")
FORMATS = ("graphml", "gexf")
DIRECTIONS = {"true": "directed", "false": "undirected"}  # of GraphML; GEXF says it in words


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute that the file declares (<key>, <attribute>); `scope` is ``node``, ``edge`` or what it says."""

    id: str
    scope: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class FileNode:
    """A node; `values` by attribute name, the look among them (x y size r g b); `undeclared` names of no column."""

    id: str
    label: str
    values: Mapping[str, str]
    undeclared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileEdge:
    """An edge; `direction` is ``directed``, ``undirected``, empty where the file is silent, or what it says instead;
    `weight` is None where there is none.
    """

    id: str
    source: str
    target: str
    direction: str
    kind: str
    weight: str | None
    values: Mapping[str, str]
    undeclared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GraphFile:
    """A graph file; `default` is the direction of edges that say none, `control_lines` hold what no XML may hold."""

    path: str
    format: str  # graphml | gexf
    default: str
    has_namespace: bool
    columns: tuple[Column, ...]
    nodes: tuple[FileNode, ...]
    edges: tuple[FileEdge, ...]
    hyperedges: int
    control_lines: tuple[int, ...]

    @property
    def elements(self) -> tuple[FileNode | FileEdge, ...]:
        """The nodes, then the edges."""
        return (*self.nodes, *self.edges)

    def direction_of(self, edge: FileEdge) -> str:
        """Return the direction of an edge as Gephi and networkx take it: its own, else the default, else undirected."""
        known = ("directed", "undirected")
        return next((each for each in (edge.direction, self.default) if each in known), "undirected")

    @property
    def is_plain(self) -> bool:
        """Whether the file is of the profile ``plain``: GraphML in which all edges are directed."""
        is_directed = self.format == "graphml" and self.default == "directed"
        return is_directed and all(self.direction_of(edge) == "directed" for edge in self.edges)


def read_graph_file(path: Path) -> GraphFile:
    """Return the content of a GraphML or GEXF file; what XML forbids is noted and passed over.

    Raises InputError where the file is missing, no XML, or another kind of XML.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("input_missing", path=path) from error
    except OSError as error:
        raise InputError("input_unreadable", path=path, cause=error) from error
    lines = tuple(sorted({content.count(b"\n", 0, found.start()) + 1 for found in CONTROL.finditer(content)}))
    try:
        root = ElementTree.fromstring(CONTROL.sub(b"", content))  # noqa: S314 (expat limits entities)
    except ElementTree.ParseError as error:
        raise InputError("check_not_xml", path=path, line=error.position[0], cause=str(error)) from error
    format_ = _local(root)
    graph = next(_children(root, "graph"), None)
    if format_ not in FORMATS or graph is None:
        raise InputError("check_not_graph", path=path)
    read = _read_graphml if format_ == "graphml" else _read_gexf
    return read(str(path), root, graph, lines)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if _local(child) == name)


def _below(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element.iter() if _local(child) == name)


def _has_namespace(root: Element) -> bool:
    return str(root.tag).lstrip("{").startswith(NAMESPACES)


def _read_graphml(path: str, root: Element, graph: Element, lines: tuple[int, ...]) -> GraphFile:
    columns = tuple(
        Column(key.get("id", ""), key.get("for", ""), key.get("attr.name", ""), key.get("attr.type", ""))
        for key in _children(root, "key")
    )
    names = {column.id: column.name or column.id for column in columns}
    nodes = tuple(_graphml_node(element, names) for element in _below(graph, "node"))
    edges = tuple(_graphml_edge(element, names) for element in _below(graph, "edge"))
    hyperedges = sum(1 for _ in _below(graph, "hyperedge"))
    default = graph.get("edgedefault", "")
    return GraphFile(path, "graphml", default, _has_namespace(root), columns, nodes, edges, hyperedges, lines)


def _graphml_values(element: Element, names: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values of a node or edge by attribute name, and the keys that the file does not declare."""
    found = {data.get("key", ""): data.text or "" for data in _children(element, "data")}
    values = {names.get(key, key): value for key, value in found.items()}
    return values, tuple(key for key in found if key not in names)


def _graphml_node(element: Element, names: Mapping[str, str]) -> FileNode:
    values, undeclared = _graphml_values(element, names)
    return FileNode(element.get("id", ""), values.get("label", ""), values, undeclared)


def _graphml_edge(element: Element, names: Mapping[str, str]) -> FileEdge:
    values, undeclared = _graphml_values(element, names)
    said = element.get("directed", "")
    return FileEdge(
        id=element.get("id", ""),
        source=element.get("source", ""),
        target=element.get("target", ""),
        direction=DIRECTIONS.get(said, said),
        kind=element.get("label", ""),
        weight=values.get("weight"),
        values=values,
        undeclared=undeclared,
    )


def _read_gexf(path: str, root: Element, graph: Element, lines: tuple[int, ...]) -> GraphFile:
    columns = tuple(
        Column(attribute.get("id", ""), group.get("class", ""), attribute.get("title", ""), attribute.get("type", ""))
        for group in _children(graph, "attributes")
        for attribute in _children(group, "attribute")
    )
    names = {(column.scope, column.id): column.name or column.id for column in columns}
    nodes = tuple(_gexf_node(element, names) for element in _below(graph, "node"))
    edges = tuple(_gexf_edge(element, names) for element in _below(graph, "edge"))
    default = graph.get("defaultedgetype", "")
    return GraphFile(path, "gexf", default, _has_namespace(root), columns, nodes, edges, 0, lines)


def _gexf_values(
    element: Element, names: Mapping[tuple[str, str], str], scope: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values of a node or edge by attribute name with its look, and the keys that are not declared."""
    cells = next(_children(element, "attvalues"), None)
    found = {cell.get("for", ""): cell.get("value", "") for cell in (() if cells is None else cells)}
    values = {names.get((scope, key), key): value for key, value in found.items()}
    for look in element:
        name = _local(look)
        if name in ("color", "position"):
            values |= {part: value for part, value in look.attrib.items() if part in "rgbxy"}
        elif name == "size":
            values["size"] = look.get("value", "")
    return values, tuple(key for key in found if (scope, key) not in names)


def _gexf_node(element: Element, names: Mapping[tuple[str, str], str]) -> FileNode:
    values, undeclared = _gexf_values(element, names, "node")
    return FileNode(element.get("id", ""), element.get("label", ""), values, undeclared)


def _gexf_edge(element: Element, names: Mapping[tuple[str, str], str]) -> FileEdge:
    values, undeclared = _gexf_values(element, names, "edge")
    return FileEdge(
        id=element.get("id", ""),
        source=element.get("source", ""),
        target=element.get("target", ""),
        direction=element.get("type", ""),
        kind=element.get("kind", ""),
        weight=element.get("weight"),
        values=values,
        undeclared=undeclared,
    )
