"""Where the concepts stand in the picture: communities side by side, linked concepts near, boxes never overlapping.

Everything is deterministic plain Python: a start on spirals, some rounds of springs (Fruchterman and Reingold 1991,
repulsion only between near nodes), then each box goes to the nearest free place.
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
DOT = 9.0  # pixels from the middle of a dot to its border
STEP, FLATNESS = 22.0, 0.6  # pixels of the search for a free place; boxes are wider than high
NEIGHBOURHOOD = [(column, row) for column in (-1, 0, 1) for row in (-1, 0, 1)]


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

    The first `config.laid_out` nodes are moved by springs and have room for a box; the others get room for a dot, beside
    the strongest of the first that they are linked to. Nothing overlaps.
    """
    bodies = _start(names, communities, fonts)
    core = set(names[: config.laid_out])
    springs = _strongest_links(links, core)
    _relax({name: bodies[name] for name in names if name in core}, springs, config.layout_rounds)
    _attach({name: body for name, body in bodies.items() if name not in core}, bodies, links, core)
    _settle([bodies[name] for name in names])
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


def _attach(outer: Mapping[str, _Body], bodies: Mapping[str, _Body], links: Sequence[Weighted], core: set[str]) -> None:
    """Make each outer body a dot, beside the core body to which its strongest link goes, on a spiral round it."""
    anchors: dict[str, str] = {}
    for source, target, _ in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        for near, far in ((source, target), (target, source)):
            if near in core and far not in core:
                anchors.setdefault(far, near)
    used: dict[str, int] = {}
    for name, body in outer.items():
        body.half_width = body.half_height = DOT
        if name in anchors:
            anchor = bodies[anchors[name]]
            number = used[anchors[name]] = used.get(anchors[name], 0) + 1
            x, y = _polar(SPRING * math.sqrt(number), number * GOLDEN_ANGLE)
            body.x, body.y = anchor.x + x, anchor.y + y


def _settle(bodies: Sequence[_Body]) -> None:
    """Put the boxes down one after another, each at the free place nearest to where it wants to stand."""
    cell = max((2 * body.half_width + GAP for body in bodies), default=1.0)
    settled: dict[tuple[int, int], list[_Body]] = {}
    for body in bodies:
        x, y, step = body.x, body.y, 0
        while _is_taken(body, settled, cell):
            step += 1
            dx, dy = _polar(STEP * math.sqrt(step), step * GOLDEN_ANGLE)
            body.x, body.y = x + dx, y + dy * FLATNESS
        settled.setdefault((math.floor(body.x / cell), math.floor(body.y / cell)), []).append(body)


def _is_taken(body: _Body, settled: Mapping[tuple[int, int], list[_Body]], cell: float) -> bool:
    """Tell whether a box overlaps one that has been put down; boxes are at most a cell wide and high."""
    column, row = math.floor(body.x / cell), math.floor(body.y / cell)
    for near in NEIGHBOURHOOD:
        for other in settled.get((column + near[0], row + near[1]), ()):
            apart_x = abs(body.x - other.x) >= body.half_width + other.half_width + GAP
            if not apart_x and abs(body.y - other.y) < body.half_height + other.half_height + GAP:
                return True
    return False
