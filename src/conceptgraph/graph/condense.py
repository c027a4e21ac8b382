"""Findings of the documents of a large corpus, condensed as they add up: counts, and the best few documents and claims.

Sums are of integers and of the greatest and the least of values that are there, so that any partition and any order
give the same; a claim's confidence is counted in ten-thousandths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from conceptgraph.config import CorpusConfig
from conceptgraph.graph.carriers import Carrier, Years, YearSpan, add_years, carried_most, span_of, year_of
from conceptgraph.graph.collect import all_mentions, turned
from conceptgraph.graph.records import DocumentFindings, Key
from conceptgraph.model import UNDIRECTED, Chain, Relation, Span

UNIT = 10_000  # of a confidence

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


class Claim(NamedTuple):
    """A relation of a document without its ends and type. The order of claims is that in which they are shown: the
    author's own and the surest first, then as they stand in the corpus.
    """

    negated: bool
    others: bool  # somebody else's than the author's
    doubt: float
    document: str
    sentences: tuple[int, ...]
    cue_span: tuple[int, ...]  # spans as plain tuples, which are stored and read faster
    source_span: tuple[int, ...]
    target_span: tuple[int, ...]
    rule: str
    cue: str
    speaker: str  # "" is the author
    modality: str

    def relation(self, key: Key) -> Relation:
        """Return the relation."""
        return Relation(
            *key,
            document=self.document,
            sentences=self.sentences,
            source_span=Span(*self.source_span),
            target_span=Span(*self.target_span),
            cue_span=Span(*self.cue_span),
            cue=self.cue,
            rule=self.rule,
            speaker=self.speaker or None,
            modality=self.modality,
            negated=self.negated,
            confidence=-self.doubt,
        )


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


def condense(documents: Iterable[DocumentFindings], names: Set[str], config: CorpusConfig) -> Condensed:
    """Return the condensed findings of documents; of their chains those between `names`."""
    documents = tuple(documents)
    return Condensed(
        counts=add_counts([_count(findings, names) for findings in documents], config),
        concepts=add_concepts([_concepts(findings, config.evidence) for findings in documents], config),
        links=add_links([_links(findings, config) for findings in documents], config),
    )


def _count(findings: DocumentFindings, names: Set[str]) -> CorpusCounts:
    return CorpusCounts(
        documents=1,
        sections=len({sentence.section for sentence in findings.sentences}),
        sentences=len(findings.sentences),
        characters=sum(len(sentence.text) for sentence in findings.sentences),
        claims=sum(relation.source != relation.target for relation in findings.relations),
        chains=tuple(chain for chain in findings.chains if names >= set(chain.concepts)),
        years=year_of(findings.document.year),
    )


def _concepts(findings: DocumentFindings, most: int) -> dict[str, ConceptCounts]:
    sections = {sentence.index: sentence.section for sentence in findings.sentences}
    headlines = {sentence.index for sentence in findings.sentences if sentence.kind in ("title", "heading")}
    own, years = findings.document.id, year_of(findings.document.year)
    return {
        name: ConceptCounts(
            len(at),
            1,
            len({sections[index] for index in at}),
            sum(index in headlines for index in at),
            ((own, len(at), tuple(sorted(set(at))[:most])),),
            years,
        )
        for name, at in all_mentions(findings).items()
    }


def _links(findings: DocumentFindings, config: CorpusConfig) -> dict[Key, LinkCounts]:
    years = span_of(year for year, _ in year_of(findings.document.year))
    links = add_links([dict([_link(each, years)]) for each in findings.relations if each.source != each.target], config)
    return {key: counts._replace(documents=1) if counts.documents > 1 else counts for key, counts in links.items()}


def _link(relation: Relation, years: YearSpan) -> tuple[Key, LinkCounts]:
    """Return the key and the counts of a single claim."""
    key, claim = claim_of(relation)
    confidence = round(UNIT * relation.confidence)
    return key, LinkCounts(1, confidence, int(relation.negated), (claim.speaker,), (claim,), 1, years)


def claim_of(relation: Relation) -> tuple[Key, Claim]:
    """Return a relation as the key of its edge and its claim."""
    if relation.relation in UNDIRECTED and relation.target < relation.source:
        relation = turned(relation)
    claim = Claim(
        negated=relation.negated,
        others=relation.modality != "asserted",
        doubt=-relation.confidence,
        document=relation.document,
        sentences=relation.sentences,
        cue_span=tuple(relation.cue_span),
        source_span=tuple(relation.source_span),
        target_span=tuple(relation.target_span),
        rule=relation.rule,
        cue=relation.cue,
        speaker=relation.speaker or "",
        modality=relation.modality,
    )
    return (relation.source, relation.target, relation.relation), claim


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


def add_concepts(parts: Sequence[Mapping[str, ConceptCounts]], config: CorpusConfig) -> dict[str, ConceptCounts]:
    """Return the counts by concept, of the documents those that mention it most."""
    return _add(parts, lambda group: _add_concept(group, config))


def add_links(parts: Sequence[Mapping[Key, LinkCounts]], config: CorpusConfig) -> dict[Key, LinkCounts]:
    """Return the counts by key, of the claims the best few."""
    return _add(parts, lambda group: _add_link(group, config.evidence))


def _add(parts: Sequence[Mapping[Counted, Counts]], add: Callable[[list[Counts]], Counts]) -> dict[Counted, Counts]:
    """Return the counts of all parts; `add` is asked only where several of them count the same."""
    if len(parts) == 1:
        return dict(parts[0])
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
