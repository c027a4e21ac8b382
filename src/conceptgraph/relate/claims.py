"""What a frame hands on: the two sides of a claim and where its cue stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import CueUse, Rule


@dataclass(slots=True)
class Claim:
    """The ends that a frame found for a cue. `paired` asks to pair lists of equal length in order."""

    rule: Rule
    sources: Ends
    targets: Ends
    token: int  # the cue
    paired: bool = False
    verb: int = -1  # the chunk whose voice counts, where it is not the cue's
    mark: tuple[int, int] = (0, 0)  # the characters of the sign, where it is not the token


Frame = Callable[[Clauses, CueUse, int, int], Iterator[Claim]]  # clauses, use, token and chunk of the cue
Structure = Callable[[Clauses, Rule, int], Iterator[Claim]]  # clauses, rule, chunk of the construction
