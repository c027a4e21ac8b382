"""Lists in markup: tables of a web page (what databases call .xls), and XML of NoteFirst, 维普 and EndNote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from conceptgraph.config import ReadConfig
from conceptgraph.read.decode import Decoded
from conceptgraph.read.entry import Entry, Listing, make_records
from conceptgraph.read.records import HAN, Records
from conceptgraph.read.table import NumberedCells, field_of, head_rows, read_rows
from conceptgraph.read.xml_tree import Element, parse_xml

HTML_TABLE = re.compile(r"<table\b.{0,3000}?<t[rdh]\b", re.IGNORECASE | re.DOTALL)
HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|meta|table|style)\b", re.I | re.DOTALL
)
XML_LIST = re.compile(
    r"<(?:Bibliographies|ResourceList|records|xml)\b[^<]*>\s*<(?:\w+Count|Bibliography|\w+Paper|records?|source-app)\b"
)
DECLARATION = re.compile(
    r"<!--.*?(?:-->|\Z)|<![^>]*>?|<\?[^>]*>?", re.DOTALL
)  # no cells there; html.parser trips over some
SHEET_XML = re.compile(r"<\?mso-application|<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet")
MOST_COLUMNS = 16_384  # of a sheet
XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
RECORDS = re.compile(r"record\Z|Bibliography\Z|\w+Paper\Z|Thesis\Z|Conference\Z")
CELLS = frozenset({"td", "th"})
SKIPPED = frozenset(
    {"secondary-title", "short-title", "alt-title", "Organ", "Organization", "Organs", "Publisher", "CLCs", "Language"}
)
AUTHORS = frozenset({"Creators", "Authors", "authors", "contributors"})
CONTAINERS = {
    "Abstracts": "text",
    "Keywords": "keywords",
    "PrimaryTitle": "title",
    "PublishDate": "year",
    "Titles": "title",
    "keywords": "keywords",
    "titles": "title",
}
SOURCES = frozenset({"Periodical", "Medium", "periodical"})


def is_html_table(text: str) -> bool:
    """Tell whether a text is a web page with a table whose head names columns of literature."""
    if not HTML_START.match(text[:2000]) or not HTML_TABLE.search(text[:50_000]):
        return False
    for line, cells in _table_cells(text[:50_000]):
        fields = [field for cell in cells if (field := field_of(cell))]
        if len(fields) > 1 and {"title", "text"} & set(fields):
            return True
        if line > 10:
            break
    return False


def read_html_table(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of the tables of a web page, one a row."""
    rows = head_rows(_table_cells(decoded.text), path, config)
    return read_rows(rows, Listing(decoded, path, "HTML table"), config)


def is_sheet_xml(text: str) -> bool:
    """Tell whether a text is a sheet as Excel 2003 writes it in XML, which some databases call .xls."""
    return SHEET_XML.search(text[:2000]) is not None


def read_sheet_xml(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of a sheet in XML, one a row. Raises InputError for damaged XML."""
    rows = [row for row in _parse(decoded.text, path).iter() if row.tag == "Row"]
    numbered = ((number, _sheet_cells(row)) for number, row in enumerate(rows, start=1))
    return read_rows(head_rows(numbered, path, config), Listing(decoded, path, "XML sheet"), config)


def _sheet_cells(row: Element) -> list[str]:
    """Return the cells of a row; one with an index stands in that column."""
    cells: list[str] = []
    for cell in row:
        index = cell.get("Index", "")
        if index.isdigit() and len(cells) < int(index) <= MOST_COLUMNS:
            cells += [""] * (int(index) - 1 - len(cells))
        cells.append("".join(cell.itertext()).strip())
    return cells


class _Rows(HTMLParser):
    """Collects the cells of all tables, row by row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        self.open = tag in CELLS or (self.open and tag != "tr")
        if tag in CELLS:
            self.rows = self.rows or [[]]
            self.rows[-1].append("")
        elif tag == "br" and self.open and self.rows and self.rows[-1]:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag not in CELLS

    def handle_data(self, data: str) -> None:
        if self.open and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def _table_cells(text: str) -> Iterator[NumberedCells]:
    parser = _Rows()
    parser.feed(DECLARATION.sub("", text))
    for number, cells in enumerate(parser.rows, start=1):
        yield number, [" ".join(cell.split()) for cell in cells]


def is_xml_list(text: str) -> bool:
    """Tell whether a text is an XML list of literature."""
    return XML_LIST.search(text[:2000]) is not None


def read_xml_list(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of an XML list, one a record. Raises InputError for damaged XML."""
    root = _parse(decoded.text, path)
    found = (element for element in root.iter() if RECORDS.match(element.tag) and element is not root)
    entries = (Entry(number, _fields(element)) for number, element in enumerate(found, start=1))
    return make_records(entries, Listing(decoded, path, "XML"))


def _parse(content: str, path: str) -> Element:
    """Return the root of an XML text. Raises InputError for a damaged one, and for one that declares entities, which
    no export does.
    """
    return parse_xml(CONTROL.sub("", XML_HEAD.sub("", content)).encode(), path, "XML")


def _fields(record: Element) -> dict[str, list[str]]:
    """Return the fields of a record; where a field stands in two languages, the Chinese values."""
    fields: dict[str, list[str]] = {}
    for name, value in _leaves(record, ()):
        fields.setdefault(name, []).append(value)
    return {
        name: [value for value in values if HAN.search(value)] or values if name != "year" else values
        for name, values in fields.items()
    }


def _leaves(element: Element, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield field and text of what an element holds."""
    for child in element:
        names = (*above, child.tag)
        if child.tag in SKIPPED:
            if child.tag == "secondary-title":
                yield "source", "".join(child.itertext())
            continue
        if len(child):
            yield from _leaves(child, names)
            continue
        field = _field_of_path(names)
        value = "".join(child.itertext()).strip()
        if field and value:
            yield field, value


def _field_of_path(names: tuple[str, ...]) -> str:
    """Return the field that an element means by its name and those above it."""
    if set(names) & AUTHORS:
        return "author" if names[-1] in ("Name", "FullName", "author", "style") else ""
    if set(names) & SOURCES:
        return "source" if names[-1] in ("Name", "Media", "full-title") else ""
    inside = next((CONTAINERS[name] for name in names if name in CONTAINERS), "")
    return inside or next((field for name in reversed(names) if (field := field_of(name))), "")
