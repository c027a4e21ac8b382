"""Frames of speech: who claims something, about what, and how far the report goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.nominal import read_nominal
from conceptgraph.relate.rules import CueUse
from conceptgraph.relate.verbal import cleft, stated
from conceptgraph.relate.voice import Scope, scope_from
from conceptgraph.relate.words import TITLES


def read_speech(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V (that) … B …; A 把 B V 为 C; A 对 B 的 V."""
    chunks = clauses.parse.chunks
    if chunks[index].kind == "N":
        for claim in read_nominal(clauses, use, token, index):
            yield replace(claim, sources=tuple(end for end in claim.sources if is_speaker(clauses, end)))
        return
    if chunks[index].kind != "V":
        return
    speakers = _speakers(clauses, index)
    cited = speakers or (clauses.local_subject(index) is None and "S" not in clauses.kinds[:index])
    sources = speakers + (_cited_work(clauses, index) if cited else ())
    by = clauses.marker(index)
    if by is not None and clauses.word(by) in ("由", "为", "被") and clauses.noun_between(by, index) is not None:
        found = clauses.ends_of(clauses.noun_between(by, index) or by)
        speakers = tuple(end for end in found if is_speaker(clauses, end))
        clauses.memory.person = speakers or clauses.memory.person
        clauses.memory.speakers.update(end.name for end in speakers)
        yield Claim(use.rule, speakers, clauses.subject(by), token)  # B 由 A 提出
        return
    if not sources:
        return
    being = cleft(clauses, index)
    if being is not None and clauses.is_in(being, "negator"):
        yield from stated(clauses, use, token, index, being)  # A 关注 的 不是 B，而是 C
        return
    clauses.memory.thinker = sources
    clauses.memory.speakers.update(end.name for end in sources)
    marker = clauses.marker(index)
    if marker is not None and chunks[marker].kind == "B":
        noun = clauses.noun_between(marker, index)
        pointed = noun is None or any(clauses.is_in(at, "pointing") for at in (noun, noun - 1))  # 把这种 A 称为 B
        themes = () if pointed or noun is None else clauses.ends_of(noun)
        coined = clauses.object_at(index) if clauses.is_in(index, "naming") else None
        named = clauses.ends_of(coined) if coined is not None else ()
        quoted = coined is not None and chunks[coined].start in clauses.parse.tokens.quoted
        known = all(end.known for end in named) and not any(end.known for end in themes)
        named = named if quoted or known else ()  # 将 A 称为 “B”
        yield Claim(use.rule, sources, named or themes or clauses.object_ends(index), token)
        return
    yield from _claimed(clauses, use, token, index, sources)


def _claimed(clauses: Clauses, use: CueUse, token: int, index: int, sources: Ends) -> Iterator[Claim]:
    """Yield what is claimed or treated behind a verb of speech: its object, else the first noun phrase that is free."""
    chunks = clauses.parse.chunks
    taken = None if use.rule.opens or clauses.kinds[index + 1 : index + 2] == ["D"] else clauses.object_at(index)
    position = _past_condition(clauses, index + 1) if taken is None else taken
    while position < len(chunks):
        above = clauses.governor(position)
        means = above == index + 1 and (clauses.is_in(above, "leading_means") or clauses.word(above) == "以")
        plain = above is None or chunks[above].kind != "P" or means
        if position == index + 1 and chunks[position].kind == "R" and clauses.ends_of(position):
            yield Claim(use.rule, sources, clauses.ends_of(position), token)  # 认为 它 由 A 构成
            return
        if chunks[position].kind == "N" and (position == taken or plain):
            treated = clauses.ends_of(position)
            nearest = clauses.first_noun(index)
            if not treated and position == taken and nearest is not None and nearest < position:
                treated = clauses.ends_of(nearest)  # 分析 A 在 B 中 所 起 的 作用
            yield Claim(use.rule, sources, treated or _told_of(clauses, index), token)
            if use.rule.opens and clauses.kinds[index + 1] != "D":
                for subject in _later_subjects(clauses, token, position):
                    yield Claim(use.rule, sources, clauses.ends_of(subject), token)
            return
        position += 1


def _past_condition(clauses: Clauses, index: int) -> int:
    """Return where what is claimed begins behind a verb of speech: past 只要 A，, 当 A 时，; else the chunk `index`."""
    start = index + 1 if index < len(clauses.kinds) and clauses.kinds[index] == "," else index
    if start >= len(clauses.kinds):
        return index
    led = clauses.is_in(start, "supposer") or clauses.word(start) in ("当", "由于", "随着", "为了", "在")
    border = clauses.last[start]
    goes_on = border + 1 < len(clauses.kinds) and clauses.word(border) in "，," and clauses.is_in(start, "supposer")
    timed = (
        led
        and border < len(clauses.kinds)
        and clauses.parse.tokens.words[clauses.parse.chunks[border - 1].end - 1] in ("时", "时候")
        and clauses.word(border) in "，,"
    )
    return border + 1 if goes_on or timed else index


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
    while start < len(chunks) and starts[chunks[start].start] < end and clauses.word(start - 1) in "，,：:":
        first = start
        while first < clauses.last[start] and clauses.kinds[first] in "du":
            first += 1
        if first >= clauses.last[start] or any(clauses.opens_report(at) for at in range(start, clauses.last[start])):
            return
        after = clauses.after(first)
        if clauses.kinds[first] == "N" and after is not None and clauses.kinds[after] == "V":
            if any(is_speaker(clauses, each) for each in clauses.ends_of(first)):
                return  # somebody else begins
            yield first
        start = clauses.last[start] + 1


def _speakers(clauses: Clauses, verb: int) -> Ends:
    """Return who speaks: the subject of a verb of speech, or who spoke before in the sentence where it has none."""
    before = clauses.before(verb)
    if before is not None and clauses.parse.chunks[before].kind == "I" and clauses.word(before) != "所":
        return ()  # 被 称为
    if before is not None and clauses.kinds[before] == "R" and clauses.is_in(before, "near_anaphor"):
        return ()  # 这 表明 A V B
    above = clauses.governor(before) if before is not None else None
    owned = clauses.kinds[verb + 1 : verb + 2] == ["D"] or (before is not None and clauses.kinds[before] == "I")
    owned = owned and not (before is not None and _is_place(clauses, before))
    governed = above is not None and not owned and not clauses.is_in(above, "likening")
    near = clauses.ends_of(before) if before is not None and clauses.kinds[before] == "N" and not governed else ()
    if above is not None and clauses.kinds[above] == "P" and owned:
        near = tuple(end for end in near if not clauses.is_doctrine(end))  # 从 甲 批判 的 A 出发, not 从 政治学 批判 的
    found = tuple(end for end in near if is_speaker(clauses, end)) or clauses.subject(verb)
    carried = clauses.local_subject(verb) is None
    means = clauses.memory.measures if carried else ()  # 区分 A 之后，可以 证明 B
    speakers = tuple(
        end for end in found if is_speaker(clauses, end) and end not in means and not _is_means(clauses, end)
    )
    if carried and (not speakers or clauses.is_in(clauses.first[verb], "going_on")):
        dealing = clauses.is_in(verb, "dealing")  # 马克思 认为 A 是 B，涉及 C
        return speakers if dealing else clauses.memory.thinker or speakers  # 马克思提出 …，并指出 …
    return speakers


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


def read_view(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """在 A V，… B …; A V 的 B: what A thinks of B."""
    chunks, noun = clauses.parse.chunks, index - 1
    if chunks[index].kind == "N" and clauses.parse.tokens.words[token] in clauses.rules.grammar.sets["viewpoint"]:
        yield from _seen(clauses, use, token, index)
        return
    sources = _holders(clauses, index)
    if not sources and (not clauses.is_in(index, "viewpoint") or _is_where(clauses, index)):
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
            yield Claim(use.rule, sources, clauses.ends_of(position), token)
            return
        position += 1


def _is_where(clauses: Clauses, index: int) -> bool:
    """Whether 那里 only says with whom something came about: 在 A 那里 产生 了 B, not 在 A 那里，S V B."""
    return clauses.word(index) == "那里" and clauses.last[index] != index + 1


def _seen(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 笔下 的 B, as one noun phrase."""
    for item in clauses.parse.chunks[index].items:
        for number, (start, end) in enumerate(item.parts[:-1]):
            if end - 1 == token and start < token:
                sources = clauses.name_all((item.of(((start, token),)),))
                speakers = tuple(each for each in sources if is_speaker(clauses, each))
                yield Claim(use.rule, speakers, clauses.name_all((item.of(item.parts[number + 1 :]),)), token)


def _holders(clauses: Clauses, index: int) -> Ends:
    """Return whose view the noun phrase `index` is that opens a clause: 按照 A 的 看法，…."""
    if clauses.kinds[index] != "N" or clauses.last[index] != index + 1 or index == 0:
        return ()
    above, local = clauses.governor(index), clauses.parse.chunks[index].items[-1].local
    if above is None or not clauses.is_in(above, "standing" if local else "according"):
        return ()
    return tuple(end for end in clauses.attributes_of(index) if is_speaker(clauses, end))


def _cited_work(clauses: Clauses, index: int) -> Ends:
    """Return the work in which somebody says something: 在《资本论》中，马克思指出."""
    parse = clauses.parse
    for position in range(index):
        chunk = parse.chunks[position]
        if chunk.kind == "N" and chunk.start in parse.tokens.persons and parse.tokens.words[chunk.start][0] in "《〈":
            above = clauses.governor(position)
            if above is not None and clauses.word(above) == "在":
                return clauses.ends_of(position)
    return ()


def is_speaker(clauses: Clauses, end: Endpoint) -> bool:
    """Whether a concept can claim something: a person, a work, a school or profession."""
    parse = clauses.parse
    endings = clauses.rules.grammar.endings
    if end.name.endswith(endings["speaker_ending"]) and not end.name.endswith(endings["mute_ending"]):
        return True
    if end.name in clauses.memory.speakers:
        return True
    if end.sentence != clauses.here:
        return False
    return any(
        end.start <= parse.tokens.starts[token] + (parse.tokens.words[token][0] in TITLES)
        and parse.tokens.ends[token] in (end.end, end.end + 1)
        for token in parse.tokens.persons
    )


def speech_scope(clauses: Clauses, token: int, index: int) -> Scope | None:
    """Return what a verb of speech reports; nothing where the author speaks or only a noun phrase follows."""
    chunks = clauses.parse.chunks
    if index + 1 < len(chunks) and chunks[index + 1].kind == "D" and clauses.kinds[index + 2 : index + 3] != [","]:
        return None  # but 就 像 A 说 的，…
    if _only_names(clauses, index):
        return None
    before = clauses.before(index)
    if before is not None and chunks[before].kind == "I":
        return scope_from(clauses, token, None)
    unnamed = before is not None and clauses.kinds[before] == "N" and clauses.is_in_head(before, "others")
    if before is not None and (chunks[before].kind == "S" or unnamed):
        told = unnamed or clauses.is_in(before, "others")
        return scope_from(clauses, token, _unnamed(clauses, before)) if told else None
    if _is_common(clauses, index, before):
        return scope_from(clauses, token, None)  # 有人 认为, 一种 观点 认为
    speakers = dict.fromkeys(end.name for end in _speakers(clauses, index))
    told = bool(speakers) or (before is not None and clauses.is_in(before, "personal_anaphor"))
    holder = "、".join(speakers) if told else _holder(clauses, index)
    return scope_from(clauses, token, holder or None) if holder is not None else None  # 他 认为, whoever that is


def _only_names(clauses: Clauses, verb: int) -> bool:
    """Whether a verb of speech takes a thing and no clause, or is only a means: 发现 A 的 地位，; 通过 揭示 A，V B."""
    stop = clauses.last[verb]
    rest = clauses.kinds[verb + 1 : stop]
    thing = bool(rest) and not clauses.is_in(verb, "holding") and not any(kind in "VPIBda" for kind in rest)
    plain = thing and rest[-1] == "N" and stop < len(clauses.kinds) and clauses.word(stop) in "，,"
    means = any(
        clauses.is_in(at, "leading_means") and clauses.kinds[at] == "P" for at in range(clauses.first[verb], verb)
    )
    return plain or means


def _holder(clauses: Clauses, verb: int) -> str | None:
    """Return who holds something, though nobody knows that it is a person: 审稿人 V A，认为 B; None for the author."""
    if not clauses.is_in(verb, "holding") or clauses.words[verb + 1 : verb + 2] in (["并"], ["和"], ["而"]):
        return None
    before, carried = clauses.before(verb), clauses.local_subject(verb) is None
    opening = next((at for at in range(verb) if clauses.kinds[at] not in "dCu"), verb) if carried else before
    if opening is None or clauses.kinds[opening] not in "NRS" or (carried and opening == clauses.first[verb]):
        return None
    if clauses.kinds[opening] == "S" or clauses.is_in_head(opening, "others"):
        return _unnamed(clauses, opening) if clauses.is_in_head(opening, "others") else None
    if clauses.is_in(opening, "personal_anaphor"):
        return ""
    ends = clauses.memory.first if carried else clauses.ends_of(opening)
    return "、".join(end.name for end in ends) or None


def _is_common(clauses: Clauses, verb: int, before: int | None) -> bool:
    """Whether what follows is thought by nobody named and not by the author: 有人 认为, 通常 认为, 一种 观点 认为."""
    if "S" in clauses.kinds[clauses.first[verb] : verb]:
        return False
    if before is None or clauses.kinds[before] in "rm":
        return any(clauses.is_in(at, "somebody") for at in range(clauses.first[verb], verb))
    return clauses.is_in_head(before, "stance")


def stance_scope(clauses: Clauses, verb: int) -> Scope | None:
    """Return what a noun such as 看法 or 误解 holds: 流行 的 看法 是，A V B; 有 一种 误解，即 A V B."""
    chunks, before = clauses.parse.chunks, clauses.before(verb)
    if clauses.is_in(verb, "apposition") and before is None:
        border = clauses.first[verb] - 1
        held = border > 0 and clauses.word(border) in "，," and clauses.is_in_head(border - 1, "stance")
        told = held and "S" not in clauses.kinds[clauses.first[border - 1] : border]
    else:
        stated = clauses.is_in(verb, "copula") and clauses.kinds[verb + 1 : verb + 2] == [","]
        told = stated and before is not None and clauses.kinds[before] == "N" and _is_common(clauses, verb, before)
    return scope_from(clauses, chunks[verb].end - 1, None) if told else None


def _unnamed(clauses: Clauses, index: int) -> str:
    """Return 有些学者 for the noun phrase 学者 and the words that belong to it."""
    start = index
    while start > clauses.first[index] and clauses.kinds[start - 1] in "rma":
        start -= 1
    chunks, words = clauses.parse.chunks, clauses.parse.tokens.words
    return "".join(words[chunks[start].start : chunks[index].end])


def taken_by(clauses: Clauses, index: int) -> str:
    """Return who takes one thing for another in the clause of a claim: S 把 A 看作 B; mostly empty."""
    if "B" not in clauses.kinds[clauses.first[index] : index]:
        return ""
    for verb in range(index, clauses.first[index], -1):
        uses = clauses.uses_at(verb)
        renamed = "equals" in uses.relations or {"speech", "copula"} <= uses.frames  # 译为; 看作
        if clauses.kinds[verb] == "V" and renamed:
            marker = clauses.marker(verb)
            if marker is not None and clauses.kinds[marker] == "B":
                speakers = "、".join(dict.fromkeys(end.name for end in _speakers(clauses, verb)))
                before = clauses.before(marker)
                others = before is not None and clauses.kinds[before] == "S" and clauses.is_in(before, "others")
                return _unnamed(clauses, before) if others and before is not None else speakers
    return ""


def viewpoint_scope(clauses: Clauses, index: int) -> Scope | None:
    """Return what 在 A 看来 tells: the rest of the sentence, said by A."""
    chunks, noun = clauses.parse.chunks, index - 1
    holders = _holders(clauses, index)
    if holders:
        return scope_from(clauses, chunks[index].end - 1, "、".join(end.name for end in holders))
    if noun < 0 or chunks[noun].kind not in "NR":
        return None
    above = clauses.governor(noun)
    told = clauses.is_in(noun, "personal_anaphor")  # 在 他 看来, whoever that is
    speakers = [end.name for end in clauses.ends_of(noun) if not told or is_speaker(clauses, end)]
    told = told or bool(speakers)
    if above is None or not clauses.is_in(above, "standing") or not told or _is_where(clauses, index):
        return None
    return scope_from(clauses, chunks[index].start, "、".join(speakers) or None)
