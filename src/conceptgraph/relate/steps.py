"""What is named one after the other, counted or in a row: 三个步骤：观察物象、提取意象、解释事物; 土地－劳动－商品."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.endpoints import BARE, Endpoint
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.name_forms import LONGEST
from conceptgraph.relate.phrases import Item
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.words import BELOW

HOW_MANY = {word: number for number, word in enumerate("二三四五六七八九十", start=2)} | {"两": 2}
SENTENCE = re.compile("[Nr][du]*V[^N]*N")  # kinds of a clause: 内容 彰显 原创性
MOTTO = 5  # characters of what names a step though it is a clause: 象有其理
SHORT_STEP = 8  # characters of a clause that only names a member of a row: 尊敬 祖先
LEAST_STEPS = 3  # members of a row that 是 announces: A 是：B，C，D
LIGHT_NOUNS = ("light_head", "hollow_head", "class_noun", "list_kind", "deed_head")  # lists of nouns that say little
STEP_QUOTES = "“”‘’\"'"  # around the name of a step


def read_steps(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """Three steps: A、B 和 C; A、B 和 C three steps: one follows the other."""
    border, chunk = index + 1, clauses.parse.chunks[index]
    if len(chunk.items) > 2 and chunk.items[-1].parts[-1][1] < chunk.end and chunk.genus is None:
        yield from _counted_behind(clauses, rule, index)
        return
    marked = border < len(clauses.kinds) and clauses.words[border] in "，,：:"
    if not marked or not clauses.is_in_head(index, "step_head"):
        return
    first = list_behind(clauses, border)
    closed = clauses.words[border] in "：:" or first > border + 1
    for earlier, later in pairwise(counted_parts(clauses, index, first) if closed else ()):
        joint = (earlier.end, later.start)  # 、 or 和
        yield Claim(rule, (earlier,), (later,), clauses.parse.chunks[border].start, mark=joint)


def read_stages(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """依次 V A、B 和 C; 先是 A，V 是 B: one follows the other."""
    if clauses.kinds[index] == "V":
        orderly = clauses.words_before(index) & clauses.rules.grammar.sets["orderly"]
        for one, other in pairwise(clauses.object_ends(index) if orderly else ()):
            yield Claim(use.rule, (one,), (other,), token)
    elif index == clauses.first[index] and index:
        before = clauses.clause_before(index)
        if before and in_stages(clauses, before[0]):
            yield Claim(use.rule, _stage(clauses, before[0]), _stage(clauses, index), token)


def in_stages(clauses: Clauses, first: int) -> bool:
    """Whether the clause that begins with the chunk `first` is one of a row that 先是 opens, said of nothing."""
    while clauses.has_frame(first, "stages") and (before := clauses.clause_before(first)):
        first = before[0]
    return clauses.word(first) in ("先是", "首先是", "起先是", "起初是") and bool(_stage(clauses, first))


def _stage(clauses: Clauses, first: int) -> Ends:
    """Return A of the clause 先是 A or 继而 是 A that begins with the chunk `first`; nothing for other clauses."""
    at, last = first, clauses.last[first] - 1
    while at < last and clauses.kinds[at] == "d" and clauses.word(at)[-1] != "是":
        at += 1
    opened = clauses.kinds[first] == "d" and (clauses.word(at)[-1] == "是" or clauses.is_in(at, "being"))
    return clauses.ends_of(last) if opened and last == at + 1 and clauses.kinds[last] == "N" else ()


def _counted_behind(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """Yield the steps of a list whose number and kind stand behind it: A、B 和 C 三个 阶段."""
    chunk, tokens = clauses.parse.chunks[index], clauses.parse.tokens
    opens = chunk.items[-1].parts[-1][1]
    if tokens.words[chunk.end - 1] in clauses.rules.grammar.sets["step_head"] and tokens.words[opens][0] in HOW_MANY:
        for one, other in pairwise(chunk.items):
            joint = other.parts[0][0] - 1
            yield Claim(rule, clauses.name_all((one,)), clauses.name_all((other,)), joint)


def list_behind(clauses: Clauses, border: int) -> int:
    """Return the chunk at which a list begins behind a mark, past 即 or 分别是."""
    at = border + 1
    while at < len(clauses.kinds) and (clauses.kinds[at] in "du-" or clauses.is_in(at, "listing")):
        at += 1
    at += clauses.words[at - 1 : at + 1] == ["分别", "为"]
    return at


def counted_parts(clauses: Clauses, index: int, first: int) -> Ends:
    """Return what the clause from chunk `first` on names one by one, if as many as the chunk `index` counts.

    B and C of 两个 阶段：V B、V C; any number of them behind 以下 措施：V B、V C.
    """
    chunks, tokens = clauses.parse.chunks, clauses.parse.tokens
    counted = (tokens.words[at][0] for at in range(chunks[index].start, chunks[index].end) if tokens.kinds[at] in "mr")
    number = next((HOW_MANY[word] for word in counted if word in HOW_MANY), 0)
    announcing = tokens.words[max(chunks[index].start - 1, 0) : chunks[index].end]
    below = not number and any(word in BELOW for word in announcing)
    parts = listed_parts(clauses, first) if (number or below) and first < len(chunks) else ()
    return parts if len(parts) == number or (below and len(parts) > 1) else ()


def announced(clauses: Clauses, rule: Rule, border: int) -> Iterator[Claim]:
    """A 包括：V B，V C，V D; A 的 内容 是：B，C，D: short clauses, each as written, are what A has."""
    verb = border - 1
    told = clauses.before(verb)
    being = clauses.is_in(verb, "being") or clauses.word(verb) == "为"
    has = "has_part" in clauses.uses_at(verb).relations or clauses.word(verb) == "有"
    if told is None or clauses.kinds[told] != "N" or not (being or has) or border + 1 == len(clauses.kinds):
        return
    if clauses.is_listed(border + 1):
        return
    listed = has and "、" in clauses.words[border + 1 : clauses.last[border + 1]]
    parts = listed_parts(clauses, border + 1) if listed else _short_clauses(clauses, border)
    roles, owners = clauses.uses_of_head(told).relations, clauses.attributes_of(told)
    role = "has_part" in roles or clauses.is_in_head(told, "list_kind")
    if len(parts) < (LEAST_STEPS if being else LEAST_STEPS - 1):
        return
    if "causes" in roles:
        yield Claim(clauses.rule_of("导致", rule), parts, owners, border)  # A 的 原因 是：B，C，D
    elif role or has or not _tells_more(clauses, told):
        yield Claim(rule, (owners if role else ()) or clauses.subject(verb), parts, border)
        clauses.memory.subject = ()


def _tells_more(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase heads what somebody says or does, of which a colon tells more: A 的 观点 是：."""
    heads = ("clausal", "statement", "aim", "key", "stance", "opinion", "duty")
    return clauses.role_headed(index) or clauses.is_in_any_head(index, *heads)


def _short_clauses(clauses: Clauses, border: int) -> Ends:
    """Return what each of the short clauses behind a colon says, up to a longer one or another mark than the first."""
    chunks, parts, marks = clauses.parse.chunks, list[Endpoint](), set[str]()
    while border < len(clauses.kinds) - 1 and len(marks) < 2:
        first, border = border + 1, clauses.last[border + 1]
        part = _part(clauses, chunks[first].start, chunks[border - 1].end)
        if part is None or part.end - part.start > SHORT_STEP or clauses.is_in(first, "outcome"):
            break
        mark = clauses.word(border) if border < len(clauses.kinds) else ""
        if "、" in part.name or mark in ("：", ":"):
            break
        parts.append(part)
        if mark not in ("，", ",", "；", ";"):
            break
        marks.add(mark)
    return tuple(parts)


def listed_parts(clauses: Clauses, first: int) -> Ends:
    """Return what the clause from chunk `first` on names one by one; nothing where a member is a clause."""
    chunks, tokens = clauses.parse.chunks, clauses.parse.tokens
    stop = tokens.clause_end(chunks[first].start)
    stop = next((at for at in range(chunks[first].start, stop) if tokens.kinds[at] == "-"), stop)  # A、B——
    stop -= tokens.kinds[stop - 1] == "E"
    joints = [at for at in range(chunks[first].start, stop) if tokens.kinds[at] == "C"]
    spans = zip([chunks[first].start, *(at + 1 for at in joints)], [*joints, stop], strict=True)
    parts = [_part(clauses, start, end) for start, end in spans]
    return tuple(part for part in parts if part is not None) if None not in parts else ()


def _part(clauses: Clauses, start: int, end: int) -> Endpoint | None:
    """Return the words ``start:end`` as one concept, without quotation marks; None for a clause or too many words."""
    tokens, text = clauses.parse.tokens, clauses.sentence.text
    if start >= end:
        return None
    first, last = tokens.starts[start], tokens.ends[end - 1]
    first += text[first] in STEP_QUOTES
    last -= text[last - 1] in STEP_QUOTES
    known = tokens.names[start] if end - start == 1 else ""
    told = last - first > MOTTO and SENTENCE.search("".join(tokens.kinds[start:end])) is not None
    if told or not BARE <= last - first <= LONGEST:
        return None
    return Endpoint(known or text[first:last], clauses.here, first, last, bool(known))


def state_named(clauses: Clauses, told: Sequence[int]) -> Ends:
    """Return a short clause of a list that only says how a thing is: 经费 短缺, 身股 激励; nothing for others."""
    last = told[-1]
    alone = all(clauses.kinds[at] in "da" for at in range(told[0] + 1, last)) and last + 1 == clauses.last[last]
    return clauses.chunks_as_written(told[0], last, SHORT_STEP) if alone else ()


def read_dash(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A－B－C, A——B——C, A→B: each is followed by the next."""
    chunks, words = clauses.parse.chunks, clauses.parse.tokens.words
    behind = index + (2 if _is_doubled(clauses, index) else 1)
    if index == 0 or behind >= len(chunks) or not chunks[index - 1].kind == chunks[behind].kind == "N":
        return
    if behind == index + 2 and not _is_row(clauses, index):
        return
    row = any(0 <= at < len(chunks) and chunks[at].kind == "-" for at in (index - 2, behind + 1))
    if (not row and words[chunks[index].start] != "→") or _is_hyphen(clauses, index):
        return
    left, right = chunks[index - 1].items[-1], chunks[behind].items[0]
    parts, text, ends = right.parts, clauses.sentence.text, clauses.parse.tokens.ends
    quoted = next((at for at in range(1, len(parts)) if text[ends[parts[at - 1][1] - 1]] in "”’"), 0)
    if len(parts) > 1 and any(map(words[right.head].endswith, clauses.sets["row_head"])):
        right = right.of(parts[:-1])
    elif quoted:
        right = right.of(parts[:quoted])  # “A－B－A” 的 公式
    sources = _unlike_the_one_before(clauses, index - 1, _in_row(clauses, left))
    yield Claim(rule, sources, _in_row(clauses, right), chunks[index].start)


def _unlike_the_one_before(clauses: Clauses, member: int, named: Ends) -> Ends:
    """Return what a member of a row names, with its quality where the one before has the same name: A→旧 A→B."""
    earlier = member - 2 if member > 1 and clauses.kinds[member - 2 : member] == ["N", "-"] else member - 3
    if len(named) != 1 or earlier < 0 or clauses.kinds[earlier] != "N" or clauses.kinds[earlier + 1] != "-":
        return named
    same = [end for end in _in_row(clauses, clauses.parse.chunks[earlier].items[-1]) if end.name == named[0].name]
    return (clauses.told_apart(named[0], same[0])[0],) if same else named


def _is_doubled(clauses: Clauses, index: int) -> bool:
    """Whether a dash is the first half of ——."""
    return clauses.kinds[index : index + 2] == ["-", "-"] and clauses.word(index) == clauses.word(index + 1) == "—"


def _is_row(clauses: Clauses, index: int) -> bool:
    """Whether —— stands between names of a row, three or more up to the end of the clause: 货币——商品——货币."""
    first, last = index - 1, index + 2
    while first > 2 and clauses.kinds[first - 3] == "N" and _is_doubled(clauses, first - 2):
        first -= 3
    while last + 3 < len(clauses.kinds) and clauses.kinds[last + 3] == "N" and _is_doubled(clauses, last + 1):
        last += 3
    members = [clauses.parse.chunks[at] for at in range(first, last + 1, 3)]
    if len(members) < 3 or any(len(member.items) != 1 for member in members):
        return False
    depths = [len(member.items[0].parts) for member in members]
    headed = depths[-1] == 2 and clauses.head_word(last).endswith(tuple(clauses.sets["row_head"]))  # A——B——C 的 循环
    plain = set(depths[:-1]) == {1} or set(depths) == {2}  # A 的 衰落——B 的 衰落——C 的 衰落
    plain = plain and not any(clauses.is_in(at, "counter") for at in range(first, last + 1, 3))  # not A——一种 B——C
    return plain and (headed or last + 1 == len(clauses.kinds) or clauses.kinds[last + 1] in ",.Vd")


def _is_hyphen(clauses: Clauses, index: int) -> bool:
    """Whether the mark `index`, or one beside it, only joins a letter or number to a word: N-甲基-咪唑, β-酪蛋白."""
    tokens, chunks, text = clauses.parse.tokens, clauses.parse.chunks, clauses.sentence.text
    marks = [
        chunks[at].start for at in (index - 2, index, index + 2) if 0 < at < len(chunks) and chunks[at].kind == "-"
    ]
    hyphens = [at for at in marks if tokens.words[at] == "-"]
    beside = "".join(text[max(tokens.starts[at] - 1, 0) : tokens.ends[at] + 1].replace("-", "") for at in hyphens)
    return any(letter.isalnum() and (letter.isascii() or letter.islower()) for letter in beside)


def _in_row(clauses: Clauses, member: Item) -> Ends:
    """Return the concept that a member of a row names; else a word stands as it is: 工具－系统."""
    named, tokens, (start, end) = clauses.name_all((member,)), clauses.parse.tokens, member.parts[-1]
    plain = len(member.parts) == 1 and end - start == 1
    return clauses.as_written(tokens.starts[start], tokens.ends[start]) if plain and not named else named


def head_of_all(clauses: Clauses, index: int, parts: Ends) -> Ends:
    """Return the counted head where it closes the name of every part: 权力 of 三种 权力，即 A 权力 和 B 权力."""
    head = clauses.head_word(index)
    if clauses.role_headed(index) or clauses.is_in_any_head(index, *LIGHT_NOUNS):
        return ()
    if len(parts) < 2 or not all(end.name.endswith(head) and end.name != head for end in parts):
        return ()
    tokens, last = clauses.parse.tokens, clauses.parse.chunks[index].end - 1
    return clauses.as_written(tokens.ends[last] - len(head), tokens.ends[last])
