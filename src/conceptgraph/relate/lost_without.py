"""What cannot be without another thing: A 离开 B 就 无法 V, A 一旦 失去 B，便 难以 V, 若 无 B，A 势必 沦为 C."""

from __future__ import annotations

import re

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends

DONE_BY_MEANS = frozenset(["promotes", "produces", "negates"])  # relations of verbs whose means are read for themselves
SO = frozenset(["就", "便", "则", "就会", "便会"])
BOUND = frozenset(["势必", "必将", "必然", "必定", "终将", "只能", "只会", "难免"])  # so it is bound to be
HOLLOW = frozenset(["流于形式", "名存实亡", "形同虚设", "不复存在", "难以为继"])


def lost_without(clauses: Clauses, index: int) -> Ends:
    """Return A of A 离开 B 就 无法 V, A 一旦 没有 B(，) 便 难以 V; nothing elsewhere."""
    first, stop = clauses.first[index], clauses.last[index]
    told = re.match("Nd*[Vd]Nd+[VNa]", "".join(clauses.kinds[first:stop]))
    if clauses.kinds[index + 1 : index + 2] != ["N"] or clauses.kinds[first + 1 : index] not in ([], ["d"]):
        return ()
    so = index + 2
    if told is None and so == stop and clauses.kinds[first] == "N" and clauses.words[index - 1] == "一旦":
        so = stop + 1  # A 一旦 没有 B，便 难以 V
        stop = clauses.last[so] if so < len(clauses.kinds) and clauses.words[stop] in "，," else so
        told = re.match("d+[VNa]", "".join(clauses.kinds[so:stop]))
    lost = told is not None and any(clauses.is_in(at, "not_done") for at in range(so, stop))
    return clauses.ends_of(first) if lost and clauses.word(so) in SO else ()


def falling_without(clauses: Clauses, index: int) -> Ends:
    """Return A of A 若 没有 B，便 难以 V, A 如果 缺乏 B，就 会 沦为 C; nothing of persons and elsewhere."""
    first, start = clauses.first[index], clauses.last[index] + 1
    supposed = any(clauses.is_in(at, "hypothetical") for at in range(first + 1, index))
    if not supposed or clauses.kinds[first] != "N" or set(clauses.kinds[first + 1 : index]) != {"d"}:
        return ()
    told = clauses.opening(start - 1)  # the next clause has no subject of its own
    if clauses.kinds[index + 1 : start - 1] != ["N"] or clauses.kinds[told : told + 1] != ["V"]:
        return ()
    lost = clauses.is_in(told, "falling") or any(clauses.is_in(at, "not_done") for at in range(start, told))
    groups = clauses.rules.grammar.endings["group_ending"]
    owners = clauses.subject_ends(first) or ()
    return () if not lost or any(end.name.endswith(groups) for end in owners) else owners


def is_bound_to_fall(clauses: Clauses, start: int, stop: int) -> bool:
    """Whether a clause says that something bad is bound to come, which is lost or turns into less: 势必 沦为 C."""
    words = clauses.words[start:stop]
    if BOUND.isdisjoint(words):
        return False
    return not HOLLOW.isdisjoint(words) or any(
        clauses.is_in(at, "losing") or not clauses.uses_at(at).relations.isdisjoint(("becomes", "negates"))
        for at in range(start, stop)
    )


def only_then(clauses: Clauses, index: int) -> int | None:
    """Return the 才 behind what a thing needs, or the 得以 behind what it rests on (借助 B，A 得以 V); else None."""
    owed = clauses.kinds[index] in "PV"
    behind = range(index + 1, len(clauses.kinds))
    return next((p for p in behind if clauses.is_in(p, "only_then") or (owed and clauses.word(p) == "得以")), None)


def is_done_by_means(clauses: Clauses, index: int, then: int, verb: int) -> bool:
    """Whether the verb itself says what its means do: A 通过 B 得以 延续, 正是 通过 B，S 才 确立 A."""
    means = clauses.word(index) in ("通过", "经由") and clauses.words[then : then + 2] != ["才", "得以"]
    return means and not clauses.uses_at(verb).relations.isdisjoint(DONE_BY_MEANS)
