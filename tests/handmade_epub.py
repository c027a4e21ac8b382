"""E-books written by hand: the frames of EPUB 2 and 3, and the habits of the programs that make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
FACTS = (
    '<dc:title>等待的政治经济学</dc:title><dc:creator opf:role="aut">[南湖]林知远 著</dc:creator>'
    '<dc:creator opf:role="trl">何以安</dc:creator><dc:language>zh</dc:language>'
    "<dc:date>2019-05-01T00:00:00+00:00</dc:date>"
)


def page(body: str, title: str = "等待", attributes: str = "") -> str:
    """Return a page of XHTML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"'
        ' "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f'<head><title>{title}</title><link href="s.css" rel="stylesheet"/></head>'
        f"<body{attributes}>{body}</body></html>"
    )


def package(names: Sequence[str], facts: str = FACTS, items: str = "", guide: str = "", spine: str = "") -> str:
    """Return the package file: the pages `names` in this order, and further items."""
    manifest = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    order = spine or "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    return (
        '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'{facts}<meta name="cover" content="c"/></metadata><manifest>{items}{manifest}</manifest>'
        f'<spine toc="ncx">{order}</spine><guide>{guide}</guide></package>'
    )


def outline(entries: Sequence[tuple[str, str]]) -> str:
    """Return the table of contents of EPUB 2: (label, page) on one level."""
    points = "".join(
        f'<navPoint id="n{n}"><navLabel><text>{label}</text></navLabel><content src="{place}"/></navPoint>'
        for n, (label, place) in enumerate(entries, start=1)
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN"'
        ' "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/">'
        f"<head/><docTitle><text>书</text></docTitle><navMap>{points}</navMap></ncx>"
    )


NCX_ITEM = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


def make_epub(members: Mapping[str, str | bytes], mimetype_first: bool = True, container: str = CONTAINER) -> bytes:
    """Return an e-book of `members`, named inside OEBPS/ unless they name a folder."""
    kind = {"mimetype": "application/epub+zip"}
    parts: dict[str, str | bytes] = {"META-INF/container.xml": container} if container else {}
    parts |= {name if "/" in name else f"OEBPS/{name}": content for name, content in members.items()}
    whole = {**kind, **parts} if mimetype_first else {**parts, **kind}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def make_book(pages: Mapping[str, str], contents: Sequence[tuple[str, str]] = (), **members: str | bytes) -> bytes:
    """Return an EPUB 2 of `pages` in this order, with a table of contents."""
    frame = {"content.opf": package(list(pages), items=NCX_ITEM), "toc.ncx": outline(contents)}
    return make_epub({**frame, **pages, **members})
