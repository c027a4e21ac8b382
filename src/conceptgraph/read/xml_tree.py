"""XML -> a tree, by the standard library's expat, without document types: no entities, no network, no deep nesting.

Word files and the frame of e-books hold no document type that matters, so the safest parser is one that refuses them.
"""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from conceptgraph.errors import InputError

__all__ = ["Element", "parse_xml"]


DEEPEST = 200  # elements, as ten tables inside one another reach 60; the walk over the tree is recursive
MOST = 3_000_000  # elements; some 1 GB


class _Refused(Exception):
    """What the file must not have."""


class _Builder:
    """Builds the tree from what expat tells; names lose their namespace: Word's ``p`` is ``p``, however written."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.local = cache(lambda name: name.rpartition(" ")[2])
        self.depth = self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.count > MOST:
            raise _Refused(f"more than {MOST:,} elements")
        if self.depth > DEEPEST:
            raise _Refused(f"elements nested deeper than {DEEPEST}")
        local = self.local
        self.builder.start(local(name), {local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self.depth -= 1
        self.builder.end(self.local(name))

    def doctype(self, *_: object) -> None:
        raise _Refused("a document type definition")


def parse_xml(content: bytes, path: str, part: str) -> Element:
    """Return the root element of `content`, a part of the file `path`; names are without namespaces.

    Raises InputError where it is not well formed, has a document type, or is nested deeper than `DEEPEST`.

    >>> parse_xml("<w:p xmlns:w='w'><w:t w:val='1'>异化</w:t></w:p>".encode(), "a.docx", "p")[0].attrib
    {'val': '1'}
    """
    built = _Builder()
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = built.start
    parser.EndElementHandler = built.end
    parser.CharacterDataHandler = built.builder.data
    parser.StartDoctypeDeclHandler = built.doctype
    try:
        parser.Parse(content, True)
    except (ExpatError, LookupError, ValueError, _Refused) as error:
        raise InputError("part_damaged", path=path, part=part, cause=error) from error
    return built.builder.close()
