"""Makes the calls that reach the disk fail, one at a time: every mkdir, open, write, fsync, chmod, rename, unlink."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any

import pytest

CALLS = ("mkdir", "chmod", "fsync", "rename", "replace", "unlink", "rmdir")
MAKING = ("mkdir", "open", "write", "fsync")  # what a full disk refuses; it lets things be renamed and removed


class Faults:
    """Counts the calls and makes that number `at` fail; where `lasting`, all later ones that need room as well."""

    def __init__(self, at: int, error: Callable[[], BaseException], lasting: bool) -> None:
        self.at, self.error, self.lasting, self.count = at, error, lasting, 0
        self.log: list[str] = []

    def strike(self, name: str) -> None:
        """Count a call; raise the error if it is its turn."""
        self.log.append(name)
        self.count += 1
        later = self.lasting and self.count > self.at and name in MAKING
        if self.count == self.at or later:
            raise self.error()

    @property
    def struck(self) -> bool:
        return self.count >= self.at

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Put the fault into os and io."""
        for name in CALLS:
            patch.setattr(os, name, self._wrapped(name, getattr(os, name)))
        real = io.open

        def opened(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
            if not set(mode) & set("wxa+"):
                return real(file, mode, *arguments, **named)
            self.strike("open")
            return _FailingFile(real(file, mode, *arguments, **named), self)

        patch.setattr(io, "open", opened)

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.strike(name)
            return real(*arguments, **named)

        return call


class _FailingFile:
    """A file whose writes count; a failing one has written half of its content."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self.file, self.faults = file, faults

    def write(self, content: bytes) -> int:
        try:
            self.faults.strike("write")
        except BaseException:
            self.file.write(content[: len(content) // 2])
            raise
        return int(self.file.write(content))

    def __enter__(self) -> _FailingFile:
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)
