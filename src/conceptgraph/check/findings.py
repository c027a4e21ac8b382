"""What is merged, renamed, changed or dropped when a graph file is opened: one function a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from conceptgraph.check.graph_file import FileEdge, FileNode, GraphFile
from conceptgraph.check.programs import (
    GEPHI,
    LITE,
    NETWORKX,
    fits,
    gephi_edges,
    gephi_key,
    has_known_scope,
    is_dropped_by_default,
    is_odd,
    lite_direction,
    number,
    wrong_values,
)
from conceptgraph.model import RELATION_TYPES, UNDIRECTED

SMALLEST, LARGEST = 4.0, 100.0  # sizes that Gephi keeps as they are
FARTHEST = 5000.0  # positions that Gephi keeps as they are
LOOK = {"node": ("label", "x", "y", "size", "r", "g", "b"), "edge": ("label", "weight", "r", "g", "b")}
TAKEN = {"node": ("xpos", "ypos", "z"), "edge": ("id", "edgeid", "edgelabel", "Edge Weight")}  # by Gephi for itself
NAMED = 3  # examples in a message


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a program does with the file; `values` fill the message `key`. A `note` changes nothing that the
    graph says.
    """

    key: str
    programs: tuple[str, ...]
    count: int
    example: str
    is_note: bool = False


Rule = Callable[[GraphFile], Iterator[Finding]]


def find_losses(file: GraphFile) -> list[Finding]:
    """Return what the programs merge, rename, change or drop, in the order of the rules."""
    rules = COMMON + (GRAPHML if file.format == "graphml" else GEXF)
    return [finding for rule in rules for finding in rule(file)]


def _found(key: str, programs: tuple[str, ...], names: Iterable[str], is_note: bool = False) -> Iterator[Finding]:
    """Yield a finding for all that is named, none where nothing is."""
    every = list(names)
    if every:
        examples = ", ".join(dict.fromkeys(every[:NAMED])) + (" ..." if len(set(every)) > NAMED else "")
        yield Finding(key, programs, len(every), examples, is_note)


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if name and count > 1]


# --- the file


def _control(file: GraphFile) -> Iterator[Finding]:
    yield from _found("check_control", (GEPHI, LITE, NETWORKX), map(str, file.control_lines))


def _namespace(file: GraphFile) -> Iterator[Finding]:
    if not file.has_namespace:
        yield Finding("check_namespace", (NETWORKX,), 1, "")


def _default_graphml(file: GraphFile) -> Iterator[Finding]:
    if file.default not in ("directed", "undirected"):
        yield Finding("check_default", (GEPHI, LITE), 1, f'"{file.default}"')
    lines = (edge for edge in file.edges if file.direction_of(edge) == "undirected")
    turned = [_name_edge(edge) for edge in lines if lite_direction(file, edge) == "directed"]
    yield from _found("check_default_directed", (LITE,), turned)


def _default_gexf(file: GraphFile) -> Iterator[Finding]:
    dropped = [_name_edge(edge) for edge in file.edges if is_dropped_by_default(file, edge)]
    yield from _found("check_default_gexf", (GEPHI,), dropped)


def _hyperedges(file: GraphFile) -> Iterator[Finding]:
    if file.hyperedges:
        yield Finding("check_hyperedge", (GEPHI, LITE, NETWORKX), file.hyperedges, "")


def _mixed(file: GraphFile) -> Iterator[Finding]:
    ways = {file.direction_of(edge) for edge in file.edges}
    if len(ways) > 1:
        key = "check_mixed" if file.format == "graphml" else "check_mixed_gexf"
        yield Finding(key, (NETWORKX,), len(file.edges), "", is_note=True)


# --- its columns


def _scopes(file: GraphFile) -> Iterator[Finding]:
    wrong = [column.name for column in file.columns if not (has_known_scope(column) and column.scope)]
    yield from _found("check_scope", (GEPHI, LITE), wrong)


def _types(file: GraphFile) -> Iterator[Finding]:
    odd = [f"{column.name} ({column.type})" for column in file.columns if is_odd(file, column)]
    programs = (LITE, NETWORKX) if file.format == "graphml" else (GEPHI, NETWORKX)
    yield from _found("check_type", programs, odd)


def _misspelt(file: GraphFile) -> Iterator[Finding]:
    """Names that Gephi takes for columns of their own, because only the lower-case spelling is a look."""
    wrong = [
        column.name
        for column in file.columns
        for look in LOOK.get(column.scope, ())
        if column.name != look and column.name.strip().lower() == look
    ]
    yield from _found("check_misspelt", (GEPHI, LITE), wrong)


def _look_in_columns(file: GraphFile) -> Iterator[Finding]:
    """In GEXF the look stands in elements and attributes of its own, not among the columns."""
    wrong = [column.name for column in file.columns if column.name.lower() in LOOK.get(column.scope, ())]
    yield from _found("check_look_gexf", (GEPHI, LITE), wrong)


def _taken(file: GraphFile) -> Iterator[Finding]:
    yield from _found(
        "check_taken", (GEPHI,), (each.name for each in file.columns if each.name in TAKEN.get(each.scope, ()))
    )


def _columns_twice(file: GraphFile) -> Iterator[Finding]:
    for scope in ("node", "edge"):
        names = _repeated(column.name for column in file.columns if column.scope == scope)
        yield from _found("check_column_twice", (LITE, NETWORKX), names)


def _undeclared(file: GraphFile) -> Iterator[Finding]:
    keys = [key for element in file.elements for key in element.undeclared]
    yield from _found("check_undeclared", (GEPHI, NETWORKX), keys)


def _values(file: GraphFile) -> Iterator[Finding]:
    wrong = [f"{name}={value[:20]}" for name, value in wrong_values(file)]
    yield from _found("check_value", (GEPHI, NETWORKX), wrong)


def _colours(file: GraphFile) -> Iterator[Finding]:
    """Gephi reads whole numbers only; Gephi Lite only what is declared as a number."""
    black = [_name(element) for element in file.elements if not all(map(_is_byte, _colour(element)))]
    yield from _found("check_colour", (GEPHI,), black)
    texts = [each.name for each in file.columns if each.name in ("r", "g", "b") and each.type == "string"]
    yield from _found("check_colour_text", (LITE,), texts)


def _colour(element: FileNode | FileEdge) -> list[str]:
    return [element.values[part] for part in "rgb" if element.values.get(part)]


def _is_byte(text: str) -> bool:
    return fits(text, "int") and 0 <= int(text) <= 255


# --- its nodes


def _node_ids(file: GraphFile) -> Iterator[Finding]:
    yield from _found("check_node_without_id", (GEPHI, LITE), (node.label for node in file.nodes if not node.id))
    yield from _found("check_node_twice", (GEPHI, LITE, NETWORKX), _repeated(node.id for node in file.nodes))


def _labels(file: GraphFile) -> Iterator[Finding]:
    nameless = [node.id for node in file.nodes if not node.label.strip()]
    yield from _found("check_label", (GEPHI, LITE), nameless)


def _sizes(file: GraphFile) -> Iterator[Finding]:
    sizes = {node.id: number(node.values.get("size")) for node in file.nodes}
    yield from _found("check_size_missing", (GEPHI, LITE), (key for key, size in sizes.items() if size is None))
    known = {key: size for key, size in sizes.items() if size is not None}
    outside = [f"{key}: {size:g}" for key, size in known.items() if not SMALLEST <= size <= LARGEST]
    yield from _found("check_size", (GEPHI,), outside)
    if known and not outside and (min(known.values()), max(known.values())) != (SMALLEST, LARGEST):
        span = f"{min(known.values()):g}..{max(known.values()):g}"
        yield Finding("check_size_span", (GEPHI,), len(known), span, is_note=True)


def _places(file: GraphFile) -> Iterator[Finding]:
    places = {node.id: (number(node.values.get("x")), number(node.values.get("y"))) for node in file.nodes}
    yield from _found("check_place_missing", (GEPHI, LITE), (key for key, place in places.items() if None in place))
    far = [key for key, place in places.items() if any(abs(value) > FARTHEST for value in place if value is not None)]
    yield from _found("check_place", (GEPHI,), far)


# --- its edges


def _ends(file: GraphFile) -> Iterator[Finding]:
    ids = {node.id for node in file.nodes}
    lost = [_name_edge(edge) for edge in file.edges if not (edge.source and edge.target)]
    yield from _found("check_end_missing", (GEPHI, LITE, NETWORKX), lost)
    ends = {end: None for edge in file.edges for end in (edge.source, edge.target) if end and end not in ids}
    yield from _found("check_end_unknown", (GEPHI, LITE, NETWORKX), ends)


def _edge_ids(file: GraphFile) -> Iterator[Finding]:
    yield from _found("check_edge_twice", (GEPHI, LITE), _repeated(edge.id for edge in file.edges))


def _weights(file: GraphFile) -> Iterator[Finding]:
    weights = [(edge, number(edge.weight)) for edge in file.edges]
    yield from _found("check_weight_zero", (GEPHI,), (_name_edge(edge) for edge, weight in weights if weight == 0))
    negative = [_name_edge(edge) for edge, weight in weights if weight is not None and weight < 0]
    yield from _found("check_weight_negative", (GEPHI, LITE, NETWORKX), negative)
    missing = [_name_edge(edge) for edge, weight in weights if weight is None]
    yield from _found("check_weight_missing", (GEPHI, LITE, NETWORKX), missing)


def _parallel(file: GraphFile) -> Iterator[Finding]:
    groups: dict[object, list[FileEdge]] = {}
    for edge in gephi_edges(file):
        groups.setdefault(gephi_key(file, edge), []).append(edge)
    merged = [_name_edge(edge) for group in groups.values() if len(group) > 1 for edge in group]
    key = "check_parallel" if file.format == "graphml" else "check_parallel_gexf"
    yield from _found(key, (GEPHI,), merged)


def _kinds(file: GraphFile) -> Iterator[Finding]:
    if file.is_plain:
        return
    pairs = [(edge, edge.values.get("relation", "")) for edge in file.edges]
    other = [_name_edge(edge) for edge, relation in pairs if relation and edge.kind and edge.kind != relation]
    yield from _found("check_kind", (GEPHI,), other)


def _directions(file: GraphFile) -> Iterator[Finding]:
    """Directions that are not those of the relation types; in the profile plain all are arrows."""
    known = ("directed", "undirected", "")
    strange = [f"{_name_edge(edge)} ({edge.direction})" for edge in file.edges if edge.direction not in known]
    yield from _found("check_direction", (GEPHI, LITE), strange)
    lost, gained = [], []
    for edge in file.edges:
        relation = edge.values.get("relation", "") or edge.kind
        way = file.direction_of(edge)
        if relation in RELATION_TYPES and relation not in UNDIRECTED and way == "undirected":
            lost.append(_name_edge(edge))
        if relation in UNDIRECTED and way == "directed":
            gained.append(_name_edge(edge))
    yield from _found("check_arrow_lost", (GEPHI, LITE, NETWORKX), lost)
    yield from _found("check_arrow_gained", (GEPHI, LITE), gained)


def _name_edge(edge: FileEdge) -> str:
    return edge.id or f"{edge.source}-{edge.target}"


def _name(element: FileNode | FileEdge) -> str:
    return element.id if isinstance(element, FileNode) else _name_edge(element)


COMMON: tuple[Rule, ...] = (
    _control,
    _namespace,
    _hyperedges,
    _mixed,
    _types,
    _columns_twice,
    _undeclared,
    _values,
    _colours,
    _node_ids,
    _labels,
    _sizes,
    _places,
    _ends,
    _edge_ids,
    _weights,
    _parallel,
    _kinds,
    _directions,
)
GRAPHML: tuple[Rule, ...] = (_default_graphml, _scopes, _misspelt, _taken)
GEXF: tuple[Rule, ...] = (_default_gexf, _look_in_columns)
