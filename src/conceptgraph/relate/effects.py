"""What variables do: A 解释 了 B 的 变异, A 调节 B 与 C 的 关系, A 削弱 了 B 对 C 的 影响."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule

EFFECT = ("影响", "作用", "效应")


def statistical(clauses: Clauses, verb: int, rule: Rule) -> Rule:
    """Return the rule of what variables do: A 解释 了 B 的 变异, A 能够 预测 B; others as they are."""
    if rule.relation in ("negates", "promotes"):
        return clauses.rule_of("影响", rule) if _affected(clauses, verb) else rule
    if rule.relation != "acts_on":
        return rule
    explains = clauses.is_in_head(clauses.last[verb] - 1, "variance")
    tells = clauses.word(verb) == "预测" and verb > clauses.first[verb] and clauses.kinds[verb - 1] in "du"
    return clauses.rule_of("影响", rule) if explains or tells else rule


def tuned(clauses: Clauses, verb: int, rule: Rule) -> Ends:
    """Return B and C of A 调节 B 与 C 之间 的 关系, C of A 削弱 了 B 对 C 的 影响; nothing elsewhere."""
    affected = _affected(clauses, verb) if rule.relation in ("influences", "negates", "promotes") else ()
    patient = clauses.object_at(verb) if clauses.word(verb).endswith("调节") else None
    if affected or patient is None or not clauses.is_in_head(patient, "relational_head"):
        return affected
    sides = clauses.members_of(patient)
    return sides if len(sides) == 2 else ()


def is_effect(clauses: Clauses, patient: int) -> bool:
    """Whether a noun phrase is the effect of one thing on another: (削弱 了) B 对 C 的 影响."""
    return clauses.is_deed_on(patient) and clauses.head_word(patient).endswith(EFFECT)


def _affected(clauses: Clauses, verb: int) -> Ends:
    """Return C of (A V 了) B 对 C 的 影响, on which A acts as well; nothing for other objects."""
    patient = clauses.object_at(verb)
    return clauses.attributes_of(patient) if patient is not None and is_effect(clauses, patient) else ()
