"""Memory that is free goes back to the system, where the C library can be asked for that (glibc)."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Let the C library return free memory; it keeps up to 64 MB at the end of the heap, and what lies between."""
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    if trim is not None:
        trim(0)
