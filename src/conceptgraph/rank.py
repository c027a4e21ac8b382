"""How important each concept is for the texts of the graph."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from conceptgraph.config import RankConfig


@dataclass(frozen=True, slots=True)
class ConceptSignals:
    """What importance is computed from.

    `termhood` is the probability of being a key concept of a document, summed over the documents
    (discover/termhood.py); `documents` how many mention it, `spread` the share of sections with a mention, `headline` 1
    where it stands in a title or heading, `centrality` a measure of the graph in 0..1.
    """

    name: str
    termhood: float
    mentions: int
    documents: int = 1
    spread: float = 0.0
    headline: bool = False
    centrality: float = 0.0


def importance(concepts: Iterable[ConceptSignals], config: RankConfig) -> dict[str, float]:
    """Return the importance of each concept, 0..1, 1 for the most important one; empty input gives {}.

    ``raw = a * logit(t) + f * log(1 + m) * (l / 2) ** e + d * log(n) + s * spread + h * headline + c * centrality``
    with termhood t (odds above one document count as the number of documents), mentions m, documents n, length l in
    characters (8 at most); the lowest raw value maps to 0. Longer names weigh more for the reason of C-value (Frantzi
    et al. 2000): at equal frequency the longer string is the rarer and more specific term.

    >>> one, two = ConceptSignals("异化劳动", 0.5, 4), ConceptSignals("生活", 0.1, 4)
    >>> importance([one, two], RankConfig())
    {'异化劳动': 1.0, '生活': 0.0}
    """
    raw = {concept.name: _raw_importance(concept, config) for concept in concepts}
    if not raw:
        return {}
    low, high = min(raw.values()), max(raw.values())
    width = high - low or 1.0
    return {name: round((value - low) / width, 6) for name, value in raw.items()}


def _raw_importance(concept: ConceptSignals, config: RankConfig) -> float:
    """Return the weighted sum that `importance` scales."""
    probability = max(concept.termhood, 0.001)
    odds = probability / (1 - probability) if probability < 0.9 else 10 * probability
    weight_of_length: float = (min(len(concept.name), 8) / 2) ** config.length_exponent
    return (
        config.termhood_weight * math.log(odds)
        + config.frequency_weight * math.log(1 + concept.mentions) * weight_of_length
        + config.documents_weight * math.log(concept.documents)
        + config.spread_weight * concept.spread
        + config.headline_weight * concept.headline
        + config.centrality_weight * concept.centrality
    )
