"""The order of the stages, written once: paths -> Result."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from conceptgraph import chains, cooccur, discover, graph, layout, rank, relate
from conceptgraph.analyze import find_communities, make_network, measure_nodes
from conceptgraph.backends import map_reduce
from conceptgraph.clean import clean
from conceptgraph.config import Config
from conceptgraph.edits import EditedLexicon, edit_lexicon, edit_relations, unused_edits
from conceptgraph.errors import InputError
from conceptgraph.match import Matcher
from conceptgraph.model import ConceptGraph, Document, Lexicon, PairMeasures, PreparedDocument, Result
from conceptgraph.read import read
from conceptgraph.segment import Segmenter
from conceptgraph.sentences import split_sentences
from conceptgraph.user_files import load_user_words
from conceptgraph.user_words import Edit, UserWords

Item = TypeVar("Item")
Progress = Callable[[str, int, int], None]  # stage, done, total


@dataclass(frozen=True, slots=True)
class Findings:
    """What pass 2 counts: pairs, the findings of each document by its id, the edits that met something."""

    pairs: cooccur.PairCounts = field(default_factory=cooccur.PairCounts)
    documents: Mapping[str, graph.DocumentFindings] = field(default_factory=dict)
    used: frozenset[Edit] = frozenset()

    def __add__(self, other: Findings) -> Findings:
        """Return the findings of both."""
        documents = {**self.documents, **other.documents}
        return Findings(self.pairs + other.pairs, documents, self.used | other.used)


def run(paths: Sequence[str], config: Config, progress: Progress | None = None) -> Result:
    """Return the graph of the documents at `paths`. Raises InputError where no document could be read."""
    clock = _Clock(progress)
    user = load_user_words(config.words)
    with clock.stage("read"):
        reading = read(paths, config.read)
        if not reading.documents:
            raise reading.failures[0].error if reading.failures else InputError("input_nothing", path=", ".join(paths))
    with clock.stage("prepare"):
        segmenter = Segmenter(config.segment, user.lexicon)
        prepared = [prepare(document, config, segmenter) for document in clock.count("prepare", reading.documents)]
    with clock.stage("discover"):
        counts = map_reduce(
            lambda each: discover.count_terms(each, config.discover),
            clock.count("discover", prepared),
            discover.TermCounts(),
        )
        edited = edit_lexicon(discover.select_terms(counts, config.discover), user)
    with clock.stage("relate"):
        reader = DocumentReader(edited, user, config)
        found = map_reduce(reader.find, clock.count("relate", prepared), Findings())
    with clock.stage("graph"):
        pairs = cooccur.measure_pairs(found.pairs, config.cooccur)
        built = assemble(found, pairs, counts.documents, edited.lexicon, config)
    inputs = {document.path: _digest(document.text) for document in reading.documents}
    unused = unused_edits(user, edited.used | found.used, built)
    return Result(built, reading.failures, inputs, clock.seconds, (*reading.warnings, *unused))


def prepare(document: Document, config: Config, segmenter: Segmenter) -> PreparedDocument:
    """Return a document cleaned, split into sentences and tagged."""
    cleaned = clean(document, config.clean)
    sentences = split_sentences(cleaned)
    return PreparedDocument(cleaned.document, tuple(segmenter.tag(sentence) for sentence in sentences))


class DocumentReader:
    """Pass 2 on one document: mentions, pairs, relations, chains."""

    def __init__(self, edited: EditedLexicon, user: UserWords, config: Config) -> None:
        self.edited, self.user = edited, user
        self.matcher = Matcher(edited.lexicon)
        self.rules = relate.load_rules(user.rules_file)
        self.config = config

    def find(self, prepared: PreparedDocument) -> Findings:
        """Return what is found in one document."""
        matched = [self.matcher.match(tagged) for tagged in prepared.sentences]
        read = relate.extract_relations(matched, self.rules, self.config.relate)
        claims = edit_relations(read, self.edited, self.user)
        attested = chains.find_chains(claims.relations, self.config.chains)
        found = graph.find_in(prepared.document, matched, claims.relations, attested)
        return Findings(cooccur.count_pairs(matched, self.config.cooccur), {prepared.document.id: found}, claims.used)


def assemble(
    found: Findings,
    pairs: Sequence[PairMeasures],
    ranked: Mapping[str, Sequence[str]],
    lexicon: Lexicon,
    config: Config,
) -> ConceptGraph:
    """Return the graph of all findings, measured, ranked and laid out."""
    relations = [relation for findings in found.documents.values() for relation in findings.relations]
    composed = chains.compose_chains(relations, config.chains)
    collection = graph.collect(found.documents.values(), pairs, composed, lexicon, config.cooccur)
    links = [(link.key[0], link.key[1], link.weight) for link in collection.links]
    network = make_network([node.name for node in collection.nodes], links)
    measures = measure_nodes(network, config.analyze)
    top = max((values["pagerank"] for values in measures.values()), default=1.0)
    signals = [
        rank.ConceptSignals(
            name=node.name,
            termhood=node.term.score if node.term else 0.0,
            mentions=node.frequency,
            spread=node.spread,
            headline=node.headline,
            centrality=measures[node.name]["pagerank"] / top,
        )
        for node in collection.nodes
    ]
    importance = rank.importance(signals, config.rank)
    communities = find_communities(network, importance, config.analyze)
    order = sorted(importance, key=lambda name: (-importance[name], name))
    fonts = layout.font_sizes({node.name: node.frequency for node in collection.nodes})
    places = layout.place_nodes(order, links, communities, fonts, config.analyze)
    values = {
        name: graph.NodeValues(
            importance[name],
            communities[name],
            {**measures[name], "font": fonts[name], "x": places[name][0], "y": places[name][1]},
        )
        for name in order
    }
    return graph.build_graph(collection, values, ranked, lexicon, config.analyze)


class _Clock:
    """Measures the stages and tells the progress."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress or (lambda stage, done, total: None)
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure the wall time of a stage."""
        started = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - started, 4)

    def count(self, stage: str, items: Sequence[Item]) -> Iterator[Item]:
        """Yield `items`, telling how many are done."""
        for number, item in enumerate(items):
            self.progress(stage, number, len(items))
            yield item
        self.progress(stage, len(items), len(items))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
