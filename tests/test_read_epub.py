"""E-books: order, sections, notes, what is no text of the book, and each thing that can be wrong with one."""

from __future__ import annotations

import random

import pytest

from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig, ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Block
from conceptgraph.read.formats import reader_for
from conceptgraph.read.records import Records
from handmade_epub import NCX_ITEM, make_book, make_epub, outline, package, page

pytest.importorskip("selectolax", reason="the extra web is not installed")

PROSE = "平台把骑手的等待变成可以计量的时间，等待由此成为无偿的劳动。"
MORE = "评分制度使顾客的信任变成分数，分数又决定谁能被看见。"
CHAPTERS = {
    "b.xhtml": page(f"<h1>第一章 等待</h1><p>{PROSE}</p>"),
    "a.xhtml": page(f"<h1>第二章 评分</h1><p>{MORE}</p>"),
}
CONTENTS = [("第一章 等待", "b.xhtml"), ("第二章 评分", "a.xhtml")]


def read(content: bytes, path: str = "书.epub", **settings: str) -> Records:
    return reader_for(path, content)(content, path, ReadConfig(**settings))


def blocks(content: bytes) -> list[tuple[str, tuple[str, ...], str]]:
    (document,) = read(content).documents
    found: tuple[Block, ...] = clean(document, CleanConfig()).blocks
    return [(block.kind, block.section, block.text) for block in found]


def bodies(content: bytes) -> list[str]:
    return [text for kind, _, text in blocks(content) if kind not in ("title", "heading")]


def error_of(content: bytes, path: str = "书.epub") -> str:
    with pytest.raises(InputError) as caught:
        read(content, path)
    assert path in str(caught.value)
    return caught.value.key


# --- order and sections ----------------------------------------------------------------------------------------


def test_a_book_is_a_document_with_its_chapters_as_sections_in_the_order_of_the_spine() -> None:
    (document,) = read(make_book(CHAPTERS, CONTENTS)).documents
    assert (document.title, document.authors, document.year) == ("等待的政治经济学", ("林知远",), 2019)
    assert blocks(make_book(CHAPTERS, CONTENTS)) == [
        ("title", (), "等待的政治经济学"),
        ("heading", ("第一章等待",), "第一章等待"),
        ("body", ("第一章等待",), PROSE),
        ("heading", ("第二章评分",), "第二章评分"),
        ("body", ("第二章评分",), MORE),
    ]


def test_each_chapter_can_be_a_document() -> None:
    pages = {**CHAPTERS, "c.xhtml": page(f"<p>{PROSE}</p>")}  # no entry: the second file of the second chapter
    documents = read(make_book(pages, CONTENTS), epub_documents="chapter").documents
    assert [(each.id, each.title, each.source) for each in documents] == [
        ("书-001", "第一章 等待", "等待的政治经济学"),
        ("书-002", "第二章 评分", "等待的政治经济学"),
    ]
    assert documents[1].text == f"第二章 评分\n\n{MORE}\n\n{PROSE}"


def test_version_3_with_its_own_contents_is_read() -> None:
    nav = page(
        '<nav epub:type="toc"><ol><li><a href="b.xhtml">第一章 等待</a><ol>'
        '<li><a href="a.xhtml">评分</a></li></ol></li></ol></nav>'
    )
    items = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    pages = {"b.xhtml": page(f"<p>{PROSE}</p>"), "a.xhtml": page(f"<p class='t'>评分</p><p>{MORE}</p>")}
    order = '<itemref idref="nav"/><itemref idref="i0"/><itemref idref="i1"/>'
    facts = (
        '<dc:title>等待</dc:title><dc:creator id="c1">林知远</dc:creator><meta refines="#c1" property="role">aut</meta>'
    )
    content = make_epub({"content.opf": package(list(pages), facts, items, spine=order), "nav.xhtml": nav, **pages})
    assert blocks(content)[1:] == [
        ("heading", ("第一章等待",), "第一章等待"),
        ("body", ("第一章等待",), PROSE),
        ("heading", ("第一章等待", "评分"), "评分"),
        ("body", ("第一章等待", "评分"), MORE),
    ]


def test_cover_contents_and_imprint_are_no_text() -> None:
    pages = {
        "cover.xhtml": page("<p>等待的政治经济学 南湖大学出版社</p>", attributes=' epub:type="cover"'),
        "imprint.xhtml": page("<p>图书在版编目（CIP）数据</p><p>等待的政治经济学／林知远著。</p>"),
        "toc.xhtml": page("".join(f'<p><a href="b.xhtml#{n}">第{n}节 等待的时间</a></p>' for n in range(9))),
        "flap.xhtml": page("<p>本书由南湖大学出版社授权。</p>"),
        **CHAPTERS,
    }
    content = make_book(pages, [("版权信息", "flap.xhtml"), *CONTENTS])
    assert bodies(content) == [PROSE, MORE]
    (document,) = read(content).documents
    assert "图书在版编目" in document.text
    assert {aside.reason for aside in document.asides} == {"front"}


def test_books_of_240_files_are_read() -> None:
    pages = {f"p{n:03d}.html": page(f"<h2>第{n}节</h2><p>第{n}次等待也是劳动。</p>") for n in range(240, 0, -1)}
    texts = bodies(make_book(pages))
    assert texts == [f"第{n}次等待也是劳动。" for n in range(240, 0, -1)]


# --- notes ------------------------------------------------------------------------------------------------------

NOTE = "这里的平台指劳务平台。"
NOTED = {
    "pop-up": (
        '<p>平台<a epub:type="noteref" href="#n1">1</a>占有数据。</p>',
        f'<aside epub:type="footnote" id="n1"><p>{NOTE}</p></aside>',
    ),
    "there and back": (
        '<p>平台<sup><a id="r1" href="#n1">[1]</a></sup>占有数据。</p>',
        f'<p><a id="n1" href="#r1">[1]</a>{NOTE}</p>',
    ),
    "picture": (
        '<p>平台<a class="duokan-footnote" href="#n1"><img src="note.png"/></a>占有数据。</p>',
        f'<ol class="duokan-footnote-content"><li class="duokan-footnote-item" id="n1"><p>{NOTE}</p></li></ol>',
    ),
    "in the picture": (f'<p>平台<img class="qqreader-footnote" alt="{NOTE}" src="n.png"/>占有数据。</p>', ""),
    "circled": (
        '<p>平台<a href="#n1" id="r1">①</a>占有数据。</p>',
        f'<div><p id="n1"><a href="#r1">①</a> {NOTE}</p></div>',
    ),
    "at the end": (
        '<p>平台<a href="notes.xhtml#n1">〔1〕</a>占有数据。</p>',
        "",
    ),
}


@pytest.mark.parametrize("form", NOTED)
def test_notes_leave_the_text_and_stay_in_the_document(form: str) -> None:
    text, note = NOTED[form]
    pages = {"b.xhtml": page(f"<h1>第一章</h1>{text}<p>{MORE}</p>{note}")}
    if not note and "notes.xhtml" in text:
        pages["notes.xhtml"] = page(f'<h1>注释</h1><p id="n1">〔1〕 {NOTE}</p>')
    content = make_book(pages)
    assert bodies(content) == ["平台占有数据。", MORE]
    (document,) = read(content).documents
    assert any(NOTE in document.text[aside.start : aside.end] for aside in document.asides)


def test_links_that_lead_to_text_are_no_notes() -> None:
    pages = {
        "b.xhtml": page(
            f'<p>见第<a href="#s12">12</a>节，年份是<a href="#y">1998</a>年。</p>'
            f'<p id="s12">{PROSE}</p><p id="y">{MORE}</p>'
        )
    }
    assert bodies(make_book(pages)) == ["见第12节，年份是1998年。", PROSE, MORE]


# --- what makers do wrong -----------------------------------------------------------------------------------------


def test_what_makers_do_wrong_is_tolerated() -> None:
    frame = package(["ch%201.xhtml", "A.XHTML", "gone.xhtml"], items=NCX_ITEM)
    frame = frame.replace("<metadata", "<metadata broken").replace(' xmlns:opf="http://www.idpf.org/2007/opf"', "")
    pages = {
        "ch 1.xhtml": page(f'<title/><a id="p1"/><h1>第一章&nbsp;等待</h1><p>{PROSE}<br/></p><script src="a.js"/>'),
        "a.xhtml": page(f"<p>{MORE}").replace("</body></html>", "").replace("utf-8", "gb2312").encode("gbk"),
    }
    records = read(make_epub({"content.opf": frame, "toc.ncx": outline([]), **pages}, mimetype_first=False))
    assert records.documents[0].text == f"等待的政治经济学\n\n第一章 等待\n\n{PROSE}\n\n{MORE}"
    assert [warning.key for warning in records.warnings] == ["epub_pages_lost"]


def test_a_book_without_container_or_order_is_read() -> None:
    frame = package(list(CHAPTERS), spine="<!-- -->")
    content = make_epub({"content.opf": frame, **CHAPTERS}, container="")
    assert bodies(content) == [PROSE, MORE]


def test_fonts_may_be_locked_and_pages_may_not() -> None:
    lock = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
        '<enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference URI="OEBPS/{}"/>'
        "</enc:CipherData></enc:EncryptedData></encryption>"
    )
    name = "META-INF/encryption.xml"
    font = lock.format("http://www.idpf.org/2008/embedding", "song.otf")
    assert bodies(make_book(CHAPTERS, CONTENTS, **{name: font})) == [PROSE, MORE]
    page_lock = lock.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "b.xhtml")
    assert error_of(make_book({**CHAPTERS, "b.xhtml": "\x00\x01"}, CONTENTS, **{name: page_lock})) == "epub_rights"


@pytest.mark.parametrize("name", ["书.txt", "书.zip", "书.pdf", "书"])
def test_an_e_book_is_known_by_its_content(name: str) -> None:
    (document,) = read(make_book(CHAPTERS), name).documents
    assert document.encoding == "epub"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (make_book(CHAPTERS)[:-40], "archive_damaged"),
        (make_epub({"a.xhtml": CHAPTERS["a.xhtml"]}), "epub_no_package"),
        (make_epub({"content.opf": "<package/>"}), "epub_no_package"),
        (make_book({"a.xhtml": page("<img src='1.jpg'/>")}), "epub_no_text"),
        (make_book({"a.xhtml": page("<p>English</p>")}), "epub_no_text"),
        (make_book({"a.xhtml": page("<p>" + "异" * 10 + " " * (20 << 20))}), "archive_bomb"),
        (b"no archive", "archive_damaged"),
    ],
    ids=range(7),
)
def test_what_cannot_be_read_is_said_with_the_remedy(content: bytes, key: str) -> None:
    assert error_of(content) == key


def test_damaged_books_are_refused_or_read_and_never_crash() -> None:
    rng = random.Random(8)
    whole = make_book({**CHAPTERS, "n.xhtml": page("".join(NOTED["circled"]))}, CONTENTS)
    outcomes = set()
    for number in range(300):
        content = bytearray(whole)
        for _ in range(rng.randrange(1, 8)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        if number % 5 == 0:
            del content[rng.randrange(len(content)) :]
        try:
            outcomes.add(bool(read(bytes(content) or b"x").documents))
        except InputError as error:
            outcomes.add(error.key)
    assert {True, "archive_damaged"} <= outcomes
