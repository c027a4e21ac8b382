"""Systems whose name ends in 制, which the tokenizer takes apart: 保甲, 制成, 为 -> 保甲制, 成为."""

from __future__ import annotations

from conceptgraph.segment.person_names import Tagged

# what a thing is taken for, and not made into
TAKEN_FOR = ("对象", "目标", "矛头", "前提", "基础", "手段", "条件", "标志", "类型", "特征")


def split_systems(words: Tagged) -> Tagged:
    """Give 制 back to the noun before 成为 or 作为 (保甲, 制成, 为 -> 保甲制, 成为; not 木材, 制作, 为, 家具)."""
    split: Tagged = []
    for at, (word, tag) in enumerate(words):
        split_off = ("制成", "制作") if _takes_for(words, at) else ("制成",)
        if word == "为" and len(split) > 1 and split[-1][0] in split_off and split[-2][1][0] == "n":
            split[-2:] = [(split[-2][0] + "制", "n"), (split[-1][0][1] + "为", "v")]
        else:
            split.append((word, tag))
    return split


def _takes_for(words: Tagged, at: int) -> bool:
    """Whether 为 at `at` opens what a thing is taken for up to its clause's end: A 为 B 的 前提; not 以 A 为 B."""
    end = next((n for n in range(at, len(words)) if words[n][1] == "x"), len(words))
    told = [word for word, _ in words[at:end]]
    led = any(word == "以" for word, _ in words[max(at - 4, 0) : at])
    return told[-1:] != [] and told[-1] in TAKEN_FOR and "的" in told and "了" not in told and not led
