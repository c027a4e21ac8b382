"""Where the results of documents are kept between the passes, and from one build to the next."""

from conceptgraph.store.cache import GIGABYTE, cache_path, open_cache, program_stamp
from conceptgraph.store.entries import EntryLost, FileStore, MemoryStore, Nowhere, Store, key_of
from conceptgraph.store.evidence import (
    EVIDENCE_FILE,
    ClaimRow,
    DocumentRow,
    DocumentRows,
    EvidenceWriter,
    SentenceRow,
    is_storable,
    storable,
)
from conceptgraph.store.full_evidence import check_full_evidence, with_full_evidence
from conceptgraph.store.shelf import Shelf

__all__ = [
    "EVIDENCE_FILE",
    "GIGABYTE",
    "ClaimRow",
    "DocumentRow",
    "DocumentRows",
    "EntryLost",
    "EvidenceWriter",
    "FileStore",
    "MemoryStore",
    "Nowhere",
    "SentenceRow",
    "Shelf",
    "Store",
    "cache_path",
    "check_full_evidence",
    "is_storable",
    "key_of",
    "open_cache",
    "program_stamp",
    "storable",
    "with_full_evidence",
]
