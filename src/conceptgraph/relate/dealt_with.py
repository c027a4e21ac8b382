"""Words that name what is dealt with or what something is used for: 对 收支 记录 进行 检查; 用于 祭祀 活动."""

from __future__ import annotations

from conceptgraph.relate.decision import ANY, NOUN, Decision
from conceptgraph.relate.spot import Spot

DEALING = frozenset(["进行", "加以", "予以", "给予", "实施", "实行", "施加", "施行"])  # with what 对 names
AGAIN = frozenset(["继续", "开始", "停止", "尝试", "试图", "着手", "坚持", "可能", "能够"])  # no things to deal with
LEADING = frozenset(["对", "对于", "针对"])


def is_dealt_with(spot: Spot) -> bool:
    """Whether a word right before an empty verb closes what 对 leads to, no other verb between."""
    if spot.word_at(1) not in DEALING or spot.word in AGAIN:
        return False
    words, kinds = spot.tokens.words, spot.tokens.kinds
    opens = next((at for at in spot.behind(1, ",.-VB") if words[at] in LEADING), None)
    return opens is not None and kinds[opens + 1] != "S"


def names_use(spot: Spot) -> bool:
    """Whether a word says of which kind that is for which something is used: 用于 祭祀 活动, 应用于 翻译 研究."""
    if not spot.is_at(-1, "used_for") or spot.kind_at(2) not in ",.fCD":
        return False
    return spot.tokens.tags[spot.at + 1] == "vn" or spot.next_is_class()


BY_DEALING = (
    Decision(ANY, "NaDC", "Vd", NOUN, is_dealt_with),
    Decision(ANY, "V", "NnV", NOUN, names_use),
)
