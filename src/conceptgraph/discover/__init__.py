"""Terms without a dictionary: tagged sentences -> counts of candidates (pass 1) -> lexicon."""

from conceptgraph.discover.candidates import find_candidates
from conceptgraph.discover.counts import TermCounts, TermStatistics, sum_counts
from conceptgraph.discover.select import count_terms, join_best, keep_best, select_terms

__all__ = [
    "TermCounts",
    "TermStatistics",
    "count_terms",
    "find_candidates",
    "join_best",
    "keep_best",
    "select_terms",
    "sum_counts",
]
