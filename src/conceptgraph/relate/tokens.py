"""A tagged sentence -> its tokens: one-letter kinds of words; mentions, quoted phrases and cues are one token each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from itertools import count

from conceptgraph.model import MatchedSentence, Sentence, TaggedSentence
from conceptgraph.relate.brackets import BRACKETED, TELLING, is_said
from conceptgraph.relate.mentions import NO_CUE, is_no_name
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.words import (
    NO_USE,
    OPENING,
    QUOTES,
    SET_PHRASES,
    SPECIAL,
    TITLES,
    Uses,
    Vocabulary,
    is_personal,
)

QUOTED = re.compile(
    r"《[^《》]*》|〈[^〈〉]*〉|<[^<>]*>"
    r"|[“「『‘][^“”「」『』‘’，。；：！？,;:!?→－—-]{1,12}[”」』’]|\"[^\"]*\""
)
PROVIDING = re.compile(
    "[^，。；：！？,;:!?]{1,20}(?:奠定|创造|提供|开辟|注入|打开|铺平|指引|准备|储备|积累|指明|扫清|拓展|拓宽|留下|争取|赢得|开启|树立|营造|铺就|带来|迎来)(?:了|[^，。；：！？,;:!?的]*[，。；！？,;!?.])"
)
TAKEN_AS = re.compile("(?<![可所足得加予难])以[^，。；：！？,;:!?为]*$")
LED_BY = re.compile("[以由用][^，。；：！？,;:!?]+$")  # before 为 they say what is done for something
AIMED = re.compile(
    "[^，。；：！？,;:!?的]{0,4}(?:宗旨|目标|目的|核心|前提|基础|中心|导向|原则|任务|主题|归宿|旨归|主线|主旨|己任|使命|职责|天职|"
    "方向|特征|特点|手段|内容|动力|标志|依据|主体|重点|重心|载体|契机|起点|始端|开端|"
    "条件|中介|媒介|纽带|桥梁|尺度|准绳|标准|代价|先导|后盾|支撑|补充|依托|根基|界限)"
)
TIME_OR_SIDE = frozenset(["时", "方面", "期间", "时候", "当中"])  # behind a name
NAME_OPENING = OPENING | TITLES | QUOTES  # begin what is a name whatever it looks like
ESSENCE_SIGNS = ("之为", "之所以为", "与被", "和被")
ESSENCE = re.compile(r"(\w{1,4})之(?:为\1|所以为\1(?![，,].{0,3}(?:在于|是因为|是由于)))|(\w{2})[与和]被\2的?关系")
STRAIGHT = re.compile(r"\"[^\",;:，。；：→－—-]{1,12}\"")  # marks that do not tell which opens
LISTED = re.compile('[“"][\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+[”"]')
LISTED_MEMBER = re.compile("[\u4e00-\u9fff]+")
SPOKEN_CLAUSE = re.compile(r"^[，,].*地.*[，,]$")  # quotation marks round a clause that goes on with the subject
ENCLOSED = re.compile(r"[（(\[《〈<“「『‘\"]")  # how what these two find begins

ASPECT = ("了", "着")  # behind a verb
FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。"}  # marks as they are compared

Unit = tuple[int, str | None, Uses]  # end, the term (None: brackets or only a cue), what it is a cue of


@dataclass(slots=True)
class Tokens:
    """The tokens of a sentence, as parallel lists, and the cues by token."""

    sentence: Sentence
    words: list[str]
    kinds: list[str]
    starts: list[int]
    ends: list[int]
    names: list[str]  # the term of a mention, else empty
    tags: list[str]  # the part of speech of the last word
    persons: set[int] = field(default_factory=set)  # tokens that are names of persons or works
    quoted: set[int] = field(default_factory=set)
    thinkers: dict[int, str] = field(default_factory=dict)  # who a term begins with, by its place: 康德 of 康德哲学
    cues: dict[int, Uses] = field(default_factory=dict)

    def join(self, start: int, stop: int, kind: str, tag: str, name: str = "") -> None:
        """Make one token of the tokens ``start:stop``."""
        self.words[start:stop] = [self.sentence.text[self.starts[start] : self.ends[stop - 1]]]
        self.kinds[start:stop] = [kind]
        self.names[start:stop] = [name]
        self.tags[start:stop] = [tag]
        del self.starts[start + 1 : stop], self.ends[start : stop - 1]

    def insert(self, at: int, word: str, kind: str, tag: str) -> None:
        """Put a token of the characters `word` before the token `at`, which begins behind them."""
        start = self.starts[at]
        self.starts[at : at + 1] = [start, start + len(word)]
        self.words.insert(at, word)
        self.kinds.insert(at, kind)
        self.ends.insert(at, start + len(word))
        self.names.insert(at, "")
        self.tags.insert(at, tag)

    def insert_border(self, at: int) -> None:
        """Put a comma of no characters before the token `at`, where a clause ends that nothing closes."""
        self.starts.insert(at, self.starts[at])
        self.ends.insert(at, self.starts[at])
        self.words.insert(at, "，")
        self.kinds.insert(at, ",")
        self.names.insert(at, "")
        self.tags.insert(at, "x")
        self._make_room(at)

    def cut(self, at: int, size: int, kinds: str) -> None:
        """Make two tokens of the token `at`, the first of `size` characters, of two kinds."""
        word = self.words[at]
        self.insert(at, word[:size], kinds[0], self.tags[at])
        self.words[at + 1], self.kinds[at + 1] = word[size:], kinds[1]
        self._make_room(at)

    def _make_room(self, at: int) -> None:
        """Count on the places from `at` on, where a token was put in."""
        self.cues = {token + (token >= at): uses for token, uses in self.cues.items()}
        self.persons = {token + (token >= at) for token in self.persons}
        self.quoted = {token + (token >= at) for token in self.quoted}

    def clause_start(self, at: int) -> int:
        """Return where the clause begins in which the token `at` stands: behind the last border before it."""
        while at > 0 and self.kinds[at - 1] not in ",.":
            at -= 1
        return at

    def clause_end(self, at: int) -> int:
        """Return the border of the clause in which the token `at` stands, or where the sentence ends."""
        while at < len(self.kinds) and self.kinds[at] not in ",.":
            at += 1
        return at

    def has_aspect_behind(self, at: int) -> bool:
        """Whether 了 or 着 follows the token `at`."""
        return at + 1 < len(self.words) and self.words[at + 1] in ASPECT

    def is_done(self, at: int) -> bool:
        """Whether the token `at` ends in 了 or 着, or one of them follows it: 改变了, 改变 了."""
        return at < len(self.words) and (self.words[at].endswith(ASPECT) or self.has_aspect_behind(at))

    def sets_apart(self, at: int) -> bool:
        """Whether a clause ends in what sets apart or links the list before it: 将 A 与 B 区分 开来."""
        last = self.clause_end(at) - 1
        uses = self.cues.get(last) if at < last else None
        return uses is not None and "apart" in uses.frames and "C" in self.kinds[at + 1 : last]

    def leave_out(self, start: int, stop: int) -> None:
        """Remove the tokens ``start:stop``."""
        for column in (self.words, self.kinds, self.starts, self.ends, self.names, self.tags):
            del column[start:stop]


def make_tokens(matched: MatchedSentence, rules: RuleSet) -> Tokens:
    """Return the tokens of a sentence; what stands in brackets is left out.

    At first every word is a token; then the units and the words that are no plain ones are put right, from left to
    right.
    """
    (sentence, words, tags, starts), vocabulary = matched.tagged, rules.vocabulary
    kinds, ends = vocabulary.kinds_of(words, tags), [*starts[1:], len(sentence.text)]
    written = list(words)
    if not FULL_WIDTH.keys().isdisjoint(words):
        marks = zip(words, kinds, strict=True)
        written = [FULL_WIDTH.get(word, word) if kind in ",." else word for word, kind in marks]
    tokens = Tokens(sentence, written, kinds, list(starts), ends, [""] * len(words), list(tags))
    special = {index for index, kind in enumerate(kinds) if kind == SPECIAL} if SPECIAL in kinds else set()
    units = _units(tokens, matched, rules)
    reached = 0  # words that are done
    for index in sorted(special.union(units) if special else units):
        if index < reached:
            continue
        at = index + len(tokens.words) - len(words)
        if index in units:
            reached = _put_unit(tokens, at, index, units[index], vocabulary)
        elif words[index] == "不":
            reached = _put_quality(tokens, at, index, units, rules)
        else:
            _put_special(tokens, at, rules)
    return tokens


def _put_unit(tokens: Tokens, at: int, index: int, unit: Unit, vocabulary: Vocabulary) -> int:
    """Make one token of a unit whose first word, `index`, is the token `at`, and return where its words end."""
    stop, name, uses = unit
    size = stop - index
    if name is None and not uses:
        tokens.leave_out(at, at + size)  # in brackets
        return stop
    word, tag = tokens.words[at], tokens.tags[at]
    kind = "N"
    if uses:
        form = word if size == 1 else tokens.sentence.text[tokens.starts[at] : tokens.ends[at + size - 1]]
        kind = vocabulary.read_cue(form, tag, size > 1, name is not None)
        tokens.cues[at] = uses
    if word[0] in NAME_OPENING or tag[:2] == "nr" or tag == "eng":
        at = _add_marks(tokens, at, size)
    if size > 1:
        tokens.join(at, at + size, kind, tokens.tags[at + size - 1], name or "")
    else:
        tokens.kinds[at] = kind
        tokens.names[at] = name or ""
    return stop


def _add_marks(tokens: Tokens, at: int, size: int) -> int:
    """Keep whether the unit at `at` is quoted, or a person or work, and return its place; “A”“B” is a list."""
    mark = tokens.words[at][0]
    before = tokens.words[at - 1] if at else ""
    listed = before[:1] in OPENING if mark in OPENING else mark == before[:1] == before[-1:] == '"' and len(before) > 1
    if listed and at not in tokens.cues:
        tokens.insert(at, "", "C", "x")
        at += 1
    if mark in QUOTES:
        tokens.quoted.add(at)
    form = tokens.sentence.text[tokens.starts[at] : tokens.ends[at + size - 1]]
    if mark in TITLES or is_personal(form, tokens.tags[at]):
        tokens.persons.add(at)
    elif size > 1 and is_personal(tokens.words[at], tokens.tags[at]):
        tokens.thinkers[tokens.starts[at]] = tokens.words[at]
    return at


def _put_quality(tokens: Tokens, at: int, index: int, units: Mapping[int, Unit], rules: RuleSet) -> int:
    """Join 不 (word `index`, token `at`) with a quality, or a term that begins with one: 不 + 平等, 不 + 正当竞争.

    Return where the words that are done end.
    """
    following, text = "".join(tokens.words[at + 1 : at + 2]), tokens.sentence.text
    stop, name, uses = units.get(index + 1, (index + 2, following, NO_USE))
    before_noun = tokens.tags[at + 2 : at + 3] in (["n"], ["vn"])  # 不 稳定 劳动者
    told = uses or tokens.tags[at + 1 : at + 2] == ["ad"]  # 不 完全 依赖 A, 不 完全 信息
    quality = following[:2] in rules.grammar.sets["negated_quality"] or (following[2:] == "性" and not uses)  # 明确性
    if not quality or not (name or uses) or (told and not before_noun):
        tokens.kinds[at] = rules.vocabulary.read("不", tokens.tags[at]).kind
        return index + 1
    last = at + stop - index - 1
    end = tokens.ends[last]
    named = text[end : end + 1] not in ("的", "地") and (not at or tokens.kinds[at - 1] != "d")
    named = named or following[2:] == "性"
    tokens.join(at, last + 1, "N" if named else "a", "n" if named else "a")
    return stop


def _put_special(tokens: Tokens, at: int, rules: RuleSet) -> None:
    """Put right a word that is left out, is two words, or names a person."""
    end = tokens.ends[at]
    word, tag, text = tokens.words[at], tokens.tags[at], tokens.sentence.text
    kind, personal, glued, reaching = rules.vocabulary.read(word, tag)
    split = tag in SET_PHRASES and text[end : end + 1] != "地"  # not 不可避免 地 V A
    if glued and (split or text[end : end + 1] in rules.grammar.sets["aspect"]):
        tokens.insert(at, word[:2], "d", "d")
        tokens.words[at + 1], tokens.kinds[at + 1], tokens.tags[at + 1] = word[2:], "V", "v"
        tokens.cues[at + 1] = rules.vocabulary.uses_of[word[2:]]
    elif not kind:
        tokens.leave_out(at, at + 1)
    elif reaching:  # 描绘出 A
        tokens.insert(at, word[:2], "V", "v")
        tokens.words[at + 1], tokens.kinds[at + 1], tokens.tags[at + 1] = word[2:], "u", "v"
        tokens.cues[at] = rules.vocabulary.uses_of[word[:2]]
    else:
        tokens.kinds[at] = kind
        if personal:
            tokens.persons.add(at)


def _units(tokens: Tokens, matched: MatchedSentence, rules: RuleSet) -> dict[int, Unit]:
    """Return {word: unit} of all that is more than a plain word; a plain word that is a term is named in `tokens`.

    Brackets win over quoted phrases, these over mentions, mentions over the cues inside them.
    """
    text = matched.tagged.sentence.text
    places = word_places(matched.tagged)
    cues = rules.finder.find(text, places)
    kinds, names, words = tokens.kinds, tokens.names, matched.tagged.words
    covered = bytearray(len(kinds))
    enclosed = ENCLOSED.search(text) is not None
    units = _enclosed(matched, places, covered, rules.grammar.sets) if enclosed else {}
    if any(sign in text for sign in ESSENCE_SIGNS):
        units, enclosed = units | _essences(text, places, covered), True
    related, dichotomy = rules.grammar.sets["related"], rules.grammar.sets["dichotomy"]
    inside = {word: stop for first, (stop, _) in cues.items() for word in range(first + 1, stop)}
    for term, start, end in matched.mentions:
        first, stop = places[start], places[end]
        if inside and stop <= inside.get(first, 0):
            continue  # 调节 in 负向 调节
        placed = stop - first > 1 and words[stop - 1] in TIME_OR_SIDE and words[stop - 2] not in dichotomy
        placed = placed and (stop - first > 2 or tokens.tags[stop - 2] == "n")
        if placed or (stop - first > 1 and words[stop - 1] in related):
            stop, term = stop - 1, ""  # 经营 行为 有关, 生活 用品 方面
        if enclosed and covered.find(1, first, stop) >= 0:
            continue
        cue_stop, uses = cues.get(first, NO_CUE)
        if cue_stop > stop or is_no_name(matched, first, stop - 1, cues, rules):
            continue
        covered[first:stop] = b"\1" * (stop - first)
        plain = stop - first == 1 and not cue_stop and kinds[first] != SPECIAL and text[start] not in NAME_OPENING
        if plain and term:
            kinds[first], names[first] = "N", term
        else:
            units[first] = stop, term, uses if cue_stop == stop else NO_USE
    for at in range(1, len(words) if "成" in words else 0):
        verb = words[at] == "成" and len(words[at - 1]) == 2 and matched.tagged.tags[at - 1] in ("v", "vn")
        verb = verb and words[at - 1] not in rules.grammar.kinds and cues.get(at - 1, NO_CUE)[0] <= at
        if verb and covered.find(1, at - 1, at + 1) < 0:
            units[at - 1] = at + 1, None, rules.finder.uses_of.get("变成", NO_USE)  # 折算 成
            covered[at - 1 : at + 1] = b"\1" * 2
    reached = 0  # where the cue before ends
    for first in sorted(cues):
        stop, uses = cues[first]
        if stop - first > 1:
            stop, uses = _cut_cue(tokens, first, stop, uses, rules)
        elif words[first] == "本" and _points(tokens, first):
            continue
        if stop > first and first >= reached and covered.find(1, first, stop) < 0:
            units[first] = stop, None, uses
            reached = stop
    return units


def _points(tokens: Tokens, at: int) -> bool:
    """Whether 本 points to a noun behind it: 本 实验, not 以 人 为 本, 本 根论, 定 本 辨析."""
    names = tokens.tags[at] == "r" and tokens.kinds[at + 1 : at + 2] in (["N"], ["n"])
    suffixed = tokens.words[at + 1 : at + 2] and tokens.words[at + 1][1:] in ("论", "性", "化")  # 本 根论
    return names and not suffixed and len(tokens.words[at + 1]) > 1 and tokens.words[at - 1 : at] != ["定"]


def _cut_cue(tokens: Tokens, first: int, stop: int, uses: Uses, rules: RuleSet) -> tuple[int, Uses]:
    """Return where a cue of several words from `first` on ends, and its uses; `first` where it is none here."""
    words, text = tokens.words, tokens.sentence.text
    if words[stop - 1] == "为":
        if PROVIDING.match(text, tokens.ends[stop - 1]):
            return first, NO_USE  # A 的 提升 为 B 奠定 基础, 市场 发展 为 B 提供 了 C
        apart = words[first - 1 : first] == ["的"] or AIMED.match(text, tokens.ends[stop - 1])
        if apart and TAKEN_AS.search(text, 0, tokens.starts[first]):
            return first, NO_USE  # 以 A 的 培养 为 B, 以 A 的 全面 发展 为 宗旨
    if words[first] == "又" and words[stop : stop + 1] == ["了"]:
        return first, NO_USE  # 对 之 又 作 了 C
    if words[first] == "为" and LED_BY.search(text, 0, tokens.starts[first]) is None:
        return first + 1, rules.finder.uses_of["为"]  # 召唤 为 主体, not 以 A 为 主体
    if stop - first == 2 and words[first - 1 : first] == ["的"] and words[stop : stop + 1] == ["了"]:
        return first + 1, rules.finder.uses_of.get(words[first], NO_USE)  # A 的 批判 继承 了 B
    return stop, uses


def word_places(tagged: TaggedSentence) -> dict[int, int]:
    """Return which word begins at each border between words; the end of the sentence counts as one."""
    places = dict(zip(tagged.starts, count()))
    places[len(tagged.sentence.text)] = len(tagged.starts)
    return places


def _enclosed(
    matched: MatchedSentence, places: Mapping[int, int], covered: bytearray, sets: Mapping[str, Set[str]]
) -> dict[int, Unit]:
    """Return {word: unit} of what stands in brackets or quotation marks, and mark its words as covered."""
    text, starts = matched.tagged.sentence.text, matched.tagged.starts
    found: dict[int, Unit] = {}
    for pattern in (BRACKETED, QUOTED):
        for match in pattern.finditer(text):
            start, end = match.span()
            if text[start] == '"' and STRAIGHT.fullmatch(text, start, end) is None:
                continue  # a pair all the same: “A，B”中的“C” has no 中的
            if text[end : end + 1] == "等" and LISTED.fullmatch(text, start, end):  # “包容、开放”等价值
                spans = [member.span() for member in LISTED_MEMBER.finditer(text, start, end)]
                for one, other in (span for span in spans if span[0] in places and span[1] in places):
                    found[places[one]] = places[other], _term_within(matched, one, other), NO_USE
                    covered[places[one] : places[other]] = b"\1" * (places[other] - places[one])
                continue
            if pattern is BRACKETED and end == len(text) and TELLING.match(text, start):
                continue
            first, stop = bisect_right(starts, start) - 1, bisect_left(starts, end)
            if pattern is QUOTED and (covered.find(1, first, stop) >= 0 or start not in places or end not in places):
                continue
            if pattern is QUOTED and SPOKEN_CLAUSE.search(text[max(start - 1, 0) : end + 1]):
                continue  # ，“疯狂地 发展 A”，
            if pattern is QUOTED and first and is_said(matched, first, stop, sets):
                continue
            if start in places:
                found[first] = stop, _term_within(matched, start, end) if pattern is QUOTED else None, NO_USE
            covered[first:stop] = b"\1" * (stop - first)
    return found


def _essences(text: str, places: Mapping[int, int], covered: bytearray) -> dict[int, Unit]:
    """Return {word: unit} of what is said as such (人之为人) or of two sides (统治与被统治); its words are covered."""
    found: dict[int, Unit] = {}
    for match in ESSENCE.finditer(text):
        start, end = match.span()
        if start in places and end in places and covered.find(1, places[start], places[end]) < 0:
            found[places[start]] = places[end], match.group() if match[2] else "", NO_CUE[1]
            covered[places[start] : places[end]] = b"\1" * (places[end] - places[start])
    return found


def _term_within(matched: MatchedSentence, start: int, end: int) -> str:
    """Return the term that fills the quotation marks at ``start:end``, or an empty name."""
    fitting = (each.term for each in matched.mentions if start <= each.start <= start + 1 and end - 1 <= each.end)
    return next(fitting, "")
