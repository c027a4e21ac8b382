"""chains.dot: the chains for Graphviz (`dot -Tpdf chains.dot`) and whatever else reads DOT."""

from __future__ import annotations

from conceptgraph.config import WriteConfig
from conceptgraph.model import ConceptGraph
from conceptgraph.write.chain_diagram import Box, Link, chain_diagram

HEAD = """\
digraph chains {
  rankdir=LR;
  node [shape=box, style="rounded,filled", fontname="Noto Sans CJK SC"];
  edge [fontname="Noto Sans CJK SC", fontsize=10];
"""


def to_dot(graph: ConceptGraph, config: WriteConfig, language: str) -> bytes:
    """Return the chains as UTF-8: left to right, composed chains dashed, relations named in `language`."""
    diagram = chain_diagram(graph, config, language)
    lines = [*map(_box, diagram.boxes), *map(_link, diagram.links)]
    if diagram.left_out:
        lines.append(f"// +{diagram.left_out}: chains.csv")
    return (HEAD + "".join(f"  {line}\n" for line in lines) + "}\n").encode()


def _box(box: Box) -> str:
    return (
        f"{box.key} [label={_quoted(box.name)}, fillcolor={_quoted(box.colour + '6b')}, color={_quoted(box.colour)}];"
    )


def _link(link: Link) -> str:
    style = "dashed" if link.composed else "solid"
    ends = "forward" if link.directed else "none"
    look = f"color={_quoted(link.colour)}, style={style}, dir={ends}"
    return f"{link.source} -> {link.target} [label={_quoted(link.label)}, {look}];"


def _quoted(text: str) -> str:
    """Return a DOT string that means exactly `text`: backslashes begin an escape there.

    >>> _quoted('数字"劳动" <b>')
    '"数字\\\\"劳动\\\\" <b>"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
