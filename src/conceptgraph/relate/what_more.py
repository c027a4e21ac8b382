"""What more there is: V B 的 不仅 有 A，还有 C as 更是 C; 超出 A 所 需 的 B as B; A、B，凡此种种 V C as 这些."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens

ONE_MORE = re.compile("的[，,]?不(?:仅|仅仅|只|单单|单)是[^，,。；;]+[，,]还有")
BEYOND = re.compile("(?:超出|超过|多于|高于|低于|少于)[^，,。；;的]{2,8}所[^，,。；;的]{1,3}的")
BESIDES = re.compile("的[，,]?(?:除|(?:还|主要|首先|不仅|不只|不但)有)")
WAITING = re.compile("(?:可供|有待|尚待|亟待)..的")


def read_what_more(tokens: Tokens, rules: RuleSet) -> None:
    """Read what else or how much more there is of what a clause tells in a plainer form."""
    text = tokens.sentence.text
    if "所" in text and BEYOND.search(text):
        _leave_out_excess(tokens)
    if ("有" in text or "除" in text) and BESIDES.search(text):
        _read_besides(tokens, rules)
    if "还有" in text and ONE_MORE.search(text):
        _read_one_more(tokens, rules)
    if "凡此种种" in text or "这一切" in text:
        _read_all_these(tokens)
    if ("待" in text or "可供" in text) and WAITING.search(text):
        _read_waiting(tokens)


def _read_one_more(tokens: Tokens, rules: RuleSet) -> None:
    """Read A V 的 不仅 是 B，还有 C as A V 的 不仅 是 B，更是 C."""
    for at in range(1, len(tokens.words)):
        if tokens.words[at] == "还有" and tokens.kinds[at - 1] == ",":
            read_as(tokens, rules, at, "更是")


def _leave_out_excess(tokens: Tokens) -> None:
    """Remove what only says how much there is of a thing: 积累 了 (超出 A 所 需 的) B."""
    words, kinds = tokens.words, tokens.kinds
    for at in range(len(words) - 5, 0, -1):
        more = len(words[at]) == 2 and BEYOND.match("".join(words[at : tokens.clause_end(at)])) is not None
        if more and kinds[at - 1] in "Vnu":
            close = words.index("的", at)
            if kinds[close + 1 : close + 2] in (["N"], ["n"], ["a"]):
                withdraw(tokens, at, close + 1)


def _read_besides(tokens: Tokens, rules: RuleSet) -> None:
    """Read V B 的，除了 A (以外)，还有 C as V B 的，是 C, and V B 的 不仅 有 A，还有 C as V B 的 不仅 是 A，更是 C."""
    words, kinds = tokens.words, tokens.kinds
    for at in range(len(words) - 3, 1, -1):
        start = tokens.clause_start(at)
        if words[at] != "的" or at < start + 2 or kinds[start] not in "Vn" or start not in tokens.cues:
            continue
        told = at + 1 + (kinds[at + 1] == ",")
        if words[told] in ("除了", "除"):
            end = next((to for to in range(told, len(words) - 1) if kinds[to] == "," or words[to] == "还有"), told)
            behind = "".join(words[end : end + 3]).strip("，,")
            if end == told or not behind.startswith(("还有", "主要", "还是", "就是")):
                continue
            withdraw(tokens, told, end + (kinds[end] == ","))
        more = words[told : told + 1] in (["不仅"], ["不只"], ["不但"], ["主要"], ["首先"])
        told += more
        if words[told : told + 1] not in ([["有"]] if more else [["还有"], ["主要有"]]):
            continue
        read_as(tokens, rules, told, "是")
        border = tokens.clause_end(told)
        if words[border + 1 : border + 2] == ["还有"]:
            read_as(tokens, rules, border + 1, "更是")


def _read_all_these(tokens: Tokens) -> None:
    """Read 凡此种种 and 这 一切 as 这些 before what they do: A、B，这 一切 都 V C; not 这 一切 的 A, 这 一切 变化."""
    for at in range(len(tokens.words) - 2, -1, -1):
        both = tokens.words[at : at + 2] == ["这", "一切"] and tokens.kinds[at + 2 : at + 3] in (["d"], ["V"], ["P"])
        if both or (tokens.words[at] == "凡此种种" and tokens.kinds[at + 1] in "dVP"):
            tokens.words[at], tokens.kinds[at], tokens.tags[at] = "这些", "R", "r"
            if both:
                tokens.ends[at] = tokens.ends[at + 1]
                withdraw(tokens, at + 1, at + 2)


def _read_waiting(tokens: Tokens) -> None:
    """Read 可供 记录 的 and 有待 开采 的 behind a verb as a quality of what it takes: 留下 可供 记录 的 A."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 3):
        waits = words[at] in ("可供", "有待", "尚待", "亟待") and words[at + 2] == "的"
        if waits and kinds[at - 1] in "VnPumrE" and kinds[at + 1] in "VnN" and kinds[at + 3] in "NnaV":
            kinds[at : at + 2] = ["a", "a"]
            tokens.cues.pop(at, None)
            tokens.cues.pop(at + 1, None)


def read_as(tokens: Tokens, rules: RuleSet, at: int, verb: str) -> None:
    """Read a word as a verb that is a cue: 还有 as 更是."""
    tokens.words[at], tokens.kinds[at], tokens.tags[at] = verb, "V", "v"
    tokens.cues[at] = rules.vocabulary.uses_of[verb]
