"""Vertical lines: a page whose characters stand one under the other is turned, so that its lines run across."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from conceptgraph.read.pdf.page import Char, Page
from conceptgraph.read.records import has_chinese

NEXT = (0.7, 1.35)  # times the size: from one character to the next of its line
ASIDE = 0.3  # of the size: by how much neighbours of one line may be out of it
CLEARLY = 2  # times as many neighbours below as beside make a page vertical
MOST = 0.5  # share of the characters that have a neighbour below


def turn_vertical(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return `pages`, those with vertical lines turned: what stood below stands to the right, the left column below."""
    return tuple(_turn(page) if _is_vertical(page) else page for page in pages)


def _is_vertical(page: Page) -> bool:
    """Tell whether most Chinese characters of a page have their neighbour below and not beside them."""
    chars = [char for char in page.chars if has_chinese(char.text)]
    below = _count_neighbours((char.x, char.y, char.size) for char in chars)
    beside = _count_neighbours((char.y, char.x, char.size) for char in chars)
    return below > MOST * len(chars) and below > CLEARLY * beside


def _count_neighbours(places: Iterable[tuple[float, float, float]]) -> int:
    """Return how many of `places` (line, way along it, size) have a next one on their line, close by."""
    count = 0
    ordered = sorted((round(line / max(size, 1.0) / ASIDE), way, size) for line, way, size in places)
    for (line, way, size), (other, there, _) in pairwise(ordered):
        count += line == other and NEXT[0] * size <= there - way <= NEXT[1] * size
    return count


def _turn(page: Page) -> Page:
    chars = tuple(Char(c.text, c.y - c.size, page.width - c.x, c.size, c.size, c.font) for c in page.chars)
    return replace(page, width=page.height, height=page.width, chars=chars)
