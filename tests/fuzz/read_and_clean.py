"""Coverage-guided fuzzing of reading and cleaning, in process: `make fuzz`, or `python tests/fuzz/read_and_clean.py`.

The first byte chooses the ending of the file, the rest is its content. PDF is left out: its library runs in a process
of its own, which the fuzzer does not see into. What ends it: an exception that is no InputError, 5 s for one input,
1 GB of memory.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit('fuzzing needs atheris (Linux, CPython): pip install "conceptgraph[fuzz]"')

with atheris.instrument_imports(include=["conceptgraph"]):
    from conceptgraph.clean import clean
    from conceptgraph.config import Config
    from conceptgraph.errors import InputError
    from conceptgraph.model import Document
    from conceptgraph.read.doubt import check_decoding
    from conceptgraph.read.formats import READERS, reader_for
    from conceptgraph.script import simplify_document, write_back
    from conceptgraph.sentences import split_sentences

CONFIG = Config()
ENDINGS = sorted(ending for ending in READERS if ending != ".pdf")
LIMITS = ("-timeout=5", "-rss_limit_mb=1024", "-max_len=4000", "-dict=tests/fuzz/words.dict")
LONGEST = 200_000  # characters of a document that are cleaned


def read_and_clean(content: bytes) -> None:
    """Read the content as a file and clean its documents; every character must be kept or accounted for."""
    if not content or b"%PDF" in content:
        return
    name = f"fuzzed{ENDINGS[content[0] % len(ENDINGS)]}"
    try:
        records = check_decoding(reader_for(name, content[1:])(content[1:], name, CONFIG.read), name, CONFIG.read)
    except InputError:
        return
    for document in records.documents[:20]:
        if len(document.text) <= LONGEST:
            check_cleaning(document)


def check_cleaning(document: Document) -> None:
    """Clean and cut a document; the offset law must hold."""
    cleaned = clean(simplify_document(document), CONFIG.clean)
    kept = [at for block in cleaned.blocks for at in block.offsets]
    gone = [at for piece in cleaned.dropped for at in range(piece.start, piece.end)]
    if sorted(kept + gone) != list(range(len(document.text))):
        raise RuntimeError("a character is neither kept nor accounted for")
    _, sentences = write_back(document, cleaned, split_sentences(cleaned))
    left = set(gone)
    for sentence in sentences:
        at = [place for place in range(sentence.start, sentence.end) if place not in left]
        if "".join(cleaned.folds.get(place, document.text[place]) for place in at) != (
            sentence.written or sentence.text
        ):
            raise RuntimeError("a sentence is not what stands at its offsets")


def plant_seeds(folder: Path) -> None:
    """Write one input of each kind of `hostile` and one of each ending, as seeds."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    import exports
    import hostile

    folder.mkdir(parents=True, exist_ok=True)
    whole = {".docx": hostile.docx(), ".epub": hostile.epub(), ".xlsx": exports.sheet(exports.PAPERS)}
    texts = [hostile.PROSE[:1500], *(make(exports.PAPERS[:2]) for make in exports.EXPORTS.values())]
    for number, ending in enumerate(ENDINGS):
        content = whole.get(ending) or random.Random(number).choice(texts).encode()
        (folder / f"seed{ending}").write_bytes(bytes([number]) + content)
    for number, text in enumerate(texts):
        (folder / f"text-{number}").write_bytes(
            bytes([ENDINGS.index(".txt")]) + text.encode("gb18030", "ignore")[:3900]
        )


if __name__ == "__main__":
    seeds = Path("build/fuzz")
    plant_seeds(seeds)
    atheris.Setup([sys.argv[0], *LIMITS, *sys.argv[1:], str(seeds)], read_and_clean)
    atheris.Fuzz()
