"""Where documents wait between reading and the passes: in memory while they are few, else in a file."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Iterable
from dataclasses import replace
from typing import IO

from conceptgraph.errors import OutputError
from conceptgraph.model import Document, Shelved, Standing


class Shelf:
    """Takes documents one by one and gives them back; from `most_characters` of text on it is a file without a name.

    Raises OutputError where there is no room for the file.
    """

    def __init__(self, most_characters: int) -> None:
        self.most_characters = most_characters
        self.characters = 0
        self.file: IO[bytes] | None = None
        self.places = array("Q", [0])  # where each document in the file begins, and where the next one will
        self.lengths = array("Q")  # of their texts

    def put(self, document: Document) -> Standing:
        """Return what stands for the document from now on: itself, or its number in the file."""
        self.characters += len(document.text)
        if self.characters <= self.most_characters:
            return document
        written = pickle.dumps(document, 5)
        try:
            self.file = self.file or tempfile.TemporaryFile(prefix="conceptgraph-")  # noqa: SIM115
            self.file.write(written)
        except OSError as error:
            raise OutputError("temporary_unwritable", cause=error) from error
        self.places.append(self.places[-1] + len(written))
        self.lengths.append(len(document.text))
        return Shelved(document.id, document.path, len(self.lengths) - 1)

    def get(self, documents: Iterable[Standing]) -> tuple[Document, ...]:
        """Return the documents themselves, with the ids that what stands for them has now."""
        return tuple(self._get(document) if isinstance(document, Shelved) else document for document in documents)

    def _get(self, shelved: Shelved) -> Document:
        if self.file is None:
            raise ValueError(f"not on this shelf: {shelved.id}")
        start, end = self.places[shelved.number : shelved.number + 2]
        self.file.seek(start)
        document: Document = pickle.loads(self.file.read(end - start))  # noqa: S301
        return replace(document, id=shelved.id)

    def characters_of(self, document: Standing) -> int:
        """Return the length of the text of a document, wherever that is."""
        return self.lengths[document.number] if isinstance(document, Shelved) else len(document.text)

    def close(self) -> None:
        """Let go of the file, and so of all that is in it."""
        if self.file:
            self.file.close()
