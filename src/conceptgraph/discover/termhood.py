"""Termhood: how likely a candidate of a document is one of its key concepts, from the text alone.

A logistic score over countable features. Its weights were fitted on abstracts with their authors' keywords
(benchmarks/fit_termhood.py prints them with their cross-validated F1) and stand in rules/termhood.toml.
"""

from __future__ import annotations

import math

from conceptgraph.discover.candidates import Candidate, Candidates
from conceptgraph.resources import number_table, word_list

# jieba's parts of speech in the groups that have weights; all others are one group.
TAG_GROUP = {
    **{tag: tag for tag in ("n", "nr", "ns", "nt", "nz", "vn", "v", "a", "b", "j", "i", "eng", "g", "t", "d", "f")},
    **{"nrt": "nr", "nrfg": "nr", "ng": "g", "vg": "g", "ag": "g", "zg": "g", "k": "g", "l": "i", "an": "n", "z": "a"},
    **{"s": "t", "ad": "d", "h": "d"},
}


def score_candidates(candidates: Candidates) -> dict[str, float]:
    """Return the termhood of each candidate: the log-odds of being a key concept of the document.

    ``score = bias + sum(weight * feature)`` with the features of `features`. The source of the method is supervised
    keyphrase ranking (KEA, Witten et al. 1999) with C-value's idea of nested terms (Frantzi, Ananiadou and Mima 2000).
    A background frequency of words (jieba's idf table) was measured as well: F1@5 changes by 0.002, so it is not used.
    """
    weights = number_table("termhood")
    longer = longest_frequency(candidates)
    return {
        name: weights["bias"]
        + sum(weights.get(feature, 0.0) * value for feature, value in features(candidate, longer[name]).items())
        for name, candidate in candidates.items()
    }


def features(candidate: Candidate, longer: int) -> dict[str, float]:
    """Return the features of a candidate by name; absent ones are 0.

    ``log_frequency`` natural log of the occurrences; ``stands_alone`` 1 where one of them fills its run; ``nested``
    frequency of the commonest candidate one word longer, as a share of its own; ``title``, ``heading``, ``quoted``,
    ``titled`` 1 where it occurs there; ``early`` 1 / (1 + index of its first sentence); ``left``, ``right`` log of the
    number of different neighbours (accessor variety, Feng et al. 2004); ``listed``, ``before_de`` share of occurrences
    beside 、 or before 的; ``words_N``, ``length_N`` its size; ``first_T``, ``last_T``, ``inside_T`` part of speech of
    its words; ``generic_head``, ``all_generic`` from a word list.
    """
    count, words = candidate.frequency, candidate.words
    length, generic = sum(map(len, words)), word_list("generic_words")
    found = {
        "log_frequency": math.log(count),
        "stands_alone": float(candidate.alone > 0),
        "nested": longer / count,
        "title": float(candidate.title > 0),
        "title_frequency": math.log(count) if candidate.title else 0.0,
        "heading": float(candidate.heading > 0),
        "quoted": float(candidate.quoted > 0),
        "titled": float(candidate.titled > 0),
        "early": 1 / (1 + candidate.first),
        "left": math.log(len(candidate.left)),
        "right": math.log(len(candidate.right)),
        "listed": candidate.listed / count,
        "before_de": candidate.before_de / count,
        f"words_{min(len(words), 4)}": 1.0,
        f"length_{min(length, 7)}": 1.0,
        "one_character_first": float(len(words[0]) == 1),
        "one_character_last": float(len(words[-1]) == 1),
        "generic_head": float(len(words) > 1 and words[-1] in generic),
        "all_generic": float(all(word in generic for word in words)),
        "de": float("的" in words),
    }
    groups = [TAG_GROUP.get(tag, "other") for tag in candidate.tags]
    found[f"first_{groups[0]}"] = found[f"last_{groups[-1]}"] = 1.0
    for group in groups[1:-1]:
        found[f"inside_{group}"] = 1.0
    if len(groups) == 1:
        found[f"single_{groups[0]}"] = 1.0
    return found


def longest_frequency(candidates: Candidates) -> dict[str, int]:
    """Return for each candidate the frequency of the commonest candidate that has one word more (0: none)."""
    longer = dict.fromkeys(candidates, 0)
    for candidate in candidates.values():
        if len(candidate.words) > 1:
            for part in ("".join(candidate.words[:-1]), "".join(candidate.words[1:])):
                if part in longer:
                    longer[part] = max(longer[part], candidate.frequency)
    return longer
