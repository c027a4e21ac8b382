"""Evidence of documents -> rows of evidence.sqlite: what belongs to the graph, its words as the text writes them."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence

from conceptgraph import graph
from conceptgraph.model import Document, Sentence
from conceptgraph.script import as_written
from conceptgraph.store import ClaimRow, DocumentRow, DocumentRows, SentenceRow, storable


class RowMaker:
    """Makes the rows of documents for the concepts and relations that are selected.

    Concepts are numbered as their names are sorted, relations as their edges are.
    """

    def __init__(self, selected: graph.Selection) -> None:
        self.concepts = {name: number for number, name in enumerate(sorted(selected.concepts))}
        self.relations = {link.key: number for number, link in enumerate(selected.links)}

    def rows(self, evidence: graph.DocumentEvidence) -> DocumentRows:
        """Return what the file holds of a document."""
        concepts, places = array("I"), list[int]()
        for name, at in evidence.mentions.items():
            if name in self.concepts:
                concepts.extend([self.concepts[name]] * len(at))
                places += at
        claims = [(self.relations[key], claim) for key, claim in evidence.claims if key in self.relations]
        carrying = set(places).union(*(claim.sentences for _, claim in claims))
        passages = [passage for passage in evidence.passages if passage[1] in carrying]
        positions = {passage[1]: position for position, passage in enumerate(passages)}
        return DocumentRows(
            _document_row(evidence.document),
            list(map(_sentence_row, passages)),
            concepts,
            array("I", map(positions.__getitem__, places)),
            [self._claim_row(relation, claim, positions, passages) for relation, claim in claims],
        )

    def _claim_row(
        self, relation: int, claim: graph.Claim, positions: Mapping[int, int], passages: Sequence[graph.Passage]
    ) -> ClaimRow:
        quoted = [passages[positions[index]] for index in claim.sentences]
        cue, speaker = claim.cue, claim.speaker
        if any(written for *_, written in quoted):
            cue, speaker = self._words_as_written(claim, [Sentence(*passage) for passage in quoted])
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

    def _words_as_written(self, claim: graph.Claim, quoted: Sequence[Sentence]) -> tuple[str, str]:
        """Return cue and speaker as traditional characters write them; who is a concept is spelled later."""
        place, start, end = claim.cue_span
        cue = quoted[place].written[start:end] or claim.cue
        texts = [(sentence.text, sentence.written) for sentence in quoted]
        parts = claim.speaker.split("、")
        return cue, "、".join(part if part in self.concepts else as_written(part, texts) for part in parts)


def _sentence_row(passage: graph.Passage) -> SentenceRow:
    _, index, text, start, end, kind, section, paragraph, page, _, written = passage
    heading = storable(" / ".join(section)) if section else ""
    return index, kind, heading, paragraph, page, start, end, storable(written or text)


def _document_row(document: Document) -> DocumentRow:
    """Return what the file says of a document itself."""
    source = document.source and storable(document.source)
    authors, keywords = (
        storable(json.dumps(each, ensure_ascii=False)) for each in (document.authors, document.keywords)
    )
    title, path = storable(document.title), storable(document.path)
    return storable(document.id), title, path, authors, document.year, source, keywords


def _span(span: tuple[int, ...]) -> str:
    """Return a span as graph.json writes it.

    >>> _span((0, 3, 5)), _span((1, 3, 5))
    ('[3,5]', '[1,3,5]')
    """
    place, start, end = span
    return f"[{place},{start},{end}]" if place else f"[{start},{end}]"
