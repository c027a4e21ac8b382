"""Page furniture: what a page carries beside its text, such as page numbers, running heads and ruled lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from conceptgraph.clean.layout import Line
from conceptgraph.clean.shapes import LEADERS, RULE, heading_of
from conceptgraph.clean.tables import find_table_rows
from conceptgraph.config import CleanConfig
from conceptgraph.model import Document, Dropped

PAGE_NUMBER = re.compile(
    r"[-－—–─·•.\s\[\]［］(（)）|]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,6})\s*(?:[页頁]|/\s*\d{1,4})?"
    r"(?:[,，\s]*共\s*\d{1,4}\s*[页頁])?[-－—–─·•.\s\[\]［］(（)）|]*\Z"
)
JOURNAL_LINE = re.compile(
    r"(?=.*(?:第\s*\d{1,3}\s*[卷期]|总\s*第?\s*\d+\s*期|Vol\.|No\.|ISSN|DOI|(?:19|20)\d\d\s*年\s*第?\s*\d{1,2}\s*[期月]))"
    r"(?!.*[。；？！“”])[^，,]{1,60}\Z"
)
NUMBERS = re.compile(r"[\d\s\W_]+")


def drop_furniture(lines: Sequence[Line], document: Document, config: CleanConfig) -> tuple[list[Line], list[Dropped]]:
    """Return the lines that are text, and the others with the reason: ``page number``, ``running head``, ``rule`` ...

    Of some lines the reader knew the reason by their place. An empty line beside a page number or at the turn of a page
    means nothing, unless the reader knew the paragraphs; a ruled line parts them.
    """
    known = {aside.start: aside.reason for aside in document.asides}
    repeated = _running_heads(lines, config)
    rows = find_table_rows(lines)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    seam, parted = "", False
    for line in lines:
        reason = known.get(line.start) or ("table" if line.start in rows else _reason(line, repeated, config))
        if reason:
            dropped.append(Dropped(line.start, line.end, reason))
            seam = "rule" if "rule" in (reason, seam) else reason
            parted = parted or line.blank
            continue
        if document.parted:
            blank = parted or line.blank
        else:
            turned = bool(kept) and kept[-1].page != line.page
            blank = line.blank and not seam and not turned
        kept.append(line._replace(blank=blank or seam == "rule"))
        seam, parted = "", False
    return kept, dropped


def _reason(line: Line, repeated: frozenset[str], config: CleanConfig) -> str:
    if line.width > config.furniture_width:
        return ""
    if PAGE_NUMBER.match(line.text):
        return "page number"
    if RULE.match(line.text):
        return "rule"
    if LEADERS.search(line.text):
        return "contents"
    if NUMBERS.sub("", line.text) in repeated and not line.ended:
        return "running head"
    return "running head" if JOURNAL_LINE.match(line.text) and not line.ended else ""


def _running_heads(lines: Sequence[Line], config: CleanConfig) -> frozenset[str]:
    """Return the lines, without digits and marks, that come back often enough to be the head or foot of pages."""
    short = (line for line in lines if line.width <= config.furniture_width and not line.ended)
    counts = Counter(NUMBERS.sub("", line.text) for line in short if heading_of(line.text, 0) is None)
    return frozenset(text for text, count in counts.items() if count >= config.head_repeats and len(text) >= 4)
