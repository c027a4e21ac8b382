"""What is still to do or only possible by what its clause says round it: called a task, helped, made possible."""

from __future__ import annotations

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses

BECOMING = ("成为", "成了", "构成")
POSSIBLE = ("可能", "或许", "也许", "恐怕")


def is_yet_to_come(clauses: Clauses, claim: Claim, verb: int) -> bool:
    """Whether what a verb says is called a task or a need, or is only helped, led to or made possible."""
    return (
        _is_for(clauses, verb)
        or _is_called_for(clauses, verb)
        or _is_called_need(clauses, verb)
        or (claim.rule.relation != "depends_on" and _is_called_task(clauses, verb))
        or _is_helped(clauses, claim, verb)
        or _shows_possible_way(clauses, verb)
        or (claim.rule.frame != "make" and _is_made_possible(clauses, verb))
        or (clauses.word(verb) == "是" and clauses.words[verb - 1] == "可以")  # A 可以 是 B
        or _follows_from_possible(clauses, verb)
        or is_proposed_use(clauses, verb)
        or (claim.rule.relation != "opposes" and _is_purpose(clauses, verb))  # not 以 区别于 A
        or (claim.rule.relation != "depends_on" and _is_wanted(clauses, claim, verb))
    )


def _is_wanted(clauses: Clauses, claim: Claim, verb: int) -> bool:
    """Whether a clause stands before a noun that says that it need not come about: B V C 的 要求."""
    if clauses.kinds[verb] != "V" or _is_done(clauses, verb):
        return False  # 解除 了 A 的 要求
    if any(clauses.is_being(at) or clauses.word(at) in BECOMING for at in range(clauses.first[verb], verb)):
        return False  # A 是 V B 的 前提
    nouns = (at for at in range(verb + 1, clauses.last[verb]) if clauses.is_in_head(at, "unreal_head"))
    noun = next(nouns, None)
    if noun is None or clauses.kinds[noun] != "N" or clauses.parse.chunks[noun].items[-1].local:
        return False  # 在 V A 的 前提 下
    head = clauses.parse.tokens.starts[clauses.parse.chunks[noun].start]
    return clauses.in_relative(verb, noun) and all(end.start < head for end in claim.sources)  # not V B 的 条件 is A


def _is_purpose(clauses: Clauses, verb: int) -> bool:
    """Whether the clause of a verb only tells what for the one before did something: 传播 A，以 获得 B.

    Not what somebody did by it or is known for: 以 促进 A 赢得了 B, 以 促进 A 闻名.
    """
    first, last = clauses.first[verb], clauses.last[verb]
    if clauses.kinds[verb] != "V" or not 0 < first < verb or clauses.words[first] != "以":
        return False
    alone = "V" not in clauses.kinds[verb + 1 : last] and {"为", "而"}.isdisjoint(clauses.words[verb:last])
    known = clauses.head_word(last - 1)[-2:] in clauses.sets["known_for"]
    led = clauses.word(first - 1) in "，," and all(clauses.kinds[at] == "d" for at in range(first + 1, verb))
    return led and alone and not known and not _is_done(clauses, verb)


def is_only_likely(clauses: Clauses, index: int) -> bool:
    """Whether what follows from a reason is only thought possible: 由于 A，B 很 可能 V C."""
    ahead = clauses.last[index] + 1
    clause = range(ahead, clauses.last[ahead]) if ahead < len(clauses.kinds) else range(0)
    verb = next((at for at in clause if clauses.kinds[at] == "V"), -1)  # not 控制 了 可能 V A 的 B
    return any(clauses.kinds[at] == "d" and clauses.word(at) in POSSIBLE for at in clause if at < verb)


def is_proposed_use(clauses: Clauses, verb: int) -> bool:
    """Whether a clause without a subject, of nothing that was told of, says what may be used: 可以 运用 A 重构 B."""
    first = clauses.first[verb]
    uses = first < verb and clauses.words[first] in ("可以", "可") and clauses.is_in(first + 1, "instrument")
    before = clauses.clause_before(first) if uses and first else range(0)
    led = bool(before) and before.start == 0 and clauses.kinds[0] == "P"  # 鉴于 A 所 V 的 B，可以 运用 C
    return uses and (led or "V" not in clauses.kinds[:first])


def _follows_from_possible(clauses: Clauses, verb: int) -> bool:
    """Whether 这 opens a clause and stands for what the one before only thinks possible: A 可能 V B，这 V C."""
    first = clauses.first[verb]
    told = clauses.is_in(first, "near_anaphor") and clauses.kinds[first] == "R" and first > 1
    before = clauses.clause_before(verb) if told and clauses.word(first - 1) in "，," else ()
    return any(clauses.kinds[at] == "d" and clauses.word(at) in POSSIBLE for at in before)


def _is_for(clauses: Clauses, verb: int) -> bool:
    """Whether a verb tells for what the clause says that something is done: 为 V A 且 V B 而 V C."""
    opens = next((at for at in range(clauses.first[verb], verb) if clauses.words[at] == "为"), None)
    led = opens is not None and clauses.kinds[opens] == "P" and "所" not in clauses.words[opens:verb]
    return led and "而" in clauses.words[verb + 1 : clauses.last[verb]]


def _is_made_possible(clauses: Clauses, verb: int) -> bool:
    """Whether the clause of a verb says that something makes it possible: 使得 V A 变得 可能, 使 B V C 成为 可能."""
    end = clauses.last[verb] - 1
    made = any(clauses.is_in(at, "causative") for at in range(clauses.first[verb], verb))
    return made and clauses.words[end] in POSSIBLE and clauses.word(end - 1) in ("变得", "成为") and end - 1 != verb


def _is_called_for(clauses: Clauses, verb: int) -> bool:
    """Whether the clause of a verb ends in a word that what it says is still to do: 把 A 作为 B 十分 必要."""
    called_for = clauses.rules.grammar.sets["called_for"]
    return not called_for.isdisjoint(clauses.words[verb + 1 : clauses.last[verb]])


def _is_called_task(clauses: Clauses, verb: int) -> bool:
    """Whether a clause behind that of a verb calls a deed of nobody a task: V A，以 B V C，成为 D 的 任务."""
    if _is_done(clauses, verb) or not _tells_only_deed(clauses, verb) or _has_doer_before(clauses, verb):
        return False
    first = clauses.first[verb]
    if clauses.kinds[first] == "P" and clauses.words[first] != "以" and clauses.local_subject(verb) is not None:
        return False  # 在 A 的 推动 下 B V C，成为 D 的 选择
    ahead = clauses.opening(clauses.last[verb])
    while ahead < len(clauses.kinds) and clauses.kinds[ahead] != "V" and _tells_only_deed(clauses, ahead):
        ahead = clauses.opening(clauses.last[ahead])
    if ahead >= len(clauses.kinds) or not (clauses.word(ahead) in BECOMING or clauses.has_frame(ahead, "copula")):
        return False
    task = clauses.last[ahead] - 1
    return clauses.is_in_head(task, "still_to_do") or clauses.head_word(task)[-2:] in clauses.sets["still_to_do"]


def _is_called_need(clauses: Clauses, verb: int) -> bool:
    """Whether the clause of a verb says of what it tells that it is a need: 将 A 纳入 B 是 C 的 迫切 需要."""
    need = clauses.last[verb] - 1
    being = next((at for at in range(verb + 1, need) if clauses.kinds[at] == "V" and clauses.is_being(at)), None)
    if being is None or clauses.kinds[need] != "N" or _is_done(clauses, verb) or not _tells_only_deed(clauses, verb):
        return False
    inner = clauses.kinds[verb + 1] == "N" and clauses.in_relative(verb, verb + 1)  # 推动 A 的 B 是 C 的 需要
    return clauses.head_word(need)[-2:] in clauses.sets["need_head"] and not inner


def _is_done(clauses: Clauses, verb: int) -> bool:
    """Whether a verb tells of a deed that is done: 促进 了 A."""
    return clauses.kinds[verb + 1 : verb + 2] == ["u"] or clauses.word(verb).endswith("了")


def comes_of_help(clauses: Clauses, verb: int, index: int) -> bool:
    """Whether a clause with 使 or 把 tells what comes of it that the one of a verb helps: 有助于 A V B，使 C V D."""
    opens = clauses.first[index]
    told = clauses.kinds[opens] == "B" or clauses.is_in(opens, "causative")
    return told and _helper(clauses, verb) is not None


def _helper(clauses: Clauses, verb: int) -> int | None:
    """Return what in the clause of a verb helps somebody: 有助于 in A 有助于 B V C."""
    helper = next((at for at in range(clauses.first[verb], verb) if clauses.is_in(at, "helping")), None)
    return helper if helper is not None and clauses.kinds[helper + 1] == "N" else None


def _is_helped(clauses: Clauses, claim: Claim, verb: int) -> bool:
    """Whether somebody is only helped to do what a claim says: A 有助于 B V C, of B and C."""
    helper = _helper(clauses, verb)
    if helper is None or clauses.in_relative(helper, helper + 1):
        return False  # 有利于 A 的 B V C
    behind = clauses.parse.tokens.starts[clauses.parse.chunks[helper + 1].start]
    here = [end for end in claim.sources if end.sentence == clauses.here]
    return bool(here) and all(behind <= end.start for end in here)


def _shows_possible_way(clauses: Clauses, verb: int) -> bool:
    """Whether the clause of a verb closes with a way that may lead there: 为 克服 A 提供 了 一种 可能 的 路径."""
    way = clauses.last[verb] - 1
    if way <= verb or "为" not in clauses.words[clauses.first[verb] : verb] or clauses.kinds[way] != "N":
        return False
    tokens, chunks = clauses.parse.tokens, clauses.parse.chunks
    row = range(chunks[verb].end, chunks[way].end - 1)
    may_be = any(tokens.words[at] == "可能" and tokens.words[at - 1] != "不" for at in row)
    return may_be and clauses.is_in_any_head(way, "way_head", "put_forward")


def _tells_only_deed(clauses: Clauses, index: int) -> bool:
    """Whether a clause names a deed and nobody who does it: 以 礼俗 引领 风气."""
    start = clauses.first[index]
    return clauses.kinds[start] in "VPB" or (clauses.kinds[start] == "d" and clauses.kinds[start + 1] == "V")


def _has_doer_before(clauses: Clauses, verb: int) -> bool:
    """Whether the clause before opens with who does it: A 传入 B，影响 C，成为 D 的 必然选择."""
    before = clauses.clause_before(clauses.first[verb])
    while before and clauses.kinds[before.start] not in "NRS":
        before = clauses.clause_before(before.start)
    return bool(before)
