"""All that a document gives the graph as evidence: its mentions and claims, with the sentences that carry them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from conceptgraph.graph.collect import all_mentions
from conceptgraph.graph.condense import Claim, claim_of
from conceptgraph.graph.records import DocumentFindings, Key
from conceptgraph.model import Document, Sentence

# index, kind, section, paragraph, page, start, end, text as it is written; a plain tuple: they are many
Passage = tuple[int, str, str, int, int | None, int, int, str]


class DocumentEvidence(NamedTuple):
    """The evidence of one document; mentions are indices of sentences by concept, repeats too, claims in text order.

    `simplified` has the text for analysis, by index, of passages that are written in traditional characters.
    """

    document: Document
    passages: tuple[Passage, ...]
    simplified: Mapping[int, str]
    mentions: Mapping[str, tuple[int, ...]]
    claims: tuple[tuple[Key, Claim], ...]


def gather_evidence(findings: DocumentFindings) -> DocumentEvidence:
    """Return the evidence of a document, with those of its sentences only that carry some."""
    mentions = all_mentions(findings)
    claims = tuple(claim_of(relation) for relation in findings.relations if relation.source != relation.target)
    carrying = {index for at in mentions.values() for index in at}
    carrying.update(index for _, claim in claims for index in claim.sentences)
    sentences = [each for each in findings.sentences if each.index in carrying]
    passages = tuple(map(_passage, sentences))
    simplified = {each.index: each.text for each in sentences if each.written}
    return DocumentEvidence(findings.document, passages, simplified, mentions, claims)


def _passage(one: Sentence) -> Passage:
    text = one.written or one.text
    return one.index, one.kind, " / ".join(one.section), one.paragraph, one.page, one.start, one.end, text
