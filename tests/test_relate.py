"""Relations: every rule by its own example, the grammar by cases in files, the evidence by its spans, rule files."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

import conceptgraph
from conceptgraph.config import RelateConfig, SegmentConfig
from conceptgraph.errors import RuleError
from conceptgraph.match import Matcher
from conceptgraph.model import Lexicon, MatchedSentence, Relation, Sentence, Span, Term
from conceptgraph.relate import extract_relations, load_rules
from conceptgraph.relate.rule_file import FRAME_NAMES, read_rules
from conceptgraph.relate.rules import Rule
from conceptgraph.resources import rule_table, rule_text
from conceptgraph.segment import Segmenter

CASES = Path(__file__).parent / "cases" / "relate"
SOURCE = Path(conceptgraph.__file__).parent
EVAL = Path(__file__).parent.parent / "eval" / "texts"
METHOD = Path(__file__).parent.parent / "docs" / "method.md"
RULES = load_rules()
ALL = RelateConfig(lowest_confidence=0)  # the cases are about grammar: short sentences without a lexicon are never sure


@cache
def segmenter() -> Segmenter:
    return Segmenter(SegmentConfig())


def match(text: str, terms: Sequence[str] = ()) -> list[MatchedSentence]:
    """Return the sentences of a text, tagged and matched with a lexicon of `terms`."""
    pieces, start = [], 0
    for index, character in enumerate(text):
        closes = character in "。？" and text[index + 1 : index + 2] != "”"
        if closes or (character == "”" and text[index - 1] in "。？"):
            pieces.append(text[start : index + 1])
            start = index + 1
    if start < len(text):
        pieces.append(text[start:])
    matcher = Matcher(Lexicon(tuple(Term(term, (term,)) for term in sorted(terms))))
    sentences = [Sentence("d", number, piece, 0, len(piece)) for number, piece in enumerate(pieces)]
    return [matcher.match(segmenter().tag(sentence)) for sentence in sentences]


def relations(text: str, terms: Sequence[str] = (), config: RelateConfig | None = None) -> tuple[Relation, ...]:
    return extract_relations(match(text, terms), RULES, config or ALL)


def written(relation: Relation) -> str:
    """Return a relation as the cases write it."""
    flags = ["negated"] if relation.negated else []
    if relation.modality == "reported":
        flags.append(f"reported by {relation.speaker}" if relation.speaker else "reported")
    elif relation.modality != "asserted":
        flags.append(relation.modality)
    parts = [relation.source, relation.relation, relation.target, *([", ".join(flags)] if flags else [])]
    return " | ".join(parts)


def cases() -> list[dict[str, object]]:
    files = sorted(CASES.glob("*.toml"))
    return [case for file in files for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]


def headings(*texts: str) -> tuple[Relation, ...]:
    """Return the relations of headings, each one level below the one before."""
    sentences = [Sentence("d", n, text, 0, len(text), "heading", texts[: n + 1]) for n, text in enumerate(texts)]
    matcher = Matcher(Lexicon(()))
    return extract_relations([matcher.match(segmenter().tag(each)) for each in sentences], RULES, ALL)


@pytest.mark.parametrize("rule", [rule for rule in RULES.rules if rule.frame == "section"], ids=lambda rule: rule.id)
def test_a_heading_that_divides_a_whole_has_its_subsections_as_parts(rule: Rule) -> None:
    (found,) = headings(f"一、{rule.example}", "（一）议事规则")
    assert [f"{found.source} -> {found.target}"] == list(rule.gives)
    assert (found.rule, found.cue, found.sentences) == (rule.id, "（一）", (1, 0))
    assert not headings(f"一、{rule.counter}", "（一）议事规则")
    assert not headings("一、社区治理的历史", "（一）议事规则")
    assert not headings(f"一、{rule.example}", "（一）怎样制定议事规则")


def test_a_title_is_a_noun_phrase() -> None:
    def found(text: str) -> list[str]:
        return [written(each) for each in headings(text)]

    assert found("族规约束佃户的方法") == ["族规 | acts_on | 佃户"]
    assert found("基于族规的佃户管理研究") == ["佃户管理研究 | depends_on | 族规"]
    assert found("基于口述史的社区记忆整理方法") == ["社区记忆整理方法 | depends_on | 口述史"]
    assert not found("农村养老保险问题研究")


@pytest.mark.parametrize("rule", [rule for rule in RULES.rules if rule.frame != "section"], ids=lambda rule: rule.id)
def test_a_rule_finds_its_example_and_nothing_in_its_counter_example(rule: Rule) -> None:
    terms = [end for pair in rule.gives for end in pair.split(" -> ")] if rule.frame == "members" else []

    def found(text: str) -> list[str]:
        return [f"{each.source} -> {each.target}" for each in relations(text, terms) if each.rule == rule.id]

    assert rule.example
    assert rule.counter
    assert found(rule.example) == list(rule.gives) != []
    assert found(rule.counter) == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["note"]))
def test_the_grammar_finds_what_a_case_says(case: dict[str, object]) -> None:
    terms: list[str] = case.get("terms", [])  # type: ignore[assignment]
    found = {written(relation) for relation in relations(str(case["text"]), terms)}
    expected = set(case["finds"])  # type: ignore[call-overload]
    assert expected or not case.get("also"), "a case that nothing can fail"
    assert expected <= found
    assert case.get("also") or found == expected


@pytest.mark.parametrize(
    ("title", "found"), [("邻里食堂：一种新的公共空间", True), ("家长群里的争论：一个班级的田野观察", False)]
)
def test_a_title_can_say_what_kind_of_thing_something_is(title: str, found: bool) -> None:
    sentence = Sentence("d", 0, title, 0, len(title), "title")
    relations = extract_relations([Matcher(Lexicon(())).match(segmenter().tag(sentence))], RULES, ALL)
    assert [(each.source, each.relation) for each in relations] == [("邻里食堂", "is_a")] * found


def test_mottoes_before_the_head_of_a_list_tell_what_it_is_like() -> None:
    mottoes = ["公益优先", "权责对等", "信息公开"]
    found = [written(each) for each in relations(f"官员遵循{'、'.join(mottoes)}的职业道德。", mottoes)]
    assert found == ["官员 | depends_on | 职业道德"]


def surface(relation: Relation, span: Span, matched: Sequence[MatchedSentence]) -> str:
    texts = {each.tagged.sentence.index: each.tagged.sentence.text for each in matched}
    return texts[relation.sentences[span.sentence]][span.start : span.end]


ODD = {
    "nothing": "",
    "only marks": "。，：“”《》（）—→",
    "left open": "康德指出：“‘平台’（剥削《劳动",
    "closed only": "劳动）》”导致异化」。",
    "nested brackets": "平台（（（控制）劳动）导致异化。",
    "ASCII marks": "康德认为,\"平台\"导致'异化';<劳动>.",
    "traditional": "康德認為，平臺導致異化，數字勞動被平臺控制。",
    "Latin": "Capital 导致 deskilling，GDP 促进 growth.",
    "beyond the basic plane": "\U00020000导致\U0002a6d6，😀是😅。",
    "500 members": "平台包括" + "、".join(["异化"] * 500) + "。",
    "a row of attributes": "好的" * 200 + "。",
    "a row of nouns in a list": "空间和" + "平台" * 200 + "。",
    "a row of verbs": "收集、分析和加工" * 400 + "数据。",
    "one clause of clauses": "平台剥削劳动" * 500 + "。",
    "a union of nothing before it": "用旧法来乡邻结合使村庄以最好的方式趋向和睦。",
    "a demand at the end": "与其说是把不是：需",
    "a list of qualities without an end": "认为这种遭到底本建设而非范例效果、",
    "an ordinal at the end": "一是而分别发生得到说明谁实现认为使合法化合法化之类第一",
    "a role of no noun": "这项研究作为了其超越旧说的层面，就作为它可以同旧说相比照。",
}


def samples() -> list[str]:
    written_by_us = [path.read_text(encoding="utf-8") for path in sorted(EVAL.glob("*")) if path.is_file()]
    return [*(str(case["text"]) for case in cases()), *ODD.values(), *written_by_us]


@pytest.mark.parametrize("text", samples(), ids=lambda text: text[:12])
def test_evidence_stands_at_its_spans(text: str) -> None:
    terms = ("数字劳动", "数字资本", "异化", "劳动", "平台", "空间")
    matched = match(text, terms)
    for relation in extract_relations(matched, RULES, ALL):
        assert surface(relation, relation.cue_span, matched) == relation.cue != ""
        assert surface(relation, relation.source_span, matched) == relation.source
        assert surface(relation, relation.target_span, matched) == relation.target
        assert relation.source != relation.target
        assert relation.sentences[0] >= max(relation.sentences) - 1
        assert 0 < relation.confidence <= 1


def fragments() -> list[str]:
    """Return the words of the grammar and of the rules, with some nouns and marks: what sentences are made of."""
    small = [word for words in rule_table("grammar")["words"].values() for word in words]
    cues = [cue for group in rule_table("relations").values() for rule in group["rule"] for cue in rule.get("cues", [])]
    nouns = ["平台", "劳动", "异化", "马克思", "研究者", "社会平等", "这", "其", "它们", "创造者", "2020", "GDP"]
    return sorted({*small, *cues}) + [*nouns, *"，，，。、；：“”《》（）的了"] * 12


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(some.lists(some.sampled_from(fragments()), max_size=24).map("".join))
@example("人类改变了世界，自然")
@example("福柯所谓规训。")
@example("他谈到一般与")
@example("必须加强乡村建设，积极传播")
@example("机会平等与")
@example("；而后认为")
@example("研究表明不断不断")
@example("马克思对认为，此市场")
def test_whatever_words_follow_one_another_can_be_read(text: str) -> None:
    test_evidence_stands_at_its_spans(text)


def test_a_sentence_is_read_wherever_it_breaks_off() -> None:
    for case in cases():
        text = str(case["text"])
        for end in range(1, len(text), 2):
            relations(text[:end])


def test_a_sentence_is_read_whatever_stands_before_it() -> None:
    texts = [str(case["text"]) for case in cases()]
    for before, text in zip(random.Random(5).sample(texts, len(texts)), texts, strict=True):
        test_evidence_stands_at_its_spans(before + text)


def test_a_sentence_is_read_whatever_is_lost_or_doubled_in_it() -> None:
    chance = random.Random(7)
    for case in cases():
        text = str(case["text"])
        start = chance.randrange(len(text))
        stop = min(start + chance.randint(1, 6), len(text))
        for times in (0, 2):  # a piece is left out or stands twice
            test_evidence_stands_at_its_spans(text[:start] + text[start:stop] * times + text[stop:].rstrip("。"))


def test_a_term_is_preferred_to_its_parts() -> None:
    found = relations("数字资本主义产生新的异化形式。", ["数字资本主义", "异化形式"])
    assert [(each.source, each.target) for each in found] == [("数字资本主义", "异化形式")]


def test_a_sentence_gives_the_same_relations_in_every_run() -> None:
    text = "平台和资本剥削劳动者与消费者，导致异化，进而加剧社会分化。"
    assert relations(text) == relations(text)


NAMES = (  # the last ones end in a verb or in a quality
    *(
        "市场经济",
        "社会资本",
        "传统文化",
        "家庭结构",
        "宗教信仰",
        "乡村社会",
        "集体记忆",
        "公共空间",
        "阶级意识",
        "商业网络",
    ),
    *(
        "城市",
        "礼仪",
        "族规",
        "商会",
        "媒体",
        "农民",
        "舆论",
        "劳动分工",
        "知识生产",
        "语言接触",
        "文化认同",
        "教育公平",
    ),
)
PLAIN = (
    *("{a}{v}{b}。", "{a}{v}了{b}。", "{a}的观念{v}了{b}的结构。", "{a}能够{v}{b}和{c}。", "研究表明，{a}{v}{b}。"),
    *(
        "在近代史上，{a}{v}了{b}。",
        "{a}逐渐{v}{b}，{c}也有所变化。",
        "随着{c}的发展，{a}不断{v}{b}。",
        "{a}通过{c}{v}{b}。",
    ),
    *(
        "{a}改变了{c}，{v}了{b}，引起了关注。",
        "{a}的出现改变了{c}，从而{v}了{b}。",
        "{a}既{v}{b}，又改变了{c}。",
        "{b}被{a}{v}。",
    ),
)
VERBS = ("produces.bring_about", "promotes.further", "negates.overcome", "acts_on.use_and_power", "causes.lead_to")
READ = 0.93  # of the sentences, whose names and verbs are put together at random


@pytest.mark.parametrize("frame", PLAIN)
def test_nearly_every_verb_is_read_in_a_plain_sentence(frame: str) -> None:
    verbs = sorted({cue for rule in RULES.rules if rule.id in VERBS for cue in rule.cues if len(cue) == 2})
    chance, missed = random.Random(len(frame)), []
    for verb in verbs[::6]:
        a, b, c = chance.sample(NAMES, 3)
        text = frame.format(a=a, b=b, c=c, v=verb)
        if not any({a, b} <= {name for name in NAMES if name in f"{r.source}{r.target}"} for r in relations(text)):
            missed.append(text)
    assert len(missed) <= (1 - READ) * len(verbs[::6]), missed


OPENERS = (
    *(
        "",
        "在传统社会中，",
        "从这个意义上说，",
        "与此同时，",
        "具体而言，",
        "在笔者看来，",
        "随着{c}的扩展，",
        "如果说{c}只是表象，那么",
    ),
    *(
        "尽管{c}有所变化，但",
        "作为一种历史现象，",
        "研究表明，",
        "从{c}的角度来看，",
        "对于研究者来说，",
        "正如上文所述，",
    ),
)
SUBJECTS = (
    *(
        "{a}",
        "{a}的兴起",
        "这种{a}",
        "近代以来逐步形成的{a}",
        "以{d}为代表的{a}",
        "“{a}”",
        "{a}这一概念",
        "作为{d}的{a}",
    ),
    *(
        "{a}（包括其各种变体）",
        "{a}本身",
        "{a}及其结构",
        "那些由此产生的{a}",
        "{a}在这一时期",
        "{a}往往",
        "{a}也",
        "{a}，尤其是它的兴起，",
    ),
)
OBJECTS = (
    *(
        "{b}",
        "{b}的形态",
        "整个{b}",
        "人们的{b}",
        "“{b}”",
        "一种新型的{b}",
        "不同类型的{b}",
        "{b}及其形态",
        "原有的{b}",
    ),
    *("日益复杂的{b}", "{b}的兴起与形态", "当地{b}", "{d}意义上的{b}"),
)
PREDICATES = {  # the type, and < where what the object names is the source; what becomes of 〇 is the object
    "极大地推动了〇": "promotes",
    "有助于增强〇": "promotes",
    "为〇提供了有力支撑": "promotes",
    "不可避免地引起了〇": "causes",
    "根源于〇": "causes <",
    "催生了〇": "produces",
    "是〇的产物": "produces <",
    "逐渐演变成〇": "becomes",
    "在一定程度上消解了〇": "negates",
    "对〇提出了严厉的批判": "negates",
    "对〇产生了深远影响": "influences",
    "与〇密切相关": "influences",
    "以〇为基础": "depends_on",
    "离不开〇": "depends_on",
    "控制着〇": "acts_on",
    "是一种特殊的〇": "is_a",
    "包含着〇": "has_part",
    "是〇的重要组成部分": "has_part <",
    "与〇之间存在着深刻的矛盾": "opposes",
}
CLOSINGS = (
    "。",
    "，并改变了{c}。",
    "，从而引起了人们的关注。",
    "，但这一过程并不平坦。",
    "；{c}则有所不同。",
    "，而{c}始终没有改变。",
)
DRESSED = 0.9  # of the sentences, put together at random


@pytest.mark.parametrize("predicate", PREDICATES)
def test_type_and_direction_are_read_however_its_ends_are_dressed(predicate: str) -> None:
    kind, _, turned = PREDICATES[predicate].partition(" ")
    chance, missed = random.Random(predicate), []
    for _ in range(100):
        a, b, c, d = chance.sample(NAMES[:-4], 4)
        frame = "".join(chance.choice(forms) for forms in (OPENERS, SUBJECTS)) + predicate + chance.choice(CLOSINGS)
        text = frame.replace("〇", chance.choice(OBJECTS)).format(a=a, b=b, c=c, d=d)
        source, target = (b, a) if turned else (a, b)
        read = ((r.source, r.target) for r in relations(text) if r.relation == kind and not r.negated)
        both = kind in ("influences", "opposes")  # of two things that are related
        if not any((source in s and target in t) or (both and target in s and source in t) for s, t in read):
            missed.append(text)
    assert len(missed) <= (1 - DRESSED) * 100, missed


VOICES = tomllib.loads((CASES.parent / "voices.toml").read_text(encoding="utf-8"))
MARKED = 0.97  # of the claims that are found, put together at random


@pytest.mark.parametrize("voice", ["denied", "affirmed", "open", "cited"])
def test_whether_something_is_asserted_is_read_whatever_says_so(voice: str) -> None:
    chance, found, wrong = random.Random(voice), 0, []
    for said, action in product(VOICES[voice], VOICES["actions"]):
        a, b, c, d = chance.sample(NAMES[:-4], 4)
        subject, action = (form.format(a=a, b=b, c=c, d=d) for form in (chance.choice(SUBJECTS[:4]), action))
        text = said.replace("〇", subject + action) if voice == "cited" else f"{subject}{said}{action}。"
        for r in relations(text):
            if r.relation != "argues" and any(a in x and b in y for x, y in pairwise((r.source, r.target, r.source))):
                found += 1
                read = "denied" if r.negated else "affirmed" if r.modality == "asserted" else "open"
                wrong += [text] if (read == "affirmed" if voice == "cited" else read != voice) else []
    assert found > len(VOICES[voice]) * len(VOICES["actions"]) * DRESSED
    assert len(wrong) <= (1 - MARKED) * found, (found, wrong)


def test_each_doubt_about_a_claim_lowers_its_confidence() -> None:
    (sure,) = relations("平台掌握用户数据。", ["平台企业", "用户数据"])
    (known,) = relations("平台企业掌握用户数据。", ["平台企业", "用户数据"])
    (unknown,) = relations("平台企业掌握用户数据。", [])
    assert known.confidence > sure.confidence > unknown.confidence > 0
    (asked,) = relations("平台企业是否掌握用户数据？", ["平台企业", "用户数据"])
    assert asked.confidence < known.confidence


def test_what_is_less_sure_than_the_setting_is_left_out() -> None:
    (claim,) = relations("平台企业掌握用户数据。")
    assert relations("平台企业掌握用户数据。", config=RelateConfig(lowest_confidence=claim.confidence + 0.01)) == ()


def test_the_finder_takes_the_longest_cue() -> None:
    assert [each.cue for each in relations("数据转化为商品。")] == ["转化为"]


OWN_RULE = '[[acts_on.rule]]\nid = "mine"\nframe = "verb"\ncues = ["浸泡"]\n'


def test_a_user_adds_a_rule(tmp_path: Path) -> None:
    file = tmp_path / "my_rules.toml"
    file.write_text(OWN_RULE, encoding="utf-8")
    found = extract_relations(match("商品浸泡劳动。"), load_rules(file), ALL)
    assert [each.rule for each in found] == ["acts_on.mine"]


def test_a_user_drops_a_rule(tmp_path: Path) -> None:
    file = tmp_path / "my_rules.toml"
    file.write_text('[[causes.rule]]\nid = "lead_to"\noff = true\n', encoding="utf-8")
    assert "causes.lead_to" not in {rule.id for rule in load_rules(file).rules}
    assert not extract_relations(match("技术导致分化。"), load_rules(file), ALL)


def test_sentences_are_read_whatever_rules_are_off(tmp_path: Path) -> None:
    file = tmp_path / "my_rules.toml"
    kept = "promotes.further"
    off = (rule.id.split(".", 1) for rule in RULES.rules if rule.id != kept)
    file.write_text("".join(f'[[{relation}.rule]]\nid = "{name}"\noff = true\n' for relation, name in off), "utf-8")
    rules = load_rules(file)
    found = [each for case in cases() for each in extract_relations(match(str(case["text"])), rules, ALL)]
    assert {each.rule for each in found} == {kept}


def test_the_rules_in_the_manual_do_what_it_says(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", METHOD.read_text(encoding="utf-8"), re.DOTALL)
    file = tmp_path / "my_rules.toml"
    file.write_text(block, encoding="utf-8")
    rules = load_rules(file)
    found = extract_relations(match("集市酿造出邻里信任。志愿者给图书馆增添活力。"), rules, ALL)
    assert [(each.rule, each.source, each.target) for each in found] == [
        ("produces.brew", "集市", "邻里信任"),
        ("promotes.lend_force", "志愿者", "图书馆"),
    ]
    assert "causes.reason" not in {rule.id for rule in rules.rules}


BAD = [
    ("rule_toml", "[[causes.rule]\n"),
    ("rule_table", "causes = 3\n"),
    ("rule_type", '[[love.rule]]\nid = "a"\ncues = ["爱"]\n'),
    ("rule_frame", '[[causes.rule]]\nid = "a"\nframe = "dance"\ncues = ["爱"]\n'),
    ("rule_key", '[[causes.rule]]\nid = "a"\nwords = ["爱"]\n'),
    ("rule_value", '[[causes.rule]]\nid = "a"\ncues = "爱"\n'),
    ("rule_without_id", '[[causes.rule]]\ncues = ["爱"]\n'),
    ("rule_doubled", OWN_RULE + OWN_RULE),
    ("rule_empty", '[[causes.rule]]\nid = "a"\nframe = "verb"\n'),
    ("rule_matches_all", '[[causes.rule]]\nid = "a"\nframe = "verb"\ncues = ["的"]\n'),
    ("rule_pattern", '[[causes.rule]]\nid = "a"\nframe = "pattern"\npattern = "A B"\n'),
    ("rule_pattern_frame", '[[causes.rule]]\nid = "a"\nframe = "verb"\ncues = ["爱"]\npattern = "A 爱 B"\n'),
    ("rule_table", "[causes]\nrule = [1, 2]\n"),
    ("rule_pattern", '[[causes.rule]]\nid = "a"\nframe = "pattern"\npattern = "A B 爱"\n'),
    ("rule_structure", '[[causes.rule]]\nid = "a"\nframe = "row"\ncues = ["爱"]\n'),
    ("rule_off", '[[causes.rule]]\nid = "lead_too"\noff = true\n'),
    ("rule_empty", 'causes.rule = [{id = "a"}]\n'),
]


@pytest.mark.parametrize(("key", "text"), BAD, ids=lambda value: value[:12])
def test_a_bad_rule_file_is_refused_with_file_and_line(key: str, text: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_rules(text, "my_rules.toml")
    assert raised.value.key == key
    assert "my_rules.toml" in str(raised.value)
    if key not in ("rule_toml", "rule_table"):
        assert raised.value.values["line"] == (5 if key == "rule_doubled" else 1)


def test_a_rule_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"missing\.toml"):
        load_rules(tmp_path / "missing.toml")


def test_every_frame_is_used_and_stated_in_the_rule_file() -> None:
    assert {rule.frame for rule in RULES.rules} == FRAME_NAMES
    stated = rule_text("relations").partition("# Frames:")[2].partition("[[")[0]
    assert [frame for frame in sorted(FRAME_NAMES) if not re.search(rf"\b{frame}\b", stated)] == []


def test_no_word_is_twice_in_a_list() -> None:
    lists = dict(rule_table("grammar")["words"]) | rule_table("grammar")["segmentation"]
    for relation, group in rule_table("relations").items():
        for rule in group["rule"]:
            rows = [element.split("|") for element in rule.get("pattern", "").split()]
            lists |= {
                f"{relation}.{rule['id']} {place}": row for place, row in enumerate([rule.get("cues", ()), *rows])
            }
    assert [name for name, words in lists.items() if len(set(words)) < len(words)] == []


def test_every_list_of_the_grammar_is_read() -> None:
    for table, package in (("words", "relate"), ("segmentation", "segment")):
        code = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / package).glob("*.py"))
        assert [name for name in rule_table("grammar")[table] if f'"{name}"' not in code] == []
