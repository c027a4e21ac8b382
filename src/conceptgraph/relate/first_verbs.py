"""Verbs before the predicate: what a clause is about may be a verb, which then stands as a noun (土地 集中 加剧)."""

from __future__ import annotations

import re

from conceptgraph.relate.spot import CLAUSE_ENDS, Spot
from conceptgraph.relate.words import AND_THEN, EITHER, NO_USE, names_class
from conceptgraph.resources import word_list

DEGREE = re.compile("在(?:很大|极大|较大|一定|某种|相当|不同|更大)的?(?:程度|意义)上")
ATTRIBUTE = re.compile("Vu?[mra]*N+(?:CN+)*Da*N+")  # kinds of a verb, what it takes, 的 and a head
FIRST_OF_TWO = (*AND_THEN, *EITHER)  # join two verbs with one object: A 影响 并 决定了 B
BOUND = "向于到为成"  # a verb that ends in one of these takes what follows as its object


def is_only_verb(spot: Spot) -> bool:
    """Whether a verb behind a subject and 根据 A is the only one that the clause can have: 商会 根据 乡约 制定 制度."""
    if (
        spot.kind_at(-2) != "P"
        or spot.word_at(-2) in ("从", "在", "就")
        or spot.verbs_left
        or spot.tokens.tags[spot.at] != "v"
        or spot.kind_at(-3) not in "NR"
    ):
        return False
    kinds, ahead = spot.tokens.kinds, list(spot.ahead())
    if ahead and kinds[ahead[-1]] in "Vn" and spot.tokens.tags[ahead[-1]][0] == "v":
        ahead.pop()  # 为 村民 提供 服务
    return not spot.titled and all(kinds[at] in "NaDCmr" for at in ahead)


def is_in_doer(spot: Spot) -> bool:
    """Whether a verb belongs to who does what the last one of a clause says: 被 宗族 组织 消融, 被 教育 公平 掌握."""
    by = -2 if spot.before == "N" else -1
    verb = 1 if spot.before == "N" else 2
    return spot.word_at(by) == "被" and spot.kind_at(verb) in "Vn" and spot.kind_at(verb + 1) in ",."


def is_so_far(spot: Spot, offset: int = 1) -> bool:
    """Whether 在 很大 程度 上 follows, before which nothing is done to anything: 语言 接触 在 一定 程度 上 促进 A."""
    return DEGREE.match(spot.tokens.sentence.text, spot.tokens.starts[spot.at + offset]) is not None


def takes_deed(spot: Spot) -> bool:
    """Whether a verb takes a deed that closes the clause and is no change: 商会 抹黑 文化 认同, 遏制 教育 公平."""
    plain = spot.cue and spot.has_cue(0, frame="verb") and spot.tokens.tags[spot.at] == "v" and len(spot.word) > 1
    if not plain or spot.verbs_left or spot.marked or spot.titled:
        return False
    ahead = list(spot.ahead())
    if len(ahead) != 2:
        return False
    tags, kinds = [spot.tokens.tags[at] for at in ahead], [spot.tokens.kinds[at] for at in ahead]
    word = spot.word_at(2)
    if kinds == ["n", "N"]:
        return tags[0] == "vn"
    changes = word in word_list("change_words") or any(
        spot.is_at(2, name) for name in ("arising", "passage", "growing")
    )
    return kinds[0] == "N" and kinds[1] in "Vn" and len(word) > 1 and not changes


def verb_ahead(spot: Spot, *, closing: bool = True) -> bool:
    """Whether a plain verb follows in the clause, outside a relative clause; `closing`: also N V at its end."""
    tokens, kinds = spot.tokens, spot.tokens.kinds
    for position in spot.ahead():
        kind = kinds[position]
        if (
            not closing
            and kind == "V"
            and kinds[position - 1] == "N"
            and kinds[position + 1 : position + 2] in ([","], ["."])
        ):
            continue  # 限制 教育 投入，
        closed = kinds[position + 2 : position + 3] in ([","], ["."]) and kinds[position - 1] == "N"
        word = tokens.words[position]
        bare = word[-1:] not in "来得" + BOUND and word not in spot.grammar.sets["result_verb"]
        bare = bare and word not in word_list("object_verbs")  # 为 企业 节省 成本
        if kind in "Vn" and bare and closed and names_class(tokens.words[position + 1], spot.grammar.sets):
            continue  # 影响 员工 创新 行为, not 为 企业 带来 压力
        if kind == "V" and kinds[position - 1] != "D":
            return tokens.words[position] not in spot.grammar.sets["contrast"]  # A 为 B 而非 C
        done = tokens.has_aspect_behind(position)
        if (
            kind == "n"
            and position in tokens.cues
            and kinds[position - 1] != "D"
            and (done or kinds[position + 1 : position + 2] in (["N"], ["n"], ["m"]))
        ):
            return True
    return False


def is_behind_attribute(spot: Spot) -> bool:
    """Whether all that stands before a verb is what its subject has, and the subject: 具有 约束力 的 族规 影响 A."""
    kinds, opens = spot.tokens.kinds, spot.tokens.clause_start(spot.at)
    if spot.titled or spot.verbs_left != 1 or spot.next_is_class() or kinds[opens - 1 : opens] == [","]:
        return False
    has = spot.has_cue(opens - spot.at, relation="has_part") or spot.is_at(opens - spot.at, "having")
    return has and ATTRIBUTE.fullmatch("".join(kinds[opens : spot.at])) is not None


def is_topic_with_comma(spot: Spot) -> bool:
    """A noun and what may be a verb before a comma are a topic where the next clause begins with a verb of being."""
    if spot.kind != "n" or spot.after != "," or spot.before != "N" or spot.verbs_left:
        return False
    if len(spot.word) == 4 and spot.has_cue(0, frame="mutual"):
        return False  # A 与 B 密不可分，是 C
    return spot.kind_at(2) == "V" and (spot.is_at(2, "copula") or spot.has_cue(2, relation="equals"))


def is_topic(spot: Spot) -> bool:
    """A verb that opens a clause before 给, 对 or 以 and the verb proper is what the clause is about."""
    if spot.next_is("topic_adverb") and _opens_clause(spot) and verb_ahead(spot):
        return spot.before in ",." or spot.tokens.tags[spot.at] == "vn" or follows_opening(spot)
    if spot.before not in ",.":
        return False
    if spot.after in ("dV" if spot.cue else "NdV"):
        ahead = spot.at + 1
        while ahead < len(spot.tokens.kinds) and (
            spot.tokens.kinds[ahead] == "d"
            or spot.is_at(ahead - spot.at, "respect")
            or spot.tokens.words[ahead] == "上"
        ):
            ahead += 1
        offset = ahead - spot.at
        counted = spot.word_at(offset) in ("有", "具有", "包括") and spot.kind_at(offset + 1) == "m"
        if spot.is_at(offset, "being") or counted:  # 加速 是, 加速 有 三 种
            return True
    if spot.cue or spot.after != "P" or spot.next_is("before_object_only") or spot.is_at(0, "serial"):
        return False
    return verb_ahead(spot)


def opens_plainly(spot: Spot) -> bool:
    """Whether a verb of two characters or more takes no other verb, so that it may open a name."""
    return len(spot.word) > 1 and not spot.is_at(0, "serial") and not spot.is_at(0, "pivot")


def rests_on(spot: Spot) -> bool:
    """A verb opens the name of what takes something for something else: (那么) 消费 社会 (则) 以 A 为 B."""
    if "以" not in spot.tokens.sentence.text or not opens_plainly(spot) or not _opens_clause(spot):
        return False
    if spot.before == "d" and not spot.is_at(-1, "opening"):
        return False
    by = next((at for at in spot.ahead(2) if spot.tokens.kinds[at] != "d"), spot.at) - spot.at
    return spot.word_at(by) == "以" and spot.is_at(by + 2, "taken_as")


def opens_change(spot: Spot) -> bool:
    """A verb opens the name of what changes: 批判 理论 的 兴起 源于 A."""
    if spot.kind_at(2) != "D" or not spot.next_is_class() or not opens_plainly(spot) or not _opens_clause(spot):
        return False
    changes = spot.word_at(3) in ("普及", "扩张", "崛起")
    changes = changes or any(spot.is_at(3, name) for name in ("passage", "arising", "loss_head"))
    told = next((at for at in spot.ahead(4) if spot.tokens.kinds[at] != "d"), spot.at)
    return changes and spot.tokens.kinds[told] in "Vn" and spot.is_cue(told - spot.at)


def is_told_when(spot: Spot) -> bool:
    """Whether a verb between nouns says what has a time or a place that has an effect: 族谱 修订 时间 对 A 的 影响."""
    opens = spot.kind_at(-2) in "C,.DV" and spot.is_at(1, "occasion") and spot.word[-1] not in BOUND
    return opens and spot.word_at(2) == "对" and any(spot.tokens.words[at] == "影响" for at in spot.ahead(2))


def is_topic_before_toward(spot: Spot) -> bool:
    """A verb behind a noun and before 对 is a noun: 技术 垄断 对 …; but not one of leaning: 平台 依靠 对 A 的 占有."""
    toward = spot.next_is("toward")
    people = spot.is_at(-2, "pivot") and spot.has_ending(-1, "group_ending")
    people = people or spot.is_at(-1, "others") or (not toward and spot.is_at(0, "doubting"))  # 村民 反对 通过 A V B
    if (not toward and spot.word_at(1) != "在" and not spot.is_at(1, "instrument")) or people:
        return False  # also (帮助) 村民 认识 对 A 的 依赖
    leans = spot.has_cue(0, relation="depends_on")
    acting = any(spot.is_at(at - spot.at, "acting") for at in spot.ahead(2))
    by = spot.word_at(1) == "在" and (spot.cue or acting)
    if (by or spot.is_at(1, "instrument")) and spot.kind_at(1) == "P" and not spot.verbs_left and not spot.marked:
        told = leans or (spot.has_cue(0, frame="speech") and not acting) or spot.is_at(0, "serial")
        told = told or not (verb_ahead(spot) or _next_opens_with_verb(spot))
        return not told and len(spot.word) > 1  # 社会 支持 在 A 中 起
    acts = spot.kind_at(-2) == "P" and spot.is_at(-2, "instrument") and not verb_ahead(spot)  # 借助 知识 实现 对 A 的 V
    only = not (spot.verbs_left or spot.marked or spot.titled or verb_ahead(spot)) and spot.before == "N"
    closes = only and spot.tokens.words[spot.tokens.clause_end(spot.at) :][:1] in (["。"], ["；"])
    if closes and spot.cue and spot.has_cue(0, frame="verb"):
        return False  # 官府 禁止 对 族田 的 买卖。
    placed = spot.marked and spot.is_at(0, "bringing_into")  # 将 A 纳入 对 B 的 C 之中
    acts = acts or placed or spot.word == "指"
    return toward and spot.word[-1] not in BOUND and not leans and not acts


def _next_opens_with_verb(spot: Spot) -> bool:
    """Whether the clause behind a comma goes on with a verb: 乡村 写作 通过 A，颠覆 了 B."""
    kinds, end = spot.tokens.kinds, spot.tokens.clause_end(spot.at)
    ahead = next((at for at in range(end + 1, len(kinds)) if kinds[at] not in "du"), end)
    told = any(kinds[at] in "Vn" and kinds[at - 1] != "D" for at in spot.ahead())
    return kinds[end : end + 1] == [","] and kinds[ahead] in "Vn" and not told


def opens_subject(spot: Spot) -> bool:
    """A verb opens a clause and the name behind which 虽然 or 根据 A and the predicate stand: 改编 电影 虽然 V A."""
    ahead = next((at for at in spot.ahead() if spot.tokens.kinds[at] != "N"), spot.at) - spot.at
    if ahead < 2 or spot.tokens.tags[spot.at] not in ("v", "vn") or not opens_plainly(spot):
        return False
    if spot.is_at(ahead, "conceder") or spot.is_at(ahead, "supposer"):
        return True
    if spot.is_at(ahead, "more") and spot.word_at(ahead - 1) in ("水平", "程度"):
        return True  # 教育 水平 越 高
    led = spot.kind_at(ahead) == "P" and spot.is_at(ahead, "according") and not spot.cue
    return led and not spot.has_ending(ahead - 1, "group_ending") and verb_ahead(spot)


def _opens_clause(spot: Spot) -> bool:
    """Whether only adverbs stand before a word in its clause."""
    opening = spot.at - 1
    while opening >= 0 and spot.tokens.kinds[opening] == "d":
        opening -= 1
    return opening < 0 or spot.tokens.kinds[opening] in ",."


def follows_opening(spot: Spot) -> bool:
    """Whether only 而, 但 or the like stands before a word in its clause: 而 教育 是."""
    return spot.kind_at(-2) in ",." and spot.is_at(-1, "opening")


def is_first_of_name(spot: Spot) -> bool:
    """A verbal noun opens a clause and the name of what has an outcome: 消费 异化 来自, 而 消费 异化 又 加剧."""
    if len(spot.word) < 2 or not _opens_clause(spot) or (spot.before == "d" and not spot.is_at(-1, "opening")):
        return False
    ahead = 2
    while spot.kind_at(ahead) == "d":
        ahead += 1
    if spot.next_is_class() and _is_done(spot, ahead + 1) and spot.word not in word_list("object_verbs"):
        return spot.kind_at(ahead) in "Vn"  # 肃清 运动 影响 了 A
    if spot.tokens.tags[spot.at] != "vn" and spot.word[0] != "再":
        return False  # also 再生产 过程 依赖 A
    told = spot.is_at(ahead, "result_verb") or (spot.next_is_class() and spot.is_at(ahead, "being"))
    told = told or (spot.is_at(2, "then") and spot.kind_at(ahead + 1) in ",.")
    return spot.kind_at(ahead) in "Vn" and told  # also 消费 平等 就 难以 实现


def is_early(spot: Spot) -> bool:
    """The first verb behind a noun is a noun where an adverb and another cue follow: 情绪 唤起 显著 提高 A."""
    if spot.before != "N" or spot.verbs_left or spot.marked or spot.after != "d":
        return False
    if spot.word_at(1) == "并" and spot.is_at(2, "negator"):
        return len(spot.word) > 1  # 空间 修复 并 没有 消除 A
    if spot.next_is("verb_joining"):
        again = not spot.cue and spot.word_at(1) in ("又", "也", "还") and len(spot.word) > 1
        again = again and spot.is_at(2, "result_verb")
        alone = spot.word_at(1) == "也" and len(spot.word) > 1 and not spot.has_cue(0, frame="speech")
        done = spot.kind_at(2) in "Vn" or (spot.kind_at(2) == "P" and is_so_far(spot, 2))
        return (again or alone) and done  # 农民 破产 又 引发 A, 宗族 组织 也 削弱 A
    if len(spot.word) < 2 or spot.is_at(0, "light_verb") or spot.is_at(0, "holding"):
        return False  # 呈 显著 正相关; 对 A 作出 充分 解释; 人们 觉得 不 需要
    if spot.word_at(1) == "不" and spot.word_at(2) == "以" and not spot.is_at(0, "serial"):
        return True  # 审美 判断 不 以 A 为 B
    if spot.word in spot.grammar.sets["serial"]:
        return False  # 村民 需要 尽快 改变 A
    if spot.next_is("more"):
        return True  # 社区 交往 越 频繁
    ahead = 2
    while spot.kind_at(ahead) == "d":
        ahead += 1
    if spot.word_at(ahead) in ("受到", "遭到", "遭受", "备受", "深受", "被") and spot.kind_at(ahead) == "I":
        return True  # 教师 成长 往往 受到
    if spot.kind_at(ahead) == "u" and spot.word_at(ahead) == "地":
        ahead += 1  # 文化 认同 极大 地 推动 了 A
    led = spot.kind_at(ahead) == "P" and (spot.is_at(ahead, "toward") or is_so_far(spot, ahead))
    if led and not spot.has_cue(0, relation="depends_on") and not spot.has_cue(0, frame="speech"):
        return verb_ahead(spot)  # 文化 认同 已经 对 A 产生 影响
    plain = not spot.cue and spot.next_is("topic_adverb")
    plain = plain or spot.word_at(1) in ("能够", "能", "可以")  # 邻里 支持 能够 V
    if spot.cue and spot.kind_at(ahead) in "Vn" and spot.kind_at(ahead + 1) in ",.":
        return True  # 宗族 组织 逐渐 解体
    return spot.kind_at(ahead) in "Vn" and (plain or spot.at + ahead in spot.tokens.cues)


def _is_done(spot: Spot, offset: int) -> bool:
    """Whether a neighbour is 了, 着 or 过."""
    return spot.kind_at(offset) == "u" and spot.is_at(offset, "aspect")


def _closes_in_duty(spot: Spot) -> bool:
    """Whether the clause ends in 的 and the name of a duty or a power: 的 使命."""
    closing = [spot.tokens.words[at] for at in spot.ahead()][-2:]
    return closing[:1] == ["的"] and closing[-1] in spot.grammar.sets["duty_head"]


def is_before_next(spot: Spot) -> bool:
    """N V before another verb: the first is a noun (商品交换 是 …), unless it is a cue."""
    if spot.is_at(0, "having_duty") and _closes_in_duty(spot):
        return False  # 商会 肩负 保护 商人 的 使命
    alone = not spot.verbs_left and not spot.marked
    alone = alone and not (spot.is_at(0, "serial") or spot.is_at(0, "light_verb"))
    if spot.is_at(0, "doubting") and spot.after == "V" and spot.kind_at(2) in "Nn" and not spot.next_is("result_verb"):
        return False  # 村民 反对 废除 科举
    says = spot.is_at(0, "pretending") or (spot.at - 1 in spot.tokens.persons and spot.has_cue(0, frame="speech"))
    if says or spot.word[-2:] == "不开":
        return False  # 康德 提倡 培养 A; 士绅 自称 保护 A; A 离不开 消费 文化 的 B
    if spot.word_at(1) == "组织" and spot.is_at(2, "organisation_part") and spot.has_cue(0, relation="promotes"):
        return False  # 利用 A 实现 组织 目标
    lacks = spot.word in ("缺乏", "缺少") and spot.kind_at(2) == "N" and spot.kind_at(3) == "D"
    if lacks or spot.has_cue(0, relation="has_part"):
        return False  # 制度 兼有 激励 功能; 学校 缺乏 培养 A 的 方法
    if not spot.cue and ((spot.after == "n" and spot.kind_at(2) == "N") or spot.is_at(0, "serial")):
        return False  # 村民 借以 表达 A; 用 A 说明 劳动 产品 同 B 的 对立
    if alone and spot.before == "N" and len(spot.word) > 1 and spot.at + 1 in spot.tokens.cues:
        joined = spot.word_at(2) in AND_THEN and spot.kind_at(3) in "Vn" and _is_done(spot, 4)
        if joined or _is_done(spot, 2):
            return True  # 市场 整合 减少 了 A, 礼物 交换 创造 并 维系 着 A
    plain = (
        spot.next_is("copula")
        or not spot.cue
        or (alone and spot.kind_at(2) in "Na" and spot.at + 1 in spot.tokens.cues)
    )
    return spot.before == "N" and spot.after in "Vn" and plain and len(spot.word) > 1


def is_done_by_it(spot: Spot) -> bool:
    """Whether a word such as 它 opens a clause and only what it does to something follows: 他们 投资 土地，."""
    sets, kinds = spot.grammar.sets, spot.tokens.kinds
    pointing = spot.word_at(-1) in ("它", "它们", "前者", "后者", "二者", "两者", "此举")
    pointing = pointing or spot.is_at(-1, "personal_anaphor")
    told = spot.kind_at(-2) in CLAUSE_ENDS + "d" or spot.tokens.cues.get(spot.at - 2, NO_USE).opens  # 认为 它 缺乏 A
    if not pointing or not spot.cue or not told or spot.word in sets["event_head"]:
        return False
    rest = "".join(kinds[at] for at in spot.ahead())
    return set(rest) <= set("NnaDmrC") and rest[-1] in "Nn"


def is_its_doing(spot: Spot) -> bool:
    """Whether a verb between a word such as 他 or 其 and 的 tells what he does to what follows: 他 提出 的 理论."""
    pointing = spot.word_at(-1) in ("它", "它们", "其") or spot.is_at(-1, "personal_anaphor")
    arises = spot.is_at(0, "event_head") or spot.is_at(0, "arising")
    return pointing and spot.cue and not arises and spot.kind_at(2) in "Nnamrd"


def is_said_by_him(spot: Spot) -> bool:
    """Whether a verb behind a word such as 他 reports a clause or takes a deed: 他 主张 ，A V B; 他 反对 把 A V B."""
    pointing = spot.word_at(-1) in ("它", "有人") or spot.is_at(-1, "personal_anaphor")
    if not pointing or not spot.cue or spot.kind_at(-2) not in CLAUSE_ENDS + "d":
        return False
    return spot.tokens.cues[spot.at].opens or (spot.after == "B" and spot.kind == "V")


def is_done_first(spot: Spot) -> bool:
    """Whether a verb is the first of two with one object: A 影响 并 决定了 B, A 影响 或 决定 B."""
    if spot.word_at(1) not in FIRST_OF_TWO or spot.verbs_left or spot.marked or len(spot.word) < 2:
        return False
    both = spot.cue and spot.is_cue(2) and spot.kind_at(2) in "Vn" and spot.kind_at(3) in "uNamrn"
    either = not spot.is_class(3) and not any(spot.tokens.kinds[at] in "VD" for at in spot.ahead(3))
    return both and (spot.word_at(1)[0] == "并" or either)


def is_done_when_told(spot: Spot) -> bool:
    """Whether somebody is made to do it: 要求 商户 披露 账目。, 雇佣 农民 生产 A, not 帮助 农民 合作 组织."""
    doer = spot.has_ending(-1, "group_ending") or spot.has_ending(-1, "firm_ending")
    made = spot.is_at(-2, "telling_to") or spot.is_at(-2, "sending")
    told = made and spot.kind_at(-2) == "V" and doer
    ahead = 3 if spot.kind_at(2) == "N" else 2  # 减少 心理 问题
    closed = spot.kind_at(ahead) in (",.V" if ahead > 2 else ",.") and spot.tokens.tags[spot.at + 1] == "n"
    names = ("deed_head", "list_kind", "light_head", "body_head", "hollow_head", "relational_head")
    return told and closed and len(spot.word) > 1 and not any(spot.is_at(1, name) for name in names)


def is_mainly_done(spot: Spot) -> bool:
    """Whether a cue is the one verb of a clause, behind a word that says how much it is done: 甲 主要 研究 A."""
    if not spot.cue or spot.verbs_left or spot.marked or spot.titled or not spot.is_at(-1, "mainly"):
        return False
    owned = spot.kind_at(-2) not in "NS,." or spot.next_is_class() or spot.is_at(1, "cue_tail")
    return not owned and not any(spot.tokens.kinds[at] == "V" for at in spot.ahead())


def is_dated(spot: Spot) -> bool:
    """Whether the words before a verb of a relative clause only tell when it was done: 商会 于 1912 年 创办 的 学堂."""
    if spot.tokens.tags[spot.at] != "v" or not _is_date(spot, -1):
        return False
    offset = -2
    while _is_date(spot, offset) or spot.kind_at(offset) == "m":
        offset -= 1
    return spot.word_at(offset) in ("于", "在")


def _is_date(spot: Spot, offset: int) -> bool:
    """Whether a neighbour belongs to a date."""
    word, dates = spot.word_at(offset), spot.grammar.sets["date"]
    timed = bool(word) and spot.tokens.tags[spot.at + offset] == "t"
    return timed or word in dates or word[-2:] in dates or word.isdigit()


def is_grounds(spot: Spot) -> bool:
    """Whether a verb closes what something comes of: 谷价 因 运费 上涨 而 V, 谷价 V 是 运费 上涨 造成 的."""
    cleft = spot.next_is("result_verb") and spot.kind_at(2) == "D" and spot.kind_at(3) in ",."
    if not cleft and spot.word_at(1) != "而":
        return False
    opens = next((at for at in spot.behind(2) if spot.tokens.kinds[at] not in "Na"), spot.at)
    word = spot.tokens.words[opens]
    led = word in spot.grammar.sets["copula"] if cleft else word == "随" or word in spot.grammar.sets["reason"]
    return led and opens < spot.at
