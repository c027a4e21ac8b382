"""Tokens -> phrases: noun phrases with their members, and single tokens, the shallow parse that the rules work on.

The kinds of the tokens make one string, and a single regular expression over it finds the noun phrases, so that a
sentence is scanned once, whatever the number of rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from conceptgraph.model import MatchedSentence
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.tokens import Tokens, make_tokens
from conceptgraph.relate.verbs import decide_verbs

STATE = r"a+(?:d+a+)*D"  # 高速 而 又 失衡 的
PART = rf"(?:[mr]*{STATE}|[mra]+D)*[mra]*N+(?:{STATE}a*N+|a*N+)*"
ITEM = rf"{PART}(?:(?:f?D|f(?=[mra]+D)){PART})*f?"
PHRASE = re.compile(rf"{ITEM}(?:C+{ITEM})*(?:ED?[mra]*N*)?|[RS]|.", re.DOTALL)


class Item(NamedTuple):
    """One member of a noun phrase: its parts, joined by 的, as token ranges; the last part is the head."""

    parts: tuple[tuple[int, int], ...]
    local: bool  # ends in a localizer: 平台上


class Chunk(NamedTuple):
    """A noun phrase (kind N, R or S) or a single token; tokens ``start:end``."""

    kind: str
    start: int
    end: int
    items: tuple[Item, ...] = ()
    genus: tuple[int, int] | None = None  # A、B 等 <genus>


@dataclass(slots=True)
class Parse:
    """The tokens of a sentence, its chunks, and the chunk of each token."""

    tokens: Tokens
    chunks: list[Chunk] = field(default_factory=list)
    chunk_of: list[int] = field(default_factory=list)


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
    decide_verbs(tokens, rules.grammar)
    parse = Parse(tokens)
    line = "".join(tokens.kinds)
    anaphors = rules.grammar.sets["anaphor"]
    for match in PHRASE.finditer(line):
        start, end = match.span()
        kind = line[start]
        if kind in "mraN" and "N" in line[start:end]:
            parse.chunks.append(_noun_phrase(line, start, end))
        else:
            standing = kind == "r" and tokens.words[start] in anaphors
            parse.chunks.append(Chunk("R" if standing else kind, start, end))
        parse.chunk_of.extend([len(parse.chunks) - 1] * (end - start))
    return parse


def _noun_phrase(line: str, start: int, end: int) -> Chunk:
    """Return the noun phrase of tokens ``start:end`` with its members and their parts."""
    genus = None
    body_end = end
    closed = line.find("E", start, end)
    if closed >= 0:
        body_end = closed
        rest = closed + 2 if line[closed + 1 : closed + 2] == "D" else closed + 1
        if rest < end:
            genus = (rest, end)
    items: list[Item] = []
    parts: list[tuple[int, int]] = []
    position = part_start = start
    while position <= body_end:
        kind = line[position] if position < body_end else "C"
        if kind in "DC":
            last = position - 1 if position > part_start and line[position - 1] == "f" else position
            if "N" in line[part_start:last]:
                parts.append((part_start, last))
            if kind == "C" and parts:
                items.append(Item(tuple(parts), last != position))
                parts = []
            part_start = position + 1
        position += 1
    return Chunk("N", start, end, tuple(items), genus)
