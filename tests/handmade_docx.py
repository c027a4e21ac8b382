"""Word files written by hand, part by part: what the programs of scholars store, and what no library would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ROOT_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text: str) -> str:
    """Return `text` as XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def run(text: str, properties: str = "") -> str:
    """Return a run; `properties` is the XML of its look."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs given as XML, or as text."""
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{look}{runs}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table; a cell is text or paragraphs as XML."""
    cells = (("".join(f"<w:tc>{c if c.startswith('<') else para(c)}</w:tc>" for c in row)) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def box(*paragraphs: str) -> str:
    """Return a run with a text box as Word stores it: twice."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, result: str) -> str:
    """Return a field: its code and the runs that it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def note_reference(number: int, kind: str = "footnote") -> str:
    """Return the raised mark of a note."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(texts: Mapping[int, str], kind: str = "footnote") -> str:
    """Return the part that holds the notes, with the separator that Word puts first."""
    entries = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    for number, text in texts.items():
        entries += f'<w:{kind} w:id="{number}">{para(f"<w:r><w:{kind}Ref/></w:r>", " " + text)}</w:{kind}>'
    return f"{HEAD}<w:{kind}s {NAMESPACES}>{entries}</w:{kind}s>"


def styles(*entries: str) -> str:
    """Return the part of styles."""
    return f"{HEAD}<w:styles {NAMESPACES}>{''.join(entries)}</w:styles>"


def style(key: str, name: str, based: str = "", paragraph: str = "", character: str = "") -> str:
    """Return a paragraph style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    look = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    font = f"<w:rPr>{character}</w:rPr>" if character else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{on}{look}{font}</w:style>'


def properties(title: str, author: str) -> str:
    """Return the part of properties."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator></cp:coreProperties>"
    )


def make_docx(*body: str, namespaces: str = NAMESPACES, **parts: str | bytes) -> bytes:
    """Return a Word file of blocks given as XML.

    `parts` are further parts by their name without folder (styles, footnotes, endnotes, numbering, core); a part with
    a relation of its own kind is given as ``rId9=(...)`` by `make_package`.
    """
    content = f"{HEAD}<w:document {namespaces}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    members: dict[str, str | bytes] = {"word/document.xml": content}
    for name, part in parts.items():
        members["docProps/core.xml" if name == "core" else f"word/{name}.xml"] = part
    return make_package(members)


def make_package(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of `members`, with the types and relations that every Word file has."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT_RELATIONS, **members}.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()
