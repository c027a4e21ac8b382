"""The runs of a paragraph of Word -> its text: what was deleted, hidden or computed left out, note marks put in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from conceptgraph.read.passages import raise_marks
from conceptgraph.read.word.styles import NO_LOOK, Look, run_look
from conceptgraph.read.xml_tree import Element

CONTAINERS = frozenset(
    ["bdo", "customXml", "dir", "hyperlink", "ins", "moveTo", "r", "ruby", "rubyBase", "sdt", "sdtContent", "smartTag"]
)
SHAPES = frozenset({"drawing", "object", "pict"})
SIGNS = {"cr": "\n", "noBreakHyphen": "-", "ptab": "\t", "tab": "\t"}
LISTING = re.compile(r"\s*(?:TOC|INDEX|TOA|RD)\b", re.IGNORECASE)
BRACKETED_NOTE = re.compile(r"[\[［〔【（(]\s*(\[\^[^\]\s]+\])\s*[\]］〕】）)]")
PRIVATE = range(0xE000, 0xF900)
LONG_PROSE = 120  # characters that no entry of a table of contents has


@dataclass(slots=True)
class FieldState:
    """A field that is open: its code, and whether its code or already its result goes by."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Line:
    """The text of a paragraph as pieces (text, raised), and how much of it is bold and in which size (characters)."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    bold: int = 0
    sizes: Counter[int] = field(default_factory=Counter)
    boxes: list[Element] = field(default_factory=list)  # contents of text boxes anchored here
    notes: list[Element] = field(default_factory=list)  # notes inside the text, as Word 2003 has them
    listing: bool = False  # part of a table of contents or index

    @property
    def text(self) -> str:
        """The text, raised numbers as raised characters."""
        joined, raised, held = [], False, ""
        for piece, is_raised in [*self.pieces, ("", not self.pieces or not self.pieces[-1][1])]:
            if is_raised != raised:
                joined.append(raise_marks(held) if raised else held)
                raised, held = is_raised, ""
            held += piece
        joined.append(raise_marks(held) if raised else held)
        return BRACKETED_NOTE.sub(r"\1", "".join(joined))


class RunReader:
    """Reads paragraphs one after another; remembers open fields and counts the notes."""

    def __init__(self, styles: Mapping[str, Look]) -> None:
        self.styles = styles
        self.fields: list[FieldState] = []
        self.marks: dict[tuple[str, str], str] = {}  # (footnote or endnote, id) -> mark, in the order of the text

    def read(self, paragraph: Element, style: Look) -> Line:
        """Return the text of a paragraph whose style looks like `style`."""
        line = Line(listing=self._in_listing())
        for child in paragraph:
            self._take(child, line, style)
        self.fields = [each for each in self.fields if each.result]  # no code goes over the end of a paragraph
        if line.listing and len(line.text) > LONG_PROSE and "。" in line.text:
            self.fields, line.listing = [], False  # its end is missing
        return line

    def _in_listing(self) -> bool:
        return any(each.result and LISTING.match(each.code) for each in self.fields)

    def _take(self, element: Element, line: Line, look: Look) -> None:
        """Add what `element` shows to `line`."""
        tag = element.tag
        if tag == "r":
            look = self._look_of(element, look)
            if look.hidden:
                self._follow_fields(element)
                return
        if tag == "fldSimple":
            self.fields.append(FieldState(element.get("instr", ""), True))
            for child in element:
                self._take(child, line, look)
            self.fields.pop()
        elif tag == "sdt" and is_empty_control(element):
            return
        elif tag in CONTAINERS:
            for child in element:
                self._take(child, line, look)
        elif tag == "AlternateContent":
            self._take_choice(element, line, look)
        elif tag == "fldChar":
            self._turn_field(element.get("fldCharType", ""))
        elif tag == "instrText":
            if self.fields and not self.fields[-1].result:
                self.fields[-1].code += element.text or ""
        elif tag in SHAPES:
            line.boxes.extend(_outermost(element, "txbxContent"))
        elif tag in ("footnoteReference", "endnoteReference"):
            self._add(self._mark(tag.removesuffix("Reference"), element.get("id", "")), line, NO_LOOK)
        elif tag in ("footnote", "endnote"):
            self._add(self._mark(tag, f"inside {len(self.marks)}"), line, NO_LOOK)
            line.notes.append(element)
        else:
            self._add(_shown(element), line, look)

    def _look_of(self, run: Element, look: Look) -> Look:
        properties = run.find("rPr")
        if properties is None:
            return look
        style = properties.find("rStyle")
        named = self.styles.get(style.get("val", ""), NO_LOOK) if style is not None else NO_LOOK
        return run_look(properties).over(named).over(look)

    def _take_choice(self, element: Element, line: Line, look: Look) -> None:
        """Read one of the versions in which a thing is stored: the first that shows something."""
        for version in [*element.findall("Choice"), *element.findall("Fallback")]:
            before = len(line.pieces), len(line.boxes)
            for child in version:
                self._take(child, line, look)
            if (len(line.pieces), len(line.boxes)) != before:
                return

    def _follow_fields(self, run: Element) -> None:
        """Follow the fields that begin or end in a hidden run."""
        for child in run:
            if child.tag == "fldChar":
                self._turn_field(child.get("fldCharType", ""))
            elif child.tag == "instrText" and self.fields and not self.fields[-1].result:
                self.fields[-1].code += child.text or ""

    def _turn_field(self, turn: str) -> None:
        if turn == "begin":
            self.fields.append(FieldState())
        elif turn == "separate" and self.fields:
            self.fields[-1].result = True
        elif turn == "end" and self.fields:
            self.fields.pop()

    def _mark(self, kind: str, number: str) -> str:
        """Return the mark of a note: footnotes count from 1, endnotes from e1."""
        key = kind, number
        if key not in self.marks:
            count = sum(1 for other, _ in self.marks if other == kind) + 1
            self.marks[key] = f"[^{'e' if kind == 'endnote' else ''}{count}]"
        return self.marks[key]

    def _add(self, text: str, line: Line, look: Look) -> None:
        if not text or any(not each.result for each in self.fields):
            return
        line.listing = line.listing or self._in_listing()
        line.pieces.append((text, bool(look.raised)))
        seen = len("".join(text.split()))
        line.bold += seen if look.bold else 0
        if look.size and seen:
            line.sizes[look.size] += seen


def is_empty_control(control: Element) -> bool:
    """Tell whether a content control shows only what asks the writer to fill it in."""
    properties = control.find("sdtPr")
    return properties is not None and properties.find("showingPlcHdr") is not None


def _shown(element: Element) -> str:
    """Return the characters that a leaf of a run shows."""
    if element.tag == "t":
        return element.text or ""
    if element.tag == "br":
        return "\n" if element.get("type", "textWrapping") == "textWrapping" else ""
    if element.tag == "sym":
        return _symbol(element.get("char", ""))
    return SIGNS.get(element.tag, "")


def _symbol(code: str) -> str:
    """Return the character of a symbol, nothing for one that only its font knows."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if number in PRIVATE or not 32 <= number < 0xD800 else chr(number)


def _outermost(element: Element, tag: str) -> Iterable[Element]:
    """Yield the elements called `tag` below `element` that are in no other such; of two versions only the first."""
    if element.tag == tag:
        yield element
        return
    if element.tag == "AlternateContent":
        for version in [*element.findall("Choice"), *element.findall("Fallback")]:
            found = list(_outermost(version, tag))
            if found:
                yield from found
                return
        return
    for child in element:
        yield from _outermost(child, tag)
