"""The frames by name: how a cue takes its ends."""

from __future__ import annotations

from conceptgraph.relate.claims import Frame
from conceptgraph.relate.identity import read_copula, read_mutual, read_present, read_role
from conceptgraph.relate.linking import read_only_if, read_pattern, read_reason
from conceptgraph.relate.speech import read_speech
from conceptgraph.relate.verbal import read_make, read_result, read_reverse, read_verb

FRAMES: dict[str, Frame] = {
    "copula": read_copula,
    "make": read_make,
    "mutual": read_mutual,
    "only_if": read_only_if,
    "owner": read_role,
    "pattern": read_pattern,
    "present": read_present,
    "reason": read_reason,
    "result": read_result,
    "reverse": read_reverse,
    "role": read_role,
    "speech": read_speech,
    "verb": read_verb,
}
