"""Word files: what is text in them and what is not, and each thing that can be wrong with one."""

from __future__ import annotations

import random
import zipfile

import pytest

from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig, ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Block, Document
from conceptgraph.read.formats import reader_for
from conceptgraph.read.records import Records
from handmade_docx import (
    HEAD,
    NAMESPACES,
    ROOT_RELATIONS,
    W,
    box,
    field,
    make_docx,
    make_package,
    note_reference,
    notes,
    para,
    properties,
    run,
    style,
    styles,
    table,
)

PROSE = "平台把骑手的等待变成可以计量的时间，等待由此成为无偿的劳动。"
MORE = "评分制度使顾客的信任变成分数，分数又决定谁能被看见。"
HEADINGS = styles(
    style("a", "Normal", character='<w:sz w:val="21"/>'),
    style("1", "heading 1", "a", '<w:outlineLvl w:val="0"/>'),
    style("2", "标题 2", "a"),
    style("own", "本刊小节", "1", '<w:outlineLvl w:val="2"/>'),
    style("ti", "Title", "a"),
    style("11", "toc 1", "a"),
    style("gone", "批注", "a", character="<w:vanish/>"),
)


def read(content: bytes, path: str = "论文.docx", **settings: int) -> Records:
    return reader_for(path, content)(content, path, ReadConfig(**settings))


def document(content: bytes) -> Document:
    (found,) = read(content).documents
    return found


def text_of(*body: str, **parts: str) -> str:
    return document(make_docx(*body, **parts)).text


def blocks(content: bytes) -> tuple[Block, ...]:
    return clean(document(content), CleanConfig()).blocks


def error_of(content: bytes, path: str = "论文.docx", **settings: int) -> str:
    with pytest.raises(InputError) as caught:
        read(content, path, **settings)
    assert path in str(caught.value)
    return caught.value.key


# --- text -----------------------------------------------------------------------------------------------------


def test_paragraphs_are_parted_and_runs_are_joined() -> None:
    assert text_of(para("平台把骑手的等待", run("变成", "<w:b/>"), "时间。"), para(), para(MORE)) == (
        f"平台把骑手的等待变成时间。\n\n{MORE}"
    )


def test_headings_by_style_outline_and_translated_name_are_sections() -> None:
    content = make_docx(
        para("等待的政治经济学", style="ti"),
        para("林知远"),
        para("问题的由来", style="1"),
        para(PROSE),
        para("等待与评分", style="2"),
        para(MORE),
        para("计量的边界", style="own"),
        para(PROSE),
        para("另一个问题", properties='<w:outlineLvl w:val="0"/>'),
        para(MORE),
        styles=HEADINGS,
    )
    found = blocks(content)
    assert [(block.kind, block.section) for block in found] == [
        ("title", ()),
        ("heading", ("问题的由来",)),
        ("body", ("问题的由来",)),
        ("heading", ("问题的由来", "等待与评分")),
        ("body", ("问题的由来", "等待与评分")),
        ("heading", ("问题的由来", "等待与评分", "计量的边界")),
        ("body", ("问题的由来", "等待与评分", "计量的边界")),
        ("heading", ("另一个问题",)),
        ("body", ("另一个问题",)),
    ]
    cleaned = clean(document(content), CleanConfig())
    assert (cleaned.document.title, cleaned.document.authors) == ("等待的政治经济学", ("林知远",))


def test_bold_or_large_lines_in_the_text_are_headings_but_no_sentences() -> None:
    content = make_docx(
        para("等待的政治经济学"),
        para(PROSE * 3),
        para(run("评分的来历", "<w:b/>")),
        para(MORE * 3),
        para(run("可见性的分配", '<w:sz w:val="28"/>')),
        para(PROSE * 3),
        para(run("分数决定一切。", "<w:b/>")),
        para(run(MORE * 3, '<w:sz w:val="21"/>')),
    )
    assert [block.section for block in blocks(content) if block.kind == "heading"] == [
        ("评分的来历",),
        ("可见性的分配",),
    ]
    styled = make_docx(
        para("一、问题", style="1"),
        para(PROSE),
        para(run("评分的来历", "<w:b/>")),
        para(MORE),
        para("二、结论", style="1"),
        styles=HEADINGS,
    )
    assert [block.section for block in blocks(styled)][2:] == [("一、问题", "评分的来历")] * 2 + [("二、结论",)]


def test_deleted_text_is_out_and_inserted_text_is_in() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>旧稿</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{run("移走")}</w:moveFrom>'
    arrived = f'<w:moveTo w:id="3">{run("移来的话")}</w:moveTo>'
    inserted = f'<w:ins w:id="4">{run("新增的话")}</w:ins>'
    joined = para("分数决定", properties="<w:rPr><w:del/></w:rPr>"), para("谁能被看见。")
    row = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + para("删去的行。") + "</w:tc></w:tr></w:tbl>"
    text = text_of(para("平台", deleted, inserted, moved, arrived, "。"), *joined, row)
    assert text == "平台新增的话移来的话。\n\n分数决定谁能被看见。"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    assert text_of(para(PROSE, box(para("框中的话。"))), para(MORE)) == f"{PROSE}\n\n框中的话。\n\n{MORE}"


def test_a_text_box_of_an_old_program_is_read() -> None:
    content = f"<w:txbxContent>{para('框中的话。')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    assert text_of(para(PROSE, old)) == f"{PROSE}\n\n框中的话。"


def test_codes_of_fields_and_formulas_hidden_text_and_pinyin_are_out() -> None:
    formula = "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{run('shù')}</w:rt><w:rubyBase>{run('数')}</w:rubyBase></w:ruby></w:r>"
    text = text_of(
        para(
            "见",
            field(' HYPERLINK "http://a.b" ', run("评分一节")),
            "，",
            formula,
            run("暗语", "<w:vanish/>"),
            ruby,
            "字。",
        ),
        para("批注里的话", style="gone"),
        para("以下", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'),
        para(MORE),
        styles=HEADINGS,
    )
    assert text == f"见评分一节，数字。\n\n以下\n\n{MORE}"


def test_a_table_of_contents_gives_no_sentences() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    content = make_docx(
        para("目　录"),
        para(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "一、等待1"),
        para("二、评分9"),
        para('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        para("附录12", style="11"),
        f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{para('三、可见性20')}</w:sdtContent></w:sdt>",
        para(PROSE),
        styles=HEADINGS,
    )
    assert [block.text for block in blocks(content)] == [PROSE]
    assert {aside.reason for aside in document(content).asides} == {"contents"}


def test_a_table_of_contents_without_end_does_not_swallow_the_text() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    content = make_docx(
        para(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "一、等待1"), para(PROSE * 5), para(MORE)
    )
    assert [block.text for block in blocks(content)] == [PROSE * 5, MORE]


def test_notes_leave_the_text_and_stay_in_the_document() -> None:
    content = make_docx(
        para("平台", note_reference(2), "把等待变成劳动。", note_reference(3)),
        para("评分", note_reference(1, "endnote"), "决定可见性。"),
        footnotes=notes({2: "这里的平台指劳务平台。", 3: "参见林知远的论文。"}),
        endnotes=notes({1: "尾注里的话。"}, "endnote"),
    )
    text = document(content).text
    assert text.startswith("平台[^1]把等待变成劳动。[^2]\n\n评分[^e1]决定可见性。\n\n[^1]: 这里的平台指劳务平台。")
    found = blocks(content)
    assert [block.text for block in found] == ["平台把等待变成劳动。", "评分决定可见性。"]
    assert [citation.mark for citation in found[0].citations] == ["[^1]", "[^2]"]


def test_typed_raised_marks_are_citations_and_powers_stay() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    content = make_docx(
        para(
            "等待是劳动",
            run("[", raised),
            run("1", raised),
            run("]", raised),
            "，面积十m",
            run("2", raised),
            "。评分",
            run("3", raised),
            "。",
        )
    )
    (block,) = blocks(content)
    assert block.text == "等待是劳动，面积十m²。评分。"


def test_tables_of_words_give_no_sentences_and_cells_of_prose_do() -> None:
    content = make_docx(para(MORE), table([["概念", "含义"], ["等待", "无偿劳动"]]), table([["理由", PROSE]]))
    assert [block.text for block in blocks(content)] == [MORE, PROSE]
    reasons = [document(content).text[a.start : a.end] for a in document(content).asides if a.reason == "table"]
    assert reasons == ["概念 含义", "等待 无偿劳动", "理由"]


def test_numbers_of_lists_are_written_as_word_shows_them() -> None:
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/>{3}<w:lvlText w:val="{2}"/></w:lvl>'
    numbering = (
        f'{HEAD}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        f"{level.format(0, 'chineseCountingThousand', '%1、', '')}"
        f"{level.format(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    first, second, bullet = (listed.format(*pair) for pair in ((0, 5), (1, 5), (0, 6)))
    content = make_docx(
        para("等待", properties=first),
        para(PROSE),
        para("评分", properties=first),
        para("分数", properties=second),
        para(MORE),
        para("在线与接单", properties=bullet),
        numbering=numbering,
    )
    assert document(content).text.split("\n\n") == ["一、等待", PROSE, "二、评分", "2.1 分数", MORE, "- 在线与接单"]
    assert [block.section for block in blocks(content)][-2:] == [("二、评分", "2.1分数")] * 2


def test_lines_that_are_paragraphs_become_paragraphs_again() -> None:
    lines = [
        "　　平台经济中的数字劳动并不只发生在接单之后，骑手和",
        "主播在等待中保持在线，等待的时间由此成为无偿的劳动，",
        "评分把顾客的信任变成分数，分数决定谁能被看见的机会，",
        "而谁能被看见又决定谁能得到更多的订单和更高的收入来",
        "源。",
        "　　评分制度的另一个后果是劳动者之间的竞争，竞争的人",
        "看不见彼此，只看见屏幕上的名次，名次每一小时更新一",
        "次，因此没有人敢于离开。",
    ]
    found = blocks(make_docx(*(para(line) for line in lines)))
    assert [block.text[:6] for block in found] == ["平台经济中的", "评分制度的另"]
    assert "骑手和主播在等待中" in found[0].text


def test_line_breaks_inside_a_paragraph_part_sentences_and_join_clauses() -> None:
    text = text_of(
        para(f'<w:r><w:t>{PROSE}</w:t><w:br/><w:t>等待，</w:t><w:br/><w:t>是劳动。</w:t><w:br w:type="page"/></w:r>')
    )
    assert text == f"{PROSE}\n\n等待，\n是劳动。"


# --- what the file says of itself --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "author", "body", "expected"),
    [
        ("等待的政治经济学", "林知远", (PROSE * 3,), ("等待的政治经济学", ("林知远",))),
        ("等待的政治经济学", "微软用户", (PROSE * 3,), ("等待的政治经济学", ())),
        ("Microsoft Word - 新建.doc", "Administrator", ("评分的来历", PROSE), ("", ())),
        ("旧题目", "林知远", ("评分的来历", "何以安", PROSE), ("", ())),
    ],
)
def test_properties_count_where_they_tell_something(
    title: str, author: str, body: tuple[str, ...], expected: tuple[str, tuple[str, ...]]
) -> None:
    found = document(make_docx(*(para(each) for each in body), core=properties(title, author)))
    assert (found.title, found.authors) == expected


# --- other shapes of file ----------------------------------------------------------------------------------------


def test_strict_files_other_prefixes_and_other_places_are_read() -> None:
    strict = f'xmlns:n="{W.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml")}"'
    body = f"{HEAD}<n:document {strict}><n:body><n:p><n:r><n:t>{PROSE}</n:t></n:r></n:p></n:body></n:document>"
    content = make_package({"word/document2.xml": body, "_rels/.rels": ROOT_RELATIONS.replace("document", "document2")})
    assert document(content).text == PROSE


def test_word_files_saved_as_xml_are_read() -> None:
    note = para("注里的话。")
    flat = (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document {NAMESPACES}><w:body>{para(PROSE)}'
        "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
    )
    old = (
        '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
        ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:body><wx:sect>'
        f"{para('平台', f'<w:r><w:footnote>{note}</w:footnote></w:r>', '占有数据。')}"
        "</wx:sect></w:body></w:wordDocument>"
    )
    for content, expected in ((flat, PROSE), (old, "平台[^1]占有数据。\n\n[^1]: 注里的话。")):
        for name in ("论文.doc", "论文.xml", "论文.docx"):
            assert read(content.encode(), name).documents[0].text == expected


def test_a_page_taken_in_by_the_file_is_read() -> None:
    pytest.importorskip("selectolax", reason="the extra web is not installed")
    chunk = '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="c1"/>'
    relations = (
        ROOT_RELATIONS.replace("rId1", "c1")
        .replace('officeDocument"', 'aFChunk"')
        .replace("word/document.xml", "a.html")
    )
    body = f"{HEAD}<w:document {NAMESPACES}><w:body>{chunk}</w:body></w:document>"
    page = f"<html><body><h1>等待</h1><p>{PROSE}</p></body></html>"
    content = make_package({"word/document.xml": body, "word/_rels/document.xml.rels": relations, "word/a.html": page})
    assert document(content).text == f"等待\n\n{PROSE}"


@pytest.mark.parametrize("name", ["论文.doc", "论文.txt", "论文.zip", "论文", "论文.pdf"])
def test_a_word_file_is_known_by_its_content(name: str) -> None:
    assert read(make_docx(para(PROSE)), name).documents[0].text == PROSE


# --- what cannot be read -----------------------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
DOCUMENT = f"<w:document xmlns:w='{W}'><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
BOMB = f"<!DOCTYPE w [<!ENTITY a '{'异化' * 50}'>]>{DOCUMENT}"
OUTSIDE = f"<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>{DOCUMENT}"
DEEP = f"{HEAD}<w:document {NAMESPACES}><w:body>" + "<w:tbl><w:tr><w:tc>" * 20_000


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (OLE, "refused_doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "refused_password"),
        (make_docx(para(PROSE))[:-30], "archive_damaged"),
        (make_docx(para(PROSE)).replace(b"PK\x01\x02", b"PK\x09\x09", 1), "archive_damaged"),
        (make_package({"word/other.xml": "<a/>"}), "word_no_text"),
        (make_package({"word/document.xml": "<w:document"}), "part_damaged"),
        (make_package({"word/document.xml": "<?xml version='1.0' encoding='gb18030'?><a/>"}), "part_damaged"),
        (make_package({"word/document.xml": BOMB}), "part_damaged"),
        (make_package({"word/document.xml": OUTSIDE}), "part_damaged"),
        (make_package({"word/document.xml": DEEP}), "part_damaged"),
        (make_package({"word/document.xml": b"<" + b" " * (20 << 20)}), "archive_bomb"),
        (make_docx(para("Only English here.")), "input_not_chinese"),
        (make_docx(), "input_not_chinese"),
        (b"this is no archive", "archive_damaged"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_said_with_the_remedy(content: bytes, key: str) -> None:
    assert error_of(content) == key


def test_a_locked_archive_is_told() -> None:
    content = bytearray(make_docx(para(PROSE)))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 4)
    assert error_of(bytes(content)) == "archive_password"


@pytest.mark.parametrize(
    ("member", "key"),
    [("content.xml", "refused_odt"), ("ppt/presentation.xml", "refused_ppt"), ("论文.txt", "input_archive")],
)
def test_other_archives_are_refused(member: str, key: str) -> None:
    content = make_package({member: "<a/>"}) if "/" in member else make_package({member: PROSE})
    for name in ("论文.txt", "论文.zip"):
        assert error_of(content, name) == key


def test_damaged_files_are_refused_or_read_and_never_crash() -> None:
    rng = random.Random(8)
    whole = make_docx(
        para(PROSE, box(para(MORE)), note_reference(2)),
        table([["甲", PROSE]]),
        footnotes=notes({2: MORE}),
        styles=HEADINGS,
    )
    stored = make_package({"word/document.xml": _document_of(whole)}, zipfile.ZIP_STORED)
    outcomes = set()
    for number in range(300):
        content = bytearray(whole if number % 2 else stored)
        for _ in range(rng.randrange(1, 6)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        if number % 5 == 0:
            del content[rng.randrange(len(content)) :]
        try:
            outcomes.add(bool(read(bytes(content) or b"x").documents))
        except InputError as error:
            outcomes.add(error.key)
    assert {True, "archive_damaged", "part_damaged"} <= outcomes


def _document_of(content: bytes) -> bytes:
    import io

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml")
