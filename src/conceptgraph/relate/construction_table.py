"""What a word that may be verb or noun is in a construction that settles it; asked before the rest of `verb_table`."""

from __future__ import annotations

from conceptgraph.relate.compound_verbs import is_aim_of_deed, is_taking_for, is_what_comes
from conceptgraph.relate.decision import ANY, NOUN, VERB, Decision
from conceptgraph.relate.first_verbs import (
    follows_opening,
    is_done_first,
    is_first_of_name,
    is_topic,
    is_topic_with_comma,
    opens_change,
    opens_plainly,
    opens_subject,
    rests_on,
)
from conceptgraph.relate.listed_verbs import (
    in_list_of_parts,
    is_in_raised,
    is_last_named,
    is_listed_compound,
    is_named_again,
    is_owner_in_list,
    is_part_of_cause,
    is_second_owned,
    opens_list,
)
from conceptgraph.relate.named_verbs import (
    has_counted_head,
    is_class_taken,
    is_doctrine,
    is_doer_of_cleft,
    is_leaned_on,
    is_listed_part,
    is_of_people,
    is_organisation,
    is_placed,
    is_provided_for,
    is_set_under,
    is_station,
    is_theory,
    is_told_of_by_cleft,
    is_told_what,
    is_undergone,
)
from conceptgraph.relate.spot import DEED_ENDS
from conceptgraph.relate.verb_signs import (
    is_change_of,
    is_deed,
    is_done,
    is_done_away,
    is_done_by,
    is_done_with,
    is_filling_role,
    is_headless,
    is_power,
    is_told_of,
    is_turned,
    leads_from,
    stands_against,
)
from conceptgraph.relate.wei import is_what_it_is_taken_as
from conceptgraph.relate.words import ADDING, ITSELF
from conceptgraph.resources import word_list

BY_CONSTRUCTION = (
    Decision(
        ANY, "mr", "V", NOUN,
        lambda spot: spot.word_at(-1)[:1] == "一" and spot.is_at(1, "causative") and not spot.is_at(0, "causative"),
    ),  # A 作为 一种 规范 使 B V C
    Decision(
        ANY, "Nn", "NnrmaVP", VERB,
        lambda spot: (
            spot.is_at(0, "finding") and not spot.verbs_left and not spot.marked
            and (spot.is_at(-1, "studying") or spot.is_at(-1, "source_noun"))
        ),
    ),  # 研究 表明 A 影响 B
    Decision(
        ANY, "V", "N", VERB,
        lambda spot: (
            spot.is_at(-1, "being") and (spot.is_at(-2, "aim") or spot.is_at(-2, "duty")) and spot.kind_at(-3) == "D"
            and spot.has_cue(0, frame="verb") and spot.kind_at(2) in ",.C" and len(spot.word) > 1
            and (not spot.next_is_class() or (spot.tokens.tags[spot.at] == "v" and not spot.is_at(1, "theory_class")))
        ),
    ),  # 族规 的 功能 是 约束 族人
    Decision(ANY, "N", "P", VERB, lambda spot: spot.is_at(0, "losing") and spot.is_at(-2, "causative")),  # 使 A 丧失
    Decision("V", "N", "N", VERB, lambda spot: spot.is_at(0, "including") and len(spot.word) > 1),  # 内容 涵盖 A
    Decision(
        ANY, "mr", "Nn", VERB,
        lambda spot: (
            spot.is_at(0, "providing") and spot.word_at(-1)[:1] == "一"
            and "D" in (spot.kind_at(2), spot.kind_at(3))
        ),
    ),  # 一个 提供 资源 的 A
    Decision(ANY, "N", "dC", VERB, is_done_first),
    Decision(
        ANY, "N", "PV", NOUN,
        lambda spot: (
            spot.word in ("要求", "需要", "诉求") and spot.marked and spot.has_cue(1, frame="result")
            and spot.word_at(1)[-1] in "为成"
        ),
    ),  # 将 道德 要求 上升为 A
    Decision(
        ANY, "N", "r", NOUN,
        lambda spot: (
            spot.word_at(1) in ("这种", "这一") and spot.is_at(2, "deed_kind") and spot.kind_at(3) == ","
            and not spot.verbs_left and not spot.marked and spot.kind_at(4) in "dVPI"
        ),
    ),  # 制度 分析 这种 方法，以 A 为 B
    Decision(ANY, "N,.", "V", NOUN, lambda spot: spot.word_at(1) == "说" and is_doctrine(spot, 1)),  # 法益 侵害 说 强调
    Decision(ANY, "N", "Vd", NOUN, lambda spot: spot.word == "说" and is_doctrine(spot, 0)),
    Decision(
        ANY, "N", ",.", NOUN,
        lambda spot: (
            spot.word == "说" and spot.at - 1 not in spot.tokens.persons
            and spot.kind_at(-2) == "V" and spot.has_cue(-2, frame="speech")
        ),
    ),  # 提出 新民 说，
    Decision(
        "V", "r", "V", NOUN,
        lambda spot: (
            spot.word_at(-1) in ("这种", "这一", "该", "此种") and spot.kind_at(-2) in ",." and len(spot.word) > 1
            and spot.states_any(1, ("causes", "produces"))
        ),
    ),  # 这种 投入 形成 A
    Decision(
        ANY, "N", "V", NOUN,
        lambda spot: (
            spot.cue and spot.is_at(-2, "causative") and spot.has_cue(1, frame="result") and len(spot.word) > 1
        ),
    ),  # 使得 乡村 治理 陷入 A
    Decision(
        ANY, "N", ",.", NOUN,
        lambda spot: spot.is_at(0, "passage") and "D" in (spot.kind_at(-2), spot.kind_at(-3)) and leads_from(spot),
    ),  # 从 A 到 B 的 身份 转换
    Decision(
        ANY, "N", "V", NOUN,
        lambda spot: spot.word == "说" and spot.at - 1 not in spot.tokens.persons and spot.word_at(2) == "了",
    ),  # 性善 说 突出 了 A
    Decision(ANY, "V", "V", NOUN, lambda spot: spot.is_at(1, "contrast") and spot.word_at(-1)[-1] in "于自"),  # V1 于 V
    Decision(ANY, "V", "D", NOUN, lambda spot: spot.is_at(-1, "contrast")),  # 而非 使用 的 需要
    Decision(
        ANY, "N", "C", NOUN,
        lambda spot: (
            spot.verbs_left > 0 and not spot.marked and spot.kind_at(2) in "Vn" and spot.kind_at(3) == "D"
            and spot.word_at(1) in ADDING
        ),
    ),  # 成为 价值 形成 与 实现 的 场域
    Decision(
        ANY, "N", "C", NOUN,
        lambda spot: (
            spot.verbs_left > 0 and not spot.marked and spot.kind_at(-2) == "D" and spot.kind_at(-3) == "N"
            and "D" in (spot.kind_at(3), spot.kind_at(4)) and any(spot.tokens.kinds[at] == "C" for at in spot.behind(3))
        ),
    ),  # 体现为 A 的 B、C 的 礼俗 落实、D 的 E
    Decision(ANY, "V", "r", VERB, lambda spot: spot.is_at(-1, "needs") and len(spot.word) > 1),  # 需要 综合 各种 A
    Decision(ANY, "N", "D", NOUN, lambda spot: spot.word == "缺失" and not spot.marked),  # 信任 缺失 的 信号
    Decision(ANY, "N", "D", VERB, is_told_of_by_cleft),
    Decision(ANY, "N", "DC", NOUN, is_named_again),  # A 批判、B 批判 和 C 批判 的 要素
    Decision("n", "d", "N", VERB, lambda spot: spot.word_at(-1) == "来" and spot.tokens.tags[spot.at] == "vn"),
    Decision(
        ANY, "N", "D", VERB,
        lambda spot: (
            spot.word[-1] in "回来去出下给" and len(spot.word) == 2 and spot.tokens.tags[spot.at] == "v"
            and not (spot.cue or spot.is_term() or spot.is_at(0, "state_noun"))
        ),
    ),  # 移民 带回 的 A
    Decision(ANY, "N,.PVuIBd", "DVnN,.d", NOUN, is_organisation),
    Decision(ANY, "N", "CNnD", NOUN, is_part_of_cause),
    Decision(ANY, "N", "I", NOUN, is_done_away),
    Decision(ANY, "N", "I", NOUN, lambda spot: spot.word_at(1) == "所" and not spot.marked),  # 高校 扩招 所 引发 的
    Decision(ANY, "N", "D", NOUN, is_aim_of_deed),
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: spot.kind_at(-2) == "C" and spot.is_at(2, "deed_head") and spot.verbs_left > 0 and not spot.marked,
    ),  # 承担 A 和 舆论 引导 的 功能
    Decision(
        ANY, "Na", "D", VERB,
        lambda spot: spot.is_at(-1 if spot.before == "N" else -2, "others") and spot.kind_at(2) in "aN" and spot.cue,
    ),  # 人们 广泛 关注 的 A
    Decision(ANY, "NV", "d", NOUN, lambda spot: spot.word_at(1) == "得以" and len(spot.word) > 1),  # A 修建 得以 V
    Decision(ANY, "V", "Nn", NOUN, lambda spot: spot.is_at(-1, "being") and spot.word_at(2) == "得以"),  # 互助 养老
    Decision(ANY, "fV", "C", NOUN, is_owner_in_list),  # 市场 中 需要 与 能力 的 分离
    Decision(
        ANY, "u", ANY, NOUN,
        lambda spot: spot.cue and spot.is_at(-2, "light_verb") and not is_power(spot),
    ),  # 展开 了 批判
    Decision(ANY, "u", ",.CD", NOUN, is_done),
    Decision(ANY, "V", "D", NOUN, lambda spot: spot.is_cue(-1) and is_change_of(spot)),  # 加深 思考 的 停滞
    Decision(ANY, "uN", ",.DN", NOUN, is_what_it_is_taken_as),
    Decision(ANY, "u", ",.", NOUN, lambda spot: spot.word_at(-1) == "为" and spot.kind_at(-2) == "V"),  # 引导 为 购买
    Decision(
        ANY, "N", "P", VERB,
        lambda spot: spot.word in ("实现", "完成") and spot.next_is("toward") and spot.kind_at(-2) == "D",
    ),  # 通过 对 时间 的 控制 实现 对 A 的 B
    Decision(
        ANY, "C", "N", NOUN,
        lambda spot: spot.kind_at(2) in "mr" and spot.word_at(1) in (spot.word_at(-3), spot.word_at(-4)),
    ),  # 空间 实践 和 表征 空间 三个 层面
    Decision(
        ANY, "ad", "d", NOUN,
        lambda spot: spot.word in ("需要", "需求") and spot.kind_at(-2) == "V" and spot.word_at(1) == "来",
    ),  # 通过 制造 虚假 需要 来 消解 A
    Decision(
        ANY, "N", "NV", VERB,
        lambda spot: (
            spot.is_at(0, "replacing") and not spot.verbs_left and spot.word_at(-2) != "的"
            and any(spot.tokens.words[at] in ("成为", "而成为", "变成") for at in spot.ahead(2))
        ),
    ),  # 符号 价值 取代 使用 价值 成为 A
    Decision(
        ANY, "d", ",.", NOUN,
        lambda spot: spot.word_at(-1) in ("新", "旧") and spot.has_cue(-2, frame="result") and spot.kind_at(-2) == "V",
    ),  # 变成 新 负担
    Decision(ANY, "P", "D", NOUN, lambda spot: spot.is_at(-1, "toward")),  # 对 存在 的 遗忘
    Decision(ANY, "Vu", "r", NOUN, lambda spot: spot.verbs_left > 0 and spot.word_at(1) in ITSELF),
    Decision(ANY, "V", "D", NOUN, is_filling_role),  # 是 理解 的 前提
    Decision(ANY, ",.d", ANY, NOUN, is_topic),
    Decision(ANY, ",.", "Vn", NOUN, lambda spot: opens_plainly(spot) and spot.is_at(2, "being")),  # 殖民 掠夺 是 A
    Decision(
        ANY, ",.", "V", NOUN,
        lambda spot: opens_plainly(spot) and spot.has_cue(1, frame="result") and len(spot.word_at(1)) > 2,
    ),  # 启蒙 倒退为 A, not 发展 成为
    Decision(ANY, ",.d", "N", NOUN, rests_on),
    Decision(ANY, ",.d", "N", NOUN, opens_change),
    Decision(ANY, ",.", "N", NOUN, opens_subject),
    Decision(ANY, "N", "Vn", VERB, is_done_with),
    Decision(
        ANY, ",.", ANY, NOUN,
        lambda spot: spot.word_at(1) == "越" or (spot.word_at(1) in ("就", "也") and spot.word_at(2) == "越"),
    ),  # A 越 高，服从 就 越 彻底
    Decision(
        ANY, ",.", "Vn", NOUN,
        lambda spot: (
            len(spot.word) > 1
            and spot.next_is("result_verb")
            and not spot.is_at(0, "serial")
            and spot.kind_at(2) != "C"
        ),
    ),  # 沉浸 带来 疲劳, not 分析 加速 与 异化
    Decision("V", ANY, ANY, VERB, is_taking_for),  # 把 A 分为 预 塑形, 把 A 当作 对 B 的 回应
    Decision(ANY, "PV", "d", NOUN, is_leaned_on),
    Decision(ANY, "P", "f", NOUN, lambda spot: spot.word_at(-1) == "从"),  # 把 A 从 惩罚 中 解放出来
    Decision(
        ANY, "uP", "N", NOUN,
        lambda spot: (
            spot.kind_at(2) == "C" and spot.is_class(1) and spot.cue and len(spot.word) > 1
            and (spot.is_at(-1, "toward") or spot.word_at(-1) in ("关于", "围绕") or spot.is_at(-1, "aspect"))
            and not (spot.kind_at(3) in "Vn" and spot.kind_at(4) in "Nn" and spot.is_at(-1, "toward"))
        ),
    ),  # 区分 了 使用 价值 和 A, 对 使用 价值 和 A 的 B; not 对于 V A 和 V B 具有 意义
    Decision(
        ANY, "N", "C", VERB,
        lambda spot: (
            not spot.marked and not spot.verbs_left and spot.cue and spot.word_at(1) in ("和", "与", "并")
            and spot.kind_at(2) in "Vn" and spot.tokens.has_aspect_behind(spot.at + 2)
        ),
    ),  # A 的 写作 改造 和 使用 了 B
    Decision(
        ANY, "N", "N", NOUN,
        lambda spot: spot.kind_at(2) == "f" and spot.is_class(1) and any(
            spot.tokens.words[at] == "在" for at in spot.behind(2, DEED_ENDS)
        ),
    ),  # 在 A 批判 语境 中
    Decision(
        ANY, "N", "Nn", NOUN,
        lambda spot: spot.tokens.tags[spot.at] in ("a", "an") and spot.verbs_left > 0 and not spot.marked,
    ),  # 促进 社会 繁荣 进步
    Decision(
        ANY, "N", "P", NOUN,
        lambda spot: (
            spot.word_at(1) == "在" and spot.kind_at(-2) == "D" and not spot.verbs_left
            and any(spot.is_at(at - spot.at, "being") for at in spot.ahead(2))
        ),
    ),  # 甲 的 理论 探索 在 A 上 是 B
    Decision(
        ANY, "V", "C", NOUN,
        lambda spot: (
            spot.has_cue(-1, frame="verb") and spot.word_at(1) in ("和", "与", "、") and spot.kind_at(2) == "N"
            and "D" in (spot.kind_at(3), spot.kind_at(4)) and not spot.is_at(-1, "serial")
        ),
    ),  # 追求 品味 和 社会 认同 的 A
    Decision(
        ANY, "N", "d", NOUN,
        lambda spot: spot.word_at(1) in ("怎样", "如何") and spot.has_cue(2, frame="result") and not spot.cue,
    ),  # 口头 约定 怎样 变成 A
    Decision(
        ANY, "r", "N", NOUN,
        lambda spot: (
            spot.word_at(-1) == "其" and spot.kind_at(-2) == "V" and spot.kind_at(2) == "D" and spot.verbs_left > 0
        ),
    ),  # 影响 着 其 获取 知识 的 能力
    Decision(
        ANY, "N", "VNnamr", VERB,
        lambda spot: spot.word_at(-1) in ("理由", "必要", "责任", "机会") and spot.word_at(-2) in ("有", "没有", "无"),
    ),  # 有 理由 践行 A
    Decision(
        ANY, "N", "V", NOUN,
        lambda spot: spot.word_at(1) in ("具有", "拥有", "具备") and spot.verbs_left > 0 and not spot.marked
        and len(spot.word) > 1,
    ),  # 要求 刑法 规范 具有 A
    Decision(
        ANY, "PB", "D", NOUN,
        lambda spot: spot.word_at(-1) in ("从", "把") and len(spot.word) > 1 and spot.kind_at(2) in "Na",
    ),  # 从 交往 的 空间 变成 A, 把 养老 的 责任 外包 给 A
    Decision(ANY, "PI", "PN,D", NOUN, is_station),
    Decision(ANY, "N", ANY, NOUN, lambda spot: spot.word_at(-1) == "自我" and spot.after != "u"),  # 自我 保护 运动
    Decision(ANY, "N", "P", NOUN, lambda spot: is_set_under(spot) or is_placed(spot)),
    Decision(ANY, "N", "CD", NOUN, lambda spot: is_provided_for(spot) or has_counted_head(spot)),
    Decision("V", ",.d", "Vn", NOUN, is_deed),
    Decision(ANY, ",.", "V", NOUN, is_told_what),
    Decision(ANY, "V", "N", NOUN, is_class_taken),
    Decision(ANY, ",.", "I", NOUN, is_undergone),
    Decision(ANY, ",.", "N", NOUN, lambda spot: is_of_people(spot) or is_theory(spot)),
    Decision(ANY, "B", "C", NOUN, lambda spot: len(spot.word) > 1),  # 把 制作 与 A 分开
    Decision(ANY, ",.", "Vn", NOUN, is_doer_of_cleft),
    Decision("V", "V", "V", NOUN, is_listed_part),
    Decision(ANY, ANY, "Vn", NOUN, is_turned),
    Decision(
        ANY, "d", "V", NOUN,
        lambda spot: (
            (spot.is_at(1, "needs") or spot.has_cue(1, relation="depends_on") or spot.has_cue(1, frame="reverse"))
            and spot.kind_at(2) in "Nr" and len(spot.word) > 1 and follows_opening(spot)
        ),
    ),  # 而 承认 需要 时间
    Decision(ANY, ",.d", "Nn", NOUN, is_first_of_name),
    Decision(
        "V", "V", "Vn", NOUN,
        lambda spot: (
            not spot.cue and spot.is_at(-1, "being") and spot.kind_at(2) in ",."
            and len(spot.word) > 1 and not spot.is_at(0, "light_verb")
        ),
    ),  # 是 自治 组织
    Decision(
        ANY, "V", "Vn", NOUN,
        lambda spot: spot.next_is("result_verb") and len(spot.word) > 1 and is_told_of(spot),
    ),  # 认为 加速 导致 A
    Decision(
        "V", "V", "D", NOUN,
        lambda spot: (
            (spot.is_at(-1, "being") or spot.has_cue(-1, frame="copula") or spot.has_cue(-1, relation="equals"))
            and spot.kind_at(2) in "Na" and (spot.cue or spot.is_term() or spot.has_cue(2, relation="produces"))
        ),
    ),  # 是 加速 的 结果, 看作 解放 的 途径, not 是 公认 的 专家
    Decision(ANY, "uV", "Nn", NOUN, is_in_raised),
    Decision(ANY, "C", "N", NOUN, is_second_owned),
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: (
            spot.cue and spot.kind_at(-2) == "C" and spot.kind_at(-3) == "N" and spot.is_cue(-3)
            and spot.kind_at(-4) == "N" and spot.kind_at(-5) in ",.DVP"
        ),
    ),  # 算法 操纵 和 数据 控制 的 叠加
    Decision(
        ANY, "u", "a", NOUN,
        lambda spot: (
            spot.is_at(-1, "aspect") and spot.kind_at(-2) == "V" and spot.kind_at(2) in ",."
            and spot.tokens.tags[spot.at + 1] in ("a", "an") and len(spot.word) > 1
        ),
    ),  # 限制 了 出版 自由
    Decision(ANY, "V", "C", NOUN, lambda spot: spot.has_cue(-1, frame="speech") and spot.kind_at(2) == "N"),
    Decision(ANY, "IV", "C", NOUN, opens_list),
    Decision(ANY, "C", "C", NOUN, lambda spot: spot.marked and spot.kind_at(-2) == "N" and spot.kind_at(2) in "Nn"),
    Decision(ANY, "I", "N", NOUN, lambda spot: not spot.cue and spot.word_at(1) == "人"),  # 由 投资 人 转变为
    Decision(ANY, "I", "D", NOUN, lambda spot: not spot.cue and spot.tokens.tags[spot.at] == "vn"),  # 由 活动 的 内容
    Decision(ANY, "V", "N", NOUN, is_what_comes),  # 让位于 交换 价值
    Decision(
        ANY, "V", "N", NOUN,
        lambda spot: spot.kind_at(2) == "C" and not spot.cue and spot.has_cue(-1, relation="has_part"),
    ),  # 分为 交往 记忆 和
    Decision(ANY, "N", ",.", VERB, lambda spot: spot.cue and is_done_by(spot)),  # 由 [V B 的] C 决定
    Decision(ANY, "N", ",.", VERB, lambda spot: spot.cue and stands_against(spot)),  # A 与 B 相对立
    Decision(ANY, "m", ",.", VERB, lambda spot: spot.cue and spot.marked),  # 由 A 和 B 三 部分 构成
    Decision(ANY, "N", "N", NOUN, lambda spot: spot.word_at(1) == "方面"),  # 在 人性 提升 方面
    Decision(
        ANY, "m", "N", NOUN,
        lambda spot: spot.verbs_left > 0 and spot.word_at(-1)[-1] in "种类" and spot.kind_at(2) in ",.",
    ),  # 有 两种 影响 因素
    Decision(ANY, "C", "Cmr", NOUN, lambda spot: not spot.cue and spot.kind_at(-2) == "N" and in_list_of_parts(spot)),
    Decision("n", "N", ",", NOUN, is_topic_with_comma),
    Decision(ANY, "N", "N", NOUN, is_listed_compound),
    Decision(ANY, "C", "N", NOUN, is_last_named),
    Decision("n", "N", "D", VERB, lambda spot: spot.is_at(-1, "others") and is_headless(spot)),  # 人们 消费 的 是 A
    Decision(
        ANY, "C", "N", VERB,
        lambda spot: (
            spot.cue and spot.word_at(-1) == spot.word_at(-4) == "、" and spot.kind_at(-2) == "N"
            and spot.kind_at(-3) == "V" and not spot.next_is_class() and len(spot.word) > 1
        ),
    ),  # 改良 农具、开辟 集市、约束 A
    Decision(
        ANY, "PC", "N", VERB,
        lambda spot: (
            spot.word in word_list("object_verbs") and spot.tokens.tags[spot.at] == "v" and not spot.next_is_class()
            and spot.word_at(-1) in ("在", "、")
        ),
    ),  # 在 加入 A 后, 约束 商人、构建 A 等 功能
)  # fmt: skip
