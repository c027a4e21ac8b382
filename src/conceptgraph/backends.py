"""How a pass over many documents runs: map a task over items, merge the results.

Tasks are top-level functions and results add up in any order, so that one process, many processes and a cluster run
the same program; this module is the only one that knows which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, Self, TypeVar


class Mergeable(Protocol):
    """A count object: adding is associative and commutative."""

    def __add__(self, other: Self) -> Self:
        """Return the counts of both."""


Item = TypeVar("Item")
Count = TypeVar("Count", bound=Mergeable)


def map_reduce(task: Callable[[Item], Count], items: Iterable[Item], zero: Count) -> Count:
    """Return the sum of `task` over `items`, `zero` where there are none; in this process, one item after another.

    Results are merged pairwise, like a tree, so that a sum of many does not copy the whole again for each item.

    >>> map_reduce(len, ["异化", "资本家"], 0)
    5
    """
    heap: list[tuple[int, Count]] = []  # (how many items, their sum), sizes falling
    for item in items:
        size, count = 1, task(item)
        while heap and heap[-1][0] <= size:
            other, merged = heap.pop()
            size, count = size + other, merged + count
        heap.append((size, count))
    for _, count in reversed(heap):
        zero = count + zero
    return zero
