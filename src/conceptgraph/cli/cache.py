"""`conceptgraph cache`: how large the cache of documents is, and away with it."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.messages import text

MEGABYTE = 1_000_000


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    action = click.Argument(["action"], type=click.Choice(["info", "clear"]))
    return make_command("cache", language, partial(cache, language), [action, *setting_options(language)])


def cache(language: str, **values: Any) -> None:
    """Print where the cache is and what it holds, or remove it."""
    from conceptgraph.store import FileStore, cache_path

    settings, call = split_settings(values)
    path = cache_path(settings.work)
    if not path.exists():
        click.echo(text("cache_none", language, path=path))
    elif call["action"] == "clear":
        FileStore(path).remove()
        click.echo(text("cache_cleared", language, path=path))
    else:
        count, size = FileStore(path).create().size()
        click.echo(text("cache_info", language, path=path, count=count, megabytes=f"{size / MEGABYTE:.1f}"))
