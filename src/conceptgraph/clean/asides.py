"""What stands in a paper beside its argument: acknowledgements and notes on the authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from conceptgraph.clean.paragraphs import Paragraph
from conceptgraph.clean.shapes import bare
from conceptgraph.config import CleanConfig
from conceptgraph.resources import word_list

BIOGRAPHY = re.compile(r"[*＊※†\s]*(?P<name>[\u4e00-\u9fff]{2,4})(?:\s*[（(][^（）()]{0,30}[)）])?\s*[,，:：]")
SEX = re.compile(r"[,，]\s*[男女]\s*[,，（(]")
OPENING = re.compile(
    r"[*＊※†\s]*(?:本文|作者|笔者|筆者|本研究|感谢|感謝|衷心|谨此|謹此|最后|最後|在此|特别感谢|特別感謝)"
)
ORGANISATION_WITHIN = 80  # characters from the start of a note on an author


def settle_asides(paragraphs: Sequence[Paragraph], config: CleanConfig) -> None:
    """Set ``acknowledgement`` for what stands under such a heading and for paragraphs of thanks, ``note`` for notes on
    the authors.

    A section of thanks ends at the next heading, label or list of references.
    """
    thanking = False
    for paragraph in paragraphs:
        if paragraph.kind == "heading":
            words = paragraph.text[paragraph.heading.start if paragraph.heading else 0 :]
            thanking = bare(words) in word_list("acknowledgement_titles")
        elif paragraph.kind not in ("body", "list", "quote"):
            thanking = thanking and paragraph.kind in ("caption", "contents")
        if thanking and paragraph.kind in ("heading", "body", "list", "quote"):
            paragraph.kind = "acknowledgement"
        elif paragraph.kind == "body" and len(paragraph.text) <= config.aside_length:
            paragraph.kind = _kind(paragraph.text)


def _kind(text: str) -> str:
    """Return ``acknowledgement`` or ``note`` for a short paragraph that is one, else ``body``.

    >>> _kind("感谢匿名审稿专家的意见，文责自负。"), _kind("何以安，男，河西大学哲学系教授。")
    ('acknowledgement', 'note')
    >>> _kind("感谢是一种社会关系。")
    'body'
    """
    if _thanks().search(text) and OPENING.match(text):
        return "acknowledgement"
    found = BIOGRAPHY.match(text)
    surnames = word_list("surnames")
    if found is None or not (found["name"][0] in surnames or found["name"][:2] in surnames):
        return "body"
    start = text[:ORGANISATION_WITHIN]
    placed = any(word in start for word in word_list("organisation_words"))
    return "note" if placed and (SEX.search(start) or _author_signs().search(text)) else "body"


@cache
def _thanks() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(word_list("acknowledgement_signs")))))


@cache
def _author_signs() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(word_list("author_note_signs")))))
