"""What a thing is turned into by saying so: 把 A 作为 批判 的 对象 as 把 A 批判, A 是 作为 B 而 提出 的 as A 是 B."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE

TARGET = re.compile(
    "[把将][^，,。；;]+(?:作为|当作|当成|视为|看作)[^，,。；;]{2,5}(?:对象|目标|矛头|靶子)(?:[，,。；;]|$)"
)
TURNED = re.compile("[把将][^，,。；;]{2,4}的(?:矛头|锋芒)(?:直接)?(?:指向|对准|转向)")
PUT_FORWARD = re.compile("是被?(?:作为|当作|当成|视为|视作|看作)[^，,。；;]+的[，,。；;]")
NAMED = re.compile("(?:[Nnamr]+[DC]|dD)*[Nnamr]*[NnV]")  # kinds of what a thing is put forward as


def read_targets(tokens: Tokens, rules: RuleSet) -> None:
    """Read what somebody makes the target of a deed as what he does it to, and what is put forward as B as B."""
    text = tokens.sentence.text
    if "是" in text and PUT_FORWARD.search(text):
        _read_put_forward(tokens, rules)
    if ("把" in text or "将" in text) and TARGET.search(text):
        _read_made_target(tokens, rules)
    if ("矛头" in text or "锋芒" in text) and TURNED.search(text):
        _read_turned_to(tokens, rules)


def _read_made_target(tokens: Tokens, rules: RuleSet) -> None:
    """Read 把 A 作为 批判 的 对象 and 把 A 作为 批判对象 as 把 A 批判."""
    taken = rules.grammar.sets["viewed_as"]
    for at in range(len(tokens.words) - 2, 3, -1):
        word, joined = tokens.words[at], len(tokens.words[at]) == 4
        if not word.endswith(("对象", "目标", "矛头", "靶子")) or tokens.kinds[at + 1] not in ",.":
            continue
        deed = at if joined else at - 1 - (tokens.kinds[at - 1] == "D")
        uses = rules.vocabulary.uses_of.get(tokens.words[deed][:2], NO_USE)
        led = tokens.words[deed - 1] in taken and "B" in tokens.kinds[tokens.clause_start(at) : deed]
        if not led or uses.frames.isdisjoint(("verb", "speech")):
            continue
        tokens.words[deed], tokens.kinds[deed], tokens.tags[deed] = tokens.words[deed][:2], "V", "v"
        tokens.names[deed], tokens.cues[deed] = "", uses
        withdraw(tokens, deed + 1, at + 1)
        withdraw(tokens, deed - 1, deed)
        return


def _read_put_forward(tokens: Tokens, rules: RuleSet) -> None:
    """Read A 是 (被) 作为 B (而) 提出 的 as A 是 B."""
    for at in range(len(tokens.words) - 4, 0, -1):
        opens, end = at - 1 - (tokens.kinds[at - 1] == "I"), tokens.clause_end(at)
        if tokens.words[at] not in rules.grammar.sets["viewed_as"] or not tokens.words[opens].endswith("是"):
            continue
        deed = end - 2 - (tokens.words[end - 2] in ("来", "出来"))
        closes = deed - (tokens.words[deed - 1] == "而")
        told = tokens.kinds[end - 1] == "D" and tokens.words[deed] in rules.grammar.sets["presented"]
        if told and NAMED.fullmatch("".join(tokens.kinds[at + 1 : closes])):
            tokens.kinds[closes - 1] = "N"
            withdraw(tokens, closes, end)
            withdraw(tokens, opens + 1, at + 1)
            return


def _read_turned_to(tokens: Tokens, rules: RuleSet) -> None:
    """Read 把 批判 的 矛头 指向 A as 批判 A."""
    for at in range(len(tokens.words) - 6, -1, -1):
        turned = tokens.kinds[at] == "B" and tokens.words[at + 2] == "的" and tokens.words[at + 3] in ("矛头", "锋芒")
        uses = rules.vocabulary.uses_of.get(tokens.words[at + 1], NO_USE)
        to = at + 4 + (tokens.kinds[at + 4] == "d")
        if turned and tokens.words[to] in ("指向", "对准", "转向") and "verb" in uses.frames:
            tokens.kinds[at + 1], tokens.tags[at + 1], tokens.cues[at + 1] = "V", "v", uses
            withdraw(tokens, at + 2, to + 1)
            withdraw(tokens, at, at + 1)
            return
