"""Frame of verbs of becoming: A turns into B, also from what it was, and B is what the next clause may begin with."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import CueUse


def read_result(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V B, and B is what the next clause may begin with."""
    patient = clauses.object_at(index)
    if clauses.kinds[index] != "V" or patient is None:
        return
    above = clauses.governor(patient)
    led = above is not None and above > index and clauses.kinds[above] == "V"  # 成为 [具有 A 的] 主体
    if clauses.role_headed(patient) and not led:
        return
    targets = clauses.head_of(patient) if led and clauses.role_headed(patient) else clauses.ends_of(patient)
    sources = clauses.theme(index)
    if not led and _is_told_by_head(clauses, index, patient):
        targets = clauses.attributes_of(patient)
    memory = clauses.memory
    goes_on = not memory.reached or bool(clauses.words_before(index) & clauses.rules.grammar.sets["outcome"])
    if _is_from(clauses, index) and (clauses.carried or all(_is_person(clauses, end) for end in sources)):
        sources = ()
    elif clauses.carried and memory.pivot and memory.pivot_border == clauses.first[index] - 1:
        sources = memory.pivot  # A 使 B V C，成为 D
    elif clauses.carried and goes_on and memory.outcome and memory.outcome_sentence == clauses.here:
        sources = memory.outcome
    yield Claim(use.rule, sources, targets, token, paired=True)
    yield Claim(use.rule, _left_behind(clauses, token, index), targets, token)
    memory.outcome, memory.outcome_sentence = targets, clauses.here
    memory.reached = clauses.is_in(index, "motion")


def _is_told_by_head(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether [将 A V B 的] H does something, where A turns to B and not to H."""
    marker, after = clauses.marker(index), clauses.after(patient)
    disposed = marker is not None and clauses.kinds[marker] == "B"
    return disposed and after is not None and clauses.kinds[after] == "V" and clauses.in_relative(index, patient)


def _left_behind(clauses: Clauses, token: int, index: int) -> Ends:
    """Return what 从 or 由 says that something was before it became another thing, where no pattern reads it."""
    before, above = clauses.before(index), _leading(clauses, index)
    if before is None or above is None or clauses.word(above) not in ("从", "由", "自"):
        return ()
    read = any(other.rule.frame == "pattern" for other in clauses.parse.tokens.cues[token])
    return () if read else clauses.ends_of(before)


def _leading(clauses: Clauses, index: int) -> int | None:
    """Return what governs the noun phrase before a verb: 从 of 从 A 变成 B."""
    before = clauses.before(index)
    return clauses.governor(before) if before is not None and clauses.kinds[before] == "N" else None


def _is_from(clauses: Clauses, index: int) -> bool:
    """Whether 从 A stands before a verb of becoming: A turns to B, and the pattern of 从 reads it."""
    above = _leading(clauses, index)
    return above is not None and clauses.word(above) == "从"


def _is_person(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a concept has been said to claim something and is no doctrine: 甲 从 A 转向 B does not become B."""
    persons = clauses.parse.tokens.persons
    named = any(clauses.parse.tokens.starts[token] == end.start for token in persons) and end.sentence == clauses.here
    return (named or end.name in clauses.memory.speakers) and not clauses.is_doctrine(end)
