"""Characters -> runs -> rows: what stands on one printed line, and the text of it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from conceptgraph.read.pdf.page import Char, Row, Run, make_row, make_run, usual_size

SAME_LINE = 0.12  # of the size: baselines this close are one
DOUBLE = 0.2  # of the size: the same character this close is drawn twice
RUN_GAP = 0.45  # of the size: a wider gap, beyond the usual one of its line, ends a run; gutters are wider
SMALL = 0.8  # of the size of a row: characters below it are superscripts and subscripts
RAISED = 0.62  # of the size of a row: how far the middle of a superscript may be from the middle of the row
NEIGHBOURS = 4  # rows above and below that a run may belong to; two columns may alternate
WIDE, MIXED, LATIN = "wide", "mixed", "latin"  # neighbours: both Chinese, one of them, none of them
# Of the size: a wider gap was meant. Typesetters put 0.25 between Chinese and Latin by themselves.
GAPS = {WIDE: 0.6, MIXED: 0.4, LATIN: 0.16}
LONGEST_GAP = 4  # ideographic blanks that a gap becomes at most
BLANK = "\u3000"
NARROW = re.compile(r"[\x21-\x7e\u00a1-\u024f\u0370-\u04ff\uff21-\uff3a\uff41-\uff5a]")


def make_runs(chars: Sequence[Char]) -> list[Run]:
    """Return the runs of a page. Blanks take part as the gaps that they make."""
    runs: list[Run] = []
    for line in _baselines(chars):
        size = usual_size(line)
        gaps = [right.x - left.end for left, right in pairwise(line)]
        usual = max(0.0, median(gaps)) if gaps else 0.0
        first = 0
        for i, gap in enumerate(gaps, start=1):
            if gap > usual + RUN_GAP * size:
                runs.append(make_run(line[first:i]))
                first = i
        runs.append(make_run(line[first:]))
    return runs


def _baselines(chars: Sequence[Char]) -> list[list[Char]]:
    """Return the characters of each baseline, from left to right, lines from above."""
    lines: list[list[Char]] = []
    for char in sorted((char for char in chars if not char.text.isspace()), key=lambda c: (c.y, c.x, c.text)):
        if lines and char.y - lines[-1][0].y <= SAME_LINE * max(char.size, lines[-1][0].size):
            lines[-1].append(char)
        else:
            lines.append([char])
    return [_without_doubles(sorted(line, key=lambda c: (c.x, c.end, c.text))) for line in lines]


def _without_doubles(line: Sequence[Char]) -> list[Char]:
    """Return `line` without characters that are drawn twice at one place, which makes them look bold."""
    kept: list[Char] = []
    for char in line:
        near = (other for other in kept[-NEIGHBOURS:] if char.x - other.x < DOUBLE * char.size)
        if not any(other.text == char.text for other in near):
            kept.append(char)
    return kept


def make_rows(runs: Iterable[Run]) -> list[Row]:
    """Return the rows that `runs` of one column form, from above; superscripts join the row that they stand at."""
    longest_first = sorted(runs, key=lambda run: (-len(run.chars) * run.size, run.middle, run.start))
    rows: dict[Run, list[Run]] = {}
    middles: list[tuple[float, Run]] = []  # of the rows, from above
    for run in longest_first:
        near = [main for main in _neighbours(run, middles) if _belongs(run, main)]
        if near:
            rows[min(near, key=lambda main: abs(main.middle - run.middle))].append(run)
        else:
            rows[run] = [run]
            insort(middles, (run.middle, run))
    return sorted((make_row(row) for row in rows.values()), key=lambda row: (row.y, row.start))


def _neighbours(run: Run, middles: Sequence[tuple[float, Run]]) -> Iterator[Run]:
    """Yield the runs around the height of `run`: the next ones above and below are enough."""
    at = bisect_left(middles, (run.middle, run))
    for _, main in middles[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]:
        yield main


def _belongs(run: Run, main: Run) -> bool:
    """Tell whether `run` stands on the line of `main`: beside it, or as a superscript or subscript."""
    distance = abs(run.middle - main.middle)
    if run.size < SMALL * main.size:
        return distance < RAISED * main.size
    return distance < 0.5 * min(run.size, main.size)


def row_text(row: Row) -> str:
    """Return the text of a row: gaps that were meant become blanks, the spacing of letter-spaced lines doesn't."""
    chars = row.chars
    if not chars:
        return ""
    pairs = list(pairwise(chars))
    kinds = [_kind(left, right) for left, right in pairs]
    usual = {kind: _usual_gap([pair for pair, own in zip(pairs, kinds, strict=True) if own == kind]) for kind in GAPS}
    parts = [chars[0].text]
    for (left, right), kind in zip(pairs, kinds, strict=True):
        gap = (right.x - left.end - usual[kind]) / max(left.size, right.size)
        if gap > GAPS[kind]:
            parts.append(" " if gap < 1 and kind != WIDE else BLANK * min(LONGEST_GAP, max(1, round(gap))))
        parts.append(right.text)
    return "".join(parts)


def _usual_gap(pairs: Sequence[tuple[Char, Char]]) -> float:
    """Return the median gap of neighbours in points, never negative; 0 where they are few."""
    gaps = [right.x - left.end for left, right in pairs]
    return max(0.0, median(gaps)) if len(gaps) > 2 else 0.0


def _kind(left: Char, right: Char) -> str:
    narrow = (NARROW.match(left.text) is not None) + (NARROW.match(right.text) is not None)
    return (WIDE, MIXED, LATIN)[narrow]
