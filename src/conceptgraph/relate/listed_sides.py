"""Sides that stand apart: the C of A 向 B 的 转换 和 C 向 D 转换, the B of 不同于 A，B V."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule


def last_listed(clauses: Clauses, index: int) -> Ends:
    """Return C of A 向 B 的 转换 和 C 向 D 转换, where the list before `index` hangs on a preposition."""
    before = index - 1
    if before < clauses.first[index] or clauses.kinds[before] != "N" or len(clauses.parse.chunks[before].items) < 2:
        return ()
    if clauses.is_in_any_head(before, "aspect_head", "respect_head"):
        return ()  # S 从 A 和 B 层面 为 C 提供 D
    above = clauses.governor(before)
    governed = above is not None and clauses.word(above) in ("向", "朝", "往", "从", "由")
    return clauses.name_all(clauses.parse.chunks[before].items[-1:]) if governed else ()


def in_list(clauses: Clauses, index: int, token: int) -> Ends:
    """Return B of a list whose first head is the word `token`: 在 B 中 的 作用 及其 与 C 的 关系."""
    earlier = (item for item in clauses.parse.chunks[index].items[:-1] if token in range(*item.parts[-1]))
    own = next(earlier, None)
    return clauses.name_all((own.of(own.parts[:-1]),)) if own is not None and len(own.parts) > 1 else ()


def is_one_with_many(clauses: Clauses, verb: int) -> bool:
    """Whether a list behind 把 sets its first member against all others: 把 A 与 B、C 和 D 联结 起来."""
    marker = clauses.marker(verb)
    noun = clauses.noun_between(marker, verb) if marker is not None else None
    if noun is None:
        return False
    words, items = clauses.parse.tokens.words, clauses.parse.chunks[noun].items
    marks = [words[item.parts[0][0] - 1] for item in items[1:]]
    return len(marks) > 1 and marks[0] in ("与", "同", "跟", "和") and marks[1] == "、"


def are_two_couples(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase is a list of two couples: A 与 B、C 与 D."""
    words, items = clauses.parse.tokens.words, clauses.parse.chunks[index].items
    marks = [words[item.parts[0][0] - 1] for item in items[1:]]
    return len(marks) == 3 and marks[1] == "、" and {marks[0], marks[2]} <= {"和", "与", "同"}


def differ_by_place(clauses: Clauses, index: int) -> bool:
    """Whether each thing of a list differs from one to another of its owners: 不同 地区 的 A 和 B 存在 差异."""
    noun = clauses.first[index]
    if clauses.kinds[index] != "N" or clauses.kinds[noun : noun + 2] != ["N", "V"] or noun + 2 != index:
        return False
    items = clauses.parse.chunks[noun].items
    owners = clauses.parse.tokens.words[clauses.parse.chunks[noun].start : items[0].parts[-1][0]] if items else []
    return len(items) > 1 and not clauses.sets["varying"].isdisjoint(owners)


def set_off(clauses: Clauses, index: int, rule: Rule) -> tuple[Ends, Ends] | None:
    """Return B and A of 不同于 A，B V C, where nobody stands before the first verb."""
    border = clauses.last[index]
    opens = rule.relation == "opposes" and index == clauses.first[index] and index + 2 == border
    opens = opens and not clauses.word(index).startswith("相较")  # compared, not told apart
    if not opens or border + 1 >= len(clauses.kinds) or clauses.kinds[index + 1] != "N":
        return None
    if clauses.word(border) not in "，,":
        return None
    verb = clauses.first_verb(border + 1)
    own = clauses.local_subject(verb) if verb is not None else None
    clauses.carried = False
    return (own, clauses.ends_of(index + 1)) if own else None
