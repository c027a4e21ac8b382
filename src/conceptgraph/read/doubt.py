"""Whether the decoding of a file can be trusted: what is doubtful is refused with its remedy, not read as mojibake."""

from __future__ import annotations

from dataclasses import replace

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.read.records import Records


def check_decoding(records: Records, path: str, config: ReadConfig) -> Records:
    """Return `records`, with a warning where bytes of the file were lost.

    Raises InputError where the encoding was guessed with less than `config.encoding_margin`, or more than
    `config.lost_share` of the characters are bad sequences of bytes.
    """
    if not records.documents:
        return records
    first = records.documents[0]  # all documents of a file are of one decoding
    if first.margin < config.encoding_margin:
        raise InputError(
            "encoding_doubtful",
            path=path,
            encoding=first.encoding,
            margin=f"{max(first.margin, 0):.2f}",
            limit=config.encoding_margin,
        )
    if not first.lost:
        return records
    characters = records.characters or sum(len(document.text) for document in records.documents)
    if first.lost > characters * config.lost_share:
        share, limit = (f"{value:.2%}" for value in (min(first.lost / max(characters, 1), 1), config.lost_share))
        raise InputError(
            "encoding_lost", path=path, encoding=first.encoding, count=first.lost, share=share, limit=limit
        )
    warning = InputError("encoding_lost_some", path=path, encoding=first.encoding, count=first.lost)
    return replace(records, warnings=(*records.warnings, warning))
