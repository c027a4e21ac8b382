"""Being ended by the system (SIGTERM, SIGHUP): in order, as Ctrl-C is, so that nothing temporary stays."""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
AGAIN = 0.02  # seconds from a signal that Python dropped to the same signal again: time to leave what dropped it


class Ended(BaseException):
    """The system ended the program; raised wherever it is, so that what is open is closed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


@contextmanager
def end_in_order() -> Iterator[None]:
    """
    Raise Ended at the first signal that ends the program; the second one ends it at once.

    Python drops what is raised inside a finalizer or a callback of weakref and tells only `sys.unraisablehook`: from
    there the signal (Ctrl-C as well) is sent again.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number, handler in before.items():
        if handler == signal.SIG_DFL:
            signal.signal(number, _end)
    again = _Again(sys.unraisablehook)
    sys.unraisablehook = again
    try:
        yield
    finally:
        again.stop()
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise Ended(number)


class _Again:
    """A `sys.unraisablehook` that sends again the signal whose exception Python dropped; tells of others as before."""

    def __init__(self, otherwise: Callable[[sys.UnraisableHookArgs], object]) -> None:
        self.otherwise = otherwise
        self.timer: threading.Timer | None = None

    def __call__(self, dropped: sys.UnraisableHookArgs) -> None:
        if isinstance(dropped.exc_value, Ended):
            number = dropped.exc_value.args[0]
            signal.signal(number, _end)
        elif isinstance(dropped.exc_value, KeyboardInterrupt):
            number = signal.SIGINT
        else:
            self.otherwise(dropped)
            return
        self.timer = threading.Timer(AGAIN, _send, [number])
        self.timer.daemon = True
        self.timer.start()

    def stop(self) -> None:
        """Send nothing more and let dropped exceptions be told as before."""
        if self.timer:
            self.timer.cancel()
        sys.unraisablehook = self.otherwise


def _send(number: int) -> None:
    if hasattr(signal, "pthread_kill"):  # which wakes a main thread that waits
        signal.pthread_kill(threading.main_thread().ident or 0, number)
    else:
        _thread.interrupt_main(signal.Signals(number))
