"""In which capacity: 作为 B 的 A, 作为 B，A V, A 作为 B V."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.counting import is_counted
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.mutual import sets_beside
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.speakers import is_person
from conceptgraph.relate.words import COUPLING

PERSONS = ("人物", "成员")  # end what a person is, besides groups of people
MANY = 3  # parts of a name, of which the first is too far from the head: 手艺 的 有节奏 的 集体劳动


def as_which(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return (A, B) of 作为 B，A V and of [作为 B 的] A, nothing of a longer phrase; mostly None for A 作为 B."""
    before, patient, border = clauses.before(index), clauses.object_at(index), clauses.last[index]
    if before is not None and clauses.is_in(before, "copula"):
        if patient is not None and _is_stressed(clauses, patient):
            return clauses.subject(before), clauses.ends_of(patient)
        before = _behind_being(clauses, before, patient)
    if is_weighed(clauses, index - 1) and patient is not None and clauses.attributes_of(patient):
        return clauses.ends_of(index - 1), clauses.attributes_of(patient)  # 对 [A 作为 B] 的 论证
    if before is not None and clauses.kinds[before] in "NRSI":
        above = clauses.governor(before) if clauses.kinds[before] == "N" else None
        deed = above is not None and not {"promotes", "negates"}.isdisjoint(clauses.uses_at(above).relations)
        deed = deed and above is not None and clauses.kinds[above] == "V" and not clauses.is_in(above, "pivot")
        closed = patient is not None and patient + 1 == clauses.last[patient] and not clauses.role_headed(patient)
        closed = closed and clauses.sets["disposal"].isdisjoint(clauses.words[:index])
        standing = patient is not None and _is_near(clauses, index, patient)
        standing = standing and (
            clauses.is_in_head(patient or 0, "standing_head") or has_traits(clauses, index, patient)
        )
        if (standing or (deed and closed)) and patient is not None and clauses.attributes_of(patient):
            return clauses.ends_of(before), clauses.attributes_of(patient)  # 恢复 [A 作为 B 的] H
        return None
    items = clauses.parse.chunks[patient].items if patient is not None else ()
    if patient is None or not items:
        return (), ()
    if before is None and (border == patient + 1 or clauses.words[patient + 1 : border] == ["之一"]):
        start = clauses.first[index]
        colon = start > 0 and clauses.word(start - 1) in "：:" and len(items[0].parts) == 2  # A：作为 B 的 C
        if "N" in clauses.kinds[:start] and clauses.word(start - 1) not in "；;" and not colon:
            made = done_before(clauses, index)
            if made is not None and clauses.role_headed(patient):
                return (), ()  # V A，作为 B 的 基础: as a role
            return (clauses.ends_of(made), clauses.ends_of(patient)) if made is not None else None  # A，作为 B，V
        ahead = _who_or_head(clauses, clauses.opening(border), patient)
        follows = clauses.kinds[border : border + 1] == [","] and clauses.kinds[ahead : ahead + 1] == ["N"]
        titled = border == len(clauses.kinds) and (colon or clauses.sentence.kind in ("title", "heading"))
        goes_on = _goes_on(clauses, index, patient)
        if (titled or goes_on) and len(items) == 1 and len(items[0].parts) == 2 and not clauses.role_headed(patient):
            return clauses.head_of(patient), _attributes(clauses, patient)  # [作为 B 的] A，V C
        named = clauses.subject_ends(ahead) if follows and not _is_of_it(clauses, ahead) else None
        which = tuple(end for end in clauses.ends_of(patient) if is_headed(clauses, patient, end))
        return (_kind_of(clauses, ahead, named, which), which) if named else None
    if clauses.role_headed(patient):
        return None
    if len(items) == 1 and len(items[0].parts) == 2:
        return clauses.head_of(patient), _attributes(clauses, patient)
    items = items[:1] if _is_set_beside(clauses, patient) else items  # [作为 B 的] A 与 C 对立
    if len(items[0].parts) == 2 and all(len(item.parts) == 1 for item in items[1:]):
        heads = clauses.name_all([items[0].of(items[0].parts[1:]), *items[1:]])
        return heads, clauses.name_all([items[0].of(items[0].parts[:1])])  # [作为 B 的] A、C 和 D
    return None if before is None else ((), ())


def _is_stressed(clauses: Clauses, patient: int) -> bool:
    """Whether what follows tells in which capacity something is done: A 是 作为 B (而) V (C) 的."""
    border = clauses.last[patient]
    return clauses.kinds[border - 1] == "D" or clauses.words[patient + 1 : border][:1] == ["而"]


def _is_of_it(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase is said to be of the thing told of before: 作为 B，A 是 其 C, not 其 C 的 D."""
    owns = clauses.words[index + 2 : index + 3] == ["其"] and clauses.is_being(index + 1)
    return owns and not clauses.attributes_of(index + 2)


def has_traits(clauses: Clauses, index: int, patient: int | None) -> bool:
    """Whether a thing is told to have so many traits as what it is, and is none of them: A 作为 B 的 三个 特征."""
    if patient is None or clauses.words[index] != "作为":
        return False
    before, counted = clauses.before(index), is_counted(clauses, patient)
    owned = counted and before is not None and clauses.kinds[before] == "N"
    return owned and any(clauses.head_word(patient)[-2:] in clauses.sets[name] for name in ("standing_head", "trait"))


def done_before(clauses: Clauses, index: int) -> int | None:
    """Return A of V A，作为 B and 把 A V C，作为 B, where 作为 stands at `index` and nothing follows its clause."""
    start, border = clauses.first[index], clauses.last[index]
    closes = border >= len(clauses.kinds) or clauses.word(border) not in "，,"
    noun = start - 2
    closes = closes and not clauses.word(start).startswith("而")  # not A 不是 B，而是 作为 C V
    taken = closes and noun >= 0 and clauses.kinds[noun] == "N" and clauses.word(start - 1) not in "；;"
    verb = clauses.governor(noun) if taken else None
    marker = clauses.marker(verb) if verb is not None and clauses.kinds[verb] == "V" else None
    if verb is not None and clauses.is_in(verb, "replacing"):
        by = clauses.leading(verb)  # 以 A 取代 C，作为 B; A 取代 C，作为 B
        return clauses.before(verb) if by is not None and clauses.word(by) in ("以", "用") else None
    if verb is not None and marker is not None and clauses.kinds[marker] == "B":
        return clauses.noun_between(marker, verb)  # 把 A 写入 C，作为 B
    return noun if verb is not None else None


def _behind_being(clauses: Clauses, being: int, patient: int | None) -> int | None:
    """Return the chunk that stands before 作为: A of A 不是 作为 B, 是 of A 是 [作为 C 的] B."""
    told = clauses.before(being)
    plain = patient is not None and not clauses.attributes_of(patient)
    return told if told is None or plain else being


def _attributes(clauses: Clauses, patient: int) -> Ends:
    """Return B of [作为 B 的] A, with a word such as 核心 that it ends in: 乡村 社会 核心, not 乡村 社会."""
    tokens, (start, end) = clauses.parse.tokens, clauses.parse.chunks[patient].items[0].parts[0]
    weighed = end - start > 1 and tokens.words[end - 1] in clauses.sets["attribute_noun"]
    whole = weighed and tokens.kinds[start] == "N"
    return clauses.as_written(tokens.starts[start], tokens.ends[end - 1]) if whole else clauses.attributes_of(patient)


def _goes_on(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether the next clause tells what [作为 B 的] A does or undergoes, where A closes that of 作为: 受 C 的 V."""
    border = clauses.last[index]
    does = clauses.kinds[border : border + 2] == [",", "V"] and clauses.word(border) in "，,"
    return does or (index == 0 and clauses.in_relative(index, patient))


def _is_set_beside(clauses: Clauses, index: int) -> bool:
    """Whether a verb tells how the first of a list stands to the rest: [作为 B 的] A 与 C 对立, 与 C 存在 矛盾."""
    items, after = clauses.parse.chunks[index].items, clauses.after(index)
    if len(items) < 2 or after is None or clauses.parse.tokens.words[items[0].parts[-1][1]] not in COUPLING:
        return False
    return sets_beside(clauses, after)


def head_behind(clauses: Clauses, noun: int) -> int:
    """Return C of 作为 B，[A (所) V 的] C V D, where `noun` is A; of other clauses the noun itself."""
    verb = noun + 1 + (clauses.words[noun + 1 : noun + 2] == ["所"])
    return verb + 2 if clauses.kinds[verb : verb + 3] == ["V", "D", "N"] else noun


def _who_or_head(clauses: Clauses, noun: int, role: int) -> int:
    """Return A of 作为 人物，[A V 的] C V D, where C is nobody who could be that; else what the clause is about."""
    head = head_behind(clauses, noun)
    people = clauses.rules.grammar.endings["group_ending"]
    person = clauses.head_word(role).endswith(PERSONS) or clauses.has_head_ending(role, "group_ending")
    named = clauses.head_of(head) if person and head != noun else ()
    return noun if named and not any(is_person(clauses, end) or end.name.endswith(people) for end in named) else head


def _is_near(clauses: Clauses, index: int, noun: int) -> bool:
    """Whether only numbers and qualities stand between 作为 and a noun phrase."""
    return all(clauses.kinds[at] in "mrad" for at in range(index + 1, noun))


def goes_on_behind(clauses: Clauses, index: int) -> bool:
    """Whether A 作为 B is followed by what A does or what befalls it: A 作为 B 被 V 于 C, 把 A 作为 B 来 V."""
    noun, subject = clauses.first_noun(index), clauses.before(index)
    if noun is None or subject is None or not _is_near(clauses, index, noun):
        return False
    after = clauses.after(noun)
    if after is None or clauses.kinds[subject] not in "NVI" or clauses.kinds[after] not in "VPIBa":
        return False
    last = clauses.parse.chunks[clauses.last[index] - 1]
    done = after + 1 < clauses.last[index] and clauses.is_in(after + 1, "aspect")
    return (
        done
        or clauses.kinds[after] == "I"
        or clauses.is_in(after, "causative")  # A 作为 B 使 C V D 的 E
        or "D" not in clauses.parse.form[clauses.parse.chunks[after].start : last.end]
    )


def _kind_of(clauses: Clauses, index: int, named: Ends, which: Ends) -> Ends:
    """Return what 作为 B tells of: of 大学生 的 观念 the students, where B is a group."""
    groups = clauses.rules.grammar.endings["group_ending"]
    owners = clauses.attributes_of(index)
    grouped = any(end.name.endswith(groups) for end in which) and not any(end.name.endswith(groups) for end in named)
    return owners if grouped and any(end.name.endswith(groups) for end in owners) else named


def is_weighed(clauses: Clauses, index: int) -> bool:
    """Whether the chunk `index` is a noun phrase behind 对."""
    above = clauses.governor(index) if index > 0 and clauses.kinds[index] == "N" else None
    return above is not None and clauses.is_in(above, "toward")


def is_headed(clauses: Clauses, index: int, end: Endpoint) -> bool:
    """Whether a name has the head of its member: A 是 B 的任务 does not say that A is B, A 是 B 的活动 does."""
    parts = max((len(item.parts) for item in clauses.parse.chunks[index].items), default=0)
    starts, ends = clauses.parse.tokens.starts, clauses.parse.tokens.ends
    joined = end.end in (
        ends[item.parts[-2][1] - 1] for item in clauses.parse.chunks[index].items if len(item.parts) > 1
    )
    if clauses.is_in_head(index, "process_head") and parts < MANY and joined:
        return True  # 对象化 的 活动, not 城市 独有 的 现象
    owners = (item for item in clauses.parse.chunks[index].items if len(item.parts) > 1)
    return not any(starts[item.parts[0][0]] <= end.start and end.end <= starts[item.parts[-1][0]] for item in owners)


def is_behind_role(clauses: Clauses, index: int, item: Item) -> bool:
    """Whether 以 A 为 and another role stand before the head of a member."""
    taken = index > 0 and clauses.is_in(index - 1, "taken_as")
    if not taken or len(item.parts) < 2:
        return False
    first = item.parts[0][1] - 1
    return clauses.is_role(first) or clauses.parse.tokens.words[first] in clauses.sets["taken_for"]
