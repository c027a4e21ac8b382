"""Settings by name: what `config` declares, listed, checked, and replaced from a file or a command line."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from conceptgraph.config import Config
from conceptgraph.errors import ConfigError

FILE_NAME = "conceptgraph.toml"  # looked for in the working directory
FILE_UNIT = "file"  # the unit of settings that are paths


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One line of `conceptgraph config`."""

    name: str
    value: Any
    default: Any
    kind: type
    unit: str
    between: tuple[float, float] | None
    choices: tuple[str, ...]
    en: str
    zh: str
    source: str

    @property
    def allowed(self) -> str:
        """The values that the setting takes, as people write them; empty where any will do.

        >>> rows = {row.name: row for row in describe(Config())}
        >>> rows["cooccur.max_p"].allowed, rows["segment.segmenter"].allowed
        ('0..1', 'rjieba|jieba')
        """
        if self.between:
            return f"{_plain(self.between[0])}..{_plain(self.between[1])}"
        return "|".join(self.choices)


def describe(config: Config) -> Iterator[SettingRow]:
    """Yield every setting of `config` in the order of the pipeline."""
    for stage in dataclasses.fields(Config):
        values = getattr(config, stage.name)
        kinds = get_type_hints(type(values))
        for item in dataclasses.fields(values):
            yield SettingRow(
                name=f"{stage.name}.{item.name}",
                value=getattr(values, item.name),
                default=item.default,
                kind=kinds[item.name],
                **item.metadata,
            )


def with_settings(config: Config, values: Mapping[str, object], place: str) -> Config:
    """Return `config` with ``stage.key`` values replaced; `place` names where they were written.

    Raises ConfigError for an unknown key (naming the nearest known one), a wrong type or a value out of range.

    >>> with_settings(Config(), {"cooccur.min_count": "3"}, "--set").cooccur.min_count
    3
    """
    rows = {row.name: row for row in describe(config)}
    for name, value in values.items():
        if name not in rows:
            near = _nearest(name, list(rows))
            key = "setting_unknown" if near else "setting_unknown_far"
            raise ConfigError(key, name=name, place=place, near=near)
        stage, key = name.split(".")
        group = dataclasses.replace(getattr(config, stage), **{key: _checked(rows[name], value, place)})
        config = dataclasses.replace(config, **{stage: group})
    return config


def load_settings(path: Path) -> dict[str, object]:
    """Return the settings of a TOML file as ``{"stage.key": value}``; its tables are the stages.

    A setting that names a file is taken relative to the folder of `path`. Raises ConfigError where the file cannot be
    read, is no TOML, or has a key outside a table.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError("toml_bad", path=path, cause=error) from error
    except OSError as error:
        raise ConfigError("settings_unreadable", path=path, cause=error) from error
    files = {row.name for row in describe(Config()) if row.unit == FILE_UNIT}
    found: dict[str, object] = {}
    for stage, keys in tables.items():
        if not isinstance(keys, dict):
            raise ConfigError("setting_outside_table", name=stage, path=path)
        for key, value in keys.items():
            name = f"{stage}.{key}"
            beside = name in files and isinstance(value, str) and value
            found[name] = str(path.parent / value) if beside else value
    return found


def _nearest(name: str, known: list[str]) -> str:
    """Return the known setting whose key, or else whose whole name, is most like `name`; "" where none is like it."""
    key = name.rpartition(".")[2]
    same = difflib.get_close_matches(key, [other.partition(".")[2] for other in known], n=1, cutoff=0.75)
    by_key = [other for other in known if same and other.endswith(f".{same[0]}")]
    return "".join(difflib.get_close_matches(name, by_key or known, n=1, cutoff=0.0 if by_key else 0.5))


def _checked(row: SettingRow, value: object, place: str) -> object:
    """Return `value` in the type of the setting, or raise ConfigError."""
    try:
        converted = _convert(row.kind, value)
    except ValueError as error:
        raise ConfigError(f"setting_type_{row.kind.__name__}", name=row.name, value=value, place=place) from error
    if row.choices and converted not in row.choices:
        raise ConfigError("setting_choice", name=row.name, value=value, choices=", ".join(row.choices), place=place)
    if row.between and not row.between[0] <= converted <= row.between[1]:  # type: ignore[operator]
        low, high = map(_plain, row.between)
        raise ConfigError("setting_range", name=row.name, value=value, low=low, high=high, place=place)
    return converted


def _convert(kind: type, value: object) -> object:
    """Return `value` (a TOML value or the text of a flag) as `kind`; raise ValueError where it is none."""
    if kind is bool:
        named = {"true": True, "false": False}.get(str(value).lower())
        if named is None:
            raise ValueError(value)
        return named
    if isinstance(value, bool) or (isinstance(value, float) and kind is int):
        raise ValueError(value)
    if kind is str and not isinstance(value, str):
        raise ValueError(value)
    if isinstance(value, str | int | float):
        return kind(value)
    raise ValueError(value)


def _plain(number: float) -> str:
    """Return a number without a needless fraction or exponent."""
    return str(int(number)) if number == int(number) else str(number)
