"""Frames: what words, clauses or verdicts round a passage leave open, concede or give to others, whoever they are."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.speakers import named_in
from conceptgraph.relate.voice import Scope
from conceptgraph.relate.words import AND_THEN, BUT

PERHAPS = frozenset(["可能", "仿佛", "好像", "但愿"])  # open a clause before its subject, beside the words of `unsure`
PARTED = {"有": "可能", "表面": "上"}  # words that the tokenizer parts
THEN_CLAUSE = frozenset(["那么", "那", "否则", "不然"])  # open what follows from a condition
EVEN_IF = frozenset(["即使", "即便", "哪怕", "就算", "纵使", "纵然", "纵令", "即令"])
EVEN_SO = frozenset(["也", "都", "仍", "仍然", "依然", "依旧", "还是"])  # stand in what holds in spite of a concession
SO_THAT = frozenset(["从而", "进而", "继而", "以致", "以至于", "并且", "且"])
DENIED_WITH = SO_THAT | set(AND_THEN)  # go on with what is denied
GOING_ON = DENIED_WITH | {"因而", "而是"}  # go on with what is left open
TURNING = frozenset([*BUT, "却", "而", "因为", "由于"])
NO_CONCLUSION = re.compile(
    "(?:不能|不可|不应|无法|难以|并不能|绝不能|不足以)(?:由此|从中|就此|据此|因此)(?:得出|推出|推断|断定|断言|认为|推导出|引出)"
    "|(?:由此|从中|据此|就此)(?:得不出|推不出|并?(?:不能|无法|难以)(?:得出|推出|断定))"
)
DENIED_BY = frozenset(["这", "此", "但", "但是", "不", "缺乏", "尚无", "并无", "很难", "无法"])  # may open a denial
ABOUT = frozenset(["对", "对于", "就", "围绕", "关于"])
# signs by which a sentence is looked at for a judgement, beside an opinion
JUDGING = re.compile(
    "[误偏成谬幻臆立脚争衷纷得待]|空想|妄想|神话|假象|谎言|迷信|现实|可能|意见|问题|话题|假设|假说|猜想|推测|错觉|疑问|分歧"
)


def _one_of(grammar: Grammar, name: str) -> str:
    """Return a pattern of one word of the list `name` of the grammar, the longest one that stands there."""
    return f"(?:{'|'.join(sorted(grammar.sets[name], key=lambda word: (-len(word), word)))})"


@cache
def _disputed(grammar: Grammar) -> re.Pattern[str]:
    """Return what closes a clause that tells that something is not settled: 存在 很大 的 争议, 众说纷纭."""
    controversy, unagreed = _one_of(grammar, "controversy"), _one_of(grammar, "unagreed")
    return re.compile(
        "(?:存在|有|仍有|尚有|充满)着?(?:很大的?|较大的?|激烈的?|诸多|许多|不同的?|广泛的?)?"
        f"{controversy}$|{unagreed}$|(?:这一|这个)(?:问题|争论|争议|话题)$|的(?:争论|争议)$"
    )


@cache
def _left_unsettled(grammar: Grammar) -> re.Pattern[str]:
    """Return a clause that says of the one before that it is not settled: 但 学界 对此 仍 存在 很大 的 争议."""
    when = "(?:目前|仍然?|尚|还|历来|一直|至今|长期以来)*"
    return re.compile(
        f"(?:但是?|然而|不过)?{when}(?:对此)?(?:学界|学术界|学者们?|人们|研究者)?(?:对此|在这一点上)?{when}"
        f"(?:{_disputed(grammar).pattern})"
    )


@cache
def _called_false(grammar: Grammar) -> re.Pattern[str]:
    """Return what closes a clause that says of itself that it is not so: 只是 一种 误解, 根本 不可能."""
    belief = _one_of(grammar, "false_belief")
    return re.compile(
        "(?:只是|不过是|纯属|无非是|乃是|都是|是)(?:一种|一个|一场|某种)?(?:极大的?|严重的?|普遍的?|常见的?|典型的?)?"
        f"{belief}$"
        "|(?:是?(?:完全|根本|绝)?(?:不可能|不成立|不能成立|不现实)|已?(?:经)?不再可能|难以成立|站不住脚)[的了]?$"
    )


@cache
def _only_possible(grammar: Grammar) -> re.Pattern[str]:
    """Return what closes a clause that says of itself that it may be so: 还 只是 一种 假设, 有待 证明."""
    possibility, left = _one_of(grammar, "mere_possibility"), _one_of(grammar, "left_to_prove")
    return re.compile(
        f"[还尚仍]?(?:只是|不过是|仅仅是)(?:一种|一个|其中一种)?{possibility}$"
        f"|[还尚仍]?(?:尚待|有待|仍待|亟待)(?:进一步|深入)?{left}$"
    )


@cache
def _denied_opening(grammar: Grammar) -> re.Pattern[str]:
    """Return what opens a clause all of which it denies: 但 不能 说, 没有 证据 表明, 并非."""
    said, evidence, proving = (_one_of(grammar, name) for name in ("said_to_be", "evidence_noun", "proving"))
    return re.compile(
        "(?:但是?|而|然而|因此|所以|不过)?(?:这|此|那)?(?:"
        f"(?:并不|并非|绝不|不能|不可|不应|不宜|不|很难|难以|无法)(?:能|是|可以|足以)?{said}"
        f"|(?:没有|缺乏|尚无|并无|无)(?:充分的?|足够的?|任何|直接的?)?{evidence}(?:能够?|可以|足以)?{proving}"
        "|并非|并不是|未必)"
    )


def framed_scopes(clauses: Clauses) -> list[Scope]:
    """Return the passages of a sentence that its frames put in doubt, suppose or concede."""
    found: list[Scope] = _suspected(clauses) if "怀疑" in clauses.words else []
    sets, first, words = clauses.sets, 0, clauses.parse.tokens.words
    judging = JUDGING.search(clauses.sentence.text) is not None or not sets["opinion"].isdisjoint(words)
    while first < len(clauses.kinds):
        word, border = clauses.words[first], clauses.last[first]
        if word in PERHAPS or word in PARTED or word in sets["unsure"] or word in sets["hearsay"]:
            found += _opened_by_doubt(clauses, first)
        elif word in EVEN_IF or word in sets["supposer"]:
            found += _up_to_outcome(clauses, first)
        elif word in sets["negator"] or word in DENIED_BY:
            found += _denied_on(clauses, first)
        if judging and border - first > 1:
            found += _judged(clauses, first, border)
        first = border + 1
    return found


def _place(clauses: Clauses, index: int) -> int:
    """Return the character at which a chunk begins, the end of the sentence behind the last one."""
    chunks = clauses.parse.chunks
    return clauses.parse.tokens.starts[chunks[index].start] if index < len(chunks) else len(clauses.sentence.text)


def _opened_by_doubt(clauses: Clauses, first: int) -> list[Scope]:
    """Return what a word leaves open that stands before the subject: 可能 A V B，从而 V C; 据说 A V B，C V D."""
    word, told = clauses.words[first], first + 1
    if word in PARTED:
        if clauses.words[told : told + 1] != [PARTED[word]]:
            return []
        told += 1
    elif clauses.kinds[first] not in "dCu":
        return []
    if told >= clauses.last[first]:
        return []
    if clauses.kinds[told] not in "NRrmS" and clauses.words[told] not in ("没有", "只有"):
        return []
    if word in clauses.sets["hearsay"]:
        return [Scope(None, _place(clauses, first), len(clauses.sentence.text), common=True)]
    if not any(kind in "VPB" for kind in clauses.kinds[told : clauses.last[first]]) and clauses.words[told] != "没有":
        return []
    return [Scope(None, _place(clauses, first), _place(clauses, _end_of_row(clauses, first)), modality="asked")]


def _end_of_row(clauses: Clauses, first: int) -> int:
    """Return the border behind the clauses without a subject that go on with the one from chunk `first` on."""
    border = clauses.last[first]
    while border + 1 < len(clauses.kinds) and clauses.word(border) in "，,":
        word, opens = clauses.words[border + 1], clauses.opening(border)
        bare = opens < len(clauses.kinds) and clauses.kinds[opens] in "VB" and word not in TURNING
        if not (bare or word in GOING_ON) or clauses.is_in(border + 1, "in_truth"):
            break
        border = clauses.last[border + 1]
    return border


def _denied_on(clauses: Clauses, first: int) -> list[Scope]:
    """Return what goes on with what a clause denies from its opening on: 并非 A V B，从而 V C; 未必 A V B."""
    place, border = _place(clauses, first), clauses.last[first]
    if _denied_opening(clauses.rules.grammar).match(clauses.sentence.text, place) is None:
        return []
    whole = clauses.words[first] == "未必" and clauses.kinds[first + 1 : first + 2] == ["N"]
    stop = border
    while stop + 1 < len(clauses.kinds) and clauses.word(stop) in "，," and clauses.word(stop + 1) in DENIED_WITH:
        if clauses.kinds[clauses.opening(stop) :][:1] not in (["V"], ["B"]):
            break
        stop = clauses.last[stop + 1]
    start = place if whole else _place(clauses, border)
    end = _place(clauses, stop)
    return [Scope(None, start, end, modality="asserted", negated=True)] if start < end else []


def denies_opening(clauses: Clauses, index: int) -> bool:
    """Whether the clause of a chunk opens with what denies all of it: 不能 说 没有 A 就 没有 B."""
    opens, start = _place(clauses, clauses.first[index]), _place(clauses, index)
    found = _denied_opening(clauses.rules.grammar).match(clauses.sentence.text, opens)
    return found is not None and found.end() <= start


def _suspected(clauses: Clauses) -> list[Scope]:
    """Return what somebody doubts in a whole clause: 韦伯 怀疑 A 以 B 为 C，D V E."""
    verb = clauses.words.index("怀疑")
    first = clauses.first[verb]
    if clauses.kinds[verb : verb + 2] != ["V", "N"] or verb == first or clauses.kinds[verb - 1] not in "NSd":
        return []
    told = clauses.after(verb + 1)
    if told is None or clauses.kinds[told] not in "VPBI" or "D" in clauses.kinds[verb : clauses.last[verb]]:
        return []
    start, stop = clauses.parse.tokens.ends[clauses.parse.chunks[verb].end - 1], len(clauses.sentence.text)
    return [Scope(named_in(clauses, first, verb), start, stop)]


def _up_to_outcome(clauses: Clauses, first: int) -> list[Scope]:
    """Return the second part of what is supposed: 如果 A V B，而 C V D，那么 E V F; 即使 A V B，C V D，E 也 V F."""
    conceded = clauses.words[first] in EVEN_IF
    ahead = second = clauses.last[first] + 1
    opens = clauses.opening(second - 1)
    while ahead < len(clauses.kinds) and clauses.word(ahead - 1) in "，,":
        words = clauses.words[ahead : clauses.last[ahead]]
        if words[:1] and words[0] in BUT:
            return []
        closes = not EVEN_SO.isdisjoint(words) if conceded else words[:1] and words[0] in THEN_CLAUSE
        if closes and ahead > second and (clauses.words[second] in SO_THAT or "N" in clauses.kinds[opens : opens + 1]):
            modality = "conceded" if conceded else "asked"
            return [Scope(None, _place(clauses, second), _place(clauses, ahead), modality=modality)]
        if closes:
            return []
        ahead = clauses.last[ahead] + 1
    return []


def _judged(clauses: Clauses, first: int, border: int) -> list[Scope]:
    """Return what the clause itself calls false, disputed or no more than possible: A V B 是 一种 误解."""
    start, stop = _place(clauses, first), _place(clauses, border)
    text = clauses.sentence.text[start:stop]
    if NO_CONCLUSION.match(text):
        border = _end_of_row(clauses, first)
        return [Scope(None, start, _place(clauses, border), modality="asked")]
    about = first + (clauses.kinds[first] in "NS" and clauses.kinds[first + 1] == "P")
    if clauses.words[about] in ABOUT and _disputed(clauses.rules.grammar).search(text):
        return [Scope(None, start, stop, modality="asked")]
    if first > 1 and _left_unsettled(clauses.rules.grammar).fullmatch(text):
        before = clauses.first[first - 1]
        return [Scope(None, _place(clauses, before), _place(clauses, first - 1), modality="asked")]
    called_false = _called_false(clauses.rules.grammar)
    found = called_false.search(text) or _only_possible(clauses.rules.grammar).search(text)
    if found is not None and _is_whole(clauses, first, start + found.start()):
        false = found.re is called_false
        return [Scope(None, start, start + found.start(), modality="asserted" if false else "asked", negated=false)]
    return _judged_before(clauses, first, border)


def _is_whole(clauses: Clauses, first: int, place: int) -> bool:
    """Whether a whole clause, with its subject, stands before a character; not [S V 的] H, nor what somebody says."""
    stop = next(at for at in range(first, len(clauses.kinds) + 1) if _place(clauses, at) >= place)
    if clauses.is_in(first, "putting") or stop - first < 3:
        return False
    verb = next((at for at in range(first, stop) if clauses.kinds[at] in "VP"), stop)
    whole = first < verb < stop and clauses.kinds[first] in "Nrm" and "D" not in clauses.kinds[verb:stop]
    whole = whole and not any(clauses.opens_report(at) for at in range(first, stop))
    closing = clauses.parse.chunks[stop - 1].items
    return whole and not (closing and len(closing[-1].parts) > 1)


def _judged_before(clauses: Clauses, first: int, border: int) -> list[Scope]:
    """Return what a clause doubts that stands before it or opens it: A V B，这种 观点 值得 商榷; A V B 这 一 命题 V."""
    if clauses.sets["pointing"].isdisjoint(clauses.words[first:border]):
        return []
    text, stop = clauses.sentence.text, _place(clauses, border)
    row = range(first + 1, border)
    inner = next((at for at in row if _points_to(clauses, at, "stance", "opinion", "disputed")), None)
    if inner is not None and _closes_clause(clauses, first, inner):
        scope = Scope(None, _place(clauses, first), _place(clauses, inner))
        if not clauses.is_in_head(inner, "disputed"):
            return [scope]
        told = text[_place(clauses, inner + 1) : stop]  # A V B 这 一 问题 尚 无 答案
        return [replace(scope, modality="asked")] if any(word in told for word in clauses.sets["unanswered"]) else []
    if not first or not _points_to(clauses, first, "stance", "opinion"):
        return []
    told = text[_place(clauses, first + 1) : stop]
    if not any(word in told for word in clauses.sets["casting_doubt"]):
        return []
    opens = clauses.first[first - 1]
    while opens and clauses.word(opens - 1) in "，,":
        opens = clauses.first[opens - 2]
    if any(clauses.has_frame(at, "speech") for at in range(opens, first) if clauses.kinds[at] == "V"):
        return []  # 有人 认为 A V B，…
    return [Scope(None, _place(clauses, opens), _place(clauses, first))]


def _closes_clause(clauses: Clauses, first: int, noun: int) -> bool:
    """Whether a noun phrase names what a clause says right before it: [A V B] 这 一 命题, not 甲 反驳 这 一 命题."""
    row = range(first + 1, noun)
    told = any(clauses.kinds[at] == "V" for at in row) and clauses.kinds[first] == "N"
    closed = clauses.kinds[noun - 1] == "N" or clauses.word(noun - 1)[-2:] in ("影响", "作用")
    against = any(clauses.has_frame(at, "speech") or clauses.is_in(at, "against") for at in row)
    return told and closed and not against


def _points_to(clauses: Clauses, noun: int, *names: str) -> bool:
    """Whether a noun phrase points to what a clause says by a word of one of some lists: 这 一 命题."""
    pointed = clauses.kinds[noun] == "N" and clauses.is_in(noun, "pointing")
    return pointed and clauses.is_in_any_head(noun, *names)
