"""Where in a tagged sentence terms can stand: runs of a noun phrase, quotations and titles, compounds with 的."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conceptgraph.model import NAMED_DEED, TaggedSentence
from conceptgraph.remembered import Remembered
from conceptgraph.resources import word_list

OPEN_QUOTES, CLOSE_QUOTES = '“‘「『"', '”’」』"'
STRAIGHT = '"'  # opens and closes
TITLE_OPEN, TITLE_CLOSE = "《", "》"
OPENING = frozenset([*OPEN_QUOTES, TITLE_OPEN])

# Parts of speech (jieba's letters) that can stand in a term: always, and those that can only when the word is long.
NOUN_TAGS = frozenset(
    {"n", "nd", "ng", "nr", "nrt", "nrfg", "ns", "nt", "nz", "vn", "an", "v", "vg", "a", "ag"}
    | {"b", "j", "l", "i", "eng", "s", "z", "zg", "g", "k"}
)
HEAD_TAGS = NOUN_TAGS - {"a", "ag", "b", "z", "zg"}
MODIFIER_TAGS = frozenset(["t", "q", "f", "d", "m", "h", "mg", "mq", "ad"])
SUFFIX_TAG = "k"  # of words that only close a word: 型, 者
COUNTING_TAGS = frozenset(["m", "mq", "r"])  # what follows is a measure word
PLACED = frozenset("中下")  # behind a noun they tell where the rest is, and no term goes on over them
OBJECT_SIGNS = frozenset("了着过“《其这该")  # a verb before one of them has an object or an aspect

# A run over the letters of `_letter`: words that can stand, a verb that governs nothing, a short modifier that stands
# before a noun and counts nothing. A title in 《》 is passed over.
RUN = re.compile(r"《[^》]*|(?:[NAK]|[VW](?![NVnob《])|(?<![cbM])[mM](?=[NVn])|(?<![NAKVW])f(?=[NVn]))+")


def term_runs(tagged: TaggedSentence) -> Iterator[tuple[int, int]]:
    """Yield the maximal runs of words that can stand in a term, as half-open word indices; titles in 《》 are left out.

    >>> from conceptgraph.model import Sentence
    >>> words, tags = ("数字", "劳动", "的", "异化"), ("n", "vn", "uj", "vn")
    >>> list(term_runs(TaggedSentence(Sentence("d", 0, "数字劳动的异化", 0, 7), words, tags, (0, 2, 4, 5))))
    [(0, 2), (3, 4)]
    >>> words, tags = ("人", "与", "人", "关系"), ("n", "p", "n", "n")
    >>> list(term_runs(TaggedSentence(Sentence("d", 0, "人与人关系", 0, 5), words, tags, (0, 1, 2, 3))))
    [(0, 1), (3, 4)]
    >>> words, tags = ("村民", "关系", "时"), ("n", "n", "n")
    >>> list(term_runs(TaggedSentence(Sentence("d", 0, "村民关系时", 0, 5), words, tags, (0, 2, 4))))
    [(0, 2)]
    >>> words, tags = ("市场", "环境", "下", "作坊"), ("n", "n", "f", "n")
    >>> list(term_runs(TaggedSentence(Sentence("d", 0, "市场环境下作坊", 0, 7), words, tags, (0, 2, 4, 5))))
    [(0, 2), (3, 4)]
    """
    letters = "".join(map(_letters.__getitem__, zip(tagged.words, tagged.tags, strict=True)))
    if "f" in letters:
        letters = "".join(
            "m" if letter == "f" and _is_free(tagged, at) else letter for at, letter in enumerate(letters)
        )
    for match in RUN.finditer(letters):
        start, end = match.span()
        if letters[start] != TITLE_OPEN:
            while end > start and letters[end - 1] in "mM":  # not 内容 主要 of 内容 主要 包括 A
                end -= 1
            start += _is_doubled(tagged, start)
            if end > start:
                yield start, end


def _is_doubled(tagged: TaggedSentence, start: int) -> bool:
    """Tell whether a run begins with the second of two that are the same, which are one: 人 与 人 关系."""
    return start > 1 and tagged.words[start - 1] in "与和同" and tagged.words[start - 2] == tagged.words[start]


def _is_free(tagged: TaggedSentence, at: int) -> bool:
    """Tell whether 中 or 下 stands behind one character, with which it may belong to a term: 跨 中 挠度."""
    return at > 0 and len(tagged.words[at - 1]) == 1


def places_rest(tagged: TaggedSentence, start: int, end: int) -> bool:
    """Tell whether 中 or 下 inside of a span says where the rest of it is: 过程 中 变形."""
    words, tags = tagged.words, tagged.tags
    inner = (at for at in range(start + 1, end - 1) if words[at] in PLACED and tags[at] == "f")
    return any(not _is_free(tagged, at) for at in inner)


def _letter(tagged: tuple[str, str]) -> str:
    """Return what a word with its tag can be in a run, as a letter.

    N noun, K suffix, V verb that may govern, A other word that can stand (W: and may govern), m short modifier (M:
    that counts as well), f 中 or 下 behind a noun, n noun that cannot stand, c what counts, o sign of an object (b:
    that counts as well), 《 》 marks.
    """
    word, tag = tagged
    if word in (TITLE_OPEN, TITLE_CLOSE):
        return word
    if word in PLACED and tag == "f":
        return "f"
    noun, counting, governs = tag in NOUN_TAGS, tag in COUNTING_TAGS, word in word_list("action_verbs")
    governs = governs and tag != NAMED_DEED
    if word in word_list("leading_words"):
        return "m"
    if word not in word_list("predicate_words") and _can_stand(word, tag):
        if noun or len(word) > 1:
            if tag == SUFFIX_TAG:
                return "K"  # 服务 型 政府: 服务 governs nothing
            return ("V" if governs else "N") if noun else ("W" if governs else "A")
        return "M" if counting else "m"
    if noun:
        return "n"
    if word in OBJECT_SIGNS:
        return "b" if counting else "o"
    return "c" if counting else "."


_letters = Remembered(_letter, most=100_000)


def _can_stand(word: str, tag: str) -> bool:
    """Tell whether a word can be part of a term: nouns, verbs and adjectives, modifiers that are no function words."""
    if tag in NOUN_TAGS:
        return len(word) > 1 or word not in word_list("function_words")
    if tag not in MODIFIER_TAGS or word in word_list("function_words"):
        return False
    if len(word) > 1:
        return tag in ("t", "ad") or (tag == "d" and word not in word_list("adverbs"))
    return tag != "m"


def quoted_spans(tagged: TaggedSentence, max_characters: int) -> Iterator[tuple[int, int]]:
    """Yield the word spans inside quotation marks or 《》 that are short and hold no punctuation."""
    words = tagged.words
    if OPENING.isdisjoint(words):
        return
    opened, within = -1, False  # within straight marks, which come in pairs, whatever stands between
    for index, word in enumerate(words):
        closes = within if word == STRAIGHT else word in CLOSE_QUOTES or word == TITLE_CLOSE
        within = within != (word == STRAIGHT)
        if closes:
            if opened >= 0 and 0 < sum(map(len, words[opened + 1 : index])) <= max_characters:
                yield opened + 1, index
            opened = -1
        elif word in OPEN_QUOTES or word == TITLE_OPEN:
            opened = index
        elif tagged.tags[index] == "x" and not word[0].isalnum():
            opened = -1


def de_compounds(runs: Sequence[tuple[int, int]], tagged: TaggedSentence, max_words: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of two neighbouring runs joined by 的: what follows the last verb of one, and what comes before
    the first verb of the other, each of at most three words.
    """
    tags = tagged.tags
    for (start, middle), (after, end) in pairwise(runs):
        if after != middle + 1 or tagged.words[middle] != "的":
            continue
        while start < middle - 1 and "v" in tags[start : middle - 1]:
            start += 1
        last = next((index for index in range(after + 1, end) if tags[index] == "v"), end)
        if middle - start <= 3 and last - after <= 3 and last - start <= max_words + 1:
            yield start, last
