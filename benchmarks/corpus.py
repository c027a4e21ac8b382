"""Cost of a corpus: conceptgraph on one core against what people do instead (benchmarks/peers.py), in one run.

    python benchmarks/corpus.py [FOLDER] [--megabytes 2] [--rounds 3] [--jobs N]

FOLDER (or BENCH_CORPUS) has texts or JSONL files; without it a corpus of --megabytes is made by make_corpus.py out of
the abstracts that BENCH_SOURCE names. Prints the machine, the versions and a table: CPU and wall seconds, MB a second,
peak memory, and how many times the throughput of each peer ours is (median of the paired ratios of CPU seconds, which
other work on the machine disturbs least). The cache is not used. With --jobs, so many
processes over the whole folder are compared with so many builds side by side, each of its share in one process; with
--rounds 0 that is all.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = ("conceptgraph", "jieba", "rjieba", "daachorse", "networkx", "scikit-learn")
PROCESSES_BAR = 0.85
BARS = {"graph": 5.0, "everything": 3.0}  # times the throughput of `script`
GRAPH_ONLY = """
import sys
from pathlib import Path
from conceptgraph.config import Config
from conceptgraph.cycles import no_cycle_search
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.write import WRITERS
config = with_settings(Config(), {"work.jobs": 1, "work.cache": False}, "benchmark")
with no_cycle_search():
    result = run([sys.argv[1]], config)
    for name in ("graph.json", "graph.graphml"):
        (Path(sys.argv[2]) / name).write_bytes(WRITERS[name](result, config, "en"))
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of all its processes, seconds on the clock, the largest process in MB."""

    cpu: float
    wall: float
    megabytes: float


def measure(command: list[str]) -> Cost:
    """Run a command in a process of its own and return its cost; a failure ends the benchmark."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - started, usage.ru_maxrss / 1024)


def build(corpus: Path, target: Path, jobs: int) -> list[str]:
    """Return the command that builds everything."""
    command = [sys.executable, "-m", "conceptgraph", "build", str(corpus), "-q", "--no-cache"]
    return [*command, "--jobs", str(jobs), "-o", str(target / "out")]


def commands(corpus: Path, target: Path) -> dict[str, list[str]]:
    """Return what is measured, ours first."""
    peers = {
        name: [sys.executable, str(HERE / "peers.py"), name, str(corpus)]
        for name in ("script", "vectorizer", "textrank")
    }
    graph = [sys.executable, "-c", GRAPH_ONLY, str(corpus), str(target)]
    return {"graph": graph, "everything": build(corpus, target, 1), **peers}


def make_corpus(target: Path, megabytes: float, source: str | None) -> Path:
    """Return the folder of a corpus made of the abstracts in `source`."""
    if not source:
        sys.exit("name a corpus (BENCH_CORPUS=folder), or abstracts to make one of (BENCH_SOURCE=abstracts.jsonl)")
    maker = [sys.executable, str(HERE / "make_corpus.py"), source, str(target / "corpus")]
    subprocess.run([*maker, "--megabytes", str(megabytes)], check=True)
    return target / "corpus"


def print_table(costs: dict[str, list[Cost]], megabytes: float) -> None:
    """Print a line for each command: medians, and our ratios to it."""
    print("\n| | CPU s | wall s | MB/s of CPU | peak MB | graph is | everything is |")
    print("|---|---|---|---|---|---|---|")
    for name, own in costs.items():
        cpu, wall = statistics.median(cost.cpu for cost in own), statistics.median(cost.wall for cost in own)
        ratios = [
            statistics.median(theirs.cpu / ours.cpu for theirs, ours in zip(own, costs[which], strict=True))
            for which in BARS
        ]
        peak = max(cost.megabytes for cost in own)
        times = " | ".join(f"{ratio:.2f}x" for ratio in ratios)
        print(f"| {name} | {cpu:.1f} | {wall:.1f} | {megabytes / cpu:.3f} | {peak:.0f} | {times} |")


def shares(corpus: Path, target: Path, count: int) -> list[Path]:
    """Return `count` folders that share out the files of a corpus, each file to the smallest share so far."""
    folders = [target / f"share{number}" for number in range(count)]
    sizes = dict.fromkeys(folders, 0)
    for path in sorted((path for path in corpus.rglob("*") if path.is_file()), key=lambda path: -path.stat().st_size):
        folder = min(folders, key=lambda each: sizes[each])
        folder.mkdir(exist_ok=True)
        shutil.copy(path, folder / path.name)
        sizes[folder] += path.stat().st_size
    return folders


def print_processes(corpus: Path, target: Path, jobs: int) -> None:
    """Print how near `jobs` processes come to as many builds side by side, each of its share in one process."""
    started = time.perf_counter()
    builds = [
        subprocess.Popen(build(share, target / f"of-{share.name}", 1), stdout=subprocess.DEVNULL)
        for share in shares(corpus, target, jobs)
    ]
    if any([process.wait() for process in builds]):
        sys.exit("a build of a share failed")
    side_by_side = time.perf_counter() - started
    together = measure(build(corpus, target, jobs)).wall
    ratio = side_by_side / together
    print(f"\n{jobs} processes: {together:.1f} s; {jobs} builds of a share side by side: {side_by_side:.1f} s")
    print(f"ratio {ratio:.2f}, bar {PROCESSES_BAR}")


def main() -> None:
    """Measure in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=os.environ.get("BENCH_CORPUS"))
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        target = Path(name)
        source = os.environ.get("BENCH_SOURCE")
        corpus = Path(arguments.folder) if arguments.folder else make_corpus(target, arguments.megabytes, source)
        size = sum(path.stat().st_size for path in corpus.rglob("*") if path.is_file()) / 1e6
        print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        print(", ".join(f"{package} {version(package)}" for package in PACKAGES))
        print(f"{size:.1f} MB, {arguments.rounds} rounds; bars: {BARS} times the script")
        costs: dict[str, list[Cost]] = {}
        for _ in range(arguments.rounds):
            for which, command in commands(corpus, target).items():
                costs.setdefault(which, []).append(measure(command))
        if costs:
            print_table(costs, size)
        if arguments.jobs > 1:
            print_processes(corpus, target, arguments.jobs)


if __name__ == "__main__":
    main()
