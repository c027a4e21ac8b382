"""Characters -> runs -> rows: what stands on one printed line, and the text of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from conceptgraph.read.pdf.page import Char, Row, Run, usual_size

SAME_LINE = 0.12  # of the size: baselines this close are one
RUN_GAP = 0.45  # of the size: a wider gap, beyond the usual one of its line, ends a run; gutters are wider
SMALL = 0.8  # of the size of a row: characters below it are superscripts and subscripts
RAISED = 0.62  # of the size of a row: how far the middle of a superscript may be from the middle of the row
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
                runs.append(Run(tuple(line[first:i])))
                first = i
        runs.append(Run(tuple(line[first:])))
    return runs


def _baselines(chars: Sequence[Char]) -> list[list[Char]]:
    """Return the characters of each baseline, from left to right, lines from above."""
    lines: list[list[Char]] = []
    for char in sorted((char for char in chars if not char.text.isspace()), key=lambda c: (c.y, c.x, c.text)):
        if lines and char.y - lines[-1][0].y <= SAME_LINE * max(char.size, lines[-1][0].size):
            lines[-1].append(char)
        else:
            lines.append([char])
    return [sorted(line, key=lambda c: (c.x, c.end, c.text)) for line in lines]


def make_rows(runs: Iterable[Run]) -> list[Row]:
    """Return the rows that `runs` of one column form, from above; superscripts join the row that they stand at."""
    ordered = sorted(runs, key=lambda run: (run.middle, run.start))
    rows: list[list[Run]] = []
    for run in sorted(ordered, key=lambda run: -len(run.chars) * run.size):
        near = [row for row in rows if _belongs(run, row[0])]
        if near:
            min(near, key=lambda row: abs(row[0].middle - run.middle)).append(run)
        else:
            rows.append([run])
    made = [Row(tuple(sorted(row, key=lambda run: run.start)), row[0].size, row[0].y) for row in rows]
    return sorted(made, key=lambda row: (row.y, row.start))


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
    usual = {kind: _usual_gap(pairs, kind) for kind in GAPS}
    parts = [chars[0].text]
    for left, right in pairs:
        kind = _kind(left, right)
        em = max(left.size, right.size)
        gap = (right.x - left.end - usual[kind]) / em
        if gap > GAPS[kind]:
            parts.append(" " if gap < 1 and kind != WIDE else BLANK * min(LONGEST_GAP, max(1, round(gap))))
        parts.append(right.text)
    return "".join(parts)


def _usual_gap(pairs: Sequence[tuple[Char, Char]], kind: str) -> float:
    """Return the median gap between neighbours of this kind, in points, never negative."""
    gaps = [right.x - left.end for left, right in pairs if _kind(left, right) == kind]
    return max(0.0, median(gaps)) if len(gaps) > 2 else 0.0


def _kind(left: Char, right: Char) -> str:
    narrow = sum(NARROW.match(char.text) is not None for char in (left, right))
    return (WIDE, MIXED, LATIN)[narrow]
