"""Time from opening a page to its first full drawing, against pyvis as it comes, given the same places.

    python benchmarks/page_draw.py [--rounds N]

Prints the machine, the versions and a table: concepts and edges, size of our page, medians in seconds, median of the
paired ratios (bar: 1.2); exits with 1 where the bar is missed. Our page shows all its concepts (it opens on fewer); the
page of pyvis has its scripts inline and its links to foreign servers taken out, for nothing may be fetched. The last
row gives pyvis no places, so that its physics finds them.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from pyvis.network import Network

from conceptgraph.config import WriteConfig
from conceptgraph.model import ConceptGraph
from conceptgraph.write.html_page import html_page

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from page_graphs import crowd  # noqa: E402

SIZES = ((150, 600), (2_000, 8_000), (5_000, 20_000))  # concepts, edges
RATIO_BAR = 1.2
FOREIGN = re.compile(r'<link[^>]*href="http[^>]*>|<script[^>]*src="http[^>]*></script>')
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
SETTLED = "new Promise((done) => network.once('stabilizationIterationsDone', () => done(performance.now())))"


def stock_page(graph: ConceptGraph, placed: bool) -> str:
    """Return the page that pyvis makes of the graph, with our places or with its physics."""
    network = Network(cdn_resources="in_line", directed=True)
    network.toggle_physics(not placed)
    for concept in graph.concepts:
        place = {"x": concept.measures["x"], "y": concept.measures["y"]} if placed else {}
        network.add_node(concept.id, label=concept.name, **place)
    ids = {concept.name: concept.id for concept in graph.concepts}
    for edge in graph.edges:
        network.add_edge(ids[edge.source], ids[edge.target])
    return FOREIGN.sub("", network.generate_html())


def seconds_to_draw(browser: Any, address: str, drawn: str = DRAWN) -> float:
    """Open the page in a fresh tab and return the seconds until it is drawn."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(120_000)
    page.goto(address)
    seconds = float(page.evaluate(drawn)) / 1000
    page.close()
    return seconds


def compare(browser: Any, folder: Path, size: tuple[int, int], rounds: int) -> float:
    """Print the row of one size and return the median of the paired ratios."""
    graph = crowd(*size)
    ours, stock = folder / "ours.html", folder / "stock.html"
    ours.write_bytes(html_page(graph, WriteConfig()))
    stock.write_text(stock_page(graph, placed=True), encoding="utf-8")
    pairs = [
        (seconds_to_draw(browser, ours.as_uri() + "#all=1"), seconds_to_draw(browser, stock.as_uri()))
        for _ in range(rounds)
    ]
    first = statistics.median(seconds_to_draw(browser, ours.as_uri()) for _ in range(rounds))
    ratio = statistics.median(one / other for one, other in pairs)
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    name = f"{size[0]}/{len(graph.edges)}"
    weight = ours.stat().st_size / 1e6
    print(f"{name:>12} {weight:7.2f} MB {first:8.2f} s {mine:8.2f} s {theirs:8.2f} s {ratio:7.2f}")
    return ratio


def main() -> int:
    """Run all sizes; return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(f"{platform.platform()}, {os.cpu_count()} cores, Chromium {browser.version}, pyvis {version('pyvis')}")
        print(f"{'nodes/edges':>12} {'our page':>10} {'opened':>10} {'all shown':>10} {'pyvis':>10} {'ratio':>7}")
        ratios = [compare(browser, Path(name), size, rounds) for size in SIZES]
        moving = Path(name) / "physics.html"
        moving.write_text(stock_page(crowd(*SIZES[0]), placed=False), encoding="utf-8")
        print(f"pyvis with its physics at {SIZES[0][0]}: {seconds_to_draw(browser, moving.as_uri(), SETTLED):.2f} s")
        browser.close()
    return int(max(ratios) > RATIO_BAR)


if __name__ == "__main__":
    sys.exit(main())
