"""A paper as a journal prints it: heads of three parts, a title across the page, two columns, notes, references."""

from __future__ import annotations

from collections.abc import Sequence

from handmade_pdf import Placed
from manuscript import ABSTRACT, KEYWORDS, REFERENCES, SECTIONS, wrap
from typeset_pdf import Paragraph, set_lines, width_of

TITLE = "平台经济中数字劳动的价值形式"
LEFT, RIGHT, WIDTH, SIZE, LEADING = 55, 305, 235, 10.5, 16
FIRST_NOTES = (
    "收稿日期：2019-01-15",
    "基金项目：国家社会科学基金项目“平台劳动研究”（18BZX000）",
    "作者简介：林知远（1980—），男，江苏南湖人，南湖",
    "大学教授，博士，主要研究数字劳动的哲学问题。",
)
SECOND_NOTES = (
    "① 这里的计量指以时间为单位的计量，",
    "不包括以件数为单位的计量。",
    "② 参见周明：《时间与劳动》，南湖大学",
    "出版社2011年版，第12页。",
)
BODY: Sequence[Paragraph] = [
    paragraph for title, texts in SECTIONS for paragraph in (("heading", title), *(("body", text) for text in texts))
]


def centred(text: str, y: float, size: float) -> Placed:
    """Return `text` in the middle of the page."""
    return Placed((595 - width_of(text, size)) / 2, y, text, size)


def front() -> list[Placed]:
    """Return what stands above the columns of the first page."""
    page = [
        Placed(55, 800, "第38卷　第3期", 9),
        centred("南湖大学学报（社会科学版）", 800, 9),
        Placed(470, 800, "Vol.38　No.3", 9),
        Placed(55, 788, "2019年5月", 9),
        centred("Journal of Nanhu University (Social Sciences)", 788, 9),
        Placed(480, 788, "May 2019", 9),
        centred(TITLE, 750, 18),
        Placed(220, 724, "林知远", 12),
        Placed(257, 728, "1", 7),
        Placed(280, 724, "何以安", 12),
        Placed(317, 728, "2", 7),
        centred("（1.南湖大学 哲学系，江苏 南湖 210000；2.南湖学院 传播系，江苏 南湖 210001）", 706, 9),
    ]
    lines = [*wrap(f"摘　要：{ABSTRACT}", 78), f"关键词：{'；'.join(KEYWORDS)}", "中图分类号：B0-0　　文献标识码：A"]
    return [*page, *(Placed(80, 684 - 13 * i, line, 9) for i, line in enumerate(lines))]


def journal() -> list[list[Placed]]:
    """Return the pages: two of text in two columns, the second with a caption, notes and the references."""
    lines = [line for paragraph in BODY for line in set_lines(paragraph, WIDTH, SIZE)]
    first, second = front(), [centred("林知远，何以安：价值形式", 800, 9), Placed(520, 800, "32", 9)]
    for page, top, bottoms in ((first, 590, (150, 300)), (second, 770, (500, 640))):
        for x, bottom in zip((LEFT, RIGHT), bottoms, strict=True):
            for row in range(int((top - bottom) / LEADING)):
                if lines:
                    text, indent, spacing = lines.pop(0)
                    page.append(Placed(x + indent, top - LEADING * row, text, SIZE, spacing=spacing))
    assert not lines
    first += [Placed(LEFT, 118 - 11 * i, line, 8) for i, line in enumerate(FIRST_NOTES)]
    first.append(centred("31", 40, 9))
    second += [Placed(LEFT, 488 - 12 * i, line, 8.5) for i, line in enumerate(SECOND_NOTES)]
    second.append(Placed(RIGHT + 40, 620, "图1　价值形式的三个环节", 8.5))
    second.append(Placed(RIGHT, 580, "参考文献：", SIZE))
    second += [Placed(RIGHT, 562 - 14 * i, entry[:40], 9) for i, entry in enumerate(REFERENCES)]
    return [first, second]
