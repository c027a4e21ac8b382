"""Which reader opens which file: by its first bytes where they say it, else by its ending.

A reader takes the bytes, the path to name in errors and the settings, and returns `Records`. Text is told apart by its
content in `text`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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


read_pdf = _later("pdf", "read_pdf")
read_xlsx = _later("xlsx", "read_xlsx")

READERS: dict[str, Reader] = {
    ".bib": read_text,
    ".ciw": read_text,
    ".csv": read_table,
    ".eln": read_text,
    ".enw": read_text,
    ".isi": read_text,
    ".jsonl": read_lines,
    ".markdown": read_prose,
    ".md": read_prose,
    ".nbib": read_text,
    ".ndjson": read_lines,
    ".net": read_text,
    ".pdf": read_pdf,
    ".ris": read_text,
    ".text": read_text,
    ".tsv": read_table,
    ".txt": read_text,
    ".xlsm": read_xlsx,
    ".xlsx": read_xlsx,
}

# Readers of packed files (zip) by their members, under any name.
PACKED: dict[str, Reader] = {"xlsx": read_xlsx}
REFUSED_PACKED = {"docx": "refused_docx", "epub": "refused_web", "odt": "refused_odt", "pptx": "refused_ppt"}

PDF_HEADER = re.compile(rb"[\x00-\x20\xef\xbb\xbf]{0,64}%PDF-")
# Endings under which databases also hand out PDF, web pages and tables.
BORROWED = frozenset({".caj", ".doc", ".kdh", ".nh", ".teb", ".wps", ".xls"})
PDF_WITHIN = 1024  # bytes that may stand before the header of a file of theirs
WEB_PAGE = re.compile(
    rb"[\x00-\x20\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype|html|head|meta|table)", re.I | re.S
)


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
        kind = zip_kind(content)
        if kind in PACKED:
            return PACKED[kind]
        raise InputError(REFUSED_PACKED.get(kind, "input_archive"), path=path)
    key = refusal(content, ending)
    if key:
        raise InputError(key, path=path)
    if ending in BORROWED and WEB_PAGE.match(content):
        return read_borrowed
    if ending in REFUSED:
        raise InputError(REFUSED[ending], path=path)
    return READERS.get(ending, read_text)
