"""A tagged sentence -> its tokens: one-letter kinds of words; mentions, quoted phrases and cues are one token each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from conceptgraph.model import MatchedSentence, Sentence, TaggedSentence
from conceptgraph.relate.rules import VERB_FRAMES, RuleSet
from conceptgraph.relate.words import (
    BORDERS,
    NAMING_ENDS,
    NO_USE,
    OPENING,
    QUOTES,
    SPECIAL,
    TITLES,
    Uses,
    Vocabulary,
    is_personal,
)
from conceptgraph.resources import word_list

SET_PHRASES = ("l", "i")
JOINERS = frozenset("来以去并而呈使令把被便却仍则均亦《》“”（）()")  # never inside a name
MARK_REACH = 8  # words within which a marker such as 由 looks for its verb
LIST_MARKS = frozenset("、和与及或")
ADVERBIAL = ("d", "ad", "b", "uv")  # before a verb rather than before a name
UNFINISHED = ("b", "z", "zg")  # a name does not end in a word of these classes
ACTING = ("nt", "nr", "nrt", "nrfg")  # persons and bodies act, and do not tell of what kind an action is
BOUND_ENDS = frozenset("出了着为到于成")  # a verb that ends in one of these never stands inside a name

BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]")
QUOTED = re.compile(
    r"《[^《》]*》|〈[^〈〉]*〉|<[^<>]*>"
    r"|[“「『‘][^“”「」『』‘’，。；：！？,;:!?→－-]{1,12}[”」』’]|\"[^\",;:，。；：→－-]{1,12}\""
)
TELLING = re.compile("[（(](?:如(?!何|果|此|同|下|上)|例如|比如|譬如|诸如|包括|包含)")  # brackets that are read
CLOSING_MARKS = "，,。；;"  # where they close a clause
MARKS = OPENING | TITLES | QUOTES
ESSENCE = re.compile(r"(\w{1,4})之为\1")
ENCLOSED = re.compile(r"[（(\[《〈<“「『‘\"]")  # how what these two find begins

Unit = tuple[int, str | None, Uses]  # end, the term (None: brackets or only a cue), what it is a cue of
Cues = Mapping[int, tuple[int, Uses]]  # first word -> the word behind, uses
NO_CUE = (0, NO_USE)


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
    tokens = Tokens(sentence, list(words), kinds, list(starts), ends, [""] * len(words), list(tags))
    special = {index for index, kind in enumerate(kinds) if kind == SPECIAL} if SPECIAL in kinds else set()
    units = _units(tokens, matched, rules)
    reached = 0  # words that are done
    for index in sorted(special.union(units)):
        at = index + len(tokens.words) - len(words)
        if index < reached:
            continue
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
    if word[0] in MARKS or tag[:2] == "nr":
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
    if mark in OPENING and at and tokens.words[at - 1][:1] in OPENING and at not in tokens.cues:
        tokens.insert(at, "", "C", "x")
        at += 1
    if mark in QUOTES:
        tokens.quoted.add(at)
    form = tokens.sentence.text[tokens.starts[at] : tokens.ends[at + size - 1]]
    if mark in TITLES or is_personal(form, tokens.tags[at]):
        tokens.persons.add(at)
    return at


def _put_quality(tokens: Tokens, at: int, index: int, units: Mapping[int, Unit], rules: RuleSet) -> int:
    """Join 不 (word `index`, token `at`) with a quality, or a term that begins with one: 不 + 平等, 不 + 正当竞争.

    Return where the words that are done end.
    """
    following, text = "".join(tokens.words[at + 1 : at + 2]), tokens.sentence.text
    stop, name, uses = units.get(index + 1, (index + 2, following, NO_USE))
    if following[:2] not in rules.grammar.sets["negated_quality"] or not name or uses:
        tokens.kinds[at] = rules.vocabulary.read("不", tokens.tags[at]).kind
        return index + 1
    last = at + stop - index - 1
    end = tokens.ends[last]
    named = text[end : end + 1] not in ("的", "地") and (not at or tokens.kinds[at - 1] != "d")
    tokens.join(at, last + 1, "N" if named else "a", "n" if named else "a")
    return stop


def _put_special(tokens: Tokens, at: int, rules: RuleSet) -> None:
    """Put right a word that is left out, is two words, or names a person."""
    end = tokens.ends[at]
    word, tag, text = tokens.words[at], tokens.tags[at], tokens.sentence.text
    kind, personal, glued = rules.vocabulary.read(word, tag)
    if glued and (tag in SET_PHRASES or text[end : end + 1] in rules.grammar.sets["aspect"]):
        tokens.insert(at, word[:2], "d", "d")
        tokens.words[at + 1], tokens.kinds[at + 1], tokens.tags[at + 1] = word[2:], "V", "v"
        tokens.cues[at + 1] = rules.vocabulary.uses_of[word[2:]]
    elif not kind:
        tokens.leave_out(at, at + 1)
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
    units = _enclosed(matched, places, covered) if enclosed else {}
    if "之为" in text:
        units, enclosed = units | _essences(text, places, covered), True
    related = rules.grammar.sets["related"]
    inside = {word: stop for first, (stop, _) in cues.items() for word in range(first + 1, stop)}
    for term, start, end in matched.mentions:
        first, stop = places[start], places[end]
        if inside and stop <= inside.get(first, 0):
            continue  # 调节 in 负向 调节
        if words[stop - 1] in related and stop - first > 1:
            stop, term = stop - 1, ""  # 经营 行为 有关
        if enclosed and covered.find(1, first, stop) >= 0:
            continue
        cue_stop, uses = cues.get(first, NO_CUE)
        if cue_stop > stop or _is_no_name(matched, first, stop - 1, cues, rules):
            continue
        covered[first:stop] = b"\1" * (stop - first)
        plain = stop - first == 1 and not cue_stop and kinds[first] != SPECIAL and text[start] not in MARKS
        if plain and term:
            kinds[first], names[first] = "N", term
        else:
            units[first] = stop, term, uses if cue_stop == stop else NO_USE
    reached = 0  # where the cue before ends
    for first in sorted(cues):
        stop, uses = cues[first]
        if first >= reached and covered.find(1, first, stop) < 0:
            units[first] = stop, None, uses
            reached = stop
    return units


def word_places(tagged: TaggedSentence) -> dict[int, int]:
    """Return which word begins at each border between words; the end of the sentence counts as one."""
    places = dict(zip(tagged.starts, count()))
    places[len(tagged.sentence.text)] = len(tagged.starts)
    return places


def _enclosed(matched: MatchedSentence, places: Mapping[int, int], covered: bytearray) -> dict[int, Unit]:
    """Return {word: unit} of what stands in brackets or quotation marks, and mark its words as covered."""
    text, starts = matched.tagged.sentence.text, matched.tagged.starts
    found: dict[int, Unit] = {}
    for pattern in (BRACKETED, QUOTED):
        for match in pattern.finditer(text):
            start, end = match.span()
            if pattern is BRACKETED and text[end : end + 1] in CLOSING_MARKS and TELLING.match(text, start):
                continue
            first, stop = bisect_right(starts, start) - 1, bisect_left(starts, end)
            if pattern is QUOTED and (covered.find(1, first, stop) >= 0 or start not in places or end not in places):
                continue
            if start in places:
                found[first] = stop, _term_within(matched, start, end) if pattern is QUOTED else None, NO_USE
            covered[first:stop] = b"\1" * (stop - first)
    return found


def _essences(text: str, places: Mapping[int, int], covered: bytearray) -> dict[int, Unit]:
    """Return {word: unit} of what says what a thing is as such (人之为人), and mark its words as covered."""
    found: dict[int, Unit] = {}
    for match in ESSENCE.finditer(text):
        start, end = match.span()
        if start in places and end in places and covered.find(1, places[start], places[end]) < 0:
            found[places[start]] = places[end], "", NO_CUE[1]
            covered[places[start] : places[end]] = b"\1" * (places[end] - places[start])
    return found


def _term_within(matched: MatchedSentence, start: int, end: int) -> str:
    """Return the term that fills the quotation marks at ``start:end``, or an empty name."""
    fitting = (each.term for each in matched.mentions if start <= each.start <= start + 1 and end - 1 <= each.end)
    return next(fitting, "")


def _is_no_name(matched: MatchedSentence, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether a mention (words `first` to `last`) is no name: a function word, or a verb with its object."""
    if first == last:
        return _is_function_word(matched, first, cues, rules)
    _, words, tags, _ = matched.tagged
    after, last_tag = tags[last + 1] if last + 1 < len(tags) else "x", tags[last]
    if rules.grammar.kinds.get(words[first], "N") in "dPIB":
        return True
    if words[last] in rules.grammar.sets["verb_joining"] or words[last] in rules.grammar.sets["modal"]:
        return True  # 村庄 外 学生 来; 方法 可
    if words[first] in rules.grammar.sets["self"] and last_tag in ("v", "vn"):
        return True  # 文章 剖析
    inner_words = words[first + 1 : last]
    if not JOINERS.isdisjoint(inner_words) or ("可" in inner_words and "的" not in inner_words):
        return True  # 知识 来 武装; 公司法 》 规定; 改革 可 丰富, not 模棱 两 可 的 A
    if "的" in inner_words and words[last] in rules.grammar.sets["union"] and _is_listed(words, first):
        return True  # 自律 和 他律 的 统一
    told = last - first > 1 and tags[first : first + 2] == ("ad", "v")
    if told and words[last] not in rules.grammar.sets["class_noun"]:
        return True  # 详细 说明 A
    if (
        tags[first] == "v"
        and first
        and (tags[first - 1] in ("d", "ad") or words[first - 1] in rules.grammar.sets["done_for"])
    ):
        return True  # 大力 推广 乡村 邮政, 为 研究 A
    if last_tag == "v" and last + 1 < len(words):
        if words[last + 1] in rules.grammar.sets["aspect"] or (after[0] in "mr" and not _is_listed(words, first)):
            return True  # 体系 确立 了; 重点 解决 三个
        if words[last] in word_list("speech_verbs") and words[last + 1] in (":", "：", ",", "，"):
            return True  # 回归 分析 发现：
    if last_tag == "v" and last == first + 1 and tags[first] in ACTING and last in cues:
        return True  # 中国共产党 召开
    if last_tag in UNFINISHED and words[last][-1] not in NAMING_ENDS:
        return True  # 中国 高速
    if last - first > 1 and any(
        tags[index] == "v" and words[index][-1] in BOUND_ENDS for index in range(first + 1, last)
    ):
        return True  # 力度 呈现出 趋向
    inner = [index for index in range(first, last + 1) if index in cues]
    return bool(inner) and _is_taken_apart(matched, first, last, inner, cues, rules)


def _is_function_word(matched: MatchedSentence, index: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether the mention of one word is a function word, or a verb before its object."""
    _, words, tags, _ = matched.tagged
    tag, following = tags[index], index + 1
    if tag[0] in "dcprt" or tag == "ad":
        return True
    after = tags[following][0] if following < len(tags) else "x"
    if tag[0] == "a" and words[index] in rules.grammar.sets["hollow_quality"]:
        return True  # 深刻 的 影响
    if tag in SET_PHRASES and any(words[index] in rules.grammar.sets[name] for name in ("attribute_noun", "linking")):
        return True  # 至关重要, 推而广之
    if words[index] in rules.grammar.sets["degree"]:
        return True  # 很大 程度
    if after == "u":
        done = words[following] in rules.grammar.sets["aspect"]
        listed = tag == "a" and words[following] == "的" and words[following + 1 : following + 2] == ("、",)
        return listed or (done and (tag == "v" or rules.vocabulary.read(words[index], tag).glued))  # 无序 的、不公 的 A
    if after == "v" and rules.grammar.kinds.get(words[index]) == "d":
        return True
    if tag != "v":
        return False
    takes = after in ("nrab" if _is_listed(words, index) else "nrmab")
    if after == "v" and index not in cues and following not in cues:
        takes = tags[following + 1 : following + 2] == ("n",)  # 表扬 值班 护士
    return takes and _opens_predicate(words, tags, index)


def _is_taken_apart(
    matched: MatchedSentence, first: int, last: int, inner: Sequence[int], cues: Cues, rules: RuleSet
) -> bool:
    """Whether the cues at the words `inner` of a mention show that it is no name: 根本 原因, 提高 效率."""
    _, words, tags, _ = matched.tagged
    if first in inner and tags[first] in ("v", "vn") and tags[last] == "a" and tags[last + 1 : last + 2] == ("uj",):
        return True  # 培育 新 的
    if any(index > first and cues[index][0] > last + 1 for index in inner):
        return True  # the last word begins a cue that goes on: 转变 in 转变为
    if last in inner:
        if tags[last] == "v" and _is_marked(words, first, rules):
            return True  # 由数据和算法构成
        weighing = tags[first] in ("a", "b", "ad") or words[first] in rules.grammar.sets["attribute_noun"]
        if last == first + 1 and weighing and _has_frame(cues, last, ("role", "owner")):
            return True
    return any(_takes_object(matched, index, first, last, cues, rules) for index in inner if index < last)


def _is_listed(words: Sequence[str], index: int) -> bool:
    """Whether word `index` stands behind a mark of a list."""
    return index > 0 and words[index - 1] in LIST_MARKS


def _opens_predicate(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Whether word `index` opens a clause or stands behind an adverb, a verb or a conjunction."""
    return index == 0 or tags[index - 1][0] in "xdvc" or words[index - 1] in BORDERS


def _is_marked(words: Sequence[str], first: int, rules: RuleSet) -> bool:
    """Whether 被, 由, 把 or the like waits for a verb before word `first`, in its clause."""
    markers = rules.grammar.sets["verb_marker"]
    for position in range(first - 1, max(first - MARK_REACH, 0) - 1, -1):
        if words[position] in markers:
            return True
        if words[position] in BORDERS:
            return False
    return False


def _has_frame(cues: Cues, index: int, frames: Iterable[str]) -> bool:
    return not cues.get(index, NO_CUE)[1].frames.isdisjoint(frames)


def _takes_object(matched: MatchedSentence, index: int, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether word `index` of a mention (words `first` to `last`) is a verb that has the next word as object."""
    words, tags = matched.tagged.words, matched.tagged.tags
    following = index + 1
    whole = len(words[index]) > 1 and cues.get(index, NO_CUE)[0] == following
    led = tags[index] == "vn" and index == first > 0 and (tags[index - 1] in ADVERBIAL)
    if not whole or not (led or tags[index] in ("v", "n", "a")) or not _has_frame(cues, index, VERB_FRAMES):
        return False
    if index == first and following == last:  # 使用价值 is a name, unless an adverb says that it is done
        left = first - 1
        done = left >= 0 and (rules.grammar.kinds.get(words[left]) == "d" or tags[left][0] == "d")
        if not done:
            return False
    taken = "nljsba" if index == first else "nljsb"
    return words[following] not in rules.grammar.sets["class_noun"] and tags[following][0] in taken
