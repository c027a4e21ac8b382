"""The text that a content stream shows, exchanged where the library would misread it (see `rewrite`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from conceptgraph.read.pdf.operators import Operation, operations, string_bytes

SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
ASCII = re.compile(rb"[\x00-\x80]+")
MIXED_CODES = re.compile(
    rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xff].?|[\x00-\x80]", re.DOTALL
)  # four bytes in GBK2K, two, one
TEXT_FONT = "ConceptgraphText"  # whose codes are UTF-16
LETTERS = "ConceptgraphLetters"  # the beginning of the names of fonts of letters
PRINTED = re.compile(r"[^\s\u00ad\u200b-\u200f\ufeff]")


class FontCodes(NamedTuple):
    """How long the codes of a font are: `kind` is ``one`` byte, ``two`` bytes or ``mixed``."""

    kind: str

    def split(self, text: bytes) -> list[bytes]:
        """Return the codes of `text`."""
        if self.kind == "mixed":
            return MIXED_CODES.findall(text)
        step = 2 if self.kind == "two" else 1
        return [text[i : i + step] for i in range(0, len(text), step)]


@dataclass(slots=True)
class _Shown:
    """An operation that shows text, in the font and size in force."""

    operation: Operation
    font: str
    size: bytes


@dataclass(slots=True)
class _State:
    font: tuple[str, bytes] = ("", b"0")
    kept: list[tuple[str, bytes]] = field(default_factory=list)
    marks: list[str | None] = field(default_factory=list)  # replacement texts of the marked stretches around
    declared: list[_Shown] = field(default_factory=list)  # what the outermost replacement text stands for


Edit = tuple[int, int, bytes]


def exchange(content: bytes, fonts: Mapping[str, FontCodes], named: Mapping[str, str]) -> bytes | None:
    """Return a content stream that shows the same text so that the library reads it; None where it does already.

    `fonts` are those of its resources by name; `named` the replacement texts that its resources hold by name. Letters
    in a font of mixed codes get a font of their own. What a replacement text (ActualText) stands for is shown in a
    font of UTF-16 codes, as far as both have as many characters; else what is drawn stays.
    """
    edits: list[Edit] = []
    state = _State()
    for each in operations(content):
        if each.name == b"q":
            state.kept.append(state.font)
        elif each.name == b"Q" and state.kept:
            state.font = state.kept.pop()
        elif each.name == b"Tf" and len(each.operands) > 1:
            state.font = each.operands[-2].decode("latin-1"), each.operands[-1]
        elif each.name in (b"BDC", b"BMC"):
            declared = _replacement(each, named)
            state.marks.append(declared)
            if declared is not None:
                edits.append((each.start, each.end, b"/Span BMC"))
        elif each.name == b"EMC" and state.marks:
            edits.extend(_close(state, fonts))
        elif each.name in SHOWING and each.operands:
            shown = _Shown(each, *state.font)
            if any(mark is not None for mark in state.marks):
                state.declared.append(shown)
            else:
                edits.extend(_part(shown, fonts))
    for shown in state.declared:
        edits.extend(_part(shown, fonts))
    return _apply(content, edits) if edits else None


def _apply(content: bytes, edits: Sequence[Edit]) -> bytes:
    parts, last = [], 0
    for start, end, new in sorted(edits):
        parts += [content[last:start], new]
        last = end
    return b"".join([*parts, content[last:]])


def _replacement(operation: Operation, named: Mapping[str, str]) -> str | None:
    """Return the replacement text that a marked stretch declares, None where it declares none."""
    operands = operation.operands
    if b"/ActualText" in operands[:-1]:
        return replacement_text(string_bytes(operands[operands.index(b"/ActualText") + 1]) or b"")
    return named.get(operands[-1].decode("latin-1")) if operands else None


def replacement_text(value: bytes) -> str:
    """Return a text string of a PDF: UTF-16 or UTF-8 with a mark, else one byte a character."""
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    return value[3:].decode("utf-8", "replace") if value.startswith(b"\xef\xbb\xbf") else value.decode("latin-1")


def _close(state: _State, fonts: Mapping[str, FontCodes]) -> Iterator[Edit]:
    """End a marked stretch; with the outermost replacement text, yield what it makes of the text shown in it."""
    mark = state.marks.pop()
    if mark is None or any(outer is not None for outer in state.marks):
        return
    shown, state.declared = state.declared, []
    codes = [code for each in shown for code in _codes(each, fonts)]
    fits = len(mark) == len(codes) or (len(codes) == 1 and len(mark) > 1)
    if not fits or not PRINTED.search(mark) or any(ord(character) > 0xFFFF for character in mark):
        for each in shown:
            yield from _part(each, fonts)
        return
    rest = iter([mark] if len(codes) == 1 else mark)
    for each in shown:
        made = []
        for token, string in _pieces(each.operation):
            if string is None:
                made.append(token)
            else:
                text = "".join(next(rest) for _ in _split(each, string, fonts))
                made.append(b"<%b>" % text.encode("utf-16-be").hex().encode())
        text_font = b"/%b %b Tf" % (TEXT_FONT.encode(), each.size)
        yield _edit(each, [text_font, b"[%b] TJ" % b" ".join(made), _font_again(each)])


def _pieces(operation: Operation) -> list[tuple[bytes, bytes | None]]:
    """Return the operands that an operation shows: each token, and the bytes of those that are strings."""
    tokens = operation.operands if operation.name == b"TJ" else operation.operands[-1:]
    return [(token, string_bytes(token)) for token in tokens if token not in (b"[", b"]")]


def _split(shown: _Shown, string: bytes, fonts: Mapping[str, FontCodes]) -> list[bytes]:
    return fonts.get(shown.font, FontCodes("one")).split(string)


def _codes(shown: _Shown, fonts: Mapping[str, FontCodes]) -> list[bytes]:
    strings = (string for _, string in _pieces(shown.operation) if string is not None)
    return [code for string in strings for code in _split(shown, string, fonts)]


def _part(shown: _Shown, fonts: Mapping[str, FontCodes]) -> Iterator[Edit]:
    """Yield the operation again with its letters in a font of their own, where its font has mixed codes."""
    if fonts.get(shown.font, FontCodes("one")).kind != "mixed":
        return
    made: list[bytes] = []
    letters = b"/%b%b %b Tf" % (LETTERS.encode(), shown.font[1:].encode("latin-1"), shown.size)
    for token, string in _pieces(shown.operation):
        if string is None:
            made.append(b"[%b] TJ" % token)
            continue
        for narrow, part in _stretches(FontCodes("mixed").split(string)):
            show = b"<%b> Tj" % part.hex().encode()
            made.extend([letters, show, _font_again(shown)] if narrow else [show])
    yield _edit(shown, made)


def _stretches(codes: Sequence[bytes]) -> Iterator[tuple[bool, bytes]]:
    """Yield stretches of letters (True) and of other codes."""
    stretch, narrow = b"", False
    for code in codes:
        is_narrow = ASCII.match(code) is not None
        if stretch and is_narrow != narrow:
            yield narrow, stretch
            stretch = b""
        stretch, narrow = stretch + code, is_narrow
    if stretch:
        yield narrow, stretch


def _font_again(shown: _Shown) -> bytes:
    return b"%b %b Tf" % (shown.font.encode("latin-1"), shown.size)


def _edit(shown: _Shown, made: Sequence[bytes]) -> Edit:
    """Return the edit that puts `made` in the place of an operation; what it does beside showing text goes first."""
    operation = shown.operation
    before: list[bytes] = []
    if operation.name == b'"' and len(operation.operands) > 2:
        before += [operation.operands[-3] + b" Tw", operation.operands[-2] + b" Tc"]
    if operation.name in (b"'", b'"'):
        before.append(b"T*")
    return operation.start, operation.end, b" " + b" ".join([*before, *made]) + b" "
