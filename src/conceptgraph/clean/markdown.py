"""Markdown: front matter, code, rules and tables dropped; emphasis, links and tags reduced to their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conceptgraph.clean.front_matter import FRONT_MATTER
from conceptgraph.clean.layout import Line
from conceptgraph.clean.passage import Passage, Span, take
from conceptgraph.clean.shapes import MARKDOWN_NOTE
from conceptgraph.model import Dropped

SIGN = re.compile(r"^#{1,6} +\S|^```|\]\((?:https?:|#|\.{0,2}/)|\[\^[^\]\s]+\]|\A---\n", re.MULTILINE)
FENCE = re.compile(r"(?:`{3,}|~{3,}|\$\$|%%(?!.*%%)|<!--(?!.*-->))")
FENCE_ENDS = {"$$": "$$", "%%": "%%", "<!--": "-->"}  # others end as they begin
FENCE_REASONS = {"$$": "formula", "%%": "markup", "<!--": "markup"}  # others hold code
DEFINITION = re.compile(r"\*?\[[^\]^][^\]]*\]:\s*\S")  # of a link or an abbreviation
TABLE_ROW = re.compile(r"\|.*\|\s*\Z|\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\Z")
NOTE_INDENT = 2  # columns by which the further lines of a footnote are set in
QUOTE_PREFIX = re.compile(r"(?:>\s?)+")
LIST_PREFIX = re.compile(r"[-*+]\s+(?:\[[ xX]\]\s+)?")
HASH_PREFIX = re.compile(r"#{1,6}\s+")
HASH_SUFFIX = re.compile(r"\s*\{[#.][^{}\n]*\}\s*\Z|\s+#+\s*\Z|(?<=\S) \^[A-Za-z0-9-]+\s*\Z")
SUFFIX_WITHIN = 200  # characters
# What goes, as the groups of one pattern; the words of a link or an emphasis stand between two groups.
INLINE = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?<!\\)(?:"
    r"(?P<image>!\[[^\]\n]*\]\([^)\n]*\)|!\[\[[^\]\n]*\]\])"
    r"|(?P<formula>\$(?=[^$\n]*[A-Za-z\\=^_{}])[^$\n\u4e00-\u9fff]{1,200}\$)"
    r"|(?P<program>`+[^`\n\u4e00-\u9fff]+`+|`+(?=[^`\n]*[=(){};_.])[^`\n]+`+)"
    r"|(?P<comment>%%[^%\n]+%%|\[![A-Za-z]+\][+-]?)"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,300}>|<!--.{0,300}?-->)"
    r"|(?P<link>\[(?=[^\[\]\n]+\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)))"
    r"|(?P<target>(?<=[^\[\s!])\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"
    r"|(?P<named>\[(?!\^|[\d\s,，、\-]+\])(?=[^\[\]\n]{1,200}\]\[[^\[\]\n\d^][^\[\]\n]{0,100}\]))"
    r"|(?P<name>(?<=[^\[\s\d])\]\[[^\[\]\n\d^][^\[\]\n]{0,100}\])"
    r"|(?P<wiki>\[\[(?:[^\[\]\n|]+\|)?(?=[^\[\]\n|]+\]\])|(?<=[^\[\]])\]\])"
    r"|(?P<bold>\*\*\*?|___?(?=\S)|(?<=\S)___?|~~|==(?=\S)|(?<=\S)==)"
    r"|(?P<star>(?<![\d\s*])\*(?=\S)|(?<=\S)\*(?![\d*])|(?<![\w*])\*(?=\S))"
    r"|(?P<under>(?<![A-Za-z0-9_])_(?=\S)|(?<=\S)_(?![A-Za-z0-9_]))"
    r"|(?P<code>`+))",
    re.DOTALL,
)
REASONS = {"formula": "formula", "program": "code"}  # of the groups above; others are markup
INLINE_TRIGGER = re.compile(r"[*_`<\[!~=$%\\{^]")


def is_markdown(path: str, text: str) -> bool:
    """Tell whether a text is Markdown: by its ending, or by signs that plain text doesn't have."""
    return path.lower().endswith((".md", ".markdown")) or SIGN.search(text) is not None


def drop_markdown_lines(lines: Sequence[Line], raw: str) -> tuple[list[Line], list[Dropped]]:
    """Return the lines of prose without code fences, front matter and tables, and what was dropped with its reason."""
    front = FRONT_MATTER.match(raw)
    body_start = front.end() if front else 0
    fenced = _fenced(lines)
    noting = False
    kept: list[Line] = []
    dropped: list[Dropped] = []
    for line in lines:
        noting = MARKDOWN_NOTE.match(line.text) is not None or (noting and _is_indented(line, raw))
        reason = "front" if line.start < body_start else fenced.get(line.start, "")
        if not reason and TABLE_ROW.match(line.text):
            reason = "table"
        if not reason and DEFINITION.match(line.text):
            reason = "markup"
        if not reason and noting and not MARKDOWN_NOTE.match(line.text):
            reason = "note"
        if reason:
            dropped.append(Dropped(line.start, line.end, reason))
        else:
            kept.append(line)
    return kept, dropped


def _fenced(lines: Sequence[Line]) -> dict[int, str]:
    """Return the reason of each line between fences, by its start: code, a formula, a comment.

    Code whose fence never closes goes to the end, as in CommonMark; another open fence is none.
    """
    reasons: dict[int, str] = {}
    i = 0
    while i < len(lines):
        opening = FENCE.match(lines[i].text)
        mark = opening[0] if opening else ""
        last = _last_fenced(lines, i, mark) if mark else -1
        reasons.update((line.start, FENCE_REASONS.get(mark, "code")) for line in lines[i : last + 1])
        i = max(last, i) + 1
    return reasons


def _last_fenced(lines: Sequence[Line], first: int, mark: str) -> int:
    """Return which line closes the fence `mark` that line `first` opens; -1 where none does and it need not be one."""
    end = FENCE_ENDS.get(mark, mark)
    if lines[first].text.endswith(end) and len(lines[first].text) > len(mark):
        return first
    for i in range(first + 1, len(lines)):
        text = lines[i].text
        if text.startswith(end) or (mark in FENCE_ENDS and text.endswith(end)):
            return i
    return -1 if mark in FENCE_ENDS else len(lines) - 1


def _is_indented(line: Line, raw: str) -> bool:
    """Tell whether a line goes on with a footnote: set in by blanks, which a Chinese paragraph is not."""
    return line.indent >= NOTE_INDENT and raw[line.start - 1] in " \t"


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
    found = list(INLINE.finditer(passage.text))
    spans: list[Span] = [match.span() for match in found]
    suffix = HASH_SUFFIX.search(passage.text, max(0, len(passage.text) - SUFFIX_WITHIN))
    if suffix and (not spans or spans[-1][1] <= suffix.start()):
        spans.append(suffix.span())
    rest, dropped = take(passage, spans, "markup")
    for group, reason in REASONS.items():
        _, marked = take(passage, [match.span() for match in found if match.lastgroup == group], reason)
        starts = {piece.start for piece in marked}
        dropped = [piece._replace(reason=reason) if piece.start in starts else piece for piece in dropped]
    return rest, dropped
