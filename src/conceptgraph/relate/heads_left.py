"""What a clause without a verb leaves for the next one: 从 A 到 B 的 H，V; S 写给 A 的 H，V; 后者 在 V A 的 同时，V."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.words import FROM

SINCE = ("后", "之后", "以后", "以来", "之初", "伊始")  # tell since when the next clause holds
WHATEVER = ("凡", "凡是", "但凡", "大凡")


def keep_between_stations(clauses: Clauses, border: int) -> None:
    """Keep H of 从 A 到 B 的 H，, which does what follows; nothing of 从 A 到 B，是 C, which tells what the way is."""
    led = clauses.between_stations(border - 2, border - 1) if clauses.words[border - 2] == "到" else ()
    if led:
        clauses.memory.keep_subject(led, clauses.here)
    start, ahead = clauses.first[border - 1], clauses.opening(border)
    way = clauses.words[start] in FROM and clauses.kinds[start : start + 2] == ["P", "N"]
    way = way and clauses.words[start + 2 : start + 3] in (["到"], ["至"]) and start + 4 == border
    if way and ahead < len(clauses.kinds) and clauses.kinds[ahead] == "V" and clauses.is_being(ahead):
        clauses.memory.subject = ()


def keep_begun(clauses: Clauses, border: int) -> bool:
    """Keep A of A 成立 后，V B, where nothing was told of before; whether a clause is one of these."""
    chunk, tokens = clauses.parse.chunks[border - 1], clauses.parse.tokens
    if not chunk.items or not chunk.items[-1].local or tokens.words[chunk.end - 1] not in SINCE:
        return False
    if clauses.words[border] not in "，," or clauses.first[border - 1] != border - 1 or len(chunk.items) > 1:
        return False
    item = chunk.items[0]
    start, end = item.parts[-1]
    if tokens.words[end - 1] not in clauses.sets["coming_about"]:
        return False
    begun = item.parts[:-1] + (((start, end - 1),) if end - 1 > start else ())
    if not begun or (clauses.memory.subject and clauses.memory.sentence == clauses.here):
        return False
    clauses.memory.keep_subject(clauses.name_all((Item(begun, local=False),)), clauses.here)
    return True


def keep_given(clauses: Clauses, border: int) -> bool:
    """Keep H of [S 写给 A 的] H，, which does what follows, and A of 何谓 A？; whether a clause is one of these."""
    if clauses.words[border] in "？?":
        return _keep_asked(clauses, border)
    verb = border - 2
    told = clauses.kinds[verb:border] == ["V", "N"] and clauses.words[verb].endswith("给")
    if not told or not clauses.in_relative(verb, border - 1):
        return False
    clauses.memory.keep_subject(clauses.ends_of(border - 1), clauses.here)
    return True


def _keep_asked(clauses: Clauses, border: int) -> bool:
    """Keep A of 何谓 A？ and 什么 是 A？, of which the next sentence tells; whether a clause is that."""
    asked = border > 1 and clauses.kinds[border - 1] == "N" and clauses.first[border - 1] < border - 1
    words = clauses.words[max(border - 3, 0) : border - 1]
    if not asked or not (words[-1] in ("何谓", "何为") or (words[-1] in ("是", "叫", "叫做") and words[0] == "什么")):
        return False
    clauses.memory.keep_subject(clauses.ends_of(border - 1), clauses.here)
    return True


def keep_nothing(clauses: Clauses, verb: int) -> bool:
    """Keep nothing of A 的 关键 在于 V B，, for A does none of what follows, nor of 凡是 [V A 的] H，, if H is no name;
    of 是因为 B V C， keep B.

    Tells whether a clause is one of these.
    """
    if _keep_reason(clauses, verb):
        return True
    noun = clauses.before(verb) if clauses.is_being(verb) and clauses.kinds[verb + 1 : verb + 2] == ["V"] else None
    if noun is not None and clauses.kinds[noun] == "N" and clauses.is_key(noun):
        clauses.memory.keep_subject((), clauses.here)
        return True
    patient = clauses.object_at(verb) if clauses.word(clauses.first[verb]) in WHATEVER else None
    whole = patient is not None and patient + 1 == clauses.last[verb] and clauses.kinds[patient] == "N"
    if patient is None or not whole or clauses.local_subject(verb) is not None:
        return False
    head = clauses.parse.tokens.starts[clauses.parse.chunks[patient].items[-1].parts[-1][0]]
    if any(end.end > head for end in clauses.heads_of(patient)):
        return False
    clauses.memory.subject = ()
    return True


def _keep_reason(clauses: Clauses, verb: int) -> bool:
    """Keep B of A 之所以 V，是因为 B V C，V D, which does what follows; whether a clause is that."""
    noun = verb + 1
    led = clauses.words[verb] in ("是因为", "是由于") and clauses.before(verb) is None
    if not led or clauses.kinds[noun : noun + 1] != ["N"]:
        return False
    done = clauses.after(noun)
    if done is None or clauses.kinds[done] != "V" or clauses.kinds[done + 1 : done + 2] == ["D"]:
        return False  # 是因为 A 的 B; 是因为 A 的 V 的 B
    clauses.memory.keep_subject(clauses.ends_of(noun), clauses.here)
    return True


def closes_free(clauses: Clauses, topic: int, border: int) -> bool:
    """Whether a noun phrase that nothing takes closes a clause that opens with 由 or a time; not 以 A 为 B，."""
    if clauses.kinds[topic] not in "IS":
        return clauses.kinds[topic:border] == ["a", "f", "D", "N"]  # 明代 以后 的 A，; 由 A 到 B 的 学者 甲，
    free = clauses.kinds[border - 1] == "N" and clauses.governor(border - 1) is None
    return free and not clauses.is_in(border - 2, "taken_as")


def keep_anaphor(clauses: Clauses, topic: int) -> None:
    """Keep what an anaphor stands for whose clause only says by what means or where: 它 以 A 为 B，; 后者 在 A，."""
    memory = clauses.memory
    if clauses.is_in(topic + 1, "by_means"):
        meant = clauses.ends_of(topic)
        memory.pointed = memory.pointed or not meant
        if meant and not memory.first:
            memory.keep_subject(meant, clauses.here)
        return
    one = len(memory.person) < 2 or not clauses.is_in(topic, "personal_anaphor")
    if one and clauses.kinds[topic + 1] == "P" and not clauses.is_in(topic, "near_anaphor"):
        memory.keep_subject(clauses.ends_of(topic), clauses.here)


def is_only_inside(clauses: Clauses, verb: int, own: Ends) -> bool:
    """Whether a noun phrase only contains a verb: 为 A V 背景下 的 B 提供 C, [A V 下 的] B; not [为 A V B 的] H V C."""
    if clauses.kinds[verb + 1 : verb + 3] == ["f", "D"]:
        return True
    further = "V" in clauses.kinds[verb + 1 : clauses.last[verb]] and clauses.purpose(verb, ("为",)) is not None
    return further and own[-1].end <= clauses.parse.tokens.starts[clauses.parse.chunks[verb].start]


def concerned(clauses: Clauses, toward: int) -> Ends:
    """Return A of 对于 A 来说，, of which the next clause may tell with 其."""
    noun = toward + 1
    return clauses.ends_of(noun) if clauses.kinds[noun] == "N" and clauses.word(noun + 1)[-1] in "说言讲来" else ()


def goes_on_naming(clauses: Clauses, start: int, border: int) -> bool:
    """Whether a bare noun phrase before a verb is one more thing that a subject becomes: A 成为 B，C 的 D，V E."""
    if clauses.kinds[start:border] != ["N"]:
        return False
    while clauses.kinds[border + 1 : border + 3] == ["N", ","]:
        border += 2
    if "".join(clauses.kinds[border + 1 : border + 3]).lstrip("d")[:1] != "V":
        return False
    while start > 1 and clauses.words[start - 1] in "，," and clauses.first[start - 2] == start - 2:
        start -= 2
    verb = clauses.governor(start - 2) if start > 1 and clauses.kinds[start - 2] == "N" else None
    return verb is not None and clauses.kinds[verb] == "V" and clauses.has_frame(verb, "result")
