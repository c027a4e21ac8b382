"""Findings of the documents of a large corpus, condensed as they add up: counts, and of all places the first few.

Sums are of integers and of the greatest and the least of values that are there, so that any partition and any order
give the same; a claim's confidence is counted in ten-thousandths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from conceptgraph.config import CorpusConfig
from conceptgraph.graph.collect import all_mentions, turned
from conceptgraph.graph.records import DocumentFindings, Key, Place
from conceptgraph.model import UNDIRECTED, Chain, Document, Relation

UNIT = 10_000  # of a confidence


class ConceptCounts(NamedTuple):
    """What is counted of a concept; `places` are the first sentences that mention it."""

    mentions: int
    documents: int
    sections: int
    headlines: int
    places: tuple[Place, ...]


class LinkCounts(NamedTuple):
    """What is counted of the claims of one source, target and relation; `best` are those shown as evidence."""

    claims: int
    confidence: int
    denied: int
    speakers: frozenset[str | None]
    best: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class CorpusFindings:
    """What pass 2 knows of some documents of a large corpus."""

    sections: int = 0
    sentences: int = 0
    characters: int = 0
    concepts: Mapping[str, ConceptCounts] = field(default_factory=dict)
    links: Mapping[Key, LinkCounts] = field(default_factory=dict)
    chains: tuple[Chain, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)


def condense(findings: DocumentFindings, names: Set[str], config: CorpusConfig) -> CorpusFindings:
    """Return the condensed findings of one document; of its chains those between `names`."""
    sections = {sentence.index: sentence.section for sentence in findings.sentences}
    headlines = {sentence.index for sentence in findings.sentences if sentence.kind in ("title", "heading")}
    own = findings.document.id
    concepts = {
        name: ConceptCounts(
            len(at),
            1,
            len({sections[index] for index in at}),
            sum(index in headlines for index in at),
            tuple((own, index) for index in sorted(set(at))[: config.evidence]),
        )
        for name, at in all_mentions(findings).items()
    }
    return CorpusFindings(
        sections=len(set(sections.values())),
        sentences=len(findings.sentences),
        characters=sum(len(sentence.text) for sentence in findings.sentences),
        concepts=concepts,
        links=_sum_links(
            (_claim(relation) for relation in findings.relations if relation.source != relation.target), config.evidence
        ),
        chains=_first_chains((chain for chain in findings.chains if names >= set(chain.concepts)), config.chains),
        documents={own: findings.document},
    )


def _claim(relation: Relation) -> tuple[Key, LinkCounts]:
    """Return the key and the counts of a single claim."""
    if relation.relation in UNDIRECTED and relation.target < relation.source:
        relation = turned(relation)
    counts = LinkCounts(
        1, round(UNIT * relation.confidence), relation.negated, frozenset((relation.speaker,)), (relation,)
    )
    return (relation.source, relation.target, relation.relation), counts


def sum_corpus(parts: Iterable[CorpusFindings], config: CorpusConfig) -> CorpusFindings:
    """Return the findings of all parts."""
    parts = tuple(parts)
    return CorpusFindings(
        sections=sum(part.sections for part in parts),
        sentences=sum(part.sentences for part in parts),
        characters=sum(part.characters for part in parts),
        concepts=_sum_concepts((each for part in parts for each in part.concepts.items()), config.evidence),
        links=_sum_links((each for part in parts for each in part.links.items()), config.evidence),
        chains=_first_chains((chain for part in parts for chain in part.chains), config.chains),
        documents={name: document for part in parts for name, document in part.documents.items()},
    )


def _sum_concepts(counts: Iterable[tuple[str, ConceptCounts]], most: int) -> dict[str, ConceptCounts]:
    """Return the counts by concept, of the places the first `most`."""
    grouped: dict[str, list[ConceptCounts]] = {}
    for name, count in counts:
        grouped.setdefault(name, []).append(count)
    found = {}
    for name, group in grouped.items():
        mentions, documents, sections, headlines, places = zip(*group, strict=True)
        first = places[0] if len(places) == 1 else tuple(sorted(place for each in places for place in each)[:most])
        found[name] = ConceptCounts(sum(mentions), sum(documents), sum(sections), sum(headlines), first)
    return found


def _sum_links(counts: Iterable[tuple[Key, LinkCounts]], most: int) -> dict[Key, LinkCounts]:
    """Return the counts by key, of the claims the `most` best."""
    grouped: dict[Key, list[LinkCounts]] = {}
    for key, count in counts:
        grouped.setdefault(key, []).append(count)
    found = {}
    for key, group in grouped.items():
        claims, confidence, denied, speakers, best = zip(*group, strict=True)
        kept = best[0] if len(best) == 1 else tuple(sorted((one for each in best for one in each), key=_rank)[:most])
        found[key] = LinkCounts(sum(claims), sum(confidence), sum(denied), frozenset().union(*speakers), kept)
    return found


def _rank(relation: Relation) -> tuple[object, ...]:
    """Return what orders claims: the author's own and the surest first, then as they stand in the corpus."""
    spans = (relation.cue_span, relation.source_span, relation.target_span, relation.rule)
    own = relation.modality == "asserted"
    return (relation.negated, not own, -relation.confidence, relation.document, relation.sentences, *spans)


def _first_chains(chains: Iterable[Chain], most: int) -> tuple[Chain, ...]:
    """Return the longest chains, of equals the surest, in that order."""
    return tuple(
        sorted(chains, key=lambda each: (-len(each.concepts), -each.confidence, each.concepts, each.sentences))[:most]
    )
