"""Clauses with a verb of being that say no kind of thing: 随之而来 的 是 B, A 的 背后 是 B, 究其原因，是 A."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.copulas import is_range, replaced
from conceptgraph.relate.counting import is_counted
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.roles import continued_role, role_claim
from conceptgraph.relate.rules import CueUse
from conceptgraph.relate.words import JOINING, PLAINLY

MOST = ("最", "最为", "最早")
MORE_THAN_ONE = ("某些", "一些", "一系列", "若干", "几种", "诸多", "多种")  # more than one of what they stand before


def says_otherwise(clauses: Clauses, use: CueUse, token: int, index: int, position: int) -> Sequence[Claim] | None:
    """Return what 取而代之 的 是 B, 随之而来 的 是 B, A 的 背后 是 B and A 是 B 的 例子 say; None for other clauses."""
    opening, ends = clauses.words_before(index), clauses.ends_of(position)
    whole = _listed_whole(clauses, index, position)
    if whole:
        return (Claim(clauses.rule_of("包括", use.rule), whole, ends, token),)
    if (kind := _kind_first(clauses, index, position)) is not None:
        return (Claim(use.rule, ends, clauses.ends_of(kind), token),)
    if opening & {"取而代之", "代之而起"}:
        return (Claim(clauses.rule_of("取代", use.rule), ends, replaced(clauses, index), token),)
    if opening & {"随之而来", "接踵而来", "接踵而至"}:
        return (Claim(clauses.rule_of("导致", use.rule), clauses.memory.subject, ends, token),)
    if "究其原因" in opening or clauses.words[max(clauses.first[index] - 2, 0)] == "究其原因":
        return (Claim(clauses.rule_of("导致", use.rule), ends, clauses.subject(index), token),)
    start, end = clauses.parse.chunks[position].items[-1].parts[-1] if clauses.kinds[position] == "N" else (0, 0)
    mediates = end > start + 1 and clauses.parse.tokens.words[start] == "中介"
    if mediates and len(sides := clauses.attributes_of(position)) == 2:  # A 是 B 与 C 之间 的 中介 变量
        affects, between = clauses.rule_of("影响", use.rule), clauses.subject(index)
        return (Claim(affects, sides[:1], between, token), Claim(affects, between, sides[1:], token))
    behind = index - 2 if index > 1 and clauses.word(index - 1) in "，," else index - 1  # also A 的 背后，是 B
    if behind >= 0 and clauses.last_word(behind) == "背后":
        owners = (clauses.kinds[behind] == "N" and clauses.ends_of(behind)) or clauses.subject(index)
        return (Claim(clauses.rule_of("依赖", use.rule), owners, ends, token),)
    example = clauses.before(index)
    told = example is not None and clauses.is_in_head(example, "instance")
    shown = clauses.attributes_of(example) if told and example is not None else ()
    if shown:
        return (Claim(use.rule, ends, shown, token),)  # A 的 一个 例子 是 B
    alike = next((name for name in ("other_name", "instance") if clauses.is_in_head(position, name)), "")
    alike = alike or ("instance" if clauses.word(index).endswith("属于") and is_range(clauses, position) else "")
    placed = clauses.governor(position)  # A 是 B 在 W 上 的 变种
    owners = clauses.attributes_of(position) if alike and (placed is None or clauses.kinds[placed] != "P") else ()
    if owners:  # A 是 B 的 另一个 名字, A 是 B 的 例子
        rule = clauses.rule_of("等同于", use.rule) if alike == "other_name" else use.rule
        return (Claim(rule, clauses.subject(index), owners, token),)
    role = continued_role(clauses, index) if clauses.before(index) is None else None
    return (role_claim(role.rule, role.whole, ends, token, index),) if role is not None else None


def _listed_whole(clauses: Clauses, index: int, position: int) -> Ends:
    """Return what a list behind a verb of being tells the parts of: A 的 三大 N 是 B、C 和 D, 某些 A，即 B 和 C."""
    chunks, words = clauses.parse.chunks, clauses.parse.tokens.words
    items = chunks[position].items if clauses.kinds[position] == "N" and chunks[position].genus is None else ()
    joints = {words[item.parts[0][0] - 1] for item in items[1:]}
    owned = bool(items) and len(items[-1].parts) > 1 == max(len(item.parts) for item in items[:-1] or items)
    if not joints or not joints.issubset(JOINING) or owned:
        return ()  # A、B 和 C 的 基础
    noun, glossed = clauses.before(index), False
    if noun is None and clauses.is_in(index, "apposition") and clauses.word(clauses.first[index] - 1) in "，,":
        noun, glossed = clauses.first[index] - 2, True
    if clauses.is_in(index, "definition") and len(items) > 2 and "、" in joints:
        return clauses.theme(index)  # A 指 B、C 和 D
    if noun is None or noun < 0 or clauses.kinds[noun] != "N" or clauses.role_headed(noun):
        return ()
    several = is_counted(clauses, noun) or words[chunks[noun].start] in MORE_THAN_ONE
    if not several and not (glossed and len(items) > 2 and "、" in joints):
        return ()
    return (several and clauses.attributes_of(noun)) or clauses.ends_of(noun)


def _kind_first(clauses: Clauses, index: int, position: int) -> int | None:
    """Return B of 最 重要 的 B 是 A, 值得 注意 的 B 是 A, 一个 重要 的 B 是 A: A is a B; else None."""
    noun, words, kinds = clauses.before(index), clauses.parse.tokens.words, clauses.parse.tokens.kinds
    named = position == index + 1 and len(clauses.parse.chunks[position].items) == 1
    if noun is None or not named or clauses.word(index) not in PLAINLY or clauses.kinds[noun] != "N":
        return None
    chunk, first = clauses.parse.chunks[noun], clauses.first[index]
    if len(chunk.items) != 1 or chunk.items[-1].local or clauses.role_headed(noun) or clauses.is_key(noun):
        return None
    counted = words[chunk.start] in clauses.sets["counter"] and "aD" in "".join(kinds[chunk.start : chunk.end])
    most = chunk.start > 0 and words[chunk.start - 1] in MOST and kinds[chunk.start] == "a"
    before = (clauses.word(at) for at in range(max(first, noun - 4), noun))
    worth = clauses.kinds[noun - 1] == "D" and any(word == "值得" or word in MOST for word in before)
    worth = worth or (words[chunk.start].startswith("值得") and len(chunk.items[0].parts) > 1)
    said = kinds[clauses.parse.chunks[position].start] not in "mr"
    return noun if said and (counted or most or worth) else None
