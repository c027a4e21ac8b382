"""States and deeds that a sentence speaks of: 自由 与 秩序 相对立, 没有 自由, 反思 来源于 A, 所谓 反思 就 是 A."""

from __future__ import annotations

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import JOINING, NO_USE, WITH


def is_state_as_thing(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str) -> bool:
    """Whether the name of a state stands where a thing does: 自由 与 A, A 和 自由 V, 通过 自由，, 建立在 自由 之上.

    So it does as the owner of what only a thing has (自由 的 本质) and before what it can or may be (自由 可以 被 V).
    """
    words, kinds = tokens.words, tokens.kinds
    if words[index] not in grammar.sets["state_name"]:
        return False
    following, then = "".join(words[index + 1 : index + 2]), "".join(kinds[index + 2 : index + 3])
    if before in ",." and following in WITH:
        both = not grammar.sets["state_name"].isdisjoint(words[index + 2 : index + 3])
        return (both and words[index + 3 : index + 4] != ["的"]) or then in ("N", "n", "r")
    if before == "C":
        mutual = after == "n" and "mutual" in tokens.cues.get(index + 1, NO_USE).frames
        return mutual or after in "VdIPB"
    if words[index - 1] == "所谓":
        return after in "Vd,"
    if before in ",.":
        owned = following == "的" and not grammar.sets["essence_head"].isdisjoint(words[index + 2 : index + 3])
        told = following in grammar.sets["modal"] and then in ("I", "V", "n")
        return owned or told or following in ("越", "愈")
    if before in "PI" and _is_with_which(tokens, grammar, index):
        return True
    lacked = words[index - 1] in ("没有", "缺乏", "失去")
    return after in (",.fPVId" if before in "PI" else ",.f") and (before in "PVI" or lacked)


def _is_with_which(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a state is one of two by or of which something is (由 自由 和 A 构成), or the means: 通过 自由 约束 A."""
    words, kinds = tokens.words, tokens.kinds
    rest = kinds[index + 1 : tokens.clause_end(index)]
    if rest[:1] == ["C"] and words[index + 1] in JOINING:
        named = rest[1:2] == ["N"] or not grammar.sets["state_name"].isdisjoint(words[index + 2 : index + 3])
        return named and "D" not in rest
    led = words[index - 1] in ("通过", "借助", "经由") and rest[:1] == ["n"] and index + 1 in tokens.cues
    return led and rest[1:2] == ["N"] and not {"V", "n", "D"}.intersection(rest[1:])


def opens_as_thing(spot: Spot) -> bool:
    """Whether a deed that opens a clause is what is told of: 反思 不同于 A, 反思 构成 A, 所谓 反思 就 是 A."""
    opens = spot.before in ",." or spot.word_at(-1) == "所谓"
    if not opens or len(spot.word) != 2 or spot.word[0] == "不" or spot.is_at(0, "light_verb"):
        return False
    following, words = spot.word_at(1), spot.tokens.words
    if spot.after == "C":  # 反思 与 A 之间 存在 B
        between = next((at for at in spot.ahead(2) if spot.tokens.kinds[at] in "VPIB"), 0)
        return following in WITH and between > 0 and words[between - 1] == "之间"
    if following == "为":  # 反思 为 A 提供 B
        return any(words[at].removesuffix("了") in spot.grammar.sets["serving"] for at in spot.ahead(3))
    if following == "不同于":
        return not any(spot.tokens.kinds[at] == "D" for at in spot.ahead(2))  # not A 不同于 B 的 C
    named = spot.is_at(0, "deed_name")
    stating = following == "即" or (named and following[:2] in ("构成", "转向", "诉诸"))
    stating = stating or (following[-1] == "于" and spot.has_cue(1, frame="reverse"))
    finite = following[-1] == "于" or spot.tokens.is_done(spot.at + 1) or spot.after in "PI"
    stating = stating or (named and (finite or spot.has_cue(1, frame="copula")))
    return stating or (spot.word_at(-1) == "所谓" and spot.next_is("being"))


def is_supposed(spot: Spot) -> bool:
    """Whether a deed that opens a clause is what something is supposed of: 劝导 一旦 越过 A，; not 强调 如果 A V."""
    if not spot.is_at(1, "supposer") or len(spot.word) != 2 or spot.kind_at(2) not in "dV":
        return False
    return not (spot.cue and spot.tokens.cues[spot.at].opens)


def opens_headless(spot: Spot) -> bool:
    """Whether a deed that opens a clause is what somebody does: 约束 乡民 的，是 A; 约束 乡民 的 是 A."""
    if not spot.cue or spot.kind_at(1) not in "NRrm":
        return False
    words, kinds = spot.tokens.words, spot.tokens.kinds
    close = next(
        (at for at in spot.ahead() if words[at] == "的" and words[at + 1 : at + 2] in (["，"], [","], ["是"])), 0
    )
    told = close + 1 + (kinds[close + 1 : close + 2] == [","])
    return close > 0 and "V" not in kinds[spot.at + 1 : close] and words[told : told + 1] == ["是"]


def takes_grounded(spot: Spot) -> bool:
    """Whether a verb takes a thing that is told of by what it rests on: 购买 [建立在 B 之上 的] A."""
    if not spot.is_at(1, "grounded") or spot.tokens.tags[spot.at] != "v" or not spot.word_at(1).endswith(("在", "于")):
        return False
    end = spot.tokens.clause_end(spot.at)
    return spot.tokens.kinds[end - 1] == "N" and "D" in spot.tokens.kinds[spot.at + 3 : end]


def is_studied_meanwhile(spot: Spot) -> bool:
    """Whether somebody speaks of a thing while he says more of it: 甲 在 分析 A 时，把 它 视为 B."""
    if spot.word_at(-1) != "在" or not spot.has_cue(0, relation="argues"):
        return False
    end = spot.tokens.clause_end(spot.at)
    told = spot.tokens.words[end - 1] in ("时", "之时", "时候", "之际") and end > spot.at + 2
    return told and (spot.at - 2 in spot.tokens.persons or spot.kind_at(-2) == "S")
