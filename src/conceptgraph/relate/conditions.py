"""Frames over two clauses: what holds only with another thing, and what grows with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.lost_without import (
    falling_without,
    is_bound_to_fall,
    is_done_by_means,
    lost_without,
    only_then,
)
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.words import AND_THEN

HARD = ("必须", "须", "就要", "就得")  # say what must be done
UNDONE = ("不", "无", "难", "不会", "不可能", "很难")


def read_lack(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V B; [V B 的] A: who has not B; only of persons and groups, since a thing that has not B says little."""
    patient = index + 1
    if patient >= clauses.last[index] or clauses.kinds[patient] != "N":
        return
    after, before = clauses.after(patient), clauses.before(index)
    defined = before is not None and clauses.is_in(before, "copula") and clauses.has_frame(before, "copula")
    relative = clauses.kinds[index] == "V" and clauses.in_relative(index, patient)
    if before is not None and defined and clauses.subject(before):  # A 是 [没有 B 的] H, A 是指 没有 B
        lacked = clauses.attributes_of(patient) if relative else clauses.ends_of(patient)
        owners = clauses.subject(before)
    elif relative:
        owners, lacked = clauses.heads_of(patient), clauses.attributes_of(patient)
    elif after is None and before is not None and clauses.kinds[before] == "N" and clauses.governor(before) is None:
        owners, lacked = clauses.subject_ends(before) or (), clauses.ends_of(patient)
    else:
        return
    groups = clauses.rules.grammar.endings["group_ending"]
    yield Claim(use.rule, tuple(end for end in owners if end.name.endswith(groups)), lacked, token)


def read_lacking(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """V B，A 就 …: A depends on B (没有 B，A 就 会 枯萎; 离开 B，A 都 难以 执行)."""
    chunks, border = clauses.parse.chunks, clauses.last[index]
    if without := lacked_by(clauses, index):
        yield Claim(use.rule, clauses.heads_of(index + 1), without, token)  # 没有 B 的 A 只 是 C
        return
    if needy := lost_without(clauses, index):
        yield Claim(use.rule, needy, clauses.needed_ends(index + 1), token)
        return
    if border + 1 >= len(chunks) or clauses.word(border) not in "，,":
        return
    if clauses.word(index) == "除非":
        if clauses.is_in(border + 1, "otherwise") and chunks[border - 1].kind == "N":
            held, removing = _topic(clauses, border + 1, clauses.last[border + 1]), _removing(clauses, index, None)
            needed = clauses.needed_ends(border - 1)  # 除非 V B，否则 A …
            yield Claim(use.rule, held, needed, token) if removing is None else Claim(removing, needed, held, token)
        return
    if clauses.word(index) == "一旦":
        yield from _once_lost(clauses, use, token, index)
        return
    if needy := falling_without(clauses, index):
        yield Claim(use.rule, needy, clauses.needed_ends(index + 1), token)
        return
    opens = all(chunks[at].kind in "du" for at in range(clauses.first[index], index))
    opens = opens and clauses.last_word(border - 1)[-1] != "后"  # 离开 A 后，B V
    nouns = [at for at in range(index + 1, border) if chunks[at].kind in "NR"]  # also 没有 它
    if opens and clauses.kinds[index + 1 : border] == ["V", "N"]:
        yield Claim(use.rule, _not_reached(clauses, border), clauses.deed_ends(index + 1), token)
        return
    if not opens or nouns != [border - 1] or any(chunks[at].kind in "VI" for at in range(index + 1, border)):
        return
    start, stop = border + 1, clauses.last[border + 1]
    empty = clauses.kinds[stop - 1] == "N" and clauses.is_in_head(stop - 1, "empty_talk")  # 没有 A，B 只是 空话
    lost = not {"也", "便", "就"}.isdisjoint(clauses.words[start:stop]) and any(
        clauses.is_in(at, "losing") and not clauses.is_in(at - 1, "negator") for at in range(start, stop)
    )
    lost = lost or is_bound_to_fall(clauses, start, stop)
    if empty or lost or any(clauses.is_in(at, "then") or clauses.is_in(at, "not_done") for at in range(start, stop)):
        held = _topic(clauses, start, stop) or _not_reached(clauses, border)
        yield Claim(use.rule, held, clauses.needed_ends(nouns[0]), token)


def read_unless(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """不 V B，就 V (A): A depends on B (不 研究 族谱，就 难以 理解 宗族)."""
    start = clauses.first[index]
    if start < 3 or clauses.word(start - 1) not in "，," or set(clauses.kinds[start:index]) - set("duN"):
        return
    border = start - 1
    opens = clauses.opening(clauses.first[border - 1] - 1)
    led = range(clauses.first[border - 1], opens)
    if clauses.kinds[opens] != "V" or opens >= border or not any(clauses.word(at) == "不" for at in led):
        return
    needed = clauses.object_at(opens)
    if needed != border - 1 or "V" in clauses.kinds[opens + 1 : border] or clauses.is_being(opens):
        return
    verb = clauses.first_verb(index)
    held = _topic(clauses, start, index) or (() if verb is None else clauses.deed_ends(verb))
    removing = _removing(clauses, verb, None) if verb is not None and "N" not in clauses.kinds[start:index] else None
    if removing is not None and verb is not None:
        yield Claim(removing, clauses.deed_ends(opens), clauses.object_ends(verb), token)
    else:
        yield Claim(use.rule, held, clauses.deed_ends(opens), token)


def _once_lost(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 一旦 丧失，B 便 难以 V: B depends on A."""
    lost, border = clauses.after(index), clauses.last[index]
    told = lost is not None and lost + 1 == border and clauses.is_in(lost, "loss_head")
    if not told or index != clauses.first[index] + 1 or clauses.kinds[index - 1] != "N":
        return
    start, stop = border + 1, clauses.last[border + 1]
    if any(clauses.is_in(at, "not_done") or clauses.has_frame(at, "disable") for at in range(start, stop)):
        yield Claim(use.rule, _topic(clauses, start, stop), clauses.ends_of(index - 1), token)


def read_given(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """有 A，就 有 B; 凡是 有 A 的 地方，就 有 B; 哪里 有 A，哪里 就 有 B: B depends on A."""
    held, border = clauses.object_at(index), clauses.last[index]
    before = range(clauses.first[index], index)
    opens = all(clauses.kinds[at] in "dur" or clauses.word(at) == "哪里" for at in before)
    if held is None or held + 1 != border or not opens or any(clauses.is_in(at, "then") for at in before):
        return
    place = clauses.head_word(held) == "地方"
    needed = clauses.attributes_of(held) if place else clauses.ends_of(held)
    there = clauses.opening(border)
    while there < len(clauses.kinds) and clauses.word(there) == "哪里":
        there = clauses.opening(there)
    follows = there < len(clauses.kinds) and clauses.words[there] == "有" and clauses.object_at(there) is not None
    if follows and any(clauses.is_in(at, "then") for at in range(border, there)):
        yield Claim(use.rule, clauses.object_ends(there), needed, token)


def lacked_by(clauses: Clauses, index: int) -> Ends:
    """Return B of 没有 B 的 A 只 是 C, what is said of a thing that lacks it; nothing of persons and elsewhere."""
    patient, opens = index + 1, clauses.opening(clauses.first[index] - 1)
    if not clauses.is_in(index, "without") or opens != index or clauses.kinds[patient : patient + 1] != ["N"]:
        return ()
    told, heads = clauses.after(patient), clauses.heads_of(patient)
    groups = clauses.rules.grammar.endings["group_ending"]
    if told is None or not _falls_short(clauses, patient, told) or any(end.name.endswith(groups) for end in heads):
        return ()
    return clauses.attributes_of(patient) if clauses.in_relative(index, patient) else ()


def _falls_short(clauses: Clauses, patient: int, told: int) -> bool:
    """Whether a thing only is, becomes or hardly does something: 只 是 C, 沦为 C, 难以 持续; not 滋生 C."""
    less = clauses.is_being(told) or "becomes" in clauses.uses_at(told).relations
    return less or any(
        clauses.is_in(at, "not_done") or clauses.has_frame(at, "disable") for at in range(patient + 1, told + 1)
    )


def _not_reached(clauses: Clauses, border: int) -> Ends:
    """Return what nobody named can do in the clause behind a border: (没有 V B，) 就 不可能 V A."""
    ahead = clauses.opening(border)
    undone = any(clauses.word(at) in UNDONE or clauses.is_in(at, "not_done") for at in range(border, ahead))
    return clauses.deed_ends(ahead) if undone and clauses.kinds[ahead : ahead + 1] == ["V"] else ()


def _topic(clauses: Clauses, start: int, stop: int) -> Ends:
    """Return the first noun phrase of a clause that stands before its verb, or behind its 没有."""
    for at in range(start, stop):
        kind = clauses.kinds[at]
        if kind == "N":
            return clauses.subject_ends(at) or ()
        lacked = clauses.is_in(at, "there_is_none") or (clauses.is_in(at, "toward") and clauses.word(at - 1) == "没有")
        if kind in "VPIB" and not lacked:
            return ()  # but 没有 A, 没有 对 B 的 A
    return ()


def _possible_then(clauses: Clauses, index: int) -> int | None:
    """Return the 才是 of 只有 在 B 中，A 才是 可能 的 and of A 只有 在 B 中 才是 可能 的; None elsewhere."""
    for at in range(index + 2, len(clauses.kinds) - 2):
        if clauses.word(at) == "才是" and clauses.is_in(at + 1, "possible_then"):
            return at if clauses.kinds[at + 2] == "D" and clauses.last[at] == at + 3 else None
    return None


def read_only_if(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """只有 V B，A 才 V: A depends on B; 只有 V B，才能 V A; 依靠 B，A 才 V."""
    chunks = clauses.parse.chunks
    then = only_then(clauses, index)
    being = "才是" in clauses.words[index : clauses.last[index]]
    if being and clauses.word(index + 1) == "作为" and clauses.before(index) is not None:
        yield Claim(
            use.rule, clauses.subject(index), clauses.object_ends(index + 1), token
        )  # A 只有 作为 B 才是 可能 的
    possible = _possible_then(clauses, index) if then is None else None
    then, being = (then, being) if possible is None else (possible, False)
    if then is None or being:
        return
    nouns = [p for p in range(index + 1, then) if chunks[p].kind == "N" and not _is_left(clauses, p)]
    if not nouns:
        return
    verb = next((p for p in range(then, clauses.last[then]) if chunks[p].kind == "V"), then)
    if is_done_by_means(clauses, index, then, verb):
        return
    if clauses.first[then] == clauses.first[index]:
        before = clauses.before(index)
        opens = before is None or (chunks[before].kind == "V" and not clauses.is_being(before))
        if opens and all(chunks[at].kind != "V" for at in range(index, then)):
            if before is None and index == clauses.first[index] and nouns == [index + 1] and _is_unsaid(clauses, verb):
                yield Claim(use.rule, clauses.object_ends(verb), clauses.needed_ends(nouns[0]), token)
            return  # 只有 A 才 V B: A does it, or B takes A; 这 意味着 只有 A 才 V B
        yield Claim(use.rule, _result(clauses, index, verb), clauses.needed_ends(nouns[-1]), token)
        return
    needed = [p for p in nouns if p < clauses.first[then] and _is_condition(clauses, p, nouns)]
    if clauses.words[index + 1 : index + 2] == ["当"]:
        needed = [p for p in nouns if p < clauses.last[index] and clauses.word(p) != "时"]
        needed = needed if len(needed) == 1 else []  # 只有 当 B V 时，A 才 V, not 只有 当 B V C 时
    if not needed or (chunks[index].kind != "d" and not _brings_about(clauses, index, then)):
        return
    held = clauses.local_subject(verb)
    undone = held is None or clauses.object_at(verb) is None
    removing = _removing(clauses, index, verb if undone else None)
    by = clauses.kinds[index + 1] == "P" and clauses.before(index) is not None
    if held is None and by and removing is None:
        held = _result(clauses, index, verb)  # not 才能 克服 C
    held = _reached(clauses, verb) if held is None else held
    held = held or (clauses.subject(index) if clauses.before(index) is not None else ())
    if removing is not None and needed[0] < clauses.last[index]:
        removed = Claim(removing, _remover(clauses, index, verb) or clauses.needed_ends(needed[0]), held, token)
        needed.pop(0)
        if not clauses.instrument(verb):
            yield removed  # 只有 V A，B 才; 只有 通过 A，才 V B is read from the verb
    for noun in needed:
        above, ends = clauses.governor(noun), clauses.needed_ends(noun)
        removes = above is not None and "negates" in clauses.uses_at(above).relations
        yield Claim(use.rule, held, clauses.done_by(above, noun, ends) if above and removes else ends, token)


def _is_unsaid(clauses: Clauses, verb: int) -> bool:
    """Whether no rule reads what a verb takes: 只有 A 才能 理解 B, 只有 A 才 有 B."""
    had = clauses.word(verb) == "有" and clauses.object_at(verb) == clauses.last[verb] - 1
    return clauses.kinds[verb] == "V" and (had or clauses.uses_at(verb).relations <= {"argues"})


def _remover(clauses: Clauses, index: int, then: int) -> Ends:
    """Return what removes two things, the second by the first, as one deed: 打破 A of 只有 打破 A，才能 消除 B."""
    opens = clauses.first_verb(index)
    both = opens is not None and all("negates" in clauses.uses_at(at).relations for at in (opens, then))
    return clauses.deed_ends(opens) if opens is not None and both and clauses.object_at(then) is not None else ()


def _is_condition(clauses: Clauses, noun: int, nouns: Sequence[int]) -> bool:
    """Whether a noun phrase is the last of its clause, or 并 joins what follows: 只有 V A 并 V B，V C，D 才."""
    last = not any(noun < at < clauses.last[noun] for at in nouns)
    return last or clauses.word(noun + 1) in AND_THEN


def _brings_about(clauses: Clauses, index: int, then: int) -> bool:
    """Whether what opens a clause, and is no 只有, brings about what the next clause tells of its own subject."""
    follows = clauses.first[then] == clauses.last[index] + 1 and clauses.kinds[clauses.last[index]] == ","
    before = clauses.words[clauses.first[index] : index]
    opens = set(clauses.kinds[clauses.first[index] : index]) <= {"d", "u"} and "只有" not in before
    opens = opens or before in (["正是"], ["也正是"], ["恰恰是"])
    if clauses.word(index) == "有" and clauses.word(index + 1) != "了" and "因为" not in before:
        return False
    return follows and opens and "N" in clauses.kinds[clauses.first[then] : then]


def _result(clauses: Clauses, index: int, verb: int) -> Ends:
    """Return A of S 只有 通过 B，才能 促进 A, what S brings about by B, and S of S 只有 通过 B，才能 V A."""
    brought = not {"promotes", "produces"}.isdisjoint(clauses.uses_at(verb).relations)
    led = clauses.kinds[index + 1] == "P" and brought
    return (clauses.object_ends(verb) if led else ()) or clauses.subject(index)


def _reached(clauses: Clauses, verb: int) -> Ends:
    """Return A of 只有 V B，才能 V A, where the rule of that verb does not say already what B does for A."""
    said = clauses.is_in(verb, "aim_verb")
    told = clauses.uses_at(verb).relations & {"acts_on", "promotes", "produces", "becomes", "negates"}
    there = clauses.words[verb] == "有"  # 只有 B，才 有 A
    return clauses.object_ends(verb) if there or (told and not said) else ()


def _removing(clauses: Clauses, index: int, then: int | None) -> Rule | None:
    """Return the rule of a verb that removes what stands against it: 只有 打破 B，A 才 V; None for other verbs.

    Also of the verb `then` of a clause without a subject or object: 只有 V B，才能 消除 A; 有了 B，A 才 得以 消除.
    """
    verbs = [at for at in range(index, clauses.last[index]) if clauses.kinds[at] == "V"]
    verbs += [] if then is None else [then]
    uses = (use for at in verbs for use in clauses.uses_at(at).closing)
    return next((use.rule for use in uses if use.rule.relation == "negates" and use.rule.frame == "verb"), None)


def _is_left(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase only says from where: 把 A 从 B 中 解放 出来."""
    above = clauses.governor(index)
    return above is not None and clauses.word(above) in ("从", "自")


def read_must(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """V A，V B: what is to be done depends on what must be done for it, or against it (要 实现 A，必须 完善 B)."""
    start, means = clauses.first[index], clauses.first_verb(index)
    goal = clauses.opening(start - 1)
    wanted = clauses.object_at(goal) if goal < index and clauses.kinds[goal] == "V" else None
    if wanted is not None and wanted < index:
        direct = clauses.kinds[index] == "d" and all(clauses.kinds[at] in "du" for at in range(wanted + 1, index))
        undone = "negates" in clauses.uses_at(goal).relations  # 克服 A 必须 V B: B is no ground of A
        if direct and means is not None and not undone and not clauses.has_frame(goal, "speech", "copula"):
            yield Claim(use.rule, clauses.object_ends(goal), _needed(clauses, means), token)  # V A 需 V B
        return
    if start < 2 or clauses.word(start - 1) not in "，,":
        return
    before = clauses.first[start - 2]
    aims = (at for at in range(before, start - 1) if clauses.kinds[at] not in "C,")
    aim = next(aims, None)
    if (
        aim is None
        or not (clauses.is_in(aim, "aiming") or _is_bare_goal(clauses, before, index))
        or any(clauses.kinds[at] in "NRSV" for at in range(start, index))
    ):
        return
    goals = [at for at in range(aim, start - 1) if clauses.kinds[at] == "V"]
    if goals and means is not None:
        reached, done, removing = (
            clauses.object_ends(goals[-1]),
            _needed(clauses, means),
            _removing(clauses, aim, None),
        )
        if removing is None:
            yield Claim(use.rule, reached, done, token)
        elif len(goals) == 1:
            yield Claim(removing, done, reached, token)  # 要 克服 A，必须 V B: B is no ground of A


def _is_bare_goal(clauses: Clauses, goal: int, must: int) -> bool:
    """Whether a sentence begins with a deed for which something must be done: 实现 A，必须 V B."""
    bare = clauses.kinds[goal : goal + 3] == ["V", "N", ","] and (not goal or clauses.word(goal - 1) in "；;")
    if not bare or clauses.word(must) not in HARD or not clauses.has_frame(goal, "verb"):
        return False
    return not clauses.has_frame(goal, "speech") and clauses.uses_at(goal).relations.isdisjoint(("acts_on", "is_a"))


def _needed(clauses: Clauses, verb: int) -> Ends:
    """Return what a verb takes, and the bare verbs of the next clauses: A and B of 必须 V A，V B，使 C V."""
    found, sets = clauses.measures_of(verb), clauses.sets
    while (later := clauses.opening(clauses.last[verb])) < len(clauses.kinds) and clauses.kinds[later] == "V":
        opening = clauses.words_before(later)
        only = clauses.words[clauses.last[verb]] not in "，," or clauses.is_aim(later, opening)
        led = any(opening & sets[name] for name in ("outcome", "effect_opening", "asker"))
        if only or led or clauses.is_being(later):
            break
        if clauses.is_in(later, "serving_verb") or clauses.has_frame(later, "speech", "make"):
            break
        removes = "negates" in clauses.uses_at(later).relations  # 必须 V A，减少 B: nothing rests on B
        found += () if removes else clauses.measures_of(later)
        verb = later
    return found


def read_so(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """之所以 V A，V B: A comes of B (之所以 出现 危机，是因为 监督 失效)."""
    start = clauses.first[index]
    before = clauses.first[start - 2] if start > 1 else start
    so = next((at for at in range(before, index) if clauses.word(at) == "之所以"), None)
    verb = next((at for at in range(index if so is None else so, index) if clauses.kinds[at] == "V"), None)
    if so is None or verb is None or clauses.sets["as_soon_as"].intersection(clauses.words[index + 1 : index + 2]):
        return  # 之所以 V A，是因为 如果 S V B，C V D
    arising = clauses.object_ends(verb) if clauses.is_in(verb, "arising") else ()  # 之所以 出现 A, A 之所以 兴起
    targets = arising or clauses.local_subject(verb) or ()
    alone = so >= start and clauses.last[index] == index + 2  # A 之所以 衰落 是因为 B
    causes = clauses.named_whole(index + 1) if alone else _topic(clauses, index + 1, clauses.last[index])
    yield Claim(use.rule, causes, targets, token)


def read_the_more(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V …，B V …: B grows or shrinks with A (A 越 频繁，B 越 高; A 每 增加 一个 单位，B V)."""
    border = clauses.last[index]
    if clauses.word(index) == "每":
        verb = clauses.first_verb(border + 1) if border + 1 < len(clauses.kinds) else None
        measured = clauses.kinds[border - 1] == "m" or clauses.is_in_head(border - 1, "unit")
        if verb is not None and measured and clauses.kinds[index + 1] == "V":
            yield Claim(use.rule, _noun_before(clauses, index), clauses.local_subject(verb) or (), token)
        return
    start = clauses.first[index]
    before = clauses.first[start - 2] if start > 1 and clauses.word(start - 1) in "，," else start
    earlier = [at for at in range(before, start) if _has_rule(clauses, at, use) and clauses.is_in(at, "more")]
    if earlier:
        yield Claim(use.rule, _noun_before(clauses, earlier[0]), _noun_before(clauses, index), token)


def _has_rule(clauses: Clauses, index: int, use: CueUse) -> bool:
    return any(other.rule.id == use.rule.id for other in clauses.uses_at(index))


def _noun_before(clauses: Clauses, index: int) -> Ends:
    before = clauses.before(index)
    if before is not None and clauses.kinds[before] == "V" and "得" in clauses.words[before + 1 : index]:
        before = clauses.before(before)  # A 办 得 越 大
    if before is None or clauses.kinds[before] != "N":
        return ()
    return clauses.ends_of(before)
