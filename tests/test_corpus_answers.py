"""Which documents of a corpus carry a concept or a relation, and in which years: the same however it is counted."""

import csv
import io
import itertools
import json
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from conceptgraph.config import Config
from conceptgraph.graph.carriers import add_years, carried_most
from conceptgraph.model import ConceptGraph, Edge, Result
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.write import WRITERS
from conceptgraph.write.json_graph import read_json, to_json
from conceptgraph.write.report import to_report
from sample_graphs import sample_result
from test_corpus import FRAMES, PLACES

CONDENSED = {"corpus.complete_characters": 500}  # as a large corpus is, but with everything that is found
SMALL = {**CONDENSED, "corpus.concepts": 30, "corpus.relations": 20, "corpus.pairs": 25}


def rows() -> list[tuple[str, str, str, str]]:
    """Return the small corpus as rows of id, title, text, year; some have no year, some say a thing several times."""
    found = []
    for number, (place, frame) in enumerate(itertools.product(PLACES, FRAMES)):
        text = "".join(frame.format(place=PLACES[(number + more) % 8]) for more in range(1 + number % 3))
        other = FRAMES[(number * 3 + 1) % len(FRAMES)].format(place=PLACES[number % 5])
        found.append((f"t{number:02}", f"{place}调查", text + other, "" if number % 7 == 0 else f"{1998 + number % 6}"))
    return found


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answers") / "papers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "title", "text", "year"), *rows()])
    return path


@pytest.fixture(scope="module")
def graph(table: Path) -> ConceptGraph:
    return run([str(table)], Config()).graph


@pytest.fixture(scope="module")
def condensed(table: Path) -> ConceptGraph:
    return run([str(table)], with_settings(Config(), CONDENSED, "test")).graph


def claims(graph: ConceptGraph) -> dict[tuple[str, str, str], Edge]:
    return {(e.source, e.relation, e.target): e for e in graph.edges if e.relation != "cooccurrence"}


def spread(edge: Edge) -> list[float | None]:
    return [edge.measures.get(name) for name in ("documents", "first_year", "last_year")]


def test_carriers_and_years_follow_from_the_sentences(graph: ConceptGraph) -> None:
    year_of = {document.id: document.year for document in graph.documents}
    assert None in year_of.values()
    for concept in graph.concepts:
        where = {graph.sentences[number].document for number in concept.sentences}
        assert len(where) == concept.documents
        assert {document for document, _ in concept.carriers} <= where
        assert len(concept.carriers) == min(len(where), Config().corpus.carriers)
        assert list(concept.carriers) == sorted(concept.carriers, key=lambda each: (-each[1], each[0]))
        if len(where) <= Config().corpus.carriers:
            assert sum(mentions for _, mentions in concept.carriers) == concept.frequency
        years = Counter(year for document in where if (year := year_of[document]))
        assert concept.years == tuple(sorted(years.items()))
    assert len({mentions for concept in graph.concepts for _, mentions in concept.carriers}) > 2


def test_relations_say_how_many_documents_claim_them_and_since_when(graph: ConceptGraph) -> None:
    year_of = {document.id: document.year for document in graph.documents}
    for edge in claims(graph).values():
        where = {graph.sentences[each.sentences[0]].document for each in edge.evidence}
        years = [year for document in where if (year := year_of[document])]
        assert spread(edge) == [len(where), min(years, default=None), max(years, default=None)]
    assert max(edge.measures["documents"] for edge in claims(graph).values()) > 5
    assert not any("documents" in edge.measures for edge in graph.edges if edge.relation == "cooccurrence")


def test_a_large_corpus_gives_the_same_answers(graph: ConceptGraph, condensed: ConceptGraph) -> None:
    whole = {concept.name: (concept.carriers, concept.years) for concept in graph.concepts}
    counted = {concept.name: (concept.carriers, concept.years) for concept in condensed.concepts}
    assert len(counted) > 20
    assert counted == {name: whole[name] for name in counted}
    claimed = claims(graph)
    assert len(claims(condensed)) > 10
    for key, edge in claims(condensed).items():
        assert spread(edge) == spread(claimed[key])


def test_a_large_corpus_quotes_the_documents_that_carry_a_concept(condensed: ConceptGraph) -> None:
    for concept in condensed.concepts:
        quoted = Counter(condensed.sentences[number].document for number in concept.sentences)
        assert len(concept.sentences) <= 3
        assert quoted.keys() == {document for document, _ in concept.carriers[:3]}
        assert len(quoted) == min(3, concept.documents)


def test_any_partition_gives_the_same_answers(table: Path) -> None:
    settings = [(1, 1), (10_000, 1), (300, 2), (170, 1)]
    graphs = {
        to_json(
            run(
                [str(table)],
                with_settings(Config(), {**SMALL, "work.batch_characters": size, "work.jobs": jobs}, "test"),
            ).graph
        )
        for size, jobs in settings
    }
    assert len(graphs) == 1
    assert b'"carriers":[["' in graphs.pop()


def test_the_best_of_parts_are_the_best_of_all() -> None:
    chance = random.Random(7)
    carriers = [(f"d{number}", chance.randint(1, 9), (number,)) for number in range(60)]
    years = [((chance.randint(1990, 1999), 1),) for _ in carriers]
    for _ in range(20):
        cuts = sorted(chance.sample(range(len(carriers)), 4))
        parts = [carriers[a:b] for a, b in itertools.pairwise([0, *cuts, len(carriers)])]
        chance.shuffle(parts)
        assert carried_most((each for part in parts for each in carried_most(part, 4)), 4) == carried_most(carriers, 4)
        assert add_years([add_years(years[: cuts[0]]), add_years(years[cuts[0] :])]) == add_years(years)


def test_documents_that_carry_are_named_where_not_all_are(table: Path) -> None:
    few = {**SMALL, "corpus.documents": 1, "corpus.evidence": 1, "corpus.chains": 0, "corpus.carriers": 3}
    graph = run([str(table)], with_settings(Config(), few, "test")).graph
    named = {document.id for document in graph.documents}
    assert {document for concept in graph.concepts for document, _ in concept.carriers} <= named
    quoted = {sentence.document for sentence in graph.sentences}
    assert named > quoted


def test_the_file_gives_back_what_was_counted(graph: ConceptGraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(to_json(graph))
    assert read_json(path) == graph
    content = json.loads(path.read_text("utf-8"))
    assert [[*each] for each in graph.years] == content["years"]
    assert [[*each] for each in graph.concepts[0].years] == content["concepts"][0]["years"]
    for concept in content["concepts"]:
        concept.pop("carriers", None)
        concept.pop("years", None)
    path.write_text(json.dumps(content), "utf-8")
    assert {concept.carriers + concept.years for concept in read_json(path).concepts} == {()}


def cells(name: str, graph: ConceptGraph) -> list[dict[str, str]]:
    content = WRITERS[name](Result(graph), Config(), "en").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


@pytest.mark.parametrize("kind", ["graph", "condensed"])
def test_the_tables_say_documents_and_years(kind: str, request: pytest.FixtureRequest) -> None:
    graph: ConceptGraph = request.getfixturevalue(kind)
    concepts = {row["name"]: row for row in cells("concepts.csv", graph)}
    for concept in graph.concepts:
        years = [str(year) for year, _ in concept.years]
        row = concepts[concept.name]
        assert (row["first_year"], row["last_year"]) == ((years[0], years[-1]) if years else ("", ""))
    assert {row["first_year"] for row in concepts.values()} >= {"1998", "1999"}
    edges = {edge.id: edge for edge in claims(graph).values()}
    for row in cells("relations.csv", graph):
        said = [row[name] for name in ("documents", "first_year", "last_year")]
        assert said == ["" if value is None else f"{value:.0f}" for value in spread(edges[row["edge"]])]


def test_the_years_are_a_table_with_all_documents_of_each(condensed: ConceptGraph) -> None:
    every = Counter(int(year) for *_, year in rows() if year)
    assert condensed.years == tuple(sorted(every.items()))
    table = cells("years.csv", condensed)
    assert len(table) == sum(len(concept.years) for concept in condensed.concepts)
    assert all(int(row["documents"]) <= every[int(row["year"])] for row in table)
    assert {int(row["year"]): int(row["documents_of_year"]) for row in table} == every


@pytest.mark.parametrize("kind", ["graph", "condensed"])
def test_the_report_names_the_documents(kind: str, request: pytest.FixtureRequest) -> None:
    graph: ConceptGraph = request.getfixturevalue(kind)
    report = to_report(Result(graph), Config(), "zh").decode()
    (name, count), *_ = graph.concepts[0].carriers
    document = next(document for document in graph.documents if document.id == name)
    line = next(line for line in report.splitlines() if line.startswith(f"- **{graph.concepts[0].name}**："))
    assert f"见于 {graph.concepts[0].documents} 篇，1998–2003 年；提及最多的是{document.title}（" in line
    assert f"{count} 次）" in line
    assert line.count("次）") == 3
    edge = max(claims(graph).values(), key=lambda edge: edge.measures["documents"])
    said = next(line for line in report.splitlines() if f"{edge.source} —" in line and f"→ {edge.target}**" in line)
    assert said.endswith(f"——见于 {edge.measures['documents']:.0f} 篇，最早在 {edge.measures['first_year']:.0f} 年")
    assert "documents: " in to_report(Result(graph), Config(), "en").decode()


@pytest.mark.parametrize("kind", ["graph", "condensed"])
def test_the_report_of_a_corpus_is_not_named_after_its_first_document(
    kind: str, request: pytest.FixtureRequest
) -> None:
    graph: ConceptGraph = request.getfixturevalue(kind)
    count = len(graph.documents) + graph.notes.get("documents", 0)
    assert to_report(Result(graph), Config(), "zh").decode().splitlines()[0] == f"# 概念图谱：{count} 篇文献"
    one = replace(graph, documents=graph.documents[:1], notes={})
    assert to_report(Result(one), Config(), "zh").decode().splitlines()[0] == f"# 概念图谱：{one.documents[0].title}"


def test_gexf_spells_the_years_of_a_large_corpus(condensed: ConceptGraph) -> None:
    content = WRITERS["graph.gexf"](Result(condensed), Config(), "en").decode()
    concept = next(each for each in condensed.concepts if len(each.sentences) < each.documents)
    node = content[content.index(f'<node id="{concept.id}"') :].partition("</node>")[0]
    assert f'<spell start="{concept.years[0][0]}" end="{concept.years[-1][0]}"/>' in node
    edge = next(edge for edge in claims(condensed).values() if edge.measures["documents"] > 2)
    line = content[content.index(f'<edge id="{edge.id}"') :].partition("</edge>")[0]
    assert f'<spell start="{edge.measures["first_year"]:.0f}" end="{edge.measures["last_year"]:.0f}"/>' in line


def test_a_single_text_says_nothing_of_documents() -> None:
    said = to_json(sample_result().graph)
    assert not any(field in said for field in (b'"carriers"', b'"years"', b'"first_year"'))
    assert not any("documents" in edge.measures for edge in sample_result().graph.edges)
    assert WRITERS["years.csv"](sample_result(), Config(), "en") == b""
    assert {row["documents"] for row in cells("relations.csv", sample_result().graph)} == {"1"}
