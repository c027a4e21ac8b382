"""Speakers: who can claim something, and who says what a verb of speech opens."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgraph.relate.books import book_at
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.words import TITLES

LIGHT = ("light_head", "deed_head", "place_head", "clausal", "setting_head")  # lists of heads that a clause tells of
# before what something is said by
STANDING = ("在", "从", "根据", "依据", "通过", "基于", "以", "按照", "按", "借助", "就", "向")
MARKS = '《》〈〉<>“”"'  # around the name of a work
TURNING = ("却", "但", "但是", "也", "而")
GROUNDS = ("基础", "指导", "影响", "启发", "启示", "背景", "推动", "帮助")  # what one builds on, whoever's it is
FRAMEWORKS = ("框架", "视野", "视域", "视角")  # the author works in a doctrine's: 在 契约论 的 框架 下
SCHOLARS = ("学者", "学界", "研究者")
LONGEST_CALLED = 3  # characters of what somebody is called by: 陆象山
HARDLY_ANY = ("少有", "鲜有", "罕有")  # 少有 学者 探讨 A


def is_speaker(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a concept can claim something: a person, a work, a school or profession."""
    parse = clauses.parse
    endings = clauses.rules.grammar.endings
    if end.name.startswith(HARDLY_ANY):
        return False
    if end.name.endswith(endings["speaker_ending"]) and not end.name.endswith(endings["mute_ending"]):
        return True
    if end.name in clauses.memory.speakers:
        return True
    if not parse.tokens.persons or end.sentence != clauses.here:
        return False
    return any(
        end.start <= parse.tokens.starts[token] + (parse.tokens.words[token][0] in TITLES)
        and parse.tokens.ends[token] in (end.end, end.end + 1)
        for token in parse.tokens.persons
    )


def is_person(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a concept can claim something and is no work, of which 它 may speak later."""
    return is_speaker(clauses, end) and not clauses.names_work((end,))


def is_named_person(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a concept has been said to claim something and is no doctrine: 甲 从 A 转向 B does not become B."""
    persons = clauses.parse.tokens.persons
    named = any(clauses.parse.tokens.starts[token] == end.start for token in persons) and end.sentence == clauses.here
    return (named or end.name in clauses.memory.speakers) and not clauses.is_doctrine(end)


def thinkers_in(clauses: Clauses, ends: Ends) -> Ends:
    """Return those of some ends that are named thinkers."""
    return tuple(end for end in ends if is_person(clauses, end) and is_named_person(clauses, end))


def is_group(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a concept is a group of people."""
    return len(end.name) > 1 and end.name.endswith(clauses.rules.grammar.endings["group_ending"])


def says_he(clauses: Clauses, start: int, stop: int) -> bool:
    """Whether 他 or the like stands among the tokens from `start` to before `stop`."""
    return not clauses.sets["personal_anaphor"].isdisjoint(clauses.parse.tokens.words[start:stop])


def is_school(clauses: Clauses, name: str) -> bool:
    """Whether a name is that of a school, or of those who teach something: 儒家, 重农学派, 自由主义; not 资本主义."""
    sets, endings = clauses.rules.grammar.sets, clauses.rules.grammar.endings
    return name in sets["schools"] or (
        name.endswith(endings["school_ending"]) and not name.endswith(endings["order_ending"])
    )


def is_group_or_view(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a name is that of a group, or of what somebody teaches: 缘起观, 理气论, 儒家传统; not 历史科学."""
    taught = end.name.endswith("观") or (end.name.endswith("传统") and is_school(clauses, end.name[:-2]))
    taught = taught or (clauses.names_doctrine(end.name) and not end.name.endswith("科学"))
    return taught or is_group(clauses, end)


def speakers_of(clauses: Clauses, verb: int) -> Ends:
    """Return who speaks: the subject of a verb of speech, or who spoke before in the sentence where it has none."""
    if clauses.words[verb - 1] == "值得":
        return ()  # A 是 甲 在 V B 时 一个 值得 重视 的 C
    before = clauses.before(verb)
    if before is not None and clauses.governor(before) is None and (book := book_at(clauses, before)):
        return book  # 该书 探讨 了 A
    if before is not None and clauses.parse.chunks[before].kind == "I" and clauses.word(before) != "所":
        return ()  # 被 称为
    pronoun = before is not None and clauses.kinds[before] == "R"
    if before is not None and pronoun and clauses.is_in(before, "personal_anaphor") and not clauses.ends_of(before):
        return ()  # A 影响 了 他们 处理 B 的 方式
    points = before is not None and pronoun and clauses.is_in(before, "near_anaphor")
    if before is not None and points and clauses.kinds[before - 1] != "B":
        return ()  # 这 表明 A V B, not 甲 将 此 称为 A
    above = clauses.governor(before) if before is not None else None
    owned = clauses.kinds[verb + 1 : verb + 2] == ["D"] or (before is not None and clauses.kinds[before] == "I")
    owned = owned and not (before is not None and _is_place(clauses, before))
    governed = above is not None and not owned and not clauses.is_in(above, "likening")
    near = clauses.ends_of(before) if before is not None and clauses.kinds[before] == "N" and not governed else ()
    if above is not None and clauses.kinds[above] == "P" and owned:
        near = tuple(end for end in near if not clauses.is_doctrine(end))  # 从 甲 批判 的 A 出发, not 从 政治学 批判 的
    found = tuple(end for end in near if is_speaker(clauses, end))
    tells = before is not None and clauses.is_in(before, "copula")
    if before is not None and tells and clauses.kinds[before - 1] == "N":
        before, near = before - 1, clauses.attributes_of(before - 1)  # P 的 贡献 在于 揭示 A
    if before is not None and near and not found and clauses.is_in_head(before, "thought"):
        found = tuple(end for end in clauses.attributes_of(before) if is_person(clauses, end))  # P 的 论证 表明 A
    found = found or clauses.subject(verb)
    carried = clauses.local_subject(verb) is None
    if is_discerned(clauses, verb):
        return ()  # 甲 指出 A V B，由此 可以 看到 C V D
    teller = teller_before(clauses, verb) if carried else None
    if teller is not None and clauses.kinds[teller] == "S":
        return book_at(clauses, teller)  # 学界 认定 A 是 B，且 认为 C
    means = clauses.memory.measures if carried else ()  # 区分 A 之后，可以 证明 B
    speakers = tuple(
        end for end in found if is_speaker(clauses, end) and end not in means and not _is_means(clauses, end)
    )
    start = clauses.first[verb]
    blames = carried and start > 1 and clauses.opens_report(verb)
    if blames and any(clauses.is_in(at, "blaming") for at in range(clauses.first[start - 2], start)):
        return clauses.memory.thinker or speakers  # 甲 批评 乙 V A，认为 B
    back = clauses.words[start] == "另一方面"  # 甲 一方面 批评 乙 的 学说 V A，另一方面 认为 B
    if carried and not speakers and clauses.words[start] in TURNING and _is_only_worded(clauses, start):
        return ()
    if carried and (not speakers or back or clauses.is_in(start, "going_on")):
        dealing = clauses.is_in(verb, "dealing")  # 马克思 认为 A 是 B，涉及 C
        return speakers if dealing else clauses.memory.thinker or speakers  # 马克思提出 …，并指出 …
    return speakers or _called_by_name(clauses, verb)


def _called_by_name(clauses: Clauses, verb: int) -> Ends:
    """Return who is called by a name that nothing else tells: 象山 主张 心 即 理, 船山 强调“A”; not 社会 强调 A."""
    noun = clauses.before(verb) if clauses.word(verb)[:2] in clauses.sets["claiming"] else None
    if noun is None or clauses.kinds[noun] != "N" or len(clauses.word(noun)) > LONGEST_CALLED:
        return ()
    chunk, tokens = clauses.parse.chunks[noun], clauses.parse.tokens
    tag, quoted = tokens.tags[chunk.start], clauses.parse.chunks[verb].end in tokens.quoted
    named = tag in ("nr", "nz") or (tag in ("n", "ns") and quoted) or (tag == "ns" and clauses.is_in(verb, "holding"))
    opens = all(clauses.kinds[at] in "dC" for at in range(clauses.first[verb], noun))
    return clauses.ends_of(noun) if named and opens and chunk.end - chunk.start == 1 else ()


def _is_only_worded(clauses: Clauses, start: int) -> bool:
    """Whether the clause before tells what a thing does that somebody has only named: 甲 所说 的 A 能够 V B，却 V C."""
    opens = clauses.first[start - 2] if start > 1 else start
    if clauses.kinds[opens : opens + 1] != ["N"] or start - opens < 6:
        return False
    done = opens + 1 + (clauses.word(opens + 1) == "所")
    named = clauses.word(opens + 1)[0] == "所" and clauses.kinds[done : done + 3] == ["V", "D", "N"]
    return named and "V" in clauses.kinds[done + 3 : start]


def is_discerned(clauses: Clauses, verb: int) -> bool:
    """Whether a clause without a subject tells what anybody can see: 由此 可以 看到 C V D, which the author says."""
    sees = clauses.is_in(verb, "discerning") and clauses.words_before(verb) & clauses.sets["advising"]
    return bool(sees) and not clauses.local_subject(verb)


def told_by(clauses: Clauses, verb: int) -> int | None:
    """Return what stands before a verb of speech as who speaks, past what that is said on the ground of or where:
    有 S 根据 A 认为, S 在 V A 时 指出.
    """
    before = clauses.before(verb)
    led = next((at for at in range(clauses.first[verb], verb) if clauses.words[at] in STANDING), verb)
    if before is None or before < led or clauses.kinds[led] != "P":
        return before
    outer = clauses.before(led)
    named = outer is not None and clauses.kinds[outer] in "NRSr"
    above = clauses.governor(outer) if outer is not None and named else None
    return outer if named and (above is None or clauses.word(above) == "有") else before


def teller_before(clauses: Clauses, verb: int) -> int | None:
    """Return the subject of the nearest clause before that has one, in the sentence: who goes on to say something."""
    start = clauses.first[verb]
    while start > 1:
        stop, start = start - 1, clauses.first[start - 2]
        for at in range(start, stop):
            there_is = at == start and clauses.word(at) == "有"  # 有 学者 V A，认为 B
            if clauses.kinds[at] == "V" and not there_is:
                break
            above = clauses.governor(at)
            if clauses.kinds[at] in "NRS" and (above is None or (above == start and clauses.word(start) == "有")):
                placed = clauses.kinds[at] == "N" and clauses.parse.chunks[at].items[-1].local
                home = clauses.words[at + 1] in SCHOLARS and clauses.kinds[at + 2] != "N"
                if not placed and not home:  # not 国内 of 国内 学者
                    return at
    return None


def _is_place(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase only tells where something is said: A 在 B 中 提出 的 C."""
    items = clauses.parse.chunks[index].items
    return bool(items) and items[-1].local and index - 2 >= clauses.first[index]


def _is_means(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a concept is only the means of what is thought: 运用 A 考察 B."""
    if end.sentence != clauses.here:
        return False
    starts, chunks = clauses.parse.tokens.starts, clauses.parse.chunks
    index = next((at for at in range(len(chunks) - 1, -1, -1) if starts[chunks[at].start] <= end.start), 0)
    above = clauses.governor(index)
    return above is not None and clauses.is_in(above, "instrument")


def holders_of(clauses: Clauses, index: int) -> Ends:
    """Return whose view the noun phrase `index` is that opens a clause: 按照 A 的 看法，…."""
    if clauses.kinds[index] != "N" or clauses.last[index] != index + 1 or index == 0:
        return ()
    above, local = clauses.governor(index), clauses.parse.chunks[index].items[-1].local
    if above is None or not clauses.is_in(above, "standing" if local else "according"):
        return ()
    parts, words = clauses.parse.chunks[index].items[-1].parts, clauses.parse.tokens.words
    if len(parts) > 1 and words[parts[-2][1] - 1] in ("概念", "范畴", "术语", "一词"):
        return ()  # 根据 “治理” 概念 的 界定
    if len(parts) == 1 and not local:
        return tuple(end for end in clauses.ends_of(index) if clauses.is_doctrine(end))  # 按照 现代化 理论，
    head = clauses.head_word(index)
    if head in GROUNDS:
        return ()  # 在 康德 思想 的 影响 下
    owners = (end for end in clauses.attributes_of(index) if is_speaker(clauses, end))
    return tuple(end for end in owners if head not in FRAMEWORKS or not clauses.is_doctrine(end))


def opens_view(clauses: Clauses, above: int | None, index: int) -> bool:
    """Whether what governs a noun phrase makes it the one whose view is told: 在 康德 看来, 对 康德 来说."""
    said = clauses.word(index) in ("来说", "而言", "来讲", "说来")
    far = said and above is None and clauses.words[index - 2 : index - 1] == ["就"]  # 就 康德 而言
    return far or (above is not None and clauses.is_in(above, "toward" if said else "standing"))


def is_where(clauses: Clauses, index: int) -> bool:
    """Whether 那里 only says with whom something came about: 在 A 那里 产生 了 B, not 在 A 那里，S V B."""
    return clauses.word(index) == "那里" and clauses.last[index] != index + 1


def phrase_at(clauses: Clauses, index: int) -> str:
    """Return 有些学者 for the noun phrase 学者 and the words that belong to it."""
    start = index
    while start > clauses.first[index] and clauses.kinds[start - 1] in "rma":
        start -= 1
    chunks, words = clauses.parse.chunks, clauses.parse.tokens.words
    return "".join(words[chunks[start].start : chunks[index].end])


def told_thing(clauses: Clauses, verb: int) -> int | None:
    """Return the head of what a verb of saying takes with all told of it: 揭示 了 [S V O 的] 机制; S 对 O 的 H."""
    last, opens = clauses.last[verb], verb + 2
    rest = clauses.kinds[verb + 1 + (clauses.kinds[verb + 1 : verb + 2] == ["u"]) : last]
    bears = rest == ["N", "P", "N"] and clauses.is_in(last - 2, "toward") and clauses.words[last : last + 1] == ["，"]
    if bears and len(clauses.parse.chunks[last - 1].items[-1].parts) > 1 and not clauses.is_in(verb, "holding"):
        return last - 1
    if opens >= last - 1 or clauses.word(verb + 1) != "了" or clauses.kinds[last - 1] != "N":
        return None
    attributed = clauses.kinds[last - 2] == "D" or len(clauses.parse.chunks[last - 1].items[-1].parts) > 1
    if last >= len(clauses.kinds) or clauses.word(last) not in "，,。" or not attributed:
        return None
    inner = [at for at in range(opens, last) if clauses.kinds[at] == "V"]
    if len(inner) != 1 or clauses.word(inner[0] + 1) == "了":
        return None
    if clauses.word(inner[0] - 1) == "所" and clauses.kinds[inner[0] + 1] == "D":
        return last - 1  # 论证 了 [S 所 V 的] H
    head = clauses.head_word(last - 1)[-2:]
    light = any(head in clauses.sets[name] for name in LIGHT)
    return last - 1 if inner[0] == opens or light else None


def shows_clause(clauses: Clauses, verb: int) -> bool:
    """Whether a verb of showing opens what it shows: 数据 显示 A V B, not 祠堂 显示 A 的 权威."""
    if not clauses.is_in(verb, "evidencing") or clauses.kinds[verb + 1 : verb + 2] != ["N"]:
        return False
    behind = clauses.kinds[verb + 2 : clauses.last[verb]]
    return "V" in behind and "D" not in behind


def names_of(ends: Iterable[Endpoint]) -> str:
    """Return the names of some people, each once."""
    return "、".join(dict.fromkeys(end.name for end in ends))


def name_of(clauses: Clauses, person: int) -> str:
    """Return the name of the person or work that is token `person`."""
    return clauses.parse.tokens.words[person].strip(MARKS)


def named_in(clauses: Clauses, first: int, stop: int) -> str | None:
    """Return the first person or work that the chunks ``first:stop`` name, None where they name none."""
    chunks, persons = clauses.parse.chunks, clauses.parse.tokens.persons
    row = range(chunks[first].start, chunks[stop - 1].end)
    person = next((at for at in row if at in persons), None)
    return None if person is None else name_of(clauses, person)
