"""The only reader of rules/: word lists and rule files, checked line by line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from conceptgraph.errors import RuleError


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the entries of rules/`name`.txt: one a line, sorted, ``#`` begins a comment.

    Raises RuleError, naming file and line, for an empty, doubled or unsorted entry.
    """
    lines = files("conceptgraph").joinpath("rules", f"{name}.txt").read_text(encoding="utf-8").split("\n")
    found: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.startswith("#") or not line:
            continue
        if line != line.strip() or (found and line <= found[-1]):
            raise RuleError("word_list_line", file=f"rules/{name}.txt", line=number, entry=line)
        found.append(line)
    return frozenset(found)


@cache
def number_table(name: str) -> dict[str, float]:
    """Return rules/`name`.toml, a flat table of numbers by name.

    Raises RuleError, naming file and entry, where a value is no number.
    """
    source = files("conceptgraph").joinpath("rules", f"{name}.toml")
    table: dict[str, float] = {}
    for key, value in tomllib.loads(source.read_text(encoding="utf-8")).items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RuleError("number_table_entry", file=f"rules/{name}.toml", entry=key)
        table[key] = float(value)
    return table


@cache
def rule_table(name: str) -> dict[str, Any]:
    """Return rules/`name`.toml as it is: the tables of cue rules (relations) or of grammar words (grammar)."""
    return tomllib.loads(files("conceptgraph").joinpath("rules", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def segmentation_words(name: str) -> tuple[str, ...]:
    """Return a list of the table ``[segmentation]`` of rules/grammar.toml, as a tuple, which `str.endswith` takes."""
    return tuple(rule_table("grammar")["segmentation"][name])


@cache
def rule_text(name: str) -> str:
    """Return rules/`name`.toml as text, so that errors can name its lines."""
    return files("conceptgraph").joinpath("rules", f"{name}.toml").read_text(encoding="utf-8")


def user_rules(path: Path) -> str:
    """Return the text of a user's rule file. Raises RuleError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError("rule_unreadable", file=path, cause=error) from error


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of communities (largest first), of all further ones, and of relation types, as ``#rrggbb``."""

    communities: tuple[str, ...]
    other: str
    relations: Mapping[str, str]

    def of_community(self, number: int) -> str:
        """Return the colour of community `number`, counted from 0."""
        return self.communities[number] if 0 <= number < len(self.communities) else self.other


@cache
def colours() -> Colours:
    """Return the colours of rules/colours.toml, which the page, the pictures and the graph files share.

    Raises RuleError, naming file and entry, where a value is no colour.
    """
    table = rule_table("colours")
    found = Colours(tuple(table["communities"]), table["other"], dict(table["relations"]))
    for colour in (*found.communities, found.other, *found.relations.values()):
        if not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
            raise RuleError("colour_entry", file="rules/colours.toml", entry=colour)
    return found


@cache
def cue_words() -> frozenset[str]:
    """Return the cues of all relation rules of the package."""
    return frozenset(
        cue for group in rule_table("relations").values() for rule in group["rule"] for cue in rule.get("cues", ())
    )
