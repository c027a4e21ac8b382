"""Words that deny or leave open the verb behind them and are no adverbs elsewhere: 拒绝 促进 A, 企图 控制 A."""

from __future__ import annotations

from functools import cache

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import ADDING, BESIDE, MUTUAL, NO_USE

FEW = frozenset(["很少", "少有", "鲜有", "罕有", "更少"])
MISTAGGED = frozenset(["本", "代表", "亦即", "出现", "乃", "道", "科学", *MUTUAL])  # names and adverbs tagged as others
MEANING_TO = ("希望", "意图", "打算", "企图")  # behind 他: verbs, not nouns


def find_auxiliaries(tokens: Tokens, grammar: Grammar) -> None:
    """Make adverbs of what denies or leaves open a verb right behind it; what denies is read as 没有.

    停止 促进 A, 缺乏 能力 促进 A, 企图 控制 A, 谋求 控制 A, 或 将 促进 A.
    """
    sets, kinds, words = grammar.sets, tokens.kinds, tokens.words
    if "地" in words:
        _put_stresses(tokens, grammar)
    if "有" in words and "的" in words:
        _put_some(tokens)
    if "不会" in words:
        _put_choice(tokens)
    if "本来" in words or "误认为" in words:
        _put_unreal(tokens)
    if not sets["weighing_deed"].isdisjoint(words):
        _put_called_for(tokens, grammar)
    if not sets["assuming"].isdisjoint(words):
        _put_assumed(tokens, grammar)
    if _openers(grammar).isdisjoint(words):
        return
    for at in range(len(words) - 2):
        if at and (kinds[at - 1] == "D" or _is_second_deed(tokens, at) or _joins_genus(tokens, at)):
            continue  # A 的 难 V B; 征召 与 拒绝 V C; 是 A 或 解释 框架
        if words[at + 1] in BESIDE and tokens.tags[at + 2][0] == "v":
            continue  # 拒绝 或 否定 A, not 拒绝 与 官府 V A
        able = words[at] in sets["unable"] and words[at + 1] in sets["incapable_head"]
        perhaps = words[at] == "或" and words[at + 1] in ("将", "会", "能")
        free = at == 0 or kinds[at - 1] in "NRSdnV,."  # not 人们 的 希望, 把 希望 寄托于 A
        wishing = perhaps or (
            words[at] in sets["wishing"]
            and free
            and words[at + 1] != "、"
            and (words[at] != "希望" or kinds[at + 1] not in "PIBC")
        )
        wishing = wishing or (words[at] in sets["wish"] and at > 0 and kinds[at - 1] in "RSd")
        if words[at] in MEANING_TO and at and words[at - 1] in sets["personal_anaphor"] and kinds[at + 1] in "PIBCd":
            kinds[at] = "d"  # 他 希望 以 A 为 依据，V B
            continue
        if not (able or wishing or words[at] in sets["refusing"]) or not _does(tokens, at + 1 + (able or perhaps)):
            continue
        sought = wishing and words[at] != "或" and words[at] not in sets["left_open"]
        words[at] = "或许" if perhaps else "试图" if sought else words[at] if wishing else "没有"
        kinds[at] = "d"
        tokens.cues.pop(at, None)
        if able:
            kinds[at + 1] = "d"


def _is_second_deed(tokens: Tokens, at: int) -> bool:
    """Whether 与 joins a word to a deed that opens the clause with it: 征召 与 拒绝 演变成 A."""
    joined = at > 1 and tokens.words[at - 1] in ADDING and tokens.kinds[at - 2] in "NnV"
    return joined and (at == 2 or tokens.kinds[at - 3] in ",.")


def _joins_genus(tokens: Tokens, at: int) -> bool:
    """Whether 或 joins two names of what something is: 是 A 或 解释 框架."""
    if tokens.words[at] != "或":
        return False
    verb = next((back for back in range(at - 1, tokens.clause_start(at), -1) if tokens.kinds[back] == "V"), at)
    return "copula" in tokens.cues.get(verb, NO_USE).frames


def _put_some(tokens: Tokens) -> None:
    """Take 有 and 的 for 有的 where they stand for whoever says something: 有的 认为 A V B，有的 认为 C V D."""
    for at in range(len(tokens.words) - 2):
        opens = at == 0 or tokens.kinds[at - 1] in ",."
        said = tokens.cues.get(at + 2, NO_USE).opens
        if opens and said and tokens.words[at] == "有" and tokens.words[at + 1] == "的":
            tokens.kinds[at : at + 2], tokens.words[at : at + 2] = ["r", "r"], ["有的", "有的"]


def _put_stresses(tokens: Tokens, grammar: Grammar) -> None:
    """Make adverbs of 更是 and the like before how something is done: A 更是 不遗余力 地 V B, A 是 自觉 地 V 了 B."""
    kinds, words = tokens.kinds, tokens.words
    for at, word in enumerate(words):
        if word not in grammar.sets["stressing_being"] or kinds[at] != "V":
            continue
        first = at + 1 + (kinds[at + 1 : at + 2] == ["N"])  # 不遗余力
        how = next((to for to in range(first, len(kinds)) if kinds[to] not in "dar"), at)
        if how > at + 1 and words[how] == "地" and _is_done(tokens, grammar, how):
            kinds[at] = "d"
            tokens.cues.pop(at, None)


def _is_done(tokens: Tokens, grammar: Grammar, how: int) -> bool:
    """Whether behind 地 a deed is told, not a head that does it: 是 自觉 地 接受 (了) A, not 是 自觉 地 接受 A 的 B."""
    kinds, end = tokens.kinds, tokens.clause_end(how)
    verb = next((at for at in range(how + 1, end) if kinds[at] in "Vn"), how)
    done = tokens.words[verb + 1 : verb + 2] != [] and tokens.words[verb + 1] in grammar.sets["aspect"]
    return done or "D" not in kinds[how : end - 1]


def _put_called_for(tokens: Tokens, grammar: Grammar) -> None:
    """Make an adverb of a need before what somebody is called to do about a thing: A 的 合理性 无需 质疑。"""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 1):
        closes = kinds[at + 1] in ",." and words[at] in grammar.sets["weighing_deed"]
        if closes and words[at - 1] in grammar.sets["needs"] and kinds[at - 1] == "V":
            kinds[at - 1 : at + 1] = "dV"
            tokens.cues.pop(at - 1, None)


def _put_choice(tokens: Tokens) -> None:
    """Make one word that asks of 会 不会, which the segmenter cuts in two."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(len(words) - 1):
        if words[at] == "会" and words[at + 1] == "不会":
            words[at], words[at + 1] = "会不会", "会"
            kinds[at] = kinds[at + 1] = "d"


def _put_unreal(tokens: Tokens) -> None:
    """Read 本来 可以 as 本可, and 误认为 without 把 as 误以为, which denies the clause behind it."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(len(words) - 1):
        if words[at] == "本来" and words[at + 1] in ("可以", "能", "能够", "会"):
            words[at], kinds[at] = "本可", "d"
        elif words[at] == "误认为" and {"把", "将", "被"}.isdisjoint(words[tokens.clause_start(at) : at]):
            words[at], kinds[at] = "误以为", "d"
            tokens.cues.pop(at, None)


def _put_assumed(tokens: Tokens, grammar: Grammar) -> None:
    """Make a word that opens a clause of 假设 before what is assumed: 本文 假设 A V B, not 假设 检验 V A."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    for at in range(len(words) - 2):
        if words[at] not in sets["assuming"] or (at and kinds[at - 1] not in ",.Sd"):
            continue
        rest = range(at + 2, tokens.clause_end(at))
        opens = kinds[at + 1] in "Nnarm" and words[at + 1] not in sets["assumed"]
        if opens and any(to in tokens.cues and tokens.tags[to][0] in "vp" for to in rest):
            kinds[at] = "d"
            tokens.cues.pop(at, None)


@cache
def _openers(grammar: Grammar) -> frozenset[str]:
    """Return the words that may deny or leave open the verb behind them."""
    return grammar.sets["refusing"] | grammar.sets["unable"] | grammar.sets["wishing"] | grammar.sets["wish"]


def _does(tokens: Tokens, at: int) -> bool:
    """Whether a verb with what it takes stands at a place: 拒绝 促进 A, not 拒绝 促进 的 A, 拒绝 干预."""
    kinds = tokens.kinds
    while kinds[at : at + 1] == ["d"]:
        at += 1
    if kinds[at : at + 1] and kinds[at] in "PIBC" and "".join(kinds[at + 1 : at + 2]) in ("N", "V", "n", "a"):
        cues = (to for to in tokens.cues if to > at + 1)
        return any(to < tokens.clause_end(at) for to in cues)  # 拒绝 对 A 产生 影响
    done = at in tokens.cues and kinds[at] in "Vn" and tokens.tags[at][0] in "vp"
    return done and kinds[at + 1 : at + 2] not in (["D"], [","], ["."], ["C"], [])


def find_few(tokens: Tokens) -> None:
    """Make a subject that names nobody of whoever seldom does something: 很少 有人 分析 A, 鲜有 研究 注意到 A."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 2 if "多有" in tokens.sentence.text else 0):
        if words[at : at + 2] == ["多", "有"] and kinds[at + 2] == "V" and kinds[at + 3 : at + 4] in ([","], ["."]):
            kinds[at : at + 2] = "dd"  # 对 A 多 有 借鉴
    if FEW.isdisjoint(words):
        return
    for at in range(len(words) - 2):
        denied = "不" in words[at + 2] or words[at + 3 : at + 4] == ["没有"]  # 很少 有人 不是 A
        few = words[at] in FEW and kinds[at + 2] in "VnPd" and not denied
        if few and (words[at + 1] == "有人" or (words[at][-1] == "有" and words[at + 1] in ("研究", "学者", "论者"))):
            kinds[at], kinds[at + 1] = "d", "S"


def find_glued(tokens: Tokens, grammar: Grammar) -> None:
    """Settle small words that look like nouns or verbs: A 本 就 内在于 B; 这 并 不 代表 A 没有 B; 亦即 A 是 B."""
    kinds, words = tokens.kinds, tokens.words
    for at in tokens.quoted:
        if words[at].endswith("的”") and kinds[at + 1 : at + 2] in (["N"], ["n"]):
            kinds[at] = "a"  # “公开的” 规则
    if MISTAGGED.isdisjoint(words):
        return
    opens = 2 if kinds[:2] == ["d", ","] else 0  # 因此，科学 解释 是 A
    if words[opens : opens + 1] == ["科学"] and _opens_as_name(kinds[opens:], words[opens:], grammar):
        kinds[opens] = kinds[opens + 1] = "N"
    if words[0] == "道" and words[1:2] and words[1] in grammar.sets["being"]:
        kinds[0] = "N"
    for at in range(1, len(words) - 2):
        if (words[at] == "本" and kinds[at - 1] == "N" and words[at + 1] in grammar.sets["behind_ben"]) or (
            words[at] == "乃" and words[at + 1] == "在于"
        ):
            kinds[at] = "d"
        elif words[at] in MUTUAL and words[at + 2] == "而" and kinds[at + 3 : at + 4] == ["V"]:
            kinds[at + 1] = kinds[at + 2] = "d"  # 由 A 与 B 相互 结合 而 产生
        elif words[at] == "代表" and (kinds[at - 1] == "d" or tokens.has_aspect_behind(at) or kinds[at + 1] == "m"):
            kinds[at] = "V"  # 不 代表 A, 代表 着 A, 代表 一种 A
        elif words[at] == "出现" and words[at + 1] in ("频率", "频次", "次数", "概率"):
            kinds[at] = "N"
        elif words[at] == "亦即" and kinds[at - 1] in ",.":
            rest = words[at + 1 : tokens.clause_end(at)]
            kinds[at] = kinds[at] if grammar.sets["being"].isdisjoint(rest) else "d"


def _opens_as_name(kinds: list[str], words: list[str], grammar: Grammar) -> bool:
    """Whether 科学 and a verb open a sentence as a name: 科学 解释 是 A, 科学 发现 几乎 涉及 A, 科学 解释，是 A."""
    if "".join(kinds[1:2]) not in ("V", "n"):
        return False
    if kinds[2:4] == ["N", ","]:
        return words[4:5] != [] and words[4] in grammar.sets["being"]
    ahead = next((at for at in range(2, len(kinds)) if kinds[at] != "d"), 0)
    return ahead > 0 and kinds[ahead] == "V"
