"""What somebody upholds, sets forth or gives a thing to mean, and so is his word: 康德 展现 了 [A V B 的] 过程."""

from __future__ import annotations

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.denial import is_negated
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.speakers import is_school, is_speaker, named_in, names_of, thinkers_in
from conceptgraph.relate.teachings import THAT_IS

AND_SO = ("并", "来", "以", "从而", "进而", "而")  # behind them somebody does something else
BY_WHAT = frozenset(["以", "用"])  # before what somebody does something with


def put_forward_by(clauses: Clauses, index: int, claim: Claim) -> str | None:
    """Return who puts forward the thing that a claim only tells of: 康德 提出 A 与 B 的 区分; mostly None.

    Nobody is named (an empty name) where he is against it: 康德 反对 A 与 B 的 对立.
    """
    about = clauses.about_of(index)
    if about is not None:
        before = clauses.before(about)
        told = before is not None and clauses.kinds[before] == "N"
        return names_of(thinkers_in(clauses, clauses.ends_of(before))) if before is not None and told else ""
    opens = clauses.first[index]
    if clauses.words[opens] in THAT_IS and clauses.clause_before(opens):
        opens = clauses.clause_before(opens).start  # 康德 要求 人们 V A，即 V B
    for at in range(opens, index + 1):
        if clauses.kinds[at] == "V" and clauses.kinds[at + 1 : at + 2] != ["D"] and _upholds(clauses, at, index):
            if at == index and (claim.rule.relation == "acts_on" or BY_WHAT.isdisjoint(clauses.words[opens:index])):
                continue  # but 康德 以 A 来 批判 B
            if not clauses.is_in(at, "demanding") and _does_next(clauses, at, index, claim):
                return None
            own = _upholder(clauses, at, index)
            against = clauses.is_in(at, "against") and at < index
        elif clauses.words[at] == "以" and _takes_for(clauses, at, index, claim):
            if (viewed := _whose_view(clauses, index)) is not None:
                return viewed  # 以 A 为 B 是 康德 的 主张
            own, against = _upholder(clauses, at, index), False  # 康德 以 A 为 B 的 基础
        else:
            continue
        told = bool(own) and all(end not in own for end in claim.sources + claim.targets)
        return ("" if against else names_of(own)) if told else None
    return _whose_view(clauses, index)


def _upholds(clauses: Clauses, at: int, index: int) -> bool:
    """Whether a verb puts forward, fights, sets forth or gives to mean what a later chunk tells."""
    sees = clauses.kinds[index] == "N" and clauses.uses_at(at).opens and bool(clauses.local_subject(at))
    upheld = sees or clauses.is_in(at, "upholding")  # 康德 看到 A 与 B 的 矛盾
    return upheld or _ascribes(clauses, at) or _sets_forth(clauses, at, index) or _argues_that(clauses, at, index)


def _argues_that(clauses: Clauses, at: int, index: int) -> bool:
    """Whether the object of a verb is what somebody thinks about what a verb inside tells: 深化 对 A 作为 B 的 论证."""
    closing = clauses.last[at] - 1
    if not at < index < closing or clauses.kinds[index] != "V" or clauses.kinds[closing] != "N":
        return False
    return clauses.is_in_head(closing, "reaction") and "causes" not in clauses.uses_at(at).relations


def _does_next(clauses: Clauses, at: int, index: int, claim: Claim) -> bool:
    """Whether who upholds a thing then does another: 康德 提出 A 并 V B, not 康德 展现 了 [A 因 B 而 V C]."""
    if all(word not in AND_SO for word in clauses.words[at + 1 : index]):
        return False
    told = clauses.parse.tokens.ends[clauses.parse.chunks[at].end - 1]
    inner = clauses.kinds[index] == "V" and all(told <= end.start for end in claim.sources)
    return not inner or any(end.sentence != clauses.here for end in claim.sources)


def _upholder(clauses: Clauses, at: int, index: int) -> Ends:
    """Return the thinker or school whose verb stands at chunk `at`, also one who has said something before."""
    subject = clauses.subject(at)
    own = thinkers_in(clauses, subject)
    if not own and _ascribes(clauses, at):
        own = subject if clauses.names_work(subject) else ()  # 《春秋》 赋予 A 以 B 的 含义
    if not own and (clauses.words[at] == "以" or _sets_forth(clauses, at, index)):
        own = tuple(end for end in subject if is_school(clauses, end.name))
    if not own and not subject and clauses.words[at] != "以" and clauses.local_subject(at) is None:
        own = clauses.memory.thinker
    return own


def _ascribes(clauses: Clauses, verb: int) -> bool:
    """Whether a verb gives a thing only what it means or is: 庄子 赋予 自然 以 本体 的 意义, not 赋予 商会 以 权利."""
    given = clauses.last[verb] - 1
    return clauses.words[verb] == "赋予" and clauses.kinds[given] == "N" and clauses.is_in_head(given, "ascribed")


def _sets_forth(clauses: Clauses, at: int, index: int) -> bool:
    """Whether a verb of thought lays out what a later one tells: 康德 展现 了 [A 通过 B V C 的] 过程.

    Not what he only studies, and not what he fails to see, which the author holds: 康德 讨论 了 A 对 B 的 影响.
    """
    if clauses.kinds[index] not in "VPI" or "argues" not in clauses.uses_at(at).relations:
        return False
    if (clauses.is_in(at, "studying_deed") and "所" not in clauses.words[at:index]) or clauses.is_in(at, "recounting"):
        return False
    patient = clauses.object_at(at)
    relative = patient is not None and patient < index and clauses.in_relative(at, patient)  # [康德 评价 A 的] 人 V B
    return not relative and clauses.marker(at) is None and not is_negated(clauses, at)


def _takes_for(clauses: Clauses, at: int, index: int, claim: Claim) -> bool:
    """Whether a claim says what 以 takes as what: 以 A 为 B 的 基础; not what is done with it: 以 A 为 B V C."""
    takes = clauses.words[at + 2 : at + 3] in (["为"], ["作为"]) and index <= at + 3
    return takes and (clauses.last[at] <= at + 4 or claim.rule.relation == "is_a")


def _whose_view(clauses: Clauses, index: int) -> str | None:
    """Return whose view the clause of a claim is said to be: [A V B] 是 康德 的 主张; mostly None."""
    view = clauses.last[index] - 1
    if view <= index + 1 or clauses.kinds[view] != "N":
        return None
    head = clauses.head_word(view)[-2:]
    if head not in clauses.sets["statement"] and head not in clauses.sets["stance"]:
        return None
    said = clauses.kinds[view - 1] == "V" and clauses.is_being(view - 1)
    return named_in(clauses, view, view + 1) if said else None


def way_of(clauses: Clauses, noun: int) -> Ends:
    """Return the school, or its way of thought, that a phrase names: 功利主义 的 进路, 洛克式 进路; mostly none."""
    if clauses.kinds[noun] != "N" or not clauses.is_in_any_head(noun, "put_forward", "mindset", "stance"):
        return ()
    owners = tuple(end for end in clauses.attributes_of(noun) if is_speaker(clauses, end))
    tokens, start = clauses.parse.tokens, clauses.parse.chunks[noun].items[-1].parts[-1][0]
    styled = tokens.words[start + 1 : start + 2] == ["式"] and tokens.tags[start].startswith("nr")
    return owners or (clauses.ends_of(noun) if styled else ())


def chosen_by(clauses: Clauses, index: int) -> str | None:
    """Return the thinker or work that takes one thing for another: 《周易》 以 天地 为 最高 范畴; else None."""
    by = next((at for at in range(index, clauses.first[index], -1) if clauses.words[at] == "以"), None)
    before = clauses.before(by) if by is not None else None
    if before is None or clauses.kinds[before] != "N":
        return None
    return (
        names_of(end for end in clauses.ends_of(before) if is_speaker(clauses, end) or is_school(clauses, end.name))
        or None
    )
