"""The two passes over the documents, as tasks for any process: a batch of documents -> what is counted of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from conceptgraph import chains, cooccur, discover, graph, relate
from conceptgraph.clean import clean
from conceptgraph.config import Config, CorpusConfig, SegmentConfig
from conceptgraph.cycles import no_cycle_search
from conceptgraph.edits import EditedLexicon, edit_relations
from conceptgraph.match import Matcher
from conceptgraph.model import Document, PreparedDocument, Sentence
from conceptgraph.resources import user_rules
from conceptgraph.script import simplify_document, write_back
from conceptgraph.segment import Segmenter
from conceptgraph.sentences import split_sentences
from conceptgraph.store import Store, key_of
from conceptgraph.user_words import Edit, UserWord, UserWords

Item = TypeVar("Item")
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Findings:
    """What pass 2 counts: pairs, the findings of each document by its id, the edits that met something."""

    pairs: cooccur.PairCounts = field(default_factory=cooccur.PairCounts)
    documents: Mapping[str, graph.DocumentFindings] = field(default_factory=dict)
    used: frozenset[Edit] = frozenset()

    def __add__(self, other: Findings) -> Findings:
        """Return the findings of both."""
        return sum_findings((self, other))


def sum_findings(parts: Iterable[Findings]) -> Findings:
    """Return the findings of all parts."""
    parts = tuple(parts)
    documents = {name: found for part in parts for name, found in part.documents.items()}
    used = frozenset(edit for part in parts for edit in part.used)
    return Findings(cooccur.sum_pairs(part.pairs for part in parts), documents, used)


def prepare(document: Document, config: Config, segmenter: Segmenter) -> PreparedDocument:
    """Return a document cleaned, split into sentences and tagged, all of it in simplified characters."""
    cleaned = clean(simplify_document(document), config.clean)
    shown, sentences = write_back(document, cleaned, split_sentences(cleaned, config.clean.sentence_length))
    return PreparedDocument(shown, tuple(segmenter.tag(sentence) for sentence in sentences))


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
        """Return the key of a document: its whole record, the settings, the program."""
        return key_of(self.stamp, document)

    def of(self, documents: Sequence[Document]) -> list[PreparedDocument]:
        """Return the documents prepared, in their order."""
        keys = [f"prepared {self.key(document)}" for document in documents]

        def make(document: Document) -> PreparedDocument:
            return prepare(document, self.config, _segmenter(self.config.segment, self.words))

        return _kept(self.store, keys, documents, lambda some: map(make, some))


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


@dataclass(frozen=True, slots=True)
class Counted:
    """What pass 1 knows of a document: the counts of its terms, and its sentences as one text, a line each."""

    counts: discover.TermCounts
    text: str


class CountPass:
    """Pass 1: documents -> counts of their terms."""

    def __init__(self, preparation: Preparation) -> None:
        self.preparation = preparation

    @no_cycle_search()
    def __call__(self, documents: Sequence[Document]) -> discover.TermCounts:
        """Return the counts of a batch."""
        return discover.sum_counts(counted.counts for counted in self.of(documents))

    def of(self, documents: Sequence[Document]) -> list[Counted]:
        """Return what is counted of each document."""
        preparation = self.preparation
        if not preparation.store.lasting:
            return list(map(self._count, preparation.of(documents)))
        keys = [f"counted {preparation.key(document)}" for document in documents]
        return _kept(preparation.store, keys, documents, lambda some: map(self._count, preparation.of(some)))

    def _count(self, prepared: PreparedDocument) -> Counted:
        text = "\n".join(tagged.sentence.text for tagged in prepared.sentences)
        return Counted(discover.count_terms(prepared, self.preparation.config.discover), text)


class FindPass:
    """Pass 2: documents -> mentions, pairs, relations, chains."""

    def __init__(self, preparation: Preparation, edited: EditedLexicon, user: UserWords) -> None:
        self.preparation, self.edited, self.user = preparation, edited, user
        config = preparation.config
        rules = user_rules(user.rules_file) if user.rules_file else ""
        edits = (user.edits, sorted(edited.names.items()))
        self.stamp = key_of(config.relate, config.chains, config.cooccur, rules, edits)
        self.reader: DocumentReader | None = None  # made where it is used: it cannot be sent to another process

    @no_cycle_search()
    def __call__(self, documents: Sequence[Document]) -> Findings:
        """Return the findings of a batch."""
        self.reader = reader = self.reader or DocumentReader(self.edited, self.user, self.preparation.config)
        store = self.preparation.store
        if not store.lasting:
            return sum_findings(map(reader.find, self.preparation.of(documents)))
        counted = CountPass(self.preparation).of(documents)
        keys = [self._key(reader, *each) for each in zip(documents, counted, strict=True)]
        return sum_findings(_kept(store, keys, documents, lambda some: map(reader.find, self.preparation.of(some))))

    def _key(self, reader: DocumentReader, document: Document, counted: Counted) -> str:
        """Return the key of the findings of a document: of the lexicon it says only what occurs in the document."""
        return "found " + key_of(self.preparation.key(document), self.stamp, reader.matcher.entries_in(counted.text))


@dataclass(frozen=True, slots=True)
class CorpusFound:
    """What pass 2 counts of a large corpus."""

    config: CorpusConfig
    findings: graph.CorpusFindings = field(default_factory=graph.CorpusFindings)
    pairs: cooccur.PairCounts = field(default_factory=cooccur.PairCounts)
    used: frozenset[Edit] = frozenset()

    def __add__(self, other: CorpusFound) -> CorpusFound:
        """Return the findings of both."""
        return sum_corpus_found((self, other), self.config)


def sum_corpus_found(parts: Iterable[CorpusFound], config: CorpusConfig) -> CorpusFound:
    """Return the findings of all parts."""
    parts = tuple(parts)
    return CorpusFound(
        config,
        graph.sum_corpus((part.findings for part in parts), config),
        cooccur.sum_pairs((part.pairs for part in parts), config.evidence),
        frozenset(edit for part in parts for edit in part.used),
    )


class CorpusPass:
    """Pass 2 over a large corpus: documents -> findings, condensed."""

    def __init__(self, find: FindPass) -> None:
        self.find = find
        self.names = {term.name for term in find.edited.lexicon.terms}

    @no_cycle_search()
    def __call__(self, documents: Sequence[Document]) -> CorpusFound:
        """Return the findings of a batch."""
        config = self.find.preparation.config.corpus
        found = self.find(documents)
        condensed = (graph.condense(each, self.names, config) for each in found.documents.values())
        return CorpusFound(config, graph.sum_corpus(condensed, config), found.pairs, found.used)


@dataclass(frozen=True, slots=True)
class Quotes:
    """Sentences by their place."""

    sentences: Mapping[graph.Place, Sentence] = field(default_factory=dict)

    def __add__(self, other: Quotes) -> Quotes:
        """Return the sentences of both."""
        return Quotes({**self.sentences, **other.sentences})


class QuotePass:
    """Fetches the sentences that are quoted; `wanted` has their indices by document."""

    def __init__(self, preparation: Preparation, wanted: Mapping[str, Collection[int]]) -> None:
        self.preparation, self.wanted = preparation, wanted

    @no_cycle_search()
    def __call__(self, documents: Sequence[Document]) -> Quotes:
        """Return the sentences of a batch."""
        quoted = [document for document in documents if document.id in self.wanted]
        return Quotes(
            {
                (prepared.document.id, index): prepared.sentences[index].sentence
                for prepared in self.preparation.of(quoted)
                for index in self.wanted[prepared.document.id]
            }
        )


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
