"""Condensed findings of a large corpus -> what of them becomes the graph, and which sentences it quotes."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from conceptgraph.config import CooccurConfig, CorpusConfig
from conceptgraph.graph.collect import pair_link
from conceptgraph.graph.condense import UNIT, ConceptCounts, CorpusFindings, LinkCounts
from conceptgraph.graph.records import Collection, DocumentFindings, Key, Link, Node, Place, speakers_in_order
from conceptgraph.model import Chain, Lexicon, PairMeasures, Relation, Sentence


@dataclass(frozen=True, slots=True)
class Selection:
    """The concepts, links (sorted) and attested chains of the graph of a large corpus."""

    concepts: Mapping[str, ConceptCounts]
    links: tuple[Link, ...]
    chains: tuple[Chain, ...]

    def relations(self, most: int) -> list[Relation]:
        """Return the best claim of each of the `most` heaviest relations."""
        stated = [link for link in self.links if link.key[2] != "cooccurrence"]
        heaviest = heapq.nsmallest(most, stated, key=lambda link: (-link.weight, link.key))
        return [claim for link in heaviest for _, claim, _ in link.evidence[:1] if claim]


def select_corpus(
    findings: CorpusFindings,
    pairs: Sequence[PairMeasures],
    names: Set[str],
    cooccur: CooccurConfig,
    config: CorpusConfig,
) -> Selection:
    """Return the `config.relations` relations that are claimed most often and the `config.pairs` pairs that stand
    together most significantly (G²), with the attested chains.

    An end of a relation is one of `names`, the lexicon, or named in `config.named_documents` documents at least.
    """

    def unlisted(key: Key) -> int:
        return sum(name not in names for name in key[:2])

    def recurs(name: str) -> bool:
        return name in names or findings.concepts[name].documents >= config.named_documents

    claimed = heapq.nsmallest(
        config.relations,
        ((key, counts) for key, counts in findings.links.items() if recurs(key[0]) and recurs(key[1])),
        key=lambda each: (-each[1].claims, unlisted(each[0]), -each[1].confidence, each[0]),
    )
    strongest = heapq.nsmallest(config.pairs, pairs, key=lambda pair: (-pair.g2, pair.first, pair.second))
    links = [_link(key, counts) for key, counts in claimed]
    links += [pair_link(replace(pair, places=pair.places[: config.evidence]), cooccur) for pair in strongest]
    ends = {name for link in links for name in link.key[:2]}
    concepts = {name: counts for name, counts in findings.concepts.items() if name in names or name in ends}
    return Selection(concepts, tuple(sorted(links, key=lambda link: link.key)), findings.chains)


def _link(key: Key, counts: LinkCounts) -> Link:
    best = sorted(counts.best, key=lambda each: (each.document, each.sentences, each.cue_span))
    return Link(
        key,
        weight=counts.confidence / UNIT,
        evidence=tuple((relation.document, relation, relation.sentences) for relation in best),
        negated=counts.denied == counts.claims,
        speakers=speakers_in_order(counts.speakers),
        confidence=max(relation.confidence for relation in counts.best),
        measures={"claims": float(counts.claims)},
    )


def quoted_places(selection: Selection, composed: Sequence[Chain]) -> dict[str, set[int]]:
    """Return the sentences that the graph quotes, by document."""
    places: dict[str, set[int]] = {}
    for counts in selection.concepts.values():
        for document, index in counts.places:
            places.setdefault(document, set()).add(index)
    for link in selection.links:
        for document, _, indices in link.evidence:
            places.setdefault(document, set()).update(indices)
    for chain in (*selection.chains, *composed):
        for document, index in chain.sentences:
            places.setdefault(document, set()).add(index)
    return places


def collect_corpus(
    findings: CorpusFindings,
    selection: Selection,
    composed: Sequence[Chain],
    sentences: Mapping[Place, Sentence],
    lexicon: Lexicon,
) -> Collection:
    """Return the nodes and links of a large corpus, with the quoted sentences only."""
    quoted: dict[str, list[Sentence]] = {}
    for place in sorted(sentences):
        quoted.setdefault(place[0], []).append(sentences[place])
    documents = tuple(
        DocumentFindings(document, tuple(quoted.get(name, ())), {}, (), ())
        for name, document in sorted(findings.documents.items())
    )
    relations = [link for link in selection.links if link.key[2] != "cooccurrence"]
    left_out = {
        "characters": findings.characters - sum(len(sentence.text) for sentence in sentences.values()),
        "claims": sum(each.claims for each in findings.links.values())
        - sum(round(link.measures["claims"]) for link in relations),
        "sentences": findings.sentences - len(sentences),
    }
    attested = sorted(selection.chains, key=lambda chain: (chain.sentences, chain.concepts))
    nodes = tuple(_nodes(selection, findings.sections, lexicon))
    return Collection(documents, nodes, selection.links, (*attested, *composed), left_out)


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
            places=counts.places,
            spread=counts.sections / sections,
            headline=counts.headlines > 0,
        )
        for name, counts in sorted(selection.concepts.items())
    ]
