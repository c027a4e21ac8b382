"""Chinese characters: to which standard and script they belong, and the way from one script to the other.

The standards are those that the codecs of Python know, so no list is needed; conversion is OpenCC's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

BIG5_TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
GB_TRAILS = range(0xA1, 0xFF)


@cache
def gb2312_level_1() -> frozenset[str]:
    """Return the 3,755 common simplified characters of GB 2312.

    >>> len(gb2312_level_1()), "劳" in gb2312_level_1(), "勞" in gb2312_level_1()
    (3755, True, False)
    """
    return _decode_block(range(0xB0, 0xD8), GB_TRAILS, "gb2312")


@cache
def big5_level_1() -> frozenset[str]:
    """Return the 5,401 common traditional characters of Big5.

    >>> len(big5_level_1()), "劳" in big5_level_1(), "勞" in big5_level_1()
    (5401, False, True)
    """
    return _decode_block(range(0xA4, 0xC7), BIG5_TRAILS, "big5")


@cache
def only_traditional() -> frozenset[str]:
    """Return the common characters of Big5 that GB 2312 lacks.

    >>> "勞" in only_traditional(), "人" in only_traditional(), "劳" in only_traditional()
    (True, False, False)
    """
    return big5_level_1() - _gb2312()


@cache
def only_simplified() -> frozenset[str]:
    """Return the common characters of GB 2312 that Big5 lacks.

    >>> "劳" in only_simplified(), "人" in only_simplified()
    (True, False)
    """
    return gb2312_level_1() - _big5()


def script_of(text: str) -> str:
    """Return ``hant`` where traditional characters are in the majority of those that tell, else ``hans``.

    >>> script_of("數位勞動"), script_of("数字劳动"), script_of("人")
    ('hant', 'hans', 'hans')
    """
    if only_traditional().isdisjoint(text):
        return "hans"
    traditional = sum(sign in only_traditional() for sign in text)
    return "hant" if traditional > sum(sign in only_simplified() for sign in text) else "hans"


def simplify(text: str) -> str:
    """Return `text` in simplified characters, each in its place; words stay what they are.

    >>> simplify("數位勞動意味著什麼，乾隆的著作與乾淨的檯面")
    '数位劳动意味着什么，乾隆的著作与干净的台面'
    """
    if only_traditional().isdisjoint(text):
        return text
    return _convert(text, "t2s")


def traditionalize(text: str) -> str:
    """Return `text` in traditional characters as Taiwan writes them, each in its place.

    >>> traditionalize("后来的头发里面"), traditionalize("数字劳动")
    ('後來的頭髮裡面', '數字勞動')
    """
    return _convert(text, "s2tw")


def _convert(text: str, direction: str) -> str:
    """Return `text` converted by phrases, or character by character should a phrase change its length."""
    convert = _converter(direction)
    converted = convert(text)
    return converted if len(converted) == len(text) else "".join(map(convert, text))


@cache
def _converter(direction: str) -> Callable[[str], str]:
    from opencc_pyo3 import OpenCC

    return OpenCC(direction).convert


def _gb2312() -> frozenset[str]:
    return _decode_block(range(0xB0, 0xF8), GB_TRAILS, "gb2312")


def _big5() -> frozenset[str]:
    return big5_level_1() | _decode_block(range(0xC9, 0xFA), BIG5_TRAILS, "big5")


def _decode_block(leads: Iterable[int], trails: Iterable[int], codec: str) -> frozenset[str]:
    """Return the characters that the codec has at all pairs of a lead and a trail byte."""
    content = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    return frozenset(sign for sign in content.decode(codec, errors="ignore") if sign >= "\u4e00")
