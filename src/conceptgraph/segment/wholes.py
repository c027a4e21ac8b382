"""Wholes that the tokenizer parts: years (一九, 〇, 七年), qualities (优先, 性), theories (命令, 说, 无法), 是故."""

from __future__ import annotations

import re
from itertools import accumulate

from conceptgraph.resources import segmentation_words
from conceptgraph.segment.person_names import Tagged

YEAR = re.compile("[一二][一二三四五六七八九〇○零]{3}年代?")
DECIMAL = re.compile("零点[一二三四五六七八九零〇]+")
BUT_ALSO = re.compile("(?<=[，,])而且是")  # behind 不仅是
AS_IT_WERE = re.compile("可以说是(?!否)")
HENCE_OR_EVER = re.compile("是故|自古[及迄]今")
ABLE = re.compile("(?<![不认许])可(?![是以能见谓])[\u4e00-\u9fff]{2}性(?![别格质情命])")


def whole_spans(text: str, words: Tagged) -> list[tuple[int, int, str]]:
    """Return the characters of each whole that begins and ends with a word and is several, with its tag.

    >>> whole_spans("一九〇七年", [("一九", "m"), ("〇", "x"), ("七年", "m")])
    [(0, 5, 't')]
    """
    found = [(*match.span(), "t") for match in YEAR.finditer(text)] if "年" in text else []
    found += [(*match.span(), "n") for match in ABLE.finditer(text)] if "可" in text else []
    found += [(*match.span(), "m") for match in DECIMAL.finditer(text)] if "零点" in text else []
    found += [(*match.span(), "v") for match in AS_IT_WERE.finditer(text)] if "说是" in text else []
    found += [(*match.span(), "v") for match in BUT_ALSO.finditer(text)] if "的不仅是" in text else []
    found += [(*match.span(), "d") for match in HENCE_OR_EVER.finditer(text)] if "故" in text or "自古" in text else []
    suffixes = [place for place, (word, _) in enumerate(words) if place and word in ("性", "说")]
    if not found and not suffixes:
        return []
    ends = list(accumulate(len(word) for word, _ in words))
    borders = {0, *ends}
    for place in suffixes:
        (before, kind), (word, _) = words[place - 1], words[place]
        start = ends[place] - len(word) - len(before)
        quality = word == "性" and len(before) == 2 and kind == "d" and place > 1
        if quality and words[place - 2][0].endswith(segmentation_words("quality_owner")):
            found.append((start, ends[place], "n"))
        follows = words[place + 1][0] if place + 1 < len(words) else ""
        if word == "说" and len(before) > 1 and _is_theory(before, kind, follows):
            found.append((start, ends[place], "n"))
    whole = sorted({(start, end, tag) for start, end, tag in found if {start, end} <= borders})
    return [span for at, span in enumerate(whole) if not at or span[0] >= whole[at - 1][1]]


def _is_theory(name: str, tag: str, follows: str) -> bool:
    """Whether 说 makes a theory of the word before it, by the one behind it: 契约 说 主张, 命令 说 无法."""
    if tag not in ("n", "vn", "v") or name in segmentation_words("speaking_deed"):
        return False
    fails = follows in segmentation_words("theory_failing")
    fails = fails and (tag != "n" or name in segmentation_words("theory_name"))
    argues = fails or follows in segmentation_words("theory_deed")
    return argues and not name.endswith(segmentation_words("speaker_end"))


def join_wholes(words: Tagged) -> Tagged:
    """Join the words of each whole, and part 这三项 (一九, 〇, 七年 -> 一九〇七年; 这三项 -> 这, 三项)."""
    text = "".join(word for word, _ in words)
    spans = {start: (end, tag) for start, end, tag in whole_spans(text, words)}
    if not spans and "这" not in text and "那" not in text:
        return words
    joined: Tagged = []
    position, inside = 0, 0
    for word, tag in words:
        if position < inside:
            joined[-1] = (joined[-1][0] + word, joined[-1][1])
        elif position in spans:
            inside, its_tag = spans[position]
            joined.append((word, its_tag))
        elif len(word) == 3 and word[0] in "这那" and word[1] in "两二三四五六七八九几" and tag == "nz":
            joined += [(word[0], "r"), (word[1:], "m")]
        else:
            joined.append((word, tag))
        position += len(word)
    return joined
