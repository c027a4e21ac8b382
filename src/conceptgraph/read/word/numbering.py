"""The numbers that Word puts before paragraphs: they stand nowhere in the text, but the reader sees them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from conceptgraph.read.xml_tree import Element

DIGITS = "〇一二三四五六七八九"
PLACES = ("", "十", "百", "千")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
PLACEHOLDER = re.compile(r"%([1-9])")
CLOSED = re.compile(r"[、．.）)：:】\]]\Z")
LEVELS = 9
BULLET = "- "


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered: with which numerals, in which words (``第%1章``), from which number on."""

    numerals: str
    words: str
    start: int
    legal: bool  # all numerals Arabic


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by abstract list
    lists: dict[str, str] = field(default_factory=dict)  # list -> abstract list
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    styled: dict[str, tuple[str, int]] = field(default_factory=dict)  # style -> abstract list, level
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def next_label(self, list_id: str, level: int) -> str:
        """Return what stands before the next paragraph of a list: "一、", "1.2 ", "- "; nothing for an unknown list."""
        abstract = self.lists.get(list_id)
        levels = self.levels.get(abstract or "")
        if abstract is None or not levels or level not in levels:
            return ""
        counts = self.counts[abstract]
        start = self.restarts.get(list_id, {}).pop(level, None)
        counts[level] = start if start is not None else counts.get(level, levels[level].start - 1) + 1
        for deeper in [depth for depth in counts if depth > level]:
            del counts[deeper]
        return _label(levels, counts, level)


def read_numbering(root: Element | None) -> Numbering:
    """Return the lists of a Word file, none counted yet."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iter("abstractNum"):
        key = abstract.get("abstractNumId", "")
        numbering.levels[key] = {_depth(level): _read_level(level) for level in abstract.iter("lvl")}
        for level in abstract.iter("lvl"):
            style = _value(level, "pStyle")
            if style:
                numbering.styled[style] = key, _depth(level)
    for each in root.iter("num"):
        key = each.get("numId", "")
        numbering.lists[key] = _value(each, "abstractNumId")
        starts = {_depth(change): _value(change, "startOverride") for change in each.iter("lvlOverride")}
        numbering.restarts[key] = {depth: int(start) for depth, start in starts.items() if start.isdecimal()}
    return numbering


def _depth(element: Element) -> int:
    value = element.get("ilvl", "0")
    return int(value) if value.isdecimal() and int(value) < LEVELS else 0


def _value(element: Element, name: str) -> str:
    found = element.find(name)
    return found.get("val", "")[:80] if found is not None else ""


def _read_level(level: Element) -> Level:
    start = _value(level, "start")
    return Level(
        numerals=_value(level, "numFmt") or "decimal",
        words=_value(level, "lvlText"),
        start=int(start) if start.isdecimal() and len(start) < 6 else 1,
        legal=level.find("isLgl") is not None,
    )


def _label(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    """Return the words of a level with the numbers of it and of the levels above."""
    own = levels[level]
    if own.numerals == "bullet":
        return BULLET
    if own.numerals == "none" and not PLACEHOLDER.search(own.words):
        return ""

    def fill(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        of = levels.get(depth, own)
        number = counts.get(depth, of.start)
        return _numeral(number, "decimal" if own.legal and depth < level else of.numerals)

    words = PLACEHOLDER.sub(fill, own.words).strip()
    return words if not words or CLOSED.search(words) else f"{words} "


def _numeral(number: int, numerals: str) -> str:
    """Return a number in the numerals that Word names so; in Arabic ones where they are of no Chinese text.

    >>> _numeral(12, "chineseCountingThousand"), _numeral(3, "decimalEnclosedCircleChinese"), _numeral(4, "lowerRoman")
    ('十二', '③', 'iv')
    """
    write = NUMERALS.get(numerals)
    return write(number) if write and 0 < number < 10_000 else str(number)


def _chinese(number: int) -> str:
    digits = [int(digit) for digit in str(number)]
    written = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            written += DIGITS[digit] + PLACES[place]
        elif written and not written.endswith("零"):
            written += "零"
    written = written.rstrip("零")
    return written.removeprefix("一") if 10 <= number < 20 else written


def _roman(number: int) -> str:
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else f"({number})"


NUMERALS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographDigital": _chinese,
    "japaneseCounting": _chinese,
    "lowerLetter": _letter,
    "lowerRoman": _roman,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "upperLetter": lambda number: _letter(number).upper(),
    "upperRoman": lambda number: _roman(number).upper(),
}
