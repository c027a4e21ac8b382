"""Terms that parts of speech miss (去中心化, 第三空间): strings that hold together and combine freely outside.

The statistics run over words, not characters, because a mention begins and ends on a word border anyway.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain

from conceptgraph.config import DiscoverConfig
from conceptgraph.model import TaggedSentence
from conceptgraph.resources import word_list

LONGEST = 4  # words
OUTSIDE = frozenset(["x", "uj", "ul", "uz", "ug", "ud", "uv", "y", "e", "o", "r", "c", "p", "w"])

Gram = tuple[str, ...]


def cohesive_grams(sentences: Sequence[TaggedSentence], config: DiscoverConfig) -> dict[Gram, float]:
    """Return the word sequences of a document that are cohesive and free, with their cohesion in nats.

    Cohesion of a sequence s is the least pointwise mutual information over its cuts into two parts a and b,
    ``ln(f(s) * n / (f(a) * f(b)))`` with frequencies f and n words in all; freedom is the smaller entropy of the words
    to its left and right, in nats (Luo and Sun 2003; Jin and Tanaka-Ishii 2006). A clause border counts as a new
    word each time. Sequences below `config.min_cohesion_count` occurrences are not looked at.
    """
    frequency = _common_grams(sentences, config.min_cohesion_count)
    total = sum(len(tagged.words) for tagged in sentences)
    cohesion = {gram: _cohesion(gram, frequency, total) for gram in frequency if len(gram) > 1}
    fit = {gram for gram, value in cohesion.items() if value >= config.min_cohesion}
    if not fit:
        return {}
    left, right = _neighbours(sentences, fit)
    return {
        gram: cohesion[gram]
        for gram in sorted(fit)
        if min(_entropy(left[gram]), _entropy(right[gram])) >= config.min_branching_entropy
    }


def gram_spans(tagged: TaggedSentence, wanted: Collection[Gram], parts: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield the word spans of the wanted sequences in a sentence; `parts` are the words in them."""
    words = tagged.words
    for start, end in _cohering_runs(tagged, parts):
        for first in range(start, end):
            for last in range(first + 1, min(first + LONGEST, end) + 1):
                if words[first:last] in wanted:
                    yield first, last


def parts_of(grams: Iterable[Gram]) -> frozenset[str]:
    """Return the words of which the sequences are made."""
    return frozenset(chain.from_iterable(grams))


def _common_grams(sentences: Sequence[TaggedSentence], least: int) -> dict[Gram, int]:
    """Return the sequences that occur at least `least` times, with their counts.

    Every part of a common sequence is common (Agrawal and Srikant 1994), so each length is counted only where the one
    before was common: in a short text almost nowhere.
    """
    words = Counter(chain.from_iterable(tagged.words for tagged in sentences))
    common_words = {word for word, count in words.items() if count >= least} - _apart()
    runs = [tagged.words[start:end] for tagged in sentences for start, end in _cohering_runs(tagged, common_words)]
    common: dict[Gram, int] = {
        (word,): count for word, count in Counter(chain.from_iterable(runs)).items() if count >= least
    }
    for length in range(2, LONGEST + 1):
        runs = [run for run in runs if len(run) >= length]
        grams = (run[at : at + length] for run in runs for at in range(len(run) - length + 1))
        counts = Counter(gram for gram in grams if gram[1:] in common and gram[:-1] in common)
        common.update((gram, count) for gram, count in counts.items() if count >= least)
    return common


def _cohering_runs(tagged: TaggedSentence, common: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the longest runs of common words that can be part of a cohesive sequence."""
    if common.isdisjoint(tagged.words):
        return
    start = 0
    for at, (word, tag) in enumerate(zip(tagged.words, tagged.tags, strict=True)):
        if word not in common or tag in OUTSIDE:
            if start < at:
                yield start, at
            start = at + 1
    if start < len(tagged.words):
        yield start, len(tagged.words)


@cache
def _apart() -> frozenset[str]:
    """Return the words that are never part of a cohesive sequence."""
    return word_list("function_words") | word_list("predicate_words") | word_list("adverbs")


def _cohesion(gram: Gram, frequency: Mapping[Gram, int], total: int) -> float:
    """Return the least pointwise mutual information of a sequence over its cuts."""
    products = [frequency[gram[:cut]] * frequency[gram[cut:]] for cut in range(1, len(gram))]
    return math.log(frequency[gram] * total / max(products))


def _neighbours(
    sentences: Sequence[TaggedSentence], wanted: Set[Gram]
) -> tuple[defaultdict[Gram, Counter[object]], defaultdict[Gram, Counter[object]]]:
    """Return the words to the left and to the right of each wanted sequence, with their counts."""
    left: defaultdict[Gram, Counter[object]] = defaultdict(Counter)
    right: defaultdict[Gram, Counter[object]] = defaultdict(Counter)
    parts = parts_of(wanted)
    for tagged in sentences:
        words, tags, place = tagged.words, tagged.tags, tagged.sentence.index
        for start, end in gram_spans(tagged, wanted, parts):
            before = words[start - 1] if start and tags[start - 1] != "x" else (place, start)
            after = words[end] if end < len(words) and tags[end] != "x" else (place, end)
            left[words[start:end]][before] += 1
            right[words[start:end]][after] += 1
    return left, right


def _entropy(counts: Counter[object]) -> float:
    """Return the entropy of a distribution, in nats, summed in the order of the counts' size."""
    total = counts.total()
    return -sum(count / total * math.log(count / total) for count in sorted(counts.values()))
