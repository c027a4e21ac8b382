"""Constructions around a list: how many there are and which (三个要素，即 A、B 和 C), and names beside a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.counting import COUNTING, KIND_ENDS, has_parts, is_counted
from conceptgraph.relate.endpoints import BARE, WORD
from conceptgraph.relate.memory import Counted, Ends
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.steps import LIGHT_NOUNS, announced, counted_parts, head_of_all, list_behind, state_named
from conceptgraph.relate.words import ADDING, BELOW, FLOWS, NO_USE, SEVERAL, TITLES, WITH

DISTRIBUTED = FLOWS | {"becomes", "depends_on", "has_part", "argues", "opposes"}  # of a class, so of its members


def read_counted(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 的三个要素，即 B、C 和 D; A 有三个要素：B、C 和 D: the list names the parts."""
    chunks = clauses.parse.chunks
    if clauses.kinds[index] == ",":
        yield from announced(clauses, rule, index)
        return
    above = clauses.governor(index) if _closes_list(clauses, index) else None
    if above is not None and clauses.word(above) == "有":
        yield Claim(rule, clauses.subject(above), clauses.ends_of(index), chunks[above].start)
        return
    border = index + 2 if _is_made_of(clauses, index) else index + 1
    if clauses.words[border : border + 1] == ["。"] and is_counted(clauses, index):
        told = _counted(clauses, rule, index, (), chunks[index].start)
        clauses.memory.counted = Counted(told.rule, told.sources, told.targets, clauses.here)
        return
    if border >= len(chunks) or clauses.words[border] not in "，,：:——" or not is_counted(clauses, index):
        return
    if border + 1 < len(chunks) and _opens_list(clauses, border):
        last = clauses.last[border + 1] + 1 >= len(chunks)
        parts = _one_by_one(clauses, border + 1, least=1 if last else 2)
        told = _counted(clauses, rule, index, parts, chunks[border].start)
        if len(parts) == 1:  # 其一，A。其二，B
            whole, caused = (told.sources, ()) if told.targets == parts else ((), told.targets)
            clauses.memory.counted = Counted(told.rule, whole, caused, clauses.here)
        yield told
        return
    at = list_behind(clauses, border)
    if at >= len(chunks) or (at == border + 1 and clauses.words[border] in "，,"):
        return  # 三个要素，A 和 B 影响 C
    closed = at + 1 == len(chunks) or chunks[at + 1].kind in ".,"
    nouns = chunks[at].kind == "N" and len(chunks[at].items) > 1 and closed
    parts = clauses.ends_of(at) if nouns else counted_parts(clauses, index, at)
    yield _counted(clauses, rule, index, parts, chunks[border].start)


def goes_on_listing(clauses: Clauses) -> Claim | None:
    """Return what a sentence says that names members of a list told of before: A 有 两个 B。一是 C; else None."""
    told = clauses.memory.counted
    if told is None or told.sentence != clauses.here - 1:
        return None
    including = clauses.kinds[0] == "V" and clauses.word(0) in ("包括", "分别是", "主要包括")
    if not including and not names_one(clauses, 0):
        return None
    parts = clauses.object_ends(0) if including else _one_by_one(clauses, 0, least=1)
    if not parts:
        return None
    clauses.memory.counted = told._replace(sentence=clauses.here)
    return Claim(told.rule, told.sources or parts, told.targets or parts, clauses.parse.chunks[0].start)


def _counted(clauses: Clauses, rule: Rule, index: int, parts: Ends, token: int) -> Claim:
    """Return what a list of parts says: A has them, or they bring A about (A 的 原因 有 三：B、C 和 D)."""
    above = clauses.governor(index)
    told = clauses.before(above) if above is not None and clauses.kinds[above] == "V" else None
    for at in (index, told):
        does = clauses.governor(at) if at is not None and clauses.is_in_head(at, "factor") else None
        if at is not None and does is not None and clauses.is_in(does, "factor_deed") and clauses.attributes_of(at):
            claimed = clauses.rule_of(clauses.word(does), rule)  # 影响 A 的 三个 因素：B、C 和 D
            return Claim(claimed, parts, clauses.attributes_of(at), token, verb=does)
    causes = (at for at in (index, told) if at is not None and "causes" in clauses.uses_of_head(at).relations)
    if next(causes, None) is not None:
        rule, verb = clauses.rule_of("导致", rule), above if told is not None and above is not None else -1
        return Claim(rule, parts, _whole(clauses, index), token, verb=verb)
    whole = _whole(clauses, index)
    if above is not None and clauses.is_in(above, "proposing") and whole == clauses.subject(above):
        rule = clauses.rule_of(clauses.word(above), clauses.rule_of("产生", rule))  # 商会 提出 三种 方案：B、C 和 D
    if whole == clauses.memory.person:
        whole = head_of_all(clauses, index, parts)  # of no person
    return Claim(rule, whole, parts, token)


def _closes_list(clauses: Clauses, index: int) -> bool:
    """Whether the last of several members says how many they are: (A 有) B、C 和 D 三重 意蕴."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[index]
    number = chunk.end - 2
    counts = number > chunk.start and tokens.kinds[number] == "m" and tokens.words[number][0] in SEVERAL
    return counts and len(chunk.items) > 1 and tokens.words[number + 1] in clauses.rules.grammar.sets["list_kind"]


def _is_made_of(clauses: Clauses, index: int) -> bool:
    """Whether something is said to be made of what a noun phrase counts: A 由 两个 B 组成."""
    if clauses.words[index + 1 : index + 2] not in (["组成"], ["构成"]):
        return False
    above = clauses.governor(index)
    return above is not None and clauses.word(above) == "由"


def is_list_announced(clauses: Clauses, border: int) -> bool:
    """Whether what stands before a border says how many follow: A 有 三个 B，; A 由 三个 B 组成，."""
    return is_counted(clauses, border - 1) or (border > 1 and _is_made_of(clauses, border - 2))


def _opens_list(clauses: Clauses, border: int) -> bool:
    """Whether clauses that name one each follow a border; behind a comma only 分为 两类，一类 是 A or 一是 A."""
    kinds_only = clauses.kinds[border - 1] in "mr" and not clauses.is_listed(border + 1)
    behind = clauses.sentence.text[clauses.parse.tokens.ends[clauses.parse.chunks[border].end - 1] :]
    above = clauses.governor(border - 1)
    kinds_only = (
        kinds_only or behind.startswith(("一是", "一为", "其一")) or (above is not None and has_parts(clauses, above))
    )
    return names_one(clauses, border + 1) and (clauses.word(border) not in "，," or kinds_only)


def _one_by_one(clauses: Clauses, start: int, least: int = 2) -> Ends:
    """Return the members of a list of clauses that only name one each: 一是 A；二是 B; nothing where one does more."""
    members: list[Ends] = []
    at = start
    while at < len(clauses.kinds):
        if names_one(clauses, at):
            named = member_named(clauses, _content(clauses, at))
            if not named:
                return ()
            members.append(named)
        at = clauses.last[at] + 1
    return tuple(end for ends in members for end in ends) if len(members) >= least else ()


def _content(clauses: Clauses, start: int) -> int:
    """Return where a clause of a list says what it names: behind the comma of 第一，A；, not of 第一，A，B V C."""
    border = clauses.last[start]
    if border != start + 1 or border + 1 >= len(clauses.kinds) or clauses.word(border) not in "，,":
        return start
    end = clauses.last[border + 1]
    closes = end + 1 >= len(clauses.kinds) or clauses.word(end) in "；;" or names_one(clauses, end + 1)
    return border + 1 if closes else start


def member_named(clauses: Clauses, start: int) -> Ends:
    """Return what a clause of a list names that only names one; nothing where it does more.

    一是 A; 一是 [V B 的] A; 一是 A V, where it is short and nothing is done to another thing.
    """
    opening = start + (clauses.kinds[start] == "a")  # 第一
    told = [each for each in range(opening, clauses.last[start]) if clauses.kinds[each] not in "dumr"]
    nouns = [each for each in told if clauses.word(each) != "是" and not clauses.is_in(each, "one_of")]
    nouns = [each for each in nouns if not clauses.places_next(each)]  # 一个 是 W 中 的 A
    if len(nouns) > 1 and clauses.kinds[nouns[0]] == "N" and clauses.kinds[nouns[-1]] in "aV":
        return state_named(clauses, nouns)
    if not nouns or clauses.kinds[nouns[-1]] != "N" or clauses.is_in(clauses.last[start] - 1, "particle"):
        return ()  # also 一是 就 A 而言
    if len(nouns) == 1:
        return clauses.name_all(clauses.parse.chunks[nouns[0]].items)
    relative = clauses.kinds[nouns[-1] - 1] == "D" and clauses.kinds[nouns[-1] - 2] == "V"
    based = len(nouns) == 2 and nouns[0] + 1 == nouns[-1] and len(clauses.parse.chunks[nouns[-1]].items[-1].parts) > 1
    based = based and (clauses.is_in(nouns[0], "ground_taken") or clauses.in_relative(*nouns))
    relative = relative or based  # 一是 [基于 B 的] A
    return clauses.head_of(nouns[-1]) if relative and clauses.word(nouns[0] - 1) == "是" else ()


def names_one(clauses: Clauses, index: int) -> bool:
    """Whether a clause is a member of a list that names one thing after the other: 一是 A, 一种 是 A, 另 一类 是 A."""
    if clauses.is_listed(index):
        return True
    opens = clauses.is_in(index, "one_of")
    position = index + 1 if opens and clauses.word(index) != "另" else index + 2
    return opens and position < len(clauses.kinds) and clauses.word(position) in ("是", "为", "即")


def _whole(clauses: Clauses, index: int) -> Ends:
    """Return what has the parts: the owner of 三个要素, who has them, or the phrase itself where its head says more."""
    if clauses.kinds[index] in "mr":
        above = index - 1 - (index > 1 and clauses.word(index - 1) in BELOW)
        return clauses.theme(above) if index and clauses.kinds[above] in "Vu" else ()
    told = clauses.governor(index)
    marker = clauses.marker(told) if told is not None and clauses.kinds[told] == "V" else None
    if told is not None and marker is not None and clauses.kinds[marker] == "B":
        return clauses.theme(told)  # 把 A 归结为 两个 B：C 和 D
    if told is not None and _is_made_of(clauses, index):
        return clauses.subject(told)
    if told is not None and has_parts(clauses, told):
        counted = clauses.word(index)[:1] in COUNTING  # 有 四个 层次 的 含义
        return (() if counted else clauses.attributes_of(index)) or clauses.subject(told)  # A 包含 两个 B：C 和 D
    if clauses.parse.tokens.kinds[clauses.parse.chunks[index].start] == "m" and clauses.attributes_of(index):
        return clauses.head_of(index)  # 三种 类型 的 课程
    if not (clauses.role_headed(index) or clauses.is_in_any_head(index, "light_head", "class_noun", "list_kind")):
        return clauses.ends_of(index)
    if clauses.attributes_of(index):
        return clauses.attributes_of(index)
    return clauses.subject(told) if told is not None and clauses.kinds[told] == "V" else ()


def read_members(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A、B 等 C: A and B are C; only between known terms."""
    chunk = clauses.parse.chunks[index]
    owned = clauses.kinds[index + 1 : index + 3] == ["D", "N"]  # A、B 等 宗族 的 资源
    if chunk.genus is None or owned or clauses.closes_topics(index - 1) or _is_open(clauses, chunk.genus[0] - 1):
        return  # A、B 等 的 C; A 的 扩张、改造 B 等 问题 V C
    placed = clauses.parse.tokens.kinds[chunk.genus[1] : chunk.genus[1] + 1] == ["f"]
    if placed and (clauses.parse.tokens.words[chunk.genus[0]][0] == "《" or clauses.words[index + 1] == "期间"):
        return  # A、B 等《甲》中 的 C, A 等 清代 期间 的 C
    counted = clauses.parse.tokens.words[chunk.genus[1] - 1]
    above = clauses.governor(index)
    deeds = above is not None and clauses.kinds[above - 1 : above + 1] == ["C", "V"]
    if deeds and clauses.is_deed_head(chunk.genus[1] - 1):
        return  # 具有 约束 A、培育 B 等 功能
    people = counted == "人" or counted.endswith(clauses.rules.grammar.endings["scholar_ending"])
    sides = counted[0] in "一二三四五六七八九十两几多" and any(map(counted.endswith, clauses.sets["aspect_head"]))
    naming = counted in clauses.sets["appellation"]
    if people or sides or naming or _names_school(clauses, chunk.genus):
        return  # 甲 等 人; 甲、乙 等 著名 学者; A、B 等 三大方面; A、B 等 名称; 甲、乙 等“丙”作家
    genus, items = _apart_from_partner(clauses, chunk.genus, chunk.items)
    kind = clauses.name_all((Item((genus,), False),))
    members = Claim(rule, clauses.name_all(items), kind, chunk.items[-1].parts[-1][1])
    known = all(end.known for end in members.sources + members.targets)
    classed = any(len(end.name) > WORD for end in kind)
    things = _is_enclosed(clauses, items) or _are_things(clauses, items, classed=classed)
    if known or (_is_kind(clauses, genus, members.targets) and things):
        yield members


def _is_enclosed(clauses: Clauses, items: Sequence[Item]) -> bool:
    """Whether one pair of quotation marks stands round a list: “包容、开放” 等 价值."""
    tokens, text = clauses.parse.tokens, clauses.sentence.text
    start, end = tokens.starts[items[0].parts[0][0]], tokens.ends[items[-1].head]
    return start > 0 and text[start - 1] in '“"' and text[end : end + 1] in ("”", '"')


def _names_school(clauses: Clauses, genus: tuple[int, int]) -> bool:
    """Whether what is quoted behind 等 only tells which people are meant: 等“丙”作家, 等“丙”学者."""
    tokens, (start, end) = clauses.parse.tokens, genus
    people = end > start + 1 and tokens.words[end - 1].endswith(clauses.rules.grammar.endings["group_ending"])
    return start in tokens.quoted and (people or tokens.kinds[start + 1 : end + 1] == ["S"])


def said_of_members(clauses: Clauses, claim: Claim) -> Claim:
    """Return a claim about what closes an open list as one about its members, too: A、B 等 C 影响 D."""
    if claim.paired or claim.rule.relation not in DISTRIBUTED:
        return claim
    lists = [index for index, chunk in enumerate(clauses.parse.chunks) if chunk.genus is not None]
    kinds = [told for index in lists for told in read_members(clauses, claim.rule, index)]
    if not kinds:
        return claim
    return replace(claim, sources=_with_members(kinds, claim.sources), targets=_with_members(kinds, claim.targets))


def _with_members(kinds: Sequence[Claim], ends: Ends) -> Ends:
    """Return the ends with the members of those that close an open list, each list before what closes it."""
    listed = {kind.start: told.sources for told in kinds for kind in told.targets}
    return tuple(each for end in ends for each in (*listed.get(end.start, ()), end))


def _apart_from_partner(
    clauses: Clauses, genus: tuple[int, int], items: Sequence[Item]
) -> tuple[tuple[int, int], Sequence[Item]]:
    """Return what closes an open list and its members, of S 与 A、B 等 C 合作 without S and 合作."""
    words, last = clauses.parse.tokens.words, genus[1] - 1
    if last == genus[0] or words[last] not in clauses.rules.grammar.sets["together"]:
        return genus, items
    joined = (number for number, item in enumerate(items) if words[item.parts[0][0] - 1] in WITH)
    return (genus[0], last), items[next(joined, 0) :]


def _is_kind(clauses: Clauses, genus: tuple[int, int], named: Ends) -> bool:
    """Whether what closes a list is a name of several words: not 方面, not A、B 等 近年 发展 起来 的 技术."""
    tokens, aspects = clauses.parse.tokens, clauses.rules.grammar.sets["aspect_head"]
    goes_on = tokens.kinds[genus[1] : genus[1] + 1] in (["u"], ["D"])
    goes_on = goes_on and tokens.words[genus[1]] != "为"  # 以 A 等 B 为 C
    if goes_on or {"t", "f"} & set(tokens.tags[slice(*genus)]):
        return False
    light = any(tokens.words[genus[0]] in clauses.rules.grammar.sets[name] for name in LIGHT_NOUNS)
    plain = genus[1] - genus[0] == 1 and tokens.tags[genus[0]] == "n" and not light  # 美德, not 问题
    long = [end.name for end in named if plain or end.end - end.start > WORD]
    return any(not any(aspect in name for aspect in aspects) for name in long)


def _are_things(clauses: Clauses, members: Sequence[Item], *, classed: bool = False) -> bool:
    """Whether the members of a list are neither persons nor what somebody does, which a class can hold: 公共 服务."""
    tokens = clauses.parse.tokens
    heads = [item.head for item in members]
    alone = [head for item, head in zip(members, heads, strict=True) if item.parts == ((head, head + 1),)]
    nouns = clauses.rules.grammar.sets["noun"]
    done = ("v",) if classed else ("v", "vn")
    deeds = any(tokens.tags[head] in done and tokens.words[head] not in nouns for head in alone)
    return not deeds and not any(head in tokens.persons and tokens.words[head][0] not in TITLES for head in heads)


def _is_open(clauses: Clauses, at: int) -> bool:
    """Whether 的 before what closes a list only says that it belongs to the members; not A、B 之类的 C."""
    return clauses.parse.tokens.kinds[at] == "D" and clauses.parse.tokens.words[at - 1] != "之类"


def read_example(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """B，如 A、C 等; A、C 这样 的 B: what stands for many is one of them."""
    chunks, kinds = clauses.parse.chunks, clauses.kinds
    if clauses.is_in(index, "of_this_kind"):
        if index and kinds[index - 1 : index + 3] == ["N", kinds[index], "D", "N"] and clauses.first[index] < index:
            yield Claim(use.rule, clauses.ends_of(index - 1), clauses.ends_of(index + 2)[:1], token)
        return
    before = index - 2 if index > 1 and clauses.word(index - 1) in "，,（(" else index - 1
    listed = index + 1
    if before < 0 or kinds[before] != "N" or listed >= len(chunks) or kinds[listed] != "N":
        return
    kind, named = chunks[before], chunks[listed]
    open_ended = "E" in clauses.parse.form[named.start : named.end]
    closes = listed + 1 >= len(chunks) or kinds[listed + 1] in ",.f"
    bracketed = clauses.word(index - 1) in "（("
    if kind.items[-1].local or named.genus is not None:
        return
    alone = listed + 1 == clauses.last[listed] and clauses.first[listed] == index  # B，如 A，V C
    if not (open_ended or (closes and (bracketed or alone or len(named.items) > 1))):
        return
    told = _before_brackets(clauses, before) if bracketed else kind.items[-1]
    yield Claim(use.rule, clauses.ends_of(listed), clauses.name_all((told,)), token)


def _before_brackets(clauses: Clauses, index: int) -> Item:
    """Return what brackets behind the noun phrase `index` tell of: B of [重视 A 的] B（C、D）V E."""
    told, above = clauses.parse.chunks[index].items[-1], clauses.governor(index)
    headed = above is not None and clauses.kinds[above] == "V" and clauses.before(above) is None
    return told.of(told.parts[-1:]) if headed else told


def read_bracketed(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """B（A、C）: B has each of them as a part."""
    listed, whole = index + 1, index - 1
    if clauses.words[index] not in "（(" or clauses.kinds[max(whole, 0) : listed + 1] != ["N", ",", "N"]:
        return
    members, told = clauses.parse.chunks[listed].items, _before_brackets(clauses, whole)
    if len(members) < 2 or told.local or not _are_things(clauses, members) or listed + 1 < clauses.last[listed]:
        return
    yield Claim(rule, clauses.name_all((told,)), clauses.ends_of(listed), clauses.parse.chunks[index].start)


def read_numbered(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 和 C 两种 B: each is a B; A 和 C 两个 伦理 维度: these have each as a part."""
    chunk = clauses.parse.chunks[index]
    if chunk.genus is not None or len(chunk.items) < 2:
        return
    tokens, opens = clauses.parse.tokens, chunk.items[-1].parts[-1][1]
    counted = opens + 1 < chunk.end and not chunk.items[-1].local and tokens.words[opens][0] in COUNTING
    told = tokens.tags[chunk.end - 1] == "l" or "mutual" in tokens.cues.get(chunk.end - 1, NO_USE).frames
    if tokens.kinds[chunk.end : chunk.end + 1] == ["D"] and told:
        return  # A 和 B 两个 相互联系 的 要素
    weighing = counted and tokens.words[opens + 1][:2] in clauses.sets["weighing_quality"]
    if not counted or weighing or tokens.words[opens][-1] not in KIND_ENDS:
        return
    kind = clauses.name_all((Item(((opens, chunk.end),), False),))
    tags, sets = tokens.tags[opens + 1 : chunk.end], clauses.rules.grammar.sets
    led = len(tags) > 1 and tags[0] == "v" and tokens.words[chunk.end - 1] in sets["class_noun"]  # 三种 执行 策略
    named = kind and all(tag[0] in "nlbj" or tag == "vn" for tag in tags[led:])
    respects = tokens.words[chunk.end - 1][-2:] in sets["aspect_head"]
    if named and len(kind[0].name) > BARE and respects == (rule.relation == "has_part"):
        members = clauses.name_all(chunk.items)
        yield Claim(rule, kind, members, opens) if respects else Claim(rule, members, kind, opens)


def read_others(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A、B 及 其他 C: A and B are C."""
    chunk, tokens = clauses.parse.chunks[index], clauses.parse.tokens
    last = chunk.items[-1].parts if len(chunk.items) > 1 else ()
    if len(last) != 1 or chunk.genus is not None:
        return
    members, (start, end) = chunk.items[:-1], last[0]
    before, opens = tokens.words[start - 1 : start + 1]
    joined = opens in ("其他", "其它") and before in ADDING
    joined = joined or (before, opens) == ("及其", "他")  # cut so
    kind = clauses.name_all((Item(((start + 1, end),), False),)) if joined and end > start + 1 else ()
    if kind and len(kind[0].name) > BARE and _are_things(clauses, members):
        yield Claim(rule, clauses.name_all(members), kind, start - (opens == "他"))


def gives_example(clauses: Clauses, start: int) -> bool:
    """Whether the clause from chunk `start` on only gives an example of what was named: …，如 A、B 等，."""
    opens = clauses.word(start) in ("如", "例如", "比如", "譬如", "诸如")
    return opens and clauses.kinds[start + 1 : start + 2] == ["N"]


def only_lists(clauses: Clauses, topic: int, border: int) -> bool:
    """Whether a clause behind a colon only names what was announced, which does nothing: 面临 难题：A 与 B，V C."""
    start = clauses.first[border - 1]
    listed = topic + 1 == border and clauses.kinds[topic] == "N" and len(clauses.parse.chunks[topic].items) > 1
    if not listed or start != topic or start < 2 or clauses.word(start - 1) not in "：:":
        return False
    pointed = border + 1 < len(clauses.kinds)
    pointed = pointed and (clauses.kinds[border + 1] == "R" or clauses.is_in(border + 1, "pointing"))
    pointed = pointed or clauses.words[border + 1 : border + 2] in (["共同"], ["都"], ["均"])  # A、B，共同 V C
    return not pointed and "V" in clauses.kinds[clauses.first[start - 2] : start - 1]  # not 变量：A、B，V C
