"""What changes along with another thing: B 随 A 的 增加 而 V as 随着, 随着 A 增加 as A 的 增加.

Also what comes of a reason told behind it: A 的 V 正是由于 B.
"""

from __future__ import annotations

import re
from functools import cache

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import Grammar, RuleSet
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import REASONS
from conceptgraph.resources import word_list

ALONG = frozenset(["随", "随着"])
BORDERING = "dPIBuf"  # kinds of words that no longer belong to what changes
HAVING = frozenset(["出现", "出现了", "呈现", "呈现出", "呈", "表现出", "存在", "具有", "有"])
TIMES = frozenset(["时间", "岁月"])  # 时间推移, 时间 的 推移
COURSES = frozenset(["现象", "趋势", "特点", "特征", "规律", "态势"])  # B 呈现 随 A 的 增加 而 V 的 趋势
STRESSED_BEING = ("正是", "就是", "恰是", "恰恰是", "乃是")
JUST_REASONS = frozenset(being + reason for being in STRESSED_BEING for reason in REASONS)
JUST_BECAUSE = re.compile(f"[^，,。；;：:][，,]?(?:{'|'.join(sorted(JUST_REASONS))})")


def read_along(tokens: Tokens, rules: RuleSet) -> None:
    """Read 随 before a change as 随着, and 随着 A 增加 as A 的 增加; leave out 呈现 … 的 趋势 round it."""
    words, sets = tokens.words, rules.grammar.sets
    changes = _changes(rules.grammar)
    for at in range(len(words) - 2, -1, -1):
        if words[at] not in ALONG:
            continue
        start, end = tokens.clause_start(at), tokens.clause_end(at)
        so = next((to for to in range(at + 2, end) if words[to] == "而" or tokens.kinds[to] in BORDERING), end)
        change = so - 1
        timed = words[at + 1][:2] in TIMES and words[change].endswith(tuple(sets["passing"]))  # 时间推移, 时间 的 推移
        if start < at and so < end and (timed or words[change] in sets["passing"]):
            if timed:
                withdraw(tokens, at, so + (words[so] == "而"))  # B 随 时间 的 推移 而 V
            continue
        if change < at + 2 or words[change] not in changes or (so == end and at > start):
            continue
        if words[at] == "随":
            words[at], tokens.kinds[at], tokens.tags[at] = "随着", "d", "p"
            tokens.cues[at] = rules.vocabulary.uses_of["随着"]
        course = words[end - 2] == "的" and words[end - 1] in COURSES
        if so < end and words[so] == "而" and at > start and words[at - 1] in HAVING and course:
            withdraw(tokens, end - 2, end)
            withdraw(tokens, at - 1, at)
            change -= 1
        if words[change] in sets["light_head"] and tokens.tags[change - 1][0] == "n":
            tokens.insert_border(change)
            words[change], tokens.kinds[change], tokens.tags[change] = "的", "D", "uj"


@cache
def _changes(grammar: Grammar) -> frozenset[str]:
    """Return the words for what happens to a thing, along with which another one changes: 增加, 推移."""
    sets = grammar.sets
    return frozenset(sets["changing_itself"] | sets["passage"] | sets["passing"] | word_list("change_words"))


def read_just_because(tokens: Tokens, rules: RuleSet) -> None:
    """Read (A 之所以 V，) 正是由于 B and A 的 V 正是由于 B as 是由于 B; not 正是由于 B，A V, which opens a reason."""
    text = tokens.sentence.text
    if ("是由于" not in text and "是因为" not in text) or not JUST_BECAUSE.search(text):
        return
    for at in range(1, len(tokens.words)):
        two = tokens.words[at - 1] in STRESSED_BEING and tokens.words[at] in REASONS
        opens = at - 1 if two else at
        if not two and tokens.words[at] not in JUST_REASONS:
            continue
        told = opens - (tokens.words[opens - 1] in "，,")
        start = tokens.clause_start(told)
        named = tokens.kinds[told - 1] in "Nn" and "V" not in tokens.kinds[start:told]
        named = named or tokens.words[told - 2 : told - 1] == ["的"]
        if not opens or not (named or "之所以" in tokens.words[start:told]):
            continue
        tokens.words[at], tokens.kinds[at] = "是由于", "V"
        tokens.cues[at] = rules.vocabulary.uses_of["是由于"]
        if two:
            tokens.kinds[opens] = "d"
            tokens.cues.pop(opens, None)
