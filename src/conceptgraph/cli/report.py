"""What a command says at the end about what it could not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from conceptgraph.messages import text

if TYPE_CHECKING:
    from conceptgraph.model import Result


def report_failures(result: Result, language: str, quiet: bool) -> int:
    """Print one line on stderr for each document that could not be read, and unless `quiet` for each warning.

    Return the exit code: 1 where a document could not be read, else 0.
    """
    for failure in result.failures:
        click.echo(text(failure.error.key, language, **failure.error.values), err=True)
    for warning in () if quiet else result.warnings:
        click.echo(text(warning.key, language, **warning.values), err=True)
    return 1 if result.failures else 0
