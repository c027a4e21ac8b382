"""All that was found -> ConceptGraph, in canonical order. The only builder of the graph.

`Findings` is what pass 2 knows of some documents; findings add up in any order. `collect` turns them into nodes and
links, which `analyze` measures and `rank` weighs; `build_graph` writes the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conceptgraph.config import AnalyzeConfig, CooccurConfig
from conceptgraph.model import (
    UNDIRECTED,
    Chain,
    Concept,
    ConceptGraph,
    Document,
    Edge,
    Evidence,
    GraphChain,
    GraphDocument,
    GraphSentence,
    Lexicon,
    MatchedSentence,
    PairMeasures,
    Relation,
    Sentence,
    Term,
)

Place = tuple[str, int]  # document id, Sentence.index
Key = tuple[str, str, str]  # source, target, relation


@dataclass(frozen=True, slots=True)
class DocumentFindings:
    """What pass 2 found in one document; `mentions` are the indices of the sentences of each concept, with repeats."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: Mapping[str, tuple[int, ...]]
    relations: tuple[Relation, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A concept before it is ranked: its term (None where only the argument names it) and where it stands."""

    name: str
    kind: str
    term: Term | None
    frequency: int
    places: tuple[Place, ...]
    spread: float  # share of all sections, 0..1
    headline: bool


@dataclass(frozen=True, slots=True)
class Link:
    """An edge before it is ranked."""

    key: Key
    weight: float
    evidence: tuple[tuple[str, Relation | None, tuple[int, ...]], ...]  # document, relation, sentence indices
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Collection:
    """The nodes and links of the graph, sorted; `documents` sorted by id."""

    documents: tuple[DocumentFindings, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class NodeValues:
    """What the analysis says of a node."""

    importance: float
    community: int
    measures: Mapping[str, float]


def find_in(
    document: Document,
    matched: Sequence[MatchedSentence],
    relations: Sequence[Relation],
    chains: Sequence[Chain],
) -> DocumentFindings:
    """Return the findings of one document; its text is left behind."""
    mentions: dict[str, list[int]] = {}
    for sentence in matched:
        for mention in sentence.mentions:
            mentions.setdefault(mention.term, []).append(sentence.tagged.sentence.index)
    return DocumentFindings(
        document=replace(document, text=""),
        sentences=tuple(sentence.tagged.sentence for sentence in matched),
        mentions={name: tuple(indices) for name, indices in mentions.items()},
        relations=tuple(relations),
        chains=tuple(chains),
    )


def collect(
    documents: Iterable[DocumentFindings],
    pairs: Sequence[PairMeasures],
    composed: Sequence[Chain],
    lexicon: Lexicon,
    config: CooccurConfig,
) -> Collection:
    """Return the nodes and links of all findings: every term that is mentioned, every concept that a relation or chain
    names, every pair and every relation; one link for each source, target and relation. Attested chains come in text
    order, `composed` ones behind them as given.
    """
    ordered = tuple(sorted(documents, key=lambda findings: findings.document.id))
    links = [*_relation_links(ordered), *_pair_links(pairs, config)]
    links.sort(key=lambda link: link.key)
    chains = sorted(
        (chain for findings in ordered for chain in findings.chains),
        key=lambda chain: (chain.sentences, chain.concepts),
    )
    return Collection(ordered, tuple(_nodes(ordered, lexicon)), tuple(links), (*chains, *composed))


def _nodes(documents: Sequence[DocumentFindings], lexicon: Lexicon) -> list[Node]:
    """Return the nodes, sorted by name."""
    places: dict[str, list[Place]] = {}
    for findings in documents:
        for name, at in _all_mentions(findings).items():
            places.setdefault(name, []).extend((findings.document.id, index) for index in at)
    terms = {term.name: term for term in lexicon.terms}
    speakers = _speakers(documents)
    where = {
        (findings.document.id, sentence.index): sentence for findings in documents for sentence in findings.sentences
    }
    sections = len({(sentence.document, sentence.section) for sentence in where.values()})
    nodes = []
    for name in sorted(places):
        stands = [where[place] for place in places[name]]
        nodes.append(
            Node(
                name=name,
                kind=terms[name].kind if name in terms else speakers.get(name, "concept"),
                term=terms.get(name),
                frequency=len(stands),
                places=tuple(dict.fromkeys(places[name])),
                spread=len({(sentence.document, sentence.section) for sentence in stands}) / sections,
                headline=any(sentence.kind in ("title", "heading") for sentence in stands),
            )
        )
    return nodes


def _speakers(documents: Sequence[DocumentFindings]) -> dict[str, str]:
    """Return the kind of each name that claims something: a work where the text writes it in 《》, else a person."""
    kinds: dict[str, str] = {}
    for findings in documents:
        texts = {sentence.index: sentence.text for sentence in findings.sentences}
        for relation in findings.relations:
            if relation.relation == "argues":
                span = relation.source_span
                text = texts[relation.sentences[span.sentence]]
                in_title = "《" in (text[span.start : span.start + 1], text[span.start - 1 : span.start])
                kinds[relation.source] = "work" if in_title else "person"
    return kinds


def _all_mentions(findings: DocumentFindings) -> dict[str, tuple[int, ...]]:
    """Return the mentions of a document, with those that only relations (and so chains) name."""
    named: dict[str, set[int]] = {}
    for relation in findings.relations:
        for name, span in ((relation.source, relation.source_span), (relation.target, relation.target_span)):
            named.setdefault(name, set()).add(relation.sentences[span.sentence])
    only_named = {name: tuple(sorted(at)) for name, at in named.items() if name not in findings.mentions}
    return {**findings.mentions, **only_named}


def _relation_links(documents: Sequence[DocumentFindings]) -> list[Link]:
    """Return one link for each source, target and relation type, its evidence in text order."""
    evidence: dict[Key, list[Relation]] = {}
    for findings in documents:
        for relation in findings.relations:
            source, target = relation.source, relation.target
            if relation.relation in UNDIRECTED and target < source:
                relation = _turned(relation)
            if source != target:
                evidence.setdefault((relation.source, relation.target, relation.relation), []).append(relation)
    return [
        Link(
            key,
            weight=round(sum(relation.confidence for relation in found), 4),
            evidence=tuple((relation.document, relation, relation.sentences) for relation in found),
        )
        for key, found in evidence.items()
    ]


def _turned(relation: Relation) -> Relation:
    """Return an undirected relation with its ends in the order of their names."""
    return replace(
        relation,
        source=relation.target,
        target=relation.source,
        source_span=relation.target_span,
        target_span=relation.source_span,
    )


def _pair_links(pairs: Sequence[PairMeasures], config: CooccurConfig) -> list[Link]:
    """Return a co-occurrence link for each pair."""
    links = []
    for pair in pairs:
        measures = {
            "count": float(pair.count),
            "jaccard": pair.jaccard,
            "npmi": pair.npmi,
            "g2": pair.g2,
            "p": pair.p,
            "association": pair.association,
        }
        evidence = tuple((document, None, (index,)) for document, index in pair.places)
        weight = max(pair.weight(config.weight), 0.0001)
        links.append(Link((pair.first, pair.second, "cooccurrence"), weight, evidence, measures))
    return links


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
    return ConceptGraph(
        documents=tuple(_document(findings, ranked, names, wanted) for findings in collection.documents),
        sentences=tuple(
            _sentence(sentence, numbers) for findings in collection.documents for sentence in findings.sentences
        ),
        concepts=tuple(
            _concept(f"n{rank}", node, values[node.name], node.name in shown, numbers)
            for rank, node in enumerate(nodes)
        ),
        edges=tuple(
            _edge(f"e{number}", link, link.key in shown_pairs, numbers) for number, link in enumerate(collection.links)
        ),
        chains=tuple(_chain(chain, numbers) for chain in collection.chains),
        variants=tuple(pair for pair in lexicon.variants if pair[0] in values and pair[1] in values),
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


def _concept(id_: str, node: Node, values: NodeValues, shown: bool, numbers: Mapping[Place, int]) -> Concept:
    return Concept(
        id=id_,
        name=node.name,
        aliases=tuple(form for form in node.term.forms if form != node.name) if node.term else (),
        kind=node.kind,
        frequency=node.frequency,
        documents=len({document for document, _ in node.places}),
        importance=values.importance,
        community=values.community,
        shown=shown,
        measures=dict(values.measures),
        sentences=tuple(numbers[place] for place in node.places),
    )


def _edge(id_: str, link: Link, shown: bool, numbers: Mapping[Place, int]) -> Edge:
    evidence = tuple(_evidence(*found, numbers) for found in link.evidence)
    source, target, relation = link.key
    speakers = {each.speaker for each in evidence}
    return Edge(
        id=id_,
        source=source,
        target=target,
        relation=relation,
        directed=relation not in UNDIRECTED,
        shown=shown,
        weight=link.weight,
        negated=all(each.negated for each in evidence),
        speakers=tuple(sorted(speakers, key=lambda name: (name is not None, name or ""))),
        confidence=max(each.confidence for each in evidence),
        evidence=evidence,
        measures=dict(link.measures),
    )


def _evidence(
    document: str, relation: Relation | None, indices: Sequence[int], numbers: Mapping[Place, int]
) -> Evidence:
    sentences = tuple(numbers[document, index] for index in indices)
    if relation is None:
        return Evidence(sentences)
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
