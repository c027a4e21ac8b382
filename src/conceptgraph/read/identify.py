"""Stable, unique ids: the same input gives the same ids, whatever the order of files and arguments."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

from conceptgraph.model import Document
from conceptgraph.read.find import Source

Found = tuple[Source, Document]


def number_documents(found: Sequence[Found]) -> tuple[Document, ...]:
    """Return the documents, sorted by id.

    The id is the row's own id or the file's stem; where several documents share it, each takes the next longer name
    of the list: with the relative path, with the place on the disk (only for files of one name from two arguments),
    with a count within the file.
    """
    ids = _lengthen(found, ["" for _ in found], (_short_name, _path_name, _full_name))
    seen: Counter[str] = Counter()
    named: list[Document] = []
    for name, (_, document) in zip(ids, found, strict=True):
        seen[name] += 1
        unique = name if seen[name] == 1 else f"{name}~{seen[name]}"
        named.append(document if document.id == unique else dataclasses.replace(document, id=unique))
    return tuple(sorted(named, key=lambda document: document.id))


def _lengthen(found: Sequence[Found], ids: list[str], steps: Sequence[Callable[[Found], str]]) -> list[str]:
    """Return one id for each entry: the first of `steps` whose names are not shared."""
    for step in steps:
        shared = {name for name, count in Counter(ids).items() if count > 1 or not name}
        ids = [step(entry) if name in shared else name for name, entry in zip(ids, found, strict=True)]
    return ids


def _short_name(entry: Found) -> str:
    source, document = entry
    return document.id or PurePath(source.path).stem


def _path_name(entry: Found) -> str:
    source, document = entry
    return f"{source.path}:{document.id}" if document.id else source.path


def _full_name(entry: Found) -> str:
    source, document = entry
    full = "/".join(Path(source.full).parts[-3:])
    return f"{full}:{document.id}" if document.id else full
