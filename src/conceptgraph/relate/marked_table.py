"""What a word that may be verb or noun is beside a marker, a mark or a certain word; asked before all other lines."""

from __future__ import annotations

from conceptgraph.relate.affecting import affects_as_means, affects_by_deed, is_of_factors
from conceptgraph.relate.decision import ANY, NOUN, VERB, Decision
from conceptgraph.relate.first_verbs import is_in_doer, is_mainly_done, is_so_far, verb_ahead
from conceptgraph.relate.listed_verbs import (
    goes_on_bettering,
    is_done_in_row,
    is_done_likewise,
    is_in_respects,
    is_listed_change,
    is_listed_openly,
    is_row_of_attributes,
    is_row_of_deeds,
    opens_deeds,
    shares_head_ahead,
    shares_object,
)
from conceptgraph.relate.name_signs import (
    has_own_place,
    is_between,
    is_deed_of_owner,
    is_done_by_person,
    is_means_of_deed,
    is_means_of_two,
)
from conceptgraph.relate.named_verbs import (
    begins_way,
    gives_for,
    is_agent,
    is_classed,
    is_correlated,
    is_criticism,
    is_in_based_title,
    is_in_growth,
    is_in_parts,
    is_named_alike,
    is_of_problem,
    is_seen_from,
    is_set_apart,
    is_set_beside,
    is_studied_first,
)
from conceptgraph.relate.topic_verbs import is_set_right
from conceptgraph.relate.verb_signs import (
    is_change_that_acts,
    is_held,
    is_in_place,
    is_led_noun,
    is_lightly_done,
    is_marked_verb,
    is_reporting,
    is_studied_effect,
    is_turning_into,
)
from conceptgraph.relate.wei import follows_yi, is_served
from conceptgraph.relate.words import AND_THEN, FROM, MUTUAL, RESULT_ENDS, SO

BY_MARK = (
    Decision(ANY, "V", "RD", NOUN, has_own_place),
    Decision(ANY, "P", "Nn", VERB, affects_as_means),
    Decision(ANY, "N", "Nn", VERB, affects_by_deed),
    Decision(
        ANY, "C", "CV", NOUN,
        lambda spot: (
            spot.marked and spot.word_at(-1) == "、" and spot.kind_at(-2) == "N"
            and (spot.word_at(1) == "、" or spot.is_at(1, "deeming"))
        ),
    ),  # 将 生产、分配、交换 看作 A
    Decision(
        ANY, "N", ",.", NOUN,
        lambda spot: spot.word_at(-1) == "自我" and spot.kind_at(-2) == "D" and len(spot.word) > 1,
    ),  # 将 A 视为 B 的 自我 展开
    Decision(
        ANY, ANY, "ad", NOUN,
        lambda spot: spot.word == "影响" and spot.is_at(1, "extent") and spot.kind_at(2) in ",.-Cd",
    ),  # A 影响 深远 (而 广泛)
    Decision(ANY, ANY, "Nna", VERB, is_mainly_done),
    Decision("n", "N", "Namr", VERB, is_done_by_person),
    Decision(ANY, "Na", ",", NOUN, is_deed_of_owner),
    Decision("Vn", "P", "C", NOUN, is_means_of_two),
    Decision("V", "P", "V", NOUN, is_means_of_deed),
    Decision("Vn", "C", "Vn", NOUN, is_means_of_two),
    Decision(ANY, "aDd,.CP", "N", NOUN, is_agent),
    Decision(ANY, "uV", "Nnamr", VERB, is_of_factors),  # 发现 了 [影响 A 的 三个 因素]
    Decision(
        ANY, "Nr", ",.", VERB,
        lambda spot: (
            spot.word in ("组成", "构成") and "由" in spot.tokens.words[spot.tokens.clause_start(spot.at) : spot.at]
        ),
    ),  # 由 A、B 和 C 这 三个 部分 组成
    Decision(
        ANY, "N", "Rr", VERB,
        lambda spot: (
            spot.word == "影响" and spot.word_at(1) == "其" and spot.kind_at(2) in "NnV" and not spot.verbs_left
        ),
    ),  # 年龄 和 职业 影响 其 收入
    Decision(ANY, ",", "N", NOUN, is_in_growth),
    Decision("n", ",.", "N", VERB, is_studied_first),
    Decision(ANY, "N", "N", NOUN, is_in_based_title),
    Decision(ANY, "N,.C", "NVn", NOUN, is_correlated),
    Decision(ANY, ANY, "u", NOUN, lambda spot: spot.word_at(1) == "之一"),  # 最 重要 的 组织 之一
    Decision(ANY, "NV", "C", NOUN, lambda spot: is_listed_change(spot, 0)),  # 分析 监督 弱化、A 及 B 等 机制
    Decision(ANY, "NV", "V", NOUN, lambda spot: is_listed_change(spot, 1)),  # 分析 A、控制 深化 及 B 等 机制
    Decision(
        ANY, "PV", "V", NOUN,
        lambda spot: (
            spot.word_at(-1) in ("利用", "凭借", "依靠", "借助") and len(spot.word) > 1
            and spot.has_cue(1, relation="causes")
        ),
    ),  # 利用 垄断 引发 A
    Decision(
        ANY, "N", "DR", NOUN,
        lambda spot: (
            spot.verbs_left > 0 and spot.has_cue(0, frame="verb") and not spot.marked
            and spot.word_at(1) == "之" and spot.kind_at(2) == "N"
        ),
    ),  # 开创 社会 批判 之 先河
    Decision(
        ANY, "u", "Nram", VERB,
        lambda spot: spot.word_at(-1) == "地" and spot.cue and len(spot.word) > 1 and not spot.verbs_left,
    ),  # 可以 有效 地 预测 A
    Decision(
        ANY, "Na", "Nnramd", VERB,
        lambda spot: (
            (spot.word[:2] in ("正向", "负向", "显著") or spot.word in ("直接影响", "间接影响"))
            and spot.cue and not spot.verbs_left and not spot.marked and not spot.next_is_class() and not spot.titled
        ),
    ),  # A 正向 调节 B 与 C 的 关系
    Decision(ANY, "N", "Vn", VERB, lambda spot: gives_for(spot, 0)),
    Decision(ANY, "V", "D,.", NOUN, lambda spot: gives_for(spot, -1)),
    Decision(ANY, "V", "NnaC", NOUN, lambda spot: spot.is_at(-1, "happened") and spot.is_at(0, "loss_head")),
    Decision(
        ANY, "r", "NnramVPB", VERB, lambda spot: spot.is_at(-1, "somebody") and spot.has_cue(0, frame="speech")
    ),  # 有人 主张 A V B, 有人 主张 用 A V B
    Decision(ANY, "V", "N", VERB, is_set_right),
    Decision(
        ANY, ANY, ANY, NOUN,
        lambda spot: spot.word == "回归" and spot.word_at(1)[:2] in spot.grammar.sets["regression_kind"],
    ),  # 回归 分析
    Decision(ANY, "N", "Vn", NOUN, is_in_doer),
    Decision(ANY, "NBC", "NCVn", NOUN, is_set_apart),
    Decision("n", "I", "N", NOUN, is_in_doer),
    Decision("n", ",.", "N", NOUN, lambda spot: spot.word_at(2) == "被" or spot.is_at(2, "copula")),  # 教育 公平 被
    Decision("n", ANY, "N", NOUN, lambda spot: spot.is_at(1, "state_noun") and spot.tokens.tags[spot.at] == "vn"),
    Decision(ANY, "N", "I", NOUN, lambda spot: spot.word_at(1) == "被" and spot.is_at(2, "deeming")),  # 书写 被 看作
    Decision(ANY, "N,.", "P", NOUN, is_so_far),
    Decision(ANY, "N", ",", NOUN, lambda spot: spot.is_at(-2, "leading_means")),  # 通过 知识 生产，
    Decision(ANY, "dN", "V", NOUN, is_set_beside),
    Decision(
        ANY, ",", "Na", VERB,
        lambda spot: spot.word in ("证明", "证实", "表明", "说明", "显示") and verb_ahead(spot),
    ),  # A 的 内容，证明 B 早已 存在
    Decision(ANY, "N", "P", NOUN, is_criticism),
    Decision(
        ANY, "N", "N", NOUN,
        lambda spot: spot.word_at(1) in ("趋势", "倾向", "态势") and spot.word[-1] == "化" and spot.kind_at(2) == "D",
    ),  # 造成 村落 弱化 趋势 的 原因
    Decision(
        ANY, "N", ",", NOUN, lambda spot: spot.word_at(-2) == "没有" and spot.word_at(2) in SO
    ),  # 没有 知识 生产，就 没有 A
    Decision(ANY, "N", "C", NOUN, is_in_parts),
    Decision(
        ANY, "N", ",", NOUN,
        lambda spot: spot.word_at(2)[:2] in ("尤其", "特别") and not spot.verbs_left and not spot.marked,
    ),  # 知识 生产，尤其 是 A，V B
    Decision(ANY, "N", "rR", NOUN, is_classed),
    Decision(ANY, "N", "V", NOUN, is_change_that_acts),
    Decision(
        ANY, "V", "P", NOUN,
        lambda spot: spot.is_at(-1, "copula") and spot.next_is("toward") and spot.word[-1] not in "于在",
    ),  # 是 延迟 对 A 的 B, not 是 来源于 对 A 的 B
    Decision(
        ANY, "N", "Na", NOUN,
        lambda spot: (
            spot.word_at(1) in ("有利", "有益", "有害") and spot.kind_at(2) in ",."
            and any(spot.tokens.words[at] in spot.grammar.sets["toward"] for at in spot.behind())
        ),
    ),  # 对 集市 增长 有利
    Decision(
        ANY, "V", "C", NOUN,
        lambda spot: (
            spot.word_at(-1)[-1] == "在" and spot.has_cue(-1, relation="has_part") and spot.word_at(1) == "、"
            and spot.kind_at(2) in "Nn" and spot.kind_at(3) in "CE"
        ),
    ),  # 表现在 组织、经费 等 方面
    Decision(
        ANY, "N", "V", NOUN,
        lambda spot: spot.marked and spot.next_is("result_verb") and "由" in (spot.word_at(-2), spot.word_at(-3)),
    ),  # 由 土地 兼并 引发 的 A
    Decision(ANY, "N", "V", VERB, is_turning_into),
    Decision(ANY, "P,.", "N", VERB, is_studied_effect),
    Decision(
        "n", "N", "N", VERB,
        lambda spot: spot.word in ("证明", "说明") and not spot.verbs_left and verb_ahead(spot),
    ),  # 历史 证明 A 决定 B
    Decision(ANY, "N", "NamrRS", VERB, is_seen_from),
    Decision(
        ANY, "N", "PV", VERB,
        lambda spot: (
            spot.marked and spot.word_at(1) == "到" and spot.kind_at(2) in "Namr"
            and any(spot.tokens.kinds[at] == "B" for at in spot.behind())
        ),
    ),  # 把 A 传播 到 B
    Decision("V", "P", "N", VERB, lambda spot: spot.word_at(-1) == "为了" and spot.word_at(2) == "而"),  # 为了 写 A 而
    Decision(ANY, "C", "N", NOUN, is_listed_openly),
    Decision(ANY, ANY, ANY, VERB, is_marked_verb),
    Decision(ANY, "N", "VndPID,.", NOUN, lambda spot: spot.word in ("观", "史", "感")),  # 缘起 观 否定 A
    Decision(
        ANY, "N", "PVu", VERB, lambda spot: spot.marked and spot.word_at(1) == "为" and len(spot.word) > 1
    ),  # 把 A 贬低 为
    Decision(ANY, "B", "V", VERB, lambda spot: spot.word_at(2) == "的" and len(spot.word) > 1),  # 把 [反抗 统治 的] A
    Decision(ANY, "B", "VPd", NOUN, lambda spot: spot.word_at(-1) == "把" and len(spot.word) > 1),  # 把 批判 变成 A
    Decision(
        ANY, "B", "N", NOUN,
        lambda spot: spot.kind_at(2) in "IP" and spot.word_at(2) in FROM and spot.tokens.tags[spot.at] == "vn",
    ),  # 将 研究 重心 由 A 转向 B
    Decision(
        ANY, "r", "PuV", VERB,
        lambda spot: spot.word_at(1) in ("为", "作", "成") and spot.word_at(-1) == "其" and spot.kind_at(-2) == "B",
    ),  # 将 其 解说 为 A
    Decision(ANY, "B", "V", NOUN, lambda spot: spot.word_at(1)[-1] in RESULT_ENDS and len(spot.word) > 1),  # 将 A 分为
    Decision(
        ANY, "u", "d,DV", NOUN,
        lambda spot: spot.is_at(-1, "taken_as") and (spot.after != "d" or spot.word_at(1) in ("来", "而")),
    ),  # 以 A 为 规范 来 V B
    Decision(ANY, "N", "NnVamr", VERB, lambda spot: spot.word_at(-2) == "为" and spot.cue and follows_yi(spot)),
    Decision(
        ANY, "Nd", "V", VERB,
        lambda spot: spot.is_at(0, "passage") and spot.word_at(1) in ("成为", "变成", "而成"),
    ),  # A 演变 成为 B
    Decision(ANY, "C", "Nn", VERB, goes_on_bettering),
    Decision(ANY, "C", "NVn", VERB, is_done_likewise),
    Decision(ANY, "C", "Nn", VERB, is_row_of_deeds),
    Decision(ANY, "NdC", "Cd", VERB, shares_object),
    Decision(ANY, ",.", "Nn", VERB, opens_deeds),
    Decision(ANY, "VN", "C", NOUN, is_done_in_row),
    Decision(ANY, "N", "V", VERB, lambda spot: spot.word == "依靠" and spot.kind_at(2) in "Nn"),  # 商会 依靠 限制 A
    Decision(ANY, "VC", "Nna", VERB, is_row_of_attributes),
    Decision(
        ANY, "N", "C", VERB,
        lambda spot: (
            spot.cue and spot.word_at(1) in ("和", "与", "并") and spot.kind_at(2) == "V" and spot.word_at(3) == "了"
            and spot.tokens.tags[spot.at] == "v"
        ),
    ),  # A 改造 和 使用 了 B
    Decision(ANY, "N", "N", NOUN, is_of_problem),
    Decision(
        ANY, "B", "N", NOUN,
        lambda spot: spot.word_at(-1) == "把" and verb_ahead(spot) and spot.word[-1] not in "为成于",
    ),  # 把 消费 社会 称为
    Decision(ANY, ",", "VndP", NOUN, lambda spot: len(spot.word) > 1 and spot.word_at(-2) == spot.word),
    Decision(ANY, ",.", "N", NOUN, is_named_alike),
    Decision(ANY, "PCuV", "N", NOUN, shares_head_ahead),
    Decision(ANY, "V", ",", NOUN, lambda spot: len(spot.word) > 1 and spot.word_at(2) == spot.word),  # 孕育 A，A 造就 B
    Decision(ANY, "N", ",", VERB, lambda spot: spot.has_cue(0, frame="speech") and spot.word[2:] in ("说", "道")),
    Decision(ANY, "N", ",", VERB, is_reporting),  # 结果 表明，
    Decision(
        ANY, "N", ",.", VERB,
        lambda spot: (
            spot.is_at(0, "beginning") and "从" in [spot.tokens.words[at] for at in spot.behind(2)]
        ),
    ),  # 从 摆脱 A 的 束缚 开始
    Decision(ANY, "d", ",", NOUN, lambda spot: spot.word_at(-1) == "所谓"),  # 所谓 凝视，就是 A
    Decision(ANY, "N", ",", NOUN, lambda spot: spot.word_at(-2) == "所谓" and not spot.verbs_left),  # 所谓 算法 歧视，
    Decision(ANY, "d", ",.", NOUN, lambda spot: spot.word_at(-1) == "而" and spot.word_at(-3) == "由"),  # 由 A 而 广播
    Decision(
        ANY, "N", ",.", VERB,
        lambda spot: spot.is_at(0, "arising") and "作为" in [spot.tokens.words[at] for at in spot.behind(2)],
    ),  # 作为 一种 形式 出现
    Decision(
        ANY, "N", "Nn", VERB,
        lambda spot: (
            len(spot.word) > 1 and spot.word[-1] in "到入向为" and spot.has_cue(0, relation="becomes")
            and not {"从", "由"}.isdisjoint(spot.tokens.words[at] for at in spot.behind(2))
        ),
    ),  # 从 A 转到 B, 由 A 转向 B
    Decision(ANY, "N", "Vn", NOUN, begins_way),
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: spot.word in ("需要", "需求") and "满足" in [spot.tokens.words[at] for at in spot.behind(2)],
    ),  # 满足 A 需要 的 B
    Decision(ANY, "P", "D", NOUN, lambda spot: spot.word_at(-1) == "到" and spot.has_cue(0, frame="copula")),
    Decision(ANY, "-", ANY, NOUN),  # a row: 信任－怀疑－宽恕
    Decision(ANY, ANY, "-", NOUN),
    Decision(ANY, "N", "Nnmr", VERB, is_held),  # 批评者 质疑 A 促进 了 B
    Decision(ANY, "N", "f", VERB, lambda spot: spot.cue and spot.word_at(1) == "下" and spot.kind_at(2) == "D"),
    Decision(
        ANY, "N", "f", NOUN,
        lambda spot: (not spot.marked and not spot.verbs_left) or (spot.next_is("inside") and spot.kind_at(-2) == "P"),
    ),  # 教育选择 中, 从 经验 观察 中
    Decision(ANY, "P", "f", NOUN, lambda spot: spot.is_at(-1, "standing") and spot.next_is("inside")),  # 在 竞争 中
    Decision(
        ANY, "Nab", "d", NOUN,
        lambda spot: spot.word_at(1) in ("予以", "给予", "加以") and spot.kind_at(2) in "uNa" and spot.marked is False,
    ),  # 对 A 的 日常 使用 给予 了 说明
    Decision(ANY, "P", "N", NOUN, lambda spot: spot.word_at(-1) == "以" and spot.word_at(2) == "为首"),
    Decision(
        ANY, "P", "N", NOUN,
        lambda spot: (
            spot.word_at(-1) == "以" and spot.next_is_class() and spot.kind_at(2) == "C" and spot.cue
            and any(spot.tokens.words[at] == "为" for at in spot.ahead(3))
        ),
    ),  # 以 控制 机制 与 A 为 手段
    Decision(
        ANY, "N", "d", NOUN,
        lambda spot: (
            len(spot.word) > 1 and not spot.verbs_left and not spot.marked
            and spot.word_at(1) in ("也", "则", "又", "便", "就", "已", "逐渐", "日益") and spot.is_at(2, "becoming")
        ),
    ),  # 宗族 垄断 也 成为
    Decision(
        ANY, "r", "d", VERB,
        lambda spot: spot.word_at(1) in AND_THEN and spot.kind_at(2) in "Vn",
    ),  # 它们 适应 并 服务于 A
    Decision(
        ANY, "dN", "N", NOUN,
        lambda spot: (
            spot.kind_at(2) == "f" and spot.kind_at(3) == "D" and spot.is_class(1)
            and spot.verbs_left > 0 and not spot.marked
        ),
    ),  # 缓解 A 直接 治理 模式 下 的 B
    Decision(
        ANY, ",.", "VnN", NOUN,
        lambda spot: (
            len(spot.word) > 1 and "越" in (spot.word_at(3), spot.word_at(4))
            and "就" in (spot.word_at(2), spot.word_at(3)) and spot.kind_at(2) in "Nd"
        ),
    ),  # ，组织 联结 效度 就 越 高
    Decision(
        ANY, "N", "f", NOUN,
        lambda spot: spot.word == "组织" and spot.word_at(1) == "中" and spot.verbs_left > 0,
    ),  # 存在于 社会 网络 和 社会 组织 中
    Decision(
        ANY, "N", "V", VERB,
        lambda spot: spot.marked and spot.word_at(1) in ("成为", "变成") and len(spot.word) > 1,
    ),  # 将 礼乐 下达 成为 A
    Decision(
        ANY, ",.", "N", NOUN,
        lambda spot: (
            spot.next_is_class() and len(spot.word) > 1
            and (spot.word_at(2) == "由" or (spot.is_at(2, "including") and spot.word_at(2) not in ("如", "例如")))
        ),
    ),  # 过渡 仪式 由 A 构成, 建成 环境 包括 A
    Decision(
        ANY, "N", "d", NOUN,
        lambda spot: (
            spot.word_at(1) in MUTUAL
            and spot.kind_at(2) in "Vn"
            and "C" in (spot.kind_at(-2), spot.kind_at(-3))
        ),
    ),  # 技术 与 身体 规训 彼此 缠绕
    Decision(ANY, "PNVCu", ANY, NOUN, is_between),
    Decision(ANY, "PNCa", "NCEf", NOUN, is_in_respects),
    Decision(ANY, "rad", "fN", NOUN, is_in_place),  # 在 其 批判 哲学 中, 在 现实 应用 中
    Decision(ANY, "d", ",.", NOUN, is_lightly_done),
    Decision(ANY, "N", "d", NOUN, is_led_noun),  # 用 社会 规范 来 实现 A, 由 A 与 社会 动员 共同 建构
    Decision(
        ANY, "NV", "D", NOUN,
        lambda spot: (
            spot.word in ("需要", "要求") and spot.verbs_left > 0
            and (spot.kind_at(-2) == "V" if spot.before == "N" else spot.has_cue(-1, relation="promotes"))
        ),
    ),  # 满足 居住 需要 的 A, 满足 需要 的 A
    Decision(
        ANY, "P", ANY, NOUN,
        lambda spot: (
            spot.word_at(-1).endswith("以")
            and (
                spot.next_is("taken_as")
                or (spot.is_at(2, "taken_as") and (spot.next_is_class() or spot.word_at(1)[2:] == "性"))
            )
        ),
    ),  # 以 复制 为 基础, 以 雇佣 关系 为 基础
    Decision(
        ANY, "V", "N", NOUN,
        lambda spot: spot.word_at(-1) == "作为" and spot.kind_at(2) in ",." and len(spot.word) > 1,
    ),  # 作为 交换 媒介
    Decision(
        ANY, "V", "d", NOUN,
        lambda spot: (
            spot.word_at(1) == "来" and spot.has_cue(-1, frame="verb") and not spot.is_at(-1, "serial")
            and spot.kind_at(2) in "Vn" and len(spot.word) > 1
        ),
    ),  # 通过 控制 祭祀 来 巩固 A
    Decision(ANY, "d", "D", VERB, lambda spot: spot.word_at(-1) in ("得以", "赖以")),  # A 得以 运转 的 前提
    Decision(ANY, ",.", "N", NOUN, lambda spot: spot.word_at(1) == "关系" and spot.is_at(0, "bond_verb")),  # 依赖 关系
    Decision(ANY, "P", ",", NOUN, lambda spot: spot.is_at(-1, "leading_means") and len(spot.word) > 1),  # 通过 祭祀，
    Decision(ANY, "P", "Vn", NOUN, lambda spot: spot.word_at(-1) == "为" and is_served(spot)),  # 为 交往 提供 了 A
    Decision(
        ANY, "P", "Vn", NOUN,
        lambda spot: spot.is_at(-1, "leading_means") and spot.next_is_class() and spot.kind_at(2) == ",",
    ),  # 通过 祭祀 活动，
    Decision(
        ANY, "rR", "Vn", VERB,
        lambda spot: spot.marked and spot.word[-1] in "作成为" and spot.has_cue(0, frame="copula"),
    ),  # 把 它 看作 自治 的 A
)  # fmt: skip
