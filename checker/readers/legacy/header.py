"""The header of a Word document (MS-DOC, 2.5): which version wrote it, and where its parts are."""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.legacy import refusals
from checker.readers.legacy.storage import TABLES, TooMuchError

if TYPE_CHECKING:
    from checker.readers.legacy.storage import Storage

_WORD_97, _FIRST_VERSION = 0xA5EC, 0xC1
_OLDER = frozenset({0xA5DC, 0xA59B, 0xA59C, 0xA698, 0xA699})
_ENCRYPTED, _OBFUSCATED, _SECOND_TABLE = 0x100, 0x8000, 0x200
_COUNTS, _PLACES = 0x4C, 0x9A
_SHORTEST = 32
_MOST_TEXT = 2_000_000  # characters, a hundred times a long report
STYLES, RUNS, PARAGRAPHS, TEXT, LISTS, LIST_USES = 1, 12, 13, 33, 73, 74
"""Numbers of the parts that are read."""


class Header(NamedTuple):
    """The streams, the number of characters of the text itself, and those of footnotes and of text boxes."""

    word: bytes
    table: bytes
    data: bytes
    characters: int
    footnotes: int
    boxes: int

    def part(self, number: int) -> bytes:
        """Give a part of the table stream by its number; empty where the document has none."""
        return self.table[self.place(number) :][: unpack_from("<I", self.word, _PLACES + 8 * number + 4)[0]]

    def place(self, number: int) -> int:
        """Tell where in the table stream a part begins."""
        start: int = unpack_from("<I", self.word, _PLACES + 8 * number)[0]
        return start


def is_too_old(storage: Storage, name: str) -> bool:
    """Tell a document that a Word before that of 1997 wrote; raises ReadError where there is no header."""
    if len(storage.word) < _SHORTEST:
        raise refusals.damaged(name)
    kind, version = unpack_from("<HH", storage.word)
    return kind in _OLDER or (kind == _WORD_97 and version < _FIRST_VERSION)


def header(storage: Storage, name: str) -> Header:
    """Read the header; raises ReadError where the document is locked, TooMuchError, and those of MALFORMED."""
    kind, _, flags = unpack_from("<HH6xH", storage.word)
    if kind != _WORD_97:
        raise ValueError(kind)
    if flags & (_ENCRYPTED | _OBFUSCATED):
        raise refusals.encrypted(name)
    table = storage.streams[TABLES[bool(flags & _SECOND_TABLE)]]
    text, footnotes, _, _, _, endnotes, boxes = unpack_from("<7i", storage.word, _COUNTS)
    if text > _MOST_TEXT:
        raise TooMuchError
    return Header(storage.word, table, storage.data, text, footnotes + endnotes, boxes)
