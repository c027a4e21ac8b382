"""A text that knows where each of its characters stands in the raw document."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from conceptgraph.model import Dropped

Span = tuple[int, int]


class Passage(NamedTuple):
    """`text` is what stands at the raw spans `pieces`, folded; the pieces are in order and disjoint."""

    text: str
    pieces: tuple[Span, ...]

    def offsets(self) -> Sequence[int]:
        """Return the raw offset of each character: a range where nothing is missing in between."""
        if len(self.pieces) == 1:
            return range(*self.pieces[0])
        found = array("I")
        for start, end in self.pieces:
            found.extend(range(start, end))
        return found


def take(passage: Passage, spans: Sequence[Span], reason: str) -> tuple[Passage, list[Dropped]]:
    """Return `passage` without the spans of its text (sorted, disjoint), and the raw characters that this drops.

    >>> take(Passage("异化[1]是", ((10, 16),)), [(2, 5)], "citation")
    (Passage(text='异化是', pieces=((10, 12), (15, 16))), [Dropped(start=12, end=15, reason='citation')])
    """
    if not spans:
        return passage, []
    kept: list[Span] = []
    last = 0
    for start, end in spans:
        kept.append((last, start))
        last = end
    kept.append((last, len(passage.text)))
    kept = [span for span in kept if span[0] < span[1]]
    text = "".join(passage.text[start:end] for start, end in kept)
    pieces = tuple(_raw_spans(passage, kept))
    return Passage(text, pieces), [Dropped(start, end, reason) for start, end in _raw_spans(passage, spans)]


def _raw_spans(passage: Passage, spans: Iterable[Span]) -> list[Span]:
    """Return the raw spans under spans of the passage's text."""
    ends = list(accumulate(end - start for start, end in passage.pieces))
    found: list[Span] = []
    for start, end in spans:
        at = bisect_right(ends, start)
        while start < end:
            raw_start, raw_end = passage.pieces[at]
            before = ends[at] - (raw_end - raw_start)
            stop = min(end, ends[at])
            found.append((raw_start + start - before, raw_start + stop - before))
            start, at = stop, at + 1
    return found


def complete(dropped: Iterable[Dropped], kept: Iterable[Span], length: int) -> tuple[Dropped, ...]:
    """Return `dropped` with all other characters outside `kept` added as ``space``: each one is accounted for.

    Only blanks are left for that reason; whoever removes more says why. Neighbours of one reason are one entry.
    """
    taken = sorted([*((start, end, "") for start, end in kept), *dropped])
    found: list[Dropped] = []
    last = 0
    for start, end, reason in [*taken, (length, length, "")]:
        if start > last:
            found.append(Dropped(last, start, "space"))
        if reason:
            if found and found[-1].end == start and found[-1].reason == reason:
                start = found.pop().start
            found.append(Dropped(start, end, reason))
        last = end
    return tuple(found)
