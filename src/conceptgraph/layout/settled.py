"""Boxes that have been put down: none overlaps, each is at the free place nearest to where it wants to be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Set
from functools import cache
from itertools import product

from conceptgraph.layout.bodies import DOT, FLATNESS, GAP, GOLDEN_ANGLE, Body, polar

STEP = 22.0  # pixels of the search for a free place
CELL = 80.0  # pixels of the cells by which near boxes are found
SMALL_CELL = 16.0  # pixels of the cells of which is known that no dot has room anywhere in them


class Settled:
    """Boxes that have been put down, by the cells that they touch.

    `searched` remembers how far from a cell no room for a dot was left, so that thousands of dots with one aim do not
    each search the same way; `full` has the small cells in which a dot would be too near, wherever in them it stood.
    """

    def __init__(self, bodies: Iterable[Body] = ()) -> None:
        self.cells: dict[tuple[int, int], list[Body]] = {}
        self.searched: dict[tuple[int, int], int] = {}
        self.full: set[tuple[int, int]] = set()
        for body in bodies:
            self.put(body)

    def put(self, body: Body) -> None:
        """Move the body to the free place nearest to where it stands, on a spiral, and keep it there."""
        aim = math.floor(body.x / CELL), math.floor(body.y / CELL)
        if body.half_width == DOT:
            self.searched[aim] = self._move(body, self.searched.get(aim, 0), self.full)
        else:
            self._move(body, 0, frozenset())
        for cell in _touched(body):
            self.cells.setdefault(cell, []).append(body)
        self.full.update(_closed_to_dots(body))

    def _move(self, body: Body, step: int, full: Set[tuple[int, int]]) -> int:
        """Move the body to the first free place of the search behind `step`, but not into a cell that is `full`, or
        leave it where that is free; return the step.
        """
        x, y = at_x, at_y = body.x, body.y
        while True:
            if (math.floor(at_x / SMALL_CELL), math.floor(at_y / SMALL_CELL)) not in full:
                body.x, body.y = at_x, at_y
                if not self._is_taken(body):
                    return step
            step += 1
            dx, dy = _spiral(step)
            at_x, at_y = x + dx, y + dy

    def _is_taken(self, body: Body) -> bool:
        """Tell whether the body is nearer than GAP to one that has been put down.

        Where it is crowded, what is in the way is mostly in the cell of the body's middle; that is looked at first.
        """
        middle = math.floor(body.x / CELL), math.floor(body.y / CELL)
        if self._is_crowded(middle, body):
            return True
        return any(self._is_crowded(cell, body) for cell in _touched(body) if cell != middle)

    def _is_crowded(self, cell: tuple[int, int], body: Body) -> bool:
        """Tell whether a body of the cell is nearer than GAP."""
        x, y = body.x, body.y
        width, height = body.half_width + GAP, body.half_height + GAP
        for other in self.cells.get(cell, ()):
            if abs(x - other.x) < width + other.half_width and abs(y - other.y) < height + other.half_height:
                return True
        return False


@cache
def _spiral(step: int) -> tuple[float, float]:
    """Return where a step of the search leads, from the place that is wanted."""
    dx, dy = polar(STEP * math.sqrt(step), step * GOLDEN_ANGLE)
    return dx, dy * FLATNESS


def _closed_to_dots(body: Body) -> Iterator[tuple[int, int]]:
    """Yield the small cells that lie wholly where the middle of a dot would be too near to a body."""
    width, height = body.half_width + GAP + DOT, body.half_height + GAP + DOT
    columns = range(math.floor((body.x - width) / SMALL_CELL) + 1, math.ceil((body.x + width) / SMALL_CELL) - 1)
    rows = range(math.floor((body.y - height) / SMALL_CELL) + 1, math.ceil((body.y + height) / SMALL_CELL) - 1)
    return product(columns, rows)


def _touched(body: Body) -> list[tuple[int, int]]:
    """Return the cells that a body and half the gap round it touch."""
    width, height = body.half_width + GAP / 2, body.half_height + GAP / 2
    columns = range(math.floor((body.x - width) / CELL), math.floor((body.x + width) / CELL) + 1)
    rows = range(math.floor((body.y - height) / CELL), math.floor((body.y + height) / CELL) + 1)
    return [(column, row) for column in columns for row in rows]
