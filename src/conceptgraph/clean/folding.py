"""Width folding of letters and digits only: full-width ones become ASCII, punctuation stays as it is.

NFKC over a whole text would turn ，；： into ASCII and so break clauses; folding one character to one keeps offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FULL_WIDTH = "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
FOLDED = re.compile(f"{FULL_WIDTH}|[{BLANKS}]")
_LETTERS = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_BLANK = re.compile(f"[{BLANKS}]")


def fold(text: str) -> str:
    """Return `text` with full-width letters and digits in ASCII; the length stays the same.

    >>> fold("Ｗｅｂ　２０２４，（三）")
    'Web\u30002024，（三）'
    """
    return text.translate(_LETTERS) if re.search(FULL_WIDTH, text) else text


def blanks_to_spaces(text: str) -> str:
    """Return `text` with every kind of blank (line end, tabulator, wide blank) as one plain space each."""
    return _BLANK.sub(" ", text)


def record_folds(raw: str, spans: Iterable[tuple[int, int]]) -> dict[int, str]:
    """Return the raw offset and replacement of every character of `spans` that `fold` or `blanks_to_spaces` changes."""
    folds: dict[int, str] = {}
    for start, end in spans:
        for match in FOLDED.finditer(raw, start, end):
            folds[match.start()] = fold(match[0]) if ord(match[0]) >= 0xFF00 else " "
    return folds
