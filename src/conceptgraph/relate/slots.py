"""What fills a slot of a written pattern: the ends between two of its words, before the first or behind the last."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.relate.becoming import general_owner, general_word, leads_over, without_turn
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.doers import doer_of_deed
from conceptgraph.relate.grounds import is_of_relative
from conceptgraph.relate.listed_sides import in_list, last_listed
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.origins import tells_of_being
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.words import SEVERAL


def _counts(clauses: Clauses, items: Sequence[Item]) -> bool:
    """Whether the head of the last member is counted: A 的 三大 B."""
    tokens, first = clauses.parse.tokens, items[-1].parts[-1][0]
    return tokens.kinds[first] in "mr" and tokens.words[first][0] in SEVERAL


def _does_what_follows(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase that 从 A 到 leads to is the subject of a verb behind it or of the next clause."""
    kinds, border = clauses.kinds, clauses.last[index]
    if clauses.word(clauses.first[index])[0] not in "从由":
        return False
    ahead = clauses.opening(border) if border == index + 1 and border < len(kinds) else border
    goes_on = ahead < len(kinds) and clauses.word(border) in "，," and kinds[ahead] == "V"
    return goes_on or "V" in kinds[index + 1 : border]


def _only_counts(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase behind a list only says how many its members are, also 这 before it: 这 三个 要素."""
    first = clauses.parse.chunks[noun].start
    if clauses.words[noun] in ("这", "那"):
        return clauses.kinds[noun + 1] == "N" and clauses.words[noun + 1][0] in SEVERAL
    return clauses.parse.tokens.kinds[first] == "m" or (clauses.words[noun - 1] in ("这", "那"))


def _reached(clauses: Clauses, at: int) -> int | None:
    """Return the noun phrase that the last word of a row, the chunk `at`, takes: B of 从 A 到 B 所 V 的 C."""
    reached = at + 1
    near = clauses.word(at) == "向" or "所" in clauses.words[reached + 1 : reached + 2]
    near = near and reached < len(clauses.kinds) and clauses.kinds[reached] == "N"
    return reached if near else clauses.object_at(at)


def fill_slot(clauses: Clauses, left: int | None, right: int | None, *, passing: bool) -> Ends:
    """Return the ends that fill a slot between two words of a pattern (tokens; None at its edges).

    Where one thing is `passing` into another, a general word is an end: 从 数量 到 质量.
    """
    chunk_of, chunks = clauses.parse.chunk_of, clauses.parse.chunks
    if left is None and right is not None:
        told = last_listed(clauses, chunk_of[right]) or doer_of_deed(clauses, clauses.before(chunk_of[right]) or 0)
        return told or clauses.theme(chunk_of[right])  # also 把 A 从 B 中 独立 出来
    if left is not None and right is None:
        head = chunk_of[left] + 2
        if head < len(chunks) and chunks[head - 1].kind == "D" and chunks[head].kind == "N":
            deed = "verb" in clauses.uses_of_head(head).frames  # 遭到 以 B 为首 的 A 的 抨击
            return (clauses.attributes_of(head) if deed else ()) or clauses.ends_of(head)  # 以 B 为首 的 A
        patient = _reached(clauses, chunk_of[left])
        if patient is None:
            return ()
        items = chunks[patient].items
        if not passing and items and tells_of_being(clauses, chunk_of[left], patient):
            return clauses.attributes_of(patient)  # 是 [S 融入 B 的] H
        if len(items) > 1 and len(items[0].parts) > 1 and leads_over(clauses, items[0]):
            return clauses.name_all((items[0].of(items[0].parts[:-1]),))  # 从 A 到 B 的 转变、C 的 D
        owned = bool(items) and len(items[-1].parts) > 1
        if owned and (leads_over(clauses, items[-1]) or (passing and _counts(clauses, items))):
            owner = without_turn(clauses, clauses.attributes_of(patient))  # 从 A 到 B 的 转变, 从 A 到 B 的 三大 C
            return owner or (general_owner(clauses, patient) if passing else ())
        acts = owned and passing and _does_what_follows(clauses, patient)  # 从 A 到 B 的 商路 V C
        ends = clauses.ends_of(patient) if not passing else without_turn(clauses, clauses.ends_of(patient))
        return () if acts else ends or (general_word(clauses, patient) if passing else ())
    if left is None or right is None:
        return ()
    low, high = chunk_of[left], chunk_of[right]
    if chunks[high].kind == "N":
        found = clauses.ends_of if chunks[high].items[-1].local else clauses.attributes_of  # 在 A 之外
        return (in_list(clauses, high, right) or found(high)) if chunks[low].end == chunks[high].start else ()
    again = [at for at in range(low + 1, high) if clauses.is_in(at, "step")]  # 从 A 到 B 再 到 C
    if again and (clauses.word(high) == clauses.word(again[-1]) == "到" or clauses.is_in(high - 1, "next_step")):
        low = again[-1]
    nouns = [position for position in range(low + 1, high) if chunks[position].kind in "NR"]
    verbs = [position for position in range(low + 1, high) if chunks[position].kind == "V"]
    if (
        clauses.word(low) == "由"
        and verbs
        and nouns
        and chunks[nouns[-1] - 1].kind == "D"
        and nouns[-1] == high - 1 > verbs[-1] == nouns[-1] - 2
    ):
        return clauses.ends_of(nouns[-1])  # 由 [A V 的] B 构成
    if is_of_relative(clauses, low, high, verbs, nouns):
        return clauses.head_of(nouns[-1])  # 由 [附着于 A 的] B 构成
    if not nouns or verbs or any(not _only_counts(clauses, noun) for noun in nouns[1:]):
        return ()  # 由 A、B 两部分 构成 has a second noun that only counts
    return clauses.ends_of(nouns[0]) or (general_word(clauses, nouns[0]) if passing else ())
