"""How many there are of what a list names: 三个 要素, 两种 不同 的 组织, 教学 的 四重 困难."""

from __future__ import annotations

import re

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.words import BELOW, SEVERAL

COUNTING = SEVERAL | {"几", "双"}
KIND_ENDS = "种类大个项家派条"  # end the number of things named one by one: 评书 和 山歌 两种 艺术
MEASURES = "种类项点"  # with a number before them they count kinds of what is told of: A 有 三种
ONE_OF = ("一种", "一个", "一类", "一项")
KINDS_OF = re.compile("m[ad]*aD")  # kinds of the words of a number and a quality


def is_counted(clauses: Clauses, index: int) -> bool:
    """Whether the noun phrase `index` says how many: 三个要素, 教学的四重困难."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[index]
    if chunk.kind in "mr":
        bare = clauses.words[index + 1 : index + 2] in (["："], [":"])  # A 有 三：B、C 和 D
        below = index > 0 and clauses.word(index)[0] == "几" and clauses.word(index - 1) in BELOW  # 以下 几点
        return below or (clauses.word(index)[0] in SEVERAL and (bare or clauses.word(index)[-1] in MEASURES))
    if chunk.kind != "N" or len(chunk.items) != 1:
        return False
    if _has_kinds(clauses, index):
        return True
    sets, (first, stop) = clauses.rules.grammar.sets, chunk.items[0].parts[0]
    kinds = tokens.words[stop - 1] in sets["list_kind"] or tokens.words[stop - 1] in sets["class_noun"]
    if kinds and len(chunk.items[0].parts) > 1 and tokens.kinds[first] == "m" and tokens.words[first][0] in SEVERAL:
        return True  # 三种 类型 的 课程
    start, end = chunk.items[0].parts[-1]
    if tokens.words[start].startswith(BELOW):
        return True
    if tokens.words[start - 2] in clauses.rules.grammar.sets["aspect_head"]:
        start = chunk.start  # 三个 方面 的 原因
    elif KINDS_OF.fullmatch(clauses.parse.form, chunk.start, start) and tokens.words[chunk.start][-1] in KIND_ENDS:
        start = chunk.start  # 三种 不同 的 组织
    elif clauses.kinds[max(index - 3, 0) : index] == ["N", "V", "D"]:
        opens = clauses.parse.chunks[index - 3].start  # 三种 分工 造成 的 矛盾
        return (
            tokens.kinds[opens] == "m" and tokens.words[opens][0] in COUNTING and tokens.words[opens][-1] in KIND_ENDS
        )
    return any(tokens.kinds[at] in "mr" and tokens.words[at][0] in COUNTING for at in range(start, end))


def _has_kinds(clauses: Clauses, index: int) -> bool:
    """Whether something has factors, principles or the like, and a colon tells which: 包含 丰富 因素：."""
    if clauses.words[index + 1 : index + 2] not in (["："], [":"]):
        return False
    above = clauses.governor(index)
    factors = above is not None and clauses.word(above) == "影响" and clauses.is_in_head(index, "factor_head")
    return factors or (above is not None and has_parts(clauses, above) and clauses.is_in_head(index, "list_kind"))


def has_parts(clauses: Clauses, index: int) -> bool:
    """Whether a chunk is a verb that says that something has parts: 包含, 有."""
    has = "has_part" in clauses.uses_at(index).relations or clauses.is_in(index, "there_are")
    return has and clauses.kinds[index] == "V"


def names_kind(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase says of what a thing is a kind: A 是 B 的 一种 类型, B 的 重要 门类, B 的 形式 之一."""
    above = clauses.governor(index) if clauses.is_in_head(index, "kind_head") else None
    if above is None or clauses.kinds[above] != "V" or not clauses.is_being(above):
        return False
    if clauses.head_word(index)[-2:] not in clauses.rules.grammar.sets["form_head"]:
        return True
    chunk, words = clauses.parse.chunks[index], clauses.parse.tokens.words
    counted = any(word in ONE_OF or word == "之一" for word in words[chunk.start : chunk.end + 1])
    return counted and chunk.items[-1].parts[-1][1] - chunk.items[-1].parts[-1][0] > 1
