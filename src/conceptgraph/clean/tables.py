"""Tables in plain text: rows of cells below each other, most of them numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conceptgraph.clean.layout import Line

GAP = re.compile(r"\t+|[ \u3000]{2,}")
SENTENCE = re.compile(r"[。；！？]")
CLAUSE = re.compile(r"[，、：]")
NUMBER = re.compile(r"(?:[-+−–—<>≤≥±]?\d[\d,.．]*\s*[%％‰]?|[（(\[]\s*[-−]?\d[\d,.．]*\s*[)）\]]|[-−–—/])\*{0,3}\Z")
FEWEST_CELLS = 3
FEWEST_ROWS = 2  # of numbers; of words alone one more, because names and keywords stand in rows as well


def find_table_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines that are rows of a table: two rows of numbers or more below each other, and the
    rows of cells around them; also three rows with equally many cells of words.
    """
    if not any(GAP.search(line.text) or NUMBER.match(line.text.rpartition(" ")[2]) for line in lines):
        return frozenset()
    numeric = [_is_numeric(line.text) for line in lines]
    found: set[int] = set()
    for first, last in _runs(numeric, FEWEST_ROWS):
        while first > 0 and _goes_along(lines[first - 1].text, lines[first].text):
            first -= 1
        while last < len(lines) and _goes_along(lines[last].text, lines[last - 1].text):
            last += 1
        found.update(range(first, last))
    counts = [_count_cells(line.text) for line in lines]
    alike = [
        count >= FEWEST_CELLS and (count in counts[max(i - 1, 0) : i] or count in counts[i + 1 : i + 2])
        for i, count in enumerate(counts)
    ]
    for first, last in _runs(alike, FEWEST_ROWS + 1):
        found.update(range(first, last))
    return frozenset(lines[i].start for i in found)


def _runs(marks: Sequence[bool], least: int) -> list[tuple[int, int]]:
    """Return the stretches of true `marks` that are `least` long or longer, as half-open spans."""
    runs, start = [], 0
    for i, mark in enumerate([*marks, False]):
        if not mark:
            if i - start >= least:
                runs.append((start, i))
            start = i + 1
    return runs


def _is_numeric(text: str) -> bool:
    """Tell whether a line is three cells or more, at least two and half of them numbers, and no sentence. Without wide
    gaps more than half of them must be numbers, and no clause ends in it.

    >>> _is_numeric("东部 1234 5.6 3,200"), _is_numeric("2019 年有 3 人")
    (True, False)
    """
    if SENTENCE.search(text):
        return False
    cells = text.split()
    numbers = sum(NUMBER.match(cell) is not None for cell in cells)
    if len(cells) < FEWEST_CELLS or numbers < max(2, len(cells) / 2):
        return False
    return GAP.search(text) is not None or (2 * numbers > len(cells) and not CLAUSE.search(text))


def _count_cells(text: str) -> int:
    """Return how many cells wide gaps part; 0 in a sentence and in a line with a blank after each character."""
    cells = GAP.split(text)
    return len(cells) if any(len(cell) > 1 for cell in cells) and not SENTENCE.search(text) else 0


def _goes_along(text: str, row: str) -> bool:
    """Tell whether a line beside a row of numbers belongs to the table: its head, or a row with words in it."""
    if SENTENCE.search(text):
        return False
    return _count_cells(text) >= FEWEST_CELLS or (
        len(text.split()) >= FEWEST_CELLS
        and abs(len(text.split()) - len(row.split())) <= 1
        and len(text) <= 2 * len(row)
    )
