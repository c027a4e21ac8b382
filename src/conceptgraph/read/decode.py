"""Bytes -> text: byte order mark, strict UTF-8, then the likeliest of the Chinese encodings.

Trial order decides nothing there, because Big5 bytes nearly always decode as GB18030 as well: each candidate is scored
by how much its text looks like Chinese.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from conceptgraph.errors import InputError
from conceptgraph.resources import word_list

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
CONTROL_BYTES = bytes([*range(1, 9), *range(14, 27), *range(28, 32)])  # that no text has
SAMPLE_BYTES = 1 << 16  # scored from the start of the file; even, so that UTF-16 stays in step
SURROGATE = re.compile("[\ud800-\udfff]")
LINE_END = re.compile("\r\n?")
UNLIKELY = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
FOREIGN = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding it came in, and how far the choice was ahead of the next one (0..1)."""

    text: str
    encoding: str
    margin: float = 1.0


def decode(content: bytes, encoding: str, path: str) -> Decoded:
    r"""Return `content` as text with ``\n`` line ends and no lone surrogates.

    `encoding` is a codec name or ``auto``. Raises InputError for an unknown codec name, bytes that the forced codec
    refuses, binary content, or bytes that no candidate explains.

    >>> decode("异化是劳动的结果。".encode("gb18030"), "auto", "a.txt").encoding
    'gb18030'
    """
    decoded = _detect(content, path) if encoding == "auto" else _force(content, encoding, path)
    text = LINE_END.sub("\n", decoded.text).removeprefix("\ufeff")
    if len(UNLIKELY.findall(text)) > len(text) * 0.1:
        raise InputError("input_binary", path=path)
    return Decoded(SURROGATE.sub("\ufffd", text), decoded.encoding, decoded.margin)


def _force(content: bytes, encoding: str, path: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding)
    except LookupError as error:
        raise InputError("encoding_unknown", path=path, encoding=encoding) from error
    except UnicodeError as error:
        raise InputError("encoding_wrong", path=path, encoding=encoding, cause=error) from error


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
    """Return the text in the encoding whose reading of the sample scores highest."""
    sample = content[:SAMPLE_BYTES]
    scored = sorted(
        ((_score(sample.decode(name, errors="replace")), name) for name in ("utf-8", *CANDIDATES)), reverse=True
    )
    (best, name), (second, _) = scored[:2]
    if best <= 0:
        control = sum(sample.count(byte) for byte in CONTROL_BYTES)
        raise InputError("input_binary" if control > len(sample) * 0.02 else "encoding_undetected", path=path)
    return Decoded(content.decode(name, errors="replace"), name, round(best - second, 3))


def _score(text: str) -> float:
    """Return how much of the foreign part of `text` is what Chinese text is full of, less what never stands in one.

    score = (frequent characters and Chinese punctuation - 2 * replaced, control and private characters) / foreign
    characters, in -2..1.
    """
    foreign = len(FOREIGN.findall(text)) + text.count("\x00")
    known = len(_frequent().findall(text))
    return (known - 2 * len(UNLIKELY.findall(text))) / foreign if foreign else 0.0


@cache
def _frequent() -> re.Pattern[str]:
    return re.compile("[，。、；：？！“”‘’（）《》「」『』—…\u3000" + "".join(word_list("frequent_characters")) + "]")
