"""The documents say what the program does."""

from __future__ import annotations

import itertools
import re
import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from conceptgraph import __version__, cli
from conceptgraph.config import Config
from conceptgraph.model import Result
from conceptgraph.write import WRITERS
from sample_graphs import sample_result

ROOT = Path(__file__).parent.parent
PAGES = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))["PAGES"]
READMES = ("README.md", "README.zh-CN.md")
FOLDERS = (".", "docs", "data", "eval", "outputs")
DOCUMENTS = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("*.md"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_reference_pages_are_those_of_the_code(name: str) -> None:
    assert read(f"docs/{name}") == PAGES[name](), "run `make docs`"


def test_every_column_of_the_tables_is_explained_in_both_languages() -> None:
    rows = [line.strip("| ").split(" | ") for line in read("docs/tables.md").splitlines() if line.startswith("| `")]
    graph = sample_result().graph
    dated = replace(
        graph, years=((2020, 1),), concepts=tuple(replace(each, years=((2020, 1),)) for each in graph.concepts)
    )
    result = Result(dated)
    for file, table in ((name, WRITERS[name](result, Config(), "en")) for name in WRITERS if name.endswith(".csv")):
        head = next(number for number, row in enumerate(rows) if row[0] == f"`{file}`")
        named: list[str] = []
        for row in itertools.takewhile(lambda row: not row[0].endswith(".csv`"), rows[head + 1 :]):
            named += re.findall(r"`(\w+)`", row[0]) if re.search("[一-鿿]", row[-1]) else []
        columns = table.decode("utf-8-sig").splitlines()[0].split(",")
        assert set(columns) <= set(named), file


@pytest.mark.parametrize("name", READMES)
def test_readmes_name_the_present_version(name: str) -> None:
    assert __version__ in read(name)


def test_both_readmes_have_the_same_parts() -> None:
    english, chinese = map(read, READMES)
    for mark in (
        r"^## ",
        r"^\| `",
        r"^- ",
        r"^    \S",
        r"`[a-z_.]+\.(?:csv|json|html|md|toml|txt)`",
        r"--[a-z][a-z-]+",
    ):
        found = [re.findall(mark, text, re.MULTILINE) for text in (english, chinese)]
        assert sorted(found[0]) == sorted(found[1]), mark


def test_options_in_the_readmes_exist() -> None:
    help_pages = PAGES["commands.md"]()
    options = set(re.findall(r"--[a-z][a-z-]+", read("README.md")))
    assert {option for option in options if option not in help_pages} == set()


@pytest.mark.parametrize("name", READMES)
def test_readmes_show_commands_that_exist(name: str) -> None:
    shown = set(re.findall(r"^    conceptgraph ([a-z]+)", read(name), re.MULTILINE))
    assert {"build", "concepts"} <= shown <= cli.COMMANDS.keys()


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if not link.startswith("http")]
    assert [link for link in links if not (document.parent / link).exists()] == []
