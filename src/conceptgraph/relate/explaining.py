"""What a thing is explained by or due to: A 可以 用 B 来 解释; 因 A 而 兴起 的 B; A 的 原因 与 B 有关."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.mutual import read_mutual
from conceptgraph.relate.rules import CueUse, Rule

MAY = frozenset(["可", "可以", "能", "能够", "能否", "不能", "不可", "无法", "难以", "很难", "只能", "足以", "不足以"])


def read_related(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """What is between two things; of A 的 原因 与 B 有关 that B brings about A."""
    if use.rule.id != "influences.related":
        yield from read_mutual(clauses, use, token, index)
        return
    told, causes = _reason_of(clauses, index), clauses.rule_of("导致", use.rule)
    if not told and (both := _reason_in_row(clauses, index)):
        yield Claim(causes, *both, token, verb=index)
        return
    for claim in read_mutual(clauses, use, token, index):
        yield Claim(causes, claim.targets, told, token, verb=index) if told else claim


def _reason_in_row(clauses: Clauses, verb: int) -> tuple[Ends, Ends] | None:
    """Return B and A of A 的 原因 与 B 有关, where one noun phrase holds both; None elsewhere."""
    noun, tokens = clauses.before(verb), clauses.parse.tokens
    items = clauses.parse.chunks[noun].items if noun is not None and clauses.kinds[noun] == "N" else ()
    if noun is None or noun > clauses.opening(clauses.first[verb] - 1) or len(items) < 2:
        return None
    role = tokens.cues.get(items[0].head)
    start = items[1].parts[0][0]
    if role is None or "causes" not in role.relations or "role" not in role.frames or tokens.words[start - 1] != "与":
        return None
    owners = clauses.name_all((items[0].of(items[0].parts[:-1]),)) if len(items[0].parts) > 1 else ()
    owners = owners or clauses.memory.subject_in(clauses.here)
    return (clauses.name_all(items[1:]), owners) if owners else None


def _reason_of(clauses: Clauses, verb: int) -> Ends:
    """Return A of A 的 原因 与 B 有关, also over commas: A 的 原因 是 多方面 的，既 与 B 有关，也 与 C 有关."""
    first = clauses.first[verb]
    joint = next((at for at in range(first, verb) if clauses.kinds[at] == "C"), first)
    noun = clauses.before(joint) if clauses.kinds[joint] == "C" else None
    while noun is None and clauses.kinds[joint] == "C" and first > 1 and clauses.words[first - 1] in "，,":
        first = clauses.first[first - 2]
        opens = clauses.opening(first - 1)
        if clauses.kinds[opens] != "C":
            noun = opens
    if noun is None or noun > clauses.opening(first - 1) or clauses.kinds[noun] != "N":
        return ()
    if "causes" not in clauses.uses_of_head(noun).relations or not clauses.role_headed(noun):
        return ()
    return clauses.attributes_of(noun) or clauses.memory.subject_in(clauses.here)


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
