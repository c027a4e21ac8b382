"""What pass 1 knows of the terms of some documents: integers that add up, so that any partition gives the same sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import add
from typing import NamedTuple


class TermStatistics(NamedTuple):
    """Counts of one accepted term over documents; `score` is the summed termhood in thousandths of a probability."""

    frequency: int
    documents: int
    score: int
    heading: int = 0
    quoted: int = 0
    person: int = 0
    work: int = 0


@dataclass(frozen=True, slots=True)
class TermCounts:
    """Statistics by term, names of one thing by (alias, name), and each document's terms, best first."""

    terms: Mapping[str, TermStatistics] = field(default_factory=dict)
    aliases: Mapping[tuple[str, str], int] = field(default_factory=dict)
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the statistics as columns, in a third of the time that a record for each term takes."""
        columns = tuple(zip(*self.terms.values(), strict=True))
        return _from_columns, (tuple(self.terms), columns, self.aliases, self.documents)

    def __add__(self, other: TermCounts) -> TermCounts:
        """Return the counts of both; the order of adding does not matter.

        >>> one = TermCounts({"异化": TermStatistics(2, 1, 500)})
        >>> (one + one).terms["异化"].frequency
        4
        """
        return sum_counts((self, other))


def _from_columns(
    names: tuple[str, ...],
    columns: tuple[tuple[int, ...], ...],
    aliases: Mapping[tuple[str, str], int],
    documents: Mapping[str, tuple[str, ...]],
) -> TermCounts:
    rows = map(TermStatistics._make, zip(*columns, strict=True))
    return TermCounts(dict(zip(names, rows, strict=True)), aliases, documents)


def sum_counts(parts: Iterable[TermCounts]) -> TermCounts:
    """Return the counts of all parts."""
    terms: dict[str, TermStatistics] = {}
    aliases: Counter[tuple[str, str]] = Counter()
    documents: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for name, statistics in part.terms.items():
            known = terms.get(name)
            terms[name] = TermStatistics._make(map(add, known, statistics)) if known else statistics
        aliases.update(part.aliases)
        documents.update(part.documents)
    return TermCounts(terms, aliases, documents)
