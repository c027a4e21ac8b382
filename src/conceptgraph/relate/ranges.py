"""How far a thing reaches, read as a list of what it holds: 涵盖 从 A 到 B 的 众多 C as 涵盖 A、B 等 众多 C.

Also what it passes on its way: 从 A 经 B 到 C.
"""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import Grammar, RuleSet
from conceptgraph.relate.tokens import Tokens

TO = ("到", "至", "直到")
HOLDING = frozenset(["涵盖", "涵括", "囊括", "包括", "包含", "覆盖", "遍及", "涉及"])
SPANNED = frozenset("NnVPamrdDE")  # kinds of the two ends and what they are
PASSING = re.compile("[从由][^，,。；;：:]{1,12}经由?[^，,。；;：:]{1,12}[到至向]")  # 从 A 经 B 到 C


def read_ranges(tokens: Tokens, grammar: Grammar) -> None:
    """Read 从 A 到 B (再 到 C) as A、B、C behind a verb that tells what a thing holds.

    So is 从 C 到 D in the next clause; not 包括 从 A 到 B 的 转变.
    """
    if "从" not in tokens.words or HOLDING.isdisjoint(tokens.words):
        return
    words = tokens.words
    start = next((at for at in range(1, len(words)) if words[at] == "从" and _is_held(words, at)), len(words))
    opens = start
    while words[opens : opens + 1] == ["从"]:
        end = tokens.clause_end(opens)
        to = next((at for at in range(opens + 2, end - 1) if words[at] in TO), end)
        if (
            to == end
            or words[end - 1].endswith((*grammar.sets["change"], *grammar.endings["change_ending"]))
            or not SPANNED.issuperset(tokens.kinds[opens + 1 : to] + tokens.kinds[to + 1 : end])
        ):
            return
        if "的" in words[to:end] and not _close(tokens, to, grammar):
            return
        for at in range(end - 1, to - 1, -1):
            if words[at] in TO:  # also 再 到 C
                again = words[at - 1] == "再"
                _join(tokens, at)
                withdraw(tokens, at - again, at)
        if opens > start:
            _join(tokens, opens - 1)
        withdraw(tokens, opens, opens + 1)
        opens = tokens.clause_end(opens) + 1


def _is_held(words: list[str], at: int) -> bool:
    """Whether a verb that tells what a thing holds stands right before a word, or with 了."""
    return words[at - 1 - (words[at - 1] == "了")] in HOLDING


def _join(tokens: Tokens, at: int) -> None:
    """Make a word join two members of a list."""
    tokens.words[at], tokens.kinds[at], tokens.tags[at] = "、", "C", "x"
    tokens.cues.pop(at, None)


def _close(tokens: Tokens, to: int, grammar: Grammar) -> bool:
    """Read as 等 the 的 before what counts or classes the members: 到 B 的 众多 C."""
    classing = grammar.sets["quantity"] | grammar.sets["list_kind"]
    for at in range(to + 2, tokens.clause_end(to) - 1):
        if tokens.words[at] == "的" and tokens.words[at + 1] in classing:
            tokens.words[at], tokens.kinds[at], tokens.tags[at] = "等", "E", "u"
            return True
    return False


def read_passing(tokens: Tokens, rules: RuleSet) -> None:
    """Read 从 A 经 B (而) 到 C, also 至 or 走向 C, as 从 A 到 B 到 C; not 由 A 经 B V, nor 从 A 经 B 的 V 到 C."""
    if "经" not in tokens.sentence.text or not PASSING.search(tokens.sentence.text):
        return
    for by in range(2, len(tokens.words) - 3):
        if tokens.words[by] not in ("经", "经由"):
            continue
        start, end = tokens.clause_start(by), tokens.clause_end(by)
        opens = next((at for at in range(by - 1, start - 1, -1) if tokens.words[at] in ("从", "由")), by)
        to = next((at for at in range(by + 1, end) if tokens.words[at] in ("到", "至", "走向", "转向", "以至")), end)
        inner = tokens.kinds[opens + 1 : by] + tokens.kinds[by + 1 : to]
        if opens >= by - 1 or by + 1 >= to or to + 1 >= end or not {*inner, "N"} <= set("NnaCEd"):
            continue
        for at in (by, to):
            tokens.words[at], tokens.kinds[at] = "到", "P"
            tokens.cues[at] = rules.vocabulary.uses_of["到"]
        if tokens.words[to - 1] in ("而", "最后", "最终", "再"):
            withdraw(tokens, to - 1, to)
