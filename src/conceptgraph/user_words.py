"""The user's own words as records; user_files.py reads them, edits.py applies them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

CLAIM_ACTIONS = ("reject", "retype")  # the edits of relations; the others are edits of concepts


class UserWord(NamedTuple):
    """An entry of the user's lexicon, as jieba's user dictionaries have it; freq 0 asks for a suggested frequency."""

    word: str
    freq: int = 0
    tag: str = "n"


@dataclass(frozen=True, slots=True)
class Edit:
    """A decision of the user, written in line `line` of the edits file.

    `action` is merge, rename, drop or keep (`names` are concepts, `to` the new name or, for keep, the kind), reject or
    retype (`names` are source and target, `relation` the type meant, "" for all, `to` the new type).
    """

    action: str
    names: tuple[str, ...]
    to: str = ""
    relation: str = ""
    reason: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class UserWords:
    """The user's own words: what wins over statistics. The first name of a group of synonyms is the concept's name.

    All names are in simplified characters; `spellings` has, by the simplified one, how the user writes the names of
    concepts.
    """

    lexicon: tuple[UserWord, ...] = ()
    stopwords: frozenset[str] = frozenset()
    synonyms: tuple[tuple[str, ...], ...] = ()
    edits: tuple[Edit, ...] = ()
    edits_file: str = ""
    rules_file: Path | None = None  # cue rules, which relate reads itself
    spellings: Mapping[str, str] = field(default_factory=dict)
