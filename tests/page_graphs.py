"""Graphs for the tests of the page: a small argument, crowds of concepts, and one whose every text is hostile."""

from __future__ import annotations

import random
from dataclasses import replace

from conceptgraph.config import AnalyzeConfig
from conceptgraph.layout import font_sizes, place_nodes
from conceptgraph.model import (
    UNDIRECTED,
    Concept,
    ConceptGraph,
    Edge,
    Evidence,
    GraphChain,
    GraphDocument,
    GraphSentence,
    Span,
)

TITLE = "等待时间的政治"
TEXTS = (
    ("title", "", TITLE),
    ("heading", "一、待命劳动", "一、待命劳动"),
    ("body", "一、待命劳动", "待命劳动是指在线等待订单的劳动。"),
    ("body", "一、待命劳动", "等待时间变成待命劳动，待命劳动产生数据痕迹。"),
    ("body", "一、待命劳动", "林澜认为，平台占有数据痕迹。"),
    ("heading", "二、评分制度", "二、评分制度"),
    ("body", "二、评分制度", "评分制度并没有导致信任。"),
    ("body", "二、评分制度", "难道评分制度促进可见性吗？"),
    ("body", "二、评分制度", "评分制度依赖平台，待命劳动也叫候单劳动。"),
    ("body", "二、评分制度", "评分制度与平台一起改变等待时间。"),
)
CONCEPTS = {  # name: (aliases, kind, community, shown)
    "待命劳动": (("standby labour",), "concept", 0, True),
    "等待时间": ((), "concept", 0, True),
    "数据痕迹": ((), "concept", 0, True),
    "评分制度": (("打分制",), "concept", 1, True),
    "平台": ((), "concept", 1, True),
    "信任": ((), "concept", 1, True),
    "可见性": ((), "concept", 1, True),
    "林澜": ((), "person", 0, True),
    "候单劳动": ((), "concept", 0, False),
    "订单": ((), "concept", 2, False),
}
CLAIMS = (  # source, relation, target, cue, sentence, what is special
    ("待命劳动", "is_a", "订单", "是指", 2, {}),
    ("等待时间", "becomes", "待命劳动", "变成", 3, {}),
    ("待命劳动", "produces", "数据痕迹", "产生", 3, {}),
    ("平台", "acts_on", "数据痕迹", "占有", 4, {"speaker": "林澜", "modality": "reported"}),
    ("林澜", "argues", "数据痕迹", "认为", 4, {}),
    ("评分制度", "causes", "信任", "导致", 6, {"negated": True}),
    ("评分制度", "promotes", "可见性", "促进", 7, {"modality": "asked", "confidence": 0.5}),
    ("评分制度", "depends_on", "平台", "依赖", 8, {}),
    ("待命劳动", "equals", "候单劳动", "也叫", 8, {}),
)
PAIRS = (("等待时间", "平台", (9,)), ("评分制度", "平台", (8, 9)))


def argument_graph() -> ConceptGraph:
    """Return a graph of ten concepts in which each kind of claim occurs."""
    ids = {name: f"n{number}" for number, name in enumerate(CONCEPTS)}
    edges = [_claim(number, *claim) for number, claim in enumerate(CLAIMS)]
    edges += [_pair(len(edges) + number, *pair) for number, pair in enumerate(PAIRS)]
    concepts = tuple(_concept(ids[name], name, *rest) for name, rest in CONCEPTS.items())
    chain = GraphChain(("等待时间", "待命劳动", "数据痕迹"), ("becomes", "produces"), (3,), "attested", 0.9)
    composed = GraphChain(("等待时间", "待命劳动", "候单劳动"), ("becomes", "equals"), (3, 8), "composed", 0.8)
    return _placed(
        ConceptGraph(
            documents=(
                GraphDocument("waiting", TITLE, "waiting.txt", ("沈某",), 2024, "某学报", (), tuple(CONCEPTS)[:5]),
            ),
            sentences=tuple(_sentence(number, *each) for number, each in enumerate(TEXTS)),
            concepts=concepts,
            edges=tuple(edges),
            chains=(chain, composed),
        )
    )


def corpus_graph() -> ConceptGraph:
    """Return the argument as if three documents had made it: the first sentences in one, the others in another; of the
    third, which carries much, nothing is quoted.
    """
    base = argument_graph()
    first = replace(base.documents[0], id="a", title="等待的时间", year=1998)
    documents = (first, replace(first, id="b", title="评分的制度", year=2004), replace(first, id="c", year=2005))
    carriers = {
        "待命劳动": ((("c", 7), ("a", 3), ("b", 1)), ((1998, 1), (2004, 1), (2005, 1))),
        "平台": ((("b", 2), ("a", 1)), ((1998, 1), (2004, 1))),
    }
    counted = {"claims": 6.0, "documents": 2.0, "first_year": 1998.0, "last_year": 2005.0}
    return replace(
        base,
        documents=documents,
        sentences=tuple(replace(each, document="a" if each.id < 5 else "b") for each in base.sentences),
        concepts=tuple(
            replace(each, documents=4, carriers=carriers[each.name][0], years=carriers[each.name][1])
            if each.name in carriers
            else each
            for each in base.concepts
        ),
        edges=tuple(replace(edge, measures=counted) if edge.id == "e2" else edge for edge in base.edges),
        years=((1998, 2), (2004, 3), (2005, 1)),
    )


def crowd(nodes: int, edges: int, shown: int = 60) -> ConceptGraph:
    """Return a graph of many concepts, made by a seed."""
    chance = random.Random(11)
    base = argument_graph()
    names = [f"{'数据劳动平台时间'[n % 7 : n % 7 + 1 + n % 4]}{n}" for n in range(nodes)]
    concepts = tuple(
        _concept(f"n{n}", name, (), "concept", n % 7, n < shown, frequency=1 + nodes // (n + 1))
        for n, name in enumerate(names)
    )
    found = {}
    for _ in range(edges):
        source, target = chance.sample(names[: nodes // 2] if chance.random() < 0.5 else names, 2)
        relation = chance.choice(["cooccurrence", "cooccurrence", "causes", "becomes", "is_a"])
        found[min(source, target), max(source, target), relation] = None
    rank = {name: n for n, name in enumerate(names)}
    links = tuple(
        Edge(
            id=f"e{n}",
            source=source,
            target=target,
            relation=relation,
            directed=relation not in UNDIRECTED,
            shown=max(rank[source], rank[target]) < shown,
            weight=1.0,
            negated=False,
            speakers=(None,),
            confidence=0.9,
            evidence=(Evidence((2,)) if relation == "cooccurrence" else _evidence("待命劳动", "订单", "是指", 2),),
        )
        for n, (source, target, relation) in enumerate(found)
    )
    return _placed(replace(base, concepts=concepts, edges=links, chains=()))


HOSTILE = "<img src=x onerror=alert(1)>\"'</script><script>alert(2)</script>{{7*7}}\u2028javascript:alert(3)"


def hostile_graph() -> ConceptGraph:
    """Return the argument with markup in every text: names, sentences, titles, paths, speakers, rules, cues."""
    base = argument_graph()
    evil = {name: f"{name}{HOSTILE}" for name in CONCEPTS}
    return replace(
        base,
        documents=tuple(
            replace(
                each, id=HOSTILE, title=HOSTILE, path=HOSTILE, authors=(HOSTILE,), source=HOSTILE, keywords=(HOSTILE,)
            )
            for each in base.documents
        ),
        sentences=tuple(
            replace(each, document=HOSTILE, text=each.text + HOSTILE, section=each.section and each.section + HOSTILE)
            for each in base.sentences
        ),
        concepts=tuple(
            replace(each, name=evil[each.name], aliases=(HOSTILE,), carriers=((HOSTILE, 2),), years=((2024, 1),))
            for each in base.concepts
        ),
        edges=tuple(
            replace(
                edge,
                source=evil[edge.source],
                target=evil[edge.target],
                evidence=tuple(replace(piece, cue=HOSTILE, rule=HOSTILE, speaker=HOSTILE) for piece in edge.evidence),
            )
            for edge in base.edges
        ),
        chains=tuple(replace(chain, concepts=tuple(evil[name] for name in chain.concepts)) for chain in base.chains),
    )


def _sentence(number: int, kind: str, section: str, text: str) -> GraphSentence:
    return GraphSentence(
        number, "waiting", section, number, None, kind, text, 100 * number, 100 * number + len(text), ()
    )


def _concept(
    identity: str,
    name: str,
    aliases: tuple[str, ...],
    kind: str,
    community: int,
    shown: bool,
    frequency: int = 0,
) -> Concept:
    mentioned = tuple(number for number, (_, _, text) in enumerate(TEXTS) if name in text)
    count = frequency or len(mentioned)
    importance = 1 / (1 + int(identity[1:]))
    return Concept(identity, name, aliases, kind, count, 1, importance, community, shown, {}, mentioned)


def _evidence(source: str, target: str, cue: str, sentence: int, **special: object) -> Evidence:
    text = TEXTS[sentence][2]

    def span(part: str) -> Span:
        return Span(0, text.index(part), text.index(part) + len(part))

    fields = {"confidence": 0.9, "rule": f"rule.{cue}", **special}
    return Evidence((sentence,), span(source), span(target), span(cue), cue, **fields)  # type: ignore[arg-type]


def _claim(
    number: int, source: str, relation: str, target: str, cue: str, sentence: int, special: dict[str, object]
) -> Edge:
    piece = _evidence(source, target, cue, sentence, **special)
    shown = CONCEPTS[source][3] and CONCEPTS[target][3]
    directed = relation not in UNDIRECTED
    speakers = (piece.speaker,)
    weight = piece.confidence
    return Edge(
        f"e{number}", source, target, relation, directed, shown, weight, piece.negated, speakers, weight, (piece,)
    )


def _pair(number: int, first: str, second: str, places: tuple[int, ...]) -> Edge:
    evidence = tuple(Evidence((place,)) for place in places)
    count = float(len(places))
    measures = {"count": count, "npmi": 0.31}
    return Edge(
        f"e{number}", first, second, "cooccurrence", False, True, count, False, (None,), 1.0, evidence, measures
    )


def _placed(graph: ConceptGraph) -> ConceptGraph:
    """Return the graph with fonts and places, as the analysis gives them."""
    names = [concept.name for concept in graph.concepts]
    fonts = font_sizes({concept.name: concept.frequency for concept in graph.concepts})
    links = [(edge.source, edge.target, edge.weight) for edge in graph.edges]
    groups = {concept.name: concept.community for concept in graph.concepts}
    stated = {frozenset((edge.source, edge.target)) for edge in graph.edges if edge.relation != "cooccurrence"}
    places = place_nodes(names, links, groups, fonts, AnalyzeConfig(), stated)
    return replace(
        graph,
        concepts=tuple(
            replace(each, measures={"font": fonts[each.name], "x": places[each.name][0], "y": places[each.name][1]})
            for each in graph.concepts
        ),
    )
