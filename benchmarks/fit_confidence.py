"""Fit the factors of the confidence of relations (`RelateConfig`) on annotated texts, and print them.

    python benchmarks/fit_confidence.py                              our own gold (eval/gold)
    python benchmarks/fit_confidence.py TEXT GOLD.json [TEXT GOLD.json ...]    and further texts

GOLD is the annotation of one text, or {document id: annotation} for a table of texts. A claim is right where its two
ends are related in the gold, of whatever type. Needs scikit-learn (extra `bench`). The folds of the cross-validation
are documents; printed are the area under the ROC curve, what each threshold keeps, and the factors.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from math import exp
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from conceptgraph import discover, relate
from conceptgraph.config import Config
from conceptgraph.evaluate import Gold, load_gold
from conceptgraph.match import Matcher
from conceptgraph.model import Lexicon, PreparedDocument, Relation
from conceptgraph.passes import prepare
from conceptgraph.read import read
from conceptgraph.relate.confidence import Doubts, doubts_about
from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.segment import Segmenter

ROOT = Path(__file__).parent.parent
FOLDS = 10
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Row = tuple[str, Doubts, bool]  # document, doubts, whether the claim is right


def rows_of(text: str, golds: dict[str | None, Gold]) -> Iterator[Row]:
    """Yield the claims that are read in the documents of a file and have a gold."""
    config = Config()
    segmenter = Segmenter(config.segment)
    prepared = [prepare(document, config, segmenter) for document in read([text], config.read).documents]
    counts = sum((discover.count_terms(each, config.discover) for each in prepared), discover.TermCounts())
    lexicon = discover.select_terms(counts, config.discover)
    for each in prepared:
        gold = golds.get(each.document.id) or golds.get(None)
        if gold is not None:
            yield from _judge(each, lexicon, gold, config)


def _judge(prepared: PreparedDocument, lexicon: Lexicon, gold: Gold, config: Config) -> Iterator[Row]:
    """Yield every claim of a document with its doubts and the answer of the gold."""
    matcher, rules = Matcher(lexicon), relate.load_rules()
    frames = {rule.id: rule for rule in rules.rules}
    forms = {term.name: term.forms for term in lexicon.terms}
    related = {frozenset((source, target)) for source, target, *_ in gold.relations}
    matched = [matcher.match(tagged) for tagged in prepared.sentences]
    for claim in relate.extract_relations(matched, rules, replace(config.relate, lowest_confidence=0.0)):
        ends = tuple(gold.lenient((name, *forms.get(name, ()))) for name in (claim.source, claim.target))
        if None in ends or ends[0] != ends[1]:
            points = _endpoints(claim, forms)
            doubts = doubts_about(frames[claim.rule], points, claim.sentences[0], claim.cue_span.start)
            yield prepared.document.id, doubts, frozenset(ends) in related


def _endpoints(claim: Relation, forms: dict[str, tuple[str, ...]]) -> tuple[Endpoint, Endpoint]:
    """Return the ends of a claim with their places."""
    source, target = (
        Endpoint(name, claim.sentences[span.sentence], span.start, span.end, name in forms)
        for name, span in ((claim.source, claim.source_span), (claim.target, claim.target_span))
    )
    return source, target


def main() -> None:
    """Fit, cross-validate and print."""
    files = sys.argv[1:]
    pairs = [(text, load_gold(Path(gold))) for text, gold in zip(files[::2], files[1::2], strict=True)]
    for path in sorted((ROOT / "eval" / "gold").glob("*.json")):
        pairs.append((str(ROOT / json.loads(path.read_text("utf-8"))["text"]), load_gold(path)))
    rows = [row for text, golds in pairs for row in rows_of(text, golds)]
    documents, matrix = [row[0] for row in rows], np.array([row[1] for row in rows], float)
    answers = np.array([row[2] for row in rows])
    model = LogisticRegression(max_iter=3000)
    folds = GroupKFold(FOLDS)
    scores = cross_val_predict(model, matrix, answers, groups=documents, cv=folds, method="predict_proba")[:, 1]
    print(f"{len(rows)} claims, {answers.sum()} right; cross-validated AUC {roc_auc_score(answers, scores):.3f}")
    for threshold in THRESHOLDS:
        kept = scores >= threshold
        print(
            f"at {threshold}: {kept.sum()} kept, {answers[kept].mean():.2f} right, {answers[kept].sum()} of the right"
        )
    model.fit(matrix, answers)
    print(f"odds = {exp(model.intercept_[0]):.2f}")
    for name, coefficient in zip(Doubts._fields, model.coef_[0], strict=True):
        print(f"{name} = {exp(coefficient):.2f}")


if __name__ == "__main__":
    main()
