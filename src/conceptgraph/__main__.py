"""`conceptgraph` and `python -m conceptgraph`: one command line; Ctrl-C while it is loaded is quiet as well."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Iterator


def run() -> None:
    """Run the command line and exit."""
    try:
        with _interrupts_wait():
            from conceptgraph.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # what has been remembered goes with the process; taking it apart would take a second


@contextlib.contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Let a Ctrl-C wait for the end of the block: inside an import it may be printed and forgotten."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


if __name__ == "__main__":
    run()
