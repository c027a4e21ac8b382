"""Who made what, by what the work or the person is called: 《W》 是 甲 的 代表作, 甲 的 名著《W》, A 的 创始人 甲."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.phrases import Item, one_token
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.speakers import is_named_person
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import TITLES

MAKING = "创立"  # the cue whose rule says that somebody made something


def title_in(clauses: Clauses, item: Item) -> int:
    """Return the token of the title in the head of 甲 的 (英文) 名著《W》, else the first token of the head."""
    tokens, (start, end) = clauses.parse.tokens, item.parts[1]
    title = next((at for at in range(start + 1, end) if tokens.words[at][0] in TITLES and at in tokens.persons), start)
    named = title > start and tokens.words[title - 1].endswith(clauses.rules.grammar.endings["work_ending"])
    return title if named else start


def written_beside(clauses: Clauses, item: Item) -> tuple[Item, Item] | None:
    """Return 甲 and W of 甲 新作《W》 and 甲《W》 as members of their own, or None for other names."""
    tokens, (start, end) = clauses.parse.tokens, item.parts[-1]
    title = next(
        (at for at in range(end - 1, start, -1) if at in tokens.persons and tokens.words[at][0] == "《"), start
    )
    kind = title > start + 1 and tokens.words[title - 1].endswith(clauses.rules.grammar.endings["work_ending"])
    person = title - 1 - kind
    named = person in tokens.persons or (kind and is_review(clauses, person))
    if title == start or not named or tokens.words[person][0] in TITLES:
        return None
    behind = tokens.words[title + 1] if title + 1 < len(tokens.words) and tokens.kinds[title + 1] != "," else ""
    if title + 1 not in tokens.quoted and not clauses.sets["made_of_work"].isdisjoint(behind[:2]):
        return None  # 甲《诗经》英译本, 甲《春秋》学
    return one_token(person), one_token(title)


def writer_named(clauses: Clauses, writer: Item) -> Ends:
    """Return who wrote a work; 评 before a name that opens a clause and 著 behind it are no part of it: 评甲, 甲著."""
    tokens, at = clauses.parse.tokens, writer.parts[0][0]
    start, end, word = tokens.starts[at], tokens.ends[at], tokens.words[at]
    review = is_review(clauses, at)
    wrote = len(word) > 2 and word[-1] in clauses.sets["writing"] and tokens.tags[at][:2] == "nr"
    return clauses.as_written(start + review, end - wrote) if review or wrote else clauses.name_all((writer,))


def is_review(clauses: Clauses, at: int) -> bool:
    """Whether 评 opens the name that a clause begins with, as in titles of reviews: 评甲 新作《W》."""
    tokens = clauses.parse.tokens
    opens, word = not at or tokens.kinds[at - 1] in ",.-", tokens.words[at]
    return opens and word[0] in clauses.sets["reviewing"] and len(word) > 2 and tokens.tags[at][:2] == "nr"


def owning_person(tokens: Tokens, item: Item, periods: frozenset[str]) -> int:
    """Return the token of who owns the head of a member: 甲 of 甲 的 A and of 甲 晚年 的 A."""
    owner = item.parts[0][1] - 1
    return owner - 1 if tokens.words[owner] in periods and owner > item.parts[0][0] else owner


def work_of(clauses: Clauses, position: int, told: Ends) -> Ends:
    """Return whose work the title before a verb of being is: 甲 of 《W》 是 甲 (晚年) 的 代表作; nothing elsewhere."""
    tokens, items = clauses.parse.tokens, clauses.parse.chunks[position].items
    if not told or len(items) != 1 or len(items[0].parts) < 2 or not are_titles(clauses, told):
        return ()
    closing = tokens.sentence.text[: tokens.ends[items[0].head]]
    if not closing.endswith(clauses.rules.grammar.endings["work_ending"]):
        return ()
    owner = owning_person(tokens, items[0], clauses.sets["life_period"])
    if owner not in tokens.persons or tokens.words[owner][0] in TITLES:
        return ()
    return clauses.name_all((one_token(owner),))


def are_titles(clauses: Clauses, ends: Ends) -> bool:
    """Whether all of some ends are titles of works that stand in this sentence."""
    text = clauses.sentence.text
    return all(end.sentence == clauses.here and text[end.start - 1 : end.start] in ("《", "<", "〈") for end in ends)


def read_maker(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 的 创始人 甲: who is named made A."""
    tokens, items = clauses.parse.tokens, clauses.parse.chunks[index].items
    for item in items:
        start, end = item.parts[-1]
        person = end - 1
        named = person in tokens.persons and tokens.words[person][0] not in TITLES and person > start
        if not named or not is_founder(clauses, person - 1):
            continue
        owners = item.parts[:-1] or (((start, person - 1),) if person - 1 > start else ())
        if owners:
            maker = clauses.name_all((one_token(person),))
            yield Claim(rule, maker, clauses.name_all((item.of(owners),)), person - 1)


def is_founder(clauses: Clauses, token: int) -> bool:
    """Whether a token calls somebody by what he made: 创始人, 主编, 父 of 之 父."""
    words = clauses.parse.tokens.words
    return words[token] in clauses.sets["founder"] or (words[token] == "父" and words[token - 1] == "之")


def deed_of(clauses: Clauses, index: int) -> Rule | None:
    """Return the rule of what the head of a noun phrase does to its owner: 历史 的 创造者 creates history."""
    items, uses_of = clauses.parse.chunks[index].items, clauses.rules.finder.uses_of
    start, end = items[-1].parts[-1] if items else (0, 0)
    if not items or "N" in clauses.parse.form[start : end - 1]:
        return None  # 秩序 维护者
    name = clauses.head_word(index)
    deed = MAKING if is_founder(clauses, end - 1) else name[:-1] if name.endswith("者") else ""
    return next((use.rule for use in uses_of.get(deed, ()) if use.rule.frame == "verb"), None)


def written_by(clauses: Clauses, rule: Rule, whole: Ends, part: Ends) -> Rule | None:
    """Return the rule of making where a work is called part of its writer: W 是 甲 的 奠基之作; else None."""
    if rule.relation != "has_part" or not whole or not part or not are_titles(clauses, part):
        return None
    persons = all(is_named_person(clauses, end) for end in whole) and not are_titles(clauses, whole)
    return clauses.rule_of(MAKING, rule) if persons else None
