"""PDF as literature databases deliver it: one document a file.

Characters with places (`extract`, by the library pdf_oxide in a process of its own) are repaired (`repair`,
`vertical`), set into rows (`rows`) and columns (`columns`), parted from the furniture of the page (`furniture`) and
written down (`text`, `paragraphs`), if they are Chinese at all (`judge`).
"""

from __future__ import annotations

from collections.abc import Sequence

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Document
from conceptgraph.read.pdf.extract import extract
from conceptgraph.read.pdf.judge import check_layer, check_pictures, check_signs
from conceptgraph.read.pdf.repair import normalise, repair_shifted
from conceptgraph.read.pdf.text import write_text
from conceptgraph.read.pdf.vertical import turn_vertical
from conceptgraph.read.records import Records

HEADER_WITHIN = 1024  # bytes that may stand before the header %PDF


def read_pdf(content: bytes, path: str, config: ReadConfig) -> Records:
    """Return the one document of a PDF, its lines in reading order, with a form feed after each page.

    Raises InputError where the file is protected, damaged, scanned, unreadable or beyond a limit; what was repaired or
    left out is a warning.
    """
    if b"%PDF" not in content[:HEADER_WITHIN]:
        raise InputError("pdf_not", path=path)
    extraction = extract(content, path, config)
    warnings = []
    if extraction.unread:
        warnings.append(InputError("pdf_pages_unread", path=path, pages=_listed(extraction.unread)))
    scanned = check_pictures(extraction.pages, path, config)
    if scanned:
        warnings.append(InputError("pdf_pages_scanned", path=path, pages=_listed(scanned)))
    repaired = repair_shifted(turn_vertical(normalise(extraction.pages)))
    if repaired.count:
        before, after = repaired.before, repaired.after
        warnings.append(InputError("pdf_repaired", path=path, count=repaired.count, before=before, after=after))
    text, asides = write_text(repaired.pages)
    warnings.extend(check_signs(text, path, config))
    check_layer(text, path, config)
    document = Document(id="", title="", path=path, text=text, encoding="pdf", format="PDF", asides=asides, parted=True)
    return Records((document,), warnings=tuple(warnings))


def _listed(numbers: Sequence[int]) -> str:
    """Return page numbers as text, neighbours as one range.

    >>> _listed([1, 3, 4, 5])
    '1, 3-5'
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    return ", ".join("-".join(map(str, each)) for each in ranges)
