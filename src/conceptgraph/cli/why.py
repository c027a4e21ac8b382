"""Why a term or relation is not in a graph: the stages are asked once more about its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from conceptgraph import discover
from conceptgraph.characters import simplify
from conceptgraph.cli.quotes import Quoter, explicit
from conceptgraph.discover.select import accept_terms, most_terms
from conceptgraph.match import Matcher
from conceptgraph.messages import text
from conceptgraph.model import UNDIRECTED, Document, Lexicon, PreparedDocument, Sentence, Term
from conceptgraph.relate import RuleSet, extract_relations, load_rules
from conceptgraph.relate.tokens import word_places
from conceptgraph.resources import word_list
from conceptgraph.segment import Segmenter
from conceptgraph.user_files import load_user_words

if TYPE_CHECKING:
    from conceptgraph.config import Config
    from conceptgraph.model import Concept, ConceptGraph, Relation, TaggedSentence

SHOWN_EXAMPLES = 3


def why_no_concept(name: str, graph: ConceptGraph, settings: Config, language: str) -> Iterator[str]:
    """Yield the reasons, from the text on: not there, only inside longer concepts, cut otherwise, below the limit."""
    name = simplify(name)
    texts = [(sentence.document, simplify(sentence.text)) for sentence in graph.sentences]
    standing = [(document, words) for document, words in texts if name in words]
    if not standing:
        yield text("why_absent", language, name=name)
        return
    count = sum(words.count(name) for _, words in standing)
    yield text("why_present", language, name=name, count=count, sentences=len(standing))
    comma = text("list_comma", language)
    longer = _longer_concepts(name, graph)
    if longer:
        named = comma.join(f"{other} ({times})" for other, times in longer.most_common(5))
        yield text("why_inside", language, names=named)
    prepared = _prepare(graph, {document for document, _ in standing}, settings)
    cuts = Counter(cut for each in prepared for tagged in each.sentences for cut in _other_cuts(name, tagged))
    if cuts:
        shown = comma.join(f"{cut} ({times})" for cut, times in cuts.most_common(SHOWN_EXAMPLES))
        yield text("why_cut", language, cuts=shown)
    for each in prepared:
        yield from _why_not_accepted(name, each, settings, language)
    yield text("why_remedy", language, name=name)


def why_no_relation(
    first: Concept, second: Concept, graph: ConceptGraph, settings: Config, quoter: Quoter
) -> Iterator[str]:
    """Yield each sentence that has both concepts, its cues, what was read from it, and what was not sure enough."""
    numbers = sorted(set(first.sentences) & set(second.sentences))
    rules = load_rules(load_user_words(settings.words).rules_file)
    numbered = _numbered(_prepare(graph, {graph.sentences[number].document for number in numbers}, settings), graph)
    tagged = {number: sentence for sentences in numbered for number, sentence in sentences.items()}
    read: dict[int, list[str]] = {}
    for edge in filter(explicit, graph.edges):
        for evidence in edge.evidence:
            step = quoter.step(edge.source, edge.relation, edge.target, edge.directed)
            read.setdefault(evidence.sentences[0], []).append(step)
    below = _below_the_limit({first.name, second.name}, numbered, rules, graph, settings)
    for number in numbers:
        yield from quoter.sentence(number)
        sentence = quoter.sentences[number].text
        cues = rules.finder.find(tagged[number].sentence.text, word_places(tagged[number]))
        borders = (*tagged[number].starts, len(sentence))
        found = sorted({sentence[borders[first] : borders[stop]] for first, (stop, _) in cues.items()})
        if found:
            yield "    " + text("why_cues", quoter.language, cues=text("list_comma", quoter.language).join(found))
        else:
            yield "    " + text("why_no_cue", quoter.language)
        for step in read.get(number, ()):
            yield "    " + text("why_read_instead", quoter.language, step=step)
        for each in below.get(number, ()):
            step = quoter.step(each.source, each.relation, each.target, each.relation not in UNDIRECTED)
            limit = settings.relate.lowest_confidence
            yield "    " + text("why_below", quoter.language, step=step, sure=each.confidence, limit=limit)


def _numbered(documents: Iterable[PreparedDocument], graph: ConceptGraph) -> list[dict[int, TaggedSentence]]:
    """Return the sentences of each document by their numbers in the graph."""
    numbers: dict[str, list[int]] = {}
    for number, each in enumerate(graph.sentences):
        numbers.setdefault(each.document, []).append(number)
    return [dict(zip(numbers[each.document.id], each.sentences, strict=True)) for each in documents]


def _below_the_limit(
    ends: set[str],
    numbered: Sequence[Mapping[int, TaggedSentence]],
    rules: RuleSet,
    graph: ConceptGraph,
    settings: Config,
) -> dict[int, list[Relation]]:
    """Return by sentence what is read between two concepts that no edge links, were no confidence too low."""
    matcher = Matcher(Lexicon(tuple(Term(each.name, (each.name, *each.aliases)) for each in graph.concepts)))
    below: dict[int, list[Relation]] = {}
    for sentences in numbered:
        numbers = list(sentences)
        matched = [matcher.match(tagged) for tagged in sentences.values()]
        for relation in extract_relations(matched, rules, replace(settings.relate, lowest_confidence=0.0)):
            if {relation.source, relation.target} == ends:
                below.setdefault(numbers[relation.sentences[0]], []).append(relation)
    return below


def _longer_concepts(name: str, graph: ConceptGraph) -> Counter[str]:
    """Return how often each longer concept that contains `name` is mentioned."""
    found: Counter[str] = Counter()
    for concept in graph.concepts:
        if any(name in form for form in (concept.name, *concept.aliases)):
            found[concept.name] = concept.frequency
    return found


def _prepare(graph: ConceptGraph, documents: set[str], settings: Config) -> list[PreparedDocument]:
    """Return the documents as pass 1 saw them, made again from the sentences of the graph."""
    segmenter = Segmenter(settings.segment, load_user_words(settings.words).lexicon)
    tagged: dict[str, list[TaggedSentence]] = {}
    for each in graph.sentences:
        if each.document in documents:
            place = len(tagged.setdefault(each.document, []))
            section = tuple(each.section.split(" / "))
            sentence = Sentence(each.document, place, simplify(each.text), each.start, each.end, each.kind, section)
            tagged[each.document].append(segmenter.tag(sentence))
    return [PreparedDocument(Document(name, "", "", ""), tuple(sentences)) for name, sentences in tagged.items()]


def _other_cuts(name: str, tagged: TaggedSentence) -> Iterator[str]:
    """Yield how the words run, where an occurrence of `name` does not begin and end on word borders."""
    borders = {*tagged.starts, len(tagged.sentence.text)}
    for match in re.finditer(re.escape(name), tagged.sentence.text):
        if match.start() in borders and match.end() in borders:
            continue
        words = zip(tagged.words, tagged.starts, strict=True)
        yield "/".join(word for word, at in words if at < match.end() and at + len(word) > match.start())


def _why_not_accepted(name: str, prepared: PreparedDocument, settings: Config, language: str) -> Iterator[str]:
    """Yield what became of the term as a candidate of one document."""
    if name in word_list("generic_words"):
        yield text("why_generic", language, name=name)
        return
    config = settings.discover
    candidates = discover.find_candidates(prepared, config)
    if name not in candidates:
        yield text("why_no_candidate", language, name=name)
        return
    everything = [accepted for accepted, _ in accept_terms(candidates, config)]
    if name not in everything:
        yield text("why_dependent", language, name=name)
    else:
        rank, limit = everything.index(name) + 1, most_terms(prepared, config)
        yield text("why_rank", language, rank=rank, candidates=len(everything), limit=min(limit, len(everything)))
