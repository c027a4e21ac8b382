"""How a pass over many documents runs: the same task in this process, in several, or on a cluster.

A task takes a batch of items and returns what it counts in them; counts add up in any order, so that every backend,
every number of workers and every order of completion give the same sum. Nothing else knows which backend it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from conceptgraph.backends.batches import cut
from conceptgraph.backends.tasks import Backend, Done, Serial
from conceptgraph.config import WorkConfig

__all__ = ["Backend", "Done", "Serial", "cut", "start_backend"]


@contextmanager
def start_backend(config: WorkConfig, characters: int) -> Iterator[Backend]:
    """Yield what runs the passes over an input of so many characters; its workers end with the context."""
    backend = _start(config, characters)
    try:
        yield backend
    finally:
        backend.close()


def _start(config: WorkConfig, characters: int) -> Backend:
    if config.backend == "dask" or config.scheduler:
        from conceptgraph.backends.dask_cluster import DaskCluster

        return DaskCluster(config.jobs or _cores(), config.scheduler)
    jobs = config.jobs or (_cores() if characters >= config.parallel_characters else 1)
    if jobs == 1:
        return Serial()
    from conceptgraph.backends.processes import Processes  # what a single paper does not need is not imported

    return Processes(jobs)


def _cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
