"""Tables of literature (CSV, TSV, JSON and JSON lines, the rows of a sheet): one document a row."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.decode import Decoded
from conceptgraph.read.entry import Entry, Listing, make_records
from conceptgraph.read.records import HAN, Records
from conceptgraph.resources import word_list

FIELDS = ("id", "title", "text", "author", "year", "keywords")  # those with a setting for their column
DELIMITERS = (",", "\t", ";", "|")
HEAD_WITHIN = 10  # rows among which the head is looked for; sheets have a caption above it
SURE_COLUMNS = 3  # known columns, a title among them, that make a text of any name a table
LONGEST_COLUMN = 60  # characters
COLUMN_PARTS = re.compile(r"[-—/\\|:：()（）\[\]【】{}_]+")
BLANKS_INSIDE = re.compile(rf"(?<={HAN.pattern})\s+(?={HAN.pattern})")

Row = Mapping[str, object]
NumberedRow = tuple[int, Row | InputError]
NumberedCells = tuple[int, Sequence[str]]


def read_csv(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of a text whose cells commas, tabulators, semicolons or bars part."""
    delimiter = find_delimiter(decoded.text, config) or ("\t" if path.lower().endswith(".tsv") else ",")
    rows = head_rows(_delimited_cells(decoded.text, delimiter), path, config)
    return read_rows(rows, Listing(decoded, path, "TSV" if delimiter == "\t" else "CSV"), config)


def read_json(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of JSON lines, or of one JSON list of objects (CSL-JSON)."""
    whole = _load_list(decoded.text)
    if whole is None:
        return read_rows(_json_lines(decoded.text, path), Listing(decoded, path, "JSONL"), config)
    numbered = ((number, _as_row(item, number, path)) for number, item in enumerate(whole, start=1))
    return read_rows(numbered, Listing(decoded, path, "JSON"), config)


def read_rows(rows: Iterable[NumberedRow], listing: Listing, config: ReadConfig) -> Records:
    """Return the documents of rows: (line number, row or what is wrong with it)."""
    return make_records((_make_entry(row, line, listing.path, config) for line, row in rows), listing)


def _make_entry(row: Row | InputError, line: int, path: str, config: ReadConfig) -> Entry | InputError:
    """Return the entry of one row, or why it is none."""
    if isinstance(row, InputError):
        return row
    fields = _fields(row, config)
    if "title" not in fields and "text" not in fields:
        return InputError("table_no_text", path=path, line=line, columns="、".join(row) or "-")
    return Entry(line, {name: _as_values(value) for name, value in fields.items()})


def _fields(row: Row, config: ReadConfig) -> Row:
    """Return the row's values by field. The column named in the settings wins over the usual names, a full cell over
    an empty one."""
    inner = row.get("data")  # Zotero's own JSON
    row = inner if isinstance(inner, dict) and "title" in inner else row
    fields: dict[str, object] = {}
    for column, value in row.items():
        field = field_of(column)
        if field and not fields.get(field):
            fields[field] = value
    for field in FIELDS:
        column = getattr(config, f"{field}_column")
        if column in row:
            fields[field] = row[column]
    return fields


def field_of(column: str) -> str:
    """Return the field that a column means by its name; empty where it means none.

    >>> field_of("Title-题名"), field_of("关 键 词"), field_of("作者单位")
    ('title', 'keywords', '')
    """
    return _field_of(column) if len(column) <= LONGEST_COLUMN else ""


@cache
def _field_of(column: str) -> str:
    usual = _usual_columns()
    name = BLANKS_INSIDE.sub("", column.strip(" \ufeff\"'*：:【】[]").casefold())
    if name in usual:
        return usual[name]
    return next((usual[part] for piece in COLUMN_PARTS.split(name) if (part := piece.strip()) in usual), "")


@cache
def _usual_columns() -> dict[str, str]:
    """Return the field that each usual column name (case-folded) means."""
    pairs = (entry.split(" ", 1) for entry in word_list("table_columns"))
    return {column.casefold(): field for field, column in pairs}


def _as_values(value: object) -> list[str]:
    """Return a cell as the values of a field: the items of a list, else one."""
    if isinstance(value, list):
        return [text for item in value if (text := _as_text(item))]
    text = _as_text(value)
    return [text] if text else []


def _as_text(value: object) -> str:
    """Return a cell as text. A person of CSL-JSON becomes a name, a date its numbers."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return "；".join(_as_text(item) for item in value)
    if isinstance(value, dict):
        family, given = (str(value.get(name) or "") for name in _person_parts(value))
        if family or given:
            return family + given if HAN.search(family + given) else f"{given} {family}".strip()
        plain = next((value[name] for name in ("literal", "name", "tag", "raw") if name in value), None)
        return _as_text(plain) if plain else "-".join(_as_text(item) for item in value.values())
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _person_parts(value: Mapping[str, object]) -> tuple[str, str]:
    """Return the names of the two parts of a person: those of CSL-JSON, or of Zotero's own JSON."""
    return ("lastName", "firstName") if "lastName" in value else ("family", "given")


# --- rows of cells ------------------------------------------------------------------------------------------


def head_rows(rows: Iterable[NumberedCells], path: str, config: ReadConfig) -> Iterator[NumberedRow]:
    """Yield the rows under the head: the first row that names a column we know, else the first row.

    A short row is filled up; one with more cells than columns is an error that names its line.
    """
    full = ((line, cells) for line, cells in rows if any(cell.strip() for cell in cells))
    start = list(islice(full, HEAD_WITHIN))
    at = next((i for i, (_, cells) in enumerate(start) if _known(cells, config)), 0)
    if not start:
        return
    head = _trim([cell.strip(" \ufeff") for cell in start[at][1]])
    names = [name or f"-{i}" for i, name in enumerate(head)]
    for rest in (start[at + 1 :], full):
        for line, cells in rest:
            kept = _trim(cells)
            if len(kept) > len(names):
                yield line, InputError("row_cells", path=path, line=line, cells=len(kept), columns=len(names))
            else:
                yield line, dict(zip(names, [*kept, *[""] * (len(names) - len(kept))], strict=True))


def has_head(rows: Sequence[NumberedCells], config: ReadConfig) -> bool:
    """Tell whether one of the first rows names a column of titles or texts."""
    return any(_known(cells, config) for _, cells in rows[:HEAD_WITHIN])


def _trim(cells: Sequence[str]) -> list[str]:
    """Return `cells` without the empty ones at the end."""
    last = max((i for i, cell in enumerate(cells) if cell.strip()), default=-1)
    return list(cells[: last + 1])


def _known(cells: Sequence[str], config: ReadConfig) -> int:
    """Return how many of the cells name a column, 0 where none is that of titles or texts."""
    chosen = {getattr(config, f"{field}_column"): field for field in FIELDS}
    fields = [field for cell in cells if (field := chosen.get(cell.strip()) or field_of(cell))]
    return len(fields) if {"title", "text"} & set(fields) else 0


def find_delimiter(text: str, config: ReadConfig, least: int = 1) -> str:
    """Return what parts the cells of a table: the sign that gives a head with the most known columns.

    Empty where no sign gives `least` of them.

    >>> find_delimiter("题名;作者;年\\n数字劳动;何以安;2020", ReadConfig())
    ';'
    """
    lines = list(islice((line for line in text.split("\n") if line.strip()), HEAD_WITHIN))
    best, found = least - 1, ""
    for delimiter in DELIMITERS:
        known = max((_known(cells, config) for cells in _parse(lines, delimiter)), default=0)
        if known > best:
            best, found = known, delimiter
    return found


def _parse(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(2**31 - 1)
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        return


def _delimited_cells(text: str, delimiter: str) -> Iterator[NumberedCells]:
    """Yield the rows of a delimited text with the number of their first line.

    A quotation mark that never closes takes no more than its own line.
    """
    csv.field_size_limit(2**31 - 1)
    lines = text.replace("\x00", "").split("\n")
    at = 0
    while at < len(lines):
        start, table = at, csv.reader((f"{line}\n" for line in islice(lines, at, None)), delimiter=delimiter)
        for cells in table:
            first, at = at, start + table.line_num
            if at - first > 1 and at >= len(lines) and "\n".join(lines[first:at]).count('"') % 2:
                yield first + 1, [cell.strip('"') for cell in lines[first].split(delimiter)]
                at = first + 1
                break
            yield first + 1, cells


# --- JSON ---------------------------------------------------------------------------------------------------


def is_json(text: str) -> bool:
    """Tell whether a text is JSON lines, or one JSON list or object, by its beginning."""
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return False
    first = start.partition("\n")[0]
    return re.match(r"\[\s*(?:\{\s*\"|\Z)|\{\s*(?:\"[^\"]*\"\s*:|\Z)", first) is not None


def _load_list(text: str) -> list[object] | None:
    """Return the objects of a text that is one JSON list, or one object that holds such a list; None for others."""
    if not text.lstrip().startswith("[") and text.lstrip().partition("\n")[0].rstrip().endswith("}"):
        return None
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        return lists[0] if lists else [whole]
    return whole if isinstance(whole, list) else None


def _json_lines(text: str, path: str) -> Iterator[NumberedRow]:
    """Yield the objects of a JSON-lines file; a line that is none is an error that names it."""
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            item = json.loads(content)
        except (ValueError, RecursionError) as error:
            yield line, InputError("row_bad", path=path, line=line, cause=error)
            continue
        yield line, _as_row(item, line, path)


def _as_row(item: object, line: int, path: str) -> Row | InputError:
    return _without_surrogates(item) if isinstance(item, dict) else InputError("row_no_object", path=path, line=line)


def _without_surrogates(row: Row) -> Row:
    r"""Return the row with lone surrogates, which ``\ud800`` in JSON can bring, replaced by U+FFFD."""
    try:
        json.dumps(row, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        clean = json.dumps(row, ensure_ascii=False).encode("utf-8", errors="replace").decode("utf-8")
        loaded: Row = json.loads(clean)
        return loaded
    return row
