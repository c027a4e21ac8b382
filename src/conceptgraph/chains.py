"""Relations of a document -> chains: ordered concepts that the text strings together.

*Attested* chains stand in one passage: a dash or arrow chain (A－B－C), serial verbs (A 变成 B，B 又变成 C),
causal sequences over neighbouring sentences. *Composed* chains join relations of different passages and are marked
as such.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from conceptgraph.config import ChainConfig
from conceptgraph.model import Chain, Relation, Span
from conceptgraph.resources import word_list

Way = tuple[int, ...]  # numbers of links
Links = tuple[Relation, ...]  # a path, each link beginning with what the one before it ends in

# types that may follow one another: one thing leads to the next; A needs B, B needs C; A is B, B is C; A－B－C
FLOW = frozenset({"becomes", "causes", "produces", "promotes", "negates", "influences"})
NEED = frozenset({"depends_on"})
KINDS = (FLOW, NEED, frozenset({"is_a", "becomes"}), frozenset({"chain"}))
DEEDS = FLOW | {"acts_on"}  # of which one may lead on to the next: A 破坏 B，进而 削弱 C
LINKS = DEEDS | NEED | {"is_a", "chain"}
LONGEST_LINK = 8  # characters between what a clause ends in and what the next begins with: ，又
# of these the text need not name the end again for the next step: A 变成 B，进而变成 C
HANDED_ON = frozenset({"becomes", "causes"})
MEANS = frozenset({"通过", "借助", "经由", "凭借", "以"})  # nor of what they bring in: A 通过 B 对 C 产生 影响
RESULTS = frozenset({"导致", "造成", "引发", "引起", "致使"})  # tell what comes of what the clause before says
COMMA = re.compile("[^，,、。；;：:]{0,12}[，,](?:最终|终于|甚至)?")  # between such a clause and the next
QUESTION = re.compile("[？?]|[是能可]否")  # of 怎样 it is told that it is so
LONGEST_EVENT = 5  # characters of 的 and what happens: 的消失
LONGEST_TAIL = 12  # characters of a clause behind what it ends in: 减弱 A 的 自然 修复
LONGEST_WAY = 12  # characters of how a clause does it, before its verb: 又 在 客观 上
# between what a sentence ends in and what the next begins with: 的 上涨。而
NEXT_SENTENCE = re.compile(rf"(?:的\w{{1,{LONGEST_EVENT}}})?\W?[。；;]\w{{0,{LONGEST_LINK}}}")


def find_chains(
    relations: Sequence[Relation], config: ChainConfig, texts: Mapping[int, str] | None = None
) -> tuple[Chain, ...]:
    """Return the attested chains of one document, in the order of their first links in the text.

    A relation is followed by one that starts where it ends, stands later in the text and not more than
    `config.reach` sentences further; unless something becomes what goes on, the text names it again or what happens
    to it (A 消灭 B，B 的消失 …). Claims told from their end (B 来自 A) are followed by earlier ones of their sentence
    as well. What is done leads on to what is done next where the `texts`, the sentences by their number, say so (A 破坏
    B，进而 削弱 C; A 建立 B 以 维护 C); of a B that is taken away no more is said than that it influences C. Left out
    are chains that are part of a longer one, denied claims, and claims below `config.lowest_confidence`, unless the
    next clause begins with what the last one ended in (A 造就 B，B 又造就 C) or the text leads on in words.
    The confidence of a chain is that of its weakest link.

    >>> from conceptgraph.model import Span
    >>> def claim(a, b, start):
    ...     return Relation(a, b, "becomes", "d", (0,), Span(0, 0, 1), Span(0, 1, 2), Span(0, start, start + 2), "", "")
    >>> [chain.concepts for chain in find_chains((claim("数据", "商品", 2), claim("商品", "资本", 9)), ChainConfig())]
    [('数据', '商品', '资本')]
    """
    told = (each for link in relations for each in (link, *_told_as_condition(link)) if _can_link(each))
    told = (each for each in told if not (texts and _is_only_asked(each, texts)))
    links = sorted({_key(link): link for link in told}.values(), key=_position)
    follows = {index: _followers(links, index, config, texts or {}) for index in range(len(links))}
    reached = {index: frozenset(after) for index, after in follows.items()}
    follows = {index: _nearest(links, after, reached) for index, after in follows.items()}
    followed = {later for after in follows.values() for later in after}
    starts = (start for start in range(len(links)) if start not in followed)
    ways = [way for at in starts for way in islice(_paths((at,), links, follows, config.longest), config.most_branches)]
    joined = _longer_ways(ways, links)
    found: dict[tuple[str, ...], Chain] = {}
    for path in ways:
        chain = _as_chain([links[index] for index in path], "attested")
        if len(chain.concepts) < config.shortest or any(_same(*step) for step in pairwise(chain.concepts)):
            continue
        if (links[path[0]].sentences, path[1:]) not in joined:
            found.setdefault(chain.concepts, chain)
    return tuple(chain for chain in found.values() if not any(_is_part(chain, other) for other in found.values()))


def _told_as_condition(link: Relation) -> Links:
    """Return what a condition does for what it is one of: A of 只有 重建 A，才能 恢复 B，进而 促进 C."""
    if not link.rule.endswith("only_if"):
        return ()
    return (
        replace(
            link,
            source=link.target,
            target=link.source,
            relation="promotes",
            source_span=link.target_span,
            target_span=link.source_span,
        ),
    )


def _same(one: str, other: str) -> bool:
    """Whether two names mean one thing in one sentence: the longer ends in the shorter, more than half of it."""
    short, long = sorted((one.replace("的", ""), other.replace("的", "")), key=len)
    return long.endswith(short) and 2 * len(short) > len(long)


def _can_link(relation: Relation) -> bool:
    """Whether a claim can be a link: of a type that leads on, not denied nor conceded."""
    return relation.relation in LINKS and not relation.negated and relation.modality != "conceded"


def _is_only_asked(relation: Relation, texts: Mapping[int, str]) -> bool:
    """Whether a claim is put as a question, not only as what may be: 铁路 是否 带动 集市？"""
    return relation.modality == "asked" and QUESTION.search(texts.get(relation.sentences[0], "")) is not None


def _key(relation: Relation) -> tuple[object, ...]:
    return (relation.source, relation.target, relation.relation, relation.sentences[0], relation.cue_span)


def _position(relation: Relation) -> tuple[int, int, str, str, str]:
    return (relation.sentences[0], relation.cue_span.start, relation.source, relation.target, relation.relation)


def _followers(links: Sequence[Relation], index: int, config: ChainConfig, texts: Mapping[int, str]) -> list[int]:
    """Return the numbers of the links that go on from link `index`, also of those before it in its sentence."""
    one, found = links[index], []
    sentence = one.sentences[0]
    first = index
    while first > max(index - config.links_ahead, 0) and links[first - 1].sentences[0] == sentence:
        first -= 1
    for other in range(first, min(index + 1 + config.links_ahead, len(links))):
        if links[other].sentences[0] > sentence + config.reach:
            break
        sure = min(one.confidence, links[other].confidence) >= config.lowest_confidence
        if other != index and (
            _takes_up(one, links[other], texts)
            or _leads_on(one, links[other], texts)
            or (sure and _is_next(one, links[other]))
        ):
            found.append(other)
    return found


def _nearest(links: Sequence[Relation], after: Sequence[int], reached: Mapping[int, frozenset[int]]) -> list[int]:
    """Return the links `after` one without those to which another of them leads: A 引起 B，从而 导致 C，最终 毁掉 D."""
    return [at for at in after if not any(links[at].source == links[by].source and at in reached[by] for by in after)]


def _is_next(one: Relation, other: Relation) -> bool:
    """Whether `other`, near `one`, goes on from it: it starts where that ends or tells what became of it."""
    apart = other.sentences[0] - one.sentences[0]
    types = {one.relation, other.relation}
    if not any(types <= kind for kind in KINDS) or (apart and "is_a" in types):
        return False
    later = apart > 0 or other.cue_span.start > one.cue_span.start
    if apart == 0 and later and other.source == one.source and types == {"becomes", "produces"}:
        return True  # A 变成 B，(as B) 产生 C; A 获取 B，从而成为 C
    same_cue = apart == 0 and other.cue_span == one.cue_span
    if one.relation == "chain":
        return (later or same_cue) and other.source == one.target  # 经历 A、B、C
    if not _starts_where_ends(one, other, apart == 0):
        return False
    if types == {"is_a"}:  # A 是 B，B 是 C; not of what B is an example: B（如 A）是 C
        return other.source == one.target and _place(other, other.source_span) > _place(one, one.target_span)
    if _is_told_backwards(one):
        return True  # B 来自 A，C 来自 B; B 来自 A，促进 C
    if same_cue:
        return True  # A 通过 B 影响 C
    again = _place(other, other.source_span) != _place(one, one.target_span)
    return later and (again or one.relation in HANDED_ON or one.cue in MEANS)


def _takes_up(one: Relation, other: Relation, texts: Mapping[int, str]) -> bool:
    """Whether `other` begins, a comma or a full stop later, with what `one` ends in: A 造就 B，B 又造就 C."""
    types = {one.relation, other.relation}
    thing, _, event = other.source.rpartition("的")
    grows = thing == one.target and event in word_list("change_words")  # A 吸引 B，B 的 增加 V C
    if not ((types <= DEEDS and (one.relation in FLOW or grows)) or types <= NEED):
        return False
    (ends_in, _), (begins_in, begin) = _place(one, one.target_span), _place(other, other.source_span)
    if (ends_in, begins_in) != (one.sentences[0], other.sentences[0]) or other.cue_span.start <= begin:
        return False
    end = one.target_span.end
    if begins_in == ends_in and one.target_span == other.source_span and other.cue in word_list("leading_on"):
        return True  # A 抬高 B，C 随之 上涨
    if begins_in == ends_in:
        behind = 0 <= begin - end <= LONGEST_LINK and other.cue_span.start > one.cue_span.start
    elif begins_in == ends_in + 1:
        between = texts.get(ends_in, "")[end:] + texts.get(begins_in, "")[:begin]
        behind = NEXT_SENTENCE.fullmatch(between) is not None
    else:
        return False
    return behind and (_starts_where_ends(one, other, True) or _is_head(other.source, one.target))


def _is_head(later: str, name: str) -> bool:
    """Whether a name is the head of the one before: 贸易 behind 粮食 贸易."""
    return len(later) > 1 and name.endswith(later)


def _leads_on(one: Relation, other: Relation, texts: Mapping[int, str]) -> bool:
    """Whether the words of a text lead from a deed to the next: A 破坏 B，进而 削弱 C; A 建立 B 以 维护 C; 后者 又."""
    does = other.source in (one.source, one.target) or _makes(other, one, texts)
    deeds = one.relation in FLOW and other.relation in DEEDS and does
    deeds = deeds or (one.relation in NEED and other.relation in NEED and other.source == one.target)  # 而 后者 依赖 C
    (sentence, start), at = _place(one, one.target_span), other.sentences[0]
    deeds = deeds and "asked" not in (one.modality, other.modality)
    if not deeds or at not in (sentence, sentence + 1) or _place(other, other.source_span) > (sentence, start):
        return False  # also A 破坏 B，因此 A 削弱 C
    text, begins, ends = texts.get(sentence, ""), one.target_span.end, other.cue_span.start
    between = text[begins:] + texts.get(at, "")[:ends] if at > sentence else text[begins:ends]
    leads = other.cue.rstrip("了着") in RESULTS and other.relation == "causes" and other.cue != one.cue
    if leads and COMMA.fullmatch(between):
        return True  # A 加剧 B，导致 C; not A 导致 B，导致 C, A 影响 B，也 引起 C
    return _leading_on().fullmatch(between) is not None


def _makes(other: Relation, one: Relation, texts: Mapping[int, str]) -> bool:
    """Whether the source of `other` is what turns one thing into another: S 把 A 变成 B，从而 V C."""
    (sentence, _), (before, _) = _place(one, one.source_span), _place(other, other.source_span)
    between = texts.get(sentence, "")[other.source_span.end : one.source_span.start]
    return one.relation == "becomes" and sentence == before and re.fullmatch(r"\w*[把将]\w*", between) is not None


@cache
def _leading_on() -> re.Pattern[str]:
    """Return what stands between two deeds of which the first leads on to the second: ，进而; 以; 。这 又; ，后者."""
    outcome, purpose = ("|".join(sorted(word_list(name), reverse=True)) for name in ("leading_on", "leading_to"))
    inside = "[^，,、。；;：:]"
    return re.compile(
        f"{inside}{{0,{LONGEST_TAIL}}}[，,；;。][并而]?(?:{outcome}){inside}{{0,{LONGEST_WAY}}}"
        f"|[，,]?(?:{purpose})(?:有效|更好|{inside}{{1,5}}地)?"
    )


def _starts_where_ends(one: Relation, other: Relation, same_sentence: bool) -> bool:
    """Whether `other` starts with what `one` ends in, by its name or by another one for it."""
    if other.source == one.target:
        return True
    return other.source != one.source and _names_again(other.source, one.target, same_sentence)


def _is_told_backwards(link: Relation) -> bool:
    """Whether a claim names where it ends before where it starts: B 来自 A."""
    return _place(link, link.source_span) > _place(link, link.target_span)


def _names_again(later: str, name: str, same_sentence: bool) -> bool:
    """Whether a name is another one for what was told: what happens to it (等待 的 消失), or the longer of two.

    In one sentence also the thing itself, or the head, of what was told: 中学 behind 中学 的 准备, 价格 的 上涨 behind
    通道 的 价格.
    """
    rest = later.removeprefix(name) if later.startswith(name) else ""
    if (rest.startswith("的") and len(rest) <= LONGEST_EVENT) or rest in word_list("change_words"):
        return True
    if not same_sentence:
        return False
    thing, _, event = later.rpartition("的")
    part = name.startswith(later + "的") or name.endswith("的" + later)
    return part or _same(later, name) or (event in word_list("change_words") and name.endswith("的" + thing))


def _place(relation: Relation, span: Span) -> tuple[int, int]:
    """Return where an end stands: its sentence and the character there."""
    return (relation.sentences[span.sentence], span.start)


def _paths(
    path: tuple[int, ...], links: Sequence[Relation], follows: dict[int, list[int]], longest: int
) -> Iterator[tuple[int, ...]]:
    """Yield the ways on from the end of `path` that cannot go further; only a full circle or a row comes back."""
    onward = [later for later in follows[path[-1]] if later not in path]
    if links[path[0]].relation != "chain":
        been = {links[at].target for at in path}
        closed = links[path[0]].source in been
        onward = [later for later in onward if not closed and links[later].target not in been]
    if not onward or len(path) + 1 >= longest:
        yield path
        return
    for later in onward:
        yield from _paths((*path, later), links, follows, longest)


def _as_chain(links: Sequence[Relation], kind: str) -> Chain:
    passed = (other.source if _is_its_end(one, other) else one.target for one, other in pairwise(links))
    places = sorted({(link.document, index) for link in links for index in link.sentences})
    return Chain(
        (links[0].source, *passed, links[-1].target),
        tuple(_step_type(links, number) for number in range(len(links))),
        tuple(places),
        kind,
        min(link.confidence for link in links),
        tuple(sorted({link.speaker for link in links if link.speaker})),
    )


def _step_type(links: Sequence[Relation], number: int) -> str:
    """Return what a chain says of a step, which is no more of what is taken away than that it influences the rest."""
    if number + 1 < len(links) and _is_its_end(links[number], links[number + 1]):
        return "causes"  # A 逼走 B，B的离开 …
    before = links[number - 1] if number else None
    handed = before is not None and before.relation == "negates" and before.source == links[number].source
    return "influences" if handed else links[number].relation  # A 破坏 B，进而 削弱 C


def _is_its_end(one: Relation, other: Relation) -> bool:
    """Whether a claim goes on from the end of what the one before takes away: A 逼走 店主，店主的离开 导致 B."""
    return one.relation == "negates" and other.source.startswith(one.target + "的")


def _longer_ways(
    ways: Sequence[tuple[int, ...]], links: Sequence[Relation]
) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return what follows each later step of a way, with the sentences of the step: another step there only joins."""
    return {(links[way[at]].sentences, way[at + 1 :]) for way in ways for at in range(1, len(way) - 1)}


def _is_part(short: Chain, long: Chain) -> bool:
    """Whether `short` stands in `long` without a gap."""
    size = len(short.concepts)
    if size >= len(long.concepts):
        return False
    return any(long.concepts[at : at + size] == short.concepts for at in range(len(long.concepts) - size + 1))


def compose_chains(relations: Sequence[Relation], config: ChainConfig) -> tuple[Chain, ...]:
    """Return the composed chains of the relations of all documents: paths whose links stand in different passages.

    Of several claims for one step the surest counts; a path is as sure as its weakest link, and the surest
    `config.composed` paths are returned, of equally sure ones the longest. Steps of one passage only are attested, not
    composed. Only paths of links that are sure enough are walked: among a few dozen concepts that all lead to one
    another there are millions.
    """
    best: dict[tuple[str, str], Relation] = {}
    for relation in sorted(relations, key=lambda each: (each.document, *_position(each))):
        step = (relation.source, relation.target)
        usable = (
            _can_link(relation) and relation.relation not in ("acts_on", "is_a") and relation.modality == "asserted"
        )
        usable = usable and relation.confidence >= config.lowest_confidence
        if usable and (step not in best or relation.confidence > best[step].confidence):
            best[step] = relation
    levels = sorted({link.confidence for link in best.values()}, reverse=True)
    links = sorted(best.values(), key=lambda link: (link.source, link.target))

    def surest(lowest: float, size: int | None = None) -> Iterator[Links]:
        return _walks([link for link in links if link.confidence >= lowest], config.longest_composed, size)

    def count(lowest: float) -> int:
        return sum(1 for _ in islice(surest(lowest), config.composed))

    last = bisect_left(levels, config.composed, key=count)  # the level at which there are enough
    found = list(surest(levels[last - 1])) if last else []
    if last < len(levels):
        weakest = (
            path
            for size in range(config.longest_composed, 2, -1)
            for path in surest(levels[last], size)
            if min(link.confidence for link in path) == levels[last]
        )
        found += islice(weakest, config.composed - len(found))
    made = (_as_chain(path, "composed") for path in found)
    return tuple(sorted(made, key=lambda chain: (-chain.confidence, -len(chain.concepts), chain.concepts)))


def _walks(links: Sequence[Relation], longest: int, size: int | None = None) -> Iterator[Links]:
    """Yield the walks of links in several passages, of three to `longest` concepts (of `size`), by their names."""
    onward: dict[str, list[Relation]] = {}
    for link in links:
        onward.setdefault(link.source, []).append(link)
    for link in links:
        for path in _ways_on((link,), onward, size or longest):
            fitting = len(path) + 1 == size if size else len(path) > 1
            if fitting and len({(link.document, link.sentences[0]) for link in path}) > 1:
                yield path


def _ways_on(path: Links, onward: Mapping[str, Sequence[Relation]], longest: int) -> Iterator[Links]:
    """Yield the walks that begin with `path`, itself too, and visit no concept twice."""
    yield path
    if len(path) + 1 >= longest:
        return
    seen = {path[0].source, *(link.target for link in path)}
    for link in onward.get(path[-1].target, ()):
        if link.target not in seen and (link.relation in NEED) == (path[-1].relation in NEED):
            yield from _ways_on((*path, link), onward, longest)


def steps(chain: Chain) -> Iterator[tuple[str, str, str]]:
    """Yield (from, relation, to) along a chain.

    >>> list(steps(Chain(("数据", "商品"), ("becomes",), ())))
    [('数据', 'becomes', '商品')]
    """
    for (one, other), relation in zip(pairwise(chain.concepts), chain.relations, strict=True):
        yield one, relation, other
