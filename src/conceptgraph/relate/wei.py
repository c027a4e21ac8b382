"""What 为 is: a suffix (落实为), a preposition (为 A 提供 B), a passive marker, the verb to be."""

from __future__ import annotations

from conceptgraph.relate.first_verbs import verb_ahead
from conceptgraph.relate.spot import CLAUSE_ENDS, DEED_ENDS, Spot

GIVING = frozenset(["筹资", "筹款", "募捐", "募资", "护航", "铺路", "背书", "张目"])  # done for something, also by 以 A


def decide_wei(spot: Spot) -> str:
    """为 is a suffix (落实为), a preposition (为 A 提供 B), or the verb to be."""
    if _is_passive(spot):
        return "I"
    behind = spot.before == "N" and spot.kind_at(-2) == "N" and _follows_disposal(spot)
    if behind and (spot.word_at(-1)[:1] == "“" or _lacks_verb(spot)):
        spot.tokens.kinds[spot.at - 1] = "V"
        return "u"  # 将 A “圈占” 为 B, 将 A 解蔽 为 B
    last = spot.tokens.clause_end(spot.at) - 1
    closing = spot.tokens.words[last]
    served = closing in GIVING or not follows_yi(spot)
    if served and closing in spot.grammar.sets["serving_whom"] and not _has_duty(spot):
        if spot.tokens.kinds[last] == "N" and last > spot.at + 1:
            spot.tokens.kinds[last] = "V"  # 为 A 定价，
        return "P"  # 为 A 服务，
    ahead = verb_ahead(spot)
    if (spot.before == "V" and (not ahead or _follows_disposal(spot))) or (follows_yi(spot) and not _serves(spot)):
        return "u"
    return "P" if (ahead and not _is_of_ground(spot)) or _serves(spot) else "V"


def _lacks_verb(spot: Spot) -> bool:
    """Whether nothing but the short word before 为 can say what is done to what 把 takes: 将 A 解蔽 为 B."""
    kinds = spot.tokens.kinds
    marker = next((at for at in range(spot.at - 1, -1, -1) if kinds[at] == "B"), spot.at)
    bare = set(kinds[marker + 1 : spot.at]) <= set("NamrD") and len(spot.word_at(-1)) == 2
    return bare and not any(kinds[at] in "VnPI" for at in spot.ahead())


def _has_duty(spot: Spot) -> bool:
    """Whether 为 says what somebody is to do: 其 职能 为 社会 服务, not A 为 社会 服务."""
    return any(spot.is_at(-1, name) for name in ("merit", "duty", "core_duty"))


def _is_passive(spot: Spot) -> bool:
    """Whether 为 opens 为 A 所 V or closes 可为 before who may do something to a thing: 可 为 A V 的 B."""
    tokens = spot.tokens
    if spot.word_at(-1) == "可" and _is_done_by_next(spot):
        return True
    done = next((position for position in spot.ahead(2, DEED_ENDS) if tokens.words[position] == "所"), 0)
    return done > 0 and tokens.kinds[done - 1] in "NRr"


def _is_of_ground(spot: Spot) -> bool:
    """Whether 为 tells what something is that comes of or rests on another: A 为 基于 B 的 C, not 为 基于 A V B."""
    kinds = [spot.tokens.kinds[at] for at in spot.ahead(2)]
    return spot.before == "N" and spot.word_at(1)[1:] == "于" and "D" in kinds and "V" not in kinds


def _is_done_by_next(spot: Spot) -> bool:
    """Whether only names stand between 为 and a verb with 的: 为 所有 村民 使用 的 A, not 为 A 提供 B 的 C."""
    kinds = spot.tokens.kinds
    verb = next((at for at in spot.ahead() if kinds[at] not in "Nr"), 0)
    return verb > spot.at + 1 and kinds[verb] in "Vn" and kinds[verb + 1 : verb + 3] == ["D", "N"]


def _serves(spot: Spot) -> bool:
    """Whether something is provided for what follows 为: 以 A 为 B 提供 了 C, not 以 A 为 核心 的 B 为 C 提供 了 D."""
    words = [spot.tokens.words[at] for at in spot.ahead(2)]
    served = words[: words.index("为")] if "为" in words else words
    return any(word.removesuffix("了") in spot.grammar.sets["serving"] for word in served)


def _follows_disposal(spot: Spot) -> bool:
    """Whether 把 or 将 waits in the clause for the verb right before 为: 将 A 阐释 为 [B V 的] C."""
    return any(spot.tokens.kinds[position] == "B" for position in spot.behind(2, DEED_ENDS))


def follows_yi(spot: Spot) -> bool:
    """Whether 为 closes 以 … 为 … in its clause."""
    kinds, words = spot.tokens.kinds, spot.tokens.words
    return any(kinds[position] == "P" and words[position].endswith("以") for position in spot.behind())


def is_what_it_is_taken_as(spot: Spot) -> bool:
    """Whether a verb behind 以 … 为 names what that is taken as: 以 礼 为 规范, 以 礼 为 批评 范式 的."""
    if spot.before == "N":  # 以 A 为 人生 追求, not 以 A 为 农民 服务
        bare = spot.after in ",." and spot.word_at(-2) == "为" and spot.kind_at(-2) == "u"
        return bare and not spot.has_ending(-1, "group_ending") and follows_yi(spot)
    whole = spot.after != "N" or (spot.next_is_class() and spot.kind_at(2) == "D")
    return spot.is_at(-1, "taken_as") and whole and follows_yi(spot)


def is_aimed_at(spot: Spot) -> bool:
    """Whether a verb behind 以 tells what somebody is there for: 以 维护 秩序、传播 A 为 己任."""
    opens = spot.word_at(-1) == "以"
    if not opens and spot.kind_at(-1) == "C" and spot.word_at(1) != "的":
        before = next(iter(spot.behind(2, CLAUSE_ENDS + "P")), 0)
        while spot.tokens.kinds[before] != "P" and before and spot.tokens.kinds[before] not in CLAUSE_ENDS:
            before -= 1
        opens = spot.tokens.words[before] == "以"
    named = spot.tokens.tags[spot.at] == "vn" and (spot.next_is_class() or spot.after in "Vn")
    if not opens or named or len(spot.word) < 2:
        return False  # 以 教育 改革 为 使命
    taken = next((at for at in spot.ahead() if spot.tokens.words[at] == "为"), 0)
    if taken < spot.at + 2 or "D" in spot.tokens.kinds[taken - 1 : taken]:
        return False
    goal = taken + 1
    while spot.tokens.kinds[goal : goal + 1] in (["a"], ["N"]) and spot.tokens.kinds[goal + 1 : goal + 2] == ["N"]:
        goal += 1  # 首要 任务
    word = spot.tokens.words[goal] if goal < len(spot.tokens.words) else ""
    return word in spot.grammar.sets["duty"] or word in spot.grammar.sets["goal"]


def is_served(spot: Spot) -> bool:
    """Whether something was done for a deed right before the verb that says so: 为 交往 提供 了 A."""
    told = spot.word_at(1)
    done = told.endswith("了") or spot.word_at(2) == "了"
    return done and told.removesuffix("了") in spot.grammar.sets["serving"]
