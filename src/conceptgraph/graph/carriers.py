"""Which documents carry a concept, and in how many of each year it stands: counts that add up in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

Carrier = tuple[str, int, tuple[int, ...]]  # document id, mentions, the indices of its sentences, or the first of them
Years = tuple[tuple[int, int], ...]  # year and documents, sorted
YearSpan = tuple[int, ...]  # the first and the last year, or nothing


def carried_most(carriers: Iterable[Carrier], most: int) -> tuple[Carrier, ...]:
    """Return the `most` documents with the most mentions, in that order, of equals the first by id.

    A document stands once among the carriers, so that the best of several bests are the best of all.

    >>> carried_most([("甲", 2, (4,)), ("丙", 7, (0, 1)), ("乙", 2, (9,))], 2)
    (('丙', 7, (0, 1)), ('乙', 2, (9,)))
    """
    return tuple(sorted(carriers, key=lambda carrier: (-carrier[1], carrier[0]))[:most])


def first_places(carriers: Sequence[Carrier], most: int) -> tuple[tuple[str, int], ...]:
    """Return `most` sentences of the carriers, in their order: the first of each, then the second, and so on.

    >>> first_places([("丙", 7, (0, 1)), ("乙", 2, (9,))], 2)
    (('丙', 0), ('乙', 9))
    """
    turns = sorted(
        (turn, rank, document, index)
        for rank, (document, _, indices) in enumerate(carriers)
        for turn, index in enumerate(indices)
    )
    return tuple(sorted((document, index) for _, _, document, index in turns[:most]))


def add_years(parts: Iterable[Years]) -> Years:
    """Return the documents of each year in all parts.

    >>> add_years([((1998, 1),), ((1998, 2), (2004, 1)), ()])
    ((1998, 3), (2004, 1))
    """
    counts: dict[int, int] = {}
    for part in parts:
        for year, documents in part:
            counts[year] = counts.get(year, 0) + documents
    return tuple(sorted(counts.items()))


def count_years(years: Iterable[int | None]) -> Years:
    """Return the years of some documents.

    >>> count_years([2004, 1998, None, 2004])
    ((1998, 1), (2004, 2))
    """
    return tuple(sorted((year, count) for year, count in Counter(years).items() if year is not None))


def span_of(years: Iterable[int]) -> YearSpan:
    """Return the first and the last of some years.

    >>> span_of([2004, 1998, 2001]), span_of([])
    ((1998, 2004), ())
    """
    every = set(years)
    return (min(every), max(every)) if every else ()
