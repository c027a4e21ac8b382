"""Tagged sentences + lexicon -> mentions: leftmost-longest, on token borders."""

from __future__ import annotations

import daachorse

from conceptgraph.model import Lexicon, MatchedSentence, Mention, TaggedSentence
from conceptgraph.resources import word_list

OPENING, CLOSING = "“‘「『《\"'", "”’」』》\"'"
NAMING = frozenset("nvagjsz")  # first letters of the tags of words that can be a name by themselves
COMPOUNDING = frozenset("nabgjlisz")  # of those that a word of one character forms a compound with


class Matcher:
    """Finds the terms of a lexicon in one pass over a sentence (an Aho-Corasick automaton over all forms).

    A match begins and ends on a token border, so that 资本 is not found in 资本家. Of overlapping matches the
    leftmost wins, and of those that begin together the longest. A term of one character (仁) is found where it stands
    alone, since elsewhere it is part of another word or a function word (和).
    """

    def __init__(self, lexicon: Lexicon) -> None:
        names: dict[str, str] = {}
        for term in lexicon.terms:
            for form in term.forms:
                names.setdefault(form, term.name)
        self.forms = sorted(names)
        self.names = [names[form] for form in self.forms]
        self.automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self.forms) if names else None

    def entries_in(self, text: str) -> list[tuple[str, str]]:
        """Return the forms that stand anywhere in `text`, sorted, each with the name that it stands for.

        >>> from conceptgraph.model import Term
        >>> Matcher(Lexicon((Term("资本", ("资本", "资金")), Term("劳动", ("劳动",))))).entries_in("资金与资本家")
        [('资本', '资本'), ('资金', '资本')]
        """
        found = self.automaton.find_overlapping(text) if self.automaton else ()
        return [(self.forms[number], self.names[number]) for number in sorted({number for _, _, number in found})]

    def match(self, tagged: TaggedSentence) -> MatchedSentence:
        """Return `tagged` with its mentions.

        >>> from conceptgraph.model import Sentence, Term
        >>> lexicon = Lexicon((Term("资本", ("资本",)), Term("数字资本", ("数字资本",))))
        >>> sentence = Sentence("d", 0, "资本家掌握数字资本", 0, 9)
        >>> tagged = TaggedSentence(sentence, ("资本家", "掌握", "数字", "资本"), ("n", "v", "n", "n"), (0, 3, 5, 7))
        >>> Matcher(lexicon).match(tagged).mentions
        (Mention(term='数字资本', start=5, end=9),)
        """
        if self.automaton is None:
            return MatchedSentence(tagged, ())
        text = tagged.sentence.text
        found = self.automaton.find_overlapping(text)
        if not found:
            return MatchedSentence(tagged, ())
        borders = {*tagged.starts, len(text)}
        longest: dict[int, tuple[int, int]] = {}
        for start, end, number in found:
            if start not in borders or end not in borders or (start in longest and end <= longest[start][0]):
                continue
            if end - start > 1 or _stands_alone(tagged, tagged.starts.index(start)):
                longest[start] = (end, number)
        mentions: list[Mention] = []
        reached = 0
        for start in sorted(longest):
            if start >= reached:
                reached, number = longest[start]
                mentions.append(Mention(self.names[number], start, reached))
        return MatchedSentence(tagged, tuple(mentions))


def _stands_alone(tagged: TaggedSentence, index: int) -> bool:
    """Whether a word of one character stands in quotation marks, or is a noun (or the like) beside none."""
    words, tags = tagged.words, tagged.tags
    before, after = "".join(words[max(index - 1, 0) : index]), "".join(words[index + 1 : index + 2])
    if before and after and before in OPENING and after in CLOSING:
        return True
    if tags[index][0] not in NAMING or words[index] in word_list("function_words"):
        return False
    beside = (*tags[max(index - 1, 0) : index], *tags[index + 1 : index + 2])
    return not any(tag[0] in COMPOUNDING or tag == "vn" for tag in beside)
