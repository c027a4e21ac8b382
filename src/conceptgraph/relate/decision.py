"""One line of the table that says what a word is which may be verb or noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from conceptgraph.relate.spot import Spot

Test = Callable[[Spot], bool]
NOUN, VERB = True, False
ANY = ""
ALL_KINDS = "NVnamrRSDCEPIBdfu,.-X"
NOT_U = ALL_KINDS.replace("u", "")
NO_NOUN = "".join(kind for kind in ALL_KINDS if kind not in "Namr")


class Decision(NamedTuple):
    """What a word is between neighbours of these kinds (any of the letters) where the test holds."""

    kind: str
    before: str
    after: str
    noun: bool
    test: Test | None = None
