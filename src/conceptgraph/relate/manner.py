"""Words that tell how something is done or belong to a name: 统一 制定, 自发 演化, 文化 自觉."""

from __future__ import annotations

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import RESULT_ENDS


def _settle_speed(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Make an adverb of 加快 before a verb with its object, and return whether it is one: 加快 推进 A."""
    kinds, taken = tokens.kinds, "".join(tokens.words[index + 2 : index + 3])
    way = any(taken in grammar.sets[name] for name in ("light_head", "class_noun"))  # 加快 改革 步伐
    deed = "".join(tokens.words[index + 1 : index + 2])
    grows = deed in grammar.sets["changing_itself"] or deed in grammar.sets["spreading"]
    if grows and tokens.words[index] == "加速" and kinds[index + 2 : index + 3] in ([","], ["."]):
        kinds[index], kinds[index + 1] = "d", "V"
        tokens.cues.pop(index, None)
        return True  # 市场 加速 扩张，
    done = index + 1 in tokens.cues and kinds[index + 1] in "Vn" and kinds[index + 2 : index + 3] == ["N"]
    if done and not way:
        kinds[index], kinds[index + 1] = "d", "V"
    return done and not way


def _is_joint(tokens: Tokens, index: int, before: str, after: str) -> bool:
    """Whether a word behind 由 and a name tells how that does something: 由 中央政府 统一 制定."""
    start = index - 1
    while start > 0 and tokens.kinds[start] == "N":
        start -= 1
    return before == "N" and after in "Vn" and tokens.kinds[start] == "I"


def is_ground(tokens: Tokens, index: int, before: str) -> bool:
    """Whether a word of manner between 以 and 为 is what something rests on: 以 强制 为 基础."""
    return before == "P" and tokens.words[index + 1 : index + 2] in (["为"], ["作为"])


def settle_manner(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str) -> bool:
    """Settle a word that says how something is done or is part of a name, and return whether it says how."""
    if tokens.words[index] in ("加快", "加速"):
        return _settle_speed(tokens, grammar, index)
    if tokens.words[index] == "系统":
        told = after in "Vn" and before in "NS,.d" and index + 1 in tokens.cues
        if (
            told
            and "argues" in tokens.cues[index + 1].relations
            and tokens.kinds[index + 2 : index + 3] not in ([], [","], ["."])
        ):
            tokens.kinds[index] = "d"  # 学者 系统 论述 了 A, not 水利 系统 改善 了 B
        stated = before == "V" and tokens.words[index - 1] in grammar.sets["being"] and index + 1 in tokens.cues
        if stated and after in "Vn" and tokens.kinds[index + 2 : index + 3] == ["N"]:
            denied = tokens.words[index + 1] in grammar.sets["contrast"]  # 是 系统 而非 A
            tokens.kinds[index] = "N" if denied else "d"  # 是 系统 构建 A 的 B
        return tokens.kinds[index] == "d"
    if is_ground(tokens, index, before):
        tokens.kinds[index] = "N"
        return True
    opens = before == "N" and (index < 2 or tokens.kinds[index - 2] in ",.CD")
    if opens and tokens.words[index] == "自觉" and after in "VnPId":
        acting = tokens.words[index - 1].endswith(grammar.endings["group_ending"])  # 村民 自觉 遵守 A
        tokens.kinds[index] = "d" if acting else "N"  # 文化 自觉 促进 A
        return True
    if before == "N" and tokens.words[index] in ("直接", "间接") and after in "CP":
        tokens.kinds[index] = "d"  # A 直接 与 B 有关
        return True
    taken = tokens.kinds[index + 2 : index + 3]
    acts = (
        (after in "Vn" or tokens.words[index + 1 : index + 2] == ["结合"])
        and index + 1 in tokens.cues
        and len(tokens.words[index + 1]) > 1
    )
    closes = before == "N" and taken in ([","], ["."])
    joins = acts and closes and not tokens.cues[index + 1].frames.isdisjoint(("mutual", "apart"))
    if acts and (_is_joint(tokens, index, before, after) or joins):
        tokens.kinds[index] = "d"  # 由 官府 统一 制定, 与 A 高度 相关, 把 A 与 B 有机 结合起来
        return True
    does = acts and taken and (taken[0] in "Nuamrn" or tokens.words[index + 1][-1] in RESULT_ENDS)
    if before not in "N,." or not does:
        return False
    tokens.kinds[index] = "d"  # (政府) 过度 依赖 A, not 市场 自发 演化 的 结果
    return True
