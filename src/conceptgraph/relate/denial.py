"""Denial: whether the words before a verb or a noun say that it is not so."""

from __future__ import annotations

import re

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.words import BESIDE, DONE_TO, EITHER, FROM

BY_THIS_ALONE = re.compile(
    "(?:并非|并不是|不是)(?:仅仅?|单单?|光)(?:借助|通过|依靠|凭借?|靠)[^，,。；;]+[就便](?:能|可|足以)"
)
ANY_ONE = ("一个", "一种", "任何", "一条", "一项")  # 未 提出 一个 [V A 的] B
MISTAKEN = ("误", "错", "错误地")  # 误 把 A 当作 B
QUALITY = re.compile("a+D")  # what opens 稳定 的 A
NO_ONE = ("无一", "无处", "无时", "无时无刻", "没有一个")  # before 不: 无一 不 V A, which all of them do


def is_negated(clauses: Clauses, index: int) -> bool:
    """Whether a word of denial governs the chunk `index`: before it, past adverbs and prepositional phrases."""
    inner = clauses.kinds[index] == "N" and clauses.is_in(index, "not_done")  # [不可 调和 的] A
    if clauses.is_in(index, "negator") and not inner and not _tells_denial(clauses, index):  # 否认 A tells of A
        return True
    position, first = index - 1, clauses.first[index]
    if clauses.is_in(first, "contrast") and _is_set_against(clauses, first, index):
        return True  # A V B，而不是 B V A
    if clauses.word(first) in EITHER and clauses.kinds[index] == "V" and _goes_on_denied(clauses, first, index):
        return True  # A 不能 V B，或者 V C
    if clauses.word(index) == "无关":
        return not _is_denied_before(clauses, position, index)  # 与 A 并非 无关
    if clauses.kinds[index] in "NR":
        while position >= clauses.first[index] and clauses.kinds[position] in "duam":
            if clauses.is_in(position, "negator") and not _denies_attribute(clauses, position, index):
                return True  # 对 A 没有 影响
            position -= 1
        above = clauses.governor(index)
        if above is not None and _is_there_anyway(clauses, above, index):
            return False
        if above is None or (clauses.kinds[above] == "V" and clauses.is_in(above, "negator")):
            return above is not None
        position = above - 1
        if clauses.kinds[above] == "V" and clauses.is_being(above):
            return _is_denied_before(clauses, position, above)  # 防止 A 成为 B 的 根源
    return _is_denied_before(clauses, position, index)


def _goes_on_denied(clauses: Clauses, first: int, verb: int) -> bool:
    """Whether a clause that 或者 opens adds another deed to one that the clause before denies."""
    earlier = clauses.clause_before(verb)
    told = clauses.first_verb(earlier.start) if earlier and set(clauses.kinds[first:verb]) <= set("Cdu") else None
    return told is not None and is_negated(clauses, told)


def _is_denied_before(clauses: Clauses, position: int, index: int) -> bool:
    """Whether words of denial from `position` leftwards deny the chunk `index`: two of them deny nothing."""
    found = False
    if (marker := _unread_disposal(clauses, index)) is not None:
        position = marker - 1
    while position >= clauses.first[index]:
        kind = clauses.kinds[position]
        if kind == "N" and (passed_by := _before_phrase(clauses, position)) is not None:
            position = passed_by
            continue
        if kind == "N":
            above = clauses.governor(position)
            ground = above is not None and clauses.is_in(above, "grounding")
            passed = above is not None and (ground or clauses.is_in(above, "transparent"))
            if above is not None and passed and clauses.kinds[above] == "V":
                position = above - ground  # 没有 使 A V, 不 认为 A V, 从未 基于 A 对 B 进行 V
            elif above is not None and clauses.kinds[above] == "V" and _serves(clauses, position, index):
                position = above - (not clauses.is_in(above, "negator"))  # 没有 建立 A 以 V B
            elif above is not None and clauses.kinds[above] in "PIB":
                position = above - 1
            elif above is not None and (
                _denies_clause(clauses, above, index) or _is_kept(clauses, above, position, index)
            ):
                return not found
            else:
                return found != _is_lacking(clauses, position)
            continue
        if found and ((kind == "C" and clauses.kinds[position - 1] in "dV") or clauses.is_in(position, "again")):
            return True  # 不会、也不能 V A, 没有 也 不会 V A
        outer = clauses.outer_of_deeds(position) if kind == "C" else None
        if outer is not None:
            position = outer  # 不是 [V A、V B 的] H
            continue
        if clauses.is_in(position, "avoiding") and all(clauses.kinds[at] in "dua" for at in range(position + 1, index)):
            return not found  # 避免 产生 A, 避免 单纯 追求 A
        wrong = kind in "Vd" and (clauses.is_in(position, "against") or clauses.word(position) in MISTAKEN)
        if wrong and clauses.kinds[position + 1] == "B":
            return not found  # 反对 把 A 理解为 B, 误 把 A 当作 B
        denies = kind != "a" and clauses.is_in(position, "negator")  # not 不可 避免 的
        if denies and not _denies_less(clauses, position, index):
            found = not found
        elif kind == "V" and _is_duty(clauses, position, index):
            found = found != (clauses.word(position) in ("失去", "丧失"))  # 失去 V A 的 能力
        elif kind == "V" and not (clauses.is_in(position, "transparent") or _goes_through(clauses, position, index)):
            return found
        position -= 1
    return found


def _before_phrase(clauses: Clauses, noun: int) -> int | None:
    """Return where to read on before a phrase that `noun` closes and denial passes: 以 A 为 B (来 V C), 与 A 对立."""
    as_what = clauses.kinds[noun - 1] == "u" and clauses.is_in(noun - 1, "taken_as")
    if as_what and clauses.word(noun + 1) != "而":
        return noun - 2  # not 不 以 A 为 目的 而 V B
    joint = noun - 1
    while clauses.kinds[joint] == "d":
        joint -= 1  # 无法 与 更为 复杂 的 A 兼容
    joined = clauses.kinds[joint - 1 : joint + 1] == ["d", "C"] and clauses.is_in(joint, "companion")
    return joint - 1 if joined else None


def _is_there_anyway(clauses: Clauses, verb: int, noun: int) -> bool:
    """Whether what is denied is only that something is done about how two things stand: 无法 协调 A 与 B 的 张力."""
    acts = clauses.kinds[verb] == "V" and clauses.is_in(verb, "easing")
    return acts and clauses.is_in_head(noun, "relational_head") and len(clauses.parse.chunks[noun].items) > 1


def _is_set_against(clauses: Clauses, contrast: int, verb: int) -> bool:
    """Whether 而不是 opens a clause with a subject of its own, all of which is denied: 而不是 B V A."""
    own = clauses.kinds[contrast + 1 : contrast + 2] in (["N"], ["R"], ["S"]) and clauses.kinds[verb] == "V"
    return own and clauses.before(verb) == contrast + 1


def _serves(clauses: Clauses, noun: int, verb: int) -> bool:
    """Whether what is done to a noun is done for what the verb says: 建立 A 以 V B, 利用 A 来 V B."""
    between = range(noun + 1, verb)
    served = any(clauses.is_in(at, "purpose") and clauses.word(at) not in ("从而", "最终") for at in between)
    return served and all(clauses.kinds[at] in "duP" for at in between)


def _denies_attribute(clauses: Clauses, negator: int, noun: int) -> bool:
    """Whether a word of denial denies only what opens a noun phrase: 难以 [调和 的 冲突], 不 那么 [稳定 的 A]."""
    chunk = clauses.parse.chunks[noun]
    if QUALITY.match(clauses.parse.form, chunk.start) and clauses.word(negator)[-1] in "不未":
        return chunk.kind == "N"
    opens = negator == noun - 1 and clauses.is_in(negator, "not_done")
    return opens and clauses.parse.form[chunk.start : chunk.end].startswith("ND")


def _goes_through(clauses: Clauses, verb: int, index: int) -> bool:
    """Whether a later verb tells all of what a verb takes: 未 从 A 转向 B, 未 提出 一个 [V A 的] B, 未 V 或 V A."""
    any_one = verb + 2 == index and (clauses.word(verb + 1) in ANY_ONE or clauses.word(verb + 1) in EITHER)
    return any_one or (clauses.kinds[verb + 1] == "P" and clauses.word(verb + 1) in FROM)


def _is_duty(clauses: Clauses, verb: int, index: int) -> bool:
    """Whether a verb takes the duty or the power to do what `index` says: 不再 承担 [V A 的] 职能."""
    patient = clauses.object_at(verb)
    return patient is not None and patient > index and clauses.is_in_head(patient, "duty_head")


def _tells_denial(clauses: Clauses, index: int) -> bool:
    """Whether a word of denial is itself what is said to be done: 拒绝 A."""
    uses = clauses.uses_at(index)
    return uses.opens or any(use.rule.relation == "negates" for use in uses.closing)


def _is_lacking(clauses: Clauses, noun: int) -> bool:
    """Whether there is said to be nothing of a noun: 没有 证据 表明 A V B."""
    position = noun - 1
    while position > clauses.first[noun] and clauses.kinds[position] in "da" and not clauses.is_in(position, "lacking"):
        position -= 1
    if position < clauses.first[noun] or clauses.kinds[position] != "d":
        return False
    averted = position == clauses.first[noun] and clauses.is_in(position, "avoiding")  # 以免 A V B
    return averted or clauses.is_in(position, "lacking")


def _is_kept(clauses: Clauses, above: int, noun: int, verb: int) -> bool:
    """Whether somebody keeps a thing from doing what the verb says: 防止 A V B, not 免于 A 来 V B."""
    between = range(noun + 1, verb)
    direct = all(clauses.kinds[at] in "du" and not clauses.is_in(at, "purpose") for at in between)
    return direct and clauses.is_in(above, "avoiding") and clauses.is_in(above, "pivot")


def _denies_clause(clauses: Clauses, opening: int, verb: int) -> bool:
    """Whether 不是 denies the clause of a verb: 不是 A V B，而是 C V D; E 不是 A V 了 B."""
    done = verb + 1 < clauses.last[verb] and clauses.is_in(verb + 1, "aspect")
    first = all(kind in "dC" for kind in clauses.kinds[clauses.first[verb] : opening])  # 但 并非 A V B
    opens = (first or done) and clauses.word(opening) in ("不是", "并非", "并不是")
    return opens and clauses.kinds[verb + 1 : verb + 2] != ["D"]


def _unread_disposal(clauses: Clauses, index: int) -> int | None:
    """Return the 把 whose object begins with a verb: 不 把 解脱 的 希望 寄托于 A."""
    if "把" not in clauses.words[clauses.first[index] : index]:
        return None
    marker = next((at for at in range(index - 2, clauses.first[index] - 1, -1) if clauses.word(at) == "把"), None)
    return marker if marker is not None and "V" not in clauses.kinds[marker + 2 : index] else None


def _denies_less(clauses: Clauses, negator: int, verb: int) -> bool:
    """Whether a word of denial denies only the word behind it: 不只是, 不自觉地, 不 那么 稳定 的; not 没有 有效地 V."""
    if clauses.kinds[negator] == "V" and clauses.word(negator + 1) in BESIDE and clauses.kinds[negator + 2] == "V":
        return True  # 拒绝 或 否定 A
    noun = next((at for at in range(negator, verb) if clauses.kinds[at] != "d"), negator)
    if clauses.word(negator - 1) in EITHER and clauses.word(negator - 2) == clauses.word(negator + 1):
        return True  # 自觉 或 不 自觉 地 V
    if _denies_attribute(clauses, negator, noun) or clauses.word(negator - 1) in NO_ONE:
        return True
    words = [clauses.word(at) for at in range(negator + 1, verb + 1)]
    bound = clauses.is_in(negator, "manner_denial") and "地" in words[1:3] and words[0] not in clauses.sets["fully"]
    bound = bound and clauses.word(negator - 1) not in ("并", "绝", "决")  # 并 不 必然 地 V
    if bound or words[0] not in clauses.rules.grammar.sets["not_only"]:
        return bound
    return BY_THIS_ALONE.search(clauses.sentence.text) is None  # not A 并非 仅仅 借助 B 就 能 V


def is_only_dealt_with(clauses: Clauses, above: int, index: int) -> bool:
    """Whether the deed is what somebody deals with, who does not do it: 行会 对 A 的 规定 加以 控制, 进行 V."""
    if not set(DONE_TO) & set(clauses.words[index + 1 : index + 2]) or clauses.kinds[index + 2 : index + 3] == ["D"]:
        return False
    doer = above - 1
    return doer >= clauses.first[above] and clauses.kinds[doer] in "NS" and clauses.governor(doer) is None
