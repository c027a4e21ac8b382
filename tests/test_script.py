"""Simplified and traditional: the same text gives the same graph, as written, with names in the script wanted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from opencc_pyo3 import OpenCC

from conceptgraph.characters import only_simplified, simplify, traditionalize
from conceptgraph.config import Config, WordsConfig
from conceptgraph.model import ConceptGraph
from conceptgraph.pipeline import run
from conceptgraph.write.json_graph import to_json

ROOT = Path(__file__).parent.parent
SAMPLES = [*sorted((ROOT / "data").glob("*.*t*")), ROOT / "eval" / "texts" / "politics-commons.md"]
TRADITIONAL = "平臺把勞動變成數據。「數據」變成商品，商品變成資本。勞動創造價值，勞動者需要數據。\n" * 3
SIMPLIFIED = "平台把劳动变成数据。“数据”变成商品，商品变成资本。劳动创造价值，劳动者需要数据。\n" * 3


def build(folder: Path, texts: dict[str, str], **words: str) -> ConceptGraph:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    config = replace(Config(), words=WordsConfig(**words))
    return run([str(folder / name) for name in texts], config).graph


def simple(graph: ConceptGraph) -> tuple[object, ...]:
    """Return what a graph says, in simplified characters."""
    say = OpenCC("t2s").convert
    return (
        [(say(each.name), each.importance, each.community, each.sentences) for each in graph.concepts],
        [
            (
                say(each.source),
                say(each.target),
                each.relation,
                each.weight,
                [say(proof.cue) for proof in each.evidence],
            )
            for each in graph.edges
        ],
        [tuple(map(say, each.concepts)) for each in graph.chains],
        [(each.start, each.end, each.page, len(each.text)) for each in graph.sentences],
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.name for path in SAMPLES])
@pytest.mark.parametrize("quotes", [False, True], ids=["quotes kept", "corner quotes"])
def test_a_text_in_traditional_characters_gives_the_same_graph(tmp_path: Path, sample: Path, quotes: bool) -> None:
    text = sample.read_text(encoding="utf-8")
    converted = OpenCC("s2tw").convert(text, quotes)
    plain = build(tmp_path, {sample.name: OpenCC("t2s").convert(converted, quotes)})
    written = build(tmp_path, {sample.name: converted})
    assert simple(written) == simple(plain)
    shown = json.dumps(json.loads(to_json(written)), ensure_ascii=False)
    assert set(shown) & only_simplified() <= set(converted)


def test_evidence_cues_sections_and_citations_are_as_written(tmp_path: Path) -> None:
    text = f"# 數據與勞動\n\n## 一、異化的根源\n\n平臺導致勞動異化（劉某，２０１４：４５）。{TRADITIONAL}"
    graph = build(tmp_path, {"a.md": text})
    assert graph.documents[0].title == "數據與勞動"
    sentence = next(each for each in graph.sentences if each.text == "平臺導致勞動異化。")
    assert sentence.section == "一、異化的根源"
    assert sentence.citations == ("（劉某，2014：45）",)
    edge = next(each for each in graph.edges if each.relation == "causes")
    assert (edge.source, edge.evidence[0].cue) == ("平臺", "導致")
    assert any("「數據」" in each.text for each in graph.sentences)


def test_offsets_index_the_text_as_written(tmp_path: Path) -> None:
    for sentence in build(tmp_path, {"a.txt": TRADITIONAL}).sentences:
        assert TRADITIONAL[sentence.start : sentence.end] == sentence.text


def test_concepts_of_both_scripts_are_one_and_are_spelled_as_most_texts_do(tmp_path: Path) -> None:
    graph = build(tmp_path, {"a.txt": TRADITIONAL, "b.txt": SIMPLIFIED, "c.txt": SIMPLIFIED})
    concept = next(each for each in graph.concepts if "勞動" in (each.name, *each.aliases))
    assert (concept.name, concept.aliases, concept.documents) == ("劳动", ("勞動",), 3)
    graph = build(tmp_path, {"a.txt": TRADITIONAL, "b.txt": SIMPLIFIED.splitlines()[0], "c.txt": TRADITIONAL})
    assert {"勞動", "數據"} <= {each.name for each in graph.concepts}


def test_other_words_for_a_thing_are_one_only_where_the_user_says_so(tmp_path: Path) -> None:
    texts = {"a.txt": "數位勞動創造價值。數位勞動需要平臺。", "b.txt": "数字劳动创造价值。数字劳动需要平台。"}
    names = {each.name for each in build(tmp_path, texts).concepts}
    assert {"數位勞動", "数字劳动"} <= names
    synonyms = tmp_path / "names.txt"
    synonyms.write_text("數位勞動 = 数字劳动\n", encoding="utf-8")
    merged = {each.name: each for each in build(tmp_path, texts, synonyms=str(synonyms)).concepts}
    assert merged["數位勞動"].documents == 2
    assert "数字劳动" in merged["數位勞動"].aliases
    assert "数字劳动" not in merged


@pytest.mark.parametrize(("script", "name"), [("keep", "數據"), ("hant", "數據"), ("hans", "数据")])
def test_the_script_of_names_can_be_chosen(tmp_path: Path, script: str, name: str) -> None:
    graph = build(tmp_path, {"a.txt": TRADITIONAL}, script=script)
    assert name in {each.name for each in graph.concepts}
    assert any(name in (each.source, each.target) for each in graph.edges)
    assert any(name in each.concepts for each in graph.chains)
    assert name in graph.documents[0].concepts
    assert "數據" in graph.sentences[0].text


def test_names_of_simplified_texts_are_converted_on_request(tmp_path: Path) -> None:
    graph = build(tmp_path, {"a.txt": "人的头发变成商品。头发影响后来的价值。"}, script="hant")
    assert "頭髮" in {each.name for each in graph.concepts}
    assert graph.sentences[0].text == "人的头发变成商品。"


def test_words_of_the_user_count_in_either_script(tmp_path: Path) -> None:
    stopwords = tmp_path / "stop.txt"
    stopwords.write_text("商品\n勞動者\n", encoding="utf-8")
    graph = build(tmp_path, {"b.txt": SIMPLIFIED}, stopwords=str(stopwords))
    assert not {"商品", "劳动者"} & {each.name for each in graph.concepts}


def test_commands_find_a_concept_in_either_script(tmp_path: Path, call: Callable[..., object]) -> None:
    (tmp_path / "a.txt").write_text(SIMPLIFIED, encoding="utf-8")
    said = call("explain", "a.txt", "勞動", "-q")
    assert str(said.out).startswith("劳动\n")  # type: ignore[attr-defined]


def test_what_was_understood_is_shown_as_written(tmp_path: Path, call: Callable[..., object]) -> None:
    (tmp_path / "a.txt").write_text(f"數據與勞動\n\n摘　要：{TRADITIONAL}\n關鍵詞：數據；勞動\n", encoding="utf-8")
    record = json.loads(str(call("read", "a.txt", "--format", "json").out))["documents"][0]  # type: ignore[attr-defined]
    assert (record["script"], record["title"], record["keywords"]) == ("hant", "數據與勞動", ["數據", "勞動"])
    assert record["sample"][0] == "平臺把勞動變成數據。"
    assert "關鍵詞：數據；勞動" in {example for left in record["dropped"] for example in left["examples"]}


def test_the_script_stands_in_run_json(tmp_path: Path, call: Callable[..., object]) -> None:
    (tmp_path / "a.txt").write_bytes(TRADITIONAL.encode("big5"))
    call("build", "a.txt", "-o", "built", "-q")
    decoding = json.loads((tmp_path / "built" / "run.json").read_text(encoding="utf-8"))["decoding"]["a.txt"]
    assert (decoding["encoding"], decoding["script"], decoding["lost"]) == ("cp950", "hant", 0)


def test_conversion_keeps_every_character_in_its_place() -> None:
    text = "".join(chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x2FA20)))
    assert len(simplify(text)) == len(traditionalize(text)) == len(text)
    for code in range(0x4E00, 0xA000):
        assert len(simplify("勞" + chr(code))) == 2


def test_simplified_texts_are_left_alone() -> None:
    for word in ("慰藉", "乾坤", "瞭望", "著作", "钱锺书", "宫商角徵羽", "获益甚夥", "赵汀阳"):
        assert simplify(word) == word
