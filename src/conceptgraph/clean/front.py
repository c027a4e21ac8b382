"""Front matter: title, authors, affiliations, 摘要, 关键词 and the other labelled lines around a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conceptgraph.clean.paragraphs import Paragraph
from conceptgraph.clean.pinyin import without_readings
from conceptgraph.clean.shapes import CHINESE, UNNUMBERED, heading_of, label_of
from conceptgraph.config import CleanConfig
from conceptgraph.model import Document
from conceptgraph.resources import word_list

KEYWORD_SEPARATOR = re.compile(r"\s*[;；,，、|/·]\s*")
NAME_SEPARATOR = re.compile(r"[\s,，、;；·*＊†\d①-⑳¹²³⁰-⁹()（）\[\]［］]+")
SPACED_NAMES = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff])+(?![\u4e00-\u9fff])")  # 顾　澄
SPACED_WORDS = re.compile(r"\s*[\u4e00-\u9fff]{2,}(?: [\u4e00-\u9fff]{2,})+\s*\Z")
LATIN_SEPARATOR = re.compile(r"\s*[,，、;；]\s*|\s+(?:and|&)\s+")
LATIN = re.compile(r"[A-Za-z]{2}")
NAME = re.compile(r"[\u4e00-\u9fff]{2,4}\Z|[\u4e00-\u9fff]{1,8}[·•．][\u4e00-\u9fff·•．]{1,12}\Z")
NOTE_SIGNS = "*＊†¹²³" + "".join(map(chr, range(ord("①"), ord("⑳") + 1)))
SENTENCE_MARK = re.compile(r"[。；;！!，,]")
SUBTITLE = re.compile(r"[—―─－\-]{2}")
TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class Front:
    """What the labelled lines say of the document."""

    title: str = ""
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    year: int | None = None


def read_front(paragraphs: list[Paragraph], document: Document, config: CleanConfig) -> Front:
    """Set the kinds of the front-matter paragraphs (``title``, ``author`` ...) and return what they say."""
    front = Front()
    if not document.title:
        _part_authors(paragraphs, config)
    end = _front_end(paragraphs, config)
    if not document.title or document.headings is not None:
        front = _read_head(paragraphs[:end], bool(document.title), config)
    return _read_labels(paragraphs, end, front)


def _front_end(paragraphs: Sequence[Paragraph], config: CleanConfig) -> int:
    """Return the number of paragraphs before the body, which begins at a sentence or heading after the last label."""
    last = _last_label(paragraphs[: config.front_paragraphs], config)
    for i, paragraph in enumerate(paragraphs[last:], start=last):
        if i >= max(last, 1) and (paragraph.kind == "heading" or len(paragraph.text) > config.title_length):
            return i
        if paragraph.lines[-1].ended and paragraph.kind != "note":
            return i
    return len(paragraphs)


def _last_label(paragraphs: Sequence[Paragraph], config: CleanConfig) -> int:
    """Return how many paragraphs there are up to the last label of the front.

    A numbered heading ends the front, and so does prose that no label introduces: labels after it stand behind the
    paper (作者简介).
    """
    last, open_label = 0, False
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind == "label":
            last, open_label = i + 1, True
        elif (i and _is_numbered(paragraph)) or (not open_label and _is_prose(paragraph, config)):
            break
    return last


def _is_numbered(paragraph: Paragraph) -> bool:
    return paragraph.kind == "heading" and paragraph.heading is not None and 0 <= paragraph.heading.rank < UNNUMBERED


def _is_prose(paragraph: Paragraph, config: CleanConfig) -> bool:
    return paragraph.kind == "body" and paragraph.lines[-1].ended and len(paragraph.text) > config.title_length


def _part_authors(paragraphs: list[Paragraph], config: CleanConfig) -> None:
    """Part the lines of authors from those of the title before them, where no gap told them apart."""
    for i, paragraph in enumerate(paragraphs[: config.front_paragraphs]):
        if paragraph.kind == "label" or paragraph.lines[-1].ended:
            return
        for cut in range(1, len(paragraph.lines)):
            rest = Paragraph("body", paragraph.lines[cut:])
            if paragraph.kind == "body" and len(_names(Paragraph("body", rest.lines[:1]))) > 1:
                paragraphs[i] = Paragraph("body", paragraph.lines[:cut])
                paragraphs.insert(i + 1, rest)
                return


def _read_head(paragraphs: Sequence[Paragraph], titled: bool, config: CleanConfig) -> Front:
    """Read title, authors and affiliation: the lines before the first label. `titled`: the title stands before them."""
    head = []
    for paragraph in paragraphs:
        if paragraph.kind in ("label", "references") or (titled and paragraph.kind == "heading"):
            break
        head.append(paragraph)
    title: list[Paragraph] = []
    authors: tuple[str, ...] = ()
    for number, paragraph in enumerate(head):
        text = _plain(paragraph.text)
        known = titled or bool(title)
        if not known and _opens_title(head, number, config):
            title.append(paragraph)
            continue
        if not known and not _may_be_title(paragraph, config):
            if paragraph.lines[-1].ended or paragraph.kind == "heading":
                break
            continue
        names = _names(paragraph) if known else ()
        if names and not authors:
            paragraph.kind, authors = "author", names
        elif known and _is_affiliation(text):
            paragraph.kind = "affiliation"
        elif not CHINESE.search(text):
            paragraph.kind = "foreign"
        elif not (titled or authors) and len(title) < TITLE_LINES and _goes_on_title(title, paragraph, config):
            title.append(paragraph)
        elif authors:
            paragraph.kind = "author"
        else:
            break
    return Front(_join_title(title), authors)


def _may_be_title(paragraph: Paragraph, config: CleanConfig) -> bool:
    text = paragraph.text
    hashes = paragraph.heading is not None and paragraph.heading.rank < 0
    if paragraph.lines[0].level and heading_of(text, config.heading_length):
        return False  # 一、…, made a heading by the file
    plain = paragraph.kind == "body" or hashes
    short = len(text) <= config.title_length and CHINESE.search(text) is not None
    return plain and short and not SENTENCE_MARK.search(text[-1]) and not text.endswith(("：", ":"))


def _goes_on_title(title: Sequence[Paragraph], paragraph: Paragraph, config: CleanConfig) -> bool:
    """Tell whether a paragraph is a further line of the title; one with hashes is whole, a dash apart."""
    whole = bool(title) and title[0].heading is not None and title[0].heading.rank < 0
    return _may_be_title(paragraph, config) and not (whole and not SUBTITLE.match(paragraph.text))


def _opens_title(head: Sequence[Paragraph], number: int, config: CleanConfig) -> bool:
    """Tell whether a line that ends in a colon is the first line of a title: its subtitle follows."""
    text = head[number].text
    if head[number].kind != "body" or not text.endswith(("：", ":")) or len(text) > config.title_length:
        return False
    return number + 1 < len(head) and _may_be_title(head[number + 1], config)


def _join_title(title: list[Paragraph]) -> str:
    """Make one paragraph of the title's lines and return the title."""
    if not title:
        return ""
    first = title[0]
    for other in title[1:]:
        first.lines.extend(other.lines)
        other.lines = []
    first.kind, first.heading = "title", None
    return _plain(" ".join(line.text for line in first.lines))


def _names(paragraph: Paragraph) -> tuple[str, ...]:
    """Return the authors of a line that holds nothing but names, else nothing."""
    text = SPACED_NAMES.sub(_join_names, without_readings(paragraph.text))
    joined = [part for part in NAME_SEPARATOR.split(text) if part]
    surnames = word_list("surnames")
    named = all(NAME.match(part) and (part[0] in surnames or part[:2] in surnames or "·" in part) for part in joined)
    return tuple(joined) if joined and named else ()


def _join_names(spaced: re.Match[str]) -> str:
    """Return names whose characters stand apart: three are one name, others two by two."""
    signs = "".join(spaced[0].split())
    return signs if len(signs) == 3 else " ".join(signs[at : at + 2] for at in range(0, len(signs), 2))


def _is_affiliation(text: str) -> bool:
    return any(word in text for word in word_list("organisation_words")) and len(text) < 120


def _plain(text: str) -> str:
    """Return `text` without hashes, note marks at its end, and blanks inside Chinese."""
    text = without_readings(text).strip().lstrip("#").lstrip().rstrip(NOTE_SIGNS)
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text)


def _read_labels(paragraphs: list[Paragraph], end: int, front: Front) -> Front:
    """Set the kinds of labelled paragraphs and of those that go on with them."""
    going = ""
    for i, paragraph in enumerate(paragraphs):
        label = label_of(paragraph.lines[0].text) if paragraph.kind == "label" and paragraph.lines else None
        if label is None:
            if i >= end or paragraph.kind != "body":
                going = ""
            if going == "abstract" and paragraph.kind == "body":
                paragraph.kind = "abstract"
            elif going == "english" and not CHINESE.search(paragraph.text):
                paragraph.kind = "foreign"
            continue
        rest = "\n".join([paragraph.lines[0].text[label.start :], *(line.text for line in paragraph.lines[1:])]).strip()
        going = "abstract" if label.kind == "abstract" and _more_labels(paragraphs, i, end) else ""
        if label.kind == "english":
            going = "english"
        paragraph.kind = {"english": "foreign", "keywords": "keywords"}.get(label.kind, label.kind)
        paragraph.label = label.start
        if label.kind == "keywords" and not front.keywords:
            front = replace(front, keywords=_keywords(rest))
        if label.kind == "author" and not front.authors:
            front = replace(front, authors=_authors(rest))
        if label.kind == "title" and not front.title:
            front = replace(front, title=_plain(rest))
    return front


def _more_labels(paragraphs: Sequence[Paragraph], i: int, end: int) -> bool:
    return any(paragraph.kind == "label" for paragraph in paragraphs[i + 1 : end])


def _authors(rest: str) -> tuple[str, ...]:
    """Return the names after 作者：, which may be Latin ones with spaces inside."""
    separator = LATIN_SEPARATOR if LATIN.search(rest) else NAME_SEPARATOR
    return tuple(part for part in separator.split(rest.strip(" |\n")) if part)


def _keywords(rest: str) -> tuple[str, ...]:
    """Return the keywords of a labelled line: split at separators, else at gaps."""
    text = re.sub(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])", "", rest).replace("\n", " ").rstrip("。.;； ")
    parts = KEYWORD_SEPARATOR.split(text)
    if len(parts) == 1:
        parts = re.split(r"\s{2,}|\u3000+", text) if re.search(r"\s{2,}|\u3000", text) else text.split(" ")
        if all(len(part) == 1 for part in parts):  # one keyword, spaced out
            parts = ["".join(parts)]
        parts = [word for part in parts for word in (part.split(" ") if SPACED_WORDS.match(part) else [part])]
    return tuple(dict.fromkeys(_plain(part) for part in parts if part.strip()))
