"""Documents wait in a file once they are many, and come back as they were."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from conceptgraph.config import Config, ReadConfig
from conceptgraph.errors import OutputError
from conceptgraph.model import Document
from conceptgraph.pipeline import run
from conceptgraph.read import read
from conceptgraph.settings import with_settings
from conceptgraph.store import Shelf
from conceptgraph.write.json_graph import to_json

ROWS = [
    Document("a", "竹编", "a.md", "竹编\n\n竹编依赖竹材。", authors=("陈行",), headings=((0, 1),)),
    Document("b", "", "b.txt", "夜校改变村庄。\f夜校依赖教师。", year=1987),
    Document("c", "茶", "c.csv", "制茶养活山村。", keywords=("茶",)),
]


@pytest.mark.parametrize("most", [0, 15, 10_000])
def test_what_is_put_comes_back(most: int) -> None:
    with closing(Shelf(most)) as shelf:
        standing = [replace(shelf.put(row), id=f"{row.id}~2") for row in ROWS]
        assert list(map(shelf.characters_of, standing)) == [len(row.text) for row in ROWS]
        assert shelf.get(reversed(standing)) == tuple(replace(row, id=f"{row.id}~2") for row in reversed(ROWS))
        assert shelf.characters == sum(len(row.text) for row in ROWS)
        held = sum(len(each.text) for each in standing if isinstance(each, Document))
        assert held <= most


def test_a_shelf_does_not_have_what_another_one_took() -> None:
    with closing(Shelf(0)) as one, closing(Shelf(0)) as other, pytest.raises(ValueError, match="not on this shelf"):
        other.get([one.put(ROWS[0])])


def test_no_room_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with closing(Shelf(0)) as shelf, pytest.raises(OutputError) as error:
        shelf.put(ROWS[0])
    assert error.value.key == "temporary_unwritable"


def test_read_hands_each_document_on_at_once(tmp_path: Path) -> None:
    for row in ROWS:
        (tmp_path / f"{row.id}.txt").write_text(row.text.replace("\f", ""), encoding="utf-8")
    with closing(Shelf(0)) as shelf:
        reading = read([str(tmp_path)], ReadConfig(), shelf.put)
        assert not any(isinstance(document, Document) for document in reading.documents)
        assert shelf.get(reading.documents) == read([str(tmp_path)], ReadConfig()).documents


def test_the_graph_does_not_depend_on_where_documents_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        row = ROWS[number % 3]
        (tmp_path / f"{number}.txt").write_text(row.text.replace("\f", "") * 3, encoding="utf-8")
    memory = to_json(run([str(tmp_path)], Config()).graph)
    monkeypatch.setattr("conceptgraph.pipeline.Shelf", lambda most: Shelf(10))
    assert to_json(run([str(tmp_path)], Config()).graph) == memory
    large = with_settings(Config(), {"corpus.complete_characters": 1}, "test")
    graph = run([str(tmp_path)], large).graph
    assert len(graph.documents) == 6
    assert "documents" not in graph.notes
    few = {"corpus.evidence": 1, "corpus.carriers": 1}
    some = run([str(tmp_path)], with_settings(large, {**few, "corpus.documents": 5}, "test")).graph
    named = {document.id for document in some.documents}
    assert {sentence.document for sentence in some.sentences} <= named
    assert len(named) + some.notes["documents"] == 6
    assert some.edges == run([str(tmp_path)], with_settings(large, few, "test")).graph.edges
