"""The quality floor: scores on our own gold that must not fall, for each segmenter.

    python eval/floor.py                        compare; exit 1 where a score is below its floor
    python eval/floor.py --pin                  raise the floor to the present scores; refuses to lower one
    python eval/floor.py --pin --new-gold WHY   after a change of the gold: pin anew; WHY is kept in floor.toml

Each text is built alone with the default settings. Figures of relations and chains are counted over all texts, those of
concepts are means over the texts. A floor lies `MARGIN` below the score when it is pinned, that of a relation type
`TYPE_MARGIN`, because a type has few relations: two of them more or less must not stop a better rule.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import math
import statistics
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from conceptgraph.config import Config
from conceptgraph.evaluate import evaluate, read_gold
from conceptgraph.model import ConceptGraph, Edge, GraphChain
from conceptgraph.pipeline import run
from conceptgraph.settings import with_settings

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "eval" / "gold"
FLOOR = ROOT / "eval" / "floor.toml"
SEGMENTERS = ("rjieba", "jieba")
MARGIN, TYPE_MARGIN = 0.01, 0.03
CONCEPTS = ("recall_tier1_strict", "recall_tier2_strict", "precision_at20_strict", "tier1_in_top2k_strict")
RELATIONS = tuple(f"relation_{level}_lenient_F1" for level in ("pair", "directed", "family", "typed"))
CHAINS = ("chain_precision", "chain_recall")  # their harmonic mean is pinned: one may be traded for the other
SIGNS = ("direction_right", "negated_found_marked", "plain_not_negated")
TYPE = "type_"  # how the measure of a relation type begins

Scores = Mapping[str, float]


def score_gold(segmenter: str) -> dict[str, float]:
    """Return the pinned measures on all gold texts, built with `segmenter`."""
    config = with_settings(Config(), {"segment.segmenter": segmenter}, "eval/floor.py")
    contents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    graphs = [run([str(ROOT / content["text"])], config).graph for content in contents]
    golds = list(map(read_gold, contents))
    pairs = list(zip(graphs, golds, strict=True))
    single = [evaluate(graph, {None: gold}) for graph, gold in pairs]
    scores = {f"concept_{name}": statistics.fmean(each[f"concept_{name}"] for each in single) for name in CONCEPTS}
    found = evaluate(
        join_graphs(graphs), {graph.documents[0].id: gold for graph, gold in zip(graphs, golds, strict=True)}
    )
    found["chain_F1"] = statistics.harmonic_mean([found[name] for name in CHAINS])
    found["direction_right"] = 1 - found["direction_error_rate"]
    found["plain_not_negated"] = 1 - found["plain_marked_negated"]
    pinned = (*RELATIONS, *SIGNS, "chain_F1")
    return scores | {name: score for name, score in found.items() if name in pinned or name.startswith(TYPE)}


def join_graphs(graphs: Iterable[ConceptGraph]) -> ConceptGraph:
    """Return graphs of one document each side by side, so that their findings are counted together."""
    joined = ConceptGraph((), (), (), (), ())
    for graph in graphs:
        first = len(joined.sentences)
        joined = ConceptGraph(
            joined.documents + graph.documents,
            joined.sentences + graph.sentences,
            joined.concepts + graph.concepts,
            joined.edges + tuple(_moved_edge(edge, first) for edge in graph.edges),
            joined.chains + tuple(_moved_chain(chain, first) for chain in graph.chains),
        )
    return joined


def _moved_edge(edge: Edge, first: int) -> Edge:
    evidence = tuple(dataclasses.replace(each, sentences=_moved(each.sentences, first)) for each in edge.evidence)
    return dataclasses.replace(edge, evidence=evidence)


def _moved_chain(chain: GraphChain, first: int) -> GraphChain:
    return dataclasses.replace(chain, evidence=_moved(chain.evidence, first))


def _moved(numbers: Iterable[int], first: int) -> tuple[int, ...]:
    return tuple(first + number for number in numbers)


def hash_gold() -> dict[str, str]:
    """Return the SHA-256 of every gold file and of its text, by path."""
    texts = [ROOT / json.loads(path.read_text(encoding="utf-8"))["text"] for path in GOLD.glob("*.json")]
    files = sorted([*GOLD.glob("*.json"), *texts])
    return {path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def allow_margin(name: str, score: float) -> float:
    """Return the floor for a score, in hundredths.

    >>> allow_margin("relation_pair_lenient_F1", 0.4789), allow_margin("type_causes", 0.4789)
    (0.46, 0.44)
    """
    margin = TYPE_MARGIN if name.startswith(TYPE) else MARGIN
    return max(0.0, math.floor((score - margin) * 100 + 1e-9) / 100)


def raise_floor(floor: Scores, scores: Scores) -> dict[str, float]:
    """Return the higher of the present floor and what the scores allow.

    >>> raise_floor({"a": 0.5}, {"a": 0.5, "b": 0.316})
    {'a': 0.5, 'b': 0.3}
    """
    return {name: max(floor.get(name, 0.0), allow_margin(name, scores[name])) for name in sorted(scores)}


def find_falls(floor: Scores, scores: Scores) -> Iterator[str]:
    """Yield a line for each score that is below its floor or missing.

    >>> list(find_falls({"a": 0.5, "b": 0.5}, {"a": 0.49, "b": 0.5}))
    ['a 0.490 is below its floor 0.50']
    """
    for name, least in floor.items():
        if scores.get(name, -1.0) < least:
            yield f"{name} {scores.get(name, math.nan):.3f} is below its floor {least:.2f}"


def format_floor(floors: Mapping[str, Scores], hashes: Mapping[str, str], reason: str) -> str:
    """Return the content of floor.toml."""
    lines = ["# Made by `make floor`, which lowers no figure; `make quality` fails below one."]
    if reason:
        lines.append(f"new_gold = {json.dumps(reason, ensure_ascii=False)}  # why it was last pinned anew")
    for segmenter, floor in floors.items():
        lines += ["", f"[{segmenter}]", *(f"{name} = {least:.2f}" for name, least in floor.items())]
    lines += ["", "[gold]", *(f'"{path}" = "{digest}"' for path, digest in hashes.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Compare or pin; print every score beside its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="raise the floor to the present scores")
    parser.add_argument("--new-gold", metavar="WHY", help="pin anew because the gold changed")
    arguments = parser.parse_args()
    pinned = tomllib.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    hashes = hash_gold()
    if pinned and pinned["gold"] != hashes and not arguments.new_gold:
        sys.exit('The gold is not the one that was pinned. Say why it changed: make floor NEW_GOLD="why"')
    floors = {segmenter: pinned.get(segmenter, {}) for segmenter in SEGMENTERS}
    if pinned and pinned["gold"] != hashes:
        floors = {segmenter: {} for segmenter in SEGMENTERS}
    scores = {segmenter: score_gold(segmenter) for segmenter in SEGMENTERS}
    for name in sorted(scores[SEGMENTERS[0]]):
        values = (f"{scores[each][name]:.3f} ({floors[each].get(name, 0):.2f})" for each in SEGMENTERS)
        print(f"{name:32}", *values)
    falls = [f"{each}: {fall}" for each in SEGMENTERS for fall in find_falls(floors[each], scores[each])]
    if falls:
        sys.exit("\n".join(falls))
    if arguments.pin:
        raised = {each: raise_floor(floors[each], scores[each]) for each in SEGMENTERS}
        FLOOR.write_text(
            format_floor(raised, hashes, arguments.new_gold or pinned.get("new_gold", "")), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
