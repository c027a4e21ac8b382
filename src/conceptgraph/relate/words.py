"""What a word is by itself: its one-letter kind from its tag and the closed-class lists, worked out once a word.

Kinds: N noun, V verb, n either, a attribute, m number, r determiner, R anaphor, S the author, D 的, C conjunction,
E 等, P preposition, I passive marker, B 把/将, d adverb or auxiliary, f localizer, u particle;
``,`` ``.`` ``-`` borders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from conceptgraph.model import NAMED_DEED
from conceptgraph.relate.rule_file import NOUN_FRAMES, VERB_FRAMES, Rule
from conceptgraph.resources import rule_table, word_list

TAG_KINDS = dict(zip("nvabzmqrucdpfeyotsljgihkw", "NVaaammruddPfuudaNNNNNNN,", strict=True))
EXACT_KINDS = {"i": "a", "vn": "n", "ad": "d", "uj": "D", "zg": "d", "ag": "a", "eng": "N", "mq": "m", "nr": "N"}
BORDERS = {**dict.fromkeys("，,；;：:【】", ","), **dict.fromkeys("。.！!？?…", "."), **dict.fromkeys("—－-→", "-")}
OPENING = frozenset("“「『‘《〈<")
TITLES = frozenset("《〈<")
BELOW = ("以下", "如下", "下列")  # announce what is listed
WHEN_WORDS = frozenset(["后", "之后", "以后", "前", "之前", "以前"])  # close what tells when: 行会 衰落 后 的 A
TOPIC_ENDS = ("来说", "而言", "来讲", "来看", "看")  # close 就 A 来说
TOPIC_OPENING = frozenset(["对于", "针对", "关于", "至于"])  # open what is told of
QUOTES = frozenset("“”‘’\"'「」『』")
CLOSED_BY = dict(zip('“‘「『"', '”’」』"', strict=True))  # what opens a quotation, and what closes it
PRONOUN_OPENING = frozenset("各每某该这那此其本何什怎有之另哪谁多如")  # 自我 is tagged as a pronoun, but is a name
SUFFERING = ("受", "受到", "深受")  # before what is undergone
MUTUAL = ("相互", "互相", "彼此")  # how things stand to one another
ADDING = ("和", "与", "及", "以及")  # join the last member of a list
JOINING = (*ADDING, "、")  # join the members of a list
EITHER = ("或", "或者")  # join two of which one holds
BESIDE = (*ADDING, *EITHER, "并", "、")  # join a deed with another one: 拒绝 或 否定 A
COUPLING = ("与", "同", "跟")  # join two things more closely than a mark does
WITH = ("和", *COUPLING)  # join two things, or tell with what something is compared
FROM = ("从", "由")  # before where something comes from
START = (*FROM, "自")  # before where a way or a course begins
FOR_WHOM = ("为", "给")  # before whom something is done for
BUT = ("但", "但是", "然而", "不过", "可是")  # turn against what was said
AND_THEN = ("并", "并且")  # go on with what the same one does
THREE_OR_MORE = ("三者", "四者", "五者", "六者")  # stand for as many as were named
ITSELF = ("本身", "自身")
DONE_TO = ("进行", "加以", "予以", "展开", "开展")  # say only that the deed is done which they take
SO = ("就", "便", "也就")  # open what follows from the clause before
SO_THEN = (*SO, "则")
REASONS = ("因为", "由于")  # end what opens a reason
BECAUSE = ("因", *REASONS)  # open that of which something comes
POINTS = frozenset(["一", "二", "三", "四", "五", "六", "其一", "其二", "其三"])  # number points, before 是: 一 是 V A
SEVERAL = frozenset("两二三四五六七八九十23456789")  # a number of two and more begins with one of these
SET_PHRASES = ("l", "i")  # tags of set phrases and idioms
MUCH = (
    "十分",
    "非常",
    "极为",
    "极其",
    "较为",
    "更为",
    "尤为",
    "颇为",
    "最为",
    "甚为",
)  # open a set phrase of a quality
IDIOM = 4  # characters of most of them
RANKS = ("级", "元", "维", "重", "阶")  # 一级区 is a name
NAMING_ENDS = frozenset("式型性化")  # attributes that belong to a name: 跨越式发展
RESULT_ENDS = "为成作于到"  # a verb that ends in one of these tells what becomes of a thing
THING_ENDS = frozenset("性感岩量数率值度素酸剂菌")  # of words that the tagger takes for names: 鲁棒性
SPECIAL = "!"  # the kind of 不, names of persons, glued words and what is left out, until they are put right
BORDER = re.compile("[-,.]")  # kinds of the marks between clauses
LATIN_NAME = re.compile("[A-Z][a-z]+")  # Smith, Li
KNOWN_WORDS = 100_000  # words whose readings are kept


@dataclass(frozen=True, slots=True)
class CueUse:
    """A rule to which a cue belongs, and its place in the rule's pattern (0 unless the frame is a pattern)."""

    rule: Rule
    place: int
    closes: bool = True  # the last word of the pattern, where it is read


class Uses(tuple[CueUse, ...]):
    """What a word is a cue of, with what is often asked of it."""

    frames: frozenset[str]
    relations: frozenset[str]
    opens: bool  # it may open a report
    closing: tuple[CueUse, ...]  # those read at this word

    def __new__(cls, uses: Iterable[CueUse] = ()) -> Uses:
        """Return the uses of a word."""
        self = super().__new__(cls, uses)
        self.frames = frozenset(use.rule.frame for use in self)
        self.relations = frozenset(use.rule.relation for use in self)
        self.opens = any(use.rule.opens for use in self)
        self.closing = tuple(use for use in self if use.closes)
        return self


EXACTLY = ("正是", "恰是", "恰恰是")  # stress what stands behind them
PLAINLY = ("是", "就是", "乃是")  # say what something is
FLOWS = frozenset(["produces", "promotes", "negates", "causes", "influences"])  # relations to what comes of something
NO_USE = Uses()


class CueUses(dict[str, Uses]):
    """The uses of each cue; none of a word whose rules are all switched off."""

    def __missing__(self, word: str) -> Uses:
        """Return that a word is no cue."""
        return NO_USE


class Reading(NamedTuple):
    """A word with its tag: its kind (empty for what is left out), and whether it looks like a person's name."""

    kind: str
    personal: bool
    glued: bool  # four characters, an adverb and a cue: 不断加强
    reaching: bool = False  # three characters, a cue and 出 or 起: 描绘出, where this is no cue itself


class _Kinds(dict[tuple[str, str], str]):
    """The kinds of the words looked at so far, by word and tag; it begins anew at KNOWN_WORDS of them."""

    def __init__(self, read: Callable[[str, str], Reading]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, word_and_tag: tuple[str, str]) -> str:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        kind, personal, glued, reaching = self.read(*word_and_tag)
        plain = kind and not (personal or glued or reaching or word_and_tag[0] == "不")
        self[word_and_tag] = kind = kind if plain else SPECIAL
        return kind


class Vocabulary:
    """Reads words by the grammar's `kinds` and `sets` and by the cues that they are; each word is looked at once."""

    def __init__(self, kinds: Mapping[str, str], uses_of: Mapping[str, Uses], sets: Mapping[str, Set[str]]) -> None:
        self.kinds, self.uses_of, self.sets = kinds, uses_of, sets
        self.read = lru_cache(KNOWN_WORDS)(self._read)
        self.read_cue = lru_cache(KNOWN_WORDS)(self._read_cue)
        self.known = _Kinds(self._read)

    def kinds_of(self, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """Return the kinds of the words of a sentence, SPECIAL for those that are no plain words."""
        return list(map(self.known.__getitem__, zip(words, tags, strict=True)))

    def _read(self, word: str, tag: str) -> Reading:
        """Return the reading of a plain word."""
        reaching = len(word) == 3 and word[2] in "出起" and word not in self.uses_of and word not in self.kinds
        reaching = reaching and not self.uses_of.get(word[:2], NO_USE).frames.isdisjoint(VERB_FRAMES)
        return Reading(self._kind(word, tag), is_personal(word, tag), self._is_verb_with_adverb(word), reaching)

    def _kind(self, word: str, tag: str) -> str:
        if word in QUOTES or (tag == "k" and word == "们"):
            return ""  # 学者 们
        kind = self.kinds.get(word)
        if kind is None and tag == "m" and word[0] == "第":
            return "a"  # 第三方 调解
        if kind is None and tag == "n" and len(word) == 3 and word[0] in SEVERAL and word[1:] == "大类":
            return "m"  # A、B 和 C 三大类
        if kind is None and tag == "m" and len(word) == 4 and word[0] == word[2] == "一":
            return "d"  # 一点一滴
        if kind is None and tag == "l" and word[0] == "在" and word[-1] in "内中上下":
            return "d"  # 在短期内
        if kind is None and tag == "n" and len(word) > 2 and word.endswith("期内"):
            return "d"  # 短期内 V A
        if kind is None:
            naming = (tag == "b" and len(word) > 2 and word[-1] in NAMING_ENDS) or (tag == "m" and word[1:] in RANKS)
            naming = naming or (tag == "r" and len(word) == 2 and word[0] not in PRONOUN_OPENING)
            naming = naming or (tag in ("i", "z") and len(word) == 4 and self._is_general(word[2:]))
            naming = naming or (tag[0] in "avi" and len(word) > 2 and word[-1] in "感度率")  # 孤独感
            naming = naming or (tag[0] in "ai" and len(word) == 3 and word[-1] == "论")  # 独断论
            kind = "N" if naming else EXACT_KINDS.get(tag) or TAG_KINDS.get(tag[0], "X")
        if tag in SET_PHRASES and len(word) == 4 and word[:2] in MUCH:
            kind = "a"  # 十分必要, 极为重要
        if len(word) == 4 and word[:2] in ("令人", "引人", "发人", "耐人"):
            kind = "a"  # 令人信服
        if tag == "l" and len(word) == 4 and word[-2:] in self.sets["likeness"]:
            kind = "a"  # 历史悠久
        if tag in ("l", "n", "nz") and len(word) > 3 and word[-2:] in self.sets["time_closing"]:
            kind = "a"  # 自古以来
        if kind == "N" and len(word) > 2 and word[-1] in "着了":
            kind = "V"  # 扮演着 is not in the dictionary
        if kind == "X":
            kind = BORDERS.get(word, "u" if word.isspace() else "N" if word.isalnum() else ",")
        return kind

    def _is_general(self, word: str) -> bool:
        """Whether a word is a general noun, as in 弱势群体, which is tagged as an idiom; not in 紧密结合."""
        return (word in self.sets["class_noun"] or word in word_list("generic_words")) and word not in self.uses_of

    def _is_verb_with_adverb(self, word: str) -> bool:
        """Whether a set phrase of four characters is an adverb and a cue: 不断加强, 积极参与."""
        uses = self.uses_of.get(word[2:], NO_USE) if len(word) == 4 else NO_USE
        if uses.frames.isdisjoint(VERB_FRAMES):
            return False
        return self.kinds.get(word[:2], "") in ("d", "a") or word[:2] in word_list("adverbs") or word[1] == "地"

    def _read_cue(self, form: str, tag: str, several: bool, term: bool) -> str:
        """Return the kind of a cue of one or `several` words that may be a `term` as well; `tag`: of its first word."""
        kind = self._cue_kind(form, tag, several)
        return "n" if kind == "V" and term and tag in ("vn", "n") else kind

    def _cue_kind(self, form: str, tag: str, several: bool) -> str:
        """Return what the tag of a cue says, corrected by what its rules can be."""
        own = self.kinds.get(form)
        if own:
            return own
        if tag == NAMED_DEED and not several:
            return "N"
        if several and form[-1] == "成" and form not in self.uses_of:
            return "V"  # 折算成
        uses = self.uses_of[form]
        verbal = not uses.frames.isdisjoint(VERB_FRAMES) or "disable" in uses.frames  # 不再可能
        nominal = not uses.frames.isdisjoint(NOUN_FRAMES)
        if form[-1] in "着了" and len(form) > 2 and not nominal:
            return "V"
        if several and uses.frames == {"reason"} and form.endswith(REASONS):
            return "d"  # 正是由于
        if several:
            return "V" if verbal or not nominal else "N"
        if verbal:
            return "n" if tag == "vn" or (nominal and tag[0] not in "vdcp") else "V"
        if nominal:
            return "n" if tag == "v" else "N"
        return EXACT_KINDS.get(tag) or TAG_KINDS.get(tag[0], "N")


def names_class(word: str, sets: Mapping[str, Set[str]]) -> bool:
    """Whether a noun makes a compound with a verb before it: 存在方式, 表演场所."""
    return word in sets["class_noun"] or word in sets["made_for_deed"]


def is_personal(word: str, tag: str) -> bool:
    """Whether a word tagged as a name looks like one: by sound, a surname and a given name, or 老子; also Smith."""
    if tag == "eng":
        return LATIN_NAME.fullmatch(word) is not None
    if not tag.startswith("nr"):
        return False
    if "·" in word or all(character in word_list("transliteration") or character in "－-" for character in word):
        return True
    if word in word_list("thinkers") or word in rule_table("tag_corrections")["nr"]:
        return True
    surnames = word_list("surnames")
    if len(word) == 2 and word[1] == "子":
        return True
    if word[-1] in THING_ENDS and len(word) > 2:
        return False
    return (word[:1] in surnames and 2 <= len(word) <= 3) or (word[:2] in surnames and 3 <= len(word) <= 4)


def tells_which(opening: str, tags: Sequence[str], sets: Mapping[str, Set[str]]) -> bool:
    """Whether a word that is an adverb elsewhere tells which is meant by the noun behind it: 一般 智力, 积极 自由."""
    if len(tags) == 2 and opening in sets["telling_adverb"] and tags[1] in ("n", "a", "an"):
        return True
    return tuple(tags) == ("a", "n") and opening not in sets["hollow_quality"]
