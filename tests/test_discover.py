"""Discovery: what becomes a term, what does not, and what is another name of it."""

import random
from dataclasses import replace
from functools import cache, reduce
from operator import add

import pytest

from conceptgraph.config import Config
from conceptgraph.discover import TermCounts, count_terms, find_candidates, select_terms
from conceptgraph.model import Document, PreparedDocument, Sentence, Term
from conceptgraph.segment import Segmenter

CONFIG = Config()

LABOUR = """数字劳动的兴起
数字劳动是在网络中形成的劳动。用户的数字劳动不被看作劳动。
平台用户和平台标注工人都从事数字劳动，平台标注工人加工平台用户的数据。
“玩乐劳动”一词由此而来，“玩乐劳动”把休闲变成生产。
劳动者的共和国不是口号，劳动者的共和国要求消除异化（alienation）。
在网络社会时代，赛博无产阶级与机器相连，赛博无产阶级不占有机器。"""


@cache
def segmenter() -> Segmenter:
    return Segmenter(CONFIG.segment)


def prepared(text: str, name: str = "d") -> PreparedDocument:
    lines = [line for line in text.replace("。", "。\n").split("\n") if line]
    kinds = ["title"] + ["body"] * len(lines)
    sentences = [Sentence(name, i, line, 0, len(line), kind=kinds[i]) for i, line in enumerate(lines)]
    return PreparedDocument(Document(name, lines[0], name, text), tuple(map(segmenter().tag, sentences)))


def terms(text: str) -> dict[str, Term]:
    return {
        term.name: term for term in select_terms(count_terms(prepared(text), CONFIG.discover), CONFIG.discover).terms
    }


@pytest.mark.parametrize(
    "name", ["数字劳动", "平台标注工人", "平台用户", "玩乐劳动", "劳动者的共和国", "赛博无产阶级", "异化"]
)
def test_terms_of_no_dictionary_are_found_whole(name: str) -> None:
    assert name in terms(LABOUR)


@pytest.mark.parametrize("name", ["是数字", "平台标注", "标注工人都", "对数字", "由此", "不被", "研究"])
def test_parasites_and_generic_words_are_no_terms(name: str) -> None:
    assert name not in terms(LABOUR + "对数字劳动的研究由此开始。")


def test_a_word_of_one_character_is_a_term_where_it_is_quoted_or_often_stands_alone() -> None:
    text = "礼的起源。礼是秩序。先王制作了礼。人们遵守礼。礼的作用是教化。儒者以“和”解释秩序。村民和学者记住了书。"
    found = terms(text)
    assert {"礼", "和"} <= found.keys()
    assert found["礼"].frequency == 5
    assert "书" not in found
    assert "礼" not in terms(text.replace("人们遵守礼。", ""))


def test_keywords_of_the_authors_are_terms_where_the_text_has_them() -> None:
    document = prepared("乡村治理。算法控制村庄，村庄依赖算法。算法治理改变村庄。")
    given = replace(document, document=replace(document.document, keywords=("算法治理", "平台垄断", "研究")))
    assert "算法治理" not in count_terms(document, CONFIG.discover).terms
    found = count_terms(given, CONFIG.discover).terms
    assert "算法治理" in found
    assert not {"平台垄断", "研究"} & found.keys()


def test_a_part_that_never_stands_alone_is_no_term() -> None:
    found = terms("农村土地流转。农村土地流转改变村庄。农村土地流转带来规模经营。")
    assert "农村土地流转" in found
    assert "农村土地" not in found


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("异化（alienation）是人的命运。异化不会自行消失。", "异化", "alienation"),
        ("气候变化专门委员会（以下简称气候委）成立。气候变化专门委员会审议报告。", "气候变化专门委员会", "气候委"),
        (
            "数字劳动异化普遍存在。数字劳动的异化有其根源，数字劳动的异化可以扬弃。数字劳动异化。",
            "数字劳动异化",
            "数字劳动的异化",
        ),
        ("重商主义兴起。重商主义时代的贸易受到管制。重商主义影响深远。", "重商主义", "重商主义时代"),
        ("集体记忆理论。集体记忆又称社会记忆，集体记忆依赖群体。", "集体记忆", "社会记忆"),
        ("卡尔·波兰尼考察市场。卡尔·波兰尼认为市场嵌入社会。波兰尼否认市场自发形成。", "卡尔·波兰尼", "波兰尼"),
        ("王阳明认为心即理。王阳明讲学。阳明认为知行合一。阳明主张致良知。阳明指出人皆有良知。", "阳明", "王阳明"),
        ("卡尔·罗素考察市场。罗素认为市场嵌入社会。罗素否认市场自发形成。", "罗素", "卡尔·罗素"),
        ("格奥格·西美尔考察货币。西美尔认为货币联结社会。格奥尔格·西美尔指出了距离。", "西美尔", "格奥格·西美尔"),
        ("格奥格·西美尔考察货币。西美尔认为货币联结社会。格奥尔格·西美尔指出了距离。", "西美尔", "格奥尔格·西美尔"),
    ],
)
def test_other_names_are_aliases(text: str, name: str, alias: str) -> None:
    found = terms(text)
    assert alias in found[name].forms
    assert alias not in found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("卡尔·波兰尼认为市场嵌入社会。卡尔·波兰尼的说法影响很大。", "卡尔·波兰尼", "person"),
        ("《乡土重建》是一部名著。《乡土重建》出版已久。", "乡土重建", "work"),
        ("乡村社会正在变化。乡村社会的秩序依靠礼俗。", "乡村社会", "concept"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    assert terms(text)[name].kind == kind


def test_persons_of_one_surname_stay_apart() -> None:
    found = terms("约翰·密尔讨论自由。詹姆斯·密尔讨论教育。密尔认为自由重要。约翰·密尔和詹姆斯·密尔讨论功利。")
    assert {"约翰·密尔", "詹姆斯·密尔"} <= found.keys()


def test_word_order_variants_are_offered_not_merged() -> None:
    text = "异化劳动使人疲惫。异化劳动普遍存在。劳动异化有其根源。劳动异化普遍存在。"
    lexicon = select_terms(count_terms(prepared(text), CONFIG.discover), CONFIG.discover)
    assert ("劳动异化", "异化劳动") in lexicon.variants
    assert {"劳动异化", "异化劳动"} <= {term.name for term in lexicon.terms}


def test_counts_add_up_in_any_order_and_grouping() -> None:
    parts = [count_terms(prepared(LABOUR + f"第{n}个文本谈论乡村社会。", str(n)), CONFIG.discover) for n in range(6)]
    whole = select_terms(reduce(add, parts, TermCounts()), CONFIG.discover)
    shuffled = parts[:]
    random.Random(3).shuffle(shuffled)
    halves = reduce(add, shuffled[:2]) + reduce(add, shuffled[2:])
    assert select_terms(halves, CONFIG.discover) == whole


def test_no_term_begins_with_a_suffix() -> None:
    """型 only closes the word before it: 参与型官府, not 型官府."""
    found = find_candidates(prepared("标题\n从放任型官府向参与型官府的演变。"), CONFIG.discover)
    assert "参与型官府" in found
    assert "型官府" not in found


def test_a_candidate_counts_each_occurrence_once() -> None:
    found = find_candidates(prepared("标题\n“数字劳动”与数字劳动。"), CONFIG.discover)
    assert found["数字劳动"].frequency == 2
    assert found["数字劳动"].quoted == 1


def test_a_document_without_terms_gives_an_empty_lexicon() -> None:
    assert terms("的了着。") == {}


def test_a_sequence_that_coheres_is_a_term_whatever_its_parts_of_speech() -> None:
    text = "去中心化平台出现。人们谈论去中心化组织。去中心化与集权相对。学者批评去中心化神话。何谓去中心化。"
    assert "去中心化" in terms(text)


def test_what_introduces_a_finding_is_no_term() -> None:
    text = "结果表明，租金上涨使手艺人离开。研究结果表明，租金上涨使茶馆关门。调查结果显示租金上涨。实践证明有效。"
    found = terms(text)
    assert "租金上涨" in found
    assert not [name for name in found if name.endswith(("表明", "显示", "证明"))]


@pytest.mark.parametrize("name", ["动摇", "损害邻里信任"])
def test_a_verb_that_occurs_once_is_no_term(name: str) -> None:
    assert name not in terms("拆迁损害邻里信任。邻里信任并不动摇。邻里信任需要时间。")


def test_a_word_that_only_leads_a_name_ends_none() -> None:
    text = "教会制度早期依靠捐赠。教会制度早期没有章程。这一制度的内容主要包括祷告。早期信徒反对教会制度。"
    found = terms(text)
    assert "教会制度" in found
    assert not [name for name in found if name.endswith(("早期", "主要"))]


def test_how_much_there_is_of_a_thing_is_no_part_of_its_name() -> None:
    found = terms("集市收益争议较大。村民对集市收益争议较大。宗族影响最大。宗族影响最大，乡约次之。")
    assert not [name for name in found if name.endswith(("较大", "最大"))]


@pytest.mark.parametrize("name", ["环境下作坊", "市场环境下作坊", "账簿制度来", "行规出发", "作坊为主", "例患者"])
def test_what_tells_where_or_leads_on_is_no_part_of_a_term(name: str) -> None:
    text = (
        "市场环境下作坊衰落。商会用账簿制度来维持信任。村民从行规出发评价作坊。乡村经济以作坊为主。医师治疗了12例患者。"
    )
    found = terms(text * 3)
    assert name not in found
    assert "作坊" in found


@pytest.mark.parametrize("name", ["利于作坊", "崇尚行规", "回到账簿"])
def test_a_verb_and_its_object_are_no_term(name: str) -> None:
    found = terms("新章程利于作坊。年轻的村民崇尚行规。商会回到账簿。" * 3)
    assert name not in found
    assert {"作坊", "行规", "账簿"} <= found.keys()
