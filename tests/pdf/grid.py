"""A table for reportlab that may be cut between any two rows: the library's own refuses to cut cells that span rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.pdf.content import Cell
    from tests.pdf.look import Look

LEADING = 1.25


class Placed(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[str, ...]


class Grid(Flowable):
    def __init__(
        self, cells: Sequence[Placed], widths: Sequence[float], heights: Sequence[float], look: Look, font: str
    ) -> None:
        super().__init__()
        self.cells, self.widths, self.heights = cells, widths, heights
        self.look, self.font = look, font
        self.cut = False

    def wrap(self, *_: float) -> tuple[float, float]:
        return sum(self.widths), sum(self.heights)

    def split(self, _: float, height: float) -> list[Flowable]:
        fitting = 0
        while fitting < len(self.heights) and sum(self.heights[: fitting + 1]) <= height:
            fitting += 1
        if fitting in (0, len(self.heights)):
            return [] if not fitting else [self]
        upper = Grid(_above(self.cells, fitting), self.widths, self.heights[:fitting], self.look, self.font)
        upper.cut = True
        lower = Grid(_below(self.cells, fitting), self.widths, self.heights[fitting:], self.look, self.font)
        return [upper, lower]

    def draw(self) -> None:
        canvas: Any = self.canv
        size, leading = self.look.table_size, self.look.table_size * LEADING
        total = sum(self.heights)
        for cell in self.cells:
            left, width = sum(self.widths[: cell.column]), sum(self.widths[cell.column : cell.column + cell.columns])
            top = total - sum(self.heights[: cell.row])
            height = sum(self.heights[cell.row : cell.row + cell.rows])
            canvas.setFont(self.font, size)
            base = top - height / 2 + leading * len(cell.lines) / 2 - size
            for number, words in enumerate(cell.lines):
                canvas.drawCentredString(left + width / 2, base - number * leading, words)
            if self.look.ruled:
                last = self.cut and cell.row + cell.rows == len(self.heights)
                self._rule(canvas, (left, top - height, left + width, top), closed=not last)

    def _rule(self, canvas: Any, box: tuple[float, float, float, float], *, closed: bool) -> None:
        left, bottom, right, top = box
        canvas.setLineWidth(0.5)
        canvas.line(left, top, right, top)
        canvas.line(left, bottom, left, top)
        canvas.line(right, bottom, right, top)
        if closed:
            canvas.line(left, bottom, right, bottom)


def _above(cells: Sequence[Placed], row: int) -> list[Placed]:
    kept = [one for one in cells if one.row < row]
    return [
        one._replace(rows=min(one.rows, row - one.row), lines=one.lines if one.rows <= 2 * (row - one.row) else ())
        for one in kept
    ]


def _below(cells: Sequence[Placed], row: int) -> list[Placed]:
    made = []
    for one in cells:
        if one.row >= row:
            made.append(one._replace(row=one.row - row))
        elif one.row + one.rows > row:
            above = row - one.row
            made.append(one._replace(row=0, rows=one.rows - above, lines=() if one.rows <= 2 * above else one.lines))
    return made


def grid_of(rows: list[list[Cell]], weights: Sequence[float], width: float, look: Look, font: str) -> Grid:
    unit = width / sum(weights)
    widths = [one * unit for one in weights]
    placed: list[Placed] = []
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + across) for down in range(cell.rows) for across in range(cell.columns)}
            room = sum(widths[column : column + cell.columns]) - 6
            lines = tuple(cell.text) if cell.upright else tuple(simpleSplit(cell.text, font, look.table_size, room))
            lines = lines if cell.upright else _broken(cell.text, font, look.table_size, room)
            placed.append(Placed(row, column, cell.rows, cell.columns, lines))
    return Grid(placed, widths, _heights(placed, len(rows), look), look, font)


def _broken(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Break a text anywhere, as Chinese is; a number stays whole."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if text.isdigit():
        return (text,)
    lines = [""]
    for char in text:
        if stringWidth(lines[-1] + char, font, size) > room and lines[-1]:
            lines.append("")
        lines[-1] += char
    return tuple(lines)


def _heights(placed: Sequence[Placed], rows: int, look: Look) -> list[float]:
    leading, pad = look.table_size * LEADING, 4 + look.tall_rows
    heights = [leading + pad] * rows
    for cell in placed:
        if cell.rows == 1:
            heights[cell.row] = max(heights[cell.row], len(cell.lines) * leading + pad)
    for cell in placed:
        lacking = len(cell.lines) * leading + pad - sum(heights[cell.row : cell.row + cell.rows])
        if lacking > 0:
            heights[cell.row + cell.rows - 1] += lacking
    return heights
