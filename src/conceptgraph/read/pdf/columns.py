"""Reading order: where the gutter between columns runs, and which runs are read before which.

A page is cut at its gutter only where columns of prose stand side by side; a title or a table across the page parts
the columns above it from those below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from conceptgraph.read.pdf.page import Run, make_run

LEAST_ROWS = 3  # lines that each of two columns has at least, where the page alone must tell
ACROSS = 0.8  # of the size: a run that passes the gutter by this much on both sides runs across it
NARROWEST = 6  # times the size: the narrowest column
INDENT = 3  # times the size: how far a line of a column may begin from its edge, or end before it
SQUARE = 0.6  # share of the lines of a column that begin at its edge
REACH = 0.45  # share of the lines of the left column that reach the gutter
FIRM_ROWS = 5  # lines of a column beside something else than a column
AT_EDGE = 0.35  # of the size: how near to its edge a line of the right column begins
HUNG = 0.12  # of the size: by how much a gutter into which a mark hangs is still wider than other gaps
DEEPEST = 3  # a page is cut so often at most: four columns


class Gutter(NamedTuple):
    """A gutter at `x`; the column on its left begins at `left`, the one on its right at `right`."""

    x: float
    left: float
    right: float


Band = tuple[list[Run], list[Run]]


def reading_order(runs: Sequence[Run], size: float, known: Sequence[Gutter] = (), depth: int = 0) -> list[list[Run]]:
    """Return the runs of a page column by column, in reading order. `size` is the usual size of its characters.

    `known` are gutters of other pages: where one of them fits, a few lines are enough.
    """
    runs = sorted(runs, key=lambda run: (run.middle, run.start))
    gutter = find_gutter(runs, size) if depth < DEEPEST else None
    if gutter is None:
        fitting = [each for each in known if _cuts(runs, each, size)]
        gutter = fitting[0] if fitting else None
    if gutter is None or depth >= DEEPEST:
        return [list(runs)] if runs else []
    columns: list[list[Run]] = [[]]
    parted = [part for run in runs for part in _part(run, gutter, size)]
    for across, (left, right) in _bands(parted, gutter.x, size):
        columns[-1].extend(across)
        if _is_square(left, right, gutter, size) or _has_column(left, right, gutter, size):
            columns.extend(reading_order(left, size, (), depth + 1))
            columns.extend(reading_order(right, size, (), depth + 1))
            columns.append([])
        else:
            columns[-1].extend([*left, *right])
    return [column for column in columns if column]


def find_gutter(runs: Sequence[Run], size: float) -> Gutter | None:
    """Return the gutter beside which most lines stand in square columns, None where there is none.

    `runs` are in order from above.
    """
    best: tuple[float, Gutter] | None = None
    for x in _candidates(runs, size):
        score = 0.0
        edges: Gutter | None = None
        for _, (left, right) in _bands(runs, x, size):
            gutter = _edges(left, right, x)
            if gutter and _is_square(left, right, gutter, size) and _is_prose(left, right, gutter, size):
                score += _count_rows(left) + _count_rows(right)
                edges = edges or gutter
        if edges and (best is None or score > best[0]):
            best = score, edges
    return best[1] if best else None


def _candidates(runs: Sequence[Run], size: float) -> list[float]:
    """Return where a gutter may run: a little left of where several lines begin."""
    starts: dict[int, int] = {}
    for run in runs:
        place = round(run.start / max(size, 1.0) * 2)
        starts[place] = starts.get(place, 0) + 1
    often = [place for place, count in starts.items() if count >= LEAST_ROWS]
    return sorted((place / 2 - 0.5) * size for place in often)


def _bands(runs: Sequence[Run], x: float, size: float) -> Iterator[tuple[list[Run], Band]]:
    """Yield what runs across `x` and then the runs beside it down to the next that runs across.

    `runs` are in order from above.
    """
    across: list[Run] = []
    sides: Band = ([], [])
    for run in runs:
        if min(x - run.start, run.end - x) > ACROSS * size:
            if sides[0] or sides[1]:
                yield across, sides
                across, sides = [], ([], [])
            across.append(run)
        else:
            sides[(run.start + run.end) / 2 > x].append(run)
    yield across, sides


def _part(run: Run, gutter: Gutter, size: float) -> list[Run]:
    """Return `run` in two where it runs over the gutter only because a mark hangs into it: at its widest gap."""
    gaps = [right.x - left.end for left, right in pairwise(run.chars)]
    for i, gap in enumerate(gaps, start=1):
        if abs(run.chars[i].x - gutter.right) < AT_EDGE * size and gap == max(gaps) > median(gaps) + HUNG * size:
            return [make_run(run.chars[:i]), make_run(run.chars[i:])]
    return [run]


def _has_column(left: Sequence[Run], right: Sequence[Run], gutter: Gutter, size: float) -> bool:
    """Tell whether on one side of the gutter stands a column, whatever is on the other: a picture, a table."""
    sides = ((left, gutter.left), (right, gutter.right))
    firm = (_count_rows(runs) >= FIRM_ROWS and _begin_at(runs, edge, size) for runs, edge in sides)
    return bool(left) and bool(right) and any(firm)


def _edges(left: Sequence[Run], right: Sequence[Run], x: float) -> Gutter | None:
    if not left or not right:
        return None
    return Gutter(x, _edge(left), _edge(right))


def _edge(runs: Sequence[Run]) -> float:
    """Return where the lines of a column begin: the lower quartile of their left ends."""
    starts = sorted(_line_starts(runs).values())
    return starts[len(starts) // 4]


def _line_starts(runs: Sequence[Run]) -> dict[int, float]:
    """Return the left end of each line, by its height in points."""
    starts: dict[int, float] = {}
    for run in runs:
        height = round(run.y)
        starts[height] = min(run.start, starts.get(height, run.start))
    return starts


def _count_rows(runs: Sequence[Run]) -> int:
    return len(_line_starts(runs))


def _is_square(left: Sequence[Run], right: Sequence[Run], gutter: Gutter, size: float) -> bool:
    """Tell whether the runs beside a gutter stand in columns: wide enough, most lines beginning at their edges."""
    if not left or not right:
        return False
    if max(run.end for run in left) - gutter.left < NARROWEST * size:
        return False
    if max(run.end for run in right) - gutter.right < NARROWEST * size:
        return False
    return _begin_at(left, gutter.left, size) and _begin_at(right, gutter.right, size)


def _begin_at(runs: Sequence[Run], edge: float, size: float) -> bool:
    starts = _line_starts(runs).values()
    return sum(abs(start - edge) < INDENT * size for start in starts) >= SQUARE * len(starts)


def _is_prose(left: Sequence[Run], right: Sequence[Run], gutter: Gutter, size: float) -> bool:
    """Tell whether both sides of a gutter have several lines, and many of the left ones reach it."""
    ends: dict[int, float] = {}
    for run in left:
        ends[round(run.y)] = max(run.end, ends.get(round(run.y), 0.0))
    reach = sum(gutter.right - end < 2 * INDENT * size for end in ends.values())
    return min(len(ends), _count_rows(right)) >= LEAST_ROWS and reach >= REACH * len(ends)


def _cuts(runs: Sequence[Run], gutter: Gutter, size: float) -> bool:
    """Tell whether a known gutter cuts some band of this page into columns."""
    return any(_is_square(*sides, gutter, size) for _, sides in _bands(runs, gutter.x, size) if all(sides))
