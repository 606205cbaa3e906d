"""Characters that tracked changes, hiding or a symbol font set apart: most of a text is not among them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.legacy.modifiers import DELETED, HIDDEN, INSERTED, SYMBOL, number
from checker.readers.legacy.storage import TooMuchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.readers.legacy.formatting import Formatting
    from checker.readers.legacy.pieces import Text

_ON = frozenset({1, 0x81})  # the second: other than the style has it
_OFF = b""
_MOST = 100_000
_LONGEST_ROW = 1_000  # of one symbol again and again
_CODES = (DELETED, INSERTED, HIDDEN, SYMBOL)


class Mark(NamedTuple):
    """A range ``[start, end)`` of characters that is marked; ``symbol`` is what a symbol font draws for each."""

    start: int
    end: int
    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    symbol: int = 0


def marks(text: Text, formatting: Formatting) -> tuple[Mark, ...]:
    """Find marked characters, in their order; raises TooMuchError where there are more than in any document."""
    found = tuple(islice(_marks(text, formatting), _MOST + 1))
    if len(found) > _MOST or any(one.symbol and one.end - one.start > _LONGEST_ROW for one in found):
        raise TooMuchError
    return found


def _marks(text: Text, formatting: Formatting) -> Iterator[Mark]:
    for piece in text.pieces:
        at = piece.start
        while at < piece.end:
            run = formatting.at(piece.place + (at - piece.start) * piece.width)
            end = min(piece.end, max(at + 1, piece.start + (run.end - piece.place) // piece.width))
            said = dict(run.properties)
            if any(code in said for code in _CODES):
                deleted, inserted, hidden = (
                    number(said.get(code, _OFF)) in _ON for code in (DELETED, INSERTED, HIDDEN)
                )
                symbol = number(said[SYMBOL][2:]) & 0xFFFF if SYMBOL in said else 0
                yield Mark(at, end, deleted, inserted, hidden, symbol)
            at = end
