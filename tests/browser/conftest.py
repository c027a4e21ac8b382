"""A headless Chromium without network, and a page opened in it that is watched for requests, errors and dialogs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conceptgraph.config import WriteConfig
from conceptgraph.model import ConceptGraph
from conceptgraph.write.html_page import html_page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install .[dev])")
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
Opener = Callable[..., Any]


def find_chromium() -> str | None:
    """Return the browser that CHROMIUM names, else the first known one on the PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium: install Debian's `chromium` and `fonts-noto-cjk`, or set CHROMIUM to its path")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that opens the page of a graph; at the end nothing may have been asked for, said or raised."""
    events: list[str] = []
    contexts = []

    def open_graph(
        graph: ConceptGraph, fragment: str = "", *, config: WriteConfig | None = None, **settings: Any
    ) -> Any:
        path = tmp_path / "图 page.html"
        path.write_bytes(html_page(graph, config or WriteConfig()))
        options = {"viewport": {"width": 1440, "height": 900}, "locale": "zh-CN", "offline": True, **settings}
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("request", lambda request: request.url.startswith(("file:", "blob:")) or events.append(request.url))
        page.on("console", lambda message: events.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: events.append(str(error)))
        page.on("dialog", lambda dialog: (events.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]")
        page.watched = events
        return page

    yield open_graph
    for context in contexts:
        context.close()
    assert events == []
