"""What a clause that is only a noun phrase leaves for the next one: its topic; S 的 A、B，V; 由于 A，V."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.heads_left import (
    closes_free,
    concerned,
    goes_on_naming,
    keep_anaphor,
    keep_begun,
    keep_between_stations,
    keep_given,
)
from conceptgraph.relate.leaving import keep_person
from conceptgraph.relate.listing import gives_example, only_lists
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.mutual import coupled_sides
from conceptgraph.relate.words import TOPIC_ENDS


def _taking(clauses: Clauses, border: int) -> Ends:
    """Return S of the clause S 以 A 为 B that ends at a border, one of those that 前者 and 后者 may stand for."""
    taken = border - 2
    if clauses.kinds[taken] != "u" or taken - 3 < clauses.first[border - 1] or not clauses.is_in(taken, "taken_as"):
        return ()
    by = clauses.governor(taken - 1)
    led = by is not None and clauses.word(by) == "以"
    before = clauses.before(by) if led and by is not None else None
    return clauses.ends_of(before) if before is not None and clauses.kinds[before] == "N" else ()


def _keep_example(clauses: Clauses, border: int) -> bool:
    """Keep A of the clause 以 A 为例 that ends at a border, where 它 or 其 opens the next one; whether there is one."""
    noun, pointed = border - 2, clauses.kinds[border + 1 : border + 2] == ["R"]
    if clauses.words[border - 1] != "为例" or not pointed or clauses.words[max(noun - 1, 0)] != "以":
        return False
    shown = clauses.ends_of(noun) if clauses.kinds[noun] == "N" else ()
    if shown:
        clauses.memory.keep_subject(shown, clauses.here)
    return bool(shown)


def _tells_why(clauses: Clauses, start: int) -> bool:
    """Whether a clause without a verb, or the one before it, only tells what was told of is like: (由于) 其 规模 小."""
    reason = clauses.rules.grammar.sets["reason"]
    earlier = clauses.clause_before(start)
    if earlier and "V" not in clauses.kinds[earlier.start : earlier.stop] and clauses.words[start] not in reason:
        start = earlier.start
    owned = start + (clauses.words[start] in reason)
    return clauses.is_in(owned, "owning") and (owned > start or "a" in clauses.kinds[start : clauses.last[start]])


def _tells_what_like(clauses: Clauses, border: int) -> bool:
    """Whether a clause ends on what something is like or undergoes: A 十分 复杂。其 B V C; A 受 B 的 影响；它 V C."""
    start = clauses.first[border - 1]
    kinds = clauses.kinds[start:border]
    like = clauses.words[border] == "。" and kinds[-1] == "a" and {"V", "B", "P", "I"}.isdisjoint(kinds)
    means = clauses.opening(start)
    led = kinds[0] == "N" and means < border and clauses.kinds[means] == "P"
    led = led and (clauses.is_in(means, "by_means") or clauses.is_in(means, "instrument"))  # A 以 B 为 C。它 V D
    return like or led or "I" in kinds or clauses.words[border - 1] in ("如此", "亦然")


def _is_aside(clauses: Clauses, start: int, border: int, *, told: bool) -> bool:
    """Whether a clause without a verb leaves what is told of as it was: A，尤其 是 其 B，V C; A，如 B，V C.

    Also one that says why or without what, or lists something before an aim: 没有 A，就; 讨论 了 A、B 等 C，从而 V D.
    """
    left_out = clauses.is_in(start, "leaving_out") or clauses.is_in(clauses.opening(start - 1), "leaving_out")
    if left_out or only_lists(clauses, start, border):
        return True
    noun = border - 2
    respect = noun >= start and clauses.words[border - 1] in TOPIC_ENDS
    if respect and clauses.is_in_any_head(noun, "aspect_head", "respect_head"):
        return True  # 就 A 层面 而言，
    without = clauses.kinds[start] in "duCP" and "没有" in clauses.words[start : start + 2]
    reason = without or _is_reason(clauses, start, border)
    aims = clauses.words[border + 1 : border + 2] in (["从而"], ["进而"], ["以便"], ["以期"])
    listed = aims and any(clauses.parse.chunks[at].genus is not None for at in range(start, border))
    if told and clauses.is_in(start, "reason") and clauses.kinds[start - 2 : start] == ["N", ","]:
        reason = reason or clauses.first[start - 2] == start - 2  # A，随着 B，V C: A does
    if reason or listed or (start > 1 and gives_example(clauses, start)):
        return True
    more = clauses.word(start).startswith(("尤其", "特别")) or _tells_why(clauses, start)
    return told and (more or goes_on_naming(clauses, start, border))


def _is_reason(clauses: Clauses, start: int, border: int) -> bool:
    """Whether a clause only names the reason why 它 does what follows: 由于 A，它 V B."""
    return clauses.words[start] in ("由于", "因为", "鉴于") and clauses.kinds[border + 1 : border + 2] == ["R"]


def _keep_change(clauses: Clauses, border: int) -> None:
    """Keep what a clause only says of that it changes, with that of the clauses before: 税收 增加，人口 减少，."""
    memory, start = clauses.memory, clauses.first[border - 1]
    border -= clauses.word(border - 1) == "了"
    told = [at for at in range(start, border) if clauses.kinds[at] not in "du" or at == border - 1]
    told = [at for at in told if clauses.word(at) != "被"]
    if len(told) == 3 and clauses.kinds[start] == "N" and clauses.is_place(start):
        told = told[1:]  # 城市 中 人口 增加，
    if len(told) != 2 or clauses.kinds[told[0]] != "N" or clauses.kinds[told[1]] not in "Vad":
        return
    if clauses.is_place(told[0]) or clauses.opens_report(told[1]):
        return
    if any(clauses.is_in(at, "negator") for at in range(start, border)):
        return  # 税收 没有 增加
    earlier = memory.changes if memory.changes_border == start - 1 else ()
    memory.changes = earlier + (clauses.subject_ends(told[0]) or ())
    memory.changes_border = clauses.last[told[0]]


def _is_set_first(clauses: Clauses, topic: int, last: int) -> bool:
    """Whether a noun phrase only tells where, when or whose what follows is: 多数 国家 的 A, 明代 以 A 为 B 的 C，."""
    if clauses.kinds[topic : topic + 2] == ["N", "N"]:
        return clauses.is_in(topic + 1, "quantity")
    if clauses.kinds[topic : topic + 2] != ["N", "P"] or clauses.words[topic + 1] != "以":
        return False
    owned = clauses.kinds[last] == "N" and len(clauses.parse.chunks[last].items[-1].parts) > 1
    weak = clauses.is_in_any_head(last, "light_head", "hollow_head", "deed_head", "process_head")
    return owned and clauses.is_in(last - 1, "taken_as") and not weak and not clauses.role_headed(last)


def _both(clauses: Clauses, topic: int, border: int) -> Ends:
    """Return A and B of the clause A、B 结合，; nothing elsewhere."""
    bare = topic + 1 == border and len(clauses.parse.chunks[topic].items[-1].parts) == 1
    return clauses.members_of(topic) if bare and clauses.is_in_head(topic, "relational_head") else ()


def _placed_head(clauses: Clauses, topic: int, last: int) -> Ends:
    """Return H of the clause S 在 A 与 B 之间 的 H，which does what the next one says; nothing elsewhere."""
    led = last == topic + 2 and clauses.words[topic + 1] == "在" and clauses.kinds[last] == "N"
    return clauses.placed(topic + 1, last, last) if led else ()


def close_clause(clauses: Clauses, border: int, has_verb: bool) -> None:
    """Keep a clause that is only a noun phrase as the topic of the next; a semicolon ends a row of measures."""
    memory, chunks = clauses.memory, clauses.parse.chunks
    mark = clauses.words[border]
    if mark in "；;":
        memory.measures = ()
    if mark in "：:" and border and clauses.kinds[border - 1] == "V" and clauses.is_in(border - 1, "including"):
        memory.subject = ()  # A 包括：V B；V C: A does neither
    if border and mark in "，," and (clauses.kinds[border - 1] in "Vad" or clauses.word(border - 1) == "了"):
        _keep_change(clauses, border)
    given = border > 0 and keep_given(clauses, border)
    if given or has_verb or not border or keep_begun(clauses, border) or _keep_example(clauses, border):
        return
    memory.several += _taking(clauses, border)
    if mark not in "，,：:】" and not _tells_what_like(clauses, border):
        return
    start = clauses.first[border - 1]
    if start and (clauses.kinds[start - 1] == "-" or (memory.first and clauses.counts_another(start))):
        return  # 揭示 时间－空间 的 转变，; A 是 一种 B，一种 C，
    told = bool(memory.subject) and memory.sentence == clauses.here
    if clauses.opens_report(border - 1) or _is_aside(clauses, start, border, told=told):
        return  # A 指出，; A V B，由于 其 C 小，D 少，V E: A does; A，尤其 是 其 B，V C
    topic = next((at for at in range(start, border) if chunks[at].kind not in "dum"), border)
    if chunks[topic].kind == "S" and clauses.kinds[topic + 1] in "dPm":
        memory.subject = ()  # 所以 我们 应当 以 A 为 B，
    if clauses.is_in(topic, "toward") and clauses.words[border - 1] in ("来说", "而言", "来讲", "说来"):
        memory.concern = concerned(clauses, topic)
        return
    if topic < border and closes_free(clauses, topic, border):
        topic = border - 1
    topic += _is_set_first(clauses, topic, border - 1)
    if topic < border and chunks[topic].kind == "R" and clauses.kinds[topic + 1] in "Pd":
        keep_anaphor(clauses, topic)
    topic += topic < border and chunks[topic].kind == "r" and clauses.word(topic + 1) == "以"  # 这种 以 A 为 B 的 C，
    if clauses.words[topic] == "以" and chunks[border - 1].kind == "N" and len(chunks[border - 1].items[-1].parts) > 1:
        topic = border - 1 if clauses.is_in(border - 2, "taken_as") else topic  # 以 A 为 B 的 C，
    if chunks[topic].kind == "C" and clauses.follows_topic(start) and chunks[border - 1].kind == "N":
        added = clauses.ends_of(border - 1) if topic + 2 == border and memory.sentence == clauses.here else ()
        memory.subject += added  # A，加上 B，V C
    keep_between_stations(clauses, border)
    if topic < border and chunks[topic].kind == "N" and not chunks[topic].items[-1].local:
        both = _both(clauses, topic, border) or _placed_head(clauses, topic, border - 1)
        sides = coupled_sides(clauses, border - 1) if clauses.is_in(border - 1, "compared") else None
        ends = sides[0] if sides else both or clauses.subject_ends(topic)  # A 与 B 相比，V C
        if ends:
            either = start > 1 and {clauses.word(border - 1), clauses.word(start - 2)} <= {"也好", "也罢"}
            memory.keep_subject(memory.subject + ends if either else ends, clauses.here)  # A 也好，B 也罢，都 V C
            keep_person(clauses, ends)
        elif ends is not None and told and clauses.is_in(topic, "others"):
            memory.subject = ()  # 随着 A，人们 对 B 的 认识 清晰，并 V C
