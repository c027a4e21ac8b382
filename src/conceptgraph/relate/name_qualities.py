"""Qualities before a noun: which belong to its name (绝对地租, 消极自由), which only weigh it (重要方法)."""

from __future__ import annotations

import re

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE, WITH
from conceptgraph.resources import word_list

BARE_QUALITY = 2  # characters of a quality that may tell which
NEW = frozenset("新大小好")  # qualities that do not tell which
REST = 4  # characters of a name that needs no time before it


def is_naming(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """Whether a quality right before a noun belongs to its name: 绝对地租, 公共领域, but not 重要方法."""
    word, tag = tokens.words[at], tokens.tags[at]
    joined = tokens.kinds[at + 1 : at + 2] == ["N"]
    if is_told_apart(tokens, at, grammar) or (joined and tokens.words[at + 1] in ("主义", "论")):
        return True  # 本质主义
    if joined and tag == "m" and ((len(word) == BARE_QUALITY and word[0] == "第") or word in ("元", "少数", "第三方")):
        return True  # 第三产业, 元叙事
    if joined and word == "多" and not (at and tokens.kinds[at - 1] == "d"):
        return True  # 多民族帝国, not 更 多 注意力
    if joined and word in ("小", "大") and tokens.words[at + 1].endswith(grammar.endings["sized_ending"]):
        return True  # 小农户, 大城市
    if joined and word == "新" and tokens.words[at + 1].endswith(grammar.endings["renewed_ending"]):
        return True  # 新自由主义, 新儒家
    if joined and word in grammar.sets["era"]:
        return tokens.tags[at + 1] != "ns"  # 现代学校, not 当代中国
    return tag == "b" or (tag == "a" and len(word) == BARE_QUALITY and word not in grammar.sets["hollow_quality"])


def is_told_apart(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """Whether a quality tells one of two joined things from the other (消极自由 与 积极自由), or which (外在力量)."""
    kinds, words = tokens.kinds, tokens.words
    if kinds[at + 1 : at + 2] != ["N"]:
        return False
    head = words[at + 1]
    if words[at] in grammar.sets["telling_attribute"] and len(head) <= BARE_QUALITY and kinds[at + 2 : at + 3] != ["N"]:
        return True
    first = kinds[at + 2 : at + 5] == ["C", "a", "N"] and words[at + 4] == head
    return first or (at > 2 and kinds[at - 3 : at] == ["a", "N", "C"] and words[at - 2] == head)


def is_kind_of(tokens: Tokens, head: int) -> bool:
    """Whether one character before a general word says which it is: 弱关系, 强国家, but not 新方法."""
    before = tokens.words[head - 1]
    known = len(before) == 1 and tokens.tags[head - 1] == "a" and before not in NEW
    return known and tokens.words[head] in word_list("generic_words")


def with_quality(tokens: Tokens, head: int, grammar: Grammar) -> int:
    """Return the token at which the name of a short head begins, with the quality before it: 新的依据, 贫困的阶级."""
    quality = head - 2
    if quality < 0 or tokens.kinds[head - 1] != "D" or tokens.tags[quality][0] not in "azbd":
        return head
    if tokens.words[quality] in grammar.sets["common_quality"] or tokens.words[quality][0] in "不最":
        return head  # 公共 的 秩序; 不公平 的 竞争; 最大 的 集市
    if (quality and tokens.kinds[quality - 1] == "d") or len(tokens.words[quality]) < BARE_QUALITY:
        return head  # 高速 而 无序 的 扩张; 更 高 的 价值
    word = tokens.words[quality]
    return quality if tokens.kinds[quality] == "a" and word not in NEW and not weighs(word, grammar) else head


def weighs(word: str, grammar: Grammar) -> bool:
    """Whether a word before a noun only says how weighty that is: 重要 作用, 不利 影响, 很大 程度."""
    sets = grammar.sets
    return word in sets["attribute_noun"] or word in sets["hollow_quality"] or word in sets["degree"]


def behind_time(tokens: Tokens, start: int, end: int, grammar: Grammar) -> int:
    """Return where a run of nouns begins behind the noun that tells when: 抗战 时期 大学 内迁, not 过渡 时期 总路线."""
    words, endings = tokens.words, grammar.endings["period_ending"]
    counted = words[start] in grammar.sets["counted_noun"] or words[start] in endings
    counted = counted or (words[start] == "阶段" and words[start - 1 : start] in (["一"], ["该"], ["此"]))
    if counted and not tokens.names[start] and start and tokens.kinds[start - 1] in "mr":
        return start + 1  # 17 世纪 A, 这一 时期 A, 三 种 类型 A
    for time in range(end - 2, start - 1, -1):
        if words[time].endswith(endings) and not tokens.names[time]:
            bare = time == start and len(words[start]) == BARE_QUALITY  # 明清 时期 A, where the name has no 明清
            return time + 1 if bare or tokens.ends[end - 1] - tokens.starts[time + 1] >= REST else start
    return start


def is_first_of_two(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a quality before 与 is the first of two things that something holds between: 自由 与 平等 的 张力."""
    behind = tokens.words[index + 2 : index + 5]
    return behind[1:2] == ["的"] and behind[-1] in grammar.sets["relational_head"]


def closes_name(tokens: Tokens, grammar: Grammar, index: int, after: str) -> bool:
    """Whether a state closes the name before it, which does or is done something: 性别 平等 转化 为 A, 没有 A，."""
    if tokens.words[index] not in grammar.sets["state_noun"]:
        return False
    if after == "d" and tokens.words[index + 1] in grammar.sets["doing_adverb"]:
        return does_something(tokens, index)  # 学业 倦怠 会 降低 A, not 村民 贫困 却 依赖 A
    lacking = after in ",." and index > 1 and tokens.words[index - 2] in ("没有", "缺乏", "缺少")
    return after in "VIPB" or lacking


def does_something(tokens: Tokens, index: int) -> bool:
    """Whether a cue behind a state, or behind adverbs behind it, takes what follows."""
    verb = index + 1
    while tokens.kinds[verb : verb + 1] == ["d"]:
        verb += 1
    return verb in tokens.cues and re.match("[Vn][NnVm]", "".join(tokens.kinds[verb : verb + 2])) is not None


def stands_alone(tokens: Tokens, index: int, before: str, after: str) -> bool:
    """Whether a quality is what is counted before a mark (是 一种 自由), or what opens a clause and did something."""
    if before in "mr":
        return after in ",." and tokens.words[index - 1][-1] in "种类"  # 三种 自由：
    done = before in ",." and after in "Vn" and tokens.words[index + 2 : index + 3] == ["了"]  # 奢侈 催生 了 A
    return done and not tokens.cues.get(index + 1, NO_USE).relations.isdisjoint(("causes", "produces"))  # 成功 克服 了


def is_told_on(tokens: Tokens, index: int) -> bool:
    """Whether adverbs and a cue with what it takes follow a state: 焦虑 从根本上 改变 了 A; not 自由 地 选择 A."""
    words, kinds, verb = tokens.words, tokens.kinds, index + 1
    while kinds[verb : verb + 1] == ["d"] or words[verb + 1 : verb + 2] == ["地"]:
        verb += 1 + (words[verb + 1 : verb + 2] == ["地"])
    done = verb in tokens.cues and tokens.has_aspect_behind(verb)
    return words[index + 1 : index + 2] != ["地"] and verb > index + 1 and (done or does_something(tokens, index))


def is_met(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a word that may be a quality is what somebody does something to: 对 自然 的 模仿, not 对 不同 的 A."""
    word, head = tokens.words[index], index + 2
    if tokens.words[index - 1] not in grammar.sets["toward"] or tokens.tags[head : head + 1] not in (["v"], ["vn"]):
        return False
    closes = tokens.kinds[head + 1 : head + 2] in ([","], ["."], ["V"], ["C"])
    return closes and len(word) > 1 and not weighs(word, grammar)


def opens_as_role(tokens: Tokens, grammar: Grammar, index: int, before: str, following: str) -> bool:
    """Whether a word that mostly weighs a noun opens a clause and is told of: A V B，核心 是 C; not 关键 是 V C."""
    word, named = tokens.words[index], tokens.tags[index] == "n" and following in grammar.sets["being"]
    opens = named and (before in ",." or tokens.words[index - 1] == "而")
    return opens and word in grammar.sets["attribute_noun"] and word not in grammar.sets["key_only"]


def stands_beside(tokens: Tokens, index: int, before: str, after: str) -> bool:
    """Whether 与 joins a word with another thing, behind it or before it: 名教 与 自然 的 矛盾, 自然 与 名教 对立."""
    behind, ahead = tokens.words[index - 1], tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    opens = before in ",." and ahead in WITH and tokens.kinds[index + 2 : index + 3] == ["N"]
    return opens or (before == "C" and behind in WITH and after in "DV")
