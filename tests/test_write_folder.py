"""The output folder: whole or not at all, never over what is not ours; the tables and the report."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from conceptgraph.config import Config
from conceptgraph.errors import ConfigError, OutputError
from conceptgraph.model import Result
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.write import ON_REQUEST, PICTURES, WRITERS, write_folder
from conceptgraph.write.csv_tables import FORMULA, chains_csv, concepts_csv, pairs_csv, relations_csv
from conceptgraph.write.drawn import drawn_part
from conceptgraph.write.json_graph import read_json, to_json
from conceptgraph.write.picture import check_picture
from conceptgraph.write.report import to_report
from sample_graphs import EMPTY, HOSTILE, hostile_result, sample_result

CONFIG = Config()
ALWAYS = WRITERS.keys() - {"years.csv"}  # that one only where several documents have years


def can_draw() -> bool:
    try:
        check_picture(CONFIG)
    except OutputError:
        return False
    return True


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_build_writes_every_file(tmp_path: Path) -> None:
    write_folder(sample_result(), tmp_path / "a" / "b", CONFIG, "en")
    assert set(contents(tmp_path / "a" / "b")) == ALWAYS
    assert os.listdir(tmp_path / "a") == ["b"]


def test_a_build_also_writes_what_the_setting_asks_for(tmp_path: Path) -> None:
    config = with_settings(CONFIG, {"write.also": "gephi, dot"}, "--set")
    write_folder(sample_result(), tmp_path / "out", config, "en")
    assert set(contents(tmp_path / "out")) == {*ALWAYS, "gephi-nodes.csv", "gephi-edges.csv", "chains.dot"}
    with pytest.raises(ConfigError, match=r"write\.also: docx is not one of gephi, "):
        write_folder(EMPTY, tmp_path / "other", with_settings(CONFIG, {"write.also": "docx"}, "--set"), "en")


def test_an_earlier_output_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_folder(sample_result(), folder, CONFIG, "en")
    (folder / "stale.txt").write_text("old")
    write_folder(EMPTY, folder, CONFIG, "en")
    assert "stale.txt" not in contents(folder)
    assert json.loads((folder / "graph.json").read_text(encoding="utf-8"))["concepts"] == []
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("content", ["notes", '{"format": "other"}', "[]"])
def test_a_folder_of_others_is_not_touched(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "run.json").write_text(content)
    with pytest.raises(OutputError, match="did not write"):
        write_folder(sample_result(), folder, CONFIG, "en")
    assert contents(folder) == {"run.json": content.encode()}


def test_a_file_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    path.write_text("text")
    with pytest.raises(OutputError, match="is a file"):
        write_folder(sample_result(), path, CONFIG, "en")
    assert path.read_text() == "text"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_folder(EMPTY, tmp_path / "empty", CONFIG, "en")
    assert set(contents(tmp_path / "empty")) == ALWAYS


@pytest.mark.filterwarnings("ignore::conceptgraph.errors.ConceptgraphWarning")
@pytest.mark.parametrize("result", [sample_result(), hostile_result(), EMPTY], ids=["sample", "hostile", "empty"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_writer_writes_the_same_bytes_twice(result: Result, language: str) -> None:
    undrawn = set() if can_draw() else PICTURES
    for writer in (writer for name, writer in (WRITERS | ON_REQUEST).items() if name not in undrawn):
        assert writer(result, CONFIG, language) == writer(result, CONFIG, language)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_tables_hold_the_graph() -> None:
    graph = sample_result().graph
    assert [row["name"] for row in rows(concepts_csv(graph, CONFIG.write))] == [
        concept.name for concept in graph.concepts
    ]
    relations = [edge for edge in graph.edges if edge.relation != "cooccurrence"]
    quoted = rows(relations_csv(graph, CONFIG.write))
    assert len(quoted) == sum(len(edge.evidence) for edge in relations)
    assert all(row["cue"] in row["sentence"] for row in quoted)
    pairs = [edge for edge in graph.edges if edge.relation == "cooccurrence"]
    assert [float(row["count"]) for row in rows(pairs_csv(graph, CONFIG.write))] == [
        edge.measures["count"] for edge in pairs
    ]
    assert [row["concepts"] for row in rows(chains_csv(graph, CONFIG.write))] == [
        " → ".join(c.concepts) for c in graph.chains
    ]


def test_no_cell_starts_a_formula() -> None:
    graph = hostile_result().graph
    for table in (concepts_csv, relations_csv, pairs_csv, chains_csv):
        for row in rows(table(graph, CONFIG.write)):
            for cell in row.values():
                assert not cell.startswith(FORMULA) or cell.lstrip("-").replace(".", "").replace("e-", "").isdigit()


def test_graph_json_of_hostile_text_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(to_json(sample_result().graph))
    assert read_json(path) == sample_result().graph


def test_the_report_says_what_the_text_says() -> None:
    graph = sample_result().graph
    report = to_report(sample_result(), CONFIG, "zh").decode()
    assert "关键概念" in report
    for concept in graph.concepts[:10]:
        assert concept.name in report
    chain = max((c for c in graph.chains if c.kind == "attested"), key=lambda c: len(c.concepts))
    assert " → ".join(chain.concepts) in report
    assert "Key concepts" in to_report(sample_result(), CONFIG, "en").decode()


def test_a_chain_that_several_passages_tell_stands_once_in_the_report() -> None:
    graph = sample_result().graph
    chain = max((c for c in graph.chains if c.kind == "attested"), key=lambda c: len(c.concepts))
    other = next(number for number in range(len(graph.sentences)) if number not in chain.evidence)
    again = replace(chain, evidence=(other,), confidence=chain.confidence / 2)
    twice = Result(replace(graph, chains=(*graph.chains, again)))
    report = to_report(twice, CONFIG, "en").decode()
    assert report.count(f"- **{' → '.join(chain.concepts)}**") == 1
    passages = report.partition(f"- **{' → '.join(chain.concepts)}**")[2].partition("- **")[0]
    assert passages.count("  > ") == len(chain.evidence) + 1


def test_a_report_of_almost_nothing_says_so() -> None:
    concept = replace(sample_result().graph.concepts[0], shown=True)
    alone = Result(replace(sample_result().graph, concepts=(concept,), edges=(), chains=()))
    report = to_report(alone, CONFIG, "zh").decode()
    assert "没有一个句子明说两个概念之间的关系。" in report
    assert report.endswith("页面首屏即显示全部 1 个概念和 0 条边。\n")


def test_hostile_text_means_nothing_in_the_report() -> None:
    report = to_report(hostile_result(), CONFIG, "en").decode()
    assert "<img" not in report.replace("\\<img", "")
    assert "[link](" not in report
    assert HOSTILE[0] not in report


def test_graph_files_hold_what_is_drawn_and_tables_hold_all(tmp_path: Path) -> None:
    text = "合作社的账本促进信任。水权交易包括买方和卖方。老街改造导致租金上涨。夜校教师改变村庄。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    config = with_settings(Config(), {"analyze.drawn": 4, "cooccur.min_count": 1}, "test")
    result = run([str(tmp_path / "a.txt")], config)
    names = [concept.name for concept in result.graph.concepts]
    assert len(names) > 4
    assert [concept.name for concept in drawn_part(result.graph).concepts] == names[:4]
    for output, among in (("graph.graphml", 4), ("graph.gexf", 4), ("concepts.csv", len(names))):
        said = WRITERS[output](result, config, "en").decode()
        found = [name for name in names if any(f"{a}{name}{b}" in said for a, b in ("><", '""', ",,"))]
        assert len(found) == among
