"""Verbs that are part of a name: 宗族 组织 的 衰落, 养老 保障 问题, 取代 使用 价值, 从 怀疑 到 确信."""

from __future__ import annotations

import re

from conceptgraph.relate.first_verbs import opens_plainly
from conceptgraph.relate.spot import DEED_ENDS, Spot
from conceptgraph.relate.words import FLOWS, FOR_WHOM, FROM, NO_USE, START, WITH
from conceptgraph.resources import word_list


def is_organisation(spot: Spot) -> bool:
    """Whether 组织 is a body of people: 宗族 组织 的 衰落, 组织 认同; not 学校 组织 的 培训."""
    if spot.word != "组织":
        return False
    if spot.after == "d":
        return spot.before in ",.d" and not spot.verbs_left and not spot.marked  # 如果 组织 不 掌握 A
    if spot.before == "N" and spot.is_at(1, "loss_head") and spot.kind_at(2) in ",.u":
        return True  # 宗族 组织 瓦解
    if spot.is_at(-1, "body_kind") and spot.after != "u":
        return True  # 公益 组织 诚信 出现 A
    if spot.before in "VPC" and spot.is_at(1, "organisation_part") and spot.kind_at(2) in ",.CEf":
        return True  # 体现在 组织 结构 和 A 上
    taken = spot.word_at(-1) in ("在", "对", "对于") or _takes_thing(spot, -1, spot.kind_at(2) == "D")
    if spot.before in "VP" and taken and spot.is_at(1, "organisation_part"):
        return spot.kind_at(2) in "VnND"  # 利用 组织 资源 实现 A, 分析 组织 变迁 的 A
    if spot.before == "N" and not spot.marked and (spot.after in ",." or spot.has_cue(1, frame="mutual")):
        return spot.at - 1 not in spot.tokens.persons  # 控制 宗族 组织，; 与 宗族 组织 密切相关
    if spot.before == "N":
        return spot.after == "D" and not spot.marked and not spot.is_at(2, "arranged")
    acts = spot.kind_at(2) in "Vn" and spot.states_any(2, FLOWS)
    if acts and spot.before in ",." and spot.is_at(1, "organisation_part"):
        return True  # 组织 文化 促进 A
    opens = spot.before in ",." and spot.kind_at(2) in "PCdV"  # 组织 承诺 对 A 有
    if opens and spot.kind_at(1) in "Vn" and len(spot.word_at(1)) == 2:
        return any(spot.tokens.kinds[at] == "V" and spot.is_cue(at - spot.at) for at in spot.ahead(2))
    return spot.has_cue(1, frame="verb")


def _takes_thing(spot: Spot, offset: int, owned: bool) -> bool:
    """Whether the verb at an offset takes a thing and no deed: 利用, not 开始, 使; 促进 only if `owned`."""
    taking = spot.has_cue(offset, frame="verb") or spot.has_cue(offset, frame="speech")
    if spot.is_at(offset, "serial") and not (owned and spot.has_cue(offset, relation="promotes")):
        return False
    return taking and not any(spot.is_at(offset, name) for name in ("copula", "light_verb", "needs", "demanding"))


def is_agent(spot: Spot) -> bool:
    """Whether a verb before 人 tells who somebody is: 实际 控制 人 决定 A; not 控制 人 的 A."""
    told = spot.before in "aD" or spot.word_at(-1) in ("最终", "实际", "共同")
    return spot.word_at(1) == "人" and spot.is_at(0, "agent_deed") and (told or spot.kind_at(2) in "CVn")


def is_in_growth(spot: Spot) -> bool:
    """Whether a verb opens the name of what grows with a thing: A 越 少，控制 股东 的 B 越 多."""
    if len(spot.word) < 2 or not ("越" in spot.tokens.sentence.text or "愈" in spot.tokens.sentence.text):
        return False
    border = spot.at - 1
    more = spot.grammar.sets["more"]
    before = any(spot.tokens.words[at] in more for at in range(spot.tokens.clause_start(border), border))
    own = next((at for at in spot.ahead() if spot.tokens.kinds[at] not in "NVnaDC"), spot.at)
    return before and spot.tokens.words[own] in more


def is_in_based_title(spot: Spot) -> bool:
    """Whether a verb is in the name that a title gives to what is based on something: 基于 A 的 图书 管理 模型."""
    if not spot.titled or spot.marked:
        return False
    start = spot.tokens.clause_start(spot.at)
    return spot.tokens.words[start] == "基于" and "D" in spot.tokens.kinds[start : spot.at]


def is_studied_first(spot: Spot) -> bool:
    """Whether a verb of showing opens a clause that says what it is good for: 证明 A 的 存在 是 B 的 前提."""
    if not (spot.is_at(0, "showing_deed") or spot.is_at(0, "studying_deed")) or spot.next_is_class():
        return False
    if spot.word_at(1)[-1:] in "学法者" or spot.is_at(1, "studied_thing"):
        return False  # 分析 哲学 的 兴起
    words, sets = spot.tokens.words, spot.grammar.sets
    told = (at for at in spot.ahead() if words[at] in sets["being"] or words[at] in sets["serving_verb"])
    rest = "".join(spot.tokens.kinds[spot.at + 1 : next(told, spot.at)])
    return re.fullmatch("[NnVaC]+D[NnVa]+", rest) is not None


def is_correlated(spot: Spot) -> bool:
    """Whether a verb is in the name of what is correlated with a thing: 回避 策略 与 A 存在 正相关."""
    if spot.verbs_left or spot.marked or len(spot.word) < 2 or "相关" not in spot.tokens.sentence.text:
        return False
    if spot.has_cue(0, frame="speech") or spot.is_at(0, "stating") or spot.is_at(0, "evidencing"):
        return False  # 研究 发现 A 与 B 存在 正相关
    joint = next((at for at in spot.ahead() if spot.tokens.kinds[at] not in "NVn"), spot.at)
    if spot.tokens.words[joint] not in WITH:
        return False
    end = spot.tokens.clause_end(joint)
    verb = next((at for at in range(joint + 1, end) if spot.tokens.words[at] in spot.grammar.sets["correlating"]), end)
    closing = spot.tokens.words[verb + 1 : end]
    return bool(closing) and (closing[-1].endswith("相关") or "相关" in closing[-2:])


def is_in_parts(spot: Spot) -> bool:
    """Whether a word stands in a list behind 由 that names parts: 由 新型 的 知识 生产 和 A 构成, 由 A 评价、B 组成."""
    position = spot.at - 1
    while position > 0 and spot.tokens.kinds[position] in "NCaDmr":
        position -= 1
    end = spot.tokens.clause_end(spot.at)
    closing = spot.tokens.words[max(end - 3, spot.at) : end]
    return spot.tokens.words[position] == "由" and any(word in ("构成", "组成", "合成") for word in closing)


def is_classed(spot: Spot) -> bool:
    """Whether 这一 and a word for what may be thought or told class a verb: 文化 认同 这一 概念."""
    pointing = spot.word_at(1) in ("这", "这一", "这种") and not spot.marked and not spot.verbs_left
    head = 2 + (spot.kind_at(2) == "m")
    if spot.is_at(0, "instrument") or spot.is_at(0, "proposing"):
        return False  # 村民 借用 这一 概念 来 V
    return pointing and spot.is_at(head, "thought_class") and spot.kind_at(head + 1) in "VnPCdD"


def is_of_problem(spot: Spot) -> bool:
    """Whether a verb tells which problem is spoken of: 农村 养老 保障 问题 的 A."""
    plain = not spot.marked and not spot.verbs_left
    return spot.word_at(1) == "问题" and plain and spot.kind_at(2) in "NnV,.D"


def is_seen_from(spot: Spot) -> bool:
    """Whether a verb follows the view that somebody takes: 从 尊重 A 的 角度 理解 B; not 从 A 的 角度 分析 来看."""
    if not spot.is_at(-1, "respect_of") or spot.kind_at(-2) != "D":
        return False
    led = any(spot.tokens.words[at] in ("从", "在", "站在", "由") for at in spot.behind(2))
    return led and not any(spot.tokens.words[at] in ("看", "来看", "出发", "来说", "而言") for at in spot.ahead())


def is_named_alike(spot: Spot) -> bool:
    """Whether a clause begins with two names that one word opens: 阅读 兴趣 与 阅读 能力."""
    alike = spot.kind_at(2) == "C" and spot.word_at(3) == spot.word and spot.word_at(2) in WITH
    return alike and opens_plainly(spot) and (spot.is_class(1) or spot.is_class(4))


def is_station(spot: Spot) -> bool:
    """Whether a verb is, or opens, where a way begins or ends: 从 怀疑 到 确信."""
    if spot.after == "N":
        if spot.word_at(-1) in ("从", "由", "到") and spot.next_is_class() and _is_on_way(spot):
            return spot.kind_at(2) in "PIVd,."  # 从 规训 社会 到 控制 社会
        led = any(spot.tokens.words[at] in FROM for at in spot.behind(2))
        return spot.word_at(-1) in ("到", "至") and led and spot.kind_at(2) in ",.-" and len(spot.word) > 1
    if spot.after == "D" and spot.is_at(2, "passage"):
        return spot.word_at(-1) in ("到", "至", "向", "走向") and spot.word_at(-3) in FROM
    if spot.after == ",":
        return spot.word_at(-1) in ("到", "至") and spot.word_at(-3) in FROM
    return spot.word_at(-1) in FROM and spot.word_at(1) in ("到", "至", "再到")


def _is_on_way(spot: Spot) -> bool:
    """Whether 从 or 由 is the first preposition of the clause, and 到 one of those behind it."""
    kinds, words = spot.tokens.kinds, spot.tokens.words
    clause = range(spot.tokens.clause_start(spot.at), spot.tokens.clause_end(spot.at))
    way = [words[at] for at in clause if kinds[at] in "PI"]
    return way[:1] in (["从"], ["由"]) and "到" in way


def _before_names(spot: Spot, place: int) -> int:
    """Return the place before the names and attributes that end at `place`, -1 where the sentence begins with them."""
    while place >= 0 and spot.tokens.kinds[place] in "NaDmr":
        place -= 1
    return place


def opens_way(spot: Spot) -> bool:
    """Whether only names and attributes stand between 从 or 由 and a word before 到 or 向: 由 利益 交换 到 A."""
    start, words = _before_names(spot, spot.at - 1), spot.tokens.words
    return spot.word_at(1) in ("到", "向") and start >= 0 and words[start] in START


def begins_way(spot: Spot) -> bool:
    """Whether a verb behind 从 or 由 closes what turns into something: 由 知识 传授 转向 A, not 由 农民 开垦 变成 A."""
    turns = spot.has_cue(1, frame="result") and spot.word_at(1)[-1] in "向为到入成" and len(spot.word) > 1
    if not turns or spot.kind_at(2) in ",.Du":
        return False
    start, words = _before_names(spot, spot.at - 1), spot.tokens.words
    if start < 0 or words[start] not in ("从", "由", "是从") or spot.is_at(0, "passage"):
        return False
    return not spot.has_ending(-1, "group_ending")


def closes_way(spot: Spot) -> bool:
    """Whether only names and attributes stand between 从, 到 and a word: 从 宗族 治理 到 商会 治理 的 转变.

    Not what 向 needs, to which the clause comes: 从 A 向 B 转变，.
    """
    place = spot.at
    for markers in (("到", "至", "向", "走向"), START):
        place = _before_names(spot, place - 1)
        if place < 0 or spot.tokens.words[place] not in markers:
            return False
        if spot.tokens.words[place] == "向" and (spot.after in ",." or spot.is_at(2, "course_of_way")):
            return False  # 由 A 向 B 迈进 的 过程
    return len(spot.word) > 1


def is_set_apart(spot: Spot) -> bool:
    """Whether a verb belongs to a name that is set apart from another one: 将 工具 行动 与 交往 行动 对立 起来."""
    tokens = spot.tokens
    if len(spot.word) < 2 or "B" not in tokens.kinds[: spot.at] or spot.word[-1] in "为成作":
        return False  # 将 A 归结为 B 与 C 的 分离
    led = next((at for at in spot.behind() if tokens.kinds[at] == "B"), None)
    return led is not None and spot.at < tokens.clause_end(spot.at) - 1 and tokens.sets_apart(led)


def is_set_beside(spot: Spot) -> bool:
    """Whether a verb names what a thing is set beside: 与 国家 正式 组织 相对 的 A."""
    if spot.word_at(1)[:1] != "相" or not spot.has_cue(1, frame="mutual"):
        return False
    led = next((at for at in spot.behind() if spot.tokens.kinds[at] in "CVPBI"), None)
    return led is not None and spot.tokens.words[led] in spot.grammar.sets["companion"]


def is_criticism(spot: Spot) -> bool:
    """Whether 批评 names a kind of study that does something somewhere: 女性 批评 在 反思 A 的 过程 中 都 V B."""
    if spot.word != "批评" or spot.word_at(1) != "在" or spot.at - 1 in spot.tokens.persons:
        return False
    place = next((at for at in spot.ahead(2) if spot.tokens.kinds[at] == "f"), None)
    return place is not None and spot.tokens.kinds[place + 1 : place + 2] == ["d"]


def is_doctrine(spot: Spot, offset: int) -> bool:
    """Whether 说 at an offset closes the name of a theory that a verb is part of: 法益 侵害 说 强调 A."""
    rests = spot.word_at(1)[-1:] == "于" and spot.has_cue(1, relation="depends_on")
    rests = offset == 0 and (rests or spot.word_at(1) in ("认为", "主张"))
    if (
        rests
        and spot.tokens.tags[spot.at - 1] in ("n", "vn", "v")
        and len(spot.word_at(-1)) > 1
        and not spot.verbs_left
    ):
        group = spot.has_ending(-1, "group_ending")
        return spot.at - 1 not in spot.tokens.persons and not group  # 优越 利益 说 立足于 A, not 村民 说 依赖于 A
    named = spot.tokens.tags[spot.at + offset - 1] in ("v", "vn") and spot.at + offset - 1 not in spot.tokens.persons
    told = spot.has_cue(offset + 1, frame="speech") or spot.kind_at(offset + 1) == "d"
    spoken = spot.has_cue(offset - 1, frame="speech") or not spot.is_cue(offset - 1)
    return named and told and not spoken and not spot.verbs_left


def is_told_what(spot: Spot) -> bool:
    """Whether a verb opens a clause that says what it is: 遗忘 则是 A."""
    return opens_plainly(spot) and spot.word_at(1) in ("则是", "就是", "便是", "乃是")


def is_class_taken(spot: Spot) -> bool:
    """Whether a verb opens the name of what another one does away with or furthers: 取代 使用 价值."""
    closed = spot.kind_at(2) in ",." or spot.word_at(2) in ("成为", "而成为")
    named = spot.has_cue(0, frame="verb") and spot.is_class(1) and closed and opens_plainly(spot)
    taking = spot.has_cue(-1, frame="verb") and not spot.is_at(-1, "serial") and not spot.is_at(-1, "pivot")
    return named and taking and spot.states_any(-1, ("negates", "promotes"))


def is_listed_part(spot: Spot) -> bool:
    """Whether a verb and the next one are the first of several parts: 表现为 居住 隔离、A 和 B."""
    plain = not spot.cue and not spot.is_cue(1) and spot.kind_at(2) == "C"
    return plain and spot.has_cue(-1, relation="has_part")


def is_undergone(spot: Spot) -> bool:
    """Whether a verb opens a clause and something is done to it: 抗议 被 A 吸收."""
    return opens_plainly(spot) and spot.word_at(1) in ("被", "受", "受到") and spot.kind_at(2) in "NamrRVn"


def is_doer_of_cleft(spot: Spot) -> bool:
    """Whether a verb opens a clause that tells of what it does: 改编 改变 的 不是 A."""
    if spot.kind_at(2) != "D" or not opens_plainly(spot):
        return False
    told = next((at for at in spot.ahead(3) if spot.tokens.kinds[at] != "d"), spot.at) - spot.at
    return told > 2 and (spot.is_at(told, "being") or spot.is_at(told, "focus"))


def is_told_twice(spot: Spot) -> bool:
    """Whether 是 stresses who does what the next clause tells of another one: 是 A 决定 B，而不是 B 决定 A."""
    return spot.tokens.words[0] in ("是", "正是") and spot.tokens.words.count(spot.word) > 1


def is_told_of_by_cleft(spot: Spot) -> bool:
    """Whether a verb between a noun and 的 says what somebody does to what the clause tells of: 书店 出售 的 不是 A."""
    told = next((at for at in spot.ahead(2) if spot.tokens.kinds[at] != "d"), spot.at) - spot.at
    plain = spot.cue and not spot.verbs_left and not spot.marked
    return plain and told > 1 and (spot.is_at(told, "being") or spot.is_at(told, "focus"))


def is_of_people(spot: Spot) -> bool:
    """Whether a verb that opens a clause tells which people act: 启蒙 思想家 相信 A."""
    people = spot.has_ending(1, "speaker_ending") or spot.has_ending(1, "group_ending")
    acting = spot.kind_at(2) in "VnPBId" and not spot.is_at(2, "being") and spot.word[-1] not in "像如同似"
    plain = opens_plainly(spot) and not spot.cue and spot.word not in word_list("object_verbs")  # 凸显 语言学 对
    return plain and people and acting


def is_set_under(spot: Spot) -> bool:
    """Whether a verb behind the first noun of a clause is part of what is told of: 城市 自治 在 A 的 推动 下 V."""
    led = spot.before == "N" and spot.word_at(1) in ("在", "以") and not spot.cue and not spot.verbs_left
    if not led or spot.kind_at(-2) not in ",." or spot.word.startswith(("存", "处", "生", "居")):
        return False
    words = spot.tokens.words
    if spot.word_at(1) == "以":
        return any(words[at] == "为" for at in spot.ahead(3))  # 社区 自治 以 A 为 B
    closing = next((at for at in spot.ahead(2) if words[at] in ("下", "之下")), spot.at) - spot.at
    return closing > 1 and spot.kind_at(closing + 1) in "dVn"


def is_placed(spot: Spot) -> bool:
    """Whether a verb ends the name of what a verb takes and a place follows: 改变 宗族 组织 在 乡村 中 的 地位."""
    if spot.word_at(1) != "在" or not spot.verbs_left or spot.marked:
        return False
    placed = next((at for at in spot.ahead(2) if spot.tokens.kinds[at] not in "NmraVn"), spot.at) - spot.at
    return placed > 2 and spot.kind_at(placed) == "f" and spot.kind_at(placed + 1) == "D"


def is_provided_for(spot: Spot) -> bool:
    """Whether a verb and the one it is joined with are what something is provided for: 为 A 保护 和 利用 提供 B."""
    led = next((at for at in spot.behind(1, DEED_ENDS) if spot.tokens.words[at] in FOR_WHOM), None)
    if led is None or led > spot.at - 2:
        return False
    done = next((at for at in spot.ahead(2) if "promotes" in spot.tokens.cues.get(at, NO_USE).relations), None)
    if done is None or "pattern" not in spot.tokens.cues[done].frames:
        return False
    return done == spot.at + 3 or "D" in (spot.kind_at(3), spot.after)


def gives_for(spot: Spot, offset: int) -> bool:
    """Whether the word at an offset gives help to what 为 takes, and a noun of one verb is the help: 为 A 提供 支持."""
    if not (spot.has_cue(offset, frame="pattern") and spot.has_cue(offset, relation="promotes")):
        return False
    if spot.kind_at(offset + 1) not in "Vn" or spot.kind_at(offset + 2) not in "D,.":
        return False
    return any(spot.tokens.words[at] in FOR_WHOM for at in spot.behind(1 - offset, DEED_ENDS))


def has_counted_head(spot: Spot) -> bool:
    """Whether a verb behind a noun opens the owner of what a colon lists: 乡村 治理 的 四条 原则：."""
    colon = spot.word_at(4) in ("：", ":") if spot.kind_at(3) == "N" else spot.word_at(5) in ("：", ":")
    return spot.kind_at(2) == "m" and colon


def is_theory(spot: Spot) -> bool:
    """Whether a verb opens a clause with the name of a theory that does something: 批判 理论 过分 关注 A."""
    theory = spot.is_at(1, "theory_class")
    return theory and opens_plainly(spot) and spot.kind_at(2) in "dVn"


def is_leaned_on(spot: Spot) -> bool:
    """Whether a verb is what something is done by: 依靠 同意 来 维持 A."""
    leans = spot.is_at(-1, "instrument") or spot.has_cue(-1, relation="depends_on")
    return leans and spot.word_at(1) in ("来", "而") and spot.kind_at(2) in "Vnd"


def acts_on_noun(spot: Spot) -> bool:
    """Whether a verb does something to the noun behind it: 是 约束 官吏 的 章程, not 是 管理 制度 的 改革."""
    acts = spot.states_any(0, ("promotes", "negates", "produces", "acts_on"))
    owned = spot.after == "N" and spot.kind_at(2) == "D" and spot.tokens.tags[spot.at + 1] == "n"
    return acts and owned and not spot.next_is_class()


def is_done_as_means(spot: Spot) -> bool:
    """Whether a verb is what is done to it as a means before the next verb: 通过 增强 认同 间接 缓解 A."""
    led = spot.kind_at(-2) == "P" and spot.word_at(-2) in ("通过", "借助", "经由", "凭借") and spot.is_cue(-1)
    return led and spot.kind_at(2) == "V" and len(spot.word) > 1 and not spot.has_cue(0, frame="make")


def is_found_there(spot: Spot) -> bool:
    """Whether a verb closes the name of what there is something in: 发现 阅读 推广 存在 A."""
    return spot.word_at(1) in ("存在", "面临") and not spot.marked and len(spot.word) > 1 and spot.kind_at(2) in "NnVau"


def is_in_turning_name(spot: Spot) -> bool:
    """Whether a verb stands in the name of what turns from one thing to another: 阅读 推广 服务 正 由 A 转向 B."""
    led = 2
    while spot.kind_at(led) in "Nnd":
        led += 1
    pushes = spot.is_at(0, "pivot") or spot.is_at(0, "pushing")  # 改革 促使 A 由 B 转向 C
    if spot.word_at(led) != "由" or spot.verbs_left or spot.marked or len(spot.word) < 2 or pushes:
        return False
    return any("result" in spot.tokens.cues[at].frames for at in spot.ahead(led + 1) if at in spot.tokens.cues)


def is_growing_reason(spot: Spot) -> bool:
    """Whether a verb closes what goes on while something else does: 随着 市场 的 加速 推进，."""
    first = spot.tokens.clause_start(spot.at) - spot.at
    return spot.kind_at(-2) == "D" and spot.word_at(first) in ("随着", "伴随着", "伴随", "由于", "因为")


def is_doing_meanwhile(spot: Spot) -> bool:
    """Whether a verb closes the name of what does something else at the same time: 农具 推广 在 满足 A 的 同时，V B."""
    if spot.word_at(1) != "在" or spot.verbs_left or spot.marked or len(spot.word) < 2:
        return False
    end = spot.tokens.clause_end(spot.at)
    return spot.tokens.words[end - 1] == "同时" and spot.tokens.words[end - 2] == "的"
