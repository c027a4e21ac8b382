"""What thinkers own in a text: 甲 的《乙》, 甲 的“丙”, 甲 的 丙 理论, 甲 关于 丙 的 思想."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import WORD
from conceptgraph.relate.makers import owning_person, title_in, writer_named, written_beside
from conceptgraph.relate.phrases import Item, one_token
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.speakers import is_speaker
from conceptgraph.relate.words import TITLES

FIELD_ENDS = frozenset(["问题", "方面", "领域"])


def read_work(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 的《W》, A 的 代表作《W》: the persons and the work that they wrote."""
    tokens = clauses.parse.tokens
    yield from _read_owned(clauses, rule, index, lambda head: tokens.words[head][0] in TITLES, work=True)
    for item in clauses.parse.chunks[index].items:
        if (named := written_beside(clauses, item)) is not None:
            writer, title = named
            yield Claim(rule, writer_named(clauses, writer), clauses.name_all((title,)), title.parts[0][0])


def read_term(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A、B 和 C 的“T”: the persons and the term that they use."""
    tokens = clauses.parse.tokens
    told_of = index == clauses.opening(clauses.first[index] - 1) and clauses.governor(index) is None

    def is_term(head: int) -> bool:
        quoted = head in tokens.quoted and tokens.words[head][0] not in TITLES
        return quoted or tokens.words[head - 1] == "所谓" or (told_of and _is_doctrine(clauses, head))

    yield from _read_owned(clauses, rule, index, is_term)
    if clauses.kinds[index + 1 : index + 3] == ["P", "N"]:
        yield from _read_thought(clauses, rule, index)


def _read_thought(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 关于 B 的 思想, A 对 B 的 看法, A 在 B 问题 上 的 观点: what the thought of a person is about."""
    word, words, item = clauses.word(index + 1), clauses.parse.tokens.words, clauses.parse.chunks[index + 2].items[0]
    about = word in ("关于", "有关") or clauses.is_in(index + 1, "toward")
    about = about and "speech" not in clauses.uses_of_head(index + 2).frames
    if about and clauses.is_in_head(index + 2, "held_thought"):
        treated = clauses.attributes_of(index + 2)
    elif word == "在" and len(item.parts) == 2 and words[item.parts[1][1] - 1] in clauses.sets["held_thought"]:
        field = words[item.parts[0][1] - 2 : item.parts[0][1]]  # 自由 问题 上
        treated = clauses.name_all((item.of(item.parts[:1]),)) if set(field) & FIELD_ENDS else ()
    else:
        return
    persons = tuple(end for end in clauses.ends_of(index) if is_speaker(clauses, end))
    yield Claim(rule, persons, treated, clauses.parse.chunks[index + 1].start)


def _is_doctrine(clauses: Clauses, head: int) -> bool:
    """Whether a name that begins with the token `head` is that of a doctrine: 解码 理论, 集体记忆概念."""
    tokens = clauses.parse.tokens
    last = head
    while tokens.kinds[last + 1 : last + 2] == ["N"]:
        last += 1
    long = tokens.ends[last] - tokens.starts[head] > WORD
    return long and tokens.words[last].endswith(clauses.rules.grammar.endings["theory_ending"])


def _read_owned(
    clauses: Clauses, rule: Rule, index: int, fits: Callable[[int], bool], *, work: bool = False
) -> Iterator[Claim]:
    """Yield what persons own where the first token behind their 的 fits."""
    tokens, items = clauses.parse.tokens, clauses.parse.chunks[index].items
    if index and clauses.last_word(index - 1).endswith("给"):
        return  # 托付 给 P 的 “T”
    for number, item in enumerate(items):
        called = tokens.words[item.parts[0][1] : item.parts[0][1] + 1] == ["所谓"]  # P 所谓 A
        if len(item.parts) < 2 or (len(item.parts) > 2 and not called):
            continue
        owner = owning_person(tokens, item, clauses.sets["life_period"]) if work else item.parts[0][1] - 1
        head = title_in(clauses, item) if work else item.parts[1][0]
        if owner not in tokens.persons or tokens.words[owner][0] in TITLES or not fits(head):
            continue
        owners = [each for each in items[:number] if len(each.parts) == 1 and each.parts[0][0] in tokens.persons]
        writer = one_token(owner)
        sources = clauses.name_all((*owners, writer)) if owners or not work else writer_named(clauses, writer)
        parts = item.parts[1:] if called or _is_doctrine(clauses, head) else ((head, head + 1),)
        stands = head + 1 < item.parts[1][1] and tokens.words[head + 1] in clauses.sets["held_standing"]
        said = clauses.rule_of("是", rule) if stands else rule
        yield Claim(said, sources, clauses.name_all((Item(parts, False),)), owner + 1)
