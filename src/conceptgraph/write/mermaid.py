"""chains.mmd: the chains for Mermaid, as Markdown editors, GitHub and GitLab draw it."""

from __future__ import annotations

from conceptgraph.config import WriteConfig
from conceptgraph.model import ConceptGraph
from conceptgraph.write.chain_diagram import Box, Link, chain_diagram

LINES = {(True, False): "-->", (True, True): "-.->", (False, False): "---", (False, True): "-.-"}  # directed, composed


def to_mermaid(graph: ConceptGraph, config: WriteConfig, language: str) -> bytes:
    """Return the chains as UTF-8: a flowchart from left to right, composed chains dotted, relations in `language`."""
    diagram = chain_diagram(graph, config, language)
    lines = ["flowchart LR"]
    lines += [f"  %% +{diagram.left_out}: chains.csv"] if diagram.left_out else []
    lines += [f"  {_box(box)}" for box in diagram.boxes]
    lines += [f"  {_link(link)}" for link in diagram.links]
    lines += [f"  style {box.key} fill:{box.colour}6b,stroke:{box.colour},color:#23262b" for box in diagram.boxes]
    lines += [f"  linkStyle {number} stroke:{link.colour}" for number, link in enumerate(diagram.links)]
    return "\n".join([*lines, ""]).encode()


def _box(box: Box) -> str:
    return f'{box.key}("{_harmless(box.name)}")'


def _link(link: Link) -> str:
    return f'{link.source} {LINES[link.directed, link.composed]}|"{_harmless(link.label)}"| {link.target}'


def _harmless(text: str) -> str:
    """Return text in which Mermaid finds neither syntax nor Markdown nor HTML: ASCII signs become ``#code;``.

    >>> _harmless("数字“劳动” [1.]")
    '数字“劳动” #91;1#46;#93;'
    """
    return "".join(sign if sign == " " or sign.isalnum() or not sign.isascii() else f"#{ord(sign)};" for sign in text)
