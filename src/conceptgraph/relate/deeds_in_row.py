"""Rows of deeds that something matters for or shows in: 对 提高 A、降低 B 有 积极 作用; 在 传播 A、培养 B 方面."""

from __future__ import annotations

import re

from conceptgraph.relate.decision import ANY, VERB, Decision
from conceptgraph.relate.spot import Spot

OBJECT = "[NnamrD]+"  # kinds of the words of what a deed is done to, before they are settled
ROW = re.compile(f"[Vn]{OBJECT}(?:C[Vn]{OBJECT})+")
OPENED = re.compile(f"V{OBJECT}(?:CV{OBJECT})*C")  # what is settled of it already
LEADING = frozenset(["对", "对于", "在"])
SIDES = ("方面", "过程", "中", "上")  # close what 在 opens
MATTERS = ("至关重要", "十分重要", "非常重要", "意义重大", "大有裨益", "举足轻重", "功不可没")


def opens_deeds(spot: Spot) -> bool:
    """Whether a verb behind 对 or 在 is the first of a row: 对 提高 A、降低 B 有 作用, not 对 交换 方式、生产 方式."""
    words, kinds, tags = spot.tokens.words, spot.tokens.kinds, spot.tokens.tags
    if spot.word_at(-1) not in LEADING or not spot.cue or _names_class(spot) or len(spot.word) < 2:
        return False
    end = spot.tokens.clause_end(spot.at)
    row = ROW.match("".join(kinds[spot.at : end]))
    if row is None or "D" in row.group()[:2]:
        return False
    members = [spot.at] + [at + 1 for at in range(spot.at, spot.at + row.end()) if kinds[at] == "C"]
    if not any(tags[at] in ("v", "a") and at in spot.tokens.cues for at in members):
        return False
    closing = spot.at + row.end()
    if spot.word_at(-1) == "在":
        return words[closing - 1] in SIDES or words[closing : closing + 1] in ([side] for side in SIDES)
    return words[end - 1][-2:] in spot.grammar.sets["mattering"] or words[end - 1] in MATTERS


def goes_on_with_deeds(spot: Spot) -> bool:
    """Whether a verb behind 、 is a further member of such a row, the first of which is a verb."""
    kinds, words = spot.tokens.kinds, spot.tokens.words
    if not spot.cue or _names_class(spot):
        return False
    opens = next((at for at in spot.behind(2) if kinds[at] == "P"), -1)
    row = OPENED.fullmatch("".join(kinds[opens + 1 : spot.at])) if opens >= 0 and words[opens] in LEADING else None
    return row is not None and kinds[spot.at + 1 : spot.at + 2] != ["D"]


def _names_class(spot: Spot) -> bool:
    """Whether a word that is a verb or a noun only says which of a class is meant: 交换 方式, not 提高 效率."""
    return spot.next_is_class() and (spot.tokens.tags[spot.at] != "v" or spot.kind_at(2) == "D")


BY_ROW = (
    Decision(ANY, "P", "Nnamr", VERB, opens_deeds),
    Decision(ANY, "C", "Nnamr", VERB, goes_on_with_deeds),
)
