"""The whole pipeline: the contract of graph.json, evidence that stands where it says, the same bytes every time."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from conceptgraph.config import Config
from conceptgraph.errors import InputError
from conceptgraph.model import RELATION_TYPES, ConceptGraph
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.write.json_graph import read_json, to_json

TEXTS = {
    "labour": """数字劳动的兴起逻辑

一、数据的商品化

用户的数字劳动产生数据，数据变成数字商品，数字商品又变成数字资本。
数字技术－数字劳动－数字资本是一条链。卡尔·迈尔认为，数字劳动没有摆脱异化。

（一）数字劳动的主体

数字劳动者包括平台用户和外卖骑手。用户的数字劳动创造价值。
数字资本占有平台用户的数据，导致数字劳动的异化（alienation）。数字劳动的异化不是自然现象。
""",
    "school": """学校与阶层流动

学校教育促进阶层流动。文化资本影响学业成就，学业成就影响阶层流动。
文化资本包括语言能力和审美趣味。学校教育依赖公共财政。
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return path


@cache
def graph_of(folder: Path) -> ConceptGraph:
    return run([str(folder)], Config()).graph


def test_the_graph_has_concepts_relations_and_a_chain(folder: Path) -> None:
    graph = graph_of(folder)
    assert {"数字劳动", "平台用户", "数字资本", "学校教育"} <= {concept.name for concept in graph.concepts}
    edges = {(edge.source, edge.target, edge.relation) for edge in graph.edges}
    assert ("数据", "数字商品", "becomes") in edges
    assert ("数字劳动者", "平台用户", "has_part") in edges
    assert ("数字技术", "数字劳动", "数字资本") in {chain.concepts for chain in graph.chains}


def test_who_claims_something_is_a_person_a_work_or_a_doctrine(tmp_path: Path) -> None:
    text = "涂尔干认为社会分工产生团结。唯名论认为社会只是名称。《自杀论》指出失范导致自杀。功能学派主张整体。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    kinds = {concept.name: concept.kind for concept in run([str(tmp_path)], Config()).graph.concepts}
    expected = {"涂尔干": "person", "唯名论": "concept", "自杀论": "work", "功能学派": "concept"}
    assert {name: kinds.get(name) for name in expected} == expected


def test_importance_and_ids_follow_the_order(folder: Path) -> None:
    graph = graph_of(folder)
    values = [concept.importance for concept in graph.concepts]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1
    assert [concept.id for concept in graph.concepts] == [f"n{n}" for n in range(len(values))]
    assert [edge.id for edge in graph.edges] == [f"e{n}" for n in range(len(graph.edges))]
    assert [sentence.id for sentence in graph.sentences] == list(range(len(graph.sentences)))


def test_edges_are_unique_typed_and_between_concepts(folder: Path) -> None:
    graph = graph_of(folder)
    names = {concept.name for concept in graph.concepts}
    keys = [(edge.source, edge.target, edge.relation) for edge in graph.edges]
    assert len(set(keys)) == len(keys)
    for edge in graph.edges:
        assert {edge.source, edge.target} <= names
        assert edge.relation in (*RELATION_TYPES, "cooccurrence")
        assert edge.weight > 0
        assert edge.evidence
        assert edge.negated == all(evidence.negated for evidence in edge.evidence)
        assert set(edge.speakers) == {evidence.speaker for evidence in edge.evidence}


def test_every_cue_stands_at_its_span(folder: Path) -> None:
    graph = graph_of(folder)
    checked = 0
    for edge in graph.edges:
        for evidence in edge.evidence:
            if evidence.cue_span is not None:
                text = graph.sentences[evidence.sentences[evidence.cue_span.sentence]].text
                assert text[evidence.cue_span.start : evidence.cue_span.end] == evidence.cue
                checked += 1
    assert checked > 5


def test_every_mention_counts_towards_its_concept(folder: Path) -> None:
    graph = graph_of(folder)
    for concept in graph.concepts:
        assert concept.frequency >= len(concept.sentences) > 0
        forms = (concept.name, *concept.aliases)
        if concept.frequency > 1:
            assert any(form in graph.sentences[number].text for form in forms for number in concept.sentences)


def test_documents_list_concepts_of_the_graph(folder: Path) -> None:
    graph = graph_of(folder)
    names = {concept.name for concept in graph.concepts}
    for document in graph.documents:
        assert document.concepts
        assert set(document.concepts) <= names


def test_graph_json_reads_back_as_the_same_graph(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(to_json(graph_of(folder)))
    assert read_json(path) == graph_of(folder)


def test_a_concept_deleted_by_hand_takes_its_edges_along(folder: Path, tmp_path: Path) -> None:
    content = json.loads(to_json(graph_of(folder)))
    content["concepts"] = [record for record in content["concepts"] if record["name"] != "数字劳动"]
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    graph = read_json(path)
    assert all("数字劳动" not in (edge.source, edge.target) for edge in graph.edges)
    assert all("数字劳动" not in chain.concepts for chain in graph.chains)


@pytest.mark.parametrize("content", ["{", '{"format": "other"}', '{"format": "conceptgraph", "version": 99}', "[]"])
def test_a_file_that_is_no_graph_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"graph\.json"):
        read_json(path)


def build_bytes(paths: list[str], cwd: Path, **environment: str) -> bytes:
    """Return graph.json of a fresh process."""
    program = (
        "import sys; from conceptgraph.pipeline import run; from conceptgraph.config import Config; "
        "from conceptgraph.write.json_graph import to_json; "
        "sys.stdout.buffer.write(to_json(run(sys.argv[1:], Config()).graph))"
    )
    command = [sys.executable, "-c", program, *paths]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, check=True, capture_output=True).stdout


def test_same_bytes_for_any_hash_seed_locale_and_file_order(folder: Path) -> None:
    one = build_bytes(["labour.txt", "school.txt"], folder, PYTHONHASHSEED="1", LC_ALL="C")
    two = build_bytes(["school.txt", "labour.txt"], folder, PYTHONHASHSEED="77", LC_ALL="C.UTF-8")
    assert one == two


@pytest.mark.parametrize("segmenter", ["rjieba", "jieba"])
def test_both_segmenters_build_the_graph(folder: Path, segmenter: str) -> None:
    config = with_settings(Config(), {"segment.segmenter": segmenter}, "test")
    names = {concept.name for concept in run([str(folder)], config).graph.concepts}
    assert {"数字劳动", "外卖骑手", "文化资本"} <= names


def test_no_readable_document_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="missing"):
        run([str(tmp_path / "missing.txt")], Config())
