"""What somebody answers or draws heed to: 甲 (给出) 的 答案 是 A as 甲 主张 的 是 A; 提醒人们 注意，A V B."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.what_more import read_as

ANSWER = re.compile("的(?:回答|答案|答复|解答|回应|药方|处方|方案|结论|主张|观点|看法|见解|解释)[便就正则不]?是")
BEING = frozenset(["是", "就是", "正是", "便是", "则是", "不是"])
GIVING = frozenset(["给出", "作出", "做出", "提出", "开出", "得出"])
CLAUSE = frozenset("VPBI,")  # kinds of what tells more than a name
HEARERS = ("人们", "我们", "大家", "读者")


def read_answers(tokens: Tokens, rules: RuleSet) -> None:
    """Read what somebody answers as what he stands up for, and leave out that one is to heed what he says."""
    text = tokens.sentence.text
    if "提醒" in text:
        _leave_out_heed(tokens)
    if "是" not in text or ANSWER.search(text) is None:
        return
    words, kinds = tokens.words, tokens.kinds
    for at in [at for at in range(len(words) - 2, 1, -1) if words[at - 1] == "的" and words[at + 1] in BEING]:
        told = kinds[at + 2 : max(at + 3, tokens.clause_end(at))]
        if ANSWER.match(f"的{words[at]}是") is None or not CLAUSE.isdisjoint(told):
            continue  # 甲 的 答案 是 A V B; 甲 的 答案 是：A
        given = words[at - 2].removesuffix("了") in GIVING
        who = at - 2 - given
        if who not in tokens.persons and words[who] not in rules.grammar.sets["personal_anaphor"]:
            continue
        if given:
            withdraw(tokens, at, at + 1)  # 给出 的 是
        else:
            words[at], kinds[at], tokens.tags[at], tokens.names[at] = "的", "D", "uj", ""
            tokens.cues.pop(at, None)
            tokens.starts[at - 1], tokens.ends[at - 1] = tokens.starts[at], tokens.ends[at]  # the cue is 答案
            tokens.starts[at] = tokens.ends[at]
        read_as(tokens, rules, who + 1, "主张")


def _leave_out_heed(tokens: Tokens) -> None:
    """Leave out 注意 of 甲 提醒人们 注意，A V B."""
    words = tokens.words
    for at in range(len(words) - 2, 0, -1):
        told = words[at] == "注意" and words[at - 1].removeprefix("提醒") in HEARERS
        if told and tokens.kinds[at + 1] in ",N" and "提醒" in words[at - 1] + words[at - 2]:
            withdraw(tokens, at, at + 1)
