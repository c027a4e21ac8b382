"""Where documents wait between reading and the passes: in memory while they are few, else in a file."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import IO

from conceptgraph.errors import OutputError
from conceptgraph.model import Document


@dataclass(frozen=True, slots=True)
class Shelved(Document):
    """A document that is in the file: all that it holds but its id and path is there."""

    place: int = 0
    size: int = 0
    characters: int = 0


class Shelf:
    """Takes documents one by one and gives them back; from `most_characters` of text on it is a file without a name.

    Raises OutputError where there is no room for the file.
    """

    def __init__(self, most_characters: int) -> None:
        self.most_characters = most_characters
        self.characters = 0
        self.file: IO[bytes] | None = None

    def put(self, document: Document) -> Document:
        """Return what stands for the document from now on: itself, or its place in the file."""
        self.characters += len(document.text)
        if self.characters <= self.most_characters:
            return document
        written = pickle.dumps(document, 5)
        try:
            self.file = self.file or tempfile.TemporaryFile(prefix="conceptgraph-")  # noqa: SIM115
            place = self.file.tell()
            self.file.write(written)
        except OSError as error:
            raise OutputError("temporary_unwritable", cause=error) from error
        return Shelved(
            document.id, "", document.path, "", place=place, size=len(written), characters=len(document.text)
        )

    def get(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """Return the documents themselves, with the ids that what stands for them has now."""
        return tuple(self._get(document) if isinstance(document, Shelved) else document for document in documents)

    def _get(self, shelved: Shelved) -> Document:
        if self.file is None:
            raise ValueError(f"not on this shelf: {shelved.id}")
        self.file.seek(shelved.place)
        document: Document = pickle.loads(self.file.read(shelved.size))  # noqa: S301
        return replace(document, id=shelved.id)

    def close(self) -> None:
        """Let go of the file, and so of all that is in it."""
        if self.file:
            self.file.close()


def characters_of(document: Document) -> int:
    """Return the length of the text of a document, wherever that is."""
    return document.characters if isinstance(document, Shelved) else len(document.text)
