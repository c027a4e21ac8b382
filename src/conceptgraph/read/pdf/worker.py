"""The process that opens a PDF: bytes on standard input, settings as arguments, one JSON line a page as output.

It imports nothing of the package (but where it must rewrite), so that it starts at once; it can be stopped when a
damaged file makes the library hang or fill the memory. Lines: ``{"pages": n}`` first, then pages or
``{"failed": cause}``, then ``{"done": true}``; ``{"refused": why}`` ends it early. Exit code 1 means that its time was
over, 70 a traceback.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import re
import sys
import time
import traceback
import zlib
from pathlib import Path
from typing import Any

PAGE_ALLOWANCE = 0.2  # seconds that each page read adds to the time; a page takes some 5 ms
REWRITING_ALLOWANCE = 0.1  # seconds a page for rewriting fonts; a page takes some 20 ms
LOST = "decompress"  # in what the library logs of a page whose content is lost
BUG = 70  # exit code
ASKEW = 3  # degrees
MEGABYTE = 1 << 20
LIBRARY_ERRORS = (OSError, RuntimeError, ValueError)  # what pdf_oxide raises
MOST_UNPACKED = 16  # megabytes of a stream that are looked through
STREAM = re.compile(rb"(?<!end)stream\r?\n")
HEAD = 400  # bytes before a stream in which its filter is named
MISREAD = re.compile(
    rb"-EUC-H|GBK2K-H|-B5-H|B5pc-H|/ActualText|/BaseFont\s*/[^\s/<>\[\]]*(?:#[89A-Fa-f][0-9A-Fa-f]|[\x81-\xfe])"
)


class Refused(Exception):
    """The file is not read at all: `why`, and what to say of it."""

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why)
        self.why, self.values = why, values


def main() -> None:
    """Read the file and print its pages."""
    seconds, megabytes, most_pages, most_characters = (int(argument) for argument in sys.argv[1:5])
    content = sys.stdin.buffer.read()
    _limit_memory(megabytes)

    logging.getLogger().addHandler(HEARD)
    seconds += len(content) // MEGABYTE
    _start_clock(seconds, 0.0)
    try:
        document = _open(content)
        count = int(document.page_count)
        if count > most_pages:
            raise Refused("pages", count=count)
        _start_clock(seconds, REWRITING_ALLOWANCE * count)
        document = _rewritten(document, content)
        started = time.monotonic()
        _say(pages=count)
        for number in range(count):
            _start_clock(seconds, PAGE_ALLOWANCE * number - (time.monotonic() - started))
            _say(**_read_page(document, number, most_characters))
        _say(done=True)
    except MemoryError:
        _say(refused="memory")
    except Refused as refusal:
        _say(refused=refusal.why, **refusal.values)
    except LIBRARY_ERRORS as error:
        _say(refused=_why(error), cause=str(error))


def _limit_memory(megabytes: int) -> None:
    """Bound the memory of this process where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))


def _start_clock(seconds: int, more: float) -> None:
    """End this process, whatever it is at, after `seconds` and what the pages so far have earned or used."""
    faulthandler.dump_traceback_later(max(0.1, seconds + more), exit=True, file=sys.stderr)


def _open(content: bytes) -> Any:
    import pdf_oxide

    document = pdf_oxide.PdfDocument.from_bytes(content)
    if not document.authenticate(""):
        raise Refused("password")
    return document


def _why(error: Exception) -> str:
    """Return why the library refuses a file, by its words."""
    words = str(error).lower()
    return "password" if "password" in words else "encryption" if "encrypt" in words else "damaged"


def _rewritten(document: Any, content: bytes) -> Any:
    """Return the document without what the library misreads, where it has such things; see the module rewrite."""
    encrypted = b"/Encrypt" in content
    if not encrypted and not _needs_rewriting(content):
        return document
    try:
        plain = document.to_bytes(compress=False, garbage_collect=False)
    except LIBRARY_ERRORS:
        return document
    if encrypted and not _needs_rewriting(plain):
        return document
    sys.path.append(str(Path(__file__).parents[3]))
    try:
        from conceptgraph.read.pdf.rewrite import rewrite

        changed = rewrite(plain)
    except MemoryError:
        raise
    except Exception:  # a file too damaged for the second library is read as it is
        return document
    import pdf_oxide

    return pdf_oxide.PdfDocument.from_bytes(changed) if changed else document


def _needs_rewriting(content: bytes) -> bool:
    """Tell whether a file that isn't encrypted has what the library misreads, also in its packed streams."""
    if MISREAD.search(content):
        return True
    whole = memoryview(content)
    for match in STREAM.finditer(content):
        head = content[max(0, match.start() - HEAD) : match.start()].rpartition(b" obj")[2]
        if b"FlateDecode" not in head or b"/Image" in head or b"/Length1" in head:
            continue
        try:
            unpacked = zlib.decompressobj().decompress(whole[match.end() :], MEGABYTE * MOST_UNPACKED)
        except zlib.error:
            continue
        if MISREAD.search(unpacked):
            return True
    return False


class _Listener(logging.Handler):
    """Remembers what the library only logs: a page whose content it cannot unpack comes out empty."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a message."""
        self.words.append(record.getMessage())


HEARD = _Listener()


def _read_page(document: Any, number: int, most_characters: int) -> dict[str, object]:
    """Return the characters of a page as columns, and what of it pictures cover (0..1)."""
    HEARD.words.clear()
    try:
        found = document.extract_chars(number)
        lost = next((words for words in HEARD.words if LOST in words), None)
        if lost and not found:
            return {"failed": lost}
        if len(found) > most_characters:
            return {"failed": f"{len(found)} characters"}
        box = document.page_crop_box(number) or document[number].bbox  # page_media_box knows no inherited one
        pictures = _covered(document, number, box)
    except MemoryError:
        raise
    except BaseException as error:  # a panic of the library is no Exception
        return {"failed": str(error)}
    fonts = {name: at for at, name in enumerate(sorted({each.font_name for each in found}))}
    return {
        "box": box,
        "pictures": pictures,
        "fonts": list(fonts),
        "text": [each.char for each in found],
        "font": [fonts[each.font_name] for each in found],
        "x": [round(each.origin_x, 2) for each in found],
        "y": [round(each.origin_y, 2) for each in found],
        "width": [round(abs(each.advance_width), 2) for each in found],
        "size": [round(abs(each.font_size), 2) for each in found],
        "turn": [_quarter(each.rotation_degrees + 180 * (each.font_size < 0)) for each in found],
    }


def _quarter(degrees: float) -> int:
    """Return by how many quarters text is turned to the left, -1 where it runs askew, as watermarks do."""
    quarters = round(degrees / 90)
    return quarters % 4 if abs(degrees - 90 * quarters) < ASKEW else -1


def _covered(document: Any, number: int, box: tuple[float, float, float, float]) -> float:
    """Return the share of a page that its largest picture covers; 0 where the library cannot tell (encrypted files)."""
    area = abs((box[2] - box[0]) * (box[3] - box[1])) or 1.0
    try:
        pictures = document.page_images(number)
    except LIBRARY_ERRORS:
        return 0.0
    return round(min(1.0, max((abs(each["width"] * each["height"]) / area for each in pictures), default=0.0)), 3)


def _say(**line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main()
    except Exception:  # our own mistake: its traceback belongs to the program that called
        traceback.print_exc()
        os._exit(BUG)
    sys.stdout.flush()
    os._exit(0)  # at once, whatever threads the library still has
