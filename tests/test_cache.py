"""The cache of documents: the same bytes as a fresh build, only what has changed is done again."""

from contextlib import closing
from pathlib import Path

import pytest

from conceptgraph import passes
from conceptgraph.cli import main
from conceptgraph.config import Config
from conceptgraph.errors import OutputError
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings
from conceptgraph.store import FileStore, open_cache
from conceptgraph.write.json_graph import to_json

TEXTS = {
    "account": "合作社公开账本，公开账本促进成员信任，成员信任降低监督成本。",
    "memory": "公共记忆不是个人回忆，公共记忆依赖反复讲述。老街包括茶馆和戏台。",
    "rent": "旅游开发导致租金上涨，租金上涨使手艺人离开老街。",
    "water": "水权交易包括买方和卖方，水权交易依赖测量数据。",
}
Calls = dict[str, list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "texts"
    path.mkdir()
    for name, text in TEXTS.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def config(tmp_path: Path) -> Config:
    values = {"work.parallel_characters": 1, "work.jobs": 1, "work.cache_folder": str(tmp_path / "cache")}
    return with_settings(Config(), values, "test")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Record the documents that pass 1 prepares and that pass 2 reads."""
    made: Calls = {"prepare": [], "find": []}
    prepare, find = passes.prepare, passes.DocumentReader.find

    def prepare_and_tell(document, *rest):
        made["prepare"].append(document.id)
        return prepare(document, *rest)

    def find_and_tell(self, prepared):
        made["find"].append(prepared.document.id)
        return find(self, prepared)

    monkeypatch.setattr(passes, "prepare", prepare_and_tell)
    monkeypatch.setattr(passes.DocumentReader, "find", find_and_tell)
    return made


def graph_bytes(folder: Path, config: Config) -> bytes:
    return to_json(run([str(folder)], config).graph)


def fresh(folder: Path) -> bytes:
    return graph_bytes(folder, Config())


def forget(calls: Calls) -> None:
    for names in calls.values():
        names.clear()


def test_a_second_build_does_nothing_again(folder: Path, config: Config, calls: Calls) -> None:
    first = graph_bytes(folder, config)
    assert sorted(calls["prepare"]) == sorted(calls["find"]) == sorted(TEXTS)
    forget(calls)
    assert graph_bytes(folder, config) == first
    assert calls == {"prepare": [], "find": []}
    assert fresh(folder) == first


def test_a_changed_document_is_done_again_alone(folder: Path, config: Config, calls: Calls) -> None:
    graph_bytes(folder, config)
    forget(calls)
    (folder / "water.txt").write_text("水权交易包括卖方和买方，水权交易依赖测量数据。", encoding="utf-8")
    built = graph_bytes(folder, config)
    assert calls == {"prepare": ["water"], "find": ["water"]}
    assert fresh(folder) == built


def test_a_new_term_is_looked_for_where_it_occurs(folder: Path, config: Config, calls: Calls) -> None:
    graph_bytes(folder, config)
    forget(calls)
    (folder / "new.txt").write_text("茶馆和戏台是老街的心，茶馆和戏台养活手艺人。", encoding="utf-8")
    built = graph_bytes(folder, config)
    assert calls["prepare"] == ["new"]
    assert "account" not in calls["find"]
    assert fresh(folder) == built


def test_a_removed_document_leaves_no_trace(folder: Path, config: Config) -> None:
    graph_bytes(folder, config)
    (folder / "water.txt").unlink()
    built = graph_bytes(folder, config)
    assert "水权" not in built.decode()
    assert fresh(folder) == built


@pytest.mark.parametrize("setting", ["discover.max_words=2", "relate.weak_cue=0.5", "cooccur.window=clause"])
def test_other_settings_are_other_entries(folder: Path, config: Config, setting: str) -> None:
    graph_bytes(folder, config)
    values = dict([setting.split("=")])
    built = graph_bytes(folder, with_settings(config, values, "test"))
    assert built == graph_bytes(folder, with_settings(Config(), values, "test"))


def test_damaged_entries_are_made_again(folder: Path, config: Config, calls: Calls) -> None:
    first = graph_bytes(folder, config)
    with closing(open_cache(config.work)) as store, store._connection() as connection:
        connection.execute("UPDATE entries SET value = substr(value, 1, length(value) / 2)")
    forget(calls)
    assert graph_bytes(folder, config) == first
    assert sorted(calls["prepare"]) == sorted(TEXTS)


def test_a_damaged_file_is_made_anew(folder: Path, config: Config, tmp_path: Path) -> None:
    first = graph_bytes(folder, config)
    (tmp_path / "cache" / "documents.sqlite").write_bytes("不是数据库".encode() * 1000)
    assert graph_bytes(folder, config) == first


def test_what_is_not_used_for_longest_goes_first(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_cache(config.work)) as store:
        for day, keys in ((1, "ab"), (2, "cd"), (3, "a")):
            monkeypatch.setattr("conceptgraph.store.entries.today", lambda day=day: day)
            known = store.load(list(keys))
            store.save({key: key * 50 for key in keys if key not in known})
        _, size = store.size()
        store.shrink(size - 1)
        assert store.load(list("abcd")).keys() == {"a", "c", "d"}


def test_the_command_tells_and_clears(
    folder: Path, config: Config, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    where = ["--set", f"work.cache_folder={config.work.cache_folder}", "--lang", "en"]

    def said(*arguments: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main([*arguments, *where])
        assert not ended.value.code
        return capsys.readouterr().out

    assert "there is no cache" in said("cache", "info")
    said("build", str(folder), "-q", "--no-cache", "--set", "work.parallel_characters=1", "--jobs", "1")
    assert "there is no cache" in said("cache", "info")
    said("build", str(folder), "-q", "--set", "work.parallel_characters=1", "--jobs", "1")
    assert f"{5 * len(TEXTS)} entries" in said("cache", "info")
    assert "removed" in said("cache", "clear")
    assert not list(Path(config.work.cache_folder).iterdir())


def test_a_folder_that_cannot_be_made_is_an_error(folder: Path, config: Config, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="no-cache"):
        run([str(folder)], with_settings(config, {"work.cache_folder": str(tmp_path / "file" / "cache")}, "test"))


def test_a_store_whose_file_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "missing" / "entries.sqlite").create()
    store.save({"a": 1})
    store.shrink(0)
    assert store.load(["a"]) == {}
