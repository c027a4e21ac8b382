"""Seconds for reading lists of literature, beside rispy (RIS) and bibtexparser (BibTeX) alone, in one run.

    python benchmarks/read_lists.py [ENTRIES]

Ours include finding the encoding and the dialect, cleaning the fields, and splitting names and keywords.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import rispy
from bibtexparser.entrypoint import parse_string

import exports
from conceptgraph.config import ReadConfig
from conceptgraph.read.formats import reader_for

ROUNDS = 3


def best(work: Callable[[], object]) -> float:
    """Return the least processor time of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print a line a dialect: seconds, entries a second, ratio to the library alone where there is one."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    papers = exports.PAPERS * (entries // len(exports.PAPERS))
    peers = {"ris": rispy.loads, "bibtex": parse_string}
    for name, write in exports.EXPORTS.items():
        text = write(papers)
        content = text.encode()
        ours = best(lambda content=content: reader_for("list.txt", content)(content, "list.txt", ReadConfig()))
        line = f"{name:22} {ours:7.3f} s {len(papers) / ours:9.0f} entries/s"
        if name in peers:
            line += f"   {ours / best(lambda name=name, text=text: peers[name](text)):.1f} x {peers[name].__module__}"
        print(line)


if __name__ == "__main__":
    main()
