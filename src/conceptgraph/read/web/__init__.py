"""Web pages (.html, .xhtml, .mhtml): the main text of a page is one document."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.lists.markup import is_html_table, read_html_table
from conceptgraph.read.looks import settle
from conceptgraph.read.passages import Origin, Passage, make_records
from conceptgraph.read.records import Records, has_chinese
from conceptgraph.read.web.charset import decode_page
from conceptgraph.read.web.content import main_text
from conceptgraph.read.web.facts import page_facts
from conceptgraph.read.web.notes import find_notes
from conceptgraph.read.web.parse import need_library, parse_html
from conceptgraph.read.web.walk import Walker

PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html"})
XML = "<?xml"


def read_html(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the one document of a page: its main text, with what the page says of itself.

    Of a page that is a table of literature, as databases export it, each row is a document. Raises InputError where
    there is no Chinese text in it, where it is nested too deep, or without the library.
    """
    decoded = decode_page(content, path, config)
    if is_html_table(decoded.text):
        return read_html_table(decoded, path, config)
    return _read_page(Origin(path, "HTML", decoded), config)


def read_mhtml(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the one document of a page that a browser or Word saved in one file (MHTML)."""
    page, charset = _largest_page(content)
    if not page:
        raise InputError("page_no_text", path=path)
    return _read_page(Origin(path, "MHTML", decode_page(page, path, config, charset)), config)


def read_chunk(content: bytes, path: str, config: ReadConfig) -> list[Passage]:
    """Return the text of a page that another file takes in, all of it."""
    need_library(path)
    page, charset = _largest_page(content) if content[:200].lstrip()[:1] != b"<" else (content, "")
    decoded = decode_page(page or content, path, config, charset)
    tree = parse_html(decoded.text, path, config)
    return settle([block.written for block in Walker(find_notes({"": tree})).walk(tree.root)]) if tree.root else []


def _read_page(origin: Origin, config: ReadConfig) -> Records:
    path, text = origin.path, origin.decoded.text
    need_library(path)
    tree = parse_html(text, path, config, xml=text.lstrip("\ufeff \t\r\n").startswith(XML))
    blocks = Walker(find_notes({"": tree})).walk(tree.root) if tree.root else []
    written, before = main_text(blocks)
    if not any(has_chinese(each.text) for each in written):
        raise InputError("page_frames" if tree.css_first("frame, iframe") else "page_no_text", path=path)
    return make_records(settle(written), page_facts(tree, written, before), origin, config)


def _largest_page(content: bytes) -> tuple[bytes, str]:
    """Return the largest page of a MIME message and the encoding that its head names; both empty without one."""
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    pages = [part for part in message.walk() if part.get_content_type() in PAGE_TYPES]
    found = max(((_payload(part), part) for part in pages), key=lambda pair: len(pair[0]), default=None)
    return (found[0], str(found[1].get_content_charset() or "")) if found else (b"", "")


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
