"""What a command says at the end about what it could not use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from conceptgraph.messages import text

if TYPE_CHECKING:
    from conceptgraph.errors import ConceptgraphError
    from conceptgraph.model import Result

LISTED = 50  # problems printed one by one; run.json and report.md have all of them


def report_failures(result: Result, language: str, quiet: bool) -> int:
    """Print one line on stderr for each document that could not be read, their number, and unless `quiet` each warning.

    Return the exit code: 1 where a document could not be read, else 0.
    """
    print_problems([failure.error for failure in result.failures], language)
    if result.failures:
        counts = {"failed": len(result.failures), "count": len(result.graph.documents)}
        click.echo(text("failures_count", language, **counts), err=True)
    print_problems(() if quiet else result.warnings, language)
    return 1 if result.failures else 0


def print_problems(problems: Sequence[ConceptgraphError], language: str) -> None:
    """Print one line on stderr for each problem, and how many more there are than are printed."""
    for problem in problems[:LISTED]:
        click.echo(" ".join(text(problem.key, language, **problem.values).splitlines()), err=True)
    if len(problems) > LISTED:
        click.echo(text("report_more", language, count=len(problems) - LISTED), err=True)
