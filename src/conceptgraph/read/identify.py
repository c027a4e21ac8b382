"""Stable, unique ids: the same input gives the same ids, whatever the order of files and arguments."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TypeVar

from conceptgraph.model import Standing
from conceptgraph.read.find import Source

Kept = TypeVar("Kept", bound=Standing)
Name = Callable[[Source, Standing], str]


def number_documents(sources: Sequence[Source], documents: Sequence[Kept]) -> tuple[Kept, ...]:
    """Return the documents, each of its source, sorted by id.

    The id is the row's own id or the file's stem; where several documents share it, each takes the next longer name
    of the list: with the relative path, with the place on the disk (only for files of one name from two arguments),
    with a count within the file.
    """
    ids = [""] * len(documents)
    for name_of in (_short_name, _path_name, _full_name):
        ids = _lengthen(sources, documents, ids, name_of)
    seen: Counter[str] = Counter()
    named: list[Kept] = []
    for name, document in zip(ids, documents, strict=True):
        seen[name] += 1
        unique = name if seen[name] == 1 else f"{name}~{seen[name]}"
        named.append(document if document.id == unique else dataclasses.replace(document, id=unique))
    return tuple(sorted(named, key=lambda document: document.id))


def _lengthen(sources: Sequence[Source], documents: Sequence[Standing], ids: Sequence[str], name_of: Name) -> list[str]:
    """Return the ids, those that are shared or empty replaced by the longer names."""
    counts = Counter(ids)
    return [
        name if name and counts[name] == 1 else name_of(source, document)
        for name, source, document in zip(ids, sources, documents, strict=True)
    ]


def _short_name(source: Source, document: Standing) -> str:
    return document.id or PurePath(source.path).stem


def _path_name(source: Source, document: Standing) -> str:
    return f"{source.path}:{document.id}" if document.id else source.path


def _full_name(source: Source, document: Standing) -> str:
    full = "/".join(Path(source.full).parts[-3:])
    return f"{full}:{document.id}" if document.id else full
