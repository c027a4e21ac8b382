"""Headings -> the section of each paragraph; lists and tables of contents that only look like headings."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.clean.paragraphs import Paragraph
from conceptgraph.clean.shapes import LIST_RANKS, UNNUMBERED, Heading


def settle_headings(paragraphs: Sequence[Paragraph]) -> None:
    """Set ``contents`` for headings listed ahead of their sections, and ``list`` for rows of numbered lines.

    A heading that the next heading follows at once and that comes again later belongs to a table of contents.
    """
    later: dict[str, int] = {}
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading":
            later[paragraph.text] = i
    for i, paragraph in enumerate(paragraphs[:-1]):
        following = paragraphs[i + 1]
        if paragraph.kind != "heading" or following.kind not in ("heading", "contents"):
            continue
        if later[paragraph.text] > i:
            paragraph.kind = "contents"
    _settle_lists(paragraphs)


def _settle_lists(paragraphs: Sequence[Paragraph]) -> None:
    """Make list items of neighbouring "1." and "（1）" lines of one style, with no text between them."""
    row: list[Paragraph] = []
    for paragraph in [*paragraphs, Paragraph("end")]:
        heading = paragraph.heading if paragraph.kind == "heading" else None
        if heading and heading.rank in LIST_RANKS and (not row or _rank(row[-1]) == heading.rank):
            row.append(paragraph)
            continue
        if len(row) > 1:
            for item in row:
                item.kind, item.heading = "list", None
        row = [paragraph] if heading and heading.rank in LIST_RANKS else []


def _rank(paragraph: Paragraph) -> int:
    return paragraph.heading.rank if paragraph.heading else UNNUMBERED


class Outline:
    """The headings in force while the paragraphs go by."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        ranks = [
            paragraph.heading.rank for paragraph in paragraphs if paragraph.kind == "heading" and paragraph.heading
        ]
        numbered = [rank for rank in ranks if rank != UNNUMBERED]
        self._top = min(numbered, default=UNNUMBERED)
        self._open: list[tuple[int, str]] = []

    def enter(self, heading: Heading, title: str) -> None:
        """Close the sections of the same or an inner rank and open this one."""
        rank = self._top if heading.rank == UNNUMBERED else heading.rank
        self._open = [(other, name) for other, name in self._open if other < rank]
        self._open.append((rank, title))

    @property
    def section(self) -> tuple[str, ...]:
        """The headings in force, outermost first."""
        return tuple(name for _, name in self._open)
