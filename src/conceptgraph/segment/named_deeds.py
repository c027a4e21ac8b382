"""Deeds that a document speaks of as things: 承认 in a text about 承认, where nobody does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from conceptgraph.model import NAMED_DEED, TaggedSentence
from conceptgraph.resources import rule_table, word_list

LEAST = 4  # times that a document names a deed before it counts as a thing
SHARE = 3  # as many times as often as it is done
JOINTS = frozenset("和与及同、") | {"以及"}
BEFORE_NAME = JOINTS | {"的", "之", "“", "”", '"', "《", "》"}
DONE_BEHIND = frozenset("了着过《“其这该此") | {"起来", "下来"}  # what is done to something, or has been done
DOING_BEFORE = frozenset("被把将所来以而并由使让得可能会要应须")
DOING_BEFORE |= {"可以", "能够", "应该", "应当", "必须", "予以", "加以"}
ENDING = frozenset("型性化者度率力感式")  # behind a verb they make a word with it
LIGHT_RELATIONS = ("produces", "promotes", "causes", "becomes", "depends_on", "has_part", "is_a")  # of light verbs
LIGHT_VERBS = ("bettering", "deed_head", "event_head", "light_head", "process_head", "relational_head", "shaping")
TOLD_BEHIND = frozenset(["是", "在", "即", "就是", "也是", "不是", "并非", "作为", "意味着", "成为", "的"])


def name_deeds(sentences: Sequence[TaggedSentence]) -> tuple[TaggedSentence, ...]:
    """Return the sentences of a document, with a tag of their own for deeds that it speaks of as things.

    A verb of two characters is such a deed where the document names it at least `LEAST` times (承认 是 A, A 的 承认,
    离不开 承认) and `SHARE` times as often as somebody does it (承认 了 A, 不 承认 A), and it says enough. Between two
    nouns it stays a verb (他者 承认 自我).

    >>> from conceptgraph.config import SegmentConfig
    >>> from conceptgraph.model import Sentence
    >>> from conceptgraph.segment import Segmenter
    >>> told = ("承认是斗争。", "正义离不开承认。", "承认的缺失。", "爱与承认。", "承认政治兴起。", "他承认了错误。")
    >>> tagged = [Segmenter(SegmentConfig()).tag(Sentence("d", 0, text, 0, len(text))) for text in told]
    >>> [dict(zip(each.words, each.tags)).get("承认") for each in name_deeds(tagged)]
    ['nd', 'nd', 'nd', 'nd', 'nd', 'v']
    """
    named, done = Counter[str](), Counter[str]()
    for sentence in sentences:
        for at, tag in enumerate(sentence.tags):
            if tag == "v" and len(sentence.words[at]) == 2:
                stands = _stands(sentence.words, sentence.tags, at)
                if stands:
                    (named if stands > 0 else done)[sentence.words[at]] += 1
    often = {word for word, times in named.items() if times >= max(LEAST, SHARE * done[word])}
    things = often and often - _general_verbs()
    if not things:
        return tuple(sentences)
    return tuple(_named(each, things) if not things.isdisjoint(each.words) else each for each in sentences)


@cache
def _general_verbs() -> frozenset[str]:
    """Return the verbs that say too little to be a thing: those of the closed classes, and 形成, 提高, 转变, 区分."""
    leading = [rule for relation in LIGHT_RELATIONS for rule in rule_table("relations")[relation]["rule"]]
    patterns = (rule.get("pattern", "").replace("|", " ").split() for rule in leading)
    words = (rule_table("grammar")["words"][name] for name in LIGHT_VERBS)
    listed = word_list("predicate_words") | word_list("change_words")
    return listed.union(*words, *patterns, *(rule.get("cues", ()) for rule in leading))


def _named(sentence: TaggedSentence, things: set[str]) -> TaggedSentence:
    words, tags = sentence.words, list(sentence.tags)
    for at, word in enumerate(words):
        if word in things and tags[at] == "v" and _is_thing(words, sentence.tags, at):
            tags[at] = NAMED_DEED
    return sentence._replace(tags=tuple(tags))


def _is_thing(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a deed that a document names is named here: also 承认 政治, 法权 承认 则, not 他者 承认 自我."""
    stands = _stands(words, tags, at)
    if stands:
        return stands > 0
    taken = at + 1 < len(words) and tags[at + 1][0] in "nrsm"
    return not (taken and at and tags[at - 1][0] in "nrsm")


def _stands(words: Sequence[str], tags: Sequence[str], at: int) -> int:
    """Return 1 where the words beside a verb say that it is named, -1 where somebody does it, 0 where neither."""
    before, behind = words[at - 1] if at else "。", words[at + 1] if at + 1 < len(words) else "。"
    kind, next_kind = tags[at - 1] if at else "x", tags[at + 1] if at + 1 < len(words) else "x"
    if behind in ENDING:
        return -1
    opened = behind == '"' and before not in BEFORE_NAME
    if opened or behind in DONE_BEHIND or before in DOING_BEFORE or kind in ("d", "zg", "r", "nr", "nrt", "nrfg"):
        return -1
    closes = next_kind == "x" or behind in JOINTS
    opens = kind == "x" or before in BEFORE_NAME
    if closes and (before in BEFORE_NAME or kind[0] in "vp" or (kind == "x" and behind in JOINTS)):
        return 1  # A 的 承认，; 离不开 承认。; 承认 与 A
    if behind in TOLD_BEHIND and (opens or kind[0] in "vp"):
        return 1  # 承认 是 A; 归结为 承认 的 缺失
    return 0
