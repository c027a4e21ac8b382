"""Rows that are read in a plainer form: 不仅 是 A，还有 B as 更是 B; 反对 的 是 把 A 当作 B; 一步 一步."""

from __future__ import annotations

import re

from conceptgraph.relate.answers import read_answers
from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.insertions import rephrase_insertions
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.what_more import read_what_more
from conceptgraph.relate.words import ADDING, MUTUAL, WITH

OPPOSED = re.compile("的(?:正|就|恰恰)?是[把将]")
MUTUAL_ROW = re.compile("个(?:相互|互相|彼此)..的[^，,。；;：:]{1,6}[：:]")
PRETENCE = re.compile("以[^，,。；;]{1,10}为(?:名|由|借口|幌子|托词)")
UNDERGOER = re.compile("被[^，,。；;]{1,3}者的")
TWO_OF_A_KIND = re.compile("(?:与|和|同)[^，,。；;]+是(?:两|一对)[^，,。；;]+的")
STEPWISE = re.compile(r"(一.)\1")
EPOCHS = frozenset("前后")  # before a noun that no other stands before: 后 世俗 社会

NAMED_SIDE = re.compile("(?:[与和同跟对]|另外?)一[种类个][^，,。；;、]{1,10}即[^，,。；;]{2}")
MADE_POSSIBLE = frozenset(["之所以", "所以", "之", "得以", "何以", "成为", "能够"])  # before 可能
BETWEEN = re.compile("[与和][^，,。；;]{2,12}的[^，,。；;]{2,6}的[^，,。；;]{2}[，,。；;]")
EVEN = frozenset(["甚至", "乃至", "甚或"])  # open what is still more


def rephrase_rows(tokens: Tokens, rules: RuleSet) -> None:
    """Read what is told step by step, taken up again or in a cleft in its plainer form."""
    text = tokens.sentence.text
    if "一" in text and STEPWISE.search(text):
        _read_stepwise(tokens)
    if not EVEN.isdisjoint(tokens.words):
        _read_more(tokens)
    if "可能的" in text:
        _read_possible(tokens, rules)
    if text.count("的") > 1 and BETWEEN.search(text):
        _leave_out_trouble(tokens, rules)
    if "即" in text and NAMED_SIDE.search(text):
        _read_named_side(tokens)
    if "，而" in text or ",而" in text:
        _read_taken_up(tokens)
    if "是" in text and OPPOSED.search(text):
        _read_opposed(tokens, rules)
    read_what_more(tokens, rules)
    if "个" in text and MUTUAL_ROW.search(text):
        _read_mutual_quality(tokens)
    if "以" in text and PRETENCE.search(text):
        _leave_out_pretence(tokens, rules.grammar.sets["pretended"])
    if "者的" in text and UNDERGOER.search(text):
        _read_undergoer(tokens)
    if "组成的" in text or "构成的" in text:
        _read_made_of(tokens, rules)
    if "回到" in tokens.words:
        _read_bringing_back(tokens)
    if "没有" in text:
        _read_without(tokens)
    if "绝对不" in text or "绝对没" in text:
        _read_absolutely(tokens, rules)
    rephrase_insertions(tokens, rules)
    if "发展到一定" in text:
        _leave_out_stage(tokens, rules)
    if ("是两" in text or "是一对" in text) and TWO_OF_A_KIND.search(text):
        _read_two_of_a_kind(tokens)
    if "本身" in tokens.words:
        _leave_out_itself(tokens)
    if "属" in tokens.words:
        _read_belonging(tokens, rules)
    if "说是" in text or "讲是" in text:
        _read_said_so(tokens, rules)
    if not rules.grammar.sets["partial_count"].isdisjoint(tokens.words):
        _read_some(tokens, rules)
    if "赋予" in text:
        _read_giving(tokens, rules)
    read_answers(tokens, rules)
    if "f" in tokens.kinds and not EPOCHS.isdisjoint(tokens.words):
        _read_epochs(tokens, rules)


def _read_more(tokens: Tokens) -> None:
    """Read only the second of two counts (形成 一股 甚至 是 多股 A), and part two clauses (A 是 B | 甚至 是 C)."""
    words, kinds = tokens.words, tokens.kinds
    for at in [at for at in range(len(words) - 1, 0, -1) if words[at] in EVEN]:
        being = words[at + 1 : at + 2] == ["是"]
        counts = kinds[at - 1] in "mr" and words[at - 1][0] in "一两"
        if counts and kinds[at + 1 + being : at + 2 + being] in (["m"], ["r"]):
            withdraw(tokens, at - 1, at + 1 + being)
        elif being and "是" in words[tokens.clause_start(at) : at - 1]:
            tokens.insert_border(at)


def _read_named_side(tokens: Tokens) -> None:
    """Read only the name of what is first called a kind of thing: A 与 另 一种 秩序 即 B 对立 as A 与 B 对立."""
    for at in [at for at in range(len(tokens.words) - 2, 2, -1) if tokens.words[at] == "即"]:
        start = at
        while start and tokens.kinds[start - 1] in "Namr":
            start -= 1
        led = tokens.words[start - 1] in (*WITH, "对", "对于") and tokens.clause_end(at) > at + 2
        led = led or (tokens.kinds[start - 1] in "Vu" and tokens.words[start][0] == "另")  # 取代 另 一种 秩序 即 B
        if start and led and tokens.kinds[start] in "mr" and tokens.kinds[at - 1] == "N":
            withdraw(tokens, start, at + 1)


def _read_possible(tokens: Tokens, rules: RuleSet) -> None:
    """Read what makes a thing possible as what it needs: A 是 B 之所以 可能 的 前提 as A 是 B 的 前提."""
    for at in range(len(tokens.words) - 3, 0, -1):
        if tokens.words[at : at + 2] != ["可能", "的"]:
            continue
        head, start = "".join(tokens.words[at + 2 : at + 3]), at
        needed = head in rules.grammar.sets["needed_head"] or head == "根据"
        while start and tokens.words[start - 1] in MADE_POSSIBLE:
            start -= 1
        if needed and start < at and tokens.kinds[start - 1] in "Nn":
            withdraw(tokens, start, at + 1)


def _leave_out_trouble(tokens: Tokens, rules: RuleSet) -> None:
    """Remove what only says that a clash of two things is a trouble: 化解 A 与 B 的 冲突 (的 问题)."""
    sets = rules.grammar.sets
    for at in range(len(tokens.words) - 2, 4, -1):
        if tokens.words[at] not in sets["trouble"] or tokens.words[at - 1] != "的" or tokens.kinds[at + 1] not in ",.":
            continue
        start = at - 2
        while start and tokens.kinds[start - 1] in "NnaD":
            start -= 1
        joined = start > 1 and tokens.words[start - 1] in ADDING and "的" in tokens.words[start : at - 2]
        if joined and tokens.words[at - 2].endswith(tuple(sets["relational_head"])):
            withdraw(tokens, at - 1, at + 1)


def _read_stepwise(tokens: Tokens) -> None:
    """Read 一步 一步 before a verb as an adverb."""
    for at in range(1, len(tokens.words)):
        word = tokens.words[at]
        again = word == tokens.words[at - 1] and len(word) == 2 and word[0] == "一"
        if again and tokens.kinds[at + 1 : at + 2] not in (["N"], ["D"]):
            tokens.kinds[at - 1 : at + 1] = ["d", "d"]


def _read_taken_up(tokens: Tokens) -> None:
    """Read A 引起 B 的 混乱，而 混乱 又 V C as A 引起 B 的 混乱，混乱 又 V C: the word is taken up again."""
    for at in range(len(tokens.words) - 3, 1, -1):
        taken_up = tokens.words[at] == "而" and tokens.words[at + 1] == tokens.words[at - 2]
        if taken_up and tokens.kinds[at - 1] == "," and tokens.kinds[at + 1] == "a" and tokens.kinds[at + 2] in "dV":
            withdraw(tokens, at, at + 1)


def _read_opposed(tokens: Tokens, rules: RuleSet) -> None:
    """Read S (所) 反对 的 是 把 A 当作 B as S 反对 把 A 当作 B."""
    for at in range(len(tokens.words) - 3, 0, -1):
        opposed = tokens.words[at] == "的" and tokens.words[at - 1] in rules.grammar.sets["against"]
        if opposed and tokens.words[at + 1] in rules.grammar.sets["being"] and tokens.kinds[at + 2] == "B":
            withdraw(tokens, at, at + 2)
            if tokens.words[at - 2 : at - 1] == ["所"]:
                withdraw(tokens, at - 2, at - 1)


def _read_mutual_quality(tokens: Tokens) -> None:
    """Read as a quality how several things that are counted stand to one another: 三个 相互 支撑 的 原则."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 2):
        if words[at][:2] not in MUTUAL or kinds[at - 1] not in "mr":
            continue
        stop = at + 1 + (len(words[at]) == 2)
        if kinds[stop : stop + 2] == ["D", "N"] and kinds[stop - 1] in "VnNa":
            kinds[at:stop] = ["a"] * (stop - at)
            for told in range(at, stop):
                tokens.cues.pop(told, None)


def _leave_out_pretence(tokens: Tokens, pretended: frozenset[str]) -> None:
    """Remove what somebody gives out that he does something for: S (以 赈灾 为名) V A, (以 关怀 为名 的) A."""
    words = tokens.words
    for at in range(len(words) - 4, -1, -1):
        near = range(at + 2, min(at + 6, len(words) - 1))
        stop = next((to + 1 for to in near if words[to][0] == "为" and words[to][1:] in pretended), 0)
        stop = stop or next((to + 2 for to in near if words[to] == "为" and words[to + 1] in pretended), 0)
        if words[at] == "以" and stop and words[stop : stop + 1] == ["的"]:
            withdraw(tokens, at, stop + 1)
        elif words[at] == "以" and stop and tokens.kinds[stop : stop + 1] in (["V"], ["d"], ["n"], ["P"], ["B"]):
            withdraw(tokens, at, stop)


def _read_undergoer(tokens: Tokens) -> None:
    """Read 被 赡养 者 before 的 as one name where a verb or a clause's border stands before it: 保障 被 赡养者 的 A."""
    words = tokens.words
    for at in range(len(words) - 3, -1, -1):
        if words[at] != "被" or not (not at or tokens.kinds[at - 1] in "Vu,.P"):
            continue
        last = at + 1 + (words[at + 2] == "者")
        if words[last].endswith("者") and words[last + 1 : last + 2] == ["的"]:
            words[last], tokens.names[last] = "".join(words[at : last + 1]), ""
            tokens.starts[last], tokens.kinds[last], tokens.tags[last] = tokens.starts[at], "N", "n"
            withdraw(tokens, at, last)


def _read_made_of(tokens: Tokens, rules: RuleSet) -> None:
    """Read A、B 和 C 组成 的 D as 由 A、B 和 C 组成 的 D, unless D is what they are to one another or do to others."""
    sets, kinds = rules.grammar.sets, tokens.kinds
    for at in range(len(tokens.words) - 3, 2, -1):
        made = tokens.words[at][-2:] in ("组成", "构成") and tokens.words[at + 1] == "的"
        if not made or kinds[at + 2] != "N" or kinds[at - 1] != "N":
            continue
        head = next(to for to in range(at + 2, len(kinds) + 1) if kinds[to : to + 1] != ["N"]) - 1
        start = at - 1
        while start > 0 and kinds[start - 1] in "NCa":
            start -= 1
        named = "C" in kinds[start:at] and kinds[start] != "C" and (not start or kinds[start - 1] in "V,.mru")
        if named and not any(tokens.words[head] in sets[name] for name in ("relational_head", "pressing", "harm")):
            tokens.insert_border(start)
            tokens.words[start], kinds[start], tokens.tags[start] = "由", "I", "p"
            tokens.cues[start] = rules.vocabulary.uses_of["由"]


def _read_bringing_back(tokens: Tokens) -> None:
    """Read as an adverb how a thing is brought back: 把 A 拉 回到 B."""
    for at in range(2, len(tokens.words)):
        if tokens.words[at] == "回到" and len(tokens.words[at - 1]) == 1 and tokens.tags[at - 1] == "v":
            tokens.kinds[at - 1] = "d"


def _read_without(tokens: Tokens) -> None:
    """Read what stands between 没有 and 的 at the head of a clause as what is lacking: 没有 监督 的 权力 V."""
    kinds = tokens.kinds
    for at in range(len(tokens.words) - 4, -1, -1):
        opens = tokens.words[at] == "没有" and kinds[at + 2] == "D" and (not at or kinds[at - 1] in ",.")
        if (
            opens
            and kinds[at + 1] in "VnN"
            and kinds[at + 3] in "NaVn"
            and kinds[at + 4 : at + 5] in (["d"], ["V"], ["B"])
        ):
            kinds[at : at + 2], kinds[at + 3] = ["V", "N"], "N"


def _read_epochs(tokens: Tokens, rules: RuleSet) -> None:
    """Read 后 世俗 社会 as one name where 后 stands behind nothing that it may tell the time of."""
    words, epochs = tokens.words, rules.grammar.endings["epoch_ending"]
    for at in [at for at in range(len(words) - 2, -1, -1) if words[at] in EPOCHS and tokens.kinds[at] == "f"]:
        led = not at or tokens.kinds[at - 1] in ",.PDC" or tokens.words[at - 1] in ("一个", "一种")
        last = next(to for to in range(at + 1, len(tokens.words) + 1) if tokens.kinds[to : to + 1] != ["N"]) - 1
        era = last > at and words[last].endswith(epochs) and len("".join(words[at + 1 : last + 1])) > 2
        if led and era:
            tokens.words[at + 1], tokens.names[at + 1] = tokens.words[at] + tokens.words[at + 1], ""
            tokens.starts[at + 1] = tokens.starts[at]
            withdraw(tokens, at, at + 1)


def _read_belonging(tokens: Tokens, rules: RuleSet) -> None:
    """Read A 和 B 均 属 C as A 和 B 均 属于 C."""
    for at in range(1, len(tokens.words) - 1):
        of_all = tokens.words[at] == "属" and tokens.words[at - 1] in rules.grammar.sets["of_all"]
        if of_all and tokens.kinds[at + 1] in "Nnamr":
            tokens.words[at], tokens.kinds[at], tokens.tags[at] = "属于", "V", "v"
            tokens.cues[at] = rules.vocabulary.uses_of["属于"]


def _read_said_so(tokens: Tokens, rules: RuleSet) -> None:
    """Read 说 behind 从 根本 上 and before a verb of being as part of the adverb: A 从 根本 上 说 是 B."""
    for at in range(1, len(tokens.words) - 1):
        said = tokens.words[at] in ("说", "讲") and tokens.words[at - 1][-1] == "上" and tokens.kinds[at - 1] in "df"
        if said and tokens.words[at + 1] in rules.grammar.sets["being"]:
            tokens.kinds[at] = "u"
            tokens.cues.pop(at, None)


def _read_some(tokens: Tokens, rules: RuleSet) -> None:
    """Read 一部分 right before a noun as a number: 一部分 村民, not A 是 B 的 一部分."""
    for at in range(len(tokens.words) - 1):
        if tokens.words[at] in rules.grammar.sets["partial_count"] and tokens.kinds[at + 1] == "N":
            tokens.kinds[at], tokens.tags[at] = "m", "m"
            tokens.cues.pop(at, None)


def _read_giving(tokens: Tokens, rules: RuleSet) -> None:
    """Read 赋予 A 一种 B and, where A are people, 赋予 A B as 赋予 A 以 B."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(len(words) - 4, -1, -1):
        if words[at] != "赋予" or not at or kinds[at - 1] == "I":
            continue
        to = at + 1 + (kinds[at + 1] == "u")
        end = next((place for place in range(to, len(words)) if kinds[place] != "N"), to)
        people = kinds[to] == "N" and words[to].endswith(rules.grammar.endings["group_ending"])
        if people and words[to + 1] in rules.grammar.sets["state_noun"]:
            kinds[to + 1] = "N"  # 赋予 学生 自由
        people = people and kinds[to + 1] == "N"
        last = to + 1 if people else end
        if last > to and (
            people or words[last] in rules.grammar.sets["counter"] or words[last] in rules.grammar.sets["given_quality"]
        ):
            tokens.insert_border(last)
            tokens.words[last], tokens.kinds[last], tokens.tags[last] = "以", "P", "p"
            tokens.starts[last], tokens.ends[last] = tokens.starts[at], tokens.ends[at]
            tokens.cues[last] = rules.vocabulary.uses_of["以"]


def _leave_out_stage(tokens: Tokens, rules: RuleSet) -> None:
    """Remove up to which point something has come: 国家 是 农业 (发展 到 一定 历史 阶段) 的 产物."""
    for at in range(len(tokens.words) - 3, 0, -1):
        if tokens.words[at] in ("发展", "发展到") and "一定" in tokens.words[at + 1 : at + 3]:
            names = range(at + 2, min(at + 6, len(tokens.words) - 1))
            stop = next((to + 1 for to in names if tokens.words[to] in rules.grammar.sets["course_point"]), 0)
            if stop and tokens.kinds[stop] in "D,.f":
                withdraw(tokens, at, stop)


def _read_two_of_a_kind(tokens: Tokens) -> None:
    """Read A 与 B 是 (两个) 对立 的 (概念) without what counts them and what kind of thing they are."""
    words = tokens.words
    for at in range(len(words) - 4, 2, -1):
        if words[at] != "一对" and words[at][:1] != "两":
            continue
        state, end = at + 1 + (tokens.kinds[at + 1] == "d"), tokens.clause_end(at)
        told = words[at - 1] in ("是", "乃是", "就是") and words[state + 1] == "的" and end in (state + 3, state + 4)
        mutual = state in tokens.cues and "mutual" in tokens.cues[state].frames
        if told and mutual and "C" in tokens.kinds[tokens.clause_start(at) : at]:
            withdraw(tokens, state + 2, end)
            withdraw(tokens, at, at + 1)


def _leave_out_itself(tokens: Tokens) -> None:
    """Remove 本身 behind a noun at the end of a clause: 而是 社会 生活 本身."""
    for at in range(len(tokens.words) - 2, 0, -1):
        if tokens.words[at] == "本身" and tokens.kinds[at - 1] in "Nn" and tokens.kinds[at + 1] in ",.":
            withdraw(tokens, at, at + 1)


def _read_absolutely(tokens: Tokens, rules: RuleSet) -> None:
    """Read 绝对 before a word that denies as an adverb: 这 两种 制度 绝对 不是 对立 的."""
    for at in range(len(tokens.words) - 1):
        if tokens.words[at] == "绝对" and tokens.words[at + 1] in rules.grammar.sets["negator"]:
            tokens.kinds[at], tokens.tags[at] = "d", "d"
