"""Laws that hold for whatever hypothesis can think of: cleaning, reading, decoding, writing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import exports
import hostile
from conceptgraph.characters import simplify
from conceptgraph.clean import clean
from conceptgraph.config import Config
from conceptgraph.errors import InputError
from conceptgraph.model import (
    CleanDocument,
    Concept,
    ConceptGraph,
    Document,
    Edge,
    Evidence,
    GraphChain,
    GraphDocument,
    GraphSentence,
    Result,
    Span,
)
from conceptgraph.read import read
from conceptgraph.read.decode import decode
from conceptgraph.read.formats import READERS
from conceptgraph.sentences import split_sentences
from conceptgraph.write import ON_REQUEST, PICTURES, TABLES, WRITERS
from conceptgraph.write.json_graph import read_json, to_json

CONFIG = Config()
LIMITS = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
PROSE = [
    "平台把时间变成数据",
    "異化源於私有制",
    *"。，“”「」（） 　\n\x00\u200b①²",
    "[1]",
    "［２］",
    "ＡＢ１",
    "digital labour",
    "3.5%",
]
PIECES = [
    *PROSE,
    *(
        "\n\n",
        "\f",
        "\t",
        "（劉某，2014：45）",
        "一、",
        "（一）",
        "1.1 ",
        "# ",
        "> ",
        "- ",
        "| a | b |\n",
        "```\n",
        "**",
    ),
    *("[a](b)", "摘　要：", "关键词：", "参考文献\n", "...", "……", "\ufffd", "😀", "数(shù)字", "$x_1$", "---\n"),
]
texts = some.lists(some.one_of(some.sampled_from(PIECES), some.text(max_size=5)), max_size=60).map("".join)
paths = some.sampled_from(["a.txt", "a.md"])


def cleaned(text: str, path: str) -> CleanDocument:
    return clean(Document("a", "", path, text), CONFIG.clean)


@given(texts, paths)
@LIMITS
def test_cleaning_accounts_for_every_character(text: str, path: str) -> None:
    result = cleaned(text, path)
    kept = [at for block in result.blocks for at in block.offsets]
    gone = [at for piece in result.dropped for at in range(piece.start, piece.end)]
    assert sorted(kept + gone) == list(range(len(text)))
    blanks = "".join(text[piece.start : piece.end] for piece in result.dropped if piece.reason == "space")
    assert not blanks.strip(), "only blanks go without a reason"
    left = set(gone)
    for sentence in split_sentences(result):
        places = [at for at in range(sentence.start, sentence.end) if at not in left]
        assert "".join(result.folds.get(at, text[at]) for at in places) == sentence.text


@given(some.lists(some.sampled_from(PROSE), max_size=30).map("".join))
@LIMITS
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = [block.text for block in cleaned(f"平台创造价值{text}，数据变成商品。", "a.txt").blocks]
    twice = [block.text for prose in once for block in cleaned(prose, "a.txt").blocks]
    assert twice == once


@given(texts)
@LIMITS
def test_simplifying_keeps_places_and_is_done_once(text: str) -> None:
    plain = simplify(text)
    assert len(plain) == len(text)
    assert simplify(plain) == plain
    assert [sign for sign in text if sign < "\u3400"] == [sign for sign in plain if sign < "\u3400"]


@given(texts, some.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
@LIMITS
def test_what_is_encoded_is_decoded(text: str, encoding: str) -> None:
    """A mark or the text itself tells the encoding; what is too short or odd is refused, never read wrong."""
    plain = hostile.SHORT * 2 + text.replace("\x00", "")
    decoded = decode(plain.encode(encoding, "ignore"), "auto", "a.txt")
    expected = plain.encode(encoding, "ignore").decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    assert decoded.text.removeprefix("\ufeff") == expected.removeprefix("\ufeff")


IN_PROCESS = sorted(ending for ending in READERS if ending != ".pdf")
SEEDS = [hostile.PROSE.encode(), hostile.docx(), hostile.epub(), exports.sheet(exports.PAPERS)]
SEEDS += [make(exports.PAPERS[:2]).encode("gb18030", "ignore") for make in exports.EXPORTS.values()]
damages = some.tuples(some.sampled_from(SEEDS), some.integers(0, 2**32)).map(
    lambda pair: hostile.damage(pair[0], hostile.random.Random(pair[1]))
)


@given(some.one_of(some.binary(max_size=300), damages), some.sampled_from(IN_PROCESS))
@LIMITS
def test_a_reader_gives_documents_or_says_why_not(tmp_path_factory: Any, content: bytes, ending: str) -> None:
    path = tmp_path_factory.mktemp("any") / f"file{ending}"
    path.write_bytes(content)
    reading = read([str(path)], CONFIG.read)
    assert reading.documents or reading.failures
    assert all(
        isinstance(failure.error, InputError) and path.name in str(failure.error) for failure in reading.failures
    )
    for document in reading.documents:
        document.text.encode()  # no lone surrogates


# --- writers ------------------------------------------------------------------------------------------------

words = some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@some.composite
def graphs(draw: Callable[[Any], Any]) -> ConceptGraph:
    """Return the sample's graph, cut down to a few concepts, every text of which is arbitrary."""
    names = draw(some.lists(words, min_size=2, max_size=4, unique=True))
    said = GraphSentence(0, "d", draw(words), 0, 3, "body", draw(words), 0, 1, (draw(words),))
    places = {"x": 1.5, "y": -2.0, "font": 14.0}
    concepts = tuple(
        Concept(f"n{n}", name, (draw(words),), "concept", 1, 1, 0.5, 0, True, places, (0,))
        for n, name in enumerate(names)
    )
    proof = Evidence((0,), Span(0, 0, 1), Span(0, 0, 1), Span(0, 0, 1), draw(words), "rule", draw(words))
    measures = {"count": 2.0, "jaccard": 0.5, "npmi": 0.1, "g2": 1.0, "p": 0.5, "association": 1.0}
    ends = (names[0], names[1])
    edge = Edge("e0", *ends, "causes", True, True, 1.0, False, (proof.speaker,), 1.0, (proof,))
    pair = Edge("e1", *ends, "cooccurrence", False, True, 2.0, False, (None,), 1.0, (Evidence((0,)),), measures)
    facts = (draw(words), draw(words), (draw(words),), 2020, draw(words), (draw(words),))
    document = GraphDocument("d", *facts, tuple(names))
    return ConceptGraph(
        (document,), (said,), concepts, (edge, pair), (GraphChain(ends, ("causes",), (0,), "attested"),)
    )


@given(graphs())
@LIMITS
def test_graph_json_gives_the_graph_back(tmp_path_factory: Any, graph: ConceptGraph) -> None:
    path: Path = tmp_path_factory.mktemp("any") / "graph.json"
    path.write_bytes(to_json(graph))
    assert read_json(path) == graph


def in_xml(text: str) -> str:
    """Return what XML can hold of a text."""
    return "".join(sign for sign in text if sign in "\t\n\r" or " " <= sign not in ("\x7f", "\ufffe", "\uffff"))


@given(graphs())
@LIMITS
def test_names_come_back_from_every_format(graph: ConceptGraph) -> None:
    config = replace(CONFIG, write=replace(CONFIG.write, csv_safe=False))
    names = [concept.name for concept in graph.concepts]

    def made(name: str) -> bytes:
        return (WRITERS | ON_REQUEST)[name](Result(graph), config, "en")

    for name in sorted((WRITERS | ON_REQUEST).keys() - PICTURES - TABLES):
        made(name).decode("utf-8")
    for name in sorted(TABLES):
        assert made(name).startswith(b"PAR1")
    for name in ("graph.graphml", "graph.gexf"):
        tree = ElementTree.fromstring(made(name))
        assert len([each for each in tree.iter() if each.tag.endswith("}node")]) == len(names)
    table = list(csv.DictReader(io.StringIO(made("concepts.csv").decode("utf-8-sig"), newline="")))
    assert [in_xml(row["name"]).split() for row in table] == [in_xml(name).split() for name in names]
    page = made("graph.html").decode()
    data = page.split('type="application/json"', 1)[1].partition(">")[2].partition("</script>")[0]
    assert json.loads(data)
    assert json.loads(made("run.json"))["counts"]["concepts"] == len(names)


@given(graphs())
@LIMITS
def test_no_cell_of_a_table_is_a_formula(graph: ConceptGraph) -> None:
    for name in ("concepts.csv", "relations.csv", "chains.csv", "gephi-nodes.csv"):
        text = (WRITERS | ON_REQUEST)[name](Result(graph), CONFIG, "en").decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                try:
                    float(cell)
                except ValueError:
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
