"""Citation marks inside sentences: [5], ［５］４５８, [3,5-7], ①, superscripts, [^note], （作者，2014：45）."""

from __future__ import annotations

import re
from itertools import accumulate

from conceptgraph.clean.passage import Passage, take
from conceptgraph.clean.shapes import CIRCLED
from conceptgraph.model import Citation, Dropped

_NUMBERS = r"\d{1,3}(?:\s*[,，、;；\-－—–~～]\s*\d{1,3})*"
_PAGES = r"\d{1,4}(?:\s*[-－—–~～,，、]\s*\d{1,4})*"
_NO_MEASURE = r"(?![\d.．]|\s*[年月日世个個位名种種项項次倍篇部卷条條亿億万萬千百多余餘％%℃])"
BRACKETED = (
    rf"[\[［〔【]\s*(?:注\s*)?{_NUMBERS}\s*[\]］〕】]"
    rf"(?:\s*[（(]\s*(?:[Pp]{{1,2}}\s*[.．]?|第)?\s*{_PAGES}\s*[页頁]?\s*[)）]|\s*[Pp]{{1,2}}\s*[.．]?\s*{_PAGES}|{_PAGES}{_NO_MEASURE})?"
)
FOOTNOTE = r"\[\^[^\]\s]+\](?!:)|\[-?@[A-Za-z][^\[\]\n]{1,200}\]"
AUTHOR_YEAR = (
    r"[（(](?:[^（）()。！？；“”]{1,60}?[,，、\s]\s*)?(?:1[5-9]|20)\d\d[a-z]?"
    rf"(?:\s*[:：,，]\s*(?:[Pp]{{1,2}}[.．]?\s*)?{_PAGES})?(?:\s*[;；]\s*[^（）()。！？“”]{{1,60}}?(?:1[5-9]|20)\d\d[a-z]?(?:\s*[:：]\s*{_PAGES})?)*[)）]"
)
SUPERSCRIPT = r"(?<![A-Za-z\d\s])[¹²³⁰⁴-⁹]+(?:\s*[,，⁻\-]\s*[¹²³⁰⁴-⁹]+)*"
AFTER_QUOTE = r"(?<=[”’」』])\d{1,3}(?=[。，；、！？）])"
HTML = r"<sup>[^<]{1,20}</sup>"
MARK = re.compile(rf"\s*(?:{BRACKETED}|{FOOTNOTE}|{AUTHOR_YEAR}|{HTML})|{SUPERSCRIPT}|{AFTER_QUOTE}")
TRIGGER = re.compile(r"[\[［〔【（(<¹²³⁰⁴-⁹]|[”’」』]\d")
SIGN = re.compile(f"[{CIRCLED}]")
CIRCLE = re.compile(rf"\s*[{CIRCLED}]+")
LISTING = re.compile(r"(?:[：:；;，,、（(]\s*|\A)\Z")
CITED = re.compile(r"[”’」』》）)。！？]\s*\Z")
CLOSES = re.compile(r"\s*(?:[，。；、！？：,.;!?”’」』）)]|\Z)")


def take_marks(passage: Passage) -> tuple[Passage, tuple[Citation, ...], list[Dropped]]:
    """Return `passage` without its citation marks, the marks with their places in the new text, and what was dropped.

    A circled number is a mark after a closing quotation mark or before punctuation; a row of them after colons and
    semicolons numbers a list and stays. Digits right after a bracketed mark are the cited page unless a measure
    follows them. A year in brackets, alone or after names, is a mark as well.
    """
    spans = _find_marks(passage.text)
    if not spans:
        return passage, (), []
    removed = accumulate((end - start for start, end in spans), initial=0)
    marks = tuple(
        Citation(start - before, passage.text[start:end].strip())
        for (start, end), before in zip(spans, removed, strict=False)
    )
    kept, dropped = take(passage, spans, "citation")
    return kept, marks, dropped


def _find_marks(text: str) -> list[tuple[int, int]]:
    """Return the spans of the marks in `text`, in order."""
    spans = [match.span() for match in MARK.finditer(text)] if TRIGGER.search(text) else []
    circles = list(CIRCLE.finditer(text)) if SIGN.search(text) else []
    if circles and not _is_listing(text, circles):
        spans.extend(match.span() for match in circles)
        spans.sort()
    return [span for i, span in enumerate(spans) if i == 0 or span[0] >= spans[i - 1][1]]


def _is_listing(text: str, circles: list[re.Match[str]]) -> bool:
    """Tell whether circled numbers number the members of a list: they follow separators and words follow them."""
    listed = 0
    for match in circles:
        before, after = text[max(0, match.start() - 3) : match.start()], match.end()
        if CLOSES.match(text, after) or CITED.search(before):
            continue
        listed += LISTING.search(before) is not None
    return listed * 2 > len(circles) or (len(circles) > 1 and listed * 2 >= len(circles))
