"""Voice: who asserts a claim, whether the sentence denies, asks or concedes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from conceptgraph.model import MatchedSentence
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.denial import is_negated
from conceptgraph.relate.memory import Memory
from conceptgraph.relate.rules import Grammar
from conceptgraph.relate.words import BUT, COUPLING


class Voice(NamedTuple):
    """How a claim is put."""

    negated: bool
    modality: str  # asserted | reported | asked | conceded
    speaker: str | None


@dataclass(slots=True)
class Scope:
    """A passage that is not plainly asserted: who speaks, the characters of the sentence that it covers, how it is put.

    The modality of what is only `negated` is "asserted": 没有 证据 表明，A V B.
    """

    speaker: str | None
    start: int
    end: int
    modality: str = "reported"
    negated: bool = False
    common: bool = False  # what people in general think, up to 但 the author speaks again


DENIED = re.compile(
    "(?:[并均都尚仍还则也]|程度|效应|作用|关系)*(?:(?:不|未)(?:显著|明显|成立|存在|大[，。；,.;])"
    "|[未没]有?能?(?:得到|获得|通过|被)(?:[^，。；,.;的]{0,4})(?:支持|证实|验证|检验|证明))"
)  # 影响 不 显著, 作用 没有 得到 证实
VERDICT = 10  # characters of a clause that only calls wrong what was said, beside the word for it
LIKENING = (*COUPLING, "和")  # open a second thing that is judged alike
BARE_VERDICT = 3  # of a clause without 是: 显然 站不住脚, not 就会 产生 错误
QUOTED_ROW = re.compile(
    "((?:“[^“”]+”[，,、和与及]?)+)(?:等|之类|的|这[种一类些])+([\u4e00-\u9fff]{2})"
)  # “…”，“…” 等 说法
PROPOSED = re.compile(
    "提出(?:了|要)?([^。；;]*(?:；[^。]*)?等[^，。；,;]{0,6}(?:建议|对策|措施|举措|倡议|主张|设想)(?=[，。；,;]|$))"
)
SENTENCE_END = re.compile("[。！!？?]")
ENDS = "，,。；;！!？?：:…"  # a quotation that one of these ends or follows is a whole speech
STILL = ("也", "仍", "仍然", "还", "还是", "依然", "依旧")  # open what holds in spite of a concession
BUT_YET = (*BUT, "却")
OFFERING = ("还是", "抑或", "或是")  # open the second of two that may hold
ASKING_TOO = re.compile("是否是|多大程度")  # beside the words that ask and are adverbs: 在 多 大 程度 上 影响 A
OPEN_QUOTES, CLOSE_QUOTES = "“「『", "”」』"


def _is_question(text: str, start: int) -> bool:
    """Whether what follows character `start` ends in a question mark."""
    closing = SENTENCE_END.search(text, start)
    return closing is not None and closing.group() in "？?"


def _is_alternative(clauses: Clauses, first: int) -> bool:
    """Whether the clause from chunk `first` on is one of two that may hold: 究竟 A V B，还是 C V D; 不管 A V 不 V B."""
    if first >= len(clauses.words):
        return False
    before = clauses.clause_before(first)
    if clauses.is_in(first, "whichever"):
        said = clauses.words[first : clauses.last[first]]
        return clauses.rules.grammar.sets["all_of_them"].isdisjoint(said)  # not 无论 A 还是 B 都 V C
    if clauses.words[first] in OFFERING:
        return any(clauses.is_in(at, "asker") for at in before) or _opens_choice(clauses, before)
    ahead = clauses.last[first] + 1
    offers = ahead < len(clauses.words) and clauses.words[ahead] in OFFERING
    return offers and _opens_choice(clauses, range(first, clauses.last[first]))


def _opens_choice(clauses: Clauses, clause: range) -> bool:
    """Whether a clause puts the first of two that may hold: 问题 是 A V B，还是 C V D."""
    opens = clause.start + 1 < len(clauses.kinds) and clauses.is_in_head(clause.start, "disputed")
    return opens and clauses.is_in(clause.start + 1, "copula")


def _is_opinion(clauses: Clauses, index: int) -> bool:
    """Whether the claim stands in what somebody holds: A 存在 B 的 说法, A 是 B 的 C 这 一 观点."""
    above = clauses.governor(index) if clauses.kinds[index] == "N" else None
    if above is not None and clauses.kinds[above] == "V" and clauses.is_being(above):
        index = above
    before = clauses.before(index)
    if clauses.has_frame(index, "speech") or before is None or clauses.kinds[before] not in "NR":
        return False  # 甲 提出 “A 是 B” 的 命题, [具有 B 的] 命题
    start, persons = clauses.parse.chunks[clauses.first[index]].start, clauses.parse.tokens.persons
    for position in range(index + 1, min(clauses.last[index] + 1, len(clauses.kinds))):
        drawn = start in persons and clauses.head_word(position) in ("结论", "推论")  # 甲 得出 A V B 的 结论
        drawn = drawn or (clauses.is_in_head(position, "made_up") and _makes_up(clauses, index))  # 做出 A V B 的 判断
        if clauses.kinds[position] == "N" and (drawn or clauses.is_in_head(position, "opinion")):
            items = clauses.parse.chunks[position].items
            closes = clauses.kinds[position + 1 : position + 2] in ([], ["."])
            taken = closes and clauses.object_at(index) == position
            taken = taken and clauses.first_verb(clauses.first[index]) == index
            named = clauses.kinds[position - 1] == "D" or clauses.is_in(position, "pointing")  # A V B 这一 观点
            if (len(items[-1].parts) > 1 and not taken) or named:
                return True  # not A 强化了 B 的 偏见
    return False


def _makes_up(clauses: Clauses, index: int) -> bool:
    """Whether somebody puts forward what a clause says: 做出 A V B 的 判断; not 提出 的 政策 影响 A 的 判断."""
    for verb in range(clauses.first[index], index):
        if clauses.is_in(verb, "making_up") and clauses.kinds[verb + 1] != "D":
            patient = clauses.object_at(verb)
            return patient is None or patient >= index
    return False


def _is_disowned(clauses: Clauses, index: int) -> bool:
    """Whether the clause is what others call so, and the next one says what that is: 所谓 A V B，只是 C."""
    if clauses.kinds[index] != "V" or clauses.words[clauses.first[index]] != "所谓" or clauses.is_in(index, "copula"):
        return False
    ahead = clauses.opening(clauses.last[index])
    return ahead < len(clauses.kinds) and clauses.is_in(ahead, "copula")


def _is_demanded(clauses: Clauses, index: int) -> bool:
    """Whether somebody only wants or expects it done, doubts or fights it, or people only take it so.

    A 要求 B V C; A 怀疑 B V C; A 通常 理解为 B.
    """
    if clauses.kinds[index] != "V":
        return False
    start, sets = clauses.first[index], clauses.rules.grammar.sets
    earlier = clauses.words[start:index]
    if not sets["demanding"].isdisjoint(earlier) and any(
        clauses.is_in(at, "demanding") and clauses.kinds[at : at + 2] == ["V", "N"] for at in range(start, index)
    ):
        return True
    expects = next((at for at in range(start, index - 1) if clauses.words[at] in sets["expecting"]), None)
    if expects is not None and "S" not in clauses.kinds[start:expects]:
        return clauses.kinds[expects : expects + 2] in (["V", "N"], ["V", "R"])
    doubts = next((at for at in range(start, index) if clauses.words[at] in sets["doubting"]), None)
    if doubts is not None and clauses.opposes_doing(doubts, index):
        return clauses.word(doubts) != "否认" or sets["negator"].isdisjoint(clauses.words[start:doubts])
    if sets["somebody"].isdisjoint(earlier) or clauses.word(index) == "为" or not clauses.takes_for(index):
        return False
    return any(clauses.is_in(at, "somebody") and clauses.kinds[at] in "da" for at in range(start, index))


def _is_rejected(clauses: Clauses, index: int) -> bool:
    """Whether what the clause puts forward is called wrong: 说 A 是 B，是 错误 的; A 是 B，其实 不然."""
    text, sets, endings = clauses.sentence.text, clauses.rules.grammar.sets, clauses.rules.grammar.endings
    starts, chunks, last = clauses.parse.tokens.starts, clauses.parse.chunks, clauses.last[index]
    if last >= len(chunks):
        return False
    opens = clauses.first[index]
    put = clauses.is_in(opens + (clauses.words[opens] in LIKENING and opens + 1 < last), "putting")
    if put and text[starts[chunks[index].start] : starts[chunks[last].start]].rstrip("的了").endswith(
        endings["verdict_ending"]
    ):
        return clauses.kinds[index] != "d" and any(clauses.words[at] in sets["being"] for at in range(index + 1, last))
    if clauses.words[last] not in "，,":
        return False
    if last + 1 < len(chunks) and clauses.words[last + 1] in LIKENING:
        last = clauses.last[last + 1]  # 把 A 看作 B，同 把 A 看作 C 一样，都 失之片面
    if last + 1 >= len(chunks):
        return False
    end = clauses.last[last + 1]
    told = text[starts[chunks[last].start] + 1 : starts[chunks[end].start]] if end < len(chunks) else ""
    if put and told[:2] in sets["finding_fault"]:
        return True  # 把 A 看作 B，未免 忽视 了 C
    closing = told.rstrip("的了")
    if not closing.endswith(endings["verdict_ending"]):
        return False
    ending = next(word for word in endings["verdict_ending"] if closing.endswith(word))
    if len(told) - len(ending) > VERDICT:
        return False
    judged = len(told) - len(ending) <= BARE_VERDICT or any(word in told for word in ("是", "属", "不然"))
    named = ending in sets["untrue"] or any(word in told for word in sets["stance"])  # 这 一 说法 是 错误 的
    return (put and judged) or (told[0] in "这那此其" and named)


def _stands_alone(clauses: Clauses, index: int) -> bool:
    """Whether the chunk `index` is all of its clause: 诚然，."""
    alone = index >= 0 and clauses.first[index] == index and clauses.last[index] == index + 1
    return alone and clauses.word(index + 1) in "，,"


def _goes_on_conceding(clauses: Clauses, first: int, index: int) -> bool:
    """Whether a clause without a subject stands between a concession and 但: 虽然 V A，使 B V C，但 V D."""
    if clauses.kinds[first] in "NRS" or clauses.words[first] in BUT_YET:
        return False
    ahead = clauses.last[first] + 1
    turns = ahead < len(clauses.words) and (clauses.words[ahead] in BUT or "却" in clauses.words[ahead : ahead + 2])
    conceded = clauses.clause_before(first) if turns else range(0)
    if not any(clauses.words[at] in clauses.sets["conceder"] for at in conceded):
        return False
    if clauses.words[first] in STILL:
        return False  # 尽管 V A，仍然 V B，但 V C
    return clauses.is_in(first, "causative") or clauses.local_subject(index) is None


def voice_of(clauses: Clauses, index: int, start: int, scopes: list[Scope]) -> Voice:
    """Return how the claim whose cue is chunk `index`, beginning at character `start`, is put."""
    sets = clauses.rules.grammar.sets
    words = clauses.parse.tokens.words
    chunks = clauses.parse.chunks
    text = clauses.sentence.text
    scope = next((s for s in reversed(scopes) if s.start <= start < s.end), None) if scopes else None
    first, last = clauses.first[index], clauses.last[index]
    opening = words[chunks[first].start : chunks[index].end] if first < len(chunks) else []
    clause = words[chunks[first].start : chunks[last - 1].end] if first < len(chunks) else []
    modality = "asserted"
    alone = words[chunks[first - 2].start] if _stands_alone(clauses, first - 2) else ""  # 诚然，A V B
    conceded = not sets["conceder"].isdisjoint(opening) or alone in sets["conceder"] or alone == "不错"
    if conceded or (first > 1 and _goes_on_conceding(clauses, first, index)):
        modality = "conceded"
    asking = sets["asker"].intersection(clause)
    if "到底" in asking and "到底的" in text:
        asking -= {"到底"}  # not 抗争 到底 的 决心
    if "与否" in asking and chunks[index].start > chunks[first].start + clause.index("与否"):
        asking -= {"与否"}  # A V B 与否 影响 C: the first alone is asked
    if "谁" in asking and ("谁也" in text or "谁都" in text):
        asking -= {"谁"}
    if _is_question(text, start) or asking or ASKING_TOO.search("".join(clause)) or _is_alternative(clauses, first):
        modality = "asked"
    if modality == "asserted" and scope is not None:
        modality = scope.modality
    if (
        (scope is not None and scope.modality == "reported")
        or _is_opinion(clauses, index)
        or _is_disowned(clauses, index)
        or _is_demanded(clauses, index)
        or not sets["hearsay"].isdisjoint(opening)
    ):
        modality = "reported"
    told = clauses.kinds[index] == "N" or clauses.has_frame(index, "mutual")  # also A 与 B 相关 不 显著
    denied = told and bool(DENIED.match(text, clauses.parse.tokens.ends[chunks[index].end - 1]))
    denied = (denied or is_negated(clauses, index)) != (scope is not None and scope.negated)
    return Voice(
        denied != (modality != "reported" and _is_rejected(clauses, index)),
        modality,
        scope.speaker if scope is not None else None,
    )


def scope_from(clauses: Clauses, token: int, speaker: str | None) -> Scope:
    """Return the passage that a verb of speech opens: the quotation behind it, else the rest of the sentence."""
    text = clauses.sentence.text
    start = clauses.parse.tokens.ends[token]
    near = text[start : start + 4]
    if any(mark in near for mark in OPEN_QUOTES):
        closing = [text.find(mark, start) for mark in CLOSE_QUOTES]
        end = min((place for place in closing if place >= 0), default=len(text))
        if text[end - 1] in ENDS or end + 1 >= len(text) or text[end + 1] in ENDS:  # not “异化” of 他指出“异化”是…
            return Scope(speaker, start, end)
    return Scope(speaker, start, len(text))


def close_scopes(clauses: Clauses, border: int, scopes: list[Scope]) -> None:
    """End what somebody says at the semicolon `border` where the next clause is about what another person does."""
    if not scopes or border + 1 >= len(clauses.parse.chunks):
        return
    if len(scopes) > 1 and clauses.words[border + 1] == "而" and clauses.word(border) in "，,":
        _close_inner(clauses, border, scopes)
    if _befalls(clauses, border):
        for scope in scopes:
            scope.end = min(scope.end, clauses.parse.tokens.starts[clauses.parse.chunks[border].start])
        return
    parse, text = clauses.parse, clauses.sentence.text
    if clauses.is_in(border + 1, "in_truth") or clauses.word(border + 1) in BUT:
        for scope in scopes:
            if scope.common:
                scope.end = min(scope.end, parse.tokens.starts[parse.chunks[border].start])
    if _is_author(clauses, border):
        for scope in scopes:
            if scope.end == len(text):
                scope.end = parse.tokens.starts[parse.chunks[border].start]
        return
    if clauses.word(border) not in "；;" and not _turns_away(clauses, border):
        return
    stop = clauses.last[border + 1]
    if "V" not in clauses.kinds[border + 1 : stop] and stop + 1 < len(parse.chunks) and clauses.word(stop) in "，,":
        stop = clauses.last[stop + 1]  # ；在 方法 上，乙 V A
    for chunk in parse.chunks[border + 1 : stop]:
        if chunk.kind == "N" and not chunk.items[-1].local:
            persons = [
                parse.tokens.words[token] for token in range(chunk.start, chunk.end) if token in parse.tokens.persons
            ]
            speaking = {name for scope in scopes if scope.speaker for name in scope.speaker.split("、")}
            if persons and speaking.isdisjoint(persons):
                for scope in scopes:
                    scope.end = min(scope.end, parse.tokens.starts[parse.chunks[border].start])
            return


def _close_inner(clauses: Clauses, border: int, scopes: list[Scope]) -> None:
    """End what somebody is told to say where the teller sets another thing against it: 甲 认为 乙 否认 A，而 B V C."""
    place = clauses.parse.tokens.starts[clauses.parse.chunks[border].start]
    told = [scope for scope in scopes if scope.speaker and scope.start < place < scope.end]
    apart = clauses.kinds[border + 2 : border + 3] == ["N"] and clauses.kinds[border + 3 : border + 4] != ["P"]
    if len(told) > 1 and apart and told[-1].speaker != told[-2].speaker:
        told[-1].end = place


def _is_author(clauses: Clauses, border: int) -> bool:
    """Whether the author is the subject of the clause behind a border: …，而 本文 主张 A; not 我们 in a report."""
    opening = clauses.opening(border)
    return opening < len(clauses.kinds) and clauses.kinds[opening] == "S" and clauses.is_in(opening, "author")


def _turns_away(clauses: Clauses, border: int) -> bool:
    """Whether the clause behind a comma sets another one against who speaks: …，B 则 V C."""
    opening = border + 1 + (clauses.word(border + 1) == "而")
    against = clauses.kinds[opening : opening + 1] == ["N"] and clauses.words[opening + 1 : opening + 2] in (
        ["则"],
        ["却"],
    )
    return clauses.word(border) in "，," and against


def _befalls(clauses: Clauses, border: int) -> bool:
    """Whether the clause behind a comma tells of what somebody says: …，因而 遭到 A 的 反对; …，但 这 V B."""
    opening = clauses.words[border + 1 : border + 2]
    if opening and opening[0] in BUT and clauses.kinds[border + 2 : border + 3] == ["R"]:
        return clauses.word(border) in "，,"  # A 强调 B，但 这 C
    if _judges(clauses, border) or _unmasks(clauses, border):
        return True
    outcome = bool(opening) and opening[0] in clauses.rules.grammar.sets["outcome"] | {"因此", "于是"}
    return clauses.word(border) in "，," and outcome and clauses.kinds[border + 2 : border + 3] == ["I"]


def _unmasks(clauses: Clauses, border: int) -> bool:
    """Whether the clause behind a comma tells how it really is with what somebody gave out: A 宣称 B，其实 C."""
    opens = clauses.word(border) in "，," and clauses.words[border + 1 : border + 2] != []
    if not opens or not clauses.is_in(border + 1, "in_truth"):
        return False
    given = any(clauses.is_in(at, "pretending") or clauses.word(at).endswith("以为") for at in range(border))
    return given or clauses.word(border + 1) == "殊不知"


def _judges(clauses: Clauses, border: int) -> bool:
    """Whether the clause behind a comma tells what a view that was reported does: …，但 这 一 观点 V A."""
    noun = clauses.opening(border)
    if clauses.word(border) not in "，," or noun + 1 >= len(clauses.kinds) or clauses.kinds[noun] != "N":
        return False
    pointed = clauses.is_in(noun, "pointing") and clauses.kinds[noun + 1] in "VdBP"
    return pointed and clauses.is_in_any_head(noun, "stance", "put_forward")


def open_scopes(matched: MatchedSentence, memory: Memory, grammar: Grammar) -> list[Scope]:
    """Return the quotation that the sentence before left open, and what is quoted as something that is said."""
    text = matched.tagged.sentence.text
    if not memory.quoting:
        rows = QUOTED_ROW.finditer(text) if "”" in text else ()
        said = grammar.sets["opinion"] | grammar.sets["statement"]
        proposed = PROPOSED.search(text) if "提出" in text else None  # 提出 V A、V B 等 建议
        left_open = [Scope(None, *proposed.span(1), modality="asked")] if proposed is not None else []
        return left_open + [Scope(None, row.start(1), row.end(1)) for row in rows if row[2] in said]
    closing = [text.find(mark) for mark in CLOSE_QUOTES]
    end = min((place for place in closing if place >= 0), default=len(text))
    return [Scope(memory.speaker, 0, end)]


def keep_scope(matched: MatchedSentence, memory: Memory, scopes: list[Scope]) -> None:
    """Remember a quotation that does not close in this sentence."""
    text = matched.tagged.sentence.text
    last = scopes[-1] if scopes else None
    memory.quoting = (
        last is not None
        and last.end == len(text)
        and (text.count("“") > text.count("”") or (memory.quoting and "”" not in text))
    )
    memory.speaker = last.speaker if last is not None else None
