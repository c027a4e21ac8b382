"""Words with a rule of their own: 内, 可, 被, 上, 到, 之, 诸 and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conceptgraph.relate.manner import is_ground, settle_manner
from conceptgraph.relate.name_qualities import stands_beside
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import COUPLING, FROM, ITSELF, JOINING, NO_USE, RESULT_ENDS, SEVERAL, TOPIC_ENDS

NOUN_TAKEN = ("n", "u", *("N" + kind for kind in "BDEINPRSVadfmnru-"))  # kinds behind a verb of which it takes the noun
OWNED_NOUN = ("DN", "Dm", "Dr", "Da")  # kinds of 的 and what begins a noun phrase
OWN_RULES = frozenset("上内外间这可被到论之就反所诸受去再") | frozenset(
    ["自身", "本身", "其中", "部分", "有关", "自然", "不可", "不容", "没有"]
)
OWN_RULES |= frozenset(["意义上", "相对", "才能", "比较", "可能", "所谓", "及其", "本质", "科学"])
LISTING_SIGNS = "：:、即"
TAKEN_ENDS = RESULT_ENDS + "是"  # of what a thing is taken for: 被 视为是 A
COMPARED = re.compile("可能(?:D[,.C]|N[,.])|比较(?:[DN][,.C]|DV)")  # with the kinds on both sides: where they are nouns
DONE_ABOUT = frozenset(["进行", "展开", "作", "作出", "做出"])  # 就 A 进行 V: what is done about A
GOING_ON = (*JOINING, "等")  # go on with a list


def find_done(tokens: Tokens) -> None:
    """Make verbs of the words of two characters before 了 and an object that the segmenter only guessed: 错失 了 A."""
    if "了" not in tokens.sentence.text:
        return
    for at in range(1, len(tokens.words) - 1):
        guessed = tokens.words[at] == "了" and tokens.kinds[at - 1] == "N" and not tokens.names[at - 1]
        guessed = guessed and tokens.tags[at - 1] == "n" and len(tokens.words[at - 1]) == 2
        if guessed and tokens.kinds[at + 1] in "Namrn":
            tokens.kinds[at - 1] = "V"


def find_begun(tokens: Tokens) -> None:
    """Make adverbs of 开始 and 继续 between who does something and with whom: A 开始 与 B 进行 V."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 2):
        if words[at] in ("开始", "继续") and words[at + 1] in COUPLING and kinds[at - 1] in "NR":
            clause = "".join(kinds[at + 2 :]).split(",")[0]
            if "V" in clause and kinds[max(at - 2, 0)] != "D":
                kinds[at] = "d"


def find_states(tokens: Tokens, grammar: Grammar) -> None:
    """Make nouns of 不 or 过 and a quality of one character behind a noun that do something: 产权 不 清 导致 A."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words) - 2):
        plain = tokens.tags[at + 1] in ("a", "t") and len(words[at + 1]) == 1 and kinds[at - 1] == "N"
        if words[at] not in ("不", "过") or kinds[at - 1] not in "ND" or not (plain or _is_lacking(words, at, grammar)):
            continue
        done = at + 2 in tokens.cues and tokens.has_aspect_behind(at + 2)
        will = words[at + 2] == "是" or words[at + 2] in grammar.sets["effect_opening"]  # 商税 过 高 会 削弱 A
        if words[at + 2] in GOING_ON and words[at + 3 : at + 4] != ["不"]:  # 族规 过 严、商税 过 高 是 A 的 原因
            will = not {"V", "E"}.isdisjoint(kinds[at + 2 : tokens.clause_end(at)])
        if done or will or words[at + 2] in grammar.sets["result_verb"] or _is_brought_about(tokens, at):
            kinds[at] = kinds[at + 1] = "N"


def _is_lacking(words: list[str], at: int, grammar: Grammar) -> bool:
    """Whether 不 and a quality that is a verb elsewhere say what something lacks: 制度 的 不 健全 导致 A."""
    return words[at] == "不" and words[at + 1] in grammar.sets["negated_quality"]


def _is_brought_about(tokens: Tokens, denied: int) -> bool:
    """Whether a denied quality closes what something brings about: 造成 效益 不 佳 (的 原因)."""
    head = denied + 2 + (tokens.words[denied + 2] == "的")
    closes = "".join(tokens.kinds[head : head + 1]) in ",." or "causes" in tokens.cues.get(head, NO_USE).relations
    verb = denied - 1
    while verb > 0 and tokens.kinds[verb] in "Nu":
        verb -= 1
    uses = tokens.cues.get(verb, NO_USE)
    return closes and "causes" in uses.relations and "verb" in uses.frames


def find_told(tokens: Tokens, grammar: Grammar) -> None:
    """Make verbs of nouns behind 地 that close a clause, and numbers of 三重 before what a colon lists."""
    kinds, words, text = tokens.kinds, tokens.words, tokens.sentence.text
    if "地" not in text and ("重" not in text or all(sign not in text for sign in LISTING_SIGNS)):
        return
    for at in range(1, len(words) - 1):
        if kinds[at] in "Nn" and words[at - 1] == "地" and at in tokens.cues and kinds[at + 1] == ",":
            kinds[at] = "V"  # 令人信服 地 证明，
        elif words[at][1:] == "重" and (words[at][0] in SEVERAL or words[at][0] == "双"):
            ahead = words[at + 2 : at + 4]
            listed = ahead[:1] in (["："], [":"]) or ahead in (["，", "即"], [",", "即"])
            listed = listed or (words[at][0] != "双" and "、" in words[max(at - 8, 0) : at])
            head = any(words[at + 1] in grammar.sets[name] for name in ("list_kind", "class_noun", "change"))
            if listed and head:
                kinds[at] = "m"  # 三重 含义：


def find_turns(tokens: Tokens) -> None:
    """Make names of one kind of what something turns from and into: 由 直接 控制 转变为 间接 控制."""
    kinds, words, text = tokens.kinds, tokens.words, tokens.sentence.text
    if "由" not in text and "从" not in text:
        return
    for at in range(len(words) - 5):
        turned = words[at] in FROM and words[at + 2] == words[at + 5]
        if not turned or at + 3 not in tokens.cues or "result" not in tokens.cues[at + 3].frames:
            continue
        if all(kinds[at + step] in "da" and kinds[at + step + 1] in "Vn" for step in (1, 4)):
            kinds[at + 1] = kinds[at + 2] = kinds[at + 4] = kinds[at + 5] = "N"


def find_listed_clauses(tokens: Tokens) -> None:
    """Make borders of the marks between short clauses of one verb: 自治 是 核心、法治 是 保障."""
    kinds, words = tokens.kinds, tokens.words
    if "、" not in words:
        return
    for at in range(3, len(words) - 2):
        if words[at] == "、" and kinds[at] == "C" and kinds[at + 1] in "NVna":
            alike = words[at - 2] == words[at + 2] == "是"
            if alike or _becomes_likewise(tokens, at):
                kinds[at] = ","


def _becomes_likewise(tokens: Tokens, mark: int) -> bool:
    """Whether nouns and a verb of becoming stand on both sides of a mark: A 已 成为 B、C 已 成为 D."""
    kinds, words = tokens.kinds, tokens.words
    before = next((at for at in range(mark - 1, 0, -1) if kinds[at] not in "NnamrD"), 0)
    behind = next((at for at in range(mark + 1, len(kinds)) if kinds[at] not in "Nnamrd"), mark)
    if words[before] != words[behind] or before == mark - 1 or behind == mark + 1:
        return False
    return words[behind] in ("成为", "变成", "变为", "沦为", "转化为", "转变为") and kinds[behind - 1] in "Nd"


def find_accompanied(tokens: Tokens, grammar: Grammar) -> None:
    """Put a border behind what goes along, where a clause follows at once: 随着 工业 的 发展 | 手工业 走向 衰落."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    if "随着" not in tokens.sentence.text:
        return
    for at in range(len(words) - 5, 0, -1):
        event = any(words[at + 1] in sets[name] for name in ("event_head", "passage", "loss_head"))
        led = kinds[at] == "D" and event
        start = at - 1
        while start > 0 and kinds[start] in "NnaC":
            start -= 1
        if not led or words[start] not in ("随着", "伴随着") or kinds[at + 2] != "N":
            continue
        after = next(to for to in range(at + 2, len(words)) if kinds[to] != "N" or to == len(words) - 1)
        plain = tokens.tags[at + 2][0] == "n" and words[at + 2] not in sets["light_head"]
        plain = plain and words[at + 2] not in sets["degree_noun"]
        if plain and kinds[after] in "dV" and words[after - 1] not in sets["degree_noun"]:
            kinds[at + 1] = "N"
            tokens.insert_border(at + 2)


def find_when(tokens: Tokens) -> None:
    """Make localizers of 时 that closes what goes on when somebody does something: 甲 在 考察 工厂 时 指出.

    Where it closes what somebody does without 在, a clause ends there: 处理 纠纷 时 | 依靠 A.
    """
    kinds, words = tokens.kinds, tokens.words
    if "时" not in tokens.sentence.text:
        return
    for at in range(len(words) - 2, 1, -1):
        if words[at] != "时" or kinds[at] != "N" or kinds[at - 1] not in "NV":
            continue
        verb = next(spot for spot in range(at + 1, len(words)) if kinds[spot] != "d" or spot == len(words) - 1)
        said = verb in tokens.cues and tokens.cues[verb].opens
        start = at - 1
        while start > 0 and kinds[start] not in ",.":
            start -= 1
        if "在" in words[start:at] and (said or kinds[at + 1] in "dV"):
            kinds[at] = "f"
        elif kinds[at - 1] == "N" and kinds[at + 1] in "dV" and {"在", "当"}.isdisjoint(words[start:at]):
            done = next((to for to in range(start, at) if kinds[to] in "Vn" and kinds[to + 1] == "N"), None)
            if done is not None and "D" not in kinds[at:verb]:
                tokens.insert_border(at + 1)


def find_viewed(tokens: Tokens, grammar: Grammar) -> None:
    """Make no noun of what closes somebody's view at a comma: 在 孔子 眼中，A V B."""
    kinds, words = tokens.kinds, tokens.words
    if grammar.sets["viewpoint"].isdisjoint(words):
        return
    for at in range(2, len(words) - 1):
        closing = kinds[at] in "Nf" and kinds[at + 1] == "," and words[at] in grammar.sets["viewpoint"]
        if closing and any(words[to] in grammar.sets["standing"] for to in range(tokens.clause_start(at), at)):
            kinds[at] = "u"


def closes_place(tokens: Tokens, index: int) -> bool:
    """Whether 的 closes a clause that tells where something stands or comes from: 建立在 血缘 之上 的."""
    kinds, place = tokens.kinds[index - 2 : index], "".join(tokens.words[index - 2 : index])
    if kinds != ["N", "f"] or place.endswith(("之间", "意义上")):
        return False  # 有赖于 村民 之间 的 信任
    verb = index - 3
    while verb > 0 and tokens.kinds[verb] in "NCa":
        verb -= 1
    return tokens.kinds[verb] == "V" and tokens.words[verb][-1] in "在于"


def _is_led_place(kinds: Sequence[str], index: int) -> bool:
    """Whether a preposition stands before a word, and another and a localizer behind it: 从 科学 革命 中."""
    return index > 0 and kinds[index - 1] == "P" and "".join(kinds[index + 1 : index + 3]) in ("Vf", "nf", "Nf")


def settle_word(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Settle a word that has a rule of its own, and return whether it had."""
    kinds, word = tokens.kinds, tokens.words[index]
    before, after = kinds[index - 1] if index else ".", kinds[index + 1] if index + 1 < len(kinds) else "."
    beyond = kinds[index + 2 : index + 3] in (["n"], ["N"])
    if word in ("内", "外", "间") and kinds[index] == "f" and before == "N" and after == "N":
        kinds[index] = "N"  # 制度 外 资金
    elif word in ITSELF and kinds[index] == "r" and _names_itself(tokens, index, before, after):
        kinds[index] = "N"  # 产业 自身 的 升级; 自身 性
    elif word == "这" and kinds[index] == "R" and after in "mr":
        kinds[index] = "r"  # 这 一 观念, 这 三个 要素
    elif word == "其中" and after == "D":
        kinds[index] = "r"
    elif word == "可" and ((before == "D" and beyond and after in "Vn") or _is_able(tokens, index, after)):
        kinds[index] = kinds[index + 1] = "a"  # 的 可 重复 实验
    elif word == "可" and after in "Vn" and tokens.words[index + 2 : index + 3] == ["之"]:
        kinds[index] = kinds[index + 1] = "a"  # 可 交换 之 物
    elif word == "之" and after == "N" and tokens.words[index + 1] == "处" and before in "daN":
        kinds[index - 1], kinds[index] = "a" if before == "d" else before, "D"  # 科学 之 处
    elif word in "去再" and before in ",.PDVCu" and _makes_name(tokens, grammar, index):
        kinds[index] = kinds[index + 1] = "N"  # 去 中心化 的 网络, 再 分配 政策
    elif word == "受" and after in "Vn" and "".join(tokens.words[index + 2 : index + 3]) in grammar.sets["schooling"]:
        kinds[index] = kinds[index + 1] = "N"  # 受 教育 程度
    elif word == "本质" and before == "N" and after in "Vn":
        kinds[index] = "N"  # 类 本质 相对立
    elif word in ("不可", "不容") and after in "Vn" and kinds[index + 2 : index + 3] == ["D"]:
        kinds[index] = kinds[index + 1] = "a"  # 不容 忽视 的 难处
    elif word == "被" and tokens.words[index + 1 : index + 2] in (["用来"], ["用以"]):
        kinds[index] = kinds[index + 1] = "d"  # 族规 被 用来 约束 村民
    elif word == "被" and after in "Vn" and beyond:
        if tokens.words[index + 1][-1] not in TAKEN_ENDS and (not index or kinds[index - 1] in "VDCamr,."):
            kinds[index] = kinds[index + 1] = "N"  # 被 剥削 阶级
    elif word == "被" and after == "N" and tokens.words[index + 1][-1] == "者" and _is_undergoer(tokens, index):
        kinds[index] = "N"  # 被 殖民者 的 语言
    elif word == "被" and after == "N" and kinds[index + 2 : index + 3] in ([","], ["."]):
        kinds[index] = "N"  # 被 剥削阶级
    elif word == "上" and index > 1 and tokens.words[index - 1] in grammar.sets["respect"] and kinds[index - 2] != "D":
        kinds[index - 1] = kinds[index] = "a" if after == "D" else "d"  # 语言学习 本质 上 是, 某种意义 上 的 A
    elif word == "科学" and (after == "N" or (before == "N" and after in "C,.f") or _is_led_place(kinds, index)):
        kinds[index] = "N"  # 建筑 科学、A, 科学 依据, 从 科学 革命 中
    else:
        return _settle_adverbial(tokens, grammar, index, before, after)
    return True


def _is_weighed_part(tokens: Tokens, index: int, before: str, after: str) -> bool:
    """Whether a quality and 的 stand before 部分, which closes the clause."""
    return before == "D" and after in ",." and tokens.tags[index - 2] in ("a", "n", "b")


def _settle_adverbial(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str) -> bool:
    """Settle a word that tells how, how much or in which respect, or is a noun, and return whether it does."""
    kinds, word = tokens.kinds, tokens.words[index]
    if word in grammar.sets["manner_or_name"] or (word in grammar.sets["manner"] and is_ground(tokens, index, before)):
        return settle_manner(tokens, grammar, index, before, after)
    if word in grammar.sets["manner"] and (after in "Vn" or index + 1 in tokens.cues) and before != "D":
        kinds[index] = "d"  # 实证 分析 了
    elif word in grammar.sets["degree"] and tokens.words[index + 1 : index + 2] == ["程度"]:
        if kinds[index + 2 : index + 3] not in (["D"], ["."], [","]):
            attribute = kinds[index + 2 : index + 4] == ["f", "D"]  # 一定 程度 上 的 A
            kinds[index : index + 3 if attribute else index + 2] = "aaa" if attribute else "dd"  # 很大 程度 改变 了
    elif word == "部分" and kinds[index] in "rN" and (before == "m" or _is_weighed_part(tokens, index, before, after)):
        kinds[index] = "m" if before == "m" else "N"  # 由 A 和 B 两 部分 构成; A 最 核心 的 部分
    elif word == "论" and _closes_doctrine(tokens, index, before, after):
        kinds[index - 1] = kinds[index] = "N"  # 心性 论, 身心 同一 论, but 康德 论 自由
    elif word == "到" and before == "V" and after in "NamnrD":
        kinds[index] = "u"  # 享受 到
    elif word in ("自然", "反"):
        return _opens_name(tokens, grammar, index, before, after)
    elif word == "意义上" and before in "am":
        kinds[index] = "N"  # 现代 意义上 的 A
    elif word == "没有" and before == "I" and after == "D" and tokens.words[index - 1] == "所":
        kinds[index] = "V"  # A 所 没有 的 B
    elif word == "没有" and kinds[index] == "d" and after in "Namr" and _tells_lack(tokens, index):
        kinds[index] = "V"  # 没有 土地 的 农民
    elif word == "就" and after in "NamrR" and _tells_about_what(tokens, grammar, index, before):
        kinds[index] = "P"  # 就 A 进行 调查
    elif word == "相对" and after == "a":
        kinds[index] = "a" if before == "-" else "d"  # －相对 过剩人口; 相对 落后 的
    elif word == "及其" and after in "PVn":
        kinds[index : index + 2] = _belonging(tokens, grammar, index, after)
    elif word == "才能" and before == "D" and after != "V":
        kinds[index] = "N"  # 人 的 才能 的 发展
    elif word in ("可能", "比较") and COMPARED.fullmatch(word + before + after):
        kinds[index] = "N"  # 申诉 的 可能, 减少 了 同伴 比较, 过度 的 比较 损害 A, not A 可能 与 B 对立
    elif word == "所谓" and before == "N" and after in "Naar":
        kinds[index] = "D"  # 本雅明 所谓 灵晕
    elif word == "所" and before in "NR" and after in "Nd" and "".join(kinds[index + 2 : index + 4]) in OWNED_NOUN:
        kinds[index + 1] = "V"  # 商人 所 信任 的 A, 村民 所 需 的 多种 A
    elif word == "诸" and before == after == "N":
        kinds[index] = "N"  # 自然、人生 诸 领域
    elif word == "所" and before == "N" and after == "N" and index + 1 in tokens.cues and tokens.tags[index + 1] == "n":
        kinds[index + 1] = "V"  # 被 A 所 异化
    elif word == "有关" and after in ",.":
        kinds[index] = "V"  # 与 A 有关
    elif word == "之" and kinds[index] == "R" and _owns(tokens, grammar, index):
        kinds[index] = "D"  # 存在 之 意义, but 使 之 成为
    else:
        return False
    return True


def _makes_name(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether 去 or 再 is the first part of a name: 去中心化, 再分配."""
    done, then = "".join(tokens.words[index + 1 : index + 2]), tokens.kinds[index + 2 : index + 3]
    again = tokens.words[index] == "再" and done.endswith(grammar.endings["redone_ending"])
    named = (again or done.endswith("化")) and len(done) > 1
    return named and then != ["u"] and (then in (["N"], ["D"]) or done.endswith("化"))


def _is_undergoer(tokens: Tokens, index: int) -> bool:
    """Whether nothing stands before 被 that something could be done to: 被 殖民者 的 语言 成为 A."""
    if index and tokens.kinds[index - 1] not in "DCVPB":
        return tokens.kinds[index - 1] in ",." and tokens.kinds[index + 2 : index + 3] == ["C"]
    return True


def _names_itself(tokens: Tokens, index: int, before: str, after: str) -> bool:
    joined = before == "C" and tokens.words[index - 1] in COUPLING and after == "D"  # 工人 与 自身 的 异化
    return joined or (after in "DC" and before == "N") or tokens.words[index + 1 : index + 2] == ["性"]


def _opens_name(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str) -> bool:
    """Settle 自然 and 反, where they are nouns or parts of a name, and return whether they are."""
    if tokens.words[index] == "反":
        opens = after in "Nn" and before in "PDVmC,."
        if after == "V" and before in ",.D" and not {"运动", "斗争"}.isdisjoint(tokens.words[index + 2 : index + 3]):
            tokens.kinds[index + 1], opens = "N", True  # 反 殖民 运动
        if opens:
            tokens.kinds[index] = "N"
        return opens  # 通过 反 学校 文化
    ahead, following, *later = (*tokens.words[index + 1 : tokens.clause_end(index)], "", "")
    turned = index + 1 in tokens.cues and "result" in tokens.cues[index + 1].frames
    turned = turned or ahead in ("不再", "并不", "并非", "不是", "绝非", "从来")  # 自然 不再 是 A
    turned = turned or (ahead in ("被", "成为") and any(word[-1:] in RESULT_ENDS for word in (following, *later)))
    if before in ",." and (turned or (ahead == "是" and tokens.words[max(index - 2, 0)] == "自然")):
        tokens.kinds[index] = "N"  # 自然 沦为 A, 自然 被 降格为 A; S V 自然，自然 是 A
        return True
    grown = before in ",." and after in "Vn" and following in grammar.sets["causative"]
    led = before == "P" and tokens.words[index - 1] in ("用", "以")
    done = before == "P" and tokens.words[index - 1] == "对" and after == "D" and index + 2 in tokens.cues
    taken = done or ((before == "B" or led) and after == "V")  # 对 自然 的 支配, 把 自然 限定为 A, 用 自然 代替 A
    beside = stands_beside(tokens, index, before, after)  # A 与 自然 的 矛盾, 自然 与 A
    if not (grown or taken or beside or (after in "Nn" and before not in "NR") or (after in ",.C" and before in "VC")):
        return False
    tokens.kinds[index] = "N"  # 崇尚 自然; 的 自然 状态
    if grown:
        tokens.kinds[index + 1] = "N"  # 自然 生长 使 A V
    return True


def _tells_about_what(tokens: Tokens, grammar: Grammar, index: int, before: str) -> bool:
    """Whether 就 tells about what something is done: (S) 就 A 进行 调查, 商会 就 这一 A V B; not 就 A 来说."""
    noun = "".join(tokens.kinds[index + 2 : index + 4]).removeprefix("m")[:1] in ("N", "n")
    pointed = before in "NRS" and noun and tokens.words[index + 1] in grammar.sets["pointing"]
    done = before in "NRS" and not DONE_ABOUT.isdisjoint(tokens.words[index + 2 : tokens.clause_end(index)])
    if not pointed and not done and before not in ",.":
        return False
    return tokens.words[tokens.clause_end(index) - 1] not in TOPIC_ENDS


def _is_able(tokens: Tokens, index: int, after: str) -> bool:
    """Whether 可 and a verb or noun stand between a verb and 的 with a noun: 转化为 可 售卖 的 符号."""
    led = index > 0 and tokens.kinds[index - 1] == "V" and after in "VnN"
    return led and tokens.kinds[index + 2 : index + 4] == ["D", "N"]


def _owns(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether 之 stands for 的: between a name and what it owns, or between a verb and a name."""
    kinds = tokens.kinds
    before, after = kinds[index - 1] if index else ".", kinds[index + 1] if index + 1 < len(kinds) else "."
    if before in "Na":
        return after in "NnaVmf" and tokens.words[index + 1] != "为"  # 人 之 为 人
    acts = before in "Vn" and tokens.words[index - 1] not in grammar.sets["causative"]
    return acts and after in "Nf"


def _belonging(tokens: Tokens, grammar: Grammar, index: int, after: str) -> str:
    """Return the kinds of 及其 and of the word behind it, which 及其 makes a noun, or what a thing brings about."""
    if tokens.words[index + 1] in grammar.sets["bringing"] and tokens.kinds[index + 2 : index + 3] == ["D"]:
        return "CV"  # 及其 带来 的 B
    bare = after != "P" and not "".join(tokens.kinds[index + 2 : index + 4]).startswith(NOUN_TAKEN)
    return "CN" if bare else "d" + after  # 及其 发展, 及其 解决 方案, 及其 对 B 的 影响


def _tells_lack(tokens: Tokens, index: int) -> bool:
    """Whether 没有 and 的 tell what a head lacks: 没有 土地 的 农民, not 没有 农民 可以 V 他 的 土地."""
    close = next((at for at in range(index + 2, len(tokens.kinds)) if tokens.kinds[at] == "D"), None)
    return close is not None and {"可以", "能够"}.isdisjoint(tokens.words[index:close])


def _closes_doctrine(tokens: Tokens, index: int, before: str, after: str) -> bool:
    """Whether 论 closes the name of a doctrine: 心性 论; 被 称为 幸福 论 哲学, where the clause has a verb already."""
    told = index - 1 not in tokens.persons and {*"VPD"} & {*tokens.kinds[tokens.clause_start(index) : index]}
    return (before in "Na" or tokens.tags[index - 1] == "b") and (after not in "Nn" or bool(told))
