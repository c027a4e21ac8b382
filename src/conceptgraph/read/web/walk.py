"""The tree of a page -> its blocks in reading order: headings, paragraphs, list items, rows of tables, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conceptgraph.read.looks import Written
from conceptgraph.read.passages import is_prose, raise_marks, tidy
from conceptgraph.resources import rule_table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SKIPPED = frozenset(rule_table("page_elements")["skipped"])
BLOCKS = frozenset(rule_table("page_elements")["blocks"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"})
HIDDEN = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all", re.IGNORECASE)
INDENTED = re.compile(r"text-indent\s*:\s*(?!0|-)[\d.]+", re.IGNORECASE)
TOP = re.compile(r"(?<![\w-])(?:top|bottom)\s*:\s*(-?[\d.]+)", re.IGNORECASE)
LEFT = re.compile(r"(?<![\w-])(?:left|right)\s*:\s*-?[\d.]", re.IGNORECASE)
ROW_CLASS = re.compile(r"(?:\A|\s)t\s(?:.*\s)?(y[0-9a-f]+)(?:\s|\Z)")  # lines of pdf2htmlEX
WIDE_INDENT = re.compile(r"[ \t\r\n]*(?:\u3000|\xa0{2}|(?:\xa0 ){2})")
SPACE = re.compile(r"[ \t\r\n\f]+")
CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
NOTE_PICTURE = re.compile(r"footnote|noteref|zhu|note", re.IGNORECASE)
LONGEST_CLASS = 200  # characters of a class that are looked at
EDIT_LINK = "editsection"  # class of what MediaWiki puts into headings
OFF_PLACE = 0.5  # units by which the places of one line may differ


Attributes = Mapping[str, str | None]
Place = tuple[int, float | str]  # the page, by identity, and the height on it


@dataclass(frozen=True, slots=True)
class Block:
    """A block as shown, the element that holds it, and how many Chinese characters of it are links."""

    written: Written
    node: LexborNode
    chinese: int
    linked: int


@dataclass(frozen=True, slots=True)
class NoteMap:
    """Links that are marks of notes, with the mark to put there, and elements that are notes; by identity."""

    marks: Mapping[int, str]
    notes: Mapping[int, str]


NO_NOTES = NoteMap({}, {})


class Walker:
    """Walks a tree without recursion and gathers its blocks."""

    def __init__(self, notes: NoteMap = NO_NOTES) -> None:
        self.notes = notes
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.open: list[tuple[LexborNode, Place | None]] = []  # the blocks around the text, with their places
        self.inside: dict[str, int] = {}  # how many elements of a kind are open
        self.bolds = self.level = self.count = 0
        self.aside = self.prefix = ""
        self.soft = self.indent = self.code = False
        self.seen = self.bold = self.chinese = self.linked = 0
        self.starts: list[int] = []  # of open raised texts (pieces) and rows (blocks)
        self.row: Place | None = None  # where the last block stands, if it is a line put at its place
        self.pending: list[str] = []  # notes that pictures hold

    def walk(self, root: LexborNode) -> list[Block]:
        """Return the blocks below `root`."""
        self.open.append((root, None))
        stack: list[tuple[LexborNode, str, bool]] = [(root, "", False)]  # the tag only of elements that are left
        while stack:
            node, left, block = stack.pop()
            if left:
                self._leave(node, left, block)
                continue
            if not node.is_element_node:
                self._add_text(node)
                continue
            tag, attributes = node.tag or "-", node.attributes
            if self._skips(node, tag, attributes):
                continue
            if tag == "a" and not attributes.get("href"):
                tag = "-"  # a place, no link; old pages don't close them
            place = _place(node, attributes) if "style" in attributes or "class" in attributes else None
            block = tag in BLOCKS or place is not None
            if block:
                self._begin_block(node, place, attributes.get("style") or "")
            self._enter(node, tag)
            stack.append((node, tag, block))
            child = node.last_child
            while child is not None:
                stack.append((child, "", False))
                child = child.prev
        self._flush()
        return self.blocks

    def _skips(self, node: LexborNode, tag: str, attributes: Attributes) -> bool:
        """Tell whether an element is not entered; what shows in its place is added."""
        mark = self.notes.marks.get(node.mem_id)
        if mark is not None:
            self.pieces.append(mark)
            return True
        if tag == "br":
            if self.level:
                self.pieces.append(" ")
            else:
                self._flush()
                self.soft = True
            return True
        if tag == "img":
            self._take_picture(attributes)
            return True
        if tag in SKIPPED or "hidden" in attributes:
            return True
        if self.level and EDIT_LINK in (attributes.get("class") or ""):
            return True
        return HIDDEN.search(attributes.get("style") or "") is not None

    def _take_picture(self, attributes: Attributes) -> None:
        """Note what a picture says that stands for a note, as some makers of e-books store them."""
        text = attributes.get("zy-footnote") or ""
        if not text and NOTE_PICTURE.search(attributes.get("class") or ""):
            text = attributes.get("alt") or ""
        if len(CHINESE.findall(text)) > 1:
            self.count += 1
            self.pieces.append(f"[^p{self.count}]")
            self.pending.append(f"[^p{self.count}]: {tidy(text)}")

    def _begin_block(self, node: LexborNode, place: Place | None, style: str) -> None:
        self._flush()
        self.row = self.row if place else None
        self.indent = INDENTED.search(style) is not None
        self.open.append((node, place))

    def _enter(self, node: LexborNode, tag: str) -> None:
        self.inside[tag] = self.inside.get(tag, 0) + 1
        self.bolds += tag in BOLD
        if tag in HEADINGS:
            self.level = HEADINGS[tag]
        elif tag == "li":
            self.prefix = "- "
        elif tag == "sup":
            self.starts.append(len(self.pieces))
        elif tag == "tr":
            self.starts.append(len(self.blocks))
        elif tag == "q":
            self.pieces.append("“")
        if node.mem_id in self.notes.notes:
            self.aside = self.notes.notes[node.mem_id]

    def _leave(self, node: LexborNode, tag: str, block: bool) -> None:
        if block:
            self._flush()
            self.row = self.open.pop()[1]
            self.soft = self.indent = False
        self.inside[tag] -= 1
        self.bolds -= tag in BOLD
        if tag in HEADINGS:
            self.level = 0
        elif tag == "li":
            self.prefix = ""
        elif tag == "sup":
            start = self.starts.pop()
            if start < len(self.pieces):
                self.pieces[start:] = [raise_marks("".join(self.pieces[start:]))]
        elif tag == "tr":
            self._end_row(self.starts.pop(), node)
        elif tag == "q":
            self.pieces.append("”")
        if node.mem_id in self.notes.notes:
            self.aside = ""

    def _add_text(self, node: LexborNode) -> None:
        if not node.is_text_node:
            return
        text = node.text_content or ""
        if self.inside.get("pre"):
            *lines, text = text.split("\n")
            for line in lines:
                self._add(line)
                self._flush()
                self.soft = True
        else:
            text = SPACE.sub(" ", text)
        self._add(text)

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        seen = len(text) - text.count(" ")
        if not seen:
            return
        self.seen += seen
        chinese = len(CHINESE.findall(text))
        self.chinese += chinese
        self.code = self.code or bool(self.inside.get("pre") and self.inside.get("code"))
        if self.inside.get("a"):
            self.linked += chinese
        if self.bolds:
            self.bold += seen

    def _flush(self) -> None:
        """End the block that is open."""
        text = "".join(self.pieces)
        if text.strip():
            written = Written(
                text=self.prefix + tidy(text),
                level=self.level or None,
                aside=self.aside or self._aside_here(),
                soft=self.soft,
                indent=self.indent or WIDE_INDENT.match(text) is not None,
                emphatic=0 < self.seen <= self.bold,
            )
            node, place = self.open[-1]
            self._put(Block(written, node, self.chinese, self.linked), place)
            self.prefix = ""
            self.blocks.extend(Block(Written(note, aside="footnote"), node, 0, 0) for note in self.pending)
            self.pending = []
        self.pieces = []
        self.soft = self.code = False
        self.seen = self.bold = self.chinese = self.linked = 0

    def _aside_here(self) -> str:
        return "code" if self.code else "caption" if self.inside.get("figcaption") else ""

    def _put(self, block: Block, place: Place | None) -> None:
        """Add a block; a piece at the same height as the piece before goes on with its line."""
        if place is not None and self.row is not None and self.blocks and _is_level(self.row, place):
            last = self.blocks[-1]
            joined = replace(last.written, text=f"{last.written.text} {block.written.text}")
            self.blocks[-1] = Block(joined, last.node, last.chinese + block.chinese, last.linked + block.linked)
        else:
            self.blocks.append(block)

    def _end_row(self, start: int, node: LexborNode) -> None:
        """Make one line of the row of a table, unless it holds prose, headings or a single cell."""
        blocks = self.blocks[start:]
        plain = [block.written for block in blocks]
        if len(blocks) < 2 or any(is_prose(each.text) or each.level or each.aside or each.soft for each in plain):
            return
        line = Written(" ".join(each.text for each in plain), aside="table")
        total = Block(line, node, sum(each.chinese for each in blocks), sum(each.linked for each in blocks))
        self.blocks[start:] = [total]


def _place(node: LexborNode, attributes: Attributes) -> Place | None:
    """Return where a line stands that is put at its place alone: its page and height; None for other elements."""
    row = ROW_CLASS.search((attributes.get("class") or "")[:LONGEST_CLASS])
    style = attributes.get("style") or ""
    top = TOP.search(style)
    if row is None and (top is None or not LEFT.search(style)):
        return None
    parent = node.parent
    key = parent.mem_id if parent is not None else 0
    if row is not None:
        return key, row[1]
    try:
        return key, float(top[1]) if top else 0.0
    except ValueError:
        return None


def _is_level(one: Place, other: Place) -> bool:
    """Tell whether two pieces of one page stand at the same height."""
    if one[0] != other[0]:
        return False
    if isinstance(one[1], float) and isinstance(other[1], float):
        return abs(one[1] - other[1]) <= OFF_PLACE
    return one[1] == other[1]
