"""Where a paragraph ends: told by the edges of its column, which only the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from conceptgraph.read.pdf.page import Row, width_of

INDENTED = 0.7  # of the size: a line that begins this far from the edge of its column is indented
OTHER_SIZE = 0.08  # lines whose sizes differ by more than this share are set apart: titles, headings, notes
PARTED = 1.6  # of the usual distance of lines: a wider one stands for an empty line
UNFILLED = 2.2  # of the size: room that a full line may leave, because no mark may begin the next
RAGGED = 0.25  # of the width of a column: room that a line may leave which ends inside a sentence
EDGE_SHARE = 5  # every fifth line of a column begins, or ends, at its edge
FEW_ROWS = 5  # a column of fewer lines takes its edges from others at its place
SENTENCE_END = re.compile(r"[。！？!?…．.][”’」』）)】》]*\Z")
HEADING = re.compile(
    r"第(?:[一二三四五六七八九十百]+|\d+)[编篇卷章讲节]|[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]"
    r"|\d{1,2}(?:[.．]\d{1,2})*(?![\d年月日%％.．])|[（(]?[０-９]{1,2}[）)．、]"
)
FIRST_WORD = re.compile(r"[\x21-\x7e]+")


class Frame(NamedTuple):
    """The edges of a column in points, and its usual distance from line to line."""

    left: float
    right: float
    pitch: float


def frame_of(rows: Sequence[Row]) -> Frame:
    """Return the edges of a column: the outermost places at which several of its lines begin or end."""
    starts = sorted(row.start for row in rows)
    ends = sorted((row.end for row in rows), reverse=True)
    near = INDENTED * rows[0].size
    left = next((start for start in starts if _count_near(start, starts, near) * EDGE_SHARE >= len(rows)), starts[0])
    right = next((end for end in ends if _count_near(end, ends, near) * EDGE_SHARE >= len(rows)), ends[0])
    distances = [lower.y - upper.y for upper, lower in pairwise(rows)]
    return Frame(left, right, median(distances) if distances else 0.0)


def _count_near(place: float, places: Sequence[float], distance: float) -> int:
    return sum(abs(other - place) < distance for other in places)


def frames_of(columns: Sequence[Sequence[Row]]) -> list[Frame]:
    """Return the frame of each column; a short one takes that of the narrowest long column in which it fits."""
    own = [frame_of(rows) for rows in columns]
    long = sorted({frame for frame, rows in zip(own, columns, strict=True) if len(rows) >= FEW_ROWS}, key=_width)
    found = []
    for frame, rows in zip(own, columns, strict=True):
        room = INDENTED * rows[0].size
        fitting = (each for each in long if each.left - room <= frame.left and frame.right <= each.right + room)
        found.append(frame if len(rows) >= FEW_ROWS else next(fitting, frame))
    return found


def _width(frame: Frame) -> tuple[float, float]:
    return frame.right - frame.left, frame.left


def begins_paragraph(row: Row, frame: Frame, previous: Row, above: Frame) -> bool:
    """Tell whether `row` begins a paragraph after `previous`, the prose before it; each has the frame of its column."""
    if abs(row.size - previous.size) > OTHER_SIZE * previous.size or _is_heading(row, frame):
        return True
    ended = SENTENCE_END.search(previous.text) is not None
    whole = ended or HEADING.match(previous.text) is not None
    full = above.right - previous.end < max(_room(row), 0.0 if whole else RAGGED * (above.right - above.left))
    indented = row.start - frame.left >= INDENTED * row.size
    alike = abs((row.start - frame.left) - (previous.start - above.left)) < INDENTED * row.size
    if not full:
        return True
    if indented and (whole or not alike):
        return True
    return ended and frame is above and row.y - previous.y > PARTED * frame.pitch


def _is_heading(row: Row, frame: Frame) -> bool:
    """Tell whether `row` looks like a numbered heading: no sentence, and room after it."""
    text = row.text
    return (
        HEADING.match(text) is not None and text[-1] not in "，、；：。" and frame.right - row.end > UNFILLED * row.size
    )


def _room(row: Row) -> float:
    """Return how much room the line before may leave, in points, because the first word of `row` did not fit there."""
    word = FIRST_WORD.match(row.text)
    return UNFILLED * row.size + (width_of(row.chars[: word.end()]) if word else 0.0)
