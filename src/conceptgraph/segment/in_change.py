"""Words in 化 that the tokenizer parts wrongly: 去, 神话, 化; 传统化, 约, 为."""

from __future__ import annotations

from conceptgraph.segment.person_names import Tagged

UNDOING = ("去", "反", "非")  # before a word in 化 they make another
HALVING = ("半", "再", "泛", "超", "逆")  # of these, before a word of three characters and more: not 再 强化
PREFIXES = frozenset((*UNDOING, *HALVING))
CHANGED = 5  # characters of the longest such word: 意识形态化


def join_undone(words: Tagged) -> Tagged:
    """Join 去, 反, 非, 半 with what comes about in 化 (去, 神话, 化 -> 去神话化; 半, 城市化 -> 半城市化)."""
    if PREFIXES.isdisjoint(word for word, _ in words):
        return words
    joined: Tagged = []
    place = 0
    while place < len(words):
        parted = place + 2 < len(words) and words[place + 2][0] == "化"
        last = place + 1 + parted
        whole = "".join(word for word, _ in words[place + 1 : last + 1])
        denied = words[place][0] == "非" and place and words[place - 1][0] == "而"  # 规范 而 非 个体化 的 A
        least = 2 if words[place][0] in UNDOING and not denied else 3 if words[place][0] in HALVING else CHANGED + 1
        if whole.endswith("化") and least <= len(whole) <= CHANGED and whole != "文化":
            joined.append((words[place][0] + whole, "n"))
            place = last
        else:
            joined.append(words[place])
        place += 1
    return joined


def split_reduced(words: Tagged) -> Tagged:
    """Give 化约 back its first character behind 把 (把, 传统化, 约, 为, 指标 -> 把, 传统, 化约, 为, 指标)."""
    split: Tagged = []
    for place, (word, tag) in enumerate(words):
        reduced = word == "约" and len(split) > 1 and len(split[-1][0]) > 2 and split[-1][0][-1] == "化"
        marked = reduced and not {"把", "将", "被"}.isdisjoint(earlier for earlier, _ in split)
        if marked and [word[0] for word, _ in words[place + 1 : place + 2]] == ["为"]:
            split[-1:] = [(split[-1][0][:-1], "n"), ("化约", "v")]
        else:
            split.append((word, tag))
    return split
