"""Settings: how a build uses the machine. None of them changes what is written."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgraph.config.setting import setting


@dataclass(frozen=True, slots=True)
class WorkConfig:
    """How the work is shared out. Every value gives the same files, byte for byte."""

    jobs: int = setting(
        0,
        en="processes that share the work; 0: one a core for large input, else one",
        zh="并行的进程数；0 表示输入较大时每核一个，否则只用一个",
        unit="processes",
        between=(0, 1024),
    )
    backend: str = setting(
        "processes",
        en="what runs the work: processes of this machine, or dask (needs the extra `dask`)",
        zh="由什么执行：本机进程（processes），或 dask（需要附加组件 dask）",
        choices=("processes", "dask"),
    )
    scheduler: str = setting(
        "",
        en="address of a Dask scheduler, such as tcp://host:8786; empty: workers on this machine",
        zh="Dask 调度器的地址，如 tcp://host:8786；留空则在本机启动工作进程",
    )
    parallel_characters: int = setting(
        300_000,
        en="length of the input from which on several processes pay",
        zh="输入达到多少字才值得启用多个进程",
        unit="characters",
        between=(0, 1_000_000_000),
        source="starting a process takes 0.6 s, in which one reads some 50,000 characters (measured)",
    )
    batch_characters: int = setting(
        100_000,
        en="length of the texts that a process gets at a time",
        zh="每次分给一个进程的文本长度",
        unit="characters",
        between=(1, 100_000_000),
        source="one to two seconds of work: the processes end together, handing over costs under 1 %",
    )
    memory: int = setting(
        2000,
        en="memory that a build may take, all its processes together: the counts of a large corpus are added up in as "
        "many pieces as that asks for; some 1,000 MB for two processes are needed in any case",
        zh="构建可用的内存（所有进程合计）：大型语料的计数据此分片相加；两个进程至少需要约 1000 MB",
        unit="MB",
        between=(100, 10_000_000),
        source="the counts of 2,000 characters take some 0.1 MB (measured)",
    )
    cache: bool = setting(
        True,
        en="keep what is found in each document of a large input, so that the next build does only what has changed",
        zh="输入较大时保存每篇文献的结果，使下次构建只处理有变动的部分",
    )
    cache_folder: str = setting(
        "",
        en="folder of the cache; empty: conceptgraph in the user's cache folder",
        zh="缓存所在的文件夹；留空则为用户缓存目录下的 conceptgraph",
        unit="file",
    )
    cache_gigabytes: float = setting(
        4.0,
        en="largest size of the cache; what has not been used for longest goes first",
        zh="缓存的最大容量，最久未用者先删除",
        unit="GB",
        between=(0, 100_000),
        source="about eight times the size of the texts: room for a library of 500 MB",
    )
