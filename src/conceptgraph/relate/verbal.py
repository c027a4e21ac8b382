"""Frames of verbs: A V B in all its voices, B V A, A makes B do."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.based import based
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.clefts import cleft, done_by, stated
from conceptgraph.relate.couples import stands_in_list
from conceptgraph.relate.doers import (
    beside,
    burdened,
    goes_on,
    inner_sides,
    is_before_deed,
    is_called_for,
    is_done_to,
    is_good_to_do,
    is_held_to,
    is_key_deed,
    is_power_to,
    only_passes,
    owns_head,
    relative_sides,
    takes_inner,
    within,
)
from conceptgraph.relate.done_parts import done_parts
from conceptgraph.relate.effects import (
    carried_out,
    is_effect,
    is_effect_on,
    is_form_of,
    stated_rule,
    tells_what_like,
    tuned,
    yields_to_next,
)
from conceptgraph.relate.having import needing
from conceptgraph.relate.heed import influenced
from conceptgraph.relate.listed_sides import repeated, set_off
from conceptgraph.relate.making import only_changes
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.mutual import each_other, holds_between
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.nominal import read_nominal
from conceptgraph.relate.origins import drawn, grown, outcome_named, served
from conceptgraph.relate.purposes import (
    agents_of,
    done_with,
    handled_with,
    is_only_proposed,
    needed,
    serving,
    user_of,
)
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.senses import gained_by
from conceptgraph.relate.speakers import is_person
from conceptgraph.relate.told_apart import is_resultative
from conceptgraph.relate.words import BECAUSE, FLOWS

Sides = tuple[Ends, Ends]
FAR_OBJECT = 8  # tokens between a verb and its object beyond which they are not read together


def read_verb(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V B; B 被 A V; A 把 B V; A V 的 B; [V B 的] A; with a noun: A 对 B 的 V."""
    kind = clauses.kinds[index]
    if (clauses.words[index + 1 : index + 2] == ["为"] and clauses.kinds[index + 1] == "u") or clauses.falls_short(
        index
    ):
        return  # 把 A 预设 为 B; 对 A 监管 不力
    if kind == "N":
        yield from read_nominal(clauses, use, token, index)
    elif kind in "VP":
        if clauses.word(index).startswith("包") and clauses.lists_taken(index):
            return  # S 面临 包括 A、B 等 C
        if (harm := burdened(clauses, index)) is not None:
            yield Claim(clauses.rule_of("损害", use.rule), *harm, token)
        if (copula := cleft(clauses, index)) is not None:
            yield from stated(clauses, use, token, index, copula)
            return
        if (effect := influenced(clauses, index)) is not None:
            yield Claim(clauses.rule_of("影响", use.rule), *effect, token)
            return
        if (done := done_by(clauses, index)) is not None:
            yield Claim(use.rule, done[0], done[1], token, verb=done[2])
            return
        for one, other in each_other(clauses, index):
            yield Claim(use.rule, one, other, token)
        found = _sides(clauses, index, use.rule, token)
        had = clauses.object_at(index) if use.rule.relation == "has_part" else None
        if found is not None and had is not None and holds_between(clauses, had, found[0]):
            return
        if found is not None and not only_passes(clauses, index):
            rule = stated_rule(clauses, index, use.rule)
            if (verb := needing(clauses, index, use.rule)) >= 0:
                yield Claim(clauses.rule_of("依赖", use.rule), *found, token, verb=verb)  # A 需要 具备 B
                return
            found = (found[1], found[0]) if clauses.words[index] == "存在于" else found  # B 存在于 A 中
            yield Claim(rule, found[0], tuned(clauses, index, use.rule) or found[1], token)
            if kind == "P":
                yield Claim(clauses.rule_of("依赖", use.rule), done_with(clauses, index), found[1], token)
            if use.rule.relation == "causes" and found[1]:
                clauses.memory.outcome, clauses.memory.outcome_sentence = found[1], clauses.here
                clauses.memory.disposed = False
            yield from _by_means(clauses, use, token, index, found)


def _by_means(clauses: Clauses, use: CueUse, token: int, index: int, found: Sides) -> Iterator[Claim]:
    """Yield what else does what a verb says: the means of S 通过 A V B and S 以 A V B, and who made S do it."""
    if use.rule.relation == "acts_on" and found[0] and clauses.words[index][0] != "换":  # not S 以 A 换取 B
        yield Claim(use.rule, handled_with(clauses, index) or user_of(clauses, index, found[0]), found[1], token)
    yield from gained_by(clauses, use.rule, token, index, found)
    yield from done_parts(clauses, use.rule, token, index, found[1])
    if use.rule.relation not in FLOWS:
        return
    rule = stated_rule(clauses, index, use.rule) if use.rule.relation == "promotes" else use.rule
    means = clauses.instrument(index)
    if len(means) > len(found[0]):
        means = tuple(end for end in means if end not in found[0])
    besides = means and means == found[0] and clauses.goes_on(clauses.first[index])  # A V B，通过 M V C
    if besides or means != found[0]:
        yield Claim(rule, clauses.memory.subject if besides else means, found[1], token)
    done = "V" in clauses.kinds[clauses.first[index] : index]  # A 通过 V M 影响 B
    if use.rule.relation == "influences" and not (done or means == found[0] or "以" in clauses.words_before(index)):
        yield Claim(use.rule, found[0], means, token)  # A 通过 M 影响 B
    led = "".join(clauses.kinds[index - 2 : index]) == "PI"  # 使 B 在 受到 V 时
    undergone = led or clauses.is_in(index, "losing")
    causer = () if undergone else clauses.causer(index)
    if causer not in (means, found[0]):
        yield Claim(rule, causer, found[1], token)


def _sides(clauses: Clauses, index: int, rule: Rule, token: int) -> Sides | None:
    """Return what a verb says does something and to what, in the voice in which it stands."""
    return (
        based(clauses, index)
        or (rule.relation != "has_part" and needed(clauses, index))  # not 具有 A 需要 B
        or (rule.relation == "has_part" and within(clauses, index))
        or repeated(clauses, index)
        or serving(clauses, index)
        or _marked(clauses, index, rule)
        or drawn(clauses, index, rule)
        or grown(clauses, index, rule)
        or served(clauses, index, rule)
        or set_off(clauses, index, rule)
        or _relative(clauses, index)
        or _undergone(clauses, index)
        or _active(clauses, index, rule, token)
    )


def _marked(clauses: Clauses, index: int, rule: Rule) -> Sides | None:
    """B 被/由 A V; A 把/对 B V."""
    marker = clauses.marker(index)
    if marker is None or (clauses.kinds[marker] == "P" and clauses.word(index - 1) == "所"):
        return None  # A 对 B 所 V 的 C
    chunks, noun = clauses.parse.chunks, clauses.noun_between(marker, index)
    if clauses.words[marker] == "为" and clauses.words[index - 1] == "所" and clauses.word(marker - 2) == "以":
        marker = max(marker - 3, 0)
        if clauses.words[marker] not in ("被", "由"):
            return (), ()  # 以 A 为 B 所 V 的 C, not 被 [以 A 为 B 的] C 所 V
    if chunks[marker].kind == "P" and rule.relation == "has_part":
        return None  # A 对 B 具有 启发
    brought = noun == index - 1 == marker + 1 and chunks[marker].kind in "PB" and clauses.is_in(index, "result_verb")
    if brought and index + 2 < clauses.last[index] and clauses.kinds[index + 1 : index + 3] == ["D", "N"]:
        beside = clauses.kinds[marker - 1 : marker + 1] == ["N", "P"]
        taken = beside and index + 3 == clauses.last[index] and clauses.governor(marker - 1) is not None
        if beside and (is_effect_on(clauses, index + 2) or (not taken and burdened(clauses, index) is not None)):
            return (), ()  # A 对 B 造成 的 危害 and A 对 B 产生 的 间接 效应 are read by the rules of these
        if clauses.kinds[marker] == "B":
            return clauses.ends_of(index - 1), clauses.name_all(chunks[index + 2].items[:1])  # 将 [B 带来 的 C] 视为 D
        return clauses.ends_of(marker - 1 if taken else index - 1), clauses.ends_of(index + 2)  # 弥补 A 对 B 造成 的 C
    if chunks[marker].kind == "I" and noun is not None and chunks[noun].items[-1:] and chunks[noun].items[-1].local:
        return None  # 在 遭受 A 后 V B
    if chunks[marker].kind == "I" and rule.relation == "has_part" and is_resultative(clauses, index):
        return clauses.subject(marker), clauses.object_ends(index)  # A 被 划分为 B 和 C
    if chunks[marker].kind == "I":
        return clauses.ends_of(noun) if noun is not None else (), _undergoer(clauses, marker, index)
    if chunks[marker].kind == "B" and clauses.word(index).endswith(("给", "强加于", "施加于", "寄托于")):
        return clauses.subject(marker), clauses.object_ends(index)  # 把 A 强加给 B, 把 希望 寄托于 B
    told = clauses.object_at(index) is not None or clauses.kinds[index + 1 : index + 2] == ["m"]
    if noun is not None and chunks[marker].kind == "B" and told and is_resultative(clauses, index):
        return clauses.ends_of(noun), clauses.object_ends(index)  # 把 A 划分为 B, 把 A 分成 两 部分
    if chunks[marker].kind == "P" and rule.relation == "produces" and clauses.kinds[index + 1 : index + 2] == ["D"]:
        return (), ()  # A 对 B 作出 的 C: B is there before
    reached = clauses.object_at(index)
    if reached is not None and clauses.is_in_head(reached, "dead_end"):
        return (), ()  # 把 A 推向 边缘
    deed = noun is not None and reached is None and "verb" in clauses.uses_of_head(noun).frames
    closes = index + 1 == clauses.last[index] - (clauses.kinds[index + 1 : index + 2] == ["u"]) and reached is None
    grows = closes and rule.relation in ("promotes", "negates")
    dealt = not {"加以", "予以"}.isdisjoint(clauses.words[marker:index])  # A 对 B 的 规定 加以 控制
    if chunks[marker].kind == "P" and not dealt and (deed or grows) and clauses.attributes_of(noun or index):
        return (), ()  # A 对 B 的 支配 不断 加深
    if noun is not None and (chunks[marker].kind == "B" or reached is None):
        return clauses.subject(marker), clauses.ends_of(noun)
    if chunks[marker].kind == "P" and reached is not None and is_good_to_do(clauses, marker, index, reached):
        return (), ()  # A 对 他人 V B 提供 C: who might do it is helped to
    return None


def _undergone(clauses: Clauses, index: int) -> Sides | None:
    """B 通过 A 加以/得到/得以 V."""
    before = index - 1 if clauses.is_in(index - 1, "undergoing") else clauses.before(index)
    if before is None or not clauses.is_in(before, "undergoing") or clauses.object_at(index) is not None:
        return None
    means, patient = clauses.instrument(before), clauses.local_subject(before) or ()
    return (means, patient) if means and means != patient else None


def _undergoer(clauses: Clauses, marker: int, index: int) -> Ends:
    """Return what a passive verb befalls: the object that it keeps, its head in [被 A V 的] B, or its subject."""
    chunks = clauses.parse.chunks
    relative = index + 1 < len(chunks) and chunks[index + 1].kind == "D"
    if not relative and not goes_on(clauses, index):
        patient = clauses.object_at(index)
        used = patient is not None and clauses.words[index - 1] in ("用来", "用以") and marker == clauses.first[index]
        if kept := (clauses.attributes_of(patient or index) if used else ()) or clauses.object_ends(index):
            return kept  # the B of [被 A 用来 V B 的] H
    own, before = clauses.local_subject(marker), clauses.before(marker)
    said = before is not None and clauses.is_in(before, "copula") and not clauses.opens_report(before)  # A 是 由 B V 的
    taken = before is not None and clauses.kinds[before] in "VB" and not clauses.takes_for(before)  # V2 被 A V 的 B
    outside = not own or ((clauses.word(marker) == "由" or taken) and not said)
    taking = before is not None and clauses.kinds[before] == "V" and clauses.takes_for(before)
    if relative and (said or taking) and owns_head(clauses, index + 2):
        return clauses.attributes_of(index + 2)  # A 是 [由 B 所 V 的 C] 的 D; 把 A 视为 [被 B V 的 C] 的 D
    if relative and is_before_deed(clauses, marker, index):
        return clauses.ends_of(index + 2)  # 由 [由 A 引发 的] B 所 V 的 C, 被 [A 引发 的] B 取代
    if relative and outside and index + 2 == clauses.genus:
        return clauses.memory.subject  # A 是指 … 由 C V 的 B
    if relative and outside and index + 2 < clauses.last[index]:
        if clauses.is_in_head(index + 2, "plight") and clauses.is_in(before or 0, "faring"):
            return clauses.subject(before or 0)  # S 面临 [被 A V 的] 风险
        return clauses.ends_of(index + 2) if chunks[index + 2].kind == "N" else ()
    told = clauses.told_next(marker, index) or clauses.theme(marker)  # also 把 A 交由 B V
    written = clauses.carried and clauses.word(marker) == "由" and any(is_person(clauses, end) for end in told)
    return (clauses.last_object() or told) if written else told  # 甲 著 B，由 C 出版


def _relative(clauses: Clauses, index: int) -> Sides | None:
    """A V 的 B; A V 下的 B."""
    chunks = clauses.parse.chunks
    if clauses.words[index - 1] == "互不":
        return None  # 各 等级 互不 V 的 B
    if clauses.kinds[index - 2 : index] == ["D", "d"] and clauses.kinds[index + 1 : index + 3] == ["D", "N"]:
        return (), clauses.ends_of(index + 2)  # A 的 [难以 V 的] B
    particle = index + 1 + (clauses.words[index + 1 : index + 2] == ["下"] or clauses.is_brought_out(index))
    if particle + 1 < clauses.last[index] and chunks[particle].kind == "D" and chunks[particle + 1].kind == "N":
        items = chunks[particle + 1].items
        led = (*items[:1], *(item for item in items[1:] if len(item.parts) == 1))  # A V 的 B、C 的 D: not D
        heads = clauses.ends_of(particle + 1) if len(led) == len(items) else clauses.name_all(led)
        if len(items) == 1 and len(items[0].parts) > 1 and clauses.role_headed(particle + 1):
            heads = clauses.attributes_of(particle + 1) or heads  # A V 的 B 的 灵魂
        before = clauses.before(index)
        filled = clauses.is_in(index, "arising") and clauses.is_role(chunks[particle + 1].end - 1)  # 重要 心理 基础
        role = len(items[-1].parts) == 1 and (filled or clauses.role_headed(particle + 1))
        where = clauses.is_in_head(particle + 1, "place_head") and clauses.is_in(index, "taking_place")
        role = role or clauses.head_word(particle + 1)[-2:] in clauses.sets["setting_head"]  # 产生 的 时代 背景
        comes = clauses.is_in(index, "arising") or clauses.is_in(index, "relational_head")
        if (role and comes) or where or is_form_of(clauses, index, particle + 1) or tells_what_like(clauses, index):
            return (), ()  # B 产生 的 原因, B 实现 的 场所
        if before is not None and clauses.kinds[before] == "P":
            return (), heads  # 从 [生产 的] 主体
        by = clauses.leading(index)
        if by is not None and clauses.kinds[by] == "P" and by > clauses.first[by] and clauses.is_being(by - 1):
            return (), ()  # A 是 [根据 B 制定 的] C
        due = clauses.words[index - 1] == "而" and clauses.words[max(index - 3, 0)].endswith(BECAUSE)
        if due or (index > clauses.first[index] and clauses.words[index - 1] == "得以"):
            return clauses.ends_of(index - 2) if due else (), heads  # [A 得以 实现 的] 条件, [因 B 而 形成 的] H
        if clauses.is_in(index, "arising") and clauses.taking(index - 1) is not None:
            return (), heads  # S 是 [以 A 为 基础 形成 的] B
        arises = before is not None and clauses.is_in(index, "arising")
        if before is not None and arises and (clauses.kinds[before] in "Vf" or clauses.is_place(before)):
            return (), heads  # S 解决 [A 下 产生 的] B, S 改变 [历史 上 形成 的] B
        inner = before is not None and before + 1 <= index <= before + 2 and not clauses.joins_verbs(index - 1)
        if inner and before is not None and takes_inner(clauses, before, index):
            return (), heads  # S 制造 [平等 交换 的] 假象, S 摆脱 [依附 的] B
        heads = outcome_named(clauses, index, particle + 1) or heads
        return clauses.local_subject(index) or clauses.outcome_of(index), heads
    return None


def _active(clauses: Clauses, index: int, rule: Rule, token: int) -> Sides | None:
    """A V B; [V B 的] A."""
    chunks = clauses.parse.chunks
    patient, nearest = clauses.object_at(index), clauses.first_noun(index)
    if patient is None or nearest is None or yields_to_next(clauses, index):
        return None
    far = chunks[nearest].start - chunks[index].end > FAR_OBJECT
    if far or clauses.shows_clause(index, patient) or clauses.is_of_root(patient) or is_key_deed(clauses, index, rule):
        return None
    if clauses.kinds[patient] == "S" and rule.relation == "promotes" and clauses.is_in(index, "pivot"):
        done = clauses.after(patient)  # 有助于 我们 理解 A
        return (clauses.subject(index), clauses.object_ends(done)) if done is not None else None
    if clauses.is_in(index, "including") and "在内" in clauses.words[index : clauses.last[index]]:
        whole = clauses.object_at(index - 1) if index > clauses.first[index] else clauses.whole_behind(index)
        return (clauses.head_of(whole), clauses.name_all(chunks[nearest].items)) if whole is not None else None
    toward = patient == index + 2 and clauses.is_in(index + 1, "toward")  # 加强 [对 A 的 V]
    if rule.relation == "causes" and clauses.has_effect(index, patient):
        return None  # [对 A 造成 威胁 的] B
    if rule.relation == "promotes" and (deed := carried_out(clauses, index)) is not None:
        return clauses.subject(index), clauses.attributes_of(deed)  # A 实现 了 对 B 的 V
    if rule.relation == "acts_on" and clauses.is_in(index, "studying_deed") and clauses.is_deed_on(patient):
        return None  # 用 A 法 分析 B 对 C 的 影响 机制
    if clauses.in_relative(index, patient) and not toward:
        return relative_sides(clauses, index, patient, rule, token)
    if clauses.kinds[index - 1] == "N" and is_called_for(clauses, index):
        return clauses.ends_of(index - 1), clauses.object_ends(index)  # 主张 以 A 抵抗 B
    if (inner := inner_sides(clauses, index, patient)) is not None:
        return inner
    if rule.relation in ("causes", "produces") and _happens(clauses, index, patient, brought=True):
        told, closing = clauses.after(patient) or patient, clauses.last[index] - 1
        return clauses.subject(index), clauses.chunks_as_written(told, closing, LONGEST)  # 导致 S V O 的 倾向
    if _is_hollow(clauses, index, patient, rule):
        return None
    if clauses.role_headed(patient) and any(clauses.is_in(at, "copula") for at in range(clauses.first[index], index)):
        return clauses.subject(index), clauses.attributes_of(patient)  # A 是 [S V O 的] 前提
    needed = clauses.needed_ends(patient) if rule.relation == "depends_on" else ()
    if rule.relation == "causes" and clauses.is_deed_on(patient) and not is_effect(clauses, patient):
        needed = clauses.whole_deed(clauses.governor(patient) or patient, patient)  # 引起 了 人们 对 A 的 关注
    lacking = rule.relation == "negates" and clauses.is_in_head(patient, "hollow_head")
    if lacking and clauses.governor(patient) == index and not clauses.is_in(index, "losing"):
        needed = clauses.named_whole(patient)  # 弥补 A 的 不足, not 消除 A 对 B 的 影响
    further = beside(clauses, patient) if rule.relation == "causes" else ()
    return agents_of(clauses, index, patient, rule), max(clauses.object_ends(index), needed, key=len) + further


def _is_hollow(clauses: Clauses, index: int, patient: int, rule: Rule) -> bool:
    """Whether what a verb takes is no thing to which its rule applies: a clause, an action on the subject."""
    follower = clauses.after(patient)
    done = rule.relation == "causes" and follower is not None and clauses.kinds[follower] in "VI"
    done = done and not clauses.in_relative(index, patient)
    if follower is not None and done and clauses.object_at(follower) is not None:
        left = not clauses.has_frame(follower, "verb", "result") and clauses.is_in(index, "driving")  # 迫使 A 离开 B
        return not (left or only_changes(clauses, follower))  # 决定了 A 受 B 的 控制, 驱使 人 发展 A
    viewed = clauses.kinds[index - 1] == "P" and clauses.is_in_head(patient, "respect_of")
    if viewed and len(clauses.parse.chunks[patient].items[-1].parts) > 1:
        return True  # 站 在 尊重 A 的 高度
    if clauses.is_in(index, "losing") and clauses.kinds[patient] == "N" and not clauses.head_of(patient):
        return True  # 失去 A 的 条件
    if rule.relation == "acts_on":
        deed = clauses.is_in(index, "receiving") and "verb" in clauses.uses_of_head(patient).frames
        if deed or clauses.is_in_head(patient, "hollow_head") or clauses.head_word(patient) in ("乏力", "不力"):
            return True  # 获得 A 的 关注, 获得 A 的 支持
    if clauses.is_in(index, "demanding"):
        groups = clauses.rules.grammar.endings["group_ending"]
        if clauses.pushed(index, "VBP") and any(is_person(clauses, end) for end in clauses.subject(index)):
            return True  # 朱熹 要求 君子 V B
        people = follower is not None and clauses.head_word(patient) == "人们"
        if people or any(end.name.endswith(groups) for end in clauses.pushed(index, "VBP")):
            return True  # 教会 要求 信徒 V B, not 交换 要求 劳动 V B
    if clauses.is_in(index, "having") and clauses.is_in_head(patient, "power") and is_power_to(clauses, index, patient):
        return True  # 负有 [保护 A 的] 义务
    if rule.relation in ("negates", "promotes", "acts_on") and _happens(clauses, index, patient):
        return True  # 打破 S V O 的 局面
    if is_done_to(clauses, index, patient):
        return True  # A 给 B 带来 冲击: not what it brings, but what it does to B
    told, mutual = clauses.before(index), "mutual" in clauses.uses_of_head(patient).frames
    if rule.relation == "produces" and mutual and len(clauses.local_subject(index) or ()) == 2:
        return True  # A 与 B 产生 矛盾
    between = mutual and not stands_in_list(
        clauses.parse.tokens, clauses.parse.chunks[patient].items, clauses.rules.grammar
    )
    if rule.relation == "has_part" and (between or is_held_to(clauses, told, patient)):
        return True  # A 与 B 具有 契合
    if rule.relation == "has_part" and told is not None and clauses.names_fillers(told, index):
        return True  # B 的 原因 包括 A
    taken = patient + 2 < clauses.last[index] and clauses.is_in(patient + 1, "taken_as")
    if taken and clauses.kinds[index - 1] == "P" and "depends_on" in clauses.uses_of_head(patient + 2).relations:
        return True  # 以 保护 A 为 前提
    if clauses.words[index] == "基于" and clauses.is_in_head(patient, "studying"):
        return True  # 基于 A 的 分析
    return clauses.is_in_head(patient, "unit") or is_only_proposed(clauses, index)  # 提高 一个 百分点


def _happens(clauses: Clauses, index: int, patient: int, *, brought: bool = False) -> bool:
    """Whether what a verb takes is only who does what the head of its object tells of: 打破 [S V O 的] 局面."""
    inner, closing = clauses.after(patient), clauses.last[index] - 1
    if inner is None or inner + 1 > closing or clauses.kinds[inner] != "V" or clauses.kinds[closing] != "N":
        return False
    direct = all(clauses.kinds[at] == "d" for at in range(patient + 1, inner))
    direct = direct and (brought or not clauses.is_in(index, "pivot"))
    taken = direct and clauses.object_at(inner) == closing and not clauses.is_in(inner, "copula")
    told = clauses.is_in_head(closing, "happening") or clauses.is_in_head(closing, "state_head")
    return taken and told and len(clauses.parse.chunks[closing].items[-1].parts) > 1
