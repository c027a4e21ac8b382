"""Accessibility, checked by axe-core: no serious or critical violation in any view, light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from page_graphs import argument_graph

AXE = Path(__file__).parent.parent / "js" / "node_modules" / "axe-core" / "axe.min.js"
SELECTIONS = ("n=待命劳动", "e=e5", "chain=1", "s=4", "")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in tests/js)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["graph", "text", "chains", "table"])
def test_axe_finds_nothing_serious(open_page: Any, view: str, scheme: str) -> None:
    page = open_page(argument_graph(), f"#view={view}", color_scheme=scheme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for selection in SELECTIONS:
        name, _, value = (selection or "n=").partition("=")
        page.evaluate("changes => State.go(changes)", {name: value})
        found = page.evaluate("axe.run()")
        assert found["passes"]
        serious = {
            each["id"]: [node["html"][:200] + node["failureSummary"] for node in each["nodes"]]
            for each in found["violations"]
            if each["impact"] in ("serious", "critical")
        }
        assert serious == {}


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci in tests/js)")
def test_axe_finds_nothing_serious_in_help_and_search(open_page: Any) -> None:
    page = open_page(argument_graph(), locale="en-GB")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.fill("#search", "劳动")
    first = page.evaluate("axe.run()")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    second = page.evaluate("axe.run()")
    for found in (first, second):
        assert [each for each in found["violations"] if each["impact"] in ("serious", "critical")] == []
