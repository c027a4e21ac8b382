"""Fonts of the pictures: the first installed one that has Chinese characters, or the file that the user names."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from conceptgraph.errors import ConceptgraphWarning, OutputError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontManager, FontProperties

FAMILIES = (  # those of the page first
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Songti SC",
    "SimSun",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
LAST = "DejaVu Sans"  # comes with matplotlib: letters and signs that the first font has not
SIMPLIFIED = " SC"  # a collection of fonts has one for each script; Chinese ones end so


def choose_font(file: str, texts: list[str]) -> FontProperties:
    """Return the font for `texts`: that of `file`, or the first of `FAMILIES` that is installed.

    Warns, naming them, of characters that no font has, which would be empty boxes. Raises OutputError where no font is
    found, or `file` is none.
    """
    from matplotlib import font_manager

    manager = font_manager.fontManager
    family = _family_of(manager, file) if file else _installed(manager)
    found = font_manager.FontProperties(family=[family, LAST])
    known: set[int] = set()
    for name in (family, LAST):
        path = manager.findfont(name, fallback_to_default=False)
        known.update(font_manager.get_font(path).get_charmap())
    missing = sorted({sign for text in texts for sign in text if ord(sign) not in known and not sign.isspace()})
    if missing:
        warnings.warn(ConceptgraphWarning("picture_glyphs", font=family, signs=" ".join(missing)), stacklevel=2)
    return found


def _installed(manager: FontManager) -> str:
    """Return the first family of `FAMILIES` that is installed; fonts installed of late are looked for as well."""
    known = {entry.name for entry in manager.ttflist}
    if known.isdisjoint(FAMILIES):
        known |= _add_new(manager)
    for family in FAMILIES:
        if family in known:
            return family
    raise OutputError("picture_font", examples=", ".join(FAMILIES[:4]))


def _add_new(manager: FontManager) -> set[str]:
    """Add the fonts that were installed since matplotlib listed them; return the families that are known now."""
    from matplotlib.font_manager import findSystemFonts

    listed = {str(entry.fname) for entry in manager.ttflist}
    for path in sorted(set(findSystemFonts()) - listed):
        try:
            manager.addfont(path)
        except (OSError, RuntimeError):
            continue  # a font that cannot be read serves nobody
    return {entry.name for entry in manager.ttflist}


def _family_of(manager: FontManager, file: str) -> str:
    """Return the family in a font file; of a collection the one for simplified Chinese."""
    if not Path(file).is_file():
        raise OutputError("picture_font_file", path=file, cause="no such file")
    before = len(manager.ttflist)
    try:
        manager.addfont(file)
    except (OSError, RuntimeError) as error:
        raise OutputError("picture_font_file", path=file, cause=error) from error
    names = [entry.name for entry in manager.ttflist[before:]]
    return next((name for name in names if name.endswith(SIMPLIFIED)), names[0])
