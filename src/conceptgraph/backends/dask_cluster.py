"""Tasks on a Dask cluster: workers of this machine, or those of a scheduler anywhere."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from conceptgraph.backends.tasks import BUGS, Done, Task, located
from conceptgraph.cycles import no_cycle_search
from conceptgraph.errors import ConfigError

AHEAD = 3  # batches for each worker that are handed over at a time
DEATHS = 1  # workers that may end at a batch before Dask gives it up; after the next one it does
CONNECT_SECONDS = 20


class DaskCluster:
    """Runs tasks by dask.distributed, which does again what a worker that dies was at.

    Without the address of a scheduler, `jobs` workers are started on this machine. Raises ConfigError where the package
    is missing or the scheduler does not answer.
    """

    def __init__(self, jobs: int, scheduler: str) -> None:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise ConfigError("dask_missing") from error
        dask.config.set({"distributed.scheduler.allowed-failures": DEATHS})
        self.cluster = None
        if not scheduler:
            self.cluster = LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=50
            )
        try:
            self.client = Client(  # type: ignore[no-untyped-call]
                self.cluster or scheduler, timeout=CONNECT_SECONDS, set_as_default=False
            )
        except (OSError, ValueError) as error:
            raise ConfigError("dask_unreachable", address=scheduler, cause=error) from error

    def map(self, task: Task, batches: Iterable[Sequence[Any]]) -> Iterator[Done]:
        """Yield each batch with the result of `task`, in the order of completion.

        A batch that Dask gives up because its workers died, or that meets a bug, is done again item by item; an item
        given up is lost.
        """
        from distributed import as_completed
        from distributed.scheduler import KilledWorker

        payload = pickle.dumps(task)  # sent with every batch, so that no worker needs anything of another one
        source, singles = iter(batches), deque[Sequence[Any]]()
        items: dict[Any, Sequence[Any]] = {}
        completed = as_completed(loop=self.client.loop)  # type: ignore[no-untyped-call]

        def hand_over(most: int) -> None:
            while len(items) < most:
                batch = singles.popleft() if singles else next(source, None)
                if batch is None:
                    return
                future = self.client.submit(_apply, payload, tuple(batch), pure=False)
                items[future] = batch
                completed.add(future)  # type: ignore[no-untyped-call]

        room = AHEAD * max(1, len(self.client.scheduler_info()["workers"]))
        hand_over(room)
        while items:
            future = next(completed)
            batch = items.pop(future)
            done = Done(batch, None)
            try:
                done = Done(batch, future.result())
            except KilledWorker:
                pass
            except BUGS as error:
                done = Done(batch, None, error)
            if done.result is None and len(batch) > 1:
                singles.extend([item] for item in batch)
            else:
                yield done
            hand_over(room)

    def renew(self) -> None:
        """Do nothing: Dask sees to the memory of its workers, which may be those of others."""

    def close(self) -> None:
        """Leave the cluster; end the workers that were started here."""
        self.client.close()  # type: ignore[no-untyped-call]
        if self.cluster:
            self.cluster.close()


@lru_cache(maxsize=2)
def _load(payload: bytes) -> Task:
    """Return the task, the same object for every batch of a worker: it may have made a reader for itself."""
    task: Task = pickle.loads(payload)  # noqa: S301
    return task


@no_cycle_search()
def _apply(payload: bytes, items: Sequence[Any]) -> Any:
    try:
        return _load(payload)(items)
    except BUGS as error:
        raise located(error) from None
