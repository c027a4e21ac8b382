"""What a line looks like by its text alone: heading, list item, label, note, rule. The context decides later."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from conceptgraph.resources import word_list

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
CHINESE = re.compile(f"[{HAN}]")
NUMERAL = "[一二三四五六七八九十百零〇两]"
FORMAL = "[壹贰貳叁參肆伍陆陸柒捌玖拾]"
ROMAN = "[Ⅰ-Ⅻ]"
LATIN_ROMAN = "(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})"
CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿"

# Number styles of headings, outermost first; the rank is the position here.
STYLES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第(?:{NUMERAL}+|\d+)\s*(?:[编編篇卷]|部分)(?![\u4e00-\u9fff])[\s：:、]*",
        rf"第(?:{NUMERAL}+|\d+)\s*[章讲講回](?![\u4e00-\u9fff])?[\s：:、]*",
        rf"第(?:{NUMERAL}+|\d+)\s*[节節](?![\u4e00-\u9fff])?[\s：:、]*",
        rf"(?:{NUMERAL}{{1,3}}|{ROMAN}{{1,3}})(?:\s*[、．.]\s*|\s+)|(?:{LATIN_ROMAN}|{FORMAL})\s*[、．.]\s*",
        rf"[（(]\s*(?:{NUMERAL}{{1,3}}|{FORMAL})\s*[）)]\s*、?\s*|[㈠-㈩]\s*|{NUMERAL}{{1,2}}[）)]\s*",
        r"(?:§\s*)?\d{1,2}(?:\s*[、．.]\s*(?!\d)|\s+(?=[^\d\s]))|§\s*\d{1,2}\s*|[⒈-⒛]\s*|[A-H]\s*[、．.]\s*",
        r"(?:§\s*)?\d{1,2}[.．]\d{1,2}[.．、]?\s*(?=[^\d\s.．%％])",
        r"(?:§\s*)?\d{1,2}[.．]\d{1,2}[.．]\d{1,2}[.．、]?\s*(?=[^\d\s.．%％])",
        r"[（(]\s*\d{1,2}\s*[）)]\s*|[⑴-⒇]\s*|\d{1,2}[）)]\s*",
    )
)
GAP_KINDS = frozenset({"abstract", "keywords"})  # labels that a blank alone may part from their words
GAP_LENGTH = 4  # characters of other such labels (责任编辑); shorter ones begin sentences as well
LIST_RANKS = frozenset({5, 8})  # "1." and "（1）" number lists as well
UNNUMBERED = 20
BY_LOOK = 19  # a heading that only its look makes one: inside all others
HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
SENTENCE_INSIDE = re.compile(r"[。；;！!]")
NO_HEADING_END = re.compile(r"[，、；：。,;:．.]\s*\Z")
BULLET = re.compile(
    r"[•●○■□◆◇▪▶►·‣◦➢➤❖✓✔★☆◎]\s*(?=\S)|[-*+]\s+(?=\S)|\d{1,2}[)）.、]\s*(?=\D)|[（(]\d{1,2}[)）]\s*|[a-z][)）]\s*"
    r"|[⑴-⒇⒜-⒵㈠-㈩]\s*|[（(][a-z]{1,4}[)）]\s*(?=[\u4e00-\u9fff])|(?:[ivx]{1,4}|[a-h])[.．、]\s*(?=[\u4e00-\u9fff])"
)
RULE = re.compile(r"[-*_=—─~～·.…\s]{3,}\Z")
LEADERS = re.compile(r"(?:[.．·…‥]\s*){3,}\d+\s*\Z|\s{3,}\d+\s*\Z")
CAPTION = re.compile(r"[图圖表]\s*\d{1,3}(?:\s*[-－—.．]\s*\d{1,2})?(?:\s*[:：.．、]|\s+)\s*(?=\S)")
NOTE_MARK = re.compile(rf"[{CIRCLED}]|[＊*※†]\s*(?=[\u4e00-\u9fff])|[〔\[［【]?注(?:释)?\s*\d*\s*[〕\]］】:：]")
REFERENCE_MARK = re.compile(r"[\[［〔【]\s*\d{1,3}\s*[\]］〕】]")
MARKDOWN_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*")
ENTRY_MARK = re.compile(
    rf"(?:{REFERENCE_MARK.pattern}|[{CIRCLED}]|\d{{1,3}}\s*[.．、)）]|[（(]\d{{1,3}}[)）]|\*|[-•])\s*"
)


READING = re.compile(r"[（(][a-zü\u0101-\u01dcàáèéìíòóùú]{1,6}[)）]")  # pinyin behind a character of a label


BLANKS = re.compile(rf"(?:\s|{READING.pattern})*")  # between the characters of a label
LABEL_OPENS = re.compile(r"[|>＊*\s]*[〔【\[［(（《「〖]?\s*")
LABEL_CLOSES = re.compile(
    rf"(?:{READING.pattern})?(?P<gap>(?=\s))?\s*(?P<close>[〕】\]］）)》」〗])?[*\s]*(?P<colon>[:：])?\s*[*]*\s*"
)
INNER_OPENS = re.compile(r"(?P<bracket>[〔【\[［])|(?<=[\s。.；])(?=\S)")
CLOSES_BRACKET, CLOSES_COLON = re.compile(r"\s*[〕】\]］]"), re.compile(r"\s*[:：]")


class Heading(NamedTuple):
    """A heading by its shape: where its style stands among `STYLES` (hashes: negative), and where its words begin."""

    rank: int
    start: int


class Label(NamedTuple):
    """A label of front matter (摘要, 关键词 ...): what it introduces, and where its words begin."""

    kind: str
    start: int


def heading_of(text: str, longest: int) -> Heading | None:
    """Return the heading that the line `text` looks like: numbered, with hashes, or a usual title of a section.

    >>> heading_of("（二）异化的根源", 40)
    Heading(rank=4, start=3)
    >>> heading_of("（二）异化的根源在于私有制。", 40)
    """
    hashes = HASHES.match(text)
    if hashes:
        return Heading(len(hashes[1]) - 10, hashes.end())
    if len(text) > longest or SENTENCE_INSIDE.search(text):
        return None
    if bare(text) in word_list("section_titles"):
        return Heading(UNNUMBERED, 0)
    if NO_HEADING_END.search(text):
        return None
    for rank, style in enumerate(STYLES):
        match = style.match(text)
        if match and CHINESE.search(text, match.start() if rank < 3 else match.end()):
            return Heading(rank, match.end())
    return None


def label_of(text: str) -> Label | None:
    """Return the front-matter label that begins `text`. A bracket, a colon or the line's end must follow it, or
    a blank where the label is plain enough.

    >>> label_of("〔摘　要〕本文讨论异化。")
    Label(kind='abstract', start=5)
    >>> label_of("摘要是论文的开端。")
    """
    start = _skip(LABEL_OPENS, text, 0)
    end = _name_end(text, start, _label_names())
    match = LABEL_CLOSES.match(text, end) if end is not None else None
    if match is None:
        return None
    name = bare(text[start : match.start()])
    kind = _label_kinds()[name]
    gap = match["gap"] is not None and (kind in GAP_KINDS or len(name) >= GAP_LENGTH)
    if not (match["close"] or match["colon"] or gap or match.end() == len(text)):
        return None
    return Label(kind, match.end())


def split_at_labels(text: str) -> list[int]:
    """Return where inside `text` another label begins (关键词 after the abstract on the same line)."""
    found: list[int] = []
    reached = 0
    for match in INNER_OPENS.finditer(text):
        end = _name_end(text, match.end(), _inner_names()) if match.start() >= reached else None
        closes = CLOSES_BRACKET if match["bracket"] else CLOSES_COLON
        if end is not None and closes.match(text, end):
            reached = _skip(closes, text, end)
            found.append(match.start())
    return [start for start in found if start]


def _skip(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where what `pattern` finds at `start` ends, or `start` itself."""
    match = pattern.match(text, start)
    return match.end() if match else start


def _name_end(text: str, start: int, names: dict[str, list[str]]) -> int | None:
    """Return where the longest label that begins at `start` ends, blanks and readings between its characters."""
    for name in names.get(text[start : start + 1], ()):
        at = start + 1
        for character in name[1:]:
            at = _skip(BLANKS, text, at)
            if text[at : at + 1] != character:
                break
            at += 1
        else:
            return at
    return None


def is_reference_title(text: str) -> bool:
    """Tell whether `text` is the heading of a reference list, in brackets, after a number or with a colon or not."""
    return bare(HASHES.sub("", text)) in word_list("reference_titles")


def is_bibliographic(text: str) -> bool:
    """Tell whether `text` has what only notes and references have: a publisher, a type mark, 参见 ..."""
    return _signs().search(text) is not None


def bare(text: str) -> str:
    """Return a heading or label without blanks, brackets and readings.

    >>> bare("【關(guān)鍵 詞】：")
    '關鍵詞'
    """
    return re.sub(r"[\s:：\[\]［］【】〔〕（）()*_—\-]", "", READING.sub("", text))


@cache
def _label_kinds() -> dict[str, str]:
    return {bare(entry.split(" ", 1)[1]): entry.split(" ", 1)[0] for entry in word_list("front_labels")}


@cache
def _label_names() -> dict[str, list[str]]:
    return _by_first(list(_label_kinds()))


@cache
def _inner_names() -> dict[str, list[str]]:
    return _by_first([name for name, kind in _label_kinds().items() if kind in ("keywords", "note")])


def _by_first(names: list[str]) -> dict[str, list[str]]:
    """Return the names by their first character, longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda each: (-len(each), each)):
        found.setdefault(name[0], []).append(name)
    return found


@cache
def _signs() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(word_list("bibliographic_signs"))))
    return re.compile(
        rf"{names}|第\s*\d+(?:\s*[-－—–,，、]\s*\d+)*\s*[页頁期卷辑輯版]|《[^》]{{2,40}}》\s*[,，]?\s*(?:19|20)\d\d"
    )
