"""`conceptgraph read`: what was understood of texts and lists, before any concept is looked for."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from conceptgraph.characters import script_of
from conceptgraph.cli.columns import pad, wrap
from conceptgraph.cli.localized import LocalizedCommand, make_command
from conceptgraph.cli.options import setting_options, split_settings
from conceptgraph.cli.report import print_problems
from conceptgraph.messages import catalogue, text

if TYPE_CHECKING:
    from conceptgraph.cli.understood import Left, Understood
    from conceptgraph.config import Config
    from conceptgraph.model import Document
    from conceptgraph.read import Reading

FORMAT, VERSION = "conceptgraph-read", 1
SHOWN = 3  # documents of one file that are shown whole; of a list the others are counted
SENTENCES = 3  # of the sample
CITATIONS = 8  # marks that are shown
LABEL, COLUMNS, EXAMPLE_CHARACTERS = 12, 100, 30


def command(language: str) -> LocalizedCommand:
    """Return the command in `language`."""
    parameters: list[click.Parameter] = [
        click.Argument(["paths"], metavar="PATH...", nargs=-1, required=True),
        click.Option(["-n", "--top"], metavar="N", type=click.IntRange(min=1)),
        click.Option(["--format", "form"], type=click.Choice(["text", "json"]), default="text", show_default=True),
        *setting_options(language),
    ]
    return make_command("read", language, partial(show, language), parameters)


def show(language: str, **values: Any) -> int:
    """Print what was understood of the paths; return 1 where something could not be read, 2 where nothing could."""
    settings, call = split_settings(values)
    from conceptgraph.read import read

    reading = read(call["paths"], settings.read)
    if call["form"] == "json":
        click.echo(as_json(reading, settings, language))
    else:
        for line in as_text(reading, settings, language, call["top"] or SHOWN):
            click.echo(line)
        print_problems([failure.error for failure in reading.failures], language)
        print_problems(reading.warnings, language)
    if not reading.documents:
        return 2
    return 1 if reading.failures else 0


def as_json(reading: Reading[Document], settings: Config, language: str) -> str:
    """Return everything as one JSON object; docs/formats.md names its fields."""
    from conceptgraph.cli.understood import understand

    record = {
        "format": FORMAT,
        "version": VERSION,
        "documents": [_as_record(understand(each, settings, SENTENCES)) for each in reading.documents],
        "failures": [
            {"path": failure.path, "key": failure.error.key, "message": _said(failure.error, language)}
            for failure in reading.failures
        ],
        "warnings": [{"key": warning.key, "message": _said(warning, language)} for warning in reading.warnings],
    }
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(record, ensure_ascii=not unicode, indent=1)


def _as_record(understood: Understood) -> dict[str, object]:
    document = understood.document
    named = ("path", "id", "format", "encoding", "margin", "lost", "title", "authors", "year", "source", "keywords")
    return {
        **{name: getattr(document, name) for name in named},
        "script": understood.script,
        "sections": [section._asdict() for section in understood.sections],
        "paragraphs": understood.paragraphs,
        "sentences": sum(understood.counts.values()),
        "sentences_by_kind": dict(sorted(understood.counts.items())),
        "characters": understood.characters,
        "citations": understood.citations,
        "dropped": [left._asdict() for left in understood.left],
        "sample": [sentence.text for sentence in understood.sample],
    }


def as_text(reading: Reading[Document], settings: Config, language: str, most: int) -> Iterator[str]:
    """Yield lines for the console: of each file what it is, of its first `most` documents all that was understood."""
    from conceptgraph.cli.understood import understand

    files: dict[str, list[Document]] = defaultdict(list)
    for document in reading.documents:
        files[document.path].append(document)
    for path in sorted(files):
        documents = files[path]
        yield from _about_file(path, documents, language)
        for document in documents[:most]:
            yield ""
            yield from _about_document(understand(document, settings, SENTENCES), language)
        if len(documents) > most:
            yield "  " + text("report_more", language, count=len(documents) - most)
        yield ""


def _about_file(path: str, documents: Sequence[Document], language: str) -> Iterator[str]:
    """Yield what holds for the whole file. A line a fact: margin and script of the text have their place here."""
    first = documents[0]
    guessed = text("read_margin", language, margin=f"{first.margin:.2f}") if first.margin < 1 else ""
    lost = text("read_lost", language, count=first.lost) if first.lost else ""
    yield path
    yield from _fact("format", first.format, language)
    yield from _fact("encoding", first.encoding + guessed + lost, language)
    yield from _fact("script", text(f"script_{script_of(first.text)}", language), language)
    if len(documents) > 1:
        filled = {
            name: sum(bool(getattr(document, name)) for document in documents) for name in ("title", "authors", "year")
        }
        filled["keywords"] = sum(bool(document.keywords) for document in documents)
        filled["abstract"] = sum(document.text != document.title for document in documents)
        yield from _fact("documents", text("read_filled", language, count=len(documents), **filled), language)


def _about_document(understood: Understood, language: str) -> Iterator[str]:
    document = understood.document
    comma = text("list_comma", language)
    counts = {
        "sentences": sum(understood.counts.values()),
        "paragraphs": understood.paragraphs,
        "characters": understood.characters,
        "headings": understood.counts.get("heading", 0),
        "abstract": understood.counts.get("abstract", 0),
    }
    yield from _fact("title", document.title or text("read_none", language), language)
    yield from _fact("authors", comma.join(document.authors) or text("read_none", language), language)
    origin = text("fact_comma", language).join(str(value) for value in (document.source, document.year) if value)
    yield from _fact("origin", origin, language)
    yield from _fact("keywords", comma.join(document.keywords), language)
    yield from _fact("text", text("read_counts", language, **counts), language)
    sections = (
        "  " * section.depth + text("read_section", language, title=section.title, sentences=section.sentences)
        for section in understood.sections
    )
    yield from _fact("sections", sections, language)
    marks = " ".join(understood.citations[:CITATIONS])
    yield from _fact("citations", f"{len(understood.citations)}" + (f" ({marks})" if marks else ""), language)
    yield from _fact("dropped", (_about_left(left, language) for left in understood.left), language)
    yield from _fact("sample", (sentence.text for sentence in understood.sample), language)


def _about_left(left: Left, language: str) -> str:
    examples = " | ".join(map(_short, left.examples))
    counts = {"places": left.places, "characters": left.characters}
    return text("read_dropped_line", language, reason=_reason(left.reason, language), examples=examples, **counts)


def _fact(name: str, values: str | Iterable[str], language: str) -> Iterator[str]:
    """Yield a label and its values, one below the other, wrapped; nothing where there is no value."""
    label = pad(text(f"read_{name}", language), LABEL)
    for value in [values] if isinstance(values, str) else values:
        indent = " " * (len(value) - len(value.lstrip(" ")))
        for line in wrap(value, COLUMNS) if value.strip() else ():
            yield f"  {label}{indent}{line}"
            label, indent = " " * LABEL, indent + "  "


def _short(example: str) -> str:
    return example if len(example) <= EXAMPLE_CHARACTERS else example[: EXAMPLE_CHARACTERS - 1] + "…"


def _reason(reason: str, language: str) -> str:
    """Return a reason in words of `language`; one that has none as it is."""
    words: str = catalogue(language).get("reason_" + reason.replace(" ", "_"), reason)
    return words


def _said(error: Any, language: str) -> str:
    return text(error.key, language, **error.values)
