"""Progress on stderr, for work that lasts."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from conceptgraph.messages import text

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE_SECONDS = 1.0  # no bars for work that ends sooner
LINE_SECONDS = 5.0  # between two lines where stderr is no terminal


class ProgressDisplay:
    """Called with (stage, done, total) as work goes on.

    On a terminal it draws a bar a stage once the work has lasted a second, and wipes them at the end; elsewhere (a log)
    it writes a line every five seconds.
    """

    def __init__(self, language: str, quiet: bool) -> None:
        self.language = language
        self.show = self._ignore if quiet else self._draw if sys.stderr.isatty() else self._write
        self.started = self.last = time.monotonic()
        self.begun: dict[str, float] = {}  # when each stage began
        self.bars: Progress | None = None
        self.tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bars:
            self.bars.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` documents have passed `stage`."""
        self.begun.setdefault(stage, time.monotonic())
        self.show(stage, done, total)

    def _ignore(self, stage: str, done: int, total: int) -> None:
        pass

    def _draw(self, stage: str, done: int, total: int) -> None:
        if time.monotonic() - self.started < PATIENCE_SECONDS:
            return
        if self.bars is None:
            self.bars = _start_bars()
        if stage not in self.tasks:
            self.tasks[stage] = self.bars.add_task(text(f"stage_{stage}", self.language), total=total)
        self.bars.update(self.tasks[stage], completed=done)

    def _write(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.last < LINE_SECONDS or not done:
            return
        self.last = now
        seconds = round((now - self.begun[stage]) / done * (total - done))
        left = f"{seconds // 60}:{seconds % 60:02}"
        name = text(f"stage_{stage}", self.language)
        click.echo(text("progress", self.language, stage=name, done=done, total=total, left=left), err=True)


def _start_bars() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=Console(stderr=True), transient=True)
    bars.start()
    return bars
