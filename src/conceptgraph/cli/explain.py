"""`conceptgraph explain`: all that the texts say of a concept, or between two; why, where they say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.lookup import find_concept, seek_concept
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.quotes import Quoter, explicit
from conceptgraph.cli.report import print_problems, report_failures
from conceptgraph.cli.source import graph_file, read_graph
from conceptgraph.errors import InputError
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
        click.Option(["--all", "every"], is_flag=True),
        click.Option(["-q", "--quiet"], is_flag=True),
        *setting_options(language),
    ]
    return make_command("explain", language, partial(explain, language), parameters)


def explain(language: str, **values: Any) -> int:
    """Print what is said of a concept or between two; return the exit code."""
    settings, call = split_settings(values)
    wanted = [name for name in (call["concept"], call["other"]) if name is not None]
    if not all(map(str.strip, wanted)):
        raise InputError("concept_blank")
    result = read_graph([call["path"]], settings, language, call["quiet"])
    graph = result.graph
    found = [concept for concept in (seek_concept(graph, name) for name in wanted) if concept]
    if call["every"]:
        graph = complete(graph, found, call["path"])
        found = [find_concept(graph, concept.name) for concept in found]
    quoter = Quoter(graph, language)
    if len(found) < len(wanted):
        from conceptgraph.cli.why import why_no_concept

        for name in wanted:
            if not seek_concept(graph, name):
                click.echo("\n".join(why_no_concept(name, graph, settings, language)))
    elif len(wanted) == 2:
        click.echo("\n".join(between(found[0], found[1], graph, settings, quoter)))
    else:
        click.echo("\n".join(about(found[0], graph, quoter)))
    if graph.full_evidence and not call["every"] and not call["quiet"]:
        note_missing(graph, call["path"], language)
    return report_failures(result, language, call["quiet"])


def complete(graph: ConceptGraph, concepts: Sequence[Concept], path: str) -> ConceptGraph:
    """Return the graph with all that is said of the concepts, from the file beside it; a smaller graph has it itself.

    Raises InputError where the file cannot be used.
    """
    from conceptgraph.store import with_full_evidence

    if not concepts or not graph.notes:
        return graph
    place = graph_file(path)
    if place is None:
        raise InputError("evidence_unbuilt", path=path)
    return with_full_evidence(graph, place.parent, concepts)


def note_missing(graph: ConceptGraph, path: str, language: str) -> None:
    """Print a line on stderr where the file that the graph names for the rest cannot be used."""
    from conceptgraph.store import check_full_evidence

    place = graph_file(path)
    try:
        if place:
            check_full_evidence(graph, place.parent)
    except InputError as error:
        print_problems([error], language)


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
        yield text("explain_neighbours", quoter.language, names=_listed(named, quoter))
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
    key = "explain_together" if together else "explain_apart"
    yield text(key, quoter.language, first=first.name, second=second.name, count=len(together))
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
        yield text("explain_aliases", quoter.language, names=_listed(concept.aliases, quoter))
    if concept.carriers:
        yield text(
            "explain_carriers", quoter.language, documents=_listed(map(quoter.carrier, concept.carriers), quoter)
        )
    if concept.years:
        yield text("explain_years", quoter.language, years=_years(concept.years[0][0], concept.years[-1][0]))


def edge_lines(edge: Edge, quoter: Quoter) -> Iterator[str]:
    """Yield a relation and its evidence; of several documents in how many it is claimed, and from when to when."""
    yield quoter.step(edge.source, edge.relation, edge.target, edge.directed)
    counts = {name: int(count) for name, count in edge.measures.items()}
    if "documents" in counts:
        years = _years(counts["first_year"], counts["last_year"]) if "first_year" in counts else ""
        key = "explain_claimed_dated" if years else "explain_claimed"
        yield "    " + text(key, quoter.language, count=counts["documents"], years=years)
    for evidence in edge.evidence:
        yield from quoter.claim(evidence)
    if counts.get("claims", 0) > len(edge.evidence):
        key = "explain_some" if quoter.has_rest else "explain_some_kept"
        yield "    " + text(key, quoter.language, shown=len(edge.evidence), count=counts["claims"])


def _years(first: int, last: int) -> str:
    return "–".join(map(str, dict.fromkeys((first, last))))


def _listed(names: Iterable[str], quoter: Quoter) -> str:
    return text("list_comma", quoter.language).join(names)
