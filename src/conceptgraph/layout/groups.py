"""Communities side by side: circles that push one another apart, in each the springs of Fruchterman and Reingold."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from conceptgraph.layout.bodies import (
    FLATNESS,
    GOLDEN_ANGLE,
    STRONGEST_LINKS,
    Body,
    Group,
    Neighbours,
    polar,
)

SMALLEST_GROUP = 3  # concepts; smaller communities stand with the one they are linked to most
ROOMINESS = 2.6  # area of a community's circle over that of its boxes
SHAPE = 1.3  # width over height that is aimed at; what stands below in rows makes it less
MOST_STRETCH = 1.25


def make_groups(
    names: Sequence[str], communities: Mapping[str, int], neighbours: Neighbours, bodies: Mapping[str, Body]
) -> list[Group]:
    """Return the communities among `names`, largest first; the members of small ones stand with what leads to a large
    one, or in no group where nothing does.
    """
    members: dict[int, list[str]] = {}
    for name in names:
        members.setdefault(communities[name], []).append(name)
    large = {number: Group(list(each)) for number, each in members.items() if len(each) >= SMALLEST_GROUP}
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


def arrange_groups(groups: Sequence[Group], neighbours: Neighbours, rounds: int) -> None:
    """Pull linked circles together, all of them to the middle, and push apart those that overlap."""
    home = {name: number for number, group in enumerate(groups) for name in group.members}
    ties: dict[tuple[int, int], float] = {}
    for name, number in home.items():
        for other, weight in neighbours.get(name, ()):
            if home.get(other, number) > number:
                ties[number, home[other]] = ties.get((number, home[other]), 0.0) + weight
    strongest = max(ties.values(), default=1.0)
    for number, group in enumerate(groups):
        group.x, group.y = polar(group.radius * math.sqrt(number), number * GOLDEN_ANGLE)
    for _ in range(2 * rounds):
        for (first, second), weight in sorted(ties.items()):
            _draw_near(groups[first], groups[second], 0.1 * weight / strongest)
        for group in groups:
            group.x, group.y = group.x * 0.95, group.y * 0.95
        for number, group in enumerate(groups):
            for earlier in groups[:number]:
                _push_apart(group, earlier)


def _draw_near(one: Group, other: Group, share: float) -> None:
    dx, dy = (other.x - one.x) * share, (other.y - one.y) * share
    one.x, one.y, other.x, other.y = one.x + dx, one.y + dy, other.x - dx, other.y - dy


def _push_apart(one: Group, other: Group) -> None:
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


def arrange_members(group: Group, bodies: Mapping[str, Body], neighbours: Neighbours, rounds: int) -> None:
    """Move the members of a group under springs and repulsion within its circle, ever less.

    The ideal distance is that of equally spread members; heights count as more than widths, because boxes are flat.
    """
    members = group.members
    spring = group.radius * math.sqrt(math.pi / len(members)) * 0.9
    for number, name in enumerate(members):
        x, y = polar(group.radius * math.sqrt((number + 0.3) / len(members)), number * GOLDEN_ANGLE)
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


def stretch(bodies: Sequence[Body]) -> None:
    """Stretch the places in width and press them in height, or the other way round, towards `SHAPE`."""
    if not bodies:
        return
    width = max(body.x + body.half_width for body in bodies) - min(body.x - body.half_width for body in bodies)
    height = max(body.y + body.half_height for body in bodies) - min(body.y - body.half_height for body in bodies)
    factor = min(max(math.sqrt(SHAPE * height / width), 1 / MOST_STRETCH), MOST_STRETCH)
    for body in bodies:
        body.x *= factor
        body.y /= factor


def _repel(one: Body, other: Body, move: list[float], other_move: list[float], spring: float) -> None:
    dx, dy = one.x - other.x, (one.y - other.y) / FLATNESS
    push = spring * spring / (dx * dx + dy * dy + 1.0)
    move[0] += dx * push
    move[1] += dy * push * FLATNESS
    other_move[0] -= dx * push
    other_move[1] -= dy * push * FLATNESS


def _step(body: Body, move: Sequence[float], reach: float) -> None:
    length = math.hypot(*move)
    scale = min(1.0, reach / length) if length else 0.0
    body.x += move[0] * scale
    body.y += move[1] * scale


def _keep_inside(body: Body, group: Group) -> None:
    dx, dy = body.x - group.x, body.y - group.y
    distance = math.hypot(dx, dy)
    if distance > group.radius:
        body.x, body.y = group.x + dx * group.radius / distance, group.y + dy * group.radius / distance
