"""The parts of a Word file by what they are for, whether it is an archive or one piece of XML."""

from __future__ import annotations

import posixpath
from typing import Protocol

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.archive import Archive
from conceptgraph.read.xml_tree import Element, parse_xml

MAIN = "officeDocument"
USUAL = {
    "document": "word/document.xml",
    "endnotes": "word/endnotes.xml",
    "footnotes": "word/footnotes.xml",
    "numbering": "word/numbering.xml",
    "properties": "docProps/core.xml",
    "styles": "word/styles.xml",
}
OPTIONAL = frozenset({"properties", "styles", "numbering"})  # without them the text can still be read


class OpenPackage(Protocol):
    """What gives the parts of a Word file."""

    path: str
    config: ReadConfig

    def part(self, name: str) -> Element | None:
        """Return the root of the part for `name` (a key of `USUAL`), None where the file has none."""

    def chunk(self, target: str) -> bytes | None:
        """Return the file of another format that the text takes in under the relation `target`."""


class ZipPackage:
    """A .docx: the parts are found by the relations that the file states, else under their usual names."""

    def __init__(self, archive: Archive, path: str, config: ReadConfig) -> None:
        self.archive, self.path, self.config = archive, path, config
        stated = self._relations("")
        self.main = next((target for kind, target in stated.values() if kind == MAIN), USUAL["document"])
        if self.main not in archive.names and USUAL["document"] in archive.names:
            self.main = USUAL["document"]
        self.relations = self._relations(self.main)

    def part(self, name: str) -> Element | None:
        """Return the root of a part, None where the file has none."""
        stated = {kind: target for kind, target in self.relations.values()}
        place = self.main if name == "document" else stated.get(name, USUAL[name])
        try:
            return self._parse(place)
        except InputError as error:
            if name in OPTIONAL and error.key == "part_damaged":
                return None
            raise

    def chunk(self, target: str) -> bytes | None:
        """Return the file of another format that the text takes in."""
        return self.archive.read(self.relations[target][1]) if target in self.relations else None

    def _parse(self, place: str) -> Element | None:
        content = self.archive.read(place)
        return None if content is None else parse_xml(content, self.path, place)

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return {id: (kind, name of the part)} of what `part` is related to."""
        folder, name = posixpath.split(part)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for each in root if root is not None else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, each.get("Target", ""))).lstrip("/")
                found[each.get("Id", "")] = each.get("Type", "").rpartition("/")[2], target
        return found


class Package:
    """A Word file saved as one piece of XML: each part under its name (flat), or all in one tree (Word 2003)."""

    def __init__(self, content: bytes, path: str, config: ReadConfig) -> None:
        self.path, self.config = path, config
        self.root = parse_xml(content, path, "XML")
        parts = self.root.iter("part")
        self.parts = {part.get("name", "").lstrip("/"): part.find("xmlData") for part in parts}

    def part(self, name: str) -> Element | None:
        """Return the root of a part, None where the file has none."""
        if self.parts:
            data = self.parts.get(USUAL[name])
            return data[0] if data is not None and len(data) else None
        inner = {"document": None, "properties": "DocumentProperties", "styles": "styles"}
        if name not in inner:
            return None
        wanted = inner[name]
        return self.root if wanted is None else self.root.find(wanted)

    def chunk(self, target: str) -> bytes | None:
        """Return nothing: such a file takes in no other."""
        return None


def open_package(content: bytes, path: str, config: ReadConfig) -> ZipPackage:
    """Return the open Word file. Raises InputError where it is damaged."""
    return ZipPackage(Archive(content, path, config), path, config)
