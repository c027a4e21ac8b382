"""Words that only tell of which kind a thing is, taken for more: A 这一 更 根本 的 B, 《W》 主编 甲."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import THIS_ONE
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens

DEGREE = re.compile("(?<=N)[Rr]m?(d+)[aN]D(?=[amr]*[NnV])")  # A 这 一 更 根本 的 B
LAST_OF = re.compile("(?<=D)dm(?=[aNn]*N)")  # 甲 的 最后 一部 著作
MEANING = re.compile("V[mr]*(N)[aN]*ND(?=[aN]*N)")  # 是 一个 表示 A 的 H
LATEST = frozenset(["最后", "最初", "最早", "最新", "唯一"])
MORE = "更最较颇很极非十比"  # how adverbs begin that say how much
ABLE = frozenset(["能够", "得以", "赖以", "能否", "是否", "可以"])  # before what something can do
STUDIED = ("分析", "研究", "解释", "考察", "解读", "阐释")  # what is done with a thing, taken for part of its name


def bind_kinds(tokens: Tokens, rules: RuleSet) -> None:
    """Make attributes and nouns of what tells of which kind a thing is."""
    kinds, words = tokens.kinds, tokens.words
    if "这" in tokens.sentence.text:
        for row in DEGREE.finditer("".join(kinds)):
            if words[row.start()] in THIS_ONE and words[row.start(1)][0] in MORE:
                kinds[row.start(1) : row.end(1) + 1] = "a" * (row.end(1) + 1 - row.start(1))
                kinds[row.start()] = "r"
        _part_studied(tokens, rules)
    if not LATEST.isdisjoint(words):
        for row in LAST_OF.finditer("".join(kinds)):
            if words[row.start()] in LATEST:
                kinds[row.start()] = "a"
    if "的" in words and not ABLE.isdisjoint(words):
        _read_able(tokens)
    for at in sorted(tokens.persons):
        if kinds[at + 2 : at + 3] == ["D"] and words[at + 1] in rules.grammar.sets["compiling"]:
            kinds[at + 1], tokens.cues[at + 1] = "V", rules.vocabulary.uses_of["主编"]
        if kinds[at + 1 : at + 3] == ["a", "D"] and at + 3 in tokens.persons and at + 1 in tokens.cues:
            kinds[at + 1] = "V"  # 甲 和 乙 合著 的《丙》
        if at > 1 and words[at - 1] in rules.grammar.sets["founder"] and kinds[at - 2] == "N":
            kinds[at - 1] = "N"
            tokens.cues.pop(at - 1, None)


def read_meaning(tokens: Tokens) -> None:
    """Read 表示 as a verb before what a head stands for: 是 一个 [表示 A 的] H."""
    if "表示" in tokens.words and "是" in tokens.words:
        for row in MEANING.finditer("".join(tokens.kinds)):
            if tokens.words[row.start(1)] == "表示" and tokens.words[row.start()] == "是":
                tokens.kinds[row.start(1)] = "V"


def _read_able(tokens: Tokens) -> None:
    """Read as a verb what something can do, and 能否 as 能够, before a head: A 是 B 能否 存续 的 前提."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 3):
        led = words[at] in ABLE and kinds[at - 1] in "Nnf" and words[at + 2] == "的" and kinds[at + 3] in "Nna"
        if not led or tokens.tags[at + 1] not in ("v", "vn") or "是" not in words[tokens.clause_start(at) : at]:
            continue
        if words[at] in ("能否", "是否"):
            words[at] = "能够"
        if not tokens.names[at + 1]:
            kinds[at + 1] = "V"


def _part_studied(tokens: Tokens, rules: RuleSet) -> None:
    """Part what is studied with A in 运用 A 这一 概念分析 B, where 概念分析 is taken for one word."""
    for at in range(len(tokens.words) - 2, 1, -1):
        word = tokens.words[at]
        joined = len(word) == 4 and word[2:] in STUDIED and tokens.kinds[at] == "N" and not tokens.names[at]
        pointed = joined and any(tokens.words[to] in THIS_ONE for to in range(max(at - 3, 1), at))
        if pointed and tokens.kinds[at + 1] in "Nar":
            tokens.cues.pop(at, None)
            tokens.cut(at, 2, "NV")
            tokens.tags[at : at + 2] = ["n", "v"]
            tokens.cues[at + 1] = rules.vocabulary.uses_of[word[2:]]
