"""A tagged sentence -> its tokens: one-letter kinds of words; mentions, quoted phrases and cues are one token each."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from conceptgraph.model import MatchedSentence
from conceptgraph.relate.rules import VERB_FRAMES, CueUse, RuleSet
from conceptgraph.relate.words import BORDERS, NAMING_ENDS, OPENING, QUOTES, TITLES, is_personal
from conceptgraph.resources import word_list

SET_PHRASES = ("l", "i")
JOINERS = frozenset("来以去并而呈使令把被《》“”（）()")  # never inside a name
MARK_REACH = 8  # words within which a marker such as 由 looks for its verb
LIST_MARKS = frozenset("、和与及或")
ADVERBIAL = ("d", "ad", "b", "uv")  # before a verb rather than before a name
UNFINISHED = ("b", "z", "zg")  # a name does not end in a word of these classes
BOUND_ENDS = frozenset("出了着为到于成")  # a verb that ends in one of these never stands inside a name

BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]")
QUOTED = re.compile(
    r"《[^《》]*》|〈[^〈〉]*〉|<[^<>]*>"
    r"|[“「『‘][^“”「」『』‘’，。；：！？,;:!?→－-]{1,12}[”」』’]|\"[^\",;:，。；：→－-]{1,12}\""
)
MARKS = OPENING | TITLES | QUOTES
ENCLOSED = re.compile(r"[（(\[《〈<“「『‘\"]")  # how what these two find begins

Unit = tuple[int, str | None, Sequence[CueUse]]  # end, the term (None: brackets or only a cue), what it is a cue of
Cues = Mapping[int, tuple[int, Sequence[CueUse]]]  # start -> end and uses
NO_CUE: tuple[int, Sequence[CueUse]] = (0, ())
Row = tuple[str, str, int, int, str, str]  # one token: word, kind, start, end, name, tag


@dataclass(slots=True)
class Tokens:
    """The tokens of a sentence, as parallel lists, and the cues by token."""

    matched: MatchedSentence
    words: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # the term of a mention, else empty
    tags: list[str] = field(default_factory=list)  # the part of speech of the last word
    persons: set[int] = field(default_factory=set)  # tokens that are names of persons or works
    quoted: set[int] = field(default_factory=set)
    cues: dict[int, Sequence[CueUse]] = field(default_factory=dict)


def make_tokens(matched: MatchedSentence, rules: RuleSet) -> Tokens:
    """Return the tokens of a sentence; what stands in brackets is left out."""
    (sentence, words, tags, starts), vocabulary = matched.tagged, rules.vocabulary
    places = {start: index for index, start in enumerate(starts)}
    places[len(sentence.text)] = len(words)
    units = _units(matched, places, rules)
    tokens, rows = Tokens(matched), list[Row]()
    readings = map(vocabulary.read, words, tags)
    skip_to = 0
    for word, tag, start, (kind, personal, glued) in zip(words, tags, starts, readings, strict=True):
        if start < skip_to:
            continue
        end = start + len(word)
        quality = _negated_quality(matched, places[start], rules) if word == "不" and start not in units else ""
        if quality and (end not in units or _begins_name(units[end], end, quality)):
            skip_to = units[end][0] if end in units else end + len(quality)
            named = sentence.text[skip_to : skip_to + 1] not in ("的", "地") and (not rows or rows[-1][1] != "d")
            kind, tag = ("N", "n") if named else ("a", "a")
            rows.append((sentence.text[start:skip_to], kind, start, skip_to, "", tag))
        elif start in units:
            skip_to, name, uses = units[start]
            if name is None and not uses:
                continue  # in brackets
            form, kind = word if skip_to == end else sentence.text[start:skip_to], "N"
            if uses:
                kind = vocabulary.read_cue(form, tag, skip_to > end, name is not None)
                tokens.cues[len(rows)] = uses
            if form[0] in MARKS or tag.startswith("nr"):
                _add_marks(tokens, rows, form, tag, start)
            rows.append((form, kind, start, skip_to, name or "", tags[places[skip_to] - 1]))
        elif glued and (tag in SET_PHRASES or sentence.text[end : end + 1] in rules.grammar.sets["aspect"]):
            tokens.cues[len(rows) + 1] = vocabulary.uses_of[word[2:]]
            rows += ((word[:2], "d", start, start + 2, "", "d"), (word[2:], "V", start + 2, end, "", "v"))
        elif kind:
            if personal:
                tokens.persons.add(len(rows))
            rows.append((word, kind, start, end, "", tag))
    if rows:
        lists = map(list, zip(*rows, strict=True))
        tokens.words, tokens.kinds, tokens.starts, tokens.ends, tokens.names, tokens.tags = lists
    return tokens


def _negated_quality(matched: MatchedSentence, index: int, rules: RuleSet) -> str:
    """Return the word behind the 不 at word `index` where the two name a state (不平等), else an empty string."""
    following = "".join(matched.tagged.words[index + 1 : index + 2])
    return following if following[:2] in rules.grammar.sets["negated_quality"] else ""


def _begins_name(unit: Unit, start: int, quality: str) -> bool:
    """Whether the term at `start` is a word of quality, or begins with one: 不 + 平等, 不 + 正当竞争."""
    end, name, uses = unit
    return bool(name) and not uses and end - start >= len(quality)


def _add_marks(tokens: Tokens, rows: list[Row], form: str, tag: str, start: int) -> None:
    """Keep whether the token to come is quoted, or a person or work; “A”“B” is a list."""
    if form[0] in OPENING and rows and rows[-1][0][:1] in OPENING and len(rows) not in tokens.cues:
        rows.append(("", "C", start, start, "", "x"))
    if form[0] in QUOTES:
        tokens.quoted.add(len(rows))
    if form[0] in TITLES or is_personal(form, tag):
        tokens.persons.add(len(rows))


def _units(matched: MatchedSentence, places: Mapping[int, int], rules: RuleSet) -> dict[int, Unit]:
    """Return {start: unit} of all that is more than a plain word; `places` gives the word at a border.

    Brackets win over quoted phrases, these over mentions, mentions over the cues inside them.
    """
    text = matched.tagged.sentence.text
    cues = rules.finder.find(text, places)
    covered = bytearray(len(text) + 1)
    found = _enclosed(matched, places, covered) if ENCLOSED.search(text) else {}
    words, related = matched.tagged.words, rules.grammar.sets["related"]
    for term, start, end in matched.mentions:
        if words[places[end] - 1] in related and places[end] - places[start] > 1:
            end, term = end - len(words[places[end] - 1]), ""  # 经营 行为 有关
        if covered.find(1, start, end) < 0:
            cue_end, uses = cues.get(start, NO_CUE)
            if cue_end <= end and not _is_no_name(matched, places[start], places[end] - 1, cues, rules):
                found[start] = end, term, uses if cue_end == end else ()
                covered[start:end] = b"\1" * (end - start)
    for start in sorted(cues):
        end, uses = cues[start]
        if covered.find(1, start, end) < 0:
            found[start] = end, None, uses
            covered[start:end] = b"\1" * (end - start)
    return found


def _enclosed(matched: MatchedSentence, places: Mapping[int, int], covered: bytearray) -> dict[int, Unit]:
    """Return {start: unit} of what stands in brackets or quotation marks, and mark it as covered."""
    text = matched.tagged.sentence.text
    found: dict[int, Unit] = {}
    for pattern in (BRACKETED, QUOTED):
        for match in pattern.finditer(text):
            start, end = match.span()
            if pattern is QUOTED and (covered.find(1, start, end) >= 0 or start not in places or end not in places):
                continue
            found[start] = end, _term_within(matched, start, end) if pattern is QUOTED else None, ()
            covered[start:end] = b"\1" * (end - start)
    return found


def _term_within(matched: MatchedSentence, start: int, end: int) -> str:
    """Return the term that fills the quotation marks at ``start:end``, or an empty name."""
    fitting = (each.term for each in matched.mentions if start <= each.start <= start + 1 and end - 1 <= each.end)
    return next(fitting, "")


def _is_no_name(matched: MatchedSentence, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether a mention (words `first` to `last`) is no name: a function word, or a verb with its object."""
    if first == last:
        return _is_function_word(matched, first, cues, rules)
    _, words, tags, starts = matched.tagged
    after, last_tag = tags[last + 1] if last + 1 < len(tags) else "x", tags[last]
    if rules.grammar.kinds.get(words[first], "N") in "dPIB":
        return True
    if words[last] in rules.grammar.sets["verb_joining"] or words[last] in rules.grammar.sets["modal"]:
        return True  # 村庄 外 学生 来; 方法 可
    if last - first > 1 and not JOINERS.isdisjoint(words[first + 1 : last]):
        return True  # 知识 来 武装; 公司法 》 规定
    if (
        tags[first] == "v"
        and first
        and (tags[first - 1] in ("d", "ad") or words[first - 1] in rules.grammar.sets["done_for"])
    ):
        return True  # 大力 推广 乡村 邮政, 为 研究 A
    if last_tag == "v" and last + 1 < len(words):
        if words[last + 1] in rules.grammar.sets["aspect"] or (after[0] in "mr" and not _is_listed(words, first)):
            return True  # 体系 确立 了; 重点 解决 三个
        if words[last] in word_list("speech_verbs") and words[last + 1] in (":", "："):
            return True  # 回归 分析 发现：
    if last_tag in UNFINISHED and words[last][-1] not in NAMING_ENDS:
        return True  # 中国 高速
    if last - first > 1 and any(
        tags[index] == "v" and words[index][-1] in BOUND_ENDS for index in range(first + 1, last)
    ):
        return True  # 力度 呈现出 趋向
    inner = [index for index in range(first, last + 1) if starts[index] in cues]
    return bool(inner) and _is_taken_apart(matched, first, last, inner, cues, rules)


def _is_function_word(matched: MatchedSentence, index: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether the mention of one word is a function word, or a verb before its object."""
    _, words, tags, starts = matched.tagged
    tag, following = tags[index], index + 1
    if tag[0] in "dcprt" or tag == "ad":
        return True
    after = tags[following][0] if following < len(tags) else "x"
    if after == "u":
        return words[following] in rules.grammar.sets["aspect"] and rules.vocabulary.read(words[index], tag).glued
    if after == "v" and rules.grammar.kinds.get(words[index]) == "d":
        return True
    if tag != "v":
        return False
    takes = after in ("nrab" if _is_listed(words, index) else "nrmab")
    if after == "v" and starts[index] not in cues and starts[following] not in cues:
        takes = tags[following + 1 : following + 2] == ("n",)  # 表扬 值班 护士
    return takes and _opens_predicate(words, tags, index)


def _is_taken_apart(
    matched: MatchedSentence, first: int, last: int, inner: Sequence[int], cues: Cues, rules: RuleSet
) -> bool:
    """Whether the cues at the words `inner` of a mention show that it is no name: 根本 原因, 提高 效率."""
    _, words, tags, starts = matched.tagged
    if first in inner and tags[first] in ("v", "vn") and tags[last] == "a" and tags[last + 1 : last + 2] == ("uj",):
        return True  # 培育 新 的
    if any(index > first and cues[starts[index]][0] > starts[last] + len(words[last]) for index in inner):
        return True  # the last word begins a cue that goes on: 转变 in 转变为
    if last in inner:
        if tags[last] == "v" and _is_marked(words, first, rules):
            return True  # 由数据和算法构成
        weighing = tags[first] in ("a", "b", "ad") or words[first] in rules.grammar.sets["attribute_noun"]
        if last == first + 1 and weighing and _has_frame(cues, starts[last], ("role", "owner")):
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


def _has_frame(cues: Cues, start: int, frames: Container[str]) -> bool:
    return any(use.rule.frame in frames for use in cues.get(start, NO_CUE)[1])


def _takes_object(matched: MatchedSentence, index: int, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether word `index` of a mention (words `first` to `last`) is a verb that has the next word as object."""
    words, tags, starts = matched.tagged.words, matched.tagged.tags, matched.tagged.starts
    word, following = words[index], index + 1
    whole = len(word) > 1 and cues.get(starts[index], NO_CUE)[0] == starts[index] + len(word)
    led = tags[index] == "vn" and index == first > 0 and (tags[index - 1] in ADVERBIAL)
    if not whole or not (led or tags[index] in ("v", "n", "a")) or not _has_frame(cues, starts[index], VERB_FRAMES):
        return False
    if index == first and following == last:  # 使用价值 is a name, unless an adverb says that it is done
        left = first - 1
        done = left >= 0 and (rules.grammar.kinds.get(words[left]) == "d" or tags[left][0] == "d")
        if not done:
            return False
    taken = "nljsba" if index == first else "nljsb"
    return words[following] not in rules.grammar.sets["class_noun"] and tags[following][0] in taken
