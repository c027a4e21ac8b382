"""Parts of which most is told: A，尤其 是 B，V C; A 尤其 是 B V C."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.rules import CueUse


def read_especially(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A，尤其 是 B: B is that part of A of which most is told."""
    kinds, beside = clauses.kinds, clauses.word(index - 1) not in "，,"
    listed = index + 2 if clauses.words[index + 1 : index + 2] == ["是"] else index + 1
    whole = index - 1 if beside else index - 2
    if whole < 0 or kinds[whole] != "N" or kinds[listed : listed + 1] != ["N"]:
        return
    if beside:
        yield from _part_beside(clauses, use, token, whole, listed)
        return
    after, above = clauses.after(listed), clauses.governor(whole)
    closed = after is None or (kinds[after] == "V" and (above is None or kinds[above] != "V"))
    one = clauses.ends_of(whole)
    if clauses.first[index] == index and closed and len(one) == 1 and not clauses.parse.chunks[listed].items[-1].local:
        yield Claim(use.rule, one, clauses.ends_of(listed), token)  # not S V A，特别是 T V B


def _part_beside(clauses: Clauses, use: CueUse, token: int, whole: int, listed: int) -> Iterator[Claim]:
    """Yield B as a part of A, where no mark stands between: A 尤其是 B V C; not A 特别是 B 的 C, A 尤其是 一个 B."""
    chunk, ends = clauses.parse.chunks[listed], clauses.ends_of(whole)
    tokens, last = clauses.parse.tokens, clauses.parse.chunks[whole].end - 1
    plain = tokens.kinds[chunk.start] not in "mr" and len(chunk.items[0].parts) == 1
    plain = plain and tokens.tags[last] not in ("v", "vn")
    if plain and len(ends) == 1 and clauses.words[listed - 1] == "是":
        yield Claim(use.rule, ends, clauses.ends_of(listed), token)
