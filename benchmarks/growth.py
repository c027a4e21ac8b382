"""How a build grows with its corpus: memory and time at several sizes, in one run.

    python benchmarks/growth.py SOURCE.jsonl [--megabytes 5 50 500] [--jobs 2]

Corpora of these sizes are made by make_corpus.py out of the abstracts of SOURCE (or BENCH_SOURCE), and each is built
with all outputs and without the cache. Prints a table: CPU seconds a megabyte, the most memory that the parent, one
worker and all processes together held, and the size of evidence.sqlite; then what the bars ask for: the largest corpus
may take 1.5 times the memory of the one before and 2 GB in all, and 1.3 times the seconds a megabyte of the smallest.

Memory is the proportional set size of the processes (their own pages, and their share of common ones), read twice a
second from /proc, so this needs Linux.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from corpus import build, make_corpus

SECONDS_BAR = 1.3  # times the seconds a megabyte of the smallest corpus
MEMORY_BAR = 1.5  # times the memory of the corpus before the largest
MEGABYTES_BAR = 2000
PAUSE = 0.5  # seconds between two looks


@dataclass(frozen=True)
class Growth:
    """What a corpus took: its size and documents, CPU seconds, the most megabytes that were held, evidence."""

    megabytes: float
    documents: int
    cpu: float
    parent: float
    worker: float
    together: float
    evidence: float

    @property
    def rate(self) -> float:
        """CPU seconds a megabyte."""
        return self.cpu / self.megabytes


def children(pid: int) -> list[int]:
    """Return all processes below this one."""
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [child, *children(child)]
    except OSError:  # gone meanwhile
        pass
    return found


def held(pid: int) -> float:
    """Return the proportional set size of a process in megabytes, 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def measure(corpus: Path, target: Path, jobs: int) -> Growth:
    """Build a corpus and return what it took; a failure ends the benchmark."""
    process = subprocess.Popen(build(corpus, target, jobs), stdout=subprocess.DEVNULL)
    parent = worker = together = 0.0
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        own, others = held(process.pid), [held(child) for child in children(process.pid)]
        parent, worker, together = max(parent, own), max(worker, *others, 0.0), max(together, own + sum(others))
        time.sleep(PAUSE)
    if status:
        sys.exit(f"failed: {corpus}")
    files = [path for path in corpus.rglob("*") if path.is_file()]
    return Growth(
        megabytes=sum(path.stat().st_size for path in files) / 1e6,
        documents=sum(path.read_bytes().count(b"\n") for path in files),
        cpu=usage.ru_utime + usage.ru_stime,
        parent=parent,
        worker=worker,
        together=together,
        evidence=sum(path.stat().st_size for path in target.rglob("evidence.sqlite")) / 1e6,
    )


def main() -> None:
    """Build one size after the other, print the table, and the bars."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", default=os.environ.get("BENCH_SOURCE"))
    parser.add_argument("--megabytes", type=float, nargs="+", default=[5, 50, 500])
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, {arguments.jobs} jobs")
    print("\n| MB | documents | CPU s per MB | parent MB | largest worker MB | all MB | evidence.sqlite MB |")
    print("|---|---|---|---|---|---|---|", flush=True)
    rows: list[Growth] = []
    for size in sorted(arguments.megabytes):
        with tempfile.TemporaryDirectory() as name:
            corpus = make_corpus(Path(name), size, arguments.source)
            row = measure(corpus, Path(name), arguments.jobs)
        rows.append(row)
        memory = f"{row.parent:.0f} | {row.worker:.0f} | {row.together:.0f}"
        print(f"| {row.megabytes:.0f} | {row.documents} | {row.rate:.2f} | {memory} | {row.evidence:.0f} |", flush=True)
    first, last = rows[0], rows[-1]
    before = rows[-2] if len(rows) > 1 else last
    print(f"\nseconds a megabyte: {last.rate / first.rate:.2f} times those of the smallest, bar {SECONDS_BAR}")
    print(f"memory: {last.together / before.together:.2f} times that of the corpus before, bar {MEMORY_BAR}")
    print(f"memory in all: {last.together:.0f} MB, bar {MEGABYTES_BAR}")


if __name__ == "__main__":
    main()
