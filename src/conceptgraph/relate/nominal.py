"""What a noun says somebody does: A 对 B 的 V, B 受到 A 的 V, A 对 B 进行 V, 在 A 的 V 下."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.denial import is_negated, is_only_dealt_with
from conceptgraph.relate.effects import tuned_subject
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.purposes import studied_with
from conceptgraph.relate.rules import CueUse, Rule


def read_nominal(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 对 B 的 V; B 受到 A 的 V; A 对 B 进行 V; A 对 B 展开的 V; A 对 BV 的研究."""
    chunks = clauses.parse.chunks
    above = grounded if (grounded := _before_ground(clauses, index)) is not None else clauses.governor(index)
    if not (_is_in_deed(clauses, token, index) or any(_heads(clauses, token, item) for item in chunks[index].items)):
        return
    giver = _giver(clauses, index)
    if giver is not None:
        given = clauses.ends_of(giver + 1) if giver + 1 < index else _first_name(clauses, index)
        yield Claim(use.rule, clauses.subject(giver), given, token)
        return
    if above is None or (use.rule.relation == "depends_on" and _is_only_asked(clauses, token, index)):
        return
    counted = _counted(clauses, index)
    if counted is not None:
        yield Claim(use.rule, clauses.ends_of(index - 2), clauses.subject(counted), token)
        return
    outer = clauses.before(above) if clauses.word(above) == "来自" else None
    above = above if outer is None else outer  # B 受到 了 来自 A 的 V
    kind, word = chunks[above].kind, clauses.words[above]
    if kind == "P" and (clauses.is_in(above, "toward") or (word == "关于" and use.rule.relation == "argues")):
        arises = clauses.parse.tokens.words[token] in clauses.rules.grammar.sets["arising"]  # 对 A 的 形成 具有 意义
        if use.rule.relation == "produces":  # 对 A 的 凝聚 作用, 对 A 的 养成 有 意义
            arises = arises or clauses.is_in_head(index, "weight") or _is_only_aim(clauses, above, index)
        solved = clauses.parse.tokens.words[token] in clauses.rules.grammar.sets["solving"]  # 对 A 的 解决 有 意义
        arises = arises or (solved and clauses.is_weighed(above)) or _is_in_role(clauses, above, use)
        if not (arises or _is_undone(clauses, above, index) or _is_affected(clauses, token, index)):
            yield Claim(use.rule, _doer(clauses, above, use.rule), _others(clauses, token, index), token)
    elif clauses.is_in(above, "standing"):
        doers = clauses.attributes_of(index) or _before_bare(clauses, token, index)
        doers = doers or (clauses.subject(above) if _is_put(clauses, above) else ())  # 把 B 置于 自己 的 V 之下
        yield _under(clauses, use.rule, token, above, index, doers)
    elif kind == "I":
        if not _is_done_further(clauses, above, index):
            doers = _owner_of(clauses, token, index) or _before_bare(clauses, token, index)
            tuned = tuned_subject(clauses, above) if use.rule.relation == "influences" else ()
            yield Claim(use.rule, doers, tuned or clauses.told_next(above, index) or clauses.subject(above), token)
    elif word in ("经", "经过") and clauses.told_next(above, index):
        yield Claim(use.rule, clauses.attributes_of(index), clauses.told_next(above, index), token)  # 经 A 的 V，B 形成
    elif kind == "V" and word in clauses.rules.grammar.sets["undergoing"] and clauses.instrument(above):
        yield Claim(use.rule, clauses.instrument(above), clauses.local_subject(above) or (), token)
    elif kind == "V" and word in clauses.rules.grammar.sets["receiving"] and clauses.attributes_of(index):
        yield Claim(use.rule, clauses.attributes_of(index), clauses.local_subject(above) or (), token)  # B 得到 A 的 V
    elif kind == "V" and clauses.is_in(above, "facing") and clauses.attributes_of(index):
        if clauses.is_in_head(index, "pressing"):
            yield Claim(use.rule, clauses.attributes_of(index), clauses.local_subject(above) or (), token)
    elif kind == "V" and (clauses.is_in(above, "light_verb") or _is_posed(word, use)):
        if use.rule.relation != "has_part":  # [A 对 B 进行 V 的] 体现
            yield from _before_verb(clauses, use, token, above)
    elif kind == "D" and above > clauses.first[index] and clauses.is_in(above - 1, "light_verb"):
        yield from _before_verb(clauses, use, token, above - 1)


def _before_ground(clauses: Clauses, index: int) -> int | None:
    """Return 受到 of 受到 [以 A 为 B 的] C 的 V; nothing elsewhere."""
    led = index > 3 and clauses.kinds[index - 4 : index] == ["I", "P", "N", "u"]
    return index - 4 if led and clauses.words[index - 3] == "以" else None


def _is_only_aim(clauses: Clauses, toward: int, made: int) -> bool:
    """Whether the making of a thing is only hindered, weighed or turned into: A 转变为 对 B 的 设计."""
    if clauses.is_weighed(toward) or _is_hindered(clauses, made):
        return True
    turning = next((at for at in range(toward - 1, -1, -1) if clauses.kinds[at] not in "udmr"), toward)
    turns = clauses.kinds[turning] == "V" and clauses.has_frame(turning, "result")
    return turns and not clauses.is_being(turning)


def _is_in_role(clauses: Clauses, toward: int, use: CueUse) -> bool:
    """Whether what is done to something only fills a role of another thing: A 的 关键 是 对 B 的 V."""
    told = toward > 1 and clauses.is_being(toward - 1) and clauses.kinds[toward - 2] == "N"
    return told and use.rule.relation != "argues" and clauses.role_headed(toward - 2)


def _is_in_deed(clauses: Clauses, token: int, index: int) -> bool:
    """Whether a word is what is done in [A 对 B 进行 V 的] H, where H only says what that is: 体现, 结果, 方式."""
    parts = clauses.parse.chunks[index].items[0].parts
    done = len(parts) == 2 and parts[0] == (token, token + 1) and clauses.word(index - 1) in ("进行", "加以", "予以")
    return done and clauses.is_in_any_head(index, "deed_head", "happening", "light_head", "projection")


def _is_only_asked(clauses: Clauses, token: int, index: int) -> bool:
    """Whether a noun names what somebody wants of a thing or goes by: A 对 B 的 要求, not 满足 A 对 B 的 要求."""
    asked, satisfying = (clauses.rules.grammar.sets[name] for name in ("asked_noun", "satisfying"))
    told = clauses.words[clauses.first[index] : index]
    return clauses.parse.tokens.words[token] in asked and satisfying.isdisjoint(told)


def _is_posed(word: str, use: CueUse) -> bool:
    """Whether a verb that is no empty one only says that something is done: 对 A 构成了 威胁, 对 A 提出 批判."""
    return word == "构成了" or (word == "提出" and use.rule.relation == "negates")


def _is_done_further(clauses: Clauses, above: int, index: int) -> bool:
    """Whether something else is done behind what a passive word takes: 被 A 审查 所 压制, 由 A 的 侵蚀 造就."""
    ahead, by = clauses.kinds[index + 1 : index + 2], clauses.word(above) == "由"
    done = ahead == ["V"] and (clauses.word(above) == "被" or clauses.has_frame(index + 1, "result"))
    if ahead == ["I"] or (ahead == ["P"] and by) or done:
        return True  # 由 A 管理 向 B 转换, 由 A 约束 变为 B, 被 A 扩张 消融
    later = clauses.after(index)
    return by and later is not None and not clauses.uses_at(later).relations.isdisjoint(("produces", "causes"))


def _counted(clauses: Clauses, index: int) -> int | None:
    """Return the passive word of B 受到 A 和 C 两个 因素 的 V, where the noun phrase `index` is the V; else None."""
    if clauses.kinds[index - 2 : index] != ["N", "D"] or len(clauses.parse.chunks[index - 2].items) < 2:
        return None
    chunk = clauses.parse.chunks[index - 2]
    if clauses.sets["counted_force"].isdisjoint(clauses.parse.tokens.words[chunk.items[-1].parts[-1][1] : chunk.end]):
        return None
    above = clauses.governor(index - 2)
    return above if above is not None and clauses.kinds[above] == "I" else None


def _owner_of(clauses: Clauses, token: int, index: int) -> Ends:
    """Return who does what the word `token` of a noun phrase says: in A 的 制约 和 B 的 限制 each his own."""
    items = clauses.parse.chunks[index].items
    owned = [item for item in items if len(item.parts) > 1]
    own = next((item for item in owned if item.parts[-1][0] <= token < item.parts[-1][1]), None)
    if len(owned) < 2 or len(owned) < len(items) or own is None:
        return clauses.attributes_of(index)
    return clauses.name_all((own.of(own.parts[:-1]),))


def _giver(clauses: Clauses, index: int) -> int | None:
    """Return the verb of A 给予 B (以) V, which is B's, where the noun phrase `index` is the V; else None."""
    led = index
    while led > clauses.first[index] and (clauses.kinds[led - 1] == "d" or clauses.words[led - 1] == "以"):
        led -= 1
    noun = led - 1 if clauses.kinds[led - 1] == "N" else led
    giver = noun - 1
    if giver < clauses.first[index] or clauses.kinds[giver] != "V" or not clauses.is_in(giver, "giving"):
        return None
    return giver if noun < index or _first_name(clauses, index) else None


def _first_name(clauses: Clauses, index: int) -> Ends:
    """Return B of the noun phrase B 很大 支持, which are two."""
    kinds, ((start, end), *more) = clauses.parse.tokens.kinds, clauses.parse.chunks[index].items[0].parts
    stop = next((at for at in range(start, end) if kinds[at] == "a"), start)
    return clauses.name_all((Item(((start, stop),), False),)) if stop > start and not more else ()


def _before_bare(clauses: Clauses, token: int, index: int) -> Ends:
    """Return A of B 受 A V, where no 的 stands between."""
    start, end = clauses.parse.chunks[index].items[-1].parts[-1]
    return clauses.name_all((Item(((start, token),), False),)) if start < token == end - 1 else ()


def _is_undone(clauses: Clauses, above: int, index: int) -> bool:
    """Whether a verb works against what is done, so that its subject does not do it: 减少 对 A 的 V, 反对 对 A 的 V.

    Also where it is only what the subject deals with.
    """
    if _is_denied(clauses, above, index) or is_only_dealt_with(clauses, above, index):
        return True
    before = above - 1
    while before > clauses.first[above] and clauses.kinds[before] in "udmr":
        before -= 1
    if before < clauses.first[above] or clauses.kinds[before] != "V":
        return False
    marker = clauses.marker(before) if clauses.has_frame(before, "result") else None
    if marker is not None and clauses.kinds[marker] == "I":
        return True  # A 被 转变为 对 B 的 V
    return any(use.rule.relation == "negates" and use.rule.frame == "verb" for use in clauses.uses_at(before).closing)


def _is_denied(clauses: Clauses, above: int, index: int) -> bool:
    """Whether something is said not to be what is done: C 绝非 A 对 B 的 V，而是 D."""
    doer = clauses.kinds[above - 1] == "N" and clauses.kinds[above - 2] == "V"
    being = above - 1 - doer
    closes = index + 1 == clauses.last[index] and being >= clauses.first[above]
    return closes and clauses.is_in(being, "copula") and is_negated(clauses, above - 1 if doer else above)


def _is_hindered(clauses: Clauses, index: int) -> bool:
    """Whether what is done is only said to be made hard: A 对 B 的 兴办 构成 阻力."""
    verb = clauses.after(index)
    taken = clauses.object_at(verb) if verb is not None and clauses.kinds[verb] == "V" else None
    return taken is not None and clauses.is_in_head(taken, "hindrance")


def _is_affected(clauses: Clauses, token: int, index: int) -> bool:
    """Whether what somebody else does is what something has an effect on: A 对 B 的 选择 有 影响."""
    *listed, last = clauses.parse.chunks[index].items
    if (
        token < last.parts[-1][0]
        and clauses.has_head_ending(index, "effect_ending")
        and (listed or len(last.parts) > 2)
    ):
        return True  # A 对 B 选择、C 的 影响; A 对 B 的 生长 和 养分 吸收 的 影响
    if len(last.parts) > 1 and any(item.parts == ((token, token + 1),) for item in listed):
        return True  # A 对 选择 和 行动 的 确认
    told, weight = clauses.after(index), clauses.rules.grammar.sets["weight"]
    patient = clauses.object_at(told) if told is not None and clauses.is_in(told, "light_verb") else None
    if patient is None or clauses.head_word(index) in weight:
        return False  # A 对 B 的 影响 存在 门槛 效应
    return clauses.has_head_ending(patient, "effect_ending")  # not 意义


def _is_put(clauses: Clauses, verb: int) -> bool:
    """Whether 把 or 将 tells what is put somewhere: 把 B 置于 A 的 V 之下."""
    marker = clauses.marker(verb)
    return marker is not None and clauses.kinds[marker] == "B"


def _under(clauses: Clauses, rule: Rule, token: int, above: int, index: int, doers: Ends) -> Claim:
    """Return what is done 在 A 的 V 下; what arises under a blow or pressure comes of A: 在 A 的 冲击 下 出现 B."""
    found, arose = _what_happens(clauses, above, index)
    brought = arose and rule.relation in ("negates", "acts_on")
    return Claim(clauses.rule_of("导致", rule) if brought else rule, doers, found, token)


def _what_happens(clauses: Clauses, above: int, index: int) -> tuple[Ends, bool]:
    """Return the subject, or else the object, of what is said to happen 在 A 的 V 下, or nothing for other phrases.

    With it whether it is an object, which comes of A: 在 A 的 冲击 下 出现 B.
    """
    chunks, chunk = clauses.parse.chunks, clauses.parse.chunks[index]
    if not chunk.items[-1].local or clauses.parse.tokens.words[chunk.end - 1] not in ("下", "之下"):
        return (), False
    own = clauses.theme(above) if _is_put(clauses, above) else clauses.local_subject(above)
    if own:
        return own, False  # B 在 A 的 V 下，…; 把 B 置于 A 的 V 之下
    at = index + 1
    while at < len(chunks) and chunks[at].kind in "du,C":
        at += 1
    if at >= len(chunks) or chunks[at].kind not in "NV":
        return (), False
    if chunks[at].kind == "N":
        return clauses.subject_ends(at) or (), False
    if clauses.kinds[at : at + 3] == ["V", "D", "N"] and at == index + 1:
        return clauses.ends_of(at + 2), False  # 在 A 的 V 下 产生 的 B
    arises = clauses.has_frame(at, "present") or "produces" in clauses.uses_at(at).relations
    return clauses.object_ends(at), arises


def _others(clauses: Clauses, token: int, index: int) -> Ends:
    """Return what the noun `token` is about, but no name of which it is part: 对 消费 与 A 的 揭示."""
    place = clauses.parse.tokens.starts[token]
    return tuple(end for end in _bearers(clauses, token, index) if not end.start <= place < end.end)


def _bearers(clauses: Clauses, token: int, index: int) -> Ends:
    """Return what the noun `token` is about: B of 对 B 的 V, and of 对 BV 的研究."""
    tags = clauses.parse.tokens.tags
    for item in clauses.parse.chunks[index].items:
        for number, (start, end) in enumerate(item.parts):
            if (
                start < token < end - 1
                and clauses.parse.tokens.words[token + 1] in clauses.rules.grammar.sets["degree_noun"]
            ):
                return ()  # 对 机制 完善 程度 的 评价
            after = clauses.after(index)
            done = after is not None and (clauses.is_in(after, "having") or clauses.is_in(after, "light_verb"))
            plain = number == 0 < token - start and set(clauses.parse.tokens.kinds[start:token]) == {"a"}  # 短期 影响
            bare = len(item.parts) == 1 and (tags[token] == "n" or done)  # 对 学业 成就 有 作用, 对 茶馆 经营 产生 影响
            bare = bare or plain
            if start < token < end and not bare and (number + 1 < len(item.parts) or number == 0):
                parts = (*item.parts[:number], (start, token))
                return clauses.name_all((item.of(parts),))
            if start == token and 0 < number < len(item.parts) - 1:
                return clauses.name_all((item.of(item.parts[:number]),))
    items = clauses.parse.chunks[index].items
    own = next((item for item in items if item.parts[-1][0] <= token < item.parts[-1][1]), items[-1])
    owned = own is not items[-1] and len(own.parts) > 1 and len(items[-1].parts) > 1
    return clauses.name_all((own.of(own.parts[:-1]),)) if owned else clauses.attributes_of(index)


def _doer(clauses: Clauses, above: int, rule: Rule) -> Ends:
    """Return who acts in A 对 B 的 V: the noun before 对, or, where that is an instrument, who uses it."""
    chunks = clauses.parse.chunks
    if above - 1 > clauses.first[above] and clauses.kinds[above - 1] == "S" and clauses.kinds[above - 2] in "PV":
        return ()  # 甲 针对 学者 对 B 的 V
    if above == clauses.first[above] or chunks[above - 1].kind != "N" or chunks[above - 1].items[-1].local:
        if above and above == clauses.first[above] and clauses.word(above - 1) in "；;":
            return ()  # A V B；对 C 的 V V2 D
        being = clauses.after(above + 1) if clauses.kinds[above + 1] == "N" else None
        told = being is not None and clauses.is_being(being) and clauses.before(above) is None
        if told and rule.relation != "argues":
            return ()  # A V B，因为 对 C 的 V 是 D
        return _next_subject(clauses, above) or clauses.subject(above)
    tool = clauses.governor(above - 1)
    respects = clauses.last_word(above - 1) in clauses.rules.grammar.sets["aspect_head"]
    if tool is not None and respects and clauses.kinds[tool] == "P":
        return clauses.subject(tool)  # S 从 A、C 两个 方面 对 B 进行 V
    if tool is not None and clauses.is_in(tool, "instrument"):
        return clauses.subject(tool) or clauses.ends_of(above - 1)
    if tool is not None and clauses.kinds[tool] == "P" and clauses.word(tool) in ("为了", "为", "出于"):
        verb = clauses.after(above + 1) if clauses.word(tool) == "为" else None
        if verb is not None and clauses.word(verb).removesuffix("了") in clauses.sets["serving"]:
            return clauses.ends_of(above - 1)  # S 为 [A 对 B 的 V] 提供 C
        return clauses.local_subject(tool) or ()  # S 为了 A 对 B 的 V
    if tool is not None and clauses.kinds[tool] == "P" and clauses.is_in(tool, "toward"):
        return clauses.name_all(chunks[above - 1].items[-1:])  # S 对 A、C 对 B 的 V
    of_work = rule.relation == "argues" and clauses.word(above) == "关于"  # 吸收 甲、乙 等 人 关于 C 的 论述
    if tool is not None and clauses.kinds[tool] == "V" and not of_work and not _acts_alike(clauses, tool, above - 1):
        return clauses.name_all(chunks[above - 1].items[-1:])  # 依赖于 A 和 B 对 C 的 V
    return clauses.ends_of(above - 1)


def _acts_alike(clauses: Clauses, verb: int, index: int) -> bool:
    """Whether all members of a list behind a verb do it: 考察 A 和 B 对 C 的 V, 应对 A、B 和 C 对 D 的 V."""
    members = len(clauses.parse.chunks[index].items)
    if clauses.has_frame(verb, "speech"):
        return members > 1
    return members > 2 and "depends_on" not in clauses.uses_at(verb).relations


def _next_subject(clauses: Clauses, above: int) -> Ends:
    """Return S of 通过 对 B 的 V，S V2 C, where the clause before the comma is only what S does it by."""
    border = clauses.last[above]
    led = above == clauses.first[above] + 1 and clauses.kinds[above - 1] == "P"
    if not led or "V" in clauses.kinds[above:border] or border + 1 >= len(clauses.kinds):
        return ()
    verb = clauses.first_verb(border + 1)
    own = clauses.local_subject(verb) if verb is not None and clauses.word(border) in "，," else None
    clauses.carried = False
    return own or ()


def _before_verb(clauses: Clauses, use: CueUse, token: int, verb: int) -> Iterator[Claim]:
    """A 对 B 进行 V; A 对 B 既 有 V，又 有 V: B stands between 对 or 把 and the (first) empty verb."""
    chunks, noun = clauses.parse.chunks, verb - 1
    while noun > clauses.first[verb] and clauses.kinds[noun] == "d":
        noun -= 1
    first = _first_having(clauses, noun) if clauses.word(verb) == "有" else None
    if first is not None:
        yield from _before_verb(clauses, use, token, first)
        return
    if noun < verb - 1 and "verb" in clauses.uses_of_head(noun).frames:
        return  # A 对 B 的 V 没有 得到 证实
    if noun <= clauses.first[verb] or chunks[noun].kind != "N":
        return
    above, met = clauses.governor(noun), clauses.ends_of(noun)
    if above is not None and clauses.kinds[above - 1 : above + 1] == ["P", "V"]:
        if clauses.in_relative(above, noun):
            above, met = above - 1, clauses.head_of(noun)  # A 对 [V C 的] B 进行 V
        elif clauses.is_in_head(noun, "happening"):
            above, met = above - 1, clauses.chunks_as_written(above, noun, LONGEST)  # A 对 [V C 的] 行为 进行 V
    if above is not None and (
        clauses.is_in(above, "toward") or clauses.word(above) == "给" or chunks[above].kind == "B"
    ):
        outer, done = clauses.before(above), verb + 1
        led = outer is not None and clauses.kinds[outer] == "V" and clauses.kinds[done : done + 1] == ["N"]
        inner = led and len(chunks[done].items[-1].parts) > 1
        doers = clauses.head_of(done) if inner else clauses.subject(above)
        studies = use.rule.relation == "acts_on" and clauses.parse.tokens.words[token] in clauses.sets["author_deed"]
        if studies and not doers and clauses.is_in(above, "toward"):
            doers = studied_with(clauses, above)
        yield Claim(use.rule, doers, met, token)


def _first_having(clauses: Clauses, before: int) -> int | None:
    """Return the first 有 of 既 有 V，又 有 W, where `before` stands before the second and its adverbs; else None."""
    if clauses.kinds[before] == "d":  # opens a clause: 又 有 W
        told = clauses.clause_before(before) if clauses.word(before) in ("又", "也", "还", "更") else range(0)
        before = told.stop - 1
    having = before - 1
    return (
        having
        if before > 1 and clauses.kinds[having : before + 1] == ["V", "N"] and clauses.word(having) == "有"
        else None
    )


def _heads(clauses: Clauses, token: int, item: Item) -> bool:
    """Whether `token` heads a member, as it is, in a compound (影响机制) or before 的 and such a tail (影响的研究)."""
    words, tags, cues = clauses.parse.tokens.words, clauses.parse.tokens.tags, clauses.parse.tokens.cues
    tails, first = clauses.rules.grammar.sets["cue_tail"], item.parts[0][0]
    if not any(start <= token < end for start, end in item.parts):
        return False
    if words[token] in tails and any(at in cues and _heads(clauses, at, item) for at in range(first, token)):
        return False  # 分析 in A 对 B 影响的分析
    rest = range(token + 1, item.parts[-1][1])
    if words[item.head] in ("作用", "功能") and any(start < token == end - 1 for start, end in item.parts[:-1]):
        return False  # A 对 宗族 治理 的 作用
    if token == item.head - 1 and words[token + 1] in ("作用", "功能", "效应"):
        return True  # A 对 B 的 塑造 作用
    return all(words[at] in tails or (tags[at] in ("v", "vn", "uj") and at not in cues) for at in rest)
