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


def built_on(clauses: Clauses, index: int) -> Ends:
    """Return B of 以 A 为 V，构建 B and 以 A 为 V，S 构建 B, where nobody stands before who does it."""
    by = clauses.governor(index - 2)
    verb = clauses.verb_of_next(index) if index + 1 == clauses.last[index] else None
    before = range(clauses.first[index], by if by is not None else 0)
    if by is None or any(clauses.kinds[at] not in "du" and not clauses.is_in(at, "self") for at in before):
        return ()
    studied = "acts_on" in clauses.uses_of_head(index).relations  # 以 A 为 对象
    if verb is None or studied:
        return ()
    return clauses.object_ends(verb) if "produces" in clauses.uses_at(verb).relations else ()


def based_on_deed(clauses: Clauses, noun: int) -> tuple[Ends, Ends] | None:
    """Return S and A, C of S 以 对 A 和 C 的 V 为 B, which rests on each of them; None elsewhere."""
    toward = noun - 1 if clauses.kinds[noun - 1] == "P" else noun - 3
    if toward <= clauses.first[noun] or not clauses.is_in(toward, "toward") or clauses.word(toward - 1) != "以":
        return None
    *others, last = clauses.parse.chunks[toward + 1].items
    if toward == noun - 1:
        taken = clauses.name_all((*others, last.of(last.parts[:-1]))) if others and len(last.parts) > 1 else ()
    else:
        taken = clauses.ends_of(toward + 1) if clauses.kinds[toward:noun] == ["P", "N", "D"] else ()
    return (clauses.subject(toward - 1), taken) if len(taken) > 1 else None
