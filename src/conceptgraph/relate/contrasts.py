"""What a second thing is set against: A 是 C 而非 B; A 依靠 C，而不是 B."""

from __future__ import annotations

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.roles import role_claim


def set_against(clauses: Clauses, token: int, index: int) -> list[Claim] | None:
    """Return what A V C，而不是 B denies, that A does the same to B; None where it says what a thing is."""
    if not clauses.is_in(index, "contrast"):
        return None
    verb, other = _done_before(clauses, index), index + 1
    other += clauses.kinds[other : other + 1] == ["P"] and clauses.is_in(other, "toward")  # 而非 对 B 的 V
    if clauses.kinds[other : clauses.last[index]] != ["N"]:
        return None
    if clauses.word(other) in ("相反", "反之"):
        return []
    role = clauses.memory.role
    if role is not None and role.clause in (clauses.first[index], clauses.first[max(index - 2, 0)]):
        return [role_claim(role.rule, role.whole, clauses.ends_of(other), token, index)]  # A 的 核心 是 C 而不是 B
    if verb is None:
        return None
    if index > clauses.first[index] and len(clauses.parse.chunks[other].items[-1].parts) > 1:
        return None  # 采取 C 而不是 B 的 H
    denied: list[Claim] = []
    doers, done = clauses.subject(verb), clauses.ends_of(other)
    if clauses.is_being(opens := clauses.first[verb]) and clauses.before(verb) == opens + 1:
        doers, done = done, clauses.object_ends(verb)  # 是 A V C，而不是 B
    for use in clauses.uses_at(verb).closing if clauses.marker(verb) is None else ():
        if use.rule.frame in ("verb", "result"):
            denied.append(Claim(use.rule, doers, done, token, verb=index))
        elif use.rule.frame == "reverse":
            denied.append(Claim(use.rule, done, doers, token, verb=index))
    return denied


def _done_before(clauses: Clauses, index: int) -> int | None:
    """Return the verb whose object stands right before a word of contrast, if it does not say what a thing is."""
    noun = index - 1 if index > clauses.first[index] else index - 2
    above = clauses.governor(noun) if noun > 0 and clauses.kinds[noun] == "N" else None
    if above is not None and clauses.is_in(above, "toward"):
        above -= 1  # 起源于 对 C 的 V
    if above is None or clauses.kinds[above] != "V" or clauses.object_at(above) != noun or clauses.is_being(above):
        return None
    told = clauses.takes_for(above) or clauses.taken_for(above) or clauses.in_relative(above, noun)
    return None if told else above


def contrasted(clauses: Clauses, before: int | None, index: int) -> Ends:
    """Return A of A 是 C 而非 B, nothing for A 依靠 C 而非 B; a new clause leans on the one before."""
    if before is None:
        earlier = clauses.clause_before(index)
        taken = next((clauses.taken_for(at) for at in reversed(earlier) if clauses.kinds[at] == "V"), ())
        return taken or clauses.memory.subject  # 把 A 看作 C，而非 B
    above = clauses.governor(before)
    if above is None or not clauses.is_being(above):
        return ()
    return clauses.taken_for(above) or clauses.subject(above)  # 把 A 看作 C 而非 B
