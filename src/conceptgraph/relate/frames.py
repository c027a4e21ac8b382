"""Frames: how a cue takes its ends. `FRAMES` maps the name of a frame to the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from conceptgraph.config import RelateConfig
from conceptgraph.model import MatchedSentence, Relation, Span
from conceptgraph.relate.clauses import Clauses, Ends, Memory
from conceptgraph.relate.phrases import parse_sentence
from conceptgraph.relate.rules import CueUse, Rule, RuleSet


class Claim(NamedTuple):
    """What a frame found: the two sides, the cue token."""

    rule: Rule
    sources: Ends
    targets: Ends
    token: int
    paired: bool = False


def read_sentence(
    matched: MatchedSentence, rules: RuleSet, config: RelateConfig, memory: Memory
) -> Iterator[Relation]:
    """Yield the relations of one sentence and keep in `memory` what the next may lean on."""
    if matched.tagged.sentence.index - memory.sentence > 1:
        memory.subject, memory.outcome = (), ()
    parse = parse_sentence(matched, rules)
    clauses = Clauses(parse, rules, memory)
    clause = -1
    subject: Ends = ()
    for index, chunk in enumerate(parse.chunks):
        if chunk.kind in ",.-":
            continue
        if clauses.first[index] != clause:
            clause = clauses.first[index]
        for token in range(chunk.start, chunk.end):
            for use in parse.cues.get(token, ()):
                for claim in FRAMES[use.rule.frame](clauses, use, token, index):
                    yield from _relations(parse, claim)
        if chunk.kind == "V":
            own = clauses.local_subject(index)
            if own and (memory.sentence != matched.tagged.sentence.index or clause != memory_clause(memory)):
                memory.subject, memory.sentence = own, matched.tagged.sentence.index
    del subject


def memory_clause(memory: Memory) -> int:
    return -1


def _relations(parse: object, claim: Claim) -> Iterator[Relation]:
    sentence = parse.matched.tagged.sentence  # type: ignore[attr-defined]
    start, end = parse.starts[claim.token], parse.ends[claim.token]  # type: ignore[attr-defined]
    pairs = (
        zip(claim.sources, claim.targets, strict=True)
        if claim.paired and len(claim.sources) == len(claim.targets)
        else ((a, b) for a in claim.sources for b in claim.targets)
    )
    for a, b in pairs:
        if a.name == b.name:
            continue
        places = tuple(sorted({sentence.index, a.sentence, b.sentence}, key=lambda i: (i != sentence.index, i)))
        yield Relation(
            a.name, b.name, claim.rule.relation, sentence.document, places,
            Span(places.index(a.sentence), a.start, a.end), Span(places.index(b.sentence), b.start, b.end),
            Span(0, start, end), sentence.text[start:end], claim.rule.id,
        )  # fmt: skip


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
            yield Claim(use.rule, agents, patients, token)
            return
        if noun < index and chunks[noun].kind in "NR" and clauses.object_at(index) is None:
            yield Claim(use.rule, clauses.subject(marker), clauses.ends_of(noun), token)
            return
    if index + 2 <= clauses.last[index] - 1 and chunks[index + 1].kind == "D" and chunks[index + 2].kind == "N":
        agents = clauses.local_subject(index) or ()
        yield Claim(use.rule, agents, clauses.ends_of(index + 2), token)
        return
    patient = clauses.object_at(index)
    if patient is None:
        return
    targets = clauses.ends_of(patient)
    if chunks[patient].kind == "N" and chunks[patient].start - chunks[index].end > 8:
        return
    yield Claim(use.rule, clauses.subject(index), targets, token)


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
    heads = {item.parts[-1][1] - 1 for item in chunk.items if item.parts}
    if token not in heads:
        return
    above = clauses.governor(index)
    if above is None:
        return
    kind, word = chunks[above].kind, clauses.word(above)
    if kind == "P" and word in ("对", "对于"):
        patients = clauses.attributes_of(index)
        if above > clauses.first[index] and chunks[above - 1].kind == "N":
            agents = clauses.ends_of(above - 1)
        else:
            agents = clauses.subject(above)
        yield Claim(use.rule, agents, patients, token)
    elif kind == "I":
        yield Claim(use.rule, clauses.attributes_of(index), clauses.subject(above), token)
    elif kind == "V" and word in clauses.rules.grammar.sets["light_verb"]:
        before = clauses.governor(above - 1) if above > clauses.first[index] and chunks[above - 1].kind == "N" else None
        if before is not None and clauses.word(before) in ("对", "对于"):
            yield Claim(use.rule, clauses.subject(before), clauses.ends_of(above - 1), token)
    elif kind == "D" and above - 1 >= clauses.first[index] and chunks[above - 1].kind == "V":
        noun = above - 2
        if noun > clauses.first[index] and chunks[noun].kind == "N" and clauses.word(noun - 1) in ("对", "对于"):
            yield Claim(use.rule, clauses.subject(noun - 1), clauses.ends_of(noun), token)


def _reverse(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    patient = clauses.object_at(index)
    if clauses.parse.chunks[index].kind not in "VP" or patient is None:
        return
    yield Claim(use.rule, clauses.ends_of(patient), clauses.subject(index), token)


def _result(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    if clauses.parse.chunks[index].kind != "V":
        return
    patient = clauses.object_at(index)
    if patient is None:
        return
    targets = clauses.ends_of(patient)
    marker = _marker(clauses, index)
    sources = clauses.subject(index)
    if marker is not None and clauses.parse.chunks[marker].kind == "B" and marker + 1 < index:
        sources = clauses.ends_of(marker + 1)
    yield Claim(use.rule, sources, targets, token, True)
    clauses.memory.outcome = targets


def _make(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    if clauses.parse.chunks[index].kind != "V":
        return
    patient = clauses.object_at(index)
    if patient is None:
        return
    yield Claim(use.rule, clauses.subject(index), clauses.ends_of(patient), token)


def _copula(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    chunks = clauses.parse.chunks
    if chunks[index].kind != "V":
        return
    position = clauses.last[index] - 1
    while position > index and chunks[position].kind in "uXC":
        position -= 1
    if position <= index or chunks[position].kind != "N":
        return
    if _role_token(clauses, position) or (index and chunks[index - 1].kind == "N" and _role_token(clauses, index - 1)):
        return
    yield Claim(use.rule, clauses.subject(index), clauses.ends_of(position), token)


def _role_token(clauses: Clauses, index: int) -> bool:
    chunk = clauses.parse.chunks[index]
    last = chunk.items[-1].parts[-1][1] - 1 if chunk.items else -1
    return any(use.rule.frame in ("role", "owner") for use in clauses.parse.cues.get(last, ()))


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
    if above is not None and chunks[above].kind == "V" and clauses.word(above) in clauses.rules.grammar.sets["copula"]:
        others = clauses.subject(above)
    elif index + 1 < clauses.last[index]:
        after = index + 1
        while after < clauses.last[index] - 1 and chunks[after].kind == "d":
            after += 1
        if chunks[after].kind == "V" and clauses.word(after) in clauses.rules.grammar.sets["copula"]:
            patient = clauses.object_at(after)
            others = clauses.ends_of(patient) if patient is not None else ()
    if use.rule.frame == "owner":
        yield Claim(use.rule, owners, others, token)
    else:
        yield Claim(use.rule, others, owners, token)


def _mutual(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    chunks = clauses.parse.chunks
    chunk = chunks[index]
    if chunk.kind == "N" and chunk.items and chunk.items[-1].parts[-1][1] - 1 == token and len(chunk.items) == 2:
        ends = clauses.attributes_of(index)
        if len(ends) == 2:
            yield Claim(use.rule, ends[:1], ends[1:], token)
    elif chunk.kind == "V":
        ends = clauses.local_subject(index) or ()
        if len(ends) == 2:
            yield Claim(use.rule, ends[:1], ends[1:], token)


def _speech(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    chunks = clauses.parse.chunks
    if chunks[index].kind != "V":
        return
    sources = tuple(end for end in clauses.subject(index) if _is_speaker(end.name))
    if not sources:
        return
    position = index + 1
    while position < len(chunks):
        if chunks[position].kind == "N" and (clauses.governor(position) is None or chunks[clauses.governor(position) or 0].kind != "P"):
            yield Claim(use.rule, sources, clauses.ends_of(position), token)
            return
        position += 1


def _is_speaker(name: str) -> bool:
    return name.endswith(("马克思", "主义"))


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
    return
    yield


FRAMES: dict[str, Callable[[Clauses, CueUse, int, int], Iterator[Claim]]] = {
    "verb": _verb, "reverse": _reverse, "result": _result, "make": _make, "copula": _copula, "role": _role,
    "owner": _role, "mutual": _mutual, "speech": _speech, "present": _present, "pattern": _pattern,
}  # fmt: skip
