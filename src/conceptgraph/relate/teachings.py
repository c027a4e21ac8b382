"""Teachings: what belongs to somebody's thought though no verb of speech stands right before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends, Teaching
from conceptgraph.relate.speakers import (
    is_speaker,
    name_of,
    named_in,
    names_of,
    says_he,
    thinkers_in,
)
from conceptgraph.relate.voice import Scope, scope_from
from conceptgraph.relate.words import BUT

LIST_MARK = re.compile("其一|第一|首先|一是|一、|[（(][一1１][)）]")  # opens a list of points
NEXT_MARK = re.compile(
    "其[一二三四五]|第[一二三四五六七八九]|首先|其次|再次|最后|[一二三四五]是|[（(]?[一二三四五六七1-7１-７][)）、]"
)
COUNTED = re.compile("[如以]下|[一二两三四五六七几多][个种点层大类重条项]|[一二两三四五六七几多]方面")
THAT_IS = ("即", "亦即", "也就是", "也就是说")
FACING = frozenset(["面临", "面临着", "面对", "肩负", "肩负着", "提出"])  # before tasks that are still to do
TURNS_AWAY = (*BUT, "而")  # open what is set against what was told
SAYS_WHAT = frozenset(["is_a", "equals", "depends_on", "has_part"])  # say what a thing is
FAR = 2  # sentences from one point of a list to the next


def taught_scope(clauses: Clauses, border: int) -> Scope | None:
    """Return the points that a list makes of somebody's thought: 康德 的 理论 有 两点：第一，A V B；第二，C V D."""
    tokens, opening = clauses.parse.tokens, clauses.parse.chunks[border].end - 1
    if clauses.word(border) not in "：:":
        teller = _inclined(clauses, border) if "倾向" in clauses.sentence.text else None
        teller = _teller_apart(clauses, border) if teller is None else teller
        teller = _classed_by(clauses, border) if teller is None else teller
        return None if teller is None else scope_from(clauses, opening, teller or None)
    first = clauses.first[border - 1] if border else 0
    if _calls_wrong(clauses, first, border):
        return scope_from(clauses, opening, None)  # 改变 以下 成见：A V B
    listed = LIST_MARK.match(clauses.sentence.text, tokens.ends[opening]) is not None
    deed = clauses.kinds[border + 1 : border + 2] == ["V"]
    faces = not FACING.isdisjoint(clauses.words[first:border]) and clauses.is_in_head(border - 1, "task")
    if deed and (faces or _tells_measures(clauses, first, border)):
        return replace(scope_from(clauses, opening, None), modality="asked")  # 面临 三大 任务：V A；V B; 对策 有：V A
    if (listed or deed) and _demands_these(clauses, first, border):
        demanded = tokens.starts[clauses.parse.chunks[first].start]  # 必须 从 两个 方面 完善 A：一是 V B, so B serves A
        return replace(scope_from(clauses, opening, None), start=demanded, modality="asked")
    teacher = teacher_of(clauses, border, listed=listed)
    return None if teacher is None else scope_from(clauses, opening, teacher or None)


def _calls_wrong(clauses: Clauses, first: int, border: int) -> bool:
    """Whether a clause announces what is wrongly believed: 改变 以下 成见：, not 以下 事实 驳斥 了 这种 偏见：."""
    if not border or not clauses.is_in_head(border - 1, "misbelief"):
        return False
    verb = next((at for at in range(border - 1, first - 1, -1) if clauses.kinds[at] == "V"), first)
    return any(clauses.is_in(at, "these") for at in range(verb, border))


def _tells_measures(clauses: Clauses, first: int, border: int) -> bool:
    """Whether a clause only says that measures follow, which nobody has taken: 对策 有 两个 方面：, 建议 如下：."""
    if clauses.kinds[first] != "N" or not clauses.is_in_head(first, "proposal") or clauses.is_in(first, "pointing"):
        return False
    if "u" in clauses.kinds[border + 1 :] or clauses.head_word(first) == "措施":
        return False  # 措施 有 三项：限制 了 A
    announcing = clauses.sets["announcing"]
    return all(
        clauses.last_word(at)[-2:] in announcing or clauses.kinds[at] in "dmN" for at in range(first + 1, border)
    )


def _demands_these(clauses: Clauses, first: int, border: int) -> bool:
    """Whether what a colon opens is demanded: 必须 从 以下 方面 完善 A：一是 V B, not 必须 看到：一是 A V B."""
    needs = (at for at in range(first, border) if clauses.is_in(at, "demand") and clauses.kinds[at] in "dV")
    need = next(needs, border)
    verb = next((at for at in range(need + 1, border) if clauses.kinds[at] == "V"), None)
    point = next((at for at in range(border + 1, len(clauses.kinds)) if not _marks_point(clauses, at)), border)
    deed = clauses.kinds[point] == "V"
    return deed and verb is not None and not clauses.uses_at(verb).opens and not clauses.has_frame(verb, "copula")


def _marks_point(clauses: Clauses, index: int) -> bool:
    """Whether a chunk only counts a point: 一 是, 首先，."""
    return clauses.kinds[index] in "md," or clauses.word(index) == "是"


def _teller_apart(clauses: Clauses, border: int) -> str | None:
    """Return who told apart the two of which the next clause tells: 康德 区分 了 A 和 B，前者 V C; mostly None."""
    opens, contrast = clauses.opening(border), clauses.memory.contrast
    if not contrast or opens >= len(clauses.kinds) or clauses.kinds[opens] not in "NR":
        return None
    told = clauses.word(opens) in ("前者", "后者")
    told = told or any(end.name == side.name for end in clauses.ends_of(opens) for side in contrast)
    if not told:
        return None
    for verb in range(clauses.first[border - 1], border):
        if clauses.kinds[verb] == "V" and clauses.has_frame(verb, "apart"):
            personal = (before := clauses.before(verb)) is not None and clauses.is_in(before, "personal_anaphor")
            return names_of(thinkers_in(clauses, clauses.subject(verb))) or ("" if personal else None)
    return None


def _classed_by(clauses: Clauses, border: int) -> str | None:
    """Return who puts a thing into a class, where more is told of it: A 被 韦伯 归类为 B，其 C V D; mostly None."""
    chunks = clauses.parse.chunks
    if border + 1 >= len(chunks) or clauses.parse.tokens.words[chunks[border + 1].start] != "其":
        return None  # not 其中, 其实
    for verb in range(clauses.first[border - 1], border):
        marker = clauses.marker(verb) if clauses.kinds[verb] == "V" and clauses.has_frame(verb, "speech") else None
        noun = clauses.noun_between(marker, verb) if marker is not None and clauses.kinds[marker] == "I" else None
        if noun is not None:
            return names_of(thinkers_in(clauses, clauses.ends_of(noun))) or None
    return None


def _inclined(clauses: Clauses, border: int) -> str | None:
    """Return who is inclined to something, what he holds follows: 康德 倾向于 V A，B 是 C; mostly None.

    What is told of himself is not his word: 卢梭 倾向于 A，日内瓦 是 他 的 故乡.
    """
    opens, first = clauses.opening(border), clauses.first[border - 1] if border else 0
    leaning = next((at for at in range(first, border) if clauses.word(at).startswith("倾向")), None)
    if leaning is None or clauses.kinds[leaning] == "N" or opens + 1 >= len(clauses.kinds):
        return None
    copula = any(clauses.has_frame(at, "copula") for at in range(opens + 1, clauses.last[opens]))
    said = clauses.kinds[opens] == "N" and copula
    tokens, chunks = clauses.parse.tokens, clauses.parse.chunks
    his = clauses.sets["personal_anaphor"] | {"其"}
    of_himself = not his.isdisjoint(tokens.words[chunks[opens].start : chunks[clauses.last[opens] - 1].end])
    row = range(opens, clauses.last[opens])
    done = any(clauses.kinds[at] == "u" or clauses.word(at).endswith("了") for at in row)
    led = clauses.kinds[opens] == "B" or clauses.words[opens] in ("通过", "以")
    goes_on = (led and not done) or clauses.words[opens] in THAT_IS  # 倾向于 V A，通过 V B，即 V C
    if of_himself or not (said or goes_on):
        return None
    holders = thinkers_in(clauses, clauses.subject(leaning)) or clauses.memory.first
    return names_of(end for end in holders if is_speaker(clauses, end)) or None


def taught_before(clauses: Clauses) -> list[Scope]:
    """Return a sentence that is a point of a list of somebody's thought: 康德 的 理论 有 两点。第一，A V B。第二，…

    Keeps in the memory what such a list opens with.
    """
    memory, text, here = clauses.memory, clauses.sentence.text, clauses.here
    teaching, stop = memory.teaching, len(clauses.kinds) - 1
    if teaching is not None and NEXT_MARK.match(text):
        if here - teaching.sentence <= FAR:
            memory.teaching = teaching._replace(sentence=here)
            return [Scope(teaching.speaker or None, 0, len(text))]
        memory.teaching = None
    if stop > 0 and COUNTED.search(text, clauses.parse.tokens.starts[clauses.parse.chunks[clauses.first[stop]].start]):
        teacher = teacher_of(clauses, stop, listed=True)
        memory.teaching = None if teacher is None else Teaching(teacher, here)
    return []


def teacher_of(clauses: Clauses, stop: int, *, listed: bool) -> str | None:
    """Return whose thought the clause before chunk `stop` lays out, an empty name for 他; None for the author's."""
    first = clauses.first[stop - 1] if stop else 0
    for verb in range(first, stop):
        if clauses.kinds[verb] == "V" and "argues" in clauses.uses_at(verb).relations:
            own = thinkers_in(clauses, clauses.subject(verb))
            if own:
                return names_of(own)
    if listed and "B" in clauses.kinds[first:stop] and clauses.kinds[first] == "N":
        return names_of(thinkers_in(clauses, clauses.ends_of(first))) or None  # 康德 把 A 归入 B：（一） …
    return _thinker_in(clauses, first, stop) if listed else None


def _thinker_in(clauses: Clauses, first: int, stop: int) -> str | None:
    """Return whose thought a clause names: 康德 把 A 归于 B 的 学说, 他 的 理论, 这 一 学说; None without one."""
    chunks = clauses.parse.chunks
    nouns = [at for at in range(first, stop) if clauses.kinds[at] == "N"]
    thoughts = [at for at in nouns if _is_thought(clauses, at)]
    if not thoughts or any(clauses.is_in_head(at, "appraised") for at in nouns) or "S" in clauses.kinds[first:stop]:
        return None
    if (named := named_in(clauses, first, stop)) is not None:
        return named
    if says_he(clauses, chunks[first].start, chunks[stop - 1].end):
        return names_of(clauses.memory.person)
    return "" if any(clauses.is_in(at, "pointing") for at in thoughts) else None


def _is_thought(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase is headed by a word for thought, or owned by one: 康德 的 理论, 康德 理论 的 内容."""
    for start, end in clauses.parse.chunks[noun].items[-1].parts:
        word = clauses.parse.tokens.words[end - 1]
        if start < end and (word in clauses.sets["mindset"] or word in clauses.sets["stance"]):
            return True
    return False


def thinker_told(clauses: Clauses, border: int) -> str | None:
    """Return whose thought a noun phrase before chunk `border` tells of: 洛克 的 思路，即 A V B; None without one."""
    if not border or not clauses.is_in_any_head(border - 1, "mindset", "statement", "put_forward", "stance"):
        return None
    first = clauses.first[border - 1]
    return None if "S" in clauses.kinds[first:border] else named_in(clauses, first, border)


def meant_by(clauses: Clauses, index: int, claim: Claim) -> str | None:
    """Return who means by a word what a claim says of it: 康德 所 理解 的 A V B, 康德 意义上 的 A 是 B; mostly None.

    What is only compared with it is the author's word: A 不同于 康德 所 理解 的 B.
    """
    tokens, relation = clauses.parse.tokens, claim.rule.relation
    if relation == "opposes" or not _means_something(clauses):
        return None
    says_what = relation in SAYS_WHAT or clauses.kinds[index] == "N"
    carried = _meant_before(clauses, index, claim)
    for end in claim.sources + claim.targets + carried:
        at = bisect_right(tokens.starts, end.start) - 1  # also inside “A”
        if end.sentence != clauses.here or not 1 < at < clauses.parse.chunks[index].start:
            continue
        person = _who_means(clauses, at, says_what=says_what or bool(carried))
        if person is not None:
            return person
    return None


def _meant_before(clauses: Clauses, index: int, claim: Claim) -> Ends:
    """Return what the sentence opens with and says what it is, where a later clause goes on: 康德 所说 的 A 是 B，A V.

    The author's own word is what he sets against it: …，但 A V C; …，本文 认为 A V C.
    """
    here, opened = clauses.first[index], clauses.last[0]
    if here <= opened or "S" in clauses.kinds[here:index] or not any(map(clauses.is_being, range(here))):
        return ()
    if clauses.word(here) in TURNS_AWAY or clauses.is_in(here, "in_truth"):
        return ()
    if claim.rule.relation == "influences" or not clauses.sets["by_now"].isdisjoint(clauses.words[here:index]):
        return ()
    targets = claim.targets if claim.rule.relation in SAYS_WHAT else ()
    told = {end.name for end in claim.sources + targets}
    nouns = (at for at in range(opened) if clauses.kinds[at] == "N")
    return tuple(end for at in nouns for end in clauses.ends_of(at) if end.name in told)


def _means_something(clauses: Clauses) -> bool:
    """Whether a word of the sentence may say in whose sense another one is meant."""
    sets, words = clauses.sets, clauses.parse.tokens.words
    return not all(sets[name].isdisjoint(words) for name in ("meant", "viewpoint", "meant_so"))


def _who_means(clauses: Clauses, token: int, *, says_what: bool) -> str | None:
    """Return in whose sense the sentence opens with the name that begins at a token: 康德 所 理解 的 A; mostly None."""
    tokens = clauses.parse.tokens
    so_called = tokens.words[token - 1] == "所谓"  # 康德 所谓 “A”
    if not so_called and tokens.words[token - 1] != "的":
        return None
    means = token - 1 if so_called else token - 2 - (tokens.words[token - 2] in clauses.sets["inside"])
    person = means - 1 - (tokens.words[means - 1] == "所")
    opens = person == 0 or tokens.kinds[person - 1] in ",." or tokens.words[person - 1] in clauses.sets["opening"]
    meant = any(tokens.words[means] in clauses.sets[name] for name in ("meant", "viewpoint"))
    meant = meant or (says_what and tokens.words[means] in clauses.sets["meant_so"])
    if not opens or not meant:
        return None
    if person in tokens.persons:
        return name_of(clauses, person)
    if tokens.words[person] in clauses.sets["personal_anaphor"] and says_what:
        return names_of(clauses.memory.person)  # 他 所 认为 的 A
    word, endings = tokens.words[person], clauses.rules.grammar.endings
    several = word.endswith(endings["speaker_ending"]) and not word.endswith(endings["mute_ending"])
    start = clauses.parse.chunks[clauses.parse.chunk_of[person]].start
    told = says_what and several and tokens.kinds[person] == "N"  # 理学家 所说 的 A 是 B
    return "".join(tokens.words[start : person + 1]) if told else None
