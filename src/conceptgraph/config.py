"""Every setting of the tool, once: default, unit, range, meaning and where the value comes from.

A setting is a dataclass field made by `setting`; its name for users is ``stage.key``. Settings come from the defaults
here, then ``conceptgraph.toml``, then ``--set stage.key=value`` and the flags of a command (later ones win);
settings.py applies them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


def setting(
    default: Any,
    *,
    en: str,
    zh: str,
    unit: str = "",
    between: tuple[float, float] | None = None,
    choices: tuple[str, ...] = (),
    source: str = "",
) -> Any:
    """Declare one setting: default, meaning (English, Chinese), unit, allowed values, origin of the default."""
    metadata = {"en": en, "zh": zh, "unit": unit, "between": between, "choices": choices, "source": source}
    return field(default=default, metadata=metadata)


FITTED = "chosen on the development texts (see docs/method.md)"


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """How files become documents."""

    encoding: str = setting("auto", en="encoding of the input; auto detects it", zh="输入的编码；auto 为自动识别")
    id_column: str = setting("id", en="table column with the document id", zh="表格中文献编号所在的列")
    title_column: str = setting("title", en="table column with the title", zh="表格中标题所在的列")
    text_column: str = setting("text", en="table column with the text", zh="表格中正文所在的列")
    author_column: str = setting("author", en="table column with the authors", zh="表格中作者所在的列")
    year_column: str = setting("year", en="table column with the year", zh="表格中年份所在的列")
    keywords_column: str = setting("keywords", en="table column with the authors' keywords", zh="表格中关键词所在的列")


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """How the traces of a PDF are removed. Columns are half-width: a Chinese character has two."""

    full_line: float = setting(
        0.86,
        en="a line this share of the usual width is full: its paragraph may go on",
        zh="行宽达到通常行宽的这一比例即为满行，段落可以延续",
        between=(0.5, 1),
        source="justified lines of Chinese journals vary by two or three characters of some forty",
    )
    short_line: float = setting(
        0.6,
        en="a line below this share of the usual width was ended on purpose",
        zh="行宽低于通常行宽的这一比例，视为有意断行",
        between=(0.2, 1),
        source="titles, names and headings; no wrapped line of prose is so short",
    )
    long_line: int = setting(
        30,
        en="a line from this width on can be a wrapped line of prose",
        zh="达到此宽度的行可能是被折断的正文行",
        unit="columns",
        between=(10, 200),
        source="the narrow columns of journals have some 18 characters",
    )
    open_share: float = setting(
        0.3,
        en="share of long lines ending inside a sentence from which a text counts as wrapped",
        zh="长行中在句中断开者达到此比例，即视为硬折行文本",
        between=(0, 1),
        source="about 0.9 in wrapped text, below 0.1 in text with one paragraph a line",
    )
    blank_noise: float = setting(
        0.4,
        en="share of lines after an empty line, or of empty lines inside sentences, from which they mean nothing",
        zh="空行后的行、或句中空行达到此比例，空行即不再表示分段",
        between=(0, 1),
    )
    neighbours: int = setting(
        6,
        en="lines before and after that give the usual width",
        zh="计算通常行宽所看的前后行数",
        unit="lines",
        between=(1, 100),
    )
    heading_length: int = setting(45, en="longest heading", zh="标题行的最大长度", unit="characters", between=(5, 200))
    title_length: int = setting(60, en="longest title", zh="篇名的最大长度", unit="characters", between=(5, 300))
    front_paragraphs: int = setting(
        40, en="paragraphs searched for front matter", zh="查找篇首信息的段落数", unit="paragraphs", between=(1, 500)
    )
    furniture_width: int = setting(
        90, en="widest running head or page number", zh="页眉、页码的最大宽度", unit="columns", between=(10, 300)
    )
    head_repeats: int = setting(
        3, en="repetitions from which a short line is a running head", zh="短行重复多少次即视为页眉", between=(2, 100)
    )


@dataclass(frozen=True, slots=True)
class WordsConfig:
    """The user's own words: files that win over statistics. A path in a settings file is relative to that file."""

    lexicon: str = setting(
        "", en="terms, one a line: word [frequency] [tag]", zh="术语，每行一个：词 [频次] [词性]", unit="file"
    )
    stopwords: str = setting("", en="words that are no concepts, one a line", zh="不作概念的词，每行一个", unit="file")
    synonyms: str = setting(
        "",
        en="names of one concept, a line: name = other name",
        zh="同一概念的各种名称，每行一组：名称 = 别名",
        unit="file",
    )
    edits: str = setting("", en="edits of concepts and relations (TOML)", zh="对概念与关系的修改（TOML）", unit="file")
    rules: str = setting(
        "", en="cue rules to add, replace or switch off (TOML)", zh="增加、替换或停用的线索词规则（TOML）", unit="file"
    )


@dataclass(frozen=True, slots=True)
class SegmentConfig:
    """How sentences are cut into words."""

    segmenter: str = setting(
        "rjieba",
        en="word segmenter",
        zh="分词器",
        choices=("rjieba", "jieba"),
        source="same words as jieba on Chinese text, 33 times faster cut, 82 times faster tagging (measured)",
    )


@dataclass(frozen=True, slots=True)
class DiscoverConfig:
    """How terms are found without a dictionary."""

    max_words: int = setting(
        5,
        en="longest candidate",
        zh="候选术语的最大词数",
        unit="words",
        between=(1, 10),
        source="runs of up to 5 words hold 81 % of authors' keywords, single words 37 % (measured)",
    )
    max_quoted: int = setting(
        14, en="longest quotation that can be a term", zh="引号内可作术语的最大长度", unit="characters", between=(2, 40)
    )
    min_de_compound: int = setting(
        2,
        en="fewest occurrences of a compound with 的",
        zh="含“的”复合语的最少次数",
        unit="occurrences",
        between=(1, 100),
    )
    min_cohesion_count: int = setting(
        3,
        en="fewest occurrences of a cohesive sequence",
        zh="凝固词串的最少次数",
        unit="occurrences",
        between=(2, 1000),
    )
    min_cohesion: float = setting(
        3.0,
        en="least pointwise mutual information of a cohesive sequence",
        zh="凝固词串的最低点互信息",
        unit="nats",
        between=(0, 20),
        source="e**3 = 20 times as frequent as by chance",
    )
    min_branching_entropy: float = setting(
        0.9,
        en="least entropy of the words beside a cohesive sequence",
        zh="凝固词串左右邻词的最低信息熵",
        unit="nats",
        between=(0, 10),
        source="about 2.5 equally frequent neighbours",
    )
    terms_scale: float = setting(
        1.6,
        en="terms accepted: scale * characters ** exponent",
        zh="接受术语数：系数 × 字数 ^ 指数",
        between=(0.01, 100),
    )
    terms_exponent: float = setting(
        0.52,
        en="terms accepted: scale * characters ** exponent",
        zh="接受术语数：系数 × 字数 ^ 指数",
        between=(0, 1),
        source="Heaps' law; gives 28 terms for an abstract of 250 characters, 202 for a paper of 11,000",
    )
    document_terms: int = setting(
        20, en="concepts listed for each document", zh="每篇文献列出的概念数", unit="concepts", between=(1, 1000)
    )


@dataclass(frozen=True, slots=True)
class RankConfig:
    """How the importance of a concept is computed (rank.py has the formula)."""

    termhood_weight: float = setting(0.5, en="weight of termhood", zh="术语度的权重", between=(0, 10), source=FITTED)
    frequency_weight: float = setting(
        1.0, en="weight of frequency", zh="频次的权重", between=(0, 10), source="unit weight"
    )
    length_exponent: float = setting(
        1.25, en="power of a name's length in its weight", zh="名称长度的指数", between=(0, 3), source=FITTED
    )
    spread_weight: float = setting(
        1.0,
        en="weight of the share of sections",
        zh="章节分布的权重",
        between=(0, 10),
        source="prior: e-fold frequency",
    )
    headline_weight: float = setting(
        0.5, en="weight of standing in a title or heading", zh="出现在标题中的权重", between=(0, 10), source=FITTED
    )
    centrality_weight: float = setting(
        1.0,
        en="weight of centrality in the graph",
        zh="图中心性的权重",
        between=(0, 10),
        source="prior: e-fold frequency",
    )


@dataclass(frozen=True, slots=True)
class CooccurConfig:
    """What counts as standing together."""

    window: str = setting(
        "sentence",
        en="unit in which two concepts co-occur",
        zh="共现的窗口",
        choices=("clause", "sentence", "paragraph", "sentences"),
    )
    window_sentences: int = setting(
        3, en="length of the window `sentences`", zh="窗口为 sentences 时的长度", unit="sentences", between=(1, 50)
    )
    weight: str = setting(
        "count",
        en="measure that becomes the weight of a co-occurrence edge",
        zh="作为共现边权重的度量",
        choices=("count", "jaccard", "npmi", "g2", "association"),
    )
    min_count: int = setting(
        2, en="fewest windows shared by a pair", zh="共现对的最少次数", unit="windows", between=(1, 1e6)
    )
    max_p: float = setting(
        1.0,
        en="significance filter: largest p of G² (1 keeps all)",
        zh="显著性过滤：G² 的最大 p 值（1 为全部保留）",
        between=(0, 1),
        source="off: in one paper few pairs can be significant; 0.01 suits a corpus",
    )
    backbone_alpha: float = setting(
        1.0,
        en="disparity backbone: largest alpha (1 keeps all)",
        zh="差异骨架过滤：最大 alpha（1 为全部保留）",
        between=(0, 1),
        source="Serrano et al. 2009 use 0.05",
    )


@dataclass(frozen=True, slots=True)
class RelateConfig:
    """How explicit relations are read. The confidence of a claim is the product of the factors that apply."""

    weak_cue: float = setting(
        0.8, en="factor for a cue that is often used otherwise", zh="多义线索词的置信系数", between=(0, 1)
    )
    carried_subject: float = setting(
        0.8, en="factor for a subject taken from an earlier clause", zh="主语承前省略时的置信系数", between=(0, 1)
    )
    unknown_end: float = setting(
        0.9, en="factor for each end that is no term of the lexicon", zh="端点不在词表中时的置信系数", between=(0, 1)
    )
    supposed: float = setting(
        0.7,
        en="factor for a claim under a condition or in a question",
        zh="假设或疑问中的论断的置信系数",
        between=(0, 1),
    )


@dataclass(frozen=True, slots=True)
class ChainConfig:
    """How relations are strung together."""

    shortest: int = setting(3, en="fewest concepts of a chain", zh="链的最少概念数", unit="concepts", between=(3, 20))
    longest: int = setting(
        12, en="most concepts of an attested chain", zh="原文链的最多概念数", unit="concepts", between=(3, 50)
    )
    reach: int = setting(
        1,
        en="sentences between a link and the next",
        zh="相邻两环之间最多相隔的句数",
        unit="sentences",
        between=(0, 10),
    )
    longest_composed: int = setting(
        5, en="most concepts of a composed chain", zh="组合链的最多概念数", unit="concepts", between=(3, 12)
    )
    composed: int = setting(
        100, en="composed chains kept, surest first", zh="保留的组合链数", unit="chains", between=(0, 1e5)
    )


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
        zh="社区分辨率，越大社区越小",
        between=(0.01, 100),
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
        100,
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
        zh="页面上每条边的证据数，作者自己的、把握大的优先",
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


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, grouped by stage; frozen, so that one run has one set of them."""

    read: ReadConfig = field(default_factory=ReadConfig)
    clean: CleanConfig = field(default_factory=CleanConfig)
    words: WordsConfig = field(default_factory=WordsConfig)
    segment: SegmentConfig = field(default_factory=SegmentConfig)
    discover: DiscoverConfig = field(default_factory=DiscoverConfig)
    rank: RankConfig = field(default_factory=RankConfig)
    cooccur: CooccurConfig = field(default_factory=CooccurConfig)
    relate: RelateConfig = field(default_factory=RelateConfig)
    chains: ChainConfig = field(default_factory=ChainConfig)
    analyze: AnalyzeConfig = field(default_factory=AnalyzeConfig)
    write: WriteConfig = field(default_factory=WriteConfig)
