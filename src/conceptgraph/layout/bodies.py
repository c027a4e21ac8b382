"""What moves in the layout: boxes, circles of communities, and the links that draw them together."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Weighted = tuple[str, str, float]
Neighbours = Mapping[str, Sequence[tuple[str, float]]]  # strongest first

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
GAP = 16.0  # pixels between boxes
DOT = 9.0  # pixels from the middle of a dot to its border
FLATNESS = 0.6  # boxes are wider than high
STRONGEST_LINKS = 4  # of a concept say where it stands


@dataclass(slots=True)
class Body:
    """A node while it moves: place, half width and half height of its box."""

    half_width: float
    half_height: float
    x: float = 0.0
    y: float = 0.0


@dataclass(slots=True)
class Group:
    """A community while it moves: the middle and radius of its circle, and the concepts in it."""

    members: list[str] = field(default_factory=list)
    radius: float = 0.0
    x: float = 0.0
    y: float = 0.0


def find_neighbours(links: Sequence[Weighted]) -> dict[str, list[tuple[str, float]]]:
    """Return the nodes that each node is linked to, strongest first; parallel links add up."""
    weights: dict[str, dict[str, float]] = {}
    for source, target, weight in sorted(links):
        if source != target:
            for one, other in ((source, target), (target, source)):
                row = weights.setdefault(one, {})
                row[other] = row.get(other, 0.0) + weight
    return {name: sorted(row.items(), key=lambda each: (-each[1], each[0])) for name, row in weights.items()}


def polar(radius: float, angle: float) -> Point:
    """Return the point at a distance from 0, 0 in a direction."""
    return radius * math.cos(angle), radius * math.sin(angle)
