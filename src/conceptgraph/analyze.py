"""Measures of a graph of concepts: degree, strength, betweenness, PageRank, communities.

All of it looks at one undirected weighted graph, in which parallel edges of different relations are one edge with
their summed weight. Nodes and edges are sorted before an algorithm sees them, so that input order decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from conceptgraph.config import AnalyzeConfig
from conceptgraph.errors import ConfigError

if TYPE_CHECKING:
    import networkx

Weighted = tuple[str, str, float]  # two names and a positive weight

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
    import networkx

    sources = config.betweenness_sources if len(network) > config.betweenness_sources else None
    between = networkx.betweenness_centrality(network, k=sources, seed=config.seed)
    rank, cluster = page_rank(network), dict(networkx.clustering(network))  # type: ignore[arg-type]
    return {
        name: {
            "degree": float(network.degree(name)),
            "strength": round(float(network.degree(name, weight="weight")), 4),
            "betweenness": round(between[name], 6),
            "pagerank": round(rank[name], 8),
            "clustering": round(float(cluster[name]), 6),
        }
        for name in network
    }


def page_rank(network: networkx.Graph[str]) -> dict[str, float]:
    """Return the PageRank of each node: the solution of ``r = (1 - d) / n + d * (W r + lonely / n)``.

    W spreads the rank of a node over its neighbours in proportion to the weights, d is `DAMPING`, `lonely` the summed
    rank of nodes without an edge, n the number of nodes. Found by power iteration.
    """
    count = len(network)
    strength = {name: float(network.degree(name, weight="weight")) for name in network}
    shares = {
        name: [(other, edge["weight"] / strength[other]) for other, edge in network[name].items()] for name in network
    }
    rank = dict.fromkeys(network, 1 / max(count, 1))
    for _ in range(ROUNDS):
        lonely = sum(rank[name] for name in network if not strength[name])
        base = (1 - DAMPING + DAMPING * lonely) / max(count, 1)
        fresh = {name: base + DAMPING * sum(rank[other] * share for other, share in shares[name]) for name in shares}
        moved = sum(abs(fresh[name] - rank[name]) for name in fresh)
        rank = fresh
        if moved < PRECISION:
            break
    return rank


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

    found = networkx.community.louvain_communities(network, resolution=config.resolution, seed=config.seed)
    return list(found)


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
