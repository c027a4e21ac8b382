"""Matching: token borders, leftmost-longest, aliases give the name."""

import pytest

from conceptgraph.match import Matcher
from conceptgraph.model import Lexicon, Sentence, TaggedSentence, Term


def tagged(words: str) -> TaggedSentence:
    parts = tuple(words.split("/"))
    text = "".join(parts)
    starts = tuple(len("".join(parts[:index])) for index in range(len(parts)))
    return TaggedSentence(Sentence("d", 0, text, 0, len(text)), parts, ("n",) * len(parts), starts)


def lexicon(*names: str, **aliases: str) -> Lexicon:
    return Lexicon(tuple(Term(name, (name, *aliases.get(name, "").split())) for name in names))


@pytest.mark.parametrize(
    ("names", "words", "expected"),
    [
        (("资本",), "资本家/占有/资本", [("资本", 5, 7)]),
        (("产品",), "生产/品质", []),
        (("数字", "数字劳动", "劳动异化"), "数字/劳动/异化", [("数字劳动", 0, 4)]),
        (("异化", "劳动异化"), "劳动/异化/与/异化", [("劳动异化", 0, 4), ("异化", 5, 7)]),
        ((), "资本", []),
        (("元叙事",), "元/叙事/的/元/叙事", [("元叙事", 0, 3), ("元叙事", 4, 7)]),
    ],
)
def test_mentions(names: tuple[str, ...], words: str, expected: list[tuple[str, int, int]]) -> None:
    assert [tuple(mention) for mention in Matcher(lexicon(*names)).match(tagged(words)).mentions] == expected


def test_an_alias_is_a_mention_of_its_name() -> None:
    found = Matcher(lexicon("异化", 异化="alienation")).match(tagged("alienation/即/异化")).mentions
    assert [(mention.term, mention.start) for mention in found] == [("异化", 0), ("异化", 11)]


def test_mentions_do_not_depend_on_the_order_of_terms() -> None:
    terms = lexicon("数字", "数字劳动", "劳动").terms
    sentence = tagged("数字/劳动/是/劳动")
    assert Matcher(Lexicon(terms)).match(sentence) == Matcher(Lexicon(terms[::-1])).match(sentence)


@pytest.mark.parametrize(
    ("words", "tags", "places"),
    [
        ("礼/是/目的", "n v n", [0]),
        ("信/和/礼", "n c n", [2]),
        ("礼/制度/史", "n n n", []),
        ("礼/让/他人", "c v r", []),
        ("把/“/礼/”/当作/目的", "p x c x v n", [2]),
        ("先王/提倡/礼", "n v n", [4]),
    ],
)
def test_a_term_of_one_character_is_found_where_it_stands_alone(words: str, tags: str, places: list[int]) -> None:
    sentence = tagged(words)._replace(tags=tuple(tags.split()))
    assert [mention.start for mention in Matcher(lexicon("礼")).match(sentence).mentions] == places
