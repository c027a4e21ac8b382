"""The order of the stages, written once: paths -> Result."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from conceptgraph import chains, cooccur, discover, graph, layout, rank
from conceptgraph.analyze import find_communities, make_network, measure_nodes
from conceptgraph.backends import Backend, Serial, cut, start_backend
from conceptgraph.characters import script_of
from conceptgraph.config import Config
from conceptgraph.corpus_passes import (
    AddPieces,
    BestTerms,
    FoundLeaves,
    TermLeaves,
    select_corpus,
)
from conceptgraph.cycles import no_cycle_search
from conceptgraph.edits import EditedLexicon, edit_lexicon, unused_edits
from conceptgraph.errors import ConceptgraphError, InputError, OutputError, RuleError
from conceptgraph.evidence_rows import RowMaker
from conceptgraph.give_back import give_back
from conceptgraph.model import ConceptGraph, Decoding, Document, Lexicon, ReadFailure, Result, Standing
from conceptgraph.passes import CountPass, FindPass, Preparation, sum_findings
from conceptgraph.quote_pass import Details, QuotePass, in_order, join_details
from conceptgraph.read import read
from conceptgraph.script import spell_graph
from conceptgraph.store import (
    GIGABYTE,
    DocumentRows,
    EntryLost,
    EvidenceWriter,
    FileStore,
    MemoryStore,
    Nowhere,
    Shelf,
    Store,
    open_cache,
    program_stamp,
)
from conceptgraph.sums import Counting, LeafTask, Node, SumTree, ends_leaf, parts_for, room_for, whole_leaf
from conceptgraph.user_files import load_user_words
from conceptgraph.user_words import Edit, UserWords

STRONGEST = 10  # relations for each composed chain of a large corpus among which the chains are looked for
MOST_LOST = 100  # documents that are left out before a bug is raised: then it is not theirs
SCRIPT_CHARACTERS = 20_000  # from which the script of a document is told

Found = TypeVar("Found")
Progress = Callable[[str, int, int], None]  # stage, done, total


def run(paths: Sequence[str], config: Config, progress: Progress | None = None, evidence: Path | None = None) -> Result:
    """Return the graph of the documents at `paths`; of a large corpus all its evidence is written into the file
    `evidence`, where one is given. Raises InputError where no document could be read.
    """
    clock = _Clock(progress)
    user = load_user_words(config.words)
    writer = EvidenceWriter(evidence) if evidence else None
    with closing(Shelf(room_for(config.work.memory))) as shelf, closing(writer) if writer else nullcontext():
        inputs = _Inputs(shelf)
        with clock.stage("read"):
            reading = read(paths, config.read, inputs.put)
            if not reading.documents:
                raise _nothing_read(reading.failures, paths)
        if shelf.file:
            give_back()  # what reading a large corpus took
        built, lost, unused = _build(reading.documents, shelf, user, config, clock, writer)
    failures, warnings = (*reading.failures, *lost), (*reading.warnings, *unused)
    return Result(built, failures, inputs.digests(), inputs.decoding, clock.seconds, warnings)


class _Inputs:
    """Sees each document on its way to the shelf, for the record of the run."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.hashes: dict[str, hashlib._Hash] = {}
        self.decoding: dict[str, Decoding] = {}

    def put(self, document: Document) -> Standing:
        """Return what stands for the document on the shelf."""
        if document.path not in self.hashes:
            self.hashes[document.path] = hashlib.sha256()
            self.decoding[document.path] = _decoding_of(document)
        self.hashes[document.path].update(document.text.encode("utf-8", "surrogatepass"))
        return self.shelf.put(document)

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of the decoded text by path; of a table, of the texts of its rows one after another."""
        return {path: digest.hexdigest() for path, digest in self.hashes.items()}


@no_cycle_search()
def _build(
    documents: Sequence[Standing],
    shelf: Shelf,
    user: UserWords,
    config: Config,
    clock: _Clock,
    writer: EvidenceWriter | None,
) -> tuple[ConceptGraph, tuple[ReadFailure, ...], tuple[RuleError, ...]]:
    """Return the graph of the documents, those that ended their process and are not in it, the edits without use."""
    characters = shelf.characters
    with start_backend(config.work, characters) as backend, open_store(backend, characters, config) as store:
        passes = _Passes(backend, documents, shelf, config, clock)
        try:
            found = _find(passes, store, user, writer)
        except EntryLost:  # the file is damaged, or elsewhere for the workers
            found = _find(passes, Nowhere(), user, writer)
    with clock.stage("graph"):
        built = assemble(found.collection, found.ranked, found.edited.lexicon, config)
        unused = unused_edits(user, found.edited.used | found.used, built)
        written = [each.written for findings in found.collection.documents for each in findings.sentences]
        spelled = spell_graph(built, written, user.spellings, config.words.script)
    if writer and writer.begun:
        with clock.stage("evidence"):
            spelled = writer.finish(spelled, [concept.name for concept in built.concepts])
    return spelled, tuple(passes.lost), unused


@dataclass(frozen=True, slots=True)
class _Found:
    """What both passes found; `ranked` holds the terms of each document, best first, `used` the edits of pass 2."""

    collection: graph.Collection
    ranked: Mapping[str, Sequence[str]]
    edited: EditedLexicon
    used: frozenset[Edit]


def _find(passes: _Passes, store: Store, user: UserWords, writer: EvidenceWriter | None) -> _Found:
    """Return what the passes find, after both have worked off the same documents."""
    config = passes.config
    stamp = program_stamp() if isinstance(store, FileStore) else ""
    preparation = Preparation(config, user.lexicon, store, stamp)
    whole = passes.shelf.characters <= config.corpus.complete_characters
    while True:
        lost = len(passes.lost)
        if writer:
            writer.close()  # what another round has written is not all right
        if whole or not passes.documents:
            found = _find_whole(passes, preparation, user)
        else:
            found = _find_corpus(passes, preparation, user, writer)
        if len(passes.lost) == lost:
            return found  # else a document was lost on the way, which must go from the other pass as well


def _find_whole(passes: _Passes, preparation: Preparation, user: UserWords) -> _Found:
    """Return what is found in texts of which everything is kept."""
    config, clock = passes.config, passes.clock
    with clock.stage("discover"):
        counts = discover.sum_counts(passes.run("discover", CountPass(preparation)))
        edited = edit_lexicon(discover.select_terms(counts, config.discover), user)
    with clock.stage("relate"):
        found = sum_findings(passes.run("relate", FindPass(preparation, edited, user)))
    with clock.stage("graph"):
        pairs = cooccur.measure_pairs(cooccur.count_pairs(found.windows), config.cooccur)
        places = cooccur.find_places(found.windows, {(pair.first, pair.second) for pair in pairs})
        relations = [relation for findings in found.documents.values() for relation in findings.relations]
        composed = chains.compose_chains(relations, config.chains)
        collection = graph.collect(
            found.documents.values(), pairs, places, composed, edited.lexicon, config.cooccur, config.corpus.carriers
        )
    return _Found(collection, counts.documents, edited, found.used)


def _find_corpus(passes: _Passes, preparation: Preparation, user: UserWords, writer: EvidenceWriter | None) -> _Found:
    """Return what is found in a corpus that is too large to keep everything."""
    config, clock = passes.config, passes.clock
    parts = parts_for(passes.shelf.characters, config.work.memory)
    tree = SumTree(passes.backend, preparation.store, AddPieces(config))
    count = CountPass(preparation)
    with clock.stage("discover"):
        leaves = TermLeaves(count, parts)
        top = tree.top(_count_leaves(passes, "discover", leaves, preparation.store), leaves.pieces)
        best = tree.finish(top, leaves.pieces, BestTerms(config.corpus.concepts))
        kept = discover.join_best(best, config.corpus.concepts)
        edited = edit_lexicon(discover.select_terms(kept, config.discover), user)
    with clock.stage("relate"):
        found = FoundLeaves(FindPass(preparation, edited, user), parts)
        found_leaves = _count_leaves(passes, "relate", found, preparation.store)
        top = tree.top(found_leaves, found.pieces)
        selected = select_corpus(tree, found_leaves, top, found)
        counts, used = tree.value(top, "corpus"), tree.value(top, "used")
    with clock.stage("graph"):
        composed = chains.compose_chains(selected.relations(STRONGEST * config.chains.composed), config.chains)
        wanted = graph.quoted_places(selected, composed)
        terms = [term for term in edited.lexicon.terms if term.name in selected.concepts]
        forms = {*selected.concepts, *(form for term in terms for form in term.forms)}
    with clock.stage("quote"):
        every = len(passes.documents) <= config.corpus.documents
        maker = RowMaker(selected) if writer else None
        if writer:
            writer.begin(graph.number_places(wanted))
        task = QuotePass(count, found, found_leaves, wanted, forms, every, maker)
        details = join_details(_quote(passes, task, writer), forms)
    with clock.stage("graph"):
        collection = graph.collect_corpus(
            counts, selected, composed, details.documents, details.sentences, edited.lexicon
        )
    return _Found(collection, details.terms, edited, used)


def _count_leaves(passes: _Passes, stage: str, counting: Counting[Found], store: Store) -> list[Node]:
    """Return the leaves of a pass: where memory has room for everything, a single one."""
    if not isinstance(store, MemoryStore):
        leaves = passes.run(stage, LeafTask(counting, store))
        passes.backend.renew()
        return leaves
    return [whole_leaf(passes.documents, counting, passes.run(stage, counting.find))]


def _quote(passes: _Passes, task: QuotePass, writer: EvidenceWriter | None) -> list[Details]:
    """Return what the graph quotes; where there is a writer, it is given all the evidence, document by document."""
    details = []

    def rows() -> Iterator[tuple[Sequence[Document], Sequence[DocumentRows]]]:
        for batch, quoted in passes.each("quote", task):
            details.append(quoted.details)
            yield batch, quoted.rows

    for each in in_order(rows(), passes.documents):
        if writer:
            writer.add(each)
    return details


class _Passes:
    """Runs passes over the documents, from then on without one that ends its process twice or meets a bug."""

    def __init__(
        self, backend: Backend, documents: Sequence[Standing], shelf: Shelf, config: Config, clock: _Clock
    ) -> None:
        self.backend, self.documents, self.shelf, self.config, self.clock = backend, documents, shelf, config, clock
        self.lost: list[ReadFailure] = []

    def run(self, stage: str, task: Callable[[Sequence[Document]], Found]) -> list[Found]:
        """Return the results of a task on batches of all documents, telling the progress."""
        return [result for _, result in self.each(stage, task)]

    def each(
        self, stage: str, task: Callable[[Sequence[Document]], Found]
    ) -> Iterator[tuple[Sequence[Document], Found]]:
        """Yield each batch with the result of a task, in any order."""
        total, done = len(self.documents), 0
        self.clock.progress(stage, done, total)
        batches = cut(self.documents, self.shelf.characters_of, self.config.work.batch_characters, ends_leaf)
        for batch in self.backend.map(task, map(self.shelf.get, batches)):
            done += len(batch.items)
            self.clock.progress(stage, done, total)
            if batch.result is None:
                self._lose(batch.items[0], batch.error)
            else:
                yield batch.items, batch.result

    def _lose(self, document: Standing, error: Exception | None) -> None:
        """Leave a document out; a bug that the only one or too many meet is raised."""
        if error and (len(self.documents) == 1 or len(self.lost) == MOST_LOST):
            raise error
        self.documents = tuple(other for other in self.documents if other.id != document.id)
        if error is None:
            problem = InputError("document_deadly", path=document.path)
        else:
            cause = f"{type(error).__name__}, {error.__notes__[0]}"
            problem = InputError("document_fails", path=document.path, document=document.id, cause=cause)
        self.lost.append(ReadFailure(document.path, problem))


def assemble(
    collection: graph.Collection, ranked: Mapping[str, Sequence[str]], lexicon: Lexicon, config: Config
) -> ConceptGraph:
    """Return the graph of all findings, measured, ranked and laid out."""
    links = [(link.key[0], link.key[1], link.weight) for link in collection.links]
    network = make_network([node.name for node in collection.nodes], links)
    measures = measure_nodes(network, config.analyze)
    top = max((values["pagerank"] for values in measures.values()), default=1.0)
    signals = [
        rank.ConceptSignals(
            name=node.name,
            termhood=node.term.score if node.term else 0.0,
            mentions=node.frequency,
            documents=node.documents,
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
    stated = {frozenset(link.key[:2]) for link in collection.links if link.key[2] != "cooccurrence"}
    drawn = order[: config.analyze.drawn]
    places = layout.place_nodes(drawn, _between(drawn, links), communities, fonts, config.analyze, stated)
    values = {
        name: graph.NodeValues(
            importance[name],
            communities[name],
            {**measures[name], **_look(fonts[name], places.get(name))},
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
        """Measure the wall time of a stage; of one that comes again, in all."""
        started = time.perf_counter()
        yield
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.perf_counter() - started, 4)


def _between(names: Sequence[str], links: Sequence[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    """Return the links between two of the names."""
    known = set(names)
    return [link for link in links if link[0] in known and link[1] in known]


def _look(font: float, place: tuple[float, float] | None) -> dict[str, float]:
    """Return how a concept is drawn, nothing for one that is not."""
    return {"font": font, "x": place[0], "y": place[1]} if place else {}


@contextmanager
def open_store(backend: Backend, characters: int, config: Config) -> Iterator[Store]:
    """Yield where the passes keep what they find in documents: of a large input the cache; without it, or of a small
    one, memory where one process has room for all of it; else a file that goes at the end.
    """
    large = characters >= config.work.parallel_characters
    if large and config.work.cache:
        with closing(open_cache(config.work)) as store:
            yield store
            store.shrink(round(config.work.cache_gigabytes * GIGABYTE))
    elif isinstance(backend, Serial) and parts_for(characters, config.work.memory) == 1:
        with closing(MemoryStore()) as store:
            yield store
    else:
        try:
            kept = tempfile.TemporaryDirectory(prefix="conceptgraph-", ignore_cleanup_errors=True)
        except OSError as error:
            raise OutputError("temporary_unwritable", cause=error) from error
        with kept as folder, closing(FileStore(Path(folder) / "documents.sqlite", lasting=False).create()) as store:
            yield store


def _nothing_read(failures: Sequence[ReadFailure], paths: Sequence[str]) -> ConceptgraphError:
    """Return the error to raise where no document could be read: the first problem, with the others."""
    if not failures:
        return InputError("input_nothing", path=", ".join(paths))
    first, *others = [failure.error for failure in failures]
    first.others = tuple(others)
    return first


def _decoding_of(document: Document) -> Decoding:
    return Decoding(document.encoding, document.margin, document.lost, script_of(document.text[:SCRIPT_CHARACTERS]))
