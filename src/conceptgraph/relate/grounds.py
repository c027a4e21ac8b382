"""What something starts from: 在 B 的 基础 上 V A, A 是 在 B 的 基础 上 V 的, A 从 B 出发, A 以 B 为 纽带."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.purposes import proposed
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.speakers import is_person
from conceptgraph.relate.words import FROM

GAINED = ("depends_on", "produces", "promotes", "causes")  # relations of a ground or a source


def read_ground(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """在 B 的 基础 上 V A: what is made depends on B, or the thinker who says something; A 从 B 出发."""
    if clauses.kinds[index] == "V":
        noun = index - 1
        by = clauses.governor(noun) if noun > clauses.first[index] and clauses.kinds[noun] == "N" else None
        respects, closing = clauses.rules.grammar.sets["respect_of"], clauses.parse.chunks[noun].end - 1
        looked = clauses.is_in_head(noun, "respect_of") or clauses.parse.tokens.words[closing] in respects  # A 等 视角
        if by is not None and clauses.word(by) in FROM and not looked:
            relative = clauses.kinds[index + 1 : index + 3] == ["D", "N"]  # 从 B 出发 的 A
            starting = clauses.ends_of(index + 2) if relative else clauses.local_subject(by) or ()
            yield Claim(use.rule, starting, clauses.ends_of(noun), token)
        return
    by = _standing(clauses, index)
    chunk = clauses.parse.chunks[index]
    if by is None or clauses.word(by) != "在" or not chunk.items or not chunk.items[-1].local:
        return
    if token not in (chunk.items[-1].head - 1, chunk.items[-1].head):
        return
    last = chunk.items[-1]
    start, _ = last.parts[-1]
    left = (*last.parts[:-1], (start, token)) if token > start else last.parts[:-1]  # also 在 A 基础 上
    grounds = (*chunk.items[:-1], last.of(left)) if left else ()
    verb = _founding(clauses, index)
    if verb is not None:
        yield Claim(use.rule, _founded(clauses, index, verb), clauses.name_all(grounds), token, verb=verb)


def _founding(clauses: Clauses, index: int) -> int | None:
    """Return the verb that tells what is done on the ground that the chunk `index` names, maybe behind a comma."""
    at = index + 1
    if at < len(clauses.kinds) and clauses.word(at) in "，,":
        at += 1
    while at < len(clauses.kinds) and clauses.kinds[at] not in "V,.":
        at += 1
    return at if at < len(clauses.kinds) and clauses.kinds[at] == "V" else None


def _founded(clauses: Clauses, index: int, verb: int) -> Ends:
    """Return what rests on the ground that the chunk `index` names: what `verb` makes, or who says something."""
    grown = _grown(clauses, index, verb)
    if grown is not None:
        return grown
    if clauses.has_frame(verb, "speech"):
        return clauses.local_subject(verb) or proposed(clauses, verb)
    led = clauses.kinds[index - 1] == "V"
    made = clauses.has_frame(verb, "result") or "produces" in clauses.uses_at(verb).relations
    if made and not led and clauses.object_at(verb) is not None:
        return clauses.object_ends(verb)
    return _resting(clauses, index, verb)


def _standing(clauses: Clauses, index: int) -> int | None:
    """Return the 在 of 在 B 的 基础 上 and of 在 继承 B 的 基础 上, not of 在 分析 B 的 基础 上; None elsewhere."""
    by = clauses.governor(index)
    if by is None or by != index - 1 or clauses.kinds[by - 1 : by + 1] != ["P", "V"]:
        return by
    studies = clauses.has_frame(by, "speech") or not clauses.uses_at(by).relations.isdisjoint(("argues", "negates"))
    return by if studies else by - 1


def _resting(clauses: Clauses, index: int, verb: int) -> Ends:
    """Return S of 在 B 的 基础 上，S 逐渐 发展, of S 在 B 的 基础 上 V C where S is a thing, no author or group."""
    by = _standing(clauses, index)
    told = clauses.kinds[index + 1 : verb]
    inner = clauses.is_being(verb) or clauses.kinds[verb + 1 : verb + 2] == ["D"]
    if by is None or inner or not set(told) <= set(",dN"):
        return ()
    between = "N" in told
    if (between and told.count("N") > 1) or "S" in clauses.kinds[clauses.first[by] : by]:
        return ()
    own = clauses.local_subject(verb if between else by) or ()
    grammar = clauses.rules.grammar
    acts = clauses.object_at(verb) is not None  # a group may grow like any thing
    people = (*grammar.endings["group_ending"], *grammar.endings["user_ending"]) if acts else ()
    if any(clauses.word(at).endswith(("表明", "显示", "发现")) for at in range(index + 1, verb)):
        return ()  # 在 分析 A 的 基础 上，结果表明 B V C
    return () if any(is_person(clauses, end) or end.name.endswith(people) for end in own) else own


def _grown(clauses: Clauses, index: int, verb: int) -> Ends | None:
    """Return A of A 是 (S) 在 B 的 基础 上 V 的, and of A 在 B 的 基础 上 V where A grows; None for another clause."""
    by = _standing(clauses, index)
    closed = clauses.kinds[verb + 1 : clauses.last[verb]]
    if by is None or set(clauses.kinds[index + 1 : verb]) - {"d"} or not set(closed) <= set("Du"):
        return None
    noun = clauses.before(by)
    if "D" not in closed:
        grows = clauses.is_in(verb, "growing") and noun is not None and clauses.kinds[noun] == "N"
        return clauses.local_subject(by) if grows else None
    being = clauses.before(noun) if noun is not None and clauses.kinds[noun] == "N" else noun
    return clauses.subject(being) if being is not None and clauses.is_being(being) else None


def made_on(clauses: Clauses, index: int, before: int | None) -> Ends:
    """Return B of [以 A 为 基础 (所) V (起来) 的] B, where `index` is 基础; nothing behind 把 C 视为 (`before`)."""
    if before is not None and clauses.kinds[before] == "V" and clauses.takes_for(before):
        return ()
    verb = index + 2 if clauses.words[index + 1 : index + 2] == ["所"] else index + 1
    head = verb + 3 if clauses.kinds[verb + 1 : verb + 2] == ["u"] else verb + 2
    if clauses.kinds[verb : verb + 1] != ["V"] or clauses.kinds[head - 1 : head + 1] != ["D", "N"]:
        return ()
    made = "produces" in clauses.uses_at(verb).relations or clauses.is_in(verb, "growing")
    return clauses.ends_of(head) if made else ()


def held_by_bond(clauses: Clauses, opens: int, last: int) -> Ends:
    """Return B of B 以 A 为 纽带, [以 A 为 纽带 (V) 的] B and B 是 [以 A 为 纽带 的] C; nothing elsewhere."""
    first, *others = clauses.parse.chunks[last].items or ((),)
    held: Ends = ()
    if clauses.is_in_head(last, "bond"):
        verbal = clauses.kinds[last + 1 : last + 4] == ["V", "D", "N"]
        held = clauses.ends_of(last + 3) if verbal else clauses.subject(opens)
    elif first and len(first.parts) > 1 and clauses.parse.tokens.words[first.parts[0][1] - 1] in clauses.sets["bond"]:
        held = clauses.name_all((first.of(first.parts[1:]), *others))
    told = clauses.before(opens)
    if held and told is not None and clauses.is_being(told):
        held = clauses.subject(opens)
    return () if any(is_person(clauses, end) and not clauses.is_doctrine(end) for end in held) else held


def is_bond_of_deed(clauses: Clauses, rule: Rule, chunk: int) -> bool:
    """Whether what stands right behind 为 tells how something is done: 以 A 为 纽带 V 的 C."""
    bare = rule.id == "is_a.take_as" and clauses.kinds[chunk + 1 : chunk + 3] == ["N", "V"]
    return bare and clauses.is_in_head(chunk + 1, "bond")


def gained_by(clauses: Clauses, index: int, rule: Rule) -> tuple[Ends, Ends] | None:
    """Return C and A of A 是 [B 获得 C 的] 前提, where A is a ground or a source of C; None for other roles."""
    above, chunk = clauses.governor(index), clauses.parse.chunks[index]
    if above is None or clauses.kinds[above] != "V" or rule.relation not in GAINED:
        return None
    if len(chunk.items) != 1 or len(chunk.items[0].parts) != 2:
        return None
    done = clauses.kinds[above - 1 : above] == ["N"]  # by whom is said
    told, reaches = above - 1 - done, done and clauses.is_in(above, "goal_verb")
    gains = reaches or clauses.is_in(above, "gaining") or clauses.word(above) in ("走向", "迈向")
    being = gains and told > clauses.first[index] and clauses.is_being(told)
    return (clauses.attributes_of(index), clauses.subject(told)) if being else None


def is_of_relative(clauses: Clauses, low: int, high: int, verbs: Sequence[int], nouns: Sequence[int]) -> bool:
    """Whether all between two words of a row is one noun with a relative clause: 由 [附着于 A 的] B 构成."""
    near = nouns[-1:] == [low + 3] == [high - 1]
    if near and clauses.word(low + 2) == "于" and clauses.kinds[low + 1] in "VN":
        items = clauses.parse.chunks[low + 3].items  # none of a pronoun
        return bool(items) and len(items[-1].parts) > 1  # 由 [沉积 于 A 中 的] B 构成
    if len(verbs) != 1 or nouns != [verbs[0] + 1] or nouns[0] != high - 1:
        return False
    return verbs[0] == low + 1 and clauses.words[verbs[0]][-1] in "于在自"
