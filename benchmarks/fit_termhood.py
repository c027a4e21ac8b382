"""Fit the weights of rules/termhood.toml on texts with their authors' keywords, and print the cross-validated F1@5.

    python benchmarks/fit_termhood.py TEXTS.jsonl KEYWORDS.jsonl [TEXTS.jsonl KEYWORDS.jsonl ...] [--write]

TEXTS has lines {"id", "title", "text"}, KEYWORDS lines {"id", "keywords"}. Needs scikit-learn (extra `bench`).
Folds are documents, so no document is scored by weights that saw it. With --write the weights fitted on all files,
each file weighing the same, replace the table of the package.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import conceptgraph
from conceptgraph.config import Config
from conceptgraph.discover.candidates import find_candidates
from conceptgraph.discover.termhood import features
from conceptgraph.passes import prepare
from conceptgraph.read import read
from conceptgraph.resources import word_list
from conceptgraph.segment import Segmenter

FOLDS, TOP, LONGEST_LIST = 5, 5, 8  # lists of more than 8 keywords are machine-made
HEAD = """\
# Weights of termhood (discover/termhood.py): log-odds that a candidate is a key concept of its document.
# Fitted by benchmarks/fit_termhood.py (logistic regression, L2) on abstracts with their authors' keywords.
# Abstracts have no headings: `heading` is set to half of `title`.
"""
PRIOR = {"heading": ("title", 0.5)}


def load(texts: str, keywords: str) -> tuple[list[dict[str, float]], list[bool], list[int], int]:
    """Return the features, the answers and the documents of all candidates, and the number of keywords."""
    config = Config()
    wanted = {row["id"]: row["keywords"] for row in map(json.loads, Path(keywords).read_text("utf-8").splitlines())}
    segmenter, generic = Segmenter(config.segment), word_list("generic_words")
    rows: list[dict[str, float]] = []
    answers: list[bool] = []
    documents: list[int] = []
    total = 0
    for number, document in enumerate(read([texts], config.read).documents):
        gold = {normal(keyword) for keyword in wanted.get(document.id, [])}
        if not 0 < len(gold) <= LONGEST_LIST:
            continue
        total += len(gold)
        candidates = find_candidates(prepare(document, config, segmenter), config.discover)
        for name, candidate in candidates.items():
            if name not in generic:
                rows.append(features(candidate))
                answers.append(normal(name) in gold)
                documents.append(number)
    return rows, answers, documents, total


def normal(name: str) -> str:
    """Return a name without marks and case, for comparing."""
    return "".join(character for character in name.lower() if character.isalnum())


def f1_at_top(scores: np.ndarray, answers: np.ndarray, documents: np.ndarray, total: int) -> float:
    """Return F1 of the `TOP` best candidates of each document against all keywords."""
    order = np.lexsort((-scores, documents))
    rank = np.arange(len(order)) - np.searchsorted(documents[order], documents[order])
    chosen = order[rank < TOP]
    hits = answers[chosen].sum()
    return float(2 * hits / (len(chosen) + total))


def fit(matrix: np.ndarray, answers: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the weights and the bias of a logistic regression on standardised features."""
    mean, deviation = matrix.mean(0), matrix.std(0) + 1e-9
    model = LogisticRegression(max_iter=500, C=0.3).fit((matrix - mean) / deviation, answers, weights)
    found = model.coef_[0] / deviation
    return found, float(model.intercept_[0] - (found * mean).sum())


def main() -> None:
    """Fit, cross-validate, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    parts = [load(*pair) for pair in zip(arguments.files[::2], arguments.files[1::2], strict=True)]
    vectorizer = DictVectorizer(sparse=False).fit([row for part in parts for row in part[0]])
    sets = [(vectorizer.transform(part[0]), np.array(part[1]), np.array(part[2]), part[3]) for part in parts]
    for name, (matrix, answers, documents, total) in zip(arguments.files[::2], sets, strict=True):
        scores = np.zeros(len(answers))
        for fold in range(FOLDS):
            test = documents % FOLDS == fold
            found, bias = fit(matrix[~test], answers[~test], np.ones((~test).sum()))
            scores[test] = matrix[test] @ found + bias
        print(f"{Path(name).stem}: cross-validated F1@{TOP} {f1_at_top(scores, answers, documents, total):.3f}")
    weight = np.concatenate([np.full(len(each[1]), len(sets[0][1]) / len(each[1])) for each in sets])
    found, bias = fit(np.concatenate([s[0] for s in sets]), np.concatenate([s[1] for s in sets]), weight)
    for name, (matrix, answers, documents, total) in zip(arguments.files[::2], sets, strict=True):
        joint = f1_at_top(matrix @ found, answers, documents, total)
        print(f"{Path(name).stem}: F1@{TOP} of the joint weights {joint:.3f}")
    table = {"bias": bias, **dict(zip(vectorizer.get_feature_names_out(), found, strict=True))}
    table.update({name: table[like] * share for name, (like, share) in PRIOR.items()})
    lines = [f"{name} = {value:.3f}" for name, value in sorted(table.items()) if abs(value) >= 0.0005]
    if arguments.write:
        target = Path(conceptgraph.__file__).parent / "rules" / "termhood.toml"
        target.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
