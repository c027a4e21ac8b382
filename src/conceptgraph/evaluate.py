"""A graph against hand-made gold: how many concepts, relations and chains are found, and how many found are right.

The gold of a document is ``{"doc", "concepts": [{"name", "tier", "aliases", "kind"}], "relations": [{"s", "t", "type",
"neg", "agreed"}], "chains": [{"nodes"}]}``. Names match *strictly* (equal after NFKC, lower case and without quotes,
brackets and blanks, by any alias of either side) or *leniently* (also where one begins or ends with the other and is
more than half as long). A relation that only one of two annotators saw (``"agreed": false``) is no error when found
and no miss when not.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from conceptgraph.errors import InputError
from conceptgraph.model import UNDIRECTED, ConceptGraph

Forms = Sequence[str]  # the names of one concept
Match = Callable[[Forms], str | None]
Key = tuple[str, ...]

MARKS = re.compile(r"[\s“”‘’\"'《》〈〉「」『』（）()\[\]【】·・•]")
MOST_ALIASES = 10  # of a concept are compared
# Types that careful readers mix up; "family" compares these groups.
FAMILY = {
    **dict.fromkeys(("causes", "produces", "promotes"), "generate"),
    **dict.fromkeys(("becomes", "chain"), "become"),
    **dict.fromkeys(("negates", "acts_on"), "act"),
    **dict.fromkeys(("is_a", "equals"), "define"),
}
LEVELS: dict[str, Callable[[str], str]] = {
    "pair": lambda kind: "",
    "directed": lambda kind: "",
    "family": lambda kind: FAMILY.get(kind, kind),
    "typed": lambda kind: kind,
}


def normalise(name: str) -> str:
    """Return a name without what is no part of it: width, case, marks.

    >>> normalise("《Ｄigital 劳动》")
    'digital劳动'
    """
    return MARKS.sub("", unicodedata.normalize("NFKC", name)).lower()


class Found(NamedTuple):
    """A relation of the graph: the names of its ends, its type, whether it is negated."""

    source: Forms
    target: Forms
    kind: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotation of one document, its names normalised."""

    names: dict[str, str]  # normalised form -> name
    tiers: dict[str, int]
    relations: tuple[tuple[str, str, str, bool, bool], ...]  # source, target, type, negated, agreed
    chains: tuple[tuple[str, ...], ...]

    def strict(self, forms: Forms) -> str | None:
        """Return the gold concept that is called by one of `forms`."""
        return next((self.names[normalise(form)] for form in forms if normalise(form) in self.names), None)

    def lenient(self, forms: Forms) -> str | None:
        """Return the gold concept that is, or is best overlapped at one end by, one of `forms`."""
        exact = self.strict(forms)
        if exact is not None:
            return exact
        best, overlap = None, 0.5
        for form in map(normalise, forms):
            for name in self.names:
                short, long = sorted((form, name), key=len)
                share = len(short) / len(long) if len(short) > 1 else 0.0
                if share > overlap and (long.startswith(short) or long.endswith(short)):
                    best, overlap = self.names[name], share
        return best


def read_gold(content: Any) -> Gold:
    """Return the gold of one document; raise KeyError or TypeError where a field is missing."""
    names: dict[str, str] = {normalise(concept["name"]): concept["name"] for concept in content["concepts"]}
    for concept in content["concepts"]:
        for form in concept.get("aliases", ()):
            names.setdefault(normalise(form), concept["name"])
    called = {**{concept["name"]: concept["name"] for concept in content["concepts"]}}

    def name_of(form: str) -> str:
        return called.get(form) or names.get(normalise(form), form)

    return Gold(
        names=names,
        tiers={concept["name"]: concept.get("tier", 2) for concept in content["concepts"]},
        relations=tuple(
            (name_of(row["s"]), name_of(row["t"]), row["type"], bool(row.get("neg")), row.get("agreed", True))
            for row in content["relations"]
        ),
        chains=tuple(tuple(map(name_of, chain["nodes"])) for chain in content.get("chains", ())),
    )


def load_gold(path: Path) -> dict[str | None, Gold]:
    """Return the gold of a file: of one document (key None), or of several by their ids.

    Raises InputError, naming the file and what is wrong, where it cannot be read.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if "concepts" in content:
            return {None: read_gold(content)}
        return {document: read_gold(each) for document, each in content.items()}
    except OSError as error:
        raise InputError("input_unreadable", path=path, cause=error) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError("gold_bad", path=path, cause=f"{type(error).__name__}: {error}") from error


def evaluate(graph: ConceptGraph, golds: dict[str | None, Gold]) -> dict[str, float]:
    """Return the scores by name; counts of several documents are added up before a score is computed.

    ``concept_*`` (one document only): recall of the gold of tier 1 and of tiers 1 and 2, in all concepts and in the 150
    most important; precision of the first 20 and 50; share of tier 1 (k concepts) among the first 2k.
    ``relation_LEVEL_MODE_P|R|F1``: LEVEL pair (which two), directed, family (type groups), typed; MODE strict, lenient.
    ``type_TYPE``: F1 of the relations of one type, directed and lenient, where the gold has the type.
    ``direction_error_rate``, ``negated_found_marked``, ``plain_marked_negated``: of relations whose pair the gold has.
    ``chain_recall``, ``chain_precision``: gold chains found in order, found chains whose every hop is in the gold.
    """
    scores: dict[str, float] = {}
    if list(golds) == [None]:
        scores.update(_concept_scores(graph, golds[None]))
    parts = [(gold, list(found_relations(graph, document))) for document, gold in golds.items()]
    for mode in ("strict", "lenient"):
        for level in LEVELS:
            counts = [count_relations(found, gold, level, getattr(gold, mode)) for gold, found in parts]
            scores.update(_named_f1(f"relation_{level}_{mode}", counts))
    for kind in sorted({row[2] for gold in golds.values() for row in gold.relations}):
        counts = [
            count_relations(_only(found, kind), _only_gold(gold, kind), "typed", gold.lenient) for gold, found in parts
        ]
        scores[f"type_{kind}"] = _precision_recall_f1(counts)[2]
    scores.update(_sign_scores(parts))
    scores.update(_chain_scores(graph, golds))
    return scores


def found_relations(graph: ConceptGraph, document: str | None) -> Iterator[Found]:
    """Yield the explicit relations of the graph, or those with evidence in `document`."""
    forms = {concept.name: (concept.name, *concept.aliases[:MOST_ALIASES]) for concept in graph.concepts}
    for edge in graph.edges:
        numbers = {number for evidence in edge.evidence for number in evidence.sentences}
        here = document is None or any(graph.sentences[number].document == document for number in numbers)
        if edge.relation != "cooccurrence" and here:
            yield Found(forms[edge.source], forms[edge.target], edge.relation, edge.negated)


class Counts(NamedTuple):
    """Found and right, found, right among the agreed gold, agreed gold."""

    right: int
    found: int
    agreed_found: int
    agreed: int


def count_relations(found: Iterable[Found], gold: Gold, level: str, match: Match) -> Counts:
    """Return how the found relations meet the gold at one level."""
    keyed = [(_key(source, target, kind, level), agreed) for source, target, kind, _, agreed in gold.relations]
    known = {key for key, _ in keyed}
    agreed = {key for key, is_agreed in keyed if is_agreed}
    hits, misses = set(), set()
    for relation in found:
        source, target = match(relation.source), match(relation.target)
        if source and target and source != target:
            hits.add(_key(source, target, relation.kind, level))
        elif not (source and source == target):  # an end that is no gold concept; two names of one concept are no error
            ends = (source or normalise(relation.source[0]), target or normalise(relation.target[0]))
            misses.add(_key(*ends, relation.kind, level))
    return Counts(len(hits & known), len(hits) + len(misses), len(hits & agreed), len(agreed))


def _key(source: str, target: str, kind: str, level: str) -> Key:
    if level == "pair" or kind in UNDIRECTED:
        source, target = sorted((source, target))
    return (source, target, LEVELS[level](kind))


def _precision_recall_f1(counts: Sequence[Counts]) -> tuple[float, float, float]:
    right, found, agreed_found, agreed = map(sum, zip(*counts, strict=True))
    precision = right / found if found else 0.0
    recall = agreed_found / agreed if agreed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _named_f1(name: str, counts: Sequence[Counts]) -> dict[str, float]:
    return {f"{name}_{end}": value for end, value in zip(("P", "R", "F1"), _precision_recall_f1(counts), strict=True)}


def _only(found: Iterable[Found], kind: str) -> list[Found]:
    return [relation for relation in found if relation.kind == kind]


def _only_gold(gold: Gold, kind: str) -> Gold:
    return Gold(gold.names, gold.tiers, tuple(row for row in gold.relations if row[2] == kind), gold.chains)


def _concept_scores(graph: ConceptGraph, gold: Gold) -> dict[str, float]:
    """Return the scores of the concepts, most important first."""
    forms = [(concept.name, *concept.aliases[:MOST_ALIASES]) for concept in graph.concepts]
    hits = {"strict": list(map(gold.strict, forms)), "lenient": list(map(gold.lenient, forms))}
    scores: dict[str, float] = {}
    for tier in (1, 2):
        wanted = {name for name, level in gold.tiers.items() if level <= tier}
        for label, names in (
            ("strict", hits["strict"]),
            ("lenient", hits["lenient"]),
            ("top150_strict", hits["strict"][:150]),
        ):
            scores[f"concept_recall_tier{tier}_{label}"] = len(wanted & set(names)) / max(1, len(wanted))
    for first in (20, 50):
        for mode, names in hits.items():
            scores[f"concept_precision_at{first}_{mode}"] = len({name for name in names[:first] if name}) / first
    core = {name for name, level in gold.tiers.items() if level == 1}
    scores["concept_tier1_in_top2k_strict"] = len(core & set(hits["strict"][: 2 * len(core)])) / max(1, len(core))
    return scores


def _sign_scores(parts: Sequence[tuple[Gold, list[Found]]]) -> dict[str, float]:
    """Return how often a found relation has the wrong direction, and whether negation is marked where it should be."""
    wrong = directed = denied = denied_marked = plain = plain_marked = 0
    for gold, found in parts:
        ways: dict[frozenset[str], set[tuple[str, str] | None]] = {}
        signs: dict[frozenset[str], set[bool]] = {}
        for source, target, kind, negated, _ in gold.relations:
            pair = frozenset((source, target))
            ways.setdefault(pair, set()).add(None if kind in UNDIRECTED else (source, target))
            signs.setdefault(pair, set()).add(negated)
        for relation in found:
            ends = gold.lenient(relation.source), gold.lenient(relation.target)
            pair = frozenset(name for name in ends if name)
            if len(pair) < 2 or pair not in ways:
                continue
            denied += signs[pair] == {True}
            denied_marked += signs[pair] == {True} and relation.negated
            plain += signs[pair] == {False}
            plain_marked += signs[pair] == {False} and relation.negated
            if relation.kind not in UNDIRECTED and None not in ways[pair]:
                directed += 1
                wrong += ends not in ways[pair]
    return {
        "direction_error_rate": wrong / max(1, directed),
        "negated_found_marked": denied_marked / max(1, denied),
        "plain_marked_negated": plain_marked / max(1, plain),
    }


def _chain_scores(graph: ConceptGraph, golds: dict[str | None, Gold]) -> dict[str, float]:
    """Return recall and precision of the attested chains of three and more; {} where the gold has none."""
    forms = {concept.name: (concept.name, *concept.aliases[:MOST_ALIASES]) for concept in graph.concepts}
    hit = wanted = good = found = 0
    for document, gold in golds.items():
        system = [
            [gold.lenient(forms.get(name, (name,))) for name in chain.concepts]
            for chain in graph.chains
            if chain.kind == "attested"
            and len(chain.concepts) > 2
            and (document is None or any(graph.sentences[number].document == document for number in chain.evidence))
        ]
        hops = {frozenset(row[:2]) for row in gold.relations}
        hops |= {frozenset(hop) for chain in gold.chains for hop in pairwise(chain)}
        found += len(system)
        good += sum(all(frozenset(hop) in hops for hop in pairwise(chain)) for chain in system)
        for chain in gold.chains:
            if not any(chain != other and _in_order(chain, other) for other in gold.chains):
                wanted += 1
                hit += any(len(each) <= len(chain) + 2 and _in_order(chain, each) for each in system)
    return {"chain_recall": hit / wanted, "chain_precision": good / max(1, found)} if wanted else {}


def _in_order(short: Sequence[str | None], long: Sequence[str | None]) -> bool:
    """Tell whether the members of `short` stand in `long` in their order.

    >>> _in_order(["甲", "丙"], ["甲", "乙", "丙"])
    True
    """
    rest = iter(long)
    return all(name in rest for name in short)
