"""Verbs of being: whether one tells what a thing is where it stands, and does not stress, count or offer a choice."""

from __future__ import annotations

import re

from conceptgraph.relate.citations import tells_statement
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import BARE
from conceptgraph.relate.listing import is_list_announced
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.reasons import is_due
from conceptgraph.relate.words import FROM, SO

DEEDS = re.compile("VN(?:CVN)+")  # 预防 A 和 改造 B
RELATIVE = re.compile("(?:PNd*)?VV?d*N?D")  # kinds of the chunks of a relative clause without a subject: 满足 需要 的
JUST = ("只是", "而是", "不是", "并非", "并不是", "绝不是", "不过是")
PLAIN = ("是", "则是", "却是", "也是", "都是")
# 本质是 has its noun before it
HOW_MUCH = ("远", "更", "最", "颇", "尤", "甚", "较", "极", "孰", "谁")  # before 为 they say how much, or ask which


def is_copula(clauses: Clauses, index: int) -> bool:
    """Whether the chunk is a verb of being here: not before another one, nor an adverb before a verb (只是承担)."""
    chunks, follower = clauses.parse.chunks, clauses.after(index)
    if chunks[index].kind != "V" or follower is None or tells_statement(clauses, index) or _tells_else(clauses, index):
        return False
    joint = clauses.before(index)
    stressed = clauses.words[index].endswith(clauses.rules.grammar.endings["stressed_ending"])
    being = stressed or clauses.is_in(index, "being")
    headless = being and joint is not None and joint > 0 and chunks[joint].kind == "D"
    headless = headless and clauses.words[index - 1] != "同时"  # A 在 V B 的 同时 也是 C
    if headless and joint is not None and (chunks[joint - 1].kind in "VPf" or clauses.governor(joint - 1) is not None):
        return False  # A V 的是 B; A 针对 的是 B; V B 的是 A
    if clauses.before(index) is None and (_goes_on_headless(clauses, index) or _tells_which(clauses, index)):
        return False
    apposed = clauses.is_in(index, "apposition")
    if apposed and chunks[follower].kind in "RSV" and not _closes_relative(clauses, follower):
        return False  # 即他们修建了 …, 即建立 …
    if apposed and (chunks[follower].kind == "B" or _tells_ability(clauses, index)):
        return False  # 即 把 A 当作 B; 即 A 可以 V B
    if _is_then(clauses, index, follower) or (chunks[follower].kind == "V" and clauses.words[index + 1] == "要"):
        return False  # A 一旦 V，即 V B; 即 从 A 到 B; A 最终 是 要 V B
    if chunks[follower].kind == "P" and _does_something(clauses, index, follower):
        return False  # 即以 A V B; A 是 在 B 上 来 V C
    if clauses.is_in(index, "taken_as") and (_is_taken(clauses, index) or clauses.words[index - 1] == "以此"):
        return False  # 以 A 作为 B
    if clauses.words[index] == "为" and (clauses.before(index) is None or clauses.words[index - 1] in HOW_MUCH):
        return False  # 为 A 贡献 B; 远 为 复杂
    if clauses.words[index] == "为" and clauses.is_in(index + 1, "bare_role"):
        return False  # 忠信 为 本 的 A
    if (clauses.is_in(index + 1, "reason") and not is_due(clauses, index)) or _goes_on(clauses, index):
        return False  # 即 随着 A，B V; 不是 因为 A，而是 因为 B; 不是 A 在 看 B
    if clauses.words[index] == "属于" and clauses.words[index + 1] in ("自己", "自身", "本身"):
        return False  # 属于 自己 的 A
    if chunks[follower].kind == "V" and clauses.is_in(follower, "copula") and clauses.word(follower) != "处于":
        return False  # but A 是 处于 B 之下 的 C
    within = index > 0 and clauses.words[index - 1] in ("内", "外")
    if clauses.words[index] == "在于" and (within or _lies_in_deeds(clauses, index) or _gives_reason(clauses, index)):
        return False  # 内在于 A; 在于 V A 和 V B; A 之所以 为 A，在于 B
    if clauses.is_listed(index) or _is_alternative(clauses, index) or _counts(clauses, index):
        return False  # 一是 …；二是 …; 一个 是 …，另一个 是 …
    opens = clauses.first[index]
    if clauses.is_in(index, "listing") and opens > 1 and is_list_announced(clauses, opens - 1):
        return clauses.before(index) is not None  # 三个要素，即 A、B 和 C; 三种，分别 是 A、B 和 C
    if (chunks[follower].kind in "VP" and _is_emphasis(clauses, follower)) or _only_stresses_doer(clauses, index):
        return False
    if _is_built(clauses, index, follower):
        return True
    stressed = chunks[follower].kind in "VPIB" and clauses.is_in(index, "focus") and not _has_relative(clauses, index)
    return not stressed or is_so_called(clauses, index)


def _is_built(clauses: Clauses, index: int, follower: int) -> bool:
    """Whether a head closes the clause that tells by whom something is done: 而是 (在 W 中) 由 A V 的 H."""
    last, kinds = clauses.last[index] - 1, clauses.kinds
    led = kinds[follower] == "I" or kinds[follower : follower + 3] == ["P", "N", "I"]
    return led and kinds[last] == "N" and ends_in_attribute(clauses, last)


def _tells_else(clauses: Clauses, index: int) -> bool:
    """Whether a verb of being tells what is good or bad of a thing, or only denies: A 的 短处 则是 V 了 B; 并非 没有 B.

    Also 并非 一味 V, and 谈不上 behind what would have to be there first: 没有 A 也就 谈不上 B.
    """
    word = clauses.words[index]
    if word in ("并非", "不是", "并不是") and clauses.words[index + 1] in ("没有", "无", "一味", "毫无"):
        return True
    if word == "则是" and (clauses.is_in(index + 1, "definition") or clauses.kinds[index + 1] == "B"):
        return True  # A 则是 指 B; S 则是 把 A 当作 B
    if word == "谈不上" and "没有" in clauses.words[:index] and clauses.words[index - 1] in SO:
        return True
    return index > 0 and clauses.kinds[index - 1] == "N" and clauses.is_worth(index - 1)


def _only_stresses_doer(clauses: Clauses, index: int) -> bool:
    """Whether 是 only stresses by whom something is done: 是 由 A 和 B 主导，通过 …; 是 受到 A 的 制约，."""
    last = clauses.last[index] - 1
    bare = clauses.word(index + 1) != "由" or not ends_in_attribute(clauses, last)
    return bare and clauses.kinds[index + 1 : last + 1] == ["I", "N"]


def only_joins(clauses: Clauses, verb: int) -> bool:
    """Whether a verb of being says nothing of what stands before it: 更 重要 的 是，; 无论是 V A 还是 V B，."""
    if clauses.words[verb] == "还是" and "V" in clauses.kinds[clauses.first[verb] : verb]:
        return True
    return clauses.kinds[verb - 1 : verb + 2] == ["D", "V", ","] and clauses.is_in(verb, "being")


def _goes_on(clauses: Clauses, index: int) -> bool:
    """Whether 是 tells what is going on, to the end of the clause: 是 A 在 看 B, not 是 A 在 V B 中 的 C."""
    last = clauses.last[index] - 1
    going = clauses.kinds[index + 1 : index + 4] == ["N", "P", "V"] and clauses.word(index + 2) == "在"
    if not going or last > index + 4 or clauses.is_place(last):
        return False
    return clauses.kinds[last] != "N" or not ends_in_attribute(clauses, last)


def _lies_in_deeds(clauses: Clauses, index: int) -> bool:
    """Whether something lies in what is done, which it is not: A 在于 V B 和 V C, 在于 为 B 服务."""
    led = clauses.words[index + 1] in ("为", "对", "以", "通过")
    return led or DEEDS.fullmatch("".join(clauses.kinds[index + 1 : clauses.last[index]])) is not None


def _has_relative(clauses: Clauses, index: int) -> bool:
    """Whether what follows a verb of being is a head with a relative clause: 不只是 满足 需要 的 A; 也是 彰显 B 的 A.

    Where 的 may as well belong to the object of the verb, 而是 is read as the clause that it sets right.
    """
    last = clauses.last[index] - 1
    behind = "".join(clauses.kinds[index + 1 : last])
    verb = next((at for at in range(last - 1, index, -1) if clauses.kinds[at] == "V"), index)
    if verb > index and clauses.closes_attributes(verb, last):
        return True  # 更是 塑造 A 和 维系 B 的 C
    led = clauses.is_in(index + 1, "toward") or behind == "PNu"  # 而是 对 A 的 B, 不是 以 A 为 B 的 C
    if verb == index and led and clauses.word(index)[0] in "也更又还而不并绝":
        return ends_in_attribute(clauses, last)
    also = clauses.word(index) in ("也是", "还是")
    if clauses.kinds[last] != "N" or not (also or clauses.word(index) in JUST):
        return False
    if behind[-1:] == "D":
        return RELATIVE.fullmatch(behind) is not None
    if behind == "V" and clauses.is_in_head(last, "pretext") and ends_in_attribute(clauses, last):
        return True  # 不过是 逃避 责任 的 借口
    if not (also or clauses.word(index) == "而是") or index != clauses.first[index] or behind != "V":
        return False
    earlier = clauses.clause_before(index)
    being = next((at for at in earlier if clauses.kinds[at] == "V" and clauses.has_frame(at, "copula")), index)
    told = "".join(clauses.kinds[being + 1 : index - 2])
    headed = being < index and (not told or (also and told == "V") or RELATIVE.fullmatch(told) is not None)
    if not headed or clauses.has_frame(index + 1, "result"):
        return False  # 而是 沦为 B 的 A
    return all(clauses.kinds[at] == "N" and ends_in_attribute(clauses, at) for at in (earlier[-1], last))


def _tells_ability(clauses: Clauses, index: int) -> bool:
    """Whether a clause follows that says what somebody can, will or should do: 即 A 可以 V B, not 即 A 不能 V 的 B."""
    if index + 2 >= clauses.last[index] or clauses.kinds[index + 1] != "N":
        return False
    row = range(index + 2, clauses.after(index + 2) or index + 2)
    if any(clauses.kinds[at] != "d" and clauses.word(at) != "只是" for at in row):
        return False
    able = any(clauses.is_in(at, name) for at in row for name in ("able", "demand", "negator", "going_to"))
    return able and clauses.kinds[row.stop + 1 : row.stop + 2] != ["D"]


def _is_then(clauses: Clauses, index: int, follower: int) -> bool:
    """Whether 即 explains nothing that was named: it tells what follows, what is undergone at once, or a way."""
    if clauses.word(index) != "即":
        return False
    if index != clauses.first[index]:
        return clauses.kinds[index + 1 : index + 2] == ["I"]  # 一 开始 即 受到 A 的 B
    earlier = clauses.clause_before(index)
    words = clauses.parse.tokens.words[clauses.parse.chunks[earlier.start].start : clauses.parse.chunks[index].start]
    if any(word in clauses.rules.grammar.sets["as_soon_as"] for word in words):
        return True
    if not {"越", "愈"}.isdisjoint(clauses.words[index : clauses.last[index]]):
        return True  # 即 规模 越 大 的 A，其 B 越 少
    return clauses.word(follower) in FROM and not ends_in_attribute(clauses, clauses.last[index] - 1)


def _does_something(clauses: Clauses, index: int, preposition: int) -> bool:
    """Whether a preposition behind a verb of being leads to what is done, and not to a head."""
    last = clauses.last[index] - 1
    if preposition + 1 == last and clauses.is_in(preposition, "instrument") and clauses.words[last + 1 :][:1] == ["，"]:
        return True  # 即 借助 A，V B
    if clauses.kinds[last] == "N" and ends_in_attribute(clauses, last) and clauses.word(index) not in PLAIN:
        return False
    verbs = [at for at in range(preposition + 1, last) if clauses.kinds[at] == "V"]
    if clauses.word(preposition) == "为了" and not verbs:
        return True  # 是 为了 A 的 B
    if clauses.word(index) in PLAIN:
        treating = preposition == index + 1 and clauses.is_in(preposition, "toward") and verbs == [last - 1]
        if treating and clauses.is_in(last - 1, "light_verb") and clauses.kinds[last] == "N":
            return len(clauses.parse.chunks[last].items[-1].parts) == 1  # 是 对 A 进行 B, not 是 对 A 进行 B 的 C
        going = preposition == index + 1 and clauses.word(preposition) == "在" and clauses.kinds[index + 2] in "dP"
        if going and bool(verbs) and not any(clauses.is_place(at) for at in range(index, last + 1)):
            return clauses.kinds[last] == "N"  # 是 在 以 A V B
        return any(clauses.word(at - 1) == "来" for at in verbs)  # 则是 以 A 来 实现 V B 的 C
    return clauses.is_in(index, "apposition") and bool(verbs)


def is_so_called(clauses: Clauses, index: int) -> bool:
    """Whether 就是 opens what a term means that the clause before only names: 所谓 A，就是 [V B 的] C."""
    if (
        index != clauses.first[index]
        or clauses.word(index) not in ("就是", "即是", "是")
        or not clauses.follows_topic(index)
    ):
        return False
    start = clauses.first[index - 1]
    return "所谓" in clauses.parse.tokens.words[clauses.parse.chunks[start].start : clauses.parse.chunks[index].start]


def _goes_on_headless(clauses: Clauses, index: int) -> bool:
    """Whether 而是 goes on with a clause that has no head: A V 的不是 B，而是 C; A V 的 首先 是 B，其次 是 C."""
    while index > clauses.first[index] and clauses.is_in(clauses.first[index], "in_turn") and index > 2:
        index = next((at for at in clauses.clause_before(index) if clauses.tells_which(at)), 0)
        if clauses.kinds[clauses.before(index) or 0] == "D":
            return True
    if clauses.word(index) not in ("而是", "更是", "而且是", "不如说是", "毋宁说是", "倒不如说是", "而非", "而不是"):
        return False
    denied = next((at for at in range(index - 1, 0, -1) if clauses.tells_which(at)), 0)
    told = clauses.before(denied)  # past 不仅
    return (told is not None and clauses.kinds[told] == "D") or (denied > 2 and _tells_which(clauses, denied))


def with_tail(clauses: Clauses, index: int, named: Ends) -> Ends:
    """Return what a thing is said to be with the light tail that closes it: a 社会 现象 is not 社会."""
    tokens, last = clauses.parse.tokens, clauses.parse.chunks[index].end - 1
    if tokens.words[last] not in clauses.rules.grammar.sets["genus_tail"]:
        return named
    owned = tokens.words[last - 1] == "的" and tokens.words[last] != "东西"  # 乡村 社会 的 现象 is not 乡村 社会
    if not named or named[-1].end != tokens.starts[last - owned]:
        return named
    return (*named[:-1], *clauses.as_written(named[-1].start, tokens.ends[last]))


def _tells_which(clauses: Clauses, index: int) -> bool:
    """Whether a verb of being opens its clause behind one that has no head: V B 的，不是 A."""
    earlier = clauses.clause_before(index)
    opens = index == clauses.opening(clauses.first[index] - 1)
    closed = opens and len(earlier) > 1 and clauses.kinds[earlier[-1]] == "D"
    verbs = [at for at in earlier if clauses.kinds[at] == "V" or clauses.words[at] == "所"]  # S 所 V 的，不是 A
    return closed and bool(verbs) and not any(clauses.is_in(at, "being") for at in verbs)  # not A 是 V B 的，是 C


def _counts(clauses: Clauses, index: int) -> bool:
    """Whether the subject of a verb of being is only 一个 or 另一个, or asked for: 确定 什么 是 A."""
    at = clauses.before(index)
    return at is not None and clauses.kinds[at] in "rm" and clauses.word(at).endswith(("一个", "一种", "什么"))


def _closes_relative(clauses: Clauses, verb: int) -> bool:
    """Whether a verb behind 即 opens a relative clause on the last noun: 即 介于 A 和 B 之间 的 C."""
    last = clauses.last[verb] - 1
    if clauses.kinds[verb] != "V" or clauses.kinds[last] != "N":
        return False
    attributed = len(clauses.parse.chunks[last].items[-1].parts) > 1
    return clauses.kinds[last - 1] == "D" or (attributed and clauses.word(verb).endswith("于"))


def _gives_reason(clauses: Clauses, index: int) -> bool:
    """Whether 在于 tells why something is as the clause before says: A 之所以 V，在于 B."""
    return clauses.before(index) is None and any(clauses.word(at) == "之所以" for at in clauses.clause_before(index))


def _is_emphasis(clauses: Clauses, verb: int) -> bool:
    """Whether 是 only stresses the verb behind it, which tells where its subject comes from: 是来自 A."""
    patient = clauses.object_at(verb)
    return clauses.has_frame(verb, "reverse") and patient is not None and not clauses.in_relative(verb, patient)


def _is_taken(clauses: Clauses, index: int) -> bool:
    """Whether the verb stands in 以 A 作为 B or 之所以为 B."""
    before = clauses.before(index)
    if before is None:
        return False
    above = clauses.governor(before)
    return clauses.word(before).endswith("所以") or (above is not None and clauses.word(above).endswith("以"))


def _is_alternative(clauses: Clauses, index: int) -> bool:
    """Whether 还是 offers a second answer: A 是 B 还是 C, “B”还是“C”, 无论 A 还是 B."""
    if index > clauses.first[index] and clauses.words[index - 1] in ("抑或", "或", "或者"):
        return True  # 无论 是 A 抑或 是 B
    if clauses.words[index] != "还是":
        return False
    if any(clauses.is_in(at, "whichever") for at in range(index)):
        return True
    before, border = clauses.before(index), clauses.last[index]
    if before is not None and clauses.parse.chunks[before].start in clauses.parse.tokens.quoted:
        return True
    titled = clauses.kinds[clauses.first[index] : border] == ["N", "V", "N"]
    if titled and "".join(clauses.words[border : border + 1]) in ("：", ":", "？", "?"):
        return True  # A 还是 B：C, A 还是 B？
    if (
        "".join(clauses.words[border : border + 1]) in ("？", "?")
        and "V" in clauses.kinds[clauses.first[index] : index]
    ):
        return True  # S 应该 选择 A 还是 B？
    return any(clauses.is_in(at, "copula") for at in range(clauses.first[index], index))


def ends_in_attribute(clauses: Clauses, index: int) -> bool:
    """Whether the noun phrase `index` closes … 的 N, as the genus of a definition does."""
    chunks = clauses.parse.chunks
    return chunks[index - 1].kind == "D" or (bool(chunks[index].items) and len(chunks[index].items[-1].parts) > 1)


def explained(clauses: Clauses, index: int) -> Ends:
    """Return A of 形式 为 A 即 B: 即 explains the noun right before it, not the subject; nothing for other verbs."""
    if clauses.word(index) != "即" or index == clauses.first[index] or clauses.kinds[index - 1] != "N":
        return ()
    above = clauses.governor(index - 1)
    if above is None or clauses.in_relative(above, index - 1):
        return ()
    return clauses.name_all(clauses.parse.chunks[index - 1].items[-1:])


def replaced(clauses: Clauses, index: int) -> Ends:
    """Return A of A 衰落，取而代之 的 是 B and of S 废除 A，取而代之 的 是 B."""
    told = clauses.clause_before(index)
    verb = next((at for at in reversed(told) if clauses.kinds[at] == "V"), None)
    taken = clauses.object_ends(verb) if verb is not None else ()
    removed = taken and verb is not None and "negates" in clauses.uses_at(verb).relations
    nothing = () if taken else clauses.memory.subject_in(clauses.here)
    return clauses.changing_before(index)[-1:] or (taken if removed else nothing)


def is_sum(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase names a whole by what there is much of: 邻里关系 的 总和."""
    return clauses.is_in_head(index, "union") and len(clauses.attributes_of(index)) < 2


def is_range(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase only says that things of a kind are meant: 属于 A 的 范畴, not 的 道德 范畴."""
    items = clauses.parse.chunks[index].items
    start, end = items[-1].parts[-1] if items else (0, 0)
    return end == start + 1 and clauses.head_word(index) in ("范畴", "范围", "行列")


def is_projected(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase tells how something goes on elsewhere: 延伸, 新变种."""
    head = clauses.head_word(index)[-2:]
    return head in clauses.sets["projection"] or head in clauses.sets["projection_form"] or head[-1:] == "化"


def is_pointed_at(clauses: Clauses, verb: int) -> bool:
    """Whether what gets a name was only pointed at: 这种 A, 这."""
    marker = clauses.marker(verb)
    start = clauses.first[verb] if marker is None or clauses.kinds[marker] != "B" else marker + 1
    opens = next((at for at in range(start, verb) if clauses.kinds[at] not in "du"), verb)
    return clauses.is_in(opens, "pointing")


def with_quality(clauses: Clauses, index: int) -> Ends:
    """Return the name of a role with no owner but a quality, which is then what a thing is: A 并非 中立 的 工具."""
    chunk, tokens, sets = clauses.parse.chunks[index], clauses.parse.tokens, clauses.rules.grammar.sets
    kinds, quality = tokens.kinds[chunk.start : chunk.end], tokens.words[chunk.start]
    if kinds != ["a", "D", "N"] or quality in sets["hollow_quality"] or len(quality) < BARE or quality[0] in "更最":
        return ()
    return clauses.chunks_as_written(index, index)


def head_of_row(clauses: Clauses, index: int) -> int | None:
    """Return the head of a row of attributes that the next clause closes: 是 (S) V B，V C 的 举措; None elsewhere."""
    border = clauses.last[index]
    verb = next((at for at in range(index + 1, border) if clauses.kinds[at] not in "NPd"), border)
    told = clauses.before(index)
    aims = told is not None and clauses.kinds[told] == "N" and clauses.takes_clause(told)  # 目的 是 V A，V B 的 C
    says = clauses.word(index) in ("是", "也是", "正是") and not aims
    closing = clauses.verb_of_next(index) if says or clauses.is_in(index, "becoming") else None
    if closing is None or verb + 1 >= border or clauses.kinds[verb] != "V" or clauses.kinds[border - 1] != "N":
        return None
    head = clauses.last[closing] - 1
    if clauses.opening(border) != closing or clauses.kinds[head] != "N" or not ends_in_attribute(clauses, head):
        return None
    if clauses.is_in(verb, "copula") or clauses.is_in(closing, "copula"):
        return None
    named = clauses.is_in_head(head, "row_genus") or clauses.head_word(head)[-2:] in clauses.sets["row_genus"]
    return head if named else None  # also 战略举措 as one term


def of_last(clauses: Clauses, index: int, position: int | None, ends: Ends) -> Ends:
    """Return what the last member of a list behind 对 names: 是 S 对 A、B 和 C 的 D, not A; all of other lists.

    Of 是 A、B 的 基础 和 C what stands behind the role, which is that of A and B.
    """
    if position is None:
        return ends
    above, items = clauses.governor(position), clauses.parse.chunks[position].items
    roles = [item.head for item in items[:-1] if len(item.parts) > 1 and clauses.is_role(item.head)]
    if roles:
        return tuple(end for end in ends if end.start >= clauses.parse.tokens.ends[roles[-1]])
    if above is None or above <= index or not clauses.is_in(above, "toward"):
        return ends
    return tuple(end for end in ends if end.end > clauses.parse.tokens.starts[items[-1].parts[0][0]])
