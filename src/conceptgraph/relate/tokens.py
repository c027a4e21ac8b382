"""A tagged sentence -> its tokens: words as one-letter kinds, with mentions, quoted phrases and cues as one token each.

Kinds: N noun, V verb, n either, a attribute, m number, r determiner, R anaphor, S the author, D 的, C conjunction,
E 等, P preposition, I passive marker, B 把/将, d adverb or auxiliary, f localizer, u particle;
``,`` ``.`` ``-`` borders.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from conceptgraph.model import MatchedSentence, Mention
from conceptgraph.relate.rules import NOUN_FRAMES, VERB_FRAMES, CueUse, RuleSet
from conceptgraph.resources import word_list

TAG_KINDS = dict(zip("nvabzmqrucdpfeyotsljgihkw", "NVaaammruddPfuudaNNNNNNN,", strict=True))
EXACT_KINDS = {"i": "a", "vn": "n", "ad": "d", "uj": "D", "zg": "d", "ag": "a", "eng": "N", "mq": "m", "nr": "N"}
BORDERS = {**dict.fromkeys("，,；;：:【】", ","), **dict.fromkeys("。.！!？?…", "."), **dict.fromkeys("—－-→", "-")}
OPENING = frozenset("“「『‘《〈")
TITLES = frozenset("《〈<")
QUOTES = frozenset("“”‘’\"'「」『』")
MARK_REACH = 8  # words within which a marker such as 由 looks for its verb
LIST_MARKS = frozenset("、和与及或")
ADVERBIAL = ("d", "ad", "b", "uv")  # before a verb rather than before a name
ASPECTS = ("了", "着", "过")
POINTING = frozenset("各每某该这那此其本何什怎有之另哪谁多如")  # 自我 is tagged as a pronoun, but is a name
RANKS = ("级", "元", "维", "重", "阶")  # 一级区 is a name
UNFINISHED = ("b", "z", "zg")  # a name does not end in a word of these classes
BOUND_ENDS = frozenset("出了着为到于成")  # a verb that ends in one of these never stands inside a name
NAMING_ENDS = frozenset("式型性化")  # attributes that belong to a name: 跨越式发展

BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]")
QUOTED = re.compile(
    r"《[^《》]*》|〈[^〈〉]*〉|<[^<>]*>"
    r"|[“「『‘][^“”「」『』‘’，。；：！？,;:!?→－-]{1,12}[”」』’]|\"[^\",;:，。；：→－-]{1,12}\""
)


class Unit(NamedTuple):
    """Characters that make one token: where they end, the term they are a mention of (None: brackets), their cues."""

    end: int
    name: str | None
    uses: Sequence[CueUse]


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

    def add(self, word: str, kind: str, start: int, name: str, tag: str) -> None:
        """Append a token that begins at character `start`."""
        self.words.append(word)
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.names.append(name)
        self.tags.append(tag)


def make_tokens(matched: MatchedSentence, rules: RuleSet) -> Tokens:
    """Return the tokens of a sentence; what stands in brackets is left out."""
    tagged = matched.tagged
    text, starts = tagged.sentence.text, tagged.starts
    units = _units(matched, rules)
    tokens = Tokens(matched)
    skip_to = 0
    for word, tag, start in zip(tagged.words, tagged.tags, starts, strict=True):
        if start < skip_to:
            continue
        unit = units.get(start)
        quality = word == "不" and _negated_quality(matched, start, rules)
        if quality and start not in units and start + 1 not in units:
            skip_to = start + 1 + len(quality)
            named = text[skip_to : skip_to + 1] not in ("的", "地") and (not tokens.kinds or tokens.kinds[-1] != "d")
            tokens.add(word + quality, "N" if named else "a", start, "", "n" if named else "a")
            continue
        if unit is None:
            aspect = text[start + len(word) : start + len(word) + 1] in ASPECTS
            if (aspect or tag in ("l", "i")) and _is_verb_with_adverb(word, rules):
                tokens.add(word[:2], "d", start, "", "d")
                tokens.cues[len(tokens.words)] = rules.finder.uses_of[word[2:]]
                tokens.add(word[2:], "V", start + 2, "", "v")
            else:
                _add_word(tokens, word, tag, start, rules.grammar.kinds)
            continue
        skip_to = unit.end
        if unit.name is not None or unit.uses:
            last_tag = tagged.tags[bisect_left(starts, unit.end) - 1]
            _add_unit(tokens, unit, text[start : unit.end], len(word), start, (tag, last_tag), rules.grammar.kinds)
    return tokens


def _negated_quality(matched: MatchedSentence, start: int, rules: RuleSet) -> str:
    """Return the word behind the 不 at `start` where the two name a state (不平等), else an empty string."""
    tagged = matched.tagged
    following = bisect_left(tagged.starts, start) + 1
    word = tagged.words[following] if following < len(tagged.words) else ""
    return word if word in rules.grammar.sets["negated_quality"] else ""


def _is_verb_with_adverb(word: str, rules: RuleSet) -> bool:
    """Whether a set phrase of four characters is an adverb and a cue: 不断加强, 积极参与."""
    uses = rules.finder.uses_of.get(word[2:], ()) if len(word) == 4 else ()
    if not any(use.rule.frame in VERB_FRAMES for use in uses):
        return False
    return rules.grammar.kinds.get(word[:2], "") in ("d", "a") or word[:2] in word_list("adverbs")


def _add_word(tokens: Tokens, word: str, tag: str, start: int, kinds: Mapping[str, str]) -> None:
    """Append a plain word; quotation marks are left out."""
    if word in QUOTES:
        return
    kind = kinds.get(word)
    if kind is None:
        naming = (tag == "b" and len(word) > 2 and word[-1] in NAMING_ENDS) or (tag == "m" and word[1:] in RANKS)
        naming = naming or (tag == "r" and len(word) == 2 and word[0] not in POINTING)
        kind = "N" if naming else EXACT_KINDS.get(tag) or TAG_KINDS.get(tag[0], "X")
    if kind == "N" and len(word) > 2 and word[-1] in "着了":
        kind = "V"  # 扮演着 is not in the dictionary
    if kind == "X":
        kind = BORDERS.get(word, "u" if word.isspace() else "N" if word.isalnum() else ",")
    if tag.startswith("nr") and _is_personal(word):
        tokens.persons.add(len(tokens.words))
    tokens.add(word, kind, start, "", tag)


def _add_unit(
    tokens: Tokens, unit: Unit, form: str, first: int, start: int, tags: tuple[str, str], kinds: Mapping[str, str]
) -> None:
    """Append a mention, quoted phrase or cue; `first` is the length of its first word, `tags` of first and last."""
    kind = "N"
    if unit.uses:
        kind = _cue_kind(form, tags[0], len(form) > first, unit.uses, kinds)
        if unit.name is not None and kind == "V" and tags[0] in ("vn", "n"):
            kind = "n"
    elif form[0] in OPENING and tokens.words and tokens.words[-1][:1] in OPENING:
        tokens.add("", "C", start, "", "x")  # “A”“B” is a list
    here = len(tokens.words)
    if unit.uses:
        tokens.cues[here] = unit.uses
    if form[0] in QUOTES:
        tokens.quoted.add(here)
    if form[0] in TITLES or (tags[0].startswith("nr") and _is_personal(form)):
        tokens.persons.add(here)
    tokens.add(form, kind, start, unit.name or "", tags[1])


def _is_personal(word: str) -> bool:
    """Whether a word tagged as a name looks like one: written by sound, or a surname and a given name."""
    if "·" in word or all(character in word_list("transliteration") for character in word):
        return True
    surnames = word_list("surnames")
    return (word[:1] in surnames or word[:2] in surnames) and 2 <= len(word) <= 4


def _cue_kind(form: str, tag: str, several: bool, uses: Sequence[CueUse], kinds: Mapping[str, str]) -> str:
    """Return the kind of a cue token: what its tag says, corrected by what its rules can be."""
    own = kinds.get(form)
    if own:
        return own
    verbal = any(use.rule.frame in VERB_FRAMES for use in uses)
    nominal = any(use.rule.frame in NOUN_FRAMES for use in uses)
    if form[-1] in "着了" and len(form) > 2 and verbal:
        return "V"
    if several:
        return "V" if verbal or not nominal else "N"
    if verbal:
        return "n" if tag == "vn" or (nominal and tag[0] not in "vdcp") else "V"
    if nominal:
        return "N"
    return EXACT_KINDS.get(tag) or TAG_KINDS.get(tag[0], "N")


def _units(matched: MatchedSentence, rules: RuleSet) -> dict[int, Unit]:
    """Return {start: unit} of all that is more than a plain word.

    Brackets win over quoted phrases, these over mentions, mentions over the cues inside them.
    """
    text, starts = matched.tagged.sentence.text, matched.tagged.starts
    found: dict[int, Unit] = {}
    covered = bytearray(len(text) + 1)
    borders = {*starts, len(text)}
    cues = rules.finder.find(text, borders)

    def take(start: int, end: int, name: str | None, uses: Sequence[CueUse]) -> None:
        found[start] = Unit(end, name, uses)
        covered[start:end] = b"\1" * (end - start)

    for match in BRACKETED.finditer(text):
        take(*match.span(), None, ())
    for match in QUOTED.finditer(text):
        start, end = match.span()
        if covered.find(1, start, end) < 0 and start in borders and end in borders:
            take(start, end, _term_within(matched, start, end), ())
    for mention in matched.mentions:
        if covered.find(1, mention.start, mention.end) < 0:
            end, uses = cues.get(mention.start, (0, ()))
            if end <= mention.end and not _is_no_name(matched, mention, cues, rules):
                take(mention.start, mention.end, mention.term, uses if end == mention.end else ())
    for start in sorted(cues):
        end, uses = cues[start]
        if covered.find(1, start, end) < 0:
            take(start, end, None, uses)
    return found


def _term_within(matched: MatchedSentence, start: int, end: int) -> str:
    """Return the term that fills the quotation marks at ``start:end``, or an empty name."""
    fitting = (each.term for each in matched.mentions if start <= each.start <= start + 1 and end - 1 <= each.end)
    return next(fitting, "")


Cues = Mapping[int, tuple[int, Sequence[CueUse]]]


def _is_no_name(matched: MatchedSentence, mention: Mention, cues: Cues, rules: RuleSet) -> bool:
    """Whether a mention is no name: a function word, a cue with its attribute (根本原因), a verb with its object."""
    tags, words, starts = matched.tagged.tags, matched.tagged.words, matched.tagged.starts
    first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end) - 1
    after = tags[last + 1] if last + 1 < len(tags) else "x"
    if first == last:
        bare = (
            after[0] == "v"
            and starts[first] not in cues
            and starts[last + 1] not in cues
            and tags[last + 2 : last + 3] == ("n",)
        )  # 明确 控股 股东
        takes = bare or after[0] in ("nrab" if _is_listed(words, first) else "nrmab")
        verbal = tags[first] == "v" and takes and _opens_predicate(words, tags, first)
        adverb = rules.grammar.kinds.get(words[first]) == "d" and after[0] == "v"
        if after[0] == "u" and words[last + 1] in ASPECTS and _is_verb_with_adverb(words[first], rules):
            return True
        return tags[first][0] in "dcprt" or tags[first] == "ad" or verbal or adverb
    if rules.grammar.kinds.get(words[first], "N") in "dPIB":
        return True
    if tags[first] == "v" and first and tags[first - 1] in ("d", "ad"):
        return True  # 大力 发展 群众 体育
    if (
        tags[last] == "v"
        and last + 1 < len(words)
        and (words[last + 1] in ASPECTS or (after[0] in "mr" and not _is_listed(words, first)))
    ):
        return True  # 体系 确立 了; 重点 解决 三个
    if tags[first] in ("v", "vn") and starts[first] in cues and tags[last] == "a" and after == "uj":
        return True  # 培育 新 的
    if (
        tags[last] == "v"
        and words[last] in word_list("speech_verbs")
        and words[last + 1 : last + 2] in ((":",), ("：",))
    ):
        return True  # 回归 分析 发现：
    if tags[last] in UNFINISHED and words[last][-1] not in NAMING_ENDS:
        return True  # 中国 高速
    if any(tags[index] == "v" and words[index][-1] in BOUND_ENDS for index in range(first + 1, last)):
        return True  # 力度 呈现出 趋向
    if any(cues.get(starts[index], (0, ()))[0] > mention.end for index in range(first + 1, last + 1)):
        return True  # the last word begins a cue that goes on: 转变 in 转变为
    if tags[last] == "v" and cues.get(starts[last], (0, ()))[1] and _is_marked(words, first, rules):
        return True  # 由数据和算法构成
    weighing = tags[first] in ("a", "b", "ad") or words[first] in rules.grammar.sets["attribute_noun"]
    if last == first + 1 and weighing and _has_frame(cues, starts[last], ("role", "owner")):
        return True
    return any(_takes_object(matched, index, first, last, cues, rules) for index in range(first, last))


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


def _has_frame(cues: Cues, start: int, frames: Sequence[str]) -> bool:
    return any(use.rule.frame in frames for use in cues.get(start, (0, ()))[1])


def _takes_object(matched: MatchedSentence, index: int, first: int, last: int, cues: Cues, rules: RuleSet) -> bool:
    """Whether word `index` of a mention (words `first` to `last`) is a verb that has the next word as object."""
    words, tags, starts = matched.tagged.words, matched.tagged.tags, matched.tagged.starts
    word, following = words[index], index + 1
    whole = len(word) > 1 and cues.get(starts[index], (0, ()))[0] == starts[index] + len(word)
    led = tags[index] == "vn" and index == first > 0 and (tags[index - 1] in ADVERBIAL)
    if (
        not whole
        or not (led or tags[index] in ("v", "n", "a"))
        or not _has_frame(cues, starts[index], tuple(VERB_FRAMES))
    ):
        return False
    if index == first and following == last:  # 使用价值 is a name, unless an adverb says that it is done
        left = first - 1
        done = left >= 0 and (rules.grammar.kinds.get(words[left]) == "d" or tags[left][0] == "d")
        if not done:
            return False
    taken = "nljsba" if index == first else "nljsb"
    return words[following] not in rules.grammar.sets["class_noun"] and tags[following][0] in taken
