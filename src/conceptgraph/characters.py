"""Which Chinese characters belong to which standard, as the codecs of Python know it: no list is needed."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Return the characters that Big5 has and GB 2312 lacks: 勞, 數, and rare ones of both scripts.

    >>> "勞" in only_traditional(), "人" in only_traditional(), "劳" in only_traditional()
    (True, False, False)
    """
    return _big5() - _gb2312()


@cache
def only_simplified() -> frozenset[str]:
    """Return the characters that GB 2312 has and Big5 lacks.

    >>> "劳" in only_simplified(), "人" in only_simplified()
    (True, False)
    """
    return _gb2312() - _big5()


def _gb2312() -> frozenset[str]:
    return _decode_block(range(0xB0, 0xF8), GB_TRAILS, "gb2312")


def _big5() -> frozenset[str]:
    return big5_level_1() | _decode_block(range(0xC9, 0xFA), BIG5_TRAILS, "big5")


def _decode_block(leads: Iterable[int], trails: Iterable[int], codec: str) -> frozenset[str]:
    """Return the characters that the codec has at all pairs of a lead and a trail byte."""
    content = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    return frozenset(sign for sign in content.decode(codec, errors="ignore") if sign >= "\u4e00")
