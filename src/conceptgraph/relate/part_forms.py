"""Forms that say that a thing has another, read as plainer ones: A 固有 的 B as A 具有 的 B."""

from __future__ import annotations

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens

HAVING, THERE_IS = "具有", "存在"  # how these are read
BESIDE = frozenset(["所", "自身", "本身"])  # between who has it and what it is by nature
NOT_OF = frozenset(["即", "对", "对于"])  # before A 特有 的 B, where it only tells which B is meant, as behind 是

INSIDE = frozenset(["内", "内部", "中", "里", "之中", "之内", "里面", "上", "两侧", "四周", "周围"])
QUARTERS = "区城镇村乡街巷市县"  # end what may be the place of a thing: 老城区, not 江西
BESIDE_PLACE = ("附近", "周围", "侧", "旁", "旁边", "边", "处", "下", "一带", "左右", "以南", "以北", "以东", "以西")
NO_PLACE = frozenset(["之间", "前列", "首位", "中间", "阶段", "时期", "区间", "范围", "行列", "以上", "以下"])


def read_part_forms(tokens: Tokens, rules: RuleSet) -> None:
    """Read what says that a thing has another as a verb of having."""
    inherent = rules.grammar.sets["inherent"]
    if not inherent.isdisjoint(tokens.words):
        _read_inherent(tokens, rules)
    if "还有着" in tokens.sentence.text:
        _read_has_too(tokens, rules)
    if not rules.grammar.sets["found_there"].isdisjoint(tokens.words):
        _read_found(tokens, rules)
    if not rules.grammar.sets["located"].isdisjoint(tokens.words):
        _leave_out_spot(tokens, rules)


def _read_inherent(tokens: Tokens, rules: RuleSet) -> None:
    """Read 固有 of A (所) 固有 的 B as a verb, where A is a noun; not A 的 固有 B nor 是 A 特有 的 B."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 2):
        if words[at] not in rules.grammar.sets["inherent"] or words[at + 1] != "的" or tokens.names[at]:
            continue
        owner = at - 1
        while owner > 0 and (words[owner] in BESIDE or kinds[owner] == "d"):
            owner -= 1
        opens = owner
        while opens > 0 and kinds[opens] in "NnRDamr":
            opens -= 1
        apart = words[opens] in NOT_OF or words[opens][-1] == "是"
        if kinds[owner] in "NnR" and kinds[at + 2] in "NnamrV" and not apart:
            kinds[at], tokens.tags[at] = "V", "v"
            tokens.cues[at] = rules.vocabulary.uses_of[HAVING]


def _read_has_too(tokens: Tokens, rules: RuleSet) -> None:
    """Read 还有 before 着 as a verb: A 还有 着 B."""
    for at in range(1, len(tokens.words) - 2):
        if tokens.words[at] == "还有" and tokens.words[at + 1] == "着":
            tokens.kinds[at], tokens.tags[at] = "V", "v"
            tokens.cues[at] = rules.vocabulary.uses_of[HAVING]


def _read_found(tokens: Tokens, rules: RuleSet) -> None:
    """Read what is set up or seen in a place as what there is in it: 祠堂 内 设有 B, 村庙 里 供奉 着 B."""
    for at in range(2, len(tokens.words) - 1):
        if tokens.words[at] not in rules.grammar.sets["found_there"] or tokens.words[at + 1] == "的":
            continue
        place = at - 1
        while place > 1 and tokens.kinds[place] == "d":
            place -= 1
        if tokens.words[place] in INSIDE and tokens.kinds[place - 1] in "Nn" and "P" not in _clause(tokens, place):
            tokens.kinds[at], tokens.tags[at] = "V", "v"
            tokens.cues[at] = rules.vocabulary.uses_of[THERE_IS]


def _leave_out_spot(tokens: Tokens, rules: RuleSet) -> None:
    """Remove in which part of a place something stands: 位于 A (的 中心); 位于 核心 位置 says nothing of a place."""
    sets = rules.grammar.sets
    for at in range(len(tokens.words) - 2, 0, -1):
        if tokens.words[at] in sets["located"]:
            end = tokens.clause_end(at)
            last, behind = tokens.words[end - 1], tokens.words[at + 1]
            beside = (
                last.endswith(BESIDE_PLACE)
                or behind[0].isdigit()
                or (tokens.tags[at + 1] == "ns" and behind[-1] not in QUARTERS)  # only where a town is
                or tokens.words[at - 1].endswith("定")
            )
            if last in NO_PLACE or beside or last[-2:] in sets["standing_place"]:
                tokens.cues.pop(at, None)
            elif end - at > 3 and tokens.words[end - 2] == "的" and tokens.words[end - 1] in sets["spot"]:
                withdraw(tokens, end - 2, end)


def _clause(tokens: Tokens, at: int) -> list[str]:
    """Return the kinds of the words of a clause before one of them."""
    return tokens.kinds[tokens.clause_start(at) : at]
