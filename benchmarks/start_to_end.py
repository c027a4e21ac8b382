"""Time and memory of ``conceptgraph build PAPER`` against a fresh Python that imports jieba.posseg and tags PAPER.

    python benchmarks/start_to_end.py [PAPER] [--rounds N]

Prints the machine, the versions, the median of the paired ratios (bar: 1.0) and the peak memory (bar: 200 MB); exits
with 1 where a bar is missed. Both processes are measured from start to end, in turn, after one round that only warms
the caches of the disk and of compiled modules (kept for both, also where the environment forbids to write them).
Without PAPER the samples and the texts of the gold are joined to about 11,000 characters: one text repeated would have
few concepts and cost less than a paper.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEXTS = [*sorted((ROOT / "data").glob("*.txt")), *sorted((ROOT / "eval" / "texts").glob("*.txt"))]
LENGTH = 11_000  # characters of the default paper
RATIO_BAR, MEMORY_BAR = 1.0, 200.0  # of jieba's time; MB
TAG_WITH_JIEBA = """
import sys, logging, jieba, jieba.posseg
jieba.setLogLevel(logging.ERROR)
print(sum(1 for _ in jieba.posseg.cut(open(sys.argv[1], encoding="utf-8").read())))
"""


@dataclass(frozen=True)
class Cost:
    """What a process took: wall seconds, and the largest resident size in MB."""

    seconds: float
    megabytes: float


def measure(command: list[str]) -> Cost:
    """Run a command in a process of its own and return its cost; a failure ends the benchmark."""
    started = time.perf_counter()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=kept)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(seconds, usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))


def default_paper(folder: Path) -> Path:
    """Return the path of a paper of about `LENGTH` characters, made of our own texts."""
    paper = folder / "paper.txt"
    paper.write_text("\n".join(path.read_text(encoding="utf-8") for path in TEXTS)[:LENGTH], encoding="utf-8")
    return paper


def describe_machine(paper: Path) -> None:
    """Print what the figures depend on."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("conceptgraph", "jieba", "rjieba", "networkx", "pyvis"))
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}\n{packages}")
    print(f"{paper.name}: {len(paper.read_text(encoding='utf-8')):,} characters")


def main() -> None:
    """Measure in turn, print the figures, say whether the bars are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paper", nargs="?", type=Path, help="a UTF-8 text")
    parser.add_argument("--rounds", type=int, default=9, help="paired measurements (9)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paper = arguments.paper or default_paper(folder)
        describe_machine(paper)
        ours = [sys.executable, "-m", "conceptgraph", "build", str(paper), "-q", "-o", str(folder / "out")]
        theirs = [sys.executable, "-c", TAG_WITH_JIEBA, str(paper)]
        pairs = [(measure(ours), measure(theirs)) for _ in range(arguments.rounds + 1)][1:]
    ratio = statistics.median(our.seconds / their.seconds for our, their in pairs)
    memory = max(our.megabytes for our, _ in pairs)
    for title, costs in zip(("conceptgraph build", "jieba.posseg"), zip(*pairs, strict=True), strict=True):
        seconds = statistics.median(cost.seconds for cost in costs)
        print(f"{title:20} {seconds:.3f} s, {max(cost.megabytes for cost in costs):.0f} MB")
    print(f"ratio {ratio:.2f} (bar {RATIO_BAR}), memory {memory:.0f} MB (bar {MEMORY_BAR:.0f})")
    sys.exit(ratio > RATIO_BAR or memory > MEMORY_BAR)


if __name__ == "__main__":
    main()
