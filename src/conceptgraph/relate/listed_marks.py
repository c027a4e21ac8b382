"""Lists whose members a semicolon or a comma parts, or a number opens: 包括：A；B；C, V 了 A，B 和 C, 有：①A；②B."""

from __future__ import annotations

import re

from conceptgraph.relate.asides import withdraw
from conceptgraph.relate.tokens import Tokens
from conceptgraph.relate.words import ADDING

MEMBER = re.compile("(?:mV)?[mar]*(?:[Nn]+D[amr]*|[Nna]+C)*[Nna]*[NnV]")  # kinds of a member: 共同 的 规范, 一 是 信任
PARTED = re.compile("[；;]|[，,][^，,。；;]+[，,和与及]")  # what may part members that are no clauses
NUMBER = re.compile("[①-⑳❶-❿]|[1-9１-９]")
OPENS_LIST = ("：", ":")


def join_listed(tokens: Tokens) -> None:
    """Put 、 between the members of a list that something else parts, and leave out their numbers."""
    if PARTED.search(tokens.sentence.text) is None:
        return
    start = _list_start(tokens)
    if start is None:
        return
    _leave_out_numbers(tokens, start)
    marks, end = _marks_between(tokens, start)
    if marks and end >= len(tokens.words) - 1:
        for mark in marks:
            tokens.words[mark], tokens.kinds[mark] = "、", "C"
        for opens in reversed([start, *(mark + 1 for mark in marks)]):
            if tokens.kinds[opens : opens + 2] == ["m", "V"]:
                withdraw(tokens, opens, opens + 2)  # 一 是 A，二 是 B


def _list_start(tokens: Tokens) -> int | None:
    """Return where the list of a sentence may begin: behind its last colon, or behind the verb of its first clause."""
    colons = [at for at, word in enumerate(tokens.words) if word in OPENS_LIST and tokens.kinds[at] == ","]
    if colons:
        return colons[-1] + 1 if colons[-1] else None
    end = tokens.clause_end(0)
    verbs = [at for at in range(end) if tokens.kinds[at] == "V"]
    if len(verbs) != 1 or not verbs[0]:
        return None
    return verbs[0] + 1 + (tokens.kinds[verbs[0] + 1 : verbs[0] + 2] == ["u"])


def _leave_out_numbers(tokens: Tokens, start: int) -> None:
    """Leave out ① and 1) where they open a member."""
    for at in range(len(tokens.words) - 2, start - 1, -1):
        opens = at == start or tokens.words[at - 1] in "，,；;、"
        if opens and NUMBER.fullmatch(tokens.words[at]):
            withdraw(tokens, at, at + 1 + (tokens.words[at + 1] in (")", "）", ".", "．")))


def _counts(tokens: Tokens, start: int, at: int) -> bool:
    """Whether 一 是 opens a member of a list behind a verb and a colon: 特征 有：一 是 A，二 是 B."""
    return tokens.words[at + 1] == "是" and tokens.words[start - 1] in OPENS_LIST and tokens.kinds[start - 2] == "V"


def _marks_between(tokens: Tokens, start: int) -> tuple[list[int], int]:
    """Return the marks that part the members from `start` on, and where the last member ends; no marks for clauses."""
    marks, at = [], start
    while True:
        end = tokens.clause_end(at)
        row = "".join(tokens.kinds[at:end])
        if MEMBER.fullmatch(row) is None or (row[:2] == "mV" and not _counts(tokens, start, at)):
            return [], end
        if end >= len(tokens.words) - 1 or tokens.kinds[end] == ".":
            break
        marks.append(end)
        at = end + 1
    listed = len(marks) > 1 or any(word in ADDING for word in tokens.words[at:end])
    commas = any(tokens.words[mark] in "，," for mark in marks)
    return (marks if listed or not commas else []), end
