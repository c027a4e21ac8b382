"""The order of the stages, written once: paths -> Result."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from conceptgraph import chains, cooccur, discover, graph, layout, rank
from conceptgraph.analyze import find_communities, make_network, measure_nodes
from conceptgraph.backends import Backend, Count, Serial, add_up, cut, start_backend
from conceptgraph.characters import script_of
from conceptgraph.config import Config
from conceptgraph.cycles import no_cycle_search
from conceptgraph.edits import edit_lexicon, unused_edits
from conceptgraph.errors import ConceptgraphError, InputError, OutputError, RuleError
from conceptgraph.model import ConceptGraph, Decoding, Document, Lexicon, ReadFailure, Result
from conceptgraph.passes import CorpusFound, CorpusPass, CountPass, Findings, FindPass, Preparation, QuotePass, Quotes
from conceptgraph.read import read
from conceptgraph.script import spell_graph
from conceptgraph.store import GIGABYTE, FileStore, MemoryStore, Store, open_cache, program_stamp
from conceptgraph.user_files import load_user_words
from conceptgraph.user_words import Edit, UserWords

STRONGEST = 10  # relations for each composed chain of a large corpus among which the chains are looked for
SCRIPT_CHARACTERS = 20_000  # from which the script of a document is told

Progress = Callable[[str, int, int], None]  # stage, done, total


def run(paths: Sequence[str], config: Config, progress: Progress | None = None) -> Result:
    """Return the graph of the documents at `paths`. Raises InputError where no document could be read."""
    clock = _Clock(progress)
    user = load_user_words(config.words)
    with clock.stage("read"):
        reading = read(paths, config.read)
        if not reading.documents:
            raise _nothing_read(reading.failures, paths)
    built, lost, unused = _build(reading.documents, user, config, clock)
    inputs = {document.path: _digest(document.text) for document in reading.documents}
    decoding = {each.path: _decoding_of(each) for each in reading.documents}
    failures, warnings = (*reading.failures, *lost), (*reading.warnings, *unused)
    return Result(built, failures, inputs, decoding, clock.seconds, warnings)


@no_cycle_search()
def _build(
    documents: Sequence[Document], user: UserWords, config: Config, clock: _Clock
) -> tuple[ConceptGraph, tuple[ReadFailure, ...], tuple[RuleError, ...]]:
    """Return the graph of the documents, those that ended their process and are not in it, the edits without use."""
    characters = sum(len(document.text) for document in documents)
    whole = characters <= config.corpus.complete_characters
    with start_backend(config.work, characters) as backend, open_store(backend, characters, config) as store:
        preparation = Preparation(
            config, user.lexicon, store, "" if isinstance(store, MemoryStore) else program_stamp()
        )
        passes = _Passes(backend, documents, config, clock)
        while True:
            with clock.stage("discover"):
                counts = passes.sum("discover", CountPass(preparation), discover.TermCounts())
                kept = counts if whole else discover.keep_best(counts, config.corpus.concepts)
                edited = edit_lexicon(discover.select_terms(kept, config.discover), user)
            lost = len(passes.lost)
            find = FindPass(preparation, edited, user)
            collection, used = (collect_whole if whole else collect_corpus)(passes, find)
            if len(passes.lost) == lost:
                break  # else a document was lost in pass 2, whose terms must go as well
    with clock.stage("graph"):
        built = assemble(collection, counts.documents, edited.lexicon, config)
        unused = unused_edits(user, edited.used | used, built)
        written = [each.written for findings in collection.documents for each in findings.sentences]
        spelled = spell_graph(built, written, user.spellings, config.words.script)
    return spelled, tuple(passes.lost), unused


def collect_whole(passes: _Passes, find: FindPass) -> tuple[graph.Collection, frozenset[Edit]]:
    """Return the nodes and links with all that pass 2 finds, and the edits that it met."""
    config, lexicon = passes.config, find.edited.lexicon
    with passes.clock.stage("relate"):
        found = passes.sum("relate", find, Findings())
    with passes.clock.stage("graph"):
        pairs = cooccur.measure_pairs(found.pairs, config.cooccur)
        relations = [relation for findings in found.documents.values() for relation in findings.relations]
        composed = chains.compose_chains(relations, config.chains)
        return graph.collect(found.documents.values(), pairs, composed, lexicon, config.cooccur), found.used


def collect_corpus(passes: _Passes, find: FindPass) -> tuple[graph.Collection, frozenset[Edit]]:
    """Return the nodes and links of a corpus that is too large to keep everything, and the edits that pass 2 met."""
    config, lexicon = passes.config, find.edited.lexicon
    with passes.clock.stage("relate"):
        found = passes.sum("relate", CorpusPass(find), CorpusFound(config.corpus))
    with passes.clock.stage("graph"):
        pairs = cooccur.measure_pairs(found.pairs, config.cooccur)
        names = {term.name for term in lexicon.terms}
        selected = graph.select_corpus(found.findings, pairs, names, config.cooccur, config.corpus)
        composed = chains.compose_chains(selected.relations(STRONGEST * config.chains.composed), config.chains)
        wanted = graph.quoted_places(selected, composed)
    with passes.clock.stage("quote"):
        quotes = passes.sum("quote", QuotePass(find.preparation, wanted), Quotes())
    with passes.clock.stage("graph"):
        return graph.collect_corpus(found.findings, selected, composed, quotes.sentences, lexicon), found.used


class _Passes:
    """Runs passes over the documents; leaves out, from then on, a document that ends its process twice."""

    def __init__(self, backend: Backend, documents: Sequence[Document], config: Config, clock: _Clock) -> None:
        self.backend, self.documents, self.config, self.clock = backend, list(documents), config, clock
        self.lost: list[ReadFailure] = []

    def sum(self, stage: str, task: Callable[[Sequence[Document]], Count], zero: Count) -> Count:
        """Return the sum of a pass over all documents."""
        return add_up(self._counts(stage, task), zero)

    def _counts(self, stage: str, task: Callable[[Sequence[Document]], Count]) -> Iterator[Count]:
        """Yield the counts of the batches, telling the progress."""
        total, done = len(self.documents), 0
        self.clock.progress(stage, done, total)
        batches = cut(self.documents, lambda document: len(document.text), self.config.work.batch_characters)
        for batch in self.backend.map(task, batches):
            done += len(batch.items)
            self.clock.progress(stage, done, total)
            if batch.result is None:
                self._lose(batch.items[0])
            else:
                yield batch.result

    def _lose(self, document: Document) -> None:
        self.documents = [other for other in self.documents if other.id != document.id]
        self.lost.append(ReadFailure(document.path, InputError("document_deadly", path=document.path)))


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
    """Yield where the passes keep what they find in documents: of a small input and in one process, memory; else the
    cache, or, without it, a file that goes at the end.
    """
    large = characters >= config.work.parallel_characters
    if large and config.work.cache:
        with closing(open_cache(config.work)) as store:
            yield store
            store.shrink(round(config.work.cache_gigabytes * GIGABYTE))
    elif isinstance(backend, Serial) and not large:
        yield MemoryStore()
    else:
        try:
            kept = tempfile.TemporaryDirectory(prefix="conceptgraph-", ignore_cleanup_errors=True)
        except OSError as error:
            raise OutputError("temporary_unwritable", cause=error.strerror) from error
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


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
