"""``python -m conceptgraph``: the same as the command ``conceptgraph``."""

from conceptgraph.cli import main

if __name__ == "__main__":
    main()
