"""What the styles of a Word file say of the paragraphs and runs that bear them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from conceptgraph.read.xml_tree import Element

CHINESE_DIGITS = "一二三四五六七八九"
NAMED_LEVEL = re.compile(
    r"(?:heading|标题|標題|überschrift|titre|título|заголовок|見出し)\s*([1-9一二三四五六七八九])(?!\d)(?!.*(?:char|字符))"
    r"|([1-9一二三四五六七八九])\s*级标题|(章|节|節|小节|小節)标题",
    re.IGNORECASE,
)
PART_LEVELS = {"章": 1, "节": 2, "節": 2, "小节": 3, "小節": 3}
TITLE = re.compile(r"(?:title|标题|標題|论文标题|论文题目|文章标题|题目|篇名)\Z", re.IGNORECASE)
CONTENTS = re.compile(
    r"(?:toc|目录|目錄|index|索引|table of figures|图表目录|图表目錄|contents)\s*(?:\d|heading|标题|\Z)", re.IGNORECASE
)
CAPTION = re.compile(r"(?:caption|题注|題注|图题|表题|图名|表名)\Z", re.IGNORECASE)
BODY_LEVEL = 9  # of outlineLvl: no heading
OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Look:
    """What a style, paragraph or run says of itself; None where it says nothing. `size` is in half points."""

    name: str = ""
    level: int | None = None  # 1..9 of a heading, 0 for none
    hidden: bool | None = None
    bold: bool | None = None
    raised: bool | None = None
    size: int | None = None
    indent: bool | None = None
    list_id: str | None = None
    list_level: int | None = None

    def over(self, other: Look) -> Look:
        """Return this look where it says something, else `other`."""
        names = ("level", "hidden", "bold", "raised", "size", "indent", "list_id", "list_level")
        said = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        return replace(other, **said)

    @property
    def is_title(self) -> bool:
        """Whether it is the style of titles."""
        return TITLE.match(self.name) is not None

    @property
    def is_contents(self) -> bool:
        """Whether it is the style of a table of contents or an index."""
        return CONTENTS.match(self.name) is not None

    @property
    def is_caption(self) -> bool:
        """Whether it is the style of captions."""
        return CAPTION.match(self.name) is not None


NO_LOOK = Look()


def read_styles(root: Element | None) -> Mapping[str, Look]:
    """Return the look of each style by its id, with what it takes from the styles that it is based on."""
    if root is None:
        return {}
    elements = {style.get("styleId", ""): style for style in root.iter("style")}
    found: dict[str, Look] = {}
    for key in elements:
        chain, current = [], key
        while current in elements and current not in chain:
            chain.append(current)
            based = elements[current].find("basedOn")
            current = based.get("val", "") if based is not None else ""
        look = NO_LOOK
        for name in reversed(chain):
            look = _own_look(elements[name]).over(look)
        found[key] = replace(look, name=_name_of(elements[key]))
    return found


def _name_of(style: Element) -> str:
    name = style.find("name")
    return (name.get("val", "") if name is not None else style.get("styleId", "")).strip()


def _own_look(style: Element) -> Look:
    look = paragraph_look(style.find("pPr")).over(run_look(style.find("rPr")))
    named = level_of_name(_name_of(style))
    return look if look.level is not None or named is None else replace(look, level=named)


def level_of_name(name: str) -> int | None:
    """Return the level of a heading that the name of a style states, in the languages of Word, None where none.

    >>> level_of_name("heading 2"), level_of_name("标题 1"), level_of_name("二级标题"), level_of_name("标题 1 字符")
    (2, 1, 2, None)
    """
    match = NAMED_LEVEL.match(name)
    if match is None:
        return None
    if match[3]:
        return PART_LEVELS[match[3]]
    sign = match[1] or match[2]
    return int(sign) if sign.isdigit() else CHINESE_DIGITS.index(sign) + 1


def paragraph_look(properties: Element | None) -> Look:
    """Return what the properties of a paragraph (or of a paragraph style) say."""
    if properties is None:
        return NO_LOOK
    outline = _number(properties.find("outlineLvl"))
    level = None if outline is None else 0 if outline >= BODY_LEVEL else outline + 1
    ind = properties.find("ind")
    indent = None
    if ind is not None:
        indent = any(ind.get(key, "0").strip("-") not in ("0", "") for key in ("firstLine", "firstLineChars"))
    listed = properties.find("numPr")
    if listed is None:
        return Look(level=level, indent=indent)
    number, depth = listed.find("numId"), listed.find("ilvl")
    list_id = number.get("val", "0") if number is not None else None
    return Look(level=level, indent=indent, list_id=list_id, list_level=_number(depth))


def run_look(properties: Element | None) -> Look:
    """Return what the properties of a run (or of a character style) say."""
    if properties is None:
        return NO_LOOK
    align = properties.find("vertAlign")
    return Look(
        hidden=_switch(properties.find("vanish")),
        bold=_switch(properties.find("b")),
        raised=None if align is None else align.get("val") == "superscript",
        size=_number(properties.find("sz")),
    )


def _switch(element: Element | None) -> bool | None:
    return None if element is None else element.get("val", "1").lower() not in OFF


def _number(element: Element | None) -> int | None:
    value = element.get("val", "").strip() if element is not None else ""
    return int(value) if re.fullmatch(r"\d{1,6}", value, re.ASCII) else None
