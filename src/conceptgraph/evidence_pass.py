"""The pass that fetches all evidence of the graph of a large corpus: documents -> rows of evidence.sqlite."""

from __future__ import annotations

import json
import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from conceptgraph import graph
from conceptgraph.corpus_passes import EVIDENCE, FoundLeaves
from conceptgraph.model import Document
from conceptgraph.script import as_written
from conceptgraph.store import ClaimRow, DocumentRow, DocumentRows, SentenceRow, is_storable, storable
from conceptgraph.sums import Node


class EvidencePass:
    """Documents -> the pickled rows of each: what belongs to the concepts and relations that are selected.

    Concepts are numbered as their names are sorted, relations as their edges are. What was found is kept with the
    leaves of pass 2; where that is lost, or documents come in other batches, it is looked for again.
    """

    def __init__(self, found: FoundLeaves, leaves: Iterable[Node], selected: graph.Selection) -> None:
        self.found = found
        self.concepts = {name: number for number, name in enumerate(sorted(selected.concepts))}
        self.relations = {link.key: number for number, link in enumerate(selected.links)}
        self.leaves = {leaf.first: leaf.name(EVIDENCE) for leaf in leaves}

    def __call__(self, documents: Sequence[Document]) -> bytes:
        """Return the rows of a batch."""
        rows = [_rows_of(each, self.concepts, self.relations) for each in self._evidence(documents)]
        return pickle.dumps(rows, 5)

    def _evidence(self, documents: Sequence[Document]) -> list[graph.DocumentEvidence]:
        store, name = self.found.find.preparation.store, self.leaves.get(documents[0].id, "")
        kept: list[graph.DocumentEvidence] | None = store.load([name]).get(name)
        ids = [document.id for document in documents]
        if kept is not None and [each.document.id for each in kept] == ids:
            return kept
        found = self.found.find(documents).documents
        made = [graph.gather_evidence(found[name]) for name in ids]
        if name == f"{EVIDENCE} {self.found.key(documents)}":
            store.save({name: made})
        return made


def in_order(
    batches: Iterable[tuple[Sequence[Document], bytes]], documents: Sequence[Document]
) -> Iterator[DocumentRows]:
    """Yield the rows of `documents` in their order, from batches in any order; a batch that is early waits as bytes."""
    waiting: dict[str, tuple[int, bytes]] = {}
    at = 0
    for batch, rows in batches:
        waiting[batch[0].id] = len(batch), rows
        while at < len(documents) and documents[at].id in waiting:
            count, rows = waiting.pop(documents[at].id)
            at += count
            yield from pickle.loads(rows)  # noqa: S301


def _rows_of(
    evidence: graph.DocumentEvidence, concepts: Mapping[str, int], relations: Mapping[graph.Key, int]
) -> DocumentRows:
    """Return what the file holds of a document: what belongs to the graph."""
    numbers, places = array("I"), list[int]()
    for name, at in evidence.mentions.items():
        if name in concepts:
            numbers.extend([concepts[name]] * len(at))
            places += at
    claims = [(relations[key], claim) for key, claim in evidence.claims if key in relations]
    carrying = set(places).union(*(claim.sentences for _, claim in claims))
    passages = [each for each in evidence.passages if each[0] in carrying]
    positions = {each[0]: position for position, each in enumerate(passages)}
    return DocumentRows(
        _document_row(evidence.document),
        _storable_rows(passages),
        numbers,
        array("I", map(positions.__getitem__, places)),
        [_claim_row(relation, claim, positions, evidence, concepts) for relation, claim in claims],
    )


def _storable_rows(passages: list[graph.Passage]) -> list[SentenceRow]:
    """Return the rows of passages; as a rule they are those."""
    if is_storable("".join([each[2] + each[7] for each in passages])):
        return passages
    return [
        (index, kind, storable(section), paragraph, page, start, end, storable(text))
        for index, kind, section, paragraph, page, start, end, text in passages
    ]


def _document_row(document: Document) -> DocumentRow:
    """Return what the file says of a document itself."""
    source = document.source and storable(document.source)
    authors, keywords = (
        storable(json.dumps(each, ensure_ascii=False)) for each in (document.authors, document.keywords)
    )
    title, path = storable(document.title), storable(document.path)
    return storable(document.id), title, path, authors, document.year, source, keywords


def _claim_row(
    relation: int,
    claim: graph.Claim,
    positions: Mapping[int, int],
    evidence: graph.DocumentEvidence,
    concepts: Mapping[str, int],
) -> ClaimRow:
    """Return a claim, its words as the text writes them."""
    cue, speaker = claim.cue, claim.speaker
    if evidence.simplified:
        cue, speaker = _words_as_written(claim, evidence, concepts)
    return ClaimRow(
        relation=relation,
        sentences=tuple(positions[index] for index in claim.sentences),
        source_span=_span(claim.source_span),
        target_span=_span(claim.target_span),
        cue_span=_span(claim.cue_span),
        cue=storable(cue),
        rule=claim.rule,
        speaker=storable(speaker),
        modality=claim.modality,
        negated=claim.negated,
        confidence=-claim.doubt,
    )


def _words_as_written(
    claim: graph.Claim, evidence: graph.DocumentEvidence, concepts: Mapping[str, int]
) -> tuple[str, str]:
    """Return cue and speaker of a claim as traditional characters write them; who is a concept is spelled later."""
    texts = {index: text for index, *_, text in evidence.passages if index in claim.sentences}
    quoted = [(evidence.simplified.get(index, texts[index]), texts[index]) for index in claim.sentences]
    place, start, end = claim.cue_span
    parts = claim.speaker.split("、")
    speaker = "、".join(part if part in concepts else as_written(part, quoted) for part in parts)
    return quoted[place][1][start:end], speaker


def _span(span: tuple[int, ...]) -> str:
    """Return a span as graph.json writes it.

    >>> _span((0, 3, 5)), _span((1, 3, 5))
    ('[3,5]', '[1,3,5]')
    """
    place, start, end = span
    return f"[{place},{start},{end}]" if place else f"[{start},{end}]"
