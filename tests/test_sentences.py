"""Sentence borders: full-width and half-width stops, quotations, abbreviations."""

from __future__ import annotations

import pytest

from conceptgraph.model import Block, CleanDocument, Document
from conceptgraph.sentences import split_sentences


def split(text: str) -> list[str]:
    block = Block("body", text, range(len(text)))
    return [
        sentence.text for sentence in split_sentences(CleanDocument(Document("d", "", "d", text), (block,), (), {}))
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ["异化源于私有制。", "它可以扬弃吗？", "可以！"],
        ["他说：“时间不是商品。人不是数据。”", "这句话流传很广。"],
        ["“时间不是商品。”", "何以安这样写道。"],
        ["实验测得3.5%的增长.", "结果显著."],
        ["作者(Wang et al. 2019)认为,时间是商品.", "本文不同意."],
        ["卡尔·波兰尼认为，市场嵌入社会；社会反抗市场。"],
        ["这样的分离是不可避免的吗？！", "未必……", "也许。"],
        [
            "数据是商品",
        ],
    ],
)
def test_borders(expected: list[str]) -> None:
    assert split("".join(expected)) == expected


def test_bare_labels_of_a_structured_abstract_are_no_part_of_its_sentences() -> None:
    labelled = ["目的", "考察合作的影响。", "方法", "访谈村民。", "结果", "合作降低了焦虑。"]
    assert split("".join(labelled)) == labelled
    sentences = ["目的在于推动合作。", "方法论很多。", "结果合作失败了。"]
    assert split("".join(sentences)) == sentences


def test_a_quotation_that_never_closes_does_not_swallow_the_text() -> None:
    text = "他说：“时间不是商品。" + "人需要休息。" * 80
    assert len(split(text)) > 40


def test_nothing_gives_no_sentence() -> None:
    assert split("") == []


@pytest.mark.parametrize("sign", ["", "，", " "])
def test_what_never_ends_is_cut_where_it_pauses(sign: str) -> None:
    piece = "平台把时间变成数据" + sign
    text = piece * 400
    block = Block("body", text, range(len(text)))
    found = split_sentences(CleanDocument(Document("d", "", "d", text), (block,), (), {}), 1000)
    assert max(len(sentence.text) for sentence in found) <= 1000
    assert min(len(sentence.text) for sentence in found[:-1]) > 500
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "".join(sentence.text for sentence in found).replace(" ", "") == text.replace(" ", "")
    assert not sign or all(sentence.text.startswith("平台") for sentence in found)
