"""mentions.parquet, relations.parquet and sentences.parquet: the evidence as tables that DuckDB, pandas and R read in
one line (docs/tables.md has queries). Written by pyarrow (the extra `parquet`).

Of a large corpus they hold what the graph quotes; all of it stands in evidence.sqlite.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import islice

from conceptgraph.errors import OutputError
from conceptgraph.model import ConceptGraph

Row = tuple[object, ...]
Columns = Mapping[str, str]  # name -> Arrow type

ROWS = 50_000  # in a group: bounds memory
SENTENCES: Columns = {
    "sentence": "int64",
    "document": "string",
    "title": "string",
    "year": "int32",
    "section": "string",
    "paragraph": "int32",
    "page": "int32",
    "text": "string",
}
MENTIONS: Columns = {"concept": "string", "kind": "string", "importance": "double", "sentence": "int64"}
RELATIONS: Columns = {
    "edge": "string",
    "source": "string",
    "relation": "string",
    "target": "string",
    "cue": "string",
    "speaker": "string",
    "modality": "string",
    "negated": "bool",
    "confidence": "double",
    "sentence": "int64",
}


def check_parquet() -> None:
    """Raise OutputError, with the remedy, where pyarrow is missing."""
    if find_spec("pyarrow") is None:
        raise OutputError("parquet_missing")


def sentences_parquet(graph: ConceptGraph) -> bytes:
    """Return the sentences with document, year, section and page."""
    return _table(SENTENCES, _sentence_rows(graph))


def mentions_parquet(graph: ConceptGraph) -> bytes:
    """Return one row for each concept and sentence that mentions it."""
    rows: Iterator[Row] = (
        (concept.name, concept.kind, concept.importance, sentence)
        for concept in graph.concepts
        for sentence in concept.sentences
    )
    return _table(MENTIONS, rows)


def relations_parquet(graph: ConceptGraph) -> bytes:
    """Return one row for each piece of evidence of a relation; `sentence` is its first one, no speaker the author."""
    return _table(RELATIONS, _relation_rows(graph))


def _sentence_rows(graph: ConceptGraph) -> Iterator[Row]:
    documents = {document.id: document for document in graph.documents}
    for each in graph.sentences:
        document = documents[each.document]
        place = (each.section, each.paragraph, each.page, each.text)
        yield (each.id, each.document, document.title, document.year, *place)


def _relation_rows(graph: ConceptGraph) -> Iterator[Row]:
    for edge in graph.edges:
        for each in edge.evidence if edge.relation != "cooccurrence" else ():
            claim = (each.cue, each.speaker, each.modality, each.negated, each.confidence, each.sentences[0])
            yield (edge.id, edge.source, edge.relation, edge.target, *claim)


def _encodable(value: object) -> object:
    """Return a value, texts without what UTF-8 cannot hold."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _table(columns: Columns, rows: Iterator[Row]) -> bytes:
    """Return a Parquet file of the rows, written in groups."""
    check_parquet()
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([(name, pyarrow.type_for_alias(kind)) for name, kind in columns.items()])
    out = io.BytesIO()
    with pyarrow.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS)):
            cells = zip(*(tuple(map(_encodable, row)) for row in group), strict=True)
            arrays = [pyarrow.array(values, kind) for values, kind in zip(cells, schema.types, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
    return out.getvalue()
