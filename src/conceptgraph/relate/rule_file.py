"""A rule file (TOML) -> rules, each checked, with file, rule and line in every error."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from conceptgraph.errors import RuleError
from conceptgraph.model import RELATION_TYPES
from conceptgraph.resources import rule_table

VERB_FRAMES = frozenset({"verb", "reverse", "result", "make", "copula", "speech", "present", "mutual", "apart"})
NOUN_FRAMES = frozenset({"role", "owner", "mutual"})
STRUCTURE_FRAMES = frozenset(
    {
        "apposed",
        "aspects",
        "bracketed",
        "counted",
        "entry",
        "gloss",
        "grown_in",
        "inside",
        "inside_list",
        "maker",
        "members",
        "numbered",
        "others",
        "row",
        "seen_in",
        "steps",
        "term",
        "work",
    }
)  # no word
FRAME_NAMES = (
    VERB_FRAMES
    | NOUN_FRAMES
    | STRUCTURE_FRAMES
    | {
        "disable",
        "especially",
        "example",
        "ground",
        "has",
        "lack",
        "lacking",
        "given",
        "must",
        "only_if",
        "rather",
        "pattern",
        "reason",
        "section",
        "so",
        "stages",
        "the_more",
        "unless",
        "view",
    }
)
RULE_HEADER = re.compile(r"\s*\[\[\s*(\w+)\.rule\s*\]\]")
KEYS: dict[str, type] = {
    "id": str,
    "frame": str,
    "cues": list,
    "pattern": str,
    "strong": bool,
    "opens": bool,
    "off": bool,
    "example": str,
    "gives": list,
    "counter": str,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `id` is ``type.name``. `pattern` is the row of words and slots of a pattern rule."""

    id: str
    relation: str
    frame: str
    cues: tuple[str, ...]
    pattern: tuple[str | tuple[str, ...], ...] = ()
    strong: bool = False
    opens: bool = False  # a verb of speech: what follows is reported
    off: bool = False
    example: str = ""
    gives: tuple[str, ...] = ()  # what the rule finds in the example, as "A -> B"
    counter: str = ""


def read_rules(text: str, file: str, ours: Collection[str] = ()) -> list[Rule]:
    """Return the rules that a file states, in its order; `ours` are the ids that it can switch off.

    Raises RuleError for bad TOML, an unknown type, frame or key, a rule without cues, a doubled id, a pattern that
    is no row of words with one A and one B, a cue that would match everywhere, and an unknown rule
    that is switched off.

    >>> text = '[[causes.rule]]\\nid = "sow"\\nframe = "verb"\\ncues = ["播下"]'
    >>> read_rules(text, "my.toml")[0].id
    'causes.sow'
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RuleError("rule_toml", file=file, cause=error) from error
    lines = _rule_lines(text)
    found: dict[str, Rule] = {}
    for relation, group in table.items():
        entries = group.get("rule") if isinstance(group, dict) else None
        if not (isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)):
            raise RuleError("rule_table", file=file, name=relation)
        for number, entry in enumerate(entries):
            line = lines.get((relation, number)) or _first_line(text, relation)
            place = _Place(file, line, f"{relation}.{entry.get('id', '?')}")
            rule = _rule(relation, entry, place)
            if rule.off and rule.id not in ours:
                raise place.error("rule_off")
            if rule.id in found:
                raise place.error("rule_doubled")
            found[rule.id] = rule
    return list(found.values())


class _Place(NamedTuple):
    """Where a rule stands, for messages."""

    file: str
    line: int
    rule: str

    def error(self, key: str, **values: object) -> RuleError:
        """Return the error `key` at this place."""
        return RuleError(key, file=self.file, line=self.line, rule=self.rule, **values)


def _rule_lines(text: str) -> dict[tuple[str, int], int]:
    """Return the line of each rule by its type and its number within the type."""
    lines: dict[tuple[str, int], int] = {}
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        match = RULE_HEADER.match(line)
        if match:
            relation = match.group(1)
            lines[relation, counts.get(relation, 0)] = number
            counts[relation] = counts.get(relation, 0) + 1
    return lines


def _first_line(text: str, relation: str) -> int:
    """Return the first line that names a type: where its rules are not written as [[type.rule]]."""
    return next((number for number, line in enumerate(text.split("\n"), start=1) if relation in line), 1)


def _rule(relation: str, entry: Mapping[str, Any], place: _Place) -> Rule:
    """Return one rule, checked."""
    for key, value in entry.items():
        if key not in KEYS:
            raise place.error("rule_key", name=key, known=", ".join(KEYS))
        if not _has_type(value, KEYS[key]):
            raise place.error("rule_value", name=key)
    if relation not in RELATION_TYPES:
        raise place.error("rule_type", name=relation, known=", ".join(RELATION_TYPES))
    if not entry.get("id"):
        raise place.error("rule_without_id")
    if entry.get("off"):
        return Rule(place.rule, relation, "verb", (), off=True)
    frame = entry.get("frame", "verb")
    if frame not in FRAME_NAMES:
        raise place.error("rule_frame", name=frame, known=", ".join(sorted(FRAME_NAMES)))
    rule = Rule(
        id=place.rule,
        relation=relation,
        frame=frame,
        cues=tuple(dict.fromkeys(entry.get("cues", ()))),
        pattern=_pattern(entry.get("pattern", ""), frame, place),
        strong=entry.get("strong", False),
        opens=entry.get("opens", False),
        example=entry.get("example", ""),
        gives=tuple(entry.get("gives", ())),
        counter=entry.get("counter", ""),
    )
    _check_words(rule, place)
    return rule


def _has_type(value: object, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return isinstance(value, kind)


def _pattern(text: str, frame: str, place: _Place) -> tuple[str | tuple[str, ...], ...]:
    """Return the row of a pattern rule: slots A and B, and between or around them words with their alternatives."""
    row = tuple(word if word in ("A", "B") else tuple(word.split("|")) for word in text.split())
    slots = {"A", "B"}
    adjoining = any({one, other} == slots for one, other in pairwise(row))  # nothing tells where one ends
    if frame == "pattern" and (not row.count("A") == row.count("B") == 1 or len(row) < 3 or adjoining):
        raise place.error("rule_pattern", name=text)
    if frame != "pattern" and row:
        raise place.error("rule_pattern_frame", name=frame)
    return row


def _check_words(rule: Rule, place: _Place) -> None:
    """Raise RuleError for a rule without words and for a word that stands in every sentence."""
    words = [*rule.cues, *(word for element in rule.pattern if isinstance(element, tuple) for word in element)]
    if rule.frame in STRUCTURE_FRAMES:
        if words:
            raise place.error("rule_structure", name=rule.frame)
        return
    if not words:
        raise place.error("rule_empty")
    common = rule_table("grammar")["words"]
    for word in words:
        if not word.strip() or not any(character.isalnum() for character in word):
            raise place.error("rule_matches_all", name=word)
        if word in common["attribute"] or word in common["conjunction"]:
            raise place.error("rule_matches_all", name=word)
