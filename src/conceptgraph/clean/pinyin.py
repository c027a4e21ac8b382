"""Readings that a converter put behind characters: 數(shù)字, 異化（yìhuà）."""

from __future__ import annotations

import re

from conceptgraph.clean.passage import Span

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
SYLLABLE = rf"{_INITIAL}[aeiouü]?[aeiouü]?[{_TONED}][aeiouü]?(?:ng|n|r|ɡ)?"
TONED = re.compile(rf"(?<=[\u3400-\u9fff])[（(]\s*(?:{SYLLABLE}[\s'’]*){{1,6}}[)）]", re.IGNORECASE)
# Without a tone only readings of one syllable, and only in a text that has the others: 人們(men).
TONELESS = re.compile(rf"(?<=[\u3400-\u9fff])[（(](?=[a-zü]{{2}}){_INITIAL}[aeiouü]{{1,3}}(?:ng|n|r)?[)）]")
FEWEST = 3  # readings with a tone from which a text is taken to be full of them


def find_readings(text: str, toneless: bool) -> list[Span]:
    """Return the spans of the readings in `text`, in order; also of those without a tone where `toneless` says so.

    >>> find_readings("數(shù)字改變(biàn)人們(men)的城邦(cité)", toneless=True)
    [(1, 6), (9, 15), (17, 22)]
    """
    if "(" not in text and "（" not in text:
        return []
    spans = [match.span() for match in TONED.finditer(text)]
    if toneless:
        spans += [match.span() for match in TONELESS.finditer(text)]
    return sorted(spans)


def is_full_of_readings(text: str) -> bool:
    """Tell whether a text has so many readings that those without a tone are readings as well."""
    return ("(" in text or "（" in text) and len(TONED.findall(text)) >= FEWEST


def without_readings(text: str) -> str:
    """Return `text` without the readings that have a tone."""
    return TONED.sub("", text) if "(" in text or "（" in text else text
