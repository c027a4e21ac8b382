"""Take the picture of the README, docs/images/page.png: the page of our sample with one concept chosen.

Needs the developers' packages and a Chromium (``CHROMIUM`` or on the PATH): ``python docs/make_picture.py``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import ViewportSize, sync_playwright

from conceptgraph.config import Config
from conceptgraph.pipeline import run
from conceptgraph.write.html_page import html_page

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "digital-labour.txt"
TARGET = ROOT / "docs" / "images" / "page.png"
CHOSEN = "等待时间"
WINDOW: ViewportSize = {"width": 1440, "height": 900}


def main() -> None:
    """Build the page, open it, take its picture."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    config = Config()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page = Path(folder) / "graph.html"
        page.write_bytes(html_page(run([str(SAMPLE)], config).graph, config.write))
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        view = browser.new_page(viewport=WINDOW, locale="zh-CN", device_scale_factor=1.5)
        view.goto(f"{page.as_uri()}#n={quote(CHOSEN)}")
        view.wait_for_selector("html[data-ready]")
        view.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        TARGET.parent.mkdir(exist_ok=True)
        view.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main()
