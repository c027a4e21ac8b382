"""Forms that are read as others: 不在 A，而在 B as 不在于 A，而在于 B; 甲 所谓的 A as 所说的 A; 化 A 为 B as 变为."""

from __future__ import annotations

import re

from conceptgraph.relate.along import ALONG, read_along, read_just_because
from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.belonging import read_belonging
from conceptgraph.relate.part_forms import read_part_forms
from conceptgraph.relate.plainer_rows import rephrase_rows
from conceptgraph.relate.ranges import read_passing, read_ranges
from conceptgraph.relate.rules import RuleSet
from conceptgraph.relate.targets import read_targets
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import NO_USE

SPANS = frozenset("～~—－–-")  # stand between two numbers
CONTRAST = re.compile("不在(?!于)[^，,。；;]+[，,]而在(?!于)")
TURNED = re.compile("[化变][^，,。；;：:、的]{2,10}为[^，,。；;：:、]")
SEEMING = re.compile("(?:表面|名义)[上看]")
EITHER = re.compile("(?:无论|不论|不管)[^。；;]+[，,](?:还是|抑或|或是|或者)[^。；;]+[，,](?:都|均|皆|也)")
MOST_OF_TRAIT = re.compile("[最更颇极很](?:具有|富有|具|有|富)[^，,。；;的]{2,12}的")  # 最 具有 A 的
QUALIFIED = re.compile("[Vu]([Nn](?:C[Nn])*)D[aNn]")  # kinds of 有, what is had, 的 and what has it
BETTER = re.compile("更(?:好|加[^，,。；;]{1,3})的")
IT_AS = {"视之为": "视为", "称之为": "称为"}
LONG_QUOTE = 4  # characters of a quoted word with its marks, beyond which nobody is called so
SEEN = re.compile("[^，,。；;](?:其|之)为")
NAMED = re.compile("[NnaDCE]*D?[NnV]$")  # kinds of a name: 商会, 市场 的 扩张
LIES_IN = re.compile("[^，,]在于[^，,。]*[，,]而?[并还又]?不?是?在于")
ROLE_LIES = re.compile("..+在于$")  # 根源在于


def rephrase(tokens: Tokens, rules: RuleSet) -> None:
    """Read what has a plainer form in that form."""
    text = tokens.sentence.text
    if "eng" in tokens.tags or not SPANS.isdisjoint(tokens.words):
        _read_measures(tokens)
    if "不在" in text and CONTRAST.search(text):
        _read_contrast(tokens, rules)
    if "所谓" in text:
        _read_called(tokens, rules)
    if "为" in text and TURNED.search(text):
        _read_turned(tokens, rules)
    if "不但是" in text:
        _read_not_only(tokens, rules)
    if "，可" in text or ",可" in text:
        _read_but(tokens)
    if "坚持认为" in text:
        _read_insisting(tokens)
    if "”说" in text or '"说' in text:
        _read_theory(tokens)
    if "”般" in text:
        _read_likened(tokens)
    if "随" in text and not ALONG.isdisjoint(tokens.words):
        read_along(tokens, rules)
    if "因为" in tokens.words[1:] and "而" in tokens.words:
        _read_because(tokens)
    if ("表面" in text or "名义" in text) and SEEMING.search(text):
        _read_seeming(tokens)
    if "有" in tokens.words or "无" in tokens.words:
        _read_havers(tokens)
        _read_only_havers(tokens, rules.grammar.sets["only"])
    if "只有" in tokens.words[1:]:
        _read_only_has(tokens, rules)
    if text.count("在于") > 1 and LIES_IN.search(text):
        _read_lying_in(tokens)
    _rephrase_places(tokens, rules)
    rephrase_rows(tokens, rules)
    _rephrase_ends(tokens, rules)
    if "更" in text and BETTER.search(text):
        _read_better(tokens, rules)
    if not IT_AS.keys().isdisjoint(tokens.words):
        _read_it_as(tokens, rules)
    if ("其为" in text or "之为" in text) and SEEN.search(text):
        _read_seen_as(tokens, rules)
    counted = rules.grammar.sets["counted_word"]
    if not counted.isdisjoint(tokens.words):
        _part_counts(tokens, counted)
    if ("论" in text or "不管" in text) and EITHER.search(text):
        _read_either(tokens, rules)
    if not rules.grammar.sets["title_opener"].isdisjoint(tokens.words):
        _read_title_verb(tokens, rules)


def _rephrase_ends(tokens: Tokens, rules: RuleSet) -> None:
    """Read what tells how far a thing goes or what it comes of."""
    read_targets(tokens, rules)
    read_ranges(tokens, rules.grammar)
    read_passing(tokens, rules)
    read_just_because(tokens, rules)


def _rephrase_places(tokens: Tokens, rules: RuleSet) -> None:
    """Read what tells of a place among others, of where something stands or of what is in a thing."""
    read_part_forms(tokens, rules)
    if "归" in tokens.words:
        read_belonging(tokens, rules)
    if "之首" in tokens.sentence.text or "之说" in tokens.sentence.text:
        _read_foremost(tokens)
    if "所处" in tokens.sentence.text:
        _read_standing(tokens)
    if MOST_OF_TRAIT.search(tokens.sentence.text):
        _read_most(tokens)


def _read_title_verb(tokens: Tokens, rules: RuleSet) -> None:
    """Read as an adverb the verb that opens a title, or what follows a dash in one: 试析 A 及其 对 B 的 影响."""
    for at, word in enumerate(tokens.words[:-1]):
        opens = not at or tokens.kinds[at - 1] in ".-"
        if word in rules.grammar.sets["title_opener"] and opens and tokens.kinds[at + 1] in "Nna":
            tokens.kinds[at] = "d"


def _read_most(tokens: Tokens) -> None:
    """Read 最 有 活力 的 as a quality of the noun behind it: A 是 B 史 上 最 有 活力 的 C."""
    for at in range(1, len(tokens.words) - 3):
        if tokens.words[at] not in ("有", "具", "富", "具有", "富有") or tokens.words[at - 1][-1] not in "最更颇极很":
            continue
        found = QUALIFIED.match("".join(tokens.kinds[at:]))
        if found is not None:
            tokens.kinds[at : at + found.end(1)] = "a" * found.end(1)
            tokens.cues.pop(at, None)


def _read_havers(tokens: Tokens) -> None:
    """Read 有 技能者 as one name where nobody stands before it who has any, and 有 [技能 的 劳动] of a term too."""
    for at in range(len(tokens.words) - 2, -1, -1):
        free = tokens.words[at] in ("有", "无") and (not at or tokens.kinds[at - 1] in ",.-VPCDBI")
        if not free or tokens.kinds[at + 1] != "N" or tokens.kinds[at + 2 : at + 3] == ["D"]:
            continue
        word = tokens.words[at + 1]
        if (word.endswith("者") and len(word) == 3) or "的" in word[1:-1]:
            tokens.words[at + 1], tokens.names[at + 1] = tokens.words[at] + word, ""
            tokens.starts[at + 1] = tokens.starts[at]
            withdraw(tokens, at, at + 1)


def _read_only_has(tokens: Tokens, rules: RuleSet) -> None:
    """Read 只有 as 有 where it tells what something had before it had more: A 起初 只有 B，后来 才 成为 C.

    It opens a condition where no noun stands before it, a deed behind it, or 才 in the next clause: A 只有 B，才 V C.
    """
    only_then = rules.grammar.sets["only_then"]
    for at in [at for at, word in enumerate(tokens.words) if at and word == "只有"]:
        before, end = tokens.kinds[tokens.clause_start(at) : at], tokens.clause_end(at)
        then = next((word for word in tokens.words[end:] if word in only_then), "")
        held = not {"N", "R"}.isdisjoint(before) and {"V", "P", "I", "B"}.isdisjoint(before)
        acts = any("verb" in tokens.cues.get(verb, NO_USE).frames for verb in range(at + 1, end - 1))  # 只有 A 影响 B
        bare = {"V", "P", "I", "B"}.isdisjoint(tokens.kinds[at:end]) and only_then.isdisjoint(tokens.words[at:end])
        told = not then or not rules.grammar.sets["at_first"].isdisjoint(tokens.words[tokens.clause_start(at) : at])
        if held and bare and not acts and end > at + 1 and told:
            tokens.words[at], tokens.kinds[at] = "有", "V"
            tokens.cues[at] = rules.vocabulary.uses_of["有"]


def _read_only_havers(tokens: Tokens, only: frozenset[str]) -> None:
    """Read 有 德性 的 before a noun as its quality behind 只有: 只有 (一个) 有 德性 的 公民 才 V."""
    for at in range(1, len(tokens.words) - 3):
        opens = at - 1 - (tokens.kinds[at - 1] in "mr")
        led = tokens.words[at] in ("有", "无") and opens >= 0 and tokens.words[opens] in only
        if led and tokens.kinds[at + 1 : at + 4] == ["N", "D", "N"]:
            tokens.kinds[at : at + 2] = ["a", "a"]
            tokens.cues.pop(at, None)


def _read_foremost(tokens: Tokens) -> None:
    """Read 首 and 说 behind 之 as nouns at the end of a clause: 以 祭祖 为 宗族 活动 之 首; 一家 之 说，A V B."""
    for at in range(1, len(tokens.words) - 1):
        if tokens.words[at - 1] == "之" and tokens.words[at] in ("首", "说") and tokens.kinds[at + 1] in ",.":
            tokens.kinds[at - 1 : at + 1], tokens.tags[at] = ["D", "N"], "n"
            tokens.cues.pop(at, None)


def _read_standing(tokens: Tokens) -> None:
    """Read 所 处 before a noun as 的: 作坊 所 处 时代 的 制度."""
    for at in range(len(tokens.words) - 3, 0, -1):
        if tokens.words[at : at + 2] == ["所", "处"] and tokens.kinds[at + 2] == "N" and tokens.kinds[at - 1] in "Nr":
            tokens.words[at], tokens.kinds[at], tokens.ends[at] = "所处", "D", tokens.ends[at + 1]
            withdraw(tokens, at + 1, at + 2)


def _read_measures(tokens: Tokens) -> None:
    """Read as a measure Latin letters behind a number or a mark of units (12 km, 粒/m2, not 3 GIS), also 1949—1978."""
    for at, tag in enumerate(tokens.tags):
        if tag != "eng" and tokens.words[at] not in SPANS:
            continue
        before = at - 1 - (at > 1 and tokens.words[at - 1].isspace())
        before -= before > 0 and tokens.words[before] in "/·"
        alone = tokens.kinds[at + 1 : at + 2] != ["N"] or tokens.words[at + 1] == "时"  # 17 MPa 时
        spans = tokens.words[at] in SPANS and at and tokens.kinds[at - 1 : at + 2 : 2] == ["m", "m"]
        latin = tag == "eng" and before >= 0 and tokens.kinds[at] == "N"
        if spans or (latin and alone and tokens.kinds[before] == "m"):
            tokens.kinds[at] = "m"


def _read_called(tokens: Tokens, rules: RuleSet) -> None:
    """Read P 所谓 的 A, what a person calls so, as P 所说 的 A."""
    for at in range(1, len(tokens.words) - 1):
        if tokens.words[at] == "所谓" and at - 1 in tokens.persons and tokens.words[at + 1] == "的":
            tokens.words[at], tokens.kinds[at], tokens.tags[at] = "所说", "V", "v"
            tokens.cues[at] = rules.vocabulary.uses_of["所说"]


def _read_but(tokens: Tokens) -> None:
    """Read 可 before who or what does something as 但: A V B，可 这种 C V D; not A V B，可 V C."""
    for at in range(1, len(tokens.words) - 2):
        opens = tokens.words[at] == "可" and tokens.words[at - 1] in "，,；;"
        if opens and tokens.tags[at + 1] in ("n", "r", "nr") and tokens.words[at + 1] not in ("谓", "见", "以"):
            tokens.words[at], tokens.kinds[at], tokens.tags[at] = "但", "d", "c"
            tokens.cues.pop(at, None)


def _read_not_only(tokens: Tokens, rules: RuleSet) -> None:
    """Read 不 但是 as 不但 是, for which the segmenter takes it: A 不但 是 B，而且 V C."""
    for at in range(len(tokens.words) - 1):
        if tokens.words[at : at + 2] == ["不", "但是"]:
            tokens.words[at : at + 2] = ["不但", "是"]
            tokens.kinds[at : at + 2] = ["d", "V"]
            tokens.tags[at + 1] = "v"
            tokens.ends[at] += 1
            tokens.starts[at + 1] += 1
            tokens.cues[at + 1] = rules.vocabulary.uses_of["是"]


def _read_likened(tokens: Tokens) -> None:
    """Read “A”般的 B as a quality of B: 产生 类似 “A”般 的 B."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(1, len(words)):
        if words[at] in ("般", "般的") and at - 1 in tokens.quoted:
            kinds[at - 1], kinds[at] = "a", "D" if words[at] == "般的" else "a"
            if words[at - 2] == "类似":
                kinds[at - 2] = "a"


def _read_insisting(tokens: Tokens) -> None:
    """Read 坚持 认为 as 认为 with an adverb: nobody upholds what he thinks."""
    for at in range(len(tokens.words) - 1):
        if tokens.words[at : at + 2] == ["坚持", "认为"]:
            tokens.kinds[at], tokens.tags[at] = "d", "d"
            tokens.cues.pop(at, None)


def _read_lying_in(tokens: Tokens) -> None:
    """Read A 的 根源在于 B，而 不 在于 C as A 的 根源在于 B，而 不 根源在于 C."""
    for at in range(3, len(tokens.words) - 1):
        before = tokens.clause_start(at) - 1
        if tokens.words[at] != "在于" or before < 1 or "N" in tokens.kinds[before:at]:
            continue
        told = next((to for to in range(tokens.clause_start(before), before) if ROLE_LIES.match(tokens.words[to])), -1)
        if told in tokens.cues:
            tokens.words[at], tokens.cues[at] = tokens.words[told], tokens.cues[told]


def _read_because(tokens: Tokens) -> None:
    """Read S 因为 A 而 V B as S 因 A 而 V B."""
    for at in range(1, len(tokens.words) - 2):
        if tokens.words[at] == "因为" and tokens.kinds[at - 1] in "NR":
            so = next((to for to in range(at + 2, tokens.clause_end(at)) if tokens.words[to] == "而"), None)
            if so is not None and not {"V", "P"} & set(tokens.kinds[at + 1 : so]):
                tokens.words[at], tokens.kinds[at], tokens.tags[at] = "因", "P", "p"


def _read_contrast(tokens: Tokens, rules: RuleSet) -> None:
    """Read 不在 A，而在 B as 不在于 A，而在于 B, unless A or B is a place."""
    places = []
    for at, word in enumerate(tokens.words):
        if word == "在" and at and tokens.words[at - 1] in ("不", "而"):
            end = tokens.clause_end(at)
            if "f" not in tokens.kinds[at:end] and not {"V", "P"} & set(tokens.kinds[at + 1 : end - 1]):
                places.append(at)
    if len(places) > 1:
        for at in places:
            tokens.words[at], tokens.kinds[at] = "在于", "V"
            tokens.cues[at] = rules.vocabulary.uses_of["在于"]


def _read_turned(tokens: Tokens, rules: RuleSet) -> None:
    """Read 化 A 为 B and 变 A 为 B as 把 A 变为 B, where no 以 or 把 stands before."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(len(words) - 3):
        if words[at] not in ("化", "变") or kinds[at + 1] not in "NnaV" or words[at + 1] == "为":
            continue
        end = tokens.clause_end(at)
        to = next((place for place in range(at + 2, end - 1) if words[place] == "为"), None)
        led = {"P", "B"} & set(kinds[tokens.clause_start(at) : at])
        if to is None or led or not set(kinds[at + 1 : to]) <= set("NnaV"):
            continue
        kinds[at], kinds[to] = "B", "V"
        kinds[at + 1 : to] = ["N"] * (to - at - 1)
        tokens.cues[to] = rules.vocabulary.uses_of["变为"]
        if to + 2 == end:
            kinds[to + 1] = "N"


def _read_seeming(tokens: Tokens) -> None:
    """Read 表面 上 and 名义 上 as one adverb, which leaves open what follows: A 表面 上 维护 B; 从 表面 看，A V B."""
    kinds, words = tokens.kinds, tokens.words
    for at in range(len(words) - 2):
        opens = at == 0 or kinds[at - 1] in "NRS,.P"
        if (
            words[at] in ("表面", "名义")
            and words[at + 1] in ("上", "看来", "看")
            and opens
            and kinds[at + 2] in "VnPdB,"
        ):
            words[at], kinds[at], kinds[at + 1] = f"{words[at]}上", "d", "d"


def _read_better(tokens: Tokens, rules: RuleSet) -> None:
    """Read 更 好 的 before a verb and its object as 更 好 地: 有利于 更好 的 理解 A, not 需要 更好 的 管理 制度."""
    kinds, words, sets = tokens.kinds, tokens.words, rules.grammar.sets
    for at in range(1, len(words) - 2):
        quality = at - 1
        while quality > 0 and words[quality] not in ("更好", "更", "更加"):
            quality -= 1
        near = words[at] == "的" and at - quality < 3 and tokens.tags[at + 1] in ("v", "vn")
        led = near and quality > 0 and words[quality - 1] in sets["leading_better"] and at + 1 in tokens.cues
        if led and kinds[at + 2] in "Nra" and words[at + 2] not in sets["class_noun"]:
            kinds[quality:at] = ["d"] * (at - quality)
            words[at], kinds[at], kinds[at + 1] = "地", "u", "V"


def _part_counts(tokens: Tokens, counted: frozenset[str]) -> None:
    """Read 多种形式 as two words, the first of which counts, as in 多种 方式; 以下内容 likewise."""
    for at in range(len(tokens.words) - 1, -1, -1):
        if tokens.words[at] in counted and not tokens.names[at] and at not in tokens.cues:
            tokens.cut(at, 2, "rN" if tokens.words[at].startswith("以下") else "mN")
            tokens.tags[at : at + 2] = ["r" if tokens.kinds[at] == "r" else "m", "n"]


def _read_it_as(tokens: Tokens, rules: RuleSet) -> None:
    """Read (S V A，) 视之为 B as 将之视为 B, where no 把 or 被 stands before."""
    for at in range(len(tokens.words) - 1, -1, -1):
        plain = IT_AS.get(tokens.words[at])
        start = tokens.clause_start(at)
        if plain is None or not start or not {"B", "I", "P"}.isdisjoint(tokens.kinds[start:at]):
            continue
        if "之" in tokens.words[:start] or "其" in tokens.words[:start]:
            continue  # 不 将 之 看作 A，而 视之为 B
        tokens.cues.pop(at, None)
        before = tokens.words[tokens.clause_start(start - 1) : start]
        if set(tokens.kinds[start:at]) <= set("SdC") and "是" in before:
            tokens.kinds[start:at] = "d" * (at - start)  # A 是 B，我们 称之为 C: A is called C
            tokens.words[at], tokens.kinds[at], tokens.cues[at] = plain, "V", rules.vocabulary.uses_of[plain]
            continue
        tokens.cut(at, 1, "BV")
        tokens.cut(at + 1, 1, "RV")
        tokens.words[at], tokens.words[at + 2] = "将", plain
        tokens.tags[at : at + 3] = ["d", "r", "v"]
        tokens.cues[at + 2] = rules.vocabulary.uses_of[plain]


def _read_theory(tokens: Tokens) -> None:
    """Read 说 behind a quoted name as a noun before an adverb, 把 or a preposition: “两派六宗”说 分别 将 A V B."""
    for at in range(1, len(tokens.words) - 1):
        named = at - 1 in tokens.quoted and at - 1 not in tokens.persons and len(tokens.words[at - 1]) > LONG_QUOTE
        if named and tokens.words[at] == "说" and tokens.kinds[at + 1] in "dBPI":
            tokens.kinds[at], tokens.tags[at] = "N", "n"
            tokens.cues.pop(at, None)


def _read_seen_as(tokens: Tokens, rules: RuleSet) -> None:
    """Read 喻其 为 B, where 喻其 may be one word, as 将 其 喻为 B, where no 把 or 被 stands before."""
    seeing, uses_of = rules.grammar.sets["seeing_as"], rules.vocabulary.uses_of
    for at in range(len(tokens.words) - 2, -1, -1):
        word = tokens.words[at]
        one = len(word) == 2 and word[0] in seeing and word[1] in "其之" and tokens.words[at + 1] == "为"
        two = word in seeing and tokens.words[at + 1] in ("其", "之") and tokens.words[at + 2 : at + 3] == ["为"]
        if not (one or two) or not {"B", "I", "P"}.isdisjoint(tokens.kinds[tokens.clause_start(at) : at]):
            continue
        if one:
            tokens.cut(at, 1, "BR")
        plain = word[0] + "为"
        tokens.words[at], tokens.words[at + 2] = "将", plain
        tokens.kinds[at : at + 3], tokens.tags[at : at + 3] = ["B", "R", "V"], ["d", "r", "v"]
        tokens.cues.pop(at, None)
        tokens.cues[at + 2] = uses_of.get(plain) or uses_of["视为"]


def _read_either(tokens: Tokens, rules: RuleSet) -> None:
    """Read as one list what something holds of in either case: 无论是 A，还是 B，都 V C as 无论 A、B 都 V C."""
    words, kinds, sets = tokens.words, tokens.kinds, rules.grammar.sets
    opens = next((at for at, word in enumerate(words) if word in sets["whichever"]), len(words))
    cases, end = [(opens, opens)], tokens.clause_end(opens)
    while words[end + 1 : end + 2] and words[end + 1] in sets["other_case"]:
        cases.append((end, end + 1))
        end = tokens.clause_end(end + 1)
    starts = [last + 1 + (words[last + 1 : last + 2] == ["是"]) for _, last in cases]
    ends = list(map(tokens.clause_end, starts))
    named = (NAMED.match("".join(kinds[start:stop])) for start, stop in zip(starts, ends, strict=True))
    if not all(named) or len(cases) == 1 or not sets["all_of_them"].intersection(words[end + 1 : end + 2]):
        return
    kinds[end] = "u"
    for (first, _), start, stop in zip(cases, starts, ends, strict=True):
        kinds[stop - 1] = "N"
        kinds[first:start] = ["C" if first > opens else "d"] * (start - first)
        for at in range(first, start):
            tokens.cues.pop(at, None)
