"""How many, and how mostly: words between a subject and its verb (商会 大多数 承担 A), 越来越 多 before a noun."""

from __future__ import annotations

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE

GROWING = "越来越"


def find_mostly(tokens: Tokens, grammar: Grammar) -> None:
    """Make adverbs of words of how many right behind a subject and before its verb: 商会 大多数 承担 着 A.

    What may be a noun behind them is the verb where the clause has no other one: 礼俗 真正 约束 商人.
    """
    words, kinds, mostly = tokens.words, tokens.kinds, grammar.sets["mostly"]
    for at in range(1, len(words) - 2):
        if words[at] not in mostly or kinds[at - 1] not in "NR" or at + 1 not in tokens.cues:
            continue
        acts = kinds[at + 1] == "V" or "verb" in tokens.cues.get(at + 1, NO_USE).frames
        if not acts or kinds[at + 1] not in "Vn" or kinds[at + 2] not in "Nnumr":
            continue
        alone = "V" not in kinds[at + 2 : tokens.clause_end(at)] and "V" not in kinds[tokens.clause_start(at) : at]
        if kinds[at + 1] == "V" or kinds[at + 2] == "u" or (alone and kinds[at + 2] in "Nmr"):
            kinds[at], kinds[at + 1] = "d", "V"


def find_growing(tokens: Tokens) -> None:
    """Make attributes of 越来越 多 before what there is more of: 越来越 多 的 人 的 关注, 越来越 多 学者."""
    words, kinds = tokens.words, tokens.kinds
    for at in range(len(words) - 2):
        opens = words[at] == GROWING and words[at + 1] in ("多", "少") and (not at or kinds[at - 1] in ",.VuPIBC")
        if opens and (words[at + 2] == "的" or kinds[at + 2] in "NnS"):
            kinds[at] = kinds[at + 1] = "a" if words[at + 2] == "的" else "r"
