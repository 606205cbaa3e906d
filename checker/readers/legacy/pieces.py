"""The text of a Word document, put together from the pieces in which editing left it (MS-DOC, 2.8.35, 2.9.38)."""

from __future__ import annotations

from bisect import bisect_right
from struct import unpack_from
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.legacy.header import TEXT
from checker.readers.legacy.storage import TooMuchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.readers.legacy.header import Header

_CHANGES, _TABLE = 1, 2
_ENTRY = 8
_MOST = 100_000
_NARROW, _PLACE = 1 << 30, (1 << 30) - 1


class Piece(NamedTuple):
    """A range ``[start, end)`` of characters, the place of its first byte, and how many bytes a character takes."""

    start: int
    end: int
    place: int
    width: int


class Text(NamedTuple):
    """The characters, each a unit of UTF-16, and the pieces that they are in."""

    characters: str
    pieces: tuple[Piece, ...]

    def place(self, index: int) -> int:
        """Tell where in the file a character stands."""
        piece = self.pieces[bisect_right(self.pieces, index, key=lambda one: one.start) - 1]
        return piece.place + (index - piece.start) * piece.width


def text(header: Header) -> Text:
    """Read the text itself, without notes, heads and text boxes; raises ValueError where pieces are missing."""
    pieces = tuple(_pieces(header.part(TEXT), header.characters))
    characters = "".join(_characters(header.word, one) for one in pieces)
    if not pieces or len(characters) != header.characters:
        raise ValueError(len(characters))
    return Text(characters, pieces)


def whole(units: str) -> str:
    """Join the halves of characters beyond the basic plane, as UTF-16 has them."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _pieces(part: bytes, characters: int) -> Iterator[Piece]:
    at = 0
    while part[at] == _CHANGES:
        at += 3 + unpack_from("<H", part, at + 1)[0]
    kind, size = unpack_from("<BI", part, at)
    count = (size - 4) // (4 + _ENTRY)
    if count > _MOST:
        raise TooMuchError
    starts = unpack_from(f"<{count + 1}I", part, at + 5)
    entries = at + 5 + 4 * (count + 1)
    if kind != _TABLE or starts[0]:
        raise ValueError(kind)
    for index in range(count):
        start, end = starts[index], min(starts[index + 1], characters)
        place = unpack_from("<I", part, entries + index * _ENTRY + 2)[0]
        if start < end:
            narrow = place & _NARROW
            yield Piece(start, end, (place & _PLACE) // 2 if narrow else place & _PLACE, 1 if narrow else 2)
        if end == characters:
            return


def _characters(word: bytes, piece: Piece) -> str:
    content = word[piece.place : piece.place + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        return content.decode("cp1252", "replace")
    return "".join(map(chr, unpack_from(f"<{len(content) // 2}H", content)))
