"""Pairs: what each window counts, the measures against hand-computed values, the filters, adding in any order."""

import math
import random
from functools import reduce
from operator import add

import pytest

from conceptgraph.config import CooccurConfig
from conceptgraph.cooccur import PairCounts, count_pairs, find_places, find_windows, first_places, measure_pairs
from conceptgraph.model import MatchedSentence, Mention, Sentence, TaggedSentence


def matched(text: str, index: int = 0, paragraph: int = 0, document: str = "d") -> MatchedSentence:
    """Return a sentence in which every two-character word 甲一, 乙一 ... is a mention."""
    sentence = Sentence(document, index, text, 0, len(text), paragraph=paragraph)
    mentions = tuple(Mention(text[at : at + 2], at, at + 2) for at in range(len(text)) if text[at] in "甲乙丙")
    return MatchedSentence(TaggedSentence(sentence, (), (), ()), mentions)


TEXT = [
    matched("甲一与乙一，乙一与丙一。", 0, 0),
    matched("甲一甲一甲一和乙一。", 1, 0),
    matched("丙一。", 2, 1),
    matched("没有概念。", 3, 1),
]


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ("clause", {("乙一", "甲一"): 2, ("丙一", "乙一"): 1}),
        ("sentence", {("乙一", "甲一"): 2, ("丙一", "乙一"): 1, ("丙一", "甲一"): 1}),
        ("paragraph", {("乙一", "甲一"): 1, ("丙一", "乙一"): 1, ("丙一", "甲一"): 1}),
        ("sentences", {("乙一", "甲一"): 2, ("丙一", "乙一"): 2, ("丙一", "甲一"): 2}),
    ],
)
def test_a_window_counts_each_pair_once(window: str, expected: dict[tuple[str, str], int]) -> None:
    config = CooccurConfig(window=window, window_sentences=2)
    counts = count_pairs(find_windows(TEXT, config))
    assert {(one, other): n for one, row in counts.pairs.items() for other, n in row.items()} == expected


def test_places_are_the_sentences_of_the_windows() -> None:
    windows, pair = find_windows(TEXT, CooccurConfig()), ("乙一", "甲一")
    assert find_places(windows, {pair}) == {pair: (("d", 0), ("d", 1))}
    later, earlier = find_places(windows[1:], {pair}), find_places(windows[:1], {pair})
    assert first_places([later, earlier], 1) == find_places(windows, {pair}, 1) == {pair: (("d", 0),)}


def test_measures_are_those_of_the_formulas() -> None:
    counts = PairCounts(10, {"甲": 4, "乙": 5}, {"乙": {"甲": 3}})
    (pair,) = measure_pairs(counts, CooccurConfig())
    assert pair.jaccard == pytest.approx(3 / 6, abs=1e-6)
    assert pair.association == pytest.approx(10 * 3 / 20, abs=1e-6)
    assert pair.npmi == pytest.approx(math.log(1.5) / -math.log(0.3), abs=1e-6)
    cells = [(3, 2.0), (1, 2.0), (2, 3.0), (4, 3.0)]  # seen, expected by chance
    assert pair.g2 == pytest.approx(2 * sum(seen * math.log(seen / chance) for seen, chance in cells), abs=1e-4)
    assert pair.p == pytest.approx(math.erfc(math.sqrt(pair.g2 / 2)), rel=1e-3)


def test_a_pair_in_every_window_is_not_surprising() -> None:
    counts = PairCounts(4, {"甲": 4, "乙": 4}, {"乙": {"甲": 4}})
    (pair,) = measure_pairs(counts, CooccurConfig())
    assert (pair.g2, pair.p, pair.npmi, pair.jaccard) == (0.0, 1.0, 1.0, 1.0)


def test_rare_and_insignificant_pairs_are_filtered() -> None:
    counts = PairCounts(
        100,
        {"甲": 10, "乙": 10, "丙": 50},
        {"乙": {"甲": 9}, "丙": {"甲": 5, "乙": 1}},
    )
    assert [pair.count for pair in measure_pairs(counts, CooccurConfig())] == [5, 9]
    assert [pair.count for pair in measure_pairs(counts, CooccurConfig(max_p=0.01))] == [9]


def test_the_backbone_keeps_what_dominates_one_end() -> None:
    names = [f"叶{n}" for n in range(10)]
    pairs = {"中": {**dict.fromkeys(names, 2), "强": 60}}
    counts = PairCounts(200, {"中": 100, "强": 60, **dict.fromkeys(names, 2)}, pairs)
    kept = measure_pairs(counts, CooccurConfig(backbone_alpha=0.05))
    assert [pair.second for pair in kept if pair.first == "中"] == ["强"]


def test_counts_add_up_in_any_order() -> None:
    texts = [[matched("甲一与乙一。", 0, 0, f"d{n}")] for n in range(5)]
    parts = [count_pairs(find_windows(text, CooccurConfig())) for text in texts]
    shuffled = parts[:]
    random.Random(1).shuffle(shuffled)
    whole = reduce(add, parts, PairCounts())
    assert reduce(add, shuffled[:2]) + reduce(add, shuffled[2:]) == whole
    assert whole.pairs["乙一"]["甲一"] == 5


def test_nothing_counted_gives_no_pairs() -> None:
    assert measure_pairs(PairCounts(), CooccurConfig()) == ()
