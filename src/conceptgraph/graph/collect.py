"""Findings of documents -> the nodes and links of the graph, with all their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from conceptgraph.config import CooccurConfig
from conceptgraph.graph.carriers import carried_most, count_years, span_of
from conceptgraph.graph.records import (
    Collection,
    DocumentFindings,
    EvidencePlace,
    Key,
    Link,
    Node,
    Place,
    speakers_in_order,
)
from conceptgraph.model import UNDIRECTED, Chain, Lexicon, PairMeasures, Relation
from conceptgraph.resources import rule_table

PairPlaces = Mapping[tuple[str, str], Sequence[Place]]  # where each pair stands


def collect(
    documents: Iterable[DocumentFindings],
    pairs: Sequence[PairMeasures],
    places: PairPlaces,
    composed: Sequence[Chain],
    lexicon: Lexicon,
    config: CooccurConfig,
    carriers: int,
) -> Collection:
    """Return the nodes and links of all findings: every term that is mentioned, every concept that a relation or chain
    names, every pair and every relation; one link for each source, target and relation. Attested chains come in text
    order, `composed` ones behind them as given. Of each concept those `carriers` documents are named that mention it
    most.
    """
    ordered = tuple(sorted(documents, key=lambda findings: findings.document.id))
    links = [*_relation_links(ordered), *pair_links(pairs, places, config)]
    links.sort(key=lambda link: link.key)
    chains = sorted(
        (chain for findings in ordered for chain in findings.chains),
        key=lambda chain: (chain.sentences, chain.concepts),
    )
    return Collection(
        ordered,
        tuple(_nodes(ordered, lexicon, carriers)),
        tuple(links),
        (*chains, *composed),
        years=count_years(_years(ordered).values()),
    )


def _nodes(documents: Sequence[DocumentFindings], lexicon: Lexicon, carriers: int) -> list[Node]:
    """Return the nodes, sorted by name."""
    places: dict[str, list[Place]] = {}
    for findings in documents:
        for name, at in all_mentions(findings).items():
            places.setdefault(name, []).extend((findings.document.id, index) for index in at)
    terms = {term.name: term for term in lexicon.terms}
    speakers = _speakers(documents)
    years = _years(documents)
    where = {
        (findings.document.id, sentence.index): sentence for findings in documents for sentence in findings.sentences
    }
    sections = len({(sentence.document, sentence.section) for sentence in where.values()})
    nodes = []
    for name in sorted(places):
        stands = [where[place] for place in places[name]]
        mentions = Counter(document for document, _ in places[name])
        nodes.append(
            Node(
                name=name,
                kind=terms[name].kind if name in terms else speakers.get(name, "concept"),
                term=terms.get(name),
                frequency=len(stands),
                documents=len(mentions),
                places=tuple(dict.fromkeys(places[name])),
                spread=len({(sentence.document, sentence.section) for sentence in stands}) / sections,
                headline=any(sentence.kind in ("title", "heading") for sentence in stands),
                carriers=carried_most(((document, count, ()) for document, count in mentions.items()), carriers),
                years=count_years(years[document] for document in mentions),
            )
        )
    return nodes


def _years(documents: Sequence[DocumentFindings]) -> dict[str, int | None]:
    """Return the year of each document."""
    return {findings.document.id: findings.document.year for findings in documents}


def _speakers(documents: Sequence[DocumentFindings]) -> dict[str, str]:
    """Return the kind of each name that claims something: a work where the text writes it in 《》, a concept where its
    ending is that of a doctrine or school (宇宙生成论), else a person.
    """
    words = rule_table("grammar")["words"]
    kinds: dict[str, str] = {}
    doctrines = (*words["doctrine_ending"], *words["school_ending"])
    for findings in documents:
        texts = {sentence.index: sentence.text for sentence in findings.sentences}
        for relation in findings.relations:
            if relation.relation == "argues":
                span = relation.source_span
                text = texts[relation.sentences[span.sentence]]
                in_title = "《" in (text[span.start : span.start + 1], text[span.start - 1 : span.start])
                doctrine = relation.source.endswith(doctrines)
                kinds[relation.source] = "work" if in_title else "concept" if doctrine else "person"
    return kinds


def all_mentions(findings: DocumentFindings) -> dict[str, tuple[int, ...]]:
    """Return the mentions of a document, with those that only relations (and so chains) name."""
    named: dict[str, set[int]] = {}
    for relation in findings.relations:
        for name, span in ((relation.source, relation.source_span), (relation.target, relation.target_span)):
            named.setdefault(name, set()).add(relation.sentences[span.sentence])
    only_named = {name: tuple(sorted(at)) for name, at in named.items() if name not in findings.mentions}
    return {**findings.mentions, **only_named}


def _relation_links(documents: Sequence[DocumentFindings]) -> list[Link]:
    """Return one link for each source, target and relation type, its evidence in text order."""
    evidence: dict[Key, list[Relation]] = {}
    years = _years(documents)
    for findings in documents:
        for relation in findings.relations:
            source, target = relation.source, relation.target
            if relation.relation in UNDIRECTED and target < source:
                relation = turned(relation)
            if source != target:
                evidence.setdefault((relation.source, relation.target, relation.relation), []).append(relation)
    return [
        Link(
            key,
            weight=round(sum(relation.confidence for relation in found), 4),
            evidence=tuple((relation.document, relation, relation.sentences) for relation in found),
            negated=all(relation.negated for relation in found),
            speakers=speakers_in_order(relation.speaker for relation in found),
            confidence=max(relation.confidence for relation in found),
            documents=len({relation.document for relation in found}),
            years=span_of(year for relation in found if (year := years[relation.document]) is not None),
        )
        for key, found in evidence.items()
    ]


def turned(relation: Relation) -> Relation:
    """Return an undirected relation with its ends in the order of their names."""
    return replace(
        relation,
        source=relation.target,
        target=relation.source,
        source_span=relation.target_span,
        target_span=relation.source_span,
    )


def pair_links(pairs: Iterable[PairMeasures], places: PairPlaces, config: CooccurConfig) -> list[Link]:
    """Return a co-occurrence link for each pair."""
    every = {place for found in places.values() for place in found}
    evidence: dict[Place, EvidencePlace] = {(document, index): (document, None, (index,)) for document, index in every}
    return [
        _pair_link(pair, tuple(map(evidence.__getitem__, places[pair.first, pair.second])), config) for pair in pairs
    ]


def _pair_link(pair: PairMeasures, evidence: tuple[EvidencePlace, ...], config: CooccurConfig) -> Link:
    measures = {
        "count": float(pair.count),
        "jaccard": pair.jaccard,
        "npmi": pair.npmi,
        "g2": pair.g2,
        "p": pair.p,
        "association": pair.association,
    }
    weight = max(pair.weight(config.weight), 0.0001)
    return Link((pair.first, pair.second, "cooccurrence"), weight, evidence, measures=measures)
