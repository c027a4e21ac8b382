"""The user's own files: what they may hold, and that each mistake is named with file and line."""

from pathlib import Path

import pytest

from conceptgraph.config import WordsConfig
from conceptgraph.errors import RuleError
from conceptgraph.user_files import load_user_words
from conceptgraph.user_words import Edit, UserWord, UserWords

EDITS = """
[[rename]]
concept = "数字无产者"
to = "赛博无产阶级"

[[merge]]
concepts = ["劳动异化", "劳动的异化"]
into = "异化劳动"
reason = "词序不同"

[[drop]]
concept = "本文"

[[keep]]
concept = "马克思"
kind = "person"

[[reject]]
source = "数字资本"
target = "异化"
type = "causes"

[[retype]]
source = "平台"
target = "用户"
to = "acts_on"
"""


def load(folder: Path, **files: str | bytes) -> UserWords:
    """Return the words of files with these contents."""
    paths = {}
    for name, content in files.items():
        path = folder / f"{name}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths[name] = str(path)
    return load_user_words(WordsConfig(**paths))


def problem(folder: Path, **files: str | bytes) -> tuple[str, object]:
    """Return the key and the line of the error that the files raise."""
    with pytest.raises(RuleError) as caught:
        load(folder, **files)
    path = caught.value.values.get("file", caught.value.values.get("path"))
    assert path == str(folder / f"{next(iter(files))}.txt")
    return caught.value.key, caught.value.values.get("line")


def test_no_files_are_no_words() -> None:
    assert load_user_words(WordsConfig()) == UserWords()


def test_lexicon_in_the_format_of_jieba(tmp_path: Path) -> None:
    text = "\ufeff数字劳动 100 n\n# 注释\n\n异化\r\n赛博无产阶级 nz\ndigital labour 3 eng\n"
    assert load(tmp_path, lexicon=text).lexicon == (
        UserWord("数字劳动", 100, "n"),
        UserWord("异化", 0, "n"),
        UserWord("赛博无产阶级", 0, "nz"),
        UserWord("digital labour", 3, "eng"),
    )


@pytest.mark.parametrize("line", ["数字劳动 100n", "数字劳动 -3", "数字 劳动", "——", "异化 0", "异化 3 N"])
def test_bad_lexicon_line(tmp_path: Path, line: str) -> None:
    assert problem(tmp_path, lexicon=f"异化\n{line}\n") == ("lexicon_line", 2)


def test_stopwords(tmp_path: Path) -> None:
    assert load(tmp_path, stopwords="本文\n# 说明\n\n我们 \n").stopwords == {"本文", "我们"}


def test_synonyms(tmp_path: Path) -> None:
    text = "数字劳动 = 數位勞動 = digital labour\n人工智能，AI\n"
    words = load(tmp_path, synonyms=text)
    assert words.synonyms == (("数字劳动", "数位劳动", "digital labour"), ("人工智能", "AI"))
    assert words.spellings == {"数位劳动": "數位勞動"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("异化\n", ("synonym_line", 1)),
        ("异化 = \n", ("synonym_line", 1)),
        ("异化 = 异化\n", ("synonym_line", 1)),
        ("异化 = 疏离\n物化 = 疏离\n", ("synonym_twice", 2)),
    ],
)
def test_bad_synonyms(tmp_path: Path, text: str, expected: tuple[str, int]) -> None:
    assert problem(tmp_path, synonyms=text) == expected


def test_edits_keep_the_order_of_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, edits=EDITS + '\n[[drop]]\nconcept = "我们"\n').edits == (
        Edit("rename", ("数字无产者",), "赛博无产阶级", line=2),
        Edit("merge", ("劳动异化", "劳动的异化"), "异化劳动", reason="词序不同", line=6),
        Edit("drop", ("本文",), line=11),
        Edit("keep", ("马克思",), "person", line=14),
        Edit("reject", ("数字资本", "异化"), relation="causes", line=18),
        Edit("retype", ("平台", "用户"), "acts_on", line=23),
        Edit("drop", ("我们",), line=28),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[drop]]\nconcept = "本文', ("toml_bad", None)),
        ('\n[[remove]]\nconcept = "本文"', ("edit_action", 2)),
        ('[drop]\nconcept = "本文"', ("edit_table", 1)),
        ('drop = ["本文"]', ("edit_table", 1)),
        ('[[drop]]\nconcept = "本文"\n[[drop]]\nconcpt = "我们"', ("edit_field", 3)),
        ("[[drop]]\n", ("edit_missing", 1)),
        ("[[drop]]\nconcept = 3", ("edit_text", 1)),
        ('[[drop]]\nconcept = " "', ("edit_text", 1)),
        ('[[merge]]\ninto = "异化"\nconcepts = "疏离"', ("edit_list", 1)),
        ('[[merge]]\ninto = "异化"\nconcepts = []', ("edit_list", 1)),
        ('[[retype]]\nsource = "甲"\ntarget = "乙"\nto = "because"', ("edit_choice", 1)),
        ('[[reject]]\nsource = "甲"\ntarget = "乙"\ntype = "because"', ("edit_choice", 1)),
        ('[[keep]]\nconcept = "甲"\nkind = "place"', ("edit_choice", 1)),
    ],
)
def test_bad_edits(tmp_path: Path, text: str, expected: tuple[str, int | None]) -> None:
    assert problem(tmp_path, edits=text) == expected


def test_other_encoding(tmp_path: Path) -> None:
    assert problem(tmp_path, stopwords="abc\n本文".encode("gb18030")) == ("user_file_encoding", 2)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load_user_words(WordsConfig(lexicon=str(tmp_path / "none.txt")))
    assert caught.value.key == "user_file_unreadable"
