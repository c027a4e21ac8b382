"""Topics set off by a mark: 对 A、B 等，都造成 C; 将 A，改为 B; A 的原因，在于 B."""

from __future__ import annotations

import re

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import BORDER, NO_USE

AIMS = re.compile("[SR]?d*[Vn]")  # 对于 (我们 正确) 把握 A
IS = frozenset(["是", "就是", "正是", "便是", "乃是"])
IS_BEHIND = re.compile("[，,](?:就|正|便|乃)?是")
ROLES = ("role", "owner")
ROLE_NAMED = re.compile("[NnadCmr]*[Nna]D[an]*[Nna]")  # kinds of A 的 特征, 而 A 的 主要 原因
ATTITUDE = re.compile("(?<=[NnV]C)P(?:[Nna]+D)+[aNn]*[NnV](?=[CE,.])")  # 对 B 的 评价 in a list
RESPECTS = re.compile("P[NVnaDfC]*C[NVnaDf]*(?:[mr]+|E[mr]*)N")  # 从 A、B 两个 方面, 从 A、B 等 五个 方面
OPENED_LIST = re.compile("(?:^|(?<=[,.]))[VnNad]C(?=..)")  # what opens a clause and a list, with a verb behind it
OPENING_DEED = re.compile("[Vn](?=d+[Vn])(?<![^,.d].)")  # what opens a clause, adverbs and a verb


def join_clauses(tokens: Tokens, grammar: Grammar) -> None:
    """Make one clause of those that a mark parts though they belong together."""
    join_topics(tokens, grammar)
    if any(weight in tokens.sentence.text for weight in grammar.sets["mattering"]):
        join_aims(tokens, grammar)


def join_topics(tokens: Tokens, grammar: Grammar) -> None:
    """Make one clause of 对 A、B 等，都 造成 C, 将 A，改为 B, A 的 原因，在于 B: the comma parts nothing.

    Nor does it in A 的 特征，是 B.
    """
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    told = "B" in kinds or "在于" in words or not sets["toward"].isdisjoint(words)
    if not told and IS_BEHIND.search(tokens.sentence.text) is None:
        return
    _find_turned(tokens)
    start = 0
    for border in BORDER.finditer("".join(kinds)):
        index, kind, following = border.start(), border.group(), border.end()
        while following < len(kinds) and kinds[following] == "d":
            following += 1
        if kind == "," and following < len(kinds):
            word = words[following]
            empty = word.rstrip("了着") in sets["light_verb"]
            if empty or (kinds[following] == "V" and "B" in kinds[start:index]):
                marker = _topic_marker(tokens, start, index)
                toward = empty and words[marker] in sets["toward"]
                disposed = kinds[marker] == "B" and kinds[following] == "V" and word != "为" and kinds[index - 1] != "n"
                if toward or disposed:
                    kinds[index] = "u"
            closed = not {word, "之所以"}.isdisjoint(words[start:index]) or words[index + 1] == "究其原因"
            lies = word == "在于" and not closed  # not 不 在于 A，而 在于 B
            if lies or (word in IS and _names_role(tokens, start, index)):
                kinds[index] = "u"
        start = index + 1


def _names_role(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a clause is no more than the name of a role with its owner, as 是 behind its comma tells: A 的 特征，."""
    form = "".join(tokens.kinds[start:end])
    return ROLE_NAMED.fullmatch(form) is not None and not tokens.cues.get(end - 1, NO_USE).frames.isdisjoint(ROLES)


def _find_turned(tokens: Tokens) -> None:
    """Make a verb of a word in 化 that ends a clause with 把: 把 族规 神秘化，V B, 将 族规 神秘化 了."""
    kinds, words = tokens.kinds, tokens.words
    for marker in range(len(words) - 3):
        if kinds[marker] == "B":
            last = tokens.clause_end(marker) - 1
            last -= kinds[last] == "u"
            turned = last > marker + 1 and words[last][2:].endswith("化") and kinds[last] == "N"
            if turned and kinds[last - 1] in "Nn" and "V" not in kinds[marker:last]:
                kinds[last] = "V"
            apart = last > marker + 2 and words[last] == "化" and kinds[last - 1] == "a" and kinds[last - 2] in "Nn"
            if apart and "V" not in kinds[marker:last]:
                kinds[last - 1 : last + 1] = ["d", "V"]  # 将 A 狭隘 化 了


def join_aims(tokens: Tokens, grammar: Grammar) -> None:
    """Make one clause of 对于 V A，V B 具有 意义: the commas part the members of a list of what it matters for."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    for marker in range(len(words) - 3):
        if words[marker] not in sets["toward"] or AIMS.match("".join(kinds[marker + 1 : marker + 5])) is None:
            continue
        borders, border = [], tokens.clause_end(marker)
        while border + 2 < len(words) and words[border] in "，," and not _weighs(tokens, grammar, marker, border):
            borders.append(border)
            if kinds[border + 1] not in "Vnd" and "地" not in words[border + 2 : border + 4]:
                break  # not 对于 V A，B V C
            border = tokens.clause_end(border + 1)
            if _weighs(tokens, grammar, borders[-1], border):
                for at in borders:
                    empty = words[at + 1].rstrip("了着") in sets["light_verb"]
                    kinds[at] = "u" if empty and "V" not in kinds[at + 2 : tokens.clause_end(at + 1)] else "C"
                break  # ，具有 意义, not ，保持 A 具有 意义


def _weighs(tokens: Tokens, grammar: Grammar, start: int, end: int) -> bool:
    """Whether the clause ``start:end`` ends in what somebody or something has that matters: 具有 重要 意义."""
    if tokens.words[end - 1][-2:] not in grammar.sets["mattering"]:
        return False
    had, lacking = grammar.sets["light_verb"], grammar.sets["lacking"]
    words = (word.rstrip("了着") for word in tokens.words[start : end - 1])
    return any(word in had or word in lacking for word in words)


def name_deeds(tokens: Tokens, grammar: Grammar) -> None:
    """Make nouns of several deeds that open a clause and are said to be or to do something: 停顿 和 倒退 属于 A."""
    kinds, words = tokens.kinds, tokens.words
    for joined in OPENED_LIST.finditer("".join(kinds)):
        start = joined.start()
        members, at = [start], start + 1
        while at + 1 < len(kinds) and kinds[at] == "C":
            members.append(at + 1)
            at += 2
        while at < len(kinds) and kinds[at] == "d":
            at += 1
        verb = words[at] if at < len(kinds) else ""
        told = any(verb.rstrip("了") in grammar.sets[name] for name in ("being", "result_verb"))
        done = verb[-1:] == "了" or words[at + 1 : at + 2] == ["了"]
        told = told or (done and kinds[at] == "V")
        deeds = all(len(words[each]) > 1 and kinds[each] in "VnNad" for each in members)
        if told and deeds and any(kinds[each] in "Vn" for each in members):
            for each in members:
                kinds[each] = "N"


def name_respects(tokens: Tokens, grammar: Grammar) -> None:
    """Make nouns of the verbs in a list of respects of which one is a noun: 从 组织 结构、经费 来源 两个 方面."""
    kinds, words, heads = tokens.kinds, tokens.words, grammar.sets["aspect_head"]
    for row in RESPECTS.finditer("".join(kinds)):
        start, end = row.span()
        last = next((at for at in range(start + 1, end) if words[at][-2:] in heads), start)
        opens = [start + 1, *(at + 1 for at in range(start, last) if kinds[at] == "C")]
        reached = any(words[at].endswith("到") for at in range(start + 1, last))  # 从 A 发展到 B、C 等 环节
        if last > start and not reached and any(kinds[at] != "V" and at not in tokens.cues for at in opens):
            for at in range(start + 1, last):
                if kinds[at] in "Vn":
                    kinds[at] = "N"
            for at in opens:
                if kinds[at] == "f":
                    kinds[at] = "a" if kinds[at + 1] == "D" else "N"  # 外部 的 支持, 外部 支持


def name_attitudes(tokens: Tokens, grammar: Grammar) -> None:
    """Make one member of a list of an action on something: A、对 B 的 评价、C."""
    kinds, words = tokens.kinds, tokens.words
    for row in ATTITUDE.finditer("".join(kinds)):
        at = row.start()
        before = next((to for to in range(at - 2, 0, -1) if kinds[to] in "CPB,."), 0)
        if words[at] in grammar.sets["toward"] and words[at - 1] == "、" and kinds[before] != "P":
            kinds[at] = "a"  # not 人们 对 A 的 追求、对 B 的 响应


def name_doers(tokens: Tokens, grammar: Grammar) -> None:
    """Make nouns of verbs that stand where only who or what does something can: 遗忘 之所以 可怕, 由 教育 养成."""
    kinds, words = tokens.kinds, tokens.words
    text = tokens.sentence.text
    at = words.index("之所以") if "之所以" in text and "之所以" in words else 0
    if at and kinds[at - 1] in "Vn" and (at < 2 or kinds[at - 2] in ",.") and not tokens.cues.get(at - 1, NO_USE).opens:
        kinds[at - 1] = "N"
    form = "".join(kinds)
    if "由" in text and "nV" in form:
        for by in range(len(words) - 2):
            if words[by] == "由" and form.startswith("nV", by + 1) and words[by - 1] != "为":
                kinds[by + 1] = "N"
    if "由" in words:
        _name_parts(tokens)
    for verb in OPENING_DEED.finditer(form):
        at = verb.start()
        if len(words[at]) == 2 and _is_doer(tokens, grammar, at):
            kinds[at] = "N"  # 征服 也 摧毁 了 A


def _name_parts(tokens: Tokens) -> None:
    """Make nouns of the verbs in a list of what something is made up of: 由 采集 模块、处理 模块 和 显示 模块 组成."""
    kinds, words = tokens.kinds, tokens.words
    for by in [at for at, word in enumerate(words) if word == "由"]:
        made = next((at for at in range(by + 2, tokens.clause_end(by)) if words[at] in ("组成", "构成", "合成")), by)
        if made + 1 < tokens.clause_end(by) and words[made + 1] != "的":
            continue  # 由 A、B 组成 C
        parts = "".join(kinds[by + 1 : made])
        if "C" in parts and re.fullmatch("(?:[VnNa]+N[Cm]*)+[Nm]*", parts):
            kinds[by + 1 : made] = list(parts.replace("V", "N").replace("n", "N"))


def _is_doer(tokens: Tokens, grammar: Grammar, at: int) -> bool:
    """Whether a verb that opens a clause is what does something: behind it stand only adverbs before another verb."""
    kinds, words, sets = tokens.kinds, tokens.words, grammar.sets
    opens = at
    while opens and kinds[opens - 1] == "d" and words[opens - 1] in sets["topic_link"]:
        opens -= 1
    if opens and kinds[opens - 1] not in ",.":
        return False
    if tokens.cues.get(at, NO_USE).opens or any(words[at] in sets[name] for name in ("serial", "pivot", "copula")):
        return False
    verb = at + 1
    while verb < len(kinds) - 1 and kinds[verb] == "d":
        verb += 1
    led = set(words[at + 1 : verb])
    if words[verb] in sets["result_verb"]:
        led.discard("又")  # not 批判 又 继承 A
    if words[at + 1 : at + 3] == ["并", "不"]:
        led -= {"并", "不"}  # 遗忘 并 不 破坏 A
    told = led <= sets["doer_adverb"] and kinds[verb] in "Vn" and verb in tokens.cues and not tokens.cues[verb].opens
    return told and kinds[verb + 1 : verb + 2] not in ([","], ["."], ["D"])


def _topic_marker(tokens: Tokens, start: int, border: int) -> int:
    """Return the last preposition, 把 or cue verb of the clause `start` to `border`, or `border` for none."""
    for at in range(border - 1, start - 1, -1):
        uses = tokens.cues.get(at, NO_USE)
        if tokens.kinds[at] == "V" and "B" in tokens.kinds[start:at] and tokens.kinds[at + 1] in "Nu":
            return at  # 把 A 迁往 B，造成 C
        if tokens.kinds[at] in "PB" or (tokens.kinds[at] == "V" and at in tokens.cues) or "copula" in uses.frames:
            return at
    return border
