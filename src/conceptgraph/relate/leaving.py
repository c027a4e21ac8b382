"""What a clause leaves for the next ones at its first verb: its subject and the measures that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set

from conceptgraph.relate.books import keep_book
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.copulas import only_joins
from conceptgraph.relate.effects import arisen, correlates
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.heads_left import (
    is_only_inside,
    keep_nothing,
)
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.mutual import coupled_sides, first_side, is_in_capacity, sets_beside
from conceptgraph.relate.purposes import keep_served, proposed
from conceptgraph.relate.scholars import worked_on
from conceptgraph.relate.speakers import is_group, is_named_person, is_person, teller_before
from conceptgraph.relate.told_apart import taken_for
from conceptgraph.relate.words import EXACTLY, IDIOM, MUTUAL

ALIKE = frozenset(["共同", "分别", "各自", "同样", *MUTUAL])  # open what both do: A 与 B 不同，分别 V C
TOPIC_COMPARED = re.compile("[Cd]*([NR])d*Nd*")  # kinds before 不同: (虽然) A (虽) H
WHETHER = frozenset(["能否", "是否", "可否", "如何"])


def keep_subject(clauses: Clauses, verb: int) -> None:
    """Keep the subject of a clause for the next ones; the object of a clause that has none is a measure."""
    memory, sets = clauses.memory, clauses.rules.grammar.sets
    if only_joins(clauses, verb) or keep_nothing(clauses, verb) or _keep_dealt_with(clauses, verb):
        return
    if keep_served(clauses, verb):
        return
    own = clauses.main_subject(verb) if clauses.words[verb] != "出发" else _sets_out(clauses, verb)
    if not own:
        own = _stressed(clauses, verb) or _brought(clauses, verb) or own
    if sets_beside(clauses, verb) or correlates(clauses, verb):
        own = _compared_in(clauses, verb) or _first_beside(clauses, verb, own)
    own = arisen(clauses, verb) or own or _deed_told_of(clauses, verb) or own
    if own is None and not memory.first and "B" not in clauses.kinds[clauses.first[verb] : verb]:
        own = clauses.means_before(verb) or None  # 采用 A，可以 V B，V C
    if own is None and clauses.is_topic(verb):
        asking = not sets["asker"].isdisjoint(clauses.words_before(verb))
        own = () if asking else clauses.deed_ends(verb)  # 完善 A，是 B: not what the clause before told of
    if own is None and memory.first and not memory.measures and _brings(clauses, verb):
        own = clauses.deed_ends(verb) or None  # A V；V B 能 V C，V D: not A does it
    if own and is_only_inside(clauses, verb, own):
        own = None
    told = clauses.kinds[verb + 1 : verb + 2] == [","] or clauses.words[verb].endswith("我们")  # A 提醒我们 要 V B，V C
    if own and clauses.opens_report(verb) and told:
        memory.keep_subject(own, clauses.here)
        keep_person(clauses, own)
        memory.subject = ()  # A 指出，V B: not A does it
        return
    opening = clauses.words_before(verb)
    asked = not sets["demand"].isdisjoint(opening) or clauses.words[clauses.first[verb]] in ("只有", "唯有")
    if own is None and not memory.told and memory.sentence == clauses.here:
        needs = asked or (clauses.is_in(verb, "demand") and clauses.kinds[verb + 1 : verb + 2] == ["V"])
        if needs and not clauses.follows_topic(verb):
            memory.subject = ()  # A 引起 B，需 增强 C，完善 D: not A does it
    memory.told = (memory.told and not own) or asked
    memory.pointed = memory.pointed or (own == () and not memory.first and _is_pointed(clauses, verb))
    _keep_measure(clauses, verb, own, opening)
    if own:
        _keep_own(clauses, verb, _topic_of_its(clauses, verb) or taken_for(clauses, verb) or own)
    elif own is None:
        if not memory.first and _opens_with_disposal(clauses, verb):
            _keep_disposed(clauses, verb)
    elif _is_said_of_author(clauses, verb) or _is_somebody_else(clauses, verb):
        memory.subject = ()  # 本文 结合 A，以 促进 B; 二者 的 分歧 在于 A，而 在于 B
    if own is None and not clauses.uses_at(verb):
        _keep_pushed(clauses, verb)
    pushed = clauses.pushed(verb) or _made_to(clauses, verb)
    if pushed:
        memory.pushed, memory.pushed_border = pushed, clauses.last[verb]
    if (blamed := clauses.doer_behind(verb, "blaming")) is not None:
        memory.subject = clauses.ends_of(blamed) if clauses.kinds[blamed] == "N" else ()  # A 批评 P V B，却 V C


def _keep_pushed(clauses: Clauses, verb: int) -> None:
    """Keep who is made to do something past a clause that says nothing else: A 迫使 P 离开 B，流入 C，成为 D."""
    memory, border = clauses.memory, clauses.first[verb] - 1
    if memory.pushed_border == border > 0:
        memory.pushed_border = clauses.last[verb]
    if memory.pivot_border == border > 0 and any(is_group(clauses, end) for end in memory.pivot):
        memory.pivot_border = clauses.last[verb]


def _made_to(clauses: Clauses, verb: int) -> Ends:
    """Return P of A 让 P V B，V C, where P is a group and C is no effect that there has been: not V 了 C."""
    patient = verb + 1
    if not clauses.is_in(verb, "causative") or clauses.kinds[patient : patient + 1] != ["N"]:
        return ()
    following = clauses.verb_of_next(verb)
    if following is None or clauses.after(patient) is None or clauses.opening(clauses.last[verb]) != following:
        return ()
    if clauses.word(following).endswith("了") or clauses.words[following + 1 : following + 2] == ["了"]:
        return ()
    people = clauses.ends_of(patient)
    return people if any(is_group(clauses, end) for end in people) else ()


def _keep_measure(clauses: Clauses, verb: int, own: Ends | None, opening: set[str]) -> None:
    """Keep what a clause without a subject works by, A of V A，可以 V B, or that it tells what measures lead to."""
    memory = clauses.memory
    measure = (own is None or (not own and bool(proposed(clauses, verb)))) and (memory.told or not memory.first)
    measure = measure and not memory.pointed and not clauses.is_undone(verb)  # not 没有 V A，就 V B
    measure = measure and not _is_meanwhile(clauses, verb) and not _opens_phrase(clauses, verb)
    measure = measure and not _is_empty(clauses, verb, opening) and not _is_pointed_at(clauses, verb)
    leads = own is None and clauses.leads_on(verb, opening)
    onward = own is None and bool(memory.measures) and (leads or _leads_in_row(clauses, verb, opening))
    if measure and not leads and "为了" not in opening and not (memory.measures and clauses.is_aim(verb, opening)):
        memory.measures += _taken_in_hand(clauses, verb)
    if onward or (own is None and memory.measures and _brings(clauses, verb)):
        memory.led_border = clauses.last[verb]  # V A，可以 V B，V C; V A 可以 V B，V C


def _taken_in_hand(clauses: Clauses, verb: int) -> Ends:
    """Return what a measure works by, nothing of somebody whose thought it takes: 回顾 甲 对 B 的 思考."""
    found, patient = clauses.measures_of(verb), clauses.object_at(verb)
    goes_on = patient is not None and patient + 1 < clauses.last[verb]
    if goes_on and any(is_named_person(clauses, end) for end in found):
        return ()
    remedies = clauses.rules.grammar.endings["remedy_ending"]
    return tuple(end for end in found if not end.name.endswith(remedies))  # 采取 应对之策


def _leads_in_row(clauses: Clauses, verb: int, opening: Set[str]) -> bool:
    """Whether a clause says to what end measures are taken, of which more may be told: V A，从而 V B，V C."""
    aim = opening & clauses.sets["outcome"]
    return bool(aim) and {"N", "R", "B"}.isdisjoint(clauses.kinds[clauses.first[verb] : verb])


def _brings(clauses: Clauses, verb: int) -> bool:
    """Whether the clause of a verb that opens it says what the deed leads to: V A 可以 V B."""
    leads = not clauses.sets["effect_opening"].isdisjoint(clauses.words[verb : clauses.last[verb]])
    return leads and clauses.is_gerund(verb)


def _keep_own(clauses: Clauses, verb: int, own: Ends) -> None:
    """Keep the subject of a verb; nothing of A 能否 V B 取决于 C，V D, for A does none of what follows."""
    memory = clauses.memory
    memory.keep_subject(own, clauses.here)
    memory.several += own
    keep_person(clauses, own)
    if WHETHER.isdisjoint(clauses.words_before(verb)):
        return
    verbs = (at for at in range(verb + 1, clauses.last[verb]) if clauses.kinds[at] == "V")
    if any("depends_on" in clauses.uses_at(at).relations for at in verbs):
        memory.subject = ()


def _compared_in(clauses: Clauses, verb: int) -> Ends:
    """Return what is told of where a noun before the verb says in what it differs: 二者 虽然 H 不同，却 都 V."""
    row = TOPIC_COMPARED.fullmatch("".join(clauses.kinds[clauses.first[verb] : verb]))
    if row is None or not clauses.is_in(verb, "comparing"):
        return ()
    return clauses.ends_of(clauses.first[verb] + row.start(1))


def _topic_of_its(clauses: Clauses, verb: int) -> Ends:
    """Return A of A，其 B V C，从而 V D and of [V E 的] A，其 B V C，从而 V D: A does what follows, not its B."""
    first = clauses.first[verb]
    if (
        first < 2
        or clauses.words[first] != "其"
        or clauses.kinds[first] != "N"
        or clauses.words[first - 1] not in "，,"
    ):
        return ()
    told = clauses.clause_before(verb)
    opens, last = clauses.opening(told.start - 1), told.stop - 1
    if clauses.kinds[last] != "N" or (told.start and clauses.words[told.start - 1] in "，,"):
        return ()
    if {"V", "P", "B", "I"}.isdisjoint(clauses.kinds[told.start : last]):
        return clauses.ends_of(last)
    alone = clauses.kinds[opens] in "VP" and "N" not in clauses.kinds[opens:last] and not clauses.opens_report(opens)
    return clauses.head_of(last) if alone else ()


def _first_beside(clauses: Clauses, verb: int, own: Ends | None) -> Ends | None:
    """Return which of the things that a verb sets beside each other does what follows: A of A 与 B 有关，V C."""
    told, word = clauses.before(verb), clauses.words[verb]
    if told is not None and clauses.kinds[max(told - 2, 0) : told + 1] == ["R", "C", "N"]:
        return clauses.ends_of(told - 2)  # 这 与 B 不同，V C
    against = not clauses.uses_at(verb).relations.isdisjoint(("opposes", "influences"))
    idiom = len(word) == IDIOM and not word.startswith(MUTUAL)  # A 与 B 相互 渗透，V C: both do
    unlike = clauses.is_in(verb, "comparing") and ALIKE.isdisjoint(clauses.words[clauses.last[verb] :])
    against = (against and (idiom or word[-2:] == "相关" or unlike)) or correlates(clauses, verb)
    against = against and clauses.rules.grammar.sets["both"].isdisjoint(clauses.words[clauses.last[verb] :])
    if (own is not None and len(own) > 2 - against) or (not own and told is not None and is_in_capacity(clauses, told)):
        return (coupled_sides(clauses, verb) or (own, ()))[0]  # A、B 与 C 有关; A 与 B 格格不入, 息息相关
    return first_side(clauses, verb, own) if own and clauses.kinds[verb - 1] == "N" else own  # A 与 更为 复杂 的 B 有关


def _deed_told_of(clauses: Clauses, verb: int) -> Ends:
    """Return what a deed that opens a clause works by, where its clause tells more of it: 推行 A 是 B，它 V C."""
    if verb != clauses.first[verb] or clauses.kinds[clauses.last[verb] + 1 : clauses.last[verb] + 2] != ["R"]:
        return ()
    patient = clauses.object_at(verb)
    told = clauses.after(patient) if patient is not None else None
    if told is None or clauses.kinds[told] != "V" or not clauses.is_in(told, "being"):
        return ()
    return clauses.local_subject(told) or ()


def _keep_disposed(clauses: Clauses, verb: int) -> None:
    """Keep what stands behind the 把 or 将 that opens a clause, where the next one tells of it."""
    taken, ahead = clauses.taken_for(verb), clauses.opening(clauses.last[verb])
    teller = teller_before(clauses, verb) if taken else None
    if teller is not None and clauses.is_in_head(teller, "stance"):
        return  # 两种 观点 V A，都 把 B 看成 C，忽略 了 D
    by = clauses.kinds[ahead : ahead + 1] == ["P"]
    by = by and (clauses.is_in(ahead, "instrument") or clauses.word(ahead) == "以")
    if taken and not by:  # not 把 A 作为 B，用 C V D: whoever does the one, does
        clauses.memory.keep_subject(taken, clauses.here)  # 将 A 理解为 B，表现为 C
    elif _goes_done(clauses, verb) and not clauses.has_frame(verb, "apart"):
        clauses.memory.keep_subject(clauses.theme(verb), clauses.here)  # 将 A 融入 B，改变 了 C


def _keep_dealt_with(clauses: Clauses, verb: int) -> bool:
    """Keep A of 会议 讨论 了 A，涉及 B, which has B, where no thinker deals with B; whether there is one."""
    ahead = clauses.opening(clauses.last[verb])
    if ahead + 1 >= len(clauses.kinds) or not clauses.is_in(ahead, "dealing") or ahead == clauses.last[verb]:
        return False
    studied = clauses.object_ends(verb) if clauses.is_in(verb, "studying_deed") else ()
    studied = studied or (worked_on(clauses, verb) if clauses.is_in(verb, "light_verb") else ())
    if len(studied) != 1 or any(is_person(clauses, end) for end in clauses.main_subject(verb) or ()):
        return False  # of several nobody knows which has B
    clauses.memory.keep_subject(studied, clauses.here)
    return True


def _sets_out(clauses: Clauses, verb: int) -> Ends | None:
    """Return S of S 从 A 出发，V B, () for the author, None without S: not A does it."""
    led = next((at for at in range(verb - 1, clauses.first[verb], -1) if clauses.word(at) == "从"), None)
    if led is None:
        return None
    at = led - 1
    at -= at > clauses.first[verb] and clauses.kinds[at] == "d"  # S 则 从 A 出发
    return clauses.ends_of(at) if clauses.kinds[at] == "N" else () if clauses.kinds[at] == "S" else None


def _is_empty(clauses: Clauses, verb: int, opening: Set[str]) -> bool:
    """Whether a verb behind the words `opening` names no measure: 进行, 是 B, but 一是 完善 B."""
    if clauses.is_in(verb, "light_verb") and not clauses.uses_at(verb):
        return True
    if clauses.is_in(verb, "being") and not clauses.is_listed(verb):
        return True
    if clauses.is_in(verb, "serving_verb") or "从中" in opening:
        return True  # V A，有利于 V B，从中 V C，从而 V D: A alone does
    if clauses.word(verb) in ("基于", "立足于", "着眼于") and _is_state_of(clauses, verb):
        return True  # 基于 A 的 现状，完善 B
    return not clauses.rules.grammar.sets["effect_opening"].isdisjoint(opening) or _is_studied(clauses, verb)


def _opens_phrase(clauses: Clauses, verb: int) -> bool:
    """Whether a word such as 这种 opens a clause right before a verb, which only tells of a head: 这种 V A 的 B."""
    first = clauses.first[verb]
    return clauses.kinds[first : first + 2] == ["r", "V"]


def _is_meanwhile(clauses: Clauses, verb: int) -> bool:
    """Whether a clause only tells when or in the course of what somebody does what follows: 在 V A 的 同时，V B."""
    closing = clauses.last_word(clauses.last[verb] - 1)
    return clauses.words[clauses.first[verb]] == "在" and closing.endswith(("时", "时候", "过程中", "之际"))


def _is_state_of(clauses: Clauses, verb: int) -> bool:
    """Whether what a verb takes is only how a thing is, or a study of it: 乡村 治理 现状, A 的 分析."""
    patient = clauses.object_at(verb)
    names = ("light_head", "hollow_head", "studying")
    return patient is not None and (
        clauses.is_in_any_head(patient, *names) or clauses.head_word(patient)[-2:] in ("现状", "实际")
    )


def _is_studied(clauses: Clauses, verb: int) -> bool:
    """Whether a verb only tells what is looked at, no measure: 讨论 A，以 V C; 考察 A，可以 V C."""
    studied = clauses.is_in(verb, "studying_deed") or not clauses.has_frame(verb, "verb")
    looked = studied and clauses.has_frame(verb, "speech")
    looked = looked or clauses.is_in(verb, "knowing")  # 才能 认清 A，从而 V C
    looked = looked and not clauses.uses_at(verb).opens
    return looked and not clauses.matters_for(clauses.last[verb] + 1)  # but 研究 A，对 B 具有 意义


def _stressed(clauses: Clauses, verb: int) -> Ends:
    """Return what is stressed as doing what follows: 正是 A V B; nothing of A，正是 [B V 的] C."""
    stressed = clauses.words[verb] in EXACTLY and clauses.before(verb) is None
    if not stressed or clauses.kinds[verb + 1 : verb + 2] != ["N"] or clauses.follows_topic(verb):
        return ()
    told = clauses.after(verb + 1)
    acts = told is not None and clauses.kinds[told] in "VBPI" and clauses.kinds[told + 1 : told + 2] != ["D"]
    return clauses.ends_of(verb + 1) if acts else ()


def _brought(clauses: Clauses, verb: int) -> Ends:
    """Return A of 随之而来 的 是 A, which does what follows; nothing where a noun stands before 的."""
    if clauses.kinds[verb - 1] != "D" or verb == clauses.first[verb] or not clauses.is_in(verb, "being"):
        return ()
    opens = {"N", "S"}.isdisjoint(clauses.kinds[clauses.first[verb] : verb])
    return clauses.object_ends(verb) if opens else ()


def _opens_with_disposal(clauses: Clauses, verb: int) -> bool:
    """Whether only adverbs stand before the 把 or 将 of a clause, so that nobody is said to do it: 可 将 A 理解为 B."""
    first = clauses.first[verb]
    if "B" not in clauses.kinds[first:verb]:
        return False
    return clauses.kinds[clauses.opening(first - 1)] == "B"


def _is_somebody_else(clauses: Clauses, verb: int) -> bool:
    """Whether a noun phrase that names nothing is the subject of a verb: 二者 的 分歧 在于 A，而 在于 B."""
    before = clauses.before(verb)
    if before is None or clauses.kinds[before] != "N":
        return False
    above = clauses.governor(before)
    return before == verb - 1 or above is None or clauses.kinds[above] == "D"


def _goes_done(clauses: Clauses, verb: int) -> bool:
    """Whether the clause behind that of a verb begins with a verb and tells with 了 what came of it."""
    border = clauses.last[verb]
    ahead = clauses.opening(border) if border < len(clauses.kinds) and clauses.word(border) in "，," else border
    if ahead + 1 >= len(clauses.kinds) or clauses.kinds[ahead] != "V" or clauses.opens_report(ahead):
        return False
    studied = clauses.has_frame(ahead, "speech") and not clauses.has_frame(ahead, "verb")
    return not studied and (clauses.is_in(ahead + 1, "aspect") or clauses.word(ahead)[-1] == "了")


def _is_pointed(clauses: Clauses, verb: int) -> bool:
    """Whether the subject of a verb is a word such as 它."""
    return any(clauses.kinds[at] == "R" and clauses.governor(at) is None for at in range(clauses.first[verb], verb))


def _is_pointed_at(clauses: Clauses, verb: int) -> bool:
    """Whether a noun phrase that points back is the subject of a verb, though nobody knows to what: 这一 过程 V A."""
    before = clauses.before(verb)
    pointing = before is not None and clauses.kinds[before] == "N" and clauses.is_in(before, "pointing")
    return pointing and before is not None and clauses.governor(before) is None


def _is_said_of_author(clauses: Clauses, verb: int) -> bool:
    """Whether the author or the reader is the subject of a verb."""
    before = range(clauses.first[verb], verb)
    return any(clauses.kinds[at] == "S" and clauses.governor(at) is None for at in before)


def keep_person(clauses: Clauses, ends: Ends) -> None:
    """Keep a subject that is a person or a group for 他 and 他们."""
    if ends and all(map(clauses.is_doctrine, ends)):
        clauses.memory.person = ()  # a doctrine is no 他, and who was told of before it is too far
    elif any(is_group(clauses, end) or is_person(clauses, end) for end in ends):
        if _is_told_of_by_him(clauses, ends[0]):
            return
        clauses.memory.speakers.update(end.name for end in ends if is_person(clauses, end))
        clauses.memory.person = ends
        clauses.memory.people += ends


def _is_told_of_by_him(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a verb of speech stands right before somebody of whom the person told of here speaks: 甲 认为 乙 V A."""
    tokens, told = clauses.parse.tokens, clauses.memory.person
    if not told or end.sentence != clauses.here:
        return False
    token = bisect_left(tokens.starts, end.start)
    verb = clauses.parse.chunk_of[token] - 1 if token < len(tokens.words) else -1
    verb -= verb > 0 and clauses.kinds[verb] == ","
    if verb < 0 or not clauses.opens_report(verb):
        return False
    return told[0].sentence == clauses.here or "他" in tokens.words[:token]


def keep_named(clauses: Clauses) -> None:
    """Keep the only work that a sentence names for 该书.

    So the only person for 他, where it tells of no other one: 海德格尔 的 追问.
    """
    memory, tokens = clauses.memory, clauses.parse.tokens
    if tokens.persons:
        keep_book(clauses)
    if not tokens.persons or any(end.sentence == clauses.here for end in memory.person):
        return
    if not (memory.person and _goes_on_about_him(clauses)):
        memory.person = clauses.named_person(len(tokens.words)) or memory.person


def _goes_on_about_him(clauses: Clauses) -> bool:
    """Whether 他 does something before another person is named: 他 继承 了 甲 的 学说."""
    first = min(clauses.parse.chunk_of[token] for token in clauses.parse.tokens.persons)
    him = (at for at in range(first) if clauses.kinds[at] == "R" and clauses.is_in(at, "personal_anaphor"))
    return any(clauses.governor(at) is None for at in him)
