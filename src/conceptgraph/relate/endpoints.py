"""Members of noun phrases -> the concepts they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conceptgraph.relate.name_forms import (
    LONGEST,
    PLACING,
    core_of,
    is_common_name,
    is_hollow,
    name_word,
    only_weighs,
    place_length,
)
from conceptgraph.relate.name_qualities import behind_time, is_kind_of, is_naming, is_told_apart, weighs, with_quality
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import ADDING, ITSELF, TITLES, WHEN_WORDS
from conceptgraph.resources import word_list

SHORT_HEAD = 4  # characters of a head that keeps what it belongs to
BARE = 2  # the same for a term that belongs to a group: 居民的意见, but 流动性 of 居民的流动性
JOINT = 3  # characters between a head and what it belongs to: 的, 中的, 之间的
WORD = 3  # characters: a longer name is more than a word
TIME_BEHIND = frozenset(["以来", "以前", "以后", "之前", "之后", "以降"])  # behind what only tells when
SIDES = "上下中内外前后间时"  # behind 之 these tell where or when
TRAILING = "来均皆亦也中里时"  # adverbs that a segmenter may have glued to a noun
TITLED = frozenset("》〉>”")  # end a title or a quoted word before 一书, 一词
DATE = re.compile('[“"][一二三四五六七八九十·0-9.]+[”"]')


@dataclass(slots=True)
class Endpoint:
    """A concept at a place: the sentence's index in its document and the span there.

    Like `Claim` and `Spot` it is not frozen only because a text makes thousands, and a frozen one takes four times as
    long to make; nothing changes it.
    """

    name: str
    sentence: int
    start: int
    end: int
    known: bool  # a term of the lexicon


def name_item(tokens: Tokens, item: Item, grammar: Grammar) -> Endpoint | None:
    """Return the concept that a member names, or None where it names none.

    The head is the last part that says something (资本的作用 names 资本); attributes are left out. A short head that
    says little alone keeps what it belongs to (村庄的开放性).
    """
    last = item.head
    if item.parts[0][0] == last and tokens.kinds[last] == "N" and last not in tokens.quoted:
        bare = not tokens.names[last] and len(tokens.words[last]) <= BARE
        start = with_quality(tokens, last, grammar) if bare else last  # 无效 的 练习, 正确 的 方法
        if start == last:
            return _name_token(tokens, last, grammar)
    if len(item.parts) > 1 and (_only_names(tokens, item, grammar) or only_weighs(tokens.words[last], grammar)):
        item = item.of(item.parts[:-1])  # “铁笼”的比喻, 资本的重要作用
        last = item.head
    hollow = last not in tokens.quoted and is_hollow(tokens.words[last], bool(tokens.names[last]), grammar)
    if hollow and not _is_filled(tokens, item.parts[-1], grammar) and not _is_way(tokens, item, grammar):
        return None
    for number in range(len(item.parts) - 1, -1, -1):
        start, end = item.parts[number]
        if _says_little(tokens, start, end, grammar):
            alone = (
                len(item.parts) == 1 and tokens.names[last] and "a" not in tokens.kinds[start:last]
            )  # 认识 as a term, not the 认识 of 对 A 的 认识
            weighed = end - start > 1 and _is_of_one(tokens, item.parts[:number])
            able = number == len(item.parts) - 1 and _is_way(tokens, item, grammar)
            if not alone and not weighed and not able:
                continue
        if number == len(item.parts) - 1 > 0 and tokens.words[start] in grammar.sets["pointing"]:
            person = tokens.tags[item.parts[number - 1][1] - 1][:2] == "nr"
            this_one = tokens.words[start] in ("这种", "这一", "此种", "这类")
            if person and (this_one or tokens.words[start] == "上述"):
                return None  # 卢梭 的 上述 主张 is not 卢梭
            if this_one:
                continue  # 理性化 的 这种 悖论
        if number < len(item.parts) - 1 and end - start == 1 and _is_quality(tokens, start, grammar):
            continue  # 崭新的视角 names neither, nor does 很大的差异
        if number < len(item.parts) - 1 and (_only_links(tokens, end - 1, grammar) or tokens.words[end] in TIME_BEHIND):
            continue
        found = _name_run(tokens, start, end, grammar)
        if number and end - start == 1 and len(tokens.words[start]) == 1:
            found = _with_short_head(tokens, item.parts[number - 1], start, grammar) or found
        if found is None:
            continue
        close = number and start - item.parts[number - 1][1] <= 2 and tokens.words[start - 1] != "所谓"
        counted = tokens.kinds[start] in "mr" and tokens.words[start] != "大量"
        if found.known and _only_counts(tokens.words[start], found.name, grammar):
            return None if not number else _as_counted(tokens, item.parts[number - 1], found, grammar)
        if close and found.end - found.start <= SHORT_HEAD and not counted:
            found = _with_owner(tokens, item.parts[number - 1], found, grammar) or found
        if found.known or found.name not in word_list("generic_words"):
            return found
    return None


def _only_counts(count: str, head: str, grammar: Grammar) -> bool:
    """Whether a short head says nothing but how many or which one of them: 两种 形态, 第一种 形态."""
    counting = len(count) > 1 and count[0] in "二两三四五六七八九十几多第" and count[-1] in "种类个重项大层"
    return counting and len(head) <= BARE and head in grammar.sets["list_kind"]


def _as_counted(tokens: Tokens, part: tuple[int, int], head: Endpoint, grammar: Grammar) -> Endpoint | None:
    """Return 信任 的 两种 形态 as one concept, or None where what stands before 的 is no name."""
    owner = _name_run(tokens, *part, grammar)
    if owner is None or head.end - owner.start > LONGEST:
        return None
    return Endpoint(tokens.sentence.text[owner.start : head.end], head.sentence, owner.start, head.end, False)


def _is_way(tokens: Tokens, item: Item, grammar: Grammar) -> bool:
    """Whether a head says how a single action is done or that it can be: 提问 的 方式, 申诉 的 可能."""
    if len(item.parts) < 2:
        return False
    (start, end), (head, stop) = item.parts[-2:]
    if stop - head == 1 and tokens.words[head] in ("不足", "困难") and tokens.tags[end - 1][0] in "nl":
        return tokens.words[end - 1] not in grammar.sets["hollow_quality"]  # 资金 的 不足
    able = stop - head == 1 and (tokens.words[head] in grammar.sets["ability_head"] or tokens.words[head] == "可能")
    return able and end - start == 1 and tokens.tags[start] in ("v", "vn", "n")


def _is_of_one(tokens: Tokens, owners: Sequence[tuple[int, int]]) -> bool:
    """Whether man or a word of one character owns what is named: 个人 的 自由 发展, not 资本 的 全面 发展."""
    word = tokens.words[owners[0][0]] if owners else ""
    return (
        len(owners) == 1 and owners[0][1] - owners[0][0] == 1 and (len(word) == 1 or word in ("个人", "人类", "个体"))
    )


def _only_names(tokens: Tokens, item: Item, grammar: Grammar) -> bool:
    """Whether the head of a member says only what the quoted word before its 的 is, or what becomes of it: “真”的价值,
    “虚拟资本”的形态, “心学”的传播.
    """
    (_, end), (head, stop) = item.parts[-2:]
    if end - 1 not in tokens.quoted or stop - head != 1:
        return False  # also 朱熹 “格物” 的 主张
    word, known = tokens.words[head], tokens.names[head]
    told = word in grammar.sets["growing_head"] or word in word_list("generic_words")
    return word in grammar.sets["naming_head"] or (not known and told)


def _is_quality(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """Whether a word only says what a thing is like: 长期, 重要."""
    return tokens.tags[at][0] in "bzdm" or weighs(tokens.words[at], grammar)


def _name_token(tokens: Tokens, at: int, grammar: Grammar) -> Endpoint | None:
    """Return the concept that a member of one word, not quoted, names, or None."""
    word = tokens.words[at]
    found = name_word(word, tokens.names[at], _trailing(tokens, at, word, grammar), grammar)
    if found is None:
        return None
    name, first, last, known = found
    start = tokens.starts[at]
    return Endpoint(name, tokens.sentence.index, start + first, start + last, known)


def _is_filled(tokens: Tokens, part: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a noun before a hollow head says which it is: 社会支持, but not 理论意义."""
    start, end = part
    if end - start < 2 or tokens.kinds[end - 2] != "N" or tokens.tags[end - 2][0] not in "nvls":
        return False
    if tokens.tags[end - 1][0] not in "nv" and tokens.tags[end - 1] != "an":
        return False  # 权力 不同, but 经济 困难
    return tokens.words[end - 2] not in grammar.sets["hollow_quality"] and len(tokens.words[end - 1]) == BARE


def _with_owner(tokens: Tokens, part: tuple[int, int], head: Endpoint, grammar: Grammar) -> Endpoint | None:
    """Return 村庄的开放性 for the head 开放性, or None where what stands before 的 is no name."""
    owner = _name_run(tokens, *part, grammar)
    if owner is None or head.end - owner.start > LONGEST or not _can_own(tokens, part, owner, head, grammar):
        return None
    measured = tokens.words[part[0]] in ("高", "低") and part[1] - part[0] == 2
    groups = grammar.endings["group_ending"]
    measured = measured and not (head.name.endswith(groups) or head.name.endswith("个体"))
    if head.start - owner.end > JOINT or is_taken_for(tokens, part[0]) or measured:
        return None  # 高 成本 的 祭祀
    if head.known and head.end - head.start > BARE and owner.name.endswith(groups):
        return None
    if _is_term_of(tokens, part, head, grammar):
        return None  # 卢梭 的 公共意志
    sentence = tokens.sentence.text
    text = sentence[owner.start : head.end]
    joint = sentence[owner.end : head.start]
    apart = head.end - head.start >= SHORT_HEAD and head.name[-1:] != "性" and not head.name.endswith(groups)
    apart = apart or len(owner.name) > SHORT_HEAD
    placed = joint[:1] in ("中", "上", "里", "内") and apart  # 夜间经济发展中的风险, 集市上的商业活动
    led = joint.startswith(("下", "眼中", "眼里", "笔下"))  # 朱熹 眼中 的 礼
    led = led or (apart and joint.startswith(tuple(WHEN_WORDS)))  # 秩序 解体 后 的 信任危机
    if led or placed or (joint[:2] == "之间" and head.name not in grammar.sets["relational_head"]):
        return None  # 市场 引导 下 的 改革; 邻里 之间 的 信任
    met = tokens.kinds[part[0]] == "N" and tokens.words[part[0] - 1] in grammar.sets["toward"]  # 对 苦难 的 超越
    itself = tokens.words[part[1] - 1] in ITSELF and head.end - head.start <= BARE  # 祠堂 自身 的 扩张
    valued = part[1] - part[0] > 1 and tokens.words[part[1] - 1] in grammar.sets["state_noun"]
    valued = valued and tokens.tags[part[1] + 1 : part[1] + 2] in (["v"], ["vn"])  # 学术 自由 的 滥用
    state = owner.known and len(owner.name) >= SHORT_HEAD and any(map(owner.name.endswith, grammar.sets["state_noun"]))
    naming = valued or state or tokens.tags[part[1] - 1 - itself][0] in ("nvljesxab" if met else "nvljesx")
    if not naming or any(mark in text for mark in '“”"《》<>〈〉（('):
        return None
    return Endpoint(text, head.sentence, owner.start, head.end, False)


def _is_term_of(tokens: Tokens, owner: tuple[int, int], head: Endpoint, grammar: Grammar) -> bool:
    """Whether a term is only said to be somebody's: 卢梭 的 公共意志, not 卢梭 的 自由, 卢梭 的 教育观."""
    person = owner[1] - owner[0] == 1 and owner[0] in tokens.persons
    view = head.name.endswith((*grammar.sets["thought"], *grammar.endings["theory_ending"], "观", "论", "学", "说"))
    return person and head.known and head.end - head.start > BARE and not view


def is_taken_for(tokens: Tokens, owner: int) -> bool:
    """Whether 以 X 为 stands before the first word of an owner: 以 信任 为 基础 的 合作."""
    wei = owner - 1
    return wei > 1 and tokens.words[wei] == "为" and tokens.kinds[wei] == "u" and tokens.kinds[wei - 1] != "V"


def _with_short_head(tokens: Tokens, part: tuple[int, int], head: int, grammar: Grammar) -> Endpoint | None:
    """Return 义利之辨 for a head of one character behind 之, or None where it ends otherwise."""
    owner = _name_run(tokens, *part, grammar)
    if owner is None or tokens.words[head - 1] != "之" or tokens.starts[head - 1] != owner.end:
        return None
    end = tokens.ends[head]
    if end - owner.start > LONGEST or tokens.words[head] in SIDES:
        return None
    if tokens.words[head] in ("分", "别") and tokens.words[part[0] - 1] in ADDING:
        return owner  # 有 A 与 B 之 分
    return Endpoint(tokens.sentence.text[owner.start : end], owner.sentence, owner.start, end, False)


def _can_own(tokens: Tokens, part: tuple[int, int], owner: Endpoint, head: Endpoint, grammar: Grammar) -> bool:
    """Whether a name before 的 says more of the head than a place or a quality does."""
    if tokens.words[part[0]] == "自己" and part[1] - part[0] > 1 and tokens.tags[part[0] + 1] in ("v", "vn"):
        return False  # 自己 立法 的 意志
    if _only_links(tokens, part[1] - 1, grammar) or owner.name in grammar.sets["hollow_quality"]:
        return False  # 原有 的 地位
    if tokens.kinds[part[0]] == "m" and tokens.words[part[1] - 1] in grammar.sets["list_kind"]:
        return False  # 三种 类型 的 课程
    if owner.known or owner.end - owner.start > BARE:
        return True
    told = any(head.name.startswith(word) for word in grammar.sets["telling_attribute"])  # 宗族 的 内在 秩序
    return (told or head.end - head.start <= BARE + 1) and tokens.tags[part[1] - 1] not in ("ns", "s", "f", "t")


def _only_links(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """Whether a verb before 的 only links the head to what has it: (A 与 B) 相结合 的 方法, (自身) 具有 的 优势."""
    sets, word = grammar.sets, tokens.words[at]
    return tokens.tags[at] == "v" and (word in sets["related"] or word in sets["having"])


def _says_little(tokens: Tokens, start: int, end: int, grammar: Grammar) -> bool:
    """Whether a run of nouns is a light head and only weighed: 重要作用, but not 公共领域."""
    light, weighing = grammar.sets["light_head"], grammar.sets["attribute_noun"]
    last = end - 1
    while last > start and tokens.kinds[last] != "N":
        last -= 1
    if tokens.words[last] not in light or last in tokens.quoted:
        return False
    if tokens.words[start] in ("可", "不可"):
        return False  # 可 持续 的 发展
    if start == last > 1 and tokens.words[last - 1 : last + 1] == ["的", "需要"] and len(tokens.words[last - 2]) == 1:
        return False  # 人 的 需要
    for token in range(start, last):
        bound = tokens.kinds[token] == "a"
        bound = bound and (tokens.tags[token] == "b" or tokens.words[token] in grammar.sets["dichotomy"])
        if bound and tokens.words[token] not in weighing | grammar.sets["hollow_quality"]:
            return False
        if tokens.kinds[token] == "N" and tokens.tags[token] != "a":
            return False
    return True


def _name_run(tokens: Tokens, start: int, end: int, grammar: Grammar) -> Endpoint | None:
    """Return the concept that a run of nouns names."""
    words, kinds, names = tokens.words, tokens.kinds, tokens.names
    weighing = grammar.sets["attribute_noun"]
    opening = start
    while start < end and kinds[start] != "N":
        if kinds[start] == "r":
            start += 1  # 所有 规则
            continue
        weighed = words[start] in weighing and not is_told_apart(tokens, start, grammar)
        weighed = weighed and words[start + 1 : start + 2] not in (["主义"], ["论"])  # 本质主义
        if not weighed and is_naming(tokens, start, grammar):
            break
        start += 1
    suffix = start == end - 1 > opening and words[start] in grammar.sets["name_suffix"] and kinds[start] == "N"
    if suffix and kinds[opening] != "r":
        start = opening  # 主体 的 可 触动 性, not 其 学
    while end > start and not names[end - 1] and not is_common_name(tokens, start, end, grammar):
        if kinds[end - 1] == "N" and words[end - 1] not in grammar.sets["light_tail"]:
            break
        end -= 1
    if start >= end:
        return None
    if end - start > 1:
        start = behind_time(tokens, start, end, grammar)
    start, end = _narrowed(tokens, start, end, grammar)
    if end - start == 1 and not names[start] and len(words[start]) <= BARE:
        start = with_quality(tokens, start, grammar)
        if start > opening and is_kind_of(tokens, start):
            start -= 1
    sentence = tokens.sentence
    first, last = tokens.starts[start], tokens.ends[end - 1]
    short = start in tokens.quoted or words[start] in grammar.sets["one_character"]
    form = words[start] if end - start == 1 else sentence.text[first:last]
    core = core_of(form, _trailing(tokens, end - 1, form, grammar), short, grammar)
    if core is None:
        return None
    last, first = first + core[1], first + core[0]
    first += sentence.text[first - 1 : first + 1] in ("这一", "那一") and last - first > BARE
    placed = place_length(sentence.text[first : last + 1], grammar)
    last -= placed
    if placed and (last - first < BARE or sentence.text[last - 1] == "的"):
        return None  # 这 一 基础 上, 有限 的 前提 下
    written, name = sentence.text[first:last], names[start] if end - start == 1 and not placed else ""
    if name:
        measures = grammar.endings["measure_ending"]
        measured = name.endswith(measures) and not written.endswith(measures)
        if measured or (name[-1] in PLACING and last < tokens.ends[end - 1]):
            name = ""
    return Endpoint(name or written, sentence.index, first, last, bool(name))


def _narrowed(tokens: Tokens, start: int, end: int, grammar: Grammar) -> tuple[int, int]:
    """Return the part of a run of nouns that names: without titles of persons, not too long, what is quoted alone."""
    if end - start > 1 and end - 1 in tokens.persons and len(tokens.words[end - 1]) > 1:
        before = tokens.words[end - 2]
        titled = tokens.tags[end - 2] == "n" and tokens.tags[end - 1] == "nr"
        titled = titled and not tokens.names[end - 2]
        groups = any(before.endswith(grammar.endings[name]) for name in ("speaker_ending", "group_ending"))
        if titled or groups or before.endswith("人物"):
            start = end - 1  # 加拿大 作曲家 谢弗, 大师 孟子
    if end - start > 1 and tokens.words[end - 1] in ("一书", "一文", "一词") and tokens.words[end - 2][-1:] in TITLED:
        end -= 1
    if end - start == 2 and tokens.words[start + 1] in grammar.sets["courtesy"] and start in tokens.persons:
        end -= 1
    long = tokens.ends[end - 1] - tokens.starts[start] > LONGEST
    if long and not tokens.quoted.intersection(range(start, end)):
        start = _longest_from(tokens, start, end)
    elif long and tokens.names[end - 1]:
        start = end - 1
    elif tokens.quoted:
        quoted = next((token for token in range(end - 1, start - 1, -1) if token in tokens.quoted), None)
        dated = quoted is not None and end - start > 1 and DATE.fullmatch(tokens.words[quoted]) is not None
        several = end - start > 2 or dated  # “五四”运动
        if quoted is not None and quoted == start and several and not tokens.names[start]:
            start += 1 + (tokens.words[start + 1] in ("型", "式", "化"))  # “打防结合”治安管理体系, “学徒”式教育制度
        elif quoted is not None:
            start, end = quoted, quoted + 1
    return start, end


def _longest_from(tokens: Tokens, start: int, end: int) -> int:
    """Return where the longest name begins that closes a run of nouns and is no longer than a name may be."""
    opens = tokens.ends[end - 1] - LONGEST
    fitting = (at for at in range(start, end) if tokens.kinds[at] == "N" and tokens.starts[at] >= opens)
    return next(fitting, end - 1 if tokens.names[end - 1] else start)


def _trailing(tokens: Tokens, last: int, form: str, grammar: Grammar) -> str:
    """Return the characters that may stand at the end of a run of nouns without belonging to its name."""
    if last in tokens.persons:
        return ""  # 奈格里
    if tokens.names[last]:
        return PLACING if len(form) > 3 and form[0] not in TITLES else ""
    if tokens.words[last] in grammar.sets["whole_word"]:
        return ""
    return TRAILING if tokens.tags[last][0] != "v" else TRAILING.replace("中", "")  # not 土地 集中
