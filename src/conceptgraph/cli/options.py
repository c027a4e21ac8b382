"""Flags that set settings: one table from flag to setting; meaning, unit, range and default come from the setting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from conceptgraph.config import Config
from conceptgraph.errors import ConfigError
from conceptgraph.messages import text
from conceptgraph.settings import FILE_NAME, SettingRow, describe, load_settings, with_settings

FLAGS = {
    "--encoding": "read.encoding",
    "--strict": "read.strict",
    "--lexicon": "words.lexicon",
    "--stopwords": "words.stopwords",
    "--synonyms": "words.synonyms",
    "--edits": "words.edits",
    "--script": "words.script",
    "--rules": "words.rules",
    "--segmenter": "segment.segmenter",
    "--window": "cooccur.window",
    "--window-sentences": "cooccur.window_sentences",
    "--weight": "cooccur.weight",
    "--min-count": "cooccur.min_count",
    "--shown": "analyze.shown",
    "--communities": "analyze.communities",
    "--seed": "analyze.seed",
    "--graphml-profile": "write.graphml_profile",
    "--evidence": "write.evidence",
    "--jobs": "work.jobs",
    "--memory": "work.memory",
    "--backend": "work.backend",
    "--scheduler": "work.scheduler",
}


def setting_options(language: str) -> list[click.Parameter]:
    """Return --config, --set and the flags of `FLAGS`, with their meaning in `language`."""
    rows = {row.name: row for row in describe(Config())}
    return [
        click.Option(["--config"], metavar="FILE"),
        click.Option(["--set", "assignments"], metavar="STAGE.KEY=VALUE", multiple=True),
        *(_option(flag, rows[name], language) for flag, name in FLAGS.items()),
    ]


def read_settings(config: str | None, assignments: tuple[str, ...], **flags: str | None) -> Config:
    """Return the settings of a call: defaults, then the settings file, then --set, then flags; later ones win.

    The file is `config`, or conceptgraph.toml in the working directory where there is one.
    """
    settings = Config()
    path = Path(config or FILE_NAME)
    if config or path.is_file():
        settings = with_settings(settings, load_settings(path), str(path))
    settings = with_settings(settings, dict(map(_split_assignment, assignments)), "--set")
    for flag, name in FLAGS.items():
        value = flags.get(_parameter_name(flag))
        if value is not None:
            settings = with_settings(settings, {name: value}, flag)
    return settings


def split_settings(values: dict[str, Any]) -> tuple[Config, dict[str, Any]]:
    """Return the settings among the parameters of a call, and the other parameters."""
    names = {"config", "assignments", *map(_parameter_name, FLAGS)}
    given = {name: value for name, value in values.items() if name in names}
    return read_settings(**given), {name: value for name, value in values.items() if name not in names}


def _split_assignment(assignment: str) -> tuple[str, str]:
    name, equals, value = assignment.partition("=")
    if not equals:
        raise ConfigError("set_without_value", assignment=assignment)
    return name.strip(), value.strip()


def _parameter_name(flag: str) -> str:
    return flag.removeprefix("--").replace("-", "_")


def _option(flag: str, row: SettingRow, language: str) -> click.Option:
    """Return the flag of a setting; one that is only on or off takes no value."""
    if row.kind is bool:
        return click.Option([flag], flag_value="true", default=None, help=_meaning(row, language))
    return click.Option([flag], metavar=_metavar(row), help=_meaning(row, language))


def _metavar(row: SettingRow) -> str:
    if row.choices:
        return f"[{row.allowed}]"
    return {str: "FILE" if row.unit == "file" else "TEXT", int: "N", float: "X"}[row.kind]


def _meaning(row: SettingRow, language: str) -> str:
    meaning = row.zh if language == "zh" else row.en
    if row.default == "" or row.kind is bool:
        return meaning
    return meaning + text("option_default", language, default=row.default)
