"""The user's own words: lexicon, stopwords, synonyms and edits, read from files and checked line by line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from conceptgraph.characters import simplify
from conceptgraph.config import WordsConfig
from conceptgraph.errors import RuleError
from conceptgraph.model import RELATION_TYPES
from conceptgraph.user_words import Edit, UserWord, UserWords

ENTRY = re.compile(r"(?P<word>\S.*?)(?:\s+(?P<freq>[0-9]+))?(?:\s+(?P<tag>[a-z]+))?")  # a line of jieba's dictionaries
SPACED_CHINESE = re.compile(r"[\u3400-\u9fff].*\s|\s.*[\u3400-\u9fff]")
WORD_SIGN = re.compile(r"\w")
NAME_BORDER = re.compile(r"\s*[=＝,，、\t]\s*")
KINDS = ("concept", "person", "work")


@dataclass(frozen=True, slots=True)
class Shape:
    """What an entry of the edits file holds: the fields with the names meant, the field with the new name or type."""

    names: tuple[str, ...]
    to: str = ""
    to_choices: tuple[str, ...] = ()
    optional: tuple[str, ...] = ("reason",)


RELATION_FIELDS = ("type", "reason")
SHAPES = {
    "merge": Shape(("concepts",), "into"),
    "rename": Shape(("concept",), "to"),
    "drop": Shape(("concept",)),
    "keep": Shape(("concept",), "kind", KINDS, ("kind", "reason")),
    "reject": Shape(("source", "target"), optional=RELATION_FIELDS),
    "retype": Shape(("source", "target"), "to", RELATION_TYPES, RELATION_FIELDS),
}


def load_user_words(config: WordsConfig) -> UserWords:
    """Return the words of the files that `config` names; a file that is not named gives none.

    Raises RuleError, naming file and line, for a bad entry, a file that is not UTF-8 or cannot be read.
    """
    synonyms, edits = tuple(_synonyms(config.synonyms)), _edits(config.edits)
    chosen = [*(name for group in synonyms for name in group), *(edit.to for edit in edits)]
    return UserWords(
        lexicon=tuple(word._replace(word=simplify(word.word)) for word in _lexicon(config.lexicon)),
        stopwords=frozenset(simplify(line) for _, line in _lines(config.stopwords)),
        synonyms=tuple(tuple(dict.fromkeys(map(simplify, group))) for group in synonyms),
        edits=tuple(replace(edit, names=tuple(map(simplify, edit.names)), to=simplify(edit.to)) for edit in edits),
        edits_file=config.edits,
        rules_file=Path(config.rules) if config.rules else None,
        spellings={simplify(name): name for name in chosen if simplify(name) != name},
    )


def _lexicon(path: str) -> Iterator[UserWord]:
    """Yield the entries of a lexicon in jieba's format: ``word [frequency] [part of speech]``."""
    for number, line in _lines(path):
        entry = ENTRY.fullmatch(line)
        word, freq = (entry["word"], entry["freq"]) if entry else ("", None)
        if not WORD_SIGN.search(word) or SPACED_CHINESE.search(word) or freq == "0":
            raise RuleError("lexicon_line", file=path, line=number, entry=line)
        yield UserWord(word, int(freq or 0), (entry and entry["tag"]) or "n")


def _synonyms(path: str) -> Iterator[tuple[str, ...]]:
    """Yield the groups of names, one a line; the names are separated by ``=``, a comma, 、 or a tab."""
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        names = tuple(dict.fromkeys(NAME_BORDER.split(line)))
        if len(names) < 2 or not all(names):
            raise RuleError("synonym_line", file=path, line=number, entry=line)
        for name in names:
            if name in seen:
                raise RuleError("synonym_twice", file=path, line=number, entry=name, other=seen[name])
            seen[name] = number
        yield names


def _lines(path: str) -> Iterator[tuple[int, str]]:
    """Yield the entries of a word file with their line numbers; empty lines and those that begin with # are none."""
    for number, line in enumerate(_read(path).splitlines() if path else (), start=1):
        entry = line.strip()
        if entry and not entry.startswith("#"):
            yield number, entry


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RuleError("user_file_unreadable", file=path, cause=error) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise RuleError("user_file_encoding", file=path, line=line) from error


def _edits(path: str) -> tuple[Edit, ...]:
    """Return the edits of a TOML file in the order of their lines."""
    content = _read(path) if path else ""
    try:
        tables = tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RuleError("toml_bad", path=path, cause=error) from error
    found = []
    for action, entries in tables.items():
        lines = _entry_lines(content, action)
        if action not in SHAPES:
            near = difflib.get_close_matches(action, SHAPES, n=1, cutoff=0.0)[0]
            raise RuleError("edit_action", file=path, line=next(lines), action=action, near=near)
        if not isinstance(entries, list):
            raise RuleError("edit_table", file=path, line=next(lines), action=action)
        found += [_edit(path, next(lines), action, entry) for entry in entries]
    return tuple(sorted(found, key=lambda edit: edit.line))


def _entry_lines(content: str, action: str) -> Iterator[int]:
    """Yield the line of each entry ``[[action]]``, then the last one found again and again."""
    line = 1
    pattern = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(action)}[\"']?\s*(?:\]|=|\.)")
    for number, text in enumerate(content.splitlines(), start=1):
        if pattern.match(text):
            line = number
            yield line
    while True:
        yield line


def _edit(path: str, line: int, action: str, entry: Any) -> Edit:
    """Return one checked entry of an edits file."""
    shape = SHAPES[action]
    required = {*shape.names, shape.to} - {"", *shape.optional}
    known = {*required, *shape.optional}
    if not isinstance(entry, Mapping):
        raise RuleError("edit_table", file=path, line=line, action=action)
    for field in entry:
        if field not in known:
            near = difflib.get_close_matches(field, sorted(known), n=1, cutoff=0.0)[0]
            raise RuleError("edit_field", file=path, line=line, action=action, field=field, near=near)
    for field in sorted(required):
        if field not in entry:
            raise RuleError("edit_missing", file=path, line=line, action=action, field=field)
    texts = {field: _texts(path, line, field, value) for field, value in entry.items()}
    to, relation = (texts.get(field, ("",))[0] for field in (shape.to, "type"))
    for value, choices in ((to, shape.to_choices), (relation, RELATION_TYPES)):
        if value and choices and value not in choices:
            raise RuleError("edit_choice", file=path, line=line, value=value, choices=", ".join(choices))
    names = tuple(name for field in shape.names for name in texts[field])
    return Edit(action, names, to, relation, texts.get("reason", ("",))[0], line)


def _texts(path: str, line: int, field: str, value: Any) -> tuple[str, ...]:
    """Return the text of a field, or the texts of the list `concepts`; raise RuleError for anything else."""
    listed = field == "concepts"
    if listed and not (isinstance(value, list) and value):
        raise RuleError("edit_list", file=path, line=line, field=field)
    values = value if listed else [value]
    if not all(isinstance(each, str) and each.strip() for each in values):
        raise RuleError("edit_text", file=path, line=line, field=field)
    return tuple(each.strip() for each in values)
