"""Brackets that name examples or parts (手工业者（如木匠、铁匠）组织 A), and quotation marks round a sentence.

Each bracket is read with the sentence up to it, so that what it names is said by whoever says what stands before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from conceptgraph.model import MatchedSentence
from conceptgraph.resources import word_list

BRACKETED = re.compile(r"[（(][^（）()]*[）)]|（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]")  # also （A), of two widths
TELLING = re.compile(
    "[（(](?:如(?!何|果|此|同|下|上)|例如|比如|譬如|诸如|包括|包含|(?:这里|此处)?(?:主要|特|专|仅|即|是|意)?指(?!出|明|向|标|数|导)|[\u4e00-\u9fff]{1,8}(?:(?:、|和|与|以及)[\u4e00-\u9fff]{1,8})+[）)])"
)  # brackets that are read
SENTENCE_CLOSING = ((), *((mark,) for mark in "。；！？，,;!?"))  # what stands behind a whole sentence


def up_to_brackets(matched: MatchedSentence) -> Iterator[tuple[int, MatchedSentence]]:
    """Yield where each bracket opens that the sentence goes on behind, and the sentence up to where it closes."""
    (sentence, words, tags, starts), text = matched.tagged, matched.tagged.sentence.text
    for found in BRACKETED.finditer(text) if TELLING.search(text) is not None else ():
        start, end = found.span()
        if TELLING.match(text, start) and end < len(text):
            stop = bisect_left(starts, end)
            tagged = matched.tagged._replace(
                sentence=replace(sentence, text=text[:end]), words=words[:stop], tags=tags[:stop], starts=starts[:stop]
            )
            yield start, MatchedSentence(tagged, tuple(each for each in matched.mentions if each.end <= end))


def is_said(matched: MatchedSentence, first: int, stop: int, sets: Mapping[str, Set[str]]) -> bool:
    """Whether a quotation (words ``first:stop``) is a sentence that somebody says, not “A 是 B” 的 命题."""
    words, tags = matched.tagged.words, matched.tagged.tags
    if words[stop : stop + 1] == ("的",):
        return False
    by = first - 2 if words[first - 1] in "，,：:" else first - 1
    if by < 0 or words[by] not in word_list("speech_verbs"):
        return False
    closes = words[stop : stop + 1] in SENTENCE_CLOSING and words[by] not in sets["introducing"]
    closes = closes and "v" in tags[first + 2 : stop - 2]  # ，“A 消灭 B”。
    return closes or (by == first - 1 and not sets["copula"].isdisjoint(words[first + 2 : stop - 2]))
