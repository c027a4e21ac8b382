"""Insertions: what stands in brackets or between dashes, and other words: A（指 B）, A——B——V, A 或者说 B."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE

APPOSED = re.compile("^[^，,。；;]{1,12}[，,](?:这种|这一|这个|此种)[^，,。；;]+[，,]")
DASHED = re.compile("^[^，,。；;—]{1,14}——[^，,。；;—]{2,20}——[^，,。；;—]")
CALLED = re.compile("(?:[NnVamrCD]*D)?V?[NnamrC]*[Nn]$")  # kinds of a noun phrase that tells what a thing is
NAMING = frozenset("NnVaDCmr")  # kinds of what stands before what is put in between
LONGEST_INSERTION = 16  # tokens between two dashes, with the first of them
MEANT = re.compile("[（(](?:这里|此处)?(?:主要|特|专|仅|即|是|意)?指[^（）()]+[）)]$")
OTHER_WORDS = re.compile("(?:P[NamrD]*D)?(?:[mra]*[Nn]+[DC])*[amr]*[Nn]*[NnV]")  # kinds of what a thing is called


def rephrase_insertions(tokens: Tokens, rules: RuleSet) -> None:
    """Read what is put in between, in brackets or between dashes, and what a thing is called in other words."""
    text = tokens.sentence.text
    if ("这" in text or "此种" in text) and APPOSED.search(text):
        _read_called_so(tokens, rules)
    if "指" in text and MEANT.search(text):
        _read_meant(tokens, rules)
    if "E" in tokens.kinds:
        _part_listed(tokens, rules)
    dashed = text.count("——") > 1
    if dashed:
        _leave_out_insertions(tokens, rules.grammar.sets)
    if "或者说" in text or "就是" in tokens.words:
        _read_other_words(tokens, rules)
    if dashed and DASHED.search(text):
        _read_dashed(tokens, rules)


def _read_as(tokens: Tokens, at: int, verb: str, rules: RuleSet) -> None:
    """Put a verb of the vocabulary in place of the word `at`."""
    tokens.words[at], tokens.kinds[at], tokens.tags[at] = verb, "V", "v"
    tokens.cues[at] = rules.vocabulary.uses_of[verb]


def _read_called_so(tokens: Tokens, rules: RuleSet) -> None:
    """Read 礼物，这种 交换 形式，维系 A as 礼物，即 交换 形式，维系 A where a sentence begins so."""
    first = tokens.clause_end(0)
    second = tokens.clause_end(first + 1)
    named = first == 1 or set(tokens.kinds[:first]) <= set("N")
    if named and _is_called(tokens, first + 2, second, second + 1):
        tokens.kinds[first - 1] = "N"
        _read_as(tokens, first + 1, "即", rules)


def _is_called(tokens: Tokens, start: int, stop: int, behind: int) -> bool:
    """Whether ``start:stop`` names what opens the sentence, which does something from `behind` on."""
    called = CALLED.match("".join(tokens.kinds[start:stop]))
    tells = next((kind for kind in tokens.kinds[behind:] if kind != "d"), ".") in "VPBI"
    return called is not None and tells and tokens.kinds[0] in "NnV"


def _read_meant(tokens: Tokens, rules: RuleSet) -> None:
    """Read A（主要 指 B、C） as A（包括 B、C） and A（指 B） as A 指 B."""
    opens = max((at for at, word in enumerate(tokens.words) if word in "（("), default=0)
    meaning = next((at for at in range(opens + 1, len(tokens.words)) if tokens.words[at].endswith("指")), None)
    if not opens or meaning is None or meaning > opens + 3:
        return
    listed = "C" in tokens.kinds[meaning:]
    _read_as(tokens, meaning, "包括" if listed else "指", rules)
    withdraw(tokens, opens + listed, meaning)


def _part_listed(tokens: Tokens, rules: RuleSet) -> None:
    """Read 概念分析 behind a list as what is listed and what is done with it: 用 A、B 等 概念 分析 C."""
    for at in range(len(tokens.words) - 2, 1, -1):
        word, sets = tokens.words[at], rules.grammar.sets
        joined = len(word) == 4 and word[:2] in sets["thought_class"] and word[2:] in sets["author_deed"]
        if joined and tokens.kinds[at - 1] == "E" and tokens.kinds[at + 1] in "Nar" and not tokens.names[at]:
            tokens.cut(at, 2, "NV")
            tokens.tags[at : at + 2] = ["n", "v"]
            tokens.cues[at + 1] = rules.vocabulary.uses_of.get(word[2:], NO_USE)


def _read_other_words(tokens: Tokens, rules: RuleSet) -> None:
    """Read A，或者说 B and A，也 就是 B as A，即 B where B is a noun phrase, and A 或者说 B as A 或 B."""
    for at in range(len(tokens.words) - 2, 0, -1):
        told = tokens.words[at] == "或者说" or tokens.words[at - 1 : at + 1] == ["也", "就是"]
        if not told:
            continue
        first = at - (tokens.words[at] == "就是")
        before = tokens.words[tokens.clause_start(first - 2) : first - 1] if 1 < first < at else ()
        if not rules.grammar.sets["being"].isdisjoint(before):
            continue  # A 是 B，也 就是 C
        named = OTHER_WORDS.fullmatch("".join(tokens.kinds[at + 1 : tokens.clause_end(at)]))
        if named and tokens.kinds[first - 1] == ",":
            _read_as(tokens, at, "即", rules)
            tokens.kinds[tokens.clause_end(at) - 1] = "N"
            if first < at:
                withdraw(tokens, first, at)
        elif tokens.words[at] == "或者说" and tokens.kinds[at - 1] == "N":
            tokens.kinds[at] = "C"


def _leave_out_insertions(tokens: Tokens, sets: Mapping[str, Set[str]]) -> None:
    """Remove what is put in between two dashes and says when or as who says it: A (——正如 甲 所说——) V B.

    What names an instance, a part or another word for A stands between commas: A，例如 B，V C.
    """
    dashes = [at for at in range(len(tokens.kinds) - 1) if tokens.kinds[at : at + 2] == ["-", "-"]]
    for opens, closes in reversed(list(zip(dashes[::2], dashes[1::2], strict=False))):
        within = tokens.kinds[opens:closes]
        if len(within) > LONGEST_INSERTION or "." in within:
            continue
        before = range(tokens.clause_start(opens), opens)
        acts = any("verb" in tokens.cues.get(at, NO_USE).frames for at in before[:-1])
        if acts or not NAMING.issuperset(tokens.kinds[at] for at in before):
            continue  # A V B——C——D V E
        if tokens.words[opens + 2] in sets["inserting"]:
            withdraw(tokens, opens, closes + 2)
        elif tokens.words[opens + 2] in sets["glossing"]:
            for dash in (closes, opens):
                withdraw(tokens, dash + 1, dash + 2)
                tokens.words[dash], tokens.kinds[dash] = "，", ","


def _read_dashed(tokens: Tokens, rules: RuleSet) -> None:
    """Read A——B——V C as A，即 B，V C where B is a noun phrase."""
    opens = tokens.kinds.index("-") if "-" in tokens.kinds else 0
    closes = next((at for at in range(opens + 2, len(tokens.kinds) - 2) if tokens.kinds[at] == "-"), 0)
    if not opens or not closes or tokens.kinds[opens + 1] != "-" or tokens.kinds[closes + 1] != "-":
        return
    named = opens == 1 or set(tokens.kinds[:opens]) <= set("NDC")
    if named and _is_called(tokens, opens + 2, closes, closes + 2):
        tokens.kinds[opens - 1] = "N"
        tokens.words[closes], tokens.kinds[closes] = "，", ","
        withdraw(tokens, closes + 1, closes + 2)
        tokens.words[opens], tokens.kinds[opens] = "，", ","
        _read_as(tokens, opens + 1, "即", rules)
