"""From lines and tables to the running text, its blocks and the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Block, BlockKind, Cell, Location, Note, Span, Table
from checker.readers.html.pieces import Grid, Line, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.readers.html.pieces import PageCell, Piece

_WIDEST_SPAN = 100
_MOST_COLUMNS = 1_000
_MOST_CELLS = 20_000
_MOST_PLACES = 200_000  # rows times columns
_CLAMPED = Note(
    "表格有单元格声明的合并范围过大，已截短", "a table has cells that claim to span far too much: cut short"
)
_NO_GRID = Note("有一张表格过大，只按文字读取", "a table is too large: read as text alone")


class Layout:
    """The running text while it is put together, a block a line."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.notes: dict[Note, None] = {}
        self._numbers: list[int] = []
        self._texts: list[str] = []
        self._at = 0

    @property
    def text(self) -> str:
        """The running text so far."""
        return "\n".join(self._texts)

    def describe(self, items: Iterable[str]) -> None:
        """Put in what the page says of itself."""
        for item in items:
            self._block(BlockKind.METADATA, item, -1)

    def put(self, pieces: Iterable[Piece]) -> None:
        """Put in lines and tables in their order."""
        for piece in pieces:
            if isinstance(piece, Line):
                kind = BlockKind.HEADING if piece.level else BlockKind.PARAGRAPH
                self._block(kind, piece.text, piece.number, piece.level)
            else:
                self._table(piece)

    def span(self, lines: tuple[int, int]) -> Span | None:
        """Give the range of the text that the page's lines ``[first, last)`` became."""
        inside = [
            block for block, number in zip(self.blocks, self._numbers, strict=True) if lines[0] <= number < lines[1]
        ]
        return Span(inside[0].start, inside[-1].end) if inside else None

    def _block(
        self, kind: BlockKind, text: str, number: int, level: int = 0, turns: tuple[tuple[int, Location], ...] = ()
    ) -> None:
        end = self._at + len(text)
        place = turns[0][1] if turns else Location(len(self._texts) + 1, 1, running=True)
        if text:
            self.blocks.append(Block(kind, self._at, end, place, level, turns))
            self._numbers.append(number)
        self._texts.append(text)
        self._at = end + 1

    def _table(self, grid: Grid) -> None:
        start = self._at
        cells: list[Cell] = []
        taken: list[int] = []  # by column: the first row that no cell from above reaches into
        number = self._numbers[-1] if self._numbers else -1
        for row, row_cells in enumerate(grid.rows):
            if row_cells:
                number = next(
                    (one.number for cell in row_cells for one in cell.pieces if isinstance(one, Line)), number
                )
                cells += self._row(row, row_cells, taken, number)
        self._finish(start, len(grid.rows), len(taken), cells)

    def _row(self, row: int, row_cells: list[PageCell], taken: list[int], number: int) -> list[Cell]:
        """Put in a row, each cell at its place in the grid, as the HTML standard's table model does."""
        start = at = self._at
        line, name = len(self._texts) + 1, f"T{len(self.tables) + 1}R{row + 1}C"
        column, width = 0, len(taken)
        texts, cells, turns = [], [], []
        for cell in row_cells:
            while column < width and taken[column] > row:
                column += 1
            rows, columns = cell.rows, cell.columns
            if rows == columns == 1 and column < width:
                taken[column] = row + 1
            else:
                rows, columns = self._spanned(row, column, cell, taken)
                width = len(taken)
            text = cell_text(cell) if cell.pieces else ""
            place = Location(line, at - start + 1, None, f"{name}{column + 1}", True)  # noqa: FBT003 - half the time
            turns.append((at, place))
            cells.append(Cell(row, column, rows, columns, at, at + len(text)))
            texts.append(text)
            at += len(text) + 1
            column += columns
        self._block(BlockKind.ROW, "\t".join(texts), number, turns=tuple(turns))
        return cells

    def _spanned(self, row: int, column: int, cell: PageCell, taken: list[int]) -> tuple[int, int]:
        """Take the places of a cell that may span others; gives how many rows and columns it spans."""
        rows, columns = cell.rows or _WIDEST_SPAN, cell.columns or 1
        if max(rows, columns) > _WIDEST_SPAN:
            rows, columns = min(rows, _WIDEST_SPAN), min(columns, _WIDEST_SPAN)
            self.notes[_CLAMPED] = None
        taken.extend([0] * (column + columns - len(taken)))
        taken[column : column + columns] = [row + rows] * columns
        return rows, columns

    def _finish(self, start: int, rows: int, columns: int, cells: list[Cell]) -> None:
        if columns > _MOST_COLUMNS or len(cells) > _MOST_CELLS or rows * columns > _MOST_PLACES:
            self.notes[_NO_GRID] = None
        elif cells:
            within = (cell if cell.row + cell.rows <= rows else cell._replace(rows=rows - cell.row) for cell in cells)
            self.tables.append(Table(start, self._at - 1, rows, columns, tuple(within)))
