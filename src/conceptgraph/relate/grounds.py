"""What something starts from: 在 B 的 基础 上 V A, A 是 在 B 的 基础 上 V 的, A 从 B 出发."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.purposes import proposed
from conceptgraph.relate.rules import CueUse


def read_ground(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """在 B 的 基础 上 V A: what is made depends on B, or the thinker who says something; A 从 B 出发."""
    if clauses.kinds[index] == "V":
        noun = index - 1
        by = clauses.governor(noun) if noun > clauses.first[index] and clauses.kinds[noun] == "N" else None
        respects, closing = clauses.rules.grammar.sets["respect_of"], clauses.parse.chunks[noun].end - 1
        looked = clauses.is_in_head(noun, "respect_of") or clauses.parse.tokens.words[closing] in respects  # A 等 视角
        if by is not None and clauses.word(by) in ("从", "由") and not looked:
            relative = clauses.kinds[index + 1 : index + 3] == ["D", "N"]  # 从 B 出发 的 A
            starting = clauses.ends_of(index + 2) if relative else clauses.local_subject(by) or ()
            yield Claim(use.rule, starting, clauses.ends_of(noun), token)
        return
    by = clauses.governor(index)
    chunk = clauses.parse.chunks[index]
    if by is None or clauses.word(by) != "在" or not chunk.items or not chunk.items[-1].local:
        return
    if chunk.items[-1].parts[-1][1] - 2 != token and chunk.items[-1].parts[-1][1] - 1 != token:
        return
    last = chunk.items[-1]
    start, _ = last.parts[-1]
    left = (*last.parts[:-1], (start, token)) if token > start else last.parts[:-1]  # also 在 A 基础 上
    grounds = (*chunk.items[:-1], last.of(left)) if left else ()
    yield Claim(use.rule, _founded(clauses, index), clauses.name_all(grounds), token)


def _founded(clauses: Clauses, index: int) -> Ends:
    """Return what rests on the ground that the chunk `index` names: what the next verb makes, or who says something."""
    at = index + 1
    if at < len(clauses.kinds) and clauses.word(at) in "，,":
        at += 1
    while at < len(clauses.kinds) and clauses.kinds[at] not in "V,.":
        at += 1
    if at >= len(clauses.kinds) or clauses.kinds[at] != "V":
        return ()
    grown = _grown(clauses, index, at)
    if grown is not None:
        return grown
    if clauses.has_frame(at, "speech"):
        return clauses.local_subject(at) or proposed(clauses, at)
    made = clauses.has_frame(at, "result") or "produces" in clauses.uses_at(at).relations
    return clauses.object_ends(at) if made else ()


def _grown(clauses: Clauses, index: int, verb: int) -> Ends | None:
    """Return A of A 是 (S) 在 B 的 基础 上 V 的, and of A 在 B 的 基础 上 V where A grows; None for another clause."""
    by = clauses.governor(index)
    closed = clauses.kinds[verb + 1 : clauses.last[verb]]
    if by is None or set(clauses.kinds[index + 1 : verb]) - {"d"} or not set(closed) <= set("Du"):
        return None
    noun = clauses.before(by)
    if "D" not in closed:
        grows = clauses.is_in(verb, "growing") and noun is not None and clauses.kinds[noun] == "N"
        return clauses.local_subject(by) if grows else None
    being = clauses.before(noun) if noun is not None and clauses.kinds[noun] == "N" else noun
    return clauses.subject(being) if being is not None and clauses.is_being(being) else None
