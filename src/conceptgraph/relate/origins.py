"""What something comes of or is in: 从 A 中 V 的 B; B 是 在 A 中 V 的; 不是 因为 A，而是 因为 B."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import BARE
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.words import FROM, REASONS

BRINGING = ("produces", "causes")  # relations of verbs that say that something comes about
UNDERGONE = ("得到", "受到", "遭到", "获得", "得以")  # before what is done to their subject: 依靠 A，B 得到 V
MEANS = ("通过", "经由", "借助")
WITHIN = ("中", "之中", "里", "下", "之下")  # close what something grows in


def led_off(clauses: Clauses, index: int) -> Ends:
    """Return B of 得益于 A，B V C, where the clause that opens a sentence has no subject; nothing elsewhere."""
    noun = _subject_behind(clauses, index) if clauses.word(index)[-1] in "于自" else 0
    return clauses.subject_ends(noun) or () if noun else ()


def _subject_behind(clauses: Clauses, index: int) -> int:
    """Return the noun phrase B that opens the clause behind 依靠 A，B V C, if 依靠 opens a sentence; else 0."""
    first, border = clauses.first[index], clauses.last[index]
    opens = clauses.opening(first - 1) == index
    if not opens or (first and clauses.kinds[first - 1] != "." and clauses.memory.sentence == clauses.here):
        return 0
    noun = clauses.opening(border)
    joined = noun < len(clauses.kinds) and clauses.word(border) in "，," and clauses.kinds[noun] == "N"
    return noun if joined and clauses.object_at(index) == border - 1 and noun + 1 < clauses.last[noun] else 0


def _user(clauses: Clauses, index: int, rule: Rule) -> Ends:
    """Return B of 依靠 A，B V C, 利用 A，B V C and 失去 A，B V C; nothing where B undergoes what follows."""
    used = rule.relation in ("acts_on", "depends_on") and clauses.is_in(index, "leaning")
    loses = clauses.is_in(index, "losing")
    if not (used or loses or (rule.relation == "depends_on" and clauses.kinds[index] == "V")):
        return ()
    noun = _subject_behind(clauses, index)
    direct = bool(noun) and "".join(clauses.kinds[index + 1 : clauses.last[index]]).lstrip("u") == "N"
    seen = direct and clauses.is_in_any_head(clauses.last[index] - 1, "manner_head", "respect_of", "mindset")
    told = clauses.after(noun) if direct and not seen and not clauses.is_in(index, "demand") else None
    if told is None or clauses.kinds[told] != "V" or clauses.is_place(noun) or clauses.is_in(told, "needs"):
        return ()
    supposed = loses and clauses.words_before(told) & (clauses.sets["effect_opening"] | clauses.sets["not_done"])
    return () if supposed or clauses.word(told) in UNDERGONE else clauses.subject_ends(noun) or ()


def drawn(clauses: Clauses, index: int, rule: Rule) -> tuple[Ends, Ends] | None:
    """从 A 中 V 的 B: B comes of A; S，特别 是 存在于 A 的 B: B is in A; 依靠 A，B V C: B depends on A."""
    if user := _user(clauses, index, rule):
        return user, clauses.object_ends(index)
    patient = clauses.object_at(index) if clauses.word(index)[-1] == "于" else None
    singled = singled_out(clauses, index, patient) if patient is not None else None
    if singled is not None:
        return singled[1], singled[0]
    if rule.relation not in BRINGING or clauses.kinds[index + 1 : index + 3] != ["D", "N"]:
        return None
    noun, by = clauses.before(index), clauses.leading(index)
    if noun is None or by is None or clauses.word(by) != "从":
        return None
    return clauses.ends_of(noun), clauses.ends_of(index + 2)


def grown(clauses: Clauses, index: int, rule: Rule) -> tuple[Ends, Ends] | None:
    """B (是) 在 A 中 V (的), B 从 A 中 V, B 是 通过 A V 的: B comes of A, where the verb tells of what grows."""
    if rule.relation not in BRINGING:
        return None
    noun, by = clauses.before(index), clauses.leading(index)
    if noun is None or by is None:
        return None
    if clauses.word(by) in MEANS and by > clauses.first[by] and clauses.is_being(by - 1):
        headless = clauses.kinds[index + 1 : clauses.last[index]] == ["D"]
        return (clauses.ends_of(noun), clauses.subject(by - 1)) if headless else None
    if clauses.word(by) not in ("在", "从", "是从"):
        return None
    if clauses.word(by) == "在" and clauses.is_in_head(noun, "grown_setting") and clauses.attributes_of(noun):
        return (), ()  # B 是 在 A 的 框架 下 V 的: B rests on A
    closed = clauses.last_word(noun) in WITHIN
    ends = all(kind in "uD" for kind in clauses.kinds[index + 1 : clauses.last[index]])
    if not closed or not ends or not clauses.is_in(index, "growing"):
        return None
    return _grounds(clauses, noun), clauses.subject(by)


def served(clauses: Clauses, index: int, rule: Rule) -> tuple[Ends, Ends] | None:
    """B 通过 A 来 V, B 是 通过 A V 的: A serves B, where the verb tells what comes about and takes nothing."""
    if rule.relation not in ("promotes", "produces"):
        return None
    noun, by = clauses.before(index), clauses.leading(index)
    if noun is None or by is None or clauses.word(by) not in MEANS or clauses.kinds[noun] != "N":
        return None
    being = by > clauses.first[by] and clauses.is_being(by - 1)
    closed = clauses.kinds[index + 1 : clauses.last[index]] == (["D"] if being else [])
    comes = clauses.is_in(index, "taking_place") or clauses.is_in(index, "growing") or clauses.is_in(index, "kept_up")
    if not closed or not comes:
        return None
    return clauses.ends_of(noun), clauses.local_subject(by - 1 if being else by) or ()


def singled_out(clauses: Clauses, index: int, patient: int) -> tuple[Ends, Ends] | None:
    """Return A and H of S，特别 是 源于 A 的 H，V B, where H comes of A, not S; None elsewhere."""
    opens, closing = clauses.first[index], clauses.last[index] - 1
    if index == opens or clauses.kinds[closing] != "N" or not clauses.is_in(opens, "singling"):
        return None
    if any(clauses.kinds[at] not in "du" for at in range(opens + 1, index) if clauses.words[at] != "是"):
        return None
    if clauses.kinds[closing - 1] == "D":
        return clauses.ends_of(patient), clauses.heads_of(closing)
    headed = closing == patient and len(clauses.parse.chunks[patient].items[-1].parts) > 1
    return (clauses.attributes_of(patient), clauses.heads_of(patient)) if headed else None


def _grounds(clauses: Clauses, noun: int) -> Ends:
    """Return what a noun phrase of a place names: of A 与 B 的 作用 A and B, of A 与 B 的 C nothing."""
    items = clauses.parse.chunks[noun].items
    if len(items) < 2 or len(items[-1].parts) < 2:
        return clauses.ends_of(noun)
    return clauses.attributes_of(noun) if clauses.is_in_head(noun, "light_head") else ()


def gives_reason(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether 因为 gives the reason of what is named before it: A 不是 因为 B，而是 因为 C; not S V A，是 因为 B."""
    if clauses.kinds[patient] == "R":
        return False  # 是 因为 它 V A
    if all(clauses.kinds[at] != "V" for at in clauses.clause_before(index)):
        return True  # A，是 因为 B
    told = [at for at in clauses.clause_before(index) if clauses.word(at).endswith(REASONS)]
    return any(clauses.local_subject(at) is not None for at in (*told, index))


def tells_of_head(clauses: Clauses, noun: int, opens: int, token: int) -> bool:
    """Whether what opens a clause with 从 only tells what the head of a noun phrase is like, which does something."""
    chunk = clauses.parse.chunks[noun]
    if opens != clauses.first[opens] or clauses.parse.tokens.words[token] in ("到", "向") or len(chunk.items) != 1:
        return False
    owned = "D" in clauses.parse.form[chunk.start : chunk.end] and clauses.after(noun) is not None
    return owned and not clauses.is_in(noun + 1, "verb_joining")


def heads_way(clauses: Clauses, verb: int, patient: int) -> bool:
    """Whether the head of what a verb takes is what a clause says the change is or needs: 是 A 从 B 走向 C 的 桥梁."""
    if not any(clauses.is_being(at) or clauses.words[at] == "是从" for at in range(clauses.first[verb], verb)):
        return False
    way = clauses.is_in_head(patient, "way_of_change") and clauses.has_frame(verb, "result", "pattern")
    way = way and not clauses.is_in(verb, "told_becoming")
    return clauses.role_headed(patient) or (way and bool(clauses.attributes_of(patient)))


def led_by_another(clauses: Clauses, index: int) -> bool:
    """Whether the clause before tells of another thing by what means it does so: A 变成 B，但 C 以 D，成为 E."""
    led = "".join(clauses.kinds[at] for at in clauses.clause_before(index) if clauses.kinds[at] != "d")
    return led.startswith("NP") and "V" not in led


def outcome_named(clauses: Clauses, verb: int, head: int) -> Ends:
    """Return what is said to be an outcome that a verb brought about: A of A 是 B 造成 的 后果; else nothing."""
    if not clauses.is_in_head(head, "outcome_head") or len(clauses.parse.chunks[head].items[-1].parts) > 1:
        return ()
    being = next((at for at in range(clauses.first[verb], verb) if clauses.is_being(at)), None)
    if being is None or clauses.is_in(being, "negator") or clauses.kinds[being + 1] != "N":
        return ()
    return clauses.subject(being)


def tells_of_being(clauses: Clauses, verb: int, patient: int) -> bool:
    """Whether a verb between 是 and a head only tells what that is like: 是 [S 融入 B 的] H."""
    noun = clauses.before(verb) if clauses.kinds[verb] == "V" else None
    above = clauses.governor(noun) if noun is not None and clauses.kinds[noun] == "N" else None
    told = above is not None and clauses.is_being(above) and patient + 1 == clauses.last[verb]
    return told and len(clauses.parse.chunks[patient].items[-1].parts) > 1


def stand_behind(ends: Ends, others: Ends) -> bool:
    """Whether some ends stand behind others in the same sentence."""
    return bool(ends) and ends[0].sentence == others[-1].sentence and ends[0].start >= others[-1].end


def changing_from(clauses: Clauses, index: int) -> Ends:
    """Return what stands before 由 or 从 and a relative clause that tells what it was: A 由 [V B 的] C 变为 D."""
    by = next((at for at in range(index - 1, clauses.first[index], -1) if clauses.word(at) in FROM), None)
    if by is None or "V" not in clauses.kinds[by:index] or clauses.kinds[index - 1] != "N":
        return ()
    relative = clauses.kinds[index - 2] == "D" or len(clauses.parse.chunks[index - 1].items[-1].parts) > 1
    told = clauses.before(by)  # past 则
    return clauses.ends_of(told) if relative and told is not None and clauses.kinds[told] in "NR" else ()


def whole_before(clauses: Clauses, index: int, head: Ends) -> Ends:
    """Return [V B 的] C as one concept where C alone says little: 由 维系 秩序 的 力量 变为 D."""
    opens = next(at for at in range(index - 1, 0, -1) if clauses.word(at) in FROM) + 1
    bare = all(len(end.name) == BARE and not end.known for end in head)
    told = bare and clauses.kinds[opens : opens + 2] == ["V", "N"]
    return (clauses.chunks_as_written(opens, index - 1, LONGEST) or head) if told else head
