"""What is made on something: a new [基于 A 的] B; the use of [基于 A 的] B 的 C; the title 基于 A 的 B."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.phrases import Item


def based(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return B and A of [基于 A 的] B, where 基于 only tells what B is like; None where it tells what else is done."""
    noun = index + 1
    if clauses.words[index] != "基于" or clauses.kinds[noun : noun + 1] != ["N"]:
        return None
    *others, last = clauses.parse.chunks[noun].items
    if len(last.parts) < 2 or any(len(item.parts) > 1 for item in others) or last.local:
        return None  # also 在 [基于 A 的] B 中
    titled = _is_title(clauses, index)
    if not titled and not _names_thing(clauses, index):
        return None
    made = _made(clauses, last)
    ends = clauses.name_all((made,)) if made is not None else ()
    return (ends, clauses.name_all((*others, last.of(last.parts[:1])))) if ends else None


def _is_title(clauses: Clauses, index: int) -> bool:
    """Whether a title or heading is 基于 A 的 B and nothing more."""
    return clauses.sentence.kind in ("title", "heading") and index == 0 and len(clauses.kinds) == 2


def _names_thing(clauses: Clauses, index: int) -> bool:
    """Whether 基于 stands where only a noun can: 新 的 基于 A 的 B, 采用 基于 A 的 B, 基于 A 的 B 比 C 更 V."""
    before, after = index - 1, index + 2
    if index == clauses.first[index] or clauses.kinds[before] in "dC,.":
        against = clauses.words[after : after + 1] == ["与"] and "相比" in clauses.words[after : clauses.last[index]]
        return after < clauses.last[index] and (against or clauses.word(after) in ("比", "较"))
    if clauses.kinds[before] == "P":
        return clauses.is_in(before, "instrument")
    if clauses.kinds[before] == "D":
        return before > clauses.first[index] and clauses.kinds[before - 1] in "aN"
    above = before - (clauses.kinds[before] in "umr")
    above -= above > clauses.first[index] and clauses.kinds[above] == "u"
    takes = clauses.kinds[above] == "V" and len(clauses.words[above]) > 1 and not clauses.is_in(above, "copula")
    return takes and after >= clauses.last[index]


def _made(clauses: Clauses, last: Item) -> Item | None:
    """Return B of 基于 A 的 B and of 基于 A 的 B 的 有效性 or 研究; None where nothing is left."""
    words, inner = clauses.parse.tokens.words, last.parts[1:-1]
    start, end = last.parts[-1]
    head = words[start] if end - start == 1 else ""
    studied = head in clauses.sets["study_noun"] or head in clauses.sets["studying"]
    owned = inner and (head[-1:] == "性" or head in clauses.sets["owned_noun"])
    if studied or owned:
        return last.of(inner) if inner else None
    return last.of(last.parts[1:])
