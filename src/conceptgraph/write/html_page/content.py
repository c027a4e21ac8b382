"""What the page holds: the concepts, edges, chains and sentences of a graph, capped by rule, with a record of the rest.

Plain dictionaries, ready for JSON; a field that has its usual value is left out (content.js knows the usual values).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conceptgraph.config import WriteConfig
from conceptgraph.model import Concept, ConceptGraph, Edge, Evidence, GraphChain, GraphDocument, GraphSentence, Span

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class PageContent:
    """The records of the page; `left_out` counts what the graph has and the page has not, by kind."""

    nodes: tuple[Record, ...]
    edges: tuple[Record, ...]
    chains: tuple[Record, ...]
    documents: tuple[Record, ...]
    sentences: tuple[Record, ...]
    years: tuple[tuple[int, int], ...]  # year, documents of it
    evidence: str  # quote | context | none
    left_out: Mapping[str, int]


def select_content(graph: ConceptGraph, config: WriteConfig) -> PageContent:
    """Return what the page shows of `graph`.

    Concepts: the first `config.page_concepts` that have a place, most important first, with the edges and chains
    between them. Evidence: of each edge at most `config.page_evidence` pieces, by `_strongest`. Sentences: all that
    stand in a text that is short enough (`config.page_characters`), else those that are evidence, and of each concept
    the first one in each document that carries it; without text where `config.evidence` is ``none``, and only where
    they are evidence with ``quote``.
    """
    placed = [concept for concept in graph.concepts if "x" in concept.measures]
    concepts = (placed or graph.concepts)[: config.page_concepts]
    ids = {concept.name: concept.id for concept in concepts}
    edges = [edge for edge in graph.edges if edge.source in ids and edge.target in ids]
    chains = [chain for chain in graph.chains if ids.keys() >= set(chain.concepts)]
    kept = {edge.id: _strongest(edge.evidence, config.page_evidence) for edge in edges}
    quoted = _quoted(edges, kept, chains)
    whole = sum(len(sentence.text) for sentence in graph.sentences) <= config.page_characters
    if config.evidence != "quote":
        quoted.update({sentence.id for sentence in graph.sentences} if whole else _carried(concepts, graph.sentences))
    with_text = set() if config.evidence == "none" else quoted
    listed = graph.sentences if whole else [sentence for sentence in graph.sentences if sentence.id in quoted]
    present = {sentence.id for sentence in listed}
    left_out = {
        "concepts": len(graph.concepts) - len(concepts),
        "edges": len(graph.edges) - len(edges),
        "evidence": sum(len(edge.evidence) - len(kept[edge.id]) for edge in edges),
        "chains": len(graph.chains) - len(chains),
        "sentences": len(graph.sentences) - len(with_text),
    }
    numbers = {document.id: number for number, document in enumerate(graph.documents)}
    return PageContent(
        nodes=tuple(_node(concept, present, numbers) | _years(concept, graph) for concept in concepts),
        edges=tuple(_edge(edge, ids, kept[edge.id]) for edge in edges),
        chains=tuple(_chain(chain, ids) for chain in chains),
        documents=tuple(_document(document) for document in graph.documents),
        sentences=tuple(_sentence(sentence, sentence.id in with_text) for sentence in listed),
        years=graph.years,
        evidence=config.evidence,
        left_out={kind: count for kind, count in left_out.items() if count},
    )


def _strongest(evidence: Sequence[Evidence], limit: int) -> tuple[Evidence, ...]:
    """Return at most `limit` pieces, in the order of the text: the author's own claims before what is negated, asked or
    reported, the surer first, the earlier first.
    """
    if len(evidence) <= limit:
        return tuple(evidence)

    def rank(each: tuple[int, Evidence]) -> tuple[bool, bool, float, int]:
        place, piece = each
        return piece.negated, piece.modality != "asserted", -piece.confidence, place

    chosen = sorted(sorted(enumerate(evidence), key=rank)[:limit])
    return tuple(piece for _, piece in chosen)


def _quoted(edges: Iterable[Edge], kept: Mapping[str, Sequence[Evidence]], chains: Iterable[GraphChain]) -> set[int]:
    """Return the ids of the sentences that are evidence of a relation, a pair or a chain on the page."""
    quoted = {sentence for edge in edges for piece in kept[edge.id] for sentence in piece.sentences}
    return quoted.union(*(chain.evidence for chain in chains))


def _carried(concepts: Iterable[Concept], sentences: Sequence[GraphSentence]) -> Iterator[int]:
    """Yield the id of the first sentence of each concept in each of the documents that mention it most."""
    for concept in concepts:
        first: dict[str, int] = {}
        for number in concept.sentences:
            first.setdefault(sentences[number].document, number)
        yield from (first[document] for document, _ in concept.carriers if document in first)


def _node(concept: Concept, present: set[int], numbers: Mapping[str, int]) -> Record:
    """Return a node as vis-network wants it, with what the panel says of its concept."""
    measures = concept.measures
    return _unusual(
        id=concept.id,
        label=concept.name,
        x=measures.get("x", 0.0),
        y=measures.get("y", 0.0),
        font=measures.get("font", 0.0),
        aliases=concept.aliases,
        kind="" if concept.kind == "concept" else concept.kind,
        frequency=concept.frequency,
        documents=concept.documents if concept.documents != 1 else 0,
        importance=round(concept.importance, 3),
        community=concept.community,
        shown=concept.shown,
        betweenness=round(measures.get("betweenness", 0.0), 4),
        sentences=[sentence for sentence in concept.sentences if sentence in present],
        carriers=[[numbers[document], count] for document, count in concept.carriers if document in numbers],
    )


def _years(concept: Concept, graph: ConceptGraph) -> Record:
    """Return the documents of a concept for each year of the graph, as numbers alone, which takes the least space."""
    found = dict(concept.years)
    return _unusual(years=[found.get(year, 0) for year, _ in graph.years] if found else [])


def _edge(edge: Edge, ids: Mapping[str, str], kept: Sequence[Evidence]) -> Record:
    pair = edge.relation == "cooccurrence"
    return _unusual(
        id=edge.id,
        **{"from": ids[edge.source], "to": ids[edge.target]},
        relation="" if pair else edge.relation,
        shown=edge.shown,
        weight=round(edge.weight, 4),
        confidence=0 if edge.confidence == 1 else round(edge.confidence, 3),
        npmi=round(edge.measures.get("npmi", 0.0), 3),
        more=len(edge.evidence) - len(kept),
        claims=round(edge.measures.get("claims", 0)),
        documents=round(edge.measures.get("documents", 0)),
        firstYear=round(edge.measures.get("first_year", 0)),
        places=[sentence for piece in kept for sentence in piece.sentences] if pair else [],
        evidence=[] if pair else [_evidence(piece) for piece in kept],
    )


def _evidence(piece: Evidence) -> Record:
    return _unusual(
        sentences=piece.sentences,
        source=_span(piece.source_span),
        target=_span(piece.target_span),
        cue=_span(piece.cue_span),
        cueText=piece.cue,
        rule=piece.rule,
        speaker=piece.speaker,
        modality="" if piece.modality == "asserted" else piece.modality,
        negated=piece.negated,
        confidence=round(piece.confidence, 3),
    )


def _span(span: Span | None) -> list[int]:
    """Return a span as [sentence, start, end], `sentence` a position in the evidence's list."""
    return list(span) if span else []


def _chain(chain: GraphChain, ids: Mapping[str, str]) -> Record:
    return _unusual(
        concepts=[ids[name] for name in chain.concepts],
        relations=chain.relations,
        sentences=chain.evidence,
        composed=chain.kind == "composed",
        confidence=round(chain.confidence, 3),
    )


def _document(document: GraphDocument) -> Record:
    return _unusual(
        id=document.id,
        title=document.title,
        path=document.path,
        authors=document.authors,
        year=document.year,
        source=document.source,
        keywords=document.keywords,
    )


def _sentence(sentence: GraphSentence, with_text: bool) -> Record:
    return _unusual(
        id=sentence.id,
        document=sentence.document,
        section=sentence.section,
        paragraph=sentence.paragraph,
        page=sentence.page,
        kind="" if sentence.kind == "body" else sentence.kind,
        text=sentence.text if with_text else "",
    )


def _unusual(**fields: object) -> Record:
    """Return the fields without those that are empty, false or zero."""
    return {name: value for name, value in fields.items() if value or name in ("id", "x", "y", "community")}
