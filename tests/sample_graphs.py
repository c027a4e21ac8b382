"""Graphs for the tests of the writers: a real one from our sample text, and one whose every text is hostile."""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path

from conceptgraph.config import Config
from conceptgraph.errors import InputError
from conceptgraph.model import ConceptGraph, ReadFailure, Result
from conceptgraph.pipeline import run

SAMPLE = Path(__file__).parent.parent / "data" / "digital-labour.txt"
HOSTILE = (
    '</script><img src=x onerror="alert(1)">',
    "]]><evil/>&amp;<![CDATA[",
    '=cmd|"/c calc"!A0',
    "| pipe *bold* `code` [link](javascript:alert(1)) <b>",
    "line\u2028separator\u2029and\ttab",
    "bell\x07 escape\x1b nul\x00 del\x7f",
    "lone \ud800 surrogate \ufffe",
    "'\"<>&\\",
)


@cache
def sample_result() -> Result:
    """Return the result of the pipeline on our sample."""
    return run([str(SAMPLE)], Config())


@cache
def hostile_result() -> Result:
    """Return the sample's result with hostile texts for names, sentences, sections, titles, cues and speakers."""
    graph = sample_result().graph
    names = {concept.name: f"{HOSTILE[n % len(HOSTILE)]}{n}" for n, concept in enumerate(graph.concepts)}
    hostile = ConceptGraph(
        documents=tuple(
            dataclasses.replace(
                document, title=HOSTILE[0], authors=(HOSTILE[1],), concepts=tuple(names[c] for c in document.concepts)
            )
            for document in graph.documents
        ),
        sentences=tuple(
            dataclasses.replace(sentence, text=sentence.text + HOSTILE[n % len(HOSTILE)], section=HOSTILE[n % 3])
            for n, sentence in enumerate(graph.sentences)
        ),
        concepts=tuple(
            dataclasses.replace(concept, name=names[concept.name], aliases=(HOSTILE[n % len(HOSTILE)],))
            for n, concept in enumerate(graph.concepts)
        ),
        edges=tuple(
            dataclasses.replace(
                edge,
                source=names[edge.source],
                target=names[edge.target],
                speakers=(HOSTILE[3],),
                evidence=tuple(
                    dataclasses.replace(each, cue=HOSTILE[n % len(HOSTILE)], speaker=HOSTILE[3])
                    for each in edge.evidence
                ),
            )
            for n, edge in enumerate(graph.edges)
        ),
        chains=tuple(
            dataclasses.replace(chain, concepts=tuple(names[c] for c in chain.concepts)) for chain in graph.chains
        ),
        variants=((HOSTILE[0], HOSTILE[3]),),
    )
    failure = ReadFailure(HOSTILE[0], InputError("input_missing", path=HOSTILE[0]))
    return Result(hostile, (failure,))


EMPTY = Result(ConceptGraph((), (), (), (), ()))
