"""Told clauses: what a verb of saying, finding or showing takes, with a verb of its own: 研究 表明 | 完善 A 能 V B."""

from __future__ import annotations

import re

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE

NOT_DEEDS = ("copula", "being", "having", "pivot", "stating", "serial", "instrument")
OBJECT = re.compile("u?[NamrDC]*Nd*V")  # kinds of what a verb takes and of the verb that tells of it
TOLD = re.compile("u?[mra]*(?:[Na]+D)?[mra]*N+d*V[^DPI]*$")  # kinds of a whole clause: 市场 具有 约束力


def part_told_clauses(tokens: Tokens, grammar: Grammar) -> None:
    """Put a border where a verb of saying takes a clause that a deed opens, of which another verb tells.

    So does a verb of bringing out before a clause that says what something has: 这种 观念 突出 | 市场 具有 A.
    """
    showing = grammar.sets["bringing_out"]
    for at in range(len(tokens.words) - 4, -1, -1):
        if tokens.kinds[at] != "V":
            continue
        told = tokens.cues.get(at, NO_USE).opens and _opens_with_deed(tokens, grammar, at + 1)
        if told or (tokens.words[at] in showing and _takes_clause(tokens, grammar, at)):
            tokens.insert_border(at + 1 + (tokens.kinds[at + 1] == "u"))


def _takes_clause(tokens: Tokens, grammar: Grammar, verb: int) -> bool:
    """Whether what a verb takes goes on to the end of the clause and says what something has."""
    kinds = "".join(tokens.kinds[verb + 1 : tokens.clause_end(verb)])
    if tokens.cues.get(verb, NO_USE).opens or TOLD.match(kinds) is None:
        return False
    second = verb + 1 + kinds.index("V")
    asked = not grammar.sets["asker"].isdisjoint(tokens.words[verb + 1 : second])
    return tokens.words[second] in grammar.sets["having"] and not asked


def _opens_with_deed(tokens: Tokens, grammar: Grammar, opens: int) -> bool:
    """Whether a verb with its object begins at a token, and a verb that tells of them follows: 完善 A 能 V B."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    deed = opens
    while kinds[deed : deed + 1] == ["d"] and words[deed] not in sets["modal"] and words[deed] not in sets["negator"]:
        deed += 1
    uses = tokens.cues.get(deed, NO_USE)
    if (
        kinds[deed : deed + 1] != ["V"]
        or "verb" not in uses.frames
        or any(words[deed] in sets[name] for name in NOT_DEEDS)
    ):
        return False  # 认为 出于 A 的 B V C
    end = tokens.clause_end(deed)
    taken = OBJECT.match("".join(kinds[deed + 1 : end]))
    if taken is None or any(words[at] in sets["verb_joining"] for at in range(deed + 1, deed + 1 + taken.end())):
        return False  # nor 主张 瓦解 A 来 V B
    proposed = any(words[end - 1] in sets[name] for name in ("opinion", "put_forward", "put_forward_only"))
    return not (proposed and "D" in kinds[deed + taken.end() : end])  # nor 提出 V A 以 V B 的 建议
