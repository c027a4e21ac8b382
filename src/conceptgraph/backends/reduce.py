"""Batches and sums: items are cut into batches by size, the counts of batches add up in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, Self, TypeVar


class Mergeable(Protocol):
    """A count object: adding is associative and commutative."""

    def __add__(self, other: Self) -> Self:
        """Return the counts of both."""


Item = TypeVar("Item")
Count = TypeVar("Count", bound=Mergeable)


def cut(
    items: Iterable[Item], size: Callable[[Item], int], limit: int, may_end: Callable[[Item], bool] | None = None
) -> Iterator[tuple[Item, ...]]:
    """Yield neighbouring items in batches that end with the item that brings their summed size to `limit`, or with one
    of which `may_end` says so, from half of the limit on.

    >>> list(cut(["异化", "劳动", "资"], len, 3))
    [('异化', '劳动'), ('资',)]
    >>> list(cut(["异化", "劳动", "资"], len, 4, lambda item: item == "异化"))
    [('异化',), ('劳动', '资')]
    """
    batch: list[Item] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if total >= limit or (may_end and 2 * total >= limit and may_end(item)):
            yield tuple(batch)
            batch, total = [], 0
    if batch:
        yield tuple(batch)


def map_reduce(task: Callable[[Item], Count], items: Iterable[Item], zero: Count) -> Count:
    """Return the sum of `task` over `items`, `zero` where there are none; in this process, one item after another.

    >>> map_reduce(len, ["异化", "资本家"], 0)
    5
    """
    return add_up(map(task, items), zero)


def add_up(counts: Iterable[Count], zero: Count) -> Count:
    """Return the sum of `counts`, merged pairwise, like a tree: a sum of many does not copy the whole for each."""
    heap: list[tuple[int, Count]] = []  # (how many counts, their sum), sizes falling
    for count in counts:
        size = 1
        while heap and heap[-1][0] <= size:
            other, merged = heap.pop()
            size, count = size + other, merged + count
        heap.append((size, count))
    for _, count in reversed(heap):
        zero = count + zero
    return zero
