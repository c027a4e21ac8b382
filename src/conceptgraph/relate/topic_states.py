"""What a topic is like, told between it and what is told of it: 治理理论 内涵 丰富，契约 是 其 核心."""

from __future__ import annotations

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens

WHOLE_STATE = 4  # characters of a set phrase that tells in which respect and what it is like: 意义重大


def bind_topic_states(tokens: Tokens, grammar: Grammar) -> None:
    """Make a quality of the respect in which a topic is like something, which is no part of its name.

    A 内涵 (十分) 丰富，B V C: A is the topic, not A 内涵; so it is where one word tells both (A 意义重大，V B).
    """
    words, kinds, tags, respects = tokens.words, tokens.kinds, tokens.tags, grammar.sets["topic_respect"]
    if not grammar.sets["manifold"].isdisjoint(words):
        _part_manifold(tokens, grammar)
    for at in range(1, len(words) - 1):
        if kinds[at + 1] != "," or kinds[at] in ",.DC":
            continue
        whole = len(words[at]) == WHOLE_STATE and words[at][:2] in respects
        respect = at - 1 - (kinds[at - 1] == "d")
        told = (
            not whole and respect > 0 and words[respect] in respects and tags[at][0] in "azi" and words[at][0] != "不"
        )
        first = at if whole else respect
        if (whole or told) and tokens.clause_start(at) < first and kinds[first - 1] in "Nn":
            kinds[first : at + 1] = ["a"] * (at + 1 - first)
            kinds[first - 1] = "N"


def _part_manifold(tokens: Tokens, grammar: Grammar) -> None:
    """Make a quality of how manifold a thing is, before what names the several: A 的 类型 (十分) 多样，包括 B、C."""
    words, kinds, sets = tokens.words, tokens.kinds, grammar.sets
    for at in range(2, len(words) - 2):
        if words[at] not in sets["manifold"] or kinds[at + 1] != ",":
            continue
        whole = words[at][:2] in sets["list_kind"]
        last = at if whole else at - 1 - (kinds[at - 1] == "d")
        named = last > 1 and (whole or words[last][-2:] in sets["list_kind"])
        lists = any(word in sets["naming_several"] for word in words[at + 2 : at + 4])
        if named and lists and kinds[last - 1] == "D" and kinds[last - 2] in "Nn":
            kinds[last - 1 : at + 1] = ["a"] * (at + 2 - last)
            kinds[last - 2] = "N"
