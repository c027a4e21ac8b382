"""Click in two languages: help pages and usage errors whose words come from the locale files."""

from __future__ import annotations

from typing import Any, TypeVar

import click

from conceptgraph.cli.columns import pad, width, wrap
from conceptgraph.messages import LANGUAGES, help_text, text

Root = TypeVar("Root", bound="Localized")


class WideFormatter(click.HelpFormatter):
    """Lays out help in terminal columns, so that Chinese text is wrapped and aligned."""

    def write_heading(self, heading: str) -> None:
        """Write a heading; its colon is part of the words of the language."""
        self.write(f"{' ' * self.current_indent}{heading}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, wrapped; lines that begin with a space (examples) stay as they are."""
        indent = " " * self.current_indent
        for paragraph in text.strip("\n").split("\n\n"):
            kept = paragraph.startswith(" ")
            lines = paragraph.split("\n") if kept else wrap(paragraph, self.width - self.current_indent)
            self.write("".join(f"{indent}{line}\n" for line in lines) + "\n")
        self.buffer[-1] = self.buffer[-1][:-1]

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names and their meanings in two columns."""
        rows = list(rows)
        first = min(max(width(name) for name, _ in rows), col_max)
        indent, left = " " * self.current_indent, first + col_spacing
        for name, meaning in rows:
            lines = wrap(meaning, max(self.width - self.current_indent - left, 10))
            head = f"{indent}{pad(name, left)}" if width(name) <= first else f"{indent}{name}\n{indent}{' ' * left}"
            self.write(head + f"\n{indent}{' ' * left}".join(lines) + "\n")


class WideContext(click.Context):
    """A context whose help is laid out in terminal columns."""

    formatter_class = WideFormatter


class Localized(click.Command):
    """A command or group with help in one language; `meanings` are those of its arguments."""

    context_class = WideContext

    def __init__(self, name: str, language: str, **attributes: Any) -> None:
        super().__init__(name, options_metavar=help_text("headings", "usage_options", language), **attributes)
        self.language = language
        self.meanings: dict[str, str] = {}

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        prefix = help_text("headings", "usage", self.language)
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole page: usage, meaning, arguments, options, commands."""
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.help or "")
        records = [(parameter, self._record(parameter, ctx)) for parameter in self.get_params(ctx)]
        for kind, heading in ((click.Argument, "arguments"), (click.Option, "options")):
            rows = [record for parameter, record in records if isinstance(parameter, kind) and record]
            if rows:
                with formatter.section(help_text("headings", heading, self.language)):
                    formatter.write_dl(rows)

    def _record(self, parameter: click.Parameter, ctx: click.Context) -> tuple[str, str] | None:
        if isinstance(parameter, click.Argument):
            return parameter.make_metavar(ctx), self.meanings[str(parameter.name)]
        return parameter.get_help_record(ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help with its meaning."""
        option = super().get_help_option(ctx)
        if option:
            option.help = help_text("options", "help", self.language)
        return option


class LocalizedCommand(Localized):
    """A command with help in one language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; words too many are a usage error of ours, not click's."""
        ctx.allow_extra_args = True
        try:
            extra = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if extra and not ctx.resilient_parsing:
            raise ExtraArguments(" ".join(extra), ctx)
        return extra


class LocalizedGroup(Localized, click.Group):
    """A command of commands, with help in one language."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str, click.Command, list[str]]:
        """Return the command that the first argument names, and the rest; raise UnknownCommand where there is none."""
        command = self.get_command(ctx, args[0])
        if command is None:
            raise UnknownCommand(args[0], ctx)
        return args[0], command, args[1:]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page with the list of commands, none of which is imported for it."""
        super().format_help(ctx, formatter)
        with formatter.section(help_text("headings", "commands", self.language)):
            formatter.write_dl([(name, _first_line(name, self.language)) for name in self.list_commands(ctx)])


def make_command(name: str, language: str, callback: Any, parameters: list[click.Parameter]) -> LocalizedCommand:
    """Return the command `name` with its help in `language` and the option --lang."""
    words = help_text("commands", name, language)
    command = LocalizedCommand(name, language, callback=callback, params=parameters, help=words)
    return fill_help(command, language)


def fill_help(command: Root, language: str) -> Root:
    """Return `command` with --lang, and with the meaning of each parameter that has none (from the locale file)."""
    command.params.append(click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False))
    for parameter in command.params:
        name = str(parameter.name)
        if isinstance(parameter, click.Argument):
            command.meanings[name] = help_text("arguments", name, language)
        elif isinstance(parameter, click.Option) and not parameter.help:
            default = text("option_default", language, default=parameter.default) if parameter.show_default else ""
            parameter.help, parameter.show_default = help_text("options", name, language) + default, False
    return command


class ExtraArguments(click.UsageError):
    """More arguments than the command takes; `message` holds them."""


class UnknownCommand(click.UsageError):
    """A command that there is not; `message` is its name, `possibilities` the like ones."""

    def __init__(self, name: str, ctx: click.Context) -> None:
        super().__init__(name, ctx)
        known = ctx.command.list_commands(ctx) if isinstance(ctx.command, click.Group) else []
        from difflib import get_close_matches

        self.possibilities = get_close_matches(name, known)


def _first_line(name: str, language: str) -> str:
    return help_text("commands", name, language).strip().split("\n")[0]


def usage_problem(error: click.UsageError, language: str) -> str:
    """Return what was wrong with a call, in one line with the way to the help."""
    near = getattr(error, "possibilities", None) or ()
    hint = text("usage_near", language, names=", ".join(sorted(near))) if near else ""
    key, values = _problem(error)
    command = error.ctx.command_path if error.ctx else "conceptgraph"
    return text(key, language, **values, hint=hint, command=command)


def _problem(error: click.UsageError) -> tuple[str, dict[str, object]]:
    """Return the key of the message for a usage error, and its values."""
    parameter = getattr(error, "param", None)
    names = parameter.opts if isinstance(parameter, click.Option) else []
    name = "" if parameter is None else max([*names, parameter.human_readable_name], key=len)
    if isinstance(error, ExtraArguments):
        return "usage_extra", {"arguments": error.message}
    if isinstance(error, click.NoSuchOption):
        return "usage_no_such_option", {"name": error.option_name}
    if isinstance(error, UnknownCommand):
        return "usage_no_such_command", {"name": error.message}
    if isinstance(error, click.MissingParameter):
        return "usage_missing", {"name": name}
    if isinstance(error, click.BadOptionUsage):
        return "usage_option", {"name": error.option_name}
    if isinstance(error, click.BadParameter) and isinstance(getattr(parameter, "type", None), click.Choice):
        return "usage_choice", {"name": name, "choices": ", ".join(parameter.type.choices)}  # type: ignore[union-attr]
    if isinstance(error, click.BadParameter) and isinstance(getattr(parameter, "type", None), click.IntRange):
        return "usage_range", {"name": name, "low": parameter.type.min}  # type: ignore[union-attr]
    if type(error) is click.UsageError and error.ctx and isinstance(error.ctx.command, click.Group):
        return "usage_missing", {"name": error.ctx.command.subcommand_metavar}
    return "usage_other", {"cause": error.format_message()}
