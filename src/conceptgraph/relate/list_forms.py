"""Lists that another word than 包括 opens, or a colon, read as if it stood there: 集 A、B 于 一身, 职能 有 A、B."""

from __future__ import annotations

import re

from conceptgraph.relate.listed_marks import join_listed
from conceptgraph.relate.rules import Grammar, RuleSet
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import BELOW, SEVERAL

TOLD_CLAUSE = re.compile("[NnV]d*V[uamrNn]")  # a verb and what it takes
COMBINED = ("共同", "综合", "交互", "叠加", "相互")  # how several causes work together
JOINT_WORK = re.compile(f"(?:{'|'.join(COMBINED)})(?:作用|影响)的(?:结果|产物)")
LIST_HEADS = ("list_kind", "step_head", "aspect_head")  # lists of what a list may be of
DEEDS = re.compile("VN+(?:CVN+)+E?")  # kinds of a list of deeds: 修建 祠堂、兴办 义学
MEMBER_END = re.compile("(?:[Nn]|[NnV]D[adN]?[Va])E?$")  # kinds that close a member: 经费, 经费 的 短缺, 族长 的 担忧
THERE_ARE = frozenset(["有", "共有", "分", "可分"])  # before members that a number counts
COUNTED = "种类项个层点面支派条"  # end the number of members that are named
GATHERED = re.compile("集[^，。；：！？,;:!?]+[于为]一[身体炉]")


def read_lists(tokens: Tokens, rules: RuleSet) -> None:
    """Give what opens a list in one of these forms the uses of a verb that has parts."""
    join_listed(tokens)
    words, text = tokens.words, tokens.sentence.text
    if "集" in words and GATHERED.search(text):
        _read_gathered(tokens, rules)
    if "集中" in words:
        _read_focus(tokens, rules)
    if "如下" in words or "下列" in words:
        _read_following(tokens)
    if not rules.grammar.sets["list_mark"].isdisjoint(words):
        _join_marks(tokens, rules)
    if not THERE_ARE.isdisjoint(words) and "m" in tokens.kinds:
        _read_kinds(tokens, rules)
    if "作用下" in text or "作用之下" in text:
        _read_working(tokens, rules)
    if "、" not in words:
        return
    if "E" in tokens.kinds:
        _name_listed_states(tokens)
    if "有" in words or "：" in words:
        _read_listing(tokens, rules)
    if not {"m", "r"}.isdisjoint(tokens.kinds):
        _read_counted(tokens, rules)
    if JOINT_WORK.search(text):
        _read_joint_causes(tokens)
    if any(trouble in text for trouble in rules.grammar.sets["trouble"]):
        _read_troubles(tokens, rules)


def _name_listed_states(tokens: Tokens) -> None:
    """Make nouns of what closes an open list though it tells elsewhere how something is done: 平等、自愿 等 原则."""
    kinds = tokens.kinds
    for at in range(3, len(kinds)):
        listed = kinds[at] == "E" and kinds[at - 1] in "ad" and tokens.words[at - 2] == "、"
        if listed and len(tokens.words[at - 1]) > 1 and kinds[at - 3] in "Na":
            kinds[at - 1] = "N"
            if at == 3 or kinds[at - 4] in "CVu,.PDI":
                kinds[at - 3] = "N"


def _join_marks(tokens: Tokens, rules: RuleSet) -> None:
    """Make one clause of the mark of a member and what it names: 其一，A；其二，B."""
    for at in range(len(tokens.words) - 2):
        marked = tokens.words[at] in rules.grammar.sets["list_mark"] and tokens.words[at + 1] in ("，", ",")
        end = tokens.clause_end(at + 2) if marked and tokens.clause_start(at) == at else at + 2
        named = end > at + 2 and set(tokens.kinds[at + 2 : end]) <= set("NnaDCmr")
        if named and "".join(tokens.words[end : end + 1]) in "；;。.":
            tokens.kinds[at + 1] = "u"


def _read_focus(tokens: Tokens, rules: RuleSet) -> None:
    """Read 研究 集中 在 A、B as 研究 包括 A、B, what studies and the like are about, and A 集中 在 以下 两个 阶段：."""
    words, heads = tokens.words, rules.grammar.sets["focusing"]
    for at in range(1, len(words) - 2):
        if words[at] == "集中" and words[at + 1] in ("在", "于"):
            told = next((to for to in range(at - 1, -1, -1) if tokens.kinds[to] not in "du"), at)
            if words[told][-2:] in heads or words[at + 2] in BELOW:
                tokens.kinds[at], tokens.cues[at] = "V", rules.vocabulary.uses_of["包括"]
                tokens.kinds[at + 1] = "u"


def _read_following(tokens: Tokens) -> None:
    """Make 如下 point to what is listed behind the noun that it stands before: 具有 如下 特征：A、B."""
    for at in range(len(tokens.words) - 2):
        if tokens.words[at] in ("如下", "下列") and tokens.kinds[at + 1] in "Nnmr":
            tokens.kinds[at] = "r"


def _read_counted(tokens: Tokens, rules: RuleSet) -> None:
    """Make nouns of the last words of members that are counted behind them: 萌芽、兴盛 和 衰落 三个 阶段."""
    words, kinds, sets = tokens.words, tokens.kinds, rules.grammar.sets
    for at in range(3, len(words) - 1):
        closes = at - (words[at - 1] == "这")  # A、B 和 C 这 三个 阶段
        if kinds[at] not in "mr" or kinds[closes - 1] not in "NnVad" or words[at][0] not in SEVERAL:
            continue
        head = at + 1
        while kinds[head : head + 1] in (["m"], ["q"]) or kinds[head : head + 2] == ["a", "N"]:
            head += 1
        while kinds[head + 1 : head + 2] == ["N"]:
            head += 1
        if head < len(words) and any(words[head][-2:] in sets[name] for name in LIST_HEADS):
            _name_last_words(tokens, closes)


def _read_joint_causes(tokens: Tokens) -> None:
    """Make nouns of the last words of what brings something about together: 经费短缺 与 族规 松弛 共同 作用 的 结果."""
    for at in range(3, len(tokens.words) - 1):
        if tokens.words[at] in COMBINED and tokens.words[at + 1] in ("作用", "影响"):
            _name_last_words(tokens, at)
            told = next((to for to in range(at - 1, 0, -1) if tokens.words[to] == "是" or tokens.kinds[to] in ",."), at)
            tokens.kinds[told + 1 : at] = ["N" if kind == "V" else kind for kind in tokens.kinds[told + 1 : at]]


def _read_working(tokens: Tokens, rules: RuleSet) -> None:
    """Read 在 A 和 B 的 (共同) 作用 下 as 在 A 和 B 的 影响 下."""
    for at in range(2, len(tokens.words) - 1):
        working = tokens.words[at] == "作用" and tokens.words[at + 1] in ("下", "之下") and tokens.kinds[at] == "N"
        if working and "在" in tokens.words[tokens.clause_start(at) : at]:
            tokens.cues[at] = rules.vocabulary.uses_of["影响"]


def _read_troubles(tokens: Tokens, rules: RuleSet) -> None:
    """Make nouns of the last words of what there is: 存在 机制 缺失、经费 短缺 等 问题."""
    words, kinds, sets = tokens.words, tokens.kinds, rules.grammar.sets
    for at in range(3, len(words) - 1):
        troubles = kinds[at] == "E" and any(word[-2:] in sets["trouble"] for word in words[at + 1 : at + 3])
        before = words[tokens.clause_start(at) : at]
        if troubles and any(word.removesuffix("了") in sets["bringing_trouble"] for word in before):
            _name_last_words(tokens, at)


def _name_last_words(tokens: Tokens, end: int) -> None:
    """Make nouns of the words that close the members of the list with 、 that ends before the token `end`."""
    kinds, start = tokens.kinds, end
    while start and kinds[start - 1] in "NnVadC":
        start -= 1
    joints = [to for to in range(start, end) if kinds[to] == "C"]
    if any(tokens.words[to] == "、" for to in joints):
        for joint in (*joints, end):
            if kinds[joint - 1] != "C":  # 、 of 、与 A 合作
                kinds[joint - 1] = "N"


def _read_gathered(tokens: Tokens, rules: RuleSet) -> None:
    """Read A 集 B、C 于 一身 and A 集 B、C 为 一体 as A 兼具 B、C."""
    words, kinds = tokens.words, tokens.kinds
    at = words.index("集")
    ahead = range(at, tokens.clause_end(at) - 1)
    closes = (to for to in ahead if words[to] in ("于", "为") and words[to + 1][0] == "一")
    by = next(closes, at)
    if by > at + 1:
        kinds[at], tokens.cues[at] = "V", rules.vocabulary.uses_of["兼具"]
        _name_all(tokens, at + 1, by)
        kinds[by : by + 2] = ["u", "u"]


def _read_listing(tokens: Tokens, rules: RuleSet) -> None:
    """Read A 的 内容 有 B、C as A 的 内容 包括 B、C, and the list in 包括：B、C as what the verb takes."""
    words, kinds, kept = tokens.words, tokens.kinds, rules.grammar.sets["list_kind"]
    for at in range(1, len(words) - 1):
        owned = at - 1 - (at > 1 and words[at - 1] == "主要")
        if words[at] == "有" and words[owned][-2:] in kept and _is_list(tokens, at + 1):
            tokens.cues[at] = rules.vocabulary.uses_of["包括"]
        if words[at] == "以下" and kinds[at - 1] == "V":
            kinds[at] = "r"  # 包括 以下 几个 A
        if words[at] == "：" and kinds[at] == "," and _is_list(tokens, at + 1):
            _name_all(tokens, at + 1, tokens.clause_end(at + 1))
        told = at - 1 - (words[at - 1] == "了" and kinds[at - 1] == "u")  # 包括 了：A、B
        listing = words[at] == "：" and words[told] in rules.grammar.sets["before_colon"]
        listing = listing and kinds[at] == "," and _is_list(tokens, at + 1) and _names_things(tokens, at + 1)
        listing = listing and DEEDS.fullmatch("".join(kinds[at + 1 : tokens.clause_end(at + 1)])) is None
        if listing and tokens.clause_end(at + 1) + 1 >= len(words):
            kinds[at] = "u"
            _name_owned(tokens, at + 1, tokens.clause_end(at + 1))
            if words[at - 1] == "如下":
                words[at - 1], kinds[at - 1], tokens.tags[at - 1] = "包括", "V", "v"
            if words[at - 1] in ("包括", "有"):
                tokens.cues[at - 1] = rules.vocabulary.uses_of["包括"]


def _read_kinds(tokens: Tokens, rules: RuleSet) -> None:
    """Read A 有 B 和 C 两种 as A 包括 B 和 C."""
    for at in [at for at, word in enumerate(tokens.words[:-4]) if word in THERE_ARE]:
        if count := _count_behind(tokens, rules, at + 1):
            tokens.cues[at], tokens.kinds[at] = rules.vocabulary.uses_of["包括"], "V"
            _name_all(tokens, at + 1, count)
            tokens.kinds[count : tokens.clause_end(at)] = "u" * (tokens.clause_end(at) - count)


def _count_behind(tokens: Tokens, rules: RuleSet, start: int) -> int:
    """Return where the number of what a list names stands: (A 有) B、C 和 D 三种, B 与 C 两种 基本 类型; else 0."""
    end = tokens.clause_end(start)
    counts = (at for at in range(start + 3, end) if tokens.words[at][0] in SEVERAL and tokens.words[at][-1] in COUNTED)
    count = next(counts, end)
    rest = "".join(tokens.kinds[count + 1 : end])
    kinds = not rest or (rest == "aN" and tokens.words[end - 1] in rules.grammar.sets["list_kind"])
    listed = re.fullmatch("[Nna]+(?:C[Nna]+)+", "".join(tokens.kinds[start:count])) is not None
    return count if count < end and kinds and listed else 0


def _name_all(tokens: Tokens, start: int, end: int) -> None:
    """Make nouns of the verbs in a list of single words: 自治、互助 和 教化."""
    if all(kind == "C" for kind in tokens.kinds[start + 1 : end : 2]) and (end - start) % 2:
        tokens.kinds[start:end:2] = ["N"] * len(tokens.kinds[start:end:2])


def _names_things(tokens: Tokens, start: int) -> bool:
    """Whether each member of a list ends in a noun, or in what somebody has: not 劝善惩恶、师生 平等."""
    members = "".join(tokens.kinds[start : tokens.clause_end(start)]).split("C")
    return all(MEMBER_END.search(member) is not None for member in members)


def _name_owned(tokens: Tokens, start: int, end: int) -> None:
    """Make nouns of the words behind 的 that close the members of a list, and of verbs that open one before 的."""
    kinds = [*tokens.kinds, "."]
    for at in range(start, end):
        closes = kinds[at + 1] in "CE,." and at > start and kinds[at - 1] in "DadN" and "D" in kinds[at - 2 : at]
        opens = kinds[at + 1] == "D" and (at == start or kinds[at - 1] == "C")
        if kinds[at] in "Va" and (closes or opens):
            tokens.kinds[at] = "N"  # 执行 的 松弛、经费 的 过度 短缺


def _is_list(tokens: Tokens, start: int) -> bool:
    """Whether the clause from a token on is a list of names."""
    end = tokens.clause_end(start)
    pairs = zip(tokens.kinds[start:end], tokens.words[start:end], strict=True)
    row = "".join(kind for kind, word in pairs if kind != "P" or word != "对")  # 村民 对 祠堂 的 过度 担忧
    row = row.replace("Dd", "D")
    return "、" in tokens.words[start:end] and set(row) <= set("NnVaCDE") and TOLD_CLAUSE.search(row) is None


def read_duties(tokens: Tokens, grammar: Grammar) -> None:
    """Make verbs of what opens the members of a row of deeds: 具有 V A、V B 和 V C 等 功能, 在 V A、V B 等 方面."""
    words, kinds, sets = tokens.words, tokens.kinds, grammar.sets
    if "C" not in kinds or (sets["having"].isdisjoint(words) and "方面" not in words):
        return
    for at in range(len(words) - 4):
        has, placed = words[at] in sets["having"] and kinds[at] == "V", words[at] == "在" and kinds[at] == "P"
        if not (has or placed):
            continue
        end = tokens.clause_end(at)
        start = at + 1 + (kinds[at + 1] == "u")
        marks = (to for to in range(end - 2, start, -1) if kinds[to] in "ED")
        closes = next((to for to in marks if has or words[to + 1] == "方面"), start)
        opens = [start, *(to + 1 for to in range(start, closes) if kinds[to] == "C")]
        if len(opens) > 1 and (placed or words[end - 1][-2:] in sets["duty_head"]):
            _name_deeds(tokens, opens, closes)


def _name_deeds(tokens: Tokens, opens: list[int], closes: int) -> None:
    """Make verbs of the tokens `opens` and nouns of those behind each, if every member is a deed done to a thing."""
    kinds, tags = tokens.kinds, tokens.tags
    ends = [*(at - 1 for at in opens[1:]), closes]
    spans = [(first, last) for first, last in zip(opens, ends, strict=True) if last - first > 1]
    doing = [tags[first] in ("v", "vn") or (tags[first] == "n" and first in tokens.cues) for first, _ in spans]
    done = all(doing) and all(len(tokens.words[first]) > 1 for first, _ in spans)
    plain = done and all(tags[at][0] in "nvlajbiz" for first, last in spans for at in range(first + 1, last))
    if not plain or not spans or (len(spans) < len(opens) and tags[opens[0]][0] == "n"):
        return
    if not any(kinds[first] == "V" for first, _ in spans):
        return  # 具有 信息 传播、纠纷 调解 等 功能
    for first, last in spans:
        kinds[first] = "V"
        kinds[first + 1 : last] = ["N" if kind in "nV" else kind for kind in kinds[first + 1 : last]]
        kinds[last - 1] = "N"
