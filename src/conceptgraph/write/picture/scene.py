"""The opening view of the page as plain shapes, for the pictures: boxes, lines, grounds, and what the legend names.

Lengths are pixels of the layout, y points down. Places, colours and strokes are those of the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conceptgraph.errors import OutputError
from conceptgraph.model import Concept, ConceptGraph, Edge, Evidence
from conceptgraph.resources import colours
from conceptgraph.write.chain_diagram import one_line

Point = tuple[float, float]

PAPER, INK = "#ffffff", "#23262b"
TINT, EDGING = 0.42, 0.75  # share of a community's colour in the box, and in its border (the rest is ink)
PADDING_X, PADDING_Y = 22.0, 14.0  # of a box round its name, as the layout left room for it
LATIN = 0.6  # width of a letter over that of a Chinese character
CHINESE = 0x2E80  # the first code point as wide as its height
RADII = {"concept": 8.0, "person": 18.0, "work": 0.0}
DOT = 4.0  # radius of the least important dot; the most important has twice as much
BENDS = (
    0.0,
    0.08,
    -0.08,
    0.15,
    -0.15,
    0.22,
    -0.22,
    0.3,
    -0.3,
    0.4,
    -0.4,
)  # shares of its length by which a line may bend
SAMPLES = 40  # points of a line at which it is seen whether a box lies over it
CLEARANCE = 3.0  # pixels between a line and a box that it passes
SMALLEST_GROUP = 3  # concepts that get a ground
GROUND_MARGIN = 12.0
FAR = 2.5  # of the median distance: what is farther from the middle of its community has no ground
NEAR = 120.0  # what is nearer has one
BROKEN, DOTTED = (8.0, 5.0), (2.0, 4.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A concept in its place; without `name` it is a dot. `gid` names it in the SVG."""

    gid: str
    x: float
    y: float
    width: float
    height: float
    name: str
    font: float
    fill: str
    border: str
    kind: str
    community: int


@dataclass(frozen=True, slots=True)
class Line:
    """An edge from border to border, bent by `control` where it is one of several; `head` is arrow, bar or nothing."""

    gid: str | None
    start: Point
    control: Point | None
    end: Point
    relation: str
    colour: str
    width: float
    dashes: tuple[float, float] | None
    opacity: float
    head: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """The faint ground of a community: a convex polygon."""

    points: tuple[Point, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Scene:
    """All shapes, those behind first; `voices` are the kinds of lines in it, beyond the author's own claims."""

    grounds: tuple[Ground, ...]
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    voices: frozenset[str]


def make_scene(graph: ConceptGraph, boxed: int) -> Scene:
    """Return the concepts and edges that the page opens on; the first `boxed` concepts have boxes, others are dots.

    A co-occurrence is drawn only where no relation joins the same two. Raises OutputError where a concept has no place.
    """
    concepts = [(rank, concept) for rank, concept in enumerate(graph.concepts) if concept.shown]
    boxes = {concept.name: _box(concept, rank, boxed) for rank, concept in concepts}
    edges = [edge for edge in graph.edges if edge.shown and edge.source in boxes and edge.target in boxes]
    related = {frozenset((edge.source, edge.target)) for edge in edges if edge.relation != "cooccurrence"}
    drawn = [edge for edge in edges if edge.relation != "cooccurrence" or {edge.source, edge.target} not in related]
    drawn.sort(key=lambda edge: edge.relation != "cooccurrence")  # behind the relations
    return Scene(
        grounds=tuple(_grounds(boxes.values())),
        lines=tuple(_lines(drawn, boxes)),
        boxes=tuple(boxes.values()),
        voices=frozenset(voice_of(edge) for edge in drawn if edge.relation != "cooccurrence"),
    )


def voice_of(edge: Edge) -> str:
    """Return whose claim an edge is: ``own`` if one piece of evidence is the author's own, else the nearest to it."""
    voices = {_voice(piece) for piece in edge.evidence}
    return next((voice for voice in ("own", "reported", "asked", "negated") if voice in voices), "own")


def _voice(piece: Evidence) -> str:
    if piece.negated:
        return "negated"
    if piece.modality == "asked":
        return "asked"
    return "reported" if piece.modality == "reported" or piece.speaker is not None else "own"


def mix(first: str, second: str, share: float) -> str:
    """Return the colour with `share` of the first and the rest of the second.

    >>> mix("#000000", "#ffffff", 0.25)
    '#bfbfbf'
    """
    parts = zip(*(bytes.fromhex(colour[1:]) for colour in (first, second)), strict=True)
    return "#" + bytes(round(one * share + other * (1 - share)) for one, other in parts).hex()


def text_width(text: str, font: float) -> float:
    """Return about how wide `text` is in a font of that size."""
    return sum(font if ord(sign) >= CHINESE else LATIN * font for sign in text)


def _box(concept: Concept, rank: int, boxed: int) -> Box:
    measures, named = concept.measures, rank < boxed
    if not {"x", "y", "font"} <= measures.keys():
        raise OutputError("picture_places", name=concept.name)
    font, base = measures["font"], colours().of_community(concept.community)
    name = one_line(concept.name) if named else ""
    size = (text_width(name, font) + PADDING_X, font * 1.3 + PADDING_Y) if named else (2 * _dot(concept),) * 2
    fill, border = (mix(base, PAPER, TINT), mix(base, INK, EDGING)) if named else (base, base)
    kind = concept.kind if concept.kind in RADII else "concept"
    return Box(
        f"concept{rank + 1}", measures["x"], measures["y"], *size, name, font, fill, border, kind, concept.community
    )


def _dot(concept: Concept) -> float:
    return DOT * (1 + concept.importance)


# --- lines


def _lines(edges: Sequence[Edge], boxes: Mapping[str, Box]) -> Iterator[Line]:
    """Yield the lines: co-occurrences straight, relations bent round boxes and apart from others of the same two."""
    taken: dict[frozenset[str], set[float]] = {}
    for number, edge in enumerate(edges, start=1):
        source, target = boxes[edge.source], boxes[edge.target]
        if source is target:
            continue
        if edge.relation == "cooccurrence":
            yield _line(edge, number, source, target, 0.0)
            continue
        used = taken.setdefault(frozenset((edge.source, edge.target)), set())
        side = 1 if edge.source < edge.target else -1  # one bend is the same curve seen from either end
        bend = _clearest(source, target, side, used, boxes.values())
        used.add(bend)
        yield _line(edge, number, source, target, side * bend)


def _clearest(source: Box, target: Box, side: int, used: set[float], boxes: Iterable[Box]) -> float:
    """Return the unused bend with which a line runs behind the fewest boxes, the least of them."""
    reach = abs(BENDS[-1]) * math.hypot(target.x - source.x, target.y - source.y) / 2
    x, y = (source.x + target.x) / 2, (source.y + target.y) / 2
    span = (abs(target.x - source.x) / 2 + reach, abs(target.y - source.y) / 2 + reach)
    near = [
        box
        for box in boxes
        if box is not source
        and box is not target
        and abs(box.x - x) < span[0] + box.width / 2
        and abs(box.y - y) < span[1] + box.height / 2
    ]
    best, fewest = (len(used) + 1) * BENDS[-1], math.inf
    for bend in BENDS:
        crossed = _crossed(source, target, side * bend, near) if bend not in used else math.inf
        if crossed < fewest:
            best, fewest = bend, crossed
        if not crossed:
            break
    return best


def _control(source: Box, target: Box, bend: float) -> Point | None:
    """Return the point that bends the line between two boxes aside, None for a straight one."""
    dx, dy = target.x - source.x, target.y - source.y
    return ((source.x + target.x) / 2 - bend * dy, (source.y + target.y) / 2 + bend * dx) if bend else None


def _crossed(source: Box, target: Box, bend: float, others: Sequence[Box]) -> int:
    """Return how many boxes a line would run behind."""
    middle = _control(source, target, bend) or ((source.x + target.x) / 2, (source.y + target.y) / 2)
    shares = [number / SAMPLES for number in range(1, SAMPLES)]
    points = [
        tuple(
            (1 - share) ** 2 * start + 2 * share * (1 - share) * through + share**2 * end
            for start, through, end in zip((source.x, source.y), middle, (target.x, target.y), strict=True)
        )
        for share in shares
    ]
    return sum(any(_inside(point, box) for point in points) for box in others)


def _inside(point: Sequence[float], box: Box) -> bool:
    return abs(point[0] - box.x) < box.width / 2 + CLEARANCE and abs(point[1] - box.y) < box.height / 2 + CLEARANCE


def _line(edge: Edge, number: int, source: Box, target: Box, bend: float) -> Line:
    pair, voice = edge.relation == "cooccurrence", voice_of(edge)
    control = _control(source, target, bend)
    width = 0.6 + min(edge.weight, 20.0) * 0.06 if pair else 1.2 + min(edge.weight, 5.0) * 0.4
    head = "bar" if edge.relation == "negates" else "arrow"
    return Line(
        gid=f"line{number}",
        start=_border(source, control or (target.x, target.y)),
        control=control,
        end=_border(target, control or (source.x, source.y)),
        relation=edge.relation,
        colour=colours().relations.get(edge.relation, colours().other),
        width=width,
        dashes=DOTTED if pair else None if voice == "own" else BROKEN,
        opacity=0.6 if pair else 0.9,
        head=head if edge.directed else "",
        denied=voice == "negated" and not pair,
    )


def _border(box: Box, towards: Point) -> Point:
    """Return where the line from the middle of a box towards a point leaves the box."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    scale = min(
        box.width / 2 / abs(dx) if dx else math.inf,
        box.height / 2 / abs(dy) if dy else math.inf,
        1.0,
    )
    return box.x + dx * scale, box.y + dy * scale


# --- grounds


def _grounds(boxes: Iterable[Box]) -> Iterator[Ground]:
    """Yield a ground for each community with enough boxes, without those that stand far off."""
    members: dict[int, list[Box]] = {}
    for box in boxes:
        if box.name:
            members.setdefault(box.community, []).append(box)
    for community, group in sorted(members.items()):
        if len(group) >= SMALLEST_GROUP:
            corners = [corner for box in _together(group) for corner in _corners(box)]
            yield Ground(tuple(_hull(corners)), colours().of_community(community))


def _together(boxes: Sequence[Box]) -> list[Box]:
    x, y = (sorted(values)[len(values) // 2] for values in ([box.x for box in boxes], [box.y for box in boxes]))
    away = [math.hypot(box.x - x, box.y - y) for box in boxes]
    limit = max(FAR * sorted(away)[len(away) // 2], NEAR)
    return [box for box, distance in zip(boxes, away, strict=True) if distance <= limit]


def _corners(box: Box) -> list[Point]:
    dx, dy = box.width / 2 + GROUND_MARGIN, box.height / 2 + GROUND_MARGIN
    return [(box.x + across * dx, box.y + down * dy) for across in (-1, 1) for down in (-1, 1)]


def _hull(points: Iterable[Point]) -> list[Point]:
    """Return the convex hull (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return [*_half(ordered), *_half(ordered[::-1])]


def _half(points: Iterable[Point]) -> list[Point]:
    row: list[Point] = []
    for point in points:
        while len(row) > 1 and _turn(row[-2], row[-1], point) <= 0:
            row.pop()
        row.append(point)
    return row[:-1]


def _turn(first: Point, second: Point, third: Point) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])
