"""Settings: what of a large corpus becomes its graph."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgraph.config.setting import setting


@dataclass(frozen=True, slots=True)
class CorpusConfig:
    """What is kept of a corpus that is too large to keep everything. A smaller one keeps all that was found."""

    complete_characters: int = setting(
        1_000_000,
        en="length of the texts up to which the graph holds all that was found; of longer ones it holds what recurs",
        zh="文本总长不超过此值时，图含全部所得；超过时只含反复出现的内容",
        unit="characters",
        between=(0, 1_000_000_000),
        source="about 90 papers, or 4,000 abstracts: graph files of some 50 MB",
    )
    documents: int = setting(
        20_000,
        en="documents up to which the graph names every one; of more it names those that it quotes",
        zh="文献数不超过此值时，图列出每一篇；超过时只列出被引用的各篇",
        unit="documents",
        between=(0, 100_000_000),
        source="a list that can still be looked through, some 10 MB of graph.json",
    )
    concepts: int = setting(
        5000,
        en="concepts of a large corpus: those with the highest termhood summed over its documents",
        zh="大型语料的概念数：按各篇术语度之和取最高者",
        unit="concepts",
        between=(1, 1_000_000),
        source="what the page draws; the rest of a growing vocabulary stands in one or two documents each",
    )
    relations: int = setting(
        10_000,
        en="relations of a large corpus: those claimed most often, between its concepts",
        zh="大型语料的关系数：取概念之间被主张次数最多者",
        unit="edges",
        between=(0, 10_000_000),
        source="two for each concept",
    )
    named_documents: int = setting(
        2,
        en="documents that name a thing which is no term of the lexicon, before a relation with it counts",
        zh="不在词表中的名称须在多少篇中作为关系端点出现，其关系才计入",
        unit="documents",
        between=(1, 1000),
        source="what one document names once is no concept of the corpus",
    )
    pairs: int = setting(
        10_000,
        en="co-occurrences of a large corpus: those with the highest G²",
        zh="大型语料的共现数：取 G² 最高者",
        unit="edges",
        between=(0, 10_000_000),
        source="two for each concept",
    )
    evidence: int = setting(
        3,
        en="sentences kept of each concept and pair of a large corpus, claims kept of each relation",
        zh="大型语料中每个概念和共现对保留的句子数，以及每条关系保留的论断数",
        unit="pieces",
        between=(1, 10_000),
        source="enough to read on; every edge still shows its sentence",
    )
    evidence_file: bool = setting(
        True,
        en="write evidence.sqlite beside the graph of a large corpus: every mention and claim of its concepts and "
        "relations, with the sentences",
        zh="为大型语料的图另写 evidence.sqlite：其概念与关系的全部提及和论断，连同句子",
        source="two to three times the size of the texts, a few hundredths of the time",
    )
    carriers: int = setting(
        5,
        en="documents named of each concept of several documents: those that mention it most",
        zh="多篇文献的图中每个概念列出的文献数：取提及次数最多者",
        unit="documents",
        between=(1, 10_000),
        source="a list that is read at a glance; the documents of each year are counted in full",
    )
    chains: int = setting(
        500,
        en="attested chains of a large corpus, longest first",
        zh="大型语料保留的原文链数，长者优先",
        unit="chains",
        between=(0, 1_000_000),
    )
