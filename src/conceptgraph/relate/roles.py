"""Roles that a thing fills: A 是 B 的 根源, B 的 核心 是 A, B 以 A 为 前提."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgraph.relate.based import based_on_deed, built_on
from conceptgraph.relate.capacity import done_before, has_traits, head_behind, is_behind_role
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.clefts import ends_cleft, goes_on_cleft
from conceptgraph.relate.counting import names_kind
from conceptgraph.relate.grounds import gained_by, made_on
from conceptgraph.relate.joint_owners import (
    fills_nothing,
    is_asked_for,
    is_behind_two,
    is_of_arising,
    is_of_both,
    is_of_undergoing,
    is_placed,
    joined_owners,
)
from conceptgraph.relate.makers import written_by
from conceptgraph.relate.memory import Ends, Role
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.reasons import reason_of_clause, state_of
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.speakers import is_named_person
from conceptgraph.relate.steps import listed_parts
from conceptgraph.relate.words import FROM

THIS = ("这", "此", "该")  # with 现象 stand for what the clause before tells
CONTRASTING = frozenset(["但", "但是", "而", "却"])  # turn from what was told
BEFORE_COLON = frozenset("有是为即") | {"主要", "如下", "分别", "在于", "主要有"}  # before a colon and a list


def read_role(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 是 B 的 V; B 的 V 是 A; B 以 A 为 V; 以 A 为 V 的 B; A 是 [S 获得 B 的] V."""
    if (gained := gained_by(clauses, index, use.rule)) is None:
        yield from _read_filled(clauses, use, token, index)
    else:
        yield role_claim(use.rule, *gained, token, -1)


def _read_filled(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """Yield what fills the role of which the token `token` is the name."""
    chunk = clauses.parse.chunks[index]
    if not chunk.items or chunk.items[-1].local or is_asked_for(clauses, index):
        return
    if use.rule.frame == "owner" and (fills_nothing(clauses, index) or not _is_owned(clauses, index)):
        return
    if use.rule.relation in ("causes", "promotes") and _is_of_hindering(clauses, index):
        return
    if use.rule.relation in ("causes", "depends_on") and (told := clauses.clause_explained(index)):
        yield from reason_of_clause(clauses, use.rule, token, index)
        clauses.memory.role = Role(use.rule, told, clauses.first[index])
        return
    last = chunk.items[-1]
    if last.head != token and not _is_beside_role(clauses, chunk.items, token, use.rule):
        if last.parts[0][1] - 1 != token or clauses.is_in_head(index, "studying"):
            return  # 以 A 为 中心 的 考察
        taken = _taken_as(clauses, index, clauses.name_all((last.of(last.parts[1:]),)))
        owners: Ends = ()
    elif is_behind_role(clauses, index, last):
        return  # 以 A 为 基础 的 形式
    else:
        owners = _owners(clauses, index)
        if not owners and use.rule.relation == "causes":
            named = _named_before(clauses, index)
            closes = bool(named) and named[-1].end == clauses.parse.tokens.ends[token - 1]
            owners = named if closes else state_of(clauses, index) or _explained(clauses, index)  # A 是 物化 根源
        if clauses.is_in_head(index, "union"):
            joined = (*chunk.items[:-1], last.of(last.parts[:-1]))
            owners = clauses.name_all([item for item in joined if item.parts]) if owners else ()
            if len(owners) < 2:
                return  # 有机 的 统一
        taken = _taken_as(clauses, index, owners)
    if taken is not None:
        personal = any(is_named_person(clauses, end) for side in taken for end in side)
        if personal and use.rule.relation in ("has_part", "promotes"):
            return  # 甲 以 A 为 核心, 甲 以 A 为 武器
        by = clauses.governor(index - 2)  # 不 以 A 为 B denies at 以
        yield role_claim(use.rule, *taken, token, -1 if by is None else by)
        return
    whole, (part, verb) = owners, _equated(clauses, index)
    if use.rule.frame == "owner" and verb >= 0 and clauses.word(verb) in ("属于", "作为"):
        return  # 劳动产品 属于 A
    if (made := written_by(clauses, use.rule, whole, part)) is not None:
        yield Claim(made, whole, part, token, verb=verb)
    elif use.rule.frame == "owner" and verb < 0 and names_kind(clauses, index):
        yield Claim(clauses.rule_of("是", use.rule), part, whole, token, verb=verb)  # A 是 B 的 一种 类型
    elif not _fills_none(clauses, use.rule, index, whole):
        yield role_claim(use.rule, whole, part, token, verb)
        if whole and verb >= 0:
            clauses.memory.role = Role(use.rule, whole, clauses.first[index])


def _fills_none(clauses: Clauses, rule: Rule, index: int, whole: Ends) -> bool:
    """Whether a role is that of a person's view or of what is overcome: 他 的 核心 概念 是 A, 克服 B 的 途径 是 A."""
    people = {end.name for end in clauses.memory.person}
    if rule.relation == "has_part" and any(end.name in people for end in whole):
        return True
    above = clauses.governor(index) if rule.relation == "promotes" else None
    return above is not None and "negates" in clauses.uses_at(above).relations


def _is_owned(clauses: Clauses, index: int) -> bool:
    """Whether a role is that of a thing, not of what is done to it: not [影响 A 的] 因素, nor 理解 A 的 关键."""
    above = clauses.governor(index)
    if _maker(clauses, index) is not None or (above is not None and _weighed_by(clauses, index, above) is not None):
        return True
    if above is not None and clauses.kinds[above] == "V":
        told = clauses.is_being(above) or clauses.has_frame(above, "speech") or clauses.is_in(above, "forms")
        if has_traits(clauses, above, index) or (not told and clauses.in_relative(above, index)):
            return bool(clauses.clause_explained(index))
    return above is None or not (goes_on_cleft(clauses, above) or ends_cleft(clauses, above, index))


def _is_of_hindering(clauses: Clauses, index: int) -> bool:
    """Whether a role is that of what is done against a thing, which it does not bring on: 制约 A 的 根源 是 B."""
    above = clauses.governor(index)
    if above is None or clauses.kinds[above] != "V" or above != clauses.first[above]:
        return False
    rules = (each.rule for each in clauses.uses_at(above))
    against = any(rule.frame == "verb" and rule.relation == "negates" for rule in rules)
    return against and clauses.in_relative(above, index)


def _is_beside_role(clauses: Clauses, items: Sequence[Item], token: int, rule: Rule) -> bool:
    """Whether a role is named before another one that the same thing fills: A 是 B 的 产物 与 前提."""
    heads = [item.head for item in items]
    if token not in heads:
        return False
    later = items[heads.index(token) + 1 :]
    roles = [item.parts[0][0] for item in later if len(item.parts) == 1]
    cues = clauses.parse.tokens.cues
    said = any(rule.relation in cues[at].relations for at in roles if at in cues)  # 基础 和 前提 say the same
    plain = len(items[heads.index(token)].parts) > 1 and not any(at in cues for at in roles)  # 的 基础 和 力量
    return not said and len(roles) == len(later) and (plain or all(clauses.is_role(at) for at in roles))


def role_claim(rule: Rule, whole: Ends, part: Ends, token: int, verb: int) -> Claim:
    """Return the claim of a role; its source is the whole for an owner, else what fills the role."""
    sources, targets = (whole, part) if rule.frame == "owner" else (part, whole)
    return Claim(rule, sources, targets, token, verb=verb)


def continued_role(clauses: Clauses, index: int) -> Role | None:
    """Return the role that the clause before told, where 而是, 在于 or 有 goes on with it; others may follow."""
    role, border = clauses.memory.role, clauses.first[index] - 1
    follows = role is not None and border > 0 and clauses.first[border - 1] == role.clause
    besides = clauses.is_in(border + 1, "in_turn") or clauses.word(border + 1) in ("此外", "另外")
    goes_on = besides or clauses.is_in(index, "focus")
    if role is None or not follows or not (goes_on or clauses.word(index) in ("在于", "有")):
        return None
    clauses.memory.role = role._replace(clause=clauses.first[index])
    return role


def _owners(clauses: Clauses, index: int) -> Ends:
    """Return whose role it is: 资本的根源, or 剥削根源."""
    doer = _maker(clauses, index)
    found = clauses.attributes_of(index) if doer is None else clauses.ends_of(doer)
    found = joined_owners(clauses, index) or found
    if found:
        return found
    if clauses.is_in(index, "owning") or clauses.word(index) == "其中" or _is_role_of_last(clauses, index):
        return _spoken_of(clauses, index)  # 其 动力 是 A
    if clauses.is_in(index, "anaphor") and clauses.governor(index) is None:
        return clauses.antecedent(index)  # 它 的 基础 是 A
    if is_of_undergoing(clauses, index):
        return clauses.chunks_as_written(index - 4, index - 2)  # A 是 用户 被 剥削 的 根源
    if is_of_both(clauses, index):
        return clauses.ends_of(index - 2 if clauses.kinds[index - 2] == "N" else index - 4)
    if is_of_arising(clauses, index):
        told = index > 3 and clauses.kinds[index - 3] == "N" and clauses.is_being(index - 4)
        return (clauses.ends_of(index - 3) if told else clauses.local_subject(index - 2)) or ()  # A 是 B 产生 的 原因
    after = clauses.after(index)
    if after is None or not clauses.is_in(after, "copula"):
        return ()
    behind = index > clauses.first[index] and clauses.kinds[index - 1] == "N"
    counted = behind and clauses.parse.form[clauses.parse.chunks[index].start] == "m"
    return clauses.ends_of(index - 1) if counted else _named_before(clauses, index)  # 劳动 三大 要素 即 A、B 和 C


def _named_before(clauses: Clauses, index: int) -> Ends:
    """Return what stands before the name of a role in one compound: 剥削 of 剥削 根源."""
    last = clauses.parse.chunks[index].items[-1]
    start, end = last.parts[-1]
    return clauses.name_all((last.of(((start, end - 1),)),)) if end - 1 > start else ()


def _explained(clauses: Clauses, index: int) -> Ends:
    """Return B of B 衰落，A 是 主要 原因, 影响 B 的 原因 很多，A 是 原因 and B 衰落，造成 这一 现象 的 原因 是 A."""
    above, memory, chunk = clauses.governor(index), clauses.memory, clauses.parse.chunks[index]
    if memory.sentence != clauses.here:
        return ()
    words, opens = clauses.parse.tokens.words, clauses.parse.tokens.starts[chunk.start]
    if words[chunk.start][0] in THIS and words[chunk.items[0].parts[0][1] - 1] in ("现象", "局面"):
        return tuple(end for end in memory.subject if end.end < opens)
    if above is None or not clauses.is_being(above) or index + 1 != clauses.last[index]:
        return ()
    if clauses.local_subject(above) is None or clauses.word(above) == "才是":
        return ()
    told = memory.key[-1].targets if memory.key else _spoken_of(clauses, index)
    return told if clauses.words_before(above).isdisjoint(CONTRASTING) else ()  # not 但 A 才 是 原因


def _spoken_of(clauses: Clauses, index: int) -> Ends:
    """Return what 其 stands for in 其 动力 是 A, in A V B，C 是 其 动力, and in C 是 A 的 来源，D 是 其 动力: A."""
    memory, above = clauses.memory, clauses.governor(index)
    told = clauses.local_subject(above) if above is not None and clauses.is_being(above) else None
    before = clauses.clause_before(index)
    if told and before and all("causes" in clauses.uses_of_head(at).relations for at in (index, before[-1])):
        return clauses.attributes_of(before[-1])  # C 是 A 的 直接 原因，D 则是 其 根源
    if not told or told != memory.subject:
        return memory.subject
    return memory.concern or (memory.role.whole if memory.role is not None else memory.earlier)


def _is_role_of_last(clauses: Clauses, index: int) -> bool:
    """Whether a role of nothing named opens a clause behind one that told of something: A 是 B，核心 内容 是 C."""
    opens = index - (index > clauses.first[index] and clauses.words[index - 1] == "而")
    told = clauses.goes_on(opens) and clauses.kinds[index + 1 : index + 2] == ["V"] and clauses.is_being(index + 1)
    again = clauses.memory.role is not None and clauses.first[opens - 2] == clauses.memory.role.clause
    new = again or clauses.head_word(index)[-2:] not in ("结果", "后果", "原因", "作品")
    return told and new and not clauses.attributes_of(index)


def _maker(clauses: Clauses, index: int) -> int | None:
    """Return S of 是 [S V O 的] 产物."""
    if "produces" not in clauses.uses_of_head(index).relations:
        return None
    verb = clauses.governor(index)
    if verb is None or clauses.kinds[verb] != "V" or clauses.is_being(verb):
        return None
    noun = clauses.before(verb)
    above = clauses.governor(noun) if noun is not None and clauses.kinds[noun] == "N" else None
    chunk = clauses.parse.chunks[index]
    opened = clauses.parse.tokens.kinds[chunk.start] == "a"  # 成为 A 会 造成 [恶劣 的 后果]
    owned = clauses.parse.form[chunk.start : chunk.end].count("D") > opened
    return noun if owned and above is not None and clauses.is_in(above, "copula") else None


def _taken_as(clauses: Clauses, index: int, owners: Ends) -> tuple[Ends, Ends] | None:
    """Return (B, A) of B 以 A 为 V, also of [以 A 为 V 的] B; None where it is another construction."""
    chunks, noun = clauses.parse.chunks, index - 2
    done = owners and clauses.kinds[index - 1] == "V" and not clauses.has_frame(index - 1, "speech")
    if done and noun > 0 and clauses.word(noun) == "作为":
        noun -= 1  # S 以 A 作为 [V B 的] 基础
    if noun <= clauses.first[index] or not clauses.is_in(noun + 1, "taken_as") or chunks[noun].kind not in "NR":
        return None
    if (toward := based_on_deed(clauses, noun)) is not None:
        return toward
    by = clauses.governor(noun)
    if by is not None and clauses.kinds[by] == "V":
        by = next((at for at in range(by - 1, clauses.first[by] - 1, -1) if clauses.kinds[at] != "d"), None)
    if by is None or not clauses.word(by).endswith("以"):
        return None  # also 以 正确 区分 A 和 C 为 V
    joined = by > 2 and clauses.is_in(by - 1, "verb_joining") and clauses.kinds[by - 2] == "N"
    if joined and clauses.is_in(by - 3, "taken_as"):
        earlier = _taken_as(clauses, by - 2, ())  # 以 A 为 内容 并 以 B 为 对象
        return (earlier[0], clauses.ends_of(noun)) if earlier is not None else None
    being = clauses.before(by)
    told = being is not None and clauses.is_being(being) and clauses.kinds[clauses.before(being) or being] != "R"
    whole = clauses.subject(being) if told and being is not None else ()
    follows = clauses.after(index + 2) if clauses.kinds[index + 1 : index + 3] == ["D", "N"] else None
    if told and follows is not None and clauses.kinds[follows] == "V":
        whole = clauses.ends_of(index + 2)  # A 是 [以 B 为核心的 C] 提出 的 D
    whole = owners if told and owners and "V" in clauses.kinds[index + 1 : clauses.last[index] - 1] else whole
    whole, made = whole or made_on(clauses, index, being), clauses.after(index)
    if not (told or owners or whole) and made is not None and "produces" in clauses.uses_at(made).relations:
        whole = () if clauses.word(made)[0] == "培" else clauses.object_ends(made)  # S 以 A 为 核心 建立 B, not 培养 P
    whole = whole or owners or clauses.local_subject(by) or ()
    if not whole and being is None:
        whole = clauses.subject(by)
    if not whole and index + 2 < len(chunks) and chunks[index + 1].kind == "D" and chunks[index + 2].kind == "N":
        whole = clauses.ends_of(index + 2)
    deed, part = clauses.governor(noun), clauses.needed_ends(noun)
    if deed is not None and clauses.kinds[deed] == "V":
        if clauses.is_in_head(index, "means_head") and clauses.verb_of_next(index) is not None:
            return (), ()  # S 以 V A 为 手段，V B: S is not what that serves
        part = clauses.done_by(deed, noun, part)
    return whole or built_on(clauses, index), part


def _is_clause(clauses: Clauses, noun: int) -> bool:
    """Whether a verb behind a noun phrase tells what that does: 企业 丧失 了 信任, not 企业 赖以 生存 的 信任."""
    verb = noun + 1
    return verb + 1 < clauses.last[verb] and clauses.is_in(verb + 1, "aspect")


def _verb_above(clauses: Clauses, index: int) -> int | None:
    """Return the governor of the noun phrase `index`, of [B 产生 的] 原因 that of B."""
    above = clauses.governor(index)
    if (maker := _maker(clauses, index)) is not None:
        return clauses.governor(maker)
    if is_of_undergoing(clauses, index):
        return clauses.governor(index - 4)
    if is_behind_two(clauses, index) or (index > clauses.first[index] and clauses.is_place(index - 1)):
        return clauses.governor(index - 1)  # also 是 W 中 B 的 前提
    if is_placed(clauses, index) or is_of_both(clauses, index):
        return clauses.governor(index - 2 if clauses.kinds[index - 2] == "N" else index - 4)
    if above is not None and (outer := _weighed_by(clauses, index, above)) is not None:
        return outer
    if above is None or above != index - 1 or not is_of_arising(clauses, index):
        return above
    noun = clauses.before(index - 2)
    if noun and clauses.is_place(noun) and clauses.word(noun - 1) == "在":
        noun = clauses.before(noun - 1)  # 是 S 在 W 中 得以 V 的 前提
    return clauses.governor(noun) if noun is not None and clauses.kinds[noun] == "N" else None


def _weighed_by(clauses: Clauses, index: int, above: int) -> int | None:
    """Return the verb that says what a deed needs, or what is in its way: 是 [V B 的] 前提, 成为 [S V B 的] 阻力."""
    needed = clauses.is_in_head(index, "needed_head")
    needed = needed and not clauses.uses_at(above).relations.isdisjoint(("promotes", "produces"))
    if clauses.kinds[above] != "V" or not (needed or "negates" in clauses.uses_of_head(index).relations):
        return None
    outer = clauses.before(above)
    if outer is not None and clauses.kinds[outer] == "N":
        outer = clauses.governor(outer)
    told = outer is not None and clauses.kinds[outer] == "V" and clauses.first[outer] < outer
    return outer if told and outer is not None and clauses.in_relative(above, index) else None


def _is_made_of(clauses: Clauses, verb: int) -> bool:
    """Whether something becomes what fills a role: 把 A 变成 B 的 来源, not 是 [A 转化为 B 的] 前提."""
    told = any(clauses.is_being(at) for at in range(clauses.first[verb], verb) if clauses.kinds[at] == "V")
    above = clauses.leading(verb)
    led = above is not None and clauses.word(above) in FROM  # 从 A 的 条件 变成 A 的 对象
    return clauses.has_frame(verb, "result") and not told and not led


def _takes_for(clauses: Clauses, verb: int) -> bool:
    """Whether a verb says what something is or is taken for: 把 A 看作 B 的 结果, not 是 [把 A 看作 B 的] 结果."""
    marker = clauses.marker(verb) if clauses.takes_for(verb) else None
    before = clauses.before(marker) if marker is not None and clauses.kinds[marker] == "B" else None
    return clauses.is_being(verb) and (before is None or not clauses.is_in(before, "being"))


def _listed_behind(clauses: Clauses, index: int) -> Ends:
    """Return A and C of B 的 原因：A 和 C and B 的 原因 有：A 和 C; nothing where more stands before the colon."""
    border = clauses.last[index]
    first, told = border + 1, clauses.words[index + 1 : border]
    if clauses.sentence.kind in ("title", "heading") or not set(told) <= BEFORE_COLON or first >= len(clauses.kinds):
        return ()
    closed = clauses.last[first] == first + 1 and clauses.kinds[first] == "N"
    ends = clauses.ends_of(first) if closed else listed_parts(clauses, first)
    return ends if len(ends) > 1 else ()


def _equated(clauses: Clauses, index: int) -> tuple[Ends, int]:
    """Return what fills the role, and the verb of being between (-1: the one before the role)."""
    chunks = clauses.parse.chunks
    above, after = _verb_above(clauses, index), clauses.after(index)
    if above is not None and clauses.word(above) == "作为" and clauses.before(above) is None:
        ahead = clauses.opening(clauses.last[above])  # 作为 A 的 内容，B V C
        follows = after is None and ahead < len(chunks) and chunks[ahead].kind == "N" and above == clauses.first[above]
        made = done_before(clauses, above)
        if made is not None:
            return clauses.ends_of(made), -1  # V A，作为 B 的 基础
        return (clauses.subject_ends(head_behind(clauses, ahead)) or () if follows else clauses.theme(above)), -1
    made = above is not None and (
        _is_made_of(clauses, above) if clauses.has_frame(above, "result") else _takes_for(clauses, above)
    )
    standing = above is not None and clauses.word(above) == "作为" and clauses.is_in_head(index, "standing_head")
    if above is not None and chunks[above].kind == "V" and (made or clauses.is_in(above, "forms")) and not standing:
        told = clauses.before(above)
        filled = clauses.theme(above)  # also 把 A 视为 B 的 核心
        return filled or (clauses.needed_ends(told) if told is not None and chunks[told].kind == "N" else ()), -1
    if clauses.words[clauses.last[index] : clauses.last[index] + 1] in (["："], [":"]):
        return _listed_behind(clauses, index), -1
    if after is not None and clauses.names_fillers(index, after):
        return clauses.object_ends(after), after
    if after is not None and chunks[after].kind == "V" and clauses.has_frame(after, "copula"):
        patient, told = clauses.object_at(after), clauses.after(after)
        if patient is not None and clauses.kinds[patient + 1 : patient + 2] == ["V"] and _is_clause(clauses, patient):
            return (), after  # 表现 是 A V 了 B
        further = clauses.after(patient) if patient is not None else None
        if patient is not None and further is not None and further > patient + 1 and clauses.kinds[further] in "Va":
            return (clauses.ends_of(patient) if clauses.is_in(further, "loss_head") else ()), after  # not 越来越 A
        if patient is not None and clauses.kinds[patient + 1 : patient + 2] == ["I"]:
            return (), after  # 结果 是 A 被 V
        deed = told is not None and clauses.kinds[told] in "PB" and not clauses.is_in(told, "attributive")
        if patient is None or deed or clauses.kinds[patient + 1 : clauses.last[patient]] == ["D"]:
            return (), after  # 关键 在于 向 A 呈现 B; 特征 是 相 吻合 的
        done = clauses.governor(patient) == after + 1 and clauses.kinds[after + 1] == "V"
        return (clauses.deed_ends(after) if done else ()) or clauses.needed_ends(patient), after  # 关键 在于 打击 A
    return (), -1
