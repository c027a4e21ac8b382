"""Lines of a text with their geometry, and what the geometry says about how the text is wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conceptgraph.config import CleanConfig

LINE = re.compile(r"[^\n\f\v\x85\u2028\u2029]+|\f")
BLANK = re.compile(r"\s*")
TERMINAL = re.compile(
    r"(?:[。！？!?…｡]|(?<=[^A-Za-z\d\s])[.．]|(?<=[A-Za-z\d])\.)[”’」』）)】》〉\"']*\s*"
    r"(?:[\[［〔【]\^?[^\[\]［］〔〕【】\s]{1,12}[\]］〕】]\s*[\d\-－—–~,，]{0,12}\s*|[①-⑳㉑-㉟¹²³⁰-⁹]+\s*)*\Z"
)
INDENT_COLUMNS = 2  # an indentation deeper than the usual one by this much begins a paragraph (half-width columns)


class Line(NamedTuple):
    """A line without the blanks around it: raw ``start:end``, folded text, width and indentation in columns.

    A Chinese character is two columns wide. `blank` says that an empty line stands before it, `level` that the file
    makes it a heading (0: only its look does).
    """

    start: int
    end: int
    text: str
    width: int
    indent: int
    page: int | None
    blank: bool
    level: int | None = None

    @property
    def ended(self) -> bool:
        """Whether a sentence ends with this line."""
        return TERMINAL.search(self.text[-40:]) is not None


def columns(text: str) -> int:
    """Return the width of `text`: two columns for each character outside ASCII.

    >>> columns("数字ab")
    6
    """
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def split_lines(raw: str, folded: str, start: int = 0) -> list[Line]:
    """Return the lines of ``raw[start:]`` that hold more than blanks. Form feeds count pages from 1; None without."""
    lines: list[Line] = []
    page = 1 if "\f" in raw else None
    previous_end = start
    for match in LINE.finditer(raw, start):
        if match[0] == "\f":
            page = (page or 1) + 1
            continue
        content = match[0].strip()
        if not content:
            continue
        first = match.start() + len(match[0]) - len(match[0].lstrip())
        blank = raw.count("\n", previous_end, match.start()) > 1
        last = first + len(content)
        indent = columns(match[0][: first - match.start()])
        lines.append(Line(first, last, folded[first:last], columns(content), indent, page, blank))
        previous_end = last
    return lines


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped. `widths[i]` is the usual width of a line around line i, in columns.

    `parted` says that empty lines part all paragraphs, and nothing else does.
    """

    parted: bool
    hard: bool
    blank_ends: bool
    indent: int
    widths: tuple[int, ...]


def measure_wrapping(lines: Sequence[Line], parted: bool, config: CleanConfig) -> Wrapping:
    """Return how `lines` are wrapped.

    A text is hard-wrapped where many of its long lines end inside a sentence. Empty lines end paragraphs unless they
    stand between most lines, or often after a full line that ends inside a sentence. The usual width around a line is
    the upper quartile of its neighbours.
    """
    long = [line for line in lines if line.width >= config.long_line]
    open_share = sum(not line.ended for line in long) / len(long) if long else 0.0
    widths = _local_widths(lines, config)
    after_blank = [i for i in range(1, len(lines)) if lines[i].blank]
    broken = sum(not lines[i - 1].ended and lines[i - 1].width >= config.full_line * widths[i - 1] for i in after_blank)
    noise = len(after_blank) > config.blank_noise * len(lines) or broken > config.blank_noise * len(after_blank)
    hard = open_share > config.open_share and len(lines) > 2
    indents = sorted(line.indent for line in lines)
    return Wrapping(parted, hard, not (hard and noise), indents[len(indents) // 2] if hard and indents else 0, widths)


def _local_widths(lines: Sequence[Line], config: CleanConfig) -> tuple[int, ...]:
    """Return for each line the upper quartile of the widths around it, but no less than a share of the whole text's."""
    values = [line.width for line in lines]
    reach = config.neighbours
    whole = sorted(values)[len(values) * 9 // 10] if values else 0
    floor = int(config.short_line * whole)
    windows = (sorted(values[max(0, i - reach) : i + reach + 1]) for i in range(len(values)))
    return tuple(max(floor, window[len(window) * 3 // 4]) for window in windows)
