"""`conceptgraph concepts`: the ranked concepts of texts, printed; no folder is written."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
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
    from conceptgraph.config import Config
    from conceptgraph.model import ConceptGraph

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
    graph = replace(result.graph, concepts=result.graph.concepts[: call["top"]])
    click.echo(FORMATS[call["form"]](graph, settings, language), nl=False)
    return report_failures(result, language, call["quiet"])


def _as_table(graph: ConceptGraph, settings: Config, language: str) -> str:
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
        for rank, concept in enumerate(graph.concepts, start=1)
    ]
    return "".join(f"{line}\n" for line in table([head, *rows]))


def _as_json(graph: ConceptGraph, settings: Config, language: str) -> str:
    """Return a JSON list of objects; ASCII only where the console's encoding is not a Unicode one."""
    records = [
        {"rank": rank, **{name: getattr(each, name) for name in COLUMNS[1:]}}
        for rank, each in enumerate(graph.concepts, start=1)
    ]
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(records, ensure_ascii=not unicode, indent=1) + "\n"


def _as_csv(graph: ConceptGraph, settings: Config, language: str) -> bytes:
    """Return the same bytes as concepts.csv."""
    from conceptgraph.write.csv_tables import concepts_csv

    return concepts_csv(graph, settings.write)


Form = Callable[["ConceptGraph", "Config", str], str | bytes]
FORMATS: dict[str, Form] = {"table": _as_table, "json": _as_json, "csv": _as_csv}
