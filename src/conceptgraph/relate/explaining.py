"""What a thing is explained by or due to: A 可以 用 B 来 解释; A 不是 B 所 能 解释 的; 因 A 而 兴起 的 B."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule

MAY = frozenset(["可", "可以", "能", "能够", "能否", "不能", "不可", "无法", "难以", "很难", "只能", "足以", "不足以"])


def explains(clauses: Clauses, verb: int) -> bool:
    """Whether 解释 closes a clause that tells what explains its subject; not 学者 用 B 解释 A, not B 难以 解释."""
    closes = verb + 1 == clauses.last[verb]
    opens = range(clauses.first[verb], verb)
    if any(clauses.is_being(at) for at in opens):
        cleft = clauses.kinds[verb + 1 : verb + 2] == ["D"] and verb + 2 == clauses.last[verb]
        return (closes or cleft) and "所" in clauses.words[clauses.first[verb] : verb]  # A 不是 B 所 能 解释 的
    led = next((at for at in opens if clauses.kinds[at] in "PI"), verb)
    return closes and any(clauses.word(at) in MAY for at in range(clauses.first[verb], led))


def due_head(clauses: Clauses, rule: Rule, joint: int) -> tuple[Ends, Ends] | None:
    """Return A and B of [因 A 而 V 的] B, where no rule reads the verb; nothing of [S 因 A 而 V 的] B."""
    kinds, first, head = clauses.kinds, clauses.first[joint], joint + 3
    if rule.id != "causes.because_of" or clauses.word(joint) != "而" or kinds[joint - 1] != "N":
        return None
    if kinds[joint + 1 : joint + 2] == ["N"] and _is_state_of(clauses, joint + 1):
        head = joint + 1  # 因 A 而 [兴盛 的 B]
    elif kinds[joint + 1 : joint + 4] != ["V", "D", "N"] or clauses.has_frame(joint + 1, "verb", "result", "reverse"):
        return None
    opens = joint - 2
    if opens < first or clauses.word(opens) not in rule.pattern[1]:
        return None
    while opens > first and kinds[opens - 1] == "d":
        opens -= 1
    told = opens == first or kinds[opens - 1] in "VPBImru" or clauses.words[opens - 1][0] in "这那该"
    return (clauses.ends_of(joint - 1), clauses.heads_of(head)) if told else None


def _is_state_of(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase opens with one word that says how its head is: 兴盛 的 市镇."""
    start, tokens = clauses.parse.chunks[noun].start, clauses.parse.tokens
    return tokens.kinds[start + 1 : start + 2] == ["D"] and tokens.tags[start][0] in "avz" and not tokens.names[start]
