"""A text cut at its stops and marks, and the runs of pieces that stand in it twice."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STOPS = "。;:!?、.()\n\t"
_ITEM = "[一二三四五六七八九十]是"
_LEAST = 6  # characters of a piece that may begin a run
_RUN_AT_MOST = 80  # pieces
_LED_AT_MOST = 60
_COMPARED = 3  # earlier places of a piece
_NEAR_ENOUGH = 0.75  # of a piece between two that stand twice


class Pieces(NamedTuple):
    """What stands between the stops of a text: as cut, without blanks around (``words``), and where each is cut off."""

    cut: list[str]
    words: list[str]
    cuts: list[int]

    def start(self, index: int) -> int:
        """Give the place of a piece's first word."""
        return self.end(index) - len(self.words[index])

    def end(self, index: int) -> int:
        """Give the end of a piece's last word."""
        return self.cuts[index] + len(self.cut[index].rstrip())

    def span(self, first: int, length: int) -> Span:
        """Give the range of ``length`` pieces."""
        return Span(self.start(first), self.end(first + length - 1))


class Run(NamedTuple):
    """Pieces ``[first, first + length)`` that stand again as ``[second, second + length)``.

    ``led`` characters at the end of the pieces before them are alike as well.
    """

    first: int
    second: int
    length: int
    led: int = 0


def pieces_of(text: str, extent: Span) -> Pieces:
    """Cut the text; the numbers of items (一是) are cut off."""
    cut = text[extent.start : extent.end]
    for stop in _STOPS:
        cut = cut.replace(stop, ",")
    raw = compiled(_ITEM).sub(",,", cut).split(",")
    cuts = list(accumulate(map(len, raw), lambda at, size: at + size + 1, initial=extent.start))
    return Pieces(raw, list(map(str.strip, raw)), cuts)


def runs_of(words: Sequence[str]) -> Iterator[Run]:
    """Give the longest runs that begin with a piece of some length, the second place told once."""
    counts = Counter(one for one in words if len(one) >= _LEAST)
    repeated = {one for one, count in counts.items() if count > 1}
    places: dict[str, list[int]] = {}
    until = 0
    for index in [at for at, one in enumerate(words) if one in repeated] if repeated else ():
        earlier = places.setdefault(words[index], [])
        if index >= until and earlier:
            run = max((_extended(words, at, index) for at in earlier[-_COMPARED:]), key=lambda one: one.length)
            yield run
            until = index + run.length
        earlier.append(index)


def _extended(words: Sequence[str], first: int, second: int) -> Run:
    most = min(second - first, len(words) - second, _RUN_AT_MOST)
    length = 1
    while length < most and _goes_on(words, first + length, second + length):
        length += 1
    while not words[second + length - 1]:
        length -= 1
    return Run(first, second, length, _led(words, first, second))


def _led(words: Sequence[str], first: int, second: int) -> int:
    """Count what is alike before the first piece, where it is more than a word."""
    if not first or first == second - 1:
        return 0
    alike = _common(words[first - 1][: -_LED_AT_MOST - 1 : -1], words[second - 1][: -_LED_AT_MOST - 1 : -1])
    return alike if alike >= _LEAST else 0


def _goes_on(words: Sequence[str], first: int, second: int) -> bool:
    one, other = words[first], words[second]
    if one == other:
        return True
    if second + 1 >= len(words) or len(words[second + 1]) < _LEAST:
        return False
    return words[first + 1] == words[second + 1] and _alike(one, other)


def _alike(one: str, other: str) -> bool:
    """A few characters differ, and no digits."""
    if _digits(one) != _digits(other) or not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    head = _common(shorter, longer)
    tail = _common(shorter[head:][::-1], longer[head:][::-1])
    return head + tail >= _NEAR_ENOUGH * len(longer)


def _digits(words: str) -> str:
    return "".join(char for char in words if char.isdigit())


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
