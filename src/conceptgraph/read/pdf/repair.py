"""Characters that stand for others: radicals for the characters, letters and digits stored as Chinese characters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from conceptgraph.read.pdf.page import Char, Page, Run
from conceptgraph.read.pdf.rows import make_runs
from conceptgraph.resources import word_list

SHIFT = 0x4E00  # a letter of code c comes out as the character U+4E00 + c
SHIFTED = range(SHIFT + 0x20, SHIFT + 0x7F)
FONT_SHARE = 0.9  # of a font's characters: it holds nothing but shifted ones
PROOFS = 2  # sequences that no Chinese text has, from which on a file is known to shift its digits
LEAST_RUN = 2  # characters of a sequence
EXAMPLE = 8  # characters of the example in the message


@dataclass(frozen=True, slots=True)
class Repaired:
    """Pages after repair, how many characters were shifted, and one such sequence before and after."""

    pages: tuple[Page, ...]
    count: int = 0
    before: str = ""
    after: str = ""


def repair_shifted(pages: Sequence[Page]) -> Repaired:
    """Return `pages` with letters and digits that came out at U+4E00 + their code as they were meant.

    A font that holds nothing else is shifted as a whole. In other fonts a sequence is, where it has a character that
    Chinese texts don't use (丱, 丳, 丵: the digits 1, 3, 5) or is of digits in a file with such sequences.
    """
    if not any(ord(char.text[0]) in SHIFTED for page in pages for char in page.chars):
        return Repaired(tuple(pages))
    fonts = _shifted_fonts(pages)
    candidates = [[run for run in make_runs(page.chars) if _has_shifted(run)] for page in pages]
    sequences = [[each for run in runs for each in _sequences(run, fonts)] for runs in candidates]
    proven = sum(any(_is_odd(char.text) for char in each) for page in sequences for each in page) >= PROOFS
    examples: list[list[Char]] = []
    made: list[Page] = []
    count = 0
    for page, found in zip(pages, sequences, strict=True):
        meant = [each for each in found if each[0].font in fonts or (proven and _is_meant(each))]
        gone = {char for each in meant for char in each}
        count += len(gone)
        examples.extend(meant)
        chars = tuple(char._replace(text=_shift_back(char.text)) if char in gone else char for char in page.chars)
        made.append(replace(page, chars=chars))
    best = max(examples, key=lambda each: min(len(each), EXAMPLE), default=[])
    before = "".join(char.text for char in best)[:EXAMPLE]
    return Repaired(tuple(made), count, before, "".join(map(_shift_back, before)))


def _shift_back(text: str) -> str:
    return "".join(chr(ord(c) - SHIFT) if ord(c) in SHIFTED else c for c in text)


def _has_shifted(run: Run) -> bool:
    return any(ord(char.text[0]) in SHIFTED for char in run.chars)


def _shifted_fonts(pages: Sequence[Page]) -> frozenset[str]:
    """Return the fonts whose Chinese characters are shifted letters, nearly all and some beyond doubt."""
    shifted: Counter[str] = Counter()
    odd: Counter[str] = Counter()
    chinese: Counter[str] = Counter()
    for page in pages:
        for char in page.chars:
            code = ord(char.text[0])
            chinese[char.font] += code >= 0x2E80
            shifted[char.font] += code in SHIFTED
            odd[char.font] += _is_odd(char.text)
    return frozenset(font for font, count in chinese.items() if odd[font] and shifted[font] >= FONT_SHARE * count)


def _sequences(run: Run, fonts: frozenset[str]) -> Iterator[list[Char]]:
    """Yield the sequences of `run` that may be shifted; frequent characters at the ends belong to the text around."""
    for (shifted, of_font), group in groupby(run.chars, lambda c: (ord(c.text[0]) in SHIFTED, c.font in fonts)):
        sequence = list(group)
        if not of_font:
            sequence = _trim(sequence)
        if shifted and sequence:
            yield sequence


def _trim(row: list[Char]) -> list[Char]:
    first, last = 0, len(row)
    while first < last and _is_word_of_text(row[first].text):
        first += 1
    while last > first and _is_word_of_text(row[last - 1].text):
        last -= 1
    return row[first:last]


def _is_word_of_text(character: str) -> bool:
    return character in word_list("frequent_characters") and not _shift_back(character).isdigit()


def _is_meant(sequence: Sequence[Char]) -> bool:
    """Tell whether a sequence in a font of Chinese text is shifted."""
    odd = any(_is_odd(char.text) for char in sequence)
    digits = all(_shift_back(char.text).isdigit() for char in sequence)
    return odd or (digits and len(sequence) >= LEAST_RUN)


@cache
def _is_odd(character: str) -> bool:
    """Tell whether a shifted character is one that Chinese texts don't use: not even GB 2312 has it."""
    if ord(character[0]) not in SHIFTED:
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def normalise(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return `pages` with radicals, compatibility characters, ligatures and vertical marks as the plain characters.

    Fonts name 一 as the radical ⼀ (U+2F00) where both share a glyph; the words would not be found.
    """
    return tuple(
        replace(page, chars=tuple(char._replace(text=_plain(char.text)) for char in page.chars)) for page in pages
    )


@cache
def _plain(text: str) -> str:
    """Return the plain form of a character.

    >>> _plain("⽂"), _plain("⻓"), _plain("ﬁ"), _plain("︵"), _plain("，")
    ('文', '长', 'fi', '（', '，')
    """
    return "".join(
        _plain_forms().get(c) or (unicodedata.normalize("NFKC", c) if _is_compatible(ord(c)) else c) for c in text
    )


def _is_compatible(code: int) -> bool:
    return 0x2F00 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0xFB00 <= code <= 0xFB06


@cache
def _plain_forms() -> dict[str, str]:
    return dict(entry.split(" ") for entry in sorted(word_list("plain_forms")))
