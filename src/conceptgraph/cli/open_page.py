"""`conceptgraph open`: the page of a build, in the browser."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from conceptgraph.cli.build import OUTPUTS, PAGE
from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.errors import InputError
from conceptgraph.messages import text


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    argument = click.Argument(["name"], metavar="[NAME]", required=False)
    return make_command("open", language, partial(open_page, language), [argument])


def open_page(language: str, name: str | None) -> None:
    """Open the page of `name`, print its path; say so where no browser can be started."""
    page = find_page(name)
    click.echo(page)
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        click.echo(text("no_browser", language), err=True)


def find_page(name: str | None) -> Path:
    """Return the page of a build by its name under outputs/, its folder, a file in it, or the newest for no name.

    Raises InputError where there is none.
    """
    if name is None:
        pages = sorted(OUTPUTS.glob(f"*/{PAGE}"), key=lambda page: (page.stat().st_mtime, page))
        if not pages:
            raise InputError("no_page", path=OUTPUTS)
        return pages[-1]
    for place in (Path(name), OUTPUTS / name, Path(name).parent, OUTPUTS / Path(name).stem):
        page = place if place.name.endswith(".html") else place / PAGE
        if page.is_file():
            return page
    raise InputError("no_page", path=name)
