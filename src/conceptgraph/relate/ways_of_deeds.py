"""Verbs that say of which deed a way or a measure is, and nobody does it: 跟踪 效率."""

from __future__ import annotations

from conceptgraph.relate.first_verbs import BOUND, opens_plainly
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.words import DONE_TO
from conceptgraph.resources import word_list

STATED = frozenset(["equals", "influences", "depends_on", "is_a"])  # what a way is, or what hangs on it
TAKING = frozenset(["has_part", "depends_on", "promotes", "negates", "influences"])  # take it, or do something to it
ACTING = frozenset(["influences", "promotes", "negates", "causes"])  # 税率 降低 影响 A

WAYS = frozenset(["形式", "方式", "手段", "方法", "办法", "名义", "姿态", "途径", "策略"])  # 以 V A 的 形式


def follows_way(spot: Spot) -> bool:
    """Whether a verb follows the way in which something is done by another deed: 以 限制 A 的 形式 V B."""
    if spot.word_at(-1) not in WAYS or spot.kind_at(-2) != "D" or not spot.verbs_left:
        return False
    words, kinds = spot.tokens.words, spot.tokens.kinds
    deed = next((at for at in spot.behind(3) if kinds[at] == "V"), 0)
    return deed > 0 and words[deed - 1] in ("以", "用", "通过", "借", "采用")


def is_of_way(spot: Spot) -> bool:
    """Whether a verb before the name of a way or measure says of which deed it is, where a thing has to stand.

    根据 信用 评价 指标，; 对 跟踪 效率 进行 A; 随着 整理 方法 的 B; 包括 跟踪 效率 和 A; 调解 难度 是 A.
    """
    if not spot.is_at(1, "way_of_deed") or not opens_plainly(spot) or spot.word[-1] in BOUND:
        return False
    if spot.word in word_list("object_verbs") or spot.is_at(0, "light_verb") or spot.is_at(0, "instrument"):
        return False  # 提高 速度, 利用 时间
    nouns = next((at for at in spot.behind() if spot.tokens.kinds[at] != "N"), None)
    if spot.before in ",.":
        return not spot.verbs_left and _is_stated(spot)
    if nouns is None or (spot.marked and spot.tokens.words[nouns] not in ("从", "由")):
        return False
    led = nouns - spot.at
    if spot.is_at(led, "ground_taken"):
        return spot.kind_at(2) in ",CDVn"
    if spot.is_at(led, "toward"):
        return spot.word_at(2) in DONE_TO
    if spot.word_at(led) in ("随着", "伴随着"):
        return spot.kind_at(2) == "D"
    if spot.is_at(led, "standing"):
        return spot.is_at(2, "inside")
    return spot.before == "V" and _is_taken(spot)


def _is_stated(spot: Spot) -> bool:
    """Whether the clause tells what a way is, what hangs on it or to what it is compared: 调解 难度 是 A."""
    said = spot.is_at(2, "being") or spot.states_any(2, STATED)
    return (said or spot.has_cue(2, frame="copula")) and spot.kind_at(3) not in "V"


def _is_taken(spot: Spot) -> bool:
    """Whether the verb before takes a way as a part or a ground, or does something to it: 包括 跟踪 效率 和 A."""
    if spot.word_at(2) == "对" and spot.is_at(-1, "studying_deed"):
        return any(spot.tokens.words[at] == "影响" for at in spot.ahead(3))  # 探讨 调解 难度 对 A 的 影响
    if spot.kind_at(2) not in ",.CDE" or spot.is_at(-1, "serial") or spot.is_at(-1, "pivot"):
        return False
    return spot.states_any(-1, TAKING)


def takes_way(spot: Spot) -> bool:
    """Whether a verb takes a way with the verb that says of which deed it is: 商会 提高 跟踪 效率."""
    closed = spot.is_at(2, "way_of_deed") and spot.kind_at(3) in ",.C" and not spot.verbs_left and not spot.marked
    if not closed or spot.is_at(0, "serial") or spot.is_at(0, "pivot") or spot.word_at(1) in word_list("object_verbs"):
        return False
    return spot.word in word_list("object_verbs") and len(spot.word_at(1)) > 1 and not spot.states_any(1, ACTING)
