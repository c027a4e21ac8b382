"""The user's word wins over statistics: lexicon, stopwords, synonyms and edits, applied on every build.

`edit_lexicon` changes the lexicon before pass 2 matches it; `edit_relations` changes the relations of a document before
chains are made of them. Both say which edits they used, so that the others can be reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conceptgraph.errors import RuleError
from conceptgraph.model import UNDIRECTED, ConceptGraph, Lexicon, Relation, Term
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
class EditedRelations:
    """The relations of a document that remain, and the edits that they met."""

    relations: tuple[Relation, ...]
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
    yield from (Edit("synonyms", group[1:], group[0]) for group in user.synonyms)
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
        actions = {
            "merge": self.merge,
            "rename": self.merge,
            "synonyms": self.join,
            "drop": self.drop,
            "keep": self.keep,
        }
        return actions[edit.action](edit) if edit.action in actions else False

    def merge(self, edit: Edit) -> bool:
        """Join the names; where none of them is a term, make one of them, since the user knows it."""
        if not any(self.names.get(name) in self.terms for name in (edit.to, *edit.names)):
            self.terms[edit.to] = Term(edit.to, (edit.to,), sources=("user",))
            self.names[edit.to] = edit.to
        return self.join(edit)

    def join(self, edit: Edit) -> bool:
        """Make one term of the terms that have the names, called `edit.to`; the other names become forms of it."""
        wanted = dict.fromkeys([edit.to, *edit.names])
        met = list(dict.fromkeys(self.names[name] for name in wanted if self.names.get(name) in self.terms))
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
        self.terms[term.name] = replace(term, kind=edit.to or term.kind, sources=("user",))
        self.names[name] = term.name
        return present is not None

    def _called(self, names: Sequence[str]) -> list[str]:
        """Return every name that at present stands for one of `names`."""
        return [form for form, name in self.names.items() if name in names]

    def renamed(self) -> dict[str, str]:
        """Return {name: present name} of the names that the user changed."""
        return {form: name for form, name in sorted(self.names.items()) if self.original.get(form) != name}


def edit_relations(relations: Iterable[Relation], edited: EditedLexicon, user: UserWords) -> EditedRelations:
    """Return the relations of a document with the user's names and types; those with a dropped concept, those that the
    user rejects and those that link a concept with itself are left out.
    """
    judge = _Judge(edited, user)
    kept = tuple(found for found in map(judge.judge, relations) if found)
    return EditedRelations(kept, frozenset(judge.used))


def _present_names(edited: EditedLexicon) -> dict[str, str]:
    """Return the name of every form of the lexicon in force."""
    return {form: term.name for term in edited.lexicon.terms for form in term.forms} | dict(edited.names)


class _Judge:
    """Applies the present names and the relation edits; remembers which edits it used."""

    def __init__(self, edited: EditedLexicon, user: UserWords) -> None:
        self.names = edited.names
        self.renames: dict[str, list[Edit]] = {}
        self.verdicts: dict[tuple[str, str], list[Edit]] = {}
        called = _present_names(edited) if user.edits else {}
        for edit in user.edits:
            if edit.action in CLAIM_ACTIONS:
                source, target = (called.get(name, name) for name in edit.names)
                self.verdicts.setdefault((source, target), []).append(edit)
            else:
                for name in edit.names:
                    self.renames.setdefault(name, []).append(edit)
        self.used: set[Edit] = set()

    def judge(self, relation: Relation) -> Relation | None:
        """Return the relation as the user wants it, None where it is out."""
        source, target = self._name(relation.source), self._name(relation.target)
        speaker = self._name(relation.speaker) if relation.speaker else None
        kind = self._type(source, target, relation.relation)
        if not kind or DROPPED in (source, target) or source == target:
            return None
        speaker = speaker or relation.speaker
        if (source, target, speaker, kind) == (relation.source, relation.target, relation.speaker, relation.relation):
            return relation
        return replace(relation, source=source, target=target, speaker=speaker, relation=kind)

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


def unused_edits(user: UserWords, used: Collection[Edit], graph: ConceptGraph) -> tuple[RuleError, ...]:
    """Return a message for each edit that changes nothing in `graph`, because its texts have no such concept or
    relation, in the order of the file.
    """
    return tuple(
        RuleError("edit_unused", file=user.edits_file, line=edit.line, action=edit.action, names=" ".join(edit.names))
        for edit in user.edits
        if edit not in used and not _is_met(edit, graph)
    )


def _is_met(edit: Edit, graph: ConceptGraph) -> bool:
    """Tell whether an edit that met no term made one that the texts mention (keep, merge and rename do)."""
    if edit.action not in ("keep", "merge", "rename"):
        return False
    return any(name in sentence.text for sentence in graph.sentences for name in edit.names)
