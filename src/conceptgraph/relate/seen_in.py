"""Where a thing is seen, stands or grew: A 在 B 中 得到 体现, 占据 重要 地位, A 是 在 B 的 背景 下 形成 的."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.having import INSIDE, is_standing
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule

BROUGHT_OUT = ("起来", "出来")  # behind a verb: 建立 起来


def read_seen_in(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 在 B 中 得到 体现, A 在 B 中 占据 重要 地位: B has A; also [在 B 中 得到 体现 的] A."""
    by, verb = _leading(clauses, index), clauses.after(index)
    if by is None or verb is None or clauses.last_word(index) not in (*INSIDE, "之上", "上", "史上"):
        return
    if clauses.is_in_any_head(index, "aspect_head", "respect_of", "setting_head", "course_head"):
        return  # 在 质量 方面 占据 优势
    if _is_shown(clauses, index, verb):
        yield Claim(rule, clauses.ends_of(index), clauses.local_subject(by) or (), clauses.parse.chunks[verb].start)
        return
    closing = _closing(clauses, verb)
    if closing is None:
        return
    items = clauses.parse.chunks[closing].items
    if len(items[-1].parts) > 1 and _is_word_of(clauses, items[-1].parts[0][1] - 1, "shown_head"):
        seen = clauses.name_all((items[-1].of(items[-1].parts[1:]),)) if clauses.before(by) is None else ()
    else:
        seen = clauses.local_subject(by) or ()
    yield Claim(rule, clauses.ends_of(index), seen, items[-1].head, verb=verb)


def _leading(clauses: Clauses, index: int) -> int | None:
    """Return 在 before the place `index`: 在 B 中; None where it does not lead it, or no place is named."""
    by = clauses.governor(index)
    return by if by is not None and clauses.word(by) == "在" and clauses.is_place(index) else None


def _is_shown(clauses: Clauses, index: int, verb: int) -> bool:
    """Whether a verb says itself that something is seen in the place `index`: 在 B 中 得以 落实, 在 B 中 有所 体现."""
    told = clauses.is_in(verb, "shown_head") and verb + 1 == clauses.last[verb]
    return told and any(clauses.is_in(at, "being_shown") for at in range(index + 1, verb))


def _closing(clauses: Clauses, verb: int) -> int | None:
    """Return the noun phrase that tells that something is seen where it is said to be, or where it stands there."""
    closing = verb + 1
    while closing < clauses.last[verb] and clauses.kinds[closing] in "du":
        closing += 1
    if clauses.kinds[verb] != "V" or clauses.kinds[closing : closing + 1] != ["N"]:
        return None
    if closing + 1 < clauses.last[verb] and clauses.kinds[closing + 1] not in "VdC":
        return None
    chunk = clauses.parse.chunks[closing]
    if len(chunk.items) != 1 or chunk.items[0].local:
        return None
    first = chunk.items[0].parts[0][1] - 1
    shown = clauses.is_in(verb, "being_shown") and _is_word_of(clauses, first, "shown_head")
    if shown or clauses.is_in_head(closing, "shown_head"):
        return closing if clauses.is_in(verb, "being_shown") else None
    return closing if clauses.is_in(verb, "standing_there") and is_standing(clauses, closing) else None


def _is_word_of(clauses: Clauses, token: int, name: str) -> bool:
    """Whether a token is in the list `name` of the grammar."""
    return clauses.parse.tokens.words[token] in clauses.sets[name]


def read_grown_in(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 是 在 B 的 背景 下 形成 的, A 在 B 的 背景 下 兴起: A depends on B."""
    by, verb = _leading(clauses, index), clauses.after(index)
    if by is None or verb is None or clauses.kinds[verb] != "V":
        return
    if not clauses.is_in_head(index, "grown_setting") or not _grows(clauses, verb):
        return
    head = clauses.parse.chunks[index].items[-1].head
    yield Claim(rule, _grown(clauses, by, verb), clauses.attributes_of(index), head, verb=verb)


def _grows(clauses: Clauses, verb: int) -> bool:
    """Whether a verb says that something comes about: 形成, 兴起, 建立 起来."""
    out = clauses.words[verb + 1 : verb + 2]
    made = "produces" in clauses.uses_at(verb).relations or clauses.is_in(verb, "growing")
    return made or clauses.is_in(verb, "grown_verb") or (bool(out) and out[0] in BROUGHT_OUT)


def _grown(clauses: Clauses, by: int, verb: int) -> Ends:
    """Return A of A 是 在 B 下 V 的, and of A 在 B 下 V where nothing else is said."""
    closed, being = clauses.kinds[verb + 1 : clauses.last[verb]], clauses.before(by)
    if being is None or not set(closed) <= set("Du"):
        return ()
    if "D" not in closed:
        return clauses.local_subject(by) or () if clauses.kinds[being] in "NR" else ()
    return clauses.subject(being) if clauses.is_being(being) else ()
