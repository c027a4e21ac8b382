"""What Gephi, Gephi Lite and networkx make of a graph file: whether they take it, how many nodes and edges they show.

Their rules were read off their import code: Gephi's importers and container, graphology-graphml 0.5 and graphology-gexf
0.13 as Gephi Lite calls them, networkx 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from conceptgraph.check.graph_file import Column, FileEdge, GraphFile

GEPHI, LITE, NETWORKX = "Gephi", "Gephi Lite", "networkx"
PROGRAMS = (GEPHI, LITE, NETWORKX)
COMMON_TYPES = {  # that every program knows
    "graphml": frozenset({"boolean", "int", "long", "float", "double", "string"}),
    "gexf": frozenset({"boolean", "integer", "long", "float", "double", "string"}),
}
NUMBERS: dict[str, Callable[[str], float]] = {
    "int": int,
    "integer": int,
    "long": int,
    "float": float,
    "double": float,
}
TRUTHS = frozenset({"true", "false", "0", "1"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a program shows of a file; `kinds` are Gephi's edge types, other programs have none; `refusal` is the key of
    the message that says why it takes nothing, else empty.
    """

    program: str
    nodes: int = 0
    directed: int = 0
    undirected: int = 0
    kinds: int = 0
    refusal: str = ""


def readings(file: GraphFile) -> tuple[Reading, ...]:
    """Return what each of `PROGRAMS` shows of the file."""
    return tuple(read(file) for read in (read_by_gephi, read_by_lite, read_by_networkx))


def read_by_gephi(file: GraphFile) -> Reading:
    """Return Gephi's reading: an edge id counts once, weights of 0 are dropped, parallel edges of a kind merged."""
    if file.control_lines:
        return Reading(GEPHI, refusal="check_refused_control")
    kept = gephi_edges(file)
    keys = {gephi_key(file, edge) for edge in kept}
    ways = [way for way, _, _ in keys]
    nodes = _count_nodes(file, kept) - any(not node.id for node in file.nodes)
    return Reading(GEPHI, nodes, ways.count("directed"), ways.count("undirected"), len({kind for _, kind, _ in keys}))


def gephi_edges(file: GraphFile) -> list[FileEdge]:
    """Return the edges that reach Gephi's graph, before parallel ones are merged."""
    kept, ids = [], set()
    for edge in file.edges:
        is_known = edge.id in ids or not (edge.source and edge.target)
        if is_known or is_dropped_by_default(file, edge) or number(edge.weight) == 0:
            continue
        ids |= {edge.id} - {""}
        kept.append(edge)
    return kept


def gephi_key(file: GraphFile, edge: FileEdge) -> tuple[str, str, tuple[str, ...]]:
    """Return direction, kind and ends of an edge: edges for which all are the same become one in Gephi."""
    way = file.direction_of(edge)
    ends = (edge.source, edge.target)
    return way, edge.kind, ends if way == "directed" else tuple(sorted(ends))


def is_dropped_by_default(file: GraphFile, edge: FileEdge) -> bool:
    """Tell whether Gephi drops the edge because a GEXF says that all are of the other direction."""
    return file.format == "gexf" and bool(file.default) and file.direction_of(edge) != file.default


def read_by_lite(file: GraphFile) -> Reading:
    """Return Gephi Lite's reading: what graphology refuses is refused as a whole."""
    refusal = _refusal_of_lite(file)
    if refusal:
        return Reading(LITE, refusal=refusal)
    kept = {edge.id or f"#{place}": edge for place, edge in enumerate(file.edges)}
    ways = [lite_direction(file, edge) for edge in kept.values()]
    return Reading(LITE, _count_nodes(file, kept.values()), ways.count("directed"), ways.count("undirected"))


def lite_direction(file: GraphFile, edge: FileEdge) -> str:
    """Return the direction of an edge in Gephi Lite, which knows only ``directed="true"`` in GraphML."""
    if file.format == "graphml":
        return "directed" if edge.direction == "directed" else file.default or "undirected"
    return "directed" if (edge.direction or file.default) == "directed" else "undirected"


def _refusal_of_lite(file: GraphFile) -> str:
    ids = [node.id for node in file.nodes]
    ends: dict[str, tuple[object, ...]] = {}
    for edge in file.edges:
        way = lite_direction(file, edge)
        here = (way, edge.source, edge.target) if way == "directed" else (way, {edge.source, edge.target})
        if edge.id and ends.setdefault(edge.id, here) != here:
            return "check_refused_edge_twice"
    if file.control_lines:
        return "check_refused_control"
    if file.format == "graphml" and any(not has_known_scope(column) for column in file.columns):
        return "check_refused_scope"
    if file.format == "graphml" and any(is_odd(file, column) for column in file.columns):
        return "check_refused_type"
    if file.default and file.default not in ("directed", "undirected", "mutual"):
        return "check_refused_default"
    return "check_refused_node_twice" if len(set(ids)) < len(ids) else ""


def has_known_scope(column: Column) -> bool:
    """Tell whether graphology knows for what a GraphML key is; silence means nodes."""
    return column.scope in ("", "graph", "node", "edge")


def is_odd(file: GraphFile, column: Column) -> bool:
    """Tell whether a column has a type that not every program knows, such as a list."""
    return (column.type or "string") not in COMMON_TYPES[file.format]


def read_by_networkx(file: GraphFile) -> Reading:
    """Return networkx's reading: one direction for all edges, declared columns, values of their type."""
    refusal = _refusal_of_networkx(file)
    if refusal:
        return Reading(NETWORKX, refusal=refusal)
    is_directed = file.default == "directed"
    found = set()
    for place, edge in enumerate(file.edges):
        ends = (edge.source, edge.target) if is_directed else tuple(sorted((edge.source, edge.target)))
        found.add((ends, edge.id or f"#{place}"))
    shown = (len(found), 0) if is_directed else (0, len(found))
    return Reading(NETWORKX, _count_nodes(file, file.edges), *shown)


def _refusal_of_networkx(file: GraphFile) -> str:
    if file.control_lines:
        return "check_refused_control"
    if not file.has_namespace:
        return "check_refused_namespace"
    if file.hyperedges:
        return "check_refused_hyperedge"
    if any(is_odd(file, column) for column in file.columns):
        return "check_refused_type"
    other = "undirected" if file.default == "directed" else "directed"
    if any(edge.direction == other for edge in file.edges):
        return "check_refused_mixed"
    if any(each.undeclared for each in file.elements):
        return "check_refused_undeclared"
    return "check_refused_value" if any(wrong_values(file)) else ""


def wrong_values(file: GraphFile) -> Iterable[tuple[str, str]]:
    """Yield name and value where a value is not of the type that its column declares."""
    for scope, elements in (("node", file.nodes), ("edge", file.edges)):
        types = {column.name: column.type for column in file.columns if column.scope in (scope, "all", "")}
        for element in elements:
            for name, value in element.values.items():
                if value and name not in element.undeclared and not fits(value, types.get(name, "string")):
                    yield name, value


def fits(value: str, type_: str) -> bool:
    """Tell whether a value can be read as a type.

    >>> fits("3.0", "double"), fits("3.0", "int"), fits("概念", "string"), fits("是", "boolean")
    (True, False, True, False)
    """
    if type_ == "boolean":
        return value.lower() in TRUTHS
    if type_ not in NUMBERS:
        return True
    try:
        NUMBERS[type_](value)
    except ValueError:
        return False
    return True


def number(text: str | None) -> float | None:
    """Return the number that a text says, None where it says none."""
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


def _count_nodes(file: GraphFile, edges: Iterable[FileEdge]) -> int:
    """Return how many nodes there are when missing ends have been added; one without id counts as well."""
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return len({node.id for node in file.nodes} | ends)
