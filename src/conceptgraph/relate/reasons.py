"""Reasons: what 由于 A，B V C and A 减少，B 因此 V say that A brings about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.denial import is_negated
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.words import BUT
from conceptgraph.resources import word_list

FURTHER_REASON = ("特别", "尤其", "加之", "加上", "再加上", "再加之")  # open what else brings on what follows
MORE_AND_MORE = frozenset(["日益", "日趋", "日渐", "越来越", "更加", "更为", "愈发", "愈加", "愈来愈"])  # before 重要
CHANGES_ALONG = re.compile("Nd*dNd*(?:V[fd]*)?[VN]")  # kinds of a thing, 随着, another one, and what the first does
CHANGING = re.compile("d*Nd*Vu?")  # kinds of a thing and what happens to it
DONE_RELATIONS = ("causes", "negates", "produces", "promotes")  # relations of what somebody does


def read_reason(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """由于 A，B V C: A brings about what the next clause ends on."""
    chunks = clauses.parse.chunks
    if clauses.is_in(index, "hence"):
        yield from _read_hence(clauses, use, token, index)
        return
    border = clauses.last[index]
    if _goes_along(clauses, index):
        yield Claim(use.rule, clauses.ends_of(index + 1), clauses.ends_of(clauses.first[index]), token)
        return
    if border + 1 >= len(chunks) or chunks[border].kind != ",":
        return
    if _is_told_of(clauses, index, border) or clauses.word(border - 1) == "看来":
        return  # 因为 在 甲 看来，A 是 B
    within = range(index + 1, border)
    while clauses.word(border + 1).startswith(FURTHER_REASON) and clauses.last[border + 1] + 1 < len(chunks):
        border = clauses.last[border + 1]  # 由于 A，特别是 B，C; 由于 A，加之 B V，C
    border = _past_aim(clauses, border)
    demanded = any(clauses.is_in(at, "demand") for at in range(border + 1, clauses.last[border + 1]))
    if clauses.words[index] == "因" and (demanded or not _opens_reason(clauses, index)):
        return  # 因 A 尚 不 成熟，应 V B
    if wanted := _wanted(clauses, index):
        yield Claim(clauses.rule_of("依赖", use.rule), _fails(clauses, border), wanted, token)
        return
    nouns = [position for position in within if chunks[position].kind == "N"]
    changing = _changing(clauses, within) if index == clauses.first[index] else ()
    told = any(chunks[position].kind == "V" for position in within) and not changing
    if not nouns or told or _is_no_reason(clauses, index, border):
        return
    if clauses.is_in(index, "along_with") and clauses.is_in_head(nouns[-1], "passing"):
        return  # 随着 时间 的 推移
    cause = changing or _cause(clauses, nouns[-1])
    verbs = [position for position in range(border + 1, clauses.last[border + 1]) if chunks[position].kind == "V"]
    if verbs:
        yield from _read_deed(clauses, use, token, index, border, cause)
    else:
        yield from _read_state(clauses, use, token, border, nouns[-1], cause)


def _read_deed(clauses: Clauses, use: CueUse, token: int, index: int, border: int, cause: Ends) -> Iterator[Claim]:
    """由于 A，B V C: what the clause behind `border` tells with a verb."""
    chunks = clauses.parse.chunks
    verbs = [position for position in range(border + 1, clauses.last[border + 1]) if chunks[position].kind == "V"]
    turns = clauses.takes_for(verbs[-1]) or clauses.words[verbs[-1] + 1 : verbs[-1] + 2] == ["为"]
    if turns and any(chunks[at].kind in "IB" for at in range(border + 1, verbs[-1])):
        return  # 由于 A，B 被 视为 C; 随着 A，B 被 简化 为 C
    if clauses.is_in(index, "along_with") and any(
        clauses.is_in(at, "unchanged") for at in range(border + 1, verbs[-1])
    ):
        return  # 随着 A，B 仍然 是 C
    changed = clauses.object_at(verbs[-1])
    changes = changed is not None and clauses.is_change(changed) and clauses.is_in(verbs[-1], "undergoes")
    undergoer = clauses.local_subject(verbs[-1]) or ()
    lost = clauses.is_in(verbs[-1], "losing")
    changes = changes or lost  # 由于 A，B 失去 了 C
    taken = () if changes and undergoer else clauses.object_ends(verbs[-1])
    by = clauses.opening(border)
    if not taken and clauses.kinds[by : by + 1] == ["P"] and clauses.is_in(by, "instrument"):
        return  # 因为 A，不 可能 用 B 加以 V
    inner = changed is not None and len(verbs) > 1 and clauses.in_relative(verbs[-1], changed)  # B 成为 [反对 C 的] H
    against = _against(clauses, verbs[-1]) if taken and not inner and (lost or not changes) else None  # B 打破 了 C
    denied = any(clauses.is_in(at, "negator") for at in range(border + 1, verbs[-1]))
    if taken and not changes and denied and (against is not None or not inner):
        if against is None and _cannot(clauses, verbs[-1]):
            yield Claim(clauses.rule_of("阻碍", use.rule), cause, taken, token)
        return  # 由于 A，B 没有 打破 C; 由于 A，B 不 可能 达成 C
    yield Claim(against or use.rule, cause, taken or undergoer, token)  # 随着 A，B 发生 了 变化


def _read_state(clauses: Clauses, use: CueUse, token: int, border: int, noun: int, cause: Ends) -> Iterator[Claim]:
    """随着 A 的 发展，B 日益 兴盛; 由于 A，B 遭到 了 破坏: what a clause tells that has no verb of its own."""
    told = clauses.last[border + 1] - 1
    if undergone := re.search("Iu?d*N$", "".join(clauses.kinds[border + 1 : told + 1])):
        marker = border + 1 + undergone.start()  # 由于 A，B 遭到 了 破坏
        undergoer = () if is_negated(clauses, marker) else clauses.local_subject(marker) or ()
        yield Claim(use.rule, cause, undergoer, token)
    becomes = clauses.parse.chunks[told].kind == "a" or (told > border + 2 and clauses.word(told - 1) in MORE_AND_MORE)
    if becomes and clauses.parse.chunks[noun].items and len(clauses.parse.chunks[noun].items[-1].parts) > 1:
        yield Claim(use.rule, clauses.ends_of(noun), clauses.local_subject(told) or (), token)


def _changing(clauses: Clauses, within: range) -> Ends:
    """Return A of 由于 A 逐年 减少，B V: what only changes brings about what the next clause tells."""
    verb = within.stop - 1 - (clauses.kinds[within.stop - 1] == "u")
    changes = CHANGING.fullmatch("".join(clauses.kinds[within.start : within.stop])) is not None
    return (clauses.local_subject(verb) or ()) if changes and clauses.words[verb] in word_list("change_words") else ()


def _opens_reason(clauses: Clauses, index: int) -> bool:
    """Whether 因 tells the reason of what a comma parts from it: 因 A，B V C; not 因 A 而 V."""
    within = range(index + 1, clauses.last[index])
    if clauses.word(within.stop) not in "，," or any(clauses.words[at] in ("而", "为") for at in within):
        return False
    own = clauses.kinds[clauses.first[index] : index] == ["N"] and clauses.kinds[within.stop - 1] == "N"
    return own or index == clauses.first[index]  # also S 因 A，V B


def _wanted(clauses: Clauses, index: int) -> Ends:
    """Return B of 由于 (S) (长期) 缺乏 B，C 难以 V D; nothing where nothing is said to be missing."""
    last = clauses.last[index] - 1
    verb = clauses.governor(last) if clauses.kinds[last] == "N" else None
    if verb is None or verb <= index or not clauses.is_in(verb, "lacked") or is_negated(clauses, verb):
        return ()
    return clauses.object_ends(verb) if clauses.first_verb(index) == verb else ()


def _fails(clauses: Clauses, border: int) -> Ends:
    """Return what a clause says that it is not brought about or fares badly: D of C 难以 V D, C of C 受到 束缚."""
    first, stop = border + 1, clauses.last[border + 1]
    verb = next((at for at in range(first, stop) if clauses.kinds[at] == "V"), None)
    if any(clauses.kinds[at] == "S" for at in range(first, stop)):
        return ()
    if verb is None:
        told = next((at for at in range(first, stop) if clauses.kinds[at] in "Ia"), None)
        return (clauses.local_subject(told) or ()) if told is not None else ()
    if clauses.has_frame(verb, "result") and clauses.is_in(verb, "faring"):
        return clauses.local_subject(verb) or ()
    done = is_negated(clauses, verb) and not clauses.uses_at(verb).relations.isdisjoint(DONE_RELATIONS)
    return clauses.object_ends(verb) if done else ()


def _cannot(clauses: Clauses, verb: int) -> bool:
    """Whether a clause says that somebody is not able to bring something about: B 难以 形成 C."""
    able = any(clauses.is_in(at, "failing") for at in range(clauses.first[verb], verb))
    return able and not clauses.uses_at(verb).relations.isdisjoint(DONE_RELATIONS)


def _goes_along(clauses: Clauses, index: int) -> bool:
    """Whether a clause tells that a thing changes by itself with another one: B 也 随着 A 的 扩张 逐渐 瓦解."""
    first, stop = clauses.first[index], clauses.last[index]
    along = first < index and clauses.is_in(index, "along_with")
    rises = clauses.kinds[stop - 2] == "V" and clauses.is_in(stop - 2, "undergoes")  # 呈上升 趋势
    along = along and (clauses.is_in(stop - 1, "changing_itself") or (rises and clauses.is_change(stop - 1)))
    timed = along and clauses.is_in_head(index + 1, "passing")  # 随着 时间 的 推移
    return along and not timed and CHANGES_ALONG.fullmatch("".join(clauses.kinds[first:stop])) is not None


def _is_told_of(clauses: Clauses, index: int, border: int) -> bool:
    """Whether 伴随着 only tells of its subject what goes with it: A 总 伴随着 B，C V D; A 伴随着 B，C V D."""
    first = clauses.first[index]
    if index == first or not clauses.word(index).startswith("伴随") or clauses.kinds[first] not in "NR":
        return False
    ahead = clauses.opening(border)
    return clauses.kinds[index - 1] == "d" or clauses.kinds[ahead : ahead + 1] in (["N"], ["R"])


def _past_aim(clauses: Clauses, border: int) -> int:
    """Return the border behind what S aims at or meets: 随着 A，为了 V B，S V C; 随着 A，面对 B，S V C."""
    opens = border + 1
    behind = clauses.last[opens]
    led = clauses.opens_aim(opens) or clauses.is_in(opens, "meeting")
    told = led and behind + 1 < len(clauses.kinds) and clauses.kinds[behind] == ","
    return behind if told else border


def _cause(clauses: Clauses, noun: int) -> Ends:
    """Return what a reason ends on: of (S) 对 A 和 B 的 V the whole, which is neither A nor B."""
    items, above = clauses.parse.chunks[noun].items, clauses.governor(noun)
    led = above is not None and clauses.kinds[above] == "P" and clauses.is_in(above, "toward")
    bare = [end.name for end in clauses.ends_of(noun)] == [clauses.head_word(noun)]
    if bare and clauses.is_in_head(noun, "pressing"):
        return clauses.attributes_of(noun)  # 由于 A、B 等 方面 的 制约
    if above is None or not led or not items or len(items) == len(items[-1].parts) == 1:
        return clauses.ends_of(noun)
    doer = clauses.before(above)
    opens = doer if doer is not None and clauses.kinds[doer] == "N" else above
    return clauses.chunks_as_written(opens, noun, LONGEST) or clauses.head_of(noun)


def _read_hence(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 减少，B 因此 V: what changes brings about what the next clause tells of its own subject."""
    last = clauses.last[index] - 1
    verb = last if clauses.kinds[last] == "a" else clauses.first_verb(index)  # B 随之 萧条
    if verb is None or clauses.has_frame(verb, "result"):
        return
    alone = verb == last and clauses.words[verb] in word_list("change_words")
    if not alone and (index == clauses.first[index] or not clauses.is_in(index, "after_subject")):
        return
    undergoer = clauses.local_subject(verb) or ()
    kept = clauses.is_in(verb, "losing") or (clauses.is_in(verb, "undergoes") and not clauses.is_in(verb, "gaining"))
    targets = undergoer if kept else clauses.object_ends(verb) or undergoer
    changing = clauses.changing_before(index)
    if not changing and undergoer == targets and (above := _deed_before(clauses, index)) is not None:
        removed = "negates" in clauses.uses_at(above).relations
        rule = clauses.rule_of("影响", use.rule) if removed else use.rule
        yield Claim(rule, clauses.object_ends(above), undergoer, token)
        return
    rule = clauses.rule_of("影响", use.rule) if changing and _is_removed(clauses, index) else use.rule
    told = (alone or (index > clauses.first[index] and bool(undergoer))) and not _is_left_open(clauses, index, verb)
    yield Claim(rule, changing or (_doer_before(clauses, index) if told else ()), targets, token)


def _is_left_open(clauses: Clauses, index: int, verb: int) -> bool:
    """Whether a clause behind 因此 denies what it tells, or only tells what somebody says or should do."""
    opened = any(clauses.is_in(at, "negator") or clauses.is_in(at, "demand") for at in range(index, verb))
    told = clauses.has_frame(verb, "speech", "copula") or clauses.takes_for(verb)
    return opened or told or clauses.kinds[clauses.first[index]] == "S"


def _is_removed(clauses: Clauses, index: int) -> bool:
    """Whether the clause before says that its subject is done away with: A 已经 被 打破，B 也 因此 V."""
    told = clauses.clause_before(index)
    gone = (at for at in told if clauses.kinds[at] == "V" and "negates" in clauses.uses_at(at).relations)
    return any(clauses.kinds[at] == "I" for at in told) and any(gone)


def _doer_before(clauses: Clauses, index: int) -> Ends:
    """Return S of S 限制 A，B 因此 扩大, who brings that about; nothing where that clause denies."""
    told = clauses.clause_before(index)
    verb = clauses.first_verb(told.start) if told else None
    if verb is None or clauses.word(told.stop) not in "，," or clauses.object_at(verb) != told.stop - 1:
        return ()
    denied = any(clauses.is_in(at, "negator") for at in told)
    works = not clauses.uses_at(verb).relations.isdisjoint(DONE_RELATIONS)
    return () if denied or not works or clauses.memory.sentence != clauses.here else clauses.memory.subject


def _deed_before(clauses: Clauses, index: int) -> int | None:
    """Return the verb of A 抬高 了 B，C 随之 上涨, where what it brings about or takes away changes what follows."""
    noun = clauses.first[index] - 2
    if clauses.word(index) != "随之" or noun < 1 or clauses.kinds[noun : noun + 2] != ["N", ","]:
        return None
    above = clauses.governor(noun)
    if above is None or clauses.kinds[above] != "V" or clauses.in_relative(above, noun):
        return None
    return None if clauses.uses_at(above).relations.isdisjoint(DONE_RELATIONS) else above


def _is_no_reason(clauses: Clauses, index: int, border: int) -> bool:
    """Whether 因为 gives no reason of the next clause: 不是 因为 A，而是 C; 因为 A 的 同时，C; 因为 A，但 C."""
    if clauses.word(border + 1) in BUT:
        return True
    if clauses.last_word(border - 1) in ("之后", "以后", "之前", "以前"):
        return True  # 因为 A 之后，B V
    denied = index > clauses.first[index] and clauses.is_in(index - 1, "being")
    return denied or clauses.is_in(border + 1, "being") or clauses.word(border - 1) == "同时"


def _against(clauses: Clauses, verb: int) -> Rule | None:
    """Return the rule by which a verb is against what it takes: 打破, None for other verbs."""
    rules = (each.rule for each in clauses.uses_at(verb))
    return next((rule for rule in rules if rule.frame == "verb" and rule.relation == "negates"), None)


def reason_of_clause(clauses: Clauses, rule: Rule, token: int, index: int) -> Iterator[Claim]:
    """Yield what A 是 农民 离开 土地 的 原因 and 农民 离开 土地 的 原因 是 A say brings a whole clause about."""
    told, inner = clauses.clause_explained(index), clauses.governor(index)
    noun = clauses.before(inner) if inner is not None else None
    above = clauses.governor(noun) if noun is not None else None
    verb = above if above is not None else clauses.after(index)
    if told and verb is not None and clauses.kinds[verb] == "V" and clauses.is_being(verb):
        given = clauses.local_subject(verb) if above is not None else _what_explains(clauses, verb)
        sides = (told, given or ()) if rule.relation == "depends_on" else (given or (), told)
        yield Claim(rule, *sides, token, verb=verb)


def _what_explains(clauses: Clauses, being: int) -> Ends:
    """Return C of A V B 的 原因 是 C, S V O of A V B 的 原因 在于 S V O as one concept."""
    patient, last = clauses.object_at(being), clauses.last[being] - 1
    clausal = patient == being + 1 and "V" in clauses.kinds[patient:last] and "D" not in clauses.kinds[patient:last]
    return clauses.chunks_as_written(being + 1, last, LONGEST) if clausal else clauses.object_ends(being)


def clause_of_reason(clauses: Clauses, index: int) -> Ends:
    """Return 农民离开土地 of 农民 离开 土地 的 原因在于 A and of 农民 离开 土地，原因在于 A as one concept."""
    mark, patient = index - 1, index - 2
    behind = index == clauses.first[index] and clauses.word(mark) in "，,"
    if not clauses.word(index).endswith("因在于") or patient < 2 or not (clauses.kinds[mark] == "D" or behind):
        return ()
    verb = clauses.governor(patient)
    noun = clauses.before(verb) if verb is not None else None
    if verb is None or noun is None or clauses.kinds[verb] != "V" or clauses.kinds[noun] != "N":
        return ()
    plain = noun == clauses.first[noun] and not clauses.is_being(verb) and not clauses.has_frame(verb, "speech")
    return clauses.chunks_as_written(noun, patient, LONGEST) if plain else ()


def state_of(clauses: Clauses, index: int) -> Ends:
    """Return 经费 短缺 of 经费 短缺 的 原因."""
    tokens, parts = clauses.parse.tokens, clauses.parse.chunks[index].items[-1].parts
    start, end = parts[-2] if len(parts) > 1 else parts[-1]
    told = clauses.parse.form[start:end] == "Na" and tokens.tags[start][0] == "n"
    return clauses.as_written(tokens.starts[start], tokens.ends[end - 1]) if told else ()


def is_due(clauses: Clauses, index: int) -> bool:
    """Whether 是 tells of a head why there is such a thing: 是 [因 A 而 V 的] H, 是 [因 A 而 V 的 具有 B 的] H."""
    last = clauses.last[index] - 1
    why = "而" in clauses.words[index:last] and clauses.kinds[last] == "N" and "D" in clauses.kinds[index:last]
    return why and (clauses.kinds[last - 1] == "D" or clauses.kinds[last - 2 : last] == ["D", "V"])
