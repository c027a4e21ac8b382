"""What pass 1 knows of the terms of some documents: integers that add up, so that any partition gives the same sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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

    def __add__(self, other: TermCounts) -> TermCounts:
        """Return the counts of both; the order of adding does not matter.

        >>> one = TermCounts({"异化": TermStatistics(2, 1, 500)})
        >>> (one + one).terms["异化"].frequency
        4
        """
        terms = dict(self.terms)
        for name, statistics in other.terms.items():
            known = terms.get(name)
            terms[name] = TermStatistics(*map(sum, zip(known, statistics, strict=True))) if known else statistics
        aliases = dict(self.aliases)
        for pair, count in other.aliases.items():
            aliases[pair] = aliases.get(pair, 0) + count
        return TermCounts(terms, aliases, {**self.documents, **other.documents})
