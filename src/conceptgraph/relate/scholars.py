"""Scholars: what somebody works on, which only the phrase before an empty verb names: 在 A 等 领域 进行 探索."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends

INTO = ("就", "围绕")  # before what is worked on, whatever it is


def worked_on(clauses: Clauses, verb: int) -> Ends:
    """Return what somebody works on: S 在 A、B 等 方面 进行 探索, S 就 A 提出 见解; nothing of 在 村落 进行 调查."""
    led = next((at for at in range(verb - 1, clauses.first[verb] - 1, -1) if _leads(clauses, at)), None)
    if led is None or clauses.marker(verb) is not None:
        return ()
    noun = clauses.noun_between(led, verb)
    if noun is None or (clauses.words[led] == "在" and not _names_field(clauses, noun)):
        return ()
    return clauses.ends_of(noun)


def taken_up(clauses: Clauses, verb: int) -> Ends:
    """Return what somebody begins a study with: S 以 A 为 切入点(，) V B; nothing of 以 A 为 基础, a ground."""
    first = clauses.first[verb]
    opens = first if "以" in clauses.words[first:verb] else clauses.clause_before(first).start
    by = next((at for at in range(opens, verb - 2) if clauses.words[at] == "以"), None)
    if by is None or clauses.kinds[by : by + 2] != ["P", "N"] or clauses.words[by + 2] not in ("为", "作为", "为例"):
        return ()
    starts = clauses.rules.grammar.endings["study_start_ending"]
    named = clauses.words[by + 2] == "为例" or clauses.last_word(by + 3).endswith(starts)
    return clauses.ends_of(by + 1) if named else ()


def _leads(clauses: Clauses, index: int) -> bool:
    """Whether a chunk is a preposition that opens what is worked on."""
    return clauses.words[index] in INTO or (clauses.words[index] == "在" and clauses.kinds[index] == "P")


def _names_field(clauses: Clauses, noun: int) -> bool:
    """Whether a noun phrase is a field of study and no place: 祭祀、礼俗 等 领域, 祭祀 问题 上; not 村落."""
    chunk, words = clauses.parse.chunks[noun], clauses.parse.tokens.words
    fields = clauses.rules.grammar.endings["study_field_ending"]
    return words[chunk.end - 1 - chunk.items[-1].local].endswith(fields)
