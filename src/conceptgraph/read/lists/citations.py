"""Lists of references as databases export them, with abstracts or not: ``[1]何以安.数字劳动[J].学报,2020(5):1-9.``"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgraph.config import ReadConfig
from conceptgraph.read.decode import Decoded
from conceptgraph.read.entry import Entry, Listing, make_records
from conceptgraph.read.records import Records
from conceptgraph.read.table import field_of

NUMBER = re.compile(r"\s*[\[［〔【]\s*(\d{1,5})\s*[\]］〕】]\s*(?=\S)")
KIND = re.compile(r"[\[［]\s*[A-Z]{1,2}(?:/[A-Z]{2})?\s*[\]］]")
AUTHORS = re.compile(r"(?P<authors>[^.．。\[\]]{2,80}?)[.．:：]\s*(?P<rest>.+)", re.DOTALL)
PLACE = re.compile(r"(?P<source>[^,，.．。]{2,40})")
LABELLED = re.compile(
    r"\s*[【\[]?(?P<label>[^:：【】\[\]\s]{2,8})\s*(?:[】\]]\s*[:：]?|[:：])\s*(?P<value>.*)", re.DOTALL
)
SHARE = 0.8  # of the numbered lines that must name the kind of their source
FEWEST = 2


def is_citation_list(text: str) -> bool:
    """Tell whether a text is nothing but numbered references from its first line on.

    >>> is_citation_list("[1]何以安.数字劳动[J].学报,2020(5):1-9.\\n[2]林知远.异化[M].南山出版社,2019.\\n")
    True
    """
    first = NUMBER.match(text)
    if first is None or first[1] != "1":
        return False
    numbered = [line for line in text.split("\n") if NUMBER.match(line)]
    kinds = sum(KIND.search(line) is not None for line in numbered)
    return len(numbered) >= FEWEST and kinds >= SHARE * len(numbered)


def read_citations(decoded: Decoded, path: str, config: ReadConfig) -> Records:
    """Return the documents of a list of references, one a reference; lines below it are its abstract or labelled."""
    return make_records(_entries(decoded.text), Listing(decoded, path, "GB/T 7714"))


def _entries(text: str) -> Iterator[Entry]:
    lines: list[str] = []
    start = 1
    for number, line in enumerate(text.split("\n"), start=1):
        if NUMBER.match(line) and KIND.search(line):
            if lines:
                yield _make_entry(lines, start)
            lines, start = [line], number
        elif line.strip() and lines:
            lines.append(line)
    if lines:
        yield _make_entry(lines, start)


def _make_entry(lines: list[str], start: int) -> Entry:
    """Return the entry of a reference and the lines below it."""
    reference = NUMBER.sub("", lines[0], count=1)
    kind = KIND.search(reference)
    before, after = (reference[: kind.start()], reference[kind.end() :]) if kind else (reference, "")
    found = AUTHORS.match(before)
    title = found["rest"] if found else before
    after = after.lstrip(" .．,，")
    place = PLACE.match(after)
    source = place["source"] if place and not place["source"].strip()[:4].isdigit() else ""
    if not source and re.search(r"[.．]", title):  # 维普: 题名.刊名[J],2020(5)
        title, _, source = re.sub(r"．", ".", title).rpartition(".")
    fields = {"title": [title], "source": [source], "year": [after], "author": [found["authors"]] if found else []}
    texts: list[str] = []
    for line in lines[1:]:
        labelled = LABELLED.match(line)
        field = field_of(labelled["label"]) if labelled else ""
        if labelled and field in ("text", "keywords"):
            fields.setdefault(field, []).append(labelled["value"])
        elif not labelled or len(line) > 40:
            texts.append(line)
    if texts:
        fields.setdefault("text", []).extend(texts)
    return Entry(start, fields)
