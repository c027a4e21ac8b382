"""A paper that we wrote, and the shapes in which PDF programs hand such a paper over."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

TITLE = "平台经济中数字劳动的价值形式及其异化"
AUTHORS = ("林知远", "何以安")
AFFILIATION = "（南湖大学 哲学系，江苏 南湖 210000）"
ABSTRACT = (
    "平台把用户的时间变成可以计量的数据。数字劳动由此获得了一种新的价值形式，它既不同于工厂里的雇佣劳动，"
    "也不同于家庭中的无酬劳动。本文区分数据的生产、占有与流通三个环节，说明异化在每个环节中的表现。"
)
KEYWORDS = ("数字劳动", "异化", "平台经济", "价值形式")
Section = tuple[str, Sequence[str]]
SECTIONS: Sequence[Section] = (
    (
        "一、问题的由来",
        (
            "在讨论平台经济的时候，人们常常把用户的活动看作消费，而不是看作劳动［１］１２。这种看法遮蔽了一个事实：用户每一次"
            "点击都留下了记录，而记录经过整理就成为商品。有学者指出：“凡是能被计量的时间，都可能被当作劳动时间来使用。”［２］"
            "因此，数字劳动的问题首先是时间的问题。",
            "需要说明的是，本文所说的平台（platform economy）并不限于社交网站，也包括外卖、出行和众包等领域。"
            "这些领域的共同点在于，"
            "连接双方的机构自己不生产产品，却占有连接所产生的数据[3,5-7]。",
        ),
    ),
    (
        "二、数字劳动的价值形式",
        (
            "价值形式不是物的属性，而是人与人之间的关系。平台上的数据只有进入交换才有价格，而数据的价格又取决于它能够预测多少行为。"
            "换句话说，价值来自预测，预测来自积累，积累来自用户不断重复的活动。",
        ),
    ),
    (
        "（一）数据的生产",
        (
            "数据的生产分散在日常生活之中。通勤、购物和聊天都可能成为生产数据的场合，劳动与闲暇之间的界限因而变得模糊。"
            "1998年以后，这一趋势随着网络的普及而加快，年均增长约3.5％。",
            "生产数据的人并不知道自己在生产什么。他们看到的只是屏幕上的内容，看不到屏幕背后的分类、排序和定价。",
        ),
    ),
    (
        "（二）数据的占有",
        (
            "占有数据的一方拥有解释数据的权力。平台通过协议取得数据，又通过算法赋予数据意义，使占有同时成为支配。"
            "这就形成了用户－数据－平台－资本的链条。",
        ),
    ),
    (
        "三、异化的三种表现",
        (
            "异化首先表现为劳动者与产品的分离。数字资本掌握了数据的去向，而劳动者只能接受既成的结果！难道这样的分离是不可避免的吗？",
            "异化还表现为劳动者与劳动过程的分离；在计件的平台上，任务被切成很小的单元，完成任务的人不知道整体是什么。"
            "最后，异化表现为人与人的分离，竞争代替了合作，评分代替了信任。",
        ),
    ),
    (
        "结语",
        (
            "数字劳动并没有取消劳动的社会性，它只是改变了社会性得以表现的方式。要克服异化，就需要让数据的生产者参与数据的治理。",
        ),
    ),
)
REFERENCES = (
    "[1] 周明. 时间与劳动[M]. 南湖: 南湖大学出版社, 2011.",
    "[2] 郑远山, 何安. 平台的尺度[J]. 南湖学刊, 2016(3): 12-20.",
    "[3] Smith J. Platforms and Time[M]. London: North Press, 2014: 45.",
)
MARK = re.compile(r"[［\[][\d,\-１-９]+[］\]][０-９]*")


def wrap(text: str, columns: int, first: str = "") -> list[str]:
    """Break `text` as a typesetter does: no line begins with a closing mark, Latin words and marks stay whole."""
    units = re.findall(r"[A-Za-z0-9.％]+ ?|[［\[][^］\]]*[］\]][０-９]*|.[，。；：、！？”）》]*", text)
    lines, line, width = [], first, 2 * len(first)
    for unit in units:
        size = sum(1 if c.isascii() else 2 for c in unit.rstrip())
        if width + size > columns and line.strip():
            lines.append(line.rstrip(" "))
            line, width = "", 0
        line += unit
        width += sum(1 if c.isascii() else 2 for c in unit)
    return [*lines, line]


def flow(columns: int, indent: str) -> list[list[str]]:
    """The paper as paragraphs of wrapped lines: front matter, sections, references."""
    paragraphs = [wrap(TITLE, min(columns, 24)), ["，".join(AUTHORS)], [AFFILIATION]]
    paragraphs.append(wrap("摘　要：" + ABSTRACT, columns, indent))
    paragraphs.append(wrap("关键词：" + "；".join(KEYWORDS), columns, indent))
    for heading, texts in SECTIONS:
        paragraphs.append([heading])
        paragraphs.extend(wrap(text, columns, indent) for text in texts)
    paragraphs.append(["参考文献："])
    paragraphs.extend(wrap(entry, columns) for entry in REFERENCES)
    return paragraphs


def one_line_each() -> str:
    return "\n".join("".join(lines) for lines in flow(10_000, "　　"))


def blank_between_paragraphs(columns: int = 76) -> str:
    return "\n\n".join("\n".join(lines) for lines in flow(columns, ""))


def indented(columns: int = 80) -> str:
    return "\n".join(line for lines in flow(columns, "　　") for line in lines)


def blank_between_lines(columns: int = 84) -> str:
    return "\n\n".join(line for lines in flow(columns, " 　 　 ") for line in lines)


def paged(columns: int = 80, lines_a_page: int = 17, feed: str = "\f") -> str:
    """Pages with a running head, a printed page number and form feeds, cutting paragraphs anywhere."""
    lines = [line for paragraph in flow(columns, "　　") for line in paragraph]
    pages = [lines[i : i + lines_a_page] for i in range(0, len(lines), lines_a_page)]
    heads = ("南湖学刊2019年第4期", "林知远，何以安：平台经济中数字劳动的价值形式及其异化")
    printed = [[*([heads[n % 2]] if n else []), "", *page, "", f"— {n + 31} —"] for n, page in enumerate(pages)]
    return feed.join("\n".join(page) + "\n" for page in printed)


def with_footnotes(columns: int = 78, lines_a_page: int = 15) -> str:
    """Pages whose feet hold circled notes; the marks stand after quotations in the text."""
    notes = iter(
        [
            "周明：《时间与劳动》，南湖大学出版社2011年版，第12页。",
            "参见郑远山、何安：《平台的尺度》，《南湖学刊》2016年第3期。",
            "同上书，第45页。",
        ]
    )
    circled = iter("①②③")
    lines = [line for paragraph in flow(columns, "　　") for line in paragraph]
    text = MARK.sub(lambda _: next(circled, ""), "\n".join(lines))
    numbered = text.split("参考文献：")[0].rstrip().split("\n")
    out: list[str] = []
    for start in range(0, len(numbered), lines_a_page):
        page = numbered[start : start + lines_a_page]
        marks = re.findall("[①②③]", "".join(page))
        out.extend([*page, *(mark + " " + next(notes) for mark in marks), f"{start // lines_a_page + 1}", ""])
    return "\n".join(out)


def spaced_wide(columns: int = 84) -> str:
    """Full-width digits and letters, a blank after each full stop and around digits, every line set apart."""
    wide = {ord("0") + i: 0xFF10 + i for i in range(10)} | {ord("a") + i: 0xFF41 + i for i in range(26)}
    text = indented(columns).translate(wide)
    return re.sub(r"([０-９]+)", r" \1 ", text).replace("。", "。 ").replace("\n", "\n\n")


def ragged(columns: int = 76, seed: int = 3) -> str:
    """Lines that end up to three characters early, as justified text does after extraction."""
    source = random.Random(seed)
    out = []
    for lines in flow(columns, "　　"):
        text = "".join(lines)
        while len(text) > columns // 2 - 3:
            cut = columns // 2 - source.randrange(4)
            while cut < len(text) and (text[cut] in "，。；：、！？”）》］" or text[cut - 1 : cut + 1].isascii()):
                cut += 1
            out.append(text[:cut])
            text = text[cut:]
        out.append(text)
    return "\n".join(line for line in out if line)


LAYOUTS = {
    "one_line_each": one_line_each(),
    "blank_between_paragraphs": blank_between_paragraphs(),
    "blank_between_paragraphs_narrow": blank_between_paragraphs(44),
    "indented": indented(),
    "two_columns": indented(42),
    "blank_between_lines": blank_between_lines(),
    "blank_between_lines_narrow": blank_between_lines(60),
    "paged": paged(),
    "paged_without_feeds": paged(feed="\n"),
    "with_footnotes": with_footnotes(),
    "spaced_wide": spaced_wide(),
    "ragged": ragged(),
}
