"""Tasks for the tests of the backends: modules that worker processes can import."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Item(NamedTuple):
    """A number to add; `kills` is how many workers end at it, counted by files in `folder`."""

    number: int
    kills: int = 0
    folder: str = ""


def add_items(items: Sequence[Item]) -> int:
    """Return the sum of the numbers, unless an item kills the worker."""
    for item in items:
        died = len(list(Path(item.folder).iterdir())) if item.kills else 0
        if died < item.kills:
            (Path(item.folder) / str(died)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return sum(item.number for item in items)


def divide(items: Sequence[Item]) -> float:
    """Return the sum of what numbers 12 is divided by them, a bug where one is 0; a file is missing for one below."""
    if any(item.number < 0 for item in items):
        raise FileNotFoundError("no such file")
    return sum(12 / item.number for item in items)
