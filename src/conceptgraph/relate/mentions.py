"""Mentions that are no names where they stand: a function word, a verb with its object, a clause that breaks off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from conceptgraph.model import MatchedSentence
from conceptgraph.relate.broken import BOUND_ENDS, MARK_REACH, is_broken, is_listed
from conceptgraph.relate.rules import VERB_FRAMES, RuleSet
from conceptgraph.relate.words import (
    BORDERS,
    IDIOM,
    MUCH,
    NAMING_ENDS,
    NO_USE,
    SET_PHRASES,
    WITH,
    Uses,
    is_personal,
    names_class,
    tells_which,
)
from conceptgraph.resources import word_list

ADVERBIAL = ("d", "ad", "b", "uv")  # before a verb rather than before a name
UNFINISHED = ("b", "z", "zg")  # a name does not end in a word of these classes
ACTING = ("nt", "nr", "nrt", "nrfg")  # persons and bodies act, and do not tell of what kind an action is
THIS = ("这种", "这一", "这个", "这类", "此种", "这")  # behind a name, before what it is
MARKS = ("，", "。", "、", "；", ",", ";", ".")  # close a clause or a member of a list
GLUED_LENGTH = 4  # characters of an adverb and a verb that the segmenter takes for one word

Cues = Mapping[int, tuple[int, Uses]]  # first word -> the word behind, uses
NO_CUE = (0, NO_USE)


def is_no_name(matched: MatchedSentence, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether a mention (words `first` to `last`) is no name: a function word, or a verb with its object."""
    if first == last:
        return _is_function_word(matched, first, cues, rules)
    _, words, tags, _ = matched.tagged
    sets, opening, closing, tag = rules.grammar.sets, words[first], words[last], tags[last]
    bound = closing in sets["bound_head"] and last == first + 1  # 权利 与 [义务 对等]
    if _is_cut_off(words, tags, first, last) or (bound and _is_second_of_two(words, tags, first, closing)):
        return True
    if opening in sets["copula"] or (tags[first][0] == "v" and len(opening) > 2 and opening[-1] in "着了"):
        return True  # 却是 蕴涵, 标志着 中苏 关系
    if rules.grammar.kinds.get(opening, "N") in "dPIB":
        return not tells_which(opening, tags[first : last + 1], sets)
    if tag[:2] == "nr" and is_personal(closing, tag) and _is_titled(words, tags, first, last, sets["life_period"]):
        return True  # 大师 孟子, not 青年 马克思
    glued = opening in ("指", "所谓", "亦即", "个") or (closing == "程度" and opening in sets["degree"])
    if glued or closing in sets["starting_from"]:
        return True  # 指 主体; 所谓 自由; (从) 乡村 出发; 很大 程度
    if opening in ("好", "人", "人们") and _is_beside_verb(words, tags, first):
        return True
    if tags[first] == "ad" and last == first + 1 and rules.grammar.kinds.get(words[first - 1]) == "S":
        return True  # 本文 仔细 重读
    if _is_said(words, tags, first, last, cues):
        return True  # 非常 复杂; 不应 局限; 从中 引出; 频率 极高, 传统 不相容
    taken = tag in ("p", "v") and closing[-1] == "为" and len(closing) > 2  # 劳动 定义为
    if taken or closing in sets["verb_joining"] or closing in sets["modal"] or closing in sets["only_then"]:
        return tag != "n"  # 村庄 外 学生 来; 方法 可; 乡约 才能
    given = tag == "v" and closing in sets["light_verb"] and closing[-1] in "出予"
    if given or (closing in sets["serial"] and tags[last + 1 : last + 2] in (("v",), ("p",))):
        return True  # 信用 评分 作出; 迫切 需要 寻找
    if last > first + 1 and is_broken(matched, first, last, rules):
        return True
    verbal = tag in ("v", "vn")
    if (verbal or tags[first] in ("v", "vn", "ad", "d")) and _opens_with_verb(matched, first, last, rules):
        return True
    if (verbal or words[last + 1 : last + 2] == ("了",)) and _ends_in_verb(matched, first, last, cues, rules):
        return True
    if tag == "a" and _is_told(matched, first, last, rules):
        return True  # 创新性 较 强, 效果 好; not 体积 大、造价 高 等 缺点
    if tag in SET_PHRASES and tags[last - 1][0] == "n" and words[last + 1 : last + 2] == ("的",):
        return True  # 村民 喜闻乐见 的
    if tag in UNFINISHED and closing[-1] not in NAMING_ENDS:
        return True  # 中国 高速
    if "".join(tags[last + 1 : last + 2])[:1] in ("v", "p", "d") and _is_adverb(closing, tag, rules):
        return True  # 译著 直接 推动 A; 学界 当前 对 A
    if cues.keys().isdisjoint(range(first, last + 1)):
        return False
    inner = [index for index in range(first, last + 1) if index in cues]
    if last in cues and _fills_role(words, first, last, cues, rules):
        return True  # 异化 的 根源 是
    return _is_taken_apart(matched, first, last, inner, cues, rules)


def _is_said(words: Sequence[str], tags: Sequence[str], first: int, last: int, cues: Cues) -> bool:
    """Whether an adverb opens what is done, or the last word says how much of a quality the rest has."""
    closing, tag = words[last], tags[last]
    done = words[first][0] in "不未" or (tag == "v" and closing[-1] in BOUND_ENDS)
    if tags[first] == "d" and (done or (tag == "a" and last == first + 1)):
        return True
    if tag == "a":
        return closing[0] in "极甚颇最" and len(closing) == 2
    return tag in SET_PHRASES and closing[0] in "不无" and _has_frame(cues, last, ("mutual",))


def _is_done_as(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a mention ends in what is done to what follows: 以 A 为 [标准 重建] B, [学生 王五 合译] 出版 B."""
    if tags[last] != "v" or "".join(tags[last + 1 : last + 2])[:1] not in ("v", "n", "a", "m", "r"):
        return False
    taken = words[first - 1 : first] == ("为",) and "以" in words[max(first - MARK_REACH, 0) : first]
    return taken or (last > first + 1 and tags[last - 1] in ("nr", "nrt", "nrfg") and tags[last + 1][0] == "v")


def _is_adverb(word: str, tag: str, rules: RuleSet) -> bool:
    """Whether a word before a verb says how or when something is done."""
    sets = rules.grammar.sets
    return (
        word in sets["now_adverb"]
        or word in sets["plain_adverb"]
        or (tag in ("d", "ad") and word not in sets["manner_or_name"])
    )


def _is_cut_off(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a mention of several words belongs to what stands round it: 以 V A，[安定 人心]，V B 为 目的."""
    marked = words[last + 1 : last + 2] in ((",",), ("，",), ("、",)) and words[first - 1] in ",，、"
    if marked and tags[first : last + 1] == ("v", "n") and "以" in words[:first] and "为" in words[last:]:
        return True
    if (tags[first] == "l" and words[first][1] == "地") or _is_done_as(words, tags, first, last):
        return True  # (更) 好地解决 A
    return "的" in words[first:last] and words[max(first - 1, 0)] in ("未", "尚未", "并未")  # 未 [长大 的 孩童]


def _is_second_of_two(words: Sequence[str], tags: Sequence[str], first: int, head: str) -> bool:
    """Whether 与 joins a mention with a noun, so that its head holds between both; not in 身心 对立 与 义利 对立."""
    return first > 1 and words[first - 1] in WITH and tags[first - 2] == "n" and head not in words[:first]


def _is_titled(words: Sequence[str], tags: Sequence[str], first: int, last: int, periods: Set[str]) -> bool:
    """Whether nouns before the last word only say who that person is: 哲学家 福柯, not 晚期 海德格尔."""
    before = range(first, last)
    return all(tags[at][0] == "n" and tags[at][:2] != "nr" and words[at] not in periods for at in before)


def _fills_role(words: Sequence[str], first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether a mention is whose role something is said to fill: A 是 异化 的 根源, 异化 的 根源 不 在于 A."""
    owned = words[last - 1] == "的" or "causes" in cues[last][1].relations  # also 异化 根源
    if not owned or not _has_frame(cues, last, ("role", "owner")):
        return False
    copulas = rules.grammar.sets["copula"]
    told = not copulas.isdisjoint(words[last + 1 : last + 4]) or words[last + 1 : last + 3] == ("不", "在")
    return told or (first > 0 and words[first - 1] in copulas)


def _is_beside_verb(words: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether a verb stands behind 人们, behind the 人 of A、B 等 人, or right before 好: 人们 认清, 协调 好 A."""
    before = words[first - 1] if first else ""
    if words[first] == "好":
        return before != "" and tags[first - 1] == "v" and before[-1] not in BOUND_ENDS
    return tags[first + 1] == "v" and (words[first] == "人们" or before == "等")


def _is_done_by(words: Sequence[str], tags: Sequence[str], verb: int) -> bool:
    """Whether people or a person stand right before a verb whose object closes the clause: 人们 订立 契约，."""
    doers = words[verb - 1].endswith("们") or tags[verb - 1] in ("nr", "nrt", "nrfg")
    return doers and "".join(words[verb + 2 : verb + 3]) in MARKS


def _opens_with_verb(matched: MatchedSentence, first: int, last: int, rules: RuleSet) -> bool:
    """Whether a mention of several words begins with a verb that takes the rest, or what follows, as its object."""
    _, words, tags, _ = matched.tagged
    sets, after = rules.grammar.sets, tags[last + 1][0] if last + 1 < len(tags) else "x"
    if last == first + 1 and first and tags[first : last + 1] == ("v", "n") and _is_done_by(words, tags, first):
        return True  # 人们 订立 契约，
    if tags[first] == "v" and first and (tags[first - 1] in ("d", "ad") or words[first - 1] in sets["done_for"]):
        return True  # 大力 推广 乡村 邮政, 为 研究 A
    if tags[first] == "v" and words[first] in word_list("object_verbs"):
        return last > first + 1 or not names_class(words[last], sets)  # 迎接 新式 教育, not 改善 措施
    if words[first] in sets["showing_deed"] and tags[first + 1] != "v" and not names_class(words[first + 1], sets):
        return True  # 证明 商会 制度, not 证明 责任
    modal = first > 0 and words[first - 1] in sets["modal"] and tags[first] in ("v", "vn")
    if modal or (tags[first] == "v" and last == first + 1 and tags[last] in ("ns", "nt", "nr")):
        return True  # 会 影响 教师 满意度; 调低 中国
    if last == first + 1:
        done = words[first] in word_list("verb_adverbs") and tags[last] in ("v", "vn")
        return done and after in "nrmba"  # 认真 分析 其 原因
    if tags[first : first + 2] == ("ad", "v") and not names_class(words[last], sets):
        return True  # 详细 说明 A
    taken = words[first + 1] in word_list("object_verbs") or words[first + 1] in sets["knowing"]
    if tags[first : first + 2] == ("d", "v") and taken:
        return True  # 从中 汲取 A, 正确 理解 A
    taken = tags[first] in ("v", "vn") and tags[first + 1] in ("a", "m", "r")
    return taken and _opens_predicate(words, tags, first)  # 研究 新 问题


def _ends_in_verb(matched: MatchedSentence, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether a mention of several words ends in what its first words do."""
    _, words, tags, _ = matched.tagged
    sets, tag = rules.grammar.sets, tags[last]
    if words[first] in sets["self"] and tag in ("v", "vn"):
        return True  # 文章 剖析
    done = tag == "v" or (tag == "vn" and words[first] in sets["others"])
    if done and words[last + 1 : last + 2] == ("的",) and "".join(words[last + 2 : last + 3]) in sets["being"]:
        return True  # 人们 消费 的 是
    named = tag == "n" or (tag == "vn" and tags[first][0] != "v")
    if named and words[last + 1 : last + 2] == ("了",):
        return True  # 权力 经历 了, 统计 方法 研究 了, not 优化 设计 了
    if tag != "v":
        return False
    if words[last][-1] in BOUND_ENDS and last in cues:
        return True  # 公司 推出
    if words[last + 1 : last + 2] in (("为",), ("成",)) and words[first - 1 : first] in (("把",), ("将",)):
        return True  # 把 村庄 撕裂 为 A
    if last + 1 < len(words):
        if words[last + 1] in THIS and _is_called(words, last + 1, sets["deed_kind"] | sets["class_noun"]):
            return False  # 理性 选择 这种 方法
        if words[last + 1] in sets["aspect"] or (tags[last + 1][0] in "mr" and not is_listed(words, first)):
            return True  # 体系 确立 了; 重点 解决 三个
        if words[last] in word_list("speech_verbs") and words[last + 1] in (":", "：", ",", "，"):
            return True  # 回归 分析 发现：
    if tags[last - 1] in ("d", "ad") and last > first + 1:
        return True  # 部门 认真 贯彻
    if last == first + 1 and tags[first] in ACTING and last in cues:
        return True  # 商会 召开
    following = tags[last + 1][0] if last + 1 < len(words) else "x"
    taken = following in "nbrm" and not names_class(words[last + 1], sets) and _has_frame(cues, last, VERB_FRAMES)
    return taken and (first == 0 or words[first - 1] in BORDERS or tags[first - 1] == "d")  # ，学者 考证 A


def _is_called(words: Sequence[str], at: int, kinds: Set[str]) -> bool:
    """Whether the words at `at` say of what kind is what stands before them: 这种 方法, 这 一 范式."""
    head = at + 1 + (words[at + 1 : at + 2] == ("一",))
    return not kinds.isdisjoint(words[head : head + 1])


def _is_told(matched: MatchedSentence, first: int, last: int, rules: RuleSet) -> bool:
    """Whether a mention (words `first` to `last`) that ends in a quality says how something is, outside of a list."""
    _, words, tags, _ = matched.tagged
    if is_listed(words, first) or words[last + 1 : last + 2] in (("、",), ("等",)):
        return False
    return tags[last - 1] == "d" or words[last] in rules.grammar.sets["measure_quality"]


def _is_function_word(matched: MatchedSentence, index: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether the mention of one word is a function word, or a verb before its object."""
    _, words, tags, _ = matched.tagged
    tag, following = tags[index], index + 1
    if tag == "n" and _is_listed_deed(words, tags, index, cues):
        return True
    if tag[0] == "n" and rules.grammar.kinds.get(words[index], "N") == "N" and len(words[index]) != GLUED_LENGTH:
        return words[index] in rules.grammar.sets["linking"] or words[index] in rules.grammar.sets["degree"]
    kind = rules.grammar.kinds.get(words[index])
    if tag[0] in "dcprt" or tag == "ad" or kind == "u" or (kind == "S" and tag == "s"):
        return True
    if words[index] in rules.grammar.sets["linking"] or (len(words[index]) == IDIOM and words[index][:2] in MUCH):
        return True  # 概言之, 极其丰富
    after = tags[following][0] if following < len(tags) else "x"
    if tag == "a" and (_is_adverbial(words, tags, index, rules) or _is_told_of_deed(tags, index, cues)):
        return True
    given = tag == "a" and index > 0 and words[index - 1] in rules.grammar.sets["light_verb"]
    if (given and after == "u") or (tag[0] == "a" and words[index] in rules.grammar.sets["hollow_quality"]):
        return True  # 深刻 的 影响, 做出 简要 的 描述
    if tag in SET_PHRASES and any(words[index] in rules.grammar.sets[name] for name in ("attribute_noun", "linking")):
        return True  # 至关重要, 推而广之
    if words[index] in rules.grammar.sets["degree"] or (
        tag == "j" and words[index] in rules.grammar.sets["determiner"]
    ):
        return True  # 很大 程度; 三大 转向
    if tag in SET_PHRASES and words[index][-1] == "地" and after in "vpd":
        return True  # 真诚地 面对
    if tag == "b" and words[following : following + 1] == ("的",):
        return True  # 全方位 的 影响
    if after == "u":
        done = words[following] in rules.grammar.sets["aspect"]
        listed = tag == "a" and words[following] == "的" and words[following + 1 : following + 2] == ("、",)
        return listed or (done and (tag == "v" or rules.vocabulary.read(words[index], tag).glued))  # 无序 的、不公 的 A
    if after == "v" and (
        rules.grammar.kinds.get(words[index]) == "d" or (tag == "v" and index and tags[index - 1] == "ad")
    ):
        return True  # 全面 部署 实施
    if tag != "v":
        return False
    takes = after in ("nrab" if is_listed(words, index) else "nrmab")
    if after == "v" and index not in cues and following not in cues:
        takes = tags[following + 1 : following + 2] == ("n",)  # 表扬 值班 护士
    return takes and _opens_predicate(words, tags, index)


def _is_adverbial(words: Sequence[str], tags: Sequence[str], index: int, rules: RuleSet) -> bool:
    """Whether a quality tells how something is done, or is said to be so: 不能 简单 沿用, 很 容易, 资源 浪费 严重."""
    before, after = words[index - 1] if index else "", tags[index + 1][0] if index + 1 < len(tags) else "x"
    kind = rules.grammar.kinds.get(before, "N")
    if before in ("很", "较", "更", "更加", "最", "极", "十分", "非常") and after != "u":
        return True
    return after == "v" and (kind == "S" or (kind == "d" and tags[index - 1][0] in "vd"))


def _is_told_of_deed(tags: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether a quality closes a clause behind what is done to something: 资源 浪费 严重，."""
    deed = index > 1 and index - 1 in cues and tags[index - 1] in ("n", "vn") and tags[index - 2][0] == "n"
    return deed and tags[index + 1 : index + 2] == ("x",)


def _is_listed_deed(words: Sequence[str], tags: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether a cue opens a deed between two others: 化解 纠纷、规范 村民 行为、构建 秩序."""
    opens = words[index - 1 : index] == ("、",) and tags[index + 1 : index + 2] == ("n",)
    if not opens or not _has_frame(cues, index, ("verb",)):
        return False
    named = ("n", "a", "an", "vn")
    before = next((at for at in range(index - 2, -1, -1) if tags[at] not in named), index)
    behind = next((at for at in range(index + 1, len(words) - 1) if tags[at] not in named), index)
    return tags[before] == "v" and before < index - 2 and words[behind] == "、" and tags[behind + 1] == "v"


def _is_taken_apart(
    matched: MatchedSentence, first: int, last: int, inner: Sequence[int], cues: Cues, rules: RuleSet
) -> bool:
    """Whether the cues at the words `inner` of a mention show that it is no name: 根本 原因, 提高 效率."""
    _, words, tags, _ = matched.tagged
    if first in inner and tags[first] in ("v", "vn") and tags[last] == "a" and tags[last + 1 : last + 2] == ("uj",):
        return True  # 培育 新 的
    if any(index > first and cues[index][0] > last + 1 for index in inner):
        return True  # the last word begins a cue that goes on: 转变 in 转变为
    if last in inner:
        deed = last + 1 + (words[last + 1 : last + 2] == ("所",))
        acting = tags[deed : deed + 1] == ("v",) and deed in cues  # 由 [理性 选择] (所) 塑造
        if tags[last] == "v" and not acting and _is_marked(words, first, cues, rules):
            return True  # 由数据和算法构成
        weighing = tags[first] in ("a", "b", "ad") or words[first] in rules.grammar.sets["attribute_noun"]
        if last == first + 1 and weighing and _has_frame(cues, last, ("role", "owner")):
            return True
    return any(_takes_object(matched, index, first, last, cues, rules) for index in inner if index < last)


def _opens_predicate(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Whether word `index` opens a clause or stands behind an adverb, a verb or a conjunction."""
    return index == 0 or tags[index - 1][0] in "xdvc" or words[index - 1] in BORDERS


def _is_marked(words: Sequence[str], first: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether 被, 由, 把 or the like waits for a verb before word `first`, in its clause: not 把 A 概括为 B."""
    markers = rules.grammar.sets["verb_marker"]
    for position in range(first - 1, max(first - MARK_REACH, 0) - 1, -1):
        if words[position] in markers:
            return True
        if words[position] in BORDERS or _has_frame(cues, position, ("copula", "result")):
            return False
    return False


def _has_frame(cues: Cues, index: int, frames: Iterable[str]) -> bool:
    return not cues.get(index, NO_CUE)[1].frames.isdisjoint(frames)


def _takes_object(matched: MatchedSentence, index: int, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether word `index` of a mention (words `first` to `last`) is a verb that has the next word as object."""
    words, tags = matched.tagged.words, matched.tagged.tags
    following = index + 1
    whole = len(words[index]) > 1 and cues.get(index, NO_CUE)[0] == following
    led = tags[index] == "vn" and index == first > 0
    led = led and (tags[index - 1] in ADVERBIAL or words[index - 1] in rules.grammar.sets["serial"])  # 需要 变革 A
    if not whole or not (led or tags[index] in ("v", "n", "a")) or not _has_frame(cues, index, VERB_FRAMES):
        return False
    if index == first and following == last:  # 使用价值 is a name, unless an adverb says that it is done
        left = first - 1
        done = left >= 0 and (rules.grammar.kinds.get(words[left]) == "d" or tags[left][0] == "d")
        if not done:
            return False
    taken = "nljsba" if index == first else "nljsb"
    return not names_class(words[following], rules.grammar.sets) and tags[following][0] in taken
