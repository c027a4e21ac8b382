"""Verbs in quotation marks, and words that only dress a verb, a ground or what a thing is taken for: “再造” 社会."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import Grammar, RuleSet
from conceptgraph.relate.tokens import Tokens

TAKEN_TOWARD = re.compile("PP[ramN]*N(?:D[aN]*N)+uN")  # 以 对 A 的 B 为 C
QUOTED_WORD = re.compile('[“"]\\w{2}[”"]')
GROUND_OF_BETTER = re.compile(
    "(?:是|成为|作为)[^，,。；;]+更[^，,。；;的]{1,4}地[^，,。；;]+的(?:.{0,2}条件|.{0,2}前提|.{0,2}基础)"
)
COMMENTED = re.compile("\\w[注疏释解评讲论]《")
TREATING = ("加以", "予以")  # of the words that only say that something is done, those that also stand behind 作为 B


def read_set_off(tokens: Tokens, rules: RuleSet) -> None:
    """Read what is set off or dressed in its plainer form."""
    text = tokens.sentence.text
    if tokens.quoted and QUOTED_WORD.search(text):
        _read_quoted_verbs(tokens, rules)
    if "它的" in text:
        _read_its(tokens)
    if "更" in text and GROUND_OF_BETTER.search(text):
        _leave_out_better(tokens)
    if "《" in text and COMMENTED.search(text):
        _read_commented(tokens, rules)
    if "加以" in text or "予以" in text:
        _leave_out_done_to(tokens)


def _read_quoted_verbs(tokens: Tokens, rules: RuleSet) -> None:
    """Read a verb in quotation marks as a verb behind an adverb or before 了: 仪式 能够 “再造” 与 “维持” 社会."""
    for at in sorted(tokens.quoted - tokens.persons):
        word = tokens.words[at].strip('“”"')
        uses = rules.vocabulary.uses_of.get(word)
        if uses is None or "verb" not in uses.frames or not at or at + 1 >= len(tokens.words):
            continue
        done = tokens.kinds[at + 1] == "u" and tokens.words[at + 1] in rules.grammar.sets["aspect"]
        led = tokens.kinds[at - 1] == "d" and tokens.kinds[at + 1] in "NnramC"
        joined = tokens.kinds[at - 2 : at] == ["V", "C"] and tokens.kinds[at + 1] in "Nnram"
        if done or led or joined:
            tokens.words[at], tokens.kinds[at], tokens.tags[at], tokens.names[at] = word, "V", "v", ""
            tokens.cues[at] = uses
            tokens.quoted.discard(at)


def _read_commented(tokens: Tokens, rules: RuleSet) -> None:
    """Read a verb of one character before a work as what somebody does who comments on it: 王弼 注 《老子》."""
    for at in range(1, len(tokens.words) - 1):
        comments = len(tokens.words[at]) == 1 and tokens.words[at] in "注疏释解评讲论"
        if comments and tokens.words[at + 1][0] == "《" and tokens.kinds[at - 1] in "NRd":
            tokens.kinds[at], tokens.cues[at] = "V", rules.vocabulary.uses_of["注解"]


def _leave_out_done_to(tokens: Tokens) -> None:
    """Remove what is done to a thing that is taken for something: 把 A 作为 B (来 加以 分析)."""
    for at in range(len(tokens.words) - 2, 2, -1):
        if tokens.words[at] not in TREATING or tokens.kinds[at + 2 : at + 3] not in ([","], ["."]):
            continue
        start = tokens.clause_start(at)
        taken = "作为" in tokens.words[start:at] and "B" in tokens.kinds[start:at]
        if taken and tokens.kinds[at - 1] != "C":
            withdraw(tokens, at - (tokens.words[at - 1] == "来"), at + 2)


def _read_its(tokens: Tokens) -> None:
    """Read 它 的 before a noun as 其: 它 的 规模 影响 A."""
    for at in range(len(tokens.words) - 3, -1, -1):
        owned = tokens.kinds[at + 2] in "Nn" or tokens.kinds[at + 2 : at + 4] in (["a", "V"], ["a", "P"])
        opens = not at or tokens.kinds[at - 1] in ",.PC"  # not 织造 它 的 成本
        if owned and opens and tokens.words[at : at + 2] == ["它", "的"]:
            tokens.words[at], tokens.kinds[at], tokens.ends[at] = "其", "r", tokens.ends[at + 1]
            withdraw(tokens, at + 1, at + 2)


def _leave_out_better(tokens: Tokens) -> None:
    """Remove how much better something is done that needs what is told of: 成为 村民 (更 深入 地) 理解 A 的 条件."""
    for at in range(len(tokens.words) - 3, 2, -1):
        if at >= len(tokens.words) or tokens.words[at] != "地":
            continue
        opens = next((to for to in range(at - 1, max(at - 4, 0), -1) if tokens.words[to][0] == "更"), 0)
        led = opens > 1 and tokens.words[opens - 2] in ("成为", "作为")
        if led and tokens.kinds[opens - 1] == "N" and "D" in tokens.kinds[at : tokens.clause_end(at)]:
            withdraw(tokens, opens, at + 1)


def leave_out_toward(tokens: Tokens, grammar: Grammar) -> None:
    """Remove 对 from the ground of something, and a deed that only grants it: 以 (对) A (的 认定) 为 前提."""
    words, kinds = tokens.words, tokens.kinds
    if "以" not in words:
        return
    for at in range(len(words) - 5, -1, -1):
        if words[at] != "以" or words[at + 1] not in grammar.sets["toward"]:
            continue
        row = TAKEN_TOWARD.match("".join(kinds[at : tokens.clause_end(at)]))
        if row is None:
            continue
        head = at + row.end() - 3
        if words[head] in grammar.sets["granting"] and kinds[head - 1] == "D":
            withdraw(tokens, head - 1, head + 1)
        withdraw(tokens, at + 1, at + 2)
