"""Topics set off by a comma: 对 A、B 等，都造成 C; 将 A，改为 B; A 的原因，在于 B."""

from __future__ import annotations

import re

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE

BORDER = re.compile("[-,.]")


def join_topics(tokens: Tokens, grammar: Grammar) -> None:
    """Make one clause of 对 A、B 等，都 造成 C, 将 A，改为 B, A 的 原因，在于 B: the comma parts nothing."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    start = 0
    for border in BORDER.finditer("".join(kinds)):
        index, kind, following = border.start(), border.group(), border.end()
        while following < len(kinds) and kinds[following] == "d":
            following += 1
        if kind == "," and following < len(kinds):
            word = words[following]
            empty = word.rstrip("了着") in sets["light_verb"]
            if empty or kinds[following] == "V":
                marker = _topic_marker(tokens, start, index)
                toward = empty and words[marker] in sets["toward"]
                disposed = kinds[marker] == "B" and kinds[following] == "V" and word != "为" and kinds[index - 1] != "n"
                if toward or disposed:
                    kinds[index] = "u"
            if word == "在于" and word not in words[start:index]:  # not 不 在于 A，而 在于 B
                kinds[index] = "u"
        start = index + 1


def _topic_marker(tokens: Tokens, start: int, border: int) -> int:
    """Return the last preposition, 把 or cue verb of the clause `start` to `border`, or `border` for none."""
    for at in range(border - 1, start - 1, -1):
        uses = tokens.cues.get(at, NO_USE)
        if tokens.kinds[at] in "PB" or (tokens.kinds[at] == "V" and at in tokens.cues) or "copula" in uses.frames:
            return at
    return border
