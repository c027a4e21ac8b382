"""The floor is pinned for both segmenters and can only rise."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path

from conceptgraph.model import RELATION_TYPES

ROOT = Path(__file__).parent.parent
FLOOR = runpy.run_path(str(ROOT / "eval" / "floor.py"))


def test_every_segmenter_and_relation_type_has_a_floor() -> None:
    pinned = tomllib.loads((ROOT / "eval" / "floor.toml").read_text(encoding="utf-8"))
    for segmenter in FLOOR["SEGMENTERS"]:
        assert {f"type_{kind}" for kind in RELATION_TYPES} <= pinned[segmenter].keys()
        assert {*FLOOR["RELATIONS"], *FLOOR["SIGNS"], "chain_F1"} <= pinned[segmenter].keys()


def test_raising_never_lowers() -> None:
    floor, scores = {"a": 0.5, "type_is_a": 0.45}, {"a": 0.3, "type_is_a": 0.2, "new": 0.1}
    assert FLOOR["raise_floor"](floor, scores) == {"a": 0.5, "new": 0.09, "type_is_a": 0.45}


def test_a_fall_and_a_missing_score_are_found() -> None:
    falls = list(FLOOR["find_falls"]({"a": 0.5, "b": 0.5, "c": 0.1}, {"a": 0.5, "b": 0.4999}))
    assert [line.split()[0] for line in falls] == ["b", "c"]


def test_what_is_written_is_what_is_read() -> None:
    floors, hashes = {"rjieba": {"a": 0.5}, "jieba": {"a": 0.25}}, {"eval/gold/a.json": "00ff"}
    written = FLOOR["format_floor"](floors, hashes, "two texts “more”")
    assert tomllib.loads(written) == {**floors, "gold": hashes, "new_gold": "two texts “more”"}
