"""Names of thinkers that the tokenizer takes apart (列斐, 伏尔较, 早): the text is cut around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import daachorse

from conceptgraph.resources import word_list
from conceptgraph.segment.person_names import Tagged


@cache
def _finder() -> daachorse.CharwiseDoubleArrayAhoCorasick:
    """Return the automaton of the names."""
    return daachorse.CharwiseDoubleArrayAhoCorasick(sorted(word_list("thinkers")))


def tag_around_names(text: str, tag: Callable[[str], Tagged], own_words: Iterable[str]) -> Tagged:
    """Return the tagged words of a text, each name of the list as one word (nr), unless a word of the user holds it.

    >>> tag_around_names("布罗代尔早就看到", lambda text: [(text, "x")], ())
    [('布罗代尔', 'nr'), ('早就看到', 'x')]
    """
    spans = [(start, end) for start, end, _ in _finder().find_overlapping(text)]
    if not spans:
        return tag(text)
    words: Tagged = []
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        name = text[start:end]
        if start < reached or any(name in word and word in text for word in own_words):
            continue
        words += [*(tag(text[reached:start]) if start > reached else ()), (name, "nr")]
        reached = end
    return words + tag(text[reached:]) if reached < len(text) else words
