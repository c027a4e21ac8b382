"""Importance: range, order, empty input, each signal raises it."""

import dataclasses

import pytest

from conceptgraph.config import RankConfig
from conceptgraph.rank import ConceptSignals, importance

BASE = ConceptSignals("学校教育", termhood=0.3, mentions=5, spread=0.2, headline=False, centrality=0.1)


def test_no_concepts_no_importance() -> None:
    assert importance([], RankConfig()) == {}


def test_importance_spans_zero_to_one() -> None:
    many = [dataclasses.replace(BASE, name=f"概念{n}", mentions=n) for n in range(1, 9)]
    values = importance(many, RankConfig())
    assert min(values.values()) == 0
    assert max(values.values()) == 1
    assert sorted(values, key=values.__getitem__) == [concept.name for concept in many]


@pytest.mark.parametrize(
    "change",
    [
        {"termhood": 0.6},
        {"mentions": 9},
        {"documents": 3},
        {"spread": 0.9},
        {"headline": True},
        {"centrality": 0.8},
        {"name": "学校教育史论"},
    ],
)
def test_each_signal_raises_importance(change: dict[str, object]) -> None:
    better = dataclasses.replace(BASE, **{"name": "阶层流动", **change})  # type: ignore[arg-type]
    values = importance([BASE, better], RankConfig())
    assert values[better.name] > values[BASE.name]


def test_termhood_above_one_document_keeps_its_order() -> None:
    low, high = (dataclasses.replace(BASE, name=str(t), termhood=t) for t in (3.0, 7.0))
    values = importance([low, high], RankConfig())
    assert values["7.0"] > values["3.0"]
