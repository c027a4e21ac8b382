"""Clean blocks -> sentences, quotations whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from conceptgraph.config import CleanConfig
from conceptgraph.model import Block, CleanDocument, Sentence

MAX_QUOTE = 300
CLOSERS = "”’」』）)】》〉\"'］]"
TERMINAL = re.compile(r"[。！？!?｡]+|…{1,2}|[.．](?![.．])")
PAIRS = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "‘": "’"}
PAGE_END = re.compile("\f")
STRAIGHT = re.compile('"')
PAUSE = re.compile(r"[，、；：,;:\s]")
LABEL = re.compile(r"\s*(目的|方法|结果|结论|結果|結論)(?![：:的论論是为為在])")
LABELS = 3
QUOTE = re.compile('[“”‘’「」『』（）()《》"]')
GOES_ON = re.compile(r"[，、；：,;:的]")
ASKED_ON = re.compile(r"[的地之等这這那式一类類与與和及或而来來作为為时時后後上中]")
ABBREVIATION = re.compile(
    r"(?:(?<![A-Za-z])(?:[A-Z]|al|etc|vs|cf|Fig|fig|Figs|Tab|Eq|No|no|Vol|vol|pp?|ed|eds|e\.g|i\.e|Dr|Mr|Mrs|Prof|St|Jr|Sr|spp?|var|ca|approx))\Z"
)
LIST_NUMBER = re.compile(r"(?:\A|[:：;；,，。！？(（\s、]|(?<=[^\d])\.)\d{1,2}\Z")


def split_sentences(cleaned: CleanDocument, longest: int = CleanConfig().sentence_length) -> tuple[Sentence, ...]:
    """Return the sentences of `cleaned`, in order.

    A sentence ends at 。！？!?…… and at a half-width stop in Chinese context, outside quotations and brackets; closing
    marks belong to the sentence they end. A quotation stays whole, and ends the sentence with it if its last mark is a
    full stop and no clause goes on. A quotation that never closes, or is longer than `MAX_QUOTE`, protects nothing.
    What is longer than `longest` characters is cut, behind a comma or blank where one stands in its second half.
    """
    wide_stop = _uses_wide_stop(cleaned)
    feeds = [match.start() for match in PAGE_END.finditer(cleaned.document.text)]
    found: list[Sentence] = []
    for paragraph, block in enumerate(cleaned.blocks):
        positions = [each.position for each in block.citations]
        for start, end in _shorten(block.text, _cut(block, wide_stop), longest):
            first = bisect_right(positions, start) if start else 0
            marks = tuple(each.mark for each in block.citations[first : bisect_right(positions, end)])
            found.append(
                Sentence(
                    document=cleaned.document.id,
                    index=len(found),
                    text=block.text[start:end],
                    start=block.offsets[start],
                    end=block.offsets[end - 1] + 1,
                    kind=block.kind,
                    section=block.section,
                    paragraph=paragraph,
                    page=None if block.page is None else 1 + bisect_left(feeds, block.offsets[start]),
                    citations=marks,
                )
            )
    return tuple(found)


def _uses_wide_stop(cleaned: CleanDocument) -> bool:
    """Tell whether the text ends its sentences with 。, so that a stop between Chinese characters joins a name."""
    text = cleaned.document.text
    return text.count("。") > 0 and text.count("。") * 2 >= text.count(".") + text.count("．")


def _cut(block: Block, wide_stop: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of the block's sentences, without blanks around them."""
    text = block.text
    if block.kind in ("heading", "title"):
        yield 0, len(text)
        return
    starts = [0]
    shut, straight = _protected(text), [match.start() for match in STRAIGHT.finditer(text)]
    at = 0
    while match := TERMINAL.search(text, at):
        at = match.end()
        end = _sentence_end(text, match, shut, straight, wide_stop, starts[-1])
        if end:
            starts.append(end)
            at = end
    starts = sorted({*starts, *_behind_labels(text, starts), len(text)})
    for start, end in pairwise(starts):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        if piece.strip():
            yield left, left + len(piece.strip())


def _behind_labels(text: str, starts: Iterable[int]) -> list[int]:
    """Return where the bare labels of a structured abstract end: 目的考察…。方法采用…。结果…。结论….

    A paragraph with fewer than `LABELS` of them has none: 方法 and 结果 open other sentences too.
    """
    found = [match for start in starts if (match := LABEL.match(text, start))]
    return [match.end() for match in found] if len({match[1] for match in found}) >= LABELS else []


def _shorten(text: str, spans: Iterable[tuple[int, int]], longest: int) -> Iterator[tuple[int, int]]:
    """Yield the spans, those that are too long in pieces without blanks around them."""
    for start, end in spans:
        while end - start > longest:
            window = text[start + longest // 2 : start + longest]
            pause = max((match.end() for match in PAUSE.finditer(window)), default=len(window))
            border = start + longest // 2 + pause
            yield start, start + len(text[start:border].rstrip())
            start = border + len(text[border:end]) - len(text[border:end].lstrip())
        if start < end:
            yield start, end


def _protected(text: str) -> list[tuple[int, int]]:
    """Return the outermost quotations and brackets, in order, as spans from opening to closing mark."""
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    straight = text.count('"') % 2 == 0
    for match in QUOTE.finditer(text):
        mark = match[0]
        if mark == '"' and not straight:
            continue
        if mark == '"':
            mark = "”" if any(closing == '"' for closing, _ in stack) else "“"
            closing = '"'
        else:
            closing = PAIRS.get(mark, "")
        if closing and mark in PAIRS:
            stack.append((closing, match.start()))
            continue
        at = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == match[0]), -1)
        if at >= 0:
            spans.append((stack[at][1], match.start()))
            del stack[at:]
    spans = [span for span in spans if span[1] - span[0] <= MAX_QUOTE]
    outer: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not outer or span[0] > outer[-1][1]:
            outer.append(span)
    return outer


def _sentence_end(
    text: str, match: re.Match[str], shut: list[tuple[int, int]], straight: list[int], wide_stop: bool, begin: int
) -> int:
    """Return where the sentence ends that the mark `match` may end, 0 where it goes on."""
    if match[0] in ".．" and not _is_full_stop(text, match.start(), wide_stop):
        return 0
    end = match.end()
    at = bisect_left(shut, (end, 0)) - 1
    inside = shut[at] if at >= 0 and shut[at][1] >= match.start() else None
    if inside and inside[1] != end:
        return 0
    while end < len(text) and text[end] in CLOSERS and (text[end] != '"' or bisect_left(straight, end) % 2):
        end += 1
    following = text[end : end + 1]
    if match[0][0] == "…" or inside:
        if GOES_ON.match(following):
            return 0
        introduced = inside is None or inside[0] <= begin or text[inside[0] - 1] in "：:。，,"
        if inside and not introduced and match[0][0] in "！？!?…" and ASKED_ON.match(following):
            return 0
    return end


def _is_full_stop(text: str, at: int, wide_stop: bool) -> bool:
    """Tell whether the stop at `at` ends a sentence: not in 3.5, et al., U.S., a list number or a name."""
    before, after = text[max(0, at - 8) : at], text[at + 1 : at + 2]
    if not before:
        return False
    last = before[-1]
    if after.isdigit() and last.isdigit():
        return False
    if last.isascii() and last.isalnum():
        if ABBREVIATION.search(before) or LIST_NUMBER.search(before):
            return after == ""
        return (
            after == "" or not after.isascii() or after in CLOSERS or (after == " " and text[at + 2 : at + 3].isupper())
        )
    return after == "" or not wide_stop or after in CLOSERS
