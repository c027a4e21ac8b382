"""To whom a thing belongs, read in the plainer form of who holds it: 水渠 归 村社 所有 as 水渠 由 村社 占有."""

from __future__ import annotations

from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE

OWNED = frozenset(["所有", "共有", "私有", "专有", "共享"])
HELD = frozenset(["管理", "掌管", "支配", "经营", "管辖", "掌握", "控制", "使用", "享有"])
HOLDER = frozenset("NnVarm")  # kinds of the words of who holds something, before they are settled


def read_belonging(tokens: Tokens, rules: RuleSet) -> None:
    """Read A 归 B 所有 as A 由 B 占有, and A 归 B 管理 as A 由 B 管理, where that closes a clause or is told by 的."""
    for at in range(len(tokens.words) - 2):
        if tokens.words[at] != "归" or tokens.kinds[at] not in "VP":
            continue
        joint = next((to for to in range(at + 1, tokens.clause_end(at)) if tokens.words[to][2:] == "所有"), 0)
        if joint:
            tokens.cut(joint, 2, "NV")  # 集体所有
        behind = range(at + 2, tokens.clause_end(at))
        end = next((to for to in behind if tokens.words[to] in OWNED or tokens.words[to] in HELD), 0)
        closes = end and (end + 1 == behind.stop or tokens.kinds[end + 1] == "D")
        if not closes or not HOLDER.issuperset(tokens.kinds[at + 1 : end]):
            continue
        tokens.words[at], tokens.kinds[at], tokens.tags[at] = "由", "I", "p"
        tokens.kinds[end], tokens.tags[end] = "V", "v"
        if tokens.words[end] in OWNED:
            tokens.cues[end] = rules.finder.uses_of.get("占有", NO_USE)
