"""Which verbs stand as nouns (对…的剥削, 商品交换), and which words tagged as nouns are verbs here (影响选择)."""

from __future__ import annotations

from conceptgraph.relate.affecting import find_affecting, name_studied
from conceptgraph.relate.amounts import GROWING, find_growing, find_mostly
from conceptgraph.relate.auxiliaries import find_auxiliaries, find_few, find_glued
from conceptgraph.relate.listed_states import find_states_listed, find_states_taken
from conceptgraph.relate.listed_verbs import find_named_deeds
from conceptgraph.relate.own_words import (
    closes_place,
    find_accompanied,
    find_begun,
    find_done,
    find_listed_clauses,
    find_states,
    find_told,
    find_turns,
    find_viewed,
    find_when,
)
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.small_words import settle
from conceptgraph.relate.spot import Spot
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.topics import join_clauses, name_attitudes, name_deeds, name_doers, name_respects
from conceptgraph.relate.verb_table import decisions_for
from conceptgraph.relate.wei import decide_wei
from conceptgraph.relate.words import BORDERS, NO_USE, WITH

ONE_THING = frozenset(["一个", "一种", "一类"])  # before 与 they count what stands behind it
UNSETTLED_TAGS = frozenset(["a", "q", "t", "vn"])  # of words whose kind hangs on the words beside them


def decide_verbs(tokens: Tokens, grammar: Grammar) -> None:
    """Set the kind of every word that may be verb or noun to V or N, from left to right."""
    kinds, words, tags = tokens.kinds, tokens.words, tokens.tags
    join_clauses(tokens, grammar)
    name_deeds(tokens, grammar)
    name_doers(tokens, grammar)
    name_respects(tokens, grammar)
    name_attitudes(tokens, grammar)
    adverbial = _manners(tokens) if "地" in words else ()
    verbs_left, marked, manner = 0, False, grammar.sets["manner"]
    copulas, states, hollow = grammar.sets["copula"], grammar.sets["state_verb"], grammar.sets["hollow_quality"]
    plain = not adverbial and manner.isdisjoint(words)
    _find_constructions(tokens, grammar)
    for index, kind in enumerate(kinds):
        unsettled = tags[index] in UNSETTLED_TAGS or (
            words[index] in states and (words[index] in hollow or _tells_of_owner(kinds, index))
        )
        if kind == "N" and plain and not unsettled:
            continue
        if index in adverbial and words[index + 1] == "、":
            kinds[index] = "d"
            continue  # 公平、公正 地 分配 A
        if unsettled or kind in "BfdaPIRrCS" or (not plain and (index in adverbial or words[index] in manner)):
            settle(tokens, grammar, index)
            kind = kinds[index]
        if kind in ",.-":
            verbs_left, marked = 0, False
        elif kind in "PIB":
            marked = marked or words[index] in grammar.sets["verb_marker"]
        elif kind == "D" and index and (kinds[index - 1] == "V" or (verbs_left and closes_place(tokens, index))):
            verbs_left -= 1  # the verb of a relative clause
        elif kind in "Vn":
            before = kinds[index - 1] if index else "."
            after = kinds[index + 1] if index + 1 < len(kinds) else "."
            if after == "u" and words[index + 1] in BORDERS:
                after = kinds[index + 2] if words[index + 1] in "：:" else ","  # between words that belong together
            if index + 1 in adverbial:
                after = "d"  # 文化 认同 不可避免 地 引起 A
            if after == "d" and kinds[index + 2 : index + 3] == ["D"]:
                after = "a"  # 培育 长期 的 A
            word, cue = words[index], index in tokens.cues
            if word in copulas and word != "为":
                stressed = index and words[index - 1] in ("尤其", "特别")  # A，尤其 是 B
                weighed = word == "与其说是" and after in "IPBVd"  # A 与其说是 被 B 支配，不如说是 …
                weighed = weighed or (word == "是" and words[index - 1] in grammar.sets["whichever"])  # 不管 是 A
                kinds[index] = "d" if stressed or weighed else "C" if _joins_either(tokens, grammar, index) else "V"
            else:
                kinds[index] = _decide(Spot(tokens, grammar, index, word, kind, before, after, cue, verbs_left, marked))
            if kinds[index] == "V":
                told = cue and tokens.cues[index].opens and after in "NRr"  # 认为 A V B begins anew
                verbs_left, marked = 0 if told else verbs_left + 1, False


def _manners(tokens: Tokens) -> set[int]:
    """Return the places of the words that 地 makes adverbs of, those of a list before it too: 公平、公正 地 分配 A.

    The verb of 富有 创见 地 触及 A is made one at once.
    """
    found, words = set(), tokens.words
    for place, word in enumerate(words):
        if word == "地":
            at = place - 1
            found.add(at)
            if at > 1 and "has_part" in tokens.cues.get(at - 1, NO_USE).relations:
                tokens.kinds[at - 1] = "d"
            while at > 1 and words[at - 1] == "、":
                at -= 2
                found.add(at)
    return found


def _tells_of_owner(kinds: list[str], index: int) -> bool:
    """Whether a word before 的 is of a noun that owns another or opens a list, or that 以 takes: 是 开放 的 A 的 B."""
    owned = kinds[index + 2 : index + 4] == ["N", "D"]
    owned = owned or "".join(kinds[index + 2 : index + 4] + kinds[index + 5 : index + 6]) == "NCD"  # not 开放 的 A 和 B
    owner = owned and index > 0 and kinds[index - 1] == "V"
    return owner or (index > 0 and kinds[index - 1] == "P")


def _find_constructions(tokens: Tokens, grammar: Grammar) -> None:
    """Settle the words of constructions that are seen only over several words."""
    if not grammar.sets["comparing_attribute"].isdisjoint(tokens.words):
        _find_attributes(tokens, grammar)
    find_auxiliaries(tokens, grammar)
    if not grammar.sets["quantity"].isdisjoint(tokens.words):
        _part_from_owner(tokens, grammar)
    if "开始" in tokens.words or "继续" in tokens.words:
        find_begun(tokens)
    find_glued(tokens, grammar)
    find_done(tokens)
    find_told(tokens, grammar)
    find_affecting(tokens, grammar)
    if "的" in tokens.words and not grammar.sets["effect_ending"].isdisjoint(tokens.words):
        name_studied(tokens, grammar)
    if "不" in tokens.words or "过" in tokens.words:
        find_states(tokens, grammar)
    find_accompanied(tokens, grammar)
    find_turns(tokens)
    find_when(tokens)
    find_few(tokens)
    if not grammar.sets["mostly"].isdisjoint(tokens.words):
        find_mostly(tokens, grammar)
    if GROWING in tokens.words:
        find_growing(tokens)
    find_viewed(tokens, grammar)
    find_listed_clauses(tokens)
    find_states_listed(tokens, grammar)
    if "C" in tokens.kinds:
        find_states_taken(tokens, grammar)
    if "、" in tokens.words:
        find_named_deeds(tokens)
    if "即" in tokens.words:
        _find_outcomes(tokens, grammar)
    if "而" in tokens.sentence.text:
        _part_contrasts(tokens, grammar)
    if not grammar.sets["given_deed"].isdisjoint(tokens.words):
        _name_given(tokens, grammar)
    if "价值" in tokens.words or "结合" in tokens.words:
        _name_values(tokens)
    if not ONE_THING.isdisjoint(tokens.words):
        _pass_over_counts(tokens)


def _name_given(tokens: Tokens, grammar: Grammar) -> None:
    """Make a noun of the deed that closes what is only said to be done, with what it is like: 对 A 作出 合理 解释."""
    for at in range(2, len(tokens.words)):
        given = tokens.words[at - 2] in grammar.sets["given_deed"] and tokens.tags[at][0] == "v"
        given = given and tokens.kinds[at - 1] in "da"
        if given and tokens.kinds[at + 1 : at + 2] in ([], [","], ["."], ["C"], ["D"]):
            tokens.kinds[at - 1 : at + 1] = "aN"


def _name_values(tokens: Tokens) -> None:
    """Make nouns of what only says which is meant: 追求 使用 价值, 停留于 交换 价值 的 层面, A 与 B 的 结合 方式."""
    for at in range(1, len(tokens.words)):
        named = tokens.words[at] == "价值" and tokens.words[at - 1] in ("使用", "交换")
        if named and tokens.kinds[max(at - 2, 0)] != "n":
            tokens.kinds[at - 1] = "N"
        elif tokens.words[at] == "结合" and tokens.kinds[at - 1] == "D":
            tokens.kinds[at] = "N"


def _part_from_owner(tokens: Tokens, grammar: Grammar) -> None:
    """Read as 的 what says how much of what its owner has: 机器 替代 了 人类 部分 劳动."""
    for at in range(2, len(tokens.words) - 1):
        owned = tokens.words[at] in grammar.sets["quantity"] and len(tokens.words[at]) > 1
        taken = tokens.kinds[at - 2] == "V" or tokens.words[at - 2] in ("了", "着")
        if owned and taken and tokens.kinds[at - 1] == "N" and tokens.kinds[at + 1] in "Nn":
            tokens.kinds[at] = "D"


def _pass_over_counts(tokens: Tokens) -> None:
    """Make particles of 一个 and the like before what is set beside another thing: 是 一个 与 A 有 关联 的 B."""
    for at in range(1, len(tokens.words) - 1):
        if tokens.words[at] in ONE_THING and tokens.kinds[at - 1] == "V" and tokens.kinds[at + 1] == "C":
            tokens.kinds[at] = "u"


def _part_contrasts(tokens: Tokens, grammar: Grammar) -> None:
    """Put a border before 而是 where no comma stands: A 不是 B | 而是 C."""
    words, kinds = tokens.words, tokens.kinds
    for at in range(len(words) - 2, 1, -1):
        if kinds[at - 1] in ",.":
            continue
        if words[at] in grammar.sets["contrast"] and kinds[at + 1] == "V" and at + 1 in tokens.cues:
            tokens.insert_border(at)  # 来自 A | 而不是 来自 B
        if words[at] not in ("而是", "而在于"):
            continue
        denied = range(tokens.clause_start(at), at - 1)
        if any(words[to] in grammar.sets["negator"] or words[to] == "不在于" for to in denied):
            tokens.insert_border(at)


def _find_attributes(tokens: Tokens, grammar: Grammar) -> None:
    """Make attributes of what stands right before a noun: 由 不同 类型 的 A 构成, A、B 等 相关 C."""
    for at in range(len(tokens.words) - 1):
        if (
            tokens.words[at] in grammar.sets["comparing_attribute"]
            and tokens.kinds[at] in "NPVn"
            and tokens.kinds[at + 1] == "N"
        ):
            alike = tokens.words[at] in ("不同", "相同") or (at > 0 and tokens.kinds[at - 1] == "E")
            if alike:
                tokens.kinds[at] = "a"
        if (
            tokens.words[at] == "不同"
            and tokens.words[at + 1] in grammar.sets["rank_noun"]
            and tokens.words[at + 2 : at + 3] == ["的"]
        ):
            tokens.kinds[at + 1] = "a"  # 不同 等级 的 A


def _find_outcomes(tokens: Tokens, grammar: Grammar) -> None:
    """Read 即 as 就 where it opens what a deed comes to: 违反 命令 即 产生 责任, not A，即 B 产生 C."""
    kinds, words, coming = tokens.kinds, tokens.words, grammar.sets["coming_of_deed"]
    for index in [at for at in range(2, len(words) - 2) if words[at] == "即" and words[at + 1] in coming]:
        start = tokens.clause_start(index)
        deed = start < index - 1 and kinds[start] == "V" and kinds[index - 1] in "Nn" and "D" not in kinds[start:index]
        if deed and kinds[index + 2] != "D":
            words[index], kinds[index] = "就", "d"
            tokens.cues.pop(index, None)


def _joins_either(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether 还是 joins what something holds of in either case (无论 A 还是 B 都 V), or two verbs: 促进 还是 抑制？"""
    if tokens.words[index] != "还是":
        return False
    if tokens.tags[index - 1] == "v" and tokens.kinds[index + 1 : index + 2] in (["V"], ["n"]):
        return index - 1 in tokens.cues and index + 1 in tokens.cues
    start, end = tokens.clause_start(index), tokens.clause_end(index)
    led = any(word in grammar.sets["whichever"] for word in tokens.words[start:index])
    return led and "V" not in tokens.kinds[start:index] and "都" in tokens.words[index : end + 2]


def _decide(spot: Spot) -> str:
    if spot.word == "为":
        return decide_wei(spot)
    if spot.word in ("出", "起") and spot.before == "V":
        return "u"  # 界定 出 A
    told = spot.word.endswith("们") or spot.is_at(0, "plain_verb") or (spot.word == "有" and spot.before == "N")
    if told or (spot.cue and spot.after in ",." and _tells_at_end(spot)):
        return "V"  # 提醒我们
    if spot.before == "N" and spot.after != "u" and _was_name(spot):
        return "N"
    for test, noun in decisions_for(spot.kind, spot.before, spot.after):
        if test is None or test(spot):
            return "N" if noun else "V"
    if spot.before == "d" and spot.word_at(-1) in ("而", "但", "但是") and spot.kind_at(-2) in ",.":
        spot.before = ","  # 而 自治 与 A 对立
        return _decide(spot)
    return "V"


def _tells_at_end(spot: Spot) -> bool:
    """Whether a set phrase closes what a clause tells: (使 A) 难以为继, 作为 C 的 A 与 B 格格不入, 而是 与 A 交织."""
    if spot.before != "N" or not spot.has_cue(0, frame="mutual"):
        return spot.has_cue(0, frame="disable")
    opens = spot.tokens.clause_start(spot.at)
    word, beside = spot.tokens.words[opens], spot.tokens.words[opens + 1]
    joined = word in spot.grammar.sets["setting_right"] and beside in WITH
    return joined or (word == "作为" and spot.tokens.tags[spot.at] == "i") or spot.has_cue(0, frame="disable")


def _was_name(spot: Spot) -> bool:
    """Whether the same two words were a name before in the sentence: 先于 道德 反思，道德 反思 又 V A."""
    words, kinds = spot.tokens.words, spot.tokens.kinds
    if spot.at < 3 or words.index(spot.word) >= spot.at - 1:
        return False
    pair = words[spot.at - 1 : spot.at + 1]
    return any(kinds[at] == "N" and words[at - 1 : at + 1] == pair for at in range(1, spot.at - 1))
