"""Where the results of documents are kept between the passes: in memory, or in a file that several processes share.

An entry is found by its key, a hash of all that the entry follows from; so a key that is present is right, however old.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

Value = TypeVar("Value")

CHECK_BYTES = 8  # of the hash before each entry in the file
KEYS_AT_A_TIME = 500  # SQLite takes 999 values in one question
PATIENCE_SECONDS = 300.0  # for another process that is writing


class EntryLost(Exception):
    """An entry that was there before is gone or damaged."""


class Store(Protocol):
    """Entries by key; `lasting` where they outlive the build, so that everything found is worth keeping."""

    lasting: bool

    def has(self, keys: Sequence[str]) -> bool:
        """Tell whether all the entries are there."""

    def load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return the entries that are present, by key."""

    def save(self, entries: Mapping[str, Any]) -> bool:
        """Keep the entries; tell whether that was possible."""


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

    lasting = False

    def __init__(self) -> None:
        self.entries: dict[str, Any] = {}

    def has(self, keys: Sequence[str]) -> bool:
        """Tell whether all the entries are there."""
        return all(key in self.entries for key in keys)

    def load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return the entries that are present, by key."""
        return {key: self.entries[key] for key in keys if key in self.entries}

    def save(self, entries: Mapping[str, Any]) -> bool:
        """Keep the entries."""
        self.entries.update(entries)
        return True

    def close(self) -> None:
        """Let go of the entries."""
        self.entries.clear()


class Nowhere:
    """Keeps nothing."""

    lasting = False

    def has(self, keys: Sequence[str]) -> bool:
        """Tell whether there is nothing to have."""
        return not keys

    def load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return nothing."""
        return {}

    def save(self, entries: Mapping[str, Any]) -> bool:
        """Keep nothing."""
        return False


class FileStore:
    """Keeps entries in an SQLite file, each behind its hash: a damaged one is as good as none. What lasts is packed.

    Only the path is sent to other processes; each opens the file for itself. A store only saves time: where the file
    fails, entries are missing and are made again.
    """

    def __init__(self, path: Path, lasting: bool = True) -> None:
        self.path, self.lasting = path, lasting
        self.opened: sqlite3.Connection | None = None

    def __reduce__(self) -> tuple[type[FileStore], tuple[Path, bool]]:
        return FileStore, (self.path, self.lasting)

    def create(self) -> FileStore:
        """Return the store after making its file, unless it is there; once, before other processes use it.

        A file that is no store of ours, or a damaged one, is made anew; where the disk is full, nothing is kept.
        """
        try:
            self._create()
        except sqlite3.DatabaseError:
            self.close()
            self.remove()
            with contextlib.suppress(sqlite3.OperationalError):
                self._create()
        return self

    def has(self, keys: Sequence[str]) -> bool:
        """Tell whether all the entries are there; that one is whole is seen when it is loaded."""
        try:
            return all(map(self._has, few_at_a_time(keys)))
        except sqlite3.DatabaseError:
            return False

    def load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return the entries that are present and whole, by key; damaged ones are removed."""
        found: dict[str, Any] = {}
        with contextlib.suppress(sqlite3.DatabaseError):
            for some in few_at_a_time(keys):
                found.update(self._load(some))
        return found

    def save(self, entries: Mapping[str, Any]) -> bool:
        """Keep the entries, in one transaction; tell whether that was possible."""
        rows = []
        for key, entry in entries.items():
            value = pickle.dumps(entry, 5)
            if self.lasting:
                value = zlib.compress(value, 1)
            rows.append((key, _check(value) + value, today()))
        try:
            with self._connection() as connection:
                connection.executemany("INSERT OR REPLACE INTO entries (key, value, day) VALUES (?, ?, ?)", rows)
        except sqlite3.DatabaseError:
            return False
        return True

    def size(self) -> tuple[int, int]:
        """Return how many entries there are, and the bytes that they take."""
        question = "SELECT count(*), coalesce(sum(length(value)), 0) FROM entries"
        count, total = self._connection().execute(question).fetchone()
        return count, total

    def shrink(self, most_bytes: int) -> None:
        """Remove the entries that have not been used for longest, days at a time, until at most `most_bytes` remain."""
        with contextlib.suppress(sqlite3.OperationalError):
            self._shrink(most_bytes)

    def _shrink(self, most_bytes: int) -> None:
        connection = self._connection()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what was written beside the file goes into it
        question = "SELECT day, sum(length(value)) FROM entries GROUP BY day ORDER BY day DESC"
        total = 0
        for day, size in connection.execute(question).fetchall():
            total += size
            if total > most_bytes:
                with connection:
                    connection.execute("DELETE FROM entries WHERE day <= ?", (day,))
                connection.execute("VACUUM")
                return

    def remove(self) -> None:
        """Remove the file, and what SQLite keeps beside it."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file in this process."""
        if self.opened:
            self.opened.close()
            self.opened = None

    def _create(self) -> None:
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode = WAL")  # readers and a writer do not wait for one another
            # with a row number: without one, every value above a kilobyte would take pages of its own
            connection.execute("CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, day INTEGER, value BLOB)")
            connection.execute("SELECT day FROM entries LIMIT 1")

    def _has(self, keys: Sequence[str]) -> bool:
        marks = ",".join("?" * len(keys))
        question = f"SELECT key, day FROM entries WHERE key IN ({marks})"  # noqa: S608
        rows = self._connection().execute(question, keys).fetchall()
        self._use(key for key, day in rows if day != today())
        return len(rows) == len(keys)

    def _load(self, keys: Sequence[str]) -> dict[str, Any]:
        """Return some entries, and remember that they were used today."""
        found: dict[str, Any] = {}
        old, damaged, marks = [], [], ",".join("?" * len(keys))
        question = f"SELECT key, value, day FROM entries WHERE key IN ({marks})"  # noqa: S608
        for key, value, day in self._connection().execute(question, keys):
            if value[:CHECK_BYTES] == _check(value[CHECK_BYTES:]):
                packed = value[CHECK_BYTES:]
                found[key] = pickle.loads(zlib.decompress(packed) if self.lasting else packed)  # noqa: S301
                old += [key] if day != today() else []
            else:
                damaged.append((key,))
        self._use(old)
        if damaged:
            with self._connection() as connection:
                connection.executemany("DELETE FROM entries WHERE key = ?", damaged)
        return found

    def _use(self, keys: Iterable[str]) -> None:
        """Remember that the entries were used today."""
        rows = [(today(), key) for key in keys]
        if rows:
            with self._connection() as connection:
                connection.executemany("UPDATE entries SET day = ? WHERE key = ?", rows)

    def _connection(self) -> sqlite3.Connection:
        if self.opened is None:
            self.opened = sqlite3.connect(self.path, timeout=PATIENCE_SECONDS)
            self.opened.execute("PRAGMA synchronous = OFF")  # a damaged entry is noticed and made again
        return self.opened


def few_at_a_time(keys: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield as many as one question may have."""
    return (keys[start : start + KEYS_AT_A_TIME] for start in range(0, len(keys), KEYS_AT_A_TIME))


def today() -> int:
    """Return the number of the day, by which entries age."""
    return int(time.time() // 86_400)


def _check(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=CHECK_BYTES).digest()
