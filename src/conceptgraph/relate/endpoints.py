"""Members of noun phrases -> the concepts they name."""

from __future__ import annotations

from typing import NamedTuple

from conceptgraph.relate.phrases import Item, Parse
from conceptgraph.relate.rules import Grammar

LONGEST = 14  # characters of a concept that only the argument names


class Endpoint(NamedTuple):
    """A concept at a place: the sentence's index in its document and the span there."""

    name: str
    sentence: int
    start: int
    end: int
    known: bool  # a term of the lexicon


def name_item(parse: Parse, item: Item, grammar: Grammar) -> Endpoint | None:
    """Return the concept that a member names, or None where it names none.

    The head is the last part that says something (资本的作用 names 资本); a term that ends the head is preferred to
    the whole run of nouns, attributes are left out.
    """
    light, tails = grammar.sets["light_head"], grammar.sets["light_tail"]
    for start, end in reversed(item.parts):
        if parse.words[end - 1] in light and not parse.names[end - 1] and all(k != "N" for k in parse.kinds[start : end - 1]):
            continue
        found = _name_run(parse, start, end, tails)
        if found is not None:
            return found
    return None


def _name_run(parse: Parse, start: int, end: int, tails: frozenset[str]) -> Endpoint | None:
    words, kinds, names = parse.words, parse.kinds, parse.names
    while start < end and kinds[start] != "N":
        start += 1
    while end > start and not names[end - 1] and words[end - 1] in tails:
        end -= 1
    while end > start and kinds[end - 1] != "N":
        end -= 1
    if start >= end:
        return None
    sentence = parse.matched.tagged.sentence
    if names[end - 1]:
        start = end - 1
    first, last = parse.starts[start], parse.ends[end - 1]
    form = sentence.text[first:last]
    while form and form[0] in "“「『‘\"《〈<":
        first, form = first + 1, form[1:]
    while form and form[-1] in "”」』’\"》〉>":
        last, form = last - 1, form[:-1]
    if not 2 <= len(form) <= LONGEST or form in tails or form.isdigit():
        return None
    name = names[start] if end - start == 1 else ""
    return Endpoint(name or form, sentence.index, first, last, bool(name))
