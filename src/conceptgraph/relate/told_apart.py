"""Frames of two things that somebody tells apart, takes together or for each other: 区分 A 与 B, 把 A 看作 B."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.listed_sides import are_two_couples, is_one_with_many
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import CueUse


def read_apart(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """V A 与 B; 把 A 与 B V: the two are told apart, or taken for one."""
    if clauses.kinds[index] != "V":
        return
    ends, patient = clauses.object_ends(index), clauses.object_at(index)
    mutual = patient is not None and "mutual" in clauses.uses_of_head(patient).frames
    if patient is not None and (mutual or (len(ends) == 1 and clauses.is_in_head(patient, "relational_head"))):
        ends = clauses.attributes_of(patient) if mutual else clauses.members_of(patient)  # 割裂 A 与 B 的 联系
    if not ends and clauses.marker(index) is not None:
        ends = clauses.theme(index)
    left = next((at for at in range(index - 1, clauses.first[index], -1) if clauses.words[at] == "从"), None)
    noun = clauses.noun_between(left, index) if left is not None else None
    if noun is not None and left is not None:
        for one in clauses.theme(left):
            yield from (Claim(use.rule, (one,), (other,), token) for other in clauses.ends_of(noun))
        return  # (把) A 从 B 中 分离 出来
    if len(ends) > 2 and patient is None and use.rule.relation == "influences" and is_one_with_many(clauses, index):
        yield Claim(use.rule, ends[:1], ends[1:], token)  # 把 A 与 B、C 和 D 联结 起来
    elif len(ends) == 2 or use.rule.relation == "influences":
        for one, other in pairwise(ends):
            yield Claim(use.rule, (one,), (other,), token)  # 把 A、B 与 C 联结 起来
    elif len(ends) == 4 and patient is not None and are_two_couples(clauses, patient):
        yield Claim(use.rule, ends[::2], ends[1::2], token, paired=True)  # 区分 A 与 B、C 与 D


def read_rather(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """… 不是 A 的 C，V B 的 C: what the same word is not said of and what it is said of are set against each other."""
    border = clauses.first[index] - 1
    stated, denied = clauses.object_at(index), border - 1
    if stated is None or denied < 0 or clauses.kinds[denied] != "N" or clauses.word(border) not in "，,；;":
        return
    above = clauses.governor(denied)
    alike = clauses.head_word(stated) == clauses.head_word(denied)
    alike = alike and len(clauses.parse.chunks[stated].items) == 1  # not A 与 B 之 争
    if alike and above is not None and clauses.is_in(above, "negator"):
        yield Claim(use.rule, clauses.attributes_of(denied), clauses.attributes_of(stated), token)
    elif above is not None and clauses.is_in(above, "negator") and _is_headless(clauses, above):
        yield Claim(use.rule, clauses.ends_of(denied), clauses.ends_of(stated), token)  # S V 的 不是 A，而是 B


def _is_headless(clauses: Clauses, copula: int) -> bool:
    """Whether a verb of being tells what 的 without a noun stands for: 缺少 的 不是 A; V B 的，不是 A."""
    before = clauses.before(copula)
    earlier = clauses.clause_before(copula)
    if clauses.word(copula).startswith("指的"):
        return True  # 指的不是 A，而是 B
    return clauses.kinds[before] == "D" if before is not None else bool(earlier) and clauses.kinds[earlier[-1]] == "D"


def taken_for(clauses: Clauses, verb: int) -> Ends:
    """Return what somebody takes for another thing, where the next clause says what it is: 尼采 把 A 看作 B，是 C."""
    marker = clauses.marker(verb) if clauses.kinds[verb] == "V" and clauses.is_in(verb, "deeming") else None
    ahead = clauses.opening(clauses.last[verb])
    if marker is None or clauses.kinds[marker] != "B" or ahead + 1 >= len(clauses.kinds):
        return ()
    told = clauses.words[ahead] == "是" and clauses.is_in_head(clauses.last[ahead] - 1, "embodying")
    thing = clauses.kinds[ahead + 1] in "Nmr" and "V" not in clauses.kinds[ahead + 1 : clauses.last[ahead]]
    told = told or (clauses.words[ahead] == "而是" and thing)  # 把 A 看作 不是 B 的，而是 C
    own = clauses.words[ahead] == "其" and clauses.word(ahead + 1)[:2] in clauses.sets["inmost"]
    if not (told or own):
        return ()  # not 荀子 把 A 看作 B，是 儒家 的 代表
    taken = clauses.noun_between(marker, verb)
    return clauses.ends_of(taken) if taken is not None else ()


def is_resultative(clauses: Clauses, index: int) -> bool:
    """Whether a verb says what its object becomes or is taken for: 划分为, 称作."""
    return clauses.last_word(index).endswith(("为", "成", "作", "做", "在", "于"))
