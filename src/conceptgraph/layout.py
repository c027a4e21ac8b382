"""Where the concepts stand in the picture: communities side by side, linked concepts near, boxes never overlapping.

Everything is deterministic plain Python: a start on spirals, some rounds of springs (Fruchterman and Reingold 1991,
repulsion only between near nodes), then boxes are pushed apart.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conceptgraph.config import AnalyzeConfig

Point = tuple[float, float]
Weighted = tuple[str, str, float]

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
SPRING = 110.0  # pixels between linked concepts
PADDING_X, PADDING_Y, GAP = 22.0, 14.0, 8.0  # pixels of a box around its name, and between boxes
SMALLEST_FONT, LARGEST_FONT = 13.0, 30.0  # pixels
STRONGEST_LINKS = 6  # of each node pull; more make a ball
PUSH_ROUNDS = 400


@dataclass(slots=True)
class _Body:
    """A node while it moves: place, half width and half height of its box, community."""

    x: float
    y: float
    half_width: float
    half_height: float
    community: int


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

    The first `config.laid_out` nodes are moved by springs; the others start beside the strongest of these that they
    are linked to. No two boxes of the first `config.laid_out` overlap.
    """
    bodies = _start(names, communities, fonts)
    core = set(names[: config.laid_out])
    springs = _strongest_links(links, core)
    _relax({name: bodies[name] for name in names if name in core}, springs, config.layout_rounds)
    _attach(bodies, links, core)
    _push_apart([bodies[name] for name in names if name in core], PUSH_ROUNDS)
    _push_apart([bodies[name] for name in names], PUSH_ROUNDS // 10, fixed=len(core))
    middle_x = sum(body.x for body in bodies.values()) / max(len(bodies), 1)
    middle_y = sum(body.y for body in bodies.values()) / max(len(bodies), 1)
    return {name: (round(bodies[name].x - middle_x, 1), round(bodies[name].y - middle_y, 1)) for name in names}


def _start(names: Sequence[str], communities: Mapping[str, int], fonts: Mapping[str, float]) -> dict[str, _Body]:
    """Put each community on a spiral of its own, the communities on a wider one."""
    sizes: dict[int, int] = {}
    for name in names:
        sizes[communities[name]] = sizes.get(communities[name], 0) + 1
    centres: dict[int, Point] = {}
    filled = 0
    for number, community in enumerate(sorted(sizes)):
        radius = SPRING * math.sqrt(filled + sizes[community] / 2) if number else 0.0
        centres[community] = _polar(radius, number * GOLDEN_ANGLE)
        filled += sizes[community]
    seen: dict[int, int] = {}
    bodies = {}
    for name in names:
        community = communities[name]
        number = seen[community] = seen.get(community, -1) + 1
        x, y = _polar(SPRING * 0.8 * math.sqrt(number), number * GOLDEN_ANGLE + community)
        width, height = box_size(name, fonts[name])
        bodies[name] = _Body(centres[community][0] + x, centres[community][1] + y, width / 2, height / 2, community)
    return bodies


def _polar(radius: float, angle: float) -> Point:
    return radius * math.cos(angle), radius * math.sin(angle)


def _strongest_links(links: Sequence[Weighted], core: set[str]) -> list[tuple[str, str]]:
    """Return the links among the strongest of one of their ends, sorted."""
    count: dict[str, int] = {}
    kept = []
    for source, target, _ in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        if source in core and target in core and source != target:
            if min(count.get(source, 0), count.get(target, 0)) < STRONGEST_LINKS:
                kept.append((source, target))
            count[source] = count.get(source, 0) + 1
            count[target] = count.get(target, 0) + 1
    return sorted(set(kept))


def _relax(bodies: dict[str, _Body], springs: Sequence[tuple[str, str]], rounds: int) -> None:
    """Move the bodies for some rounds under springs, repulsion and the pull of their community, ever less."""
    members = list(bodies.values())
    pairs = [(bodies[source], bodies[target]) for source, target in springs]
    for number in range(rounds):
        reach = SPRING * (1.2 - number / rounds)
        moves = {id(body): [0.0, 0.0] for body in members}
        _repel(members, moves)
        for first, second in pairs:
            dx, dy = second.x - first.x, second.y - first.y
            distance = math.hypot(dx, dy) or 1.0
            pull = distance / SPRING * (0.12 if first.community == second.community else 0.05)
            moves[id(first)][0] += dx * pull
            moves[id(first)][1] += dy * pull
            moves[id(second)][0] -= dx * pull
            moves[id(second)][1] -= dy * pull
        for body in members:
            x, y = moves[id(body)]
            length = math.hypot(x, y)
            scale = min(1.0, reach / length) if length else 0.0
            body.x += x * scale
            body.y += y * scale


def _repel(members: Sequence[_Body], moves: Mapping[int, list[float]]) -> None:
    """Push bodies away from those in their cell and the cells round it."""
    size = 2.5 * SPRING
    cells: dict[tuple[int, int], list[_Body]] = {}
    for body in members:
        cells.setdefault((math.floor(body.x / size), math.floor(body.y / size)), []).append(body)
    for (column, row), inside in cells.items():
        near = [
            body
            for step in ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1))
            for body in cells.get((column + step[0], row + step[1]), ())
        ]
        for place, first in enumerate(inside):
            move = moves[id(first)]
            for second in near[place + 1 :]:
                dx, dy = first.x - second.x, first.y - second.y
                square = dx * dx + dy * dy or 1.0
                if square < size * size:
                    push = SPRING * SPRING / square
                    other = moves[id(second)]
                    move[0] += dx * push
                    move[1] += dy * push
                    other[0] -= dx * push
                    other[1] -= dy * push


def _attach(bodies: Mapping[str, _Body], links: Sequence[Weighted], core: set[str]) -> None:
    """Put each body outside the core beside the core body to which its strongest link goes, on a spiral round it."""
    anchors: dict[str, str] = {}
    for source, target, _ in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        for near, far in ((source, target), (target, source)):
            if near in core and far not in core:
                anchors.setdefault(far, near)
    used: dict[str, int] = {}
    for name, body in bodies.items():
        if name in anchors:
            anchor = bodies[anchors[name]]
            number = used[anchors[name]] = used.get(anchors[name], 0) + 1
            x, y = _polar(SPRING * math.sqrt(number), number * GOLDEN_ANGLE)
            body.x, body.y = anchor.x + x, anchor.y + y


def _push_apart(bodies: Sequence[_Body], rounds: int, fixed: int = 0) -> None:
    """Move overlapping boxes apart along the shorter way until none overlaps; the first `fixed` ones stay."""
    cell = max((2 * max(body.half_width, body.half_height) + GAP for body in bodies), default=1.0)
    for _ in range(rounds):
        if not _push_round(bodies, cell, fixed):
            return


def _push_round(bodies: Sequence[_Body], cell: float, fixed: int) -> bool:
    """Push each overlapping pair apart once; return whether any overlapped."""
    cells: dict[tuple[int, int], list[int]] = {}
    overlapped = False
    for number, body in enumerate(bodies):
        column, row = math.floor(body.x / cell), math.floor(body.y / cell)
        for near in [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]:
            for other in cells.get(near, ()):
                if number >= fixed:
                    overlapped |= _push(bodies[other], body, other < fixed)
        cells.setdefault((column, row), []).append(number)
    return overlapped


def _push(first: _Body, second: _Body, first_stays: bool) -> bool:
    """Move two boxes apart where they overlap; return whether they did."""
    dx, dy = second.x - first.x, second.y - first.y
    over_x = first.half_width + second.half_width + GAP - abs(dx)
    over_y = first.half_height + second.half_height + GAP - abs(dy)
    if over_x <= 0.01 or over_y <= 0.01:
        return False
    share = 1.0 if first_stays else 0.5
    if over_x < over_y:
        step = math.copysign(over_x, dx)
        second.x += step * share
        first.x -= step * (1 - share)
    else:
        step = math.copysign(over_y, dy)
        second.y += step * share
        first.y -= step * (1 - share)
    return True
