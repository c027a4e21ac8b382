"""Cleaning of what papers carry beside their argument, in the shapes that real papers have."""

from __future__ import annotations

import pytest

from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig, Config
from conceptgraph.discover import TermCounts, count_terms, select_terms
from conceptgraph.model import CleanDocument, Document
from conceptgraph.passes import prepare
from conceptgraph.segment import Segmenter
from conceptgraph.sentences import split_sentences

PROSE = (
    "　　平台把等待时间变成没有报酬的劳动，评分制度使骑手依赖平台，而依赖又促进了等待。等待不是空白，\n"
    "它是被组织起来的时间。骑手在等待中学会了忍耐，忍耐又成为平台的资源。资源一旦被占有，等待就有了\n价格。\n"
)
SENTENCES = 4  # of PROSE


def cleaned(text: str, path: str = "paper.txt") -> CleanDocument:
    """Return the cleaned text; the offset law holds for it."""
    result = clean(Document("paper", "", path, text), CleanConfig())
    gone = {at for piece in result.dropped for at in range(piece.start, piece.end)}
    for sentence in split_sentences(result):
        kept = [result.folds.get(at, text[at]) for at in range(sentence.start, sentence.end) if at not in gone]
        assert "".join(kept) == sentence.text
    held = {at for block in result.blocks for at in block.offsets}
    assert held | gone == set(range(len(text)))
    assert not held & gone
    return result


def prose(result: CleanDocument) -> list[str]:
    return [sentence.text for sentence in split_sentences(result) if sentence.kind not in ("title", "heading")]


def dropped(result: CleanDocument, reason: str) -> list[str]:
    return [result.document.text[piece.start : piece.end] for piece in result.dropped if piece.reason == reason]


def test_readings_in_pinyin_are_taken_out_and_foreign_words_stay() -> None:
    result = cleaned(
        "數(shù)字勞動(dòng)與等待的時(shí)間\n\n何以安\n關(guān)鍵詞(cí)：數(shù)字勞動(dòng)；異(yì)化\n一、問(wèn)題的提出\n"
        "　　人們(men)的勞動創(chuàng)造價(jià)值，異化（yìhuà）是結(jié)果。城邦(cité)沒(méi)有勞動者(labourer)。\n"
        + PROSE
    )
    assert result.document.title == "數字勞動與等待的時間"
    assert result.document.keywords == ("數字勞動", "異化")
    assert prose(result)[:2] == ["人們的勞動創造價值，異化是結果。", "城邦(cité)沒有勞動者(labourer)。"]
    assert dropped(result, "pinyin")[:2] == ["(shù)", "(dòng)"]
    assert "(men)" in prose(cleaned("人們(men)在等待，人(rén)在勞動。"))[0]  # one reading alone is no habit


def test_spaced_words_are_joined() -> None:
    result = cleaned("等 待 的 时 间\n\n摘 要: 概 括 用 语 很 重 要。\n关 键 词：数 字 劳 动  异 化  平 台\n" + PROSE)
    assert result.document.title == "等待的时间"
    assert result.document.keywords == ("数字劳动", "异化", "平台")
    assert prose(result)[0] == "概括用语很重要。"
    assert len(prose(result)) == 1 + SENTENCES


@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("关键词 等待时间 评分制度 平台", ("等待时间", "评分制度", "平台")),
        ("关键词：等待时间 评分制度　平台", ("等待时间", "评分制度", "平台")),
        ("〔关键词〕等待时间　　评分制度", ("等待时间", "评分制度")),
        ("【关 键 词】 等待时间; 评分制度;", ("等待时间", "评分制度")),
        ("关键词：等待时间", ("等待时间",)),
        ("关键词：等 待", ("等待",)),
    ],
)
def test_lines_of_keywords_without_separators(line: str, keywords: tuple[str, ...]) -> None:
    result = cleaned(f"等待的时间由谁支付\n何以安\n{line}\n{PROSE}")
    assert result.document.keywords == keywords
    assert len(prose(result)) == SENTENCES


NUMBERS = "一、 （一） (一) 一） ㈠ Ⅰ. II． 壹、 1. 1． 2.1 2.1.3 （1） 1） ⑴ ⒈ A. §3 第一节 第二章 第三部分："


@pytest.mark.parametrize(
    "number",
    NUMBERS.split(),
)
def test_headings_numbered_in_any_way(number: str) -> None:
    blank = " " if number[-1].isalnum() or number[-1] == "节" else ""
    result = cleaned(f"等待的时间由谁支付\n何以安\n{PROSE}{number}{blank}评分的后果\n{PROSE}")
    sentences = split_sentences(result)
    (heading,) = [sentence for sentence in sentences if sentence.kind == "heading"]
    assert heading.text.endswith("评分的后果")
    assert sentences[-1].section == (heading.text,)


def test_numbers_of_lists_are_no_part_of_concepts() -> None:
    marks = [
        "①",
        "⑴",
        "1、",
        "2．",
        "3)",
        "(4)",
        "（5）",
        "a)",
        "(i)",
        "iv. ",
        "A．",
        "•",
        "➢",
        "‣",
        "◦",
        "✓",
        "㈠",
        "Ⅱ、",
        "- ",
    ]
    items = [f"{mark}评分制度使等待时间变成数字劳动" for mark in marks]
    text = "等待的时间由谁支付\n何以安\n" + PROSE * 2 + "平台的手段有：\n" + "；\n".join(items) + "。\n"
    config = Config()
    prepared = prepare(Document("a", "", "a.txt", text), config, Segmenter(config.segment, ()))
    counts = count_terms(prepared, config.discover) + TermCounts()
    names = [term.name for term in select_terms(counts, config.discover).terms]
    assert "评分制度" in names
    assert [name for name in names if any(mark.strip(" 、．.)(（）") in name for mark in marks)] == []


def test_an_english_abstract_is_left_out_even_with_chinese_words_in_it() -> None:
    text = (
        "等待的时间由谁支付\n何以安1，林知远2\n（1.河西大学 哲学系，河西 100000；2.南山学院，南山 200000）\n"
        "【摘要】平台把等待时间变成没有报酬的劳动。\n【关键词】等待时间；评分制度\n"
        "Who Pays for the Time of Waiting\nHE Yi-an1, LIN Zhi-yuan2\n(1. Hexi University, Hexi 100000, China)\n"
        "Abstract: Platforms turn waiting into unpaid labour. The rating system (评分制度) makes riders\n"
        'depend on the platform, and "等待" becomes a resource.\nKey words: waiting; rating\n'
    )
    result = cleaned(text + PROSE * 3)
    assert (result.document.authors, result.document.keywords) == (("何以安", "林知远"), ("等待时间", "评分制度"))
    assert prose(result)[0] == "平台把等待时间变成没有报酬的劳动。"
    assert len(prose(result)) == 1 + 3 * SENTENCES
    assert any("(评分制度)" in piece for piece in dropped(result, "foreign"))


@pytest.mark.parametrize("gap", ["    ", "\t", " "])
def test_tables_of_numbers_are_left_out_with_their_heads_and_sources(gap: str) -> None:
    rows = [["地区", "人数", "等待", "收入"], ["东部", "1234", "5.6***", "3,200"], ["中部", "980", "(0.35)", "28.5%"]]
    table = "".join(gap.join(row) + "\n" for row in rows)
    text = (
        f"等待的时间由谁支付\n何以安\n{PROSE}表1  各地等待时间与收入\n{table}注：括号内为标准误。\n"
        f"资料来源：根据平台数据整理。\n{PROSE}图2  等待时间的分布\n数据来源：《南山统计年鉴》。\n{PROSE}"
    )
    result = cleaned(text)
    assert len(prose(result)) == 3 * SENTENCES
    assert dropped(result, "table") == [line.strip() for line in table.splitlines()]
    assert dropped(result, "caption") == ["表1  各地等待时间与收入", "图2  等待时间的分布"]


def test_numbers_in_prose_are_no_table() -> None:
    text = "等待的时间\n何以安\n　　其中 2019 年 35 人，2020 年 40 人，\n2021 年 45 人，等待时间增加。\n"
    text += "何以安    林知远    白石\n"
    assert "2021年45人，等待时间增加。" in "".join(prose(cleaned(text)))


@pytest.mark.parametrize("title", ["致 谢", "致谢：", "六、致谢", "鸣谢", "Acknowledgements"])
def test_acknowledgements_are_left_out(title: str) -> None:
    thanks = "　　本文得到白石教授的指导，匿名审稿专家提出了意见。平台的骑手接受了访谈。\n"
    references = "参考文献\n[1]林知远.评分[J].南山学刊,2019(1):1-9.\n"
    text = f"等待的时间由谁支付\n何以安\n一、数据\n{PROSE}{title}\n{thanks}{references}"
    result = cleaned(text)
    assert len(prose(result)) == SENTENCES
    assert any("匿名审稿专家" in piece for piece in dropped(result, "acknowledgement"))


def test_a_section_after_the_thanks_is_read() -> None:
    text = f"等待的时间由谁支付\n何以安\n一、数据\n{PROSE}致谢\n　　感谢白石教授。\n附录\n{PROSE}"
    assert len(prose(cleaned(text))) == 2 * SENTENCES


NOTES = [
    "*本文系国家社会科学基金项目“平台劳动的时间政治”（20BZX001）的阶段性成果。",
    "感谢匿名审稿人的意见，文责自负。",
    "何以安，男，河西大学哲学系教授，主要从事劳动哲学研究。",
    "何以安（1980—），河西人，河西大学教授，博士生导师，研究方向为劳动哲学。",
    "[作者简介] 林知远（1985-），女，南山人，副教授，博士，从事社会理论研究。",
    "作者简介：林知远，南山学院讲师。",
    "[基金项目] 国家社会科学基金项目（20BZX001）",
    "[收稿日期] 2020-01-01",
    "（作者单位：河西大学哲学系）",
    "（责任编辑：顾澄）",
    "责任编辑 顾澄",
    "通讯作者：何以安，E-mail: he@example.org",
    "中图分类号：B0  文献标识码：A  文章编号：1000-0000(2020)01-0001-09",
]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("front", [True, False])
def test_notes_on_the_paper_and_its_authors_are_left_out(note: str, front: bool) -> None:
    head = "等待的时间由谁支付\n何以安\n摘要：平台把等待时间变成没有报酬的劳动。\n关键词：等待时间\n"
    body = "一、数据\n" + PROSE * 2
    result = cleaned(head + note + "\n" + body if front else head + body + note + "\n")
    assert prose(result)[0] == "平台把等待时间变成没有报酬的劳动。"
    assert len(prose(result)) == 1 + 2 * SENTENCES


def test_thinkers_and_thanks_in_the_argument_stay() -> None:
    for sentence in (
        "何以安，河西人，提出了等待的概念，这一概念改变了人们对平台的理解。",
        "感谢是一种社会关系，它把赠予变成义务。",
        "本文讨论匿名评价制度如何造成等待。",
    ):
        assert sentence in "".join(
            prose(cleaned(f"等待的时间由谁支付\n林知远\n一、数据\n{PROSE}　　{sentence}\n{PROSE}"))
        )


MARKDOWN = """---
title: 等待的时间由谁支付
author:
  - 何以安
  - 林知远
date: 2021-05-01
keywords: 等待时间, 评分制度
---

# 等待的时间 {#top}

> 题记：时间就是命运。
> 时间也是商品。

平台把[等待时间](https://example.org/wait "等待")变成没有报酬的劳动[^1]，见[林知远][lin]的`评分`研究[@he2020, p. 3]。

行内`print("代码劳动")`与$E=mc^2$不是概念。[[评分|评分制度]]使骑手依赖平台[1][2]。\\*不是\\*强调。

```python
劳动 = "代码里的劳动"
```

$$
价值 = 劳动
$$

<!-- 第一行注释
第二行注释 -->

%% 私人注释 %%

- [x] 等待变成劳动 ^block

[^1]: 何以安的脚注，
    第二行脚注。

    第二段脚注。

[lin]: https://example.org/lin "林知远"
*[API]: 应用程序接口

最后一段：价格$5，等待==不是==空白。
"""


def test_markdown_keeps_its_words_and_nothing_else() -> None:
    result = cleaned(MARKDOWN, "notes.md")
    document = result.document
    assert (document.title, document.authors, document.year) == ("等待的时间由谁支付", ("何以安", "林知远"), 2021)
    assert document.keywords == ("等待时间", "评分制度")
    assert [sentence.text for sentence in split_sentences(result)] == [
        "等待的时间",
        "题记：时间就是命运。",
        "时间也是商品。",
        "平台把等待时间变成没有报酬的劳动，见林知远的评分研究。",
        "行内与不是概念。",
        "评分制度使骑手依赖平台。",
        "*不是*强调。",
        "等待变成劳动",
        "最后一段：价格$5，等待不是空白。",
    ]
    assert dropped(result, "note") == ["[^1]: 何以安的脚注，", "第二行脚注。", "第二段脚注。"]
    assert dropped(result, "formula") == ["$E=mc^2$", "$$", "价值 = 劳动", "$$"]
    assert dropped(result, "code")[0] == '`print("代码劳动")`'


def test_an_open_fence_of_a_comment_takes_nothing() -> None:
    assert prose(cleaned("# 等待\n\n%% 没有结束\n\n平台占有时间。\n", "a.md"))[-1] == "平台占有时间。"


def test_a_line_cut_at_a_label_gives_each_character_once() -> None:
    cleaned("。\n{#a}[基金项目]科学基金项目（20", "a.md")


def test_an_introduction_as_indented_as_the_keywords_is_read() -> None:
    head = (
        "等待的时间\n\n"
        "　　摘要：平台把等待时间变成没有报酬的劳动，评分制度使骑手依赖平台，而依赖又促进了等待本身的延长与\n"
        "固化。\n　　关键词：等待时间；评分制度；平台；骑手；时间政治；劳动过程；算法\n"
    )
    result = cleaned(head + PROSE)
    assert result.document.keywords == ("等待时间", "评分制度", "平台", "骑手", "时间政治", "劳动过程", "算法")
    assert len(prose(result)) == SENTENCES + 1


def test_keywords_go_on_in_the_next_line_where_theirs_is_full_or_open() -> None:
    head = "等待的时间\n\n　　关键词：等待时间；评分制度；平台；骑手；时间政治；\n劳动过程；算法\n"
    assert cleaned(head + PROSE).document.keywords[-2:] == ("劳动过程", "算法")
