"""Definitions: the noun phrase that closes them, as in A 指 …，V B 的 H and A 是 S 在 W 上 V 的、V B 的 H."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.copulas import PLAIN, ends_in_attribute
from conceptgraph.relate.endpoints import BARE, SHORT_HEAD
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.words import PLAINLY


def is_genus(clauses: Clauses, index: int) -> bool:
    """Whether the noun phrase `index` may close a definition: … 的 N; of the last clause also [V O 的] N 或 M."""
    chunk, closes = clauses.parse.chunks[index], clauses.kinds[index + 1 :] in ([], ["."])
    own = clauses.kinds[index - 1] == "V" and clauses.parse.tokens.words[chunk.start] == "自己"
    if own and not clauses.is_in_any_head(index, "deed_head", "process_head"):
        return False  # 所谓 A，就是 S 管理 自己 的 B, not 就是 S 实现 自己 的 过程
    taken = closes and clauses.kinds[index - 1] == "V" and not clauses.is_in(index - 1, "copula")
    return ends_in_attribute(clauses, index) or (taken and "D" in clauses.parse.form[chunk.start : chunk.end])


def defining_genus(clauses: Clauses, index: int) -> int | None:
    """Return the noun phrase that closes a definition, in the clause of the cue or at the end of the sentence."""
    chunks = clauses.parse.chunks
    position = closes = clauses.last[index] - 1
    counted = position == index + 1 and clauses.parse.tokens.words[chunks[position].start] in clauses.sets["counter"]
    if counted and clauses.kinds[position] == "N":
        return None  # 指的是 一种 A，它 V B
    if chunks[position].kind != "N" or not is_genus(clauses, position):
        if chunks[position].items and chunks[index].end == chunks[position].end - 1:
            return None  # A 指的是 B，后来 V C
        position = len(chunks) - 1
        while position > index and chunks[position].kind in ".,uX":
            position -= 1
        opens = clauses.first[position]
        if opens > index and chunks[closes].kind == "N" and clauses.word(opens) in ("是", "即", "就是"):
            return None  # 是指 一种 A，是 B 的 C
    return position if chunks[position].kind == "N" and is_genus(clauses, position) else None


def tells_in_row(clauses: Clauses, index: int) -> bool:
    """Whether 是 opens a row of attributes of the head that closes its clause: 是 S 在 W 上 V 的、V O 的 H."""
    last, kinds = clauses.last[index] - 1, clauses.kinds
    if clauses.word(index) not in PLAINLY or kinds[last] != "N" or len(clauses.parse.chunks[last].items) != 1:
        return False
    opens = index + 1 + (kinds[index + 1] in "Nmr")
    row = any(kinds[at : at + 2] == ["D", "C"] and kinds[at - 1] in "VfNa" for at in range(opens, last))
    row = row or (opens < last and clauses.word(opens) == "以" and "为" in clauses.words[opens:last])
    return (row or _tells_means(clauses, index, last)) and is_genus(clauses, last)


def opens_means(clauses: Clauses, index: int) -> bool:
    """Whether a word opens what tells by what means somebody does something: 是 [S 通过 V A 来 V B 的] H."""
    return clauses.kinds[index + 1 : index + 3] == ["N", "P"] and clauses.is_in(index + 2, "leading_means")


def _tells_means(clauses: Clauses, index: int, last: int) -> bool:
    """Whether 是 opens what tells of a head who does something by what means: 是 [S 通过 V A 来 V B 的] H."""
    if not opens_means(clauses, index):
        return False
    by, told = index + 2, clauses.before(index)
    closing, held = clauses.governor(last), told is not None and clauses.takes_clause(told)  # 目的 是 S 通过 V A V B
    return closing is not None and closing > by and "u" not in clauses.kinds[by:last] and not held


def heads_deed(clauses: Clauses, index: int, verb: int, head: int) -> bool:
    """Whether what closes a clause is told by what somebody does with what: A 是 一种 [S 以 B V C 的] H."""
    if verb + 1 != head or head + 1 != clauses.last[index] or not ends_in_attribute(clauses, head):
        return False
    told = clauses.before(index)
    if told is None or clauses.kinds[told] != "N" or clauses.takes_clause(told) or clauses.is_in(index, "apposition"):
        return False
    counted = clauses.kinds[index + 1] in "mr" and clauses.kinds[index + 2 : index + 4] == ["N", "P"]
    return counted and clauses.word(index + 3) in ("以", "用")


def is_one_head(clauses: Clauses, index: int, head: int) -> bool:
    """Whether one head is counted that a list before it is only an attribute of: A 是 一种 [V B 与 C 的] H."""
    items = clauses.parse.chunks[head].items
    counted = clauses.kinds[index + 1] in "mr" and clauses.kinds[head - 1] == "V"
    return counted and len(items) == 2 and len(items[-1].parts) > 1


def is_named_fully(clauses: Clauses, verb: int) -> bool:
    """Whether a phrase that only points says itself what it means: 这种 不平等 的 等级 差异, not 这种 权利."""
    told = clauses.theme(verb)
    first = clauses.parse.tokens.starts[clauses.parse.chunks[clauses.first[verb]].start]
    alone = len(told) == 1 and len(told[0].name) >= SHORT_HEAD
    return alone and told[0].sentence == clauses.here and told[0].start > first


def closing(clauses: Clauses, index: int) -> Ends:
    """Return what a definition closes on: B and C of 指 [S V 的] B 或 C, but only D of 指 B 和 C 的 D."""
    alone = len(clauses.parse.chunks[index].items[-1].parts) == 1
    return clauses.heads_of(index) if alone else clauses.head_of(index)


def is_kind_named(clauses: Clauses, index: int, position: int) -> bool:
    """Whether the clause of 即 names what the one before only calls a kind of thing: 一种 B，即 A; [V C 的] B，即 A."""
    inside = index > clauses.first[index]
    kind = index - 1 if inside else index - 2
    if clauses.word(index) != "即" or kind < clauses.first[kind] or (inside and not _is_taken_kind(clauses, kind)):
        return False
    if (
        clauses.kinds[kind:index] not in (["N", ","], ["N"])
        or position != index + 1
        or position + 1 != clauses.last[index]
    ):
        return False
    if not inside and _is_bare_head(clauses, kind):
        return True
    opens = max(clauses.first[kind], kind - 1) if clauses.kinds[kind - 1] in "mr" else kind
    counted = clauses.parse.tokens.words[clauses.parse.chunks[opens].start] in clauses.sets["counter"]
    return counted and len(clauses.parse.chunks[position].items[-1].parts) == 1


def _is_bare_head(clauses: Clauses, kind: int) -> bool:
    """Whether a noun phrase says by a bare word what the next clause names: 把握 了 理解 A 的 钥匙，即 B."""
    ends, word = clauses.ends_of(kind), clauses.head_word(kind)
    bare = len(ends) == 1 and ends[0].name == word and len(word) < SHORT_HEAD
    return bare and len(clauses.parse.chunks[kind].items[-1].parts) > 1


def _is_taken_kind(clauses: Clauses, kind: int) -> bool:
    """Whether a noun phrase before 即 is something that a verb takes: 形成 一门 A 即 B, not 一个 概念 即 B."""
    return clauses.governor(kind) is not None and bool(clauses.ends_of(kind))


def opens_clause(clauses: Clauses, verb: int, noun: int) -> bool:
    """Whether what 是指 takes is a clause that `noun` opens: A 是指 B 为了 C 而 V D."""
    after = clauses.after(noun)
    again = clauses.word(verb) == "就是" and verb > 0 and clauses.word(verb - 1) == "也"  # 也 就是 A 因为 B 而 V C
    if clauses.word(verb).endswith(("解为", "释为")) and after is not None:  # 将 A 理解为 B 要 V C
        last = clauses.last[verb] - 1
        headed = "D" in clauses.kinds[verb:last] or (clauses.kinds[last] == "N" and ends_in_attribute(clauses, last))
        return clauses.kinds[after] in "VP" and "V" in clauses.kinds[after : last + 1] and not headed
    return (again or clauses.is_in(verb, "definition")) and after is not None and clauses.kinds[after] in "VPBI"


def told_head(clauses: Clauses, index: int, position: int) -> Ends:
    """Return a general head of which a clause tells: 范畴 of 是 一个 [表示 A 的] 范畴; nothing for 问题."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[position]
    last = chunk.end - 1
    if clauses.word(index) not in PLAIN or len(chunk.items) != 1 or chunk.items[0].local or tokens.kinds[last] != "N":
        return ()
    told = ends_in_attribute(clauses, position) and "V" in clauses.kinds[index + 1 : position]
    head = clauses.head_word(position)[-2:]
    if not told or len(head) < BARE or head in clauses.sets["no_kind"] or head in clauses.sets["spoken_of_head"]:
        return ()
    return clauses.as_written(tokens.starts[last], tokens.ends[last])
