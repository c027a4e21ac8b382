"""Mentions that a word inside breaks off: it never stands within a name."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.model import MatchedSentence
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.words import names_class

JOINERS = frozenset("时来以去并而呈使令把被便却仍则均亦《》“”（）()")  # never inside a name
LEADING_AWAY = frozenset(["随", "沿", "按", "按照", "根据", "由于", "通过"])  # lead away from a name
MARK_REACH = 8  # words within which a marker such as 由 looks for its verb
LIST_MARKS = frozenset("、和与及或")
BOUND_ENDS = frozenset("出了着为到于成")  # a verb that ends in one of these never stands inside a name


def is_broken(matched: MatchedSentence, first: int, last: int, rules: RuleSet) -> bool:
    """Whether a word between the first and the last of a mention never stands inside a name."""
    _, words, tags, _ = matched.tagged
    inner_words = words[first + 1 : last]
    if (
        not JOINERS.isdisjoint(inner_words)
        or not rules.grammar.sets["outside_name"].isdisjoint(inner_words)
        or ("可" in inner_words and "的" not in inner_words)
    ):
        return True  # 知识 来 武装; 公司法 》 规定; 改革 可 丰富, not 模棱 两 可 的 A
    sets, closing = rules.grammar.sets, words[last]
    if (
        "的" in inner_words
        and is_listed(words, first)
        and (closing in sets["union"] or closing in sets["relational_head"])
    ):
        return True  # 理智 和 情感 的 统一, 村民 与 士绅 的 和解
    if (
        "的" in inner_words
        and words[first - 1 : first] == ("为",)
        and "以" in words[max(first - MARK_REACH, 0) : first]
    ):
        return True  # 以 信用 为 [尺度 的 体系]
    for at in range(first + 1, last):
        if tags[at] == "v" and words[at][-1] in BOUND_ENDS:
            return True  # 力度 呈现出 趋向
        if tags[at] == "p" and (tags[at - 1] == "v" or words[at] in LEADING_AWAY):
            return True  # 试图 用 时间, 燃烧 阶段 随 时间
        if words[at] in sets["plain_adverb"] and tags[at + 1] == "v" and _takes_thing(words, tags, at + 1, last, rules):
            return True  # 混合料 直接 加入 水田, not 市场 快速 响应 能力
        if words[at] in ("上", "中", "下", "里", "内") and tags[at] == "f" and tags[at + 1][0] in "vdial":
            return True  # 乡村 条件 下 坚持
        if tags[at] == "f" and _is_setting(words, tags, at, rules):
            return True  # 乡村 条件 下 作坊
    return False


def _takes_thing(words: Sequence[str], tags: Sequence[str], verb: int, last: int, rules: RuleSet) -> bool:
    """Whether a noun that may be the object of the word `verb` of a mention closes it."""
    return verb < last and tags[last] == "n" and not names_class(words[last], rules.grammar.sets)


def _is_setting(words: Sequence[str], tags: Sequence[str], at: int, rules: RuleSet) -> bool:
    """Whether a word inside a mention says where or under what conditions the rest is: 城市 环境 下 作坊."""
    placed = words[at] == "中" and len(words[at - 1]) > 1
    placed = placed or (words[at] == "下" and words[at - 1] in rules.grammar.sets["setting"])
    return placed and tags[at - 1][0] in "nv" and tags[at + 1][0] in "nab"


def is_listed(words: Sequence[str], index: int) -> bool:
    """Whether word `index` stands behind a mark of a list."""
    return index > 0 and words[index - 1] in LIST_MARKS
