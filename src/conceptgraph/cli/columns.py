"""Text in columns of a terminal, where a Chinese character is two wide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

# What is not broken inside: a Latin word or a Chinese character, and the marks behind it.
PIECE = re.compile(r"(?:[!-~]+|.)[，。、；：？！”’）》」\])…·]*\s*", re.DOTALL)


def width(text: str) -> int:
    """Return the columns that `text` takes.

    >>> width("异化 (alienation)")
    17
    """
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def pad(text: str, columns: int) -> str:
    """Return `text` filled with spaces up to `columns`."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Return the lines of `text`, each at most `columns` wide; breaks between Chinese characters and Latin words.

    >>> wrap("概念与论证，always with its sentence", 12)
    ['概念与论证，', 'always with', 'its sentence']
    """
    lines = [""]
    for piece in PIECE.findall(" ".join(text.split())):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > columns:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def table(rows: Iterable[Sequence[str]], gap: str = "  ") -> list[str]:
    """Return `rows` as lines with aligned columns.

    >>> table([("概念", "频次"), ("数字劳动", "31")])
    ['概念      频次', '数字劳动  31']
    """
    rows = list(rows)
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [gap.join(map(pad, row, widths)).rstrip() for row in rows]
