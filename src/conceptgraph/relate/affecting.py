"""影响 as the one verb of a clause, and as what is studied: 收入 差距 影响 教育 机会, 研究 A 对 B 的 影响."""

from __future__ import annotations

import re

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.tokens import Tokens

FACTORS = re.compile(r"[Nnamr]+D[mra]*[Nn]*N(?=[,.])")  # kinds of what is affected, and of the factors


def find_affecting(tokens: Tokens, grammar: Grammar) -> None:
    """Make 影响 a verb and all else a noun in a clause that has no other verb: 收入 差距 影响 教育 机会."""
    kinds, words, tags, affecting = tokens.kinds, tokens.words, tokens.tags, grammar.sets["affecting"]
    if affecting.isdisjoint(words):
        return
    for at in range(1, len(words) - 1):
        if words[at] not in affecting or kinds[at] not in "nV" or words[at + 1] in grammar.sets["cue_tail"]:
            continue
        if kinds[at] == "V" and words[at] == "影响":
            continue
        start, end = tokens.clause_start(at), tokens.clause_end(at)
        alone = kinds[at - 1] in "NR" and grammar.sets["toward"].isdisjoint(words[start:at])
        led = any(kinds[by] == "I" and words[by] not in "由所" for by in range(start, at))  # 受 A 影响 很大
        alone = alone and not led
        if words[at + 1] in grammar.sets["extent"] and at + 2 == end and alone:
            kinds[at] = "u"  # A 影响 深远，V B
            continue
        start = next((to + 1 for to in range(at - 1, start, -1) if _opens_report(tokens, to)), start)
        while start < at and (tags[start] == "c" or words[start] in grammar.sets["linking"]):
            start += 1  # 因此 A 影响 B, 结果表明 A 影响 B
        plain = all(kinds[to] in "NnV" and tags[to][0] in "nvjl" for to in (*range(start, at), *range(at + 1, end)))
        studied = words[at - 1] in grammar.sets["studying"] or words[end - 1] in grammar.sets["cue_tail"]
        if start < at < end - 1 and plain and not studied and not tokens.names[at]:
            for to in range(start, end):
                kinds[to] = "V" if to == at else "N"


def name_studied(tokens: Tokens, grammar: Grammar) -> None:
    """Make nouns of the verbs inside of A and B in (研究) A 对 B 的 影响: 研究 抄本 流传 对 习惯 养成 的 影响."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    for at in range(3, len(words)):
        if words[at][:2] not in sets["effect_ending"] or kinds[at] not in "nN":
            continue
        closing = at - 1 if words[at - 1] == "的" else at - 2  # B 的 长期 影响
        start = tokens.clause_start(at)
        toward = next((to for to in range(closing - 1, start - 1, -1) if kinds[to] in "PIB"), start)
        if words[closing] != "的" or words[toward] not in sets["toward"] or toward == closing - 1:
            continue
        told = next((to for to in range(closing - 1, toward, -1) if kinds[to] not in "am"), toward)
        led = kinds[toward + 1] == "V" and kinds[toward + 2] in "Nn"
        if led or words[told].rstrip("了着过") in sets["light_verb"]:
            continue  # 对 提高 A 的 影响, 对 B 产生 重要 的 影响
        _name_all(tokens, toward + 1, closing)
        studies = next((to for to in range(start, toward - 1) if _is_study(tokens, grammar, to)), None)
        if studies is None:
            continue
        kinds[studies] = "V"
        _name_all(tokens, studies + 1 + (words[studies + 1] == "了"), toward)


def _is_study(tokens: Tokens, grammar: Grammar, at: int) -> bool:
    """Whether a word tells that what stands behind it is studied: 选取 村落 分析 A, 本文 研究 A; not 通过 分析 A."""
    start, kinds = tokens.clause_start(at), tokens.kinds
    done = tokens.words[at + 1 : at + 2] == ["了"]
    if tokens.words[at] not in grammar.sets["studying_deed"] or not (done or kinds[at] in "nV"):
        return False
    before = "," if at == start or done else kinds[at - 1]
    used = before == "N" and any(kinds[to] in "VP" for to in range(start, at - 1))
    return before in ",Sd" or (kinds[at] == "V" and before != "P") or used


def _name_all(tokens: Tokens, start: int, stop: int) -> None:
    """Make nouns of the verbs behind the first word of a noun phrase and behind its last 的: 儿童 习惯 养成."""
    kinds = tokens.kinds
    start = next((to + 1 for to in range(stop - 1, start, -1) if kinds[to] == "D"), start)
    if any(kinds[to] not in "NnVCmar" for to in range(start, stop)):
        return
    plain = "N" not in kinds[start:stop]
    for to in range(start if plain else start + 1, stop):
        if kinds[to] in "Vn" and tokens.words[to] != "有":
            kinds[to] = "N"


def _opens_report(tokens: Tokens, at: int) -> bool:
    """Whether a word may open what somebody says or a study shows: 调查 显示 A 影响 B."""
    opens = at in tokens.cues and tokens.cues[at].opens
    return tokens.kinds[at] == "V" and (opens or tokens.words[at] in ("显示", "说明"))


def affects_as_means(spot: Spot) -> bool:
    """Whether 影响 is what something is done by: 通过 影响 A 促进 B; not 通过 影响 因素 的 分析."""
    led = spot.is_at(0, "affecting") and spot.is_at(-1, "leading_means") and not spot.next_is_class()
    return led and not any(spot.word_at(1)[-2:] in spot.grammar.sets[name] for name in ("factor", "degree_noun"))


def affects_by_deed(spot: Spot) -> bool:
    """Whether 影响 tells what a deed before it is done for: 通过 控制 A 影响 B; not 通过 分析 A 影响 B 的 C."""
    if spot.verbs_left != 1 or not spot.is_at(0, "affecting"):
        return False
    taken = list(spot.ahead())
    if any(spot.tokens.kinds[at] not in "Nn" for at in taken):
        return False
    deed = next((at for at in spot.behind(1) if spot.tokens.kinds[at] not in "Na"), 0)
    led = deed > 0 and spot.tokens.kinds[deed] == "V" and spot.is_at(deed - 1 - spot.at, "leading_means")
    studied = spot.grammar.sets["studying"]
    named = spot.next_is_class() or spot.word_at(len(taken)) in studied
    studies = spot.tokens.words[deed] in studied or spot.is_at(deed - spot.at, "studying_deed")
    return led and not named and not studies


def is_of_factors(spot: Spot) -> bool:
    """Whether a word tells what the factors that close the clause do: 影响 A 的 三个 因素."""
    if not spot.is_at(0, "factor_deed"):
        return False
    row = FACTORS.match("".join(spot.tokens.kinds), spot.at + 1)
    return row is not None and spot.tokens.words[row.end() - 1][-2:] in spot.grammar.sets["factor"]
