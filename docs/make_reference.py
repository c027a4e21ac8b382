"""Write the reference pages that come from the code: docs/commands.md and docs/settings.md (``make docs``)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from conceptgraph.cli import COMMANDS
from conceptgraph.config import Config
from conceptgraph.settings import SettingRow, describe

FOLDER = Path(__file__).parent
NOTE = "<!-- made by `make docs`; edit the words in src/conceptgraph/locale/ and the settings in config/ -->"
COLUMNS = "100"  # width of the help pages


def help_page(command: tuple[str, ...], language: str) -> str:
    """Return what ``conceptgraph COMMAND --help`` prints in `language`."""
    call = [sys.executable, "-m", "conceptgraph", *command, "--help", "--lang", language]
    environment = {**os.environ, "COLUMNS": COLUMNS, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(call, capture_output=True, check=True, encoding="utf-8", env=environment).stdout


def commands_page() -> str:
    """Return the help of every command, in English and Chinese."""
    parts = ["# Commands 命令", NOTE]
    for command in ((), *((name,) for name in COMMANDS)):
        parts.append(f"## {' '.join(('conceptgraph', *command))}")
        parts += [f"```text\n{help_page(command, language).strip()}\n```" for language in ("en", "zh")]
    return "\n\n".join(parts) + "\n"


def settings_page() -> str:
    """Return a table of settings for each stage."""
    parts = [
        "# Settings 设置",
        NOTE,
        "Set one by `--set stage.key=value` or in `conceptgraph.toml`; `conceptgraph config` prints them with the "
        "values in force.\n用 `--set stage.key=value` 或 `conceptgraph.toml` 修改。",
    ]
    for stage, rows in groupby(describe(Config()), key=lambda row: row.name.split(".")[0]):
        parts += [f"## {stage}", "\n".join(settings_table(rows))]
    return "\n\n".join(parts) + "\n"


def settings_table(rows: Iterator[SettingRow]) -> Iterator[str]:
    """Yield the lines of one table."""
    yield "| setting | default | unit, range | meaning | source of the default |"
    yield "|---|---|---|---|---|"
    for row in rows:
        allowed = ", ".join(filter(None, (row.unit, row.allowed)))
        default = f"`{row.default}`" if row.default != "" else ""
        cells = (f"`{row.name}`", default, allowed, f"{row.en} · {row.zh}", row.source)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


PAGES = {"commands.md": commands_page, "settings.md": settings_page}

if __name__ == "__main__":
    for name, make_page in PAGES.items():
        (FOLDER / name).write_text(make_page(), encoding="utf-8")
