"""The cache of documents: where it is, and what makes an entry of an earlier build still right."""

from __future__ import annotations

import hashlib
import os
import sys
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from conceptgraph.config import WorkConfig
from conceptgraph.errors import OutputError
from conceptgraph.store.entries import FileStore, key_of

NAME = "documents.sqlite"
GIGABYTE = 1_000_000_000
TOOLS = ("rjieba", "jieba", "daachorse", "opencc-pyo3")  # packages that decide what is found in a document
SOURCES = (".py", ".toml", ".txt")


def cache_path(config: WorkConfig) -> Path:
    """Return the file of the cache: in the folder of the setting, else in the user's cache folder."""
    if config.cache_folder:
        return Path(config.cache_folder) / NAME
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "conceptgraph" / NAME


def open_cache(config: WorkConfig) -> FileStore:
    """Return the cache, made where there is none. Raises OutputError where its folder cannot be written."""
    path = cache_path(config)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(13, os.strerror(13))
    except OSError as error:
        raise OutputError("cache_unwritable", path=path.parent, cause=error) from error
    return FileStore(path).create()


def program_stamp() -> str:
    """Return a key for this program: every line of code and every rule, and the versions of the tools below it."""
    digest = hashlib.blake2b(digest_size=16)
    for source in _sources(files("conceptgraph")):
        digest.update(source.read_bytes())
    return key_of(digest.hexdigest(), *map(_version, TOOLS))


def _sources(folder: Traversable) -> list[Traversable]:
    """Return the files of the package that say what is found, in order of their names."""
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            found += _sources(entry)
        elif entry.name.endswith(SOURCES):
            found.append(entry)
    return found


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return ""
