"""`conceptgraph check`: what Gephi, Gephi Lite and networkx make of a graph file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.messages import text

if TYPE_CHECKING:
    from conceptgraph.check import CheckedFile, Finding, Reading

FORMATS = {"graphml": "GraphML", "gexf": "GEXF"}


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    return make_command("check", language, partial(check, language), [click.Argument(["file"], metavar="FILE")])


def check(language: str, file: str) -> int:
    """Print what the programs make of the file; return 1 where something is lost in those that it is made for."""
    from conceptgraph.check import check_file

    checked = check_file(Path(file))
    click.echo("\n".join(report_lines(checked, language)))
    return 0 if checked.is_whole else 1


def report_lines(checked: CheckedFile, language: str) -> Iterator[str]:
    """Yield the file, a line a program, then losses and notes."""
    comma = text("list_comma", language)
    programs = comma.join(checked.meant_for)
    counts = {name: len(getattr(checked.file, name)) for name in ("nodes", "edges", "columns")}
    named = {"path": checked.file.path, "format": FORMATS[checked.file.format], "programs": programs}
    yield text("check_file", language, **named, **counts)
    width = max(len(reading.program) for reading in checked.readings)
    for reading in checked.readings:
        yield f"  {reading.program:{width}}  {_shown(reading, language)}"
    for mark, findings in (("!", checked.losses), ("-", checked.notes)):
        for finding in findings:
            named = {"mark": mark, "programs": comma.join(finding.programs)}
            yield text("check_line", language, **named, said=_said(finding, language))
    if checked.is_whole:
        yield text("check_whole", language, programs=programs)


def _shown(reading: Reading, language: str) -> str:
    if reading.refusal:
        return text(reading.refusal, language)
    edges = reading.directed + reading.undirected
    counts = {"nodes": reading.nodes, "edges": edges, "directed": reading.directed, "undirected": reading.undirected}
    kinds = text("check_kinds", language, kinds=reading.kinds) if reading.kinds else ""
    return text("check_shows", language, **counts) + kinds


def _said(finding: Finding, language: str) -> str:
    return text(finding.key, language, count=finding.count, example=finding.example)
