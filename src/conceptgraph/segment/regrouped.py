"""Words that the tokenizer parts wrongly beside certain others: 关键, 在于; 而, 非科层; 只有 … 人才, 能."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from conceptgraph.resources import segmentation_words, word_list
from conceptgraph.segment.in_change import join_undone, split_reduced
from conceptgraph.segment.person_names import Tagged
from conceptgraph.segment.prefixed import join_means, join_prefixed, join_same, split_becoming, split_inner, split_not
from conceptgraph.segment.systems import split_systems
from conceptgraph.segment.wholes import join_wholes

SUFFIXES = frozenset(["感", "家", "度", "派", "论者"])  # of names of feelings, scholars, degrees and schools
SO_CUT = {"地区": "分", "地形": "塑", "地面": "对", "地点": "明", "地道": "出"}  # behind a manner: 地, 区分
# what is so done, by the word that is an adverb right before it
SO_DONE = {"集中地": ("体现", "体现出", "反映", "表现", "展现", "展示"), "高频率": ("出现", "发生", "使用")}


def join_standing(words: Tagged) -> Tagged:
    """Join 内 or 外 with 在于, behind 的, 于 and what else is no noun also with 在 (外, 在于, 法律 -> 外在于, 法律)."""
    joined: Tagged = []
    for place, (word, tag) in enumerate(words):
        if word == "在" and joined and joined[-1][0] in ("受内", "受外"):
            joined[-1:] = [("受", "v"), (joined[-1][0][1:], "f")]  # 受外, 在, 规范
        sided = word == "在" and joined[-1:] in ([("内", "f")], [("外", "f")])
        if word == "在" and joined and joined[-1][0] in ("对内", "对外"):
            joined[-1:] = [("对", "p"), (joined[-1][0][1:] + word, "b")]  # 对外, 在, 秩序
        elif word == "在于" and joined and joined[-1][0] in ("内", "外"):
            joined[-1] = (joined[-1][0] + word, "v")
        elif sided and (_attributes(joined[:-1]) or words[place + 1 : place + 2] == [("的", "uj")]):
            joined[-1] = (joined[-1][0] + word, "b")  # 的 外在 规范, 等同于 外在 规范, 一个 外在 的 权威
        else:
            joined.append((word, tag))
    return joined


def join_feelings(words: Tagged) -> Tagged:
    """Join 感 with the word of two characters that says what is felt (亲密, 感 -> 亲密感), 家 with 理学 (理学家).

    Also 度 with what has degrees (公开, 度 -> 公开度), 派 with a short name or before what it thinks (浙, 派 -> 浙派;
    学衡, 派, 认为 -> 学衡派, 认为), and 论者 with what somebody holds (决定, 论者 -> 决定论者).
    """
    if SUFFIXES.isdisjoint(word for word, _ in words):
        return words
    joined: Tagged = []
    for place, (word, tag) in enumerate(words):
        before, kind = joined[-1] if joined else ("", "x")
        school = word == "派" and place + 1 < len(words) and _names_school(before, kind, *words[place + 1])
        felt = word == "感" and tag[0] in "vn" and len(before) == 2 and kind[0] in "avnzid"
        degree = word == "度" and len(before) == 2 and kind[0] in "av"
        holds = word == "论者" and len(before) == 2 and kind in ("a", "b", "n", "v", "vn") and before != "评论"
        scholar = word == "家" and before[1:].endswith("学")
        if degree or holds or school or scholar or (felt and kind not in ("d", "nr")):
            joined[-1] = (before + word, "n")
        else:
            joined.append((word, tag))
    return joined


def _names_school(name: str, tag: str, following: str, its_tag: str) -> bool:
    """Whether 派 behind a name makes that of a school: a short name, or one before what the school thinks."""
    if tag == "j" and len(name) == 1:
        return its_tag[0] not in "nmr"
    thinks = following in word_list("reporting_verbs") or its_tag in ("d", "c", "uj")
    return tag[0] == "n" and len(name) > 1 and thinks


def join_spans(words: Tagged, spans: list[tuple[int, int]], tag: str) -> Tagged:
    """Join the words that lie inside each span into one word with `tag`."""
    joined: Tagged = []
    position, remaining = 0, iter(spans)
    start, end = next(remaining)
    for word, own_tag in words:
        while position >= end:
            start, end = next(remaining, (len(word) + position + 1, len(word) + position + 2))
        inside = start <= position and position + len(word) <= end
        if inside and position > start:
            joined[-1] = (joined[-1][0] + word, tag)
        else:
            joined.append((word, own_tag))
        position += len(word)
    return joined


def split_contrasts(words: Tagged) -> Tagged:
    """Join 而 and the 非 of a word that the tokenizer only guessed (而, 非科层 -> 而非, 科层)."""
    joined: Tagged = []
    for word, tag in words:
        if joined and joined[-1][0] == "而" and len(word) > 2 and word[0] == "非" and tag[0] == "n":
            joined[-1:] = [("而非", "c"), (word[1:], tag)]
        else:
            joined.append((word, tag))
    return joined


def split_indeed(words: Tagged) -> Tagged:
    """Give 确 back to 权 (数据, 的确, 权 -> 数据, 的, 确权), and 演 to 变成 (会演, 变成 -> 会, 演变成)."""
    split: Tagged = []
    for word, tag in words:
        if split and (split[-1][0], word) in (("的确", "权"), ("会演", "变成")):
            split[-1:] = [("的", "uj"), ("确权", "vn")] if word == "权" else [("会", "v"), ("演变成", "v")]
        else:
            split.append((word, tag))
    return split


def split_removed(words: Tagged, has_word: Callable[[str], bool]) -> Tagged:
    """Give 除 back to the verb before 除了 (抹, 除了 -> 抹除, 了; not 村民, 除了)."""
    split: Tagged = []
    for word, tag in words:
        before = split[-1][0] if split else ""
        if word == "除了" and len(before) == 1 and (before in REMOVING or has_word(before + "除")):
            split[-1:] = [(before + "除", "v"), ("了", "ul")]
        else:
            split.append((word, tag))
    return split


REMOVING = frozenset("抹卸剔祛")  # with 除 words that dictionaries may lack
LINKING = re.compile("与[之此](相反|相对|相对应|相应|相关|相比|相比较|相联系|类似|不同)")
ONLY_THEN = ("能", "需要", "可以", "得以", "是")  # behind 才


def split_only_then(words: Tagged) -> Tagged:
    """Cut 人 off 才 behind 只有 … 的 or 什么样 的 (只有, V, 的, 人才, 能 -> 只有, V, 的, 人, 才, 能); 正因为 …，人."""
    split: Tagged = []
    only = False
    for place, (word, tag) in enumerate(words):
        because = word == "因为" and place > 0 and words[place - 1][0] in ("正", "正是")
        opens = because or word in ("只有", "唯有", "惟有", "如此", "正因为", "什么样", "怎样")
        only = (tag != "x" or word in "，,、“”") and (only or opens)
        following = words[place + 1][0] if place + 1 < len(words) else ""
        if only and word == "人才" and split[-1][0] in "的，," and following.startswith(ONLY_THEN):
            split += [("人", "n"), ("才", "d")]
        else:
            split.append((word, tag))
    return split


def join_only_then(words: Tagged) -> Tagged:
    """Make 方 and 始 adverbs before what is possible, behind 只有 or a comma (只有, V, ，, A, 方, 能 -> …, A, 方能)."""
    joined: Tagged = []
    only = False
    for word, tag in words:
        only = (tag[0] != "x" and (only or word in ("只有", "唯有", "惟有", "必须"))) or (only and word in "，,、“”")
        follows = only or (len(joined) > 1 and joined[-2][0] in "，,")
        if follows and word in ("能", "能够", "得以") and joined and joined[-1][0] in ("方", "始"):
            joined[-1] = (joined[-1][0] + word, "d")
        else:
            joined.append((word, tag))
    return joined


def join_desires(words: Tagged) -> Tagged:
    """Join 人 and 欲 beside 天理, and where nobody wants to do what follows (天理, 对, 人, 欲 -> 天理, 对, 人欲)."""
    joined: Tagged = []
    principle = any("天理" in word for word, _ in words)
    for place, (word, tag) in enumerate(words):
        closes = place + 1 == len(words) or words[place + 1][1][0] in "ucx"
        if word == "欲" and joined and joined[-1][0] in ("人", "灭人") and (principle or closes):
            joined[-1:] = [("灭", "v"), ("人欲", "n")] if joined[-1][0] == "灭人" else [("人欲", "n")]
        else:
            joined.append((word, tag))
    return joined


def join_again(words: Tagged) -> Tagged:
    """Join 再 and 分配 where nobody stands before it who does it (推行, 再, 分配, 政策 -> 推行, 再分配, 政策)."""
    joined: Tagged = []
    for word, tag in words:
        alone = word == "分配" and joined and joined[-1][0] == "再"
        if alone and (len(joined) == 1 or joined[-2][1][0] not in "nrmsd"):
            joined[-1] = ("再分配", "n")
        else:
            joined.append((word, tag))
    return joined


def join_linking(words: Tagged) -> Tagged:
    """Join a clause that only links what follows to what was said (与, 之, 相反, ， -> 与之相反, ，)."""
    joined: Tagged = []
    opening = 0
    for word, tag in words:
        if word in "，," and LINKING.fullmatch(linked := "".join(part for part, _ in joined[opening:])):
            joined[opening:] = [(linked, "d")]
        joined.append((word, tag))
        opening = len(joined) if word in "，,；;。：:" else opening
    return joined


def split_ways(words: Tagged) -> Tagged:
    """Cut 到 off 意识 behind 从 (从, 意识到, 商品 -> 从, 意识, 到, 商品)."""
    split: Tagged = []
    for word, tag in words:
        if word == "意识到" and split and split[-1][0] in ("从", "由"):
            split += [(word[:-1], "n"), ("到", "v")]
        else:
            split.append((word, tag))
    return split


def join_reigns(words: Tagged) -> Tagged:
    """Join the name of a reign with the year that is counted by it (康熙, 二十年 -> 康熙二十年; 光绪, 末年)."""
    joined: Tagged = []
    for word, tag in words:
        if word.endswith("年") and tag in ("m", "t") and joined and joined[-1][0] in word_list("reigns"):
            joined[-1] = (joined[-1][0] + word, "t")
        else:
            joined.append((word, tag))
    return joined


def split_each(words: Tagged) -> Tagged:
    """Cut 人 off 均 behind 等 or a number, before what people do (朱熹, 等, 人均, 试图 -> 朱熹, 等, 人, 均, 试图)."""
    split: Tagged = []
    for place, (word, tag) in enumerate(words):
        acting = word == "人均" and place + 1 < len(words) and words[place + 1][1][0] in "vdp"
        if acting and split and (split[-1][0] == "等" or split[-1][1] == "m"):
            split += [("人", "n"), ("均", "d")]
        else:
            split.append((word, tag))
    return split


def split_beside(words: Tagged) -> Tagged:
    """Cut 与其 behind a noun in two where nothing is weighed (市场, 与其 -> 市场, 与, 其; not 与其 A，不如 B)."""
    if not {word for word, _ in words}.isdisjoint(segmentation_words("choosing")):
        return words
    split: Tagged = []
    for word, tag in words:
        if word == "与其" and split and split[-1][1][0] in "nr":
            split += [("与", "p"), ("其", "r")]
        else:
            split.append((word, tag))
    return split


def _attributes(before: Tagged) -> bool:
    """Whether what follows is an attribute: behind 的, in a list, behind a verb, or where a clause begins."""
    word, tag = before[-1] if before else ("", "")
    return (
        word in ("的", "于", "把", "将", "并非", "作为", "和", "与", "及", "以及", "、")
        or word.endswith("是")
        or tag in ("", "x", "v", "ul", "d")
        or (tag[:1] == "v" and word[-1] in "于为")
    )


def split_defined(words: Tagged) -> Tagged:
    """Give 界定 back its first character behind 把 (把, 东方, 学界, 定为 -> 把, 东方, 学, 界定, 为); not 世界 定位."""
    marked = next((at for at, (word, _) in enumerate(words) if word in ("把", "将", "被")), len(words))
    places = [at for at in range(marked + 2, len(words)) if words[at][0] in ("定", "定为", "定成")]
    for at in reversed([at for at in places if words[at - 1][0][-1] == "界"]):
        rest = words[at][0][1:]
        tail = [(rest, "p")] if rest else []
        words = [*words[: at - 1], (words[at - 1][0][:-1], "n"), ("界定", "v"), *tail, *words[at + 1 :]]
    return [word for word in words if word[0]]


def split_manner(words: Tagged) -> Tagged:
    """Cut 地被 in two behind what says how something is done (不可避免, 地被, 控制 -> 不可避免, 地, 被, 控制)."""
    split: Tagged = []
    for word, tag in words:
        manner = bool(split) and split[-1][1][0] in "adzilv"
        split += [("地", "uv"), ("被", "p")] if word == "地被" and manner else [(word, tag)]
    return split


def split_apart(words: Tagged) -> Tagged:
    """Cut 地区分 behind what says how something is done (严格, 地区, 分 -> 严格, 地, 区分), 地形塑 and the like."""
    split: Tagged = []
    for word, tag in words:
        cut = len(split) > 1 and SO_CUT.get(split[-1][0]) == word
        if cut and (split[-2][1][0] in ("adzilb" if word == "分" else "adzilbv") or split[-2][0] == "明确"):
            split[-1:] = [("地", "uv"), (split[-1][0][1:] + word, "v")]
        else:
            split.append((word, tag))
    return split


def join_fields(words: Tagged) -> Tagged:
    """Join 应用 or 比较 with the science behind it where nobody does so (属于, 应用, 伦理学 -> 属于, 应用伦理学)."""
    joined: Tagged = []
    for place, (word, tag) in enumerate(words):
        kind = joined[-1][0] if joined and joined[-1][0] in ("应用", "比较") else ""
        science = word.endswith("学") and len(word) > 1 + (kind == "比较") and tag[0] == "n" and bool(kind)
        opens = len(joined) == 1 or (len(joined) > 1 and joined[-2][0] in "，,；;。")
        acting = place + 1 < len(words) and words[place + 1][1][0] in "vdpc"
        if science and ((opens and acting) or (not opens and joined[-2][0] in segmentation_words("before_field"))):
            joined[-1] = (kind + word, "n")
        else:
            joined.append((word, tag))
    return joined


def split_about(words: Tagged) -> Tagged:
    """Cut 就此 in two before what it points to (我们, 就此, 论题, 提出 -> 我们, 就, 此, 论题, 提出)."""
    split: Tagged = []
    for place, (word, tag) in enumerate(words):
        about = word == "就此" and [kind for _, kind in words[place + 1 : place + 2]] == ["n"]
        split += [("就", "p"), ("此", "r")] if about else [(word, tag)]
    return split


def settle_by_deed(words: Tagged) -> Tagged:
    """Make 集中地 and 高频率 adverbs right before what is so done (集中地, 体现), not the noun (人口, 集中地, 影响)."""
    told = [word in SO_DONE and following in SO_DONE[word] for (word, _), (following, _) in pairwise(words)]
    return [(word, "d" if adverb else tag) for (word, tag), adverb in zip(words, [*told, False], strict=True)]


def settle_all_round(words: Tagged) -> Tagged:
    """Make 全面 a quality between 的 and a deed beside another quality (的, 自由, 全面, 发展), no adverb."""
    settled = list(words)
    for at in range(1, len(words) - 1):
        (before, quality), (word, tag), (_, its_tag) = words[at - 1 : at + 2]
        behind = quality == "a" and its_tag == "vn" and at > 1 and words[at - 2][0] == "的"
        ahead = before == "的" and its_tag == "a" and [kind for _, kind in words[at + 2 : at + 3]] == ["vn"]
        if (word, tag) == ("全面", "ad") and (behind or ahead):
            settled[at] = (word, "a")
    return settled


def split_placed(words: Tagged) -> Tagged:
    """Cut 上来 and 下来 in two between what 在 opens and a verb (在, 契约, 的, 基础, 上来, 确定 -> …, 上, 来, 确定)."""
    split: Tagged = []
    placed = False
    for place, (word, tag) in enumerate(words):
        placed = (placed or word == "在") and word not in "，,。；;"
        acting = placed and [kind[0] for _, kind in words[place + 1 : place + 2]] == ["v"]
        done = word in ("上来", "下来") and acting and split[-1][1][0] in "nvap"
        split += [(word[0], "f"), ("来", "v")] if done else [(word, tag)]
    return split


def split_naive(words: Tagged) -> Tagged:
    """Give 天真 back its second character (是, 天, 真的, 模仿 -> 是, 天真, 的, 模仿; not 每, 天, 真的)."""
    split: Tagged = []
    for word, tag in words:
        naive = word == "真的" and split and split[-1][0] == "天" and (len(split) == 1 or split[-2][1] not in "mr")
        split[-1:] = [("天真", "a"), ("的", "uj")] if naive else [*split[-1:], (word, tag)]
    return split


def split_word_source(words: Tagged) -> Tagged:
    """Give 源 to the verb behind 一词 (一, 词源, 自 -> 一词, 源自)."""
    split: Tagged = []
    for word, tag in words:
        if word in ("自", "于") and [former for former, _ in split[-2:]] == ["一", "词源"]:
            split[-2:] = [("一词", "n"), ("源" + word, "v")]
        else:
            split.append((word, tag))
    return split


REGROUPINGS = (  # what to look for in a sentence, in this order, and what then to do with its words
    (("感", "学家", "度", "派", "论者"), join_feelings),
    (("的确权", "会演变成"), split_indeed),
    (("界定",), split_defined),
    (("人才",), split_only_then),
    (("方能", "方得以", "始能", "始得以"), join_only_then),
    (("人欲",), join_desires),
    (("意识到",), split_ways),
    (("再分配",), join_again),
    (("同一",), join_same),
    (("与之", "与此"), join_linking),
    (("年",), join_reigns),
    (("人均",), split_each),
    (("化为",), split_becoming),
    (("是非",), split_not),
    (("化",), join_undone),
    (("反", "前", "后", "半", "准", "亚", "泛", "超", "元", "非"), join_prefixed),
    (("其内在", "其外在"), split_inner),
    (("借由",), join_means),
    (("与其",), split_beside),
    (("地被",), split_manner),
    (("地区分", "地形塑", "地面对", "地点明", "地道出"), split_apart),
    (("应用", "比较"), join_fields),
    (("就此",), split_about),
    (("制成为", "制作为"), split_systems),
    (("全面",), settle_all_round),
    (tuple(SO_DONE), settle_by_deed),
    (("上来", "下来"), split_placed),
    (("天真的",), split_naive),
    (("一词源",), split_word_source),
    (("化约为",), split_reduced),
    (("年", "性", "说", "项", "零点", "而且是", "是故", "自古"), join_wholes),
)


def regroup(text: str, words: Tagged) -> Tagged:
    """Return the words of a sentence, those put right whose sign stands in it."""
    for signs, put_right in REGROUPINGS:
        for sign in signs:
            if sign in text:
                words = put_right(words)
                break
    return words
