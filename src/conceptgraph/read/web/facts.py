"""Title, authors, year, source and keywords of a page, as its head states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from conceptgraph.read.looks import Written
from conceptgraph.read.passages import Facts, bare, tidy
from conceptgraph.read.records import has_chinese

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

TITLES = ("citation_title", "dc.title", "dcterms.title", "articletitle", "og:title", "twitter:title")
AUTHORS = (
    "citation_author",
    "citation_authors",
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "og:article:author",
)
DATES = (
    "citation_publication_date",
    "citation_date",
    "citation_year",
    "citation_online_date",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "article:published_time",
    "og:release_date",
    "pubdate",
    "publishdate",
)
SOURCES = ("citation_journal_title", "dc.source", "contentsource")
KEYWORDS = ("citation_keywords", "dc.subject")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
SEPARATOR = re.compile(r"\s*(?:[;；,，、|\n]\s*)+")
SITE = re.compile(r"\s*(?:[_|｜—–]+|\s[-·•»]\s|[-–—]{1,2}(?=[^-–—]*\Z))\s*")
NAME = re.compile(r"[\u4e00-\u9fff·•]{2,12}\Z|[A-Z][A-Za-z.'-]*(?:[ ,]+[A-Z][A-Za-z.'-]*){1,4}\Z")
ORGANISED = re.compile("网|站|社|部|报|公司|频道|编辑|小编|管理员|新闻|中心|admin|editor", re.IGNORECASE)
NAMES = r"[\u4e00-\u9fff·•]{2,12}"
BYLINE = re.compile(
    rf"(?:\A|[\s　|])(?:作\s*者|文|撰文)\s*[:：/／]\s*({NAMES}(?:[、，, ]{NAMES})*)(?=\s|\Z|来源|时间|[|（(])"
)
BYLINE_WITHIN = 8  # blocks
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、．.）)]|第[一二三四五六七八九十\d]{1,3}[章节節]|\d+[、.．]")
SHORTEST_TITLE, LONGEST_TITLE = 2, 100  # characters
SHORTEST_GUESS = 5  # characters of a title that nothing in the text confirms
SURE = 6  # characters of a heading that is part of the name of the page by no chance
FIRST = 12  # blocks at the start among which the title is looked for


def page_facts(tree: LexborHTMLParser, written: Sequence[Written], before: Sequence[Written]) -> Facts:
    """Return what a page says of itself; `written` is its main text, `before` what stands above that."""
    said = _meta(tree)
    authors = tuple(name for name in _all(said, AUTHORS) if NAME.match(name) and not ORGANISED.search(name))
    year = next((YEAR.search(value) for value in _all(said, DATES) if YEAR.search(value)), None)
    source = next(iter(_all(said, SOURCES)), None)
    return Facts(
        title=_title(tree, said, written),
        authors=tuple(dict.fromkeys(authors)) or _byline([*before[-BYLINE_WITHIN:], *written[:BYLINE_WITHIN]]),
        year=int(year[0]) if year else None,
        source=source,
        keywords=tuple(dict.fromkeys(_all(said, KEYWORDS))),
    )


def _meta(tree: LexborHTMLParser) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        value = tidy(attributes.get("content") or "")
        if name and value:
            said.setdefault(name, []).append(value)
    return said


def _all(said: dict[str, list[str]], names: Sequence[str]) -> list[str]:
    """Return the values of the first of `names` that has any, lists taken apart."""
    values = next((said[name] for name in names if name in said), [])
    if names in (TITLES, DATES, SOURCES):
        return values
    return [part for value in values for part in SEPARATOR.split(value) if part]


def _title(tree: LexborHTMLParser, said: dict[str, list[str]], written: Sequence[Written]) -> str:
    """Return the title: as the head states it for citing, else the main heading, else the page's name."""
    stated = [value for name in TITLES for value in said.get(name, ())]
    headings = [tidy(node.text() or "") for node in tree.css("h1")]
    name = tree.css_first("title")
    named = tidy(name.text() or "") if name is not None else ""
    first = {bare(each.text) for each in takewhile(lambda each: not each.text.endswith("。"), written[:FIRST])}
    guesses = [part for value in (*stated, named) for part in (*_shorter(value), value)]
    told = bare(" ".join((*stated, named)))
    known = {bare(guess) for guess in guesses}
    candidates: list[str] = [
        *said.get("citation_title", ()),
        *said.get("dc.title", ()),
        *(title for title in headings if bare(title) in known or (len(title) >= SURE and bare(title) in told)),
        *(title for title in guesses if bare(title) in first),
        *(title for title in headings if bare(title) in first and len(headings) == 1),
        *(title for title in guesses[:1] + guesses if len(title) >= SHORTEST_GUESS and not _opens_with_title(written)),
    ]
    return next(filter(_is_title, candidates), "")


def _opens_with_title(written: Sequence[Written]) -> bool:
    """Tell whether the text has a line at its start that may be its own title."""
    first = next((each for each in written if not each.aside), None)
    return first is not None and _is_title(first.text) and not first.text.endswith(("。", "！", "？", "："))


def _is_title(text: str) -> bool:
    return SHORTEST_TITLE <= len(text) <= LONGEST_TITLE and has_chinese(text) and not NUMBERED.match(text)


def _shorter(name: str) -> list[str]:
    """Return the name of a page up to its first and up to its last separator: what follows is the site.

    >>> _shorter("等待_评论_某某网")
    ['等待', '等待_评论']
    """
    cuts = [match.start() for match in SITE.finditer(name) if match.start() > 0]
    return [name[:cut].strip() for cut in dict.fromkeys((*cuts[:1], *cuts[-1:]))]


def _byline(written: Sequence[Written]) -> tuple[str, ...]:
    """Return the authors that a line at the start names after 作者：."""
    for each in written:
        match = BYLINE.search(each.text) if len(each.text) < 100 else None
        if match:
            return tuple(part for part in re.split("[、，, ]", match[1]) if part and not ORGANISED.search(part))
    return ()
