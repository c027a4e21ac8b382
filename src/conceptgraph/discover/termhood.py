"""Termhood: how likely a candidate of a document is one of its key concepts, from the text alone.

A logistic score over countable features. Its weights were fitted on abstracts with their authors' keywords
(benchmarks/fit_termhood.py prints them with their cross-validated F1) and stand in rules/termhood.toml.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import mul
from typing import NamedTuple

from conceptgraph.discover.candidates import Candidate
from conceptgraph.remembered import Remembered
from conceptgraph.resources import number_table, word_list

# jieba's parts of speech in the groups that have weights; all others are one group.
TAG_GROUP = {
    **{tag: tag for tag in ("n", "nr", "ns", "nt", "nz", "vn", "v", "a", "b", "j", "i", "eng", "g", "t", "d", "f")},
    **{"nrt": "nr", "nrfg": "nr", "ng": "g", "vg": "g", "ag": "g", "zg": "g", "k": "g", "l": "i", "an": "n", "z": "a"},
    **{"s": "t", "ad": "d", "h": "d"},
}


COUNTED = (
    "log_frequency",
    "stands_alone",
    "nested",
    "title",
    "title_frequency",
    "heading",
    "quoted",
    "titled",
    "early",
    "left",
    "right",
    "listed",
    "before_de",
)


def termhood(candidate: Candidate) -> float:
    """Return the termhood of a candidate: the log-odds of being a key concept of the document.

    ``score = bias + sum(weight * feature)`` with the features of `features`. The source of the method is supervised
    keyphrase ranking (KEA, Witten et al. 1999) with C-value's idea of nested terms (Frantzi, Ananiadou and Mima 2000).
    A background frequency of words (jieba's idf table) was measured as well: F1@5 changes by 0.002, so it is not used.
    """
    return _weigh(_kept_counts(candidate), tuple(map(_shapes.__getitem__, candidate.words)), candidate.tags)


@lru_cache(maxsize=100_000)
def _weigh(counts: Counts, words: tuple[WordShape, ...], tags: tuple[str, ...]) -> float:
    """Return the termhood of all candidates that look alike; most of a text occur once, so that these are few."""
    bias, weights = _weights()
    return bias + sum(_shape_weights(words, tags), sum(map(mul, weights, _counted(counts))))


def features(candidate: Candidate) -> dict[str, float]:
    """Return the features of a candidate by name; absent ones are 0.

    ``log_frequency`` natural log of the occurrences; ``stands_alone`` 1 where one of them fills its run; ``nested``
    frequency of the commonest candidate one word longer, as a share of its own; ``title``, ``heading``, ``quoted``,
    ``titled`` 1 where it occurs there; ``early`` 1 / (1 + index of its first sentence); ``left``, ``right`` log of the
    number of different neighbours (accessor variety, Feng et al. 2004); ``listed``, ``before_de`` share of occurrences
    beside 、 or before 的; ``words_N``, ``length_N`` its size; ``first_T``, ``last_T``, ``inside_T`` part of speech of
    its words; ``generic_head``, ``all_generic`` from a word list.
    """
    counted = dict(zip(COUNTED, _counted(_kept_counts(candidate)), strict=True))
    return counted | dict.fromkeys(_shape(tuple(map(_shapes.__getitem__, candidate.words)), candidate.tags), 1.0)


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    """Return the bias and the weights of the features `COUNTED`."""
    weights = number_table("termhood")
    return weights["bias"], tuple(weights.get(name, 0.0) for name in COUNTED)


class Counts(NamedTuple):
    """What is counted of a candidate, as far as it matters: integers and truth values."""

    frequency: int
    alone: bool
    longer: int
    title: bool
    heading: bool
    quoted: bool
    titled: bool
    first: int
    left: int  # different neighbours
    right: int
    listed: int
    before_de: int


def _kept_counts(candidate: Candidate) -> Counts:
    return Counts(
        candidate.frequency,
        candidate.alone > 0,
        candidate.longer,
        candidate.title > 0,
        candidate.heading > 0,
        candidate.quoted > 0,
        candidate.titled > 0,
        candidate.first,
        len(candidate.left),
        len(candidate.right),
        candidate.listed,
        candidate.before_de,
    )


def _counted(counts: Counts) -> tuple[float, ...]:
    """Return the values of the features `COUNTED`: those that depend on the document."""
    count = counts.frequency
    log_count = math.log(count)
    return (
        log_count,
        counts.alone,
        counts.longer / count,
        counts.title,
        log_count if counts.title else 0.0,
        counts.heading,
        counts.quoted,
        counts.titled,
        1 / (1 + counts.first),
        math.log(counts.left),
        math.log(counts.right),
        counts.listed / count,
        counts.before_de / count,
    )


class WordShape(NamedTuple):
    """What matters of a word beside its part of speech."""

    length: int
    generic: bool
    de: bool


def _word_shape(word: str) -> WordShape:
    return WordShape(min(len(word), 7), word in word_list("generic_words"), word == "的")


_shapes = Remembered(_word_shape, most=100_000)


def _shape(words: Sequence[WordShape], tags: Sequence[str]) -> list[str]:
    """Return the features, each of value 1, that the words of a candidate have in every document."""
    found = [f"words_{min(len(words), 4)}", f"length_{min(sum(word.length for word in words), 7)}"]
    found += ["one_character_first"] if words[0].length == 1 else []
    found += ["one_character_last"] if words[-1].length == 1 else []
    found += ["generic_head"] if len(words) > 1 and words[-1].generic else []
    found += ["all_generic"] if all(word.generic for word in words) else []
    found += ["de"] if any(word.de for word in words) else []
    groups = [TAG_GROUP.get(tag, "other") for tag in tags]
    found += [f"first_{groups[0]}", f"last_{groups[-1]}"]
    found += dict.fromkeys(f"inside_{group}" for group in groups[1:-1])
    found += [f"single_{groups[0]}"] if len(groups) == 1 else []
    return found


@lru_cache(maxsize=100_000)
def _shape_weights(words: tuple[WordShape, ...], tags: tuple[str, ...]) -> tuple[float, ...]:
    """Return the weights of the features of `_shape`; the same shapes come again and again."""
    weights = number_table("termhood")
    return tuple(weights[name] for name in _shape(words, tags) if name in weights)
