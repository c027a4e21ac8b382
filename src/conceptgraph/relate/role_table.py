"""What a word that may be verb or noun is as a role, an owner or a name; asked behind `construction_table`."""

from __future__ import annotations

from conceptgraph.relate.attribute_rows import is_in_row_of_deeds, opens_row_before_head
from conceptgraph.relate.compound_verbs import has_light_head, has_quality_head, has_role
from conceptgraph.relate.decision import ANY, NOUN, VERB, Decision
from conceptgraph.relate.first_verbs import follows_opening, is_early, opens_plainly
from conceptgraph.relate.listed_verbs import is_affected, is_owned_by_its, is_owner_behind, makes_name, opens_pair
from conceptgraph.relate.name_signs import (
    is_alike,
    is_graded,
    is_moved,
    is_parted,
    is_stressed,
    is_told_of_whom,
    opens_gloss,
)
from conceptgraph.relate.named_verbs import (
    closes_way,
    is_doing_meanwhile,
    is_done_as_means,
    is_found_there,
    is_growing_reason,
    is_in_turning_name,
    is_told_twice,
)
from conceptgraph.relate.spot import DEED_ENDS
from conceptgraph.relate.topic_verbs import (
    acts_ahead,
    closes_ability,
    is_bare_means,
    is_brought_about,
    is_done_meanwhile,
    is_ground_taker,
    is_means_of_effect,
    is_one_of_two,
    is_set_against,
    is_told_as_way,
    opens_ability,
    opens_row,
    tells_beside_what,
)
from conceptgraph.relate.ways_of_deeds import is_of_way, takes_way
from conceptgraph.relate.wei import is_aimed_at
from conceptgraph.relate.words import ADDING, FOR_WHOM, MUTUAL, SO, SO_THEN, SUFFERING

BY_ROLE = (
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: spot.is_at(2, "respect_of") and spot.word_at(-2) == "从" and len(spot.word) > 1,
    ),  # 从 制度 批判 的 角度 指出 A
    Decision("V", "PCd", "d", NOUN, lambda spot: spot.word_at(1) == "而" and spot.word_at(-1) == "因"),  # 因 欺骗 而 V
    Decision(
        ANY, "Nn", "Nn", VERB,
        lambda spot: (
            spot.word_at(-2) in ("以", "用") and spot.kind_at(-3) == "V" and spot.has_cue(0, frame="verb")
            and not spot.is_at(-3, "being") and not spot.next_is_class()
            and {"V", "n", "u"}.isdisjoint(spot.tokens.kinds[at] for at in spot.ahead(2))
        ),
    ),  # 主张 以 教育 代替 A
    Decision(
        "V", "m", "N", NOUN,
        lambda spot: (
            spot.word_at(-1) == "一" and spot.word_at(-2) in ("这", "那") and len(spot.word) > 1
            and spot.kind_at(2) in "VdPIB" and "D" not in (spot.kind_at(3), spot.kind_at(4))
        ),
    ),  # A 的 这 一 扩张 轨迹 加剧 了 B
    Decision(ANY, "N", "D", NOUN, lambda spot: spot.is_at(0, "tenor")),  # 具有 A 意味 的 B
    Decision(ANY, "PC", "NnramVd", VERB, is_aimed_at),
    Decision(
        "V", "r", ",.", VERB, lambda spot: spot.word_at(-1) == "大量" and spot.kind_at(-2) in "Nf" and spot.at > 1
    ),  # 书坊 大量 涌现
    Decision(ANY, "N", "PN", VERB, lambda spot: spot.is_at(0, "promising") and spot.word_at(-2) == "向"),  # 向 A 许诺 B
    Decision(ANY, "V", "V", NOUN, is_set_against),
    Decision(
        ANY, "V", "C", NOUN,
        lambda spot: (
            spot.is_at(-1, "resisting") and spot.word_at(1) == "、" and spot.has_cue(0, relation="acts_on")
            and len(spot.word) > 1
        ),
    ),  # 反抗 压迫、夺取 A
    Decision(
        ANY, "V", "N", VERB,
        lambda spot: (
            spot.is_at(-1, "being") and spot.is_at(0, "connecting") and "C" in (spot.kind_at(2), spot.kind_at(3))
        ),
    ),  # 是 沟通 A 与 B 的 中介
    Decision(
        ANY, "Sd", "N", VERB,
        lambda spot: spot.is_at(0, "title_opener") and spot.tokens.kinds[spot.tokens.clause_start(spot.at)] == "S",
    ),  # 本文 (旨在) 探析 A
    Decision(ANY, "P", ",.", VERB, lambda spot: spot.word_at(-1) == "随之"),  # A 也 随之 变化
    Decision(ANY, "N", "N", VERB, is_in_row_of_deeds),
    Decision(ANY, "V", "N", VERB, opens_row_before_head),
    Decision(ANY, "NPVd,.", "N", NOUN, is_of_way),
    Decision(ANY, "N", "Vn", VERB, takes_way),
    Decision(
        ANY, "V", "N", VERB,
        lambda spot: (
            spot.word_at(-1)[-2:] == "在于" and spot.has_cue(0, frame="verb")
            and (spot.is_at(-2, "merit") or spot.is_at(-2, "aim")) and spot.word_at(1) not in ("价值", "意识")
        ),
    ),  # A 的 功能 在于 维护 B
    Decision(
        ANY, ",.", ",", NOUN,
        lambda spot: spot.word_at(2) in ("即", "亦即", "作为", "这种", "这一") and len(spot.word) > 1,
    ),  # 互惠，即 A，是 B; 祭祀，作为 A，V B
    Decision(
        ANY, ",.", "I", NOUN,
        lambda spot: spot.word_at(1) == "所" and spot.kind_at(2) in "Vn" and spot.kind_at(3) == "D" and not spot.marked,
    ),  # 祭祀 所 维护 的 是 A
    Decision(
        "V", ",.d", "Vn", NOUN,
        lambda spot: (
            spot.at < 2 and spot.tokens.clause_start(spot.at) == 0 and len(spot.word) > 1 and not spot.cue
            and "构成" in (spot.word_at(1)[:2], spot.word_at(2)[:2]) and not spot.is_at(0, "auxiliary")
        ),
    ),  # 商品交换 构成 A 的 B, 互惠 交换 构成 A 的 B
    Decision(
        ANY, "N", "N", VERB,
        lambda spot: (
            spot.is_at(0, "bringing_out") and not spot.verbs_left and not spot.marked and not spot.is_term()
            and spot.is_at(2, "having")
        ),
    ),  # 这种 观念 突出 市场 具有 A
    Decision(ANY, ",.", "da", NOUN, is_graded),
    Decision(ANY, "da", "D", VERB, lambda spot: spot.word_at(-1) == "真正" and spot.is_at(2, "being")),  # 真正 V 的 是
    Decision(ANY, ",.", "D", VERB, lambda spot: spot.word_at(2) == "只有"),  # 剩下 的 只有 A
    Decision(ANY, "N", "VaN", NOUN, is_alike),
    Decision(ANY, "N", "V", VERB, lambda spot: spot.word_at(1) == "说" and spot.is_at(0, "blaming")),  # 甲 抱怨 说
    Decision(
        ANY, "N", "d", NOUN, lambda spot: spot.word_at(1) in ("更", "更加") and spot.kind_at(2) == "V"
    ),  # 法学 解释 更 关心 A
    Decision(ANY, "B", "N", NOUN, is_moved),
    Decision(ANY, "N", "V", NOUN, is_parted),
    Decision(ANY, "V", "V", NOUN, is_stressed),
    Decision("V", "N", "D", NOUN, is_told_of_whom),
    Decision(ANY, "V", "C", NOUN, opens_gloss),
    Decision(
        ANY, "V", "D", NOUN, lambda spot: spot.word_at(-2) == "了" and spot.kind_at(2) == "N"
    ),  # 动摇 了 节制 索取 的 A
    Decision(ANY, "I", "I", NOUN, lambda spot: spot.word_at(1) == "所" and len(spot.word) > 1),  # 由 遗忘 所 塑造
    Decision(ANY, "N", "N", VERB, lambda spot: spot.at == 2 and "而不是" in spot.tokens.words and is_told_twice(spot)),
    Decision(ANY, "N", ",", NOUN, closes_way),  # 从 宗族 治理 到 商会 治理
    Decision(ANY, "N", "D", NOUN, lambda spot: spot.is_at(2, "passage") and closes_way(spot)),
    Decision(
        ANY, "V", "D", NOUN,
        lambda spot: spot.has_cue(-1, relation="produces") and spot.kind_at(2) in "aN",
    ),  # 造就 批判 的 精神
    Decision(
        ANY, "V", "D", NOUN,
        lambda spot: spot.is_at(-1, "being") and spot.word_at(2) in ("反面", "对立面"),
    ),  # 自由 是 控制 的 反面
    Decision(ANY, "E", "D", NOUN, lambda spot: spot.word == "组织" or spot.is_class(0)),  # 宗族 等 组织 的 利益
    Decision(
        ANY, "V", "C", NOUN,
        lambda spot: (
            spot.has_cue(-1, relation="produces") and spot.word_at(1) in ADDING
            and spot.kind_at(2) in "Nad" and spot.kind_at(3 + (spot.kind_at(2) == "d")) in ",."
        ),
    ),  # 对 A 产生 怀疑 和 不满
    Decision(
        ANY, "C", "N", NOUN,
        lambda spot: (
            spot.next_is_class() and len(spot.word) > 1 and spot.kind_at(2) == "C"
            and spot.kind_at(-2) == "N" and spot.kind_at(-3) != "V"
        ),
    ),  # 体现在 文本 选择、翻译 策略 和 A
    Decision(ANY, "N", ",.", NOUN, lambda spot: spot.kind_at(-2) == "-" and len(spot.word) > 1),  # A－价值 榨取，
    Decision(ANY, "I", "D", NOUN, lambda spot: not spot.cue and spot.has_cue(3, frame="result")),  # 由 居住 的 A 变成
    Decision(
        ANY, ",.", "d", NOUN,
        lambda spot: opens_plainly(spot) and spot.has_cue(2, frame="result") and len(spot.word_at(2)) > 2,
    ),  # 启蒙 逐渐 让位于 A
    Decision(ANY, "V", "d", NOUN, is_done_as_means),
    Decision(ANY, "N", "V", NOUN, is_found_there),
    Decision(ANY, "N", "P", NOUN, is_doing_meanwhile),
    Decision(ANY, "N", "Nn", NOUN, is_in_turning_name),
    Decision(ANY, "N", ",.", NOUN, is_growing_reason),
    Decision(ANY, "NVC", "V", NOUN, lambda spot: spot.is_at(1, "showing") and len(spot.word) > 1),  # 与 社会 排斥 呈
    Decision("V", "VuPC,.", "V", NOUN, opens_pair),
    Decision(ANY, "N", "D", NOUN, lambda spot: spot.is_at(-2, "joining_verb")),  # 参与 乡村 治理 的 权利
    Decision(ANY, "N", "D", NOUN, has_role),
    Decision(ANY, "N", "D", NOUN, has_light_head),
    Decision(ANY, "N", "D", NOUN, has_quality_head),
    Decision(
        ANY, "d", "V", NOUN,
        lambda spot: (
            (spot.next_is("being") or spot.has_cue(1, frame="result")) and opens_plainly(spot) and follows_opening(spot)
        ),
    ),  # 而 教育 是 A, 一旦 祭祀 沦为 A
    Decision(ANY, "N", "d", NOUN, is_early),
    Decision(
        ANY, ANY, ANY, NOUN,
        lambda spot: (
            spot.word_at(-1) == "没有" and spot.word_at(1) in SO_THEN
            and spot.word_at(2) in ("没有", "无", "谈不上", "不会有", "难有")
        ),
    ),  # 没有 承认 就 没有 A
    Decision(ANY, ANY, "D", NOUN, is_owner_behind),
    Decision(ANY, ANY, "Nd", NOUN, is_owned_by_its),
    Decision(
        ANY, ANY, "Vn", NOUN,
        lambda spot: spot.word_at(-1).endswith("以") and spot.is_at(2, "taken_as") and not spot.is_at(3, "aim"),
    ),  # 以 雇佣 劳动 为 前提
    Decision(ANY, "Nd", ANY, NOUN, lambda spot: spot.word_at(-2).endswith("以") and spot.next_is("taken_as")),
    Decision(
        ANY, "Na", "u", NOUN,
        lambda spot: (
            spot.is_at(1, "particle") and spot.word_at(1)[0] == "为" and spot.kind_at(2) in "D,"
            and any(spot.word_at(back) == "以" for back in (-2, -3, -4))
        ),
    ),  # 以 公共 服务 为代表 的 A
    Decision(
        ANY, "N", "a", NOUN,
        lambda spot: (
            len(spot.word_at(1)) > 3 and spot.is_at(1, "attribute_noun") and spot.kind_at(2) == "D"
            and any(spot.is_at(back, "being") for back in (-2, -3, -4))
        ),
    ),  # 是 宗族 组织 不可分割 的 一部分
    Decision(
        ANY, "P", ANY, NOUN,
        lambda spot: (
            spot.is_at(-1, "toward") and spot.is_at(1, "having_effect")
        ),
    ),  # 对 就业 有 A
    Decision(
        ANY, "N", "N", VERB,
        lambda spot: spot.word == "影响" and spot.word_at(2) == "的" and spot.word_at(3) in ("过程", "机制", "中介"),
    ),  # 在 市场 影响 农业 的 过程 中
    Decision(ANY, "N", "Nn", VERB, is_done_meanwhile),
    Decision(
        ANY, "N", "N", NOUN,
        lambda spot: (
            spot.word_at(2) in SUFFERING and not spot.verbs_left and not spot.marked
            and not spot.is_at(0, "pivot") and not spot.is_at(0, "result_verb")
        ),
    ),  # 社区 参与 意愿 受, not 战乱 导致 农业 受到
    Decision(
        ANY, "N", "N", NOUN,
        lambda spot: (
            spot.word_at(2) in ("由", "被") and not spot.verbs_left and not spot.marked and len(spot.word) > 1
            and (spot.next_is_class() or spot.word_at(1) in ("体系", "网络"))
        ),
    ),  # 社区 治理 模式 由 A 构成, not 甲 推广 农具 由 A 管理
    Decision(ANY, "P", "N", NOUN, lambda spot: spot.word == "象征"),  # 通过 象征 符号 V A
    Decision(
        ANY, "C", ANY, NOUN,
        lambda spot: spot.word_at(1) in ("之中", "之内") and spot.kind_at(-2) == "N",
    ),  # 体现在 选择 和 改写 之中
    Decision(ANY, ANY, ANY, NOUN, makes_name),
    Decision(
        ANY, "d", "D", NOUN,
        lambda spot: (
            spot.word_at(-1) in MUTUAL and spot.word_at(2) == "基础" and spot.kind_at(3) == "f"
        ),
    ),  # 建立在 相互 承认 的 基础 上
    Decision(
        ANY, "dN", ",.", NOUN,
        lambda spot: (
            "没有" in (spot.word_at(-1), spot.word_at(-2)) and spot.word_at(-1) != "人"
            and any(spot.word_at(back) in SO for back in (-2, -3))
        ),
    ),  # 没有 A 就 没有 消费, 就 没有 社会 支持
    Decision(
        ANY, "d", ",", NOUN,
        lambda spot: spot.word_at(-1) in ("由于", "因为", "鉴于") and len(spot.word) > 1,
    ),  # 由于 消费，A V B
    Decision(
        ANY, "N", "N", VERB,
        lambda spot: (
            "不" in spot.tokens.words
            and any(spot.tokens.words[at - 1 : at + 1] == ["不", spot.word] for at in spot.ahead(3))
        ),
    ),  # 现代人 重视 权利 而 不 重视 美德
    Decision(
        ANY, "N", "N", VERB,
        lambda spot: (
            spot.is_at(-1, "aspect_head") and spot.has_cue(0, frame="speech") and not spot.verbs_left
            and any(spot.tokens.words[at] == "从" for at in spot.behind(2))
        ),
    ),  # 从 A 和 B 两个 方面 研究 C
    Decision("V", ",.", "P", NOUN, acts_ahead),
    Decision(ANY, ",.dN", "PI", NOUN, is_ground_taker),
    Decision(
        "V", ",.d", "V", NOUN,
        lambda spot: (
            (spot.word_at(1) in ("是指", "分为") or spot.is_at(1, "including"))
            and (spot.before != "d" or spot.word_at(-1) == "所谓") and opens_plainly(spot)
        ),
    ),  # 自治 分为 A 和 B, 所谓 自治 是指 A
    Decision(ANY, ",.", "CN", NOUN, is_one_of_two),
    Decision("V", ",.V", "C", NOUN, opens_row),
    Decision("V", "C", "E", NOUN, lambda spot: spot.kind_at(-2) == "N" and len(spot.word) > 1),  # 自治、就业 等
    Decision(
        "n", "d", "N", NOUN,
        lambda spot: (
            spot.word_at(-1) in ("由于", "因为", "没有") and spot.kind_at(2) in ",." and len(spot.word) > 1
            and (spot.word_at(-1) != "没有" or spot.word_at(-2) in SO)
            and not spot.has_cue(0, relation="influences")
        ),
    ),  # 由于 消费 文化，A V B; 没有 A 就 没有 消费 文化
    Decision(
        ANY, "I", "Vn", NOUN,
        lambda spot: spot.word_at(-1) == "被" and spot.is_at(1, "replacing") and len(spot.word) > 1,
    ),  # A 被 自治 取代
    Decision(ANY, "PN", "n", NOUN, is_means_of_effect),
    Decision(ANY, "P", "V", NOUN, is_bare_means),
    Decision(
        ANY, "P", "d", NOUN,
        lambda spot: (
            (spot.is_at(-1, "leading_means") or spot.word_at(-1)[:1] == "经") and spot.is_at(1, "only_then")
            and len(spot.word) > 1 and not spot.has_cue(2, frame="result")
        ),
    ),  # 经过 解释 才能 适用, not 通过 交换 才能 成为 A
    Decision(ANY, "N", "dP", NOUN, is_brought_about),
    Decision(
        ANY, ",.N", "d", NOUN,
        lambda spot: spot.word_at(1) == "旨在" and not spot.verbs_left and not spot.marked and opens_plainly(spot),
    ),  # 自治 旨在 V A
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: (
            spot.word_at(2) in ("本质是", "实质是", "核心是") and not spot.verbs_left and not spot.marked
        ),
    ),  # 社会 支持 的 本质是 A
    Decision(
        "n", "Na", "D", VERB, lambda spot: spot.has_cue(0, frame="mutual") and tells_beside_what(spot)
    ),  # 是 与 宗族 密切相关 的 制度
    Decision(
        ANY, "N", "Vn", NOUN,
        lambda spot: (
            spot.has_cue(1, frame="mutual") and spot.kind_at(2) in ",." and not spot.verbs_left and not spot.marked
            and spot.has_cue(0, relation="acts_on") and len(spot.word) > 1
            and "C" in (spot.kind_at(-2), spot.kind_at(-3))
        ),
    ),  # A 与 社会 动员 密切相关
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: (
            (spot.is_at(2, "growing") or spot.is_at(2, "loss_head") or spot.word_at(2) in ("程度", "水平", "不足"))
            and not spot.verbs_left and not spot.marked and spot.kind_at(3) not in "N,."
        ),
    ),  # 村民 参与 的 程度 影响 A
    Decision(
        ANY, "I", "C", NOUN,
        lambda spot: spot.word_at(-1) in SUFFERING and spot.kind_at(2) in "NVn" and len(spot.word) > 1,
    ),  # 受 教育 和 就业 影响
    Decision(
        ANY, "C", "nVmr", NOUN,
        lambda spot: (
            spot.kind_at(-2) == "N" and spot.kind_at(-3) == "I" and len(spot.word) > 1
            and (spot.after in "mr" or (spot.is_cue(1) and spot.kind_at(2) in ",."))
        ),
    ),  # 受 A 和 就业 影响, 由 A 和 参与 两个 部分 构成
    Decision(
        "n", "N", "n", VERB,
        lambda spot: (
            spot.word == "影响" and not spot.verbs_left and not spot.titled and not spot.next_is_class()
            and ((spot.is_at(-2, "leading_means") or spot.is_at(-3, "leading_means")) or spot.kind_at(-2) == "D")
            and (spot.kind_at(2) in ",." or (spot.kind_at(2) == "N" and spot.kind_at(3) in ",."))
        ),
    ),  # 通过 就业 影响 生育 意愿, A 的 程度 影响 治理
    Decision(ANY, "N", "NnaV", VERB, is_told_as_way),
    Decision(
        ANY, "N", "mV", NOUN,
        lambda spot: (
            spot.kind_at(-2) == "C" and spot.kind_at(1) == "m" and spot.word_at(1)[-1] in "种类"
            and spot.kind_at(2) in "NnV" and len(spot.word) > 1
        ),
    ),  # A 约束、B 教化 和 C 调解 三种 方式
    Decision(
        ANY, "N", "V", NOUN,
        lambda spot: (
            spot.word_at(1)[:2] in ("提供", "奠定", "带来", "创造") and len(spot.word) > 1
            and any(spot.tokens.words[at] in FOR_WHOM for at in spot.behind(2, DEED_ENDS))
        ),
    ),  # 为 A 优化 B 配置 提供 C
    Decision(ANY, "N", "C", NOUN, is_affected),
    Decision(
        "n", "V", "Nn", VERB,
        lambda spot: (
            spot.word == "影响" and spot.has_cue(-1, frame="copula") and not spot.next_is_class()
            and any(spot.kind_at(at) == "D" and spot.has_ending(at + 1, "factor_ending") for at in range(2, 6))
        ),
    ),  # 被 视为 影响 A 的 关键 因素
    Decision(
        "V", ",.", "N", NOUN,
        lambda spot: spot.word in ("已有", "现有", "既有") and (spot.next_is("studying") or spot.word_at(1) == "文献"),
    ),  # 已有 文献 多 关注 A
    Decision(ANY, ",.", "Vn", NOUN, opens_ability),
    Decision(ANY, "N", "d", NOUN, closes_ability),
)  # fmt: skip
