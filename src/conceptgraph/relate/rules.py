"""rules/relations.toml and a user's rule file -> the rule set, with an index of every cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import daachorse

from conceptgraph.relate.rule_file import NOUN_FRAMES, STRUCTURE_FRAMES, VERB_FRAMES, Rule, read_rules
from conceptgraph.relate.words import CueUse, CueUses, Uses, Vocabulary
from conceptgraph.resources import rule_table, rule_text, user_rules

__all__ = ["NOUN_FRAMES", "VERB_FRAMES", "CueFinder", "CueUse", "Grammar", "Rule", "RuleSet", "Uses", "load_rules"]


class CueFinder:
    """Finds all cues of a rule set in one pass over a sentence; the longest one where several begin together."""

    def __init__(self, uses: Mapping[str, Sequence[CueUse]]) -> None:
        words = sorted(uses)
        self.uses = [Uses(uses[word]) for word in words]
        self.uses_of = CueUses(zip(words, self.uses, strict=True))
        self.automaton = daachorse.CharwiseDoubleArrayAhoCorasick(words)

    def find(self, text: str, places: Mapping[int, int]) -> dict[int, tuple[int, Uses]]:
        """Return {word: (the word behind, uses)} of the cues between word borders; `places` gives the word at each."""
        found: dict[int, tuple[int, Uses]] = {}
        for start, end, number in self.automaton.find_overlapping(text):
            first, stop = places.get(start), places.get(end)
            if first is not None and stop is not None and (first not in found or stop > found[first][0]):
                found[first] = stop, self.uses[number]
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The closed-class words: `kinds` gives the letter of a word, `sets` each list by name, `endings` those of ends.

    It is compared by identity, so that what is worked out from a word and the grammar can be kept.
    """

    kinds: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet:
    """All rules in force, the grammar words and the finder of cues; compared by identity, as `Grammar`."""

    rules: tuple[Rule, ...]
    grammar: Grammar
    finder: CueFinder
    vocabulary: Vocabulary
    structural: tuple[Rule, ...] = ()  # those of `rules` whose sign is a construction


def load_rules(extra: Path | None = None) -> RuleSet:
    """Return the rules of the package, changed by the file `extra`: a rule of the same id replaces ours, off drops it.

    Raises RuleError, naming file, rule and line, for what is no rule.
    """
    rules = {rule.id: rule for rule in read_rules(rule_text("relations"), "rules/relations.toml")}
    if extra is not None:
        for rule in read_rules(user_rules(extra), str(extra), rules.keys()):
            rules[rule.id] = rule
    in_force = tuple(rule for rule in rules.values() if not rule.off)
    structural = tuple(rule for rule in in_force if rule.frame in STRUCTURE_FRAMES)
    grammar, finder = _grammar(rule_table("grammar")), CueFinder(_uses(in_force))
    vocabulary = Vocabulary(grammar.kinds, finder.uses_of, grammar.sets)
    return RuleSet(in_force, grammar, finder, vocabulary, structural)


def _uses(rules: Sequence[Rule]) -> dict[str, list[CueUse]]:
    """Return the rules of every word that can be part of a cue; 导致了 is used as 导致 is."""
    uses: dict[str, list[CueUse]] = {}
    for rule in rules:
        for cue in rule.cues:
            uses.setdefault(cue, []).append(CueUse(rule, 0))
        places = {place: element for place, element in enumerate(rule.pattern) if isinstance(element, tuple)}
        for place, words in places.items():
            for word in words:
                uses.setdefault(word, []).append(CueUse(rule, place, place == max(places)))
    for word in [word for word in uses if len(word) > 2 and word[-1] in "了着过" and word[:-1] in uses]:
        uses[word] += [use for use in uses[word[:-1]] if use not in uses[word]]
    return uses


KIND_OF_LIST = {
    "determiner": "r",
    "anaphor": "R",
    "self": "S",
    "conjunction": "C",
    "etcetera": "E",
    "attribute": "D",
    "auxiliary": "d",
    "preposition": "P",
    "passive": "I",
    "disposal": "B",
    "localizer": "f",
    "attribute_noun": "a",
    "asker": "d",
    "noun": "N",
    "particle": "u",
    "linking": "d",
    "numbering": ",",
}


def _grammar(table: Mapping[str, Any]) -> Grammar:
    """Return the grammar words; of several kinds a word has the first, but markers and copulas win."""
    sets = {name: frozenset(words) for name, words in table["words"].items()}
    kinds: dict[str, str] = {}
    for name, kind in KIND_OF_LIST.items():
        for word in sets[name]:
            if kind in "IB" or word not in kinds:
                kinds[word] = kind
    kinds.update(dict.fromkeys(sets["copula"], "V"))
    kinds["其"] = "r"  # resolved only where no noun follows
    endings = {name: tuple(words) for name, words in table["words"].items() if name.endswith("_ending")}
    return Grammar(kinds, sets, endings)
