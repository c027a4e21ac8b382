"""HTML -> a tree, by selectolax (Lexbor), within limits; XHTML is made fit for the same parser."""

from __future__ import annotations

import importlib.util
import re
from typing import TYPE_CHECKING

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.resources import rule_table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

OPEN_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})(?=[\s/>])")
SELF_CLOSED = re.compile(r"<([A-Za-z][\w:.-]{0,40})((?:\s[^<>]*?)?)/>")
DATA_ADDRESS = re.compile(r"""data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s%]{64,}""")
FONT = re.compile(r"</?font\b[^>]{0,500}>", re.IGNORECASE)
LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{4000,}>")
MOST_ATTRIBUTES = 500
LARGEST = 30_000_000  # characters, without the pictures stored inside
VOID = frozenset(rule_table("page_elements")["void"])
SELF_ENDING = frozenset(rule_table("page_elements")["self_ending"])


def need_library(path: str) -> None:
    """Raise InputError where the library for pages is missing."""
    if importlib.util.find_spec("selectolax") is None:
        raise InputError("web_library_missing", path=path)


def parse_html(text: str, path: str, config: ReadConfig, xml: bool = False) -> LexborHTMLParser:
    """Return the tree of a page; with `xml`, elements closed in their own tag (``<title/>``) are closed.

    Raises InputError where its elements are nested deeper than the limit, on which parsers take too long.
    """
    from selectolax.lexbor import LexborHTMLParser

    text = LONG_TAG.sub(_shorten, FONT.sub("", DATA_ADDRESS.sub("", text).replace("\x00", "")))
    if xml:
        text = SELF_CLOSED.sub(_close, _open_cdata(text))
    if len(text) > LARGEST:
        raise InputError("page_large", path=path, limit=LARGEST // 1_000_000)
    if _depth(text) > config.nesting:
        raise InputError("page_nested", path=path, limit=config.nesting)
    return LexborHTMLParser(text)


def _shorten(match: re.Match[str]) -> str:
    """Return a tag without its attributes where they are so many that the parser takes long over them."""
    return f"<{match[1]}>" if match[0].count("=") > MOST_ATTRIBUTES else match[0]


def _close(match: re.Match[str]) -> str:
    name, attributes = match[1], match[2]
    return match[0] if name.lower() in VOID else f"<{name}{attributes}></{name}>"


def _open_cdata(text: str) -> str:
    """Return XHTML with its sections of character data as plain text."""
    parts, at = [], 0
    while (start := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        inner = text[start + 9 : end].replace("&", "&amp;").replace("<", "&lt;")
        parts += [text[at:start], inner]
        at = end + 3
    return "".join([*parts, text[at:]])


def _depth(text: str) -> int:
    """Return how deep elements are nested at most, those apart that end by themselves."""
    depth = deepest = 0
    for match in OPEN_TAG.finditer(text):
        name = match[2].lower()
        if name in VOID or name in SELF_ENDING:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
