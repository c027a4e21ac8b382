"""Boxes change places where that makes the lines between them shorter: fewer lines cross, fewer run behind a box."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from conceptgraph.layout.bodies import GAP, Body

MOST = 100  # of the most important concepts change places; the time grows with their square
ROUNDS = 6
HOMESICKNESS = 4.0  # what a pixel to the middle of its community counts, over one of a line
LEAST_GAIN = 1.0  # pixels

Pull = tuple[Body, float]


def exchange_places(
    names: Sequence[str],
    bodies: Mapping[str, Body],
    communities: Mapping[str, int],
    stated: Collection[frozenset[str]],
) -> None:
    """Let any two of `names` change places where it shortens their lines and no box then overlaps another.

    Only the lines of what is `stated` count, and the way to the middle of its own community, which keeps a concept at
    home; co-occurrences are drawn faintly and may be long.
    """
    chosen = names[:MOST]
    near = _near(chosen, stated)
    homes = _homes(chosen, bodies, communities)
    pulls = {name: [(homes[name], HOMESICKNESS), *((bodies[other], 1.0) for other in near[name])] for name in chosen}
    lengths = {name: _length(bodies[name], pulls[name]) for name in chosen}
    for _ in range(ROUNDS):
        moved = False
        for one, other in combinations(chosen, 2):
            before = lengths[one] + lengths[other]
            _swap(bodies[one], bodies[other])
            after = _length(bodies[one], pulls[one]) + _length(bodies[other], pulls[other])
            if after < before - LEAST_GAIN and all(_has_room(bodies[each], names, bodies) for each in (one, other)):
                moved = True
                for each in (one, other, *near[one], *near[other]):
                    lengths[each] = _length(bodies[each], pulls[each])
            else:
                _swap(bodies[one], bodies[other])
        if not moved:
            return


def _near(names: Sequence[str], stated: Collection[frozenset[str]]) -> dict[str, list[str]]:
    """Return the other ends of the lines of each concept, in the order of `names`."""
    return {name: [other for other in names if other != name and frozenset((name, other)) in stated] for name in names}


def _homes(names: Sequence[str], bodies: Mapping[str, Body], communities: Mapping[str, int]) -> dict[str, Body]:
    """Return the middle of each concept's community."""
    members: dict[int, list[Body]] = {}
    for name in names:
        members.setdefault(communities[name], []).append(bodies[name])
    middles = {number: _middle(group) for number, group in members.items()}
    return {name: middles[communities[name]] for name in names}


def _middle(bodies: Sequence[Body]) -> Body:
    count = len(bodies)
    return Body(0.0, 0.0, sum(body.x for body in bodies) / count, sum(body.y for body in bodies) / count)


def _length(body: Body, pulls: Sequence[Pull]) -> float:
    x, y, hypot = body.x, body.y, math.hypot
    return sum(strength * hypot(other.x - x, other.y - y) for other, strength in pulls)


def _swap(one: Body, other: Body) -> None:
    one.x, one.y, other.x, other.y = other.x, other.y, one.x, one.y


def _has_room(body: Body, names: Sequence[str], bodies: Mapping[str, Body]) -> bool:
    width, height = body.half_width + GAP, body.half_height + GAP
    others = (bodies[name] for name in names if bodies[name] is not body)
    return not any(
        abs(body.x - other.x) < width + other.half_width and abs(body.y - other.y) < height + other.half_height
        for other in others
    )
