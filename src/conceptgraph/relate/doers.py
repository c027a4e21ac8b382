"""Who does what a relative clause tells: A 是 [V O 的] H, A V [S V O 的] H, A 指 [S V O 的] H."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.clefts import goes_on_cleft
from conceptgraph.relate.definitions import opens_means
from conceptgraph.relate.memory import Ends, KeyClaim
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.purposes import brings_deed, keep_key, lays_ground
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.words import FLOWS, FOR_WHOM, TITLES


def defined_doer(clauses: Clauses, index: int) -> Ends | None:
    """Return who does what the definition of a thing tells, where it says so: A 指 [S V O 的] H."""
    before = range(index - 1, clauses.first[index] - 1, -1)
    opens = next((at for at in before if _defines(clauses, at)), None)
    noun = clauses.first_noun(opens) if opens is not None else None
    there = noun is not None and clauses.kinds[noun - 1] == "P" and clauses.is_place(noun)
    if opens is not None and (there or "V" in clauses.kinds[opens + 1 : noun]):
        return None  # A 指 [在 W 中 V O 的] H
    return clauses.ends_of(noun) if noun is not None and noun < index and clauses.kinds[noun] == "N" else None


def _defines(clauses: Clauses, index: int) -> bool:
    """Whether a verb opens the definition of a thing, or what is done by what means: A 是 [S 通过 V M 来 V O 的] H."""
    means = clauses.kinds[index] == "V" and clauses.is_in(index, "copula") and opens_means(clauses, index)
    return means or clauses.is_in(index, "definition")


def inner_sides(clauses: Clauses, index: int, patient: int) -> tuple[Ends, Ends] | None:
    """Return the two sides of a verb inside what another one tells of: A V [S V O 的] H; None for others.

    Of 反对 (S) V O the whole of what is fought.
    """
    told = _told_sides(clauses, index, patient)
    doing = index + 1 if clauses.kinds[index + 1] == "V" else clauses.after(patient)
    doubted = told is None and clauses.is_in(index, "doubting")
    if doubted and doing is not None and clauses.opposes_doing(index, doing):
        return clauses.subject(index), clauses.chunks_as_written(index + 1, clauses.last[index] - 1, LONGEST)
    toward = clauses.is_in(index + 1, "toward")  # 重建 A 需 守护 对 B 的 C
    doer = inner_doer(clauses, index, patient) if told is None and not toward else None
    return told if doer is None else (doer, clauses.attributes_of(patient))


def _told_sides(clauses: Clauses, index: int, patient: int) -> tuple[Ends, Ends] | None:
    """Return H and O of 作为 [V O 的] H 的 基础, of [A 基于 O 的] H 是 C and of 有 两种 人：[V O 的] H; else None."""
    after = clauses.after(patient) if "P" in clauses.kinds[clauses.first[index] : index] else None
    if after is not None and clauses.tells_of_named(index, after):
        return clauses.local_subject(index) or (), clauses.attributes_of(patient)  # 把 [S 从 A 中 V O 的] H 称为 C
    items = clauses.parse.chunks[patient].items
    if patient != index + 1 or len(items) != 1:
        return None
    parts = items[0].parts
    if len(parts) == 3 and clauses.word(index - 1) == "作为" and clauses.role_headed(patient):
        return clauses.name_all((items[0].of(parts[1:2]),)), clauses.name_all((items[0].of(parts[:1]),))
    told = len(parts) == 2 and (_rests_as_whole(clauses, index, patient) or _is_of_people(clauses, index, patient))
    return (clauses.head_of(patient), clauses.attributes_of(patient)) if told else None


def _rests_as_whole(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether [A 基于 B 的] H is said to be something, so that H rests on B."""
    owned = index > clauses.first[index] and clauses.kinds[index - 1] == "N" and clauses.governor(index - 1) is None
    after = clauses.after(patient) if owned and clauses.words[index].endswith("基于") else None
    return after is not None and clauses.is_being(after)


def _is_of_people(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether [V O 的] H behind a colon is one of the people that are counted before it: 两种 人：V O 的 H."""
    first = clauses.first[index]
    opens = index == first or (clauses.words[index - 1] in ("和", "与", "、", "及") and clauses.kinds[index - 2] == "N")
    if not opens or first < 2 or clauses.word(first - 1) not in "：:" or clauses.kinds[first - 2] != "N":
        return False
    closed = patient + 1 == clauses.last[patient] or clauses.kinds[patient + 1] == "C"
    people = clauses.has_head_ending(patient, "group_ending")
    counted = clauses.parse.tokens.kinds[clauses.parse.chunks[first - 2].start] in "mr"
    return closed and people and counted


def inner_doer(clauses: Clauses, index: int, patient: int) -> Ends | None:
    """Return S of A V [S V O 的] H, where H closes the clause and V does not make S act; else None."""
    chunks, before = clauses.parse.chunks, index - 1
    while before > clauses.first[index] and chunks[before].kind == "d" and not clauses.is_in(before, "verb_joining"):
        before -= 1  # S 长期 V O
    if clauses.words[index + 1 : index + 2] == ["了"] or clauses.words[index][-1] == "了":
        return None  # A 控制 B 导致 了 C 的 D
    above = clauses.governor(before) if before >= 0 and chunks[before].kind in "NR" else None  # also 他们 V O 的 H
    if above is None or chunks[above].kind != "V" or above + 1 < before - 1 or clauses.word(above - 1) == "为了":
        return None  # also S 为了 增加 A 压低 B 的 C
    brought = "causes" in clauses.uses_at(above).relations and clauses.has_frame(above, "verb")
    if clauses.is_in(above, "pivot") and not (brought and clauses.is_in_head(patient, "happening")):
        return None  # 促使 S V O 的 H, not 导致 [S V O 的] 倾向
    items = chunks[patient].items
    closes = patient + 1 >= clauses.last[patient] and len(items) == 1 and len(items[0].parts) > 1
    if not closes or clauses.is_nobody(before) or clauses.in_relative(above, before) or clauses.is_being(above):
        return None
    return clauses.ends_of(before)


def burdened(clauses: Clauses, verb: int) -> tuple[Ends, Ends] | None:
    """Return A and B of A 给 B 带来 C, where C is a burden, and of A 给 B 带来 的 C; None elsewhere."""
    if not clauses.is_in(verb, "burdening"):
        return None
    headed = clauses.kinds[verb + 1 : verb + 3] == ["D", "N"]
    burden, noun = verb + 2 if headed else clauses.object_at(verb), clauses.before(verb)
    if burden is None or noun is None or clauses.kinds[noun] not in "NR" or not clauses.is_in_head(burden, "burden"):
        return None
    above = clauses.governor(noun)
    if above is None or not (clauses.is_in(above, "toward") or clauses.word(above) in FOR_WHOM):
        return None
    own = not headed or clauses.kinds[above - 1] == "N"  # not A 和 可能 给 B 带来 的 C
    return (clauses.subject(above), clauses.ends_of(noun)) if own else None


def is_predicate(clauses: Clauses, index: int) -> bool:
    """Whether a relative clause stands in A 是 [V O 的] H or [S V O 的] H, where A or S does it and not H."""
    before = clauses.before(index)
    if before is not None and clauses.kinds[before] == "r" and clauses.word(before).startswith("一"):
        outer = clauses.before(before)  # A 是 一种 [能够 V O 的] H
        before = outer if outer is not None and clauses.has_frame(outer, "copula") else before
    if before is not None and clauses.kinds[before] == "C":
        before = clauses.outer_of_deeds(before)  # A 是 [V B、V O 的] H
    if before is None or clauses.kinds[before] != "V":
        return before is not None and clauses.kinds[before] == "N"
    if goes_on_cleft(clauses, before):
        return False  # S 拆除 的 不仅 是 A，更是 [依附于 B 的] C
    return clauses.has_frame(before, "copula") or _has_power(clauses, before, index) or _is_made(clauses, before, index)


def _has_power(clauses: Clauses, verb: int, index: int) -> bool:
    """Whether [V O 的] H is a power that a thing has: 具有 约束 船主 的 作用."""
    patient = clauses.object_at(index)
    given = clauses.is_in(verb, "giving") and verb > clauses.first[verb] and clauses.kinds[verb - 1] == "I"  # 被 赋予
    has = given or clauses.is_in(verb, "having")
    return has and patient is not None and clauses.is_in_head(patient, "power")


def _is_made(clauses: Clauses, verb: int, index: int) -> bool:
    """Whether a thing becomes [V O 的] H, where H only says that it does something: 成为 推动 A 的 重要 力量."""
    patient = clauses.object_at(index)
    if patient is None:
        return False
    if clauses.head_word(patient)[-2:] in clauses.rules.grammar.sets["span_head"]:
        return True  # 处于 V O 的 关键 时期
    head = clauses.head_word(patient).strip("“”")
    needed = clauses.is_in_any_head(patient, "key", "hindrance", "needed_head")
    played, qualities = clauses.rules.grammar.sets["part_played"], clauses.rules.grammar.sets["hollow_quality"]
    part = needed or head in played or (head[2:] in played and head[:2] in qualities)  # 重要力量 as one term
    if clauses.word(verb) in ("成为", "成了") and part:
        return True  # 成为 组织 市场 的 主体, 成为 维护 A 的 前提
    reached = clauses.word(verb) in ("达到", "达成", "实现", "出于") and clauses.is_in_head(patient, "aim")
    return reached or (clauses.has_frame(verb, "result") and clauses.is_in_head(patient, "factor"))  # 达到 V O 的 目的


def is_power_to(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether a power that somebody has is one to do something, which is told by its own rule: 具有 约束 A 的 作用."""
    inner = [at for at in range(index + 1, patient) if clauses.kinds[at] == "V"]
    return bool(inner) and clauses.has_frame(inner[0], "verb") and clauses.in_relative(inner[0], patient)


def takes_inner(clauses: Clauses, above: int, verb: int) -> bool:
    """Whether a verb takes what a later one only tells of: 摆脱 [依附 的] A; not 需要 扬弃 的 A, 计算 得出 的 A."""
    if clauses.kinds[above] != "V" or not clauses.uses_at(above):
        return False
    one = clauses.is_in(above, "serial") or "produces" in clauses.uses_at(verb).relations
    return above + 1 < verb or not one


def doer_of_deed(clauses: Clauses, index: int) -> Ends:
    """Return S 对 B 的 V as one concept, which does something to something else: S 对 B 的 资助 为 C 做出 贡献."""
    above = clauses.governor(index) if index > 1 and clauses.kinds[index] == "N" else None
    toward = above is not None and above > clauses.first[above] and clauses.is_in(above, "toward")
    return clauses.whole_deed(above, index) if toward and above is not None else ()


def is_done_to(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether an empty verb says that its object is done to what 对 or 给 brings in, or is only good for it."""
    if _is_provided(clauses, index, patient):
        return True
    if clauses.is_in(index, "giving") and clauses.kinds[patient + 1 : clauses.last[patient]] == ["D"]:
        return True  # A 是 S 赋予 B 的: S does not bring about B
    by = clauses.governor(patient) if clauses.words[index] == "完成" else None
    if by is not None and index < by and clauses.is_in(by, "toward"):
        return not clauses.uses_of_head(patient).frames.isdisjoint(("verb", "speech"))  # 完成 了 对 A 的 改造
    empty = clauses.is_in(index, "light_verb") or clauses.words[index] == "构成了"
    told = index - 1
    while empty and told > clauses.first[index] and clauses.kinds[told] == "d":
        told -= 1  # 对 B 一直 保持 关注
    if not empty or clauses.kinds[told : told + 1] != ["N"] or told < clauses.first[index]:
        return False
    above = clauses.governor(told)
    turned = above is not None and (clauses.is_in(above, "toward") or clauses.words[above] == "给")
    named = clauses.rules.finder.uses_of.get(clauses.head_word(patient)[-2:], ())  # 产生 巨大冲击, as one term
    frames = {use.rule.frame for use in named} | clauses.uses_of_head(patient).frames
    return turned and not frames.isdisjoint(("verb", "pattern", "speech"))


def _is_provided(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether what is brought about is a bare word for what helps somebody or something: 为 械斗 提供 了 土壤."""
    if not clauses.is_in_head(patient, "provided_head") or clauses.kinds[index - 1] != "N":
        return False
    served, names = clauses.governor(index - 1), [end.name for end in clauses.ends_of(patient)]
    return served is not None and clauses.word(served) in FOR_WHOM and names == [clauses.head_word(patient)]


def given_by(clauses: Clauses, index: int, patient: int) -> Ends | None:
    """Return who does something for somebody: A of A 是 [为 S 带来 B 的] H, H of other clauses; None without 为 S."""
    before = clauses.before(index)
    served = clauses.governor(before) if before is not None and clauses.kinds[before] == "N" else None
    if served is None or clauses.kinds[served] != "P" or clauses.word(served) not in FOR_WHOM:
        return None
    outer = clauses.before(served)
    told = outer is not None and clauses.kinds[outer] == "V" and clauses.is_being(outer)
    return clauses.subject(outer) if told and outer is not None else clauses.heads_of(patient)


def _named_key(clauses: Clauses, index: int) -> Ends:
    """Return A of 提高 B 的 关键 是 A, where a name alone tells which key the noun phrase `index` means."""
    told = clauses.after(index)
    if told is None or clauses.word(told) not in ("是", "就是", "便是") or not clauses.is_in_head(index, "key"):
        return ()
    if clauses.is_in_head(index, "needed_head"):
        return ()  # 提高 B 的 前提 是 A
    return clauses.object_ends(told) if clauses.kinds[told + 1 : clauses.last[told]] == ["N"] else ()


def _is_work_of(clauses: Clauses, patient: int) -> bool:
    """Whether a noun phrase is a work with who wrote it, and no work that does something to him: 基于 康德 的《乙》."""
    tokens, (*owners, (start, _)) = clauses.parse.tokens, clauses.parse.chunks[patient].items[-1].parts
    return len(owners) == 1 and tokens.words[start][0] in TITLES and owners[0][1] - 1 in tokens.persons


def relative_sides(clauses: Clauses, index: int, patient: int, rule: Rule, token: int) -> tuple[Ends, Ends] | None:
    """Return the two sides of [V B 的] H or [S V B 的] H; nothing where H is the key to it or only a means."""
    chunks, told = clauses.parse.chunks, _told_sides(clauses, index, patient)
    if told is not None or _is_work_of(clauses, patient):
        return told
    if clauses.is_key(patient) and rule.relation == "opposes":
        return clauses.subject(index), clauses.attributes_of(patient)  # A 区别于 B 的 关键 在于 C
    named = _named_key(clauses, patient) if rule.relation in FLOWS and not clauses.clause_explained(patient) else ()
    if named and (taken := clauses.attributes_of(patient)):
        return named, taken  # 提高 B 的 关键 是 A
    if clauses.is_key(patient):
        if rule.relation != "has_part" or not clauses.local_subject(index):  # not S 具有 B 的 原因 在于 C
            keep_key(clauses, index, KeyClaim(rule, clauses.attributes_of(patient), token))
        return None
    before = clauses.before(index)
    given = given_by(clauses, index, patient)
    if given is not None:
        return given, clauses.attributes_of(patient)  # A 是 [为 S 带来 B 的] H
    if patient == clauses.genus:
        inner = defined_doer(clauses, index)
        agents = clauses.memory.subject if inner is None else inner  # 【A】… V O 的 H
    elif before is not None and chunks[before].kind == "N" and not clauses.closes_attributes(index, patient):
        above = clauses.governor(before)
        by = above is not None and clauses.is_in(above, "instrument") and clauses.kinds[above - 1] == "N"
        doer = above - 1 if above is not None and by and above > clauses.first[index] else before  # [S 用 T V O 的] H
        agents = clauses.subject_ends(doer) or ()  # A V [S V O 的] H
        led = above is not None and clauses.word(above) == "从" and clauses.kinds[above] == "P"
        if led or (above is None and clauses.words[index] == "建立在"):
            agents = clauses.heads_of(patient)  # [从 A V O 的] H, [S 建立在 A 上 的] H
        elif above is not None and clauses.is_in(above, "copula") and _tells_where(clauses, before):
            agents = clauses.subject(above)  # A 是 W 中 V O 的 H, A 是 T 时代 V O 的 H
        elif above is not None and clauses.word(above) == "在":
            counted = clauses.kinds[clauses.before(above) or 0] in "mr"
            agents = clauses.subject(index) if counted else clauses.heads_of(patient)  # A 是 一种 能 在 W 中 V O 的 H
        if rule.relation in ("promotes", "negates") and above is not None and clauses.is_in(above, "copula"):
            way = clauses.head_word(patient)[-2:] in clauses.sets["way_head"]
            means = way or clauses.is_in_head(patient, "means_head")
            agents += clauses.subject(above) if means and not clauses.is_in(index, "losing") else ()  # A 是 … 手段
    else:
        predicate = is_predicate(clauses, index) or clauses.closes_attributes(index, patient)
        room = rule.relation != "has_part" and clauses.is_in_head(patient, "room")
        wished = room or clauses.is_in_head(patient, "wish_head")  # 整合 A 的 愿望; 批评 A 的 空间, not 充满 A 的 空间
        if _is_no_deed_of(clauses, patient, rule) if predicate else wished:
            return None
        first = chunks[patient].items[0]
        if not predicate and clauses.parse.tokens.words[first.parts[-1][1] :][:1] == ["及其"] and len(first.parts) > 1:
            return clauses.name_all([first.of(first.parts[-1:])]), clauses.name_all([first.of(first.parts[:-1])])
        own = not predicate or clauses.counts_one(index - 1)  # 一类 是 [V O 的] H
        agents = clauses.factors_of(patient) or clauses.heads_of(patient) if own else clauses.subject(index)
    return agents, _ground(clauses, index, patient) or clauses.attributes_of(patient)


def is_key_deed(clauses: Clauses, index: int, rule: Rule) -> bool:
    """Whether a deed is said to be the key to something, which does not do it: A 的 关键 在于 V B, not 消灭 B.

    Nor does what matters for it do what others do to a thing: A 对 掌握 B 具有 意义.
    """
    if rule.relation == "acts_on":
        opens = index - 3 if clauses.kinds[max(index - 2, 0) : index] == ["V", "C"] else index - 1  # 对 理解 和 掌握 B
        if opens >= 0 and clauses.kinds[opens] == "P" and clauses.is_in(opens, "toward"):
            return clauses.is_weighed(index)
    being = clauses.before(index) if rule.relation in ("promotes", "produces", "acts_on") else None
    if being is None or clauses.kinds[being] != "V" or not clauses.is_being(being):
        return False
    noun = clauses.before(being)
    return noun is not None and clauses.kinds[noun] == "N" and clauses.is_key(noun)


def _is_no_deed_of(clauses: Clauses, patient: int, rule: Rule) -> bool:
    """Whether who is said to be the head of [V O 的] H does not do it: A 是 支配 B 的 手段, A 是 建立 B 的 障碍."""
    if rule.relation in ("promotes", "produces", "acts_on") and clauses.is_in_head(patient, "hindrance"):
        return True
    needed = clauses.is_in_head(patient, "needed_head")
    if rule.relation == "acts_on":
        return needed or clauses.is_in_head(patient, "means_head")  # somebody else does it
    return needed and rule.relation in ("promotes", "produces")  # O depends on A


def _tells_where(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase only says where or when: W 中, T 时代."""
    timed = clauses.has_head_ending(index, "time_ending") or clauses.head_word(index).endswith("时代")
    return timed or clauses.is_place(index)


def _ground(clauses: Clauses, index: int, patient: int) -> Ends:
    """Return A of 是 [建立在 A 基础 上 的] B 的 H; nothing for other phrases."""
    last = clauses.parse.chunks[patient].items[-1]
    placed = len(last.parts) > 2 and clauses.parse.tokens.kinds[last.parts[1][0] - 2] == "f"
    return clauses.name_all((last.of(last.parts[:1]),)) if placed and clauses.word(index)[-1] in "在于" else ()


def is_held_to(clauses: Clauses, told: int | None, patient: int) -> bool:
    """Whether a relation is one to what 对 brings in, or shown to somebody: 对 市场 具有 支配 关系, 向 观众 展现 B."""
    above = clauses.governor(told) if told is not None and clauses.kinds[told] == "N" else None
    if above is None or clauses.word(above) == "向":
        return above is not None
    return clauses.is_in(above, "toward") and clauses.head_word(patient) == "关系"


def is_good_to_do(clauses: Clauses, marker: int, index: int, reached: int) -> bool:
    """Whether what somebody named behind 对 does is only what a thing is good for: 对 他人 V B 有 意义."""
    giving = clauses.after(reached)
    given = giving is not None and clauses.words[giving][:2] in ("提供", "带来")
    named = any(clauses.kinds[at] in "NSR" for at in range(marker + 1, index))
    named = named and not {"，", ","} & set(clauses.words[marker:index])
    return named and (given or (clauses.kinds[marker + 1] in "NR" and clauses.is_weighed(marker)))


def within(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return (A, B) of B (被) 包含 在 A 之中."""
    place = index + 2
    placed = clauses.words[index + 1 : place] == ["在"] and place + 1 == clauses.last[index] and clauses.is_place(place)
    return (clauses.ends_of(place), clauses.theme(index)) if placed else None


def is_called_for(clauses: Clauses, index: int) -> bool:
    """Whether 以 behind a verb of speech brings in what is to do something."""
    by = clauses.governor(index - 1)
    return by is not None and clauses.word(by) == "以" and by > clauses.first[index] and clauses.opens_report(by - 1)


def beside(clauses: Clauses, patient: int) -> Ends:
    """Return C of (导致) B V 而 C V, where `patient` is B."""
    last, told = clauses.last[patient], clauses.after(patient)
    noun = told + 2 if told is not None else last
    if told is None or noun >= last or clauses.kinds[told] != "V" or clauses.kinds[noun] != "N":
        return ()
    acts = next((at for at in range(noun + 1, last) if clauses.kinds[at] not in "du"), last)
    joined = clauses.words[told + 1] in ("而", "、") and acts == last - 1 and clauses.kinds[acts] in "Va"
    return clauses.ends_of(noun) if joined else ()


def only_passes(clauses: Clauses, index: int) -> bool:
    """Whether an empty verb says only that its object is done (得到 解决), or a clause follows: 意味着 A 在 B 的 C."""
    if clauses.is_in(index, "shows") and clauses.kinds[index + 1 : index + 3] == ["N", "P"]:
        return clauses.words[index + 2] == "在"
    if lays_ground(clauses, index):
        return True
    passes = clauses.is_in(index, "light_verb") and not brings_deed(clauses, index)
    patient = clauses.object_at(index) if passes else None
    if patient is None:
        return False
    start, head = clauses.parse.chunks[patient].start, clauses.parse.chunks[patient].end - 1
    if "N" in clauses.parse.tokens.kinds[start:head]:
        return False  # 造成 农民 破产
    return clauses.parse.tokens.tags[head] in ("v", "vn") and not clauses.parse.tokens.names[head]


def is_before_deed(clauses: Clauses, marker: int, verb: int) -> bool:
    """Whether the head of what a verb tells of is who does the next deed: 由 [A 引发 的] B 所 V, 被 [A 引发 的] B V."""
    if clauses.words[verb + 3 : verb + 4] == ["所"]:
        return True
    told = clauses.words[marker] == "被" and clauses.kinds[verb + 2 : verb + 4] == ["N", "V"]
    return told and verb + 4 == clauses.last[verb] and bool(clauses.local_subject(marker))


def owns_head(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase is C 的 D, neither of them a list."""
    items = clauses.parse.chunks[index].items if index < len(clauses.kinds) else ()
    return len(items) == 1 and len(items[0].parts) == 2


def goes_on(clauses: Clauses, index: int) -> bool:
    """Whether another verb takes the object: 被 A 收集、分析后变成 B."""
    patient = clauses.object_at(index)
    between = range(index + 1, patient if patient is not None else index)
    return any(clauses.kinds[at] == "V" and clauses.kinds[at - 1] != "C" for at in between)
