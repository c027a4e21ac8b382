"""Paragraphs as a Word file or page shows them -> passages: which short lines are headings by their look alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from conceptgraph.read.passages import Passage, tidy

LONGEST_HEADING = 45  # characters
LONGEST_STYLED = 80  # characters of a paragraph in a heading style that is a heading, not prose
LARGER = 2  # half points above the size of the text
NO_HEADING = re.compile(r"[，。；！？,;!?…：:、][”’」』）)]*\Z|[。；！]")
BEGINS = re.compile(r"[\u4e00-\u9fff“《A-Za-z0-9（(]")


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph as shown. `level` is that of its style or tag, `emphatic`: all of it is bold; `size` in half points.

    `soft`: a line break parts it from the line before, in the same paragraph.
    """

    text: str
    level: int | None = None
    aside: str = ""
    soft: bool = False
    indent: bool = False
    emphatic: bool = False
    size: int | None = None
    is_title: bool = False


def settle(written: Sequence[Written]) -> list[Passage]:
    """Return the paragraphs as passages; short bold or large lines in the text are headings by their look."""
    sizes: Counter[int] = Counter()
    for each in written:
        if each.size and not each.aside:
            sizes[each.size] += len(each.text)
    usual = max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0
    passages: list[Passage] = []
    prose = False
    for each in written:
        level = each.level or None
        if level and (len(each.text) > LONGEST_STYLED or (len(each.text) > LONGEST_HEADING and "。" in each.text)):
            level = None
        if level is None and prose and _stands_out(each, usual):
            level = 0
        passages.append(Passage(tidy(each.text), level, each.aside, each.soft, each.indent))
        prose = prose or (not each.aside and (level or 0) == 0 and each.text.rstrip().endswith("。"))
    return passages


def _stands_out(line: Written, usual: int) -> bool:
    """Tell whether a line looks like a heading: short, bold or large, no sentence."""
    text = line.text.strip()
    if line.aside or line.soft or not 2 <= len(text) <= LONGEST_HEADING:
        return False
    if NO_HEADING.search(text) or not BEGINS.match(text):
        return False
    return line.emphatic or bool(usual and line.size and line.size >= usual + LARGER)
