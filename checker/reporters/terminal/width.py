"""Display width: a Chinese character takes two cells of a terminal, and lines break between characters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

START, STOP = "\x01", "\x02"
"""Zero-width marks around quoted words; document text cannot hold them, because controls are written out before."""

_OPENING = "（《〈「『【〔“‘［(\\[{" + START
_CLOSING = "）》〉」』】〕”’］，。；：？！、…—·,.;:?!)\\]}%％～" + STOP
_ASCII = "!-'*-Z\\\\^-z|~"
_UNIT = rf"\s+|[{_OPENING}]*(?:[{_ASCII}]+|[^\s{_OPENING}{_CLOSING}])[{_CLOSING}]*|[{_OPENING}{_CLOSING}]+"


def cells(text: str) -> int:
    """Count the terminal cells ``text`` takes; ambiguous characters count as wide, as Chinese consoles show them."""
    return sum(map(_cells, text))


@lru_cache(maxsize=8192)
def _cells(character: str) -> int:
    if character in (START, STOP) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WFA" else 1


def pad(text: str, width: int) -> str:
    """Fill up with spaces on the right."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """Break into lines of at most ``width`` cells; a line begins with no closing mark and ends with no opening one."""
    lines, line, used = [], "", 0
    for unit in _units(text, width):
        size = cells(unit)
        if line and used + size > width:
            lines.append(line.rstrip())
            line, used = "", 0
            if unit.isspace():
                continue
        line, used = line + unit, used + size
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _units(text: str, width: int) -> list[str]:
    units: list[str] = []
    for match in compiled(_UNIT).finditer(text):
        units += [match[0]] if cells(match[0]) <= width else _pieces(match[0], width)
    return units


def _pieces(text: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for character in text:
        size = _cells(character)
        if piece and used + size > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + character, used + size
    yield piece
