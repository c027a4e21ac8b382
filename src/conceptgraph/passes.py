"""The two passes over the documents, as tasks for any process: a batch of documents -> what is counted of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeVar

from conceptgraph import chains, cooccur, discover, graph, relate
from conceptgraph.clean import clean
from conceptgraph.config import Config, SegmentConfig
from conceptgraph.edits import EditedLexicon, edit_relations
from conceptgraph.match import Matcher
from conceptgraph.model import Document, PreparedDocument
from conceptgraph.resources import user_rules
from conceptgraph.script import simplify_document, write_back
from conceptgraph.segment import Segmenter
from conceptgraph.segment.named_deeds import name_deeds
from conceptgraph.sentences import split_sentences
from conceptgraph.store import Store, key_of
from conceptgraph.user_words import Edit, UserWord, UserWords

Item = TypeVar("Item")
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Findings:
    """What pass 2 finds: windows, the findings of each document by its id, the edits that met something."""

    windows: tuple[cooccur.Window, ...] = ()
    documents: Mapping[str, graph.DocumentFindings] = field(default_factory=dict)
    used: frozenset[Edit] = frozenset()


def sum_findings(parts: Iterable[Findings]) -> Findings:
    """Return the findings of all parts."""
    parts = tuple(parts)
    documents = {name: found for part in parts for name, found in part.documents.items()}
    used = frozenset(edit for part in parts for edit in part.used)
    return Findings(tuple(chain.from_iterable(part.windows for part in parts)), documents, used)


def prepare(document: Document, config: Config, segmenter: Segmenter) -> PreparedDocument:
    """Return a document cleaned, split into sentences and tagged, all of it in simplified characters."""
    cleaned = clean(simplify_document(document), config.clean)
    shown, sentences = write_back(document, cleaned, split_sentences(cleaned, config.clean.sentence_length))
    return PreparedDocument(shown, name_deeds([segmenter.tag(sentence) for sentence in sentences]))


@cache
def _segmenter(config: SegmentConfig, words: tuple[UserWord, ...]) -> Segmenter:
    """Return the segmenter of this process."""
    return Segmenter(config, words)


class Preparation:
    """Gives the prepared form of documents: from the store, or made and put there.

    `stamp` is a key for all that the prepared form and the counts of a document follow from, beside the document.
    """

    def __init__(self, config: Config, words: tuple[UserWord, ...], store: Store, program: str = "") -> None:
        self.config, self.words, self.store = config, words, store
        self.stamp = key_of(program, config.clean, config.segment, config.discover, words)

    def key(self, document: Document) -> str:
        """Return the key of a document: its id or, where entries outlive the build, its whole record, the settings and
        the program.
        """
        return key_of(self.stamp, document) if self.store.lasting else document.id

    def of(self, documents: Sequence[Document]) -> list[PreparedDocument]:
        """Return the documents prepared, in their order."""
        keys = [f"prepared {self.key(document)}" for document in documents]

        def make(some: Sequence[Document]) -> list[PreparedDocument]:
            segmenter = _segmenter(self.config.segment, self.words)
            made = [prepare(document, self.config, segmenter) for document in some]
            if self.store.lasting:
                self.store.save({self._text_key(one): _text_of(ready) for one, ready in zip(some, made, strict=True)})
            return made

        return _kept(self.store, keys, documents, make)

    def texts(self, documents: Sequence[Document]) -> list[str]:
        """Return the sentences of each document as one text, a line each."""
        keys = [self._text_key(document) for document in documents]
        return _kept(self.store, keys, documents, lambda some: map(_text_of, self.of(some)))

    def _text_key(self, document: Document) -> str:
        return f"text {self.key(document)}"


def _text_of(prepared: PreparedDocument) -> str:
    return "\n".join(tagged.sentence.text for tagged in prepared.sentences)


def _kept(
    store: Store, keys: Sequence[str], items: Sequence[Item], make: Callable[[Sequence[Item]], Iterable[Entry]]
) -> list[Entry]:
    """Return what `make` makes of the items; it makes only what the store has not, and that is put there."""
    known = store.load(keys)
    missing = {key: item for key, item in zip(keys, items, strict=True) if key not in known}
    if missing:
        made = dict(zip(missing, make(list(missing.values())), strict=True))
        store.save(made)
        known.update(made)
    return [known[key] for key in keys]


class Record(NamedTuple):
    """What the graph says of a document: its title, authors and so on, without the text, and its terms, best first."""

    document: Document
    terms: tuple[str, ...]


class CountPass:
    """Pass 1: documents -> counts of their terms."""

    def __init__(self, preparation: Preparation) -> None:
        self.preparation = preparation

    def __call__(self, documents: Sequence[Document]) -> discover.TermCounts:
        """Return the counts of a batch."""
        return discover.sum_counts(self.of(documents))

    def of(self, documents: Sequence[Document]) -> list[discover.TermCounts]:
        """Return what is counted of each document; kept where it outlives the build, since no pass asks again."""
        preparation = self.preparation
        if not preparation.store.lasting:
            return list(self._count(documents))
        keys = [f"counted {preparation.key(document)}" for document in documents]
        return _kept(preparation.store, keys, documents, self._count)

    def records(self, documents: Sequence[Document]) -> list[Record]:
        """Return the record of each document."""
        keys = [self._record_key(document) for document in documents]
        return _kept(self.preparation.store, keys, documents, self._records)

    def _count(self, documents: Sequence[Document]) -> Iterator[discover.TermCounts]:
        """Yield the counts, and keep the records: what is known by now would be made again otherwise."""
        records = {}
        for document, prepared in zip(documents, self.preparation.of(documents), strict=True):
            counts = discover.count_terms(prepared, self.preparation.config.discover)
            records[self._record_key(document)] = _record(prepared.document, counts)
            yield counts
        self.preparation.store.save(records)

    def _records(self, documents: Sequence[Document]) -> Iterator[Record]:
        for document, counts in zip(self.preparation.of(documents), self.of(documents), strict=True):
            yield _record(document.document, counts)

    def _record_key(self, document: Document) -> str:
        return f"record {self.preparation.key(document)}"


def _record(document: Document, counts: discover.TermCounts) -> Record:
    return Record(replace(document, text="", asides=(), headings=None), counts.documents[document.id])


class FindPass:
    """Pass 2: documents -> mentions, pairs, relations, chains."""

    def __init__(self, preparation: Preparation, edited: EditedLexicon, user: UserWords) -> None:
        self.preparation, self.edited, self.user = preparation, edited, user
        config = preparation.config
        rules = user_rules(user.rules_file) if user.rules_file else ""
        edits = (user.edits, sorted(edited.names.items()))
        self.stamp = key_of(config.relate, config.chains, config.cooccur, rules, edits)
        self.lexicon = "" if preparation.store.lasting else key_of(edited.lexicon)
        self.reader: DocumentReader | None = None

    def __call__(self, documents: Sequence[Document]) -> Findings:
        """Return the findings of a batch."""
        reader = self._reader()
        store = self.preparation.store
        if not store.lasting:
            return sum_findings(map(reader.find, self.preparation.of(documents)))
        keys = [f"found {self.key([document])}" for document in documents]
        return sum_findings(_kept(store, keys, documents, lambda some: map(reader.find, self.preparation.of(some))))

    def key(self, documents: Sequence[Document]) -> str:
        """Return the key of the findings of documents: of the lexicon it says only what occurs in them, where the
        findings outlive the build.
        """
        entries: object = self.lexicon
        if self.preparation.store.lasting:
            texts = self.preparation.texts(documents)
            entries = self._reader().matcher.entries_in("\n".join(texts))
        return key_of(self.stamp, entries, *map(self.preparation.key, documents))

    def _reader(self) -> DocumentReader:
        """Return the reader of this process, made where it is used: it cannot be sent to another one."""
        self.reader = self.reader or DocumentReader(self.edited, self.user, self.preparation.config)
        return self.reader


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
        texts = {each.tagged.sentence.index: each.tagged.sentence.text for each in matched}
        attested = chains.find_chains(claims.relations, self.config.chains, texts)
        found = graph.find_in(prepared.document, matched, claims.relations, attested)
        windows = cooccur.find_windows(matched, self.config.cooccur)
        return Findings(windows, {prepared.document.id: found}, claims.used)
