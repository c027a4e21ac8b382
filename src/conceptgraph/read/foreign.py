"""Files that no reader opens: told by their first bytes or their ending, each with the message that has its remedy."""

from __future__ import annotations

import io
import zipfile

# Endings that scholars have and no reader opens: the message says which program saves them as what.
REFUSED: dict[str, str] = {
    ".7z": "input_archive",
    ".azw3": "refused_ebook",
    ".bmp": "refused_image",
    ".caa": "refused_caj",
    ".caj": "refused_caj",
    ".djvu": "refused_image",
    ".doc": "refused_doc",
    ".dot": "refused_doc",
    ".enl": "refused_library",
    ".et": "refused_xls",
    ".gif": "refused_image",
    ".gz": "input_archive",
    ".heic": "refused_image",
    ".jpeg": "refused_image",
    ".jpg": "refused_image",
    ".kdh": "refused_caj",
    ".m4a": "refused_sound",
    ".mobi": "refused_ebook",
    ".mp3": "refused_sound",
    ".mp4": "refused_sound",
    ".nel": "refused_library",
    ".nh": "refused_caj",
    ".odt": "refused_odt",
    ".png": "refused_image",
    ".ppt": "refused_ppt",
    ".pptx": "refused_ppt",
    ".rar": "input_archive",
    ".rtf": "refused_doc",
    ".tar": "input_archive",
    ".teb": "refused_caj",
    ".tif": "refused_image",
    ".tiff": "refused_image",
    ".wav": "refused_sound",
    ".wps": "refused_doc",
    ".xls": "refused_xls",
    ".zip": "input_archive",
}

# Of these endings a folder may be full beside its texts: named in a warning, not as texts that failed.
BESIDE = frozenset(
    ending for ending, key in REFUSED.items() if key in ("refused_image", "refused_sound", "refused_library")
)

# First bytes of files that are no text, whatever their name.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"CAJ\x00", "refused_caj"),
    (b"HN\x00", "refused_caj"),
    (b"HN\xc8", "refused_caj"),
    (b"KDH ", "refused_caj"),
    (b"TEB\x00", "refused_caj"),
    (b"\xc8\x00\x00\x00", "refused_caj"),
    (b"{\\rtf", "refused_doc"),
    (b"Rar!", "input_archive"),
    (b"7z\xbc\xaf", "input_archive"),
    (b"\x1f\x8b", "input_archive"),
    (b"BZh", "input_archive"),
    (b"\xfd7zXZ", "input_archive"),
    (b"MSCF", "input_archive"),
    (b"\x89PNG", "refused_image"),
    (b"\xff\xd8\xff", "refused_image"),
    (b"GIF8", "refused_image"),
    (b"II*\x00", "refused_image"),
    (b"MM\x00*", "refused_image"),
    (b"AT&TFORM", "refused_image"),
    (b"RIFF", "refused_sound"),
    (b"ID3", "refused_sound"),
    (b"OggS", "refused_sound"),
    (b"fLaC", "refused_sound"),
    (b"#!AMR", "refused_sound"),
    (b"\x7fELF", "refused_program"),
    (b"MZ\x90", "refused_program"),
    (b"\xca\xfe\xba\xbe", "refused_program"),
    (b"\xcf\xfa\xed\xfe", "refused_program"),
    (b"SQLite format 3\x00", "refused_library"),
)
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE2 file, in UTF-16: what kind of document it is.
STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "refused_password"),
    ("WordDocument", "refused_doc"),
    ("PowerPoint Document", "refused_ppt"),
    ("Workbook", "refused_xls"),
    ("Book", "refused_xls"),
)
ZIP = b"PK\x03\x04"
# Members of a zip file: what kind of document it is.
MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/", "xlsx"),
    ("word/", "docx"),
    ("ppt/", "pptx"),
    ("META-INF/container.xml", "epub"),
    ("content.xml", "odt"),
)


def refusal(content: bytes, ending: str) -> str:
    """Return the key of the message for a file that no reader opens, empty where it may be text.

    >>> refusal(b"CAJ\\x00\\x01", ".txt"), refusal("异化".encode(), ".txt")
    ('refused_caj', '')
    """
    if content.startswith(OLE2[:4]):
        kinds = (key for name, key in STREAMS if name.encode("utf-16-le") in content)
        return next(kinds, REFUSED.get(ending, "refused_doc"))
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "refused_image"
    if content[4:8] == b"ftyp":
        return "refused_image" if content[8:12] in (b"heic", b"heix", b"mif1", b"avif") else "refused_sound"
    if content[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return "refused_ebook"
    if content[257:262] == b"ustar":
        return "input_archive"
    if content[:2] == b"BM" and b"\x00" in content[2:14]:
        return "refused_image"
    return next((key for signature, key in SIGNATURES if content.startswith(signature)), "")


def zip_kind(content: bytes) -> str:
    """Return what a zip file is by its members: xlsx, docx, pptx, epub, odt; empty for an archive and for none.

    A damaged one is looked through for the names of its members.
    """
    if not content.startswith(ZIP):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        return next((kind for name, kind in MEMBERS if name.encode() in content), "")
    return next((kind for name, kind in MEMBERS if any(member.startswith(name) for member in names)), "")
