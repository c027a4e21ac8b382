"""The records of a run: what could not be read, how files were understood, what came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from conceptgraph.errors import ConceptgraphError
from conceptgraph.model.graph import ConceptGraph


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file or table row that gave no document, and why; `path` is relative to the input argument."""

    path: str
    error: ConceptgraphError


class Decoding(NamedTuple):
    """How a file was understood: its encoding, the margin of the guess, sequences of bytes lost, hans or hant."""

    encoding: str
    margin: float
    lost: int
    script: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gives: the graph, what could not be read, and the figures for run.json.

    `inputs` maps the path of each document to the SHA-256 of its decoded text, `decoding` to what was made of its
    bytes, `seconds` each stage to its wall time; all are empty where a graph was read back from its file.
    """

    graph: ConceptGraph
    failures: tuple[ReadFailure, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    decoding: Mapping[str, Decoding] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    warnings: tuple[ConceptgraphError, ...] = ()  # what was repaired in reading, edits that met nothing
