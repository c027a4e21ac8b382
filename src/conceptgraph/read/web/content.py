"""The blocks of a page -> those of its main text: no navigation, no advertising, no comments, no related links.

The main text is the smallest element that holds nearly all prose of the page. Prose is what is not made of links; parts
that are called by the names of furniture (rules/page_parts.txt) count only where they hold much of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from conceptgraph.read.looks import Written
from conceptgraph.read.web.walk import Block
from conceptgraph.resources import word_list

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

FURNITURE_ROLES = frozenset({"banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"})
TAGS = {"content": ("article", "main"), "furniture": ("aside", "footer", "nav")}
NAMED = frozenset(
    (
        *("article", "aside", "dd", "div", "dl", "footer", "form", "header", "li", "main"),
        *("nav", "ol", "p", "section", "span", "table", "td", "ul"),
    )
)
HOLDERS = frozenset({"article", "body", "center", "div", "form", "html", "main", "section", "td"})
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u4e00-\u9fff]+")
SENTENCE = re.compile("[，。；！？、：]")
FEWEST = 10  # Chinese characters of a block without punctuation that counts as prose
MOST_LINKED = 0.5  # share of a block's characters in links
ENOUGH = 300  # Chinese characters of prose that are a text
MISNAMED = 0.4  # share of the page's prose above which a part is no furniture, whatever its name
MOST_FURNITURE = 0.6  # share of the page's prose above which its names mean nothing
MAIN = 0.7  # share that a part called the content must have
NEARLY_ALL = 0.85  # share that the main text keeps on the way down
DATE = re.compile(r"\W*\d{4}\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}(?!\S{0,2}，)")
SHORT_LINE = 60  # characters up to which a line can be furniture by its words


Lines = Sequence[Sequence["LexborNode"]]  # of each block the elements around it, innermost first


def main_text(blocks: Sequence[Block]) -> tuple[list[Written], list[Written]]:
    """Return the blocks of the main text, in which lines about the page are asides, and the short lines before it."""
    lines = [list(_upwards(block.node)) for block in blocks]
    weights = [_weight(block) for block in blocks]
    named = _furniture(lines, weights)
    kept = [i for i, line in enumerate(lines) if not _is_in(line, named)]
    inside = _choose([lines[i] for i in kept], [weights[i] for i in kept])
    chosen = [i for i in kept if inside is None or any(node.mem_id == inside for node in lines[i])]
    notes = [i for i, block in enumerate(blocks) if block.written.aside == "footnote" and i not in set(chosen)]
    before = [blocks[i].written for i in kept if chosen and i < chosen[0]]
    return [_settled(blocks[i]) for i in [*chosen, *notes] if not _is_links(blocks[i])], before


def _upwards(node: LexborNode) -> Iterator[LexborNode]:
    current: LexborNode | None = node
    while current is not None:
        yield current
        current = current.parent


def _weight(block: Block) -> int:
    """Return how many characters of prose a block has."""
    written = block.written
    if _is_links(block) or written.aside in ("code", "table"):
        return 0
    prose = block.chinese - block.linked
    return prose if prose >= FEWEST or SENTENCE.search(written.text) else 0


def _is_links(block: Block) -> bool:
    """Tell whether a block is made of links; a heading may be one, a note begins with one."""
    if block.written.level or block.written.aside == "footnote":
        return False
    return block.linked > MOST_LINKED * block.chinese


def _furniture(lines: Lines, weights: Sequence[int]) -> frozenset[int]:
    """Return the elements that are furniture by their name.

    Comments are, however long, where enough prose stands beside them; other parts only where they hold little of the
    page, one by one and together.
    """
    comments = frozenset(_held(lines, weights, "comments"))
    rest = [0 if _is_in(line, comments) else weight for line, weight in zip(lines, weights, strict=True)]
    if sum(rest) < ENOUGH:
        comments, rest = frozenset(), list(weights)
    total = sum(rest)
    named = frozenset(key for key, weight in _held(lines, rest, "furniture").items() if weight <= MISNAMED * total)
    away = sum(weight for line, weight in zip(lines, rest, strict=True) if _is_in(line, named))
    return comments | named if away <= MOST_FURNITURE * total else comments


def _held(lines: Lines, weights: Sequence[int], what: str) -> dict[int, int]:
    """Return how much prose the elements called `what` hold, by their identity."""
    called: dict[int, bool] = {}
    held: dict[int, int] = {}
    for line, weight in zip(lines, weights, strict=True):
        for node in line:
            if node.mem_id not in called:
                called[node.mem_id] = _is_called(node, what)
            if called[node.mem_id]:
                held[node.mem_id] = held.get(node.mem_id, 0) + weight
    return held


def _is_in(line: Sequence[LexborNode], elements: frozenset[int]) -> bool:
    return any(node.mem_id in elements for node in line)


def _is_called(node: LexborNode, what: str) -> bool:
    """Tell whether an element is called `what` (content, comments, furniture) by its tag, role, class or id."""
    tag, attributes = node.tag or "", node.attributes
    if tag not in NAMED:
        return False
    if tag in TAGS.get(what, ()) or (what == "furniture" and (attributes.get("role") or "") in FURNITURE_ROLES):
        return True
    words = {word.lower() for key in ("class", "id") for word in WORDS.findall(attributes.get(key) or "")}
    if words.isdisjoint(_parts()[what]):
        return False
    return what != "furniture" or words.isdisjoint(_parts()["content"])


@cache
def _parts() -> dict[str, frozenset[str]]:
    """Return the words in the names of parts, and those with which lines of furniture begin, by kind."""
    entries = [entry.split(" ", 1) for entry in word_list("page_parts")]
    kinds = ("comments", "content", "ends", "furniture", "line")
    return {kind: frozenset(word for each, word in entries if each == kind) for kind in kinds}


def _choose(lines: Lines, weights: Sequence[int]) -> int | None:
    """Return the identity of the element that holds the main text; None for the whole page."""
    total = sum(weights)
    if not total:
        return None
    held: dict[int, int] = {}
    depth: dict[int, int] = {}
    content: set[int] = set()
    for line, weight in zip(lines, weights, strict=True):
        for height, node in enumerate(line):
            if node.mem_id not in held:
                depth[node.mem_id] = len(line) - height if node.tag in HOLDERS else 0
                if _is_called(node, "content"):
                    content.add(node.mem_id)
            held[node.mem_id] = held.get(node.mem_id, 0) + weight
    named = [key for key in content if held[key] >= MAIN * total]
    if named:
        total = held[max(named, key=lambda key: depth[key])]
        candidates = [key for key in held if held[key] >= NEARLY_ALL * total and held[key] <= total]
    else:
        candidates = [key for key in held if held[key] >= NEARLY_ALL * total]
    return max(candidates, key=lambda key: depth[key])


def _settled(block: Block) -> Written:
    """Return the block as shown; a line about the page (printing, sharing, the next article) is an aside."""
    written = block.written
    text = written.text.removeprefix("- ").lstrip(" >|·【[（(")
    short = len(text) <= SHORT_LINE and not written.aside and not text.endswith("。")
    if short and (DATE.match(text) or text.startswith(_beginnings()) or text.rstrip(" :：").endswith(_endings())):
        return replace(written, aside="page", level=None)
    return written


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(sorted(_parts()["line"]))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_parts()["ends"]))
