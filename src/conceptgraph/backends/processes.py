"""Worker processes that may die: what they were at is done again, and what kills them twice is left out."""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any, NamedTuple

from conceptgraph.backends.tasks import BUGS, Done, Task, located
from conceptgraph.cycles import no_cycle_search

AHEAD = 2  # batches that a worker has at a time: the one it is at, and the next one, so that it never waits
READY = "ready"  # what a worker says first
FAILED_STARTS = 5  # so many workers that end before they are ready are one too many
DEATHS = 2  # an item alone in its batch that has ended so many workers is given up


class Batch(NamedTuple):
    """Items to be worked off, and how many workers have died of them."""

    items: Sequence[Any]
    deaths: int = 0


class Failure(NamedTuple):
    """The exception that a task raised in a worker, and its traceback there."""

    error: Exception
    trace: str


class Processes:
    """Runs tasks in worker processes, which are started at the first batch and serve all passes.

    They are spawned, not forked: the same on every system, and safe beside threads. The script that calls us is not
    run again in them, so it needs no guard.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.workers: list[_Worker] = []
        self.failed_starts = 0

    def map(self, task: Task, batches: Iterable[Sequence[Any]]) -> Iterator[Done]:
        """Yield each batch with the result of `task`, in the order of completion.

        The batch at which a worker dies or a bug is met is done again item by item; the other batches of a worker that
        died as they were.
        """
        waiting: deque[Batch] = deque()
        source = map(Batch, batches)
        self.workers = self.workers or [_Worker() for _ in range(self.jobs)]
        for worker in self.workers:
            worker.send(task)
        while True:
            for _ in range(AHEAD):
                for worker in self.workers:
                    batch = worker.has_room() and (waiting.popleft() if waiting else next(source, None))
                    if batch:
                        worker.give(batch)
            busy = {worker.pipe: worker for worker in self.workers if worker.batches}
            if not busy:
                return
            for pipe in wait(list(busy)):
                worker = busy[pipe]  # type: ignore[index]
                try:
                    done = worker.take()
                except (EOFError, OSError):
                    yield from self._bury(worker, task, waiting)
                else:
                    if done and done.error and not isinstance(done.error, BUGS):
                        raise done.error
                    if done and done.error and len(done.items) > 1:
                        waiting.extend(Batch([item]) for item in done.items)
                    elif done:
                        yield done

    def _bury(self, worker: _Worker, task: Task, waiting: deque[Batch]) -> Iterator[Done]:
        """Start another worker for one that has died, put its batches back; yield the item that is given up.

        Raises RuntimeError where workers die again and again before they are ready: the next ones would as well.
        """
        self.failed_starts += not worker.ready
        if self.failed_starts == FAILED_STARTS:
            raise RuntimeError("worker processes end as soon as they start")
        worker.close()
        fresh = _Worker()
        fresh.send(task)
        self.workers[self.workers.index(worker)] = fresh
        suspect, *others = worker.batches
        waiting.extend(others)
        deaths = suspect.deaths + 1
        if len(suspect.items) > 1:
            waiting.extend(Batch([item], deaths) for item in suspect.items)
        elif deaths < DEATHS:
            waiting.append(Batch(suspect.items, deaths))
        else:
            yield Done(suspect.items, None)

    def renew(self) -> None:
        """End the workers; the next pass starts others. What they remember of words takes up to 150 MB each."""
        self.close()

    def close(self) -> None:
        """End the workers."""
        for worker in self.workers:
            worker.close()
        self.workers = []


class _Worker:
    """A process, the pipe to it and the batches that it has, the one it is at first."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other_end = context.Pipe()
        self.process = context.Process(target=_serve, args=(other_end,), daemon=True)
        with _without_main(), _deaf_to_interrupts():
            self.process.start()
        other_end.close()
        self.ready = False
        self.batches: deque[Batch] = deque()

    def has_room(self) -> bool:
        return len(self.batches) < AHEAD

    def send(self, message: Any) -> None:
        """Send a task or a batch; that the worker has died is noticed by `take`."""
        with contextlib.suppress(OSError):
            self.pipe.send(message)

    def give(self, batch: Batch) -> None:
        self.batches.append(batch)
        self.send(tuple(batch.items))

    def take(self) -> Done | None:
        """Return the next result, or what the task raised, None for the sign that the worker is ready; raise EOFError
        or OSError where the worker has died.
        """
        result = self.pipe.recv()
        if not self.ready:
            self.ready = True
            return None
        batch = self.batches.popleft()
        if isinstance(result, Failure):
            result.error.add_note(f"in a worker process:\n{result.trace}")
            return Done(batch.items, None, result.error)
        return Done(batch.items, result)

    def close(self) -> None:
        self.process.terminate()
        self.process.join()
        self.pipe.close()


@no_cycle_search()
def _serve(pipe: Connection) -> None:
    """Work off what comes through the pipe until it is closed; Ctrl-C is for the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe.send(READY)
    messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, messages), daemon=True).start()
    task: Task = tuple
    while (message := messages.get()) is not None:
        if isinstance(message, Failure):
            pipe.send(message)
        elif isinstance(message, tuple):
            pipe.send(_attempt(task, message))
        else:
            task = message


def _receive(pipe: Connection, messages: queue.SimpleQueue[Any]) -> None:
    """Take messages off the pipe at once, so that the other end is never kept waiting."""
    try:
        while True:
            messages.put(pipe.recv())
    except (EOFError, OSError):
        messages.put(None)
    except Exception as error:  # the message cannot be understood here: a module of the task is missing
        messages.put(Failure(error, traceback.format_exc()))


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Let a process be started that does not run the main script of this one again."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let a process be started that Ctrl-C never reaches, not even before it can say so itself; ours waits for us."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _attempt(task: Task, items: Sequence[Any]) -> Any:
    try:
        return task(items)
    except Exception as error:
        return Failure(located(error), traceback.format_exc())
