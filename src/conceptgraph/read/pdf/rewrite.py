"""What the library misreads in a PDF is rewritten before it reads it (pdf_oxide 0.3.78; its issues 1517 and 1473).

Fonts whose codes are one or two bytes long (GBK-EUC-H, ETen-B5-H): every code is taken for two bytes, so that one
letter puts all that follows out of step. Old fonts with a Chinese name show GBK as well, and are made such a font
first. Replacement texts (ActualText) come out as wrong characters. Here the fonts are found and added, with the library
pypdf; `exchange` rewrites what is shown in them.
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
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from conceptgraph.read.pdf.exchange import LETTERS, TEXT_FONT, FontCodes, exchange, replacement_text

MIXED = re.compile(r"/(?:GBK?p?c?-EUC|GBK2K|ETen(?:ms)?-B5|B5pc|HKscs-B5)-H\Z")
CHINESE = re.compile("[\u4e00-\u9fff]")
PROPORTIONAL, HALF_WIDTH = 1, 814  # CIDs of the blank in Adobe-GB1: of the proportional letters and the half-width ones
NOTHING = DictionaryObject()


def rewrite(content: bytes) -> bytes | None:
    """Return the PDF `content`, which isn't encrypted, as the library reads it rightly; None where it does already."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(content)).pages:  # without the rest of the file, which may be large
        writer.add_page(page, excluded_keys=("/Annots", "/B", "/StructParents"))
    changed = False
    seen: set[int] = set()
    for page in writer.pages:
        resources: Any = page.get("/Resources", NOTHING).get_object()
        shown = page.get_contents()
        new = _exchanged(shown.get_data(), resources, writer) if shown is not None else None
        if new is not None:
            page[NameObject("/Contents")] = writer._add_object(_stream(new))
            changed = True
        for form in _forms(resources, seen):
            inner = _exchanged(form.get_data(), form.get("/Resources", NOTHING).get_object(), writer)
            if inner is not None:
                form.set_data(inner)
                changed = True
    if not changed:
        return None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _stream(content: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    return made


def _forms(resources: Any, seen: set[int]) -> Iterator[Any]:
    """Yield the forms that `resources` name and those in them, each once."""
    for each in resources.get("/XObject", NOTHING).get_object().values():
        form = each.get_object()
        if form.get("/Subtype") == "/Form" and id(form) not in seen:
            seen.add(id(form))
            yield form
            yield from _forms(form.get("/Resources", NOTHING).get_object(), seen)


def _exchanged(content: bytes, resources: Any, writer: PdfWriter) -> bytes | None:
    """Return a content stream with its text exchanged, the fonts for it added to its resources."""
    fonts = resources.get("/Font", NOTHING).get_object()
    kinds = {name: _codes_of(fonts, name) for name in list(fonts)}
    named = {name: text for name, text in _named_replacements(resources)}
    new = exchange(content, kinds, named)
    if new is None:
        return None
    if TEXT_FONT.encode() in new:
        fonts[NameObject(f"/{TEXT_FONT}")] = _text_font(writer)
    for name, codes in kinds.items():
        if codes.kind == "mixed":
            fonts[NameObject(f"/{LETTERS}{name[1:]}")] = _letter_font(fonts[name].get_object())
    return new


def _codes_of(fonts: Any, name: str) -> FontCodes:
    """Return the codes of the font `name`; one that is only named, in Chinese, is made a font of mixed codes."""
    font = fonts[name].get_object()
    if _is_named_chinese(font):
        font = fonts[NameObject(name)] = _composite()
    if font.get("/Subtype") != "/Type0":
        return FontCodes("one")
    return FontCodes("mixed" if MIXED.match(str(font.get("/Encoding", ""))) else "two")


def _named_replacements(resources: Any) -> Iterator[tuple[str, str]]:
    for name, each in resources.get("/Properties", NOTHING).get_object().items():
        value = each.get_object()
        text = value.get("/ActualText") if isinstance(value, DictionaryObject) else None
        if text is not None:
            yield str(name), text if isinstance(text, str) else replacement_text(bytes(text))


def _is_named_chinese(font: Any) -> bool:
    """Tell whether a plain font is only named, in Chinese (宋体): then its bytes are GBK."""
    descriptor = font.get("/FontDescriptor", NOTHING).get_object()
    if "/ToUnicode" in font or any(f"/FontFile{kind}" in descriptor for kind in ("", 2, 3)):
        return False
    name = str(font.get("/BaseFont", ""))
    with suppress(UnicodeError):  # the first library writes each byte of a name as a character
        name = name.encode("latin-1").decode("gbk")
    return font.get("/Subtype") in ("/TrueType", "/Type1") and CHINESE.search(name) is not None


def _table(**entries: Any) -> DictionaryObject:
    """Return a dictionary of a PDF; plain strings are names."""
    made = DictionaryObject()
    for key, value in entries.items():
        made[NameObject(f"/{key}")] = NameObject(f"/{value}") if type(value) is str else value
    return made


def _type0(encoding: str, ordering: str, widths: tuple[int, ...], **entries: Any) -> DictionaryObject:
    """Return a composite font that is only named; `widths` are as in the PDF's array W, others are 1000."""
    system = _table(Registry=TextStringObject("Adobe"), Ordering=TextStringObject(ordering), Supplement=NumberObject(2))
    descendant = _table(
        Type="Font",
        Subtype="CIDFontType2",
        BaseFont="Song",
        CIDSystemInfo=system,
        DW=NumberObject(1000),
        W=ArrayObject(map(NumberObject, widths)),
    )
    return _table(
        Type="Font",
        Subtype="Type0",
        BaseFont="Song",
        Encoding=encoding,
        DescendantFonts=ArrayObject([descendant]),
        **entries,
    )


def _composite() -> DictionaryObject:
    """Return the composite font of GBK codes that a plain font with a Chinese name stands for."""
    return _type0("GBK-EUC-H", "GB1", (HALF_WIDTH, HALF_WIDTH + 0x7E, 500))


def _text_font(writer: PdfWriter) -> DictionaryObject:
    """Return a font whose codes are UTF-16, letters half as wide as other characters."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
    blocks = "".join(
        f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange\n"
        for block in (ranges[i : i + 100] for i in range(0, 256, 100))
    )
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Text def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{blocks}"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    to_unicode = writer._add_object(_stream(table.encode()))
    return _type0("Identity-H", "Identity", (0x20, 0x7E, 500), ToUnicode=to_unicode)


def _letter_font(font: Any) -> DictionaryObject:
    """Return a plain font of the letters of `font`, with their widths."""
    widths = _widths(font)
    first = HALF_WIDTH if HALF_WIDTH in widths else PROPORTIONAL
    return _table(
        Type="Font",
        Subtype="TrueType",
        BaseFont=LETTERS,
        Encoding="WinAnsiEncoding",
        FirstChar=NumberObject(0x20),
        LastChar=NumberObject(0x7E),
        Widths=ArrayObject(FloatObject(widths.get(first + i, widths[-1])) for i in range(95)),
    )


def _widths(font: Any) -> dict[int, float]:
    """Return the widths of the letters of a composite font by CID; the default at -1."""
    descendant = font["/DescendantFonts"].get_object()[0].get_object()
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
