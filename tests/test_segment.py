"""Both segmenters: words, tags, names, Latin runs, the user's words, and that they agree."""

from functools import cache

import pytest

from conceptgraph.config import SegmentConfig
from conceptgraph.errors import ConfigError
from conceptgraph.model import Sentence
from conceptgraph.segment import Segmenter
from conceptgraph.user_words import UserWord

SEGMENTERS = ("rjieba", "jieba")
SENTENCES = (
    "数字劳动的异化源于资本对数据的占有。",
    "平台把用户的时间变成商品，商品又变成利润。",
    "在教育社会学看来，学校再生产了阶层差异。",
    "制度变迁并没有使乡村的共有地消失。",
)


@cache
def segmenter(name: str, words: tuple[UserWord, ...] = ()) -> Segmenter:
    return Segmenter(SegmentConfig(segmenter=name), words)


def cut(text: str, name: str = "rjieba", words: tuple[UserWord, ...] = ()) -> list[str]:
    return list(segmenter(name, words).tag(Sentence("d", 0, text, 0, len(text))).words)


@pytest.mark.parametrize("name", SEGMENTERS)
@pytest.mark.parametrize("text", SENTENCES)
def test_words_and_starts_rebuild_the_sentence(name: str, text: str) -> None:
    tagged = segmenter(name).tag(Sentence("d", 0, text, 0, len(text)))
    assert "".join(tagged.words) == text
    assert [text[start : start + len(word)] for start, word in zip(tagged.starts, tagged.words, strict=True)] == list(
        tagged.words
    )
    assert len(tagged.tags) == len(tagged.words)


@pytest.mark.parametrize("text", SENTENCES)
def test_both_segmenters_give_the_same_words(text: str) -> None:
    assert cut(text, "rjieba") == cut(text, "jieba")


@pytest.mark.parametrize("name", SEGMENTERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("卡尔·马克思写道", "卡尔·马克思"),
        ("作家威廉·布莱克认为", "威廉·布莱克"),
        ("安娜·杜邦－莫雷尔最先提出", "安娜·杜邦－莫雷尔"),
        ("列维－斯特劳斯研究神话", "列维－斯特劳斯"),
        ("迈克尔·桑德尔和亨利·西季威克都认为", "亨利·西季威克"),
        ("布迪厄与让－克洛德·帕斯隆认为", "让－克洛德·帕斯隆"),
        ("格奥尔格·齐美尔从货币中看到了自由", "格奥尔格·齐美尔"),
        ("用SDS-PAGE检测", "SDS-PAGE"),
    ],
)
def test_foreign_names_and_latin_runs_are_one_word(name: str, text: str, expected: str) -> None:
    assert expected in cut(text, name)


@pytest.mark.parametrize("name", SEGMENTERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [("何慕川认为制度是习惯", "何慕川"), ("叶棠指出，记忆依赖场所", "叶棠"), ("何人认为如此", "认为")],
)
def test_a_name_before_a_verb_of_reporting_is_one_word(name: str, text: str, expected: str) -> None:
    assert expected in cut(text, name)
    assert "何人认为" not in cut(text, name)


@pytest.mark.parametrize("name", SEGMENTERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("张之洞、劳乃宣等人反对新律", "劳乃宣"),
        ("等级评价对外部动机没有影响", "外部"),
        ("分数不由顾客给出", "由"),
        ("工匠不被直接劳动所吸收", "所"),
        ("资本被交易所控制", "交易所"),
        ("区别于礼俗的外在规范", "外在"),
        ("概言之，制度是习惯", "概言之"),
        ("他把东方学界定为知识", "界定"),
        ("中国的世界定位变了", "世界"),
        ("外界定义了青年文化", "定义"),
        ("数字资本的所有制", "所有制"),
        ("工人被切割成零件", "切割"),
    ],
)
def test_words_that_the_dictionary_cuts_elsewhere(name: str, text: str, expected: str) -> None:
    assert expected in cut(text, name)


@pytest.mark.parametrize("name", SEGMENTERS)
@pytest.mark.parametrize("text", ["时间－空间的转变", "康德－费希特－黑格尔"])
def test_a_dash_joins_no_rows(name: str, text: str) -> None:
    assert "－" in cut(text, name)


@pytest.mark.parametrize("name", SEGMENTERS)
def test_an_interpunct_between_common_words_joins_nothing(name: str) -> None:
    assert "·" in cut("劳动·异化", name)


@pytest.mark.parametrize("name", SEGMENTERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大数据改变了市场", ["大数据", "改变", "了", "市场"]),
        ("韦伯对习俗所作的分析", ["韦伯", "对", "习俗", "所", "作", "的", "分析"]),
        ("历史研究所取得的突破", ["历史", "研究", "所", "取得", "的", "突破"]),
        ("历史研究所在北京", ["历史", "研究所", "在", "北京"]),
        ("一是族产的流失", ["一", "是", "族产", "的", "流失"]),
        ("朱子之学影响了乡约", ["朱子", "之", "学", "影响", "了", "乡", "约"]),
    ],
)
def test_words_that_the_dictionary_lacks_or_glues_are_put_right(name: str, text: str, expected: list[str]) -> None:
    assert cut(text, name) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("论王弼的易学", ["论", "王弼", "的", "易学"]),
        ("略论孟子的性善论", ["略论", "孟子", "的", "性善论"]),
        ("论语中的仁", ["论语", "中", "的", "仁"]),
    ],
)
def test_a_title_may_open_with_the_word_for_a_study(title: str, expected: list[str]) -> None:
    assert list(segmenter("rjieba").tag(Sentence("d", 0, title, 0, len(title), "title")).words) == expected


@pytest.mark.parametrize("name", SEGMENTERS)
def test_function_words_are_cut_off_guessed_words(name: str) -> None:
    assert cut("异化即人的命运", name)[:2] == ["异化", "即"]


@pytest.mark.parametrize("name", SEGMENTERS)
def test_the_users_word_is_kept_whole_and_stays_private(name: str) -> None:
    assert "数字劳动" in cut("数字劳动的异化", name, (UserWord("数字劳动"),))
    assert "数字劳动" not in cut("数字劳动的异化", name)


def test_a_missing_segmenter_is_an_error_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rjieba", None)
    with pytest.raises(ConfigError, match=r"segment\.segmenter=jieba"):
        Segmenter(SegmentConfig())
