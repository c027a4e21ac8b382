"""Where a command finds its graph: texts are read and built in memory, a graph.json or its folder is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from conceptgraph.cli.progress import ProgressDisplay
from conceptgraph.config import Config

if TYPE_CHECKING:
    from conceptgraph.model import Result

GRAPH_FILE = "graph.json"


def read_graph(paths: Sequence[str], settings: Config, language: str, quiet: bool) -> Result:
    """Return the graph of `paths`: of one graph.json or a folder that has one, else of the texts.

    Raises ConceptgraphError where nothing can be read.
    """
    built = graph_file(paths[0]) if len(paths) == 1 else None
    if built:
        from conceptgraph.model import Result
        from conceptgraph.write.json_graph import read_json

        return Result(read_json(built))
    from conceptgraph.pipeline import run

    with ProgressDisplay(language, quiet) as progress:
        return run(paths, settings, progress)


def graph_file(path: str) -> Path | None:
    """Return the graph.json that `path` is or holds, None where it is something else."""
    place = Path(path)
    if place.is_dir():
        place /= GRAPH_FILE
    return place if place.suffix == ".json" and place.is_file() else None
