"""BibTeX and BibLaTeX, read by bibtexparser (extra ``lists``)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.decode import Decoded
from conceptgraph.read.entry import Entry, Listing, make_records
from conceptgraph.read.records import Records
from conceptgraph.read.table import field_of

if TYPE_CHECKING:
    from bibtexparser.model import Block

SIGN = re.compile(r"(?:%[^\n]*\n\s*)*@[A-Za-z]{2,20}\s*[{(][^\n]*(?:\n\s*[A-Za-z_-]+\s*=|=)")
ENTRY = re.compile(r"@(?!comment|string|preamble)[A-Za-z]+\s*[{(]", re.IGNORECASE)
LATEX = re.compile(r"\\([&%$#_{}])|[{}]|\\(?:emph|textit|textbf|textsc|url)\b\s*")
SPACES = re.compile(r"[ \t]*\n[ \t]*|~")
FIELDS = {"shorttitle": "", "series": "", "booktitle": "source", "publisher": "source", "school": "source"}


def is_bibtex(text: str) -> bool:
    """Tell whether a text begins with an entry of BibTeX.

    >>> is_bibtex("@article{he2020,\\n  title = {数字劳动}\\n}"), is_bibtex("@何以安 你好")
    (True, False)
    """
    return SIGN.match(text[:20_000].lstrip()) is not None


def read_bibtex(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of a BibTeX file, one an entry; an entry that cannot be read is an error with its line.

    Raises InputError where the library is not installed.
    """
    try:
        from bibtexparser.entrypoint import parse_string
    except ModuleNotFoundError as error:
        raise InputError("lists_library", path=path, name="BibTeX") from error
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it complains of, we report
    library = parse_string(decoded.text)
    entries = (entry for block in library.blocks for entry in _make_entries(block, path))
    return make_records(entries, Listing(decoded, path, "BibTeX"))


def _make_entries(block: Block, path: str) -> Iterator[Entry | InputError]:
    """Yield the entry of a block, or what is wrong with it; a key that stands twice is no fault of an entry."""
    from bibtexparser.model import Entry as BibtexEntry
    from bibtexparser.model import ParsingFailedBlock

    line = (block.start_line or 0) + 1
    if isinstance(block, ParsingFailedBlock):
        ignored = block.ignore_error_block
        if isinstance(ignored, BibtexEntry):
            block = ignored
        elif ENTRY.match((block.raw or "").lstrip()):
            yield InputError(
                "row_bad", path=path, line=line, cause="BibTeX: " + " ".join(str(block.error).split())[:80]
            )
            return
    if isinstance(block, BibtexEntry):
        yield Entry(line, _fields(block))


def _fields(block: Block) -> dict[str, list[str]]:
    """Return the fields of an entry; the journal wins over the publisher, the first of two titles over the second."""
    fields: dict[str, list[str]] = {}
    for field in sorted(block.fields, key=lambda field: field.key.lower() in FIELDS):  # type: ignore[attr-defined]
        key = field.key.lower()
        name = FIELDS.get(key, field_of(key))
        value = _plain(str(field.value))
        if name and name != "id" and value and name not in fields:
            fields[name] = [value]
    return fields


def _plain(value: str) -> str:
    """Return a value without braces, escapes and the line breaks of the file.

    >>> _plain("{{资本}} \\\\& {劳动}\\n  的关系")
    '资本 & 劳动\\n的关系'
    """
    return SPACES.sub(lambda gap: "\n" if "\n" in gap[0] else " ", LATEX.sub(lambda sign: sign[1] or "", value)).strip()
