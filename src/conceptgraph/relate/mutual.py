"""Frames of two things and of what there is: A 与 B 对立, A 和 B 的 关系, A 中存在 B."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.couples import couples_of, main_joint, relates
from conceptgraph.relate.denial import is_negated
from conceptgraph.relate.listed_sides import has_no_sides, named_apart
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import CueUse
from conceptgraph.relate.words import COUPLING, MUTUAL, WITH

NOT_TOGETHER = "opposes.not_together"  # only read where it is denied: A 无法 与 B 共存
EACH_OTHER = (*MUTUAL, "互为")  # open what several things do to one another


def read_mutual(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 与 B V; A 和 B 的 V; A 是 B 的 V; (A,) 与 B V; 与 A V 的 是 B."""
    if has_no_sides(clauses, use.rule, token, index):
        return
    against = _set_against(clauses, index) if use.rule.relation == "opposes" else None
    if against is None:
        yield from _read_sides(clauses, use, token, index)
    else:
        yield Claim(use.rule, *against, token)


def _read_sides(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 与 B V; A 和 B 的 V; A 是 B 的 V; (A,) 与 B V."""
    chunk = clauses.parse.chunks[index]
    if use.rule.id == NOT_TOGETHER and (chunk.kind == "N" or not is_negated(clauses, index)):
        return
    if shared := _shared(clauses, index) if use.rule.relation == "equals" else None:
        yield Claim(clauses.rule_of("具有", use.rule), *shared, token)
        return
    if clauses.word(index) == "一样" and (clauses.kinds[clauses.first[index]] == "C" or _is_likened(clauses, index)):
        return  # 和 B 一样，A V C; A 和 B 一样，都 V C
    sides: tuple[Ends, Ends] | None = None
    if index > 1 and clauses.kinds[index - 2 : index] == ["R", "D"]:
        ends = clauses.ends_of(index - 2)
        sides = (ends[:1], ends[1:]) if len(ends) == 2 else None  # 二者 的 V
    elif chunk.kind == "N":
        couples = couples_of(clauses.parse.tokens, chunk.items, clauses.rules.grammar) if len(chunk.items) > 2 else []
        if couples and len(couples[-1]) > 1 and chunk.items[-1].head == token:
            yield from _between_couples(clauses, use, token, index)
            return
        several = len(chunk.items) > 1 or len(chunk.items[0].parts) > 1
        above = clauses.governor(index)
        if above is not None and clauses.has_frame(above, "apart"):
            return  # 割裂 A 与 B 的 联系
        if above is not None and clauses.kinds[above] == "D":
            outer = range(above - 1, clauses.first[index], -1)
            above = next((at for at in outer if clauses.is_in(at, "light_verb")), above)  # 存在 [难以 V 的] 张力
        equated = above is not None and clauses.is_in(above, "copula")
        sides = _mutual_noun(clauses, use, token, index) if several or equated else None
        counted = clauses.parse.tokens.kinds[token - 1] in "rm" and clauses.parse.form.startswith("D", token + 1)
        if sides is None and counted:
            return  # 造就 了 许多 不同 的 B
        if sides is None and above is not None and _is_empty(clauses, above):
            sides = _brought_about(clauses, above)
        elif equated and above is not None and clauses.is_in(above, "negator"):
            pass  # A 与 B 不是 单纯 的 因果关系
        elif sides is None and not several and not clauses.parse.form.startswith("N", token + 1):  # not 在 不同 位置
            sides = None if _acts_on_it(clauses, above) else _mutual_verb(clauses, index)
    elif not _is_attribute(clauses, index) and "B" not in clauses.kinds[clauses.first[index] : index]:
        told = clauses.before(index)
        empty = told is not None and _is_empty(clauses, told)
        led = told if empty and told is not None else index  # A 和 B 均 与 C 呈 显著 V
        sides = (coupled_sides(clauses, led) if empty else None) or _mutual_verb(clauses, led)
    if sides is not None:
        row = range(clauses.first[index], index)
        being = (at for at in row if clauses.is_in(at, "being") and clauses.kinds[at + 1] == "C")
        yield Claim(use.rule, sides[0], sides[1], token, verb=next(being, -1))  # A 不是 与 B V 的
    elif clauses.word(index).startswith(EACH_OTHER) or clauses.word(index - 1) in EACH_OTHER:
        ends = _told_of(clauses, index)
        for number in range(1, len(ends)):
            yield Claim(use.rule, ends[number - 1 : number], ends[number:], token)  # A、B 与 C 三者 相互 V


def _set_against(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return B and A of the clause 与 A 相对 的 是 B, None elsewhere."""
    first, last = clauses.first[index], clauses.last[index] - 1
    opens = clauses.kinds[first : first + 2] == ["C", "N"] and clauses.words[first] in WITH
    if not opens or clauses.kinds[index + 1 : last + 1] != ["D", "V", "N"] or not clauses.is_being(index + 2):
        return None
    told = clauses.parse.chunks[last]
    direct = all(clauses.kinds[at] == "d" for at in range(first + 2, index))
    direct = direct and "v" not in clauses.parse.tokens.tags[told.start + 1 : told.end - 1]  # not 是 S V B
    return (clauses.ends_of(first + 1), clauses.ends_of(last)) if direct else None


def _brought_about(clauses: Clauses, verb: int) -> tuple[Ends, Ends] | None:
    """Return the sides of A 与 B 发生 V, where `verb` is 发生 or the like."""
    told = clauses.before(verb)
    between = told is not None and _is_between(clauses, told) and clauses.kinds[told - 1] != "C"
    ends = clauses.ends_of(told) if told is not None and between else clauses.subject(verb)
    held = told is not None and is_in_capacity(clauses, told) and clauses.kinds[told - 2] != "C"
    if len(ends) != 2 or held:  # not A 与 [作为 C 的] B 发生 V
        return coupled_sides(clauses, verb) or _mutual_verb(clauses, verb)
    itself = clauses.kinds[clauses.first[verb]] != "C"  # not A 与 B，与 C 有 V
    itself = itself and (told is None or clauses.kinds[told - 1] != "C")  # nor A 连同 B 一起 与 C 有 V
    return (ends[:1], ends[1:]) if itself else _mutual_verb(clauses, verb)


def _shared(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return B (and A, of whom no rule of the verb says it) with C of A 取得 与 B 同等 的 C; None elsewhere."""
    apart = clauses.kinds[index - 2 : index + 3] == ["C", "N", clauses.kinds[index], "D", "N"]
    joint = index - 2 if apart else index - 1
    holder = clauses.before(joint) if joint > clauses.first[index] else None
    both = (clauses.ends_of(index - 1), clauses.ends_of(index + 2)) if apart else clauses.shared_with(index)
    if both is None or holder is None or clauses.kinds[holder] != "V":
        return None
    if "has_part" in clauses.uses_at(holder).relations or clauses.word(holder) == "赋予":
        return both
    return (clauses.subject(holder) + both[0], both[1]) if clauses.is_in(holder, "having") else None


def _acts_on_it(clauses: Clauses, verb: int | None) -> bool:
    """Whether a verb does something to what its object tells, so that its subjects do not stand so: 加剧 了 冲突."""
    if verb is None or clauses.kinds[verb] != "V" or clauses.is_being(verb):
        return False
    return not clauses.uses_at(verb).relations.isdisjoint(("causes", "negates", "promotes"))


def _is_empty(clauses: Clauses, verb: int) -> bool:
    """Whether a verb only says that there is what its object tells: A 与 B 存在 相关, A 与 B 呈现出 正相关."""
    return clauses.is_in(verb, "light_verb") or clauses.is_in(verb, "showing")


def _between_couples(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """Yield what stands between the two of each couple: A 与 B、C 与 D 之间 的 V."""
    items = clauses.parse.chunks[index].items
    last = items[-1].of(items[-1].parts[:-1])
    for one, other in pairwise((*items[:-1], last)):
        if clauses.parse.tokens.words[other.parts[0][0] - 1] in COUPLING:
            yield Claim(use.rule, clauses.name_all((one,)), clauses.name_all((other,)), token)


def each_other(clauses: Clauses, index: int) -> list[tuple[Ends, Ends]]:
    """Return the neighbours of a list of things that do what a verb says to one another: A、B 和 C 互相 V."""
    told = index - 1
    if told < clauses.first[index] or clauses.words[told] not in EACH_OTHER or clauses.first_noun(index) is not None:
        return []
    ends = _told_of(clauses, index)
    return [(ends[number - 1 : number], ends[number : number + 1]) for number in range(1, len(ends))]


def _told_of(clauses: Clauses, index: int) -> Ends:
    """Return what does something to one another, also where the clause before names it: A 与 B 相互 V，又 相互 V."""
    own, memory = clauses.local_subject(index), clauses.memory
    carried = memory.subject if memory.sentence == clauses.here and clauses.goes_on(clauses.first[index]) else ()
    return carried if own is None else own


def _is_attribute(clauses: Clauses, index: int) -> bool:
    """Whether a chunk says something of the noun behind it: 《甲》和《乙》中 相关 论述, 在 不同 程度 上."""
    after = index + 1
    return after < clauses.last[index] and (clauses.kinds[after] == "N" or clauses.word(after) == "程度")


def is_in_capacity(clauses: Clauses, index: int) -> bool:
    """Whether 作为 takes a noun phrase that opens with a capacity: [作为 C 的] A 与 B."""
    above = clauses.governor(index) if clauses.kinds[index] == "N" else None
    return above is not None and clauses.word(above) == "作为" and len(clauses.parse.chunks[index].items[0].parts) > 1


def _is_between(clauses: Clauses, index: int) -> bool:
    """Whether the chunk `index` is A 与 B 之间."""
    return clauses.last_word(index) == "之间"


def _mutual_verb(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return the sides of A 与 B V, of A 既 与 B V and of (A,) 与 B V."""
    noun = clauses.before(index)
    while noun is not None and clauses.kinds[noun] == "V" and clauses.word(noun) in ("是", "有"):
        noun = clauses.before(noun)  # 与 B 是 大 有 区别 的
    if noun is not None and clauses.kinds[max(noun - 6, 0) : noun + 1] == list("NCNIVDN"):
        return clauses.ends_of(noun - 6), clauses.ends_of(noun)  # S 所 V 的 A 与 S 所 V 的 B 相互 矛盾
    if noun is not None and clauses.kinds[noun] == "N" and _is_between(clauses, noun):
        ends, beside = clauses.ends_of(noun), noun > clauses.first[index] and clauses.kinds[noun - 1] == "C"
        sides = (ends[:1], ends[1:]) if len(ends) == 2 else coupled_sides(clauses, index)  # A 与 B 之间 没有 V
        if sides is not None and not beside:
            return sides
    alike = noun is not None and clauses.kinds[noun] == "N" and clauses.is_in(index, "comparing")
    compared = _compared(clauses, noun) if alike and noun is not None else None
    if compared is not None:
        return compared
    joined = _joined_sides(clauses, index, noun) if noun is not None else None
    if joined is not None:
        return joined
    if noun is not None and is_in_capacity(clauses, noun):
        return coupled_sides(clauses, index)
    apart = _with_attribute(clauses, index)
    ends = clauses.local_subject(index) or () if apart is None else ()
    goes_on = index - 1 == clauses.first[index] and clauses.is_in(index - 1, "focus")
    if goes_on and apart is None and not ends and clauses.memory.sentence == clauses.here:
        ends = clauses.memory.subject  # A 与 B 不是 C，而是 V
    if len(ends) == 1 and noun is not None and clauses.kinds[noun] == "N":
        ends = named_apart(clauses, noun) or ends
    if len(ends) == 2:
        return ends[:1], ends[1:]
    if apart is None and ends and not (len(ends) > 2 and clauses.word(index).startswith(EACH_OTHER)):
        return coupled_sides(clauses, index)
    return apart


def _joined_sides(clauses: Clauses, index: int, noun: int) -> tuple[Ends, Ends] | None:
    """Return the sides of A 与 B V where 与 stands apart from A: A 是 与 B V 的, 与 B V 的 A, 与 B 不同，A V."""
    joint = noun - 1
    if joint > clauses.first[index] and clauses.kinds[joint] == "P" and clauses.is_in(joint, "toward"):
        joint -= 1  # 对 A 的 理解 与 对 B 的 理解 V
    while joint > clauses.first[index] and clauses.kinds[joint] == "d" and clauses.kinds[joint - 1] in "dC":
        joint -= 1  # 与 日益 复杂 的 B
    if joint < clauses.first[index] or clauses.kinds[joint] != "C":
        return None
    left = clauses.before(joint)
    if left is not None and clauses.is_in(left, "being"):
        left = clauses.before(left)  # A 是 与 B V 的
    if left is not None and clauses.kinds[left] in "NR":
        if joint == noun - 2 and clauses.kinds[noun - 1] == "P":
            return clauses.named_whole(left) or (), clauses.named_whole(noun) or ()
        return clauses.ends_of(left), clauses.ends_of(noun)
    if clauses.kinds[index + 1 : index + 3] == ["D", "N"]:
        return clauses.ends_of(index + 2), clauses.ends_of(noun)  # 与 B V 的 A
    ahead = clauses.opening(clauses.last[index])
    if left is None and not clauses.first[index] and ahead < len(clauses.kinds) and clauses.kinds[ahead] == "N":
        return clauses.subject_ends(ahead) or (), clauses.ends_of(noun)  # 与 B 不同，A V
    if left is None and clauses.memory.sentence == clauses.here:
        again = any(_relates_two(clauses, at) for at in clauses.clause_before(index))
        return clauses.memory.subject[: 1 if again else None], clauses.ends_of(noun)  # A 同 B 相异化，同 C V
    return None


def _relates_two(clauses: Clauses, index: int) -> bool:
    """Whether a chunk tells how two things stand to each other, also as a noun: 相异, 存在 正相关."""
    told = clauses.kinds[index] == "N" and "mutual" in clauses.uses_of_head(index).frames
    return told or clauses.has_frame(index, "mutual")


def sets_beside(clauses: Clauses, verb: int) -> bool:
    """Whether a verb tells how two things stand to each other: A 与 B 有关, A 与 B 之间 存在 矛盾."""
    held = clauses.object_at(verb) if clauses.is_in(verb, "light_verb") else None
    return clauses.has_frame(verb, "mutual") or (held is not None and "mutual" in clauses.uses_of_head(held).frames)


def first_side(clauses: Clauses, verb: int, subject: Ends) -> Ends:
    """Return A of A 与 B V for the subject B that stands next to the verb; other subjects as they are."""
    sides = _mutual_verb(clauses, verb)
    return sides[0] if sides is not None and sides[0] and sides[1] == subject else subject


def _compared(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return A and B of A 与 B (的) 立场 (不同), where the head only says in what they are alike or differ."""
    items, tokens = clauses.parse.chunks[index].items, clauses.parse.tokens
    if [len(item.parts) for item in items] == [1, 2] and tokens.words[items[1].parts[0][0] - 1] in COUPLING:
        return clauses.name_all(items[:1]), clauses.name_all((items[1].of(items[1].parts[:1]),))
    if len(items) != 2 or any(len(item.parts) > 1 for item in items):
        return None
    (start, end), sets = items[1].parts[0], clauses.rules.grammar.sets
    head = tokens.words[end - 1]
    respect = head in sets["compared_head"] or head in sets["light_head"]
    if not respect or end - start < 2 or tokens.words[start - 1] not in COUPLING or tokens.names[end - 1] == head:
        return None
    return clauses.name_all(items[:1]), clauses.name_all((items[1].of(((start, end - 1),)),))


def coupled_sides(clauses: Clauses, verb: int) -> tuple[Ends, Ends] | None:
    """Return the sides of A、B 与 C V, where 与 joins what V sets in relation; None for other lists."""
    told = clauses.before(verb)
    if told is None or clauses.kinds[told] != "N" or (told > clauses.first[verb] and clauses.kinds[told - 1] == "C"):
        return None
    items, words = clauses.parse.chunks[told].items, clauses.parse.tokens.words
    marks = [words[item.parts[-1][1] + item.local] for item in items[:-1]]  # also A 与 复杂 的 B
    joints = [number for number, mark in enumerate(marks, start=1) if mark in COUPLING]
    joints = [number for number in joints if not clauses.shares_owner(items[number - 1], items[number])]
    attributes = len(items) == 2 and clauses.kinds[verb + 1 : verb + 2] == ["D"]  # A 与 B 相 融合 的 C
    if not (joint := main_joint(marks, joints)) or attributes or clauses.is_in_head(told, "relational_head"):
        return None  # A 与 B 的 关系 V
    first = items[:joint]
    if len(first) == 1 and is_in_capacity(clauses, told):
        first = (first[0].of(first[0].parts[-1:]),)  # [作为 C 的] A 与 B V
    return clauses.name_all(first), clauses.name_all(items[joint:])


def _with_attribute(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return the sides of A 与 [以 C 为 D 的] B V, where words with a preposition or a verb lead to the second."""
    noun = clauses.before(index)
    if noun is None or clauses.kinds[noun] != "N":
        return None
    opens = next((at for at in range(clauses.first[index], noun) if clauses.kinds[at] in "PV"), noun)
    owned = clauses.kinds[noun - 1] == "D" or len(clauses.parse.chunks[noun].items[-1].parts) > 1
    if opens in (noun, clauses.first[index]) or not owned or clauses.word(opens) in ("在", "对", "于"):
        return None
    left = clauses.parse.chunks[opens - 1]
    if len(left.items) == 2 and clauses.parse.tokens.words[left.items[1].parts[0][0] - 1] in COUPLING:
        return clauses.name_all(left.items[:1]), clauses.head_of(noun)  # A 与 S 以 C 为 D 的 B
    joined = opens - 2 >= clauses.first[index] and clauses.word(opens - 1) in COUPLING
    joined = joined and clauses.kinds[opens - 2] == "N"
    return (clauses.ends_of(opens - 2), clauses.head_of(noun)) if joined else None


def _mutual_noun(clauses: Clauses, use: CueUse, token: int, index: int) -> tuple[Ends, Ends] | None:
    """Return the sides of A 和 B 的 V and of A 是 B 的 V."""
    chunk = clauses.parse.chunks[index]
    if chunk.items[-1].head != token:
        return None
    ends, above = clauses.attributes_of(index), clauses.governor(index)
    start, end = chunk.items[-1].parts[-1]
    if end - start == 2 and clauses.parse.tokens.tags[token] == "a" and len(chunk.items[-1].parts) > 1:
        subject = clauses.subject(above) if above is not None and clauses.is_being(above) else ()
        return (subject[:1], subject[1:]) if len(subject) == 2 else None  # A 与 B 只是 C 的 方式 不同
    if len(chunk.items) == 2 and len(ends) == 2:
        return ends[:1], ends[1:]
    being = above is not None and clauses.is_being(above)
    if len(chunk.items) == 1 and above is not None and clauses.takes_for(above) and len(ends) == 1:
        by = clauses.leading(above) if clauses.word(above) == "作为" else None
        if by is not None and clauses.word(by) in ("以", "用", "拿"):
            return clauses.ends_of(above - 1), ends  # S 以 A 作为 B 的 对立面
        return clauses.theme(above), ends  # 把 A 视为 B 的 对立面, A 被 视为 B 的 对立面
    if len(chunk.items) == 1 and above is not None and being:
        told = clauses.before(above)
        alike = told is not None and clauses.head_word(told) == clauses.head_word(index)
        subject = clauses.ends_of(told) if told is not None and _is_between(clauses, told) else clauses.subject(above)
        plain = not ends or (len(ends) == 1 and clauses.head_word(index).endswith("关系"))
        if plain and len(subject) == 2 and use.rule.relation == "opposes":
            return subject[:1], subject[1:]  # A 与 B 不是 简单 的 对立 关系
        return None if alike or not ends else (subject, ends)  # 二者 的 差别 是 地点 的 差别
    return None


def read_present(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 中 V B."""
    chunks = clauses.parse.chunks
    patient = clauses.object_at(index)
    if chunks[index].kind != "V" or patient is None:
        return
    if clauses.kinds[index + 1] == "V" and "CV" in "".join(clauses.kinds[index + 1 : clauses.last[index]]):
        return  # 存在 缺乏 A、忽视 B 等 问题
    position, start = index - 1, clauses.first[index]
    while position >= start and chunks[position].kind in "duam":
        position -= 1
    if position == start - 1 > 1 and clauses.kinds[clauses.first[position - 1] : position] == ["P", "N"]:
        position, start = position - 1, position - 2  # 在 A 中，V B
    if position >= start and chunks[position].kind == "N":
        above = clauses.governor(position)
        under = clauses.last_word(position) == "下" and clauses.local_subject(index)
        if under or clauses.is_in_head(position, "respect_head") or _is_genus(clauses, position, "respect_head"):
            subject = clauses.local_subject(index) or ()  # 在 A 方面, S 在 A 下
            yield Claim(use.rule, subject, clauses.ends_of(patient), token)
            return
        if _is_between(clauses, position) and clauses.head_word(patient).endswith("关系"):
            ends = clauses.ends_of(position)
            known = "mutual" in clauses.uses_of_head(patient).frames or len(ends) != 2
            if not known:
                yield Claim(clauses.rule_of("影响", use.rule), ends[:1], ends[1:], token)  # 在 A 和 B 之间 存在 C 关系
            return
        toward = above is not None and (clauses.is_in(above, "toward") or clauses.word(above) == "关于")
        if toward or _is_between(clauses, position) or clauses.is_only_beside(position, index):
            return  # A 对 B 的 影响 存在 差异; A 与 B 之间 存在 差异; 与 A 还 存在 差距
        several = len(chunks[position].items) > 1
        if above is not None and clauses.kinds[above] == "P" and clauses.local_subject(index):
            beside = clauses.before(above)  # A 与 B 在 C 上 存在 差异
            several = several or (beside is not None and len(chunks[beside].items) > 1)
        mutual = [use.rule for use in clauses.uses_of_head(patient) if use.rule.frame == "mutual"] if several else []
        if mutual:
            ends = clauses.ends_of(position)
            if len(ends) > 2:
                head = chunks[patient].items[-1].head
                yield Claim(mutual[0], ends[:1], ends[1:], head)  # A 与 B 及 C 存在 相关
            return  # A 与 B 存在 差异
        yield Claim(use.rule, clauses.ends_of(position), clauses.ends_of(patient), token)
    elif owner := clauses.within_it(position):
        yield Claim(use.rule, owner, clauses.ends_of(patient), token)


def _is_likened(clauses: Clauses, index: int) -> bool:
    """Whether 一样 closes a clause and the next one tells in what two things are alike."""
    border = clauses.last[index]
    return border == index + 1 and border + 1 < len(clauses.kinds) and clauses.word(border) in "，,"


def holds_between(clauses: Clauses, index: int, owners: Ends) -> bool:
    """Whether the noun phrase `index`, which several things have, only holds between them: A 与 B 有着 复杂 的 关系."""
    return len(owners) > 1 and relates(clauses.head_word(index), clauses.rules.grammar)


def _is_genus(clauses: Clauses, index: int, name: str) -> bool:
    """Whether the word that closes the open list `index` is in the list `name` of the grammar: A、B 等 方面."""
    genus = clauses.parse.chunks[index].genus
    return genus is not None and clauses.parse.tokens.words[genus[1] - 1] in clauses.rules.grammar.sets[name]
