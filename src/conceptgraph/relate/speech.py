"""Frames of speech: who claims something, and about what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgraph.relate.books import book_at
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.clefts import cleft, stated
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.nominal import read_nominal
from conceptgraph.relate.purposes import studied_with
from conceptgraph.relate.reports import only_names
from conceptgraph.relate.rules import CueUse
from conceptgraph.relate.scholars import taken_up, worked_on
from conceptgraph.relate.speakers import holders_of, is_speaker, is_where, speakers_of, told_thing
from conceptgraph.relate.voice import scope_from


def read_speech(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V (that) … B …; A 把 B V 为 C; A 对 B 的 V."""
    chunks = clauses.parse.chunks
    if chunks[index].kind == "N":
        examined = _examined(clauses, use, token, index)
        if examined is not None:
            yield examined
            return
        for claim in (*read_nominal(clauses, use, token, index), *_worked_on(clauses, use, token, index)):
            yield replace(claim, sources=tuple(end for end in claim.sources if is_speaker(clauses, end)))
        return
    if chunks[index].kind != "V" or clauses.words[index - 1] == "作为":
        return  # also 以 A 作为 V B 的 前提
    speakers = speakers_of(clauses, index)
    cited = speakers or (clauses.local_subject(index) is None and "S" not in clauses.kinds[:index])
    sources = speakers + (_cited_work(clauses, index) if cited else ())
    by = clauses.marker(index)
    if by is not None and clauses.word(by) in ("由", "为", "被") and clauses.noun_between(by, index) is not None:
        yield _put_forward(clauses, use, token, index, by)
        return
    if not sources:
        yield from _studied(clauses, use, token, index)
        return
    if clauses.word(index)[:2] in ("确立", "反映") and all(clauses.is_doctrine(end) for end in sources):
        if clauses.word(index)[0] == "反":
            yield Claim(clauses.rule_of("体现", use.rule), sources, clauses.object_ends(index), token)
        return  # a theory lays a foundation
    being = cleft(clauses, index)
    if being is not None and clauses.is_in(being, "negator"):
        yield from stated(clauses, use, token, index, being)  # A 关注 的 不是 B，而是 C
        return
    clauses.memory.thinker = sources
    clauses.memory.speakers.update(end.name for end in sources)
    marker = clauses.marker(index)
    if marker is not None and chunks[marker].kind == "B":
        who = speakers if clauses.is_in(index, "seeing_in") else sources
        yield Claim(use.rule, who, _taken_for(clauses, index, marker), token)
        yield Claim(use.rule, speakers, taken_up(clauses, index), token)
        return
    reacted = _voiced_on(clauses, index, marker) or _reacted_to(clauses, index)
    if reacted:
        yield Claim(use.rule, sources, reacted, token)  # A 对 B 提出 见解
        return
    if not _only_reacts(clauses, index):
        yield from _claimed(clauses, use, token, index, sources)
    if speakers and "通过" not in clauses.words_before(index):
        yield Claim(use.rule, speakers, _described_with(clauses, index), token)


def _put_forward(clauses: Clauses, use: CueUse, token: int, index: int, by: int) -> Claim:
    """Return what B 由 A 提出 and [由 A 提出 的] B say, and keep A as who speaks."""
    found = clauses.ends_of(clauses.noun_between(by, index) or by)
    speakers = tuple(end for end in found if is_speaker(clauses, end))
    clauses.memory.person = speakers or clauses.memory.person
    clauses.memory.speakers.update(end.name for end in speakers)
    headed = clauses.kinds[index + 1 : index + 3] == ["D", "N"] and clauses.local_subject(by) is None
    return Claim(use.rule, speakers, clauses.ends_of(index + 2) if headed else clauses.subject(by), token)


def _taken_for(clauses: Clauses, verb: int, marker: int) -> Ends:
    """Return what somebody tells of who takes or names one thing for another: A 把 B 看作 C, A 把 这种 B 称为 C."""
    noun = clauses.noun_between(marker, verb)
    pointed = noun is None or any(clauses.is_in(at, "pointing") for at in (noun, noun - 1))  # 把这种 A 称为 B
    pointed = pointed or (noun is not None and clauses.kinds[noun] == "R" and clauses.has_frame(verb, "result"))
    themes = () if pointed or noun is None else clauses.ends_of(noun)
    coined = clauses.object_at(verb) if clauses.is_in(verb, "naming") else None
    named = clauses.ends_of(coined) if coined is not None and not clauses.role_headed(coined) else ()
    return named or themes or (() if clauses.is_in(verb, "seeing_in") else clauses.object_ends(verb))


def _worked_on(clauses: Clauses, use: CueUse, token: int, noun: int) -> Iterator[Claim]:
    """A 在 B 等 领域 进行 V: what somebody works on."""
    verb = clauses.governor(noun)
    done = verb is not None and clauses.kinds[verb] == "V" and clauses.is_in(verb, "light_verb")
    if verb is not None and done and token >= clauses.parse.chunks[noun].items[-1].parts[-1][0]:
        yield Claim(use.rule, clauses.subject(verb), worked_on(clauses, verb), token)


def _described_with(clauses: Clauses, verb: int) -> Ends:
    """Return B of A 用 B 来 描述 C and of A 以 B 为 切入点 考察 C; nothing of A 用 B 证明 C V D."""
    if clauses.is_in(verb, "studying_deed") or clauses.is_in(verb, "evidencing"):
        return taken_up(clauses, verb)
    return taken_up(clauses, verb) or clauses.instrument(verb)


def _studied(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """Yield what is studied with a method where nobody is named who does it: 采用 A 分析 B."""
    if clauses.is_in(index, "author_deed") and "acts_on" not in clauses.uses_at(index).relations:
        rule = clauses.rule_of("分析", use.rule)
        yield Claim(rule, studied_with(clauses, index), clauses.object_ends(index), token)


def _examined(clauses: Clauses, use: CueUse, token: int, index: int) -> Claim | None:
    """Return what is studied with a method where nobody is named who does it: 采用 A 对 B 进行 考察."""
    verb = clauses.governor(index)
    if clauses.parse.tokens.words[token] not in clauses.sets["author_deed"] or verb is None:
        return None
    noun = clauses.before(verb) if clauses.is_in(verb, "light_verb") else None
    toward = clauses.governor(noun) if noun is not None and clauses.kinds[noun] == "N" else None
    if noun is None or toward is None or not clauses.is_in(toward, "toward"):
        return None
    means = studied_with(clauses, toward)
    return Claim(clauses.rule_of("分析", use.rule), means, clauses.ends_of(noun), token) if means else None


def _voiced_on(clauses: Clauses, verb: int, marker: int | None) -> Ends:
    """Return B of A 对 B 表示 忧虑 and A 在 B 问题 上 提出 看法; nothing for other verbs."""
    patient = clauses.object_at(verb) if clauses.word(verb) in ("表示", "提出") else None
    if patient is not None and marker is None and clauses.is_in_any_head(patient, "reaction", "opinion", "statement"):
        return () if clauses.attributes_of(patient) else worked_on(clauses, verb)
    if patient is None or marker is None or clauses.kinds[marker] != "P":
        return ()
    noun = clauses.noun_between(marker, verb)
    told = noun is not None and not clauses.uses_of_head(patient)
    return clauses.ends_of(noun) if noun is not None and told else ()


def _reacted_to(clauses: Clauses, verb: int) -> Ends:
    """Return what somebody only says something against or about: 对 B 提出 批评; nothing for other claims."""
    patient = clauses.object_at(verb)
    if patient is None or patient + 1 != clauses.last[verb] or not clauses.is_in_head(patient, "reaction"):
        return ()
    opening = range(clauses.first[verb], verb)
    toward = next((at for at in opening if clauses.kinds[at] == "P" and clauses.is_in(at, "toward")), None)
    noun = clauses.noun_between(toward, verb) if toward is not None else None
    return clauses.ends_of(noun) if noun is not None and not clauses.attributes_of(patient) else ()


def _only_reacts(clauses: Clauses, verb: int) -> bool:
    """Whether somebody says something for or against what is not named here: (对 此) 提出 尖锐 的 批评."""
    patient = clauses.object_at(verb) if clauses.word(verb)[:2] == "提出" else None
    if patient is None or patient + 1 != clauses.last[verb] or "V" in clauses.kinds[verb + 1 : patient]:
        return False
    chunk = clauses.parse.chunks[patient]
    bare = clauses.parse.form.count("N", chunk.start, chunk.end) == 1
    return bare and clauses.is_in_any_head(patient, "reaction", "opinion")


def _claimed(clauses: Clauses, use: CueUse, token: int, index: int, sources: Ends) -> Iterator[Claim]:
    """Yield what is claimed or treated behind a verb of speech: its object, else the first noun phrase that is free."""
    chunks = clauses.parse.chunks
    taken = None if use.rule.opens or clauses.kinds[index + 1 : index + 2] == ["D"] else clauses.object_at(index)
    thing = told_thing(clauses, index) if use.rule.opens else None
    if thing is not None and clauses.kinds[index + 2] == "V" and clauses.head_of(thing):
        yield Claim(use.rule, sources, clauses.head_of(thing), token)  # 揭示 了 [隐含 于 A 中 的] B
        return
    if taken is not None and _is_of_clause(clauses, index, taken):
        yield Claim(use.rule, sources, clauses.heads_of(clauses.last[index] - 1), token)  # 确立 了 [S V O 的] B
        return
    owned = thing is not None and "所" in clauses.words[index + 2 : thing] and clauses.kinds[thing - 1] == "D"
    if thing is not None and owned and clauses.ends_of(thing):
        yield Claim(use.rule, sources, clauses.ends_of(thing), token)  # 揭示 了 [A 所 具有 的] B
        return
    position = _past_condition(clauses, index + 1) if taken is None else taken
    if use.rule.opens and taken is None and (supposed := _supposed(clauses, index + 1, position)):
        yield Claim(use.rule, sources, supposed, token)  # 认为 只要 A V B，C 就 V D
    while position < (len(chunks) if use.rule.opens else clauses.last[index]):
        above = clauses.governor(position)
        means = above == index + 1 and (clauses.is_in(above, "leading_means") or clauses.word(above) == "以")
        plain = above is None or chunks[above].kind != "P" or means or _opens_deed(clauses, above, position)
        if position == index + 1 and chunks[position].kind == "R" and clauses.ends_of(position):
            yield Claim(use.rule, sources, clauses.ends_of(position), token)  # 认为 它 由 A 构成
            return
        if position != taken and above is not None and _is_of_undergoer(clauses, above, position):
            position += 3  # 主张 V [被 A V 的] B
            continue
        if chunks[position].kind == "N" and (position == taken or plain):
            relative = position == taken and clauses.in_relative(index, position)  # 是 A 解释 B 的 H
            treated = clauses.attributes_of(position) if relative else _owned_by_persons(clauses, position)
            treated = treated or (() if relative else clauses.ends_of(_told_head(clauses, position)))
            nearest = clauses.first_noun(index)
            if position == taken and nearest is not None and nearest < position:
                first = not treated or _is_of_nearest(clauses, position, nearest)
                treated = clauses.ends_of(nearest) if first else treated
            yield Claim(use.rule, sources, treated or _told_of(clauses, index), token)
            goes_on = clauses.kinds[index + 1] != "D" and not only_names(clauses, index)
            if use.rule.opens and goes_on and thing is None:
                for subject in _later_subjects(clauses, token, position):
                    yield Claim(use.rule, sources, clauses.ends_of(subject), token)
            return
        position += 1


def _is_of_undergoer(clauses: Clauses, passive: int, noun: int) -> bool:
    """Whether a noun phrase only tells who does something to the head behind it: [被 A 束缚 的] B; not a plight."""
    told = clauses.kinds[passive] == "I" and passive + 1 == noun
    told = told and clauses.kinds[noun + 1 : noun + 4] == ["V", "D", "N"]
    return told and not clauses.is_in_any_head(noun + 3, "plight", "light_head", "hollow_head")


def _is_of_nearest(clauses: Clauses, taken: int, nearest: int) -> bool:
    """Whether a thing is that of the noun before it: 分析 A 在 B 中 所 起 的 作用, 关注 A 对 B 的 影响."""
    above = clauses.governor(taken)
    if above is None:
        return False
    if clauses.word(above) == "在":
        return clauses.is_in_head(taken, "hollow_head")
    owned = above == nearest + 1 and len(clauses.parse.chunks[taken].items[-1].parts) > 1
    return owned and clauses.is_in(above, "toward")


def _owned_by_persons(clauses: Clauses, noun: int) -> Ends:
    """Return T of the noun phrase P、Q 和 R 的 T, where all are persons, who own it together; nothing of others."""
    *listed, last = clauses.parse.chunks[noun].items
    persons = clauses.parse.tokens.persons
    if not listed or len(last.parts) != 2 or any(len(item.parts) > 1 for item in listed):
        return ()
    alike = all(item.parts[0][1] - 1 in persons for item in (*listed, last))
    return clauses.name_all((last.of(last.parts[1:]),)) if alike else ()


def _opens_deed(clauses: Clauses, toward: int, noun: int) -> bool:
    """Whether 对 opens what a clause is about, an attitude to a thing that does something: 对 理性 的 崇拜 V A."""
    opens = toward == clauses.first[toward] and toward + 1 == noun and clauses.is_in(toward, "toward")
    owned = opens and clauses.kinds[noun] == "N" and len(clauses.parse.chunks[noun].items[-1].parts) > 1
    after = clauses.after(noun) if owned else None
    return after is not None and clauses.kinds[after] == "V"


def _is_of_clause(clauses: Clauses, verb: int, taken: int) -> bool:
    """Whether the noun phrase `taken` is the subject of what tells of the object of a verb: 确立 了 [S V O 的] B."""
    closing, inner = clauses.last[verb] - 1, clauses.after(taken)
    if inner is None or inner >= closing or clauses.kinds[inner] != "V" or clauses.kinds[closing] != "N":
        return False
    if "V" in clauses.kinds[inner + 1 : closing] or clauses.is_being(inner) or clauses.word(inner) == "作为":
        return False
    return clauses.kinds[closing - 1] == "D" or len(clauses.parse.chunks[closing].items[-1].parts) > 1


def _past_condition(clauses: Clauses, index: int) -> int:
    """Return where what is claimed begins behind a verb of speech: past 只要 A，, 当 A 时，; else the chunk `index`."""
    start = index + 1 if index < len(clauses.kinds) and clauses.kinds[index] == "," else index
    if start >= len(clauses.kinds):
        return index
    if _only_compares(clauses, start):
        return clauses.last[start] + 1
    led = clauses.is_in(start, "supposer") or clauses.word(start) in ("当", "由于", "随着", "为了", "在")
    border = clauses.last[start]
    goes_on = border + 1 < len(clauses.kinds) and clauses.word(border) in "，," and clauses.is_in(start, "supposer")
    timed = (
        led
        and border < len(clauses.kinds)
        and clauses.last_word(border - 1) in ("时", "时候")
        and clauses.word(border) in "，,"
    )
    return border + 1 if goes_on or timed else index


def _supposed(clauses: Clauses, start: int, stop: int) -> Ends:
    """Return what a condition is about that a report opens with, before the chunk `stop`: 只要 A V B，C 就 V D."""
    opens = start + (clauses.kinds[start : start + 1] == [","])
    at = opens + 1
    while at < stop and clauses.kinds[at] == "d":
        at += 1
    if at >= stop or clauses.kinds[at] != "N" or not (clauses.is_in(opens, "supposer") or clauses.word(opens) == "当"):
        return ()
    told = clauses.after(at)
    return clauses.ends_of(at) if told is not None and clauses.kinds[told] == "V" else ()


def _only_compares(clauses: Clauses, start: int) -> bool:
    """Whether the clause from chunk `start` on only says with what the next one compares a thing: 与 A 相比，."""
    border, compared = clauses.last[start], clauses.rules.grammar.sets["compared"]
    if border + 1 >= len(clauses.kinds) or clauses.word(border) not in "，,":
        return False
    closing = clauses.last_word(border - 1)
    beside = clauses.kinds[start] == "C" and closing in compared
    return beside or (clauses.words[start] in compared and "V" not in clauses.kinds[start + 1 : border])


def _told_of(clauses: Clauses, verb: int) -> Ends:
    """Return B of B 是 [A 提出 的] 概念."""
    before = clauses.before(verb)
    above = clauses.governor(before) if before is not None and clauses.kinds[before] == "N" else None
    headless = clauses.kinds[verb + 1 : verb + 2] == ["D"]
    return clauses.subject(above) if headless and above is not None and clauses.is_being(above) else ()


def _later_subjects(clauses: Clauses, token: int, index: int) -> Iterator[int]:
    """Yield what the later clauses of a report are about, the first of them behind chunk `index`: their subjects."""
    chunks, starts = clauses.parse.chunks, clauses.parse.tokens.starts
    end = scope_from(clauses, token, None).end
    start = clauses.last[index] + 1
    if clauses.words[start : start + 1] == ["而"]:
        earlier = (at for at in range(clauses.first[index], index) if chunks[at].end <= token)
        if {"V", "a"}.isdisjoint(clauses.kinds[index : clauses.last[index]]) or any(map(clauses.opens_report, earlier)):
            return  # 甲 强调 A 的 B，而 乙 则 V C; 甲 认为 乙 否认 A 是 B，而 C 是 D
    while start < len(chunks) and starts[chunks[start].start] < end and clauses.word(start - 1) in "，,：:；;":
        first = start
        while first < clauses.last[start] and clauses.kinds[first] in "du":
            first += 1
        if first >= clauses.last[start] or any(clauses.opens_report(at) for at in range(start, clauses.last[start])):
            return
        after = clauses.after(first)
        if clauses.kinds[first] == "N" and after is not None and clauses.kinds[after] in "VPIB":
            if clauses.is_in(first, "pointing") and clauses.is_in_any_head(first, "mindset", "statement"):
                return  # 甲 认为 A V B，这一 思想 V C
            if any(is_speaker(clauses, each) for each in clauses.ends_of(first)):
                return  # somebody else begins
            yield first
        start = clauses.last[start] + 1


def read_view(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """在 A V，… B …; A V 的 B: what A thinks of B."""
    chunks, noun = clauses.parse.chunks, index - 1
    word = clauses.parse.tokens.words[token]
    sense = word == "意义上"  # 尼采 意义上 的 B
    if sense or (chunks[index].kind == "N" and word in clauses.rules.grammar.sets["viewpoint"]):
        yield from _seen(clauses, use, token, index)
        return
    sources = holders_of(clauses, index)
    if not sources and (not clauses.is_in(index, "viewpoint") or is_where(clauses, index)):
        return
    if not sources and noun >= 0 and chunks[noun].kind in "NR":
        above = clauses.governor(noun)
        owned = index + 2 < len(chunks) and chunks[index + 1].kind == "D" and chunks[index + 2].kind == "N"
        if owned or (above is not None and clauses.is_in(above, "standing")):
            sources = tuple(end for end in clauses.ends_of(noun) if is_speaker(clauses, end))
    if not sources:
        return
    position = index + 1
    ahead = clauses.opening(index + 1)
    if ahead < len(chunks) and clauses.is_in(ahead, "including"):
        return  # 在 某些 哲学家 那里，比如 A
    while position < len(chunks) and chunks[position].kind != ".":
        above = clauses.governor(position)
        if chunks[position].kind == "N" and (above is None or chunks[above].kind != "P"):
            yield Claim(use.rule, sources, clauses.ends_of(_told_head(clauses, position)), token)
            return
        position += 1


def _told_head(clauses: Clauses, doer: int) -> int:
    """Return the head of [S 所 V 的] H V B, which is told of, for S; another noun phrase as it stands."""
    if clauses.words[doer + 1 : doer + 2] != ["所"]:
        return doer
    verb = doer + 2 + (clauses.kinds[doer + 2 : doer + 3] == ["d"])
    head = verb + 2
    led = clauses.kinds[verb : head + 1] == ["V", "D", "N"] and clauses.kinds[head + 1 : head + 2] != []
    return head if led and clauses.ends_of(head) else doer


def _seen(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 笔下 的 B, as one noun phrase."""
    for item in clauses.parse.chunks[index].items:
        for number, (start, end) in enumerate(item.parts[:-1]):
            if token in (end - 1, end) and start < token:
                sources = clauses.name_all((item.of(((start, token),)),))
                meant = clauses.parse.tokens.words[token] == "意义上"  # not 社会学 意义上 的 B
                named = [each for each in sources if not (meant and each.name.endswith(("学", "论")))]
                speakers = tuple(each for each in named if is_speaker(clauses, each))
                yield Claim(use.rule, speakers, clauses.name_all((item.of(item.parts[number + 1 :]),)), token)


def _cited_work(clauses: Clauses, index: int) -> Ends:
    """Return the work in which somebody says something: 在《资本论》中，马克思指出."""
    parse, start = clauses.parse, clauses.first[index]
    for position in range(clauses.first[start - 2] if start > 1 else start, index):
        chunk = parse.chunks[position]
        if chunk.kind == "N" and chunk.start in parse.tokens.persons and parse.tokens.words[chunk.start][0] in "《〈":
            above = clauses.governor(position)
            owned = "f" in parse.form[chunk.start : chunk.end] and len(chunk.items[-1].parts) > 1  # 在《W》中 的 A
            if above is not None and clauses.word(above) == "在" and not owned:
                return clauses.ends_of(position)
        elif chunk.kind == "N" and "在" in clauses.words[start:position][-1:] and not parse.tokens.persons:
            return book_at(clauses, position)  # 他 在 书 中 指出
    return ()
