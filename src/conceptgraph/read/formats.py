"""Which reader opens which file: by ending, and by the first bytes for files under a false name.

A reader takes the bytes, the path to name in errors and the settings, and returns `Records`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.plain import read_plain
from conceptgraph.read.records import Records
from conceptgraph.read.table import read_csv, read_jsonl, read_tsv

__all__ = ["READERS", "Reader", "Records", "is_known", "reader_for"]

Reader = Callable[[bytes, str, ReadConfig], Records]


def _later(module: str, name: str) -> Reader:
    """Return the reader `name` of a module of read/ that is imported when the first file needs it."""

    def read(content: bytes, path: str, config: ReadConfig) -> Records:
        reader: Reader = getattr(import_module(f"conceptgraph.read.{module}"), name)
        return reader(content, path, config)

    return read


read_pdf = _later("pdf", "read_pdf")

READERS: dict[str, Reader] = {
    ".csv": read_csv,
    ".jsonl": read_jsonl,
    ".markdown": read_plain,
    ".md": read_plain,
    ".ndjson": read_jsonl,
    ".pdf": read_pdf,
    ".text": read_plain,
    ".tsv": read_tsv,
    ".txt": read_plain,
}

# Endings that scholars have and no reader opens: the message says which program saves them as what.
REFUSED: dict[str, str] = {
    ".caj": "refused_caj",
    ".doc": "refused_doc",
    ".docx": "refused_docx",
    ".epub": "refused_web",
    ".htm": "refused_web",
    ".html": "refused_web",
    ".kdh": "refused_caj",
    ".nh": "refused_caj",
    ".rtf": "refused_doc",
    ".wps": "refused_doc",
    ".xls": "refused_xls",
    ".xlsx": "refused_xls",
}

# First bytes of files that a reader opens under any name.
SIGNED: tuple[tuple[bytes, Reader], ...] = ((b"%PDF", read_pdf),)

# First bytes of files that are no text, whatever their name.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"CAJ\x00", "refused_caj"),
    (b"HN\x00", "refused_caj"),
    (b"KDH ", "refused_caj"),
    (b"\xd0\xcf\x11\xe0", "refused_doc"),
    (b"{\\rtf", "refused_doc"),
    (b"PK\x03\x04", "input_archive"),
    (b"Rar!", "input_archive"),
    (b"7z\xbc\xaf", "input_archive"),
    (b"\x1f\x8b", "input_archive"),
    (b"\x89PNG", "input_binary"),
    (b"\xff\xd8\xff", "input_binary"),
    (b"GIF8", "input_binary"),
    (b"\x7fELF", "input_binary"),
    (b"MZ\x90", "input_binary"),
)


def is_known(name: str) -> bool:
    """Tell whether a file of this name is taken from a folder: read, or refused with its remedy."""
    ending = PurePath(name).suffix.lower()
    return ending in READERS or ending in REFUSED


def reader_for(path: str, content: bytes) -> Reader:
    """Return the reader of a file; an unknown ending is read as plain text. Raises InputError for what is no text."""
    ending = PurePath(path).suffix.lower()
    for signature, reader in SIGNED:
        if content.startswith(signature):
            return reader
    if ending in REFUSED:
        raise InputError(REFUSED[ending], path=path)
    for signature, key in SIGNATURES:
        if content.startswith(signature):
            raise InputError(key, path=path)
    return READERS.get(ending, read_plain)
