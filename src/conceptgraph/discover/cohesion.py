"""Terms that parts of speech miss (去中心化, 第三空间): strings that hold together and combine freely outside.

The statistics run over words, not characters, because a mention begins and ends on a word border anyway.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

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


def gram_spans(tagged: TaggedSentence, wanted: Mapping[Gram, float]) -> Iterator[tuple[int, int]]:
    """Yield the word spans of the wanted sequences in a sentence."""
    for gram, start, end in _grams(tagged):
        if gram in wanted:
            yield start, end


def _grams(tagged: TaggedSentence) -> Iterator[tuple[Gram, int, int]]:
    """Yield the sequences of up to `LONGEST` words that hold no mark, particle, pronoun or other function word."""
    words, apart = tagged.words, _apart()
    inside = [tag not in OUTSIDE and word not in apart for word, tag in zip(words, tagged.tags, strict=True)]
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            if not inside[end - 1]:
                break
            yield words[start:end], start, end


def _common_grams(sentences: Sequence[TaggedSentence], least: int) -> dict[Gram, int]:
    """Return the sequences that occur at least `least` times, with their counts.

    Every part of a common sequence is common (Agrawal and Srikant 1994), so each length is counted only where the one
    before was common: in a short text almost nowhere.
    """
    runs = [run for tagged in sentences for run in _cohering_runs(tagged)]
    words = Counter(word for run in runs for word in run)
    common: dict[Gram, int] = {(word,): count for word, count in words.items() if count >= least}
    places = [(run, [at for at, word in enumerate(run) if words[word] >= least]) for run in runs]
    for length in range(2, LONGEST + 1):
        counts = Counter(
            run[at : at + length]
            for run, starts in places
            for at in starts
            if at + length <= len(run) and run[at + 1 : at + length] in common
        )
        longer = {gram: count for gram, count in counts.items() if count >= least}
        if not longer:
            break
        common.update(longer)
        places = [(run, [at for at in starts if run[at : at + length] in longer]) for run, starts in places]
    return common


def _cohering_runs(tagged: TaggedSentence) -> Iterator[Gram]:
    """Yield the longest runs of words that can be part of a cohesive sequence."""
    words, apart = tagged.words, _apart()
    start = 0
    for at, (word, tag) in enumerate(zip(words, tagged.tags, strict=True)):
        if tag in OUTSIDE or word in apart:
            if start < at:
                yield words[start:at]
            start = at + 1
    if start < len(words):
        yield words[start:]


@cache
def _apart() -> frozenset[str]:
    """Return the words that are never part of a cohesive sequence."""
    return word_list("function_words") | word_list("predicate_words") | word_list("adverbs")


def _cohesion(gram: Gram, frequency: Mapping[Gram, int], total: int) -> float:
    """Return the least pointwise mutual information of a sequence over its cuts."""
    products = [frequency[gram[:cut]] * frequency[gram[cut:]] for cut in range(1, len(gram))]
    return math.log(frequency[gram] * total / max(products))


def _neighbours(
    sentences: Sequence[TaggedSentence], wanted: set[Gram]
) -> tuple[defaultdict[Gram, Counter[object]], defaultdict[Gram, Counter[object]]]:
    """Return the words to the left and to the right of each wanted sequence, with their counts."""
    left: defaultdict[Gram, Counter[object]] = defaultdict(Counter)
    right: defaultdict[Gram, Counter[object]] = defaultdict(Counter)
    for tagged in sentences:
        words, tags, place = tagged.words, tagged.tags, tagged.sentence.index
        for gram, start, end in _grams(tagged):
            if gram in wanted:
                before = words[start - 1] if start and tags[start - 1] != "x" else (place, start)
                after = words[end] if end < len(words) and tags[end] != "x" else (place, end)
                left[gram][before] += 1
                right[gram][after] += 1
    return left, right


def _entropy(counts: Counter[object]) -> float:
    """Return the entropy of a distribution, in nats, summed in the order of the counts' size."""
    total = counts.total()
    return -sum(count / total * math.log(count / total) for count in sorted(counts.values()))
