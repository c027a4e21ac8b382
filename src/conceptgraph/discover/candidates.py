"""Tagged sentences -> term candidates of one document, with the counts that termhood is computed from.

A candidate is (a) a run of words that can stand in a noun phrase, or a part of such a run, (b) what stands in
quotation marks, (c) a title in 《》, (d) a compound of two runs joined by 的, (e) a sequence of words of any kind that
holds together (cohesion.py). No dictionary of terms is used.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from conceptgraph.config import DiscoverConfig
from conceptgraph.discover.cohesion import cohesive_grams, gram_spans, parts_of
from conceptgraph.discover.runs import (
    HEAD_TAGS,
    SUFFIX_TAG,
    TITLE_CLOSE,
    de_compounds,
    places_rest,
    quoted_spans,
    term_runs,
)
from conceptgraph.model import PreparedDocument, TaggedSentence

LIST_MARKS = frozenset("、和与及或")
EDGE = "|"  # the neighbour of a candidate at a clause border

Place = tuple[TaggedSentence, int, int]  # an occurrence: the words start:end of a sentence


class Candidate(NamedTuple):
    """A possible term of one document and what was counted of it."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    first: int  # index of the first sentence
    frequency: int
    longer: int  # frequency of the commonest candidate that has one word more (0: none)
    alone: int  # occurrences that fill their whole run
    title: int
    heading: int
    quoted: int
    titled: int  # occurrences in 《》
    listed: int  # occurrences beside 、 or 和
    before_de: int
    left: frozenset[str]
    right: frozenset[str]

    @property
    def name(self) -> str:
        """The surface form."""
        return "".join(self.words)


@dataclass
class Candidates(Mapping[str, Candidate]):
    """The candidates of a document by surface form.

    All occurrences are noted; what follows from them is counted when a candidate is asked for, since most are parts of
    a run that occur once and are never looked at.
    """

    places: defaultdict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    alone: Counter[str] = field(default_factory=Counter)
    quoted: Counter[str] = field(default_factory=Counter)
    titled: Counter[str] = field(default_factory=Counter)
    counted: dict[str, Candidate] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __contains__(self, name: object) -> bool:
        return name in self.places

    def __getitem__(self, name: str) -> Candidate:
        counted = self.counted.get(name)
        if counted is None:
            if name not in self.places:
                raise KeyError(name)
            counted = self.counted[name] = self._count(name)
        return counted

    def more_than_parts(self) -> Iterator[str]:
        """Yield the candidates that occur several times, or once but for themselves."""
        for name, places in self.places.items():
            if len(places) > 1 or name in self.alone or name in self.quoted or name in self.titled:
                yield name

    @cached_property
    def longer(self) -> Mapping[str, int]:
        """The frequency of the commonest candidate that has one word more, by name; to be asked for after counting."""
        longer: dict[str, int] = {}
        for name, places in self.places.items():
            tagged, start, end = places[0]
            if end - start > 1:
                count, words = len(places), tagged.words
                for part in (name[: -len(words[end - 1])], name[len(words[start]) :]):
                    if longer.setdefault(part, count) < count:
                        longer[part] = count
        return longer

    def _count(self, name: str) -> Candidate:
        """Return a candidate with what its occurrences say."""
        places = self.places[name]
        left, right, kinds, listed, before_de = set(), set(), [], 0, 0
        for tagged, start, end in places:
            words = tagged.words
            before = words[start - 1] if start else EDGE
            after = words[end] if end < len(words) else EDGE
            left.add(before)
            right.add(after)
            listed += before in LIST_MARKS or after in LIST_MARKS
            before_de += after == "的"
            kinds.append(tagged.sentence.kind)
        tagged, start, end = places[0]
        return Candidate(
            tagged.words[start:end],
            tagged.tags[start:end],
            tagged.sentence.index,
            len(places),
            self.longer.get(name, 0),
            self.alone.get(name, 0),
            kinds.count("title"),
            kinds.count("heading"),
            self.quoted.get(name, 0),
            self.titled.get(name, 0),
            listed,
            before_de,
            frozenset(left),
            frozenset(right),
        )


def find_candidates(prepared: PreparedDocument, config: DiscoverConfig) -> Candidates:
    """Return the candidates of a document by surface form."""
    found = Candidates()
    cohesive = cohesive_grams(prepared.sentences, config)
    parts = parts_of(cohesive)
    for tagged in prepared.sentences:
        runs = list(term_runs(tagged))
        for start, end in runs:
            _note_parts(found, tagged, start, end, config.max_words)
        for start, end in quoted_spans(tagged, config.max_quoted):
            _note_quoted(found, tagged, start, end, config.max_words, runs)
        for start, end in de_compounds(runs, tagged, config.max_words):
            found.alone[_note(found, tagged, start, end)] += 1
        for start, end in gram_spans(tagged, cohesive, parts):
            apart = tagged.tags[end - 1] in HEAD_TAGS and not places_rest(tagged, start, end)
            if apart and not _is_inside(start, end, runs):
                found.alone[_note(found, tagged, start, end)] += 1
    return found


def _note_parts(found: Candidates, tagged: TaggedSentence, start: int, end: int, max_words: int) -> None:
    """Note every part of a run."""
    words, places = tagged.words, found.places
    for first in range(start, end):
        if tagged.tags[first] == SUFFIX_TAG:
            continue  # not 型政府 of 服务 型 政府
        name = words[first]
        if len(name) > 1 or end - start == 1:
            places[name].append((tagged, first, first + 1))
        for last in range(first + 2, min(end, first + max_words) + 1):
            name += words[last - 1]
            places[name].append((tagged, first, last))
        if first == start and end - start <= max_words:
            found.alone[name] += 1


def _note_quoted(
    found: Candidates, tagged: TaggedSentence, start: int, end: int, max_words: int, runs: Sequence[tuple[int, int]]
) -> None:
    """Note what stands in quotation marks; a span that is part of a run has been noted there already."""
    in_title = tagged.words[end] == TITLE_CLOSE
    text = "".join(tagged.words[start:end])
    noted = end - start <= max_words and _is_inside(start, end, runs)
    if not noted or text not in found:
        _note(found, tagged, start, end)
    (found.titled if in_title else found.quoted)[text] += 1
    found.alone[text] += not noted


def _note(found: Candidates, tagged: TaggedSentence, start: int, end: int) -> str:
    """Note an occurrence of the words ``start:end``; return its surface form."""
    name = "".join(tagged.words[start:end])
    found.places[name].append((tagged, start, end))
    return name


def _is_inside(start: int, end: int, runs: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a span is part of a run."""
    return any(first <= start and end <= last for first, last in runs)
