"""Where the concepts stand in the picture: communities side by side, linked concepts near, boxes never overlapping.

Everything is deterministic plain Python, in steps, so that the picture is compact at each of its sizes: the concepts
shown at opening (`groups`), each with what it is linked to, then changing places for shorter lines (`exchange`); below,
in rows, what is linked to none of them (`outside`); round them the others that have room for a box, and dots beside
what they are linked to most. `settled` keeps boxes apart.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from conceptgraph.config import AnalyzeConfig
from conceptgraph.layout.bodies import DOT, GAP, Body, Point, Weighted, find_neighbours
from conceptgraph.layout.exchange import exchange_places
from conceptgraph.layout.groups import arrange_groups, arrange_members, make_groups, stretch
from conceptgraph.layout.outside import attach, line_up
from conceptgraph.layout.settled import Settled

__all__ = ["GAP", "box_size", "font_sizes", "place_nodes"]

PADDING_X, PADDING_Y = 22.0, 14.0  # pixels of a box around its name
SMALLEST_FONT, LARGEST_FONT = 13.0, 30.0  # pixels


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
    stated: Collection[frozenset[str]] = frozenset(),
) -> dict[str, Point]:
    """Return the place of each node in pixels, centred on 0, 0; `names` come most important first.

    The first `config.shown` nodes make the opening picture, those up to `config.laid_out` have room for a box round it;
    the others get room for a dot. Nothing overlaps. `stated` are the pairs that a relation joins, not co-occurrence
    alone: their lines are drawn strongly, so they are kept short.
    """
    bodies = {name: Body(*(size / 2 for size in box_size(name, fonts[name]))) for name in names}
    for name in names[config.laid_out :]:
        bodies[name].half_width = bodies[name].half_height = DOT
    neighbours = find_neighbours(links)
    shown, others = names[: config.shown], names[config.shown :]
    groups = make_groups(shown, communities, neighbours, bodies)
    arrange_groups(groups, neighbours, config.layout_rounds)
    for group in groups:
        arrange_members(group, bodies, neighbours, config.layout_rounds)
    grouped = {name for group in groups for name in group.members}
    first = [name for name in names if name in grouped]
    stretch([bodies[name] for name in first])
    placed, settled = list(first), Settled(bodies[name] for name in first)
    unlinked = attach(shown, placed, bodies, neighbours, communities, settled)
    exchange_places(placed, bodies, communities, stated)
    settled = Settled(bodies[name] for name in placed)
    line_up(unlinked, placed, bodies, neighbours, settled)
    line_up(attach(others, placed, bodies, neighbours, communities, settled), placed, bodies, neighbours, settled)
    return _centred(names, first, bodies)


def _centred(names: Sequence[str], first: Sequence[str], bodies: Mapping[str, Body]) -> dict[str, Point]:
    """Return the places with the middle of the opening picture at 0, 0."""
    middle_x = sum(bodies[name].x for name in first) / max(len(first), 1)
    middle_y = sum(bodies[name].y for name in first) / max(len(first), 1)
    return {name: (round(bodies[name].x - middle_x, 1), round(bodies[name].y - middle_y, 1)) for name in names}
