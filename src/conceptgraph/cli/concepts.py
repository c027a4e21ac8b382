"""`conceptgraph concepts`: the ranked concepts of texts, printed; no folder is written."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from conceptgraph.cli.columns import table
from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.report import report_failures
from conceptgraph.cli.source import read_graph
from conceptgraph.messages import text

if TYPE_CHECKING:
    from conceptgraph.model import Concept

COLUMNS = ("rank", "name", "importance", "frequency", "documents", "kind", "aliases")
ALIAS_BORDER = " | "


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["paths"], metavar="PATH...", nargs=-1, required=True),
        click.Option(["-n", "--top"], metavar="N", type=click.IntRange(min=1)),
        click.Option(["--format", "form"], type=click.Choice(list(FORMATS)), default="table", show_default=True),
        click.Option(["-q", "--quiet"], is_flag=True),
        *setting_options(language),
    ]
    return make_command("concepts", language, partial(print_concepts, language), parameters)


def print_concepts(language: str, **values: Any) -> int:
    """Print the concepts of the paths, most important first; return the exit code."""
    settings, call = split_settings(values)
    result = read_graph(call["paths"], settings, language, call["quiet"])
    concepts = result.graph.concepts[: call["top"]]
    click.echo(FORMATS[call["form"]](concepts, language), nl=False)
    return report_failures(result, language, call["quiet"])


def _as_table(concepts: Sequence[Concept], language: str) -> str:
    """Return aligned columns under a head line in `language`."""
    head = [text(f"column_{name}", language) for name in COLUMNS]
    rows = [
        [
            str(rank),
            concept.name,
            f"{concept.importance:.3f}",
            str(concept.frequency),
            str(concept.documents),
            text(f"kind_{concept.kind}", language),
            ALIAS_BORDER.join(concept.aliases),
        ]
        for rank, concept in enumerate(concepts, start=1)
    ]
    return "".join(f"{line}\n" for line in table([head, *rows]))


def _as_json(concepts: Sequence[Concept], language: str) -> str:
    """Return a JSON list of objects; ASCII only where the console's encoding is not a Unicode one."""
    records = [dict(zip(COLUMNS, fields, strict=True)) for fields in _fields(concepts)]
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(records, ensure_ascii=not unicode, indent=1) + "\n"


def _as_csv(concepts: Sequence[Concept], language: str) -> str:
    """Return a CSV table with the fields of the JSON form as columns."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((*fields[:-1], ALIAS_BORDER.join(fields[-1])) for fields in _fields(concepts))
    return lines.getvalue()


def _fields(concepts: Sequence[Concept]) -> list[tuple[Any, ...]]:
    return [
        (rank, each.name, each.importance, each.frequency, each.documents, each.kind, each.aliases)
        for rank, each in enumerate(concepts, start=1)
    ]


FORMATS: dict[str, Callable[[Sequence[Concept], str], str]] = {"table": _as_table, "json": _as_json, "csv": _as_csv}
