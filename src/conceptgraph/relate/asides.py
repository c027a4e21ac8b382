"""Asides that say nothing of what stands round them: 这一概念 behind a noun, 在这一时期 before 与, 被人忽视的."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE, WHEN_WORDS

ATTRIBUTE_ROW = re.compile("(?<![DCNadV])[aN]+DC(?=[aN]+D[amr]*N)|(?<=V)[aN]+DC(?=(?:[aN]+DC)*[aN]*N)")
JOINED_STATE = re.compile("(?<=[VuICPBD,.rm])NdaD(?=[amr]*N)")  # 系统 且 深远 的 H

COMPANY = re.compile("[NR]P[mrRNaDd]*[Nafd]C(?=[mradNR])")  # A 在 这 一 时期 与 B, A 在 乡村 中 与 B, A 在 本质 上 与 B
PLACED = re.compile("NP[mraN]*N+f(?=D[aN]*N)|uP[mraN]*N+fD(?=[aN]*N)")  # A 在 B 中 的 H, V 了 在 B 中 的 H
PLACED_DEED = re.compile("V(?:[ma]*N+D)?(?:a*N+)()PN+f?(?=[NV]DN)")  # 是 A 在 B V 的 H
LIVING = re.compile("V[mr]?(V)(P)[aN]*N+fD(?=[aN]*N[,.])")  # 是 V 在 A 中 的 H
REMAINS = re.compile("Vu?(N+[VnN]?[fdN])VD(?=[aN]*N[,.])")  # V 了 A 衰落 以后 留下 的 H
ABOUT = frozenset(["关于", "有关"])  # open what a text is about
DEED_ABOUT = re.compile("PVu?[aN]*N+(?:C[aN]*N)?D(?=[aN]*N[,.])")  # 关于 V A 的 (理论)
TOLD_ABOUT = re.compile("[aN]+DN+d*[VP]")  # A 的 B V
WHEN = re.compile("Vu?([Na]*Nd*I?d*Vu?(?:[aN]*N)?fD)(?=[amr]*N)")  # kinds of a verb and a clause before what it takes
TREATED = ("对", "对于", "以", "被", "受", "受到", "把", "将")  # before what something is done to
SINCE_WHEN = ("自", "自从", "从", "在")  # open a time of their own
THIS_ONE = ("这", "这一", "这个", "这种")  # behind a noun they say what it is: 自由 这一 概念
ROLE_FRAMES = frozenset(["role", "owner"])
RESTING = frozenset(["causes", "depends_on"])  # of what something comes of or rests on


def leave_out_classes(tokens: Tokens, grammar: Grammar) -> None:
    """Remove 这一概念 of 对 A 这一 概念 产生 影响, A 这一 制度 的 产物, A 这一 问题 与 B 相关.

    It stays where it may take up a whole clause (A 控制 B 这一现象 V C), behind persons (某人 这一 思想), and where its
    noun says what the first one is (A 这一 组织), which is a claim of its own.
    """
    if "这" not in tokens.sentence.text:
        return
    for at in range(len(tokens.words) - 2, 0, -1):
        if tokens.words[at] in THIS_ONE and tokens.kinds[at - 1] == "N" and at - 1 not in tokens.persons:
            head = at + 1 + (tokens.kinds[at + 1] in "mr")
            if _only_classes(tokens, grammar, at, head):
                withdraw(tokens, at, head + 1)


def leave_out_attributes(tokens: Tokens, grammar: Grammar) -> None:
    """Remove all but the last of a row of attributes, 批判 机械 的、静止 的 历史观, but none of what a thing is.

    The first of 系统 且 深远 的 H is made an attribute.
    """
    kinds, words = "".join(tokens.kinds), tokens.words
    for row in reversed(list(ATTRIBUTE_ROW.finditer(kinds)) if "DC" in kinds else ()):
        start, stop = row.span()
        joined = words[stop - 2] == "的" and words[stop - 1] in ("、", "和", "与") and "N" in row.group()
        if joined and not (start and words[start - 1] in grammar.sets["copula"]):
            withdraw(tokens, start, stop)
    for row in JOINED_STATE.finditer("".join(tokens.kinds)):
        at = row.start()
        joined = words[at + 1] in ("且", "并且") or (
            words[at + 1] == "而" and tokens.kinds[at - 1 : at] in (["D"], ["m"], ["u"])
        )
        if joined and words[at + 3] == "的":
            tokens.kinds[at] = "a"


def leave_out_use(tokens: Tokens, grammar: Grammar) -> None:
    """Remove what is done with a thing that is taken for another one: 把 A 作为 商品 (出售), 被 当作 偶像 (崇拜)."""
    words, kinds, viewed = tokens.words, tokens.kinds, grammar.sets["viewed_as"]
    if viewed.isdisjoint(words):
        return
    for at in range(len(words) - 3, 0, -1):
        if words[at] not in viewed or words[at + 2] not in grammar.sets["use"] or kinds[at + 1] != "N":
            continue
        disposed = not {"B", "I"}.isdisjoint(kinds[tokens.clause_start(at) : at])
        if disposed and kinds[at + 3 : at + 4] in ([","], ["."]):
            withdraw(tokens, at + 2, at + 3)


def leave_out_nobody(tokens: Tokens, grammar: Grammar) -> None:
    """Remove what nobody named does to what follows: 被 人 忽视 的 A, 为 人们 所 熟知 的 A, 人们 广泛 关注 的 A.

    的 stays where what has it stands before: 商会 被 人 忽视 的 A.
    """
    others, kinds, words = grammar.sets["others"], tokens.kinds, tokens.words
    if others.isdisjoint(words):
        return
    for at in range(len(words) - 4, -1, -1):
        if words[at] not in others:
            continue
        verb = at + 1
        while verb < len(words) - 3 and (kinds[verb] in "da" or words[verb] == "所"):
            verb += 1
        if verb + 2 >= len(words):
            continue
        led = at > 0 and words[at - 1] in ("被", "受", "遭", "为")
        told = "所" in words[at:verb] if words[at - led] == "为" else led or verb > at + 1
        named = kinds[verb + 2] in "NamrnV" and words[verb + 2] not in grammar.sets["copula"]
        if told and named and kinds[verb] in "VnN" and words[verb + 1] == "的":
            start = at - led
            withdraw(tokens, start, verb + 2 - (start > 0 and kinds[start - 1] == "N"))


def leave_out_times(tokens: Tokens, grammar: Grammar) -> None:
    """Remove when something is between two things and the 与 between them, or since when: A (在 明清 时期) 与 B 相关.

    Also 近代 以来 of 对 近代 以来 中国 的 市场 进行 A.
    """
    if "以来" in tokens.words:
        for at in range(len(tokens.words) - 2, 1, -1):
            taken = tokens.words[at] == "以来" and tokens.kinds[at - 2] in "VPBIu" and tokens.kinds[at + 1] in "NamrC"
            if taken and tokens.words[at - 2] not in SINCE_WHEN:
                withdraw(tokens, at - 1, at + 1)
    if "在" not in tokens.words:
        return
    for row in reversed(list(COMPANY.finditer("".join(tokens.kinds)))):
        start, joint = row.start() + 1, row.end() - 1
        timed = tokens.words[joint - 1] in grammar.sets["span_head"] or tokens.words[joint - 1] in grammar.sets["era"]
        timed = timed or tokens.words[joint - 1] in ("上", "中", "里", "内", "下")
        if timed and tokens.words[start] == "在" and tokens.words[joint] in grammar.sets["companion"]:
            withdraw(tokens, start, joint)


def leave_out_when(tokens: Tokens) -> None:
    """Remove after what a thing is that a verb takes: 填补 (行会 衰落 后 的) 权力 真空, 是 (A 吸收 B 之后 的) C."""
    if WHEN_WORDS.isdisjoint(tokens.words):
        return
    for row in reversed(list(WHEN.finditer("".join(tokens.kinds)))):
        start, stop = row.span(1)
        if tokens.words[stop - 2] in WHEN_WORDS and not tokens.cues.get(row.start(), NO_USE).opens:
            withdraw(tokens, start, stop)


def leave_out_genus(tokens: Tokens) -> None:
    """Remove what closes an open list, where that only owns a role: A、B (等 制度) 的 产物, A、B (等) 的 基础."""
    kinds = tokens.kinds
    for at in range(len(kinds) - 3, 1, -1) if "E" in kinds else ():
        owner = at + 1 + (kinds[at + 1] == "N")
        if kinds[at - 1 : at + 1] != ["N", "E"] or kinds[owner] != "D":
            continue
        frames = tokens.cues.get(_head(kinds, owner + 1), NO_USE).frames
        undergone = "verb" in frames and "I" in kinds[tokens.clause_start(at) : at]  # 受到 A、B 等 制度 的 影响
        if undergone or not frames.isdisjoint(ROLE_FRAMES):
            withdraw(tokens, at, owner)


def part_genus(tokens: Tokens, grammar: Grammar) -> None:
    """Make a verb of what the members of a class do before what they do together: A、B 等 因素 交织，共同 V C."""
    kinds, words = tokens.kinds, tokens.words
    for at in [at for at, kind in enumerate(kinds) if kind == "E"]:
        last = tokens.clause_end(at) - 1
        bare = last > at + 2 and set(kinds[at + 1 : last + 1]) <= set("Namr") and not tokens.names[last]
        together = "".join(words[last + 2 : last + 3]).startswith("共同")
        if bare and together and words[last] in grammar.sets["relational_head"]:
            kinds[last] = "V"


def _head(kinds: Sequence[str], at: int) -> int:
    """Return the noun that follows, past what it is like."""
    while kinds[at : at + 1] in (["a"], ["m"], ["r"]):
        at += 1
    return at


def leave_out_about(tokens: Tokens) -> None:
    """Remove 关于 before what is no topic but does something: (关于) A 的 讨论 推动 了 B, not 关于 A 的 B 学者 V C.

    With it goes what a theory is about, which that does not do: 是 一种 (关于 制定 A 的) 理论.
    """
    if ABOUT.isdisjoint(tokens.words):
        return
    for at in range(len(tokens.words) - 5, -1, -1):
        if at and tokens.words[at] in ABOUT and tokens.kinds[at - 1] in "Vumr":
            told = DEED_ABOUT.match("".join(tokens.kinds[at : tokens.clause_end(at) + 1]))
            if told is not None:
                withdraw(tokens, at, at + told.end())
        opens = at - (at > 0 and tokens.kinds[at - 1] == "r")  # 任何 关于 A 的 B
        if tokens.words[at] in ABOUT and tokens.kinds[at] == "P" and (not opens or tokens.kinds[opens - 1] in ",."):
            doing = TOLD_ABOUT.match("".join(tokens.kinds[at + 1 : tokens.clause_end(at) + 1]))
            if doing is not None and tokens.words[at + doing.end()] not in ("在", "对", "从"):
                withdraw(tokens, at, at + 1)


def leave_out_places(tokens: Tokens) -> None:
    """Remove where something is of what a verb takes: 提高 A (在 B 中) 的 地位; not 探讨 A 在 B 中 的 作用, a claim."""
    if "在" not in tokens.words:
        return
    for row in reversed(list(PLACED_DEED.finditer("".join(tokens.kinds)))):
        start, stop = row.end(1), row.end()
        ends = ROLE_FRAMES & tokens.cues.get(stop + 2, NO_USE).frames and tokens.tags[stop][0] == "v"
        if ends and tokens.words[start] == "在" and "copula" in tokens.cues.get(row.start(), NO_USE).frames:
            withdraw(tokens, start, stop)
            tokens.kinds[start] = "N"  # 是 A (在 B) 扩散 的 结果
    for row in reversed(list(LIVING.finditer("".join(tokens.kinds)))):
        start, at = row.start(1), row.start(2)
        bare = start not in tokens.cues or len(tokens.words[start]) == 1
        if bare and tokens.words[at] == "在" and "copula" in tokens.cues.get(row.start(), NO_USE).frames:
            withdraw(tokens, start, row.end())  # 是 (写 在 纸 上 的) A
    kinds = "".join(tokens.kinds)
    for row in reversed(list(PLACED.finditer(kinds))):
        start, stop = row.start() + 1, row.end()
        head = next(at for at in range(stop + 1, len(kinds) + 1) if kinds[at : at + 1] not in ("a", "N")) - 1
        verb = kinds.rfind("V", tokens.clause_start(start), start)
        being = verb >= 0 and "copula" in tokens.cues.get(verb, NO_USE).frames
        ends = ROLE_FRAMES & tokens.cues.get(head, NO_USE).frames
        taken = verb >= 0 and bool(ends or not being)  # 是 A (在 B 中) 的 体现, not 是 A 在 B 中 的 延伸
        taken = taken and (kinds[start - 1] != "u" or tokens.words[start - 1] in ("了", "着", "过"))
        if taken and tokens.words[start] == "在" and "influences" not in tokens.cues.get(head, NO_USE).relations:
            withdraw(tokens, start, stop)


def leave_out_remains(tokens: Tokens) -> None:
    """Remove after what there is left what a verb takes: 填补 (A 衰落 以后 留下 的) 空白."""
    if "留下" not in tokens.words and "遗留" not in tokens.words:
        return
    for row in reversed(list(REMAINS.finditer("".join(tokens.kinds)))):
        start, verb = row.start(1), row.end() - 2
        if tokens.words[verb] in ("留下", "遗留") and tokens.words[verb - 1] in ("以后", "之后", "后"):
            withdraw(tokens, start, row.end())


def leave_out_likeness(tokens: Tokens, grammar: Grammar) -> None:
    """Remove how others do what a thing does: A 并 没有 (如 人们 预期 的 那样) V B, A (像 C 一样) V B."""
    if grammar.sets["likening_close"].isdisjoint(tokens.words):
        return
    closing = [at for at, word in enumerate(tokens.words[:-1]) if word in grammar.sets["likening_close"]]
    for at in reversed(closing):
        if tokens.kinds[at + 1 : at + 2] not in (["V"], ["d"], ["P"], ["B"], ["I"], ["n"]):
            continue
        clause = range(at - 2, tokens.clause_start(at), -1)
        likening = grammar.sets["likening"]
        start = next((to for to in clause if tokens.words[to] in likening or tokens.words[to] == "人像"), None)
        if start is None:
            continue
        if tokens.words[start] == "人像":  # 要求 人 (像 C 一样) V
            tokens.words[start], tokens.ends[start], tokens.names[start] = "人", tokens.ends[start] - 1, ""
            start += 1
        bare = tokens.kinds[start - 1] == "N" and "".join(tokens.kinds[at + 1 : at + 3]) in ("V,", "n,", "V.", "n.")
        withdraw(tokens, start, at + (not bare))
        if bare:
            tokens.kinds[start] = "d"  # A 一样 V，


def leave_out_sequel(tokens: Tokens) -> None:
    """Remove behind what something comes: (继 A、B 之后 的) 第三 个 C."""
    words = tokens.words
    if "继" not in words or "的" not in words:
        return
    start = words.index("继")
    close = next((at for at in range(start + 2, tokens.clause_end(start)) if words[at] in ("之后", "以后", "后")), None)
    if close is not None and words[close + 1 : close + 2] == ["的"] and tokens.kinds[close + 2 : close + 3] != ["."]:
        withdraw(tokens, start, close + 2)


def leave_out_arising(tokens: Tokens, grammar: Grammar) -> None:
    """Remove that something comes about before the 的 of what it comes of or rests on: 异化 (产生) 的 社会 根源."""
    words, kinds, arising = tokens.words, tokens.kinds, grammar.sets["arising"]
    if arising.isdisjoint(words):
        return
    for at in range(len(words) - 3, 0, -1):
        if words[at] not in arising or words[at + 1] != "的" or kinds[at - 1] != "N":
            continue
        head = at + 2
        while kinds[head : head + 2] == ["N", "N"]:
            head += 1
        uses = tokens.cues.get(head, NO_USE)
        if not ROLE_FRAMES.isdisjoint(uses.frames) and not RESTING.isdisjoint(uses.relations):
            withdraw(tokens, at, at + 1)


def leave_out_fillers(tokens: Tokens, grammar: Grammar) -> None:
    """Remove 所在 behind the noun that closes a clause, A 的 核心 (所在), but not A 之 所在; 好 in 协调 (好) A.

    Also 之间 behind the one name of several things that have something: 村落 (之间) 具有 A, not A 与 B 之间 存在 C.
    Also what A is taken for B to do: 把 A 作为 B (来 理解), 把 A 当作 B (看待).
    """
    words, kinds, viewed = tokens.words, tokens.kinds, grammar.sets["viewed_as"]
    if "之间" in words:
        for at in range(len(words) - 2, 0, -1):
            if words[at] != "之间":
                continue
            verb = next((place for place in range(at + 1, len(kinds)) if kinds[place] not in "dC"), at)
            if words[verb] not in ("具有", "缺乏"):
                continue
            named = "".join(kinds[tokens.clause_start(at) : at])
            if re.fullmatch("d*[ramNn]*N", named):
                withdraw(tokens, at, at + 1)
    if "所在" in words:
        for at in range(len(words) - 2, 1, -1):
            if words[at] == "所在" and kinds[at - 1] in "Na" and kinds[at + 1] in ",.":
                kinds[at - 1] = "N"
                withdraw(tokens, at, at + 1)
    if not viewed.isdisjoint(words):
        for at in range(len(words) - 2, 2, -1):
            come = words[at - 1] == "来" and kinds[at] in "VnN" and not tokens.names[at]
            told = kinds[at + 1 : at + 2] in ([","], ["."]) and (come or words[at] in ("看待", "对待"))
            if told and not viewed.isdisjoint(words[tokens.clause_start(at) : at]):
                withdraw(tokens, at - come, at + 1)
    if "好" in words:
        for at in range(len(words) - 2, 0, -1):
            if words[at] == "好" and kinds[at - 1] == "V" and kinds[at] == "a" and kinds[at + 1] in "Na":
                withdraw(tokens, at, at + 1)


def leave_out_division(tokens: Tokens) -> None:
    """Remove what only says that there are several kinds: 有 A、B (之 分)."""
    if "之" not in tokens.words:
        return
    for at in range(len(tokens.words) - 2, 2, -1):
        parted = tokens.words[at - 1 : at + 1] in (["之", "分"], ["之", "别"]) and tokens.kinds[at + 1] in ",."
        if parted and "有" in tokens.words[tokens.clause_start(at) : at]:
            withdraw(tokens, at - 1, at + 1)


def leave_out_both(tokens: Tokens, grammar: Grammar) -> None:
    """Remove the two things that one does of which a kind is told: 形成 一种 (既 V A 又 V B 的) C."""
    words, kinds = tokens.words, tokens.kinds
    if "既" not in words or "又" not in words:
        return
    for at in range(len(words) - 5, 0, -1):
        if words[at] != "既" or words[at - 1] not in grammar.sets["counter"]:
            continue
        end = tokens.clause_end(at)
        head = next((to for to in range(end - 1, at, -1) if kinds[to] == "D"), at) + 1
        again = words.index("又", at, end) if "又" in words[at:end] else end
        done = again < head and not {"V", "P"}.isdisjoint(kinds[again:head])
        if done and set(kinds[head:end]) <= {"a", "N"}:
            withdraw(tokens, at, head)


def leave_out_amounts(tokens: Tokens) -> None:
    """Remove how much it is of what a verb takes: 浇筑 了 (直径 为 10 cm 的) 管."""
    if "为" not in tokens.words:
        return
    for at in [at for at in range(len(tokens.words) - 3, 1, -1) if tokens.words[at] == "为"]:
        if tokens.kinds[at - 1] == "N" and tokens.kinds[at - 2] in "VuPB" and tokens.words[at + 1][0].isdigit():
            stop = next((to for to in range(at + 2, min(at + 5, len(tokens.words))) if tokens.kinds[to] == "D"), 0)
            if stop:
                withdraw(tokens, at - 1, stop + 1)


def _only_classes(tokens: Tokens, grammar: Grammar, pointing: int, head: int) -> bool:
    """Whether the noun `head` says nothing of its own, and what it classes stands before `pointing`."""
    kinds, words = tokens.kinds, tokens.words
    if (
        words[head : head + 1]
        and words[head] in grammar.sets["list_kind"]
        and words[head + 1 : head + 2] in (["组成"], ["构成"])
    ):
        return True  # 由 A 和 B 这 两个 要素 组成
    if kinds[head : head + 1] != ["N"] or kinds[head + 1 : head + 2] == ["N"] or tokens.names[head]:
        return False
    if tokens.ends[pointing - 1] != tokens.starts[pointing]:
        return False
    start = pointing - 1
    while start and kinds[start - 1] in "Nam":
        start -= 1
    led = start > 0 and kinds[start - 1] in "PIBC"
    treated = led and kinds[start - 1] in "PIB" and words[start - 1] in TREATED
    filled = words[head + 1 : head + 2] == ["的"] and tokens.cues.get(head + 2, NO_USE).frames & ROLE_FRAMES
    treated = treated or bool(filled) or words[head + 1 : head + 2] in (["与"], ["同"], ["跟"])
    if treated and len(words[head]) == 2:
        return True  # 对 A 这一 制度 进行 B, A 这一 制度 的 产物
    way = led and words[start - 1] in grammar.sets["leading_means"] and words[head] in grammar.sets["thought_class"]
    if words[head] not in grammar.sets["light_head"] and not way:
        return False  # 通过 A 这一 机制 影响 B
    return led or kinds[head + 1 : head + 2] == ["D"] or "V" not in kinds[tokens.clause_start(start) : start]


def withdraw(tokens: Tokens, start: int, stop: int) -> None:
    """Remove the tokens ``start:stop`` of a sentence that is read, with what is known of them."""
    tokens.leave_out(start, stop)
    size = stop - start
    tokens.cues = {at - size * (at >= stop): uses for at, uses in tokens.cues.items() if not start <= at < stop}
    tokens.persons = {at - size * (at >= stop) for at in tokens.persons if not start <= at < stop}
    tokens.quoted = {at - size * (at >= stop) for at in tokens.quoted if not start <= at < stop}
