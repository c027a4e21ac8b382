"""Names of persons that the tokenizer took apart: written by sound, with an interpunct, before their spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from conceptgraph.resources import word_list

Tagged = list[tuple[str, str]]

LONGEST_NAME = 8  # characters of a foreign name without an interpunct
NAME_MARKS = "·•・‧"
NAME_MARK = re.compile(f"[{NAME_MARKS}]")
NAME_DASHES = "－-—–"
DOUBLE_MARKS = "－-"  # in a name of two parts; a longer dash is more often a mark of the sentence
CHINESE_NAME = 3  # characters of a name of which all words are one character
BEHIND_LISTED = ("、", "等", "和", "与", "及", "以及", "为", "的", "，", "")  # what stands behind a name in a list
WRITING = ("注", "著", "撰", "译", "评", "疏", "释", "论", "讲", "编")  # what somebody does with a work
FRONTS = {"和": "c", "与": "c", "评": "v", "论": "v", "读": "v"}  # before a given name, and part of none
BEFORE_WORK = ("《", "有", "了")
FIRST_PART, LONGEST_PART = 2, 5  # characters of the parts of a double name


def join_names(words: Tagged) -> Tagged:
    """Join foreign names written with an interpunct, also a double name behind a dash, into one word (nr).

    A part is the word beside the mark, with further words of transliteration characters only; so 作家威廉·布莱克于
    gives 作家, 威廉·布莱克, 于.
    """
    joined: Tagged = []
    index = 0
    while index < len(words):
        word, tag = words[index]
        if word in NAME_MARKS:
            _cut_front(joined)
        given = _given_words(joined) if word in NAME_MARKS else 0
        end = _surname_end(words, index + 1) if given else index + 1
        if end == index + 1:
            joined.append((word, tag))
            index += 1
            continue
        while end < len(words) and (words[end][0] in NAME_DASHES or words[end][0] in NAME_MARKS):
            further = _surname_end(words, end + 1)
            if further == end + 1:
                break
            end = further
        if len(joined) > given + 1 and joined[-given - 1][0] in DOUBLE_MARKS and _is_first_name(joined[-given - 2][0]):
            given += 2  # 让-雅克·卢梭
        name = "".join(part for part, _ in [*joined[-given:], *words[index:end]])
        joined[-given:] = [(name, "nr")]
        index = end
    return joined


def join_double(words: Tagged) -> Tagged:
    """Join a double name of two short parts written by sound, unless it is a member of a row (列维, －, 斯特劳斯)."""
    places = [at for at in range(1, len(words) - 1) if words[at][0] in DOUBLE_MARKS and _is_double(words, at)]
    for place in reversed(places):
        end = _surname_end(words, place + 1)
        words = [*words[: place - 1], ("".join(word for word, _ in words[place - 1 : end]), "nr"), *words[end:]]
    return words


def _is_double(words: Tagged, place: int) -> bool:
    """Whether a dash holds the two parts of a name together."""
    first, end = words[place - 1][0], _surname_end(words, place + 1)
    second = "".join(word for word, _ in words[place + 1 : end])
    short = len(first) == FIRST_PART and 1 < len(second) <= LONGEST_PART
    row = (place > 1 and words[place - 2][0] in NAME_DASHES) or (end < len(words) and words[end][0] in NAME_DASHES)
    return short and not row and sounds(first, all) and sounds(second, all)


def join_listed(words: Tagged) -> Tagged:
    """Join a surname and a given name that were taken apart behind a person and 、 (张之洞, 、, 劳, 乃, 宣)."""
    places = [at for at in range(1, len(words) - 2) if words[at][0] == "、" and words[at - 1][1] == "nr"]
    for place in reversed(places):
        start = end = place + 1
        while end < len(words) and end - start < CHINESE_NAME and len(words[end][0]) == 1 and _is_han(words[end][0]):
            end += 1
        name = "".join(word for word, _ in words[start:end])
        follows = words[end][0] if end < len(words) else ""
        if len(name) == CHINESE_NAME and name[0] in word_list("surnames") and follows in BEHIND_LISTED:
            words = [*words[:start], (name, "nr"), *words[end:]]
    return words


def part_writers(words: Tagged) -> Tagged:
    """Part a name from the verb that tells of what its bearer does with a work behind it (王弼注 -> 王弼, 注, 《)."""
    surnames = word_list("surnames")
    places = [at for at in range(len(words) - 1) if words[at][0][2:] in WRITING and words[at + 1][0] in BEFORE_WORK]
    for place in reversed(places):
        word, tag = words[place]
        if tag == "nr" and word[0] in surnames:
            words = [*words[:place], (word[:2], tag), (word[2], "v"), *words[place + 1 :]]
    return words


def join_schools(words: Tagged) -> Tagged:
    """Join a person and 派, which name those who follow him (黑格尔, 派)."""
    places = [at for at in range(len(words) - 1) if words[at + 1][0] == "派" and words[at][1].startswith("nr")]
    for place in reversed(places):
        words = [*words[:place], (words[place][0] + "派", "n"), *words[place + 2 :]]
    return words


def join_glossed(words: Tagged) -> Tagged:
    """Join a foreign name that was taken apart before its spelling in Latin letters (德勒, 兹, （, Gilles Deleuze)."""
    places = [
        place
        for place in range(1, len(words) - 1)
        if words[place][0] in ("(", "（") and words[place + 1][0][0].isupper()
    ]
    for place in reversed(places):
        start, length = place, 0
        while start and length + len(words[start - 1][0]) <= LONGEST_NAME and sounds(words[start - 1][0], all):
            if len(words[start - 1][0]) == 1 and words[start - 1][1][0] in "pcdu":
                break
            start -= 1
            length += len(words[start][0])
        if place - start > 1 and any(tag.startswith("nr") for _, tag in words[start:place]):
            words = [*words[:start], ("".join(word for word, _ in words[start:place]), "nr"), *words[place:]]
    return words


def is_given_name(word: str) -> bool:
    """Tell whether a word may be the given name of a Chinese person."""
    plain = word not in word_list("generic_words") and not any(c in word_list("function_words") for c in word)
    return plain and all(_is_han(character) for character in word) and word not in ("人", "家", "们", "方")


def part_names(words: Tagged, places: Sequence[int]) -> Tagged:
    """Part two names before `places`, the last first, whose 和 is in a word (陈德, 平和, 林欣 -> 陈德平, 和, 林欣)."""
    surnames = word_list("surnames")
    for place in places:
        if place < 3 or words[place - 2][0][1:] not in ("和", "与"):
            continue
        (first, _), (joint, _), (second, tag) = words[place - 3 : place]
        two = first[0] in surnames and len(first) < 3 and (second[0] in surnames or tag[:2] == "nr")
        if two and is_given_name(first[1:] + joint[0]):
            words = [*words[: place - 3], (first + joint[0], "nr"), (joint[1], "c"), *words[place - 1 :]]
    return words


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_first_name(word: str) -> bool:
    """Whether a word may be the first part of a double name: it is written by sound, or 让 for Jean."""
    return word == "让" or (len(word) < 4 and sounds(word, all))


def _cut_front(joined: Tagged) -> None:
    """Cut off a given name what the tokenizer took for a part of it: 和亨利, 评戴维."""
    front = FRONTS.get(joined[-1][0][0]) if joined and len(joined[-1][0]) > FIRST_PART else None
    if front is not None and sounds(joined[-1][0][1:], any):
        word, tag = joined[-1]
        joined[-1:] = [(word[0], front), (word[1:], tag)]


def _given_words(joined: Tagged) -> int:
    """Return how many words at the end of `joined` are a given name (0: none)."""
    if not joined or not sounds(joined[-1][0], any):
        return 0
    count, length = 1, len(joined[-1][0])
    while count < len(joined) and length < 4 and len(joined[-count - 1][0]) == 1 and sounds(joined[-count - 1][0], all):
        if joined[-count - 1][1][0] in "pcduv":
            break
        length += 1
        count += 1
    if count < len(joined) and _begins_name(joined[-count - 1], joined[-count][0]):
        count += 1
    return count


def _begins_name(word: tuple[str, str], rest: str) -> bool:
    """Whether a word is the first part of a given name that was taken apart (格奥尔, 格; 斯维特, 兰娜)."""
    named = word[1].startswith("nr") or (word[1] == "ns" and len(rest) == 1)
    return named and 1 < len(word[0]) < CHINESE_NAME + 1 and sounds(word[0], all)


def _surname_end(words: Tagged, index: int) -> int:
    """Return the index behind the surname that begins at `index`; `index` itself where none does."""
    if index >= len(words) or not sounds(words[index][0], any):
        return index
    index += 1
    while index < len(words) and sounds(words[index][0], all) and words[index][1][0] not in "pcduv":
        index += 1
    return index


def sounds(word: str, quantifier: Callable[[Iterable[bool]], bool]) -> bool:
    """Tell whether all (or any) of a word's characters are used for writing foreign sounds."""
    characters = word_list("transliteration")
    return quantifier(character in characters for character in word)
