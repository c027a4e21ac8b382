"""rules/relations.toml and a user's rule file -> the rule set, checked, with an index of every cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import daachorse

from conceptgraph.resources import rule_table

VERB_FRAMES = frozenset({"verb", "reverse", "result", "make", "copula", "speech", "present"})
NOUN_FRAMES = frozenset({"role", "owner", "owner_of", "mutual"})


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
    examples: tuple[tuple[str, tuple[str, ...]], ...] = ()
    counters: tuple[str, ...] = ()


class CueUse(NamedTuple):
    """A rule to which a cue belongs, and its place in the rule's pattern (0 unless the frame is a pattern)."""

    rule: Rule
    place: int


class CueFinder:
    """Finds all cues of a rule set in one pass over a sentence; the longest one where several begin together."""

    def __init__(self, uses: Mapping[str, Sequence[CueUse]]) -> None:
        self.words = sorted(uses)
        self.uses = [tuple(uses[word]) for word in self.words]
        self.automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self.words)

    def find(self, text: str, borders: set[int]) -> dict[int, tuple[int, Sequence[CueUse]]]:
        """Return {start: (end, uses)} of the cues that begin and end on a word border."""
        found: dict[int, tuple[int, Sequence[CueUse]]] = {}
        for start, end, number in self.automaton.find_overlapping(text):
            if start in borders and end in borders and (start not in found or end > found[start][0]):
                found[start] = (end, self.uses[number])
        return found


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed-class words: `kinds` gives the letter of a word, `sets` each list by name."""

    kinds: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules in force, the grammar words and the finder of cues."""

    rules: tuple[Rule, ...]
    grammar: Grammar
    finder: CueFinder = field(compare=False)


def load_rules(extra: Path | None = None) -> RuleSet:
    """Return the rules of the package, changed by the file `extra`."""
    grammar = _grammar(rule_table("grammar"))
    rules = _rules(rule_table("relations"))
    uses: dict[str, list[CueUse]] = {}
    for rule in rules:
        for cue in rule.cues:
            uses.setdefault(cue, []).append(CueUse(rule, 0))
        for place, element in enumerate(rule.pattern):
            if isinstance(element, tuple):
                for word in element:
                    uses.setdefault(word, []).append(CueUse(rule, place))
    for word in [word for word in uses if len(word) > 2 and word[-1] in "了着过" and word[:-1] in uses]:
        uses[word] += [use for use in uses[word[:-1]] if use not in uses[word]]
    return RuleSet(rules, grammar, CueFinder(uses))


KIND_OF_SET = (
    ("determiner", "r"), ("anaphor", "R"), ("self", "S"), ("conjunction", "C"), ("etcetera", "E"), ("attribute", "D"),
    ("auxiliary", "d"), ("preposition", "P"), ("passive", "I"), ("disposal", "B"), ("attribute_noun", "a"), ("asker", "d"), ("noun", "N"), ("particle", "u"),
)  # fmt: skip


def _grammar(table: Mapping[str, Any]) -> Grammar:
    sets = {name: frozenset(words) for name, words in table["words"].items()}
    kinds: dict[str, str] = {}
    for name, kind in KIND_OF_SET:
        for word in sets[name]:
            if kind in "IB" or word not in kinds:
                kinds[word] = kind
    kinds["其"] = "r"
    kinds["为"] = "V"
    for word in sets["copula"]:
        kinds[word] = "V"
    return Grammar(kinds, sets)


def _rules(table: Mapping[str, Any]) -> tuple[Rule, ...]:
    found = []
    for relation, group in table.items():
        for entry in group["rule"]:
            pattern = tuple(
                word if word in ("A", "B") else tuple(word.split("|"))
                for word in entry.get("pattern", "").split()
                if not word.endswith("?")
            )
            found.append(
                Rule(
                    f"{relation}.{entry['id']}",
                    relation,
                    entry["frame"],
                    tuple(dict.fromkeys(entry.get("cues", ()))),
                    pattern,
                    entry.get("strong", False),
                    entry.get("opens", False),
                )
            )
    return tuple(found)
