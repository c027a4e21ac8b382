"""The body of a Word file: paragraphs, tables, text boxes and notes, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from conceptgraph.read.looks import Written
from conceptgraph.read.passages import is_prose
from conceptgraph.read.word.numbering import Numbering
from conceptgraph.read.word.package import OpenPackage
from conceptgraph.read.word.runs import Line, RunReader, is_empty_control
from conceptgraph.read.word.styles import NO_LOOK, Look, paragraph_look
from conceptgraph.read.xml_tree import Element

CONTAINERS = frozenset({"customXml", "ins", "moveTo", "sdtContent", "sect", "sub-section"})
GONE = frozenset({"del", "moveFrom"})
NOTE_KINDS = ("footnote", "endnote")
CONTENTS_TITLES = frozenset({"目录", "目錄", "目次", "contents"})


class Body:
    """Reads the blocks of a file in order; paragraphs whose end was deleted go on in the next one."""

    def __init__(self, package: OpenPackage, styles: Mapping[str, Look], numbering: Numbering) -> None:
        self.package, self.styles, self.numbering = package, styles, numbering
        self.runs = RunReader(styles)
        self.open: list[tuple[str, bool]] = []  # pieces of a paragraph that goes on in the next one
        self.inner_notes: list[Written] = []

    def read(self, body: Element) -> list[Written]:
        """Return the paragraphs of the body, then its notes."""
        written = _join_titles(list(self._blocks(body)))
        for i, each in enumerate(written[:-1]):
            if _is_contents_title(each) and written[i + 1].aside == "contents":
                written[i] = Written(each.text, aside="contents")
        return [*written, *self.inner_notes, *self._notes()]

    def _blocks(self, parent: Element) -> Iterator[Written]:
        for block in parent:
            if block.tag == "p":
                yield from self._paragraph(block)
            elif block.tag == "tbl":
                yield from self._table(block)
            elif block.tag == "sdt" and not is_empty_control(block):
                listing = _is_gallery(block)
                inner = (each for content in block.findall("sdtContent") for each in self._blocks(content))
                yield from (_aside(each, "contents") if listing else each for each in inner)
            elif block.tag in CONTAINERS:
                yield from self._blocks(block)
            elif block.tag == "AlternateContent":
                versions = [*block.findall("Choice"), *block.findall("Fallback")]
                yield from next(filter(None, (list(self._blocks(version)) for version in versions)), [])
            elif block.tag == "altChunk":
                yield from self._chunk(block.get("id", ""))

    def _paragraph(self, paragraph: Element) -> Iterator[Written]:
        properties = paragraph.find("pPr")
        key = _child_value(properties, "pStyle")
        style = self.styles.get(key, NO_LOOK)
        own = paragraph_look(properties).over(style)
        line = self.runs.read(paragraph, style)
        if _goes_on(properties):
            self.open.extend(line.pieces)
            yield from self._boxes(line)
            return
        line.pieces[:0], self.open = self.open, []
        text = line.text.replace("\n", "") if style.is_title else line.text
        label = self._label(own, key) if text.strip() else ""
        aside = "contents" if line.listing or style.is_contents else "caption" if style.is_caption else ""
        seen = len("".join(text.split()))
        size = line.sizes.most_common(1)[0][0] if line.sizes else None
        for number, part in enumerate((label + text).split("\n")):
            yield Written(
                text=part,
                level=own.level,
                aside=aside,
                soft=number > 0,
                indent=bool(own.indent) and number == 0,
                emphatic=0 < seen <= line.bold,
                size=size,
                is_title=style.is_title,
            )
        self._keep_inner_notes(line)
        yield from self._boxes(line)

    def _label(self, look: Look, style: str) -> str:
        """Return the number that Word puts before the paragraph."""
        list_id, level = look.list_id, look.list_level
        if list_id in (None, "0"):
            return ""
        abstract, linked = self.numbering.styled.get(style, ("", 0))
        if level is None:
            level = linked if abstract == self.numbering.lists.get(list_id or "") else 0
        return self.numbering.next_label(list_id or "", level)

    def _boxes(self, line: Line) -> Iterator[Written]:
        held, self.open = self.open, []
        for box in line.boxes:
            yield from self._blocks(box)
        self.open = held

    def _table(self, table: Element) -> Iterator[Written]:
        """Yield the prose of the cells one after another; rows without prose as asides, a line each."""
        for row in _rows(table):
            held, self.open = self.open, []
            cells = [[each for each in self._blocks(cell) if each.text.strip()] for cell in _cells(row)]
            self.open = held
            if any(map(_has_prose, cells)):
                for cell in cells:
                    yield from cell if _has_prose(cell) else (_aside(each, "table") for each in cell)
            else:
                texts = [" ".join(each.text.strip() for each in cell) for cell in cells]
                yield Written(" ".join(text for text in texts if text), aside="table")

    def _chunk(self, target: str) -> Iterator[Written]:
        """Yield the text of a page that the file takes in, as converters from HTML make it."""
        content = self.package.chunk(target)
        if content is None:
            return
        from conceptgraph.read.web import read_chunk

        for each in read_chunk(content, self.package.path, self.package.config):
            yield Written(each.text, each.level, each.aside, each.soft, each.indent)

    def _keep_inner_notes(self, line: Line) -> None:
        marks = [mark for (_, number), mark in self.runs.marks.items() if number.startswith("inside")]
        for note, mark in zip(line.notes, marks[len(marks) - len(line.notes) :], strict=True):
            self.inner_notes.append(_note(mark, list(self._blocks(note))))

    def _notes(self) -> Iterator[Written]:
        """Yield the notes to which the text refers, in its order."""
        marks = dict(self.runs.marks)
        for kind in NOTE_KINDS:
            if not any(other == kind and not number.startswith("inside") for other, number in marks):
                continue
            root = self.package.part(f"{kind}s")
            notes = {note.get("id", ""): note for note in root.iter(kind)} if root is not None else {}
            for (other, number), mark in marks.items():
                if other == kind and number in notes:
                    yield _note(mark, list(self._blocks(notes[number])))


def _join_titles(written: list[Written]) -> list[Written]:
    """Return the paragraphs with neighbouring lines of a title as one."""
    joined: list[Written] = []
    for each in written:
        if joined and each.is_title and joined[-1].is_title and each.text.strip():
            joined[-1] = replace(joined[-1], text=joined[-1].text.strip() + each.text.strip())
        else:
            joined.append(each)
    return joined


def _note(mark: str, written: Iterable[Written]) -> Written:
    return Written(f"{mark}: " + " ".join(each.text.strip() for each in written).strip(), aside="footnote")


def _aside(written: Written, reason: str) -> Written:
    return Written(written.text, aside=written.aside or reason)


def _is_contents_title(written: Written) -> bool:
    return "".join(written.text.split()).casefold() in CONTENTS_TITLES


def _is_gallery(block: Element) -> bool:
    """Tell whether a content control is a table of contents."""
    return any("contents" in gallery.get("val", "").lower() for gallery in block.iter("docPartGallery"))


def _child_value(element: Element | None, name: str) -> str:
    found = element.find(name) if element is not None else None
    return found.get("val", "") if found is not None else ""


def _goes_on(properties: Element | None) -> bool:
    """Tell whether a paragraph goes on in the next one: its end was deleted, or it is a dropped capital."""
    if properties is None:
        return False
    mark = properties.find("rPr")
    if mark is not None and any(child.tag in GONE for child in mark):
        return True
    frame = properties.find("framePr")
    return frame is not None and frame.get("dropCap", "none") != "none"


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            properties = child.find("trPr")
            if properties is None or properties.find("del") is None:
                yield child
        elif child.tag in CONTAINERS or child.tag == "sdt":
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "tc":
            yield child
        elif child.tag in CONTAINERS or child.tag == "sdt":
            yield from _cells(child)


def _has_prose(cell: Iterable[Written]) -> bool:
    return any(is_prose(each.text) for each in cell)
