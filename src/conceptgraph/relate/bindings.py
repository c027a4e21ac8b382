"""What stands apart is bound to what it belongs to: (V) 日益 扩大 的 A, V A，以及 B, 全国 各 地区 的 A."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import MUTUAL, NO_USE

LASTING = re.compile("[da]+[VnN]D(?=[NamrnV])")  # 长期 存在 的 A
AND_ALSO = frozenset(["以及", "及", "还有"])  # open the last of a list behind a comma
LISTED_BEFORE = re.compile("[NnaDmr]*NC[NnaDmrC]*N")  # kinds of things that a clause only lists
HOLDS_OF_ALL = ("都", "均", "皆", "无不", "无一不")
CHANGING = re.compile("(?:(?<=[VuPBI])|(?<=NC))d+VD(?=[amr]*N)")  # V (的) 日益 扩大 的 A


def bind_states(tokens: Tokens, grammar: Grammar) -> None:
    """Make an attribute of what only says that a thing is there or what it is like: 长期 存在 的 A, 不 那么 稳定 的 A.

    Not where something before it does so: 集市 长期 存在 的 问题.
    """
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    if "上的" in tokens.sentence.text:
        for at in range(len(words) - 2):
            if words[at + 1 : at + 3] == ["上", "的"] and words[at] in sets["respect"]:
                kinds[at] = "a"  # 某种意义 上 的 A
    if "之于" in tokens.sentence.text:
        for at in range(1, len(words) - 1):
            if words[at : at + 2] == ["之", "于"] and kinds[at - 1] == "N":
                kinds[at] = "d"  # 礼仪 之于 族规 是 A
    if "程度的" in tokens.sentence.text:
        for at in range(1, len(words) - 1):
            counted = words[at][:-2] or words[at - 1]
            if (
                words[at].endswith("程度")
                and words[at + 1] == "的"
                and (counted in sets["degree"] or kinds[at - 1] in "rm")
            ):
                kinds[at] = "a"  # 某种 程度 的 A
                if words[at] == "程度" and kinds[at - 1] == "N":
                    kinds[at - 1] = "a"  # 不同 程度 的 A
    for row in reversed(list(LASTING.finditer("".join(kinds)))):
        start, at = row.start(), row.end() - 2
        like = tokens.tags[at][0] == "a" and kinds[at - 1] == "d"
        like = like or words[at] == "存在" or words[at] in sets["state_verb"]
        if like and words[at + 1] == "的" and (not start or kinds[start - 1] in "VuICPBD,."):
            kinds[at] = "a"
        elif words[start] in MUTUAL and kinds[at + 2] == "N" and _counts_several(tokens, start - 1):
            withdraw(tokens, start, at + 2)  # 三个 (相互 衔接 的) 环节


def _counts_several(tokens: Tokens, at: int) -> bool:
    """Whether a word counts more than one: 三个, 两种; not 一个个."""
    return at >= 0 and tokens.tags[at] == "m" and tokens.words[at][0] != "一"


def bind_changes(tokens: Tokens, grammar: Grammar) -> None:
    """Make an attribute of what a thing does by itself, of which something takes it: 对 日益 扩大 的 市场 进行 A."""
    if grammar.sets["by_and_by"].isdisjoint(tokens.words):
        return
    for row in CHANGING.finditer("".join(tokens.kinds)):
        start, verb = row.start(), row.end() - 2
        told = tokens.words[verb + 1] == "的" and tokens.words[start - 1] != "所"
        if told and grammar.sets["by_and_by"].issuperset(tokens.words[start:verb]):
            tokens.kinds[start : verb + 1] = "a" * (verb + 1 - start)


def bind_added(tokens: Tokens) -> None:
    """Read the comma before 以及 and the last of several things as one more 以及: V A、B，以及 C; A、B，以及 C V D."""
    if AND_ALSO.isdisjoint(tokens.words):
        return
    for at in [at for at, word in enumerate(tokens.words) if word in AND_ALSO and tokens.kinds[at - 1 : at] == [","]]:
        stop = tokens.clause_end(at)
        before = "".join(tokens.kinds[tokens.clause_start(at - 2) : at - 1])
        added = re.fullmatch("C[NnaDmrfC]*N", "".join(tokens.kinds[at:stop])) is not None
        told = re.search("V[uNnaDmrC]*N$", before) is not None
        if LISTED_BEFORE.fullmatch(before) and re.match("C[NnaDmr]*Nd*[Vn]", "".join(tokens.kinds[at:stop])):
            tokens.kinds[at - 1] = "C"
            continue
        if (
            tokens.words[at] == "还有"
            and LISTED_BEFORE.fullmatch(before)
            and tokens.words[stop + 1 : stop + 2] == ["都"]
        ):
            tokens.kinds[at - 1 : at + 1] = "CC"
            continue
        added = added and "之间" not in tokens.words[at:stop]
        added = added and tokens.tags[at - 2] != "a" and tokens.words[at - 2][0] != "不"
        added = added and tokens.cues.get(stop - 1, NO_USE).frames.isdisjoint(("role", "owner"))
        added = added and "role" not in tokens.cues.get(at - 2, NO_USE).frames  # 是 A 的 来源，以及 B 的 基础
        if added and told and (stop >= len(tokens.kinds) or tokens.words[stop] in "，,。；;"):
            tokens.kinds[at - 1] = "C"


def bind_range(tokens: Tokens) -> None:
    """Read as a list what only names from where to where something holds: 从 A、B 到 C，都 V D."""
    if tokens.words[:1] != ["从"] or "到" not in tokens.words:
        return
    to, stop = tokens.words.index("到"), tokens.clause_end(0)
    listed = re.fullmatch("[NnaDmr]*N(?:C[NnaDmrC]*N)?", "".join(tokens.kinds[1:to]))
    listed = listed and re.fullmatch("[NnaDmr]*N", "".join(tokens.kinds[to + 1 : stop]))
    if listed and tokens.kinds[stop : stop + 1] == [","] and "".join(tokens.words[stop + 1 : stop + 2]) in HOLDS_OF_ALL:
        tokens.kinds[0], tokens.kinds[to] = "u", "C"
        tokens.cues.pop(0, None)
        tokens.cues.pop(to, None)


def bind_each(tokens: Tokens) -> None:
    """Read 各 behind a noun as 的: 全国 各 地区 的 粮食产量; not 各 地区 各 部门."""
    if "各" not in tokens.words:
        return
    kinds = tokens.kinds
    for at in range(1, len(kinds) - 1):
        each = tokens.words[at] == "各" and kinds[at - 1] == kinds[at + 1] == "N"
        if each and tokens.words[max(at - 2, 0)] != "各":
            kinds[at] = "D"
