"""The tree of a page -> its blocks in reading order: headings, paragraphs, list items, rows of tables, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conceptgraph.read.looks import Written
from conceptgraph.read.passages import raise_marks, tidy
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
EDIT_LINK = "editsection"  # class of what MediaWiki puts into headings
LONG_CELL = 40  # characters from which the text of a cell is prose
OFF_PLACE = 0.5  # units by which the places of one line may differ


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
        self.inside: dict[str, int] = {}  # how many elements of a kind are open
        self.level, self.aside, self.prefix = 0, "", ""
        self.soft = self.indent = self.code = False
        self.seen = self.bold = self.chinese = self.linked = 0
        self.starts: list[int] = []  # of open raised texts (pieces) and rows (blocks)
        self.row: tuple[int, float | str] | None = None  # the place of the line that was last written
        self.pending: list[str] = []  # notes that pictures hold
        self.count = 0

    def walk(self, root: LexborNode) -> list[Block]:
        """Return the blocks below `root`."""
        stack: list[tuple[LexborNode, bool, bool]] = [(root, False, False)]
        while stack:
            node, leaving, block = stack.pop()
            if leaving:
                self._leave(node, block)
                continue
            if not node.is_element_node:
                self._add_text(node)
                continue
            if self._skips(node):
                continue
            block = node.tag in BLOCKS or _place(node) is not None
            self._enter(node, block)
            stack.append((node, True, block))
            child = node.last_child
            while child is not None:
                stack.append((child, False, False))
                child = child.prev
        self._flush(root)
        return self.blocks

    def _skips(self, node: LexborNode) -> bool:
        """Tell whether an element is not entered; what shows in its place is added."""
        tag = node.tag or ""
        mark = self.notes.marks.get(node.mem_id)
        if mark is not None:
            self.pieces.append(mark)
            return True
        if tag == "br":
            self._flush(node.parent or node)
            self.soft = True
            return True
        if tag == "img":
            self._take_picture(node)
            return True
        attributes = node.attributes
        if self.level and EDIT_LINK in (attributes.get("class") or ""):
            return True
        return tag in SKIPPED or "hidden" in attributes or HIDDEN.search(attributes.get("style") or "") is not None

    def _take_picture(self, node: LexborNode) -> None:
        """Note what a picture says that stands for a note, as some makers of e-books store them."""
        attributes = node.attributes
        text = attributes.get("zy-footnote") or ""
        if not text and NOTE_PICTURE.search(attributes.get("class") or ""):
            text = attributes.get("alt") or ""
        if len(CHINESE.findall(text)) > 1:
            self.count += 1
            self.pieces.append(f"[^p{self.count}]")
            self.pending.append(f"[^p{self.count}]: {tidy(text)}")

    def _enter(self, node: LexborNode, block: bool) -> None:
        tag = node.tag or ""
        if block:
            self._flush(node.parent or node)
            self.row = self.row if _place(node) else None
            self.indent = INDENTED.search(node.attributes.get("style") or "") is not None
        self.inside[tag] = self.inside.get(tag, 0) + 1
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

    def _leave(self, node: LexborNode, block: bool) -> None:
        tag = node.tag or ""
        if block:
            self._flush(node)
            self.row = _place(node)
            self.soft = self.indent = False
        self.inside[tag] -= 1
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
                self._flush(node.parent or node)
                self.soft = True
        else:
            text = SPACE.sub(" ", text)
        self._add(text)

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        seen = len(text) - text.count(" ")
        self.seen += seen
        chinese = len(CHINESE.findall(text))
        self.chinese += chinese
        self.code = self.code or bool(seen and self.inside.get("pre") and self.inside.get("code"))
        if self.inside.get("a"):
            self.linked += chinese
        if any(self.inside.get(tag) for tag in BOLD):
            self.bold += seen

    def _flush(self, node: LexborNode) -> None:
        """End the block that is open."""
        text = "".join(self.pieces)
        if text.strip():
            written = Written(
                text=self.prefix + tidy(text),
                level=self.level or None,
                aside=self.aside
                or ("code" if self.code else "")
                or ("caption" if self.inside.get("figcaption") else ""),
                soft=self.soft,
                indent=self.indent or WIDE_INDENT.match(text) is not None,
                emphatic=0 < self.seen <= self.bold,
            )
            self._put(Block(written, node, self.chinese, self.linked))
            self.prefix = ""
            for note in self.pending:
                self.blocks.append(Block(Written(note, aside="footnote"), node, 0, 0))
            self.pending = []
        self.pieces = []
        self.code = False
        self.seen = self.bold = self.chinese = self.linked = 0
        self.soft = False

    def _put(self, block: Block) -> None:
        """Add a block; a piece at the same height as the piece before goes on with its line."""
        place = _place(block.node)
        if place is not None and self.blocks and self._is_beside(place):
            last = self.blocks[-1]
            joined = replace(last.written, text=f"{last.written.text} {block.written.text}")
            self.blocks[-1] = Block(joined, last.node, last.chinese + block.chinese, last.linked + block.linked)
        else:
            self.blocks.append(block)

    def _is_beside(self, place: tuple[int, float | str]) -> bool:
        if self.row is None or self.row[0] != place[0] or _place(self.blocks[-1].node) != self.row:
            return False
        one, other = self.row[1], place[1]
        if isinstance(one, float) and isinstance(other, float):
            return abs(one - other) <= OFF_PLACE
        return one == other

    def _end_row(self, start: int, node: LexborNode) -> None:
        """Make one line of the row of a table, unless it holds prose, headings or a single cell."""
        blocks = self.blocks[start:]
        plain = [block.written for block in blocks]
        if len(blocks) < 2 or any(_is_prose(each) or each.level or each.aside or each.soft for each in plain):
            return
        line = Written(" ".join(each.text for each in plain), aside="table")
        total = Block(line, node, sum(each.chinese for each in blocks), sum(each.linked for each in blocks))
        self.blocks[start:] = [total]


def _place(node: LexborNode) -> tuple[int, float | str] | None:
    """Return where a line stands that is put at its place alone: its page and height; None for other elements."""
    attributes = node.attributes
    parent = node.parent
    key = parent.mem_id if parent is not None else 0
    row = ROW_CLASS.search(attributes.get("class") or "")
    if row:
        return key, row[1]
    style = attributes.get("style") or ""
    if "top" not in style.lower() and "bottom" not in style.lower():
        return None
    top = TOP.search(style)
    if top is None or not LEFT.search(style):
        return None
    try:
        return key, float(top[1])
    except ValueError:
        return None


def _is_prose(written: Written) -> bool:
    return len(written.text) >= LONG_CELL or written.text.endswith(("。", "！", "？"))
