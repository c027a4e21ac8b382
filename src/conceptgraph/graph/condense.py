"""Findings of the documents of a large corpus, condensed as they add up: counts, and the best few documents and claims.

Sums are of integers and of the greatest and the least of values that are there, so that any partition and any order
give the same; a claim's confidence is counted in ten-thousandths.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from conceptgraph.config import CorpusConfig
from conceptgraph.graph.carriers import Carrier, Years, YearSpan, add_years, carried_most, count_years, span_of
from conceptgraph.graph.evidence import Claim, DocumentEvidence
from conceptgraph.graph.records import DocumentFindings, Key
from conceptgraph.model import Chain

UNIT = 10_000  # of a confidence
HEADLINES = frozenset({"title", "heading"})

_Mentions = tuple[tuple[int, ...], DocumentFindings]  # the indices of the sentences of a concept in a document

Counted = TypeVar("Counted")
Counts = TypeVar("Counts")


class ConceptCounts(NamedTuple):
    """What is counted of a concept: `carriers` are the documents that mention it most, each with its first sentences
    that do, `years` says in how many documents of each year it stands.
    """

    mentions: int
    documents: int
    sections: int
    headlines: int
    carriers: tuple[Carrier, ...]
    years: Years


class LinkCounts(NamedTuple):
    """What is counted of the claims of one source, target and relation; `best` are those shown as evidence."""

    claims: int
    confidence: int
    denied: int
    speakers: tuple[str, ...]  # sorted, "" for the author
    best: tuple[Claim, ...]
    documents: int
    years: YearSpan


class CorpusCounts(NamedTuple):
    """What is counted of a corpus as a whole, and its longest chains; `years` has the documents of each year."""

    documents: int = 0
    sections: int = 0
    sentences: int = 0
    characters: int = 0
    claims: int = 0
    chains: tuple[Chain, ...] = ()
    years: Years = ()


@dataclass(frozen=True, slots=True)
class Condensed:
    """What pass 2 knows of some documents of a large corpus."""

    counts: CorpusCounts
    concepts: Mapping[str, ConceptCounts]
    links: Mapping[Key, LinkCounts]


def condense(
    documents: Sequence[DocumentFindings],
    evidence: Sequence[DocumentEvidence],
    names: Set[str],
    config: CorpusConfig,
) -> Condensed:
    """Return the condensed findings of documents, each with its evidence; of their chains those between `names`."""
    both = list(zip(documents, evidence, strict=True))
    return Condensed(
        counts=add_counts([_count(*each, names) for each in both], config),
        concepts=_concepts(both, config),
        links=_links(evidence, config.evidence),
    )


def _count(findings: DocumentFindings, evidence: DocumentEvidence, names: Set[str]) -> CorpusCounts:
    return CorpusCounts(
        documents=1,
        sections=len({sentence.section for sentence in findings.sentences}),
        sentences=len(findings.sentences),
        characters=sum([len(sentence.text) for sentence in findings.sentences]),
        claims=len(evidence.claims),
        chains=tuple(chain for chain in findings.chains if names >= set(chain.concepts)),
        years=count_years([findings.document.year]),
    )


def _concepts(
    documents: Iterable[tuple[DocumentFindings, DocumentEvidence]], config: CorpusConfig
) -> dict[str, ConceptCounts]:
    """Return what is counted of each concept."""
    mentioned: defaultdict[str, list[_Mentions]] = defaultdict(list)
    for findings, evidence in documents:
        for name, at in evidence.mentions.items():
            mentioned[name].append((at, findings))
    return {name: _concept(where, config) for name, where in mentioned.items()}


def _concept(where: Sequence[_Mentions], config: CorpusConfig) -> ConceptCounts:
    """Return the counts of a concept from its mentions in each document."""
    carriers = heapq.nsmallest(config.carriers, where, key=lambda each: (-len(each[0]), each[1].document.id))
    return ConceptCounts(
        mentions=sum([len(at) for at, _ in where]),
        documents=len(where),
        sections=sum([_sections(at, findings) for at, findings in where]),
        headlines=sum([findings.sentences[index].kind in HEADLINES for at, findings in where for index in at]),
        carriers=tuple(
            (findings.document.id, len(at), tuple(sorted(set(at))[: config.evidence])) for at, findings in carriers
        ),
        years=count_years([findings.document.year for _, findings in where]),
    )


def _sections(at: Sequence[int], findings: DocumentFindings) -> int:
    """Return in how many sections of a document the sentences stand."""
    return len({findings.sentences[index].section for index in at}) if len(at) > 1 else 1


def _links(documents: Iterable[DocumentEvidence], most: int) -> dict[Key, LinkCounts]:
    """Return what is counted of each source, target and relation."""
    claimed: defaultdict[Key, list[Claim]] = defaultdict(list)
    years: dict[str, int | None] = {}
    for evidence in documents:
        years[evidence.document.id] = evidence.document.year
        for key, claim in evidence.claims:
            claimed[key].append(claim)
    return {key: _link(claims, years, most) for key, claims in claimed.items()}


def _link(claims: Sequence[Claim], years: Mapping[str, int | None], most: int) -> LinkCounts:
    """Return the counts of an edge from its claims."""
    documents = {claim.document for claim in claims}
    return LinkCounts(
        claims=len(claims),
        confidence=sum([round(UNIT * -claim.doubt) for claim in claims]),
        denied=sum([claim.negated for claim in claims]),
        speakers=tuple(sorted({claim.speaker for claim in claims})),
        best=tuple(sorted(claims)[:most]),
        documents=len(documents),
        years=span_of(year for year in map(years.__getitem__, documents) if year is not None),
    )


def add_counts(parts: Sequence[CorpusCounts], config: CorpusConfig) -> CorpusCounts:
    """Return the counts of all parts; of their chains the longest, of equals the surest, in that order."""
    chains = sorted(
        (chain for part in parts for chain in part.chains),
        key=lambda chain: (-len(chain.concepts), -chain.confidence, chain.concepts, chain.sentences),
    )
    return CorpusCounts(
        documents=sum(part.documents for part in parts),
        sections=sum(part.sections for part in parts),
        sentences=sum(part.sentences for part in parts),
        characters=sum(part.characters for part in parts),
        claims=sum(part.claims for part in parts),
        chains=tuple(chains[: config.chains]),
        years=add_years(part.years for part in parts),
    )


def add_concepts(parts: Iterable[Mapping[str, ConceptCounts]], config: CorpusConfig) -> dict[str, ConceptCounts]:
    """Return the counts by concept, of the documents those that mention it most."""
    return _add(parts, lambda group: _add_concept(group, config))


def add_links(parts: Iterable[Mapping[Key, LinkCounts]], config: CorpusConfig) -> dict[Key, LinkCounts]:
    """Return the counts by key, of the claims the best few."""
    return _add(parts, lambda group: _add_link(group, config.evidence))


def _add(parts: Iterable[Mapping[Counted, Counts]], add: Callable[[list[Counts]], Counts]) -> dict[Counted, Counts]:
    """Return the counts of all parts; `add` is asked only where several of them count the same."""
    found: dict[Counted, Counts] = {}
    several: dict[Counted, list[Counts]] = {}
    for part in parts:
        for key, counts in part.items():
            if key not in found:
                found[key] = counts
            elif key in several:
                several[key].append(counts)
            else:
                several[key] = [found[key], counts]
    for key, group in several.items():
        found[key] = add(group)
    return found


def _add_concept(group: list[ConceptCounts], config: CorpusConfig) -> ConceptCounts:
    mentions, documents, sections, headlines, carriers, years = zip(*group, strict=True)
    best = carried_most((carrier for each in carriers for carrier in each), config.carriers)
    return ConceptCounts(sum(mentions), sum(documents), sum(sections), sum(headlines), best, add_years(years))


def _add_link(group: list[LinkCounts], most: int) -> LinkCounts:
    claims, confidence, denied, speakers, best, documents, years = zip(*group, strict=True)
    kept = tuple(sorted(claim for each in best for claim in each)[:most])
    span = span_of(year for each in years for year in each)
    everyone = tuple(sorted({speaker for each in speakers for speaker in each}))
    return LinkCounts(sum(claims), sum(confidence), sum(denied), everyone, kept, sum(documents), span)
