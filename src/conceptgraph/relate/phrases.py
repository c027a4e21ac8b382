"""A tagged sentence -> its phrases: noun phrases, verbs and borders, the shallow parse that the rules work on.

Words become one-letter kinds, the kinds one string, and a single regular expression over that string finds the noun
phrases, so that a sentence is scanned once. A mention counts as one noun, and so does a quoted phrase.

Kinds: N noun, V verb, n either, a attribute, m number, r determiner, R anaphor, S the author, D 的, C conjunction,
E 等, P preposition, I passive marker, B 把/将, d adverb or auxiliary, f localizer, u particle; ``,`` ``.`` ``-`` borders.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from conceptgraph.model import MatchedSentence, Mention
from conceptgraph.resources import word_list
from conceptgraph.relate.rules import NOUN_FRAMES, VERB_FRAMES, CueUse, RuleSet

TAG_KINDS = dict(zip("nvabzmqrucdpfeyotsljgihkw", "NVaaammruddPfuudaNNNNNNN,", strict=True))
EXACT_KINDS = {"i": "a", "vn": "n", "ad": "d", "uj": "D", "zg": "d", "ag": "a", "eng": "N", "mq": "m", "nr": "N"}
BORDERS = {**dict.fromkeys("，,；;：:", ","), **dict.fromkeys("。.！!？?…", "."), **dict.fromkeys("—－-→", "-")}
OPENING = frozenset("“「『‘《〈")
QUOTES = frozenset("“”‘’\"'「」『』")

PART = r"(?:[mra]+D)*[mra]*N+(?:a*N+)*"
ITEM = rf"{PART}(?:f?D{PART})*f?"
PHRASE = re.compile(rf"{ITEM}(?:C+{ITEM})*(?:ED?[mra]*N*)?|[RS]|.", re.DOTALL)
BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
QUOTED = re.compile(
    r"《[^《》]*》|〈[^〈〉]*〉|<[^<>]*>|[“「『‘][^“”「」『』‘’，。；：！？,;:!?→－-]{1,12}[”」』’]|\"[^\",;:，。；：→－-]{1,12}\""
)


class Item(NamedTuple):
    """One member of a noun phrase: its parts, joined by 的, as token ranges; the last part is the head."""

    parts: tuple[tuple[int, int], ...]
    local: bool  # ends in a localizer: 平台上


class Chunk(NamedTuple):
    """A noun phrase (kind N, R or S) or a single token; tokens ``start:end``."""

    kind: str
    start: int
    end: int
    items: tuple[Item, ...] = ()
    genus: tuple[int, int] | None = None  # A、B 等 <genus>


@dataclass(slots=True)
class Parse:
    """The tokens of a sentence (parallel lists), its chunks, and the cues by token."""

    matched: MatchedSentence
    words: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # of a mention
    tags: list[str] = field(default_factory=list)  # of its last word
    persons: set[int] = field(default_factory=set)  # tokens that are names of persons or works
    quoted: set[int] = field(default_factory=set)
    cues: dict[int, Sequence[CueUse]] = field(default_factory=dict)
    chunks: list[Chunk] = field(default_factory=list)
    chunk_of: list[int] = field(default_factory=list)


def parse_sentence(matched: MatchedSentence, rules: RuleSet) -> Parse:
    """Return the phrases of a sentence."""
    parse = Parse(matched)
    _make_tokens(parse, rules)
    _decide_verbs(parse, rules)
    _make_chunks(parse, rules.grammar.sets["anaphor"])
    return parse


def _make_tokens(parse: Parse, rules: RuleSet) -> None:
    sentence = parse.matched.tagged
    text, words, tags, starts = sentence.sentence.text, sentence.words, sentence.tags, sentence.starts
    spans = _long_spans(parse.matched, rules)
    kinds = rules.grammar.kinds
    skip_to = 0
    for word, tag, start in zip(words, tags, starts, strict=True):
        if start < skip_to:
            continue
        span = spans.get(start)
        if span is not None:
            end, name, uses = span
            skip_to = end
            if name is None and not uses:
                continue  # in brackets
            form = text[start:end]
            kind = _cue_kind(form, tag, end - start > len(word), uses, kinds) if uses else "N"
            if uses:
                parse.cues[len(parse.words)] = uses
                if name is not None and kind == "V":
                    kind = "n"
            if not uses and form[0] in OPENING and parse.words and parse.words[-1][0] in OPENING:
                _add(parse, "", "C", start, start, "", "x")  # “A”“B” is a list
            if form[0] in QUOTES:
                parse.quoted.add(len(parse.words))
            if form[0] in "《〈<" or (tag.startswith("nr") and _is_personal(form)):
                parse.persons.add(len(parse.words))
            tags_here = tags[bisect_left(starts, end) - 1]
            _add(parse, form, kind, start, end, name or "", tags_here)
            continue
        if word in QUOTES:
            continue
        kind = kinds.get(word) or ("N" if tag == "b" and word[-1] in "式型性化" and len(word) > 2 else "") or EXACT_KINDS.get(tag) or TAG_KINDS.get(tag[0], "X")
        if kind == "X":
            kind = BORDERS.get(word, "u" if word.isspace() else "N" if word.isalnum() else ",")
        if tag.startswith("nr") and _is_personal(word):
            parse.persons.add(len(parse.words))
        _add(parse, word, kind, start, start + len(word), "", tag)


def _is_personal(word: str) -> bool:
    """Whether a word tagged as a name looks like one: written by sound, or a surname and a given name."""
    if "·" in word or all(character in word_list("transliteration") for character in word):
        return True
    surnames = word_list("surnames")
    return (word[:1] in surnames or word[:2] in surnames) and 2 <= len(word) <= 4


def _cue_kind(form: str, tag: str, several: bool, uses: Sequence[CueUse], kinds: dict[str, str]) -> str:
    """Return the kind of a cue token: what its tag says, corrected by what its rules can be."""
    own = kinds.get(form)
    if own:
        return own
    verbal = any(use.rule.frame in VERB_FRAMES for use in uses)
    nominal = any(use.rule.frame in NOUN_FRAMES for use in uses)
    if several:
        return "V" if verbal or not nominal else "N"
    if verbal:
        return "n" if tag == "vn" or (nominal and tag[0] not in "vdcp") else "V"
    if nominal:
        return "N"
    return EXACT_KINDS.get(tag) or TAG_KINDS.get(tag[0], "N")


def _add(parse: Parse, word: str, kind: str, start: int, end: int, name: str, tag: str) -> None:
    parse.words.append(word)
    parse.kinds.append(kind)
    parse.starts.append(start)
    parse.ends.append(end)
    parse.names.append(name)
    parse.tags.append(tag)


def _long_spans(matched: MatchedSentence, rules: RuleSet) -> dict[int, tuple[int, str | None, Sequence[CueUse]]]:
    """Return {start: (end, name of the mention or None, cue uses)} of all that is more than a plain word.

    Brackets win over mentions, mentions over the cues inside them, a quoted phrase over what is left.
    """
    text, starts = matched.tagged.sentence.text, matched.tagged.starts
    found: dict[int, tuple[int, str | None, Sequence[CueUse]]] = {}
    covered = bytearray(len(text) + 1)
    borders = {*starts, len(text)}
    cues = rules.finder.find(text, borders)

    def take(start: int, end: int, name: str | None, uses: Sequence[CueUse]) -> None:
        found[start] = (end, name, uses)
        covered[start:end] = b"\1" * (end - start)

    for match in BRACKETED.finditer(text):
        take(*match.span(), None, ())
    for match in QUOTED.finditer(text):
        start, end = match.span()
        if not any(covered[start:end]) and start in borders and end in borders:
            inner = next((m.term for m in matched.mentions if start <= m.start <= start + 1 and end - 1 <= m.end), "")
            take(start, end, inner, ())
    for mention in matched.mentions:
        if not any(covered[mention.start : mention.end]):
            end, uses = cues.get(mention.start, (0, ()))
            if end <= mention.end and not _swallows_verb(matched, mention, cues, rules):
                take(mention.start, mention.end, mention.term, uses if end == mention.end else ())
    for start in sorted(cues):
        end, uses = cues[start]
        if not any(covered[start:end]):
            take(start, end, None, uses)
    return found


def _swallows_verb(
    matched: MatchedSentence, mention: Mention, cues: dict[int, tuple[int, Sequence[CueUse]]], rules: RuleSet
) -> bool:
    """Whether a mention holds a verb with its object (开设课程), so that it is no name here."""
    words, tags, starts = matched.tagged.words, matched.tagged.tags, matched.tagged.starts
    first = bisect_left(starts, mention.start)
    kinds = rules.grammar.kinds
    last = bisect_left(starts, mention.end) - 1
    if last == first + 1 and (tags[first] in ("a", "b", "ad") or words[first] in rules.grammar.sets["attribute_noun"]):
        if any(use.rule.frame in ("role", "owner") for use in cues.get(starts[last], (0, ()))[1]):
            return True  # 根本原因 is a cue with its attribute
    if tags[first][0] in "dcpr" and starts[first] + len(words[first]) >= mention.end:
        return True
    for index in range(first, len(words) - 1):
        if starts[index + 1] >= mention.end:
            break
        end, uses = cues.get(starts[index], (0, ()))
        if not uses or tags[index] not in ("v", "n", "a") or end != starts[index] + len(words[index]) or len(words[index]) < 2:
            continue
        alone = index == first and starts[index + 1] + len(words[index + 1]) >= mention.end
        if alone and not (first and (kinds.get(words[first - 1]) == "d" or tags[first - 1][0] == "d")):
            continue  # 使用价值, unless an adverb says that it is done
        if words[index + 1] not in rules.grammar.sets["class_noun"] and tags[index + 1][0] in "nljsb":
            if any(use.rule.frame in VERB_FRAMES for use in uses):
                return True
    return False


def _decide_verbs(parse: Parse, rules: RuleSet) -> None:
    """Turn verbs that stand as nouns into nouns (对…的剥削, 商品交换), and nouns used as verbs into verbs."""
    kinds, words, cues = parse.kinds, parse.words, parse.cues
    markers = rules.grammar.sets["verb_marker"]
    class_nouns = rules.grammar.sets["class_noun"]
    weighing = rules.grammar.sets["attribute_noun"]
    light, copulas = rules.grammar.sets["light_verb"], rules.grammar.sets["copula"]
    count = len(kinds)
    verbs_left = 0  # verbs so far in this clause
    marked = False  # a passive or disposal marker waits for its verb
    for index in range(count):
        kind = kinds[index]
        if kind in ",.-":
            verbs_left, marked = 0, False
            continue
        if kind == "P" and words[index] in markers:
            marked = True
        if kind == "I" and index + 2 < count and kinds[index + 1] in "Vn" and kinds[index + 2] in "Nn" and words[index] == "被":
            kinds[index], kinds[index + 1] = "N", "N"  # 被剥削阶级
            continue
        if kind in "IB":
            if kind == "B" and index + 1 < count and kinds[index + 1] in "dV":
                kinds[index] = "d"
            else:
                marked = marked or words[index] in markers
            continue
        if kind == "f" and words[index] in "内外间" and index + 1 < count and index and kinds[index - 1] == kinds[index + 1] == "N":
            kinds[index] = "N"
        if kind == "d" and words[index] in weighing and index + 1 < count and kinds[index + 1] in "Nn":
            kinds[index] = "a"
        if kind == "a" and words[index] in weighing and (index + 1 == count or kinds[index + 1] not in "NnaDm"):
            kinds[index] = "N"
        if kind not in "Vn":
            continue
        before = kinds[index - 1] if index else "."
        after = kinds[index + 1] if index + 1 < count else "."
        noun_after = after in "Namr"
        word = words[index]
        if word == "为":
            ahead = _verb_ahead(parse, index)
            bound = (before == "V" and not ahead) or _follows_yi(parse, index)
            kinds[index] = "u" if bound else "P" if ahead else "V"
            verbs_left += kinds[index] == "V"
            continue
        if word in copulas:
            kinds[index] = "V"
            verbs_left += 1
            continue
        if (word in light and index not in cues) or (word[-1] in "了着过" and len(word) > 1) or word.endswith("在于"):
            noun = False
        elif before == "D" and after != "u":
            noun = True
        elif before in ",.-" and after == "D":
            noun = True
        elif before == "N" and after in "Vn" and index > 1 and kinds[index - 2] in "PB" and not (marked and after != "V"):
            noun = True
        elif before == "C" and index > 1 and kinds[index - 2] == "V" and index in cues:
            noun = False
        elif kind == "n":
            noun = not (
                after == "u"
                or (before in "dIB" and (noun_after or index in cues))
                or (marked and after in ",.CfD")
                or (before == "V" and index in cues and after == "N" and words[index + 1] not in class_nouns)
                or (index in cues and noun_after and before in "NfRE,." and not verbs_left and not _verb_ahead(parse, index))
            )
        elif after == "N" and index not in cues and len(word) > 1 and (before in "DamPB" or words[index + 1] in class_nouns):
            noun = True
        elif after == "N" and index in cues and before == "N" and words[index + 1] in class_nouns and _verb_ahead(parse, index):
            noun = True
        elif before == "N" and after in ",.":
            noun = verbs_left > 0 and not marked
        elif before == "N" and after in "CE":
            noun = not marked and not (index + 2 < count and kinds[index + 2] in "Vn" )
        elif before == "N" and after in "Vn" and (words[index + 1] in copulas or index not in cues) and len(word) > 1:
            noun = True
        elif before == "N" and after == "f":
            noun = False
        elif before in "am" and not noun_after:
            noun = True
        elif before == "V" and after in ",.D" and words[index - 1] in light:
            noun = True
        elif before == "C" and index > 1 and kinds[index - 2] == "N" and not noun_after:
            noun = True
        elif before == "N" and after == "D":
            noun = kind == "n"
        else:
            noun = False
        kinds[index] = "N" if noun else "V"
        if not noun:
            verbs_left += 1
            marked = False


def _follows_yi(parse: Parse, index: int) -> bool:
    """Whether 为 closes 以 … 为 … in its clause."""
    for position in range(index - 1, -1, -1):
        if parse.kinds[position] in ",.-":
            return False
        if parse.words[position] == "以":
            return True
    return False


def _verb_ahead(parse: Parse, index: int) -> bool:
    """Whether a plain verb follows in the clause after `index`, outside a relative clause."""
    for position in range(index + 1, len(parse.kinds)):
        kind = parse.kinds[position]
        if kind in ",.-":
            return False
        if kind == "V" and parse.kinds[position - 1] != "D":
            return True
        if kind == "n" and position in parse.cues and parse.kinds[position + 1 : position + 2] in (["N"], ["n"], ["m"]):
            return True
    return False


def _make_chunks(parse: Parse, anaphors: frozenset[str]) -> None:
    line = "".join(parse.kinds)
    chunks = parse.chunks
    for match in PHRASE.finditer(line):
        start, end = match.span()
        kind = line[start]
        if kind in "mraN" and "N" in line[start:end]:
            chunks.append(_noun_phrase(line, start, end))
        else:
            chunks.append(Chunk("R" if kind == "r" and parse.words[start] in anaphors else kind, start, end))
        parse.chunk_of.extend([len(chunks) - 1] * (end - start))


def _noun_phrase(line: str, start: int, end: int) -> Chunk:
    """Return the noun phrase of tokens ``start:end`` with its members and their parts."""
    genus = None
    body_end = end
    closed = line.find("E", start, end)
    if closed >= 0:
        body_end = closed
        rest = closed + 2 if line[closed + 1 : closed + 2] == "D" else closed + 1
        if rest < end:
            genus = (rest, end)
    items: list[Item] = []
    parts: list[tuple[int, int]] = []
    position = part_start = start
    while position <= body_end:
        kind = line[position] if position < body_end else "C"
        if kind in "DC":
            last = position - 1 if position > part_start and line[position - 1] == "f" else position
            if "N" in line[part_start:last]:
                parts.append((part_start, last))
            if kind == "C" and parts:
                items.append(Item(tuple(parts), last != position))
                parts = []
            part_start = position + 1
        position += 1
    return Chunk("N", start, end, tuple(items), genus)
