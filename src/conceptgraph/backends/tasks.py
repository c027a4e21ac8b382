"""What a backend is: it runs a task over batches of items."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

Task = Callable[[Sequence[Any]], Any]  # a batch -> its count object; can be pickled

BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RecursionError, TypeError, ValueError)


class Done(NamedTuple):
    """A batch that has been worked off; `result` is None for an item that is given up.

    That is one that ended its worker twice or, alone in its batch, met a bug in the task, which is the `error`.
    """

    items: Sequence[Any]
    result: Any
    error: Exception | None = None


class Backend(Protocol):
    """What runs a task over batches."""

    def map(self, task: Task, batches: Iterable[Sequence[Any]]) -> Iterator[Done]:
        """Yield each batch with the result of `task`, in the order of completion."""

    def renew(self) -> None:
        """Let the next pass find workers that hold nothing of the last one, where that is cheap."""

    def close(self) -> None:
        """End the workers."""


class Serial:
    """Runs everything in this process."""

    def map(self, task: Task, batches: Iterable[Sequence[Any]]) -> Iterator[Done]:
        """Yield each batch with the result of `task`, in order."""
        for batch in batches:
            yield from _work_off(task, batch)

    def renew(self) -> None:
        """Do nothing: there are no workers."""

    def close(self) -> None:
        """Do nothing: there are no workers."""


def _work_off(task: Task, batch: Sequence[Any]) -> Iterator[Done]:
    """Yield a batch with its result; where a bug meets it, item by item."""
    try:
        done = Done(batch, task(batch))
    except BUGS as error:
        done = Done(batch, None, located(error))
    if done.error and len(batch) > 1:
        for item in batch:
            yield from _work_off(task, [item])
    else:
        yield done


def located(error: Exception) -> Exception:
    """Return an error with a note of where it was raised; to be asked where it is caught, for pickling forgets it.

    >>> try:
    ...     "异化"[2]
    ... except IndexError as error:
    ...     located(error).__notes__[0].startswith("<doctest")
    True
    """
    frame = traceback.extract_tb(error.__traceback__)[-1]
    error.add_note(f"{Path(frame.filename).name}:{frame.lineno}")
    return error
