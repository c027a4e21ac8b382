"""In how many documents, and in which years first and last, concepts and relations stand.

As it was counted; of a graph of one document, where nothing is, as the sentences tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from conceptgraph.model import Concept, ConceptGraph, Edge

Span = tuple[int, int] | None  # the first and the last year; None where no document has one


class YearsOf:
    """The years of what stands in a graph."""

    def __init__(self, graph: ConceptGraph) -> None:
        self.sentences = graph.sentences
        self.year = {document.id: document.year for document in graph.documents}

    def concept(self, concept: Concept) -> Span:
        """Return the first and the last year of a concept."""
        if concept.years:
            return concept.years[0][0], concept.years[-1][0]
        return self._among(self._documents(concept.sentences))

    def relation(self, edge: Edge) -> tuple[int, Span]:
        """Return in how many documents a relation is claimed, and its first and last year."""
        counted = edge.measures
        if "first_year" in counted:
            return int(counted["documents"]), (int(counted["first_year"]), int(counted["last_year"]))
        documents = self._documents(number for each in edge.evidence for number in each.sentences)
        return int(counted.get("documents", len(documents))), self._among(documents)

    def _documents(self, sentences: Iterable[int]) -> set[str]:
        return {self.sentences[number].document for number in sentences}

    def _among(self, documents: Iterable[str]) -> Span:
        years = [year for document in documents if (year := self.year.get(document)) is not None]
        return (min(years), max(years)) if years else None
