"""Frames: how a cue takes its ends. `FRAMES` maps the name of a frame to the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import prod
from typing import NamedTuple

from conceptgraph.config import RelateConfig
from conceptgraph.model import MatchedSentence, Relation, Span
from conceptgraph.relate.clauses import Clauses, Ends, Memory
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.phrases import parse_sentence
from conceptgraph.relate.rules import CueUse, Rule, RuleSet
from conceptgraph.relate.voice import CLOSE_QUOTES, Scope, Voice, scope_from, voice_of


class Claim(NamedTuple):
    """What a frame found: the two sides, the cue token."""

    rule: Rule
    sources: Ends
    targets: Ends
    token: int
    paired: bool = False
    verb: int = -1  # the chunk whose voice counts, where it is not the cue's


def read_sentence(
    matched: MatchedSentence, rules: RuleSet, config: RelateConfig, memory: Memory
) -> Iterator[Relation]:
    """Yield the relations of one sentence and keep in `memory` what the next may lean on."""
    here = matched.tagged.sentence.index
    if here - memory.sentence > 1:
        memory.subject, memory.outcome, memory.object = (), (), ()
    memory.first = memory.measures = memory.several = ()
    memory.told = False
    parse = parse_sentence(matched, rules)
    clauses = Clauses(parse, rules, memory)
    clause, read = -1, False
    scopes = _open_scopes(matched, memory)
    for index, chunk in enumerate(parse.chunks):
        if chunk.kind == "-":
            for claim in _dash(clauses, index):
                yield from _relations(clauses, claim, index, scopes, config)
        if chunk.kind in ",.-":
            _close_clause(clauses, index, here, read)
            continue
        if clauses.first[index] != clause:
            clause, read = clauses.first[index], False
        if chunk.kind == "N" and chunk.genus is not None:
            members = _members(clauses, index)
            if all(end.known for end in members.sources + members.targets):
                yield from _relations(clauses, members, index, scopes, config)
        for token in range(chunk.start, chunk.end):
            for use in parse.tokens.cues.get(token, ()):
                clauses.carried = False
                for claim in FRAMES[use.rule.frame](clauses, use, token, index):
                    if claim.sources and claim.targets:
                        yield from _relations(clauses, claim, index, scopes, config)
                if use.rule.frame == "speech" and use.rule.opens and chunk.kind == "V":
                    scope = _speech_scope(clauses, token, index)
                    if scope is not None:
                        scopes.append(scope)
        if chunk.kind == "V" and not read:
            read = True
            own = clauses.main_subject(index)
            opening = {clauses.word(position) for position in range(clauses.first[index], index)}
            memory.told = memory.told or bool(opening & rules.grammar.sets["demand"])
            if own is None and (memory.told or not memory.first):
                memory.measures += clauses.object_ends(index)
            if own:
                memory.measures = ()
                memory.subject, memory.sentence = own, here
                memory.several += own
                if any(_is_group(end.name) for end in own):
                    memory.person = own
                memory.first = memory.first or own
        above = clauses.governor(index) if chunk.kind == "N" else None
        if above is not None and parse.chunks[above].kind in "VB":
            found = clauses.ends_of(index)
            if found:
                memory.object, memory.object_sentence = found, here
    _keep_scope(matched, memory, scopes)


GROUPS = ("者", "家", "人", "阶级", "工人", "用户", "群体", "民众", "大众", "学派", "人民", "农民", "青年", "学生", "教师")


def _is_group(name: str) -> bool:
    return name.endswith(GROUPS)


def _close_clause(clauses: Clauses, border: int, here: int, read: bool) -> None:
    """Keep a clause that is only a noun phrase as the topic of the next; a semicolon ends a row of measures."""
    memory, chunks = clauses.memory, clauses.parse.chunks
    if clauses.word(border) in "；;":
        memory.measures = ()
    start = clauses.first[border - 1] if border else 0
    if read or not border or start >= border:
        return
    topic = next((at for at in range(start, border) if chunks[at].kind not in "dum"), border)
    if topic < border and chunks[topic].kind == "N" and clauses.word(border) in "，,":
        ends = clauses.subject_ends(topic)
        if ends and not chunks[topic].items[-1].local:
            memory.subject, memory.sentence, memory.measures = ends, here, ()
            memory.first = memory.first or ends


DASH = Rule("chain.dash", "chain", "list", (), strong=True)


def _dash(clauses: Clauses, index: int) -> Iterator[Claim]:
    """A－B－C, A→B: each is followed by the next."""
    chunks, words = clauses.parse.chunks, clauses.parse.tokens.words
    if index == 0 or index + 1 >= len(chunks) or not chunks[index - 1].kind == chunks[index + 1].kind == "N":
        return
    row = any(0 <= at < len(chunks) and chunks[at].kind == "-" for at in (index - 2, index + 2))
    if not row and words[chunks[index].start] != "→":
        return
    left, right = chunks[index - 1].items[-1:], chunks[index + 1].items[:1]
    parts = right[0].parts
    if len(parts) > 1 and words[parts[-1][1] - 1] in clauses.rules.grammar.sets["row_head"]:
        right = (right[0]._replace(parts=parts[:-1]),)
    yield Claim(DASH, clauses.name_all(left), clauses.name_all(right), chunks[index].start)


SUCH_AS = Rule("is_a.such_as", "is_a", "list", ())


def _members(clauses: Clauses, index: int) -> Claim:
    """A、B 等 C: A and B are C."""
    chunk = clauses.parse.chunks[index]
    return Claim(SUCH_AS, clauses.name_all(chunk.items), clauses.genus_of(index), chunk.items[-1].parts[-1][1])


def _relations(
    clauses: Clauses, claim: Claim, index: int, scopes: list[Scope], config: RelateConfig
) -> Iterator[Relation]:
    """Yield one relation for each pair of ends; lists of equal length are paired in order where the claim asks so."""
    parse = clauses.parse
    sentence = parse.tokens.matched.tagged.sentence
    start, end = parse.tokens.starts[claim.token], parse.tokens.ends[claim.token]
    voice = voice_of(clauses, index if claim.verb < 0 else claim.verb, start, scopes)
    sources, targets = claim.sources, claim.targets
    pairs = (
        list(zip(sources, targets, strict=True))
        if claim.paired and len(sources) == len(targets)
        else [(a, b) for a in sources for b in targets]
    )
    for a, b in pairs:
        if a.name == b.name:
            continue
        places = tuple(sorted({sentence.index, a.sentence, b.sentence}, key=lambda i: (i != sentence.index, i)))
        confidence = _confidence(claim.rule, a, b, clauses.carried, voice, config)
        yield Relation(
            a.name, b.name, claim.rule.relation, sentence.document, places,
            Span(places.index(a.sentence), a.start, a.end), Span(places.index(b.sentence), b.start, b.end),
            Span(0, start, end), sentence.text[start:end], claim.rule.id,
            voice.speaker, voice.modality, voice.negated, confidence,
        )  # fmt: skip


def _confidence(rule: Rule, a: Endpoint, b: Endpoint, carried: bool, voice: Voice, config: RelateConfig) -> float:
    """Return the product of the factors that apply (see RelateConfig); 1 for a strong cue between two known terms."""
    factors = (
        (config.weak_cue, not rule.strong),
        (config.carried_subject, carried),
        (config.unknown_end, not a.known),
        (config.unknown_end, not b.known),
        (config.supposed, voice.supposed or voice.modality == "asked"),
    )
    return round(prod(factor for factor, applies in factors if applies), 3)


def _speech_scope(clauses: Clauses, token: int, index: int) -> Scope | None:
    """Return what a verb of speech reports; nothing where the author speaks or only a noun phrase follows."""
    chunks = clauses.parse.chunks
    before = clauses.before(index)
    if before is not None and chunks[before].kind == "S":
        return None
    if index + 1 < len(chunks) and chunks[index + 1].kind == "D":
        return None
    speaker = clauses.subject(index)
    passive = before is not None and chunks[before].kind == "I"
    if passive:
        return scope_from(clauses, token, None)
    if not speaker:
        return None
    if not any(_is_speaker(clauses, end) for end in speaker):
        return None
    return scope_from(clauses, token, "、".join(dict.fromkeys(end.name for end in speaker)))


def _open_scopes(matched: MatchedSentence, memory: Memory) -> list[Scope]:
    """Return the quotation that the sentence before left open."""
    if not memory.quoting:
        return []
    text = matched.tagged.sentence.text
    closing = [text.find(mark) for mark in CLOSE_QUOTES]
    end = min((place for place in closing if place >= 0), default=len(text))
    return [Scope(memory.speaker, 0, end)]


def _keep_scope(matched: MatchedSentence, memory: Memory, scopes: list[Scope]) -> None:
    """Remember a quotation that does not close in this sentence."""
    text = matched.tagged.sentence.text
    last = scopes[-1] if scopes else None
    memory.quoting = last is not None and last.end == len(text) and (
        text.count("“") > text.count("”") or (memory.quoting and "”" not in text)
    )
    memory.speaker = last.speaker if last is not None else None


def _verb(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A V B in all its voices."""
    chunks = clauses.parse.chunks
    if chunks[index].kind == "N":
        yield from _nominal(clauses, use, token, index)
        return
    if chunks[index].kind not in "VP":
        return
    marker = _marker(clauses, index)
    if marker is not None:
        noun = marker + 1
        if chunks[marker].kind == "I":
            agents = clauses.ends_of(noun) if noun < index and chunks[noun].kind in "NR" else ()
            patients = clauses.subject(marker)
            head = index + 2
            if not clauses.local_subject(marker) and head < clauses.last[index] and chunks[index + 1].kind == "D":
                patients = clauses.ends_of(head) if chunks[head].kind == "N" else ()
            kept = clauses.object_ends(index) if clauses.after(index) != index + 1 or chunks[index + 1].kind != "D" else ()
            yield Claim(use.rule, agents, kept or patients, token)
            return
        plain = chunks[marker].kind == "B" or clauses.object_at(index) is None
        if noun < index and chunks[noun].kind in "NR" and plain:
            yield Claim(use.rule, clauses.subject(marker), clauses.ends_of(noun), token)
            return
    particle = index + 2 if index + 1 < len(chunks) and clauses.word(index + 1) == "下" else index + 1
    if particle + 1 < clauses.last[index] and chunks[particle].kind == "D" and chunks[particle + 1].kind == "N":
        agents = clauses.local_subject(index) or ()
        yield Claim(use.rule, agents, clauses.ends_of(particle + 1), token)
        return
    patient = clauses.object_at(index)
    if patient is None or _yields_to_next(clauses, index):
        return
    if chunks[patient].start - chunks[index].end > 8:
        return
    if clauses.in_relative(index, patient):
        agents = clauses.subject(index) if _is_predicate(clauses, index) else clauses.ends_of(patient)
        yield Claim(use.rule, agents, clauses.attributes_of(patient), token)
        return
    yield Claim(use.rule, clauses.subject(index), clauses.object_ends(index), token)


def _is_predicate(clauses: Clauses, index: int) -> bool:
    """Whether a relative clause stands in A 是 [V O 的] H or [S V O 的] H, where A or S does it and not H."""
    before = clauses.before(index)
    if before is None:
        return False
    chunk = clauses.parse.chunks[before]
    uses = clauses.parse.tokens.cues.get(chunk.start, ())
    return chunk.kind == "N" or (chunk.kind in "Vmr" and (chunk.kind != "V" or any(use.rule.frame == "copula" for use in uses)))


def _yields_to_next(clauses: Clauses, index: int) -> bool:
    """Whether a verb only introduces another one with a cue of its own: 有助于 降低 X."""
    after = clauses.after(index)
    if after is None or clauses.parse.chunks[after].kind != "V" or clauses.object_at(after) is None:
        return False
    uses = clauses.parse.tokens.cues.get(clauses.parse.chunks[after].start, ())
    return any(use.rule.frame in ("verb", "result", "reverse") for use in uses)


def _marker(clauses: Clauses, verb: int) -> int | None:
    """Return the 被/由 or 把/将/对 that governs a verb."""
    chunks = clauses.parse.chunks
    position = verb - 1
    while position >= clauses.first[verb]:
        kind = chunks[position].kind
        if kind in "IB" or (kind == "P" and clauses.word(position) in ("对", "对于") and position + 1 < verb):
            return position
        if kind == "V" and chunks[position + 1].kind not in "CV":
            return None
        position -= 1
    return None


def _nominal(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 对 B 的 V; B 受到 A 的 V; 对 B 进行 V."""
    chunk = clauses.parse.chunks[index]
    chunks = clauses.parse.chunks
    if not any(_heads(clauses, token, *item.parts[-1]) for item in chunk.items if item.parts):
        return
    above = clauses.governor(index)
    if above is None:
        return
    kind, word = chunks[above].kind, clauses.word(above)
    if kind == "P" and word in ("对", "对于"):
        patients = clauses.attributes_of(index)
        tool = clauses.governor(above - 1) if above > clauses.first[index] and chunks[above - 1].kind == "N" else None
        if tool is not None and clauses.word(tool) in clauses.rules.grammar.sets["instrument"]:
            agents = clauses.subject(tool)
        elif above > clauses.first[index] and chunks[above - 1].kind == "N":
            agents = clauses.ends_of(above - 1)
        else:
            agents = clauses.subject(above)
        yield Claim(use.rule, agents, patients, token)
    elif kind == "I":
        yield Claim(use.rule, clauses.attributes_of(index), clauses.subject(above), token)
    elif kind == "V" and word in clauses.rules.grammar.sets["light_verb"]:
        before = clauses.governor(above - 1) if above > clauses.first[index] and chunks[above - 1].kind == "N" else None
        if before is not None and (clauses.word(before) in ("对", "对于") or chunks[before].kind == "B"):
            yield Claim(use.rule, clauses.subject(before), clauses.ends_of(above - 1), token)
    elif kind == "D" and above - 1 >= clauses.first[index] and chunks[above - 1].kind == "V":
        noun = above - 2
        if noun > clauses.first[index] and chunks[noun].kind == "N" and clauses.word(noun - 1) in ("对", "对于"):
            yield Claim(use.rule, clauses.subject(noun - 1), clauses.ends_of(noun), token)


def _heads(clauses: Clauses, token: int, start: int, end: int) -> bool:
    """Whether `token` heads the part ``start:end``, as it is or in a compound such as 影响机制."""
    words, tails = clauses.parse.tokens.words, clauses.rules.grammar.sets["cue_tail"]
    return start <= token < end and all(words[position] in tails for position in range(token + 1, end))


def _reverse(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    patient = clauses.object_at(index)
    if clauses.parse.chunks[index].kind not in "VP" or patient is None or clauses.in_relative(index, patient):
        return
    yield Claim(use.rule, clauses.object_ends(index), clauses.theme(index), token)


def _result(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    if clauses.parse.chunks[index].kind != "V":
        return
    patient = clauses.object_at(index)
    if patient is None:
        return
    if clauses.role_headed(patient):
        return
    targets = clauses.ends_of(patient)
    sources = clauses.theme(index)
    memory = clauses.memory
    if clauses.carried and memory.outcome and memory.outcome_sentence == clauses.parse.tokens.matched.tagged.sentence.index:
        sources = memory.outcome
    yield Claim(use.rule, sources, targets, token, True)
    memory.outcome, memory.outcome_sentence = targets, clauses.parse.tokens.matched.tagged.sentence.index


def _make(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    if clauses.parse.chunks[index].kind != "V":
        return
    patient = clauses.object_at(index)
    if patient is None:
        return
    chunks = clauses.parse.chunks
    later = [position for position in range(patient + 1, clauses.last[index]) if chunks[position].kind == "V"]
    if any(clauses.object_at(position) is not None for position in later):
        return
    yield Claim(use.rule, clauses.subject(index), clauses.ends_of(patient), token)


def _copula(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    chunks = clauses.parse.chunks
    follower = clauses.after(index)
    if chunks[index].kind != "V" or follower is None:
        return
    sets = clauses.rules.grammar.sets
    if chunks[follower].kind == "V" and clauses.word(follower) in sets["copula"]:
        return
    if chunks[follower].kind in "VPIB" and clauses.word(index) in sets["focus"]:
        return
    position = clauses.last[index] - 1
    if clauses.word(index) in sets["definition"]:
        if chunks[position].kind != "N" or not _ends_in_attribute(clauses, position):
            position = len(chunks) - 1
            while position > index and chunks[position].kind in ".,uX":
                position -= 1
        ending = position
        if chunks[ending].kind == "N" and (chunks[ending - 1].kind == "D" or len(chunks[ending].items[-1].parts) > 1):
            yield Claim(use.rule, clauses.theme(index), clauses.ends_of(ending), token)
            return
    while position > index and chunks[position].kind in "uXC":
        position -= 1
    if position <= index or chunks[position].kind != "N":
        return
    verb = position
    while verb > index and chunks[verb].kind != "V":
        verb -= 1
    if verb > index and not any(chunk.kind == "D" for chunk in chunks[verb:position]) and not clauses.in_relative(verb, position):
        first = clauses.object_at(index)
        if first is None or first > verb or chunks[first].kind == "R":
            return
        position = first
    before = clauses.before(index)
    if before is None and clauses.in_relative(index, position):
        yield Claim(use.rule, clauses.ends_of(position), clauses.attributes_of(position), token)
        return
    if clauses.role_headed(position) or (before is not None and clauses.role_headed(before)):
        return
    targets = clauses.ends_of(position)
    first = index + 1
    if targets and position > first and chunks[first].kind == "N" and len(chunks[first].items) > 1 and chunks[position - 1].kind == "D":
        targets = clauses.name_all(chunks[first].items[:-1]) + targets
    yield Claim(use.rule, clauses.theme(index), targets, token)


def _reason(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """由于 A，B V C: A brings about what the next clause ends on."""
    chunks = clauses.parse.chunks
    border = clauses.last[index]
    if border + 1 >= len(chunks) or chunks[border].kind != ",":
        return
    inner = range(index + 1, border)
    nouns = [position for position in inner if chunks[position].kind == "N"]
    if not nouns or any(chunks[position].kind == "V" for position in inner):
        return
    verbs = [position for position in range(border + 1, clauses.last[border + 1]) if chunks[position].kind == "V"]
    if not verbs:
        return
    targets = clauses.object_ends(verbs[-1]) or clauses.local_subject(verbs[-1]) or ()
    yield Claim(use.rule, clauses.ends_of(nouns[-1]), targets, token)


def _only_if(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """只有 V B，A 才 V: A depends on B."""
    chunks = clauses.parse.chunks
    then = next((p for p in range(index + 1, len(chunks)) if clauses.word(p) in ("才", "才能", "才会")), None)
    if then is None:
        return
    nouns = [p for p in range(index + 1, then) if chunks[p].kind == "N"]
    if not nouns:
        return
    verb = next((p for p in range(then, clauses.last[then]) if chunks[p].kind == "V"), then)
    if clauses.first[then] == clauses.first[index]:
        yield Claim(use.rule, clauses.subject(index), clauses.ends_of(nouns[-1]), token)
        return
    inner = [p for p in nouns if p < clauses.last[index]]
    if inner:
        yield Claim(use.rule, clauses.local_subject(verb) or (), clauses.ends_of(inner[-1]), token)


def _ends_in_attribute(clauses: Clauses, index: int) -> bool:
    """Whether the noun phrase `index` closes … 的 N, as the genus of a definition does."""
    chunks = clauses.parse.chunks
    return chunks[index - 1].kind == "D" or len(chunks[index].items[-1].parts) > 1


def _role(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 是 B 的 V; B 的 V 是 A; B 以 A 为 V."""
    chunks = clauses.parse.chunks
    chunk = chunks[index]
    if chunk.kind != "N" or not chunk.items or chunk.items[-1].parts[-1][1] - 1 != token:
        return
    owners = clauses.attributes_of(index)
    if not owners:
        start, end = chunk.items[-1].parts[-1]
        item = chunk.items[-1]._replace(parts=((start, end - 1),))
        owners = clauses.name_all((item,)) if end - 1 > start else ()
    above = clauses.governor(index)
    others: Ends = ()
    verb = -1
    link = index - 1
    if link > clauses.first[index] + 1 and clauses.word(link) in ("为", "作为", "作"):
        noun = link - 1
        by = clauses.governor(noun) if chunks[noun].kind in "NR" else None
        if by is not None and clauses.word(by) == "以":
            whole = owners or clauses.local_subject(by) or (() if by > clauses.first[index] else clauses.subject(by))
            if not whole and index + 2 < len(chunks) and chunks[index + 1].kind == "D" and chunks[index + 2].kind == "N":
                whole = clauses.ends_of(index + 2)
            part = clauses.ends_of(noun)
            yield Claim(use.rule, *((whole, part) if use.rule.frame == "owner" else (part, whole)), token)
            return
    if above is not None and chunks[above].kind == "V" and clauses.word(above) in clauses.rules.grammar.sets["copula"]:
        others = clauses.subject(above)
    elif index + 1 < clauses.last[index]:
        after = index + 1
        while after < clauses.last[index] - 1 and chunks[after].kind == "d":
            after += 1
        if chunks[after].kind == "V" and clauses.word(after) in clauses.rules.grammar.sets["copula"]:
            verb = after
            patient = clauses.object_at(after)
            others = clauses.ends_of(patient) if patient is not None else ()
    if use.rule.frame == "owner":
        yield Claim(use.rule, owners, others, token, verb=verb)
    else:
        yield Claim(use.rule, others, owners, token, verb=verb)


def _mutual(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    chunks = clauses.parse.chunks
    chunk = chunks[index]
    if chunk.kind == "N" and chunk.items and chunk.items[-1].parts[-1][1] - 1 == token and len(chunk.items) == 2:
        ends = clauses.attributes_of(index)
        if len(ends) == 2:
            yield Claim(use.rule, ends[:1], ends[1:], token)
    elif chunk.kind != "N":
        ends = clauses.local_subject(index) or ()
        if len(ends) == 2:
            yield Claim(use.rule, ends[:1], ends[1:], token)


def _speech(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    chunks = clauses.parse.chunks
    if chunks[index].kind == "N":
        for claim in _nominal(clauses, use, token, index):
            yield claim._replace(sources=tuple(end for end in claim.sources if _is_speaker(clauses, end)))
        return
    if chunks[index].kind != "V":
        return
    before = clauses.before(index)
    near = clauses.ends_of(before) if before is not None and chunks[before].kind == "N" else ()
    found = tuple(end for end in near if _is_speaker(clauses, end)) or clauses.subject(index)
    sources = tuple(end for end in found if _is_speaker(clauses, end)) + _cited_work(clauses, index)
    if not sources:
        return
    marker = _marker(clauses, index)
    if marker is not None and chunks[marker].kind == "B":
        yield Claim(use.rule, clauses.subject(marker), clauses.ends_of(marker + 1), token)
        return
    position = index + 1
    while position < len(chunks):
        above = clauses.governor(position)
        if chunks[position].kind == "N" and (above is None or chunks[above].kind != "P"):
            yield Claim(use.rule, sources, clauses.ends_of(position), token)
            return
        position += 1


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


SPEAKERS = ("主义", "学派", "学者", "教授", "先生", "主义者", "家", "学说", "理论", "学")


def _is_speaker(clauses: Clauses, end: Endpoint) -> bool:
    parse = clauses.parse
    if end.name.endswith(SPEAKERS):
        return True
    if end.sentence != parse.tokens.matched.tagged.sentence.index:
        return False
    return any(end.start <= parse.tokens.starts[token] and parse.tokens.ends[token] in (end.end, end.end + 1) for token in parse.tokens.persons)


def _present(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    chunks = clauses.parse.chunks
    if chunks[index].kind != "V":
        return
    patient = clauses.object_at(index)
    if patient is None:
        return
    position = index - 1
    while position >= clauses.first[index] and chunks[position].kind in "duam":
        position -= 1
    if position >= clauses.first[index] and chunks[position].kind == "N":
        yield Claim(use.rule, clauses.ends_of(position), clauses.ends_of(patient), token)


def _pattern(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A row of words and slots, found from its last word backwards inside a clause."""
    places = [place for place, element in enumerate(use.rule.pattern) if isinstance(element, tuple)]
    if use.place != places[-1]:
        return
    at = {places[-1]: token}
    position = token
    floor = clauses.parse.chunks[clauses.first[index]].start
    for place in reversed(places[:-1]):
        position -= 1
        while position >= floor and CueUse(use.rule, place) not in clauses.parse.tokens.cues.get(position, ()):
            position -= 1
        if position < floor:
            return
        at[place] = position
    last = clauses.object_at(clauses.parse.chunk_of[token])
    if use.rule.relation == "is_a" and last is not None and clauses.role_headed(last):
        return
    slots = {
        element: _slot(clauses, at.get(place - 1), at.get(place + 1))
        for place, element in enumerate(use.rule.pattern)
        if element in ("A", "B")
    }
    yield Claim(use.rule, slots["A"], slots["B"], token)


def _slot(clauses: Clauses, left: int | None, right: int | None) -> Ends:
    """Return the ends that fill a slot between two words of a pattern (tokens; None at its edges)."""
    chunk_of, chunks = clauses.parse.chunk_of, clauses.parse.chunks
    if left is None and right is not None:
        return clauses.subject(chunk_of[right])
    if left is not None and right is None:
        patient = clauses.object_at(chunk_of[left])
        return clauses.ends_of(patient) if patient is not None else ()
    if left is None or right is None:
        return ()
    low, high = chunk_of[left], chunk_of[right]
    if chunks[high].kind == "N":
        return clauses.attributes_of(high) if chunks[low].end == chunks[high].start else ()
    nouns = [position for position in range(low + 1, high) if chunks[position].kind in "NR"]
    verbs = [position for position in range(low + 1, high) if chunks[position].kind == "V"]
    if len(nouns) != 1 or verbs:
        return ()
    return clauses.ends_of(nouns[0])


FRAMES: dict[str, Callable[[Clauses, CueUse, int, int], Iterator[Claim]]] = {
    "verb": _verb, "reverse": _reverse, "result": _result, "make": _make, "copula": _copula, "role": _role,
    "owner": _role, "reason": _reason, "only_if": _only_if, "mutual": _mutual, "speech": _speech, "present": _present, "pattern": _pattern,
}  # fmt: skip
