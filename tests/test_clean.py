"""Cleaning: one paper in every layout gives the same sentences; the offset law; marks, headings and front matter."""

from __future__ import annotations

import random

import pytest

import manuscript
from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig
from conceptgraph.model import CleanDocument, Document, Sentence
from conceptgraph.sentences import split_sentences

PLAIN = "one_line_each"
SAME = [name for name in manuscript.LAYOUTS if name != PLAIN]


def cleaned(text: str, path: str = "paper.txt") -> CleanDocument:
    return clean(Document("paper", "", path, text), CleanConfig())


def sentences(text: str, path: str = "paper.txt") -> tuple[Sentence, ...]:
    return split_sentences(cleaned(text, path))


def kinds(text: str, path: str = "paper.txt") -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in cleaned(text, path).blocks]


def assert_offset_law(text: str, path: str = "paper.txt") -> None:
    """Removing what was dropped and applying the folds gives each sentence; each character is kept or dropped."""
    result = cleaned(text, path)
    gone = {at for piece in result.dropped for at in range(piece.start, piece.end)}
    for sentence in split_sentences(result):
        kept = [result.folds.get(at, text[at]) for at in range(sentence.start, sentence.end) if at not in gone]
        assert "".join(kept) == sentence.text
    held = {at for block in result.blocks for at in block.offsets}
    assert held | gone == set(range(len(text)))
    assert not held & gone


@pytest.mark.parametrize("name", list(manuscript.LAYOUTS))
def test_the_offset_law_holds_in_every_layout(name: str) -> None:
    assert_offset_law(manuscript.LAYOUTS[name])


@pytest.mark.parametrize("name", SAME)
def test_every_layout_gives_the_same_sentences(name: str) -> None:
    def read(layout: str) -> list[str]:
        return [sentence.text for sentence in sentences(manuscript.LAYOUTS[layout]) if sentence.kind != "title"]

    found, expected = read(name), read(PLAIN)
    assert len(set(found) & set(expected)) >= 0.9 * len(set(expected)), set(expected) - set(found)


@pytest.mark.parametrize("name", list(manuscript.LAYOUTS))
def test_title_and_keywords_are_read_in_every_layout(name: str) -> None:
    document = cleaned(manuscript.LAYOUTS[name]).document
    assert document.title == manuscript.TITLE
    assert document.keywords == manuscript.KEYWORDS


@pytest.mark.parametrize("seed", range(25))
def test_the_offset_law_holds_for_any_mixture(seed: int) -> None:
    chance = random.Random(seed)
    pieces = [
        "异化源于私有制",
        "。",
        "，",
        "\n",
        "\n\n",
        "　　",
        " ",
        "［５］４５８",
        "[3]",
        "①",
        "（一）",
        "一、",
        "ＡＢＣ",
        "３．５％",
        "“",
        "”",
    ]
    pieces += [
        "digital labour",
        "- ",
        "摘　要：",
        "关键词：",
        "# ",
        "> ",
        "\t",
        "\r\n",
        "\x0b",
        "\u200b",
        "——",
        "参考文献",
        "·",
        "《资本》",
    ]
    assert_offset_law("".join(chance.choice(pieces) for _ in range(120)))


@pytest.mark.parametrize(
    ("text", "sentence", "citations"),
    [
        ("异化源于私有制［１］２５。人需要自由［２，５－７］。", "异化源于私有制。", ("［1］25",)),
        ("数据是商品[3]，也是资本[4]18。", "数据是商品，也是资本。", ("[3]", "[4]18")),
        ("记忆依赖场所①。", "记忆依赖场所。", ("①",)),
        ("学校再生产差异²。", "学校再生产差异。", ("²",)),
    ],
)
def test_citation_marks_leave_the_sentence_and_stay_its_citations(
    text: str, sentence: str, citations: tuple[str, ...]
) -> None:
    first = sentences(text)[0]
    assert first.text == sentence
    assert first.citations == citations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "平台把时间变成数据，数据由此成为商品，而商\n品变成资本。",
            "平台把时间变成数据，数据由此成为商品，而商品变成资本。",
        ),
        ("数 字 劳动创造 价值。", "数字劳动创造价值。"),
        (
            "平台上的用户活动近来常被研究者称为digital\nlabour，这是一个新词。",
            "平台上的用户活动近来常被研究者称为digital labour，这是一个新词。",
        ),
        ("１９９８年增长３．５％，见Ａ表。", "1998年增长3．5％，见A表。"),
    ],
)
def test_lines_and_blanks_and_widths(text: str, expected: str) -> None:
    assert sentences(text)[0].text == expected


@pytest.mark.parametrize(
    "heading",
    ["一、问题的由来", "（一）数据的生产", "1. 问题的由来", "1.1 数据的生产", "第一章　问题的由来"],
)
def test_headings_are_the_section_of_what_follows(heading: str) -> None:
    text = f"{heading}\n\n　　平台把时间变成数据，数据由此成为商品。人们并不知道自己在生产什么。\n"
    result = sentences(text)
    assert result[0].kind == "heading"
    assert result[1].section == (result[0].text,)


@pytest.mark.parametrize("label", ["摘　要：", "〔摘要〕", "【内容提要】", "[摘 要] ", "内容摘要："])
def test_abstract_and_keywords_in_their_spellings(label: str) -> None:
    text = f"平台与时间\n\n{label}平台把时间变成数据。\n关 键 词：平台；数据；时间\n\n一、引言\n\n时间不是商品。\n"
    result = cleaned(text)
    assert ("abstract", "平台把时间变成数据。") in [(block.kind, block.text) for block in result.blocks]
    assert result.document.keywords == ("平台", "数据", "时间")


def test_a_title_goes_on_after_a_colon_and_the_authors_follow() -> None:
    head = "记忆与场所：\n城市更新中的邻里关系\n\n何以安１，林　远２\n\n"
    text = f"{head}摘　要：城市更新改变邻里。\n关键词：记忆；场所\n　　中图分类号：Ｃ９１\n"
    document = cleaned(text).document
    assert document.title == "记忆与场所：城市更新中的邻里关系"
    assert document.authors == ("何以安", "林远")
    assert document.keywords == ("记忆", "场所")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("何 以 安，林 知 远", ("何以安", "林知远")),
        ("何 以 安　林知远", ("何以安", "林知远")),
        ("何 安　林 远", ("何安", "林远")),
        ("何 以 安", ("何以安",)),
        ("何以安、林知远、顾　澄", ("何以安", "林知远", "顾澄")),
    ],
)
def test_names_with_blanks_inside_are_names(line: str, authors: tuple[str, ...]) -> None:
    document = cleaned(f"城市更新与邻里关系\n\n{line}\n\n摘　要：城市更新改变邻里。\n").document
    assert (document.title, document.authors) == ("城市更新与邻里关系", authors)


def test_reference_lists_and_page_numbers_are_no_prose() -> None:
    references = "参考文献\n［１］ 何以安．时间与劳动［Ｍ］．南湖：南湖出版社，２０１９．\n"
    text = f"一、引言\n\n　　时间不是商品，但可以计量。\n\n{references}"
    assert kinds(text) == [("heading", "一、引言"), ("body", "时间不是商品，但可以计量。")]


def test_markdown_signs_are_dropped() -> None:
    prose = "# 引言\n\n**平台**见[书](http://a.example)，`code`除外[^1]。\n\n> 引用的话。\n\n"
    text = f"---\ntitle: 平台\n---\n\n{prose}[^1]: 注。\n"
    blocks = kinds(text, "paper.md")
    assert ("title", "引言") in blocks  # the first heading of a file in Markdown is its title
    assert any(kind == "body" and "**" not in words and "http" not in words for kind, words in blocks)
    assert ("quote", "引用的话。") in blocks
