"""Clefts: A V 的是 B, V B 的是 A, B 是 A V 的."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import CueUse
from conceptgraph.relate.words import FROM


def cleft(clauses: Clauses, index: int) -> int | None:
    """Return the verb of being of A V 的是 B or V B 的是 A, also of A V 的 结果 是 B."""
    end = clauses.last[index]
    if "D" not in clauses.kinds[index + 1 : end]:
        return None
    row = [at for at in range(index + 1, end) if clauses.kinds[at] not in "du"]  # 支配 着 A 的 恰恰 是 B
    kinds = [clauses.kinds[at] for at in row[:2]]
    closed = clauses.kinds[end - 1] == "D" and end + 1 < len(clauses.kinds) and clauses.word(end) in "，,"
    if closed and all(not clauses.is_in(at, "copula") for at in range(clauses.first[index], index)):
        row.append(min(clauses.opening(end), len(clauses.kinds) - 1))  # V B 的，(恰恰) 不是 A
    if kinds == ["N", "D"] and len(row) > 2 and clauses.tells_which(row[2]):
        return row[2] if clauses.local_subject(index) is None else None
    outcome = kinds == ["D", "N"] and len(row) > 2 and clauses.is_in_any_head(row[1], "outcome_head", "harm_head")
    if outcome and clauses.tells_which(row[2]) and clauses.uses_at(index).relations & {"causes", "produces"}:
        return row[2] if clauses.local_subject(index) else None  # A 带来 的 主要 问题 是 B
    return row[1] if kinds[:1] == ["D"] and len(row) > 1 and clauses.tells_which(row[1]) else None


def stated(clauses: Clauses, use: CueUse, token: int, index: int, copula: int) -> Iterator[Claim]:
    """A V 的不是 B，而是 C: the one is denied, the other said."""
    taken = (at for at in range(index + 1, copula) if clauses.kinds[at] == "N" and clauses.kinds[at - 1] != "D")
    object_at = next(taken, None)
    acts = object_at is None
    known = _doers(clauses, use, index) if acts else clauses.ends_of(object_at or index)
    for being in (copula, *named_next(clauses, copula)):
        told = clauses.object_ends(being)
        yield (
            Claim(use.rule, known, told, token, verb=being) if acts else Claim(use.rule, told, known, token, verb=being)
        )


def _doers(clauses: Clauses, use: CueUse, index: int) -> Ends:
    """Return who does what a cleft tells of: A of A V 的 是 B, 被 A V 的 是 B, 从 A 中 来 的 是 B; none of 被 V 的."""
    if clauses.words[clauses.first[index]] == "被":
        doer = clauses.first[index] + 1
        return clauses.ends_of(doer) if doer < index and clauses.kinds[doer] == "N" else ()
    if own := clauses.local_subject(index):
        return own
    by, noun = clauses.leading(index), clauses.before(index)
    if by is None or noun is None or clauses.kinds[noun] != "N" or clauses.word(by) not in FROM:
        return clauses.subject(index)
    return clauses.ends_of(noun) if use.rule.relation in ("causes", "produces") else ()


def named_next(clauses: Clauses, copula: int) -> Iterator[int]:
    """Yield the verbs of being that go on with a cleft: 不是 B，而是 C; 首先 是 B，其次 是 C."""
    border = clauses.last[copula]
    while border + 1 < len(clauses.kinds) and clauses.word(border) in "，,":
        being = border + 1
        if clauses.is_in(being, "in_turn") and being + 1 < clauses.last[being] and clauses.is_being(being + 1):
            being += 1
            border = clauses.last[being]
        elif clauses.is_in(being, "setting_right"):
            border = len(clauses.kinds)
        else:
            return
        yield being


def goes_on_cleft(clauses: Clauses, being: int) -> bool:
    """Whether a verb of being goes on with the cleft of the clause before: A V 的 是 B，而不是 C 的 产物."""
    copula = next((at for at in clauses.clause_before(being) if clauses.tells_which(at)), None)
    told = clauses.before(copula) if copula is not None else None
    headless = copula is not None and told is not None and clauses.kinds[told] == "D"
    return headless and copula is not None and being in named_next(clauses, copula)


def ends_cleft(clauses: Clauses, being: int, index: int) -> bool:
    """Whether a noun phrase closes a cleft that names who does it, which is no role: V B 的 (，) 是 A 的 条件."""
    told, opens = clauses.before(being), clauses.first[being]
    if told is None and opens > 1 and clauses.word(opens - 1) in "，,":
        told, opens = opens - 2, clauses.first[opens - 2]
    closed = told is not None and clauses.kinds[told] == "D" and index + 1 == clauses.last[index]
    return closed and clauses.kinds[opens] == "V" and "N" in clauses.kinds[opens + 1 : told]


def done_by(clauses: Clauses, index: int) -> tuple[Ends, Ends, int] | None:
    """Return (A, B, 是) of B 是 A V 的 and of 而是 A V 的, which goes on with what was told of; None elsewhere."""
    closed = clauses.kinds[index + 1 : clauses.last[index]] in (["D"], ["u", "D"])  # also B 是 A 塑造 出来 的
    noun = clauses.before(index) if closed else None
    if noun is None or clauses.kinds[noun] != "N":
        return None
    being = clauses.governor(noun)
    if being is not None and clauses.kinds[being - 1] == "V" and clauses.is_in(being, "means_of_gain"):
        being -= 1  # B 是 以 A 换来 的
    if being is None or not (clauses.is_in(being, "being") or clauses.word(being) == "主要是"):
        return None
    told = clauses.before(being)
    if told is None:
        goes_on = clauses.is_in(being, "focus") and clauses.memory.sentence == clauses.here
        return (clauses.ends_of(noun), clauses.memory.subject, being) if goes_on else None
    return (clauses.ends_of(noun), clauses.ends_of(told), being) if clauses.kinds[told] in "NR" else None
