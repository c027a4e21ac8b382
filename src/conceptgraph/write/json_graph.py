"""graph.json: the one complete record of a graph, written and read back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from conceptgraph.errors import InputError
from conceptgraph.model import (
    Concept,
    ConceptGraph,
    Edge,
    Evidence,
    FullEvidence,
    GraphChain,
    GraphDocument,
    GraphSentence,
    Span,
)

Record = TypeVar("Record")

FORMAT, VERSION = "conceptgraph", 1
SPANS = ("source_span", "target_span", "cue_span")
OF_CORPORA = ("carriers", "years")  # fields of a concept that only graphs of several documents have


def to_json(graph: ConceptGraph) -> bytes:
    """Return graph.json as UTF-8: one record a line, so that two versions of a graph can be compared line by line."""
    parts: dict[str, Iterable[object]] = {
        "documents": map(_plain, graph.documents),
        "sentences": map(_plain, graph.sentences),
        "concepts": map(_concept, graph.concepts),
        "edges": map(_edge, graph.edges),
        "chains": map(_plain, graph.chains),
        "variants": map(list, graph.variants),
    }
    head = f'"format": {json.dumps(FORMAT)},\n"version": {VERSION}'
    years = [f'"years": {_dump(graph.years)}'] if graph.years else []
    rest = [f'"full_evidence": {_dump(_plain(graph.full_evidence))}'] if graph.full_evidence else []
    lists = [f'"{name}": [{_lines(records)}]' for name, records in parts.items()]
    notes = f'"notes": {_dump(dict(graph.notes))}'
    return ("{\n" + ",\n".join([head, *lists, notes, *years, *rest]) + "\n}\n").encode("utf-8", "replace")


def _lines(records: Iterable[object]) -> str:
    joined = ",\n".join(map(_dump, records))
    return f"\n{joined}\n" if joined else ""


# No record holds itself, so the encoder need not look for circles.
_dump = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), allow_nan=False).encode


def _plain(record: Any) -> dict[str, Any]:
    """Return a record as a dictionary of its fields."""
    names = record.__slots__
    return dict(zip(names, attrgetter(*names)(record), strict=True))


def _flat(record: Concept | Edge) -> dict[str, object]:
    """Return a record with its measures among its fields."""
    fields = _plain(record)
    fields.update(fields.pop("measures"))
    return fields


def _concept(concept: Concept) -> dict[str, object]:
    return {name: value for name, value in _flat(concept).items() if value or name not in OF_CORPORA}


def _edge(edge: Edge) -> dict[str, object]:
    fields = _flat(edge)
    fields["evidence"] = [_evidence(each) for each in edge.evidence]
    return fields


def _evidence(evidence: Evidence) -> dict[str, object]:
    """Return evidence with its spans as [a, b], or [k, a, b] for the k-th sentence; co-occurrence has no more."""
    if evidence.cue_span is None:
        return {"sentences": evidence.sentences}
    fields = _plain(evidence)
    for name in SPANS:
        span = fields[name]
        if isinstance(span, Span):
            fields[name] = list(span) if span.sentence else list(span[1:])
    return fields


def read_json(path: Path) -> ConceptGraph:
    """Return the graph of a graph.json file; an edge or chain whose concept was deleted by hand is left out.

    Raises InputError, naming the file and what is wrong, where it is not readable or not a conceptgraph file.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError("input_unreadable", path=path, cause=error) from error
    except (ValueError, RecursionError) as error:
        raise InputError("graph_not_json", path=path, cause=error) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InputError("graph_not_ours", path=path)
    if content.get("version") != VERSION:
        raise InputError("graph_version", path=path, version=content.get("version"), known=VERSION)
    try:
        return _graph(content)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError("graph_record", path=path, cause=f"{type(error).__name__}: {error}") from error


def _graph(content: Mapping[str, Any]) -> ConceptGraph:
    concepts = tuple(_measured(Concept, {**record, **_pairs(record)}) for record in content["concepts"])
    names = {concept.name for concept in concepts}
    edges = [record for record in content["edges"] if record["source"] in names and record["target"] in names]
    chains = [record for record in content["chains"] if names.issuperset(record["concepts"])]
    return ConceptGraph(
        documents=tuple(_record(GraphDocument, record) for record in content["documents"]),
        sentences=tuple(_record(GraphSentence, record) for record in content["sentences"]),
        concepts=concepts,
        edges=tuple(_measured(Edge, {**record, "evidence": _evidences(record)}) for record in edges),
        chains=tuple(_record(GraphChain, record) for record in chains),
        variants=tuple((first, second) for first, second in content.get("variants", ())),
        notes=dict(content.get("notes", {})),
        years=_numbers(content.get("years", ())),
        full_evidence=_record(FullEvidence, content["full_evidence"]) if content.get("full_evidence") else None,
    )


def _pairs(record: Mapping[str, Any]) -> dict[str, object]:
    """Return the lists of pairs of a concept as tuples of tuples."""
    return {
        "carriers": tuple((str(document), int(mentions)) for document, mentions in record.get("carriers", ())),
        "years": _numbers(record.get("years", ())),
    }


def _numbers(pairs: Iterable[Any]) -> tuple[tuple[int, int], ...]:
    return tuple((int(first), int(second)) for first, second in pairs)


def _evidences(record: Mapping[str, Any]) -> list[Evidence]:
    found = []
    for each in record["evidence"]:
        spans = {
            name: Span(*([0, *each[name]] if len(each[name]) == 2 else each[name])) for name in SPANS if each.get(name)
        }
        found.append(_record(Evidence, {**each, **spans}))
    return found


def _measured(kind: type[Record], fields: Mapping[str, Any]) -> Record:
    """Return a record whose unknown numbers are its measures."""
    known = {field.name for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    measures = {name: float(value) for name, value in fields.items() if name not in known and _is_number(value)}
    return _record(kind, {**fields, "measures": measures})


def _record(kind: type[Record], fields: Mapping[str, Any]) -> Record:
    """Return a record of the fields that it knows, lists as tuples."""
    known = {field.name for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items() if name in known
    }
    return kind(**values)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
