"""`conceptgraph build`: texts -> a folder with the page, the graph files, the tables and the report."""

from __future__ import annotations

import warnings
from functools import partial
from pathlib import Path
from typing import Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.progress import ProgressDisplay
from conceptgraph.cli.report import report_failures
from conceptgraph.cycles import no_cycle_search
from conceptgraph.errors import ConceptgraphWarning
from conceptgraph.messages import text
from conceptgraph.settings import with_settings

OUTPUTS, PAGE = Path("outputs"), "graph.html"
STDIN = "-"
NAMELESS = "texts"


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["paths"], metavar="PATH...", nargs=-1, required=True),
        click.Option(["-o", "--output"], metavar="FOLDER"),
        click.Option(["-q", "--quiet"], is_flag=True),
        click.Option(["--no-cache"], is_flag=True),
        *setting_options(language),
    ]
    return make_command("build", language, partial(build, language), parameters)


@no_cycle_search()
def build(language: str, **values: Any) -> int:
    """Build the graph of the paths, write its folder, print the figures and where the page is; return the exit code."""
    settings, call = split_settings(values)
    if call["no_cache"]:
        settings = with_settings(settings, {"work.cache": False}, "--no-cache")
    if call["quiet"]:
        warnings.simplefilter("ignore", ConceptgraphWarning)
    from conceptgraph.pipeline import run
    from conceptgraph.write import build_writers, check_folder, write_folder
    from conceptgraph.write.place import file_beside

    folder = Path(call["output"]) if call["output"] else OUTPUTS / output_name(call["paths"][0])
    check_folder(folder)
    build_writers(settings)  # an unknown format is said before the work, not after it
    with file_beside(folder) as evidence:
        with ProgressDisplay(language, call["quiet"]) as progress:
            result = run(call["paths"], settings, progress, evidence if settings.corpus.evidence_file else None)
        write_folder(result, folder, settings, language, evidence)
    code = report_failures(result, language, call["quiet"])
    if not call["quiet"]:
        graph = result.graph
        relations = sum(edge.relation != "cooccurrence" for edge in graph.edges)
        figures = {"concepts": len(graph.concepts), "relations": relations, "chains": len(graph.chains)}
        click.echo(text("done", language, **figures, page=folder / PAGE))
    return code


def output_name(path: str) -> str:
    """Return the name of the output folder for the first path: a file's stem, a folder's name, ``stdin`` for ``-``.

    A name of dots, which would lead out of outputs/, is replaced.

    >>> output_name("论文/数字劳动.txt"), output_name("-"), output_name("...txt")
    ('数字劳动', 'stdin', 'texts')
    """
    if path == STDIN:
        return "stdin"
    full = Path(path).resolve()
    name = full.name if full.is_dir() else full.stem
    return name if name.strip(". ") else NAMELESS
