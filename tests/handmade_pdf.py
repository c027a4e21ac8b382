"""PDF files written object by object: the fonts, encryptions and damages that literature databases deliver."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

PAGE_SIZE = (595, 842)  # A4, points
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
EMPTY = b"\x00"


class Placed(NamedTuple):
    """A string drawn at `x`, `y` (points from the lower left), `spacing` points after each character."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "song"
    spacing: float = 0
    mode: int = 0  # 3 draws nothing: the hidden layer of a scan
    angle: int = 0  # 90 is turned to the left
    instead: str = ""  # the replacement text that is declared for it


@dataclass(frozen=True)
class Font:
    """A font as objects: `code` turns a string into the bytes that show it, `build` adds it to a file."""

    code: Callable[[str], bytes]
    build: Callable[[Objects], int]


@dataclass
class Objects:
    """The objects of a file; the first three numbers are kept for catalogue, page tree and encryption."""

    bodies: list[bytes] = field(default_factory=lambda: [b"null"] * 3)
    key: bytes = b""

    def add(self, body: str | bytes) -> int:
        """Add an object, return its number."""
        self.bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.bodies)

    def stream(self, content: bytes, entries: str = "", *, packed: bool = False) -> int:
        """Add a stream, encrypted where the file is; return its number."""
        if packed:
            content, entries = zlib.compress(content), f"{entries} /Filter /FlateDecode"
        if self.key:
            content = rc4(object_key(self.key, len(self.bodies) + 1), content)
        return self.add(f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")

    def string(self, text: str, number: int) -> str:
        """Return `text` as a string in object `number`, encrypted where the file is."""
        content = text.encode("latin-1")
        return f"<{(rc4(object_key(self.key, number), content) if self.key else content).hex()}>"

    def system(self, ordering: str) -> str:
        """Return the character collection of the font that is added next."""
        registry, name = (self.string(text, len(self.bodies) + 1) for text in ("Adobe", ordering))
        return f"/CIDSystemInfo << /Registry {registry} /Ordering {name} /Supplement 0 >>"

    def finish(self, trailer: str = "") -> bytes:
        """Return the file."""
        out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self.bodies, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(places) + 1
        return bytes(out + f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode())


# --- fonts --------------------------------------------------------------------------------------------------


def gb1_number(character: str) -> int:
    """Return the CID of a character in Adobe-GB1: ASCII, then GB 2312 row by row."""
    if character.isascii():
        return ord(character) - 31
    row, cell = (byte - 0xA1 for byte in {"—": "―", "·": "・"}.get(character, character).encode("gb2312"))
    if row in (0, 2):  # marks; full-width letters and digits
        return (96, 0, 262)[row] + cell
    if row == 1 and cell >= 0x38:  # ① to ⑩
        return 190 + 50 - 10 + cell - 0x38
    assert row >= 15, character
    return (940 + (row - 15) * 94 if row < 55 else 4695 + (row - 55) * 94) + cell


def gb1_codes(text: str) -> bytes:
    """Return `text` in CIDs of Adobe-GB1, two bytes each (Identity-H)."""
    return b"".join(gb1_number(character).to_bytes(2, "big") for character in text)


def not_embedded(encoding: str = "Identity-H", kind: str = "CIDFontType2", name: str = "STSong-Light") -> Font:
    """Return a Chinese font that the file only names: no font program, no ToUnicode."""

    def build(objects: Objects) -> int:
        descriptor = objects.add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
            "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
        )
        descendant = objects.add(
            f"<< /Type /Font /Subtype /{kind} /BaseFont /{name} /FontDescriptor {descriptor} 0 R /DW 1000 "
            f"{objects.system('GB1')} /W [1 95 500 814 939 500] >>"
        )
        return objects.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /{encoding} "
            f"/DescendantFonts [{descendant} 0 R] >>"
        )

    return Font(gb1_codes if encoding == "Identity-H" else lambda text: text.encode("gbk"), build)


def named_only() -> Font:
    """Return a plain font that is only named, in GBK (宋体): its bytes are GBK as well."""

    def build(objects: Objects) -> int:
        return objects.add(
            "<< /Type /Font /Subtype /TrueType /BaseFont /#CB#CE#CC#E5 /Encoding /WinAnsiEncoding /FirstChar 32 "
            f"/LastChar 255 /Widths [{'500 ' * 224}] >>"
        )

    return Font(lambda text: text.encode("gbk"), build)


def to_unicode_map(objects: Objects, pairs: Sequence[tuple[int, str]]) -> int:
    """Add the table that says which text each code of a font stands for."""
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n"
        + "\n".join(f"<{number:04X}> <{text.encode('utf-16-be').hex()}>" for number, text in block)
        + "\nendbfchar"
        for block in blocks
    )
    return objects.stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end".encode()
    )


def mapped(means: Callable[[str], str], name: str = "FZSSK") -> Font:
    """Return a font whose ToUnicode map says `means` of each character: shifted, private, foreign ..."""
    used: dict[str, int] = {}

    def code(text: str) -> bytes:
        return b"".join(used.setdefault(c, len(used) + 1).to_bytes(2, "big") for c in text)

    def build(objects: Objects) -> int:
        table = to_unicode_map(objects, sorted((number, means(character)) for character, number in used.items()))
        narrow = " ".join(f"{number} [500]" for c, number in sorted(used.items(), key=lambda i: i[1]) if c.isascii())
        descendant = objects.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 1000 /W [{narrow}] /CIDToGIDMap /Identity "
            f"{objects.system('Identity')} >>"
        )
        return objects.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /ToUnicode {table} 0 R "
            f"/DescendantFonts [{descendant} 0 R] >>"
        )

    return Font(code, build)


def embedded(path: Path, characters: str, *, to_unicode: bool = True) -> Font:
    """Return the font at `path` cut down to `characters`, as a file has it that embeds its fonts."""
    from fontTools import subset, ttLib

    font = ttLib.TTFont(path, fontNumber=0, lazy=True)
    cutter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, notdef_outline=True))
    cutter.populate(text=characters)
    cutter.subset(font)
    cut = BytesIO()
    font.save(cut)
    font = ttLib.TTFont(BytesIO(cut.getvalue()))
    program = font.getTableData("CFF ")
    numbers = {chr(code): int(name.removeprefix("cid")) for code, name in font.getBestCmap().items()}
    widths = " ".join(f"{cid} [{font['hmtx'][f'cid{cid:05d}'][0]}]" for cid in sorted(set(numbers.values())))

    def build(objects: Objects) -> int:
        program_number = objects.stream(program, "/Subtype /CIDFontType0C", packed=True)
        descriptor = objects.add(
            "<< /Type /FontDescriptor /FontName /ABCDEF+Noto /Flags 4 /FontBBox [-100 -300 1100 1000] /ItalicAngle 0 "
            f"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontFile3 {program_number} 0 R >>"
        )
        descendant = objects.add(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /ABCDEF+Noto /FontDescriptor {descriptor} 0 R /DW 1000 "
            f"/W [{widths}] {objects.system('Identity')} >>"
        )
        table = to_unicode_map(objects, sorted((cid, text) for text, cid in numbers.items()))
        named = f"/ToUnicode {table} 0 R" if to_unicode else ""
        return objects.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Noto /Encoding /Identity-H {named} "
            f"/DescendantFonts [{descendant} 0 R] >>"
        )

    return Font(lambda text: b"".join(numbers[c].to_bytes(2, "big") for c in text), build)


# --- encryption ---------------------------------------------------------------------------------------------


def rc4(key: bytes, content: bytes) -> bytes:
    """Return `content` under the RC4 cipher, which is its own reverse."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def object_key(key: bytes, number: int) -> bytes:
    """Return the key of one object: the file's key with the object's number."""
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\x00\x00").digest()[: len(key) + 5]


def standard_encryption(objects: Objects, password: str) -> str:
    """Encrypt what is added from now on (40 bits, revision 2); return the trailer's entries."""
    user = (password.encode() + PADDING)[:32]
    owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], user)
    identity = b"0123456789abcdef"
    permissions = -44
    seed = user + owner + permissions.to_bytes(4, "little", signed=True) + identity
    objects.key = hashlib.md5(seed).digest()[:5]
    objects.bodies[2] = (
        f"<< /Filter /Standard /V 1 /R 2 /P {permissions} /O <{owner.hex()}> /U <{rc4(objects.key, PADDING).hex()}> >>"
    ).encode()
    return f"/Encrypt 3 0 R /ID [<{identity.hex()}> <{identity.hex()}>]"


def database_encryption(objects: Objects) -> str:
    """Mark the file as encrypted by the security handler of a literature database; return the trailer's entries."""
    objects.key = b"secret"
    objects.bodies[2] = b"<< /Filter /TTKN.PubSec /V 2 /Length 128 /SubFilter /adbe.pkcs7.s5 >>"
    return "/Encrypt 3 0 R /ID [<00> <00>]"


# --- files --------------------------------------------------------------------------------------------------

SONG = not_embedded()


def make_pdf(
    pages: Iterable[Sequence[Placed]],
    fonts: Mapping[str, Font] | None = None,
    *,
    encrypt: Callable[[Objects], str] = lambda objects: "",
    size: tuple[float, float] = PAGE_SIZE,
    entries: str = "",
    scanned: bool = False,
) -> bytes:
    """Return a file of `pages`; `entries` go into each page, `scanned` lays a picture over it."""
    objects = Objects()
    trailer = encrypt(objects)
    fonts = fonts or {"song": SONG}
    drawn = [b"\n".join(_draw(each, fonts) for each in page) for page in pages]
    names = " ".join(f"/{name} {font.build(objects)} 0 R" for name, font in fonts.items())
    picture = objects.stream(EMPTY, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                             "/BitsPerComponent 8") if scanned else 0  # fmt: skip
    shown = b"q %d 0 0 %d 0 0 cm /Scan Do Q\n" % size if scanned else b""
    pictures = f"/XObject << /Scan {picture} 0 R >>" if scanned else ""
    kids = []
    for content in drawn:
        stream = objects.stream(shown + content, packed=True)
        kids.append(objects.add(f"<< /Type /Page /Parent 2 0 R /Contents {stream} 0 R {entries} >>"))
    objects.bodies[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    inherited = f"/MediaBox [0 0 {size[0]} {size[1]}] /Resources << /Font << {names} >> {pictures} >>"
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.bodies[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} {inherited} >>".encode()
    return objects.finish(trailer)


def _draw(each: Placed, fonts: Mapping[str, Font]) -> bytes:
    turn = {0: "1 0 0 1", 180: "-1 0 0 -1", 45: "0.7071 0.7071 -0.7071 0.7071", 90: "0 1 -1 0"}[each.angle]
    shown = fonts[each.font].code(each.text).hex()
    declared = each.instead.encode("utf-16").hex() if each.instead else ""
    before, after = (f"/Span << /ActualText <{declared}> >> BDC ", " EMC") if declared else ("", "")
    return (
        f"{before}BT /{each.font} {each.size} Tf {each.spacing} Tc {each.mode} Tr {turn} {each.x:.2f} {each.y:.2f} Tm "
        f"<{shown}> Tj ET{after}"
    ).encode()
