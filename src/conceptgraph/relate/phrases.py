"""Tokens -> phrases: noun phrases with their members, and single tokens, the shallow parse that the rules work on.

The kinds of the tokens make one string, and a single regular expression over it finds the noun phrases, so that a
sentence is scanned once, whatever the number of rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from conceptgraph.model import MatchedSentence
from conceptgraph.relate.asides import (
    leave_out_about,
    leave_out_amounts,
    leave_out_arising,
    leave_out_attributes,
    leave_out_both,
    leave_out_classes,
    leave_out_division,
    leave_out_fillers,
    leave_out_genus,
    leave_out_likeness,
    leave_out_nobody,
    leave_out_places,
    leave_out_remains,
    leave_out_sequel,
    leave_out_times,
    leave_out_use,
    leave_out_when,
    part_genus,
)
from conceptgraph.relate.attribute_rows import leave_out_rows
from conceptgraph.relate.bindings import bind_added, bind_changes, bind_each, bind_range, bind_states
from conceptgraph.relate.list_forms import read_duties, read_lists
from conceptgraph.relate.pointed_kinds import bind_kinds, read_meaning
from conceptgraph.relate.rephrased import rephrase
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.set_off import leave_out_toward, read_set_off
from conceptgraph.relate.tokens import Tokens, make_tokens
from conceptgraph.relate.told_clauses import part_told_clauses
from conceptgraph.relate.topic_states import bind_topic_states
from conceptgraph.relate.verbs import decide_verbs

# The loops are atomic (?>…): what they took is never tried another way, so that a long row of 好的 takes no longer.
# They are not written as possessive (*+), which Python before 3.11.5 matches wrongly (python/cpython issue 106052).
STATE = r"a+(?:d+a+)*D"  # 缓慢 而 又 稳定 的
PART = rf"(?>(?:[mr]*{STATE}(?:C(?=a+D))?|[mra]+D)*)[mra]*N+(?>(?:{STATE}a*N+|a*N+)*)"
ITEM = rf"{PART}(?>(?:(?:f?D|f(?=[mra]+D)){PART})*)f?"
KNOWN_PHRASES = 30_000  # chunks that are kept, by their kinds and where they begin
COUNT = r"m+a?N+(?:Cm+a?N+)?"  # A、B 和 C 三个要素 (和 六个指标): what is counted is not one more member
PHRASE = re.compile(rf"{ITEM}(?:(?>(?:C+{ITEM})+){COUNT}|(?>(?:C+{ITEM})*)(?:ED?[mra]*N*)?)|[RS]|.", re.DOTALL)
CLOSING_COUNT = re.compile(rf"(?<=[Nf]){COUNT}$")


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a noun phrase: its parts, joined by 的, as token ranges; the last part is the head."""

    parts: tuple[tuple[int, int], ...]
    local: bool  # ends in a localizer: 平台上

    @property
    def head(self) -> int:
        """The token that heads the member: its last one, but for a localizer."""
        return self.parts[-1][1] - 1

    def of(self, parts: tuple[tuple[int, int], ...]) -> Item:
        """Return a member of these parts only."""
        return Item(parts, self.local)


def one_token(token: int) -> Item:
    """Return a token as a member of its own."""
    return Item(((token, token + 1),), False)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase (kind N, R or S) or a single token; tokens ``start:end``."""

    kind: str
    start: int
    end: int
    items: tuple[Item, ...] = ()
    genus: tuple[int, int] | None = None  # A、B 等 <genus>


@dataclass(slots=True)
class Parse:
    """The tokens of a sentence, their kinds as one string, its chunks, and the chunk of each token."""

    tokens: Tokens
    form: str
    chunks: list[Chunk]
    chunk_of: list[int]


def parse_sentence(matched: MatchedSentence, rules: RuleSet) -> Parse:
    """Return the phrases of a sentence.

    >>> from conceptgraph.model import Sentence, TaggedSentence
    >>> from conceptgraph.relate.rules import load_rules
    >>> words, tags = ("资本", "剥削", "劳动"), ("n", "v", "vn")
    >>> tagged = TaggedSentence(Sentence("d", 0, "资本剥削劳动", 0, 6), words, tags, (0, 2, 4))
    >>> "".join(chunk.kind for chunk in parse_sentence(MatchedSentence(tagged, ()), load_rules()).chunks)
    'NVN'
    """
    tokens = make_tokens(matched, rules)
    bind_topic_states(tokens, rules.grammar)
    rephrase(tokens, rules)
    read_set_off(tokens, rules)
    read_lists(tokens, rules)
    leave_out_nobody(tokens, rules.grammar)
    leave_out_use(tokens, rules.grammar)
    leave_out_likeness(tokens, rules.grammar)
    _bind_and_decide(tokens, rules)
    leave_out_rows(tokens, rules.grammar)
    part_told_clauses(tokens, rules.grammar)
    read_duties(tokens, rules.grammar)
    leave_out_classes(tokens, rules.grammar)
    leave_out_division(tokens)
    leave_out_times(tokens, rules.grammar)
    leave_out_when(tokens)
    leave_out_places(tokens)
    leave_out_remains(tokens)
    leave_out_about(tokens)
    bind_each(tokens)
    bind_added(tokens)
    bind_range(tokens)
    leave_out_amounts(tokens)
    leave_out_both(tokens, rules.grammar)
    leave_out_sequel(tokens)
    leave_out_arising(tokens, rules.grammar)
    leave_out_attributes(tokens, rules.grammar)
    leave_out_fillers(tokens, rules.grammar)
    leave_out_toward(tokens, rules.grammar)
    leave_out_genus(tokens)
    part_genus(tokens, rules.grammar)
    form = "".join(tokens.kinds)
    phrases = PHRASE.findall(form)
    starts = list(accumulate(map(len, phrases), initial=0))
    if not rules.grammar.sets["counter"].isdisjoint(tokens.words) and _split_heads(phrases, starts, tokens, rules):
        starts = list(accumulate(map(len, phrases), initial=0))
    if tokens.words.count("所") > 1 and _split_told(phrases):
        starts = list(accumulate(map(len, phrases), initial=0))
    if "r" in phrases:
        anaphors = rules.grammar.sets["anaphor"]
        for number, phrase in enumerate(phrases):
            if phrase == "r" and tokens.words[starts[number]] in anaphors:
                phrases[number] = "r" if _owns_later(phrases, starts, number, tokens, rules) else "R"
    chunk_of = [number for number, phrase in enumerate(phrases) for _ in phrase]
    return Parse(tokens, form, list(map(CHUNKS.__getitem__, zip(phrases, starts, strict=False))), chunk_of)


def _bind_and_decide(tokens: Tokens, rules: RuleSet) -> None:
    """Bind what tells of which kind a thing is and what it is like, and decide which words are verbs."""
    bind_kinds(tokens, rules)
    bind_states(tokens, rules.grammar)
    decide_verbs(tokens, rules.grammar)
    read_meaning(tokens)
    bind_changes(tokens, rules.grammar)


def _owns_later(phrases: list[str], starts: list[int], number: int, tokens: Tokens, rules: RuleSet) -> bool:
    """Whether 其 only tells whose the head is that a verb takes: 增强 其 面对 A 时 的 B, not 促使 其 主动 V.

    So does 这些 that points to the head of a relative clause.
    """
    if _points_ahead(phrases, number, tokens.words[starts[number]]):
        return True
    before, after = "".join(phrases[number - 1 : number]), "".join(phrases[number + 1 : number + 2])
    if tokens.words[starts[number]] != "其" or before not in ("V", "u") or after not in ("P", "a"):
        return False
    if tokens.words[starts[number + 1]] in ("在", "对", "于"):
        return False  # 提升 其 在 A 中 的 B
    verb = starts[number] - (2 if before == "u" else 1)
    return verb in tokens.cues and tokens.words[verb] not in rules.grammar.sets["pivot"]


def _points_ahead(phrases: list[str], number: int, word: str) -> bool:
    """Whether 这些 points to the head of a relative clause: 这些 带有 A 的 观念 V B, not 这些 促进 了 A 的 发展."""
    ahead = phrases[number + 1 : number + 3]
    told = next((phrase for phrase in phrases[number + 3 :] if phrase != "d"), "")
    return word in ("这些", "那些") and ahead[:1] == ["V"] and "D" in "".join(ahead[1:]) and told in ("V", "P")


def _split_heads(phrases: list[str], starts: list[int], tokens: Tokens, rules: RuleSet) -> bool:
    """Split what closes a clause into the object of a verb and the head that a number counts, in place.

    A 是 第一个 [注意到 B 的] H: not H 的 B, but what notices B. Return whether there was any.
    """
    counters, split = rules.grammar.sets["counter"], False
    for number in range(len(phrases) - 3, 0, -1):
        counted = phrases[number] in "amr" and tokens.words[starts[number]] in counters
        if not counted or phrases[number + 1] not in "VPB" or tokens.words[starts[number - 1]][-1] != "是":
            continue
        end = next((at for at in range(number + 1, len(phrases)) if phrases[at] in ",."), len(phrases)) - 1
        taken, joint, head = phrases[end].rpartition("D")
        if "V" in phrases[number + 1 : end] and taken.endswith(("N", "f")) and "N" in head:
            phrases[end : end + 1] = [taken, joint, head]
            split = True
    return split


def _split_told(phrases: list[str]) -> bool:
    """Split A 与 S of S1 所 V1 的 A 与 S 所 V2 的 B, in place, and return whether there was any."""
    for number in range(len(phrases) - 1, 3, -1):
        told = phrases[number - 4 : number + 3 : 2] == ["I", "D", "I", "D"] and phrases[number - 3] == "V"
        if told and phrases[number - 1].count("C") == 1 and phrases[number + 1] == "V":
            one, other = phrases[number - 1].split("C")
            phrases[number - 1 : number] = [one, "C", other]
            return True
    return False


class _Chunks(dict[tuple[str, int], Chunk]):
    """The chunks so far, by the kinds of their tokens and the first one; it begins anew at KNOWN_PHRASES of them."""

    def __missing__(self, kinds_and_start: tuple[str, int]) -> Chunk:
        if len(self) >= KNOWN_PHRASES:
            self.clear()
        kinds, start = kinds_and_start
        self[kinds_and_start] = chunk = _noun_phrase(kinds, start) if "N" in kinds else Chunk(kinds, start, start + 1)
        return chunk


CHUNKS = _Chunks()


def _noun_phrase(form: str, start: int) -> Chunk:
    """Return the noun phrase of the kinds `form` with its members and their parts; its first token is `start`."""
    genus = None
    body_end = len(form)
    closed = form.find("E")
    if closed >= 0:
        body_end = closed
        rest = closed + 2 if form[closed + 1 : closed + 2] == "D" else closed + 1
        if rest < len(form):
            genus = (start + rest, start + len(form))
    elif "C" in form and "m" in form and (counted := CLOSING_COUNT.search(form)):
        body_end = counted.start()
    items: list[Item] = []
    parts: list[tuple[int, int]] = []
    part_start = 0
    for position in range(body_end + 1):
        kind = form[position] if position < body_end else "C"
        if kind in "DC":
            last = position - 1 if position > part_start and form[position - 1] == "f" else position
            if "N" in form[part_start:last]:
                parts.append((start + part_start, start + last))
            if kind == "C" and parts:
                items.append(Item(tuple(parts), last != position))
                parts = []
            part_start = position + 1
    return Chunk("N", start, start + len(form), tuple(items), genus)
