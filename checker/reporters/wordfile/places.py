"""Which text of a Word document every character of the running text is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.docx.vocabulary import TC

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class UnmappedError(Exception):
    """The running text and the file do not agree: nothing may be anchored."""


class Piece(NamedTuple):
    """The running text's ``[start, end)`` is the text of ``element`` from ``at`` on."""

    start: int
    end: int
    element: Element
    at: int


class Stretch(NamedTuple):
    """A line of the running text, ``[start, end)``, and the paragraph that it stands in."""

    start: int
    end: int
    paragraph: Element


class Point(NamedTuple):
    """A character of a file: a text (or a sign such as a tab) and the offset in it."""

    element: Element
    offset: int


class Places:
    """A file's pieces and lines in the order of the running text; a cell without words is a line of no length."""

    def __init__(self, pieces: tuple[Piece, ...], lines: tuple[Stretch, ...]) -> None:
        """Take them in."""
        self.lines = lines
        self._pieces = pieces
        self._starts = [one.start for one in pieces]
        self._ends = [one.end for one in pieces]
        self._lines = [one.start for one in lines]

    def first(self, start: int, end: int) -> Point | None:
        """Give the first character of ``[start, end)`` that the file has."""
        index = bisect_right(self._ends, start)
        if index == len(self._pieces) or self._pieces[index].start >= end:
            return None
        piece = self._pieces[index]
        return Point(piece.element, piece.at + max(start - piece.start, 0))

    def last(self, start: int, end: int) -> Point | None:
        """Give the last character of ``[start, end)`` that the file has."""
        index = bisect_left(self._starts, end) - 1
        if index < 0 or self._pieces[index].end <= start:
            return None
        piece = self._pieces[index]
        return Point(piece.element, piece.at + min(end, piece.end) - piece.start - 1)

    def line(self, offset: int) -> Stretch | None:
        """Give the line that holds ``offset``, or the one before it."""
        index = bisect_right(self._lines, offset) - 1
        return self.lines[index] if index >= 0 else None


def cell_of(element: Element) -> Element | None:
    """Give the innermost cell that an element stands in."""
    return next(element.iterancestors(TC), None)
