"""How claims and chains are printed: the step, who says it, and the sentence with its ends and cue marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from conceptgraph.messages import text

if TYPE_CHECKING:
    from conceptgraph.model import ConceptGraph, Edge, Evidence, GraphSentence, Span


class Quoter:
    """Prints parts of one graph in one language; on a terminal the ends of a claim are bold, its cue underlined."""

    def __init__(self, graph: ConceptGraph, language: str) -> None:
        self.language = language
        self.sentences = {sentence.id: sentence for sentence in graph.sentences}
        self.documents = {document.id: document for document in graph.documents}
        self.has_rest = graph.full_evidence is not None
        self.several = len(graph.documents) > 1

    def step(self, source: str, relation: str, target: str, directed: bool = True) -> str:
        """Return ``A —导致→ B``, without an arrow where the relation has no direction."""
        return f"{source} —{self.word('type', relation)}{'→' if directed else '—'} {target}"

    def word(self, group: str, name: str) -> str:
        """Return the word of the language for a relation type, a modality or a kind."""
        return text(f"{group}_{name}", self.language)

    def claim(self, evidence: Evidence) -> Iterator[str]:
        """Yield the lines of one piece of evidence: its sentences, then who says it and how."""
        for place, number in enumerate(evidence.sentences):
            yield "    " + self._marked(self.sentences[number].text, evidence, place)
        yield "    " + self.source(self.sentences[evidence.sentences[0]], self._manner(evidence))

    def sentence(self, number: int) -> Iterator[str]:
        """Yield the lines of a sentence and where it stands."""
        yield "    " + self.sentences[number].text
        yield "    " + self.source(self.sentences[number], ())

    def title(self, document: str) -> str:
        """Return the title of a document, its id where it has none."""
        known = self.documents.get(document)
        return known.title if known and known.title else document

    def carrier(self, carrier: tuple[str, int]) -> str:
        """Return a document with its year, and how often it mentions a concept."""
        document, count = carrier
        year = self.documents[document].year if document in self.documents else None
        key = "report_carrier" if year is None else "report_carrier_dated"
        return text(key, self.language, title=self.title(document), year=year, count=count)

    def source(self, sentence: GraphSentence, remarks: Sequence[str]) -> str:
        """Return the line under a quote: document (where there are several), section, page, remarks."""
        title = self.title(sentence.document) if self.several else ""
        page = text("quote_page", self.language, page=sentence.page) if sentence.page is not None else ""
        parts = [part for part in (title, sentence.section, page, *remarks) if part]
        return "— " + " · ".join(parts or [text("quote_sentence", self.language, number=sentence.id)])

    def _manner(self, evidence: Evidence) -> list[str]:
        """Return what is said of a claim: speaker, modality, negation, cue, confidence."""
        remarks = []
        if evidence.speaker:
            remarks.append(text("quote_speaker", self.language, speaker=evidence.speaker))
        if evidence.modality != "asserted":
            remarks.append(self.word("modality", evidence.modality))
        if evidence.negated:
            remarks.append(text("quote_negated", self.language))
        remarks.append(text("quote_cue", self.language, cue=evidence.cue, rule=evidence.rule))
        remarks.append(text("quote_confidence", self.language, confidence=f"{evidence.confidence:.2f}"))
        return remarks

    @staticmethod
    def _marked(sentence: str, evidence: Evidence, place: int) -> str:
        """Return a sentence of the evidence with the spans that lie in it marked for a terminal."""
        looks: dict[int, dict[str, bool]] = {}

        def mark(span: Span | None, **look: bool) -> None:
            if span is not None and span.sentence == place:
                for position in range(span.start, span.end):
                    looks.setdefault(position, {}).update(look)

        mark(evidence.cue_span, underline=True)
        mark(evidence.source_span, bold=True)
        mark(evidence.target_span, bold=True)
        return "".join(click.style(sign, **looks[at]) if at in looks else sign for at, sign in enumerate(sentence))


def explicit(edge: Edge) -> bool:
    """Tell whether an edge is a relation that the text states, not a co-occurrence."""
    return edge.relation != "cooccurrence"
