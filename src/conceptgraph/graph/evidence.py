"""All that a document gives the graph as evidence: its sentences, mentions and claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from typing import NamedTuple

from conceptgraph.graph.collect import all_mentions, turned
from conceptgraph.graph.records import DocumentFindings, Key
from conceptgraph.model import UNDIRECTED, Document, Relation, Sentence, Span

# The values of a Sentence, in its order: a plain tuple is stored and read faster, and they are many.
Passage = tuple[str, int, str, int, int, str, tuple[str, ...], int, int | None, tuple[str, ...], str]

_passage = attrgetter(*(each.name for each in fields(Sentence)))


class Claim(NamedTuple):
    """A relation of a document without its ends and type. The order of claims is that in which they are shown: the
    author's own and the surest first, then as they stand in the corpus.
    """

    negated: bool
    others: bool  # somebody else's than the author's
    doubt: float
    document: str
    sentences: tuple[int, ...]
    cue_span: tuple[int, ...]  # spans as plain tuples, which are stored and read faster
    source_span: tuple[int, ...]
    target_span: tuple[int, ...]
    rule: str
    cue: str
    speaker: str  # "" is the author
    modality: str

    def relation(self, key: Key) -> Relation:
        """Return the relation."""
        return Relation(
            *key,
            document=self.document,
            sentences=self.sentences,
            source_span=Span(*self.source_span),
            target_span=Span(*self.target_span),
            cue_span=Span(*self.cue_span),
            cue=self.cue,
            rule=self.rule,
            speaker=self.speaker or None,
            modality=self.modality,
            negated=self.negated,
            confidence=-self.doubt,
        )


class DocumentEvidence(NamedTuple):
    """The evidence of one document; mentions are indices of sentences by concept, repeats too, claims in text order."""

    document: Document
    passages: tuple[Passage, ...]
    mentions: Mapping[str, tuple[int, ...]]
    claims: tuple[tuple[Key, Claim], ...]


def gather_evidence(findings: DocumentFindings) -> DocumentEvidence:
    """Return the evidence of a document, with all its sentences: a window of a pair may begin where nothing stands."""
    claims = tuple(claim_of(relation) for relation in findings.relations if relation.source != relation.target)
    passages = tuple(map(_passage, findings.sentences))
    return DocumentEvidence(findings.document, passages, all_mentions(findings), claims)


def claim_of(relation: Relation) -> tuple[Key, Claim]:
    """Return a relation as the key of its edge and its claim."""
    if relation.relation in UNDIRECTED and relation.target < relation.source:
        relation = turned(relation)
    claim = Claim(
        negated=relation.negated,
        others=relation.modality != "asserted",
        doubt=-relation.confidence,
        document=relation.document,
        sentences=relation.sentences,
        cue_span=tuple(relation.cue_span),
        source_span=tuple(relation.source_span),
        target_span=tuple(relation.target_span),
        rule=relation.rule,
        cue=relation.cue,
        speaker=relation.speaker or "",
        modality=relation.modality,
    )
    return (relation.source, relation.target, relation.relation), claim
