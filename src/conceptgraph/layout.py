"""Where the concepts stand in the picture: communities side by side, linked concepts near, boxes never overlapping.

Everything is deterministic plain Python, in three steps, so that the picture is compact at each of its sizes: the
concepts shown at opening (springs after Fruchterman and Reingold 1991, in circles that push one another apart, one for
each community), round them the others that have room for a box, and dots beside what they are linked to most; below,
in rows, what is linked to none of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from conceptgraph.config import AnalyzeConfig

Point = tuple[float, float]
Weighted = tuple[str, str, float]
Neighbours = Mapping[str, Sequence[tuple[str, float]]]  # strongest first

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
PADDING_X, PADDING_Y, GAP = 22.0, 14.0, 16.0  # pixels of a box around its name, and between boxes
SMALLEST_FONT, LARGEST_FONT = 13.0, 30.0  # pixels
DOT = 9.0  # pixels from the middle of a dot to its border
STEP, FLATNESS = 22.0, 0.6  # pixels of the search for a free place; boxes are wider than high
SMALLEST_GROUP = 3  # concepts; smaller communities stand with the one they are linked to most
ROOMINESS = 2.6  # area of a community's circle over that of its boxes
STRONGEST_LINKS = 4  # of a concept say where it stands
ROW_GAP = 18.0  # pixels between the nodes in rows
CELL = 80.0  # pixels of the cells by which near boxes are found


@dataclass(slots=True)
class _Body:
    """A node while it moves: place, half width and half height of its box."""

    half_width: float
    half_height: float
    x: float = 0.0
    y: float = 0.0


@dataclass(slots=True)
class _Group:
    """A community while it moves: the middle and radius of its circle, and the concepts in it."""

    members: list[str] = field(default_factory=list)
    radius: float = 0.0
    x: float = 0.0
    y: float = 0.0


def font_sizes(frequencies: Mapping[str, int]) -> dict[str, float]:
    """Return the font size of each name in pixels: linear in the root of its frequency, clamped at the 95th percentile.

    >>> font_sizes({"异化": 9, "资本": 1})
    {'异化': 30.0, '资本': 18.7}
    """
    if not frequencies:
        return {}
    ordered = sorted(frequencies.values())
    most = math.sqrt(max(ordered[math.ceil(len(ordered) * 0.95) - 1], 1))
    step = LARGEST_FONT - SMALLEST_FONT
    return {
        name: round(SMALLEST_FONT + step * min(1.0, math.sqrt(count) / most), 1) for name, count in frequencies.items()
    }


def box_size(name: str, font: float) -> tuple[float, float]:
    """Return the width and height in pixels of the box round a name; a Latin letter is 0.6 of a Chinese character."""
    width = sum(font if ord(character) > 0x2E80 else 0.6 * font for character in name)
    return width + PADDING_X, font * 1.3 + PADDING_Y


def place_nodes(
    names: Sequence[str],
    links: Sequence[Weighted],
    communities: Mapping[str, int],
    fonts: Mapping[str, float],
    config: AnalyzeConfig,
) -> dict[str, Point]:
    """Return the place of each node in pixels, centred on 0, 0; `names` come most important first.

    The first `config.shown` nodes make the opening picture, those up to `config.laid_out` have room for a box round it;
    the others get room for a dot. Nothing overlaps.
    """
    bodies = {name: _Body(*(size / 2 for size in box_size(name, fonts[name]))) for name in names}
    for name in names[config.laid_out :]:
        bodies[name].half_width = bodies[name].half_height = DOT
    neighbours = _neighbours(links)
    groups = _groups(names[: config.shown], communities, neighbours, bodies)
    grouped = {name for group in groups for name in group.members}
    _arrange_groups(groups, neighbours, config.layout_rounds)
    for group in groups:
        _arrange_members(group, bodies, neighbours, config.layout_rounds)
    settled = _Settled()
    first = [name for name in names if name in grouped]
    for name in first:
        settled.put(bodies[name])
    placed = list(first)
    for wave in (names[: config.shown], names[config.shown :]):
        unlinked = _attach(wave, placed, bodies, neighbours, communities, settled)
        _line_up(unlinked, placed, bodies, neighbours, settled)
    return _centred(names, first, bodies)


def _neighbours(links: Sequence[Weighted]) -> dict[str, list[tuple[str, float]]]:
    """Return the nodes that each node is linked to, strongest first; parallel links add up."""
    weights: dict[str, dict[str, float]] = {}
    for source, target, weight in sorted(links):
        if source != target:
            for one, other in ((source, target), (target, source)):
                row = weights.setdefault(one, {})
                row[other] = row.get(other, 0.0) + weight
    return {name: sorted(row.items(), key=lambda each: (-each[1], each[0])) for name, row in weights.items()}


def _groups(
    names: Sequence[str], communities: Mapping[str, int], neighbours: Neighbours, bodies: Mapping[str, _Body]
) -> list[_Group]:
    """Return the communities among `names`, largest first; the members of small ones stand with what leads to a large
    one, or in no group where nothing does.
    """
    members: dict[int, list[str]] = {}
    for name in names:
        members.setdefault(communities[name], []).append(name)
    large = {number: _Group(list(each)) for number, each in members.items() if len(each) >= SMALLEST_GROUP}
    homes = {name: large[communities[name]] for name in names if communities[name] in large}
    waiting, found = [name for name in names if name not in homes], True
    while waiting and found:
        found = False
        for name in waiting:
            home = next((homes[other] for other, _ in neighbours.get(name, ()) if other in homes), None)
            if home is not None:
                homes[name], found = home, True
                home.members.append(name)
        waiting = [name for name in waiting if name not in homes]
    groups = sorted(large.values(), key=lambda group: (-len(group.members), names.index(group.members[0])))
    for group in groups:
        area = sum(4 * bodies[name].half_width * bodies[name].half_height for name in group.members)
        group.radius = math.sqrt(area * ROOMINESS / math.pi)
    return groups


def _arrange_groups(groups: Sequence[_Group], neighbours: Neighbours, rounds: int) -> None:
    """Pull linked circles together, all of them to the middle, and push apart those that overlap."""
    home = {name: number for number, group in enumerate(groups) for name in group.members}
    ties: dict[tuple[int, int], float] = {}
    for name, number in home.items():
        for other, weight in neighbours.get(name, ()):
            if home.get(other, number) > number:
                ties[number, home[other]] = ties.get((number, home[other]), 0.0) + weight
    strongest = max(ties.values(), default=1.0)
    for number, group in enumerate(groups):
        group.x, group.y = _polar(group.radius * math.sqrt(number), number * GOLDEN_ANGLE)
    for _ in range(2 * rounds):
        for (first, second), weight in sorted(ties.items()):
            _draw_near(groups[first], groups[second], 0.1 * weight / strongest)
        for group in groups:
            group.x, group.y = group.x * 0.95, group.y * 0.95
        for number, group in enumerate(groups):
            for earlier in groups[:number]:
                _push_apart(group, earlier)


def _draw_near(one: _Group, other: _Group, share: float) -> None:
    dx, dy = (other.x - one.x) * share, (other.y - one.y) * share
    one.x, one.y, other.x, other.y = one.x + dx, one.y + dy, other.x - dx, other.y - dy


def _push_apart(one: _Group, other: _Group) -> None:
    """Move two overlapping circles apart along the line of their middles, the smaller one further."""
    dx, dy = one.x - other.x, one.y - other.y
    distance = math.hypot(dx, dy) or 1.0
    missing = one.radius + other.radius - distance
    if missing > 0:
        share = other.radius / (one.radius + other.radius) * missing / distance
        rest = missing / distance - share
        one.x, one.y, other.x, other.y = (
            one.x + dx * share,
            one.y + dy * share,
            other.x - dx * rest,
            other.y - dy * rest,
        )


def _arrange_members(group: _Group, bodies: Mapping[str, _Body], neighbours: Neighbours, rounds: int) -> None:
    """Move the members of a group under springs and repulsion within its circle, ever less.

    The ideal distance is that of equally spread members; heights count as more than widths, because boxes are flat.
    """
    members = group.members
    spring = group.radius * math.sqrt(math.pi / len(members)) * 0.9
    for number, name in enumerate(members):
        x, y = _polar(group.radius * math.sqrt((number + 0.3) / len(members)), number * GOLDEN_ANGLE)
        bodies[name].x, bodies[name].y = group.x + x, group.y + y * FLATNESS
    inside = set(members)
    pulls = [
        (bodies[name], bodies[other])
        for name in members
        for other, _ in neighbours.get(name, ())[:STRONGEST_LINKS]
        if other in inside
    ]
    for number in range(rounds):
        reach = spring * (1 - number / rounds)
        moves = {name: [(group.x - bodies[name].x) * 0.1, (group.y - bodies[name].y) * 0.1] for name in members}
        by_body = {id(bodies[name]): moves[name] for name in members}
        for place, name in enumerate(members):
            for other in members[:place]:
                _repel(bodies[name], bodies[other], moves[name], moves[other], spring)
        for start, end in pulls:
            dx, dy = end.x - start.x, end.y - start.y
            pull = math.hypot(dx, dy) / spring * 0.3
            for body, sign in ((start, 1), (end, -1)):
                by_body[id(body)][0] += sign * dx * pull
                by_body[id(body)][1] += sign * dy * pull
        for name in members:
            _step(bodies[name], moves[name], reach)
            _keep_inside(bodies[name], group)


def _repel(one: _Body, other: _Body, move: list[float], other_move: list[float], spring: float) -> None:
    dx, dy = one.x - other.x, (one.y - other.y) / FLATNESS
    push = spring * spring / (dx * dx + dy * dy + 1.0)
    move[0] += dx * push
    move[1] += dy * push * FLATNESS
    other_move[0] -= dx * push
    other_move[1] -= dy * push * FLATNESS


def _step(body: _Body, move: Sequence[float], reach: float) -> None:
    length = math.hypot(*move)
    scale = min(1.0, reach / length) if length else 0.0
    body.x += move[0] * scale
    body.y += move[1] * scale


def _keep_inside(body: _Body, group: _Group) -> None:
    dx, dy = body.x - group.x, body.y - group.y
    distance = math.hypot(dx, dy)
    if distance > group.radius:
        body.x, body.y = group.x + dx * group.radius / distance, group.y + dy * group.radius / distance


def _attach(
    names: Sequence[str],
    placed: list[str],
    bodies: Mapping[str, _Body],
    neighbours: Neighbours,
    communities: Mapping[str, int],
    settled: _Settled,
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


def _line_up(
    names: Sequence[str],
    placed: list[str],
    bodies: Mapping[str, _Body],
    neighbours: Neighbours,
    settled: _Settled,
) -> None:
    """Put nodes in rows below all that is `placed`, about as wide as that, linked ones side by side; add them to it."""
    area = sum(4 * (bodies[name].half_width + GAP) * (bodies[name].half_height + GAP) for name in names)
    left, right = _reach([(bodies[name].x, bodies[name].half_width) for name in placed])
    bottom = _reach([(bodies[name].y, bodies[name].half_height) for name in placed])[1]
    middle, width = (left + right) / 2, max(right - left, 2 * math.sqrt(area))
    rows: list[list[_Body]] = [[]]
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


def _centred(names: Sequence[str], first: Sequence[str], bodies: Mapping[str, _Body]) -> dict[str, Point]:
    """Return the places with the middle of the opening picture at 0, 0."""
    middle_x = sum(bodies[name].x for name in first) / max(len(first), 1)
    middle_y = sum(bodies[name].y for name in first) / max(len(first), 1)
    return {name: (round(bodies[name].x - middle_x, 1), round(bodies[name].y - middle_y, 1)) for name in names}


def _polar(radius: float, angle: float) -> Point:
    return radius * math.cos(angle), radius * math.sin(angle)


class _Settled:
    """Boxes that have been put down, by the cells that they touch.

    `searched` remembers how far from a cell no room for a dot was left, so that thousands of dots with one aim do not
    each search the same way.
    """

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[_Body]] = {}
        self.searched: dict[tuple[int, int], int] = {}

    def put(self, body: _Body) -> None:
        """Move the body to the free place nearest to where it stands, on a spiral, and keep it there."""
        x, y = body.x, body.y
        aim = math.floor(x / CELL), math.floor(y / CELL)
        is_dot = body.half_width == DOT
        step = self.searched.get(aim, 0) if is_dot else 0
        while self._is_taken(body):
            step += 1
            dx, dy = _polar(STEP * math.sqrt(step), step * GOLDEN_ANGLE)
            body.x, body.y = x + dx, y + dy * FLATNESS
        if is_dot:
            self.searched[aim] = step
        for cell in _touched(body):
            self.cells.setdefault(cell, []).append(body)

    def _is_taken(self, body: _Body) -> bool:
        """Tell whether the body is nearer than GAP to one that has been put down."""
        width, height = body.half_width + GAP, body.half_height + GAP
        for cell in _touched(body):
            for other in self.cells.get(cell, ()):
                if (
                    abs(body.x - other.x) < width + other.half_width
                    and abs(body.y - other.y) < height + other.half_height
                ):
                    return True
        return False


def _touched(body: _Body) -> list[tuple[int, int]]:
    """Return the cells that a body and half the gap round it touch."""
    width, height = body.half_width + GAP / 2, body.half_height + GAP / 2
    columns = range(math.floor((body.x - width) / CELL), math.floor((body.x + width) / CELL) + 1)
    rows = range(math.floor((body.y - height) / CELL), math.floor((body.y + height) / CELL) + 1)
    return [(column, row) for column in columns for row in rows]
