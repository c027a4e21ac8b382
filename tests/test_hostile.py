"""One hostile input of each kind, in this process; `make hostile` builds hundreds, each in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import hostile

OLD = '{"format": "conceptgraph-run"}'


@pytest.mark.parametrize("kind", hostile.KINDS)
def test_a_hostile_input_is_built_or_refused_with_a_clear_line(
    kind: str, tmp_path: Path, call: Callable[..., object]
) -> None:
    arguments = hostile.lay(hostile.make(kind, 1000), tmp_path)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "run.json").write_text(OLD, encoding="utf-8")
    said = call("build", *arguments, "-o", "old", "-q")
    code, errors = said.code, said.err  # type: ignore[attr-defined]
    assert code in (0, 1, 2)
    if code == 2:
        assert os.listdir(tmp_path / "old") == ["run.json"]
        assert (tmp_path / "old" / "run.json").read_text(encoding="utf-8") == OLD
    else:
        assert hostile.whole(tmp_path / "old")
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".old")]
    assert not code or hostile.unclear(errors.splitlines(), arguments) == "", errors


def test_inputs_are_made_again_from_their_number() -> None:
    assert len(hostile.KINDS) >= 25
    for kind in ("noise", "export damaged", "table broken"):
        assert hostile.make(kind, 3) == hostile.make(kind, 3)
        assert hostile.make(kind, 3) != hostile.make(kind, 4)
