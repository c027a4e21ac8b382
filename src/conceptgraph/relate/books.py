"""Books: which work is meant by 该书 or 这部 著作, of which a sentence before told."""

from __future__ import annotations

from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.phrases import one_token
from conceptgraph.relate.words import TITLES

THE_BOOK = ("该书", "此书", "书中", "全书")
THIS_ONE = ("这部", "这本", "该", "此", "这")
BOOKS = ("书", "一书", "著作", "专著", "论著", "巨著", "名著")


def book_at(clauses: Clauses, index: int | None) -> Ends:
    """Return the work that a chunk means as the one told of before: 该书, 这部 著作; nothing for other chunks."""
    if index is None or clauses.kinds[index] not in "SN":
        return ()
    if clauses.kinds[index] == "S":
        meant = clauses.words[index] in THE_BOOK
    else:
        parts = clauses.parse.chunks[index].items[-1].parts
        pointed = clauses.words[index] in THIS_ONE or clauses.words[index] == "书"  # 在 书 中
        meant = pointed and len(parts) == 1 and clauses.head_word(index) in BOOKS
    if not meant:
        return ()
    named = _books_named(clauses, clauses.parse.chunks[index].start)
    return clauses.memory.book if named is None else named


def keep_book(clauses: Clauses) -> None:
    """Keep the only work that a sentence names for 该书; where it names several, nobody knows which is meant."""
    named = _books_named(clauses, len(clauses.kinds) and clauses.parse.chunks[-1].end)
    if named is not None:
        clauses.memory.book = named


def _books_named(clauses: Clauses, stop: int) -> Ends | None:
    """Return the only work named before the token `stop`, nothing for several; None where there is none."""
    tokens = clauses.parse.tokens
    named = {tokens.words[at]: at for at in tokens.persons if at < stop and tokens.words[at][0] in TITLES}
    if not named:
        return None
    items = [one_token(at) for at in named.values()]
    return clauses.name_all(items) if len(items) == 1 else ()
