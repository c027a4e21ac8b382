"""One entry of a list of literature -> a document: what the fields say, freed of what databases leave in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from conceptgraph.errors import InputError
from conceptgraph.model import Document
from conceptgraph.read.decode import Decoded
from conceptgraph.read.names import split_names
from conceptgraph.read.records import HAN, Records, has_chinese
from conceptgraph.resources import word_list

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d(?=[01]\d[0-3]\d(?!\d))")
KEYWORD_BORDER = re.compile(r"\s*(?:;|；|%%|\|)[\s;；,，、|%]*")
SOFT_BORDER = re.compile(r"\s*[,，、\n%][\s,，、%]*")
BLANK_BORDER = re.compile(rf"(?<={HAN.pattern})\s+(?={HAN.pattern})")
TAG = re.compile(
    r"</?(?:b|br|div|em|font|i|inf|italic|jats:\w+|li|p|span|strong|sub|sup|u|ul)\b[^<>\n]{0,200}/?>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
# What databases put before an abstract or behind it.
LEADING = re.compile(
    r"(?:\s|[<〈＜《【\[]\s*正\s*[>〉＞》】\]]|[<〈＜]\s*/?正文?\s*[>〉＞]|[〔【\[［]\s*(?:中文)?(?:摘\s*要|提\s*要|文\s*摘)\s*[〕】\]］]\s*[:：]?"
    r"|(?:摘\s*要|内容摘要|内容提要)\s*[:：])+"
)
TRAILING = re.compile(r"\s*(?:[.…]{2,}\s*)?[\[［【(（]?(?:更多还原|更多|展开全部|收起|还原)[\]］】)）]?\s*[>»]*\s*\Z")
NUMBERED = re.compile(r"\A\s*[\[［]\s*\d{1,5}\s*[\]］]\s*")
NOTE_MARKS = " \t\n\u3000*＊※†"
BLANKS = re.compile("[ \t\u3000\xa0]{2,}")
TRAILING_WITHIN = 60  # characters
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60，。；：、！？“”‘’（）《》]")

Fields = Mapping[str, Sequence[str]]


class Entry(NamedTuple):
    """One entry: the line where it begins, and the values of its fields (id, title, text, author, year ...) as written.

    `slashed` says that names and keywords are parted by ``/``.
    """

    line: int
    fields: Fields
    slashed: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Where entries come from: the decoded file, its path, and the name of its format."""

    decoded: Decoded
    path: str
    format: str


def make_records(entries: Iterable[Entry | InputError], listing: Listing) -> Records:
    """Return the documents of a list. An entry without title and text is an error; those without a text are counted
    in a warning. Raises InputError where there is no entry at all, or no Chinese in any.
    """
    documents: list[Document] = []
    errors: list[InputError] = []
    bare = 0
    for entry in entries:
        made = entry if isinstance(entry, InputError) else _make_document(entry, listing)
        if isinstance(made, InputError):
            errors.append(made)
        else:
            documents.append(made)
            bare += made.text == made.title
    if not documents and not errors:
        raise InputError("table_no_rows", path=listing.path)
    if documents and not any(has_chinese(document.text) for document in documents):
        raise InputError("input_not_chinese", path=listing.path)
    warnings = (InputError("list_titles_only", path=listing.path, bare=bare, count=len(documents)),) if bare else ()
    return Records(tuple(documents), tuple(errors), warnings, len(listing.decoded.text))


def _make_document(entry: Entry, listing: Listing) -> Document | InputError:
    """Return the document of one entry, or why it is none. Its text begins with its title."""
    fields = {name: found for name, values in entry.fields.items() if (found := _full(values))}
    title = clean_title("\n".join(fields.get("title", ())[:1]))
    text = clean_text("\n".join(fields.get("text", ())))
    if not title and not text:
        return InputError("row_empty", path=listing.path, line=entry.line)
    year = YEAR.search(" ".join(fields.get("year", ())))
    source = clean_title("\n".join(fields.get("source", ())[:1]))
    return Document(
        id=" ".join(fields.get("id", ())) or f"{PurePath(listing.path).stem}-{entry.line:06d}",
        title=title,
        path=listing.path,
        text="\n\n".join(part for part in (title, text) if part),
        authors=split_names(fields.get("author", ()), entry.slashed),
        year=int(year[0]) if year else None,
        source=source.strip("《》") or None,
        keywords=split_keywords(fields.get("keywords", ()), entry.slashed),
        encoding=listing.decoded.encoding,
        format=listing.format,
        margin=listing.decoded.margin,
        lost=listing.decoded.lost,
    )


def _full(values: Sequence[str]) -> list[str]:
    """Return the values that say something, their entities and tags resolved."""
    empty = word_list("empty_values")
    plain = (BLANKS.sub("  ", TAG.sub(_tag_blank, html.unescape(html.unescape(value)))).strip() for value in values)
    return [value for value in plain if value and value.casefold() not in empty]


def _tag_blank(tag: re.Match[str]) -> str:
    return "\n" if tag[0][:3].casefold() in ("<br", "<p>", "</p", "</l") else ""


def clean_title(value: str) -> str:
    """Return a title in one line, without the number before it and note marks behind it.

    >>> clean_title("[12] 数字劳动\\n的异化 *")
    '数字劳动的异化'
    """
    return NUMBERED.sub("", join_lines(value)).rstrip(NOTE_MARKS)


def clean_text(value: str) -> str:
    """Return an abstract without the marks of its database. Lines stay where a sentence ends.

    >>> clean_text("<正>平台占有\\n数据。\\n更多还原")
    '平台占有数据。'
    """
    leading = LEADING.match(value)
    value = value[leading.end() :] if leading else value
    trailing = TRAILING.search(value, max(0, len(value) - TRAILING_WITHIN))
    return join_lines(value[: trailing.start()] if trailing else value, ends="。！？!?")


def join_lines(value: str, ends: str = "") -> str:
    """Return `value` with its lines joined, by a blank only between Latin words; a line that `ends` so stays one."""
    joined = ""
    for line in map(str.strip, value.strip().split("\n")):
        if joined and line and ends and joined[-1] in ends:
            joined += "\n"
        elif joined and line and not (WIDE.match(joined[-1]) or WIDE.match(line[0])):
            joined += " "
        joined += line
    return joined


def split_keywords(values: Sequence[str], slashed: bool = False) -> tuple[str, ...]:
    """Return the keywords of a field: parted by ``;; ; ； |``, where there is none of these by ``, ， 、``, a line end
    or ``%``, else by the blanks between Chinese words.

    >>> split_keywords(["数字劳动;;异化;;digital labour, alienation"])
    ('数字劳动', '异化', 'digital labour, alienation')
    >>> split_keywords(["数字劳动 异化 平台资本主义"])
    ('数字劳动', '异化', '平台资本主义')
    """
    found: list[str] = []
    for value in values:
        parts = value.split("/") if slashed else KEYWORD_BORDER.split(_rejoin(value))
        if len([part for part in parts if part.strip()]) == 1:
            parts = SOFT_BORDER.split(value)
        if len([part for part in parts if part.strip()]) == 1:
            parts = BLANK_BORDER.split(value)
        found += [NUMBERED.sub("", join_lines(part)).strip(" 　.。;；,，、[]") for part in parts]
    empty = word_list("empty_values")
    return tuple(dict.fromkeys(keyword for keyword in found if keyword and keyword.casefold() not in empty))


def _rejoin(value: str) -> str:
    """Return a field of keywords with its lines joined where other signs part the keywords."""
    return join_lines(value) if KEYWORD_BORDER.search(value) else value
