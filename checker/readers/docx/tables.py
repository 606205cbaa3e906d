"""Tables of a Word document: which cells are merged, and which tables only place things on the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.readers.html.pieces import Grid, Line, PageCell, is_layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from checker.readers.docx.said import Said
    from checker.readers.html.pieces import Piece


@dataclass(slots=True)
class _Cell:
    columns: int
    rows: int = 1
    pieces: list[Piece] = field(default_factory=list)


class OpenTable:
    """A table while it is read; a merged cell is one cell, with the words of its first part.

    ``element``, ``row`` and ``cell`` are what is open, ``sink`` is what the pieces of the cell go into, None for what
    is not shown.
    """

    def __init__(self, element: Element, said: Said) -> None:
        """Begin with no row."""
        self.element = element
        self.row: Element | None = None
        self.cell: Element | None = None
        self.sink: list[Piece] | None = None
        self._said = said
        self._rows: list[list[_Cell]] = []
        self._above: dict[int, _Cell] = {}  # by column: cells that the row above allows to go on
        self._opened: dict[int, _Cell] = {}
        self._column = 0

    def begin_row(self, row: Element) -> None:
        """Begin a row; columns that it leaves out on its left are an empty cell, as in a page that Word saves."""
        before = self._said.before.get(row, 0)
        self._rows.append([_Cell(before)] if before else [])
        self._above, self._opened = self._opened, {}
        self._column = before
        self.row, self.cell, self.sink = row, None, None

    def begin_cell(self, cell: Element) -> None:
        """Begin a cell of the row."""
        said, column = self._said, self._column
        columns = said.columns.get(cell, 1)
        self._column += columns
        self.cell, self.sink = cell, None
        from_above = said.from_above.get(cell)
        above = self._above.get(column) if from_above else None
        if above is not None:
            above.rows += 1
            self._opened[column] = above
        elif said.from_left.get(cell) and self._rows[-1]:
            self._rows[-1][-1].columns += columns
        else:
            one = _Cell(columns)
            self._rows[-1].append(one)
            self.sink = one.pieces
            if from_above is not None:
                self._opened[column] = one

    def pieces(self) -> list[Piece]:
        """Give the table as a grid, or what is in it, where it only places things."""
        rows = [[PageCell(one.columns, one.rows, one.pieces) for one in row] for row in self._rows]
        held = [len(piece.rows) for piece in _inside(rows) if isinstance(piece, Grid)]
        if held and sum(held) < len(rows):
            rows = [[cell._replace(pieces=_lines(cell.pieces)) for cell in row] for row in rows]
        return _inside(rows) if is_layout(rows) else [Grid(rows)]


def _inside(rows: Sequence[Sequence[PageCell]]) -> list[Piece]:
    return [piece for row in rows for cell in row for piece in cell.pieces]


def _lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Give the lines of a cell with those of a table inside it, which was small."""
    found: list[Piece] = []
    for piece in pieces:
        found += [piece] if isinstance(piece, Line) else _lines(_inside(piece.rows))
    return found
