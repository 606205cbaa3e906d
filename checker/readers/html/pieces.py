"""A page between its elements and its running text: lines, and tables of cells that hold lines."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One line that a browser would begin anew; ``level`` is that of a heading or 0, ``number`` counts the page's lines."""

    text: str
    level: int
    number: int


class PageCell(NamedTuple):
    """A table cell: the columns and rows it asks to span, and what it holds."""

    columns: int
    rows: int
    pieces: list[Line | Grid]


class Grid(NamedTuple):
    """A table of data as the page has it, row by row."""

    rows: list[list[PageCell]]


Piece = Line | Grid

_LONG_LINE, _MANY = 60, 3
_ARTICLE = 600  # characters in one cell


def is_layout(grid: Grid) -> bool:
    """Tell a table that only places things on the page: it has one column, holds tables, or whole articles."""
    if all(len(row) <= 1 for row in grid.rows):
        return True
    return any(_holds_article(cell) for row in grid.rows for cell in row)


def _holds_article(cell: PageCell) -> bool:
    long, whole = 0, 0
    for piece in cell.pieces:
        if isinstance(piece, Grid):
            return True
        whole += len(piece.text)
        long += len(piece.text) > _LONG_LINE
    return long >= _MANY or whole > _ARTICLE


def cell_text(cell: PageCell) -> str:
    """Join a cell's lines as they are read: words go on, two numbers stay apart."""
    words = [piece.text for piece in cell.pieces if isinstance(piece, Line)]
    for index in range(1, len(words)):
        if _in_number(words[index - 1][-1]) and _in_number(words[index][0]):
            words[index] = f" {words[index]}"
    return "".join(words)


def _in_number(char: str) -> bool:
    return char.isdigit() or (char.isascii() and (char.isalpha() or char in ".,-+%"))
