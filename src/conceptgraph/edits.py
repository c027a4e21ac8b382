"""The user's word wins over statistics: lexicon, stopwords, synonyms and edits, applied on every build.

`edit_lexicon` changes the lexicon before pass 2 matches it; `edit_claims` changes the relations and chains of a
document before the graph is built. Both say which edits they used, so that the others can be reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conceptgraph.errors import RuleError
from conceptgraph.model import UNDIRECTED, Chain, Lexicon, Relation, Term
from conceptgraph.user_words import CLAIM_ACTIONS, Edit, UserWords

DROPPED = ""  # the name of a dropped concept in `EditedLexicon.names`


@dataclass(frozen=True, slots=True)
class EditedLexicon:
    """The lexicon in force. `names` gives the present name of each name that the user changed, "" where it is dropped;
    it also holds names that are no term, because a relation may name them.
    """

    lexicon: Lexicon
    names: Mapping[str, str] = field(default_factory=dict)
    used: frozenset[Edit] = frozenset()


@dataclass(frozen=True, slots=True)
class EditedClaims:
    """The relations and chains of a document that remain, and the edits that changed them."""

    relations: tuple[Relation, ...]
    chains: tuple[Chain, ...]
    used: frozenset[Edit] = frozenset()


def edit_lexicon(lexicon: Lexicon, user: UserWords) -> EditedLexicon:
    """Return `lexicon` with the user's words: lexicon entries kept, synonyms merged, stopwords dropped, then the edits
    one after another in the order of the file. A concept may be named by any of its forms.

    >>> found = Lexicon((Term("数字劳动", ("数字劳动",)), Term("本文", ("本文",))))
    >>> edited = edit_lexicon(found, UserWords(stopwords=frozenset(["本文"]), synonyms=(("数字劳动", "數位勞動"),)))
    >>> [term.forms for term in edited.lexicon.terms], edited.names["數位勞動"], edited.names["本文"]
    ([('数字劳动', '數位勞動')], '数字劳动', '')
    """
    changes = _Changes(lexicon)
    used = frozenset(edit for edit in _all_edits(user) if changes.apply(edit))
    terms = tuple(changes.terms[name] for name in sorted(changes.terms))
    variants = tuple(pair for pair in lexicon.variants if changes.terms.keys() >= set(pair))
    return EditedLexicon(Lexicon(terms, variants), changes.renamed(), used & set(user.edits))


def _all_edits(user: UserWords) -> Iterable[Edit]:
    """Yield what the user wants of the lexicon, as edits, in the order in which it applies."""
    yield from (Edit("keep", (entry.word,)) for entry in user.lexicon)
    yield from (Edit("merge", group[1:], group[0]) for group in user.synonyms)
    yield from (Edit("drop", (word,)) for word in sorted(user.stopwords))
    yield from user.edits


class _Changes:
    """The terms by name while edits are applied, the name of each form, and the names that are no terms."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.terms = {term.name: term for term in lexicon.terms}
        self.names = {form: term.name for term in lexicon.terms for form in term.forms}
        self.original = dict(self.names)

    def apply(self, edit: Edit) -> bool:
        """Apply a concept edit; tell whether it met a term (relation edits meet none)."""
        action = {"merge": self.merge, "rename": self.merge, "drop": self.drop, "keep": self.keep}.get(edit.action)
        return action(edit) if action else False

    def merge(self, edit: Edit) -> bool:
        """Make one term of the names, called `edit.to`; a name that is no term becomes a form of it."""
        wanted = dict.fromkeys([edit.to, *edit.names])
        met = list(dict.fromkeys(self.names[name] for name in wanted if self.names.get(name)))
        known = [self.terms.pop(name) for name in met]
        forms = {*wanted, *(form for term in known for form in term.forms)}
        self.names.update(dict.fromkeys(sorted({*forms, *self._called(met)}), edit.to))
        if known:
            strongest = max(known, key=lambda term: (term.name == edit.to, term.frequency, term.name))
            self.terms[edit.to] = replace(
                strongest,
                name=edit.to,
                forms=(edit.to, *sorted(forms - {edit.to})),
                frequency=sum(term.frequency for term in known),
                documents=max(term.documents for term in known),
                score=max(term.score for term in known),
            )
        return any(name in self.original for name in edit.names)

    def drop(self, edit: Edit) -> bool:
        """Remove the term that has the name as a form."""
        name = edit.names[0]
        term = self.terms.pop(self.names.get(name, name), None)
        gone = {name, *(self._called([term.name]) if term else ())}
        self.names.update(dict.fromkeys(sorted(gone), DROPPED))
        return term is not None

    def keep(self, edit: Edit) -> bool:
        """Add the name as a term, sure to be one, unless it is a form of a term already; set its kind where given."""
        name = edit.names[0]
        present = self.terms.get(self.names.get(name, name))
        term = present or Term(name, (name,), score=1.0, sources=("user",))
        self.terms[term.name] = replace(term, kind=edit.to or term.kind)
        self.names[name] = term.name
        return present is not None

    def _called(self, names: Sequence[str]) -> list[str]:
        """Return every name that at present stands for one of `names`."""
        return [form for form, name in self.names.items() if name in names]

    def renamed(self) -> dict[str, str]:
        """Return {name: present name} of the names that the user changed."""
        return {form: name for form, name in sorted(self.names.items()) if self.original.get(form) != name}


def edit_claims(
    relations: Iterable[Relation], chains: Iterable[Chain], edited: EditedLexicon, user: UserWords
) -> EditedClaims:
    """Return the relations and chains of a document with the user's names; those with a dropped concept, those that the
    user rejects and those that link a concept with itself are left out.
    """
    judge = _Judge(edited, user)
    kept = tuple(found for found in map(judge.relation, relations) if found)
    linked = tuple(found for found in map(judge.chain, chains) if found)
    return EditedClaims(kept, linked, frozenset(judge.used))


class _Judge:
    """Applies the present names and the relation edits; remembers which edits it used."""

    def __init__(self, edited: EditedLexicon, user: UserWords) -> None:
        self.names = edited.names
        self.renames: dict[str, list[Edit]] = {}
        self.verdicts: dict[tuple[str, str], list[Edit]] = {}
        called = {form: term.name for term in edited.lexicon.terms for form in term.forms} | dict(edited.names)
        for edit in user.edits:
            if edit.action in CLAIM_ACTIONS:
                source, target = (called.get(name, name) for name in edit.names)
                self.verdicts.setdefault((source, target), []).append(edit)
            else:
                for name in edit.names:
                    self.renames.setdefault(name, []).append(edit)
        self.used: set[Edit] = set()

    def relation(self, relation: Relation) -> Relation | None:
        """Return the relation as the user wants it, None where it is out."""
        source, target = self._name(relation.source), self._name(relation.target)
        speaker = self._name(relation.speaker) if relation.speaker else None
        kind = self._type(source, target, relation.relation)
        if not kind or DROPPED in (source, target) or source == target:
            return None
        return replace(relation, source=source, target=target, speaker=speaker or relation.speaker, relation=kind)

    def chain(self, chain: Chain) -> Chain | None:
        """Return the chain as the user wants it, None where a concept or link of it is out."""
        names = [self._name(name) for name in chain.concepts]
        if DROPPED in names:
            return None
        hops = [hop for hop in zip(names, names[1:], chain.relations, strict=False) if hop[0] != hop[1]]
        kinds = [self._type(*hop) for hop in hops]
        if not hops or not all(kinds):
            return None
        concepts = (hops[0][0], *(target for _, target, _ in hops))
        return replace(chain, concepts=concepts, relations=tuple(kinds))

    def _name(self, name: str) -> str:
        """Return the present name of a concept, "" where it is dropped."""
        self.used.update(self.renames.get(name, ()))
        return self.names.get(name, name)

    def _type(self, source: str, target: str, relation: str) -> str:
        """Return the type of a relation after the user's verdicts, "" where it is rejected."""
        verdicts = self.verdicts.get((source, target), [])
        if relation in UNDIRECTED:
            verdicts = [*verdicts, *self.verdicts.get((target, source), [])]
        for edit in sorted(verdicts, key=lambda edit: edit.line):
            if edit.relation in ("", relation):
                self.used.add(edit)
                relation = edit.to if edit.action == "retype" else ""
        return relation


def unused_edits(user: UserWords, used: Collection[Edit], names: Collection[str]) -> tuple[RuleError, ...]:
    """Return a message for each edit whose concepts or relations the texts do not have, in the order of the file.

    `names` are the concepts of the graph with their aliases, among which a kept concept must be.
    """
    return tuple(
        RuleError("edit_unused", file=user.edits_file, line=edit.line, action=edit.action, names=" ".join(edit.names))
        for edit in user.edits
        if edit not in used and not (edit.action == "keep" and edit.names[0] in names)
    )
