"""Reference lists: where they begin, and where prose begins again after them."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.clean.paragraphs import Paragraph
from conceptgraph.clean.shapes import CHINESE, ENTRY_MARK, is_bibliographic
from conceptgraph.config import CleanConfig


def settle_references(paragraphs: Sequence[Paragraph], config: CleanConfig) -> None:
    """Set ``reference`` for everything under the heading of a reference list.

    The list ends at a heading, or at a paragraph of prose that neither has an entry's mark nor names a source.
    """
    inside = False
    for paragraph in paragraphs:
        if paragraph.kind == "references":
            inside = True
            paragraph.kind = "reference"
        elif inside and _is_prose(paragraph, config):
            inside = False
        elif inside:
            paragraph.kind = "reference"


def _is_prose(paragraph: Paragraph, config: CleanConfig) -> bool:
    text = paragraph.text
    if paragraph.kind == "heading" and paragraph.heading:
        return not is_bibliographic(text) and (paragraph.heading.rank in (-9, -8, -7, -6, 0, 1, 2, 3, 4, 20))
    if ENTRY_MARK.match(text) or is_bibliographic(text) or not CHINESE.search(text):
        return False
    return paragraph.kind == "body" and len(text) > config.heading_length and "。" in text
