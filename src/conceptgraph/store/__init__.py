"""Where the results of documents are kept between the passes, and from one build to the next."""

from conceptgraph.store.cache import GIGABYTE, cache_path, open_cache, program_stamp
from conceptgraph.store.entries import EntryLost, FileStore, MemoryStore, Nowhere, Store, key_of

__all__ = [
    "GIGABYTE",
    "EntryLost",
    "FileStore",
    "MemoryStore",
    "Nowhere",
    "Store",
    "cache_path",
    "key_of",
    "open_cache",
    "program_stamp",
]
