"""Simplified and traditional characters: texts are analysed in simplified ones and shown as they are written.

Segmenter, rules and word lists are simplified. So a text with traditional characters is analysed in a copy that has a
simplified character in the place of each: all offsets stay right, and concepts of both scripts are one. The last step
spells the names of the finished graph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from conceptgraph.characters import simplify, traditionalize
from conceptgraph.model import (
    CleanDocument,
    Concept,
    ConceptGraph,
    Document,
    Edge,
    Evidence,
    GraphChain,
    GraphDocument,
    Sentence,
    Span,
)

QUOTES = str.maketrans("「」『』", "“”‘’")
NAME_STOP = re.compile("(?<=[\u4e00-\u9fff])．(?=[\u4e00-\u9fff])")  # 約翰．杜威
CHINESE = re.compile("[\u3400-\u9fff]+")
BLANKS = re.compile(r"\s")


def simplify_document(document: Document) -> Document:
    """Return the copy of a document for analysis; the document itself where nothing in it is traditional.

    >>> simplify_document(Document("a", "", "a.txt", "「勞動」創造價值。")).text
    '“劳动”创造价值。'
    """
    text = simplify(document.text)
    if text == document.text:
        return document
    text = NAME_STOP.sub("·", text.translate(QUOTES))
    return replace(document, text=text, title=simplify(document.title).translate(QUOTES))


def write_back(
    document: Document, cleaned: CleanDocument, sentences: tuple[Sentence, ...]
) -> tuple[Document, tuple[Sentence, ...]]:
    """Return the document as `document` writes it, with what cleaning found in it, and the sentences with `written`.

    `cleaned` and `sentences` are those of the copy for analysis; where that is the document itself, they are returned.
    """
    if cleaned.document.text is document.text:
        return cleaned.document, sentences
    gone = bytearray(len(document.text))
    for start, end, _ in cleaned.dropped:
        gone[start:end] = b"\x01" * (end - start)
    found = [_write_sentence(sentence, document.text, cleaned, gone) for sentence in sentences]
    headings = {sentence.text: sentence.written for sentence in found if sentence.kind == "heading"}
    spell = _Compact(cleaned.document.text, document.text).spell
    plain = cleaned.document
    shown = replace(
        plain,
        text=document.text,
        title=document.title or spell(plain.title),
        authors=document.authors or tuple(map(spell, plain.authors)),
        keywords=document.keywords or tuple(map(spell, plain.keywords)),
    )
    return shown, tuple(
        replace(sentence, section=tuple(headings.get(name, name) for name in sentence.section)) for sentence in found
    )


def _write_sentence(sentence: Sentence, text: str, cleaned: CleanDocument, gone: bytearray) -> Sentence:
    """Return the sentence with its text and its citations as `text` writes them."""
    kept = [at for at in range(sentence.start, sentence.end) if not gone[at]]
    written = "".join(cleaned.folds.get(at, text[at]) for at in kept)
    spell = _Compact(cleaned.document.text[sentence.start : sentence.end], text[sentence.start : sentence.end]).spell
    marks = tuple(CHINESE.sub(lambda match: spell(match[0]), mark) for mark in sentence.citations)
    return replace(sentence, written=written, citations=marks)


class _Compact:
    """Two spellings of a text, without blanks, to find in the one how the other spells something."""

    def __init__(self, plain: str, written: str) -> None:
        pairs = [(a, b) for a, b in zip(plain, written, strict=True) if not a.isspace()]
        self.plain = "".join(a for a, _ in pairs)
        self.written = "".join(b for _, b in pairs)

    def spell(self, name: str) -> str:
        """Return `name` as the text writes it, with its own blanks; `name` itself where the text does not have it."""
        bare = BLANKS.sub("", name)
        at = self.plain.find(bare)
        if at < 0 or not bare:
            return name
        signs = iter(self.written[at : at + len(bare)])
        return "".join(sign if sign.isspace() else next(signs) for sign in name)


def as_written(words: str, sentences: Iterable[tuple[str, str]]) -> str:
    """Return words as the first sentence that has them writes them; sentences are pairs of the text for analysis and
    of the text as written, empty where they are the same.

    >>> as_written("劳动", [("资本", ""), ("劳动价值", "勞動價值")]), as_written("劳动", [("劳动价值", "")])
    ('勞動', '劳动')
    """
    for plain, written in sentences:
        at = plain.find(words)
        if at >= 0 and written:
            return written[at : at + len(words)]
    return words


def spell_graph(graph: ConceptGraph, written: Sequence[str], chosen: Mapping[str, str], script: str) -> ConceptGraph:
    """Return the graph with its sentences as `written` (empty where they are so already) and names in `script`.

    ``keep`` spells a name as most of the sentences that have it, ``hans`` in simplified characters, ``hant`` in
    traditional ones: as the texts write it, or converted where no text does. `chosen` holds how the user
    writes names, by their simplified spelling.
    """
    if not any(written) and not chosen and script != "hant":
        return graph
    return _Speller(graph, written, chosen, script).graph()


class _Speller:
    """Spells the names of one graph."""

    def __init__(self, graph: ConceptGraph, written: Sequence[str], chosen: Mapping[str, str], script: str) -> None:
        self.plain, self.written, self.chosen, self.script = graph, written, chosen, script
        self.spellings = {
            form: self._find(form, concept) for concept in graph.concepts for form in (concept.name, *concept.aliases)
        }
        self.names: dict[str, str] = {}
        taken: set[str] = set()
        for concept in graph.concepts:
            name = chosen.get(concept.name, "") or self._choose(concept.name)
            self.names[concept.name] = concept.name if name in taken else name
            taken.add(self.names[concept.name])

    def _find(self, form: str, concept: Concept) -> Counter[str]:
        """Return how often the sentences of a concept spell a form of it in each way."""
        found = Counter[str]()
        for number in concept.sentences:
            at = self.plain.sentences[number].text.find(form)
            if at >= 0:
                found[self.written[number][at : at + len(form)] or form] += 1
        return found

    def _choose(self, form: str) -> str:
        """Return the spelling of a form in the script wanted."""
        spellings = self.spellings[form]
        if not spellings and form in self.chosen:
            return self.chosen[form]
        if self.script == "hant":
            traditional = [spelling for spelling in spellings if spelling != form]
            return _most(spellings, traditional) if traditional else traditionalize(form)
        return _most(spellings, spellings) if spellings and self.script == "keep" else form

    def graph(self) -> ConceptGraph:
        """Return the graph in its new spelling."""
        plain = self.plain
        sentences = zip(plain.sentences, self.written, strict=True)
        return replace(
            plain,
            documents=tuple(map(self._document, plain.documents)),
            sentences=tuple(replace(each, text=written) if written else each for each, written in sentences),
            concepts=tuple(map(self._concept, plain.concepts)),
            edges=tuple(map(self._edge, plain.edges)),
            chains=tuple(map(self._chain, plain.chains)),
            variants=tuple((self._name(first), self._name(second)) for first, second in plain.variants),
        )

    def _name(self, name: str) -> str:
        return self.names.get(name, name)

    def _document(self, document: GraphDocument) -> GraphDocument:
        return replace(document, concepts=tuple(map(self._name, document.concepts)))

    def _concept(self, concept: Concept) -> Concept:
        """Return the concept with its name, its other names, and the other spellings in the texts as aliases."""
        name = self.names[concept.name]
        aliases = [*map(self._choose, concept.aliases)]
        aliases += [spelling for form in (concept.name, *concept.aliases) for spelling in sorted(self.spellings[form])]
        return replace(concept, name=name, aliases=tuple(each for each in dict.fromkeys(aliases) if each != name))

    def _edge(self, edge: Edge) -> Edge:
        evidence = tuple(map(self._evidence, edge.evidence))
        speakers = {each.speaker for each in evidence}
        source, target = self._name(edge.source), self._name(edge.target)
        said = tuple(sorted(speakers, key=lambda name: (name is not None, name or "")))
        if (source, target, said, evidence) == (edge.source, edge.target, edge.speakers, edge.evidence):
            return edge
        return replace(edge, source=source, target=target, evidence=evidence, speakers=said)

    def _evidence(self, evidence: Evidence) -> Evidence:
        speaker = evidence.speaker and "、".join(
            self.names.get(part) or self._said(part, evidence) for part in evidence.speaker.split("、")
        )
        cue = self._cut(evidence.cue_span, evidence) or evidence.cue
        same = cue == evidence.cue and speaker == evidence.speaker
        return evidence if same else replace(evidence, cue=cue, speaker=speaker)

    def _cut(self, span: Span | None, evidence: Evidence) -> str:
        """Return what stands written at a span, empty where the sentence is simplified."""
        return self.written[evidence.sentences[span.sentence]][span.start : span.end] if span else ""

    def _said(self, words: str, evidence: Evidence) -> str:
        """Return words of the evidence as they are written there."""
        return as_written(words, [(self.plain.sentences[at].text, self.written[at]) for at in evidence.sentences])

    def _chain(self, chain: GraphChain) -> GraphChain:
        return replace(
            chain,
            concepts=tuple(map(self._name, chain.concepts)),
            speakers=tuple(sorted(map(self._name, chain.speakers))),
        )


def _most(counts: Counter[str], spellings: Iterable[str]) -> str:
    """Return the most frequent of the spellings; of equal ones the first by code points."""
    return min(spellings, key=lambda spelling: (-counts[spelling], spelling))
