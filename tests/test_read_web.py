"""Web pages: the main text of real kinds of page, encodings, notes, and each thing that can be wrong with one."""

from __future__ import annotations

import random
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

import handmade_pages as pages
from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig, ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import CleanDocument, Document
from conceptgraph.read import read as read_paths
from conceptgraph.read.formats import reader_for
from conceptgraph.read.records import Records
from conceptgraph.sentences import split_sentences

pytest.importorskip("selectolax", reason="the extra web is not installed")

PROSE = "平台把骑手的等待变成可以计量的时间，等待由此成为无偿的劳动。"
MORE = "评分制度使顾客的信任变成分数，分数又决定谁能被看见。"


def read(content: str | bytes, path: str = "页.html", **settings: int) -> Records:
    data = content.encode() if isinstance(content, str) else content
    return reader_for(path, data)(data, path, ReadConfig(**settings))


def document(content: str | bytes, path: str = "页.html") -> Document:
    (found,) = read(content, path).documents
    return found


def cleaned(content: str | bytes, path: str = "页.html") -> CleanDocument:
    return clean(document(content, path), CleanConfig())


def texts(content: str | bytes) -> list[str]:
    return [block.text for block in cleaned(content).blocks]


def sentences(whole: CleanDocument) -> list[str]:
    return [sentence.text for sentence in split_sentences(whole)]


def error_of(content: str | bytes, path: str = "页.html", **settings: int) -> str:
    with pytest.raises(InputError) as caught:
        read(content, path, **settings)
    assert path in str(caught.value)
    return caught.value.key


def expected() -> list[str]:
    lines = [line for title, paragraphs in pages.SECTIONS for line in (title, *paragraphs)]
    return sentences(clean(Document("页", "", "页.txt", "\n".join([pages.TITLE, *lines])), CleanConfig()))


# --- the main text -------------------------------------------------------------------------------------------------

PAPERS = {
    "news site": (pages.portal().encode(), ("林知远",), 2021),
    "old, a paragraph a line": (pages.old_table().encode("gbk"), (), None),
    "old, wrapped": (pages.old_table(wrapped=True).encode("gbk"), (), None),
    "old, wrong encoding named": (pages.old_table("big5").encode("gbk"), (), None),
    "chat program": (pages.chat_article().encode(), ("何以安",), None),
    "lines of pdf2htmlEX": (pages.positioned().encode(), (), None),
    "lines at their places": (pages.positioned("places").encode(), (), None),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_the_text_of_a_page_is_that_of_the_paper_and_nothing_else(kind: str) -> None:
    content, authors, year = PAPERS[kind]
    whole = cleaned(content)
    assert (whole.document.title, whole.document.year) == (pages.TITLE, year)
    assert authors in ((), whole.document.authors)
    found = sentences(whole)
    assert [sentence for sentence in found if sentence != "林知远"] == expected()


def test_an_encyclopedia_keeps_its_prose_and_marks_the_rest() -> None:
    whole = cleaned(pages.wiki())
    found, paper = sentences(whole), expected()[1:]
    assert (found[0], found[-len(paper) :]) == ("数字劳动", paper)
    assert set(found) == {"数字劳动", *paper}
    text = whole.document.text
    assert {aside.reason for aside in whole.document.asides} == {"footnote", "table"}
    assert "目录" not in text
    assert "编辑" not in text
    assert whole.blocks[1].citations[-1].mark == "[^1]"


def test_a_page_that_word_saved_is_read_with_its_notes() -> None:
    whole = cleaned(pages.saved_by_word().encode("gbk"))
    assert (whole.document.title, whole.document.authors) == (pages.TITLE, ("林知远",))
    assert sentences(whole) == expected()
    assert any("注释里的话" in whole.document.text[a.start : a.end] for a in whole.document.asides)


def test_headings_lists_tables_and_quotations() -> None:
    content = (
        f"<h1>等待</h1><p>{PROSE}</p><h2>评分</h2><ul><li>分数决定排序；</li><li>排序决定收入。</li></ul>"
        f"<table><tr><th>概念</th><th>频次</th></tr><tr><td>等待</td><td>12</td></tr></table><p>他说<q>等待</q>也是劳动。</p>"
        f"<pre>{MORE}\n</pre><pre><code>a = '异化'</code></pre>"
    )
    found = [(block.kind, block.text) for block in cleaned(content).blocks]
    assert found == [
        ("title", "等待"),
        ("body", PROSE),
        ("heading", "评分"),
        ("list", "分数决定排序；"),
        ("list", "排序决定收入。"),
        ("body", "他说“等待”也是劳动。"),
        ("body", MORE),
    ]


def test_pinyin_hidden_and_deleted_text_is_out_and_entities_are_characters() -> None:
    content = (
        "<p><ruby>数<rp>（</rp><rt>shù</rt><rp>）</rp></ruby>字<span style='display: none'>水印</span><del>旧</del>"
        "&#21171;&#x52a8;&ldquo;等待&rdquo;&nbsp;是<b>劳动</b><sup>2</sup>，面积m<sup>2</sup>。</p>"
    )
    assert texts(content) == ["数字劳动“等待”是劳动，面积m²。"]


def test_facts_of_the_head_are_used() -> None:
    head = (
        '<meta name="citation_title" content="等待的政治经济学"><meta name="citation_author" content="林知远">'
        '<meta name="citation_author" content="何以安"><meta name="citation_date" content="2018/06">'
        '<meta name="citation_journal_title" content="南湖学刊"><meta name="citation_keywords" content="等待;评分">'
    )
    found = document(f"<html><head>{head}<title>等待-南湖学刊</title></head><body><p>{PROSE}</p></body></html>")
    assert (found.title, found.authors, found.year) == ("等待的政治经济学", ("林知远", "何以安"), 2018)
    assert (found.source, found.keywords) == ("南湖学刊", ("等待", "评分"))
    assert found.text == f"等待的政治经济学\n\n{PROSE}"


# --- encodings and shapes of file -----------------------------------------------------------------------------------

HANT = "數位勞動的異化源於資本對資料的佔有。人們在平臺上生產資料，資料變成商品，商品又支配了人們。" * 3


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (PROSE + "朱镕基堃", "gbk", "gb2312"),
        (PROSE + "㐂", "gb18030", "gbk"),
        (HANT, "big5", "big5"),
        (HANT, "big5", "gb2312"),
        (HANT, "big5", ""),
        (PROSE, "gb18030", ""),
        (PROSE, "utf-8", "gb2312"),
        (PROSE, "utf-8-sig", ""),
        (PROSE, "utf-16", "utf-8"),
        (PROSE, "gb18030", "klingon"),
    ],
)
def test_the_bytes_decide_where_the_page_names_another_encoding(text: str, encoding: str, said: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">' if said else ""
    assert document(f"<html><head>{meta}</head><body><p>{text}</p></body></html>".encode(encoding)).text == text


def test_a_page_in_one_file_with_its_pictures_is_read() -> None:
    message = MIMEMultipart("related")
    message["Subject"] = "Saved"
    message.attach(MIMEText("<p>short</p>", "html", "utf-8"))
    message.attach(MIMEText(f"<html><body><h1>等待</h1><p>{PROSE}</p></body></html>", "html", "gb18030"))
    for name in ("页.mht", "页.mhtml", "页.doc", "页.txt"):
        assert document(message.as_bytes(), name).text == f"等待\n\n{PROSE}"


@pytest.mark.parametrize("name", ["页.doc", "页.txt", "页.xls", "页", "页.docx", "页.epub"])
def test_a_page_is_known_by_its_content(name: str) -> None:
    assert document(f"<!-- saved --><html><body><p>{PROSE}</p></body></html>", name).text == PROSE


def test_markdown_and_tables_stay_what_they_are_called() -> None:
    assert document(f"<html><p>{PROSE}", "页.md").headings is None


def test_the_folder_of_a_saved_page_is_not_searched(tmp_path: Path) -> None:
    (tmp_path / "页.html").write_text(f"<html><p>{PROSE}</p></html>", encoding="utf-8")
    (tmp_path / "页_files").mkdir()
    (tmp_path / "页_files" / "ad.html").write_text("<html><p>广告一则。</p></html>", encoding="utf-8")
    assert [each.path for each in read_paths([str(tmp_path)], ReadConfig()).documents] == ["页.html"]


def test_old_pages_with_open_anchors_and_poems_are_read() -> None:
    assert texts(f'<html><a name="top"><h1>等待</h1><p>{PROSE}<p>{MORE}</html>') == ["等待", PROSE, MORE]
    poem = "<html><div class='poem'><p>等待的人<br>在路口<br>看见<br>自己的分数</p></div></html>"
    assert document(poem).text.split() == ["等待的人", "在路口", "看见", "自己的分数"]


HOSTILE = {
    "comments": "<!-- -->" * 500 + PROSE,
    "open character data": "<?xml version='1.0'?><html><p>" + PROSE + "<![CDATA[" * 50_000,
    "classes": f"<html><p class='{'t ' * 50_000}'>{PROSE}</p></html>",
    "attributes": f"<html><p {' '.join(f'a{n}=1' for n in range(20_000))}>{PROSE}</p></html>",
    "links to one note": "<html>" + "<a href='#n'>[1]</a>" * 5000 + f"<div id='n'>{PROSE * 500}</div></html>",
    "open tags": "<html><p>" + PROSE + "<" * 100_000,
    "marks": "<html><p>" + PROSE + "[1]" * 50_000 + "</p>" * 2 + f"<p>{PROSE}</p></html>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_take_no_time(kind: str) -> None:
    assert PROSE[:10] in document(HOSTILE[kind]).text


# --- what cannot be read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("<html><body><p>English only.</p></body></html>", "page_no_text"),
        ("<html><body><script>document.write('异化')</script></body></html>", "page_no_text"),
        ("<html><frameset><frame src='a.htm'></frameset></html>", "page_frames"),
        ("<html><body>" + "<div>" * 20_000 + PROSE, "page_nested"),
        ("<html><body>" + "<b id=a>" * 20_000 + PROSE, "page_nested"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n", "page_no_text"),
    ],
    ids=["foreign", "script", "frames", "nested", "nested inline", "message"],
)
def test_what_cannot_be_read_is_said_with_the_remedy(content: str, key: str) -> None:
    assert error_of(content) == key


@pytest.mark.parametrize("name", ["页.html", "页.mht", "书.epub"])
def test_a_missing_library_is_told_with_what_brings_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r'pip install "conceptgraph\[web\]"'):
        read(f"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>{PROSE}</p>" if "mht" in name else PROSE, name)


def test_damaged_pages_are_refused_or_read_and_never_crash() -> None:
    rng = random.Random(8)
    whole = [pages.wiki().encode(), pages.saved_by_word().encode("gbk"), pages.positioned("places").encode()]
    read_some = 0
    for number in range(90):
        content = bytearray(whole[number % 3])
        for _ in range(rng.randrange(1, 40)):
            at = rng.randrange(len(content))
            content[at : at + rng.randrange(3)] = bytes(
                rng.choice(b"<>/\"'&=\x00\xff a") for _ in range(rng.randrange(3))
            )
        try:
            read_some += len(read(bytes(content)).documents)
        except InputError as error:
            assert error.key in ("page_no_text", "page_nested", "input_binary", "input_not_chinese")  # noqa: PT017
    assert read_some > 60
