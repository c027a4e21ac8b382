"""A small typesetter: paragraphs -> the pages of a journal, for the tests of reading them back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handmade_pdf import Placed
from manuscript import wrap

Paragraph = tuple[str, str]  # kind (title, heading, body, plain), text
INDENT = "　　"


@dataclass(frozen=True)
class Layout:
    """Where the text stands on a page, in points; `columns` of text with `gutter` between them."""

    columns: int = 1
    gutter: float = 20
    size: float = 10
    leading: float = 15
    left: float = 60
    right: float = 535
    top: float = 780
    bottom: float = 70
    by_rows: bool = False  # the columns are drawn line by line across the page
    shift: float = 0  # points by which the lines of the second column stand lower
    heads: Sequence[str] = ()  # of odd and even pages
    title_rows: int = 0  # paragraphs that are set in one column across the first page
    notes: Sequence[str] = ()  # of the first page

    @property
    def width(self) -> float:
        """The width of a column."""
        return (self.right - self.left - self.gutter * (self.columns - 1)) / self.columns


def width_of(text: str, size: float) -> float:
    """Return the width of `text` in points: ASCII takes half of its size."""
    return sum(size / 2 if character.isascii() else size for character in text)


def set_lines(paragraph: Paragraph, width: float, size: float) -> Iterator[tuple[str, float, float]]:
    """Yield the lines of a paragraph with indentation and spacing, justified but for the last one."""
    kind, text = paragraph
    if kind in ("title", "heading"):
        for line in wrap(text, int(width / size) * 2):
            yield line, (width - width_of(line, size)) / 2 if kind == "title" else 0, 0
        return
    lines = wrap(text, int(width / size) * 2, INDENT if kind == "body" else "")
    for number, line in enumerate(lines):
        indent = 2 * size if line.startswith(INDENT) else 0
        line = line.strip("　")
        rest = width - indent - width_of(line, size)
        last = number + 1 == len(lines)
        yield line, indent, 0 if last or len(line) < 2 else rest / (len(line) - 1)


def typeset(paragraphs: Sequence[Paragraph], layout: Layout, font: str = "song") -> list[list[Placed]]:
    """Return the pages of `paragraphs`."""
    pages: list[list[Placed]] = []
    top = layout.top
    if layout.title_rows:
        wide = replace(layout, columns=1)
        pages = [[]]
        for paragraph in paragraphs[: layout.title_rows]:
            for text, indent, spacing in set_lines(paragraph, wide.width, layout.size):
                pages[0].append(Placed(layout.left + indent, top, text, layout.size, font, spacing))
                top -= layout.leading
        top -= layout.leading
    lines = [line for each in paragraphs[layout.title_rows :] for line in set_lines(each, layout.width, layout.size)]
    number = 0
    while lines:
        page = pages.pop() if number == 0 and pages else []
        foot = layout.bottom + (len(layout.notes) * layout.leading if number == 0 else 0)
        rows = int((top - foot) / layout.leading)
        taken, lines = lines[: rows * layout.columns], lines[rows * layout.columns :]
        drawn = []
        for i, (text, indent, spacing) in enumerate(taken):
            column, row = divmod(i, rows)
            x = layout.left + column * (layout.width + layout.gutter) + indent
            drawn.append(
                Placed(x, top - row * layout.leading - column * layout.shift, text, layout.size, font, spacing)
            )
        if layout.by_rows:
            drawn.sort(key=lambda each: (-each.y, each.x))
        page += drawn
        if number == 0:
            for i, note in enumerate(layout.notes):
                page.append(Placed(layout.left, foot - (i + 1) * (layout.leading - 3), note, layout.size - 2, font))
        if layout.heads:
            head = layout.heads[number % len(layout.heads)]
            page.append(Placed(layout.left, layout.top + 25, head, layout.size - 1, font))
            page.append(Placed(290, layout.bottom - 40, f"- {number + 31} -", layout.size - 1, font))
        pages.append(page)
        number += 1
        top = layout.top
    return pages
