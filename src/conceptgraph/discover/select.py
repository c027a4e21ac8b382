"""Candidates of a document -> accepted terms; counts of all documents -> the lexicon."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from conceptgraph.config import DiscoverConfig
from conceptgraph.discover.aliases import find_aliases
from conceptgraph.discover.candidates import EDGE, Candidate, Candidates, find_candidates
from conceptgraph.discover.counts import TermCounts, TermStatistics, sum_counts
from conceptgraph.discover.termhood import termhood
from conceptgraph.model import Document, Lexicon, PreparedDocument, Term
from conceptgraph.resources import cue_words, word_list


def count_terms(prepared: PreparedDocument, config: DiscoverConfig) -> TermCounts:
    """Return the accepted terms of one document with their counts."""
    candidates = find_candidates(prepared, config)
    scores = dict(islice(accept_terms(candidates, config), most_terms(prepared, config)))
    for name in (*_authors_terms(prepared.document, candidates), *_full_names(candidates, scores)):
        scores.setdefault(name, termhood(candidates[name]))
    best = tuple(islice(scores, config.document_terms))
    aliases = Counter(find_aliases(prepared, frozenset(scores), candidates))
    for name in sorted({name for pair in aliases for name in pair if name in candidates} - scores.keys()):
        scores[name] = termhood(candidates[name])
    terms = {name: _statistics(candidates[name], score) for name, score in scores.items()}
    return TermCounts(terms, aliases, {prepared.document.id: best})


def _authors_terms(document: Document, candidates: Candidates) -> Iterator[str]:
    """Yield the keywords that the authors give and the text has as a candidate, though it may say them only once."""
    for name in document.keywords:
        if name in candidates and name not in word_list("generic_words"):
            yield name


def _full_names(candidates: Candidates, accepted: Container[str]) -> Iterator[str]:
    """Yield the full names of persons whose surname is accepted, though the text may say them only once."""
    for name in candidates:
        if "·" in name and name.rpartition("·")[2] in accepted and _is_person(candidates[name]):
            yield name


def most_terms(prepared: PreparedDocument, config: DiscoverConfig) -> int:
    """Return how many terms a document can have: ``terms_scale * characters ** terms_exponent``."""
    characters = sum(len(tagged.sentence.text) for tagged in prepared.sentences)
    return round(config.terms_scale * math.pow(characters, config.terms_exponent))


def accept_terms(candidates: Candidates, config: DiscoverConfig) -> Iterator[tuple[str, float]]:
    """Yield the candidates that can be terms with their termhood, best first.

    Left out are generic words, parts that never stand outside one longer candidate, compounds with 的 that occur
    once and are neither quoted nor a heading, and compounds that occur once round a better term.
    """
    generic = word_list("generic_words")
    own = [candidates[name] for name in candidates.more_than_parts() if name not in generic]
    own = [candidate for candidate in own if not _only_judges(candidate)]
    scored = [
        (-termhood(candidate), candidate.name, candidate) for candidate in own if _is_independent(candidate, config)
    ]
    accepted: set[str] = set()
    for score, name, candidate in sorted(scored):
        if not _is_chance(candidate, accepted):
            accepted.add(name)
            yield name, -score


def _only_judges(candidate: Candidate) -> bool:
    """Tell whether a candidate is a generic word that others only judge: 重要课题, 终极目标."""
    *judging, head = candidate.words
    told = judging and head in word_list("generic_words") and not (candidate.quoted or candidate.titled)
    return bool(told) and all(word in word_list("judging_words") for word in judging)


def _is_chance(candidate: Candidate, accepted: Container[str]) -> bool:
    """Tell whether a candidate is a compound that occurs once, round a term that is accepted already."""
    words = candidate.words
    if candidate.frequency > 1 or candidate.quoted or candidate.titled or len(words) < 2:
        return False
    for start in range(len(words)):
        part = ""
        for word in words[start : -1 if start == 0 else None]:
            part += word
            if part in accepted:
                return True
    return False


def _is_independent(candidate: Candidate, config: DiscoverConfig) -> bool:
    """Tell whether a candidate is more than a verb, a part of another candidate or a chance compound."""
    single = len(candidate.name) == 1
    if candidate.titled or (candidate.quoted and not (single and candidate.name.isascii())):
        return True
    if single and candidate.alone < config.min_one_character:
        return False
    if candidate.frequency == 1 and not candidate.heading and not candidate.title and _is_verbal(candidate):
        return False
    if "的" in candidate.words:
        return candidate.frequency >= config.min_de_compound or candidate.heading > 0
    if candidate.alone:
        return True
    return candidate.frequency > candidate.longer and _is_free(candidate.left) and _is_free(candidate.right)


def _is_verbal(candidate: Candidate) -> bool:
    """Tell whether a candidate is a verb, or begins with one that signals a relation (影响员工): it is a predicate."""
    return candidate.tags[0] == "v" and (len(candidate.words) == 1 or candidate.words[0] in cue_words())


def _is_free(neighbours: frozenset[str]) -> bool:
    """Tell whether a candidate combines freely on one side: with different words, or with a clause border."""
    return len(neighbours) > 1 or EDGE in neighbours


def _statistics(candidate: Candidate, score: float) -> TermStatistics:
    """Return the counts of one accepted candidate in one document."""
    return TermStatistics(
        frequency=candidate.frequency,
        documents=1,
        score=round(1000 / (1 + math.exp(-score))),
        heading=candidate.heading,
        quoted=candidate.quoted,
        person=int(_is_person(candidate)),
        work=candidate.titled,
    )


def _is_person(candidate: Candidate) -> bool:
    """Tell whether a candidate is the name of a person: a name with an interpunct, or a name that says something."""
    if len(candidate.words) != 1 or candidate.tags[0] not in ("nr", "nrt", "nrfg"):
        return False
    name = candidate.words[0]
    if "·" in name:
        return True
    sounds = all(character in word_list("transliteration") for character in name)
    return (sounds and len(name) > 2) or bool(candidate.right & word_list("speech_verbs"))


def select_terms(counts: TermCounts, config: DiscoverConfig) -> Lexicon:
    """Return the lexicon: one term for each group of names that the texts use for one thing."""
    groups = _group_names(counts)
    terms = []
    for name in sorted(groups):
        forms = groups[name]
        known = [counts.terms[form] for form in forms if form in counts.terms]
        total = TermStatistics(*map(sum, zip(*known, strict=True)))
        kind = "work" if 2 * total.work > total.frequency else "person" if total.person else "concept"
        marked = (f"《{name}》",) if total.work else ()
        terms.append(
            Term(
                name=name,
                forms=(name, *sorted({*forms, *marked} - {name})),
                kind=kind,
                frequency=total.frequency,
                documents=max(each.documents for each in known),
                score=total.score / 1000,
            )
        )
    return Lexicon(tuple(terms), _word_order_variants([term.name for term in terms]))


def keep_best(counts: TermCounts, most: int) -> TermCounts:
    """Return the counts of the `most` terms with the highest summed termhood, with the names that may be other ones of
    them: those that are among these terms, and those that are no terms at all (English glosses) and come twice.
    """
    best = heapq.nsmallest(most, counts.terms.items(), key=lambda each: (-each[1].score, -each[1].frequency, each[0]))
    terms = dict(best)
    aliases = {
        (alias, name): count
        for (alias, name), count in counts.aliases.items()
        if alias in terms or (alias not in counts.terms and count > 1)
    }
    return TermCounts(terms, aliases, counts.documents)


def join_best(parts: Iterable[TermCounts], most: int) -> TermCounts:
    """Return what `keep_best` keeps of all terms, from what it keeps of parts of them; the aliases of a part are those
    whose alias would be in it, were it a term. One part is held at a time.
    """
    best = TermCounts()
    for part in parts:
        best = keep_best(sum_counts((best, part)), most)
    aliases = {(alias, name): count for (alias, name), count in best.aliases.items() if name in best.terms}
    return TermCounts(best.terms, aliases, best.documents)


def _group_names(counts: TermCounts) -> dict[str, set[str]]:
    """Return {name: forms}; the name of a group is its commonest form (the shorter, then the first, of equals)."""
    root = {name: name for name in counts.terms}

    def find(name: str) -> str:
        while root.setdefault(name, name) != name:
            name = root[name]
        return name

    for alias, name in sorted(counts.aliases):
        if name in counts.terms:
            root[find(alias)] = find(name)
    for other, name in (*_surnames(counts), *_given_names(counts)):
        root[find(other)] = find(name)
    folded: dict[str, str] = {}
    for name in sorted(counts.terms):
        same = folded.setdefault(name.casefold(), name)
        root[find(name)] = find(same)
    members: dict[str, set[str]] = {}
    for name in sorted(root):
        members.setdefault(find(name), set()).add(name)
    return {_best_name(forms, counts): forms for forms in members.values()}


def _surnames(counts: TermCounts) -> list[tuple[str, str]]:
    """Return (other name, full name) of persons: the surname, where no other has it (密尔, 约翰·密尔), and spellings.

    Names of which the shorter ones leave characters of the longest out are spellings of one: 格奥格·西美尔,
    格奥尔格·西美尔.
    """
    full: dict[str, list[str]] = {}
    for name in sorted(counts.terms):
        last = name.rpartition("·")[2]
        strange = sum(character not in word_list("transliteration") and character not in "－-" for character in last)
        if last != name and counts.terms[name].person and len(last) > 1 and strange < 2:
            full.setdefault(last, []).append(name)
    persons = ((last, max(names, key=len), names) for last, names in full.items())
    same = ((last, longest, names) for last, longest, names in persons if all(_leaves_out(n, longest) for n in names))
    return [(other, longest) for last, longest, names in same for other in (last, *names) if other != longest]


def _given_names(counts: TermCounts) -> list[tuple[str, str]]:
    """Return (name, full name) of the persons of whom no other has that name behind a surname (阳明, 王阳明)."""
    full: dict[str, list[str]] = {}
    for name in sorted(counts.terms):
        named = len(name) == 3 and name[1:] in counts.terms and name[0] in word_list("surnames")
        if named and counts.terms[name].person:
            full.setdefault(name[1:], []).append(name)
    return [(given, names[0]) for given, names in full.items() if len(names) == 1 and counts.terms[given].person]


def _leaves_out(name: str, longer: str) -> bool:
    """Tell whether all characters of a name stand in a longer one in the same order, beginning with the same one."""
    rest = iter(longer)
    return name[0] == longer[0] and all(character in rest for character in name)


def _best_name(forms: set[str], counts: TermCounts) -> str:
    known = [form for form in forms if form in counts.terms]
    return min(known, key=lambda form: (-counts.terms[form].frequency, len(form), form))


def _word_order_variants(names: list[str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of names that are each other with the halves swapped (劳动异化, 异化劳动)."""
    known, found = set(names), set()
    for name in names:
        for cut in range(2, len(name) - 1):
            swapped = name[cut:] + name[:cut]
            if swapped != name and swapped in known:
                found.add((min(name, swapped), max(name, swapped)))
    return tuple(sorted(found))
