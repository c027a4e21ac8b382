"""The only reader of rules/: word lists and rule files, checked line by line."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
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
def strong_cues() -> frozenset[str]:
    """Return the cues beside which a noun phrase may become a concept that the text names only there."""
    groups = rule_table("relations").values()
    return frozenset(cue for group in groups for rule in group["rule"] if rule.get("strong") for cue in rule.get("cues", ()))
