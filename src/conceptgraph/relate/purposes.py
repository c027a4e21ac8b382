"""What something is done for, and with: 为了 V A，S V B; 采用 A 进行 B; 采用 A 分析 B."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import BARE
from conceptgraph.relate.memory import Ends, KeyClaim
from conceptgraph.relate.rules import Rule
from conceptgraph.resources import word_list

JOINING = frozenset(["首先", "并", "并且", "同时", "进一步", "进而"])  # open what the author does next


def serving(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return B and A of 为了 V A，S V B, where what is done in the next clause serves what `index` says."""
    opens = _first_aim(clauses, index)
    aim = clauses.purpose(opens)
    if aim is None or any(clauses.kinds[at] in "NR" for at in range(clauses.first[index], opens)):
        return None  # 为 A 创造 B
    verb = _deed_of_next(clauses, index)
    if verb is None or not (clauses.local_subject(verb) or proposed(clauses, verb)):
        return None  # 为了 V A，必须 V B is read by the rule of 必须
    if "B" in clauses.kinds[clauses.first[verb] : verb] and clauses.has_frame(verb, "result"):
        return None  # 为了 V A，S 将 B 由 C 转向 D
    patient = clauses.object_at(index)
    if patient is None or clauses.in_relative(index, patient):
        return None
    fitted = clauses.word(verb) in ("结合", "围绕", "立足")  # 为了 V A，S 结合 C，V B: not C serves A
    means = () if fitted else _what_serves(clauses, verb)
    going_on = _deed_of_next(clauses, verb)
    reached = clauses.object_at(going_on) if going_on is not None else None
    aimed = reached is not None and clauses.is_in_head(reached, "goal")  # 为了 V A，S V B，从而 达到 C 的 目的
    if going_on is not None and not aimed and clauses.local_subject(going_on) is None:
        means += _what_serves(clauses, going_on)  # 为了 V A，S V B，V C
    return (means, clauses.object_ends(index)) if means else None


def needed(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """V B 需要 A: what it takes to do it does it."""
    if (patient := clauses.object_at(index)) is None:
        return None
    needing = clauses.after(patient)
    border = clauses.last[index]
    opens = index == clauses.first[index] and not clauses.memory.first and not clauses.is_in(index, "needs")
    if needing is None and opens and border == patient + 1:
        ahead = clauses.opening(border) if border < len(clauses.kinds) and clauses.word(border) in "，," else border
        needing = ahead if ahead < len(clauses.kinds) else None  # V B，有赖于 A
    if needing is None or not clauses.is_in(needing, "needs") or clauses.kinds[needing] != "V":
        return None
    if clauses.local_subject(index) is not None or clauses.in_relative(index, patient):
        return None
    means = clauses.deed_ends(needing)
    return (means, clauses.object_ends(index)) if means else None


def _what_serves(clauses: Clauses, verb: int) -> Ends:
    """Return what a verb takes, or the deed itself where it removes that: 减少阻力."""
    removes = "negates" in clauses.uses_at(verb).relations
    return clauses.deed_ends(verb) if removes else clauses.object_ends(verb)


def _first_aim(clauses: Clauses, index: int) -> int:
    """Return the first verb of a row of which `index` is one: 为 V A、V B."""
    while index - 3 >= clauses.first[index] and clauses.kinds[index - 3 : index] == ["V", "N", "C"]:
        index -= 3
    return index


def proposed(clauses: Clauses, verb: int, start: int = 0) -> Ends:
    """Return B of (本文) 提出 B: what the author brings forth, or nobody who is named.

    Only what stands from the chunk `start` on is looked at.
    """
    if not (clauses.is_in(verb, "proposing") or "produces" in clauses.uses_at(verb).relations):
        return ()
    before = range(max(start, clauses.first[verb]), verb)
    if any(clauses.kinds[at] not in "duS" or clauses.is_in(at, "left_open") for at in before):
        return ()  # 必须 建立 B, 士绅 建立 B
    return () if any(clauses.is_in(at, "negator") for at in before) else clauses.object_ends(verb)


def is_only_proposed(clauses: Clauses, index: int) -> bool:
    """Whether a verb tells what is proposed, which nobody does yet: 提出 V A、V B 等 建议."""
    closing = clauses.parse.chunks[clauses.last[index] - 1]
    if closing.kind not in "NV" or clauses.parse.tokens.words[closing.end - 1] not in clauses.sets["proposal"]:
        return False
    return any(clauses.word(at).startswith(("提出", "给出")) for at in range(clauses.first[index], index))


def proposed_on(clauses: Clauses, index: int, ground: int) -> Ends:
    """Return B of 基于 A，(本文) 提出 B and (本文) 基于 A 提出 B: `index` says 基于, the chunk `ground` is A."""
    led = any(not _leads_on(clauses, at) for at in range(clauses.first[index], index))
    grounds = "depends_on" in clauses.uses_at(index).relations or clauses.word(index) == "针对"
    if led or not grounds or clauses.is_in(index, "obeying"):
        return ()  # also S 服从 A，遵守 B，实施 C
    verb = clauses.after(ground)
    if verb is None and ground + 1 == clauses.last[index]:
        verb = _deed_of_next(clauses, index)
    return proposed(clauses, verb, ground + 1) if verb is not None else ()


def _leads_on(clauses: Clauses, at: int) -> bool:
    """Whether a chunk before 基于 names the author or only joins the clause to the one before: 本文, 然后, 并."""
    joins = clauses.word(at) in JOINING or clauses.is_in(at, "in_turn")
    return clauses.kinds[at] == "S" or (clauses.kinds[at] == "d" and joins and clauses.words[at + 1] != "针对")


def done_with(clauses: Clauses, index: int) -> Ends:
    """Return B of 采用 A 进行 B, which is done with A; nothing for a bare action."""
    tool = clauses.object_at(index) if clauses.is_in(index, "instrument") else None
    verb = clauses.after(tool) if tool is not None else None
    if verb is None or clauses.word(verb) != "进行" or clauses.kinds[verb - 1] not in "Nd":
        return ()
    if any(clauses.is_in(at, "negator") for at in range(index, verb)):
        return ()  # 采用 A 不能 进行 B
    return tuple(end for end in clauses.object_ends(verb) if len(end.name) > BARE)


def agents_of(clauses: Clauses, index: int, patient: int, rule: Rule) -> Ends:
    """Return what does what a verb says: its subject, what an author proposes on a ground, or studies a thing with."""
    if clauses.word(index) == "针对":
        ends = clauses.last[index] == len(clauses.kinds) or clauses.kinds[clauses.last[index]] == "."
        alone = ends and clauses.after(patient) is None  # not S 针对 A，V B
        return proposed_on(clauses, index, patient) or (clauses.local_subject(index) if alone else None) or ()
    studies = rule.relation == "acts_on" and clauses.is_in(index, "author_deed")
    found = proposed_on(clauses, index, patient) or clauses.subject(index)
    return found or (studied_with(clauses, index) if studies else ())


def handled_with(clauses: Clauses, index: int) -> Ends:
    """Return A of S 以 A (来) 规范 B and S 用 A V B, which works on B as S does; nothing where S only wants it."""
    noun, first = clauses.before(index), clauses.first[index]
    by = noun - 1 if noun is not None else -1
    if noun is None or by < first or clauses.kinds[by : noun + 1] != ["P", "N"] or clauses.word(by) not in ("以", "用"):
        return ()
    told = clauses.before(by) is not None and "V" in clauses.kinds[first:by]
    return () if told or clauses.is_in_head(noun, "manner_head") else clauses.ends_of(noun)


def user_of(clauses: Clauses, index: int, means: Ends) -> Ends:
    """Return S of S V A，并 通过 B V C, where B is the means of C; nothing where the clause names who does it."""
    if clauses.words_before(index).isdisjoint(clauses.sets["leading_means"]) or means != clauses.instrument(index):
        return ()
    return clauses.memory.subject if clauses.goes_on(clauses.first[index]) and clauses.acts_before(index) else ()


def studied_with(clauses: Clauses, index: int) -> Ends:
    """Return A of (本文) 采用 A，分析 B and (本文) 通过 A 对 B 进行 V, with which the author or nobody named does it.

    `index` is the verb, or 对.
    """
    tool, opens = index - 1, clauses.first[index]
    while tool >= opens and clauses.kinds[tool] == "d":
        tool -= 1
    if tool == opens - 1 and tool > 0 and clauses.word(tool) in "，,":
        tool -= 1
    if tool < 1 or clauses.kinds[tool] != "N" or clauses.role_headed(tool):
        return ()
    by, patient = clauses.governor(tool), clauses.object_at(index)
    if patient is not None and (clauses.in_relative(index, patient) or clauses.is_in_head(patient, "study_head")):
        return ()  # 采用 A 分析 B 的 方法
    if by is None or not clauses.is_in(by, "instrument") or clauses.is_in_head(tool, "manner_head"):
        return ()
    if clauses.is_only_seen(by, tool):
        return ()
    led = all(clauses.kinds[at] in "duS" and not clauses.is_in(at, "left_open") for at in range(clauses.first[by], by))
    return clauses.ends_of(tool) if led else ()


def _deed_of_next(clauses: Clauses, index: int) -> int | None:
    """Return what the clause behind that of a chunk says is done or used, if a comma stands between."""
    verb, border = clauses.verb_of_next(index), clauses.last[index]
    if verb is None and clauses.words[index] == "基于" and clauses.words[border + 1 : border + 2] == ["结合"]:
        verb = clauses.verb_of_next(border + 1)  # 基于 A，结合 B，V C
    if verb is not None:
        return None if clauses.is_in(verb, "copula") else verb
    if border + 1 >= len(clauses.kinds) or clauses.word(border) not in "，,":
        return None
    tool = clauses.opening(border + 1)
    tool += clauses.kinds[tool : tool + 1] == ["S"]
    return tool if tool < len(clauses.kinds) and clauses.is_in(tool, "instrument") else None  # 为了 V A，采用 B


def is_aim_denied(clauses: Clauses, index: int) -> bool:
    """Whether the clause before denies what an aim is: A 的 目的 不 是 B."""
    being = next((at for at in clauses.clause_before(index) if clauses.is_being(at)), None)
    told = clauses.before(being) if being is not None else None
    return told is not None and clauses.kinds[told] == "N" and clauses.tells_aim(told)


def brings_deed(clauses: Clauses, index: int) -> bool:
    """Whether a deed that a light verb takes is what comes about: A 产生了 认同, not 给 B 带来了 负担, 产生了 变化."""
    given, patient = "P" in clauses.kinds[clauses.first[index] : index], clauses.object_at(index)
    changes = patient is not None and clauses.head_word(patient) in word_list("change_words")
    verb = clauses.word(index) if given or changes else clauses.word(index).removesuffix("了")
    return verb in ("带来", "产生", "引起", "引发")


def keep_key(clauses: Clauses, index: int, claim: KeyClaim) -> None:
    """Keep what a key serves, and what the deeds of its row serve: 化解 A、维护 B 的 关键 在于 V C."""
    verb = index - 3
    while verb >= 0 and clauses.kinds[verb : verb + 2] == ["V", "N"] and clauses.word(verb + 2) in "，,、和与及":
        rule = next((use.rule for use in clauses.uses_at(verb) if use.rule.frame == "verb"), None)
        if rule is None or clauses.local_subject(verb) is not None:
            break
        token = clauses.parse.chunks[verb].start
        clauses.memory.key.append(KeyClaim(rule, clauses.ends_of(verb + 1), token))
        verb -= 3
    clauses.memory.key.append(claim)


def served_by_key(clauses: Clauses, being: int) -> int | None:
    """Return the verb of what nobody is said to do yet, where the next clause names the key to it, else None.

    化解 of 化解 A，关键 在于 V B.
    """
    key = being - 1
    if key < 3 or key != clauses.first[being] or clauses.word(key) not in clauses.sets["key"]:
        return None
    told = clauses.kinds[key - 3 : key] == ["V", "N", ","] and clauses.kinds[being + 1 : being + 2] == ["V"]
    return key - 3 if told and clauses.is_being(being) and clauses.local_subject(key - 3) is None else None


def keep_served(clauses: Clauses, being: int) -> bool:
    """Keep what a key serves that the clause before tells, A of 化解 A，关键 在于 V B; whether there is one."""
    verb = served_by_key(clauses, being)
    if verb is None:
        return False
    rule = next((use.rule for use in clauses.uses_at(verb) if use.rule.frame == "verb"), None)
    if rule is None:
        return False
    keep_key(clauses, verb, KeyClaim(rule, clauses.object_ends(verb), clauses.parse.chunks[verb].start))
    return True


def lays_ground(clauses: Clauses, verb: int) -> bool:
    """Whether a verb tells what serves something as its ground, and makes none of it: 为 A 提供 B 的 基础."""
    taken, uses = clauses.object_at(verb), clauses.uses_at(verb)
    if taken is None or "pattern" not in uses.frames or "produces" not in uses.relations:
        return False
    owned = any(len(item.parts) > 1 for item in clauses.parse.chunks[taken].items)
    ground = owned and clauses.is_in_any_head(taken, "needed_head", "serving_head")
    return ground and clauses.purpose(verb, ("为", "给")) is not None


def is_put_to_use(clauses: Clauses, index: int) -> bool:
    """Whether 用于 is the one verb of its clause with its own subject: A 主要 用于 B; not [S 用于 B 的] H V C."""
    first, stop = clauses.first[index], clauses.last[index]
    used = clauses.object_at(index)
    if used is None or "V" in clauses.kinds[used:stop] or not {"V", "B", "I"}.isdisjoint(clauses.kinds[first:index]):
        return False
    return bool(clauses.local_subject(index)) and index + 1 < stop
