"""Reading: formats, encodings, ids, order, and each thing that can be wrong with a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conceptgraph.config import ReadConfig
from conceptgraph.read import Reading, read

TEXT = "数字劳动的异化源于资本对数据的占有。人们在平台上生产数据，数据变成商品。\n" * 4


def reading(*paths: Path, **settings: str) -> Reading:
    return read([str(path) for path in paths], ReadConfig(**settings))


def only_error(path: Path, **settings: str) -> str:
    result = reading(path, **settings)
    assert result.documents == ()
    (failure,) = result.failures
    assert path.name in str(failure.error)
    return failure.error.key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(TEXT.encode(encoding))
    (document,) = reading(path).documents
    assert document.text.lstrip("\ufeff") == TEXT


def test_big5_is_recognised_and_not_taken_for_gb18030(tmp_path: Path) -> None:
    text = "數位勞動的異化源於資本對資料的佔有。人們在平臺上生產資料，資料變成商品。\n" * 4
    path = tmp_path / "paper.txt"
    path.write_bytes(text.encode("big5"))
    assert reading(path).documents[0].text == text


def test_a_forced_encoding_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    assert reading(path, encoding="gb18030").documents[0].text == TEXT
    assert only_error(path, encoding="utf-8") == "encoding_wrong"
    assert only_error(path, encoding="klingon") == "encoding_unknown"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("empty.txt", b"", "input_empty"),
        ("blank.txt", b" \n\t\n", "input_empty"),
        ("picture.txt", bytes(range(256)) * 20, "input_binary"),
        ("english.txt", b"No Chinese here at all, only English prose.\n" * 5, "input_not_chinese"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 99, "refused_doc"),
        ("paper.caj", b"CAJ" + b"\x00" * 99, "refused_caj"),
        ("sheet.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 99, "refused_xls"),
        ("paper.pdf", b"<html>", "pdf_not"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_remedy(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert only_error(path) == key


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert only_error(tmp_path / "missing.txt") == "input_missing"
    (tmp_path / "folder").mkdir()
    assert only_error(tmp_path / "folder") == "folder_empty"


def test_a_jsonl_row_is_a_document_with_its_title_as_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    row = {
        "id": 7,
        "title": "数字劳动",
        "text": TEXT,
        "author": "何以安；林知远",
        "year": "2021",
        "keywords": "平台;数据",
    }
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    (document,) = reading(path).documents
    assert (document.id, document.title, document.year) == ("7", "数字劳动", 2021)
    assert document.authors == ("何以安", "林知远")
    assert document.keywords == ("平台", "数据")
    assert document.text == f"数字劳动\n\n{TEXT.strip()}"


@pytest.mark.parametrize(("name", "separator"), [("papers.csv", ","), ("papers.tsv", "\t")])
def test_tables_with_chinese_or_chosen_columns(tmp_path: Path, name: str, separator: str) -> None:
    path = tmp_path / name
    rows = [["题名", "摘要", "作者", "年"], ["数字劳动", "平台占有数据。", "何以安", "2020"]]
    path.write_text("\n".join(separator.join(row) for row in rows) + "\n", encoding="utf-8")
    (document,) = reading(path).documents
    assert (document.title, document.authors, document.year) == ("数字劳动", ("何以安",), 2020)
    assert "平台占有数据。" in document.text
    path.write_text(
        "\n".join(separator.join(row) for row in [["甲", "乙"], ["数字劳动", "平台占有数据。"]]), encoding="utf-8"
    )
    (document,) = reading(path, title_column="甲", text_column="乙").documents
    assert document.title == "数字劳动"


def test_a_bad_row_is_told_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_text(
        '{"id": "a", "text": "平台占有数据。"}\n{broken\n{"id": "c", "text": "数据变成商品。"}\n', encoding="utf-8"
    )
    result = reading(path)
    assert [document.id for document in result.documents] == ["a", "c"]
    assert "line 2" in str(result.failures[0].error)


def test_order_and_repetition_of_paths_change_nothing(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in "cab"]
    for path in paths:
        path.write_text(path.stem + TEXT, encoding="utf-8")
    expected = reading(*paths)
    assert reading(*paths[::-1], paths[0]) == expected
    assert [document.id for document in expected.documents] == ["a", "b", "c"]


def test_files_of_one_name_keep_apart_by_their_folders(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one" / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    documents = reading(tmp_path).documents
    assert len({document.id for document in documents}) == len(documents) == 2
    assert [document.path for document in documents] == ["one/paper.txt", "two/paper.txt"]
