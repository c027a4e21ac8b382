"""Pages -> the text of the document, in reading order, with what is no prose marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from conceptgraph.model import Dropped
from conceptgraph.read.pdf.columns import Gutter, find_gutter, reading_order
from conceptgraph.read.pdf.furniture import Footnotes, captions, ornaments, running_heads, tables
from conceptgraph.read.pdf.page import Char, Page, Row, Run, usual_size
from conceptgraph.read.pdf.paragraphs import Frame, begins_paragraph, frames_of
from conceptgraph.read.pdf.rows import make_rows, make_runs, row_text

PAGE_END = "\f"
SCANNED = 0.5  # share of a page that a picture covers: its text layer was recognised
GUESSED = 0.2  # by which share the size of recognised characters may be wrong


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page in reading order: the lines of its columns, and its running heads above and below them, with reasons."""

    above: dict[Row, str]
    columns: list[list[Row]]
    below: dict[Row, str]


@dataclass(slots=True)
class _Writer:
    """The text so far, the spans of it that are no prose, and its last line of prose, the page it is on."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    asides: list[Dropped] = field(default_factory=list)
    last: tuple[Row, Frame] | None = None
    page: int = 1

    def add_aside(self, row: Row, reason: str) -> None:
        text = row_text(row)
        self.asides.append(Dropped(self.length, self.length + len(text), reason))
        self._add(text + "\n")

    def add_prose(self, row: Row, frame: Frame) -> None:
        if self.last and begins_paragraph(row, frame, *self.last):
            self._add("\n")
        self._add(row_text(row) + "\n")
        self.last = row, frame

    def skip_pages(self, number: int) -> None:
        """Leave the pages before page `number` empty that are not there."""
        while self.page < number:
            self.end_page()

    def end_page(self) -> None:
        self.page += 1
        self._add(PAGE_END)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def write_text(pages: Sequence[Page]) -> tuple[str, tuple[Dropped, ...]]:
    """Return the text of `pages`, a form feed after each, and the spans of it that are no prose, with the reason.

    Lines stay as they are printed; an empty line parts paragraphs, also where notes or the end of a page stand between
    their lines.
    """
    size = usual_size([char for page in pages for char in page.chars])
    sheets = _set_sheets(pages, size)
    frames = iter(frames_of([column for sheet in sheets for column in sheet.columns]))
    notes = Footnotes(size)
    writer = _Writer()
    for number, sheet in zip((page.number for page in pages), sheets, strict=True):
        writer.skip_pages(number)
        for row, reason in sheet.above.items():
            writer.add_aside(row, reason)
        page = [row for column in sheet.columns for row in column]
        for column in sheet.columns:
            frame = next(frames)
            reasons = {**tables(column), **ornaments(column), **captions(column, size), **notes.find(column, page)}
            for row in column:
                if row in reasons:
                    writer.add_aside(row, reasons[row])
                else:
                    writer.add_prose(row, frame)
        for row, reason in sheet.below.items():
            writer.add_aside(row, reason)
        writer.end_page()
    return "".join(writer.parts), tuple(writer.asides)


def _set_sheets(pages: Sequence[Page], size: float) -> list[_Sheet]:
    """Return the pages in reading order, their running heads apart."""
    runs = [make_runs(_even_sizes(page, size) if page.pictures >= SCANNED else page.chars) for page in pages]
    rows = [make_rows(page) for page in runs]
    heads = running_heads(rows, size)
    bodies = [_without(page, marked) for page, marked in zip(runs, heads, strict=True)]
    gutters = _common_gutters(bodies, size)
    sheets = []
    for body, marked in zip(bodies, heads, strict=True):
        columns = [make_rows(column) for column in reading_order(body, size, gutters)]
        top = min((row.y for column in columns for row in column), default=0.0)
        above = {row: reason for row, reason in marked.items() if row.y < top}
        below = {row: reason for row, reason in marked.items() if row.y >= top}
        sheets.append(_Sheet(above, columns, below))
    return sheets


def _even_sizes(page: Page, size: float) -> tuple[Char, ...]:
    """Return the characters of a scan's text layer in the usual size, where theirs is near: recognition guesses it."""
    near = (1 - GUESSED) * size, (1 + GUESSED) * size
    return tuple(char._replace(size=size) if near[0] <= char.size <= near[1] else char for char in page.chars)


def _without(runs: Sequence[Run], marked: dict[Row, str]) -> list[Run]:
    gone = {char for row in marked for char in row.chars}
    left = (run for run in runs if run.chars[0] not in gone)
    return sorted(left, key=lambda run: (run.middle, run.start))


def _common_gutters(pages: Sequence[Sequence[Run]], size: float) -> list[Gutter]:
    """Return the gutters that pages show, the most frequent first, each place once."""
    found: dict[int, list[Gutter]] = {}
    for runs in pages:
        gutter = find_gutter(runs, size)
        if gutter:
            found.setdefault(round(gutter.x / max(size, 1.0)), []).append(gutter)
    ordered = sorted(found.values(), key=lambda same: (-len(same), same[0].x))
    return [same[0] for same in ordered]
