"""What a clause brings on of which the next one tells only that it changes: S V A，导致 B 的 C 逐渐 瓦解."""

from __future__ import annotations

from conceptgraph.relate.places import Places
from conceptgraph.relate.words import BECAUSE

STILL = frozenset(["却", "也", "仍", "仍然", "依然", "还", "又", "都", "才"])  # before what a head does by itself


def is_brought_on(places: Places, verb: int, patient: int, after: int | None) -> bool:
    """Whether 导致 behind a comma takes a clause about B 的 C: S V A，导致 B 的 C 瓦解; 由于 A，导致 B 的 C V.

    Not where it tells which C is meant: 导致 B 的 C 却 依然 存在.
    """
    if not places.is_in(verb, "bringing"):
        return False
    if any(places.words[at] in BECAUSE for at in places.clause_before(verb)[:1]):
        return True
    opens = verb == places.first[verb] > 1 and places.words[verb - 1] in "，,"
    if after is None or not opens or places.role_headed(patient):
        return False
    if not STILL.isdisjoint(places.words[patient + 1 : after]):
        return False
    last = places.last[verb] - 1
    last -= places.kinds[last] == "u"
    changes = after + 1 == last and places.is_in(after, "undergoes") and places.is_change(last)
    return changes or (after == last and places.kinds[after] in "Va")
