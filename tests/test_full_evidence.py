"""evidence.sqlite: all evidence of a large corpus, the same bytes however it is made, and what reads it."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from conceptgraph.backends import Done, Serial
from conceptgraph.backends.tasks import Task
from conceptgraph.config import Config
from conceptgraph.corpus_passes import FoundLeaves
from conceptgraph.errors import InputError, OutputError
from conceptgraph.model import ConceptGraph, Document, Edge, Evidence
from conceptgraph.pipeline import run
from conceptgraph.quote_pass import Quoted, QuotePass, in_order
from conceptgraph.settings import with_settings
from conceptgraph.store import EVIDENCE_FILE, EvidenceWriter, with_full_evidence
from conceptgraph.write.json_graph import read_json, to_json
from conftest import Said
from test_corpus_answers import CONDENSED, rows

TRADITIONAL = [
    ("u1", "合作社的帳本", "馬克思認為，公開賬本促進成員信任。成員信任並沒有降低監督成本。", "2003"),
    ("u2", "帳本再論", "杜亞泉指出，公開賬本促進成員信任，它還降低監督成本。", "2004"),
]
QUERIES = re.findall(
    r"```sql\n(.*?)```", (Path(__file__).parent.parent / "docs" / "tables.md").read_text("utf-8"), re.S
)[4:]
Call = Callable[..., Said]


def write_table(path: Path, texts: list[tuple[str, str, str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "title", "text", "year"), *texts])
    return path


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_table(tmp_path_factory.mktemp("texts") / "papers.csv", [*rows(), *TRADITIONAL])


@pytest.fixture(scope="module")
def complete(table: Path) -> ConceptGraph:
    return run([str(table)], Config()).graph


@pytest.fixture(scope="module")
def condensed(table: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[ConceptGraph, Path]:
    folder = tmp_path_factory.mktemp("condensed")
    return build(table, folder / EVIDENCE_FILE), folder


def build(path: Path, evidence: Path, **further: object) -> ConceptGraph:
    """Build as a large corpus is built, writing its evidence; return the graph."""
    values = {**CONDENSED, **{name.replace("__", "."): value for name, value in further.items()}}
    return run([str(path)], with_settings(Config(), values, "test"), None, evidence).graph


def claims(edge: Edge, graph: ConceptGraph) -> list[tuple[object, ...]]:
    """Return the evidence of an edge without the numbers of sentences."""

    def places(each: Evidence) -> list[tuple[object, ...]]:
        found = [graph.sentences[number] for number in each.sentences]
        return [
            (one.document, one.text, one.section, one.paragraph, one.kind, one.start, one.end, one.page)
            for one in found
        ]

    return [
        (
            places(each),
            (each.source_span, each.target_span, each.cue_span, each.cue, each.rule),
            (each.speaker, each.modality, each.negated, each.confidence),
        )
        for each in edge.evidence
    ]


def stated(graph: ConceptGraph) -> dict[tuple[str, str, str], Edge]:
    return {(e.source, e.relation, e.target): e for e in graph.edges if e.relation != "cooccurrence"}


# --- what it holds ------------------------------------------------------------------------------------------


def test_it_has_exactly_the_claims_that_a_complete_graph_has(
    complete: ConceptGraph, condensed: tuple[ConceptGraph, Path]
) -> None:
    graph, folder = condensed
    everything = stated(complete)
    checked = traditional = 0
    for concept in graph.concepts:
        full = with_full_evidence(graph, folder, [concept])
        for key, edge in stated(full).items():
            if concept.name in (edge.source, edge.target):
                assert claims(edge, full) == claims(everything[key], complete)
                assert len(edge.evidence) == edge.measures["claims"]
                checked += len(edge.evidence) > 3
                traditional += any(each.speaker in ("馬克思", "杜亞泉", "马克思", "杜亚泉") for each in edge.evidence)
    assert checked > 5
    assert traditional


def test_it_has_every_mention_and_only_sentences_that_carry_something(
    complete: ConceptGraph, condensed: tuple[ConceptGraph, Path]
) -> None:
    graph, folder = condensed
    texts: dict[str, set[tuple[str, str]]] = {}
    with closing(sqlite3.connect(folder / EVIDENCE_FILE)) as file:
        for name, document, text in file.execute("SELECT concept, document, text FROM occurrences"):
            texts.setdefault(name, set()).add((document, text))
        times = dict(
            file.execute("SELECT concepts.id, sum(times) FROM mentions JOIN concepts USING (concept) GROUP BY 1")
        )
        bare = """SELECT count(*) FROM sentences WHERE sentence NOT IN (SELECT sentence FROM mentions)
            AND sentence NOT IN (SELECT sentence FROM claims)"""
        assert file.execute(bare).fetchone() == (0,)
        quoted = file.execute("SELECT graph_id, text FROM sentences WHERE graph_id IS NOT NULL").fetchall()
        assert file.execute("SELECT count(*) FROM documents").fetchone() == (len(rows()) + len(TRADITIONAL),)
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert times == {concept.id: concept.frequency for concept in graph.concepts}
    assert dict(quoted) == {sentence.id: sentence.text for sentence in graph.sentences}
    whole = {concept.name: concept for concept in complete.concepts}
    for concept in graph.concepts:
        stands = {(s.document, s.text) for s in (complete.sentences[n] for n in whole[concept.name].sentences)}
        assert texts[concept.name] == stands


def test_the_graph_names_it_and_says_so_again_when_read(condensed: tuple[ConceptGraph, Path], tmp_path: Path) -> None:
    graph, _ = condensed
    (tmp_path / "graph.json").write_bytes(to_json(graph))
    assert json.loads(to_json(graph))["full_evidence"]["file"] == EVIDENCE_FILE
    assert read_json(tmp_path / "graph.json") == graph


def test_the_documented_queries_answer(condensed: tuple[ConceptGraph, Path]) -> None:
    with closing(sqlite3.connect(condensed[1] / EVIDENCE_FILE)) as file:
        said, together, disputed = (file.execute(query).fetchall() for query in QUERIES)
    assert len(said) > 10
    assert {row[2] for row in said} >= {"合作社公开账本", "成员信任"}
    assert together
    assert all("信任" in text for *_, text in together)
    assert ("成员信任", "negates", "监督成本") in {row[:3] for row in disputed}


def test_a_window_may_begin_with_a_sentence_that_mentions_nothing(tmp_path: Path) -> None:
    texts = [
        (f"t{n}", f"{n}", "这一点先说。公开账本促进成员信任。那就够了。成员信任降低监督成本。", "") for n in range(20)
    ]
    path = write_table(tmp_path / "papers.csv", texts)
    for way in ({"cooccur__window": "paragraph"}, {"cooccur__window": "sentences"}):
        graph = build(path, tmp_path / EVIDENCE_FILE, **way)
        pairs = [each for edge in graph.edges if edge.relation == "cooccurrence" for each in edge.evidence]
        assert any(graph.sentences[each.sentences[0]].text == "这一点先说。" for each in pairs)
        with closing(sqlite3.connect(tmp_path / EVIDENCE_FILE)) as file:
            assert ("这一点先说。",) not in file.execute("SELECT text FROM sentences").fetchall()


def test_what_utf8_cannot_hold_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    texts = [f"公开账本促进成员信任\ud83d。成员信任降低第{number}种监督成本。" for number in range(30)]
    lines = [json.dumps({"id": f"t{n}", "title": f"账本\udc00{n}", "text": text}) for n, text in enumerate(texts)]
    path.write_text("\n".join(lines), encoding="ascii")
    graph = build(path, tmp_path / EVIDENCE_FILE)
    with closing(sqlite3.connect(tmp_path / EVIDENCE_FILE)) as file:
        assert file.execute("SELECT count(*) FROM evidence").fetchone()[0] > 30
        assert ("公开账本促进成员信任?。",) in file.execute("SELECT text FROM sentences").fetchall()
    full = with_full_evidence(graph, tmp_path, graph.concepts[:1])
    assert any(len(edge.evidence) > 3 for edge in full.edges)


def cached_in(folder: Path) -> dict[str, object]:
    """Return the settings of a build in one process that keeps leaves in a cache."""
    return {"work__parallel_characters": 1, "work__jobs": 1, "work__cache_folder": str(folder / "cache")}


# --- the same bytes -----------------------------------------------------------------------------------------


def test_any_way_to_make_it_gives_the_same_bytes(
    table: Path, condensed: tuple[ConceptGraph, Path], tmp_path: Path
) -> None:
    expected = (condensed[1] / EVIDENCE_FILE).read_bytes()
    cached = cached_in(tmp_path)
    ways: list[dict[str, object]] = [
        {"work__batch_characters": 100},
        {"work__jobs": 2, "work__batch_characters": 300},
        {**cached, "corpus__evidence_file": True},
        cached,  # all of it from the cache
        {**cached, "work__batch_characters": 700},
    ]
    for number, way in enumerate(ways):
        path = tmp_path / f"{number}.sqlite"
        assert build(table, path, **way) == condensed[0]
        assert path.read_bytes() == expected, way


def test_a_changed_document_changes_it_as_a_fresh_build_does(table: Path, tmp_path: Path) -> None:
    cached = cached_in(tmp_path)
    build(table, tmp_path / "old.sqlite", **cached)
    texts = [*rows(), *TRADITIONAL]
    texts[5] = (*texts[5][:2], "公开账本促进成员信任，公开账本并没有降低监督成本。", texts[5][3])
    changed = write_table(tmp_path / "papers.csv", texts[:-3])
    again = build(changed, tmp_path / "again.sqlite", **cached)
    assert again == build(changed, tmp_path / "fresh.sqlite")
    assert (tmp_path / "again.sqlite").read_bytes() == (tmp_path / "fresh.sqlite").read_bytes()
    assert (tmp_path / "again.sqlite").read_bytes() != (tmp_path / "old.sqlite").read_bytes()


def test_a_build_that_made_none_before_makes_it_from_the_cache(
    table: Path, condensed: tuple[ConceptGraph, Path], tmp_path: Path
) -> None:
    values = {"work.parallel_characters": 1, "work.jobs": 1, "work.cache_folder": str(tmp_path / "cache")}
    without = run([str(table)], with_settings(Config(), {**CONDENSED, **values}, "test")).graph
    assert without.full_evidence is None
    build(table, tmp_path / "new.sqlite", **{name.replace(".", "__"): value for name, value in values.items()})
    assert (tmp_path / "new.sqlite").read_bytes() == (condensed[1] / EVIDENCE_FILE).read_bytes()


def test_evidence_that_was_not_kept_is_looked_for_again(
    table: Path, condensed: tuple[ConceptGraph, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FoundLeaves, "count", without_evidence(FoundLeaves.count))
    build(table, tmp_path / "again.sqlite", **cached_in(tmp_path))
    assert (tmp_path / "again.sqlite").read_bytes() == (condensed[1] / EVIDENCE_FILE).read_bytes()


def without_evidence(count: Callable[..., dict[str, object]]) -> Callable[..., dict[str, object]]:
    return lambda self, found: {k: v for k, v in count(self, found).items() if k != "evidence"}


def test_a_leaf_that_comes_document_by_document_gives_the_same(
    table: Path, condensed: tuple[ConceptGraph, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Serial.map

    def singly(self: Serial, task: Task, batches: Iterable[Sequence[Document]]) -> Iterator[Done]:
        """Do as a backend does with a batch at which a worker has died; the last comes first."""
        if isinstance(task, QuotePass):
            batches = reversed([(document,) for batch in batches for document in batch])
        return real(self, task, batches)

    monkeypatch.setattr(Serial, "map", singly)
    build(table, tmp_path / "again.sqlite", **cached_in(tmp_path))
    assert (tmp_path / "again.sqlite").read_bytes() == (condensed[1] / EVIDENCE_FILE).read_bytes()


def test_a_document_that_is_lost_on_the_way_is_not_in_it(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = write_table(tmp_path / "papers.csv", [*rows(), *TRADITIONAL][1:])
    build(lost, tmp_path / "expected.sqlite")
    told = QuotePass.__call__

    def refuse(self: QuotePass, documents: list[Document]) -> Quoted | None:
        return None if documents[0].id == "t00" else told(self, documents)

    monkeypatch.setattr(QuotePass, "__call__", refuse)  # as a backend says that a worker died twice
    build(table, tmp_path / "made.sqlite", work__batch_characters=1)
    assert (tmp_path / "made.sqlite").read_bytes() == (tmp_path / "expected.sqlite").read_bytes()


def test_rows_come_in_the_order_of_the_documents() -> None:
    documents = [Document(name, "", "", "") for name in "abcde"]
    batches = [
        (documents[3:], ["d", "e"]),
        (documents[1:3], ["b", "c"]),
        (documents[:1], ["a"]),
    ]
    assert list(in_order(batches, documents)) == list("abcde")


# --- the commands -------------------------------------------------------------------------------------------

LARGE = ("--set", "corpus.complete_characters=500")


@pytest.fixture
def built(call: Call, table: Path, tmp_path: Path) -> Call:
    (tmp_path / "papers.csv").write_bytes(table.read_bytes())
    assert call("build", "papers.csv", "-o", "out", "-q", *LARGE).code == 0
    return call


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_build_of_a_large_corpus_writes_it_and_no_other_does(built: Call, tmp_path: Path) -> None:
    assert EVIDENCE_FILE in names(tmp_path / "out")
    assert names(tmp_path) == {"out", "papers.csv"}
    assert "evidence.sqlite" in (tmp_path / "out" / "report.md").read_text("utf-8")
    off = ("--set", "corpus.evidence_file=false")
    for further in ((*LARGE, *off), ()):
        assert built("build", "papers.csv", "-o", "out", "-q", *further).code == 0
        assert EVIDENCE_FILE not in names(tmp_path / "out")
        assert read_json(tmp_path / "out" / "graph.json").full_evidence is None
    assert names(tmp_path) == {"out", "papers.csv"}


def test_explain_shows_the_best_and_all(built: Call) -> None:
    best = built("explain", "out", "合作社公开账本", "成员信任")
    assert (best.code, best.err) == (0, "")
    count = int(re.findall(r"3 of (\d+) claims; --all shows every one", best.out)[0])
    every = built("explain", "out/graph.json", "合作社公开账本", "成员信任", "--all")
    assert (every.code, every.err) == (0, "")
    assert every.out.count("confidence") >= count > 3
    assert "claims; --all" not in every.out
    together = [int(re.findall(r"together in (\d+) sentences", said.out)[0]) for said in (best, every)]
    assert together[1] > together[0]


def test_explain_says_which_documents_carry_a_concept_and_when(built: Call) -> None:
    said = built("explain", "out", "成员信任").out
    assert re.search(r"^most often in: .+ \(\d{4}, \d+×\)", said, re.M)
    assert "\nyears: 1998–2004\n" in said
    assert re.search(r"^    claimed in \d+ documents, \d{4}", said, re.M)


def test_explain_all_of_what_is_not_there(built: Call) -> None:
    said = built("explain", "out", "紫色风铃", "--all")
    assert said.code == 0
    assert "紫色风铃" in said.out


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def replace_by_text(path: Path) -> None:
    path.write_text("这不是数据库。" * 1000, encoding="utf-8")


def replace_by_another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE other (name)")


def belong_to_another(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE about SET value = 'x' WHERE name = 'key'")


@pytest.mark.parametrize("harm", [Path.unlink, damage, cut, replace_by_text, replace_by_another, belong_to_another])
def test_a_file_that_cannot_be_used_is_one_clear_line(built: Call, harm: Callable[[Path], None]) -> None:
    before = built("explain", "out", "成员信任")
    harm(Path("out", EVIDENCE_FILE))
    every = built("explain", "out", "成员信任", "--all")
    assert (every.code, every.out, every.err.count("\n")) == (2, "", 1)
    assert every.err.startswith(f"out/{EVIDENCE_FILE}: ")
    best = built("explain", "out", "成员信任")
    assert (best.code, best.out) == (0, before.out)
    assert best.err == every.err
    assert built("explain", "out", "成员信任", "-q").err == ""


def test_all_where_no_file_was_made(built: Call) -> None:
    small = built("explain", "papers.csv", "成员信任", "--all")
    assert small.code == 0
    assert "claims; --all" not in small.out
    large = built("explain", "papers.csv", "成员信任", "--all", *LARGE)
    assert (large.code, large.out) == (2, "")
    assert "run conceptgraph build first" in large.err
    assert built("build", "papers.csv", "-o", "out", "-q", *LARGE, "--set", "corpus.evidence_file=false").code == 0
    off = built("explain", "out", "成员信任", "--all")
    assert (off.code, off.err.count("\n")) == (2, 1)
    assert re.search(r"^    3 of \d+ claims$", built("explain", "out", "成员信任").out, re.M)


def test_render_leaves_it_and_takes_it_along(built: Call, tmp_path: Path) -> None:
    original = Path("out", EVIDENCE_FILE).read_bytes()
    said = built("render", "out")
    assert EVIDENCE_FILE not in said.out
    assert Path("out", EVIDENCE_FILE).read_bytes() == original
    assert f"other/{EVIDENCE_FILE}" in built("render", "out", "-o", "other").out
    assert Path("other", EVIDENCE_FILE).read_bytes() == original
    assert built("explain", "other", "成员信任", "--all") == built("explain", "out", "成员信任", "--all")
    assert built("render", "out", "--to", "csv", "-o", "tables").code == 0
    assert EVIDENCE_FILE not in names(tmp_path / "tables")


def test_render_names_no_file_that_is_not_there(built: Call) -> None:
    assert built("render", "out", "-o", "other", "-q").code == 0
    Path("out", EVIDENCE_FILE).write_bytes(b"no database")
    said = built("render", "out", "-o", "third")
    assert (said.code, said.err.count("\n")) == (0, 1)
    assert "evidence.sqlite: damaged" in said.err
    Path("out", EVIDENCE_FILE).unlink()
    assert built("render", "out", "-o", "other", "-q").err == ""  # over the one that has it
    assert read_json(Path("other", "graph.json")).full_evidence is None
    assert EVIDENCE_FILE not in names(Path("other"))


def test_render_removes_what_has_nothing_to_say_any_more(built: Call) -> None:
    assert "years.csv" in names(Path("out"))
    content = json.loads(Path("out", "graph.json").read_text("utf-8"))
    for concept in content["concepts"]:
        concept.pop("years", None)
    Path("out", "graph.json").write_text(json.dumps(content), encoding="utf-8")
    assert "years.csv" not in built("render", "out", "--to", "csv").out
    assert "years.csv" not in names(Path("out"))


# --- when it cannot be made ---------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["begin", "add", "finish"])
@pytest.mark.parametrize(
    ("error", "code"),
    [(sqlite3.OperationalError("database or disk is full"), 2), (KeyboardInterrupt(), 130)],
    ids=["full disk", "Ctrl-C"],
)
def test_a_build_that_fails_leaves_the_old_output_and_nothing_behind(
    built: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: str, error: BaseException, code: int
) -> None:
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    real = getattr(EvidenceWriter, step)

    def fail(self: EvidenceWriter, *rest: object) -> None:
        real(self, *rest)
        with self._failures():
            raise error

    monkeypatch.setattr(EvidenceWriter, step, fail)
    said = built("build", "papers.csv", "-o", "out", "-q", *LARGE)
    assert said.code == code
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == before
    assert names(tmp_path) == {"out", "papers.csv"}


def test_a_folder_that_cannot_be_written_is_named(table: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        build(table, tmp_path / "file" / "x.sqlite")


def test_a_graph_without_a_file_is_said(complete: ConceptGraph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file the rest"):
        with_full_evidence(complete, tmp_path, complete.concepts[:1])
