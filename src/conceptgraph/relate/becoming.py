"""Frame of verbs of becoming: A turns into B, also from what it was, and B is what the next clause may begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from conceptgraph.relate.capacity import is_headed
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.copulas import head_of_row
from conceptgraph.relate.endpoints import BARE
from conceptgraph.relate.makers import deed_of
from conceptgraph.relate.making import brought_by, pushed_by
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.origins import changing_from, heads_way, led_by_another, stand_behind, whole_before
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.rules import CueUse
from conceptgraph.relate.speakers import is_named_person
from conceptgraph.relate.words import FROM, START
from conceptgraph.resources import word_list

NO_STATE = ("attribute_noun", "hollow_head", "light_tail", "talked_of")  # nothing turns into what these words name
NO_WAY = ("于", "来", "此", "事", "而", "中", "属", "未", "业", "众", "政")  # 由于 and 从事 name no way from somewhere
WEIGHED_HEAD = re.compile("[NR]d+aD(?:N.?)?")  # kinds of a noun, how much and what its head is like: A 最 核心 的
DOERS_CLAUSE = re.compile("N(?:PN)?[ad]*V(?:CV)?[NCD]*")  # kinds of a relative clause and its subject: 人们 追求 A 的


def _turns_into_nothing(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether a verb tells of a way, a state or a time, which nothing becomes."""
    if _is_looked(clauses, index) or _is_put_back(clauses, index, patient):
        return True
    if clauses.words[index - 1] == "在" and clauses.words[patient + 1 : patient + 3] == ["的", "意义上"]:
        return True  # 在 回归 A 的 意义上
    if clauses.is_in(index, "entering") and not _changes_state(clauses, index, patient):
        return True
    certain = clauses.is_in(index, "told_becoming") and clauses.word(patient) == "必然"
    if certain or (clauses.words[index][0] == "趋" and clauses.head_word(patient) in word_list("change_words")):
        return True  # 成为 必然, 趋于 下降
    last = clauses.parse.chunks[patient].end - 1
    timed = clauses.parse.tokens.tags[last] == "t" or clauses.is_in_head(patient, "span_head")
    return timed and clauses.words[index] in ("发展到", "演变到", "演进到")  # A 发展到 明代


def read_result(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V B, and B is what the next clause may begin with."""
    patient = _outcome(clauses, index)
    if clauses.kinds[index] != "V" or patient is None or _turns_into_nothing(clauses, index, patient):
        return
    if clauses.words[patient + 1 : patient + 2] == ["之一"]:
        use = replace(use, rule=clauses.rule_of("是", use.rule))  # A 成为 B 之一: A is a B
    above = clauses.governor(patient)
    led = above is not None and above > index and clauses.kinds[above] == "V"  # 成为 [具有 A 的] 主体
    if led and above == index + 1 and clauses.is_in_any_head(patient, "key", "needed_head"):
        return  # A 成为 V B 的 前提 is read by that of V or 前提
    bare = general_word(clauses, patient)
    inner = heads_way(clauses, index, patient) or bool(clauses.clause_explained(patient))
    if inner and clauses.attributes_of(patient) and not led:
        if not clauses.is_being(index - 1):  # 是 [A V B 的] 前提, not 是 [V B 的] 前提
            yield Claim(use.rule, clauses.theme(index), clauses.attributes_of(patient), token)
        return
    stations = _role_stations(clauses, index, patient)
    if stations is not None:
        yield Claim(use.rule, *stations, token)
        return
    if clauses.role_headed(patient) and not led and not bare:
        if clauses.attributes_of(patient) and clauses.words[patient - 1] != "在":  # not 成为 B 在 W 的 前提
            whole = clauses.chunks_as_written(patient, patient, LONGEST)
            yield Claim(use.rule, _what_turns(clauses, index, clauses.theme(index)), whole, token)
        return
    targets = _what_comes(clauses, index, patient, led=led) or bare
    sources, general = _whole_subject(clauses, index) or clauses.theme(index), _general_before(clauses, index)
    sources = general if general and (clauses.carried or not sources) else sources
    if changing := changing_from(clauses, index):
        yield Claim(use.rule, changing, targets, token)  # A 由 [V B 的] C 变为 D
        sources = whole_before(clauses, index, sources)
    if not led and _is_told_by_head(clauses, index, patient):
        targets = clauses.attributes_of(patient)
    sources, targets = _of_one_kind(clauses, index, patient) or (sources, targets)
    memory = clauses.memory
    if not clauses.is_in(index, "reaching"):  # 监控 从 工厂 延伸到 家庭: of 监控 nothing is said
        yield Claim(use.rule, _what_turns(clauses, index, sources), targets, token, paired=True)
    yield Claim(use.rule, _left_behind(clauses, token, index), targets, token)
    led_by = clauses.causer(index) if not sources and clauses.is_in(index, "faring") else ()  # A 使 人们 陷入 B
    causers = brought_by(clauses, index) or led_by
    yield Claim(clauses.rule_of("导致", use.rule), causers, targets, token, verb=max(index - 2, 0))
    yield Claim(clauses.rule_of("促进", use.rule), pushed_by(clauses, index), targets, token)
    deed = deed_of(clauses, patient)
    if deed is not None and deed.relation in ("produces", "promotes"):
        yield Claim(deed, sources, clauses.attributes_of(patient), token)  # A 成为 B 的 生产者
    either = not {"要么", "或者", "或是"}.isdisjoint(clauses.words_before(index))  # 要么 变成 A，要么 变成 B，因而 V C
    memory.outcome, memory.outcome_sentence = () if either else targets, clauses.here
    memory.disposed = "B" in clauses.kinds[clauses.first[index] : index]
    memory.reached = clauses.is_in(index, "motion")


def _is_put_back(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether a thing is only brought to a place: 把 A 抛 回到 B 之下; not 让 A 回到 B 中."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[patient]
    brought = clauses.marker(index) is not None or tokens.tags[: clauses.parse.chunks[index].start][-1:] == ["v"]
    if clauses.word(index)[-2:] != "回到" or not brought or not chunk.items:
        return False
    placed = chunk.items[-1].local or tokens.tags[chunk.end - 1] == "s" or tokens.words[chunk.end - 1][-1] in "上下前里"
    return placed and clauses.last_word(patient)[-1] != "中"


def _is_looked(clauses: Clauses, index: int) -> bool:
    """Whether only somebody's eyes turn to something: 把 目光 转向 A, not 注意力 变成 A."""
    if not clauses.is_in(index, "motion"):
        return False
    marker = clauses.marker(index)
    noun = clauses.noun_between(marker, index) if marker is not None else clauses.before(index)
    above = clauses.governor(noun) if noun is not None else None
    if above is not None and clauses.word(above) in FROM:
        noun = clauses.before(above)  # 目光 从 A 转向 B
    return noun is not None and clauses.kinds[noun] == "N" and clauses.is_in_head(noun, "sight")


def _what_comes(clauses: Clauses, index: int, patient: int, *, led: bool) -> Ends:
    """Return what something becomes, by the noun phrase `patient`, inside of which another verb stands if it is led."""
    course = clauses.is_in_head(patient, "course_head") and not clauses.is_in(index, "told_becoming")
    if course and (owners := clauses.attributes_of(patient)):
        return owners  # 走向 垄断 的 可能性
    headed = led and (clauses.role_headed(patient) or clauses.object_at(index) != patient)
    targets = clauses.head_of(patient) if headed else clauses.ends_of(patient)
    if headed and not targets and clauses.governor(patient) == index + 1:
        return clauses.chunks_as_written(index + 1, patient, LONGEST)  # 变成 控制 A 的 工具
    if targets and clauses.shares_last_head(patient):  # 成为 A 和 B 的 H, also where H is no name by itself
        return targets[-1:] if clauses.head_of(patient) else clauses.chunks_as_written(patient, patient, LONGEST)
    owned = not led and len(targets) == 1 and clauses.head_word(patient)[:2] != "可能"
    if owned and not is_headed(clauses, patient, targets[0]):
        return clauses.chunks_as_written(patient, patient, LONGEST)  # 成为 B 的 任务
    return targets


def _is_bare_head(clauses: Clauses, index: int) -> bool:
    """Whether the head of a noun phrase is one word that is no more than weighed: 商会 关注 的 (重要) 课题."""
    start, end = clauses.parse.chunks[index].items[-1].parts[-1]
    return clauses.rules.grammar.sets["attribute_noun"].issuperset(clauses.parse.tokens.words[start : end - 1])


def _outcome(clauses: Clauses, index: int) -> int | None:
    """Return the noun phrase of what something becomes: the object, or the head of the relative clause behind."""
    genus = head_of_row(clauses, index)
    if genus is not None:
        clauses.genus = genus
        return genus  # 成为 (S) V A，V B 的 组织
    patient, kinds, last = clauses.object_at(index), clauses.kinds, clauses.last[index] - 1
    if patient is None:
        built = kinds[index + 1 : index + 2] == ["I"] and kinds[last - 1 : last + 1] == ["D", "N"]
        return last if built else None  # 让位于 由 A V 的 B
    if clauses.words[patient + 1 : patient + 2] in (["这里"], ["那里"]):
        return None  # 发展到 朱熹 这里
    last -= kinds[last] == "u"  # 之一
    whose = kinds[last] == "N" and last > patient and _tells_whose(clauses, patient, last)
    quality = clauses.parse.form[clauses.parse.chunks[last].start :][:2] if kinds[last] == "N" else ""
    weighed = WEIGHED_HEAD.fullmatch("".join(kinds[patient:last]) + quality) is not None
    counted = _counts_within(clauses, patient, last)
    found = last if whose or weighed or counted else patient  # 成为 A V B 的 C, 成为 A 最 重要 的 C
    talked_of = clauses.is_in_head(found, "talked_of") and _is_bare_head(clauses, found)
    return None if talked_of else found  # 成为 人们 讨论 的 热点, not 成为 公共 话题


def _counts_within(clauses: Clauses, place: int, last: int) -> bool:
    """Whether a noun phrase is one of those in the place before it: 成为 A 中 一个 无法 V 的 B."""
    items = clauses.parse.chunks[place].items
    local = clauses.kinds[last] == "N" and bool(items) and items[-1].local and place + 1 < last
    return local and clauses.kinds[place + 1] in "mra" and clauses.is_in(place + 1, "counter")


def _what_turns(clauses: Clauses, index: int, sources: Ends) -> Ends:
    """Return what becomes something, where the clause does not name it: what the one before made of it."""
    memory = clauses.memory
    persons = all(is_named_person(clauses, end) for end in sources)
    if _is_from(clauses, index) and (clauses.carried or persons):
        return ()
    if persons and clauses.is_in(index, "going_over"):
        return ()  # 梁启超 转向 对 A 的 批判
    if clauses.carried and memory.pivot and memory.pivot_border == clauses.first[index] - 1:
        return memory.pivot  # A 使 B V C，成为 D
    if clauses.carried and sources and persons:
        made = clauses.last_object("V") if "并" in clauses.words_before(index) else ()
        if made and made[0].sentence == clauses.here:
            return made  # 甲 提出 A，并 发展成 B
    if clauses.carried and any(_makes_people(clauses, at) for at in clauses.clause_before(index)):
        return ()  # A 要求 人们 V B，转向 C
    goes_on = not memory.reached or bool(clauses.words_before(index) & clauses.rules.grammar.sets["outcome"])
    goes_on = goes_on and not (led_by_another(clauses, index) or _adds(clauses, index))
    if clauses.carried and goes_on and memory.outcome and memory.outcome_sentence == clauses.here:
        return sources if stand_behind(sources, memory.outcome) else memory.outcome  # A 变成 B，C V，变成 D
    word = clauses.word(index).removesuffix("了")
    turned = clauses.carried and word[0] in "转变化" and word[-1] in "为成"  # 转化为
    turned = turned or (clauses.carried and word in ("成为", "成了") and _was_brought(clauses, index))
    taken = clauses.last_object("B") if turned else ()
    return taken if taken and taken[0].sentence == clauses.here else sources  # A 把 B 加以 V，转化为 C


def _makes_people(clauses: Clauses, verb: int) -> bool:
    """Whether a verb says that people in general are made to do something: A 要求 人们 V B."""
    led = clauses.kinds[verb] == "V" and clauses.kinds[verb + 1 : verb + 2] in (["N"], ["S"])
    return led and clauses.is_in(verb, "driving") and not clauses.ends_of(verb + 1)


def _adds(clauses: Clauses, verb: int) -> bool:
    """Whether a clause tells what else the same thing becomes: 成为 A，而且 成为 B; 既 成为 A，又 成为 B."""
    before, sets = clauses.words_before(verb), clauses.rules.grammar.sets
    if not before.isdisjoint(sets["adding"]):
        return True
    earlier = clauses.clause_before(verb)
    return not before.isdisjoint(sets["adding_more"]) and any(clauses.is_in(at, "not_only_opening") for at in earlier)


def _was_brought(clauses: Clauses, verb: int) -> bool:
    """Whether the clause before tells where something was brought to, which then becomes something: 把 A 传 到 B，."""
    told = clauses.clause_before(verb)
    marker = next((at for at in told if clauses.kinds[at] == "B"), None)
    moved = clauses.first_verb(marker) if marker is not None else None
    if moved is None or clauses.before(verb) is not None:
        return False
    brought = clauses.is_in(moved, "bringing_into")
    return brought or clauses.words[moved][-1] in "到至" or clauses.words[moved + 1 : moved + 2] in (["到"], ["至"])


def _tells_whose(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a noun phrase that follows a verb of becoming only does what the last one is for: A V B 的 方式."""
    form = "".join(clauses.kinds[first:last])
    attributed = form[-1:] == "D" or len(clauses.parse.chunks[last].items[-1].parts) > 1
    if not attributed or DOERS_CLAUSE.fullmatch(form) is None:
        return False
    verb = first + form.index("V")
    return not clauses.has_frame(verb, "result", "copula")


def _whole_subject(clauses: Clauses, index: int) -> Ends:
    """Return A 的 基础 as one concept where that opens the clause and becomes something; nothing for other subjects."""
    first = clauses.opening(clauses.first[index] - 1)
    opens = clauses.kinds[first] == "N" and "B" not in clauses.kinds[first:index] and clauses.governor(first) is None
    return clauses.named_whole(first) if opens and clauses.role_headed(first) else ()


def _changes_state(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether what enters something becomes that: 美国 进入 老龄 社会, not 漫画 进入 课堂, 人类 进入 21 世纪."""
    whole = any(end.name in ("人类", "历史", "世界") for end in clauses.theme(index))
    return clauses.is_in_head(patient, "new_state") and not whole


def _role_stations(clauses: Clauses, index: int, patient: int) -> tuple[Ends, Ends] | None:
    """Return what takes a role, with the role that it leaves: S 从 B 的 条件 变成 C 的 对象; None without 从."""
    before, above = clauses.before(index), clauses.leading(index)
    left = before is not None and above is not None and clauses.word(above) in FROM
    if not left or before is None or above is None or not clauses.role_headed(patient):
        return None
    owned = clauses.role_headed(before)  # of others the pattern tells
    role = clauses.chunks_as_written(before, before, LONGEST) if owned else ()
    disposed = above > clauses.first[index] + 1 and clauses.kinds[above - 2 : above] == ["B", "N"]
    owner = clauses.ends_of(above - 1) if disposed else clauses.local_subject(index)  # S 将 A 从 B 转变为 C 的 形式
    return (owner or ()) + role, clauses.chunks_as_written(patient, patient, LONGEST)


def _of_one_kind(clauses: Clauses, index: int, patient: int) -> tuple[Ends, Ends] | None:
    """Return both names whole where they end in one word that says little: 把 社会问题 化约为 技术问题; else None."""
    marker = clauses.marker(index)
    disposed = marker is not None and clauses.kinds[marker] == "B"
    before = clauses.noun_between(marker, index) if disposed and marker is not None else clauses.before(index)
    if before is None or clauses.kinds[before] != "N":
        return None
    head = clauses.head_word(patient)[-2:]
    if not clauses.head_word(before).endswith(head) or head not in clauses.rules.grammar.sets["light_head"]:
        return None
    found = []
    for noun in (before, patient):
        items = clauses.parse.chunks[noun].items
        if len(items) != 1 or len(items[0].parts) > 2:
            return None
        start, end = items[0].parts[0][0], items[0].parts[-1][1]
        found.append(clauses.as_written(clauses.parse.tokens.starts[start], clauses.parse.tokens.ends[end - 1]))
    return found[0], found[1]


def general_word(clauses: Clauses, index: int) -> Ends:
    """Return a noun that alone says little as a concept, because something turns into it: 变成 数量, 成为 唯一 目的."""
    noun, chunk = clauses.bare_noun(index), clauses.parse.chunks[index]
    if noun is None or chunk.end != noun + 1:
        return ()
    return _general(clauses, chunk.start, noun)


def general_owner(clauses: Clauses, index: int) -> Ends:
    """Return a general word that only the passage before which it stands belongs to: 从 A 到 方法 的 转换."""
    chunk = clauses.parse.chunks[index]
    (start, end) = chunk.items[0].parts[0]
    return _general(clauses, start, end - 1) if len(chunk.items) == 1 else ()


def _general(clauses: Clauses, start: int, noun: int) -> Ends:
    """Return a general word as a concept where only qualities stand before it from the token `start` on."""
    tokens, word = clauses.parse.tokens, clauses.parse.tokens.words[noun]
    age = word in clauses.rules.grammar.sets["era"]  # 从 传统 到 现代 的 变迁
    if len(word) < BARE or (tokens.tags[noun][0] not in "nv" and not age) or tokens.names[noun]:
        return ()
    empty = any(word in clauses.rules.grammar.sets[name] for name in NO_STATE)
    led = all(tokens.kinds[at] == "a" for at in range(start, noun))
    if not led or empty or not (age or word in word_list("generic_words")):
        return ()
    return clauses.as_written(tokens.starts[noun], tokens.ends[noun])


def _general_before(clauses: Clauses, index: int) -> Ends:
    """Return the general word that opens the clause of a verb of becoming: 可能性 转化为 现实性."""
    noun = clauses.before(index)
    if noun is not None and clauses.kinds[noun] == "I" and noun + 1 == index:
        noun = clauses.before(noun)  # 活动 被 还原为 时间
    if noun is None or clauses.kinds[noun] != "N":
        return ()
    above, told = clauses.governor(noun), clauses.bare_noun(noun)
    tag = "" if told is None else clauses.parse.tokens.tags[told]
    if not tag or tag == "v" or (tag == "vn" and clauses.is_in(index, "motion")):
        return ()  # 本文 尝试 回到 A
    return general_word(clauses, noun) if above is None or clauses.is_in(above, "apposition") else ()


def _is_told_by_head(clauses: Clauses, index: int, patient: int) -> bool:
    """Whether [将 A V B 的] H does something, or 一套 counts it, where A turns to B and not to H."""
    if clauses.is_in_counted(index, patient):
        return True
    marker, after = clauses.marker(index), clauses.after(patient)
    disposed = marker is not None and clauses.kinds[marker] == "B"
    return disposed and after is not None and clauses.kinds[after] == "V" and clauses.in_relative(index, patient)


def _left_behind(clauses: Clauses, token: int, index: int) -> Ends:
    """Return what 从 or 由 says that something was before it became another thing, where no pattern reads it."""
    before, above = clauses.before(index), clauses.leading(index)
    if before is None or above is None or clauses.word(above) not in START:
        return ()
    read = any(other.rule.frame == "pattern" for other in clauses.parse.tokens.cues[token])
    return () if read else clauses.ends_of(before)


def _is_from(clauses: Clauses, index: int) -> bool:
    """Whether 从 A stands before a verb of becoming: A turns to B, and the pattern of 从 reads it."""
    above = clauses.leading(index)
    return above is not None and clauses.word(above) == "从"


def leads_over(clauses: Clauses, item: Item) -> bool:
    """Whether a member of a noun phrase is headed by the way from one thing to another: 转变, 转变 历程."""
    words, passages = clauses.parse.tokens.words, clauses.rules.grammar.sets["passage"]
    start, end = item.parts[-1]
    start += clauses.parse.tokens.kinds[start] == "m"  # 两次 转变
    return words[end - 1][-2:] in passages or words[end - 1] in passages or words[start][:2] in passages


def only_reaches(clauses: Clauses, toward: int) -> bool:
    """Whether what somebody does from one thing to another turns none into the other: 从 A 向 B 渗透."""
    if clauses.words[toward] == "转向" and _is_looked(clauses, toward):
        return True  # 目光 从 A 转向 B
    verb = clauses.first_verb(toward) if clauses.words[toward] == "向" else None
    return verb is not None and clauses.is_in(verb, "reaching")


def starts_at(clauses: Clauses, token: int) -> bool:
    """Whether 从 or 由 stands before a word in its clause, also where a segmenter has glued it to what follows."""
    parse = clauses.parse
    start = parse.chunks[clauses.first[parse.chunk_of[token]]].start
    return any(word[:1] in FROM and word[1:] not in NO_WAY for word in parse.tokens.words[start:token])


def turned_by_other(clauses: Clauses, toward: int, token: int) -> bool:
    """Whether 从 A 向 B stands right behind a verb whose subject only makes it happen: not 实现 从 A 向 B 的 转变.

    Also where 从 A 向 B 的 转变 opens a clause or follows another one, so that it has no subject.
    """
    first = clauses.first[toward]
    by = next((at for at in range(toward - 1, first - 1, -1) if clauses.word(at) in FROM), toward)
    kinds = "".join(clauses.parse.tokens.kinds[token - 2 : token])
    if by < toward and (kinds[-1:] == "D" or kinds == "Da") and (by == first or clauses.kinds[by - 1] == "C"):
        return True
    taker = next((at for at in range(by - 1, first - 1, -1) if clauses.kinds[at] not in "ud"), by)
    own = clauses.is_in(taker, "undergoes") or clauses.word(taker) in ("实现", "完成")
    return by < toward and clauses.kinds[taker] == "V" and not own


def without_turn(clauses: Clauses, ends: Ends) -> Ends:
    """Return 工业社会 of 向 工业 社会转型, where the last word of a name only says that something turns into it."""
    return tuple(
        clauses.as_written(end.start, end.end - len("转型"))[0] if end.name.endswith("转型") and not end.known else end
        for end in ends
    )
