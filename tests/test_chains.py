"""Chains: attested in one passage, composed over several."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, permutations

import pytest

from conceptgraph.chains import compose_chains, find_chains, steps
from conceptgraph.config import ChainConfig
from conceptgraph.model import Relation, Span


def claim(
    source: str, target: str, sentence: int = 0, start: int = 0, relation: str = "becomes", **more: object
) -> Relation:
    spans = {"source_span": Span(0, 0, 1), "target_span": Span(0, 2, 3), "cue_span": Span(0, start, start + 1)}
    return Relation(source, target, relation, "d", (sentence,), cue="成", rule="r", **spans, **more)  # type: ignore[arg-type]


def concepts(*relations: Relation, config: ChainConfig | None = None) -> list[tuple[str, ...]]:
    return [chain.concepts for chain in find_chains(relations, config or ChainConfig())]


def test_serial_claims_make_a_chain() -> None:
    assert concepts(claim("商品", "货币", 0, 2), claim("货币", "资本", 0, 9)) == [("商品", "货币", "资本")]


def test_a_chain_goes_on_in_the_next_sentence_but_not_further() -> None:
    assert concepts(claim("商品", "货币", 0), claim("货币", "资本", 1)) == [("商品", "货币", "资本")]
    assert concepts(claim("商品", "货币", 0), claim("货币", "资本", 2)) == []


def test_what_only_joins_a_longer_way_of_its_sentence_is_left_out() -> None:
    way = (claim("图像", "数据", 0, 2), claim("数据", "代码", 0, 5), claim("代码", "商品", 0, 20))
    assert concepts(*way, claim("用户", "代码", 0, 9, "produces")) == [("图像", "数据", "代码", "商品")]
    apart = (claim("数据", "代码", 0, 5), claim("代码", "商品", 1, 20), claim("用户", "代码", 1, 9, "produces"))
    assert concepts(*apart) == [("数据", "代码", "商品"), ("用户", "代码", "商品")]


def test_order_in_the_text_counts() -> None:
    assert concepts(claim("货币", "资本", 0, 2), claim("商品", "货币", 0, 9)) == []


def test_a_denied_claim_breaks_a_chain() -> None:
    assert concepts(claim("商品", "货币", 0, 2), claim("货币", "资本", 0, 9, negated=True)) == []


def test_a_part_of_a_longer_chain_is_left_out() -> None:
    found = concepts(claim("甲级", "乙级", 0, 1), claim("乙级", "丙级", 0, 2), claim("丙级", "丁级", 0, 3))
    assert found == [("甲级", "乙级", "丙级", "丁级")]


def test_a_branching_text_gives_each_branch() -> None:
    found = concepts(claim("甲级", "乙级", 0, 1), claim("乙级", "丙级", 0, 2), claim("乙级", "丁级", 0, 2))
    assert sorted(found) == [("甲级", "乙级", "丁级"), ("甲级", "乙级", "丙级")]


def test_a_chain_is_as_sure_as_its_weakest_link() -> None:
    links = (claim("商品", "货币", 0, 2, confidence=0.9), claim("货币", "资本", 0, 9, confidence=0.7))
    assert find_chains(links, ChainConfig())[0].confidence == 0.7
    assert find_chains(links, ChainConfig(lowest_confidence=0.8)) == ()


def spanned(source: int, target: int) -> dict[str, Span]:
    """Return where the ends of a claim stand, two characters each."""
    return {"source_span": Span(0, source, source + 2), "target_span": Span(0, target, target + 2)}


def linked(source: str, target: str, relation: str, at: int, end: int, **more: object) -> Relation:
    """Return a claim whose ends stand at the characters `at` and `end` of one sentence, its cue between."""
    made = claim(source, target, 0, at + 2, relation, **more)
    return replace(made, **spanned(at, end))  # type: ignore[arg-type]


def test_what_the_next_clause_begins_with_is_taken_up_however_unsure() -> None:
    draws = linked("补贴", "用户", "promotes", 0, 4, confidence=0.2)  # 补贴吸引用户，用户又带来租金
    brings = linked("用户", "租金", "produces", 7, 12, confidence=0.2)
    assert concepts(draws, brings) == [("补贴", "用户", "租金")]
    assert concepts(draws, linked("用户", "租金", "produces", 20, 25, confidence=0.2)) == []  # not a comma later
    assert concepts(replace(draws, relation="depends_on"), brings) == []  # what needs something is not led to it


def test_an_event_of_the_head_goes_on_from_what_has_it() -> None:
    raises = linked("聚集", "通道的价格", "promotes", 0, 4)
    brings = linked("价格的上涨", "租金", "produces", 8, 14)
    assert concepts(raises, brings) == [("聚集", "通道的价格", "租金")]
    assert concepts(raises, replace(brings, source="口味的上涨")) == []


def test_a_chain_says_who_says_its_links() -> None:
    links = (claim("商品", "货币", 0, 2, speaker="何以安", modality="reported"), claim("货币", "资本", 0, 9))
    assert find_chains(links, ChainConfig())[0].speakers == ("何以安",)
    assert find_chains([claim("商品", "货币", 0, 2), links[1]], ChainConfig())[0].speakers == ()


def test_chains_do_not_hang_on_the_order_of_the_claims() -> None:
    links = [claim("甲级", "乙级", 0, 1), claim("乙级", "丙级", 0, 2), claim("丙级", "丁级", 1, 3)]
    assert find_chains(links, ChainConfig()) == find_chains(links[::-1], ChainConfig())


def test_a_composed_chain_joins_passages() -> None:
    links = (claim("商品", "货币", 0), claim("货币", "资本", 7), claim("资本", "异化", 9, relation="causes"))
    found = compose_chains(links, ChainConfig())
    assert {chain.kind for chain in found} == {"composed"}
    assert ("商品", "货币", "资本", "异化") in {chain.concepts for chain in found}


def test_one_passage_is_attested_not_composed() -> None:
    assert compose_chains((claim("商品", "货币", 0, 2), claim("货币", "资本", 0, 9)), ChainConfig()) == ()


def test_composed_chains_are_few_and_surest_first() -> None:
    links = tuple(claim(f"甲{n}", f"甲{n + 1}", n, confidence=1 - n / 20) for n in range(8))
    found = compose_chains(links, ChainConfig(composed=3))
    assert len(found) == 3
    assert [chain.confidence for chain in found] == sorted((chain.confidence for chain in found), reverse=True)


def all_paths(links: Sequence[Relation], longest: int) -> list[tuple[float, int, tuple[str, ...]]]:
    """Return (-confidence, -size, concepts) of every path over several sentences, the surest and longest first."""
    step = {(link.source, link.target): link for link in links}
    names = sorted({name for pair in step for name in pair})
    found = []
    for size in range(3, longest + 1):
        for path in permutations(names, size):
            taken = [step[pair] for pair in pairwise(path) if pair in step]
            if len(taken) == size - 1 and len({link.sentences for link in taken}) > 1:
                found.append((-min(link.confidence for link in taken), -size, path))
    return sorted(found)


@pytest.mark.parametrize("seed", range(12))
def test_the_composed_chains_are_the_first_of_all_paths(seed: int) -> None:
    chance = random.Random(seed)
    pairs = chance.sample(list(permutations("甲乙丙丁戊己", 2)), 9 + seed)
    links = [claim(*pair, chance.randrange(3), confidence=chance.choice((0.3, 0.4, 0.5))) for pair in pairs]
    config = ChainConfig(composed=1 + 7 * seed, longest_composed=4)
    found = [(-chain.confidence, -len(chain.concepts), chain.concepts) for chain in compose_chains(links, config)]
    assert found == all_paths(links, 4)[: config.composed]


def test_composed_chains_of_a_dense_corpus_are_no_more_work_than_those_that_are_kept() -> None:
    names = [f"概念{number}" for number in range(60)]  # all lead to one another: 600 million paths of five
    links = [claim(*pair, number) for number, pair in enumerate(permutations(names, 2))]
    found = compose_chains(links, ChainConfig())
    assert len(found) == ChainConfig().composed
    assert found[0].concepts == tuple(sorted(names)[:5])


def test_a_composed_chain_visits_a_concept_once() -> None:
    links = (claim("商品", "货币", 0), claim("货币", "商品", 5))
    assert compose_chains(links, ChainConfig()) == ()


def test_steps_name_each_link() -> None:
    chain = find_chains((claim("商品", "货币", 0, 2), claim("货币", "资本", 0, 9)), ChainConfig())[0]
    assert list(steps(chain)) == [("商品", "becomes", "货币"), ("货币", "becomes", "资本")]


def test_a_sentence_without_end_takes_no_time_without_end() -> None:
    names = ["甲级", "乙级", "丙级"]
    links = [claim(names[n % 3], names[(n + 1) % 3], 0, n) for n in range(2000)]
    assert find_chains(links, ChainConfig(longest=4, most_branches=20))


def told(source: str, target: str, source_at: int, target_at: int, cue_at: int, relation: str = "causes") -> Relation:
    """Return a claim of sentence 0 whose ends and cue stand at these characters."""
    spans = [Span(0, at, at + 1) for at in (source_at, target_at, cue_at)]
    return Relation(source, target, relation, "d", (0,), *spans, cue="因", rule="r")


def test_what_happens_to_a_thing_leads_on_from_it() -> None:
    falls = claim("等待", "专注", 0, 9, "negates")
    rings = claim("铃声", "等待", 0, 2, "negates")
    assert concepts(rings, told("等待的消失", "专注", 8, 12, 10)) == [("铃声", "等待的消失", "专注")]
    assert find_chains((rings, told("等待的消失", "专注", 8, 12, 10)), ChainConfig())[0].relations[0] == "causes"
    rings = claim("铃声", "等待", 0, 2)
    assert concepts(rings, told("等待的消失", "专注", 8, 12, 10)) == [("铃声", "等待", "专注")]
    assert concepts(claim("铃声", "等待", 0, 2, "negates"), told("等待室", "专注", 8, 12, 10)) == []
    assert concepts(claim("铃声", "等待", 0, 2, "chain"), falls) == []  # a row is no argument


def test_claims_told_from_their_end_are_followed_by_earlier_ones() -> None:
    assert concepts(told("义", "礼", 3, 0, 1), told("理", "义", 9, 6, 7)) == [("理", "义", "礼")]
    assert concepts(told("义", "礼", 0, 3, 1), told("理", "义", 6, 9, 7)) == []


def test_the_stages_of_one_verb_are_a_row() -> None:
    stages = told("采集", "农耕", 2, 5, 0, "chain"), told("农耕", "工业", 5, 8, 0, "chain")
    assert concepts(*stages) == [("采集", "农耕", "工业")]


def test_a_means_stands_between_who_uses_it_and_what_it_does() -> None:
    claims = told("期望", "焦虑", 0, 4, 8), told("焦虑", "成绩", 4, 10, 8), told("期望", "成绩", 0, 10, 8)
    assert concepts(*claims) == [("期望", "焦虑", "成绩")]


def test_what_a_thing_is_leads_on_only_to_what_that_is_or_becomes() -> None:
    assert concepts(told("符号", "数据", 0, 4, 2, "is_a"), told("数据", "代码", 6, 9, 8, "is_a")) == [
        ("符号", "数据", "代码")
    ]
    assert concepts(told("符号", "数据", 0, 4, 2, "is_a"), told("数据", "代码", 6, 9, 8)) == []


def test_an_example_is_no_step_of_what_its_kind_is() -> None:
    example = told("集市", "市场", 4, 0, 3, "is_a")  # 市场（如集市）是制度
    assert concepts(example, told("市场", "制度", 0, 8, 7, "is_a")) == []
    owner = told("商人", "市场的主人", 0, 4, 2, "is_a")  # nor the owner of what a thing is
    assert concepts(owner, told("市场", "制度", 12, 15, 14, "is_a")) == []


def test_only_a_full_circle_comes_back_to_a_concept() -> None:
    there, back, on = claim("粮价", "囤积", 0, 2), claim("囤积", "粮价", 0, 9), claim("粮价", "盗匪", 0, 12)
    assert concepts(there, back, on) == [("粮价", "囤积", "粮价")]


def test_a_means_is_not_named_again_by_what_it_does() -> None:
    through = replace(claim("族规", "书院", 0, 2, "influences"), target_span=Span(0, 4, 6), cue="通过")
    onward = replace(claim("书院", "认同", 0, 9, "promotes"), source_span=Span(0, 4, 6))
    assert concepts(through, onward) == [("族规", "书院", "认同")]
    assert concepts(replace(through, cue="影响"), onward) == []


def said(text: str, *claims: str, modality: str = "asserted", confidence: float = 1.0) -> list[tuple[str, ...]]:
    """Return the chains of claims of one text, each written 源 类型 果 动词, with sentences that end in 。."""
    texts = dict(enumerate(re.findall("[^。]+。", text)))
    found = []
    for each in claims:
        source, relation, target, cue = each.split()
        at = next(number for number, told in texts.items() if cue in told)
        begins = next(number for number in range(at, -1, -1) if source in texts[number])
        places = tuple(sorted({at, begins}, reverse=True))
        spans = [
            Span(places.index(where), texts[where].find(word), texts[where].find(word) + len(word))
            for where, word in ((begins, source), (at, target), (at, cue))
        ]
        made = Relation(source, target, relation, "d", places, *spans, cue=cue, rule="r")
        found.append(replace(made, modality=modality, confidence=confidence))
    return [chain.concepts + chain.relations for chain in find_chains(found, ChainConfig(), texts)]


def test_words_lead_from_one_deed_to_the_next() -> None:
    helps = "族规 promotes 商会 扶助", "族规 promotes 集市 带动"
    row = ("族规", "商会", "集市", "promotes", "promotes")
    assert said("族规扶助商会，进而带动集市。", *helps) == [row]
    assert said("族规是否扶助商会，进而带动集市。", *helps, modality="asked") == []
    assert said("族规扶助商会，这又在客观上带动集市。", *helps) == [row]
    assert said("族规扶助商会。这又带动集市。", *helps) == [row]
    assert said("族规扶助商会来更好地带动集市。", *helps) == [row]
    assert said("族规扶助商会以有效带动集市。", *helps) == [row]
    assert said("族规扶助商会，以乡约带动集市。", *helps) == []  # by other means
    assert said("族规扶助商会，并带动集市。", *helps) == []  # one beside the other
    assert said("族规扶助商会，修订乡约，进而带动集市。", *helps) == []  # not the last deed
    assert said("族规扶助商会，因此族规带动集市。", helps[0], "族规 depends_on 集市 带动") == []
    assert said("族规扶助商会，后者带动集市。", helps[0], "商会 promotes 集市 带动") == [row]
    assert said("族规扶助商会，也带动集市。", helps[0], "商会 promotes 集市 带动") == []


def test_a_result_comes_of_what_the_clause_before_says() -> None:
    claims = "旱灾 promotes 垦荒 加剧", "旱灾 causes 械斗 导致"
    assert said("旱灾加剧垦荒，导致械斗。", *claims) == [("旱灾", "垦荒", "械斗", "promotes", "causes")]
    assert said("旱灾加剧垦荒，也导致械斗。", *claims) == []  # one beside the other
    assert said("旱灾加剧垦荒，修订乡约，导致械斗。", *claims) == []


def test_what_happens_to_what_is_acted_on_goes_on() -> None:
    draws = linked("集市", "移民", "acts_on", 0, 4)  # 集市吸引移民，移民的增加推动商会
    grows = linked("移民的增加", "商会", "promotes", 7, 14)
    assert concepts(draws, grows) == [("集市", "移民", "商会")]
    assert concepts(draws, replace(grows, source="移民的商会")) == []


def test_what_is_taken_away_has_an_influence_on_what_follows() -> None:
    claims = "会费 negates 商会 拖垮", "会费 promotes 械斗 助长"
    assert said("会费拖垮商会，从而助长械斗。", *claims) == [("会费", "商会", "械斗", "negates", "influences")]


def test_a_deed_on_something_ends_a_chain_only() -> None:
    raises = linked("商会", "集市", "promotes", 0, 4)  # 商会扶助集市，集市改造村落
    assert concepts(raises, linked("集市", "村落", "acts_on", 7, 11)) == [("商会", "集市", "村落")]
    assert concepts(replace(raises, relation="acts_on"), linked("集市", "村落", "acts_on", 7, 11)) == []
    assert said("商会改造集市，进而扶助村落。", "商会 acts_on 集市 改造", "商会 promotes 村落 扶助") == []
    acts = claim("集市", "村落", 7, relation="acts_on")
    assert compose_chains((claim("商会", "集市", 0), acts), ChainConfig()) == ()


def test_of_three_deeds_each_leads_on_to_the_next() -> None:
    claims = "旱灾 causes 歉收 造成", "旱灾 causes 逃荒 引起", "旱灾 causes 械斗 酿成"
    assert said("旱灾造成歉收，从而引起逃荒，最终酿成械斗。", *claims) == [
        ("旱灾", "歉收", "逃荒", "械斗", "causes", "causes", "causes")
    ]


def test_the_next_sentence_takes_up_what_the_last_one_ended_in() -> None:
    def goes_on(text: str, first: str, then: str) -> bool:
        return bool(said(text, first, then, confidence=0.1))

    raised = "铁路 produces 地价 抬高"
    assert goes_on("铁路抬高地价。由于地价吓跑了商贩。", raised, "地价 negates 商贩 吓跑")
    assert goes_on("铁路抬高地价的上涨。而地价又吓跑了商贩。", raised, "地价 negates 商贩 吓跑")
    assert not goes_on("铁路抬高地价，也兴建车站。地价吓跑了商贩。", raised, "地价 negates 商贩 吓跑")
    assert not goes_on("铁路抬高地价。车站兴起，地价吓跑了商贩。", raised, "地价 negates 商贩 吓跑")
    halted = "茶馆 negates 村民的劳作 打断"
    assert goes_on("茶馆打断村民的劳作。劳作的中断引起歉收。", halted, "劳作的中断 causes 歉收 引起")
    assert not goes_on("茶馆打断村民的劳作。书院的中断引起歉收。", halted, "书院的中断 causes 歉收 引起")
    trade = "铁路 produces 粮食贸易 带动"
    assert goes_on("铁路带动粮食贸易。贸易催生商会。", trade, "贸易 produces 商会 催生")
    assert not goes_on("铁路带动粮食贸易。贸易站催生商会。", trade, "贸易站 produces 商会 催生")


def test_what_turns_one_thing_into_another_does_so_with_what_it_leads_to() -> None:
    turned = "族产 becomes 学田 转变", "祠堂 promotes 新学 推动"
    assert said("祠堂把族产转变为学田，从而推动新学。", *turned) == [("族产", "学田", "新学", "becomes", "promotes")]
    assert said("祠堂把族产转变为学田，并推动新学。", *turned) == []
    assert said("祠堂看到族产转变为学田，从而推动新学。", *turned) == []


def test_the_latter_needs_what_follows() -> None:
    needs = "乡约 depends_on 族规 依靠", "族规 depends_on 宗族 有赖于"
    assert said("乡约依靠族规，而后者有赖于宗族。", *needs)
    assert not said("乡约依靠族规，而书院有赖于宗族。", *needs)


def test_a_condition_leads_to_what_it_is_one_of() -> None:
    goes_on = claim("信任", "集市", 0, 9, "promotes")
    needs = claim("信任", "乡约", 0, 2, "depends_on")
    assert concepts(replace(needs, rule="depends_on.only_if"), goes_on) == [("乡约", "信任", "集市")]
    assert concepts(needs, goes_on) == []


def test_what_follows_along_with_a_thing_goes_on_from_it() -> None:
    claims = "铁路 promotes 地价 提高", "地价 causes 负担 随之"
    assert said("铁路提高地价，负担随之加重。", *claims, confidence=0.1) == [
        ("铁路", "地价", "负担", "promotes", "causes")
    ]
    assert said("铁路提高地价，负担随之加重。", claims[0], "地价 causes 负担 加重", confidence=0.1) == []


def test_questions_and_concessions_make_no_chain() -> None:
    claims = "铁路 causes 集市 带动", "集市 produces 会馆 兴建"
    assert said("铁路可以带动集市，集市又兴建会馆。", *claims, modality="asked")  # what may be
    assert said("要说明铁路怎样带动集市，集市又怎样兴建会馆。", *claims, modality="asked")
    assert said("铁路是否带动集市，集市又是否兴建会馆，要看税收。", *claims, modality="asked") == []
    assert said("纵然铁路带动集市，集市又兴建会馆，也是一时。", *claims, modality="conceded") == []
