"""Outputs are whole or not there: every call that reaches the disk fails once, every moment is interrupted once."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from conceptgraph.cli.ending import Ended, end_in_order
from conceptgraph.errors import OutputError
from conceptgraph.write.place import place_file, place_folder
from faults import Faults

SAMPLE = Path(__file__).parent.parent / "data" / "water-covenant.txt"
OLD = {"graph.json": b"old graph", "run.json": b"old run", "stale.csv": b"stale"}
NEW = {"graph.json": b"new graph" * 99, "run.json": b"new run"}
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


def full() -> OSError:
    return OSError(28, "No space left on device")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def struck(faults: Faults, action: Callable[[], None]) -> bool:
    """Run `action` with a fault; tell whether the fault struck."""
    with pytest.MonkeyPatch.context() as patch:
        faults.install(patch)
        with contextlib.suppress(OutputError, KeyboardInterrupt):
            action()
    return faults.struck


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("error", [full, KeyboardInterrupt], ids=["full disk", "Ctrl-C"])
@pytest.mark.parametrize("old", [OLD, {}, None], ids=["over an old output", "into an empty folder", "anew"])
def test_a_folder_is_old_or_new_whatever_fails(
    tmp_path: Path, old: dict[str, bytes] | None, error: Callable[[], BaseException], lasting: bool
) -> None:
    at, seen = 0, set[str]()
    while True:
        at += 1
        place = tmp_path / str(at)
        folder = place / "out"
        place.mkdir()
        if old is not None:
            folder.mkdir()
            for name, content in old.items():
                (folder / name).write_bytes(content)
        faults = Faults(at, error, lasting)
        if not struck(faults, lambda folder=folder: place_folder(folder, NEW)):  # type: ignore[misc]
            break
        seen.add(faults.log[at - 1])
        after = contents(folder) if folder.exists() else None
        assert after in (old, NEW), (at, faults.log)
        hidden = [name for name in os.listdir(place) if name != "out"]
        assert not hidden or faults.log[at - 1] in ("unlink", "rmdir"), (at, faults.log, hidden)
    assert contents(folder) == NEW
    assert seen >= {"mkdir", "open", "write", "fsync", "chmod", "rename"}


def test_an_old_output_that_cannot_be_moved_back_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place_folder(tmp_path / "out", OLD)
    real, calls = os.rename, []

    def once(*arguments: str) -> None:
        calls.append(arguments)
        if len(calls) > 1:
            raise full()
        real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", once)
        with pytest.raises(OutputError) as error:
            place_folder(tmp_path / "out", NEW)
    assert error.value.key == "output_aside"
    assert contents(Path(str(error.value.values["kept"]))) == OLD


def test_a_link_stays_and_what_it_names_is_replaced(tmp_path: Path) -> None:
    place_folder(tmp_path / "real", OLD)
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    place_folder(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert contents(tmp_path / "real") == NEW
    assert sorted(os.listdir(tmp_path)) == ["link", "real"]


def test_a_file_is_old_or_new_whatever_fails(tmp_path: Path) -> None:
    for error in (full, KeyboardInterrupt):
        at, path = 0, tmp_path / "graph.svg"
        path.write_bytes(b"old")
        while struck(Faults(at := at + 1, error, False), lambda path=path: place_file(path, b"new")):  # type: ignore[misc]
            assert path.read_bytes() in (b"old", b"new")
            assert os.listdir(tmp_path) == ["graph.svg"]
            path.write_bytes(b"old")
        assert at > 5
        assert path.read_bytes() == b"new"


@POSIX
def test_what_a_signal_finds_begun_is_done_before_it_ends_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_folder(tmp_path / "out", OLD)
    real, struck = shutil.rmtree, []

    def interrupted(path: Path, ignore_errors: bool = False) -> None:
        if not struck:
            struck.append(path)
            os.kill(os.getpid(), signal.SIGINT)
        real(path, ignore_errors)

    handler = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        place_folder(tmp_path / "out", NEW)
    assert struck
    assert os.listdir(tmp_path) == ["out"]
    assert contents(tmp_path / "out") == NEW
    assert signal.getsignal(signal.SIGINT) is handler


def started(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a build over an old output, with its own folder for temporary files."""
    (folder / "tmp").mkdir(exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(folder / "tmp"), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "conceptgraph", "build", str(SAMPLE), "-o", str(folder / "out"), *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_old_output_and_nothing_behind(tmp_path: Path, number: int) -> None:
    assert started(tmp_path).wait(60) == 0
    before = contents(tmp_path / "out")
    for delay in (0.25, 0.45, 0.7):
        process = started(tmp_path, "-q", "--jobs", "2" if delay == 0.7 else "1")
        time.sleep(delay)
        os.killpg(process.pid, number)  # Ctrl-C goes to the workers as well
        _, said = process.communicate(timeout=20)
        assert process.returncode in (0, 128 + number, -number), said
        assert b"Traceback" not in said or process.returncode == -number, said
        assert os.listdir(tmp_path / "tmp") == []
        assert sorted(os.listdir(tmp_path)) == ["out", "tmp"]
        after = contents(tmp_path / "out")
        assert {name for name in before if before[name] != after[name]} <= {"run.json"}


class Thing:
    """What a weak reference can point to."""


@POSIX
@pytest.mark.parametrize("ends", [1, 2])
@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, Ended), (signal.SIGHUP, Ended)]
)
def test_a_signal_that_a_callback_swallows_ends_the_program_after_it(
    number: int, raised: type[BaseException], ends: int, capfd: pytest.CaptureFixture[str]
) -> None:
    def struck(_: object) -> None:
        signal.raise_signal(number)

    def work() -> None:
        for _ in range(ends):
            thing = Thing()
            watch = weakref.ref(thing, struck)
            del thing  # here Python calls back and drops what is raised
            assert watch() is None
        time.sleep(20)

    hook, handler = sys.unraisablehook, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
    inherited = signal.signal(number, handler)  # nohup starts what it runs with HUP ignored
    try:
        with pytest.raises(raised), end_in_order():
            work()
        assert (sys.unraisablehook, signal.getsignal(number)) == (hook, handler)
    finally:
        signal.signal(number, inherited)
    assert capfd.readouterr().err == ""


def test_what_a_callback_drops_otherwise_is_told_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ValueError("dropped")

    told: list[sys.UnraisableHookArgs] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    with end_in_order():
        thing = Thing()
        watch = weakref.ref(thing, fail)
        del thing
    assert watch() is None
    assert [str(dropped.exc_value) for dropped in told] == ["dropped"]


@POSIX
def test_a_full_disk_is_one_line_and_leaves_the_old_output(tmp_path: Path) -> None:
    assert started(tmp_path).wait(60) == 0
    before = contents(tmp_path / "out")
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        "from conceptgraph.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "build", str(SAMPLE), "-o", str(tmp_path / "out"), "--lang", "en"]
    said = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (said.returncode, len(said.stderr.splitlines())) == (2, 1), said.stderr
    assert b"cannot be written" in said.stderr
    assert contents(tmp_path / "out") == before
    assert sorted(os.listdir(tmp_path)) == ["out", "tmp"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_behind_the_standard_output_is_one_line() -> None:
    with open("/dev/full", "wb") as full_disk:
        command = [sys.executable, "-m", "conceptgraph", "config", "--lang", "en"]
        said = subprocess.run(command, stdout=full_disk, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (said.returncode, len(said.stderr.splitlines())) == (2, 1), said.stderr
    assert b"make room" in said.stderr
