"""Settings: how the graph is measured, laid out and written."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgraph.config.setting import setting


@dataclass(frozen=True, slots=True)
class AnalyzeConfig:
    """How the graph is measured and laid out."""

    shown: int = setting(
        60, en="concepts shown when the page opens", zh="页面初始显示的概念数", unit="concepts", between=(1, 5000)
    )
    shown_pairs: int = setting(
        120,
        en="co-occurrence edges shown when the page opens",
        zh="页面初始显示的共现边数",
        unit="edges",
        between=(0, 100_000),
        source="two for each shown concept stay readable",
    )
    communities: str = setting(
        "louvain",
        en="community detection: louvain, or leiden (needs the extra `leiden`)",
        zh="社区发现：louvain，或 leiden（需要附加组件 leiden）",
        choices=("louvain", "leiden"),
    )
    resolution: float = setting(
        1.0,
        en="resolution of the communities; more gives smaller ones",
        zh="社区（概念群组）的分辨率，越大则群组越小",
        between=(0.01, 100),
    )
    drawn: int = setting(
        5000,
        en="concepts that have a place and stand in the page, the pictures and the graph files, most important first; "
        "graph.json and the tables have all",
        zh="有位置并写入页面、图片和图文件的概念数，重要者优先；graph.json 和表格含全部概念",
        unit="concepts",
        between=(1, 100_000),
        source="as many as the page draws in a second; Gephi lays out no more in a reasonable time",
    )
    laid_out: int = setting(
        150,
        en="concepts with room for their name in a box; the others are dots beside their strongest neighbour",
        zh="留有名称方框位置的概念数，其余为最强邻居旁的圆点",
        unit="concepts",
        between=(1, 5000),
    )
    layout_rounds: int = setting(30, en="rounds of the layout", zh="布局迭代轮数", unit="rounds", between=(0, 1000))
    betweenness_sources: int = setting(
        64,
        en="concepts from which shortest paths are counted; a seeded sample where there are more",
        zh="计算最短路径的起点数，超过时按种子抽样",
        unit="concepts",
        between=(1, 100_000),
        source="pivots as in Brandes and Pich 2007; keeps a paper's analysis under 0.1 s",
    )
    seed: int = setting(1, en="seed of everything random", zh="随机种子", between=(0, 2**31))


@dataclass(frozen=True, slots=True)
class WriteConfig:
    """What is written, and how."""

    also: str = setting(
        "",
        en="further formats that a build writes, separated by commas: svg, png, gephi, dot, mermaid, parquet",
        zh="构建时另外写出的格式，以逗号分隔：svg、png、gephi、dot、mermaid、parquet",
    )
    diagram_chains: int = setting(
        20,
        en="chains in the diagrams chains.dot and chains.mmd, attested ones first",
        zh="论证链图（chains.dot、chains.mmd）所含的链数，原文链优先",
        unit="chains",
        between=(1, 1000),
        source="more cannot be read on one page; Mermaid draws at most 500 links",
    )
    csv_safe: bool = setting(
        True,
        en="put an apostrophe before cells that a spreadsheet would run as a formula",
        zh="在会被电子表格当作公式执行的单元格前加撇号",
    )
    report_concepts: int = setting(
        20, en="concepts listed in report.md", zh="report.md 列出的概念数", unit="concepts", between=(1, 1000)
    )
    report_quotes: int = setting(
        5,
        en="relations of each type and chains quoted in report.md",
        zh="report.md 中每类关系与论证链的引文数",
        unit="quotes",
        between=(1, 1000),
    )
    picture_dpi: int = setting(
        200, en="resolution of graph.png", zh="graph.png 的分辨率", unit="dots per inch", between=(30, 1200)
    )
    picture_font: str = setting(
        "",
        en="font file of the pictures, such as msyh.ttc; empty: the first installed one with Chinese characters",
        zh="图片所用的字体文件，如 msyh.ttc；留空则用第一个已安装的中文字体",
        unit="file",
    )
    graphml_profile: str = setting(
        "gephi",
        en="GraphML dialect: gephi (mixed directions) or plain (all directed; networkx, igraph)",
        zh="GraphML 方言：gephi（混合方向）或 plain（全部有向，供 networkx、igraph 读取）",
        choices=("gephi", "plain"),
    )
    evidence: str = setting(
        "context",
        en="text on the page: context (all of it), quote (only sentences that are evidence) or none (copyright)",
        zh="页面所含原文：context（全文）、quote（仅作为证据的句子）或 none（不含，适用于受版权保护的文本）",
        choices=("context", "quote", "none"),
    )
    page_concepts: int = setting(
        5000,
        en="concepts on the page, most important first",
        zh="页面所含概念数，重要者优先",
        unit="concepts",
        between=(1, 100_000),
        source="draws in about a second (measured)",
    )
    page_evidence: int = setting(
        12,
        en="pieces of evidence of one edge on the page, the author's own and the surest first",
        zh="页面上每条边的证据数，作者自己的、置信度高的优先",
        unit="pieces",
        between=(1, 10_000),
    )
    page_characters: int = setting(
        300_000,
        en="longest text that the page holds whole; of a longer one it has the sentences that are evidence",
        zh="页面收录全文的最大字数，更长者只收作为证据的句子",
        unit="characters",
        between=(0, 10_000_000),
        source="about 1 MB",
    )
