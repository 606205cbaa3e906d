"""A PDF between its marks on paper and its running text; points, from the upper left corner of a page read upright."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float


class Glyph(NamedTuple):
    """One character: where its advance begins and ends, the height of its middle, its size, and a blank before it."""

    left: float
    right: float
    y: float
    em: float
    char: str
    spaced: bool


class Edge(NamedTuple):
    """A rule: its place across its own direction, and the range it runs over."""

    at: float
    start: float
    end: float


class Page(NamedTuple):
    """What is drawn on a page: characters in the file's order, horizontal and vertical rules, pictures that fill it."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    across: list[Edge]
    down: list[Edge]
    pictured: bool


class Line(NamedTuple):
    """A line of text and its characters; ``lead`` is the width of its first word."""

    page: int
    box: Box
    y: float
    em: float
    text: str
    lead: float
    row: list[Glyph]


class Part(NamedTuple):
    """Words of a line that stand apart from its other words, as in a column: their sides, height and size."""

    left: float
    right: float
    y: float
    em: float
    text: str
    page: int

    @property
    def middle(self) -> float:
        """The place halfway between the sides."""
        return (self.left + self.right) / 2


@dataclass(slots=True)
class SheetCell:
    """A table cell while tables are put together; ``full`` tells that its last line reaches its right side."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    page: int
    box: Box
    full: bool = False


@dataclass(slots=True)
class Sheet:
    """A table on a page, or on pages: the places of its columns' sides, the number of its rows, and its cells."""

    page: int
    box: Box
    sides: list[float]
    height: int
    cells: list[SheetCell] = field(default_factory=list)
    ruled: bool = True
