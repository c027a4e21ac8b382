"""What explains a name without a verb: the definition of an entry (【X】… 的 N), a name behind a dash (起点——商品)."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.counting import is_counted
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.rules import Rule
from conceptgraph.relate.words import TITLES


def read_entry(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """X：… 的 N; 【X】… 的 N; as a title X：一种 N: X is an N."""
    if index == 0 or clauses.word(index) not in "：:】":
        return
    counted = clauses.counts_another(index + 1)
    if clauses.sentence.kind in ("title", "heading") and not (counted and _is_kind(clauses, index + 1)):
        return
    chunks, topic = clauses.parse.chunks, index - 1
    opens = topic == 0 or (topic == 1 and clauses.word(0) == "【")
    if not opens or chunks[topic].kind != "N" or len(chunks[topic].items) > 1 or index + 1 >= len(chunks):
        return
    genus = clauses.last[index + 1] - 1 if counted else _genus(clauses, index + 1)
    if genus is not None:
        clauses.genus = genus
        yield Claim(rule, clauses.ends_of(topic), clauses.head_of(genus), chunks[index].start)


def _is_kind(clauses: Clauses, start: int) -> bool:
    """Whether what follows a title's colon names a kind of thing: 一种 新的 范式, not 一个 班级 的 观察."""
    closing = clauses.last[start] - 1
    word = clauses.parse.tokens.words[clauses.parse.chunks[start].start]
    return word == "一种" and not clauses.is_in_head(closing, "studying")


def _genus(clauses: Clauses, start: int) -> int | None:
    """Return the noun phrase that closes a definition which is one long noun phrase: [V O 的] N, 关于 A 的 N."""
    first = start
    while first < clauses.last[start] and clauses.kinds[first] in "dmr":
        first += 1
    last = clauses.last[start] - 1
    if (
        last <= first
        or clauses.kinds[last] != "N"
        or clauses.is_in(first, "copula")
        or clauses.is_in(first, "definition")
    ):
        return None
    items = clauses.parse.chunks[last].items
    if len(items) > 1 or items[-1].local:
        return None
    if clauses.kinds[last - 1] == "D":
        return last  # [能够 给 行动者 带来 好处 的] 资源
    governed = len(items[-1].parts) > 1 and clauses.kinds[first] in "VPBI"
    return last if governed and clauses.is_in_any_head(last, "class_noun", "means_head") else None


def read_gloss(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A——B as the end of a clause: the name that explains is the other one, or that is what it is."""
    chunks = clauses.parse.chunks
    if index == 0 or clauses.kinds[index - 1] == "-" or clauses.sentence.kind in ("title", "heading"):
        return
    right = index
    while right < len(chunks) and clauses.kinds[right] == "-" and clauses.word(right) in "—-－":
        right += 1
    if clauses.kinds[max(index - 2, 0) : index] == ["-", "N"]:
        return  # 货币——商品——货币 的 循环
    if right - index < 2 or right >= len(chunks) or clauses.kinds[index - 1] != "N" or clauses.kinds[right] != "N":
        return
    kind = clauses.is_in(index - 1, "counter") and index - 1 == clauses.first[index - 1]  # 一种 B——A V C
    if right + 1 < len(chunks) and clauses.kinds[right + 1] not in (",.duV" if kind else ",."):
        return
    one, other = clauses.ends_of(index - 1), clauses.ends_of(right)
    above, several = clauses.governor(index - 1), len(chunks[right].items) > 1
    if several and not (is_counted(clauses, index - 1) or chunks[right].start in clauses.parse.tokens.quoted):
        return  # 权力——责任 模式、互利 模式
    told = clauses.kinds[max(index - 3, 0) : index] == ["V", "D", "N"]  # 他 提出 的 方案——合作社
    taken = told or (above is not None and clauses.kinds[above] == "V")
    taken = taken and len(chunks[right].items[-1].parts) == 1 and not clauses.is_in(right, "counter")
    if several or taken or kind:
        one, other = other, one  # 确立 了 一个 起点——商品; 两类 危机——“A”和“B”
    yield Claim(rule, one, other, chunks[index].start)


def read_apposed(clauses: Clauses, rule: Rule, index: int) -> Iterator[Claim]:
    """A 这一 B: A is a B."""
    chunks, tokens = clauses.parse.chunks, clauses.parse.tokens
    chunk = chunks[index]
    listed = _list_taken_up(clauses, index)
    if listed:
        yield Claim(rule, listed, clauses.name_all(chunk.items), chunk.start)
        return
    if (
        index == 0
        or chunk.kind != "N"
        or chunks[index - 1].kind != "N"
        or not tokens.words[chunk.start].startswith("这")
    ):
        return
    before, above = chunks[index - 1], clauses.governor(index - 1)
    apart = tokens.ends[before.end - 1] != tokens.starts[chunk.start]
    person = before.end - 1 in tokens.persons and tokens.words[before.end - 1][0] not in TITLES
    if person and (clauses.is_in_head(index, "thought") or clauses.head_word(index) in ("命题", "概念", "观念")):
        return  # 某人 这一 思想
    if apart or before.items[-1].local or tokens.tags[before.end - 1] in ("v", "t") or _is_bare_role(clauses, index):
        return
    bare = tokens.words[chunk.start] == "这个" and chunk.end - chunk.start < 3  # 自由 这个 概念
    if (
        bare
        or tokens.words[chunk.start] in ("这里", "这样", "这时")
        or (above is not None and clauses.is_in(above, "standing"))
        or clauses.is_in_head(index - 1, "span_head")
    ):
        return  # 宋元 时期 这种 礼俗 V
    named = chunk.items[0]
    if tokens.words[chunk.start] == "这个" and len(named.parts) > 1 and tokens.kinds[named.parts[0][1] - 1] == "N":
        return  # 祠堂 这个 村落 的 中心
    first, last = named.parts[0]
    shared = len(named.parts) > 1 and last - first < 4 and tokens.tags[last - 1] == "v"  # 这一 想象 的 共同体
    like = len(tokens.words[last - 1]) > 2 and tokens.words[last - 1].endswith(("性", "式", "型"))
    shared = shared or (len(named.parts) == 2 and like)  # 集体性 的 表达
    if tokens.tags[last - 1][0] in "nvlj" and not shared:
        named = named.of(named.parts[:1])  # 这两种制度的结合, but 这些共通的规则
    kinds = clauses.name_all((named,)) or _kind_as_written(clauses, index)
    yield Claim(rule, clauses.ends_of(index - 1), kinds, chunk.start)


def _kind_as_written(clauses: Clauses, index: int) -> Ends:
    """Return a general word that names a kind by what is said of it: 核心概念, 原则 of 更 根本 的 原则; no bare one."""
    tokens, chunk = clauses.parse.tokens, clauses.parse.chunks[index]
    last, head = chunk.end - 1, clauses.head_word(index)
    if (
        len(chunk.items) != 1
        or chunk.items[0].local
        or tokens.kinds[last] != "N"
        or head[-2:] in clauses.sets["no_kind"]
    ):
        return ()
    joined = len(head) < 4 and last > chunk.start and tokens.kinds[last - 1] in "aN"
    first = last - joined
    told = joined or len(head) > 3 or tokens.kinds[last - 2 : last] == ["a", "D"]
    return clauses.as_written(tokens.starts[first], tokens.ends[last]) if told else ()


def _is_bare_role(clauses: Clauses, index: int) -> bool:
    """Whether a noun phrase is headed by a role, and not by what tells which kind of thought is meant: 核心概念."""
    head = clauses.head_word(index)
    thought = len(head) > 3 and (head[-2:] in clauses.sets["naming_head"] or head[-2:] in ("议题", "主题"))
    return clauses.role_headed(index) and not thought


def _list_taken_up(clauses: Clauses, index: int) -> Ends:
    """Return the members of a list that makes up a clause and is then said to be of a kind: A、B、C，这些 D V E."""
    tokens, start = clauses.parse.tokens, clauses.parse.chunks[index].start
    several = clauses.word(index) == "这些" or (clauses.word(index) == "这" and tokens.kinds[start + 1] in "mr")
    several = several and index == clauses.first[index] > 1 and clauses.kinds[index] == "N"
    before = index - 2
    if not several or clauses.first[before] != before or clauses.kinds[before : index + 2] != ["N", ",", "N", "V"]:
        return ()
    items = clauses.parse.chunks[before].items
    joined = len(items) > 1 and tokens.words[items[1].parts[0][0] - 1] == "、"
    plain = joined and clauses.parse.chunks[before].genus is None and len(items[-1].parts) == 1
    return clauses.name_all(items) if plain else ()
