"""Footnotes of pages and e-books: which links are the marks of notes, and which elements are the notes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from conceptgraph.read.web.walk import NoteMap

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MARK = re.compile(
    r"\s*[\[［〔【(（]?\s*(?:\^|↑|注释?|註|译注|note)?\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[①-⑳㉑-㉟㊱-㊿❶-❿*＊†‡]{1,3})?\s*[\])）］〕】]?\s*\Z",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"[\s\[\]［］〔〕【】()（）]")
SAYS_REFERENCE = re.compile(r"noteref|footnote-?ref|note-?link|duokan-footnote\b|\bfnref|\bnote_?ref", re.IGNORECASE)
SAYS_NOTE = re.compile(
    r"(?:\A|[\s_\-])(?:_?ftn\d|_?edn\d|fn[\d_:-]|footnotes?\b|endnotes?\b|rearnotes?\b|cite_note|duokan-footnote-(?:item|content)|note[s_\-\d]?)"
    r"|mso-element:\s*(?:foot|end)note|(?:foot|end)note-item",
    re.IGNORECASE,
)
IS_REFERENCE = re.compile(r"ref|back|src|_?ftnref|_?ednref", re.IGNORECASE)
HOLDERS = ("li", "aside", "p", "dd", "tr", "div", "section", "blockquote", "td")
LONGEST_NOTE = 4000  # characters
SEMANTIC = ("epub:type", "role", "class", "rel")


def find_notes(pages: Mapping[str, LexborHTMLParser]) -> NoteMap:
    """Return the marks and the notes of pages that may refer to one another, by name.

    A note is what a link with nothing but a mark leads to, if it begins with the same mark or a way back, or if it is
    called a note.
    """
    places = {name: _places(tree) for name, tree in pages.items()}
    marks: dict[int, str] = {}
    notes: dict[int, str] = {}
    texts: dict[int, str] = {}
    for name, tree in pages.items():
        for link in tree.css("a[href]"):
            target = _target(link, name, places)
            if target is None or not _is_mark(link):
                continue
            note = _note_at(target, link, texts)
            if note is not None and link.mem_id not in notes:
                label = BRACKETS.sub("", link.text() or "") or str(len(marks) + 1)
                marks[link.mem_id] = f"[^{label[:8]}]"
                notes[note.mem_id] = "footnote"
    return NoteMap(marks, notes)


def _places(tree: LexborHTMLParser) -> dict[str, LexborNode]:
    """Return the elements of a page by the names under which links reach them."""
    found: dict[str, LexborNode] = {}
    for node in tree.css("[id], a[name]"):
        for key in ("id", "name"):
            name = node.attributes.get(key)
            if name:
                found.setdefault(name, node)
    return found


def _target(link: LexborNode, page: str, places: Mapping[str, dict[str, LexborNode]]) -> LexborNode | None:
    href = link.attributes.get("href") or ""
    if "#" not in href:
        return None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    other = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if other not in places and len(places) == 1:
        other = page if parts.path.rpartition("/")[2] in ("", page.rpartition("/")[2]) or parts.netloc else other
    found = places.get(other, {})
    return found.get(parts.fragment) or found.get(unquote(parts.fragment))


def _is_mark(link: LexborNode) -> bool:
    """Tell whether a link shows nothing but the mark of a note."""
    text = link.text() or ""
    said = any(SAYS_REFERENCE.search(link.attributes.get(name) or "") for name in SEMANTIC)
    if said and len(text.strip()) <= 8:
        return True
    return bool(text.strip()) and len(text) <= 12 and MARK.match(text) is not None


def _note_at(target: LexborNode, link: LexborNode, texts: dict[int, str]) -> LexborNode | None:
    """Return the element of the note that begins at `target`, None where it is no note. `texts` keeps texts seen."""
    holder = next((node for node in _upwards(target) if node.tag in HOLDERS), None)
    if holder is None or _holds(holder, link):
        return None
    if holder.mem_id not in texts:
        texts[holder.mem_id] = (holder.text() or "")[: LONGEST_NOTE + 1]
    text = texts[holder.mem_id]
    if len(text) > LONGEST_NOTE:
        return None
    called = " ".join(holder.attributes.get(name) or "" for name in (*SEMANTIC, "id", "style"))
    named = target.attributes.get("id") or target.attributes.get("name") or ""
    if SAYS_NOTE.search(called) or (SAYS_NOTE.search(named) and not IS_REFERENCE.search(named)):
        return _whole_note(holder)
    mark = BRACKETS.sub("", link.text() or "")
    begins = BRACKETS.sub("", text[:20]).startswith(mark) if mark else False
    return holder if begins and not _begins_longer(BRACKETS.sub("", text[:20]), mark) else None


def _begins_longer(text: str, mark: str) -> bool:
    """Tell whether `text` begins with a longer number than `mark`."""
    return mark.isdigit() and text[len(mark) : len(mark) + 1].isdigit()


def _whole_note(holder: LexborNode) -> LexborNode:
    """Return the element around `holder` that holds this one note only (``<div id=ftn1><p>``, ``<li><p>``)."""
    parent = holder.parent
    if parent is None or parent.tag not in ("li", "aside", "div"):
        return holder
    called = " ".join(parent.attributes.get(name) or "" for name in (*SEMANTIC, "id", "style"))
    alone = sum(1 for child in parent.iter() if child.tag in HOLDERS) == 1
    return parent if parent.tag != "div" or alone or "mso-element" in called else holder


def _upwards(node: LexborNode) -> Iterator[LexborNode]:
    current: LexborNode | None = node
    while current is not None and current.tag not in ("body", "html"):
        yield current
        current = current.parent


def _holds(holder: LexborNode, link: LexborNode) -> bool:
    return any(node.mem_id == holder.mem_id for node in _upwards(link))
