"""run.json: what was run on what, with which settings, and how long each stage took. The only output with times."""

from __future__ import annotations

import json
from collections import Counter

from conceptgraph import __version__
from conceptgraph.config import Config
from conceptgraph.messages import text
from conceptgraph.model import Result
from conceptgraph.settings import describe

FORMAT = "conceptgraph-run"


def to_json(result: Result, config: Config, language: str) -> bytes:
    """Return run.json as UTF-8; the messages in it are in `language`."""
    graph = result.graph
    relations = Counter(edge.relation for edge in graph.edges)
    record = {
        "format": FORMAT,
        "version": __version__,
        "settings": {row.name: row.value for row in describe(config)},
        "inputs": dict(sorted(result.inputs.items())),
        "decoding": {path: each._asdict() for path, each in sorted(result.decoding.items())},
        "counts": {
            "documents": len(graph.documents),
            "sentences": len(graph.sentences),
            "concepts": len(graph.concepts),
            "edges": dict(sorted(relations.items())),
            "chains": len(graph.chains),
        },
        "failures": [
            {"path": failure.path, "message": text(failure.error.key, language, **failure.error.values)}
            for failure in result.failures
        ],
        "warnings": [text(warning.key, language, **warning.values) for warning in result.warnings],
        "seconds": dict(result.seconds),
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
