"""Lists of literature in which each field begins with a tag: one reader for all dialects.

The library rispy reads one of them (RIS); it joins an entry without its end mark to the next and loses a truncated
last one, so RIS is a dialect here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgraph.config import ReadConfig
from conceptgraph.read.decode import Decoded
from conceptgraph.read.entry import Entry, Listing, make_records
from conceptgraph.read.lists.dialects import Dialect
from conceptgraph.read.records import Records

RULED = frozenset("-=_*—─ \t")  # signs of a line between entries

ISSUE = re.compile(
    r"(?<=\S\S)[\s.．,，]*(?:19|20)\d\d(?:[\s.．,，(（年].*|\Z)", re.DOTALL
)  # 维普: 哲学研究.2020(5).-10-20

Values = dict[str, list[str]]


def read_tagged(decoded: Decoded, path: str, config: ReadConfig, dialect: Dialect) -> Records:
    """Return the documents of a list in `dialect`, one an entry."""
    return make_records(split_entries(decoded.text, dialect), Listing(decoded, path, dialect.name))


def split_entries(text: str, dialect: Dialect) -> Iterator[Entry]:
    """Yield the entries of a list; what has no field of ours (a caption, an empty record) is none.

    An entry begins with the tag that begins the first one, after an end mark, with a second title, and with a tag that
    stands in the entry already where an empty line or a rule parts them. A line without a tag goes on with the field
    before it.
    """
    values: Values = {}
    start, tag, parted, ended = 1, "", False, False
    begin = ""
    for number, line in enumerate(text.split("\n"), start=1):
        found = dialect.split_line(line)
        if found is None:
            parted = parted or set(line) <= RULED
            if line.strip() and tag and not set(line.strip()) <= RULED:
                values[tag][-1] += "\n" + line.strip()
            continue
        new = found[0]
        begin = begin or (new if new in dialect.begins else "")
        if ended or new == begin or (new in values and _opens(new, parted, begin, dialect)):
            yield from _finish(values, start, dialect)
            values, start = {}, number
        tag, parted, ended = new, False, new in dialect.ends
        if not values:
            start = number
        values.setdefault(tag, []).append(found[1])
    yield from _finish(values, start, dialect)


def _opens(tag: str, parted: bool, begin: str, dialect: Dialect) -> bool:
    """Tell whether a tag that the entry has already opens the next one: authors and keywords may come several times."""
    several = {*dialect.fields["author"], *dialect.fields["keywords"]}
    return tag in dialect.fields["title"] or (parted and not (begin and tag in several))


def _finish(values: Values, line: int, dialect: Dialect) -> Iterator[Entry]:
    """Yield the entry of these values, if a field of ours is among them."""
    fields: dict[str, list[str]] = {}
    for name, tags in dialect.fields.items():
        full = (kept for tag in tags if (kept := [value for value in values.get(tag, ()) if value.strip()]))
        found = next(full, [])
        if found and dialect.inner and name == "author":
            found = [part for value in found for part in dialect.inner.split(value) if part]
        if name == "source" and dialect.tags == "bracketed":
            found = [ISSUE.sub("", value) for value in found]
        if found:
            fields[name] = found
    if fields:
        yield Entry(line, fields, dialect.slashed)
