"""The front matter of Markdown (YAML between lines of ---): title, authors, year and keywords."""

from __future__ import annotations

import re

from conceptgraph.clean.front import Front

FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
KEY = re.compile(r"(?P<key>[A-Za-z_\u4e00-\u9fff-]+)\s*[:：]\s*(?P<value>.*)")
ITEM = re.compile(r"\s*-\s+(?:name\s*:\s*)?(?P<value>.+)")
SEPARATOR = re.compile(r"\s*[,，;；、]\s*")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
FIELDS = {
    "title": "title",
    "标题": "title",
    "author": "authors",
    "authors": "authors",
    "作者": "authors",
    "date": "year",
    "year": "year",
    "日期": "year",
    "keywords": "keywords",
    "关键词": "keywords",
}


def read_front_matter(text: str) -> Front:
    """Return what the front matter of `text` says; of the rest of YAML it knows plain values and lists.

    >>> read_front_matter("---\\ntitle: 等待\\nauthor:\\n- 何以安\\ndate: 2021-05-01\\nkeywords: [时间, 平台]\\n---\\n")
    Front(title='等待', authors=('何以安',), keywords=('时间', '平台'), year=2021)
    """
    found = FRONT_MATTER.match(text)
    values: dict[str, list[str]] = {}
    field = ""
    for line in found[1].split("\n") if found else ():
        item = ITEM.match(line)
        key = KEY.match(line)
        if key:
            field = FIELDS.get(key["key"].lower(), "")
            values.setdefault(field, []).extend(_values(key["value"], field))
        elif item and field:
            values[field].extend(_values(item["value"], "title"))
    year = YEAR.search(" ".join(values.get("year", ())))
    return Front(
        title=" ".join(values.get("title", ())),
        authors=tuple(values.get("authors", ())),
        keywords=tuple(dict.fromkeys(values.get("keywords", ()))),
        year=int(year[0]) if year else None,
    )


def _values(value: str, field: str) -> list[str]:
    """Return a value as its items: those of [a, b], of authors and keywords also those that commas part."""
    plain = value.strip()
    listed = plain.startswith("[") and plain.endswith("]")
    items = SEPARATOR.split(plain.strip("[]")) if listed or field in ("authors", "keywords") else [plain]
    return [item.strip().strip("\"'") for item in items if item.strip().strip("\"'")]
