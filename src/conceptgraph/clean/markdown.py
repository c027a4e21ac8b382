"""Markdown: front matter, code, rules and tables dropped; emphasis, links and tags reduced to their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conceptgraph.clean.layout import Line
from conceptgraph.clean.passage import Passage, Span, take
from conceptgraph.model import Dropped

SIGN = re.compile(r"^#{1,6} +\S|^```|\]\((?:https?:|#|\.{0,2}/)|\[\^[^\]\s]+\]|\A---\n", re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FENCE = re.compile(r"(?:`{3,}|~{3,})")
TABLE_ROW = re.compile(r"\|.*\|\s*\Z|\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\Z")
QUOTE_PREFIX = re.compile(r"(?:>\s?)+")
LIST_PREFIX = re.compile(r"[-*+]\s+(?:\[[ xX]\]\s+)?")
HASH_PREFIX = re.compile(r"#{1,6}\s+")
HASH_SUFFIX = re.compile(r"\s+#+\s*\Z")
# What goes, as the groups of one pattern; the words of a link or an emphasis stand between two groups.
INLINE = re.compile(
    r"(?P<image>!\[[^\]\n]*\]\([^)\n]*\)|!\[\[[^\]\n]*\]\])"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,300}>|<!--.*?-->)"
    r"|(?P<link>\[(?=[^\[\]\n]+\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)))"
    r"|(?P<target>(?<=[^\[\s!])\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"
    r"|(?P<wiki>\[\[(?=[^\[\]\n|]+\]\])|(?<=[^\[\]])\]\])"
    r"|(?P<bold>\*\*\*?|___?(?=\S)|(?<=\S)___?|~~|==(?=\S)|(?<=\S)==)"
    r"|(?P<star>(?<![\d\s*])\*(?=\S)|(?<=\S)\*(?![\d*])|(?<![\w*])\*(?=\S))"
    r"|(?P<under>(?<![A-Za-z0-9_])_(?=\S)|(?<=\S)_(?![A-Za-z0-9_]))"
    r"|(?P<code>`+)",
    re.DOTALL,
)
INLINE_TRIGGER = re.compile(r"[*_`<\[!~=]")


def is_markdown(path: str, text: str) -> bool:
    """Tell whether a text is Markdown: by its ending, or by signs that plain text doesn't have."""
    return path.lower().endswith((".md", ".markdown")) or SIGN.search(text) is not None


def drop_markdown_lines(lines: Sequence[Line], raw: str) -> tuple[list[Line], list[Dropped]]:
    """Return the lines of prose without code fences, front matter and tables, and what was dropped with its reason."""
    front = FRONT_MATTER.match(raw)
    body_start = front.end() if front else 0
    fence = ""
    kept: list[Line] = []
    dropped: list[Dropped] = []
    for line in lines:
        mark = FENCE.match(line.text)
        reason = "front" if line.start < body_start else "code" if fence or mark else ""
        if mark and reason != "front":
            fence = "" if fence and line.text.startswith(fence) else fence or mark[0]
        if not reason and TABLE_ROW.match(line.text):
            reason = "table"
        if reason:
            dropped.append(Dropped(line.start, line.end, reason))
        else:
            kept.append(line)
    return kept, dropped


def prefix_of(line: Line, kind: str) -> int:
    """Return how many characters of markup begin a line: ``## ``, ``> ``, ``- ``."""
    pattern = {"quote": QUOTE_PREFIX, "list": LIST_PREFIX}.get(kind, HASH_PREFIX)
    match = pattern.match(line.text)
    return match.end() if match else 0


def take_markup(passage: Passage) -> tuple[Passage, list[Dropped]]:
    """Return `passage` without the signs of emphasis, links, images and tags.

    >>> take_markup(Passage("**异化**见[书](http://a.b)", ((0, 22),)))[0].text
    '异化见书'
    """
    if not INLINE_TRIGGER.search(passage.text):
        return passage, []
    spans: list[Span] = [match.span() for match in INLINE.finditer(passage.text)]
    suffix = HASH_SUFFIX.search(passage.text)
    if suffix and (not spans or spans[-1][1] <= suffix.start()):
        spans.append(suffix.span())
    return take(passage, spans, "markup")
