"""Viewpoints: what a phrase such as 在 A 看来 tells, which is A's word and not the author's."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.speakers import (
    holders_of,
    is_named_person,
    is_school,
    is_speaker,
    is_where,
    names_of,
    opens_view,
    phrase_at,
    says_he,
)
from conceptgraph.relate.voice import Scope, scope_from


def viewpoint_scope(clauses: Clauses, index: int) -> Scope | None:
    """Return what 在 A 看来 tells: the rest of the sentence, said by A."""
    chunks, noun = clauses.parse.chunks, index - 1 - (clauses.kinds[index - 1 : index] == ["D"])  # 在 他 的 眼中
    holders = holders_of(clauses, index)
    if holders:
        return scope_from(clauses, chunks[index].end - 1, "、".join(end.name for end in holders))
    if _is_gone_by(clauses, index):
        if says_he(clauses, chunks[index].start, chunks[index].end):  # 按照 他 的 理解
            return scope_from(clauses, chunks[index].end - 1, names_of(clauses.memory.person) or None)
        words = clauses.parse.tokens.words[chunks[index].start : chunks[index].end]
        told = clauses.is_in(index, "pointing") or not clauses.sets["common"].isdisjoint(words)
        if told and clauses.is_in_head(index, "reasoning"):
            return scope_from(clauses, chunks[index].end - 1, None)  # 按照 这 一 观点，…; 按照 传统 的 看法，…
    if noun < 0 or chunks[noun].kind not in "NRS" or clauses.kinds[index] == "N":
        return None  # 在 A 与 B 之间 关系 的 理解 上，
    above = clauses.governor(noun)
    if chunks[noun].kind == "S":  # 在 学者 看来, not 在 我们 看来
        standing = above is not None and clauses.is_in(above, "standing") and clauses.is_in(noun, "others")
        return scope_from(clauses, chunks[index].start, phrase_at(clauses, noun)) if standing else None
    told = clauses.is_in(noun, "personal_anaphor")  # 在 他 看来, whoever that is
    speakers = [end.name for end in clauses.ends_of(noun) if not told or is_speaker(clauses, end)]
    told = told or bool(speakers)
    if above is None or clauses.is_in(above, "toward"):  # 对 康德 来说, not 对 村民 来说
        ends = clauses.ends_of(noun)  # also 对于 自由主义 来说
        told = any(is_named_person(clauses, end) or _holds(clauses, end.name) for end in ends)
        speakers = speakers or [end.name for end in ends if _holds(clauses, end.name)]
    if not opens_view(clauses, above, index) or not told:
        return None
    scope = scope_from(clauses, chunks[index].start, "、".join(speakers) or None)
    if is_where(clauses, index):
        if not _tells_what_is(clauses, index):
            return None
        border = clauses.last[index]
        if border < len(chunks):
            scope.end = clauses.parse.tokens.starts[chunks[border].start]
    return scope


def _holds(clauses: Clauses, name: str) -> bool:
    """Whether a name is that of a school, to which things are so, and not of a church, to which they happen: 佛教."""
    return is_school(clauses, name) and not name.endswith("教")


def _is_gone_by(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase closes a clause that opens with what the next one goes by: 按照 他 的 理解，…."""
    above = clauses.governor(index) if clauses.kinds[index] == "N" and clauses.last[index] == index + 1 else None
    return above is not None and clauses.is_in(above, "according")


def _tells_what_is(clauses: Clauses, index: int) -> bool:
    """Whether a clause says what something is to somebody, not what came about with him: A 在 康德 那里 是 B."""
    verb = next((at for at in range(index + 1, clauses.last[index]) if clauses.kinds[at] == "V"), None)
    told = {"becomes", "has_part", "is_a"}
    return verb is not None and (clauses.is_being(verb) or not told.isdisjoint(clauses.uses_at(verb).relations))
