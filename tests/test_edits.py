"""The user's word wins over statistics."""

from conceptgraph.edits import EditedLexicon, edit_lexicon, edit_relations, unused_edits
from conceptgraph.model import ConceptGraph, GraphSentence, Lexicon, Relation, Span, Term
from conceptgraph.user_words import Edit, UserWord, UserWords

LEXICON = Lexicon(
    (
        Term("劳动异化", ("劳动异化", "劳动的异化"), frequency=3, documents=1, score=0.4),
        Term("异化劳动", ("异化劳动",), frequency=5, documents=2, score=0.6),
        Term("数字劳动", ("数字劳动",), frequency=9, documents=2, score=0.9),
        Term("本文", ("本文",), frequency=2, documents=1, score=0.1),
    ),
    variants=(("劳动异化", "异化劳动"),),
)


def edited(*edits: Edit, **words: object) -> EditedLexicon:
    """Return the lexicon after these edits."""
    return edit_lexicon(LEXICON, UserWords(edits=edits, **words))  # type: ignore[arg-type]


def forms(found: EditedLexicon) -> dict[str, tuple[str, ...]]:
    """Return the forms of each term."""
    return {term.name: term.forms for term in found.lexicon.terms}


def relation(source: str, target: str, kind: str = "causes", speaker: str | None = None) -> Relation:
    """Return a relation; where it stands does not matter here."""
    span = Span(0, 0, 1)
    return Relation(source, target, kind, "d", (0,), span, span, span, "导致", "r", speaker)


def claims(user: UserWords, *relations: Relation) -> list[tuple[str, str, str]]:
    """Return what remains of relations after the user's edits."""
    found = edit_relations(relations, edit_lexicon(LEXICON, user), user)
    return [(each.source, each.target, each.relation) for each in found.relations]


def test_nothing_to_do() -> None:
    assert edited() == EditedLexicon(LEXICON)


def test_merge_joins_forms_and_counts() -> None:
    merge = Edit("merge", ("劳动异化", "异化劳动", "疏离"), "异化劳动")
    found = edited(merge)
    assert forms(found)["异化劳动"] == ("异化劳动", "劳动异化", "劳动的异化", "疏离")
    term = next(term for term in found.lexicon.terms if term.name == "异化劳动")
    assert (term.frequency, term.documents, term.score) == (8, 2, 0.6)
    assert "劳动异化" not in forms(found)
    assert found.lexicon.variants == ()
    assert found.used == {merge}


def test_a_concept_may_be_named_by_any_form() -> None:
    assert forms(edited(Edit("rename", ("劳动的异化",), "劳动之异化"))).keys() >= {"劳动之异化"}
    assert "劳动异化" not in forms(edited(Edit("drop", ("劳动的异化",))))


def test_edits_follow_one_another() -> None:
    found = edited(Edit("rename", ("数字劳动",), "数智劳动"), Edit("merge", ("数智劳动",), "异化劳动"))
    assert forms(found)["异化劳动"] == ("异化劳动", "数字劳动", "数智劳动")
    assert found.names["数字劳动"] == "异化劳动"
    gone = edited(Edit("drop", ("数字劳动",)), Edit("keep", ("数字劳动",)))
    assert "数字劳动" in forms(gone)


def test_names_that_are_no_terms_become_one_by_an_edit_but_not_by_synonyms() -> None:
    assert forms(edited(Edit("rename", ("福克思",), "福克斯")))["福克斯"] == ("福克斯", "福克思")
    assert edited(synonyms=(("电脑", "计算机"),)).lexicon == LEXICON
    found = edited(Edit("merge", ("计算机",), "计算"), synonyms=(("电脑", "计算机"),))
    assert forms(found)["计算"] == ("计算", "计算机")


def test_lexicon_entries_are_terms_with_certainty() -> None:
    term = next(term for term in edited(lexicon=(UserWord("元叙事"),)).lexicon.terms if term.name == "元叙事")
    assert (term.score, term.sources) == (1.0, ("user",))


def test_keep_sets_the_kind() -> None:
    found = edited(Edit("keep", ("数字劳动",), "work"))
    assert {term.name: term.kind for term in found.lexicon.terms}["数字劳动"] == "work"


def test_stopwords_and_synonyms() -> None:
    found = edited(stopwords=frozenset(["本文"]), synonyms=(("疏离", "异化劳动"), ("无此词", "也无此词")))
    assert forms(found).keys() == {"劳动异化", "疏离", "数字劳动"}
    assert found.names["异化劳动"] == "疏离"
    assert found.names["本文"] == ""


def test_relations_follow_the_concepts() -> None:
    user = UserWords(
        edits=(
            Edit("rename", ("数字劳动",), "数智劳动"),
            Edit("drop", ("我们",)),
            Edit("merge", ("工人", "劳动者"), "劳动者"),
        )
    )
    found = claims(
        user,
        relation("数字劳动", "异化"),
        relation("我们", "异化"),
        relation("工人", "异化"),
        relation("工人", "劳动者"),
    )
    assert found == [("数智劳动", "异化", "causes"), ("劳动者", "异化", "causes")]


def test_speakers_are_renamed() -> None:
    user = UserWords(edits=(Edit("rename", ("福克思",), "福克斯"),))
    found = edit_relations([relation("甲", "乙", speaker="福克思")], edit_lexicon(LEXICON, user), user)
    assert found.relations[0].speaker == "福克斯"


def test_reject_one_type_or_all() -> None:
    both = (relation("甲", "乙"), relation("甲", "乙", "becomes"), relation("乙", "甲"))
    one = UserWords(edits=(Edit("reject", ("甲", "乙"), relation="causes"),))
    assert claims(one, *both) == [("甲", "乙", "becomes"), ("乙", "甲", "causes")]
    every = UserWords(edits=(Edit("reject", ("甲", "乙")),))
    assert claims(every, *both) == [("乙", "甲", "causes")]


def test_an_undirected_relation_is_meant_in_either_order() -> None:
    user = UserWords(edits=(Edit("reject", ("乙", "甲"), relation="equals"),))
    assert claims(user, relation("甲", "乙", "equals")) == []


def test_retype() -> None:
    user = UserWords(edits=(Edit("retype", ("数字劳动", "乙"), "becomes", "causes"),))
    assert claims(user, relation("数字劳动", "乙"), relation("数字劳动", "乙", "is_a")) == [
        ("数字劳动", "乙", "becomes"),
        ("数字劳动", "乙", "is_a"),
    ]


def test_unknown_targets_are_reported() -> None:
    edits = (
        Edit("drop", ("本文",), line=1),
        Edit("drop", ("无此词",), line=2),
        Edit("rename", ("只在关系中",), "关系", line=3),
        Edit("reject", ("甲", "无"), line=4),
        Edit("keep", ("元叙事",), line=5),
        Edit("keep", ("不出现",), line=6),
    )
    user = UserWords(edits=edits, edits_file="my-edits.toml")
    lexicon = edit_lexicon(LEXICON, user)
    found = edit_relations([relation("只在关系中", "甲")], lexicon, user)
    text = "历史的元叙事是劳动。"
    sentence = GraphSentence(0, "d", "", 0, None, "body", text, 0, len(text), ())
    unused = unused_edits(user, lexicon.used | found.used, ConceptGraph((), (sentence,), (), (), ()))
    assert [problem.values["line"] for problem in unused] == [2, 4, 6]
    assert str(unused[0]) == "my-edits.toml, line 2: drop 无此词 changes nothing: not in these texts"
