"""What people do instead, as programs: `python benchmarks/peers.py NAME CORPUS` runs one of them over a folder.

``script``: jieba.posseg nouns, a stop list, pairs in a sentence by itertools, networkx, write_graphml.
``vectorizer``: scikit-learn's CountVectorizer on jieba tokens, co-occurrence as the product of the matrix with itself.
``textrank``: jieba.analyse.textrank of each document.

None of them finds terms of several words, aliases or relations, and none keeps a sentence as evidence.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import jieba

STOPWORDS = frozenset(["研究", "分析", "方法", "问题", "结果", "本文", "方面", "情况", "基础", "作用"])


def texts(folder: Path) -> Iterator[str]:
    """Yield the documents of a folder: lines of JSONL files with title and text, whole Markdown and text files."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield f"{row.get('title', '')}。{row['text']}"
        elif path.suffix in (".md", ".txt"):
            yield path.read_text(encoding="utf-8")


def script(folder: Path, target: Path) -> None:
    """The usual script."""
    import jieba.posseg
    import networkx

    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts(folder):
        for sentence in re.split("[。！？.!?\n]", text):
            nouns = {
                pair.word for pair in jieba.posseg.cut(sentence) if pair.flag.startswith("n") and len(pair.word) > 1
            }
            pairs.update(combinations(sorted(nouns - STOPWORDS), 2))
    network = networkx.Graph()
    network.add_weighted_edges_from((first, second, count) for (first, second), count in pairs.items())
    networkx.write_graphml(network, target / "script.graphml")


def vectorizer(folder: Path, target: Path) -> None:
    """Document vectors and their product."""
    from scipy.sparse import save_npz
    from sklearn.feature_extraction.text import CountVectorizer

    counts = CountVectorizer(tokenizer=jieba.lcut, token_pattern=None, binary=True, min_df=2).fit_transform(
        texts(folder)
    )
    save_npz(target / "pairs.npz", counts.T @ counts)


def textrank(folder: Path, target: Path) -> None:
    """The keywords of each document."""
    import jieba.analyse

    rows = [json.dumps(jieba.analyse.textrank(text, topK=20), ensure_ascii=False) for text in texts(folder)]
    (target / "keywords.jsonl").write_text("\n".join(rows), encoding="utf-8")


PEERS: dict[str, Callable[[Path, Path], None]] = {"script": script, "vectorizer": vectorizer, "textrank": textrank}

if __name__ == "__main__":
    jieba.setLogLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as written:
        PEERS[sys.argv[1]](Path(sys.argv[2]), Path(written))
