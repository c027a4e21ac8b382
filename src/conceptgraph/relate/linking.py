"""Frames over several words: written patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from conceptgraph.relate.becoming import (
    only_reaches,
    starts_at,
    turned_by_other,
)
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.doers import is_power_to
from conceptgraph.relate.effects import acting_between, is_judged, is_of_deed, tuned_slot
from conceptgraph.relate.explaining import due_head, explains
from conceptgraph.relate.grounds import held_by_bond, is_bond_of_deed
from conceptgraph.relate.memory import Effect, Ends
from conceptgraph.relate.origins import heads_way, tells_of_head
from conceptgraph.relate.purposes import is_put_to_use
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.slots import fill_slot

ALIKE = frozenset(["都", "皆", "均", "全都", "无不", "莫不", "无一", "处处"])  # say the same of all between two ends
ALSO = frozenset(["也", "又", "还", "更", "同时", "并", "但也", "却也"])  # add something to what was told


def read_pattern(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A row of words and slots, or the end of one that adds another effect to the one told before."""
    further = _further_effect(clauses, use.rule, index)
    if further is not None:
        yield Claim(use.rule, further.sources, further.targets, token)
    elif due := due_head(clauses, use.rule, index):
        yield Claim(use.rule, *due, token)
    elif not _is_its_view(clauses, use, index):
        yield from _read_row(clauses, use, token, index)


def _read_row(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A row of words and slots, found from its last word backwards inside a clause."""
    at = _row(clauses, use.rule, token, index)
    if not at or (clauses.parse.tokens.words[at[min(at)]] == "到" and starts_at(clauses, token)):
        return  # 从 A 到 B 的 转变
    if _comes_of_cause(use.rule) and _tells_of_nothing(clauses, clauses.parse.chunk_of[at[1]]):
        return
    chunk, opens = clauses.parse.chunk_of[token], clauses.parse.chunk_of[at[min(at)]]
    last = chunk + 1 if is_bond_of_deed(clauses, use.rule, chunk) else clauses.object_at(chunk)
    joined = use.rule.relation == "becomes" and clauses.parse.tokens.words[token] == "而"
    if joined and (last != chunk + 1 or clauses.last[chunk] != chunk + 2):
        return  # 由 A 而 产生 的 B
    held = held_by_bond(clauses, opens, last) if use.rule.id == "is_a.take_as" and last is not None else ()
    more = _takes_for(use.rule) and last and not held and _says_more(clauses, last)
    if _is_broken_off(clauses, use.rule, token) or more:
        return
    if use.rule.id == "influences.role_in" or (use.rule.id == "influences.role_of" and not _plays(clauses, chunk)):
        between = list(acting_between(clauses, use.rule, token, at))
        yield from between
        if between:
            return
    whole = use.rule.relation == "has_part"
    inner = use.rule.pattern[0] == "A" and _is_inner(clauses, clauses.parse.chunk_of[at[1]], token, opening=whole)
    turned = inner and use.rule.relation == "becomes"  # [向 B 转变 的] H: not told what turns to B
    entered = clauses.parse.tokens.words[token] in ("进入", "进入到") and clauses.local_subject(opens)
    if turned or entered or (use.rule.id == "becomes.toward" and turned_by_other(clauses, opens, token)):
        return  # A 从 B 进入 C; S 推动 了 从 A 向 B 的 转变
    if clauses.parse.tokens.words[token] == "到" and last is not None and _are_stations(clauses, token, last):
        return
    slots = {
        element: fill_slot(clauses, at.get(place - 1), at.get(place + 1), passing=use.rule.relation == "becomes")
        for place, element in enumerate(use.rule.pattern)
        if element in ("A", "B")
    }
    slots["B"] = tuned_slot(clauses, token, opens) or slots["B"]
    slots["A"] = _affecting(clauses, chunk, opens) or slots["A"]
    slots |= _taken_in_row(clauses, use.rule, opens, chunk)
    slots["A"] = _made_of(clauses, opens, chunk + 2) if inner and whole else slots["A"]
    slots["B"] = _turned(clauses, use.rule, token, opens, slots["B"])
    if clauses.carried and last is not None and clauses.is_in_head(last, "offer"):
        return  # 分析 了 A，为 B 提供 参考: the author does
    if not slots["A"] and use.rule.pattern[-1] == "A" and clauses.kinds[opens] == "P":
        slots["A"] = clauses.local_subject(opens) or ()  # A 以 B 为代表，…
    if held:
        yield Claim(clauses.rule_of("依赖", use.rule), held, slots["A"], token)
        return
    if use.rule.pattern[0] == "A" and slots["B"] and clauses.is_in(opens, "toward"):
        clauses.memory.effect = Effect(slots["A"], slots["B"], clauses.first[index])
        yield from _mediated(clauses, use.rule, slots, token, opens)
    by = clauses.parse.chunk_of[at[1]] if use.rule.relation == "causes" else opens  # 没有 因 A 而 V; 不 以 A 为 B
    yield Claim(use.rule, slots["A"], slots["B"], token, verb=by if use.rule.relation in ("causes", "is_a") else -1)


def _taken_in_row(clauses: Clauses, rule: Rule, opens: int, chunk: int) -> dict[str, Ends]:
    """Return the sides of one 为 of two: A and B, or C and D, of 以 A 为 B、C 为 D; nothing of another 为."""
    if rule.id != "is_a.take_as" or clauses.kinds[chunk + 1 : chunk + 2] != ["N"]:
        return {}
    if clauses.words[chunk + 2 : chunk + 3] == ["为"]:
        return {"B": clauses.name_all(clauses.parse.chunks[chunk + 1].items[:-1])}
    if "为" in clauses.words[opens + 1 : chunk] and clauses.kinds[chunk - 1] == "N":
        return {"A": clauses.name_all(clauses.parse.chunks[chunk - 1].items[-1:])}
    return {}


def _is_its_view(clauses: Clauses, use: CueUse, verb: int) -> bool:
    """Whether a thing pointed at thinks or does something about A, which serves B: 其 对于 A 的 理解 为 B 提供 C."""
    first = clauses.first[verb]
    opens = clauses.kinds[first : first + 4] == ["R", "P", "N", "P"] and clauses.is_in(first + 1, "toward")
    return opens and use.rule.pattern[0] == "A"


def _further_effect(clauses: Clauses, rule: Rule, index: int) -> Effect | None:
    """Return the effect told before, to which a clause adds another one: A 对 B 既 有 C，也 有 D; None elsewhere."""
    told, first, has = clauses.memory.effect, clauses.first[index], index - 1
    if told is None or len(rule.pattern) != 5 or has <= first - 1 or clauses.is_in(has, "toward"):
        return None
    cues, opens = clauses.parse.tokens.cues, has
    if not _is_word(rule, 3, cues.get(clauses.parse.chunks[has].start, ())):
        return None
    while opens > first and clauses.kinds[opens - 1] == "d":
        opens -= 1
    also = any(clauses.words[at] in ALSO for at in range(opens, has))
    same = told.clause == first and opens > first and clauses.kinds[opens - 1] == "N"  # 既 有 C 也 有 D
    behind = opens == first > 1 and clauses.words[first - 1] in "，," and clauses.first[first - 2] == told.clause
    return told if also and (same or behind) else None


def _plays(clauses: Clauses, index: int) -> bool:
    """Whether the verb of 在 B 中 起 A takes a noun phrase, and is read for itself."""
    above = clauses.governor(index)
    return above is not None and any(use.rule.id == "influences.role_in" for use in clauses.uses_at(above))


def _affecting(clauses: Clauses, effect: int, opens: int) -> Ends:
    """Return what the relative clause [对 B 产生 影响 的] A tells of, or of what it is said; nothing elsewhere."""
    verb = effect if clauses.kinds[effect] == "V" else clauses.governor(effect)
    taken = clauses.object_at(effect) if verb == effect else effect
    if verb is None or taken is None or not clauses.has_effect(verb, taken):
        return ()
    before = clauses.before(opens)
    if before is None or not clauses.has_frame(before, "copula"):
        return clauses.ends_of(taken) if before is None or clauses.kinds[before] == "V" else ()
    return clauses.subject(before)  # A 是 [对 B 产生 影响 的] C


def _made_of(clauses: Clauses, opens: int, head: int) -> Ends:
    """Return C of [由 B 构成 的] C, where `head` is C, and A of A 是 (一个) [由 B 构成 的] (C)."""
    named = head < clauses.last[opens] and clauses.kinds[head] == "N"
    being = clauses.before(opens)
    if being is not None and clauses.kinds[being] in "mr":
        being = clauses.before(being)
    if being is None or not clauses.is_being(being) or clauses.kinds[being - 1] == "D":
        return clauses.ends_of(head) if named else ()
    plain = not named or len(clauses.parse.chunks[head].items[-1].parts) == 1  # not A 是 由 B 构成 的 C 的 D
    return clauses.subject(being) if plain else ()


def _turned(clauses: Clauses, rule: Rule, token: int, opens: int, read: Ends) -> Ends:
    """Return what a row turns to, a head behind it: B of [从 A 分化 出来 的] B and of [从 A 走向 B 的] H."""
    verb = clauses.parse.chunk_of[token]
    if _turns_to_head(clauses, rule, verb, opens):
        return clauses.ends_of(verb + 2)
    last = clauses.object_at(verb) if rule.id == "becomes.from_to" else None
    led = clauses.parse.tokens.words[token] in ("到", "至", "向")
    if led and last is not None and clauses.is_in_head(last, "way_between"):
        return clauses.attributes_of(last) or read  # 从 A 到 B 的 桥梁
    headed = last is not None and (tells_of_head(clauses, last, opens, token) or heads_way(clauses, verb, last))
    return clauses.attributes_of(last) if last is not None and headed else read


def _turns_to_head(clauses: Clauses, rule: Rule, verb: int, opens: int) -> bool:
    """Whether what a row tells of is the head behind it: [从 A 分化 出来 的] B."""
    headed = rule.pattern[0] == "B" and clauses.kinds[verb + 1 : verb + 3] == ["D", "N"]
    return headed and rule.relation == "becomes" and clauses.local_subject(opens) is None


def _mediated(clauses: Clauses, rule: Rule, slots: Mapping[str, Ends], token: int, toward: int) -> Iterator[Claim]:
    """A 通过 M 对 B 产生 影响: A acts on M, and M on B; of M 与 N 的 链式 中介 作用 M on N as well."""
    through = clauses.governor(toward - 1) if clauses.kinds[toward - 1 : toward] == ["N"] else None
    means = clauses.instrument(toward) if through is not None else ()
    if through is None or means == slots["A"]:
        return
    tokens, chunks, affects = clauses.parse.tokens, clauses.parse.chunks, clauses.rule_of("影响", rule)
    by, end = chunks[through].start, chunks[toward].start
    yield Claim(affects, slots["A"], means, by)
    yield Claim(rule, means, slots["B"], token)
    if any(word.startswith("链式") for word in tokens.words[by:end]):
        for one, other in pairwise(means):
            yield Claim(affects, (one,), (other,), by)


def _is_broken_off(clauses: Clauses, rule: Rule, token: int) -> bool:
    """Whether the last word of a row is only part of something else, so that the row says nothing."""
    chunk, following = clauses.parse.chunk_of[token], clauses.parse.form[token + 1 : token + 2]
    if is_judged(clauses, chunk) or (rule.id == "becomes.from_to" and only_reaches(clauses, chunk)):
        return True  # A 对 B 的 作用 表示 怀疑
    if rule.id == "causes.because_of" and clauses.kinds[chunk + 1 : chunk + 4] == ["V", "D", "N"]:
        return not any(clauses.is_being(at) for at in range(clauses.first[chunk], chunk))  # [S 因 A 而 V 的] H
    placed = following == "f" or clauses.parse.tokens.words[token].startswith("影响")
    if rule.id == "influences.role_of" and placed:
        form = clauses.parse.form
        owned = clauses.kinds[chunk] == "N" and form[token - 1] in "DaC" and following not in "fN"
        return not owned or "f" not in form[clauses.parse.chunks[clauses.first[chunk]].start : token]  # 在 B 的 影响 下
    words = clauses.parse.tokens.words
    if words[token] == "角色" and (clauses.parse.form[token - 1] == "N" or words[token - 2][1:].endswith("性")):
        return True  # A 在 B 中 的 身份 角色, A 扮演 主导性 的 角色
    if rule.id == "depends_on.must_by":  # not A 必须 通过 V B 才能 成为 C
        return clauses.kinds[chunk + 1 : chunk + 2] != ["N"] or clauses.kinds[chunk + 2 : chunk + 3] == ["V"]
    if rule.id == "acts_on.used_for":
        return not is_put_to_use(clauses, chunk)
    if rule.id == "depends_on.thanks_to":
        noun = clauses.before(chunk)
        above = clauses.governor(noun) if noun is not None else None
        return above is None or clauses.kinds[above] != "V"  # A 是 通过 B 得以 V 的
    if rule.id == "promotes.matters_to":
        return is_of_deed(clauses, chunk)
    if rule.id == "is_a.take_as":
        if clauses.kinds[chunk + 1 : chunk + 3] == ["N", "V"] and clauses.role_headed(chunk + 1):
            return True  # 以 A 为 基础 V 的 C
        return clauses.kinds[chunk] == "P" or clauses.words[chunk - 1] == "来"  # 以 A 为 B 提供 C, 以 A 来 为 B V
    if rule.id == "has_part.is_given":
        taken = clauses.object_at(chunk)
        return following == "D" or taken is None or is_power_to(clauses, chunk, taken)  # 被 赋予 [约束 A 的] 权力
    if rule.id == "has_part.headed_by":
        return following == "C"  # 以 B 为主体、C 为 D 的 A
    if rule.id in ("has_part.is_put_into", "promotes.good_for"):
        weighs = following == "N" and clauses.parse.tokens.words[token].endswith("重要")  # A 对 B 的 C 的 重要 表现
        return following == "D" or weighs  # 被 A 纳入 的 B; 对 重要 的 B
    if rule.id == "causes.explained_by":
        return not explains(clauses, chunk)
    left = rule.id == "promotes.provide_for" and clauses.is_in_head(clauses.last[chunk] - 1, "burden")
    return left or (rule.id == "promotes.bring_good_to" and following in ("D", "N", "a"))  # 给 A 带来 希望 的 破灭


def _row(clauses: Clauses, rule: Rule, token: int, index: int) -> dict[int, int]:
    """Return the token of each word of a pattern by its place, the last at `token`; nothing where one is missing."""
    places = [place for place, element in enumerate(rule.pattern) if isinstance(element, tuple)]
    at, position, cues = {places[-1]: token}, token, clauses.parse.tokens.cues
    floor = clauses.parse.chunks[_first_step(clauses, index)].start
    for place in reversed(places[:-1]):
        position -= 1
        while position >= floor and not (position in cues and _is_word(rule, place, cues[position])):
            position -= 1
        if position < floor:
            return {}
        at[place] = position
    return at


def _first_step(clauses: Clauses, index: int) -> int:
    """Return where the clause of a chunk begins, or that of the first of a row of steps: 从 A 到 B，再 到 C."""
    first = clauses.first[index]
    if index != first + 1:
        return first
    while first > 1 and clauses.is_in(first, "next_step"):
        first = clauses.first[first - 2]
    return first


def _are_stations(clauses: Clauses, token: int, last: int) -> bool:
    """Whether 到 only names a span: 从 康德 到 黑格尔, 从 古希腊 到 A (a place or time before it), 从 城市 到 乡村."""
    persons, chunks, border = clauses.parse.tokens.persons, clauses.parse.chunks, clauses.last[last]
    ahead = clauses.words[last + 1 : last + 2] + clauses.words[border + 1 : border + 3]
    if clauses.parse.tokens.tags[token - 1] in ("ns", "t") or not ALIKE.isdisjoint(ahead):
        return True
    words, scope = clauses.parse.tokens.words, clauses.rules.grammar.sets["scope"]
    if _reaches_over(clauses, token):
        return True
    if clauses.sentence.kind != "title" and {words[token - 1], words[chunks[last].end - 1]} <= scope:
        return True  # 从 中央 到 地方
    return token - 1 in persons and not persons.isdisjoint(range(chunks[last].start, chunks[last].end))


def _reaches_over(clauses: Clauses, token: int) -> bool:
    """Whether 到 tells how far what is behind it reaches: 从 A 到 B 的 双重 变革, not 从 A 到 B 的 全面 转变."""
    tokens = clauses.parse.tokens
    for at in range(token + 2, tokens.clause_end(token) - 1):
        if tokens.kinds[at - 1] == "D" and tokens.words[at] in clauses.rules.grammar.sets["throughout"]:
            return tokens.words[at] == "双重" or not any(map(tokens.words[at + 1].startswith, clauses.sets["shifting"]))
    return False


def _is_inner(clauses: Clauses, preposition: int, token: int, *, opening: bool) -> bool:
    """Whether [向 B 转变 的] H or [由 B 构成 的] H stands behind a verb or a number, or is `opening` a clause."""
    verb = clauses.parse.chunk_of[token]
    if clauses.kinds[verb + 1 : verb + 2] != ["D"]:
        return False
    if preposition == clauses.first[preposition]:
        return opening and clauses.kinds[verb + 2 : verb + 3] == ["N"]
    return clauses.kinds[preposition - 1] in "Vumr"


def _comes_of_cause(rule: Rule) -> bool:
    """Whether a pattern begins with what comes of something: B 因 A 而 V, not A 以 B 为 代价."""
    return rule.relation == "causes" and rule.pattern[0] == "B"


def _tells_of_nothing(clauses: Clauses, by: int) -> bool:
    """Whether no clause tells what comes of a cause: 因 A 而 V，因 B 而 W; not C V D，又 因 A 而 W."""
    if clauses.local_subject(by) is not None:
        return False
    told = clauses.clause_before(by)
    return not clauses.goes_on(clauses.first[by]) or clauses.is_in(told.start, "reason")


def _takes_for(rule: Rule) -> bool:
    """Whether a pattern tells what a thing is or is taken for: 以 A 为 B; not 用 A 指称 B."""
    return rule.relation == "is_a" and rule.id != "is_a.stands_for"


def _says_more(clauses: Clauses, index: int) -> bool:
    """Whether the noun phrase behind 以 A 为 is a role, has an owner or only tells what it is taken for."""
    chunk, tokens = clauses.parse.chunks[index], clauses.parse.tokens
    start = chunk.start + 2 * (tokens.words[chunk.start : chunk.start + 2] == ["自己", "的"])  # 以 A 为 自己 的 B
    owned = "D" in tokens.kinds[start : chunk.end]
    return owned or clauses.role_headed(index) or clauses.is_in_head(index, "taken_only")


def _is_word(rule: Rule, place: int, uses: Sequence[CueUse]) -> bool:
    """Whether a cue with these uses is the word at `place` of the pattern of a rule."""
    return any(use.rule is rule and use.place == place for use in uses)
