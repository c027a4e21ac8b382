"""Progress on stderr, for work that lasts."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from conceptgraph.messages import text

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE_SECONDS = 1.0  # no display for work that ends sooner


class ProgressDisplay:
    """Called with (stage, done, total) as work goes on; draws a bar a stage once the work lasts over a second.

    On a terminal the bars are drawn by rich and wiped at the end; elsewhere nothing is written.
    """

    def __init__(self, language: str, quiet: bool) -> None:
        self.language, self.quiet = language, quiet
        self.started = time.monotonic()
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
        if self.quiet or time.monotonic() - self.started < PATIENCE_SECONDS:
            return
        if self.bars is None:
            self.bars = _start_bars()
        if stage not in self.tasks:
            self.tasks[stage] = self.bars.add_task(text(f"stage_{stage}", self.language), total=total)
        self.bars.update(self.tasks[stage], completed=done)


def _start_bars() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=Console(stderr=True), transient=True)
    bars.start()
    return bars
