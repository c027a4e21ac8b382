"""`conceptgraph evaluate`: a graph against hand-made gold."""

from __future__ import annotations

import json
from pathlib import Path

import click

from conceptgraph.cli.columns import table
from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.source import graph_file


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["graph"], metavar="GRAPH", required=True),
        click.Argument(["gold"], metavar="GOLD", required=True),
        click.Option(["--format", "form"], type=click.Choice(["table", "json"]), default="table", show_default=True),
    ]
    return make_command("evaluate", language, evaluate_graph, parameters)


def evaluate_graph(graph: str, gold: str, form: str) -> None:
    """Print the scores of a graph, each in 0..1 unless its name says otherwise."""
    from conceptgraph.evaluate import evaluate, load_gold
    from conceptgraph.write.json_graph import read_json

    scores = evaluate(read_json(graph_file(graph) or Path(graph)), load_gold(Path(gold)))
    if form == "json":
        click.echo(json.dumps(scores, indent=1))
    else:
        click.echo("\n".join(table((name, f"{value:.3f}") for name, value in scores.items())))
