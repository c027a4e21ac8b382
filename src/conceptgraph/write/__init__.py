"""Graph -> files. One module a format; `WRITERS` is the list of what a build writes, `ON_REQUEST` what it can write."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from conceptgraph.config import Config
from conceptgraph.errors import ConfigError, OutputError
from conceptgraph.model import Result
from conceptgraph.write import run_record
from conceptgraph.write.csv_tables import chains_csv, concepts_csv, pairs_csv, relations_csv, years_csv
from conceptgraph.write.dot import to_dot
from conceptgraph.write.drawn import drawn_part
from conceptgraph.write.gephi_tables import gephi_edges, gephi_nodes
from conceptgraph.write.graph_xml import to_gexf, to_graphml
from conceptgraph.write.html_page import html_page
from conceptgraph.write.json_graph import to_json
from conceptgraph.write.mermaid import to_mermaid
from conceptgraph.write.parquet_tables import check_parquet, mentions_parquet, relations_parquet, sentences_parquet
from conceptgraph.write.picture import check_picture, to_png, to_svg
from conceptgraph.write.place import place_folder
from conceptgraph.write.report import to_report

Writer = Callable[[Result, Config, str], bytes]  # result, settings, language -> the content of a file; none: no file

WRITERS: dict[str, Writer] = {
    "graph.html": lambda result, config, language: html_page(result.graph, config.write),
    "graph.graphml": lambda result, config, language: to_graphml(
        drawn_part(result.graph), config.write.graphml_profile
    ),
    "graph.gexf": lambda result, config, language: to_gexf(drawn_part(result.graph)),
    "graph.json": lambda result, config, language: to_json(result.graph),
    "concepts.csv": lambda result, config, language: concepts_csv(result.graph, config.write),
    "relations.csv": lambda result, config, language: relations_csv(result.graph, config.write),
    "pairs.csv": lambda result, config, language: pairs_csv(result.graph, config.write),
    "chains.csv": lambda result, config, language: chains_csv(result.graph, config.write),
    "years.csv": lambda result, config, language: years_csv(result.graph, config.write),
    "report.md": to_report,
    "run.json": run_record.to_json,
}
ON_REQUEST: dict[str, Writer] = {
    "gephi-nodes.csv": lambda result, config, language: gephi_nodes(drawn_part(result.graph), config.write),
    "gephi-edges.csv": lambda result, config, language: gephi_edges(drawn_part(result.graph), config.write),
    "chains.dot": lambda result, config, language: to_dot(result.graph, config.write, language),
    "chains.mmd": lambda result, config, language: to_mermaid(result.graph, config.write, language),
    "mentions.parquet": lambda result, config, language: mentions_parquet(result.graph),
    "relations.parquet": lambda result, config, language: relations_parquet(result.graph),
    "sentences.parquet": lambda result, config, language: sentences_parquet(result.graph),
    "graph.svg": lambda result, config, language: to_svg(result.graph, config, language),
    "graph.png": lambda result, config, language: to_png(result.graph, config, language),
}
TABLES = frozenset({"mentions.parquet", "relations.parquet", "sentences.parquet"})
PICTURES = frozenset({"graph.svg", "graph.png"})
MARKER = "run.json"
FORMATS = {"gephi-nodes.csv": "gephi", "gephi-edges.csv": "gephi", "chains.mmd": "mermaid"}  # others: the ending


def format_of(name: str) -> str:
    """Return the format of an output, as it is asked for.

    >>> format_of("graph.html"), format_of("gephi-nodes.csv")
    ('html', 'gephi')
    """
    return FORMATS.get(name, name.rpartition(".")[2])


def outputs_of(formats: str, known: Iterable[str], place: str) -> list[str]:
    """Return the outputs among `known` whose format is one of `formats` (separated by commas).

    Raises ConfigError, naming `place`, for a format that none of them has.

    >>> outputs_of("html, csv", ["graph.html", "graph.json", "concepts.csv", "gephi-nodes.csv"], "--to")
    ['graph.html', 'concepts.csv']
    """
    names = list(known)
    wanted = [name.strip().lstrip(".") for name in formats.split(",") if name.strip()]
    choices = list(dict.fromkeys(map(format_of, names)))
    for name in wanted:
        if name not in choices:
            raise ConfigError("format_unknown", place=place, name=name, choices=", ".join(choices))
    return [name for name in names if format_of(name) in wanted]


def build_writers(config: Config) -> dict[str, Writer]:
    """Return what a build with these settings writes: `WRITERS`, and the formats of the setting write.also.

    Raises ConfigError where a format is unknown, OutputError where something is asked for whose package (or, for
    a picture, font) is missing.
    """
    further = outputs_of(config.write.also, ON_REQUEST, "write.also")
    if not PICTURES.isdisjoint(further):
        check_picture(config)
    if not TABLES.isdisjoint(further):
        check_parquet()
    return WRITERS | {name: ON_REQUEST[name] for name in further}


def write_folder(result: Result, folder: Path, config: Config, language: str, evidence: Path | None = None) -> None:
    """Write all outputs into `folder`, which is replaced as a whole where conceptgraph wrote it before; of a large
    corpus the file `evidence`, made by the build, is moved there.

    Files are made in a folder beside it and moved into place at the end: a run that fails leaves what existed as it
    was and nothing behind. Raises OutputError where `folder` is a file, holds files that conceptgraph did not write, or
    cannot be written.
    """
    check_folder(folder)
    full = result.graph.full_evidence
    made = {full.file: evidence} if full and evidence else {}
    place_folder(folder, make_outputs(build_writers(config), result, config, language), made)


def make_outputs(writers: Mapping[str, Writer], result: Result, config: Config, language: str) -> dict[str, bytes]:
    """Return the files by name, without those that have nothing to say of this graph."""
    contents = {name: writer(result, config, language) for name, writer in writers.items()}
    return {name: content for name, content in contents.items() if content}


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
        raise OutputError("output_unwritable", path=folder, cause=error) from error


def _is_ours(folder: Path) -> bool:
    """Tell whether conceptgraph wrote the folder: whether its run.json says so."""
    try:
        content = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(content, dict) and content.get("format") == run_record.FORMAT
