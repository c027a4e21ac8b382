"""evidence.sqlite: every mention and every claim of a large corpus that belongs to its graph, with the sentences.

Rows come document by document, in the order of the corpus, into one transaction, so that the same corpus gives the
same bytes, however it was cut into batches. What comes sorted by concept is sorted by SQLite, in bounded memory.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from conceptgraph.errors import OutputError
from conceptgraph.model import ConceptGraph, FullEvidence
from conceptgraph.store.entries import key_of

EVIDENCE_FILE = "evidence.sqlite"
FORMAT, VERSION = "conceptgraph evidence", "1"
CACHE_KILOBYTES = 8000  # what SQLite may hold of the file, and while it sorts
PRAGMAS = (
    "encoding = 'UTF-8'",
    "page_size = 4096",
    "journal_mode = OFF",  # a build that fails throws the file away
    "synchronous = OFF",  # it is forced to the disk once, at the end
    "secure_delete = ON",  # so that no page keeps what stood there before
    f"cache_size = -{CACHE_KILOBYTES}",
)
TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (
    document INTEGER PRIMARY KEY, id TEXT, title TEXT, path TEXT,
    authors TEXT, -- a JSON list
    year INTEGER, source TEXT,
    keywords TEXT -- a JSON list
);
CREATE TABLE sentences (
    sentence INTEGER PRIMARY KEY, document INTEGER,
    place INTEGER, -- counts the sentences of the document from 0
    kind TEXT, section TEXT, paragraph INTEGER, page INTEGER,
    start INTEGER, stop INTEGER, -- in the decoded text of the document
    text TEXT,
    graph_id INTEGER -- the id of the sentence in graph.json, where that quotes it
);
CREATE TABLE concepts (concept INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, importance REAL);
CREATE TABLE mentions (
    concept INTEGER, sentence INTEGER, times INTEGER, PRIMARY KEY (concept, sentence)
) WITHOUT ROWID;
CREATE TABLE relations (relation INTEGER PRIMARY KEY, id TEXT, source INTEGER, target INTEGER, type TEXT);
CREATE TABLE speakers (speaker INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE claims (
    claim INTEGER PRIMARY KEY, relation INTEGER,
    sentence INTEGER, -- the first one
    further TEXT, -- the other sentences, a JSON list
    source_span TEXT, target_span TEXT, cue_span TEXT, -- as in graph.json: [start, end] or [k, start, end]
    cue TEXT, rule TEXT,
    speaker INTEGER, -- none: the author
    modality TEXT, negated INTEGER, confidence REAL
);
CREATE VIEW occurrences AS
    SELECT concepts.name AS concept, concepts.kind, times, documents.id AS document, title, year, section, page, text,
        mentions.sentence
    FROM concepts JOIN mentions USING (concept) JOIN sentences USING (sentence) JOIN documents USING (document);
CREATE VIEW evidence AS
    SELECT relations.id AS edge, a.name AS source, type AS relation, b.name AS target, negated,
        speakers.name AS speaker, modality, confidence, cue, rule, documents.id AS document, title, year, section, page,
        text, claims.sentence, further
    FROM relations JOIN concepts AS a ON a.concept = relations.source JOIN concepts AS b ON b.concept = relations.target
        JOIN claims USING (relation) LEFT JOIN speakers USING (speaker) JOIN sentences USING (sentence)
        JOIN documents USING (document);
CREATE TEMP TABLE found (concept INTEGER, sentence INTEGER);
"""
ORDER = (
    "INSERT INTO mentions SELECT concept, sentence, count(*) FROM found"
    " GROUP BY concept, sentence ORDER BY concept, sentence",
    "CREATE INDEX concepts_by_name ON concepts (name)",
    "CREATE INDEX relations_by_id ON relations (id)",
    "CREATE INDEX relations_by_source ON relations (source)",
    "CREATE INDEX relations_by_target ON relations (target)",
    "CREATE INDEX claims_by_relation ON claims (relation)",
    "COMMIT",
)

ADD_DOCUMENT = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
ADD_SENTENCE = "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ADD_MENTION = "INSERT INTO found VALUES (?, ?)"
ADD_CLAIM = "INSERT INTO claims VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

DocumentRow = tuple[str, str, str, str, int | None, str | None, str]  # id, title, path, authors, year, source, keywords

# place, kind, section, paragraph, page, start, stop, text
SentenceRow = tuple[int, str, str, int, int | None, int, int, str]


class ClaimRow(NamedTuple):
    """A claim; `sentences` are positions among those of its document here, `speaker` is "" for the author."""

    relation: int
    sentences: tuple[int, ...]
    source_span: str
    target_span: str
    cue_span: str
    cue: str
    rule: str
    speaker: str
    modality: str
    negated: bool
    confidence: float


class DocumentRows(NamedTuple):
    """What the file holds of one document; mentions are pairs of a concept and a position among the sentences."""

    document: DocumentRow
    sentences: list[SentenceRow]
    concepts: array[int]
    positions: array[int]
    claims: list[ClaimRow]


class EvidenceWriter:
    """Writes the file at `path`: `begin`, `add` for each document in order, `finish`; `begin` again starts anew.

    Concepts are numbered as their names are sorted, for their ids are known last; relations as their edges are.
    Raises OutputError where there is no room for the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened: sqlite3.Connection | None = None
        self.quoted: Mapping[tuple[str, int], int] = {}
        self.documents = self.sentences = 0
        self.speakers: dict[str, int] = {}

    def begin(self, quoted: Mapping[tuple[str, int], int]) -> None:
        """Make the file, with nothing in it; `quoted` has the number in the graph of each sentence that it quotes."""
        self.close()
        self.quoted, self.documents, self.sentences, self.speakers = quoted, 0, 0, {}
        with self._failures():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.unlink(missing_ok=True)
            self.opened = sqlite3.connect(f"{self.path.absolute().as_uri()}?nolock=1", isolation_level=None, uri=True)
            for pragma in PRAGMAS:
                self.opened.execute(f"PRAGMA {pragma}")
            self.opened.executescript(f"BEGIN; {TABLES}")

    def add(self, rows: DocumentRows) -> None:
        """Add a document."""
        own, first, name = self.documents, self.sentences, rows.document[0]
        sentences = (
            (first + at, own, *sentence, self.quoted.get((name, sentence[0])))
            for at, sentence in enumerate(rows.sentences)
        )
        mentions = zip(rows.concepts, map(first.__add__, rows.positions), strict=True)
        claims = [self._claim(row, first) for row in rows.claims]
        with self._failures():
            run = self._connection().executemany
            run(ADD_DOCUMENT, [(own, *rows.document)])
            run(ADD_SENTENCE, sentences)
            run(ADD_MENTION, mentions)
            run(ADD_CLAIM, claims)
        self.documents, self.sentences = own + 1, first + len(rows.sentences)

    def finish(self, graph: ConceptGraph, names: Sequence[str]) -> ConceptGraph:
        """Return the graph, which now names the file, after writing its concepts and relations and closing the file.

        `names` are those that its concepts had so far, before they were spelled as the texts do.
        """
        order = {name: number for number, name in enumerate(sorted(names))}
        spelled = {name: each.name for name, each in zip(names, graph.concepts, strict=True)}
        numbers = {each.name: order[name] for name, each in zip(names, graph.concepts, strict=True)}
        concepts = sorted(zip(map(order.__getitem__, names), graph.concepts, strict=True), key=itemgetter(0))
        relations = [(n, each) for n, each in enumerate(graph.edges) if each.relation != "cooccurrence"]
        speakers = [
            (number, storable("、".join(spelled.get(part, part) for part in said.split("、"))))
            for said, number in self.speakers.items()
        ]
        named = FullEvidence(EVIDENCE_FILE, _key_of(graph))
        about = {"format": FORMAT, "version": VERSION, "key": named.key}
        with self._failures():
            run = self._connection().executemany
            run(
                "INSERT INTO concepts VALUES (?, ?, ?, ?, ?)",
                [(n, each.id, storable(each.name), each.kind, each.importance) for n, each in concepts],
            )
            run(
                "INSERT INTO relations VALUES (?, ?, ?, ?, ?)",
                [(n, each.id, numbers[each.source], numbers[each.target], each.relation) for n, each in relations],
            )
            run("INSERT INTO speakers VALUES (?, ?)", speakers)
            run("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
            for statement in ORDER:
                self._connection().execute(statement)
            self.close()
            with self.path.open("rb+") as file:
                os.fsync(file.fileno())
        return replace(graph, full_evidence=named)

    @property
    def begun(self) -> bool:
        """Whether there is something to finish."""
        return self.opened is not None

    def close(self) -> None:
        """Close the file."""
        if self.opened:
            self.opened.close()
            self.opened = None

    def _claim(self, row: ClaimRow, first: int) -> tuple[object, ...]:
        sentence, *further = (first + position for position in row.sentences)
        speaker = self.speakers.setdefault(row.speaker, len(self.speakers)) if row.speaker else None
        return (row.relation, sentence, str(further) if further else None, *row[2:7], speaker, *row[8:])

    def _connection(self) -> sqlite3.Connection:
        if self.opened is None:
            raise ValueError("begin comes first")
        return self.opened

    @contextlib.contextmanager
    def _failures(self) -> Iterator[None]:
        """Let what the system refuses be an OutputError that names the folder."""
        try:
            yield
        except (OSError, sqlite3.OperationalError) as error:
            raise OutputError("output_unwritable", path=self.path.parent, cause=error) from error


def storable(text: str) -> str:
    r"""Return a text without what UTF-8 cannot hold.

    >>> storable("异化"), storable("\ud800")
    ('异化', '?')
    """
    return text if is_storable(text) else text.encode("utf-8", "replace").decode()


def is_storable(text: str) -> bool:
    """Tell whether UTF-8 can hold a text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _key_of(graph: ConceptGraph) -> str:
    """Return a key by which the file and the graph know that they belong together."""
    return key_of(
        sorted(graph.notes.items()),
        [(each.id, each.name, each.frequency, each.documents) for each in graph.concepts],
        [(each.id, each.source, each.target, each.relation, each.weight) for each in graph.edges],
        [(each.document, each.start) for each in graph.sentences],
    )
