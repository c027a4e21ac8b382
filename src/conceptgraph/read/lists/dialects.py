"""The dialects in which databases and reference managers export: how a line with a tag looks, what begins an entry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from conceptgraph.resources import rule_table

SIGN_WITHIN = 12  # lines with text among which the first tag must stand; some exports have a caption above it
BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Dialect:
    """A tagged format. `line` matches a line with a tag (groups ``tag``, ``value``), `sign` one that gives the dialect
    away; an entry begins with a tag of `begins` and ends with one of `ends`.

    `known` says that only tags of rules/export_tags.toml are tags, because text looks like them.
    """

    name: str
    tags: str  # its table in rules/export_tags.toml
    line: re.Pattern[str]
    sign: re.Pattern[str]
    begins: frozenset[str]
    ends: frozenset[str] = frozenset()
    known: bool = False
    slashed: bool = False  # names and keywords are parted by /
    inner: re.Pattern[str] | None = field(default=None)  # the tag that may stand again inside its line

    @cached_property
    def fields(self) -> Mapping[str, Sequence[str]]:
        """The tags of each field of ours; the first one that has a value counts."""
        table: Mapping[str, Sequence[str]] = rule_table("export_tags")[self.tags]
        return {name: tags for name, tags in table.items() if name != "other"}

    @cached_property
    def all_tags(self) -> frozenset[str]:
        """Every tag of the dialect that is listed."""
        table: Mapping[str, Sequence[str]] = rule_table("export_tags")[self.tags]
        return frozenset(tag for tags in table.values() for tag in tags) | self.begins | self.ends

    def split_line(self, line: str) -> tuple[str, str] | None:
        """Return tag and value of a line, None where it has no tag.

        >>> by_name("CSSCI").split_line("【关 键 词】数字劳动/异化")
        ('关键词', '数字劳动/异化')
        """
        match = self.line.match(line)
        if match is None:
            return None
        tag = match["tag"].strip()
        tag = BLANK.sub("", tag) if tag[:1] > "\u2e80" else tag
        if self.known and tag not in self.all_tags:
            return None
        return tag, (match["value"] or "").strip()


TWO_LETTERS = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?:[ \t](?P<value>.*))?\Z")
BRACKETED = re.compile(r"\s*【(?P<tag>[^【】]{1,16})】\s*[:：]?(?P<value>.*)")

DIALECTS: tuple[Dialect, ...] = (
    Dialect(
        "NoteExpress",
        "noteexpress",
        re.compile(r"\s*\{(?P<tag>[^{}]{1,40})\}\s*[:：](?P<value>.*)"),
        re.compile(r"\s*\{(?:Reference Type|Title|文献类型|标题|题名)\}\s*[:：]"),
        frozenset({"Reference Type", "文献类型"}),
    ),
    Dialect(
        "EndNote",
        "endnote",
        re.compile(r"(?P<tag>%[0-9A-Z@+!&>*#$~^=?|<()\[\]])(?:[ \t:：]+(?P<value>.*)|(?P<_>)\Z)"),
        re.compile(r"%[0T][ \t]+\S"),
        frozenset({"%0"}),
        inner=re.compile(r"\s*%A[ \t]+"),
    ),
    Dialect(
        "RIS",
        "ris",
        re.compile(r"(?P<tag>[A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t](?P<value>.*)|(?P<_>)\Z)"),
        re.compile(r"TY[ \t]{1,3}-"),
        frozenset({"TY"}),
        frozenset({"ER"}),
    ),
    Dialect(
        "RefWorks",
        "refworks",
        TWO_LETTERS,
        re.compile(r"(?:RT|T1)[ \t]+\S"),
        frozenset({"RT"}),
        frozenset({"ER"}),
        known=True,
    ),
    Dialect(
        "Web of Science",
        "wos",
        TWO_LETTERS,
        re.compile(r"(?:PT [A-Z]\b|FN .*(?:Clarivate|Thomson|ISI|Web of Science|CNKI|CSCD))"),
        frozenset({"PT"}),
        frozenset({"ER", "EF"}),
        known=True,
    ),
    Dialect(
        "MEDLINE",
        "medline",
        re.compile(r"(?P<tag>[A-Z]{2,4})[ \t]{0,3}- (?P<value>.*)"),
        re.compile(r"PMID ?- *\d"),
        frozenset({"PMID"}),
    ),
    Dialect(
        "CNKI",
        "cnki",
        re.compile(r"\s*(?P<tag>[A-Za-z]{2,24}-[\u4e00-\u9fffA-Z（）()]{1,14}|DataType)\s*[:：](?P<value>.*)"),
        re.compile(r"\s*(?:SrcDatabase-来源库|Title-(?:题名|篇名|标题)|Author-作者)\s*[:：]"),
        frozenset({"DataType", "SrcDatabase-来源库"}),
    ),
    Dialect(
        "CSSCI",
        "bracketed",
        BRACKETED,
        re.compile(r"\s*【来源篇名】"),
        frozenset({"来源篇名", "文件序号"}),
        slashed=True,
    ),
    Dialect(
        "维普",
        "bracketed",
        BRACKETED,
        re.compile(r"\s*【(?:题\s*名|篇\s*名|序\s*号)】"),
        frozenset({"序号"}),
    ),
)


def by_name(name: str) -> Dialect:
    """Return the dialect of this name."""
    return next(dialect for dialect in DIALECTS if dialect.name == name)


def find_dialect(text: str) -> Dialect | None:
    """Return the dialect of a list by its first lines, None where it is no tagged list.

    >>> dialect = find_dialect("{Reference Type}: Journal Article\\n{Title}: 数字劳动\\n")
    >>> dialect.name if dialect else None
    'NoteExpress'
    """
    lines = [line for line in text[:20_000].split("\n") if line.strip()][: 2 * SIGN_WITHIN]
    for dialect in DIALECTS:
        tagged = [number for number, line in enumerate(lines) if dialect.split_line(line)]
        signed = [number for number, line in enumerate(lines[:SIGN_WITHIN]) if dialect.sign.match(line)]
        if signed and len(tagged) > 1 and 2 * len(tagged) >= min(len(lines) - tagged[0], SIGN_WITHIN):
            return dialect
    return None
