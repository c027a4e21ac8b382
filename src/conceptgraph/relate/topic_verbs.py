"""Verbs that open a clause, or close the name that does, and are what its predicate tells of: 自治 与 A 密切相关."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conceptgraph.relate.first_verbs import opens_plainly
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.words import ADDING, FLOWS, SET_PHRASES, SUFFERING, WITH


def acts_ahead(spot: Spot) -> bool:
    """Whether a verb before a preposition is what has an effect: 自治 对 A 的 作用 在于, 自治 在 A 与 B 之间 起."""
    if not opens_plainly(spot) or (spot.cue and not spot.has_cue(0, relation="acts_on")):
        return False
    ahead = list(spot.ahead(2))
    if spot.word_at(1) == "在":
        return _plays_part(spot, ahead)
    told = next((at for at in ahead if spot.tokens.kinds[at] == "V"), spot.at)
    effect = spot.has_cue(told - spot.at - 1, relation="influences")
    return spot.next_is("toward") and effect and spot.is_at(told - spot.at, "being")


def _plays_part(spot: Spot, ahead: Iterable[int]) -> bool:
    """Whether a word at one of the places says that something has an effect or plays a part: 起 作用, 扮演 角色."""
    return any(spot.is_at(at - spot.at, name) for at in ahead for name in ("acting", "playing_part"))


def is_ground_taker(spot: Spot) -> bool:
    """Whether a verb is what takes a ground or is acted on: 社会 支持 以 A 为 B, 受 A 影响; not V 以 A 为 B 的 C."""
    if spot.verbs_left or spot.marked or not opens_plainly(spot) or spot.has_cue(0, frame="speech"):
        return False
    if spot.word_at(1) in SUFFERING:
        *_, last = spot.ahead()
        return spot.is_cue(last - spot.at) and not spot.is_at(0, "result_verb")
    taken = next((at for at in spot.ahead(3) if spot.is_at(at - spot.at, "taken_as")), 0)
    behind = next((at for at in spot.ahead(taken - spot.at + 2) if spot.tokens.kinds[at] != "N"), 0) if taken else 0
    return spot.word_at(1) == "以" and taken > 0 and spot.kind_at(behind - spot.at) != "D"


def is_one_of_two(spot: Spot) -> bool:
    """Whether a verb and a noun are the two that something holds of: 自治 与 A 密切相关, not 与 A 相关 的."""
    joined = 2 if spot.after == "N" else 1  # 消费 文化 与 A 密切相关
    if spot.word_at(joined) not in WITH or not opens_plainly(spot):
        return False
    ahead = list(spot.ahead(joined + 1))
    kinds = [spot.tokens.kinds[at] for at in ahead]
    return len(ahead) > 1 and set(kinds[:-1]) <= set("Nad") and spot.has_cue(ahead[-1] - spot.at, frame="mutual")


def tells_beside_what(spot: Spot) -> bool:
    """Whether a set phrase tells what the head behind 的 stands beside: 是 与 宗族 密切相关 的 制度."""
    kinds, words, at = spot.tokens.kinds, spot.tokens.words, spot.at - 1
    while at > 0 and kinds[at] in "Nad":
        at -= 1
    joined = kinds[at] == "C" and words[at] in WITH and 0 < at < spot.at - 1 and kinds[at + 1] != "d"
    return joined and kinds[at - 1] in "Vumd,D" and spot.tokens.tags[spot.at] in SET_PHRASES


def is_means_of_effect(spot: Spot) -> bool:
    """Whether a verb behind 通过 is the means by which something is influenced: 通过 社会 支持 影响 A."""
    by = -1 if spot.before == "P" else -2
    return spot.is_at(by, "leading_means") and spot.has_cue(1, relation="influences") and spot.kind_at(2) in "NarVn"


def opens_row(spot: Spot) -> bool:
    """Whether a verb opens a row of two: 自治、就业 等 A, 有利于 自治 和 就业, not 有利于 总结 和 反思 A."""
    if not opens_plainly(spot) or spot.cue or spot.kind_at(2) not in "Vn":
        return False
    if spot.before == "V":
        return spot.has_cue(-1, frame="verb") and spot.word_at(1) in ADDING and spot.kind_at(3) in ",.D"
    return spot.word_at(1) == "、" and spot.kind_at(3) == "E"


def is_brought_about(spot: Spot) -> bool:
    """Whether a verb closes the name of what comes about by means of something: 社会 整合 (主要) 通过 A 来 实现."""
    by = 1 + (spot.after == "d")
    if not spot.is_at(by, "leading_means") or spot.verbs_left or spot.marked or len(spot.word) < 2:
        return False
    if spot.is_at(0, "needs"):
        return False  # A 需要 通过 B 来 实现
    *_, last = spot.ahead()
    comes = spot.is_at(last - spot.at, "taking_place") or spot.is_at(last - spot.at, "kept_up")
    return comes and spot.tokens.words[last - 1] in ("来", "而", "得以", "得到")


def is_done_meanwhile(spot: Spot) -> bool:
    """Whether a verb tells what goes on where another thing plays its part: A 在 B 影响 C 的 过程 中 起 D."""
    if not spot.cue or not spot.has_cue(0, frame="verb") or not spot.states_any(0, FLOWS):
        return False
    opens = next((at for at in spot.behind() if spot.tokens.kinds[at] not in "Na"), spot.at)
    end = next((at for at in spot.ahead() if spot.tokens.kinds[at] not in "Nna"), spot.at)
    within = spot.tokens.words[end : end + 3] in (["的", "过程", "中"], ["的", "进程", "中"], ["的", "路径", "中"])
    plays = _plays_part(spot, spot.ahead(end - spot.at + 3))
    return spot.tokens.words[opens] == "在" and within and plays


def is_bare_means(spot: Spot) -> bool:
    """Whether a verb right behind 通过 is the means by which a verb does something: 通过 自治 实现 A."""
    if not spot.is_at(-1, "leading_means") or spot.cue or not opens_plainly(spot):
        return False
    return spot.has_cue(1, frame="verb") and spot.tokens.tags[spot.at + 1] == "v" and spot.kind_at(2) in "Nu"


def is_told_as_way(spot: Spot) -> bool:
    """Whether a thing is said to be the way in which another has an effect: A 是 B 影响 C 的 渠道."""
    if not spot.cue or not spot.has_cue(0, frame="verb") or len(spot.word) < 2 or spot.next_is_class():
        return False
    kinds, words = spot.tokens.kinds, spot.tokens.words
    acts = spot.word == "影响" or spot.states_any(0, ("promotes", "negates"))
    opens = next((at for at in spot.behind() if kinds[at] not in "Na"), spot.at) if acts else spot.at
    if not acts or not spot.is_at(opens - spot.at, "being"):
        return False
    ahead = list(spot.ahead())
    if not ahead or kinds[ahead[-1]] != "N":
        return False
    owned = "".join(kinds[at] for at in ahead)
    return (
        words[ahead[-1]].endswith(spot.grammar.endings["channel_ending"])
        and re.fullmatch("[NnaC]+V?D[Nna]+", owned) is not None
    )


def opens_ability(spot: Spot) -> bool:
    """Whether a verb opens a name of two words that can do something: 延迟 退休 能够 抵消 A."""
    plain = len(spot.word) == len(spot.word_at(1)) == 2 and not spot.titled and opens_plainly(spot)
    return plain and spot.is_at(2, "effect_opening") and spot.kind_at(1) in "Vn" and not spot.is_at(1, "result_verb")


def closes_ability(spot: Spot) -> bool:
    """Whether it is the second of them."""
    opens = spot.kind_at(-2) in ",." and spot.tokens.tags[spot.at - 1] in ("v", "vn")
    return opens and len(spot.word) == 2 and spot.is_at(1, "effect_opening") and not spot.titled


def is_set_right(spot: Spot) -> bool:
    """Whether a verb behind 而是 says what a thing does instead: A 不 V B，而是 V C; not A 不是 B，而是 C."""
    if spot.word_at(-1) != "而是" or not spot.cue or spot.kind_at(-2) != ",":
        return False
    earlier = reversed(list(spot.behind(3)))
    denied = next((at for at in earlier if spot.is_at(at - spot.at, "negator")), spot.at)
    done = denied + 1
    while done < spot.at - 2 and spot.tokens.kinds[done] == "d":
        done += 1
    return spot.tokens.kinds[done] == "V" and done < spot.at - 2 and not spot.is_at(done - spot.at, "being")


def is_set_against(spot: Spot) -> bool:
    """Whether a deed is what a thing is said to be, and not another: 是 唤醒 而非 灌输, not 是 V 而非 V A 的 B."""
    contrast = spot.is_at(-1, "being") and spot.is_at(1, "contrast")
    return contrast and (spot.kind_at(2) not in "Vn" or spot.kind_at(3) in ",.")


def is_done_with_listed(spot: Spot) -> bool:
    """Whether somebody does it with what is listed right before it: 用 A、B 等 概念 分析 C, not 等 方法 研究 成果."""
    listed = spot.kind_at(-2) == "E" and (spot.is_at(-1, "thought_class") or spot.is_at(-1, "study_head"))
    if not listed or not spot.is_at(0, "author_deed") or spot.is_at(1, "study_head"):
        return False
    return any(
        spot.is_at(at - spot.at, "means_of_gain") or spot.is_at(at - spot.at, "instrument") for at in spot.behind()
    )
