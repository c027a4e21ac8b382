"""Lists in which each field is a line with a usual name and a colon: ``题名：…``, ``作者：…``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from conceptgraph.config import ReadConfig
from conceptgraph.read.decode import Decoded
from conceptgraph.read.entry import Entry, Listing, make_records
from conceptgraph.read.records import Records
from conceptgraph.read.table import field_of

LINE = re.compile(r"(?:\d{1,4}[.、]\s*)?(?P<label>[^\s:：。，；][^:：。，；]{0,19}?)\s*[:：]\s*(?P<value>.*)")
FEWEST = 2  # titles that make a list; one alone is the head of a paper
SHARE = 0.6  # of the lines that begin with a known name


def is_labelled_list(text: str) -> bool:
    """Tell whether a text is a list: lines with known names from the first on, at least two of them titles.

    >>> is_labelled_list("题名：数字劳动\\n作者：何以安\\n\\n题名：异化\\n作者：林知远\\n")
    True
    """
    lines = [line.strip() for line in text[:50_000].split("\n") if line.strip()]
    fields = [_split(line)[0] for line in lines]
    known = sum(field != "" for field in fields)
    return fields.count("title") >= FEWEST and fields[0] != "" and known >= SHARE * min(len(lines), 10 * FEWEST)


def read_labelled(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of the list, one a title."""
    return make_records(_entries(decoded.text), Listing(decoded, path, "text list"))


def _split(line: str) -> tuple[str, str]:
    """Return the field that a line's label means, and what follows; an empty field where it has none."""
    match = LINE.match(line)
    return (field_of(match["label"]), match["value"].strip()) if match else ("", line.strip())


def _entries(text: str) -> Iterator[Entry]:
    """Yield the entries: the field that comes first begins each, and a second title another one.

    A label that we do not know is one where it comes back (机构, DOI); else its line goes on with the field before it.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    labels = Counter(match["label"] for _, line in lines if (match := LINE.match(line)))
    fields: dict[str, list[str]] = {}
    start, field, first = 1, "", ""
    for number, line in lines:
        match = LINE.match(line)
        name, value = _split(line)
        if match is None or not (name or labels[match["label"]] >= FEWEST):
            if field:
                fields[field][-1] += "\n" + line.strip()
            continue
        field, first = name, first or name
        if name and name in fields and name in (first, "title"):
            yield Entry(start, fields)
            fields = {}
        start = start if fields else number
        if name:
            fields.setdefault(name, []).append(value)
    if fields:
        yield Entry(start, fields)
