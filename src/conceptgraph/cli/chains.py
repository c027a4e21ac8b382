"""`conceptgraph chains`: the chains of a text or a graph, with their sentences."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.lookup import find_concept
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.quotes import Quoter, explicit
from conceptgraph.cli.report import report_failures
from conceptgraph.cli.source import read_graph
from conceptgraph.messages import text
from conceptgraph.model import RELATION_TYPES, UNDIRECTED, GraphChain

if TYPE_CHECKING:
    from conceptgraph.model import ConceptGraph


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["paths"], metavar="PATH...", nargs=-1, required=True),
        click.Option(["--from", "first"], metavar="CONCEPT"),
        click.Option(["--to", "last"], metavar="CONCEPT"),
        click.Option(["--type", "types"], metavar="TYPE", type=click.Choice(RELATION_TYPES), multiple=True),
        click.Option(["--composed"], is_flag=True),
        click.Option(["-q", "--quiet"], is_flag=True),
        *setting_options(language),
    ]
    return make_command("chains", language, partial(print_chains, language), parameters)


def print_chains(language: str, **values: Any) -> int:
    """Print the chains that pass through the concepts asked for; return the exit code."""
    settings, call = split_settings(values)
    result = read_graph(call["paths"], settings, language, call["quiet"])
    graph = result.graph
    first, last = (find_concept(graph, name).name if name else "" for name in (call["first"], call["last"]))
    wanted = [chain for chain in graph.chains if call["composed"] or chain.kind == "attested"]
    found = list(select_chains(wanted, first, last, call["types"]))
    if not found and first and last:
        found = list(compose_path(graph, first, last, call["types"]))
    quoter = Quoter(graph, language)
    for number, chain in enumerate(found, start=1):
        click.echo(f"{number}. " + "\n".join(chain_lines(chain, quoter)))
    if not found:
        click.echo(text("chains_none", language), err=True)
    return report_failures(result, language, call["quiet"])


def select_chains(chains: Iterable[GraphChain], first: str, last: str, types: tuple[str, ...]) -> Iterator[GraphChain]:
    """Yield the chains in which `first` stands before `last` ("" for any) and all links have one of `types`."""
    for chain in chains:
        concepts = chain.concepts
        begin = concepts.index(first) if first in concepts else -1
        if (first and begin < 0) or (last and last not in concepts[begin + 1 :]):
            continue
        if not types or set(chain.relations) <= set(types):
            yield chain


class Link(NamedTuple):
    """A relation that the author asserts: one step of a composed path."""

    target: str
    relation: str
    sentence: int
    confidence: float


class Path(NamedTuple):
    """A path on the way, ordered by its weakest link (negative, so that the surest is least) and its length."""

    doubt: float
    length: int
    concepts: tuple[str, ...]
    relations: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()


def compose_path(graph: ConceptGraph, first: str, last: str, types: tuple[str, ...]) -> Iterator[GraphChain]:
    """Yield the path from `first` to `last` over relations that the author asserts whose weakest link is the surest; of
    equals the shortest, then the first by name. Nothing where there is no path.
    """
    onward = _author_links(graph, types)
    waiting, seen = [Path(-1.0, 1, (first,))], set[str]()
    while waiting:
        path = heapq.heappop(waiting)
        here = path.concepts[-1]
        if here == last and path.relations:
            yield GraphChain(path.concepts, path.relations, path.evidence, "composed", -path.doubt)
            return
        if here in seen:
            continue
        seen.add(here)
        for link in onward.get(here, ()):
            doubt = max(path.doubt, -link.confidence)
            concepts, relations = (*path.concepts, link.target), (*path.relations, link.relation)
            further = Path(doubt, path.length + 1, concepts, relations, (*path.evidence, link.sentence))
            heapq.heappush(waiting, further)


def _author_links(graph: ConceptGraph, types: tuple[str, ...]) -> dict[str, list[Link]]:
    """Return the directed relations by source, each with its surest evidence that the author asserts."""
    found: dict[str, list[Link]] = {}
    for edge in graph.edges:
        if not explicit(edge) or edge.relation in UNDIRECTED or (types and edge.relation not in types):
            continue
        own = [each for each in edge.evidence if each.modality == "asserted" and not (each.negated or each.speaker)]
        if own:
            best = max(own, key=lambda each: each.confidence)
            link = Link(edge.target, edge.relation, best.sentences[0], best.confidence)
            found.setdefault(edge.source, []).append(link)
    return found


def chain_lines(chain: GraphChain, quoter: Quoter) -> Iterator[str]:
    """Yield the chain with its links, its kind and confidence, then its sentences."""
    steps = zip(pairwise(chain.concepts), chain.relations, strict=True)
    links = "".join(f" —{quoter.word('type', relation)}→ {target}" for (_, target), relation in steps)
    kind = text(f"chain_{chain.kind}", quoter.language, confidence=f"{chain.confidence:.2f}")
    speakers = text("list_comma", quoter.language).join(chain.speakers)
    said = "; " + text("report_said_by", quoter.language, speaker=speakers) if speakers else ""
    yield f"{chain.concepts[0]}{links}  [{kind}{said}]"
    for number in dict.fromkeys(chain.evidence):
        yield from quoter.sentence(number)
