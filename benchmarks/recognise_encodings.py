"""How often the encoding of a sample is recognised, beside chardet (extra `bench`).

Samples of our own texts, simplified and converted to traditional characters, of several lengths, in every encoding that
has them. Right is a sample whose Chinese characters, letters and digits come out as they were.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import chardet

from conceptgraph.characters import traditionalize
from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.decode import decode

ROOT = Path(__file__).parent.parent
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "eval" / "texts").iterdir())]
ENGLISH = "The platform turns time into data, and data into a commodity (Smith 2014: 45). "
LENGTHS, EACH = (20, 50, 200, 1000), 60
ENCODINGS = {
    "hans": ("utf-8", "gb2312", "gb18030", "utf-16-le", "utf-16-be"),
    "hant": ("utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be"),
}
WORDS = re.compile("[^\u3400-\u9fffA-Za-z0-9]")


def samples(chance: random.Random) -> Iterator[tuple[str, int, str]]:
    """Yield (script, length, text): prose, and every third one with English between its pieces."""
    for script, texts in (("hans", TEXTS), ("hant", [traditionalize(text) for text in TEXTS])):
        for length in LENGTHS:
            for number in range(EACH):
                text = chance.choice(texts)
                at = chance.randrange(max(1, len(text) - length))
                sample = text[at : at + length]
                yield script, length, ENGLISH.join(re.findall(".{1,20}", sample)) if number % 3 == 2 else sample


def ours(content: bytes) -> str | None:
    """Return the text, None where the encoding is refused as doubtful."""
    try:
        decoded = decode(content, "auto", "sample")
    except InputError:
        return None
    return decoded.text if decoded.margin >= ReadConfig().encoding_margin else None


def theirs(content: bytes) -> str | None:
    """Return the text in the encoding that chardet names, None where it cannot be decoded so."""
    try:
        return content.decode(chardet.detect(content)["encoding"] or "ascii")
    except (LookupError, UnicodeError):
        return None


def main() -> None:
    """Print, for each encoding and length, the shares that are right and wrong; the rest is refused."""
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for script, length, text in samples(random.Random(1)):
        for encoding in ENCODINGS[script]:
            content = text.encode(encoding, "ignore")
            truth = WORDS.sub("", content.decode(encoding))
            for name, read in (("ours", ours), ("chardet", theirs)):
                found = read(content)
                outcome = "refused" if found is None else "right" if WORDS.sub("", found) == truth else "wrong"
                counts[encoding, length][f"{name} {outcome}"] += 1
    columns = [f"{name} {outcome}" for name in ("ours", "chardet") for outcome in ("right", "wrong", "refused")]
    print(f"{'encoding':12}{'length':>7}" + "".join(f"{column:>17}" for column in columns))
    for (encoding, length), counted in sorted(counts.items()):
        total = sum(counted[column] for column in columns[:3])
        shares = (f"{counted[column] / total:17.1%}" for column in columns)
        print(f"{encoding:12}{length:7}" + "".join(shares))


if __name__ == "__main__":
    main()
