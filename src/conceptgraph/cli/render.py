"""`conceptgraph render`: any output again from graph.json, without reading the texts."""

from __future__ import annotations

import warnings
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.report import print_problems
from conceptgraph.cli.source import GRAPH_FILE, graph_file
from conceptgraph.errors import ConceptgraphWarning, InputError

if TYPE_CHECKING:
    from conceptgraph.model import ConceptGraph

RUN_RECORD = "run.json"  # tells that a folder is ours; written where there is none


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["graph"], metavar="GRAPH", required=True),
        click.Option(["--to", "formats"], metavar="FORMAT,...", default=""),
        click.Option(["-o", "--output", "folder"], metavar="FOLDER"),
        click.Option(["-q", "--quiet"], is_flag=True),
        *setting_options(language),
    ]
    return make_command("render", language, partial(render, language), parameters)


def render(language: str, **values: Any) -> None:
    """Write outputs of a graph.json into its folder, or into another one of ours; print their paths.

    All are made before the first is written, and each replaces its predecessor as a whole; one that has nothing to say
    of this graph goes. With graph.json goes the file with all evidence, if it is there.
    """
    settings, call = split_settings(values)
    if call["quiet"]:
        warnings.simplefilter("ignore", ConceptgraphWarning)
    from conceptgraph.model import Result
    from conceptgraph.store import EVIDENCE_FILE
    from conceptgraph.write import ON_REQUEST, WRITERS, check_folder, make_outputs, outputs_of
    from conceptgraph.write.json_graph import read_json
    from conceptgraph.write.place import place_file

    source = graph_file(call["graph"]) or Path(call["graph"])
    folder = Path(call["folder"]) if call["folder"] else source.parent
    here = folder.resolve() == source.resolve().parent
    writers = {**WRITERS, **ON_REQUEST}
    known = [name for name in writers if name not in (RUN_RECORD, GRAPH_FILE if here else "")]
    names = outputs_of(call["formats"], known, "--to") or [name for name in known if name in WRITERS]
    graph = read_json(source)
    evidence = None if here else evidence_of(graph, source.parent, "" if call["quiet"] else language)
    if not here:
        check_folder(folder)
        names += [] if (folder / RUN_RECORD).exists() else [RUN_RECORD]
        graph = graph if evidence else replace(graph, full_evidence=None)
    contents = make_outputs({name: writers[name] for name in names}, Result(graph), settings, language)
    outputs = {EVIDENCE_FILE: evidence} if GRAPH_FILE in names else {}
    for name, content in (outputs | {name: contents.get(name) for name in names}).items():
        place_file(folder / name, content)
        if content and not call["quiet"]:
            click.echo(folder / name)


def evidence_of(graph: ConceptGraph, folder: Path, language: str) -> Path | None:
    """Return the file in `folder` with all evidence of a graph, None where there is none that can be used.

    Where the graph names one, a line on stderr says why it stays behind, unless `language` is empty.
    """
    from conceptgraph.store import EVIDENCE_FILE, check_full_evidence

    try:
        check_full_evidence(graph, folder)
    except InputError as error:
        if graph.full_evidence and language:
            print_problems([error], language)
        return None
    return folder / EVIDENCE_FILE
