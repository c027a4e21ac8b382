"""Which reader opens which file: by its first bytes where they say it, else by its ending.

A reader takes the bytes, the path to name in errors and the settings, and returns `Records`. Text is told apart by its
content in `text`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import PurePath

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.foreign import BESIDE, REFUSED, ZIP, refusal, zip_kind
from conceptgraph.read.records import Records
from conceptgraph.read.text import read_borrowed, read_lines, read_prose, read_table, read_text

__all__ = ["READERS", "Reader", "Records", "is_known", "reader_for"]

Reader = Callable[[bytes, str, ReadConfig], Records]


def _later(module: str, name: str) -> Reader:
    """Return the reader `name` of a module of read/ that is imported when the first file needs it."""

    def read(content: bytes, path: str, config: ReadConfig) -> Records:
        reader: Reader = getattr(import_module(f"conceptgraph.read.{module}"), name)
        return reader(content, path, config)

    return read


read_docx = _later("word", "read_docx")
read_epub = _later("epub", "read_epub")
read_html = _later("web", "read_html")
read_mhtml = _later("web", "read_mhtml")
read_pdf = _later("pdf", "read_pdf")
read_word_xml = _later("word", "read_word_xml")
read_xlsx = _later("xlsx", "read_xlsx")

READERS: dict[str, Reader] = {
    ".bib": read_text,
    ".ciw": read_text,
    ".csv": read_table,
    ".docm": read_docx,
    ".docx": read_docx,
    ".dotm": read_docx,
    ".dotx": read_docx,
    ".eln": read_text,
    ".enw": read_text,
    ".epub": read_epub,
    ".htm": read_html,
    ".html": read_html,
    ".isi": read_text,
    ".jsonl": read_lines,
    ".markdown": read_prose,
    ".md": read_prose,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".nbib": read_text,
    ".ndjson": read_lines,
    ".net": read_text,
    ".pdf": read_pdf,
    ".ris": read_text,
    ".shtml": read_html,
    ".text": read_text,
    ".tsv": read_table,
    ".txt": read_text,
    ".xht": read_html,
    ".xhtml": read_html,
    ".xlsm": read_xlsx,
    ".xlsx": read_xlsx,
}

# Readers of packed files (zip) by their members, under any name.
PACKED: dict[str, Reader] = {"docx": read_docx, "epub": read_epub, "xlsx": read_xlsx}
REFUSED_PACKED = {"odt": "refused_odt", "pptx": "refused_ppt"}
SPOILT = frozenset({read_docx, read_epub})  # readers that say what is wrong with an archive

PDF_HEADER = re.compile(rb"[\x00-\x20\xef\xbb\xbf]{0,64}%PDF-")
# Endings under which databases also hand out PDF, web pages and tables.
BORROWED = frozenset({".caj", ".doc", ".kdh", ".nh", ".teb", ".wps", ".xls"})
PDF_WITHIN = 1024  # bytes that may stand before the header of a file of theirs

# How pages and Word's own XML begin, after blanks, comments and declarations; endings whose texts may begin so.
_BEFORE = rb"(?:\s|<!--(?:(?!-->).){0,2000}-->|<\?[^>]{0,300}\?>)*"
PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|meta|title|body|table|style)\b", re.IGNORECASE | re.DOTALL)
WORD_XML = re.compile(_BEFORE + rb"<(?:pkg:package|w:wordDocument)\b", re.DOTALL)
MESSAGE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE)
HEAD_BYTES = 4096
AS_WRITTEN = frozenset({".csv", ".jsonl", ".markdown", ".md", ".ndjson", ".pdf", ".tsv"})


def is_known(name: str) -> bool:
    """Tell whether a file of this name is taken from a folder: read, or refused with its remedy."""
    ending = PurePath(name).suffix.lower()
    return ending in READERS or (ending in REFUSED and ending not in BESIDE)


def reader_for(path: str, content: bytes) -> Reader:
    """Return the reader of a file; an unknown ending is read as text. Raises InputError for what no reader opens."""
    ending = PurePath(path).suffix.lower()
    if PDF_HEADER.match(content) or (ending in BORROWED and b"%PDF-" in content[:PDF_WITHIN]):
        return read_pdf
    if content.startswith(ZIP):
        return _reader_of_packed(path, content, ending)
    key = refusal(content, ending)
    if key:
        raise InputError(key, path=path)
    reader = _reader_of_markup(content, ending)
    if reader:
        return reader
    if ending in BORROWED:
        return partial(read_borrowed, refused=REFUSED[ending])
    if ending in REFUSED:
        raise InputError(REFUSED[ending], path=path)
    return READERS.get(ending, read_text)


def _reader_of_packed(path: str, content: bytes, ending: str) -> Reader:
    kind = zip_kind(content)
    if kind in PACKED:
        return PACKED[kind]
    named = READERS.get(ending)
    if not kind and named in SPOILT:
        return named
    raise InputError(REFUSED_PACKED.get(kind, "input_archive"), path=path)


def _reader_of_markup(content: bytes, ending: str) -> Reader | None:
    """Return the reader of a page or of Word's XML, whatever the file is called."""
    head = content[:HEAD_BYTES].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if WORD_XML.match(head):
        return read_word_xml
    if ending not in AS_WRITTEN and PAGE.match(head):
        return read_html
    return read_mhtml if MESSAGE.match(head) else None
