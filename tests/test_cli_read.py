"""`conceptgraph read`: what was understood, for people and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import exports
from conceptgraph.messages import LANGUAGES, catalogue

PAPER = """等待的时间由谁支付
何以安
（河西大学 哲学系，河西 100000）
摘　要：平台把等待时间变成没有报酬的劳动。
关键词：等待时间；评分制度
一、问题的由来
　　平台把等待时间变成数据[1]，数据变成商品①。评分制度使骑手依赖平台。
（一）等待
　　等待不是空白。
参考文献
[1]林知远.评分[J].南山学刊,2019(1):1-9.
"""

Call = Callable[..., Any]  # the fixture of conftest.py


def test_a_paper_is_shown_as_it_was_understood(call: Call) -> None:
    Path("论文.txt").write_bytes(PAPER.encode("gb18030"))
    said = call("read", "论文.txt")
    assert (said.code, said.err) == (0, "")
    lines = [line.strip() for line in said.out.splitlines()]
    for line in (
        "论文.txt",
        "title       等待的时间由谁支付",
        "authors     何以安",
        "keywords    等待时间, 评分制度",
        "section     一、问题的由来 (2)",
        "（一）等待 (1)",
        "citations   2 ([1] ①)",
        "sample      平台把等待时间变成没有报酬的劳动。",
    ):
        assert line in lines
    assert "encoding    gb18030, guessed with a margin of" in said.out
    assert "references:" in said.out
    assert "[1]林知远.评分[J].南山学刊" in said.out


def test_programs_get_everything_and_every_character_is_accounted_for(call: Call) -> None:
    Path("论文.txt").write_text(PAPER, encoding="utf-8")
    said = call("read", "论文.txt", "无.txt", "--format", "json")
    assert said.code == 1
    record = json.loads(said.out)
    assert (record["format"], record["version"]) == ("conceptgraph-read", 1)
    (document,) = record["documents"]
    assert (document["title"], document["authors"], document["year"]) == ("等待的时间由谁支付", ["何以安"], None)
    assert document["sections"][1] == {"title": "（一）等待", "depth": 1, "sentences": 1}
    assert document["sentences_by_kind"] == {"abstract": 1, "body": 3, "heading": 2, "title": 1}
    assert document["citations"] == ["[1]", "①"]
    left = sum(each["characters"] for each in document["dropped"])
    assert left + document["characters"] == len(PAPER)
    assert [failure["key"] for failure in record["failures"]] == ["input_missing"]


def test_a_list_is_counted_and_its_first_records_are_shown(call: Call) -> None:
    Path("题录.net").write_text(exports.noteexpress_cnki(exports.PAPERS * 2), encoding="utf-8")
    said = call("read", "题录.net", "--top", "2", "--lang", "zh")
    assert said.code == 0
    assert "NoteExpress" in said.out
    assert "共 6 篇，其中有题名 6，作者 6，年份 6，关键词 6，摘要 6" in said.out
    assert said.out.count("题名        ") == 2


def test_nothing_read_is_code_2(call: Call) -> None:
    Path("a.caj").write_bytes(b"CAJ\x00")
    said = call("read", "a.caj")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert json.loads(call("read", "a.caj", "--format", "json").out)["documents"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(language: str) -> None:
    """Reasons are the kinds of paragraphs that are no prose, and what cleaning and reading give as a reason."""
    package = Path(__file__).parent.parent / "src" / "conceptgraph"
    sources = "".join(path.read_text(encoding="utf-8") for path in (package / "clean").glob("*.py"))
    reasons = set(re.findall(r'Dropped\([^"\n]+"([a-z ]+)"\)', sources))
    reasons |= set(re.findall(r'take\([^\n]+"([a-z ]+)"\)', sources)) | set(
        re.findall(r'reason = "([a-z ]+)"', sources)
    )
    assert len(reasons) > 4
    missing = {reason for reason in reasons if "reason_" + reason.replace(" ", "_") not in catalogue(language)}
    assert missing == set()
