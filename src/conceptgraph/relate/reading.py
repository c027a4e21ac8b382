"""One sentence after the other -> relations: every cue is read by its frame, what later clauses lean on is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from conceptgraph.config import RelateConfig
from conceptgraph.model import MatchedSentence, Relation, Span
from conceptgraph.relate.brackets import up_to_brackets
from conceptgraph.relate.citations import cited_scope, closing_scopes, concluded_scope, quoted_scopes
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.closing import close_clause
from conceptgraph.relate.confidence import confidence_of, doubts_about
from conceptgraph.relate.framed import denies_opening, framed_scopes
from conceptgraph.relate.frames import FRAMES, STRUCTURES
from conceptgraph.relate.having import holds_nothing
from conceptgraph.relate.leaving import keep_named, keep_subject
from conceptgraph.relate.listed_sides import are_listed_together, are_owner_and_owned, pairs_of
from conceptgraph.relate.listing import goes_on_listing, member_named, names_one, said_of_members
from conceptgraph.relate.memory import Ends, Memory
from conceptgraph.relate.moods import is_left_open, is_supposed_of_all, is_unsettled, may_leave_open
from conceptgraph.relate.mutual import NOT_TOGETHER
from conceptgraph.relate.phrases import Parse, parse_sentence
from conceptgraph.relate.reports import set_apart_by, sets_out, speech_scope, stance_scope, whose_word
from conceptgraph.relate.rules import Rule, RuleSet
from conceptgraph.relate.sections import read_subsection
from conceptgraph.relate.speakers import is_discerned, is_named_person, shows_clause, told_thing
from conceptgraph.relate.teachings import taught_before
from conceptgraph.relate.viewpoints import viewpoint_scope
from conceptgraph.relate.voice import Scope, Voice, close_scopes, keep_scope, open_scopes, voice_of

SIGN = re.compile("[mrE-]|f(?=D)")  # kinds of tokens that may build a claim without a cue
PLACED = re.compile("f(?=d*V)")  # kinds of what closes a place and of the verb behind it
KNOWN_PLACES, KNOWN_SIGNS = 10_000, 1_000  # answers remembered
OWN = frozenset(["acts_on", "negates", "produces", "promotes"])  # what somebody may say that he does
LONGEST_ENTRY = 8  # words of 【X】, or of a title before a colon


def read_sentence(matched: MatchedSentence, rules: RuleSet, config: RelateConfig, memory: Memory) -> list[Relation]:
    """Return the relations of one sentence and keep in `memory` what the next may lean on."""
    memory.begin_sentence(matched.tagged.sentence.index)
    clauses = Clauses(parse_sentence(matched, rules), rules, memory=memory)
    told = framed_scopes(clauses) + closing_scopes(clauses) + quoted_scopes(clauses) + taught_before(clauses)
    reading = _Reading(clauses, open_scopes(matched, memory, rules.grammar) + told, config)
    for claim in read_subsection(clauses):
        reading.state(claim, 0)
    reading.read_chunks()
    memory.last = clauses
    keep_named(clauses)
    if memory.keeps_object:
        memory.object = clauses.last_object() or memory.object
    keep_scope(matched, memory, reading.scopes)
    for start, part in up_to_brackets(matched):
        inner = read_sentence(part, rules, config, Memory())
        reading.found += (each for each in inner if each.cue_span.start >= start)
    return reading.found


def _as_told(voice: Voice, relation: str, ends: tuple[str, str]) -> Voice | None:
    """Return how a relation is put one end of which may be the speaker himself; None where it is not his.

    That he says something is no report of his, and he is not what he tells of: 甲 指出 A V B，从而 导致 C.
    """
    if voice.speaker not in ends:
        return voice
    if relation == "argues":
        return Voice(voice.negated, "asserted", None) if voice.speaker == ends[0] else voice
    return voice if relation in OWN else None


@dataclass(slots=True)
class _Reading:
    """A sentence that is being read, from left to right."""

    clauses: Clauses
    scopes: list[Scope]
    config: RelateConfig
    found: list[Relation] = field(default_factory=list)
    hedged: bool | None = None  # whether a word of the sentence leaves open what it says: 应, 如果
    listing: bool = False  # whether a colon stands before, so that clauses may name the members of a list
    has_verb: bool = False  # whether the clause has had its first verb
    claimed: list[Claim] = field(default_factory=list)  # by verbs of this clause
    member: Ends = ()  # what the last clause of a list named: 一是 A
    announced: list[Claim] = field(default_factory=list)  # by the clause before a colon: 完善 A：一是 V B；二是 V C

    def read_chunks(self) -> None:
        """Read every chunk: what it claims, and what it leaves for later ones."""
        clauses, memory = self.clauses, self.clauses.memory
        signs_of, cues_of = _signs(clauses.parse), _cues(clauses.parse)
        sets = clauses.sets
        viewpoint, pointing, copulas = sets["viewpoint"], sets["pointing"], sets["copula"]
        listed = goes_on_listing(clauses) if memory.counted is not None and clauses.kinds else None
        if listed is not None:
            self.state(listed, 0)
        for index, (kind, word) in enumerate(zip(clauses.kinds, clauses.words, strict=True)):
            if index in signs_of or index in cues_of or (kind in "uVf" and word in viewpoint):
                self._read_chunk(index, kind, signs_of.get(index, ""), cues_of.get(index, ()))
            clauses.read = index + 1
            if kind == "N":
                if word in pointing:
                    clauses.pointed[index] = clauses.ends_of(index)
            elif kind == "V":
                if memory.key:
                    self._state_measures(index)
                if word in copulas and (told := concluded_scope(clauses, index)) is not None:
                    self.scopes.append(told)
                if not self.has_verb:
                    self._begin_predicate(index)
            elif kind in ",.-":
                self._end_clause(index)

    def _read_chunk(self, index: int, kind: str, signs: str, cues: Sequence[int]) -> None:
        """State the claims of a chunk, by its `signs` and its `cues`; a verb of speech opens a scope behind its own."""
        clauses = self.clauses
        if clauses.words[index].startswith("这"):
            signs += "这"
        if signs and kind in "N-,mr":
            for rule in _structural(clauses.rules, signs):
                for claim in STRUCTURES[rule.frame][1](clauses, rule, index):
                    if claim.sources and claim.targets:
                        self.state(claim, index)
        if kind in "uVfr" and clauses.is_in(index, "viewpoint"):
            self._open_view(index)
        for token in cues:
            found = self._claims_of(token, index, kind)
            if found and self.scopes and _is_stance(clauses, index):
                found = self._of_speaker(found, index)
            for claim in _without_deeds_of_thinkers(found) if len(found) > 1 else found:
                if claim.rule.frame == "verb" and claim.targets:
                    self.claimed.append(claim)
                if claim.sources and claim.targets and not holds_nothing(clauses, claim, index):
                    self.state(claim, index)
            if kind == "N" and "view" in clauses.parse.tokens.cues[token].frames:
                self._open_view(index)  # 按照 A 的 看法，…

    def _of_speaker(self, found: list[Claim], index: int) -> list[Claim]:
        """Return the claims of a verb that tells where somebody stands who speaks: 甲 认为 A 是 B，反对 C."""
        clauses, speaker = self.clauses, self.clauses.memory.person
        being = any(clauses.is_being(at) for at in clauses.clause_before(index))  # not 甲 认为 A V B，反对 C
        if not being or len(speaker) != 1 or all(scope.speaker != speaker[0].name for scope in self.scopes):
            return found
        told = [claim if claim.rule.frame == "speech" else replace(claim, sources=speaker) for claim in found]
        return [claim for at, claim in enumerate(told) if claim not in told[:at]]

    def _open_view(self, index: int) -> None:
        """Open the scope of what somebody thinks."""
        view = viewpoint_scope(self.clauses, index)
        if view is not None:
            self.scopes.append(view)

    def _claims_of(self, token: int, index: int, kind: str) -> list[Claim]:
        """Return what the cue `token` of a chunk claims, and open what it reports."""
        clauses = self.clauses
        found: list[Claim] = []
        for use in clauses.parse.tokens.cues[token].closing:
            clauses.carried = False
            found += FRAMES[use.rule.frame](clauses, use, token, index)
            opens = use.rule.opens or (use.rule.frame == "speech" and clauses.is_in(index, "telling"))  # 质疑 A V B
            opens = opens or sets_out(clauses, index)
            scope = speech_scope(clauses, token, index) if opens and kind == "V" else None
            if scope is not None:
                self._end_reports(index, scope.speaker)
                self.scopes.append(scope)
            elif opens and kind == "V" and self.scopes and is_discerned(clauses, index):
                self._end_reports(index, None)
        return found

    def _end_reports(self, verb: int, speaker: str | None) -> None:
        """End what others say before the clause in which somebody else begins: 儒家强调礼仪，道家则主张自然."""
        clauses, tokens = self.clauses, self.clauses.parse.tokens
        begins = tokens.starts[clauses.parse.chunks[clauses.first[verb]].start]
        if clauses.local_subject(verb) or is_discerned(clauses, verb):
            for earlier in self.scopes:
                told = clauses.sentence.text[earlier.start : begins].strip("，,：:“ ")
                if earlier.speaker != speaker and earlier.end == len(clauses.sentence.text) and told:
                    earlier.end = min(earlier.end, max(begins, earlier.start))

    def _state_measures(self, verb: int) -> None:
        """State what a verb does for the key told before: 降低 A 的 关键 在于 V B."""
        clauses, key = self.clauses, self.clauses.memory.key
        if _is_measure(clauses, verb) and all(clauses.parse.chunk_of[each.token] != verb for each in key):
            for rule, targets, token in key:
                self.state(Claim(rule, clauses.deed_ends(verb), targets, token), verb)

    def _begin_predicate(self, verb: int) -> None:
        """Keep the subject of a clause at its first verb; what was done before a colon is done by its object."""
        clauses = self.clauses
        if clauses.words[verb] == "作为" and verb == clauses.first[verb]:
            patient = clauses.object_at(verb)
            if patient is not None and clauses.after(patient) is not None:
                return  # [作为 B 的] A V C
        if self._is_proposed(verb):
            return
        said = clauses.opens_report(verb) and clauses.kinds[verb + 1 : verb + 2] != ["D"]  # not 甲 强调 的 A，是 B
        said = said or shows_clause(clauses, verb)
        thing = said and bool(clauses.local_subject(verb)) and told_thing(clauses, verb) is not None
        self.has_verb = not said or thing  # 甲指出 A V B: the next clause may lean on A
        keep_subject(clauses, verb)
        held = stance_scope(clauses, verb)
        if held is not None:
            self.scopes.append(held)
        if self.announced and clauses.is_listed(verb):
            for claim in self.announced:
                if claim.rule.relation not in ("has_part", "opposes"):  # 包含 两个 向度：一是 A
                    self.state(replace(claim, sources=clauses.deed_ends(verb)), verb)

    def _is_proposed(self, verb: int) -> bool:
        """Whether a verb only tells what the thing is like that is put forward: 本文 提出 [A 可能 V B 的] C，并 V D."""
        clauses = self.clauses
        if clauses.words[clauses.last[verb] + 1 : clauses.last[verb] + 2] not in (["并"], ["并且"]):
            return False
        patient = clauses.object_at(verb)
        opens = next((at for at in range(clauses.first[verb], verb) if clauses.kinds[at] == "V"), None)
        if opens is None or patient is None or patient + 1 != clauses.last[verb]:
            return False
        owned = clauses.kinds[patient] == "N" and len(clauses.parse.chunks[patient].items[-1].parts) > 1
        return owned and opens < verb and clauses.is_in(opens, "proposing") and not clauses.is_being(verb)

    def _end_clause(self, border: int) -> None:
        """Keep what the next clause may lean on."""
        clauses, mark = self.clauses, self.clauses.words[border]
        close_clause(clauses, border, self.has_verb)
        if mark in "；;" and self.listing and border + 1 < len(clauses.kinds) and clauses.is_listed(border + 1):
            announcing = clauses.memory.first
            if announcing and not any(is_named_person(clauses, end) for end in announcing):
                clauses.memory.subject = announcing  # A 有 特征：一是 V B，C V；二是 V D
        self.listing = self.listing or mark in "：:" or clauses.kinds[border - 1] in "mr"
        if border and self.listing and mark in "，," and names_one(clauses, clauses.first[border]):
            self._keep_member(member_named(clauses, clauses.first[border]))
        if self.scopes:
            close_scopes(clauses, border, self.scopes)
        cited = cited_scope(clauses, border)
        if cited is not None:
            self.scopes.append(cited)
        self.has_verb = False
        if mark in "：:":
            self.announced = [claim for claim in self.claimed if claim.rule.relation != "has_part"]
        self.claimed = []

    def _keep_member(self, member: Ends) -> None:
        """Keep what a clause of a list names as the subject of those behind it: 一是 A，V B; the one before is over."""
        memory = self.clauses.memory
        if member:
            memory.keep_subject(member, self.clauses.here)
        elif memory.subject == self.member:
            memory.subject = ()
        self.member = member

    def state(self, claim: Claim, index: int) -> None:
        """Keep one relation for each pair of ends of a claim of chunk `index`."""
        clauses, config, tokens = self.clauses, self.config, self.clauses.parse.tokens
        sentence = clauses.sentence
        if "E" in clauses.parse.form:
            claim = said_of_members(clauses, claim)
        start, end = claim.mark if claim.mark[1] else (tokens.starts[claim.token], tokens.ends[claim.token])
        clauses.memory.named += (*claim.sources, *claim.targets)
        if claim.rule.relation == "opposes" and len(claim.sources) == len(claim.targets) == 1:
            clauses.memory.contrast = claim.sources + claim.targets
        voice: Voice | None = None
        for a, b in pairs_of(clauses, claim, index):
            if a.name.endswith(b.name) or b.name.endswith(a.name):
                a, b = clauses.told_apart(a, b)
            inside = a.sentence == b.sentence and a.start < b.end and b.start < a.end  # 分层 的 方法 and 分层
            if inside or a.name == b.name or are_listed_together(clauses, claim, (a, b)):
                continue
            if are_owner_and_owned(clauses, claim, (a, b)):
                continue
            sure = confidence_of(doubts_about(claim.rule, (a, b), sentence.index, start), config)
            if sure < config.lowest_confidence:
                continue
            voice = voice or self._voice(claim, index, start, end)
            told = _as_told(voice, claim.rule.relation, (a.name, b.name))
            if told is None or (told.speaker == a.name and is_supposed_of_all(clauses, index)):
                continue
            sure *= config.supposed if voice.modality == "asked" else 1
            places = _places(sentence.index, a.sentence, b.sentence)
            self.found.append(Relation(
                a.name, b.name, claim.rule.relation, sentence.document, places,
                Span(places.index(a.sentence), a.start, a.end), Span(places.index(b.sentence), b.start, b.end),
                Span(0, start, end), sentence.text[start:end], claim.rule.id,
                told.speaker, told.modality, told.negated, round(sure, 3),
            ))  # fmt: skip

    def _voice(self, claim: Claim, index: int, start: int, end: int) -> Voice:
        """Return how a claim is put whose cue stands at ``start:end``."""
        clauses = self.clauses
        voice = voice_of(clauses, index if claim.verb < 0 else claim.verb, start, self.scopes)
        holder = None if voice.speaker is not None else whose_word(clauses, index, claim)
        if claim.rule.frame == "apart":
            holder = set_apart_by(clauses, index) if holder is None else holder
        if holder is not None:
            voice = voice._replace(modality="reported", speaker=holder or None)
        left_open = self._is_hedged() and is_left_open(clauses, claim, index, voice.negated)
        if voice.modality == "asserted" and (left_open or is_unsettled(clauses, index)):
            voice = voice._replace(modality="asked")
        if voice.negated and claim.rule.relation == "argues" and self._speaks_against(index):
            return voice._replace(negated=False)
        negators = clauses.rules.grammar.sets["negator"]
        denying = claim.rule.frame in ("pattern", "lacking", "unless") and clauses.sentence.text[start:end] in negators
        if denying or claim.rule.id == NOT_TOGETHER:
            return voice._replace(negated=denies_opening(clauses, index))  # 没有 A 就没有 B denies neither
        return voice

    def _is_hedged(self) -> bool:
        """Whether a word of the sentence may leave open what it says."""
        if self.hedged is None:
            self.hedged = may_leave_open(self.clauses)
        return self.hedged

    def _speaks_against(self, index: int) -> bool:
        """Whether somebody only speaks against what is said: 反对 把 A 理解为 B, 不 同意 P 关于 A 的 解释."""
        clauses = self.clauses
        stances, before = ("against", "agreeing"), range(clauses.first[index], index)
        return any(clauses.is_in(at, stance) for at in before for stance in stances)


@lru_cache(KNOWN_SIGNS)
def _structural(rules: RuleSet, signs: str) -> tuple[Rule, ...]:
    """Return the rules that one of the `signs` of a chunk calls for."""
    return tuple(rule for rule in rules.structural if not set(STRUCTURES[rule.frame][0]).isdisjoint(signs))


def _signs(parse: Parse) -> dict[int, str]:
    """Return the signs of a claim without a cue in each chunk that has any, those of `STRUCTURES`.

    A 的《B》, 三个 A, A、B 等 C, A－B, A：.
    """
    chunk_of, signs = parse.chunk_of, dict[int, str]()
    for found in SIGN.finditer(parse.form):
        chunk = chunk_of[found.start()]
        signs[chunk] = signs.get(chunk, "") + found.group().replace("r", "m")
    if "在" in parse.tokens.words:
        for found in PLACED.finditer(parse.form):
            chunk = chunk_of[found.start()]
            signs[chunk] = signs.get(chunk, "") + "在"
    for token in parse.tokens.persons:
        signs[chunk_of[token]] = signs.get(chunk_of[token], "") + "p"
    if "：" in parse.tokens.words or ":" in parse.tokens.words:
        for token, word in enumerate(parse.tokens.words):
            if word in ("：", ":") and chunk_of[token] and parse.chunks[chunk_of[token] - 1].kind == "V":
                signs[chunk_of[token]] = ":"
    if parse.tokens.sentence.text[-1:] in "）)":
        for token, word in enumerate(parse.tokens.words):
            if word in ("（", "("):
                signs[chunk_of[token]] = word
    entry = parse.tokens.words[:1] == ["【"] or parse.tokens.sentence.kind == "title"
    for token, word in enumerate(parse.tokens.words[1 : LONGEST_ENTRY if entry else 3], start=1):
        if word in ("：", ":", "】") and signs.get(chunk_of[token]) != ":":
            signs[chunk_of[token]] = "："
    return signs


def _cues(parse: Parse) -> dict[int, list[int]]:
    """Return the cues of each chunk that are read there."""
    cues: dict[int, list[int]] = {}
    for token, uses in parse.tokens.cues.items():
        if uses.closing:
            cues.setdefault(parse.chunk_of[token], []).append(token)
    return cues


def _is_measure(clauses: Clauses, verb: int) -> bool:
    """Whether a verb opens a measure: right behind 在于 or at the head of a clause without a subject."""
    before = clauses.before(verb)
    if clauses.word(verb) == "在于":
        patient = clauses.object_at(verb)
        return patient is not None and all(clauses.kinds[at] != "V" for at in range(verb + 1, patient))
    return before is None or clauses.is_in(before, "copula")


def _is_stance(clauses: Clauses, verb: int) -> bool:
    """Whether a verb without a subject of its own tells where somebody stands: …，反对 A."""
    sets = clauses.sets
    stands = any(clauses.word(verb) in sets[name] for name in ("against", "calling_for", "blaming"))
    return stands and clauses.kinds[verb] == "V" and verb == clauses.opening(clauses.first[verb] - 1)


def _without_deeds_of_thinkers(claims: list[Claim]) -> list[Claim]:
    """Return the claims of one cue; what a thinker analyses or founds, he argues, and does nothing else to it."""
    speeches = [claim for claim in claims if claim.rule.frame == "speech"]
    thinkers = {end.name for claim in speeches for end in claim.sources}
    if not thinkers:
        return claims
    return [
        claim
        for claim in claims
        if claim.rule.frame in ("speech", "copula")
        or not claim.sources
        or not thinkers.issuperset(end.name for end in claim.sources)
    ]


@lru_cache(KNOWN_PLACES)
def _places(here: int, *others: int) -> tuple[int, ...]:
    """Return the sentences of a claim, the one of its cue first."""
    return tuple(sorted({here, *others}, key=lambda index: (index != here, index)))
