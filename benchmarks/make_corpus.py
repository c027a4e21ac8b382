"""Make a corpus of any size out of abstracts: each is repeated with a share of its words replaced by others.

    python benchmarks/make_corpus.py SOURCE.jsonl TARGET --megabytes 10 [--seed 1] [--share 0.15] [--markdown FILES]

SOURCE has lines {"id", "title", "text"}; nothing of it is kept here. A word is replaced by one of the same
part of speech and length that stands elsewhere in SOURCE, so that sentences stay sentences and new terms keep coming,
as they do in a growing library. TARGET becomes a folder of JSONL files of about 4 MB or, with --markdown, of so many
Markdown files. The same source, size and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import rjieba

FILE_BYTES = 4_000_000
CONTENT = ("n", "v", "a")  # parts of speech that are replaced begin with these letters

Tagged = list[tuple[str, str]]


def load(source: Path) -> list[tuple[Tagged, Tagged]]:
    """Return title and text of each abstract, cut into words with parts of speech."""
    rows = map(json.loads, source.read_text(encoding="utf-8").splitlines())
    return [(rjieba.tag(row.get("title", "")), rjieba.tag(row["text"])) for row in rows]


def vocabulary(abstracts: list[tuple[Tagged, Tagged]]) -> dict[tuple[str, int], list[str]]:
    """Return the words that can replace one another, with repeats, by part of speech and length."""
    words: dict[tuple[str, int], list[str]] = {}
    for title, text in abstracts:
        for word, tag in (*title, *text):
            if tag[0] in CONTENT and len(word) > 1:
                words.setdefault((tag, len(word)), []).append(word)
    return words


def documents(source: Path, seed: int, share: float) -> Iterator[dict[str, str]]:
    """Yield documents without end: the abstracts in turn, in each round with other words replaced."""
    abstracts = load(source)
    words = vocabulary(abstracts)
    chance = random.Random(seed)

    def vary(tagged: Tagged) -> str:
        return "".join(
            chance.choice(words[tag, len(word)]) if (tag, len(word)) in words and chance.random() < share else word
            for word, tag in tagged
        )

    for number in count():
        title, text = abstracts[number % len(abstracts)]
        yield {"id": f"d{number:07}", "title": vary(title), "text": vary(text), "year": str(2000 + number % 25)}


def write_tables(rows: Iterator[dict[str, str]], target: Path, total: int) -> None:
    """Write JSONL files of about `FILE_BYTES` until `total` bytes are there."""
    written = 0
    for number in count():
        with (target / f"part-{number:04}.jsonl").open("wb") as file:
            while file.tell() < min(FILE_BYTES, total - written):
                file.write((json.dumps(next(rows), ensure_ascii=False) + "\n").encode())
            written += file.tell()
        if written >= total:
            return


def write_markdown(rows: Iterator[dict[str, str]], target: Path, total: int, files: int) -> None:
    """Write `files` Markdown files of the same length, each abstract a section."""
    for number in range(files):
        with (target / f"book-{number:05}.md").open("wb") as file:
            first = next(rows)
            file.write(f"# {first['title']}\n\n{first['text']}\n".encode())
            while file.tell() < total / files:
                row = next(rows)
                file.write(f"\n## {row['title']}\n\n{row['text']}\n".encode())


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--megabytes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.15, help="of the content words that are replaced (0.15)")
    parser.add_argument("--markdown", type=int, metavar="FILES", help="so many Markdown files instead of tables")
    arguments = parser.parse_args()
    arguments.target.mkdir(parents=True, exist_ok=True)
    rows = documents(arguments.source, arguments.seed, arguments.share)
    total = round(arguments.megabytes * 1_000_000)
    if arguments.markdown:
        write_markdown(rows, arguments.target, total, arguments.markdown)
    else:
        write_tables(rows, arguments.target, total)


if __name__ == "__main__":
    main()
