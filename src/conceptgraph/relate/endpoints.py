"""Members of noun phrases -> the concepts they name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from conceptgraph.relate.phrases import Item, Parse
from conceptgraph.relate.rules import Grammar

SHORT = 4  # characters of a head that keeps what it belongs to
TRAILING = "来均皆亦也中里时"  # adverbs that a segmenter may have glued to a noun
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
    the whole run of nouns, attributes are left out. A short head that is no term keeps what it belongs to
    (平台的落地性).
    """
    light, tails = grammar.sets["light_head"], grammar.sets["light_tail"]
    last = item.parts[-1][1] - 1
    if not parse.names[last] and parse.words[last] in grammar.sets["hollow_head"] and parse.words[last] not in light:
        return None
    for number in range(len(item.parts) - 1, -1, -1):
        start, end = item.parts[number]
        if _says_little(parse, start, end, light):
            continue
        found = _name_run(parse, start, end, tails)
        if found is None:
            continue
        close = number and start - item.parts[number - 1][1] <= 2
        if close and found.end - found.start <= SHORT and parse.kinds[start] not in "mr":
            return _with_owner(parse, item.parts[number - 1], found, tails) or found
        return found
    return None


def name_between(parse: Parse, items: Sequence[Item], grammar: Grammar) -> Endpoint | None:
    """Return 劳动与娱乐的界限 as one concept: a head that holds between the two members before it; else None."""
    if len(items) != 2 or len(items[0].parts) != 1 or len(items[1].parts) != 2:
        return None
    head = items[1].parts[-1][1] - 1
    first, last = parse.starts[items[0].parts[0][0]], parse.ends[head]
    if parse.words[head] not in grammar.sets["relational_head"] or last - first > LONGEST:
        return None
    sentence = parse.matched.tagged.sentence
    return Endpoint(sentence.text[first:last], sentence.index, first, last, False)


def _with_owner(parse: Parse, part: tuple[int, int], head: Endpoint, tails: frozenset[str]) -> Endpoint | None:
    """Return 平台的落地性 for the head 落地性, or None where what stands before 的 is no name."""
    owner = _name_run(parse, *part, tails)
    if owner is None or head.end - owner.start > LONGEST or not (owner.known or owner.end - owner.start > 2):
        return None
    text = parse.matched.tagged.sentence.text[owner.start : head.end]
    if parse.tags[part[1] - 1][0] not in "nvljesx" or any(mark in text for mark in "“”\"《》（("):
        return None
    return Endpoint(text, head.sentence, owner.start, head.end, False)


def _says_little(parse: Parse, start: int, end: int, light: frozenset[str]) -> bool:
    last = end - 1
    while last > start and parse.kinds[last] != "N":
        last -= 1
    bare = all(kind != "N" for kind in parse.kinds[start:last])
    return bare and not parse.names[last] and parse.words[last] in light


def _name_run(parse: Parse, start: int, end: int, tails: frozenset[str]) -> Endpoint | None:
    """Return the concept that a run of nouns names."""
    words, kinds, names = parse.words, parse.kinds, parse.names
    while start < end and kinds[start] != "N":
        start += 1
    while end > start and not names[end - 1] and (words[end - 1] in tails or kinds[end - 1] != "N"):
        end -= 1
    if start >= end:
        return None
    if names[end - 1] and (parse.ends[end - 1] - parse.starts[start] > LONGEST or _stands_alone(parse, start, end - 1)):
        start = end - 1
    else:
        quoted = next((token for token in range(end - 1, start - 1, -1) if token in parse.quoted), None)
        if quoted is not None:
            start, end = quoted, quoted + 1
    sentence = parse.matched.tagged.sentence
    first, last = parse.starts[start], parse.ends[end - 1]
    while first < last and sentence.text[first] in "“「『‘\"《〈<":
        first += 1
    while last > first and sentence.text[last - 1] in "”」』’\"》〉>":
        last -= 1
    if not names[end - 1] and last - first > 2 and sentence.text[last - 1] in TRAILING:
        last -= 1
    form = sentence.text[first:last]
    if not form or (len(form) < 2 and start not in parse.quoted) or len(form) > LONGEST or form in tails or form.isdigit():
        return None
    name = names[start] if end - start == 1 else ""
    return Endpoint(name or form, sentence.index, first, last, bool(name))


def _stands_alone(parse: Parse, start: int, last: int) -> bool:
    """Whether the term at token `last` is named without the nouns before it: another long term, or no noun at all."""
    if start == last:
        return True
    return len(parse.words[last - 1]) > 2 and bool(parse.names[last - 1]) and len(parse.words[last]) > 2
