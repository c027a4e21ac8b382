"""The frames by name: how a cue takes its ends, and which constructions are a sign of their own."""

from __future__ import annotations

from conceptgraph.relate.becoming import read_result
from conceptgraph.relate.claims import Frame, Structure
from conceptgraph.relate.conditions import (
    read_given,
    read_lack,
    read_lacking,
    read_must,
    read_only_if,
    read_so,
    read_the_more,
    read_unless,
)
from conceptgraph.relate.especially import read_especially
from conceptgraph.relate.explaining import read_related
from conceptgraph.relate.glosses import read_apposed, read_entry, read_gloss
from conceptgraph.relate.grounds import read_ground
from conceptgraph.relate.having import read_has, read_inside, read_inside_list
from conceptgraph.relate.identity import read_copula
from conceptgraph.relate.linking import read_pattern
from conceptgraph.relate.listing import (
    read_bracketed,
    read_counted,
    read_example,
    read_members,
    read_numbered,
    read_others,
)
from conceptgraph.relate.makers import read_maker
from conceptgraph.relate.making import read_disable, read_make, read_reverse
from conceptgraph.relate.mutual import read_present
from conceptgraph.relate.owned_terms import read_term, read_work
from conceptgraph.relate.reasons import read_reason
from conceptgraph.relate.respects import read_aspects
from conceptgraph.relate.roles import read_role
from conceptgraph.relate.sections import read_section
from conceptgraph.relate.seen_in import read_grown_in, read_seen_in
from conceptgraph.relate.speech import read_speech, read_view
from conceptgraph.relate.steps import read_dash, read_stages, read_steps
from conceptgraph.relate.told_apart import read_apart, read_rather
from conceptgraph.relate.verbal import read_verb

FRAMES: dict[str, Frame] = {
    "apart": read_apart,
    "copula": read_copula,
    "disable": read_disable,
    "especially": read_especially,
    "example": read_example,
    "ground": read_ground,
    "has": read_has,
    "lack": read_lack,
    "lacking": read_lacking,
    "given": read_given,
    "make": read_make,
    "must": read_must,
    "mutual": read_related,
    "only_if": read_only_if,
    "owner": read_role,
    "pattern": read_pattern,
    "present": read_present,
    "reason": read_reason,
    "rather": read_rather,
    "result": read_result,
    "reverse": read_reverse,
    "role": read_role,
    "section": read_section,
    "so": read_so,
    "speech": read_speech,
    "stages": read_stages,
    "the_more": read_the_more,
    "unless": read_unless,
    "verb": read_verb,
    "view": read_view,
}

# Frames whose sign is no word but a construction, with what has to stand in the chunk, one of them: m for a number or
# determiner, f for a localizer before 的, E or - for a token of this kind, p for the name of a person or work, ： for
# the mark behind an entry, 这 where it begins so, 在 for a place before a verb, : for a colon right behind a verb.
STRUCTURES: dict[str, tuple[str, Structure]] = {
    "apposed": ("这", read_apposed),
    "aspects": ("mE", read_aspects),
    "bracketed": ("（(", read_bracketed),
    "counted": ("m:", read_counted),
    "entry": ("：", read_entry),
    "gloss": ("-", read_gloss),
    "grown_in": ("在", read_grown_in),
    "inside": ("f", read_inside),
    "inside_list": ("mE", read_inside_list),
    "maker": ("p", read_maker),
    "members": ("E", read_members),
    "numbered": ("m", read_numbered),
    "others": ("m", read_others),
    "row": ("-", read_dash),
    "seen_in": ("在", read_seen_in),
    "steps": ("m", read_steps),
    "term": ("p", read_term),
    "work": ("p", read_work),
}
