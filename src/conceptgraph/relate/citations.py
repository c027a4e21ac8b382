"""Citations without a verb of speech before what is said: 依 康德 之见，…; 在 康德 的 语境 中，…; …，康德 如是说."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.denial import is_negated
from conceptgraph.relate.speakers import MARKS, is_school, is_speaker, name_of, named_in, names_of, says_he
from conceptgraph.relate.teachings import taught_scope
from conceptgraph.relate.voice import CLOSE_QUOTES, OPEN_QUOTES, Scope, scope_from
from conceptgraph.relate.words import CLOSED_BY
from conceptgraph.resources import word_list

SAYING_SO = frozenset(["这样", "如此", "这么"])  # tell how somebody says it
BEFORE_VIEW = ("在", "从", "站", "就", "以")  # before whose words or thoughts they are: 在 康德 的 语境 中
LEAVING = ("看", "来看", "看来", "说", "来说", "讲", "来讲", "出发", "而言")  # close 从 康德 的 角度 看
ASSUMED = re.compile(  # 假设1：, H2a：, 提出 如下 假设：, 有待 证明 的 是，
    "(?:^(?:研究)?(?:假设|假说|H)[0-9０-９一二三四五六七八九十a-z]{0,3}|[如以]下(?:研究)?(?:假设|假说))[:：]"
    "|(?:有待|尚待)[^，。；,;]{1,6}的是[，,:：]"
)
RECORDS = ("记载", "载")  # what a chronicle does
DENYING = {"说": ("不是", "并不是", "并非", "绝不是", "等于"), "意味着": ("不", "并不", "绝不")}  # before what opens it
REASONING = ("理由", "论据", "依据", "根据")  # for which somebody says something
SHORT_SOURCE = 6  # words of a clause that only names who says something


def cited_scope(clauses: Clauses, border: int) -> Scope | None:
    """Return what the clause before a comma or colon only names the source of: 据 康德 考证，A V B."""
    first, tokens = clauses.first[border - 1] if border else 0, clauses.parse.tokens
    if border == first or clauses.kinds[border] != ",":
        return None
    start, stop = clauses.parse.chunks[first].start, clauses.parse.chunks[border].start
    while start < stop and tokens.words[start] in clauses.sets["topic_link"]:
        start += 1
    told = start < stop and clauses.words[border] in "，,"
    if told and "".join(tokens.words[start : min(stop, start + 4)]) in clauses.sets["hearsay"]:
        return scope_from(clauses, stop, None)
    if told and tokens.words[stop - 2] in DENYING.get(tokens.words[stop - 1], ()):
        return _denied_next(clauses, border)
    cited = tokens.words[start] in clauses.sets["citing"] and tokens.words[stop - 1] in clauses.sets["cited"]
    if cited and (source := _unnamed_source(clauses, start, stop)) is not None:
        return source
    if tokens.words[stop - 1] in RECORDS and 2 <= stop - start <= SHORT_SOURCE and tokens.kinds[start] == "N":
        return scope_from(clauses, stop, "".join(tokens.words[start : stop - 1]).strip(MARKS))  # 史书 记载，A V B
    if (taught := taught_scope(clauses, border)) is not None:
        return taught
    if told and (named := _source_named(clauses, first, border)) is not None:
        return scope_from(clauses, stop, named or None)
    if clauses.words[border] in "：:，," and (holder := _laid_out(clauses, first, border)) is not None:
        return scope_from(clauses, stop, holder or None)
    if not tokens.persons:
        return None
    if told and (thinker := _thinker(clauses, start, stop)) is not None:
        return scope_from(clauses, stop, name_of(clauses, thinker))
    person = start + 1 if cited else start
    told = clauses.words[border] in "：:" and (
        clauses.is_in_head(border - 1, "statement") or _utters(clauses, start + 1, stop)
    )
    if person not in tokens.persons or not (cited or told):
        return None
    owned = tokens.kinds[person + 1 : person + 2] == ["D"]
    return scope_from(clauses, stop, name_of(clauses, person)) if cited or not owned else None


def _laid_out(clauses: Clauses, first: int, border: int) -> str | None:
    """Return who has what a clause lays out behind it, an empty name for nobody named; None for the author.

    甲 表达 了 B 的 焦虑：A V C; 该 命题 的 内涵 是：A V B; 礼学 基于 这样 的 信念：A V B.
    """
    colon, sets = clauses.words[border] in "：:" and "S" not in clauses.kinds[first:border], clauses.sets
    row = range(first, border) if colon else ()
    verb = next((at for at in row if clauses.words[at][:2] in sets["expressing"]), None)
    if verb is not None and clauses.kinds[border - 1] == "N" and clauses.head_word(border - 1) in sets["felt"]:
        return names_of(end for end in clauses.local_subject(verb) or () if is_speaker(clauses, end))
    ground = next((at for at in row if clauses.is_in(at, "grounded")), None)
    held = border - 1 - (clauses.kinds[border - 1] == "f")
    if ground is not None and clauses.kinds[held] == "N" and clauses.is_in_any_head(held, "conviction", "statement"):
        return names_of(end for end in clauses.local_subject(ground) or () if is_speaker(clauses, end))
    meant = border - 2
    if meant < first or clauses.kinds[meant] != "N" or not clauses.is_being(border - 1):
        return None
    words, (item, *others) = clauses.parse.tokens.words, clauses.parse.chunks[meant].items
    content = not others and len(item.parts) > 1 and clauses.head_word(meant)[-2:] in sets["gist"]
    return "" if content and words[item.parts[0][1] - 1] in sets["thesis"] else None


def _denied_next(clauses: Clauses, border: int) -> Scope | None:
    """Return the clause behind a comma, which is denied: 这 并不是 说，A V B."""
    starts, chunks = clauses.parse.tokens.starts, clauses.parse.chunks
    if border + 1 >= len(chunks):
        return None
    stop = clauses.last[border + 1]
    end = starts[chunks[stop].start] if stop < len(chunks) else len(clauses.sentence.text)
    return Scope(None, starts[chunks[border].start], end, modality="asserted", negated=True)


def _unnamed_source(clauses: Clauses, start: int, stop: int) -> Scope | None:
    """Return what a clause with 据 says somebody unnamed tells: 据 史料 记载，A V B; 据 他 的 观察，A V B."""
    tokens, sets = clauses.parse.tokens, clauses.sets
    if tokens.words[start + 1] in sets["personal_anaphor"]:
        return scope_from(clauses, stop, "、".join(end.name for end in clauses.memory.person) or None)
    if tokens.words[start + 1] in sets["others"] and stop - start == 3:
        return scope_from(clauses, stop, None)  # 据 学者 考证，A V B
    own = any(kind in "Sr" for kind in tokens.kinds[start + 1 : stop])  # 据 本文 考证, 据 此 记载
    recorded = tokens.words[stop - 1] in sets["recorded"] and tokens.persons.isdisjoint(range(start, stop))
    return scope_from(clauses, stop, None) if recorded and not own and stop - start <= SHORT_SOURCE else None


def _source_named(clauses: Clauses, first: int, border: int) -> str | None:
    """Return the work or doctrine that a clause only names: 在《W》中，A V B; 按照 契约论，A V B; else None.

    A work in which somebody named does what comes next is only where he does it: 在《W》中，康德 V A.
    """
    tokens, noun = clauses.parse.tokens, border - 1
    if noun != first + 1 or clauses.kinds[first:border] != ["P", "N"]:
        return None
    chunk, led = clauses.parse.chunks[noun], clauses.word(first)
    words, placed = tokens.words[chunk.start : chunk.end], chunk.items[-1].local
    if words[0][0] in "《〈" and len(words) == 1 + placed and (placed or led in clauses.sets["citing"]):
        ahead = clauses.opening(border)
        own = ahead < len(clauses.kinds) and clauses.kinds[ahead] in "NR"
        own = (
            own
            and clauses.parse.chunks[ahead].start not in tokens.persons
            and not clauses.is_in(ahead, "personal_anaphor")
        )
        return name_of(clauses, chunk.start) if own else None
    if len(words) == 1 and chunk.start in tokens.persons and led in clauses.sets["according"]:
        return name_of(clauses, chunk.start)  # 按照 康德，A V B
    if placed and led == "在" and words[0] in clauses.sets["personal_anaphor"]:
        return names_of(clauses.memory.person) if words[-2] in clauses.sets["mindset"] else None  # 在 他 的 学说 中
    if placed:
        return _owner_of_thought(clauses, words[:-1], chunk.start) if led == "在" else None
    doctrine = led in clauses.sets["according"] and clauses.names_doctrine(words[-1])
    return "".join(words) if doctrine and tokens.kinds[chunk.end - 1] == "N" else None


def _owner_of_thought(clauses: Clauses, words: Sequence[str], start: int) -> str | None:
    """Return whose thought a name is that holds the thinker's: 康德 of 康德 哲学, also of 康德哲学."""
    name = "".join(words)
    school = name[-2:] in ("文化", "传统") and is_school(clauses, name[:-2])  # 在 儒家 文化 中，A 是 B
    school = school and any(map(clauses.is_being, range(len(clauses.kinds))))
    owner = name[:-2] if school or name[-2:] in clauses.sets["mindset"] else ""
    tokens = clauses.parse.tokens
    taught = bool(owner) or _is_taught(clauses, name)  # 康德 思想, 康德 伦理学
    if start in tokens.persons and taught:
        return name_of(clauses, start)
    thinker = tokens.thinkers.get(tokens.starts[start])  # 康德 of 康德伦理学
    if thinker and taught:
        return thinker
    known = owner in word_list("thinkers") or owner in clauses.memory.speakers or is_school(clauses, owner)
    return owner if owner and known else None


def _thinker(clauses: Clauses, start: int, stop: int) -> int | None:
    """Return whose thoughts a clause opens: 在 康德 的 语境 中, 从 康德 的 角度 看."""
    tokens = clauses.parse.tokens
    person = start + 1 + (tokens.words[start + 1] == "在")
    if start in tokens.persons and tokens.kinds[stop - 1] == "f":
        person = start  # 康德 的 思想 中，A V B
    elif tokens.words[start] not in BEFORE_VIEW:
        return None
    if person not in tokens.persons or tokens.kinds[person + 1] != "D":
        return None
    closing = stop - 1
    while closing > person + 2 and (tokens.kinds[closing] == "f" or tokens.words[closing] in LEAVING):
        closing -= 1
    word = tokens.words[closing]
    word = next((word[: -len(end)] for end in LEAVING if word.endswith(end) and word != end), word)
    apart = closing < stop - 1 or word != tokens.words[closing] or word.endswith(("上", "下", "中", "里"))
    thought = word in clauses.sets["mindset"] or _is_taught(clauses, word)
    return person if apart and thought else None


def _is_taught(clauses: Clauses, word: str) -> bool:
    """Whether a word names what somebody teaches: 伦理学, 商会论; not 大学, 文学."""
    mute = word.endswith(clauses.rules.grammar.endings["mute_ending"])
    return len(word) > 2 and clauses.names_doctrine(word) and not mute


def _utters(clauses: Clauses, start: int, stop: int) -> bool:
    """Whether the words up to a colon only say that somebody speaks, or a speech follows: 康德 有 言：…; 康德：“…”."""
    tokens = clauses.parse.tokens
    text, opening = clauses.sentence.text, tokens.ends[stop]
    reacts = not clauses.sets["remarking"].isdisjoint(tokens.words[start:stop])  # 康德 这样 评论 A：“…”
    if start == stop or (reacts and text[opening : opening + 1] in tuple(OPEN_QUOTES)):
        whole = not any(mark in text[opening:-2] for mark in CLOSE_QUOTES)  # not 《晚报》：“甲”让 A V B
        return whole and text[opening : opening + 1] in tuple(OPEN_QUOTES)
    return "".join(tokens.words[start:stop]) in clauses.sets["uttering"]


def closing_scopes(clauses: Clauses) -> list[Scope]:
    """Return what a sentence says before the clause that closes it and names who speaks: …，康德 如是说."""
    tokens, chunks = clauses.parse.tokens, clauses.parse.chunks
    last = len(chunks) - 1
    if last > 0 and clauses.kinds[last] == ".":
        last -= 1
    if last < 3 or clauses.kinds[last] not in "VdN" or not tokens.persons:
        return []
    first = clauses.first[last]
    if (held := _held_by(clauses, first, last)) is not None:
        return [Scope(held, 0, tokens.starts[chunks[first].start])]
    if first < 2 or clauses.word(first - 1) not in "，,。" or clauses.last[last] != last + 1:
        return []
    person = chunks[first].start
    rest = tokens.words[person + 1 : chunks[last].end]
    said = rest and (rest[-1] in clauses.sets["uttering"] or clauses.opens_report(last))
    if person not in tokens.persons or not said or not SAYING_SO.union(rest[-1:]).issuperset(rest):
        return []
    return [Scope(name_of(clauses, person), 0, tokens.starts[person])]


def _held_by(clauses: Clauses, first: int, last: int) -> str | None:
    """Return whose view the sentence is said to be by its last clause: A V B，这 是 康德 的 基本 观点; mostly None."""
    opens = first + 1
    if (
        first < 2
        or not clauses.is_in(first, "near_anaphor")
        or clauses.kinds[last] != "N"
        or not opens < last <= first + 3
    ):
        return None
    held = clauses.is_in_any_head(last, "statement", "stance", "mindset")
    if not clauses.is_being(opens) or not (held or clauses.has_head_ending(last, "view_ending")):
        return None
    return named_in(clauses, first, last + 1)


def concluded_scope(clauses: Clauses, verb: int) -> Scope | None:
    """Return what somebody's statement is said to be: 康德 的 结论 是 A V B, 他 的 回答 是，A V B."""
    said = tells_statement(clauses, verb)
    if not said and not _tells_said(clauses, verb):
        return None
    tokens, chunks = clauses.parse.tokens, clauses.parse.chunks
    row = range(chunks[clauses.first[verb]].start, chunks[verb].start)
    person = next((at for at in row if at in tokens.persons), None)
    if person is None and not (said and says_he(clauses, row.start, row.stop)):
        return None
    if not clauses.sets["reform_head"].isdisjoint(tokens.words[row.start : row.stop]):
        return None  # 王安石 变法 的 要点 是 A V B
    return scope_from(clauses, chunks[verb].end - 1, None if person is None else name_of(clauses, person))


def _tells_said(clauses: Clauses, verb: int) -> bool:
    """Whether a copula tells in the next clause why somebody says a thing, or what he says: 康德 要 说明 的 是，A V B.

    What he did not say or see the author tells: 康德 没有 指出 的 是，A V B.
    """
    if clauses.kinds[verb + 1 : verb + 2] != [","] or not verb - 1 > clauses.first[verb] - 1:
        return False
    if clauses.kinds[verb - 1] == "N":
        return clauses.head_word(verb - 1) in REASONING
    said = clauses.kinds[verb - 2 : verb] == ["V", "D"] and not is_negated(clauses, verb - 2)
    return said and (clauses.opens_report(verb - 2) or clauses.is_in(verb - 2, "evidencing"))


def tells_statement(clauses: Clauses, verb: int) -> bool:
    """Whether a copula tells in a clause what a statement is: 结论 是 A V B, 结论 是：A V B; not 结论 是 A."""
    before, border = clauses.before(verb), clauses.last[verb]
    if before is None or clauses.kinds[before] != "N":
        return False
    if not clauses.is_in_head(before, "statement") and not clauses.has_head_ending(before, "view_ending"):
        return False
    marked = border - verb - (clauses.words[border - 1] in ("说", "指")) == 1 and border < len(clauses.kinds)
    return marked or "V" in clauses.kinds[verb + 1 : border]


def quoted_scopes(clauses: Clauses) -> list[Scope]:
    """Return what a sentence quotes behind a colon, 村民 自夸：“A V B。”, not the author, or assumes: H1：A V B."""
    tokens, text = clauses.parse.tokens, clauses.sentence.text
    found: list[Scope] = []
    if (assumed := ASSUMED.search(text)) is not None:
        return [Scope(None, assumed.end(), len(text), modality="asked")]
    if "：" not in text and ":" not in text:
        return found
    for at in range(2, len(tokens.words) - 1):
        if tokens.words[at] not in "：:" or text[tokens.ends[at] : tokens.ends[at] + 1] not in CLOSED_BY:
            continue
        border = clauses.parse.chunk_of[at]
        before = range(clauses.first[border - 1], border)
        told = any(clauses.kinds[place] == "V" for place in before)
        own = any(clauses.kinds[place] == "S" and not clauses.is_in(place, "others") for place in before)
        close = text.find(CLOSED_BY[text[tokens.ends[at]]], tokens.ends[at] + 1)
        ends = text[close - 1] in "。！？!?" or not text[close + 1 :].strip("。.")
        if told and not own and ends and close - tokens.ends[at] > SHORT_SOURCE:
            found.append(Scope(None, tokens.ends[at], close))
    return found
