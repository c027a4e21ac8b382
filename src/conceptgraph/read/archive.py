"""The ZIP archives that Word files and e-books are: opened within limits, their parts found by name."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError
from urllib.parse import unquote

from conceptgraph.config import ReadConfig
from conceptgraph.errors import InputError

MEMBERS = 65_535  # as many as a plain ZIP directory can hold
MEGABYTE = 1 << 20
DAMAGES = (
    EOFError,
    LZMAError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
)
HARMLESS = 16 * MEGABYTE  # size up to which it does not matter how well a part is packed
PROTECTED = 1  # the bit of a member's flags
UTF_8 = 0x800  # the bit that says how a member's name is written


class Archive:
    """An open archive. Reading its parts takes from one allowance, so that no archive fills the memory."""

    def __init__(self, content: bytes, path: str, config: ReadConfig) -> None:
        self.path, self.config = path, config
        self.left = config.unpacked_megabytes * MEGABYTE
        try:
            self.file = zipfile.ZipFile(BytesIO(content))
            members = self.file.infolist()
        except DAMAGES as error:
            raise InputError("archive_damaged", path=path, cause=error) from error
        if len(members) > MEMBERS:
            raise InputError("archive_parts", path=path, count=len(members), limit=MEMBERS)
        self.members: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            for name in _names_of(member):
                self.members.setdefault(name, member)

    @property
    def names(self) -> list[str]:
        """The names of the parts, as written, in the order of the archive."""
        return [_slashes(member.filename) for member in self.file.infolist()]

    def read(self, name: str) -> bytes | None:
        """Return the content of a part, None where there is none of that name.

        The name may differ in case, and be written with per cent signs. Raises InputError where the part is damaged,
        needs a password, or would unpack to more than the limits.
        """
        member = next((self.members[key] for key in _keys(name) if key in self.members), None)
        if member is None or member.is_dir():
            return None
        if member.flag_bits & PROTECTED:
            raise InputError("archive_password", path=self.path)
        ratio = self.config.unpacked_ratio
        allowed = min(self.left, max(HARMLESS, member.compress_size * ratio))
        try:
            with self.file.open(member) as part:
                content = part.read(allowed + 1)
        except DAMAGES as error:
            raise InputError("part_damaged", path=self.path, part=name, cause=error) from error
        if len(content) > allowed:
            limit = self.config.unpacked_megabytes
            raise InputError("archive_bomb", path=self.path, part=name, limit=limit, ratio=ratio)
        self.left -= len(content)
        return content


def _slashes(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _keys(name: str) -> tuple[str, ...]:
    plain = _slashes(name)
    return plain, plain.casefold(), unquote(plain), unquote(plain).casefold()


def _names_of(member: zipfile.ZipInfo) -> list[str]:
    """Return the names under which a member may be asked for; old programs don't say that Chinese ones are GBK."""
    names = [_slashes(member.filename)]
    if not member.flag_bits & UTF_8 and not member.filename.isascii():
        for encoding in ("utf-8", "gb18030"):
            try:
                names.append(_slashes(member.filename.encode("cp437").decode(encoding)))
            except UnicodeError:
                continue
    return [key for name in names for key in (name, name.casefold())]
