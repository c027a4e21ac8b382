"""Mentions -> pairs: which concepts stand in the same window, how often, and how much more than by chance."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby

from conceptgraph.config import CooccurConfig
from conceptgraph.model import MatchedSentence, PairMeasures

Pair = tuple[str, str]
Place = tuple[str, int]  # document id, sentence index
Window = tuple[Place, tuple[str, ...]]  # the first sentence of a window, its concepts, sorted
Concepts = tuple[Iterable[str], int]  # the concepts of a window, the index of its first sentence

G2_DIGITS = 4
CLAUSE_END = re.compile(r"[，,；;：:。！？!?]")


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Windows counted: how many there are, how many hold each concept, each pair: of a name with each later one."""

    windows: int = 0
    concepts: Mapping[str, int] = field(default_factory=dict)
    pairs: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def __add__(self, other: PairCounts) -> PairCounts:
        """Return the counts of both; the order of adding does not matter."""
        return sum_pairs((self, other))


def sum_pairs(parts: Iterable[PairCounts]) -> PairCounts:
    """Return the counts of all parts, of which one is held at a time."""
    windows, concepts = 0, Counter[str]()
    pairs: dict[str, Mapping[str, int]] = {}
    added: dict[str, Counter[str]] = {}  # rows that are sums, and so belong to no part
    for part in parts:
        windows += part.windows
        concepts.update(part.concepts)
        for name, row in part.pairs.items():
            if name in added:
                added[name].update(row)
            elif name in pairs:
                pairs[name] = added[name] = Counter(pairs[name])
                added[name].update(row)
            else:
                pairs[name] = row
    return PairCounts(windows, concepts, pairs)


def find_windows(matched: Sequence[MatchedSentence], config: CooccurConfig) -> tuple[Window, ...]:
    """Return the windows of one document in which concepts stand.

    Windows are clauses, sentences, paragraphs, or every run of `config.window_sentences` neighbouring sentences.
    Titles and headings are windows too: what an author puts into one line belongs together. Nested mentions do not
    occur, since matching is leftmost-longest.

    >>> from conceptgraph.model import Mention, Sentence, TaggedSentence
    >>> sentence = TaggedSentence(Sentence("d", 0, "资本与劳动", 0, 5), (), (), ())
    >>> find_windows([MatchedSentence(sentence, (Mention("资本", 0, 2), Mention("劳动", 3, 5)))], CooccurConfig())
    ((('d', 0), ('劳动', '资本')),)
    """
    return tuple(
        ((matched[0].tagged.sentence.document, index), tuple(sorted(names)))
        for names, index in WINDOWS[config.window](matched, config)
    )


def count_pairs(windows: Iterable[Window]) -> PairCounts:
    """Return the pairs of some windows: each counts once for each concept and pair in it, however often they occur.

    >>> counts = count_pairs([(("d", 0), ("劳动", "异化", "资本")), (("d", 1), ("劳动", "资本"))])
    >>> counts.pairs["劳动"]["资本"], counts.pairs["异化"]["资本"], counts.concepts["劳动"]
    (2, 1, 2)
    """
    concepts, later = list[str](), defaultdict[str, list[str]](list)
    count = 0
    for _, names in windows:
        count += 1
        concepts += names
        for at, name in enumerate(names[:-1], start=1):
            later[name] += names[at:]
    return PairCounts(count, Counter(concepts), {name: Counter(others) for name, others in later.items()})


def find_places(windows: Iterable[Window], pairs: set[Pair], most: int | None = None) -> dict[Pair, tuple[Place, ...]]:
    """Return where the pairs stand, in order of document and place: the first `most` places of each."""
    places: defaultdict[Pair, list[Place]] = defaultdict(list)
    for place, names in sorted(windows):
        for pair in pairs.intersection(combinations(names, 2)):
            places[pair].append(place)
    return {pair: tuple(found[:most]) for pair, found in places.items()}


def first_places(parts: Iterable[Mapping[Pair, tuple[Place, ...]]], most: int) -> dict[Pair, tuple[Place, ...]]:
    """Return the first `most` places of each pair, from those in each part."""
    places: dict[Pair, tuple[Place, ...]] = {}
    for part in parts:  # cut part by part, or all the places of the corpus would be held at once
        for pair, found in part.items():
            places[pair] = tuple(sorted((*places.get(pair, ()), *found))[:most])
    return places


def _clauses(matched: Sequence[MatchedSentence], config: CooccurConfig) -> Iterator[Concepts]:
    for sentence in matched:
        ends = [match.end() for match in CLAUSE_END.finditer(sentence.tagged.sentence.text)]
        clause: dict[int, set[str]] = {}
        for mention in sentence.mentions:
            clause.setdefault(sum(end <= mention.start for end in ends), set()).add(mention.term)
        for names in clause.values():
            yield names, sentence.tagged.sentence.index


def _sentences(matched: Sequence[MatchedSentence], config: CooccurConfig) -> Iterator[Concepts]:
    for sentence in matched:
        if sentence.mentions:
            yield _names([sentence]), sentence.tagged.sentence.index


def _paragraphs(matched: Sequence[MatchedSentence], config: CooccurConfig) -> Iterator[Concepts]:
    for _, group in groupby(matched, key=lambda sentence: sentence.tagged.sentence.paragraph):
        members = list(group)
        names = _names(members)
        if names:
            yield names, members[0].tagged.sentence.index


def _neighbourhoods(matched: Sequence[MatchedSentence], config: CooccurConfig) -> Iterator[Concepts]:
    length = config.window_sentences
    for start in range(max(1, len(matched) - length + 1)):
        names = _names(matched[start : start + length])
        if names:
            yield names, matched[start].tagged.sentence.index


def _names(sentences: Sequence[MatchedSentence]) -> set[str]:
    return {mention.term for sentence in sentences for mention in sentence.mentions}


WINDOWS: dict[str, Callable[[Sequence[MatchedSentence], CooccurConfig], Iterator[Concepts]]] = {
    "clause": _clauses,
    "sentence": _sentences,
    "paragraph": _paragraphs,
    "sentences": _neighbourhoods,
}


def measure_pairs(counts: PairCounts, config: CooccurConfig, most: int | None = None) -> tuple[PairMeasures, ...]:
    """Return the pairs of at least `min_count` windows that pass the significance and backbone filters, sorted by name.

    Where only the `most` significant (G²) are wanted and no filter is set, the others are not measured any further.

    With windows n, f(a) and f(b) of each concept and f(ab) of both: Jaccard ``f(ab) / (f(a) + f(b) - f(ab))`` in 0..1;
    NPMI ``ln(n f(ab) / (f(a) f(b))) / -ln(f(ab) / n)`` in -1..1 (Bouma 2009; 1 where both always stand together);
    association strength ``n f(ab) / (f(a) f(b))`` (van Eck and Waltman 2009), 1 by chance; G² twice the
    log-likelihood ratio of the 2x2 table (Dunning 1993), in nats, and p its chi-squared probability at 1 degree.
    """
    seen = ((one, other, count) for one, row in counts.pairs.items() for other, count in row.items())
    wanted = [each for each in seen if each[2] >= config.min_count]
    if most is not None and config.max_p >= 1 and config.backbone_alpha >= 1:
        wanted = [each for _, each in heapq.nsmallest(most, ((-_g2(*each, counts), each) for each in wanted))]
    measured = (_measure(*each, counts) for each in sorted(wanted))
    found = tuple(pair for pair in measured if pair.p <= config.max_p)
    return found if config.backbone_alpha >= 1 else tuple(_backbone(found, config.backbone_alpha))


def _measure(one: str, other: str, both: int, counts: PairCounts) -> PairMeasures:
    """Return the measures of one pair."""
    n, first, second = counts.windows, counts.concepts[one], counts.concepts[other]
    association = n * both / (first * second)
    g2 = _log_likelihood(both, first, second, n)
    return PairMeasures(
        first=one,
        second=other,
        count=both,
        jaccard=round(both / (first + second - both), 6),
        npmi=round(math.log(association) / -math.log(both / n), 6) if both < n else 1.0,
        g2=round(g2, G2_DIGITS),
        p=float(f"{math.erfc(math.sqrt(g2 / 2)):.4g}"),
        association=round(association, 6),
    )


def _g2(one: str, other: str, both: int, counts: PairCounts) -> float:
    """Return G² of a pair as it is written."""
    return round(_log_likelihood(both, counts.concepts[one], counts.concepts[other], counts.windows), G2_DIGITS)


def _log_likelihood(both: int, first: int, second: int, n: int) -> float:
    """Return G² of the table of windows with and without each of two concepts."""
    only_first, only_second, neither = first - both, second - both, n - first - second + both
    total = both * math.log(both * n / (first * second))
    if only_first:
        total += only_first * math.log(only_first * n / (first * (n - second)))
    if only_second:
        total += only_second * math.log(only_second * n / ((n - first) * second))
    if neither:
        total += neither * math.log(neither * n / ((n - first) * (n - second)))
    return max(0.0, 2 * total)


def _backbone(pairs: Sequence[PairMeasures], alpha: float) -> Iterator[PairMeasures]:
    """Yield the pairs of the disparity backbone (Serrano, Boguñá and Vespignani 2009).

    A pair of count w stays where ``(1 - w / s) ** (k - 1) < alpha`` for one of its ends, s and k being the summed
    count and the number of pairs of that end; ends with a single pair decide nothing.
    """
    strength, degree = Counter[str](), Counter[str]()
    for pair in pairs:
        for name in (pair.first, pair.second):
            strength[name] += pair.count
            degree[name] += 1
    for pair in pairs:
        ends = [name for name in (pair.first, pair.second) if degree[name] > 1]
        if not ends or min((1 - pair.count / strength[name]) ** (degree[name] - 1) for name in ends) < alpha:
            yield pair
