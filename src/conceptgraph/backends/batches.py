"""Items are cut into batches by size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


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
