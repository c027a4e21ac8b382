"""A PDF's bytes -> its characters, by a process of its own under limits of time and memory."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.pdf.page import Char, Page

WORKER = Path(__file__).with_name("worker.py")
LIBRARIES = ("pdf_oxide", "pypdf")
HANDLER = re.compile(rb"/(?:TTKN\.PubSec|FOPN_[A-Za-z]+|EBX_HANDLER|Adobe\.APS)\b")  # rights managements
OFF_PAGE = 0.03  # share of the characters that may lie off the page; with more of them its box is wrong
LONGEST_CAUSE = 100  # characters
BUG, TIME_OVER = 70, 1  # exit codes of the worker
ENCRYPTED = b"/Encrypt"
IMAGE = re.compile(rb"/Subtype\s*/Image\b")
REFUSALS = {
    "damaged": "pdf_damaged",
    "encryption": "pdf_encryption",
    "memory": "pdf_memory",
    "pages": "pdf_pages",
    "password": "pdf_password",
}
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Extraction:
    """The pages that could be read, in order, and the numbers of the others, counted from 1."""

    pages: tuple[Page, ...]
    unread: tuple[int, ...] = ()


def extract(content: bytes, path: str, config: ReadConfig) -> Extraction:
    """Return the characters of a PDF, page by page.

    Raises InputError where the library is missing, where the file is protected, damaged, or beyond a limit.
    """
    if any(importlib.util.find_spec(library) is None for library in LIBRARIES):
        raise InputError("pdf_library_missing", path=path)
    if len(content) > config.pdf_file_megabytes << 20:
        raise InputError("pdf_large", path=path, size=len(content) >> 20, limit=config.pdf_file_megabytes)
    if HANDLER.search(content.replace(b"#2E", b".")):
        raise InputError("pdf_rights", path=path)
    ended, lines = _run_worker(content, config)
    refused = next((line for line in lines if "refused" in line), None)
    if refused:
        values = {"cause": _shorten(refused.get("cause", "")), "count": refused.get("count", 0)}
        limits = {"limit": config.pdf_pages, "megabytes": config.pdf_megabytes}
        raise InputError(REFUSALS[str(refused["refused"])], path=path, **values, **limits)
    if not any("done" in line for line in lines):
        key = "pdf_slow" if ended == TIME_OVER else "pdf_crashed"
        raise InputError(key, path=path, seconds=config.pdf_seconds, megabytes=config.pdf_megabytes)
    read = [line for line in lines if "text" in line or "failed" in line]
    pages = tuple(_make_page(number, line) for number, line in enumerate(read, start=1) if "text" in line)
    if ENCRYPTED in content and IMAGE.search(content):  # there the library finds no pictures
        pages = tuple(page if page.chars else replace(page, pictures=1.0) for page in pages)
    unread = tuple(number for number, line in enumerate(read, start=1) if "failed" in line)
    if not pages:
        raise InputError("pdf_damaged", path=path, cause=_shorten(read[0]["failed"]) if read else "no pages")
    return Extraction(pages, unread)


def _shorten(cause: str) -> str:
    """Return the words of the library as the end of one line."""
    words = " ".join(CONTROL.sub(" ", cause).split())
    return words if len(words) <= LONGEST_CAUSE else f"{words[:LONGEST_CAUSE]}…"


def _run_worker(content: bytes, config: ReadConfig) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit code of the worker and the lines that it said. Its own clock ends it, so none is kept here."""
    limits = (config.pdf_seconds, config.pdf_megabytes, config.pdf_pages, config.pdf_page_characters)
    command = [sys.executable, "-P", str(WORKER), *map(str, limits)]
    done = subprocess.run(command, input=content, capture_output=True, check=False)  # noqa: S603
    if done.returncode == BUG:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return done.returncode, list(_whole_lines(done.stdout))


def _whole_lines(output: bytes) -> Iterator[dict[str, Any]]:
    """Yield the lines of the worker; the last one is left out where it was cut off."""
    for line in output.split(b"\n")[:-1]:
        yield json.loads(line)


def _make_page(number: int, line: Mapping[str, Any]) -> Page:
    """Return a page with its characters upright: the direction of most of them is the page's own.

    What runs in another direction is left out (watermarks, stamps in the margin), and what lies off the page.
    """
    turns: list[int] = line["turn"]
    upright = max(range(4), key=lambda turn: (turns.count(turn), -turn))
    box = left, bottom, right, top = line["box"]
    height, width = abs(top - bottom), abs(right - left)
    if upright % 2:
        height, width = width, height
    columns = (line[name] for name in ("text", "x", "y", "width", "size", "font", "turn"))
    chars = []
    for text, x, y, advance, size, font, turn in zip(*columns, strict=True):
        if turn == upright and size > 0:
            across, down = _turned(x, y, upright, box)
            wide = advance if upright == 0 else size * (0.5 if text.isascii() else 1.0)
            chars.append(Char(CONTROL.sub("", text) or " ", across, down, wide, size, line["fonts"][font]))
    inside = tuple(char for char in chars if -char.size <= char.x <= width and 0 <= char.y <= height + char.size)
    trusted = len(chars) - len(inside) <= OFF_PAGE * len(chars)
    return Page(number, width, height, inside if trusted else tuple(chars), line["pictures"])


def _turned(x: float, y: float, turn: int, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """Return the place of a character seen upright, counted from the upper left corner of `box`."""
    left, bottom, right, top = box
    return {
        0: (x - left, top - y),
        1: (y - bottom, x - left),
        2: (right - x, y - bottom),
        3: (top - y, right - x),
    }[turn]
