"""Owners of a role that two things hold together: A 与 B 融合 的 产物, A 和 B 共同 作用 的 结果."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.couples import MUTUAL
from conceptgraph.relate.memory import Ends

TOGETHER = (*MUTUAL, "共同", "交互", "一起")


def joined_owners(clauses: Clauses, index: int) -> Ends:
    """Return A and B of A 与 B 融合 的 产物, where the attribute only says how the two stand to one another."""
    items, tokens = clauses.parse.chunks[index].items, clauses.parse.tokens
    made = "produces" in clauses.uses_of_head(index).relations
    if made and is_behind_two(clauses, index):
        return clauses.name_all(clauses.parse.chunks[index - 1].items)
    if not made or len(items) != 2 or len(items[0].parts) > 1 or len(items[1].parts) != 2:
        return ()
    start, last = items[1].parts[0][0], items[1].parts[0][1] - 1
    word = tokens.words[last]
    mutual = word in clauses.rules.grammar.sets["relational_head"] or word.startswith(TOGETHER)
    if not mutual or last == start or tokens.names[last]:
        return ()
    ends = clauses.name_all((items[0], items[1].of(((start, last),))))
    return ends if len(ends) == 2 else ()


def is_behind_two(clauses: Clauses, index: int) -> bool:
    """Whether A 与 B 之间 stands right before what comes of how the two act on one another: 互动 的 产物."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[index]
    if clauses.kinds[index - 1 : index] != ["N"] or len(clauses.parse.chunks[index - 1].items) != 2:
        return False
    mutual = tokens.words[chunk.start] in clauses.rules.grammar.sets["relational_head"]
    return mutual and tokens.words[chunk.start - 1] == "之间" and tokens.kinds[chunk.start + 1] == "D"


def is_of_both(clauses: Clauses, index: int) -> bool:
    """Whether [A 与 B 相互 V 的] or [A 和 B 共同 作用 的] stands before a noun phrase."""
    if clauses.kinds[index - 1] not in "dD":
        return False
    kinds = "".join(clauses.kinds[max(index - 4, 0) : index])
    if kinds.endswith("NdVD"):
        return clauses.word(index - 3) in TOGETHER and len(clauses.parse.chunks[index - 4].items) > 1
    chunk = clauses.parse.chunks[index]
    told = kinds.endswith("Nd") and clauses.word(index - 1) in TOGETHER
    told = told and "D" in clauses.parse.form[chunk.start : chunk.end]
    return told and len(clauses.parse.chunks[index - 2].items) > 1
