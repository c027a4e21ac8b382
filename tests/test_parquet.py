"""The evidence tables, read by programs that we did not write, and the queries that the documents promise."""

import re
from pathlib import Path

import pytest

from conceptgraph.config import Config
from conceptgraph.errors import OutputError
from conceptgraph.model import ConceptGraph
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.write import ON_REQUEST, TABLES, WRITERS, build_writers
from conceptgraph.write.parquet_tables import sentences_parquet
from sample_graphs import EMPTY

duckdb = pytest.importorskip("duckdb", reason="needs DuckDB")
pyarrow = pytest.importorskip("pyarrow", reason="needs the extra parquet")

QUERIES = re.findall(
    r"```sql\n(.*?)```", (Path(__file__).parent.parent / "docs" / "tables.md").read_text("utf-8"), re.S
)
ROWS = (
    "id,title,text,year",
    "a,公开账本,公开账本促进成员信任。手艺人离开老街。,1998",
    "b,成员信任,公开账本并没有促进成员信任。,2004",
    "c,信任的来源,公开账本促进成员信任，成员信任降低监督成本。,2004",
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> ConceptGraph:
    path = tmp_path_factory.mktemp("table") / "papers.csv"
    path.write_text("\n".join(ROWS), encoding="utf-8")
    return run([str(path)], Config()).graph


@pytest.fixture
def tables(graph: ConceptGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from conceptgraph.model import Result

    for name in TABLES:
        (tmp_path / name).write_bytes(ON_REQUEST[name](Result(graph), Config(), "en"))
    (tmp_path / "years.csv").write_bytes(WRITERS["years.csv"](Result(graph), Config(), "en"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_tables_hold_the_evidence_of_the_graph(graph: ConceptGraph, tables: Path) -> None:
    counts = {name: duckdb.sql(f"SELECT count(*) FROM '{name}'").fetchall()[0][0] for name in TABLES}
    assert counts == {
        "sentences.parquet": len(graph.sentences),
        "mentions.parquet": sum(len(concept.sentences) for concept in graph.concepts),
        "relations.parquet": sum(len(e.evidence) for e in graph.edges if e.relation != "cooccurrence"),
    }
    said = duckdb.sql("SELECT cue, text FROM 'relations.parquet' JOIN 'sentences.parquet' USING (sentence)").fetchall()
    assert said
    assert all(cue in text for cue, text in said)


def test_the_documented_queries_answer(tables: Path) -> None:
    years, carriers, disputed, trends = (duckdb.sql(query).fetchall() for query in QUERIES[:4])
    assert ("成员信任", 1998, 1, 1998) in years
    assert ("成员信任", 2004, 2, 1998) in years
    assert {(row[0], row[2], row[3]) for row in carriers} >= {
        ("公开账本", "成员信任", "a"),
        ("公开账本", "成员信任", "c"),
    }
    assert ("公开账本", "promotes", "成员信任", 2, 1) in disputed
    assert trends[0][0] in ("公开账本", "成员信任")  # both in all three
    assert ("公开账本", 1998, 1, 1.0, 0.0) in trends
    assert ("监督成本", 2004, 1, 0.5, 0.0) in trends
    assert ("公开账本", 2004, 2, 1.0, 0.0) in trends


def test_an_empty_graph_gives_empty_tables() -> None:
    import io

    import pyarrow.parquet

    assert pyarrow.parquet.read_table(io.BytesIO(sentences_parquet(EMPTY.graph))).num_rows == 0


def test_a_missing_package_is_named_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conceptgraph.write.parquet_tables.find_spec", lambda name: None)
    with pytest.raises(OutputError, match=r"conceptgraph\[parquet\]"):
        build_writers(with_settings(Config(), {"write.also": "parquet"}, "test"))
