"""One sentence after the other -> relations: every cue is read by its frame, what later clauses lean on is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgraph.config import RelateConfig
from conceptgraph.model import MatchedSentence, Relation, Span
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.confidence import confidence_of, doubts_about
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.frames import FRAMES, STRUCTURES
from conceptgraph.relate.memory import Ends, Memory
from conceptgraph.relate.phrases import Parse, parse_sentence
from conceptgraph.relate.rules import Rule, RuleSet
from conceptgraph.relate.sections import read_subsection
from conceptgraph.relate.speech import is_speaker, speech_scope, viewpoint_scope
from conceptgraph.relate.voice import Scope, close_scopes, keep_scope, open_scopes, voice_of


def read_sentence(matched: MatchedSentence, rules: RuleSet, config: RelateConfig, memory: Memory) -> Iterator[Relation]:
    """Yield the relations of one sentence and keep in `memory` what the next may lean on."""
    here = matched.tagged.sentence.index
    memory.begin_sentence(here)
    parse = parse_sentence(matched, rules)
    clauses = Clauses(parse, rules, memory=memory)
    scopes = open_scopes(matched, memory)
    has_verb = False  # whether the clause has had its first verb
    building = _constructions(parse)
    cues_of: dict[int, list[int]] = {}  # chunk -> its cues
    for token in parse.tokens.cues:
        cues_of.setdefault(parse.chunk_of[token], []).append(token)
    claimed: list[Claim] = []  # by verbs of this clause
    announced: list[Claim] = []  # by the verbs of the clause before a colon: 完善 A：一是 V B；二是 V C
    for claim in read_subsection(clauses):
        yield from _relations(clauses, claim, 0, scopes, config)
    for index, kind in enumerate(clauses.kinds):
        built = index in building
        if built or index in cues_of or (kind in "uVf" and clauses.is_in(index, "viewpoint")):
            structural = rules.structural if built or clauses.words[index].startswith("这") else ()
            for claim in _claims(clauses, index, structural, cues_of.get(index, ()), scopes):
                if claim.rule.frame == "verb" and claim.targets:
                    claimed.append(claim)
                if claim.sources and claim.targets:
                    yield from _relations(clauses, claim, index, scopes, config)
        for claim in _measures(clauses, index):
            yield from _relations(clauses, claim, index, scopes, config)
        if kind in ",.-":
            _close_clause(clauses, index, has_verb)
            close_scopes(clauses, index, scopes)
            has_verb = False
            announced = claimed if clauses.word(index) in "：:" else announced
            claimed = []
        elif kind == "V" and not has_verb:
            has_verb = not clauses.opens_report(index)  # 甲指出 A V B: the next clause may lean on A
            _keep_subject(clauses, index)
            for claim in announced if clauses.is_listed(index) else ():
                yield from _relations(
                    clauses, claim._replace(sources=clauses.object_ends(index)), index, scopes, config
                )
        elif kind == "N":
            _keep_object(clauses, index)
    keep_scope(matched, memory, scopes)


def _constructions(parse: Parse) -> set[int]:
    """Return the chunks that may build a claim without a cue: A 的《B》, 三个 A, 这一 A, A、B 等 C, A－B, A：."""
    kinds, words, chunk_of = parse.tokens.kinds, parse.tokens.words, parse.chunk_of
    built = {chunk_of[token] for token, kind in enumerate(kinds) if kind in "mrE-" or token in parse.tokens.persons}
    return built | {chunk_of[token] for token in (1, 2) if token < len(kinds) and words[token] in ("：", ":", "】")}


def _measures(clauses: Clauses, index: int) -> Iterator[Claim]:
    """Yield what the chunk `index` does for the key told before: 降低 A 的 关键 在于 V B."""
    if clauses.kinds[index] == "V" and clauses.memory.key and _is_measure(clauses, index):
        for rule, targets, token in clauses.memory.key:
            if clauses.parse.chunk_of[token] != index:
                yield Claim(rule, clauses.object_ends(index), targets, token)


def _is_measure(clauses: Clauses, verb: int) -> bool:
    """Whether a verb opens a measure: right behind 在于 or at the head of a clause without a subject."""
    before = clauses.before(verb)
    if clauses.word(verb) == "在于":
        patient = clauses.object_at(verb)
        return patient is not None and all(clauses.kinds[at] != "V" for at in range(verb + 1, patient))
    return before is None or clauses.is_in(before, "copula")


def _claims(
    clauses: Clauses, index: int, structural: Sequence[Rule], cues: Sequence[int], scopes: list[Scope]
) -> Iterator[Claim]:
    """Yield the claims of chunk `index`, whose `cues` these are; a verb of speech opens a scope behind its own."""
    kind = clauses.kinds[index]
    for rule in structural:
        kinds, read = STRUCTURES[rule.frame]
        if kind in kinds:
            yield from read(clauses, rule, index)
    if kind in "uVf" and clauses.is_in(index, "viewpoint"):
        view = viewpoint_scope(clauses, index)
        if view is not None:
            scopes.append(view)
    for token in cues:
        found: list[Claim] = []
        for use in clauses.parse.tokens.cues[token]:
            clauses.carried = False
            if use.closes:
                found += FRAMES[use.rule.frame](clauses, use, token, index)
                scope = speech_scope(clauses, token, index) if use.rule.opens and kind == "V" else None
                if scope is not None:
                    scopes.append(scope)
        if found:
            yield from _without_deeds_of_thinkers(found)
        if kind == "N" and any(claim.rule.frame == "view" for claim in found):
            scopes += filter(None, [viewpoint_scope(clauses, index)])  # 按照 A 的 看法，…


def _without_deeds_of_thinkers(claims: list[Claim]) -> Iterator[Claim]:
    """Yield the claims of one cue; what a thinker analyses or founds, he argues, and does nothing else to it."""
    thinkers = {end.name for claim in claims if claim.rule.frame == "speech" for end in claim.sources}
    for claim in claims:
        told = not thinkers or claim.rule.frame in ("speech", "copula") or not claim.sources
        if told or not thinkers.issuperset(end.name for end in claim.sources):
            yield claim


def _keep_subject(clauses: Clauses, verb: int) -> None:
    """Keep the subject of a clause for the next ones; the object of a clause that has none is a measure."""
    memory, sets = clauses.memory, clauses.rules.grammar.sets
    own = clauses.main_subject(verb)
    opening = {clauses.word(position) for position in range(clauses.first[verb], verb)}
    memory.told = memory.told or bool(opening & sets["demand"])
    measure = own is None and (memory.told or not memory.first)
    if measure and not (memory.measures and clauses.is_aim(verb, opening)):
        memory.measures += clauses.object_ends(verb)
    if own:
        memory.keep_subject(own, clauses.here)
        memory.several += own
        _keep_person(clauses, own)


def _keep_person(clauses: Clauses, ends: Ends) -> None:
    """Keep a subject that is a person or a group for 他 and 他们."""
    groups = clauses.rules.grammar.endings["group_ending"]
    if any((end.name.endswith(groups) and len(end.name) > 1) or is_speaker(clauses, end) for end in ends):
        clauses.memory.person = ends


def _keep_object(clauses: Clauses, index: int) -> None:
    """Keep the last list of two, and the object of a verb, for what points back."""
    if len(clauses.parse.chunks[index].items) == 2:
        clauses.memory.couple = clauses.ends_of(index)
    above = clauses.governor(index)
    if above is not None and clauses.kinds[above] in "VB":
        found = clauses.ends_of(index)
        if found:
            clauses.memory.object, clauses.memory.object_sentence = found, clauses.here


def _close_clause(clauses: Clauses, border: int, has_verb: bool) -> None:
    """Keep a clause that is only a noun phrase as the topic of the next; a semicolon ends a row of measures."""
    memory, chunks = clauses.memory, clauses.parse.chunks
    mark = clauses.word(border)
    if mark in "；;":
        memory.measures = ()
    if has_verb or not border or mark not in "，,：:】":
        return
    start = clauses.first[border - 1]
    topic = next((at for at in range(start, border) if chunks[at].kind not in "dum"), border)
    if topic < border and chunks[topic].kind == "N" and not chunks[topic].items[-1].local:
        ends = clauses.subject_ends(topic)
        if ends:
            memory.keep_subject(ends, clauses.here)
            _keep_person(clauses, ends)


def _pairs(claim: Claim) -> list[tuple[Endpoint, Endpoint]]:
    """Return the pairs of ends: each with each, or in order where the claim asks so and the lists are of one length."""
    sources, targets = claim.sources, claim.targets
    if claim.paired and len(sources) == len(targets):
        return list(zip(sources, targets, strict=True))
    return [(a, b) for a in sources for b in targets]


def _relations(
    clauses: Clauses, claim: Claim, index: int, scopes: list[Scope], config: RelateConfig
) -> Iterator[Relation]:
    """Yield one relation for each pair of ends."""
    parse = clauses.parse
    sentence = clauses.sentence
    start, end = claim.mark if claim.mark[1] else (parse.tokens.starts[claim.token], parse.tokens.ends[claim.token])
    voice = voice_of(clauses, index if claim.verb < 0 else claim.verb, start, scopes)
    if claim.rule.frame in ("pattern", "lacking") and sentence.text[start:end] in clauses.rules.grammar.sets["negator"]:
        voice = voice._replace(negated=False)  # 没有 A 就没有 B denies neither
    clauses.memory.named += (*claim.sources, *claim.targets)
    for a, b in _pairs(claim):
        if a.name == b.name:
            continue
        sure = confidence_of(doubts_about(claim.rule, (a, b), sentence.index, start), config)
        if sure < config.lowest_confidence:
            continue
        places = tuple(sorted({sentence.index, a.sentence, b.sentence}, key=lambda i: (i != sentence.index, i)))
        doubtful = voice.supposed or voice.modality == "asked"
        yield Relation(
            a.name, b.name, claim.rule.relation, sentence.document, places,
            Span(places.index(a.sentence), a.start, a.end), Span(places.index(b.sentence), b.start, b.end),
            Span(0, start, end), sentence.text[start:end], claim.rule.id,
            voice.speaker, voice.modality, voice.negated, round(sure * (config.supposed if doubtful else 1), 3),
        )  # fmt: skip
