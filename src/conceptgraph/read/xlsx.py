"""Sheets of literature (XLSX), read by python-calamine (extra ``lists``): one document a row of each sheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from types import ModuleType

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.decode import Decoded
from conceptgraph.read.entry import Listing
from conceptgraph.read.records import Records
from conceptgraph.read.table import NumberedCells, has_head, head_rows, read_rows

MEGABYTE = 1 << 20


def read_xlsx(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the documents of a workbook, one a row of each sheet whose head names titles or texts.

    Where no head does, all sheets are read, and their rows told as errors. Raises InputError where the library is
    missing, the file is damaged, protected by a password, or unpacks to more than the limit.
    """
    try:
        import python_calamine
    except ModuleNotFoundError as error:
        raise InputError("lists_library", path=path, name="XLSX") from error
    _check_size(content, path, config)
    sheets = [rows for rows in _sheets(python_calamine, content, path) if rows]
    headed = [rows for rows in sheets if has_head(rows, config)]
    parts = [
        read_rows(head_rows(rows, path, config), Listing(Decoded("", "xlsx"), path, "XLSX"), config)
        for rows in headed or sheets
    ]
    if not parts:
        raise InputError("table_no_rows", path=path)
    return Records(
        tuple(document for part in parts for document in part.documents),
        tuple(error for part in parts for error in part.errors),
        tuple(warning for part in parts for warning in part.warnings),
    )


def _check_size(content: bytes, path: str, config: ReadConfig) -> None:
    """Raise InputError unless the content is a zip archive that unpacks to no more than the limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError("xlsx_bad", path=path, cause=error) from error
    limit = config.unpacked_megabytes
    if size > limit * MEGABYTE:
        raise InputError("input_bomb", path=path, megabytes=size // MEGABYTE, limit=limit)


def _sheets(library: ModuleType, content: bytes, path: str) -> Iterator[list[NumberedCells]]:
    """Yield the rows that hold something of each sheet, with their numbers, cells as text."""
    try:
        book = library.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield [(number, cells) for number, row in enumerate(rows, start=1) if any(cells := list(map(_text, row)))]
    except library.PasswordError as error:
        raise InputError("refused_password", path=path) from error
    except (library.CalamineError, ValueError, OSError) as error:
        raise InputError("xlsx_bad", path=path, cause=error) from error


def _text(cell: object) -> str:
    """Return a cell as text, a whole number without its point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
