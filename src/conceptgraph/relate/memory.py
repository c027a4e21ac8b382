"""What a later clause may lean on: subjects, objects and outcomes of the clauses before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from conceptgraph.relate.endpoints import Endpoint
from conceptgraph.relate.rules import Rule

Ends = tuple[Endpoint, ...]


class Whole(NamedTuple):
    """What a heading divides: 数字劳动 in 数字劳动的三种形式; `section` is the heading with those above it."""

    rule: Rule
    ends: Ends
    section: tuple[str, ...]


class KeyClaim(NamedTuple):
    """What the key to something is to do: 降低 A 的 关键 在于 …, with the cue 降低."""

    rule: Rule
    targets: Ends
    token: int


class Counted(NamedTuple):
    """What a list of sentences says of its members, the empty side: A 有 两个 B。一是 C。二是 D."""

    rule: Rule
    sources: Ends
    targets: Ends
    sentence: int  # the last one of the list so far


class Teaching(NamedTuple):
    """Whose thought the list lays out that the sentences behind go on with: 康德 的 理论 有 两点。第一，A V B。"""

    speaker: str
    sentence: int  # the last one of the list so far


class Role(NamedTuple):
    """Whose role the last clause told, so that 而是 may go on: A 的根源不是 B，而是 C."""

    rule: Rule
    whole: Ends
    clause: int  # its first chunk


class Effect(NamedTuple):
    """What was said to have an effect on what, so that a clause may add one: A 对 B 有 C，也 有 D."""

    sources: Ends
    targets: Ends
    clause: int  # its first chunk


class Told(Protocol):
    """A sentence that was read, which the next one may point back to."""

    here: int  # its index in its document

    def last_couple(self) -> Ends:
        """Return what the last list of two names."""

    def phrases_ending(self, short: str, stop: int | None = None) -> Ends:
        """Return the names that end in a word."""

    def only_list(self, head: str) -> Ends:
        """Return the members of the only list, which a plural `head` may mean."""

    def last_object(self, takers: str = "VB", stop: int | None = None) -> Ends:
        """Return what the last noun phrase names that a verb or 把 takes."""

    def is_its(self, end: Endpoint) -> bool:
        """Whether a name is only what belongs to something: 其 C, 它的 C."""

    def set_up(self, head: str) -> Ends:
        """Return what the sentence says to be set up, `head` being what such things are."""


@dataclass(slots=True)
class Memory:
    """What a later clause may lean on: the last subject, the last outcome, and in which sentence they stood."""

    subject: Ends = ()
    earlier: Ends = ()  # the subject before that one
    changes: Ends = ()  # of what the last clauses only say that it changes: 税收 增加，人口 减少，
    changes_border: int = -1  # of the last of them
    concern: Ends = ()  # A of 对于 A 来说，, in this sentence
    outcome: Ends = ()
    outcome_sentence: int = -9
    disposed: bool = False  # the last outcome is what the subject made of something: 把 A 转移到 B
    reached: bool = False  # the last outcome is where something went, not what it turned into
    object: Ends = ()  # the last one of the sentences before, where it is kept
    keeps_object: bool = True  # whether a sentence of the document may explain the object of one before: 即 …
    thinker: Ends = ()  # who was last said in this sentence to claim something
    person: Ends = ()  # the last subject that is a person or a group
    book: Ends = ()  # the last work named, for 该书
    several: Ends = ()  # the subjects of this sentence so far
    people: Ends = ()  # those of them that are persons or groups
    rivals: Ends = ()  # the subjects of the sentence before, where it had two: A V B，C V D
    trio: Ends = ()  # the subjects of the sentence before, where it had three or more: A V B，C V D，E V F
    first: Ends = ()  # the first subject of the sentence
    meant: tuple[int, Ends] | None = None  # the first 它 of the sentence that did something, and what it stood for
    pointed: bool = False  # the sentence speaks of what a word such as 它 stands for, though nobody knows what
    told: bool = False  # the subject is told what to do: 要, 应
    measures: Ends = ()  # the objects of a row of clauses that have no subject of their own
    led_border: int = -1  # where the last clause ends that says what they lead to
    wholes: list[Whole] = field(default_factory=list)  # what the headings so far divide
    pair: Ends = ()  # what 前者 and 后者 stand for
    contrast: Ends = ()  # the last two that were set against each other, in this sentence or the one before
    last: Told | None = None  # the sentence before
    named: list[Endpoint] = field(default_factory=list)  # the ends of the claims so far
    counted: Counted | None = None  # of what the sentence before says how many parts or causes it has
    teaching: Teaching | None = None
    key: list[KeyClaim] = field(default_factory=list)  # what the measures that follow are for
    role: Role | None = None
    effect: Effect | None = None
    pivot: Ends = ()  # B of A 使 B V, up to the border of its clause
    pivot_border: int = -1
    pushed: Ends = ()  # P of A 要求 P V B, which does what the next clause says
    pushed_border: int = -1
    sentence: int = -9
    speakers: set[str] = field(default_factory=set)  # names of those who have claimed something
    quoting: bool = False  # a quotation was left open
    speaker: str | None = None

    def begin_sentence(self, index: int) -> None:
        """Forget what is too far back for sentence `index` of the document."""
        if index - self.sentence > 1:
            self.subject = self.earlier = self.outcome = self.object = ()
        if self.contrast and self.contrast[0].sentence < index - 1:
            self.contrast = ()
        told = tuple({end.name: end for end in self.several}.values())  # A V，它 V；B V，它 V
        self.rivals = told if len(told) == 2 and index == self.sentence + 1 else ()
        self.trio = told if len(told) > 2 and index == self.sentence + 1 else ()
        self.concern = self.first = self.measures = self.several = self.people = self.thinker = ()
        self.key = []
        self.role = self.effect = self.meant = None
        self.pivot, self.pivot_border = (), -1
        self.changes, self.changes_border = (), -1
        self.pushed, self.pushed_border = (), -1
        self.pair = ()
        self.told = self.pointed = False
        self.led_border = -1

    def before(self) -> Iterator[Ends]:
        """Yield the two subjects of the sentence before and its last list of two, where it has them."""
        yield self.rivals
        if self.last is not None:
            yield self.last.last_couple()

    def subject_in(self, sentence: int) -> Ends:
        """Return the subject kept, if it is one of this sentence."""
        return self.subject if self.sentence == sentence else ()

    def keep_subject(self, ends: Ends, sentence: int) -> None:
        """Keep the subject of a clause; the first one of a sentence is kept beside."""
        if ends != self.subject:
            self.earlier = self.subject
        self.subject, self.sentence, self.measures = ends, sentence, ()
        self.first = self.first or ends
