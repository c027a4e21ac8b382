"""Where the results of documents are kept between the passes, and from one build to the next."""

from conceptgraph.store.cache import GIGABYTE, cache_path, open_cache, program_stamp
from conceptgraph.store.entries import EntryLost, FileStore, MemoryStore, Nowhere, Store, key_of
from conceptgraph.store.shelf import Shelf, characters_of

__all__ = [
    "GIGABYTE",
    "EntryLost",
    "FileStore",
    "MemoryStore",
    "Nowhere",
    "Shelf",
    "Store",
    "cache_path",
    "characters_of",
    "key_of",
    "open_cache",
    "program_stamp",
]
