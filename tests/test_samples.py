"""Laws that hold for every text of ours: what the stages say of a text is true of the text."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from conceptgraph.clean import clean
from conceptgraph.config import Config
from conceptgraph.model import CleanDocument, ConceptGraph, Sentence
from conceptgraph.pipeline import run
from conceptgraph.read import read
from conceptgraph.sentences import split_sentences

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "eval" / "gold").glob("*.json"))
TEXTS = {path.stem: json.loads(path.read_text(encoding="utf-8"))["text"] for path in GOLD}
CONFIG = Config()
LABEL = "摘要:"  # of an abstract; it is no part of its first sentence
each_text = pytest.mark.parametrize("name", TEXTS)


def each_text_but(name: str, flaw: str) -> pytest.MarkDecorator:
    """Return the parameters of `each_text` with one text that is known to fail, and why."""
    known = pytest.param(name, marks=pytest.mark.xfail(reason=flaw, strict=True))
    return pytest.mark.parametrize("name", [known if each == name else each for each in TEXTS])


@cache
def cleaned(name: str) -> CleanDocument:
    return clean(read([str(ROOT / TEXTS[name])], CONFIG.read).documents[0], CONFIG.clean)


@cache
def sentences(name: str) -> tuple[Sentence, ...]:
    return split_sentences(cleaned(name))


@cache
def graph(name: str) -> ConceptGraph:
    return run([str(ROOT / TEXTS[name])], CONFIG).graph


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_shows_what_the_sample_gives(readme: str) -> None:
    said = (ROOT / readme).read_text(encoding="utf-8")
    sentence = re.search("“(评分制度使[^”。]+)", said)
    names = re.search(r"\S+(?: → [^\s.。]+){2,}", said)
    assert sentence
    assert names
    shown = graph("digital-labour")
    (chain,) = [each for each in shown.chains if names[0].split("：")[-1] == " → ".join(each.concepts)]
    assert (chain.kind, set(chain.relations)) == ("attested", {"becomes"})
    assert [shown.sentences[number].text for number in chain.evidence] == [f"{sentence[1]}。"]


def restore(document: CleanDocument, start: int, end: int) -> str:
    """Return the raw text without what was dropped and with what was folded: by definition, the sentence."""
    gone = {place for dropped in document.dropped for place in range(dropped.start, dropped.end)}
    raw = document.document.text
    return "".join(document.folds.get(place, raw[place]) for place in range(start, end) if place not in gone)


@each_text
def test_offsets_give_the_sentence_back(name: str) -> None:
    document = cleaned(name)
    assert [each.text for each in sentences(name)] == [
        restore(document, each.start, each.end) for each in sentences(name)
    ]


@each_text
def test_sentences_follow_each_other(name: str) -> None:
    found = sentences(name)
    assert [each.index for each in found] == list(range(len(found)))
    assert all(one.end <= other.start for one, other in pairwise(found))


@each_text
def test_what_was_dropped_is_sorted_and_disjoint(name: str) -> None:
    dropped = cleaned(name).dropped
    assert all(one.end <= other.start for one, other in pairwise(dropped))


@each_text_but("digital-labour", "a running head that stands only twice is read as text")
def test_the_sentences_are_those_that_a_reader_sees(name: str) -> None:
    def plain(text: str) -> str:
        return unicodedata.normalize("NFKC", text).replace(" ", "").removeprefix(LABEL).lower()

    read_by_hand = json.loads((ROOT / "eval" / "gold" / f"{name}.json").read_text(encoding="utf-8"))["sentences"]
    found = "\n".join(plain(each.text) for each in sentences(name))
    assert [text for text in read_by_hand.values() if plain(text) not in found] == []


@each_text
def test_evidence_stands_where_it_says(name: str) -> None:
    built = graph(name)
    texts = {each.id: each.text for each in built.sentences}
    explicit = [edge for edge in built.edges if edge.relation != "cooccurrence"]
    assert explicit
    for edge in explicit:
        for evidence in edge.evidence:
            for span in (evidence.source_span, evidence.target_span, evidence.cue_span):
                assert span is not None
                assert texts[evidence.sentences[span.sentence]][span.start : span.end].strip()


@each_text
def test_a_sentence_names_its_concepts(name: str) -> None:
    built = graph(name)
    texts = {each.id: each.text.lower() for each in built.sentences}
    for concept in built.concepts:
        for number in concept.sentences:
            assert any(form.lower() in texts[number] for form in (concept.name, *concept.aliases)), (
                concept.name,
                number,
            )
