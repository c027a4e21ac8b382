"""Settings: what counts as a term, a pair, a relation and a chain."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgraph.config.setting import setting

FITTED_ODDS = "logistic regression on annotated texts (benchmarks/fit_confidence.py)"
FITTED = "chosen on the development texts (see docs/method.md)"


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
    min_one_character: int = setting(
        5,
        en="fewest occurrences on its own of a term of one character that is never in quotation marks",
        zh="不带引号的单字术语单独出现的最少次数",
        unit="occurrences",
        between=(1, 1000),
        source="from 4 to 5 the scores on the development texts stay, at 8 they fall",
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
        zh="在章节中分布广度的权重",
        between=(0, 10),
        source="prior: e-fold frequency",
    )
    documents_weight: float = setting(
        1.0,
        en="weight of the number of documents; one document counts nothing",
        zh="文献数的权重；只有一篇时不计",
        between=(0, 10),
        source="prior: e-fold frequency; with 2 the words that every text uses come first",
    )
    headline_weight: float = setting(
        0.5, en="weight of standing in a title or heading", zh="见于题名或标题的权重", between=(0, 10), source=FITTED
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
    """How sure an explicit relation is. Its odds are `odds` times the factors that apply (relate/confidence.py)."""

    odds: float = setting(
        12.7,
        en="odds of a claim to which no factor applies",
        zh="无任何折减时论断成立的优势比",
        between=(0.01, 1000),
        source=FITTED_ODDS,
    )
    plain_cue: float = setting(
        0.44,
        en="factor of the odds where only word order tells the ends, no construction",
        zh="仅凭语序判断两端时的优势系数",
        between=(0, 1),
        source=FITTED_ODDS,
    )
    weak_cue: float = setting(
        0.63,
        en="factor of the odds for a cue that is often used otherwise",
        zh="多义线索词的优势系数",
        between=(0, 1),
        source=FITTED_ODDS,
    )
    unknown_end: float = setting(
        0.48,
        en="factor of the odds for each end that is no term of the lexicon",
        zh="端点不在词表中时的优势系数",
        between=(0, 1),
        source=FITTED_ODDS,
    )
    short_end: float = setting(
        0.5,
        en="factor of the odds for each end of one or two characters",
        zh="端点只有一两个字时的优势系数",
        between=(0, 1),
        source=FITTED_ODDS,
    )
    long_end: float = setting(
        0.73,
        en="factor of the odds for each character of an end beyond the eighth",
        zh="端点超过八字后每多一字的优势系数",
        between=(0, 1),
        source=FITTED_ODDS,
    )
    earlier_end: float = setting(
        0.7,
        en="factor of the odds for each end taken from the sentence before",
        zh="端点承自前句时的优势系数",
        between=(0, 1),
        source=FITTED_ODDS,
    )
    distance: float = setting(
        0.79,
        en="factor of the odds for each e-fold of the characters between an end and the cue",
        zh="端点与线索词间距每增至 e 倍的优势系数",
        between=(0, 1),
        source=FITTED_ODDS,
    )
    supposed: float = setting(
        0.7,
        en="factor of the confidence for a claim that is only asked, demanded or supposed",
        zh="只是设问、要求或假设的论断的置信系数",
        between=(0, 1),
    )
    lowest_confidence: float = setting(
        0.22,
        en="least confidence of a claim that is kept (before the factor `supposed`)",
        zh="保留论断的最低置信度（乘以 supposed 之前）",
        between=(0, 1),
        source="drops one claim in fourteen, of which the gold has one in four; 0 keeps all",
    )


@dataclass(frozen=True, slots=True)
class ChainConfig:
    """How relations are strung together."""

    shortest: int = setting(3, en="fewest concepts of a chain", zh="链的最少概念数", unit="concepts", between=(3, 20))
    longest: int = setting(
        12, en="most concepts of an attested chain", zh="原文链的最多概念数", unit="concepts", between=(3, 50)
    )
    links_ahead: int = setting(
        60,
        en="relations after a link among which the next one is looked for",
        zh="在其后多少条关系中寻找链的下一环",
        unit="relations",
        between=(1, 10_000),
        source="a sentence of scholarly prose holds fewer; bounds the time of a sentence without end",
    )
    most_branches: int = setting(
        100,
        en="ways on from one first link that are followed",
        zh="从同一首环出发最多跟踪的分支数",
        unit="chains",
        between=(1, 100_000),
        source="bounds the time of a list in which everything leads to everything",
    )
    reach: int = setting(
        1,
        en="sentences between a link and the next",
        zh="相邻两环之间最多相隔的句数",
        unit="sentences",
        between=(0, 10),
    )
    lowest_confidence: float = setting(
        0.3,
        en="least confidence of a claim that can be a link, unless the next clause begins with what it ends in",
        zh="可作为链环的论断的最低置信度（下一分句紧接着以其终点开头的不受此限）",
        between=(0, 1),
        source=FITTED,
    )
    longest_composed: int = setting(
        5, en="most concepts of a composed chain", zh="组合链的最多概念数", unit="concepts", between=(3, 12)
    )
    composed: int = setting(
        100, en="composed chains kept, surest first", zh="保留的组合链数", unit="chains", between=(0, 1e5)
    )
