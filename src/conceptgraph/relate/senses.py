"""Verbs of two senses: 拥有 土地 and 拥有 权利, 取得 地位 and 取得 成果, 意味着 一种 A and 意味着 A 的 衰落, 建立 A and
为 建立 A 提供 B.
"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.speakers import is_group, is_person

ONE_KIND = ("一种", "某种", "一个", "一项")


def by_object(clauses: Clauses, verb: int, rule: Rule) -> Rule:
    """Return the rule of 具有 for a trait of its owner, 包含 for what is in it, 是 for 意味着 一种 A, else `rule`."""
    if clauses.words[verb] == "存在于":
        return clauses.rule_of("包含", rule)
    owned = clauses.kinds[verb + 1 : verb + 3] == ["D", "N"]  # A 所 拥有 的 B
    patient = verb + 2 if owned else clauses.object_at(verb)
    if patient is None:
        return rule
    if clauses.words[verb] == "意味着":
        return clauses.rule_of("是", rule) if _is_kind(clauses, verb, patient) else rule
    if clauses.is_in(verb, "obtaining"):
        return _of_gaining(clauses, verb, patient, rule)
    return clauses.rule_of("具有", rule) if _is_trait(clauses, verb, patient) else rule


def _of_gaining(clauses: Clauses, verb: int, patient: int, rule: Rule) -> Rule:
    """Return the rule of 具有 for a trait that is gained, that of 创造 for what is achieved, else `rule`: 取得 土地."""
    means = clauses.instrument(verb)
    if clauses.head_word(patient)[-2:] in clauses.sets["achieved"] or (means and means == clauses.local_subject(verb)):
        return clauses.rule_of("创造", rule)  # also 通过 A 获得 B
    word, traits = clauses.head_word(patient), clauses.rules.grammar.endings["trait_ending"]
    trait = (word.endswith(traits) or word[-1:] == "性") and not word.endswith(("权", "权利", "权力"))
    trait = trait or word[-2:] in clauses.sets["gained"]
    if not trait:
        return rule
    return clauses.rule_of("创造" if means else "具有", rule)  # 用 A 能 获得 稳定性


def gained_by(clauses: Clauses, rule: Rule, token: int, verb: int, sides: tuple[Ends, Ends]) -> Iterator[Claim]:
    """A 使 人 获得 B; 人 通过 A 获得 B: A brings it about."""
    if rule.relation not in ("acts_on", "has_part") or not clauses.is_in(verb, "gaining"):
        return
    gainers, gain = sides
    means = clauses.instrument(verb) if gainers else ()
    yield Claim(clauses.rule_of("产生", rule), clauses.causer(verb) or (() if means == gainers else means), gain, token)


def _is_kind(clauses: Clauses, verb: int, patient: int) -> bool:
    """Whether a verb takes one of a kind of thing, not something that happens: 意味着 一种 承诺."""
    heads = ("happening", "change", "loss_head", "event_head", "state_head")
    return (
        clauses.words[verb + 1] in ONE_KIND
        and patient + 1 == clauses.last[verb]
        and not clauses.is_change(patient)
        and not clauses.is_in_any_head(patient, *heads)
        and not clauses.uses_of_head(patient)
    )


def _is_trait(clauses: Clauses, verb: int, patient: int) -> bool:
    """Whether what is had is no property that somebody holds: 道德 拥有 A, 村民 拥有 权利; not 村民 拥有 土地."""
    names = (clauses.head_word(patient), *(end.name for end in clauses.attributes_of(patient)[-1:]))
    traits = clauses.rules.grammar.endings["trait_ending"]
    if any(name.endswith(traits) for name in names):  # also S V [A 拥有 权利 的] H
        return True
    owners = clauses.subject(verb)
    return bool(owners) and not any(is_group(clauses, end) or is_person(clauses, end) for end in owners)


def is_helped(clauses: Clauses, verb: int) -> bool:
    """Whether something is provided for what a verb says, which is so far only wanted: S 为 建立 A 提供 B."""
    above = clauses.purpose(_first_of_row(clauses, verb), ("为",)) if clauses.kinds[verb] == "V" else None
    if above is None or clauses.does_behind(above, verb):
        return False
    serving, later = clauses.sets["serving"], clauses.words[verb + 1 : clauses.last[verb]]
    return any(word.removesuffix("了") in serving for word in later)


def _first_of_row(clauses: Clauses, verb: int) -> int:
    """Return the first verb of a row with an object each: 为 改善 A、建立 B 提供 C."""
    while (
        verb - 3 >= clauses.first[verb]
        and clauses.words[verb - 1] in ("、", "和")
        and clauses.kinds[verb - 3 : verb - 1] == ["V", "N"]
    ):
        verb -= 3
    return verb
