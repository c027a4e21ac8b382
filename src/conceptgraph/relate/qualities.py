"""Words for qualities and states: attributes, adverbs, or nouns (焦虑 推动 A, A 与 机会 平等 之间)."""

from __future__ import annotations

from conceptgraph.relate.name_qualities import (
    closes_name,
    does_something,
    is_first_of_two,
    is_met,
    is_told_on,
    opens_as_role,
    stands_alone,
)
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.told_of import is_state_as_thing
from conceptgraph.relate.words import COUPLING, IDIOM, ITSELF, NO_USE, RESULT_ENDS, SEVERAL, WITH

QUALITY_TAGS = ("d", "ad", "a")  # tags of words that may say what a thing is like
TOLD_TAGS = (*QUALITY_TAGS, "an", "i")  # and those of states that something is told of
TOLD_AGAIN = ("又", "则", "进而", "便")  # of what was told in the clause before
OUTCOMES = ("causes", "promotes", "negates")


def settle_quality(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str, following: str) -> str | None:
    """Return what an attribute is here, or None for what it is."""
    kinds, tag = tokens.kinds, tokens.tags[index]
    if before in "Nd" and after in "Du" and _is_done_by(tokens, grammar, index, after):
        return "V"  # 由 A 主导 的 B, A 主导 着 B
    told = following in TOLD_AGAIN and kinds[index + 2 : index + 3] in (["V"], ["n"])  # 报刊 兴盛 又 培育 了 A
    told = told or closes_name(tokens, grammar, index, after)
    told = told or (after == "d" and _is_told_of(tokens, grammar, index))  # 契约 自由 并 不 意味着 A
    if tag == "a" and ((told and before == "N") or stands_alone(tokens, index, before, after)):
        return "N"
    if tag == "a" and is_joined_quality(tokens, index, before, after):
        return None  # 又 稳定 的; 古老 而 鲜活 的
    taken = following in ("为", "作为") and before in "Pa" and _is_bare_object(tokens, index)
    if taken or (before == "P" and after == "D" and is_met(tokens, grammar, index)):
        return "N"  # 以 最大 幸福 为 标准, 对 自然 的 模仿
    word = tokens.words[index]
    if _names_quality(tokens, grammar, index) or (after == "C" and before in "IPVC" and _is_counted(tokens, index)):
        return "N"
    attributive = word in grammar.sets["attribute_noun"] and after in "DVdP,." and index > 2
    if attributive and tokens.words[index - 1] in grammar.sets["taken_as"] and _is_taken_as(tokens, index - 1):
        return "N"  # 以 信任 为 核心 建立 A, 以 信任 为 核心 的 A
    if tag == "a" and before + after == "ND" and names_state(tokens, grammar, index):
        return "N"  # 确立 人格 平等 的 原则
    itself = tag == "a" and ((before in ",." and following in ITSELF) or _is_paired(tokens, index))  # 快乐 本身 不是 A
    role = opens_as_role(tokens, grammar, index, before, following)
    if itself or role or _is_state_or_time(tokens, grammar, index, before, after):
        return "N"
    if before == "," and index > 1 and tokens.words[index - 2] == tokens.words[index] and len(tokens.words[index]) > 1:
        return "N"  # 导致 孤立，孤立 又 加剧 A
    if before in "BV" and _is_taken(tokens, grammar, index, before, after):
        return "N"  # 把 自由 等同于 A, 将 自由 阐释 为 A, 是 建构 现实 的 力量
    able = before == "d" and after in "Vn" and tokens.words[index - 1] in grammar.sets["modal"]
    if able or following == "地" or word + following == "大有" or (before == after == "V" and tag in QUALITY_TAGS):
        return "d"  # 避免 单纯 追求; 可以 无限 分割 的
    if before == "D" and after in "CVIPdn" and is_owned_quality(tokens, grammar, index):
        return "N"  # 程序 的 公开 和; 比例 的 失衡 是
    if tag in TOLD_TAGS and _is_state_told_of(tokens, grammar, index, before, after):
        return "N"
    weighing = word in grammar.sets["attribute_noun"] and (len(word) < IDIOM or before == "D")  # not A 对 B 至关重要
    named = tag == "n" and before in "PC" and kinds[index + 2 : index + 3] in (["C"], ["E"])  # 在 核心 构成 和 A 上
    if weighing and after not in "NnaDm" and not named:
        bound = before == "D" or tokens.words[index - 1] == "其" or (before == "C" and word in ("内在", "外在"))
        if bound and following not in grammar.sets["copula"] and after not in ",.d":
            return None  # 的 关键 (首先) 在于, 资金 和 外在 保障, but 的 重要 保证
        joined = after == "C" and before == "d" and following in WITH  # 就 必然 与 A 相关联
        told = joined or after in ("VdPI" if tag in QUALITY_TAGS else "VdP")  # 必然 被 A V
        return "d" if told and not bound else "N"
    good = after in "aVn" and before == "N" and kinds[index - 2 : index - 1] == ["P"]  # 对社会平等有利
    if good or (after == "V" and _closes_subject(tokens, grammar, index)):
        return "N"  # 土地 公有 是, 价值 多元 导致
    return "N" if after in ",." and _is_phrase_taken(tokens, grammar, index, before) else None


def _is_phrase_taken(tokens: Tokens, grammar: Grammar, index: int, before: str) -> bool:
    """Whether a set phrase at the end of a clause is a noun: 沦为 一纸空文, 主张 格物致知, not 贬损 比比皆是."""
    if tokens.tags[index] in ("i", "l") and before == "D":
        return True  # 无声 的 内心独白
    if tokens.tags[index] == "i" and before == "C":
        return _is_listed_object(tokens, grammar, index)  # 导致 经费 短缺、人才流失
    if tokens.tags[index] != "i" or before not in "Vu" or not index:
        return False
    uses = tokens.cues.get(index - 1, ())
    told = any(use.rule.opens or use.rule.id == "be" or use.rule.relation == "causes" for use in uses)
    return told or tokens.words[index - 1][-1] in RESULT_ENDS


def _is_paired(tokens: Tokens, index: int) -> bool:
    """Whether two qualities are joined with a word before each: 消极 自由 与 积极 自由, 强调 自由 与 法律 之间 的 A."""
    kinds, word = tokens.kinds, tokens.words[index]
    if not index or kinds[index - 1] not in "ad":
        return index > 0 and kinds[index - 1 : index + 2 : 2] == ["V", "C"] and "之间" in tokens.words[index:]
    first = kinds[index + 1 : index + 2] == ["C"] and tokens.words[index + 3 : index + 4] == [word]
    again = index > 3 and tokens.words[index - 3] == word and kinds[index - 3 : index - 1] == ["N", "C"]
    paired = (first and kinds[index + 2] in "ad") or again
    if paired:
        kinds[index - 1] = "a"
    return paired


def _is_state_told_of(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str) -> bool:
    """Whether a state is brought about in a cleft, closes a member of a list with 等, or is told of again."""
    kinds, words, state = tokens.kinds, tokens.words, tokens.tags[index] != "i"
    following, then = "".join(words[index + 1 : index + 2]), "".join(words[index + 2 : index + 3])
    if state and before == "V" and after == "D" and then in grammar.sets["being"] and index - 1 in tokens.cues:
        return True  # 造成 贫困 的 是 A
    if before == "V" and after == "D" and words[index] in grammar.sets["state_noun"] and index - 1 in tokens.cues:
        ways = grammar.endings["leaving_ending"]
        return "".join(words[index + 2 : index + 4]).endswith(ways) or then.endswith(ways)  # 摆脱 贫困 的 重要 途径
    if before == ("N" if state else "C") and after in "CE" and _is_in_open_list(tokens, index):
        return True  # 存在 结构 失衡 和 人心涣散 等
    again = following in TOLD_AGAIN or following in ("反过来", "必然", "日益")
    owned = state and again and kinds[index - 2 : index] == ["N", "D"]
    return owned and "V" in kinds[index + 2 : index + 4]  # 主体 的 疲惫 反过来 助长 了 A


def _is_state_or_time(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str) -> bool:
    """Whether a state or a time is what is told of or listed: 焦虑 推动 攀比, 课时、铃声, 慢 不是 懒惰."""
    word, tag, follows = tokens.words[index], tokens.tags[index], tokens.kinds[index + 2 : index + 3] == ["N"]
    following = "".join(tokens.words[index + 1 : index + 2])
    turned = word in grammar.sets["era"] and tokens.words[max(index - 1, 0)] in ("到", "向")  # 从 传统 到 现代 的 变迁
    if turned or (tag == "t" and before in ",." and following == "、" and follows):
        return True
    if tag in ("t", "a") and before == "C" and following == "的":
        named = tag == "t" or (tokens.kinds[index - 2] == "N" and tokens.words[index - 1] in COUPLING)
        if named and "".join(tokens.words[index + 2 : index + 3])[-2:] in grammar.sets["relational_head"]:
            return True  # 传统 与 现代 的 张力, 必然性 与 自由 的 冲突
    if tag in ("a", "an") and following in COUPLING and is_first_of_two(tokens, grammar, index):
        return True
    if is_state_as_thing(tokens, grammar, index, before, after):
        return True
    if word in grammar.sets["told_time"] and _is_time_told_of(tokens, grammar, index, before):
        return True  # 未来 便 沦为 风险, 塑造 了 过去
    coupled = before == "N" and following in COUPLING and follows
    if tag == "a" and (coupled or (before in "NC" and following == "之间")):
        return True  # 机会 平等 与 结果 平等 之间
    goes_on = after in "IPB" or (after in "Vn" and index + 1 in tokens.cues) or is_told_on(tokens, index)
    if word in grammar.sets["state_noun"] and before in ",." and goes_on:
        return True  # 自由 以 A 为 B, 焦虑 推动 A, 焦虑 从根本上 改变 A
    told = before in ",." and following in grammar.sets["being"] and following != "在于"
    told = told or (before in ",." and "reverse" in tokens.cues.get(index + 1, NO_USE).frames)  # 肥胖 归咎于 A
    weighing = word in grammar.sets["attribute_noun"] or word in grammar.sets["degree"]
    return tag in ("a", "ad", "an") and told and not weighing  # not 关键 是 B


def _is_time_told_of(tokens: Tokens, grammar: Grammar, index: int, before: str) -> bool:
    """Whether a time opens a clause and becomes something or is treated, or is what a verb with 了 is done to."""
    kinds, words = tokens.kinds, tokens.words
    if before == "u" and words[index - 1] in grammar.sets["aspect"] and kinds[index + 1 : index + 2] in ([","], ["."]):
        return True
    at = index + 1
    while at < len(words) and kinds[at] == "d":
        at += 1
    told = at < len(words) and (words[at] == "被" or "result" in tokens.cues.get(at, NO_USE).frames)
    return before in ",.B" and told


def _closes_subject(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether an attribute behind a noun closes the subject of a verb of being or outcome: 土地 公有 是, not 对外."""
    word, following = tokens.words[index], tokens.words[index + 1]
    if tokens.tags[index] != "b" or len(word) < 2 or not index or tokens.kinds[index - 1] != "N" or word[0] == "对":
        return False
    return following in grammar.sets["copula"] or following in grammar.sets["result_verb"]


def is_joined_quality(tokens: Tokens, index: int, before: str, after: str) -> bool:
    """Whether a quality stands behind an adverb and before 的, or is joined by 而 to one that does."""
    if after == "D":
        return before == "d"
    beyond = tokens.kinds[index + 2 : index + 4]
    told = beyond in (["a", "D"], ["N", "D"], ["d", "D"]) or (beyond[1:] == ["D"] and tokens.tags[index + 2] == "a")
    return after == "d" and tokens.words[index + 1] == "而" and told


def is_owned_quality(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a word of quality behind 的 is what somebody has: a list goes on, or what it is or does is told."""
    if tokens.tags[index] == "n" and tokens.kinds[index + 1] == "V":  # 市场 的 核心 维护 着 A
        bare = tokens.kinds[index + 2 : index + 3] in ([","], ["."])
        return index + 1 in tokens.cues and tokens.words[index] in grammar.sets["attribute_noun"] and not bare
    if tokens.kinds[index + 1] in "dnP":
        led = tokens.kinds[index + 1] == "P"  # 真正 的 自由 以 A 为 B
        return tokens.words[index] in grammar.sets["state_noun"] and (led or _is_owned_state(tokens, index))
    if tokens.tags[index] in ("a", "an") and _is_quality_told_of(tokens, grammar, index):
        return True
    done_by = tokens.kinds[index - 3 : index - 1] in (["r", "V"], ["N", "V"])  # 他 强调 的 自由, 他 所 说 的 自由
    led = tokens.words[index - 3 : index - 2] == ["所"] or tokens.kinds[index - 3 : index - 2] == ["B"]  # 将 A 的 H V
    owned = done_by or led or tokens.kinds[index - 2] in "Nf"
    if tokens.tags[index] not in ("a", "an", "ad", "z", "i", "t") or index < 2 or not owned:
        return False
    if tokens.kinds[index + 1] == "C":
        return tokens.kinds[index + 2 : index + 3] not in (["a"], ["d"])  # 公开 和 透明 的 程序
    done = tokens.is_done(index + 1) or "becomes" in tokens.cues.get(index + 1, NO_USE).relations  # 村民 的 自由 变成 A
    done = done and tokens.kinds[index + 1] == "V"
    return done or tokens.kinds[index + 1] == "I" or _tells(tokens.words[index + 1], grammar)


def _is_owned_state(tokens: Tokens, index: int) -> bool:
    """Whether a state behind a noun and 的 does what a cue says behind it: 儿童 的 焦虑 主要 源于 A."""
    return does_something(tokens, index) and index > 1 and tokens.kinds[index - 2] == "N"


def _is_quality_told_of(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a quality behind 的 does something or is told apart: 形式 的 平等 掩盖 了 A, 积极 的 自由 不同于 A."""
    words, verb = tokens.words, index + 1
    if index < 2 or tokens.kinds[index - 2] not in "Na" or words[index] in grammar.sets["attribute_noun"]:
        return False
    uses = tokens.cues.get(verb, NO_USE)
    done = tokens.has_aspect_behind(verb) or "opposes" in uses.relations
    return tokens.kinds[verb] == "V" and (
        (uses and done) or words[verb] in grammar.sets["equating"] or words[verb] == "有"
    )


def _tells(word: str, grammar: Grammar) -> bool:
    """Whether a verb says what something is, means or brings about: 是, 意味着, 带来."""
    return word in grammar.sets["copula"] or word in grammar.sets["result_verb"]


def names_state(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a noun and its quality are what a general head behind 的 tells of, behind a verb: 人格 平等 的 原则."""
    verb = index - 2
    while verb > 0 and (tokens.kinds[verb] in "Nn" or (verb == index - 2 and tokens.kinds[verb] == "u")):
        verb -= 1
    verb -= tokens.kinds[verb] == "u"
    at = index + 3 if tokens.kinds[index + 2 : index + 3] == ["a"] else index + 2
    head = "".join(tokens.words[at : at + 1])
    general = head in grammar.sets["light_head"] or head in grammar.sets["class_noun"]
    if tokens.words[index] in grammar.sets["state_noun"]:
        general = general or "causes" in tokens.cues.get(at, NO_USE).relations  # 造成 秩序 混乱 的 原因
        general = general or not tokens.cues.get(at, NO_USE).frames.isdisjoint(("role", "owner"))  # 市场 繁荣 的 动力
        general = general or any(
            head in grammar.sets[name] for name in ("factor", "row_genus")
        )  # 推动 市场 繁荣 的 力量
    return general and verb >= 0 and tokens.kinds[verb] == "V" and len(tokens.words[index].removeprefix("不")) == 2


def _is_taken_as(tokens: Tokens, index: int) -> bool:
    """Whether 以 stands before 为 in the clause, with no verb between."""
    for at in range(index - 1, -1, -1):
        if tokens.kinds[at] in ",.V":
            return False
        if tokens.words[at].endswith("以") and tokens.kinds[at] in "Pd":
            return True
    return False


def _only_takes(tokens: Tokens, grammar: Grammar, verb: int) -> bool:
    """Whether a verb takes an object and says nothing of what that is like: 消除 乡村 贫困, not 使 乡村 贫困."""
    word = tokens.words[verb]
    if verb not in tokens.cues or word in grammar.sets["copula"]:
        return False
    return word not in grammar.sets["pivot"] or any(use.rule.relation in OUTCOMES for use in tokens.cues[verb])


def _is_taken(tokens: Tokens, grammar: Grammar, index: int, before: str, after: str) -> bool:
    """Whether 把 takes a word for something, a verb right behind one of being does, before the last head, or 减少."""
    if before == "B":
        return after in "Vn" and _is_taken_as_what(tokens, index)
    if tokens.words[index] in grammar.sets["state_noun"] and "negates" in tokens.cues.get(index - 1, NO_USE).relations:
        following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
        return any(following in grammar.sets[name] for name in ("having", "needs", "verb_joining"))
    closes = after == "D" and tokens.kinds[index + 2 : index + 4] in (["N", "."], ["N", ","], ["n", "."], ["n", ","])
    taken = index > 1 and tokens.words[index - 2] in grammar.sets["being"] and index - 1 in tokens.cues
    return closes and taken and tokens.tags[index] == "n"


def _is_bare_object(tokens: Tokens, index: int) -> bool:
    """Whether only qualities stand between 以 and a quality, so that it is what 以 takes."""
    start = index - 1
    while start > 0 and tokens.kinds[start] in "aD":
        start -= 2 if tokens.kinds[start - 1 : start + 1] == ["N", "D"] else 1
    while start > 0 and tokens.kinds[start] in "md":
        start -= 1  # 以 最 大多数 人 的 最大 幸福 为 标准
    return tokens.kinds[start] == "P" and tokens.words[start].endswith("以")


def _is_counted(tokens: Tokens, index: int) -> bool:
    """Whether a quality is a member of a list of words that is counted behind it: 安全、健康、文明 三个 维度."""
    kinds, last = tokens.kinds, index
    while kinds[last : last + 2] in (["a", "C"], ["N", "C"]):
        last += 2
    counted = len(kinds) > last + 2 and kinds[last] in "Na" and tokens.words[last + 1][0] in SEVERAL
    return counted and kinds[last + 1] in "mr" and len(tokens.words[index]) > 1


def _closes_object(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a quality closes what a verb takes or a row names: 造成 集市 秩序 混乱, 宽恕－社会 和谐."""
    kinds, verb = tokens.kinds, index - 2
    if verb >= 0 and kinds[verb] in "-C":
        return kinds[verb] == "-" or _is_listed_object(tokens, grammar, index)
    state = tokens.words[index] in grammar.sets["state_noun"]
    while verb > 0 and (kinds[verb] == "u" or (kinds[verb] == "N" and state)):
        verb -= 1
    return verb >= 0 and kinds[verb] == "V" and _only_takes(tokens, grammar, verb)


def _names_quality(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether an adjective stands as a noun: 沉默 是 …, 引发 无聊, 人 的 自由."""
    kinds, words = tokens.kinds, tokens.words
    plain = tokens.tags[index] in ("a", "an", "t") and len(words[index]) > 1 and words[index][0] != "最"
    if not plain or words[index] in grammar.sets["attribute_noun"] or words[index : index + 2] == ["未来", "需要"]:
        return False
    before = kinds[index - 1] if index else "."
    after = kinds[index + 1] if index + 1 < len(kinds) else "."
    if after in ",.":
        if before == "u" and kinds[index - 2 : index - 1] == ["V"]:
            return index - 2 in tokens.cues  # 消解 了 崇高
        if before == "C" and kinds[index - 2] == "N" and tokens.tags[index] in ("a", "an"):
            return index > 2 and kinds[index - 3] == "V" and index - 3 in tokens.cues  # 依靠 舆论 和 良心
        if before == "N" and kinds[index - 2 : index - 1] == ["D"]:
            return words[index - 1].endswith("性") or _is_taken_with_owner(tokens, grammar, index)
        if before == "N":
            return _closes_object(tokens, grammar, index)
        owned = before == "D" or (before == "a" and index > 2 and kinds[index - 2 : index - 1] == ["D"])  # 的 长期 贫困
        return owned or (before == "V" and index - 1 in tokens.cues)
    if before == "N" and after == "C" and _is_listed_object(tokens, grammar, index):
        ahead = index + 2 < len(kinds) and (kinds[index + 2] in "NnV" or tokens.tags[index + 2] == "i")
        return ahead and "D" not in kinds[index + 2 : tokens.clause_end(index)]  # 导致 经费 短缺 和 人才 流失
    if before in "DC" and after in "EC" and _is_in_open_list(tokens, index):
        return True  # 死亡 的 恐惧 等; 女性 的 柔顺、温厚 等
    if before in ",." and after == "d" and tokens.tags[index] == "a":
        return _is_told_of(tokens, grammar, index)
    following = words[index + 1]
    told = any(use.rule.opens for use in tokens.cues.get(index - 1, ()))
    if before == "V" and (told or words[index - 1] in grammar.sets["causative"]) and after in "dV":
        return following not in grammar.sets["attribute_noun"] and tokens.tags[index] == "a"  # 认为 自由 不 是
    if before in ",.d":
        return any(following in grammar.sets[name] for name in ("copula", "result_verb"))
    if before == "N" and after == "V" and kinds[index - 2 : index - 1] == ["C"]:
        again = any(word.endswith(words[index]) for word in words[max(index - 6, 0) : index - 2])
        if again or following.startswith("构成"):
            return True  # 私有 产权 与 契约 自由 构成; 粮食 安全 和 金融 安全 是
    state = words[index] in grammar.sets["state_noun"] and before == "N"
    if state and after == "V" and index + 1 in tokens.cues and tokens.has_aspect_behind(index + 1):
        return True  # 官员 腐败 削弱 了 A
    if state and after == "C" and kinds[index + 2 : index + 3] == ["N"]:
        return "D" in kinds[max(index - 3, 0) : index]  # 村庄 的 权力 平衡 与 信任 关系
    if state and after == "D":
        head = "".join(words[index + 2 : index + 3])
        return not head.endswith(grammar.endings["group_ending"])  # 经济 安全 的 组成部分, not 身体 健康 的 老人
    if before in "Nn" and following in grammar.sets["result_verb"] and words[index] not in grammar.kinds:
        return any(use.rule.relation == "causes" for use in tokens.cues.get(index + 1, ()))  # 技术 焦虑 导致
    listed = after == "C" and kinds[index + 2 : index + 3] == ["N"] and words[index - 1] != "而"
    return before == "C" and index > 1 and kinds[index - 2] == "N" and (after in "Vd" or listed)  # A 与 文雅、荣誉


def _is_listed_object(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether only nouns and the marks of a list stand between a verb that takes an object and a word."""
    verb = index - 1
    while verb > 0 and tokens.kinds[verb] in "NCu":
        verb -= 1
    lists = tokens.words[verb] in grammar.sets["before_list"]
    return tokens.kinds[verb] == "V" and (lists or _only_takes(tokens, grammar, verb))


def _is_taken_with_owner(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a quality closes what a verb takes: 加剧 了 他们 的 精神 焦虑, not 认为 生活 的 压力 大."""
    verb = index - 2
    while verb > 0 and tokens.kinds[verb] in "NDamrRu":
        verb -= 1
    taken = tokens.kinds[verb] == "V" and verb in tokens.cues and not tokens.cues[verb].opens
    return taken and len(tokens.words[index]) == 2 and _only_takes(tokens, grammar, verb)


def _is_in_open_list(tokens: Tokens, index: int) -> bool:
    """Whether 等 closes the list of names and qualities in which a word stands."""
    position = index
    while tokens.kinds[position : position + 1] and tokens.kinds[position] in "aNnVC":
        position += 1
    return tokens.kinds[position : position + 1] == ["E"]


def _is_told_of(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a verb of being or outcome follows behind adverbs: 自由 不 等于 A, 自由 并 不 是 A."""
    position = index + 1
    while position < len(tokens.kinds) and tokens.kinds[position] == "d":
        position += 1
    word = tokens.words[position] if position < len(tokens.words) else ""
    return _tells(word, grammar) or word in grammar.sets["equating"]


def _is_taken_as_what(tokens: Tokens, index: int) -> bool:
    """Whether the verb behind a quality tells what it is taken for, so that the quality is what 把 takes."""
    uses = tokens.cues.get(index + 1)
    taken = uses is not None and (
        not uses.frames.isdisjoint(("copula", "result", "reverse")) or "equals" in uses.relations
    )
    return taken or tokens.words[index + 2 : index + 3] == ["为"]


def _is_done_by(tokens: Tokens, grammar: Grammar, index: int, after: str) -> bool:
    """Whether a word that is also a verb closes 由 A V before 的, or 了 or 着 stands behind it."""
    verbal = index in tokens.cues and "verb" in tokens.cues[index].frames
    if after == "u":
        return verbal and tokens.words[index + 1] in grammar.sets["aspect"]
    return verbal and tokens.kinds[index - 1] == "N" and "I" in tokens.kinds[max(index - 3, 0) : index - 1]
