"""Counts of a large corpus, added up as a tree whose nodes are kept: a change is added up again on its own branch only.

A leaf holds the counts of neighbouring documents, a node of a higher level the sums of neighbouring nodes. Where a node
ends follows from the documents in it (content-defined chunking, as rsync and Merkle search trees do it), not from how
many come before it: a document that is added or grows moves the borders beside it, and no others. The counts of a node
come in pieces, each kept for itself, so that no process ever holds all of them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from conceptgraph.backends import Backend
from conceptgraph.give_back import give_back
from conceptgraph.model import Document, Standing
from conceptgraph.store import EntryLost, Store, key_of

FAN_OUT = 16  # nodes below another one, on average
MOST = 64  # nodes below another one, at most
BORDER = 4  # of so many documents of a leaf that is half full one may end it
CHARACTERS_A_MEGABYTE = 2000  # of texts whose counts are one piece, for each megabyte that the build may take in all

Key = TypeVar("Key")
Value = TypeVar("Value")
Found = TypeVar("Found")


class Node(NamedTuple):
    """The counts of neighbouring documents: the id of the first, their key, and the pieces that no store could keep."""

    first: str
    key: str
    held: Mapping[str, Any]

    def name(self, piece: str) -> str:
        """Return the key of a piece in the store."""
        return f"{piece} {self.key}"


class Counting(Protocol[Found]):
    """What is counted of the documents of a leaf."""

    @property
    def pieces(self) -> Sequence[str]:
        """The names of the pieces that are added up."""

    @property
    def kept(self) -> Sequence[str]:
        """The names of the pieces that are asked for leaf by leaf."""

    def key(self, documents: Sequence[Document]) -> str:
        """Return a key for all that the counts follow from."""

    def find(self, documents: Sequence[Document]) -> Found:
        """Return what is found in some documents."""

    def count(self, found: Iterable[Found]) -> Mapping[str, Any]:
        """Return the counts, by piece; what else is to be kept with the leaf has a name of its own."""


# what adds up and what finishes can be pickled; counts come one after another, so that only their sum need be held
Add = Callable[[str, Iterable[Any]], Any]  # a piece, its counts in some nodes -> their sum
Finish = Callable[[Iterable[Any]], Any]  # the counts of a piece in the top nodes -> what is wanted


def room_for(megabytes: int) -> int:
    """Return the length of texts that are worked on in one piece, as characters.

    >>> room_for(2000)
    4000000
    """
    return CHARACTERS_A_MEGABYTE * megabytes


def parts_for(characters: int, megabytes: int) -> int:
    """Return into how many parts the counts of texts of so many characters are spread: a power of two.

    >>> parts_for(1000, 2000), parts_for(20_000_000, 2000), parts_for(20_000_000, 1000)
    (1, 8, 16)
    """
    return 1 << (max(0, characters - 1) // room_for(megabytes)).bit_length()


def spread(counts: Mapping[Key, Value], parts: int, text_of: Callable[[Key], str]) -> list[dict[Key, Value]]:
    """Return the counts in so many parts; the text of a key says in which it is.

    >>> [sorted(part) for part in spread({"资本": 1, "劳动": 2, "异化": 3}, 2, str)]
    [['异化'], ['劳动', '资本']]
    """
    if parts == 1:
        return [dict(counts)]
    found: list[dict[Key, Value]] = [{} for _ in range(parts)]
    for key, value in counts.items():
        found[_number(text_of(key)) % parts][key] = value
    return found


def ends_leaf(document: Standing) -> bool:
    """Tell whether a leaf that is half full may end with the document."""
    return _number(document.id) % BORDER == 0


class LeafTask:
    """Documents -> their leaf, counted unless the store has it."""

    def __init__(self, counting: Counting[Any], store: Store) -> None:
        self.counting, self.store = counting, store

    def __call__(self, documents: Sequence[Document]) -> Node:
        """Return the leaf of a batch."""
        leaf = Node(documents[0].id, self.counting.key(documents), {})
        pieces = (*self.counting.pieces, *self.counting.kept)
        if self.store.has([leaf.name(piece) for piece in pieces]):
            return leaf
        counts = self.counting.count([self.counting.find(documents)])
        kept = self.store.save({leaf.name(piece): value for piece, value in counts.items()})
        return leaf if kept else leaf._replace(held={piece: counts[piece] for piece in pieces})


def whole_leaf(documents: Sequence[Standing], counting: Counting[Found], found: Iterable[Found]) -> Node:
    """Return what is found in all documents as one leaf that is held in memory."""
    return Node(documents[0].id, "", counting.count(found))


class AddTask:
    """Pieces of neighbouring nodes -> the same pieces of the node above, each None where the store keeps it."""

    def __init__(self, add: Add, store: Store) -> None:
        self.add, self.store = add, store

    def __call__(self, items: Sequence[tuple[str, Node, Sequence[Node]]]) -> list[Any]:
        """Return what the store could not keep of each piece."""
        return [self._add(*item) for item in items]

    def _add(self, piece: str, node: Node, below: Sequence[Node]) -> Any:
        if self.store.has([node.name(piece)]):
            return None
        total = self.add(piece, (_piece(each, piece, self.store) for each in below))
        return None if self.store.save({node.name(piece): total}) else total


class FinishTask:
    """Pieces of the top nodes -> what is wanted of their sums."""

    def __init__(self, finish: Finish, store: Store) -> None:
        self.finish, self.store = finish, store

    def __call__(self, items: Sequence[tuple[str, Sequence[Node]]]) -> list[Any]:
        """Return what `finish` makes of each piece."""
        found = [self.finish(_piece(node, piece, self.store) for node in top) for piece, top in items]
        give_back()
        return found


class SumTree:
    """Adds up leaves; the work is done where the backend does it."""

    def __init__(self, backend: Backend, store: Store, add: Add) -> None:
        self.backend, self.store, self.add = backend, store, add

    def top(self, leaves: Iterable[Node], pieces: Sequence[str]) -> Sequence[Node]:
        """Return the few nodes that are above all leaves."""
        level, height = sorted(leaves, key=lambda leaf: leaf.first), 0
        while len(level) > FAN_OUT:
            height += 1
            level = self._raise(list(_groups(level, height)), pieces)
        return level

    def value(self, top: Sequence[Node], piece: str) -> Any:
        """Return the sum of a piece."""
        return self.add(piece, (_piece(node, piece, self.store) for node in top))

    def finish(self, top: Sequence[Node], pieces: Sequence[str], finish: Finish) -> Iterator[Any]:
        """Yield what `finish` makes of each of the pieces, in any order, so that nobody need hold all of it."""
        for _, (result,) in self._do(FinishTask(finish, self.store), [(piece, top) for piece in pieces]):
            yield result

    def each(self, leaves: Sequence[Node], piece: str, finish: Finish) -> Iterator[Any]:
        """Yield what `finish` makes of a piece of each of the leaves, in any order."""
        for _, (result,) in self._do(FinishTask(finish, self.store), [(piece, (leaf,)) for leaf in leaves]):
            yield result

    def _raise(self, groups: Sequence[Sequence[Node]], pieces: Sequence[str]) -> list[Node]:
        """Return the next level: a node for each group."""
        above = [Node(group[0].first, key_of(*(node.key for node in group)), {}) for group in groups]
        pairs = list(zip(above, groups, strict=True))
        items = [(piece, node, group) for node, group in pairs if len(group) > 1 for piece in pieces]
        held: dict[str, dict[str, Any]] = {}
        for (piece, node, _), (value,) in self._do(AddTask(self.add, self.store), items):
            if value is not None:
                held.setdefault(node.key, {})[piece] = value
        return [node._replace(held=held.get(node.key, {})) if len(group) > 1 else group[0] for node, group in pairs]

    def _do(self, task: Callable[[Sequence[Any]], Any], items: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield the items with their results, in any order. Raises RuntimeError where one is given up."""
        for done in self.backend.map(task, ((item,) for item in items)):
            if done.error:
                raise done.error
            if done.result is None:
                raise RuntimeError("a worker process ends again and again while counts are added up")
            yield done.items[0], done.result


def _groups(level: Sequence[Node], height: int) -> Iterator[Sequence[Node]]:
    """Yield the nodes that go under one node, at least two, so that levels shrink."""
    group: list[Node] = []
    for node in level:
        group.append(node)
        ends = len(group) > 1 and _number(f"{height} {node.first}") % FAN_OUT == 0
        if ends or len(group) == MOST:
            yield group
            group = []
    if group:
        yield group


def _piece(node: Node, piece: str, store: Store) -> Any:
    """Return a piece of a node. Raises EntryLost where the store does not have it any more."""
    if piece in node.held:
        return node.held[piece]
    name = node.name(piece)
    found = store.load([name])
    if name not in found:
        raise EntryLost(name)
    return found[name]


def _number(text: str) -> int:
    """Return a number that spreads texts evenly, the same on every machine."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
