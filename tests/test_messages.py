"""The words of the program: complete in both languages, sorted, and all of them used."""

import ast
import re
import string
from pathlib import Path

import pytest

from conceptgraph.cli.concepts import COLUMNS
from conceptgraph.messages import LANGUAGES, catalogue, default_language, text
from conceptgraph.model import RELATION_TYPES

PACKAGE = Path(__file__).parent.parent / "src" / "conceptgraph"
LOCALE = PACKAGE / "locale"
BUILT = (
    "note_",
    "script_",
    "chain_",
    "column_",
    "config_",
    "kind_",
    "modality_",
    "read_",
    "reason_",
    "setting_type_",
    "stage_",
    "system_",
    "type_",
)


def blanks(message: str) -> set[str]:
    """Return the names that a message fills in."""
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def literals() -> set[str]:
    """Return every string constant of the package."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_both_languages_have_the_same_messages() -> None:
    assert catalogue("zh").keys() == catalogue("en").keys()
    assert {key: blanks(message) for key, message in catalogue("zh").items()} == {
        key: blanks(message) for key, message in catalogue("en").items()
    }


def test_both_languages_have_the_same_help() -> None:
    zh, en = catalogue("help.zh"), catalogue("help.en")
    assert {group: list(texts) for group, texts in zh.items()} == {group: list(texts) for group, texts in en.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_sorted(language: str) -> None:
    keys = re.findall(r"(?m)^(\w+) =", (LOCALE / f"{language}.toml").read_text(encoding="utf-8"))
    assert keys == sorted(set(keys))


def test_every_message_is_used() -> None:
    used = literals()
    assert {key for key in catalogue("en") if key not in used and not key.startswith(BUILT)} == set()


def test_every_error_has_its_message() -> None:
    raised = {
        (node.args[0].value, frozenset(word.arg for word in node.keywords))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("InputError", "ConfigError", "RuleError", "OutputError")
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(raised) > 20
    assert {key for key, values in raised if not blanks(catalogue("en")[str(key)]) <= values} == set()


def test_chinese_messages_are_chinese() -> None:
    words = {key: re.sub(r"{\w+}", "", message) for key, message in catalogue("zh").items()}
    without = {
        key for key, message in words.items() if re.search("[a-z]", message) and not re.search("[一-鿿]", message)
    }
    assert without == set()


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
    ],
)
def test_the_locale_chooses_the_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert default_language() == expected


def test_what_the_system_says_is_said_in_chinese() -> None:
    said = text("input_unreadable", "zh", path="论文.txt", cause=PermissionError(13, "Permission denied", "论文.txt"))
    assert said == "论文.txt：无法读取（没有权限）；请检查文件及其权限"
    assert "（Too many links）" in text("input_unreadable", "zh", path="x", cause=OSError(31, "Too many links"))


def test_text_fills_in() -> None:
    assert text("input_missing", "zh", path="论文.txt") == "论文.txt：没有这个文件或文件夹；请检查路径"


def test_keys_put_together_in_the_code_are_there() -> None:
    tree = ast.parse((PACKAGE / "pipeline.py").read_text(encoding="utf-8"))
    passes = ("run", "each")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in passes]
    stages = {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}
    assert stages == {"discover", "relate", "quote"}
    wanted = {
        *(f"stage_{stage}" for stage in stages),
        *(f"type_{relation}" for relation in (*RELATION_TYPES, "cooccurrence")),
        *(f"modality_{modality}" for modality in ("asserted", "reported", "asked", "conceded")),
        *(f"kind_{kind}" for kind in ("concept", "person", "work")),
        *(f"column_{column}" for column in COLUMNS),
        *(f"note_{reason}" for reason in ("characters", "claims", "sentences")),
        *(f"chain_{kind}" for kind in ("attested", "composed")),
    }
    assert wanted <= catalogue("en").keys()
