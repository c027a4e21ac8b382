"""All evidence of some concepts of a graph, read from the file that lies beside its graph.json."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from conceptgraph.errors import InputError
from conceptgraph.model import Concept, ConceptGraph, Edge, Evidence, GraphDocument, GraphSentence, Span
from conceptgraph.store.entries import few_at_a_time
from conceptgraph.store.evidence import FORMAT, VERSION

CLAIMS = """
SELECT sentence, further, source_span, target_span, cue_span, cue, rule, name, modality, negated, confidence
FROM relations JOIN claims USING (relation) LEFT JOIN speakers USING (speaker)
WHERE relations.id = ? ORDER BY claim
"""
TOGETHER = """
SELECT one.sentence
FROM concepts AS a JOIN mentions AS one USING (concept)
    JOIN mentions AS other ON other.sentence = one.sentence JOIN concepts AS b ON b.concept = other.concept
WHERE a.id = ? AND b.id = ?
"""
SENTENCES = """
SELECT id, title, path, authors, year, source, keywords,
    sentence, kind, section, paragraph, page, start, stop, text, graph_id
FROM sentences JOIN documents USING (document)
WHERE sentence IN ({}) ORDER BY sentence
"""


def check_full_evidence(graph: ConceptGraph, folder: Path) -> None:
    """Raise InputError where `folder` does not have the file of the graph, or something else under its name."""
    with _opened(graph, folder):
        pass


def with_full_evidence(graph: ConceptGraph, folder: Path, concepts: Sequence[Concept]) -> ConceptGraph:
    """Return the graph with all evidence of the relations of a concept or, of two, between them, and with all sentences
    that mention both. Sentences that the graph does not have come behind its own.

    Raises InputError where the file of the graph is missing, not its own or damaged.
    """
    ends = {concept.name for concept in concepts}
    wanted = [each for each in graph.edges if ends <= {each.source, each.target} and each.relation != "cooccurrence"]
    with _opened(graph, folder) as file:
        claims = {edge.id: file.claims(edge) for edge in wanted}
        together = file.together(concepts) if len(concepts) > 1 else []
        quoted = [number for each in claims.values() for claim in each for number in _numbers(claim)]
        documents, sentences, ids = file.sentences(sorted({*quoted, *together}), graph)
        evidence = {edge: tuple(_evidence(claim, ids) for claim in each) for edge, each in claims.items()}
    both = [ids[number] for number in together]
    return replace(
        graph,
        documents=(*graph.documents, *documents),
        sentences=(*graph.sentences, *sentences),
        concepts=tuple(
            replace(each, sentences=tuple(sorted({*each.sentences, *both}))) if each.name in ends else each
            for each in graph.concepts
        ),
        edges=tuple(replace(each, evidence=evidence.get(each.id, each.evidence)) for each in graph.edges),
    )


class _File:
    """The opened file."""

    def __init__(self, opened: sqlite3.Connection) -> None:
        self.opened = opened

    def claims(self, edge: Edge) -> list[sqlite3.Row]:
        """Return the claims of an edge, as they stand in the corpus."""
        return self.opened.execute(CLAIMS, (edge.id,)).fetchall()

    def together(self, concepts: Sequence[Concept]) -> list[int]:
        """Return the sentences that mention both concepts."""
        return [number for (number,) in self.opened.execute(TOGETHER, [each.id for each in concepts])]

    def sentences(
        self, numbers: Sequence[int], graph: ConceptGraph
    ) -> tuple[list[GraphDocument], list[GraphSentence], dict[int, int]]:
        """Return the documents and sentences that the graph does not have, and the id in the graph of each number."""
        known, named = {each.id for each in graph.documents}, {each.id for each in graph.sentences}
        documents: dict[str, GraphDocument] = {}
        sentences: list[GraphSentence] = []
        ids: dict[int, int] = {}
        for some in few_at_a_time(numbers):
            for row in self.opened.execute(SENTENCES.format(",".join("?" * len(some))), some):
                if row["graph_id"] in named:
                    ids[row["sentence"]] = row["graph_id"]
                    continue
                ids[row["sentence"]] = len(graph.sentences) + len(sentences)
                sentences.append(_sentence(row, ids[row["sentence"]]))
                if row["id"] not in known:
                    documents[row["id"]] = _document(row)
        return list(documents.values()), sentences, ids


@contextmanager
def _opened(graph: ConceptGraph, folder: Path) -> Iterator[_File]:
    """Yield the file of a graph. Raises InputError where it is missing, of another graph, or cannot be read."""
    if graph.full_evidence is None:
        raise InputError("evidence_none", path=folder)
    path = folder / Path(graph.full_evidence.file).name
    if not path.is_file():
        raise InputError("evidence_missing", path=path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
            opened.row_factory = sqlite3.Row
            if not _is_of(graph.full_evidence.key, opened):
                raise InputError("evidence_foreign", path=path)
            yield _File(opened)
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError) as error:  # what it holds is no evidence of ours
        raise InputError("evidence_damaged", path=path, cause=error) from error


def _is_of(key: str, opened: sqlite3.Connection) -> bool:
    """Tell whether the file says that it belongs to the graph with this key."""
    try:
        about = dict(opened.execute("SELECT name, value FROM about").fetchall())
    except sqlite3.OperationalError:  # another program's
        return False
    return about == {"format": FORMAT, "version": VERSION, "key": key}


def _numbers(claim: sqlite3.Row) -> tuple[int, ...]:
    """Return the sentences of a claim, as the file numbers them."""
    further = json.loads(claim["further"]) if claim["further"] else ()
    return claim["sentence"], *further


def _evidence(claim: sqlite3.Row, ids: Mapping[int, int]) -> Evidence:
    return Evidence(
        sentences=tuple(ids[number] for number in _numbers(claim)),
        source_span=_span(claim["source_span"]),
        target_span=_span(claim["target_span"]),
        cue_span=_span(claim["cue_span"]),
        cue=claim["cue"],
        rule=claim["rule"],
        speaker=claim["name"],
        modality=claim["modality"],
        negated=bool(claim["negated"]),
        confidence=claim["confidence"],
    )


def _span(written: str) -> Span:
    """Return a span that is written as in graph.json.

    >>> _span("[3,5]"), _span("[1,3,5]")
    (Span(sentence=0, start=3, end=5), Span(sentence=1, start=3, end=5))
    """
    numbers = json.loads(written)
    return Span(*([0, *numbers] if len(numbers) == 2 else numbers))


def _sentence(row: sqlite3.Row, number: int) -> GraphSentence:
    return GraphSentence(
        id=number,
        document=row["id"],
        section=row["section"],
        paragraph=row["paragraph"],
        page=row["page"],
        kind=row["kind"],
        text=row["text"],
        start=row["start"],
        end=row["stop"],
        citations=(),
    )


def _document(row: sqlite3.Row) -> GraphDocument:
    return GraphDocument(
        id=row["id"],
        title=row["title"],
        path=row["path"],
        authors=tuple(json.loads(row["authors"])),
        year=row["year"],
        source=row["source"],
        keywords=tuple(json.loads(row["keywords"])),
        concepts=(),
    )
