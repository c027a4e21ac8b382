"""The operators of a PDF page, found in the bytes of its content stream, so that single ones can be exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Comments, strings (in brackets, which may be nested, or hexadecimal), brackets of lists and tables, names, the rest.
_FLAT = rb"(?:\\.|[^\\()])*"
_NESTED = rb"\((?:\\.|[^\\()]|\(" + _FLAT + rb"(?:\(" + _FLAT + rb"\)" + _FLAT + rb")*\))*\)"
TOKEN = re.compile(
    rb"%[^\r\n]*|" + _NESTED + rb"|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]{}]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+", re.DOTALL
)
OPERATOR = re.compile(rb"[A-Za-z][A-Za-z0-9]*\*?\Z|['\"]\Z")
CONSTANTS = frozenset({b"true", b"false", b"null"})
IMAGE_END = re.compile(rb"\sEI(?=[\s/]|\Z)")
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
MOST_OPERANDS = 10_000  # of an operator; what has more is no content stream


class Operation(NamedTuple):
    """An operator with its operands, flat; it stands at ``start:end`` in the stream."""

    name: bytes
    operands: tuple[bytes, ...]
    start: int
    end: int


def operations(content: bytes) -> Iterator[Operation]:
    """Yield the operations of a content stream; inline pictures are passed over.

    >>> [(each.name, each.operands) for each in operations(b"BT /F1 9 Tf [(a) -20 <62>] TJ ET")]
    [(b'BT', ()), (b'Tf', (b'/F1', b'9')), (b'TJ', (b'[', b'(a)', b'-20', b'<62>', b']')), (b'ET', ())]
    """
    at, start = 0, 0
    operands: list[bytes] = []
    while match := TOKEN.search(content, at):
        token, at = match[0], match.end()
        if token.startswith(b"%"):
            continue
        if not operands:
            start = match.start()
        if not OPERATOR.match(token) or token in CONSTANTS:
            operands.append(token)
            del operands[:-MOST_OPERANDS]
            continue
        yield Operation(token, tuple(operands), start, at)
        operands = []
        if token == b"ID":
            end = IMAGE_END.search(content, at)
            at = end.end() if end else len(content)


def string_bytes(token: bytes) -> bytes | None:
    r"""Return what a string token stands for, None where it is no string.

    >>> string_bytes(b"(a\\)\\101)"), string_bytes(b"<4F 6>"), string_bytes(b"12")
    (b'a)A', b'O`', None)
    """
    if token.startswith(b"(") and token.endswith(b")"):
        return ESCAPE.sub(_escaped, token[1:-1])
    if token.startswith(b"<") and token.endswith(b">") and token[1:2] != b"<":
        digits = b"".join(token[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return None


def _escaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 0xFF])
    return b"" if match[2] else LETTERS.get(match[3], match[3])
