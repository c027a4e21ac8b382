"""Measures, communities and layout: values by hand, independence of input order, no overlap."""

import math
import random
import subprocess
import sys

import networkx
import pytest

from conceptgraph.analyze import betweenness, find_communities, make_network, measure_nodes, page_rank
from conceptgraph.config import AnalyzeConfig
from conceptgraph.errors import ConfigError
from conceptgraph.layout import GAP, box_size, font_sizes, place_nodes

CONFIG = AnalyzeConfig()
STAR = [("中", name, 1.0) for name in "甲乙丙丁"]
TWO_GROUPS = [(f"{group}{a}", f"{group}{b}", 3.0) for group in "甲乙" for a in range(5) for b in range(a)] + [
    ("甲0", "乙0", 1.0)
]


def random_links(nodes: int, edges: int) -> tuple[list[str], list[tuple[str, str, float]]]:
    chance = random.Random(7)
    names = [f"概念{'甲乙丙丁'[n % 4] * (n % 5)}{n}" for n in range(nodes)]
    return names, [(*chance.sample(names, 2), float(chance.randint(1, 9))) for _ in range(edges)]


def test_measures_of_a_star() -> None:
    measures = measure_nodes(make_network("中甲乙丙丁", STAR), CONFIG)
    assert measures["中"]["degree"] == 4
    assert measures["中"]["betweenness"] == 1
    assert measures["甲"]["betweenness"] == 0
    assert measures["中"]["pagerank"] > measures["甲"]["pagerank"]


def test_parallel_links_add_their_weights() -> None:
    network = make_network("甲乙", [("甲", "乙", 2.0), ("乙", "甲", 1.5)])
    assert measure_nodes(network, CONFIG)["甲"]["strength"] == 3.5


def test_page_rank_solves_its_equation() -> None:
    names, links = random_links(30, 60)
    network = make_network([*names, "孤"], links)
    rank = page_rank(network)
    lonely = sum(rank[name] for name in network if not network.degree(name))
    assert sum(rank.values()) == pytest.approx(1)
    for name in network:
        inflow = sum(
            rank[other] * network[name][other]["weight"] / network.degree(other, weight="weight")
            for other in network[name]
        )
        assert rank[name] == pytest.approx((1 - 0.85 + 0.85 * lonely) / len(network) + 0.85 * inflow, abs=1e-5)


def test_an_empty_graph_has_no_measures() -> None:
    network = make_network([], [])
    assert measure_nodes(network, CONFIG) == {}
    assert find_communities(network, {}, CONFIG) == {}
    assert place_nodes([], [], {}, {}, CONFIG) == {}


TIED = """
import networkx
from conceptgraph.analyze import find_communities, make_network
from conceptgraph.config import AnalyzeConfig
links = [(str(one), str(other), 1.0) for one, other in networkx.graph_atlas(674).edges]
for seed in range(1, 21):
    network = make_network("0123456", links)
    assert sorted(find_communities(network, dict.fromkeys(network, 1.0), AnalyzeConfig(seed=seed))) == list("0123456")
"""


def test_moves_that_are_worth_the_same_come_to_an_end() -> None:
    # in a process of its own, since networkx goes to and fro without end where weights are equal (its issue 8739)
    subprocess.run([sys.executable, "-c", TIED], check=True, timeout=120)


@pytest.mark.parametrize("method", ["louvain", "leiden"])
def test_communities_are_found_and_numbered_by_size_and_importance(method: str) -> None:
    if method == "leiden":
        pytest.importorskip("graspologic_native", reason="the extra `leiden` is not installed")
    links = [*TWO_GROUPS, ("乙0", "乙9", 3.0), ("乙1", "乙9", 3.0)]
    names = sorted({name for link in links for name in link[:2]})
    config = AnalyzeConfig(communities=method)
    found = find_communities(make_network(names, links), dict.fromkeys(names, 0.5), config)
    assert {found[name] for name in names if name[0] == "乙"} == {0}
    assert {found[name] for name in names if name[0] == "甲"} == {1}


def test_order_of_input_changes_nothing() -> None:
    names, links = random_links(60, 150)
    shuffled_names, shuffled_links = names[:], links[:]
    random.Random(2).shuffle(shuffled_names)
    random.Random(3).shuffle(shuffled_links)
    importance = {name: len(name) / 10 for name in names}
    networks = [make_network(names, links), make_network(shuffled_names, shuffled_links)]
    assert measure_nodes(networks[0], CONFIG) == measure_nodes(networks[1], CONFIG)
    groups = [find_communities(network, importance, CONFIG) for network in networks]
    assert groups[0] == groups[1]


def test_a_missing_leiden_package_is_an_error_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "graspologic_native", None)
    with pytest.raises(ConfigError, match="communities=louvain"):
        find_communities(
            make_network("甲乙", [("甲", "乙", 1.0)]), {"甲": 1, "乙": 0}, AnalyzeConfig(communities="leiden")
        )


@pytest.mark.parametrize(("nodes", "edges"), [(60, 200), (150, 600), (2, 1), (40, 0)])
def test_no_two_boxes_overlap(nodes: int, edges: int) -> None:
    names, links = random_links(nodes, edges)
    fonts = font_sizes({name: 1 + len(name) for name in names})
    groups = {name: number % 5 for number, name in enumerate(names)}
    stated = {frozenset(link[:2]) for link in links[::3]}
    places = place_nodes(names, links, groups, fonts, CONFIG, stated)
    boxes = [(*places[name], *box_size(name, fonts[name])) for name in names]
    for number, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, other_width, other_height in boxes[:number]:
            apart = abs(x - other_x) - (width + other_width) / 2, abs(y - other_y) - (height + other_height) / 2
            assert max(apart) > GAP / 2


def test_the_opening_picture_is_a_little_wider_than_high() -> None:
    names, links = random_links(60, 90)
    fonts = font_sizes({name: 1 + len(name) for name in names})
    groups = {name: number % 5 for number, name in enumerate(names)}
    places = place_nodes(names, links, groups, fonts, CONFIG)
    width, height = (max(axis) - min(axis) for axis in zip(*places.values(), strict=True))
    assert 0.9 < width / height < 1.7


def test_the_same_graph_is_drawn_the_same() -> None:
    names, links = random_links(50, 120)
    fonts, groups = dict.fromkeys(names, 15.0), dict.fromkeys(names, 0)
    shuffled = links[:]
    random.Random(5).shuffle(shuffled)
    drawn = [place_nodes(names, each, groups, fonts, CONFIG) for each in (links, shuffled)]
    assert drawn[0] == drawn[1]


def test_lines_of_relations_are_kept_short() -> None:
    names, links = random_links(50, 120)
    fonts, groups = dict.fromkeys(names, 15.0), {name: number % 4 for number, name in enumerate(names)}
    stated = {frozenset(link[:2]) for link in links[:40] if link[0] != link[1]}

    def length(places: dict[str, tuple[float, float]]) -> float:
        return sum(math.dist(*(places[name] for name in pair)) for pair in stated)

    drawn = [place_nodes(names, links, groups, fonts, CONFIG, each) for each in (stated, frozenset[frozenset[str]]())]
    assert length(drawn[0]) < 0.8 * length(drawn[1])


def test_linked_concepts_stand_nearer_than_others() -> None:
    names = sorted({name for link in TWO_GROUPS for name in link[:2]})
    network = make_network(names, TWO_GROUPS)
    groups = find_communities(network, dict.fromkeys(names, 0.5), CONFIG)
    places = place_nodes(names, TWO_GROUPS, groups, dict.fromkeys(names, 15.0), CONFIG)

    def distance(first: str, second: str) -> float:
        return sum((a - b) ** 2 for a, b in zip(places[first], places[second], strict=True)) ** 0.5

    inside = [distance(a, b) for a in names for b in names if a < b and a[0] == b[0]]
    across = [distance(a, b) for a in names for b in names if a < b and a[0] != b[0]]
    assert sum(inside) / len(inside) < 0.7 * sum(across) / len(across)


def test_networkx_agrees_on_the_modularity_of_the_communities() -> None:
    names = sorted({name for link in TWO_GROUPS for name in link[:2]})
    network = make_network(names, TWO_GROUPS)
    groups = find_communities(network, dict.fromkeys(names, 0.5), CONFIG)
    partition = [{name for name in names if groups[name] == number} for number in sorted(set(groups.values()))]
    assert networkx.community.modularity(network, partition) > 0.4


@pytest.mark.parametrize("count", [1, 2, 30, 64, 65, 200])
def test_betweenness_is_that_of_networkx_to_the_last_bit(count: int) -> None:
    chance = random.Random(count)
    names = [f"概念{number}" for number in range(count)]
    network = make_network(names, [(*chance.choices(names, k=2), 1.0) for _ in range(2 * count)])
    config = AnalyzeConfig()
    sources = config.betweenness_sources if count > config.betweenness_sources else None
    assert betweenness(network, config) == networkx.betweenness_centrality(network, k=sources, seed=config.seed)
