"""What a word that may be verb or noun is, by the kinds of its neighbours and a test: the first line that holds."""

from __future__ import annotations

from functools import cache

from conceptgraph.relate.compound_verbs import (
    is_acted_on,
    is_compound,
    is_in_means,
    is_in_object,
    opens_name,
    takes_name_next,
)
from conceptgraph.relate.construction_table import BY_CONSTRUCTION
from conceptgraph.relate.dealt_with import BY_DEALING
from conceptgraph.relate.decision import ANY, NO_NOUN, NOT_U, NOUN, VERB, Decision, Test
from conceptgraph.relate.deed_table import BY_DEED
from conceptgraph.relate.deeds_in_row import BY_ROW
from conceptgraph.relate.first_verbs import (
    is_before_next,
    is_dated,
    is_done_by_it,
    is_done_when_told,
    is_grounds,
    is_its_doing,
    is_only_verb,
    is_said_by_him,
    is_told_when,
    is_topic_before_toward,
    opens_plainly,
    takes_deed,
)
from conceptgraph.relate.listed_verbs import is_named_with_next, is_owned_action, is_repeated
from conceptgraph.relate.marked_table import BY_MARK
from conceptgraph.relate.named_verbs import opens_way
from conceptgraph.relate.role_table import BY_ROLE
from conceptgraph.relate.told_of import (
    is_studied_meanwhile,
    is_supposed,
    opens_as_thing,
    opens_headless,
    takes_grounded,
)
from conceptgraph.relate.topic_verbs import is_done_with_listed
from conceptgraph.relate.verb_signs import (
    is_headless,
    is_joined_before_head,
    is_made,
    is_reached,
    is_reason,
    is_verb_after_all,
    opens_head,
)
from conceptgraph.relate.ways_of_deeds import follows_way

BY_NEIGHBOURS = (
    Decision("V", ",.d", "VCPIu", NOUN, opens_as_thing),
    Decision(ANY, ",.", "d", NOUN, is_supposed),
    Decision("n", ",.", "NRrm", VERB, opens_headless),
    Decision("V", "V", "f", NOUN, lambda spot: spot.word_at(-1)[-1] == "在"),  # 建立在 反思 之上
    Decision(ANY, ",.CPV", "N", NOUN, opens_name),
    Decision(ANY, "N", "Vn", VERB, takes_name_next),
    Decision(
        ANY, "N", "NC", VERB,
        lambda spot: spot.is_at(-1, "aspect_head") and spot.kind_at(-2) == "E" and not spot.next_is_class(),
    ),  # 从 A、B 等 方面 改革 (和 完善) C
    Decision(ANY, "N", "NarP", VERB, is_done_with_listed),
    Decision(
        ANY, "N", "d", NOUN,
        lambda spot: spot.word_at(1) == "来" and spot.kind_at(-2) == "V" and spot.has_cue(-2, relation="depends_on"),
    ),  # 依靠 信用 稳定 来 维持 A
    Decision("V", "N", "Na", VERB, follows_way),
    Decision("n", "P", "NVna", VERB, is_studied_meanwhile),
    Decision(ANY, "N", "N", NOUN, is_in_means),
    Decision(ANY, "N", "N", VERB, is_done_when_told),
    Decision(
        ANY, "N", "rN", NOUN,
        lambda spot: spot.word_at(1) == "本身" or (spot.word_at(1) == "自身" and spot.kind_at(2) in "dV"),
    ),  # 乡村 教育 本身
    Decision(ANY, "Nd", "P", VERB, lambda spot: spot.is_at(0, "including") and spot.word_at(1) == "在"),
    Decision(ANY, "N", "I", NOUN, lambda spot: spot.marked and spot.word_at(1) == "所"),  # 被 其 影像 批判 所 遮蔽
    Decision(ANY, "d", "D", NOUN, lambda spot: spot.is_at(-1, "along_with")),  # 随着 祭祀 的 变化
    Decision(ANY, "V", ",.", VERB, lambda spot: spot.word_at(-2) == "有所"),  # 对 A 有所 批判 改造
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: spot.is_at(2, "needed_head") and spot.word_at(-2)[:3] in ("建立在", "立足于", "奠基于"),
    ),  # 建立在 理性 讨论 的 基础 上
    Decision(
        ANY, "D", "NnV", VERB,
        lambda spot: spot.kind_at(-2) == "V" and spot.word in ("具有", "富有", "带有") and spot.kind_at(2) in "DN",
    ),  # 因 A 而 形成 的 具有 B 的 C
    Decision(ANY, "D", NOT_U, NOUN),
    Decision(
        ANY, "N", "N", NOUN,
        lambda spot: (
            spot.verbs_left > 0 and spot.next_is_class() and spot.kind_at(2) == "D" and spot.is_at(3, "model_deed")
            and spot.word_at(-2) in ("了", "这个", "这种", "这一")
        ),
    ),  # 推动 了 国家 解释 模型 的 发展
    Decision(ANY, "N,.", "D", NOUN, lambda spot: spot.word_at(2)[2:] == "在于" and not spot.verbs_left),  # 根源在于
    Decision(ANY, ",.-", "D", NOUN, lambda spot: not is_headless(spot)),
    Decision("n", ",.", "D", VERB, lambda spot: spot.cue),  # 契约，约束 的 是 A
    Decision(ANY, "E", "C", NOUN, lambda spot: spot.kind_at(2) in "Namr"),  # A、B 等 组织 与 C 相对立
    Decision(ANY, "E", "VaNd", NOUN, lambda spot: spot.has_cue(1, frame="mutual")),  # A 与 B、C 等 组织 密切相关
    Decision(ANY, "C", "D", VERB, lambda spot: spot.word_at(-1) == "及其" and spot.is_at(0, "bringing")),
    Decision(ANY, "C", "D", NOUN, lambda spot: spot.kind_at(-2) != "V"),
    Decision(ANY, "N", "N", NOUN, is_told_when),
    Decision("V", "N", "NVn", VERB, is_only_verb),
    Decision("V", "N", "Nn", VERB, takes_deed),
    Decision("V", "N", "V", VERB, takes_grounded),
    Decision(ANY, "N", "Vn", NOUN, is_reached),
    Decision(
        "V", "P", "Vn", NOUN,
        lambda spot: spot.word_at(-1) == "以" and not spot.cue and spot.is_cue(1) and opens_plainly(spot),
    ),  # 以 互助 抵御 A
    Decision(
        ANY, "N", ANY, NOUN,
        lambda spot: not spot.verbs_left and not spot.marked and (spot.next_is("result_verb") or is_reason(spot)),
    ),  # 技术 垄断 导致
    Decision(
        ANY, "N", "N", NOUN,
        lambda spot: (
            spot.verbs_left > 0 and spot.kind_at(-2) == "D" and spot.kind_at(2) in ",." and spot.next_is("cue_tail")
        ),
    ),  # 成为 农民 的 信任 触发 机制，
    Decision(
        ANY, "E", "N", NOUN, lambda spot: spot.kind_at(2) in "Vn" and spot.word_at(3) == "了"
    ),  # 等 分析 技术 研究 了
    Decision(
        ANY, "E", "N", NOUN,
        lambda spot: spot.verbs_left > 0 and not spot.marked and spot.next_is_class() and spot.kind_at(2) in ",.",
    ),  # 包括 A、B 等 规范 模型
    Decision(ANY, "N", "Vn", NOUN, lambda spot: spot.next_is("plain_verb")),  # 粮食 消耗 呈 上升 趋势, 税率 提高 所致
    Decision(ANY, "N", ANY, NOUN, is_grounds),
    Decision(ANY, "N", ANY, NOUN, is_topic_before_toward),  # 技术 垄断 对 …
    Decision(
        ANY, "N", "D", NOUN,
        lambda spot: (
            (not (spot.cue or spot.is_at(0, "related")) and not is_headless(spot))
            or spot.word_at(-2) in ("进行", "展开", "开展")
        ),
    ),
    Decision(ANY, "V", "D", NOUN, lambda spot: spot.is_at(-1, "result_verb") or is_acted_on(spot)),
    Decision(ANY, ANY, "C", NOUN, is_named_with_next),
    Decision(ANY, "C", "N", NOUN, is_repeated),  # 评价 标准 和 评价 方法
    Decision(ANY, "C", ANY, VERB, lambda spot: spot.cue and spot.kind_at(-2) == "V"),  # 收集、分析和加工
    Decision(
        "n", "C", ",.f", VERB, lambda spot: spot.kind_at(-2) == "V" and spot.word_at(-3) == "进行"
    ),  # 对 A 进行 吸收、综合
    Decision(
        ANY, "V", "C", NOUN,
        lambda spot: (
            spot.word_at(-1) == "进行" and spot.has_cue(0, frame="speech") and spot.kind_at(2) in "Vn"
            and spot.kind_at(3) in ",.C"
        ),
    ),  # 对 A 进行 批判 和 反思
    Decision(ANY, "C", "r", VERB, lambda spot: spot.kind_at(-2) == "V" and spot.at - 2 in spot.tokens.cues),
    Decision(
        ANY, "N", ",.", NOUN,
        lambda spot: spot.is_at(0, "cue_tail") and "D" in (spot.kind_at(-2), spot.kind_at(-3)),
    ),  # A 对 B 影响 的 比较 分析
    Decision(ANY, "N", ",.", NOUN, is_owned_action),
    Decision(ANY, "rR", "nN", VERB, is_done_by_it),  # 他们 投资 土地，
    Decision("V", "r", "D", VERB, is_its_doing),  # 他 提出 的 理论
    Decision(ANY, "r", ",BPI", VERB, is_said_by_him),  # 他 主张 ，A V B; 他 反对 把 A V B
    Decision(
        ANY, "N", "N", NOUN, lambda spot: spot.word_at(1)[:2] == "问题" and spot.has_cue(0, relation="promotes")
    ),  # 城市 医疗 保障 问题
    Decision("n", "N", ANY, VERB, is_joined_before_head),
    Decision("n", ANY, ANY, VERB, is_verb_after_all),
    Decision("n", ANY, ANY, NOUN),
    Decision(ANY, "N", "N", NOUN, is_in_object),
    Decision(ANY, ANY, "N", NOUN, is_compound),
    Decision(ANY, "N", ",.", VERB, lambda spot: spot.word.endswith(("在一起", "起来", "己有"))),  # 使 A 与 B 结合在一起
    Decision(ANY, "N", ",.", NOUN, lambda spot: spot.verbs_left > 0 and not spot.marked),
    Decision(ANY, "N", ",.", VERB),
    Decision(
        ANY, "N", "CE", NOUN,
        lambda spot: (
            not spot.marked and spot.kind_at(2) not in "Vn" and spot.word not in ("享有", "拥有")
            and not (len(spot.word) == 3 and spot.word[-1] in "起出")  # 建立起 与 A 相 适应 的 B
        ),
    ),
    Decision(
        ANY, "N", "C", NOUN,
        lambda spot: (
            spot.verbs_left > 0 and not spot.marked and spot.kind_at(-2) == "V"
            and (spot.word_at(1) == "、" or (spot.word_at(1) in ("和", "以及") and not spot.cue and spot.is_cue(2)))
        ),
    ),  # 改善 社区 治理、走出 困境
    Decision(ANY, "N", "Vn", NOUN, is_before_next),
    Decision(ANY, "V", ",.", NOUN, lambda spot: spot.at - 1 in spot.tokens.cues),  # 依靠 交换
    Decision(ANY, "N", "P", NOUN, opens_way),  # 由 A 交战 到 B
    Decision(ANY, "V", ANY, NOUN, is_made),  # 使 阅读 成为 A
    Decision(ANY, "r", "D", VERB, lambda spot: spot.cue and spot.word_at(-1) == "自己"),  # 自己 创造 的 机器
    Decision(ANY, "r", "n", VERB, lambda spot: spot.is_at(-1, "personal_anaphor") and spot.kind_at(-2) in ",."),
    Decision(ANY, "amf", "D", VERB, is_dated),
    Decision(
        ANY, "amr", NO_NOUN, NOUN,
        lambda spot: (
            not is_headless(spot) and spot.word not in ("足以", "有")
            and not (spot.is_at(-1, "personal_anaphor") and spot.after == "V")
            and not (spot.after == "V" and spot.before in "mr" and opens_head(spot))
        ),
    ),
    Decision(ANY, "V", ",.D", NOUN, lambda spot: spot.is_at(-1, "light_verb")),
    Decision(ANY, "V", "C", NOUN, lambda spot: spot.is_at(-1, "light_verb") and spot.word_at(1) in ("，", ",")),
    Decision(
        ANY, "V", "d", NOUN, lambda spot: spot.word_at(-1) == "有" and spot.word_at(1) in ("又", "也")
    ),  # 既 有 继承 又 有 超越
    Decision(
        ANY, "C", NO_NOUN, NOUN,
        lambda spot: (
            spot.kind_at(-2) == "N" and not (spot.cue and spot.next_is("toward"))
            and not (spot.cue and spot.word_at(-1) in ("，", ","))  # 对 维护 A，促进 B 起到 作用
            and not (spot.cue and spot.word_at(1).startswith(("这", "该", "此")))  # A 和 保障 这 一 B 的 C
        ),
    ),
)  # fmt: skip


@cache
def decisions_for(kind: str, before: str, after: str) -> tuple[tuple[Test | None, bool], ...]:
    """Return the tests that a word of this kind between these neighbours has to pass, and what it then is."""
    found = [
        (each.test, each.noun)
        for each in BY_DEALING + BY_ROW + BY_MARK + BY_DEED + BY_CONSTRUCTION + BY_ROLE + BY_NEIGHBOURS
        if kind in (each.kind or kind) and before in (each.before or before) and after in (each.after or after)
    ]
    settled = next((number for number, (test, _) in enumerate(found) if test is None), len(found))
    return tuple(found[: settled + 1])
