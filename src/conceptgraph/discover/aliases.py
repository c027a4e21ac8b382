"""Other names of a term, where the text itself says so: glosses, abbreviations, 的 inside a compound, generic tails."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from conceptgraph.discover.candidates import Candidates
from conceptgraph.discover.runs import term_runs
from conceptgraph.model import PreparedDocument, TaggedSentence
from conceptgraph.resources import word_list

Alias = tuple[str, str]  # (other name, name)

GLOSS = re.compile(r"[（(]\s*([A-Za-z][A-Za-z0-9 .,'’&/-]{1,60}?)\s*[）)]")
NAMED = re.compile(
    r"[（(，,]?(?:以下|下文|后文)?(?:简称|也称|又称|亦称|也叫|又叫|也可称|亦可称|或称)(?:之)?(?:为|作|是)?[“‘\"]?"
)
BRACKETED = re.compile(r"[（(]即[“‘\"]?")


def find_aliases(prepared: PreparedDocument, accepted: Collection[str], candidates: Candidates) -> Iterator[Alias]:
    """Yield (other name, name) for the accepted terms of a document, once an occurrence.

    Read from the text: ``名（English gloss）``, ``名（以下简称B）``, ``名，也称B``, ``名（即B）``; 的 inside a compound
    (数字劳动的异化 = 数字劳动异化); a tail such as 时代 behind a word in 主义.
    """
    for tagged in prepared.sentences:
        text = tagged.sentence.text
        if "（" in text or "(" in text:
            yield from _glosses(tagged, accepted, candidates)
            yield from _other_names(BRACKETED, text, accepted, candidates)
        if "称" in text or "叫" in text:
            yield from _other_names(NAMED, text, accepted, candidates)
    yield from _by_form(accepted, candidates)


def _glosses(tagged: TaggedSentence, accepted: Collection[str], candidates: Candidates) -> Iterator[Alias]:
    """Yield the glosses in Latin letters of a sentence."""
    text = tagged.sentence.text
    for match in GLOSS.finditer(text):
        name = _glossed(tagged, match.start(), candidates) or _ending_at(text, match.start(), accepted)
        if name:
            yield match.group(1), name


def _other_names(
    pattern: re.Pattern[str], text: str, accepted: Collection[str], candidates: Candidates
) -> Iterator[Alias]:
    """Yield the other names that a sentence gives in the words of `pattern`."""
    for match in pattern.finditer(text):
        name = _ending_at(text, match.start(), accepted)
        other = _starting_at(text, match.end(), candidates)
        if name and other and other not in name and name not in other:
            yield other, name


def _glossed(tagged: TaggedSentence, end: int, candidates: Candidates, most_words: int = 3) -> str | None:
    """Return the run of words that ends at `end` where it is a short candidate: the author glosses the whole of it."""
    for first, last in term_runs(tagged):
        if tagged.starts[last - 1] + len(tagged.words[last - 1]) == end and last - first <= most_words:
            name = "".join(tagged.words[first:last])
            return name if name in candidates else None
    return None


def _by_form(accepted: Collection[str], candidates: Candidates) -> Iterator[Alias]:
    """Yield the aliases that the form of a name shows."""
    tails = sorted(word_list("generic_tails"))
    for name in sorted(name for name in candidates if "的" in name):
        compact = name.replace("的", "")
        if compact in candidates and (name in accepted or compact in accepted):
            yield name, compact
    for name in sorted(accepted):
        if name.endswith("主义"):
            yield from ((name + tail, name) for tail in tails if name + tail in candidates)


def _ending_at(text: str, end: int, accepted: Collection[str], longest: int = 16) -> str | None:
    """Return the longest accepted term that ends at `end` (closing quotes skipped)."""
    while end and text[end - 1] in "”’》」":
        end -= 1
    for start in range(max(0, end - longest), end - 1):
        if text[start:end] in accepted:
            return text[start:end]
    return None


def _starting_at(text: str, start: int, candidates: Candidates, longest: int = 16) -> str | None:
    """Return the longest candidate that starts at `start`."""
    for end in range(min(len(text), start + longest), start + 1, -1):
        if text[start:end] in candidates:
            return text[start:end]
    return None
