"""Reports: what a verb of speech, a view or a common opinion covers, and whose word it is."""

from __future__ import annotations

from dataclasses import replace

from conceptgraph.relate.books import book_at
from conceptgraph.relate.citations import tells_statement
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.denial import is_negated
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.speakers import (
    is_group_or_view,
    is_named_person,
    is_person,
    is_school,
    is_speaker,
    names_of,
    phrase_at,
    says_he,
    speakers_of,
    teller_before,
    told_by,
    told_thing,
)
from conceptgraph.relate.teachings import meant_by, thinker_told
from conceptgraph.relate.told_apart import taken_for
from conceptgraph.relate.upheld import chosen_by, put_forward_by, way_of
from conceptgraph.relate.voice import Scope, scope_from
from conceptgraph.relate.words import AND_THEN, REASONS

LIKE_THAT = ("那样", "那般")  # close 正如 甲 指出 的 那样
ONE_OF_TWO = ("前者", "后者", "双方")  # hold something that the author need not hold
PERHAPS = ("或", "或可", "或许", "也许", "似乎")  # 或可 认为 A V B
ALL_ALIKE = frozenset(["都", "均", "皆", "也"])
# not seen or not said: 甲 没有 看到 的 是，A V B
UNSEEN = ("看到", "注意到", "意识到", "认识到", "察觉到", "指出", "提到", "说明", "发现", "预见到", "料到")
AGREED = ("否认", "怀疑", "质疑", "反对")  # what nobody does where all agree


def speech_scope(clauses: Clauses, token: int, index: int) -> Scope | None:
    """Return what a verb of speech reports; nothing where the author speaks or only a noun phrase follows."""
    chunks = clauses.parse.chunks
    told = clauses.kinds[index + 2 : index + 4] == ["V", ","] and clauses.is_in(index + 2, "copula")
    told = told or (
        clauses.words[index + 2 : index + 3] == ["是"] and "V" in clauses.kinds[index + 3 : clauses.last[index]]
    )
    told = told or clauses.kinds[index + 2 : index + 3] == [","]
    told = told or (clauses.kinds[index + 2 : index + 4] == ["r", ","] and clauses.word(index + 2) in LIKE_THAT)
    if index + 1 < len(chunks) and chunks[index + 1].kind == "D" and not told:
        return None  # but 就 像 A 说 的，…; A 要 表明 的 是，…
    unseen = clauses.kinds[index + 1 : index + 3] == ["D", "V"] and is_negated(clauses, index)
    if unseen and clauses.word(index) in UNSEEN:
        return None  # 甲 没有 看到 的 是，A V B
    both = not ALL_ALIKE.isdisjoint(clauses.words[clauses.first[index] : index])
    if only_names(clauses, index) or (clauses.is_in(clauses.first[index], "whichever") and not both):
        return None  # 无论 人们 是否 承认，A V B; but 无论 甲 还是 乙 都 承认 A V B
    if clauses.words[index - 1] in ("不难", "用来", "用以", "借以"):
        return None  # 熟悉 A 的 人 都 不难 发现，B V C; A 是 甲 用来 描述 B 的 C
    before = told_by(clauses, index)
    if before is not None and clauses.word(index) in AGREED and is_negated(clauses, before):
        return None  # 没有 人 否认 A V B
    if before is not None and chunks[before].kind == "I":
        return replace(scope_from(clauses, token, None), common=True)
    unnamed = before is not None and clauses.kinds[before] == "N" and clauses.is_in_head(before, "others")
    if before is not None and (chunks[before].kind == "S" or unnamed) and not book_at(clauses, before):
        told = unnamed or clauses.is_in(before, "others")
        return (
            scope_from(clauses, token, phrase_at(clauses, before)) if told else _left_to_reader(clauses, token, index)
        )
    if _is_common(clauses, index, before):
        return replace(scope_from(clauses, token, None), common=True)  # 有人 认为, 一种 观点 认为
    speakers = dict.fromkeys(end.name for end in speakers_of(clauses, index))
    told = bool(speakers) or (before is not None and clauses.is_in(before, "personal_anaphor"))
    holder = "、".join(speakers) if told else _holder(clauses, index)
    if holder is None and before is not None and clauses.word(before) in ONE_OF_TWO:
        holder = "" if clauses.is_in(index, "holding") or clauses.is_in(index, "telling") else None
    if holder is None and clauses.is_in(index, "pretending"):
        border = clauses.last[index]
        end = chunks[border].start if border < len(chunks) else -1
        return Scope(None, clauses.parse.tokens.ends[token], clauses.parse.tokens.starts[end])  # 声称 A V B 的 C
    if holder is None:
        return _left_to_reader(clauses, token, index)
    scope = scope_from(clauses, token, holder or None)  # 他 认为, whoever that is
    if (thing := told_thing(clauses, index)) is not None:
        scope.end = min(scope.end, clauses.parse.tokens.ends[chunks[thing].end - 1])
    return scope


def _left_to_reader(clauses: Clauses, token: int, verb: int) -> Scope | None:
    """Return what the author only guesses, or denies in the next clause: 本文 推测，A V B; 没有 证据 表明，A V B."""
    scope = scope_from(clauses, token, None)
    if clauses.is_in(verb, "guessing") or any(word in PERHAPS for word in clauses.words_before(verb)):
        return replace(scope, modality="asked")
    border = clauses.last[verb]
    ahead = border == verb + 1 and border + 1 < len(clauses.kinds) and clauses.word(border) in "，,：:"
    if not ahead or not clauses.is_in(verb, "evidencing") or not is_negated(clauses, verb):
        return None
    stop = clauses.last[border + 1]
    end = clauses.parse.tokens.starts[clauses.parse.chunks[stop].start] if stop < len(clauses.kinds) else scope.end
    return replace(scope, modality="asserted", negated=True, end=min(scope.end, end))


def only_names(clauses: Clauses, verb: int) -> bool:
    """Whether a verb of speech takes a thing and no clause, or is only a means: 发现 A 的 地位，; 通过 揭示 A，V B."""
    stop = clauses.last[verb]
    rest = clauses.kinds[verb + 1 : stop]
    thing = bool(rest) and not clauses.is_in(verb, "holding") and not any(kind in "VPIBda" for kind in rest)
    listed = stop < len(clauses.kinds) and clauses.word(stop) in "：:"  # 提出 一个 方案：A V B
    being = stop + 1 < len(clauses.kinds) and clauses.kinds[stop + 1] == "V" and clauses.is_being(stop + 1)
    waits = being and clauses.word(stop) in "，," and clauses.is_in(verb, "saying_that")  # 甲 指出 A，是 B
    plain = thing and rest[-1] == "N" and not listed and not waits
    before = clauses.before(verb)
    means = before is not None and clauses.is_in(before, "leading_means") and clauses.kinds[before] == "P"
    held = not rest or (rest[-1] == "N" and clauses.is_in_head(stop - 1, "opinion"))
    held = held and not clauses.opens_report(verb) and not sets_out(clauses, verb)  # 批判 A V B 的 观点
    return plain or means or held  # 通过 揭示 A，V B, not 甲 通过 乙 发现 A V B


def _holder(clauses: Clauses, verb: int) -> str | None:
    """Return who holds something, though nobody knows that it is a person: 审稿人 V A，认为 B; None for the author."""
    holds = clauses.is_in(verb, "holding")
    said = sets_out(clauses, verb)
    tells = holds or said or clauses.is_in(verb, "telling") or _is_told_by_somebody(clauses, verb)
    if not tells or clauses.words[verb + 1 : verb + 2] in (["并"], ["和"], ["而"]):
        return None
    carried = clauses.local_subject(verb) is None
    teller = teller_before(clauses, verb) if carried else told_by(clauses, verb)
    if teller is None or clauses.kinds[teller] not in "NRS" or not (holds or _takes_clause(clauses, verb)):
        return None
    others = clauses.is_in(teller, "others") or clauses.is_in_head(teller, "others")
    if clauses.kinds[teller] == "S" or others:
        return phrase_at(clauses, teller) if others else None
    chunk = clauses.parse.chunks[teller]
    if says_he(clauses, chunk.start, chunk.end):
        return ""  # 他 的 思想 发生了 变化，认为 A
    if clauses.is_in_head(teller, "studying"):
        return None  # 研究 认为
    ends = clauses.ends_of(teller) if holds or clauses.kinds[teller] == "N" else ()
    known = tuple(end for end in (clauses.memory.first if carried else ends) if is_speaker(clauses, end))
    if carried and not holds:
        ends = ()  # 制度 V A，强调 B
    taught = (said or clauses.is_in(teller, "pointing")) and clauses.head_word(teller).endswith(
        (*clauses.rules.grammar.endings["doctrine_ending"], "书", "学派", "观", "思想", "命题")
    )
    return "、".join(end.name for end in known or ends) or ("" if taught else None)  # 该 学说 认为


def sets_out(clauses: Clauses, verb: int) -> bool:
    """Whether a verb that mostly takes a thing opens a clause behind a comma: 理论 阐明，A V B."""
    opens = clauses.word(verb) == "阐明" and clauses.kinds[verb - 1 : verb + 2] == ["N", "V", ","]
    return opens and clauses.word(verb + 1) in "，,：:"


def _is_told_by_somebody(clauses: Clauses, verb: int) -> bool:
    """Whether 说 or 称 has whoever speaks right before it: 商人 说 A V B, not 从 历史 上 说."""
    if not clauses.is_in(verb, "saying") or clauses.kinds[verb] != "V":
        return False
    before = clauses.before(verb)
    if before is None or clauses.kinds[before] != "N" or clauses.first[verb] != before:
        return False
    placed = clauses.parse.chunks[before].items[-1].local  # 本质 上 说
    return not placed and all(clauses.kinds[at] == "d" for at in range(before + 1, verb))


def _takes_clause(clauses: Clauses, verb: int) -> bool:
    """Whether a verb of speech is followed by a whole clause: 强调 A V B or 指出，A V B, not 强调 A 在 B 中 的 地位."""
    noun = clauses.after(verb)
    if noun is None:
        return clauses.last[verb] < len(clauses.kinds) and clauses.word(clauses.last[verb]) in "，,：:"
    if clauses.kinds[noun] not in "NR":
        return clauses.kinds[noun] == "P" or clauses.words[noun + 1 : noun + 2] == ["，"]  # 告诉 笔者，A V B
    told = clauses.after(noun)
    return told is not None and clauses.kinds[told] == "V" and clauses.kinds[told + 1 : told + 2] != ["D"]


def _is_common(clauses: Clauses, verb: int, before: int | None) -> bool:
    """Whether what follows is thought by nobody named and not by the author: 有人 认为, 通常 认为, 一种 观点 认为."""
    if any(clauses.kinds[at] == "S" and not clauses.is_in(at, "others") for at in range(clauses.first[verb], verb)):
        return False
    if _is_of_others(clauses, verb):
        return True
    if before is None or clauses.kinds[before] in "rm":
        sided = clauses.is_in(verb, "holding") or clauses.is_in(verb, "telling")  # 一种 认为, not 一种 表明
        row = range(clauses.first[verb], verb)
        return any(clauses.is_in(at, "somebody") or (sided and clauses.is_in(at, "sides")) for at in row)
    return clauses.is_in_head(before, "stance") or _is_common_account(clauses, before)


def _is_common_account(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase names what is commonly told: 传统 的 解释."""
    if not clauses.is_in_head(noun, "account"):
        return False
    tokens = clauses.parse.tokens
    opening = tokens.words[clauses.parse.chunks[clauses.first[noun]].start : clauses.parse.chunks[noun].end]
    return not clauses.sets["common"].isdisjoint(opening)


def _is_of_others(clauses: Clauses, verb: int) -> bool:
    """Whether other research than the author's tells something: 已有 研究 认为, 许多 研究 表明; not 研究 表明."""
    at = verb - 1
    while at > clauses.first[verb] and clauses.kinds[at] == "d":
        at -= 1
    tokens, chunks, sets = clauses.parse.tokens, clauses.parse.chunks, clauses.rules.grammar.sets
    if at < clauses.first[verb] or clauses.last_word(at) not in sets["research"]:
        return False
    told = tokens.words[chunks[clauses.first[verb]].start : chunks[at].end - 1]
    return not sets["other_research"].isdisjoint(told)


def stance_scope(clauses: Clauses, verb: int) -> Scope | None:
    """Return what a noun such as 看法 or 误解 holds: 流行 的 看法 是，A V B; 有 一种 误解，即 A V B."""
    stated = clauses.is_in(verb, "copula") and (
        clauses.kinds[verb + 1 : verb + 2] == [","] or tells_statement(clauses, verb)
    )
    if not stated and not clauses.is_in(verb, "apposition"):
        return None
    chunks, before = clauses.parse.chunks, clauses.before(verb)
    if clauses.is_in(verb, "apposition") and before is None:
        border = clauses.first[verb] - 1
        held = border > 0 and clauses.word(border) in "，,"
        held = held and (clauses.is_in_head(border - 1, "stance") or clauses.word(border - 1) in ("那样", "那般"))
        told = held and "S" not in clauses.kinds[clauses.first[border - 1] : border]
        stop = border if border > 0 and clauses.word(border) in "，," else verb
    else:
        told = stated and before is not None and clauses.kinds[before] == "N"
        told = told and before is not None and (_is_common(clauses, verb, before) or _is_doctrines(clauses, before))
        stop = verb if told else 0
    thinker = thinker_told(clauses, stop)
    if thinker is None and not told:
        return None
    scope = scope_from(clauses, chunks[verb].end - 1, thinker)
    end = clauses.last[verb]
    named = stop > 0 and clauses.kinds[clauses.first[stop - 1] : stop] == ["N"] and end < len(chunks) - 1
    if named and clauses.kinds[clauses.opening(end) :][:1] == ["V"]:  # 康德 的 观点，即 A V B，影响 了 C
        scope.end = min(scope.end, clauses.parse.tokens.starts[chunks[end].start])
    return scope


def whose_word(clauses: Clauses, index: int, claim: Claim) -> str | None:
    """Return whose a claim without a verb of speech is, an empty name for nobody named; None for the author."""
    if claim.rule.relation == "argues":
        return None
    holder = taken_by(clauses, index) if claim.rule.id != "is_a.take_as" else chosen_by(clauses, index)
    holder = put_forward_by(clauses, index, claim) if holder is None else holder
    holder = _taken_before(clauses, index) if holder is None else holder
    return meant_by(clauses, index, claim) if holder is None else holder


def _taken_before(clauses: Clauses, index: int) -> str | None:
    """Return the thinker or school that took one thing for another in the clause before: 因为 A V B, 是 C."""
    first = clauses.first[index]
    why = clauses.words[first] in REASONS
    if not why and not clauses.is_being(index):
        return None
    before = clauses.clause_before(first)
    taken = next((at for at in before if clauses.kinds[at] == "V" and clauses.is_in(at, "deeming")), None)
    marker = clauses.marker(taken) if taken is not None else None
    if taken is None or marker is None or clauses.kinds[marker] != "B" or not (why or taken_for(clauses, taken)):
        return None  # not A 被 看作 B，因为 C
    thinkers = (end for end in clauses.subject(marker) if is_named_person(clauses, end) or is_school(clauses, end.name))
    return names_of(thinkers) or None


def _is_doctrines(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase is the thought of a doctrine: 契约论 的 基本 思想."""
    items, words = clauses.parse.chunks[noun].items, clauses.parse.tokens.words
    thought = clauses.head_word(noun)[-2:] in clauses.sets["mindset"]
    owners = [words[stop - 1] for _, stop in items[-1].parts[:-1]] if thought else []
    return any(map(clauses.names_doctrine, owners))


def taken_by(clauses: Clauses, index: int) -> str | None:
    """Return who takes one thing for another in the clause of a claim: S 把 A 看作 B, A 被 S 看作 B; mostly None.

    Nobody is named (an empty name) where a view does, or people in general: 流行 的 观点 把 A 等同于 B, A 被 看作 B.
    """
    earlier = clauses.kinds[clauses.first[index] : index]
    if clauses.word(index).endswith("之为") and clauses.kinds[index] == "V":
        return names_of(_deemer(clauses, clauses.before(index))) or None
    apart = clauses.words[index] == "为" and clauses.kinds[index - 2 : index] in (["V", "N"], ["d", "N"])
    if apart and clauses.words[index - 2] + "为" in clauses.rules.grammar.sets["deeming"]:
        before = clauses.before(index - 2)  # 尼采 视 A 为 B
        return None if before is None or clauses.kinds[before] == "S" else names_of(_deemer(clauses, before))
    if "B" not in earlier and "I" not in earlier:
        return _seen_by(clauses, index)
    for verb in range(index, clauses.first[index], -1):
        if clauses.word(verb) in AND_THEN:
            return None  # S 把 A 看作 B 并 V C
        uses, deems = clauses.uses_at(verb), clauses.is_in(verb, "deeming")
        renamed = deems or "equals" in uses.relations or {"speech", "copula"} <= uses.frames  # 译为; 看作
        renamed = renamed or {"speech", "result"} <= uses.frames  # 还原为
        renamed = clauses.kinds[verb] == "V" and (renamed or clauses.is_in(verb, "made_more_of"))
        classed = clauses.kinds[verb] == "V" and clauses.word(verb).endswith("为") and "becomes" not in uses.relations
        marker = clauses.marker(verb) if renamed or classed else None
        if marker is not None and clauses.kinds[marker] == "B" and renamed:
            return _taker(clauses, verb, marker)
        since = range(clauses.first[verb], verb) if clauses.word(verb) == "作为" else ()
        deems = deems or any(clauses.is_in(at, "long_since") for at in since)
        if marker is not None and clauses.word(marker) == "被" and (deems or classed):
            held = _named_taker(clauses, verb, marker)
            return held if deems else held or None  # A 被 康德 归类为 B
    return None


def _seen_by(clauses: Clauses, index: int) -> str | None:
    """Return with whose eyes something is seen that the clause tells of: 朱熹 眼中 的 A 是 B; mostly None."""
    tokens, views = clauses.parse.tokens, clauses.rules.grammar.sets["viewpoint"]
    if views.isdisjoint(tokens.words):
        return None
    row = range(clauses.parse.chunks[clauses.first[index]].start + 1, clauses.parse.chunks[index].start - 1)
    seen = next((at for at in row if tokens.words[at] in views and tokens.kinds[at + 1] == "D"), None)
    return tokens.words[seen - 1] if seen is not None and tokens.kinds[seen - 1] == "N" else None


def set_apart_by(clauses: Clauses, verb: int) -> str | None:
    """Return who tells two things apart, an empty name for 他, None for the author: 甲 区分 了 A 和 B."""
    before = clauses.before(verb)
    if clauses.kinds[verb] != "V" or before is None or clauses.kinds[before] == "S":
        return None
    names = names_of(speakers_of(clauses, verb) or way_of(clauses, before))
    return names if names or clauses.is_in(before, "personal_anaphor") else None


def _taker(clauses: Clauses, verb: int, marker: int) -> str | None:
    """Return who takes what stands behind 把 for another thing."""
    before = clauses.before(marker)
    if before is not None and clauses.parse.tokens.words[clauses.parse.chunks[before].start] == "有人":
        return ""
    if before is not None and (clauses.kinds[before] == "S" or clauses.is_in_head(before, "others")):
        told = clauses.kinds[before] == "N" or clauses.is_in(before, "others")  # 许多人 把 A 看作 B
        return phrase_at(clauses, before) if told else None
    teller = teller_before(clauses, verb) if before is None else before  # 两种 观点 V A，都 把 B 看作 C
    if (before is None and _has_consequence(clauses, verb)) or (teller is not None and _holds_view(clauses, teller)):
        return ""
    if before is not None and clauses.word(before) == "在于":
        return names_of(end for end in clauses.attributes_of(before - 1) if is_person(clauses, end)) or None
    opening = range(clauses.first[marker], marker)
    speakers: list[Endpoint] = list(speakers_of(clauses, verb))
    speakers = speakers or [end for end in clauses.subject(marker) if is_group_or_view(clauses, end)]
    speakers = speakers or (_deemer(clauses, teller) if clauses.is_in(verb, "deeming") else [])
    if speakers or any(clauses.kinds[at] == "S" for at in opening):
        return names_of(speakers) or None
    return "" if any(clauses.kinds[at] == "N" and _holds_view(clauses, at) for at in opening) else None


def _holds_view(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase is a view, or a doctrine that is pointed to: 流行 的 观点, 这一 理论, 某些 理论."""
    told = clauses.is_in(noun, "pointing") or clauses.is_in(noun, "sides") or clauses.is_in(noun, "somebody")
    taught = told and clauses.is_in_any_head(noun, "mindset", "statement", "put_forward")
    system = clauses.has_head_ending(noun, "system_ending")  # not 许多 法律 体系
    taught = taught and (clauses.is_in(noun, "pointing") or not system)
    return taught or clauses.is_in_head(noun, "stance")


def _has_consequence(clauses: Clauses, verb: int) -> bool:
    """Whether a deed of nobody is told of, with what comes of it: 把 A 看作 B，便 V C; [把 A 看作 B 的] 观点 V C."""
    viewed = clauses.after(verb) or verb
    if clauses.kinds[viewed] == "N" and clauses.is_in_any_head(viewed, "stance", "statement", "opinion", "mindset"):
        return True
    ahead = clauses.verb_of_next(verb)
    opens = range(clauses.last[verb] + 1, ahead) if ahead is not None else ()
    so = any(clauses.is_in(at, "effect_opening") or clauses.is_in(at, "then") for at in opens)
    return so and all(clauses.kinds[at] in "du" for at in opens)


def _deemer(clauses: Clauses, before: int | None) -> list[Endpoint]:
    """Return who or what a noun phrase names that takes one thing for another: 县官 将 A 斥为 B, 甲 斥之为 B."""
    if before is None or clauses.kinds[before] != "N" or clauses.governor(before) is not None:
        return []
    return [] if clauses.is_in_head(before, "studying") else list(clauses.ends_of(before))  # not 一些 研究 将 A 视为 B


def _named_taker(clauses: Clauses, verb: int, marker: int) -> str | None:
    """Return who is named behind 被; an empty name for people in general; None where one may or should take it so."""
    noun = clauses.noun_between(marker, verb)
    if noun is not None:
        ends = (end for end in clauses.ends_of(noun) if is_speaker(clauses, end) or is_group_or_view(clauses, end))
        return names_of(ends) or None
    opening = range(clauses.first[marker], marker)
    return None if any(clauses.is_in(at, "advising") or clauses.kinds[at] == "S" for at in opening) else ""
