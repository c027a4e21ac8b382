"""Paths -> documents: files, folders and standard input, decoded; what cannot be read is told, not lost.

A format is one module with one function (see `formats`); adding one is that module and a line in `formats.READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, overload

from conceptgraph.config import ReadConfig
from conceptgraph.errors import ConceptgraphError, InputError
from conceptgraph.model import Document, ReadFailure, Standing
from conceptgraph.read.doubt import check_decoding
from conceptgraph.read.find import Source, find_sources
from conceptgraph.read.formats import Records, reader_for
from conceptgraph.read.identify import Kept, number_documents

__all__ = ["ReadFailure", "Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading(Generic[Kept]):
    """The documents, sorted by id (ids are unique), the failures and the warnings, sorted by path."""

    documents: tuple[Kept, ...]
    failures: tuple[ReadFailure, ...]
    warnings: tuple[InputError, ...] = ()


@overload
def read(paths: Sequence[str], config: ReadConfig) -> Reading[Document]: ...


@overload
def read(paths: Sequence[str], config: ReadConfig, put: Callable[[Document], Kept]) -> Reading[Kept]: ...


def read(
    paths: Sequence[str], config: ReadConfig, put: Callable[[Document], Standing] = lambda document: document
) -> Reading[Any]:
    """Return the documents of `paths` (files, folders, ``-`` for standard input) and what could not be read.

    Folders are searched recursively, hidden files skipped; a file named twice is read once, so that neither the order
    of `paths` nor a repetition changes the result. Nothing is raised for bad input: each problem is a `ReadFailure`
    with the InputError to show; with the setting read.strict the first one is raised, and no more is read. Each
    document is given to `put` as soon as it is read, and what that returns takes its place.

    >>> reading = read(["no/such/file.txt"], ReadConfig())
    >>> reading.documents, reading.failures[0].error.key
    ((), 'input_missing')
    """
    sought = find_sources(paths)
    kept: list[Standing] = []
    from_where: list[Source] = []  # of each of them
    failed = [ReadFailure(path, error) for path, error in sought.failures]
    warnings: list[InputError] = list(sought.warnings)
    _stop_if_strict(config, [failure.error for failure in failed])
    for source in sought.sources:
        records = _read_source(source, config)
        _stop_if_strict(config, records.errors)
        kept.extend(map(put, records.documents))
        from_where.extend(source for _ in records.documents)
        failed.extend(ReadFailure(source.path, error) for error in records.errors)
        warnings.extend(records.warnings)
    return Reading(
        number_documents(from_where, kept),
        tuple(sorted(failed, key=lambda failure: (failure.path, str(failure.error)))),
        tuple(sorted(warnings, key=str)),
    )


def _stop_if_strict(config: ReadConfig, errors: Sequence[ConceptgraphError]) -> None:
    if config.strict and errors:
        raise errors[0]


def _read_source(source: Source, config: ReadConfig) -> Records:
    """Return the records of one source; an error of the whole file becomes its only entry."""
    try:
        content = source.load(config.file_megabytes)
        if not content.strip(b"\x00 \t\r\n"):
            raise InputError("input_empty", path=source.path)
        return check_decoding(reader_for(source.path, content)(content, source.path, config), source.path, config)
    except InputError as error:
        return Records((), (error,))
