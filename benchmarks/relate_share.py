"""Time of extracting relations against segmentation and matching together, on the same sentences in one process.

    python benchmarks/relate_share.py [TEXTS ...] [--rounds N]

Prints the machine, the versions, the median seconds of each stage and the median of the paired ratios (bar: 1.0);
exits with 1 where the bar is missed. A round reads every document once, stage by stage, after one round that only
warms the caches; the lexicon is found in TEXTS themselves. Processor time is counted, so that other processes weigh
less. Without TEXTS the samples and the texts of the gold are read.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from conceptgraph import discover, relate
from conceptgraph.config import Config
from conceptgraph.cycles import no_cycle_search
from conceptgraph.match import Matcher
from conceptgraph.model import PreparedDocument
from conceptgraph.passes import prepare
from conceptgraph.read import read
from conceptgraph.segment import Segmenter

ROOT = Path(__file__).parent.parent
TEXTS = (ROOT / "data", ROOT / "eval" / "texts")
RATIO_BAR = 1.0


class Cost(NamedTuple):
    """Seconds of processor time of each stage over all documents."""

    segment: float
    match: float
    relate: float

    @property
    def ratio(self) -> float:
        """Relations against the two stages before."""
        return self.relate / (self.segment + self.match)


class Stages:
    """The three stages, set up for the documents that they are to read."""

    def __init__(self, paths: Sequence[str], config: Config) -> None:
        self.config = config
        self.segmenter = Segmenter(config.segment)
        documents = read(paths, config.read).documents
        self.prepared = [prepare(document, config, self.segmenter) for document in documents]
        counts = discover.sum_counts(discover.count_terms(each, config.discover) for each in self.prepared)
        self.matcher = Matcher(discover.select_terms(counts, config.discover))
        self.rules = relate.load_rules()

    @no_cycle_search()  # as in a build
    def measure(self) -> Cost:
        """Return what one round over all documents takes."""
        total = [0.0, 0.0, 0.0]
        for prepared in self.prepared:
            for stage, seconds in enumerate(self._measure_document(prepared)):
                total[stage] += seconds
        return Cost(*total)

    def _measure_document(self, prepared: PreparedDocument) -> tuple[float, float, float]:
        clock = time.process_time
        started = clock()
        tagged = [self.segmenter.tag(each.sentence) for each in prepared.sentences]
        cut = clock()
        matched = [self.matcher.match(sentence) for sentence in tagged]
        found = clock()
        relate.extract_relations(matched, self.rules, self.config.relate)
        return cut - started, found - cut, clock() - found


def main() -> None:
    """Measure, print the figures, say whether the bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", default=list(map(str, TEXTS)), help="files or folders")
    parser.add_argument("--rounds", type=int, default=10, help="paired measurements (10)")
    arguments = parser.parse_args()
    stages = Stages(arguments.texts, Config())
    sentences = [each for prepared in stages.prepared for each in prepared.sentences]
    packages = ", ".join(f"{name} {version(name)}" for name in ("conceptgraph", "rjieba", "daachorse"))
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}\n{packages}")
    words = sum(len(each.words) for each in sentences)
    print(
        f"{len(stages.prepared):,} documents, {len(sentences):,} sentences, {words:,} words, {arguments.rounds} rounds"
    )
    costs = [stages.measure() for _ in range(arguments.rounds + 1)][1:]
    for title, column in zip(Cost._fields, zip(*costs, strict=True), strict=True):
        print(f"{title:8} {statistics.median(column):.3f} s")
    ratio = statistics.median(cost.ratio for cost in costs)
    print(f"ratio {ratio:.2f} (bar {RATIO_BAR})")
    sys.exit(ratio > RATIO_BAR)


if __name__ == "__main__":
    main()
