"""The program starts and works where only it and its own dependencies are installed, from a wheel.

`make test` installs such an environment and names its Python in CONCEPTGRAPH_PLAIN_PYTHON.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "data" / "digital-labour.txt"
PLAIN = os.environ.get("CONCEPTGRAPH_PLAIN_PYTHON", "")
ROUNDS = 9  # paired measurements; their median counts
START_UP_RATIO = 2.5  # of --help and --version, against importing click
HEAVY = {"jieba", "rjieba", "networkx", "pyvis", "IPython", "numpy", "pandas", "scipy", "matplotlib", "rich", "jinja2"}
NEVER = {"IPython", "numpy", "pandas", "scipy", "matplotlib"}

plain = pytest.mark.skipif(not PLAIN, reason="no environment without developers' packages (make test installs it)")


def call(
    python: str, *arguments: str, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a Python in `folder`, without the language and Python settings of this process; return what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        [os.path.abspath(python), *arguments],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**kept, **environment},
        cwd=folder,
    )


def loaded_modules(statement: str) -> set[str]:
    """Return the top-level modules that are loaded after a statement, in a fresh Python."""
    shown = call(sys.executable, "-c", f"{statement}\nimport sys; print(*sys.modules)")
    assert shown.returncode == 0, shown.stderr
    return {name.split(".")[0] for name in shown.stdout.decode().split()}


def test_nothing_heavy_is_loaded_to_start() -> None:
    assert loaded_modules("import conceptgraph.cli") & HEAVY == set()


def test_a_build_never_loads_what_it_does_not_need(tmp_path: Path) -> None:
    arguments = ["build", str(SAMPLE), "-q", "-o", str(tmp_path / "built")]
    statement = (
        f"from conceptgraph.cli import main\ntry: main({arguments})\nexcept SystemExit as end: assert not end.code"
    )
    assert loaded_modules(statement) & NEVER == set()


@plain
def test_the_environment_has_no_developers_packages() -> None:
    listed = json.loads(call(PLAIN, "-m", "pip", "list", "--format=json", "--disable-pip-version-check").stdout)
    assert {row["name"].lower() for row in listed} & {"pytest", "mypy", "ruff", "hatchling", "igraph"} == set()


@plain
@pytest.mark.parametrize("module", ["-m", "script"])
def test_both_ways_to_call_it_answer(module: str) -> None:
    start = ["-m", "conceptgraph"] if module == "-m" else [str(Path(PLAIN).parent.absolute() / "conceptgraph")]
    for argument in ("--version", "--help"):
        shown = call(PLAIN, *start, argument)
        assert (shown.returncode, shown.stderr) == (0, b"")
        assert b"conceptgraph" in shown.stdout


@plain
def test_it_builds_a_text_with_a_chinese_path_on_a_gbk_console(tmp_path: Path) -> None:
    folder = tmp_path / "论文 与 笔记"
    folder.mkdir()
    shutil.copy(SAMPLE, folder / "数字劳动·样例.txt")
    arguments = ("-m", "conceptgraph", "build", "数字劳动·样例.txt", "--lang", "zh")
    built = call(PLAIN, *arguments, folder=folder, PYTHONIOENCODING="gbk")
    assert built.returncode == 0, built.stderr.decode("gbk", "replace")
    assert "数字劳动·样例" in built.stdout.decode("gbk")
    page = folder / "outputs" / "数字劳动·样例" / "graph.html"
    assert "待命劳动" in page.read_text(encoding="utf-8")


@plain
@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_help_costs_little_more_than_click(argument: str) -> None:
    def seconds(*arguments: str) -> float:
        started = time.perf_counter()
        call(PLAIN, *arguments)
        return time.perf_counter() - started

    pairs = [(seconds("-m", "conceptgraph", argument), seconds("-c", "import click")) for _ in range(ROUNDS)]
    assert statistics.median(ours / click for ours, click in pairs) <= START_UP_RATIO
