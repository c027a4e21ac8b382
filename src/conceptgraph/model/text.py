"""The records of a text on its way to tagged sentences: read -> clean -> sentences -> segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conceptgraph.packed import packed


class Dropped(NamedTuple):
    """Raw characters ``text[start:end]`` that cleaning removed, and why (``space``, ``citation``, ``footnote`` ...)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text as `read` returned it; `text` is the decoded text that every raw offset indexes.

    A row, page or book with a title has the text ``title + "\\n\\n" + text``, so that its title is a sentence as well.
    A form feed ends a page. `asides` are whole lines of which the file itself shows that they are no prose, `headings`
    (offset, level) of those that it makes headings: level 1 is outermost, 0 says that only its look makes it one; None
    where the file cannot show them. Where it shows its paragraphs (`parted`), empty lines part them, and nothing else.
    """

    id: str
    title: str
    path: str
    text: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    source: str | None = None
    keywords: tuple[str, ...] = ()
    encoding: str = ""  # in which the bytes came
    margin: float = 1.0  # of the guess of the encoding (read/decode.py); 1 where nothing was guessed
    lost: int = 0  # sequences of bytes of the file that the encoding does not have, now U+FFFD
    format: str = ""  # what the file was taken for: text, Markdown, PDF, RIS ...
    asides: tuple[Dropped, ...] = ()
    parted: bool = False
    headings: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True)
class Shelved:
    """What stands for a document while it waits in a file; as small as can be, for there may be a million of them."""

    id: str
    path: str
    number: int  # of the document in the file


Standing = Document | Shelved


class Citation(NamedTuple):
    """A citation mark taken out of a block: where in the cleaned text it stood, and the mark as written."""

    position: int
    mark: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or front-matter line of a cleaned document.

    `offsets[i]` is the raw offset of `text[i]`. `kind` is ``title``, ``heading``, ``abstract``, ``body``, ``quote`` or
    ``list``; what is no prose (keywords line, authors, references) is dropped, not a block. `section` holds the
    headings in force, outermost first.
    """

    kind: str
    text: str
    offsets: Sequence[int]
    section: tuple[str, ...] = ()
    page: int | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """A document as blocks of clean prose, with the record of what was removed or folded.

    `document` is the input with title, authors and keywords filled in where the text itself states them.
    `dropped` is sorted and disjoint; `folds` maps a raw offset to the one character that replaces it there.
    """

    document: Document
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    folds: Mapping[int, str]


@packed
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `index` counts the sentences of its document from 0, `paragraph` its blocks from 0.

    ``start``/``end`` are raw offsets: removing the dropped characters from ``document.text[start:end]`` and applying
    the folds gives `text`. `kind` is the kind of its block, `section` the headings in force, outermost first. Where the
    document has traditional characters, `text` is in simplified ones and `written` is as it stands there.
    """

    document: str
    index: int
    text: str
    start: int
    end: int
    kind: str = "body"
    section: tuple[str, ...] = ()
    paragraph: int = 0
    page: int | None = None
    citations: tuple[str, ...] = ()
    written: str = ""


NAMED_DEED = "nd"  # the tag of a verb that its document speaks of as a thing


class TaggedSentence(NamedTuple):
    """A sentence cut into words: word ``words[i]`` has part of speech ``tags[i]`` and starts at ``starts[i]``.

    The parts of speech are the ICTCLAS letters that jieba uses, and `NAMED_DEED`.
    """

    sentence: Sentence
    words: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A cleaned, split and tagged document: what both passes work on."""

    document: Document
    sentences: tuple[TaggedSentence, ...]
