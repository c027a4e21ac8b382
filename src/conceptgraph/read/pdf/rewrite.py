"""What the library misreads in a PDF is rewritten before it reads it (pdf_oxide 0.3.78; its issues 1517 and 1473).

Fonts whose codes are one or two bytes long (GBK-EUC-H, ETen-B5-H): every code is taken for two bytes, so that one
letter puts all that follows out of step; their letters go into a font of their own. Old fonts with a Chinese name
show GBK as well, and are made such a font first. Replacement texts (ActualText) come out as wrong characters; they are
taken away, and the characters drawn remain. Like the worker that calls it, this module stands alone.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

MIXED = re.compile(r"/(?:GBK?p?c?-EUC|GBK2K|ETen(?:ms)?-B5|B5pc|HKscs-B5)-H\Z")
CHINESE = re.compile("[\u4e00-\u9fff]")
LETTERS = "ConceptgraphLetters"  # the name of the added fonts in the resources
ASCII = re.compile(rb"[\x00-\x80]+")
CODES = re.compile(rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xff].?|[\x00-\x80]+", re.DOTALL)
PROPORTIONAL, HALF_WIDTH = 1, 814  # CIDs of the blank in Adobe-GB1: of the proportional letters and the half-width ones
SHOWING = {"Tj", "TJ", "'", '"'}


def rewrite(content: bytes) -> bytes | None:
    """Return the PDF `content`, which isn't encrypted, as the library reads it rightly; None where it does already."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    changed = False
    for page in writer.pages:
        resources: Any = page.get("/Resources", DictionaryObject()).get_object()
        contents = page.get_contents()
        if contents is not None:
            stream = ContentStream(contents, writer)
            if _rewrite_stream(stream, resources):
                page[NameObject("/Contents")] = writer._add_object(stream)
                changed = True
        changed = _rewrite_forms(resources, writer, set()) or changed
    if not changed:
        return None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _rewrite_forms(resources: Any, writer: PdfWriter, seen: set[int]) -> bool:
    """Rewrite the forms that `resources` name, and those in them; tell whether any needed it."""
    changed = False
    for each in resources.get("/XObject", DictionaryObject()).get_object().values():
        form = each.get_object()
        if form.get("/Subtype") != "/Form" or id(form) in seen:
            continue
        seen.add(id(form))
        inner = form.get("/Resources", DictionaryObject()).get_object()
        stream = ContentStream(form, writer)
        if _rewrite_stream(stream, inner):
            form.set_data(stream.get_data())
            changed = True
        changed = _rewrite_forms(inner, writer, seen) or changed
    return changed


def _rewrite_stream(stream: ContentStream, resources: Any) -> bool:
    """Rewrite a content stream in place; tell whether it needed it."""
    freed = _free_of_replacements(stream, resources)
    mixed = _add_fonts(resources)
    if mixed:
        _part_stream(stream, resources)
    return freed or mixed


def _free_of_replacements(stream: ContentStream, resources: Any) -> bool:
    """Take away the replacement texts of a content stream; tell whether there were any."""
    named = resources.get("/Properties", DictionaryObject()).get_object().values()
    marked = [operands[1] for operands, operator in stream.operations if operator == b"BDC" and len(operands) > 1]
    found = [each.get_object() for each in (*named, *marked)]
    having = [each for each in found if isinstance(each, DictionaryObject) and "/ActualText" in each]
    for each in having:
        del each["/ActualText"]
    if having:
        stream.operations = list(stream.operations)  # marks the stream as changed
    return bool(having)


def _add_fonts(resources: Any) -> bool:
    """Add a font of letters for each font of mixed codes; tell whether there is one."""
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    for name, font in fonts.items():
        if _is_named_chinese(font.get_object()):
            fonts[NameObject(name)] = _composite(font.get_object())
    mixed = [name for name, font in fonts.items() if MIXED.match(str(font.get_object().get("/Encoding", "")))]
    for name in mixed:
        fonts[NameObject(_letters_of(name))] = _letter_font(fonts[name].get_object())
    return bool(mixed)


def _is_named_chinese(font: DictionaryObject) -> bool:
    """Tell whether a plain font is only named, in Chinese (宋体): then its bytes are GBK."""
    descriptor: Any = font.get("/FontDescriptor", DictionaryObject()).get_object()
    if "/ToUnicode" in font or any(f"/FontFile{kind}" in descriptor for kind in ("", 2, 3)):
        return False
    name = str(font.get("/BaseFont", ""))
    with suppress(UnicodeError):  # the first library writes each byte of a name as a character
        name = name.encode("latin-1").decode("gbk")
    return font.get("/Subtype") in ("/TrueType", "/Type1") and CHINESE.search(name) is not None


def _composite(font: DictionaryObject) -> DictionaryObject:
    """Return the composite font of GBK codes that the plain `font` stands for; letters are half as wide."""
    system = DictionaryObject(
        {
            NameObject("/Registry"): TextStringObject("Adobe"),
            NameObject("/Ordering"): TextStringObject("GB1"),
            NameObject("/Supplement"): NumberObject(2),
        }
    )
    descendant = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): NameObject("/Song"),
            NameObject("/CIDSystemInfo"): system,
            NameObject("/DW"): NumberObject(1000),
            NameObject("/W"): ArrayObject(map(NumberObject, (HALF_WIDTH, HALF_WIDTH + 0x7E, 500))),
        }
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Song"),
            NameObject("/Encoding"): NameObject("/GBK-EUC-H"),
            NameObject("/DescendantFonts"): ArrayObject([descendant]),
        }
    )


def _letters_of(name: str) -> str:
    return f"/{LETTERS}{name[1:]}"


def _letter_font(font: DictionaryObject) -> DictionaryObject:
    """Return a plain font of the letters of `font`, with their widths."""
    widths = _widths(font)
    first = HALF_WIDTH if HALF_WIDTH in widths else PROPORTIONAL
    default = widths.get(-1, 1000.0)
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/TrueType"),
            NameObject("/BaseFont"): NameObject(f"/{LETTERS}"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            NameObject("/FirstChar"): NumberObject(0x20),
            NameObject("/LastChar"): NumberObject(0x7E),
            NameObject("/Widths"): ArrayObject(FloatObject(widths.get(first + i, default)) for i in range(95)),
        }
    )


def _widths(font: DictionaryObject) -> dict[int, float]:
    """Return the widths of the letters of a composite font by CID; the default at -1."""
    descendants: Any = font["/DescendantFonts"].get_object()
    descendant = descendants[0].get_object()
    found = {-1: float(descendant.get("/DW", 1000))}
    row = [each.get_object() for each in descendant.get("/W", ArrayObject()).get_object()]
    while len(row) > 1:
        first = int(row[0])
        if isinstance(row[1], list):
            found.update((first + i, float(width.get_object())) for i, width in enumerate(row[1]))
            row = row[2:]
        else:
            last = min(int(row[1]), HALF_WIDTH + 0x7F)
            found.update((cid, float(row[2])) for cid in range(first, last + 1))
            row = row[3:]
    return found


def _part_stream(stream: ContentStream, resources: Any) -> None:
    """Rewrite the operations of a content stream that show text in fonts of mixed codes."""
    fonts = resources["/Font"].get_object()
    current: tuple[str, Any] = ("", 0)
    kept: list[tuple[str, Any]] = []
    made: list[tuple[list[Any], bytes]] = []
    for operands, operator in stream.operations:
        name = operator.decode("latin-1")
        if name == "q":
            kept.append(current)
        elif name == "Q" and kept:
            current = kept.pop()
        elif name == "Tf" and len(operands) > 1:
            current = str(operands[0]), operands[1]
        if name in SHOWING and operands and _letters_of(current[0] or "/") in fonts:
            made.extend(_part_operation(operands, name, *current))
        else:
            made.append((operands, operator))
    stream.operations = made


def _part_operation(operands: list[Any], operator: str, font: str, size: Any) -> Iterator[tuple[list[Any], bytes]]:
    """Yield the operations that show the same text, each in one font."""
    if operator == '"':
        yield [operands[0]], b"Tw"
        yield [operands[1]], b"Tc"
    if operator in ("'", '"'):
        yield [], b"T*"
    shown = operands[-1] if operator == "TJ" else [operands[-1]]
    letters = NameObject(_letters_of(font))
    for each in shown:
        if not isinstance(each, TextStringObject | ByteStringObject):
            yield [ArrayObject([each])], b"TJ"
            continue
        for part in _parts(each.original_bytes):
            narrow = ASCII.match(part) is not None
            if narrow:
                yield [letters, size], b"Tf"
            yield [ByteStringObject(part)], b"Tj"
            if narrow:
                yield [NameObject(font), size], b"Tf"


def _parts(codes: bytes) -> Iterator[bytes]:
    """Yield the stretches of `codes` that hold either letters or codes of two bytes."""
    wide = b""
    for code in CODES.findall(codes):
        if not ASCII.match(code):
            wide += code
            continue
        if wide:
            yield wide
        yield code
        wide = b""
    if wide:
        yield wide
