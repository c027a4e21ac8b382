"""E-books (.epub, versions 2 and 3): the book is one document, or each chapter is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Document
from conceptgraph.read.archive import Archive
from conceptgraph.read.decode import Decoded
from conceptgraph.read.epub.package import FRAMEWORK, Book, Entry, open_book
from conceptgraph.read.looks import Written, settle
from conceptgraph.read.passages import Origin, Passage, bare, make_document
from conceptgraph.read.records import Records, has_chinese
from conceptgraph.read.web.charset import decode_page
from conceptgraph.read.web.notes import find_notes
from conceptgraph.read.web.parse import need_library, parse_html
from conceptgraph.read.web.walk import NoteMap, Walker
from conceptgraph.resources import word_list

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

IMPRINT = re.compile(r"图书在版编目|圖書在版編目|ISBN\s*[\d-]{10}|版权所有|版權所有")
LONGEST_IMPRINT = 2500  # characters
HEADED_WITHIN = 4  # blocks at the start of a page among which its heading is looked for
CONTENTS_LINES = 0.8  # share of linked characters from which a page is a table of contents
NAMED = 5  # lost parts that a message names


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A page of the book as passages, with its first entry in the table of contents."""

    name: str
    entry: Entry | None
    passages: tuple[Passage, ...]


def read_epub(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the document of an e-book, its chapters as sections, or by the setting a document for each chapter.

    Raises InputError where it is damaged, locked, too large or without Chinese text; pages that are lost are a warning.
    """
    need_library(path)
    archive = Archive(content, path, config)
    book = open_book(archive, path, config)
    trees, lost = _parse_pages(archive, book.pages, path, config)
    if not trees and lost:
        raise InputError("part_damaged", path=path, part=lost[0], cause="not one page can be read")
    chapters = list(_read_pages(book, trees))
    if not any(has_chinese(passage.text) for chapter in chapters for passage in chapter.passages):
        raise InputError("epub_no_text" if trees else "input_not_chinese", path=path)
    origin = Origin(path, "EPUB", Decoded("", "epub"))
    warnings = (_lost(lost, path),) if lost else ()
    if config.epub_documents == "book":
        passages = [passage for chapter in chapters for passage in (*chapter.passages, Passage(""))]
        return Records((make_document(passages, book.facts, origin, config),), warnings=warnings)
    return Records(tuple(_divide(chapters, book, origin, config)), warnings=warnings)


def _lost(names: Sequence[str], path: str) -> InputError:
    shown = ", ".join(names[:NAMED])
    return InputError("epub_pages_lost", path=path, count=len(names), names=shown)


def _parse_pages(
    archive: Archive, names: Iterable[str], path: str, config: ReadConfig
) -> tuple[dict[str, LexborHTMLParser], list[str]]:
    """Return the pages as trees, by name, in reading order, and the names of those that cannot be read."""
    trees: dict[str, LexborHTMLParser] = {}
    lost: list[str] = []
    for name in names:
        try:
            content = archive.read(name)
            if content is not None:
                trees[name] = parse_html(decode_page(content, path, config).text, path, config, xml=True)
                continue
        except InputError as error:
            if error.key in ("archive_bomb", "archive_password"):
                raise
        lost.append(name)
    return trees, lost


def _read_pages(book: Book, trees: Mapping[str, LexborHTMLParser]) -> Iterator[_Chapter]:
    """Yield the pages of text: no cover, contents or imprint."""
    notes = find_notes(trees)
    entries: dict[str, list[Entry]] = {}
    for entry in book.contents:
        entries.setdefault(entry.name, []).append(entry)
    for name, tree in trees.items():
        own = entries.get(name, [])
        written = _read_page(tree, notes)
        if _is_framework(name, tree, own, written, book):
            written = [replace(each, level=None, aside=each.aside or "front") for each in written]
        first = own[0] if own else None
        yield _Chapter(name, first, tuple(_headed(settle(written), own)))


def _read_page(tree: LexborHTMLParser, notes: NoteMap) -> list[Written]:
    body = tree.body
    return [block.written for block in Walker(notes).walk(body)] if body is not None else []


def _is_framework(
    name: str, tree: LexborHTMLParser, entries: Sequence[Entry], written: Sequence[Written], book: Book
) -> bool:
    """Tell whether a page is no text of the book: cover, title page, contents, imprint."""
    if name == book.navigation or (
        name in book.framework and sum(len(each.text) for each in written) < LONGEST_IMPRINT
    ):
        return True
    said = {word for node in tree.css("body, section") for word in (node.attributes.get("epub:type") or "").split()}
    if said & FRAMEWORK:
        return True
    if entries and bare(entries[0].label) in word_list("book_matter"):
        return True
    text = "".join(each.text for each in written)
    if len(text) < LONGEST_IMPRINT and IMPRINT.search(text):
        return True
    linked = sum(len(node.text() or "") for node in tree.css("a[href]"))
    return len(tree.css("a[href]")) > 3 and linked > CONTENTS_LINES * len(text)


def _headed(passages: list[Passage], entries: Sequence[Entry]) -> list[Passage]:
    """Return the passages of a page with the headings that the table of contents names, or its name put first."""
    labels = {bare(entry.label): entry for entry in entries if entry.label}
    headed: list[Passage] = []
    for passage in passages:
        entry = labels.get(bare(passage.text)) if not passage.aside else None
        if entry and not passage.level:
            passage = replace(passage, level=min(entry.depth, 6))
        headed.append(passage)
    prose = [passage for passage in headed if passage.text and not passage.aside]
    found = any(passage.level for passage in prose[:HEADED_WITHIN])
    if prose and entries and entries[0].label and not found and has_chinese(entries[0].label):
        headed.insert(0, Passage(entries[0].label, level=min(entries[0].depth, 6)))
    return headed


def _divide(chapters: Sequence[_Chapter], book: Book, origin: Origin, config: ReadConfig) -> Iterator[Document]:
    """Yield a document for each chapter: the pages from one entry of the first level to the next."""
    top = min((chapter.entry.depth for chapter in chapters if chapter.entry), default=0)
    groups: list[list[_Chapter]] = []
    for chapter in chapters:
        begins = chapter.entry is not None and chapter.entry.depth == top
        if begins or not groups or not top:
            groups.append([])
        groups[-1].append(chapter)
    stem = PurePath(origin.path).stem
    for number, group in enumerate(groups, start=1):
        passages = [passage for chapter in group for passage in (*chapter.passages, Passage(""))]
        if not any(has_chinese(passage.text) and not passage.aside for passage in passages):
            continue
        heading = next((passage.text for passage in passages if passage.level), "")
        facts = replace(book.facts, title=heading, source=book.facts.title or None)
        document = make_document(passages, facts, origin, config)
        yield replace(document, id=f"{stem}-{number:03d}")
