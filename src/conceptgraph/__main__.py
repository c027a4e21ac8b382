"""`conceptgraph` and `python -m conceptgraph`: one command line; Ctrl-C while it is loaded is quiet as well."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run the command line and exit."""
    try:
        from conceptgraph.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # what has been remembered goes with the process; taking it apart would take a second


if __name__ == "__main__":
    run()
