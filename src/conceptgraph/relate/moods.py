"""Mood: what a sentence leaves open, because it only demands, tries, supposes or thinks possible what a claim says."""

from __future__ import annotations

import re
from functools import cache

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.conditions import lacked_by
from conceptgraph.relate.listing import gives_example
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.words import BECAUSE
from conceptgraph.relate.yet_to_come import comes_of_help, is_only_likely, is_proposed_use, is_yet_to_come

CONDITIONS = frozenset(["only_if", "lacking", "must", "the_more", "unless"])  # what holds under a condition
TENDING = ("倾向", "倾向于", "致力于")  # what the next clause says is no longer only a leaning or a pursuit
HOW = frozenset(["如何", "怎样", "怎么"])
UNSETTLED = re.compile(
    "[却则仍还尚也都均至今目前依然]{0,6}(?:[不未](?:十分|完全|够|甚|太)?(?:清楚|明确|明朗|清晰|明了|明$|确定|可知|得而知)"
    "|存在?(?:着|较大|很大|一定|较多)?的?(?:争议|争论|分歧|疑问|疑$)|具有[^，。；,;]{0,5}不确定性|有待|尚待|亟待|未知|存疑|[无没]有?定论|未有定论)"
)
EFFECTS = ("影响", "危害", "损害", "作用", "效应", "效果", "关系", "联系", "关联")
TURNS = frozenset(
    ["但", "但是", "然而", "不过", "却", "而", "因为", "由于", "这", "此", "其实", "事实上", "实则", "实际上"]
)
MAYBE = re.compile(
    "[，,]以|或可|可以是|可以?(?:运用|利用|借助|采用|通过)|为[^，。；,;]{4,}而|如(?:不|未|没有)|提出(?:在|通过|以|用)"
)
FOLLOWING = (*BECAUSE, "随着", "随")  # open a reason: 可能 因 A 而 V
LEADING = ("在", "通过", "以", "用")  # open how a deed is done: 要求 用 A 取代 B


def may_leave_open(clauses: Clauses) -> bool:
    """Whether a word of the sentence may leave open what it says: asked once, before any claim of it."""
    grammar, text = clauses.rules.grammar, clauses.sentence.text
    return (
        not _hedges(grammar).isdisjoint(clauses.parse.tokens.words)
        or MAYBE.search(text) is not None
        or _heads_left_open(grammar).search(text) is not None
    )


@cache
def _heads_left_open(grammar: Grammar) -> re.Pattern[str]:
    """Return what finds a word for something that need not be so: 目标, 前提."""
    words = grammar.sets["goal"] | grammar.sets["precondition"] | grammar.sets["need_head"]
    return re.compile("|".join(map(re.escape, sorted(words))))


@cache
def _hedges(grammar: Grammar) -> frozenset[str]:
    """Return the words that may leave open what a sentence says."""
    lists = (
        "left_open",
        "supposer",
        "unsure",
        "only",
        "demanding",
        "called_for",
        "still_to_do",
        "unreal_head",
        "helping",
        "without",
    )
    return HOW.union(*(grammar.sets[name] for name in lists))


def is_left_open(clauses: Clauses, claim: Claim, index: int, negated: bool) -> bool:
    """Whether what a claim of chunk `index` says is demanded, tried, supposed or thought possible, and not asserted.

    应 V, 必须 V, 试图 V, 可能 V, also over the clauses that go on with it (应 V A，从而 V B); 如果 A V B，C 就 V D.
    What is `negated` may still be supposed.
    """
    verb = index if claim.verb < 0 else claim.verb
    above = clauses.governor(verb) if clauses.kinds[verb] == "N" else None
    if above is not None and clauses.kinds[above] == "V" and clauses.words[above - 1] == "作为":
        above -= 1  # 必须 把 A 作为 [V B 的] 基础
    led = above is not None and clauses.is_in(above, "toward") and clauses.kinds[above - 1 : above] in (["V"], ["P"])
    if above is not None and (led or clauses.is_being(above) or _acts_lightly(clauses, above, claim)):
        verb = above - led  # 应当 成为 A 的 动力, 应当 对 A 产生 影响, 应当 加强 对 A 的 监管
    if claim.rule.frame == "reason" and is_only_likely(clauses, index):
        return True
    if clauses.kinds[verb] == "d" and "而" in clauses.words[verb : clauses.last[verb]]:
        verb = next((at for at in range(verb, clauses.last[verb]) if clauses.kinds[at] == "V"), verb)
    if claim.rule.frame in CONDITIONS or claim.rule.relation == "argues" or clauses.kinds[verb] not in "VPIBu":
        return False
    if is_yet_to_come(clauses, claim, verb) or _is_supposed(clauses, verb) or _is_only_then(clauses, claim, verb):
        return True
    if clauses.kinds[verb] == "V" and verb > clauses.first[verb] and _is_goal_of_somebody(clauses, verb):
        return True
    word = None if negated else _opener(clauses, verb) or _opener_of_made(clauses, verb)
    done = negated or (clauses.kinds[verb + 1 : verb + 2] == ["u"] and clauses.is_in(verb + 1, "aspect"))
    while word is None and not done and (verb_before := _goes_on_with(clauses, verb)) is not None:
        verb = verb_before
        row = range(clauses.first[verb - 1], verb) if clauses.kinds[verb] == "," else ()
        if any(clauses.kinds[at] == "d" and clauses.is_in(at, "demand") for at in row):
            return True  # 必须 结合 A，推动 B
        aims = clauses.word(verb) in ("在于", "是") and _tells_goal(clauses, verb)  # A 的 目的 在于 B，使 C V D
        word = clauses.word(verb) if aims or clauses.is_in(verb, "left_open") else _opener(clauses, verb)
        leads = next((at for at in range(clauses.first[verb], verb) if clauses.kinds[at] == "V"), None)
        ahead = _opener(clauses, leads) if leads is not None else None
        if is_proposed_use(clauses, verb) or comes_of_help(clauses, verb, index):
            return True  # 可以 运用 A 重构 B，形成 C; 有助于 A V B，使 C V D
        word = word or (None if ahead == "为了" and _goes_beyond(clauses, verb) else ahead)  # 要 V1 [V2 B 的] A，V3 C
        if word is None and not clauses.has_frame(index, "result", "copula"):
            word = next(iter(HOW & {clauses.word(clauses.first[verb])}), None)  # 如何 V1 A，从而 V2 B
    if word is None or (word in TENDING and verb not in (index, claim.verb)):
        return False
    judging = claim.rule.relation == "is_a" and clauses.is_in(index, "deeming")
    judging = judging or clauses.word(index)[:2] in ("归因", "归咎", "归功", "归结")
    judged = judging and word in clauses.rules.grammar.sets["demand"]  # 应 把 A 看作 B is what the author thinks
    needed = claim.rule.relation == "depends_on" and word in clauses.rules.grammar.sets["necessity"]
    needed = needed and "B" not in clauses.kinds[clauses.first[verb] : verb]  # not 必须 把 A 作为 B 的 基础
    needed = needed and not clauses.is_in(index, "obeying")  # not 必须 遵守 A
    bound = word in clauses.rules.grammar.sets["necessity"] and clauses.is_in(verb, "passive")  # 必须 受到 A 的 约束
    return not (judged or needed or bound)


def is_unsettled(clauses: Clauses, index: int) -> bool:
    """Whether a clause says of a noun phrase that it is not known or disputed: A 对 B 的 影响 尚 不 清楚, 有待 检验."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[index]
    if clauses.kinds[index] != "N" or not tokens.words[chunk.end - 1].endswith(EFFECTS):
        return False
    end = tokens.clause_end(chunk.start)
    if end == chunk.end:
        return False  # but 作用 机制 尚 不 清楚
    return UNSETTLED.match(clauses.sentence.text, tokens.ends[chunk.end - 1], tokens.ends[end - 1]) is not None


def _acts_lightly(clauses: Clauses, verb: int, claim: Claim) -> bool:
    """Whether a verb is empty, and its object tells what is done: 产生 影响, 受到 影响, no list in it."""
    told = claim.rule.relation not in ("has_part", "is_a")
    return clauses.is_in(verb, "light_verb") and (told or not clauses.is_in(verb, "passive"))


def _opener(clauses: Clauses, verb: int) -> str | None:
    """Return the word that leaves open what a verb says, before it past adverbs, phrases and other verbs of its row."""
    position, inner, crossed = verb - 1, _is_inner(clauses, verb), False
    while position >= clauses.first[verb]:
        kind = clauses.kinds[position]
        opens = kind in "dVP" or (kind == "N" and position == clauses.first[verb])  # 希望 用 A 引领 B
        opens = opens or clauses.word(position) == "要"
        if opens and (clauses.is_in(position, "left_open") or _is_perhaps(clauses, position)):
            if crossed and clauses.word(position) == "为了" and _goes_beyond(clauses, verb):
                return None
            if clauses.word(position) == "未尝" and clauses.is_in(position + 1, "negator"):
                return None  # 未尝 不 V A
            return None if _must_come(clauses, position) else clauses.word(position)
        if kind == "N" and clauses.kinds[position - 1] == "u" and clauses.is_in(position - 1, "taken_as"):
            position -= 2  # 必须 以 A 为 B，V C
            continue
        if clauses.kinds[position - 2 : position + 1] == ["d", "C", "N"]:
            position -= 2  # 应 与 A 相结合
            continue
        if kind in "NRS":
            above = clauses.governor(position)
            if above is None and clauses.words[position - 1] in FOLLOWING and position > clauses.first[verb]:
                position -= 2  # 可能 因 A 而 V
                continue
            if above is None or clauses.kinds[above] == "D":
                return None
            wanted = clauses.is_in(above, "left_open") or clauses.is_in(above, "demanding")
            wanted = wanted and not (clauses.kinds[above] == "V" and clauses.in_relative(above, position))
            if wanted and clauses.word(above) != "为了":
                return clauses.word(above)  # 希望 A V B, 要求 A V B，V C, not 为了 A 而 V B
            if clauses.kinds[above] == "V" and not inner and _tells_goal(clauses, above):
                return clauses.word(above)
            if clauses.kinds[above] == "V" and (inner or not _hands_on(clauses, above)):
                return None
            position, crossed = above, clauses.kinds[above] == "V"
        elif kind == "V" and not inner and (_tells_goal(clauses, position) or _wants_done(clauses, position, verb)):
            return clauses.word(position)
        elif kind == "D" or (kind == "V" and (inner or not _hands_on(clauses, position))):
            return None
        if inner and clauses.kinds[position] == "P" and clauses.kinds[position - 1] in "VP":
            return None
        position -= 1
    return None


def _opener_of_made(clauses: Clauses, verb: int) -> str | None:
    """Return the word that leaves open whether a thing is made of which a verb tells: 应 构建 [V A 的] B."""
    if not _is_inner(clauses, verb):
        return None
    made = (at for at in range(clauses.first[verb], verb) if clauses.kinds[at] == "V")
    taken = "B" in clauses.kinds[clauses.first[verb] : verb]  # 要 把 A 作为 [V B 的] C
    maker = next(
        (at for at in made if "produces" in clauses.uses_at(at).relations or (taken and clauses.word(at) == "作为")),
        None,
    )
    return None if maker is None else _opener(clauses, maker)


def _wants_done(clauses: Clauses, above: int, verb: int) -> bool:
    """Whether the verb `above` only wants done what a verb behind it says: A 要求 (必须) V B, A 提出 在 B 上 V C."""
    wants = clauses.is_in(above, "demanding") and clauses.word(verb) != "为"  # not 把 A 引导 为 B
    led = clauses.kinds[above + 1] == "P" and clauses.words[above + 1] in LEADING
    proposes = led and clauses.word(above) == "提出"
    return proposes or (wants and (led or set(clauses.kinds[above + 1 : verb]) <= {"d"}))


def _goes_beyond(clauses: Clauses, verb: int) -> bool:
    """Whether a verb behind 为了 V A tells what is done for that, and is no part of it: 为了 V A 压低 B，从而 V C."""
    border = clauses.last[verb]
    if border >= len(clauses.kinds) or clauses.kinds[border] == "." or clauses.word(border) in "；;":
        return True
    done = clauses.kinds[verb + 1] == "u" and clauses.is_in(verb + 1, "aspect")
    return done or (border + 1 < len(clauses.kinds) and clauses.is_in(border + 1, "outcome"))


def _is_inner(clauses: Clauses, verb: int) -> bool:
    """Whether a verb belongs to a noun phrase, so that what is demanded of another verb is not demanded of it."""
    if clauses.kinds[verb + 1 : verb + 2] == ["D"]:
        return True
    patient = clauses.object_at(verb)
    return patient is not None and clauses.in_relative(verb, patient)


def _is_perhaps(clauses: Clauses, index: int) -> bool:
    """Whether a chunk is 可 behind 或: A 或 可 V B."""
    return clauses.word(index) == "可" and index > clauses.first[index] and clauses.word(index - 1) == "或"


def _must_come(clauses: Clauses, index: int) -> bool:
    """Whether a chunk is 要 behind what makes it happen: A 必然 要 V B, A 不可避免 地 要 V B."""
    before = index - 1 - (clauses.word(index - 1) == "地")
    return before >= clauses.first[index] and clauses.word(index) == "要" and clauses.is_in(before, "inevitably")


def _tells_goal(clauses: Clauses, verb: int) -> bool:
    """Whether a verb says what the goal of something is, or what it waits for: A 的 目标 在于, A 的 前提 是."""
    if not clauses.has_frame(verb, "copula"):
        return False
    before = clauses.before(verb)
    if before is None or clauses.kinds[before] != "N":
        return False
    waits = clauses.head_word(before)[-2:] in clauses.rules.grammar.sets["precondition"]  # A 的 前提 是 B V C
    return waits or _is_goal(clauses, before)


def _is_goal_of_somebody(clauses: Clauses, verb: int) -> bool:
    """Whether a verb behind 以 tells what somebody is after: 以 V A (和 V B) 为 目标."""
    opens = verb - 1
    while clauses.kinds[opens] in "CNVa" and opens > clauses.first[verb]:
        opens -= 1
    if clauses.word(opens) != "以":
        return False
    goal = next((at for at in range(verb + 1, clauses.last[verb] - 1) if clauses.words[at] == "为"), None)
    return goal is not None and clauses.kinds[goal + 1] == "N" and _is_goal(clauses, goal + 1)


def _is_goal(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase is headed by 目标 or the like, also by 最终目标 as one word."""
    return clauses.head_word(noun)[-2:] in clauses.rules.grammar.sets["goal"] or clauses.is_in_head(noun, "goal")


def _hands_on(clauses: Clauses, verb: int) -> bool:
    """Whether what is demanded of a verb is demanded of the next one: 应 V A 来 V B, not 应 看到 A V B."""
    return not (clauses.opens_report(verb) or clauses.has_frame(verb, "copula"))


def _goes_on_with(clauses: Clauses, verb: int) -> int | None:
    """Return the last verb of the clause before, where the clause of a verb has no subject and goes on with it."""
    start = clauses.first[verb]
    opens = next((at for at in range(start, clauses.last[verb]) if clauses.kinds[at] not in "duC"), verb)
    if start > 2 and gives_example(clauses, clauses.first[start - 2]):
        start = clauses.first[start - 2]  # 要 V A，如 B，进而 V C
    if (
        start < 2
        or clauses.word(start - 1) not in "，,、；;－-"
        or not TURNS.isdisjoint(clauses.words[clauses.first[verb] :][:2])
    ):
        return None
    broken = clauses.kinds[start - 1] == "-"  # 改变 社会－政治 结构
    told = clauses.has_frame(verb, "copula") and clauses.kinds[opens] != "B"  # but 要 把 A 作为 B，把 C 作为 D
    if (clauses.kinds[opens] in "NRSrm" and not broken) or told:
        return None
    earlier = range(start - 2, clauses.first[start - 2] - 1, -1)
    acting = (at for at in earlier if clauses.kinds[at] == "V" and clauses.kinds[at + 1] != "D")
    return next(acting, start - 1)  # [甲 提出 的] A 试图 在 B 上，来 V C


def _is_supposed(clauses: Clauses, index: int) -> bool:
    """Whether a condition governs a chunk: its clause opens with 如果, or what follows from such a clause is told."""
    if any(_supposes(clauses, at) for at in range(clauses.first[index], index)):
        return True
    start = clauses.first[index]
    without = clauses.opening(start - 1)
    if without < index and lacked_by(clauses, without):
        return True  # 没有 B 的 A 只 是 C
    before = clauses.clause_before(start)
    if len(before) == 1 and clauses.is_in(before.start, "unsure"):
        return True  # 或许，A V B
    if before and "表面上" in clauses.words[before.start : before.stop]:
        return "N" not in clauses.kinds[before.start : before.stop]  # (从) 表面上 看，A V B
    only = _opens_condition(clauses, start) or any(clauses.is_in(at, "only") for at in range(start + 1, index))
    behind = clauses.last[index] if only and _is_inner(clauses, index) else index + 1  # 只有 [V A 的] 人 才 能 V B
    if only and any(
        clauses.is_in(at, "only_then") or clauses.word(at) == "才是" for at in range(behind, len(clauses.kinds))
    ):
        return True  # 只有 A V B，C 才 V D; A 只有 V B 才 能 V C
    while start > 1 and clauses.word(start - 1) in "，," and TURNS.isdisjoint(clauses.words[start : start + 1]):
        start = clauses.first[start - 2]
        for at in range(start, clauses.last[start]):
            if clauses.is_in(at, "hypothetical") and _supposes(clauses, at):
                return True
    return False


def _opens_condition(clauses: Clauses, start: int) -> bool:
    """Whether the clause from chunk `start` on opens with 只有, or goes on with what does: 只有 V A，V B，才 V C."""
    while start > 1 and not clauses.is_in(start, "only") and clauses.word(start - 1) in "，,":
        if clauses.kinds[start] in "NRS" or any(
            clauses.is_in(at, "only_then") for at in range(start, clauses.last[start])
        ):
            return False
        start = clauses.first[start - 2]
    return clauses.is_in(start, "only")


def _is_only_then(clauses: Clauses, claim: Claim, verb: int) -> bool:
    """Whether something is only done under a condition, which is not what does it: 只有 在 A 中，B 才 能 V C."""
    then = next((at for at in range(clauses.first[verb], verb) if clauses.is_in(at, "only_then")), None)
    if then is None and clauses.before(verb) is None:  # 只有 这样，B 才 能 V A，成为 C
        then = next((at for at in clauses.clause_before(verb) if clauses.is_in(at, "only_then")), None)
    only = None if then is None else next((at for at in range(then) if clauses.is_in(at, "only")), None)
    if only is None:
        return False
    starts, chunks, border = clauses.parse.tokens.starts, clauses.parse.chunks, clauses.last[only]
    start, stop = starts[chunks[only].start], starts[chunks[border].start] if border < len(chunks) else 0
    return any(end.start < start or (stop and end.start >= stop) for end in claim.sources)


def _supposes(clauses: Clauses, index: int) -> bool:
    """Whether a word opens a condition; 如果说, which only sets two things side by side, is another one."""
    unless = clauses.word(index) == "如" and clauses.is_in(index + 1, "negator")  # 如 不 V A, not 如 A
    opens = clauses.is_in(index, "supposer") or clauses.is_in(index, "unsure")
    return unless or (opens and clauses.kinds[index] in "dCPu")


def is_supposed_of_all(clauses: Clauses, verb: int) -> bool:
    """Whether a clause, or the one before, supposes what anybody may do and no one named does: 如果 失去 A，将 V B."""
    opens = (*range(clauses.first[verb], verb), *clauses.clause_before(verb)[:2])
    return any(clauses.is_in(at, "supposer") for at in opens)
