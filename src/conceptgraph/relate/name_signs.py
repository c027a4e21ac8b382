"""Signs that a word is a name behind 把, 正是 or 即: 将 管理 触角 伸进 了 A, 正是 怀疑 推动 了 A."""

from __future__ import annotations

import re

from conceptgraph.relate.spot import Spot
from conceptgraph.relate.words import ADDING, EXACTLY, RESULT_ENDS, WITH
from conceptgraph.resources import word_list

STRESSING = (*EXACTLY, "也正是", "恰恰正是")
MADE = ("成为", "变成")  # a verb before them tells how: 将 礼乐 下达 成为 A


def has_own_place(spot: Spot) -> bool:
    """Whether a verb and 之 say which place is lost or found: 失去 立足 之 地."""
    return spot.word_at(1) == "之" and spot.word_at(2) in ("本", "地", "所", "处") and len(spot.word) == 2


def brings_out(spot: Spot) -> bool:
    """Whether 出 or 起 behind a verb tells that it comes to something: 抽象 出 A, 培育 起 A, not 管理 起 作用."""
    return spot.word_at(1) in ("出", "起") and spot.kind_at(2) in "uNnamr" and spot.word_at(2) not in ("作用", "效果")


def is_graded(spot: Spot) -> bool:
    """Whether a word that opens a clause is what there is the most of: 批评 最为 激烈 的 是 A."""
    graded = spot.is_at(1, "comparison") and spot.kind_at(2) == "a" and spot.kind_at(3) == "D" and len(spot.word) == 2
    return graded and (spot.is_at(4, "being") or spot.word_at(4) in ("当", "属", "当属", "要数", "莫过于"))


def is_alike(spot: Spot) -> bool:
    """Whether a verb closes the name of what something agrees with: A 与 基准 回归 基本一致."""
    alike = spot.word_at(1).endswith(("一致", "相同", "相近", "吻合"))
    return alike and spot.word_at(-2) in WITH and spot.kind_at(2) in ",."


def is_moved(spot: Spot) -> bool:
    """Whether a verb behind 将 only says which thing is moved or made into another: 将 管理 触角 伸进 了 A."""
    if spot.word_at(-1) != "将" or spot.tokens.tags[spot.at] != "vn" or spot.kind_at(2) != "V":
        return False
    if spot.kind_at(-2) == "S" or spot.has_cue(0, frame="speech"):
        return False  # 本文 将 论证 A 使用 了 B
    return spot.word_at(3) == "了" or spot.word_at(2)[-1] in RESULT_ENDS


def is_parted(spot: Spot) -> bool:
    """Whether a verb closes the name of what is parted, made into another or made so: 把 社会 动员 分为 两 个 阶段."""
    if spot.word_at(1).startswith("变得"):
        return len(spot.word) == 2  # 使 教育 成就 变得 可见
    if not spot.marked and not spot.verbs_left and len(spot.word) == 2 and spot.kind_at(-2) in ",.":
        return spot.word_at(1)[-1:] in ("为", "成") and spot.has_cue(1, relation="has_part")  # 社会 动员 分为 A 和 B
    if not spot.marked or spot.word_at(1)[-1:] not in ("为", "成") or spot.word_at(1) in MADE or len(spot.word) != 2:
        return False
    taken = next((at for at in spot.behind(2) if spot.tokens.kinds[at] not in "NamrD"), spot.at)
    plain = len(spot.word_at(1)) > 1 and spot.is_cue(1) and not spot.has_cue(0, frame="result")
    return plain and spot.tokens.kinds[taken] == "B"


def is_stressed(spot: Spot) -> bool:
    """Whether 正是 stresses what a verb behind it says to do something: 正是 怀疑 推动 了 A."""
    return spot.word_at(-1) in STRESSING and len(spot.word) == 2 and spot.word_at(2) == "了" and spot.is_cue(1)


def is_told_of_whom(spot: Spot) -> bool:
    """Whether a verb closes the name of what another verb takes, where it is told who does that: V A 认同 的 是 B."""
    start = spot.tokens.clause_start(spot.at)
    opens = all(kind in "da" for kind in spot.tokens.kinds[start : max(spot.at - 2, 0)])
    taken = opens and spot.kind_at(-2) == "V" and spot.at - 2 >= start and not spot.is_at(-2, "pivot")
    return taken and spot.is_cue(-2) and not spot.is_at(-2, "pushing") and spot.is_at(2, "copula") and not spot.cue


def opens_gloss(spot: Spot) -> bool:
    """Whether a verb opens a list of names and nothing else behind 即: 三 个 环节，即 动员、协商 和 表决."""
    if spot.word_at(-1) not in ("即", "分别是", "分别为") or spot.kind_at(-2) not in ",." or spot.word_at(1) != "、":
        return False
    kinds = spot.tokens.kinds[spot.at + 1 : spot.tokens.clause_end(spot.at)]
    return set(kinds) <= set("CNVn") and kinds.count("C") * 2 == len(kinds)


def is_done_by_person(spot: Spot) -> bool:
    """Whether a person who opens a clause does what its only verb tells: 卢梭 分析 宗教 与 法律 之间 的 断裂."""
    start = spot.tokens.clause_start(spot.at)
    alone = start == spot.at - 1 in spot.tokens.persons and not spot.titled and not spot.next_is_class()
    scholars = spot.word_at(1).endswith(spot.grammar.endings["scholar_ending"])  # 卢梭 研究 专家
    if not alone or scholars or not spot.has_cue(0, relation="argues"):
        return False
    return re.fullmatch("[NaDCfmr]+(?:D[Vn])?", "".join(spot.tokens.kinds[at] for at in spot.ahead())) is not None


def is_deed_of_owner(spot: Spot) -> bool:
    """Whether a transitive verb without object closes what does the next clause: 契约 的 广泛 应用，促进 了 贸易."""
    acts = spot.states_any(0, ("acts_on", "negates", "promotes"))
    if not acts or spot.verbs_left or spot.word in word_list("change_words") or spot.tokens.tags[spot.at][0] != "v":
        return False
    before = "".join(spot.tokens.kinds[spot.tokens.clause_start(spot.at) : spot.at])
    behind = next((at for at in range(spot.at + 2, len(spot.tokens.kinds)) if spot.tokens.kinds[at] != "d"), spot.at)
    done = spot.tokens.kinds[behind] == "V" and behind in spot.tokens.cues and spot.word_at(1) in "，,"
    return done and re.fullmatch("[Na]*ND[Na]+", before) is not None


def is_means_of_two(spot: Spot) -> bool:
    """Whether a verb is one of two means by which something is done: 通过 怜悯 和 恐惧 净化 情感."""
    first = spot.at - (1 if spot.before == "P" else 3)
    words, kinds = spot.tokens.words, spot.tokens.kinds
    if words[first] != "通过" or len(spot.word) < 2 or words[first + 2] not in ADDING:
        return False
    deed = "".join(kinds[first + 3 : first + 6])
    return re.fullmatch("[NnVa][Vn][NnVamr]", deed) is not None and first + 4 in spot.tokens.cues


def is_means_of_deed(spot: Spot) -> bool:
    """Whether a verb alone is the means by which another deed is done: 文学 通过 虚构 揭示 真实."""
    alone = spot.word_at(-1) in ("通过", "经由", "借助") and len(spot.word) == 2 and len(spot.word_at(1)) > 1
    return alone and spot.kind_at(2) in "Nnau" and (spot.at + 1) in spot.tokens.cues and not spot.is_at(0, "serial")


def is_between(spot: Spot) -> bool:
    """Whether a verb is part of one of two names between which something stands: 在 教师 支持 与 学习 投入 之间."""
    if "之间" not in spot.tokens.sentence.text or spot.before == "V":
        return False  # nor 有助于 缓解 工作 与 家庭 之间 的 冲突
    said = spot.has_cue(0, relation="argues") and spot.after != "C" and not spot.verbs_left
    if said and (spot.tokens.tags[spot.at] == "v" or spot.tokens.tags[spot.at - 1][:2] == "nr") and spot.before == "N":
        return False  # nor 卢梭 强调 A 与 B 之间 的 C
    if spot.tokens.tags[spot.at] == "v" and spot.before == "N" and not spot.titled and not spot.verbs_left:
        acts = spot.states_any(0, ("causes", "negates"))
        only = spot.has_cue(0, frame="verb") and not any(spot.tokens.tags[at] == "v" for at in spot.ahead())
        if (acts or (only and "之间的" in spot.tokens.sentence.text)) and spot.after != "C":
            return False  # nor A 导致 B 与 C 之间 关系 的 疏离, A 促进 B 与 C 之间 的 合作
    start, stop, kinds = spot.at - 1, spot.at + 1, spot.tokens.kinds
    while start > 0 and kinds[start] in "NVnCa":
        start -= 1
    while stop < len(kinds) and kinds[stop] in "NVnCa":
        stop += 1
    closed = "C" in kinds[start + 1 : stop] and spot.tokens.words[stop : stop + 1] == ["之间"]
    return closed and (start == 0 or spot.tokens.words[start] == "在" or kinds[start] in ",.Dudf")
