"""Measures of a graph of concepts: degree, strength, betweenness, PageRank, communities.

All of it looks at one undirected weighted graph, in which parallel edges of different relations are one edge with
their summed weight. Nodes and edges are sorted before an algorithm sees them, so that input order decides nothing.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter, mul, sub
from typing import TYPE_CHECKING

from conceptgraph.config import AnalyzeConfig
from conceptgraph.errors import ConfigError

if TYPE_CHECKING:
    import networkx

Weighted = tuple[str, str, float]  # two names and a positive weight

TIE = 1e-6  # by which share weights are set apart
DAMPING, ROUNDS, PRECISION = 0.85, 100, 1e-6  # Page and Brin's damping; the other two only end the iteration


def make_network(names: Iterable[str], links: Iterable[Weighted]) -> networkx.Graph[str]:
    """Return the undirected graph of `names` in which links between the same two add their weights."""
    import networkx

    network: networkx.Graph[str] = networkx.Graph()
    network.add_nodes_from(sorted(names))
    weights = Counter[tuple[str, str]]()
    for source, target, weight in sorted(links):
        if source != target:
            weights[min(source, target), max(source, target)] += weight  # type: ignore[assignment]
    for (source, target), weight in sorted(weights.items()):
        network.add_edge(source, target, weight=weight)
    return network


def measure_nodes(network: networkx.Graph[str], config: AnalyzeConfig) -> dict[str, dict[str, float]]:
    """Return the measures of each concept.

    ``degree`` neighbours; ``strength`` summed weight of its edges; ``betweenness`` share of the shortest paths between
    other concepts that lead through it, 0..1 (Freeman 1977; edges of equal length, from a seeded sample of sources in
    a large graph); ``pagerank`` stationary probability, summing to 1 (Page and Brin 1998); ``clustering`` share of its
    pairs of neighbours that are neighbours themselves, 0..1 (Watts and Strogatz 1998).

    >>> network = make_network("资 本 家".split(), [("资", "本", 2.0), ("本", "家", 1.0)])
    >>> [measure_nodes(network, AnalyzeConfig())["本"][key] for key in ("degree", "strength", "betweenness")]
    [2.0, 3.0, 1.0]
    """
    between, rank, cluster = betweenness(network, config), page_rank(network), clustering(network)
    degree, strength = network.degree, network.degree(weight="weight")
    return {
        name: {
            "degree": float(degree[name]),
            "strength": round(float(strength[name]), 4),
            "betweenness": round(between[name], 6),
            "pagerank": round(rank[name], 8),
            "clustering": round(cluster[name], 6),
        }
        for name in network
    }


def betweenness(network: networkx.Graph[str], config: AnalyzeConfig) -> dict[str, float]:
    """Return the betweenness of each node, 0..1 (Freeman 1977), by Brandes' algorithm (2001) over all edges alike.

    Paths start from `config.betweenness_sources` nodes, a seeded sample where there are more (Brandes and Pich 2007); a
    node of the sample is no inner node of its own paths, so one source less counts for it. The values are those of
    networkx, to the last bit; over numbers instead of names it takes a third of the time.
    """
    count, adjacent = len(network), _adjacency(network)
    sampled = count > config.betweenness_sources
    chance = random.Random(config.seed)  # noqa: S311
    sources = chance.sample(range(count), config.betweenness_sources) if sampled else range(count)
    through = [0.0] * count
    for source in sources:
        _add_paths(through, adjacent, source)
    others = max(count - 2, 1)
    whole = 1 / (len(sources) * others) if sampled else 1 / (max(count - 1, 1) * others)
    own = 1 / (max(len(sources) - 1, 1) * others) if sampled else whole
    chosen = set(sources)
    return {
        name: value * (own if number in chosen else whole)
        for number, (name, value) in enumerate(zip(network, through, strict=True))
    }


def _adjacency(network: networkx.Graph[str]) -> list[list[int]]:
    """Return the neighbours of each node, nodes being numbered in their order."""
    number = {name: place for place, name in enumerate(network)}
    return [[number[other] for other in network[name]] for name in network]


def _add_paths(through: list[float], adjacent: Sequence[Sequence[int]], source: int) -> None:
    """Add to each node its share of the shortest paths from `source` to every other node."""
    far = len(adjacent)
    distance = [far] * far
    paths = [0.0] * far
    before: dict[int, list[int]] = {source: []}
    distance[source], paths[source], reached = 0, 1.0, [source]
    for node in reached:
        here, arriving = distance[node], paths[node]
        for other in adjacent[node]:
            known = distance[other]
            if known > here:
                if known < far:
                    paths[other] += arriving
                    before[other].append(node)
                else:
                    distance[other], paths[other], before[other] = here + 1, arriving, [node]
                    reached.append(other)
    share = [0.0] * len(adjacent)
    for node in reversed(reached):
        coefficient = (1 + share[node]) / paths[node]
        for other in before[node]:
            share[other] += paths[other] * coefficient
        if node != source:
            through[node] += share[node]


def page_rank(network: networkx.Graph[str]) -> dict[str, float]:
    """Return the PageRank of each node: the solution of ``r = (1 - d) / n + d * (W r + lonely / n)``.

    W spreads the rank of a node over its neighbours in proportion to the weights, d is `DAMPING`, `lonely` the summed
    rank of nodes without an edge, n the number of nodes. Found by power iteration.
    """
    count, adjacent = len(network), _adjacency(network)
    strength = [float(value) for _, value in network.degree(weight="weight")]
    shares = [
        edge["weight"] / strength[other]
        for name, others in zip(network, adjacent, strict=True)
        for other, edge in zip(others, network[name].values(), strict=True)
    ]
    alone = [number for number in range(count) if not strength[number]]
    degrees = list(map(len, adjacent))
    rank = [1 / max(count, 1)] * count
    if not shares:
        return dict(zip(network, rank, strict=True))
    of_ends = itemgetter(*chain.from_iterable(adjacent))
    for _ in range(ROUNDS):
        lonely = sum([rank[number] for number in alone])
        base = (1 - DAMPING + DAMPING * lonely) / max(count, 1)
        arriving = map(mul, of_ends(rank), shares)  # by edge; each node takes its own
        fresh = [base + DAMPING * sum(islice(arriving, degree)) for degree in degrees]
        moved = sum(map(abs, map(sub, fresh, rank)))
        rank = fresh
        if moved < PRECISION:
            break
    return dict(zip(network, rank, strict=True))


def clustering(network: networkx.Graph[str]) -> dict[str, float]:
    """Return the share of the pairs of neighbours of each node that are neighbours themselves, 0..1; 0 below two.

    Each triangle is met once, at the edge of its two nodes of the least degree (Schank and Wagner 2005).
    """
    adjacent = _adjacency(network)
    order = sorted(range(len(adjacent)), key=lambda node: (len(adjacent[node]), node))
    place = {node: at for at, node in enumerate(order)}
    later = [{other for other in others if place[other] > place[node]} for node, others in enumerate(adjacent)]
    triangles = [0] * len(adjacent)
    for node, others in enumerate(later):
        for other in others:
            common = others & later[other]
            if common:
                triangles[node] += len(common)
                triangles[other] += len(common)
                for third in common:
                    triangles[third] += 1
    pairs = [len(others) * (len(others) - 1) for others in adjacent]
    return {
        name: 2 * triangles[number] / pairs[number] if pairs[number] else 0.0 for number, name in enumerate(network)
    }


def find_communities(
    network: networkx.Graph[str], importance: Mapping[str, float], config: AnalyzeConfig
) -> dict[str, int]:
    """Return the community of each concept, numbered from 0: the larger first, equals by their most important member.

    Louvain (Blondel et al. 2008) or Leiden (Traag et al. 2019), both maximising weighted modularity at
    `config.resolution`. Raises ConfigError where the package of the chosen method is missing.
    """
    groups = [
        sorted(group, key=lambda name: (-importance[name], name))
        for group in METHODS[config.communities](network, config)
    ]
    groups.sort(key=lambda group: (-len(group), -importance[group[0]], group[0]))
    return {name: number for number, group in enumerate(groups) for name in group}


def _louvain(network: networkx.Graph[str], config: AnalyzeConfig) -> Sequence[Iterable[str]]:
    import networkx

    apart = _without_ties(network, config.seed)
    return list(networkx.community.louvain_communities(apart, resolution=config.resolution, seed=config.seed))


def _without_ties(network: networkx.Graph[str], seed: int) -> networkx.Graph[str]:
    """Return the network with weights that differ by up to a millionth more, the same for the same seed.

    Where two moves are worth the same, networkx up to 3.6 may take rounding for a gain and go to and fro without end
    (its issue 8739).
    """
    apart, draw = network.copy(), random.Random(seed)  # noqa: S311
    for _, _, edge in apart.edges(data=True):
        edge["weight"] *= 1 + TIE * draw.random()
    return apart


def _leiden(network: networkx.Graph[str], config: AnalyzeConfig) -> Sequence[Iterable[str]]:
    try:
        from graspologic_native import leiden
    except ImportError as error:
        raise ConfigError("leiden_missing") from error
    edges = [(source, target, float(edge["weight"])) for source, target, edge in network.edges(data=True)]
    _, found = leiden(edges, resolution=config.resolution, seed=config.seed) if edges else (0.0, {})
    groups: dict[int, list[str]] = {}
    for name in network:
        if name in found:
            groups.setdefault(found[name], []).append(name)
    return [*groups.values(), *([name] for name in network if name not in found)]


METHODS: dict[str, Callable[..., Sequence[Iterable[str]]]] = {
    "louvain": _louvain,
    "leiden": _leiden,
}
