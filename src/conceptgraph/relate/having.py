"""What a thing has: A 有 B, A 既 有 C，也 有 B; A 中 的 B."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.counting import is_counted
from conceptgraph.relate.endpoints import WORD
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.mutual import holds_between
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.roles import continued_role, role_claim
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.speakers import is_named_person
from conceptgraph.relate.words import MUTUAL

WORK = frozenset(["劳动", "工作", "活动", "生产", "研究", "事业", "职业"])
INSIDE = ("中", "里", "内", "之中", "当中", "之内", "里面", "内部")  # 上 only tells in which respect


def needing(clauses: Clauses, index: int, rule: Rule) -> int:
    """Return the verb that says that something has to have what it has: A 需要 具备 B; -1 for none."""
    if rule.relation != "has_part" or not clauses.is_in(index, "having"):
        return -1
    above = clauses.before(index)
    return above if above is not None and clauses.kinds[above] == "V" and clauses.is_in(above, "needs") else -1


def read_has(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 有 B, where the clause ends on what A has: not 有 学者 认为, 有 三个 B, 对 A 有 影响."""
    patient, kinds = clauses.object_at(index), clauses.kinds
    if kinds[index] != "V" or patient is None or patient + 1 != clauses.last[index]:
        return
    listed = clauses.parse.chunks[patient].genus is not None  # A 有 B、C 等 多种 D, not 西方 有 康德、卢梭 等 哲学家
    listed = listed and not any(is_named_person(clauses, end) for end in clauses.object_ends(index))
    counted = "m" in clauses.parse.form[clauses.parse.chunks[index + 1].start : clauses.parse.chunks[patient].end]
    counted = counted and not listed
    led = any(kinds[at] in "PIC" for at in range(clauses.first[index], index)) or kinds[index - 1 : index] == ["V"]
    led = led or not {"P", "V"}.isdisjoint(kinds[index + 1 : patient])  # 有 可能 削弱 B
    if counted or led or clauses.in_relative(index, patient) or clauses.is_in_head(patient, "hollow_head"):
        return
    if clauses.is_change(patient) and len(clauses.parse.chunks[patient].items[-1].parts) == 1:
        return  # A 有 长足 进步
    alone = index > 0 and clauses.before(index) is None
    stated = alone and clauses.follows_topic(index) and clauses.kinds[clauses.first[index] - 2] == "a"
    goes_on = stated or (alone and clauses.word(index - 1)[-1] in "又也还")  # A 种类 繁多，有 B
    told = clauses.before(index)
    role = continued_role(clauses, index) if goes_on and _again(clauses, index) else None
    if role is not None:
        yield role_claim(role.rule, role.whole, clauses.object_ends(index), token, index)  # 原因 既 有 A，也 有 B
        return
    why = len(clauses.parse.chunks[patient].items) == 1 and "causes" in clauses.uses_of_head(patient).relations
    if why or (told is not None and clauses.names_fillers(told, index)):
        return  # B 的 原因 有 A, A 有 B 的 原因
    owners = clauses.subject(index) if goes_on else clauses.local_subject(index) or ()
    if not owners:
        owners = _holding(clauses, index, goes_on=goes_on)
    if holds_between(clauses, patient, owners):
        return  # A 与 B 有 因果关系
    chunk = clauses.parse.chunks[patient]
    several = listed or (len(chunk.items) > 1 and "f" not in clauses.parse.form[chunk.start : chunk.end])
    several = several and not any(is_named_person(clauses, end) for end in clauses.object_ends(index))
    parts = tuple(end for end in clauses.object_ends(index) if several or len(end.name) > WORD)
    yield Claim(use.rule, owners, parts, token)


def _holding(clauses: Clauses, index: int, *, goes_on: bool) -> Ends:
    """Return A of A 中 有 B and of A 中 既 有 C，也 有 B."""
    earlier = clauses.clause_before(index) if goes_on else ()
    again = bool(earlier) and _again(clauses, index)
    opens = earlier[0] if earlier and again else clauses.first[index]
    before = clauses.before(index)
    near = again if goes_on else before == opens
    inside = clauses.last_word(opens) in INSIDE
    return clauses.ends_of(opens) if near and inside and clauses.is_place(opens) else ()


def _again(clauses: Clauses, index: int) -> bool:
    """Whether the clause before says 有 as well."""
    return any(clauses.word(at) == "有" for at in clauses.clause_before(index))


def read_inside(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 中 的 B: the whole and its part, each with a name of its own; not 在 A 中 的 B, X 是 A 中 的 B.

    Also A 中 的 B 和 C, of which both are parts.
    """
    tokens, above, sets = clauses.parse.tokens, clauses.governor(index), clauses.sets
    told = (sets["studying"], sets["light_head"], sets["passage"])
    if above is not None and (clauses.is_in(above, "copula") or clauses.word(above) in ("在", "于")):
        return
    items = clauses.parse.chunks[index].items
    for item in items:
        for number in range(1, len(item.parts)):
            joint = item.parts[number - 1][1]
            if tokens.words[joint] not in INSIDE or not _is_whole(clauses, joint - 1):
                continue
            close = len(item.parts)
            while close > number + 1 and any(tokens.words[item.parts[close - 1][1] - 1] in each for each in told):
                close -= 1  # A 中 的 B 的 考察
            parts = clauses.name_all((item.of(item.parts[number:close]),))
            if parts != clauses.name_all((item,)):
                continue
            more = items[1:] if item is items[0] and all(_is_plain(clauses, each) for each in items[1:]) else ()
            if parts := parts + clauses.name_all(more):
                yield Claim(rule, clauses.name_all((item.of(item.parts[:number]),)), parts, joint)


def read_inside_list(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 中 B、C 等 D, A 中 B、C 两个 D: B and C are parts of A; not 在 A 中 B、C 等 D."""
    place = index - 1
    if place < 0 or clauses.kinds[place] != "N" or len(clauses.parse.chunks[index].items) < 2:
        return
    item, above = clauses.parse.chunks[place].items[-1], clauses.governor(place)
    head = item.head
    whole = clauses.parse.tokens.words[head][0] in "《〈" or _is_whole(clauses, head)
    inside = item.local and clauses.last_word(place) in INSIDE and whole
    led = above is not None and (clauses.kinds[above] == "P" or clauses.word(above)[-1] in "在于")
    chunk = clauses.parse.chunks[index]
    inside = inside and "之间" not in clauses.parse.tokens.words[chunk.start : chunk.end]  # not A 和 B 之间 的 C
    if inside and not led:
        yield Claim(rule, clauses.ends_of(place), clauses.ends_of(index), item.parts[-1][1])


def _is_plain(clauses: Clauses, item: Item) -> bool:
    """Whether a member of a list is one name, not 其 B nor A 的 B."""
    start, words = item.parts[0][0], clauses.parse.tokens.words
    return len(item.parts) == 1 and {"其", "及其"}.isdisjoint((words[start], words[start - 1]))


def _is_whole(clauses: Clauses, head: int) -> bool:
    """Whether a word names a thing that can have parts, not what happens, a setting or a view."""
    tokens, sets = clauses.parse.tokens, clauses.sets
    word = tokens.words[head]
    framing = word.endswith("生活") or any(word in sets[name] for name in ("setting_head", "respect_of"))
    return not framing and tokens.tags[head] not in ("v", "vn") and head not in tokens.persons


def holds_nothing(clauses: Clauses, claim: Claim, verb: int) -> bool:
    """Whether nothing is told to be in another thing: counted parts, what a person shows, A 与 B 相互 包容.

    Nor is anything done by standing somewhere or by working: A 占据 重要 地位, A 从事 劳动.
    """
    if claim.rule.relation == "has_part" and clauses.kinds[verb] == "V":
        thought = (*clauses.sets["thought"], "体系")  # 康德思想 体现 出 A
        named = all(not end.name.isascii() and not end.name.endswith(thought) for end in claim.sources)
        persons = named and all(is_named_person(clauses, end) for end in claim.sources)
        shown = persons and clauses.is_in(verb, "appearing")
        if shown or (verb > clauses.first[verb] and clauses.word(verb - 1) in MUTUAL):
            return True  # 韦伯 展现出 A
    if claim.rule.relation == "acts_on" and clauses.is_in(verb, "standing_there"):
        taken = clauses.object_at(verb)
        return taken is not None and clauses.kinds[taken] == "N" and is_standing(clauses, taken)
    if clauses.word(verb) == "从事":
        return all(end.name in WORK for end in claim.targets)
    return _is_counted_out(clauses, claim, verb)


def is_standing(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase says that something weighs much where it is: 重要 地位, 核心, not 不利 地位."""
    chunk, words = clauses.parse.chunks[index], clauses.parse.tokens.words
    head, weighty = clauses.head_word(index), tuple(clauses.sets["weighty"])
    if head in clauses.sets["standing_alone"]:
        return chunk.end == chunk.start + 1
    told = head[:-2] or next((word for word in words[chunk.start : chunk.end] if word.endswith(weighty)), "")
    return head[-2:] in clauses.sets["standing_place"] and told.endswith(weighty)


def _is_counted_out(clauses: Clauses, claim: Claim, verb: int) -> bool:
    """Whether a claim only says how many parts there are that are named behind a colon: A 包含 两个 方面：B 和 C."""
    reduced = clauses.word(verb).startswith("归结")  # 将 A 归结 为 B 的 四个 层面：
    if not (reduced or claim.rule.relation == "has_part") or clauses.kinds[verb] != "V":
        return False
    border, patient = clauses.last[verb], clauses.object_at(verb)
    counted = patient is not None and patient == border - 1 and is_counted(clauses, patient)
    return counted and border < len(clauses.kinds) and clauses.word(border) in "：:"
