"""What a page carries beside its text: running heads, footnotes, captions, tables; told by place and size."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from statistics import median

from conceptgraph.read.pdf.page import Row
from conceptgraph.resources import word_list

EDGE_ROWS = 2  # lines at the top and at the foot of a page that can be running heads
SAME_PLACE = 4  # points by which a running head may move from page to page
SET_OFF = 2.0  # of the body's size: distance from a running head to the text
SMALL_PRINT = 0.95  # of the body's size: footnotes are set smaller
SPREAD = 4  # times the body's size: gap between the parts of a running head
CENTRED = 2  # times the size: room on both sides of a centred caption
LEAST_CELLS = 3  # cells of a line of a table
TABLE_ROWS = 2  # lines of a table
CELL_GAP = 1.5  # times the size: gap between cells
FEW_GAPS = 8  # a line with fewer gaps has no usual one
ORNAMENT = 3  # signs of a row of ornaments
TEXT = re.compile(r"[^\W_]|[。，、；：？！“”…（）()《》\[\]]")
NUMBERS = re.compile(r"[\d０-９\s\W_]+")
PAGE_NUMBER = re.compile(
    r"[-－—–─·•.．|｜\[\](（)）~～]*第?(?:[\d０-９]{1,4}|[ivxlcIVXLC]{1,6})(?:页|頁|/[\d０-９]{1,4})?(?:[,，]?共[\d０-９]{1,4}[页頁])?"
    r"[-－—–─·•.．|｜\[\](（)）~～]*\Z"
)
CAPTION = re.compile(
    r"(?:[图圖表]|Fig(?:ure)?\.?|Tab(?:le)?\.?)(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})(?!\w*[。；])"
)
NOTE_MARK = re.compile(
    r"[①-⑳㉑-㉟❶-❿⑴-⒇†‡※*＊]|[\[［〔【(（][\d０-９]{1,3}[\]］〕】)）]|[\d０-９]{1,3}(?![\d０-９年月日%％])|注(?:释|[\d０-９]+)?[:：]"
)
SENTENCE_END = re.compile(r"[。！？.．]”?\Z")


def running_heads(pages: Sequence[Sequence[Row]], body_size: float) -> list[dict[Row, str]]:
    """Return for each page the rows at its edges that are no text, with the reason.

    A number alone is a page number. A line is a running head where other pages carry the same at its place, digits
    apart; in small print also where they carry any other there, both set off from the text, or where its parts stand
    far apart.
    """
    texts: dict[str, list[tuple[int, float]]] = defaultdict(list)
    places: list[tuple[int, float]] = []
    for number, rows in enumerate(pages):
        for row in _edges(rows):
            texts[_bare(row.text)].append((number, row.y))
            if _is_set_off(row, rows, body_size):
                places.append((number, row.y))
    found: list[dict[Row, str]] = []
    for number, rows in enumerate(pages):
        heads: dict[Row, str] = {}
        for row in _edges(rows):
            bare = _bare(row.text)
            set_off = _is_set_off(row, rows, body_size) and _is_elsewhere(number, row, places)
            if PAGE_NUMBER.match(row.text):
                heads[row] = "page number"
            elif set_off or _is_spread(row, body_size) or (bare and _is_elsewhere(number, row, texts[bare])):
                heads[row] = "running head"
        found.append(heads)
    return found


def _edges(rows: Sequence[Row]) -> list[Row]:
    return list(dict.fromkeys([*rows[:EDGE_ROWS], *rows[-EDGE_ROWS:]]))


def _bare(text: str) -> str:
    return NUMBERS.sub("", text)


def _is_set_off(row: Row, rows: Sequence[Row], body_size: float) -> bool:
    """Tell whether `row` is the first or last of `rows`, in small print, with a gap between it and the others."""
    if row.size >= SMALL_PRINT * body_size or len(rows) < EDGE_ROWS + 1 or NOTE_MARK.match(row.text):
        return False
    gaps = {rows[0]: rows[1].y - rows[0].y, rows[-1]: rows[-1].y - rows[-2].y}
    return gaps.get(row, 0.0) > SET_OFF * body_size


def _is_spread(row: Row, body_size: float) -> bool:
    """Tell whether `row` is small print in parts that stand far apart: volume, journal and page number."""
    gaps = (right.x - left.end for left, right in pairwise(row.chars))
    return row.size < SMALL_PRINT * body_size and max(gaps, default=0.0) > SPREAD * body_size


def _is_elsewhere(number: int, row: Row, places: Sequence[tuple[int, float]]) -> bool:
    """Tell whether another page than `number` has one of `places` where `row` is."""
    return any(other != number and abs(y - row.y) <= SAME_PLACE for other, y in places)


def captions(rows: Sequence[Row], body_size: float) -> dict[Row, str]:
    """Return the rows of a column that are captions of figures and tables: so numbered, small or centred."""
    if not rows:
        return {}
    left, right = min(row.start for row in rows), max(row.end for row in rows)
    found = {}
    for row in rows:
        text = row.text
        if CAPTION.match(text) and not SENTENCE_END.search(text):
            room = CENTRED * row.size
            if row.size < SMALL_PRINT * body_size or (row.start - left > room and right - row.end > room):
                found[row] = "caption"
    return found


class Footnotes:
    """Finds the footnotes column by column; one that goes on in the next column is remembered."""

    def __init__(self, body_size: float) -> None:
        self.body_size = body_size
        self.open = False
        self.listing = False  # under the heading of a reference list, which cleaning knows by itself

    def find(self, rows: Sequence[Row], page: Sequence[Row]) -> dict[Row, str]:
        """Return the rows at the foot of a column of `page` that are footnotes: small, from a note's mark on."""
        titles = _reference_titles()
        self.listing = self.listing or any(re.sub(r"\W", "", row.text) in titles for row in rows)
        first = len(rows)
        while first and self._is_small(rows[first - 1]):
            first -= 1
        if self.listing or first == len(rows) or self._has_text_below(rows[-1], page):
            self.open = self.open and first == len(rows)
            return {}
        if not self.open:
            first = next((i for i in range(first, len(rows)) if _opens_note(rows[i].text)), len(rows))
        notes = rows[first:]
        self.open = bool(notes) and not SENTENCE_END.search(notes[-1].text)
        return dict.fromkeys(notes, "footnote")

    def _is_small(self, row: Row) -> bool:
        return row.size < SMALL_PRINT * self.body_size

    def _has_text_below(self, last: Row, page: Sequence[Row]) -> bool:
        """Tell whether text of the body stands under the row `last`."""
        below = (row for row in page if row.y > last.y and not self._is_small(row))
        return any(row.start < last.end and last.start < row.end for row in below)


def _opens_note(text: str) -> bool:
    return NOTE_MARK.match(text) is not None or text.startswith(_note_labels())


@cache
def _note_labels() -> tuple[str, ...]:
    entries = (entry.split(" ", 1) for entry in sorted(word_list("front_labels")))
    return tuple(f"{mark}{name}" for kind, name in entries if kind == "note" for mark in ("", "[", "［", "〔", "【"))


@cache
def _reference_titles() -> frozenset[str]:
    return word_list("reference_titles")


def tables(rows: Sequence[Row]) -> dict[Row, str]:
    """Return the rows of a column that are lines of a table: several in a row have cells set apart from each other."""
    found: dict[Row, str] = {}
    block: list[Row] = []
    for row in [*rows, None]:
        if row is not None and count_cells(row) >= LEAST_CELLS:
            block.append(row)
            continue
        if len(block) >= TABLE_ROWS:
            found.update(dict.fromkeys(block, "table"))
        block = []
    return found


def count_cells(row: Row) -> int:
    """Return how many parts a row has that wide gaps set apart."""
    gaps = [right.x - left.end for left, right in pairwise(row.chars)]
    usual = max(0.0, median(gaps)) if len(gaps) > FEW_GAPS else 0.0
    return 1 + sum(gap > usual + CELL_GAP * row.size for gap in gaps)


def ornaments(rows: Sequence[Row]) -> dict[Row, str]:
    """Return the rows that are ornaments: several signs, no letter, digit or mark of a sentence."""
    return {row: "ornament" for row in rows if len(row.text) >= ORNAMENT and not TEXT.search(row.text)}
