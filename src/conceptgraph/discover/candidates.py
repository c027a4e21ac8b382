"""Tagged sentences -> term candidates of one document, with the counts that termhood is computed from.

A candidate is (a) a run of words that can stand in a noun phrase, or a part of such a run, (b) what stands in
quotation marks, (c) a title in 《》, (d) a compound of two runs joined by 的, (e) a sequence of words of any kind that
holds together (cohesion.py). No dictionary of terms is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from conceptgraph.config import DiscoverConfig
from conceptgraph.discover.cohesion import cohesive_grams, gram_spans
from conceptgraph.model import PreparedDocument, TaggedSentence
from conceptgraph.resources import word_list

LIST_MARKS = frozenset("、和与及或")
OPEN_QUOTES, CLOSE_QUOTES = '“‘「『"', '”’」』"'
TITLE_OPEN, TITLE_CLOSE = "《", "》"
EDGE = "|"  # the neighbour of a candidate at a clause border

# Parts of speech (jieba's letters) that can stand in a term: always, and those that can only when the word is long.
NOUN_TAGS = frozenset(
    {"n", "ng", "nr", "nrt", "nrfg", "ns", "nt", "nz", "vn", "an", "v", "vg", "a", "ag"}
    | {"b", "j", "l", "i", "eng", "s", "z", "zg", "g", "k"}
)
HEAD_TAGS = NOUN_TAGS - {"a", "ag", "b", "z", "zg"}
MODIFIER_TAGS = frozenset(["t", "q", "f", "d", "m", "h", "mg", "mq", "ad"])


@dataclass(slots=True)
class Candidate:
    """A possible term of one document and what was counted of it."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    first: int  # index of the first sentence
    frequency: int = 0
    alone: int = 0  # occurrences that fill their whole run
    title: int = 0
    heading: int = 0
    quoted: int = 0
    titled: int = 0  # occurrences in 《》
    listed: int = 0  # occurrences beside 、 or 和
    before_de: int = 0
    left: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The surface form."""
        return "".join(self.words)


Candidates = dict[str, Candidate]


def find_candidates(prepared: PreparedDocument, config: DiscoverConfig) -> Candidates:
    """Return the candidates of a document by surface form."""
    found: Candidates = {}
    cohesive = cohesive_grams(prepared.sentences, config)
    for tagged in prepared.sentences:
        runs = list(term_runs(tagged))
        for start, end in runs:
            _add_parts(found, tagged, start, end, config.max_words)
        for start, end in quoted_spans(tagged, config.max_quoted):
            _add_quoted(found, tagged, start, end, config.max_words, runs)
        for start, end in de_compounds(runs, tagged, config.max_words):
            _add(found, tagged, start, end).alone += 1
        for start, end in gram_spans(tagged, cohesive) if cohesive else ():
            in_run = any(first <= start and end <= last for first, last in runs)
            if not in_run and tagged.tags[end - 1] in HEAD_TAGS:
                _add(found, tagged, start, end).alone += 1
    return found


def term_runs(tagged: TaggedSentence) -> Iterator[tuple[int, int]]:
    """Yield the maximal runs of words that can stand in a term, as half-open word indices; titles in 《》 are left out.

    >>> from conceptgraph.model import Sentence
    >>> words, tags = ("数字", "劳动", "的", "异化"), ("n", "vn", "uj", "vn")
    >>> list(term_runs(TaggedSentence(Sentence("d", 0, "数字劳动的异化", 0, 7), words, tags, (0, 2, 4, 5))))
    [(0, 2), (3, 4)]
    """
    words, tags = tagged.words, tagged.tags
    breaking = word_list("predicate_words")
    start, in_title = 0, False
    for index, word in enumerate(words):
        in_title = (in_title or word == TITLE_OPEN) and word != TITLE_CLOSE
        if in_title or word in breaking or not _can_stand(words, tags, index) or _governs(words, tags, index):
            if start < index:
                yield start, index
            start = index + 1
    if start < len(words):
        yield start, len(words)


def _can_stand(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell whether a word can be part of a term here: nouns, verbs and adjectives; short modifiers before a noun."""
    tag, word = tags[index], words[index]
    if tag in NOUN_TAGS:
        return len(word) > 1 or word not in word_list("function_words")
    if tag not in MODIFIER_TAGS or word in word_list("function_words"):
        return False
    if len(word) > 1:
        return tag in ("t", "ad") or (tag == "d" and word not in word_list("adverbs"))
    follows = index + 1 < len(words) and tags[index + 1] in NOUN_TAGS
    counted = index > 0 and tags[index - 1] in ("m", "mq", "r")
    return follows and not counted and tag != "m"


def _governs(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Tell whether a verb such as 推动 has an object or aspect mark behind it, so that it is a predicate here."""
    if words[index] not in word_list("action_verbs"):
        return False
    if index + 1 == len(words):
        return False
    return tags[index + 1] in NOUN_TAGS or words[index + 1] in ("了", "着", "过", "“", "《", "其", "这", "该")


def quoted_spans(tagged: TaggedSentence, max_characters: int) -> Iterator[tuple[int, int]]:
    """Yield the word spans inside quotation marks or 《》 that are short and hold no punctuation."""
    words = tagged.words
    opened = -1
    for index, word in enumerate(words):
        if opened >= 0 and (word in CLOSE_QUOTES or word == TITLE_CLOSE):
            if 0 < sum(map(len, words[opened + 1 : index])) <= max_characters:
                yield opened + 1, index
            opened = -1
        elif word in OPEN_QUOTES or word == TITLE_OPEN:
            opened = index
        elif tagged.tags[index] == "x" and not word[0].isalnum():
            opened = -1


def de_compounds(runs: Sequence[tuple[int, int]], tagged: TaggedSentence, max_words: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of two neighbouring runs joined by 的: what follows the last verb of one, and what comes before
    the first verb of the other, each of at most three words.
    """
    tags = tagged.tags
    for (start, middle), (after, end) in pairwise(runs):
        if after != middle + 1 or tagged.words[middle] != "的":
            continue
        while start < middle - 1 and "v" in tags[start : middle - 1]:
            start += 1
        last = next((index for index in range(after + 1, end) if tags[index] == "v"), end)
        if middle - start <= 3 and last - after <= 3 and last - start <= max_words + 1:
            yield start, last


def _add_parts(found: Candidates, tagged: TaggedSentence, start: int, end: int, max_words: int) -> None:
    """Count every part of a run."""
    words = tagged.words
    for left in range(start, end):
        name = words[left]
        if len(name) > 1:
            candidate = _count(found, name, tagged, left, left + 1)
            candidate.alone += end - start == 1
        for right in range(left + 2, min(end, left + max_words) + 1):
            name += words[right - 1]
            candidate = _count(found, name, tagged, left, right)
            candidate.alone += left == start and right == end


def _add_quoted(
    found: Candidates, tagged: TaggedSentence, start: int, end: int, max_words: int, runs: Sequence[tuple[int, int]]
) -> None:
    """Count what stands in quotation marks; a span that is part of a run has been counted there already."""
    in_title = tagged.words[end] == TITLE_CLOSE
    counted = end - start <= max_words and any(a <= start and end <= b for a, b in runs)
    text = "".join(tagged.words[start:end])
    if len(text) < 2 and not in_title:
        return
    candidate = found[text] if counted and text in found else _add(found, tagged, start, end)
    candidate.quoted += not in_title
    candidate.titled += in_title
    candidate.alone += not counted


def _add(found: Candidates, tagged: TaggedSentence, start: int, end: int) -> Candidate:
    """Count one occurrence of the words ``start:end`` and return its candidate."""
    return _count(found, "".join(tagged.words[start:end]), tagged, start, end)


def _count(found: Candidates, name: str, tagged: TaggedSentence, start: int, end: int) -> Candidate:
    """Count one occurrence of the words ``start:end``, which make up `name`, and return its candidate."""
    sentence, words = tagged.sentence, tagged.words
    candidate = found.get(name)
    if candidate is None:
        candidate = found[name] = Candidate(words[start:end], tagged.tags[start:end], sentence.index)
    left = words[start - 1] if start else EDGE
    right = words[end] if end < len(words) else EDGE
    candidate.frequency += 1
    if sentence.kind == "title":
        candidate.title += 1
    elif sentence.kind == "heading":
        candidate.heading += 1
    if left in LIST_MARKS or right in LIST_MARKS:
        candidate.listed += 1
    if right == "的":
        candidate.before_de += 1
    candidate.left.add(left)
    candidate.right.add(right)
    return candidate
