"""Owners of a role that the noun phrase itself does not name: A 与 B 融合 的 产物, 对 B 来说 是 一种 保障."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.listing import is_list_announced
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.words import MUTUAL, TOPIC_ENDS

JOINTLY = (*MUTUAL, "共同", "交互", "一起")  # say that several do it
MODALS = ("得以", "赖以", "能够", "无法", "必须", "不可")  # before what can, cannot or must happen


def concerned_owner(clauses: Clauses, index: int) -> Ends:
    """Return B of A 对 B 来说 是 一种 保障 and of 对 B 来说，A 是 一种 保障; nothing of other roles."""
    being = clauses.governor(index)
    helps = not {"promotes", "negates"}.isdisjoint(clauses.uses_of_head(index).relations)
    if being is None or not helps or not clauses.is_being(being) or clauses.attributes_of(index):
        return ()
    first = clauses.first[being]
    opens = next((at for at in range(being - 1, first, -1) if clauses.kinds[at] not in "d"), first)
    if clauses.words[opens] not in TOPIC_ENDS and first > 2 and clauses.words[first - 2] in TOPIC_ENDS:
        opens = first - 2
    noun = opens - 1
    led = clauses.words[opens] in TOPIC_ENDS and noun > 0 and clauses.kinds[noun] == "N"
    return clauses.ends_of(noun) if led and clauses.is_in(noun - 1, "toward") else ()


def joined_owners(clauses: Clauses, index: int) -> Ends:
    """Return A and B of A 与 B 融合 的 产物, where the attribute only says how the two stand to one another."""
    if owner := concerned_owner(clauses, index):
        return owner
    if is_placed(clauses, index):
        return clauses.ends_of(index - 2)
    items, tokens = clauses.parse.chunks[index].items, clauses.parse.tokens
    made = "produces" in clauses.uses_of_head(index).relations
    if made and is_behind_two(clauses, index):
        return clauses.name_all(clauses.parse.chunks[index - 1].items)
    if not made or len(items) < 2 or any(len(item.parts) > 1 for item in items[:-1]) or len(items[-1].parts) != 2:
        return ()
    start, last = items[-1].parts[0][0], items[-1].parts[0][1] - 1
    word = tokens.words[last]
    mutual = word in clauses.rules.grammar.sets["relational_head"] or word.startswith(JOINTLY)
    if not mutual or last == start or tokens.names[last]:
        return ()
    ends = clauses.name_all((*items[:-1], items[-1].of(((start, last),))))
    return ends if len(ends) == len(items) else ()


def is_behind_two(clauses: Clauses, index: int) -> bool:
    """Whether A 与 B 之间 stands right before what comes of how they act on one another: 互动 的 产物."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[index]
    if clauses.kinds[index - 1 : index] != ["N"] or len(clauses.parse.chunks[index - 1].items) < 2:
        return False
    word = tokens.words[chunk.start]
    mutual = word in clauses.rules.grammar.sets["relational_head"] or word.startswith(JOINTLY)
    return mutual and tokens.words[chunk.start - 1] == "之间" and tokens.kinds[chunk.start + 1] == "D"


def is_of_both(clauses: Clauses, index: int) -> bool:
    """Whether [A 与 B 相互 V 的] or [A 和 B 共同 作用 的] stands before a noun phrase."""
    if clauses.kinds[index - 1] not in "dD":
        return False
    kinds = "".join(clauses.kinds[max(index - 4, 0) : index])
    if kinds.endswith("NdVD"):
        return clauses.word(index - 3) in JOINTLY and len(clauses.parse.chunks[index - 4].items) > 1
    chunk = clauses.parse.chunks[index]
    told = kinds.endswith("Nd") and clauses.word(index - 1) in JOINTLY
    told = told and "D" in clauses.parse.form[chunk.start : chunk.end]
    return told and len(clauses.parse.chunks[index - 2].items) > 1


def is_placed(clauses: Clauses, index: int) -> bool:
    """Whether B 在 W stands behind a verb of being and before a role that is B's: A 是 B 在 乡村 的 基础."""
    owner, items = index - 2, clauses.parse.chunks[index].items
    led = owner > clauses.first[index] and clauses.words[index - 1] == "在" and clauses.kinds[owner] == "N"
    being = clauses.governor(owner) if led and len(items) == 1 and len(items[0].parts) == 2 else None
    return being is not None and clauses.kinds[being] == "V" and clauses.is_being(being)


def fills_nothing(clauses: Clauses, index: int) -> bool:
    """Whether a role is nobody's: a list behind 即 names parts counted before, one a 基础 of its own.

    Nor does what somebody made fill the role that he has: 作为 理学 的 代表 人物，朱熹 提出 的 规范.
    """
    opens, above = clauses.first[index], clauses.governor(index)
    if clauses.head_word(index).endswith("人物"):
        among = clauses.parse.tokens.words[clauses.parse.chunks[index].start] == "其中"
        return among or (above is not None and clauses.word(above) == "作为")
    if clauses.is_in_head(index, "merit") and lies_in_deed(clauses, index):
        return True
    listed = len(clauses.parse.chunks[index].items) > 1 and clauses.is_in(opens, "listing")
    return listed and opens > 1 and is_list_announced(clauses, opens - 1)


def lies_in_deed(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase is said to lie in what is done: A 的 长处 在于 (能够) V B."""
    told = index + 1
    while told < clauses.last[index] and (clauses.kinds[told] in "du" or clauses.is_being(told)):
        told += 1
    return told > index + 1 and told < clauses.last[index] and clauses.kinds[told] in "VB"


def is_asked_for(clauses: Clauses, index: int) -> bool:
    """Whether it is asked what fills a role: 追问 什么 是 B 的 基础."""
    told = clauses.kinds[max(index - 2, 0) : index] == ["r", "V"]
    return told and clauses.word(index - 2).endswith("什么") and clauses.is_being(index - 1)


def is_of_undergoing(clauses: Clauses, index: int) -> bool:
    """Whether [B 被 V 的] stands before a noun phrase."""
    undergone = index > 4 and clauses.kinds[index - 4 : index] == ["N", "I", "V", "D"]
    return undergone and clauses.word(index - 3) == "被"


def is_of_arising(clauses: Clauses, index: int) -> bool:
    """Whether [B 产生 的] stands before a noun phrase, or another verb that has no rule: [缠绕 的] 产物."""
    verb = index - 2
    if verb <= clauses.first[index] or clauses.kinds[verb:index] != ["V", "D"]:
        return False
    if clauses.kinds[max(verb - 3, 0) : verb] in (["V", "C", "N"], ["u", "C", "N"]):
        return False  # 是 (一种) 与 B 相对立 的 形式
    led = clauses.word(verb - 1) in MODALS  # A 得以 维系 的 条件, A 无法 回避 的 问题
    led = led or clauses.has_frame(verb, "mutual") or clauses.is_in(verb, "relational_head")  # A 与 B 相结合 的 产物
    return led or clauses.is_in(verb, "arising") or not clauses.uses_at(verb)
