"""Every sentence that the tool says, in Chinese and English.

Messages are in locale/zh.toml and locale/en.toml, the help of the commands in locale/help.zh.toml and help.en.toml.
"""

from __future__ import annotations

import errno
import locale
import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("zh", "en")
FOLDER = Path(__file__).with_name("locale")


@cache
def catalogue(name: str) -> dict[str, Any]:
    """Return the messages of the file locale/`name`.toml, by key."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def text(key: str, language: str, **values: object) -> str:
    """Return the message `key` in `language` (``zh`` or ``en``), its ``{names}`` filled from `values`.

    >>> text("done", "en", concepts=3, relations=2, chains=1, page="outputs/a/graph.html")
    '3 concepts, 2 relations, 1 chains -> outputs/a/graph.html'
    """
    message: str = catalogue(language)[key]
    causes = {name: _cause(value, language) for name, value in values.items() if isinstance(value, OSError)}
    return message.format(**{**values, **causes})


def _cause(error: OSError, language: str) -> str:
    """Return why the system refused something: in `language` where it is usual, else as the system puts it.

    >>> _cause(FileNotFoundError(2, "No such file or directory", "论文.txt"), "zh")
    '没有这个文件或文件夹'
    """
    name = errno.errorcode.get(error.errno or 0, "").lower()
    words: str = catalogue(language).get(f"system_{name}") or error.strerror or str(error)
    return words


def help_text(group: str, name: str, language: str) -> str:
    """Return a text of the help in `language`: `name` in the table `group` of locale/help.`language`.toml.

    >>> help_text("headings", "options", "en")
    'Options:'
    """
    found: str = catalogue(f"help.{language}")[group][name]
    return found


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
