"""report.md: a page to read first, in the language of the user."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from conceptgraph.config import Config
from conceptgraph.messages import text
from conceptgraph.model import RELATION_TYPES, Concept, ConceptGraph, Edge, Evidence, GraphChain, GraphDocument, Result

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
DOCUMENTS, MEMBERS = 20, 8  # documents listed, names listed of a community
CARRIERS = 3  # documents named of each key concept


def to_report(result: Result, config: Config, language: str) -> bytes:
    """Return the report as UTF-8 Markdown: what was read, key concepts, chains and relations with their sentences,
    communities, word-order variants, what the first view leaves out. Of several documents it says which carry what.
    """
    say = partial(text, language=language)
    graph = result.graph
    parts = [
        _read(result, say),
        _concepts(graph, say, config.write.report_concepts),
        _carriers(graph, say, config.write.report_concepts),
        _chains(graph, say, config.write.report_quotes),
        _relations(graph, say, config.write.report_quotes),
        _communities(graph, say),
        _variants(graph, say),
        _left_out(graph, say),
    ]
    title = f"# {say('report_title', name=_subject(graph, say))}"
    return (
        "\n\n".join([title, *("\n".join(part) for part in map(list, parts) if part)]).encode("utf-8", "replace") + b"\n"
    )


Say = partial[str]


def _subject(graph: ConceptGraph, say: Say) -> str:
    """Return what the report is about: the title of the only document, or how many documents there are."""
    count = len(graph.documents) + graph.notes.get("documents", 0)
    if count > 1:
        return say("report_title_several", count=count)
    return "".join(_plain(document.title or document.id) for document in graph.documents)


def _read(result: Result, say: Say) -> Iterator[str]:
    """Yield what was read, and what was not."""
    graph = result.graph
    characters = sum(len(sentence.text) for sentence in graph.sentences) + graph.notes.get("characters", 0)
    sentences = len(graph.sentences) + graph.notes.get("sentences", 0)
    documents = len(graph.documents) + graph.notes.get("documents", 0)
    figures = {"documents": documents, "sentences": sentences, "characters": characters}
    yield f"## {say('report_read')}\n"
    yield say("report_documents", **figures) + "\n"
    for document in graph.documents[:DOCUMENTS]:
        concepts = say("list_comma").join(map(_plain, document.concepts[:5]))
        yield "- " + say("report_document", title=_plain(document.title or document.id), concepts=concepts)
    if documents > DOCUMENTS:
        yield "- " + say("report_more", count=documents - DOCUMENTS)
    problems = (
        ("report_failed", [failure.error for failure in result.failures]),
        ("report_warnings", result.warnings),
    )
    for heading, errors in problems:
        if errors:
            yield f"\n### {say(heading)}\n"
            yield from (f"- {_plain(say(error.key, **error.values))}" for error in errors)


def _concepts(graph: ConceptGraph, say: Say, most: int) -> Iterator[str]:
    """Yield a table of the most important concepts."""
    yield f"## {say('report_concepts')}\n"
    head = say("report_concept_head")
    yield f"| {head} |"
    yield "|" + " --- |" * (head.count("|") + 1)
    for rank, concept in enumerate(graph.concepts[:most], start=1):
        aliases = say("list_comma").join(map(_plain, concept.aliases))
        cells = (
            rank,
            _plain(concept.name),
            say(f"kind_{concept.kind}"),
            concept.frequency,
            f"{concept.importance:.2f}",
        )
        yield f"| {' | '.join(map(str, cells))} | {aliases} |"


def _carriers(graph: ConceptGraph, say: Say, most: int) -> Iterator[str]:
    """Yield in how many documents each key concept stands, from when to when, and in which of them most often."""
    documents = {document.id: document for document in graph.documents}
    carried = [concept for concept in graph.concepts[:most] if concept.carriers]
    if carried:
        yield f"### {say('report_carriers')}\n"
    for concept in carried:
        years = "–".join(map(str, dict.fromkeys(year for year, _ in (*concept.years[:1], *concept.years[-1:]))))
        span = say("report_span", years=years) if years else ""
        known = [(documents[name], count) for name, count in concept.carriers if name in documents]
        named = say("list_comma").join(_carrier(*each, say) for each in known[:CARRIERS])
        yield "- " + say(
            "report_carried", name=_plain(concept.name), count=concept.documents, span=span, documents=named
        )


def _carrier(document: GraphDocument, count: int, say: Say) -> str:
    key = "report_carrier" if document.year is None else "report_carrier_dated"
    return say(key, title=_plain(document.title or document.id), year=document.year, count=count)


def _chains(graph: ConceptGraph, say: Say, most: int) -> Iterator[str]:
    """Yield the attested chains, longest first, with their sentences; one that several passages tell stands once."""
    attested = [chain for chain in graph.chains if chain.kind == "attested"]
    yield f"## {say('report_chains')}\n"
    if not attested:
        yield say("report_chains_none")
    passages: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[int, None]] = {}
    for chain in sorted(attested, key=_chain_weight):
        passages.setdefault((chain.concepts, chain.speakers), {}).update(dict.fromkeys(chain.evidence))
    for (concepts, named), evidence in islice(passages.items(), 2 * most):
        speakers = say("list_comma").join(map(_plain, named))
        said = f" ({say('report_said_by', speaker=speakers)})" if speakers else ""
        yield f"- **{' → '.join(map(_plain, concepts))}**{said}"
        yield from (f"  > {_plain(graph.sentences[number].text)}" for number in evidence)
    if len(passages) > 2 * most:
        yield "- " + say("report_more", count=len(passages) - 2 * most)
    composed = len(graph.chains) - len(attested)
    if composed:
        yield "\n" + say("report_composed", count=composed)


def _chain_weight(chain: GraphChain) -> tuple[int, float, tuple[str, ...]]:
    return -len(chain.concepts), -chain.confidence, chain.concepts


def _relations(graph: ConceptGraph, say: Say, most: int) -> Iterator[str]:
    """Yield the strongest relations of each type, each with the sentence of its surest evidence."""
    yield f"## {say('report_relations')}"
    importance = {concept.name: concept.importance for concept in graph.concepts}
    for kind in RELATION_TYPES:
        edges = [edge for edge in graph.edges if edge.relation == kind]
        edges.sort(key=lambda edge: (-edge.weight * (importance[edge.source] + importance[edge.target]), edge.id))
        if edges:
            yield f"\n### {say('report_relations_count', type=say(f'type_{kind}'), count=len(edges))}\n"
        for edge in edges[:most]:
            evidence = max(edge.evidence, key=lambda each: each.confidence)
            yield f"- **{_edge(edge, say)}**{_marks(evidence, say)}{_claimed(edge, say)}"
            yield f"  > {_plain(''.join(graph.sentences[number].text for number in evidence.sentences))}"
    if all(edge.relation == "cooccurrence" for edge in graph.edges):
        yield "\n" + say("report_relations_none")


def _edge(edge: Edge, say: Say) -> str:
    key = "report_edge" if edge.directed else "report_edge_both"
    return say(key, source=_plain(edge.source), type=say(f"type_{edge.relation}"), target=_plain(edge.target))


def _marks(evidence: Evidence, say: Say) -> str:
    """Return in brackets what keeps a claim from being the author's own assertion."""
    marks = [say("report_said_by", speaker=_plain(evidence.speaker))] if evidence.speaker else []
    marks += [say("report_denied")] if evidence.negated else []
    marks += [say(f"modality_{evidence.modality}")] if evidence.modality != "asserted" else []
    return f" ({say('fact_comma').join(marks)})" if marks else ""


def _claimed(edge: Edge, say: Say) -> str:
    """Return in how many documents a relation is claimed, and since when; nothing where there is only one document."""
    if "documents" not in edge.measures:
        return ""
    first = edge.measures.get("first_year")
    since = "" if first is None else say("report_since", year=round(first))
    return say("report_claimed", count=round(edge.measures["documents"])) + since


def _communities(graph: ConceptGraph, say: Say) -> Iterator[str]:
    """Yield the communities that have a concept in the first view, with their most important members."""
    groups: dict[int, list[Concept]] = {}
    for concept in graph.concepts:
        groups.setdefault(concept.community, []).append(concept)
    yield f"## {say('report_communities')}\n"
    for number in sorted(groups):
        members = groups[number]
        if any(concept.shown for concept in members):
            names = say("list_comma").join(_plain(concept.name) for concept in members[:MEMBERS])
            yield "- " + say("report_community", number=number + 1, count=len(members), names=names)


def _variants(graph: ConceptGraph, say: Say) -> Iterator[str]:
    """Yield the pairs of names that differ only in word order."""
    if graph.variants:
        yield f"## {say('report_variants')}\n"
        yield from (f"- {_plain(first)} / {_plain(second)}" for first, second in graph.variants)
        first, second = graph.variants[0]
        yield "\n" + say("report_variants_help", first=_plain(first), second=_plain(second))


def _left_out(graph: ConceptGraph, say: Say) -> Iterator[str]:
    """Yield how much of the graph the page does not show when it opens."""
    yield f"## {say('report_left_out')}\n"
    shown, shown_edges = (sum(each.shown for each in items) for items in (graph.concepts, graph.edges))
    concepts, edges = len(graph.concepts), len(graph.edges)
    key = "report_left_out_counts" if shown + shown_edges < concepts + edges else "report_left_out_nothing"
    yield say(key, shown=shown, concepts=concepts, shown_edges=shown_edges, edges=edges)
    for reason, count in sorted(graph.notes.items()):
        yield "- " + say(f"note_{reason}", count=count)
    if graph.full_evidence:
        yield "\n" + say("report_rest", file=graph.full_evidence.file)


def _plain(words: object) -> str:
    """Return text in which Markdown and HTML mean nothing."""
    return SPECIAL.sub(r"\\\1", " ".join(str(words).split()))
