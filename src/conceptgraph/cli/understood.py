"""What was understood of a document before any concept is looked for: for the user to check."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from conceptgraph.characters import script_of
from conceptgraph.clean import clean
from conceptgraph.config import Config
from conceptgraph.model import Document, Dropped, Sentence
from conceptgraph.script import simplify_document, write_back
from conceptgraph.sentences import split_sentences

QUIET_REASONS = frozenset({"space"})  # blanks between lines and inside words: counted, no examples
EXAMPLES = 3


class Section(NamedTuple):
    """A heading, how deep it stands (0 is outermost), and the sentences under it."""

    title: str
    depth: int
    sentences: int


class Left(NamedTuple):
    """What was left out for one reason: in how many places, how many characters, and how some of it begins."""

    reason: str
    places: int
    characters: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A document as the stages after cleaning see it; `counts` are sentences by kind, `sample` the first of prose."""

    document: Document
    script: str
    sections: tuple[Section, ...]
    counts: Mapping[str, int]
    paragraphs: int
    characters: int
    citations: tuple[str, ...]
    left: tuple[Left, ...]
    sample: tuple[Sentence, ...]


def understand(document: Document, config: Config, sample: int) -> Understood:
    """Return what cleaning and cutting make of `document`, with its first `sample` sentences of prose."""
    cleaned = clean(simplify_document(document), config.clean)
    shown, cut = write_back(document, cleaned, split_sentences(cleaned, config.clean.sentence_length))
    sentences = [replace(sentence, text=sentence.written or sentence.text) for sentence in cut]
    prose = [sentence for sentence in sentences if sentence.kind not in ("title", "heading")]
    return Understood(
        document=shown,
        script=script_of(document.text),
        sections=_outline(sentences),
        counts=Counter(sentence.kind for sentence in sentences),
        paragraphs=len(cleaned.blocks),
        characters=sum(len(sentence.text) for sentence in sentences),
        citations=tuple(mark for sentence in sentences for mark in sentence.citations),
        left=_left_out(shown.text, cleaned.dropped),
        sample=tuple(prose[:sample]),
    )


def _outline(sentences: Sequence[Sentence]) -> tuple[Section, ...]:
    """Return the headings in order, with the number of sentences that stand right under each."""
    found: list[Section] = []
    for sentence in sentences:
        if sentence.kind == "heading":
            found.append(Section(sentence.text, max(len(sentence.section) - 1, 0), 0))
        elif found and sentence.kind != "title":
            found[-1] = found[-1]._replace(sentences=found[-1].sentences + 1)
    return tuple(found)


def _left_out(text: str, dropped: Sequence[Dropped]) -> tuple[Left, ...]:
    """Return what was left out, by reason, most characters first."""
    pieces: dict[str, list[str]] = defaultdict(list)
    for piece in dropped:
        pieces[piece.reason].append(text[piece.start : piece.end])
    found = (
        Left(
            reason,
            len(texts),
            sum(map(len, texts)),
            () if reason in QUIET_REASONS else tuple(" ".join(each.split()) for each in texts[:EXAMPLES]),
        )
        for reason, texts in pieces.items()
    )
    return tuple(sorted(found, key=lambda left: (-left.characters, left.reason)))
