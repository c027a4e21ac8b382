"""The passes over a large corpus: batches of documents -> what is counted of them, in pieces that add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from conceptgraph import cooccur, discover, graph
from conceptgraph.config import Config, CooccurConfig, CorpusConfig
from conceptgraph.model import Document, PairMeasures
from conceptgraph.passes import CountPass, Findings, FindPass, sum_findings
from conceptgraph.store import key_of
from conceptgraph.sums import Node, SumTree, spread
from conceptgraph.user_words import Edit

EVIDENCE, WINDOWS = "evidence", "windows of pairs"  # of a leaf of pass 2; they are not added up


def piece_names(kind: str, parts: int) -> tuple[str, ...]:
    """Return the names of the pieces of a kind of counts.

    >>> piece_names("terms", 2)
    ('terms 0/2', 'terms 1/2')
    """
    return tuple(f"{kind} {number}/{parts}" for number in range(parts))


class TermLeaves:
    """Pass 1 over a large corpus: documents -> counts of their terms, spread over pieces."""

    def __init__(self, count: CountPass, parts: int) -> None:
        self.count_terms, self.parts = count, parts
        self.pieces, self.kept = piece_names("terms", parts), ()

    def key(self, documents: Sequence[Document]) -> str:
        """Return a key for all that the counts follow from."""
        return key_of(*map(self.count_terms.preparation.key, documents))

    def find(self, documents: Sequence[Document]) -> discover.TermCounts:
        """Return the counts of a batch."""
        return self.count_terms(documents)

    def count(self, found: Iterable[discover.TermCounts]) -> Mapping[str, discover.TermCounts]:
        """Return the counts of batches, by piece; an alias is where it would be, were it a term."""
        counts = discover.sum_counts(found)
        terms = spread(counts.terms, self.parts, str)
        aliases = spread(counts.aliases, self.parts, lambda alias: alias[0])
        return dict(zip(self.pieces, map(discover.TermCounts, terms, aliases), strict=True))


class FoundLeaves:
    """Pass 2 over a large corpus: documents -> findings, condensed and spread over pieces, and the evidence of each."""

    def __init__(self, find: FindPass, parts: int) -> None:
        self.find_pass, self.parts = find, parts
        config = find.preparation.config
        pairs = 1 if config.cooccur.backbone_alpha < 1 else parts  # the backbone is one of all pairs
        self.concepts, self.links, self.pairs = (
            piece_names("concepts", parts),
            piece_names("links", parts),
            piece_names("pairs", pairs),
        )
        self.pieces = ("corpus", "windows", "used", *self.concepts, *self.links, *self.pairs)
        self.kept = (WINDOWS,)
        self.names = {term.name for term in find.edited.lexicon.terms}

    def key(self, documents: Sequence[Document]) -> str:
        """Return a key for all that the findings follow from."""
        config = self.find_pass.preparation.config.corpus
        corpus = replace(config, evidence_file=True)  # which changes nothing that is found
        return key_of(self.find_pass.key(documents), corpus)

    def find(self, documents: Sequence[Document]) -> Findings:
        """Return the findings of a batch."""
        return self.find_pass(documents)

    def count(self, found: Iterable[Findings]) -> Mapping[str, Any]:
        """Return the findings of batches, by piece, and the evidence of each document by its id."""
        findings, config = sum_findings(found), self.find_pass.preparation.config
        documents = tuple(findings.documents.values())
        evidence = list(map(graph.gather_evidence, documents))
        condensed = graph.condense(documents, evidence, self.names, config.corpus)
        pairs = cooccur.count_pairs(findings.windows)
        return {
            WINDOWS: findings.windows,
            EVIDENCE: dict(zip(findings.documents, evidence, strict=True)),
            "corpus": condensed.counts,
            "windows": cooccur.PairCounts(pairs.windows, pairs.concepts),
            "used": findings.used,
            **dict(zip(self.concepts, spread(condensed.concepts, self.parts, str), strict=True)),
            **dict(zip(self.links, spread(condensed.links, self.parts, lambda key: key[0]), strict=True)),
            **{
                piece: cooccur.PairCounts(0, {}, counted)
                for piece, counted in zip(self.pairs, spread(pairs.pairs, len(self.pairs), str), strict=True)
            },
        }


@dataclass(frozen=True, slots=True)
class AddPieces:
    """Adds up a piece of several nodes."""

    config: Config

    def __call__(self, piece: str, parts: Iterable[Any]) -> Any:
        """Return the sum; the kind of the piece says of what."""
        corpus = self.config.corpus
        match piece.split()[0]:
            case "terms":
                return discover.sum_counts(parts)
            case "concepts":
                return graph.add_concepts(parts, corpus)
            case "links":
                return graph.add_links(parts, corpus)
            case "corpus":
                return graph.add_counts(list(parts), corpus)
            case "used":
                return frozenset[Edit]().union(*parts)
            case _:
                return cooccur.sum_pairs(parts)


@dataclass(frozen=True, slots=True)
class BestTerms:
    """Keeps the best terms of a piece."""

    most: int

    def __call__(self, parts: Iterable[discover.TermCounts]) -> discover.TermCounts:
        """Return the counts of the best terms."""
        return discover.keep_best(discover.sum_counts(parts), self.most)


@dataclass(frozen=True, slots=True)
class RecurringNames:
    """Finds the names that recur though they are no terms, of the concepts of a piece."""

    names: Set[str]
    config: CorpusConfig

    def __call__(self, parts: Iterable[Mapping[str, graph.ConceptCounts]]) -> set[str]:
        """Return the names."""
        return graph.recurring_names(parts, self.names, self.config)


@dataclass(frozen=True, slots=True)
class ClaimedMost:
    """Keeps the relations of a piece that are claimed most often."""

    names: Set[str]
    recurring: Set[str]
    config: CorpusConfig

    def __call__(self, parts: Iterable[Mapping[graph.Key, graph.LinkCounts]]) -> list[graph.Claimed]:
        """Return the relations with their counts."""
        links = graph.add_links(parts, self.config)
        return graph.claimed_most(links.items(), self.names, self.recurring, self.config)


@dataclass(frozen=True, slots=True)
class StrongestPairs:
    """Measures the pairs of a piece and keeps the strongest; `windows` are the windows of the whole corpus."""

    windows: cooccur.PairCounts
    config: CorpusConfig
    measures: CooccurConfig

    def __call__(self, parts: Iterable[cooccur.PairCounts]) -> list[PairMeasures]:
        """Return the pairs."""
        pairs = cooccur.sum_pairs(chain((self.windows,), parts))
        measured = cooccur.measure_pairs(pairs, self.measures, self.config.pairs)
        return graph.strongest_pairs(measured, self.config)


@dataclass(frozen=True, slots=True)
class PlacesOf:
    """Looks up where pairs stand, in the windows of a leaf."""

    pairs: set[cooccur.Pair]
    most: int

    def __call__(self, leaf: Iterable[Sequence[cooccur.Window]]) -> dict[cooccur.Pair, tuple[cooccur.Place, ...]]:
        """Return the first places of each pair."""
        return cooccur.find_places(next(iter(leaf)), self.pairs, self.most)


@dataclass(frozen=True, slots=True)
class CountsOf:
    """Looks up the counts of concepts in a piece."""

    names: Set[str]
    config: CorpusConfig

    def __call__(self, parts: Iterable[Mapping[str, graph.ConceptCounts]]) -> dict[str, graph.ConceptCounts]:
        """Return the counts of those that are there."""
        wanted = [{name: part[name] for name in self.names & part.keys()} for part in parts]
        return graph.add_concepts(wanted, self.config)


def select_corpus(tree: SumTree, leaves: Sequence[Node], top: Sequence[Node], found: FoundLeaves) -> graph.Selection:
    """Return the concepts, links and attested chains of the graph, from what is counted of the whole corpus."""
    config, names = found.find_pass.preparation.config, found.names
    found_again = tree.finish(top, found.concepts, RecurringNames(names, config.corpus))
    recurring = {name for part in found_again for name in part}
    claims = tree.finish(top, found.links, ClaimedMost(names, recurring, config.corpus))
    claimed = graph.claimed_most((each for part in claims for each in part), names, recurring, config.corpus)
    windows = tree.value(top, "windows")
    measured = tree.finish(top, found.pairs, StrongestPairs(windows, config.corpus, config.cooccur))
    pairs = graph.strongest_pairs((pair for part in measured for pair in part), config.corpus)
    wanted_pairs = {(pair.first, pair.second) for pair in pairs}
    found_places = tree.each(leaves, WINDOWS, PlacesOf(wanted_pairs, config.corpus.evidence))
    places = cooccur.first_places(found_places, config.corpus.evidence)
    links = graph.corpus_links(claimed, pairs, places, config.cooccur)
    wanted = names | {name for link in links for name in link.key[:2]}
    counted = tree.finish(top, found.concepts, CountsOf(wanted, config.corpus))
    concepts = {name: counts for part in counted for name, counts in part.items()}
    return graph.Selection(concepts, links, tree.value(top, "corpus").chains, config.corpus.evidence)
