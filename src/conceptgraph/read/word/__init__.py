"""Word files (.docx): one document a file.

The XML is walked directly (`body`, `runs`) because footnotes, tracked changes, text boxes and fields, on which
everything here depends, have no place in the interface of python-docx, and the standard library reads XML safely.
"""

from __future__ import annotations

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.decode import Decoded
from conceptgraph.read.looks import Written, settle
from conceptgraph.read.passages import Facts, Origin, bare, make_records, tidy
from conceptgraph.read.records import Records, has_chinese
from conceptgraph.read.word.body import Body
from conceptgraph.read.word.numbering import read_numbering
from conceptgraph.read.word.package import OpenPackage, Package, open_package
from conceptgraph.read.word.styles import read_styles
from conceptgraph.resources import word_list

LONGEST_TITLE = 60  # characters
HEAD = 15  # paragraphs among which a title in the style "Title" is looked for


def read_docx(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the one document of a Word file. Raises InputError where it is none, protected, damaged or too large."""
    return _read_package(open_package(content, path, config), Origin(path, "Word", Decoded("", "docx")), config)


def read_word_xml(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the one document of a Word file saved as XML: "flat", or that of Word 2003."""
    return _read_package(Package(content, path, config), Origin(path, "Word XML", Decoded("", "xml")), config)


def _read_package(package: OpenPackage, origin: Origin, config: ReadConfig) -> Records:
    root = package.part("document")
    found = root.find(".//body") if root is not None else None
    if found is None:
        raise InputError("word_no_text", path=origin.path)
    body = Body(package, read_styles(package.part("styles")), read_numbering(package.part("numbering")))
    written = body.read(found)
    facts = _facts(package, written)
    return make_records(settle(written), facts, origin, config)


def _facts(package: OpenPackage, written: list[Written]) -> Facts:
    """Return title and author: from the text's own title style, else from the properties where they tell something."""
    head = [each for each in written if each.text and not each.aside][:HEAD]
    styled = next((each for each in head if each.is_title), None)
    title = tidy(styled.text) if styled else ""
    properties = package.part("properties")
    told = {each.tag: tidy(each.text or "") for each in properties.iter()} if properties is not None else {}
    named = told.get("title", "") or told.get("Title", "")
    if not title and _opens_with_prose(head) and has_chinese(named) and len(named) <= LONGEST_TITLE:
        title = named
    author = told.get("creator", "") or told.get("Author", "")
    return Facts(title, (author,) if _is_author(author, head, title) else ())


def _opens_with_prose(head: list[Written]) -> bool:
    """Tell whether the text has no line at its start that could be its title."""
    return bool(head) and (len(head[0].text) > LONGEST_TITLE or head[0].text.endswith(("。", "！", "？", "：")))


def _is_author(name: str, head: list[Written], title: str) -> bool:
    """Tell whether the author in the properties is one: a Chinese name, and no line at the start names another.

    Programs put the owner of the computer there.
    """
    surnames = word_list("surnames")
    if not (2 <= len(name) <= 4 and (name[0] in surnames or name[:2] in surnames)):
        return False
    lines: list[str] = []
    for each in head:
        if len(each.text) > LONGEST_TITLE or each.text.endswith("。") or (lines and each.level):
            break
        lines.append(each.text)
    lines = [line for line in lines if bare(line) != bare(title)] if title else lines[1:]
    return not lines or any(name in bare(line) for line in lines)
