"""Fields of authors -> names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conceptgraph.resources import word_list

HAN_NAME = re.compile(r"[\u3400-\u9fff〇]{2,4}\Z")
WESTERN = re.compile(r"[\u3400-\u9fff]{1,8}[·•．.][\u3400-\u9fff·•．.]{1,12}\Z")  # 卡尔·马克思
LATIN = re.compile(r"[A-Za-z]{2}")
BORDER = re.compile(r"\s*(?:[;；\n|]|//|&amp;|&|\s+and\s+)\s*", re.IGNORECASE)
COMMA = re.compile(r"\s*[,，、]\s*")
MARKS = re.compile(r"[\[［(（]\s*[\d,，、*\s]+[\]］)）]|[\d*＊†‡^①-⑳¹²³⁰⁴-⁹]+")
ROLE = re.compile(r"\s*[\[［(（【]?(?:著|译|编著|主编|编|通讯作者|作者)[\]］)）】]\s*")
OTHERS = re.compile(r"(?:等|et\s+al\.?|and\s+others|others)\Z", re.IGNORECASE)


def split_names(values: Sequence[str], slashed: bool = False) -> tuple[str, ...]:
    """Return the names of an author field: parted by ``; ；`` line ends and *and*, Chinese ones also by commas, blanks
    or ``/``; a surname and a given name with a comma between them stay one name.

    >>> split_names(["何以安;林知远;"]), split_names(["何以安 林知远"]), split_names(["何, 以安 and 林, 知远"])
    (('何以安', '林知远'), ('何以安', '林知远'), ('何以安', '林知远'))
    >>> split_names(["Smith, John", "Li, Hua"]), split_names(["何以安[1],林知远[2]"])
    (('Smith, John', 'Li, Hua'), ('何以安', '林知远'))
    """
    several = len(values) > 1
    found: list[str] = []
    for value in values:
        parts = [part for part in BORDER.split(ROLE.sub("", MARKS.sub("", value))) if part.strip()]
        for part in parts:
            found += _split_part(part, slashed, several or len(parts) > 1)
    names = (OTHERS.sub("", name).strip(" .,，、;；·") if _is_more(name) else name.strip(" ,，、;；") for name in found)
    return tuple(dict.fromkeys(name for name in names if name))


def _split_part(part: str, slashed: bool, alone: bool) -> list[str]:
    """Return the names between two sure borders; `alone` says that there are such borders in this field."""
    if slashed or _all_names(part.split("/")):
        return [name.strip() for name in part.split("/")]
    pieces = COMMA.split(part)
    if len(pieces) == 2 and _is_surname(pieces[0]) and 1 <= len(pieces[1].replace(" ", "")) <= 2:
        return ["".join(pieces).replace(" ", "")]
    if len(pieces) > 1 and LATIN.search(part) and (alone or len(pieces) == 2):
        return [", ".join(pieces)]
    return [name for piece in pieces for name in _split_blanks(piece)]


def _split_blanks(piece: str) -> list[str]:
    """Return the Chinese names that blanks part; single characters (顾　澄) are one name."""
    parts = piece.split()
    if len(parts) > 1 and all(len(part) == 1 and part >= "\u3400" for part in parts):
        return ["".join(parts)]
    if len(parts) == 2 and _is_surname(parts[0]) and len(parts[1]) <= 2 and parts[1] >= "\u3400":
        return ["".join(parts)]
    return parts if len(parts) > 1 and _all_names(parts) else [" ".join(parts)]


def _is_surname(text: str) -> bool:
    """Tell whether `text` is a surname and no full name: one character, or a compound surname."""
    return (len(text) == 1 and text >= "\u3400") or (len(text) == 2 and text in word_list("surnames"))


def _all_names(parts: Sequence[str]) -> bool:
    """Tell whether each of two parts or more is a Chinese name."""
    surnames = word_list("surnames")
    return len(parts) > 1 and all(
        WESTERN.match(part.strip())
        or (HAN_NAME.match(part.strip()) and (part.strip()[0] in surnames or part.strip()[:2] in surnames))
        for part in parts
    )


def _is_more(name: str) -> bool:
    """Tell whether a name ends in *and others* (王安平等), which is no part of it."""
    return OTHERS.search(name) is not None and (not HAN_NAME.match(name) or len(name) > 3 or len(name) == 1)
