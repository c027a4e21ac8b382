"""A graph file, also one that a user edited -> what Gephi, Gephi Lite and networkx show, merge, rename or drop of it.

`graph_file` reads the file, `programs` counts what each program makes of it, `findings` names what is lost and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from conceptgraph.check.findings import Finding, find_losses
from conceptgraph.check.graph_file import GraphFile, read_graph_file
from conceptgraph.check.programs import GEPHI, LITE, NETWORKX, PROGRAMS, Reading, readings


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file with what programs make of it; `losses` concern the programs that it is `meant_for`, `notes` others."""

    file: GraphFile
    meant_for: tuple[str, ...]
    readings: tuple[Reading, ...]
    losses: tuple[Finding, ...]
    notes: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the programs that the file was made for take it, and nothing is lost in them."""
        refused = [reading for reading in self.readings if reading.refusal and reading.program in self.meant_for]
        return not (self.losses or refused)


def check_file(path: Path) -> CheckedFile:
    """Return what programs make of a GraphML or GEXF file.

    A file of the profile ``plain`` is meant for networkx and its like, every other one for Gephi and Gephi Lite: what
    only the others change is a note. Raises InputError where the file cannot be read as GraphML or GEXF.
    """
    file = read_graph_file(path)
    meant_for = (NETWORKX,) if file.is_plain else (GEPHI, LITE)
    findings = find_losses(file)
    losses = [each for each in findings if not each.is_note and not set(meant_for).isdisjoint(each.programs)]
    notes = [each for each in findings if each not in losses]
    return CheckedFile(file, meant_for, readings(file), tuple(losses), tuple(notes))


__all__ = ["PROGRAMS", "CheckedFile", "Finding", "GraphFile", "Reading", "check_file"]
