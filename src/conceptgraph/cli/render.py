"""`conceptgraph render`: any output again from graph.json, without reading the texts."""

from __future__ import annotations

import warnings
from functools import partial
from pathlib import Path
from typing import Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.source import GRAPH_FILE, graph_file
from conceptgraph.errors import ConceptgraphWarning

RUN_RECORD = "run.json"  # tells that a folder is ours; written where there is none


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["graph"], metavar="GRAPH", required=True),
        click.Option(["--to", "formats"], metavar="FORMAT,...", default=""),
        click.Option(["-o", "--output"], metavar="FOLDER"),
        click.Option(["-q", "--quiet"], is_flag=True),
        *setting_options(language),
    ]
    return make_command("render", language, partial(render, language), parameters)


def render(language: str, **values: Any) -> None:
    """Write outputs of a graph.json into its folder, or into another one of ours; print their paths.

    All are made before the first is written, and each replaces its predecessor as a whole.
    """
    settings, call = split_settings(values)
    if call["quiet"]:
        warnings.simplefilter("ignore", ConceptgraphWarning)
    from conceptgraph.model import Result
    from conceptgraph.write import ON_REQUEST, WRITERS, check_folder, make_outputs, outputs_of
    from conceptgraph.write.json_graph import read_json
    from conceptgraph.write.place import place_file

    source = graph_file(call["graph"]) or Path(call["graph"])
    folder = Path(call["output"]) if call["output"] else source.parent
    here = folder.resolve() == source.resolve().parent
    writers = {**WRITERS, **ON_REQUEST}
    known = [name for name in writers if name not in (RUN_RECORD, GRAPH_FILE if here else "")]
    names = outputs_of(call["formats"], known, "--to") or [name for name in known if name in WRITERS]
    result = Result(read_json(source))
    if not here:
        check_folder(folder)
        names += [] if (folder / RUN_RECORD).exists() else [RUN_RECORD]
    contents = make_outputs({name: writers[name] for name in names}, result, settings, language)
    for name, content in contents.items():
        place_file(folder / name, content)
        if not call["quiet"]:
            click.echo(folder / name)
