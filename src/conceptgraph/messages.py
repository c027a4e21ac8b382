"""Every sentence that the tool says, in Chinese and English; the words are in locale/zh.toml and locale/en.toml."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("zh", "en")


@cache
def _catalogue(language: str) -> dict[str, str]:
    source = files("conceptgraph").joinpath("locale", f"{language}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def text(key: str, language: str, **values: object) -> str:
    """Return the message `key` in `language` (``zh`` or ``en``), its ``{names}`` filled from `values`.

    >>> text("done", "en", concepts=3, relations=2, chains=1, page="outputs/a/graph.html")
    '3 concepts, 2 relations, 1 chains -> outputs/a/graph.html'
    """
    return _catalogue(language)[key].format(**values)


def default_language() -> str:
    """Return the language of the user's locale: ``zh`` where it is Chinese, else ``en``.

    The usual variables decide, in their usual order (LC_ALL, LC_MESSAGES, LANG); Windows is asked for its own.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith(("zh", "chinese")) else "en"
    system = locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"
