"""Our own gold is sound: what it says stands in its texts."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conceptgraph.model import RELATION_TYPES

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "eval" / "gold").glob("*.json"))
NOT_TEXT = re.compile(r"\s|［\d+］[\d－]*|\[\^?\d+\]|[①②③]|^(#+|-|\[\^1\]:.*)", re.MULTILINE)
BEFORE = 2  # sentences to which a pronoun or a carried subject may point
LISTED = 3  # sentences after one that announces a list


def load(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def plain(text: str) -> str:
    """Return a text without spaces, marks and the difference between full and half width."""
    return unicodedata.normalize("NFKC", NOT_TEXT.sub("", text)).lower()


def raw_text(gold: dict[str, Any]) -> str:
    """Return the text of a gold file without page numbers, running heads and the note at the foot of a page."""
    lines = (ROOT / gold["text"]).read_text(encoding="utf-8").split("\n")
    furniture = re.compile(r"^　*·.*·$|^临江学院学报|^沈知遥，|^—{4,}$|^① ")
    return plain("\n".join(line for line in lines if not furniture.match(line)))


def forms(gold: dict[str, Any], name: str) -> Iterator[str]:
    for concept in gold["concepts"]:
        if concept["name"] == name:
            yield from map(plain, [name, *concept["aliases"]])


@pytest.fixture(params=FILES, ids=[path.stem for path in FILES])
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    return load(request.param)


def test_there_is_enough_of_it() -> None:
    assert sum(len(load(path)["sentences"]) for path in FILES) >= 300
    assert len({load(path)["doc"].split("-")[0] for path in FILES}) >= 5


def test_its_sentences_stand_in_the_text_in_order(gold: dict[str, Any]) -> None:
    text, position = raw_text(gold), 0
    for number, sentence in gold["sentences"].items():
        position = text.find(plain(sentence), position)
        assert position >= 0, number


def test_names_are_unique_and_written_in_the_text(gold: dict[str, Any]) -> None:
    names = [form for concept in gold["concepts"] for form in (concept["name"], *concept["aliases"])]
    assert sorted(names) == sorted(set(names))
    assert [name for name in names if plain(name) not in raw_text(gold)] == []
    assert {concept["tier"] for concept in gold["concepts"]} <= {1, 2, 3}
    assert {concept["kind"] for concept in gold["concepts"]} <= {"concept", "person", "work"}


def test_relations_name_concepts_that_stand_near_their_cue(gold: dict[str, Any]) -> None:
    numbers = list(gold["sentences"])
    for relation in gold["relations"]:
        assert relation["type"] in RELATION_TYPES, relation
        assert relation["cue"] in gold["sentences"][relation["sent"]], relation
        place = numbers.index(relation["sent"])
        last = place + (LISTED if gold["sentences"][relation["sent"]].endswith("：") else 0)
        near = plain("".join(gold["sentences"][number] for number in numbers[max(0, place - BEFORE) : last + 1]))
        for end in (relation["s"], relation["t"]):
            assert any(form in near for form in forms(gold, end)), (end, relation)


def test_chains_are_lists_of_concepts(gold: dict[str, Any]) -> None:
    names = {concept["name"] for concept in gold["concepts"]}
    for chain in gold["chains"]:
        assert len(chain["nodes"]) >= 3
        assert names.issuperset(chain["nodes"]), chain
        assert gold["sentences"].keys() >= set(chain["sents"])
