"""Is it Chinese? A text layer can hold wrong characters, or right ones in a wrong order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.pdf.page import Page
from conceptgraph.read.records import has_chinese
from conceptgraph.resources import word_list

CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
PICTURE = 0.5  # share of a page that a scan covers at least
FOREIGN_LAYER = 10  # times the characters of a stamp: a text layer, though not a Chinese one
SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH",
                     "HALFWIDTH", "KATAKANA-HIRAGANA", "MODIFIER", "IDEOGRAPHIC", "MATHEMATICAL"})  # fmt: skip


def check_pictures(pages: Sequence[Page], path: str, config: ReadConfig) -> tuple[int, ...]:
    """Return the numbers of the pages that are pictures without text.

    Raises InputError where the whole file is so, or has no text at all.
    """
    limit = config.pdf_scanned * len(pages)
    chinese = sum(has_chinese(char.text) for page in pages for char in page.chars)
    others = sum(not char.text.isspace() for page in pages for char in page.chars) - chinese
    pictures = sum(page.pictures >= PICTURE for page in pages)
    if chinese < limit and pictures * 2 >= len(pages):
        raise InputError("pdf_unreadable" if others >= FOREIGN_LAYER * limit else "pdf_scanned", path=path)
    if not chinese:
        raise InputError("input_not_chinese" if others else "pdf_no_text", path=path)
    bare = (page for page in pages if page.pictures >= PICTURE and len(page.chars) < config.pdf_scanned)
    return tuple(page.number for page in bare)


def check_signs(text: str, path: str, config: ReadConfig) -> list[InputError]:
    """Return what is to be said of characters without meaning. Raises InputError where there are too many."""
    count = count_strange(text)
    share = count / max(1, len("".join(text.split())))
    if share > config.pdf_strange:
        raise InputError("pdf_strange", path=path, share=f"{share:.0%}")
    return [InputError("pdf_strange_some", path=path, count=count, share=f"{share:.2%}")] if count else []


def check_layer(text: str, path: str, config: ReadConfig) -> None:
    """Raise InputError where `text` has no Chinese, or no Chinese prose."""
    if not has_chinese(text):
        raise InputError("input_not_chinese", path=path)
    if sum(map(len, CHINESE.findall(text))) < config.pdf_judged:
        return
    if frequent_share(text) < config.pdf_frequent or order_lift(text) < config.pdf_order:
        raise InputError("pdf_unreadable", path=path)


def frequent_share(text: str) -> float:
    """Return the share of the Chinese characters of `text` that are among the most frequent ones, 0..1.

    Prose has 0.6 to 0.8; characters drawn at random have some 0.1.
    """
    chinese = "".join(CHINESE.findall(text))
    frequent = word_list("frequent_characters")
    return sum(character in frequent for character in chinese) / len(chinese) if chinese else 0.0


def order_lift(text: str) -> float:
    """Return how much more often common pairs (我们, 一个, 问题) stand in `text` than if its order were by chance.

    lift = observed / expected, where expected = neighbours * sum of p(a) * p(b) over the common pairs ab, p being the
    shares of the characters in this text. Prose has 10 and more whatever its subject; shuffled characters have 1.
    Empty text and text without any of the characters have 0.
    """
    stretches = CHINESE.findall(text)
    counts = Counter("".join(stretches))
    total = counts.total()
    neighbours = total - len(stretches)
    pairs = sorted(word_list("common_pairs"))
    expected = neighbours * sum(counts[pair[0]] * counts[pair[1]] for pair in pairs) / total**2 if total else 0.0
    common = word_list("common_pairs")
    observed = sum(stretch[i : i + 2] in common for stretch in stretches for i in range(len(stretch) - 1))
    return observed / expected if expected else 0.0


def count_strange(text: str) -> int:
    """Return how many characters of `text` mean nothing: private use, replaced, unassigned, letters of far scripts.

    >>> count_strange("异化\ue001\ufffdև")
    3
    """
    return sum(count for character, count in Counter(text).items() if _is_strange(character))


@cache
def _is_strange(character: str) -> bool:
    category = unicodedata.category(character)
    if category in ("Co", "Cn", "Cs") or character == "\ufffd":
        return True
    if not category.startswith("L"):
        return False
    return unicodedata.name(character, "").partition(" ")[0] not in SCRIPTS
