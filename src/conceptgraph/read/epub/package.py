"""The frame of an e-book: what belongs to it, in which order it is read, what is called how, what is locked.

Its XML is read with the permissive parser for pages: the package files of real books are often not well formed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.archive import Archive
from conceptgraph.read.passages import Facts, tidy
from conceptgraph.read.web.charset import decode_page
from conceptgraph.read.web.parse import parse_html

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

PAGE_TYPES = ("html", "xml", "dtbook")
PAGE = re.compile(r"\.x?html?\Z|\.xht\Z", re.IGNORECASE)
FONT_LOCKS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
ROLES_OF_AUTHORS = frozenset({"", "aut", "author"})
NATION = re.compile(r"\s*(?:[\[〔［【（(][^\]〕］】）)]{1,5}[\]〕］】）)])\s*")
AUTHOR_SEPARATOR = re.compile(r"\s*[;；,，、/&]\s*")
WROTE = re.compile(r"\s*(?:编著|主编|著|撰|编)\s*\Z")
FRAMEWORK = frozenset(
    (
        *("copyright-page", "cover", "index", "landmarks", "loi", "lot"),
        *("nav", "page-list", "title-page", "titlepage", "toc"),
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the table of contents: what it says, how deep it stands (from 1), the file and place it leads to."""

    label: str
    depth: int
    name: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Book:
    """An e-book: its pages in reading order, the page of contents, those called cover and the like, and facts."""

    pages: tuple[str, ...]
    navigation: str
    framework: frozenset[str]
    contents: tuple[Entry, ...]
    facts: Facts


def open_book(archive: Archive, path: str, config: ReadConfig) -> Book:
    """Return the frame of a book. Raises InputError where it has none, or where its text is locked (DRM)."""
    name = _package_name(archive, path, config)
    package = _parse(archive, name, path, config)
    if package is None:
        raise InputError("epub_no_package", path=path)
    items = {node.attributes.get("id") or "": node for node in _all(package, "item")}
    names = {key: _resolve(name, node.attributes.get("href") or "") for key, node in items.items()}
    spine = [node.attributes.get("idref") or "" for node in _all(package, "itemref")]
    pages = tuple(dict.fromkeys(names[key] for key in spine if key in names and _is_page(items[key])))
    if not pages:
        pages = tuple(names[key] for key in items if _is_page(items[key])) or _loose_pages(archive)
    if not pages:
        raise InputError("epub_no_package", path=path)
    _check_locks(archive, pages, path, config)
    navigation = next((names[key] for key in items if "nav" in _words(items[key], "properties")), "")
    outline = next((names[key] for key in items if "dtbncx" in (items[key].attributes.get("media-type") or "")), "")
    contents = _read_navigation(archive, navigation, path, config) or _read_outline(archive, outline, path, config)
    return Book(pages, navigation, frozenset(_guided(package, name)), tuple(contents), _facts(package))


def _package_name(archive: Archive, path: str, config: ReadConfig) -> str:
    container = _parse(archive, "META-INF/container.xml", path, config)
    stated = [node.attributes.get("full-path") or "" for node in _all(container, "rootfile")] if container else []
    found = [name for name in (*stated, *archive.names) if name.lower().endswith(".opf")]
    if not found:
        raise InputError("epub_no_package", path=path)
    return found[0]


def _parse(archive: Archive, name: str, path: str, config: ReadConfig) -> LexborHTMLParser | None:
    content = archive.read(name) if name else None
    return None if content is None else parse_html(decode_page(content, path, config).text, path, config, xml=True)


def _all(tree: LexborHTMLParser, tag: str) -> Iterator[LexborNode]:
    """Yield the elements called `tag`, under any prefix, in order."""
    root = tree.root
    for node in root.traverse() if root is not None else ():
        if (node.tag or "").rpartition(":")[2] == tag:
            yield node


def _resolve(base: str, href: str) -> str:
    """Return the name of the part to which `href` in the part `base` leads."""
    place = unquote(href.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), place)).lstrip("/") if place else ""


def _is_page(item: LexborNode) -> bool:
    kind = (item.attributes.get("media-type") or "").lower()
    return PAGE.search(item.attributes.get("href") or "") is not None or (
        any(each in kind for each in PAGE_TYPES) and "ncx" not in kind and "svg" not in kind
    )


def _loose_pages(archive: Archive) -> tuple[str, ...]:
    return tuple(sorted(name for name in archive.names if PAGE.search(name)))


def _words(node: LexborNode, name: str) -> list[str]:
    return (node.attributes.get(name) or "").split()


def _guided(package: LexborHTMLParser, name: str) -> Iterator[str]:
    """Yield the pages that the guide calls cover, contents and the like."""
    for node in _all(package, "reference"):
        if (node.attributes.get("type") or "").lower() in FRAMEWORK:
            yield _resolve(name, node.attributes.get("href") or "")


def _check_locks(archive: Archive, pages: tuple[str, ...], path: str, config: ReadConfig) -> None:
    """Raise InputError where pages are encrypted; fonts may be."""
    tree = _parse(archive, "META-INF/encryption.xml", path, config)
    if tree is None:
        return
    locked = set()
    for data in _all(tree, "encrypteddata"):
        methods = [
            node.attributes.get("algorithm") or ""
            for node in data.traverse()
            if (node.tag or "").endswith("encryptionmethod")
        ]
        if any(method in FONT_LOCKS for method in methods):
            continue
        for node in data.traverse():
            if (node.tag or "").endswith("cipherreference"):
                locked.add(unquote(node.attributes.get("uri") or "").lstrip("/").casefold())
    if locked & {page.casefold() for page in pages}:
        raise InputError("epub_rights", path=path)


def _read_navigation(archive: Archive, name: str, path: str, config: ReadConfig) -> list[Entry]:
    """Return the table of contents of EPUB 3: nested lists of links."""
    tree = _parse(archive, name, path, config)
    navs = [node for node in _all(tree, "nav")] if tree else []
    main = next((node for node in navs if "toc" in _words(node, "epub:type")), navs[0] if navs else None)
    entries = []
    for link in main.css("a[href]") if main else ():
        depth, node = 0, link.parent
        while node is not None and node.mem_id != (main.mem_id if main else 0):
            depth += node.tag == "ol"
            node = node.parent
        entries.append(_entry(link.text() or "", max(depth, 1), name, link.attributes.get("href") or ""))
    return entries


def _read_outline(archive: Archive, name: str, path: str, config: ReadConfig) -> list[Entry]:
    """Return the table of contents of EPUB 2: nested points."""
    tree = _parse(archive, name, path, config)
    entries: list[Entry] = []
    for point in _all(tree, "navpoint") if tree else ():
        depth, node = 1, point.parent
        while node is not None:
            depth += (node.tag or "").endswith("navpoint")
            node = node.parent
        label = point.css_first("navlabel")
        content = next((child for child in point.iter() if (child.tag or "").endswith("content")), None)
        if label is not None and content is not None:
            entries.append(_entry(label.text() or "", depth, name, content.attributes.get("src") or ""))
    return entries


def _entry(label: str, depth: int, base: str, href: str) -> Entry:
    return Entry(tidy(label), depth, _resolve(base, href), unquote(href.partition("#")[2]))


def _facts(package: LexborHTMLParser) -> Facts:
    """Return title, authors and year of the book as its package states them."""
    said: dict[str, list[LexborNode]] = {}
    for name in ("title", "creator", "date", "publisher", "subject"):
        said[name] = [node for node in _all(package, name) if (node.tag or "").startswith("dc:")]
    roles = {
        (node.attributes.get("refines") or "").lstrip("#"): tidy(node.text() or "")
        for node in _all(package, "meta")
        if node.attributes.get("property") == "role"
    }
    authors = []
    for node in said["creator"]:
        role = node.attributes.get("opf:role") or roles.get(node.attributes.get("id") or "", "")
        if role.lower() in ROLES_OF_AUTHORS:
            authors.extend(_authors(tidy(node.text() or "")))
    years = [YEAR.search(node.text() or "") for node in said["date"]]
    titles = [tidy(node.text() or "") for node in said["title"]]
    return Facts(
        title=next((title for title in titles if title), ""),
        authors=tuple(dict.fromkeys(authors)),
        year=next((int(match[0]) for match in years if match), None),
    )


def _authors(text: str) -> list[str]:
    """Return the names in a field of authors.

    >>> _authors("[法]何以安、林知远 著")
    ['何以安', '林知远']
    """
    parts = AUTHOR_SEPARATOR.split(WROTE.sub("", NATION.sub(" ", text)))
    return [WROTE.sub("", part).strip() for part in parts if part.strip()]
