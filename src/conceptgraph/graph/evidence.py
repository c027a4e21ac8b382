"""All that a document gives the graph as evidence: its sentences, mentions and claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from typing import NamedTuple

from conceptgraph.graph.collect import all_mentions
from conceptgraph.graph.condense import Claim, claim_of
from conceptgraph.graph.records import DocumentFindings, Key
from conceptgraph.model import Document, Sentence

# The values of a Sentence, in its order: a plain tuple is stored and read faster, and they are many.
Passage = tuple[str, int, str, int, int, str, tuple[str, ...], int, int | None, tuple[str, ...], str]

_passage = attrgetter(*(each.name for each in fields(Sentence)))


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
