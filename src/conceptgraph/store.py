"""Where the results of documents are kept between the passes: in memory, or in a file that several processes share.

An entry is found by its key, a hash of all that the entry follows from; so a key that is present is right, however old.
"""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

CHECK_BYTES = 8  # of the hash before each entry in the file
KEYS_AT_A_TIME = 500  # SQLite takes 999 values in one question
PATIENCE_SECONDS = 300.0  # for another process that is writing


class Store(Protocol):
    """Entries by key."""

    def load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return the entries that are present, by key."""

    def save(self, entries: Mapping[str, Any]) -> None:
        """Keep the entries."""


def key_of(*parts: object) -> str:
    """Return a key for all that the parts say.

    >>> key_of("异化") == key_of("异化"), key_of("a", "b") == key_of("ab")
    (True, False)
    """
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        text = (part if isinstance(part, str) else repr(part)).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(text) + text)
    return digest.hexdigest()


class MemoryStore:
    """Keeps entries as they are, for one process."""

    def __init__(self) -> None:
        self.entries: dict[str, Any] = {}

    def load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return the entries that are present, by key."""
        return {key: self.entries[key] for key in keys if key in self.entries}

    def save(self, entries: Mapping[str, Any]) -> None:
        """Keep the entries."""
        self.entries.update(entries)


class FileStore:
    """Keeps entries in an SQLite file, each behind its hash: a damaged one is as good as none.

    Only the path is sent to other processes; each opens the file for itself.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened: sqlite3.Connection | None = None

    def __reduce__(self) -> tuple[type[FileStore], tuple[Path]]:
        return FileStore, (self.path,)

    def load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return the entries that are present and whole, by key."""
        found: dict[str, Any] = {}
        for start in range(0, len(keys), KEYS_AT_A_TIME):
            some = keys[start : start + KEYS_AT_A_TIME]
            question = f"SELECT key, value FROM entries WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608
            for key, value in self._connection().execute(question, some):
                if value[:CHECK_BYTES] == _check(value[CHECK_BYTES:]):
                    found[key] = pickle.loads(value[CHECK_BYTES:])  # noqa: S301
        return found

    def save(self, entries: Mapping[str, Any]) -> None:
        """Keep the entries, in one transaction."""
        rows = []
        for key, entry in entries.items():
            value = pickle.dumps(entry, 5)
            rows.append((key, _check(value) + value))
        with self._connection() as connection:
            connection.executemany("INSERT OR REPLACE INTO entries (key, value) VALUES (?, ?)", rows)

    def close(self) -> None:
        """Close the file in this process."""
        if self.opened:
            self.opened.close()
            self.opened = None

    def create(self) -> FileStore:
        """Return the store after making its file, unless it is there; once, before other processes use it."""
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode = WAL")  # readers and a writer do not wait for one another
            connection.execute("CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        return self

    def _connection(self) -> sqlite3.Connection:
        if self.opened is None:
            self.opened = sqlite3.connect(self.path, timeout=PATIENCE_SECONDS)
            self.opened.execute("PRAGMA synchronous = OFF")  # a damaged entry is noticed and made again
        return self.opened


def _check(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=CHECK_BYTES).digest()
