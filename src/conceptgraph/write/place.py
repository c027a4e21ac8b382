"""Puts outputs in place: whole or not at all; what existed is moved away only for a moment, and back on a failure."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from conceptgraph.errors import OutputError

FOLDER_MODE, FILE_MODE = 0o755, 0o644
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def file_beside(folder: Path) -> Iterator[Path]:
    """Yield a hidden name beside `folder` for a file that a build makes before the others; what is there at the end
    goes.
    """
    path = _beside(folder.resolve() if folder.is_symlink() else folder)
    try:
        yield path
    finally:
        with _undisturbed(), contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def place_folder(folder: Path, contents: Mapping[str, bytes], made: Mapping[str, Path] = MappingProxyType({})) -> None:
    """Make `folder` hold the files `contents`, those that are `made` beside it already, and nothing else.

    They are written into a folder beside it, forced to the disk and moved into place at the end, so that a run that
    fails or is ended leaves what existed as it was and nothing behind. Raises OutputError where that is not possible.
    """
    with _failures_of(folder):
        folder = folder.resolve() if folder.is_symlink() else folder
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = _beside(folder)
        try:
            fresh.mkdir()
            fresh.chmod(FOLDER_MODE)
            for name, content in contents.items():
                _write(fresh / name, content)
            for name, path in made.items():
                path.chmod(FILE_MODE)
                path.rename(fresh / name)
            with _undisturbed():
                _exchange(fresh, folder)
        finally:
            with _undisturbed():
                shutil.rmtree(fresh, ignore_errors=True)


def place_file(path: Path, content: bytes | Path | None) -> None:
    """Write a file, or copy one, beside `path` and move it into place; where there is no content, remove what is there.

    Raises OutputError where that is not possible.
    """
    with _failures_of(path):
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = _beside(path)
        try:
            _write(fresh, content)
            fresh.replace(path)
        finally:
            with _undisturbed(), contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)


@contextmanager
def _failures_of(path: Path) -> Iterator[None]:
    """Let what the system refuses be an OutputError that names `path`."""
    try:
        yield
    except OSError as error:
        raise OutputError("output_unwritable", path=path, cause=error) from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals that end the program wait until what is begun is done; only the main thread receives any."""
    waiting: list[int] = []
    in_main = threading.current_thread() is threading.main_thread()
    handlers = {number: signal.getsignal(number) for number in SIGNALS if in_main}
    try:
        for number in handlers:
            signal.signal(number, lambda number, frame: waiting.append(number))
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in waiting:
            signal.raise_signal(number)


def _beside(path: Path) -> Path:
    """Return a hidden name in the folder of `path` that nothing has; it is known before anything is made."""
    return path.parent / f".{path.name[:100]}-{secrets.token_hex(6)}"


def _write(path: Path, content: bytes | Path) -> None:
    """Write a new file, or copy another one into it, and force it to the disk."""
    with path.open("xb") as file:
        if isinstance(content, Path):
            with content.open("rb") as original:
                shutil.copyfileobj(original, file)
        else:
            file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(FILE_MODE)


def _exchange(fresh: Path, folder: Path) -> None:
    """Rename `fresh` to `folder`; an old folder is moved aside first, and back where that fails.

    Raises OutputError, naming where the old folder now is, should moving it back fail as well.
    """
    aside = _beside(folder)
    try:
        if folder.exists():
            folder.rename(aside)
        fresh.rename(folder)
    except BaseException as error:
        if aside.exists() and not folder.exists():
            try:
                aside.rename(folder)
            except OSError:
                raise OutputError("output_aside", path=folder, kept=aside) from error
        raise
    finally:
        if folder.exists():
            shutil.rmtree(aside, ignore_errors=True)
