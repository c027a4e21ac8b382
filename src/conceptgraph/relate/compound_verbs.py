"""Verbs inside names: 过度 竞争 环境, 存在 方式; and those that a role or a light head belongs to."""

from __future__ import annotations

from conceptgraph.relate.first_verbs import BOUND, verb_ahead
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.words import AND_THEN, FLOWS, POINTS, RESULT_ENDS
from conceptgraph.resources import word_list

ROLES = ("factor", "means_head", "deed_head")
DONE_ENDS = "起出住到"  # close a verb of three characters


def is_acted_on(spot: Spot) -> bool:
    """Whether a deed is what the verb before it acts on, with a head that both describe: 影响 创新 的 因素.

    Behind 把 or 将 any verb acts on it: 把 [反抗 统治 的] 力量 变成 A.
    """
    if spot.is_at(-2, "disposal") and spot.kind_at(-2) == "B":
        return True
    acting = spot.has_cue(-1, frame="verb") and spot.states_any(-1, FLOWS)
    if not acting or len(spot.word) != 2 or len(spot.word_at(-1)) != 2:
        return False
    head = next((at for at in spot.ahead(2) if spot.tokens.kinds[at] not in "daD"), spot.at)
    words, kinds = spot.tokens.words, spot.tokens.kinds
    while kinds[head] == "N" and (kinds[head + 1 : head + 2] == ["N"] or words[head + 1 : head + 2] == ["保障"]):
        head += 1  # 实现 解放 的 物质 前提, 实现 解放 的 制度 保障
    word = words[head][-2:]  # also 有效途径
    serves = word in spot.grammar.sets["serving_head"]
    told = serves or (kinds[head] == "N" and any(word in spot.grammar.sets[each] for each in ROLES))
    return told or (kinds[head] == "N" and head in spot.tokens.cues)


def is_taking_for(spot: Spot) -> bool:
    """Whether a cue in 为, 作, 成 or 做 behind 把 tells what a thing is taken for: 把 A 当作 对 B 的 回应."""
    if not spot.marked or not spot.cue:
        return False
    told = spot.has_cue(0, frame="copula") or spot.has_cue(0, frame="result")
    return spot.word[-1] == "为" or (told and spot.word[-1] in "作成做")


def is_in_object(spot: Spot) -> bool:
    """A verb between nouns behind the 的 or number of an object is part of a name: 设计 一种 温室 控制 方案."""
    kinds, sets = spot.tokens.kinds, spot.grammar.sets
    if not spot.cue or not spot.verbs_left or spot.marked or spot.word[-1] in BOUND:
        return False  # 将 A 称为 “B”
    if spot.at - 1 in spot.tokens.persons and spot.has_cue(0, relation="argues") and spot.tokens.tags[spot.at] == "v":
        return False  # 构成 了 韦伯 理解 市场 的 起点
    if spot.is_at(0, "serving") and _is_for_something(spot):
        return False
    classed = spot.next_is_class() or spot.next_is("taken_class")
    if spot.kind_at(2) not in (",.DEC" if classed else ",.DE") and not (
        classed and spot.kind_at(2) == "N" and spot.kind_at(3) == "D"
    ):
        return False  # 改变 集镇 粮食 供应 制度 价格 失衡 的 A
    position, bound = spot.at - 1, False
    while position >= 0 and kinds[position] in "NamrDCE":  # also 运用 契约、账簿 等 商会 管理 理论 和 技术
        bound = bound or kinds[position] in "Dm"
        position -= 1
    if classed and spot.kind_at(2) in ",.CE":
        position -= spot.is_at(position - spot.at, "aspect")  # 提升 了 村民 参与 意愿
    if position < 0 or kinds[position] != "V":
        return False
    opens = position == 0 or kinds[position - 1] in ",."  # 掌握 数据 的 平台 剥削 A is no object
    opens = opens or (kinds[position - 1] == "V" and "D" in kinds[position : spot.at])  # 认为 [出于 A 的] B 妨碍 C
    if not classed and (opens or not bound):
        return False
    word = spot.tokens.words[position]
    if spot.has_cue(position - spot.at, relation="depends_on") and word not in sets["serial"]:
        return True  # 离不开 劳动 保障 制度 的 A
    return not any(word in sets[name] for name in ("pivot", "serial", "copula", "result_verb"))


def is_in_means(spot: Spot) -> bool:
    """Whether a verb says the kind of what somebody uses: 采用 账簿 管理 方法, 运用 契约 等 商会 管理 理论.

    What improves or undoes a means is done with what stands before: 利用 契约 改进 方法.
    """
    if not spot.next_is("means_class") or spot.verbs_left or len(spot.word) < 2:
        return False
    kinds = spot.tokens.kinds
    if spot.states_any(0, FLOWS) or spot.word[-1] in BOUND:
        return False
    led = next((at for at in spot.behind() if kinds[at] not in "NamrDCEu"), spot.at)
    return led < spot.at - 1 and kinds[led] in "PV" and spot.is_at(led - spot.at, "instrument")


def is_compound(spot: Spot) -> bool:
    """A verb before a noun makes a compound with it: 过度竞争环境, 存在方式."""
    if spot.after != "N" or (spot.cue and len(spot.word) < 2):
        return False  # 人 有 理性 倾向
    if len(spot.word) == 3 and spot.word[-1] in DONE_ENDS:
        return False  # 建立起 制度
    if spot.is_at(0, "minding") and spot.is_at(1, "mind_head") and spot.kind_at(2) != "N":
        return True  # 批判 意识 的 前提
    if spot.is_at(-2, "being") and spot.tokens.tags[spot.at] == "v" and spot.word in word_list("object_verbs"):
        return False  # 是 书院 顺应 社会 趋势 的 A
    if spot.word_at(-1) == "是" and spot.word_at(-2) in POINTS:
        return False  # 一 是 打破 垄断
    if spot.is_at(0, "serving") and _is_for_something(spot):
        return False  # 为 改善 A 提供 B
    if spot.word[-1] in RESULT_ENDS and (spot.has_cue(0, frame="copula") or spot.has_cue(0, frame="result")):
        return False  # 概括为 社会 加速
    if not spot.cue:
        if spot.word[-1] in BOUND or (spot.kind_at(-2) == "V" and spot.word_at(-1) in ("和", "与", "并")):
            return False  # 分配 和 维护 社会 资源
        if spot.is_at(-1, "leading_means") and spot.tokens.tags[spot.at] == "v":
            return spot.next_is_class()  # 通过 修建 铁路
        plain = spot.before in ",." and spot.word in word_list("object_verbs")  # 凸显 市场 对 A 的 影响
        bound = spot.before in "DamPB" or (spot.before != "d" and spot.next_is_class() and not plain)
        return _are_people(spot) or (len(spot.word) > 1 and bound)
    row = spot.before == "N" and spot.tokens.tags[spot.at] == "v" and _is_joined(spot)
    if row or (spot.before in "NV" and spot.tokens.tags[spot.at] in ("v", "vn") and _opens_row_of_deeds(spot)):
        return False
    classed = spot.next_is_class()
    named = spot.before in "amr" and not spot.is_at(-1, "anaphor")  # not 它 掌握 数据
    if named and (classed or (spot.word_at(-1) in ("其他", "其它") and not spot.has_cue(0, frame="mutual"))):
        return True  # 潜在 交换 价值; 其他 组织 权益
    had = spot.is_at(-1, "holding_trait") and len(spot.word) > 1
    had = had and (spot.kind_at(2) in ",.C" or (classed and spot.word_at(2) == "是"))
    if had and not spot.is_at(1, "hollow_head"):
        return True  # 具有 使用 价值
    if classed and not _goes_on(spot) and _is_what_is(spot):
        return True  # 是 批判 理论 的 代表, 意味着 使用 价值 的 衰落, not 是 促进 社会 公平 的 途径
    if classed and spot.before in "NV" and spot.is_at(-2 if spot.before == "N" else -1, "ground"):
        return True  # 基于 自我 决定 理论, 基于 承认 逻辑
    if spot.before == "a" and spot.kind_at(-2) == "D" and spot.kind_at(2) in ",.D":
        return True  # 的 古代 雇佣 军队
    owner = classed and spot.kind_at(2) == "D"
    if owner and spot.is_at(-1, "toward"):
        return True  # 对 使用 情境 的 依赖
    if owner and spot.word_at(-1) == "没有" and spot.kind_at(-2) in "V,.":
        return True  # 没有 雇佣 协议
    taken = owner and spot.before == "V" and len(spot.word) > 1
    if taken and not any(spot.is_at(-1, name) for name in ("serial", "pivot", "being", "having", "light_verb")):
        return True  # 超出 建造 成本 的 A
    return spot.before == "N" and _is_behind_noun(spot, classed)


def _is_for_something(spot: Spot) -> bool:
    """Whether 为 and a verb stand before in the clause, which leads to what is provided: 为 凝聚 A 提供 B."""
    kinds, words = spot.tokens.kinds, spot.tokens.words
    led = next((at for at in spot.behind() if kinds[at] == "P" and words[at] == "为"), spot.at)
    return "V" in kinds[led : spot.at]


def _opens_row_of_deeds(spot: Spot) -> bool:
    """Whether a verb takes two nouns and another one goes on behind 、 or 和: 商会 增强 市场 竞争力、改善 A."""
    row = (
        spot.word_at(3) in ("、", "和", "并", "以及")
        and spot.kind_at(4) in "Vn"
        and spot.is_cue(4)
        and spot.kind_at(5) in "NVn"
    )
    taking = spot.word in word_list("object_verbs") or spot.has_cue(0, relation="promotes")
    return row and taking and spot.kind_at(2) in "NnV"


def _is_joined(spot: Spot) -> bool:
    """Whether 并 joins a second verb to a verb that is the first of its clause: 商会 参与 市场 的 管理 并 促进 了 A."""
    joint = next((at for at in spot.ahead() if spot.tokens.kinds[at] not in "NamrD"), spot.at)
    again = spot.tokens.words[joint] in AND_THEN and spot.tokens.kinds[joint + 1 : joint + 2] in (["V"], ["n"])
    return again and not spot.verbs_left and not spot.marked and len(spot.word) > 1


def _is_behind_noun(spot: Spot, classed: bool) -> bool:
    """Whether a cue between nouns, the next `classed` or not, makes a compound with both: 设备 更新 程度."""
    told = classed and spot.is_at(-2, "being") and not spot.has_cue(4, frame="owner")
    if told and spot.kind_at(2) in "ND":
        return True  # 是 德国 批判 理论 前沿 的 话题, not 是 地理学 解释 聚落 布局 的 重要概念
    if spot.is_at(1, "degree_noun") and (spot.kind_at(2) in "CDE" or spot.is_at(2, "more")):
        return True  # 设备 更新 程度 和, 设备 更新 程度 越 高
    if classed and spot.titled and not spot.marked:
        return True  # 农村 养老 保障 问题 研究
    doctrine = spot.word_at(1).endswith("主义") and not spot.has_cue(0, relation="argues")  # not A 主义 批评 B 主义
    if doctrine and spot.has_cue(-2, relation="becomes") and spot.kind_at(2) in ",.D":
        return True  # 走向 国家 垄断 资本主义
    if not classed and not doctrine:  # 海上 扩张 主义 就 会 V
        return False
    meanwhile = spot.kind_at(2) == "D" and spot.word_at(3) in ("同时", "时候")  # 学校 管理 学生 的 同时
    opens = spot.is_at(0, "pivot") or (spot.cue and spot.tokens.cues[spot.at].opens)  # 证据 表明 技术 导致
    opens = opens or (spot.word_at(-1).endswith("主义") and spot.has_cue(0, frame="speech"))  # 文化主义 批评 自由主义
    opens = opens or (spot.at - 1 in spot.tokens.persons and len(spot.word_at(1)) > 2 and spot.kind_at(-2) in ",.")
    return not meanwhile and not opens and verb_ahead(spot)


def _is_what_is(spot: Spot) -> bool:
    """Whether a verb stands behind one of being: 是 批判 理论, 看作 规训 机构."""
    led = spot.word_at(-1) in ("是", "只是", "就是", "作为", "属于", "即")
    led = led or (spot.word_at(-1) == "意味着" and spot.kind_at(2) == "D")
    return led or (spot.before == "V" and spot.has_cue(-1, frame="copula") and spot.kind_at(2) in "V,.")


def _are_people(spot: Spot) -> bool:
    """Whether a verb that opens a sentence tells which people own something: 农村 留守 儿童 的 A."""
    people = spot.has_ending(1, "group_ending")
    opens = (spot.before == "N" and spot.at < 3) or (spot.at == 0 and not spot.cue)
    return people and opens and spot.kind_at(2) == "D" and not spot.verbs_left


def _goes_on(spot: Spot) -> bool:
    """Whether the noun phrase goes on behind the next word: 社会 公平, but not 理论 第二代."""
    if spot.at + 2 < len(spot.tokens.tags) and spot.tokens.tags[spot.at + 2] in ("a", "an"):
        return True  # 维护 社会 稳定
    return spot.kind_at(2) in "Nna" and spot.tokens.tags[spot.at + 2] != "m"


def _before_nouns(spot: Spot) -> int:
    """Return how far behind is what stands before nouns and a place before a verb, as an offset; 0 for nothing."""
    return next((at for at in spot.behind(2) if spot.tokens.kinds[at] not in "Nf"), spot.at) - spot.at


def has_role(spot: Spot) -> bool:
    """A verb before 的 and the name of a role is a noun: 社区 治理 的 要素; in a heading before any noun."""
    doing = _before_nouns(spot)
    if spot.kind_at(doing) == "D" and spot.kind_at(doing - 1) == "N" and spot.is_at(doing - 2, "being"):
        doing -= 2  # 是 土地 的 市场 运用 的 产物
    being = spot.is_at(doing, "copula") or spot.is_at(doing, "being")  # 是 社区 治理 的 要素
    first = not spot.verbs_left or (being and not (spot.is_at(0, "arising") and doing < -2))
    led = spot.is_at(doing - 1, "being") or spot.kind_at(doing - 1) in ",."
    told = spot.kind_at(doing) == "V" and led  # 是 影响 教育 选择 的 因素
    shown = doing - (spot.is_at(doing, "aspect"))
    told = told or spot.has_cue(shown, frame="speech") or spot.word_at(shown) == "反映"  # 揭示 了 社区 分裂 的 根源
    if spot.word_at(-1) == "自我" and spot.after == "D" and not spot.marked:
        return True  # 自我 否定 的 因素
    taken = spot.kind_at(doing) == "B" and verb_ahead(spot)  # 把 社会 冲突 的 根源 追溯到 A
    if spot.before != "N" or spot.after != "D" or not (first or told) or (spot.marked and not taken):
        return False
    if spot.is_at(0, "bringing") or (spot.word == "产生" and spot.is_at(2, "outcome_head")):
        return False  # 乡村 衰落 带来 的 主要 问题, 改革 产生 的 后果
    if spot.word_at(-2) in spot.grammar.sets["toward"] and not spot.is_at(0, "light_verb"):
        return True  # 对 教育 选择 的 影响, not 对 A 作出 的 B
    if spot.titled:
        return True
    head = 3 if spot.kind_at(2) in "adN" and spot.kind_at(3) == "N" else 2  # 形成 的 主要 途径, 实施 的 制度 基础
    return (
        spot.has_cue(head, frame="role")
        or spot.has_cue(head, frame="owner")
        or spot.is_at(head, "key")
        or (told and spot.is_at(head, "factor"))
        or (being and spot.is_at(head, "place_head"))
    )


def has_quality_head(spot: Spot) -> bool:
    """Whether a verb behind a noun that does nothing is what a quality belongs to: 历史 书写 的 叙事 本质."""
    if not spot.cue or spot.marked or len(spot.word) < 2 or spot.kind_at(-2) not in ",.VDdPC":
        return False
    if spot.kind_at(-2) == "C" or spot.word_at(2)[2:] == "度":
        return spot.word_at(2)[2:] in ("度", "性")  # A 与 责任 分担 的 合理度, A、内容 选择 的 复杂性
    tag, doer = spot.tokens.tags[spot.at - 1], spot.word_at(-1)
    if tag not in ("n", "nz", "an") or doer.endswith(spot.grammar.endings["group_ending"]):
        return False
    head = 3 if spot.kind_at(2) in "aNn" and spot.kind_at(3) in "Na" else 2
    made = spot.word_at(head) in ("传统", "权威") and spot.states_any(0, ("produces", "promotes"))
    return not made and (spot.is_at(head, "deed_quality") or spot.word_at(head)[2:] == "性")  # not 乡约 确立 的 权威


def is_aim_of_deed(spot: Spot) -> bool:
    """Whether a verb between nouns and 的 is what a verb before them is done to: 克服 市场 失灵 的 弊端."""
    position = spot.at - 1
    while position >= 0 and spot.tokens.kinds[position] in "Na":
        position -= 1  # also 实现 现代 国家 构建 的 道路
    if position < 0 or spot.tokens.kinds[position] != "V" or spot.marked or spot.kind_at(2) not in "Na":
        return False
    offset = position - spot.at
    if spot.word[-1] in BOUND or spot.is_at(offset, "pivot") or spot.is_at(offset, "serial"):
        return False
    if any(spot.is_at(offset, name) for name in ("copula", "result_verb", "light_verb", "shows")):
        return False
    return spot.states_any(offset, ("negates", "promotes", "acts_on"))


def has_light_head(spot: Spot) -> bool:
    """Whether a verb between a noun and 的 is what a light head belongs to, in an object: 弥补 商会 调解 的 不足."""
    if spot.word[0] == "所":
        return False  # 产生 了 韦伯 所说 的 理性化
    if spot.cue and not spot.marked and spot.verbs_left > 0 and spot.word_at(2).endswith("化"):
        return True  # 推动 了 方言 书写 的 规范化
    arising = spot.is_at(2, "arising") and len(spot.word) > 1 and spot.tokens.tags[spot.at] in ("v", "vn")
    if arising and not spot.marked and spot.kind_at(-2) in ",.aV":
        return True  # 数字 治理 的 出现
    head = spot.word_at(3 if spot.kind_at(2) == "a" else 2)
    if spot.cue and not spot.marked and spot.kind_at(-2) == "u" and head.endswith(("形态", "形式")):
        return True  # 催生 了 土地 垄断 的 新 形式
    if spot.cue and not spot.marked and spot.is_at(2, "state_head"):
        return True  # 两 村 关系 缓和 的 时期
    if spot.cue and not spot.marked and spot.verbs_left > 0 and spot.is_at(2, "loss_head"):
        return True  # 源于 代际 传承 的 中断
    if spot.word in ("治理", "管理", "监管") and spot.before == "N" and not spot.marked:
        doing = _before_nouns(spot)
        if spot.word_at(2)[-1:] in "化性度率" or spot.is_at(doing, "being"):
            return True  # 社会 治理 的 精细化, 是 平台 治理 的 装置
    acts = spot.has_cue(0, relation="acts_on") and spot.tokens.cues[spot.at].relations <= {"acts_on", "argues"}
    headed = spot.is_at(2, "light_head") or spot.is_at(2, "deed_owner")
    headed = headed or spot.word_at(2)[1:] in spot.grammar.sets["light_head"]  # 劳动 剥削 的 新形态
    return acts and spot.verbs_left > 0 and not spot.marked and headed


def opens_name(spot: Spot) -> bool:
    """Whether a cue before the name of a class is the first word of a name that something rests on or affects.

    对 组织 文化 有 影响; 组织 文化 对 A 有 影响; 依赖 组织 文化。; A 和 组织 文化 影响 B.
    """
    if not spot.cue or not spot.next_is_class() or len(spot.word) < 2 or spot.is_at(0, "light_verb"):
        return False
    if spot.before == "P":
        affected = any(spot.tokens.words[at].endswith("影响") for at in spot.ahead(3))
        return spot.is_at(-1, "toward") and spot.kind_at(2) == "V" and affected
    if spot.before == "V":
        return spot.kind_at(2) in ",." and takes_name(spot, -1)
    if spot.before == "C":
        return spot.kind_at(-2) == "N" and not spot.verbs_left and spot.kind_at(2) in "Vn" and spot.is_cue(2)
    return not spot.at and spot.kind_at(2) == "P" and spot.is_at(2, "toward")


def takes_name(spot: Spot, offset: int) -> bool:
    """Whether a verb takes a thing and no deed, where it can take both: 依赖, 影响, not 需要, 促使."""
    if any(spot.is_at(offset, name) for name in ("serial", "pivot", "light_verb", "copula", "having")):
        return spot.word_at(offset) == "依赖"
    return spot.has_cue(offset, relation="depends_on") or spot.word_at(offset) in ("影响", "决定")


def takes_name_next(spot: Spot) -> bool:
    """Whether the word takes what is behind it, which begins with a verb: 商会 依赖 组织 文化, 商会 依赖 [V A 的] B."""
    owning = spot.has_cue(0, relation="depends_on") and spot.kind_at(2) == "N" and spot.kind_at(3) == "D"
    if owning and spot.is_cue(1) and not spot.verbs_left:
        return takes_name(spot, 0)
    closed = spot.kind_at(3) in ",." and spot.is_class(2) and spot.is_cue(1) and not spot.verbs_left
    return closed and takes_name(spot, 0)


def is_what_comes(spot: Spot) -> bool:
    """Whether a verb with a noun is all that something becomes: 让位于 交换 价值; not 成为 交换 A，维持 B 的 场所."""
    if len(spot.word) < 2 or spot.kind_at(2) not in ",." or not spot.has_cue(-1, frame="result"):
        return False
    kinds, end = spot.tokens.kinds, spot.tokens.clause_end(min(spot.at + 3, len(spot.tokens.kinds) - 1))
    closed = spot.kind_at(2) == "," and spot.kind_at(3) == "V" and "D" in kinds[spot.at + 4 : end]
    return not (closed and spot.tokens.words[end - 1][-2:] in spot.grammar.sets["row_genus"])
