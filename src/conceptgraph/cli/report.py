"""What a command says at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import click

from conceptgraph.errors import ConceptgraphError
from conceptgraph.messages import text


class Failure(Protocol):
    """A file or row that gave no document."""

    @property
    def error(self) -> ConceptgraphError:
        """Why it gave none."""


def report_failures(failures: Sequence[Failure], language: str) -> int:
    """Print one line on stderr for each document that could not be read; return the exit code, 1 where there is one."""
    for failure in failures:
        click.echo(text(failure.error.key, language, **failure.error.values), err=True)
    return 1 if failures else 0
