"""Counts of a corpus add up as a tree whose nodes are kept; what has changed is added up again, and no more."""

import random
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from conceptgraph import corpus_passes, passes
from conceptgraph.backends import Serial, cut
from conceptgraph.config import Config
from conceptgraph.model import Document
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.store import EntryLost, FileStore, MemoryStore, Nowhere, Store, key_of
from conceptgraph.sums import FAN_OUT, MOST, LeafTask, Node, SumTree, ends_leaf
from conceptgraph.write.json_graph import to_json

CRAFTS = ("竹编", "制茶", "木作", "烧陶", "织布", "造纸", "酿酒", "雕版")


class Lengths:
    """Counts characters and documents."""

    pieces, kept = ("characters", "documents"), ()

    def key(self, documents: Sequence[Document]) -> str:
        return key_of(*documents)

    def find(self, documents: Sequence[Document]) -> Sequence[Document]:
        return documents

    def count(self, found: Iterable[Sequence[Document]]) -> Mapping[str, int]:
        documents = list(chain.from_iterable(found))
        return {"characters": sum(len(each.text) for each in documents), "documents": len(documents)}


class Adding:
    """Adds up, and remembers what it added."""

    def __init__(self) -> None:
        self.added: list[Sequence[int]] = []

    def __call__(self, piece: str, parts: Iterable[int]) -> int:
        self.added.append(tuple(parts))
        return sum(self.added[-1])


def documents(count: int) -> list[Document]:
    return [Document(f"d{number:05}", "", "", "字" * (number % 7 + 1)) for number in range(count)]


def tree_of(store: Store, texts: Sequence[Document], add: Adding) -> tuple[SumTree, Sequence[Node]]:
    tree, task = SumTree(Serial(), store, add), LeafTask(Lengths(), store)
    leaves = [task(batch) for batch in cut(texts, lambda each: len(each.text), 20, ends_leaf)]
    random.Random(len(texts)).shuffle(leaves)
    return tree, tree.top(leaves, Lengths.pieces)


@pytest.mark.parametrize("count", [1, 2, 5, 300, 4000])
@pytest.mark.parametrize("store", [MemoryStore(), Nowhere()], ids=["kept", "handed on"])
def test_the_top_nodes_have_the_sum_of_each_piece(count: int, store: Store) -> None:
    texts = documents(count)
    tree, top = tree_of(store, texts, Adding())
    assert tree.value(top, "documents") == count
    assert list(tree.finish(top, ["characters"], sum)) == [sum(len(each.text) for each in texts)]
    assert len(top) <= FAN_OUT


def test_a_piece_that_is_gone_is_an_error_of_its_own() -> None:
    store = MemoryStore()
    tree, top = tree_of(store, documents(300), Adding())
    store.entries.clear()
    with pytest.raises(EntryLost):
        tree.value(top, "documents")


@pytest.mark.parametrize("change", ["longer", "gone", "new"])
def test_a_change_is_added_up_on_its_own_branch(change: str) -> None:
    store, texts = MemoryStore(), documents(4000)
    everything = Adding()
    tree_of(store, texts, everything)
    match change:
        case "longer":
            texts[1234] = Document(texts[1234].id, "", "", "字" * 11)
        case "gone":
            del texts[1234]
        case _:
            texts.insert(1234, Document("d01233x", "", "", "字字字"))
    again = Adding()
    tree, top = tree_of(store, texts, again)
    assert tree.value(top, "documents") == len(texts)
    assert tree.value(top, "characters") == sum(len(each.text) for each in texts)
    assert len(again.added) < len(everything.added) / 8
    assert all(len(parts) <= MOST for parts in everything.added)


def test_a_leaf_that_is_kept_is_not_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    store, texts = MemoryStore(), documents(50)
    _, top = tree_of(store, texts, Adding())

    def fail(*_: object) -> None:
        raise AssertionError("counted again")

    monkeypatch.setattr(Lengths, "count", fail)
    assert tree_of(store, texts, Adding())[1] == top


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "texts"
    path.mkdir()
    for number in range(40):
        craft, other = CRAFTS[number % 8], CRAFTS[(number * 3 + 1) % 8]
        text = f"{craft}行会保护{craft}技艺，{craft}技艺促进邻里信任。{other}作坊包括师傅和学徒，{other}作坊依赖木材。"
        (path / f"t{number:02}.txt").write_text(f"{craft}志\n\n{text}", encoding="utf-8")
    return path


@pytest.fixture
def config(tmp_path: Path) -> Config:
    values: dict[str, Any] = {"work.parallel_characters": 1, "work.jobs": 1, "work.batch_characters": 150}
    values |= {"work.cache_folder": str(tmp_path / "cache"), "corpus.complete_characters": 100}
    return with_settings(Config(), values, "test")


def graph_bytes(folder: Path, config: Config) -> bytes:
    return to_json(run([str(folder)], config).graph)


def uncached(folder: Path, config: Config) -> bytes:
    return graph_bytes(folder, with_settings(config, {"work.cache": "false"}, "test"))


def test_a_changed_document_of_a_corpus_is_done_again_alone(
    folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph_bytes(folder, config)
    read: list[str] = []
    prepare, find = passes.prepare, passes.DocumentReader.find
    monkeypatch.setattr(
        passes, "prepare", lambda document, *rest: (read.append(document.id), prepare(document, *rest))[1]
    )
    monkeypatch.setattr(
        passes.DocumentReader, "find", lambda self, one: (read.append(one.document.id), find(self, one))[1]
    )
    text = (folder / "t11.txt").read_text(encoding="utf-8")
    (folder / "t11.txt").write_text(text.replace("木材", "木材和邻里信任"), encoding="utf-8")
    built = graph_bytes(folder, config)
    assert read == ["t11", "t11"]
    assert built == uncached(folder, config)


def test_a_corpus_in_a_damaged_cache_is_built_all_the_same(folder: Path, config: Config) -> None:
    first = graph_bytes(folder, config)
    store = FileStore(Path(config.work.cache_folder) / "documents.sqlite")
    with store._connection() as connection:
        connection.execute("UPDATE entries SET value = substr(value, 1, length(value) / 2)")
    assert graph_bytes(folder, config) == first
    assert graph_bytes(folder, config) == first


def test_a_corpus_is_built_where_nothing_can_be_kept(
    folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = graph_bytes(folder, config)
    monkeypatch.setattr(FileStore, "save", lambda self, entries: False)
    monkeypatch.setattr(FileStore, "load", lambda self, keys: {})
    monkeypatch.setattr(FileStore, "has", lambda self, keys: False)
    assert graph_bytes(folder, config) == first


def test_any_number_of_pieces_gives_the_same_bytes(
    folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = graph_bytes(folder, config)
    for parts in (2, 8):
        monkeypatch.setattr("conceptgraph.pipeline.parts_for", lambda *_, parts=parts: parts)
        assert len(corpus_passes.piece_names("terms", parts)) == parts
        assert graph_bytes(folder, config) == first
        for jobs in ("1", "2"):
            assert uncached(folder, with_settings(config, {"work.jobs": jobs}, "test")) == first
