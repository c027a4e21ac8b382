"""Every setting of the tool, once: default, unit, range, meaning and where the value comes from.

A setting is a dataclass field made by `setting`; its name for users is ``stage.key``. Settings come from the defaults
here, then ``conceptgraph.toml``, then ``--set stage.key=value`` and the flags of a command (later ones win);
`settings` applies them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from conceptgraph.config.corpus import CorpusConfig
from conceptgraph.config.findings import ChainConfig, CooccurConfig, DiscoverConfig, RankConfig, RelateConfig
from conceptgraph.config.outputs import AnalyzeConfig, WriteConfig
from conceptgraph.config.setting import setting
from conceptgraph.config.texts import CleanConfig, ReadConfig, SegmentConfig, WordsConfig
from conceptgraph.config.work import WorkConfig

__all__ = [
    "AnalyzeConfig",
    "ChainConfig",
    "CleanConfig",
    "Config",
    "CooccurConfig",
    "CorpusConfig",
    "DiscoverConfig",
    "RankConfig",
    "ReadConfig",
    "RelateConfig",
    "SegmentConfig",
    "WordsConfig",
    "WorkConfig",
    "WriteConfig",
    "setting",
]


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
    corpus: CorpusConfig = field(default_factory=CorpusConfig)
    work: WorkConfig = field(default_factory=WorkConfig)
