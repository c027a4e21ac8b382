"""Files that are text, whatever their ending: decoded once, then known by their content as prose, table or list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.decode import Decoded, decode
from conceptgraph.read.lists.bibtex import is_bibtex, read_bibtex
from conceptgraph.read.lists.citations import is_citation_list, read_citations
from conceptgraph.read.lists.dialects import find_dialect
from conceptgraph.read.lists.labelled import is_labelled_list, read_labelled
from conceptgraph.read.lists.markup import (
    is_html_table,
    is_sheet_xml,
    is_xml_list,
    read_html_table,
    read_sheet_xml,
    read_xml_list,
)
from conceptgraph.read.lists.tagged import read_tagged
from conceptgraph.read.plain import read_plain
from conceptgraph.read.records import Records
from conceptgraph.read.table import SURE_COLUMNS, find_delimiter, is_json, read_csv, read_json

TextReader = Callable[[Decoded, str, ReadConfig], Records]

# What gives a form of text away, in the order of asking, and its reader.
FORMS: tuple[tuple[Callable[[str], bool], TextReader], ...] = (
    (is_bibtex, read_bibtex),
    (is_json, read_json),
    (is_html_table, read_html_table),
    (is_sheet_xml, read_sheet_xml),
    (is_xml_list, read_xml_list),
    (is_citation_list, read_citations),
)


def read_text(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the documents of a text file: of a list or table where its first lines are those of one, else its prose.

    Raises InputError where it cannot be decoded or read.
    """
    decoded = decode(content, config.encoding, path)
    return _find_reader(decoded.text, config)(decoded, path, config)


def read_prose(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the one document of a file that is prose by its ending (Markdown)."""
    return read_plain(decode(content, config.encoding, path), path, config)


def read_table(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the documents of a file that is a table by its ending, unless its content is another list."""
    decoded = decode(content, config.encoding, path)
    reader = _find_reader(decoded.text, config)
    return (read_csv if reader is read_plain else reader)(decoded, path, config)


def read_lines(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the documents of a file of JSON lines, whose bad lines are told one by one."""
    return read_json(decode(content, config.encoding, path), path, config)


def read_borrowed(content: bytes, path: str, config: ReadConfig, refused: str) -> Records:
    """Return the documents of a list or table under the ending of an office program, as databases export them.

    Raises InputError with the message `refused` where it is neither.
    """
    try:
        decoded = decode(content, config.encoding, path)
    except InputError as error:
        raise InputError(refused, path=path) from error
    reader = _find_reader(decoded.text, config)
    if reader is read_plain:
        raise InputError(refused, path=path)
    return reader(decoded, path, config)


def _find_reader(text: str, config: ReadConfig) -> TextReader:
    dialect = find_dialect(text)
    if dialect:
        return partial(read_tagged, dialect=dialect)
    for is_form, reader in FORMS:
        if is_form(text):
            return reader
    if text.lstrip().startswith("<?xml"):
        return _refuse_xml
    if find_delimiter(text, config, SURE_COLUMNS):
        return read_csv
    return read_labelled if is_labelled_list(text) else read_plain


def _refuse_xml(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    raise InputError("refused_xml", path=path)
