"""A corpus too large to keep everything: what recurs stays, edges have sentences, any partition gives the same."""

import itertools
import random
from pathlib import Path

import pytest

from conceptgraph.config import Config
from conceptgraph.model import ConceptGraph
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.write.json_graph import to_json
from conceptgraph.write.report import to_report

PLACES = ("河口", "山村", "老街", "夜市", "渔港", "茶场", "矿区", "校园")
FRAMES = (
    "{place}的合作社公开账本促进成员信任，成员信任降低监督成本。",
    "{place}的水权交易包括买方和卖方，水权交易依赖测量数据。",
    "旅游开发导致{place}的租金上涨，租金上涨使手艺人离开。",
    "{place}的研究者认为，公共记忆不是个人回忆，而是反复讲述的产物。",
)
SMALL = {"corpus.complete_characters": 500, "corpus.concepts": 30, "corpus.relations": 20, "corpus.pairs": 25}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus")
    for number, (place, frame) in enumerate(itertools.product(PLACES, FRAMES)):
        other = FRAMES[(number * 3 + 1) % len(FRAMES)].format(place=PLACES[number % 5])
        (path / f"t{number:02}.txt").write_text(f"{place}调查\n\n{frame.format(place=place)}{other}", encoding="utf-8")
    return path


def graph_of(folder: Path, **further: object) -> ConceptGraph:
    values = {**SMALL, **{name.replace("__", "."): value for name, value in further.items()}}
    result = run([str(folder)], with_settings(Config(), values, "test"))
    assert not result.failures
    return result.graph


def test_the_graph_keeps_what_recurs_and_says_what_it_leaves_out(folder: Path) -> None:
    graph = graph_of(folder)
    kinds = [edge.relation == "cooccurrence" for edge in graph.edges]
    assert sum(kinds) <= 25
    assert 0 < len(kinds) - sum(kinds) <= 20
    claims = {edge.relation: edge for edge in graph.edges if edge.source == "成员信任" or edge.target == "成员信任"}
    assert claims["promotes"].measures["claims"] > len(claims["promotes"].evidence) == 3
    assert graph.notes["sentences"] > 0
    assert len(graph.documents) == len(PLACES) * len(FRAMES)


def test_every_edge_still_shows_its_sentence(folder: Path) -> None:
    graph = graph_of(folder)
    checked = 0
    for edge in graph.edges:
        assert edge.evidence
        for evidence in edge.evidence:
            texts = [graph.sentences[number].text for number in evidence.sentences]
            if evidence.cue_span:
                span = evidence.cue_span
                assert texts[span.sentence][span.start : span.end] == evidence.cue
                checked += 1
    assert checked > 10
    for concept in graph.concepts:
        assert any(form in graph.sentences[concept.sentences[0]].text for form in (concept.name, *concept.aliases))


def test_ends_that_one_document_names_are_no_concepts(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "only.txt").write_text("紫色风铃导致灰色屋檐的坠落。", encoding="utf-8")
    every = {concept.name for concept in graph_of(tmp_path, corpus__complete_characters=10**6).concepts}
    kept = {concept.name for concept in graph_of(tmp_path, corpus__concepts=12).concepts}
    assert any("屋檐" in name for name in every)
    assert not any("屋檐" in name for name in kept)


def test_any_partition_of_a_corpus_gives_the_same_bytes(folder: Path) -> None:
    chance = random.Random(3)
    sizes = [1, 10_000, *(chance.randint(50, 900) for _ in range(3))]
    jobs = [1, 1, 1, 2, 3]
    graphs = {
        to_json(graph_of(folder, work__jobs=number, work__batch_characters=size))
        for number, size in zip(jobs, sizes, strict=True)
    }
    assert len(graphs) == 1


def test_the_report_counts_the_whole_corpus(folder: Path) -> None:
    config = with_settings(Config(), SMALL, "test")
    said = to_report(run([str(folder)], config), config, "en").decode()
    whole = to_report(run([str(folder)], Config()), Config(), "en").decode()
    figures = "32 documents, "
    assert said[said.index(figures) :].splitlines()[0] == whole[whole.index(figures) :].splitlines()[0]
    assert "sentences read and not quoted" in said
