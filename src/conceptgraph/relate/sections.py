"""Headings as context: a heading that names the parts of something has its subsections as these parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Whole
from conceptgraph.relate.rules import CueUse

NUMBER = re.compile(
    r"（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.．]|第\w{1,3}[章节]"
)


def read_section(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 的 V as a heading: A is the whole of which the subsections name the parts. Nothing is claimed yet."""
    sentence = clauses.sentence
    if sentence.kind != "heading" or token + 1 < len(clauses.parse.tokens.words):
        return
    owners = clauses.attributes_of(index) if clauses.kinds[index] == "N" else ()
    if owners:
        clauses.memory.wholes.append(Whole(use.rule, owners, sentence.section))
    yield from ()


def read_subsection(clauses: Clauses) -> Iterator[Claim]:
    """Return the claim of a heading that is only a noun phrase, right below one that divides a whole."""
    sentence = clauses.sentence
    if sentence.kind != "heading" or len(sentence.section) < 2:
        return
    nouns = [index for index, chunk in enumerate(clauses.parse.chunks) if chunk.kind == "N"]
    above = [whole for whole in clauses.memory.wholes if whole.section == sentence.section[:-1]]
    number = NUMBER.match(sentence.text)
    if len(nouns) != 1 or not above or any(chunk.kind == "V" for chunk in clauses.parse.chunks):
        return
    mark = number.span() if number else (0, 1)
    yield Claim(above[-1].rule, above[-1].ends, clauses.ends_of(nouns[0]), 0, mark=mark)
