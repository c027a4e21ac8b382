"""Members that one head holds together: A 与 B 的 关系, A 与 B、C 与 D 的 矛盾."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from conceptgraph.relate.endpoints import BARE, SHORT_HEAD, TRAILING, Endpoint
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import COUPLING, MUTUAL, NO_USE, WITH

PAIRING = (*WITH, "及", "、")  # join A and B of A 与 B 之间 的 C
LONGEST_BOND = 26  # characters of what holds between two, which is told of neither of them


def name_between(tokens: Tokens, items: Sequence[Item], grammar: Grammar, any_head: bool = False) -> Endpoint | None:
    """Return 城市与乡村的边界 as one concept: a head that holds between the two members before it; else None."""
    if len(items) != 2 or len(items[0].parts) != 1 or len(items[1].parts) > 2:
        return None
    bound = _is_bound(tokens, items[1].parts[0], grammar)
    if len(items[1].parts) != 2 and not bound:
        return None
    head = items[1].head
    head -= tokens.words[head] == "时" and head > items[1].parts[-1][0]  # 处理 A 与 B 的 关系 时
    first, last = tokens.starts[items[0].parts[0][0]], tokens.ends[head]
    held = "之间" in tokens.words[items[1].parts[0][1] : items[1].parts[-1][0]]  # A 与 B 之间 的 紧张
    mutual = tokens.words[items[1].parts[-1][0]].startswith(MUTUAL)  # A 与 B 的 相互 渗透
    word = tokens.words[head]
    if word in grammar.sets["bond_class"] and head > items[1].parts[-1][0]:
        word = tokens.words[head - 1]  # A 与 B 的 关系 问题, A 与 B 的 分离 命题
    tied = held or relates(word, grammar)
    if not (tied or mutual or bound or any_head) or last - first > (LONGEST_BOND if tied and not bound else LONGEST):
        return None
    sentence = tokens.sentence
    opens = items[1].parts[-1][0]
    if held and len(tokens.words[head]) > SHORT_HEAD + BARE:
        first = tokens.starts[head]  # 人与人 之间 的 统治与被统治关系
    elif held and last - first > LONGEST and tokens.ends[head] - tokens.starts[opens] > SHORT_HEAD:
        first = tokens.starts[opens]  # 商会组织 与 乡村居民 之间 的 信息 不对称
    last -= sentence.text[last - 1] in TRAILING and not relates(tokens.words[head], grammar)  # not 经济 往来
    return Endpoint(sentence.text[first:last], sentence.index, first, last, False)


def _is_bound(tokens: Tokens, part: tuple[int, int], grammar: Grammar) -> bool:
    """Whether the second of two that 与 joins has what holds between them right behind it: 国家 与 市场 关系."""
    start, end = part
    held = end - start > 1 and tokens.words[end - 1] in grammar.sets["bound_head"] and not tokens.names[end - 1]
    return held and tokens.words[start - 1] in COUPLING


def holds_both(tokens: Tokens, parts: Sequence[tuple[int, int]], grammar: Grammar) -> bool:
    """Whether what holds between two members tells of a head behind 的: A 与 B 并重 的 H."""
    return len(parts) == 2 and _is_bound(tokens, parts[0], grammar)


def relates(head: str, grammar: Grammar) -> bool:
    """Whether a word, or how it ends, holds between two things: 二元对立, 关系问题."""
    if head in grammar.sets["relational_head"] or head[-2:] in grammar.sets["relational_head"]:
        return True
    return head[2:] == "问题" and head[:2] in grammar.sets["relational_head"]


def without_bond(tokens: Tokens, items: Sequence[Item], grammar: Grammar) -> Sequence[Item]:
    """Return A and B of a long A 与 B (之间) 的关系, of three and more the 关系 alone; other lists as they are."""
    if len(items) < 2 or any(len(item.parts) != 1 for item in items[:-1]) or len(items[-1].parts) != 2:
        return items
    owner, (start, end) = items[-1].parts
    coupled = len(items) == 2 and tokens.words[owner[0] - 1] in COUPLING
    held = coupled or "之间" in tokens.words[owner[1] - 1 : owner[1] + 1]
    if end - start > 1 and tokens.words[end - 1] in grammar.sets["light_tail"]:
        end -= 1  # A 与 B 的 关系 问题
    if not held or (len(items) == 2 and not relates(tokens.words[end - 1], grammar)):
        return items
    return (items[0], items[1].of((owner,))) if len(items) == 2 else (items[-1].of(items[-1].parts[1:]),)


def without_pair(tokens: Tokens, items: Sequence[Item], grammar: Grammar) -> Sequence[Item]:
    """Return C and D of A 与 B 之间 的 C 和 D, and A 与 B 之间 的 C alone where C holds between the two."""
    for at in range(1, len(items) - 1):
        owner, *owned = items[at].parts
        if not owned or "之间" not in tokens.words[owner[1] - 1 : owner[1] + 1]:
            continue
        first = at
        while first and len(items[first - 1].parts) == 1 and tokens.words[items[first].parts[0][0] - 1] in PAIRING:
            first -= 1
        if first == at:
            continue
        if first < at - 1 or not relates(tokens.words[items[at].head], grammar):
            return (*items[:first], items[at].of(tuple(owned)), *items[at + 1 :])
        behind = at + 1
        while behind < len(items) and _holds_too(tokens, items[behind], grammar):
            behind += 1
        return (*items[: at + 1], *items[behind:])
    return items


def _holds_too(tokens: Tokens, item: Item, grammar: Grammar) -> bool:
    """Whether a member is one short word for what two do or are to one another: 合作 与 互信."""
    (start, end), *owned = item.parts
    short = not owned and end - start == 1 and len(tokens.words[start]) == BARE
    return short and (tokens.tags[start][0] == "v" or relates(tokens.words[start], grammar))


def couples_of(tokens: Tokens, items: Sequence[Item], grammar: Grammar) -> list[Sequence[Item]]:
    """Return the members of A 与 B、C 与 D 的 关系 as [A 与 B], [C 与 D 的 关系]; nothing for other lists.

    与 binds closer than 、 where a head that holds between two things closes the list. A couple before the last is
    one member whose part runs over both. Of A 的 C、B 与 D 的 关系 the members are [A 的 C], [B 与 D 的 关系].
    """
    head = items[-1].head
    marks = [tokens.words[item.parts[0][0] - 1] for item in items[1:]]
    coupled = [mark in COUPLING for mark in marks]
    closed = len(items[-1].parts) > 1 and relates(tokens.words[head], grammar) and coupled[-1] and any(coupled[:-1])
    if not closed or any(one and other for one, other in pairwise(coupled)):
        return _among_others(tokens, items, grammar) if any(coupled) else []
    members: list[Sequence[Item]] = [items[:1]]
    for item, joined in zip(items[1:], coupled, strict=True):
        if joined and len(members[-1]) == 1:
            members[-1] = (members[-1][0], item)
        else:
            members.append((item,))
    return [_as_couple(member) if number + 1 < len(members) else member for number, member in enumerate(members)]


def stands_in_list(tokens: Tokens, items: Sequence[Item], grammar: Grammar) -> bool:
    """Whether the head of a list of three and more holds between no other members than its own two, if any."""
    if len(items) < 3:
        return False
    coupled = tokens.words[items[-1].parts[0][0] - 1] in COUPLING
    return not coupled or any(len(member) > 1 for member in couples_of(tokens, items, grammar)[-1:])


def _among_others(tokens: Tokens, items: Sequence[Item], grammar: Grammar) -> list[Sequence[Item]]:
    """Return the members of a list with A 与 B 的 关系 as one where it stands apart; nothing if none does."""
    members: list[Sequence[Item]] = []
    for at, item in enumerate(items):
        couple, free = items[at - 1 : at + 1], bool(members) and len(members[-1]) == 1
        if free and _is_couple(tokens, couple, grammar) and _stands_apart(tokens, items, at - 1, grammar):
            members[-1] = couple
        else:
            members.append((item,))
    return members if len(members) < len(items) else []


def _is_couple(tokens: Tokens, items: Sequence[Item], grammar: Grammar) -> bool:
    """Whether two members of a list are A and B of A 与 B 的 关系."""
    (one, other), head = items, tokens.words[items[1].head]
    joined = len(one.parts) == 1 and len(other.parts) == 2 and tokens.words[other.parts[0][0] - 1] in COUPLING
    return joined and relates(head, grammar)


def _stands_apart(tokens: Tokens, items: Sequence[Item], at: int, grammar: Grammar) -> bool:
    """Whether what stands around a couple has no part in it: 以及 A 与 B 的 关系; A 与 B 的 关系、C."""
    after = items[at + 2].parts if at + 2 < len(items) else ()
    if len(after) == 1 and relates(tokens.words[after[0][1] - 1], grammar):
        return False  # A 与 B 的 矛盾 和 冲突
    if at == 0 or len(items[at - 1].parts) > 1:
        return True
    return tokens.words[items[at].parts[0][0] - 1] in (("以及", "及") if at == 1 else ("以及", "及", "和"))


def main_joint(marks: Sequence[str], joints: Sequence[int]) -> int:
    """Return before which member of a list its second side begins, by the marks between members; 0 for none.

    `joints` are the numbers of the members behind 与. A、B 与 C | 与 D; A 与 B | 和 C 与 D; not A 与 B、C 与 D.
    """
    if len(joints) != 2:
        return joints[0] if len(joints) == 1 else 0
    first, second = joints
    if second == first + 1:
        return second if "、" in marks[: first - 1] and second == len(marks) else 0
    inner = marks[first : second - 1]
    return second - 1 if inner == ["和"] and second == first + 2 == len(marks) else 0


def couples_alike(tokens: Tokens, items: Sequence[Item]) -> list[Sequence[Item]]:
    """Return [A 与 B 的 H], [C 与 D 的 H] of a list of such members that all have one head; nothing of other lists."""
    couples = [items[at : at + 2] for at in range(0, len(items), 2)]
    if len(items) < 4 or any([len(item.parts) for item in couple] != [1, 2] for couple in couples):
        return []
    heads = {tokens.words[couple[1].head] for couple in couples}
    coupled = all(tokens.words[couple[1].parts[0][0] - 1] in COUPLING for couple in couples)
    return couples if len(heads) == 1 and coupled else []


def is_joined_owner(tokens: Tokens, items: Sequence[Item], grammar: Grammar) -> bool:
    """Whether all members own the head of the last one: 耕种与祭祀的节律, 商户和村民的利益, but not A 与 B 的区分."""
    if any(len(item.parts) > 1 for item in items[:-1]) or len(items) < 2 or len(items[-1].parts) != 2:
        return False
    (start, end), (_, last) = items[-1].parts
    head, sets = tokens.words[last - 1], grammar.sets
    if head in sets["interest"] and tokens.kinds[end : end + 1] == ["D"]:
        return True
    if len(items) > 2:  # 农民、商人 和 工匠 的 合作, where a list that has one owner may follow
        both = any(head[-2:] in sets[name] for name in ("union", "together", "bound_head"))
        return both and tokens.words[end] == "的" and tokens.words[start - 1] in WITH
    joined = tokens.words[start - 1] == "与" or head in sets["loss_head"]  # 秩序 和 信任 的 崩溃
    mutual = not tokens.cues.get(last - 1, NO_USE).frames.isdisjoint(("mutual", "apart"))
    return joined and tokens.kinds[end : end + 1] == ["D"] and not mutual and head not in sets["relational_head"]


def _as_couple(member: Sequence[Item]) -> Sequence[Item]:
    """Return A 与 B as one member, if neither has an owner."""
    if len(member) < 2 or any(len(item.parts) > 1 for item in member):
        return member
    return (Item(((member[0].parts[0][0], member[1].parts[0][1]),), member[1].local),)
