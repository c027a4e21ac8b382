"""What a PDF page holds: characters with places, and the lines that they form.

Places are in points (1/72 inch) from the upper left corner; `y` is the baseline and grows downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import NamedTuple

MIDDLE = 0.38  # of the size: how far above its baseline the middle of a Chinese character is


class Char(NamedTuple):
    """One character. `font` is the name of its font in the file, `size` its height in points."""

    text: str
    x: float
    y: float
    width: float
    size: float
    font: str = ""

    @property
    def end(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y - MIDDLE * self.size


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the file has it: upright characters, and the share of it that a picture covers."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    pictures: float = 0.0


class Run(NamedTuple):
    """Characters side by side on one baseline, from left to right, with no wide gap between them."""

    chars: tuple[Char, ...]
    start: float  # its left edge
    end: float  # its right edge
    size: float  # the usual size of its characters
    y: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y - MIDDLE * self.size


class Row(NamedTuple):
    """A printed line: its characters from left to right, superscripts among them."""

    chars: tuple[Char, ...]
    start: float
    end: float
    size: float  # of its longest run
    y: float

    @property
    def text(self) -> str:
        """Its characters without blanks; for looking at, not for output."""
        return "".join(char.text for char in self.chars)


def make_run(chars: Sequence[Char]) -> Run:
    """Return the run of `chars`, which are in order."""
    return Run(tuple(chars), chars[0].x, max(char.end for char in chars), usual_size(chars), chars[0].y)


def make_row(runs: Sequence[Run]) -> Row:
    """Return the row of `runs`; the first of them says its size and height."""
    chars = sorted((char for run in runs for char in run.chars), key=lambda char: (char.x, char.end))
    start, end = min(run.start for run in runs), max(run.end for run in runs)
    return Row(tuple(chars), start, end, runs[0].size, runs[0].y)


def usual_size(chars: Sequence[Char]) -> float:
    """Return the median size of `chars` in points, 0 where there are none."""
    return median_low(char.size for char in chars) if chars else 0.0


def width_of(chars: Sequence[Char]) -> float:
    """Return how wide `chars` are together, in points."""
    return chars[-1].end - chars[0].x if chars else 0.0
