"""Matched sentences + rules -> relations: who becomes what, who causes what, what a thing is, who claims it."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.config import RelateConfig
from conceptgraph.model import MatchedSentence, Relation
from conceptgraph.relate.memory import Memory
from conceptgraph.relate.reading import read_sentence
from conceptgraph.relate.rules import RuleSet, load_rules

__all__ = ["RuleSet", "extract_relations", "load_rules"]


def extract_relations(matched: Sequence[MatchedSentence], rules: RuleSet, config: RelateConfig) -> tuple[Relation, ...]:
    """Return the relations that the sentences of one document say, in text order."""
    explaining = rules.grammar.sets["apposition"]
    text = "\n".join(sentence.tagged.sentence.text for sentence in matched)
    explained = any(word in text for word in explaining)
    memory = Memory(keeps_object=explained)
    found: list[Relation] = []
    for sentence in matched:
        found.extend(read_sentence(sentence, rules, config, memory))
    memory.last = None  # it holds the memory
    return tuple(found)
