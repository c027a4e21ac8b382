"""What a backend is: it runs a task over batches of items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

Task = Callable[[Sequence[Any]], Any]  # a batch -> its count object; can be pickled


class Done(NamedTuple):
    """A batch that has been worked off; `result` is None for an item that ended its worker twice."""

    items: Sequence[Any]
    result: Any


class Backend(Protocol):
    """What runs a task over batches."""

    def map(self, task: Task, batches: Iterable[Sequence[Any]]) -> Iterator[Done]:
        """Yield each batch with the result of `task`, in the order of completion."""

    def close(self) -> None:
        """End the workers."""


class Serial:
    """Runs everything in this process."""

    def map(self, task: Task, batches: Iterable[Sequence[Any]]) -> Iterator[Done]:
        """Yield each batch with the result of `task`, in order."""
        for batch in batches:
            yield Done(batch, task(batch))

    def close(self) -> None:
        """Do nothing: there are no workers."""
