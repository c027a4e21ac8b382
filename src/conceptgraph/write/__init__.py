"""Graph -> files. One module a format; `WRITERS` is the list of what a build writes."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from conceptgraph.config import Config
from conceptgraph.errors import OutputError
from conceptgraph.model import Result
from conceptgraph.write import run_record
from conceptgraph.write.csv_tables import chains_csv, concepts_csv, pairs_csv, relations_csv
from conceptgraph.write.graph_xml import to_gexf, to_graphml
from conceptgraph.write.html_page import html_page
from conceptgraph.write.json_graph import to_json
from conceptgraph.write.report import to_report

Writer = Callable[[Result, Config, str], bytes]  # result, settings, language -> the content of a file

WRITERS: dict[str, Writer] = {
    "graph.html": lambda result, config, language: html_page(result.graph, config.write),
    "graph.graphml": lambda result, config, language: to_graphml(result.graph, config.write.graphml_profile),
    "graph.gexf": lambda result, config, language: to_gexf(result.graph),
    "graph.json": lambda result, config, language: to_json(result.graph),
    "concepts.csv": lambda result, config, language: concepts_csv(result.graph, config.write),
    "relations.csv": lambda result, config, language: relations_csv(result.graph, config.write),
    "pairs.csv": lambda result, config, language: pairs_csv(result.graph, config.write),
    "chains.csv": lambda result, config, language: chains_csv(result.graph, config.write),
    "report.md": to_report,
    "run.json": run_record.to_json,
}
MARKER = "run.json"


def write_folder(result: Result, folder: Path, config: Config, language: str) -> None:
    """Write all outputs into `folder`, which is replaced as a whole where conceptgraph wrote it before.

    Files are made in a folder beside it and moved into place at the end: a run that fails leaves what existed as it
    was and nothing behind. Raises OutputError where `folder` is a file, holds files that conceptgraph did not write, or
    cannot be written.
    """
    check_folder(folder)
    contents = {name: writer(result, config, language) for name, writer in WRITERS.items()}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise OutputError("output_unwritable", path=folder, cause=error.strerror) from error
    try:
        _write_files(fresh, contents)
        _move_into_place(fresh, folder)
    except OSError as error:
        raise OutputError("output_unwritable", path=folder, cause=error.strerror) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def check_folder(folder: Path) -> None:
    """Raise OutputError unless `folder` is missing, empty or written by conceptgraph."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise OutputError("output_is_file", path=folder)
    try:
        if any(folder.iterdir()) and not _is_ours(folder):
            raise OutputError("output_not_ours", path=folder)
    except OSError as error:
        raise OutputError("output_unwritable", path=folder, cause=error.strerror) from error


def _is_ours(folder: Path) -> bool:
    """Tell whether conceptgraph wrote the folder: whether its run.json says so."""
    try:
        content = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("format") == run_record.FORMAT


def _write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files and force them to the disk, so that what is moved into place is whole."""
    folder.chmod(0o755)
    for name, content in contents.items():
        with (folder / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _move_into_place(fresh: Path, folder: Path) -> None:
    """Rename `fresh` to `folder`; an old folder is moved aside first, and back where that fails."""
    if not folder.exists():
        fresh.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    try:
        folder.rename(aside / folder.name)
        try:
            fresh.rename(folder)
        except BaseException:
            with contextlib.suppress(OSError):
                (aside / folder.name).rename(folder)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
