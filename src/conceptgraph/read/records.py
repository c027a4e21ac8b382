"""What a reader returns, and the checks that every reader makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conceptgraph.errors import InputError
from conceptgraph.model import Document

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Records:
    """The documents of one file, in the order of the file, its bad parts, and what else is to be said of it.

    A document's id may still be empty. `characters` counts those of the whole file where the documents hold only some
    of its fields, else 0.
    """

    documents: tuple[Document, ...]
    errors: tuple[InputError, ...] = ()
    warnings: tuple[InputError, ...] = ()
    characters: int = 0


def has_chinese(text: str) -> bool:
    """Tell whether `text` has a Chinese character."""
    return HAN.search(text) is not None
