"""What something is done for, and with: 为了 V A，S V B; 采用 A 进行 B."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import BARE
from conceptgraph.relate.memory import Ends


def serving(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return B and A of 为了 V A，S V B, where what is done in the next clause serves what `index` says."""
    aim = clauses.purpose(index)
    if aim is None or any(clauses.kinds[at] in "NR" for at in range(clauses.first[index], index)):
        return None  # 为 A 创造 B
    verb = _verb_of_next(clauses, index)
    if verb is None or not clauses.local_subject(verb):
        return None  # 为了 V A，必须 V B is read by the rule of 必须
    if "B" in clauses.kinds[clauses.first[verb] : verb] and clauses.has_frame(verb, "result"):
        return None  # 为了 V A，S 将 B 由 C 转向 D
    patient = clauses.object_at(index)
    if patient is None or clauses.in_relative(index, patient):
        return None
    means = clauses.object_ends(verb)
    going_on = _verb_of_next(clauses, verb)
    if going_on is not None and clauses.local_subject(going_on) is None:
        means += clauses.object_ends(going_on)  # 为了 V A，S V B，V C
    return (means, clauses.object_ends(index)) if means else None


def done_with(clauses: Clauses, index: int) -> Ends:
    """Return B of 采用 A 进行 B, which is done with A; nothing for a bare action."""
    tool = clauses.object_at(index) if clauses.is_in(index, "instrument") else None
    verb = clauses.after(tool) if tool is not None else None
    if verb is None or clauses.word(verb) != "进行" or clauses.kinds[verb - 1] not in "Nd":
        return ()
    if any(clauses.is_in(at, "negator") for at in range(index, verb)):
        return ()  # 采用 A 不能 进行 B
    return tuple(end for end in clauses.object_ends(verb) if len(end.name) > BARE)


def _verb_of_next(clauses: Clauses, index: int) -> int | None:
    """Return the first verb of the clause behind that of a chunk, if a comma stands between and it says no being."""
    border = clauses.last[index]
    if border + 1 >= len(clauses.kinds) or clauses.word(border) not in "，,":
        return None
    verb = clauses.first_verb(border + 1)
    return None if verb is None or clauses.is_in(verb, "copula") else verb
