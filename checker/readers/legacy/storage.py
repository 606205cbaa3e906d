"""The storage that old documents are (MS-CFB): a small file system, of whose streams a Word document has three."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

import olefile

from checker.model.record import NamedTuple
from checker.readers.legacy import refusals

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD, DATA = "WordDocument", "Data"
TABLES = ("0Table", "1Table")
MALFORMED = (OSError, ValueError, LookupError, OverflowError, RecursionError, struct.error)
"""What reading a damaged file may end in."""


class TooMuchError(Exception):
    """A document holds more of something than any that people write."""


_LOCKED = "EncryptedPackage"
_OTHERS = {
    "Workbook": "xls/et",
    "Book": "xls/et",
    "PowerPoint Document": "ppt/dps",
    "VisioDocument": "vsd",
    "MatOST": "Microsoft Works",
    "__properties_version1.0": "msg",
}
_SECTOR_SIZES = {9, 12}  # as powers of two
_MINI_SIZE = 6


class Storage(NamedTuple):
    """The streams of a Word document by their names."""

    streams: Mapping[str, bytes]

    @property
    def word(self) -> bytes:
        """The stream that holds the header and the text."""
        return self.streams[WORD]

    @property
    def data(self) -> bytes:
        """The stream that holds what is too large for its place elsewhere."""
        return self.streams.get(DATA, b"")


def opened(data: bytes, name: str) -> Storage:
    """Read the streams of a document; raises ReadError."""
    if len(data) < 512 or data[30] not in _SECTOR_SIZES or data[31] or data[32:34] != bytes((_MINI_SIZE, 0)):
        raise refusals.damaged(name)
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            found = _streams(file, name)
    except MALFORMED as error:
        raise refusals.damaged(name) from error
    if WORD not in found:
        raise refusals.damaged(name)
    return Storage(found)


def _streams(file: olefile.OleFileIO, name: str) -> dict[str, bytes]:
    if not file.exists(WORD):
        if file.exists(_LOCKED):
            raise refusals.encrypted(name)
        kind = next((kind for stream, kind in _OTHERS.items() if file.exists(stream)), "OLE")
        raise refusals.no_document(name, kind)
    return {one: _whole(file, one) for one in (WORD, DATA, *TABLES) if file.exists(one)}


def _whole(file: olefile.OleFileIO, stream: str) -> bytes:
    """Read a stream to its end, which a truncated file does not have."""
    content: bytes = file.openstream(stream).read()
    if len(content) != file.get_size(stream):
        raise OSError(stream)
    return content
