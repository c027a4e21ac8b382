"""Citations without a verb of speech: 依 康德 之见，…; 用 康德 的话说，…; 康德 的 结论 是 …; 康德 对此 作了 说明：…."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.voice import Scope, scope_from


def cited_scope(clauses: Clauses, border: int) -> Scope | None:
    """Return what the clause before a comma or colon only names the source of: 据 康德 考证，A V B."""
    first, tokens = clauses.first[border - 1] if border else 0, clauses.parse.tokens
    if not tokens.persons or border == first or clauses.kinds[border] != ",":
        return None
    start, stop = clauses.parse.chunks[first].start, clauses.parse.chunks[border].start
    while start < stop and tokens.words[start] in clauses.sets["topic_link"]:
        start += 1
    cited = tokens.words[start] in clauses.sets["citing"] and tokens.words[stop - 1] in clauses.sets["cited"]
    person = start + 1 if cited else start
    told = clauses.words[border] in "：:" and clauses.is_in_head(border - 1, "statement")
    if person not in tokens.persons or not (cited or told):
        return None
    owned = tokens.kinds[person + 1 : person + 2] == ["D"]
    return scope_from(clauses, stop, _name(clauses, person)) if cited or not owned else None


def concluded_scope(clauses: Clauses, verb: int) -> Scope | None:
    """Return what somebody's statement is said to be: 康德 的 结论 是 A V B, 他 的 回答 是，A V B."""
    if not tells_statement(clauses, verb):
        return None
    tokens, chunks = clauses.parse.tokens, clauses.parse.chunks
    row = range(chunks[clauses.first[verb]].start, chunks[verb].start)
    person = next((at for at in row if at in tokens.persons), None)
    personal = not clauses.sets["personal_anaphor"].isdisjoint(tokens.words[row.start : row.stop])
    if person is None and not personal:
        return None
    return scope_from(clauses, chunks[verb].end - 1, None if person is None else _name(clauses, person))


def tells_statement(clauses: Clauses, verb: int) -> bool:
    """Whether a copula tells in a clause what a statement is: 结论 是 A V B, 结论 是：A V B; not 结论 是 A."""
    before, border = clauses.before(verb), clauses.last[verb]
    if before is None or not clauses.is_in_head(before, "statement"):
        return False
    marked = border - verb - (clauses.words[border - 1] in ("说", "指")) == 1 and border < len(clauses.kinds)
    return marked or "V" in clauses.kinds[verb + 1 : border]


def _name(clauses: Clauses, person: int) -> str:
    return clauses.parse.tokens.words[person].strip('《》〈〉<>“”"')
