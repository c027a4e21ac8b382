"""Nodes, links and what the analysis says of them -> ConceptGraph, in canonical order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conceptgraph.config import AnalyzeConfig
from conceptgraph.graph.records import Collection, DocumentFindings, Key, Link, Node, NodeValues, Place
from conceptgraph.model import (
    UNDIRECTED,
    Chain,
    Concept,
    ConceptGraph,
    Edge,
    Evidence,
    GraphChain,
    GraphDocument,
    GraphSentence,
    Lexicon,
    Relation,
    Sentence,
)


def build_graph(
    collection: Collection,
    values: Mapping[str, NodeValues],
    ranked: Mapping[str, Sequence[str]],
    lexicon: Lexicon,
    config: AnalyzeConfig,
) -> ConceptGraph:
    """Return the graph: concepts most important first, edges by source, target and relation, sentences numbered.

    `ranked` holds each document's terms, best first. The weight of a relation edge is the summed confidence of its
    evidence; an edge is negated only where all its evidence is.
    """
    numbers = _number_sentences(collection.documents)
    nodes = sorted(collection.nodes, key=lambda node: (-values[node.name].importance, -node.frequency, node.name))
    shown = {node.name for node in nodes[: config.shown]}
    wanted = [node.name for node in nodes if node.term and "user" in node.term.sources]
    names = {form: node.name for node in nodes for form in (node.term.forms if node.term else (node.name,))}
    shown_pairs = _strongest_pairs(collection.links, shown, config)
    together = {place: Evidence((number,)) for place, number in numbers.items()}
    return ConceptGraph(
        documents=tuple(_document(findings, ranked, names, wanted) for findings in collection.documents),
        sentences=tuple(
            _sentence(sentence, numbers) for findings in collection.documents for sentence in findings.sentences
        ),
        concepts=tuple(
            _concept(f"n{rank}", node, values[node.name], node.name in shown, numbers, collection.is_corpus)
            for rank, node in enumerate(nodes)
        ),
        edges=tuple(
            _edge(f"e{number}", link, link.key in shown_pairs, numbers, together, collection.is_corpus)
            for number, link in enumerate(collection.links)
        ),
        chains=tuple(_chain(chain, numbers) for chain in collection.chains),
        variants=tuple(pair for pair in lexicon.variants if pair[0] in values and pair[1] in values),
        notes=dict(collection.left_out),
        years=collection.years if collection.is_corpus else (),
    )


def _number_sentences(documents: Sequence[DocumentFindings]) -> dict[Place, int]:
    """Return the number of each sentence, counted over all documents."""
    places = [(findings.document.id, sentence.index) for findings in documents for sentence in findings.sentences]
    return {place: number for number, place in enumerate(places)}


def _strongest_pairs(links: Sequence[Link], shown: set[str], config: AnalyzeConfig) -> set[Key]:
    """Return the keys of the edges of the first view: all relations between shown concepts, the strongest pairs."""
    inside = [link for link in links if link.key[0] in shown and link.key[1] in shown]
    pairs = sorted(
        (link for link in inside if link.key[2] == "cooccurrence"),
        key=lambda link: (-link.measures["count"], -link.measures["npmi"], link.key),
    )
    relations = {link.key for link in inside if link.key[2] != "cooccurrence"}
    return relations | {link.key for link in pairs[: config.shown_pairs]}


def _document(
    findings: DocumentFindings, ranked: Mapping[str, Sequence[str]], names: Mapping[str, str], wanted: Sequence[str]
) -> GraphDocument:
    """Return a document with its own concepts; those that the user named are among them wherever they are mentioned."""
    document = findings.document
    best = dict.fromkeys(names[form] for form in ranked.get(document.id, ()) if form in names)
    best.update(dict.fromkeys(name for name in wanted if name in findings.mentions))
    return GraphDocument(
        id=document.id,
        title=document.title,
        path=document.path,
        authors=document.authors,
        year=document.year,
        source=document.source,
        keywords=document.keywords,
        concepts=tuple(best),
    )


def _sentence(sentence: Sentence, numbers: Mapping[Place, int]) -> GraphSentence:
    return GraphSentence(
        id=numbers[sentence.document, sentence.index],
        document=sentence.document,
        section=" / ".join(sentence.section),
        paragraph=sentence.paragraph,
        page=sentence.page,
        kind=sentence.kind,
        text=sentence.text,
        start=sentence.start,
        end=sentence.end,
        citations=sentence.citations,
    )


def _concept(
    id_: str, node: Node, values: NodeValues, shown: bool, numbers: Mapping[Place, int], is_corpus: bool
) -> Concept:
    return Concept(
        id=id_,
        name=node.name,
        aliases=tuple(form for form in node.term.forms if form != node.name) if node.term else (),
        kind=node.kind,
        frequency=node.frequency,
        documents=node.documents,
        importance=values.importance,
        community=values.community,
        shown=shown,
        measures=dict(values.measures),
        sentences=tuple(numbers[place] for place in node.places),
        carriers=tuple(each[:2] for each in node.carriers) if is_corpus else (),
        years=node.years if is_corpus else (),
    )


def _edge(
    id_: str,
    link: Link,
    shown: bool,
    numbers: Mapping[Place, int],
    together: Mapping[Place, Evidence],
    is_corpus: bool,
) -> Edge:
    """Return an edge; `together` has the evidence of every pair that stands in a sentence, so that it is made once."""
    evidence = tuple(
        _evidence(relation, tuple(numbers[document, index] for index in indices))
        if relation
        else together[document, indices[0]]
        for document, relation, indices in link.evidence
    )
    source, target, relation = link.key
    return Edge(
        id=id_,
        source=source,
        target=target,
        relation=relation,
        directed=relation not in UNDIRECTED,
        shown=shown,
        weight=link.weight,
        negated=link.negated,
        speakers=link.speakers,
        confidence=link.confidence,
        evidence=evidence,
        measures={**link.measures, **(_spread(link) if is_corpus else {})},
    )


def _spread(link: Link) -> dict[str, float]:
    """Return in how many documents a relation is claimed, and in which year first and last."""
    documents = {"documents": float(link.documents)} if link.documents else {}
    return documents | dict(zip(("first_year", "last_year"), map(float, link.years), strict=False))


def _evidence(relation: Relation, sentences: tuple[int, ...]) -> Evidence:
    return Evidence(
        sentences=sentences,
        source_span=relation.source_span,
        target_span=relation.target_span,
        cue_span=relation.cue_span,
        cue=relation.cue,
        rule=relation.rule,
        speaker=relation.speaker,
        modality=relation.modality,
        negated=relation.negated,
        confidence=relation.confidence,
    )


def _chain(chain: Chain, numbers: Mapping[Place, int]) -> GraphChain:
    evidence = tuple(dict.fromkeys(numbers[place] for place in chain.sentences))
    return GraphChain(chain.concepts, chain.relations, evidence, chain.kind, chain.confidence, chain.speakers)
