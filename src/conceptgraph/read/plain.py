"""Plain text and Markdown: one document a file."""

from __future__ import annotations

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Document
from conceptgraph.read.decode import Decoded
from conceptgraph.read.records import Records, has_chinese

MARKDOWN = (".md", ".markdown")


def read_plain(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the one document of a text file. Its title is left to cleaning, which reads the first lines."""
    if not has_chinese(decoded.text):
        raise InputError("input_not_chinese", path=path)
    name = "Markdown" if path.lower().endswith(MARKDOWN) else "text"
    document = Document(
        id="",
        title="",
        path=path,
        text=decoded.text,
        format=name,
        encoding=decoded.encoding,
        margin=decoded.margin,
        lost=decoded.lost,
    )
    return Records((document,))
