"""What can be wrong with input or settings: each error says what, where and what to do.

An error carries the key of its message and the values that fill it; `messages` holds the words in each language.
Bugs are not wrapped: they keep their traceback, but where other documents go on without the one that meets it.
"""

from __future__ import annotations

from functools import partial


class _Message(Exception):
    """The key of a message in `locale/` and the values that fill it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        from conceptgraph.messages import text

        return text(self.key, "en", **self.values)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make it again: what a worker process raises is read in the main one."""
        return partial(type(self), self.key, **self.values), (), self.__dict__


class ConceptgraphError(_Message):
    """A problem that the user can solve; the command line prints it as one line and exits with code 2."""

    others: tuple[ConceptgraphError, ...] = ()  # further problems of the same call, to be said after it


class InputError(ConceptgraphError):
    """A file or folder that cannot be read as text."""


class ConfigError(ConceptgraphError):
    """A setting that does not exist or has a value out of range."""


class RuleError(ConceptgraphError):
    """A rule, lexicon, synonym or edit file with a bad entry."""


class OutputError(ConceptgraphError):
    """An output folder or file that cannot be written."""


class ConceptgraphWarning(_Message, UserWarning):
    """Something that the user should know of a result that was made all the same; issued by `warnings.warn`."""
