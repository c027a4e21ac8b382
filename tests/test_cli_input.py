"""Bad input, from the command line on: one line on stderr (what, where, what to do), code 2, nothing written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from conceptgraph.config import ReadConfig
from conceptgraph.read import read

TEXT = "数字劳动导致异化。平台产生数字资本。数字劳动的异化是异化劳动。数字劳动依赖平台。\n"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)  # the mark of old Word and Excel files
BINARY = bytes(range(256)) * 40

Call = Callable[..., Any]  # the fixture of conftest.py


def write(name: str, content: str | bytes = TEXT) -> Path:
    """Write a file into the working directory."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def edits(content: str) -> list[str]:
    """Write an edits file beside a good text; return the arguments of the call."""
    write("a.txt")
    write("edits.toml", content)
    return ["a.txt", "--edits", "edits.toml"]


def words(flag: str, content: str | bytes) -> list[str]:
    """Write a word file beside a good text; return the arguments of the call."""
    write("a.txt")
    write("words.txt", content)
    return ["a.txt", flag, "words.txt"]


def text(name: str, content: str | bytes, *arguments: str) -> list[str]:
    """Write a file; return the arguments of the call."""
    write(name, content)
    return [name, *arguments]


# name: (what makes the files and returns the arguments, what the line names, a piece of the remedy)
CASES: dict[str, tuple[Callable[[], list[str]], str, str]] = {
    "missing file": (lambda: ["没有.txt"], "没有.txt: no such file", "check the path"),
    "empty file": (lambda: text("a.txt", ""), "a.txt: the file is empty", "give a file"),
    "blank file": (lambda: text("a.txt", " \r\n\t\n"), "a.txt: the file is empty", "give a file"),
    "binary file": (lambda: text("a.txt", BINARY), "a.txt: ", "save it as"),
    "no Chinese": (lambda: text("a.txt", "Labour is alienated.\n"), "a.txt: no Chinese", "give a Chinese text"),
    "unknown encoding": (
        lambda: text("a.txt", TEXT, "--encoding", "utf-9"),
        "a.txt: unknown encoding utf-9",
        "use auto",
    ),
    "wrong encoding": (
        lambda: text("a.txt", TEXT.encode("gb18030"), "--encoding", "utf-8"),
        "a.txt: not in utf-8",
        "--encoding",
    ),
    "empty folder": (lambda: [str(write("folder/.hidden").parent)], "folder: the folder has no file", "put .txt"),
    "caj": (lambda: text("论文.caj", b"CAJ\x00" + BINARY), "论文.caj: CAJ", "save it as PDF or text"),
    "doc": (lambda: text("论文.doc", OLD_OFFICE), "论文.doc: old word-processor", "plain text"),
    "doc under another name": (lambda: text("论文.txt", OLD_OFFICE), "论文.txt: ", "save"),
    "xls": (lambda: text("表.xls", OLD_OFFICE), "表.xls: Excel", "CSV"),
    "table without text": (
        lambda: text("a.csv", "甲,乙\n数字劳动,异化\n"),
        "a.csv, line 2: neither",
        "--set read.title",
    ),
    "row of another length": (
        lambda: text("a.csv", "title,text\n异化,劳动,资本\n"),
        "a.csv, line 2: 3 cells",
        "quote",
    ),
    "line that is no JSON": (lambda: text("a.jsonl", '{"text": "异化\n'), "a.jsonl, line 1: ", "correct"),
    "bad settings file": (
        lambda: text("a.txt", TEXT, "--config", str(write("s.toml", "[x"))),
        "s.toml: not valid TOML",
        "correct",
    ),
    "unknown setting": (
        lambda: text("a.txt", TEXT, "--set", "read.encodin=x"),
        "--set: unknown setting",
        "read.encoding",
    ),
    "bad lexicon line": (
        lambda: words("--lexicon", "异化\n数字劳动 10x\n"),
        "words.txt, line 2: 数字劳动 10x",
        "correct",
    ),
    "lexicon in another encoding": (lambda: words("--lexicon", "异化".encode("gb18030")), "words.txt, line 1", "UTF-8"),
    "missing lexicon": (
        lambda: text("a.txt", TEXT, "--lexicon", "none.txt"),
        "none.txt: cannot be read",
        "check the path",
    ),
    "bad stopwords": (lambda: words("--stopwords", b"\xff\xfe\x00"), "words.txt, line 1", "UTF-8"),
    "bad synonyms": (lambda: words("--synonyms", "异化 疏离\n"), "words.txt, line 1: 异化 疏离", "name = other name"),
    "bad edits": (lambda: edits('[[drop]]\nconcept = "异化'), "edits.toml: not valid TOML", "correct"),
    "unknown edit": (
        lambda: edits('\n[[delete]]\nconcept = "异化"'),
        "edits.toml, line 2: no edit is called delete",
        "nearest",
    ),
    "unknown relation type": (
        lambda: edits('[[reject]]\nsource = "平台"\ntarget = "异化"\ntype = "makes"'),
        "edits.toml, line 1: makes",
        "causes",
    ),
    "bad rules": (lambda: words("--rules", "[causes\n"), "words.txt", ""),
    "missing rules": (lambda: text("a.txt", TEXT, "--rules", "none.toml"), "none.toml: ", ""),
    "output is a file": (lambda: text("a.txt", TEXT, "-o", str(write("out"))), "out: ", ""),
    "output is not ours": (lambda: text("a.txt", TEXT, "-o", str(write("out/thesis.docx").parent)), "out: ", ""),
    "output below a file": (lambda: text("a.txt", TEXT, "-o", str(write("file") / "out")), f"{Path('file/out')}: ", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input(call: Call, tmp_path: Path, case: str) -> None:
    prepare, what, remedy = CASES[case]
    arguments = prepare()
    before = {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")}
    said = call("build", *arguments)
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1), said.err
    assert said.err.startswith(what)
    assert remedy in said.err
    assert {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")} == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_what_permissions_forbid(call: Call, tmp_path: Path) -> None:
    write("a.txt")
    for name in ("hidden", "closed"):
        (tmp_path / name).mkdir()
    (tmp_path / "hidden").chmod(0)
    (tmp_path / "closed").chmod(0o555)
    for arguments, what in (
        (["hidden"], "hidden: the folder cannot be read"),
        (["a.txt", "-o", "closed/out"], "closed/out: "),
    ):
        said = call("build", *arguments)
        assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
        assert said.err.startswith(what)
    assert list((tmp_path / "closed").iterdir()) == []
    (tmp_path / "hidden").chmod(0o755)


@pytest.mark.parametrize(
    ("module", "name", "what"),
    [
        (os, "scandir", "texts: the folder cannot be read (no permission)"),
        (os, "mkdir", "out: cannot be written"),
    ],
)
def test_what_the_system_refuses(
    call: Call, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, what: str
) -> None:
    """The same for a user whom permissions do not bind: the refusal is put in place of the system's calls."""

    def refuse(path: str | None = None, *rest: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    write("texts/a.txt")
    with monkeypatch.context() as context:
        context.setattr(module, name, refuse)
        said = call("build", "texts", "-o", "out")
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1), said.err
    assert said.err.startswith(what)
    assert not Path("out").exists()


def test_a_failed_build_leaves_the_old_output(call: Call, tmp_path: Path) -> None:
    assert call("build", *text("a.txt", TEXT), "-q").code == 0
    before = {path: path.read_bytes() for path in Path("outputs").rglob("*") if path.is_file()}
    assert call("build", "a.txt", "--set", "cooccur.window=x").code == 2
    assert call("build", *words("--lexicon", "异化 异化 异化\n")).code == 2
    assert call("build", *text("a.txt", b"\x00\x01" * 99)).code == 2
    assert before == {path: path.read_bytes() for path in Path("outputs").rglob("*") if path.is_file()}


def test_edits_that_meet_nothing_are_said(call: Call, tmp_path: Path) -> None:
    said = call("build", *edits('[[drop]]\nconcept = "平台"\n[[drop]]\nconcept = "货币"\n'))
    assert said.code == 0
    assert said.err == "edits.toml, line 3: drop 货币 changes nothing: not in these texts\n"
    names = Path("outputs/a/graph.json").read_text(encoding="utf-8")
    assert '"name":"平台"' not in names
    assert call("build", "a.txt", "--edits", "edits.toml", "-q").err == ""


def test_the_users_words_win(call: Call, tmp_path: Path) -> None:
    write("a.txt")
    write("terms.txt", "依赖平台 10 n\n")
    write("stop.txt", "平台\n")
    write("same.txt", "数字劳动 = 数智劳动\n")
    said = call("build", "a.txt", "-q", "--lexicon", "terms.txt", "--stopwords", "stop.txt", "--synonyms", "same.txt")
    assert said.code == 0, said.err
    graph = Path("outputs/a/graph.json").read_text(encoding="utf-8")
    assert '"name":"依赖平台"' in graph
    assert '"name":"平台"' not in graph
    assert '"name":"数字劳动","aliases":["数智劳动"]' in graph


OLD_FILES = {"旧.doc": OLD_OFFICE, "论文.caj": b"CAJ\x00" + BINARY, "图.png": b"\x89PNG\r\n\x1a\n", "说明.xyz": b"x"}


def test_a_bad_document_is_told_and_counted_and_the_rest_is_built(call: Call, tmp_path: Path) -> None:
    write("文集/a.txt")
    for name, content in OLD_FILES.items():
        write(f"文集/{name}", content)
    said = call("build", "文集", "-o", "out")
    assert said.code == 1
    lines = said.err.splitlines()
    assert [line.split(":")[0] for line in lines[:2]] == ["旧.doc", "论文.caj"]
    assert lines[2] == "2 could not be read, 1 documents were"
    assert lines[3] == "文集: 2 files of other kinds were passed over: .png (1), .xyz (1)"
    assert "旧.doc" in Path("out/report.md").read_text(encoding="utf-8")
    strict = call("build", "文集", "-o", "strict", "--strict")
    assert (strict.code, len(strict.err.splitlines()), Path("strict").exists()) == (2, 1, False)


def test_all_that_could_not_be_read_is_said_where_nothing_could(call: Call, tmp_path: Path) -> None:
    for name, content in OLD_FILES.items():
        write(f"文集/{name}", content)
    said = call("build", "文集")
    assert (said.code, said.out) == (2, "")
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["旧.doc", "论文.caj"]


MAGIC = {
    "refused_caj": [b"CAJ\x00\x01", b"HN\x00\x00", b"HN\xc8\x00", b"KDH 2.00", b"TEB\x00", b"\xc8\x00\x00\x00\x10"],
    "refused_doc": [OLD_OFFICE, OLD_OFFICE + "WordDocument".encode("utf-16-le"), b"{\\rtf1\\ansi}"],
    "refused_xls": [OLD_OFFICE + "Workbook".encode("utf-16-le")],
    "refused_ppt": [OLD_OFFICE + "PowerPoint Document".encode("utf-16-le")],
    "refused_password": [OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")],
    "refused_image": [
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"BM\x00\x01\x00\x00\x00\x00",
        b"II*\x00",
        b"AT&TFORM",
    ],
    "refused_sound": [b"ID3\x03", b"RIFF\x00\x00\x00\x00WAVE", b"\x00\x00\x00\x20ftypisom", b"OggS"],
    "input_archive": [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"PK\x03\x04rest", b"BZh9"],
    "refused_program": [b"\x7fELF\x02", b"MZ\x90\x00"],
    "refused_library": [b"SQLite format 3\x00"],
    "refused_ebook": [bytes(60) + b"BOOKMOBI"],
}


@pytest.mark.parametrize("key", MAGIC)
@pytest.mark.parametrize("name", ["论文.txt", "论文.pdf", "论文", "论文.csv"])
def test_files_under_a_false_name(tmp_path: Path, key: str, name: str) -> None:
    for content in MAGIC[key]:
        path = tmp_path / name
        path.write_bytes(content + bytes(20))
        (failure,) = read([str(path)], ReadConfig()).failures
        assert failure.error.key == key, content


def test_a_caj_that_is_a_pdf_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "论文.caj").write_bytes(b"\x00\x00junk\n%PDF-1.4\n broken")
    (failure,) = read([str(tmp_path / "论文.caj")], ReadConfig()).failures
    assert failure.error.key.startswith("pdf_")
