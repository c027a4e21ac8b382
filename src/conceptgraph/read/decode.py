"""Bytes -> text: byte order mark, strict UTF-8, then the likeliest of the Chinese encodings.

Trial order decides nothing there, because Big5 bytes nearly always decode as GB18030 as well: each candidate is scored
by how much its text looks like Chinese, and the lead over the others is the margin of the guess.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from conceptgraph.characters import big5_level_1, gb2312_level_1
from conceptgraph.errors import InputError
from conceptgraph.resources import word_list

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")  # of equal ones the first wins
DIALECTS = {"big5hkscs": "cp950"}  # Big5 with and without the characters of Hong Kong: no rivals
CONTROL_BYTES = bytes([*range(1, 9), *range(14, 27), *range(28, 32)])  # that no text has
CHANCE = 0.2  # score of a wrong reading that falls on characters of the first levels (EUC-TW as GB 18030, measured)
SAMPLE_BYTES = 1 << 16  # scored; even, so that UTF-16 stays in step
PUNCTUATION = "，。、；：？！“”‘’（）《》「」『』—…\u3000"
SIGN = re.compile("[\u2460-\u24ff\u3001-\u301e\uff01-\uff5e]")  # circled numbers, brackets, full-width forms
SURROGATE = re.compile("[\ud800-\udfff]")
LINE_END = re.compile("\r\n?")
UNLIKELY = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
PLAIN_LINE = re.compile(rb"(?m)^[\x01-\x7f]*\n")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding it came in, and the margin of the guess: the lead of its score over the next
    reading and over chance, at most 0.8; 1 where nothing was guessed. `lost` counts the bad sequences of bytes.
    """

    text: str
    encoding: str
    margin: float = 1.0
    lost: int = 0


def decode(content: bytes, encoding: str, path: str) -> Decoded:
    r"""Return `content` as text with ``\n`` line ends and no lone surrogates; bad sequences of bytes become U+FFFD.

    `encoding` is a codec name or ``auto``. Raises InputError for an unknown codec name, bytes that the forced codec
    mostly refuses, binary content, or bytes that no candidate explains.

    >>> decode("异化是劳动的结果。".encode("gb18030"), "auto", "a.txt").encoding
    'gb18030'
    """
    decoded = _detect(content, path) if encoding == "auto" else _force(content, encoding, path)
    text = LINE_END.sub("\n", decoded.text).removeprefix("\ufeff")
    if len(UNLIKELY.findall(text)) > len(text) * 0.1:
        raise InputError("input_binary", path=path)
    text = SURROGATE.sub("\ufffd", text)
    return Decoded(text, decoded.encoding, decoded.margin, text.count("\ufffd"))


def _force(content: bytes, encoding: str, path: str) -> Decoded:
    try:
        text = content.decode(encoding, errors="replace")
    except (LookupError, UnicodeError, ValueError) as error:
        raise InputError("encoding_unknown", path=path, encoding=encoding) from error
    if len(UNLIKELY.findall(text)) > len(text) * 0.1:
        raise InputError("encoding_wrong", path=path, encoding=encoding)
    return Decoded(text, encoding)


def _detect(content: bytes, path: str) -> Decoded:
    for mark, name in MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(name, errors="replace"), name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _best_candidate(content, path)
    return _best_candidate(content, path) if text.count("\x00") > len(text) // 10 else Decoded(text, "utf-8")


def _best_candidate(content: bytes, path: str) -> Decoded:
    """Return the text in the encoding whose reading of a sample scores highest."""
    sample = _sample(content)
    scores = {name: _score(sample.decode(name, errors="replace")) for name in CANDIDATES}
    name = max(scores, key=scores.__getitem__)
    if scores[name] <= 0:
        control = sum(sample.count(byte) for byte in CONTROL_BYTES)
        raise InputError("input_binary" if control > len(sample) * 0.02 else "encoding_undetected", path=path)
    rivals = [score for other, score in scores.items() if DIALECTS.get(other, other) != DIALECTS.get(name, name)]
    margin = scores[name] - max(*rivals, CHANCE)
    return Decoded(content.decode(name, errors="replace"), name, round(margin, 3))


def _sample(content: bytes) -> bytes:
    """Return the part of `content` that tells most: lines with more than ASCII, unless it has NULs as UTF-16 does."""
    if len(content) <= SAMPLE_BYTES or 0 in content[:SAMPLE_BYTES]:
        return content[:SAMPLE_BYTES]
    return PLAIN_LINE.sub(b"", content[: 16 * SAMPLE_BYTES])[:SAMPLE_BYTES]


def _score(text: str) -> float:
    """Return how much the foreign part of `text` looks like Chinese: the mean weight of its characters, in -2..1.

    Frequent characters and Chinese punctuation weigh 1, other common ones (the first levels of GB 2312 and Big5) and
    signs that Chinese text has 0.5, rare ones and other scripts -0.5, control, private and replaced ones -2. ASCII does
    not count.
    """
    counts = {sign: count for sign, count in Counter(text).items() if sign > "\x7f" or UNLIKELY.match(sign)}
    total = sum(counts.values())
    return sum(_weight(sign) * count for sign, count in counts.items()) / total if total else 0.0


@cache
def _weight(sign: str) -> float:
    if sign in PUNCTUATION or sign in word_list("frequent_characters"):
        return 1.0
    if UNLIKELY.match(sign):
        return -2.0
    return 0.5 if SIGN.match(sign) or sign in gb2312_level_1() or sign in big5_level_1() else -0.5
