"""`conceptgraph render`: any output again from graph.json, without reading the texts."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.source import GRAPH_FILE, graph_file
from conceptgraph.errors import ConfigError, OutputError

RUN_RECORD = "run.json"  # tells that a folder is ours; written where there is none


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["graph"], metavar="GRAPH", required=True),
        click.Option(["--to", "endings"], metavar="FORMAT,...", default=""),
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
    from conceptgraph.model import Result
    from conceptgraph.write import WRITERS, check_folder
    from conceptgraph.write.json_graph import read_json

    source = graph_file(call["graph"]) or Path(call["graph"])
    folder = Path(call["output"]) if call["output"] else source.parent
    here = folder.resolve() == source.resolve().parent
    names = chosen_outputs(call["endings"], [name for name in WRITERS if name != RUN_RECORD])
    names = [name for name in names if not (here and name == GRAPH_FILE)]
    result = Result(read_json(source))
    if not here:
        check_folder(folder)
        names += [] if (folder / RUN_RECORD).exists() else [RUN_RECORD]
    contents = {name: WRITERS[name](result, settings, language) for name in names}
    for name, content in contents.items():
        _replace_file(folder / name, content)
        if not call["quiet"]:
            click.echo(folder / name)


def chosen_outputs(endings: str, known: list[str]) -> list[str]:
    """Return the outputs whose names have one of the `endings` (separated by commas); all of them for none.

    >>> chosen_outputs("html, csv", ["graph.html", "graph.json", "concepts.csv", "pairs.csv"])
    ['graph.html', 'concepts.csv', 'pairs.csv']
    """
    wanted = [ending.strip().lstrip(".") for ending in endings.split(",") if ending.strip()]
    formats = list(dict.fromkeys(name.rpartition(".")[2] for name in known))
    for ending in wanted:
        if ending not in formats:
            raise ConfigError("format_unknown", name=ending, choices=", ".join(formats))
    return [name for name in known if not wanted or name.rpartition(".")[2] in wanted]


def _replace_file(path: Path, content: bytes) -> None:
    """Write a file beside `path` and move it into place."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(fresh, 0o644)
            os.replace(fresh, path)
        except BaseException:
            os.unlink(fresh)
            raise
    except OSError as error:
        raise OutputError("output_unwritable", path=path, cause=error.strerror) from error
