"""Who is affected: A 受到 [B 在 C V 的] 影响; A 吸引 了 B 的 关注."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends


def influenced(clauses: Clauses, verb: int) -> tuple[Ends, Ends] | None:
    """Return B and A of A 受到 [B 在 C V 的] 影响: B affects A, whatever it does in C; A and B of A 吸引 B 的 关注."""
    head = verb + 2
    if clauses.is_in(verb, "drawing_heed") and (drawn := clauses.object_at(verb)) is not None:
        heeds = clauses.is_in_head(drawn, "heed") and not clauses.in_relative(verb, drawn)
        heeds = heeds and clauses.governor(drawn) == verb and bool(clauses.local_subject(verb))
        return (clauses.subject(verb), clauses.attributes_of(drawn)) if heeds else None
    marker = clauses.marker(verb) if clauses.kinds[verb + 1 : head + 1] == ["D", "N"] else None
    if marker is None or not clauses.words[marker].startswith("受") or "P" not in clauses.kinds[marker:verb]:
        return None
    where = next(at for at in range(verb - 1, marker, -1) if clauses.kinds[at] == "P")
    doer = where - 1 if clauses.words[where] == "在" and where > marker + 1 else marker + 1  # 受到 以 B 为 C 的 A 在
    headed = clauses.kinds[doer] == "N" and (clauses.is_in_head(head, "pressing") or clauses.head_word(head) == "影响")
    return (clauses.ends_of(doer), clauses.subject(marker)) if headed else None
