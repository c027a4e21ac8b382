"""One process, many processes: the same bytes, whatever dies on the way."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from conceptgraph import relate
from conceptgraph.backends import Backend, Serial, cut
from conceptgraph.backends.processes import Processes
from conceptgraph.backends.tasks import Done, Task
from conceptgraph.config import Config
from conceptgraph.errors import ConfigError
from conceptgraph.model import MatchedSentence, Relation
from conceptgraph.pipeline import run
from conceptgraph.relate import extract_relations
from conceptgraph.settings import with_settings
from conceptgraph.store import FileStore, key_of
from conceptgraph.write.json_graph import to_json
from worker_tasks import Item, add_items, divide

SENTENCES = (
    "合作社的账本公开促进成员之间的信任，信任又降低监督成本。",
    "夜校教师认为，识字班改变了村庄的公共生活。",
    "水权交易包括买方、卖方和登记机构，登记机构依赖测量数据。",
    "老街的改造导致租金上涨，租金上涨使手艺人离开街区。",
    "公共记忆不是个人回忆的总和，而是反复讲述的产物。",
)


@pytest.fixture
def pool() -> Iterator[Processes]:
    made = Processes(2)
    yield made
    made.close()


def sum_of(pool: Processes, items: list[Item], size: int) -> tuple[int, list[Item]]:
    """Return the sum over batches of `size` items, and the items that were given up."""
    done = list(pool.map(add_items, cut(items, lambda item: 1, size)))
    return sum(each.result for each in done if each.result is not None), [
        item for each in done if each.result is None for item in each.items
    ]


def test_processes_add_up_and_serve_several_passes(pool: Processes) -> None:
    items = [Item(number) for number in range(50)]
    assert sum_of(pool, items, 7) == (sum(range(50)), [])
    assert sum_of(pool, items, 1) == (sum(range(50)), [])
    assert sum_of(pool, [], 1) == (0, [])


def test_what_a_dead_worker_was_at_is_done_again(pool: Processes, tmp_path: Path) -> None:
    items = [Item(number) for number in range(20)] + [Item(1000, kills=1, folder=str(tmp_path))]
    assert sum_of(pool, items, 4) == (sum(range(20)) + 1000, [])
    assert len(list(tmp_path.iterdir())) == 1


def test_an_item_that_kills_twice_is_given_up_alone(pool: Processes, tmp_path: Path) -> None:
    deadly = Item(1000, kills=99, folder=str(tmp_path))
    items = [Item(number) for number in range(10)]
    assert sum_of(pool, [*items[:5], deadly, *items[5:]], 4) == (sum(range(10)), [deadly])
    assert len(list(tmp_path.iterdir())) == 2


def test_a_worker_killed_from_outside_is_replaced(pool: Processes) -> None:
    items = [Item(number) for number in range(200)]
    total = 0
    for number, each in enumerate(pool.map(add_items, cut(items, lambda item: 1, 5))):
        total += each.result
        if number == 3:
            os.kill(pool.workers[0].process.pid or 0, signal.SIGKILL)
    assert total == sum(range(200))


def cluster() -> Backend:
    pytest.importorskip("distributed", reason="needs the extra dask")
    from conceptgraph.backends.dask_cluster import DaskCluster

    return DaskCluster(2, "")


@pytest.mark.parametrize("start", [Serial, partial(Processes, 2), cluster], ids=["serial", "processes", "dask"])
def test_an_item_that_meets_a_bug_is_given_up_alone(start: Callable[[], Backend]) -> None:
    items = [Item(number) for number in (4, 3, 0, 6)]
    with closing(start()) as backend:
        done = list(backend.map(divide, [items[:1], items[1:]]))
    assert sum(each.result for each in done if each.result is not None) == 3 + 4 + 2
    (failed,) = [each for each in done if each.result is None]
    assert list(failed.items) == [Item(0)]
    assert isinstance(failed.error, ZeroDivisionError)
    assert failed.error.__notes__[0].startswith("worker_tasks.py:")


def test_what_is_no_bug_of_an_item_is_raised_with_its_traceback(pool: Processes) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        list(pool.map(divide, [[Item(-1)]]))
    assert "worker_tasks.py" in caught.value.__notes__[1]
    with pytest.raises(FileNotFoundError):
        list(Serial().map(divide, [[Item(-1)]]))


def test_a_document_that_meets_a_bug_is_left_out_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, sentence in enumerate(SENTENCES):
        (tmp_path / f"{number}.txt").write_text(sentence, encoding="utf-8")
    config = with_settings(Config(), {"work.jobs": 1, "work.cache": False}, "test")
    paths = sorted(map(str, tmp_path.iterdir()))
    without = to_json(run([*paths[:2], *paths[3:]], config).graph)

    def extract(matched: Sequence[MatchedSentence], *others: Any) -> tuple[Relation, ...]:
        assert "水权交易" not in matched[0].tagged.sentence.text
        return extract_relations(matched, *others)

    monkeypatch.setattr(relate, "extract_relations", extract)
    result = run(paths, config)
    assert to_json(result.graph) == without
    (failure,) = result.failures
    assert failure.path == "2.txt"
    assert "AssertionError, test_backends.py:" in str(failure.error)
    with pytest.raises(AssertionError):
        run(paths[2:3], config)


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "print('once')\n"
        "from conceptgraph.backends.processes import Processes\n"
        "pool = Processes(2)\n"
        "print([done.result for done in pool.map(len, [(1, 2), (3,)])])\n"
        "pool.close()\n",
        encoding="utf-8",
    )
    said = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=60).stdout
    assert said.splitlines() in (["once", "[2, 1]"], ["once", "[1, 2]"])


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    for number in range(30):
        text = "".join(SENTENCES[(number + step * step) % len(SENTENCES)] for step in range(4))
        (tmp_path / f"{number}.txt").write_text(f"第{number}章\n\n{text}", encoding="utf-8")
    graphs = []
    for jobs, size in ((1, 100_000), (2, 300), (3, 1)):
        config = with_settings(Config(), {"work.jobs": jobs, "work.batch_characters": size}, "test")
        result = run([str(tmp_path)], config)
        assert not result.failures
        graphs.append(to_json(result.graph))
    assert len(set(graphs)) == 1


def test_a_wrong_number_of_jobs_is_refused() -> None:
    with pytest.raises(ConfigError):
        with_settings(Config(), {"work.jobs": "-1"}, "--jobs")


def test_a_damaged_entry_counts_as_missing(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "entries.sqlite").create()
    store.save({"one": ("异化", 1), "two": ("劳动", 2)})
    with store._connection() as connection:
        value = connection.execute("SELECT value FROM entries WHERE key = 'one'").fetchone()[0]
        connection.execute("UPDATE entries SET value = ? WHERE key = 'one'", (value[:-2] + b"\x00.",))
    assert store.load(["one", "two", "three"]) == {"two": ("劳动", 2)}


def test_a_store_has_all_or_not(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "entries.sqlite").create()
    keys = [f"key {number}" for number in range(1200)]
    assert store.save(dict.fromkeys(keys, "异化"))
    assert store.has(keys)
    assert store.has([])
    assert not store.has([*keys, "another"])
    assert len(store.load([*keys, "another"])) == len(keys)


def test_keys_differ_where_anything_differs() -> None:
    keys = {key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", ""), key_of("abc", None)}
    assert len(keys) == 5


def test_a_dask_cluster_gives_the_same_bytes_also_when_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="needs the extra dask")
    from conceptgraph.backends.dask_cluster import DaskCluster

    for number in range(30):
        text = "".join(SENTENCES[(number + step * step) % len(SENTENCES)] for step in range(4))
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    killed: list[int] = []
    map_batches = DaskCluster.map

    def map_and_kill(self: DaskCluster, task: Task, batches: Iterable[Sequence[object]]) -> Iterator[Done]:
        for number, done in enumerate(map_batches(self, task, batches)):
            if number == 2:
                pid = next(iter(self.client.run(os.getpid).values()))
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
            yield done

    def give_up(*_: object) -> None:
        raise TimeoutError("the cluster hangs")

    monkeypatch.setattr(DaskCluster, "map", map_and_kill)
    previous = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(120)
    values = {"work.backend": "dask", "work.jobs": 2, "work.batch_characters": 200}
    try:
        result = run([str(tmp_path)], with_settings(Config(), values, "test"))
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)
    assert len(killed) == 2  # one in each pass
    assert not result.failures
    assert to_json(result.graph) == to_json(run([str(tmp_path)], Config()).graph)


def test_a_scheduler_that_does_not_answer_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="needs the extra dask")
    monkeypatch.setattr("conceptgraph.backends.dask_cluster.CONNECT_SECONDS", 0.5)
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    with pytest.raises(ConfigError, match="127"):
        run([str(tmp_path)], with_settings(Config(), {"work.scheduler": "tcp://127.0.0.1:1"}, "test"))
