"""Names with a prefix that the tokenizer parts (反, 本质, 主义; 后, 结构主义), and words that it cuts in the middle."""

from __future__ import annotations

from conceptgraph.resources import segmentation_words, word_list
from conceptgraph.segment.person_names import Tagged

AGAINST = frozenset("反")  # before what is turned against
AGE = frozenset("前后")  # before the name of an age or of a teaching
NEARLY = frozenset("半准亚泛超元非")  # before what something nearly, widely or not is
PREFIXES = AGAINST | AGE | NEARLY
TEACHING = ("主义", "论", "性", "化", "学")  # end what a name with any prefix may end in
NOUN = ("n", "v", "a", "b", "j", "t", "l", "i", "d")  # first letters of the tags of what a prefix stands before
OPENING = ("x", "c", "p", "ul", "uz", "uj", "")  # tags before a name
BECOMES = "为成于是作到着"  # a verb that ends in one of these takes a name


def join_prefixed(words: Tagged) -> Tagged:
    """Join a prefix with the name behind it (反, 本质, 主义 -> 反本质主义; 半, 自治 -> 半自治; not 改革, 后, 社会)."""
    if PREFIXES.isdisjoint(word for word, _ in words):
        return words
    joined: Tagged = []
    place = 0
    while place < len(words):
        size = _prefixed(words, place, joined) if words[place][0] in PREFIXES else 0
        if size:
            joined.append(("".join(word for word, _ in words[place : place + size]), "n"))
            place += size
        else:
            joined.append(words[place])
            place += 1
    return joined


def _prefixed(words: Tagged, place: int, before: Tagged) -> int:
    """Return how many words a name takes that begins with the prefix at `place`; 0 where it is none."""
    prefix = words[place][0]
    if place + 1 >= len(words) or words[place + 1][1][:1] not in NOUN or len(words[place + 1][0]) < 2:
        return 0
    word, tag = before[-1] if before else ("", "")
    counted = tag == "m" and word[-1] in "种个类些"
    opens = tag in OPENING or counted or (tag == "v" and (word[-1] in BECOMES or len(word) > 1))
    second = words[place + 2][0] if place + 2 < len(words) else ""
    size = 3 if second in ("主义", "论", "性", "化") else 2
    name = words[place + 1][0] + (second if size == 3 else "")
    if prefix in AGE:
        closed = tag != "v" or word[-1] in BECOMES or word in word_list("object_verbs")
        return size if opens and closed and _names_age(name, second) else 0
    if name.endswith(TEACHING) and len(name) > 2:
        return size if opens and (prefix != "非" or word != "而") else 0
    if prefix == "反":
        return 2 if opens and (second in segmentation_words("movement") or _is_named(words, place, tag)) else 0
    return 2 if prefix in "半准亚" and opens and words[place + 1][1][0] in "nv" and word[-1:] != "不" else 0


def _names_age(name: str, second: str) -> bool:
    """Whether what stands behind 前 or 后 is an age or a teaching: 现代, 现代 社会, 结构主义."""
    ages = segmentation_words("age_name")
    return name.endswith((*TEACHING, *ages)) or second in ages


def _is_named(words: Tagged, place: int, tag: str) -> bool:
    """Whether 反 and a noun stand where only a name does: what a verb takes alone, or what a clause begins with."""
    follows = words[place + 2][1][0] if place + 2 < len(words) else "x"
    if tag in ("ul", "uz", "m", "p"):
        return follows in "xuvcd"
    return follows in ("xuc" if tag == "v" else "vdalcpu")


def split_inner(words: Tagged) -> Tagged:
    """Give 内 and 外 back to 在 behind 其 (其内, 在, 秩序 -> 其, 内在, 秩序)."""
    split: Tagged = []
    for word, tag in words:
        if word == "在" and split and split[-1][0] in ("其内", "其外"):
            side = split.pop()[0][1]
            split += [("其", "r"), (side + word, "b")]
        else:
            split.append((word, tag))
    return split


def join_means(words: Tagged) -> Tagged:
    """Join 借 and 由 (可借, 由, 契约 -> 可, 借由, 契约)."""
    joined: Tagged = []
    for word, tag in words:
        led = word == "由" and joined and joined[-1][0] in ("借", "可借", "藉")
        if led:
            able = [("可", "v")] if len(joined[-1][0]) > 1 else []
            joined[-1:] = [*able, (joined[-1][0][-1] + word, "p")]
        else:
            joined.append((word, tag))
    return joined


def split_becoming(words: Tagged) -> Tagged:
    """Give 化 back to the name that 以 takes for something (以, 儒家, 化为, 基础 -> 以, 儒家化, 为, 基础)."""
    split: Tagged = []
    for place, (word, tag) in enumerate(words):
        taken = word == "化为" and split and "以" in {earlier for earlier, _ in split[-4:]}
        behind = words[place + 1][0] if taken and place + 1 < len(words) else ""
        if behind in segmentation_words("taken_for_name") and len(split[-1][0]) > 1:
            undone = len(split) > 1 and split[-2][0] in "去反非再泛半"
            name = (split[-2][0] if undone else "") + split[-1][0] + "化"
            split[-1 - undone :] = [(name, "n"), ("为", "p")]
        else:
            split.append((word, tag))
    return split


def split_not(words: Tagged) -> Tagged:
    """Give 非 back to what is denied (礼俗, 是非, 人格化, 的 -> 礼俗, 是, 非人格化, 的; not 是非, 观念)."""
    split: Tagged = []
    for place, (word, tag) in enumerate(words):
        denied = words[place + 1][0] if word == "是非" and place and place + 1 < len(words) else ""
        if denied and words[place - 1][1][0] in "nrd" and len(denied) > 2 and denied.endswith(TEACHING):
            split += [("是", "v"), ("非", "h")]
        else:
            split.append((word, tag))
    return split


def join_same(words: Tagged) -> Tagged:
    """Join 同 and 一种 behind a verb (出自, 同, 一种, 秩序 -> 出自, 同一种, 秩序; not 商人, 同, 一个, 官员, 交谈)."""
    joined: Tagged = []
    for word, tag in words:
        counted = word in ("一种", "一套", "一类", "一个", "一条") and len(joined) > 1 and joined[-1][0] == "同"
        if counted and (joined[-2][1][0] == "v" or joined[-2][0] in ("了", "于", "是", "着")):
            joined[-1] = ("同" + word, "r")
        else:
            joined.append((word, tag))
    return joined
