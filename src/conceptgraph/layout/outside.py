"""What stands outside the communities: beside what it is linked to, or in rows below where nothing links it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from conceptgraph.layout.bodies import GAP, STRONGEST_LINKS, Body, Neighbours
from conceptgraph.layout.settled import Settled

ROW_GAP = 18.0  # pixels between the nodes in rows


def attach(
    names: Sequence[str],
    placed: list[str],
    bodies: Mapping[str, Body],
    neighbours: Neighbours,
    communities: Mapping[str, int],
    settled: Settled,
) -> list[str]:
    """Put each node that is not `placed` down where its links to placed ones lead, of its own community first, and add
    it to them; return those that no link leads to.
    """
    known = set(placed)
    waiting, found = [name for name in names if name not in known], True
    while waiting and found:
        found = False
        for name in waiting:
            linked = [(other, weight) for other, weight in neighbours.get(name, ()) if other in known]
            linked.sort(key=lambda each: communities[each[0]] != communities[name])
            near = [(bodies[other], weight) for other, weight in linked[:STRONGEST_LINKS]]
            if near:
                total = sum(weight for _, weight in near)
                bodies[name].x = sum(body.x * weight for body, weight in near) / total
                bodies[name].y = sum(body.y * weight for body, weight in near) / total
                settled.put(bodies[name])
                known.add(name)
                placed.append(name)
                found = True
        waiting = [name for name in waiting if name not in known]
    return waiting


def line_up(
    names: Sequence[str],
    placed: list[str],
    bodies: Mapping[str, Body],
    neighbours: Neighbours,
    settled: Settled,
) -> None:
    """Put nodes in rows below all that is `placed`, about as wide as that, linked ones side by side; add them to it."""
    area = sum(4 * (bodies[name].half_width + GAP) * (bodies[name].half_height + GAP) for name in names)
    left, right = _reach([(bodies[name].x, bodies[name].half_width) for name in placed])
    bottom = _reach([(bodies[name].y, bodies[name].half_height) for name in placed])[1]
    middle, width = (left + right) / 2, max(right - left, 2 * math.sqrt(area))
    rows: list[list[Body]] = [[]]
    used = 0.0
    for name in _side_by_side(names, neighbours):
        body = bodies[name]
        if rows[-1] and used + 2 * body.half_width > width:
            rows.append([])
            used = 0.0
        rows[-1].append(body)
        used += 2 * body.half_width + ROW_GAP
    y = bottom + ROW_GAP
    for row in filter(None, rows):
        x = middle - (sum(2 * body.half_width for body in row) + ROW_GAP * (len(row) - 1)) / 2
        height = 2 * max(body.half_height for body in row)
        for body in row:
            body.x, body.y = x + body.half_width, y + height / 2
            settled.put(body)
            x += 2 * body.half_width + ROW_GAP
        y += height + ROW_GAP
    placed += names


def _reach(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the least and the greatest end of spans that are given as middle and half length; 0, 0 for none."""
    return (
        min((middle - half for middle, half in spans), default=0.0),
        max((middle + half for middle, half in spans), default=0.0),
    )


def _side_by_side(names: Sequence[str], neighbours: Neighbours) -> Iterator[str]:
    """Yield the nodes in order, each followed by those that links lead to from it."""
    left = dict.fromkeys(names)
    for start in names:
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name in left:
                del left[name]
                yield name
                waiting += [other for other, _ in reversed(neighbours.get(name, ())) if other in left]
