"""Rows of deeds before a head that is counted, of which one is read: A 是 一个 [V B、并 在 C 中 V D 的] H."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import AND_THEN

HEAD = re.compile("D[amN]*N$")  # kinds of 的 and a head at the end of a clause
PARTS = re.compile("[mrd]*V[NnamrdCuVf]*D(?=[amr]*N+(?:C[amr]*N+)*$)")  # kinds of what is told of parts, and of 的
COMPOSED = ("构成", "组成")  # close what something is made of: 由 A 组成
TO_DO = frozenset(["需要", "必须", "有待", "应当"])  # before a deed that is still to be done
ABLE = frozenset(["可以", "能够", "能", "可", "可供"])  # before what can be done with a thing
NEXT_DEED = frozenset([*AND_THEN, "而且", "同时"])  # open the second of two deeds


def leave_out_rows(tokens: Tokens, grammar: Grammar) -> None:
    """Remove what need not be read of the deeds told of a head before it: 一个 [V B (、并 V D) 的] H, (可以 V 的) H."""
    if not NEXT_DEED.isdisjoint(tokens.words):
        _leave_out_second_deed(tokens, grammar)
    if not (TO_DO.isdisjoint(tokens.words) and grammar.sets["not_done"].isdisjoint(tokens.words)):
        _leave_out_undoable(tokens, grammar)
    if not ABLE.isdisjoint(tokens.words):
        _leave_out_doable(tokens)
    if "由" in tokens.words:
        _leave_out_told_of_parts(tokens)


def _leave_out_second_deed(tokens: Tokens, grammar: Grammar) -> None:
    """Remove the second of two deeds that 并 joins before a counted head, or the first one where it takes nothing."""
    counters, being = grammar.sets["counter"], grammar.sets["being"]
    for at in range(len(tokens.words) - 6, 0, -1):
        if tokens.words[at] not in counters or tokens.words[at - 1] not in being:
            continue
        end = tokens.clause_end(at)
        joint = next((to for to in range(at + 2, end - 3) if tokens.words[to] in NEXT_DEED), 0)
        kinds = "".join(tokens.kinds[at + 1 : end])
        head = HEAD.search(kinds)
        if not joint or head is None or tokens.kinds[joint - 1] not in "VNC":
            continue
        first, second = kinds[: joint - at - 1], kinds[joint - at : head.start()]
        if "V" not in first or "V" not in second or "D" in first + second:
            continue
        if "N" in first:
            withdraw(tokens, joint - (tokens.kinds[joint - 1] == "C"), at + 1 + head.start())
        else:
            withdraw(tokens, at + 1, joint + 1)


def _leave_out_told_of_parts(tokens: Tokens) -> None:
    """Remove what is told of the parts of something: A 由 (一系列 彼此 存在 B 的) C 组成."""
    for at in range(len(tokens.words) - 1, 4, -1):
        if tokens.words[at][-2:] not in COMPOSED or tokens.kinds[at] != "V" or tokens.kinds[at - 1] != "N":
            continue
        start = tokens.clause_start(at)
        by = next((to for to in range(at - 4, start - 1, -1) if tokens.words[to] == "由"), -1)
        told = PARTS.match("".join(tokens.kinds[by + 1 : at])) if by >= 0 else None
        headed = tokens.kinds[at + 1 : at + 3] == ["D", "N"] and "V" not in tokens.kinds[start:by]
        if told is not None and not headed:  # not 由 [V A 的] B 组成 的 C V
            withdraw(tokens, by + 1, by + 1 + told.end())
            return


def _leave_out_undoable(tokens: Tokens, grammar: Grammar) -> None:
    """Remove what cannot be done to a head that is counted: 成为 一个 (无法 回避 的) 社会 问题.

    So is a deed removed that was taken for a noun behind a verb: 是 (不可 交易 的) 权利.
    """
    for at in range(len(tokens.words) - 5, 0, -1):
        undone = tokens.words[at] in grammar.sets["not_done"] or tokens.words[at] in TO_DO
        if not undone or tokens.kinds[at + 2 : at + 3] != ["D"]:
            continue
        counted = tokens.words[at - 1] in grammar.sets["counter"]
        named = tokens.kinds[at + 1] == "N" and tokens.tags[at + 1][0] in "vn"
        if (counted and tokens.kinds[at + 1] in "Vn") or (named and (counted or tokens.kinds[at - 1] == "V")):
            withdraw(tokens, at, at + 3)


def _leave_out_doable(tokens: Tokens) -> None:
    """Remove what can be done with a thing before its name: 变成 (可以 计量、可以 交易 的) 商品."""
    words = tokens.words
    for at in range(len(words) - 4, 0, -1):
        if words[at] not in ABLE or tokens.kinds[at - 1] not in "Vumr":
            continue
        stop = _end_of_row(tokens, at)
        named = stop and words[stop] == "的" and tokens.kinds[stop + 1 : stop + 2] in (["N"], ["a"], ["n"])
        if named and len(words[stop + 1]) > 1:  # not 可以 对话 的 人
            withdraw(tokens, at, stop + 1)


def _end_of_row(tokens: Tokens, at: int) -> int:
    """Return what stands behind a row of deeds of one word each that `at` opens: 可以 计量、可以 交易; 0 for none."""
    words, count = tokens.words, len(tokens.words)
    while at + 2 < count:
        at += words[at] in ABLE
        if tokens.tags[at][0] not in "vn" or words[at] in ("是", "有"):
            return 0
        if words[at + 1] not in ("、", "和", "并"):
            return at + 1
        at += 2
    return 0


def opens_row_before_head(spot: Spot) -> bool:
    """Whether a verb behind one of being opens a row of two before a head: 是 分配 资源 和 控制 权利 的 平台."""
    if not spot.cue or not (spot.is_at(-1, "being") or spot.is_at(-1, "becoming")):
        return False
    second = next((offset for offset in (2, 3) if spot.kind_at(offset) == "C"), 0)
    if not second or spot.kind_at(second + 1) not in "Vn" or not spot.is_cue(second + 1):
        return False
    head = next((offset for offset in (second + 3, second + 4) if spot.kind_at(offset) == "D"), 0)
    taken = head and spot.kind_at(head - 1) == spot.kind_at(second - 1) == "N" and spot.kind_at(head + 1) in "NnaV"
    return bool(taken) and spot.has_cue(0, frame="verb") and spot.has_cue(second + 1, frame="verb")


def is_in_row_of_deeds(spot: Spot) -> bool:
    """Whether a verb takes the noun behind it, and another the next one, before 的: 是 S 祭祀 祖先 和 处理 A 的 H."""
    if spot.kind_at(2) != "C" or spot.kind_at(3) not in "Vn" or not (spot.cue and spot.is_cue(3)):
        return False
    row = spot.kind_at(4) == "N" and spot.kind_at(5) == "D" and spot.word_at(2) != "与"
    plain = row and spot.verbs_left > 0 and not spot.marked
    plain = plain and spot.has_cue(0, frame="verb") and spot.has_cue(3, frame="verb")
    return plain and not spot.next_is_class() and not spot.is_class(4)
