"""Lines -> paragraphs: which lines of a page belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from conceptgraph.clean.layout import INDENT_COLUMNS, Line, Wrapping, measure_wrapping
from conceptgraph.clean.shapes import (
    BULLET,
    BY_LOOK,
    CAPTION,
    CIRCLED,
    HASHES,
    MARKDOWN_NOTE,
    NOTE_MARK,
    REFERENCE_MARK,
    UNNUMBERED,
    Heading,
    heading_of,
    is_bibliographic,
    is_reference_title,
    label_of,
)
from conceptgraph.config import CleanConfig

OPEN_END = re.compile(r"[，、,－—\-“‘「『（(《〈]\Z")
LIST_END = re.compile(r"[；;：:]\Z")
SURE_LABELS = frozenset({"abstract", "keywords", "english"})  # labels wherever a line begins with them
APART = frozenset({"note", "caption", "reference"})  # set aside: the paragraph around them goes on after them


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. `kind` is a block's kind, or why the paragraph is to be dropped."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    heading: Heading | None = None
    label: int = 0  # characters of the label (摘要：) that begins the first line

    @property
    def text(self) -> str:
        """The folded text of its lines, one after the other; for looking at, not for output."""
        return "".join(line.text for line in self.lines)


def group_lines(lines: Sequence[Line], parted: bool, config: CleanConfig) -> list[Paragraph]:
    """Return the paragraphs of `lines`, in order.

    A line goes on with the paragraph before it unless that ended: with a sentence in a short line, with an empty line
    where those end paragraphs, before an indentation, or at a heading, label or list item. Notes and captions between
    two halves of a paragraph are set aside, and the halves meet.
    """
    wrapping = measure_wrapping(lines, parted, config)
    paragraphs: list[Paragraph] = []
    body: Paragraph | None = None
    at = {"body": -1, "apart": -1}
    apart: Paragraph | None = None
    for i, line in enumerate(lines):
        if apart and _goes_on_apart(apart, lines, at["apart"], i, wrapping, config):
            apart.lines.append(line)
            at["apart"] = i
            continue
        apart = None
        kind, heading = _shape(body, lines, at["body"], i, wrapping, config)
        if kind in APART:
            apart = Paragraph(kind, [line])
            at["apart"] = i
            paragraphs.append(apart)
        elif body and kind == "body" and not _begins(body, lines, at["body"], i, wrapping, config):
            body.lines.append(line)
            at["body"] = i
        else:
            body = Paragraph("quote" if kind == "body" and line.text.startswith(">") else kind, [line], heading)
            at["body"] = i
            paragraphs.append(body)
    return paragraphs


def _shape(
    body: Paragraph | None, lines: Sequence[Line], last: int, i: int, wrapping: Wrapping, config: CleanConfig
) -> tuple[str, Heading | None]:
    """Return the kind of paragraph that line i begins, ``body`` where its shape says nothing."""
    line = lines[i]
    text = line.text
    if text.startswith(">") and not (body and body.kind == "quote" and not line.blank):
        return "quote", None
    if MARKDOWN_NOTE.match(text) or (NOTE_MARK.match(text) and _is_note(lines, i)):
        return "note", None
    if HASHES.match(text):
        return ("references" if is_reference_title(text) else "heading"), heading_of(text, config.heading_length)
    label = label_of(text)
    if line.level and not (label and label.kind in SURE_LABELS):
        return ("references" if is_reference_title(text) else "heading"), Heading(line.level - 10, 0)
    if label and (label.kind in SURE_LABELS or (label.kind == "note" and body and body.kind == "label")):
        return "label", None
    if body and not _is_keywords(body) and not _may_end(lines[last], line, last, wrapping, config):
        return "body", None
    if is_reference_title(text):
        return "references", None
    if label:
        return "label", None
    if REFERENCE_MARK.match(text) and is_bibliographic(text + (lines[i + 1].text if i + 1 < len(lines) else "")):
        return "reference", None
    if CAPTION.match(text) and not line.ended and len(text) <= config.heading_length:
        return "caption", None
    heading = heading_of(text, config.heading_length)
    if heading:
        return "heading", heading
    if line.level == 0:
        return "heading", Heading(BY_LOOK, 0)
    if _stands_alone(lines, i, wrapping, config):
        return "heading", Heading(UNNUMBERED, 0)
    return ("list" if BULLET.match(text) else "body"), None


def _is_keywords(paragraph: Paragraph) -> bool:
    label = label_of(paragraph.lines[0].text) if paragraph.kind == "label" else None
    return label is not None and label.kind == "keywords"


def _may_end(previous: Line, line: Line, last: int, wrapping: Wrapping, config: CleanConfig) -> bool:
    """Tell whether the paragraph of `previous` may have ended, so that the shape of the next line counts."""
    if wrapping.parted:
        return line.blank or previous.ended
    if previous.ended or LIST_END.search(previous.text):
        return True
    if OPEN_END.search(previous.text):
        return False
    if not wrapping.hard:
        return True
    return _is_short(previous, last, wrapping, config) or (line.blank and wrapping.blank_ends)


def _begins(body: Paragraph, lines: Sequence[Line], last: int, i: int, wrapping: Wrapping, config: CleanConfig) -> bool:
    """Tell whether line i begins a new paragraph after `body`, whose last line is line `last`."""
    previous, line = lines[last], lines[i]
    if wrapping.parted:
        return line.blank
    if body.kind == "quote" and line.blank:
        return True
    if body.kind in ("heading", "references"):
        return not _wraps_heading(body, lines, last, i, wrapping, config)
    indented = line.indent - wrapping.indent >= INDENT_COLUMNS and line.indent > previous.indent
    if _is_keywords(body):
        return line.indent - wrapping.indent >= INDENT_COLUMNS or not _lists_on(previous, last, wrapping, config)
    if body.kind == "label" and indented:
        return True
    if previous.ended:
        short = previous.width < config.full_line * wrapping.widths[last]
        return (
            short
            or not wrapping.hard
            or indented
            or (line.blank and wrapping.blank_ends)
            or line.indent > INDENT_COLUMNS
        )
    if OPEN_END.search(previous.text):
        return False
    if not wrapping.hard:
        return line.blank or previous.width < config.long_line or line.indent >= INDENT_COLUMNS
    if _is_short(previous, last, wrapping, config):
        return True
    return bool(LIST_END.search(previous.text)) and indented


def _lists_on(line: Line, at: int, wrapping: Wrapping, config: CleanConfig) -> bool:
    """Tell whether a line of keywords may go on: it is full, or ends in the mark between two of them."""
    full = wrapping.hard and line.width >= config.full_line * wrapping.widths[at]
    return full or bool(OPEN_END.search(line.text) or LIST_END.search(line.text))


def _is_short(line: Line, at: int, wrapping: Wrapping, config: CleanConfig) -> bool:
    """Tell whether the line is so short that its end was meant."""
    return line.width < config.short_line * wrapping.widths[at]


def _wraps_heading(
    body: Paragraph, lines: Sequence[Line], last: int, i: int, wrapping: Wrapping, config: CleanConfig
) -> bool:
    """Tell whether line i is the second line of a heading: the first is full, this one short and no sentence."""
    if not wrapping.hard or len(body.lines) > 1 or (body.heading and body.heading.rank < 0):
        return False
    line = lines[i]
    full = lines[last].width >= config.full_line * wrapping.widths[last]
    return full and not line.ended and _is_short(line, i, wrapping, config) and not OPEN_END.search(line.text)


def _stands_alone(lines: Sequence[Line], i: int, wrapping: Wrapping, config: CleanConfig) -> bool:
    """Tell whether line i is a heading without a number: short, no sentence, no clause, and a paragraph follows."""
    line = lines[i]
    if i == 0 or i + 1 == len(lines) or not (wrapping.hard or wrapping.parted):
        return False
    if wrapping.parted and not (line.blank and lines[i + 1].blank):
        return False
    if not _is_short(line, i, wrapping, config):
        return False
    if re.search(r"[，。；！,;.…”’」』、：:]\Z|[，。；,]", line.text) or not re.match(
        r"[\u4e00-\u9fff“《]{2}", line.text
    ):
        return False
    return lines[i - 1].ended and lines[i + 1].width >= config.full_line * wrapping.widths[i + 1]


def _is_note(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the marked line i is a footnote: it names a source, or its mark stands inside a line before."""
    text = lines[i].text
    following = lines[i + 1].text if i + 1 < len(lines) and not lines[i].ended else ""
    if is_bibliographic(text + following) or not re.match(f"[{CIRCLED}]", text):
        return True
    for line in reversed(lines[max(0, i - 80) : i]):
        place = line.text.find(text[0])
        if place == 0:
            return False
        if place > 0:
            return True
    return False


def _goes_on_apart(
    apart: Paragraph, lines: Sequence[Line], last: int, i: int, wrapping: Wrapping, config: CleanConfig
) -> bool:
    """Tell whether line i goes on with the note before it: the note's sentence is open and nothing else begins."""
    previous, line = lines[last], lines[i]
    if apart.kind == "caption" or previous.ended or previous.page != line.page or last != i - 1:
        return False
    if MARKDOWN_NOTE.match(line.text) or NOTE_MARK.match(line.text) or REFERENCE_MARK.match(line.text):
        return False
    if (line.blank and wrapping.blank_ends) or heading_of(line.text, config.heading_length) or label_of(line.text):
        return False
    return previous.width >= config.short_line * wrapping.widths[last]
