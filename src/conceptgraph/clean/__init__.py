"""A text as it came out of a PDF -> blocks of clean prose that know where each character stood."""

from __future__ import annotations

import dataclasses
import re
from typing import NamedTuple

from conceptgraph.clean.asides import settle_asides
from conceptgraph.clean.folding import blanks_to_spaces, fold, record_folds
from conceptgraph.clean.front import Front, read_front
from conceptgraph.clean.front_matter import read_front_matter
from conceptgraph.clean.furniture import drop_furniture
from conceptgraph.clean.layout import Line, split_lines
from conceptgraph.clean.markdown import drop_markdown_lines, is_markdown, prefix_of, take_markup
from conceptgraph.clean.marks import take_marks
from conceptgraph.clean.paragraphs import Paragraph, group_lines
from conceptgraph.clean.passage import Passage, Span, complete, take
from conceptgraph.clean.pinyin import find_readings, is_full_of_readings
from conceptgraph.clean.references import settle_references
from conceptgraph.clean.sections import Outline, settle_headings
from conceptgraph.clean.shapes import CHINESE, split_at_labels
from conceptgraph.config import CleanConfig
from conceptgraph.model import Block, CleanDocument, Document, Dropped

__all__ = ["clean"]

PROSE = frozenset({"title", "heading", "abstract", "body", "quote", "list"})
CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\ufeff\ufff9-\uffff]+"
)
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
ANY_BLANK = re.compile(r"\s")
BLANK = re.compile(rf"\A\s+|\s+\Z|(?<=[{_WIDE}“‘])\s+|\s+(?=[{_WIDE}”’])|(?<=\s)\s+")
TITLE_GAP = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:\u3000|\s{2,})(?=[\u4e00-\u9fff]{3})")
HYPHEN = re.compile(r"(?<=[a-z])[-\u2010]\Z")


class Form(NamedTuple):
    """What a text is like as a whole: Markdown or not, full of readings in pinyin or not."""

    markdown: bool
    toneless: bool


def clean(document: Document, config: CleanConfig) -> CleanDocument:
    """Return the prose of `document` as blocks, with a record of everything that was removed or folded.

    Lines are joined inside paragraphs; page furniture, notes, reference lists and front matter are dropped with a
    reason, citation marks become the block's citations, headings its section. Each character of the text is either in
    a block or dropped; none is inserted. Title, authors and keywords are filled in where the text states them and the
    document doesn't.

    >>> text = "一、异化的\\u3000根源\\n\\n异化源于私 有制［１］２５。"
    >>> [(block.kind, block.text) for block in clean(Document("a", "", "a.txt", text), CleanConfig()).blocks]
    [('heading', '一、异化的根源'), ('body', '异化源于私有制。')]
    """
    raw, folded = document.text, fold(document.text)
    markdown = document.headings is None and is_markdown(document.path, raw)
    start = _body_start(document)
    lines, dropped = _read_lines(document, folded, start, markdown, config)
    paragraphs = group_lines(lines, document.parted, config)
    front = read_front(paragraphs, document, config)
    settle_references(paragraphs, config)
    settle_headings(paragraphs)
    settle_asides(paragraphs, config)
    if start:
        paragraphs.insert(0, _title_paragraph(document, folded))
    blocks, pieces = _make_blocks(paragraphs, folded, Form(markdown, is_full_of_readings(folded)), dropped)
    return CleanDocument(
        document=_fill_in(document, read_front_matter(raw) if markdown else Front(), front),
        blocks=blocks,
        dropped=complete(dropped, pieces, len(raw)),
        folds=record_folds(raw, pieces),
    )


def _body_start(document: Document) -> int:
    """Return where the text goes on after the title that a table row put before it; 0 where none did."""
    title = document.title
    if not title or not document.text.startswith(title):
        return 0
    after = document.text[len(title) : len(title) + 2]
    return len(title) + len(after) if after in ("", "\n\n") else 0


def _read_lines(
    document: Document, folded: str, start: int, markdown: bool, config: CleanConfig
) -> tuple[list[Line], list[Dropped]]:
    """Return the lines of text, those with a label in their middle cut in two, and the dropped ones."""
    raw = document.text
    lines = split_lines(raw, folded, start)
    if document.headings:
        levels = dict(document.headings)
        lines = [line._replace(level=levels.get(line.start)) for line in lines]
    dropped: list[Dropped] = []
    if markdown:
        lines, dropped = drop_markdown_lines(lines, raw)
    lines, furniture = drop_furniture(lines, document, config)
    return [part for line in lines for part in _cut_at_labels(line)], dropped + furniture


def _cut_at_labels(line: Line) -> list[Line]:
    cuts = split_at_labels(line.text)
    if not cuts:
        return [line]
    parts = []
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        text = line.text[start:end].rstrip()
        parts.append(line._replace(start=line.start + start, end=line.start + start + len(text), text=text))
    return parts


def _title_paragraph(document: Document, folded: str) -> Paragraph:
    """Return the title that a table row brought, as the first paragraph."""
    title = document.title
    return Paragraph("title", [Line(0, len(title), folded[: len(title)], 0, 0, None, False)])


def _make_blocks(
    paragraphs: list[Paragraph], folded: str, form: Form, dropped: list[Dropped]
) -> tuple[tuple[Block, ...], list[Span]]:
    """Return the blocks and the raw spans they keep; what goes is added to `dropped`."""
    outline = Outline(paragraphs)
    foreign = CHINESE.search(folded) is not None
    blocks: list[Block] = []
    kept: list[Span] = []
    for paragraph in paragraphs:
        if paragraph.kind in PROSE and foreign and not CHINESE.search(paragraph.text):
            paragraph.kind = "foreign"
        if paragraph.kind not in PROSE:
            dropped.extend(Dropped(line.start, line.end, paragraph.kind) for line in paragraph.lines)
            continue
        if not paragraph.lines:
            continue
        block, pieces = _make_block(paragraph, folded, form, outline, dropped)
        if block.text:
            blocks.append(block)
            kept.extend(pieces)
    return tuple(blocks), kept


def _make_block(
    paragraph: Paragraph, folded: str, form: Form, outline: Outline, dropped: list[Dropped]
) -> tuple[Block, tuple[Span, ...]]:
    """Return the block of one paragraph: lines joined, control characters, markup, blanks and marks taken out."""
    passage = _join_lines(paragraph, folded, dropped)
    passage, gone = take(passage, [match.span() for match in CONTROL.finditer(passage.text)], "control")
    dropped.extend(gone)
    passage, gone = take(passage, find_readings(passage.text, form.toneless), "pinyin")
    dropped.extend(gone)
    if form.markdown:
        passage, gone = take_markup(passage)
        dropped.extend(gone)
    passage, _ = take(passage, _blanks(passage.text, paragraph.kind), "space")
    passage, citations, gone = take_marks(passage)
    dropped.extend(gone)
    text = blanks_to_spaces(passage.text)
    if paragraph.kind == "heading" and paragraph.heading:
        outline.enter(paragraph.heading, text)
    page = paragraph.lines[0].page
    block = Block(paragraph.kind, text, passage.offsets(), outline.section, page, citations)
    return block, passage.pieces


def _blanks(text: str, kind: str) -> list[Span]:
    """Return the blanks to remove; a wide gap between two phrases of a title or heading stays as one space."""
    found = [match.span() for match in BLANK.finditer(text)] if ANY_BLANK.search(text) else []
    if kind not in ("title", "heading"):
        return found
    gaps = {match.start(): match.end() for match in TITLE_GAP.finditer(text)}
    return [
        (start + 1, end) if start in gaps else (start, end)
        for start, end in found
        if start + 1 < end or start not in gaps
    ]


def _join_lines(paragraph: Paragraph, folded: str, dropped: list[Dropped]) -> Passage:
    """Return the paragraph's lines as one passage. The blank after a line stays where Latin words meet there."""
    pieces: list[Span] = []
    lines = paragraph.lines
    for i, line in enumerate(lines):
        cut = prefix_of(line, paragraph.kind) if (i == 0 or paragraph.kind == "quote") else 0
        if cut:
            dropped.append(Dropped(line.start, line.start + cut, "markup"))
        elif i == 0 and paragraph.label:
            cut = paragraph.label
            dropped.append(Dropped(line.start, line.start + cut, "label"))
        hyphen = HYPHEN.search(line.text) if i + 1 < len(lines) and lines[i + 1].text[:1].islower() else None
        if hyphen:
            dropped.append(Dropped(line.end - 1, line.end, "hyphen"))
            pieces.append((line.start + cut, line.end - 1))
        elif (
            i + 1 < len(lines)
            and line.end < lines[i + 1].start
            and _between_words(line.text[-1:], lines[i + 1].text[:1])
        ):
            pieces.append((line.start + cut, line.end + 1))
        else:
            pieces.append((line.start + cut, line.end))
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    return Passage("".join(folded[start:end] for start, end in pieces), tuple(pieces))


def _between_words(left: str, right: str) -> bool:
    """Tell whether a blank belongs between two lines: both have Latin there, and it is no broken number."""
    return left.isascii() and right.isascii() and left != "" and right != "" and not (left + right).isdigit()


def _fill_in(document: Document, *fronts: Front) -> Document:
    """Return the document with what its own text says, where nothing was known; the first that says it counts."""
    if not any(front != Front() for front in fronts):
        return document
    return dataclasses.replace(
        document,
        title=next(filter(None, (document.title, *(front.title for front in fronts))), ""),
        authors=next(filter(None, (document.authors, *(front.authors for front in fronts))), ()),
        keywords=next(filter(None, (document.keywords, *(front.keywords for front in fronts))), ()),
        year=next(filter(None, (document.year, *(front.year for front in fronts))), None),
    )
