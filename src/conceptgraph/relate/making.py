"""Frames of what is brought about: B V A (B 源于 A), A 使 B V, A 使 B 无法 V."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.clefts import cleft, stated
from conceptgraph.relate.doers import is_done_to
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.origins import BRINGING, gives_reason, led_off, singled_out
from conceptgraph.relate.reasons import clause_of_reason
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.speakers import is_named_person
from conceptgraph.relate.words import REASONS

INMOST = ("本质", "实质", "要义", "精义", "要旨", "真谛", "精髓")  # what A is: 把 A 的 本质 归结为 B


def read_reverse(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """B V A."""
    patient = clauses.object_at(index)
    if clauses.kinds[index] not in "VP" or patient is None or clauses.words[patient] == "其中":
        return  # 发现 蕴含于 其中 的 A
    if use.rule.relation == "causes" and clauses.is_in(index, "stemming") and not _is_event(clauses, patient):
        use = replace(use, rule=clauses.rule_of("产生", use.rule))
    being = cleft(clauses, index)
    if being is not None:
        for claim in stated(clauses, use, token, index, being):
            yield replace(claim, sources=claim.targets, targets=claim.sources)  # 构成 A 的 是 B
        return
    by = clauses.marker(index) if clauses.word(index).endswith(("构成", "组成")) else None
    if clauses.kinds[patient + 1 : patient + 2] == ["-"] or (by is not None and clauses.kinds[by] == "I"):
        return  # 起源于 A－B－C 的 演变; A 是 由 B 构成 而 体现在 C 中 的 D
    doer = clauses.before(index)
    inner = doer is not None and clauses.kinds[doer] == "N" and clauses.is_in_head(patient, "light_head")
    if clauses.in_relative(index, patient) and not inner:
        if clauses.word(index)[-1] in "于自" and not clauses.word(index).startswith("来自") and doer is None:
            yield Claim(use.rule, clauses.attributes_of(patient), clauses.heads_of(patient), token)  # [源于 A 的] B V C
        return  # but A 是 B 受制于 C 的 过程
    if clauses.word(index) == "出于" and clauses.before(index) is None:
        return  # 出于 A，S V B
    told = clauses.kinds[patient + 1 : patient + 2] == ["V"]
    contrast = told and clauses.is_in(patient + 1, "contrast")  # B 源于 A 而 不是 C
    told = told and not contrast and (clauses.is_being(patient + 1) or clauses.kinds[patient] == "R")  # 原因在于 它 V A
    opens = clauses.word(index).startswith("来自") and clauses.before(index) is None
    told = told or (opens and "V" in clauses.kinds[patient : clauses.last[index]])  # [来自 A 的] B V C
    singled = singled_out(clauses, index, patient)
    if singled is not None:
        yield Claim(use.rule, *singled, token)
        return
    if told or clauses.kinds[patient + 1 : patient + 3] in (["D", "m"], ["D", "S"]):
        return  # 是因为 A 是 B, 来自 A 的 学者
    if clauses.word(index).endswith(REASONS) and not gives_reason(clauses, index, patient):
        return
    amounting = _amounts_to(clauses, index, patient, use.rule)
    if amounting is not None:
        yield Claim(amounting, clauses.theme(index), clauses.object_ends(index), token)
        return
    owned = len(clauses.parse.chunks[patient].items[-1].parts) > 1 if clauses.kinds[patient] == "N" else False
    told = owned and clauses.is_role(clauses.parse.chunks[patient].end - 1)  # 构成 A 的 秩序基础
    told = told or clauses.role_headed(patient) or "mutual" in clauses.uses_of_head(patient).frames
    if (told and clauses.is_in(index, "forms")) or is_done_to(clauses, index, patient):
        return  # A 构成 B 的 基础 is read by the rule of 基础, A 与 B 构成 C 的 矛盾 by that of 矛盾
    sources = _sources(clauses, index, patient, use.rule, inner=inner)
    effect = _effect(clauses, index)
    if use.rule.relation == "has_part" and clauses.carried and any(is_named_person(clauses, end) for end in effect):
        return  # 甲 违背 了 A，构成了 B: not he is a part of it
    yield Claim(use.rule, sources, effect, token)  # A 源于 [B 对 C 的 支配]: B brings it about


def _sources(clauses: Clauses, index: int, patient: int, rule: Rule, *, inner: bool) -> Ends:
    """Return A of B 源于 A; what A belongs to where A is only a word for what goes on (`inner`)."""
    above, nearest = clauses.governor(patient), clauses.first_noun(index)
    turned = above is not None and clauses.is_in(above, "toward") and nearest is not None and nearest == above - 1
    turned = turned and nearest is not None and clauses.words[nearest] != "其"
    brought = turned and rule.relation in BRINGING
    if brought and above is not None and nearest is not None and _is_attitude(clauses, nearest, patient):
        return clauses.whole_deed(above, patient)  # B 来自 S 对 C 的 信任
    sources = clauses.ends_of(nearest) if turned and nearest is not None else clauses.object_ends(index)
    owners = clauses.attributes_of(patient) if inner else ()
    sources = owners or sources or clauses.needed_ends(patient)  # A 得益于 B 的 支持
    taken = clauses.kinds[index + 1 : patient]
    deed = taken == ["V", "u"] or (taken == ["V"] and clauses.has_frame(index + 1, "verb"))
    if rule.relation in BRINGING and _is_between(clauses, patient):
        return clauses.chunks_as_written(patient, clauses.last[index] - 1, LONGEST)
    if deed and rule.relation in BRINGING:
        return clauses.chunks_as_written(index + 1, patient)  # B 源于 V (了) A
    return sources


def _is_attitude(clauses: Clauses, holder: int, patient: int) -> bool:
    """Whether a noun phrase behind 对 A 的 is no power over A but how somebody stands to it: 它 对 A 的 忠实."""
    return clauses.kinds[holder] == "R" or {"acts_on", "negates"}.isdisjoint(clauses.uses_of_head(patient).relations)


def _is_event(clauses: Clauses, patient: int) -> bool:
    """Whether something comes of what happens or of how things stand, which is a cause: 来自 A 的 松弛."""
    chunk = clauses.parse.chunks[patient]
    head = clauses.parse.tokens.tags[chunk.items[-1].head] if chunk.items else ""
    return head[:1] in "va" or clauses.is_change(patient) or clauses.is_in_any_head(patient, "loss_head", "event_head")


def _amounts_to(clauses: Clauses, index: int, patient: int, rule: Rule) -> Rule | None:
    """Return the rule by which a thing is said to be an offence or one of a kind or to harm, of which it is no part.

    行为 构成 犯罪; 礼俗 构成 了 一个 范畴, not 村民 构成 了 一个 共同体.
    """
    if clauses.is_in_head(patient, "offence"):
        return clauses.rule_of("属于", rule)
    counted = {*clauses.words[index + 1 : patient], clauses.parse.tokens.words[clauses.parse.chunks[patient].start]}
    kind = clauses.is_in(index, "forms") and "一种" in counted and clauses.kinds[patient] == "N"
    kind = kind and not clauses.counts_head(patient) and len(clauses.theme(index)) == 1
    if kind and not clauses.head_word(patient).endswith(clauses.rules.grammar.endings["whole_ending"]):
        return clauses.rule_of("是", rule)
    taken = next((at for at in range(index - 1, -1, -1) if clauses.kinds[at] != "d"), index)
    if clauses.word(index).startswith("归结"):
        told = any(clauses.last_word(taken) in clauses.sets[name] for name in ("opinion", "thought", "statement"))
        if told or clauses.last_word(taken).endswith(INMOST):
            return clauses.rule_of("看作", rule)  # 把 A 的 本质 归结为 B, 甲 的 思想 可以 归结为 B
    words, items = clauses.parse.tokens.words, clauses.parse.chunks[patient].items
    heads = {words[item.head][-2:] for item in items}
    harmful = clauses.is_in(index, "forms") and not heads.isdisjoint(clauses.sets["harm"])
    if not harmful or clauses.marker(index) is not None:
        return None
    sources = clauses.theme(index)
    alone = len(sources) == 1 and not sources[0].name.endswith(tuple(heads))  # not 技术 风险 构成 A 的 风险
    return clauses.rule_of("导致", rule) if alone else None


def _is_between(clauses: Clauses, patient: int) -> bool:
    """Whether a clause tells what two things do to each other, which together bring something on: 缘于 A、B 相混."""
    told = clauses.kinds[patient + 1 : clauses.last[patient]]
    return len(clauses.parse.chunks[patient].items) == 2 and "V" in told and set(told) <= {"d", "V"}


def _effect(clauses: Clauses, index: int) -> Ends:
    """Return what is said to come from something: B 源于 A, B V C 的 原因在于 A, 把 B 的 根源 追溯到 A."""
    marker = clauses.marker(index)
    noun = clauses.noun_between(marker, index) if marker is not None and clauses.kinds[marker] == "B" else None
    told = clauses.before(index)
    if told is not None and clauses.kinds[told] == "N" and marker is None and not clauses.ends_of(told):
        return ()  # 商会 V 了 A，意义 产生于 B: not 商会 does
    rooted = clauses.attributes_of(noun) if noun is not None and clauses.role_headed(noun) else ()
    rooted = rooted or led_off(clauses, index)
    return rooted or clause_of_reason(clauses, index) or clauses.theme(index) or _in_a_row(clauses, index)


def _in_a_row(clauses: Clauses, index: int) -> Ends:
    """Return what dashes join before a verb that says what they make: A－B－C 构成 D."""
    last = clauses.before(index)
    if last is None or clauses.kinds[last - 1 : last + 1] != ["-", "N"] or not clauses.is_in(index, "forms"):
        return ()
    first = last
    while clauses.kinds[first - 1] == "-" and first > 1:
        first -= 2
    return tuple(end for at in range(first, last + 1, 2) for end in clauses.ends_of(at))


def read_make(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 使 B V: what B does to something else is read by the rule of that verb."""
    patient = clauses.object_at(index)
    if clauses.kinds[index] != "V" or patient is None:
        return
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[patient]
    if re.search("Nd*aD", "".join(tokens.kinds[chunk.start : chunk.end])):
        return  # 使 A 无效 的 B
    clauses.memory.pivot, clauses.memory.pivot_border = clauses.ends_of(patient), clauses.last[index]
    if any(clauses.has_frame(at, "disable") for at in range(patient + 1, clauses.last[index])):
        return  # read by the rule of 无法
    chunks = clauses.parse.chunks
    later = [position for position in range(patient + 1, clauses.last[index]) if chunks[position].kind == "V"]
    if len(clauses.parse.chunks[patient].items) > 1 and any(clauses.has_frame(at, "mutual") for at in later):
        return  # 使 A 与 B 相对立
    if later and _makes_into(clauses, index, later):
        yield Claim(use.rule, clauses.subject(index), clauses.object_ends(later[0]), token)  # A 使 B 成为 C
    if len(later) == 1 and only_moves(clauses, later[0]):
        yield Claim(use.rule, clauses.subject(index), clauses.ends_of(patient), token)  # A 使 B 陷入 C
        return
    if any(
        (clauses.object_ends(position) or not clauses.is_in(position, "light_verb"))
        and not (clauses.is_in(index, "causative") and not clauses.uses_at(position) and len(later) == 1)
        for position in later
        if clauses.object_at(position) is not None
    ):
        return  # what B does is read by the rule of that verb; 使 A 发生 变化 says no more than that A changes
    yield Claim(use.rule, clauses.subject(index), clauses.ends_of(patient) + _made_likewise(clauses, patient), token)


def _made_likewise(clauses: Clauses, patient: int) -> Ends:
    """Return C and D of A 使 B 更加 V，C 更加 V，D 更加 V."""
    made: Ends = ()
    told, border = clauses.words[patient + 1 : patient + 2], clauses.last[patient]
    while clauses.kinds[border : border + 3] == [",", "N", "d"] and clauses.words[border + 2 : border + 3] == told:
        made += clauses.ends_of(border + 1)
        border = clauses.last[border + 1]
    return made


def _makes_into(clauses: Clauses, index: int, later: Sequence[int]) -> bool:
    """Whether a clause that a noun opens says what it makes of another thing or gives to it: A 使 B 成为 C, 具有 C."""
    kinds, opens, turning = clauses.kinds, clauses.first[index], later[0]
    which = clauses.told_which(index) is not None  # 使 B 成为 C 的，是 A
    led = "N" in kinds[opens:index] and all(
        kinds[at] in "Ndr" or clauses.words[at] == "作为" for at in range(opens, index)
    )  # also A 作为 B 使 C 成为 D
    if not (led or which):
        return False
    has = any(use.rule.relation == "has_part" for use in clauses.uses_at(turning).closing)
    turns = clauses.has_frame(turning, "result") and clauses.word(turning).removesuffix("了")[-1:] in ("成", "为")
    behind = kinds[turning : clauses.last[index]]
    plain = which or "D" not in behind or "P" in behind  # not A 使 B 成为 C 的 D, but 成为 对 C 的 D
    within = len(later) == 1 or (clauses.object_at(turning) or 0) > later[-1]  # 成为 有 德性 的 人
    return (turns or has) and plain and within


def only_moves(clauses: Clauses, verb: int) -> bool:
    """Whether what B is made to do only tells where B gets or what it loses: A 使 B 陷入 C, A 使 B 失去 C."""
    turns = clauses.has_frame(verb, "result") and not clauses.word(verb).removesuffix("了").endswith(("成", "为"))
    leans = any(use.rule.id == "depends_on.rely_on" for use in clauses.uses_at(verb).closing)
    turns = turns and not clauses.is_in(verb, "entering")
    moved = turns or leans or clauses.is_in(verb, "losing")
    return moved and clauses.object_at(verb) is not None


def read_disable(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 使 B 无法 V."""
    patient, made = clauses.before(index), clauses.leading(index)
    if patient is not None and made is not None and clauses.is_in(made, "causative"):
        yield Claim(use.rule, clauses.subject(made), clauses.ends_of(patient), token, verb=made)


def only_changes(clauses: Clauses, verb: int) -> bool:
    """Whether a verb tells no more than that its subject changes: 导致 A 发生 变化, 导致 A 陷入 B."""
    changed = clauses.object_at(verb)
    undergoes = changed is not None and clauses.is_change(changed) and clauses.is_in(verb, "undergoes")
    return clauses.kinds[verb] == "V" and (undergoes or only_moves(clauses, verb))


def brought_by(clauses: Clauses, index: int) -> Ends:
    """Return A of A 导致 B 沦为 C, which brings C about."""
    by = index - 2
    led = by >= clauses.first[index] and clauses.kinds[by:index] == ["V", "N"] and clauses.words[index][-1] in "为成"
    return clauses.subject(by) if led and clauses.words[by] in ("导致", "致使", "造成") else ()


def pushed_by(clauses: Clauses, index: int) -> Ends:
    """Return S of S 有助于 A 走向 B; nothing of S 使 A 变成 B."""
    above = next((at for at in range(index - 1, clauses.first[index], -1) if clauses.kinds[at] == "V"), None)
    return clauses.causer(index) if above is not None and clauses.is_in(above, "pushing") else ()
