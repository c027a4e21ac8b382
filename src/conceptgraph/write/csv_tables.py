"""concepts.csv, relations.csv, pairs.csv, chains.csv and years.csv: for spreadsheets, R and pandas.

UTF-8 with a byte order mark, so that Excel shows the Chinese; texts that a spreadsheet would run as a formula get an
apostrophe in front (setting write.csv_safe).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from conceptgraph.config import WriteConfig
from conceptgraph.model import Concept, ConceptGraph
from conceptgraph.write.years import YearsOf

Cell = str | int | float | bool | None

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
WIDE_FORMULA = ("＝", "＋", "－", "＠")  # Excel in East Asia takes them for the others; alone they are cues of chains
JOINER = " → "
UNKNOWN = (None, None)  # the first and the last year
CONCEPT_MEASURES = ("degree", "strength", "betweenness", "pagerank", "clustering")
PAIR_MEASURES = ("count", "jaccard", "npmi", "g2", "p", "association")
COUNTS = ("degree", "count")  # measures that are whole numbers


def concepts_csv(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return the concepts, most important first."""
    fields = ("id", "name", "kind", "aliases", "frequency", "documents", "first_year", "last_year")
    years = YearsOf(graph)
    rows = (_concept_row(concept, years) for concept in graph.concepts)
    return csv_table((*fields, "importance", "community", "shown", *CONCEPT_MEASURES), rows, config)


def _concept_row(concept: Concept, years: YearsOf) -> list[Cell]:
    return [
        concept.id,
        concept.name,
        concept.kind,
        "; ".join(concept.aliases),
        concept.frequency,
        concept.documents,
        *(years.concept(concept) or UNKNOWN),
        concept.importance,
        concept.community,
        concept.shown,
        *_measures(concept.measures, CONCEPT_MEASURES),
    ]


def relations_csv(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return the explicit relations, a row for each piece of evidence, with the quoted sentence.

    `documents`, `first_year` and `last_year` are those of the whole edge.
    """
    claim = ("cue", "negated", "speaker", "modality", "confidence", "rule", "document", "section", "sentence")
    fields = ("edge", "source", "relation", "target", "documents", "first_year", "last_year")
    return csv_table((*fields, *claim), _relation_rows(graph), config)


def _relation_rows(graph: ConceptGraph) -> Iterator[list[Cell]]:
    years = YearsOf(graph)
    for edge in graph.edges:
        if edge.relation == "cooccurrence":
            continue
        documents, span = years.relation(edge)
        for evidence in edge.evidence:
            first = graph.sentences[evidence.sentences[0]]
            yield [
                edge.id,
                edge.source,
                edge.relation,
                edge.target,
                documents,
                *(span or UNKNOWN),
                evidence.cue,
                evidence.negated,
                evidence.speaker,
                evidence.modality,
                evidence.confidence,
                evidence.rule,
                first.document,
                first.section,
                "".join(graph.sentences[number].text for number in evidence.sentences),
            ]


def pairs_csv(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return the co-occurrences with all measures."""
    pairs = (edge for edge in graph.edges if edge.relation == "cooccurrence")
    rows: Iterator[list[Cell]] = (
        [edge.id, edge.source, edge.target, *_measures(edge.measures, PAIR_MEASURES)] for edge in pairs
    )
    return csv_table(("edge", "first", "second", *PAIR_MEASURES), rows, config)


def _measures(measures: Mapping[str, float], names: Sequence[str]) -> Iterator[Cell]:
    """Yield the measures with these names, counts as whole numbers; None for one that is not there.

    >>> list(_measures({"count": 3.0, "jaccard": 1.0}, ("count", "jaccard", "npmi")))
    [3, 1.0, None]
    """
    for name in names:
        value = measures.get(name)
        yield round(value) if value is not None and name in COUNTS else value


def chains_csv(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return the chains with the sentences that string them together."""
    rows: Iterator[list[Cell]] = (
        [
            chain.kind,
            JOINER.join(chain.concepts),
            JOINER.join(chain.relations),
            chain.confidence,
            "; ".join(chain.speakers),
            "".join(graph.sentences[number].text for number in chain.evidence),
        ]
        for chain in graph.chains
    )
    return csv_table(("kind", "concepts", "relations", "confidence", "speakers", "sentences"), rows, config)


def years_csv(graph: ConceptGraph, config: WriteConfig) -> bytes:
    """Return in how many documents of each year each concept stands, and how many documents that year has.

    Most important concepts first; nothing at all of a graph of one document, or of none with a year.
    """
    of = dict(graph.years)
    rows: list[list[Cell]] = [
        [concept.name, year, documents, of.get(year)] for concept in graph.concepts for year, documents in concept.years
    ]
    return csv_table(("concept", "year", "documents", "documents_of_year"), rows, config) if rows else b""


def csv_table(head: Sequence[str], rows: Iterable[Sequence[Cell]], config: WriteConfig) -> bytes:
    """Return a CSV file with a byte order mark, formulas made harmless where `config.csv_safe` asks for it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(value, config.csv_safe) for value in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Cell, safe: bool) -> str | int | float:
    """Return a cell as it is written: nothing for None, true or false, formulas made harmless.

    >>> _cell("=1+1", True), _cell("＝1+1", True), _cell("－", True), _cell(-0.5, True)
    ("'=1+1", "'＝1+1", '－', -0.5)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        value = value.replace("\x00", "")
        formula = value.startswith(FORMULA) or (value.startswith(WIDE_FORMULA) and len(value) > 1)
        return f"'{value}" if safe and formula else value
    return value
