"""Reading: formats, encodings, ids, order, and each thing that can be wrong with a file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from conceptgraph.config import ReadConfig
from conceptgraph.read import Reading, read
from conceptgraph.read.decode import decode

SENTENCE = "数据变成商品，商品变成资本。"
TRADITIONAL = "數據變成商品，商品變成資本。"
TEXT = "数字劳动的异化源于资本对数据的占有。人们在平台上生产数据，数据变成商品。\n" * 4


def reading(*paths: Path, **settings: Any) -> Reading:
    return read([str(path) for path in paths], ReadConfig(**settings))


def only_error(path: Path, **settings: Any) -> str:
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


def test_the_bytes_of_two_encodings_are_told_apart_by_what_they_say() -> None:
    """Big5 bytes decode as GB18030 without an error and the other way round nearly so: only the score tells."""
    for text, name in ((SENTENCE, "gb18030"), (TRADITIONAL, "cp950"), (TRADITIONAL, "gb18030")):
        found = decode(text.encode(name), "auto", "a.txt")
        assert (found.text, found.encoding) == (text, name)
        assert found.margin > ReadConfig().encoding_margin
    assert TRADITIONAL.encode("cp950").decode("gb18030") != TRADITIONAL


def test_characters_of_hong_kong_are_read() -> None:
    text = "佢哋話平台將時間變成數據，數據又變成商品。" * 2
    assert decode(text.encode("big5hkscs"), "auto", "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("プラットフォームは時間をデータに変え、データは商品になる。", "euc_jp"),
        ("플랫폼은 시간을 데이터로 바꾸고 데이터는 상품이 된다.", "euc_kr"),
        ("La plateforme transforme le temps en données aliénées, et l'être en société.", "latin1"),
    ],
)
def test_what_is_not_chinese_is_refused_and_not_read_as_mojibake(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(text.encode(encoding) * 3)
    assert only_error(path) in ("encoding_doubtful", "encoding_undetected")


@pytest.mark.parametrize(
    ("encoding", "bad"), [("utf-8", b"\xe6\n"), ("gb18030", b"\xca\n"), ("utf-16", b"\x00\xd8\n\x00")]
)
def test_few_bad_bytes_are_counted_and_many_refused(tmp_path: Path, encoding: str, bad: bytes) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes((TEXT * 60).encode(encoding) + bad)
    result = reading(path)
    (warning,) = result.warnings
    assert (warning.key, warning.values["count"], result.documents[0].lost) == ("encoding_lost_some", 1, 1)
    assert result.documents[0].text == TEXT * 60 + "\ufffd\n"
    path.write_bytes(SENTENCE.encode(encoding) + bad)
    assert only_error(path) == "encoding_lost"
    assert reading(path, lost_share=0.5).documents[0].lost == 1


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


def test_a_file_over_the_limit_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(SENTENCE.encode() * 30_000)
    assert only_error(path, file_megabytes=1) == "input_large"
    assert reading(path, file_megabytes=2).documents


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "paper.txt").write_text(TEXT, encoding="utf-8")
    result = reading(tmp_path)
    assert [document.id for document in result.documents] == ["paper"]
    assert result.warnings[0].key == "folder_others"


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
