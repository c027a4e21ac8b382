"""Sides that stand apart: the C of A 向 B 的 转换 和 C 向 D 转换, the B of 不同于 A，B V; what has no sides."""

from __future__ import annotations

from bisect import bisect_right

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.words import MUTUAL, WITH

NO_DEEDS = frozenset(["has_part", "is_a", "equals", "opposes", "influences"])


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
    return len(marks) > 1 and marks[0] in WITH and marks[1] == "、"


def are_two_couples(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase is a list of two couples: A 与 B、C 与 D."""
    words, items = clauses.parse.tokens.words, clauses.parse.chunks[index].items
    marks = [words[item.parts[0][0] - 1] for item in items[1:]]
    return len(marks) == 3 and marks[1] == "、" and {marks[0], marks[2]} <= {"和", "与", "同"}


def has_no_sides(clauses: Clauses, rule: Rule, token: int, index: int) -> bool:
    """Whether what two things would have is that of one or of each.

    A reason: A 的 原因 在于 B 的 不同. A division: A 是 B 的 等级 区分. By place: 不同 地区 的 A 和 B 存在 差异.
    """
    one = rule.relation == "opposes" and (_differ_by_place(clauses, index) or _is_division(clauses, token, index))
    return one or _is_reason(clauses, index)


def _differ_by_place(clauses: Clauses, index: int) -> bool:
    """Whether each thing of a list differs from one to another of its owners: 不同 地区 的 A 和 B 存在 差异."""
    noun = clauses.first[index]
    if clauses.kinds[index] != "N" or clauses.kinds[noun : noun + 2] != ["N", "V"] or noun + 2 != index:
        return False
    items = clauses.parse.chunks[noun].items
    owners = clauses.parse.tokens.words[clauses.parse.chunks[noun].start : items[0].parts[-1][0]] if items else []
    return len(items) > 1 and not clauses.sets["varying"].isdisjoint(owners)


def _is_reason(clauses: Clauses, index: int) -> bool:
    """Whether what two things have only tells what another one lies in: A 的 原因 在于 B 的 不同."""
    above = next((at for at in range(index - 1, clauses.first[index], -1) if clauses.kinds[at] == "V"), index)
    single = clauses.kinds[index] == "N" and len(clauses.parse.chunks[index].items) == 1
    return single and clauses.word(above).endswith("在于") and "C" not in clauses.kinds[above:index]


def _is_division(clauses: Clauses, token: int, index: int) -> bool:
    """Whether something is said to be a division, named by a noun before it: A 是 B 的 等级 区分."""
    above = clauses.governor(index) if clauses.head_word(index)[-2:] == "区分" else None
    return above is not None and clauses.is_being(above) and clauses.parse.tokens.kinds[token - 1] == "N"


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


def repeated(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return the sides of a verb that two clauses joined by 、 have both: A V B、C V D, 是 [A V B、C V D 的] H."""
    word, kinds, last = clauses.words[index], clauses.kinds, clauses.last[index]
    noun = index + 2 if kinds[index + 1 : index + 2] == ["u"] else index + 1
    if kinds[noun : noun + 2] == ["N", "V"] and clauses.words[noun + 1] == word and noun + 1 < last:
        return (clauses.local_subject(index) or (), listed[0]) if (listed := _split(clauses, noun)) else None
    before = index - 3 if kinds[index - 2 : index - 1] == ["u"] else index - 2
    if before < clauses.first[index] or kinds[before] != "V" or clauses.words[before] != word:
        return None
    patient, listed = clauses.object_at(index), _split(clauses, index - 1)
    if patient is None or not listed:
        return None
    above = clauses.before(before - 1) if before > clauses.first[index] else None
    told = above is not None and clauses.is_being(above) and clauses.kinds[patient] == "N"
    told = told and len(clauses.parse.chunks[patient].items[-1].parts) > 1
    return listed[1], clauses.attributes_of(patient) if told else clauses.object_ends(index)


def _split(clauses: Clauses, noun: int) -> tuple[Ends, Ends] | None:
    """Return what stands before the last 、 of a list and what stands behind it; None for other noun phrases."""
    items = clauses.parse.chunks[noun].items if clauses.kinds[noun] == "N" else ()
    if len(items) < 2 or clauses.parse.tokens.words[items[-1].parts[0][0] - 1] != "、":
        return None
    return clauses.name_all(items[:-1]), clauses.name_all(items[-1:])


def are_listed_together(clauses: Clauses, claim: Claim, ends: tuple[Endpoint, Endpoint]) -> bool:
    """Whether one list has both ends of a deed that is told outside: A 和 B 从 C 抽出 D, 相互 依赖 和 相互 交织."""
    if ends[0].name[:2] == ends[1].name[:2] == "相互":
        return True
    rule, parse = claim.rule, clauses.parse
    if rule.frame not in ("verb", "speech", "result") or rule.relation in NO_DEEDS:
        return False
    if any(end.sentence != clauses.here for end in ends):
        return False
    starts = parse.tokens.starts
    one, other = (parse.chunk_of[bisect_right(starts, end.start) - 1] for end in ends)
    if one != other or one == parse.chunk_of[claim.token]:
        return False
    if not clauses.words_before(parse.chunk_of[claim.token]).isdisjoint(MUTUAL):
        return False
    items, stops = parse.chunks[one].items, parse.tokens.ends
    heads = [item.parts[-1] for item in items] if len(items[-1].parts) == 1 else []  # not [V A 和 B 的] H
    held = [[part for part in heads if starts[part[0]] <= end.start < stops[part[1] - 1]] for end in ends]
    return bool(held[0]) and bool(held[1]) and held[0] != held[1]


def are_owner_and_owned(clauses: Clauses, claim: Claim, ends: tuple[Endpoint, Endpoint]) -> bool:
    """Whether what is done behind both ends is said of somebody and what is his: P 的 A 并不 妨碍 他 V B."""
    first, second = sorted(ends, key=lambda end: end.start)
    if any(end.sentence != clauses.here for end in ends):
        return False
    owned = clauses.sentence.text[first.end : second.start] in ("的", "之")
    behind = clauses.parse.tokens.starts[claim.token] >= second.end
    return (
        owned and behind and any(clauses.parse.tokens.starts[at] == first.start for at in clauses.parse.tokens.persons)
    )


def pairs_of(clauses: Clauses, claim: Claim, index: int) -> list[tuple[Endpoint, Endpoint]]:
    """Return the pairs of ends: each with each, or in order where the claim asks so and the lists are of one length.

    None of A、B 和 C 分别 体现为 V D、V E 三种 F, where each does only one thing.
    """
    first, sources, targets = clauses.first[index], claim.sources, claim.targets
    opening = clauses.words[first:index]
    respectively = "分别" in opening
    if (claim.paired or respectively) and len(sources) == len(targets):
        return list(zip(sources, targets, strict=True))
    if respectively and len(sources) > 1:
        behind = first + opening.index("分别")
        told = sources[0].end <= clauses.parse.tokens.starts[clauses.parse.chunks[behind].start]
        if told and (clauses.is_in(index, "shows") or "V" in clauses.kinds[behind:index]):
            return []
    return [(a, b) for a in sources for b in targets]


def named_apart(clauses: Clauses, index: int) -> Ends:
    """Return both of A 的 B 与 C, which elsewhere are one thing with one owner; nothing for other phrases."""
    items, words = clauses.parse.chunks[index].items, clauses.parse.tokens.words
    if len(items) != 2 or len(items[0].parts) < 2 or words[items[1].parts[0][0] - 1] not in WITH:
        return ()
    ends = (*clauses.name_all(items[:1]), *clauses.name_all(items[1:]))
    return ends if len(ends) == 2 else ()
