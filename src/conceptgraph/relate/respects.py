"""Respects: what is studied, made or told of in several respects has them as parts: 从 A 和 C 两个 方面 V B."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import BARE
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.speakers import is_named_person


def read_aspects(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """从 A 和 C 两个 方面 V B; 在 A、C 等 方面 对 B 进行 V: what is studied in these respects has them."""
    chunk, tokens = clauses.parse.chunks[index], clauses.parse.tokens
    above = clauses.governor(index) if len(chunk.items) > 1 else None
    if above is None or clauses.words[above] not in ("从", "就", "在", "围绕"):
        return
    opens = chunk.items[-1].parts[-1][1]
    if opens == chunk.end or tokens.words[chunk.end - 1] not in clauses.rules.grammar.sets["aspect_head"]:
        return
    members = clauses.name_all(chunk.items)
    named = any(len(end.name) > BARE for end in members) or all(end.known for end in members)
    disciplines = all(end.name.endswith(("学", "论")) for end in members)  # 从 认识论 和 社会学 两个 视角
    seen = disciplines and any(end.name[-1] == "学" for end in members)
    if named and not seen and len(members) == len(chunk.items):
        yield Claim(rule, _studied(clauses, above, index), members, opens)


def _studied(clauses: Clauses, preposition: int, index: int) -> Ends:
    """Return what is studied behind a phrase that says in which respects, or whose subject stands before it."""
    end = clauses.last[index]
    start = end + 1 if end == index + 1 < len(clauses.kinds) and clauses.word(end) in "，," else index + 1
    if start >= len(clauses.kinds):
        return ()
    verb = clauses.first_verb(start)
    if verb is None:
        return ()
    marker = clauses.marker(verb)
    doing = marker is not None and clauses.is_in(verb, "light_verb")  # 对 B 做 了 解释
    studies = doing or clauses.has_frame(verb, "speech") or clauses.is_in(verb, "examining")
    if not studies and not clauses.is_in(verb, "shaping"):
        return ()
    if marker is not None and marker > index:
        if clauses.kinds[marker] == "B":
            return clauses.theme(verb)
        noun = marker + 1 + clauses.places_next(marker + 1)  # 对 市镇 中 商会 的 演变
        found = clauses.ends_of(noun)
        if len(found) >= len(items := clauses.parse.chunks[noun].items):
            return found
        listed = len(items) > 2 and all(len(item.parts) == 1 for item in items[:-1])
        return clauses.head_of(noun) if listed else ()  # 对 A、B、C 三国 的 D 进行 V
    taken = () if clauses.is_in(verb, "light_verb") else clauses.object_ends(verb)
    told = clauses.local_subject(preposition) or ()
    return taken or (() if any(is_named_person(clauses, end) for end in told) else told)
