"""What a form names by itself: the name inside of its marks and tails; heads that never name anything."""

from __future__ import annotations

import re
from functools import lru_cache

from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import CLOSED_BY
from conceptgraph.resources import word_list

SPAN = re.compile(
    "[近前后这]?[0-9一二三四五六七八九十百千数几]+[余多]?(?:年|年代|世纪|天|个月|秒|秒钟|分钟|个?小时|个时辰|周)来?"
)
CIRCUMSTANCE = ("在从", "上中下里内间")  # 在实践上 is no name
SIZE = re.compile("[很最].|较[大小高低多少强弱好差长短快慢]")  # 影响 很小
CLOSING_QUOTES = frozenset('”」』"')  # end a quoted word
CLOSED_TITLES = CLOSING_QUOTES | frozenset("》〉>")  # behind a name whose opening mark is left out
OPENED = "“「『"  # marks of which the other one may be left out behind a form
PLACING = "中时"  # of these also those that a term took in: 教学研究中
STATES = ("集中", "适中", "居中", "至上", "向上", "低下")  # end a name though 中 and the like may be its tail: 权力集中
PLACES = "上中下之"  # localizers behind which a name may end in 基础, 过程 or the like
LONGEST = 14  # characters of a concept that only the argument names
KNOWN_FORMS = 50_000  # forms whose names are kept


@lru_cache(KNOWN_FORMS)
def name_word(word: str, term: str, trailing: str, grammar: Grammar) -> tuple[str, int, int, bool] | None:
    """Return what a word alone names, a `term` or not (empty): name, begin and end in the word, whether it is known."""
    little = not term and word in grammar.sets["light_tail"]
    core = core_of(word, trailing, word in grammar.sets["one_character"], grammar)
    if little or core is None or is_hollow(word, bool(term), grammar):
        return None
    first, last = core
    name, measures = word[first:last], grammar.endings["measure_ending"]
    measured = term.endswith(measures) and not name.endswith(measures)
    if term and not (measured or (term[-1] in PLACING and last < len(word))):
        return term, first, last, True
    return None if name in word_list("generic_words") else (name, first, last, False)


@lru_cache(KNOWN_FORMS)
def is_hollow(word: str, known: bool, grammar: Grammar) -> bool:
    """Whether a head never names a concept, also with a quality before it: 作用, 重要作用."""
    if word[:2] in grammar.sets["hollow_quality"] and word[2:] in grammar.sets["weighed_head"]:
        return True
    if word in grammar.sets["light_head"]:
        return False
    if word in grammar.sets["hollow_head"]:
        return True
    if len(word) > 3 and word.endswith(("不足", "困难")) and word[:-2] not in grammar.sets["hollow_quality"]:
        return False  # 资金不足
    weighed = not known or word[:-2] in grammar.sets["hollow_quality"]
    return weighed and word[-2:] in grammar.sets["hollow_head"]


def only_weighs(word: str, grammar: Grammar) -> bool:
    """Whether a word says only that something matters: 重要作用."""
    return word[:-2] in grammar.sets["hollow_quality"] and word[-2:] in grammar.sets["weight"]


def place_length(form: str, grammar: Grammar) -> int:
    """Return how many characters before the last one only say where: 2 for 信任基础上, 0 for most."""
    endings = grammar.endings["place_ending"]
    if not form.endswith(endings):
        return 0
    ending = next(ending for ending in endings if form.endswith(ending))
    return len(ending) - 1 if ending[-1] in PLACES else 0


@lru_cache(KNOWN_FORMS)
def core_of(form: str, trailing: str, short: bool, grammar: Grammar) -> tuple[int, int] | None:
    """Return where the name in a run of nouns begins and ends, without marks and light tails; None for no name."""
    first, last = 0, len(form)
    while first < last and form[first] in '“「『‘"《〈<' and not _opens_part(form, first):
        first += 1
    while last > first and form[last - 1] in '”」』’"》〉>':
        last -= 1
    opened = max(form.rfind(mark, first + 1, last) for mark in "《<〈")
    if opened > 0 and not set("》>〉") & set(form[opened:last]):  # 单刻本《省身录》 names 省身录, 鲁《诗》 itself
        first, last = (opened + 1, last) if last - opened > 2 else (first, min(last + 1, len(form)))
    closing = CLOSED_TITLES if first else CLOSING_QUOTES
    inner = form[last - 1] == "》" and "《" in form[first:last]  # “好《易》”
    closed = next((at for at in range(first + 1, last - inner) if form[at] in closing), last)
    last = closed if closed - first > 1 else last  # 评点”循环 names 评点
    tail = next((tail for tail in grammar.endings["measure_ending"] if form[first:last].endswith(tail)), "")
    if tail and last - first > len(tail) + 1:
        last -= len(tail)  # 医改步伐 names 医改
    if last - first > 2 and form[last - 1] in trailing and form[last - 2] != "不" and not form[:last].endswith(STATES):
        last -= 1
    if last - first > 2 and form[last - 1] == "们" and form[last - 2] not in "我他她它":
        last -= 1  # 诗人们
    titled = form[:first].endswith("《") and form[last:].startswith("》")  # 《易》
    form = form[first:last]
    if (
        not form
        or (len(form) < 2 and not short and not titled)
        or len(form) > LONGEST
        or form in grammar.sets["light_tail"]
        or form.isdigit()
    ):
        return None
    if form[0] == "者" or SPAN.fullmatch(form) or SIZE.fullmatch(form):
        return None  # 主张 者们; 近十年
    if form.endswith(grammar.endings["place_ending"]) or (form[0].isdigit() and form.isascii()):
        return None  # 在 A 的基础上; 25mm
    placed = form[0] in CIRCUMSTANCE[0] and form[-1] in CIRCUMSTANCE[1] and form[-2:] not in ("时间", "空间")
    if placed or form[:2] in grammar.sets["undone"]:
        return None  # 在实践上, not 在线时间; 亟待解决
    return first, last


def with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a form begins and ends, with the mark of a pair whose other one stands inside: “礼说”的考察."""
    closing = CLOSED_BY.get(text[start - 1] if start else "")
    start -= closing is not None and text.count(closing, start, end - 1) == 1
    opened = next((mark for mark in OPENED if text.rfind(mark, start, end) > start), "")
    return start, end + (opened != "" and text[end : end + 1] == CLOSED_BY[opened])


def _opens_part(form: str, first: int) -> bool:
    """Whether the mark at `first` belongs to the first part of a name: 《春秋》学."""
    return form[first] == "《" and first + 1 < form.find("》") < len(form) - 1


def is_common_name(tokens: Tokens, start: int, end: int, grammar: Grammar) -> bool:
    """Whether a light tail and the one word before it, which says little alone, are one name: 社会 问题, 当事 双方."""
    if end - start == 2 and tokens.words[end - 1] == "双方":
        return tokens.kinds[start] == "N" and tokens.kinds[start - 1 : start] != ["C"]
    pair = end - start == 2 and tokens.words[end - 1] in grammar.sets["genus_tail"] and tokens.kinds[start] == "N"
    return pair and not tokens.names[start] and tokens.words[start] in grammar.sets["broad_noun"]
