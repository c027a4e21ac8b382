"""What a thing is said to be: the noun phrase behind 是 that closes its clause: A 是 B 于 C V 的 H."""

from __future__ import annotations

from conceptgraph.relate.capacity import goes_on_behind
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.copulas import ends_in_attribute
from conceptgraph.relate.definitions import heads_deed, opens_clause
from conceptgraph.relate.origins import heads_way
from conceptgraph.relate.steps import in_stages


def complement(clauses: Clauses, index: int) -> int | None:
    """Return what a thing is said to be: the last noun phrase of the clause, or the first where a verb parts them."""
    chunks, opens = clauses.parse.chunks, clauses.first[index]
    if clauses.has_frame(opens, "stages") and in_stages(clauses, opens):
        return None  # 先是 A，继而 是 B
    behind = clauses.words[index + 2 : index + 3] == ["而"] or goes_on_behind(clauses, index)
    if clauses.word(index) == "作为" and behind:
        return clauses.first_noun(index)
    tags, position = clauses.parse.tokens.tags, clauses.last[index] - 1
    while position > index and (
        chunks[position].kind in "uXC" or (chunks[position].kind == "a" and tags[chunks[position].start] == "t")
    ):
        position -= 1  # A 作为 B 产生于 1980 年代 初期
    joined = clauses.words[position - 1] in ("且", "并且", "而且") and chunks[position - 2].kind == "N"
    if joined and clauses.parse.tokens.kinds[chunks[position].start :][:2] != ["a", "D"]:
        position -= 2  # A 是 B 且 成 体系, not A 是 一种 开放 且 多样 的 B
    other = next((at for at in range(index + 2, position) if clauses.is_in(at, "contrast")), position + 1)
    position = other - 1  # A 是 B 而不是 特殊 的 C
    one = chunks[position].kind in "mr" and clauses.word(position) in ("一种", "一类", "一个")
    if one and chunks[position - 1].kind == "D" and position > index + 2:
        position -= 2  # A 是 B 的 一种
    items = chunks[position].items
    if position <= index or chunks[position].kind != "N" or (items and items[-1].local):
        return None
    if chunks[position - 1].kind == "m" and tags[chunks[position].start] == "v":
        return None  # A 是 B 于 1982 年 首创
    after = clauses.word(position + 1) if position + 1 < clauses.last[index] else ""
    if after.startswith("为") and clauses.is_in(position + 1, "particle"):
        return None  # 是 以 A 为主体，…
    if clauses.role_headed(position) or clauses.is_in_head(position, "key"):
        return position  # 这是 [A V B 的] 关键
    first = clauses.first_noun(index)
    if first is not None and opens_clause(clauses, index, first):
        return None
    verb = position
    while verb > index and chunks[verb].kind != "V":
        verb -= 1
    attributive = any(chunk.kind == "D" for chunk in chunks[verb:position]) or clauses.in_relative(verb, position)
    attributive = attributive or clauses.counts_head(position) or clauses.closes_attributes(verb, position)
    attributive = attributive or heads_way(clauses, verb, position)
    if verb == index or attributive:
        before = clauses.before(index)
        if before is None or first is None or first >= verb or not clauses.takes_clause(before):
            return position
        return None if clauses.kinds[first + 1] == "V" else position  # 事实 是 A V 了 B 的 C
    return None if clauses.is_in(index, "apposition") else _taken_noun(clauses, index, verb, position)  # 即 A V B


def _taken_noun(clauses: Clauses, index: int, verb: int, position: int) -> int | None:
    """Return what a thing is said to be where a verb stands between 是 and the last noun phrase of its clause."""
    chunks = clauses.parse.chunks
    first = clauses.object_at(index)
    done = verb + 1 < clauses.last[index] and clauses.is_in(verb + 1, "aspect")
    done = (done and first is not None and clauses.after(first) == verb) or clauses.word(index)[:2] in ("本质", "实质")
    if (
        clauses.is_in(index + 1, "toward")
        and clauses.is_in(verb, "light_verb")
        and ends_in_attribute(clauses, position)
    ):
        return position  # A 是 [对 B 加以 V 的] H
    taken = first is not None and first < verb and chunks[first].kind == "N" and not done  # not A 是 B V 了 C
    if taken and not opens_attribute(clauses, index, first or 0):
        return first
    return position if heads_deed(clauses, index, verb, position) else None


def opens_attribute(clauses: Clauses, index: int, noun: int) -> bool:
    """Whether a noun behind 是 only stands before a verb inside of what tells of a head: 是 [(V) A V B，V C 的] D."""
    follower = clauses.after(noun) if clauses.kinds[index + 1 : noun] in ([], ["V"]) else None
    direct = follower is not None and all(clauses.kinds[at] == "d" for at in range(noun + 1, follower))
    if follower is None or clauses.kinds[follower] != "V" or not direct:
        return False
    return clauses.word(noun + 1) != "而" and not clauses.has_frame(follower, "copula")  # not 是 A 而 V B
