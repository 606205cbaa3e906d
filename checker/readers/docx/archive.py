"""The zip archive that a Word document is, unpacked within bounds: what it claims of itself is not believed."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from checker.readers.docx import refusals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zipfile import ZipInfo

_MOST_ENTRIES = 5_000
_ENTRY = b"PK\x01\x02"
_LARGEST_SUM = 200 * 1024 * 1024
_LARGEST_RATIO, _SUSPECT = 200, 20 * 1024 * 1024
_LARGEST_PART = 64 * 1024 * 1024
_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, NotImplementedError)
_ENCRYPTED = 0x1


class Archive:
    """The entries of an archive by their places, in small letters and without a leading slash."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive in ``data`` of the file called ``name``; raises ReadError."""
        self._name = name
        if data.count(_ENTRY) > _MOST_ENTRIES:
            raise refusals.beyond_measure(name)
        try:
            self._zip = ZipFile(BytesIO(data))
        except _DAMAGE:
            raise refusals.damaged(name) from None
        entries = self._zip.infolist()
        if _is_bomb(entries):
            raise refusals.beyond_measure(name)
        self._entries = {place_of(entry.filename): entry for entry in entries}

    def __contains__(self, place: str) -> bool:
        return place in self._entries

    def read(self, place: str) -> bytes:
        """Unpack the entry at ``place``; raises ReadError."""
        entry = self._entries[place]
        if entry.flag_bits & _ENCRYPTED:
            raise refusals.encrypted(self._name)
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise refusals.damaged(self._name)
        if entry.file_size > _LARGEST_PART:
            raise refusals.beyond_measure(self._name)
        try:
            with self._zip.open(entry) as file:
                return file.read(entry.file_size + 1)  # read() alone would inflate more than the entry admits to
        except _DAMAGE:
            raise refusals.damaged(self._name) from None


def place_of(written: str) -> str:
    """Give a place in the archive as it is compared: some programs write backslashes or other capitals."""
    return written.replace("\\", "/").lstrip("/").lower()


def _is_bomb(entries: Iterable[ZipInfo]) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    return unpacked > _LARGEST_SUM or (unpacked > _SUSPECT and unpacked > _LARGEST_RATIO * packed)
