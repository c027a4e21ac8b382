"""Lists of literature: each dialect gives back our records, in any encoding, under any name, and damaged too."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import pytest
import rispy

import exports
from conceptgraph.config import ReadConfig
from conceptgraph.model import Document
from conceptgraph.read import Reading, read

PAPERS = exports.PAPERS


def reading(path: Path, **settings: object) -> Reading:
    return read([str(path)], ReadConfig(**settings))  # type: ignore[arg-type]


def records(tmp_path: Path, content: str | bytes, name: str = "list.txt") -> tuple[Document, ...]:
    """Return the documents of a file with this content, in the order of the file; nothing of it may fail."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    result = reading(path)
    assert result.failures == ()
    return result.documents


@pytest.mark.parametrize("name", exports.EXPORTS)
@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "crlf"])
def test_each_dialect_gives_back_the_records(tmp_path: Path, name: str, form: str) -> None:
    text = exports.EXPORTS[name](PAPERS)
    content = text.replace("\n", "\r\n").encode() if form == "crlf" else text.encode(form)
    found = records(tmp_path, content)
    assert len(found) == len(PAPERS)
    for document, paper in zip(found, PAPERS, strict=True):
        assert (document.title, document.authors, document.year) == (paper.title, paper.authors, paper.year)
        assert document.source == paper.source
        assert document.keywords == (() if name in exports.WITHOUT_KEYWORDS else paper.keywords)
        abstract = "" if name in exports.WITHOUT_ABSTRACTS else paper.abstract
        assert "".join(document.text.removeprefix(paper.title).split()) == abstract


def test_a_workbook_gives_back_the_records(tmp_path: Path) -> None:
    for name in ("list.xlsx", "list.txt", "list.xls"):  # known by its content
        found = records(tmp_path, exports.sheet(PAPERS), name)
        assert [(each.title, each.authors, each.keywords) for each in found] == [
            (paper.title, paper.authors, paper.keywords) for paper in PAPERS
        ]


@pytest.mark.parametrize("name", ["html table", "sheet xml", "tsv", "csv"])
@pytest.mark.parametrize("ending", ["xls", "et.xls", "doc"])
def test_lists_under_the_ending_of_an_office_program(tmp_path: Path, name: str, ending: str) -> None:
    found = records(tmp_path, exports.EXPORTS[name](PAPERS).encode("gb18030"), f"导出.{ending}")
    assert [each.title for each in found] == [paper.title for paper in PAPERS]


def test_what_zotero_answers_to_programs(tmp_path: Path) -> None:
    creators = [
        {"creatorType": "author", "firstName": "以安", "lastName": "何"},
        {"creatorType": "author", "name": "白石"},
    ]
    item = {"title": "等待的时间", "creators": creators, "date": "2021-05", "tags": [{"tag": "平台"}, {"tag": "等待"}]}
    content = json.dumps(
        [{"key": "A", "version": 1, "data": item | {"abstractNote": "平台占有时间。"}}], ensure_ascii=False
    )
    (document,) = records(tmp_path, content, "items.json")
    assert (document.authors, document.year, document.keywords) == (("何以安", "白石"), 2021, ("平台", "等待"))
    assert document.text == "等待的时间\n\n平台占有时间。"


def test_other_xml_is_refused_and_not_read_as_prose(tmp_path: Path) -> None:
    path = tmp_path / "zotero.rdf"
    path.write_text('<?xml version="1.0"?><rdf:RDF xmlns:rdf="r"><title>等待的时间</title></rdf:RDF>', encoding="utf-8")
    assert [failure.error.key for failure in reading(path).failures] == ["refused_xml"]


def test_bad_bytes_are_measured_against_the_whole_file(tmp_path: Path) -> None:
    """Titles are a small part of a table; a bad byte in the column of institutions does not refuse it."""
    rows = [f"等待的时间之{number},何以安,{'河西大学哲学系' * 5}" for number in range(40)]
    content = "\n".join(["题名,作者,机构", *rows]).encode("gb18030")
    path = tmp_path / "papers.csv"
    path.write_bytes(content.replace("河西".encode("gb18030"), b"\xba\xd3\xff", 1))
    result = reading(path)
    assert (len(result.documents), result.failures, result.documents[0].lost) == (40, (), 1)
    assert {warning.key for warning in result.warnings} == {"encoding_lost_some", "list_titles_only"}


def test_ris_is_read_as_rispy_reads_it(tmp_path: Path) -> None:
    text = exports.ris(PAPERS)
    theirs = [(each["title"], each["authors"], each["keywords"], each["abstract"]) for each in rispy.loads(text)]
    ours = [
        (each.title, list(each.authors), list(each.keywords), each.text.removeprefix(f"{each.title}\n\n"))
        for each in records(tmp_path, text, "list.ris")
    ]
    assert ours == theirs


def test_a_folder_mixes_everything(tmp_path: Path) -> None:
    for number, (name, write) in enumerate(exports.EXPORTS.items()):
        (tmp_path / f"{number:02} {name}.txt").write_text(write(PAPERS), encoding="utf-8")
    (tmp_path / "题录.xlsx").write_bytes(exports.sheet(PAPERS))
    (tmp_path / "论文.txt").write_text("等待的时间\n\n　　平台把等待时间变成劳动。\n", encoding="utf-8")
    (tmp_path / "笔记.md").write_text("# 等待\n\n平台占有时间。\n", encoding="utf-8")
    (tmp_path / "~$论文.docx").write_bytes(b"lock")
    (tmp_path / "扫描.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "论文.caj").write_bytes(b"CAJ\x00")
    result = reading(tmp_path)
    assert len(result.documents) == 3 * (len(exports.EXPORTS) + 1) + 2
    assert [failure.path for failure in result.failures] == ["论文.caj"]
    assert [warning.values["endings"] for warning in result.warnings if warning.key == "folder_others"] == [".jpg (1)"]


def test_what_databases_leave_in_the_fields_is_taken_out(tmp_path: Path) -> None:
    (document,) = records(
        tmp_path,
        "{Reference Type}: Journal Article\n{Title}: [3] 等待与&lt;i&gt;可见性&lt;/i&gt; &amp; 平台的<sub>"
        "新</sub>关系*\n"
        "{Author}: 何以安1,2;林知远*;王安平等\n{Keywords}: 等待;；平台;;  评分 制度。;undefined\n"
        "{Year}: 二〇二一年/2021-05-01\n"
        "{Abstract}: &lt;正&gt;【摘要】平台占有数据（P<0.05）。\n数据变成商\n品。更多还原\n",
    )
    assert document.title == "等待与可见性 & 平台的新关系"
    assert document.authors == ("何以安", "林知远", "王安平")
    assert document.keywords == ("等待", "平台", "评分 制度")
    assert document.year == 2021
    assert document.text == f"{document.title}\n\n平台占有数据（P<0.05）。\n数据变成商品。"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("数字劳动;;异化;;平台", ("数字劳动", "异化", "平台")),
        ("数字劳动；异化；", ("数字劳动", "异化")),
        ("数字劳动,异化，平台、骑手", ("数字劳动", "异化", "平台", "骑手")),
        ("数字劳动 异化　平台", ("数字劳动", "异化", "平台")),
        ("digital labour; social media", ("digital labour", "social media")),
        ("A,B型人格;异化", ("A,B型人格", "异化")),
        ("TCP/IP;平台", ("TCP/IP", "平台")),
        ("数字劳动%异化%平台", ("数字劳动", "异化", "平台")),
        ("[1]数字劳动;[2]异化", ("数字劳动", "异化")),
        ("", ()),
    ],
)
def test_keywords_however_they_are_joined(tmp_path: Path, field: str, expected: tuple[str, ...]) -> None:
    (document,) = records(tmp_path, f"Title-题名: 等待的时间\nAuthor-作者: 何以安\nKeyword-关键词: {field}\n")
    assert document.keywords == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["何以安;林知远;"], ("何以安", "林知远")),
        (["何以安,林知远，白石"], ("何以安", "林知远", "白石")),
        (["何以安 林知远"], ("何以安", "林知远")),
        (["何以安/林知远"], ("何以安", "林知远")),
        (["顾　澄;白 石"], ("顾澄", "白石")),
        (["何, 以安", "欧阳, 若水"], ("何以安", "欧阳若水")),
        (["Weiss, Karl", "何以安"], ("Weiss, Karl", "何以安")),
        (["Weiss, Karl; Smith, John"], ("Weiss, Karl", "Smith, John")),
        (["卡尔·魏斯[1],何以安[2]"], ("卡尔·魏斯", "何以安")),
        (["本刊编辑部"], ("本刊编辑部",)),
        (["何以安;何以安"], ("何以安",)),
    ],
)
def test_authors_however_they_are_joined(tmp_path: Path, lines: list[str], expected: tuple[str, ...]) -> None:
    text = "%0 Journal Article\n" + "".join(f"%A {line}\n" for line in lines) + "%T 等待的时间\n"
    (document,) = records(tmp_path, text)
    assert document.authors == expected


def test_half_filled_records_are_kept_and_empty_ones_passed_over(tmp_path: Path) -> None:
    text = (
        "RT Journal Article\nT1 只有题名\n\nRT Journal Article\nSR 1\n\nRT Thesis\nA1 何以安\n"
        "AB 只有摘要，没有题名。\n\n"
        "RT Journal Article\nA1 林知远\nYR 2020\n"
    )
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    result = reading(path)
    assert [document.text for document in result.documents] == ["只有题名", "只有摘要，没有题名。"]
    (failure,) = result.failures
    assert (failure.error.key, failure.error.values["line"]) == ("row_empty", 11)
    (warning,) = result.warnings
    assert (warning.key, warning.values["bare"], warning.values["count"]) == ("list_titles_only", 1, 2)


def test_records_without_begin_or_end_marks_stay_apart(tmp_path: Path) -> None:
    ris = "TY  - JOUR\nTI  - 甲的等待\nTY  - JOUR\nTI  - 乙的等待\nAU  - 何以安\n\nAU  - 林知远\nER  - \n"
    ris += "TY  - JOUR\nTI  - 丙的等待"
    assert [each.title for each in records(tmp_path, ris)] == ["甲的等待", "乙的等待", "丙的等待"]
    assert records(tmp_path, ris)[1].authors == ("何以安", "林知远")
    cnki = "Title-题名: 甲\nYear-年: 2020\n\nTitle-题名: 乙\n\nAuthor-作者: 何以安\nTitle-题名: 丙\n"
    assert [each.title for each in records(tmp_path, cnki)] == ["甲", "乙", "丙"]


def test_a_paper_is_no_list(tmp_path: Path) -> None:
    paper = (
        "题名：等待的时间由谁支付\n作者：何以安\n摘要：平台占有数据。\n关键词：等待；平台\n\n"
        "　　平台把等待时间变成劳动。[1]\n"
        "%0 只是一行。\n参考文献\n[1]何以安.等待[J].南山学刊,2020(1):1-9.\n[2]林知远.评分[M].南山出版社,2019.\n"
    )
    (document,) = records(tmp_path, paper)
    assert (document.format, document.text) == ("text", paper)
    markdown = "```\nTY  - JOUR\nTI  - 等待\nER  - \n```\n导出的题录如上。\n"
    assert records(tmp_path, markdown, "notes.md")[0].format == "Markdown"


def test_tables_as_they_are(tmp_path: Path) -> None:
    text = '检索结果,,\n"题名",作者,摘要,备注\n甲,何以安,"平台占有\n数据。"\n'
    text += '乙,林知远\n"丙,白石,没有结束的引号,x\n丁,顾澄,最后一行。,\n'
    found = records(tmp_path, text, "papers.csv")
    assert [each.title for each in found] == ["甲", "乙", "丙", "丁"]
    assert "平台占有数据。" in found[0].text
    wos = "PT\tAU\tTI\tSO\tDE\tAB\tPY\nJ\tHe, YA; Lin, ZY\t等待的时间\tNANSHAN\t等待; 平台\t平台占有数据。\t2020\n"
    (document,) = records(tmp_path, wos.encode("utf-16"))
    assert (document.format, document.authors, document.year) == ("TSV", ("He, YA", "Lin, ZY"), 2020)


def test_damaged_bibtex_gives_its_good_entries_and_names_the_bad_one(tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text(
        "@article{a, title = {{等待}{的} \\& 时间}, author={何, 以安 and 林知远}, date = {2020-05}}\n"
        "@article{b, title = {没有结束, author={某}\n\n@comment{无}\n@book{c, title = {记忆}, booktitle={档案}}\n",
        encoding="utf-8",
    )
    result = reading(path)
    assert [(each.title, each.authors) for each in result.documents] == [
        ("等待的 & 时间", ("何以安", "林知远")),
        ("记忆", ()),
    ]
    assert [(each.error.key, each.error.values["line"]) for each in result.failures] == [("row_bad", 2)]


def test_a_library_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content, library in (
        ("list.bib", exports.bibtex(PAPERS).encode(), "bibtexparser.entrypoint"),
        ("list.xlsx", exports.sheet(PAPERS), "python_calamine"),
    ):
        (tmp_path / name).write_bytes(content)
        with monkeypatch.context() as context:
            context.setitem(sys.modules, library, None)
            (failure,) = reading(tmp_path / name).failures
        assert 'pip install "conceptgraph[lists]"' in str(failure.error)


def test_hostile_markup_and_packed_files_are_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "平台"><!ENTITY b "&a;&a;">]>'
    bomb += "<xml><records><record/></records></xml>"
    path = tmp_path / "list.xml"
    path.write_text(bomb, encoding="utf-8")
    assert [failure.error.key for failure in reading(path).failures] == ["part_damaged"]
    path.write_text("<xml><records>" + "<record>" * 5000 + "</record>" * 5000 + "</records></xml>", encoding="utf-8")
    assert [failure.error.key for failure in reading(path).failures] == ["part_damaged"]
    path = tmp_path / "list.xlsx"
    path.write_bytes(exports.xlsx([["题名", "摘要"], ["等待", "平" * 2_000_000]]))
    assert path.stat().st_size < 100_000
    assert [failure.error.key for failure in reading(path, unpacked_megabytes=1).failures] == ["input_bomb"]


@pytest.mark.parametrize("name", [*exports.EXPORTS, "sheet"])
def test_damaged_lists_give_documents_or_messages(tmp_path: Path, name: str) -> None:
    """Cut anywhere, bytes flipped, lines lost or doubled: never an exception, and no record is made up."""
    chance = random.Random(name)
    whole = (
        exports.sheet(PAPERS)
        if name == "sheet"
        else exports.EXPORTS[name](PAPERS).encode(chance.choice(["utf-8", "gb18030"]))
    )
    for number in range(25):
        content = bytearray(whole)
        if number % 3 == 0:
            content = content[: chance.randrange(len(content))]
        elif number % 3 == 1:
            for _ in range(chance.choice([1, 5, 40])):
                content[chance.randrange(len(content))] = chance.randrange(256)
        else:
            lines = content.split(b"\n")
            content = bytearray(b"\n".join(line for line in lines for _ in range(chance.choice([0, 1, 1, 1, 2]))))
        path = tmp_path / f"{number}.txt"
        path.write_bytes(bytes(content))
    result = reading(tmp_path)
    assert len(result.documents) + len(result.failures) >= 1
    assert all(str(failure.error) for failure in result.failures)
    assert len({document.id for document in result.documents}) == len(result.documents)
