"""Words of the dictionary of the tokenizer that are two or three words more often: 对外部, 在实践中, 创造财富."""

from __future__ import annotations

from conceptgraph.resources import word_list

MISJOINED = {
    "对外部": (("对", "p"), ("外部", "f")),
    "对内部": (("对", "p"), ("内部", "f")),
    "不以": (("不", "d"), ("以", "p")),
    "出新": (("出", "v"), ("新", "a")),
    "不由": (("不", "d"), ("由", "p")),
    "劳动所": (("劳动", "vn"), ("所", "u")),
    "人同": (("人", "n"), ("同", "p")),
    "人受": (("人", "n"), ("受", "v")),
    "使人受": (("使", "v"), ("人", "n"), ("受", "v")),
    "使人同": (("使", "v"), ("人", "n"), ("同", "p")),
    "他用": (("他", "r"), ("用", "p")),
    "是从": (("是", "v"), ("从", "p")),
    "一时期": (("一", "m"), ("时期", "n")),
    "指人": (("指", "v"), ("人", "n")),
    "到法": (("到", "v"), ("法", "n")),
    "时会": (("时", "n"), ("会", "v")),
    "时要": (("时", "n"), ("要", "v")),
}
for noun in ("实践", "历史", "生活", "工作", "改革", "建设", "思想", "技术", "政治", "精神", "经济", "组织", "结构"):
    MISJOINED |= {f"在{noun}{side}": (("在", "p"), (noun, "n"), (side, "f")) for side in "上中"}
for deed in word_list("joined_deeds"):
    MISJOINED[deed] = ((deed[:2], "v"), (deed[2:], "n"))
for deed in ("忽视", "压迫", "遗弃", "打乱", "称作", "誉为", "选为", "查获", "劫持"):
    MISJOINED["被" + deed] = (("被", "p"), (deed, "v"))
