"""graph.html: one page that opens offline, the graph beside its evidence.

`content` chooses what the page holds, `network` renders it by pyvis into the template; assets/ is the page itself.
"""

from __future__ import annotations

from conceptgraph.config import WriteConfig
from conceptgraph.model import ConceptGraph


def html_page(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return the page as UTF-8: a document that asks for nothing from outside and runs no script but its own.

    The same graph and settings give the same bytes. pyvis and jinja2 are imported here, because no other output needs
    them.
    """
    from conceptgraph.write.html_page.content import select_content
    from conceptgraph.write.html_page.network import PageNetwork

    network = PageNetwork(select_content(graph, config))
    return network.generate_html().encode("utf-8", "replace")
