"""The pass that fetches what the graph of a large corpus quotes, and all of its evidence for the file beside it."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from conceptgraph import graph
from conceptgraph.corpus_passes import EVIDENCE, FoundLeaves
from conceptgraph.evidence_rows import RowMaker
from conceptgraph.model import Document, Sentence, Standing
from conceptgraph.passes import CountPass
from conceptgraph.store import DocumentRows
from conceptgraph.sums import Node


@dataclass(frozen=True, slots=True)
class Details:
    """What the graph of a large corpus says of documents: their records, the terms of each, best first, by its id, and
    the sentences that are quoted by their place.
    """

    documents: Sequence[Document]
    terms: Mapping[str, tuple[str, ...]]
    sentences: Mapping[graph.Place, Sentence]


class Quoted(NamedTuple):
    """What is fetched of a batch: the details, and the rows of each document."""

    details: Details
    rows: list[DocumentRows]


class QuotePass:
    """Fetches the details; `wanted` has the indices of the sentences by document, `forms` the forms of the terms.

    Documents that are not quoted are among them only where `every` one is to be; a `maker`, if any, makes the rows.
    The evidence is kept with the leaves of pass 2; where that is lost, or documents come in other batches, it is looked
    for again.
    """

    def __init__(
        self,
        count: CountPass,
        found: FoundLeaves,
        leaves: Sequence[Node],
        wanted: Mapping[str, Collection[int]],
        forms: Set[str],
        every: bool,
        maker: RowMaker | None,
    ) -> None:
        self.count, self.found, self.wanted, self.forms = count, found, wanted, forms
        self.every, self.maker = every, maker
        self.leaves = {leaf.first: leaf.name(EVIDENCE) for leaf in leaves}
        self.held = {id_: each for leaf in leaves for id_, each in leaf.held.get(EVIDENCE, {}).items()}

    def __call__(self, documents: Sequence[Document]) -> Quoted:
        """Return what is wanted of a batch."""
        quoted = [document for document in documents if document.id in self.wanted]
        records = self.count.records(documents if self.every else quoted)
        evidence = self._evidence(documents) if quoted or self.maker else []
        details = Details(
            documents=[record.document for record in records],
            terms={
                record.document.id: tuple(form for form in record.terms if form in self.forms) for record in records
            },
            sentences=self._sentences(evidence),
        )
        return Quoted(details, [self.maker.rows(each) for each in evidence] if self.maker else [])

    def _sentences(self, evidence: Sequence[graph.DocumentEvidence]) -> dict[graph.Place, Sentence]:
        found = {}
        for each in evidence:
            indices = self.wanted.get(each.document.id, ())
            for passage in each.passages if indices else ():
                if passage[1] in indices:
                    found[each.document.id, passage[1]] = Sentence(*passage)
        return found

    def _evidence(self, documents: Sequence[Document]) -> list[graph.DocumentEvidence]:
        ids = [document.id for document in documents]
        known = self.held or self._load(documents[0].id)
        return [known[id_] for id_ in ids] if known.keys() >= set(ids) else self._find(documents)

    def _load(self, first: str) -> Mapping[str, graph.DocumentEvidence]:
        """Return the evidence that is kept with the leaf of which that is the first document."""
        name = self.leaves.get(first, "")
        kept: Mapping[str, graph.DocumentEvidence] = self.found.find_pass.preparation.store.load([name]).get(name, {})
        return kept

    def _find(self, documents: Sequence[Document]) -> list[graph.DocumentEvidence]:
        """Look for the evidence again, and keep it with the leaf where these are its documents."""
        found = self.found.find(documents).documents
        made = {document.id: graph.gather_evidence(found[document.id]) for document in documents}
        name = self.leaves.get(documents[0].id, "")
        if name == f"{EVIDENCE} {self.found.key(documents)}":
            self.found.find_pass.preparation.store.save({name: made})
        return list(made.values())


def join_details(parts: Sequence[Details], forms: Set[str]) -> Details:
    """Return the details of all parts, every name of a term the same object."""
    same = {form: form for form in forms}
    return Details(
        [document for part in parts for document in part.documents],
        {name: tuple(same[form] for form in terms) for part in parts for name, terms in part.terms.items()},
        {place: sentence for part in parts for place, sentence in part.sentences.items()},
    )


def in_order(
    batches: Iterable[tuple[Sequence[Document], Sequence[DocumentRows]]], documents: Sequence[Standing]
) -> Iterator[DocumentRows]:
    """Yield the rows of `documents` in their order, from batches in any order; a batch that is early waits packed."""
    waiting: dict[str, tuple[int, bytes]] = {}
    at = 0
    for batch, rows in batches:
        if batch[0].id != documents[at].id:
            waiting[batch[0].id] = len(batch), pickle.dumps(rows, 5)
            continue
        yield from rows
        at += len(batch)
        while at < len(documents) and documents[at].id in waiting:
            count, early = waiting.pop(documents[at].id)
            yield from pickle.loads(early)  # noqa: S301
            at += count
