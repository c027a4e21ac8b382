"""Tables of literature (CSV, TSV, JSON lines): one document a row."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import PurePath

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Document
from conceptgraph.read.decode import Decoded, decode
from conceptgraph.read.records import Records, has_chinese
from conceptgraph.resources import word_list

FIELDS = ("id", "title", "text", "author", "year", "keywords")  # those with a setting for their column
SEPARATOR = re.compile(r"\s*(?:[;；,，、|\n]\s*)+")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")

Row = Mapping[str, object]
NumberedRow = tuple[int, Row | InputError]
RowReader = Callable[[str, str], Iterator[NumberedRow]]


def _read_table(rows: RowReader, content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the documents of a table; `rows` yields (line number, row or what is wrong with it)."""
    decoded = decode(content, config.encoding, path)
    documents: list[Document] = []
    errors: list[InputError] = []
    for line, row in rows(decoded.text, path):
        made = row if isinstance(row, InputError) else _make_document(row, line, decoded, path, config)
        if isinstance(made, InputError):
            errors.append(made)
        else:
            documents.append(made)
    if not documents and not errors:
        raise InputError("table_no_rows", path=path)
    if documents and not any(has_chinese(document.text) for document in documents):
        raise InputError("input_not_chinese", path=path)
    return Records(tuple(documents), tuple(errors))


def _make_document(row: Row, line: int, decoded: Decoded, path: str, config: ReadConfig) -> Document | InputError:
    """Return the document of one row, or why it is none. Its text begins with its title."""
    fields = _fields(row, config)
    if "title" not in fields and "text" not in fields:
        return InputError("table_no_text", path=path, line=line, columns="、".join(row) or "-")
    title, text = _as_text(fields.get("title")), _as_text(fields.get("text"))
    if not title and not text:
        return InputError("row_empty", path=path, line=line)
    year = YEAR.search(_as_text(fields.get("year")))
    return Document(
        id=_as_text(fields.get("id")) or f"{PurePath(path).stem}-{line:06d}",
        title=title,
        path=path,
        text="\n\n".join(part for part in (title, text) if part),
        authors=_as_list(fields.get("author")),
        year=int(year[0]) if year else None,
        source=_as_text(fields.get("source")) or None,
        keywords=_as_list(fields.get("keywords")),
        encoding=decoded.encoding,
        margin=decoded.margin,
        lost=decoded.lost,
    )


def _fields(row: Row, config: ReadConfig) -> Row:
    """Return the row's values by field. The column named in the settings wins over the usual names, a full cell over
    an empty one."""
    fields: dict[str, object] = {}
    usual = _usual_columns()
    for column, value in row.items():
        field = usual.get(column.strip().casefold())
        if field and not fields.get(field):
            fields[field] = value
    for field in FIELDS:
        column = getattr(config, f"{field}_column")
        if column in row:
            fields[field] = row[column]
    return fields


@cache
def _usual_columns() -> dict[str, str]:
    """Return the field that each usual column name (case-folded) means."""
    pairs = (entry.split(" ", 1) for entry in word_list("table_columns"))
    return {column.casefold(): field for field, column in pairs}


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "；".join(_as_text(item) for item in value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _as_list(value: object) -> tuple[str, ...]:
    """Return authors or keywords, split at ``; ；;; , ，`` or as a JSON list."""
    parts = [_as_text(item) for item in value] if isinstance(value, list) else SEPARATOR.split(_as_text(value))
    return tuple(dict.fromkeys(part for part in parts if part))


def _delimited_rows(text: str, path: str, *, delimiter: str) -> Iterator[NumberedRow]:
    """Yield the rows under a head line; a row with another number of cells is an error that names its line."""
    csv.field_size_limit(2**31 - 1)
    table = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter)
    head: list[str] = []
    while True:
        line = table.line_num + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, InputError("row_bad", path=path, line=line, cause=error)
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if not head:
            head = [cell.strip() for cell in cells]
        elif len(cells) != len(head):
            yield line, InputError("row_cells", path=path, line=line, cells=len(cells), columns=len(head))
        else:
            yield line, dict(zip(head, cells, strict=True))


def _json_rows(text: str, path: str) -> Iterator[NumberedRow]:
    """Yield the objects of a JSON-lines file; a line that is none is an error that names it."""
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            row = json.loads(content)
        except (ValueError, RecursionError) as error:
            yield line, InputError("row_bad", path=path, line=line, cause=error)
            continue
        if isinstance(row, dict):
            yield line, _without_surrogates(row)
        else:
            yield line, InputError("row_no_object", path=path, line=line)


def _without_surrogates(row: Row) -> Row:
    r"""Return the row with lone surrogates, which ``\ud800`` in JSON can bring, replaced by U+FFFD."""
    try:
        json.dumps(row, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        clean = json.dumps(row, ensure_ascii=False).encode("utf-8", errors="replace").decode("utf-8")
        loaded: Row = json.loads(clean)
        return loaded
    return row


read_csv = partial(_read_table, partial(_delimited_rows, delimiter=","))
read_tsv = partial(_read_table, partial(_delimited_rows, delimiter="\t"))
read_jsonl = partial(_read_table, _json_rows)
