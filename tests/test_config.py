"""Settings: each is declared whole, and each wrong one is named with the place where it was written."""

from pathlib import Path

import pytest

from conceptgraph.cli.options import FLAGS, read_settings
from conceptgraph.config import Config
from conceptgraph.errors import ConfigError
from conceptgraph.settings import SettingRow, describe, load_settings, with_settings

ROWS = list(describe(Config()))
NAMES = [row.name for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_setting_is_declared_whole(row: SettingRow) -> None:
    assert row.en
    assert row.zh
    assert type(row.default) is row.kind
    if row.kind in (int, float):
        assert row.between, "a number needs a range"
        assert row.between[0] <= row.default <= row.between[1]
    if row.choices:
        assert row.default in row.choices


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_its_default_survives_the_way_through_text(row: SettingRow) -> None:
    assert with_settings(Config(), {row.name: str(row.default)}, "--set") == Config()


@pytest.mark.parametrize("row", [row for row in ROWS if row.between], ids=[row.name for row in ROWS if row.between])
def test_a_number_outside_its_range_is_refused(row: SettingRow) -> None:
    assert row.between
    for value in (row.between[0] - 1, row.between[1] + 1):
        with pytest.raises(ConfigError) as caught:
            with_settings(Config(), {row.name: row.kind(value)}, "--set")
        assert caught.value.key == "setting_range"


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("cooccur.window", "chapter", "setting_choice"),
        ("cooccur.min_count", "two", "setting_type_int"),
        ("cooccur.min_count", 2.5, "setting_type_int"),
        ("cooccur.min_count", True, "setting_type_int"),
        ("cooccur.min_count", [2], "setting_type_int"),
        ("cooccur.max_p", "nan", "setting_range"),
        ("read.encoding", 8, "setting_type_str"),
        ("rank.spread_weight", "much", "setting_type_float"),
        ("write.csv_safe", "yes", "setting_type_bool"),
    ],
)
def test_a_wrong_value_is_refused(name: str, value: object, key: str) -> None:
    with pytest.raises(ConfigError) as caught:
        with_settings(Config(), {name: value}, "settings.toml")
    assert caught.value.key == key
    assert caught.value.values["place"] == "settings.toml"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("cooccur.mincount", "cooccur.min_count"),
        ("min_count", "cooccur.min_count"),
        ("relate.window", "cooccur.window"),
        ("analyse.shown", "analyze.shown"),
    ],
)
def test_an_unknown_setting_is_refused_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(ConfigError) as caught:
        with_settings(Config(), {name: 1}, "--set")
    assert (caught.value.key, caught.value.values["near"]) == ("setting_unknown", near)


def test_no_setting_is_named_that_is_nothing_like_it() -> None:
    with pytest.raises(ConfigError) as caught:
        with_settings(Config(), {"foo.bar": 1}, "--set")
    assert str(caught.value) == "--set: unknown setting foo.bar; conceptgraph config lists all of them"


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "settings.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_settings_file(tmp_path: Path) -> None:
    path = write(tmp_path, '\ufeff[cooccur]\nmin_count = 3\nmax_p = 1\n[words]\nlexicon = "terms.txt"\nedits = ""\n')
    settings = with_settings(Config(), load_settings(path), str(path))
    assert (settings.cooccur.min_count, settings.cooccur.max_p) == (3, 1.0)
    assert (settings.words.lexicon, settings.words.edits) == (str(tmp_path / "terms.txt"), "")


@pytest.mark.parametrize(
    ("content", "key"),
    [("[cooccur", "toml_bad"), ("[读]\nx = '异化'".encode("gb18030"), "toml_bad"), ("a = 1", "setting_outside_table")],
)
def test_a_bad_settings_file(tmp_path: Path, content: str | bytes, key: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert (caught.value.key, caught.value.values["path"]) == (key, path)


def test_a_missing_settings_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path / "none.toml")
    assert caught.value.key == "settings_unreadable"


def test_later_ones_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conceptgraph.toml").write_text("[cooccur]\nmin_count = 3\n[analyze]\nshown = 30\nseed = 3\n")
    settings = read_settings(None, ("analyze.shown=40", "analyze.seed = 4"), seed="5")
    assert (settings.cooccur.min_count, settings.analyze.shown, settings.analyze.seed) == (3, 40, 5)
    other = write(tmp_path, "[cooccur]\nmin_count = 7\n")
    settings = read_settings(str(other), ())
    assert (settings.cooccur.min_count, settings.analyze.shown) == (7, Config().analyze.shown)


def test_flags_name_settings() -> None:
    assert set(FLAGS.values()) <= set(NAMES)
    assert len(set(FLAGS.values())) == len(FLAGS)
    with pytest.raises(ConfigError) as caught:
        read_settings(None, (), window="chapter")
    assert caught.value.values["place"] == "--window"
