"""How sure a claim is: the odds that a careful reader agrees, from what stands in its sentence."""

from __future__ import annotations

from math import log1p
from typing import NamedTuple

from conceptgraph.config import RelateConfig
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.rules import Rule

# Frames in which only order tells the ends from other words of the clause; in the others the construction does.
PLAIN_FRAMES = frozenset({"verb", "reverse", "copula", "make", "present", "reason"})
SHORT, LONG = 2, 8  # characters: names up to SHORT are often cut from a longer one, beyond LONG often two
FARTHEST = 60  # characters; what is farther apart, or in another sentence, counts as so far
DISTANCES = tuple(log1p(characters) for characters in range(FARTHEST + 1))


class Doubts(NamedTuple):
    """What speaks against a claim, counted over its two ends."""

    plain_cue: int  # 1 where only word order tells the ends
    weak_cue: int  # 1 where the cue is often used otherwise
    unknown_end: int  # ends that are no term of the lexicon
    short_end: int  # ends of at most SHORT characters
    long_end: int  # characters beyond LONG
    earlier_end: int  # ends in another sentence than the cue
    distance: float  # the sum of log(1 + characters between end and cue)


def doubts_about(rule: Rule, ends: tuple[Endpoint, Endpoint], sentence: int, start: int) -> Doubts:
    """Return what speaks against a claim whose cue begins at character `start` of `sentence`."""
    one, other = ends
    length, other_length = one.end - one.start, other.end - other.start
    beyond = length - LONG if length > LONG else 0
    return Doubts(
        rule.frame in PLAIN_FRAMES,
        not rule.strong,
        (not one.known) + (not other.known),
        (length <= SHORT) + (other_length <= SHORT),
        beyond + other_length - LONG if other_length > LONG else beyond,
        (one.sentence != sentence) + (other.sentence != sentence),
        _distance(one, sentence, start) + _distance(other, sentence, start),
    )


def _distance(end: Endpoint, sentence: int, start: int) -> float:
    """Return log(1 + characters) between an end and the cue; what is in another sentence counts as FARTHEST."""
    if end.sentence != sentence:
        return DISTANCES[FARTHEST]
    apart = end.start - start if end.start > start else start - end.end
    return DISTANCES[0 if apart < 0 else apart if apart < FARTHEST else FARTHEST]


def confidence_of(doubts: Doubts, config: RelateConfig) -> float:
    """Return the confidence of a claim, 0..1.

    ``odds = odds0 · Π factor ** count``, ``confidence = odds / (1 + odds)``: a logistic regression whose coefficients
    are the logarithms of the factors. Each doubt has its factor in `RelateConfig`; that of the distance is its power.

    >>> confidence_of(Doubts(1, 0, 0, 0, 0, 0, 0.0), RelateConfig())  # 平台剥削劳动者, two terms beside a strong cue
    0.848
    >>> confidence_of(Doubts(1, 0, 2, 0, 0, 0, 0.0), RelateConfig())  # the same with ends that are no terms
    0.563
    """
    plain, weak, unknown, short, long, earlier, distance = doubts
    odds = config.odds
    odds *= config.plain_cue**plain * config.weak_cue**weak
    odds *= config.unknown_end**unknown * config.short_end**short
    odds *= config.long_end**long * config.earlier_end**earlier
    odds *= config.distance**distance
    return float(round(odds / (1 + odds), 3))
