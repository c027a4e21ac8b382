"""Verbs that stand as nouns in a list, in a name like the one before, or as what somebody does to something."""

from __future__ import annotations

import re

from conceptgraph.relate.spot import Spot
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import ADDING, AND_THEN, COUPLING, JOINING, NO_USE, RESULT_ENDS, SEVERAL

TELLING_OF_DEEDS = ("being", "result_verb", "serving_verb")  # verbs that tell what deeds are or are good for
ROW_REACH = 16  # words on each side in which the other deeds of a row are looked for
ROW_OPENS = re.compile("V(?:[Vn][Nna]+(?:D[Nna]+)?C)*$")  # 是 (V O、)
ROW_CLOSES = re.compile(r"([Nna]+(?:D[Nna]+)?(?:C[VnN][Nna]+(?:D[Nna]+)?)*)V?D[Nna]+[,.]")  # O (、V O) 的 H

SHARED = re.compile("(?:C[VnP])*[Cd][Vn]u(?=[Narm])")  # 、V 和 V 了 O
ROW_DONE = re.compile(r"((?:r|m)?|[Nar]*N[du]*P?)(?:V[ra]*[Nn]+C)+")  # S (在) V O、
GENUS_BEFORE = re.compile("V[rma]*N+(?:D[ma]*N+)*C$")  # 是 A 的 B 和
NAMES_BEFORE = re.compile("Vu?(?:[Na]+(?:D[Na]+)?C){2,}$")  # V A、B 和


def opens_list(spot: Spot) -> bool:
    """Whether a verb is the first of the parts of a whole or of its sources: 包括 量变、质变, 来自 怜悯 与 恐惧."""
    counted = spot.kind_at(3) == "m" and spot.word_at(3)[:1] in SEVERAL and len(spot.word) > 1
    if counted and spot.kind_at(2) in "NnV" and spot.has_cue(-1, relation="has_part"):
        return True  # 包括 垄断 和 竞争 两种 形式
    if spot.has_cue(-1, frame="reverse") and len(spot.word) > 1:
        return spot.kind_at(2) in "Na" and spot.word_at(1) in ADDING
    return spot.word_at(-1) == "由" or (not spot.cue and spot.has_cue(-1, relation="has_part"))


def in_list_of_parts(spot: Spot) -> bool:
    """Whether a verb stands in a list behind 由 or 包括."""
    offset = -1
    while spot.at + offset > 0 and spot.kind_at(offset) in "NC":
        offset -= 1
    return spot.word_at(offset) == "由" or spot.has_cue(offset, relation="has_part")


def is_named_with_next(spot: Spot) -> bool:
    """Whether a verb, or the one behind it, is one of a row of single words that ends in a noun: 规范、认同 和 习俗."""
    closes = 1 if spot.word_at(1) != "、" else 3 if spot.kind_at(2) in "Vn" else 0
    joined = spot.before == "C" or closes == 3
    return joined and spot.word_at(closes) in ADDING and spot.kind_at(closes + 1) == "N"


def is_listed_compound(spot: Spot) -> bool:
    """A verb in the last member of an open list makes a compound: A、B 和 C 治理 结构 等; V A、B 运用 偏差、C."""
    if spot.before != "N" or spot.after != "N" or spot.kind_at(-2) != "C":
        return False
    offset = 1
    while spot.kind_at(offset) in ("N", "n"):
        offset += 1
    closes = spot.word_at(offset) in ADDING and in_list_of_parts(spot)  # 涵盖 A、B 运用 偏差 和 C
    inside = spot.verbs_left > 0 and not spot.marked and spot.word_at(-2) == "、"
    return (
        spot.kind_at(offset) == "E"
        or _is_affected(spot, offset)
        or (inside and (closes or spot.word_at(offset) == "、"))
    )


def is_affected(spot: Spot) -> bool:
    """Whether a verb closes a member of such a list: 对 A、B 选择 和 C 的 影响."""
    return len(spot.word) > 1 and spot.word_at(1) in JOINING and _is_affected(spot, 1)


def _is_affected(spot: Spot, offset: int) -> bool:
    """Whether a list behind 对 tells on what something has an effect: A 对 B、C 运用 偏差 以及 D 的 影响."""
    led = any(spot.is_at(at - spot.at, "toward") for at in spot.behind(2, until=",.-VDI"))
    listed = any(spot.tokens.words[at] == "、" for at in spot.behind(1, until=",.-VDIP"))
    return (
        led
        and listed
        and any(
            spot.kind_at(at) == "D" and spot.has_ending(at + 1, "effect_ending") for at in range(offset, offset + 8)
        )
    )


def is_last_named(spot: Spot) -> bool:
    """Whether a verb opens the last of several names, of three of one class or of two that say what something is.

    滋生 A、B 和 攀比 风气 等 弊病; 是 A 和 解释 框架.
    """
    start = spot.tokens.clause_start(spot.at)
    before = "".join(spot.tokens.kinds[start : spot.at])
    if spot.kind_at(2) in ",." and (genus := GENUS_BEFORE.search(before)) is not None:
        being = start + genus.start()
        return "copula" in spot.tokens.cues.get(being, NO_USE).frames and spot.tokens.words[being] != "而是"
    if spot.kind_at(2) != "E" or spot.is_at(3, "deed_head"):
        return False
    return NAMES_BEFORE.search(before) is not None


def is_row_of_deeds(spot: Spot) -> bool:
    """Whether a verb goes on with a row of deeds that opens a clause: ：打破 A、消解 B、变革 C."""
    if spot.word_at(-1) != "、" or spot.tokens.tags[spot.at] not in ("v", "vn") or len(spot.word) < 2:
        return False
    before, after = (
        spot.tokens.kinds[spot.tokens.clause_start(spot.at) : spot.at],
        spot.tokens.kinds[spot.at + 1 : spot.at + 7],
    )
    row, follows = "".join(before), "".join(after)
    first = spot.tokens.clause_start(spot.at) + max(row.find("V"), 0) - spot.at
    studied = spot.is_at(0, "author_deed") and spot.is_at(first, "author_deed")  # 考察 A、分析 B
    if spot.tokens.tags[spot.at] != "v" and not studied:
        return False
    if re.fullmatch(r"(?:V[Nn]+C)+", row) is not None and re.match(r"[Nn]+[C,.]", follows) is not None:
        return True
    done = ROW_DONE.fullmatch(row)
    if done is None or not spot.cue or spot.next_is_class() or spot.has_cue(0, relation="has_part"):
        return False  # 商会 改善 A、垄断 贸易, [依靠 A、缺乏 教育 的] 村民
    verb = spot.tokens.clause_start(spot.at) + len(done.group(1)) - spot.at
    plain = (spot.has_cue(verb, frame="verb") and not spot.has_cue(verb, relation="has_part")) or studied
    held = "P" in done.group(1)  # 在 考察 A、分析 B 的 基础 上
    ends = r"[Nn]+(?:[C,.]|DNf)" if held else r"[Nn]+[C,.]" if set(done.group(1)) - set("rm") else r"[Nn]+D[Nn]+[Vdn]"
    closed = re.match(ends, follows) is not None
    return plain and closed and not spot.is_at(verb, "light_verb")


def shares_object(spot: Spot) -> bool:
    """Whether a verb is one of several with one object, the last with 了 or 着: 商会 设立、改革 和 废除 了 A."""
    kinds = "".join(spot.tokens.kinds[spot.at + 1 : spot.at + ROW_REACH])
    row = SHARED.match(kinds)
    if row is None or len(spot.word) < 2 or not spot.is_at(row.end(), "aspect"):
        return False
    joined = spot.kind_at(row.end() - 2) == "C" or spot.word_at(row.end() - 2) in AND_THEN
    first = joined and (spot.before in "Nd" or (spot.before == "C" and spot.kind_at(-2) in "Vn"))
    return first and all(len(spot.word_at(at)) > 1 for at in range(2, row.end(), 2))


def opens_deeds(spot: Spot) -> bool:
    """Whether a verb opens a row of deeds of which something is told: 优化 A 和 推行 B 有助于 C."""
    if spot.tokens.clause_start(spot.at) != spot.at or not _acts(spot, 0):
        return False
    joint = next((at - spot.at for at in spot.ahead() if spot.tokens.kinds[at] not in "Nn"), 0)
    return joint > 1 and _goes_on_with_deed(spot, joint)


def is_done_in_row(spot: Spot) -> bool:
    """Whether a verb is what the first deed of such a row is done to: 推进 乡村 振兴 和 修建 A 有助于 B."""
    first = spot.tokens.clause_start(spot.at) - spot.at
    return first in (-1, -2) and _acts(spot, first) and _goes_on_with_deed(spot, 1)


def _acts(spot: Spot, offset: int) -> bool:
    """Whether a word may be a verb that furthers, makes or removes something."""
    return spot.states_any(offset, ("promotes", "produces", "negates"))


def _goes_on_with_deed(spot: Spot, joint: int) -> bool:
    """Whether another deed follows behind a joint, and then a verb that tells what the deeds are or are good for."""
    verb = spot.at + joint + 1
    if spot.word_at(joint) not in ("和", "与", "、", "以及") or spot.kind_at(joint + 2) not in "Nn":
        return False
    if spot.kind_at(joint + 1) not in "Vn" or spot.tokens.tags[verb] != "v":
        return False
    return any(spot.is_at(at - spot.at, name) for at in spot.ahead(joint + 3) for name in TELLING_OF_DEEDS)


def is_row_of_attributes(spot: Spot) -> bool:
    """Whether a verb is one of several that tell what a thing is for: 是 约束 族长、教化 村民 的 办法."""
    if spot.before == "V" and not (spot.is_at(-1, "being") or spot.is_at(-1, "having")):
        return False
    tokens, start = spot.tokens, max(spot.at - ROW_REACH, 0)
    before, after = "".join(tokens.kinds[start : spot.at]), "".join(tokens.kinds[spot.at + 1 : spot.at + ROW_REACH])
    led, follows = ROW_OPENS.search(before), ROW_CLOSES.match(after)
    if led is None or follows is None or "C" not in led.group() + follows.group(1):
        return False
    being = spot.at - len(led.group())
    first = [being + 1, *(at + 1 for at in range(being + 1, spot.at + 1 + follows.end(1)) if tokens.kinds[at] == "C")]
    led_by = spot.is_at(being - spot.at, "being") or spot.is_at(being - spot.at, "having")
    told = led_by and any(not spot.is_class(at + 1 - spot.at) for at in first)
    return told and all(tokens.tags[at] in ("v", "vn") and len(tokens.words[at]) > 1 for at in first)


def is_in_respects(spot: Spot) -> bool:
    """Whether a verb ends or opens the name of one of several respects: 在 核心 构成、表现 形式 等 方面."""
    if "在" not in spot.tokens.sentence.text:
        return False
    compound = spot.before in "Na" and spot.after in "CEf" and len(spot.word) > 1
    if not compound and not (spot.is_class(1) and spot.kind_at(2) in "CEf"):
        return False
    words, kinds, respects = spot.tokens.words, spot.tokens.kinds, spot.grammar.sets["aspect_head"]
    opens = next((at for at in spot.behind() if kinds[at] not in "NVnadC"), spot.at)
    listed = spot.ahead(until=",.-PIBRSDu")
    closes = next((at for at in listed if words[at] == "上" or words[at] in respects), spot.at)
    return words[opens] == "在" and "C" in kinds[opens:closes]


def is_in_raised(spot: Spot) -> bool:
    """Whether a verb and a noun close what 了 stands before: 推动 了 减租 运动, 提高 了 剥削 强度、增加了 A."""
    apart = spot.before == "u" and spot.is_at(-1, "aspect") and spot.kind_at(-2) == "V"
    if not apart and not (spot.before == "V" and len(spot.word_at(-1)) > 2 and spot.word_at(-1)[-1] == "了"):
        return False
    if spot.kind_at(2) in ",.":
        return True
    goes_on = spot.word_at(3).endswith("了") or spot.word_at(4) == "了"
    return spot.word_at(2) == "、" and spot.kind_at(3) in "Vn" and goes_on


def is_second_owned(spot: Spot) -> bool:
    """Whether a verb and a noun are the second thing that somebody has: 削弱 了 A 的 创造性 和 批判 精神."""
    joined = spot.word_at(-1) in ADDING and spot.kind_at(-2) == "N" and spot.kind_at(-3) == "D"
    return joined and spot.kind_at(2) in ",." and spot.verbs_left > 0 and not spot.marked


def is_listed_openly(spot: Spot) -> bool:
    """Whether a verb and a noun are one of several things of an open list: 形塑 了 A、组织 机构、B 等."""
    if spot.word_at(-1) != "、" or spot.marked:
        return False
    before, after = spot.tokens.kinds[max(spot.at - 12, 0) : spot.at], spot.tokens.kinds[spot.at + 1 : spot.at + 13]
    listed = re.search(r"Vu?(?:[adN]+D)?(?:[adN]+C)*[ad]*(?:N+D)?(?:N+C)+$", "".join(before))
    goes_on = re.match(r"[Nn]+(?:C[Nn]+(?:VN+)?)*E", "".join(after))
    if not spot.verbs_left and listed is None:  # A 的 修筑 道路、管理 集市、保护 商户 等 活动 V
        listed = re.search(r"(?:D|^)(?:N+C)+$", "".join(before))
        goes_on = re.match(r"[Nn]+(?:C[VNn]+)*E", "".join(after))
    return listed is not None and goes_on is not None and listed.group().count("C") + goes_on.group().count("C") > 1


def goes_on_bettering(spot: Spot) -> bool:
    """Whether a verb that makes a thing better is the second deed of a row: A 提升 服务 质量、优化 治理 结构，."""
    if not spot.is_at(0, "bettering") or spot.word_at(-1) != "、" or spot.marked:
        return False
    before, after = (
        "".join(spot.tokens.kinds[max(spot.at - 6, 0) : spot.at]),
        "".join(spot.tokens.kinds[spot.at + 1 : spot.at + 5]),
    )
    return re.search(r"(?:^|[N,.d])Vu?NN?C$", before) is not None and re.match(r"[Nn]{1,3}[,.]", after) is not None


def is_done_likewise(spot: Spot) -> bool:
    """Whether a cue behind 、 takes an object built like the one before it: 规范 A 的 B、调节 C 的 D."""
    if not spot.cue or len(spot.word) < 2 or spot.word_at(-1) != "、":
        return False
    if spot.after in "Vn":  # 延长 学徒 期限、规避 市场 风险
        overcome = spot.has_cue(0, relation="negates") and spot.tokens.tags[spot.at] == "v" and not spot.marked
        return overcome and spot.tokens.kinds[spot.at - 4 : spot.at - 1] == ["V", "N", "N"] and spot.kind_at(3) in ",."
    before, after = spot.tokens.kinds[max(spot.at - 7, 0) : spot.at - 1], spot.tokens.kinds[spot.at + 1 : spot.at + 7]
    did = re.search(r"V(N+DN+)$", "".join(before))
    does = re.match(r"(N+DN+)[,.]", "".join(after))
    return did is not None and does is not None


def makes_name(spot: Spot) -> bool:
    """Whether a suffix makes a name of a verb: 拒绝 权, 评点 家, but not 离开 家."""
    if len(spot.word) < 2:
        return False
    following = spot.word_at(1)
    if following in spot.grammar.sets["name_suffix"]:
        held = spot.word == "主张" and spot.before == "N" and spot.kind_at(2) in "DV"  # 康德 主张 法 的 基础 是 A
        return spot.word[-1] not in RESULT_ENDS and not held
    return spot.after == "N" and following == "家" and not spot.cue and spot.word[-1] not in "开到回"


def is_owned_by_its(spot: Spot) -> bool:
    """Whether 其 behind a verb owns what it opens: 没有 改变 其 剥削 本质, not 使 其 接受 教育."""
    if spot.word_at(-1) != "其":
        return False
    closed = spot.kind_at(2) in ",." or (spot.kind_at(2) == "D" and spot.is_at(3, "loss_head"))  # 其 批判 精神 的 丧失
    owned = closed and spot.tokens.tags[spot.at + 1] == "n"
    return owned and spot.kind_at(-2) in "Vu" and not spot.is_at(-2, "pivot") and not spot.is_at(-2, "causative")


def is_owner_behind(spot: Spot) -> bool:
    """Whether a verb without an object stands behind what was done and before 的 and a thing: 改变 了 思考 的 方式."""
    offset = -2 if spot.before == "u" else -1
    done = (spot.before == "u" and spot.is_at(-1, "aspect")) or (spot.before == "V" and spot.word_at(-1)[-1] in "了着")
    if not done or not spot.is_cue(offset) or len(spot.word) < 2 or spot.kind_at(2) not in "aN":
        return False
    head = spot.word_at(3) if spot.kind_at(2) == "a" else spot.word_at(2)
    return not head.endswith(spot.grammar.endings["group_ending"])


def is_part_of_cause(spot: Spot) -> bool:
    """Whether a verb is part of what 受到 tells of, before 的 and what is undergone: 受到 结构 变化 和 A 的 影响."""
    if "受" not in spot.tokens.sentence.text and "遭" not in spot.tokens.sentence.text:
        return False
    marker = next((at for at in spot.behind(2, until=",.-VD") if spot.tokens.kinds[at] == "I"), None)
    if marker is None or spot.tokens.words[marker] not in ("受", "受到", "遭到", "遭受", "深受", "饱受"):
        return False
    if spot.after == "D":
        return spot.has_cue(2, frame="verb") and spot.kind_at(3) in ",."  # 受 路径 依赖 的 制约
    return any(spot.tokens.kinds[at] == "D" for at in spot.ahead(2, until=",.-V"))


def is_repeated(spot: Spot) -> bool:
    """Whether it or its head stood in the member before: 评价 标准 和 评价 方法, 阻碍 因素 和 保护 因素."""
    head, told = spot.word_at(1), spot.word_at(-2)
    if not spot.cue and min(len(head), len(told)) > 2 and head[-2:] == told[-2:] and head != told:
        return True  # 禁欲主义 和 出世 神秘主义
    alike = len(spot.word_at(1)) > 1 or (spot.kind_at(-3) == "N" and spot.kind_at(2) != "D")  # 引水 渠、使用 渠
    alike = alike and spot.word_at(-2).endswith(spot.word_at(1))
    if alike and (spot.next_is_class() or spot.word_at(-2) != spot.word_at(1) or spot.kind_at(-3) in "Na"):
        return True
    near = range(max(spot.at - 4, 0), spot.at - 1)
    return any(spot.tokens.words[at] == spot.word and spot.tokens.kinds[at] == "N" for at in near)


def shares_head_ahead(spot: Spot) -> bool:
    """Whether its head is that of the next name as well: 使用 价值 和 交换价值, 以 展示 价值 压倒 膜拜 价值."""
    head, led = spot.word_at(1), spot.before == "P" and spot.kind_at(2) in "Vn"
    if len(head) < 2 or len(spot.word) < 2 or not (led or spot.word_at(2) in ("和", "与", "及", "、")):
        return False
    longer = spot.word_at(3).endswith(head) and spot.word_at(3) != head
    apart = spot.word_at(4) == head and (spot.is_class(1) or spot.tokens.tags[spot.at + 3][0] in "nab")
    return spot.word_at(3) != spot.word and (longer or apart)


def is_owned_action(spot: Spot) -> bool:
    """A verb at the end of 对 A 的 N V is a noun: 诗人 对 城市 的 历史 反思，."""
    owned = spot.kind_at(-2) == "D" and spot.kind_at(-3) in "NR"
    return owned and any(spot.is_at(offset, "toward") for offset in (-4, -5))


def is_owner_in_list(spot: Spot) -> bool:
    """Whether a verb and a noun are what something belongs to: 变成 计算 与 权术 的 工具, but 加强 与 邻里 的 联系."""
    joined = spot.word_at(1) in ADDING and spot.kind_at(3) == "D"
    if joined and spot.kind_at(2) in "Vn" and spot.is_cue(-1) and len(spot.word) > 1:
        return spot.is_at(4, "relational_head")  # 协调 保护 与 发展 的 关系
    if not joined or spot.kind_at(2) != "N" or spot.kind_at(4) not in "aNVn":
        return False
    if spot.before == "f":
        return True
    return spot.has_cue(-1, frame="result") and not spot.is_at(4, "relational_head")


def is_named_again(spot: Spot) -> bool:
    """Whether the word heads the members before it in a list: 政治 批判、经验 批判 的 要素."""
    tokens, before = spot.tokens, spot.at - 2
    while before > 0 and tokens.kinds[before] == "N":
        before -= 1
    if tokens.kinds[before] != "C" or tokens.kinds[before - 1] != "N":
        return False
    alike = tokens.words[before - 2] == tokens.words[before + 1] and before + 2 == spot.at  # 价值 整合 和 价值 凝聚 的
    return tokens.words[before - 1] == spot.word or alike


def opens_pair(spot: Spot) -> bool:
    """Whether a verb is the first of two that name one thing: 促进 学习 投入，, 对 学习 投入 有, 学习 投入 与 A 呈."""
    plain = len(spot.word) == len(spot.word_at(1)) == 2 and not spot.cue and not spot.is_cue(1)
    serial = spot.is_at(0, "serial") or spot.is_at(0, "pivot") or spot.is_at(1, "light_verb")
    if not plain or serial or spot.titled:
        return False
    if spot.before == "P":
        return spot.is_at(-1, "toward") and (spot.kind_at(2) == "D" or spot.is_at(2, "light_verb"))
    if spot.before in "C,.":
        told = spot.word_at(2) in ("越", "愈") or spot.is_at(2, "showing")
        joined = spot.before != "C" and spot.word_at(2) in COUPLING
        return told or (joined and any(spot.is_at(at - spot.at, "showing") for at in spot.ahead(3)))
    verb = -1 if spot.before == "V" else -2
    furthers = spot.states_any(verb, ("promotes", "negates", "causes"))
    led = spot.has_cue(verb, frame="verb") and not spot.is_at(verb, "serial")
    return led and (furthers or not spot.is_at(verb, "pivot")) and not spot.marked and spot.kind_at(2) in ",."


def is_listed_change(spot: Spot, offset: int) -> bool:
    """Whether a word at an offset says what becomes of a member of an open list: 分析 监督 弱化、A 及 B 等 机制."""
    changes = spot.is_at(offset, "loss_head") or spot.is_at(offset, "spreading")
    if not changes or spot.marked or spot.word_at(offset + 1) not in ("、", "及", "以及"):
        return False
    if spot.verbs_left < 1 and "、" not in (spot.tokens.words[at] for at in spot.behind()):
        return False
    return any(spot.tokens.kinds[at] == "E" for at in spot.ahead(offset + 2))


def find_named_deeds(tokens: Tokens) -> None:
    """Make nouns of short deeds that are all there is of a list behind 为 or 包括: 扩展 为 赔偿损失、恢复 名誉."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 4):
        if at not in tokens.cues or not (words[at][-1] == "为" or words[at] in ("包括", "包含")):
            continue
        end, stop, deeds = at, tokens.clause_end(at), 0
        while end < stop and (end == at or kinds[end] == "C"):
            deed = _is_short_deed(tokens, end + 1)
            deeds += deed
            named = kinds[end + 1 : end + 2] == ["N"] and len(words[end + 1]) == 4
            end += 3 if deed else 2 if named else len(words)
        if end == stop and deeds > 1:
            for place in range(at + 1, stop):
                if kinds[place] != "C":
                    kinds[place] = "N"


def _is_short_deed(tokens: Tokens, at: int) -> bool:
    """Whether a verb of two characters and a word of two stand at a place: 停止 侵害, 恢复 名誉."""
    pair = tokens.words[at : at + 2]
    short = len(pair) == 2 and all(len(word) == 2 for word in pair)
    return short and tokens.tags[at][0] == "v" and tokens.kinds[at + 1] in "NVna"
