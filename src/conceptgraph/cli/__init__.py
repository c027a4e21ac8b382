"""The command line: parses, calls one function, reports. One module a command; this one holds what they share.

Problems that the user can solve are one line on stderr and exit code 2; documents that could not be read beside others
that could, exit code 1; Ctrl-C, 130; ended by the system, 143. A bug keeps its traceback.
"""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from conceptgraph import __version__
from conceptgraph.cli.ending import Ended, end_in_order
from conceptgraph.cli.localized import LocalizedCommand, LocalizedGroup, fill_help, usage_problem
from conceptgraph.errors import ConceptgraphError, ConceptgraphWarning
from conceptgraph.messages import LANGUAGES, default_language, help_text, text

COMMANDS = {  # in the order of the help; the module of a command is imported when it is called
    "build": "conceptgraph.cli.build",
    "read": "conceptgraph.cli.read",
    "concepts": "conceptgraph.cli.concepts",
    "chains": "conceptgraph.cli.chains",
    "explain": "conceptgraph.cli.explain",
    "render": "conceptgraph.cli.render",
    "open": "conceptgraph.cli.open_page",
    "check": "conceptgraph.cli.check",
    "evaluate": "conceptgraph.cli.evaluate",
    "config": "conceptgraph.cli.show_config",
    "cache": "conceptgraph.cli.cache",
}
INTERRUPTED = 130
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)  # what the user can remedy wherever it happens


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; `arguments` are those of the process by default."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    language = chosen_language(sys.argv[1:] if arguments is None else arguments)
    try:
        with _spoken_warnings(language), end_in_order():
            code = program(language).main(arguments, prog_name="conceptgraph", standalone_mode=False)
        sys.stdout.flush()
    except ConceptgraphError as error:
        code = _complain(text(error.key, language, **error.values))
        for other in error.others:
            _complain(text(other.key, language, **other.values))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = 2
    except click.UsageError as error:
        code = _complain(usage_problem(error, language))
    except Ended as ended:
        code = ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OSError as error:
        if error.errno not in FULL:
            raise
        code = _complain(text("disk_full", language, cause=error))
    sys.exit(code)


def chosen_language(arguments: Sequence[str]) -> str:
    """Return the language that ``--lang`` asks for, wherever it stands, else that of the locale.

    >>> chosen_language(["build", "论文.txt", "--lang", "zh"]), chosen_language(["--lang=en", "--help"])
    ('zh', 'en')
    """
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[number + 1 : number + 2])
            if value in LANGUAGES:
                return value
    return default_language()


def program(language: str) -> click.Group:
    """Return the command ``conceptgraph`` with all its commands, in `language`."""
    version = click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_print_version)
    root = Program(
        "conceptgraph",
        params=[version],
        help=help_text("program", "text", language),
        language=language,
        subcommand_metavar=help_text("headings", "usage_command", language),
    )
    return fill_help(root, language)


class Program(LocalizedGroup):
    """The root command: knows the names of the others, imports one when it is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> LocalizedCommand | None:
        """Return the command `name`, None where there is none."""
        if name not in COMMANDS:
            return None
        made: LocalizedCommand = import_module(COMMANDS[name]).command(self.language)
        return made


def _print_version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(f"conceptgraph {__version__}")
        context.exit()


@contextmanager
def _spoken_warnings(language: str) -> Iterator[None]:
    """Let our own warnings be one line on stderr in `language`."""
    with warnings.catch_warnings():
        others = warnings.showwarning

        def show(message: Warning | str, *rest: Any) -> None:
            if isinstance(message, ConceptgraphWarning):
                click.echo(text(message.key, language, **message.values), err=True)
            else:
                others(message, *rest)

        warnings.simplefilter("default", ConceptgraphWarning)  # each once
        warnings.showwarning = show  # type: ignore[assignment]
        yield


def _complain(message: str) -> int:
    """Print one line on stderr; return the exit code of problems that the user can solve."""
    click.echo(" ".join(message.splitlines()), err=True)
    return 2
