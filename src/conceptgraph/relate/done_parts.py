"""Parts named by what is done to them: A 建立 新 的 机制，即 设立 B、完善 C: the 机制 has B and C."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule

NAMING = frozenset(["即", "即是", "也即", "亦即", "包括", "主要包括", "具体包括"])  # open a row of deeds


def done_parts(clauses: Clauses, rule: Rule, token: int, index: int, taken: Ends) -> Iterator[Claim]:
    """Yield that what a verb of a row behind 即 or 包括 sets up or improves is part of the whole named before."""
    first = clauses.first[index]
    if not first or clauses.words[first] not in NAMING or rule.relation not in ("produces", "promotes"):
        return
    row = clauses.kinds[first + 1 : clauses.last[first]]
    if row.count("V") < 2 or "C" not in row or "V" not in row[:2] or clauses.kinds[first + 1] in "NR":
        return
    before, wholes = clauses.clause_before(first), clauses.sets["made_of_deeds"]
    nouns = (at for at in reversed(before) if clauses.kinds[at] == "N" and clauses.head_word(at)[-2:] in wholes)
    whole = next(nouns, first)
    taking = "V" in clauses.kinds[before.start : whole] and whole < first  # not what does it
    if taking and len(clauses.parse.chunks[whole].items) == 1:
        yield Claim(clauses.rule_of("包括", rule), clauses.ends_of(whole), taken, token)
