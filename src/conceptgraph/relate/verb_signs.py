"""Signs that a word is a verb where it stands, or a noun: 了 behind it, what it takes, what the clause goes on with."""

from __future__ import annotations

from conceptgraph.relate.first_verbs import is_behind_attribute, verb_ahead
from conceptgraph.relate.named_verbs import acts_on_noun
from conceptgraph.relate.spot import CLASS_ENDS, Spot
from conceptgraph.relate.words import FROM, POINTS, SET_PHRASES, START

LAW_ENDS = frozenset("法制律约章程例典令规")  # end the names of laws and rules
FACTOR_REACH = 3  # words between 的 and the factor: 的 外部 制度 因素


def noun_after(spot: Spot) -> bool:
    """Whether a noun phrase follows."""
    return spot.after in "Namr"


def takes_object(spot: Spot) -> bool:
    """Whether a verb ends in what takes an object: 在于, 转化为."""
    return spot.word[-1] in "于在到" or (spot.word[-1] in "为成" and spot.cue)


def is_marked_verb(spot: Spot) -> bool:
    """了, 着, 在于 and empty verbs are verbs always, but for A 的 展开."""
    if spot.kind == "V" and spot.after == "u" and spot.next_is("aspect"):
        return True
    word = spot.word
    if (
        word in ("来自", "源自", "出自", "无需", "无须")
        or word[:2] == "变得"
        or (word[-1] == "于" and spot.tokens.tags[spot.at] == "v")
    ):
        return True  # 高于
    if word[-1] == "作" and (word in spot.grammar.sets["naming"] or word in spot.grammar.sets["deeming"]):
        return True  # 把 A 的 B 称作 C
    if word in spot.grammar.sets["light_verb"] and not spot.cue:
        owned = spot.before == "D" and spot.after in ",.CE" and word in ("展开", "发生")  # A 的 展开
        return not owned
    if len(word) > 2 and word.endswith(("开来", "起来", "下来")):
        return True  # 区别开来
    if len(word) > 2:
        return word[-1] in "了着过乎出" or takes_object(spot)
    if word in ("享有", "拥有") and spot.before == "N":
        return spot.after in "Nna" and not spot.next_is_class()  # not 土地 拥有 制度
    return (word[-1] in "了着过乎" and len(word) > 1) or word == "在于" or (word == "具有" and spot.before == "N")


def is_verb_after_all(spot: Spot) -> bool:
    """A word tagged as a noun is a verb before 了, after an adverb or marker, or as the only verb before an object."""
    named = spot.tokens.tags[spot.at] == "n" and spot.has_cue(0, frame="mutual")  # 受到 资源 差异 的 制约
    led = spot.marked and not named and (spot.after in ",.CfD" or spot.word_at(1) in ("为", "成", "作"))
    if spot.after == "u" or led:
        return True
    if spot.before in "dIB" and (noun_after(spot) or spot.cue) and not spot.is_lacking():
        return not (spot.word.endswith("相关") and spot.is_at(-2, "light_verb"))  # 存在 显著 负相关
    if not spot.cue:
        return False
    if spot.word_at(-1) == "是" and spot.word_at(-2) in POINTS and spot.kind_at(-3) in ",.":
        return noun_after(spot)  # 三 是 优化 空间 布局
    if spot.before in ",.ad" and spot.after == "N" and spot.kind_at(2) == "D" and spot.is_at(3, "being"):
        return True  # 支配 消费者 的 不是 A
    if is_power(spot) or _is_done_by_author(spot):
        return True
    if spot.after in ",." and spot.before in "Nd" and not spot.verbs_left:
        return True
    if not spot.verbs_left and spot.has_cue(0, frame="mutual") and is_done_together(spot):
        return True
    if spot.before in "NR" and (spot.word_at(1) in ("自己", "自身") or (spot.after in "Namrn" and has_means(spot))):
        return True  # 劳动者 管理 自己 的 情绪
    if spot.before == "C" and spot.after == "N" and spot.kind_at(-2) == "N" and spot.kind_at(-3) in "Vu":
        return spot.has_cue(0, relation="promotes")  # 降低 成本、优化 配置
    if spot.at - 1 in spot.tokens.persons and noun_after(spot):
        return spot.tokens.cues[spot.at].opens  # 康德 主张 A
    doing = spot.before == "V" and spot.after in "NamrnV" and spot.is_at(-1, "being")
    if doing and (closes_in_factor(spot) or acts_on_noun(spot)):
        return True  # 是 影响 A 的 重要 因素, 是 约束 官吏 的 章程
    if spot.before in ",." and (
        (spot.after in "NVn" and leads_to_factor(spot)) or (spot.after == "C" and opens_pair(spot))
    ):
        return True  # 影响 A 的 因素 包括 B; 培育 和 开发 A 具有 …
    if spot.before == "V" and spot.after in "Na" and not spot.next_is_class():
        return spot.is_at(-1, "serial") and not spot.is_at(-1, "causative")  # 有助于 提高 A; not 缺乏 发展 A
    if spot.before in ",.a" and spot.after == "N" and spot.kind_at(2) == "D" and spot.kind_at(3) == ",":
        return spot.is_at(4, "copula")  # 真正 支配 A 的，不是 B
    told = spot.before == "N" and spot.kind_at(-2) == "V" and spot.is_at(-2, "copula")
    means = spot.is_at(3, "means_head") or spot.is_at(3, "place_head")  # 是 官府 维护 秩序 的 手段
    if told and spot.after == "N" and spot.kind_at(2) == "D" and (means or spot.tokens.names[spot.at + 1]):
        return not spot.next_is_class()  # 是 机器 支配 工人 的 形式
    if told and spot.after in "Vn" and spot.kind_at(2) == "N" and spot.kind_at(3) == "D":
        return spot.is_class(2) or spot.word_at(2)[-1] in CLASS_ENDS  # 是 A 支配 使用 价值 的 结果
    listed = spot.kind_at(2) == "C" and spot.at + 1 in spot.tokens.cues and spot.kind_at(3) in "Nn"
    if spot.before in ",." and spot.after in "Vn" and listed and spot.has_cue(0, frame="speech"):
        return True  # 分析 加速 与 异化 的 关系
    if spot.before == "P" and spot.is_at(-1, "leading_means") and spot.after in "NVn" and not spot.next_is_class():
        return spot.tokens.tags[spot.at] == "vn" and leads_to(spot)  # 通过 优化 流程 来 提高 A
    first = not spot.verbs_left or is_behind_attribute(spot)
    alone = first and not verb_ahead(spot, closing=spot.marked)
    return alone and noun_after(spot) and spot.before in "NfRE,." and not _closes_related(spot)


def _closes_related(spot: Spot) -> bool:
    """Whether the clause closes in what it is to what 与 stands before: 与 企业 经营 行为 有关."""
    last = spot.tokens.clause_end(spot.at) - 1
    return (
        last - spot.at > 1
        and spot.has_cue(last - spot.at, frame="mutual")
        and spot.before == "N"
        and "与" in (spot.tokens.words[at] for at in spot.behind(2, until=",.VD"))
    )


def is_joined_before_head(spot: Spot) -> bool:
    """Whether two verbs have one subject and object in what a thing is: 是 村民 分配 和 维护 水源 的 组织."""
    joined = spot.word_at(1) in ("和", "与", "并") and spot.is_at(-2, "being") and spot.kind_at(2) in "Vn"
    return joined and spot.kind_at(3) == "N" and spot.kind_at(4) == "D"


def _is_done_by_author(spot: Spot) -> bool:
    """Whether a verb tells what the author does: 本文 检验 并 批评 了 A; not 本文 研究 方法."""
    if spot.before != "S":
        return False
    named = spot.next_is_class()
    if spot.is_at(0, "studying_deed"):  # 本文 分析 市场
        told = any(spot.tokens.words[at] in spot.grammar.sets["being"] for at in spot.ahead())
        named = (
            told or spot.next_is("studied_thing") or spot.word_at(1) in ("学", "法", "者", "论")
        )  # 本文 研究 区域 为 A
    return (noun_after(spot) and not named) or (spot.after in "dC" and spot.kind_at(2) in "Vn")


def is_done_with(spot: Spot) -> bool:
    """Whether a verb behind what it is done with takes a name that a verb opens: 以 A 取代 消费 行为."""
    if not spot.cue or spot.verbs_left or spot.kind_at(3) not in ",." or not spot.is_class(2):
        return False
    led = next((at for at in spot.behind() if spot.tokens.kinds[at] not in "NamrDC"), spot.at)
    return spot.tokens.words[led] in ("以", "用") and spot.tokens.kinds[led] == "P"


def is_studied_effect(spot: Spot) -> bool:
    """Whether somebody studies what a thing does, or several things: 通过 分析 A 对 B 的 影响, 通过 分析 A、B 等."""
    if not spot.is_at(0, "studying"):
        return False
    if spot.before == "P" and spot.word_at(-1) == "通过" and spot.kind_at(2) == "C" and not spot.is_class(1):
        return "E" in spot.tokens.kinds[spot.at : spot.tokens.clause_end(spot.at)]
    ahead = next((at for at in spot.ahead() if spot.tokens.kinds[at] != "N"), spot.at)
    toward = spot.tokens.words[ahead] in spot.grammar.sets["toward"] and ahead > spot.at + 1
    return toward and "D" in spot.tokens.kinds[ahead : spot.tokens.clause_end(ahead)]


def is_turning_into(spot: Spot) -> bool:
    """Whether a plain verb before 为 and a noun at the end tells what becomes of a thing: 诗人 放逐 为 游民."""
    if spot.word_at(1) != "为" or spot.cue or spot.tokens.tags[spot.at] != "v" or len(spot.word) != 2 or spot.is_term():
        return False
    kinds, end = spot.tokens.kinds, spot.tokens.clause_end(spot.at)
    closes = end > spot.at + 2 and all(kind in "NaDC" for kind in kinds[spot.at + 2 : end])
    led = any(kinds[at] == "P" for at in spot.behind())  # 以 A 的 建设 为 中心
    return closes and not led and not spot.marked and not spot.verbs_left


def is_change_that_acts(spot: Spot) -> bool:
    """Whether a verb of change stands right before a verb with 了, so that it is what acts: 老龄化 加剧 增加 了 A."""
    if not spot.tokens.is_done(spot.at + 1) or spot.verbs_left or spot.marked or not spot.cue:
        return False
    change = spot.states_any(0, ("causes", "promotes"))
    return change and not any(spot.is_at(0, name) for name in ("serial", "pivot", "stating", "having"))


def is_power(spot: Spot) -> bool:
    """Whether a verb tells what somebody has a right or a power to do: 获得 (了) 支配 土地 的 自由."""
    if spot.after not in "Nn" or spot.kind_at(2) != "D":
        return False
    holder = -2 if spot.is_at(-1, "aspect") else -1
    had = spot.is_at(holder, "having") or (spot.is_at(holder, "giving") and spot.kind_at(holder - 1) == "I")
    return had and (spot.is_at(3, "power") or (spot.kind_at(3) == "a" and spot.is_at(4, "power")))


def is_done_together(spot: Spot) -> bool:
    """Whether a word says what two things do to one another: 与 腐败 密切相关; A 与 B 相辅相成、不可 偏废."""
    if spot.after in ",.":
        return spot.before == "a"
    joined = spot.word_at(1) == "、" and spot.before == "N" and spot.tokens.tags[spot.at] in SET_PHRASES
    return joined and "C" in spot.tokens.kinds[max(spot.at - 6, 0) : spot.at]


def is_told_of(spot: Spot) -> bool:
    """Whether a verb stands behind one that opens a report."""
    told = spot.at - 1 in spot.tokens.cues and spot.tokens.cues[spot.at - 1].opens
    return told and not spot.is_at(0, "serial") and not spot.is_at(0, "pivot")


def is_done(spot: Spot) -> bool:
    """Whether a verb is what one before it, with 了, was done to: 区分 了 A 与, 掩盖 了 剥削 的 实质."""
    return (
        spot.is_at(-1, "aspect")
        and spot.kind_at(-2) == "V"
        and (spot.after != "D" or spot.is_at(2, "light_head") or is_change_of(spot))
    )


def is_change_of(spot: Spot) -> bool:
    """Whether what a verb owns is a change or a state, so that it is what changes: 交往 的 扩大, not 存在 的 问题."""
    closes = spot.after == "D" and spot.kind_at(2) in "NnVad" and spot.kind_at(3) in ",.C"
    lost = spot.is_at(2, "loss_head")  # 祭祀 的 中断
    return closes and (lost or spot.tokens.tags[spot.at + 2] in ("v", "vn", "a", "an", "ad"))


def is_filling_role(spot: Spot) -> bool:
    """Whether a verb behind 是 or 构成 owns a role: 是 理解 的 前提, 构成 和解 的 条件."""
    told = spot.is_at(-1, "being") or spot.is_at(-1, "forms")
    short = spot.is_at(0, "one_character") and spot.is_at(-1, "being")  # 是 善 的 缺乏
    role = 3 if spot.kind_at(2) in "mr" else 2  # 构成 统治 的 三大 支柱
    return short or (told and (spot.has_cue(role, frame="role") or spot.has_cue(role, frame="owner")))


def is_made(spot: Spot) -> bool:
    """Whether a verb right behind 使 is what is made to do something: 使 阅读 成为 A."""
    return spot.is_at(-1, "causative") and (spot.cue or (len(spot.word) > 1 and spot.after in "Vd"))


def is_deed(spot: Spot) -> bool:
    """Whether a plain verb that opens a clause is what brought something about: 打赏 制造了 幻觉, 而 打赏 V 了."""
    plain = (
        len(spot.word) > 1
        and not spot.is_at(0, "result_verb")
        and not spot.is_at(0, "serial")
        and not spot.is_at(0, "pivot")
        and (spot.before != "d" or (spot.is_at(-1, "opening") and spot.kind_at(-2) in ",."))
    )
    return plain and spot.has_cue(1, frame="verb") and spot.tokens.is_done(spot.at + 1)


def opens_pair(spot: Spot) -> bool:
    """Whether another verb is joined to the one that opens a clause, and a noun phrase follows both."""
    joined = spot.word_at(1) in ("和", "并", "与", "及") and spot.kind_at(2) in "Vn"
    joined = joined and (spot.kind_at(3) in "mrN" or (spot.is_at(3, "aspect") and spot.kind_at(4) in "mraN"))
    return joined and not spot.is_at(3, "class_noun") and spot.at + 2 in spot.tokens.cues


def leads_to(spot: Spot) -> bool:
    """Whether 来 follows in the clause."""
    return any(spot.tokens.words[position] == "来" for position in spot.ahead())


def leads_from(spot: Spot) -> bool:
    """Whether 从 or 由 and then 到 or 向 stand before in the clause."""
    words = {spot.tokens.words[position] for position in spot.behind(until=",.")}
    return not words.isdisjoint(START) and not words.isdisjoint(("到", "向", "至"))


def closes_in_factor(spot: Spot) -> bool:
    """Whether the clause closes in 的 and the name of what does something: 的 重要 因素, 的 主要 力量."""
    tokens, last = spot.tokens, spot.at + 1
    while last + 1 < len(tokens.kinds) and tokens.kinds[last + 1] not in ",.-":
        last += 1
    owned = last
    while tokens.kinds[owned - 1] in "adfNmr" and owned - 1 > spot.at and last - owned < FACTOR_REACH:
        owned -= 1
    head = tokens.words[last][-2:]  # also of 重大挑战 as one word
    factor = spot.grammar.sets["factor"]
    return owned - 1 > spot.at and tokens.kinds[owned - 1] == "D" and (head in factor or tokens.words[last] in factor)


def leads_to_factor(spot: Spot) -> bool:
    """Whether a word that opens a clause leads to 的 and factors that are then named: 影响 A 的 主要 因素 包括 B."""
    named = next((at for at in spot.ahead(2) if spot.tokens.words[at] in spot.grammar.sets["factor"]), 0)
    if not named:
        return False
    kinds, words = spot.tokens.kinds, spot.tokens.words
    after = next((at for at in range(named + 1, len(kinds)) if kinds[at] not in "du"), 0)
    sets = spot.grammar.sets
    told = after > 0 and (words[after] in sets["including"] or words[after] in sets["being"] or words[after] == "有")
    return told and "D" in kinds[spot.at + 2 : named]


def has_means(spot: Spot) -> bool:
    """Whether a means stands before a verb, with no other verb between: 运用 经济 手段 调节 A."""
    position = spot.at - 1
    while position >= 0 and spot.tokens.kinds[position] in "NamrDCd":
        position -= 1
    if position >= 0 and spot.tokens.words[position] == "以" and "D" in spot.tokens.kinds[position : spot.at]:
        return spot.grammar.sets["taken_as"].isdisjoint(spot.tokens.words[at] for at in spot.ahead())
    return position >= 0 and spot.tokens.words[position] in spot.grammar.sets["instrument"]


def is_led_noun(spot: Spot) -> bool:
    """Whether 来 behind a means, or 共同 behind who does it, leads from a noun to the verb: 用 社会 规范 来 V."""
    jointly = spot.marked and spot.word_at(1) == "共同" and spot.kind_at(2) in "Vn"  # 由 A 与 社会 动员 共同 建构
    return jointly or (spot.word_at(1) == "来" and has_means(spot))


def is_held(spot: Spot) -> bool:
    """Whether a verb behind who holds something opens a clause with a verb of its own: 批评者 质疑 A 促进 了 B."""
    tokens = spot.tokens
    if not spot.is_at(0, "holding") and not spot.is_at(0, "telling"):
        return False
    plain = tokens.tags[spot.at] == "v" and not spot.verbs_left and not spot.marked and spot.kind_at(-2) not in "PVD"
    person = spot.at - 1 in tokens.persons or tokens.words[spot.at - 1].endswith(spot.grammar.endings["group_ending"])
    return plain and person and verb_ahead(spot)


def is_turned(spot: Spot) -> bool:
    """A verb between 由 or 从 and a verb of becoming is what turns: 由 接受 转化为 填补."""
    if spot.word_at(-1) not in FROM or spot.after not in "Vn":
        return False
    return spot.has_cue(1, frame="result")


def is_reached(spot: Spot) -> bool:
    """A noun and a verb behind 对 or 把 and before another verb are one: 对 语言 学习 产生."""
    plain = not (spot.marked and spot.after != "V") and not spot.is_at(0, "light_verb")
    turned = spot.has_cue(0, frame="copula") or spot.has_cue(0, frame="result")
    return plain and spot.kind_at(-2) in "PB" and not turned  # not 把 A 看作 [V B 的] H


def opens_head(spot: Spot) -> bool:
    """Whether a verb behind a number opens [V V O 的] H, which closes the clause: 一种 指导 处理 A 的 艺术."""
    end = spot.tokens.clause_end(spot.at)
    closed = spot.tokens.kinds[end - 1] == "N" and "D" in spot.tokens.kinds[spot.at + 2 : end]
    if spot.word_at(-1) == "这种" and spot.kind_at(-2) in ",." and (spot.kind_at(2) == "u" or spot.kind_at(1) == "d"):
        return False  # 这种 理解 遮蔽 了 A 的 B
    return closed and spot.word_at(-1) in ("一种", "一个", "第一个", "一类", "一项", "那种", "这种")


def is_headless(spot: Spot) -> bool:
    """Whether a verb is what a clause tells of, with nothing behind 的: 赢得 的 则 是 世界."""
    offset = 2
    while spot.kind_at(offset) in "dB":
        offset += 1
    said = spot.is_at(offset, "being") or spot.is_at(offset, "focus") or spot.word_at(offset) == "主要是"
    return spot.after == "D" and said


def is_reason(spot: Spot) -> bool:
    """Whether a verb closes the reason that 由于 opens: 由于 技术 垄断，."""
    return spot.after == "," and spot.is_at(-2, "reason")  # 由于 技术 垄断，


def is_lightly_done(spot: Spot) -> bool:
    """Whether a verb behind an adverb at the end of a clause is what an empty verb does: 作出 (过) 严格 规定."""
    if spot.word_at(-2) == "以" and spot.is_at(-4, "giving"):
        return True  # 给予 公民 以 充分 保护
    empty = -3 if spot.kind_at(-2) == "u" else -2
    if spot.kind_at(empty) == "d":
        return False  # 对 A 加以 严格 控制
    return spot.is_at(empty, "light_verb") and (empty == -3 or not spot.is_at(empty, "having"))


def is_reporting(spot: Spot) -> bool:
    """Whether a word before a comma tells what a study found or somebody holds: 结果 表明，; not 重大 发现，."""
    if spot.is_at(-1, "others") and (spot.is_at(0, "holding") or spot.is_at(0, "telling")):
        return True  # 有 论者 主张，
    if spot.word == "出发":
        return any(spot.tokens.words[at] in FROM for at in spot.behind(2))  # 从 维护 A 的 立场 出发，
    if spot.word == "规定":
        return spot.word_at(-1)[-1:] in LAW_ENDS  # 甲 主持 制定 的 族规 规定，
    return spot.word in ("表明", "显示", "指出", "认为") or (
        spot.is_at(0, "study_finding") and spot.is_at(-1, "study_noun")
    )


def is_in_place(spot: Spot) -> bool:
    """Whether a word with a quality before it is, alone or with a noun, where something goes on: 在 现实 应用 中."""
    closing = 1 if spot.after == "f" else 2
    placed = spot.is_at(-2, "standing") or (spot.kind_at(-2) == "V" and spot.word_at(-2)[-1] in "于在")
    return placed and spot.is_at(closing, "inside") and spot.kind_at(closing) == "f"


def is_done_away(spot: Spot) -> bool:
    """Whether a verb behind a noun closes what something befalls: 地方 自治 被 官僚制 取代, not 他 拒绝 被 定义."""
    lists = ("stating", "telling", "holding", "serial", "pivot", "avoiding", "against", "demanding", "faring")
    willed = any(spot.is_at(0, name) for name in lists)
    willed = willed or spot.word[0] in "不可应须需得免难愿肯敢值害渴甘宁"  # 不应 被 夸大, 值得 被 记住
    plain = len(spot.word) > 1 and not spot.marked and not willed and not (spot.cue and spot.verbs_left)
    done = spot.word_at(1) == "被" or spot.tokens.kinds[spot.tokens.clause_end(spot.at) - 1] in "Vn"  # 认同 由 A 引起
    return plain and done and spot.word_at(1) in ("被", "由") and spot.tokens.tags[spot.at] in ("v", "vn")


def is_done_by(spot: Spot) -> bool:
    """Whether 由 and a relative clause on the noun before lead to a verb: 由 [维系 B 的] C 决定."""
    kinds, words, position = spot.tokens.kinds, spot.tokens.words, spot.at - 1
    while position > 0 and kinds[position] not in ",.-I":
        position -= 1
    between = "".join(kinds[position + 1 : spot.at])
    led = words[position] == "由" and between[:1] == "V" and between.count("V") == 1
    return led and between.rstrip("Na").endswith("D") and between[-1] == "N"


def stands_against(spot: Spot) -> bool:
    """Whether a verb with 相 closes what two things do to one another: A 与 B 相对立, 作为 C 的 A 与 B 密切相关."""
    before = spot.tokens.kinds[max(spot.at - 6, 0) : max(spot.at - 1, 0)]
    return (
        (spot.word[0] == "相" or spot.word.endswith(("相关", "相连")))
        and spot.has_cue(0, frame="mutual")
        and "C" in before
    )
