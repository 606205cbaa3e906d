"""The properties of a character or paragraph by its place in the file: pages of 512 bytes, searched like an index."""

from __future__ import annotations

from bisect import bisect_right
from struct import unpack_from
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.legacy.modifiers import LARGE, modifiers
from checker.readers.legacy.storage import TooMuchError

if TYPE_CHECKING:
    from checker.readers.legacy.header import Header

_PAGE = 512
_MOST_APART = 20_000_000  # bytes
_PAGE_NUMBER = (1 << 22) - 1


class Run(NamedTuple):
    """Bytes up to ``end`` that have the same properties; ``style`` is that of a paragraph."""

    end: int
    style: int
    properties: tuple[tuple[int, bytes], ...]


class Formatting:
    """The properties of all paragraphs or of all characters; a page is read when something on it is asked for."""

    def __init__(self, header: Header, part: int, *, paragraphs: bool) -> None:
        """Read the index, which is a part of the table stream."""
        content = header.part(part)
        count = max(0, len(content) - 4) // 8
        self._starts = unpack_from(f"<{count + 1}I", content) if count else ()
        self._numbers = unpack_from(f"<{count}I", content, 4 * (count + 1)) if count else ()
        self._header = header
        self._paragraphs = paragraphs
        self._apart = 0
        self._pages: dict[int, tuple[tuple[int, ...], list[Run | None]]] = {}

    def at(self, place: int) -> Run:
        """Give the run that the byte at ``place`` is in; raises ValueError where there is none."""
        index = bisect_right(self._starts, place) - 1
        if not 0 <= index < len(self._numbers):
            raise ValueError(place)
        number = self._numbers[index] & _PAGE_NUMBER
        starts, runs = self._page(number)
        inside = bisect_right(starts, place) - 1
        if not 0 <= inside < len(runs):
            raise ValueError(place)
        known = runs[inside]
        if known is None:
            known = runs[inside] = self._run(number, inside, starts)
        return known

    def _page(self, number: int) -> tuple[tuple[int, ...], list[Run | None]]:
        if number not in self._pages:
            page = self._header.word[number * _PAGE : (number + 1) * _PAGE]
            count = page[_PAGE - 1]
            self._pages[number] = (unpack_from(f"<{count + 1}I", page), [None] * count)
        return self._pages[number]

    def _run(self, number: int, index: int, starts: tuple[int, ...]) -> Run:
        page = self._header.word[number * _PAGE : (number + 1) * _PAGE - 1]
        place = 4 * len(starts) + index * (13 if self._paragraphs else 1)
        at, end = 2 * page[place], starts[index + 1]
        if not at:
            return Run(end, 0, ())
        if not self._paragraphs:
            return Run(end, 0, tuple(modifiers(page[at + 1 :][: page[at]])))
        at, size = (at + 1, 2 * page[at] - 1) if page[at] else (at + 2, 2 * page[at + 1])
        found = tuple(modifiers(page[at + 2 : at + size]))
        return Run(end, unpack_from("<H", page, at)[0], (*found, *self._large(found)))

    def _large(self, found: tuple[tuple[int, bytes], ...]) -> tuple[tuple[int, bytes], ...]:
        """Give the modifiers that did not fit on the page."""
        place = next((operand for code, operand in found if code in LARGE), None)
        if place is None:
            return ()
        at = unpack_from("<I", place)[0]
        size = unpack_from("<H", self._header.data, at)[0]
        self._apart += size
        if self._apart > _MOST_APART:
            raise TooMuchError
        return tuple(modifiers(self._header.data[at + 2 : at + 2 + size]))
