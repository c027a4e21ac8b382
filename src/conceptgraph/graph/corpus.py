"""Condensed findings of a large corpus -> what of them becomes the graph, and which sentences it quotes."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from conceptgraph.config import CooccurConfig, CorpusConfig
from conceptgraph.graph.carriers import first_places
from conceptgraph.graph.collect import PairPlaces, pair_links
from conceptgraph.graph.condense import UNIT, ConceptCounts, CorpusCounts, LinkCounts
from conceptgraph.graph.records import Collection, DocumentFindings, Key, Link, Node, Place, speakers_in_order
from conceptgraph.model import Chain, Document, Lexicon, PairMeasures, Relation, Sentence

Claimed = tuple[Key, LinkCounts]


@dataclass(frozen=True, slots=True)
class Selection:
    """The concepts, links (sorted) and attested chains of the graph of a large corpus; of each concept it quotes
    `evidence` sentences.
    """

    concepts: Mapping[str, ConceptCounts]
    links: tuple[Link, ...]
    chains: tuple[Chain, ...]
    evidence: int

    def places(self, name: str) -> tuple[Place, ...]:
        """Return the sentences that are quoted of a concept: of the documents that mention it most."""
        return first_places(self.concepts[name].carriers, self.evidence)

    def relations(self, most: int) -> list[Relation]:
        """Return the best claim of each of the `most` heaviest relations."""
        stated = [link for link in self.links if link.key[2] != "cooccurrence"]
        heaviest = heapq.nsmallest(most, stated, key=lambda link: (-link.weight, link.key))
        return [claim for link in heaviest for _, claim, _ in link.evidence[:1] if claim]


def recurring_names(parts: Iterable[Mapping[str, ConceptCounts]], names: Set[str], config: CorpusConfig) -> set[str]:
    """Return the names, beside the lexicon `names`, that an end of a relation may have: those that
    `config.named_documents` documents mention, over all parts.
    """
    documents = Counter[str]()
    for part in parts:
        documents.update({name: counts.documents for name, counts in part.items() if name not in names})
    return {name for name, count in documents.items() if count >= config.named_documents}


def claimed_most(links: Iterable[Claimed], names: Set[str], recurring: Set[str], config: CorpusConfig) -> list[Claimed]:
    """Return the `config.relations` relations that are claimed most often, in that order; of equals those whose ends
    stand in the lexicon `names`, and the surest. Their ends are of `names` or `recurring`.
    """

    def rank(each: Claimed) -> tuple[object, ...]:
        key, counts = each
        unlisted = sum(name not in names for name in key[:2])
        return (-counts.claims, unlisted, -counts.confidence, key)

    known = names | recurring
    between = (each for each in links if each[0][0] in known and each[0][1] in known)
    return heapq.nsmallest(config.relations, between, key=rank)


def strongest_pairs(pairs: Iterable[PairMeasures], config: CorpusConfig) -> list[PairMeasures]:
    """Return the `config.pairs` pairs that stand together most significantly (G²), in that order."""
    return heapq.nsmallest(config.pairs, pairs, key=lambda pair: (-pair.g2, pair.first, pair.second))


def corpus_links(
    claimed: Iterable[Claimed], pairs: Iterable[PairMeasures], places: PairPlaces, config: CooccurConfig
) -> tuple[Link, ...]:
    """Return the links of the graph of a large corpus, sorted."""
    links = [*(_link(key, counts) for key, counts in claimed), *pair_links(pairs, places, config)]
    return tuple(sorted(links, key=lambda link: link.key))


def _link(key: Key, counts: LinkCounts) -> Link:
    best = sorted(
        (claim.relation(key) for claim in counts.best), key=lambda one: (one.document, one.sentences, one.cue_span)
    )
    return Link(
        key,
        weight=counts.confidence / UNIT,
        evidence=tuple((relation.document, relation, relation.sentences) for relation in best),
        negated=counts.denied == counts.claims,
        speakers=speakers_in_order(speaker or None for speaker in counts.speakers),
        confidence=max(relation.confidence for relation in best),
        documents=counts.documents,
        years=counts.years,
        measures={"claims": float(counts.claims)},
    )


def quoted_places(selection: Selection, composed: Sequence[Chain]) -> dict[str, set[int]]:
    """Return the sentences that the graph quotes, by document; none of one that it only names as a carrier."""
    places: dict[str, set[int]] = {}
    for name, counts in selection.concepts.items():
        for document, index in selection.places(name):
            places.setdefault(document, set()).add(index)
        for document, _, _ in counts.carriers:
            places.setdefault(document, set())
    for link in selection.links:
        for document, _, indices in link.evidence:
            places.setdefault(document, set()).update(indices)
    for chain in (*selection.chains, *composed):
        for document, index in chain.sentences:
            places.setdefault(document, set()).add(index)
    return places


def number_places(quoted: Mapping[str, Set[int]]) -> dict[Place, int]:
    """Return the number that each quoted sentence has in the graph.

    >>> number_places({"乙": {4}, "甲": {7, 2}})
    {('乙', 4): 0, ('甲', 2): 1, ('甲', 7): 2}
    """
    places = sorted((document, index) for document, indices in quoted.items() for index in indices)
    return {place: number for number, place in enumerate(places)}


def collect_corpus(
    counts: CorpusCounts,
    selection: Selection,
    composed: Sequence[Chain],
    documents: Iterable[Document],
    sentences: Mapping[Place, Sentence],
    lexicon: Lexicon,
) -> Collection:
    """Return the nodes and links of a large corpus, with the quoted sentences only; `documents` are to be named."""
    quoted: dict[str, list[Sentence]] = {}
    for place in sorted(sentences):
        quoted.setdefault(place[0], []).append(sentences[place])
    findings = tuple(
        DocumentFindings(document, tuple(quoted.get(document.id, ())), {}, (), ())
        for document in sorted(documents, key=lambda document: document.id)
    )
    relations = [link for link in selection.links if link.key[2] != "cooccurrence"]
    left_out = {
        "characters": counts.characters - sum(len(sentence.text) for sentence in sentences.values()),
        "claims": counts.claims - sum(round(link.measures["claims"]) for link in relations),
        "documents": counts.documents - len(findings),
        "sentences": counts.sentences - len(sentences),
    }
    attested = sorted(selection.chains, key=lambda chain: (chain.sentences, chain.concepts))
    nodes = tuple(_nodes(selection, counts.sections, lexicon))
    left_out = {kind: count for kind, count in left_out.items() if count}
    return Collection(findings, nodes, selection.links, (*attested, *composed), left_out, counts.years)


def _nodes(selection: Selection, sections: int, lexicon: Lexicon) -> list[Node]:
    """Return the concepts that are mentioned, sorted by name."""
    terms = {term.name: term for term in lexicon.terms}
    return [
        Node(
            name=name,
            kind=terms[name].kind if name in terms else "concept",
            term=terms.get(name),
            frequency=counts.mentions,
            documents=counts.documents,
            places=selection.places(name),
            spread=counts.sections / sections,
            headline=counts.headlines > 0,
            carriers=counts.carriers,
            years=counts.years,
        )
        for name, counts in sorted(selection.concepts.items())
    ]
