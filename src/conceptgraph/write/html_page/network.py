"""The pyvis network that renders our page: its own template, everything inline, nothing from outside.

pyvis 0.3.2 links a style sheet of a foreign server, loses parallel edges and puts text into HTML unescaped; so only its
record of nodes, edges and options is used, and the vis-network that it brings.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from conceptgraph import __version__
from conceptgraph.messages import LANGUAGES, catalogue
from conceptgraph.resources import colours
from conceptgraph.write.html_page.content import PageContent

VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"  # in the pyvis package
SCRIPTS = (
    "dom",
    "words",
    "content",
    "state",
    "filter",
    "geometry",
    "picture",
    "labels",
    "quote",
    "panel",
    "carriers",
    "legend",
    "search",
    "reading",
    "chains",
    "tables",
    "download",
    "keys",
    "main",
)
UNSAFE_IN_HTML = "<>&\u2028\u2029"
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 0,
    },
    "nodes": {"chosen": False, "borderWidthSelected": 1, "scaling": {"label": {"drawThreshold": 1}}},
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.6}, "middle": {"scaleFactor": 0.7}},
        "chosen": False,
        "color": {"inherit": False},
        "hoverWidth": 0,
        "selectionWidth": 0,
        "smooth": False,
    },
}


@contextlib.contextmanager
def _without_notebook() -> Iterator[None]:
    """Let pyvis be imported without IPython, from which it takes one class that only notebooks use (0.08 s)."""
    name = "IPython.display"
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)
    stand_in.IFrame = None  # type: ignore[attr-defined]
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        del sys.modules[name]


with _without_notebook():
    from pyvis import network as pyvis_network


class PageNetwork(pyvis_network.Network):  # type: ignore[misc]
    """A pyvis network with our template; nodes and edges are taken as they are, parallel edges too."""

    def __init__(self, content: PageContent) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.content = content
        self.nodes = list(content.nodes)
        self.edges = list(content.edges)
        self.options = dict(OPTIONS)

    def generate_html(self, name: str = "graph.html", local: bool = True, notebook: bool = False) -> str:
        """Return the whole page."""
        vis_network, script, style = _asset_of_pyvis(VIS_NETWORK), _scripts(), _asset("page.css")
        template = _environment().get_template("page.html.j2")
        return template.render(
            title=self._title(),
            version=__version__,
            style=style,
            style_hash=_hash(style),
            vis_network=vis_network,
            script=script,
            script_hashes=[_hash(vis_network), _hash(script)],
            content=_json(self._page_record()),
        )

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page to the file `name` as UTF-8."""
        with open(name, "wb") as file:
            file.write(self.generate_html().encode("utf-8"))

    def _title(self) -> str:
        """Return the titles of up to three documents; of more, the first and how many there are."""
        titles = [str(document.get("title") or document["id"]) for document in self.content.documents]
        return "；".join(titles) if len(titles) <= 3 else f"{titles[0]} … ({len(titles)})"

    def _page_record(self) -> dict[str, object]:
        """Return all that the scripts need."""
        content = self.content
        palette = colours()
        return {
            "nodes": self.nodes,
            "edges": self.edges,
            "options": self.options,
            "chains": content.chains,
            "documents": content.documents,
            "sentences": content.sentences,
            "years": content.years,
            "evidence": content.evidence,
            "leftOut": dict(content.left_out),
            "colours": {
                "communities": palette.communities,
                "other": palette.other,
                "relations": dict(palette.relations),
            },
            "words": {language: catalogue(f"page.{language}") for language in LANGUAGES},
        }


def _json(record: dict[str, object]) -> str:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in UNSAFE_IN_HTML:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _hash(text: str) -> str:
    """Return the hash of an inline script or style, as a content security policy has it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _asset_of_pyvis(name: str) -> str:
    return files("pyvis").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _scripts() -> str:
    """Return our scripts as one, each in the order in which it needs the others."""
    return "\n".join(['"use strict";', *(_asset(f"scripts/{name}.js") for name in SCRIPTS)])


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__, "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
