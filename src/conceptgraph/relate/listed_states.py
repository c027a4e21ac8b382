"""What things are like, told in short clauses of a list: 存在 资金 短缺、监督 缺位 等 问题; 具有 成本 低 的 优点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import JOINING
from conceptgraph.resources import word_list

LONGEST_STATE = 12  # characters of what a member tells
STATE_WORD = 2  # characters: a longer word may tell of something by itself
LACKING = ("不", "无", "易", "难")
TAKEN_LIST = re.compile("Vu?((?:[Nn]+[VnN]C)+[Nn]+[VnN])E$")  # kinds of a list of short clauses that a verb takes
STATE_TAGS = ("a", "an", "ad", "z", "i", "l")  # tags of words that tell what something is like


def find_states_listed(tokens: Tokens, grammar: Grammar) -> None:
    """Make one name of each member that tells what something is like, where a word for such things closes the list."""
    words, troubles, traits = tokens.words, grammar.sets["trouble"], grammar.sets["trait"]
    if troubles.isdisjoint(words) and traits.isdisjoint(words):
        return
    for head in range(3, len(words)):
        if words[head] in ("在于", "是") and words[head - 1][-2:] in traits | grammar.sets["merit"]:
            _name_states(tokens, grammar, head + 1, tokens.clause_end(head))  # A 的 优势 在于 B 强、C 低
            continue
        if not (words[head] in troubles or words[head] in traits) or tokens.clause_end(head) != head + 1:
            continue
        if words[head - 1] in ("高等", "低等"):  # 成本 低、效率 高 等 优点
            tokens.cut(head - 1, 1, "aE")
            tokens.tags[head - 1], head = "a", head + 1
        _name_states(tokens, grammar, *_list_before(tokens, grammar, head))


def _name_states(tokens: Tokens, grammar: Grammar, start: int, end: int) -> None:
    """Make names of the members of the list ``start:end``, up to one that is neither a noun nor such a clause."""
    members = list(_members(tokens, start, end))
    closing = "".join(tokens.kinds[end : end + 1]) or "."
    listed = len(members) > 1 or closing in "Emr"
    for member in members:
        if _is_state(tokens, grammar, member, listed=listed):
            tokens.kinds[start - 1] = "V"
            for at in range(*member):
                tokens.kinds[at] = "N"
                tokens.cues.pop(at, None)
            if tokens.words[member[1] : member[1] + 1] == ["以及"]:
                tokens.kinds[member[1]] = "C"
            if closing in "mr":
                tokens.kinds[end] = "E"  # A、B 三大 问题 as A、B 等 问题
        elif not set(tokens.kinds[slice(*member)]) <= {"N"}:
            return


def _list_before(tokens: Tokens, grammar: Grammar, head: int) -> tuple[int, int]:
    """Return where the list before its closing word begins and ends: behind the last verb that takes such a list."""
    words, kinds, sets = tokens.words, tokens.kinds, grammar.sets
    near = range(head - 1, max(head - 4, 0), -1)
    end = next((at for at in near if kinds[at] in "EDmr"), head)  # 等 (诸多) 优点, 的 (技术) 优点, 三大 优点
    end -= kinds[end] in "mr" and kinds[end - 1] == "D"
    opens = tokens.clause_start(head)
    start = next((at + 1 for at in range(end - 1, opens, -1) if words[at] in sets["showing_states"]), end)
    if start == end and (row := TAKEN_LIST.search("".join(kinds[opens : end + 1]))):
        start = opens + row.start(1)  # 忽视 A 受损、B 下降 等 问题
    while start < end and kinds[start] in "um":
        start += 1
    return start, end


def _members(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each member of a list begins and ends, up to one that is no short plain clause."""
    joining = (at for at in range(start, end) if tokens.kinds[at] == "C" or tokens.words[at] == "以及")
    joints = [start - 1, *joining, end]
    for one, other in pairwise(joints):
        told = one + 1 < other and set(tokens.kinds[one + 1 : other]) <= set("NnVad")
        if not told or tokens.ends[other - 1] - tokens.starts[one + 1] > LONGEST_STATE:
            return
        yield one + 1, other


def _is_state(tokens: Tokens, grammar: Grammar, member: tuple[int, int], *, listed: bool) -> bool:
    """Whether a member tells of something what it is like or what becomes of it: 资金 短缺, 监督 不 到位."""
    start, end = member
    if end - start == 1:
        return listed and len(tokens.words[start]) > STATE_WORD and tokens.kinds[start] != "N"  # 人才流失
    last, opens = tokens.words[end - 1], tokens.words[start]
    told = tokens.tags[end - 1] in STATE_TAGS or last in grammar.sets["loss_head"] or "不" in tokens.words[start:end]
    changed = last in word_list("change_words") or (tokens.tags[end - 1] == "v" and end - 1 not in tokens.cues)
    told = told or (listed and changed)  # 产权 受损、质量 下降 等
    lacks = listed and opens in LACKING and end - start == 2
    named = "N" in tokens.kinds[start : end - 1] or (listed and tokens.tags[start] in ("v", "vn"))
    return lacks or (told and named)


def find_states_taken(tokens: Tokens, grammar: Grammar) -> None:
    """Make nouns of a row of states that a verb takes or that opens a clause: 走向 团结、繁荣, 自由 与 平等 是 A."""
    for at in range(len(tokens.words) - 2):
        if tokens.kinds[at + 1] == "C" and _is_state_alone(tokens, grammar, at):
            last = _end_of_row(tokens, grammar, at)
            if last > at and _takes_states(tokens, grammar, at, last):
                for member in range(at, last + 1, 2):
                    tokens.kinds[member] = "N"


def _is_state_alone(tokens: Tokens, grammar: Grammar, at: int) -> bool:
    """Whether a word tells what something is like, and does not only weigh it: 团结, 自由, not 重要."""
    word, sets = tokens.words[at], grammar.sets
    if len(word) != STATE_WORD or word in sets["attribute_noun"] or word in sets["hollow_quality"]:
        return False
    return word in sets["state_noun"] or tokens.tags[at] in ("a", "an")


def _end_of_row(tokens: Tokens, grammar: Grammar, first: int) -> int:
    """Return the last member of the row of states or deeds that begins with a state."""
    last = first
    while tokens.words[last + 1 : last + 2] and tokens.words[last + 1] in JOINING and last + 2 < len(tokens.words):
        member = last + 2
        follows = tokens.kinds[member + 1 : member + 2]
        alone = len(tokens.words[member]) == STATE_WORD and follows not in (["N"], ["u"], ["n"])
        deed = tokens.tags[member] in ("v", "vn", "n") and tokens.kinds[member] in "NVn"
        if not alone or not (deed or _is_state_alone(tokens, grammar, member)):
            break
        last = member
    return last


def _takes_states(tokens: Tokens, grammar: Grammar, first: int, last: int) -> bool:
    """Whether a verb stands before a row of states with which its clause ends, or one of being behind what it opens."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    ahead = kinds[last + 1 : last + 2] or ["."]
    taker = first - 1
    while taker > 0 and kinds[taker] == "u":
        taker -= 1
    if taker < 0 or kinds[taker] in ",.":
        named = any(words[at] in sets["state_noun"] for at in (first, last))
        told = "".join(words[last + 1 : last + 2])
        done = last + 1 in tokens.cues and tokens.has_aspect_behind(last + 1)
        return named and (told in sets["being"] or done)
    takes = taker in tokens.cues and tokens.tags[taker][0] == "v" and words[taker] not in sets["causative"]
    return takes and ahead[0] in ",.EC" and not tokens.cues[taker].opens
