"""`conceptgraph explain`: all that the texts say of a concept, or between two; why, where they say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.lookup import find_concept, seek_concept
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.quotes import Quoter, explicit
from conceptgraph.cli.report import report_failures
from conceptgraph.cli.source import read_graph
from conceptgraph.messages import text
from conceptgraph.model import RELATION_TYPES

if TYPE_CHECKING:
    from conceptgraph.config import Config
    from conceptgraph.model import Concept, ConceptGraph, Edge

NEIGHBOURS = 10  # co-occurring concepts named for one concept
TYPE_ORDER = ("is_a", "equals", *RELATION_TYPES)  # what defines the concept comes first


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["path"], metavar="PATH", required=True),
        click.Argument(["concept"], metavar="A", required=True),
        click.Argument(["other"], metavar="[B]", required=False),
        click.Option(["-q", "--quiet"], is_flag=True),
        *setting_options(language),
    ]
    return make_command("explain", language, partial(explain, language), parameters)


def explain(language: str, **values: Any) -> int:
    """Print what is said of a concept or between two; return the exit code."""
    settings, call = split_settings(values)
    result = read_graph([call["path"]], settings, language, call["quiet"])
    graph, quoter = result.graph, Quoter(result.graph, language)
    wanted = [name for name in (call["concept"], call["other"]) if name]
    missing = [name for name in wanted if not seek_concept(graph, name)]
    if missing:
        from conceptgraph.cli.why import why_no_concept

        for name in missing:
            click.echo("\n".join(why_no_concept(name, graph, settings, language)))
    elif len(wanted) == 2:
        first, second = (find_concept(graph, name) for name in wanted)
        click.echo("\n".join(between(first, second, graph, settings, quoter)))
    else:
        click.echo("\n".join(about(find_concept(graph, wanted[0]), graph, quoter)))
    return report_failures(result, language, call["quiet"])


def about(concept: Concept, graph: ConceptGraph, quoter: Quoter) -> Iterator[str]:
    """Yield what is said of a concept: figures, each relation with its quotes, definitions first, neighbours."""
    yield from figures(concept, quoter)
    edges = [edge for edge in graph.edges if concept.name in (edge.source, edge.target)]
    stated = [edge for edge in edges if explicit(edge)]
    stated.sort(key=lambda edge: (TYPE_ORDER.index(edge.relation), edge.source != concept.name, -edge.weight))
    for edge in stated:
        yield ""
        yield from edge_lines(edge, quoter)
    pairs = sorted((edge for edge in edges if not explicit(edge)), key=lambda edge: (-edge.weight, edge.id))
    if pairs:
        named = [edge.target if edge.source == concept.name else edge.source for edge in pairs[:NEIGHBOURS]]
        yield ""
        yield text("explain_neighbours", quoter.language, names=text("list_comma", quoter.language).join(named))
    if not stated:
        yield text("explain_nothing_stated", quoter.language, name=concept.name)


def between(first: Concept, second: Concept, graph: ConceptGraph, settings: Config, quoter: Quoter) -> Iterator[str]:
    """Yield what is said between two concepts; where nothing is, the sentences that have both and what is in them."""
    ends = {first.name, second.name}
    edges = [edge for edge in graph.edges if {edge.source, edge.target} == ends]
    stated = [edge for edge in edges if explicit(edge)]
    for edge in stated:
        yield from edge_lines(edge, quoter)
        yield ""
    together = sorted(set(first.sentences) & set(second.sentences))
    yield text("explain_together", quoter.language, first=first.name, second=second.name, count=len(together))
    if not stated:
        from conceptgraph.cli.why import why_no_relation

        yield from why_no_relation(first, second, graph, settings, quoter)


def figures(concept: Concept, quoter: Quoter) -> Iterator[str]:
    """Yield the name of a concept and its figures."""
    yield concept.name
    yield text(
        "explain_figures",
        quoter.language,
        kind=quoter.word("kind", concept.kind),
        frequency=concept.frequency,
        documents=concept.documents,
        importance=f"{concept.importance:.3f}",
    )
    if concept.aliases:
        names = text("list_comma", quoter.language).join(concept.aliases)
        yield text("explain_aliases", quoter.language, names=names)


def edge_lines(edge: Edge, quoter: Quoter) -> Iterator[str]:
    """Yield a relation and all its evidence."""
    yield quoter.step(edge.source, edge.relation, edge.target, edge.directed)
    for evidence in edge.evidence:
        yield from quoter.claim(evidence)
