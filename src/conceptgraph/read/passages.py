"""Passages of which the file itself says what they are -> the text of a document, with headings and asides marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Document, Dropped
from conceptgraph.read.decode import Decoded
from conceptgraph.read.records import Records, has_chinese

BLANKS = re.compile(r"[\s\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
LINE_SPACE = re.compile(r"[ \t\r\n\x0b\x0c\x1c-\x1f\x85\xa0\u2028\u2029]+")
MARKS_AT_END = re.compile(r"(?:\s*(?:\[[^\]\s]{1,8}\]\d*|[①-⑳¹²³⁰⁴-⁹]+))+\Z")
ENDED = re.compile(r"[。！？!?…；;：:.．”’」』）)】》〉\"']\Z")
OPEN = re.compile(r"[，、,－—\-“‘「『（(《〈]\Z")
SENTENCE_END = re.compile(r"[。！？][”’」』）)】]*\Z")
LONG_CELL = 40  # characters from which the text of a cell is prose
LONG_LINE = 30  # columns from which a line can be a wrapped one
END = 80  # characters at the end of a line that tell whether a sentence ends there
FULL_LINE = 0.8  # share of the usual width of long lines
FEWEST_LINES = 5  # long ones, to tell that a text is wrapped
TITLE_WITHIN = 8  # passages at the start among which the title may stand
RAISED = str.maketrans("0123456789-–,", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻,")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, row of a table or note, without line ends inside.

    `level` is that of `Document.headings`, None for no heading; `aside` why it is no prose. `soft`: a line break inside
    a paragraph parts it from the passage before. `indent`: its first line is indented. An empty one is an empty line.
    """

    text: str
    level: int | None = None
    aside: str = ""
    soft: bool = False
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself apart from its text."""

    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    source: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from: the path to name, what the file was taken for, and how its bytes were decoded."""

    path: str
    format: str
    decoded: Decoded


@dataclass(slots=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    asides: list[Dropped] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def mark(self, passage: Passage) -> None:
        """Note what the passage that is now written down is."""
        if passage.aside:
            self.asides.append(Dropped(self.length, self.length + len(passage.text), passage.aside))
        elif passage.level is not None:
            self.headings.append((self.length, passage.level))


def tidy(text: str) -> str:
    """Return `text` as one line: blanks and line ends as one space each, wide blanks as they are, none around it.

    >>> tidy("  异化\\n  Marx　")
    '异化 Marx'
    """
    return LINE_SPACE.sub(" ", text).strip()


def raise_marks(text: str) -> str:
    """Return a raised (superscript) text as characters: numbers become raised ones, as note marks and powers are.

    >>> raise_marks("12"), raise_marks("[3]")
    ('¹²', '[3]')
    """
    return text.translate(RAISED) if re.fullmatch(r"\s*\d+(?:\s*[-–,]\s*\d+)*\s*", text) else text


def is_prose(text: str) -> bool:
    """Tell whether the text of a cell is prose: long, or the end of a sentence.

    >>> is_prose("子曰：「有朋自远方来，不亦乐乎？」"), is_prose("无偿劳动")
    (True, False)
    """
    return len(text) >= LONG_CELL or SENTENCE_END.search(text.rstrip()[-END:]) is not None


def bare(text: str) -> str:
    """Return `text` for comparing: without blanks, in one width and case."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def make_records(passages: Iterable[Passage], facts: Facts, origin: Origin, config: ReadConfig) -> Records:
    """Return the one document that `passages` make. Raises InputError where there is no Chinese in it."""
    document = make_document(passages, facts, origin, config)
    if not has_chinese(document.text):
        raise InputError("input_not_chinese", path=origin.path)
    return Records((document,))


def make_document(passages: Iterable[Passage], facts: Facts, origin: Origin, config: ReadConfig) -> Document:
    """Return the document that `passages` make, its title first where one is known; its id is empty.

    An empty line parts paragraphs, unless the paragraphs of the file prove to be the lines of a wrapped text: then each
    is a line, and cleaning finds the paragraphs, as in a plain text.
    """
    kept = _without_title(list(passages), facts.title)
    wrapped = _is_wrapped(kept, config)
    writer = _Writer()
    if facts.title:
        writer.add(facts.title)
    previous: Passage | None = None
    for passage in kept:
        if not passage.text:
            previous = passage if wrapped else previous
            continue
        if writer.length:
            writer.add(_gap(previous, passage, wrapped))
        if wrapped and passage.indent:
            writer.add("　　")
        writer.mark(passage)
        writer.add(passage.text)
        previous = passage
    return Document(
        id="",
        title=facts.title,
        path=origin.path,
        text="".join(writer.parts).encode("utf-8", "replace").decode("utf-8"),
        authors=facts.authors,
        year=facts.year,
        source=facts.source,
        keywords=facts.keywords,
        encoding=origin.decoded.encoding,
        margin=origin.decoded.margin,
        lost=origin.decoded.lost,
        format=origin.format,
        asides=tuple(writer.asides),
        parted=not wrapped,
        headings=tuple(writer.headings),
    )


def _gap(previous: Passage | None, passage: Passage, wrapped: bool) -> str:
    """Return the line ends between two passages."""
    if previous is None:
        return "\n\n"
    if wrapped:
        return "\n" if previous.text else "\n\n"
    plain = passage.soft and previous.level is None and passage.level is None and previous.aside == passage.aside
    return "\n" if plain and OPEN.search(previous.text) else "\n\n"


def _without_title(passages: list[Passage], title: str) -> list[Passage]:
    """Return the passages without the lines near their start that are the title itself."""
    if not title:
        return passages
    head = [passage for passage in passages[:TITLE_WITHIN] if bare(passage.text) != bare(title)]
    return head + passages[TITLE_WITHIN:]


def _is_wrapped(passages: Sequence[Passage], config: ReadConfig) -> bool:
    """Tell whether the passages are lines of a wrapped text: many long ones end inside a sentence, at full width."""
    lines = [passage.text for passage in passages if passage.level is None and not passage.aside]
    widths = [(2 * len(line) - len(line.encode("ascii", "ignore")), line) for line in lines]
    long = sorted(entry for entry in widths if entry[0] >= LONG_LINE)
    if len(long) < FEWEST_LINES:
        return False
    usual = long[len(long) * 9 // 10][0]
    broken = sum(
        width >= FULL_LINE * usual and not ENDED.search(MARKS_AT_END.sub("", line[-END:].rstrip()))
        for width, line in long
    )
    return broken > config.lines_share * len(long)
