"""`conceptgraph config`: every setting with its value, default, unit, range and source, as a settings file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.messages import text
from conceptgraph.settings import SettingRow, describe


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    return make_command("config", language, partial(show_config, language), setting_options(language))


def show_config(language: str, **values: Any) -> None:
    """Print the settings that a call with the same flags would use; the output is a valid conceptgraph.toml."""
    settings, _ = split_settings(values)
    for stage, rows in groupby(describe(settings), key=lambda row: row.name.partition(".")[0]):
        click.echo(f"[{stage}]")
        for row in rows:
            click.echo("\n".join(setting_lines(row, language)))
        click.echo()


def setting_lines(row: SettingRow, language: str) -> Iterator[str]:
    """Yield the lines of one setting: what it means, its unit, range and default, the source, the value."""
    yield f"# {row.zh if language == 'zh' else row.en}"
    facts = {"unit": row.unit, "range": row.allowed, "default": json.dumps(row.default, ensure_ascii=False)}
    yield "#   " + text("fact_comma", language).join(
        text(f"config_{name}", language, value=value) for name, value in facts.items() if value
    )
    if row.source:
        yield "#   " + text("config_source", language, value=row.source)
    yield f"{row.name.partition('.')[2]} = {json.dumps(row.value, ensure_ascii=False)}"
