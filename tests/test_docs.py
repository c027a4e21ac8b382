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
CHINESE = sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.zh-CN.md"))
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def english_of(chinese: str) -> str:
    return chinese.replace(".zh-CN.md", ".md")


@pytest.mark.parametrize("name", PAGES)
def test_reference_pages_are_those_of_the_code(name: str) -> None:
    assert read(f"docs/{name}") == PAGES[name](), "run `make docs`"


@pytest.mark.parametrize("page", ["docs/tables.md", "docs/tables.zh-CN.md"])
def test_every_column_of_the_tables_is_explained(page: str) -> None:
    rows = [line.strip("| ").split(" | ") for line in read(page).splitlines() if line.startswith("| `")]
    graph = sample_result().graph
    dated = replace(
        graph, years=((2020, 1),), concepts=tuple(replace(each, years=((2020, 1),)) for each in graph.concepts)
    )
    result = Result(dated)
    for file, table in ((name, WRITERS[name](result, Config(), "en")) for name in WRITERS if name.endswith(".csv")):
        head = next(number for number, row in enumerate(rows) if row[0] == f"`{file}`")
        named: list[str] = []
        for row in itertools.takewhile(lambda row: not row[0].endswith(".csv`"), rows[head + 1 :]):
            named += re.findall(r"`(\w+)`", row[0]) if len(row) > 1 and row[1].strip() else []
        columns = table.decode("utf-8-sig").splitlines()[0].split(",")
        assert set(columns) <= set(named), file


@pytest.mark.parametrize("chinese", CHINESE)
def test_both_languages_link_each_other_at_the_head(chinese: str) -> None:
    here, there = Path(chinese).name, Path(english_of(chinese)).name
    assert read(english_of(chinese)).splitlines()[2] == f"[简体中文]({here})"
    assert read(chinese).splitlines()[2] == f"[English]({there})"


@pytest.mark.parametrize("chinese", CHINESE)
def test_chinese_pages_have_the_parts_of_the_english_ones(chinese: str) -> None:
    said = {
        name: {
            "headings": re.findall(r"^#+ ", bare, re.MULTILINE),
            "rows of tables": [re.findall(r"(?<!\\)\|", row) for row in re.findall(r"^\|.*", bare, re.MULTILINE)],
            "items": re.findall(r"^(?:\d+\.|-) ", bare, re.MULTILINE),
            "paragraphs": len(re.findall(r"\n\n(?=[^\s|#])", bare)),
            "commands": re.findall(r"^    (conceptgraph [a-z]+)", bare, re.MULTILINE),
            "links": sorted(link.replace(".zh-CN", "") for link in re.findall(r"\]\(([^)#]+)", bare)),
            "blocks": [re.sub(r" *#.*", "", block) for block in FENCED.findall(read(name))],
        }
        for name, bare in ((name, FENCED.sub("", read(name))) for name in (english_of(chinese), chinese))
    }
    english, translated = said.values()
    assert {part: found for part, found in translated.items() if found != english[part]} == {}


@pytest.mark.parametrize("chinese", CHINESE)
def test_chinese_pages_name_all_that_the_english_ones_name(chinese: str) -> None:
    missing = named_in(read(english_of(chinese))) - named_in(read(chinese))
    assert missing == set()


def named_in(page: str) -> set[str]:
    """Return what a translation keeps: words of code but placeholders, files, endings, formats, programs, figures."""
    bare = re.sub(r"\]\([^)]*\)|^\d+\. ", "", FENCED.sub("", page), flags=re.MULTILINE)
    code = re.sub(r"\b[A-Z]+\b", "", " ".join(re.findall(r"`([^`\n]+)`", bare)))
    return {
        *re.findall(r"--?[a-z][\w-]+|[A-Za-z]\w*(?:[._]\w+)*", code, re.ASCII),
        *re.findall(r"(?<!\w)\.[a-z]{2,6}\b|\b\w+\.[a-z]{2,7}\b", bare, re.ASCII),
        *re.findall(r"\b[A-Z]\w*[A-Z0-9]\w*\b", bare, re.ASCII),
        *(figure.replace(",", "") for figure in re.findall(r"(?<![\w.])\d[\d,]*(?:\.\d+)?", bare, re.ASCII)),
    }


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


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_links_to_a_part_lead_to_its_heading(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]*)#([^)]+)\)", document.read_text(encoding="utf-8"))
    targets = [(document.parent / page if page else document, part) for page, part in links]
    assert [part for page, part in targets if part not in anchors(page)] == []


def anchors(document: Path) -> set[str]:
    """Return the anchors that GitHub gives the headings of a page."""
    text = FENCED.sub("", document.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", ["README.zh-CN.md", *CHINESE])
def test_chinese_pages_lead_to_chinese_ones(document: str) -> None:
    page = ROOT / document
    links = re.findall(r"\]\(([^)#:]+\.md)", "\n".join(read(document).splitlines()[3:]))
    assert [link for link in links if (page.parent / link).with_suffix(".zh-CN.md").exists()] == []
