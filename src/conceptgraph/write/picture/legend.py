"""What the legend of a picture names: the relations in it, and how lines differ that are not the author's own claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conceptgraph.messages import catalogue
from conceptgraph.model import RELATION_TYPES
from conceptgraph.resources import colours
from conceptgraph.write.picture.scene import BROKEN, DOTTED, INK, PAPER, Line, Scene, mix, text_width

LENGTH, GAP, BETWEEN = 34.0, 8.0, 26.0  # pixels: of a line, to its name, to the next line
FONT, ROW = 15.0, 30.0  # pixels: of the names, height of a row
GREY = mix(INK, PAPER, 0.6)


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend, `x` pixels from the left and in the middle of row `row`, with its name."""

    line: Line
    name: str
    x: float
    row: int


def make_legend(scene: Scene, language: str, width: float) -> list[Key]:
    """Return the keys in rows of at most `width` pixels, named as on the page."""
    keys: list[Key] = []
    x, row = 0.0, 0
    for name, line in _entries(scene, catalogue(f"page.{language}")):
        length = LENGTH + GAP + text_width(name, FONT)
        if keys and x + length > width:
            x, row = 0.0, row + 1
        keys.append(Key(line, name, x, row))
        x += length + BETWEEN
    return keys


def rows_of(keys: Sequence[Key]) -> int:
    """Return how many rows the keys take."""
    return max((key.row + 1 for key in keys), default=0)


def _entries(scene: Scene, words: dict[str, str]) -> Iterator[tuple[str, Line]]:
    present = {line.relation for line in scene.lines}
    directed = {line.relation for line in scene.lines if line.head}
    for relation in RELATION_TYPES:
        if relation in present:
            head = ("bar" if relation == "negates" else "arrow") if relation in directed else ""
            yield words[f"relation_{relation}"], _sample(relation, colours().relations[relation], head=head)
    if "cooccurrence" in present:
        yield words["relation_cooccurrence"], _sample("cooccurrence", colours().relations["cooccurrence"], DOTTED)
    if scene.voices & {"reported", "asked"}:
        yield words["line_reported"], _sample("", GREY, BROKEN)
    if "negated" in scene.voices:
        yield words["line_negated"], _sample("", GREY, BROKEN, denied=True)


def _sample(
    relation: str, colour: str, dashes: tuple[float, float] | None = None, head: str = "", denied: bool = False
) -> Line:
    return Line(None, (0.0, 0.0), None, (LENGTH, 0.0), relation, colour, 1.8, dashes, 1.0, head, denied)
