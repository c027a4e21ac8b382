"""Words whose kind hangs on their neighbours: adverbs, localizers, prepositions; attributes stand in `qualities`."""

from __future__ import annotations

import re

from conceptgraph.relate.own_words import OWN_RULES, settle_word
from conceptgraph.relate.qualities import QUALITY_TAGS, is_joined_quality, is_owned_quality, names_state, settle_quality
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import ADDING, ITSELF, NO_USE, SEVERAL, THREE_OR_MORE
from conceptgraph.resources import word_list

ATTRIBUTE_TAGS = ("n", "b", "t", *QUALITY_TAGS)  # of words that may say before 的 what a thing is like
MANNER_TAGS = (*QUALITY_TAGS, "b")  # of words that may tell how something goes on
JOINED = re.compile("[ad][Nn]")  # kinds of the second quality of two, and of what they describe
DONE_WITH = re.compile("V(?:u?[aN]*N|[Vn])DN+d*V")  # kinds of what is told of a thing behind 将, and of what is done
TAKEN_ENDS = "为成作有给入归到"  # end verbs of which 将 takes what they act on
DESCRIBED = re.compile("d+aD")  # 将 长期 存在 的 A 据为己有
# behind a time they tell when
WHEN_BEHIND = frozenset(["之后", "之前", "以后", "以前", "以来", "之际", "之初", "以降", "之间"])


def settle(tokens: Tokens, grammar: Grammar, index: int) -> None:
    """Settle the kind of one word, where it hangs on the words beside it."""
    kinds, word = tokens.kinds, tokens.words[index]
    if word == "、" and index and kinds[index] == "C" and kinds[index - 1] not in "mr":
        return
    before, after = kinds[index - 1] if index else ".", kinds[index + 1] if index + 1 < len(kinds) else "."
    following = tokens.words[index + 1] if index + 1 < len(kinds) else ""
    kind = kinds[index]
    if kind in "ad" and "-" in (before, after) and after != "D" and (kind == "a" or after in "Na"):
        kinds[index] = "a" if after in "Na" else "N"  # 相对 过剩人口－, －贫困
        return
    if _has_own_rule(word, kind, before, following, grammar) and settle_word(tokens, grammar, index):
        return
    after = "," if after == "u" and following in "，," else after
    dichotomy = grammar.sets["dichotomy"]
    if following in ADDING and word in dichotomy and "".join(tokens.words[index + 2 : index + 3]) in dichotomy:
        kinds[index] = kinds[index + 2] = "N"  # 一般 与 个别
        return
    owns = following == "的" and _owns_role(tokens, grammar, index, before)
    if kind == "a" and (owns or (before == "D" and after == "C" and _is_joined_role(tokens, index))):
        kinds[index] = "N"  # 乐 的 核心 是 A, 地方 文化 的 核心 与 灵魂
        return
    listed = kind == "a" and before == "C" and after == "V" and tokens.tags[index] in ("z", "l", "i")
    if listed and kinds[index - 2] == "N" and len(word) == 4 and following in grammar.sets["copula"]:
        kinds[index] = "N"  # 资金短缺 和 人才流失 是 A
        return
    if kind == "C":
        numbers = before in "mr" and after in "mr" and following != "其"  # 一个 或 两个 村庄, not 它 与 其 源头
        kinds[index] = "m" if numbers else "C"
        return
    verbal = (after == "B" or (before in ",C" and after in "Vn")) and word in word_list("verb_adverbs")
    if kind == "a" and (verbal or (before in ",.V" and after in "Vn" and word in grammar.sets["now_adverb"])):
        kinds[index] = "d"  # 妥善 处理 A、准确 掌握 B; 学者 普遍 将 A 视为 B; 当前 改善 A 的 关键 在于 B
        return
    if word == "共同" and before in ",.VuDP" and after == "N" and tokens.tags[index + 1] == "n":
        kinds[index], tokens.tags[index] = "a", "b"  # 共同 信仰 促进 A
        return
    if kind == "d" and word.endswith("期内") and (before in "PDCB" or after not in "dVB"):
        kinds[index] = "N"  # 在 短期内, but A 的 提高 短期内 将 V B
        return
    if kind == "R" and before == "N" and word in THREE_OR_MORE:
        kinds[index] = "N"  # A、B 和 C 三者
        return
    if kind == "a" and before == "N" and after in ",." and word == "取而代之":
        kinds[index] = "V"  # A 被 B 取而代之
        return
    if kind == "d" and before == "N" and tokens.tags[index] == "zg" and word in grammar.sets["name_suffix"] - OWN_RULES:
        kinds[index] = "N"  # 规范 度, not 康德 论 自由
        return
    settled_by = settle_quality if kind == "a" else _settle_adverb if kind == "d" else _settle_other
    kinds[index] = settled_by(tokens, grammar, index, before, after, following) or kind


def _has_own_rule(word: str, kind: str, before: str, following: str, grammar: Grammar) -> bool:
    """Whether a word has a rule of its own here; not the 实质 of ，实质 就是 A."""
    if kind == "N" and before in ",." and following in grammar.sets["copula"]:
        return word in OWN_RULES
    return word in OWN_RULES or word in grammar.sets["manner"] or word in grammar.sets["degree"]


def _is_joined_role(tokens: Tokens, index: int) -> bool:
    """Whether a noun that weighs others is one by itself, joined with the last of its clause: A 的 核心 与 灵魂."""
    closes = tokens.kinds[index + 2 : index + 4] in (["N", "."], ["N", ","]) and len(tokens.words[index + 2]) == 2
    closes = closes and tokens.words[index + 1] in ADDING
    return closes and tokens.tags[index] == "n" and index > 1 and tokens.kinds[index - 2] in "Nn"


def _owns_role(tokens: Tokens, grammar: Grammar, index: int, before: str) -> bool:
    """Whether a quality is what has the role behind 的: 乐 的 核心, 社会 的 自由 的 条件."""
    owns = before in ",." and tokens.words[index] in grammar.sets["one_character"]
    owns = owns or (before in ",.VD" and tokens.words[index] in grammar.sets["state_noun"])
    return owns and not tokens.cues.get(index + 2, NO_USE).frames.isdisjoint(("role", "owner"))


def _opens_place(tokens: Tokens, index: int) -> bool:
    """Whether nouns and the word of a place follow before a verb: 正在 世界 范围 内 推动."""
    at = index + 1
    while tokens.kinds[at : at + 1] in (["N"], ["a"]):
        at += 1
    return tokens.kinds[at : at + 1] == ["f"] and at + 1 < len(tokens.kinds) and tokens.kinds[at + 1] not in ",.D"


def _stands_as_noun(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str, following: str) -> bool:
    """Whether a word that is mostly an adverb is a noun here."""
    word = tokens.words[index]
    if tokens.tags[index] == "d" or word in grammar.sets["linking"]:
        return word == "自然" and following == "之" and before in ",."  # 自然 之 道 是 A
    if (before in "NVu" and after in ",.") or (before == "N" and following == "即"):
        return True  # 历史 科学，; 是 科学，
    if before == "N" and after in "Vn" and tokens.kinds[index - 2] == "P" and word == "科学":
        return True  # 用 经验 科学 取代 A
    if before == "B" and following != "地":
        return True  # 把 科学 等同于 A
    if before not in ",." or after != "d":
        return False
    return following in grammar.sets["modal"] or following in grammar.sets["negator"]  # 科学 并未 消除 A


def _settle_adverb(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str, following: str) -> str | None:
    """Return what an adverb is here, or None for what it is."""
    tag = tokens.tags[index]
    if after in "Nam" and (led := _led_kind(tokens, index, before, after)):
        return led
    if tokens.words[index] in grammar.sets["attribute_noun"] and after in "Nn":
        opens = before in ",." and tag == "ad" and after == "n"
        opens = opens and tokens.kinds[index + 2 : index + 3] in (["a"], ["N"])
        return "d" if opens and index + 1 in tokens.cues else "a"  # ，积极 传播 现代 观念
    if before in "NfDr" and _weighs_quality(tokens, index, grammar):
        tokens.kinds[index + 1], tokens.names[index + 1] = "a", ""
        return "a"  # 美国 最 伟大 的 哲学家
    if before == "D" and tokens.words[index] in grammar.sets["disposition"]:
        return "N"  # 工人 的 无力 导致 A
    if tag in ("n", "d") and _stands_as_noun(tokens, grammar, index, before, after, following):
        return "N"
    quality = tag == "ad" and after == "N" and before == "u" and len(tokens.words[index]) == 2
    if quality or (tag, tokens.words[index]) == ("a", "全面"):
        return "a"  # 弥补 了 正式 制度 的 A; 人 的 自由 全面 发展
    listed = before == "N" and (following == "、" or after == "E") and tokens.kinds[index - 2 : index - 1] == ["C"]
    if listed or following == "意义上":
        return "N"  # 勤俭、守 正、宽厚 等; 自然 意义上 的
    owned = before == "D" and after in ",." and tokens.kinds[index - 2] in "Na"
    if owned and (tag == "ad" or tokens.words[index] in grammar.sets["manner_or_name"]):
        return "N"  # 教师 的 努力, 公民 的 自觉
    if before in "Nd" and tokens.words[index] in grammar.sets["light_verb"] and _takes_noun(tokens, index):
        return "V"  # 对 A 给予 了 系统 说明, 给予 A 很大 支持
    if tokens.words[index] == "有待" and after in "Nam" and _awaits_noun(tokens, index):
        return "V"  # 有待 村民 的 共同 努力
    named = after == "N" or (after in "Vn" and following not in grammar.sets["copula"])
    if before == "D" and named and (after == "N" or _tells_how(tokens, grammar, index)):
        return "a"  # 的 有效 市场; 技术 的 不断 进步
    told = before == "D" and after in "aVn" and _is_closed(tokens, index + 2)
    if told and (tokens.words[index] in grammar.sets["side_attribute"] or _tells_how(tokens, grammar, index)):
        return "a"  # 农户 的 长期 贫困，家庭 的 主要 负担，对 A 的 总体 批判
    if tag == "n" and before == "V" and after in "Vn" and tokens.kinds[index + 2 : index + 3] == ["D"]:
        return "N"  # 推动 科学 创新 的
    if after == "D" and (tag in ATTRIBUTE_TAGS or tokens.words[index] in ("彼此", "相互", "既有")):
        return "a"  # 科学 的 世界观, 主要 的 制度; 存在 严重 的 A
    if following == "化" and after == "N":
        return "a"  # 自愿 化
    if tag == "ad" and before == "N" and (after == "C" or following in grammar.sets["degree_noun"]):
        return "N"  # 司法 公开 和 A, 信息 公开 程度
    if before == "N" and after in ",." and tokens.words[index] in grammar.sets["manner_or_name"]:
        return "N"  # 道德 自觉，
    if tag == "n" and before in ",." and after in "Nn" and tokens.kinds[index + 2 : index + 3] == ["D"]:
        return "N"  # 科学 革命 的
    if tag in QUALITY_TAGS and after in ",." and before in "Nm":
        return "a" if before == "N" else "N"  # 趋势 明显，; 这 一 努力
    owned = before == "D" and after in "CVI"
    return "N" if owned and (_is_paired(tokens, index) or is_owned_quality(tokens, grammar, index)) else None


def _is_paired(tokens: Tokens, index: int) -> bool:
    """Whether a second quality and what both describe follow: A 的 长期 和 短期 影响."""
    return tokens.kinds[index + 1] == "C" and JOINED.match("".join(tokens.kinds[index + 2 : index + 4])) is not None


def _led_kind(tokens: Tokens, index: int, before: str, after: str) -> str:
    """Return what an adverb is that leads to something or stands before a number: 的 每 一次 宣讲; else nothing."""
    if after == "m":
        return "r" if tokens.words[index] == "每" and before in "D,.PBI" else ""
    return "P" if _leads(tokens, index, before) else ""


def _leads(tokens: Tokens, index: int, before: str) -> bool:
    """Whether an adverb leads to a place or to what something is compared with, and what is told follows."""
    if tokens.words[index] == "正在":
        return _opens_place(tokens, index)  # A 正在 世界 范围 内 推动 B
    if tokens.words[index] not in ("较", "较之") or before not in "NRr":
        return False
    at = next((at for at in range(index + 1, len(tokens.kinds)) if tokens.kinds[at] != "N"), index)
    return at > index + 1 and tokens.kinds[at] in "dVa"  # 商会 较 宗族 更 依赖 A, not 较 科学 的 方法


def _settle_other(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str, following: str) -> str | None:
    """Return what a word of another kind is here, or None for what it is."""
    kinds, word, tag = tokens.kinds, tokens.words[index], tokens.tags[index]
    kind = kinds[index]
    if kind in "Vn" and following == "的" and (tag == "a" or word in grammar.sets["state_verb"]):
        return "N" if before == "N" and names_state(tokens, grammar, index) else "a"  # 丰富 的 思想, 市场 繁荣 的 动力
    if tag == "a" and kind == "N" and is_joined_quality(tokens, index, before, after):
        return "a"
    if word == "相反" and before in ",." and after == ",":
        return "d"  # 相反，它 V A
    if word in ("不同", "相同") and kind in "NVn" and before == "D" and after in "NVn":
        return "a"  # 概念 的 不同 界定
    if (following == "地" and kind in "NVnD") or (
        kind == "B" and word != "把" and after in "dV" and not _takes_what_follows(tokens, index)
    ):
        return "d"
    if word == "将" and kind == "B" and following in ("以", "通过") and _does_by(tokens, index):
        return "d"  # A 将 以 B 实现 C
    if word == "与其" and kind == "d" and before == "N" and after == "N" and "D" in kinds[index + 2 : index + 4]:
        return "C"  # 声音 与其 来源 的 断裂
    if (
        kind == "S"
        and word in ("文章", "论文", "作者")
        and ((before in "CDVP" and after == "N") or (before in "Vu" and after == "D"))
    ):
        return "N"  # 的 文章 观念; 造成 了 作者 的 消失
    if kind == "S" and before == "E" and index - 2 in tokens.persons:
        return "N"  # 甲、乙 等 学者
    if kind == "S" and word in ("学者", "研究者") and before == "N" and tokens.tags[index - 1][0] in "nvj":
        return "N" if tokens.tags[index - 1] != "ns" else None  # 康德 学者, not 国内 学者
    if kind == "f" or word in ("内部", "外部"):
        return _settle_localizer(kind, word, before, after)
    if kind == "m" and before in "VBP" and after in "IVd" and word in grammar.sets["one_character"]:
        return "N"  # 使 天 由 A 变为 B
    if kind == "m" and word == "类" and before not in "mr":
        return "N"  # 人 的 类 存在
    if kind == "m" and tag == "q" and before == "N" and word in grammar.sets["name_suffix"]:
        return "N"  # 样本 集
    if kind == "r" and word == "同一" and (after in ",.C" or (before in "CDPVu" and after in "VndPIB")):
        return "N"  # 虚幻 的 同一 V A, A 瓦解 了 同一
    if word == "所有" and before in "Na" and after in "VdPICD,.":
        return "N"  # 土地 的 公共 所有 V A
    if kind == "r" and word in ITSELF and before == "N" and after in "VndPIB":
        return "d"  # 礼物 本身 有别于 A
    if kind == "r" and word == "自己" and before == "N" and after in "Vn" and _acts_alone(tokens, index):
        return "d"  # 由 村民 自己 筹办、管理
    if kind == "r" and word[0] in SEVERAL and before in "NV":
        return "m"  # A 和 B 三个 要素
    if word == "所" and before == "m":
        return "m"  # 三 所 学校
    return _settle_preposition(tokens, grammar, index, before, after, following) if kind == "P" else None


def _acts_alone(tokens: Tokens, index: int) -> bool:
    """Whether 自己 tells that somebody does what follows: 村民 自己 筹办, not 学生 自己 学习 习惯 V A."""
    kinds = tokens.kinds
    return kinds[index + 1] == "V" or "V" not in kinds[index + 2 : tokens.clause_end(index)]


def _settle_localizer(kind: str, word: str, before: str, after: str) -> str | None:
    """Return what a word that may tell a side or a time is here, or None where it does."""
    sided = word in ("内部", "外部")
    if word in "上下" and after == "m" and before in "DVPBu":
        return "r"  # 成为 A 的 下 一个 B
    if kind == "f" and word in WHEN_BEHIND and after == "N" and before != "N":
        return "m" if before == "C" else None  # A 及 之后 B
    if kind == "f" and len(word) > 1 and after == "N" and (before != "N" or sided):
        return "N"  # 内部 动机, 组织 内部 控制
    if sided and after == "n" and before in "VP":
        return "N"  # 适应 外部 变化
    if kind == "f" and len(word) > 2 and before in "Vu" and after == "D":
        return "N"  # 促进 了 东西方 的 A
    named = kind == "f" and len(word) > 1 and before == "P" and after not in "NfCD"
    return "N" if named else None  # 由 山间 向 沿海 再


def _settle_preposition(
    tokens: Tokens, grammar: Grammar, index: int, before: str, after: str, following: str
) -> str | None:
    """Return what a word that may be a preposition is here, or None where it is one."""
    kinds, word, tag = tokens.kinds, tokens.words[index], tokens.tags[index]
    if before in "Na" and after in "CE" and following in ("、", "等"):
        return "N"  # 裁判 主体、裁判 依据、裁判 机制
    if tag == "vn" and before == "N" and after == "C" and word in grammar.sets["event_head"]:
        return "N"  # 权力 运用 与 A 之间
    if tag == "v" and before == "I" and tokens.words[index - 1] == "所":
        return "V"  # 所 面对 的 A
    if tag == "v" and following == "之间" and before in "CN":
        return "N"  # A 的 识别 与 利用 之间
    if tag == "v" and before == after == "N" and _is_listed_action(tokens, index):
        return "N"  # 定位 混乱、权力 运用 偏差、
    told = before in "DN" and following in grammar.sets["copula"] and following != "基于"
    if after in ",." and tag == "v" and "被" in tokens.words[tokens.clause_start(index) : index]:
        return "V"  # A 被 B 的 C 利用
    if after in ",." or (told and len(word) > 1):
        return "N"  # 以信任为根据; A 的 依据 是 B
    if before == "D" and len(word) > 1 and (after in "PI" or (after in "VdC" and word in ("根据", "依据"))):
        return "N"  # 把 A 的 根据 从 B 转移到 C; 将 A 的 根据 归结为 B
    if before == "u" and tokens.words[index - 1] in grammar.sets["taken_as"] and len(word) > 1:
        return "N"  # 以 A 为 依据 批判 B
    if before == "N" and after == "D" and tag == "v" and len(word) > 1:
        return "V"  # A 与 B 结合 的 产物, 村民 依靠 的 土地
    if word in ("经过", "历经") and after in "Vn" and kinds[index + 2 : index + 4] in (["D", "N"], ["D", "a"]):
        return "d"  # 一种 经过 修订 的 A
    if word in ("正如", "如同") and before in ",." and _opens_clause_of_verb(tokens, index):
        return "d"  # 正如 A V 了 B, not 正如 A 所说
    if tag == "v" and after in "Vn" and "D" in kinds[max(index - 2, 0) : index]:
        return "N"  # 市场 与 政府 的 有机 结合 推动 了
    return None


def _is_listed_action(tokens: Tokens, index: int) -> bool:
    """Whether a noun and a verb behind 、 and before a noun are one member of a longer list: 权力 运用 偏差."""
    opened = index > 1 and tokens.words[index - 2] == "、"
    return opened and tokens.words[index + 2 : index + 3] in (["、"], ["等"], ["和"], ["及"])


def _opens_clause_of_verb(tokens: Tokens, index: int) -> bool:
    """Whether a noun, a verb and its object follow to the end of the clause, and nobody speaks there."""
    end = tokens.clause_end(index)
    verb = next((at for at in range(index + 1, end) if tokens.kinds[at] == "V"), end)
    spoken = verb < end and verb in tokens.cues and "speech" in tokens.cues[verb].frames
    return index + 1 < verb < end - 1 and not spoken and tokens.words[end - 1] not in ("那样", "一样", "的", "那般")


def _is_closed(tokens: Tokens, index: int) -> bool:
    """Whether a clause ends before a word."""
    return index >= len(tokens.kinds) or tokens.kinds[index] in ",."


def _tells_how(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether an adverb tells how something goes on, and neither denies, links nor judges it."""
    word, sets = tokens.words[index], grammar.sets
    linking = any(word in sets[name] for name in ("modal", "negator", "verb_joining", "conceder", "supposer", "asker"))
    return tokens.tags[index] in MANNER_TAGS and len(word) > 1 and not linking


def _weighs_quality(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether a word says how much of a quality a thing has: 最 伟大 的 B, 最 突出 的 B, 最 核心 的 B."""
    quality = index + 1
    if tokens.words[index] not in grammar.sets["comparison"] or quality == len(tokens.words):
        return False
    plain = tokens.tags[quality] in QUALITY_TAGS and len(tokens.words[quality]) > 1
    ranked = any(tokens.words[quality] in grammar.sets[name] for name in ("state_verb", "rank_quality"))
    frames = tokens.cues.get(quality + 2, NO_USE).frames  # 最 突出 的 特征, not 最 突出 的 问题
    like = plain or (ranked and not frames.isdisjoint(("role", "owner")))
    named = tokens.kinds[quality + 1 : quality + 3] in (["D", "N"], ["D", "n"], ["D", "a"], ["D", "r"])
    return like and (named or "".join(tokens.kinds[quality + 1 : quality + 4]) in ("DV,", "DV."))


def _does_by(tokens: Tokens, index: int) -> bool:
    """Whether what somebody will do follows: 将 以 A 实现 B, not 将 以 A 视为 B."""
    ahead = range(index + 2, tokens.clause_end(index))
    return not any(tokens.words[at][-1] in "为成作入于" or tokens.kinds[at] in "BD" for at in ahead)


def _takes_what_follows(tokens: Tokens, index: int) -> bool:
    """Whether 把 or 将 takes the word behind it, though that looks like a verb or an adverb: 把 科学 等同于 A."""
    bare = tokens.kinds[index + 1] == "V" or tokens.tags[index + 1] == "n"
    turned = tokens.kinds[index + 1 : index + 3] == ["V", "V"] and len(tokens.words[index + 2]) > 1
    if turned and tokens.words[index + 2][-1] in "为成作" and index + 1 not in tokens.cues:
        return True  # 将 照护 视为 A
    end = tokens.clause_end(index)
    verb = next((at for at in range(index + 2, end) if tokens.kinds[at] == "V"), index)
    if tokens.words[index + 1] == "自然" and (
        tokens.words[verb][-1] in "为成作" or tokens.words[verb + 1 : verb + 2] == ["为"]
    ):
        return True  # 将 自然 状态 描述为 A, 将 自然 驯化 为 A
    if tokens.sets_apart(index) or tokens.words[end - 1].endswith("己有"):
        return True  # 将 规训 权力 与 主权 权力 区别 开来
    kinds = "".join(tokens.kinds[index + 1 : end])
    described = DESCRIBED.match(kinds[:5]) is not None or DONE_WITH.match(kinds) is not None
    if not described and kinds[0] == "d" and DONE_WITH.match(kinds.lstrip("d")) is not None:
        last = next((at for at in range(end - 1, index, -1) if tokens.kinds[at] == "V"), index)
        described = tokens.words[last][-1] in TAKEN_ENDS  # 将 原本 属于 B 的 A 还给 C, not 将 继续 保护 B 的 A
    return described or tokens.kinds[index + 2 : index + 3] == ["D"] or (tokens.words[index] == "把" and bare)


def _takes_noun(tokens: Tokens, index: int) -> bool:
    """Whether a noun follows the word `index` and no verb before it, so that the word itself is the verb."""
    kinds = tokens.kinds[index + 1 : index + 6]
    following = [kind for kind in kinds if kind not in "uadD"]
    given = tokens.words[index] == "给予" and following[1:2] != ["."]
    noun = following[:1] == ["N"] or ("D" in kinds[:3] and following[:1] in (["n"], ["V"]))  # 给予 了 悉心 的 照顾
    return noun and (given or "P" in tokens.kinds[max(index - 6, 0) : index])


def _awaits_noun(tokens: Tokens, index: int) -> bool:
    """Whether 有待 takes a noun with 的 and all behind it: 有待 村民 的 努力, not 有待 学者 进一步 研究 A 的 功能."""
    rest = tokens.kinds[index + 1 : tokens.clause_end(index)]
    if "D" not in rest or "P" in rest:
        return False
    owned = len(rest) - 1 - rest[::-1].index("D")
    return not {"V", "d"} & set(rest[:owned]) and "V" not in rest[owned + 1 : -1]
