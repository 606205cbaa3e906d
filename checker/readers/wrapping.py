"""Lines that a program broke at a fixed width, joined again into the paragraphs they were."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 36, 160  # cells; a Chinese character takes two
_RAGGED = 4  # cells by which a full line may fall short: a mark that may not begin a line is carried over
_FEWEST = 6
_INDENTED = 3
_CLOSING = tuple("。；;：:！!？?")


def joined_lines(lines: Sequence[str]) -> frozenset[int]:
    """Give the indices of lines that go on in the next line; empty unless the text as a whole is broken.

    Two signs tell: no line is wider than a width, in cells or in characters, that many lines fill and end at in the
    middle of a sentence; or paragraphs begin indented, and a line that is not indented goes on with a sentence.
    """
    if max((len(line) for line in lines), default=0) > _WIDEST:
        return frozenset()
    widths = [_cells(line.rstrip()) for line in lines]
    if not _NARROWEST <= max(widths, default=0) <= _WIDEST:
        return frozenset()
    open_ended = [index for index, line in enumerate(lines[:-1]) if _goes_on(line, lines[index + 1])]
    by_cells = _at_width(lines, widths, open_ended, _RAGGED)
    by_characters = _at_width(lines, [len(line) for line in lines], open_ended, 0)
    return max(by_cells, by_characters, key=len) or _by_indent(lines, widths, open_ended)


def _at_width(lines: Sequence[str], widths: Sequence[int], open_ended: Sequence[int], ragged: int) -> frozenset[int]:
    full = frozenset(index for index in open_ended if widths[index] >= max(widths) - ragged)
    filled = sum(1 for line in lines if line.strip())
    return full if len(full) >= _FEWEST and 3 * len(full) >= filled else frozenset()


def _by_indent(lines: Sequence[str], widths: Sequence[int], open_ended: Sequence[int]) -> frozenset[int]:
    indented = sum(1 for line in lines if line.startswith(("　　", "    ")))
    broken = frozenset(index for index in open_ended if widths[index] >= _NARROWEST // 2)
    return broken if indented >= _INDENTED and len(broken) >= _FEWEST else frozenset()


def _cells(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in line)


def _goes_on(line: str, following: str) -> bool:
    """A line that is blank or indented begins something new; one that closes a sentence ends something."""
    begins = not following or following[0].isspace()
    return bool(line.strip()) and not begins and not line.rstrip().endswith(_CLOSING)
