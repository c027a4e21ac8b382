"""The bytes of a page -> its text: what the page says of its encoding counts, unless its bytes say otherwise."""

from __future__ import annotations

import codecs
import re

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.decode import Decoded, decode

HEAD_BYTES = 4096
SAID = re.compile(
    rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)"""
)
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WIDER = {  # the encodings of which those that pages name are parts
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "cp936": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "utf8": "utf-8",
}
CLEARLY = 0.2  # margin from which the likeliest encoding wins over the one that the page names
MOST_BAD = 0.02  # share of characters outside ASCII that may be unreadable in the encoding that the page names
FOREIGN = re.compile("[^\x00-\x7f]")


def decode_page(content: bytes, path: str, config: ReadConfig, header: str = "") -> Decoded:
    """Return the text of a page. `header` is the encoding that a message around it names.

    In this order: the setting, a byte order mark, UTF-8 where the bytes are strictly that, what header or page name, as
    far as the bytes allow, else the likeliest. Raises InputError where nothing fits.

    >>> decode_page('<meta charset="gb2312"><p>朱镕基'.encode("gbk"), "a.html", ReadConfig()).text[-3:]
    '朱镕基'
    """
    if config.encoding != "auto" or content.startswith(MARKS):
        return decode(content, config.encoding, path)
    if not content.isascii():
        try:
            return Decoded(content.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    names = (WIDER.get(name.lower(), name) for name in (header, *_said(content)))
    named = next(filter(None, (_in_named(content, name) for name in names)), None)
    if named is None or content.isascii():
        return named or decode(content, "auto", path)
    try:
        likely = decode(content, "auto", path)
    except InputError:
        return named
    return likely if likely.encoding != named.encoding and likely.margin >= CLEARLY else named


def _said(content: bytes) -> list[str]:
    """Return the encodings that the head of a page names."""
    found = SAID.findall(content[:HEAD_BYTES])
    return [(meta or declared).decode("ascii", "replace") for meta, declared in found]


def _in_named(content: bytes, name: str) -> Decoded | None:
    """Return the text in the encoding `name`; None where there is no such, it is none of texts, or much doesn't fit."""
    try:
        text = content.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    foreign = len(FOREIGN.findall(text))
    bad = text.count("\ufffd")
    wide = name.lower() not in ("iso-8859-1", "latin-1", "windows-1252", "us-ascii", "ascii")
    return Decoded(text, name.lower(), lost=bad) if foreign and wide and bad <= MOST_BAD * foreign else None
