"""Which files a list of paths means."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePath

from conceptgraph.errors import InputError
from conceptgraph.read.formats import is_known

STDIN = "-"
HIDDEN = (".", "~$")  # what office programs leave beside a file that is open begins with ~$
SYSTEM = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `path` is relative to the argument that named it, `full` is where its bytes are."""

    path: str
    full: str

    def load(self, megabytes: int) -> bytes:
        """Return the bytes; raise InputError where the system refuses them or there are more than `megabytes`."""
        most = megabytes * 1_000_000
        try:
            with nullcontext(sys.stdin.buffer) if self.full == STDIN else open(self.full, "rb") as file:
                content = file.read(most + 1)
            if len(content) <= most:
                return content
            size = f"{os.path.getsize(self.full) / 1e6:.0f}" if os.path.isfile(self.full) else f"> {megabytes}"
        except OSError as error:
            raise InputError("input_unreadable", path=self.path, cause=error) from error
        raise InputError("input_large", path=self.path, size=size, limit=megabytes)


Failures = list[tuple[str, InputError]]


@dataclass(frozen=True, slots=True)
class Found:
    """The sources that paths name, sorted, each file once; what is wrong with the paths, and what was passed over."""

    sources: tuple[Source, ...]
    failures: tuple[tuple[str, InputError], ...]
    warnings: tuple[InputError, ...]


def find_sources(paths: Sequence[str]) -> Found:
    """Return the sources that `paths` name, and what is to be said of the paths themselves."""
    found: dict[str, Source] = {}
    failures: Failures = []
    warnings: list[InputError] = []
    for path in sorted(set(paths)):
        if path == STDIN:
            found[STDIN] = Source("stdin", STDIN)
        elif os.path.isdir(path):
            for source in _search_folder(path, failures, warnings):
                found.setdefault(os.path.realpath(source.full), source)
        elif os.path.exists(path):
            found.setdefault(os.path.realpath(path), Source(os.path.basename(path), path))
        else:
            failures.append((path, InputError("input_missing", path=path)))
    sources = sorted(found.values(), key=lambda source: (source.path, source.full))
    return Found(tuple(sources), tuple(failures), tuple(warnings))


def _is_of_page(folder: str, files: Sequence[str]) -> bool:
    """Tell whether a folder holds the pictures and frames of a page that a browser saved beside it."""
    stem = folder.removesuffix("_files").removesuffix(".files")
    return stem != folder and not {f"{stem}.htm", f"{stem}.html"}.isdisjoint(files)


def _search_folder(folder: str, failures: Failures, warnings: list[InputError]) -> Iterator[Source]:
    """Yield the files under `folder` whose ending is known; note what cannot be listed, and what is passed over."""
    errors: list[OSError] = []
    count = 0
    others: Counter[str] = Counter()
    for base, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_of_page(name, names))
        for name in sorted(names):
            if name.startswith(HIDDEN) or name in SYSTEM:
                continue
            full = os.path.join(base, name)
            if not is_known(name) or (os.path.exists(full) and not os.path.isfile(full)):  # pipes and devices block
                others[PurePath(name).suffix.lower() or name] += 1
            else:
                count += 1
                yield Source(Path(os.path.relpath(full, folder)).as_posix(), full)
    for error in errors:
        place = os.path.relpath(error.filename, folder) if error.filename else folder
        shown = folder if place == "." else os.path.join(folder, place)
        failures.append((shown, InputError("folder_unreadable", path=shown, cause=error)))
    if not count and not errors:
        failures.append((folder, InputError("folder_empty", path=folder)))
    elif others:
        endings = ", ".join(f"{ending} ({number})" for ending, number in sorted(others.items()))
        warnings.append(InputError("folder_others", path=folder, count=others.total(), endings=endings))
