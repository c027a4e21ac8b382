"""graph.graphml and graph.gexf: what Gephi, Gephi Lite, networkx and igraph read without a mismatch.

networkx's own writers cannot make these files (Gephi drops or merges most of the edges of a mixed graph written by
them), so the few lines of XML are written here. docs/graph-files.md says which program needs which rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from conceptgraph.model import ConceptGraph
from conceptgraph.write.styled import StyledEdge, StyledNode, styled_edges, styled_nodes, xml_text
from conceptgraph.write.years import Span, YearsOf

Value = str | int | float | bool

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
GEXF = '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
BLANKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}  # a reader would make spaces of them
GRAPHML_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
GEXF_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}


def to_graphml(graph: ConceptGraph, profile: str) -> bytes:
    """Return GraphML as UTF-8 in one of two profiles.

    ``gephi``: edges directed one by one, the relation as Gephi's edge kind (the attribute ``label`` of an edge), so
    that parallel edges stay apart; Gephi and graphology read it, networkx refuses mixed files. ``plain``: all edges
    directed, the relation only as an attribute; networkx, igraph and networkit read it.
    """
    nodes, edges = list(styled_nodes(graph)), list(styled_edges(graph))
    node_values = [_node_values(node) for node in nodes]
    edge_values = [_edge_values(edge) for edge in edges]
    keys = {"node": _types(node_values), "edge": _types(edge_values)}
    lines = [HEAD, GRAPHML]
    for scope, types in keys.items():
        for name, kind in types.items():
            described = f'attr.name={_attribute(xml_text(name))} attr.type="{GRAPHML_TYPES[kind]}"'
            lines.append(f'<key id="{scope[0]}_{name}" for="{scope}" {described}/>\n')
    lines.append(f'<graph edgedefault="{"undirected" if profile == "gephi" else "directed"}">\n')
    for node, values in zip(nodes, node_values, strict=True):
        lines += [f'<node id="{node.concept.id}">', *_data("n", values), "</node>\n"]
    for edge, values in zip(edges, edge_values, strict=True):
        lines += [f"<edge {_ends(edge, profile)}>", *_data("e", values), "</edge>\n"]
    return "".join([*lines, "</graph>\n</graphml>\n"]).encode()


def _ends(edge: StyledEdge, profile: str) -> str:
    """Return the attributes of a GraphML edge."""
    ends = f'id="{edge.edge.id}" source="{edge.source}" target="{edge.target}"'
    if profile == "plain":
        return ends
    return f'{ends} directed="{str(edge.edge.directed).lower()}" label={_attribute(edge.attributes["relation"])}'


def _node_values(node: StyledNode) -> dict[str, Value]:
    red, green, blue = node.colour
    look = {"x": node.x, "y": node.y, "size": node.size, "r": red, "g": green, "b": blue}
    return {"label": xml_text(node.concept.name), **look, **node.attributes}


def _edge_values(edge: StyledEdge) -> dict[str, Value]:
    red, green, blue = edge.colour
    label = {"label": edge.label} if edge.label else {}
    return {**label, "weight": float(edge.edge.weight), "r": red, "g": green, "b": blue, **edge.attributes}


def _types(rows: Iterable[Mapping[str, Value]]) -> dict[str, type]:
    """Return the type of each attribute, in the order of first use."""
    types: dict[str, type] = {}
    for row in rows:
        for name, value in row.items():
            types.setdefault(name, type(value))
    return types


def _data(prefix: str, values: Mapping[str, Value]) -> Iterator[str]:
    """Yield the <data> elements; empty texts are left out, evidence goes into CDATA, which keeps its white space."""
    for name, value in values.items():
        if value != "":
            yield f'<data key="{prefix}_{name}">{_cdata(str(value)) if name == "evidence" else _plain(value)}</data>'


def _cdata(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _plain(value: Value) -> str:
    return escape(value, quote=False) if isinstance(value, str) else _number(value)


def to_gexf(graph: ConceptGraph) -> bytes:
    """Return GEXF 1.3 as UTF-8: look as viz elements, each edge with its own type and kind.

    There is no ``defaultedgetype``, because Gephi drops the edges of the other type. Where documents have years, each
    concept has a spell from its first to its last year; where there are several documents, so has each relation.
    """
    years = YearsOf(graph)
    nodes, edges = list(styled_nodes(graph)), list(styled_edges(graph))
    types = {
        "node": _types(node.attributes for node in nodes),
        "edge": _types(edge.attributes for edge in edges),
    }
    columns = {scope: {name: number for number, name in enumerate(of_scope)} for scope, of_scope in types.items()}
    is_dated = any(map(years.concept, graph.concepts))
    mode = 'mode="dynamic" timeformat="integer" timerepresentation="interval"' if is_dated else 'mode="static"'
    lines = [HEAD, GEXF, f"<graph {mode}>\n"]
    for scope, of_scope in types.items():
        lines.append(f'<attributes class="{scope}">')
        for name, kind in of_scope.items():
            lines.append(
                f'<attribute id="{columns[scope][name]}" title={_attribute(xml_text(name))} type="{GEXF_TYPES[kind]}"/>'
            )
        lines.append("</attributes>\n")
    lines.append("<nodes>\n")
    lines += [_gexf_node(node, columns["node"], years) for node in nodes]
    lines.append("</nodes>\n<edges>\n")
    lines += [_gexf_edge(edge, columns["edge"], years) for edge in edges]
    return "".join([*lines, "</edges>\n</graph>\n</gexf>\n"]).encode()


def _gexf_node(node: StyledNode, columns: Mapping[str, int], years: YearsOf) -> str:
    red, green, blue = node.colour
    return (
        f'<node id="{node.concept.id}" label={_attribute(xml_text(node.concept.name))}>'
        f"{_gexf_values(node.attributes, columns)}{_spell(years.concept(node.concept))}"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:position x="{node.x}" y="{node.y}" z="0"/>'
        f'<viz:size value="{node.size}"/></node>\n'
    )


def _gexf_edge(edge: StyledEdge, columns: Mapping[str, int], years: YearsOf) -> str:
    red, green, blue = edge.colour
    kind = "directed" if edge.edge.directed else "undirected"
    span = years.relation(edge.edge)[1] if "first_year" in edge.edge.measures else None
    return (
        f'<edge id="{edge.edge.id}" source="{edge.source}" target="{edge.target}" type="{kind}"'
        f' kind={_attribute(edge.attributes["relation"])} label={_attribute(edge.label)} weight="{edge.edge.weight}">'
        f'{_gexf_values(edge.attributes, columns)}{_spell(span)}<viz:color r="{red}" g="{green}" b="{blue}"/></edge>\n'
    )


def _spell(span: Span) -> str:
    return f'<spells><spell start="{span[0]}" end="{span[1]}"/></spells>' if span else ""


def _gexf_values(values: Mapping[str, Value], columns: Mapping[str, int]) -> str:
    cells = [
        f'<attvalue for="{columns[name]}" value={_attribute(value)}/>' for name, value in values.items() if value != ""
    ]
    return f"<attvalues>{''.join(cells)}</attvalues>" if cells else ""


def _attribute(value: Value) -> str:
    """Return a quoted attribute in which line ends survive; of a text without what XML cannot write."""
    if not isinstance(value, str):
        return f'"{_number(value)}"'
    text = escape(value)
    if text.isprintable():
        return f'"{text}"'
    for blank, reference in BLANKS.items():
        text = text.replace(blank, reference)
    return f'"{text}"'


def _number(value: float | bool) -> str:
    """Return a number or a truth value as XML writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
