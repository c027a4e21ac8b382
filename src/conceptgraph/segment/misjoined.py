"""Words of the dictionary of the tokenizer that are two or three words more often: 对外部, 在实践中, 创造财富."""

from __future__ import annotations

from conceptgraph.resources import segmentation_words, word_list

MISJOINED = {
    "以下几点": (("以下", "f"), ("几点", "m")),
    "以下几个": (("以下", "f"), ("几个", "m")),
    "以下几项": (("以下", "f"), ("几项", "m")),
    "组能": (("组", "n"), ("能", "v")),
    "对外部": (("对", "p"), ("外部", "f")),
    "就是指": (("就", "d"), ("是指", "v")),
    "多指": (("多", "d"), ("指", "v")),
    "应从": (("应", "v"), ("从", "p")),
    "对内部": (("对", "p"), ("内部", "f")),
    "不以": (("不", "d"), ("以", "p")),
    "出新": (("出", "v"), ("新", "a")),
    "不由": (("不", "d"), ("由", "p")),
    "劳动所": (("劳动", "vn"), ("所", "u")),
    "法学所": (("法学", "n"), ("所", "u")),
    "文学所": (("文学", "n"), ("所", "u")),
    "人同": (("人", "n"), ("同", "p")),
    "人受": (("人", "n"), ("受", "v")),
    "使人受": (("使", "v"), ("人", "n"), ("受", "v")),
    "使人同": (("使", "v"), ("人", "n"), ("同", "p")),
    "他用": (("他", "r"), ("用", "p")),
    "起像": (("起", "v"), ("像", "v")),
    "是从": (("是", "v"), ("从", "p")),
    "一时期": (("一", "m"), ("时期", "n")),
    "指人": (("指", "v"), ("人", "n")),
    "到法": (("到", "v"), ("法", "n")),
    "时说": (("时", "n"), ("说", "v")),
    "时会": (("时", "n"), ("会", "v")),
    "中常会": (("中", "f"), ("常", "d"), ("会", "v")),
    "系统对": (("系统", "n"), ("对", "p")),
    "整合系统": (("整合", "v"), ("系统", "n")),
    "时要": (("时", "n"), ("要", "v")),
    "化和去": (("化", "n"), ("和", "c"), ("去", "v")),
    "化及": (("化", "n"), ("及", "c")),
    "与非": (("与", "c"), ("非", "d")),
    "及非": (("及", "c"), ("非", "d")),
    # words that are several: 后经 A 的 V 而 成为 B, 宗法 论之争
    "后经": (("后", "d"), ("经", "p")),
    "赖以生存": (("赖以", "d"), ("生存", "v")),
    "成新": (("成", "v"), ("新", "a")),
    "所要": (("所", "u"), ("要", "v")),
    "论之争": (("论", "n"), ("之", "u"), ("争", "n")),
    "法来": (("法", "n"), ("来", "v")),
    "现状及": (("现状", "n"), ("及", "c")),
    "对模型": (("对", "p"), ("模型", "n")),
}
for noun in segmentation_words("place_noun"):
    MISJOINED |= {f"在{noun}{side}": (("在", "p"), (noun, "n"), (side, "f")) for side in "上中"}
for deed in word_list("joined_deeds"):
    MISJOINED[deed] = ((deed[:2], "v"), (deed[2:], "n"))
for deed in segmentation_words("suffered_deed"):
    MISJOINED["被" + deed] = (("被", "p"), (deed, "v"))
for adverb in "须仍常总屡需渐终既":  # 须受 A 约束
    MISJOINED[adverb + "受"] = ((adverb, "d"), ("受", "v"))


def is_and_noun(word: str, tag: str) -> bool:
    """Whether what the dictionary has as a name of three characters may be 和 and a noun: 和德性, 和小宗."""
    return len(word) == 3 and word[0] == "和" and word[2] != "贵" and tag in ("nr", "nz", "n")
