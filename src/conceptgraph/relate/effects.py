"""What a verb states with what it takes, and what variables do: A 协调 B 与 C 的 冲突, A 解释 了 B 的 变异."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.senses import by_object, is_helped
from conceptgraph.relate.words import AND_THEN, MUTUAL


def stated_rule(clauses: Clauses, verb: int, rule: Rule) -> Rule:
    """Return the rule that a verb states with what it takes here, mostly its own.

    A 解释 了 B 的 变异 and A 能够 预测 B: influences; A 协调 B 与 C 的 冲突: negates; A 实现 了 对 B 的 V: that of V.
    """
    if clauses.is_in(verb, "two_senses"):
        return by_object(clauses, verb, rule)
    if rule.relation == "produces":
        return clauses.rule_of("促进", rule) if is_helped(clauses, verb) else rule
    if rule.relation in ("negates", "promotes"):
        if rule.relation == "promotes" and (deed := carried_out(clauses, verb)) is not None:
            told = (use.rule for use in clauses.uses_of_head(deed) if use.rule.frame == "verb")
            return next(told, clauses.rule_of("管理", rule))  # A 实现 了 对 B 的 V says A V B
        if rule.relation == "promotes" and _settles(clauses, verb):
            return clauses.rule_of("化解", rule)
        return clauses.rule_of("影响", rule) if _affected(clauses, verb) else rule
    if rule.relation != "acts_on":
        return rule
    explains = clauses.is_in_head(clauses.last[verb] - 1, "variance")
    tells = clauses.word(verb) == "预测" and verb > clauses.first[verb] and clauses.kinds[verb - 1] in "du"
    return clauses.rule_of("影响", rule) if explains or tells else rule


def carried_out(clauses: Clauses, verb: int) -> int | None:
    """Return 对 B 的 V of A 实现 (了) 对 B 的 V, which only says that A does it; None for other objects."""
    if not clauses.is_in(verb, "carrying_out"):
        return None
    toward = verb + 1 + (clauses.kinds[verb + 1 : verb + 2] == ["u"])
    led = clauses.kinds[toward : toward + 2] == ["P", "N"] and clauses.is_in(toward, "toward")
    return toward + 1 if led and len(clauses.parse.chunks[toward + 1].items[-1].parts) == 2 else None


def _settles(clauses: Clauses, verb: int) -> bool:
    """Whether a verb of bringing together takes what it puts an end to: 协调 A 与 B 的 冲突."""
    patient = clauses.object_at(verb) if clauses.is_in(verb, "settling") else None
    return patient is not None and clauses.head_word(patient)[-2:] in clauses.sets["clash"]


def tuned(clauses: Clauses, verb: int, rule: Rule) -> Ends:
    """Return B and C of A 调节 B 与 C 之间 的 关系, C of A 削弱 了 B 对 C 的 影响; nothing elsewhere."""
    patient = clauses.object_at(verb) if rule.relation in ("influences", "negates", "promotes") else None
    if patient is None:
        return ()
    return sides_of(clauses, patient) if clauses.word(verb).endswith("调节") else _affected(clauses, verb)


def sides_of(clauses: Clauses, noun: int) -> Ends:
    """Return C of B 对 C 的 影响, B and C of B 与 C (之间) 的 关系; nothing for other phrases."""
    if is_effect(clauses, noun):
        return clauses.attributes_of(noun)
    return clauses.members_of(noun) if clauses.is_in_head(noun, "relational_head") else ()


def tuned_subject(clauses: Clauses, marker: int) -> Ends:
    """Return the same of B 与 C 的 关系 受到 A 的 调节; nothing for other subjects."""
    told = clauses.before(marker)
    return sides_of(clauses, told) if told is not None and clauses.kinds[told] == "N" else ()


def tuned_slot(clauses: Clauses, token: int, marker: int) -> Ends:
    """Return the same of 对 B 与 C 的 关系 具有 调节 作用, where 调节 作用 is the token; nothing elsewhere.

    Also the head behind a clause that tells what is named: C of 用 A 命名 S V B 的 C.
    """
    if clauses.parse.tokens.words[token].startswith("命名"):
        verb = clauses.parse.chunk_of[token]
        closing = clauses.last[verb] - 1
        told = "V" in clauses.kinds[verb + 1 : closing] and clauses.kinds[closing] == "N"
        return clauses.head_of(closing) if told else ()
    if not clauses.parse.tokens.words[token].startswith("调节"):
        return ()
    noun = clauses.noun_between(marker, clauses.parse.chunk_of[token])
    return sides_of(clauses, noun) if noun is not None else ()


def is_effect_on(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase is headed by what is done to something: A 对 B 产生 的 间接 效应."""
    return "verb" in clauses.uses_of_head(index).frames or clauses.has_head_ending(index, "effect_ending")


def is_effect(clauses: Clauses, patient: int) -> bool:
    """Whether a noun phrase is the effect of one thing on another: (削弱 了) B 对 C 的 影响."""
    return clauses.is_deed_on(patient) and clauses.has_head_ending(patient, "effect_ending")


def _affected(clauses: Clauses, verb: int) -> Ends:
    """Return C of (A V 了) B 对 C 的 影响, on which A acts as well; nothing for other objects."""
    patient = clauses.object_at(verb)
    return clauses.attributes_of(patient) if patient is not None and is_effect(clauses, patient) else ()


def acting_between(clauses: Clauses, rule: Rule, token: int, at: dict[int, int]) -> Iterator[Claim]:
    """A 在 B 与 C (的 关系) 中 起 调节 作用: A acts on both; where it is a 中介, B acts on A, and A on C."""
    preposition, verb = clauses.parse.chunk_of[at[1]], clauses.parse.chunk_of[token]
    noun = clauses.noun_between(preposition, verb)
    if noun is None:
        return
    toward = clauses.governor(noun)
    meanwhile = clauses.kinds[preposition + 1 : preposition + 3] == ["N", "V"] and noun == preposition + 3
    if toward is not None and toward > preposition + 1 and clauses.is_in(toward, "toward"):
        sides = clauses.ends_of(toward - 1)[:1] + clauses.attributes_of(noun)[:1]  # 在 B 对 C 的 影响 中
    elif meanwhile:
        sides = clauses.ends_of(preposition + 1)[:1] + clauses.attributes_of(noun)[:1]  # 在 B 影响 C 的 过程 中
    else:
        sides = clauses.members_of(noun)
    if len(sides) != 2:
        return
    means = clauses.subject(preposition)
    role = clauses.parse.tokens.words[token : clauses.parse.chunks[clauses.last[verb] - 1].end]
    if any(word.startswith("中介") for word in role):
        yield Claim(rule, sides[:1], means, token)
        yield Claim(rule, means, sides[1:], token)
    elif meanwhile or clauses.is_in_head(noun, "relational_head"):
        yield Claim(rule, means, sides[1:] if meanwhile else sides, token)


def is_form_of(clauses: Clauses, index: int, head: int) -> bool:
    """Whether a head only says in which form, by what or that something is done: 权力 剥削 的 新 形态.

    A 相互 帮助 的 B does nothing to B, and A 不断 扩张 的 事实 nothing to a fact.
    """
    word, spreads = clauses.head_word(head)[-2:], clauses.is_in(index, "spreading")
    if clauses.words[index - 1] in MUTUAL or (spreads and clauses.is_in_head(head, "happening")):
        return True
    if clauses.kinds[index - 1] != "N" or clauses.is_in(index, "instrument"):
        return False  # not 士绅 采用 的 形式
    worth = word in ("价值", "功能", "意义") and "promotes" in clauses.uses_at(index).relations
    if worth and clauses.parse.tokens.words[clauses.parse.chunks[head].start].endswith("重"):
        return True  # 手艺 传承 的 双重 价值
    form = word in clauses.sets["form_head"]
    tool = word in clauses.sets["means_head"] and spreads
    made = not {"produces", "causes"}.isdisjoint(clauses.uses_at(index).relations)  # 商品 带来 的 样式
    done = "promotes" not in clauses.uses_at(index).relations or spreads
    return tool or (form and done and not made)


def is_judged(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase behind 对 is what somebody judges and does not do: 对 A 的 作用 表示 怀疑."""
    above = clauses.governor(index) if clauses.kinds[index] == "N" else None
    if above is None or not clauses.is_in(above, "toward"):
        return False
    told = clauses.after(index)
    return told is not None and clauses.kinds[told] == "V" and clauses.is_in(told, "judging_deed")


def tells_what_like(clauses: Clauses, index: int) -> bool:
    """Whether a verb behind another and a number only tells what a thing is like: 达到 一种 V 的 B."""
    at = index - 1
    while at > clauses.first[index] and clauses.kinds[at] in "daC":
        at -= 1
    produces = not clauses.uses_at(index).relations.isdisjoint(("produces", "promotes"))
    if (
        produces
        and clauses.head_word(index + 2)[-2:] in clauses.sets["built_way"]
        and not clauses.is_in(index, "serving")
    ):
        return True  # A 构建 的 路径
    undone = any(clauses.is_in(index - 1, name) for name in ("hardly_done", "only_then"))
    able = clauses.is_in(index - 1, "able") or undone
    above = clauses.governor(at) if undone and clauses.kinds[at] == "N" else None
    if _is_aimed(clauses, index) or (able and clauses.kinds[at if above is None else above] in "VuP"):
        return True  # 变成 了 可以 V 的 B, 是 (A) 难以 V 的 B, 是 通过 A 才能 V 的 B
    return at > clauses.first[index] and clauses.kinds[at] in "mr" and clauses.kinds[at - 1] in "Vu"


def correlates(clauses: Clauses, verb: int) -> bool:
    """Whether a verb only says that two things are correlated: A 与 B 呈 正相关."""
    behind = range(verb + 1, clauses.last[verb] if clauses.is_in(verb, "correlating") else verb)
    return any("相关" in clauses.word(at) for at in behind)


def is_of_deed(clauses: Clauses, weight: int) -> bool:
    """Whether 对 only belongs to what is said to matter: A 及其 对 B 的 影响，具有 意义; A 对 B 的 管理，具有 意义."""
    having = clauses.before(weight)
    noun = clauses.before(having) if having is not None else None
    toward = clauses.governor(noun) if noun is not None and clauses.kinds[noun] == "N" else None
    if noun is None or toward is None or toward == clauses.first[toward]:
        return False
    parted = clauses.words[noun + 1] in "，," and "acts_on" in clauses.uses_of_head(noun).relations
    return clauses.words[toward - 1] == "及其" or parted


def arisen(clauses: Clauses, verb: int) -> Ends:
    """Return A of 发生 了 A，使 B V and of S 存在 A，导致 B, which brings on what follows; nothing of a mere change."""
    came, lost = clauses.is_in(verb, "happened"), clauses.is_in(verb, "lacked")
    happened = clauses.object_at(verb) if came or lost or clauses.is_in(verb, "held_in") else None
    border = clauses.last[verb]
    if happened is None or happened + 1 != border or border + 1 >= len(clauses.kinds):
        return ()
    ahead = clauses.opening(border)
    if clauses.kinds[ahead : ahead + 1] != ["V"] or clauses.is_change(happened):
        return ()
    brings = "causes" in clauses.uses_at(ahead).relations if came else clauses.is_in(ahead, "bringing")
    if not brings:
        return ()
    return clauses.chunks_as_written(verb, happened, LONGEST) if lost else clauses.object_ends(verb)


def _is_aimed(clauses: Clauses, verb: int) -> bool:
    """Whether a verb behind 而 tells what is done for something: 为了 V A 而 V 的 H."""
    noun = clauses.before(verb) if clauses.words[verb - 1] == "而" else None
    above = clauses.governor(noun) if noun is not None else None
    return above is not None and clauses.kinds[above] == "V" and clauses.purpose(above) is not None


def yields_to_next(clauses: Clauses, index: int) -> bool:
    """Whether a verb only introduces another one with a cue of its own: 有助于 降低 X."""
    after = clauses.after(index)
    if after is None or clauses.kinds[after] != "V" or clauses.word(after - 1) in AND_THEN:
        return False  # 影响着 并 改变 了 A
    if clauses.is_in(after, "including") and "在内" in clauses.words[after : clauses.last[after]]:
        return False  # 记录 包括 A、B 在内 的 H
    patient, led = clauses.object_at(after), clauses.word(index)[-1]
    if patient is None or (clauses.is_place(patient) if led in "在于" else clauses.in_relative(after, patient)):
        return False  # 建立在 遵守 A 的 基础 上, 作出 [加强 A 的] 决定, not [着眼于 提高 A 的] 举措
    return clauses.has_frame(after, "verb", "result", "reverse")
