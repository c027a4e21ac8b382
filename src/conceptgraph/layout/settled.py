"""Boxes that have been put down: none overlaps, each is at the free place nearest to where it wants to be."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from conceptgraph.layout.bodies import DOT, FLATNESS, GAP, GOLDEN_ANGLE, Body, polar

STEP = 22.0  # pixels of the search for a free place
CELL = 80.0  # pixels of the cells by which near boxes are found


class Settled:
    """Boxes that have been put down, by the cells that they touch.

    `searched` remembers how far from a cell no room for a dot was left, so that thousands of dots with one aim do not
    each search the same way.
    """

    def __init__(self, bodies: Iterable[Body] = ()) -> None:
        self.cells: dict[tuple[int, int], list[Body]] = {}
        self.searched: dict[tuple[int, int], int] = {}
        for body in bodies:
            self.put(body)

    def put(self, body: Body) -> None:
        """Move the body to the free place nearest to where it stands, on a spiral, and keep it there."""
        x, y = body.x, body.y
        aim = math.floor(x / CELL), math.floor(y / CELL)
        is_dot = body.half_width == DOT
        step = self.searched.get(aim, 0) if is_dot else 0
        while self._is_taken(body):
            step += 1
            dx, dy = _spiral(step)
            body.x, body.y = x + dx, y + dy
        if is_dot:
            self.searched[aim] = step
        for cell in _touched(body):
            self.cells.setdefault(cell, []).append(body)

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


@lru_cache(maxsize=100_000)
def _spiral(step: int) -> tuple[float, float]:
    """Return where a step of the search leads, from the place that is wanted."""
    dx, dy = polar(STEP * math.sqrt(step), step * GOLDEN_ANGLE)
    return dx, dy * FLATNESS


def _touched(body: Body) -> list[tuple[int, int]]:
    """Return the cells that a body and half the gap round it touch."""
    width, height = body.half_width + GAP / 2, body.half_height + GAP / 2
    columns = range(math.floor((body.x - width) / CELL), math.floor((body.x + width) / CELL) + 1)
    rows = range(math.floor((body.y - height) / CELL), math.floor((body.y + height) / CELL) + 1)
    return [(column, row) for column in columns for row in rows]
