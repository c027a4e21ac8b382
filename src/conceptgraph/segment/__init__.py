"""Sentences -> tagged sentences. The only module that knows jieba and its Rust port rjieba.

The two give the same words and tags on Chinese text; on Latin runs rjieba keeps ``SDS-PAGE`` whole, so we join
such runs for both. Each `Segmenter` owns a private tokenizer: the user's words enter it before the first cut, words
that we discover never do, and nothing outside can change it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from conceptgraph.config import SegmentConfig
from conceptgraph.errors import ConfigError
from conceptgraph.model import Sentence, TaggedSentence
from conceptgraph.remembered import Remembered
from conceptgraph.resources import rule_table, segmentation_words, word_list
from conceptgraph.segment.misjoined import MISJOINED, is_and_noun
from conceptgraph.segment.person_names import (
    NAME_MARK,
    Tagged,
    is_given_name,
    join_double,
    join_glossed,
    join_listed,
    join_names,
    join_schools,
    part_names,
    part_writers,
    sounds,
)
from conceptgraph.segment.regrouped import join_spans, join_standing, regroup, split_contrasts, split_removed
from conceptgraph.segment.thinkers import tag_around_names
from conceptgraph.user_words import UserWord

DENIED_QUALITY = re.compile("不可[\u4e00-\u9fff]{1,2}性")
STUDY = re.compile("[试略浅简再也]?论(?![语坛证文述辩断点争据题著域理者集衡])|[试浅略简]析|[浅也漫]谈")  # of A
LATIN_RUN = re.compile(r"[A-Za-z0-9]+(?:[-./'&+][A-Za-z0-9]+)+")
POINT_NUMBERS = "一二三四五六"  # before 是 they open the members of a list
LOCALIZERS = frozenset("中上下")  # no verb that is only guessed begins with these (中起)
RESULTS = frozenset("成为了着")  # what a verb results in, or what it is done to, follows these
DONE_BY = frozenset("作做著写撰译编创持载含求用需发画唱绘演讲读述爱恨惧授")  # with 所 before it: 对 A 所作的 B
BEHIND_NAME = {"则": "d", "早": "d", "用": "p", "所": "u"}  # taken for the end of a name
BEHIND_ZHI = frozenset("一二三上下中内前后外旁间际类余列久时于士")  # 之间 is one word, 之用 is two


class _Engine(NamedTuple):
    """What we need of a tokenizer: tag a text, tell whether a word is in its dictionary."""

    tag: Callable[[str], Tagged]
    has_word: Callable[[str], bool]


class Segmenter:
    """Cuts sentences into words with parts of speech (the ICTCLAS letters that jieba uses).

    Raises ConfigError where the package of the chosen segmenter is missing.

    >>> segmenter = Segmenter(SegmentConfig())
    >>> segmenter.tag(Sentence("d", 0, "异化即人的命运。", 0, 8)).words
    ('异化', '即', '人', '的', '命运', '。')
    """

    def __init__(self, config: SegmentConfig, words: Iterable[UserWord] = ()) -> None:
        entries = sorted(words)
        self.engine = ENGINES[config.segmenter](entries)
        self.user_words = frozenset(entry.word for entry in entries)
        self._split_glued = Remembered(self._split_unknown, most=100_000)

    def tag(self, sentence: Sentence) -> TaggedSentence:
        """Return `sentence` with its words, their tags and where each begins."""
        text = sentence.text
        found: Tagged = list(chain.from_iterable(map(self._split_glued.__getitem__, self._cut(sentence))))
        if LATIN_RUN.search(text):
            found = join_spans(found, [match.span() for match in LATIN_RUN.finditer(text)], "eng")
        if "而非" in text:
            found = split_contrasts(found)
        if "不可" in text and (spans := _denied_qualities(text, found)):
            found = join_spans(found, spans, "n")
        if NAME_MARK.search(text):
            found = join_names(found)
        if "－" in text or "-" in text:
            found = join_double(found)
        if "、" in text:
            found = join_listed(found)
        if "派" in text:
            found = join_schools(found)
        if "《" in text:
            found = part_writers(found)
        if "（" in text or "(" in text:
            found = join_glossed(found)
        if (joined := _modern_words(text, found)) is not None:
            found = joined
        if "有的是" in text or "既有" in text:
            found = self._split_had(found)
        if "除了" in text:
            found = split_removed(found, self.engine.has_word)
        found = regroup(text, found)
        if "所" in text or "中将" in text or "成人的" in text:
            found = self._split_done_by(found)
        if "在于" in text or "外在" in text or "内在" in text:
            found = join_standing(found)
        if "默认为" in text:
            found = self._free_last_sound(found)
        standing = {word for word, _ in found}
        if not standing.isdisjoint(word_list("reporting_verbs")):
            found = self._join_reporters(found)
        if not standing.isdisjoint(word_list("speech_verbs")):
            found = self._join_sounded(part_names(found, _before_verbs(found, "speech_verbs")))
        if not standing.isdisjoint(RESULTS):
            found = self._split_results(found)
        words, tags = zip(*found, strict=True) if found else ((), ())
        starts = tuple(accumulate(map(len, words[:-1]), initial=0)) if found else ()
        return TaggedSentence(sentence, words, tags, starts)

    def _cut(self, sentence: Sentence) -> Tagged:
        """Return the words of the tokenizer; of a title what names a study stands alone (论王弼 -> 论, 王弼)."""
        text = sentence.text
        study = STUDY.match(text) if sentence.kind in ("title", "heading") else None
        told = study.end() if study else 0
        cut = tag_around_names(text[told:], self.engine.tag, self.user_words)
        return [(text[:told], "u"), *cut] if told else cut

    def _split_had(self, words: Tagged) -> Tagged:
        """Give 有 back to the verb before 的是 (占, 有的是 -> 占有, 的, 是); part 既有 A，又 有 B."""
        again = any(pair in (("又", "有"), ("也", "有")) for pair in pairwise(word for word, _ in words))
        split: Tagged = []
        for word, tag in words:
            whole = split[-1][0] + "有" if word == "有的是" and split else ""
            if whole and len(whole) == 2 and self.engine.has_word(whole):
                split[-1:] = [(whole, "v"), ("的", "uj"), ("是", "v")]
            elif word == "既有" and again:
                split += [("既", "d"), ("有", "v")]
            else:
                split.append((word, tag))
        return split

    def _free_last_sound(self, words: Tagged) -> Tagged:
        """Give the 默 of 默认, 为 back to the foreign name before it (霍克, 海, 默认, 为 -> 霍克, 海, 默, 认为)."""
        for place in range(1, len(words) - 1):
            before, taken = words[place - 1][0], words[place][0] == "默认" and words[place + 1][0] == "为"
            if taken and sounds(before, all) and (len(before) == 1 or not self.engine.has_word(before)):
                words = [*words[:place], ("默", "nr"), ("认为", "v"), *words[place + 2 :]]
        return words

    def _join_sounded(self, words: Tagged) -> Tagged:
        """Join the parts of a foreign name, right before a verb of speech, of which one is no word (奈, 格里, 认为)."""
        for place in _before_verbs(words, "speech_verbs"):
            start = place
            while start and words[start - 1][1][0] not in "pcdumx" and sounds(words[start - 1][0], all):
                start -= 1
            parts = words[start:place]
            name = "".join(word for word, _ in parts)
            named = any(tag.startswith("nr") for _, tag in parts)
            broken = any(len(word) == 1 or not self.engine.has_word(word) for word, _ in parts)
            if (len(parts) > 1 and named and broken) or (len(parts) == 1 and self._is_unknown_name(name, parts[0][1])):
                words = [*words[:start], (name, "nr"), *words[place:]]
        return words

    def _is_unknown_name(self, word: str, tag: str) -> bool:
        """Whether a word written by sound is no word that the dictionary has as a place or otherwise (朗西埃)."""
        return len(word) > 2 and not tag.startswith("nr") and (tag in ("n", "nz") or not self.engine.has_word(word))

    def _join_reporters(self, words: Tagged) -> Tagged:
        """Join a surname and a given name, or know them as a name, before a verb of reporting (何, 慕川, 认为)."""
        surnames = word_list("surnames")
        for place in _before_verbs(words, "reporting_verbs"):
            name, tag = words[place - 1]
            whole = name[:1] in surnames and len(name) == 3 and is_given_name(name[1:])
            if whole and not tag.startswith("nr") and (tag == "ns" or not self.engine.has_word(name)):
                words = [*words[: place - 1], (name, "nr"), *words[place:]]  # 沈家本 as a place
                continue
            parted = place > 1 and words[place - 2][0] in surnames and len(name) <= 2 and is_given_name(name)
            if parted and (place == 2 or words[place - 3][1] in ("x", "c", "n")):
                words = [*words[: place - 2], (words[place - 2][0] + name, "nr"), *words[place:]]
        return words

    def _split_results(self, words: Tagged) -> Tagged:
        """Cut a verb off a compound that what it results in follows (信息加工, 成 -> 信息, 加工, 成; 概念分析, 了).

        So is one cut off the quality that tells how it is done (明确规定, 了 -> 明确, 规定, 了).
        """
        places = [place for place, (word, _) in enumerate(words) if word in RESULTS and place]
        for place in reversed(places):
            word = words[place - 1][0]
            parts = word[:2], word[2:]
            if len(word) != 4 or word in self.user_words or not all(map(self.engine.has_word, parts)):
                continue
            manner = words[place][0] in "了着" and self._is_manner(parts[0])
            if manner or words[place][0] in "成为" or (self._is_noun(parts[0]) and self._is_verb(parts[1])):
                words = [*words[: place - 1], (parts[0], "d" if manner else "n"), (parts[1], "v"), *words[place:]]
        return words

    def _split_unknown(self, tagged: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        """Cut a function word off a word that the tokenizer only guessed (即人 -> 即, 人); set wrong tags right."""
        word, tag = tagged
        own = word in self.user_words
        if word in word_list("thinkers") or word == "所有制":
            return (tagged,)  # 汤因比, not 汤因, 比
        if word in MISJOINED and not own:
            return MISJOINED[word]
        if word in _right_tags() and not own:
            return ((word, _right_tags()[word]),)
        if len(word) == 3 and word[0] == "其" and tag in ("l", "n") and not own:
            return ((word[0], "r"), (word[1:], "n"))  # 其实质, 其本质
        if tag == "nr" and len(word) > 2 and word[-1] in BEHIND_NAME and not own:
            return ((word[:-1], tag), (word[-1:], BEHIND_NAME[word[-1]]))  # 荀子则, 哈维用
        if is_and_noun(word, tag) and not own and not self.engine.has_word(word[:2]):
            return (("和", "c"), *self.engine.tag(word[1:]))  # 大宗 和小宗
        if len(word) > 2 and word[-1] == "性" and tag == "b":
            return ((word, "n"),)  # 必然性
        if len(word) == 3 and word[-1] == "着" and tag[0] != "v" and not own:
            return ((word[:2], "v"), (word[2:], "uz"))  # 蕴含着
        if len(word) == 3 and word[-1] == "成" and tag in "il" and self._is_verb(word[:2]):
            return ((word[:2], "v"), (word[2:], "v"))  # 切割成
        if len(word) == 3 and word[-1] in "出起到" and tag[0] in "nil" and self._is_verb(word[:2]) and not own:
            return ((word, "v"),)  # 突显出
        if len(word) == 4 and word.endswith("之处") and not own:
            return ((word[:2], "a"), ("之", "u"), ("处", "n"))  # 独到之处
        if len(word) == 3 and word[-1] in "用以" and word[:2] in segmentation_words("trying") and not own:
            return ((word[:2], "v"), (word[2], "p"))  # 试图用 A 取代 B
        if len(word) > 2 and word[1] == "是" and word[0] in POINT_NUMBERS and not self.engine.has_word(word):
            rest = tuple((pair[0], pair[1]) for pair in self.engine.tag(word[2:]))
            return ((word[0], "m"), ("是", "v"), *rest)  # 一是族产
        if len(word) == 3 and word.endswith("子之") and not own:
            return ((word[:2], tag), ("之", "u"))  # 朱子之 学
        if len(word) == 3 and word[0] == "所" and not own and self._is_verb(word[1:]):
            return ((word[0], "u"), (word[1:], "v"))  # 所构成
        if len(word) > 2 and word[-1] == "指" and not self.engine.has_word(word) and not own:
            return (*((pair[0], pair[1]) for pair in self.engine.tag(word[:-1])), ("指", "v"))  # 乡治指
        if len(word) > 3 and word.endswith("在于") and not own:
            return ((word[:-2], "n"), (word[-2:], "v"))  # 关键在于
        if len(word) == 4 and word[:2] in word_list("object_verbs") and tag[0] in "nli" and not own:
            return ((word[:2], "v"), *((pair[0], pair[1]) for pair in self.engine.tag(word[2:])))  # 降低成本
        if not own and self._opens_name(word, tag):
            return ((word[0], "u" if word[0] == "之" else "p"), (word[1:], "n"))  # 无用之用, 用主敬 取代 A
        if self._is_verb_with_adverb(word, tag):
            return ((word[:2], "d"), (word[2:], "v"))  # 大力发展
        function_words = word_list("function_words") | (LOCALIZERS if tag == "v" else frozenset())
        whole = len(word) < 2 or not (word[0] in function_words or word[-1] in function_words)
        if whole or own or self.engine.has_word(word):
            return (tagged,)
        parts = [word[:1], word[1:]] if word[0] in function_words else [word[:-1], word[-1:]]
        return tuple((word, _right_tags().get(word, tag)) for part in parts for word, tag in self.engine.tag(part))

    def _opens_name(self, word: str, tag: str) -> bool:
        """Whether a word is 之 with what it leads to, or a guessed one that 用 opens."""
        guessed = len(word) > 2 and word[0] == "用" and tag[0] == "v" and not self.engine.has_word(word)
        return guessed or (len(word) == 2 and word[0] == "之" and word[1] not in BEHIND_ZHI)

    def _split_done_by(self, words: Tagged) -> Tagged:
        """Cut 所 off the verb behind it, or off 研究所 before a verb with 的 (所作, 的 -> 所, 作, 的)."""
        split: Tagged = []
        for place, (word, tag) in enumerate(words):
            (second, kind), third = (
                words[place + 1] if place + 1 < len(words) else ("", "x"),
                words[place + 2 : place + 3],
            )
            if len(word) == 2 and word[0] == "所" and word[1] in DONE_BY and second in ("的", "之"):
                split += [("所", "u"), (word[1], "v")]
            elif len(word) == 3 and word[:2] == "中所":
                split += [("中", "f"), ("所", "u"), (word[2], "v")]  # 过渡 中所起
            elif word == "成人" and second == "的" and _is_turned(split):
                split += [("成", "v"), ("人", "n")]  # 把 A 翻译 成人的 B
            elif word == "中将" and _opens_place(split):
                split += [("中", "f"), ("将", "d")]  # 在 书 中将 A 归结为
            elif word == "研究所" and kind == "v" and third and third[0][0] == "的":
                split += [(word[:2], "vn"), ("所", "u")]
            elif self._is_guessed_with_done(word) and kind[0] == "v" and _is_led_by(split, second, third):
                split += [(word[:2], "n"), ("所", "u")]  # 被 直接 劳动所 吸收
            else:
                split.append((word, tag))
        return split

    def _is_guessed_with_done(self, word: str) -> bool:
        """Whether a word of three characters in 所 is in no dictionary: 劳动所, not 交易所."""
        return len(word) == 3 and word[2] == "所" and not self.engine.has_word(word) and word not in self.user_words

    def _is_verb(self, word: str) -> bool:
        """Whether a word is a verb for the tokenizer."""
        tags = [_right_tags().get(part, tag) for part, tag in self.engine.tag(word)]
        return tags in (["v"], ["vn"])

    def _is_manner(self, word: str) -> bool:
        """Whether a word may tell how something is done."""
        return [tag for _, tag in self.engine.tag(word)] in (["a"], ["ad"], ["d"]) or word in word_list("verb_adverbs")

    def _is_noun(self, word: str) -> bool:
        """Whether a word is a noun for the tokenizer."""
        return [tag for _, tag in self.engine.tag(word)] == ["n"]

    def _is_verb_with_adverb(self, word: str, tag: str) -> bool:
        """Whether a word is a phrase of adverb and verb that the dictionary holds as one; 充分就业 is a name."""
        if len(word) != 4 or word[:2] not in word_list("verb_adverbs") or tag[0] not in "nliv":
            return False
        if word in word_list("compound_names") or word in self.user_words:
            return False
        return [_right_tags().get(pair[0], pair[1]) for pair in self.engine.tag(word[2:])] in (["v"], ["vn"])


@cache
def _modern_pattern() -> re.Pattern[str]:
    """Return the pattern of the words that the dictionary lacks."""
    return re.compile("|".join(sorted(word_list("modern_words"), key=lambda word: (-len(word), word))))


def _modern_words(text: str, words: Tagged) -> Tagged | None:
    """Return the words with those joined that the dictionary lacks (大, 数据), None where there is none of them."""
    spans = [match.span() for match in _modern_pattern().finditer(text)]
    if not spans:
        return None
    borders = set(accumulate((len(word) for word, _ in words), initial=0))
    whole = [span for span in spans if borders.issuperset(span)]
    return join_spans(words, whole, "n") if whole else None


def _is_turned(before: Tagged) -> bool:
    """Whether words end in a verb behind 把 or 将 and what that takes: 把 原罪 翻译."""
    return bool(before) and before[-1][1] in ("v", "vn") and any(word in ("把", "将") for word, _ in before[-6:-2])


def _opens_place(before: Tagged) -> bool:
    """Whether 在 stands in the clause before a noun or a title: 在 书 (中将), 在《书》(中将)."""
    border = max((at for at, (word, tag) in enumerate(before) if tag == "x" and word not in "《》“”"), default=-1)
    named = bool(before) and (before[-1][1][0] == "n" or before[-1][0] == "》")
    return named and "在" in {word for word, _ in before[border + 1 :]}


def _is_led_by(before: Tagged, verb: str, following: Tagged) -> bool:
    """Whether 被 stands up to three words before and a verb of two characters follows, with a border behind it."""
    closed = not following or following[0][1] in ("x", "uj", "c")
    return len(verb) > 1 and closed and "被" in {word for word, _ in before[-3:]}


def _before_verbs(words: Tagged, verbs: str) -> list[int]:
    """Return the places behind what stands before verbs of the list, and before their adverbs, the last first."""
    places, listed = [], word_list(verbs)
    for place, (word, _) in enumerate(words):
        if word in listed:
            while place and words[place - 1][1] == "d":
                place -= 1
            if place:
                places.append(place)
    return sorted(set(places), reverse=True)


@cache
def _right_tags() -> dict[str, str]:
    """Return the words whose tag in the dictionary is wrong for scholarly prose, with the right one."""
    return {word: tag for tag, words in rule_table("tag_corrections").items() for word in words}


def _denied_qualities(text: str, words: Tagged) -> list[tuple[int, int]]:
    """Return the characters of 不可通约性 and the like that begin and end with a word."""
    borders = set(accumulate((len(word) for word, _ in words), initial=0))
    spans = (match.span() for match in DENIED_QUALITY.finditer(text))
    return [span for span in spans if borders.issuperset(span)]


def _rjieba(words: Sequence[UserWord]) -> _Engine:
    try:
        import rjieba
    except ImportError as error:
        raise ConfigError("segmenter_missing", name="rjieba", other="jieba") from error
    if not words:  # the package has loaded a tokenizer of its own; nothing here changes it
        return _Engine(rjieba.tag, rjieba.has_word)
    tokenizer = rjieba.Jieba()
    for entry in words:
        tokenizer.add_word(entry.word, entry.freq or tokenizer.suggest_freq(entry.word), entry.tag)
    return _Engine(tokenizer.tag, tokenizer.has_word)


def _jieba(words: Sequence[UserWord]) -> _Engine:
    try:
        import jieba
        import jieba.posseg
    except ImportError as error:
        raise ConfigError("segmenter_missing", name="jieba", other="rjieba") from error
    jieba.setLogLevel("ERROR")
    tokenizer = jieba.Tokenizer()
    for entry in words:
        tokenizer.add_word(entry.word, entry.freq or None, entry.tag)
    tagger = jieba.posseg.POSTokenizer(tokenizer)

    def tag(text: str) -> Tagged:
        return [(pair.word, pair.flag) for pair in tagger.lcut(text)]

    def has_word(word: str) -> bool:
        return bool(tokenizer.FREQ.get(word))

    return _Engine(tag, has_word)


ENGINES: dict[str, Callable[[Sequence[UserWord]], _Engine]] = {"rjieba": _rjieba, "jieba": _jieba}
