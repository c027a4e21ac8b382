"""graph.html without a browser: what it holds, what it leaves out, that it is one closed file, colours and words."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from conceptgraph.config import WriteConfig
from conceptgraph.errors import RuleError
from conceptgraph.messages import LANGUAGES, catalogue
from conceptgraph.model import RELATION_TYPES, ConceptGraph, Evidence
from conceptgraph.resources import colours, rule_table
from conceptgraph.write.html_page import html_page
from conceptgraph.write.html_page.network import SCRIPTS
from page_graphs import HOSTILE, TEXTS, argument_graph, corpus_graph, crowd, hostile_graph

ASSETS = Path(sys.modules[html_page.__module__].__file__ or "").parent / "assets"
OURS = "\n".join((ASSETS / "scripts" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
PAPERS = {"light": ("#fcfbf8", "#23262b"), "dark": ("#17191d", "#e6e4df")}  # ground and ink, as page.css has them
RELATIVE_LUMINANCE = (0.2126, 0.7152, 0.0722)  # of red, green, blue (WCAG 2)


class Outline(HTMLParser):
    """The elements of a page, and the text of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.raw[-1] += data


def page_of(graph: ConceptGraph, **settings: Any) -> str:
    return html_page(graph, WriteConfig(**settings)).decode("utf-8")


def record_of(graph: ConceptGraph, **settings: Any) -> dict[str, Any]:
    found = re.search(
        r'<script type="application/json" id="content">(.*?)</script>', page_of(graph, **settings), re.DOTALL
    )
    assert found
    record: dict[str, Any] = json.loads(found[1])
    return record


def test_every_concept_edge_chain_and_sentence_is_on_the_page() -> None:
    graph = argument_graph()
    record = record_of(graph)
    assert [node["label"] for node in record["nodes"]] == [concept.name for concept in graph.concepts]
    assert [edge["id"] for edge in record["edges"]] == [edge.id for edge in graph.edges]
    assert [sentence["text"] for sentence in record["sentences"]] == [text for _, _, text in TEXTS]
    assert len(record["chains"]) == len(graph.chains)
    assert record["leftOut"] == {}


def test_evidence_keeps_speaker_modality_and_negation() -> None:
    pieces = {edge["id"]: edge["evidence"][0] for edge in record_of(argument_graph())["edges"] if "evidence" in edge}
    assert pieces["e3"]["speaker"] == "林澜"
    assert pieces["e3"]["modality"] == "reported"
    assert pieces["e5"]["negated"] is True
    assert pieces["e6"]["modality"] == "asked"


def test_evidence_beyond_the_limit_is_left_out_and_counted() -> None:
    graph = argument_graph()
    edge = graph.edges[0]
    piece = edge.evidence[0]
    denied, unsure, sure = replace(piece, negated=True), replace(piece, confidence=0.3), replace(piece, confidence=0.95)
    several = replace(edge, evidence=(denied, unsure, sure, piece))
    record = record_of(replace(graph, edges=(several, *graph.edges[1:])), page_evidence=2)
    kept = record["edges"][0]
    assert [each["confidence"] for each in kept["evidence"]] == [0.95, 0.9]
    assert kept["more"] == 2
    assert record["leftOut"]["evidence"] == 2


def test_concepts_beyond_the_limit_are_left_out_with_their_edges_and_chains() -> None:
    record = record_of(argument_graph(), page_concepts=3)
    assert [node["label"] for node in record["nodes"]] == ["待命劳动", "等待时间", "数据痕迹"]
    assert [edge["id"] for edge in record["edges"]] == ["e1", "e2"]
    assert record["leftOut"] == {"concepts": 7, "edges": 9, "chains": 1}


def test_documents_that_carry_a_concept_are_on_the_page_by_number() -> None:
    record = record_of(corpus_graph())
    assert [document["id"] for document in record["documents"]] == ["a", "b", "c"]
    assert record["nodes"][0]["carriers"] == [[2, 7], [0, 3], [1, 1]]
    assert record["nodes"][4]["years"] == [1, 1, 0]
    assert record["years"] == [[1998, 2], [2004, 3], [2005, 1]]
    claimed = [edge for edge in record["edges"] if "documents" in edge]
    assert [(edge["id"], edge["documents"], edge["firstYear"]) for edge in claimed] == [("e2", 2, 1998)]
    assert not any("carriers" in node for node in record_of(argument_graph())["nodes"])


def test_a_long_text_has_a_sentence_of_each_document_that_carries_a_concept() -> None:
    graph = corpus_graph()
    evidence = {each["id"] for each in record_of(graph, page_characters=20, evidence="quote")["sentences"]}
    assert evidence == {each["id"] for each in record_of(argument_graph(), page_characters=20)["sentences"]}
    more = {each["id"] for each in record_of(graph, page_characters=20)["sentences"]} - evidence
    assert more == {1}  # the heading, which is the first to name the concept


def test_quote_holds_only_evidence_and_none_holds_no_text() -> None:
    graph = argument_graph()
    quoted = {each for edge in graph.edges for piece in edge.evidence for each in piece.sentences} | {3, 8}
    record = record_of(graph, evidence="quote")
    assert {each["id"] for each in record["sentences"] if each.get("text")} == quoted
    page = page_of(graph, evidence="none")
    assert not any(text in page for kind, _, text in TEXTS if kind == "body")


def test_a_long_text_is_held_by_its_evidence_alone() -> None:
    record = record_of(argument_graph(), page_characters=20)
    assert [each["id"] for each in record["sentences"]] == [2, 3, 4, 6, 7, 8, 9]
    ids = {each["id"] for each in record["sentences"]}
    assert all(ids.issuperset(node.get("sentences", ())) for node in record["nodes"])
    assert record["leftOut"]["sentences"] == 3


def test_the_page_asks_for_nothing_and_runs_only_its_own_scripts() -> None:
    outline = Outline(page_of(argument_graph()))
    for tag, attributes in outline.tags:
        assert not {"src", "srcset", "action", "style"} & attributes.keys(), tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert attributes.get("href", "#").startswith("#")
        assert tag not in ("link", "base", "iframe", "object", "embed", "form")
    policies = [attributes["content"] for tag, attributes in outline.tags if attributes.get("http-equiv")]
    assert len(policies) == 1
    policy = str(policies[0])
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    style, _, vis_network, ours = outline.raw
    for text in (style, vis_network, ours):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_title_names_up_to_three_documents() -> None:
    base = argument_graph()
    for count, wanted in ((1, "等待时间的政治"), (2, "等待时间的政治；等待时间的政治"), (5, "等待时间的政治 … (5)")):
        documents = tuple(replace(base.documents[0], id=f"d{number}") for number in range(count))
        assert f"<title>{wanted} · conceptgraph</title>" in page_of(replace(base, documents=documents))


def test_hostile_text_adds_no_element() -> None:
    plain, hostile = (Outline(page_of(graph)) for graph in (argument_graph(), hostile_graph()))
    assert [tag for tag, _ in plain.tags] == [tag for tag, _ in hostile.tags]
    assert record_of(hostile_graph())["documents"][0]["title"] == HOSTILE


def test_data_never_becomes_markup_in_the_scripts() -> None:
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "DOMParser",
    ):
        assert forbidden not in OURS


@pytest.mark.parametrize("graph", [argument_graph(), ConceptGraph((), (), (), (), ())], ids=["argument", "empty"])
def test_the_same_graph_gives_the_same_bytes(graph: ConceptGraph) -> None:
    assert html_page(graph, WriteConfig()) == html_page(graph, WriteConfig())


def test_locale_and_hash_seed_change_nothing() -> None:
    program = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from page_graphs import crowd;"
        "from conceptgraph.config import WriteConfig; from conceptgraph.write.html_page import html_page;"
        "print(hashlib.sha256(html_page(crowd(40, 80), WriteConfig())).hexdigest())"
    )
    found = set()
    for seed, locale in (("1", "C"), ("2", "C.UTF-8"), ("3", "C")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
        call = [sys.executable, "-c", program, str(Path(__file__).parent)]
        found.add(subprocess.run(call, capture_output=True, check=True, text=True, env=environment).stdout)
    assert len(found) == 1


def test_a_paper_sized_page_is_below_a_megabyte() -> None:
    assert len(html_page(crowd(400, 1000), WriteConfig())) < 1_000_000


def test_pyvis_is_imported_without_the_notebook() -> None:
    program = "import sys, conceptgraph.write.html_page.network; print('IPython' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_evidence_without_a_sentence_of_the_page_does_no_harm() -> None:
    graph = argument_graph()
    lost = replace(graph.edges[-1], evidence=(Evidence((99,)),))
    assert record_of(replace(graph, edges=(*graph.edges[:-1], lost)))["edges"][-1]["places"] == [99]


# --- words


def test_both_languages_have_the_same_words_sorted() -> None:
    chinese, english = (catalogue(f"page.{language}") for language in LANGUAGES)
    assert list(chinese) == list(english) == sorted(chinese)
    for key in chinese:
        assert re.findall(r"\{\w+\}", chinese[key]).sort() == re.findall(r"\{\w+\}", english[key]).sort(), key


def test_every_word_that_is_said_exists_and_is_used() -> None:
    template = (ASSETS / "page.html.j2").read_text(encoding="utf-8")
    keys = set(catalogue("page.en"))
    said = set(re.findall(r'Words\.say\(\s*"(\w+)"', OURS)) | set(re.findall(r'data-(?:say|label)="(\w+)"', template))
    assert said <= keys
    named = set(re.findall(r'"(\w+)"', OURS + template))
    prefixes = (*re.findall(r"`(\w+_)\$\{", OURS), "out_", "in_")
    assert {key for key in keys if key not in named and not key.startswith(prefixes)} == set()


@pytest.mark.parametrize("prefix", ["relation_", "out_", "in_"])
def test_every_relation_has_words(prefix: str) -> None:
    types = (*RELATION_TYPES, "cooccurrence") if prefix == "relation_" else RELATION_TYPES
    assert {prefix + each for each in types} == {
        key for key in catalogue("page.zh") if re.fullmatch(prefix + r"(?!documents)\w+", key)
    }


def test_every_script_file_is_used() -> None:
    assert {path.stem for path in (ASSETS / "scripts").glob("*.js")} == set(SCRIPTS)


# --- colours


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip(RELATIVE_LUMINANCE, linear, strict=True))


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(first: str, second: str, share: float) -> str:
    parts = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (first, second)]
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in zip(*parts, strict=True))


def test_every_relation_type_has_a_colour_of_its_own() -> None:
    palette = colours()
    assert set(palette.relations) == {*RELATION_TYPES, "cooccurrence"}
    assert len(set(palette.relations.values())) == len(palette.relations)
    assert len(set(palette.communities)) == 10
    assert palette.of_community(0) == palette.communities[0]
    assert palette.of_community(10) == palette.other


@pytest.mark.parametrize("theme", PAPERS)
def test_lines_and_names_can_be_told_from_their_ground(theme: str) -> None:
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    ground, ink = PAPERS[theme]
    assert f"--paper: {ground};" in style
    assert f"--ink: {ink};" in style
    assert {name: value for name, value in colours().relations.items() if contrast(value, ground) < 3} == {}
    tint = {"light": 0.42, "dark": 0.34}[theme]
    assert f"--tint: {tint};" in style
    for colour in (*colours().communities, colours().other):
        assert contrast(mixed(colour, ground, tint), ink) >= 4.5


def test_a_bad_colour_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conceptgraph.resources.rule_table", lambda name: {**rule_table(name), "other": "red"})
    colours.cache_clear()
    with pytest.raises(RuleError, match=r"colours\.toml"):
        colours()
    colours.cache_clear()
