"""What a deed is that stands where a thing does, with nothing it is done to; asked behind `marked_table`."""

from __future__ import annotations

from conceptgraph.relate.broken import BOUND_ENDS
from conceptgraph.relate.decision import ANY, NOUN, VERB, Decision
from conceptgraph.relate.first_verbs import follows_opening, opens_plainly
from conceptgraph.relate.name_signs import brings_out
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.words import ADDING, NO_USE, RESULT_ENDS, SO_THEN

BY_WHOM = ("由", "被", "受")  # before who or what does it
WITH_WHAT = ("以", "用", "凭", "靠")  # before that with which it is done
LISTED = (*ADDING, "、")


def is_told_how(spot: Spot) -> bool:
    """Whether an adverb and the verb proper follow a deed that opens its clause: 启蒙 从根本上 改变 了 A.

    A deed that is not often spoken of as a thing needs a verb that is done: not 分析 实际上 存在 A.
    """
    if not _opens(spot) or spot.tokens.cues.get(spot.at, NO_USE).opens:
        return False
    words, kinds = spot.tokens.words, spot.tokens.kinds
    at = spot.at + 1
    while at < len(kinds) and (kinds[at] == "d" or words[at] == "地" or words[at + 1 : at + 2] == ["地"]):
        at += 1
    how = words[spot.at + 1][-1] in "上地" or "地" in words[spot.at + 1 : at]
    if not how or at >= len(kinds) or kinds[at] not in "Vn" or at not in spot.tokens.cues:
        return False
    return spot.is_at(0, "deed_name") or spot.tokens.is_done(at)


def brings_about(spot: Spot) -> bool:
    """Whether a deed often spoken of as a thing opens a clause and brings something about: 交往 塑造 主体."""
    brings = spot.states_any(1, ("produces", "causes", "promotes"))
    if not brings or spot.titled or not spot.is_at(0, "deed_name") or spot.is_at(1, "deed_name") or not _opens(spot):
        return False
    return spot.kind_at(2) in "Nnamr" and not any(spot.tokens.kinds[at] == "D" for at in spot.ahead(2))


def is_doer(spot: Spot) -> bool:
    """Whether a deed behind 由 or 被 does what the next verb tells: 由 批判 构成, 被 批判 瓦解."""
    if spot.word_at(-1) not in BY_WHOM or not opens_plainly(spot) or spot.word[-1] in RESULT_ENDS:
        return False
    acts = spot.is_cue(1) and spot.kind_at(2) in ",.uDN"
    named = spot.is_at(0, "deed_name") or spot.tokens.tags[spot.at] in ("vn", "an")
    return acts and (spot.word_at(-1) == "由" or (named and spot.kind_at(2) in ",.uD"))


def is_way(spot: Spot) -> bool:
    """Whether a deed is that by which another one is done: 通过 批判 约束 A, 以 教化 约束 A."""
    led = spot.word_at(-1) in ("通过", "经由", "借助") or (spot.word_at(-1) in WITH_WHAT and spot.is_at(0, "deed_name"))
    if not led or not opens_plainly(spot) or spot.next_is_class() or not spot.has_cue(1, frame="verb"):
        return False
    return spot.kind_at(2) in "Namru" and not any(spot.tokens.kinds[at] in "Vn" for at in spot.ahead(3))


def is_listed_part(spot: Spot) -> bool:
    """Whether a deed is the first of what something has as parts: 包括 批判 和 契约."""
    part = spot.has_cue(-1, relation="has_part") and spot.word_at(1) in LISTED and spot.kind_at(2) == "N"
    return part and opens_plainly(spot) and spot.kind_at(3) in ",.CE"


def is_being_as_thing(spot: Spot) -> bool:
    """Whether 存在 is what a clause is about: 存在 约束 着 A, 存在 先于 A; not 存在 制约 A 的 B."""
    if spot.word != "存在" or not (spot.before in ",." or follows_opening(spot)):
        return False
    acts = (
        spot.has_cue(1, frame="verb") or spot.has_cue(1, frame="reverse") or spot.word_at(1) in ("先于", "是", "不是")
    )
    acts = acts or spot.has_cue(1, frame="copula") or (spot.after == "d" and spot.word_at(1) not in SO_THEN)
    return acts and not any(spot.tokens.kinds[at] == "D" for at in spot.ahead(2))


def is_itself(spot: Spot) -> bool:
    """Whether 本身 behind a deed that opens a clause stresses it: 翻译 本身 就 是 A, 批判 自身 瓦解 了 A."""
    opens = spot.before in ",." or (spot.before == "d" and spot.kind_at(-2) in ",.")
    stressed = spot.word_at(1) == "本身" or (spot.word_at(1) == "自身" and spot.is_at(0, "deed_name"))
    return opens and stressed and spot.kind_at(2) in "dVnPI" and opens_plainly(spot)


def is_lacked(spot: Spot) -> bool:
    """Whether there is nothing without a deed: 没有 反思，就 没有 A."""
    if spot.word_at(-1) not in ("没有", "缺乏", "离开") or spot.word_at(1) not in ("，", ","):
        return False
    return spot.word_at(2) in SO_THEN and spot.word_at(3) in ("没有", "无", "谈不上", "不会有", "无法", "难以", "不能")


def is_not_alone(spot: Spot) -> bool:
    """Whether a deed is the first of two that do something, or the only one: 不仅 批判 瓦解 了 A，B 也 瓦解 了 A."""
    alone = spot.word_at(-1) in ("不仅", "不但", "不只", "只有", "唯有", "恰恰") and spot.kind_at(-2) in ",."
    if not alone or not opens_plainly(spot) or spot.word[-1] in BOUND_ENDS or spot.is_at(0, "light_verb"):
        return False
    return spot.tokens.is_done(spot.at + 1) and spot.has_cue(1, frame="verb")


def has_effect(spot: Spot) -> bool:
    """Whether a deed that opens a clause has an effect, or does something by a means: 垄断 对 A 产生了 深远 的 影响.

    控制 通过 A 约束 着 B; not 控制 对 A 产生 影响 的 B.
    """
    if not _opens(spot) or spot.tokens.cues.get(spot.at, NO_USE).opens or len(spot.word) != 2:
        return False
    words, kinds = spot.tokens.words, spot.tokens.kinds
    verb = next((at for at in spot.ahead(2) if kinds[at] in "Vn" and at in spot.tokens.cues), 0)
    if not verb or kinds[verb - 1] != "N":
        return False
    rest = range(verb + 1, spot.tokens.clause_end(spot.at))
    if spot.next_is("toward"):
        brings = words[verb].removesuffix("了") in ("产生", "有", "具有", "造成", "起", "起到", "构成", "带来", "形成")
        return brings and len(rest) > 0 and words[rest[-1]][-2:] in ("影响", "作用", "冲击", "意义", "威胁", "压力")
    led = spot.word_at(1) in ("通过", "借助", "经由", "凭借")
    return led and spot.tokens.is_done(verb) and all(kinds[at] != "D" for at in rest)


def _opens(spot: Spot) -> bool:
    """Whether a plain verb opens its clause, also behind 而 and the like."""
    opens = spot.before in ",." or follows_opening(spot)
    return opens and spot.word[-1] not in BOUND_ENDS and opens_plainly(spot) and not spot.is_at(0, "light_verb")


def takes_undergoer(spot: Spot) -> bool:
    """Whether a verb takes the thing of which a passive clause tells: 商会 保护 [被 官府 压制 的] 商人."""
    if spot.word_at(1) != "被" or spot.verbs_left or spot.marked or not (spot.cue and opens_plainly(spot)):
        return False
    kinds, end = spot.tokens.kinds, spot.tokens.clause_end(spot.at)
    joint = next((at for at in spot.ahead(3) if kinds[at] == "D"), 0)
    told = joint > spot.at + 3 and kinds[joint - 1] in "Vn" and {"N", "C"}.issuperset(kinds[joint + 1 : end])
    return told and joint + 1 < end and not spot.is_at(end - 1 - spot.at, "span_head")


def _opens_based(spot: Spot) -> bool:
    """Whether a verb opens a clause and takes what is based on something: 提出 基于 A 的 B."""
    return spot.word_at(1) == "基于" and any(spot.tokens.kinds[at] == "D" for at in spot.ahead(2))


BY_DEED = (
    Decision("V", ",.", "VP", VERB, _opens_based),  # 提出 基于 A 的 B
    Decision(ANY, ANY, "Vu", VERB, brings_out),
    Decision(ANY, ",.d", "da", NOUN, is_told_how),
    Decision(ANY, ",.d", "V", NOUN, brings_about),
    Decision(ANY, ",.d", "P", NOUN, has_effect),
    Decision(ANY, "I", "Vn", NOUN, is_doer),
    Decision(ANY, "N", "I", VERB, takes_undergoer),
    Decision(ANY, "P", "Vn", NOUN, is_way),
    Decision(ANY, "V", "C", NOUN, is_listed_part),
    Decision("V", ",.d", "Vnd", NOUN, is_being_as_thing),
    Decision(ANY, ",.d", "rdN", NOUN, is_itself),
    Decision(ANY, "dV", ",", NOUN, is_lacked),
    Decision(ANY, "d", "Vn", NOUN, is_not_alone),
)
